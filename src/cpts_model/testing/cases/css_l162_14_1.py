"""L162-14-1, II, and L162-15-2 of the code de la sécurité sociale: the frame of every ACI."""

from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.structures import (
    CPTS,
    SISA,
    CentreDeSante,
    EquipeDeSoinsPrimaires,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
)
from cpts_model.testing.case import Build, Case, Impossible
from cpts_model.testing.cases.named import ITS_KIND, NAMED, NOT_NAMED
from cpts_model.testing.contracting import NO_CONTRACT, NONE_THAT_RUNS, contract
from cpts_model.testing.days import days_after, days_before, days_between, days_until
from cpts_model.testing.telling import as_it_is, either, telling

UNDER_CONTRACT = (CPTS, MaisonDeSante)
READ_FROM = date(2023, 12, 28)
"""The first day of the wording that was read: a contract is concluded under that of its own day."""


def since_the_wording_read(on: date) -> st.SearchStrategy[date]:
    """This day or one before, not before the wording that was read."""
    return days_between(READ_FROM, on)


def before_the_wording_read(on: date) -> st.SearchStrategy[date]:
    """A day on which an older wording was in force, which was not read."""
    return st.sampled_from([READ_FROM - timedelta(days=gap) for gap in (1, 30, 1000)])


# --- « avec des communautés professionnelles territoriales de santé, des équipes de soins primaires, des maisons, centres »


ELIGIBLES = (
    Case(
        rule="aci.structures-eligibles",
        in_force=since(2023, 12, 28),
        about=(CPTS, EquipeDeSoinsPrimaires, MaisonDeSante, CentreDeSante),
        satisfied=as_it_is,
        violated=Impossible(NAMED),
        undetermined=Impossible(ITS_KIND),
    ),
    Case(
        rule="aci.structures-eligibles",
        in_force=since(2023, 12, 28),
        about=(EquipeDeSoinsSpecialises,),
        satisfied=Impossible(NOT_NAMED),
        violated=as_it_is,
        undetermined=Impossible(ITS_KIND),
    ),
    Case(
        rule="aci.structures-eligibles",
        in_force=since(2023, 12, 28),
        about=(SISA,),
        satisfied=telling(is_maison_de_sante=True),
        violated=telling(is_maison_de_sante=False),
        undetermined=telling(is_maison_de_sante=UNKNOWN),
    ),
)

# --- « conclus conjointement » ; « conformes à ces contrats types »

CONCLU_CONJOINTEMENT = Case(
    rule="aci.conclu-conjointement",
    in_force=since(2023, 12, 28),
    about=UNDER_CONTRACT,
    satisfied=contract(signed_on=since_the_wording_read),
    violated=either(
        contract(signed_on=since_the_wording_read, signed_by_ars=False),
        contract(signed_on=since_the_wording_read, signed_by_assurance_maladie=False),
    ),
    undetermined=either(
        contract(signed_on=since_the_wording_read, signed_by_ars=UNKNOWN),
        contract(signed_on=since_the_wording_read, signed_by_assurance_maladie=UNKNOWN),
        contract(signed_on=before_the_wording_read, signed_by_ars=False),
        telling(contract=UNKNOWN),
    ),
    not_applicable=NONE_THAT_RUNS,
)
CONTRAT_TYPE = Case(
    rule="aci.contrat-type",
    in_force=since(2023, 12, 28),
    about=UNDER_CONTRACT,
    satisfied=contract(signed_on=since_the_wording_read),
    violated=contract(signed_on=since_the_wording_read, conforms_to_contrat_type=False),
    undetermined=either(
        contract(signed_on=since_the_wording_read, conforms_to_contrat_type=UNKNOWN),
        contract(signed_on=before_the_wording_read, conforms_to_contrat_type=False),
        telling(contract=UNKNOWN),
    ),
    not_applicable=NONE_THAT_RUNS,
)

# --- « pour une durée au plus égale à cinq ans »: that of the national agreement


def under_an_agreement_of(*, gap: int | None, signed_on: Any = days_until) -> Build:
    """Under an agreement that ends so many days after its five years, or at a term that nobody told."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        concluded, in_force = date(2019, 6, 20), date(2019, 8, 25)
        ends_on = UNKNOWN if gap is None else in_force + relativedelta(years=5) + timedelta(days=gap)
        return contract(
            signed_on=signed_on,
            agreement_concluded_on=concluded,
            agreement_in_force_on=in_force,
            agreement_ends_on=ends_on,
        )(base, draw, on)

    return build


# Whether both signed a contract of before the wording read is open; since then, both did.
DUREE = Case(
    rule="aci.duree-accord",
    in_force=since(2023, 12, 28),
    about=UNDER_CONTRACT,
    satisfied=either(under_an_agreement_of(gap=0), under_an_agreement_of(gap=-400)),
    violated=either(under_an_agreement_of(gap=1), under_an_agreement_of(gap=400)),
    undetermined=under_an_agreement_of(gap=None),
    not_applicable=NO_CONTRACT,
)

# --- L162-15-2: « continuent de produire leurs effets »

EXPIRED: dict[str, Any] = {"signed_on": days_before, "agreement_ends_on": days_until}
EFFETS_MAINTENUS = Case(
    rule="aci.effets-maintenus",
    in_force=since(2004, 12, 21),
    about=UNDER_CONTRACT,
    satisfied=either(
        contract(**EXPIRED, agreement_replaced_on=None), contract(**EXPIRED, agreement_replaced_on=days_after)
    ),
    violated=contract(**EXPIRED, agreement_replaced_on=days_until),
    undetermined=either(
        contract(**EXPIRED, agreement_replaced_on=UNKNOWN),
        contract(signed_on=days_before, agreement_ends_on=UNKNOWN, agreement_replaced_on=days_until),
    ),
    not_applicable=either(
        NO_CONTRACT,
        contract(signed_on=days_before, agreement_ends_on=None),
        contract(signed_on=days_before, agreement_ends_on=days_after),
    ),
)

CASES = (*ELIGIBLES, CONCLU_CONJOINTEMENT, CONTRAT_TYPE, DUREE, EFFETS_MAINTENUS)
