"""L6323-3: the maison de santé, from 2007 on."""

from datetime import date

import attrs
from hypothesis import strategies as st

from cpts_model.engine.dates import since
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, PersonRole, Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import MaisonDeSante
from cpts_model.testing.case import Case, Impossible
from cpts_model.testing.days import days_until, not_yet
from cpts_model.testing.invented import (
    aide_soignant,
    generaliste,
    infirmier,
    kinesitherapeute,
    not_running,
    osteopathe,
    pharmacien,
    professional,
)
from cpts_model.testing.telling import either, joined_by, nobody, telling, together, with_only, with_projet

MSP = (MaisonDeSante,)
LEGAL_PERSONS = [
    LegalForm.SISA,
    LegalForm.ASSOCIATION,
    LegalForm.SCP,
    LegalForm.SEL,
    LegalForm.GCS,
    LegalForm.FONDATION,
]


THIRD = st.sampled_from(
    [Person(id="yvain", role=PersonRole.USAGER), osteopathe("yvain"), aide_soignant("yvain")]
)
"""Somebody who takes part in the actions without being a member."""
ENTRY_NOT_FOUND = Text(
    "le jour où la maison de santé universitaire est entrée dans l'article (2016 ou 2019) n'a pas été trouvé",
    "the day on which the university maison de santé entered the article (2016 or 2019) was not found",
)


# --- « La maison de santé est une personne morale constituée entre des professionnels médicaux, auxiliaires médicaux ou pharmaciens »

PERSONNE_MORALE = Case(
    rule="msp.personne-morale",
    in_force=since(2011, 8, 12),
    about=MSP,
    satisfied=telling(legal_form=st.sampled_from(LEGAL_PERSONS)),
    violated=telling(legal_form=st.sampled_from([None, LegalForm.NATURAL_PERSON]), sisa=UNKNOWN),
    undetermined=telling(legal_form=st.sampled_from([UNKNOWN, LegalForm.OTHER]), sisa=UNKNOWN),
)

BIOLOGISTE = professional("zoe", Profession.BIOLOGISTE_MEDICAL)
NO_MEMBER_THAT_DAY = either(nobody, with_only(osteopathe("zoe"), how=not_running))
WHO_IS_NOT_SAID = st.sampled_from([Professional(id="zoe"), Organisation(id="clinique")])
"""Somebody of no profession that is told; or a legal person, of whom the article does not speak."""

CONSTITUANTS = (
    Case(
        rule="msp.constituants",
        in_force=since(2007, 12, 22).before(2009, 7, 23),
        about=MSP,
        satisfied=joined_by(st.sampled_from([generaliste("zoe"), infirmier("zoe"), pharmacien("zoe")])),
        violated=joined_by(osteopathe("zoe")),
        undetermined=joined_by(WHO_IS_NOT_SAID),
        not_applicable=NO_MEMBER_THAT_DAY,
    ),
    Case(
        rule="msp.constituants",
        in_force=since(2009, 7, 23).before(2011, 8, 12),
        about=MSP,
        satisfied=joined_by(st.sampled_from([generaliste("zoe"), infirmier("zoe")]), adheres_to_projet=True),
        violated=joined_by(st.sampled_from([osteopathe("zoe"), pharmacien("zoe")]), adheres_to_projet=True),
        undetermined=either(joined_by(WHO_IS_NOT_SAID), joined_by(BIOLOGISTE)),
        not_applicable=NO_MEMBER_THAT_DAY,
    ),
    Case(
        rule="msp.constituants",
        in_force=since(2011, 8, 12),
        about=MSP,
        satisfied=joined_by(
            # A biologiste médical is a médecin or a pharmacien.
            st.sampled_from([generaliste("zoe"), infirmier("zoe"), pharmacien("zoe"), BIOLOGISTE]),
            signed_projet_on=days_until,
        ),
        violated=joined_by(
            st.sampled_from(
                [osteopathe("zoe"), aide_soignant("zoe"), Person(id="zoe", role=PersonRole.USAGER)]
            ),
            signed_projet_on=days_until,
        ),
        undetermined=joined_by(WHO_IS_NOT_SAID),
        not_applicable=NO_MEMBER_THAT_DAY,
    ),
)

# --- « Ces professionnels assurent des activités de soins sans hébergement de premier recours »

PREMIER_RECOURS = Case(
    rule="msp.premier-recours",
    in_force=since(2011, 8, 12),
    about=MSP,
    satisfied=joined_by(generaliste("zoe", practises_premier_recours=True)),
    violated=either(
        nobody,
        with_only(infirmier("zoe", practises_premier_recours=False), signed_projet_on=days_until),
        with_only(generaliste("zoe", practises_premier_recours=True), how=not_running),
    ),
    undetermined=with_only(infirmier("zoe")),
)

SANS_HEBERGEMENT = Case(
    rule="msp.sans-hebergement",
    in_force=since(2011, 8, 12),
    about=MSP,
    satisfied=telling(accommodation=False),
    violated=telling(accommodation=True),
    undetermined=telling(accommodation=UNKNOWN),
)

# --- « Ils peuvent participer à des actions de santé publique […] dans le cadre du projet de santé […] et dans le respect d'un cahier des charges »


OFFERS_ACTIONS = telling(public_health_actions=True)
ACTIONS = Case(
    rule="msp.actions-sante-publique",
    in_force=since(2011, 8, 12),
    about=MSP,
    satisfied=together(OFFERS_ACTIONS, with_projet(follows_cahier_des_charges=True)),
    violated=together(OFFERS_ACTIONS, with_projet(follows_cahier_des_charges=False)),
    undetermined=either(
        together(OFFERS_ACTIONS, with_projet(follows_cahier_des_charges=UNKNOWN)),
        telling(public_health_actions=UNKNOWN, projet=None),
    ),
    not_applicable=telling(public_health_actions=False),
)

# --- « [le] projet de santé qu'ils élaborent » ; « Le projet de santé est compatible » ; « Il est transmis pour information »

PROJET = Case(
    rule="msp.projet",
    in_force=since(2009, 7, 23),
    about=MSP,
    satisfied=with_projet(drawn_up_by_members=True),
    violated=with_projet(drawn_up_by_members=False),
    undetermined=either(telling(projet=UNKNOWN), with_projet(drawn_up_by_members=UNKNOWN)),
)
PROJET_COMPATIBLE = (
    Case(
        rule="msp.projet-compatible",
        in_force=since(2009, 7, 23).before(2011, 8, 12),
        about=MSP,
        # « conforme » was the word of 2009: to be compatible was not enough.
        satisfied=with_projet(conform_to_schema=True),
        violated=with_projet(conform_to_schema=False, compatible_with_schema=st.booleans()),
        undetermined=with_projet(conform_to_schema=UNKNOWN, compatible_with_schema=True),
    ),
    Case(
        rule="msp.projet-compatible",
        in_force=since(2011, 8, 12),
        about=MSP,
        satisfied=with_projet(compatible_with_schema=True, conform_to_schema=UNKNOWN),
        violated=with_projet(compatible_with_schema=False, conform_to_schema=UNKNOWN),
        undetermined=with_projet(compatible_with_schema=UNKNOWN, conform_to_schema=UNKNOWN),
    ),
)
PROJET_TRANSMIS = Case(
    rule="msp.projet-transmis",
    in_force=since(2009, 7, 23),
    about=MSP,
    satisfied=with_projet(transmitted_on=days_until, received_complete_on=UNKNOWN),
    violated=with_projet(transmitted_on=not_yet, received_complete_on=UNKNOWN),
    undetermined=with_projet(transmitted_on=UNKNOWN),
)

# --- « chaque membre de la maison de santé adhère à ce projet » (2009)

ADHESION_AU_PROJET = Case(
    rule="msp.adhesion-au-projet",
    in_force=since(2009, 7, 23).before(2011, 8, 12),
    about=MSP,
    satisfied=joined_by(infirmier("zoe"), adheres_to_projet=True),
    violated=joined_by(infirmier("zoe"), adheres_to_projet=False),
    undetermined=joined_by(infirmier("zoe"), adheres_to_projet=UNKNOWN),
    not_applicable=NO_MEMBER_THAT_DAY,
)

# --- « signé par chacun des professionnels de santé membres […] Il peut également être signé par toute personne… »

WHO_SIGNS = st.sampled_from(
    [infirmier("zoe"), generaliste("zoe"), pharmacien("zoe"), kinesitherapeute("zoe")]
)
PROJET_SIGNE = Case(
    rule="msp.projet-signe",
    in_force=since(2011, 8, 12),
    about=MSP,
    satisfied=joined_by(WHO_SIGNS, signed_projet_on=days_until),
    violated=joined_by(WHO_SIGNS, signed_projet_on=not_yet),
    undetermined=either(
        joined_by(WHO_SIGNS, signed_projet_on=UNKNOWN),
        joined_by(Professional(id="zoe"), signed_projet_on=None),
    ),
    not_applicable=either(
        nobody,
        with_only(WHO_SIGNS, how=not_running, signed_projet_on=None),
        with_only(osteopathe("zoe"), signed_projet_on=None),
    ),
)

SIGNATURE_DE_TIERS = Case(
    rule="msp.signature-autres-personnes",
    in_force=since(2011, 8, 12),
    about=MSP,
    satisfied=joined_by(THIRD, partner=True, signed_projet_on=days_until, projet_foresees_participation=True),
    violated=joined_by(THIRD, partner=True, signed_projet_on=days_until, projet_foresees_participation=False),
    undetermined=joined_by(
        THIRD, partner=True, signed_projet_on=days_until, projet_foresees_participation=UNKNOWN
    ),
    not_applicable=either(
        nobody,
        with_only(THIRD, partner=True, signed_projet_on=not_yet),
        with_only(WHO_SIGNS, signed_projet_on=days_until),
    ),
)

# --- « une convention tripartite »

SAYS_UNIVERSITAIRE = telling(universitaire=True)
UNIVERSITAIRE_2016 = Case(
    rule="msp.universitaire",
    in_force=since(2016, 1, 28).before(2019, 7, 27),
    about=MSP,
    satisfied=Impossible(ENTRY_NOT_FOUND),
    violated=Impossible(ENTRY_NOT_FOUND),
    undetermined=together(
        SAYS_UNIVERSITAIRE,
        telling(university_convention_signed_on=st.one_of(st.none(), st.just(date(2015, 1, 1)))),
    ),
    not_applicable=telling(universitaire=False),
)
UNIVERSITAIRE_2019 = Case(
    rule="msp.universitaire",
    in_force=since(2019, 7, 27).before(2021, 12, 25),
    about=MSP,
    satisfied=together(SAYS_UNIVERSITAIRE, telling(university_convention_signed_on=days_until)),
    violated=together(SAYS_UNIVERSITAIRE, telling(university_convention_signed_on=not_yet)),
    undetermined=either(
        together(SAYS_UNIVERSITAIRE, telling(university_convention_signed_on=UNKNOWN)),
        telling(universitaire=UNKNOWN, university_convention_signed_on=None),
    ),
    not_applicable=telling(universitaire=False),
)

# --- « sur prescription médicale », « de trois à douze ans »

RUNS_THE_PATHWAY = telling(child_obesity_pathway=True)
PARCOURS_OBESITE = Case(
    rule="msp.parcours-obesite-enfant",
    in_force=since(2021, 12, 25),
    about=MSP,
    satisfied=together(RUNS_THE_PATHWAY, telling(child_obesity_pathway_prescribed=True)),
    violated=together(RUNS_THE_PATHWAY, telling(child_obesity_pathway_prescribed=False)),
    undetermined=together(RUNS_THE_PATHWAY, telling(child_obesity_pathway_prescribed=UNKNOWN)),
    not_applicable=telling(child_obesity_pathway=False),
)

CASES = (
    PERSONNE_MORALE,
    *CONSTITUANTS,
    PREMIER_RECOURS,
    SANS_HEBERGEMENT,
    ACTIONS,
    PROJET,
    *PROJET_COMPATIBLE,
    PROJET_TRANSMIS,
    ADHESION_AU_PROJET,
    PROJET_SIGNE,
    SIGNATURE_DE_TIERS,
    UNIVERSITAIRE_2016,
    UNIVERSITAIRE_2019,
    attrs.evolve(UNIVERSITAIRE_2019, in_force=since(2021, 12, 25)),
    PARCOURS_OBESITE,
)
