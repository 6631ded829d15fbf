"""The three years that money around a CPTS is counted by, so that nobody takes one for another."""

from datetime import MAXYEAR, date
from enum import Enum

from cpts_model.engine.dates import Period, add_years
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.contracts import ContratACI
from cpts_model.law.aci_cpts.contract import year_of
from cpts_model.law.csp_d1434_44 import IN_FORCE_SINCE as CAP_SINCE


class Clock(Enum):
    """By which years a sum is counted."""

    CONTRACT_OF_THE_CPTS = "annee-du-contrat-de-la-cpts"
    """From one anniversary of the signature to the next: the ACI of a CPTS."""
    ACI_OF_THE_MSP = "annee-civile-de-l-aci-des-msp"
    """The civil year: the ACI of the maisons de santé."""
    CAP_ON_INDEMNITIES = "annee-civile-du-plafond-des-indemnites"
    """The civil year: what a CPTS pays a professional (CSP, art. D1434-44), since 18 March 2022."""

    @property
    def label(self) -> Text:
        """The clock, in words."""
        return _CLOCKS[self]

    def period_of(
        self, day: date, contract: ContratACI | None | Unknown = UNKNOWN
    ) -> Period | None | Unknown:
        """The year of this clock in which a day falls.

        ``None`` where the clock does not run that day: there is no contract, it is not signed
        yet, or article D1434-44 is not in force. UNKNOWN where the contract, which the first
        clock needs, or the day it was signed is not told.
        """
        if self is Clock.CONTRACT_OF_THE_CPTS:
            return _contract_year(day, contract)
        if self is Clock.CAP_ON_INDEMNITIES and day < CAP_SINCE:
            return None
        return Period(date(day.year, 1, 1), date(day.year + 1, 1, 1) if day.year < MAXYEAR else None)


def _contract_year(day: date, contract: ContratACI | None | Unknown) -> Period | None | Unknown:
    signed_on = contract if contract is None or isinstance(contract, Unknown) else contract.signed_on
    if signed_on is None or isinstance(signed_on, Unknown):
        return signed_on
    year = year_of(signed_on, day)
    return None if year is None else Period(year.first_day, add_years(signed_on, year.number))


_CLOCKS = {
    Clock.CONTRACT_OF_THE_CPTS: Text(
        "année du contrat de la CPTS, d'un anniversaire de la signature au suivant",
        "year of the CPTS's contract, from one anniversary of its signature to the next",
    ),
    Clock.ACI_OF_THE_MSP: Text(
        "année civile de l'ACI des maisons de santé", "civil year of the ACI of the MSP"
    ),
    Clock.CAP_ON_INDEMNITIES: Text(
        "année civile du plafond des indemnités et des rémunérations",
        "civil year of the cap on indemnities and remunerations",
    ),
}
