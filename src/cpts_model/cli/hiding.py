"""What a command read, with people hidden when that was asked for; and what it finds wrong, without quoting it."""

import io
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr
from contextvars import ContextVar
from typing import overload

import typer

from cpts_model.cli.options import SPOKEN
from cpts_model.engine.errors import CptsModelError
from cpts_model.engine.text import Text
from cpts_model.exchange.faults import MissingExtra
from cpts_model.exchange.pseudonyms import Pseudonyms, kept_identifiers
from cpts_model.facts.structures import Structure
from cpts_model.register import Register

ASKED: ContextVar[Pseudonyms | None] = ContextVar("pseudonyms", default=None)
"""The pseudonyms that the running command was asked for."""

_KEPT: ContextVar[frozenset[str]] = ContextVar("kept identifiers", default=frozenset())
"""The identifiers of what it read that stay as they are."""


@overload
def masked(subject: Register) -> Register: ...
@overload
def masked(subject: Structure) -> Structure: ...
@overload
def masked(subject: Structure | Register) -> Structure | Register: ...
def masked(subject: Structure | Register) -> Structure | Register:
    """What was read, with people hidden when that was asked for."""
    asked = ASKED.get()
    if asked is None:
        return subject
    structures = subject if isinstance(subject, Register) else [subject]
    _KEPT.set(_KEPT.get() | kept_identifiers(structures))
    return asked.register(subject) if isinstance(subject, Register) else asked.structure(subject)


def masked_ids(as_told: Register) -> Callable[[str], str]:
    """What gives an identifier of the register as it was told as :func:`masked` gives it."""
    asked = ASKED.get()
    return str if asked is None else asked.identifiers_of(as_told)


_QUOTED = re.compile(
    r"""(?<!\w)(['"])(?:\\.|(?!\1(?!\w)).)*(?:\1|$)"""  # one that a message cuts short goes on to the end
    r"|«[^»\n]*»?|\u201c[^\u201d\n]*\u201d?",
    re.MULTILINE,
)
_UNKNOWN_KEY = re.compile(r"\.\w+(?=: no such key| : la clé \S+ n'existe pas ici)")
_NUMBER = re.compile(r"\d(?:[ .]?\d){7,}")
_PSEUDONYM = re.compile(r"p-[a-z2-7]{16}")
_UNQUOTED = Text(
    "(ce que disent les fichiers n'est pas cité avec --pseudonymise ; lancer la commande sans cette option pour le lire)",
    "(what the files say is not quoted with --pseudonymise; run the command without it to read it)",
)


class Untold(CptsModelError):
    """A failure whose words may have told of somebody: they are left out."""


@contextmanager
def unquoting() -> Iterator[None]:
    """Within it, nothing that is said on the error output, or that fails, quotes a name or a number of a file."""
    said = io.StringIO()
    before = _KEPT.set(frozenset())
    try:
        with redirect_stderr(said):
            yield
    except MissingExtra:
        raise
    except CptsModelError as failure:
        raise Untold(unquoted(str(failure))) from None
    except typer.BadParameter as bad:
        bad.message = unquoted(bad.message)
        raise
    finally:
        sys.stderr.write(unquoted(said.getvalue()))
        _KEPT.reset(before)


def unquoted(message: str) -> str:
    """A message without what it quotes: texts but pseudonyms and ids that are kept, long numbers, keys that no fact has."""
    bare = _QUOTED.sub(lambda one: one[0] if _says_nobody(one[0][1:-1]) else "'…'", message)
    bare = _NUMBER.sub("…", _UNKNOWN_KEY.sub(".…", bare))
    if bare == message:
        return message
    end = "\n" if bare.endswith("\n") else ""
    return f"{bare.removesuffix(end)}\n{_UNQUOTED.to(SPOKEN.get())}{end}"


def _says_nobody(quoted: str) -> bool:
    return quoted in _KEPT.get() or _PSEUDONYM.fullmatch(quoted) is not None
