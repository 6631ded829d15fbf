"""The professions, and what each of them is on a given day.

``Profession`` is the one answer to "is this a doctor", "is this an auxiliaire médical",
"is this a health professional": the sources and the days are in
:mod:`cpts_model.facts.profession_table`, the families in :mod:`cpts_model.facts.families`.
"""

from datetime import date
from enum import Enum
from functools import cache

from cpts_model.engine.citations import Citation
from cpts_model.engine.errors import CptsModelError, did_you_mean, nearest_names
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion
from cpts_model.facts.families import KNOWN_FROM, Family, Standing
from cpts_model.facts.nomenclature import NomenclatureCode
from cpts_model.facts.profession_entry import ProfessionEntry
from cpts_model.facts.profession_table import ENTRIES
from cpts_model.facts.savoir_faire import GENERALIST_SAVOIR_FAIRE, IPA_SAVOIR_FAIRE

__all__ = [
    "FAMILY_CHANGES",
    "GENERALIST_SAVOIR_FAIRE",
    "IPA_SAVOIR_FAIRE",
    "KNOWN_FROM",
    "Family",
    "Profession",
    "ProfessionEntry",
    "Standing",
    "UnknownProfession",
]


class UnknownProfession(CptsModelError, LookupError):
    """No profession has this slug, or this code."""

    def __init__(self, word: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(word, nearest)
        self.word = word
        self.nearest = nearest

    def __str__(self) -> str:
        return f"no profession is {self.word!r}{did_you_mean(self.nearest)}"


class Profession(Enum):
    """A profession: of health in the sense of the public health code, or listed beside them.

    The infirmier en pratique avancée is not a member: it is ``INFIRMIER`` with one of the
    ``IPA_SAVOIR_FAIRE``. Somebody may have several professions: test *any* of them.
    """

    _ladder: tuple[tuple[date, Family | None, bool | None, Standing], ...]
    """From the newest standing: its first day, family, and whether it is of health."""
    _entry: ProfessionEntry
    _latest: Family

    MEDECIN = "medecin"
    CHIRURGIEN_DENTISTE = "chirurgien-dentiste"
    SAGE_FEMME = "sage-femme"
    PHARMACIEN = "pharmacien"
    PREPARATEUR_EN_PHARMACIE = "preparateur-en-pharmacie"
    PHYSICIEN_MEDICAL = "physicien-medical"
    INFIRMIER = "infirmier"
    MASSEUR_KINESITHERAPEUTE = "masseur-kinesitherapeute"
    PEDICURE_PODOLOGUE = "pedicure-podologue"
    ERGOTHERAPEUTE = "ergotherapeute"
    PSYCHOMOTRICIEN = "psychomotricien"
    ORTHOPHONISTE = "orthophoniste"
    ORTHOPTISTE = "orthoptiste"
    MANIPULATEUR_D_ELECTRORADIOLOGIE_MEDICALE = "manipulateur-d-electroradiologie-medicale"
    TECHNICIEN_DE_LABORATOIRE_MEDICAL = "technicien-de-laboratoire-medical"
    AUDIOPROTHESISTE = "audioprothesiste"
    OPTICIEN_LUNETIER = "opticien-lunetier"
    ORTHOPROTHESISTE = "orthoprothesiste"
    PODO_ORTHESISTE = "podo-orthesiste"
    OCULARISTE = "oculariste"
    EPITHESISTE = "epithesiste"
    ORTHOPEDISTE_ORTHESISTE = "orthopediste-orthesiste"
    DIETETICIEN = "dieteticien"
    AIDE_SOIGNANT = "aide-soignant"
    AUXILIAIRE_DE_PUERICULTURE = "auxiliaire-de-puericulture"
    AMBULANCIER = "ambulancier"
    ASSISTANT_DENTAIRE = "assistant-dentaire"
    ASSISTANT_DE_REGULATION_MEDICALE = "assistant-de-regulation-medicale"
    CONSEILLER_EN_GENETIQUE = "conseiller-en-genetique"
    BIOLOGISTE_MEDICAL = "biologiste-medical"
    OSTEOPATHE = "osteopathe"
    CHIROPRACTEUR = "chiropracteur"
    PSYCHOLOGUE = "psychologue"
    PSYCHOTHERAPEUTE = "psychotherapeute"
    ASSISTANT_DE_SERVICE_SOCIAL = "assistant-de-service-social"
    VETERINAIRE = "veterinaire"

    @property
    def entry(self) -> ProfessionEntry:
        """What the table says: labels, articles, periods, evidence, codes."""
        return self._entry

    @property
    def label(self) -> Text:
        """The profession's name (of a man, in French)."""
        return self._entry.label

    @property
    def cites(self) -> Citation | None:
        """The article that opens the profession, where one was found."""
        return self._entry.cites

    @property
    def codes(self) -> tuple[NomenclatureCode, ...]:
        """Its codes in the health nomenclatures, active or not."""
        return self._entry.codes

    def standing_on(self, day: date) -> Standing:
        """The period of the table that holds the day.

        Raises:
            OpenQuestion: the day is before the oldest table that was read.
        """
        for start, _, _, standing in self._ladder:
            if day >= start:
                return standing
        raise OpenQuestion(_TOO_EARLY)

    def family_on(self, day: date) -> Family:
        """The family of the profession on a day.

        Raises:
            OpenQuestion: the day is before the oldest table that was read, or in a gap
                where the day of entry into the family was not found.
        """
        for start, family, _, _ in self._ladder:
            if day >= start:
                if family is None:
                    break
                return family
        raise self._open(day)

    def is_health_profession_on(self, day: date) -> bool:
        """Whether it is a profession of the fourth part of the public health code that day.

        Raises:
            OpenQuestion: the texts read do not tell it, as in :meth:`family_on`.
        """
        for start, _, of_health, _ in self._ladder:
            if day >= start:
                if of_health is None:
                    break
                return of_health
        raise self._open(day)

    def is_of(self, family: Family, day: date) -> bool:
        """Whether the profession belongs to the family on a day.

        Settled even in a gap, where none of the families it may have had is this one.

        Raises:
            OpenQuestion: the texts read do not tell it, as in :meth:`family_on`.
        """
        possible = self.standing_on(day).possible
        if len(possible) > 1 and family in possible:
            raise self._open(day)
        return family in possible

    def is_auxiliaire_medical_on(self, day: date) -> bool:
        """Whether it is of Book III, Titles I to VII, on a day (CSP L4383-1).

        Raises:
            OpenQuestion: the texts read do not tell it, as in :meth:`family_on`.
        """
        return self.is_of(Family.AUXILIAIRE_MEDICAL, day)

    def _open(self, day: date) -> OpenQuestion:
        try:
            note = self.standing_on(day).note
        except OpenQuestion as too_early:
            return too_early
        why = note or _TOO_EARLY
        return OpenQuestion(Text(f"{self.label.fr} : {why.fr}", f"{self.label.en}: {why.en}"))

    @property
    def family(self) -> Family:
        """The family in the newest state of the texts that was read."""
        return self._latest

    @property
    def is_medecin(self) -> bool:
        """Whether this is the profession of médecin, of any speciality (CSP L4131-1)."""
        return self is _MEDECIN

    @property
    def is_chirurgien_dentiste(self) -> bool:
        """Whether this is the profession of chirurgien-dentiste (CSP L4141-1)."""
        return self is _CHIRURGIEN_DENTISTE

    @property
    def is_sage_femme(self) -> bool:
        """Whether this is the profession of sage-femme (CSP L4151-1)."""
        return self is _SAGE_FEMME

    @property
    def is_pharmacien(self) -> bool:
        """Whether this is the profession of pharmacien; a préparateur is not one (CSP L4221-1)."""
        return self is _PHARMACIEN

    @property
    def is_infirmier(self) -> bool:
        """Whether this is the profession of infirmier, pratique avancée included (CSP L4311-1)."""
        return self is _INFIRMIER

    @property
    def is_profession_medicale(self) -> bool:
        """Whether it is médecin, chirurgien-dentiste or sage-femme (CSP L4111-1).

        No day is asked for: the list was the same in every version read.
        """
        return self._latest is _MEDICALE

    @property
    def is_auxiliaire_medical(self) -> bool:
        """Whether it is of Book III, Titles I to VII (CSP L4383-1), in the newest texts read.

        Narrower than Book III: aide-soignant, auxiliaire de puériculture, ambulancier,
        assistant dentaire and assistant de régulation médicale are in Title IX. For the
        answer of a day, ask :meth:`is_auxiliaire_medical_on`.
        """
        return self._latest is _AUXILIAIRE

    @classmethod
    def from_slug(cls, slug: str) -> "Profession":
        """The profession of a stable slug (``"masseur-kinesitherapeute"``).

        Raises:
            UnknownProfession: no profession has this slug; it names the nearest ones.
        """
        try:
            return cls(slug)
        except ValueError:
            raise UnknownProfession(slug, nearest_names(slug, ENTRIES)) from None

    @classmethod
    def with_code(cls, system: str, code: str) -> "Profession":
        """The profession of a code, active or not, in a nomenclature named by slug or address.

        A profession recorded by its role is found by its code in TRE_R85; TRE_R291#99
        alone says only that there is such a role.

        Raises:
            UnknownProfession: no profession has this code.
        """
        try:
            return _by_code()[system, code]
        except KeyError:
            raise UnknownProfession(f"{system}#{code}") from None


_TOO_EARLY = Text(
    "l'état du code avant le 4 mai 2002 n'a pas été lu",
    "the state of the code before 4 May 2002 was not read",
)


def _settled(standing: Standing) -> bool | None:
    """Whether it is a health profession, where every possible family answers alike."""
    answers = {family.is_health_profession for family in standing.possible}
    return answers.pop() if len(answers) == 1 else None


# A name of this module is found four times faster than a member of an enum.
_MEDECIN = Profession.MEDECIN
_CHIRURGIEN_DENTISTE = Profession.CHIRURGIEN_DENTISTE
_SAGE_FEMME = Profession.SAGE_FEMME
_PHARMACIEN = Profession.PHARMACIEN
_INFIRMIER = Profession.INFIRMIER
_MEDICALE = Family.PROFESSION_MEDICALE
_AUXILIAIRE = Family.AUXILIAIRE_MEDICAL

# Asked of every member of every structure by every rule: computed once, compared each time.
for _profession in Profession:
    _profession._entry = ENTRIES[_profession.value]
    _profession._ladder = tuple(
        (standing.period.start or KNOWN_FROM, standing.family, _settled(standing), standing)
        for standing in reversed(_profession._entry.standings)
    )
    _profession._latest = _profession._entry.standings[-1].possible[0]

FAMILY_CHANGES: tuple[date, ...] = tuple(
    sorted({start for profession in Profession for start, _, _, _ in profession._ladder})
)
"""Every day from which some profession's family is another, or is known or unknown anew."""


@cache
def _by_code() -> dict[tuple[str, str], Profession]:
    found: dict[tuple[str, str], Profession] = {}
    for profession in Profession:
        for code in profession.codes:
            telling = code.role or code  # TRE_R291#99 says nothing without its role
            found[telling.system, telling.code] = found[telling.uri, telling.code] = profession
    return found
