"""Local law: the seat decides, and seven members sign the statutes of an association that is registered."""

from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.statutes import Statutes
from cpts_model.facts.structures import CPTS, EquipeDeSoinsPrimaires, EquipeDeSoinsSpecialises, MaisonDeSante
from cpts_model.testing.case import Build, Case
from cpts_model.testing.cases.loi_1901.associations import NO_ASSOCIATION
from cpts_model.testing.days import days_after, days_until
from cpts_model.testing.telling import drawn, either, telling

DEPARTEMENTS = st.sampled_from(["57", "67", "68"])


def signed_by(signatories: Any, **structure: Any) -> Build:
    """An association of local law, whose statutes, begun by the day, were signed by so many."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        begun = draw(st.one_of(st.none(), days_until(on)))
        statutes = Statutes(in_force_since=begun, signatories=drawn(signatories, draw, on))
        local = telling(
            **(
                {
                    "legal_form": LegalForm.ASSOCIATION_DROIT_LOCAL,
                    "seat_departement": DEPARTEMENTS,
                    "statutes": statutes,
                }
                | structure
            )
        )
        return local(base, draw, on)

    return build


SEPT_MEMBRES = Case(
    rule="association.alsace-moselle-sept-membres",
    in_force=since(1924, 6, 1),
    about=(CPTS, EquipeDeSoinsPrimaires, EquipeDeSoinsSpecialises, MaisonDeSante),
    satisfied=either(
        signed_by(st.sampled_from([7, 8, 40])),
        signed_by(7, legal_form=LegalForm.ASSOCIATION),
    ),
    violated=either(signed_by(st.sampled_from([6, 2, 0])), signed_by(0, statutes=None)),
    undetermined=either(
        signed_by(UNKNOWN),
        signed_by(0, statutes=UNKNOWN),
        signed_by(6, seat_departement=UNKNOWN),
        signed_by(6, legal_form=UNKNOWN),
        signed_by(
            0, statutes=lambda on: days_after(on).map(lambda day: Statutes(in_force_since=day, signatories=7))
        ),
    ),
    not_applicable=either(
        signed_by(6, legal_form=LegalForm.ASSOCIATION, seat_departement=st.sampled_from(["33", "54", "88"])),
        signed_by(6, legal_form=NO_ASSOCIATION),
    ),
)

CASES = (SEPT_MEMBRES,)
