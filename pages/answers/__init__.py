"""Answers that are run, not written: what people ask, answered by judging small dossiers."""

from collections.abc import Iterator
from functools import partial

from cpts_model.engine.text import LANGS
from pages.answers.index import TITLE, write_index
from pages.answers.page import write
from pages.answers.questions import QUESTIONS
from pages.page import Page


def pages() -> Iterator[Page]:
    """The index and a page for each question, in each language."""
    for lang in LANGS:
        folder = "answers" if lang == "en" else "fr/reponses"
        yield Page(f"{folder}/index.md", partial(write_index, lang), TITLE.to(lang))
        for question in QUESTIONS:
            yield Page(question.path(lang), partial(write, question, lang), question.asked.to(lang))
