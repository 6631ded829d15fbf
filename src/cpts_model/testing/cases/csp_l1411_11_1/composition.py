"""What the two teams have in common: health professionals, and a projet de santé that they draw up."""

from datetime import date

from hypothesis import strategies as st

from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, PersonRole, Professional
from cpts_model.facts.professions import Profession
from cpts_model.testing.invented import not_running, professional
from cpts_model.testing.telling import (
    either,
    joined_by,
    nobody,
    perhaps_joined_by,
    telling,
    with_only,
    with_projet,
)

# --- « un ensemble de professionnels de santé »

OF_HEALTH = (
    Profession.INFIRMIER,
    Profession.MEDECIN,
    Profession.CHIRURGIEN_DENTISTE,
    Profession.SAGE_FEMME,
    Profession.PHARMACIEN,
    Profession.PREPARATEUR_EN_PHARMACIE,
    Profession.MASSEUR_KINESITHERAPEUTE,
    Profession.PEDICURE_PODOLOGUE,
    Profession.ERGOTHERAPEUTE,
    Profession.PSYCHOMOTRICIEN,
    Profession.ORTHOPHONISTE,
    Profession.ORTHOPTISTE,
    Profession.MANIPULATEUR_D_ELECTRORADIOLOGIE_MEDICALE,
    Profession.TECHNICIEN_DE_LABORATOIRE_MEDICAL,
    Profession.AUDIOPROTHESISTE,
    Profession.OPTICIEN_LUNETIER,
    Profession.ORTHOPROTHESISTE,
    Profession.DIETETICIEN,
    Profession.AIDE_SOIGNANT,
    Profession.AUXILIAIRE_DE_PUERICULTURE,
    Profession.AMBULANCIER,
    Profession.ASSISTANT_DENTAIRE,
    # A médecin or a pharmacien: of health whichever it is.
    Profession.BIOLOGISTE_MEDICAL,
)
"""Professions of the fourth part of the code in every version of the article."""
NOT_OF_HEALTH = (
    Profession.OSTEOPATHE,
    Profession.CHIROPRACTEUR,
    Profession.PSYCHOLOGUE,
    Profession.ASSISTANT_DE_SERVICE_SOCIAL,
    Profession.CONSEILLER_EN_GENETIQUE,
    Profession.VETERINAIRE,
)
"""Professions outside the fourth part of the code, in every version of the article."""
ENTERED = {
    Profession.PHYSICIEN_MEDICAL: date(2017, 1, 21),
    Profession.ASSISTANT_DE_REGULATION_MEDICALE: date(2023, 5, 21),
}
"""Professions that entered the fourth part later, and on which day."""


def of_health(on: date) -> st.SearchStrategy[Professional]:
    """Somebody of a profession of the fourth part that day, who may hold another one besides."""
    professions = (*OF_HEALTH, *(one for one, day in ENTERED.items() if day <= on))
    return st.one_of(
        st.sampled_from(professions).map(lambda one: professional("zoe", one)),
        st.just(professional("zoe", Profession.OSTEOPATHE, Profession.MASSEUR_KINESITHERAPEUTE)),
    )


def not_of_health(on: date) -> st.SearchStrategy[Professional | Person]:
    """Somebody of no profession of the fourth part that day."""
    professions = (*NOT_OF_HEALTH, *(one for one, day in ENTERED.items() if on < day))
    return st.one_of(
        st.sampled_from(professions).map(lambda one: professional("zoe", one)),
        st.sampled_from([Person(id="zoe", role=role) for role in PersonRole]),
    )


WHO_IS_NOT_SAID = st.sampled_from(
    [
        Professional(id="zoe"),
        Organisation(id="clinique"),
        Organisation(id="cabinet", legal_form=LegalForm.NATURAL_PERSON),
    ]
)
"""Somebody of no profession that is told; or a legal person, of whom the article does not speak."""
GATHERS_HEALTH_PROFESSIONALS = joined_by(of_health)
GATHERS_OTHERS = joined_by(not_of_health)
WHO_IS_GATHERED_IS_OPEN = either(
    joined_by(WHO_IS_NOT_SAID), perhaps_joined_by(not_of_health), telling(members=UNKNOWN)
)
NOBODY_THAT_DAY = either(
    nobody, with_only(not_of_health, how=not_running), with_only(not_of_health, partner=True)
)

# --- « sur la base d'un projet de santé qu'ils élaborent »

DREW_UP_THEIR_PROJET = with_projet(drawn_up_by_members=True)
HAS_NO_PROJET_OF_ITS_OWN = either(telling(projet=None), with_projet(drawn_up_by_members=False))
PROJET_IS_OPEN = either(telling(projet=UNKNOWN), with_projet(drawn_up_by_members=UNKNOWN))
