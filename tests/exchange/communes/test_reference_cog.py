"""The COG of the reference data: every code found, every former code led on, and sums as anybody would make them."""

import csv
from collections import Counter
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpts_model import UNKNOWN
from cpts_model.exchange.communes import CommuneKind, CommuneTable, RemarkKind
from exchange.communes.cog_tables import real_rows, real_table
from shared_data import shared

MERGED_AWAY = {"05043": "05039", "05088": "05024", "05120": "05001", "05141": "05039", "05150": "05024", "05175": "05101"}  # fmt: skip
"""Former codes that a real list of communes of CPTS (départements 04 and 05) still held in 2026, and the communes of today."""

ALSO_POSTAL = {
    "05120": ["05001", "05006", "05151", "05180"],
    "05150": ["05024", "05086", "05091", "05117", "05126", "05129", "05169"],
}
"""Those of them that are postal codes of other communes, and all that they may stand for."""


@pytest.fixture(scope="module")
def cog() -> CommuneTable:
    return real_table()


def test_every_code_is_found_with_its_figure(cog: CommuneTable) -> None:
    rows = real_rows()
    assert len(cog.communes) == len(rows) == 35_014
    for row in rows:
        one = cog.get(row["code"])
        assert one is not None
        assert one.name == row["nom"]
        assert one.departement == row["departement"]
        assert one.region == row["region"]
        assert one.population == (int(row["population"]) if row["population"] else UNKNOWN)
        assert ",".join(one.postal_codes) == row["codes_postaux"]
        assert (one.kind is CommuneKind.ARRONDISSEMENT) == bool(row["commune_parente"])


def test_each_former_code_leads_to_its_commune(cog: CommuneTable) -> None:
    pairs = [(old, row["code"]) for row in real_rows() for old in row["anciens_codes"].split(",") if old]
    assert len(pairs) > 4000
    for old, code in pairs:
        assert [one.code for one in cog.formerly(old)] == [code]


def test_the_arrondissements_of_a_city_add_up_to_it(cog: CommuneTable) -> None:
    for city, number in (("75056", 20), ("69123", 9), ("13055", 16)):
        parts = [one.code for one in cog.communes if one.parent == city]
        assert len(parts) == number
        reading = cog.territory(parts)
        assert reading.territory.population == cog.get(city).population
        assert reading.territory.communes == tuple(parts)


def test_codes_merged_away_are_known(cog: CommuneTable) -> None:
    for old, now in MERGED_AWAY.items():
        assert cog.get(old) is None
        assert [one.code for one in cog.formerly(old)] == [now]


@pytest.mark.parametrize(("old", "now"), [pair for pair in MERGED_AWAY.items() if pair[0] not in ALSO_POSTAL])
def test_codes_merged_away_lead_to_the_commune_of_today_and_leave_the_population_open(
    cog: CommuneTable, old: str, now: str
) -> None:
    reading = cog.territory([old, "05061"])
    assert reading.territory.communes == (now, "05061")
    assert reading.territory.population is UNKNOWN
    assert RemarkKind.FORMER_PART in {remark.kind for remark in reading.doubts}
    gap, whole = cog.get("05061").population, cog.get(now).population
    assert (reading.bounds.least, reading.bounds.most) == (gap, gap + whole)


def test_both_former_codes_of_a_commune_count_once(cog: CommuneTable) -> None:
    codes = cog.territory([old for old in MERGED_AWAY if old not in ALSO_POSTAL]).territory.communes
    assert codes == tuple(dict.fromkeys(now for old, now in MERGED_AWAY.items() if old not in ALSO_POSTAL))


@pytest.mark.parametrize(("code", "maybe"), [*ALSO_POSTAL.items(), ("75013", ["93013", "75056", "75113"])])
def test_a_former_code_that_is_a_postal_code_today_is_not_chosen(
    cog: CommuneTable, code: str, maybe: list[str]
) -> None:
    reading = cog.territory([code, "05061"])
    (remark,) = reading.doubts
    assert remark.kind is RemarkKind.FORMER_OR_POSTAL
    assert {one.code for one in remark.communes} == set(maybe)
    assert reading.left_out == (code,)
    assert reading.bounds.most is None


@pytest.mark.parametrize(("alone", "meant"), [("04234", "Venterol"), ("05121", "Rochebrune")])
def test_a_homonym_of_a_commune_of_the_drome_is_asked_about(
    cog: CommuneTable, alone: str, meant: str
) -> None:
    nyons, buis = "26220", "26063"
    reading = cog.territory([alone, nyons, buis])
    (remark,) = [one for one in reading.doubts if one.kind is RemarkKind.HOMONYM]
    assert remark.given == (alone,)
    assert {one.name for one in remark.communes} == {meant}
    assert {one.departement for one in remark.communes} == {"26"}


@pytest.mark.parametrize(
    ("codes", "population"),
    [
        (["2A004"], 76_320),
        (["20004"], 76_320),
        (["97101"], 51_055),
        (["97701"], 10_660),
        (["98818"], 85_976),
        (["75113"], 181_271),
        (["33273", "33281", "33318", "33422"], 163_101),
        (["55039"], 0),
    ],
)
def test_corsica_overseas_and_villages_of_nobody(
    cog: CommuneTable, codes: list[str], population: int
) -> None:
    assert cog.territory(codes).territory.population == population


def test_a_postal_code_is_not_taken_for_a_commune(cog: CommuneTable) -> None:
    reading = cog.territory(["33000", "33281"])
    assert reading.left_out == ("33000",)
    assert [one.code for one in reading.doubts[0].communes] == ["33063"]


@cache
def codes_of_today() -> list[str]:
    return [row["code"] for row in real_rows()]


@cache
def rows_by_code() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in real_rows()}


@cache
def merged() -> list[tuple[str, str]]:
    """A former code of each commune that has some, and its code of today; Corsica apart."""
    return [
        (row["anciens_codes"].split(",")[0], row["code"])
        for row in real_rows()
        if row["anciens_codes"] and row["departement"] not in ("2A", "2B")
    ]


def some_codes(least: int = 1) -> st.SearchStrategy[list[str]]:
    return st.lists(st.deferred(lambda: st.sampled_from(codes_of_today())), min_size=least, max_size=40)


def expected(codes: list[str]) -> int | None:
    """The sum of the communes, each once, arrondissements within their city; ``None`` where a figure is not told."""
    rows = rows_by_code()
    kept = [code for code in set(codes) if rows[code]["commune_parente"] not in codes]
    figures = [rows[code]["population"] for code in kept]
    return sum(map(int, figures)) if all(figures) else None


@settings(max_examples=200, deadline=None)
@given(codes=some_codes())
def test_the_sum_is_that_of_the_parts(codes: list[str]) -> None:
    reading = real_table().territory(codes)
    total = expected(codes)
    assert reading.territory.population == (UNKNOWN if total is None else total)
    assert reading.bounds.exact == (total is not None)


@settings(max_examples=100, deadline=None)
@given(codes=some_codes(), again=st.randoms(use_true_random=False))
def test_neither_the_order_nor_duplicates_matter(codes: list[str], again: object) -> None:
    other = codes + codes[::2]
    again.shuffle(other)  # type: ignore[attr-defined]
    one, two = real_table().territory(codes), real_table().territory(other)
    assert set(one.lines) == set(two.lines)
    assert one.territory.population == two.territory.population
    assert (one.bounds.least, one.bounds.most) == (two.bounds.least, two.bounds.most)
    assert {remark.kind for remark in one.doubts} == {remark.kind for remark in two.doubts}


@settings(max_examples=100, deadline=None)
@given(codes=some_codes(), more=st.deferred(lambda: st.sampled_from(codes_of_today())))
def test_one_more_commune_never_lowers_the_population(codes: list[str], more: str) -> None:
    before, after = real_table().territory(codes).bounds, real_table().territory([*codes, more]).bounds
    assert before.least <= after.least
    assert after.most is None or (before.most is not None and before.most <= after.most)


@settings(max_examples=100, deadline=None)
@given(codes=some_codes(), former=st.deferred(lambda: st.sampled_from(merged())))
def test_a_former_code_never_gives_an_exact_sum(codes: list[str], former: tuple[str, str]) -> None:
    old, now = former
    reading = real_table().territory([old, *(code for code in codes if code != now)])
    assert reading.territory.population is UNKNOWN
    assert reading.doubts


def test_the_columns_of_the_reference_table_are_those_read() -> None:
    with (shared("cog") / "communes_2026.csv").open(encoding="utf-8", newline="") as file:
        (header,) = [next(csv.reader(file, delimiter=";"))]
    assert max(Counter(header).values()) == 1
    assert {"code", "population", "anciens_codes", "commune_parente"} <= set(header)
