"""L4041-4, I, al. 2 and 3: what follows when a médecin or the auxiliaire médical is missing."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import attrs
from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import since
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from cpts_model.testing.case import Build, Case, Within
from cpts_model.testing.cases.csp_l4041.minimum import (
    MINIMUM,
    NO_AUXILIAIRE,
    perhaps_the_minimum,
)
from cpts_model.testing.cases.sisa import (
    AUXILIAIRES,
    COMPANY,
    FIRST_DAY,
    XENIA,
    YVAIN,
    ZOE,
    days_from,
    employing,
    lacks_a_medecin,
    lacks_an_auxiliaire,
    latest_start,
    medecin,
    meets_the_minimum,
    somebody_of,
    with_partners,
)
from cpts_model.testing.days import days_after, days_before, days_until
from cpts_model.testing.invented import running
from cpts_model.testing.telling import either, either_since, telling, together, where_untold

Days = Callable[[date], st.SearchStrategy[date]]

DAY = timedelta(days=1)
DELAY_SINCE = date(2021, 5, 14)
"""Six months, where the request had been open at once."""
LONGER_SINCE = date(2023, 12, 29)
"""Three years, instead of six months."""

# --- « Lorsque la société ne remplit plus […] la condition prévue au premier alinéa »


def said_below_since(days: Days) -> Build:
    """A company that lacks a médecin or its auxiliaire, and is told to since a day."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        company = either(lacks_a_medecin, lacks_an_auxiliaire)(base, draw, on)
        return attrs.evolve(company, below_minimum_since=max(FIRST_DAY, draw(days(on))))

    return build


def left_by_one(days: Days) -> Build:
    """A company that one of two médecins and an auxiliaire left on a day."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        day = max(FIRST_DAY + DAY, draw(days(on)))
        leaver = draw(st.integers(0, 2))
        members = tuple(
            running(
                draw(who),
                draw,
                on,
                associe=True,
                joined_on=day - timedelta(days=365),
                left_on=day if place == leaver else None,
            )
            for place, who in enumerate((YVAIN, ZOE, XENIA))
        )
        return attrs.evolve(base, members=members)

    return build


def below_since(days: Days) -> Build:
    """A company below the minimum since a day: told to be, or as the dates of its partners have it."""
    return either_since((FIRST_DAY, said_below_since(days)), (FIRST_DAY + DAY, left_by_one(days)))


never_below = where_untold("members", meets_the_minimum, together())
"""A company that meets the minimum; a lawful one does as it stands."""
since_when_is_not_told = together(
    lacks_a_medecin,
    either(
        telling(below_minimum_since=UNKNOWN),
        # The facts contradict each other.
        telling(below_minimum_since=None),
        telling(below_minimum_since=days_after),
    ),
)

DISSOLUTION_2011 = Case(
    rule="sisa.dissolution",
    in_force=since(2011, 8, 12).before(2021, 5, 14),
    about=COMPANY,
    satisfied=below_since(days_until),
    violated=never_below,
    undetermined=either(perhaps_the_minimum, since_when_is_not_told),
)

# --- « pendant six mois », then « pendant trois ans », and what may be added


def over(months: int) -> Days:
    """Days from which the delay is over: the latest first."""
    return lambda on: days_until(latest_start(on, months))


def not_over(months: int, change: date) -> Days:
    """Days since the delay changed, from which it is not over: the earliest first."""
    return lambda on: days_from(max(change, latest_start(on, months) + DAY), on)


def not_over_by_either_delay(on: date) -> st.SearchStrategy[date]:
    """The same for three years; or a day of 2023 from which not even six months are over."""
    first, last = latest_start(on, 6) + DAY, LONGER_SINCE - DAY
    newer = not_over(36, LONGER_SINCE)(on)
    return st.one_of(newer, days_from(first, last)) if first <= last else newer


def over_by_the_older(months: int, change: date) -> Days:
    """Days before the delay changed, from which the older one is over."""
    return lambda on: days_until(min(latest_start(on, months), change - DAY))


def over_but_for_a_year(months: int, change: date) -> Days:
    """Days from which the delay is over, and not with one year more."""
    return lambda on: days_from(max(change, latest_start(on, months + 12) + DAY), latest_start(on, months))


def extended_by_the_court(months: int) -> Build:
    """« Le tribunal […] peut prolonger ce délai »: up to this day, which is the last one, or a later one."""
    return together(
        below_since(over(months)),
        telling(delay_extended_until=lambda on: st.one_of(st.just(on), days_after(on))),
    )


def replaced(days: Days) -> Build:
    """A company that is told to be below the minimum since a day, and employs one for whom it lacks."""
    since_then = telling(below_minimum_since=days)
    return either(
        together(lacks_a_medecin, since_then, employing(medecin("wanda"))),
        together(lacks_an_auxiliaire, since_then, employing(somebody_of(AUXILIAIRES, "wanda"))),
    )


def open_request(months: int, change: date) -> Build:
    """The delay is over, and nothing adds to it: the year that employees may open is over too, if any."""
    a_year_later = change + relativedelta(months=months + 12) + DAY
    return together(
        either_since(
            (FIRST_DAY, together(below_since(over(months)), employing())),
            (a_year_later, replaced(over(months + 12))),
        ),
        telling(delay_extended_until=lambda on: st.one_of(st.none(), days_before(on))),
    )


def perhaps_open(first: date, months: int, change: date, *, older: int) -> Build:
    """What leaves the request open: before a day, which delay holds; from it on, what may add to the new one."""
    transition = together(
        below_since(over_by_the_older(older, change)), telling(salaried=(), delay_extended_until=None)
    )
    within_the_year = over_but_for_a_year(months, change)
    additions = either(
        together(below_since(over(months)), telling(salaried=(), delay_extended_until=UNKNOWN)),
        together(below_since(within_the_year), telling(salaried=UNKNOWN, delay_extended_until=None)),
        # That employees extend it « de droit » without a decision of the court is not settled.
        together(replaced(within_the_year), telling(delay_extended_until=None)),
    )

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        of_the_day = additions if on >= first else transition
        return either(perhaps_the_minimum, since_when_is_not_told, of_the_day)(base, draw, on)

    return build


DISSOLUTION_2021 = Case(
    rule="sisa.dissolution",
    in_force=since(2021, 5, 14).before(2023, 12, 29),
    about=COMPANY,
    satisfied=Within(
        days=since(2021, 11, 15).before(2023, 12, 29),
        build=open_request(6, DELAY_SINCE),
        why=Text(
            "six mois à compter du 14 mai 2021 ne sont pas écoulés, et aucun texte trouvé ne dit s'ils valent pour la société déjà "
            "sous le minimum",
            "six months from 14 May 2021 are not over, and no text was found that says whether they hold for a company that was "
            "below the minimum already",
        ),
    ),
    violated=where_untold(
        "members",
        either(meets_the_minimum, below_since(not_over(6, DELAY_SINCE)), extended_by_the_court(6)),
        together(),
    ),
    undetermined=perhaps_open(date(2021, 11, 15), 6, DELAY_SINCE, older=0),
)
DISSOLUTION_2023 = Case(
    rule="sisa.dissolution",
    in_force=since(2023, 12, 29),
    about=COMPANY,
    satisfied=Within(
        days=since(2026, 12, 30),
        build=open_request(36, LONGER_SINCE),
        why=Text(
            "trois ans à compter du 29 décembre 2023 ne sont pas écoulés, et aucun texte trouvé ne dit s'ils valent pour la société "
            "déjà sous le minimum",
            "three years from 29 December 2023 are not over, and no text was found that says whether they hold for a company that "
            "was below the minimum already",
        ),
    ),
    violated=where_untold(
        "members",
        either(meets_the_minimum, below_since(not_over_by_either_delay), extended_by_the_court(36)),
        together(),
    ),
    undetermined=perhaps_open(date(2026, 12, 30), 36, LONGER_SINCE, older=6),
)

# --- « porté de droit à un an si la société emploie un nombre de médecins au moins égal au nombre de médecins associés manquants »

A_PHARMACIEN = with_partners(NO_AUXILIAIRE)
"""A company of one pharmacien: two médecins and the auxiliaire are missing."""
OTHER_EMPLOYEE = somebody_of((Profession.AIDE_SOIGNANT, Profession.PREPARATEUR_EN_PHARMACIE), "wanda")

NOT_REPLACED = either(
    together(lacks_a_medecin, employing()),
    together(lacks_an_auxiliaire, employing()),
    together(lacks_a_medecin, employing(OTHER_EMPLOYEE)),
    together(lacks_an_auxiliaire, employing(OTHER_EMPLOYEE)),
)
PARTLY_REPLACED = either(
    together(lacks_a_medecin, employing(somebody_of(AUXILIAIRES, "wanda"))),
    together(lacks_an_auxiliaire, employing(medecin("wanda"))),
    together(with_partners(XENIA), employing(medecin("wanda"))),
    together(A_PHARMACIEN, employing(OTHER_EMPLOYEE)),
)
PROLONGATION = Case(
    rule="sisa.prolongation-de-droit",
    in_force=since(2021, 5, 14),
    about=COMPANY,
    satisfied=either(
        together(lacks_a_medecin, employing(medecin("wanda"))),
        together(lacks_an_auxiliaire, employing(somebody_of(AUXILIAIRES, "wanda"))),
        together(with_partners(XENIA), employing(medecin("wanda"), medecin("victor"))),
        together(lacks_a_medecin, employing(medecin("wanda"), medecin("victor"))),
        together(
            A_PHARMACIEN, employing(medecin("wanda"), medecin("victor"), somebody_of(AUXILIAIRES, "ursule"))
        ),
    ),
    violated=where_untold("members", either(NOT_REPLACED, PARTLY_REPLACED), NOT_REPLACED),
    undetermined=either(
        together(lacks_a_medecin, telling(salaried=UNKNOWN)),
        together(lacks_an_auxiliaire, telling(salaried=UNKNOWN)),
        together(lacks_a_medecin, employing(Professional(id="wanda"))),
        # Both are missing, and one only is replaced: the article does not say.
        together(A_PHARMACIEN, employing(medecin("wanda"), medecin("victor"))),
        together(A_PHARMACIEN, employing(somebody_of(AUXILIAIRES, "wanda"))),
        together(perhaps_the_minimum, telling(salaried=UNKNOWN)),
    ),
    not_applicable=meets_the_minimum,
    together=("sisa.deux-medecins-un-auxiliaire",),
    together_why=Text(
        "le délai à prolonger est celui d'une société qui est sous le minimum",
        "the delay to extend is that of a company that is below the minimum",
    ),
)

# --- « Il ne peut prononcer la dissolution si, au jour où il statue sur le fond, cette régularisation a eu lieu »

REGULARISATION_2011 = attrs.evolve(
    MINIMUM,
    rule="sisa.regularisation",
    in_force=since(2011, 8, 12).before(2021, 5, 14),
    together=("sisa.deux-medecins-un-auxiliaire",),
    together_why=Text(
        "le tribunal peut dissoudre la société qui est sous le minimum, et celle-là seule",
        "the court may dissolve a company that is below the minimum, and no other",
    ),
)

CASES = (
    DISSOLUTION_2011,
    DISSOLUTION_2021,
    DISSOLUTION_2023,
    PROLONGATION,
    REGULARISATION_2011,
    attrs.evolve(REGULARISATION_2011, in_force=since(2021, 5, 14)),
)
