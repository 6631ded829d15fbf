"""What the transitions of a SISA ask of a day: the functions of the law, and nothing besides."""

from datetime import date

from cpts_model.engine.unknown import OpenQuestion, any_of, both, either
from cpts_model.facts.memberships import Membership
from cpts_model.facts.structures import SISA
from cpts_model.law.csp_l4041.dissolution import (
    ONE_MORE_YEAR,
    delay_is_over,
    is_below_the_minimum,
    is_extended_by_the_court,
    year_by_right_runs,
)


def has_begun_below(sisa: SISA, on: date) -> bool:
    """Somebody is a partner, or was one; and the company is below the minimum."""
    return both(
        lambda: is_below_the_minimum(sisa, on),
        lambda: any_of(sisa.members, lambda member: _has_been_partner(member, on)),
    )


def _has_been_partner(member: Membership, on: date) -> bool:
    return both(
        lambda: member.associe,
        lambda: either(
            lambda: member.joined_on <= on,
            lambda: member.left_on is not None and member.left_on <= on,
            lambda: member.running_on(on),
        ),
    )


def delay_runs(sisa: SISA, on: date) -> bool:
    """The company is below the minimum, and the delay of the day's law is not over."""
    return both(lambda: is_below_the_minimum(sisa, on), lambda: not delay_is_over(sisa, on))


def is_extended_of_right(sisa: SISA, on: date) -> bool:
    """The year that employees open by right is running.

    Raises:
        OpenQuestion: no decision of the court is told: whether it runs without one is not settled.
    """

    def granted() -> bool:
        if is_extended_by_the_court(sisa, on):
            return True
        raise OpenQuestion(ONE_MORE_YEAR)

    return both(lambda: is_below_the_minimum(sisa, on), lambda: year_by_right_runs(sisa, on), granted)


def is_extended(sisa: SISA, on: date) -> bool:
    """The delay is over, and the court has extended it up to this day or a later one."""
    return both(lambda: has_run_out(sisa, on), lambda: is_extended_by_the_court(sisa, on))


def has_time_to_mend(sisa: SISA, on: date) -> bool:
    """Before 14 May 2021: the court, asked to dissolve, has given time, and it is not over."""
    return both(lambda: is_below_the_minimum(sisa, on), lambda: is_extended_by_the_court(sisa, on))


def has_no_more_time(sisa: SISA, on: date) -> bool:
    """The time that the court had given is over, and the company is still below the minimum."""
    return both(lambda: is_below_the_minimum(sisa, on), lambda: not is_extended_by_the_court(sisa, on))


def has_run_out(sisa: SISA, on: date) -> bool:
    """The company is below the minimum, and the delay of the day's law is over."""
    return both(lambda: is_below_the_minimum(sisa, on), lambda: delay_is_over(sisa, on))


def has_run_out_after_the_court(sisa: SISA, on: date) -> bool:
    """The delay is over, and the extension that the court gave is over too."""
    return both(lambda: has_run_out(sisa, on), lambda: not is_extended_by_the_court(sisa, on))


def has_run_out_after_the_year(sisa: SISA, on: date) -> bool:
    """The delay is over, and the year by right no longer runs. Raises as ``is_extended_of_right`` does."""
    return both(lambda: has_run_out(sisa, on), lambda: not is_extended_of_right(sisa, on))


def is_dissolved(sisa: SISA, on: date) -> bool:
    """A judgment that dissolves the company is told, of this day or an earlier one."""
    return sisa.dissolved_on is not None and sisa.dissolved_on <= on


def is_before_the_court(sisa: SISA, on: date) -> bool:
    """Somebody has asked the court; a judgment shows that somebody did."""
    asked = sisa.dissolution_requested_on
    return asked is not None and either(lambda: asked <= on, lambda: is_dissolved(sisa, on))
