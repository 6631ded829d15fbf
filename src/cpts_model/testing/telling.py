"""Builds: functions that tell a subject further facts, so that a case reads like its text.

A value is told as it stands; a strategy is drawn from; a function of the day, such as
``days_until``, gives the strategy to draw from. The first of several is the simplest.
"""

from collections.abc import Callable
from datetime import date
from inspect import isfunction
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from cpts_model.engine.dates import Period
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.memberships import Membership
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.testing.case import Build
from cpts_model.testing.invented import members_of, running

Joining = Callable[..., Membership]
"""``running``, ``ended``, ``to_come`` or ``not_running``."""


def drawn(value: Any, draw: DrawFn, on: date) -> Any:
    """A value, or what is drawn in its place."""
    if isfunction(value):  # UNKNOWN can be called too, and refuses
        value = value(on)
    return draw(value) if isinstance(value, SearchStrategy) else value


def as_it_is(base: Any, draw: DrawFn, on: date) -> Any:
    """Nothing more: what the subject is decides."""
    return base


def telling(**facts: Any) -> Build:
    """The subject, told these facts."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        return attrs.evolve(base, **{name: drawn(value, draw, on) for name, value in facts.items()})

    return build


def telling_within(field: str, kind: type[Any], /, **facts: Any) -> Build:
    """The subject, of whose field (its projet, its contract…) these facts are told: made if it has none yet."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        held = getattr(base, field)
        told = {name: drawn(value, draw, on) for name, value in facts.items()}
        inside = attrs.evolve(held, **told) if isinstance(held, kind) else kind(**told)
        return attrs.evolve(base, **{field: inside})

    return build


def with_projet(**facts: Any) -> Build:
    """The structure, of whose projet de santé these facts are told."""
    return telling_within("projet", ProjetDeSante, **facts)


def joined_by(who: Any, *, how: Joining = running, **facts: Any) -> Build:
    """The structure, and one member more, of whose membership these facts are told."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        return attrs.evolve(base, members=(*members_of(base), _membership(who, how, facts, draw, on)))

    return build


def with_only(who: Any, *, how: Joining = running, **facts: Any) -> Build:
    """The structure, with that one member and no other."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        return attrs.evolve(base, members=(_membership(who, how, facts, draw, on),))

    return build


def _membership(who: Any, how: Joining, facts: dict[str, Any], draw: DrawFn, on: date) -> Membership:
    told = {name: drawn(value, draw, on) for name, value in facts.items()}
    return how(drawn(who, draw, on), draw, on, **told)


def either(*builds: Build) -> Build:
    """One of several: the first is the simplest."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        return draw(st.sampled_from(builds))(base, draw, on)

    return build


def together(*builds: Build) -> Build:
    """All of several, one after the other."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        for one in builds:
            base = one(base, draw, on)
        return base

    return build


nobody = telling(members=())
"""The structure, told to have no member."""


def either_within(*builds: tuple[Period, Build]) -> Build:
    """One of several, each of which can be had on some days alone: the first is the simplest."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        return either(*(one for days, one in builds if on in days))(base, draw, on)

    return build


def either_since(*builds: tuple[date, Build]) -> Build:
    """One of several, each of which can be had from a day on: the first is the simplest."""
    return either_within(*((Period(first), build) for first, build in builds))


def perhaps_joined_by(who: Any, **facts: Any) -> Build:
    """The structure, and one more of whom it is not told whether they are a member that day."""
    return either(
        joined_by(who, joined_on=UNKNOWN, **facts),
        joined_by(who, left_on=UNKNOWN, **facts),
        joined_by(who, partner=UNKNOWN, **facts),
    )


def where_untold(field: str, build: Build, otherwise: Build) -> Build:
    """One build for a subject of which a field is not told, another for a subject of which it is.

    For ways to violate a rule that break another one too, which a lawful subject is spared.
    """

    def chosen(base: Any, draw: DrawFn, on: date) -> Any:
        untold = isinstance(getattr(base, field), Unknown)
        return (build if untold else otherwise)(base, draw, on)

    return chosen
