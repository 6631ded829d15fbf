"""What the ACI pays a maison de santé for a civil year: points, and the euros of a point."""

from datetime import date
from decimal import Decimal

import attrs

from cpts_model.engine.citations import Authority
from cpts_model.engine.dates import add_years
from cpts_model.engine.labels import label_of
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, OpenQuestion, Unknown, UnknownFact
from cpts_model.facts.indicateurs_msp import IndicateursMSP
from cpts_model.facts.structures import MaisonDeSante
from cpts_model.law.aci_msp import PREREQUISITES, PointsRow, most_points, points_of, table_of
from cpts_model.law.aci_msp.regime import (
    ACI_MSP,
    CONTRACT_YEARS,
    FIRST_YEAR,
    MAY_BE_UNDER_SECOND_AVENANT,
    POINT_SOURCE,
    POINT_VALUE,
)
from cpts_model.life.basis import Basis
from cpts_model.life.funding import words
from cpts_model.life.funding.contract import Signed, over_by, signed_contract
from cpts_model.life.funding.money import Funding, FundingLine, FundingStatus, Instalment, to_the_cent


def msp_funding(msp: MaisonDeSante, on: date) -> Funding:
    """The lines of the civil year that a day belongs to."""
    signed = signed_contract(msp, on, over=words.MSP_OVER, terminated=words.MSP_OVER)
    if isinstance(signed, Funding):
        return signed
    year = _year_of(msp, on, signed)
    if signed.signed_on > date(on.year, 1, 1) or over_by(signed.contract, date(on.year, 12, 31)):
        return _as_one(year, words.CONTRACT_PART_OF_YEAR)
    indicators = _indicators(msp, on.year)
    if isinstance(indicators, Text):
        return _as_one(_if_required_are_reached(year), indicators)
    try:
        table = table_of(indicators, signed.signed_on)
    except OpenQuestion as silent:
        return _as_one(year, silent.reason)
    except UnknownFact:
        return _as_one(_if_required_are_reached(year), MAY_BE_UNDER_SECOND_AVENANT)
    return _by_points(year, indicators, table, may_be_new=_may_be_new(msp, signed.signed_on))


def _year_of(msp: MaisonDeSante, on: date, signed: Signed) -> Funding:
    """The answer about a civil year, without its lines yet."""
    last_day = date(on.year, 12, 31)
    past = last_day >= add_years(signed.signed_on, CONTRACT_YEARS)
    if past and not isinstance(signed.contract.ends_on, date):
        reasons: tuple[Text, ...] = (words.FIVE_YEARS_PAST,)
    else:
        reasons = () if signed.end_is_told(last_day) else (words.RUNS_ALL_YEAR,)
    return Funding(
        subject=msp,
        on=on,
        standing=FundingStatus.CONDITIONAL if reasons else FundingStatus.RUNNING,
        reasons=reasons,
        exercise=words.filled(words.CIVIL_YEAR, year=on.year),
        first_day=date(on.year, 1, 1),
        last_day=date(on.year, 12, 31),
    )


def _if_required_are_reached(year: Funding) -> Funding:
    """The same year, in which it is not known that the required indicators were reached: without them nothing is paid."""
    if year.on.year < FIRST_YEAR:  # under a table that was not found, of which nothing can be named
        return year
    names = tuple(row.label for row in PREREQUISITES)
    condition = words.filled(words.PREREQUISITES_REACHED, names=names)
    return attrs.evolve(year, standing=FundingStatus.CONDITIONAL, reasons=(*year.reasons, condition))


def _as_one(year: Funding, reason: Text) -> Funding:
    """The pay of the year as one line whose amount is not known."""
    line = FundingLine(key="remuneration", label=words.YEAR_S_PAY, amount=UNKNOWN, reason=reason)
    return attrs.evolve(year, lines=(line,), notes=(words.MSP_ADVANCE,))


def _indicators(msp: MaisonDeSante, year: int) -> IndicateursMSP | Text:
    """The indicators of a year, or why there are none to count."""
    told = () if isinstance(msp.indicateurs, Unknown) else msp.indicateurs
    of_year = [one for one in told if one.year == year]
    if len(of_year) == 1:
        return of_year[0]
    return words.filled(words.INDICATORS_TWICE if of_year else words.INDICATORS_UNKNOWN, year=year)


def _may_be_new(msp: MaisonDeSante, signed_on: date) -> bool:
    """Whether it may be a new structure: one whose projet was lodged less than a year before the contract."""
    projet = msp.projet
    lodged_on = None if projet is None or isinstance(projet, Unknown) else projet.transmitted_on
    return not isinstance(lodged_on, date) or add_years(lodged_on, 1) > signed_on


def _by_points(
    year: Funding, indicators: IndicateursMSP, table: tuple[PointsRow, ...], *, may_be_new: bool
) -> Funding:
    told = {row: getattr(indicators, row.fact) for row in PREREQUISITES}
    missed = tuple(row.label for row, reached in told.items() if reached is False)
    if missed:
        nothing = words.filled(words.PREREQUISITE_MISSED, names=missed)
        if may_be_new:
            return attrs.evolve(
                year, standing=FundingStatus.UNDETERMINED, reasons=(nothing, words.NEW_STRUCTURE)
            )
        return attrs.evolve(year, standing=FundingStatus.NONE, reasons=(nothing,))
    open_ = tuple(row.label for row, reached in told.items() if isinstance(reached, Unknown))
    reasons = year.reasons
    if open_:
        reasons += (words.filled(words.PREREQUISITES_REACHED, names=open_),)
    return attrs.evolve(
        year,
        standing=FundingStatus.CONDITIONAL if reasons else FundingStatus.RUNNING,
        reasons=reasons,
        lines=tuple(_line(row, indicators) for row in table),
        notes=(words.filled(words.POINT, value=POINT_VALUE, source=POINT_SOURCE), words.MSP_ADVANCE),
    )


def _line(row: PointsRow, indicators: IndicateursMSP) -> FundingLine:
    line = FundingLine(
        key=row.key, label=row.label, amount=UNKNOWN, at_most=_most(row, indicators), basis=_basis(row)
    )
    try:
        points = points_of(row, indicators)
    except OpenQuestion as silent:
        return attrs.evolve(line, reason=silent.reason)
    except UnknownFact:
        return attrs.evolve(line, reason=_to_be_told(row, indicators))
    amount = to_the_cent(points * POINT_VALUE)
    paid = (Instalment(when=words.MSP_PAID, amount=amount),)
    return attrs.evolve(line, amount=amount, at_most=amount, points=points, instalments=paid)


def _to_be_told(row: PointsRow, indicators: IndicateursMSP) -> Text:
    """The fact that an indicator waits for: whether it is reached or, if it is, the number of patients."""
    fact = row.fact if isinstance(getattr(indicators, row.fact), Unknown) else "patientele"
    return words.filled(words.TELL_THE_INDICATOR, fact=label_of(IndicateursMSP, fact))


def _most(row: PointsRow, indicators: IndicateursMSP) -> Decimal | None:
    try:
        points = most_points(row, indicators)
    except UnknownFact:
        return None
    return None if points is None else to_the_cent(points * POINT_VALUE)


def _basis(row: PointsRow) -> Basis | None:
    if row.evidence is None:
        return None
    return Basis(
        cites=ACI_MSP,
        authority=Authority.CONVENTION,
        evidence=row.evidence,
        checked_on=row.checked_on,
        source=row.source,
    )
