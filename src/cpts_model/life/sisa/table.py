"""The transitions of a SISA with regard to its minimum: the table that the code runs and the pictures draw."""

from collections.abc import Callable
from datetime import date

import attrs

from cpts_model.engine.rule import Rule
from cpts_model.engine.text import Text
from cpts_model.facts.structures import SISA
from cpts_model.law.csp_l4041.article import L4041_4
from cpts_model.law.csp_l4041.dissolution import (
    DISSOLUTION,
    DISSOLUTION_2011,
    DISSOLUTION_2021,
    PROLONGATION_DE_DROIT,
    REGULARISATION,
    REGULARISATION_2011,
    is_below_the_minimum,
    unmet_at_all,
)
from cpts_model.law.csp_l4041.l4041_4 import MINIMUM, has_two_medecins_and_one_auxiliaire
from cpts_model.life.basis import Basis
from cpts_model.life.machine import Machine, State, Transition
from cpts_model.life.sisa.clock import days_that_matter
from cpts_model.life.sisa.guards import (
    delay_runs,
    has_begun_below,
    has_no_more_time,
    has_run_out,
    has_run_out_after_the_court,
    has_run_out_after_the_year,
    has_time_to_mend,
    is_before_the_court,
    is_dissolved,
    is_extended,
    is_extended_of_right,
    is_said_to_be_dissolved,
)
from cpts_model.life.sisa.remarks import remarks
from cpts_model.life.sisa.states import (
    ASKED,
    AT_MINIMUM,
    BELOW,
    DISSOLVED,
    EXTENDED_BY_COURT,
    EXTENDED_OF_RIGHT,
    MAY_BE_ASKED,
    NO_PARTNER,
)

Guard = Callable[[SISA, date], bool]

JOINS = Text(
    "deux médecins et un auxiliaire médical sont associés", "two médecins and one auxiliaire médical join"
)
INCOMPLETE = Text("des associés entrent, moins que le minimum", "partners join, fewer than the minimum")
LOST = Text("un départ ou un décès fait perdre le minimum", "a departure or a death loses the minimum")
MET_AGAIN = Text("la condition est remplie de nouveau", "the condition is met again")
AT_ONCE = Text("aussitôt : l'article ne fixe aucun délai", "at once: the article sets no delay")
SIX_MONTHS_OVER = Text(
    "six mois écoulés, et la prolongation s'il y en a une", "six months are over, and the extension if any"
)
THREE_YEARS_OVER = Text(
    "trois ans écoulés, et la prolongation s'il y en a une", "three years are over, and the extension if any"
)
BY_RIGHT = Text(
    "des salariés remplacent les associés manquants", "employees make up for the missing partners"
)
BY_THE_COURT = Text(
    "le tribunal, saisi par tout intéressé ou par la société, prolonge le délai",
    "the court, seised by anyone interested or by the company, extends the delay",
)
TIME_GIVEN = Text(
    "le tribunal accorde six mois au plus pour régulariser", "the court gives up to six months to mend it"
)
TIME_OVER = Text("le temps accordé par le tribunal est écoulé", "the time given by the court is over")
LONGER_DELAY = Text("la loi allonge le délai", "the law makes the delay longer")
REQUEST = Text("un intéressé saisit le tribunal", "somebody interested seises the court")
JUDGMENT = Text("le tribunal prononce la dissolution", "the court pronounces the dissolution")
JUDGED_WHILE_CLOSED = Text(
    "le tribunal dissout la société alors que l'article ne le permettait pas : contestable",
    "the court dissolves the company though the article did not allow it: contestable",
)

DELAYS = ((DISSOLUTION_2021, SIX_MONTHS_OVER), (DISSOLUTION, THREE_YEARS_OVER))
CURES = (REGULARISATION_2011, REGULARISATION)


# What the article says of asking and judging, in all its versions.
ARTICLE = attrs.evolve(DISSOLUTION, cites=L4041_4.cite(), in_force=MINIMUM.in_force)


def _by(rule: Rule, source: State, target: State, when: Text, taken: Guard) -> Transition:
    basis = Basis.of(rule)
    return Transition(
        source=source, target=target, when=when, taken=taken, basis=basis, in_force=rule.in_force
    )


def _cured(source: State) -> tuple[Transition, ...]:
    return tuple(
        _by(rule, source, AT_MINIMUM, MET_AGAIN, has_two_medecins_and_one_auxiliaire) for rule in CURES
    )


def _opened(source: State, taken: Guard) -> tuple[Transition, ...]:
    return tuple(_by(rule, source, MAY_BE_ASKED, when, taken) for rule, when in DELAYS)


def _extended(source: State) -> tuple[Transition, ...]:
    """The year by right comes first: where it is granted, it is what the court had to grant."""
    return (
        _by(PROLONGATION_DE_DROIT, source, EXTENDED_OF_RIGHT, BY_RIGHT, is_extended_of_right),
        _by(PROLONGATION_DE_DROIT, source, EXTENDED_BY_COURT, BY_THE_COURT, is_extended),
    )


def _runs_anew(source: State) -> tuple[Transition, ...]:
    """A newer law, with a longer delay, finds the company below the minimum."""
    return tuple(_by(rule, source, BELOW, LONGER_DELAY, delay_runs) for rule, _ in DELAYS)


def _judged_while_closed(source: State) -> Transition:
    return _by(ARTICLE, source, DISSOLVED, JUDGED_WHILE_CLOSED, is_said_to_be_dissolved)


TRANSITIONS = (
    _by(MINIMUM, NO_PARTNER, AT_MINIMUM, JOINS, has_two_medecins_and_one_auxiliaire),
    _by(MINIMUM, NO_PARTNER, BELOW, INCOMPLETE, has_begun_below),
    _by(MINIMUM, AT_MINIMUM, BELOW, LOST, is_below_the_minimum),
    _judged_while_closed(AT_MINIMUM),
    *_cured(BELOW),
    _by(DISSOLUTION_2011, BELOW, MAY_BE_ASKED, AT_ONCE, unmet_at_all),
    *_opened(BELOW, has_run_out),
    _judged_while_closed(BELOW),
    *_cured(EXTENDED_OF_RIGHT),
    *_runs_anew(EXTENDED_OF_RIGHT),
    *_opened(EXTENDED_OF_RIGHT, has_run_out_after_the_year),
    _judged_while_closed(EXTENDED_OF_RIGHT),
    *_cured(EXTENDED_BY_COURT),
    _by(DISSOLUTION_2011, EXTENDED_BY_COURT, MAY_BE_ASKED, TIME_OVER, has_no_more_time),
    *_runs_anew(EXTENDED_BY_COURT),
    *_opened(EXTENDED_BY_COURT, has_run_out_after_the_court),
    _judged_while_closed(EXTENDED_BY_COURT),
    *_cured(MAY_BE_ASKED),
    *_runs_anew(MAY_BE_ASKED),
    *_extended(MAY_BE_ASKED),
    _by(ARTICLE, MAY_BE_ASKED, ASKED, REQUEST, is_before_the_court),
    *_cured(ASKED),
    _by(DISSOLUTION_2011, ASKED, EXTENDED_BY_COURT, TIME_GIVEN, has_time_to_mend),
    *_extended(ASKED),
    _by(ARTICLE, ASKED, DISSOLVED, JUDGMENT, is_dissolved),
)

SISA_BELOW_MINIMUM = Machine(
    id="sisa",
    title=Text("Minimum d'associés de la SISA", "Minimum of partners of the SISA"),
    initial=NO_PARTNER,
    transitions=TRANSITIONS,
    days=days_that_matter,
    remarks=remarks,
)
"""What becomes of a SISA below its minimum, in the three versions of article L4041-4."""
