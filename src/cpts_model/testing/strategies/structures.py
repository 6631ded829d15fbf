"""Structures of coordinated care: CPTS, équipes, maisons and centres de santé, SISA.

Their strategies have the same arguments. ``on`` is the day for which the facts are told:
things happen around it. With ``compliant=True`` a structure breaks no blocking rule on that
day, with ``compliant=False`` it breaks one at least; without, its facts are whatever facts
can be. ``known`` is the share of facts told, from 0.0 (the id, and what is asked for) to 1.0
(everything that the other facts leave room for); it is drawn when it is not given, and then
fewer facts come before more. Of a structure that is to be compliant or not, all that decides
it is told unless ``known`` says otherwise: what is masked may open a verdict, and breaks
none. ``min_members`` and ``max_members`` bound how many memberships are told; those of a
structure that is to be compliant or not are what the law asks for. Any field can be given by
its name, as a value or as a strategy; what is given is not looked at further.
"""

from datetime import date
from typing import Any, TypeVar

from hypothesis import strategies as st

from cpts_model.facts.structures import (
    CPTS,
    SISA,
    CentreDeSante,
    EquipeDeSoinsPrimaires,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
)
from cpts_model.testing.strategies.arguments import check_sizes, checked
from cpts_model.testing.strategies.errors import BadArgument
from cpts_model.testing.strategies.memberships import joining
from cpts_model.testing.strategies.structure_plans import KINDS, PLANS, PREFIXES
from cpts_model.testing.strategies.teller import Teller, telling

S = TypeVar("S")
_MOST = 6


def cpts(
    *,
    on: date | None = None,
    compliant: bool | None = None,
    known: float | None = None,
    min_members: int | None = None,
    max_members: int | None = None,
    **facts: Any,
) -> st.SearchStrategy[CPTS]:
    """Communautés professionnelles territoriales de santé (CSP, art. L1434-12).

    Raises:
        BadArgument: a size, a share or a field that cannot be; ``compliant`` without a day.
    """
    return structures_of(
        CPTS, facts, on=on, compliant=compliant, known=known, min_members=min_members, max_members=max_members
    )


def equipes_de_soins_primaires(
    *,
    on: date | None = None,
    compliant: bool | None = None,
    known: float | None = None,
    min_members: int | None = None,
    max_members: int | None = None,
    **facts: Any,
) -> st.SearchStrategy[EquipeDeSoinsPrimaires]:
    """Équipes de soins primaires (CSP, art. L1411-11-1).

    Raises:
        BadArgument: a size, a share or a field that cannot be; ``compliant`` without a day.
    """
    return structures_of(
        EquipeDeSoinsPrimaires,
        facts,
        on=on,
        compliant=compliant,
        known=known,
        min_members=min_members,
        max_members=max_members,
    )


def equipes_de_soins_specialises(
    *,
    on: date | None = None,
    compliant: bool | None = None,
    known: float | None = None,
    min_members: int | None = None,
    max_members: int | None = None,
    **facts: Any,
) -> st.SearchStrategy[EquipeDeSoinsSpecialises]:
    """Équipes de soins spécialisés (CSP, art. L1411-11-1).

    Raises:
        BadArgument: a size, a share or a field that cannot be; ``compliant`` without a day.
    """
    return structures_of(
        EquipeDeSoinsSpecialises,
        facts,
        on=on,
        compliant=compliant,
        known=known,
        min_members=min_members,
        max_members=max_members,
    )


def maisons_de_sante(
    *,
    on: date | None = None,
    compliant: bool | None = None,
    known: float | None = None,
    min_members: int | None = None,
    max_members: int | None = None,
    **facts: Any,
) -> st.SearchStrategy[MaisonDeSante]:
    """Maisons de santé (CSP, art. L6323-3).

    Raises:
        BadArgument: a size, a share or a field that cannot be; ``compliant`` without a day.
    """
    return structures_of(
        MaisonDeSante,
        facts,
        on=on,
        compliant=compliant,
        known=known,
        min_members=min_members,
        max_members=max_members,
    )


def centres_de_sante(
    *,
    on: date | None = None,
    compliant: bool | None = None,
    known: float | None = None,
    min_members: int | None = None,
    max_members: int | None = None,
    **facts: Any,
) -> st.SearchStrategy[CentreDeSante]:
    """Centres de santé (CSP, art. L6323-1).

    Raises:
        BadArgument: a size, a share or a field that cannot be; ``compliant`` without a day.
    """
    return structures_of(
        CentreDeSante,
        facts,
        on=on,
        compliant=compliant,
        known=known,
        min_members=min_members,
        max_members=max_members,
    )


def sisas(
    *,
    on: date | None = None,
    compliant: bool | None = None,
    known: float | None = None,
    min_members: int | None = None,
    max_members: int | None = None,
    **facts: Any,
) -> st.SearchStrategy[SISA]:
    """Sociétés interprofessionnelles de soins ambulatoires (CSP, art. L4041-1).

    Raises:
        BadArgument: a size, a share or a field that cannot be; ``compliant`` without a day.
    """
    return structures_of(
        SISA, facts, on=on, compliant=compliant, known=known, min_members=min_members, max_members=max_members
    )


def structures(
    *,
    on: date | None = None,
    compliant: bool | None = None,
    known: float | None = None,
    min_members: int | None = None,
    max_members: int | None = None,
    **facts: Any,
) -> st.SearchStrategy[
    CPTS | EquipeDeSoinsPrimaires | EquipeDeSoinsSpecialises | MaisonDeSante | CentreDeSante | SISA
]:
    """Structures of any kind: CPTS first. A field given must be one that they all have.

    Raises:
        BadArgument: a size, a share or a field that cannot be; ``compliant`` without a day.
    """
    return st.one_of(
        [
            structures_of(
                kind,
                dict(facts),
                on=on,
                compliant=compliant,
                known=known,
                min_members=min_members,
                max_members=max_members,
            )
            for kind in KINDS
        ]
    )


def structures_of(
    kind: type[S],
    facts: dict[str, Any],
    *,
    on: date | None,
    compliant: bool | None,
    known: float | None,
    min_members: int | None,
    max_members: int | None,
) -> st.SearchStrategy[S]:
    """Structures of a class, as the functions above have it."""
    given = checked(kind, known, facts)
    given.setdefault("id", st.integers(1, 99).map(lambda number: f"{PREFIXES[kind]}-{number}"))
    if compliant is not None:
        if (min_members, max_members) != (None, None):
            problem = "leave them out with compliant: the law says who must be a member"
            raise BadArgument("min_members, max_members", problem)
        return _judged(kind, compliant, on, known, given)
    least = min_members or 0
    most = max(_MOST, least) if max_members is None else max_members
    check_sizes(least, most)

    def tell(teller: Teller) -> S:
        members = {"members": joining(teller, least, most)} if least and "members" not in given else {}
        return teller.make(kind, **given, **members)

    return telling(PLANS, known, tell, on=on, most=most)


def _judged(
    kind: type[S], compliant: bool, on: date | None, known: float | None, given: dict[str, Any]
) -> st.SearchStrategy[S]:
    # What shows how to comply, and how not to, takes every case of the law: only when it is asked for.
    from cpts_model.testing.strategies.compliance import judged

    if on is None:
        raise BadArgument("on", "a structure complies with the law of a day, or does not: say which")
    return judged(kind, compliant, on, known, given)
