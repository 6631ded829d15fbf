"""The sheets that a maison de santé sends to the health insurance: its partners, and their diversity."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from cpts_model.engine.cells import starts_formula
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.life.associates import Associate, AssociatesList, ToCheck, name_of
from cpts_model.life.diversity import SOURCE, Condition, Diversity
from cpts_model.report.visible import visible

_EATEN = re.compile(r"0[0-9]+|[0-9]{12,}")
"""Numbers that a spreadsheet would shorten: with a leading zero, or too long for it."""

_WORDS = {
    "name": Text("Nom et prénom", "Surname and first name"),
    "numero_am": Text("Numéro AM", "AM number"),
    "rpps": Text("Numéro RPPS", "RPPS number"),
    "profession": Text("Profession ou spécialité", "Profession or speciality"),
    "remark": Text("À vérifier ou à compléter", "To be checked or completed"),
    "incomplete": Text("liste des membres incomplète", "list of members incomplete"),
    "condition": Text("Condition", "Condition"),
    "state": Text("Résultat", "Result"),
    "source": Text("Source", "Source"),
    "level": Text("Niveau", "Level"),
    "counted": Text("compté", "counted"),
    "check": Text("à vérifier", "to be checked"),
}


def associates_csv(listed: AssociatesList, lang: Lang = "fr") -> bytes:
    """The list of partners for a spreadsheet: UTF-8 with its mark, semicolons, no cell that is a formula.

    Those who are to be checked come last, with what keeps it open in the last column.
    """
    return _csv(lang, ("name", "numero_am", "rpps", "profession", "remark"), _partners(listed, lang))


def _partners(listed: AssociatesList, lang: Lang) -> Iterator[Sequence[str]]:
    for one in listed.associates:
        lacks = ", ".join(text.to(lang) for text in one.lacks)
        yield _partner(one, lang, lacks)
    for doubtful in listed.to_check:
        yield doubtful.name, "", "", "", doubtful.why.to(lang)
    if not listed.complete:
        yield "", "", "", "", _WORDS["incomplete"].to(lang)


def _partner(one: Associate, lang: Lang, remark: str) -> Sequence[str]:
    who = one.professional
    return one.name, _number(who.numero_am), _number(who.rpps), one.profession(lang), remark


def diversity_csv(found: Diversity, lang: Lang = "fr") -> bytes:
    """The two conditions of diversity for a spreadsheet, a line for each person who counts or may."""
    return _csv(lang, ("condition", "name", "profession", "state"), _counted(found, lang))


def _counted(found: Diversity, lang: Lang) -> Iterator[Sequence[str]]:
    for condition in (found.medical, found.paramedical):
        yield from _people(condition, lang)
    if not found.complete:
        yield "", "", "", _WORDS["incomplete"].to(lang)
    yield _WORDS["level"].to(lang), "", "", str(found.level)
    yield _WORDS["source"].to(lang), "", "", SOURCE.to(lang)


def _people(condition: Condition, lang: Lang) -> Iterator[Sequence[str]]:
    title = condition.title.to(lang)
    for one in condition.counted:
        yield title, name_of(one.professional), one.profession.label.to(lang), _WORDS["counted"].to(lang)
    for doubtful in condition.to_check:
        yield title, doubtful.name, "", _open(doubtful, lang)


def _open(doubtful: ToCheck, lang: Lang) -> str:
    return f"{_WORDS['check'].to(lang)} ({doubtful.why.to(lang)})"


def _number(number: str | None | Unknown) -> str:
    return number if isinstance(number, str) else ""


def _csv(lang: Lang, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(_WORDS[header].to(lang) for header in headers)
    for row in rows:
        writer.writerow(map(_cell, row))
    return written.getvalue().encode("utf-8-sig")


def _cell(text: str) -> str:
    """A cell that a spreadsheet shows as it was told: neither run as a formula nor shortened."""
    shown = visible(text)
    return f"'{shown}" if starts_formula(shown) or _EATEN.fullmatch(shown) else shown
