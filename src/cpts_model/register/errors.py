"""What a register refuses to be asked."""

from collections.abc import Iterable
from datetime import date, datetime

from cpts_model.engine.errors import CptsModelError, did_you_mean, shortened
from cpts_model.engine.text import Text


class UnknownStructure(CptsModelError, LookupError):
    """The register holds no structure of this id."""

    def __init__(self, structure_id: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(structure_id, nearest)
        self.structure_id = structure_id
        self.nearest = nearest

    def __str__(self) -> str:
        return f"the register holds no structure {shortened(self.structure_id)}{did_you_mean(self.nearest)}"


class UnknownMember(CptsModelError, LookupError):
    """Nobody of this id was ever told to be a member of the structure."""

    def __init__(
        self, member_id: str, structure_id: str | None, nearest: tuple[str, ...] = (), list_told: bool = True
    ) -> None:
        super().__init__(member_id, structure_id, nearest, list_told)
        self.member_id = member_id
        self.structure_id = structure_id
        """The structure that was asked; ``None`` for all those of the register."""
        self.nearest = nearest
        self.list_told = list_told
        """Whether the members of the structure are told: where they are not, it may be one of them."""

    def __str__(self) -> str:
        if not self.list_told:
            return (
                f"the members of {self.structure_id!r} are not told, "
                f"and so not whether {shortened(self.member_id)} is one: tell them first"
            )
        where = "the register" if self.structure_id is None else repr(self.structure_id)
        return (
            f"nobody called {shortened(self.member_id)} was ever a member of {where}"
            f"{did_you_mean(self.nearest)}"
        )


def check_day(on: object) -> None:
    """Refuse what is no plain day.

    Raises:
        TypeError: it is text, a moment of a day, or nothing.
    """
    if not isinstance(on, date) or isinstance(on, datetime):
        raise TypeError(f"on= takes a datetime.date, not {on!r}")


def no_structure(told: object) -> Text:
    """What is said of what stands where a structure belongs."""
    return Text(
        f"{shortened(told)} n'est pas une structure : écrire CPTS(…), MaisonDeSante(…), SISA(…)…",
        f"{shortened(told)} is no structure: write CPTS(…), MaisonDeSante(…), SISA(…)…",
    )


def told_before(structure_id: str, place: int) -> Text:
    """What is said of a structure whose id another one has, at an earlier place."""
    return Text(
        f"{structure_id!r} est déjà structures[{place}]", f"{structure_id!r} is structures[{place}] already"
    )


def several_ids(ids: Iterable[str]) -> tuple[str, ...]:
    """Ids, and not the letters of one.

    Raises:
        TypeError: one id stands for the collection of them.
    """
    if isinstance(ids, str):
        raise TypeError(f"several ids are asked for: write [{ids!r}]")
    return tuple(ids)
