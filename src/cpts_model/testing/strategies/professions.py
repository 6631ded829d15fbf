"""Professions, by the families of the code de la santé publique.

The lists are written from the code: its fourth part, book by book.
"""

from datetime import date

from hypothesis import strategies as st

from cpts_model.facts.families import Family
from cpts_model.facts.professions import Profession
from cpts_model.testing.strategies.errors import BadArgument

P = Profession

# Each profession that was in the family on the day of the oldest table that was read.
_OF_OLD = {
    # Book I (L4111-1)
    Family.PROFESSION_MEDICALE: (P.MEDECIN, P.CHIRURGIEN_DENTISTE, P.SAGE_FEMME),
    # Book II, Titles I to IV (L4221-1, L4241-1)
    Family.PHARMACIE: (P.PHARMACIEN, P.PREPARATEUR_EN_PHARMACIE),
    Family.PHYSIQUE_MEDICALE: (),
    # Book III, Titles I to VII (L4383-1)
    Family.AUXILIAIRE_MEDICAL: (
        P.INFIRMIER,
        P.MASSEUR_KINESITHERAPEUTE,
        P.PEDICURE_PODOLOGUE,
        P.ERGOTHERAPEUTE,
        P.PSYCHOMOTRICIEN,
        P.ORTHOPHONISTE,
        P.ORTHOPTISTE,
        P.MANIPULATEUR_D_ELECTRORADIOLOGIE_MEDICALE,
        P.AUDIOPROTHESISTE,
        P.OPTICIEN_LUNETIER,
        P.DIETETICIEN,
    ),
    Family.TITRE_IX: (),
    Family.HORS_QUATRIEME_PARTIE: (),
    Family.NON_PROFESSION_DE_SANTE: (
        P.OSTEOPATHE,
        P.CHIROPRACTEUR,
        P.PSYCHOLOGUE,
        P.PSYCHOTHERAPEUTE,
        P.ASSISTANT_DE_SERVICE_SOCIAL,
        P.VETERINAIRE,
    ),
}

# Those that came later, and the day from which it is sure that they had: of most, the day itself was read.
_SINCE = {
    # Book II, Title V (L4251-1): ordonnance 2017-48
    P.PHYSICIEN_MEDICAL: (Family.PHYSIQUE_MEDICALE, date(2017, 1, 21)),
    # Book III, Title V: listed among the auxiliaires médicaux from 2016 on
    P.TECHNICIEN_DE_LABORATOIRE_MEDICAL: (Family.AUXILIAIRE_MEDICAL, date(2016, 1, 28)),
    # Book III, Title VI (L4364-1): the five that décret 2005-988 lists
    P.ORTHOPROTHESISTE: (Family.AUXILIAIRE_MEDICAL, date(2005, 8, 14)),
    P.PODO_ORTHESISTE: (Family.AUXILIAIRE_MEDICAL, date(2005, 8, 14)),
    P.OCULARISTE: (Family.AUXILIAIRE_MEDICAL, date(2005, 8, 14)),
    P.EPITHESISTE: (Family.AUXILIAIRE_MEDICAL, date(2005, 8, 14)),
    P.ORTHOPEDISTE_ORTHESISTE: (Family.AUXILIAIRE_MEDICAL, date(2005, 8, 14)),
    # Book III, Title IX: in the heading of the Book before loi 2016-41, or by that law
    P.AIDE_SOIGNANT: (Family.TITRE_IX, date(2016, 1, 28)),
    P.AUXILIAIRE_DE_PUERICULTURE: (Family.TITRE_IX, date(2016, 1, 28)),
    P.AMBULANCIER: (Family.TITRE_IX, date(2016, 1, 28)),
    P.ASSISTANT_DENTAIRE: (Family.TITRE_IX, date(2016, 1, 28)),
    # loi 2023-379, art. 14
    P.ASSISTANT_DE_REGULATION_MEDICALE: (Family.TITRE_IX, date(2023, 5, 21)),
    # Part 1 (L1132-1) and Part 6 (L6213-1) of the code
    P.CONSEILLER_EN_GENETIQUE: (Family.HORS_QUATRIEME_PARTIE, date(2005, 1, 1)),
    P.BIOLOGISTE_MEDICAL: (Family.HORS_QUATRIEME_PARTIE, date(2010, 1, 16)),
}
# No profession of health before the day on which they became one: that day was read.
_NONE_BEFORE = (P.PHYSICIEN_MEDICAL, P.ASSISTANT_DENTAIRE, P.ASSISTANT_DE_REGULATION_MEDICALE)
_OLDEST_TABLE = date(2002, 5, 4)


def professions(family: Family | None = None, *, on: date | None = None) -> st.SearchStrategy[Profession]:
    """Professions: any, or those that are surely of a family on a day (by the newest texts if none is given).

    Raises:
        BadArgument: no profession is surely of that family on that day.
    """
    if family is None:
        return st.sampled_from(Profession)
    found = of_family(family, on)
    if not found:
        raise BadArgument("family", f"no profession is known to be of {family.name} on {on}")
    return st.sampled_from(found)


def of_family(family: Family, on: date | None = None) -> tuple[Profession, ...]:
    """The professions that are surely of a family on a day; the newest texts' if no day is given."""
    if on is not None and on < _OLDEST_TABLE:
        return ()
    come = tuple(one for one, (into, day) in _SINCE.items() if into is family and (on is None or day <= on))
    to_come: tuple[Profession, ...] = ()
    if family is Family.NON_PROFESSION_DE_SANTE and on is not None:
        to_come = tuple(one for one in _NONE_BEFORE if on < _SINCE[one][1])
    return (*_OF_OLD[family], *come, *to_come)
