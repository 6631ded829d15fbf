"""What the reader of a SISA's state must know besides: from when, until when, who may ask, what looks wrong."""

from collections.abc import Iterator
from datetime import date

from cpts_model.engine.explain import format_day
from cpts_model.engine.rule import Rule
from cpts_model.engine.text import Text
from cpts_model.facts.structures import SISA
from cpts_model.law.csp_l4041.dissolution import (
    DISSOLUTION,
    DISSOLUTION_2011,
    DISSOLUTION_2021,
    PROLONGATION_DE_DROIT,
    REGULARISATION,
    REGULARISATION_2011,
    SIX_MONTHS,
    THREE_YEARS,
    employees_make_up_for_the_missing,
    is_below_the_minimum,
)
from cpts_model.life.basis import Basis
from cpts_model.life.machine import Remark
from cpts_model.life.sisa.clock import DissolutionClock, dissolution_clock, known
from cpts_model.life.sisa.guards import is_open_to_requests

NEVER_ALONE = Text(
    "Passer sous le minimum ne dissout pas la société : il faut une demande et un jugement.",
    "Falling below the minimum does not dissolve the company: it takes a request and a judgment.",
)
CURE = Text(
    "Jusqu'au jugement sur le fond, il suffit de remplir de nouveau la condition : le tribunal ne peut alors plus dissoudre.",
    "Until the judgment on the merits it is enough to meet the condition again: the court may then no longer dissolve.",
)
NOTICE_DISPUTED = Text(
    "Le délai court du départ lui-même ; un commentaire le fait courir du préavis : la question est discutée.",
    "The delay runs from the departure itself; one commentary counts from the notice: that is disputed.",
)
ASKED_TOO_EARLY = Text(
    "La dissolution a été demandée avant que la demande soit ouverte : la société peut l'opposer au tribunal ; consulter un avocat.",
    "Dissolution was asked before the request was open: the company may say so to the court; ask a lawyer.",
)
EXTENDED_TOO_FAR = Text(
    "Le délai donné comme prolongé par le tribunal dépasse la limite de l'article : vérifier la décision.",
    "The delay said to be extended by the court goes beyond the limit of the article: check the decision.",
)
DISSOLVED_AT_MINIMUM = Text(
    "Une dissolution est donnée comme prononcée alors que la société remplissait la condition ce jour-là, ce que le tribunal ne "
    "peut pas faire : vérifier le jugement et les dates des associés.",
    "A dissolution is said to have been pronounced while the company met the condition that day, which the court may not do: "
    "check the judgment and the dates of the partners.",
)


def remarks(sisa: SISA, on: date) -> Iterator[Remark]:
    """What is known of the days that count and of facts that do not fit; nothing of what is unknown."""
    yield from _misfits(sisa, on)
    if not known(lambda: is_below_the_minimum(sisa, on)):
        return
    yield Remark(text=NEVER_ALONE, basis=Basis.of(_dissolution_on(on)))
    yield Remark(text=CURE, basis=Basis.of(REGULARISATION_2011 if on < SIX_MONTHS.change else REGULARISATION))
    clock = known(lambda: dissolution_clock(sisa, on=on))
    if clock is not None:
        yield from _days(sisa, clock, on)


def _dissolution_on(on: date) -> Rule:
    if on < SIX_MONTHS.change:
        return DISSOLUTION_2011
    return DISSOLUTION_2021 if on < THREE_YEARS.change else DISSOLUTION


def _days(sisa: SISA, clock: DissolutionClock, on: date) -> Iterator[Remark]:
    basis = Basis.of(_dissolution_on(on))
    since, opens = clock.below_since, clock.may_be_asked_from
    yield Remark(
        text=Text(
            f"Sous le minimum depuis le {format_day(since, 'fr')}. Sauf prolongation, tout intéressé peut demander la dissolution au "
            f"tribunal à partir du {format_day(opens, 'fr')}.",
            f"Below the minimum since {format_day(since, 'en')}. Unless the delay is extended, anyone interested may ask the court "
            f"for dissolution from {format_day(opens, 'en')}.",
        ),
        basis=basis,
    )
    if clock.extensible_until is None or clock.of_right_until is None:
        return
    yield Remark(text=NOTICE_DISPUTED, basis=basis)
    yield Remark(
        text=Text(
            "Le tribunal, saisi par tout intéressé ou par la société, peut prolonger le délai jusqu'au "
            f"{format_day(clock.extensible_until, 'fr')} au plus tard. Si des salariés remplacent les associés manquants, la prolongation "
            f"est d'un an, de droit : jusqu'au {format_day(clock.of_right_until, 'fr')}.",
            "The court, seised by anyone interested or by the company, may extend the delay until "
            f"{format_day(clock.extensible_until, 'en')} at the latest. If employees make up for the missing partners, the extension is "
            f"of one year, by right: until {format_day(clock.of_right_until, 'en')}.",
        ),
        basis=Basis.of(PROLONGATION_DE_DROIT),
    )
    extended = sisa.delay_extended_until
    if isinstance(extended, date) and _is_too_far(sisa, clock, extended, on):
        yield Remark(text=EXTENDED_TOO_FAR, basis=Basis.of(PROLONGATION_DE_DROIT), warns=True)


def _is_too_far(sisa: SISA, clock: DissolutionClock, extended: date, on: date) -> bool:
    if clock.extensible_until is None or clock.of_right_until is None or extended <= clock.extensible_until:
        return False
    helped = known(lambda: employees_make_up_for_the_missing(sisa, on))
    return extended > clock.of_right_until or helped is False


def _misfits(sisa: SISA, on: date) -> Iterator[Remark]:
    asked, dissolved = sisa.dissolution_requested_on, sisa.dissolved_on
    if isinstance(asked, date) and asked <= on:
        rule = _dissolution_on(asked)
        if asked in rule.in_force and known(lambda: is_open_to_requests(sisa, asked)) is False:
            yield Remark(text=ASKED_TOO_EARLY, basis=Basis.of(rule), warns=True)
    if (
        isinstance(dissolved, date)
        and dissolved <= on
        and known(lambda: is_below_the_minimum(sisa, dissolved)) is False
    ):
        yield Remark(text=DISSOLVED_AT_MINIMUM, basis=Basis.of(REGULARISATION), warns=True)
