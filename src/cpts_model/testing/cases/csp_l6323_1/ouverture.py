"""L6323-1-11: opening a centre de santé, by conformity commitment and agrément."""

from datetime import date, timedelta
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from cpts_model.engine.dates import since
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.testing.case import Build, Case, Within
from cpts_model.testing.cases.csp_l6323_1.activites import CDS, REGIME
from cpts_model.testing.days import days_after, days_before, days_between, days_until, not_yet
from cpts_model.testing.telling import either, either_within, telling, together

DAY = timedelta(days=1)
FIRST_DAY = date(2018, 3, 2)
YEAR_OF_OLDER_CENTRES = REGIME.before(2019, 3, 2)
"""« un an » from the regime on, for the centres open before it."""
YEAR_BY_ONE_SOURCE_ALONE = since(2019, 3, 2).before(2019, 4, 2)
"""The year runs from 2 March 2018, or from 1 April 2018: here it is over by one source and not by the other."""
UNTIL_OVER_BY_BOTH = REGIME.before(2019, 4, 2)
YEAR_OVER = since(2019, 3, 2)
YEAR_OVER_BY_BOTH = since(2019, 4, 2)
REFORM = date(2023, 5, 21)
FILED_BEFORE = date(2023, 11, 21)
SINCE_REFORM = since(2023, 5, 21)
DELAY_RUNS = SINCE_REFORM.before(2023, 11, 21)
"""Existing centres had six months to apply, « avant le 21 novembre 2023 »."""
DELAY_OVER = since(2023, 11, 21)


# --- « Préalablement à l'ouverture du centre […] un engagement de conformité »


def opened_and_handed(when: Any) -> Build:
    """Opened under the regime, the commitment handed in when that opening says: a function of its day, or a value."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        opened = draw(days_between(FIRST_DAY, on))
        return telling(opened_on=st.just(opened), conformity_commitment_on=when)(base, draw, opened)

    return build


OPENED_BEFORE_THE_REGIME = telling(opened_on=days_before(FIRST_DAY))


def older_that_handed(when: Any) -> Build:
    """Open before the regime, and the commitment handed in on such a day."""
    return together(OPENED_BEFORE_THE_REGIME, telling(conformity_commitment_on=when))


def the_same_day(on: date) -> SearchStrategy[date]:
    """That very day."""
    return st.just(on)


NOT_OPEN_YET = telling(opened_on=days_after, conformity_commitment_on=None)
WITHIN_THE_YEAR = days_between(FIRST_DAY, date(2019, 3, 1))
BETWEEN_THE_ENDS = days_between(date(2019, 3, 2), date(2019, 4, 1))
AFTER_THE_YEAR = st.one_of(st.none(), days_after(date(2019, 4, 1)))

ENGAGEMENT_CONFORMITE = Case(
    rule="cds.engagement-conformite",
    in_force=REGIME,
    about=CDS,
    satisfied=either_within(
        (REGIME, opened_and_handed(days_before)),
        (YEAR_OVER, older_that_handed(WITHIN_THE_YEAR)),
    ),
    # Late is late: a commitment that follows the opening does not undo it.
    violated=either_within(
        (REGIME, opened_and_handed(not_yet)),
        (YEAR_OVER_BY_BOTH, older_that_handed(AFTER_THE_YEAR)),
    ),
    undetermined=either_within(
        (REGIME, opened_and_handed(UNKNOWN)),
        (REGIME, opened_and_handed(the_same_day)),
        (REGIME, telling(opened_on=UNKNOWN, conformity_commitment_on=None)),
        (YEAR_OVER, older_that_handed(UNKNOWN)),
        (YEAR_OVER, older_that_handed(BETWEEN_THE_ENDS)),
        (YEAR_BY_ONE_SOURCE_ALONE, older_that_handed(None)),
    ),
    not_applicable=either_within(
        (REGIME, telling(opened_on=None, conformity_commitment_on=None)),
        (REGIME, NOT_OPEN_YET),
        (YEAR_OF_OLDER_CENTRES, older_that_handed(None)),
    ),
)

# --- « Le récépissé de cet engagement […] vaut autorisation de dispenser des soins aux assurés sociaux »

HAS_RECEIPT = telling(conformity_receipt_on=days_until)
NO_RECEIPT = telling(conformity_receipt_on=not_yet)
RECEIPT_UNKNOWN = telling(conformity_receipt_on=UNKNOWN)
OPENED_UNDER_THE_REGIME = opened_and_handed(days_before)

RECEPISSE_2018 = Case(
    rule="cds.recepisse",
    in_force=REGIME.before(2023, 5, 21),
    about=CDS,
    satisfied=together(
        either_within((REGIME, OPENED_UNDER_THE_REGIME), (YEAR_OVER, OPENED_BEFORE_THE_REGIME)), HAS_RECEIPT
    ),
    violated=together(
        either_within(
            (REGIME, OPENED_UNDER_THE_REGIME),
            (REGIME, NOT_OPEN_YET),
            (YEAR_OVER_BY_BOTH, older_that_handed(WITHIN_THE_YEAR)),
        ),
        NO_RECEIPT,
    ),
    undetermined=either_within(
        (REGIME, together(OPENED_UNDER_THE_REGIME, RECEIPT_UNKNOWN)),
        (UNTIL_OVER_BY_BOTH, together(telling(opened_on=UNKNOWN), NO_RECEIPT)),
        (YEAR_BY_ONE_SOURCE_ALONE, together(OPENED_BEFORE_THE_REGIME, NO_RECEIPT)),
    ),
    not_applicable=Within(
        days=YEAR_OF_OLDER_CENTRES,
        build=together(OPENED_BEFORE_THE_REGIME, NO_RECEIPT),
        why=Text(
            "seuls les centres déjà ouverts ne sont pas concernés, et pendant un an seulement",
            "only centres open already are not concerned, and for one year only",
        ),
    ),
)

# « [L'agrément] vaut autorisation » itself since 2023, of those activities: of the others it is not said.

RECEPISSE = Case(
    rule="cds.recepisse",
    in_force=SINCE_REFORM,
    about=CDS,
    satisfied=HAS_RECEIPT,
    violated=together(
        NO_RECEIPT,
        either(telling(agrement_activity=False), together(NOT_OPEN_YET, telling(agrement_on=not_yet))),
    ),
    undetermined=either(
        together(RECEIPT_UNKNOWN, telling(agrement_activity=False)),
        together(NO_RECEIPT, telling(agrement_activity=True, agrement_on=days_until)),
        together(NO_RECEIPT, telling(agrement_activity=True, agrement_on=UNKNOWN)),
        together(NO_RECEIPT, telling(agrement_activity=UNKNOWN, agrement_on=days_until)),
    ),
)

# --- « soumis, pour leurs seules activités dentaires, à l'agrément du directeur général »; ophtalmologiques, orthoptiques

OPENINGS = st.sampled_from([REFORM - DAY, date(2019, 9, 1)])
"""The opening of a centre that the reform found open."""


def _opened(base: Any, on: date) -> Any:
    """Opened that day, the commitment handed in on the eve."""
    return attrs.evolve(base, opened_on=on, conformity_commitment_on=on - DAY)


def of_new_activities(base: Any, draw: DrawFn, on: date) -> Any:
    """Activities begun since the reform: with the centre, or in one that was open before."""
    begun = draw(days_between(REFORM, on))
    opened = draw(st.one_of(st.just(begun), OPENINGS))
    return attrs.evolve(_opened(base, opened), agrement_activity=True, agrement_activity_since=begun)


def of_older_activities(base: Any, draw: DrawFn, on: date) -> Any:
    """Activities that the reform found carried on."""
    opened = draw(OPENINGS)
    begun = draw(st.sampled_from([opened, REFORM - DAY]))
    return attrs.evolve(_opened(base, opened), agrement_activity=True, agrement_activity_since=begun)


HAS_AGREMENT = telling(agrement_on=days_until)
NO_AGREMENT = telling(agrement_on=not_yet)
APPLIED_IN_TIME = telling(agrement_filed_on=days_between(REFORM, FILED_BEFORE - DAY))
APPLIED_LATE_OR_NEVER = telling(agrement_filed_on=st.sampled_from([None, FILED_BEFORE, date(2024, 3, 1)]))
WHATEVER_WAS_APPLIED = either(APPLIED_LATE_OR_NEVER, APPLIED_IN_TIME)
NEW_THAT_NEVER_APPLIED = together(of_new_activities, NO_AGREMENT, telling(agrement_filed_on=None))
OLDER_THAT_APPLIED_IN_TIME = together(of_older_activities, NO_AGREMENT, APPLIED_IN_TIME)

AGREMENT = Case(
    rule="cds.agrement",
    in_force=SINCE_REFORM,
    about=CDS,
    satisfied=together(
        either_within((SINCE_REFORM, of_new_activities), (DELAY_OVER, of_older_activities)), HAS_AGREMENT
    ),
    violated=together(
        either_within(
            # A new activity waits for its agrément, applied for or not.
            (SINCE_REFORM, together(of_new_activities, WHATEVER_WAS_APPLIED)),
            (DELAY_OVER, together(of_older_activities, APPLIED_LATE_OR_NEVER)),
        ),
        NO_AGREMENT,
    ),
    undetermined=either_within(
        (SINCE_REFORM, together(of_new_activities, telling(agrement_on=UNKNOWN, agrement_filed_on=None))),
        (SINCE_REFORM, together(NEW_THAT_NEVER_APPLIED, telling(agrement_activity=UNKNOWN))),
        (SINCE_REFORM, together(NEW_THAT_NEVER_APPLIED, telling(opened_on=UNKNOWN))),
        (SINCE_REFORM, together(OLDER_THAT_APPLIED_IN_TIME, telling(agrement_activity_since=UNKNOWN))),
        (DELAY_OVER, together(of_older_activities, NO_AGREMENT, telling(agrement_filed_on=UNKNOWN))),
        # What holds of those who applied in time and wait was not found.
        (DELAY_OVER, OLDER_THAT_APPLIED_IN_TIME),
    ),
    not_applicable=either_within(
        (SINCE_REFORM, telling(agrement_activity=False)),
        (SINCE_REFORM, together(NEW_THAT_NEVER_APPLIED, telling(opened_on=None))),
        (SINCE_REFORM, together(NEW_THAT_NEVER_APPLIED, telling(opened_on=days_after))),
        (DELAY_RUNS, together(of_older_activities, NO_AGREMENT, WHATEVER_WAS_APPLIED)),
    ),
)

CASES = (ENGAGEMENT_CONFORMITE, RECEPISSE_2018, RECEPISSE, AGREMENT)
