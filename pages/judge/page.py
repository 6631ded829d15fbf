"""The page, in each language: its structure, its words, its policy. What it does is under ``docs/judge/``."""

import json
import re
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from cpts_model.engine.text import LANGS, Lang
from cpts_model.exchange.kinds import STRUCTURES
from cpts_model.law import LAW
from cpts_model.report.document import stylesheet
from cpts_model.report.words import KINDS
from pages.catalogue.places import FOLDERS, anchor_of, place_of
from pages.judge.examples import EXAMPLES
from pages.judge.words.form import FORM
from pages.judge.words.page import PAGE
from pages.page import Page

PATHS: dict[Lang, str] = {"en": "judge/index.html", "fr": "judge/juger.html"}

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' blob: 'wasm-unsafe-eval'",
        "worker-src blob:",
        "connect-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""What the page, and the engine that it starts, may load: what stands beside it, and nothing else."""


def pages() -> Iterator[Page]:
    """Both pages, and the style that they share with the reports."""
    for lang in LANGS:
        yield Page(PATHS[lang], partial(_page, lang))
    yield Page("judge/report.css", partial(_style))


def words(lang: Lang) -> dict[str, str]:
    """Every word of the page in a language, by its name."""
    return {name: _kept(text.to(lang)) for name, text in {**PAGE, **FORM}.items()}


def _kept(words: str) -> str:
    """Words of which no line begins with a French ":" or "»": the space before them does not break."""
    return re.sub(r"(?<=\S) (?=[:;?!»])|(?<=«) ", "\u00a0", words)


def _law(lang: Lang) -> dict[str, str]:
    """From this page to where the site tells of each rule, by its newest version."""
    newest = {rule.id: rule for rule in LAW}
    return {
        name: f"../{FOLDERS[lang]}/{place_of(rule).slug}.html#{anchor_of(rule)}"
        for name, rule in newest.items()
    }


def _page(lang: Lang) -> str:
    return _environment().get_template("page.html.jinja").render(
        lang=lang,
        other="en" if lang == "fr" else "fr",
        twin=Path(PATHS["en" if lang == "fr" else "fr"]).name,
        home="fr/" if lang == "fr" else "",
        say=words(lang),
        policy=POLICY,
        kinds=[(slug, _capital(KINDS[kind.__name__].to(lang))) for slug, kind in STRUCTURES.items()],
        examples=[(one.name, Path(one.file).name, one.on, one.title.to(lang)) for one in EXAMPLES],
        spoken=_data(words(lang)),
        law=_data(_law(lang)),
    )  # fmt: skip


def _data(data: dict[str, str]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=0).replace("<", "\\u003c")


def _style() -> str:
    return stylesheet().strip() + "\n"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
