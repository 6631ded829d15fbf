"""The dates of a SISA: below its minimum, without a gérant, its statutes, its registration with the Order."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

import attrs

from cpts_model.engine.dates import add_months
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown, UnknownFact, both
from cpts_model.facts.structures import SISA
from cpts_model.law.code_civil_sisa.gerance import GERANCE, MONTHS_WITHOUT_GERANT
from cpts_model.law.csp_l4041.dissolution import (
    DELAY_SINCE,
    DISSOLUTION,
    LONGER_SINCE,
    MONTHS_BY_RIGHT,
    MONTHS_OF_2021,
    MONTHS_OF_2023,
    is_below_the_minimum,
    year_by_right_runs,
)
from cpts_model.law.csp_l4041.l4041_7 import (
    MONTHS_BEFORE_REGISTRATION,
    STATUTS_TRANSMIS,
)
from cpts_model.law.csp_l4041.minimum import known_loss
from cpts_model.law.decret_2023_617 import (
    IN_FORCE,
    INSCRIPTION,
    employs_a_profession_with_an_ordre,
    is_registered_before_employing,
)
from cpts_model.life.deadlines.deadline import DeadlineKind
from cpts_model.life.deadlines.delay import Delay, day_before

# --- Below the minimum: the day from which anyone interested may ask for dissolution


def _below_since(sisa: SISA) -> date | None | Unknown:
    """The day told or, where nobody told it, that of the latest loss by the dates of the partners."""
    below = sisa.below_minimum_since
    if not isinstance(below, Unknown):
        return below
    lost = known_loss(sisa, date.max)
    return below if lost is None else lost


def _is_below(sisa: SISA) -> bool:
    """Told to be below the minimum or, where nobody told it, left so by its partners."""
    below = sisa.below_minimum_since
    return isinstance(below, date) or is_below_the_minimum(sisa, date.max)


def _since_the_change(change: date, sisa: SISA) -> date | None:
    """The day the delay changed, of a company that was below already."""
    below = _below_since(sisa)
    return change if below is not None and below < change else None


_MAY_BE_ASKED = Text(
    "Tout intéressé peut demander au tribunal la dissolution de la société, restée sous le minimum de deux médecins et un auxiliaire "
    "médical.",
    "Anyone interested may ask the court to dissolve the company, still below the minimum of two médecins and one auxiliaire médical.",
)
_MAY_BE_ASKED_A_YEAR_LATER = Text(
    f"{_MAY_BE_ASKED.fr[:-1]}, au terme de la prolongation d'un an que des salariés ouvrent de droit.",
    f"{_MAY_BE_ASKED.en[:-1]}, at the end of the extension of one year that employees open by right.",
)
_UNLESS_CURED = Text(
    "si la société n'est pas revenue au minimum ; la dissolution n'est jamais automatique",
    "if the company has not come back to the minimum; dissolution is never automatic",
)


def _dissolution() -> Iterator[Delay]:
    """One delay for each reading of the article: its rule says which of them open the right, and which leave it open."""
    lengths = (
        ("six-mois", MONTHS_OF_2021, DELAY_SINCE),
        ("trois-ans", MONTHS_OF_2023, LONGER_SINCE),
    )
    for name, months, change in lengths:
        for when, start in (
            ("", _below_since),
            ("-depuis-le-changement", partial(_since_the_change, change)),
        ):
            of_the_length = Delay(
                key=f"{DISSOLUTION.id}/{name}{when}",
                rule=DISSOLUTION.id,
                starts=start,
                months=months,
                kind=DeadlineKind.RIGHT,
                concerns=_is_below,
                title=_MAY_BE_ASKED,
                provided=_UNLESS_CURED,
                note=DISSOLUTION.note,
            )
            yield of_the_length
            yield attrs.evolve(
                of_the_length,
                key=f"{of_the_length.key}-et-un-an",
                title=_MAY_BE_ASKED_A_YEAR_LATER,
                months=months + MONTHS_BY_RIGHT,
                concerns=partial(_employees_open_a_year, start, months + MONTHS_BY_RIGHT),
            )


def _employees_open_a_year(starts: Callable[[SISA], date | None | Unknown], months: int, sisa: SISA) -> bool:
    """Employees still make up for the missing partners on the last day of the year that they open by right."""
    if not _is_below(sisa):
        return False
    start = starts(sisa)
    if isinstance(start, Unknown):
        raise UnknownFact
    return start is not None and year_by_right_runs(sisa, add_months(start, months))


def _extended_until(sisa: SISA) -> date | None:
    """The last day of the extension, where one is told."""
    until = sisa.delay_extended_until
    return until if isinstance(until, date) else None


def _still_below_then(sisa: SISA) -> bool:
    until = _extended_until(sisa)
    return until is not None and is_below_the_minimum(sisa, until)


_OF_THE_MINIMUM = (
    *_dissolution(),
    Delay(
        key=f"{DISSOLUTION.id}/apres-prolongation",
        rule=DISSOLUTION.id,
        starts=_extended_until,
        months=0,
        kind=DeadlineKind.RIGHT,
        title=_MAY_BE_ASKED,
        provided=_UNLESS_CURED,
        note=DISSOLUTION.note,
    ),
    Delay(
        key="sisa.prolongation-du-tribunal",
        rule=DISSOLUTION.id,
        starts=_extended_until,
        kind=DeadlineKind.END,
        concerns=_still_below_then,
        title=Text(
            "Dernier jour du délai, prolongé par le tribunal, pour revenir au minimum d'associés.",
            "Last day of the delay, extended by the court, to come back to the minimum of partners.",
        ),
    ),
)

# --- A year without a gérant

_WITHOUT_GERANT = Delay(
    key=GERANCE.id,
    rule=GERANCE.id,
    starts=lambda sisa: sisa.without_gerant_since,
    months=MONTHS_WITHOUT_GERANT,
    kind=DeadlineKind.RIGHT,
    title=Text(
        "Tout intéressé peut demander au tribunal la dissolution anticipée de la société, dépourvue de gérant depuis plus d'un an.",
        "Anyone interested may ask the court to dissolve the company, without a gérant for over a year.",
    ),
    provided=Text("si aucun gérant n'est nommé d'ici là", "if no gérant is appointed by then"),
)

# --- The statutes, sent a month before the company is registered


def last_day_to_send(registered: date) -> date:
    """The last day whose month is over by a registration: of several such days, at the end of a month, the latest."""
    day = add_months(registered, -MONTHS_BEFORE_REGISTRATION)
    # A month counted from the 28th to the 31st of January ends on one day, the 28th of February.
    later = (day + timedelta(days=ahead) for ahead in range(1, 4))
    over = (
        one
        for one in later
        if one.month == day.month and add_months(one, MONTHS_BEFORE_REGISTRATION) <= registered
    )
    return max(over, default=day)


def _sent_a_month_ahead(sisa: SISA) -> date | None | Unknown:
    registered = sisa.registered_on
    return last_day_to_send(registered) if isinstance(registered, date) else registered


def _month_after_sending(sisa: SISA) -> date | None | Unknown:
    sent = sisa.statutes_sent_on
    return add_months(sent, MONTHS_BEFORE_REGISTRATION) if isinstance(sent, date) else sent


def _is_not_registered(sisa: SISA) -> bool:
    if isinstance(sisa.registered_on, Unknown):
        raise UnknownFact
    return sisa.registered_on is None


def _statutes_were_sent(sisa: SISA) -> bool:
    sent, registered = sisa.statutes_sent_on, sisa.registered_on
    if isinstance(sent, Unknown) or not isinstance(registered, date):
        raise UnknownFact
    return sent is not None and sent <= registered


_OF_THE_STATUTES = (
    Delay(
        key=STATUTS_TRANSMIS.id,
        rule=STATUTS_TRANSMIS.id,
        starts=_sent_a_month_ahead,
        kind=DeadlineKind.OBLIGATION,
        done=_statutes_were_sent,
        turns=False,
        title=Text(
            "Dernier jour pour transmettre les statuts aux ordres des associés et à l'agence régionale de santé avant "
            "l'immatriculation.",
            "Last day to send the statutes to the ordres of the partners and to the ARS ahead of registration.",
        ),
    ),
    Delay(
        key="sisa.immatriculation",
        rule=STATUTS_TRANSMIS.id,
        starts=_month_after_sending,
        kind=DeadlineKind.RIGHT,
        concerns=_is_not_registered,
        turns=False,
        title=Text(
            "La société peut être immatriculée : ses statuts sont transmis depuis un mois.",
            "The company may be registered: its statutes were sent a month ago.",
        ),
    ),
)

# --- The Order: registered before it employs


def _eve_of_the_first_employment(sisa: SISA) -> date | None | Unknown:
    return day_before(sisa.first_employment_on)


def _must_register_first(sisa: SISA) -> bool:
    return both(
        lambda: sisa.first_employment_on is not None and sisa.first_employment_on >= IN_FORCE,
        lambda: employs_a_profession_with_an_ordre(sisa, IN_FORCE),
    )


def _registered_with_the_order(sisa: SISA) -> bool:
    return sisa.registered_with_ordre_on is not None and is_registered_before_employing(sisa, date.max)


_OF_THE_ORDER = Delay(
    key=INSCRIPTION.id,
    rule=INSCRIPTION.id,
    starts=_eve_of_the_first_employment,
    kind=DeadlineKind.OBLIGATION,
    concerns=_must_register_first,
    done=_registered_with_the_order,
    turns=False,
    title=Text(
        "Dernier jour pour inscrire la société au tableau de l'ordre avant son premier salarié d'une profession qui en a un.",
        "Last day to register the company with the ordre ahead of its first employee of a profession that has one.",
    ),
)

DELAYS = (*_OF_THE_MINIMUM, _WITHOUT_GERANT, *_OF_THE_STATUTES, _OF_THE_ORDER)
"""Those of a company, in the order of a crisis: its minimum first."""
