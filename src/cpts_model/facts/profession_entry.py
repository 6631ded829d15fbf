"""What a row of the table of professions holds, and how its usual rows are written.

The opening articles of Books I to III
were read in the code as it stood on 4 May 2002; that the scheme still held in 2023 is
derived from article L4383-1 ("titres Ier à VII du présent livre") and the titles of
Book III. A row says which of the two it rests on, and the day its article was last seen.
"""

from datetime import date

import attrs

from cpts_model.engine.citations import CSP, Citation, Evidence
from cpts_model.engine.dates import Period
from cpts_model.engine.text import Text
from cpts_model.facts.families import KNOWN_FROM, Family, Standing
from cpts_model.facts.nomenclature import R85, R95, NomenclatureCode, active, by_role, deprecated

MEDICALE = Family.PROFESSION_MEDICALE
PHARMACIE = Family.PHARMACIE
AUXILIAIRE = Family.AUXILIAIRE_MEDICAL
TITRE_IX = Family.TITRE_IX
HORS = Family.HORS_QUATRIEME_PARTIE
NON = Family.NON_PROFESSION_DE_SANTE

V, S, D = Evidence.VERIFIED, Evidence.SECONDARY, Evidence.DERIVED

CODE_2002 = KNOWN_FROM
TITLES_2023 = date(2023, 5, 21)
"""The titles of Book III were read in a copy of the code later than this day, and of 2023."""
NOS_2024 = date(2024, 12, 13)
"""The day five professions of TRE_G15 and one of TRE_R95 became roles of TRE_R85."""


@attrs.frozen(slots=True, kw_only=True)
class ProfessionEntry:
    """What the table says of one profession.

    ``evidence`` and ``checked_on`` are those of the opening article itself; each period of
    ``standings`` carries the evidence of the family. Where no text was found to cite,
    ``cites`` is ``None`` and ``uncited`` says why.
    """

    label: Text
    feminine: str
    """The French label of a woman; the same as of a man where the word has one form."""
    cites: Citation | None = None
    also_cites: tuple[Citation, ...] = ()
    uncited: Text | None = None
    standings: tuple[Standing, ...]
    evidence: Evidence = V
    checked_on: date = CODE_2002
    """The last day on which the article, or its absence, was seen."""
    source: str
    """Where it was seen."""
    note: Text | None = None
    codes: tuple[NomenclatureCode, ...] = ()

    def __attrs_post_init__(self) -> None:
        if (self.cites is None) == (self.uncited is None):
            raise ValueError(f"{self.label.fr}: cite an article, or say why there is none")


CONTINUITY = Text(
    "article lu au 4 mai 2002 ; la place de la profession depuis lors est déduite des intitulés lus en 2023",
    "article read as of 4 May 2002; its place since then is derived from the titles read in 2023",
)
NOT_FOUND = Text(
    "le jour d'entrée dans la quatrième partie n'a pas été trouvé "
    "(après le 4 mai 2002, avant le 28 janvier 2016)",
    "the day it entered Part 4 was not found (after 4 May 2002, before 28 January 2016)",
)
NO_TITLE = Text(
    "aucun titre de la quatrième partie (tables de 2002 et de 2023)",
    "no title of Part 4 (tables of 2002 and of 2023)",
)
BOOKS_2002 = "code de la santé publique au 4 mai 2002 (base LEGI, copie legalize-fr)"
BOOK_III_2023 = "french-business-law.com, livre III (2023)"


def always(family: Family, evidence: Evidence = D, note: Text | None = CONTINUITY) -> tuple[Standing, ...]:
    """The same family on every day that the texts read tell of."""
    return (Standing(period=Period(KNOWN_FROM), possible=(family,), evidence=evidence, note=note),)


def entering(day: date, family: Family, evidence: Evidence, note: Text | None = None) -> tuple[Standing, ...]:
    """Not a health profession until the day it entered the family."""
    return (
        Standing(period=Period(KNOWN_FROM, day), possible=(NON,), evidence=V),
        Standing(period=Period(day), possible=(family,), evidence=evidence, note=note),
    )


def after_gap(
    family: Family, seen_from: date, evidence: Evidence, note: Text, *, absent_in_2002: bool = True
) -> tuple[Standing, ...]:
    """There from a day at the latest: the day of entry was not found.

    ``absent_in_2002``: the oldest table read shows that it was not there yet.
    """
    gap_from = date.fromordinal(KNOWN_FROM.toordinal() + 1) if absent_in_2002 else KNOWN_FROM
    gap = Standing(period=Period(gap_from, seen_from), possible=(NON, family), evidence=D, note=note)
    after = Standing(period=Period(seen_from), possible=(family,), evidence=evidence)
    if not absent_in_2002:
        return (gap, after)
    return (Standing(period=Period(KNOWN_FROM, gap_from), possible=(NON,), evidence=V), gap, after)


def csp(article: str, paragraph: str | None = None) -> Citation:
    """An article of the public health code."""
    return Citation(CSP, article, paragraph)


def role(
    code: str, label: str, former_system: str, former: str, former_label: str
) -> tuple[NomenclatureCode, ...]:
    """A profession that became a role of TRE_R85 at the end of 2024."""
    return (
        by_role(code, label),
        deprecated(former_system, former, former_label, NOS_2024, f"{R85}#{code}"),
    )


def book(label: Text, feminine: str, article: str, family: Family, code: NomenclatureCode) -> ProfessionEntry:
    """A profession whose opening article was read in 2002 and which has not moved since."""
    return ProfessionEntry(
        label=label,
        feminine=feminine,
        cites=csp(article),
        standings=always(family),
        source=BOOKS_2002,
        note=CONTINUITY,
        codes=(code,),
    )


def appareillage(label: Text, feminine: str, number: int, code: NomenclatureCode) -> ProfessionEntry:
    """One of the five "prothésistes et orthésistes"."""
    return ProfessionEntry(
        label=label,
        feminine=feminine,
        cites=csp("L4364-1", f"{number}°"),
        also_cites=(csp("D4364-1"),),
        standings=after_gap(
            AUXILIAIRE,
            date(2005, 8, 14),
            D,
            Text(
                "le jour d'entrée de l'article L4364-1 n'a pas été lu ; le décret 2005-988 "
                "(JO du 13 août 2005) le vise et donne la liste des cinq",
                "the day article L4364-1 entered was not read; decree 2005-988 "
                "(JO of 13 August 2005) cites it and lists the five",
            ),
            absent_in_2002=False,
        ),
        checked_on=date(2005, 8, 14),
        source="juriblio.fr, article L4364-1 (3e version, sans date) ; admi.net, décret 2005-988",
        note=Text(
            "la liste des cinq est dans la 3e version de l'article, dont la date n'a pas été lue",
            "the list of five is in the third version of the article, whose date was not read",
        ),
        codes=(code,),
    )


def outside(
    fr: str,
    en: str,
    feminine: str,
    *,
    note: Text | None = None,
    uncited: Text | None = NO_TITLE,
    cites: Citation | None = None,
    evidence: Evidence = D,
    source: str = f"{BOOKS_2002} ; {BOOK_III_2023}",
    codes: tuple[NomenclatureCode, ...] = (),
) -> ProfessionEntry:
    """What people list with health professionals and the fourth part does not name."""
    return ProfessionEntry(
        label=Text(fr, en),
        feminine=feminine,
        cites=cites,
        uncited=None if cites else uncited,
        standings=always(NON, D, NO_TITLE),
        evidence=evidence,
        checked_on=TITLES_2023,
        source=source,
        note=note,
        codes=codes,
    )


NOS_2020 = date(2020, 5, 29)


def usager(code: str, former: str, label: str) -> tuple[NomenclatureCode, ...]:
    """A title of TRE_R95 and the code it had before 29 May 2020."""
    return (active(R95, code, label), deprecated(R95, former, label, NOS_2020))
