"""The rules that the how-to pages write: they run, keep what rules must keep, and the pages show them as they are."""

import re
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
RULES = ROOT / "examples" / "rules"


@pytest.fixture(autouse=True)
def beside_the_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(RULES))


def checks_of_examples() -> list[tuple[str, str]]:
    return [
        (path.stem, name)
        for path in sorted(RULES.glob("test_*.py"))
        for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]


@pytest.mark.parametrize(("module", "name"), checks_of_examples())
def test_the_tests_of_the_examples_pass(module: str, name: str) -> None:
    getattr(import_module(module), name)()


@pytest.mark.parametrize("page", ["statutes.md", "add-an-article.md"])
def test_the_page_shows_the_examples_as_they_are(page: str) -> None:
    text = (ROOT / "docs" / "how-to" / page).read_text(encoding="utf-8")
    files = [path.read_text(encoding="utf-8") for path in RULES.glob("*.py")]
    shown = re.findall(r"```python3\n(.*?)```", text, re.DOTALL)
    assert shown
    for fence in shown:
        assert any(fence in file for file in files), fence
