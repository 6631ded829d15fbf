"""Reading an extract: whatever the order of its rows, in bounded memory, and no row that is not whole."""

import sqlite3
import tracemalloc
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from stdnum import luhn

from cpts_model.engine.unknown import UNKNOWN
from cpts_model.exchange.annuaire import RegisteredProfessional, people, read_annuaire
from cpts_model.exchange.annuaire.sought import doubt_about
from cpts_model.exchange.annuaire.writing import professional_dict
from cpts_model.exchange.extracts import BadExtract
from cpts_model.exchange.identifiers import BadIdentifier
from cpts_model.facts.checks import BadFact
from cpts_model.facts.modes import Mode
from cpts_model.facts.professions import Profession
from exchange.annuaire.extract_file import (
    ENTITY,
    ODILE,
    OTHER_SITE,
    PAUL,
    RITA,
    SHORT,
    SIRET,
    SITE,
    Cells,
    cells,
    extract,
    line,
    text,
)

HERE = {"finess": SITE, "ej": ENTITY, "siret": SIRET, "commune": "04166", "mode": "L"}
THERE = {"finess": OTHER_SITE, "commune": "2A004", "mode": "S"}
ROWS = (
    cells(ODILE, **HERE),
    cells(PAUL, profession="70", nom="SONGE", prenom="Paul", **THERE),
    cells(PAUL, profession="71", nom="SONGE", prenom="Paul", **HERE),
    cells(RITA, profession="10", nom="FICTIVE", prenom="Rita", type="S", savoir_faire="SM54", **THERE),
)


def ids(found: Iterator[RegisteredProfessional]) -> list[str]:
    return [one.professional.id.removeprefix("rpps-") for one in found]


class TestFilters:
    @pytest.mark.parametrize(
        ("asked", "who"),
        [
            ({}, [ODILE, PAUL, RITA]),
            ({"structure": SITE}, [ODILE, PAUL]),
            ({"structure": ENTITY}, [ODILE, PAUL]),
            ({"structure": SIRET}, [ODILE, PAUL]),
            ({"structure": "040 000 036"}, [PAUL, RITA]),
            ({"structure": "040000044"}, []),
            ({"commune": "2A004"}, [PAUL, RITA]),
            ({"departement": "2a"}, [PAUL, RITA]),
            ({"departement": "04"}, [ODILE, PAUL]),
            ({"departement": "13"}, []),
            ({"commune": "04166", "structure": OTHER_SITE}, []),
            ({"profession": Profession.OSTEOPATHE}, [PAUL]),
            ({"profession": Profession.MEDECIN, "departement": "04"}, []),
            ({"profession": Profession.MEDECIN, "departement": "2A"}, [RITA]),
            ({"rpps": [ODILE, RITA]}, [ODILE, RITA]),
            ({"rpps": []}, []),
            ({"rpps": [ODILE], "departement": "2A"}, []),
        ],
    )
    def test_who_is_looked_for(self, tmp_path, asked, who):
        assert ids(read_annuaire(extract(tmp_path, *ROWS), **asked)) == who

    def test_the_rows_of_elsewhere_come_with_whoever_is_here(self, tmp_path):
        """A profession told by another row is held all the same."""
        found = {
            one.professional.rpps: one for one in read_annuaire(extract(tmp_path, *ROWS), structure=SITE)
        }
        assert found[PAUL].professional.professions == (
            Profession.MASSEUR_KINESITHERAPEUTE,
            Profession.OSTEOPATHE,
        )
        assert len(found[PAUL].activities) == 2
        assert found[PAUL].professional.mode is Mode.LIBERAL
        assert found[PAUL].professional.practises_in is UNKNOWN

    def test_without_a_structure_two_modes_are_none(self, tmp_path):
        (found,) = read_annuaire(extract(tmp_path, *ROWS), commune="04166", profession=Profession.OSTEOPATHE)
        assert found.professional.mode is UNKNOWN

    def test_a_number_elsewhere_in_the_row_is_no_match(self, tmp_path):
        assert ids(read_annuaire(extract(tmp_path, cells(raison=f"EX {SITE}")), structure=SITE)) == []
        assert ids(read_annuaire(extract(tmp_path, cells(raison="04166")), commune="04166")) == []

    def test_a_number_of_another_kind_is_no_match(self, tmp_path):
        path = extract(tmp_path, cells() | {"id": f"3{ODILE}"}, cells())
        assert ids(read_annuaire(path, rpps=[ODILE])) == [ODILE]

    def test_by_role(self, tmp_path):
        path = extract(tmp_path, cells(profession="99", fonction="313"), cells(PAUL, raison="313"))
        assert ids(read_annuaire(path, profession=Profession.AIDE_SOIGNANT)) == [ODILE]

    @pytest.mark.parametrize("structure", ["040000011", "990000010", "12345678200011"])
    def test_a_number_whose_key_or_departement_is_wrong_is_found_where_it_stands(self, tmp_path, structure):
        kind = "finess" if len(structure) == 9 else "siret"
        path = extract(tmp_path, cells(ODILE, **{kind: structure}), cells(PAUL, finess=SITE))
        assert ids(read_annuaire(path, structure=structure)) == [ODILE]
        assert doubt_about(structure) is not None
        assert structure not in str(doubt_about(structure))

    @pytest.mark.parametrize("structure", [SITE, ENTITY, SIRET])
    def test_a_number_that_holds_is_not_doubted(self, structure):
        assert doubt_about(structure) is None

    @pytest.mark.parametrize("structure", ["04000001", "1234567820001A", "1", "", "CPTS", "000000000"])
    def test_a_structure_is_a_number_of_the_shape_of_one(self, tmp_path, structure):
        with pytest.raises(BadIdentifier):
            read_annuaire(extract(tmp_path), structure=structure)

    @pytest.mark.parametrize(
        ("asked", "error"),
        [
            ({"commune": "4166"}, BadIdentifier),
            ({"departement": "20"}, BadFact),
            ({"rpps": ["1"]}, BadIdentifier),
        ],
    )
    def test_what_is_asked_is_checked_at_once(self, tmp_path, asked, error):
        with pytest.raises(error):
            read_annuaire(tmp_path / "nowhere.txt", **asked)


class TestRowsThatAreNotWhole:
    def bad(self, path: Path) -> BadExtract:
        with pytest.raises(BadExtract) as raised:
            [*read_annuaire(path)]
        return raised.value

    def test_every_one_is_told_with_its_line_and_nobody_is_given(self, tmp_path):
        path = extract(tmp_path, *ROWS)
        lines = path.read_text("utf-8").splitlines()
        lines[2] = lines[2][: len(lines[2]) // 2]
        lines[4] = lines[4].replace("FICTIVE", "FICTIVE|SONGE")
        path.write_text("\n".join(lines), "utf-8")
        reading = read_annuaire(path)
        with pytest.raises(BadExtract) as raised:
            next(reading)
        assert [fault.line for fault in raised.value.faults] == [3, 5]
        assert "57 bars (|), the header 56" in str(raised.value)
        for word in ("FICTIVE", "SONGE", PAUL, RITA):
            assert word not in str(raised.value)

    @pytest.mark.parametrize(
        "change",
        [("|60|", "|60"), ("|60|", "|60||"), ("||\n", "|x\n"), ("||\n", "|\n")],
        ids=["a-cell-less", "one-more", "no-last-bar", "cut"],
    )
    def test_a_row_whose_cells_would_be_taken_for_others(self, tmp_path, change):
        path = tmp_path / "e.txt"
        head, row = text([cells()]).splitlines(keepends=True)
        path.write_text(head + row.replace(*change), "utf-8")
        assert [fault.line for fault in self.bad(path).faults] == [2]

    @pytest.mark.parametrize("number", ["", " ", "8 10999", "É10999000002", "8|", "x" * 80])
    def test_whose_row_it_is_must_be_told(self, tmp_path, number):
        path = tmp_path / "e.txt"
        row = cells() | {"id": number.strip("|")}
        path.write_text(text([cells(), row]), "utf-8")
        (fault,) = self.bad(path).faults
        assert (fault.line, fault.column) == (3, "Identification nationale PP")
        assert number.strip("| ") == "" or number not in str(fault)

    @pytest.mark.parametrize("rows", [1, 2])
    def test_the_first_rows_too(self, tmp_path, rows):
        bad = self.bad(extract(tmp_path, *[cells() | {"id": ""}] * rows))
        assert [fault.line for fault in bad.faults] == [2, 3][:rows]

    def test_faults_are_not_collected_without_end(self, tmp_path):
        path = tmp_path / "e.txt"
        path.write_text(text([]) + "x\n" * 5000, "utf-8")
        assert len(self.bad(path).faults) == 1000

    @pytest.mark.parametrize("after", [(), (cells(ODILE),)], ids=["in-order", "out-of-order"])
    def test_somebody_with_too_many_rows(self, tmp_path, monkeypatch, after):
        rows = [cells(PAUL, secteur=f"SA0{place}") for place in range(4)]
        monkeypatch.setattr(people, "MOST_OF_ONE", 3 * len(line(rows[0])))
        assert len([*read_annuaire(extract(tmp_path, *rows[:3], *after))]) == 1 + len(after)
        bad = self.bad(extract(tmp_path, *rows, *after))
        assert "more rows than anybody" in str(bad)
        assert [fault.line for fault in bad.faults] == [5]

    def test_what_one_person_holds_in_memory_is_bounded_however_long_their_rows(self, tmp_path):
        path = extract(tmp_path, *[cells(raison="x" * 60_000)] * 100)
        assert "more rows than anybody" in str(self.bad(path))

    def test_a_line_too_long(self, tmp_path):
        path = extract(tmp_path, cells(raison="x" * 70_000))
        assert [fault.line for fault in self.bad(path).faults] == [2]

    def test_a_file_whose_order_changes_meanwhile(self, tmp_path):
        path = extract(tmp_path, *ROWS)
        scanned = people.scan(path)
        path.write_text(text(ROWS[::-1]), "utf-8")
        with pytest.raises(BadExtract, match="changed"):
            [*people.people(path, scanned)]

    @pytest.mark.parametrize("rows", [ROWS, ROWS[::-1]], ids=["in-order", "out-of-order"])
    def test_a_file_whose_rows_are_whole_no_more(self, tmp_path, rows):
        path = extract(tmp_path, *rows)
        scanned = people.scan(path)
        path.write_text(text(rows).replace("|60|", "|60"), "utf-8")
        with pytest.raises(BadExtract, match="changed"):
            [*people.people(path, scanned)]

    @pytest.mark.parametrize("rows", [ROWS, ROWS[::-1]], ids=["in-order", "out-of-order"])
    @pytest.mark.parametrize(
        "change", [lambda rows: rows[:-1], lambda rows: [*rows, cells("99999999999")]], ids=["cut", "grown"]
    )
    def test_a_file_cut_or_grown_meanwhile(self, tmp_path, rows, change):
        """What was not scanned is not given, and half of a file is not given for all of it."""
        path = extract(tmp_path, *rows)
        scanned = people.scan(path)
        path.write_text(text(change(rows)), "utf-8")
        with pytest.raises(BadExtract, match="changed"):
            [*people.people(path, scanned)]

    def test_no_room_to_put_rows_in_order(self, tmp_path, monkeypatch):
        def full(*_: object, **__: object) -> object:
            raise sqlite3.OperationalError("database or disk is full")

        monkeypatch.setattr(people.sqlite3, "connect", full)
        assert len([*read_annuaire(extract(tmp_path, *ROWS))]) == 3
        with pytest.raises(OSError, match="full"):
            [*read_annuaire(extract(tmp_path, *ROWS[::-1]))]

    def test_no_file(self, tmp_path):
        with pytest.raises(OSError, match="nowhere"):
            [*read_annuaire(tmp_path / "nowhere.txt")]

    def test_a_folder(self, tmp_path):
        assert "regular" in str(self.bad(tmp_path))


# --- Truths, and the rows that tell them

CODES = {"L": Mode.LIBERAL, "S": Mode.SALARIE, "B": Mode.BENEVOLE, "I": Mode.INDIRECT}
JOBS = {"10": Profession.MEDECIN, "60": Profession.INFIRMIER, "70": Profession.MASSEUR_KINESITHERAPEUTE}
PLACES = st.fixed_dictionaries(
    {
        "mode": st.sampled_from([*CODES, ""]),
        "commune": st.sampled_from(["04166", "2A004", ""]),
        "finess": st.sampled_from([SITE, OTHER_SITE, ""]),
    }
)


@attrs.frozen
class Truth:
    """Somebody: their number, their professions, their specialities, and what they do where."""

    number: str
    jobs: frozenset[str]
    savoir_faire: frozenset[str]
    activities: tuple[dict[str, str], ...]

    def rows(self) -> list[Cells]:
        """A row for each activity, savoir-faire and profession."""
        specialities = [{"type": "S", "savoir_faire": code} for code in self.savoir_faire] or [{}]
        return [
            cells(self.number, profession=job, nom=f"INVENTE{self.number}", **{"mode": ""} | activity | one)
            for job in self.jobs
            for activity in self.activities or ({},)
            for one in specialities
        ]


def number(place: int) -> str:
    return (base := f"1099900{place:03}") + luhn.calc_check_digit(base)


TRUTHS = st.lists(
    st.builds(
        Truth,
        number=st.integers(0, 30).map(number),
        jobs=st.frozensets(st.sampled_from([*JOBS]), min_size=1, max_size=2),
        savoir_faire=st.frozensets(st.sampled_from(["SM54", "SM04", "SI01"]), max_size=2),
        activities=st.lists(PLACES, max_size=3).map(tuple),
    ),
    max_size=6,
    unique_by=lambda truth: truth.number,
)


def read_text(content: str) -> list[RegisteredProfessional]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "extract.txt")
        path.write_text(content, "utf-8")
        return [*read_annuaire(path)]


@settings(deadline=None)
@given(TRUTHS, st.randoms(use_true_random=False))
def test_every_truth_comes_back_once_whatever_the_order_of_the_rows(truths, random):
    rows = [row for truth in truths for row in truth.rows()]
    random.shuffle(rows)
    found = {one.professional.rpps: one for one in read_text(text(rows))}
    assert len(found) == len(truths)
    for truth in truths:
        one = found[truth.number]
        assert set(one.professional.professions) == {JOBS[job] for job in truth.jobs}
        told = one.professional.savoir_faire
        assert told == (tuple(sorted(truth.savoir_faire)) or UNKNOWN)
        assert {(activity.mode, activity.commune, activity.finess) for activity in one.activities} == {
            (CODES.get(place["mode"], UNKNOWN), place["commune"] or UNKNOWN, place["finess"] or UNKNOWN)
            for place in truth.activities
            if any(place.values())
        }
        modes = {place["mode"] for place in truth.activities if any(place.values())}
        assert one.professional.mode == (CODES.get(modes.pop(), UNKNOWN) if len(modes) == 1 else UNKNOWN)


@settings(deadline=None)
@given(TRUTHS, st.randoms(use_true_random=False))
def test_neither_order_nor_rows_told_twice_change_anything(truths, random):
    rows = [row for truth in truths for row in truth.rows()]
    once = read_text(text(rows))
    again = rows * 2
    random.shuffle(again)
    assert sorted(map(repr, read_text(text(again)))) == sorted(map(repr, once))


@settings(deadline=None)
@given(TRUTHS, st.sampled_from(["{}", " {}", "{} "]))
def test_a_filter_gives_those_of_everybody_who_meet_it(truths, written):
    rows = [row for truth in truths for row in truth.rows()]
    padded = [
        {key: cell if key == "id" else written.format(cell) for key, cell in row.items()} for row in rows
    ]
    with TemporaryDirectory() as folder:
        path = extract(Path(folder), *padded)
        everybody = [*read_annuaire(path)]
        for asked, meets in (
            ({"structure": SITE}, lambda activity: activity.finess == SITE),
            ({"commune": "2A004"}, lambda activity: activity.commune == "2A004"),
            ({"departement": "04"}, lambda activity: activity.departement == "04"),
        ):
            wanted = [one.professional.id for one in everybody if any(map(meets, one.activities))]
            assert [one.professional.id for one in read_annuaire(path, **asked)] == wanted
        for job in JOBS.values():
            wanted = [one.professional.id for one in everybody if job in one.professional.professions]
            assert [one.professional.id for one in read_annuaire(path, profession=job)] == wanted


# --- Whatever stands in the file

HEAD = text([]).encode()
NEARLY = st.lists(
    st.one_of(
        st.fixed_dictionaries(
            {},
            optional={
                name: st.one_of(
                    st.sampled_from(
                        ["", "10", "99", "S", "E", "C", "SM54", SITE, "04166", "8", f"8{ODILE}", "0", "|"]
                    ),
                    st.text(max_size=6),
                )
                for name in SHORT
            },
        ).map(lambda told: line({**cells(), **told}).encode("utf-8", "replace")),
        st.binary(max_size=40),
    ),
    max_size=8,
)


def outcome(content: bytes) -> list[RegisteredProfessional] | BadExtract:
    """What is read of a file, or why it is refused; anything else is raised."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "extract.txt")
        path.write_bytes(content)
        try:
            return [*read_annuaire(path)]
        except BadExtract as bad:
            return bad


def is_placed_or_valid(found: list[RegisteredProfessional] | BadExtract) -> bool:
    if isinstance(found, BadExtract):
        return all(fault.line is not None and fault.line > 1 for fault in found.faults)
    who = [one.professional for one in found]
    return len({one.id for one in who}) == len(who) == len([*map(professional_dict, who)])


@settings(deadline=None)
@given(st.binary(max_size=300))
@example(b"PK\x03\x04")
@example(b"\xef\xbb\xbf")
@example(b"\x00" * 100)
def test_bytes_are_refused_or_read(content):
    alone = outcome(content)
    assert isinstance(alone, BadExtract)
    assert alone.faults
    assert is_placed_or_valid(outcome(HEAD + content))


@settings(deadline=None)
@given(NEARLY)
def test_rows_that_are_nearly_right_are_refused_or_read(rows):
    assert is_placed_or_valid(outcome(HEAD + b"\n".join(rows)))


# --- Memory


def crowd(path: Path, rows: int, *, backwards: bool = False) -> Path:
    """A file of so many rows, two of each person, one after the other or far from one another."""
    half = rows // 2
    order = [*range(half), *reversed(range(half))] if backwards else [place // 2 for place in range(rows)]
    with path.open("w", encoding="utf-8") as file:
        file.write(text([]))
        for place, who in enumerate(order):
            base = f"1099{who:06}"
            told = HERE | {"finess": SITE if who % 100 == 0 else OTHER_SITE, "secteur": f"SA0{place % 2}"}
            file.write(line(cells(base + luhn.calc_check_digit(base), **told)) + "\n")
    return path


def peak(found: Iterator[object]) -> int:
    tracemalloc.start()
    try:
        for _ in found:
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("backwards", [False, True], ids=["in-order", "scattered"])
@pytest.mark.parametrize("asked", [{}, {"structure": SITE}], ids=["everybody", "a-structure"])
def test_memory_does_not_grow_with_the_file(tmp_path, backwards, asked):
    small = crowd(tmp_path / "small.txt", 1_000, backwards=backwards)
    big = crowd(tmp_path / "big.txt", 10_000, backwards=backwards)
    for _ in islice(read_annuaire(big), 500):  # what is kept of codes and communes is kept once
        pass
    assert peak(read_annuaire(big, **asked)) < peak(read_annuaire(small, **asked)) + 200_000


def test_people_who_come_back_are_one_person_each(tmp_path):
    found = [*read_annuaire(crowd(tmp_path / "e.txt", 400, backwards=True))]
    assert len(found) == 200
    assert all(len(one.activities) == 2 for one in found)
