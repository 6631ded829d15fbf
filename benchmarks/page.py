"""The page that judges in the browser, beside the same questions asked of CPython.

    python -m mkdocs build -q -d /tmp/site && python -m pages.judge /tmp/site
    python benchmarks/page.py /tmp/site          # --members, --rounds, --json

Needs playwright and Chromium (tests/browser/needs.sh). Each question is asked on another day, so that nothing
is remembered; both sides answer the same texts, through ``pages.judge.engine.call``.
"""

import argparse
import copy
import json
import statistics
import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

QUESTIONS: dict[str, dict[str, Any]] = {
    "the verdict of the whole": {"call": "summary"},
    "the verdicts, shown": {"call": "part", "part": "verdicts"},
    "the deadlines, shown": {"call": "part", "part": "deadlines"},
    "the timeline, drawn": {"call": "part", "part": "timeline"},
    "what to ask": {"call": "questions"},
    "the report as a file": {"call": "html"},
}


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


def dossier(members: int) -> str:
    """A CPTS of so many invented members, after the example."""
    told = json.loads((ROOT / "examples" / "cpts-ouest-gironde.json").read_text())
    every = told.pop("every_member", {})
    one = {**every, **told["members"][0]}
    told["members"] = []
    for number in range(members):
        member = copy.deepcopy(one)
        member["member"] |= {"id": f"p-{number}", "name": f"Personne inventée {number}"}
        member["member"].pop("rpps", None)
        told["members"].append(member)
    return json.dumps(told)


def days(question: int, rounds: int) -> list[str]:
    return [f"2025-{1 + question:02}-{1 + turn:02}" for turn in range(rounds)]


def in_cpython(text: str, rounds: int) -> dict[str, list[float]]:
    from pages.judge.engine import call

    found: dict[str, list[float]] = {}
    for place, (name, asked) in enumerate(QUESTIONS.items()):
        for day in days(place, rounds):
            arguments = {"lang": "fr", "dossier": text, "on": day} | {
                key: value for key, value in asked.items() if key != "call"
            }
            begun = time.perf_counter()
            call(asked["call"], json.dumps(arguments))
            found.setdefault(name, []).append(time.perf_counter() - begun)
    return found


def in_the_page(home: str, text: str, rounds: int) -> tuple[float, dict[str, list[float]]]:
    from playwright.sync_api import sync_playwright

    found: dict[str, list[float]] = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        begun = time.perf_counter()
        page.goto(f"{home}judge/juger.html")
        page.locator("#choose:not([disabled])").wait_for(timeout=120_000)
        ready = time.perf_counter() - begun
        timing = page.evaluate_handle(
            """async () => {
              const { Engine } = await import("./engine.js");
              const engine = new Engine({ manifest: document.body.dataset.engine, lang: "fr", onProgress: () => {}, onReady: () => {}, onBusy: () => {} });
              await engine.start();
              return engine;
            }"""
        )
        for place, (name, asked) in enumerate(QUESTIONS.items()):
            for day in days(place, rounds):
                arguments = {"dossier": text, "on": day} | {
                    key: value for key, value in asked.items() if key != "call"
                }
                seconds = timing.evaluate(
                    """async (engine, [name, args]) => {
                      const begun = performance.now();
                      await engine.call(name, args);
                      return (performance.now() - begun) / 1000;
                    }""",
                    [asked["call"], arguments],
                )
                found.setdefault(name, []).append(seconds)
        browser.close()
    return ready, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="a built site, with its engine")
    parser.add_argument("--members", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(asked.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    text = dossier(asked.members)
    plain = in_cpython(text, asked.rounds)
    ready, paged = in_the_page(f"http://127.0.0.1:{server.server_port}/", text, asked.rounds)
    rows = {
        name: {
            "cpython": statistics.median(plain[name]),
            "page": statistics.median(paged[name]),
            "first": paged[name][0],
            "ratio": statistics.median(paged[name]) / statistics.median(plain[name]),
        }
        for name in QUESTIONS
    }
    if asked.json:
        print(json.dumps({"members": asked.members, "ready": ready, "questions": rows}, indent=2))
        return
    print(f"{asked.members} members; the engine is ready {ready:.1f} s after the page is asked for\n")
    print(f"{'':28} {'CPython s':>10} {'page s':>10} {'first s':>10} {'ratio':>7}")
    for name, row in rows.items():
        print(
            f"{name:28} {row['cpython']:10.3f} {row['page']:10.3f} {row['first']:10.3f} {row['ratio']:7.1f}"
        )


if __name__ == "__main__":
    main()
