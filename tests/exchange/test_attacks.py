"""What an attacker sends: refused soon, in few words, with nothing read, written or shown that should not be."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpts_model import CPTS, SISA, Membership, Person
from cpts_model.exchange.dossier import (
    from_dict,
    loads_dossier,
    read_dossier,
    read_dossiers,
    read_structures,
    write_dossier,
    write_structures,
)
from cpts_model.exchange.faults import BadDossier
from cpts_model.exchange.markup import _toml_mend, parse
from cpts_model.facts.checks import BadFact

HEAD = 'kind = "cpts"\nid = "a"\n'
SHORT = '{"kind": "sisa", "id": "a"}\n'


def faults(data: Any, form: Any = None) -> list[str]:
    with pytest.raises(BadDossier) as caught:
        loads_dossier(data, form) if form else from_dict(data)
    return [str(fault) for fault in caught.value.faults]


@contextmanager
def soon(seconds: float = 5) -> Iterator[None]:
    before = time.perf_counter()
    yield
    assert time.perf_counter() - before < seconds


class TestNumbers:
    @pytest.mark.parametrize(
        "digits", ["0x" + "f" * 1_000_000, "0o" + "7" * 1_000_000, "0b" + "1" * 3_000_000]
    )
    def test_too_big_in_another_base_are_refused_at_once(self, digits: str) -> None:
        text = f'{HEAD}[[payments]]\nbeneficiary = "b"\namount = {digits}\n'
        with soon():
            assert faults(text, "toml") == [
                "$.payments[0].amount: a huge number is too big (numbers here stay below 10^15)"
            ]

    def test_as_keys_are_shown(self) -> None:
        assert faults({"kind": "cpts", "id": "a", 10**5000: 1}) == ["$[a huge number]: no such key here"]

    @pytest.mark.parametrize("number", [10**15, -(10**15)])
    def test_of_the_bound_are_too_big(self, number: int) -> None:
        data = {"kind": "cpts", "id": "a", "payments": [{"beneficiary": "b", "amount": number}]}
        assert faults(data) == [f"$.payments[0].amount: {number} is too big (numbers here stay below 10^15)"]
        read = from_dict(data | {"payments": [{"beneficiary": "b", "amount": 10**15 - 1}]})
        assert isinstance(read, CPTS)
        assert read.payments[0].amount == Decimal(10**15 - 1)  # type: ignore[index, union-attr]


class TestFiles:
    @pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="there is no such device here")
    @pytest.mark.parametrize("name", ["x.jsonl", "x.json", "x.toml"])
    def test_that_are_devices_are_not_read(self, tmp_path: Path, name: str) -> None:
        (tmp_path / name).symlink_to("/dev/zero")
        with soon(), pytest.raises(BadDossier, match="only a regular file is read") as caught:
            read_structures(tmp_path / name)
        assert caught.value.source == str(tmp_path / name)

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
    @pytest.mark.parametrize("name", ["x.jsonl", "x.json"])
    def test_that_are_pipes_are_neither_read_nor_replaced(self, tmp_path: Path, name: str) -> None:
        os.mkfifo(tmp_path / name)
        with pytest.raises(BadDossier, match="it is not a regular file"):
            read_structures(tmp_path / name)
        with pytest.raises(OSError, match=r"not a regular file .*so it is not replaced"):
            write_structures([SISA(id="a")], tmp_path / name)
        assert [path.is_fifo() for path in tmp_path.iterdir()] == [True]

    def test_that_are_folders_are_neither_read_nor_replaced(self, tmp_path: Path) -> None:
        (tmp_path / "x.json").mkdir()
        with pytest.raises(BadDossier, match="it is not a regular file"):
            read_dossier(tmp_path / "x.json")
        with pytest.raises(OSError, match="so it is not replaced"):
            write_dossier(SISA(id="a"), tmp_path / "x.json")
        assert [path.name for path in tmp_path.iterdir()] == ["x.json"]

    def test_that_are_links_in_a_ring_are_neither_read_nor_replaced(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").symlink_to(tmp_path / "b.json")
        (tmp_path / "b.json").symlink_to(tmp_path / "a.json")
        with pytest.raises(OSError, match=r"a\.json"):
            read_dossier(tmp_path / "a.json")
        with pytest.raises(OSError, match=r"[ab]\.json"):
            write_dossier(SISA(id="a"), tmp_path / "a.json")
        assert all(path.is_symlink() for path in tmp_path.iterdir())

    def test_with_a_line_without_end_are_read_no_further(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_text(SHORT + "x" * 2000 + "\n" + SHORT)
        read = read_dossiers(path, limit=len(SHORT))
        assert next(read) == SISA(id="a")
        with pytest.raises(BadDossier, match=r"line 2, \$: it is longer than .*; reading stopped in it$"):
            next(read)

    def test_that_are_sparse_are_read_no_further(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        with open(path, "wb") as file:
            file.truncate(10**12)
        with soon(), pytest.raises(BadDossier, match="reading stopped in it"):
            read_structures(path, limit=10**5)

    def test_of_blank_lines_are_read_soon(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_text("\n" * 2_000_000 + SHORT)
        with soon():
            assert read_structures(path) == (SISA(id="a"),)

    def test_with_blank_lines_keep_the_numbers_of_the_others(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_bytes(b"\n \r\n\t\n  x\n\n" + b"\n" * 100_000 + b" x\n\n")
        with pytest.raises(BadDossier) as caught:
            read_structures(path)
        assert [fault.line for fault in caught.value.faults] == [4, 100_006]

    @pytest.mark.parametrize("read", [read_structures, read_dossier, read_dossiers])
    @pytest.mark.parametrize("limit", [0, -1])
    def test_with_room_for_nothing_are_not_read(self, tmp_path: Path, read: Any, limit: int) -> None:
        for name in ("a.jsonl", "a.json"):
            with pytest.raises(
                ValueError, match=f"^the limit is a number of bytes, 1 at least: not {limit}$"
            ):
                read(tmp_path / name, limit=limit)


class TestNoStructure:
    @pytest.mark.parametrize(
        ("name", "text", "fault"),
        [
            ("a.jsonl", "", "$: it holds no structure (write one a line)"),
            ("a.jsonl", "\n \r\n", "$: it holds no structure (write one a line)"),
            ("a.json", '{"kind": "register", "structures": []}', "$.structures: it holds no structure"),
            ("a.toml", 'kind = "register"\nstructures = []', "$.structures: it holds no structure"),
        ],
    )
    def test_is_a_fault(self, tmp_path: Path, name: str, text: str, fault: str) -> None:
        (tmp_path / name).write_text(text)
        with pytest.raises(BadDossier) as caught:
            read_structures(tmp_path / name)
        assert [str(one) for one in caught.value.faults] == [fault]

    @pytest.mark.parametrize("name", ["a.json", "a.toml", "a.jsonl"])
    def test_is_not_written(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(BadDossier, match=r"^\$: it holds no structure$"):
            write_structures([], tmp_path / name)
        assert not list(tmp_path.iterdir())


class TestMessages:
    def test_count_a_thousand_for_notes(self) -> None:
        data = {"kind": "cpts", "id": "a", "about": [[]] * 50_000}
        found = faults(data)
        assert len(found) == 1001
        assert found[7] == "$.about[7]: a list is not a text (write it between quotes)"
        assert len(faults(data | {"about": ["x"], "source": {}, "members": 3})) == 2

    def test_of_toml_are_short_and_keep_their_place(self) -> None:
        table = f"[{'a' * 300_000}]\n"
        (fault,) = faults(HEAD + table * 2, "toml")
        assert len(fault) < 600
        assert "(at line 4, column 30000" in fault

    def test_of_toml_are_not_misled_by_a_key(self) -> None:
        (fault,) = faults(f'["(at line {"9" * 5000}"]\n' * 2, "toml")
        assert "(at line 2, " in fault

    @pytest.mark.parametrize("place", ["", "nowhere)", "line 3, column 1)", f"line {'9' * 5000}, column 1)"])
    def test_of_toml_show_no_line_that_is_not_there(self, place: str) -> None:
        assert _toml_mend("a\nb", place) is None

    def test_of_facts_are_short(self) -> None:
        twice = [{"member": {"kind": "person", "id": "x" * 10**6}}] * 2
        (fault,) = faults({"kind": "cpts", "id": "a", "members": twice})
        assert len(fault) < 600


def told(joined: date | None, left: date | None) -> Membership:
    known = {"joined_on": joined, "left_on": left}
    return Membership(
        member=Person(id="p"),
        **{name: day for name, day in known.items() if day is not None},  # type: ignore[arg-type]
    )


DAYS = st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 12))
STAYS = st.tuples(DAYS, DAYS).filter(lambda stay: None in stay or stay[0] <= stay[1])  # type: ignore[operator]


class TestDoubles:
    MANY = 20_000

    def stays(self) -> list[Membership]:
        days = [date(1900, 1, 1) + timedelta(days=n) for n in range(self.MANY + 1)]
        return [told(start, end) for start, end in pairwise(days)]

    def test_of_one_who_came_back_often_are_looked_for_soon(self) -> None:
        with soon():
            CPTS(id="c", members=tuple(reversed(self.stays())))

    def test_of_one_who_came_back_often_are_found_soon(self) -> None:
        stays = (*self.stays(), told(date(1900, 1, 5), date(1900, 1, 7)), told(None, None))
        with soon(), pytest.raises(BadFact, match=r"members\[20000\]: .*\(members\[4\]\)"):
            CPTS(id="c", members=stays)

    @given(st.lists(STAYS, max_size=6))
    def test_are_what_comparing_each_with_each_finds(
        self, stays: list[tuple[date | None, date | None]]
    ) -> None:
        def before(one: int, other: int) -> bool:
            left, joined = stays[one][1], stays[other][0]
            return left is not None and joined is not None and left <= joined

        def of_no_day(one: int) -> bool:
            joined, left = stays[one]
            return joined is not None and joined == left

        expected = [
            f"members[{later}]: 'p' is a member already (members[{earlier}])"
            for later in range(len(stays))
            for earlier in range(later)
            if not before(earlier, later) and not before(later, earlier)
            if not of_no_day(earlier) and not of_no_day(later)
        ]
        found = ""
        try:
            CPTS(id="c", members=tuple(told(*stay) for stay in stays))
        except BadFact as bad:
            found = str(bad).partition(";")[0]
        assert found == (expected[0] if expected else "")


class TestTexts:
    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            (" a", "' a' begins or ends with a space"),
            ("a\u00a0", "'a\\xa0' begins or ends with a space"),
            ("a\n", "'a\\n' holds a control character (U+000A)"),
            ("a\x1b[2J", "'a\\x1b[2J' holds a control character (U+001B)"),
            ("a\u2028b", "'a\\u2028b' holds a control character (U+2028)"),
            ("a\u2029b", "'a\\u2029b' holds a control character (U+2029)"),
            ("a\u200bb", "'a\\u200bb' holds an invisible character (U+200B)"),
            ("\u202ea", "'\\u202ea' holds an invisible character (U+202E)"),
            ("a\ud800", "'a\\ud800' holds half a character (a lone surrogate)"),
            (" ", "it is blank (identifier in the dossier)"),
            ("", "it is blank (identifier in the dossier)"),
        ],
    )
    def test_that_are_ids_look_like_no_other(self, text: str, fault: str) -> None:
        assert faults({"kind": "cpts", "id": text}) == [f"$.id: {fault}"]
        inside = [{"member": {"kind": "person", "id": text}}]
        assert faults({"kind": "cpts", "id": "a", "members": inside}) == [f"$.members[0].member.id: {fault}"]

    def test_that_are_references_look_like_no_other(self) -> None:
        payments = [{"beneficiary": "b ", "amount": 1}]
        assert faults({"kind": "cpts", "id": "a", "payments": payments}) == [
            "$.payments[0].beneficiary: 'b ' begins or ends with a space"
        ]

    @pytest.mark.parametrize("text", ["a b", "É\u00a0à", "日本", "a\u0301"])
    def test_that_are_ids_may_be_of_any_letters(self, text: str) -> None:
        assert from_dict({"kind": "cpts", "id": text}) == CPTS(id=text)

    @pytest.mark.parametrize("sign", ["\x1b", "\0", "\n", "\t", "\x85", "\x9b", "\u2028", "\u2029"])
    def test_that_are_names_command_no_screen(self, sign: str) -> None:
        (fault,) = faults({"kind": "cpts", "id": "a", "name": f"A{sign}B"})
        assert fault.endswith(f" holds a control character (U+{ord(sign):04X})")
        (fault,) = faults({"kind": "cpts", "id": "a", "territory": {"communes": ["33063", sign]}})
        assert fault.startswith("$.territory.communes[1]: ")

    def test_that_are_names_may_hold_joined_signs(self) -> None:
        name = "«\u00a0Santé\u202f» 👩\u200d⚕️ "
        assert from_dict({"kind": "cpts", "id": "a", "name": name}) == CPTS(id="a", name=name)

    def test_that_are_notes_have_lines_and_no_other_control_characters(self) -> None:
        assert from_dict({"kind": "cpts", "id": "a", "about": "a\r\n\tb"}) == CPTS(id="a")
        assert faults({"kind": "cpts", "id": "a", "about": "a\n\x1b"}) == [
            "$.about: 'a\\n\\x1b' holds a control character (U+001B)"
        ]

    @pytest.mark.parametrize("text", [None, bytearray(b"{}"), 3, Path("a.json")])
    def test_that_are_none_are_refused_clearly(self, text: Any) -> None:
        with pytest.raises(
            TypeError,
            match=f"^a dossier is read from a str or from bytes, not from {type(text).__name__}$",
        ):
            loads_dossier(text)


DOTS = "." * 150
KEY = "a." * 101 + "b = 1"


class TestDots:
    @pytest.mark.parametrize(
        "text",
        [
            f'a = "{DOTS}"',
            f"a = '{DOTS}'",
            f'a = "\\"{DOTS}\\\\" # {DOTS}',
            f'a = """{DOTS}\n{DOTS}"\n""{DOTS}\\"""{DOTS}"""""',
            f"a = '''{DOTS}\n'{DOTS}'''''",
            f'# "{DOTS}\n"a{DOTS}" = 1',
            f'a = ["{DOTS}", \'{DOTS}\', "", \'\', """""", \'\'\'\'\'\'] #\'"""{DOTS}',
        ],
    )
    def test_in_texts_and_comments_are_read(self, text: str) -> None:
        assert parse(text, "toml").data

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            (KEY, 1),
            (f'a = "{DOTS}"\n"{DOTS}".{KEY}', 2),
            (f'a = """\n{DOTS}\n"""\n{KEY}', 4),
            (f'a = """ """"\n{KEY}', 2),
            (f'a = [""" """", {{ {KEY} }}]', 1),
            (f"a = ['''\n'''', {{ {KEY} }}]", 2),
            (f"a = ['\\', {{ {KEY} }}]", 1),
            (f'a = ["\\\\", {{ {KEY} }}]', 1),
            (f'a = ["", {{ {KEY} }}]', 1),
        ],
    )
    def test_in_keys_are_counted(self, text: str, line: int) -> None:
        assert faults(text, "toml") == [f"$: line {line} holds more than 100 dots (break the line)"]

    @pytest.mark.parametrize("piece", ['\\"""', '"', "'", '"""\\', "'''\n", '""" ', '"\\', "#'", '"""""""'])
    def test_are_counted_soon(self, piece: str) -> None:
        with soon(10):
            faults(DOTS + "\n" + piece * (1_000_000 // len(piece)), "toml")
