"""Words and numbers of a cell: unknown, yes and no, amounts, years, RPPS numbers."""

import re
import unicodedata
from decimal import Decimal

from cpts_model.exchange.identifiers import rpps
from cpts_model.facts.reading_tokens import fold

_BLANKS = frozenset(
    {
        "",
        "nc",
        "n c",
        "nr",
        "n r",
        "nsp",
        "nd",
        "n d",
        "na",
        "n a",
        "nan",
        "null",
        "none",
        "vide",
        "inconnu",
        "inconnue",
        "unknown",
        "non precise",
        "non precisee",
        "non renseigne",
        "non renseignee",
        "non communique",
        "non communiquee",
        "non connu",
        "non connue",
        "a preciser",
        "a completer",
        "a renseigner",
        "ne sait pas",
        "not known",
    }
)
_BLANK_NAMES = _BLANKS - {"na", "nan", "nd", "nr", "nsp", "null", "none", "vide", "inconnu", "inconnue"}
"""Short ones may be somebody's name, and "inconnu" would be one badly typed."""
_LONGEST_BLANK = 60
_NONE = frozenset({"neant", "aucun", "aucune"})
_YES = frozenset({"oui", "o", "yes", "y", "x", "ok", "vrai", "true", "1"})
_NO = frozenset({"non", "n", "no", "faux", "false", "0"})
_TICKS = {"✓": True, "✔": True, "☑": True, "✅": True, "✗": False, "✘": False, "❌": False, "☐": False}
_PAID = frozenset(
    [
        "a jour",
        "paye",
        "payee",
        "regle",
        "reglee",
        "acquitte",
        "acquittee",
        "verse",
        "versee",
        "encaisse",
        "encaissee",
        "paid",
    ]
)
_UNPAID = frozenset(
    [
        "impaye",
        "impayee",
        "non paye",
        "non payee",
        "non regle",
        "non reglee",
        "pas a jour",
        "non a jour",
        "pas paye",
        "pas payee",
        "en retard",
        "a regler",
        "a payer",
        "unpaid",
    ]
)
_AMOUNT = re.compile(r"(\d{1,9})(?:[.,](\d{1,2}))?")
_TOTAL = re.compile(
    r"((sous|grand) )?(total|totaux|nombre|nb|effectifs?|compte)( (de|des|d|general|generale|generaux|global|total"
    r"|adherents?|adherentes|adhesions?|membres?|inscrits?|professionnels?|personnes|paiements?|versements?"
    r"|cotisations?|euros?|eur|\d+))*"
)
_SEASON = re.compile(r"((?:19|20)\d\d)(?:\s*[-/–]\s*((?:19|20)?\d\d))?")
_ERROR = re.compile(
    r"#(DIV/0!|REF!|N/A|NAME\?|NOM\?|VALUE!|VALEUR!|NUM!|NOMBRE!|NULL!|NUL!|SPILL!|CALC!|GETTING_DATA|#+)|#{2,}"
)
_SCIENTIFIC = re.compile(r"\d([.,]\d+)?[eE]\+?\d+")
_RPPS = re.compile(r"\d{11}")
_ROUND = "000000"
_MANGLED = re.compile("\N{REPLACEMENT CHARACTER}|Ã[\x80-\xbf©¨ª§´¢®»¯‰€¹]|Â[\xa0°«»]|â€")


def clean(text: str) -> str:
    """A text on one line, with single spaces and no hidden character."""
    kept = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    return " ".join("".join(c for c in kept if unicodedata.category(c) not in ("Cf", "Cs", "Cn")).split())


def word(text: str) -> str:
    """A cell's words in lower case, without accents and punctuation."""
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())


def is_blank(text: str) -> bool:
    """Whether a cell says that nobody knows, or says nothing: ``NC``, ``-``, ``non précisé``."""
    bare = text.strip()
    return len(bare) <= _LONGEST_BLANK and bare not in _TICKS and word(bare) in _BLANKS and not is_error(bare)


def is_blank_name(text: str) -> bool:
    """The same of a name, of which short ones exist."""
    return word(text) in _BLANK_NAMES and not is_error(text)


def is_none(text: str) -> bool:
    """Whether a cell says that there is none: ``néant``, ``aucune``."""
    return word(text) in _NONE


def is_error(text: str) -> bool:
    """Whether a cell shows an error of its spreadsheet, as ``#REF!``."""
    return _ERROR.fullmatch(text.strip()) is not None


def is_formula(text: str) -> bool:
    """Whether a cell holds a formula instead of its result."""
    return text.strip().startswith("=") and len(text.strip()) > 1


def is_mangled(text: str) -> bool:
    """Whether a text was read in another encoding than it was written in, as « RenÃ© »."""
    return _MANGLED.search(text) is not None


def is_total(text: str) -> bool:
    """Whether a cell announces a total or a count: ``Total``, ``Sous-total 2024``; not ``Total Énergies``."""
    return _TOTAL.fullmatch(word(text)) is not None


def yes_or_no(text: str) -> bool | None:
    """What a cell answers; ``None`` when it is no answer."""
    if text.strip() in _TICKS:
        return _TICKS[text.strip()]
    said = word(text)
    return True if said in _YES else False if said in _NO else None


def paid_or_not(text: str) -> bool | None:
    """What a cell says of a fee in words; ``None`` when it is something else."""
    said = word(text)
    if said in _PAID:
        return True
    return False if said in _UNPAID else None if said in ("0", "1") else yes_or_no(text)


def amount_in(text: str) -> Decimal | None:
    """An amount of euros; ``None`` when it is none, or when its point may group thousands."""
    bare = re.sub(r"(?i)€|euros?|eur\b|\s", "", clean(text))
    found = _AMOUNT.fullmatch(bare)
    return Decimal(f"{found[1]}.{found[2] or '0'}") if found else None


def year_in(text: str) -> int | None:
    """A year, or the year in which a season begins: ``2024``, ``2024-2025``, ``2024/25``."""
    found = _SEASON.fullmatch(clean(text))
    if found is None:
        return None
    first = int(found[1])
    return first if found[2] is None or int(found[2][-2:]) == (first + 1) % 100 else None


def rpps_digits(text: str) -> str:
    """A number without the spaces, points and dashes that people group its digits by."""
    return re.sub(r"[\s.\-_\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]", "", clean(text))


def rpps_problem(text: str) -> str | None:
    """Why a text is no RPPS number, by the code of a remark; ``None`` when it is one."""
    if _SCIENTIFIC.fullmatch(clean(text)):
        return "rpps-scientific"
    digits = rpps_digits(text)
    if not (digits.isascii() and digits.isdigit()):
        return "rpps-other"
    if _RPPS.fullmatch(digits):
        return "rpps-rounded" if digits.endswith(_ROUND) else None
    if len(digits) == 12 and digits.startswith("8"):
        return "rpps-prefixed"
    return "rpps-adeli" if len(digits) == 9 else "rpps-length"


def rpps_key_holds(digits: str) -> bool:
    """Whether the last digit of an RPPS number is its Luhn key."""
    return rpps.is_valid(digits)
