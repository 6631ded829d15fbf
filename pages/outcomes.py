"""Every rule and the outcomes that there are examples of."""

from collections.abc import Iterator
from functools import partial

from cpts_model.engine.text import Lang
from pages.page import Page

_TITLES: dict[Lang, tuple[str, str]] = {
    "en": ("law/outcomes.md", "Every rule and its outcomes"),
    "fr": ("fr/droit/resultats.md", "Chaque règle et ses résultats"),
}


def pages() -> Iterator[Page]:
    """One in each language."""
    for lang, (path, title) in _TITLES.items():
        yield Page(path, partial(_outcomes, lang), title)


def _outcomes(lang: Lang) -> str:
    from cpts_model.testing import outcome_table

    return f"# {_TITLES[lang][1]}\n\n{outcome_table(lang)}"
