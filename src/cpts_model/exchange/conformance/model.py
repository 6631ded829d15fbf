"""What is said of codes and numbers that do not conform, and as plain data."""

from datetime import date
from enum import Enum
from typing import Any

import attrs

from cpts_model.engine.text import LANGS, Text

FORMAT = "cpts-model/conformance"
VERSION = 1


class Concern(Enum):
    """What may be wrong."""

    DEPRECATED = "deprecated"
    """The code is not to be used any more."""
    NOT_YET_VALID = "not-yet-valid"
    """The code is not to be used yet."""
    UNKNOWN_CODE = "unknown-code"
    """The nomenclature was read whole, and has no such code."""
    UNREAD = "unread"
    """Part of the nomenclature was read, and the code is not in that part."""
    NO_CODE = "no-code"
    """No nomenclature has a code for it that day."""
    KEY = "key"
    """The number has not the shape, or the key, of what it should be: a warning, never a refusal."""

    @property
    def label(self) -> Text:
        """What people call it."""
        return _LABELS[self]


_LABELS = {
    Concern.DEPRECATED: Text("code obsolète", "deprecated code"),
    Concern.NOT_YET_VALID: Text("code pas encore valable", "code not valid yet"),
    Concern.UNKNOWN_CODE: Text("code inconnu", "unknown code"),
    Concern.UNREAD: Text("code non lu", "code not read"),
    Concern.NO_CODE: Text("aucun code", "no code"),
    Concern.KEY: Text("numéro douteux", "doubtful number"),
}


@attrs.frozen(slots=True, kw_only=True)
class Nonconformity:
    """A code or a number that does not conform on the day, and where it stands."""

    concern: Concern
    path: str
    """Its place, as a JSONPath from ``$``."""
    text: Text
    held_by: str | None = None
    """The id, in a dossier, of the member or the structure that it is told of."""
    code: str | None = None
    """System and code: ``TRE_G15-ProfessionSante#35``. ``None`` for a number, and what is no code at all."""
    since: date | None = None
    """The day it was deprecated on, or is valid from."""
    replaced_by: str | None = None
    """The code to use in its place, where one is known."""
    seen: str | None = None
    """The version of the nomenclature that says so."""


@attrs.frozen(slots=True, kw_only=True)
class Note:
    """What has to be known of a nomenclature that was used: not a fault."""

    system: str
    text: Text
    seen: str | None = None
    """The version that was read, where the note says that it is older than the day."""


@attrs.frozen(slots=True, kw_only=True)
class Conformance:
    """What was found on a day.

    ``notes`` say which nomenclatures are newer than what was read of them. ``other_systems``
    are those of the codings that are no nomenclature of the library: nothing is said of these.
    """

    on: date
    nonconformities: tuple[Nonconformity, ...] = ()
    notes: tuple[Note, ...] = ()
    other_systems: tuple[str, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether nothing is to be said of any code or number that was looked at."""
        return not self.nonconformities

    def about(self, *concerns: Concern) -> tuple[Nonconformity, ...]:
        """Those of the kinds asked for."""
        return tuple(one for one in self.nonconformities if one.concern in concerns)


def conformance_to_dict(found: Conformance) -> dict[str, Any]:
    """What was found as plain data that ``json.dumps`` takes as it is; words in French and in English."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "on": found.on.isoformat(),
        "conforms": found.conforms,
        "nonconformities": [
            {
                "concern": one.concern.value,
                "path": one.path,
                "held_by": one.held_by,
                "code": one.code,
                "since": None if one.since is None else one.since.isoformat(),
                "replaced_by": one.replaced_by,
                "seen": one.seen,
                "text": _both(one.text),
            }
            for one in found.nonconformities
        ],
        "notes": [
            {"system": note.system, "seen": note.seen, "text": _both(note.text)} for note in found.notes
        ],
        "other_systems": list(found.other_systems),
    }


def _both(text: Text) -> dict[str, str]:
    return {lang: text.to(lang) for lang in LANGS}
