"""The twenty-six places where a hasty reading of these texts goes wrong are each a test of their own."""

import re
from pathlib import Path


def test_each_trap_is_a_test() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    named = {int(number) for number in re.findall(r"def test_trap_(\d+)_", tests)}
    assert named == set(range(1, 27))
