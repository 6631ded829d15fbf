"""Convention médicale 2024-2029, articles 53 to 58: what funds an équipe de soins spécialisés.

None of this is a condition of being an équipe de soins spécialisés: that is article
L1411-11-1 of the code de la santé publique. Amounts are reported differently from one
source to the next and are not given here.
"""

from datetime import date
from decimal import Decimal

import attrs

from cpts_model.engine.citations import CONVENTIONS, Article, ArticleVersion, Authority, Evidence
from cpts_model.engine.dates import Period, since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion
from cpts_model.facts.structures import EquipeDeSoinsSpecialises
from cpts_model.law.sources import Source

REPORTED = Source(
    "conditions rapportées par l'ARS de Bourgogne-Franche-Comté, la presse médicale et ameli.fr (28 novembre 2024)",
    date(2024, 11, 28),
)

# Thresholds that the convention, as far as it was read, does not give; the first day of the month of the cahier des charges.
REPORTED_2025 = Source(
    "rapporté par des sources secondaires sur le cahier des charges national et le financement de janvier 2025 (ARS de "
    "Bourgogne-Franche-Comté, presse médicale) ; ni la convention ni le cahier des charges n'ont été lus sur ce point",
    date(2025, 1, 1),
)

CONVENTION_ESS = Article(
    code=CONVENTIONS,
    number="convention médicale 2024-2029, art. 53 à 58",
    title=Text("Financement des équipes de soins spécialisés", "Funding of équipes de soins spécialisés"),
    checked_on=REPORTED.seen_on,
    versions=(
        ArticleVersion(
            period=Period(None, date(2024, 6, 22)), exists=False, evidence=Evidence.SECONDARY,
            act=Text("la convention n'existe pas encore", "the agreement does not exist yet"),
        ),
        ArticleVersion(
            period=since(2024, 6, 22), evidence=Evidence.SECONDARY,
            act=Text("convention médicale du 4 juin 2024", "convention médicale of 4 June 2024"),
            note=Text(
                "cahier des charges national en janvier 2025 ; financement à partir du 1er janvier 2025",
                "national specification in January 2025; money from 1 January 2025",
            ),
        ),
    ),
)  # fmt: skip

LEAST_SHARE = Decimal("0.10")
LEAST_SPECIALISTS = 10

FUNDING_ONLY = Text(
    "Condition du financement conventionnel ; ce n'est pas une condition pour être une équipe de soins spécialisés.",
    "A condition of funding under the agreement; not a condition of being an équipe de soins spécialisés.",
)

# --- Forme


def is_association(ess: EquipeDeSoinsSpecialises, on: date) -> bool:
    """An association of the law of 1901.

    Raises:
        OpenQuestion: it is an association under the local law of Alsace-Moselle.
    """
    form = ess.legal_form
    if form is not None and form.is_association_droit_local:
        raise OpenQuestion(
            Text(
                "les sources parlent d'association loi 1901 ; elles ne disent rien de l'association de droit local : "
                "demander à la caisse d'assurance maladie",
                "the sources say association of the law of 1901; they say nothing of associations under local law: "
                "ask the health-insurance fund",
            )
        )
    return form is not None and form.is_association_1901


ASSOCIATION = Rule(
    id="ess.convention-association",
    cites=CONVENTION_ESS.cite(),
    in_force=since(2024, 6, 22),
    about=EquipeDeSoinsSpecialises,
    holds=is_association,
    modality=Modality.PERMISSION,
    authority=Authority.CONVENTION,
    evidence=Evidence.SECONDARY,
    checked_on=REPORTED.seen_on,
    source=REPORTED.where,
    title=Text(
        "L'équipe de soins spécialisés financée par la convention est une association loi 1901.",
        "An équipe de soins spécialisés funded by the agreement is an association of the law of 1901.",
    ),
    remedy=Text("Constituer une association loi 1901.", "Form an association of the law of 1901."),
    note=FUNDING_ONLY,
)


# --- Spécialistes et territoire


def gathers_a_tenth_of_the_private_specialists(ess: EquipeDeSoinsSpecialises, on: date) -> bool:
    """At least ten per cent of the territory's private doctors of the speciality."""
    return ess.share_of_specialists >= LEAST_SHARE


def covers_a_departement(ess: EquipeDeSoinsSpecialises, on: date) -> bool:
    """A territory of a département at least."""
    return bool(ess.covers_departement)


def territory_has_ten_specialists(ess: EquipeDeSoinsSpecialises, on: date) -> bool:
    """At least ten specialists of the speciality present in the territory, members or not."""
    return ess.specialists_in_territory >= LEAST_SPECIALISTS


def is_the_only_team_of_the_speciality(ess: EquipeDeSoinsSpecialises, on: date) -> bool:
    """No other team of the speciality on the territory."""
    return not ess.other_team_on_territory


PART_DES_SPECIALISTES = attrs.evolve(
    ASSOCIATION,
    id="ess.convention-part-des-specialistes",
    holds=gathers_a_tenth_of_the_private_specialists,
    title=Text(
        "L'équipe réunit au moins 10 % des médecins libéraux de la spécialité exerçant sur son territoire.",
        "The team gathers at least 10% of the private doctors of the speciality in its territory.",
    ),
    remedy=Text(
        "Réunir davantage de médecins libéraux de la spécialité.",
        "Bring in more private doctors of the speciality.",
    ),
)

TERRITOIRE = attrs.evolve(
    ASSOCIATION,
    id="ess.convention-territoire",
    holds=covers_a_departement,
    title=Text(
        "Le territoire de l'équipe est au moins départemental.",
        "The team's territory is a département at least.",
    ),
    remedy=Text(
        "Étendre le territoire de l'équipe à un département au moins.",
        "Extend the team's territory to a département at least.",
    ),
)

DIX_SPECIALISTES = attrs.evolve(
    ASSOCIATION,
    id="ess.convention-dix-specialistes",
    in_force=since(2025, 1, 1),
    checked_on=REPORTED_2025.seen_on,
    source=REPORTED_2025.where,
    holds=territory_has_ten_specialists,
    title=Text(
        "Le territoire compte au moins dix spécialistes de la spécialité.",
        "There are at least ten specialists of the speciality in the territory.",
    ),
    remedy=Text(
        "Choisir un territoire où exercent au moins dix spécialistes de la spécialité.",
        "Choose a territory where at least ten specialists of the speciality practise.",
    ),
)

SEULE_EQUIPE = attrs.evolve(
    ASSOCIATION,
    id="ess.convention-seule-equipe",
    in_force=since(2025, 1, 1),
    checked_on=REPORTED_2025.seen_on,
    source=REPORTED_2025.where,
    holds=is_the_only_team_of_the_speciality,
    title=Text(
        "Aucune autre équipe de la même spécialité n'est présente sur le territoire.",
        "No other team of the same speciality is present on the territory.",
    ),
    remedy=Text(
        "Rejoindre l'équipe existante, ou s'accorder avec elle sur les territoires.",
        "Join the existing team, or agree with it on the territories.",
    ),
)


# --- Objet et gouvernance


def is_not_limited_to_one_pathology(ess: EquipeDeSoinsSpecialises, on: date) -> bool:
    """Not a team for a single pathology."""
    return not ess.single_pathology


def is_governed_by_private_doctors(ess: EquipeDeSoinsSpecialises, on: date) -> bool:
    """Governed by private specialist doctors, natural persons only."""
    return bool(ess.governed_by_liberal_natural_persons)


PATHOLOGIES = attrs.evolve(
    ASSOCIATION,
    id="ess.convention-pathologies",
    in_force=since(2025, 1, 1),
    checked_on=REPORTED_2025.seen_on,
    source=REPORTED_2025.where,
    holds=is_not_limited_to_one_pathology,
    title=Text(
        "L'équipe ne se limite pas à une seule pathologie.", "The team is not limited to a single pathology."
    ),
    remedy=Text(
        "Ouvrir l'activité de l'équipe à l'ensemble de la spécialité.",
        "Open the team's activity to the whole speciality.",
    ),
)

GOUVERNANCE = attrs.evolve(
    ASSOCIATION,
    id="ess.convention-gouvernance",
    holds=is_governed_by_private_doctors,
    title=Text(
        "La gouvernance de l'équipe revient à des médecins spécialistes libéraux, personnes physiques.",
        "The team is governed by private specialist doctors, natural persons.",
    ),
    remedy=Text(
        "Confier la gouvernance à des médecins spécialistes libéraux, personnes physiques.",
        "Give the governance to private specialist doctors, natural persons.",
    ),
    note=Text(
        "Seule la gouvernance est visée, non la participation des médecins salariés. " + FUNDING_ONLY.fr,
        "Only the governance is meant, not whether salaried doctors take part. " + FUNDING_ONLY.en,
    ),
)

ARTICLES = (CONVENTION_ESS,)
RULES = (
    ASSOCIATION,
    PART_DES_SPECIALISTES,
    TERRITOIRE,
    DIX_SPECIALISTES,
    SEULE_EQUIPE,
    PATHOLOGIES,
    GOUVERNANCE,
)
