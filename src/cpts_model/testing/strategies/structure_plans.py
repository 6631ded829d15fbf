"""How the facts of each structure of coordinated care are told."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.indicateurs_msp import IndicateursMSP
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.payments import Payment
from cpts_model.facts.people import Professional
from cpts_model.facts.structures import (
    CPTS,
    SISA,
    CentreDeSante,
    EquipeDeSoinsPrimaires,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
    Structure,
)
from cpts_model.testing.strategies.contracts import PLANS as CONTRACTS
from cpts_model.testing.strategies.memberships import PLANS as MEMBERSHIPS
from cpts_model.testing.strategies.memberships import joining, newcomer
from cpts_model.testing.strategies.names import PLACES, person
from cpts_model.testing.strategies.numbers import finess_numbers, siret_numbers
from cpts_model.testing.strategies.projets import PLANS as PROJETS
from cpts_model.testing.strategies.statutes import PLANS as STATUTES
from cpts_model.testing.strategies.statutes import versions
from cpts_model.testing.strategies.teller import How, Plan, Plans, Teller, Told, choice, perhaps
from cpts_model.testing.strategies.territories import communes, departements

PREFIXES: dict[type[Any], str] = {
    CPTS: "cpts",
    EquipeDeSoinsPrimaires: "esp",
    EquipeDeSoinsSpecialises: "ess",
    MaisonDeSante: "msp",
    CentreDeSante: "cds",
    SISA: "sisa",
}
"""What the id of an invented structure begins with; the kinds of structure, in the order they are drawn."""
KINDS = tuple(PREFIXES)
_DEPARTEMENTS = departements()
_COMMUNES = communes()
_YEARS = (2022, 2023, 2024, 2025, 2026)
_NO_LEGAL_PERSON = (None, LegalForm.NATURAL_PERSON)


def _seat_departement(teller: Teller, told: Told) -> str:
    commune = told.get("seat_commune")
    if not isinstance(commune, str):
        return teller.draw(_DEPARTEMENTS)
    return commune[:3] if commune[:2] in ("97", "98") else commune[:2]


def _seat_commune(teller: Teller, told: Told) -> str:
    departement = told["seat_departement"]
    return teller.draw(communes(departement.upper()) if isinstance(departement, str) else _COMMUNES)


def _payments(teller: Teller, told: Told) -> tuple[Payment, ...]:
    """To members first, where they are told."""
    members = told["members"]
    ids = [one.member.id for one in members] if isinstance(members, tuple) else []
    return teller.many(Payment, beneficiary=st.sampled_from([*ids, person(teller.number("person"))]))


def _sisa(teller: Teller, told: Told) -> SISA | None:
    """None where the maison de santé is told to be no legal person."""
    if told["legal_form"] in _NO_LEGAL_PERSON or not teller.mostly():
        return None
    return teller.make(SISA)


def _form_of_a_maison(teller: Teller, told: Told) -> LegalForm | None:
    forms: tuple[LegalForm | None, ...] = (LegalForm.SISA, LegalForm.ASSOCIATION, None, *LegalForm)
    if isinstance(told.get("sisa"), SISA):
        forms = tuple(form for form in forms if form not in _NO_LEGAL_PERSON)
    return teller.any_of(forms)


def _salaried(teller: Teller, told: Told) -> tuple[Professional, ...]:
    """Professionals who are no members."""
    return teller.listed(lambda: newcomer(teller, Professional), most=2)


def _below_minimum_since(teller: Teller, told: Told) -> Any:
    """Untold where partners left: their dates tell when the minimum was lost, and no other day can be right."""
    members = told["members"]
    if isinstance(members, tuple) and any(one.left_on is not None for one in members):
        return UNKNOWN
    return None if not teller.mostly() else teller.day()


_STRUCTURE: dict[str, How] = {
    "legal_form": choice(LegalForm.ASSOCIATION, None, *LegalForm),
    "seat_departement": _seat_departement,
    "members": lambda teller, told: joining(teller, 0, teller.most),
    "finess": perhaps(finess_numbers()),
    "finess_ej": perhaps(finess_numbers()),
    "siret": perhaps(siret_numbers()),
    "seat_commune": _seat_commune,
    "statutes": versions,
}


def _plan(kind: type[Any], word: str, *chains: tuple[str, ...], **how: How) -> Plan:
    def structure_id(teller: Teller, told: Told) -> str:
        return f"{PREFIXES.get(kind, 'structure')}-{teller.number('structure') + 1}"

    named = {"id": structure_id, "name": choice(*(f"{word} {place}" for place in PLACES))}
    return Plan(how={**_STRUCTURE, **named, **how}, chains=chains)


PLANS: Plans = {
    **MEMBERSHIPS,
    **PROJETS,
    **CONTRACTS,
    **STATUTES,
    Payment: Plan(how={"beneficiary": lambda teller, told: person(teller.number("person"))}),
    IndicateursMSP: Plan(how={"year": choice(*_YEARS)}),
    Structure: _plan(Structure, "Structure"),
    CPTS: _plan(CPTS, "CPTS", payments=_payments),
    EquipeDeSoinsPrimaires: _plan(EquipeDeSoinsPrimaires, "Équipe"),
    EquipeDeSoinsSpecialises: _plan(
        EquipeDeSoinsSpecialises,
        "Équipe",
        share_of_specialists=choice(*map(Decimal, ("0", "0.05", "0.09", "0.10", "0.5", "1"))),
        specialists_in_territory=choice(0, 1, 9, 10, 11, 50),
    ),
    MaisonDeSante: _plan(
        MaisonDeSante,
        "Maison de santé",
        legal_form=_form_of_a_maison,
        sisa=_sisa,
        indicateurs=lambda teller, told: tuple(
            teller.make(IndicateursMSP, year=year) for year in teller.some(_YEARS, most=2)
        ),
    ),
    CentreDeSante: _plan(
        CentreDeSante, "Centre de santé", manager=lambda teller, told: teller.make(Organisation)
    ),
    SISA: _plan(
        SISA,
        "SISA",
        ("dissolution_requested_on", "dissolved_on"),
        legal_form=choice(LegalForm.SISA),
        salaried=_salaried,
        below_minimum_since=_below_minimum_since,
    ),
}
