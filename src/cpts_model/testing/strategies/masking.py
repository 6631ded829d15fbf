"""Facts of which some are not told any more."""

from collections import Counter
from typing import Any

import attrs

from cpts_model.engine.unknown import UNKNOWN
from cpts_model.testing.strategies.teller import Teller, may_be_unknown


def masked(teller: Teller, facts: Any) -> Any:
    """The same facts, at any depth as many of them told as the teller tells."""
    if isinstance(facts, tuple):
        return tuple(masked(teller, one) for one in facts)
    if not attrs.has(type(facts)):
        return facts
    told = {
        field.name: _masked(teller, field, getattr(facts, field.name))
        for field in attrs.fields(type(facts))
        if field.init
    }
    if isinstance(told.get("members"), tuple):
        told["members"] = _apart(facts.members, told["members"])
    return type(facts)(**told)


def _masked(teller: Teller, field: Any, value: Any) -> Any:
    if value is UNKNOWN or (may_be_unknown(field) and not teller.tells()):
        return UNKNOWN
    return masked(teller, value)


def _apart(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[Any, ...]:
    """Members, of whom those who come twice keep the days that set their memberships apart."""
    times = Counter(one.member.id for one in before)
    return tuple(
        attrs.evolve(new, joined_on=old.joined_on, left_on=old.left_on, listed_on=old.listed_on)
        if times[old.member.id] > 1
        else new
        for old, new in zip(before, after, strict=True)
    )
