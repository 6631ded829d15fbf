"""What is missing, as questions to print and to answer by hand."""

import re
import types
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin

import attrs

from cpts_model.engine.errors import CptsModelError
from cpts_model.engine.observe import Fact
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.report.digest import Question
from cpts_model.report.document.names import field_name, item_name
from cpts_model.report.document.words import capital, counted, say

MOST_CHOICES = 14
"""Beyond so many choices there is a line to write on."""

Kind = Literal["yes_no", "day", "choice", "choices", "number", "thing", "list", "line"]


@attrs.frozen(slots=True)
class Blank:
    """Where an answer goes: the boxes to tick, and what is left to write."""

    kind: Kind
    boxes: tuple[str, ...] = ()
    hint: str = ""


@attrs.frozen(slots=True)
class Asked:
    """A question of one person or thing: of whom, where the answer stands in a dossier, and its blank."""

    whom: str
    path: str
    blank: Blank


@attrs.frozen(slots=True)
class QuestionView:
    """A fact to ask for, wherever it is missing."""

    label: str
    waits: str
    rules: tuple[str, ...]
    blocking: bool
    asked: tuple[Asked, ...]


@attrs.frozen(slots=True)
class QuestionGroup:
    """The questions about one thing."""

    title: str
    questions: tuple[QuestionView, ...]


def questionnaire(questions: Iterable[Question], subject: Any, lang: Lang) -> Iterator[QuestionGroup]:
    """The questions about the structure, its projet, its contract, its members…: the most useful ones first."""
    groups: dict[str, list[QuestionView]] = {}
    for question in questions:
        groups.setdefault(_about(question.pattern), []).append(_question(question, subject, lang))
    for about, found in groups.items():
        title = field_name(type(subject), about, lang) if about else say("about_structure", lang)
        yield QuestionGroup(capital(title), tuple(found))


def _about(pattern: str) -> str:
    """The field of the structure that a question is about; none where it is about the structure itself."""
    first, dot, _ = pattern.partition(".")
    return first.removesuffix("[]") if dot else ""


def _question(question: Question, subject: Any, lang: Lang) -> QuestionView:
    label = question.label.to(lang) if question.label else question.pattern
    return QuestionView(
        capital(label),
        counted("waits", len(question.rules), lang),
        question.rules,
        question.blocking,
        tuple(_asked(path, subject, lang) for path in question.paths),
    )


_STEP = re.compile(r"(\w+)(?:\[(\d+)\])?")


def _asked(path: str, subject: Any, lang: Lang) -> Asked:
    """The question at one place, found by going there: a place that is derived has a line to write on."""
    here, whom = subject, ""
    *way, last = path.split(".")
    try:
        for step in way:
            found = _STEP.fullmatch(step)
            if found is None:
                return Asked(whom, path, Blank("line"))
            here = getattr(here, found[1])
            if found[2] is not None:
                here = here[int(found[2])]
                whom = item_name(here, int(found[2]), lang)
    except (AttributeError, IndexError, TypeError, CptsModelError):
        return Asked(whom, path, Blank("line"))
    return Asked(whom, path, _blank(_type_of(type(here), last), lang))


def _type_of(kind: type[Any], name: str) -> Any:
    """The type of a field, ``None`` where there is no such field."""
    if not attrs.has(kind):
        return None
    fields = attrs.fields(attrs.resolve_types(kind))
    return next((field.type for field in fields if field.name == name), None)


def _blank(of: Any, lang: Lang) -> Blank:
    if of is None:
        return Blank("line")
    told = [one for one in _alternatives(of) if one is not Unknown]
    none = (say("none", lang),) if types.NoneType in told else ()
    kinds = [one for one in told if one is not types.NoneType]
    return _blank_of(kinds[0], none, lang) if len(kinds) == 1 else Blank("line", none)


def _alternatives(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, types.UnionType) else (kind,)


def _blank_of(kind: Any, none: tuple[str, ...], lang: Lang) -> Blank:
    if get_origin(kind) in (tuple, frozenset):
        item = get_args(kind)[0]
        if not isinstance(item, type):
            return Blank("list", (say("attached", lang), *none))
        choices = _choices(item, lang)
        if choices:
            return Blank("choices", (*choices, *none), say("several", lang))
        return Blank("list", (say("attached", lang), *none)) if attrs.has(item) else Blank("line", none)
    if not isinstance(kind, type):
        return Blank("line", none)
    if kind is bool:
        return Blank("yes_no", (say("yes", lang), say("no", lang), *none))
    if issubclass(kind, date):
        return Blank("day", none, say("day_blank", lang))
    if issubclass(kind, int | Decimal):
        return Blank("number", none, say("amount", lang))
    choices = _choices(kind, lang)
    if choices:
        return Blank("choice", (*choices, *none))
    return Blank("thing", (say("described", lang), *none)) if attrs.has(kind) else Blank("line", none)


def _choices(kind: type[Any], lang: Lang) -> tuple[str, ...]:
    """The names of the members of an enumeration, unless they are too many to print."""
    if not issubclass(kind, Enum) or len(kind) > MOST_CHOICES:
        return ()
    return tuple(_called(one, lang) for one in kind)


def _called(one: Enum, lang: Lang) -> str:
    label = getattr(one, "label", None)
    return label.to(lang) if isinstance(label, Text) else str(one.value)


def names_of_facts(facts: Iterable[Fact], lang: Lang) -> str:
    """Untold facts by their names, once each."""
    names = dict.fromkeys(fact.label.to(lang) if fact.label else fact.path for fact in facts)
    return say("sep", lang).join(names)
