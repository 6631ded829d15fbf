"""L4041-4, I: the day on which a SISA lost the minimum, read off the dates of its partners."""

from datetime import date, timedelta

from cpts_model.engine.unknown import NotSettled, UnknownFact
from cpts_model.facts.memberships import Membership
from cpts_model.facts.professions import FAMILY_CHANGES
from cpts_model.facts.structures import SISA
from cpts_model.law.csp_l4041.l4041_4 import has_two_medecins_and_one_auxiliaire

FIRST_DAY = date(2011, 8, 12)
"""No SISA is older."""
_DAY = timedelta(days=1)


def minimum_lost_on(sisa: SISA, *, on: date) -> date | None:
    """The first day of the time, still running on the day asked, over which the minimum is not met.

    The departure itself counts, or the death: on that day the partner is one no longer.
    ``None`` where the minimum is met on the day asked.

    Raises:
        NotSettled: the dates of the partners do not tell it, or show no day on which the
            minimum was met.
    """
    if has_two_medecins_and_one_auxiliaire(sisa, on):
        return None
    # Between two of these days, what is known of the partners stays the same.
    for day in sorted({one for one in days_of_change(sisa) if one <= on}, reverse=True):
        if has_two_medecins_and_one_auxiliaire(sisa, day - _DAY):
            return day
    raise UnknownFact


def known_loss(sisa: SISA, on: date) -> date | None:
    """The same day, or ``None`` where the dates of the partners do not tell it."""
    try:
        return minimum_lost_on(sisa, on=on)
    except NotSettled:
        return None


def days_of_change(sisa: SISA) -> set[date]:
    """Every day since there are SISA from which a partner is one, is one no longer, or counts otherwise.

    Raises:
        UnknownFact: the members are unknown.
    """
    told = {day for member in sisa.members for day in _days(member)}
    return {day for day in (*told, *FAMILY_CHANGES) if day > FIRST_DAY}


def _days(member: Membership) -> tuple[date, ...]:
    joined, left = member.joined_on, member.left_on
    days = tuple(day for day in (joined, left) if isinstance(day, date))
    if isinstance(joined, date) and (left is None or isinstance(left, date)):
        return days
    listed = member.listed_on
    if not isinstance(listed, date):
        return days
    # A list proves membership on its day: from the next one it may be known no more.
    return (*days, listed, min(listed, date.max - _DAY) + _DAY)
