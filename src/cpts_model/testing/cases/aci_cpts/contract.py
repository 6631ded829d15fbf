"""The contract: after the projet is validated, for five years, with a dialogue each year."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import Period
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.structures import CPTS
from cpts_model.testing.case import Build, Case, Within
from cpts_model.testing.cases.aci_cpts.agreement import BEFORE_THE_AGREEMENT, IN_FORCE, SINCE_2019, signed
from cpts_model.testing.contracting import NO_CONTRACT, contract
from cpts_model.testing.days import days_between
from cpts_model.testing.telling import either, either_since, telling, together, with_projet

# --- « à partir de la reconnaissance du projet de santé »


def signed_with(*, first: date = IN_FORCE, **projet: Callable[[date], Any]) -> Build:
    """A contract signed since a first day, and a projet whose days are counted from its signature."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        signed_on = draw(days_between(first, on))
        told = {name: day(signed_on) for name, day in projet.items()}
        under_contract = contract(signed_on=signed_on)(base, draw, on)
        return with_projet(**(UNOPPOSED | told))(under_contract, draw, on)

    return build


def days_earlier(days: int) -> Callable[[date], date]:
    """So many days before; after, when negative."""
    return lambda day: day - timedelta(days=days)


def never(day: date) -> None:
    """It did not happen."""


def not_told(day: date) -> Any:
    """Nobody told."""
    return UNKNOWN


SILENCE_FROM = date(2019, 10, 10)
"""By then two months of silence can be over of a projet sent since 27 July 2019, as the article of that day has it."""
UNOPPOSED: dict[str, Any] = {
    "transmitted_on": date(2019, 1, 7),
    "opposed_on": None,
    "opposition_notified_on": None,
    "withdrawn_on": None,
}
PROJET_VALIDE = Case(
    rule="aci-cpts.projet-valide-avant-contrat",
    in_force=SINCE_2019,
    about=(CPTS,),
    satisfied=either_since(
        (IN_FORCE, signed_with(received_complete_on=days_earlier(200), validated_on=days_earlier(0))),
        (
            SILENCE_FROM,
            signed_with(
                first=SILENCE_FROM,
                transmitted_on=days_earlier(70),
                received_complete_on=days_earlier(70),
                validated_on=never,
            ),
        ),
    ),
    violated=either(
        signed_with(received_complete_on=days_earlier(0), validated_on=never),
        signed_with(received_complete_on=days_earlier(30), validated_on=never),
    ),
    undetermined=either(
        signed_with(received_complete_on=not_told, validated_on=never),
        together(telling(projet=UNKNOWN), contract(signed_on=signed)),
    ),
    not_applicable=either(NO_CONTRACT, BEFORE_THE_AGREEMENT),
)

# --- Five years


def lasting(years: int, days: int) -> Build:
    """A contract told to last so many years and days from its signature."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        signed_on = draw(signed(on))
        ends_on = signed_on + relativedelta(years=years) + timedelta(days=days)
        return contract(signed_on=signed_on, ends_on=ends_on)(base, draw, on)

    return build


DUREE = Case(
    rule="aci-cpts.duree-contrat",
    in_force=SINCE_2019,
    about=(CPTS,),
    satisfied=lasting(5, 0),
    violated=either(lasting(5, 1), lasting(5, -1), lasting(3, 0)),
    undetermined=either(contract(signed_on=signed, ends_on=UNKNOWN), telling(contract=UNKNOWN)),
    not_applicable=either(
        contract(signed_on=signed, ends_on=None),
        NO_CONTRACT,
        contract(signed_on=date(2019, 8, 24), ends_on=date(2022, 8, 24)),
    ),
)

# --- A dialogue de gestion each year

FIRST_YEAR_ENDED = Period(date(2020, 8, 25))
NO_YEAR_YET = Text(
    "le dialogue est annuel : aucun n'est dû avant la fin d'une première année de contrat",
    "the dialogue is yearly: none is due before a first year of contract has ended",
)


def after_one_year(**facts: Callable[[date], Any]) -> Build:
    """A contract of which one year has ended, and facts told from the day of its signature."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        last = on - relativedelta(years=1)
        signed_on = draw(days_between(max(IN_FORCE, last - timedelta(days=360)), last))
        told = {name: fact(signed_on) for name, fact in facts.items()}
        return contract(signed_on=signed_on, **told)(base, draw, on)

    return build


def in_the_first_year(signed_on: date) -> tuple[date, ...]:
    """A dialogue on the last day of the first year."""
    return (signed_on + relativedelta(years=1) - timedelta(days=1),)


def no_dialogue(signed_on: date) -> tuple[date, ...]:
    """None was ever held."""
    return ()


DIALOGUE = Case(
    rule="aci-cpts.dialogue-de-gestion",
    in_force=SINCE_2019,
    about=(CPTS,),
    satisfied=Within(
        days=FIRST_YEAR_ENDED,
        build=either(
            after_one_year(dialogues_held_on=in_the_first_year),
            # A year that the contract did not see end asks for none.
            after_one_year(dialogues_held_on=no_dialogue, terminated_on=days_earlier(-30)),
        ),
        why=NO_YEAR_YET,
    ),
    violated=Within(
        days=FIRST_YEAR_ENDED, build=after_one_year(dialogues_held_on=no_dialogue), why=NO_YEAR_YET
    ),
    undetermined=either(telling(contract=UNKNOWN), contract(signed_on=UNKNOWN, dialogues_held_on=())),
    not_applicable=either(
        NO_CONTRACT, contract(signed_on=lambda on: days_between(max(IN_FORCE, on - timedelta(days=364)), on))
    ),
)

CASES = (PROJET_VALIDE, DUREE, DIALOGUE)
