"""Why a text is no identifier, in the words of those that it comes nearest to."""

import re
from collections.abc import Iterable, Iterator

from cpts_model.engine.text import LANGS, Lang, Text
from cpts_model.exchange.identifiers.errors import BadIdentifier, BadLength
from cpts_model.exchange.identifiers.identification import MODULES
from cpts_model.exchange.identifiers.kinds import Kind
from cpts_model.exchange.identifiers.pasted import unlabelled
from cpts_model.exchange.identifiers.shape import AT_THE_SOURCE, bare, plain_text

_COMMONEST = {Kind.RPPS: 11, Kind.FINESS: 9, Kind.SIRET: 14, Kind.SIREN: 9}
"""The kinds most asked about, and how many characters each has."""
_NEARLY_DIGITS = re.compile(r"[0-9][0-9A-Z][0-9]*")
_ALONE = tuple(kind for kind in MODULES if kind not in (Kind.ID_NAT_PS, Kind.ID_NAT_STRUCT))
_NIR = re.compile(r"[12][0-9]{2}(0[1-9]|1[0-2])[0-9][0-9AB][0-9]{6}([0-9]{2})?")

_SOCIAL_SECURITY = Text(
    "peut-être un numéro de sécurité sociale (NIR) : il n'a rien à faire ici, ni dans un dossier",
    "it may be a social security number (NIR): it has no place here, nor in a dossier",
)
_NOTHING = Text(
    "aucun identifiant lu ici n'a cette forme : 5 caractères pour une commune (COG) ; 9 pour FINESS, SIREN, "
    "ADELI ; 10 pour RNA ; 11 pour RPPS ; 14 pour SIRET, RPPS-rang ; un type devant pour idNatPS, idNatStruct",
    "no identifier read here has this shape: 5 characters for a commune (COG); 9 for FINESS, SIREN, ADELI; "
    "10 for RNA; 11 for RPPS; 14 for SIRET, RPPS-rang; a type before for idNatPS, idNatStruct",
)


def why_none(text: str) -> tuple[Text, ...]:
    """Why a text that :func:`identify` finds nothing in is no identifier. It is never quoted."""
    text = unlabelled(text)
    try:
        plain_text(Kind.RPPS, text)
    except BadIdentifier as unreadable:
        return (_told([], unreadable),)
    reasons = _grouped(_near(text))
    if _NIR.fullmatch(bare(text)):
        reasons.insert(0, _SOCIAL_SECURITY)
    return tuple(reasons) or near_misses(text) or (_NOTHING,)


def near_misses(text: str) -> tuple[Text, ...]:
    """Why a text that is nothing sound is no RPPS, FINESS, SIRET or SIREN number either: a character too many, or too few.

    It is never quoted. None where it is longer or shorter by more than that.
    """
    number = unlabelled(text)
    found = bare(number)
    if _NEARLY_DIGITS.fullmatch(found) is None:
        return ()
    near = [kind for kind, length in _COMMONEST.items() if abs(len(found) - length) == 1]
    return tuple(_grouped(_errors(number, near)))


def _near(text: str) -> list[BadIdentifier]:
    """The errors of the identifiers of the same length; where there are none, of those that another length suggests."""
    # A national identifier is a type and a number: whatever begins with a digit would be a bad one.
    errors = list(_errors(text, (Kind.ID_NAT_PS,) if "/" in text or "@" in text else _ALONE))
    same_length = [bad for bad in errors if not isinstance(bad, BadLength)]
    return same_length or [bad for bad in errors if bad.mend is not AT_THE_SOURCE]


def _errors(text: str, kinds: Iterable[Kind]) -> Iterator[BadIdentifier]:
    for kind in kinds:
        try:
            MODULES[kind].validate(text)
        except BadIdentifier as bad:
            yield bad


def _grouped(errors: Iterable[BadIdentifier]) -> list[Text]:
    """The errors in words, those that say the same told once."""
    told: dict[tuple[Text, Text | None], list[BadIdentifier]] = {}
    for bad in errors:
        told.setdefault((bad.problem, bad.mend), []).append(bad)
    return [_told([one.kind for one in alike], alike[0]) for alike in told.values()]


def _told(kinds: list[Kind], bad: BadIdentifier) -> Text:
    said: dict[Lang, str] = {}
    for lang in LANGS:
        colon, semicolon = (" : ", " ; ") if lang == "fr" else (": ", "; ")
        labels = [", ".join(kind.label.to(lang) for kind in kinds)] if kinds else []
        problem = semicolon.join(one.to(lang) for one in (bad.problem, bad.mend) if one is not None)
        said[lang] = colon.join([*labels, problem])
    return Text(**said)
