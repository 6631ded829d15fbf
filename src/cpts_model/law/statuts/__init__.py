"""The statutes of an association: rules made of them, who says no, what they close, how two differ."""

from cpts_model.law.statuts.closings import Closing, Sense, closings
from cpts_model.law.statuts.compare import ClauseDifference, compare_statutes
from cpts_model.law.statuts.refusal import Refusal, WhoSaysNo, who_says_no
from cpts_model.law.statuts.rules import law_with_statutes, statute_rules
from cpts_model.law.statuts.words import Clause, clause_words, clauses

__all__ = [
    "Clause",
    "ClauseDifference",
    "Closing",
    "Refusal",
    "Sense",
    "WhoSaysNo",
    "clause_words",
    "clauses",
    "closings",
    "compare_statutes",
    "law_with_statutes",
    "statute_rules",
    "who_says_no",
]
