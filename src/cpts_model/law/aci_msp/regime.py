"""Which table a civil year of a maison de santé is paid by, and what it takes to be paid."""

from datetime import date
from decimal import Decimal

from cpts_model.engine.citations import CONVENTIONS, Citation
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion
from cpts_model.facts.indicateurs_msp import IndicateursMSP
from cpts_model.law.aci_msp.points import TABLE, PointsRow, RowKind

ACI_MSP = Citation(
    CONVENTIONS,
    "accord conventionnel interprofessionnel des structures pluriprofessionnelles du 20 avril 2017",
)
"""The agreement; its first avenant was published in the Journal officiel of 3 August 2022."""

FIRST_YEAR = 2022
"""The first civil year of the table of the first avenant."""

SECOND_AVENANT_FROM = date(2026, 7, 14)
"""The day from which a second avenant is reported to apply; its text was not read."""

CONTRACT_YEARS = 5
"""Years for which the contract is concluded (secondary source: Femasif, page on the ACI)."""

POINT_VALUE = Decimal(7)
"""Euros a point (secondary sources, for the first avenant)."""
POINT_SOURCE = "PAPS Hauts-de-France (2017) ; inchangé sous l'avenant 1 : Le Quotidien du médecin, 13 avril 2022, et Femasif"

PREREQUISITES = tuple(row for row in TABLE if row.kind is RowKind.PREREQUIS)
"""The rows without which nothing is paid."""

TABLE_OF_2017 = Text(
    "la table des points d'avant 2022 n'a pas été trouvée",
    "the table of points of before 2022 was not found",
)
UNDER_SECOND_AVENANT = Text(
    "montants du deuxième avenant de l'ACI, que la maison de santé a rejoint : son texte n'a pas été lu",
    "amounts of the second avenant of the ACI, which the maison de santé joined: its text was not read",
)
MAY_BE_UNDER_SECOND_AVENANT = Text(
    "un deuxième avenant de l'ACI, à adhésion facultative, est rapporté à compter du 14/07/2026 (veille automatique, texte non lu) : "
    "dire si la maison de santé y a adhéré",
    "a second avenant of the ACI, which may be joined or not, is reported from 2026-07-14 on (by an automatic watch, text not read): "
    "say whether the maison de santé joined it",
)
SIGNED_SINCE_SECOND_AVENANT = Text(
    "contrat signé depuis le 14/07/2026, jour du deuxième avenant rapporté de l'ACI : l'adhésion à cet avenant n'est dite facultative que pour "
    "les contrats antérieurs, et son texte n'a pas été lu",
    "contract signed since 2026-07-14, the day of the second avenant reported of the ACI: it may be joined or not, it is said, under older "
    "contracts only, and its text was not read",
)


def table_of(indicators: IndicateursMSP, signed_on: date) -> tuple[PointsRow, ...]:
    """The table by which a civil year is paid under a contract signed on a day.

    Raises:
        OpenQuestion: that of the year was not found, or is not the one held here.
        UnknownFact: whether the maison de santé joined the second avenant is unknown.
    """
    if indicators.year < FIRST_YEAR:
        raise OpenQuestion(TABLE_OF_2017)
    if signed_on >= SECOND_AVENANT_FROM:
        raise OpenQuestion(SIGNED_SINCE_SECOND_AVENANT)
    if indicators.year >= SECOND_AVENANT_FROM.year and indicators.second_avenant:
        raise OpenQuestion(UNDER_SECOND_AVENANT)
    return TABLE
