"""JSON read swiftly: the plain data of a text in which there is nothing to refuse.

With msgspec (the extra ``fast``) where it is installed and the text is long, else with the standard library.
Neither tells of keys that stand twice, so that they are counted afterwards; what one of them refuses, or reads
otherwise than :func:`~cpts_model.exchange.markup.parse` would, is a doubt, and left to that.
"""

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import cache
from json import JSONDecoder
from typing import Any, TypeVar

from cpts_model.exchange import swift
from cpts_model.exchange.markup import BOM, exact
from cpts_model.exchange.scalars import BadNumber
from cpts_model.exchange.swift import Doubt, Tally
from cpts_model.facts.structures import Structure

T = TypeVar("T")

_LONG = 1_000_000
"""From so many bytes on it pays to import msgspec, and to pause the garbage collector."""

_BOM = BOM.encode()
_BLANKS = b" \t\r\n"
_standard = JSONDecoder(parse_float=exact, parse_constant=BadNumber)


def structure(text: str | bytes, limit: int) -> Structure:
    """The structure that a text describes, if it is no longer than the limit.

    Raises:
        Doubt: the strict reader has to look.
    """
    return _read(swift.structure, text, limit)


def structures(text: str | bytes, limit: int) -> tuple[Structure, ...]:
    """The structures that a text describes: a register, or one dossier. Raises as ``structure`` does."""
    return _read(swift.structures, text, limit)


def _read(read: Callable[[Any, Tally], T], text: str | bytes, limit: int) -> T:
    tally = Tally()
    words = _words(text, limit)
    with _collector_paused() if len(words) >= _LONG else nullcontext():
        found = read(_plain(words), tally)
    _insist_on_single_keys(words, tally.keys)
    return found


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep Python's garbage collector from looking, again and again, through all that was read so far.

    Nothing that reading makes refers to itself, so that there is nothing for it to find.
    """
    works = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if works:
            gc.enable()


def expect(size: int) -> None:
    """Be ready for so many bytes in all, however short each text of them is."""
    if size >= _LONG:
        _fast_decoder()


def _words(text: str | bytes, limit: int) -> bytes:
    """The text without its mark of order, as UTF-8."""
    if type(text) not in (str, bytes) or len(text) > limit:
        raise Doubt
    try:
        return (text.encode() if isinstance(text, str) else text).removeprefix(_BOM)
    except UnicodeEncodeError:
        raise Doubt from None


def _plain(words: bytes) -> Any:
    fast = _fast_decoder() if len(words) >= _LONG or "msgspec" in sys.modules else None
    try:
        return _standard.decode(words.decode()) if fast is None else fast.decode(words)
    except (ValueError, RecursionError):
        raise Doubt from None


@cache
def _fast_decoder() -> Any:
    """The decoder of msgspec, or ``None`` where it is not installed."""
    try:
        import msgspec

        return msgspec.json.Decoder(float_hook=exact)
    except (ImportError, TypeError):  # it is not there, or so old that it has no float_hook
        return None


def _insist_on_single_keys(words: bytes, keys: int) -> None:
    """Give up unless each key that stands in the text is one of those that were read.

    A colon follows each key, so that there are as many at least; in texts there may be more. Rather than these, one
    counts those that follow a quotation mark: of those, too, there are never fewer than keys.
    """
    if words.count(b":") != keys and words.translate(None, _BLANKS).count(b'":') != keys:
        raise Doubt
