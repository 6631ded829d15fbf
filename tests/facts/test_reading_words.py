"""Words as people write them: their one form, what they may misspell, and what they are shown to mean."""

import pytest

from cpts_model.engine.text import Text
from cpts_model.facts.lexicon import lexicon
from cpts_model.facts.reading import read_profession
from cpts_model.facts.reading_sense import Tells
from cpts_model.facts.reading_slips import mend
from cpts_model.facts.reading_tokens import Token, fold, phrase, stem, tokens
from cpts_model.facts.savoir_faire import SAVOIR_FAIRE

SIGNS = "()[]./-_·•∙⋅‧․*"


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Élève", "eleve"), ("ŒUVRE", "oeuvre"), ("œil", "oeil"), ("Æ", "ae"), ("æ", "ae"), ("inﬁrmier", "infirmier")],
)  # fmt: skip
def test_a_text_is_folded_into_lower_case_without_accents_nor_ligatures(text: str, folded: str):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("woman", "man"),
    [
        ("infirmière", "infirmier"),
        ("chirurgiennes", "chirurgien"),
        ("préparatrice", "préparateur"),
        ("masseuses", "masseur"),
        ("avocate", "avocat"),
        ("élue", "élu"),
        ("oraux", "oral"),
    ],
)
def test_a_word_has_one_form_for_women_and_men_one_and_many(woman: str, man: str):
    assert stem(fold(woman)) == stem(fold(man))


@pytest.mark.parametrize("word", ["eaux", "rse", "60", "sm54"])
def test_a_word_too_short_for_an_ending_and_a_code_are_left_alone(word: str):
    assert stem(word) == word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Infirmière à domicile", [("infirmier", 0, 10), ("domicil", 13, 21)]),
        ("infirmier(e) DE", [("infirmier", 0, 11)]),
        ("IDE, O.R.L.", [("ide", 0, 3), ("orl", 5, 10)]),
        ("MK·s", [("mk", 0, 4)]),
        (f"infirmier \t\n{SIGNS}e", [("infirmier", 0, 28)]),
        ("infirmier s", [("infirmier", 0, 9), ("s", 10, 11)]),
        ("m/s", [("m", 0, 1), ("s", 2, 3)]),
    ],
)
def test_the_telling_words_and_where_they_stand(text: str, expected: list[tuple[str, int, int]]):
    assert tokens(text) == [Token(*word) for word in expected]


def test_what_misspells_nothing_is_not_mended():
    assert mend(tokens("blabla"), [0]) is None
    assert mend(tokens("infirmmier"), [0]) == [Token("infirmier", 0, 10)]


def test_a_word_is_shown_with_what_it_means():
    for text, word, fr, en in (
        ("SM54", "SM54", "médecin (SM54)", "doctor (SM54)"),
        ("cardiologue", "cardiologue", "médecin (SM04/SM73)", "doctor (SM04/SM73)"),
        ("Exemple, I.D.E.", "I.D.E", "infirmier", "nurse"),
        ("nutritionniste", "nutritionniste", "médecin ou diététicien", "doctor or dietitian"),
        ("biologiste", "biologiste", "médecin ou pharmacien", "doctor or pharmacist"),
        ("remplaçant", "remplaçant", "remplaçant", "substitute"),
    ):
        (shown,) = read_profession(text).words
        assert (shown.text, shown.meaning) == (word, Text(fr, en))


def test_an_official_label_is_read_whole_without_the_letters_that_say_whose_it_is():
    for code, label in SAVOIR_FAIRE.items():
        bare = label.removesuffix(" (SM)").removesuffix(" (SCD)").removesuffix(" (SI)")
        assert read_profession(bare).unread == (), code


def test_every_phrase_says_what_it_tells_in_both_languages():
    for sense in lexicon().values():
        assert isinstance(sense.tells, Tells)
        assert isinstance(sense.meaning, Text)
    assert lexicon()[phrase("assistant médical")].tells is Tells.ROLE
