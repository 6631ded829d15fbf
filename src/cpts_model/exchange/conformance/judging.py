"""Judging codes and numbers one by one, and gathering what is said of them."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from cpts_model.engine.text import Text
from cpts_model.exchange.conformance import words
from cpts_model.exchange.conformance.model import Concern, Conformance, Nonconformity, Note
from cpts_model.exchange.identifiers import BadIdentifier
from cpts_model.exchange.nomenclatures import CODE_SYSTEMS, CodeSystem
from cpts_model.exchange.nomenclatures.system import day_of
from cpts_model.facts.nomenclature import NomenclatureCode
from cpts_model.facts.professions import Profession

Validate = Callable[[Any], str]
"""Gives the compact form of a number, or raises :class:`BadIdentifier`: of what is no text too."""

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,9}", re.ASCII)

_KNOWN = {code.token: code for system in CODE_SYSTEMS for code in system.codes}


class Inspection:
    """What is found on a day, as it is found."""

    def __init__(self, on: date) -> None:
        self.on = on
        self._found: list[Nonconformity] = []
        self._notes: dict[tuple[str, str], Note] = {}
        self._others: dict[str, None] = {}

    def result(self) -> Conformance:
        """All that was found."""
        return Conformance(
            on=self.on,
            nonconformities=tuple(self._found),
            notes=tuple(self._notes.values()),
            other_systems=tuple(self._others),
        )

    def code(self, system: CodeSystem, code: object, path: str, held_by: str | None = None) -> None:
        """Judge a code of a nomenclature; what is no text is no code."""
        code = code if isinstance(code, str) else ""
        found = system.get(code)
        if found is None:
            self._missing(system, code, path, held_by)
            return
        self._note_version(found.system, found.seen)
        ended, begun = _ended_on(found, self.on), found.valid_from
        if ended is not None:
            self._found.append(_of(found, Concern.DEPRECATED, path, held_by, ended))
        elif begun is not None and self.on < begun:
            self._found.append(_of(found, Concern.NOT_YET_VALID, path, held_by, begun))

    def profession(self, profession: Profession, path: str, held_by: str | None = None) -> None:
        """Judge a profession by its codes: one of them has to be valid on the day."""
        usable = [code for code in profession.codes if _usable(code, self.on)]
        for code in usable:
            self._note_version(code.system, code.seen)
        if not usable:
            text = words.without_code(profession, self.on)
            self._found.append(Nonconformity(concern=Concern.NO_CODE, path=path, held_by=held_by, text=text))

    def number(self, validate: Validate, number: object, path: str, held_by: str | None = None) -> None:
        """Judge a number by its shape and its key."""
        try:
            validate(number)
        except BadIdentifier as bad:
            text = Text(bad.to("fr"), bad.to("en"))
            self._found.append(Nonconformity(concern=Concern.KEY, path=path, held_by=held_by, text=text))

    def note_use_of(self, system: CodeSystem) -> None:
        """Say what has to be known before codes of a nomenclature are written."""
        if system.note is not None and (system.note_from is None or system.note_from <= self.on):
            self._notes[system.name, ""] = Note(system=system.name, text=system.note)

    def note_other(self, system: str) -> None:
        """Keep the name of a system that is no nomenclature of the library."""
        self._others[system] = None

    def _note_version(self, system: str, version: str) -> None:
        """Say up to when a nomenclature is known, where the day is later."""
        if (system, version) not in self._notes and self.on > day_of(version):
            text = words.last_seen(system, version)
            self._notes[system, version] = Note(system=system, text=text, seen=version)

    def _missing(self, system: CodeSystem, code: str, path: str, held_by: str | None) -> None:
        if system.version is not None:
            self._note_version(system.name, system.version)
        if _CODE.fullmatch(code) is None:
            concern, text, token = Concern.UNKNOWN_CODE, words.no_form(system), None
        elif system.complete:
            # A value set takes what one register writes: a code that is not in it may exist.
            concern = Concern.UNKNOWN_CODE if system.read_in is None else Concern.UNREAD
            text, token = words.unknown(system, code), f"{system.name}#{code}"
        else:
            concern, text, token = Concern.UNREAD, words.unread(system, code), f"{system.name}#{code}"
        self._found.append(
            Nonconformity(
                concern=concern, path=path, held_by=held_by, text=text, code=token, seen=system.version
            )
        )


def _attested(code: NomenclatureCode) -> NomenclatureCode:
    """A code of the table of professions, with the days that its nomenclature tells."""
    return _KNOWN[code.token]


def _usable(code: NomenclatureCode, on: date) -> bool:
    """Whether a profession can be coded so on the day, its role included."""
    return _attested(code).active_on(on) and (code.role is None or _attested(code.role).active_on(on))


def _ended_on(code: NomenclatureCode, on: date) -> date | None:
    """The day a code was deprecated on, if it is on the day; one that was created so always is."""
    ended, begun = code.deprecated_on, code.valid_from
    if ended is None or (on < ended and (begun is None or begun < ended)):
        return None
    return ended


def _of(
    code: NomenclatureCode, concern: Concern, path: str, held_by: str | None, since: date
) -> Nonconformity:
    said = words.deprecated if concern is Concern.DEPRECATED else words.not_yet_valid
    return Nonconformity(
        concern=concern,
        path=path,
        held_by=held_by,
        text=said(code, since),
        code=code.token,
        since=since,
        replaced_by=code.replaced_by,
        seen=code.seen,
    )
