"""Professionals and other persons."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from cpts_model.facts.families import Family
from cpts_model.facts.people import Person, Professional
from cpts_model.facts.professions import Profession
from cpts_model.testing.strategies.arguments import checked
from cpts_model.testing.strategies.names import PEOPLE, person
from cpts_model.testing.strategies.numbers import am_numbers, rpps_numbers
from cpts_model.testing.strategies.professions import professions
from cpts_model.testing.strategies.teller import Plan, Plans, Teller, Told, choice, drawn, perhaps, telling
from cpts_model.testing.strategies.territories import communes

# « L'exercice d'une spécialité est exclusif »: one at most; registries leave some doctors without.
_OF_A_MEDECIN = tuple((code,) for code in ("SM54", "SM26", "SM53", "SM04", "SM40", "SM42", "SM38", "SM73"))
_SAVOIR_FAIRE: dict[Profession, tuple[tuple[str, ...], ...]] = {
    Profession.MEDECIN: (*_OF_A_MEDECIN, ()),
    Profession.INFIRMIER: ((), ("SI01",), ("SI04",), ("SI05",), ("SI08",)),
    Profession.CHIRURGIEN_DENTISTE: ((), ("SCD01",), ("SCD02",)),
}
_USUAL = (
    Profession.MEDECIN,
    Profession.INFIRMIER,
    Profession.PHARMACIEN,
    Profession.MASSEUR_KINESITHERAPEUTE,
)


def _profession(teller: Teller) -> Profession:
    """Half of the time one of those that most texts name."""
    return teller.any_of(tuple(Profession) if teller.perhaps() else _USUAL)


def _professions(teller: Teller, told: Told) -> tuple[Profession, ...]:
    one = _profession(teller)
    second = _profession(teller) if teller.rarely() else one
    return (one,) if one is second else (one, second)


def _savoir_faire(teller: Teller, told: Told) -> tuple[str, ...]:
    held = told["professions"]
    if not isinstance(held, tuple):
        return teller.any_of(((), *_OF_A_MEDECIN))
    return tuple(code for one in held if one in _SAVOIR_FAIRE for code in teller.any_of(_SAVOIR_FAIRE[one]))


def _name(teller: Teller, told: Told) -> str:
    return str(told["id"]).capitalize()


_SOMEBODY = {"id": lambda teller, told: person(teller.number("person")), "name": _name}

PLANS: Plans = {
    Professional: Plan(
        how={
            **_SOMEBODY,
            "professions": _professions,
            "savoir_faire": _savoir_faire,
            "rpps": perhaps(rpps_numbers()),
            "numero_am": perhaps(am_numbers()),
            "practises_in": drawn(communes()),
            "pharmacien_section": choice(*"ABCDEGH"),
        },
    ),
    Person: Plan(how=_SOMEBODY),
}


def professionals(
    profession: Profession | None = None,
    *,
    family: Family | None = None,
    on: date | None = None,
    known: float | None = None,
    **facts: Any,
) -> st.SearchStrategy[Professional]:
    """Invented professionals: of one profession, of one of a family, or of any.

    ``family`` is that of the day ``on``, or of the newest texts. ``known`` is the share of
    facts told, from 0.0 (the id, and what is asked for) to 1.0 (everything); it is drawn
    when it is not given. Any field can be given, as a value or as a strategy.

    Raises:
        BadArgument: a share that is none, or a field that a professional has not.
    """
    if profession is not None:
        facts["professions"] = (profession,)
    elif family is not None:
        facts["professions"] = professions(family, on=on).map(lambda one: (one,))
    return _people(Professional, known, facts)


def persons(*, known: float | None = None, **facts: Any) -> st.SearchStrategy[Person]:
    """Invented persons who take part otherwise than by a profession. ``known`` and ``facts`` as for professionals.

    Raises:
        BadArgument: a share that is none, or a field that a person has not.
    """
    return _people(Person, known, facts)


def _people(kind: type[Any], known: float | None, facts: dict[str, Any]) -> st.SearchStrategy[Any]:
    given = {"id": st.sampled_from(PEOPLE)} | checked(kind, known, facts)
    return telling(PLANS, known, lambda teller: teller.make(kind, **given))
