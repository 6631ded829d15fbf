"""The page that judges, as somebody uses it: what is opened, dropped, asked and taken away."""

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import attrs

from browser.browsing import Noticed, opened
from cpts_model.engine.text import Lang

PAGES = {"en": "judge/index.html", "fr": "judge/juger.html"}
TODAY = "2026-11-21"
"""The day on which the browser believes to be."""

COUNTED = """
window.engineAsked = { waiting: 0, answered: 0, shares: [] };
window.Worker = class extends Worker {
    constructor(...told) {
        super(...told);
        window.engineWorker = this;
        this.addEventListener('message', ({ data }) => {
            if (data.of) setTimeout(() => engineAsked.shares.push(document.querySelector('#loading-bar').value));
            if (!data.id) return;
            engineAsked.waiting -= 1;
            engineAsked.answered += 1;
        });
    }
    postMessage(message) {
        if (message.id) engineAsked.waiting += 1;
        super.postMessage(message);
    }
    terminate() {
        engineAsked.waiting = 0;
        super.terminate();
    }
};
"""
"""Count what the page waits for, so that nothing is looked at too early."""

AT_REST = "!engineAsked.waiting && document.querySelector('#work').ariaBusy !== 'true'"

DROP = """([name, type, bytes]) => {
    const held = new DataTransfer();
    held.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], name, { type }));
    const fire = (what) => document.querySelector('#drop h3').dispatchEvent(
        new DragEvent(what, { bubbles: true, cancelable: true, dataTransfer: held }));
    fire('dragover');
    const over = document.querySelector('#drop').classList.contains('over');
    fire('drop');
    return over;
}"""


@attrs.define
class JudgePage:
    """A page that judges, its engine loaded."""

    page: Any
    noticed: Noticed
    lang: Lang
    address: str
    words: dict[str, str]
    requests: list[str] = attrs.field(factory=list)
    """Every address that the page asked something of."""

    def __call__(self, selector: str) -> Any:
        """What a selector finds."""
        return self.page.locator(selector)

    def say(self, word: str, /, **places: object) -> str:
        """A word of the page."""
        words = self.words[word]
        for place, value in places.items():
            words = words.replace(f"{{{place}}}", str(value))
        return words

    def wait_until_ready(self) -> None:
        """Wait until the engine is loaded."""
        self("#choose:enabled").wait_for(state="attached", timeout=90_000)

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Something is done that asks the engine; left once it has answered all."""
        before = self.page.evaluate("() => engineAsked.answered")
        yield
        for _ in range(1200):
            if self.page.evaluate(f"(before) => engineAsked.answered > before && {AT_REST}", before):
                return
            self.page.wait_for_timeout(25)
        raise AssertionError("the engine did not answer")

    def idle(self) -> None:
        """Wait until the engine has nothing left to answer, and all of it is shown."""
        self.page.wait_for_timeout(25)
        while not self.page.evaluate(f"() => {AT_REST}"):
            self.page.wait_for_timeout(25)

    def begin_again(self) -> None:
        """Show the ways to begin."""
        self.page.evaluate("() => { document.querySelector('#begin').open = true }")

    def example(self, name: str, on: str = "") -> None:
        """Open an example, on a day if one is told."""
        self.begin_again()
        with self.asking():
            self(f'[data-example="{name}"]').click()
        if on:
            self.move(on)

    def blank(self, kind: str) -> None:
        """Begin from nothing."""
        self.begin_again()
        self("#kind").select_option(kind)
        with self.asking():
            self("#blank").click()

    def give(self, name: str, data: bytes, type: str = "application/octet-stream") -> None:
        """Choose a file."""
        self("#file").set_input_files({"name": name, "mimeType": type, "buffer": data})

    def take_in(self, name: str, data: bytes | str) -> None:
        """Choose a file, and wait until it is read and judged."""
        with self.asking():
            self.give(name, data.encode() if isinstance(data, str) else data)

    def open(self, dossier: object, on: str = "") -> None:
        """Open a dossier, on a day if one is told."""
        self.take_in("dossier.json", json.dumps(dossier, ensure_ascii=False))
        if on:
            self.move(on)

    def verdicts(self) -> str:
        """What the button for the verdicts gives."""
        return self.taken("take_verdicts")[1].decode()

    def dossier(self) -> Any:
        """What the button for the dossier gives."""
        return json.loads(self.taken("take_dossier")[1])

    def shown(self) -> str:
        """What is said of the dossier at hand."""
        return str(
            self("#work").evaluate(
                "one => [...one.querySelectorAll('#name, #summary, #panel-verdicts')].map((part) => part.textContent).join()"
            )
        )

    def drop(self, name: str, data: bytes) -> bool:
        """Drop a file; whether the page showed where to."""
        held = [name, "", base64.b64encode(data).decode()]
        return bool(self.page.evaluate(DROP, held))

    def move(self, on: str) -> None:
        """Move to another day."""
        if self("#on").input_value() != on:
            with self.asking():
                self("#on").fill(on)

    def tab(self, name: str) -> Any:
        """Show a panel: it is filled once this returns."""
        if name in ("dossier", "take"):
            self(f"#tab-{name}").click()
        else:
            with self.asking():
                self(f"#tab-{name}").click()
        return self(f"#panel-{name}")

    def taken(self, button: str) -> tuple[str, bytes]:
        """The name and the bytes of a file that the page hands over."""
        self("#tab-take").click()
        with self.page.expect_download() as waiting:
            self(f"#{button}").click()
        got = waiting.value
        return got.suggested_filename, Path(got.path()).read_bytes()


@contextmanager
def begun(browser: Any, home: str, lang: Lang, **options: Any) -> Iterator[JudgePage]:
    """The page in a language, while its engine loads."""
    from pages.judge.page import words

    options = {"permissions": ["clipboard-read", "clipboard-write"]} | options
    with opened(browser, home, **options) as (page, noticed):
        page.on("dialog", lambda asked: asked.accept())
        page.clock.set_fixed_time(datetime.fromisoformat(f"{TODAY}T12:00:00+00:00"))
        page.add_init_script(COUNTED)
        page.set_default_timeout(30_000)
        judge = JudgePage(page, noticed, lang, home + PAGES[lang], words(lang))
        page.on("request", lambda request: judge.requests.append(request.url))
        page.goto(judge.address)
        yield judge
