"""Somebody who may join a structure, and somebody who may leave one."""

from datetime import date

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.facts.belonging import Candidature, Departure
from cpts_model.facts.memberships import EndCause, WithdrawalBasis
from cpts_model.facts.structures import CPTS, SISA
from cpts_model.testing.invented import generaliste, infirmier, members_of, pharmacien, running
from cpts_model.testing.lawful.cpts import lawful_cpts
from cpts_model.testing.lawful.sisa import LIBERAL_PRACTICE, lawful_sisa

CANDIDATES = (
    generaliste("gaspard", **LIBERAL_PRACTICE),
    infirmier("gaspard", **LIBERAL_PRACTICE),
    pharmacien("gaspard", **LIBERAL_PRACTICE),
)


def lawful_candidature(draw: DrawFn, on: date) -> Candidature:
    """Somebody who consents to join a CPTS, or who may be a partner of a SISA: they belong to nothing yet."""
    structure = _structure(draw, on)
    membership = running(
        draw(st.sampled_from(CANDIDATES)),
        draw,
        on,
        joined_on=on,
        consented=True,
        associe=isinstance(structure, SISA),
    )
    return Candidature(structure=structure, membership=membership, earlier=())


def lawful_departure(draw: DrawFn, on: date) -> Departure:
    """A member who resigns from a CPTS, or a partner who withdraws from a SISA on the terms of its statutes."""
    structure = _structure(draw, on)
    membership = draw(st.sampled_from(members_of(structure)))
    if isinstance(structure, SISA):
        structure = attrs.evolve(structure, statutes_on_withdrawal=True)
        membership = attrs.evolve(membership, withdrawal=WithdrawalBasis.STATUTES)
    return Departure(structure=structure, membership=membership, leaves_on=on, cause=EndCause.RESIGNATION)


def _structure(draw: DrawFn, on: date) -> CPTS | SISA:
    return lawful_sisa(draw, on) if draw(st.booleans()) else lawful_cpts(draw, on)
