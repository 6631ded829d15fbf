"""What a page says of a text is no more than what is known of it: its force, its day, what stood before it."""

import pytest

from cpts_model import LAW
from cpts_model.engine.citations import Authority
from cpts_model.engine.text import LANGS, Lang
from pages.answers.page import write
from pages.answers.question import Question
from pages.answers.questions import QUESTIONS
from pages.answers.tables import ceilings
from pages.catalogue import articles, days
from pages.catalogue.places import places
from pages.catalogue.words import last_seen

BY_SLUG = {question.slug.en: question for question in QUESTIONS}
IN_FORCE: dict[Lang, str] = {"fr": "vu en vigueur", "en": "seen in force"}


def told(slug: str, lang: Lang = "fr") -> str:
    question: Question = BY_SLUG[slug]
    return write(question, lang, LAW)


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_only_observed_is_never_said_to_be_in_force(lang: Lang) -> None:
    for rule in LAW:
        observed = rule.authority in (Authority.CASE_LAW, Authority.DOCTRINE, Authority.PRACTICE)
        assert observed != (IN_FORCE[lang] in last_seen(rule, lang)), rule.id


def test_an_answer_says_so_too() -> None:
    (practice,) = (
        part for part in told("two-cpts").split("\n\n") if part.startswith("- Adhésion à deux CPTS")
    )
    assert "source secondaire, vu pour la dernière fois le 14 mai 2021" in practice
    assert "(doctrine administrative, vu pour la dernière fois le 3 avril 2026)" in told("silence")


def test_a_year_before_the_article_has_no_ceiling() -> None:
    years = [line.split(" | ")[0].strip("| ") for line in ceilings("fr", LAW).splitlines()[2:]]
    assert (years[0], "2021" in years, years[-1]) == ("2022", False, "2026")


def test_the_last_day_of_the_dialogue_is_given_to_nothing_else() -> None:
    (yearly,) = (line for line in told("what-to-send").splitlines() if "rapport d'activité et ses" in line)
    (dialogue,) = (line for line in told("what-to-send").splitlines() if "est tenu" in line)
    assert "Pour le dialogue de gestion" in yearly
    assert "Au plus tard" not in yearly
    assert "Au plus tard le 20 mai 2027" in dialogue


@pytest.mark.parametrize(
    ("slug", "before"),
    [
        ("css-d162-34", "abrogé ; le numéro a servi à autre chose de 1991 à 2000"),
        ("code-du-travail-r1253-35", "l'article n'existe pas encore sous ce numéro"),
        ("l6323-1-3", "le régime de 2018 n'existe pas encore"),
        ("accord-conventionnel-interprofessionnel-en-faveur-des-cpts-du-20-juin-2019", "l'accord n'existe pas encore"),
    ],
)  # fmt: skip
def test_what_stood_before_a_text_is_told_as_it_is_known(slug: str, before: str) -> None:
    (place,) = (one for one in places() if one.slug == slug)
    assert f"| {before} |" in articles.page(place, "fr")


def test_an_act_that_was_not_read_is_not_named_by_what_was_not_read() -> None:
    assert "dates lues" not in days.page("fr")
