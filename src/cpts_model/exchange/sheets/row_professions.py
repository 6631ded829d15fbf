"""The profession, the speciality and the mode of practice that a row tells."""

from typing import Any

import attrs

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.sheets.grid import GridRow
from cpts_model.exchange.sheets.roles import Role
from cpts_model.exchange.sheets.sight import Sight
from cpts_model.facts.modes import Mode
from cpts_model.facts.reading import ProfessionReading, read_profession


@attrs.frozen(slots=True, kw_only=True)
class ProfessionRead:
    """What a row says of a profession, before it is known whether it is a person's."""

    text: str
    reading: ProfessionReading
    role: Role
    """The column that the reading came from."""
    speciality_lost: bool = False

    def note(self, sight: Sight, row: GridRow) -> None:
        """Note what the reading leaves open."""
        reading = self.reading
        if self.speciality_lost:
            sight.doubt("speciality-unread", row, Role.SPECIALITY)
        if not self.text:
            return
        if reading.candidates:
            names = ", ".join(profession.label.fr for profession in reading.candidates)
            sight.doubt("profession-candidates", row, self.role, candidates=names)
        elif not reading.professions:
            sight.doubt("profession-unread", row, self.role)
        elif reading.unread:
            read = ", ".join(profession.label.fr for profession in reading.professions)
            sight.doubt("profession-words", row, self.role, words=", ".join(reading.unread), read=read)
        if reading.professions and reading.savoir_faire_candidates:
            place = Role.SPECIALITY if sight.told(row, Role.SPECIALITY) else self.role
            codes = ", ".join(reading.savoir_faire_candidates)
            sight.doubt("speciality-open", row, place, codes=codes)

    def facts(self, sight: Sight, row: GridRow) -> dict[str, Any]:
        """The facts of a professional that are settled."""
        reading = self.reading
        settled = not reading.savoir_faire_candidates
        mode, substitute = _mode(sight, row, reading)
        return {
            "professions": reading.professions or UNKNOWN,
            "savoir_faire": (reading.savoir_faire or UNKNOWN) if settled else UNKNOWN,
            "mode": mode,
            "substitute": substitute,
        }


def read_professions(sight: Sight, row: GridRow) -> ProfessionRead:
    """What the columns of profession and speciality say together."""
    job, field = sight.told(row, Role.PROFESSION) or "", sight.told(row, Role.SPECIALITY) or ""
    if not job:
        return ProfessionRead(text=field, reading=read_profession(field), role=Role.SPECIALITY)
    reading = read_profession(job)
    if not field:
        return ProfessionRead(text=job, reading=reading, role=Role.PROFESSION)
    both = read_profession(f"{job}, {field}")
    agree = both.certain and reading.professions in ((), both.professions) and not both.unread
    told_more = bool(both.savoir_faire or both.savoir_faire_candidates)
    if agree and (
        told_more or not reading.professions or both.professions == read_profession(field).professions
    ):
        return ProfessionRead(text=f"{job}, {field}", reading=both, role=Role.PROFESSION)
    return ProfessionRead(text=job, reading=reading, role=Role.PROFESSION, speciality_lost=True)


def _mode(sight: Sight, row: GridRow, reading: ProfessionReading) -> tuple[Mode | Unknown, bool | Unknown]:
    """The mode that the profession and the column of modes agree on, and whether one says substitute."""
    text = sight.told(row, Role.MODE)
    if text is None:
        return reading.mode, reading.substitute
    told = read_profession(text)
    substitute = True if True in (told.substitute, reading.substitute) else UNKNOWN
    if isinstance(told.mode, Unknown) or "?" in text:
        if told.substitute is not True:
            sight.doubt("mode-unread", row, Role.MODE)
            return UNKNOWN, substitute
        return reading.mode, substitute
    if isinstance(reading.mode, Mode) and reading.mode is not told.mode:
        sight.doubt("mode-differs", row, Role.MODE, profession=reading.mode.label.fr, mode=told.mode.label.fr)
        return UNKNOWN, substitute
    return told.mode, substitute
