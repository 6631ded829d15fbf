"""A browser that goes nowhere else, and what it notices of a page."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import attrs


@attrs.define
class Noticed:
    """What went wrong while pages were open."""

    errors: list[str] = attrs.field(factory=list)
    """What the console told as an error, and what was thrown."""
    outside: list[str] = attrs.field(factory=list)
    """What a page asked of other hosts; nothing was sent."""
    failed: list[str] = attrs.field(factory=list)
    """What a page asked for and did not get."""

    @property
    def nothing(self) -> bool:
        return not (self.errors or self.outside or self.failed)

    def forget(self) -> None:
        """What was noticed until now was looked at."""
        for found in (self.errors, self.outside, self.failed):
            found.clear()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A page that is left before it has come is no error."""


@contextmanager
def served(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of a folder, served on this machine alone."""
    server = _Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    serving.join()


EMPTY_INDEX = json.dumps(
    {"config": {"lang": ["en"], "separator": " ", "pipeline": [], "fields": {}}, "docs": []}
)


@contextmanager
def opened(
    browser: Any, home: str, *, searched: bool = False, **options: Any
) -> Iterator[tuple[Any, Noticed]]:
    """A page of a new context that may ask nothing but of one place, and what is noticed of it.

    Each page reads the words of all, which takes a while: only where it is ``searched``.
    """
    context = browser.new_context(**options)
    noticed = Noticed()

    def answer(route: Any) -> None:
        url = route.request.url
        if url.endswith("search_index.json") and not searched:
            route.fulfill(body=EMPTY_INDEX, content_type="application/json")
        elif url.startswith((home, "data:", "blob:", "about:")):
            route.continue_()
        else:
            noticed.outside.append(url)
            route.abort()

    context.route("**/*", answer)
    page = context.new_page()
    page.on("console", lambda message: message.type == "error" and noticed.errors.append(message.text))
    page.on("pageerror", lambda error: noticed.errors.append(str(error)))
    page.on("requestfailed", lambda request: _left(request) or noticed.failed.append(request.url))
    page.on("response", lambda got: got.status >= 400 and noticed.failed.append(got.url))
    try:
        yield page, noticed
    finally:
        context.close()


def _left(request: Any) -> bool:
    """Whether a request ended because its page was left."""
    return "ERR_ABORTED" in request.failure


def barriers(page: Any, axe: Path) -> list[str]:
    """What axe-core finds in a page that would stop somebody, by WCAG 2.2 at level AA; its place and its cause."""
    page.add_script_tag(path=axe)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})",
        tags,
    )
    return [
        f"{one['id']}: {json.dumps(node['target'])} {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


def reached_by_keyboard(page: Any, presses: int) -> list[str]:
    """What the key Tab leads to, one after the other: tag and words."""
    reached = []
    for _ in range(presses):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "() => { const on = document.activeElement;"
                " return on.tagName.toLowerCase() + ' ' + (on.getAttribute('aria-label') || on.textContent).trim().slice(0, 60) }"
            )
        )
    return reached
