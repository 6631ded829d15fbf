"""Reading a profession as people write it: "Infirmière libérale", "IDEL", "Dr", "MK-ostéopathe".

What the words settle is read; what they leave open comes back as candidates. Nothing is
guessed: a reading that is not certain names no profession.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise
from typing import TypeVar

import attrs

from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.lexicon import (
    code_sense,
    lexicon,
    longest,
    profession_sense,
    systems,
)
from cpts_model.facts.modes import Mode
from cpts_model.facts.nomenclature import SEEN
from cpts_model.facts.professions import Profession, UnknownProfession
from cpts_model.facts.reading_sense import Sense, Tells
from cpts_model.facts.reading_slips import mend
from cpts_model.facts.reading_tokens import Token, tokens
from cpts_model.facts.savoir_faire import GENERALIST_SAVOIR_FAIRE, SAVOIR_FAIRE

T = TypeVar("T")

LONGEST_TEXT = 300
"""A longer text is no cell of a table: it is not read."""

_NEGATIONS = frozenset({"non", "pas", "ni", "san", "hor", "sauf", "jamai"})


@attrs.frozen(slots=True)
class Word:
    """A word of the input, as it was written, and what it was taken for."""

    text: str
    meaning: Text

    def to(self, lang: Lang) -> str:
        """The word and its meaning in one line."""
        return f"{self.text!r}: {self.meaning.to(lang)}"

    def __str__(self) -> str:
        return f"« {self.text} » : {self.meaning.fr}"


@attrs.frozen(slots=True, kw_only=True)
class ProfessionReading:
    """What a text says of a person's profession.

    Where ``certain`` is false, ``professions`` is empty and ``candidates`` holds what the
    text may mean, if anything.
    """

    professions: tuple[Profession, ...] = ()
    candidates: tuple[Profession, ...] = ()
    savoir_faire: tuple[str, ...] = ()
    """Codes of TRE_R38 that the words settle; "généraliste" is read as SM54."""
    savoir_faire_candidates: tuple[str, ...] = ()
    """Codes of which the words name one, without saying which."""
    generalist: bool | Unknown = UNKNOWN
    """Whether a médecin is a general practitioner; unknown where the text does not say."""
    ipa: bool = False
    """Whether the text says infirmier en pratique avancée."""
    mode: Mode | Unknown = UNKNOWN
    substitute: bool | Unknown = UNKNOWN
    """True where the text says remplaçant, and unknown elsewhere: silence denies nothing."""
    roles: tuple[str, ...] = ()
    """Codes of TRE_R85 of jobs that are no profession of the table ("assistant médical")."""
    certain: bool = False
    words: tuple[Word, ...] = ()
    unread: tuple[str, ...] = ()
    """The words that were not understood: names, places, anything else."""


@attrs.frozen(slots=True)
class _Hit:
    """What some words tell: those from ``first`` to before ``end``."""

    sense: Sense
    first: int
    end: int


_SAYS_WHO = (Tells.PROFESSION, Tells.AMBIGUOUS, Tells.DISCIPLINE)
_DOUBTS = (Tells.DOUBT, Tells.DOUBT_OF_NEXT)


def read_profession(text: str) -> ProfessionReading:
    """Reads a profession as people write it, in French.

    Genders, numbers, accents and inclusive writing do not matter; abbreviations, official
    labels and codes of the health nomenclatures are understood. People's word "généraliste"
    is read as SM54 ("Médecine générale"), the plain one of the three codes of general
    practice. A text of more than 300 characters is not read.

    Raises:
        TypeError: the argument is not a ``str``.
    """
    if not isinstance(text, str):
        raise TypeError(f"read_profession reads a str, not {type(text).__name__}; write '' for an empty cell")
    if len(text) > LONGEST_TEXT:
        return ProfessionReading()
    found = tokens(text)
    hits = _hits(found)
    mended = mend(found, _unread(found, hits))
    doubtful = "?" in text
    if mended is not None:
        corrected = _hits(mended)
        if not any(hit.sense.tells in _SAYS_WHO for hit in hits):
            hits, doubtful = corrected, True
        else:  # what was read stands, unless a misspelt word casts doubt on it
            doubtful = doubtful or _doubts(corrected) > _doubts(hits)
    return _conclude(text, found, hits, doubtful=doubtful)


def _doubts(hits: Sequence[_Hit]) -> int:
    return sum(hit.sense.tells in _DOUBTS for hit in hits)


def _unread(found: Sequence[Token], hits: Sequence[_Hit]) -> list[int]:
    read = {place for hit in hits for place in range(hit.first, hit.end)}
    return [place for place in range(len(found)) if place not in read]


def _hits(found: Sequence[Token]) -> list[_Hit]:
    """What the words tell, from left to right, the longest phrase first."""
    hits: list[_Hit] = []
    place = 0
    while place < len(found):
        hit = _code(found, place) or _phrase(found, place)
        if hit is not None:
            hits.append(hit)
        place = place + 1 if hit is None else hit.end
    return hits


def _phrase(found: Sequence[Token], place: int) -> _Hit | None:
    for end in range(min(len(found), place + longest()), place, -1):
        sense = lexicon().get(tuple(token.stem for token in found[place:end]))
        if sense is not None:
            return _Hit(sense, place, end)
    return None


def _code(found: Sequence[Token], place: int) -> _Hit | None:
    """A code: of TRE_R38 by itself, of a profession after its nomenclature or first in the cell."""
    word = found[place].stem
    if word.upper() in SAVOIR_FAIRE:
        return _Hit(code_sense(word.upper()), place, place + 1)
    if word in systems():
        for number in range(place + 1, min(place + 3, len(found))):
            profession = _coded(systems()[word], found[number].stem)
            if profession is not None:
                return _Hit(profession_sense(profession), place, number + 1)
    if place == 0:
        profession = next(filter(None, (_coded(system, word) for system in SEEN)), None)
        if profession is not None:
            sense = profession_sense(profession)
            # Before other words a number may as well be a count: it only suggests.
            alone = len(found) == 1
            return _Hit(sense if alone else attrs.evolve(sense, tells=Tells.AMBIGUOUS), 0, 1)
    return None


def _coded(system: str, code: str) -> Profession | None:
    try:
        return Profession.with_code(system, code)
    except UnknownProfession:
        return None


def _conclude(
    text: str, found: Sequence[Token], hits: Sequence[_Hit], *, doubtful: bool
) -> ProfessionReading:
    """Weighs what the words tell against one another."""
    denied = {second for first, second in pairwise(hits) if _denies(first, second, found)}
    senses = _without_fields([hit.sense for hit in hits if hit not in denied])
    told = _told(senses)
    doubtful = (
        doubtful or _in_doubt([hit for hit in hits if not _spent(hit, denied)]) or _at_odds(told, senses)
    )
    fields = [sense for sense in senses if sense.tells is Tells.DISCIPLINE]
    unsettled = [
        sense.professions
        for sense in senses
        if sense.tells is Tells.AMBIGUOUS and not set(told) & set(sense.professions)
    ]
    whole = len(hits) == 1 and not _unread(found, hits)
    if not told and not unsettled and whole and fields and len(fields[0].savoir_faire) == 1:
        told = fields[0].professions  # the cell is the label of a speciality, and nothing else
    certain = bool(told) and not unsettled and not doubtful
    candidates = () if certain else _candidates(told, unsettled, fields)

    codes = [
        sense.savoir_faire
        for sense in senses
        if sense.tells is Tells.PROFESSION
        or (sense.tells is Tells.DISCIPLINE and set(sense.professions) & set(told or candidates))
    ]
    sure = _unique(code for listed in codes if len(listed) == 1 for code in listed)
    open_codes = _unique(code for listed in codes if not set(listed) & set(sure) for code in listed)
    if not certain:
        sure, open_codes = (), _unique((*sure, *open_codes))

    modes = _unique(sense.mode for sense in senses if sense.mode is not None)
    return ProfessionReading(
        professions=told if certain else (),
        candidates=candidates,
        savoir_faire=sure,
        savoir_faire_candidates=open_codes,
        generalist=_generalist(told, sure, open_codes) if certain else UNKNOWN,
        ipa=certain and any(sense.ipa for sense in senses),
        mode=modes[0] if len(modes) == 1 else UNKNOWN,
        substitute=True if any(sense.tells is Tells.SUBSTITUTE for sense in senses) else UNKNOWN,
        roles=_unique(sense.role for sense in senses if sense.role is not None),
        certain=certain,
        words=tuple(Word(text[found[h.first].start : found[h.end - 1].end], h.sense.meaning) for h in hits),
        unread=tuple(text[found[place].start : found[place].end] for place in _unread(found, hits)),
    )


def _told(senses: Iterable[Sense]) -> tuple[Profession, ...]:
    return _unique(p for sense in senses if sense.tells is Tells.PROFESSION for p in sense.professions)


def _without_fields(senses: list[Sense]) -> list[Sense]:
    """The senses without those that are only a field beside another profession."""
    firm = _told(sense for sense in senses if not sense.gives_way)
    return [
        sense for sense in senses if not (sense.gives_way and firm and not set(firm) & set(sense.professions))
    ]


def _at_odds(told: tuple[Profession, ...], senses: Sequence[Sense]) -> bool:
    """Whether a specialist is told beside another health profession: two people, or a place."""
    specialists = {
        profession
        for sense in senses
        if sense.tells is Tells.PROFESSION and sense.savoir_faire
        for profession in sense.professions
        if profession.is_profession_medicale
    }
    return bool(specialists) and any(p.family.is_health_profession for p in told if p not in specialists)


def _unique(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


def _denies(first: _Hit, second: _Hit, found: Sequence[Token]) -> bool:
    """In "non libéral" the negation bears on the mode, and leaves the profession alone."""
    return (
        found[first.first].stem in _NEGATIONS
        and second.first == first.end
        and second.sense.tells in (Tells.MODE, Tells.SUBSTITUTE)
    )


def _spent(hit: _Hit, denied: set[_Hit]) -> bool:
    """Whether the word is a negation that has found what it denies."""
    return any(hit.end == other.first for other in denied) and hit.sense.tells is Tells.DOUBT


def _in_doubt(hits: Sequence[_Hit]) -> bool:
    """Whether something keeps the profession from being said of the person."""
    if any(hit.sense.tells is Tells.DOUBT for hit in hits):
        return True
    told = [hit.first for hit in hits if hit.sense.tells is Tells.PROFESSION]
    return any(hit.sense.tells is Tells.DOUBT_OF_NEXT and hit.first < max(told, default=-1) for hit in hits)


def _candidates(
    told: tuple[Profession, ...], unsettled: Sequence[tuple[Profession, ...]], fields: Sequence[Sense]
) -> tuple[Profession, ...]:
    """What it may be: what was told, else what the ambiguous words have in common."""
    suggested = [*unsettled, *(field.professions for field in fields if not told)]
    if told:
        return _unique((*told, *(profession for each in unsettled for profession in each)))
    common = [p for p in _unique(chain(*suggested)) if all(p in each for each in suggested)]
    return tuple(common) or _unique(chain(*suggested))


def _generalist(
    told: tuple[Profession, ...], sure: tuple[str, ...], open_codes: tuple[str, ...]
) -> bool | Unknown:
    """Whether the médecin is a general practitioner; a médecin of no told speciality may be."""
    if not any(profession.is_medecin for profession in told):
        return False
    if GENERALIST_SAVOIR_FAIRE.intersection(sure):
        return True
    return False if sure or open_codes else UNKNOWN
