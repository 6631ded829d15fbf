"""The pictures, drawn from the code's own tables."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from cpts_model.engine.text import LANGS, Lang
from pages.page import Page

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
DAY = date(2026, 11, 21)
"""The day that pictures of an example are drawn on."""
PROFESSIONS_ON = date(2026, 1, 1)


def pages() -> Iterator[Page]:
    """Each in each language."""
    from cpts_model import states_svg
    from cpts_model.life.projet.cpts import CPTS_MACHINE
    from cpts_model.life.sisa import SISA_BELOW_MINIMUM
    from cpts_model.report.taxonomy import taxonomy_svg

    for lang in LANGS:
        yield _picture("taxonomy", lang, partial(taxonomy_svg, lang, PROFESSIONS_ON))
        yield _picture("states-projet-cpts", lang, partial(states_svg, CPTS_MACHINE, lang=lang))
        yield _picture("states-sisa-minimum", lang, partial(states_svg, SISA_BELOW_MINIMUM, lang=lang))
        yield _picture("timeline-cpts-ouest-gironde", lang, partial(_timeline, lang))


def _picture(name: str, lang: Lang, draw: Callable[[], str]) -> Page:
    return Page(f"pictures/{name}.{lang}.svg", draw)


def _timeline(lang: Lang) -> str:
    from cpts_model import read_dossier, timeline_svg

    return timeline_svg(read_dossier(EXAMPLES / "cpts-ouest-gironde.json"), on=DAY, lang=lang)
