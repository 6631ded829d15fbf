"""Writing the people of the Annuaire Santé: a professional a line, as they come."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from cattrs import Converter

from cpts_model.exchange.converter import make_converter
from cpts_model.exchange.files import replacing
from cpts_model.exchange.writing import json_text
from cpts_model.facts.people import Professional


@cache
def _converter() -> Converter:
    return make_converter()


def professional_dict(professional: Professional) -> dict[str, Any]:
    """A professional as plain data, as the members of a dossier are told, without what is unknown."""
    plain: dict[str, Any] = _converter().unstructure(professional)
    return plain


def write_professionals(professionals: Iterable[Professional], path: str | Path) -> int:
    """Write professionals to a ``.jsonl`` file, a ``{"kind": "professional", …}`` a line; how many there were.

    They are written as they come, to a new file that takes the place of the old one at the
    end: if anything is raised meanwhile, the old one stays.

    Raises:
        OSError: the file cannot be written.
    """
    written = 0
    with replacing(path) as file:
        for professional in professionals:
            file.write(json_text(professional_dict(professional), compact=True).encode())
            written += 1
    return written
