"""The deadlines as a calendar: what RFC 5545 asks, read back by another reading of the same file."""

import builtins
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
import pytest

pytest.importorskip("icalendar", reason="calendars need the extra cpts-model[calendar]")

from icalendar import Calendar

from cpts_model.engine.errors import CptsModelError, MissingExtra
from cpts_model.engine.observe import Fact
from cpts_model.engine.text import LANGS, Lang, Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.life.deadlines import Deadline, DeadlineKind
from cpts_model.report.calendar import calendar_of, left_out, uid_of
from timelines import HOSTILE, ON, deadline

TOLD = deadline(
    "aci.dialogue/1",
    date(2027, 6, 14),
    DeadlineKind.OBLIGATION,
    "tenir le dialogue de gestion",
    who=Text("la caisse", "the fund"),
    depends_on=(Fact("contract.signed_on", UNKNOWN, Text("date de signature", "day of signature")),),
    reason=Text("les textes ne le disent pas", "the texts do not say"),
    provided=Text("le contrat n'est pas résilié", "the contract is not ended"),
    note=Text("le demander à la caisse", "ask the fund"),
)


def drawn_up(
    due: Iterable[Deadline],
    *,
    lang: Lang = "fr",
    name: str = "CPTS d'essai",
    on: date = ON,
    replaces: bytes = b"",
) -> bytes:
    return calendar_of(due, name=name, stamped_on=on, lang=lang, replaces=replaces)


def sequences(calendar: bytes) -> list[int]:
    return [event["sequence"] for event in events(calendar)]


def read(calendar: bytes) -> Any:
    return Calendar.from_ical(calendar)


def events(calendar: bytes) -> list[Any]:
    return list(read(calendar).walk("VEVENT"))


def lines(calendar: bytes) -> list[str]:
    """The content lines, unfolded by the rule of RFC 5545, 3.1."""
    return calendar.decode().replace("\r\n ", "").split("\r\n")[:-1]


class TestAnEvent:
    def test_it_is_of_the_whole_day(self) -> None:
        (event,) = events(drawn_up([TOLD]))
        assert event["dtstart"].dt == date(2027, 6, 14)
        assert not isinstance(event["dtstart"].dt, datetime)
        assert "DTSTART;VALUE=DATE:20270614" in lines(drawn_up([TOLD]))
        assert str(event["transp"]) == "TRANSPARENT"  # nobody is busy all day for it

    def test_it_says_all_that_is_known_of_the_deadline(self) -> None:
        (event,) = events(drawn_up([TOLD]))
        assert str(event["summary"]) == "tenir le dialogue de gestion (à confirmer)"
        assert str(event["description"]).split("\n") == [
            "Nature : à faire au plus tard",
            "Texte : article L1434-12, al. 6 du code de la santé publique (loi, texte lu, vu en vigueur le 01/01/2024)",
            "Voir aussi : article L1434-13 du code de la santé publique",
            "Vu dans : Légifrance",
            "Qui : la caisse",
            "Condition : le contrat n'est pas résilié",
            "Dépend de : date de signature (contract.signed_on)",
            "Question ouverte : les textes ne le disent pas",
            "À savoir : le demander à la caisse",
        ]
        assert str(event["url"]) == "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000000000001"

    @pytest.mark.parametrize("kind", DeadlineKind)
    def test_its_kind_is_its_category(self, kind: DeadlineKind) -> None:
        (event,) = events(drawn_up([deadline("k", ON, kind)]))
        assert [str(one) for one in event["categories"].cats] == [kind.label.fr]

    def test_it_is_confirmed_only_when_it_is_certain(self) -> None:
        sure, open_ = attrs.evolve(TOLD, depends_on=(), reason=None), TOLD
        assert [str(events(drawn_up([one]))[0]["status"]) for one in (sure, open_)] == [
            "CONFIRMED",
            "TENTATIVE",
        ]
        assert "à confirmer" not in str(events(drawn_up([sure]))[0]["summary"])

    def test_it_speaks_english_too(self) -> None:
        (event,) = events(drawn_up([TOLD], lang="en"))
        assert str(event["summary"]).endswith("(to confirm)")
        assert "Depends on: day of signature (contract.signed_on)" in str(event["description"])

    @pytest.mark.parametrize(
        ("kind", "done", "recalled"),
        [
            (DeadlineKind.OBLIGATION, False, True),
            (DeadlineKind.OBLIGATION, UNKNOWN, True),
            (DeadlineKind.OBLIGATION, True, False),
            (DeadlineKind.END, UNKNOWN, True),
            (DeadlineKind.EFFECT, UNKNOWN, False),
            (DeadlineKind.RIGHT, UNKNOWN, False),
        ],
    )
    def test_what_is_to_be_done_or_ends_is_recalled_thirty_days_before(
        self, kind: DeadlineKind, done: Any, recalled: bool
    ) -> None:
        (event,) = events(drawn_up([deadline("k", date(2027, 1, 31), kind, done=done)]))
        alarms = event.walk("VALARM")
        assert [alarm["trigger"].dt for alarm in alarms] == ([-timedelta(days=30)] if recalled else [])
        assert all(str(alarm["action"]) == "DISPLAY" and alarm["description"] for alarm in alarms)

    def test_what_was_done_stays_and_says_so(self) -> None:
        """Left out, a second import would leave the event as it was, still to be done."""
        (event,) = events(drawn_up([attrs.evolve(TOLD, done=True)]))
        assert str(event["summary"]).endswith("(fait)")


class TestASecondImport:
    def test_a_deadline_keeps_its_uid_when_its_day_changes(self) -> None:
        later = attrs.evolve(TOLD, day=date(2027, 9, 1), title=Text("autre", "other"), depends_on=())
        before, after = events(drawn_up([TOLD])), events(drawn_up([later], on=date(2026, 11, 22)))
        assert before[0]["uid"] == after[0]["uid"] == uid_of(TOLD)
        assert before[0]["dtstart"].dt != after[0]["dtstart"].dt

    def test_its_sequence_and_its_stamp_grow_from_day_to_day(self) -> None:
        days = [date(2026, 11, 21), date(2026, 11, 22), date(2027, 1, 1)]
        drawn = [events(drawn_up([TOLD], on=day))[0] for day in days]
        numbers = [event["sequence"] for event in drawn]
        assert numbers == sorted(set(numbers))
        assert numbers[-1] < 2**31  # an INTEGER of RFC 5545 has 32 bits
        for event, day in zip(drawn, days, strict=True):
            midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
            assert event["dtstamp"].dt == event["last-modified"].dt == midnight

    def test_its_sequence_grows_within_a_day_when_what_it_says_changes(self) -> None:
        """Of two revisions alike in SEQUENCE and DTSTAMP neither is the later (RFC 5546, 2.1.5)."""
        first = drawn_up([TOLD])
        moved = attrs.evolve(TOLD, day=date(2027, 9, 1))
        second = drawn_up([moved], replaces=first)
        third = drawn_up([TOLD], replaces=second)
        assert sequences(first)[0] < sequences(second)[0] < sequences(third)[0]
        assert events(second)[0]["dtstart"].dt == date(2027, 9, 1)

    def test_a_calendar_that_says_the_same_is_the_one_before(self) -> None:
        second = drawn_up([attrs.evolve(TOLD, day=date(2027, 9, 1))], replaces=drawn_up([]))
        assert drawn_up([TOLD], replaces=drawn_up([TOLD])) == drawn_up([TOLD])
        again = attrs.evolve(TOLD, day=date(2027, 9, 1))
        assert drawn_up([again], replaces=second) == second

    def test_its_sequence_never_falls_even_when_a_clock_was_set_back(self) -> None:
        late = drawn_up([TOLD], on=date(2027, 1, 1))
        assert sequences(drawn_up([TOLD], replaces=late))[0] > sequences(late)[0]

    @pytest.mark.parametrize(
        "other",
        [
            b"",
            b"\xff\x00 no calendar",
            b"SEQUENCE:2147483647\r\n",
            b"SEQUENCE:99999999999999999999\r\n",
            b"SEQUENCE:-5\r\n",
            b"DESCRIPTION:SEQUENCE:800000\r\n SEQUENCE:800000\r\n",
        ],
    )
    def test_what_is_no_calendar_of_ours_changes_nothing(self, other: bytes) -> None:
        assert drawn_up([TOLD], replaces=other) == drawn_up([TOLD])

    def test_the_greatest_number_read_leaves_room_for_one_more(self) -> None:
        calendar = drawn_up([TOLD], replaces=b"SEQUENCE:999999999\r\n")
        assert sequences(calendar) == [10**9]
        assert 10**9 < 2**31

    def test_other_deadlines_and_other_structures_have_other_uids(self) -> None:
        others = [
            TOLD,
            attrs.evolve(TOLD, key="aci.dialogue/2"),
            attrs.evolve(TOLD, subject_id="cpts-autre"),
            attrs.evolve(TOLD, subject_id=HOSTILE),
        ]
        assert len({uid_of(one) for one in others}) == len(others)
        assert uid_of(TOLD) == "b5b708bc-a3d7-52cc-b2c6-0631a1c0ae54@deadlines.cpts-model"  # never to change

    def test_the_same_deadlines_give_the_same_bytes_in_any_order(self) -> None:
        due = [deadline(str(n), date(2027, 1, 1 + n % 3), DeadlineKind.END) for n in range(9)]
        assert drawn_up(due) == drawn_up(reversed(due)) == drawn_up(due)


class TestTheCalendar:
    def test_it_is_published_and_named(self) -> None:
        calendar = read(drawn_up([TOLD]))
        assert str(calendar["version"]) == "2.0"
        assert str(calendar["method"]) == "PUBLISH"
        assert "cpts_model" in str(calendar["prodid"])
        assert str(calendar["name"]) == str(calendar["x-wr-calname"]) == "CPTS d'essai"

    def test_without_a_known_day_a_deadline_is_left_out_and_counted(self) -> None:
        undated = [attrs.evolve(TOLD, key=str(n), day=UNKNOWN) for n in range(3)]
        calendar = drawn_up([TOLD, *undated])
        assert len(events(calendar)) == 1
        assert left_out([TOLD, *undated]) == 3
        assert "Échéances sans date connue, non portées : 3." in str(read(calendar)["description"])
        assert "non portées" not in str(read(drawn_up([TOLD]))["description"])

    def test_without_any_deadline_it_is_a_calendar_all_the_same(self) -> None:
        assert events(drawn_up([])) == []

    @pytest.mark.parametrize(("day", "held"), [(date(999, 12, 31), 0), (date(1000, 1, 1), 1), (date.max, 1)])
    def test_years_of_four_digits_only(self, day: date, held: int) -> None:
        assert len(events(drawn_up([attrs.evolve(TOLD, day=day)]))) == held
        assert left_out([attrs.evolve(TOLD, day=day)]) == 1 - held

    def test_it_cannot_be_drawn_up_before_the_year_1000(self) -> None:
        with pytest.raises(ValueError, match="cannot be drawn up on 0999-12-31"):
            drawn_up([TOLD], on=date(999, 12, 31))

    def test_the_library_is_asked_for_when_it_is_not_there(self, monkeypatch: pytest.MonkeyPatch) -> None:
        true_import = builtins.__import__

        def without(name: str, *rest: Any) -> Any:
            if name == "icalendar":
                raise ImportError(name)
            return true_import(name, *rest)

        monkeypatch.setattr(builtins, "__import__", without)
        with pytest.raises(
            MissingExtra, match=r"this needs icalendar: pip install 'cpts-model\[calendar\]'"
        ) as raised:
            drawn_up([TOLD])
        assert isinstance(raised.value, CptsModelError)


class TestUntrustedWords:
    @pytest.mark.parametrize("lang", LANGS)
    def test_no_word_becomes_a_line_of_its_own(self, lang: Lang) -> None:
        words = Text(HOSTILE, HOSTILE)
        due = attrs.evolve(TOLD, title=words, who=words, note=words, subject_id=HOSTILE)
        calendar = drawn_up([due], lang=lang, name=HOSTILE)
        assert len(events(calendar)) == 1
        plain = drawn_up([TOLD], lang=lang)
        assert [line.partition(":")[0] for line in lines(calendar)] == [
            line.partition(":")[0] for line in lines(plain)
        ]
        assert not any(ord(sign) < 32 or ord(sign) == 127 for line in lines(calendar) for sign in line)

    def test_signs_that_mean_something_to_a_calendar_come_back(self) -> None:
        words = 'a, b; c: d\\n "e" é 名 😀'
        (event,) = events(
            drawn_up([attrs.evolve(TOLD, title=Text(words, words), depends_on=(), reason=None)])
        )
        assert str(event["summary"]) == words
        escaped = words.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")  # RFC 5545, 3.3.11
        named = lines(drawn_up([], name=words))
        assert {f"NAME:{escaped}", f"X-WR-CALNAME:{escaped}"} <= set(named)

    def test_lines_are_folded_at_75_bytes_and_long_words_are_cut(self) -> None:
        words = "é" * 20_000
        calendar = drawn_up([attrs.evolve(TOLD, title=Text(words, words))], name=words)
        assert all(len(line) <= 75 for line in calendar.split(b"\r\n"))
        assert len(calendar) < 60_000
