"""What agencies and funders expect of a maison de santé, and no article requires."""

from datetime import date

import attrs
from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.people import Professional
from cpts_model.facts.structures import SISA, MaisonDeSante
from cpts_model.testing.case import Build, Case
from cpts_model.testing.contracting import NO_CONTRACT, contract
from cpts_model.testing.days import days_after, days_until
from cpts_model.testing.invented import (
    aide_soignant,
    cardiologue,
    generaliste,
    infirmier,
    kinesitherapeute,
    not_running,
    pharmacien,
    running,
)
from cpts_model.testing.telling import either, telling, together, with_projet

MSP = (MaisonDeSante,)


def gathering(*people: Professional, formerly: tuple[Professional, ...] = ()) -> Build:
    """These members and no other; and people who are not members that day."""

    def build(base: MaisonDeSante, draw: DrawFn, on: date) -> MaisonDeSante:
        here = [running(one, draw, on, signed_projet_on=on, adheres_to_projet=True) for one in people]
        gone = [not_running(one, draw, on) for one in formerly]
        return attrs.evolve(base, members=(*here, *gone))

    return build


# --- « 2 médecins généralistes + 1 paramédical »

ZOE, YVAIN = (generaliste(name, practises_premier_recours=True) for name in ("zoe", "yvain"))
XENIA = infirmier("xenia")

DEUX_MEDECINS_UN_PARAMEDICAL = Case(
    rule="msp.pratique-2mg-1",
    in_force=since(2017, 4, 20),
    about=MSP,
    satisfied=either(gathering(ZOE, YVAIN, XENIA), gathering(ZOE, YVAIN, kinesitherapeute("xenia"))),
    violated=either(
        gathering(ZOE, YVAIN),
        gathering(ZOE, XENIA),
        gathering(ZOE, cardiologue("yvain"), XENIA),
        gathering(ZOE, XENIA, formerly=(YVAIN,)),
        gathering(ZOE, YVAIN, formerly=(XENIA,)),
    ),
    undetermined=either(
        gathering(ZOE, XENIA, Professional(id="yvain")),
        # Sources differ on whether the third must be a paramedical or any health professional.
        gathering(ZOE, YVAIN, pharmacien("xenia")),
        gathering(ZOE, YVAIN, aide_soignant("xenia")),
    ),
)

# --- Projet « validé », numéro FINESS

VALIDATION = Case(
    rule="msp.pratique-validation",
    in_force=since(2017, 4, 20),
    about=MSP,
    satisfied=with_projet(validated_on=days_until),
    violated=either(with_projet(validated_on=None), with_projet(validated_on=days_after)),
    undetermined=either(with_projet(validated_on=UNKNOWN), telling(projet=UNKNOWN)),
)
NUMERO_FINESS = Case(
    rule="msp.pratique-finess",
    in_force=since(2012, 3, 28),
    about=MSP,
    satisfied=telling(finess="330012345"),
    violated=telling(finess=None),
    undetermined=telling(finess=UNKNOWN),
)

# --- « se constituer en SISA », within six months of the contract


def more_than_six_months_ago(on: date) -> st.SearchStrategy[date]:
    """Six months are over since: from that day on, or for long."""
    return st.sampled_from([on - relativedelta(months=6, days=gap) for gap in (1, 30, 365)])


def less_than_six_months_ago(on: date) -> st.SearchStrategy[date]:
    """Six months are not over since."""
    return st.sampled_from([on, on - relativedelta(months=3), on - relativedelta(months=5)])


LONG_UNDER_CONTRACT = contract(signed_on=more_than_six_months_ago)
NEWLY_UNDER_CONTRACT = contract(signed_on=less_than_six_months_ago)
NO_SISA = either(
    telling(legal_form=LegalForm.ASSOCIATION, sisa=None), telling(legal_form=LegalForm.SCM, sisa=None)
)
A_SISA = either(
    telling(legal_form=LegalForm.SISA, sisa=UNKNOWN), telling(legal_form=UNKNOWN, sisa=SISA(id="sisa"))
)
SISA_POUR_L_ACI = Case(
    rule="msp.pratique-sisa",
    in_force=since(2017, 4, 20),
    about=MSP,
    satisfied=either(together(A_SISA, LONG_UNDER_CONTRACT), together(NO_SISA, NEWLY_UNDER_CONTRACT)),
    violated=together(NO_SISA, LONG_UNDER_CONTRACT),
    undetermined=together(telling(legal_form=UNKNOWN, sisa=UNKNOWN), LONG_UNDER_CONTRACT),
    not_applicable=NO_CONTRACT,
)

CASES = (DEUX_MEDECINS_UN_PARAMEDICAL, VALIDATION, NUMERO_FINESS, SISA_POUR_L_ACI)
