"""L1434-12: of whom a CPTS is composed, whom it may associate, whom the minister must authorise."""

from datetime import date
from typing import Any

import attrs
from hypothesis import strategies as st

from cpts_model.engine.dates import since
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, PersonRole, Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import CPTS
from cpts_model.testing.case import Case, Impossible
from cpts_model.testing.invented import generaliste, infirmier, not_running, osteopathe, professional
from cpts_model.testing.telling import either, either_since, joined_by, nobody, with_only

ABOUT = (CPTS,)

# --- « composée de professionnels de santé […], d'acteurs assurant des soins de premier ou de deuxième recours […] et d'acteurs médico-sociaux et sociaux »

OF_PART_4 = (
    Profession.MEDECIN,
    Profession.INFIRMIER,
    Profession.PHARMACIEN,
    Profession.SAGE_FEMME,
    Profession.CHIRURGIEN_DENTISTE,
    Profession.MASSEUR_KINESITHERAPEUTE,
    Profession.DIETETICIEN,
    Profession.PREPARATEUR_EN_PHARMACIE,
    Profession.AIDE_SOIGNANT,
    Profession.AMBULANCIER,
    Profession.ASSISTANT_DENTAIRE,
)
"""Some professions of Part 4 of the code, in it on every day of the article."""
PHYSICIENS_SINCE = date(2017, 1, 21)
REGULATION_SINCE = date(2023, 5, 21)
"""Two professions that entered Part 4 later: ordinance 2017-48, act 2023-379."""


def health_professional(on: date) -> st.SearchStrategy[Professional]:
    """« professionnels de santé », who practise in France: wherever they do, « de ville » or not."""
    professions = [*OF_PART_4]
    if on >= PHYSICIENS_SINCE:
        professions.append(Profession.PHYSICIEN_MEDICAL)
    if on >= REGULATION_SINCE:
        professions.append(Profession.ASSISTANT_DE_REGULATION_MEDICALE)
    return st.sampled_from(professions).map(lambda one: professional("zoe", one, practises_abroad=False))


def organisation(kind: OrganisationKind, **facts: Any) -> Organisation:
    """An organisation that declares neither primary nor second-line care, unless told so."""
    told: dict[str, Any] = {"practises_premier_recours": False, "practises_second_recours": False}
    return Organisation(id="zoe", kind=kind, **(told | facts))


NOT_OF_HEALTH: dict[str, Any] = {"medico_social_actor": False, "practises_second_recours": False}

LISTED_ORGANISATIONS = [
    organisation(OrganisationKind.EQUIPE_DE_SOINS_PRIMAIRES),
    organisation(OrganisationKind.CENTRE_DE_SANTE, practises_premier_recours=True),
    organisation(OrganisationKind.HOPITAL_PUBLIC, practises_second_recours=True),
    organisation(OrganisationKind.EHPAD),
    organisation(OrganisationKind.CASF_9),
    organisation(OrganisationKind.CCAS),
    organisation(OrganisationKind.TRAVAILLEUR_SOCIAL_INDEPENDANT),
]
SOCIAL_ACTORS = [
    professional("zoe", Profession.ASSISTANT_DE_SERVICE_SOCIAL, medico_social_actor=True),
    Person(id="zoe", role=PersonRole.OTHER, medico_social_actor=True),
]
LISTED = joined_by(
    lambda on: st.one_of(health_professional(on), st.sampled_from([*LISTED_ORGANISATIONS, *SOCIAL_ACTORS])),
    as_component=st.sampled_from([UNKNOWN, True]),
)
"""Whoever is a member and of the list is a component: nobody needs to say so."""
FRENCH_COMMUNE_TOO = generaliste("zoe", practises_abroad=True, practises_in="67482")
"""Somebody who practises on both sides of the border."""
OCCUPATIONAL_HEALTH = organisation(OrganisationKind.SERVICE_DE_SANTE_AU_TRAVAIL)

UNLISTED = [
    Person(id="zoe", role=PersonRole.USAGER),
    Person(id="zoe", role=PersonRole.ELU, medico_social_actor=True),
    Person(id="zoe", role=PersonRole.OTHER, medico_social_actor=False),
    osteopathe("zoe", practises_premier_recours=False, **NOT_OF_HEALTH),
    professional("zoe", Profession.VETERINAIRE, practises_premier_recours=False, **NOT_OF_HEALTH),
    organisation(OrganisationKind.ASSOCIATION_D_USAGERS),
    organisation(OrganisationKind.COLLECTIVITE),
    organisation(OrganisationKind.FINANCEUR),
]
"""Users, elected officials, public bodies…: members of the association, maybe, and no components."""
OF_NO_PROFESSION_YET = professional(
    "zoe", Profession.ASSISTANT_DE_REGULATION_MEDICALE, practises_premier_recours=False, **NOT_OF_HEALTH
)


PREMIER_RECOURS_OPEN = date(2025, 6, 29)
"""The day from which the words of article L1411-11 were not found: who else gives primary care is open."""
GIVES_PRIMARY_CARE = osteopathe("zoe", practises_premier_recours=True, **NOT_OF_HEALTH)


def unlisted(on: date) -> st.SearchStrategy[Any]:
    """Whom no version of the list names on that day."""
    return st.sampled_from(
        [
            *UNLISTED,
            *([] if on >= REGULATION_SINCE else [OF_NO_PROFESSION_YET]),
            # Professionals and centres de santé gave primary care, and nobody else.
            *([] if on >= PREMIER_RECOURS_OPEN else [GIVES_PRIMARY_CARE]),
        ]
    )


OUTSIDE = either(
    nobody,
    with_only(unlisted, as_component=False),
    with_only(unlisted, as_component=True, partner=True),
    with_only(unlisted, how=not_running, as_component=True),
    with_only(generaliste("zoe"), how=not_running),
)
"""Nobody of whom the list speaks: neither named by it nor sitting as a component."""

OPEN = either(
    joined_by(Professional(id="zoe"), as_component=True),
    joined_by(generaliste("zoe"), as_component=True),
    joined_by(unlisted, as_component=UNKNOWN),
    joined_by(unlisted, as_component=True, joined_on=UNKNOWN),
    joined_by(Person(id="zoe", medico_social_actor=True), as_component=True),
    joined_by(Person(id="zoe", role=PersonRole.OTHER), as_component=True),
    joined_by(organisation(OrganisationKind.OTHER, practises_second_recours=UNKNOWN), as_component=True),
    # Of these the article does not say whether it means them.
    joined_by(organisation(OrganisationKind.DAC), as_component=True),
    joined_by(organisation(OrganisationKind.CPTS), as_component=True),
    joined_by(professional("zoe", Profession.CONSEILLER_EN_GENETIQUE, **NOT_OF_HEALTH), as_component=True),
    joined_by(
        osteopathe("zoe", practises_premier_recours=False, practises_second_recours=True), as_component=True
    ),
)

COMPOSANTES_2016 = Case(
    rule="cpts.composantes-admissibles",
    in_force=since(2016, 1, 28).before(2022, 2, 23),
    about=ABOUT,
    satisfied=either(LISTED, joined_by(FRENCH_COMMUNE_TOO)),
    violated=either(
        joined_by(unlisted, as_component=True),
        joined_by(OCCUPATIONAL_HEALTH, as_component=True),
    ),
    undetermined=either(
        OPEN,
        # Of those who practise abroad alone nothing was said yet.
        joined_by(
            generaliste(
                "zoe", practises_abroad=True, meets_french_practice_conditions=True, practises_in="99109"
            ),
            as_component=True,
        ),
    ),
    not_applicable=either(OUTSIDE, with_only(OCCUPATIONAL_HEALTH, as_component=False)),
)

# --- « …des professionnels de santé exerçant dans les territoires frontaliers étrangers » (February 2022)


def across_the_border(*, qualified: Any, **facts: Any) -> Professional:
    """Somebody who practises in a foreign border territory alone."""
    return generaliste(
        "zoe",
        practises_abroad=True,
        practises_in="99109",
        meets_french_practice_conditions=qualified,
        **facts,
    )


COMPOSANTES_FEBRUARY_2022 = attrs.evolve(
    COMPOSANTES_2016,
    in_force=since(2022, 2, 23).before(2022, 3, 31),
    satisfied=either(
        LISTED, joined_by(st.sampled_from([across_the_border(qualified=True), FRENCH_COMMUNE_TOO]))
    ),
    violated=either(
        joined_by(unlisted, as_component=True),
        joined_by(OCCUPATIONAL_HEALTH, as_component=True),
        joined_by(across_the_border(qualified=False), as_component=True),
    ),
    undetermined=either(OPEN, joined_by(across_the_border(qualified=UNKNOWN), as_component=True)),
)

# --- « …de services de prévention et de santé au travail » (March 2022)

COMPOSANTES = attrs.evolve(
    COMPOSANTES_FEBRUARY_2022,
    in_force=since(2022, 3, 31),
    satisfied=either(
        LISTED,
        joined_by(
            st.sampled_from([OCCUPATIONAL_HEALTH, across_the_border(qualified=True), FRENCH_COMMUNE_TOO])
        ),
    ),
    violated=either(
        joined_by(unlisted, as_component=True),
        joined_by(across_the_border(qualified=False), as_component=True),
    ),
    undetermined=either_since(
        (date(2022, 3, 31), OPEN),
        (date(2022, 3, 31), joined_by(across_the_border(qualified=UNKNOWN), as_component=True)),
        (
            PREMIER_RECOURS_OPEN,
            joined_by(GIVES_PRIMARY_CARE, as_component=True),
        ),
    ),
    not_applicable=OUTSIDE,
)

# --- Whom the CPTS may associate: they must meet the conditions that the code sets to practise in France

FRONTALIER = Case(
    rule="cpts.frontalier",
    in_force=since(2022, 3, 31),
    about=ABOUT,
    satisfied=joined_by(across_the_border(qualified=True)),
    # As a component, they would break the list of components too.
    violated=joined_by(across_the_border(qualified=False), as_component=False),
    undetermined=either(
        joined_by(across_the_border(qualified=UNKNOWN)),
        joined_by(generaliste("zoe", practises_abroad=UNKNOWN, meets_french_practice_conditions=False)),
        joined_by(across_the_border(qualified=False), joined_on=UNKNOWN),
    ),
    not_applicable=either(
        nobody,
        with_only(infirmier("zoe", practises_abroad=False)),
        with_only(across_the_border(qualified=False), how=not_running),
        with_only(organisation(OrganisationKind.EHPAD)),
    ),
)

# --- Only with an authorisation of the minister of defence

DAY_NOT_FOUND = Text(
    "le jour où l'article a exigé l'autorisation du ministre de la défense n'a pas été trouvé (au plus tard le 15 avril 2020)",
    "the day on which the article began to ask for the authorisation of the minister of defence was not found (15 April 2020 at the latest)",
)


def of_the_army(*, authorised: Any) -> st.SearchStrategy[Professional]:
    """A professional of the service de santé des armées."""
    return st.sampled_from([generaliste, infirmier]).map(
        lambda one: one("zoe", service_de_sante_des_armees=True, ministerial_authorisation=authorised)
    )


ARMY_OPEN = either(
    joined_by(of_the_army(authorised=UNKNOWN)),
    joined_by(generaliste("zoe", service_de_sante_des_armees=UNKNOWN, ministerial_authorisation=False)),
    joined_by(of_the_army(authorised=False), joined_on=UNKNOWN),
)
ARMEES = Case(
    rule="cpts.armees-autorisation",
    in_force=since(2022, 3, 31),
    about=ABOUT,
    satisfied=joined_by(of_the_army(authorised=True)),
    violated=joined_by(of_the_army(authorised=False)),
    undetermined=ARMY_OPEN,
    not_applicable=either(
        nobody,
        with_only(infirmier("zoe", service_de_sante_des_armees=False)),
        with_only(of_the_army(authorised=False), how=not_running),
        with_only(organisation(OrganisationKind.EHPAD)),
    ),
)
ARMEES_2020 = attrs.evolve(ARMEES, in_force=since(2020, 4, 15).before(2022, 3, 31))
ARMEES_2016 = attrs.evolve(
    ARMEES,
    in_force=since(2016, 1, 28).before(2020, 4, 15),
    violated=Impossible(DAY_NOT_FOUND),
    undetermined=either(ARMY_OPEN, joined_by(of_the_army(authorised=False))),
)

CASES = (
    COMPOSANTES_2016,
    COMPOSANTES_FEBRUARY_2022,
    COMPOSANTES,
    attrs.evolve(FRONTALIER, in_force=since(2022, 2, 23).before(2022, 3, 31)),
    FRONTALIER,
    ARMEES_2016,
    ARMEES_2020,
    ARMEES,
)
