"""The picture of a machine is the table of the machine: all of it, once, and nothing covering anything."""

import re
from collections import Counter
from datetime import date
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

pytest.importorskip("defusedxml", reason="pictures are read back by defusedxml")

from cpts_model.engine.dates import Period, since
from cpts_model.engine.text import LANGS, Lang
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.life.deadlines import DeadlineKind
from cpts_model.life.machine import Machine, State, Transition
from cpts_model.life.projet import PROJET_MACHINES
from cpts_model.life.sisa import SISA_BELOW_MINIMUM
from cpts_model.report.chronology import chronology
from cpts_model.report.pictures.layers import back_edges, ranks
from cpts_model.report.pictures.mermaid import states_mermaid, timeline_mermaid
from cpts_model.report.pictures.states import states_svg
from cpts_model.report.pictures.svg import Box
from timelines import (
    HOSTILE,
    ON,
    SVG,
    cpts,
    deadline,
    drawn,
    machine,
    opened_on,
    overlapping,
    random_machine,
    rect_box,
    state,
    text_boxes,
    transition,
    words_of,
)

REAL = [*dict.fromkeys(PROJET_MACHINES.values()), SISA_BELOW_MINIMUM]
MACHINES = [*REAL, *map(random_machine, range(60))]
DAYS = [date(2012, 1, 1), date(2019, 7, 26), date(2019, 7, 27), ON]


def groups(root: Element, css: str) -> list[Element]:
    return [node for node in root.iter(f"{SVG}g") if node.attrib["class"] == css]


def states_of(root: Element) -> list[str]:
    return [node.attrib["data-state"] for node in groups(root, "node")]


def ways_of(root: Element) -> Counter[tuple[str, str]]:
    return Counter(
        (node.attrib["data-source"], node.attrib["data-target"]) for node in groups(root, "transition")
    )


def ways(transitions: tuple[Transition, ...]) -> Counter[tuple[str, str]]:
    return Counter((one.source.id, one.target.id) for one in transitions)


def boxes_of(root: Element) -> list[tuple[str, Box]]:
    """The boxes of states, of the words of transitions, and the cards of those that lead back."""
    found = [
        *groups(root, "node"),
        *(node for node in groups(root, "transition") if node.find(f"{SVG}rect") is not None),
    ]
    cards = [node for node in root.iter(f"{SVG}rect") if node.attrib["class"] == "words card"]
    boxes = [(str(node.attrib), rect_box(next(node.iter(f"{SVG}rect")))) for node in found]
    return [*boxes, *(("card", rect_box(card)) for card in cards)]


@pytest.mark.parametrize("drawn_machine", MACHINES, ids=lambda one: one.id)
class TestThePictureIsTheTable:
    def test_every_state_and_every_transition_is_there_once(self, drawn_machine: Machine) -> None:
        root = drawn(states_svg(drawn_machine))
        assert sorted(states_of(root)) == sorted(one.id for one in drawn_machine.states)
        assert ways_of(root) == ways(drawn_machine.transitions)

    @pytest.mark.parametrize("on", DAYS)
    def test_of_a_day_it_shows_the_transitions_of_that_day(self, drawn_machine: Machine, on: date) -> None:
        root = drawn(states_svg(drawn_machine, on=on))
        table = tuple(one for one in drawn_machine.transitions if on in one.in_force)
        assert ways_of(root) == ways(table)
        joined = {drawn_machine.initial, *(one.source for one in table), *(one.target for one in table)}
        assert sorted(states_of(root)) == sorted(one.id for one in joined)

    def test_no_box_covers_another_and_all_is_inside(self, drawn_machine: Machine) -> None:
        root = drawn(states_svg(drawn_machine))
        assert overlapping(boxes_of(root)) == []
        assert overlapping([one for one in text_boxes(root) if one[0]]) == []
        width, height = float(root.attrib["width"]), float(root.attrib["height"])
        for _, box in [*boxes_of(root), *text_boxes(root)]:
            assert box.x >= 0
            assert box.y >= 0
            assert box.right <= width
            assert box.bottom <= height

    def test_the_words_stand_inside_their_boxes(self, drawn_machine: Machine) -> None:
        root = drawn(states_svg(drawn_machine))
        boxes = [box for _, box in boxes_of(root)]
        first = min(box.y for box in boxes)
        for words, text in text_boxes(root):
            if text.y > first and not words.startswith("Retours à un état"):
                around = [box for box in boxes if box.overlaps(text)]
                assert len(around) == 1, words
                assert around[0].x <= text.x, words
                assert text.right <= around[0].right, words
                assert around[0].y <= text.y, words
                assert text.bottom <= around[0].bottom, words

    def test_no_line_runs_through_a_box(self, drawn_machine: Machine) -> None:
        root = drawn(states_svg(drawn_machine))
        inner = [Box(box.x + 2, box.y + 2, box.width - 4, box.height - 4) for _, box in boxes_of(root)]
        for node in root.iter(f"{SVG}path"):
            points = [tuple(map(float, point.split())) for point in node.attrib["d"][1:].split(" L")]
            for (x1, y1), (x2, y2) in pairwise(points):
                for step in range(41):
                    x, y = x1 + (x2 - x1) * step / 40, y1 + (y2 - y1) * step / 40
                    assert not any(box.x < x < box.right and box.y < y < box.bottom for box in inner), (
                        node.attrib
                    )

    def test_mermaid_tells_the_same_table(self, drawn_machine: Machine) -> None:
        names, arrows = read_states(states_mermaid(drawn_machine))
        assert sorted(names.values()) == sorted(one.label.fr for one in drawn_machine.states)
        told = Counter((names[source], names[target]) for source, target in arrows)
        assert told == Counter(
            (one.source.label.fr, one.target.label.fr) for one in drawn_machine.transitions
        )


_NUMBERED = re.compile(r"#(\d+);")
_STATE = re.compile(r'    state "([^"\n]+)" as (s\d+)')
_ARROW = re.compile(r"    (s\d+|\[\*\]) --> (s\d+|\[\*\])(?: : ([^\n:;#\"]|#\d+;)+)?")
_TASK = re.compile(
    r"    ([^:;#\n]|#\d+;)+ :(active, |crit, )?(milestone, )?\d{4}-\d\d-\d\d, (0d|\d{4}-\d\d-\d\d)"
)
_SECTION = re.compile(r"    (section|title) ([^:;#\n]|#\d+;)+")


def read_states(diagram: str) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """A ``stateDiagram-v2``, read by a grammar stricter than Mermaid's own."""
    first, *lines = diagram.splitlines()
    assert first == "stateDiagram-v2"
    names: dict[str, str] = {}
    arrows: list[tuple[str, str]] = []
    for line in lines:
        if found := _STATE.fullmatch(line):
            names[found[2]] = _NUMBERED.sub(lambda number: chr(int(number[1])), found[1])
        else:
            arrow = _ARROW.fullmatch(line)
            assert arrow, line
            arrows.append((arrow[1], arrow[2]))
    return names, [(source, target) for source, target in arrows if "[*]" not in (source, target)]


class TestMarks:
    def test_the_article_stands_on_each_arrow(self) -> None:
        root = drawn(states_svg(machine(transition(state("a"), state("b"), "l'agence valide"))))
        words = [node.text for node in groups(root, "transition")[0].iter(f"{SVG}text")]
        assert words == ["l'agence valide", "CSP, art. L1434-12, al. 6"]

    def test_the_period_of_a_transition_stands_where_every_version_is_drawn(self) -> None:
        dated = machine(transition(state("a"), state("b"), in_force=since(2019, 7, 27)))
        assert "27/07/2019 – …" in words_of(drawn(states_svg(dated)))
        assert "27/07/2019 – …" not in words_of(drawn(states_svg(dated, on=ON)))

    @pytest.mark.parametrize(("on", "here"), [(date(2024, 2, 29), "commence"), (date(2024, 3, 1), "parti")])
    def test_where_a_subject_stands_is_said_and_not_only_coloured(self, on: date, here: str) -> None:
        standing = opened_on(date(2024, 3, 1)).standing(cpts(), on=on)
        root = drawn(states_svg(standing.machine, standing=standing))
        marked = {
            node.attrib["data-state"]
            for node in groups(root, "node")
            if any((text.text or "").startswith("● ici le") for text in node.iter(f"{SVG}text"))
        }
        assert marked == {here}
        names, _ = read_states(states_mermaid(standing.machine, standing=standing))
        assert [name for name in names.values() if name.startswith("● ")] == [f"● état {here}"]

    def test_where_it_may_stand_is_said_to_be_possible(self) -> None:
        def untold(subject: object, on: date) -> bool:
            return bool(UNKNOWN)

        begun, gone = state("a"), state("b")
        doubt = Machine(
            id="doute",
            title=begun.label,
            initial=begun,
            transitions=(
                Transition(
                    source=begun,
                    target=gone,
                    when=begun.label,
                    taken=untold,
                    basis=transition(begun, gone).basis,
                ),
            ),
            days=lambda subject: (),
        )
        words = words_of(drawn(states_svg(doubt, standing=doubt.standing(cpts(), on=ON))))
        assert words.count("? peut-être ici le 21/11/2026") == 2

    def test_a_final_state_has_a_double_frame_and_the_sign_is_explained(self) -> None:
        last = machine(transition(state("a"), state("b", final=True)))
        root = drawn(states_svg(last))
        frames = [len([*node.iter(f"{SVG}rect")]) for node in groups(root, "node")]
        assert frames == [1, 2]
        assert any("double trait" in words for words in words_of(root))
        assert states_mermaid(last).splitlines()[-1] == "    s1 --> [*]"

    @pytest.mark.parametrize("lang", LANGS)
    def test_it_is_told_to_those_who_do_not_see_it(self, lang: Lang) -> None:
        root = drawn(states_svg(SISA_BELOW_MINIMUM, lang=lang))
        described = root.findtext(f"{SVG}desc") or ""
        for one in SISA_BELOW_MINIMUM.transitions:
            assert one.source.label.to(lang) in described
            assert one.when.to(lang) in described


class TestLayers:
    def test_what_leads_back_is_found_from_the_first_on(self) -> None:
        assert back_edges(3, [(0, 1), (1, 2), (2, 0), (1, 1)]) == (2, 3)
        assert back_edges(3, [(0, 2), (2, 1)]) == ()

    def test_a_state_stands_below_the_lowest_that_leads_to_it(self) -> None:
        assert ranks(4, [(0, 1), (0, 3), (1, 2), (2, 3)]) == (0, 1, 2, 3)


class TestHostileWords:
    def test_words_of_a_machine_are_words(self) -> None:
        hostile: State = state(HOSTILE)
        taken = machine(transition(hostile, state("b"), HOSTILE), transition(state("b"), hostile, "end"))
        root = drawn(states_svg(taken))
        assert not [node for node in root.iter() if "script" in node.tag]
        names, arrows = read_states(states_mermaid(taken))
        assert len(names) == 2
        assert len(arrows) == 2
        assert "<script>alert(1)</script>" in next(iter(names.values()))

    @pytest.mark.parametrize("name", [HOSTILE, "x" * 10_000, " "])
    def test_the_timeline_in_mermaid_is_well_formed(self, name: str) -> None:
        due = [deadline("k", ON, DeadlineKind.END, HOSTILE), deadline("u", UNKNOWN, DeadlineKind.END)]
        standing = opened_on(date(2024, 3, 1)).standing(cpts(), on=ON)
        told = chronology(
            cpts(name=name, formed_on=date(2021, 9, 1)), on=ON, deadlines=due, standings=[standing]
        )
        first, *lines = timeline_mermaid(told).splitlines()
        assert first == "gantt"
        head = ("    dateFormat YYYY-MM-DD", "    axisFormat %Y", "    todayMarker off")
        assert [
            line for line in lines if not (line in head or _SECTION.fullmatch(line) or _TASK.fullmatch(line))
        ] == []
        assert "    01/09/2021 constituée :milestone, 2021-09-01, 0d" in lines
        assert "    état commence :active, 2021-01-01, 2024-03-01" in lines
        assert "    21/11/2026 :crit, milestone, 2026-11-21, 0d" in lines

    def test_the_day_it_is_seen_from_is_not_drawn_outside_the_window(self) -> None:
        told = chronology(cpts(), on=ON, until=date(2025, 1, 1), deadlines=(), standings=())
        assert "21/11/2026 :" not in timeline_mermaid(told)

    def test_the_last_day_of_the_calendar_ends_a_bar(self) -> None:
        told = chronology(cpts(), on=ON, since=date(2016, 1, 1), until=date.max, deadlines=(), standings=())
        assert ":2022-03-31, 9999-12-31" in timeline_mermaid(told)


def test_a_period_that_ends_is_told() -> None:
    ended = machine(transition(state("a"), state("b"), in_force=Period(None, date(2019, 7, 27))))
    assert "… – 26/07/2019" in words_of(drawn(states_svg(ended)))
