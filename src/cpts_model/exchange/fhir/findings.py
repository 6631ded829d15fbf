"""What reading resources finds: faults, which stop it, and notes of what could not become a fact."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

import attrs

from cpts_model.engine.text import Text
from cpts_model.exchange.faults import BLANK, MOST, Fault, Flawed, cut, shown, step_to
from cpts_model.exchange.scalars import read_id, read_text

_LONGEST_WORD = 120
_OTHERS = Text(
    "autres éléments non repris, trop divers pour être nommés",
    "other elements not kept, too diverse to be named",
)


class Outcome(Enum):
    """What became of something that was read."""

    NOT_KEPT = "not-kept"
    IN_PART = "in-part"
    OTHERWISE = "otherwise"


@attrs.frozen(slots=True, kw_only=True)
class Note:
    """Something that was read and is no fact of a dossier as it stood: what, where first, and how often."""

    text: Text
    outcome: Outcome = Outcome.NOT_KEPT
    path: str
    line: int | None = None
    times: int = 1


_HALF = Text(
    "un caractère de contrôle, ou une moitié de caractère", "a control character, or half a character"
)
_NO_TEXT = Text("autre chose qu'un texte", "no text")
_AN_OBJECT = Text("FHIR attend ici un objet (écrire { … })", "an object stands here in FHIR (write { … })")


class Findings:
    """The faults and the notes of one reading."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.line: int | None = None
        """The line that is being read, of a file that holds a resource a line."""
        self._notes: dict[Text, Note] = {}

    @property
    def notes(self) -> tuple[Note, ...]:
        """Every note, those that say the same together."""
        return tuple(self._notes.values())

    def fault(self, path: str, words: Text, line: int | None = None) -> None:
        """Something wrong. No message quotes what stands there."""
        if len(self.faults) < MOST:
            self.faults.append(Fault(path, words, line or self.line))

    def note(
        self, path: str, text: Text, line: int | None = None, outcome: Outcome = Outcome.NOT_KEPT
    ) -> None:
        """Something that is no fact, or another one, or less of one."""
        if text not in self._notes and len(self._notes) >= MOST:
            text, outcome = _OTHERS, Outcome.NOT_KEPT
        known = self._notes.get(text)
        if known is None:
            self._notes[text] = Note(text=text, outcome=outcome, path=path, line=line or self.line)
        else:
            self._notes[text] = attrs.evolve(known, times=known.times + 1)


@attrs.frozen(slots=True)
class Node:
    """An object of a resource, and its place."""

    value: dict[str, Any]
    path: str
    line: int | None
    findings: Findings

    def fault(self, fr: str, en: str, key: str | None = None) -> None:
        """Something wrong here, or in an element of it."""
        self.findings.fault(self._at(key), Text(fr, en), self.line)

    def note(self, fr: str, en: str, key: str | None = None, outcome: Outcome = Outcome.NOT_KEPT) -> None:
        """Something here that is no fact, or another one, or less of one."""
        self.findings.note(self._at(key), Text(fr, en), self.line, outcome)

    def object(self, key: str) -> "Node | None":
        """An element that is an object, if it is there."""
        return self._node(self.value.get(key), self._at(key)) if key in self.value else None

    def objects(self, key: str) -> Iterator["Node"]:
        """The objects of an element that is a list."""
        held = self.value.get(key, [])
        if not isinstance(held, list):
            self.fault(
                "FHIR attend ici une liste (l'écrire entre [ et ])",
                "a list stands here in FHIR (write it between [ and ])",
                key,
            )
            return
        path = self._at(key)
        for place, one in enumerate(held):
            found = self._node(one, f"{path}[{place}]")
            if found is not None:
                yield found

    def text(self, key: str) -> str | None:
        """An element that is a text of one line, if it is there."""
        value = self.value.get(key)
        if value is None:
            return None
        try:
            found = read_text(value)
        except Flawed:
            what = _HALF if isinstance(value, str) else _NO_TEXT
            self.fault(
                f"il y a là {what.fr} : un texte d'une ligne est attendu",
                f"it holds {what.en}: a text of one line is wanted",
                key,
            )
            return None
        if not found.strip():
            self.fault(BLANK.fr, BLANK.en, key)
            return None
        return found

    def id_text(self, key: str) -> str | None:
        """An element that is an id of a dossier, if it is there."""
        found = self.text(key)
        try:
            return found if found is None else read_id(found)
        except Flawed:
            self.fault(
                "le texte commence ou finit par un espace, ou contient un caractère invisible",
                "it begins or ends with a space, or holds an invisible character",
                key,
            )
            return None

    def texts(self, key: str) -> list[str]:
        """The texts of an element that is a list of texts."""
        held = self.value.get(key, [])
        if not isinstance(held, list):
            self.fault("FHIR attend ici une liste de textes", "a list of texts stands here in FHIR", key)
            return []
        try:
            return [read_text(one) for one in held if one is not None]
        except Flawed:
            self.fault(
                "un de ses textes contient un caractère de contrôle, ou n'est pas un texte",
                "one of its texts holds a control character, or is no text",
                key,
            )
            return []

    def flag(self, key: str) -> bool | None:
        """An element that is true or false, if it is there."""
        value = self.value.get(key)
        if value is None or isinstance(value, bool):
            return value
        self.fault(
            "FHIR attend ici true ou false, sans guillemets",
            "true or false stands here in FHIR, without quotes",
            key,
        )
        return None

    @property
    def is_over(self) -> bool:
        """Whether it is told to be old, inactive, or to end: no word on how things stand now."""
        period = self.value.get("period")
        ends = isinstance(period, dict) and "end" in period
        return ends or self.value.get("use") == "old" or self.value.get("active") is False

    def current(self, key: str) -> Iterator["Node"]:
        """The objects of an element that is a list, but those that are over, which a note tells."""
        for one in self.objects(key):
            if one.is_over:
                one.note(
                    f"{key} : ancien, ou qui prend fin, non repris", f"{key}: old, or that ends, not kept"
                )
            else:
                yield one

    def place(self) -> "Node":
        """The same place, without what stands there but the id: a reading holds as many places as resources."""
        return attrs.evolve(self, value={"id": self.value.get("id")})

    def extensions(self, url: str) -> Iterator["Node"]:
        """The extensions of a name."""
        return (one for one in self.objects("extension") if one.value.get("url") == url)

    def not_kept(self, kind: str, kept: frozenset[str]) -> None:
        """Tell the elements of a resource that are not read."""
        for key in self.value:
            if key.removeprefix("_") not in kept:
                word = cut(key, _LONGEST_WORD)
                text = Text(f"élément {kind}.{word} non repris", f"element {kind}.{word} not kept")
                self.findings.note(self.path + step_to(key), text, self.line)

    def _node(self, value: Any, path: str) -> "Node | None":
        if isinstance(value, dict):
            return Node(value, path, self.line, self.findings)
        self.findings.fault(path, _AN_OBJECT, self.line)
        return None

    def _at(self, key: str | None) -> str:
        return self.path if key is None else f"{self.path}.{key}"


def named(system: str) -> str:
    """The name of a system as a note quotes it."""
    return shown(system, _LONGEST_WORD)
