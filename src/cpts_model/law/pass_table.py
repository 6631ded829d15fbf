"""The plafond annuel de la sécurité sociale (PASS), year by year.

The ceiling of a year is fixed by an order (CSS, art. L241-3) and published shortly before the
year begins. It never goes down; the annual value is twelve times the monthly one. A year whose
order was not read has no value here: that of the year before is never used in its place.
"""

from datetime import date
from decimal import Decimal

import attrs

from cpts_model.engine.citations import ACTES, CSS, Citation, Evidence
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, Unknown

CITES = Citation(CSS, "L241-3")
EVIDENCE = Evidence.SECONDARY
CHECKED_ON = date(2026, 1, 6)
"""The last day on which the newest value was seen in force."""
SOURCE = "openfisca-france 176.1.8, plafond_securite_sociale_annuel.yaml"


@attrs.frozen(slots=True, kw_only=True)
class AnnualCeiling:
    """The ceiling of one civil year, in euros, and the order that sets it."""

    year: int
    amount: Decimal
    act: Citation
    published_on: date
    """The day of the Journal officiel."""
    reference: str
    """The identifier of the order: of Légifrance, or its NOR number."""

    @property
    def monthly(self) -> Decimal:
        """The monthly ceiling: a twelfth."""
        return self.amount / 12


def _ceiling(year: int, amount: int, signed: str, published_on: date, reference: str) -> AnnualCeiling:
    page = reference if reference.startswith("JORFTEXT") else None
    return AnnualCeiling(
        year=year,
        amount=Decimal(amount),
        act=Citation(ACTES, f"arrêté du {signed}", None, page),
        published_on=published_on,
        reference=reference,
    )


PASS = (
    _ceiling(2019, 40_524, "11 décembre 2018", date(2018, 12, 15), "JORFARTI000037814805"),
    _ceiling(2020, 41_136, "2 décembre 2019", date(2019, 12, 3), "SSAS1934384A"),
    _ceiling(2021, 41_136, "22 décembre 2020", date(2020, 12, 29), "JORFTEXT000042748904"),
    _ceiling(2022, 41_136, "15 décembre 2021", date(2021, 12, 18), "JORFTEXT000044514684"),
    _ceiling(2023, 43_992, "9 décembre 2022", date(2022, 12, 16), "JORFTEXT000046745084"),
    _ceiling(2024, 46_368, "19 décembre 2023", date(2023, 12, 29), "JORFARTI000048708695"),
    _ceiling(2025, 47_100, "19 décembre 2024", date(2024, 12, 29), "JORFTEXT000050854392"),
    _ceiling(2026, 48_060, "22 décembre 2025", date(2025, 12, 23), "JORFTEXT000053143451"),
)
"""Every year held, oldest first."""


def pass_of(year: int | Unknown) -> AnnualCeiling:
    """The ceiling of a civil year.

    Raises:
        UnknownFact: the year is unknown.
        OpenQuestion: the value of that year is not held here.
    """
    if year < PASS[0].year:
        raise OpenQuestion(
            Text(
                f"le plafond de la sécurité sociale de l'année {year} n'est pas repris ici",
                f"the social-security ceiling of the year {year} is not held here",
            )
        )
    if year > PASS[-1].year:
        raise OpenQuestion(
            Text(
                f"le plafond de la sécurité sociale de l'année {year} n'est pas connu ici : lire l'arrêté de l'année au Journal officiel",
                f"the social-security ceiling of the year {year} is not known here: read the order of the year in the Journal officiel",
            )
        )
    return PASS[year - PASS[0].year]
