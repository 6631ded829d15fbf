"""What the ACI pays a CPTS for a year of its contract, line by line."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

import attrs

from cpts_model.engine.citations import Authority
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, OpenQuestion, Unknown
from cpts_model.facts.missions import Mission
from cpts_model.facts.structures import CPTS
from cpts_model.law.aci_cpts.amounts import Figure, Part
from cpts_model.law.aci_cpts.article import AVENANT_2_FROM, IN_FORCE
from cpts_model.law.aci_cpts.contract import year_of
from cpts_model.life.basis import Basis
from cpts_model.life.funding import words
from cpts_model.life.funding.contract import signed_contract
from cpts_model.life.funding.money import Funding, FundingLine, FundingStatus, euros
from cpts_model.life.funding.schedule import SCHEDULE, of_functioning, of_mission, of_variable
from cpts_model.life.funding.year import YearOfContract, size_of

NOTHING = Decimal(0)


def cpts_funding(cpts: CPTS, on: date) -> Funding:
    """The lines of the contract year that a day belongs to."""
    signed = signed_contract(cpts, on, over=words.OVER, terminated=words.TERMINATED)
    if isinstance(signed, Funding):
        return signed
    year = year_of(signed.signed_on, on)
    if signed.signed_on < IN_FORCE:
        return Funding(
            subject=cpts, on=on, standing=FundingStatus.NONE, reasons=(words.BEFORE_THE_AGREEMENT,)
        )
    if year is None:
        return Funding(
            subject=cpts, on=on, standing=FundingStatus.UNDETERMINED, reasons=(words.END_OF_CALENDAR,)
        )
    return _funding_of(cpts, on, YearOfContract(signed, year, size_of(cpts, on)))


def _funding_of(cpts: CPTS, on: date, of: YearOfContract) -> Funding:
    conditions = tuple(_conditions(of))
    missions = of.contract.missions
    listed = () if isinstance(missions, Unknown) else tuple(dict.fromkeys(missions))
    lines = [_functioning(of)]
    if isinstance(missions, Unknown):
        lines.append(_MISSIONS)
    for mission in listed:
        lines.append(_fixed(of, mission))
        if mission is not Mission.CRISE:
            lines.append(_variable(of, mission))
    return Funding(
        subject=cpts,
        on=on,
        standing=FundingStatus.CONDITIONAL if conditions else FundingStatus.RUNNING,
        reasons=conditions,
        exercise=_exercise(of),
        first_day=of.year.first_day,
        last_day=of.year.last_day,
        lines=tuple(lines),
        conditional=tuple(_variable(of, mission) for mission in listed if mission is Mission.CRISE),
        ceiling=_ceiling(of),
        schedule=SCHEDULE,
        notes=tuple(_notes(of, lines, listed)),
    )


def _exercise(of: YearOfContract) -> Text:
    form = words.FIRST_CONTRACT_YEAR if of.year.number == 1 else words.CONTRACT_YEAR
    return words.filled(form, number=of.year.number, first=of.year.first_day, last=of.year.last_day)


def _conditions(of: YearOfContract) -> Iterator[Text]:
    if of.is_past_five_years:
        yield words.FIVE_YEARS_PAST
    elif not of.signed.end_is_told(of.year.last_day):
        yield words.RUNS_ALL_YEAR
    if of.size.supposes is not None:
        yield of.size.supposes
    if isinstance(of.contract.envelopes, Unknown):
        yield words.ANNEX_UNTOLD
    elif of.leaves_parts_untold:
        yield words.PARTS_UNTOLD


def _notes(of: YearOfContract, lines: Iterable[FundingLine], listed: tuple[Mission, ...]) -> Iterator[Text]:
    if not all(line.told for line in lines):
        yield words.TELL_THE_ANNEX
    if of.year.number == 1 and of.signed.signed_on >= AVENANT_2_FROM:
        yield words.START_UP_AID
    days = {told.exercise for told in of.envelopes if told.exercise in of.year}
    for day in sorted(days - {of.year.first_day}):
        yield words.filled(words.NOT_AN_ANNIVERSARY, day=day)
    of_year = [told.mission for told in of.envelopes if told.exercise == of.year.first_day]
    for mission in dict.fromkeys(of_year):
        if mission is not None and mission not in listed:
            yield words.filled(words.NOT_A_MISSION, mission=mission)


@attrs.frozen(slots=True, kw_only=True)
class _Slot:
    """A place in the answer: what it is called, and which amount of the agreement fills it."""

    key: str
    label: Text
    part: Part
    mission: Mission | None = None

    def open(self, reason: Text, at_most: Decimal | None = None) -> FundingLine:
        return FundingLine(key=self.key, label=self.label, amount=UNKNOWN, reason=reason, at_most=at_most)

    def told(self, amount: Decimal, notes: tuple[Text, ...] = ()) -> FundingLine:
        return FundingLine(key=self.key, label=self.label, amount=amount, told=True, notes=notes)

    def reported(self, figure: Figure) -> FundingLine:
        assert figure.evidence is not None  # a figure whose amount is known was read somewhere
        basis = Basis(
            cites=figure.cites,
            authority=Authority.CONVENTION,
            evidence=figure.evidence,
            checked_on=figure.checked_on,
            source=figure.source,
        )
        notes = () if figure.note is None else (figure.note,)
        return FundingLine(key=self.key, label=self.label, amount=figure.euros, basis=basis, notes=notes)


_FUNCTIONING = _Slot(key="fonctionnement", label=words.FUNCTIONING, part=Part.FUNCTIONING)
_CEILING = _Slot(key="plafond", label=words.CEILING, part=Part.CEILING)
_MISSIONS = FundingLine(key="missions", label=words.MISSIONS, amount=UNKNOWN, reason=words.MISSIONS_UNKNOWN)


def _functioning(of: YearOfContract) -> FundingLine:
    line = _granted(of, _FUNCTIONING)
    return attrs.evolve(line, instalments=of_functioning(line.amount, of.year))


def _fixed(of: YearOfContract, mission: Mission) -> FundingLine:
    label = words.filled(words.FIXED_OF, mission=mission)
    line = _granted(of, _Slot(key=f"{mission.value}.fixe", label=label, part=Part.FIXED, mission=mission))
    return attrs.evolve(line, instalments=of_mission(line.amount, of.year, of.paid_from(mission)))


def _granted(of: YearOfContract, slot: _Slot) -> FundingLine:
    """What the contract grants for the year by its own words or, where they are not told, by the agreement."""
    if of.ends_within:
        return slot.open(words.PARTIAL_YEAR)
    try:
        told = of.told(slot.mission)
    except OpenQuestion as twice:
        return slot.open(twice.reason)
    if told is not None and not isinstance(told.fixed, Unknown):
        return _as_told(of, slot, NOTHING if told.fixed is None else told.fixed)
    try:
        figure = of.figure(slot.part, slot.mission)
    except OpenQuestion as silent:
        return slot.open(silent.reason, of.most(slot.part, slot.mission))
    why = None if slot.mission is None else of.why_not_as_reported(slot.mission)
    if why is None:
        return slot.reported(figure)
    # The first year of the crisis plan may bring more than its update.
    most = None if slot.mission is Mission.CRISE else figure.euros
    return attrs.evolve(slot.reported(figure), amount=UNKNOWN, reason=why, at_most=most)


def _as_told(of: YearOfContract, slot: _Slot, amount: Decimal) -> FundingLine:
    """What the contract grants, as told: the whole of it where the mission was started by the anniversary."""
    line = slot.told(amount, _otherwise(of, slot, amount))
    why = of.why_not_whole(slot.mission) if slot.mission is not None and amount else None
    return line if why is None else attrs.evolve(line, amount=UNKNOWN, reason=why, at_most=amount)


def _otherwise(of: YearOfContract, slot: _Slot, amount: Decimal) -> tuple[Text, ...]:
    """That the agreement is reported to give another amount than the contract, as told."""
    try:
        figure = of.figure(slot.part, slot.mission)
    except OpenQuestion:
        return ()
    if figure.euros == amount:
        return ()
    amount_of_it = Text(euros(figure.euros, "fr"), euros(figure.euros, "en"))
    return (words.filled(words.TOLD_OTHERWISE, amount=amount_of_it, source=figure.source),)


def _variable(of: YearOfContract, mission: Mission) -> FundingLine:
    """What comes on top of the fixed part: known after the dialogue or, of the crisis mission, after a crisis."""
    crisis = mission is Mission.CRISE
    slot = _Slot(
        key=f"{mission.value}.{'crise' if crisis else 'variable'}",
        label=words.filled(words.CRISIS_OF if crisis else words.VARIABLE_OF, mission=mission),
        part=Part.CRISIS if crisis else Part.VARIABLE,
        mission=mission,
    )
    reason = words.IF_A_CRISIS if crisis else words.AFTER_THE_DIALOGUE
    try:
        told = of.told(mission)
    except OpenQuestion as twice:
        return slot.open(twice.reason)
    if told is not None and not isinstance(told.variable_obtained, Unknown):
        line = slot.told(told.variable_obtained)
    elif told is not None and told.variable_max is None:
        line = slot.told(NOTHING)
    elif told is not None and not isinstance(told.variable_max, Unknown):
        line = attrs.evolve(slot.open(reason, told.variable_max), told=True)
    else:
        line = _variable_reported(of, slot, reason)
    return attrs.evolve(line, instalments=of_variable(line.amount))


def _variable_reported(of: YearOfContract, slot: _Slot, reason: Text) -> FundingLine:
    """A variable part of which the agreement is reported to give the most, where that is known."""
    try:
        figure = of.figure(slot.part, slot.mission)
    except OpenQuestion as silent:
        return attrs.evolve(slot.open(reason, of.most(slot.part, slot.mission)), notes=(silent.reason,))
    return attrs.evolve(slot.reported(figure), amount=UNKNOWN, reason=reason, at_most=figure.euros)


def _ceiling(of: YearOfContract) -> FundingLine:
    try:
        figure = of.figure(Part.CEILING)
    except OpenQuestion as silent:
        return _CEILING.open(silent.reason)
    ceiling = _CEILING.reported(figure)
    if of.year.first_day < AVENANT_2_FROM or of.has_avenant_2:
        return ceiling
    reason = words.CEILING_OF_AVENANT_2
    return attrs.evolve(ceiling, amount=UNKNOWN, reason=reason, at_most=figure.euros)
