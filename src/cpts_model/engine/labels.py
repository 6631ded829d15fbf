"""What facts are called: the words that explanations, schemas and questionnaires read."""

import inspect
from collections.abc import Callable
from typing import Any, Literal, TypeVar

import attrs

from cpts_model.engine.text import Text

LABEL = "cpts_model.label"
"""The metadata key, and the function attribute, that holds the Text of a fact."""

PERSONAL = "cpts_model.personal"
"""The metadata key of a field that says who a person is: by an identifier, a name or a number."""

Personal = Literal["id", "name", "number"]

F = TypeVar("F", bound=Callable[..., Any])


def label(
    fr: str,
    en: str,
    *,
    help_fr: str | None = None,
    help_en: str | None = None,
    personal: Personal | None = None,
) -> dict[str, Any]:
    """The metadata of a field: what the fact is called, for whoever reads about it.

    ``personal`` says that the fact tells who somebody is, and by what: see :data:`PERSONAL`.
    """
    metadata: dict[str, Any] = {LABEL: Text(fr, en)}
    if personal is not None:
        metadata[PERSONAL] = personal
    if help_fr is not None and help_en is not None:
        metadata[f"{LABEL}.help"] = Text(help_fr, help_en)
    return metadata


def labelled(fr: str, en: str) -> Callable[[F], F]:
    """Name a derived property or method, under ``@property``."""

    def name(function: F) -> F:
        setattr(function, LABEL, Text(fr, en))
        return function

    return name


def label_of(kind: type[Any], name: str) -> Text | None:
    """What a field, property or method of a class is called."""
    if attrs.has(kind):
        for field in attrs.fields(kind):
            if field.name == name:
                found: Text | None = field.metadata.get(LABEL)
                return found
    member = inspect.getattr_static(kind, name, None)
    function = member.fget if isinstance(member, property) else member
    return getattr(function, LABEL, None)
