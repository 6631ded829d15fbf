"""The four outcomes of a rule."""

from collections.abc import Iterable
from enum import Enum

from cpts_model.engine.text import Text


class Outcome(Enum):
    """What became of a rule. The first three are settled; telling more never changes them."""

    SATISFIED = "satisfied"
    VIOLATED = "violated"
    NOT_APPLICABLE = "not_applicable"
    UNDETERMINED = "undetermined"

    @property
    def label(self) -> Text:
        """The outcome's name."""
        return _LABELS[self]

    @staticmethod
    def of_all(outcomes: Iterable["Outcome"]) -> "Outcome":
        """The outcome of a rule from those of the parts it was judged on.

        One breach is enough; without any, one part left open leaves the rule open.
        """
        found = set(outcomes)
        return next((outcome for outcome in _PRECEDENCE if outcome in found), Outcome.NOT_APPLICABLE)


_PRECEDENCE = (Outcome.VIOLATED, Outcome.UNDETERMINED, Outcome.SATISFIED)

_LABELS = {
    Outcome.SATISFIED: Text("respecté", "satisfied"),
    Outcome.VIOLATED: Text("non respecté", "violated"),
    Outcome.NOT_APPLICABLE: Text("sans objet", "not applicable"),
    Outcome.UNDETERMINED: Text("indéterminé", "undetermined"),
}
