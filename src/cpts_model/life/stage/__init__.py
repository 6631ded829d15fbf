"""The stage of a CPTS as people write it, read without a guess, and counted."""

from cpts_model.life.stage.dates import Precision, ReadDate
from cpts_model.life.stage.reading import LONGEST_TEXT, StageReading, StageWord, stage_of
from cpts_model.life.stage.tally import StageTally, tally

__all__ = [
    "LONGEST_TEXT",
    "Precision",
    "ReadDate",
    "StageReading",
    "StageTally",
    "StageWord",
    "stage_of",
    "tally",
]
