"""The timeline of a dossier: everything dated is there, nothing covers anything, whatever the dossier holds."""

from datetime import date, timedelta
from random import Random

import attrs
import pytest

pytest.importorskip("defusedxml", reason="pictures are read back by defusedxml")

from cpts_model.engine.citations import CSP, Article, ArticleVersion, Evidence
from cpts_model.engine.dates import Period
from cpts_model.engine.law import Law
from cpts_model.engine.observe import Fact
from cpts_model.engine.text import LANGS, Lang, Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.memberships import Membership
from cpts_model.facts.people import Professional
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.structures import SISA, MaisonDeSante
from cpts_model.law import LAW
from cpts_model.life.deadlines import DeadlineKind
from cpts_model.report.chronology import chronology, states_of
from cpts_model.report.chronology.lines import chronology_lines
from cpts_model.report.pictures.rows import Scale, staircase
from cpts_model.report.pictures.svg import cut, fold, width_of
from cpts_model.report.pictures.timeline import MOST_EVENTS, WIDTH, draw_timeline, timeline_svg
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
    random_deadlines,
    state,
    text_boxes,
    transition,
    words_of,
)
from world import STRUCTURES, RandomChoices, World


def joined(number: int, day: date, left: date | None = None) -> Membership:
    member = Professional(id=f"p{number}", name=f"Personne Inventée {number}")
    return Membership(member=member, joined_on=day, left_on=left)


def told(**facts: object) -> list[str]:
    return words_of(drawn(timeline_svg(cpts(**facts), on=ON, deadlines=())))


def shown(**facts: object) -> list[tuple[str, str]]:
    """The day and the words of each fact of the picture."""
    root = drawn(timeline_svg(cpts(**facts), on=ON, deadlines=()))
    groups = [node for node in root.iter(f"{SVG}g") if node.attrib["class"] == "fact"]
    return [tuple(part.text or "" for part in group.iter(f"{SVG}text")) for group in groups]  # type: ignore[misc]


class TestFacts:
    def test_what_the_dossier_dates_stands_at_its_day(self) -> None:
        projet = ProjetDeSante(transmitted_on=date(2021, 11, 15), received_complete_on=date(2021, 11, 22))
        assert shown(formed_on=date(2021, 9, 1), projet=projet) == [
            ("01/09/2021", "constituée"),
            ("15/11/2021", "projet transmis à l'ARS"),
            ("22/11/2021", "dossier complet reçu par l'ARS"),
        ]

    def test_what_nobody_told_is_not_there(self) -> None:
        assert shown() == []
        assert shown(formed_on=UNKNOWN, projet=None, contract=None) == []

    def test_members_of_one_day_are_counted(self) -> None:
        day = date(2022, 1, 10)
        members = (joined(1, day), joined(2, day), joined(3, date(2023, 5, 2), date(2024, 6, 30)))
        assert shown(members=members) == [
            ("10/01/2022", "2 adhésions"),
            ("02/05/2023", "adhésion : Personne Inventée 3"),
            ("30/06/2024", "départ : Personne Inventée 3"),
        ]

    def test_members_of_many_days_are_counted_by_month_then_by_year(self) -> None:
        monthly = tuple(joined(n, date(2024, 1 + n // 2, 1 + n % 2)) for n in range(20))
        assert ("01/01/2024", "2 adhésions (01/01/2024 – 02/01/2024)") in shown(members=monthly)
        assert len(shown(members=monthly)) == 10
        yearly = tuple(joined(n, date(1800 + 10 * n, 1, 1)) for n in range(20))
        far = chronology(cpts(members=yearly), on=ON, since=date(1700, 1, 1), deadlines=(), standings=())
        assert [event.words for event in far.events] == ["20 adhésions (01/01/1800 – 01/01/1990)"]
        assert far.events[0].more.endswith("Personne Inventée 11 et 8 autres")
        daily = tuple(joined(n, date(2020, 1, 1) + timedelta(n)) for n in range(1500))
        assert [words.split(" (")[0] for _, words in shown(members=daily)] == [
            "366 adhésions", "365 adhésions", "365 adhésions", "365 adhésions", "39 adhésions",
        ]  # fmt: skip

    def test_too_many_facts_leave_the_far_ones_out_and_say_so(self) -> None:
        events = chronology(cpts(), on=ON, deadlines=(), standings=())
        from cpts_model.report.chronology import Event

        many = tuple(Event(day=date(2020, 1, 1) + timedelta(n), words=f"fait {n}") for n in range(100))
        svg = draw_timeline(attrs.evolve(events, events=many, since=date(2020, 1, 1)))
        words = words_of(drawn(svg))
        assert sum(word.startswith("fait ") for word in words) == MOST_EVENTS
        assert "fait 99" in words
        assert "fait 0" not in words
        assert "Non dessinés : 20 autres faits datés." in words


class TestTheDayItIsSeenFrom:
    def test_it_is_named(self) -> None:
        assert "le 21/11/2026" in told(formed_on=date(2021, 9, 1))

    def test_it_is_not_drawn_outside_the_window(self) -> None:
        svg = timeline_svg(cpts(formed_on=date(2021, 9, 1)), on=ON, until=date(2022, 12, 31), deadlines=())
        assert "le 21/11/2026" not in words_of(drawn(svg))

    def test_it_stands_in_its_place_on_the_scale(self) -> None:
        svg = timeline_svg(cpts(), on=ON, since=date(2026, 1, 1), until=date(2026, 12, 31), deadlines=())
        now = next(node for node in drawn(svg).iter(f"{SVG}path") if node.attrib["class"] == "now")
        axis = next(node for node in drawn(svg).iter(f"{SVG}path") if node.attrib["class"] == "axis")
        left, right = (float(point.split()[0]) for point in axis.attrib["d"][1:].split("L"))
        at = float(now.attrib["d"][1:].split()[0])
        assert (at - left) / (right - left) == pytest.approx(
            324 / 365, abs=0.001
        )  # 21 November: 324 days passed


class TestDeadlines:
    def test_each_kind_has_a_shape_of_its_own_and_the_word_for_it(self) -> None:
        due = [deadline(kind.value, date(2027, 1, 1), kind, f"titre {kind.value}") for kind in DeadlineKind]
        root = drawn(timeline_svg(cpts(), on=ON, deadlines=due))
        shapes = set()
        for group in (node for node in root.iter(f"{SVG}g") if node.attrib["class"] == "deadline"):
            mark = next(node for node in group if "mark" in node.attrib.get("class", ""))
            points = [
                [float(place) for place in point.split(",")]
                for point in mark.attrib.get("points", "").split()
            ]
            upright = len({x for x, _ in points}) == 2  # a square has two sides that stand, a lozenge none
            shapes.add((mark.tag, len(points), upright))
        words = words_of(root)
        for kind in DeadlineKind:
            assert f"{kind.label.fr} : titre {kind.value}" in words
        assert len(shapes) == len(DeadlineKind)

    def test_what_is_not_certain_is_hollow_and_said_to_be(self) -> None:
        open_ = deadline(
            "x", date(2027, 1, 1), DeadlineKind.END, depends_on=(Fact("contract.ends_on", UNKNOWN, None),)
        )
        sure = deadline("y", date(2027, 1, 1), DeadlineKind.END)
        for one, hollow in ((open_, True), (sure, False)):
            root = drawn(timeline_svg(cpts(), on=ON, deadlines=[one]))
            group = next(node for node in root.iter(f"{SVG}g") if node.attrib["class"] == "deadline")
            assert any("hollow" in node.attrib.get("class", "") for node in group) is hollow
            said = " ".join(words_of(root))
            assert ("à confirmer ; dépend de : contract.ends_on" in said) is hollow

    def test_a_deadline_without_a_day_is_told_and_not_placed(self) -> None:
        root = drawn(
            timeline_svg(cpts(), on=ON, deadlines=[deadline("x", UNKNOWN, DeadlineKind.END, "sans jour")])
        )
        assert "à déterminer" in words_of(root)
        assert not [node for node in root.iter(f"{SVG}g") if node.attrib["class"] == "deadline"]

    @pytest.mark.parametrize(("day", "inside"), [(date(2026, 12, 31), True), (date(2027, 1, 1), False)])
    def test_what_falls_outside_the_window_is_counted(self, day: date, inside: bool) -> None:
        due = [deadline("x", day, DeadlineKind.END, "le terme")]
        words = words_of(drawn(timeline_svg(cpts(), on=ON, until=date(2026, 12, 31), deadlines=due)))
        assert ("terme : le terme" in words) is inside
        assert any(word.startswith("Hors de la période : 1 ") for word in words) is not inside

    def test_without_others_they_are_those_the_law_gives(self) -> None:
        projet = ProjetDeSante(transmitted_on=date(2021, 11, 15), received_complete_on=date(2021, 11, 22))
        words = " ".join(words_of(drawn(timeline_svg(cpts(projet=projet), on=ON))))
        assert "23/01/2022" in words
        assert "réputé validé" in words


class TestStates:
    def test_a_state_is_a_bar_from_its_first_day_to_the_day_looked_at(self) -> None:
        standing = opened_on(date(2024, 3, 1)).standing(cpts(), on=ON)
        lane = chronology(cpts(), on=ON, since=date(2024, 1, 1), deadlines=(), standings=[standing]).states[0]
        assert [(bar.words, bar.first, bar.last) for bar in lane.bars] == [
            ("état commence", date(2024, 1, 1), date(2024, 2, 29)),
            ("état parti", date(2024, 3, 1), ON),
        ]
        assert [(bar.begins, bar.ends) for bar in lane.bars] == [(False, True), (True, False)]

    def test_several_possible_states_are_one_bar_that_is_not_sure(self) -> None:
        def untold(subject: object, on: date) -> bool:
            return bool(UNKNOWN)

        begun, gone = state("a"), state("b")
        doubt = machine(attrs.evolve(transition(begun, gone), taken=untold))
        words = words_of(
            drawn(timeline_svg(cpts(), on=ON, deadlines=(), standings=[doubt.standing(cpts(), on=ON)]))
        )
        assert "? état a ou état b" in words

    def test_the_states_of_a_structure_are_those_of_its_projet_and_of_its_company(self) -> None:
        def ids(structure: object) -> list[str]:
            return [one.machine.id for one in states_of(structure, on=ON)]  # type: ignore[arg-type]

        company = SISA(id="s")
        assert len(ids(cpts())) == 1
        assert len(ids(company)) == 1
        assert len(ids(SISA(id="s", is_maison_de_sante=True))) == 2
        assert ids(MaisonDeSante(id="m", sisa=company)) == [*ids(MaisonDeSante(id="m")), *ids(company)]


class TestLaw:
    def law(self, *periods: Period) -> Law:
        versions = tuple(
            ArticleVersion(period=period, act=Text(f"loi {n}", f"law {n}"), evidence=Evidence.VERIFIED)
            for n, period in enumerate(periods, 1)
        )
        rule = next(rule for rule in LAW if rule.concerns(type(cpts())) and rule.cites.code == CSP)
        article = Article(
            code=CSP,
            number=rule.cites.article,
            title=Text("L'article", "The article"),
            checked_on=ON,
            versions=versions,
        )
        return Law((rule,), (article,))

    def test_each_version_is_a_bar_with_its_number(self) -> None:
        law = self.law(Period(None, date(2024, 1, 1)), Period(date(2024, 1, 1), None))
        words = words_of(drawn(timeline_svg(cpts(), on=ON, since=date(2022, 1, 1), law=law, deadlines=())))
        assert "1 · loi 1" in words
        assert "2 · loi 2" in words

    def test_an_article_that_did_not_change_is_told_in_words(self) -> None:
        words = words_of(drawn(timeline_svg(cpts(), on=ON, law=self.law(Period()), deadlines=())))
        assert any(word.startswith("Sans changement sur la période : CSP") for word in words)

    def test_every_version_of_the_real_law_within_the_window_is_there(self) -> None:
        told = chronology(cpts(), on=ON, since=date(2016, 1, 1), deadlines=(), standings=())
        lane = next(lane for lane in told.law if lane.name == "CSP, art. L1434-12")
        assert [bar.first for bar in lane.bars] == [
            date(2016, 1, 28), date(2019, 7, 27), date(2022, 2, 23), date(2022, 3, 31),
        ]  # fmt: skip


class TestLegibility:
    @pytest.mark.parametrize("seed", range(40))
    def test_no_word_covers_another_and_all_is_inside_the_picture(self, seed: int) -> None:
        kind = STRUCTURES[seed % len(STRUCTURES)]
        structure = World(RandomChoices(seed)).structure(kind)
        due = random_deadlines(seed)
        standings = [opened_on(date(2025, 1, 1) + timedelta(40 * seed)).standing(structure, on=ON)]
        lang = LANGS[seed % 2]
        root = drawn(timeline_svg(structure, on=ON, lang=lang, deadlines=due, standings=standings))
        boxes = [(words, box) for words, box in text_boxes(root) if words]
        assert overlapping(boxes) == []
        height = float(root.attrib["height"])
        assert all(
            box.x >= 0 and box.right <= WIDTH and box.y >= 0 and box.bottom <= height for _, box in boxes
        )

    @pytest.mark.parametrize("lang", LANGS)
    def test_it_is_told_to_those_who_do_not_see_it(self, lang: Lang) -> None:
        subject = cpts(formed_on=date(2021, 9, 1))
        root = drawn(timeline_svg(subject, on=ON, lang=lang))
        assert root.attrib["role"] == "img"
        lines = [line.text for line in chronology_lines(chronology(subject, on=ON, lang=lang))]
        described = root.findtext(f"{SVG}desc") or ""
        assert [line for line in lines if line.strip() and line not in described] == []

    def test_dark_colours_are_for_screens_and_nothing_comes_from_elsewhere(self) -> None:
        svg = timeline_svg(cpts(), on=ON)
        assert "@media screen and (prefers-color-scheme: dark)" in svg
        assert svg.count("prefers-color-scheme") == 1
        for outside in ("<script", "<image", "@import", "url(", "href"):
            assert outside not in svg

    def test_the_same_dossier_gives_the_same_bytes(self) -> None:
        subject = cpts(formed_on=date(2021, 9, 1))
        assert timeline_svg(subject, on=ON) == timeline_svg(subject, on=ON)


class TestUntrustedDossiers:
    @pytest.mark.parametrize("name", [HOSTILE, "é" * 10_000, "<" * 10_000, "", " ", "\n", "名" * 500])
    def test_a_name_is_words_and_never_markup(self, name: str) -> None:
        member = Membership(member=Professional(id="p", name=name), joined_on=date(2024, 1, 1))
        due = [deadline("k", ON, DeadlineKind.END, name if name.strip() else "x")]
        svg = timeline_svg(cpts(name=name, members=(member,)), on=ON, deadlines=due)
        root = drawn(svg)
        assert {node.tag.removeprefix(SVG) for node in root.iter()} <= {
            "svg", "title", "desc", "style", "rect", "text", "path", "g", "circle", "polygon",
        }  # fmt: skip
        assert all(box.right <= WIDTH for _, box in text_boxes(root))
        assert len(svg) < 100_000

    def test_three_thousand_members_stay_legible(self) -> None:
        random = Random(1)
        members = tuple(
            joined(number, date(2010, 1, 1) + timedelta(random.randrange(6000)), None)
            for number in range(3000)
        )
        svg = timeline_svg(cpts(members=members), on=ON)
        root = drawn(svg)
        assert len(svg) < 100_000
        assert overlapping([(words, box) for words, box in text_boxes(root) if words]) == []

    @pytest.mark.parametrize("on", [date.min, date(1, 6, 1), ON, date(9999, 6, 1), date.max])
    @pytest.mark.parametrize("formed", [date.min, date.max])
    def test_the_ends_of_the_calendar(self, on: date, formed: date) -> None:
        subject = cpts(formed_on=formed)
        drawn(timeline_svg(subject, on=on))
        whole = drawn(timeline_svg(subject, on=on, since=date.min, until=date.max))
        assert "constituée" in words_of(whole)

    @pytest.mark.parametrize(
        ("since", "until"),
        [(ON, ON), (None, date(1950, 1, 1)), (date(2090, 1, 1), None), (date(2026, 1, 30), date(2026, 3, 2))],
    )
    def test_any_window(self, since: date | None, until: date | None) -> None:
        drawn(timeline_svg(cpts(formed_on=date(2021, 9, 1)), on=ON, since=since, until=until))

    def test_a_window_that_ends_before_it_begins_is_refused(self) -> None:
        with pytest.raises(ValueError, match="holds no day"):
            timeline_svg(cpts(), on=ON, since=ON, until=date(2020, 1, 1), deadlines=())


class TestLayout:
    @pytest.mark.parametrize("seed", range(50))
    def test_a_staircase_keeps_labels_apart_and_leaders_free(self, seed: int) -> None:
        random = Random(seed)
        labels = sorted(
            (random.uniform(0, 900), random.uniform(5, 300)) for _ in range(random.randint(0, 40))
        )
        rows = staircase(labels, 10)
        for one, (left, width) in enumerate(labels):
            for other, (start, wide) in enumerate(labels):
                if one < other and rows[one] == rows[other]:
                    assert left + width + 10 <= start
                if rows[other] > rows[one]:  # the leader of the further label passes this one's row
                    assert not left < start < left + width, (labels[one], labels[other], wide)

    @pytest.mark.parametrize(
        ("since", "days", "first", "second"),
        [
            (date(2019, 1, 1), 3650, date(2019, 1, 1), date(2020, 1, 1)),
            (date(2026, 1, 30), 32, date(2026, 2, 1), date(2026, 3, 1)),
            (date.min, 3_652_059, date(1, 1, 1), date(1000, 1, 1)),
        ],
    )
    def test_ticks_stand_on_round_days(self, since: date, days: int, first: date, second: date) -> None:
        ticks = list(Scale(0, 1000, since, days).ticks(66))
        assert ticks[:2] == [first, second] or ticks[0] == second

    def test_words_are_cut_to_the_room_there_is(self) -> None:
        assert cut("court", 100, 13) == "court"
        assert cut("un texte bien trop long", 60, 13).endswith("…")
        assert width_of(cut("un texte bien trop long", 60, 13), 13) <= 60
        assert cut("mot", 1, 13) == ""

    def test_words_are_folded_and_nothing_is_lost_in_silence(self) -> None:
        assert fold("un deux trois quatre", 60, 13, 9) == ["un deux", "trois", "quatre"]
        assert fold("un deux trois quatre", 60, 13, 2) == ["un deux", "trois q…"]
        assert fold("", 60, 13, 2) == [""]
        assert fold("un deux", 60, 13, 1) == ["un deux"]

    def test_an_accent_that_stands_apart_takes_no_room(self) -> None:
        assert width_of("e\u0301", 13) == width_of("e", 13)
