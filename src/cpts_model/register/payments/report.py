"""What came of a table of payments."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import attrs

from cpts_model.engine.explain import format_day
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.structures import CPTS
from cpts_model.law import LAW
from cpts_model.law.csp_d1434_44 import PLAFOND
from cpts_model.register.index import PaidBy
from cpts_model.register.names import name_of
from cpts_model.register.payments import words
from cpts_model.register.payments.desk import desk_of
from cpts_model.register.payments.lines import PaymentLine, When, said_of_line
from cpts_model.register.payments.people import (
    Ledger,
    PersonYear,
    said_of_person,
    untold_question,
    with_running_totals,
    year_of,
)

if TYPE_CHECKING:
    from cpts_model.register.register import Register


MAY_COUNT = (Outcome.SATISFIED, Outcome.UNDETERMINED)


@attrs.frozen(slots=True, kw_only=True, repr=False)
class PaymentReport:
    """Each line of a table judged, and each person's year over all structures.

    There is no truth value: look at ``breaches`` and at ``questions``.
    """

    year: int
    on: date
    """The day under whose law everything is judged: the last of the year."""
    lines: tuple[PaymentLine, ...]
    """Every line, in the order of the table."""
    people: tuple[PersonYear, ...]
    """Every beneficiary of the year, by id."""
    untold: tuple[str, ...] = ()
    """The CPTS of the register of which the payments are unknown, where they were asked for."""
    notes: tuple[Text, ...] = ()

    def __repr__(self) -> str:
        return f"<PaymentReport {self.year}: {len(self.lines)} lines, {len(self.breaches)} breaches>"

    def __bool__(self) -> bool:
        raise TypeError("a report has no truth value: look at .breaches and .questions")

    @property
    def breaches(self) -> tuple[PaymentLine | PersonYear, ...]:
        """The lines that break law or regulation, and the people paid above the ceiling."""
        over = (person for person in self.people if person.outcome is Outcome.VIOLATED)
        return (*(line for line in self.lines if line.breaches), *over)

    @property
    def not_governed(self) -> tuple[PaymentLine, ...]:
        """The lines paid to who is neither a member nor practises in a member structure."""
        return tuple(line for line in self.lines if line.in_question and line.counts is Outcome.VIOLATED)

    @property
    def other_years(self) -> tuple[PaymentLine, ...]:
        """The lines of another year, told and not judged."""
        return tuple(line for line in self.lines if not line.in_question)

    @property
    def questions(self) -> tuple[Text, ...]:
        """What to ask, each question once: of the lines, then of the CPTS."""
        of_lines = (question for line in self.lines for question in line.questions)
        return tuple(dict.fromkeys((*of_lines, *map(untold_question, self.untold))))

    @property
    def settled(self) -> bool:
        """Whether nothing that binds is open: each payment and each sum is judged, whatever doctrine still asks."""
        outcomes = [line.outcome for line in self.lines] + [person.outcome for person in self.people]
        return Outcome.UNDETERMINED not in outcomes and not self.untold

    def of(self, beneficiary: str) -> PersonYear:
        """The year of one beneficiary.

        Raises:
            KeyError: no line of the year is theirs.
        """
        for person in self.people:
            if person.beneficiary == beneficiary:
                return person
        raise KeyError(beneficiary)

    def explain(self, lang: Lang = "fr") -> str:
        """The report in words: people, lines, what was not judged, what to ask."""
        return "\n".join(_said(self, lang))


def _said(report: PaymentReport, lang: Lang) -> Iterator[str]:
    yield words.HEAD.to(lang).format(year=report.year, day=format_day(report.on, lang))
    for note in report.notes:
        yield note.to(lang)
    yield ""
    yield words.PEOPLE.to(lang)
    for person in report.people:
        yield from said_of_person(person, lang)
    yield ""
    for line in report.lines:
        if line.in_question:
            yield from said_of_line(line, lang)
    if report.other_years:
        numbers = ", ".join(str(line.number) for line in report.other_years)
        other = words.OTHER_YEARS if len(report.other_years) > 1 else words.OTHER_YEAR
        yield other.to(lang).format(numbers=numbers)
    if report.questions:
        yield ""
        yield words.ASK.to(lang)
        for question in report.questions:
            yield f"  - {question.to(lang)}"


def payment_check(
    register: "Register",
    payments: Iterable[PaidBy] | None = None,
    *,
    year: int,
    and_own: bool = False,
    law: Law = LAW,
) -> PaymentReport:
    """Judge each payment of a table, and each beneficiary's civil year over all structures.

    Without a table, the payments that the CPTS of the register hold. With one, those alone,
    unless ``and_own`` adds the register's own payments of the year after them. Everything is
    judged under the law of the last day of the year.

    Raises:
        ValueError: the year is not of the calendar.
        TypeError: a line does not say who paid.
    """
    own = tuple(_own(register))
    if payments is None:
        table, asked = own, True
    else:
        of_year = (one for one in own if _may_be_of(one, year)) if and_own else ()
        table, asked = (*_lines_told(payments), *of_year), and_own
    desk = desk_of(register, year, law)
    lines = _with_doubles(desk.read(table))
    untold = _untold(register) if asked else ()
    ledgers = [
        _ledger(register, beneficiary, theirs, year, untold) for beneficiary, theirs in _by_beneficiary(lines)
    ]
    people = [year_of(ledger, law, desk.on) for ledger in ledgers]
    judged = {
        line.number: line
        for ledger, person in zip(ledgers, people, strict=True)
        for line in with_running_totals(ledger, person)
    }
    others = not asked and any(_may_be_of(one, year) for one in own)
    return PaymentReport(
        year=year,
        on=desk.on,
        lines=tuple(judged.get(line.number, line) for line in lines),
        people=tuple(people),
        untold=untold,
        notes=tuple(_notes(law, desk.on, others=others)),
    )


def _notes(law: Law, on: date, *, others: bool) -> Iterator[Text]:
    rule = law.find(PLAFOND.id, on)
    if rule is None:
        yield words.NO_ARTICLE_YET
    elif rule.checked_on is not None and on > rule.checked_on:
        day = rule.checked_on
        yield Text(
            words.BEYOND.fr.format(day=format_day(day, "fr")),
            words.BEYOND.en.format(day=format_day(day, "en")),
        )
    if others:
        yield words.TABLE_ONLY


def _lines_told(payments: Iterable[PaidBy]) -> Iterator[PaidBy]:
    for index, line in enumerate(payments):
        if not isinstance(line, PaidBy):
            raise TypeError(
                f"payments[{index}] is a {type(line).__name__}: write PaidBy(structure_id, payment)"
            )
        yield line


def _own(register: "Register") -> Iterator[PaidBy]:
    for structure in register:
        if isinstance(structure, CPTS) and isinstance(structure.payments, tuple):
            for payment in structure.payments:
                yield PaidBy(structure.id, payment)


def _untold(register: "Register") -> tuple[str, ...]:
    return tuple(
        structure.id
        for structure in register
        if isinstance(structure, CPTS) and isinstance(structure.payments, Unknown)
    )


def _may_be_of(paid: PaidBy, year: int) -> bool:
    day = paid.payment.paid_on
    return isinstance(day, Unknown) or day.year == year


def _with_doubles(lines: tuple[PaymentLine, ...]) -> tuple[PaymentLine, ...]:
    """The lines, each that repeats another word for word with the question whether it is one payment or two."""
    first: dict[PaidBy, int] = {}
    for line in reversed(lines):
        first[PaidBy(line.structure_id, line.payment)] = line.number
    return tuple(_asked_if_double(line, first[PaidBy(line.structure_id, line.payment)]) for line in lines)


def _asked_if_double(line: PaymentLine, first: int) -> PaymentLine:
    if line.number == first or not line.in_question:
        return line
    asked = Text(
        f"ligne {line.number} : la même que la ligne {first} ; un versement, ou deux ?",
        f"line {line.number}: the same as line {first}; one payment, or two?",
    )
    return attrs.evolve(line, questions=(*line.questions, asked))


def _by_beneficiary(lines: Iterable[PaymentLine]) -> list[tuple[str, list[PaymentLine]]]:
    theirs: dict[str, list[PaymentLine]] = defaultdict(list)
    for line in lines:
        if line.in_question:
            theirs[line.payment.beneficiary].append(line)
    return sorted(theirs.items())


def _ledger(
    register: "Register", beneficiary: str, lines: list[PaymentLine], year: int, untold: Iterable[str]
) -> Ledger:
    belonged = {one.structure.id for one in register.history(beneficiary)}
    may_have_paid = tuple(
        cpts for cpts in untold if cpts in belonged or isinstance(register.structure(cpts).members, Unknown)
    )
    return Ledger(
        beneficiary=beneficiary,
        who=lines[0].who,
        year=year,
        lines=tuple(sorted((line for line in lines if line.counts in MAY_COUNT), key=_in_order)),
        untold=may_have_paid,
        names={line.structure_id: line.payer for line in lines}
        | {cpts: name_of(register.structure(cpts)) for cpts in may_have_paid},
    )


def _in_order(line: PaymentLine) -> tuple[bool, date, int]:
    day = line.payment.paid_on
    return line.when is When.UNDATED, day if isinstance(day, date) else date.max, line.number
