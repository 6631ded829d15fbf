"""A small page that holds the form alone, served on this machine with the policy of the page that judges."""

import json
from functools import partial
from pathlib import Path
from typing import Any

from browser.browsing import Quiet
from cpts_model.engine.text import Lang
from cpts_model.report.document import stylesheet
from golden import EXAMPLES
from pages.judge.page import POLICY
from pages.judge.words.form import FORM

DOCS = Path(__file__).resolve().parents[2] / "docs"

SCRIPT = """\
import { DossierForm } from "./form/form.js";
import { fieldOf } from "./form/field.js";
import * as paths from "./form/paths.js";
import { shapeAt, structureOf } from "./form/shapes.js";

const lang = document.documentElement.lang;
const words = JSON.parse(document.querySelector("#words").textContent);
const schema = await (await fetch(`../schema/dossier.${lang}.json`)).json();
const host = document.querySelector("#form");
const changes = [];
const form = new DossierForm({ host, schema, words, lang, onChange: (dossier, path) => {
  changes.push({ dossier, path });
  window.dossier = dossier;
} });
Object.assign(window, { form, changes, schema, words, lang, fieldOf, paths, shapeAt, structureOf });
// What the form is given is frozen: whatever wrote into it would throw.
const frozen = (one) => {
  if (typeof one === "object" && one !== null) Object.values(Object.freeze(one)).forEach(frozen);
  return one;
};
window.show = (dossier) => { window.dossier = frozen(dossier); return form.show(dossier); };
document.body.dataset.ready = "yes";
"""


def page(lang: Lang) -> str:
    """The page that holds the form."""
    words = json.dumps({key: text.to(lang) for key, text in FORM.items()}).replace("<", "\\u003c")
    return (
        f'<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>Form</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="report.css"><link rel="stylesheet" href="form.css">'
        f'<script type="application/json" id="words">{words}</script>'
        '<script type="module" src="harness.js"></script>'
        '<body><main><h1>Form</h1><div id="form"></div><div id="alone"></div></main></body></html>'
    )


class Answers(Quiet):
    """The folder of the site as it is written, and the three files that stand for the page."""

    def do_GET(self) -> None:  # noqa: N802 - the name that is called
        made = {
            "/judge/en.html": ("text/html", partial(page, "en")),
            "/judge/fr.html": ("text/html", partial(page, "fr")),
            "/judge/harness.js": ("text/javascript", lambda: SCRIPT),
            "/judge/report.css": ("text/css", stylesheet),
        }.get(self.path)
        if made is None:
            return super().do_GET()
        body = made[1]().encode()
        self.send_response(200)
        self.send_header("Content-Type", f"{made[0]}; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)
        return None

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


def begin(page: Any, home: str, lang: str) -> None:
    page.goto(f"{home}judge/{lang}.html")
    page.wait_for_selector("[data-ready]")


def show(page: Any, dossier: Any) -> None:
    assert page.evaluate("dossier => show(dossier)", dossier)


def now(page: Any) -> Any:
    """The dossier that the form handed on last."""
    return page.evaluate("() => window.dossier")


def at(dossier: Any, path: str) -> Any:
    for step in path.replace("[", ".").replace("]", "").split("."):
        dossier = dossier[int(step)] if isinstance(dossier, list) else dossier.get(step, "unknown")
    return dossier


def example(name: str) -> Any:
    """A dossier of the examples, what is said of every member said of each."""
    dossier = json.loads((EXAMPLES / name).read_text(encoding="utf-8"))
    every = dossier.pop("every_member", {})
    return dossier | (
        {"members": [every | one for one in dossier["members"]]} if "members" in dossier else {}
    )
