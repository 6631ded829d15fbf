"""Whom to look for in an extract: by where they practise, by profession, by number."""

from collections.abc import Collection, Iterable

import attrs

from cpts_model.exchange.annuaire.model import Activity, RegisteredProfessional
from cpts_model.exchange.identifiers import BadIdentifier, cog, finess, rpps, siret
from cpts_model.facts import checks
from cpts_model.facts.professions import Profession

_SIRET_LENGTH = 14


def _words(wanted: "Sought") -> tuple[tuple[str, ...], ...]:
    # The code of a commune begins by that of its département, which need not be told beside it.
    told = (wanted.structure, wanted.commune, wanted.departement)
    place = ((word,) for word in told if word is not None)
    if wanted.profession is None:
        return tuple(place)
    return (*place, tuple((code.role or code).code for code in wanted.profession.codes))


@attrs.frozen(slots=True, kw_only=True)
class Sought:
    """Whoever has an activity that meets each of these, and holds the profession; with nothing told, everybody."""

    structure: str | None = None
    commune: str | None = None
    departement: str | None = None
    profession: Profession | None = None
    rpps: frozenset[str] | None = None

    words: tuple[tuple[str, ...], ...] = attrs.field(
        init=False, default=attrs.Factory(_words, takes_self=True)
    )
    """What some line of whoever is looked for holds: one word of each of these."""

    def may_be(self, person: str, lines: Iterable[str]) -> bool:
        """Whether the lines of a person may hold what is looked for, before any of their cells is read."""
        if self.rpps is not None and person[1:] not in self.rpps:
            return False
        return all(any(word in line for line in lines for word in words) for words in self.words)

    def is_met_by(self, found: RegisteredProfessional) -> bool:
        """Whether this person is looked for."""
        if self.rpps is not None and found.professional.rpps not in self.rpps:
            return False
        professions = found.professional.professions
        if self.profession and not (isinstance(professions, tuple) and self.profession in professions):
            return False
        anywhere = not (self.structure or self.commune or self.departement)
        return anywhere or any(map(self._is_place_of, found.activities))

    def _is_place_of(self, activity: Activity) -> bool:
        return (
            (self.structure is None or activity.is_at(self.structure))
            and self.commune in (None, activity.commune)
            and self.departement in (None, activity.departement)
        )


def sought(
    *,
    structure: str | None,
    commune: str | None,
    departement: str | None,
    profession: Profession | None,
    numbers: Collection[str] | None,
) -> Sought:
    """Whom to look for, once what was told is sure to be what it should.

    Raises:
        BadIdentifier: the number of the structure, the code of the commune or a RPPS number is none.
        BadFact: the département is none.
    """
    if departement is not None:
        checks.departement("departement", departement)
    return Sought(
        structure=None if structure is None else structure_number(structure),
        commune=None if commune is None else cog.validate(commune),
        departement=None if departement is None else departement.upper(),
        profession=profession,
        rpps=None if numbers is None else frozenset(rpps.validate(one, strict=False) for one in numbers),
    )


def structure_number(text: str, *, strict: bool = False) -> str:
    """The FINESS or SIRET number that a structure is named by, in its compact form.

    It is looked for in a file, which may hold numbers whose key is wrong, as invented ones:
    unless ``strict``, neither its key nor its département is looked at.

    Raises:
        BadIdentifier: it is neither.
    """
    if len(siret.compact(text)) == _SIRET_LENGTH:
        return siret.validate(text, strict=strict)
    return finess.validate(text, strict=strict)


def doubt_about(structure: str) -> BadIdentifier | None:
    """What is wrong with a number that is looked for all the same: its key or its département."""
    try:
        structure_number(structure, strict=True)
    except BadIdentifier as doubt:
        return doubt
    return None
