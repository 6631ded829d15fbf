"""What the CPTS of a register pay: each payment, and each person's civil year over all of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import MAXYEAR
from pathlib import Path
from typing import Annotated, Any

import attrs
import typer

from cpts_model.cli.console import show, show_json
from cpts_model.cli.files import read, read_as_told, structure_called
from cpts_model.cli.hiding import masked, masked_ids
from cpts_model.cli.options import BREACH, FINE, Format, Format_, Lang_, Language, RegisterFile, day_asked
from cpts_model.cli.plain import both
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.exchange.assessment import plain_value
from cpts_model.exchange.payment_tables import read_payments
from cpts_model.exchange.sheets.cells import rpps_digits
from cpts_model.exchange.sheets.names import name_key
from cpts_model.register import Register
from cpts_model.register.payments import PaidBy, PaymentLine, PaymentReport, PersonYear, Sum, payment_check
from cpts_model.report.text import Line

_PLAIN = Text(
    "Versements qui n'appellent pas de remarque : {n} (--explain les montre).",
    "Payments that call for no remark: {n} (--explain shows them).",
)
_STYLES = {"✗": "breaches", "✓": "satisfied", "?": "unknown", "!": "warnings", "-": "rights_closed"}


def payments(
    file: RegisterFile,
    table: Annotated[
        Path | None,
        typer.Argument(
            metavar="[TABLE]",
            help="A table of payments, .csv or .xlsx (Structure, Bénéficiaire, Date, Montant, Nature). "
            "Left out: the payments that the register holds.",
        ),
    ] = None,
    *,
    year: Annotated[
        int | None,
        typer.Option("--year", min=1, max=MAXYEAR, help="The civil year. That of today by default."),
    ] = None,
    structure: Annotated[
        str | None,
        typer.Option("--structure", metavar="ID", help="Who paid, where no column of the table says so."),
    ] = None,
    and_own: Annotated[
        bool,
        typer.Option("--and-own", help="Add to the table the payments of that year that the register holds."),
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show every payment, those that call for no remark too.")
    ] = False,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Judge each payment of a year, and what each person received from all the CPTS together.

    Payments that call for no remark are counted, and shown with --explain.

    Exit code: 0 no breach, 1 a breach of law or regulation, 2 input that cannot be read.
    """
    as_told = read_as_told(file)
    register = masked(as_told)
    if structure is not None:
        structure_called(register, structure)
    elif len(register) == 1:
        structure = register.structures[0].id
    asked = year or day_asked(None).year
    paid = None
    if table is not None:
        found = read(
            table, lambda path: read_payments(path, payer=UNKNOWN if structure is None else structure)
        )
        hidden = masked_ids(as_told)
        paid = [
            _told_by(hidden(one.structure_id), hidden(one.payment.beneficiary), one)
            for one in _by_ids(found, as_told)
        ]
    report = payment_check(register, paid, year=asked, and_own=and_own)
    if format is Format.json:
        show_json(_document(report))
    else:
        show(_styled(_told(report, lang.value, explain).splitlines()))
    raise typer.Exit(BREACH if report.breaches else FINE)


def _told_by(payer: str, beneficiary: str, paid: PaidBy) -> PaidBy:
    """A payment told by other identifiers."""
    return PaidBy(payer, attrs.evolve(paid.payment, beneficiary=beneficiary))


def _told(report: PaymentReport, lang: Lang, explain: bool) -> str:
    """The report in words, without the payments that call for no remark, unless they are asked for."""
    plain = [line for line in report.lines if not explain and _calls_for_nothing(line)]
    told = attrs.evolve(report, lines=tuple(line for line in report.lines if line not in plain)).explain(lang)
    if not plain:
        return told
    readings = dict.fromkeys(reading.to(lang) for line in plain for reading in line.readings)
    return "\n".join([told, _PLAIN.to(lang).format(n=len(plain)), *readings])


def _calls_for_nothing(line: PaymentLine) -> bool:
    """Whether nothing is wrong, open or to be noted of a payment of the year."""
    met = all(one.outcome in (Outcome.SATISFIED, Outcome.NOT_APPLICABLE) for one in line.verdicts)
    said = (line.problem, line.questions, line.notes, line.crosses)
    return line.in_question and met and not any(said)


def _styled(lines: Iterable[str]) -> Iterable[Line]:
    for number, line in enumerate(lines):
        text = line.lstrip()
        style = "head" if number == 0 else _STYLES.get(text[:1], "plain") if text[1:2] == " " else "plain"
        yield Line(text, style, len(line) - len(text))


def _by_ids(paid: Iterable[PaidBy], register: Register) -> list[PaidBy]:
    """The payments of a table, told by ids where it gives RPPS numbers or names that one member bears."""
    people, payers = _ids_of_people(register), _ids_of_structures(register)

    def told(one: PaidBy) -> PaidBy:
        who = one.payment.beneficiary
        known = who if register.history(who) else people.get(rpps_digits(who), people.get(name_key(who), who))
        payer = one.structure_id
        payer = payer if payer in register else payers.get(name_key(payer), payer)
        return _told_by(payer, known, one)

    return list(map(told, paid))


def _ids_of_people(register: Register) -> Mapping[object, str]:
    """Members by RPPS number and by name; a name that several bear is nobody's."""
    found: dict[object, set[str]] = defaultdict(set)
    for member_id in register.member_ids:
        for one in register.history(member_id):
            rpps = getattr(one.member, "rpps", None)
            if isinstance(rpps, str):
                found[rpps].add(member_id)
            if isinstance(one.member.name, str):
                found[name_key(one.member.name)].add(member_id)
    return {key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1}


def _ids_of_structures(register: Register) -> Mapping[object, str]:
    return {name_key(one.name): one.id for one in register if isinstance(one.name, str)}


def _document(report: PaymentReport) -> dict[str, Any]:
    return {
        "year": report.year,
        "on": report.on.isoformat(),
        "settled": report.settled,
        "breaches": len(report.breaches),
        "people": [_person(person) for person in report.people],
        "lines": [_line(line) for line in report.lines],
        "questions": [both(question) for question in report.questions],
        "notes": [both(note) for note in report.notes],
    }


def _person(person: PersonYear) -> dict[str, Any]:
    return {
        "beneficiary": person.beneficiary,
        "total": _sum(person.total),
        "by_structure": {structure: _sum(total) for structure, total in person.by_structure},
        "ceiling": None if person.ceiling is None else plain_value(person.ceiling.amount),
        "remaining": _sum(person.remaining),
        "outcome": person.outcome.value,
    }


def _line(line: PaymentLine) -> dict[str, Any]:
    payment = line.payment
    told = {name: plain_value(getattr(payment, name)) for name in ("paid_on", "amount", "nature")}
    return {
        "number": line.number,
        "structure": line.structure_id,
        "beneficiary": payment.beneficiary,
        **told,
        "in_question": line.in_question,
        "outcome": line.outcome.value,
        "breaches": [verdict.rule.id for verdict in line.breaches],
        "warnings": [verdict.rule.id for verdict in line.warnings],
        "running": _sum(line.running),
        "remaining": _sum(line.remaining),
        "questions": [both(question) for question in line.questions],
    }


def _sum(total: Sum | None) -> dict[str, Any] | None:
    return None if total is None else {"least": plain_value(total.least), "most": plain_value(total.most)}
