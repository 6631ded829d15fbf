"""The missions: the socle, and the months to start and to deploy each."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import Period, since
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.contracts import MissionProgress
from cpts_model.facts.missions import Mission
from cpts_model.facts.structures import CPTS
from cpts_model.testing.case import Build, Case, Within
from cpts_model.testing.cases.aci_cpts.agreement import IN_FORCE, SINCE_2019, signed
from cpts_model.testing.contracting import NO_CONTRACT, contract
from cpts_model.testing.days import days_between
from cpts_model.testing.telling import either, either_since, telling

# --- The missions « socles »

ACCES, PARCOURS, PREVENTION, CRISE = (
    Mission.ACCES_AUX_SOINS,
    Mission.PARCOURS,
    Mission.PREVENTION,
    Mission.CRISE,
)
THREE = (ACCES, PARCOURS, PREVENTION)
FOUR = (*THREE, CRISE)
AVENANT_2, CRISIS_FROM = date(2022, 3, 31), date(2022, 9, 3)
LACKING = st.sampled_from([(), *(tuple(one for one in THREE if one is not left) for left in THREE)])
WITH_MORE = st.sampled_from([THREE, (*THREE, Mission.QUALITE), (Mission.ACCOMPAGNEMENT, *reversed(THREE))])


def before_avenant_2(on: date) -> st.SearchStrategy[date]:
    """Signed before avenant 2."""
    return days_between(IN_FORCE, min(on, AVENANT_2 - timedelta(days=1)))


def since_avenant_2(on: date) -> st.SearchStrategy[date]:
    """Signed since avenant 2."""
    return days_between(AVENANT_2, on)


NOT_AMENDED: dict[str, Any] = {"signed_on": before_avenant_2, "avenant_2_signed_on": None}
MISSIONS_NOT_TOLD = either(contract(signed_on=signed, missions=UNKNOWN), telling(contract=UNKNOWN))
UNDER_NO_AGREEMENT = either(NO_CONTRACT, contract(signed_on=date(2019, 8, 24), missions=()))

SOCLES_2019 = Case(
    rule="aci-cpts.missions-socles",
    in_force=since(2019, 8, 25).before(2022, 3, 31),
    about=(CPTS,),
    satisfied=contract(signed_on=signed, missions=WITH_MORE),
    violated=contract(signed_on=signed, missions=LACKING),
    undetermined=MISSIONS_NOT_TOLD,
    not_applicable=UNDER_NO_AGREEMENT,
)
SOCLES_IN_BETWEEN = Case(
    rule="aci-cpts.missions-socles",
    in_force=since(2022, 3, 31).before(2022, 9, 3),
    about=(CPTS,),
    satisfied=either(
        contract(**NOT_AMENDED, missions=WITH_MORE), contract(signed_on=since_avenant_2, missions=FOUR)
    ),
    violated=contract(signed_on=signed, missions=LACKING),
    undetermined=either(contract(signed_on=since_avenant_2, missions=THREE), MISSIONS_NOT_TOLD),
    not_applicable=UNDER_NO_AGREEMENT,
)
SOCLES_2022 = Case(
    rule="aci-cpts.missions-socles",
    in_force=since(2022, 9, 3),
    about=(CPTS,),
    satisfied=either(
        contract(signed_on=since_avenant_2, missions=FOUR),
        contract(**NOT_AMENDED, missions=WITH_MORE),
        contract(signed_on=date(2021, 3, 1), avenant_2_signed_on=date(2022, 5, 2), missions=FOUR),
    ),
    violated=either(
        contract(signed_on=since_avenant_2, missions=THREE),
        contract(signed_on=since_avenant_2, missions=LACKING),
        contract(signed_on=date(2021, 3, 1), avenant_2_signed_on=date(2022, 5, 2), missions=THREE),
    ),
    undetermined=either(
        MISSIONS_NOT_TOLD,
        contract(signed_on=before_avenant_2, avenant_2_signed_on=UNKNOWN, missions=THREE),
    ),
    not_applicable=UNDER_NO_AGREEMENT,
)

# --- « après la signature du contrat »: months to start, months to deploy

TO_START = {ACCES: 6, PARCOURS: 12, PREVENTION: 12, CRISE: 6}
TO_DEPLOY = {ACCES: 18, PARCOURS: 24, PREVENTION: 24, CRISE: 18}
FREE = (Mission.QUALITE, Mission.ACCOMPAGNEMENT)


def late(months_of: dict[Mission, int], progress: Callable[[Mission, date], Any]) -> Build:
    """A mission whose months are past by a day at least, and what is told of it, from its last day."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        # The crisis mission has a clock of its own in contracts signed before avenant 2.
        possible = [
            (mission, months)
            for mission, months in months_of.items()
            if mission is not CRISE and IN_FORCE + relativedelta(months=months) < on
        ]
        mission, months = draw(st.sampled_from(possible))
        newest = on - relativedelta(months=months) - timedelta(days=1)
        signed_on = draw(days_between(IN_FORCE, newest))
        last_day = signed_on + relativedelta(months=months)
        told = progress(mission, last_day)
        return contract(signed_on=signed_on, missions=(mission,), progress=told)(base, draw, on)

    return build


def not_started(mission: Mission, last_day: date) -> tuple[MissionProgress, ...]:
    """It has not started: it is not told of."""
    return ()


def started_on_the_last_day(mission: Mission, last_day: date) -> tuple[MissionProgress, ...]:
    """It started on the last day in time."""
    return (MissionProgress(mission=mission, started_on=last_day, deployed_on=None),)


def started_the_day_after(mission: Mission, last_day: date) -> tuple[MissionProgress, ...]:
    """It started a day late."""
    return (MissionProgress(mission=mission, started_on=last_day + timedelta(days=1), deployed_on=None),)


def deployed_on_the_last_day(mission: Mission, last_day: date) -> tuple[MissionProgress, ...]:
    """It was deployed on the last day in time."""
    return (MissionProgress(mission=mission, started_on=IN_FORCE, deployed_on=last_day),)


def deployed_the_day_after(mission: Mission, last_day: date) -> tuple[MissionProgress, ...]:
    """It was deployed a day late."""
    return (MissionProgress(mission=mission, started_on=IN_FORCE, deployed_on=last_day + timedelta(days=1)),)


def progress_not_told(mission: Mission, last_day: date) -> Any:
    """Nobody told of its progress."""
    return UNKNOWN


def day_not_told(mission: Mission, last_day: date) -> tuple[MissionProgress, ...]:
    """Nobody told when it started or was deployed."""
    return (MissionProgress(mission=mission),)


def newly_signed(*missions: Mission, progress: Any = ()) -> Build:
    """A contract signed that day, of which nothing is late yet."""
    return contract(signed_on=lambda on: on, missions=missions, progress=progress)


STARTS_LATE_FROM = IN_FORCE + relativedelta(months=6, days=1)
DEPLOYS_LATE_FROM = IN_FORCE + relativedelta(months=18, days=1)
NOT_LATE_YET = Text(
    "aucune mission ne peut être en retard de démarrage avant six mois de contrat",
    "no mission can be late to start before six months of contract",
)
NOT_TO_DEPLOY_YET = Text(
    "aucune mission ne peut être en retard de déploiement avant dix-huit mois de contrat",
    "no mission can be late to be deployed before eighteen months of contract",
)
WITHOUT_LIMITS = either(
    telling(contract=None),
    contract(signed_on=None, missions=UNKNOWN),
    contract(signed_on=date(2019, 8, 24), missions=UNKNOWN),
    contract(signed_on=signed, missions=(), progress=()),
    *(contract(signed_on=signed, missions=(mission,), progress=()) for mission in FREE),
)
DEMARREE = Case(
    rule="aci-cpts.mission-demarree",
    in_force=SINCE_2019,
    about=(CPTS,),
    satisfied=either_since(
        (IN_FORCE, newly_signed(ACCES)),
        (IN_FORCE, newly_signed(PARCOURS, PREVENTION)),
        (STARTS_LATE_FROM, late(TO_START, started_on_the_last_day)),
    ),
    violated=Within(
        days=Period(STARTS_LATE_FROM),
        build=either(late(TO_START, not_started), late(TO_START, started_the_day_after)),
        why=NOT_LATE_YET,
    ),
    undetermined=either_since(
        (IN_FORCE, telling(contract=UNKNOWN)),
        (IN_FORCE, contract(signed_on=UNKNOWN, missions=(ACCES,), progress=())),
        (STARTS_LATE_FROM, late(TO_START, progress_not_told)),
        (STARTS_LATE_FROM, late(TO_START, day_not_told)),
    ),
    not_applicable=WITHOUT_LIMITS,
)
DEPLOYEE = Case(
    rule="aci-cpts.mission-deployee",
    in_force=SINCE_2019,
    about=(CPTS,),
    satisfied=either_since(
        (IN_FORCE, newly_signed(ACCES)),
        (IN_FORCE, newly_signed(PARCOURS, PREVENTION)),
        (DEPLOYS_LATE_FROM, late(TO_DEPLOY, deployed_on_the_last_day)),
    ),
    violated=Within(
        days=Period(DEPLOYS_LATE_FROM),
        build=either(late(TO_DEPLOY, not_started), late(TO_DEPLOY, deployed_the_day_after)),
        why=NOT_TO_DEPLOY_YET,
    ),
    undetermined=either_since(
        (IN_FORCE, telling(contract=UNKNOWN)),
        (IN_FORCE, contract(signed_on=UNKNOWN, missions=(ACCES,), progress=())),
        (DEPLOYS_LATE_FROM, late(TO_DEPLOY, progress_not_told)),
        (DEPLOYS_LATE_FROM, late(TO_DEPLOY, day_not_told)),
    ),
    not_applicable=WITHOUT_LIMITS,
)

CASES = (SOCLES_2019, SOCLES_IN_BETWEEN, SOCLES_2022, DEMARREE, DEPLOYEE)
