"""The two languages, and what the library raises."""

import copy
import pickle

import attrs
import pytest

from cpts_model.engine.errors import (
    CptsModelError,
    MissingExtra,
    RuleConflict,
    RuleFailed,
    UnknownRule,
    did_you_mean,
    nearest_names,
    shortened,
)
from cpts_model.engine.labels import label
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import LANGS, Text
from cpts_model.engine.unknown import NotSettled, OpenQuestion, UnknownFact

REASON = Text("le texte se tait", "the text is silent")


def test_a_text_speaks_both_languages_and_is_french_by_itself():
    text = Text("salle", "hall")
    assert [text.to(lang) for lang in LANGS] == ["salle", "hall"]
    assert str(text) == "salle"
    assert text == Text("salle", "hall") != Text("salle", "room")
    assert len({text, Text("salle", "hall")}) == 1
    assert repr(text) == "Text(fr='salle', en='hall')"


@pytest.mark.parametrize(("fr", "en"), [("", "hall"), ("salle", ""), (" \n", "hall"), ("salle", "\t")])
def test_a_text_needs_both_languages(fr, en):
    with pytest.raises(ValueError, match="both languages"):
        Text(fr, en)


def test_a_text_is_frozen():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Text("a", "b").fr = "c"


ERRORS = [
    UnknownRule("club.hal", ("club.hall",)),
    UnknownRule("x"),
    RuleConflict("club.hall", "one", "two"),
    RuleFailed("club.hall", "it answered 3"),
    UnknownFact(),
    OpenQuestion(REASON),
    NotSettled(),
]


@pytest.mark.parametrize("error", ERRORS, ids=repr)
@pytest.mark.parametrize(
    "through", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy, copy.deepcopy]
)
def test_an_error_survives_pickling_with_its_message_and_its_fields(error, through):
    again = through(error)
    assert type(again) is type(error)
    assert (str(again), again.args, vars(again)) == (str(error), error.args, vars(error))
    assert isinstance(again, CptsModelError)


def test_errors_are_also_of_the_builtin_kind_they_resemble():
    assert issubclass(UnknownRule, LookupError)
    assert issubclass(RuleConflict, ValueError)
    assert issubclass(UnknownFact, NotSettled)
    assert issubclass(OpenQuestion, NotSettled)
    assert not issubclass(UnknownFact, ArithmeticError | TypeError | AttributeError)


def test_messages_say_the_likely_mend():
    assert str(ERRORS[0]) == "no rule is called 'club.hal'; did you mean 'club.hall'?"
    assert str(ERRORS[1]) == "no rule is called 'x'"
    assert "one and two" in str(ERRORS[2])
    assert str(ERRORS[2]).endswith("where the newer begins, or give your rule an id of its own")
    assert str(ERRORS[3]) == "rule 'club.hall' could not be judged: it answered 3"
    assert str(ERRORS[4]) == "a fact was needed that is UNKNOWN; tell it, or ask missing() which one"
    assert str(ERRORS[5]) == "the texts do not settle this: the text is silent"


def test_what_would_fill_a_message_is_cut():
    assert shortened("x" * 78) == f"'{'x' * 78}'"  # eighty characters with its quotes
    assert shortened("x" * 79) == f"'{'x' * 79}…"
    assert shortened("abcdef", 4) == "'abc…"


def test_nearest_names_come_best_first_and_at_most_three():
    assert nearest_names("hall", ["hull", "hall", "wall", "halls", "zzz"])[0] == "hall"
    assert len(nearest_names("hall", ["hall1", "hall2", "hall3", "hall4"])) == 3
    assert nearest_names("hall", ["zzz"]) == ()
    assert did_you_mean(()) == ""
    assert did_you_mean(("a", "b")) == "; did you mean 'a' or 'b'?"


def test_the_help_of_a_label_needs_both_languages_too():
    assert set(label("a", "b")) == {"cpts_model.label"}
    assert set(label("a", "b", help_fr="c")) == {"cpts_model.label"}
    assert label("a", "b", help_fr="c", help_en="d")["cpts_model.label.help"] == Text("c", "d")


def test_a_label_may_say_that_a_fact_tells_who_somebody_is():
    assert label("a", "b", personal="number") == {
        "cpts_model.label": Text("a", "b"),
        "cpts_model.personal": "number",
    }


def test_an_outcome_of_several_parts_is_the_gravest_and_every_outcome_has_words():
    violated, undetermined, satisfied, nothing = (
        Outcome.VIOLATED,
        Outcome.UNDETERMINED,
        Outcome.SATISFIED,
        Outcome.NOT_APPLICABLE,
    )
    assert Outcome.of_all([satisfied, undetermined, violated, nothing]) is violated
    assert Outcome.of_all([satisfied, undetermined, nothing]) is undetermined
    assert Outcome.of_all(iter([nothing, satisfied])) is satisfied
    assert Outcome.of_all([nothing]) is nothing
    assert Outcome.of_all([]) is nothing
    assert len({outcome.label for outcome in Outcome}) == 4
    assert pickle.loads(pickle.dumps(violated)) is violated


def test_a_language_that_is_not_spoken_is_refused():
    with pytest.raises(ValueError, match=r"^'de' is not a language of the library: fr, en$"):
        Text("oui", "yes").to("de")  # type: ignore[arg-type]


def test_a_package_that_lacks_is_told_with_the_extra_that_brings_it():
    lacking = pickle.loads(pickle.dumps(MissingExtra("typer", "cli")))
    assert (lacking.package, lacking.extra) == lacking.args == ("typer", "cli")
    assert str(lacking) == "this needs typer: pip install 'cpts-model[cli]'"
    assert isinstance(lacking, ImportError)
