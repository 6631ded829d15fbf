"""What is checked of a rule of one's own."""

from datetime import date

from lilas_statutes import CHARTER

from cpts_model import CPTS, Law, Membership, Outcome, Professional
from cpts_model.testing import Situation, check_law, cpts


def situation(signed: bool, outcome: Outcome) -> Situation:
    """An invented member who has signed, or not, and what the clause makes of it."""
    member = Membership(
        member=Professional(id="agathe"), joined_on=date(2023, 2, 6), left_on=None, partner=False, charter_signed=signed
    )  # fmt: skip
    return Situation(
        subject=CPTS(id="lilas", members=(member,)), on=date(2026, 1, 1), rule=CHARTER.id, outcome=outcome
    )


def test_our_clause_keeps_what_the_engine_relies_on() -> None:
    """Telling more never turns a verdict round, both languages are there, each outcome can be had…"""
    check_law(
        Law((CHARTER,)),
        subjects={CPTS: cpts()},
        max_examples=20,
        cases=[situation(True, Outcome.SATISFIED), situation(False, Outcome.VIOLATED)],
    )
