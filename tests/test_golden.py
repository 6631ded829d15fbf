"""Nothing that others rely on changes unseen."""

import pytest

from golden import FILES, golden


@pytest.mark.parametrize("name", golden())
def test_is_as_it_was_written_down(name: str) -> None:
    assert golden()[name]() == (FILES / name).read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.name for path in FILES.iterdir()} == set(golden())
