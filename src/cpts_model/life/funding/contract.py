"""Where the contract of a structure stands for a year: signed, running, over, or not known to be."""

from datetime import date

import attrs

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import NotSettled, Unknown
from cpts_model.facts.contracts import ContratACI
from cpts_model.facts.structures import CPTS, MaisonDeSante
from cpts_model.life.funding import words
from cpts_model.life.funding.money import Funding, FundingStatus


@attrs.frozen(slots=True)
class Signed:
    """A contract signed by the day ``on``, and not known to be over that day."""

    contract: ContratACI
    signed_on: date
    on: date

    def end_is_told(self, last_day: date) -> bool:
        """Whether it is known that it runs on the day, and whether it still does on the last of the year."""
        return None not in (over_by(self.contract, self.on), over_by(self.contract, last_day))


def signed_contract(
    structure: CPTS | MaisonDeSante, on: date, *, over: Text, terminated: Text
) -> Signed | Funding:
    """The contract that may pay on a day, or the answer that there is none, or that it is not known.

    ``over`` and ``terminated`` are what is said of a contract that has come to an end.
    """

    def answer(standing: FundingStatus, reason: Text) -> Funding:
        return Funding(subject=structure, on=on, standing=standing, reasons=(reason,))

    contract = structure.contract
    if isinstance(contract, Unknown):
        return answer(FundingStatus.UNDETERMINED, words.CONTRACT_UNKNOWN)
    if contract is None:
        return answer(FundingStatus.NONE, words.NO_CONTRACT)
    signed_on = contract.signed_on
    if isinstance(signed_on, Unknown):
        return answer(FundingStatus.UNDETERMINED, words.SIGNATURE_UNKNOWN)
    if signed_on is None or signed_on > on:
        return answer(FundingStatus.NONE, words.NOT_SIGNED)
    if over_by(contract, on):
        ended = isinstance(contract.terminated_on, date) and contract.terminated_on <= on
        return answer(FundingStatus.NONE, terminated if ended else over)
    return Signed(contract, signed_on, on)


def over_by(contract: ContratACI, day: date) -> bool | None:
    """Whether a contract is over by a day; ``None`` where that is not known."""
    try:
        return contract.over_by(day)
    except NotSettled:
        return None
