"""The general assembly: who votes that day, whether the quorum is reached, what a ballot weighs.

Nothing here has a default: a clause of the statutes that was not read leaves the answer open.
"""

from cpts_model.register.assembly.electors import Elector, Electorate, electors
from cpts_model.register.assembly.quorum import QuorumAnswer, QuorumStep, quorum, quorum_table
from cpts_model.register.assembly.tally import Line, Tally, tally
from cpts_model.register.assembly.weights import Weights, weights
from cpts_model.register.assembly.words import NotCounted, Question
from cpts_model.register.names import sorted_as_people

__all__ = [
    "Elector",
    "Electorate",
    "Line",
    "NotCounted",
    "Question",
    "QuorumAnswer",
    "QuorumStep",
    "Tally",
    "Weights",
    "electors",
    "quorum",
    "quorum_table",
    "sorted_as_people",
    "tally",
    "weights",
]
