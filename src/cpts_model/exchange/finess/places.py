"""Where an establishment stands, as far as a file of the register makes it sure.

The official extract writes the départements overseas with a letter (``9A`` Guadeloupe … ``9F``
Mayotte, ``9J`` Wallis-et-Futuna) and the commune on three digits, the first of which belongs to
the département: ``9A`` and ``101`` are 97101. Read on lines of the extract of 12 May 2026 for
9A, 9B, 9C, 9D, 9F and 9J; for 9E, and for 2A and 2B written as they are, in public converters
of the file only. Saint-Barthélemy and Saint-Martin still stand there under Guadeloupe, with the
codes they had before 2007.
"""

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.identifiers import cog, finess

_OVERSEAS = {"9A": "971", "9B": "972", "9C": "973", "9D": "974", "9E": "975", "9F": "976", "9J": "986"}
_FORMER = {"97123": "97701", "97127": "97801"}
"""The codes of Saint-Barthélemy and Saint-Martin before and since they left Guadeloupe."""
_ISLANDS = {"97133": "977", "97150": "978"}
"""The postal codes of Saint-Barthélemy and of Saint-Martin."""
_CORSICA = {"200": "2A", "201": "2A", "202": "2B", "206": "2B"}
_BEYOND = {"9805": "976", "9806": "986"}
"""Beginnings of the numbers of Mayotte and of Wallis-et-Futuna."""


def commune_of(departement: str, commune: str) -> str | Unknown:
    """The COG code of the columns ``departement`` and ``commune`` of the official extract, where it is sure."""
    territory = _OVERSEAS.get(departement)
    if territory is None:
        code = f"{departement}{commune}"
    elif commune.startswith(territory[2]):
        code = f"{territory[:2]}{commune}"
    else:
        return UNKNOWN
    return _FORMER.get(code, code) if len(commune) == 3 and is_commune(code) else UNKNOWN


def is_commune(code: str) -> bool:
    """Whether a code is written as one of a commune: told as it stands, nothing put right."""
    return len(code) == 5 and cog.is_valid(code) and cog.compact(code) == code


def departement_of(commune: str | Unknown) -> str | Unknown:
    """The département of a commune."""
    return UNKNOWN if isinstance(commune, Unknown) else cog.departement(commune)


def departement_agreed(number: str, postal_code: str | Unknown) -> str | Unknown:
    """The département of an establishment of which only the number and the postal code are told.

    Neither is sure by itself: a number keeps the département that gave it, and some postal
    codes serve communes of two départements. Where both say the same it is taken: of the
    95,333 establishments of the extract of 8 January 2021 they differ for 8.
    """
    if isinstance(postal_code, Unknown) or not finess.is_valid(number, strict=False):
        return UNKNOWN
    given = _BEYOND.get(number[:4]) if number[:2] == "98" else finess.departement(number)
    posted = _posted(postal_code)
    return posted if posted in _served(given) else UNKNOWN


def _posted(postal_code: str) -> str | None:
    if len(postal_code) != 5 or not (postal_code.isascii() and postal_code.isdigit()):
        return None
    if postal_code[:2] in ("97", "98"):
        return _ISLANDS.get(postal_code, postal_code[:3])
    return _CORSICA.get(postal_code[:3], postal_code[:2])


def _served(given: str | None) -> tuple[str, ...]:
    """The département that gave a number, and those it gives numbers for."""
    if given is None:
        return ()
    return (given, *_ISLANDS.values()) if given == "971" else (given,)
