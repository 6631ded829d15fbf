"""The calendar of a contract: the whole of its life, from one day told, that of its signature."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

import attrs

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, NotSettled, OpenQuestion, Unknown, UnknownFact, both
from cpts_model.facts.contracts import ContractYear, ContratACI, SizeClass
from cpts_model.facts.missions import Mission
from cpts_model.facts.structures import CPTS
from cpts_model.facts.territories import Territory
from cpts_model.law.aci_cpts import contract as rules
from cpts_model.law.aci_cpts import missions as mission_rules
from cpts_model.law.aci_cpts.article import IN_FORCE
from cpts_model.law.aci_cpts.missions import MissionKind
from cpts_model.law.aci_cpts.sizes import possible_classes, size_class_of
from cpts_model.law.css_l162_14_1 import EFFETS_MAINTENUS
from cpts_model.life.basis import Basis
from cpts_model.life.contract import words
from cpts_model.life.contract.due import Due
from cpts_model.life.contract.dues import Dues
from cpts_model.life.machine import Remark

T = TypeVar("T")


@attrs.frozen(slots=True, kw_only=True, repr=False)
class ContractCalendar:
    """The life of the ACI contract of a CPTS.

    ``signed_on`` is ``None`` where there is no contract, or none signed: nothing is then due, and
    ``remarks`` says so. What follows from a day that nobody told is UNKNOWN, and says which.
    """

    subject_id: str
    signed_on: date | None | Unknown
    size: SizeClass | Unknown
    """The size class that the contract retains or, where it retains none, that of its population."""
    possible_sizes: tuple[SizeClass, ...]
    """The classes that it may be of, as far as is told."""
    size_reason: Text | None
    """Why the size is not known."""
    years: tuple[ContractYear, ...] | Unknown
    """The five years of the agreement, whether or not the contract runs through all of them."""
    missions: tuple[Mission, ...] | Unknown
    term: date | None | Unknown
    """The first day after five years."""
    ends_on: date | None | Unknown
    """The first day without the contract, as told: its written end, or termination where that comes first."""
    dues: tuple[Due, ...]
    """All that is due, by its last day; what has no known day comes last."""
    remarks: tuple[Remark, ...]
    contract: ContratACI | None | Unknown

    def __repr__(self) -> str:
        return f"<ContractCalendar of {self.subject_id}: signed on {self.signed_on}, {len(self.dues)} dues>"

    def year_of(self, day: date) -> ContractYear | None | Unknown:
        """The year of the contract in which a day falls; ``None`` before signature.

        Years go on by the calendar: :meth:`runs_on` tells whether the contract still ran.
        """
        if self.signed_on is None or isinstance(self.signed_on, Unknown):
            return self.signed_on
        return rules.year_of(self.signed_on, day)

    def runs_on(self, day: date) -> bool | Unknown:
        """Whether the contract is signed, and neither ended nor terminated, on a day.

        Past its five years it runs only up to an end that is told: how a contract is renewed was not found.
        """
        if self.signed_on is None:
            return False
        contract, signed_on = self.contract, self.signed_on
        if contract is None or isinstance(contract, Unknown):
            return UNKNOWN
        runs = _settled(lambda: both(lambda: signed_on <= day, lambda: not contract.over_by(day)))
        past = isinstance(self.term, date) and self.term <= day and contract.ends_on is None
        return UNKNOWN if runs is True and past else runs

    def kind_on(self, mission: Mission, day: date) -> MissionKind | None | Unknown:
        """Whether a mission is socle or optional for this contract, on a day; ``None`` where it is neither.

        The crisis mission is socle for a contract that avenant 2 of the agreement binds.
        """
        contract = self.contract

        def kind() -> MissionKind | None:
            of_the_agreement = mission_rules.kind_of(mission, day)
            if mission is not Mission.CRISE or of_the_agreement is None:
                return of_the_agreement
            if contract is None:
                return None
            if isinstance(contract, Unknown):
                raise UnknownFact
            return of_the_agreement if mission_rules.is_bound_by_avenant_2(contract, day) else None

        return _settled(kind)

    def dues_of(self, mission: Mission) -> tuple[Due, ...]:
        """What is due of one mission."""
        return tuple(due for due in self.dues if due.mission is mission)


def contract_calendar(cpts: CPTS) -> ContractCalendar:
    """The whole life of the ACI contract of a CPTS: years, missions and their limits, dialogues, end.

    It asks for no day: :meth:`Due.state_on` and the methods of the calendar do.
    """
    contract = cpts.contract
    told = ContratACI() if isinstance(contract, Unknown) else contract
    signed_on = None if told is None else told.signed_on
    size, possible_sizes, size_reason = _size(cpts)
    end = None if told is None else _told_end(told)
    years = _counted(signed_on, lambda day: tuple(rules.contract_years(day)))
    return ContractCalendar(
        subject_id=cpts.id,
        signed_on=signed_on,
        size=size,
        possible_sizes=possible_sizes,
        size_reason=size_reason,
        years=() if years is None else years,
        missions=() if told is None else told.missions,
        term=_counted(signed_on, rules.term_of),
        ends_on=end,
        dues=() if told is None else _dues(cpts, told, end),
        remarks=tuple(_remarks(contract, signed_on)),
        contract=contract,
    )


def _counted(signed_on: date | None | Unknown, count: Callable[[date], T]) -> T | None | Unknown:
    """What is counted from the day of signature."""
    return signed_on if signed_on is None or isinstance(signed_on, Unknown) else count(signed_on)


def _settled(answer: Callable[[], T]) -> T | Unknown:
    try:
        return answer()
    except NotSettled:
        return UNKNOWN


def _dues(cpts: CPTS, contract: ContratACI, end: date | None | Unknown) -> tuple[Due, ...]:
    runs_from = _settled(lambda: rules.day_of_signature(contract))
    return () if runs_from is None else Dues(cpts, contract, runs_from, end).in_order()


def _told_end(contract: ContratACI) -> date | None | Unknown:
    """The first day without the contract: its end or its termination, whichever comes first."""
    days = (contract.ends_on, contract.terminated_on)
    if any(isinstance(day, Unknown) for day in days):
        return UNKNOWN
    return min((day for day in days if isinstance(day, date)), default=None)


# --- Size


def _size(cpts: CPTS) -> tuple[SizeClass | Unknown, tuple[SizeClass, ...], Text | None]:
    """The size class, the classes that it may be of, and why it is not known."""
    would_be = _by_population(cpts)
    try:
        size = size_class_of(cpts, IN_FORCE)
    except OpenQuestion as open_question:
        return UNKNOWN, would_be, open_question.reason
    except UnknownFact:
        return UNKNOWN, tuple(SizeClass), words.size_untold(would_be)
    return size, (size,), None


def _by_population(cpts: CPTS) -> tuple[SizeClass, ...]:
    """The classes that the population told may be of, whatever the contract retains: all where none is told."""
    for teller in (cpts.contract, cpts.territory_of_action):
        if isinstance(teller, ContratACI | Territory) and isinstance(teller.population, int):
            possible = possible_classes(teller.population)
            return tuple(size for size in SizeClass if size in possible)
    return tuple(SizeClass)


# --- Remarks


def _remarks(contract: ContratACI | None | Unknown, signed_on: date | None | Unknown) -> Iterator[Remark]:
    if isinstance(contract, Unknown):
        yield Remark(text=words.CONTRACT_UNTOLD)
    elif contract is None:
        yield Remark(text=words.NO_CONTRACT)
    elif signed_on is None:
        yield Remark(text=words.NOT_SIGNED)
    else:
        yield from _of_a_contract(contract, signed_on)


def _of_a_contract(contract: ContratACI, signed_on: date | Unknown) -> Iterator[Remark]:
    if isinstance(signed_on, Unknown):
        yield Remark(text=words.SIGNATURE_UNTOLD)
    elif signed_on < IN_FORCE:
        yield Remark(text=words.SIGNED_BEFORE_THE_AGREEMENT)
    ends_on, terminated_on = contract.ends_on, contract.terminated_on
    if isinstance(ends_on, Unknown) or isinstance(terminated_on, Unknown):
        yield Remark(text=words.END_UNTOLD)
    if isinstance(signed_on, date) and isinstance(ends_on, date) and ends_on != rules.term_of(signed_on):
        yield Remark(
            text=words.another_term(ends_on, rules.term_of(signed_on)),
            basis=Basis.of(rules.DUREE),
            warns=True,
        )
    if isinstance(terminated_on, date):
        yield Remark(text=words.terminated(terminated_on))
    replaced_on = contract.agreement_replaced_on
    if isinstance(replaced_on, date):
        yield Remark(text=words.replaced(replaced_on), basis=Basis.of(EFFETS_MAINTENUS), warns=True)
    else:
        yield Remark(text=words.AGREEMENT_GOES_ON, basis=Basis.of(EFFETS_MAINTENUS))
