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

from cpts_model.engine.errors import nearest_names
from cpts_model.engine.text import Text
from cpts_model.exchange.faults import quoted, refuse, unfit
from cpts_model.facts.professions import Profession
from cpts_model.facts.wording import joined, meant, one_of

Reader = Callable[[Any], Any]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_BIGGEST = 10**15
"""Beyond, a number counts neither people nor euros; and no reader of JSON loses digits below."""
_TOO_BIG = Text(
    "est trop grand (les nombres restent ici en dessous de 10^15)",
    "is too big (numbers here stay below 10^15)",
)
_NO_NUMBER = Text(
    "n'est pas un nombre (écrire des chiffres, sans guillemets)",
    "is not a number (write digits, without quotes)",
)
_EXPONENT = Text(
    "n'est pas un nombre (écrire des chiffres, sans exposant)",
    "is not a number (write digits, without exponent)",
)
_CONTROLS = frozenset({"Cc", "Zl", "Zp"})
"""The Unicode categories of what is no part of a text but commands a screen, or breaks a line."""
_CONTROL = Text("contient un caractère de contrôle", "holds a control character")
_INVISIBLE = Text("contient un caractère invisible", "holds an invisible character")
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
        raise unfit(
            value,
            Text(
                "n'est ni vrai ni faux (écrire true ou false, sans guillemets)",
                "is not a truth value (write true or false, without quotes)",
            ),
        )
    return value


def read_int(value: Any) -> int:
    """A whole number of sensible size."""
    if _endless(value) or (type(value) is int and abs(value) >= _BIGGEST):
        raise unfit(value, _TOO_BIG)
    if type(value) is not int:
        raise unfit(
            value,
            Text(
                "n'est pas un nombre entier (écrire des chiffres seuls, sans guillemets)",
                "is not a whole number (write digits alone, without quotes)",
            ),
        )
    return value


def _endless(value: Any) -> bool:
    return isinstance(value, BadNumber) and value.endless


def read_text(value: Any) -> str:
    """A text of one line that can be written in UTF-8."""
    return _without(_CONTROLS, _CONTROL, _encodable(value))


def read_words(value: Any) -> str:
    """A text for the reader, of several lines maybe."""
    return _without(_CONTROLS, _CONTROL, _encodable(value), but="\t\n\r")


def read_id(value: Any) -> str:
    """A text that names somebody: no other may look the same."""
    text = _without(frozenset({"Cf"}), _INVISIBLE, read_text(value))
    if text.strip() not in ("", text):  # one that is blank has a fault of its own
        raise unfit(text, Text("commence ou finit par un espace", "begins or ends with a space"))
    return text


def _without(categories: frozenset[str], holds: Text, text: str, but: str = "") -> str:
    """The text, unless it holds characters of these categories."""
    if not text.isprintable():  # few texts are looked through, and each character once
        for character in dict.fromkeys(text):
            if unicodedata.category(character) in categories and character not in but:
                code = f"(U+{ord(character):04X})"
                raise unfit(text, Text(f"{holds.fr} {code}", f"{holds.en} {code}"))
    return text


def _encodable(value: Any) -> str:
    if not isinstance(value, str):
        raise unfit(
            value,
            Text("n'est pas un texte (l'écrire entre guillemets)", "is not a text (write it between quotes)"),
        )
    try:
        value.encode()
    except UnicodeEncodeError:
        words = Text(
            "contient une moitié de caractère (un demi-codet isolé)",
            "holds half a character (a lone surrogate)",
        )
        raise unfit(value, words) from None
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
    raise unfit(value, Text("n'est pas une date (écrire AAAA-MM-JJ)", "is not a date (write YYYY-MM-DD)"))


def decimal_reader(decimals: int) -> Reader:
    """A reader of exact numbers, which never pass through a float."""

    def read(value: Any) -> Decimal:
        if isinstance(value, float):
            raise unfit(
                value,
                Text(
                    "est un float, qui ne garde pas les centimes exacts (donner un Decimal)",
                    "is a float, which cannot hold cents exactly (give a Decimal)",
                ),
            )
        if type(value) is int and abs(value) >= _BIGGEST:  # making it a Decimal could take forever
            raise unfit(value, _TOO_BIG)
        number = Decimal(value) if type(value) is int else value
        if not isinstance(number, Decimal | BadNumber) or (isinstance(number, Decimal) and number.is_nan()):
            raise unfit(value, _NO_NUMBER)
        if isinstance(number, BadNumber):
            raise unfit(value, _TOO_BIG if number.endless else _EXPONENT)
        exponent = number.as_tuple().exponent
        if number.copy_abs() >= _BIGGEST or not isinstance(exponent, int):
            raise unfit(value, _TOO_BIG)
        if -exponent > decimals:
            raise unfit(value, Text(f"a plus de {decimals} décimales", f"has more than {decimals} decimals"))
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
            raise unfit(value, _not_listed(words))
        if value in members:
            return members[value]
        near = nearest(value, words)
        if kind is Profession:
            raise refuse(joined(_NO_PROFESSION, quoted(value), _profession_meant(value, near)))
        if near or len(words) > _LISTED:
            raise unfit(value, joined(_UNLISTED, meant(near)))
        raise unfit(value, _not_listed(words))

    return read


_UNLISTED = Text("n'est pas un mot de la liste", "is not a word of the list")
_NO_PROFESSION = Text("aucune profession ne s'appelle ", "no profession is ")


def _not_listed(words: tuple[str, ...]) -> Text:
    listed, more = one_of(words[:_LISTED]), " …" if len(words) > _LISTED else ""
    return joined(_UNLISTED, Text(f" (écrire {listed.fr}{more})", f" (write {listed.en}{more})"))


def _profession_meant(word: str, near: tuple[str, ...]) -> Text | None:
    """The professions spelt most like a word, and what it means where people write it so."""
    try:
        from cpts_model.facts.reading import read_profession
    except ImportError:
        return meant(near)
    reading = read_profession(word)
    if reading.certain and reading.professions:
        words = [repr(profession.value) for profession in reading.professions]
        return Text(f" : écrire {' et '.join(words)}", f"; write {' and '.join(words)}")
    return meant(tuple(profession.value for profession in reading.candidates[:3]) or near)
