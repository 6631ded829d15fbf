"""Keeping a register of members: who leaves was a member, and a death ends every membership."""

from datetime import date, timedelta
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import ALWAYS
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.belonging import Belonging, Belongings, Departure
from cpts_model.facts.exercice import AnyStructure
from cpts_model.facts.memberships import EndCause, Membership
from cpts_model.facts.structures import CPTS, MaisonDeSante
from cpts_model.testing.case import Build, Case
from cpts_model.testing.days import days_after, days_before, days_until
from cpts_model.testing.invented import generaliste, infirmier, not_running, running
from cpts_model.testing.telling import Joining, drawn, either, telling

DAY = timedelta(days=1)
SOMEBODY = st.sampled_from([infirmier("zoe"), generaliste("zoe")])

# --- Only a member can leave


def leaving(how: Joining = running, **facts: Any) -> Build:
    """The departure of somebody, whose membership stands so on the day they leave: this one, one past or one to come."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        leaves_on = draw(st.one_of(days_until(on), days_after(on)))
        membership = how(draw(SOMEBODY), draw, leaves_on, **facts)
        return attrs.evolve(base, leaves_on=leaves_on, membership=membership)

    return build


def leaving_before_the_end(base: Any, draw: DrawFn, on: date) -> Any:
    """A departure on the eve of the day on which the membership would have ended, or long before."""
    until = draw(days_after(on))
    return attrs.evolve(base, leaves_on=on, membership=running(draw(SOMEBODY), draw, on, left_on=until))


def leaving_while_on_the_list(base: Any, draw: DrawFn, on: date) -> Any:
    """A departure on the day of a list of members on which they stand: since when they are one is not told."""
    undated = {"joined_on": UNKNOWN, "left_on": UNKNOWN, "listed_on": on}
    return attrs.evolve(base, leaves_on=on, membership=running(draw(SOMEBODY), draw, on, **undated))


MEMBRE_CE_JOUR = Case(
    rule="registre.membre-ce-jour",
    in_force=ALWAYS,
    about=(Departure,),
    satisfied=either(leaving(), leaving_before_the_end, leaving_while_on_the_list),
    violated=leaving(not_running),
    undetermined=either(
        leaving(joined_on=UNKNOWN), leaving(left_on=UNKNOWN), leaving(joined_on=UNKNOWN, left_on=UNKNOWN)
    ),
)

# --- A death ends every membership

HERE = CPTS(id="cpts")
ELSEWHERE: st.SearchStrategy[AnyStructure] = st.sampled_from([MaisonDeSante(id="msp"), CPTS(id="other-cpts")])
NO_DEATH = st.sampled_from([EndCause.RESIGNATION, EndCause.EXCLUSION, EndCause.FEE_UNPAID])


def dying(other: Any, *, died: Any = days_until, cause: Any = EndCause.DEATH) -> Build:
    """Two memberships: one ended on a day, by a death; ``other`` gives the dates of the other from that day."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        left = drawn(died, draw, on)
        day = left if isinstance(left, date) else on
        who = infirmier(base.id)
        first = Membership(
            member=who,
            joined_on=day - timedelta(days=3653),
            left_on=left,
            end_cause=drawn(cause, draw, on),
            partner=False,
        )
        second = Membership(member=who, partner=False, **other(draw, day))
        pair = (
            Belonging(structure=HERE, membership=first),
            Belonging(structure=draw(ELSEWHERE), membership=second),
        )
        return attrs.evolve(base, held=draw(st.sampled_from([pair, pair[::-1]])))

    return build


def over_by_then(draw: DrawFn, day: date) -> dict[str, Any]:
    """It ended on the day of the death, or before; of the death or of something else."""
    cause = EndCause.DEATH if draw(st.booleans()) else draw(NO_DEATH)
    left = day if cause is EndCause.DEATH else draw(days_until(day))
    return {"joined_on": draw(days_before(left)), "left_on": left, "end_cause": cause}


def called_off(draw: DrawFn, day: date) -> dict[str, Any]:
    """It was to begin after the death, and never did."""
    begin = draw(days_after(day))
    return {"joined_on": begin, "left_on": begin, "end_cause": draw(NO_DEATH)}


def still_runs(draw: DrawFn, day: date) -> dict[str, Any]:
    """It runs, or is to begin: no end is told."""
    begin = draw(st.one_of(days_until(day), days_after(day)))
    return {"joined_on": begin, "left_on": None, "end_cause": None}


def ended_later(draw: DrawFn, day: date) -> dict[str, Any]:
    """It ended the day after the death, or later."""
    return {"joined_on": draw(days_until(day)), "left_on": draw(days_after(day)), "end_cause": draw(NO_DEATH)}


def end_not_told(draw: DrawFn, day: date) -> dict[str, Any]:
    """Whether and when it ended is not told; it did not end by a death."""
    return {"joined_on": draw(days_until(day)), "left_on": UNKNOWN, "end_cause": draw(NO_DEATH)}


OUTLIVING = (still_runs, ended_later)
FIN_PAR_DECES = Case(
    rule="registre.fin-par-deces",
    in_force=ALWAYS,
    about=(Belongings,),
    satisfied=either(dying(over_by_then), dying(called_off)),
    violated=either(*map(dying, OUTLIVING)),
    undetermined=either(
        dying(end_not_told),
        *(dying(other, cause=UNKNOWN) for other in OUTLIVING),
        *(dying(other, died=UNKNOWN) for other in OUTLIVING),
    ),
    not_applicable=either(
        telling(held=()),
        *(dying(other, cause=NO_DEATH) for other in OUTLIVING),
        *(dying(other, died=None, cause=None) for other in OUTLIVING),
    ),
)

CASES = (MEMBRE_CE_JOUR, FIN_PAR_DECES)
