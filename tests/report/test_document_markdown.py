"""The report as Markdown: what a dossier says is no markup, wherever in it and wherever on the line it stands."""

from datetime import date
from typing import Any

import attrs
import pytest

pytest.importorskip("jinja2", reason="the report needs the extra cpts-model[report]")
pytest.importorskip("markdown_it", reason="a reader of Markdown is needed: markdown-it-py")

from markdown_it import MarkdownIt

from cpts_model import assess, read_dossier
from cpts_model.facts.structures import Structure
from cpts_model.facts.typed import Facts
from cpts_model.law.statuts import law_with_statutes
from cpts_model.report.document import markdown_report
from cpts_model.report.document.markdown import plain
from golden import EXAMPLES

ON = date(2026, 11, 21)
LIVELY = (
    *("- x", "+ x", "1. x", "12) x", "---", "??? x", ": x", "> x", "# x", "\n# x", "x\n===", "```", "~~~"),
    *(
        "    code",
        "\N{NO-BREAK SPACE}x",
        "x  ",
        "x\\",
        "a | b",
        "| --- |",
        "&lt;b&gt;",
        "<!-- x",
        "$x$",
        "`x`",
    ),
    *(
        "[x](https://evil.com)",
        "![x](https://evil.com)",
        "[x]: https://evil.com",
        "[^1]: x",
        "<https://evil.com>",
    ),
)
"""Words that would be something in one Markdown or another: at the start of a line, at its end, or anywhere."""

ADDRESSES = (
    *("https://evil.com/x", "//evil.example/x", "http&colon;//evil.example", "www.evil.com", "www.1.com"),
    *("evil.com", "EVIL.Com/x", "évil.рф", "ftp.1", "a@evil.com", "mailto:a@evil.com"),
)
"""Words that one reader or another makes a link of by itself."""


def told_otherwise(facts: Any, word: str) -> Any:
    """The facts with a word before each name, each id and each other text in which anything can stand."""
    if isinstance(facts, tuple):
        return tuple(told_otherwise(one, word) for one in facts)
    if not isinstance(facts, Facts):
        return facts
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(facts)):
        told = getattr(facts, field.name)
        if field.name in ("id", "name", "practises_in", "college", "beneficiary") and isinstance(told, str):
            changes[field.name] = word + told
        elif isinstance(told, tuple | Facts):
            changes[field.name] = told_otherwise(told, word)
    return attrs.evolve(facts, **changes)


def report_on(structure: Structure) -> str:
    return markdown_report(assess(structure, on=ON, law=law_with_statutes(structure)))


def skeleton(source: str) -> list[tuple[str, Any]]:
    """All that a reader of Markdown finds but words: blocks, emphasis, links and where they go."""
    blocks = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    found = [one for block in blocks for one in (block, *(block.children or ()))]
    return [
        (one.type, one.attrs.get("href"))
        for one in found
        if one.type not in ("text", "text_special", "code_inline")
    ]


@pytest.fixture(scope="module", params=["cpts-ouest-gironde", "sisa-sous-le-minimum"])
def structure(request: pytest.FixtureRequest) -> Structure:
    return read_dossier(EXAMPLES / f"{request.param}.json")


@pytest.fixture(scope="module")
def bones(structure: Structure) -> list[tuple[str, Any]]:
    return skeleton(report_on(told_otherwise(structure, "x")))


@pytest.mark.parametrize("word", [*LIVELY, *ADDRESSES])
def test_what_a_dossier_says_makes_nothing_but_words(
    word: str, structure: Structure, bones: list[tuple[str, Any]]
) -> None:
    assert skeleton(report_on(told_otherwise(structure, word))) == bones


@pytest.mark.parametrize("word", LIVELY)
def test_words_are_read_as_they_were_told(word: str) -> None:
    for start, end in (("", ""), ("- ", ""), ("**", "**"), ("# ", "")):
        (inline,) = [one for one in MarkdownIt().parse(start + plain(word) + end) if one.children]
        said = "".join(one.content for one in inline.children or ())
        assert said == word.replace("\n", "\\u000a")


@pytest.mark.parametrize("word", ADDRESSES)
def test_an_address_is_cut_where_readers_look_for_one(word: str) -> None:
    """Those who make links of bare words look for ``//``, for ``@``, or for a dot before letters."""
    said = plain(word)
    assert "//" not in said
    assert "@" not in said
    assert not [end for end in ("com", "рф", "Com", "evil", "1") if f".{end}" in said.partition("/")[0]]
