"""One year of the contract of a CPTS: what is told of it, and what the agreement is reported to give."""

from datetime import date
from decimal import Decimal

import attrs

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import NotSettled, OpenQuestion, Unknown, UnknownFact
from cpts_model.facts.contracts import ContractYear, ContratACI, SizeClass
from cpts_model.facts.envelopes import Envelope
from cpts_model.facts.missions import Mission
from cpts_model.facts.structures import CPTS
from cpts_model.law.aci_cpts.amounts import NO_FIRST_PLAN, Figure, Part, figure_of
from cpts_model.law.aci_cpts.contract import contract_year, term_of
from cpts_model.law.aci_cpts.missions import is_bound_by_avenant_2
from cpts_model.law.aci_cpts.sizes import possible_classes, size_class, size_class_of
from cpts_model.life.funding import words
from cpts_model.life.funding.contract import Signed, over_by


@attrs.frozen(slots=True, kw_only=True)
class Size:
    """The size class of a CPTS, or those that it may be of; what it is supposed of, and why it is open."""

    known: SizeClass | None
    possible: frozenset[SizeClass]
    reason: Text = words.SIZE_UNKNOWN
    supposes: Text | None = None


def size_of(cpts: CPTS, on: date) -> Size:
    """The size of a CPTS or, as long as nobody says which one its contract retains, that of its population."""
    try:
        known = size_class_of(cpts, on)
    except OpenQuestion as silent:
        return Size(known=None, possible=frozenset(SizeClass), reason=silent.reason)
    except UnknownFact:
        return _supposed(cpts)
    return Size(known=known, possible=frozenset({known}))


def _supposed(cpts: CPTS) -> Size:
    """The size of the population that is told, of the contract or else of the territory."""
    told = (
        of.population
        for of in (cpts.contract, cpts.territory_of_action)
        if not isinstance(of, Unknown | None)
    )
    population = next((number for number in told if isinstance(number, int)), None)
    if population is None:
        return Size(known=None, possible=frozenset(SizeClass))
    possible = possible_classes(population)
    try:
        known = size_class(population)
    except OpenQuestion as silent:
        return Size(
            known=None, possible=possible, reason=silent.reason, supposes=words.SIZE_OF_THE_POPULATION
        )
    return Size(known=known, possible=possible, supposes=words.SIZE_OF_THE_POPULATION)


@attrs.frozen(slots=True)
class YearOfContract:
    """A year of a signed contract."""

    signed: Signed
    year: ContractYear
    size: Size

    @property
    def contract(self) -> ContratACI:
        """The contract."""
        return self.signed.contract

    @property
    def ends_within(self) -> bool | None:
        """Whether the contract ends before the year does; ``None`` where that is not known."""
        return over_by(self.contract, self.year.last_day)

    @property
    def is_past_five_years(self) -> bool:
        """Whether five years have passed since signature and no later end is told: only a renewal makes it go on."""
        return self.year.first_day >= term_of(self.signed.signed_on) and not isinstance(
            self.contract.ends_on, date
        )

    @property
    def has_avenant_2(self) -> bool:
        """Whether avenant 2 of the agreement is known to bind the contract from the first day of the year."""
        try:
            return is_bound_by_avenant_2(self.contract, self.year.first_day)
        except NotSettled:
            return False

    # --- What the dossier tells

    @property
    def envelopes(self) -> tuple[Envelope, ...]:
        """All that is told of what the contract grants."""
        told = self.contract.envelopes
        return () if isinstance(told, Unknown) else told

    def told(self, mission: Mission | None) -> Envelope | None:
        """What is told of a mission for this year; without a mission, of the functioning.

        Raises:
            OpenQuestion: it is told twice.
        """
        first_day = self.year.first_day
        told = [one for one in self.envelopes if one.exercise == first_day and one.mission is mission]
        if len(told) > 1:
            raise OpenQuestion(words.TOLD_TWICE)
        return told[0] if told else None

    @property
    def leaves_parts_untold(self) -> bool:
        """Whether the contract is told to grant something for this year, and a part of it is not told."""
        return any(
            isinstance(one.fixed, Unknown)
            or (
                one.mission is not None
                and isinstance(one.variable_max, Unknown)
                and isinstance(one.variable_obtained, Unknown)
            )
            for one in self.envelopes
            if one.exercise == self.year.first_day
        )

    def started_by(self, mission: Mission, day: date) -> bool | None:
        """Whether a mission had started by a day; ``None`` where that is not known."""
        try:
            return self.contract.started_by(mission, day)
        except NotSettled:
            return None

    def paid_from(self, mission: Mission) -> date | None:
        """The day of this year from which a mission is paid; ``None`` where it is not known, or there is none."""
        if self.started_by(mission, self.year.first_day):
            return self.year.first_day
        progress = self.contract.progress_of(mission)
        started_on = None if isinstance(progress, Unknown) else progress.started_on
        return started_on if isinstance(started_on, date) and started_on in self.year else None

    # --- What the agreement is reported to give

    def figure(self, part: Part, mission: Mission | None = None) -> Figure:
        """The figure of this year.

        Raises:
            OpenQuestion: the size is not known, or the figure of the size for this year is not.
        """
        if self.size.known is None:
            raise OpenQuestion(self.size.reason)
        return self._figure(self.size.known, part, mission)

    def most(self, part: Part, mission: Mission | None = None) -> Decimal | None:
        """The most that a part can be, by every size that is possible; ``None`` where one is not known."""
        try:
            return max(self._figure(size, part, mission).euros for size in self.size.possible)
        except OpenQuestion:
            return None

    def _figure(self, size: SizeClass, part: Part, mission: Mission | None) -> Figure:
        return figure_of(part, size, mission, first=self.year.first_day, last=self.year.last_day)

    def why_not_as_reported(self, mission: Mission) -> Text | None:
        """Why the fixed part of the agreement is not simply due for this year; ``None`` where it is."""
        return self._why_no_update() if mission is Mission.CRISE else self.why_not_whole(mission)

    def why_not_whole(self, mission: Mission) -> Text | None:
        """Why a fixed part is not due for the whole of this year; ``None`` where it is."""
        started = self.started_by(mission, self.year.first_day)
        if started is None:
            return words.START_UNKNOWN
        if started:
            return None
        return words.STARTS_WITHIN if self.started_by(mission, self.year.last_day) else words.NOT_STARTED

    def _why_no_update(self) -> Text | None:
        """The crisis plan is written in a first year, whose amount is another, and updated in those that follow."""
        before = contract_year(self.signed.signed_on, self.year.number - 1) if self.year.number > 1 else None
        updated = False if before is None else self.started_by(Mission.CRISE, before.first_day)
        if updated is None:
            return words.START_UNKNOWN
        if updated:
            return None
        if self.started_by(Mission.CRISE, self.year.first_day) and before is not None:
            return words.FIRST_PLAN_OR_UPDATE
        return NO_FIRST_PLAN if self.started_by(Mission.CRISE, self.year.last_day) else words.NOT_STARTED
