"""The page of all the questions, with the answer of the day to each in one line."""

from collections.abc import Iterator
from itertools import groupby

from cpts_model import LAW, Law, Text
from cpts_model.engine.explain import day_in_words
from cpts_model.engine.text import Lang
from pages.answers.judging import judge
from pages.answers.page import short_answer
from pages.answers.question import JUDGED_ON, Question
from pages.answers.questions import QUESTIONS
from pages.answers.words import unbroken
from pages.page import in_french, text, tidy

TITLE = Text("Questions et réponses", "Questions and answers")
_TWIN = Text(
    "[This page in English](../../answers/index.md){hreflang=en lang=en}",
    "[Cette page en français](../fr/reponses/index.md){hreflang=fr lang=fr}",
)
_LEAD = Text(
    "Chaque réponse est calculée : la bibliothèque juge un petit dossier inventé, et le verdict choisit, parmi des phrases préparées pour "
    "chaque issue, celle qui répond, avec le texte cité et ce qu'il faut demander. Si la loi encodée change, la page change. Réponses au",
    "Each answer is computed: the library judges a small invented dossier, and the verdict chooses, among sentences prepared for each "
    "outcome, the one that answers, with the text cited and what to ask. When the law that is encoded changes, the page changes. Answers on",
)
_ADVICE = Text(
    "C'est un modèle du droit, non une consultation juridique : chaque réponse nomme son texte, pour qu'on puisse la vérifier.",
    "This is a model of the law, not legal advice: each answer names its text, so that it can be checked.",
)


def write_index(lang: Lang, law: Law = LAW) -> str:
    """The index, in a language."""
    body = tidy("\n\n".join(_parts(lang, law)))
    return in_french(unbroken(body)) if lang == "fr" else body


def _parts(lang: Lang, law: Law) -> Iterator[str]:
    yield f"# {TITLE.to(lang)}"
    yield _TWIN.to(lang)
    yield f"{_LEAD.to(lang)} {day_in_words(JUDGED_ON, lang)}."
    for group, questions in groupby(QUESTIONS, key=lambda question: question.group):
        yield f"## {group.label.to(lang)}"
        yield "\n".join(_line(question, lang, law) for question in questions)
    yield _ADVICE.to(lang)


def _line(question: Question, lang: Lang, law: Law) -> str:
    judged = [judge(case, law) for case in question.leading]
    answer = " ".join(short_answer(question, judged, lang))
    page = f"{question.slug.to(lang)}.md"
    return f"- [**{text(question.asked.to(lang))}**]({page})  \n  {text(answer)}"
