"""Reference data beside the project, when it is there."""

from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def shared(folder: str) -> Path:
    """A folder of the reference data; the test is skipped when it is not there."""
    if not (DATA / folder).is_dir():
        pytest.skip(f"the reference data is not here ({folder})")
    return DATA / folder
