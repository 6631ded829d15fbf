"""A deadline: a day by which somebody must act, or on which the law itself changes something."""

from datetime import date
from enum import Enum

import attrs

from cpts_model.engine.observe import Fact
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.life.basis import Basis


class DeadlineKind(Enum):
    """What happens on the day of a deadline."""

    OBLIGATION = "obligation"
    """The last day to act."""
    EFFECT = "effect"
    """The first day of something that follows by itself."""
    RIGHT = "right"
    """The first day on which somebody may do something."""
    END = "end"
    """The last day of something."""

    @property
    def label(self) -> Text:
        """What the kind is called."""
        return _KINDS[self]

    @property
    def begins(self) -> bool:
        """Whether something begins on the day, rather than ends with it."""
        return self in (DeadlineKind.EFFECT, DeadlineKind.RIGHT)


_KINDS = {
    DeadlineKind.OBLIGATION: Text("à faire au plus tard", "to do at the latest"),
    DeadlineKind.EFFECT: Text("effet", "effect"),
    DeadlineKind.RIGHT: Text("droit ouvert", "right opens"),
    DeadlineKind.END: Text("terme", "end"),
}


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Deadline:
    """A dated obligation, effect or right of one structure, with the text it comes from."""

    subject_id: str
    key: str
    """What tells it from the structure's other deadlines, the same whatever other facts become:
    ``aci-cpts.mission-demarree/parcours``."""
    day: date | Unknown
    """UNKNOWN where the day it is counted from is not told."""
    kind: DeadlineKind
    title: Text
    basis: Basis
    who: Text | None = None
    """Who must act, or may, when it is not the structure."""
    done: bool | Unknown = UNKNOWN
    """Of an obligation: whether it was acted on, as far as is told, in time or late. UNKNOWN where nobody told."""
    done_asks: tuple[Fact, ...] = ()
    """The facts nobody has told that would say whether it was met."""
    done_reason: Text | None = None
    """Why the texts leave open whether it was met."""
    depends_on: tuple[Fact, ...] = ()
    """The facts nobody has told on which the day, or there being a deadline at all, depends."""
    reason: Text | None = None
    """Why the texts leave it open, where it is not for want of a fact."""
    provided: Text | None = None
    """What must not happen before the day for it to come about."""
    note: Text | None = None

    def __repr__(self) -> str:
        return f"<Deadline {self.uid}: {self.kind.value} on {self.day}>"

    @property
    def certain(self) -> bool:
        """Whether the day follows from what is told and from a text that settles it."""
        return not isinstance(self.day, Unknown) and not self.depends_on and self.reason is None

    @property
    def uid(self) -> str:
        """A name for it that does not change when its day does, so that a calendar can update it."""
        return f"{self.subject_id}/{self.key}"
