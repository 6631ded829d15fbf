"""What somebody drops on the page: a dossier, a register, a list of members."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cpts_model.engine.explain import describe
from cpts_model.engine.text import Lang
from cpts_model.exchange.dossier import loads_dossier, read_structures, to_dict
from cpts_model.exchange.faults import BadDossier
from cpts_model.exchange.files import holds_lines
from cpts_model.exchange.registers import read_register
from cpts_model.exchange.sheets import BadSheet, MemberSheet, merge_members, read_members
from cpts_model.exchange.sheets.model import Remark

_DOSSIERS = (".json", ".toml", ".jsonl")
_BETWEEN: Mapping[Lang, str] = {"fr": " ; ", "en": "; "}


def read(name: str, lang: Lang, data: bytes = b"") -> dict[str, Any]:
    """What a file holds: ``{"dossiers": […]}``, or the reading of a list of members.

    A dossier is known by the name of its file; anything else is read as a sheet, whatever it
    is called, unless it begins as JSON does.

    Raises:
        BadDossier: a dossier that cannot be read, with every fault.
        BadSheet: no list of members either.
    """
    with TemporaryDirectory() as folder:
        suffix = _suffix(name, data)
        path = Path(folder, f"file{suffix or '.csv'}")
        path.write_bytes(data)
        if suffix:
            found = read_structures(path) if holds_lines(path) else read_register(path).structures
            return {"dossiers": [to_dict(structure) for structure in found]}
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
        "dossier": to_dict(merge.structure),
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
