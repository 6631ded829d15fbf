"""A SISA that breaks no law: articles L4041-1 to L4041-7, condition by condition."""

from datetime import date

from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.modes import Mode
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import SISA
from cpts_model.testing.days import days_until
from cpts_model.testing.invented import (
    cardiologue,
    generaliste,
    infirmier,
    kinesitherapeute,
    pharmacien,
    professional,
    running,
)

LIBERAL_PRACTICE = {
    "mode": Mode.LIBERAL,
    "meets_practice_conditions": True,
    "registered_with_ordre": True,
}
"""What is told of a partner who practises lawfully, in their own name."""

SECOND_MEDECINS = (
    generaliste("basile", **LIBERAL_PRACTICE),
    cardiologue("basile", **LIBERAL_PRACTICE),
)
"""Any médecin counts, whatever the speciality."""
FURTHER = (
    pharmacien("denis", **LIBERAL_PRACTICE),
    kinesitherapeute("edmee", **LIBERAL_PRACTICE),
)
EMPLOYED: tuple[tuple[Professional, ...], ...] = (
    (),
    (professional("fanny", Profession.ORTHOPHONISTE, practises_premier_recours=True),),
)
"""Nobody, or one professional who gives care, of a profession without an ordre: fewer than the partners."""


def lawful_sisa(draw: DrawFn, on: date) -> SISA:
    """« deux médecins et un auxiliaire médical » among partners who may practise, and statutes as they must be.

    The statutes were sent a month before registration at the latest.
    """
    partners = (
        generaliste("agathe", **LIBERAL_PRACTICE),
        draw(st.sampled_from(SECOND_MEDECINS)),
        infirmier("cleo", **LIBERAL_PRACTICE),
        *FURTHER[: draw(st.integers(0, len(FURTHER)))],
    )
    registered_on = draw(days_until(on))
    return SISA(
        id="sisa",
        legal_form=LegalForm.SISA,
        pools_means=True,
        joint_activities=True,
        members=tuple(running(one, draw, on, associe=True) for one in partners),
        salaried=draw(st.sampled_from(EMPLOYED)),
        employs_profession_with_ordre=False,
        statutes_written=True,
        statutes_have_required_mentions=True,
        statutes_sent_on=registered_on - relativedelta(months=1),
        registered_on=registered_on,
        is_maison_de_sante=True,
        statutes_allow_employment=True,
        acts_as_groupement_d_employeurs=False,
    )
