"""The question itself: what an agreement pays a structure for the year of a day."""

from datetime import date

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.structures import (
    CPTS,
    CentreDeSante,
    EquipeDeSoinsPrimaires,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
    Structure,
)
from cpts_model.life.funding import words
from cpts_model.life.funding.cpts import cpts_funding
from cpts_model.life.funding.money import Funding, FundingLine, FundingStatus
from cpts_model.life.funding.msp import msp_funding

ESS_FUNDED_FROM = date(2025, 1, 1)
"""The first day of the money of the convention médicale 2024-2029 for équipes de soins spécialisés."""


def funding(structure: Structure, *, on: date) -> Funding:
    """What an agreement pays a structure for the year that a day belongs to, line by line.

    For a CPTS that is the year of its contract, by anniversary; for a maison de santé the
    civil year. What the dossier tells of its own contract (``envelopes``) wins over what is
    reported of the agreement; what neither tells is UNKNOWN, with its reason, and never 0.

    An équipe de soins primaires has no pay of this kind: no agreement was seen for it. Of
    centres de santé and équipes de soins spécialisés the amounts were not found.
    """
    if isinstance(structure, CPTS):
        return cpts_funding(structure, on)
    if isinstance(structure, MaisonDeSante):
        return msp_funding(structure, on)
    if isinstance(structure, EquipeDeSoinsPrimaires):
        return _without(structure, on, FundingStatus.NONE, words.NO_ACI_FOR_ESP)
    if isinstance(structure, CentreDeSante):
        return _of_unknown_amount(structure, on, words.CDS_PAY, words.CDS_AMOUNTS)
    if isinstance(structure, EquipeDeSoinsSpecialises):
        if on < ESS_FUNDED_FROM:
            return _without(structure, on, FundingStatus.NONE, words.ESS_BEFORE_2025)
        return _of_unknown_amount(structure, on, words.ESS_PAY, words.ESS_AMOUNTS)
    return _without(structure, on, FundingStatus.UNDETERMINED, words.ASK_THE_MAISON)


def _without(structure: Structure, on: date, standing: FundingStatus, reason: Text) -> Funding:
    return Funding(subject=structure, on=on, standing=standing, reasons=(reason,))


def _of_unknown_amount(structure: Structure, on: date, label: Text, reason: Text) -> Funding:
    """Money that an agreement foresees, whether this structure has it or not: of no known amount."""
    line = FundingLine(key="remuneration", label=label, amount=UNKNOWN, reason=reason)
    return Funding(
        subject=structure, on=on, standing=FundingStatus.UNDETERMINED, reasons=(reason,), lines=(line,)
    )
