"""Excluding a member: a ground, precise grievances, a hearing, an impartial body."""

from typing import Any

from hypothesis import strategies as st

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.belonging import Departure
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.memberships import EndCause, Exclusion, ExclusionGround, Membership
from cpts_model.testing.case import Build, Case
from cpts_model.testing.cases.loi_1901.associations import NO_ASSOCIATION, NOT_SETTLED_FORM
from cpts_model.testing.cases.loi_1901.retrait import resigning as leaving
from cpts_model.testing.telling import either, telling_within, together


def exclusion(rule: str, fact: str, *, sound: Any, unsound: Any) -> Case:
    """The outcomes of what the courts ask of an exclusion: a fact that makes it sound, or unsound."""

    def excluded(told: Any, cause: Any = EndCause.EXCLUSION, form: Any = LegalForm.ASSOCIATION) -> Build:
        how = telling_within("membership", Membership, exclusion=told)
        return together(leaving(cause=cause, form=form), how)

    def being(value: Any) -> st.SearchStrategy[Exclusion]:
        drawing = value if isinstance(value, st.SearchStrategy) else st.just(value)
        return drawing.map(lambda one: Exclusion(**{fact: one}))

    return Case(
        rule=rule,
        in_force=since(2017, 10, 25),
        about=(Departure,),
        satisfied=excluded(being(sound)),
        violated=either(excluded(being(unsound)), excluded(None)),
        undetermined=either(
            excluded(UNKNOWN),
            excluded(Exclusion()),
            excluded(being(unsound), form=NOT_SETTLED_FORM),
        ),
        not_applicable=either(
            excluded(
                being(unsound),
                cause=st.sampled_from([EndCause.RESIGNATION, EndCause.DEATH, EndCause.FEE_UNPAID]),
            ),
            excluded(being(unsound), form=NO_ASSOCIATION),
        ),
    )


CASES = (
    exclusion(
        "association.exclusion-motif",
        "ground",
        sound=st.sampled_from([ExclusionGround.STATUTORY, ExclusionGround.GRAVE]),
        unsound=ExclusionGround.OTHER,
    ),
    exclusion("association.exclusion-griefs", "precise_grievances", sound=True, unsound=False),
    exclusion("association.exclusion-audition", "heard", sound=True, unsound=False),
    exclusion("association.exclusion-impartialite", "impartial", sound=True, unsound=False),
)
