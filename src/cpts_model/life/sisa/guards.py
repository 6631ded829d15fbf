"""What the transitions of a SISA ask of a day: the functions of the law, and nothing besides."""

from datetime import date

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import NotSettled, OpenQuestion, Unknown, any_of, both, either
from cpts_model.facts.memberships import Membership
from cpts_model.facts.structures import SISA
from cpts_model.law.csp_l4041.dissolution import (
    ONE_MORE_YEAR,
    SIX_MONTHS,
    below_since,
    delay_is_over,
    is_below_the_minimum,
    is_extended_by_the_court,
    year_by_right_runs,
)

ASKED_WHILE_CLOSED = Text(
    "la dissolution a été demandée un jour où la demande n'était pas ouverte, ou pour une période antérieure sous le minimum : rien ne dit "
    "si le tribunal est encore saisi ; consulter un avocat",
    "dissolution was asked on a day on which the request was not open, or for an earlier time below the minimum: nothing tells whether "
    "the court is still seised; ask a lawyer",
)
JUDGED_WHILE_CLOSED = Text(
    "une dissolution est donnée comme prononcée un jour où l'article ne le permettait pas (condition remplie, ou délai en cours) : vérifier "
    "le jugement et les dates des associés ; consulter un avocat",
    "a dissolution is said to have been pronounced on a day on which the article did not allow it (condition met, or delay running): check "
    "the judgment and the dates of the partners; ask a lawyer",
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


def is_open_to_requests(sisa: SISA, on: date) -> bool:
    """Dissolution may be asked on a day, whatever extension the court has given since."""
    return (is_below_the_minimum if on < SIX_MONTHS.change else has_run_out)(sisa, on)


def is_dissolved(sisa: SISA, on: date) -> bool:
    """A judgment that dissolves the company is told, of this day or an earlier one.

    Raises:
        NotSettled: the day is unknown, or one on which the article did not allow it.
    """
    dissolved = sisa.dissolved_on
    if dissolved is None or dissolved > on:
        return False
    assert isinstance(dissolved, date)
    if _surely_closed(sisa, dissolved):
        raise OpenQuestion(JUDGED_WHILE_CLOSED)
    return True


def _surely_closed(sisa: SISA, on: date) -> bool:
    # Where the article leaves it open, a court that dissolved the company has settled it.
    try:
        return not is_open_to_requests(sisa, on)
    except NotSettled:
        return False


def is_said_to_be_dissolved(sisa: SISA, on: date) -> bool:
    """A judgment is told, of a company that the article did not allow to be dissolved.

    Of a judgment that nobody told nothing is asked: there should be none.

    Raises:
        OpenQuestion: one is told. It is not void of itself.
    """
    dissolved = sisa.dissolved_on
    if isinstance(dissolved, date) and dissolved <= on:
        raise OpenQuestion(JUDGED_WHILE_CLOSED)
    return False


def is_before_the_court(sisa: SISA, on: date) -> bool:
    """Somebody has asked the court; a judgment shows that somebody did.

    Raises:
        NotSettled: a fact is unknown, or the request was made while it was not open.
    """
    asked = sisa.dissolution_requested_on
    return asked is not None and either(
        lambda: _was_asked_while_open(sisa, asked, on), lambda: is_dissolved(sisa, on)
    )


def _was_asked_while_open(sisa: SISA, asked: date | Unknown, on: date) -> bool:
    if asked > on:
        return False
    assert isinstance(asked, date)
    if below_since(sisa, on) <= asked and is_open_to_requests(sisa, asked):
        return True
    raise OpenQuestion(ASKED_WHILE_CLOSED)
