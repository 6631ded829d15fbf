"""Organisations: what they are, under which form, with which numbers."""

from typing import Any

from hypothesis import strategies as st

from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisations import Organisation
from cpts_model.testing.strategies.arguments import checked
from cpts_model.testing.strategies.numbers import finess_numbers, siren_numbers, siret_numbers, siret_of
from cpts_model.testing.strategies.teller import Plan, Plans, Teller, Told, choice, perhaps, telling


def _siret(teller: Teller, told: Told) -> str | None:
    siren = told["siren"]
    if siren is None:
        return None
    if not teller.perhaps():
        return None
    return teller.draw(siret_of(siren) if isinstance(siren, str) else siret_numbers())


PLANS: Plans = {
    Organisation: Plan(
        how={
            "id": lambda teller, told: f"organisation-{teller.number('organisation') + 1}",
            "name": lambda teller, told: f"Organisation {str(told['id']).rpartition('-')[2]}",
            "legal_form": choice(LegalForm.ASSOCIATION, None, *LegalForm),
            "finess": perhaps(finess_numbers()),
            "siren": perhaps(siren_numbers()),
            "siret": _siret,
            "finess_category": choice(None, "603", "604", "124", "606", "647", "500", "620"),
        }
    )
}


def organisations(*, known: float | None = None, **facts: Any) -> st.SearchStrategy[Organisation]:
    """Invented organisations.

    ``known`` is the share of facts told, drawn when it is not given; any field can be
    given, as a value or as a strategy.

    Raises:
        BadArgument: a share that is none, or a field that an organisation has not.
    """
    numbered = st.integers(1, 99).map(lambda number: f"organisation-{number}")
    given = {"id": numbered} | checked(Organisation, known, facts)
    return telling(PLANS, known, lambda teller: teller.make(Organisation, **given))
