"""What the modules of identifiers share: the shape of a number, and its key.

Numbers are read as people write them: grouped by spaces (the unbreakable ones too), points or
dashes, letters in either case. Nothing is added to a number: what has lost its leading zero is
refused, and told so.
"""

import re
from collections.abc import Callable

import attrs
from stdnum import luhn

from cpts_model.engine.text import Text
from cpts_model.exchange.identifiers.errors import BadFormat, BadIdentifier, BadKey, BadLength, NotText
from cpts_model.exchange.identifiers.kinds import Kind

LONGEST = 300
"""A longer text is no identifier, however it is spaced."""

SPACES = " \t\r\n\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}"

_SEPARATORS = f"{SPACES}.-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}"
_LETTERS = {ord(small): ord(small) - 32 for small in "abcdefghijklmnopqrstuvwxyz"}
_BARE = {**dict.fromkeys(map(ord, _SEPARATORS)), **_LETTERS}

# « 8,5E+13 », « 10002909371.0 »: the point would pass for a separator, and the zero for a digit.
_SCIENTIFIC = re.compile(r"[0-9]([.,][0-9]+)?[eE]\+[0-9]+|[0-9][.,][0-9]+[eE][0-9]+")
_DECIMAL = re.compile(r"[0-9]+[.,]0{1,2}")
_ROUNDED = "00000"

_AS_TEXT = Text(
    "reprendre le numéro à sa source, dans une colonne au format texte",
    "take the number again from its source, in a column formatted as text",
)
AT_THE_SOURCE = Text(
    "comparer chaque caractère avec la source du numéro",
    "compare each character with where the number comes from",
)
_ROUNDED_OFF = Text(
    "ses derniers chiffres sont des zéros : un tableur l'a peut-être arrondi ; comparer avec la source",
    "its last digits are zeros: a spreadsheet may have rounded it; compare with where it comes from",
)
_LEAVE_EMPTY = Text("laisser vide ce qui n'est pas connu", "leave empty what is not known")
LOST_ZERO = Text(
    "un tableur a sans doute effacé le zéro du début : reprendre le numéro à sa source, en format texte",
    "a spreadsheet probably dropped the leading zero: take the number again from its source, as text",
)


def bare(text: str) -> str:
    """A text without separators, its letters in capitals."""
    return text.translate(_BARE)


@attrs.frozen(slots=True, kw_only=True)
class Shape:
    """How long an identifier is, of which characters, and what those of another length may be (``near``)."""

    kind: Kind
    length: int
    pattern: re.Pattern[str]
    made_of: Text
    near: tuple[tuple[str, Text], ...] = ()

    def compact(self, number: object) -> str:
        """The number without separators, its letters in capitals; nothing is checked.

        Raises:
            NotText: it is no text.
        """
        return bare(text_of(self.kind, number))

    def read(self, number: object) -> str:
        """The compact form of a number that has this shape.

        Raises:
            BadIdentifier: it has not.
        """
        found = bare(plain_text(self.kind, number))
        if len(found) != self.length:
            raise self._bad_length(found)
        if self.pattern.fullmatch(found) is None:
            raise BadFormat(self.kind, self.made_of, AT_THE_SOURCE)
        if not found.strip("0"):
            # Luhn's sum of it is right, and systems fill an empty column with it.
            raise BadFormat(self.kind, Text("des zéros seulement", "nothing but zeros"), _LEAVE_EMPTY)
        return found

    def _bad_length(self, found: str) -> BadLength:
        mend = next((mend for form, mend in self.near if re.fullmatch(form, found)), AT_THE_SOURCE)
        problem = Text(
            f"{len(found)} caractère{'s' if len(found) > 1 else ''} au lieu de {self.length}",
            f"{len(found)} character{'' if len(found) == 1 else 's'} instead of {self.length}",
        )
        return BadLength(self.kind, problem, mend)


def text_of(kind: Kind, number: object) -> str:
    """What was given, when it is a text.

    Raises:
        NotText: it is none.
    """
    if isinstance(number, str):
        return number
    raise NotText(
        kind,
        Text(
            f"un texte est attendu, et non une valeur de type {type(number).__name__}",
            f"a text is expected, not a value of type {type(number).__name__}",
        ),
        _AS_TEXT,
    )


def plain_text(kind: Kind, number: object) -> str:
    """A text that may hold a number: short, in ASCII, and as no spreadsheet rewrote it.

    Raises:
        BadIdentifier: it is not such a text.
    """
    text = text_of(kind, number)
    if len(text) <= LONGEST and text.isascii() and text.isalnum():
        return text  # nothing of what follows can be said of it, and most texts are such
    if len(text) > LONGEST:
        problem = Text(f"plus de {LONGEST} caractères", f"more than {LONGEST} characters")
        raise BadLength(kind, problem, AT_THE_SOURCE)
    stripped = text.strip(SPACES)
    if not bare(stripped):
        raise BadLength(kind, Text("rien n'est écrit", "nothing is written"))
    if _SCIENTIFIC.fullmatch(stripped):
        raise BadFormat(
            kind,
            Text("notation scientifique d'un tableur", "the scientific notation of a spreadsheet"),
            _AS_TEXT,
        )
    if _DECIMAL.fullmatch(stripped):
        problem = Text("nombre décimal d'un tableur", "a decimal number of a spreadsheet")
        raise BadFormat(kind, problem, _AS_TEXT)
    found = bare(stripped)
    if not (found.isascii() and found.isprintable()):
        problem = Text(
            "un caractère caché, ou qui n'est ni un chiffre ni une lettre de A à Z",
            "a hidden character, or one that is neither a digit from 0 to 9 nor a letter from A to Z",
        )
        raise BadFormat(kind, problem, Text("retaper le numéro", "type the number again"))
    return stripped


def insist_on_luhn(kind: Kind, number: str, digits: str | None = None) -> None:
    """Check the last digit of a number, which is its Luhn key.

    ``digits`` is what the key is computed on, where it is not the number as it is written.

    Raises:
        BadKey: the key does not hold.
    """
    counted = number if digits is None else digits
    if not luhn.is_valid(counted):
        raise bad_key(kind, number, luhn.calc_check_digit(counted[:-1]))


def bad_key(kind: Kind, number: str, expected: str | None) -> BadKey:
    """The error of a key that does not hold."""
    problem = Text("la clé de contrôle est fausse", "the check digit does not hold")
    return BadKey(kind, problem, _ROUNDED_OFF if number.endswith(_ROUNDED) else AT_THE_SOURCE, expected)


def holds(validate: Callable[..., str], number: object, *, strict: bool) -> bool:
    """Whether a number passes a ``validate``."""
    try:
        validate(number, strict=strict)
    except BadIdentifier:
        return False
    return True


def digits_only(length: int, *, kind: Kind, near: tuple[tuple[str, Text], ...] = ()) -> Shape:
    """The shape of an identifier of digits alone."""
    return Shape(
        kind=kind,
        length=length,
        pattern=re.compile(f"[0-9]{{{length}}}"),
        made_of=Text("autre chose que des chiffres", "something else than digits"),
        near=near,
    )


def in_groups(number: str, *lengths: int) -> str:
    """A number in groups of so many characters, separated by spaces."""
    groups, start = [], 0
    for length in lengths:
        groups.append(number[start : start + length])
        start += length
    return " ".join(groups)
