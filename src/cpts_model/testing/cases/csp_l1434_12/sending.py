"""Projets as they were sent to the agency and answered by it: what the rules on its silence turn on.

Two months run from the complete file, and four from the validation: legal months, the last day
of which is within. Each function draws facts of one projet, as they stand on a day.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.projets import OppositionGround
from cpts_model.testing.case import Build
from cpts_model.testing.days import days_before, days_between, days_until, not_yet
from cpts_model.testing.telling import with_projet

Facts = dict[str, Any]
Told = Callable[[DrawFn, date], Facts]
"""Facts of a projet, drawn as they stand on a day."""

SCHEME = date(2019, 7, 27)
"""The day from which the article knows of validation and opposition."""
DAY = timedelta(days=1)
STATUTORY = st.sampled_from([OppositionGround.PRS_OBJECTIVES, OppositionGround.TERRITORY])


def months_after(day: date, months: int) -> date:
    """The last day of a delay of months."""
    return day + relativedelta(months=months)


SILENCE = months_after(SCHEME, 2) + DAY
"""The first day on which silence can have validated a projet sent under the article."""
WITHDRAWAL = SCHEME + DAY
"""The first day on which a validation of the eve can have been withdrawn."""
LATE_WITHDRAWAL = months_after(SCHEME, 4) + DAY
"""The first day on which it is too late to withdraw the first of all validations."""


def last_file(months: int, on: date) -> date:
    """The last day on which a file was complete of which the delay is over on a day."""
    day = on - timedelta(days=28 * months)
    while months_after(day, months) >= on:
        day -= DAY
    return day


def first_file(months: int, on: date) -> date:
    """The first day on which a file was complete of which the delay still runs on a day, this being its last maybe."""
    return max(SCHEME, last_file(months, on) + DAY)


def last_day_to_withdraw(received: date) -> date:
    """The end of the four months, where silence decides on the last day of the two months."""
    return months_after(months_after(received, 2), 4)


def last_day_by_the_other_reading(received: date) -> date:
    """The end of the four months, where silence decides on the day after."""
    return months_after(months_after(received, 2) + DAY, 4)


LATE_AFTER_SILENCE = last_day_by_the_other_reading(SCHEME) + DAY
"""The first day on which it is too late to withdraw what silence first validated, however one counts."""


def last_file_of_all(on: date) -> date:
    """The last day on which a file was complete of which no validation can be withdrawn any more on a day."""
    day = last_file(6, on)
    while last_day_by_the_other_reading(day) >= on:
        day -= DAY
    return day


def first_file_of_all(on: date) -> date:
    """The first day on which a file was complete of which the validation can still be withdrawn, however one counts."""
    day = last_file(7, on)
    while last_day_to_withdraw(day) < on:
        day += DAY
    return max(SCHEME, day)


def of_projet(told: Told, **otherwise: Any) -> Build:
    """The CPTS, of whose projet these facts are told, and these in their place."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        return with_projet(**(told(draw, on) | otherwise))(base, draw, on)

    return build


# --- How the file came, and that nothing was answered


def unanswered(draw: DrawFn, received: date) -> Facts:
    """A file complete on a day, sent that day or before, but under the article; the agency says nothing."""
    return {
        "transmitted_on": draw(days_between(min(SCHEME, received), received)),
        "received_complete_on": received,
        "validated_on": not_yet,
        "opposed_on": not_yet,
        "withdrawn_on": not_yet,
    }


def silent(draw: DrawFn, on: date) -> Facts:
    """The two months are over, and nothing was answered."""
    return unanswered(draw, draw(days_between(SCHEME, last_file(2, on))))


def pending(draw: DrawFn, on: date) -> Facts:
    """The two months still run: this may be their last day."""
    return unanswered(draw, draw(days_between(last_file(2, on) + DAY, on)))


def incomplete(draw: DrawFn, on: date) -> Facts:
    """The projet was sent, and the file is not complete: no delay runs."""
    return unanswered(draw, on) | {"transmitted_on": draw(days_until(on)), "received_complete_on": None}


def sent_before(draw: DrawFn, on: date) -> Facts:
    """Sent before the article knew of silence, the two months being over."""
    last = last_file(2, on)
    received = draw(days_between(min(last, SCHEME - DAY), last))
    return unanswered(draw, received) | {"transmitted_on": draw(days_before(min(received, SCHEME)))}


def just_sent(draw: DrawFn, on: date) -> Facts:
    """Sent less than two months ago: whenever the file was complete, the delay cannot be over."""
    sent = draw(days_between(last_file(2, on) + DAY, on))
    return unanswered(draw, sent) | {"transmitted_on": sent, "received_complete_on": UNKNOWN}


# --- Validations, and their withdrawal


def written(draw: DrawFn, on: date) -> Facts:
    """Expressly validated, under the article; what else happened is not told."""
    return {"validated_on": draw(days_between(SCHEME, on)), "withdrawn_on": not_yet}


def written_before(draw: DrawFn, on: date) -> Facts:
    """Expressly validated before the article knew of it; no silence since."""
    return incomplete(draw, on) | {"validated_on": draw(days_before(SCHEME))}


def answered_in_time(draw: DrawFn, on: date) -> Facts:
    """Expressly validated before silence could: within the two months of the complete file."""
    answered = draw(days_between(SCHEME, on))
    received = draw(days_between(first_file(2, answered), answered))
    return unanswered(draw, received) | {"validated_on": answered}


def confirmed(draw: DrawFn, on: date) -> Facts:
    """Expressly validated after silence had."""
    answered = draw(days_between(SILENCE, on))
    return silent(draw, answered) | {"validated_on": answered}


def withdrawn(draw: DrawFn, on: date) -> Facts:
    """Expressly validated, then withdrawn as unlawful within the four months."""
    day = draw(days_between(WITHDRAWAL, on))
    validated = draw(days_between(first_file(4, day), day - DAY))
    return incomplete(draw, on) | _withdrawn(day, validated)


def _withdrawn(day: date, validated: date | None = None) -> Facts:
    return {"validated_on": validated, "withdrawn_on": day, "withdrawn_as_unlawful": True}


def same_day(draw: DrawFn, on: date) -> Facts:
    """Withdrawn and expressly validated on one day: which came after the other is not told."""
    day = draw(days_between(SCHEME, on))
    return incomplete(draw, on) | _withdrawn(day, day)


def silence_withdrawn(draw: DrawFn, on: date) -> Facts:
    """Validated by silence, then withdrawn as unlawful within the four months, however one counts them."""
    day = draw(days_between(SILENCE, on))
    received = draw(days_between(first_file_of_all(day), last_file(2, day)))
    return unanswered(draw, received) | _withdrawn(day)


def withdrawn_late(draw: DrawFn, on: date) -> Facts:
    """Expressly validated, and withdrawn when the four months were over, unlawful or not."""
    day = draw(days_between(LATE_WITHDRAWAL, on))
    told = incomplete(draw, on) | _withdrawn(day, draw(days_between(SCHEME, last_file(4, day))))
    return told | {"withdrawn_as_unlawful": draw(st.booleans())}


def silence_withdrawn_late(draw: DrawFn, on: date) -> Facts:
    """Validated by silence, and withdrawn when the four months were over, however one counts them."""
    day = draw(days_between(LATE_AFTER_SILENCE, on))
    told = unanswered(draw, draw(days_between(SCHEME, last_file_of_all(day)))) | _withdrawn(day)
    return told | {"withdrawn_as_unlawful": draw(st.booleans())}


def withdrawn_between_two_readings(draw: DrawFn, on: date) -> Facts:
    """Validated by silence, and withdrawn when the four months are over by one reading and not by the other.

    Silence decides when the last day of the two months ends: on that day, or on the next.
    """
    received = draw(days_between(SCHEME, last_file_of_all(on)))
    while last_day_to_withdraw(received) == last_day_by_the_other_reading(received):
        received -= DAY
    doubtful = days_between(last_day_to_withdraw(received) + DAY, last_day_by_the_other_reading(received))
    return unanswered(draw, received) | _withdrawn(draw(doubtful))


def nothing_to_withdraw(draw: DrawFn, on: date) -> Facts:
    """Validated by silence, and withdrawn on a day on which it was not validated yet."""
    told = silent(draw, on)
    received = told["received_complete_on"]
    return told | _withdrawn(draw(days_between(received, months_after(received, 2))))


def validated_anew(draw: DrawFn, on: date) -> Facts:
    """Withdrawn, then expressly validated later."""
    told = withdrawn(draw, on - DAY)
    return told | {"validated_on": draw(days_between(told["withdrawn_on"] + DAY, on))}


# --- Oppositions


def _opposition(draw: DrawFn, signed: date, notified: date) -> Facts:
    """On one of the two grounds, and with reasons."""
    return {
        "validated_on": None,
        "opposed_on": signed,
        "opposition_notified_on": notified,
        "opposition_ground": draw(STATUTORY),
        "opposition_reasoned": True,
    }


def _opposed(draw: DrawFn, last: date, on: date) -> Facts:
    """Signed and notified within two months of a file complete on a day, ``last`` at the latest."""
    signed = draw(days_between(SCHEME, min(on, months_after(last, 2))))
    received = draw(days_between(first_file(2, signed), min(signed, last)))
    notified = draw(days_between(signed, min(on, months_after(received, 2))))
    return unanswered(draw, received) | _opposition(draw, signed, notified)


def opposed(draw: DrawFn, on: date) -> Facts:
    """Opposed in time, on one of the two grounds and with reasons; the two months run, or are over since."""
    return _opposed(draw, on, on)


def opposed_when_over(draw: DrawFn, on: date) -> Facts:
    """Opposed in time, on one of the two grounds and with reasons; the two months are over since."""
    return _opposed(draw, last_file(2, on), on)


def opposed_incomplete(draw: DrawFn, on: date) -> Facts:
    """Opposed before the file was ever complete: no delay has run."""
    return opposed(draw, on) | {"received_complete_on": None}


def opposed_just_sent(draw: DrawFn, on: date) -> Facts:
    """Opposed within two months of sending: in time whenever the file was complete."""
    told = opposed(draw, on)
    return told | {"transmitted_on": told["received_complete_on"], "received_complete_on": UNKNOWN}


def opposed_late(draw: DrawFn, on: date) -> Facts:
    """Signed when the two months were over."""
    signed = draw(days_between(SILENCE, on))
    received = draw(days_between(SCHEME, last_file(2, signed)))
    return unanswered(draw, received) | _opposition(draw, signed, signed)


def notified_late(draw: DrawFn, on: date) -> Facts:
    """Signed in time, and notified when the two months were over, or never."""
    told = opposed_when_over(draw, on)
    late = days_between(months_after(told["received_complete_on"], 2) + DAY, on)
    return told | {"opposition_notified_on": draw(st.one_of(late, st.none()))}


def opposed_late_sent_before(draw: DrawFn, on: date) -> Facts:
    """Sent before the article knew of silence, and opposed under the article when two months were over."""
    told = sent_before(draw, on)
    late = max(SCHEME, months_after(told["received_complete_on"], 2) + DAY)
    return told | {"validated_on": None, "opposed_on": draw(days_between(late, on))}


def opposed_before(draw: DrawFn, on: date) -> Facts:
    """Opposed before the article knew of opposition, two months having passed since."""
    received = min(last_file(2, on), SCHEME - 2 * DAY)
    last = min(months_after(received, 2), SCHEME - DAY)
    signed = draw(days_between(received, last))
    return unanswered(draw, received) | _opposition(draw, signed, signed)
