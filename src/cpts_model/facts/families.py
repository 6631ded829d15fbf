"""The families into which the public health code sorts professions, and their history.

A family is what a rule asks about ("auxiliaire médical", "professionnel de santé"). A
profession may change family with time; a day on which the texts read do not tell its
family is kept as such, with the families it may have had.
"""

from datetime import date
from enum import Enum

import attrs

from cpts_model.engine.citations import CSP, Citation, Evidence
from cpts_model.engine.dates import Period
from cpts_model.engine.text import Text

KNOWN_FROM = date(2002, 5, 4)
"""The day of the oldest table of the code that was read. Nothing is said of earlier days."""


class Family(Enum):
    """The place of a profession in, or outside, the fourth part of the public health code."""

    PROFESSION_MEDICALE = "profession-medicale"
    PHARMACIE = "pharmacie"
    PHYSIQUE_MEDICALE = "physique-medicale"
    AUXILIAIRE_MEDICAL = "auxiliaire-medical"
    TITRE_IX = "titre-ix"
    HORS_QUATRIEME_PARTIE = "hors-quatrieme-partie"
    NON_PROFESSION_DE_SANTE = "non-profession-de-sante"

    @property
    def label(self) -> Text:
        """The family's name."""
        return _FAMILIES[self][0]

    @property
    def place(self) -> Text:
        """Where the code puts it."""
        return _FAMILIES[self][1]

    @property
    def cites(self) -> Citation | None:
        """The article that shows the family; ``None`` for what the fourth part does not hold."""
        article = _FAMILIES[self][2]
        return None if article is None else Citation(CSP, article)

    @property
    def is_health_profession(self) -> bool:
        """Whether its members are "professionnels de santé" in the sense of the fourth part."""
        return self not in (Family.HORS_QUATRIEME_PARTIE, Family.NON_PROFESSION_DE_SANTE)


_FAMILIES: dict[Family, tuple[Text, Text, str | None]] = {
    Family.PROFESSION_MEDICALE: (
        Text("professions médicales", "medical professions"),
        Text("CSP, quatrième partie, livre Ier", "CSP, Part 4, Book I"),
        "L4111-1",
    ),
    Family.PHARMACIE: (
        Text("professions de la pharmacie", "pharmacy professions"),
        Text("CSP, quatrième partie, livre II, titres I à IV", "CSP, Part 4, Book II, Titles I to IV"),
        "L4211-1",
    ),
    Family.PHYSIQUE_MEDICALE: (
        Text("physique médicale", "medical physics"),
        Text("CSP, quatrième partie, livre II, titre V", "CSP, Part 4, Book II, Title V"),
        "L4251-1",
    ),
    Family.AUXILIAIRE_MEDICAL: (
        Text("auxiliaires médicaux", "auxiliaires médicaux (allied health professions)"),
        Text("CSP, quatrième partie, livre III, titres I à VII", "CSP, Part 4, Book III, Titles I to VII"),
        "L4383-1",
    ),
    Family.TITRE_IX: (
        Text("autres professions du livre III", "other professions of Book III"),
        Text("CSP, quatrième partie, livre III, titre IX", "CSP, Part 4, Book III, Title IX"),
        "L4383-1",
    ),
    Family.HORS_QUATRIEME_PARTIE: (
        Text("réglementées hors de la quatrième partie", "regulated outside Part 4"),
        Text("CSP, autres parties", "CSP, other Parts"),
        None,
    ),
    Family.NON_PROFESSION_DE_SANTE: (
        Text("pas des professions de santé", "not health professions"),
        Text(
            "hors du code, ou titre réglementé ailleurs", "outside the code, or a title regulated elsewhere"
        ),
        None,
    ),
}


@attrs.frozen(slots=True, kw_only=True)
class Standing:
    """The family of a profession during a period.

    ``possible`` holds one family where it is known. It holds several where the day of a
    change was not found: a question that all of them answer alike is settled all the same.
    """

    period: Period
    possible: tuple[Family, ...]
    evidence: Evidence
    note: Text | None = None

    @property
    def family(self) -> Family | None:
        """The family; ``None`` where the texts read do not tell it."""
        return self.possible[0] if len(self.possible) == 1 else None
