"""How many CPTS stand at each stage, by what was read of them."""

from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from cpts_model.engine.text import Lang, Text
from cpts_model.facts.stages import Stage
from cpts_model.life.stage.reading import StageReading

_UNDETERMINED = Text("indéterminé", "undetermined")
_TOTAL = Text("total", "total")
_SEPARATOR = {"fr": " : ", "en": ": "}


@attrs.frozen(slots=True, kw_only=True)
class StageTally:
    """A count by stage: the stages and the undetermined readings add up to the total."""

    by_stage: tuple[tuple[Stage, int], ...]
    """Every stage, in the order of the line of life, and how many stand at it."""
    undetermined: tuple[StageReading, ...]
    """The readings that name no stage, in the order in which they were given."""

    @property
    def total(self) -> int:
        """How many were read."""
        return sum(number for _, number in self.by_stage) + len(self.undetermined)

    def of(self, stage: Stage) -> int:
        """How many stand at a stage for sure."""
        return dict(self.by_stage)[stage]

    def at_most(self, stage: Stage) -> int:
        """How many may stand at a stage: for sure, or by an undetermined reading that has it among its candidates.

        A reading that means nothing may stand for any stage.
        """
        may_be = (stage in reading.candidates or not reading.candidates for reading in self.undetermined)
        return self.of(stage) + sum(may_be)

    def lines(self, lang: Lang) -> Iterator[str]:
        """The count, a stage a line; the stages at which nobody stands are left out."""
        colon = _SEPARATOR[lang]
        for stage, number in self.by_stage:
            if number:
                yield f"{stage.label.to(lang)}{colon}{number}"
        if self.undetermined:
            yield f"{_UNDETERMINED.to(lang)}{colon}{len(self.undetermined)}"
        wordings = Counter(reading.text.strip() for reading in self.undetermined)
        for wording, number in wordings.items():
            yield f"  « {wording} »{colon}{number}"
        yield f"{_TOTAL.to(lang)}{colon}{self.total}"


def tally(readings: Iterable[StageReading]) -> StageTally:
    """Counts readings by stage; those that name none are kept apart, and shown."""
    every = tuple(readings)
    counted = Counter(reading.stage for reading in every)
    return StageTally(
        by_stage=tuple((stage, counted[stage]) for stage in Stage),
        undetermined=tuple(reading for reading in every if not reading.settled),
    )
