"""L1411-11-1, first part: the équipe de soins primaires."""

from hypothesis import strategies as st

from cpts_model.engine.dates import since
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.people import Professional
from cpts_model.facts.structures import EquipeDeSoinsPrimaires
from cpts_model.facts.structures.teams import TeamForm
from cpts_model.testing.case import Build, Case, Impossible
from cpts_model.testing.cases.csp_l1411_11_1.composition import (
    DREW_UP_THEIR_PROJET,
    GATHERS_HEALTH_PROFESSIONALS,
    GATHERS_OTHERS,
    HAS_NO_PROJET_OF_ITS_OWN,
    NOBODY_THAT_DAY,
    PROJET_IS_OPEN,
    WHO_IS_GATHERED_IS_OPEN,
)
from cpts_model.testing.invented import cardiologue, generaliste, infirmier, not_running, pharmacien
from cpts_model.testing.telling import (
    either,
    joined_by,
    nobody,
    perhaps_joined_by,
    telling,
    together,
    with_only,
    with_projet,
)

ESP = (EquipeDeSoinsPrimaires,)
ESP_SINCE = since(2016, 1, 28)

# --- « un ensemble de professionnels de santé »

PROFESSIONNELS = Case(
    rule="esp.professionnels-de-sante",
    in_force=ESP_SINCE,
    about=ESP,
    satisfied=GATHERS_HEALTH_PROFESSIONALS,
    violated=GATHERS_OTHERS,
    undetermined=WHO_IS_GATHERED_IS_OPEN,
    not_applicable=NOBODY_THAT_DAY,
)

# --- « constitué autour de médecins généralistes de premier recours »

GENERAL_PRACTICE = ("SM54", "SM53", "SM26")


def general_practitioners(name: str) -> st.SearchStrategy[Professional]:
    """A médecin généraliste who gives primary care, of any of the three codes of general practice."""
    return st.sampled_from(GENERAL_PRACTICE).map(
        lambda code: generaliste(name, savoir_faire=(code,), practises_premier_recours=True)
    )


# Primary care is given in each of these teams, by others: that is another condition.
GIVES_PRIMARY_CARE = with_only(
    st.sampled_from(
        [
            infirmier("zoe", practises_premier_recours=True),
            cardiologue("zoe", practises_premier_recours=True),
            pharmacien("zoe", practises_premier_recours=True),
        ]
    )
)
GENERALISTE_OF_NO_PRIMARY_CARE = generaliste("yvain", practises_premier_recours=False)


def one_and(another: Build) -> Build:
    """One médecin généraliste of primary care, and somebody else."""
    return together(with_only(general_practitioners("zoe")), another)


GENERALISTES = Case(
    rule="esp.medecins-generalistes",
    in_force=ESP_SINCE,
    about=ESP,
    satisfied=together(joined_by(general_practitioners("zoe")), joined_by(general_practitioners("yvain"))),
    violated=either(
        GIVES_PRIMARY_CARE,
        together(GIVES_PRIMARY_CARE, joined_by(GENERALISTE_OF_NO_PRIMARY_CARE)),
        together(GIVES_PRIMARY_CARE, joined_by(general_practitioners("yvain"), how=not_running)),
        together(GIVES_PRIMARY_CARE, joined_by(general_practitioners("yvain"), partner=True)),
    ),
    undetermined=either(
        # « médecins généralistes », in the plural: whether one is enough is not said.
        with_only(general_practitioners("zoe")),
        one_and(joined_by(generaliste("yvain"))),
        one_and(joined_by(generaliste("yvain", savoir_faire=UNKNOWN, practises_premier_recours=True))),
        # Registries leave the speciality of some généralistes empty, and not only theirs.
        one_and(joined_by(generaliste("yvain", savoir_faire=(), practises_premier_recours=True))),
        one_and(joined_by(Professional(id="yvain"))),
        one_and(perhaps_joined_by(general_practitioners("yvain"))),
        one_and(joined_by(GENERALISTE_OF_NO_PRIMARY_CARE)),
        telling(members=UNKNOWN),
    ),
)

# --- « choisissant d'assurer leurs activités de soins de premier recours »

PREMIER_RECOURS = Case(
    rule="esp.premier-recours",
    in_force=ESP_SINCE,
    about=ESP,
    satisfied=joined_by(
        st.sampled_from(
            [
                generaliste("zoe", practises_premier_recours=True),
                infirmier("zoe", practises_premier_recours=True),
                pharmacien("zoe", practises_premier_recours=True),
            ]
        )
    ),
    violated=either(
        nobody,
        with_only(infirmier("zoe", practises_premier_recours=False)),
        with_only(generaliste("zoe", practises_premier_recours=False)),
        with_only(cardiologue("zoe", practises_premier_recours=False, practises_second_recours=True)),
        with_only(general_practitioners("zoe"), how=not_running),
        with_only(general_practitioners("zoe"), partner=True),
    ),
    undetermined=either(
        with_only(infirmier("zoe")),
        together(nobody, perhaps_joined_by(general_practitioners("zoe"))),
        telling(members=UNKNOWN),
    ),
    together=("esp.medecins-generalistes",),
    together_why=Text(
        "là où personne n'assure de premier recours, aucun médecin généraliste n'en assure",
        "where nobody gives primary care, no médecin généraliste gives any",
    ),
)

# --- « sur la base d'un projet de santé qu'ils élaborent »

PROJET = Case(
    rule="esp.projet",
    in_force=ESP_SINCE,
    about=ESP,
    satisfied=DREW_UP_THEIR_PROJET,
    violated=HAS_NO_PROJET_OF_ITS_OWN,
    undetermined=PROJET_IS_OPEN,
)

# --- « Elle peut prendre la forme d'un centre de santé ou d'une maison de santé. »

FORME = Case(
    rule="esp.forme",
    in_force=ESP_SINCE,
    about=ESP,
    satisfied=telling(form=st.sampled_from([TeamForm.MAISON_DE_SANTE, TeamForm.CENTRE_DE_SANTE])),
    violated=Impossible(
        Text(
            "l'article permet deux formes, n'en exige aucune et n'en interdit aucune autre",
            "the article allows two forms, asks for none and forbids no other",
        )
    ),
    undetermined=telling(form=st.sampled_from([UNKNOWN, TeamForm.OTHER])),
    not_applicable=telling(form=None),
)

# --- « contribue à la structuration des parcours de santé »; « Son projet de santé a pour objet […] »

PARCOURS = Case(
    rule="esp.parcours",
    in_force=ESP_SINCE,
    about=ESP,
    satisfied=telling(structures_pathways=True),
    violated=telling(structures_pathways=False),
    undetermined=telling(structures_pathways=UNKNOWN),
)
OBJET = Case(
    rule="esp.objet-du-projet",
    in_force=ESP_SINCE,
    about=ESP,
    satisfied=with_projet(statutory_object=True),
    violated=with_projet(statutory_object=False),
    undetermined=either(telling(projet=UNKNOWN), with_projet(statutory_object=UNKNOWN)),
    not_applicable=telling(projet=None),
)

CASES = (PROFESSIONNELS, GENERALISTES, PREMIER_RECOURS, PROJET, FORME, PARCOURS, OBJET)
