"""Belonging to a second CPTS: « s'il se trouve en zone frontalière ou si une action spécifique requiert son adhésion »."""

from datetime import date
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.belonging import Belonging, Belongings, Candidature
from cpts_model.facts.exercice import AnyStructure
from cpts_model.facts.memberships import SecondMembershipGround
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, PersonRole
from cpts_model.facts.structures import CPTS, MaisonDeSante
from cpts_model.facts.territories import Territory
from cpts_model.testing.case import Build, Case
from cpts_model.testing.invented import generaliste, infirmier, not_running, pharmacien, running
from cpts_model.testing.telling import Joining, drawn, either, telling

GROUNDS = st.sampled_from([SecondMembershipGround.BORDER_ZONE, SecondMembershipGround.SPECIFIC_ACTION])
PROFESSIONALS = st.sampled_from([infirmier, generaliste, pharmacien])
"""Makers of professionals: « un professionnel »."""


def usager(name: str) -> Person:
    """Somebody who is no professional."""
    return Person(id=name, role=PersonRole.USAGER)


def ehpad(name: str) -> Organisation:
    """An organisation."""
    return Organisation(id=name, kind=OrganisationKind.EHPAD)


NO_PROFESSIONALS = st.sampled_from([usager, ehpad])
NO_CPTS = MaisonDeSante(id="msp")

APART = st.sampled_from(
    [
        (
            Territory(communes=("33063",), border_communes=()),
            Territory(communes=("64102",), border_communes=()),
        ),
        (
            Territory(communes=("33063",), border_communes=("33281",)),
            Territory(communes=("64102",), border_communes=("64024",)),
        ),
    ]
)
"""Two territories far from each other."""
TOUCHING = st.sampled_from(
    [
        (Territory(communes=("33063",)), Territory(communes=("33063",))),
        (Territory(communes=("33281",)), Territory(communes=("33063", "33281"))),
        (Territory(communes=("33063",), border_communes=("33281",)), Territory(communes=("33281",))),
        (Territory(communes=("33063",)), Territory(communes=("33281",), border_communes=("33063",))),
    ]
)
"""Two that have a commune in common, or of which one borders a commune of the other."""
NOT_TOLD = st.sampled_from(
    [
        (Territory(), Territory()),
        (Territory(communes=("33063",)), Territory(communes=("33281",))),
        (Territory(communes=("33063",), border_communes=()), Territory(border_communes=())),
    ]
)
"""Two of which the communes are not told, or which communes they border."""


def of_territory(base: Any, name: str, territory: Territory | None) -> CPTS:
    """The CPTS that a subject has already, or else another, of that territory."""
    cpts = base if isinstance(base, CPTS) else CPTS(id=name)
    return attrs.evolve(cpts, territory=territory, projet=None)


def applying(
    *,
    who: Any = PROFESSIONALS,
    ground: Any = None,
    apart: Any = APART,
    how: Joining = running,
    to: AnyStructure | None = None,
    elsewhere: AnyStructure | None = None,
    **held: Any,
) -> Build:
    """Somebody who asks to join a CPTS, and belongs to another: ``held`` is told of that membership."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        one, other = draw(apart)
        member = drawn(who, draw, on)(base.member.id)
        there = elsewhere or of_territory(None, "other-cpts", other)
        return attrs.evolve(
            base,
            structure=to or of_territory(base.structure, "cpts", one),
            membership=attrs.evolve(base.membership, member=member, ground=drawn(ground, draw, on)),
            others=(Belonging(structure=there, membership=how(member, draw, on, **held)),),
        )

    return build


SECONDE_CPTS = Case(
    rule="adhesion.seconde-cpts",
    in_force=since(2021, 5, 14),
    about=(Candidature,),
    satisfied=either(
        applying(ground=GROUNDS),
        applying(apart=TOUCHING),
        applying(ground=UNKNOWN, apart=TOUCHING),
        applying(ground=GROUNDS, apart=NOT_TOLD),
    ),
    violated=either(applying(), applying(apart=st.just((None, None)))),
    undetermined=either(
        applying(ground=UNKNOWN),
        applying(apart=NOT_TOLD),
        applying(joined_on=UNKNOWN),
        applying(left_on=UNKNOWN),
        applying(partner=UNKNOWN),
    ),
    not_applicable=either(
        telling(others=()),
        applying(how=not_running),
        applying(partner=True),
        applying(elsewhere=NO_CPTS),
        applying(to=NO_CPTS),
        applying(who=NO_PROFESSIONALS),
    ),
)


def belonging_to_two(
    *,
    who: Any = PROFESSIONALS,
    grounds: Any = (None, None),
    apart: Any = APART,
    how: Joining = running,
    elsewhere: AnyStructure | None = None,
    **held: Any,
) -> Build:
    """A member of two CPTS: of the second membership ``held`` is told too."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        one, other = draw(apart)
        first, second = (drawn(ground, draw, on) for ground in grounds)
        member = drawn(who, draw, on)(base.id)
        there = elsewhere or of_territory(None, "other-cpts", other)
        return attrs.evolve(
            base,
            held=(
                Belonging(
                    structure=of_territory(None, "cpts", one),
                    membership=running(member, draw, on, ground=first),
                ),
                Belonging(structure=there, membership=how(member, draw, on, ground=second, **held)),
            ),
        )

    return build


PLUSIEURS_CPTS = Case(
    rule="adhesion.plusieurs-cpts",
    in_force=since(2021, 5, 14),
    about=(Belongings,),
    satisfied=either(
        belonging_to_two(grounds=(None, GROUNDS)),
        belonging_to_two(grounds=(GROUNDS, UNKNOWN), apart=NOT_TOLD),
        belonging_to_two(apart=TOUCHING),
    ),
    violated=either(belonging_to_two(), belonging_to_two(apart=st.just((None, None)))),
    undetermined=either(
        belonging_to_two(grounds=(None, UNKNOWN)),
        belonging_to_two(grounds=(UNKNOWN, None)),
        belonging_to_two(apart=NOT_TOLD),
        belonging_to_two(joined_on=UNKNOWN),
        belonging_to_two(left_on=UNKNOWN),
        belonging_to_two(partner=UNKNOWN),
    ),
    not_applicable=either(
        telling(held=()),
        belonging_to_two(how=not_running),
        belonging_to_two(partner=True),
        belonging_to_two(elsewhere=NO_CPTS),
        belonging_to_two(who=NO_PROFESSIONALS),
    ),
)

CASES = (SECONDE_CPTS, PLUSIEURS_CPTS)
