"""Rows that may be of one person: proposed, and never merged."""

from collections.abc import Hashable, Iterable, Sequence

import attrs

from cpts_model.engine.text import Text
from cpts_model.exchange.sheets.model import Double

_SAME_RPPS = Text("même numéro RPPS", "same RPPS number")
_SAME_MAIL = Text("même adresse électronique", "same e-mail address")
_SAME_NAME = Text("mêmes nom et prénom", "same surname and first name")

_MOST_PEOPLE = 8
"""How many namesakes known to be several people a row is compared with: a hostile sheet stays cheap to read."""


@attrs.frozen(slots=True, kw_only=True)
class Trace:
    """What a row tells that another of the same person would tell too."""

    line: int
    name: str
    words: tuple[str, ...]
    rpps: str | None
    mail: str | None
    identifier: str | None = None
    """The identifier that the sheet gave: two rows of one are two memberships of one person."""


def doubles_of(traces: Sequence[Trace], sheet: str | None) -> tuple[Double, ...]:
    """The pairs of rows that may be of one person: each row with the first it resembles.

    Where the rows alike are known to be of several people, with the first of each.
    Two people who share a surname alone are not; two with different RPPS numbers are two.
    """
    found: dict[tuple[Trace, Trace], list[Text]] = {}
    _pair(found, ((trace.rpps, trace) for trace in traces), _SAME_RPPS)
    _pair(found, ((trace.mail, trace) for trace in traces), _SAME_MAIL)
    _pair(found, ((trace.words if len(trace.words) > 1 else None, trace) for trace in traces), _SAME_NAME)
    return tuple(
        Double(sheet=sheet, lines=(one.line, other.line), names=(one.name, other.name), why=tuple(why))
        for (one, other), why in sorted(found.items(), key=lambda item: (item[0][0].line, item[0][1].line))
    )


def _pair(
    found: dict[tuple[Trace, Trace], list[Text]], keyed: Iterable[tuple[Hashable, Trace]], why: Text
) -> None:
    keys = [(key, trace) for key, trace in keyed if key is not None]
    people: dict[Hashable, list[Trace]] = {}
    for key, trace in keys:
        known = people.setdefault(key, [])
        if len(known) < _MOST_PEOPLE and all(_two_people(one, trace) for one in known):
            known.append(trace)
    pairs = {
        (one, trace) if one.line < trace.line else (trace, one): None
        for key, trace in keys
        for one in people[key]
        if one is not trace and not _two_people(one, trace)
    }
    for pair in pairs:
        found.setdefault(pair, []).append(why)


def _two_people(one: Trace, other: Trace) -> bool:
    """Whether the rows are told apart already, or together by the sheet itself."""
    if one.identifier is not None and other.identifier is not None:
        return True
    return one.rpps is not None and other.rpps is not None and one.rpps != other.rpps
