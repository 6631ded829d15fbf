"""Words that the cases on the SISA share: its partners, and delays that run from a day."""

from datetime import date, timedelta
from typing import Any

import attrs
from dateutil.relativedelta import relativedelta
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.facts.modes import Mode
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import SISA
from cpts_model.testing.case import Build
from cpts_model.testing.invented import cardiologue, generaliste, professional, running
from cpts_model.testing.telling import drawn

COMPANY = (SISA,)
FIRST_DAY = date(2011, 8, 12)
"""The first day on which there can be a SISA."""

MEDICALES = (Profession.MEDECIN, Profession.SAGE_FEMME, Profession.CHIRURGIEN_DENTISTE)
"""Part 4, Book I."""
AUXILIAIRES = (
    Profession.INFIRMIER,
    Profession.MASSEUR_KINESITHERAPEUTE,
    Profession.PEDICURE_PODOLOGUE,
    Profession.ERGOTHERAPEUTE,
    Profession.PSYCHOMOTRICIEN,
    Profession.ORTHOPHONISTE,
    Profession.ORTHOPTISTE,
    Profession.MANIPULATEUR_D_ELECTRORADIOLOGIE_MEDICALE,
    Profession.AUDIOPROTHESISTE,
    Profession.OPTICIEN_LUNETIER,
    Profession.DIETETICIEN,
)
"""Part 4, Book III, Titles I to VII."""
ADMITTED = (
    Profession.MEDECIN,
    Profession.INFIRMIER,
    Profession.PHARMACIEN,
    *MEDICALES[1:],
    *AUXILIAIRES[1:],
    Profession.BIOLOGISTE_MEDICAL,  # a médecin or a pharmacien
)
NOT_ADMITTED = (
    Profession.OSTEOPATHE,
    Profession.AIDE_SOIGNANT,
    Profession.PREPARATEUR_EN_PHARMACIE,
    Profession.AUXILIAIRE_DE_PUERICULTURE,
    Profession.AMBULANCIER,
    Profession.PSYCHOLOGUE,
)
"""Of Book II without being pharmacien, of Book III after Title VII, or not of Part 4."""
WITH_AN_ORDRE = (
    Profession.MEDECIN,
    Profession.INFIRMIER,
    Profession.MASSEUR_KINESITHERAPEUTE,
    Profession.PHARMACIEN,
    Profession.SAGE_FEMME,
    Profession.CHIRURGIEN_DENTISTE,
    Profession.PEDICURE_PODOLOGUE,
)
"""The seven ordres of health professions."""

PRACTICE: dict[str, Any] = {
    "mode": Mode.LIBERAL,
    "meets_practice_conditions": True,
    "registered_with_ordre": True,
}
"""What is told of somebody who practises lawfully, in their own name."""
UNTOLD = Professional(id="zoe")
"""Somebody of whose profession nothing is told."""


def somebody_of(
    professions: tuple[Profession, ...], name: str = "zoe", **facts: Any
) -> st.SearchStrategy[Professional]:
    """Somebody of one of these professions: the first is the simplest."""
    return st.sampled_from([professional(name, profession, **facts) for profession in professions])


def medecin(name: str, **facts: Any) -> st.SearchStrategy[Professional]:
    """A médecin of any speciality: a specialist counts as a généraliste does."""
    return st.sampled_from([generaliste(name, **facts), cardiologue(name, **facts)])


def with_partners(*whos: Any, **facts: Any) -> Build:
    """The company, with these partners and no other member."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        partners = tuple(running(drawn(who, draw, on), draw, on, associe=True, **facts) for who in whos)
        return attrs.evolve(base, members=partners)

    return build


def employing(*whos: Any) -> Build:
    """The company, with these employees and no other."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        return attrs.evolve(base, salaried=tuple(drawn(who, draw, on) for who in whos))

    return build


ZOE, YVAIN = medecin("zoe", **PRACTICE), medecin("yvain", **PRACTICE)
XENIA = somebody_of(AUXILIAIRES, "xenia", **PRACTICE)
"""An auxiliaire médical."""

meets_the_minimum = with_partners(ZOE, YVAIN, XENIA)
"""« au moins deux médecins et un auxiliaire médical »."""
lacks_a_medecin = with_partners(ZOE, XENIA)
lacks_an_auxiliaire = with_partners(ZOE, YVAIN)


def latest_start(on: date, months: int) -> date:
    """The latest day from which a delay of so many months is over on a day: its last day has ended."""
    start = on - relativedelta(months=months)
    while start + relativedelta(months=months) >= on:
        start -= timedelta(days=1)
    return start


def days_from(first: date, last: date) -> st.SearchStrategy[date]:
    """A day from one to another: the ends first, and those beside them, then any."""
    length = (last - first).days
    edges = sorted({0, min(1, length), max(length - 1, 0), length})
    return st.one_of(st.sampled_from(edges), st.integers(0, length)).map(
        lambda gap: first + timedelta(days=gap)
    )
