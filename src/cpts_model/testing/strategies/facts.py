"""Facts of any class, from its fields."""

from datetime import date
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from cpts_model.facts.typed import Facts
from cpts_model.testing.strategies.arguments import checked
from cpts_model.testing.strategies.belongings import PLANS
from cpts_model.testing.strategies.errors import BadArgument
from cpts_model.testing.strategies.teller import telling

T = TypeVar("T")


def facts_of(
    kind: type[T], *, on: date | None = None, known: float | None = None, **facts: Any
) -> st.SearchStrategy[T]:
    """Facts of a class of the library: no two of them against each other.

    ``on`` is the day around which things happen. ``known`` is the share of facts told, from
    0.0 (what the class cannot do without, and what is asked for) to 1.0 (everything that the
    other facts leave room for); it is drawn when it is not given, and then fewer facts come
    before more. Any field can be given by its name, as a value or as a strategy.

    Raises:
        BadArgument: no class of facts, a share that is none, or a field that the class has not.
    """
    if not (issubclass(kind, Facts) and attrs.has(kind)):
        raise BadArgument("kind", f"{kind.__name__} is no class of facts")
    given = checked(kind, known, facts)
    return telling(PLANS, known, lambda teller: teller.make(kind, **given), on=on)
