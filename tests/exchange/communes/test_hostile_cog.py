"""Bytes and near-valid lines: a table, or a BadExtract, and nothing else."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cpts_model.exchange.communes import CommuneTable, read_cog
from cpts_model.exchange.extracts import BadExtract
from cpts_model.facts.territories import Territory
from exchange.communes.cog_tables import ETALAB, INSEE, INVENTED, LEGALES, OLDER

RELAXED = settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
FILES = [INVENTED, INSEE, LEGALES, OLDER, ETALAB]
CELLS = st.one_of(
    st.sampled_from(["", "23901", "2A901", "20901", "99134", "971", "COM", "COMD", "ARM", "12", "1 200", "<6", "n.c.", '"', "x;y", "\x00", "é", "1e9", "9" * 60]),
    st.text(max_size=8),
)  # fmt: skip
HEADERS = st.lists(
    st.sampled_from(["COM", "code", "DEP", "CODDEP", "CODCOM", "TYPECOM", "LIBELLE", "COMPARENT", "PMUN", "PTOT", "anciens_codes", "codes_postaux", "epci", "REG", "?"]),
    min_size=1,
    max_size=6,
)  # fmt: skip


def read(folder: Path, content: bytes) -> CommuneTable | BadExtract:
    path = folder / "t.csv"
    path.write_bytes(content)
    try:
        return read_cog(path)
    except BadExtract as bad:
        return bad


def usable(found: CommuneTable | BadExtract) -> None:
    if isinstance(found, CommuneTable):
        codes = [one.code for one in found.communes][:5]
        reading = found.territory(codes)
        assert isinstance(reading.territory, Territory)
        assert all(remark.text("fr") and remark.text("en") for remark in reading.remarks)
        assert found.notes
    else:
        assert found.faults
        assert str(found).startswith(str(found.source))


@RELAXED
@given(content=st.binary(max_size=300))
@example(content=b"\xff")
@example(content=b"\xef\xbb\xbf[")
@example(content=b'[{"code": "23901", "population": 1e400}]')
@example(content=b'[{"code": "23901", "population": ' + b"9" * 5000 + b"}]")
@example(content=b"COM\r23901\r")
def test_bytes(tmp_path: Path, content: bytes) -> None:
    usable(read(tmp_path, content))


@RELAXED
@given(headers=HEADERS, lines=st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=5), separator=st.sampled_from(";,\t"))  # fmt: skip
def test_near_valid_lines(tmp_path: Path, headers: list[str], lines: list[list[str]], separator: str) -> None:
    text = "\n".join(separator.join(cells) for cells in [headers, *lines])
    usable(read(tmp_path, text.encode("utf-8", "replace")))


@RELAXED
@given(file=st.sampled_from(FILES), place=st.floats(0, 1), piece=st.one_of(CELLS.map(str.encode), st.binary(max_size=4)), cut=st.integers(0, 5))  # fmt: skip
def test_a_good_file_with_a_piece_of_another(
    tmp_path: Path, file: str, place: float, piece: bytes, cut: int
) -> None:
    content = file.encode()
    at = int(place * len(content))
    usable(read(tmp_path, content[:at] + piece + content[at + cut :]))


@RELAXED
@given(given_codes=st.lists(st.one_of(CELLS, st.sampled_from(["23901", "23903", "75056", "75101", "75113", "20901", "23999"])), min_size=1, max_size=6))  # fmt: skip
def test_whatever_is_given_as_communes_is_told(tmp_path: Path, given_codes: list[str]) -> None:
    (tmp_path / "good.csv").write_text(INVENTED, encoding="utf-8")
    reading = read_cog(tmp_path / "good.csv").territory(given_codes)
    counted = {code for line in reading.lines for code in line.given}
    told = {code for remark in reading.remarks for code in remark.given}
    assert set(reading.given) <= counted | told
    assert (reading.territory.population == reading.bounds.least) or not reading.bounds.exact


@pytest.mark.parametrize("file", FILES)
def test_the_good_files_are_good(tmp_path: Path, file: str) -> None:
    found = read(tmp_path, file.encode())
    assert isinstance(found, CommuneTable), found
