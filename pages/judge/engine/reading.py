"""What somebody drops on the page: a dossier, a register, a list of members."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cpts_model.engine.explain import describe
from cpts_model.engine.text import Lang, Text
from cpts_model.exchange.dossier import loads_dossier, read_structures, to_dict
from cpts_model.exchange.faults import BadDossier, Fault
from cpts_model.exchange.files import holds_lines
from cpts_model.exchange.markup import MAX_DEPTH, TOO_DEEP
from cpts_model.exchange.registers import read_register
from cpts_model.exchange.sheets import BadSheet, MemberSheet, merge_members, read_members
from cpts_model.exchange.sheets.model import Remark

_DOSSIERS = (".json", ".toml", ".jsonl")

_TEXT = re.compile(rb'"(?:[^"\\\n]++|\\.)*+"?')
_TOO_FINE = Text(
    "ce nombre a trop de chiffres pour que cette page le garde exactement",
    "this number has too many digits for this page to keep it exactly",
)
_NO_BRACKETS = bytes(one for one in range(256) if one not in b"[]{}")
_BETWEEN: Mapping[Lang, str] = {"fr": " ; ", "en": "; "}


def read(name: str, lang: Lang, data: bytes = b"") -> dict[str, Any]:
    """What a file holds: ``{"dossiers": […]}``, or the reading of a list of members.

    A dossier is known by the name of its file; anything else is read as a sheet, whatever it
    is called, unless it begins as JSON does.

    Raises:
        BadDossier: a dossier that cannot be read, with every fault.
        BadSheet: no list of members either.
    """
    suffix = _suffix(name, data)
    if suffix.startswith(".json") and _depth(data) > MAX_DEPTH + 1:
        # What the library says once it has parsed it, which Python in a browser does not survive of any depth.
        raise BadDossier([Fault("$", TOO_DEEP)])
    with TemporaryDirectory() as folder:
        path = Path(folder, f"file{suffix or '.csv'}")
        path.write_bytes(data)
        if suffix:
            found = read_structures(path) if holds_lines(path) else read_register(path).structures
            places = [f"$.structures[{at}]" for at in range(len(found))] if len(found) > 1 else ["$"]
            return {
                "dossiers": [_exactly(to_dict(one), place) for one, place in zip(found, places, strict=True)]
            }
        return {"sheet": _sheet(read_members(path), lang)}


def bring(
    dossier: str, lang: Lang, *, keep_going: bool, same_names: bool, day_first: bool, data: bytes = b""
) -> dict[str, Any]:
    """A list of members brought into a structure: the dossier it gives, and what was done or stood in the way.

    Raises:
        BadDossier, BadSheet: one of the two cannot be read.
    """
    structure = loads_dossier(dossier)
    with TemporaryDirectory() as folder:
        path = Path(folder, "file.csv")
        path.write_bytes(data)
        sheet = read_members(path, day_first=day_first)
    merge = merge_members(structure, sheet, keep_going=keep_going, same_names=same_names)
    return {
        "dossier": _exactly(to_dict(merge.structure)),
        "done": merge.done,
        "added": len(merge.added),
        "completed": len(merge.completed),
        "unchanged": len(merge.unchanged),
        "conflicts": [
            {
                "line": one.line,
                "who": one.member_id,
                "fact": one.fact,
                "told": describe(one.told, lang),
                "sheet": describe(one.by_sheet, lang),
            }
            for one in merge.conflicts
        ],
        "refused": [
            {"line": one.line, "why": one.why.to(lang), "mend": one.mend.to(lang)} for one in merge.refused
        ],
    }


def faults_of(bad: BadDossier, lang: Lang) -> list[dict[str, Any]]:
    """Every fault of a dossier: its place, what is wrong, and the line of a file that holds a dossier a line."""
    return [{"path": fault.path, "message": fault.words.to(lang), "line": fault.line} for fault in bad.faults]


def refusal_of(bad: BadSheet, lang: Lang) -> str:
    """Why a file is no list of members, and what would mend it."""
    return f"{bad.problem_words.to(lang)}{_BETWEEN[lang]}{bad.mend_words.to(lang)}"


def _suffix(name: str, data: bytes) -> str:
    """How the name of a dossier ends; nothing for a sheet."""
    suffix = Path(name).suffix.lower()
    if suffix in _DOSSIERS:
        return suffix
    return ".json" if re.match(rb"(?:\xef\xbb\xbf)?\s*\{", data) else ""


def _depth(data: bytes) -> int:
    """How many brackets stand open at most, texts left aside."""
    brackets = _TEXT.sub(b"", data).translate(None, delete=_NO_BRACKETS)
    return max(accumulate(1 if one in b"[{" else -1 for one in brackets), default=0)


def _exactly(dossier: dict[str, Any], place: str = "$") -> dict[str, Any]:
    """The dossier, of which the page holds the numbers as JavaScript does: in binary.

    Raises:
        BadDossier: an amount would become another one.
    """
    if changed := [Fault(path, _TOO_FINE) for path in _changed(dossier, place)]:
        raise BadDossier(changed)
    return dossier


def _changed(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _changed(one, f"{path}.{key}")
    elif isinstance(value, list | tuple):
        for place, one in enumerate(value):
            yield from _changed(one, f"{path}[{place}]")
    elif isinstance(value, Decimal) and Decimal(repr(float(value))) != value:
        yield path


def _sheet(sheet: MemberSheet, lang: Lang) -> dict[str, Any]:
    return {
        "name": sheet.dialect.sheet,
        "others": list(sheet.dialect.other_sheets),
        "members": len(sheet.memberships),
        "columns": [
            {
                "header": column.header or column.letter,
                "taken": column.role.label.to(lang) if column.role is not None else column.fact,
                "how": column.how.label.to(lang),
                "kept": column.kept,
            }
            for column in sheet.columns
        ],
        "faults": _remarks(sheet.faults, lang),
        "doubts": _remarks(sheet.doubts, lang),
        "doubles": [
            {"lines": list(one.lines), "names": list(one.names), "why": [why.to(lang) for why in one.why]}
            for one in sheet.doubles
        ],
    }


def _remarks(remarks: Iterable[Remark], lang: Lang) -> list[dict[str, str]]:
    return [
        {"place": one.place, "text": one.text, "why": one.why.to(lang), "mend": one.mend.to(lang)}
        for one in remarks
    ]
