"""Anything at all, and what is nearly right: establishments, or faults with their place; nothing else."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("ijson", reason="FINESS+ needs the extra cpts-model[registries]")

from cpts_model.exchange.dossier import from_dict
from cpts_model.exchange.extracts import BadExtract
from cpts_model.exchange.finess import (
    STRUCTURE_CATEGORIES,
    dossier_of,
    import_finess,
    organisation_of,
    read_finess,
)
from exchange.finess.finess_files import COLUMNS, FIELDS, HEADER, first_schema, named, official, published

BESIDE = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
ODD = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["", " ", '"', '""', ";", '";"', "\r", "\x00", "\x85", "\u2028", "٣", "2A0001234", "9A", "974", "603", "124", "0000-00-00", "9999-12-31"]),
)  # fmt: skip
PLACE = re.compile(r"line \d+|\$|file|register|JSON|^it is (in UTF-16|an? |compressed)")


def reading(path: Path) -> None:
    """Read a file whole, twice with one result, and make of each establishment all it can be."""
    try:
        found = list(read_finess(path))
    except BadExtract:
        output = path.with_suffix(".jsonl")
        with pytest.raises(BadExtract) as caught:
            import_finess(path, output)
        assert caught.value.faults
        assert all(PLACE.search(str(fault)) for fault in caught.value.faults)
        assert [one.name for one in path.parent.iterdir()] == [path.name]
        return
    for one in found:
        organisation_of(one)
        if one.category in STRUCTURE_CATEGORIES:
            from_dict(dossier_of(one))
    assert list(read_finess(path)) == found


@BESIDE
@given(
    start=st.sampled_from(
        [b"", b"finess;etalab;1;2026-05-12\n", COLUMNS.encode() + b"\n", b'{"pmej": [', b"\x1f\x8b"]
    ),
    rest=st.binary(max_size=300),
)
def test_bytes(tmp_path, start, rest):
    path = tmp_path / "fichier"
    path.write_bytes(start + rest)
    reading(path)


@BESIDE
@given(
    cells=st.dictionaries(st.sampled_from(FIELDS), ODD, max_size=4),
    encoding=st.sampled_from(["utf-8", "latin-1", "cp1252"]),
)
def test_lines_of_the_official_extract(tmp_path, cells, encoding):
    path = tmp_path / "fichier"
    path.write_bytes(
        f"{HEADER}\n{official()}\n{official(**cells)}\n".encode(
            encoding, "surrogatepass" if encoding == "utf-8" else "replace"
        )
    )
    reading(path)


@BESIDE
@given(
    cells=st.dictionaries(st.sampled_from(COLUMNS.split(";")), ODD, max_size=4),
    header=st.lists(st.sampled_from(COLUMNS.split(";")), max_size=2),
)
def test_lines_of_named_columns(tmp_path, cells, header):
    path = tmp_path / "fichier"
    names = ";".join([COLUMNS, *header])
    path.write_bytes(f"{names}\n{named(**cells)}\n".encode("utf-8", "surrogatepass"))
    reading(path)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | ODD,
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(ODD | st.sampled_from(["code", "system", "ege"]), inside, max_size=3)
    ),
    max_leaves=5,
)


def _places(value, at=()):
    yield at
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inside in steps:
        yield from _places(inside, (*at, key))


DOCUMENTS = [published(), first_schema()]
PLACES = [(index, at) for index, document in enumerate(DOCUMENTS) for at in _places(document) if at]


@BESIDE
@given(st.sampled_from(PLACES), VALUES)
def test_documents_with_another_value(tmp_path, place, value):
    index, at = place
    document = json.loads(json.dumps(DOCUMENTS[index]))
    holder = document
    for step in at[:-1]:
        holder = holder[step]
    holder[at[-1]] = value
    path = tmp_path / "fichier"
    path.write_text(json.dumps(document), encoding="utf-8")
    reading(path)


@BESIDE
@given(st.integers(0, 1), st.integers(0, 4000), st.binary(max_size=4), st.integers(0, 4))
def test_documents_with_other_bytes(tmp_path, index, offset, other, dropped):
    text = json.dumps(DOCUMENTS[index], ensure_ascii=False).encode()
    offset %= len(text)
    path = tmp_path / "fichier"
    path.write_bytes(text[:offset] + other + text[offset + dropped :])
    reading(path)
