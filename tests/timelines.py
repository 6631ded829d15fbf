"""Invented deadlines, machines and pictures read back, for the tests of pictures and calendars."""

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any
from xml.etree.ElementTree import Element

import defusedxml.ElementTree as Safe

from cpts_model.engine.citations import CSP, Authority, Citation, Evidence
from cpts_model.engine.dates import Period
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.structures import CPTS
from cpts_model.life.basis import Basis
from cpts_model.life.deadlines import Deadline, DeadlineKind
from cpts_model.life.machine import Machine, State, Transition
from cpts_model.report.pictures.svg import BOLD, Box, width_of

ON = date(2026, 11, 21)
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = 'a"b;c:d#e<script>alert(1)</script>&amp;]]>\x00\x1b[2J\r\nBEGIN:VEVENT\u202e\ud800\ufffe {}[]|-->end %% `x` $y \\n'
BASIS = Basis(
    cites=Citation(CSP, "L1434-12", "al. 6", "LEGIARTI000000000001"),
    also_cites=(Citation(CSP, "L1434-13"),),
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=date(2024, 1, 1),
    source="Légifrance",
)

_SIZES = {"title": 24 * BOLD, "heading": 15 * BOLD, "state": 14 * BOLD, "day": 13 * BOLD, "lane": 13 * BOLD}
_SIZES |= {"name": 14.0, "label": 13.0, "small": 11.5}
"""The size of the letters of each class of text, as the style of the pictures sets it."""


def deadline(
    key: str, day: date | Unknown, kind: DeadlineKind, title: str = "à faire", **told: Any
) -> Deadline:
    return Deadline(
        subject_id="cpts-essai", key=key, day=day, kind=kind, title=Text(title, title), basis=BASIS, **told
    )


def state(name: str, *, final: bool = False) -> State:
    return State(id=name, label=Text(f"état {name}", f"state {name}"), means=Text(name, name), final=final)


def transition(
    source: State,
    target: State,
    when: str = "un événement",
    *,
    holds: bool = False,
    in_force: Period | None = None,
) -> Transition:
    return Transition(
        source=source,
        target=target,
        when=Text(when, when),
        taken=lambda subject, on: holds,
        basis=BASIS,
        in_force=in_force or Period(),
    )


def machine(
    *transitions: Transition, initial: State | None = None, days: tuple[date, ...] = (), name: str = "essai"
) -> Machine:
    return Machine(
        id=name,
        title=Text("Essai", "Trial"),
        initial=initial or transitions[0].source,
        transitions=transitions,
        days=lambda subject: days,
    )


def opened_on(day: date) -> Machine:
    """A machine that leaves its first state on a day."""
    begun, gone = state("commence"), state("parti")
    leave = Transition(
        source=begun,
        target=gone,
        when=Text("le jour venu", "the day come"),
        taken=lambda subject, on: on >= day,
        basis=BASIS,
    )
    return machine(leave, days=(day,))


def random_machine(seed: int) -> Machine:
    """A machine of some states, with ways forward, back, round and across."""
    random = Random(seed)
    states = [state(f"e{number}", final=random.random() < 0.2) for number in range(random.randint(2, 9))]
    ways = [(states[number], states[number + 1]) for number in range(len(states) - 1)]
    ways += [(random.choice(states), random.choice(states)) for _ in range(random.randint(0, 12))]
    words = [
        "l'agence",
        "valide",
        "le",
        "projet",
        "de",
        "santé",
        "par",
        "écrit,",
        "dans",
        "les",
        "délais,",
        "après",
        "avis",
        "de",
        "la",
        "caisse",
    ]
    periods = [None, Period(date(2019, 7, 27)), Period(None, date(2019, 7, 27))]
    return machine(
        *(
            transition(
                *way, " ".join(words[: random.randint(1, len(words))]), in_force=random.choice(periods)
            )
            for way in ways
        ),
        initial=states[0],
        name=f"essai-{seed}",
    )


def random_deadlines(seed: int) -> list[Deadline]:
    random = Random(seed)
    days = [date(random.randint(2021, 2029), random.randint(1, 12), random.randint(1, 28)) for _ in range(25)]
    return [
        deadline(str(number), day, random.choice(list(DeadlineKind)), "à faire " * random.randint(1, 30))
        for number, day in enumerate(days[: random.randint(0, 25)])
    ]


def cpts(**told: Any) -> CPTS:
    return CPTS(**{"id": "cpts-essai", "name": "CPTS d'essai", **told})


def drawn(svg: str) -> Element:
    """A picture, read back by a parser that takes no entity and no document type."""
    root: Element = Safe.fromstring(svg, forbid_dtd=True)
    return root


def words_of(root: Element) -> list[str]:
    return [node.text or "" for node in root.iter(f"{SVG}text")]


def text_boxes(root: Element) -> Iterator[tuple[str, Box]]:
    """The room that each text takes."""
    for node in root.iter(f"{SVG}text"):
        words = node.text or ""
        size = _SIZES[node.attrib["class"].split()[0]]
        height = size if size < 15 else size / BOLD
        x, y = float(node.attrib["x"]), float(node.attrib["y"])
        yield words, Box(x, y - height * 0.78, width_of(words, size), height)


def rect_box(node: Element) -> Box:
    return Box(*(float(node.attrib[name]) for name in ("x", "y", "width", "height")))


def overlapping(boxes: list[tuple[str, Box]]) -> list[tuple[str, str]]:
    return [
        (one, other)
        for number, (one, box) in enumerate(boxes)
        for other, second in boxes[number + 1 :]
        if box.overlaps(second)
    ]
