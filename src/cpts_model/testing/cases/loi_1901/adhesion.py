"""Joining an association, and being refused: what its statutes say."""

from datetime import date
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.belonging import Candidature
from cpts_model.facts.colleges import Admits, College
from cpts_model.facts.memberships import Membership
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.organs import Organ
from cpts_model.facts.professions import Profession
from cpts_model.facts.statutes import Statutes
from cpts_model.facts.structures import (
    CentreDeSante,
    EquipeDeSoinsPrimaires,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
)
from cpts_model.testing.case import Build, Case
from cpts_model.testing.cases.loi_1901.associations import NO_ASSOCIATION, NOT_SETTLED_FORM, in_association
from cpts_model.testing.days import days_after, days_until
from cpts_model.testing.invented import generaliste, infirmier
from cpts_model.testing.telling import as_it_is, drawn, either, telling, telling_within, together

# --- « L'association est la convention »: nobody joins without wanting to


ANY_STRUCTURE = either(
    as_it_is,
    telling(
        structure=st.sampled_from(
            [
                MaisonDeSante(id="msp"),
                CentreDeSante(id="cds"),
                EquipeDeSoinsPrimaires(id="esp"),
                EquipeDeSoinsSpecialises(id="ess"),
            ]
        )
    ),
)


def consenting(consented: Any) -> Build:
    """Somebody who asks to join a structure of any kind, and whether they want to."""
    return together(ANY_STRUCTURE, telling_within("membership", Membership, consented=consented))


CONSENTEMENT = Case(
    rule="adhesion.consentement",
    in_force=since(1901, 7, 1),
    about=(Candidature,),
    satisfied=consenting(True),
    violated=consenting(False),
    undetermined=consenting(UNKNOWN),
)

# --- A refusal rests on the statutes

SILENT = Statutes(
    colleges=None,
    natural_persons_only=False,
    minimum_age=None,
    charter_required=False,
    admission_by=None,
    discretionary_veto=False,
)
"""Statutes that were read, and say nothing of admission."""
ORGANS = st.sampled_from([Organ.BUREAU, Organ.CONSEIL_D_ADMINISTRATION, Organ.ASSEMBLEE_GENERALE])
INFIRMIER, MEDECIN = infirmier("zoe"), generaliste("zoe")
CENTRE = Organisation(id="zoe", kind=OrganisationKind.CENTRE_DE_SANTE)
OF_MEDECINS = (College(name="medecins", admits=(Profession.MEDECIN,)),)
OF_BOTH = (*OF_MEDECINS, College(name="infirmiers", admits=(Profession.INFIRMIER,)))
OF_LEGAL_PERSONS = (College(name="structures", admits=(Admits(natural_persons=False),)),)


def saying(*, who: Any = INFIRMIER, candidate: Any = None, **clauses: Any) -> Build:
    """A candidate to an association whose statutes have these clauses, and no other on admission.

    ``candidate`` is what is told of the membership that they would have.
    """

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        told = {name: drawn(value, draw, on) for name, value in clauses.items()}
        statutes = attrs.evolve(SILENT, **told)
        versions = draw(st.sampled_from([(statutes,), among_others(statutes, draw, on)]))
        membership = attrs.evolve(base.membership, member=who, **(candidate or {}))
        return in_association(statutes=st.just(versions))(attrs.evolve(base, membership=membership), draw, on)

    return build


def among_others(statutes: Statutes, draw: DrawFn, on: date) -> tuple[Statutes, ...]:
    """The version that governs a day, between one that is over and one to come, which were not read."""
    begun, to_come = draw(days_until(on)), draw(days_after(on))
    governing = attrs.evolve(statutes, in_force_since=begun)
    return (Statutes(), governing, Statutes(in_force_since=to_come))


def to_come_only(base: Any, draw: DrawFn, on: date) -> Any:
    """An association of whose statutes only a version to come is told."""
    statutes = attrs.evolve(SILENT, in_force_since=draw(days_after(on)))
    return in_association(statutes=statutes)(base, draw, on)


REFUS = Case(
    rule="association.refus-du-candidat",
    in_force=since(2002, 6, 25),
    about=(Candidature,),
    satisfied=either(
        saying(admission_by=ORGANS),
        saying(discretionary_veto=True),
        saying(who=CENTRE, natural_persons_only=True),
        saying(colleges=OF_MEDECINS),
        saying(colleges=OF_LEGAL_PERSONS),
        saying(minimum_age=18, candidate={"of_required_age": False}),
        saying(charter_required=True, candidate={"charter_signed": False}),
    ),
    violated=either(
        saying(),
        saying(natural_persons_only=True),
        saying(who=CENTRE),
        saying(who=MEDECIN, colleges=OF_MEDECINS),
        saying(colleges=OF_BOTH),
        saying(who=CENTRE, colleges=OF_LEGAL_PERSONS),
        saying(minimum_age=18, candidate={"of_required_age": True}),
        # An organisation has no age.
        saying(who=CENTRE, minimum_age=18),
        saying(charter_required=True, candidate={"charter_signed": True}),
        in_association(statutes=None),
    ),
    undetermined=either(
        in_association(),
        in_association(NOT_SETTLED_FORM, statutes=SILENT),
        to_come_only,
        saying(admission_by=UNKNOWN),
        saying(discretionary_veto=UNKNOWN),
        saying(who=CENTRE, natural_persons_only=UNKNOWN),
        saying(colleges=UNKNOWN),
        saying(colleges=(College(name="membres"),)),
        saying(colleges=OF_MEDECINS, colleges_read_in_part=True),
        saying(minimum_age=UNKNOWN, candidate={"of_required_age": False}),
        saying(minimum_age=18, candidate={"of_required_age": UNKNOWN}),
        saying(charter_required=UNKNOWN, candidate={"charter_signed": False}),
        saying(charter_required=True, candidate={"charter_signed": UNKNOWN}),
    ),
    not_applicable=in_association(NO_ASSOCIATION, statutes=SILENT),
)

CASES = (CONSENTEMENT, REFUS)
