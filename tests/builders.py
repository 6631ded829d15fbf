"""Invented people and structures for the tests, told in full unless a test says otherwise."""

from datetime import date
from typing import Any

from cpts_model.facts.memberships import Membership
from cpts_model.facts.modes import Mode
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession

LONG_AGO = date(2000, 1, 1)


def professional(name: str, *professions: Profession, **facts: Any) -> Professional:
    """An invented professional whose id is their name."""
    told: dict[str, Any] = {
        "professions": professions,
        "savoir_faire": (),
        "mode": Mode.LIBERAL,
        "practises_premier_recours": True,
        "practises_second_recours": False,
        "service_de_sante_des_armees": False,
        "practises_abroad": False,
    }
    return Professional(id=name, name=name, **(told | facts))


def generaliste(name: str, **facts: Any) -> Professional:
    """An invented general practitioner."""
    return professional(name, Profession.MEDECIN, savoir_faire=("SM54",), **facts)


def specialiste(name: str, **facts: Any) -> Professional:
    """An invented cardiologist."""
    return professional(name, Profession.MEDECIN, savoir_faire=("SM04",), **facts)


def infirmier(name: str, **facts: Any) -> Professional:
    """An invented nurse."""
    return professional(name, Profession.INFIRMIER, **facts)


def member(who: Any, **facts: Any) -> Membership:
    """A membership that began long ago, runs still, and was consented to."""
    told: dict[str, Any] = {
        "joined_on": LONG_AGO,
        "left_on": None,
        "partner": False,
        "consented": True,
        "other_cpts": False,
        "as_component": True,
    }
    return Membership(member=who, **(told | facts))
