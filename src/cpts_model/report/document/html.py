"""The report as one HTML file that needs nothing else: no network, no font, no image of somebody's.

What a dossier says is text everywhere: every template escapes, and hidden signs are written out. The
page allows one style and one script, by what they are (Content Security Policy, by hashes).
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from cpts_model.engine.assess import Assessment
from cpts_model.engine.errors import MissingExtra, shortened
from cpts_model.engine.text import Lang
from cpts_model.report.document.dates import inline_picture, picture_style
from cpts_model.report.document.model import Assessed, Judged, report_of
from cpts_model.report.document.words import capital, counted, say
from cpts_model.report.visible import visible
from cpts_model.report.words import WORDS

if TYPE_CHECKING:
    from jinja2 import Environment

Fragment = Literal["summary", "verdicts", "questionnaire", "deadlines", "timeline", "told"]
"""The parts of a report that can be had alone."""

_PREFIX = re.compile("[A-Za-z][A-Za-z0-9_-]*")


def html_report(assessed: Assessed | Iterable[Assessed], *, lang: Lang = "fr") -> str:
    """A report as a whole page: on one structure, on several, or on a register.

    The same assessments give the same page, in any process. Of more than twelve structures the
    texts and facts behind the rules that ask for nothing, the timelines and the facts told are left
    out, which it says.

    Raises:
        MissingExtra: ``jinja2`` is not there.
        ValueError: there is nothing to report on, or not all of it was judged on one day.
    """
    page = _environment().get_template("page.html.jinja")
    style, script = stylesheet(), _resource("script.js")
    return page.render(
        report=report_of(assessed, lang),
        lang=lang,
        style=style,
        script=script,
        policy=_policy(style, script),
        **_words(lang),
    )


def html_fragment(assessment: Assessment, part: Fragment, *, lang: Lang = "fr", prefix: str = "s1") -> str:
    """One part of a report, for a page that has its own head: :func:`stylesheet` gives it its looks.

    Anchors begin with ``prefix``, so that several fragments can stand in one page. A part that has
    nothing to say is an empty text.

    Raises:
        MissingExtra: ``jinja2`` is not there.
        ValueError: the prefix is not what an anchor can begin with. It is no place for what a dossier says.
    """
    if not _PREFIX.fullmatch(prefix):
        raise ValueError(f"a prefix is a letter, then letters, digits, - and _, not {shortened(prefix)}")
    template = _environment().get_template("fragment.html.jinja")
    judged = Judged(assessment=assessment, lang=lang, prefix=prefix)
    return template.render(one=judged, part=part, lang=lang, **_words(lang)).strip()


@cache
def stylesheet() -> str:
    """The style of a report, and of its fragments."""
    return _resource("style.css") + picture_style(".frise")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _words(lang: Lang) -> dict[str, Any]:
    def word(name: str, **named: Any) -> str:
        return say(name, lang, **named)

    def common(name: str) -> str:
        return WORDS[name].to(lang)

    def number(name: str, n: int) -> str:
        return counted(name, n, lang)

    return {"say": word, "word": common, "counted": number, "capital": capital, "picture": inline_picture}


@cache
def _environment() -> "Environment":
    try:
        from jinja2 import Environment, FunctionLoader, StrictUndefined
    except ImportError:
        raise MissingExtra("jinja2", "report") from None
    return Environment(
        loader=FunctionLoader(_template),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def _shown(value: Any) -> Any:
    """Texts with their hidden signs written out; what was made by a template is no text any more."""
    return visible(value) if type(value) is str else value


def _template(name: str) -> str:
    return _resource(f"templates/{name}")


def _resource(name: str) -> str:
    return files("cpts_model.report.document").joinpath(name).read_text(encoding="utf-8")
