"""All that somebody belongs to, and two CPTS side by side: lawful, both."""

from datetime import date
from decimal import Decimal

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.facts.belonging import Belonging, Belongings, Neighbours, ReceivedPayment
from cpts_model.facts.payments import PaymentNature
from cpts_model.facts.structures import CPTS
from cpts_model.facts.territories import Territory
from cpts_model.testing.days import days_until
from cpts_model.testing.invented import members_of
from cpts_model.testing.lawful.cpts import lawful_cpts
from cpts_model.testing.lawful.maison_de_sante import lawful_maison_de_sante

TERRITORIES = (Territory(communes=("33281",)), Territory(communes=("33063", "33281")))
"""One beside Bordeaux, and one that holds it too."""


def lawful_belongings(draw: DrawFn, on: date) -> Belongings:
    """A member of one CPTS, or of a maison de santé too, whom it paid nothing, or far less than the ceiling of a year."""
    cpts = lawful_cpts(draw, on)
    membership = members_of(cpts)[0]
    held = [Belonging(structure=cpts, membership=membership)]
    if draw(st.booleans()):
        msp = lawful_maison_de_sante(draw, on)
        held.append(Belonging(structure=msp, membership=members_of(msp)[0]))
    payment = ReceivedPayment(
        beneficiary=membership.member.id,
        paid_on=draw(days_until(on)),
        amount=Decimal(60),
        nature=PaymentNature.INDEMNITE,
        cpts=cpts.id,
        memberships=(membership,),
    )
    return Belongings(
        id=membership.member.id, held=tuple(held), payments=(payment,) if draw(st.booleans()) else ()
    )


def lawful_neighbours(draw: DrawFn, on: date) -> Neighbours:
    """Two CPTS that break no law: their territories are apart, or have a commune in common."""
    return Neighbours(
        one=_settled(lawful_cpts(draw, on), Territory(communes=("33063",))),
        other=attrs.evolve(
            _settled(lawful_cpts(draw, on), draw(st.sampled_from(TERRITORIES))), id="other-cpts"
        ),
    )


def _settled(cpts: CPTS, territory: Territory) -> CPTS:
    return attrs.evolve(cpts, territory=territory)
