"""A CPTS that breaks no law: articles L1434-12 and L1434-12-1, condition by condition."""

from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, PersonRole
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.structures import CPTS
from cpts_model.facts.territories import Territory
from cpts_model.testing.days import days_before
from cpts_model.testing.invented import generaliste, infirmier, pharmacien, running

IN_FRANCE: dict[str, Any] = {"practises_abroad": False, "service_de_sante_des_armees": False}
"""Neither across the border nor of the army: of these the article speaks apart."""
SEATS = (
    ("33", LegalForm.ASSOCIATION),
    ("67", LegalForm.ASSOCIATION_DROIT_LOCAL),
    ("68", LegalForm.ASSOCIATION_DROIT_LOCAL),
    ("57", LegalForm.ASSOCIATION_DROIT_LOCAL),
)
"""Some seats, and the association that a CPTS is there."""
COMPONENTS = (
    generaliste("agathe", **IN_FRANCE),
    infirmier("basile", **IN_FRANCE),
    pharmacien("cleo", **IN_FRANCE),
    Organisation(id="ehpad", kind=OrganisationKind.EHPAD),
)
"""Some of those whom every version of the article names: two of them always, the others on top."""
USER = Person(id="denis", role=PersonRole.USAGER)
"""Somebody whom it does not name: a member of the association, and no component of the CPTS."""


def lawful_cpts(draw: DrawFn, on: date) -> CPTS:
    """« professionnels de santé […], acteurs assurant des soins de premier ou de deuxième recours […], acteurs médico-sociaux et sociaux »…

    Of members who consented to join; their projet was drawn up by them, sent to the agency
    and states its territory. An association, as its seat asks, that pays nobody.
    """
    seat, form = draw(st.sampled_from(SEATS))
    members = [
        running(one, draw, on, consented=True, as_component=True)
        for one in COMPONENTS[: draw(st.integers(2, len(COMPONENTS)))]
    ]
    if draw(st.booleans()):
        members.append(running(USER, draw, on, consented=True, as_component=False))
    return CPTS(
        id="cpts",
        formed_on=draw(days_before(on)),
        legal_form=form,
        seat_departement=seat,
        members=tuple(members),
        projet=ProjetDeSante(
            drawn_up_by_members=True,
            transmitted_on=draw(days_before(on)),
            territory=Territory(communes=("33063",)),
        ),
        contract=None,
        payments=(),
    )
