"""The JSON Schemas, of dossiers and of answers."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from cpts_model.engine.text import LANGS
from pages.page import Page


def pages() -> Iterator[Page]:
    """Of dossiers in each language, and of each answer."""
    from cpts_model.exchange.schema import ANSWERS, dossier_schema

    for lang in LANGS:
        yield Page(f"schema/dossier.{lang}.json", partial(_written, partial(dossier_schema, lang)))
    for name, draw in ANSWERS.items():
        yield Page(f"schema/{name}.json", partial(_written, draw))


def _written(draw: Callable[[], Any]) -> str:
    from cpts_model.exchange.writing import json_text

    return json_text(draw())
