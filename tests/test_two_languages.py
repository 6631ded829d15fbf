"""French stands first and English second in every text of two languages that the sources write out."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import cpts_model

ROOT = Path(cpts_model.__file__).parent
ENGLISH = re.compile(r"\b(the|of|and|is|are|by|which|from|with|was|were|it|not|or|for|to)\b", re.IGNORECASE)
FRENCH = re.compile(
    r"\b(le|les|des|est|du|et|une|pour|qui|dans|sur|au|aux|ne|sont|par|avec|ou|un)\b", re.IGNORECASE
)


def is_the_wrong_way_round(fr: str, en: str) -> bool:
    """More English than French words in the one, or more French than English ones in the other."""
    return len(ENGLISH.findall(fr)) > len(FRENCH.findall(fr)) or (
        len(FRENCH.findall(en)) > len(ENGLISH.findall(en))
    )


def _written(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
    return None


def texts() -> Iterator[tuple[str, str, str]]:
    """Where each text stands, its French and its English."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and len(node.args) == 2 and isinstance(node.func, ast.Name):
                fr, en = map(_written, node.args)
                if node.func.id in ("Text", "labelled", "label") and fr is not None and en is not None:
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", fr, en


def test_no_text_has_its_languages_the_wrong_way_round() -> None:
    found = list(texts())
    assert len(found) > 2000
    assert [where for where, fr, en in found if is_the_wrong_way_round(fr, en)] == []


def test_one_that_had_would_be_seen() -> None:
    seen = sum(is_the_wrong_way_round(en, fr) for _, fr, en in texts())
    assert seen > 1500


@pytest.mark.parametrize(
    ("fr", "en"), [("en vigueur", "in force"), ("le projet de santé", "the projet de santé")]
)
def test_terms_of_the_field_are_no_mistake(fr: str, en: str) -> None:
    assert not is_the_wrong_way_round(fr, en)
