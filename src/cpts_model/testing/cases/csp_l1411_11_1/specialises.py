"""L1411-11-1, second part: the équipe de soins spécialisés."""

from hypothesis import strategies as st

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import EquipeDeSoinsSpecialises
from cpts_model.testing.case import Build, Case
from cpts_model.testing.cases.csp_l1411_11_1.composition import (
    DREW_UP_THEIR_PROJET,
    GATHERS_HEALTH_PROFESSIONALS,
    GATHERS_OTHERS,
    HAS_NO_PROJET_OF_ITS_OWN,
    NOBODY_THAT_DAY,
    PROJET_IS_OPEN,
    WHO_IS_GATHERED_IS_OPEN,
)
from cpts_model.testing.invented import cardiologue, generaliste, infirmier, not_running, professional
from cpts_model.testing.telling import (
    either,
    joined_by,
    nobody,
    perhaps_joined_by,
    telling,
    together,
    with_only,
)

ESS = (EquipeDeSoinsSpecialises,)
ESS_SINCE = since(2019, 7, 27)

# --- « un ensemble de professionnels de santé »

PROFESSIONNELS = Case(
    rule="ess.professionnels-de-sante",
    in_force=ESS_SINCE,
    about=ESS,
    satisfied=GATHERS_HEALTH_PROFESSIONALS,
    violated=GATHERS_OTHERS,
    undetermined=WHO_IS_GATHERED_IS_OPEN,
    not_applicable=NOBODY_THAT_DAY,
)

# --- « constitué autour de médecins spécialistes d'une ou plusieurs spécialités hors médecine générale »

SPECIALITIES = ("SM04", "SM15", "SM40", "SM42", "SM27", "SM18", "SM20")


def specialists(name: str) -> st.SearchStrategy[Professional]:
    """A médecin of a speciality other than general practice: gériatrie and médecine interne are among them."""
    return st.sampled_from(SPECIALITIES).map(lambda code: cardiologue(name, savoir_faire=(code,)))


def one_specialist_and(another: Build) -> Build:
    """One specialist, and somebody else."""
    return together(with_only(specialists("zoe")), another)


NO_SPECIALIST = st.sampled_from(
    [
        generaliste("zoe"),
        generaliste("zoe", savoir_faire=("SM26",)),
        infirmier("zoe"),
        infirmier("zoe", savoir_faire=("SI01",)),
        professional("zoe", Profession.CHIRURGIEN_DENTISTE, savoir_faire=("SCD01",)),
    ]
)

SPECIALISTES = Case(
    rule="ess.specialistes",
    in_force=ESS_SINCE,
    about=ESS,
    satisfied=together(joined_by(specialists("zoe")), joined_by(specialists("yvain"))),
    violated=either(
        nobody,
        with_only(NO_SPECIALIST),
        with_only(specialists("zoe"), how=not_running),
        with_only(specialists("zoe"), partner=True),
    ),
    undetermined=either(
        # « médecins spécialistes », in the plural: whether one is enough is not said.
        with_only(specialists("zoe")),
        one_specialist_and(joined_by(generaliste("yvain"))),
        one_specialist_and(joined_by(cardiologue("yvain", savoir_faire=UNKNOWN))),
        one_specialist_and(joined_by(cardiologue("yvain", savoir_faire=()))),
        one_specialist_and(joined_by(Professional(id="yvain"))),
        one_specialist_and(perhaps_joined_by(specialists("yvain"))),
        telling(members=UNKNOWN),
    ),
)

# --- « de façon coordonnée avec l'ensemble des acteurs d'un territoire »

COORDINATION = Case(
    rule="ess.coordination",
    in_force=ESS_SINCE,
    about=ESS,
    satisfied=telling(coordinates_with_territory=True),
    violated=telling(coordinates_with_territory=False),
    undetermined=telling(coordinates_with_territory=UNKNOWN),
)

# --- « sur la base d'un projet de santé qu'ils élaborent entre eux »

PROJET = Case(
    rule="ess.projet",
    in_force=ESS_SINCE,
    about=ESS,
    satisfied=DREW_UP_THEIR_PROJET,
    violated=HAS_NO_PROJET_OF_ITS_OWN,
    undetermined=PROJET_IS_OPEN,
)

# --- « contribue […] à la structuration des parcours de santé »

PARCOURS = Case(
    rule="ess.parcours",
    in_force=ESS_SINCE,
    about=ESS,
    satisfied=telling(structures_pathways=True),
    violated=telling(structures_pathways=False),
    undetermined=telling(structures_pathways=UNKNOWN),
)

CASES = (PROFESSIONNELS, SPECIALISTES, COORDINATION, PROJET, PARCOURS)
