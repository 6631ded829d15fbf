"""L6323-1-3, L6323-1-4 and L6323-1-5: who manages a centre de santé, its profits, its professionals.

The centre is an activity of its managing body and no legal person itself: no rule asks it
for a legal form.
"""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, Unknown, either
from cpts_model.facts.memberships import Membership
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Professional
from cpts_model.facts.structures import CentreDeSante
from cpts_model.law.csp_l6323_1.article import (
    DATE_INFERRED,
    L6323_1_3,
    L6323_1_4,
    L6323_1_5,
    READ_2018,
    READ_2022,
    READ_2023,
)
from cpts_model.law.parts import memberships

# --- L6323-1-3: « Les centres de santé sont créés et gérés soit par des organismes à but non lucratif, soit… »

UNLISTED_FORM_2018 = Text(
    "la forme juridique du gestionnaire n'est pas répertoriée : vérifier si c'est un organisme à but non lucratif, une "
    "collectivité territoriale, un groupement de communes ou un établissement public de santé",
    "the legal form of the managing body is not listed: check whether it is a non-profit body, a local authority, a grouping "
    "of communes or a public hospital",
)
UNLISTED_FORM = Text(
    "la forme juridique du gestionnaire n'est pas répertoriée : vérifier si c'est un organisme à but non lucratif, un "
    "département, une commune, un groupement de communes ou un établissement public de santé ; une région n'est plus dans la "
    "liste",
    "the legal form of the managing body is not listed: check whether it is a non-profit body, a département, a commune, a "
    "grouping of communes or a public hospital; a région is no longer in the list",
)
CCAS = Text(
    "le gestionnaire est un centre communal ou intercommunal d'action sociale, établissement public rattaché à une commune ou "
    "à un groupement : l'article ne le nomme pas, et ne dit pas s'il est compris dans ceux qu'il nomme ; demander à l'agence "
    "régionale de santé",
    "the managing body is a CCAS or CIAS, a public body attached to a commune or a grouping: the article does not name it, nor "
    "does it say whether those it names include it; ask the ARS",
)


def _is_admitted(manager: Organisation | Unknown, *, regions: bool, unlisted: Text) -> bool:
    """A body of the list; a SCIC only when its own legal-person members are."""
    form = manager.legal_form
    if form is not None and form.is_scic:
        # « les seules personnes morales pouvant être associées […] sont les personnes mentionnées au premier alinéa »
        return bool(manager.legal_person_members_admissible)
    if form is not None and form.is_ccas:
        raise OpenQuestion(CCAS)

    def by_form() -> bool:
        # « les départements », « les communes ou leurs groupements », « des établissements publics de santé »
        if form is not None and form.is_other:
            raise OpenQuestion(unlisted)
        return form is not None and (
            form.is_non_profit
            or (form.is_collectivite and (regions or not form.is_region))
            or form.is_etablissement_public_de_sante
        )

    return either(by_form, lambda: manager.non_profit, lambda: manager.manages_private_health_establishment)


def manager_is_admitted_2018(cds: CentreDeSante, on: date) -> bool:
    """« Les centres de santé sont créés et gérés soit par […] »: a closed list, every local authority included."""
    return either(
        lambda: cds.manager.kind.is_public_hospital,
        lambda: _is_admitted(cds.manager, regions=True, unlisted=UNLISTED_FORM_2018),
    )


def manager_is_admitted(cds: CentreDeSante, on: date) -> bool:
    """« soit par des départements, soit par des communes ou leurs groupements […] »: a closed list, without the régions."""
    return either(
        lambda: cds.manager.kind.is_public_hospital,
        lambda: _is_admitted(cds.manager, regions=False, unlisted=UNLISTED_FORM),
    )


GESTIONNAIRE_2018 = Rule(
    id="cds.gestionnaire",
    cites=L6323_1_3.cite(),
    in_force=since(2018, 3, 2).before(2022, 2, 23),
    about=CentreDeSante,
    holds=manager_is_admitted_2018,
    modality=Modality.OBLIGATION,
    authority=Authority.LAW,
    evidence=Evidence.SECONDARY,
    checked_on=READ_2018.seen_on,
    source="texte de l'ordonnance n° 2018-17 cité par la fédération nationale des centres de santé (fncs.org)",
    title=Text(
        "Le centre de santé est géré par un organisme à but non lucratif, une collectivité territoriale, un établissement public "
        "de coopération intercommunale, un établissement public de santé, le gestionnaire d'un établissement de santé privé, "
        "ou une SCIC dont les personnes morales associées sont toutes de celles-là.",
        "A centre de santé is managed by a non-profit body, a local authority, a public body of intercommunal cooperation, a "
        "public hospital, the manager of a private health establishment, or a SCIC that has no other legal persons than these "
        "as members.",
    ),
    remedy=Text(
        "Confier la gestion du centre à l'un des organismes que la loi énumère.",
        "Entrust the centre to one of the bodies that the law lists.",
    ),
    note=DATE_INFERRED,
)

GESTIONNAIRE = attrs.evolve(
    GESTIONNAIRE_2018,
    in_force=since(2022, 2, 23),
    holds=manager_is_admitted,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2023.seen_on,
    source=f"{READ_2023.where} ; {READ_2022.where}",
    title=Text(
        "Le centre de santé est géré par un organisme à but non lucratif, un département, une commune ou un groupement de "
        "communes, un établissement public de santé, le gestionnaire d'un établissement de santé privé, ou une SCIC "
        "dont les personnes morales associées sont toutes de celles-là.",
        "A centre de santé is managed by a non-profit body, a département, a commune or a grouping of communes, a public "
        "hospital, the manager of a private health establishment, or a SCIC that has no other legal persons than these as members.",
    ),
    note=None,
)


# --- L6323-1-3, II: « Le dirigeant d'un centre de santé ne peut exercer de fonction dirigeante […] lorsqu'il a un intérêt »


def leaders_have_no_conflicting_interest(cds: CentreDeSante, on: date) -> bool:
    """« ne peut exercer de fonction dirigeante au sein de la structure gestionnaire lorsqu'il a un intérêt »."""
    return not cds.manager.leaders_have_conflicting_interests


DIRIGEANTS_INTERETS = attrs.evolve(
    GESTIONNAIRE,
    id="cds.dirigeants-interets",
    cites=L6323_1_3.cite("II"),
    in_force=since(2023, 5, 21),
    holds=leaders_have_no_conflicting_interest,
    modality=Modality.PROHIBITION,
    source=READ_2023.where,
    title=Text(
        "Le dirigeant du centre de santé n'exerce pas de fonction dirigeante dans la structure gestionnaire s'il a un intérêt, "
        "direct ou indirect, dans une entreprise privée qui vend des prestations à cette structure.",
        "The head of a centre de santé holds no managing function in the managing body when they have an interest, direct or "
        "indirect, in a private company that sells services to that body.",
    ),
    remedy=Text(
        "Mettre fin à cet intérêt ou à la fonction dirigeante.",
        "End either the interest or the managing function.",
    ),
)


# --- L6323-1-4: « Les bénéfices issus de l'exploitation d'un centre de santé ne peuvent pas être distribués. »


def profits_are_not_distributed(cds: CentreDeSante, on: date) -> bool:
    """« ne peuvent pas être distribués »."""
    return not cds.profits_distributed


BENEFICES = attrs.evolve(
    GESTIONNAIRE,
    id="cds.benefices",
    cites=L6323_1_4.alinea(1),
    in_force=since(2018, 3, 2),
    holds=profits_are_not_distributed,
    modality=Modality.PROHIBITION,
    source=READ_2023.where,
    title=Text(
        "Les bénéfices du centre de santé ne sont pas distribués.",
        "The profits of a centre de santé are not distributed.",
    ),
    remedy=Text(
        "Mettre les bénéfices en réserve, ou les réinvestir dans un centre de santé ou une autre structure à but non lucratif "
        "du même gestionnaire.",
        "Put the profits in reserve, or reinvest them in a centre de santé or another non-profit structure of the same manager.",
    ),
    note=DATE_INFERRED,
)


# --- L6323-1-5: « Les professionnels qui exercent au sein des centres de santé sont salariés. »


def everybody_is_salaried_or_volunteer(cds: CentreDeSante, on: date) -> bool:
    """« sont salariés » ; « bénéficier de la participation de bénévoles »."""
    return bool(cds.salaried_only)


INDIRECT = Text(
    "le mode d'exercice « indirect » ne dit pas si ce professionnel est salarié : dire s'il est salarié du centre, agent mis à sa "
    "disposition ou prestataire",
    "the mode « indirect » does not tell whether this professional is salaried: say whether they are employed by the centre, "
    "seconded to it or paid for services",
)


def is_professional_of_the_centre(member: Membership, cds: CentreDeSante, on: date) -> bool:
    """« Les professionnels qui exercent au sein des centres de santé »."""
    return isinstance(member.member, Professional) and member.running_on(on)


def is_salaried_or_volunteer(member: Membership, cds: CentreDeSante, on: date) -> bool:
    """« sont salariés » ; « bénéficier de la participation de bénévoles ».

    Raises:
        OpenQuestion: their mode is the « indirect » one of the nomenclature.
    """
    who = member.member
    if isinstance(who, Professional) and who.mode.is_indirect:
        raise OpenQuestion(INDIRECT)
    return isinstance(who, Professional) and (who.mode.is_salarie or who.mode.is_benevole)


SALARIES = attrs.evolve(
    BENEFICES,
    id="cds.salaries",
    cites=L6323_1_5.cite(),
    holds=everybody_is_salaried_or_volunteer,
    modality=Modality.OBLIGATION,
    title=Text(
        "Les professionnels du centre de santé sont salariés ; des bénévoles peuvent y participer.",
        "The professionals of a centre de santé are salaried; volunteers may take part.",
    ),
    remedy=Text(
        "Salarier les professionnels qui exercent au centre.",
        "Employ the professionals who practise in the centre.",
    ),
    note=Text(
        "Les agents de la collectivité ou du groupement gestionnaire comptent comme salariés. "
        + DATE_INFERRED.fr,
        "The agents of the local authority or grouping that manages the centre count as salaried. "
        + DATE_INFERRED.en,
    ),
)

MEMBRES_SALARIES = attrs.evolve(
    SALARIES,
    id="cds.membres-salaries",
    each=memberships,
    applies=is_professional_of_the_centre,
    holds=is_salaried_or_volunteer,
    title=Text(
        "Chaque professionnel du centre de santé y est salarié ou bénévole.",
        "Each professional of a centre de santé is salaried there, or a volunteer.",
    ),
    remedy=Text("Salarier ce professionnel.", "Employ this professional."),
    note=DATE_INFERRED,
)

RULES = (
    GESTIONNAIRE_2018,
    GESTIONNAIRE,
    DIRIGEANTS_INTERETS,
    BENEFICES,
    SALARIES,
    MEMBRES_SALARIES,
)
