"""Pseudonyms: who somebody is, hidden from whoever has no key, and the same each time.

What is hidden are the fields that say who a natural person is (their metadata marks them so):
identifiers, names, RPPS and AM numbers, and all that tells an organisation which may be one
person's: a cabinet, an officine, a société d'exercice, or one of which nothing told says otherwise.

This is pseudonymisation, not anonymisation: profession, commune and dates stay, and in a small
commune they may be enough to know somebody. Names of structures, free texts and the order of
lists stay as they are.
"""

import base64
import hashlib
import hmac
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import attrs

from cpts_model.engine.errors import CptsModelError
from cpts_model.engine.labels import PERSONAL
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Actor
from cpts_model.facts.structures import Structure
from cpts_model.facts.typed import Facts
from cpts_model.register import Register

S = TypeVar("S", bound=Structure)

SHORTEST_KEY = 16
"""How many bytes a key has at least: a shorter one could be found by trying."""

_DIFFERENT_BYTES = 6
"""How many kinds of bytes are among them: of 16 random digits fewer are hardly ever seen."""

_OF_ONE_PERSON = frozenset({LegalForm.NATURAL_PERSON, LegalForm.SEL, LegalForm.SCP, LegalForm.SCM})
_MAYBE_OF_ONE_PERSON = _OF_ONE_PERSON | {LegalForm.SOCIETE, LegalForm.OTHER}
# An officine is a pharmacist's, and most often called by their name.
_KINDS_OF_ONE_PERSON = frozenset(
    {
        OrganisationKind.CABINET,
        OrganisationKind.PHARMACIE_OFFICINE,
        OrganisationKind.TRAVAILLEUR_SOCIAL_INDEPENDANT,
    }
)
_KINDS_THAT_SAY_LITTLE = frozenset({OrganisationKind.AUTRE_ACTEUR_SOCIAL, OrganisationKind.OTHER})
_LETTERS = 16
"""Of 32 kinds each: no two of a billion people share a pseudonym."""
_LETTERS_OF_A_NAME = 8


class WeakKey(CptsModelError, ValueError):
    """A key that somebody could find by trying, and with it the names."""

    def __str__(self) -> str:
        return (
            f"the key of the pseudonyms has less than {SHORTEST_KEY} bytes, or repeats a few; "
            "make one of 32 random bytes, and keep it apart"
        )


class Pseudonyms:
    """Pseudonyms drawn from a secret key: with the same key, the same word always has the same one.

    Two words that differ by a sign, be it in the encoding of an accent, are two words: whoever a
    register holds as two people stay two.

    Raises:
        WeakKey: the key has less than 16 bytes, or a few that repeat.
    """

    __slots__ = ("_key",)

    def __init__(self, key: bytes) -> None:
        if len(key) < SHORTEST_KEY or len(set(key)) < _DIFFERENT_BYTES:
            raise WeakKey
        self._key = key

    def __repr__(self) -> str:
        return "Pseudonyms(…)"  # the key is no matter for a log

    def structure(self, structure: S) -> S:
        """A structure in which nobody can be named without the key."""
        masked: S = self._facts(structure, kept_identifiers([structure]))
        return masked

    def register(self, register: Register) -> Register:
        """A register in which nobody can be named without the key."""
        kept = kept_identifiers(register)
        return Register(self._facts(structure, kept) for structure in register)

    def identifier(self, word: str) -> str:
        """The identifier that stands for somebody's."""
        return f"p-{self._code('id', word).lower()}"

    def identifiers_of(self, register: Register) -> Callable[[str], str]:
        """What gives an identifier of a register, or one that stands beside it, as the masked register has it."""
        kept = kept_identifiers(register)
        return lambda word: word if word in kept else self.identifier(word)

    def _facts(self, facts: Any, kept: frozenset[str]) -> Any:
        changes: dict[str, Any] = {}
        hidden = not (isinstance(facts, Organisation) and facts.id in kept)
        for field in attrs.fields(type(facts)):
            told = getattr(facts, field.name)
            what = field.metadata.get(PERSONAL)
            if what is None or not isinstance(told, str):
                masked = self._inside(told, kept)
            elif hidden and not (what == "id" and told in kept):
                masked = self._masked(what, told, facts)
            else:
                continue
            if masked is not told:
                changes[field.name] = masked
        return attrs.evolve(facts, **changes) if changes else facts

    def _inside(self, told: Any, kept: frozenset[str]) -> Any:
        if isinstance(told, tuple):
            items = tuple(self._inside(item, kept) for item in told)
            return items if any(new is not old for new, old in zip(items, told, strict=True)) else told
        return self._facts(told, kept) if isinstance(told, Facts) else told

    def _masked(self, what: str, told: str, facts: Any) -> str:
        if what == "id":
            return self.identifier(told)
        if what == "number":
            return f"pseudonyme-{self._code(what, told).lower()}"
        # A name goes with the identifier: the two are read side by side.
        who = "Organisation" if isinstance(facts, Organisation) else "Personne"
        return f"{who} {self._code('id', facts.id)[:_LETTERS_OF_A_NAME]}"

    def _code(self, what: str, word: str) -> str:
        message = f"{what}:{word}".encode(errors="surrogatepass")
        digest = hmac.digest(self._key, message, hashlib.sha256)
        return base64.b32encode(digest).decode()[:_LETTERS]


def kept_identifiers(structures: Iterable[Structure]) -> frozenset[str]:
    """The identifiers that stay as they are: of structures, and of organisations that are surely no single person's.

    One that somebody bears too is not among them, nor an organisation's that is one person's elsewhere.
    """
    told = tuple(structures)
    actors = tuple(one for structure in told for one in _actors(structure))
    organisations = [one for one in actors if isinstance(one, Organisation)]
    kept = {one.id for one in organisations if not may_be_one_persons(one)}
    kept -= {one.id for one in organisations if _is_one_persons(one)}
    kept |= {structure.id for structure in told}
    return frozenset(kept) - {one.id for one in actors if not isinstance(one, Organisation)}


def may_be_one_persons(organisation: Organisation) -> bool:
    """Whether what names an organisation may name a person: a cabinet, an officine, a société d'exercice, or one nobody described."""
    form, kind = organisation.legal_form, organisation.kind
    if _is_one_persons(organisation):
        return True
    if isinstance(kind, OrganisationKind) and kind not in _KINDS_THAT_SAY_LITTLE:
        return False
    return not isinstance(form, LegalForm) or form in _MAYBE_OF_ONE_PERSON


def _is_one_persons(organisation: Organisation) -> bool:
    """Whether its form or its nature is one that a single person may have."""
    form, kind = organisation.legal_form, organisation.kind
    return (isinstance(form, LegalForm) and form in _OF_ONE_PERSON) or (
        isinstance(kind, OrganisationKind) and kind in _KINDS_OF_ONE_PERSON
    )


def _actors(facts: Any) -> Iterator[Any]:
    """Everybody and every organisation within facts."""
    if isinstance(facts, tuple):
        for item in facts:
            yield from _actors(item)
    elif isinstance(facts, Facts):
        if isinstance(facts, Actor):
            yield facts
        kind: Any = type(facts)
        for field in attrs.fields(kind):
            yield from _actors(getattr(facts, field.name))
