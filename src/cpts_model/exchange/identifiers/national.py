"""What the two national identifiers share: a type on a digit, then the number of that type."""

import re
from collections.abc import Callable

import attrs

from cpts_model.engine.text import Text
from cpts_model.exchange.identifiers.errors import BadComponent, BadFormat, BadIdentifier
from cpts_model.exchange.identifiers.kinds import Kind

_CABINET = re.compile(r"[0-9A-Z]{9,14}")


@attrs.frozen(slots=True, kw_only=True)
class IdentifierType:
    """A type of national identifier: its code, its name, and which number follows it.

    ``kind`` is ``None`` where that number has no documented form; ``ended`` is set where no new
    identifier is made of the type.
    """

    code: str
    label: Text
    kind: Kind | None
    ended: bool = False


def cabinet(kind: Kind) -> Callable[..., str]:
    """The check of an ADELI number of a place of practice, of which only a loose shape is known."""

    def validate(number: str, *, strict: bool = True) -> str:
        if _CABINET.fullmatch(number) is None or not number.strip("0"):
            raise BadFormat(
                kind,
                Text(
                    "ce qui suit le type n'est pas un identifiant de cabinet ADELI",
                    "what follows the type is no ADELI number of a place of practice",
                ),
                Text("il en faut 9 à 14 chiffres ou lettres", "it takes 9 to 14 digits or letters"),
            )
        return number

    return validate


def within(kind: Kind, inner: BadIdentifier) -> BadIdentifier:
    """The error of a national identifier for that of the number in it."""
    if inner.kind is kind:
        return inner
    problem = Text(
        f"le {inner.kind.label.fr} qu'il contient : {inner.problem.fr}",
        f"the {inner.kind.label.en} in it: {inner.problem.en}",
    )
    return type(inner)(kind, problem, inner.mend, inner.expected)


def unknown_type(kind: Kind, table: str, mend: Text) -> BadComponent:
    """The error of a first digit that is none of the types read here."""
    problem = Text(
        f"il ne commence par aucun type lu ici ({table})", f"it begins with no type read here ({table})"
    )
    return BadComponent(kind, problem, mend)
