"""Scalars: texts, numbers, days and words of a list, taken as they are written or refused."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import attrs

from cpts_model.engine.errors import did_you_mean, nearest_names
from cpts_model.exchange.faults import refuse, shown
from cpts_model.facts.professions import Profession

Reader = Callable[[Any], Any]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BIGGEST = 10**15
"""Beyond, a number counts neither people nor euros; and no reader of JSON loses digits below."""
_BOUND = "numbers here stay below 10^15"
_CONTROLS = frozenset({"Cc", "Zl", "Zp"})
"""The Unicode categories of what is no part of a text but commands a screen, or breaks a line."""
_LISTED = 8
_LONGEST_WORD = 80
"""A longer word is no slip of a known one, and looking for the nearest would take long."""


@attrs.frozen(slots=True)
class BadNumber:
    """A number that JSON's grammar lets through and no fact can be: NaN, or too long."""

    text: str

    @property
    def endless(self) -> bool:
        """Whether it has digits alone, and too many of them."""
        return self.text.lstrip("-").isdigit()

    def __str__(self) -> str:
        return self.text


def nearest(word: object, names: tuple[str, ...]) -> tuple[str, ...]:
    """The names most like a misspelt word, when it is short enough to be one."""
    return _nearest(word, names) if isinstance(word, str) and len(word) <= _LONGEST_WORD else ()


_nearest = lru_cache(maxsize=1024)(nearest_names)


def read_bool(value: Any) -> bool:
    """True and false, and nothing that resembles them."""
    if value is not True and value is not False:
        raise refuse(f"{shown(value)} is not a truth value (write true or false, without quotes)")
    return value


def read_int(value: Any) -> int:
    """A whole number of sensible size."""
    if _endless(value) or (type(value) is int and abs(value) >= _BIGGEST):
        raise refuse(f"{shown(value)} is too big ({_BOUND})")
    if type(value) is not int:
        raise refuse(f"{shown(value)} is not a whole number (write digits alone, without quotes)")
    return value


def _endless(value: Any) -> bool:
    return isinstance(value, BadNumber) and value.endless


def read_text(value: Any) -> str:
    """A text of one line that can be written in UTF-8."""
    return _without(_CONTROLS, "a control character", _encodable(value))


def read_words(value: Any) -> str:
    """A text for the reader, of several lines maybe."""
    return _without(_CONTROLS, "a control character", _encodable(value), but="\t\n\r")


def read_id(value: Any) -> str:
    """A text that names somebody: no other may look the same."""
    text = _without(frozenset({"Cf"}), "an invisible character", read_text(value))
    if text.strip() not in ("", text):  # one that is blank has a fault of its own
        raise refuse(f"{shown(text)} begins or ends with a space")
    return text


def _without(categories: frozenset[str], what: str, text: str, but: str = "") -> str:
    """The text, unless it holds characters of these categories."""
    if not text.isprintable():  # few texts are looked through, and each character once
        for character in dict.fromkeys(text):
            if unicodedata.category(character) in categories and character not in but:
                raise refuse(f"{shown(text)} holds {what} (U+{ord(character):04X})")
    return text


def _encodable(value: Any) -> str:
    if not isinstance(value, str):
        raise refuse(f"{shown(value)} is not a text (write it between quotes)")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise refuse(f"{shown(value)} holds half a character (a lone surrogate)") from None
    return value


def read_date(value: Any) -> date:
    """A day written YYYY-MM-DD, or a date of TOML; never a date and time."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass  # no such day in the calendar
    raise refuse(f"{shown(value)} is not a date (write YYYY-MM-DD)")


def decimal_reader(decimals: int) -> Reader:
    """A reader of exact numbers, which never pass through a float."""

    def read(value: Any) -> Decimal:
        if isinstance(value, float):
            raise refuse(f"{shown(value)} is a float, which cannot hold cents exactly (give a Decimal)")
        if type(value) is int and abs(value) >= _BIGGEST:  # making it a Decimal could take forever
            raise refuse(f"{shown(value)} is too big ({_BOUND})")
        number = Decimal(value) if type(value) is int else value
        if not isinstance(number, Decimal | BadNumber) or (isinstance(number, Decimal) and number.is_nan()):
            raise refuse(f"{shown(value)} is not a number (write digits, without quotes)")
        if isinstance(number, BadNumber):
            what = (
                f"is too big ({_BOUND})"
                if number.endless
                else "is not a number (write digits, without exponent)"
            )
            raise refuse(f"{shown(value)} {what}")
        exponent = number.as_tuple().exponent
        if number.copy_abs() >= _BIGGEST or not isinstance(exponent, int):
            raise refuse(f"{shown(value)} is too big ({_BOUND})")
        if -exponent > decimals:
            raise refuse(f"{shown(value)} has more than {decimals} decimals")
        return number

    return read


SCALARS: Mapping[type[Any], Reader] = MappingProxyType(
    {bool: read_bool, int: read_int, str: read_text, date: read_date, Decimal: decimal_reader(2)}
)


def enum_reader(kind: type[Enum]) -> Reader:
    """A reader of the words of a list, exactly as they are spelt."""
    members = {member.value: member for member in kind}
    words = tuple(members)

    def read(value: Any) -> Enum:
        if not isinstance(value, str):
            raise refuse(f"{shown(value)} is not a word of the list (write {_one_of(words)})")
        if value in members:
            return members[value]
        near = nearest(value, words)
        if kind is Profession:
            raise refuse(f"no profession is {shown(value)}{_meant(value, near)}")
        if near or len(words) > _LISTED:
            raise refuse(f"{shown(value)} is not a word of the list{did_you_mean(near)}")
        raise refuse(f"{shown(value)} is not a word of the list (write {_one_of(words)})")

    return read


def _one_of(words: tuple[str, ...]) -> str:
    listed = [repr(word) for word in words[:_LISTED]]
    return " or ".join(listed) + (" …" if len(words) > _LISTED else "")


def _meant(word: str, near: tuple[str, ...]) -> str:
    """The professions spelt most like a word, and what it means where people write it so."""
    try:
        from cpts_model.facts.reading import read_profession
    except ImportError:
        return did_you_mean(near)
    reading = read_profession(word)
    if reading.certain and reading.professions:
        meant = " and ".join(repr(profession.value) for profession in reading.professions)
        return f"; write {meant}"
    return did_you_mean(tuple(profession.value for profession in reading.candidates[:3]) or near)
