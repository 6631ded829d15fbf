"""A maison de santé that breaks no law: article L6323-3, condition by condition."""

from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.structures import MaisonDeSante
from cpts_model.testing.days import days_before, days_until
from cpts_model.testing.invented import cardiologue, generaliste, infirmier, kinesitherapeute, running

FORMS = (LegalForm.SISA, LegalForm.ASSOCIATION, LegalForm.GCS, LegalForm.SOCIETE)
"""Some forms that are legal persons: the article asks for none in particular."""
FURTHER = (
    infirmier("cleo"),
    kinesitherapeute("denis"),
    cardiologue("edmee", practises_premier_recours=False, practises_second_recours=True),
)
"""Who may come on top, in every version of the article: médecins and auxiliaires médicaux."""


def lawful_maison_de_sante(draw: DrawFn, on: date) -> MaisonDeSante:
    """« une personne morale constituée entre des professionnels médicaux, auxiliaires médicaux ou pharmaciens »…

    Of professionals whom every version admits, one of them giving primary care, without
    accommodation; their projet is compatible with the regional plans (and conform, as in
    2009), sent to the agency, and signed by each (who adheres to it, as in 2009).
    """
    people = (
        generaliste("agathe", practises_premier_recours=True),
        *FURTHER[: draw(st.integers(0, len(FURTHER)))],
    )
    return MaisonDeSante(
        id="msp",
        legal_form=draw(st.sampled_from(FORMS)),
        members=tuple(
            running(one, draw, on, signed_projet_on=draw(days_until(on)), adheres_to_projet=True)
            for one in people
        ),
        projet=ProjetDeSante(
            drawn_up_by_members=True,
            conform_to_schema=True,
            compatible_with_schema=True,
            transmitted_on=draw(days_before(on)),
        ),
        accommodation=False,
        universitaire=False,
        contract=None,
    )
