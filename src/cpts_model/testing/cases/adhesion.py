"""Joining a CPTS: by choice; and, in one region, a second one on one of two grounds."""

from hypothesis import strategies as st

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.memberships import SecondMembershipGround
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, PersonRole
from cpts_model.facts.structures import CPTS
from cpts_model.testing.case import Case
from cpts_model.testing.invented import generaliste, infirmier, not_running
from cpts_model.testing.telling import either, joined_by, nobody, with_only

ANYBODY = st.sampled_from(
    [
        infirmier("zoe"),
        generaliste("zoe"),
        Person(id="zoe", role=PersonRole.USAGER),
        Organisation(id="zoe", kind=OrganisationKind.EHPAD),
    ]
)

# --- « peuvent décider de se constituer »

LIBRE = Case(
    rule="adhesion.libre",
    in_force=since(2016, 1, 28),
    about=(CPTS,),
    satisfied=joined_by(ANYBODY, consented=True),
    violated=joined_by(ANYBODY, consented=False),
    undetermined=either(
        joined_by(ANYBODY, consented=UNKNOWN),
        joined_by(ANYBODY, consented=False, joined_on=UNKNOWN),
        joined_by(ANYBODY, consented=False, partner=UNKNOWN),
    ),
    not_applicable=either(
        nobody,
        with_only(ANYBODY, how=not_running, consented=False),
        with_only(ANYBODY, partner=True, consented=False),
    ),
)

# --- « s'il se trouve en zone frontalière ou si une action spécifique requiert son adhésion »

GROUNDS = st.sampled_from([SecondMembershipGround.BORDER_ZONE, SecondMembershipGround.SPECIFIC_ACTION])
MULTIPLE = Case(
    rule="adhesion.multiple",
    in_force=since(2021, 5, 14),
    about=(CPTS,),
    satisfied=with_only(ANYBODY, other_cpts=True, ground=GROUNDS),
    violated=joined_by(ANYBODY, other_cpts=True, ground=None),
    undetermined=either(
        joined_by(ANYBODY, other_cpts=True, ground=UNKNOWN),
        joined_by(ANYBODY, other_cpts=UNKNOWN, ground=None),
        joined_by(ANYBODY, other_cpts=True, ground=None, joined_on=UNKNOWN),
    ),
    not_applicable=either(
        nobody,
        with_only(ANYBODY, other_cpts=False, ground=st.sampled_from([None, UNKNOWN])),
        with_only(ANYBODY, how=not_running, other_cpts=True, ground=None),
    ),
)

CASES = (LIBRE, MULTIPLE)
