"""L1434-12-2: the convention of the CPTS, the missions and the aid that it opens."""

import attrs
from hypothesis import strategies as st

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.missions import Mission
from cpts_model.facts.structures import CPTS
from cpts_model.testing.case import Case
from cpts_model.testing.days import days_until, not_yet
from cpts_model.testing.telling import either, telling, together

SIGNED = telling(convention_signed_on=days_until)
NOT_SIGNED = telling(convention_signed_on=not_yet)
NOT_SAID = telling(convention_signed_on=UNKNOWN)

# --- By a convention with the agency and the fund, it may be called to carry out public-service missions

MISSIONS = Case(
    rule="cpts.missions-service-public",
    in_force=since(2021, 5, 14),
    about=(CPTS,),
    satisfied=SIGNED,
    violated=NOT_SIGNED,
    undetermined=NOT_SAID,
)

# --- The closed list of six missions

THE_SIX = (
    Mission.ACCES_AUX_SOINS,
    Mission.PARCOURS,
    Mission.PREVENTION,
    Mission.QUALITE,
    Mission.ACCOMPAGNEMENT,
    Mission.CRISE,
)
SOME_OF_THE_SIX = st.sets(st.sampled_from(THE_SIX), min_size=1).map(
    lambda chosen: tuple(mission for mission in THE_SIX if mission in chosen)
)
ANOTHER = st.integers(0, len(THE_SIX)).map(lambda number: (*THE_SIX[:number], Mission.OTHER))
"""Another mission: alone, or after some of the six."""

MISSIONS_LIMITATIVES = Case(
    rule="cpts.missions-limitatives",
    in_force=since(2021, 5, 14),
    about=(CPTS,),
    satisfied=together(SIGNED, telling(public_service_missions=SOME_OF_THE_SIX)),
    violated=together(SIGNED, telling(public_service_missions=ANOTHER)),
    undetermined=either(
        together(SIGNED, telling(public_service_missions=UNKNOWN)),
        together(NOT_SAID, telling(public_service_missions=ANOTHER)),
    ),
    not_applicable=either(
        together(NOT_SIGNED, telling(public_service_missions=ANOTHER)),
        together(SIGNED, telling(public_service_missions=None)),
    ),
)

# --- Specific aid, and exemptions of the tax code: for those who signed it

AIDES = attrs.evolve(MISSIONS, rule="cpts.aides-et-exonerations")

CASES = (MISSIONS, MISSIONS_LIMITATIVES, AIDES)
