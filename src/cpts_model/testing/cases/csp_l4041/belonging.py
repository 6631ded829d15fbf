"""L4041-1 and L4041-3 asked of a candidate, and of the heirs of a partner."""

from datetime import date
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.belonging import Candidature
from cpts_model.facts.heirs import Heir
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.memberships import EndCause
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, PersonRole
from cpts_model.facts.structures import CPTS, SISA, EquipeDeSoinsPrimaires, MaisonDeSante
from cpts_model.testing.case import Build, Case
from cpts_model.testing.cases.csp_l4041.associes import (
    CANNOT_PRACTISE,
    HAS_NO_ORDRE,
    NOT_ADMITTED_PRACTISING,
    PARTICULIER,
)
from cpts_model.testing.cases.sisa import ADMITTED, COMPANY, UNTOLD, WITH_AN_ORDRE, somebody_of
from cpts_model.testing.days import days_after
from cpts_model.testing.invented import ended, generaliste
from cpts_model.testing.telling import drawn, either, joined_by, nobody, telling, where_untold, with_only

# --- A candidate


def asks_to_join_a_sisa(who: Any, **facts: Any) -> Build:
    """That person's candidature to a SISA, of whose membership these facts are told."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        company = base.structure if isinstance(base.structure, SISA) else SISA(id="sisa")
        membership = attrs.evolve(base.membership, member=drawn(who, draw, on), **facts)
        return attrs.evolve(base, structure=company, membership=membership)

    return build


OTHER_STRUCTURES = st.sampled_from(
    [CPTS(id="cpts"), MaisonDeSante(id="msp"), EquipeDeSoinsPrimaires(id="esp")]
)


def asks_to_join_another(base: Any, draw: DrawFn, on: date) -> Any:
    """A candidature to a structure that is no SISA."""
    membership = attrs.evolve(base.membership, member=draw(NOT_ADMITTED_PRACTISING))
    return attrs.evolve(base, structure=draw(OTHER_STRUCTURES), membership=membership)


candidate_not_admitted = asks_to_join_a_sisa(NOT_ADMITTED_PRACTISING, associe=True)
CANDIDAT_ADMISSIBLE = Case(
    rule="sisa.candidat-admissible",
    in_force=since(2011, 8, 12),
    about=(Candidature,),
    satisfied=asks_to_join_a_sisa(somebody_of(ADMITTED), associe=True),
    violated=where_untold(
        "earlier",
        either(candidate_not_admitted, asks_to_join_a_sisa(CANNOT_PRACTISE, associe=True)),
        candidate_not_admitted,
    ),
    undetermined=either(
        asks_to_join_a_sisa(UNTOLD, associe=True),
        asks_to_join_a_sisa(PARTICULIER, associe=True),
        asks_to_join_a_sisa(NOT_ADMITTED_PRACTISING, associe=UNKNOWN),
    ),
    not_applicable=either(asks_to_join_another, asks_to_join_a_sisa(NOT_ADMITTED_PRACTISING, associe=False)),
)

PRACTISING = somebody_of(ADMITTED, meets_practice_conditions=True, registered_with_ordre=True)
FAILS_THE_CONDITIONS = somebody_of(ADMITTED, meets_practice_conditions=False, registered_with_ordre=True)
NOT_REGISTERED = somebody_of(WITH_AN_ORDRE, meets_practice_conditions=True, registered_with_ordre=False)
candidate_may_not_practise = either(
    asks_to_join_a_sisa(NOT_REGISTERED, associe=True),
    asks_to_join_a_sisa(FAILS_THE_CONDITIONS, associe=True),
)
CANDIDAT_EXERCICE = Case(
    rule="sisa.candidat-exercice",
    in_force=since(2011, 8, 12),
    about=(Candidature,),
    satisfied=either(
        asks_to_join_a_sisa(PRACTISING, associe=True), asks_to_join_a_sisa(HAS_NO_ORDRE, associe=True)
    ),
    violated=where_untold(
        "earlier",
        either(candidate_may_not_practise, asks_to_join_a_sisa(CANNOT_PRACTISE, associe=True)),
        candidate_may_not_practise,
    ),
    undetermined=either(
        asks_to_join_a_sisa(somebody_of(ADMITTED, registered_with_ordre=True), associe=True),
        asks_to_join_a_sisa(somebody_of(WITH_AN_ORDRE, meets_practice_conditions=True), associe=True),
        asks_to_join_a_sisa(FAILS_THE_CONDITIONS, associe=UNKNOWN),
    ),
    not_applicable=either(asks_to_join_another, asks_to_join_a_sisa(FAILS_THE_CONDITIONS, associe=False)),
)

# --- The heirs of a partner who died


def heir(who: Any, **facts: Any) -> st.SearchStrategy[tuple[Heir, ...]]:
    """One heir or legatee, of whom these facts are told."""
    people = who if isinstance(who, st.SearchStrategy) else st.just(who)
    return people.map(lambda one: (Heir(member=one, **facts),))


def dead_partner(heirs: Any = UNKNOWN, **facts: Any) -> Build:
    """The company, and a partner who died that day or before, with these heirs."""
    told: dict[str, Any] = {"associe": True, "end_cause": EndCause.DEATH, "heirs": heirs}
    return joined_by(generaliste("yvain"), how=ended, **(told | facts))


CANNOT_INHERIT_SHARES = st.one_of(
    NOT_ADMITTED_PRACTISING,
    NOT_REGISTERED,
    FAILS_THE_CONDITIONS,
    st.sampled_from(
        [
            Person(id="zoe", role=PersonRole.OTHER),
            Organisation(id="fondation", legal_form=LegalForm.FONDATION),
        ]
    ),
)
nobody_died = either(
    nobody,
    with_only(generaliste("yvain"), associe=True, heirs=heir(UNTOLD)),
    with_only(generaliste("yvain"), associe=True, left_on=days_after, end_cause=EndCause.DEATH),
    with_only(
        generaliste("yvain"), how=ended, associe=True, end_cause=EndCause.RESIGNATION, heirs=heir(UNTOLD)
    ),
    with_only(generaliste("yvain"), how=ended, associe=False, end_cause=EndCause.DEATH, heirs=heir(UNTOLD)),
)
"""Nobody, somebody alive, dead only later, who left otherwise, or who was no partner."""
whose_heirs_are_untold = either(
    telling(members=UNKNOWN),
    dead_partner(),
    dead_partner(heir(UNTOLD), end_cause=UNKNOWN),
    dead_partner(heir(UNTOLD), associe=UNKNOWN),
)

HERITIER_ADMISSIBLE = Case(
    rule="sisa.heritier-admissible",
    in_force=since(2011, 8, 12),
    about=COMPANY,
    satisfied=either(dead_partner(heir(PRACTISING)), dead_partner(heir(HAS_NO_ORDRE))),
    violated=dead_partner(heir(CANNOT_INHERIT_SHARES)),
    undetermined=either(
        whose_heirs_are_untold,
        dead_partner(heir(UNTOLD)),
        dead_partner(heir(somebody_of(ADMITTED, registered_with_ordre=True))),
        dead_partner(heir(somebody_of(WITH_AN_ORDRE, meets_practice_conditions=True))),
    ),
    not_applicable=either(nobody_died, dead_partner(())),
)

CASES = (CANDIDAT_ADMISSIBLE, CANDIDAT_EXERCICE, HERITIER_ADMISSIBLE)
