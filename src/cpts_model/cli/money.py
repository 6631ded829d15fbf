"""Money on the command line: what an agreement pays a structure for the year of a day."""

from typing import Any

from cpts_model.cli.console import show, show_json
from cpts_model.cli.files import read_all, structures_of
from cpts_model.cli.options import Files, Format, Format_, Lang_, Language, On, day_asked
from cpts_model.cli.plain import both, either_way, plain_basis
from cpts_model.exchange.assessment import plain_value, reference
from cpts_model.life.basis import Basis
from cpts_model.life.funding import Funding, FundingLine
from cpts_model.life.funding import funding as funding_of
from cpts_model.report.funding import funding_report
from cpts_model.report.text import Line


def funding(files: Files, on: On = None, lang: Lang_ = Language.fr, format: Format_ = Format.text) -> None:
    """Say what an agreement pays each structure for the year of a day: lines that add up, and what is not known.

    For a CPTS the year is that of its contract, for a maison de santé the civil year.

    Exit code: 0 done, 2 a dossier that cannot be read.
    """
    day = day_asked(on)
    answers = [funding_of(one, on=day) for _, found in read_all(files) for one in structures_of(found)]
    if format is Format.json:
        documents = [_document(answer) for answer in answers]
        show_json(documents[0] if len(documents) == 1 else documents)
        return
    for index, answer in enumerate(answers):
        if index:
            show([Line()])
        show(funding_report(answer, lang.value))


def _document(answer: Funding) -> dict[str, Any]:
    return {
        "subject": reference(answer.subject),
        "on": plain_value(answer.on),
        "standing": answer.standing.value,
        "settled": answer.settled,
        "reasons": [both(reason) for reason in answer.reasons],
        "exercise": {
            "label": either_way(answer.exercise),
            "first_day": plain_value(answer.first_day),
            "last_day": plain_value(answer.last_day),
        },
        "lines": [_line(line) for line in answer.lines],
        "known": plain_value(answer.known),
        "total": plain_value(answer.total),
        "unknown": [line.key for line in answer.unknown],
        "at_most": plain_value(answer.at_most),
        "conditional": [_line(line) for line in answer.conditional],
        "ceiling": None if answer.ceiling is None else _line(answer.ceiling),
        "schedule": _basis(answer.schedule),
        "notes": [both(note) for note in answer.notes],
    }


def _line(line: FundingLine) -> dict[str, Any]:
    return {
        "key": line.key,
        "label": both(line.label),
        "amount": plain_value(line.amount),
        "reason": either_way(line.reason),
        "at_most": plain_value(line.at_most),
        "points": plain_value(line.points),
        "told": line.told,
        "basis": _basis(line.basis),
        "instalments": [
            {"when": both(one.when), "due_on": plain_value(one.due_on), "amount": plain_value(one.amount)}
            for one in line.instalments
        ],
        "notes": [both(note) for note in line.notes],
    }


def _basis(basis: Basis | None) -> dict[str, Any] | None:
    return None if basis is None else plain_basis(basis)
