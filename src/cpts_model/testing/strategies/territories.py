"""Communes by codes that look real, départements, territories."""

from typing import Any

from hypothesis import strategies as st

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.territories import CommuneFigure, Territory
from cpts_model.testing.strategies.arguments import checked
from cpts_model.testing.strategies.teller import Plan, Plans, Teller, Told, drawn, telling

_DEPARTEMENTS = (
    "33", "79", "75", "01", "67", "68", "57", "13", "69", "59", "2A", "2B", "95", "971", "972", "973", "974", "976",
)  # fmt: skip
_POPULATIONS = (0, 5, 812, 5_000, 39_999, 40_000, 80_000, 80_001, 175_000, 175_001, 230_000)


def departements() -> st.SearchStrategy[str]:
    """Codes of départements: of the mainland first, of Corsica and overseas too."""
    return st.sampled_from(_DEPARTEMENTS)


def communes(departement: str | None = None) -> st.SearchStrategy[str]:
    """Codes that look like those of communes (COG): five characters, the first of which are the département's.

    No table is read: there may be no such commune.
    """
    if departement is not None:
        return _numbered(departement)
    # Often one of a few, so that territories meet.
    few = st.sampled_from(("33063", "33281", "79191", "2A004", "97411"))
    return st.one_of(few, departements().flatmap(_numbered))


def _numbered(departement: str) -> st.SearchStrategy[str]:
    places = 5 - len(departement)
    return st.integers(1, 10**places - 1).map(lambda number: f"{departement}{number:0{places}}")


_SOME_COMMUNES = st.lists(communes(), unique=True, max_size=4).map(tuple)


def _communes(teller: Teller, told: Told) -> tuple[str, ...]:
    return teller.draw(_SOME_COMMUNES)


def _figures(teller: Teller, told: Told) -> Any:
    if "population" in told:  # which was asked for, and which figures would contradict
        return UNKNOWN
    listed = told["communes"] if isinstance(told["communes"], tuple) else _communes(teller, told)
    return tuple(teller.make(CommuneFigure, commune=commune) for commune in listed)


def _population(teller: Teller, told: Told) -> int:
    """What the figures come to, where all are told."""
    figures = told["figures"]
    if isinstance(figures, tuple) and not any(isinstance(one.population, Unknown) for one in figures):
        return sum(one.population for one in figures)
    return teller.any_of(_POPULATIONS)


def _masked_below(teller: Teller, told: Told) -> Any:
    return None if isinstance(told["population"], int) else teller.any_of((None, 6, 11))


def _figure(teller: Teller, told: Told) -> Any:
    return UNKNOWN if isinstance(told.get("masked_below"), int) else teller.any_of(_POPULATIONS)


PLANS: Plans = {
    CommuneFigure: Plan(
        how={"commune": drawn(communes()), "population": _figure, "masked_below": _masked_below}
    ),
    Territory: Plan(
        how={
            "communes": _communes,
            "population": _population,
            "figures": _figures,
            "border_communes": _communes,
        },
        first=("communes", "figures"),
    ),
}


def territories(*, known: float | None = None, **facts: Any) -> st.SearchStrategy[Territory]:
    """Territories of action: communes, and the people who live there.

    ``known`` is the share of facts told, drawn when it is not given; any field can be
    given, as a value or as a strategy.

    Raises:
        BadArgument: a share that is none, or a field that a territory has not.
    """
    given = checked(Territory, known, facts)
    return telling(PLANS, known, lambda teller: teller.make(Territory, **given))
