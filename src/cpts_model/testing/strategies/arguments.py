"""What is common to the arguments of every strategy of facts."""

from typing import Any

import attrs

from cpts_model.engine.errors import did_you_mean, nearest_names
from cpts_model.testing.strategies.errors import BadArgument


def checked(kind: type[Any], known: float | None, facts: dict[str, Any]) -> dict[str, Any]:
    """The fields that are asked for, if there are such fields and such a share.

    Raises:
        BadArgument: a share that is none, or a field that the class has not.
    """
    if known is not None and not 0 <= known <= 1:
        raise BadArgument(
            "known", f"{known} is no share: write a number from 0 (nothing told) to 1 (everything)"
        )
    names = [field.name for field in attrs.fields(kind)]
    for name in facts:
        if name not in names:
            meant = did_you_mean(nearest_names(name, names))
            raise BadArgument(name, f"{kind.__name__} has no such field{meant}")
    return facts


def check_sizes(least: int, most: int, what: str = "members") -> None:
    """Refuse sizes that cannot be.

    Raises:
        BadArgument: a negative one, or a least that is more than the most.
    """
    if least < 0:
        raise BadArgument(f"min_{what}", f"{least} is less than none")
    if most < least:
        raise BadArgument(f"max_{what}", f"{most} is less than min_{what}={least}")
