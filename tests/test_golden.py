"""Nothing that others rely on changes unseen."""

from pathlib import Path

import pytest

from golden import FILES, golden


@pytest.mark.parametrize("path", golden(), ids=lambda path: path.name)
def test_is_as_it_was_written_down(path: Path) -> None:
    assert golden()[path]() == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert set(FILES.iterdir()) == {path for path in golden() if path.parent == FILES}
