"""Reading each line of a table against the register, and judging it under the article."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import attrs

from cpts_model.engine.assess import assess
from cpts_model.engine.errors import nearest_names
from cpts_model.engine.labels import label_of
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown, UnknownFact, any_of
from cpts_model.engine.verdict import Verdict
from cpts_model.facts.belonging import Belonging, ReceivedPayment
from cpts_model.facts.memberships import Membership
from cpts_model.facts.modes import Mode
from cpts_model.facts.payments import Payment
from cpts_model.facts.people import Professional
from cpts_model.facts.structures import CPTS
from cpts_model.law.csp_d1434_44 import IN_FORCE_SINCE, VERSEMENTS, paid_to_a_professional, payments
from cpts_model.register.across import as_received, memberships_in
from cpts_model.register.index import PaidBy
from cpts_model.register.names import name_among, name_of
from cpts_model.register.payments import words
from cpts_model.register.payments.lines import PaymentLine, When
from cpts_model.register.payments.practice import Houses, houses_of
from cpts_model.register.steps import settled

if TYPE_CHECKING:
    from cpts_model.register.register import Register

SATISFIED, VIOLATED, UNDETERMINED = Outcome.SATISFIED, Outcome.VIOLATED, Outcome.UNDETERMINED


@attrs.frozen(slots=True)
class Desk:
    """What a table is read against: the register, the civil year, the law of its last day."""

    register: "Register"
    year: int
    law: Law
    houses: Houses

    @property
    def on(self) -> date:
        """The last day of the year: every payment of it is then made."""
        return date(self.year, 12, 31)

    def read(self, table: Iterable[PaidBy]) -> tuple[PaymentLine, ...]:
        """The lines of a table, each judged by itself."""
        lines = [self._line(number, paid) for number, paid in enumerate(table, 1)]
        verdicts = self._verdicts(lines)
        return tuple(self._with_questions(line, verdicts.get(line.number, ())) for line in lines)

    def _line(self, number: int, paid: PaidBy) -> PaymentLine:
        payment, structure_id = paid.payment, paid.structure_id
        known = structure_id in self.register
        structure = self.register.structure(structure_id) if known else None
        line = PaymentLine(
            number=number,
            structure_id=structure_id,
            payment=payment,
            when=self._when(payment),
            who=self._who(payment.beneficiary),
            payer=name_of(structure) if structure else structure_id,
        )
        if structure is None:
            near = nearest_names(structure_id, [one.id for one in self.register])
            unsure = attrs.evolve(payment, practises_in_member_structure=UNKNOWN)
            return attrs.evolve(
                line,
                problem=_no_structure(structure_id, near),
                received=as_received(unsure, structure_id, UNKNOWN),
                member=UNDETERMINED,
                counts=UNDETERMINED,
            )
        if not isinstance(structure, CPTS):
            return attrs.evolve(line, problem=words.NOT_A_CPTS)
        return self._paid_by(structure, line)

    def _when(self, payment: Payment) -> When:
        if isinstance(payment.paid_on, Unknown):
            return When.UNDATED
        return When.IN_YEAR if payment.paid_on.year == self.year else When.OTHER_YEAR

    def _who(self, beneficiary: str) -> str:
        name = name_among(self.register.history(beneficiary), beneficiary)
        return name if name == beneficiary else f"{name} ({beneficiary})"

    def _paid_by(self, cpts: CPTS, line: PaymentLine) -> PaymentLine:
        payment, day = line.payment, line.payment.paid_on
        held = self.register.history(payment.beneficiary)
        memberships = memberships_in(cpts, held)
        through, practises = (
            self.houses.where(cpts, payment.beneficiary, day) if isinstance(day, date) else ((), UNKNOWN)
        )
        told = payment.practises_in_member_structure
        received = as_received(payment, cpts.id, memberships)
        if isinstance(told, Unknown):
            # Professionals practise in a structure; an organisation does not.
            practises = False if is_organisation(self.register, payment.beneficiary) else practises
            received = attrs.evolve(received, practises_in_member_structure=practises)
        houses = tuple(name_of(self.register.structure(house)) for house in through)
        member, _ = settled(lambda: _was_member(memberships, day))
        return attrs.evolve(
            line,
            received=received,
            through=through,
            member=member,
            counts=_counts(received),
            standing=_standing(line.payer, member, received, houses, self._elsewhere(cpts, payment)),
            notes=tuple(self._notes(line, cpts, held, contradicted=told is False and practises is True)),
        )

    def _elsewhere(self, cpts: CPTS, payment: Payment) -> tuple[str, ...]:
        """The names of the other CPTS of which the beneficiary was a member that day."""
        if isinstance(payment.paid_on, Unknown):
            return ()
        held = self.register.memberships_of(payment.beneficiary, on=payment.paid_on)
        return tuple(
            name_of(one.structure)
            for one in held
            if isinstance(one.structure, CPTS) and one.structure.id != cpts.id
        )

    def _notes(
        self, line: PaymentLine, cpts: CPTS, held: tuple[Belonging, ...], *, contradicted: bool
    ) -> Iterator[Text]:
        payment = line.payment
        if contradicted:
            yield words.TOLD_OTHERWISE
        if any(isinstance(one.member, Professional) and one.member.mode is Mode.SALARIE for one in held[-1:]):
            yield words.SALARIED
        if is_organisation(self.register, payment.beneficiary):
            yield words.ALL_MAY_PASS_ON
        elif not held and isinstance(cpts.members, tuple):
            yield _nobody(payment.beneficiary, cpts)
        if isinstance(payment.paid_on, date) and line.in_question and payment.paid_on < IN_FORCE_SINCE:
            yield words.BEFORE_THE_DECREE

    def _verdicts(self, lines: Iterable[PaymentLine]) -> dict[int, tuple[Verdict, ...]]:
        """What the rules on each payment say of each line, by number: those of one CPTS are judged together."""
        by_cpts: dict[str, list[PaymentLine]] = defaultdict(list)
        for line in lines:
            if line.problem is None and line.in_question:
                by_cpts[line.structure_id].append(line)
        found: dict[int, list[Verdict]] = defaultdict(list)
        for structure_id, theirs in by_cpts.items():
            received = tuple(line.received for line in theirs if line.received is not None)
            judged = assess(
                attrs.evolve(self._cpts(structure_id), payments=received), on=self.on, law=self.law
            )
            for verdict in judged.verdicts:
                assert verdict.index is not None  # each of these rules holds of each payment
                found[theirs[verdict.index].number].append(verdict)
        return {number: tuple(verdicts) for number, verdicts in found.items()}

    def _cpts(self, structure_id: str) -> CPTS:
        cpts = self.register.structure(structure_id)
        assert isinstance(cpts, CPTS)  # or the line would have a problem
        return cpts

    def _with_questions(self, line: PaymentLine, verdicts: tuple[Verdict, ...]) -> PaymentLine:
        if not line.in_question:
            return line
        own = tuple(_asked_of_line(line))
        asked = [*self._asked_by(line)] if any(one.outcome is UNDETERMINED for one in verdicts) else []
        counting = (text for rule_id, text in asked if rule_id == VERSEMENTS.id)
        return attrs.evolve(
            line,
            verdicts=verdicts,
            questions=tuple(dict.fromkeys((*own, *(text for _, text in asked)))),
            counting_questions=tuple(dict.fromkeys((*own, *counting))),
        )

    def _asked_by(self, line: PaymentLine) -> Iterator[tuple[str, Text]]:
        """What the open rules ask: facts of the line by its number, those of the CPTS by their place.

        They are found on the payment and the beneficiary's own memberships: no other can settle it.
        """
        assert line.received is not None
        cpts, memberships = self._cpts(line.structure_id), line.received.memberships
        alone = attrs.evolve(cpts, payments=(line.received,), members=memberships)
        for verdict in assess(alone, on=self.on, law=self.law).undetermined:
            for fact in verdict.unknown:
                place, _, field = fact.path.rpartition("].")
                if place == "payments[0":
                    yield verdict.rule.id, _of_line(line, field)
                else:
                    called, path = (
                        fact.label or Text(fact.path, fact.path),
                        _in_full(fact.path, cpts, memberships),
                    )
                    where = f"({line.structure_id}, {path})"
                    yield verdict.rule.id, Text(f"{called.fr} {where}", f"{called.en} {where}")


def desk_of(register: "Register", year: int, law: Law) -> Desk:
    """A desk for one civil year, with the rules that hold of each payment."""
    rules = tuple(rule for rule in law.rules if rule.each is payments)
    return Desk(register, year, Law(rules, law.articles), houses_of(register))


def is_organisation(register: "Register", beneficiary: str) -> bool:
    """Whether a beneficiary is no human being, as far as the register shows."""
    held = register.history(beneficiary)
    return not held[-1].member.is_natural_person if held else beneficiary in register


def _was_member(memberships: tuple[Membership, ...] | Unknown, day: date | Unknown) -> bool:
    if isinstance(day, Unknown):
        if isinstance(memberships, tuple) and not memberships:
            return False
        raise UnknownFact
    return any_of(memberships, lambda membership: membership.running_on(day))


def _counts(received: ReceivedPayment) -> Outcome:
    return settled(lambda: paid_to_a_professional(received, received.memberships))[0]


# --- Words


def _standing(
    payer: str,
    member: Outcome,
    received: ReceivedPayment,
    houses: tuple[str, ...],
    elsewhere: tuple[str, ...],
) -> Text:
    practises = received.practises_in_member_structure
    if member is SATISFIED:
        return Text(f"Membre de {payer} ce jour-là.", f"A member of {payer} that day.")
    if practises is True and houses:
        where = ", ".join(houses)
        return Text(
            f"Exerce dans {where}, structure adhérente de {payer}.",
            f"Practises in {where}, a member structure of {payer}.",
        )
    if practises is True:
        return Text(
            "Exerce dans une structure adhérente, selon le tableau.",
            "Practises in a member structure, the table says.",
        )
    others = ", ".join(elsewhere)
    if member is VIOLATED and practises is False:
        return Text(
            f"Ni membre de {payer} ce jour-là, ni en exercice dans une structure adhérente"
            + (f" ; membre de {others}." if others else "."),
            f"Neither a member of {payer} that day, nor practising in a member structure"
            + (f"; a member of {others}." if others else "."),
        )
    return Text(
        f"Membre de {payer}, ou en exercice dans une structure adhérente : on ne peut pas encore le dire"
        + (f" ; membre de {others}." if others else "."),
        f"A member of {payer}, or practising in a member structure: it cannot be said yet"
        + (f"; a member of {others}." if others else "."),
    )


def _no_structure(structure_id: str, near: tuple[str, ...]) -> Text:
    like = ", ".join(near)
    return Text(
        f"Le registre ne tient aucune structure « {structure_id} »" + (f" ; identifiants proches : {like}." if like else "."),
        f"The register holds no structure {structure_id!r}" + (f"; ids like it: {like}." if like else "."),
    )  # fmt: skip


def _nobody(beneficiary: str, cpts: CPTS) -> Text:
    members = cpts.members if isinstance(cpts.members, tuple) else ()
    like = ", ".join(nearest_names(beneficiary, {membership.member.id for membership in members}))
    return Text(
        f"Le registre ne connaît pas « {beneficiary} »" + (f" ; identifiants proches : {like}." if like else "."),
        f"The register does not know {beneficiary!r}" + (f"; ids like it: {like}." if like else "."),
    )  # fmt: skip


def _asked_of_line(line: PaymentLine) -> Iterator[Text]:
    if line.problem is not None and line.counts is UNDETERMINED:
        yield Text(
            f"ligne {line.number} : la structure qui a payé", f"line {line.number}: the structure that paid"
        )
    if isinstance(line.payment.paid_on, Unknown):
        yield _of_line(line, "paid_on")
    if isinstance(line.payment.amount, Unknown):
        yield _of_line(line, "amount")


_MEMBER = re.compile(r"members\[(\d+)\](.*)")


def _in_full(path: str, cpts: CPTS, memberships: tuple[Membership, ...] | Unknown) -> str:
    """Where a fact stands among all the members, from where it stands among the beneficiary's memberships."""
    found = _MEMBER.fullmatch(path)
    if found is None or isinstance(memberships, Unknown) or isinstance(cpts.members, Unknown):
        return path
    return f"members[{cpts.members.index(memberships[int(found[1])])}]{found[2]}"


def _of_line(line: PaymentLine, field: str) -> Text:
    called = label_of(Payment, field) or Text(field, field)
    return Text(f"ligne {line.number} : {called.fr}", f"line {line.number}: {called.en}")
