"""The contract: a projet validated before it, five years by anniversary, a dialogue de gestion each year."""

from collections.abc import Iterator
from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import Period, add_years, since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, Unknown, UnknownFact, either
from cpts_model.facts.contracts import ContractYear, ContratACI
from cpts_model.facts.structures import CPTS
from cpts_model.law.aci_cpts.article import ACI_CPTS, CALENDAR_READ, IN_FORCE, SENAT_2025
from cpts_model.law.csp_l1434_12.validation import projet_is_validated
from cpts_model.law.sources import Source

YEARS = 5
"""How long a contract lasts."""

DURATION_REPORTED = Source(
    "sources secondaires concordantes : concourspluripro.fr (2023), medaviz.com, akeia.fr (4 octobre 2025) ; le contrat type n'a pas été lu "
    "sur ce point",
    date(2025, 10, 4),
)

HELD_AFTER_THE_YEAR = Text(
    "aucun dialogue de gestion dans l'année de contrat, et un dialogue tenu dans l'année qui suit : les textes lus le disent annuel sans dire "
    "s'il se tient avant l'anniversaire ; demander à la caisse d'assurance maladie et à l'agence régionale de santé à quelle année il se "
    "rapporte",
    "no dialogue de gestion within the contract year, and one held in the year after: the texts read call it yearly without saying whether "
    "it is held before the anniversary; ask the health-insurance fund and the ARS which year it is for",
)


def contract_of(cpts: CPTS) -> ContratACI:
    """The contract of a CPTS that has one.

    Raises:
        UnknownFact: whether it has one is unknown, or it has none.
    """
    contract = cpts.contract
    if contract is None or isinstance(contract, Unknown):
        raise UnknownFact
    return contract


def day_of_signature(contract: ContratACI) -> date | None:
    """The day a contract was signed; ``None`` where it was not, or where it was before the agreement was in force.

    Raises:
        UnknownFact: that day is unknown.
    """
    signed_on = contract.signed_on
    if isinstance(signed_on, Unknown):
        raise UnknownFact
    return None if signed_on is None or signed_on < IN_FORCE else signed_on


def is_under_the_agreement(cpts: CPTS, on: date) -> bool:
    """A contract signed by the day, the agreement being in force."""
    if cpts.contract is None:
        return False
    signed_on = day_of_signature(contract_of(cpts))
    return signed_on is not None and signed_on <= on


# --- Years of the contract: by anniversary of its signature, never civil years


def contract_year(signed_on: date, number: int) -> ContractYear | None:
    """The n-th year of a contract; ``None`` where it would run beyond the calendar.

    Anniversaries are counted from the signature in one step: a contract signed on 29 February
    has its years begin on 28 February in common years, on the 29th in leap years.
    """
    start, end = add_years(signed_on, number - 1), add_years(signed_on, number)
    if start >= end:
        return None
    last_day = Period(start, end).last_day
    return None if last_day is None else ContractYear(number=number, first_day=start, last_day=last_day)


def year_of(signed_on: date, day: date) -> ContractYear | None:
    """The year of a contract in which a day falls; ``None`` before its signature.

    The years go on by the calendar: whether the contract still runs is another question.
    """
    if day < signed_on:
        return None
    years = day.year - signed_on.year
    return contract_year(signed_on, years + 1 if add_years(signed_on, years) <= day else years)


def contract_years(signed_on: date) -> Iterator[ContractYear]:
    """The five years of a contract, in their order."""
    years = (contract_year(signed_on, number) for number in range(1, YEARS + 1))
    return (year for year in years if year is not None)


def term_of(signed_on: date) -> date:
    """The first day after the five years of a contract."""
    return add_years(signed_on, YEARS)


# --- « à partir de la reconnaissance du projet de santé »


def projet_is_validated_at_signature(cpts: CPTS, on: date) -> bool:
    """« à partir de la reconnaissance du projet de santé »: validated by the day of signature."""
    signed_on = day_of_signature(contract_of(cpts))
    return signed_on is not None and projet_is_validated(cpts, signed_on)


PROJET_VALIDE = Rule(
    id="aci-cpts.projet-valide-avant-contrat",
    cites=ACI_CPTS.cite(),
    in_force=since(2019, 8, 25),
    about=CPTS,
    applies=is_under_the_agreement,
    holds=projet_is_validated_at_signature,
    modality=Modality.OBLIGATION,
    authority=Authority.CONVENTION,
    evidence=Evidence.VERIFIED,
    checked_on=CALENDAR_READ.seen_on,
    source=CALENDAR_READ.where,
    title=Text(
        "Le contrat est signé une fois le projet de santé validé.",
        "The contract is signed once the projet de santé is validated.",
    ),
    remedy=Text(
        "Demander à l'agence régionale de santé l'attestation de la validation, et à la caisse d'assurance maladie ce qu'elle entend faire du "
        "contrat signé avant elle.",
        "Ask the ARS for an attestation of the validation, and the health-insurance fund what it means to do with a contract signed before it.",
    ),
    note=Text(
        "La source lue parle de reconnaissance du projet de santé : elle est comprise comme sa validation (CSP, art. L1434-12).",
        "The source read speaks of recognition of the projet de santé: that is taken to be its validation (CSP, art. L1434-12).",
    ),
)


# --- Five years


def tells_its_term(cpts: CPTS, on: date) -> bool:
    """A contract under the agreement whose term is told."""
    return is_under_the_agreement(cpts, on) and contract_of(cpts).ends_on is not None


def lasts_five_years(cpts: CPTS, on: date) -> bool:
    """Five years from signature."""
    contract = contract_of(cpts)
    signed_on, ends_on = day_of_signature(contract), contract.ends_on
    # Between the term and the term: an equality would answer for an unknown day.
    return (
        signed_on is not None and ends_on is not None and term_of(signed_on) <= ends_on <= term_of(signed_on)
    )


DUREE = attrs.evolve(
    PROJET_VALIDE,
    id="aci-cpts.duree-contrat",
    applies=tells_its_term,
    holds=lasts_five_years,
    evidence=Evidence.SECONDARY,
    checked_on=DURATION_REPORTED.seen_on,
    source=DURATION_REPORTED.where,
    title=Text(
        "Le contrat est conclu pour cinq ans à compter de sa signature.",
        "The contract is concluded for five years from its signature.",
    ),
    remedy=Text(
        "Vérifier le terme écrit au contrat avec la caisse d'assurance maladie.",
        "Check the term written in the contract with the health-insurance fund.",
    ),
    note=Text(
        "C'est la durée du contrat, non celle de l'accord national. Le renouvellement du contrat n'a pas été trouvé.",
        "This is the duration of the contract, not that of the national agreement. How a contract is renewed was not found.",
    ),
)


# --- A dialogue de gestion each year


def years_ended(cpts: CPTS, on: date) -> tuple[ContractYear, ...]:
    """The years of the contract, of the five, whose last day is past."""
    if cpts.contract is None:
        return ()
    signed_on = day_of_signature(contract_of(cpts))
    return (
        () if signed_on is None else tuple(year for year in contract_years(signed_on) if year.last_day < on)
    )


def dialogue_was_held(year: ContractYear, cpts: CPTS, on: date) -> bool:
    """A yearly dialogue de gestion between the CPTS, the ARS and the health-insurance fund; none is due in a year that the contract did not see end.

    Raises:
        OpenQuestion: none was held in the year, and one in the year after.
    """
    contract = contract_of(cpts)
    if either(
        lambda: contract.dialogue_held(year.first_day, year.last_day), lambda: contract.over_by(year.last_day)
    ):
        return True
    signed_on = day_of_signature(contract)
    following = None if signed_on is None else contract_year(signed_on, year.number + 1)
    if following is not None and contract.dialogue_held(following.first_day, min(on, following.last_day)):
        raise OpenQuestion(HELD_AFTER_THE_YEAR)
    return False


DIALOGUE = attrs.evolve(
    PROJET_VALIDE,
    id="aci-cpts.dialogue-de-gestion",
    each=years_ended,
    applies=None,
    holds=dialogue_was_held,
    checked_on=SENAT_2025.seen_on,
    source=SENAT_2025.where,
    title=Text(
        "Un dialogue de gestion réunit chaque année la CPTS, l'agence régionale de santé et l'assurance maladie.",
        "A dialogue de gestion brings together the CPTS, the ARS and the health insurance every year.",
    ),
    remedy=Text(
        "Demander à l'agence régionale de santé et à la caisse d'assurance maladie de tenir le dialogue de gestion de l'année.",
        "Ask the ARS and the health-insurance fund to hold the dialogue de gestion of the year.",
    ),
    note=Text(
        "L'année est celle du contrat, d'un anniversaire de sa signature au suivant, non l'année civile (déduit).",
        "The year is that of the contract, from one anniversary of its signature to the next, not the civil year (derived).",
    ),
)

RULES = (PROJET_VALIDE, DUREE, DIALOGUE)
