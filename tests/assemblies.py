"""Invented associations and their assemblies."""

from datetime import date
from decimal import Decimal
from typing import Any

from builders import infirmier, member
from cpts_model import CPTS, UNKNOWN, Membership
from cpts_model.facts.colleges import College
from cpts_model.facts.statutes import FeePeriod, Quorum, Statutes
from cpts_model.register import Register

DAY = date(2025, 3, 1)
ACTIFS = College(name="Actifs", votes=1, share=Decimal(60))
PARTENAIRES = College(name="Partenaires", votes=1, share=Decimal(40))
INVITES = College(name="Invités", votes=0)


def statutes(**clauses: Any) -> Statutes:
    """Statutes read in full, unless a clause says otherwise: two colleges that vote, one that does not."""
    told: dict[str, Any] = {
        "colleges": (ACTIFS, PARTENAIRES, INVITES),
        "fee": Decimal(10),
        "period": FeePeriod.CIVIL_YEAR,
        "vote_requires_fee": True,
        "votes_by_college": False,
        "quorum": Quorum(numerator=1, denominator=2, counts_proxies=True),
        "proxies_per_member": 2,
    }
    return Statutes(**(told | clauses))


def actif(name: str, **facts: Any) -> Membership:
    """A paid-up nurse of the first college, whose id is their name."""
    return member(infirmier(name), **({"college": "Actifs", "fee_paid": True} | facts))


def register(*members: Membership, rules: Any = UNKNOWN, **facts: Any) -> Register:
    """A register of one association, the CPTS ``c``."""
    told: dict[str, Any] = {"members": members, "statutes": rules, "name": "CPTS du Val d'Essai"}
    return Register([CPTS(id="c", **(told | facts))])
