"""What may come about of any projet de santé, and the days it came about."""

from collections.abc import Callable, Iterator
from datetime import date

from cpts_model.engine.unknown import NotSettled, either
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.structures import Structure


def projet_is_drawn_up(structure: Structure, on: date) -> bool:
    """Whether the projet de santé is written: what was sent is."""
    projet = structure.projet
    return projet is not None and either(
        lambda: projet.drawn_up_on is not None and projet.drawn_up_on <= on,
        lambda: projet.transmitted_on is not None and projet.transmitted_on <= on,
    )


def projet_is_transmitted(structure: Structure, on: date) -> bool:
    """Whether the projet de santé was sent to the ARS."""
    projet = structure.projet
    return projet is not None and projet.transmitted_on is not None and projet.transmitted_on <= on


def told_projet(structure: Structure) -> ProjetDeSante | None:
    """The projet de santé, if one is told."""
    return structure.projet if isinstance(structure.projet, ProjetDeSante) else None


def days_of_writing(structure: Structure) -> Iterator[date]:
    """The days on which the projet was written and sent, as far as they are known."""
    projet = told_projet(structure)
    if projet is not None:
        yield from known(projet.drawn_up_on, projet.transmitted_on)


def known(*days: object) -> Iterator[date]:
    """Those of the days that are known."""
    return (day for day in days if isinstance(day, date))


def surely(claim: Callable[[], object]) -> bool:
    """Whether a claim is known to be true."""
    try:
        return bool(claim())
    except NotSettled:
        return False
