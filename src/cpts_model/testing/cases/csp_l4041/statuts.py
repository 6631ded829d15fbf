"""L4041-7 and R4041-2: the statutes, in writing, sent ahead, with what they must say."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs
from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.testing.case import Build, Case
from cpts_model.testing.cases.sisa import COMPANY
from cpts_model.testing.days import days_after, days_until
from cpts_model.testing.telling import either, telling

ECRITS = Case(
    rule="sisa.statuts-ecrits",
    in_force=since(2011, 8, 12),
    about=COMPANY,
    satisfied=telling(statutes_written=True),
    violated=telling(statutes_written=False),
    undetermined=telling(statutes_written=UNKNOWN),
)

# --- « un mois au moins avant » the registration


def registered(sent: Callable[[date], st.SearchStrategy[Any]]) -> Build:
    """The company, registered that day or before, its statutes sent on a day that hangs on that one."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        registered_on = draw(days_until(on))
        return attrs.evolve(base, registered_on=registered_on, statutes_sent_on=draw(sent(registered_on)))

    return build


def last_day_to_send(registered_on: date) -> date:
    """The latest day to which one adds a month without going beyond the registration."""
    day = registered_on
    while day + relativedelta(months=1) > registered_on:
        day -= timedelta(days=1)
    return day


def in_time(registered_on: date) -> st.SearchStrategy[date]:
    """On the last day, or before."""
    return days_until(last_day_to_send(registered_on))


def too_late(registered_on: date) -> st.SearchStrategy[date | None]:
    """On the first day that is too late, and on to those after the registration; or never."""
    first = last_day_to_send(registered_on) + timedelta(days=1)
    return st.one_of(st.none(), st.just(first), days_after(first))


TRANSMIS = Case(
    rule="sisa.statuts-transmis",
    in_force=since(2011, 8, 12),
    about=COMPANY,
    satisfied=registered(in_time),
    violated=registered(too_late),
    undetermined=either(
        registered(lambda _: st.just(UNKNOWN)),
        telling(registered_on=UNKNOWN, statutes_sent_on=None),
    ),
    not_applicable=either(telling(registered_on=None), telling(registered_on=days_after)),
)

MENTIONS = Case(
    rule="sisa.statuts-mentions",
    in_force=since(2012, 3, 26),
    about=COMPANY,
    satisfied=telling(statutes_have_required_mentions=True),
    violated=telling(statutes_have_required_mentions=False),
    undetermined=telling(statutes_have_required_mentions=UNKNOWN),
)

CASES = (ECRITS, TRANSMIS, MENTIONS)
