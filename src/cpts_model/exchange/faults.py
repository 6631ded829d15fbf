"""What is wrong with a dossier, and where: every fault of it at once."""

import re
from collections.abc import Iterable
from typing import Any

import attrs

from cpts_model.engine.errors import CptsModelError
from cpts_model.engine.errors import MissingExtra as MissingExtra  # noqa: PLC0414 - re-exported
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.wording import in_both

SHOWN = 50
"""How many faults a message lists; all of them are in :attr:`BadDossier.faults`."""

MOST = 1000
"""How many faults are collected before reading stops: beyond, the file is something else."""

_PLAIN_KEY = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]{0,59}", re.ASCII)
LONGEST_KEY = 40
_LINE, _COLON = Text("ligne", "line"), Text(" : ", ": ")
NO_OBJECT = Text("n'est pas un objet (écrire { … })", "is not an object (write { … })")
BLANK = Text("le texte est vide", "it is blank")
NO_STRUCTURE = Text("aucune structure n'y figure", "it holds no structure")
_FAULT = Text("erreur", "fault")


@attrs.frozen(slots=True)
class Fault:
    """One thing wrong: its place, as a JSONPath from ``$``, and what would mend it.

    ``words`` say it in both languages (a plain ``str`` says the same in the two), ``message``
    in English. ``line`` is the line of a file that holds a dossier a line.
    """

    path: str
    words: Text = attrs.field(converter=in_both)
    line: int | None = None

    @property
    def message(self) -> str:
        """What is wrong, in English, without its place."""
        return self.words.en

    def to(self, lang: Lang) -> str:
        """The place and what is wrong there, in that language; ``str`` gives the English."""
        line, colon = _LINE.to(lang), _COLON.to(lang)
        place = self.path if self.line is None else f"{line} {self.line}, {self.path}"
        return f"{place}{colon}{self.words.to(lang)}"

    def under(self, step: str) -> "Fault":
        """The same fault, seen from one step further out."""
        return attrs.evolve(self, path=f"${step}{self.path[1:]}")

    def __str__(self) -> str:
        return self.to("en")


class BadDossier(CptsModelError, ValueError):
    """A dossier that cannot be read, with every fault found in it.

    ``source`` says where it came from: a file, or ``None``. ``str`` tells the faults in
    English, :meth:`explain` in either language.
    """

    def __init__(self, faults: Iterable[Fault], source: str | None = None) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        self.source = source
        super().__init__(self.faults, source)

    def explain(self, lang: Lang) -> str:
        """The faults in that language, each with its place, a line each; at most :data:`SHOWN`."""
        lines = [fault.to(lang) for fault in self.faults[:SHOWN]]
        if len(self.faults) > SHOWN:
            lines.append(_more(len(self.faults) - SHOWN).to(lang))
        if self.source is not None:
            count = f"{len(self.faults)} {_FAULT.to(lang)}{'s' if len(self.faults) > 1 else ''}"
            lines.insert(0, f"{self.source}{_COLON.to(lang)}{count}")
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.explain("en")


def _more(faults: int) -> Text:
    return Text(f"et {faults} autre{'s' if faults > 1 else ''}", f"and {faults} more")


class Flawed(BadDossier):
    """What a reader raises inside: the faults, and the facts that can be saved from them.

    ``best`` is the fact with every faulty key left unknown, or UNKNOWN where none can be
    built. Whoever holds it goes on looking for faults with it.
    """

    def __init__(self, faults: Iterable[Fault], best: Any = UNKNOWN) -> None:
        super().__init__(faults)
        self.best = best


class UnknownFormat(CptsModelError, ValueError):
    """A file or a ``format=`` that is none of those read or written here."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name, known)
        self.name = name
        self.known = known

    def explain(self, lang: Lang) -> str:
        """What is not known, and what can be given, in that language."""
        return Text(
            f"le format de {self.name!r} n'est pas connu ici ; il peut être {' ou '.join(self.known)}",
            f"the format of {self.name!r} is not known here; it can be {' or '.join(self.known)}",
        ).to(lang)

    def __str__(self) -> str:
        return self.explain("en")


class Ledger:
    """The faults of one object or list, while it is read."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def note(self, step: str, words: Text) -> None:
        """Add a fault, one step from here; no step for here."""
        self.faults.append(Fault(f"${step}", words))

    def take(self, step: str, bad: BadDossier) -> None:
        """Add the faults found in what stands one step from here."""
        self.faults.extend(fault.under(step) for fault in bad.faults)

    def on_line(self, line: int, bad: BadDossier) -> None:
        """Add the faults found in a line of a file."""
        self.faults.extend(attrs.evolve(fault, line=line) for fault in bad.faults)

    @property
    def full(self) -> bool:
        """Whether reading should stop."""
        return len(self.faults) >= MOST


def bounded(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """At most :data:`MOST` faults, and one that says so when there were more."""
    found = tuple(faults)
    if len(found) < MOST:
        return found
    return (*found[:MOST], Fault("$", _STOPPED))


_STOPPED = Text(
    f"la lecture s'est arrêtée après {MOST} erreurs : il peut y en avoir d'autres",
    f"reading stopped after {MOST} faults: there may be more",
)


def refuse(words: Text, step: str = "") -> Flawed:
    """What a reader raises for one fault."""
    return Flawed((Fault(f"${step}", words),))


def unfit(value: object, words: Text, step: str = "") -> Flawed:
    """What a reader raises for a value that it cannot take: the words go on after the value."""
    return refuse(told_of(value, words), step)


def told_of(value: object, words: Text) -> Text:
    """A sentence that begins with a value."""
    it = quoted(value)
    return Text(f"{it.fr} {words.fr}", f"{it.en} {words.en}")


def step_to(key: object) -> str:
    """A key as a JSONPath step: ``.left_on``, or ``['left on']`` where dots would mislead."""
    if isinstance(key, int):
        return f"[{shown(key)}]"
    if isinstance(key, str) and _PLAIN_KEY.fullmatch(key):
        return f".{key}"
    return f"[{shown(key, LONGEST_KEY)}]"


def shown(value: object, most: int = 60) -> str:
    """A value as an English message quotes it: in the words of JSON, and never long."""
    return quoted(value, most).en


def quoted(value: object, most: int = 60) -> Text:
    """A value as a message quotes it, which differs by the language where it is only named."""
    if isinstance(value, dict):
        return Text("un objet", "an object")
    if isinstance(value, list | tuple):
        return Text("une liste", "a list")
    if isinstance(value, int) and value.bit_length() > 128:
        return Text("un nombre démesuré", "a huge number")
    return in_both(_written(value, most))


def _written(value: object, most: int) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        return repr(cut(value, most))
    return cut(str(value), most)


def cut(text: str, most: int) -> str:
    """A text as a message holds it: its beginning, when it is longer than that."""
    return text if len(text) <= most else f"{text[:most]}…"
