"""The four sizes of CPTS, by population: below 40 000, to 80 000, to 175 000, and above."""

from datetime import date

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, Unknown, UnknownFact
from cpts_model.facts.contracts import SizeClass
from cpts_model.facts.structures import CPTS
from cpts_model.law.aci_cpts.article import ACI_CPTS, CALENDAR_READ, IN_FORCE
from cpts_model.law.aci_cpts.contract import contract_of, is_under_the_agreement

SECOND_FROM = 40_000
BETWEEN_SECOND_AND_THIRD = 80_000
THIRD_UP_TO = 175_000

EIGHTY_THOUSAND = Text(
    "à 80 000 habitants exactement, les textes lus ne disent pas si la CPTS est de taille 2 ou de taille 3 : voir la taille retenue par "
    "le contrat, ou interroger la caisse d'assurance maladie",
    "at 80 000 inhabitants exactly, the texts read do not say whether the CPTS is of size 2 or 3: see the size that the contract "
    "retains, or ask the health-insurance fund",
)
NO_POPULATION = Text(
    "ni le contrat ni le territoire ne donnent de population : la demander à la caisse d'assurance maladie",
    "neither the contract nor the territory gives a population: ask the health-insurance fund",
)
NO_AGREEMENT_YET = Text(
    "avant le 25 août 2019, l'accord n'est pas en vigueur : aucune taille n'est définie",
    "before 25 August 2019 the agreement is not in force: no size is defined",
)


def possible_classes(population: int) -> frozenset[SizeClass]:
    """The classes that a population (inhabitants) may be of: one, or two at 80 000 exactly.

    The first, « moins de 40 000 », has no floor; the fourth is above 175 000 in every source read: so
    40 000 is of the second class and 175 000 of the third (derived).
    """
    if population < SECOND_FROM:
        return frozenset({SizeClass.T1})
    if population == BETWEEN_SECOND_AND_THIRD:
        return frozenset({SizeClass.T2, SizeClass.T3})
    if population < BETWEEN_SECOND_AND_THIRD:
        return frozenset({SizeClass.T2})
    return frozenset({SizeClass.T3 if population <= THIRD_UP_TO else SizeClass.T4})


def size_class(population: int) -> SizeClass:
    """The class of a population (inhabitants).

    Raises:
        OpenQuestion: it is of 80 000 exactly.
    """
    classes = possible_classes(population)
    if len(classes) > 1:
        raise OpenQuestion(EIGHTY_THOUSAND)
    return next(iter(classes))


def population_of(cpts: CPTS) -> int:
    """The population that the contract retains or, where it retains none, that of the territory.

    Raises:
        UnknownFact: nobody has told it.
        OpenQuestion: there is none to be told, of either.
    """
    contract = cpts.contract
    if contract is not None and contract.population is not None:
        population = contract.population
    else:
        territory = cpts.territory_of_action
        if territory is None:
            raise OpenQuestion(NO_POPULATION)
        population = territory.population
    if isinstance(population, Unknown):
        raise UnknownFact
    return population


def size_class_of(cpts: CPTS, on: date) -> SizeClass:
    """The class of a CPTS: that which its contract retains or, where it retains none, that of its population.

    Raises:
        UnknownFact: the contract, the class or the population is unknown.
        OpenQuestion: the population is of 80 000 exactly, there is none, or the agreement is not in force yet.
    """
    if on < IN_FORCE:
        raise OpenQuestion(NO_AGREEMENT_YET)
    contract = cpts.contract
    retained = None if contract is None else contract.size_class
    if isinstance(retained, Unknown):
        raise UnknownFact
    return size_class(population_of(cpts)) if retained is None else retained


# --- Size retained by the contract


def retains_a_size(cpts: CPTS, on: date) -> bool:
    """A contract under the agreement that retains a size class."""
    return is_under_the_agreement(cpts, on) and contract_of(cpts).size_class is not None


def retained_size_agrees_with_the_population(cpts: CPTS, on: date) -> bool:
    """« moins de 40 000 », up to 80 000, up to 175 000, or above; at 80 000 exactly, the class that the contract says."""
    retained = contract_of(cpts).size_class
    return retained is not None and retained.among(possible_classes(population_of(cpts)))


TAILLE = Rule(
    id="aci-cpts.taille",
    cites=ACI_CPTS.cite(),
    in_force=since(2019, 8, 25),
    about=CPTS,
    applies=retains_a_size,
    holds=retained_size_agrees_with_the_population,
    modality=Modality.OBLIGATION,
    authority=Authority.CONVENTION,
    evidence=Evidence.VERIFIED,
    checked_on=CALENDAR_READ.seen_on,
    source=CALENDAR_READ.where,
    title=Text(
        "La taille retenue par le contrat s'accorde avec la population : moins de 40 000 habitants (taille 1), de 40 000 à 80 000 (taille 2), "
        "de 80 000 à 175 000 (taille 3), plus de 175 000 (taille 4).",
        "The size that the contract retains agrees with the population: fewer than 40 000 inhabitants (size 1), 40 000 to 80 000 (size 2), "
        "80 000 to 175 000 (size 3), more than 175 000 (size 4).",
    ),
    remedy=Text(
        "Vérifier avec la caisse d'assurance maladie la population et la taille que le contrat retient.",
        "Check with the health-insurance fund the population and the size that the contract retains.",
    ),
    note=Text(
        "L'appartenance de 40 000 à la taille 2 et de 175 000 à la taille 3 est déduite ; celle de 80 000 n'est pas fixée par les textes lus. "
        "La population à prendre (millésime, municipale ou totale) et l'effet d'un changement de population n'ont pas été trouvés.",
        "That 40 000 is of size 2 and 175 000 of size 3 is derived; the texts read do not place 80 000. Which population to take (year, "
        "municipal or total) and what a change of population does were not found.",
    ),
)

RULES = (TAILLE,)
