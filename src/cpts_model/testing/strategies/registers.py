"""Registers: several structures, and people who belong to more than one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from hypothesis import strategies as st

from cpts_model.register.register import Register
from cpts_model.testing.strategies.arguments import check_sizes, checked
from cpts_model.testing.strategies.errors import BadArgument
from cpts_model.testing.strategies.structure_plans import KINDS, PLANS
from cpts_model.testing.strategies.teller import Teller, telling


def registers(
    *,
    min_structures: int = 0,
    max_structures: int = 4,
    kinds: Sequence[type[Any]] = KINDS,
    on: date | None = None,
    known: float | None = None,
    max_members: int = 4,
) -> st.SearchStrategy[Register]:
    """Registers of structures of some kinds. One id is one person, told alike wherever they belong.

    ``on``, ``known`` and ``max_members`` as for a structure: the share of facts told is the
    same all over the register.

    Raises:
        BadArgument: sizes or a share that cannot be, or no kind at all.
    """
    check_sizes(min_structures, max_structures, "structures")
    check_sizes(0, max_members)
    if not kinds:
        raise BadArgument("kinds", "name one kind of structure at least")
    for kind in kinds:
        checked(kind, known, {})

    def tell(teller: Teller) -> Register:
        return Register(
            teller.listed(
                lambda: teller.make(teller.any_of(tuple(kinds))),
                least=min_structures,
                most=max_structures,
            )
        )

    return telling(PLANS, known, tell, on=on, most=max_members)
