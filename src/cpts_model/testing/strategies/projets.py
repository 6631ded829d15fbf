"""Projets de santé and the diagnosis they rest on."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from cpts_model.facts.projets import DiagnosticTerritorial, OppositionGround, ProjetDeSante
from cpts_model.testing.strategies.arguments import checked
from cpts_model.testing.strategies.teller import Plan, Plans, Teller, Told, telling
from cpts_model.testing.strategies.territories import PLANS as TERRITORIES

_NEEDS = ("accès aux soins", "patients sans médecin traitant", "santé mentale", "personnes âgées")


def _ground(teller: Teller, told: Told) -> OppositionGround | None:
    if told["opposed_on"] is None:
        return None
    grounds: tuple[OppositionGround | None, ...] = (None, *OppositionGround)
    return teller.any_of(grounds)


PLANS: Plans = {
    **TERRITORIES,
    DiagnosticTerritorial: Plan(how={"needs": lambda teller, told: teller.some(_NEEDS)}),
    ProjetDeSante: Plan(
        how={"opposition_ground": _ground},
        chains=(
            ("drawn_up_on", "transmitted_on", "received_complete_on", "opposed_on", "opposition_notified_on"),
            ("transmitted_on", "received_complete_on", "validated_on"),
            ("transmitted_on", "received_complete_on", "withdrawn_on"),
            ("attestation_requested_on", "attestation_issued_on"),
        ),
    ),
}


def projets_de_sante(
    *, on: date | None = None, known: float | None = None, **facts: Any
) -> st.SearchStrategy[ProjetDeSante]:
    """Projets de santé: drawn up, then sent, then received complete, then opposed or not.

    ``on`` is the day around which things happen. ``known`` is the share of facts told, drawn
    when it is not given; any field can be given, as a value or as a strategy.

    Raises:
        BadArgument: a share that is none, or a field that a projet has not.
    """
    given = checked(ProjetDeSante, known, facts)
    return telling(PLANS, known, lambda teller: teller.make(ProjetDeSante, **given), on=on)


def diagnostics(
    *, on: date | None = None, known: float | None = None, **facts: Any
) -> st.SearchStrategy[DiagnosticTerritorial]:
    """Territorial diagnoses. The arguments are those of :func:`projets_de_sante`.

    Raises:
        BadArgument: a share that is none, or a field that a diagnosis has not.
    """
    given = checked(DiagnosticTerritorial, known, facts)
    return telling(PLANS, known, lambda teller: teller.make(DiagnosticTerritorial, **given), on=on)
