"""Extracts of registers as lines, and files written aside: what every reader of an extract relies on."""

import os
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpts_model.exchange.extracts import MAX_LINE, BadExtract, ExtractFault, text_lines
from cpts_model.exchange.files import replacing


def lines(path: Path, content: bytes, **asked: int) -> list[tuple[int, str]]:
    path.write_bytes(content)
    return list(text_lines(path, **asked))


def test_lines_are_numbered_as_an_editor_shows_them(tmp_path: Path) -> None:
    assert lines(tmp_path / "a", b"a\n\n  \nb\r\nc") == [(1, "a"), (4, "b"), (5, "c")]


def test_utf_8_its_mark_and_latin_1_are_read(tmp_path: Path) -> None:
    assert lines(tmp_path / "a", "\ufeffé\n".encode()) == [(1, "é")]
    assert lines(tmp_path / "a", "é\n".encode() + "è\n".encode("latin-1")) == [(1, "é"), (2, "è")]


def test_a_line_that_is_too_long_is_told_with_its_number(tmp_path: Path) -> None:
    with pytest.raises(BadExtract) as bad:
        lines(tmp_path / "a", b"a\n" + b"x" * 21 + b"\n", longest=20)
    assert [(fault.line, fault.message) for fault in bad.value.faults] == [(2, "it is longer than 20 bytes")]
    assert lines(tmp_path / "a", b"x" * 20 + b"\n", longest=20) == [(1, "x" * 20)]


def test_what_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BadExtract, match="not a regular file"):
        next(text_lines(tmp_path / "pipe"))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_what_excel_calls_unicode_text_is_refused(encoding: str, tmp_path: Path) -> None:
    with pytest.raises(BadExtract) as bad:
        lines(tmp_path / "a.txt", "\ufeffCode\tNom\n1\té\n".encode(encoding))
    [fault] = bad.value.faults
    assert (fault.line, fault.column) == (None, None)
    assert fault.message == (
        "it is in UTF-16 (what Excel calls 'Unicode Text', 'Texte Unicode'): save it as 'CSV UTF-8'"
    )
    assert bad.value.source == str(tmp_path / "a.txt")


def test_one_byte_of_the_mark_of_utf_16_is_a_character(tmp_path: Path) -> None:
    assert lines(tmp_path / "a", b"\xffa\n") == [(1, "ÿa")]
    assert lines(tmp_path / "a", b"\xfe\n\xff\xfeb") == [(1, "þ"), (2, "ÿþb")]


@given(content=st.binary(max_size=200))
def test_any_bytes_are_lines(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    found = lines(tmp_path_factory.mktemp("any") / "a", b"a" + content)  # else it could begin as a workbook
    assert [number for number, _ in found] == sorted({number for number, _ in found})
    assert all("\n" not in text for _, text in found)
    assert len(content) < MAX_LINE


def test_a_fault_says_its_line_and_column_and_an_error_its_file() -> None:
    faults = [
        ExtractFault("it is empty", 12, "Code profession"),
        ExtractFault("it is short", 13),
        ExtractFault("no"),
    ]
    error = BadExtract(faults, "a.txt")
    assert str(error).splitlines() == [
        "a.txt: 3 faults",
        "line 12, column 'Code profession': it is empty",
        "line 13: it is short",
        "no",
    ]
    assert str(BadExtract(faults[:1], "a.txt")) == "a.txt: line 12, column 'Code profession': it is empty"
    assert str(BadExtract(faults[1:2])) == "line 13: it is short"
    assert str(BadExtract([ExtractFault("x", n) for n in range(60)])).endswith("and 10 more")
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.faults, copy.source) == (error.faults, error.source)


def test_a_file_written_piece_by_piece_takes_its_place_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "a.jsonl"
    target.write_text("old")
    with replacing(target) as file:
        file.write(b"one\n")
        assert target.read_text() == "old"
        file.write(b"two\n")
    assert target.read_text() == "one\ntwo\n"
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]


def test_a_file_that_could_not_be_finished_leaves_nothing(tmp_path: Path) -> None:
    target = tmp_path / "a.jsonl"

    def stop_midway() -> None:
        with replacing(target) as file:
            file.write(b"one\n")
            raise BadExtract([ExtractFault("no", 2)])

    with pytest.raises(BadExtract):
        stop_midway()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (
            b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml",
            "an Excel workbook|a zip archive: decompress it first",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "older Excel workbook"),
        (b"\x1f\x8b\x08\x00", "decompress it first"),
        (b"%PDF-1.7\n", "a PDF document"),
    ],
)
def test_what_is_surely_no_text_is_told_for_what_it_is(tmp_path: Path, content: bytes, what: str) -> None:
    with pytest.raises(BadExtract, match=what) as bad:
        lines(tmp_path / "a", content)
    assert len(bad.value.faults) == 1
