"""Code civil, on the sociétés civiles, as it bears on a SISA: no gérant, withdrawal, death of a partner."""

from datetime import date, timedelta
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.belonging import Departure
from cpts_model.facts.memberships import EndCause, WithdrawalBasis
from cpts_model.facts.structures import CPTS, SISA, DeathClause, MaisonDeSante
from cpts_model.testing.case import Build, Case
from cpts_model.testing.cases.csp_l4041.belonging import (
    CANNOT_INHERIT_SHARES,
    PRACTISING,
    dead_partner,
    heir,
    nobody_died,
    whose_heirs_are_untold,
)
from cpts_model.testing.cases.sisa import COMPANY, UNTOLD, days_from, latest_start
from cpts_model.testing.days import days_after, days_until
from cpts_model.testing.invented import ended, generaliste
from cpts_model.testing.telling import drawn, either, joined_by, nobody, telling, together, with_only

# --- 1846-1: « dépourvue de gérant depuis plus d'un an »


def over_a_year(on: date) -> st.SearchStrategy[date]:
    """Days since when a year has passed, and is over: the latest first."""
    return days_until(latest_start(on, 12))


def a_year_at_most(on: date) -> st.SearchStrategy[date]:
    """Days since when no more than a year has passed, a year to the day first; or days to come."""
    return st.one_of(days_from(latest_start(on, 12) + timedelta(days=1), on), days_after(on))


GERANCE = Case(
    rule="sisa.gerance",
    in_force=since(2011, 8, 12),
    about=COMPANY,
    satisfied=telling(without_gerant_since=over_a_year),
    violated=either(telling(without_gerant_since=None), telling(without_gerant_since=a_year_at_most)),
    undetermined=telling(without_gerant_since=UNKNOWN),
)

# --- 1869: « dans les conditions prévues par les statuts ou, à défaut, après autorisation »


def withdrawn(basis: Any, in_the_statutes: Any, **facts: Any) -> Build:
    """The company, and a partner who left of their own will on that footing; whether its statutes provide for it."""
    told: dict[str, Any] = {"associe": True, "end_cause": EndCause.RESIGNATION, "withdrawal": basis}
    return together(
        joined_by(generaliste("zoe"), how=ended, **(told | facts)),
        telling(statutes_on_withdrawal=in_the_statutes),
    )


STATUTES, UNANIMITY = WithdrawalBasis.STATUTES, WithdrawalBasis.UNANIMITY
COURT, ASSIGNMENT = WithdrawalBasis.COURT, WithdrawalBasis.ASSIGNMENT
EITHER_WAY = st.booleans()
NEVER_SETTLED = ((UNANIMITY, True), (None, False), (UNKNOWN, False), (UNANIMITY, UNKNOWN), (None, UNKNOWN))
"""Unanimity beside the statutes; nothing at all, of which the two codes speak differently; what is not told."""

nobody_withdrew = either(
    nobody,
    with_only(generaliste("zoe"), associe=True, withdrawal=None),
    with_only(
        generaliste("zoe"),
        associe=True,
        withdrawal=None,
        left_on=days_after,
        end_cause=EndCause.RESIGNATION,
    ),
    with_only(
        generaliste("zoe"),
        how=ended,
        associe=True,
        withdrawal=None,
        end_cause=st.sampled_from([EndCause.DEATH, EndCause.EXCLUSION]),
    ),
    with_only(generaliste("zoe"), how=ended, associe=False, withdrawal=None, end_cause=EndCause.RESIGNATION),
)
"""Nobody; a partner who stays, or leaves only later, or left otherwise; somebody who was no partner."""
perhaps_withdrew = either(
    telling(members=UNKNOWN),
    withdrawn(None, True, end_cause=UNKNOWN),
    withdrawn(None, True, associe=UNKNOWN),
    withdrawn(None, True, left_on=UNKNOWN),
)
RETRAIT = Case(
    rule="sisa.retrait",
    in_force=since(2011, 8, 12),
    about=COMPANY,
    satisfied=either(
        withdrawn(STATUTES, True),
        withdrawn(UNANIMITY, False),
        withdrawn(COURT, EITHER_WAY),
        withdrawn(ASSIGNMENT, EITHER_WAY),
    ),
    violated=withdrawn(None, True),
    undetermined=either(perhaps_withdrew, *(withdrawn(*told) for told in NEVER_SETTLED)),
    not_applicable=nobody_withdrew,
)


def leaving_a_sisa(basis: Any, in_the_statutes: Any, **facts: Any) -> Build:
    """A partner who is about to leave a SISA of their own will on that footing."""
    told: dict[str, Any] = {"associe": True, "withdrawal": basis} | facts

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        company = base.structure if isinstance(base.structure, SISA) else SISA(id="sisa")
        return attrs.evolve(
            base,
            structure=attrs.evolve(company, statutes_on_withdrawal=drawn(in_the_statutes, draw, on)),
            membership=attrs.evolve(base.membership, **told),
            cause=EndCause.RESIGNATION,
        )

    return build


OTHER_CAUSES = st.sampled_from([EndCause.DEATH, EndCause.EXCLUSION, EndCause.LOSS_OF_STATUS])
RETRAIT_ENVISAGE = Case(
    rule="sisa.retrait-envisage",
    in_force=since(2011, 8, 12),
    about=(Departure,),
    satisfied=either(
        leaving_a_sisa(STATUTES, True),
        leaving_a_sisa(UNANIMITY, False),
        leaving_a_sisa(COURT, EITHER_WAY),
        leaving_a_sisa(ASSIGNMENT, EITHER_WAY),
    ),
    violated=leaving_a_sisa(None, True),
    undetermined=either(
        leaving_a_sisa(None, True, associe=UNKNOWN), *(leaving_a_sisa(*told) for told in NEVER_SETTLED)
    ),
    not_applicable=either(
        telling(structure=st.sampled_from([CPTS(id="cpts"), MaisonDeSante(id="msp")])),
        leaving_a_sisa(None, True, associe=False),
        together(leaving_a_sisa(None, True), telling(cause=OTHER_CAUSES)),
    ),
)

# --- 1869, al. 2: « a droit au remboursement de la valeur de ses droits sociaux »

RETRAIT_VALEUR = Case(
    rule="sisa.retrait-valeur-des-parts",
    in_force=since(2011, 8, 12),
    about=COMPANY,
    satisfied=either(withdrawn(STATUTES, True), withdrawn(UNANIMITY, False), withdrawn(COURT, EITHER_WAY)),
    # Whoever assigns the shares is paid by the buyer; who has no way out has not withdrawn.
    violated=either(withdrawn(ASSIGNMENT, EITHER_WAY), withdrawn(None, True)),
    undetermined=either(perhaps_withdrew, *(withdrawn(*told) for told in NEVER_SETTLED)),
    not_applicable=nobody_withdrew,
)

# --- 1870: « La société n'est pas dissoute par le décès d'un associé »


def death(clause: Any, heirs: Any = (), **facts: Any) -> Build:
    """The company, of which a partner died, and what its statutes say of that."""
    return together(dead_partner(heirs, **facts), telling(statutes_on_death=clause))


GOES_ON = st.sampled_from(
    [None, *(clause for clause in DeathClause if clause is not DeathClause.DISSOLUTION)]
)
DECES = Case(
    rule="sisa.deces-associe",
    in_force=since(2011, 8, 12),
    about=COMPANY,
    satisfied=death(GOES_ON),
    violated=death(DeathClause.DISSOLUTION),
    undetermined=either(
        death(UNKNOWN),
        telling(members=UNKNOWN),
        death(DeathClause.DISSOLUTION, end_cause=UNKNOWN),
        death(DeathClause.DISSOLUTION, associe=UNKNOWN),
    ),
    not_applicable=nobody_died,
)

# --- 1870: « mais continue avec ses héritiers ou légataires, sauf à prévoir […] qu'ils doivent être agréés »

ANYBODY = st.one_of(PRACTISING, CANNOT_INHERIT_SHARES)
SILENT = st.sampled_from([None, DeathClause.HEIRS])
"""The company goes on with the heirs: the rule, unless the statutes say otherwise."""
IF_AGREED, SURVIVORS = DeathClause.HEIRS_IF_AGREED, DeathClause.SURVIVORS
no_heir_to_judge = either(nobody_died, death(SILENT, ()), death(DeathClause.DISSOLUTION, heir(ANYBODY)))


def agreed_heir(clause: Any, who: Any, agreed: Any) -> Build:
    """The company, and one heir, agreed by the partners on a day, or not."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        return death(clause, heir(who, agreed_on=drawn(agreed, draw, on)))(base, draw, on)

    return build


def not_agreed_yet(on: date) -> st.SearchStrategy[date | None]:
    """Never, or after the day."""
    return st.one_of(st.none(), days_after(on))


HERITIER = Case(
    rule="sisa.heritier-associe",
    in_force=since(2011, 8, 12),
    about=COMPANY,
    satisfied=either(death(SILENT, heir(ANYBODY)), agreed_heir(IF_AGREED, ANYBODY, days_until)),
    violated=either(death(SURVIVORS, heir(ANYBODY)), agreed_heir(IF_AGREED, ANYBODY, not_agreed_yet)),
    undetermined=either(
        together(whose_heirs_are_untold, telling(statutes_on_death=SURVIVORS)),
        death(UNKNOWN, heir(ANYBODY)),
        death(IF_AGREED, heir(ANYBODY)),
        # The statutes name with whom the company goes on.
        death(DeathClause.DESIGNATED, heir(ANYBODY)),
    ),
    not_applicable=no_heir_to_judge,
)

# --- 1870-1: « Les héritiers ou légataires qui ne deviennent pas associés n'ont droit qu'à la valeur des parts »

VALEUR_DES_PARTS = Case(
    rule="sisa.heritier-valeur-des-parts",
    in_force=since(2011, 8, 12),
    about=COMPANY,
    satisfied=either(
        death(SURVIVORS, heir(ANYBODY)),
        agreed_heir(IF_AGREED, ANYBODY, not_agreed_yet),
        death(SILENT, heir(CANNOT_INHERIT_SHARES)),
        death(DeathClause.DESIGNATED, heir(CANNOT_INHERIT_SHARES)),
        agreed_heir(IF_AGREED, CANNOT_INHERIT_SHARES, days_until),
    ),
    violated=either(death(SILENT, heir(PRACTISING)), agreed_heir(IF_AGREED, PRACTISING, days_until)),
    undetermined=either(
        together(whose_heirs_are_untold, telling(statutes_on_death=None)),
        death(SILENT, heir(UNTOLD)),
        death(UNKNOWN, heir(PRACTISING)),
        death(IF_AGREED, heir(PRACTISING)),
        death(DeathClause.DESIGNATED, heir(PRACTISING)),
    ),
    not_applicable=no_heir_to_judge,
)

CASES = (GERANCE, RETRAIT, RETRAIT_ENVISAGE, RETRAIT_VALEUR, DECES, HERITIER, VALEUR_DES_PARTS)
