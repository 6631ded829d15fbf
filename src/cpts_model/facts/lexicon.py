"""The tables of words as one dictionary, built the first time something is read."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeVar

import attrs

from cpts_model.engine.text import Text
from cpts_model.facts import reading_specialities as specialities
from cpts_model.facts import reading_words as words
from cpts_model.facts.modes import Mode
from cpts_model.facts.nomenclature import SEEN
from cpts_model.facts.professions import Profession
from cpts_model.facts.reading_sense import Sense, Tells
from cpts_model.facts.reading_tokens import phrase
from cpts_model.facts.savoir_faire import IPA_SAVOIR_FAIRE, SAVOIR_FAIRE

T = TypeVar("T")

Phrase = tuple[str, ...]

GENERAL_PRACTICE = "SM54"
"""The code that people's word "généraliste" stands for: "Médecine générale", the plain one of three."""

SHORTEST_SLIP = 6
"""A shorter word may be another word altogether: it is not corrected."""

_OF_PREFIX = {
    "SM": Profession.MEDECIN,
    "SCD": Profession.CHIRURGIEN_DENTISTE,
    "SI": Profession.INFIRMIER,
}


def _phrases(spelt: str) -> Iterator[Phrase]:
    return (phrase(one) for one in spelt.split("|"))


def _join(professions: Iterable[Profession]) -> Text:
    labels = [profession.label for profession in professions]
    return Text(" ou ".join(label.fr for label in labels), " or ".join(label.en for label in labels))


def _meaning(profession: Profession, codes: tuple[str, ...]) -> Text:
    label = profession.label
    listed = "/".join(codes)
    return Text(f"{label.fr} ({listed})", f"{label.en} ({listed})")


def _profession_of(code: str) -> Profession:
    return _OF_PREFIX[code.rstrip("0123456789")]


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


def code_sense(code: str) -> Sense:
    """What a code of TRE_R38 tells: the savoir-faire, and the profession it is of."""
    profession = _profession_of(code)
    return Sense(
        tells=Tells.PROFESSION,
        meaning=_meaning(profession, (code,)),
        professions=(profession,),
        savoir_faire=(code,),
        ipa=code in IPA_SAVOIR_FAIRE,
    )


def profession_sense(profession: Profession) -> Sense:
    """What the plain name of a profession tells."""
    return Sense(tells=Tells.PROFESSION, meaning=profession.label, professions=(profession,))


def _specialists(
    profession: Profession, table: Mapping[str, str], *, ipa: bool = False
) -> Iterator[tuple[Phrase, Sense]]:
    for spelt, listed in table.items():
        codes = tuple(listed.split())
        sense = Sense(
            tells=Tells.PROFESSION,
            meaning=_meaning(profession, codes),
            professions=(profession,),
            savoir_faire=codes,
            ipa=ipa,
        )
        for found in _phrases(spelt):
            yield found, sense
            if ipa and found[0] == "ipa":  # "IPA urgences" and "infirmier en pratique avancée urgences"
                yield ("infirmier", "pratiqu", "avanc", *found[1:]), sense


def _official() -> Iterator[tuple[Phrase, Sense]]:
    """The labels of TRE_R38: "(SM)" tells a person; without it the label names a field too."""
    people: dict[Phrase, list[str]] = {}
    fields: dict[Phrase, list[str]] = {}
    for code, label in SAVOIR_FAIRE.items():
        full = phrase(label)
        people.setdefault(full, []).append(code)
        bare = full[:-1] if full[-1] in ("sm", "scd", "si") else full
        named = code.startswith("SI") or bare[0] in ("qualifi", "specialist")
        (people if named else fields).setdefault(bare, []).append(code)
    for spelt, codes in people.items():
        yield spelt, attrs.evolve(code_sense(codes[0]), savoir_faire=_once(codes))
    for spelt, codes in fields.items():
        yield spelt, _field(_once(map(_profession_of, codes)), _once(codes))


def _field(professions: tuple[Profession, ...], codes: tuple[str, ...] = ()) -> Sense:
    return Sense(
        tells=Tells.DISCIPLINE, meaning=_join(professions), professions=professions, savoir_faire=codes
    )


def _professions() -> Iterator[tuple[Phrase, Sense]]:
    for profession, spelt in words.PROFESSIONS.items():
        sense = profession_sense(profession)
        official = ((code.role or code).label for code in profession.codes)
        labels = (profession.label.fr, profession.entry.feminine, *official)
        yield from ((found, sense) for found in (*map(phrase, labels), *_phrases(spelt)))
    for profession, spelt in words.LIBERALS.items():
        sense = attrs.evolve(profession_sense(profession), mode=Mode.LIBERAL)
        yield from ((found, sense) for found in _phrases(spelt))


def _others() -> Iterator[tuple[Phrase, Sense]]:
    for spelt, candidates in words.AMBIGUOUS.items():
        sense = Sense(tells=Tells.AMBIGUOUS, meaning=_join(candidates), professions=candidates)
        yield from ((found, sense) for found in _phrases(spelt))
    for spelt, candidates in words.QUALIFIERS.items():
        yield from ((found, _field(candidates)) for found in _phrases(spelt))
    for spelt, listed in specialities.FIELDS.items():
        sense = _field((Profession.MEDECIN,), tuple(listed.split()))
        yield from ((found, sense) for found in _phrases(spelt))
    for spelt, role in words.ROLES.items():
        sense = Sense(tells=Tells.ROLE, meaning=words.MEANINGS[Tells.ROLE], role=role)
        yield from ((found, sense) for found in _phrases(spelt))
    for mode, spelt in words.MODES.items():
        sense = Sense(tells=Tells.MODE, meaning=mode.label, mode=mode)
        yield from ((found, sense) for found in _phrases(spelt))
    for tells, spelt in (
        (Tells.NOTHING, words.NOTHING),
        (Tells.SUBSTITUTE, words.SUBSTITUTE),
        *words.DOUBTS.items(),
    ):
        sense = Sense(tells=tells, meaning=words.MEANINGS[tells])
        yield from ((found, sense) for found in _phrases(spelt))


@cache
def lexicon() -> Mapping[Phrase, Sense]:
    """Every phrase that the reader knows, and what it tells."""
    found: dict[Phrase, Sense] = {}
    for source in (
        _official(),
        _others(),
        _professions(),
        _specialists(Profession.MEDECIN, {specialities.GENERALIST: GENERAL_PRACTICE}),
        _specialists(Profession.MEDECIN, specialities.DOCTORS),
        _specialists(Profession.CHIRURGIEN_DENTISTE, specialities.DENTISTS),
        _specialists(Profession.INFIRMIER, specialities.NURSES),
        _specialists(Profession.INFIRMIER, specialities.IPA, ipa=True),
    ):
        found.update((spelt, sense) for spelt, sense in source if spelt)
    for spelt in _phrases(specialities.GIVES_WAY):
        found[spelt] = attrs.evolve(found[spelt], gives_way=True)
    return found


@cache
def longest() -> int:
    """How many words the longest phrase has."""
    return max(map(len, lexicon()))


@cache
def long_words() -> Mapping[str, tuple[str, ...]]:
    """The words that are long enough for a slip of the pen to be told, by first letter."""
    found: dict[str, set[str]] = {}
    for spelt in lexicon():
        for word in spelt:
            if len(word) >= SHORTEST_SLIP:
                found.setdefault(word[0], set()).add(word)
    return {letter: tuple(sorted(words)) for letter, words in found.items()}


@cache
def systems() -> Mapping[str, str]:
    """Short name of a nomenclature of professions (``"g15"``) to its slug."""
    return {system.removeprefix("TRE_").partition("-")[0].casefold(): system for system in SEEN}
