"""The report in a real browser: nothing is refused, nothing is asked of elsewhere, nothing a dossier says runs."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from browser.browsing import barriers, opened, reached_by_keyboard

pytest.importorskip("jinja2", reason="the report needs the extra cpts-model[report]")

from cpts_model import CPTS, Membership, Professional, assess, read_register
from cpts_model.report.document import html_report
from golden import EXAMPLES

ON = date(2026, 11, 21)
HOSTILE = "</title></style></script><script>document.title = 'run'</script><img src=https://example.org/x>"


def hostile() -> str:
    names = (HOSTILE, "W" * 10_000, "\N{RIGHT-TO-LEFT OVERRIDE}evil")
    members = tuple(
        Membership(member=Professional(id=f"{n}", name=name), joined_on=date(2020, 1, 6))
        for n, name in enumerate(names)
    )
    return html_report([assess(CPTS(id=name[:99], name=name, members=members), on=ON) for name in names])


def of(example: str) -> str:
    register = read_register(EXAMPLES / example)
    judged = assess(register, on=ON)
    return html_report(judged if len(register) > 1 else judged.structures[0])


REPORTS = {
    "hostile": hostile,
    "register": lambda: of("registre-deux-cpts.json"),
    "one": lambda: of("msp-sous-contrat.json"),
}


@pytest.fixture(scope="module", params=REPORTS.values(), ids=REPORTS)
def source(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(request.param(), encoding="utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_is_quiet_whole_and_as_wide_as_a_phone(browser: Any, source: Path, scheme: str) -> None:
    seen = {"viewport": {"width": 360, "height": 740}, "color_scheme": scheme}
    with opened(browser, source.as_uri(), **seen) as (page, noticed):
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(source.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        page.pdf()
        assert noticed.nothing, noticed
        assert said == []
        assert page.title().startswith("Rapport")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_nothing_stops_a_reader(browser: Any, source: Path, axe: Path) -> None:
    with opened(browser, source.as_uri(), bypass_csp=True) as (page, _):
        page.goto(source.as_uri())
        # A section that is not seen yet has no place of its own: axe would find it on top of others.
        page.add_style_tag(content="* { content-visibility: visible !important; }")
        for width, scheme, folded in ((360, "light", False), (1280, "dark", True)):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            page.evaluate(
                "open => document.querySelectorAll('details').forEach(one => { one.open = open })", not folded
            )
            assert not barriers(page, axe), (width, scheme, folded)


def test_the_keyboard_skips_to_the_verdicts_and_opens_what_is_folded(browser: Any, source: Path) -> None:
    with opened(browser, source.as_uri()) as (page, _):
        page.goto(source.as_uri())
        (first,) = reached_by_keyboard(page, 1)
        assert first.startswith("a ")
        page.locator("details > summary").first.focus()
        page.keyboard.press("Enter")
        assert page.locator("details[open]").count() == 1


def test_the_index_sorts_from_the_keyboard(browser: Any, source: Path) -> None:
    with opened(browser, source.as_uri()) as (page, _):
        page.goto(source.as_uri())
        if page.locator(".index").count() == 0:
            pytest.skip("a report on one structure has no index")
        before = page.locator(".index tbody th").all_inner_texts()
        page.locator(".index thead button").first.focus()
        page.keyboard.press("Enter")
        once = page.locator(".index tbody th").all_inner_texts()
        page.keyboard.press("Enter")
        assert page.locator(".index thead th").first.get_attribute("aria-sort") == "descending"
        assert page.locator(".index tbody th").all_inner_texts() == once[::-1]
        assert sorted(before) == sorted(once)


def test_printing_opens_what_matters_and_closes_it_again(browser: Any, source: Path) -> None:
    with opened(browser, source.as_uri()) as (page, _):
        page.goto(source.as_uri())
        count = "document.querySelectorAll('details[open]').length"
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.evaluate(count) == page.locator("details.printed").count() > 0
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.evaluate(count) == 0
