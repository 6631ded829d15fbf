"""The days on which the texts of the field begin or end, and those around them."""

from datetime import date, timedelta

from hypothesis import strategies as st

# Written from the texts, which most lines name.
_OF_THE_FIELD = (
    date(2007, 12, 22),  # LFSS 2008: the maison de santé
    date(2009, 7, 23),  # loi 2009-879 (HPST)
    date(2011, 8, 12),  # loi 2011-940: the SISA; the projet de santé is signed
    date(2012, 3, 26),  # décret 2012-407: statutes of the SISA
    date(2016, 1, 28),  # loi 2016-41: CPTS and équipes de soins primaires
    date(2017, 1, 21),  # ordonnance 2017-48: physique médicale
    date(2017, 4, 20),  # ACI of the maisons de santé
    date(2018, 3, 2),  # ordonnance 2018-17: centres de santé
    date(2019, 7, 27),  # loi 2019-774 (OTSS): projets approved by silence, équipes de soins spécialisés
    date(2019, 8, 25),  # ACI of the CPTS
    date(2020, 4, 15),  # the service de santé des armées is named
    date(2021, 5, 14),  # ordonnance 2021-584: a CPTS is an association, a SISA may employ
    date(2021, 5, 31),
    date(2021, 6, 12),  # décret 2021-747: SISA and groupements d'employeurs
    date(2021, 12, 25),  # LFSS 2022
    date(2022, 2, 23),  # loi 2022-217 (3DS): foreign border territories
    date(2022, 3, 18),  # décret 2022-375: what a CPTS pays its members
    date(2022, 3, 31),  # loi 2021-1018: services of occupational health
    date(2022, 5, 14),  # the last day for older CPTS to become associations, or
    date(2022, 5, 15),  # the first without that delay
    date(2022, 9, 3),  # the missions of avenant 2 are due
    date(2023, 5, 21),  # loi 2023-379 (Rist), and that on centres de santé
    date(2023, 7, 20),  # décret 2023-617
    date(2023, 8, 22),
    date(2023, 12, 28),
    date(2023, 12, 29),  # loi 2023-1268 (Valletoux): three years below the minimum of a SISA
    date(2024, 6, 22),  # convention médicale: équipes de soins spécialisés
    date(2025, 1, 1),  # their funding
    date(2025, 5, 3),
    date(2025, 6, 29),  # loi 2025-581: the profession of infirmier
    date(2025, 7, 15),  # experiments in twenty départements
    date(2028, 6, 29),  # the end of one experiment, three years on
    date(2030, 7, 15),  # the end of another, five years on
)
# Of the law of associations, of companies and of professions: drawn as often, never the simplest.
_AROUND = (
    date(1901, 7, 1),
    date(1924, 6, 1),  # local law of Alsace-Moselle
    date(2002, 5, 4),  # the oldest table of the code de la santé publique that was read
    date(2002, 6, 25),
    date(2004, 12, 21),
    date(2005, 8, 14),  # décret 2005-988: the five prothésistes and orthésistes
    date(2010, 1, 16),  # ordonnance 2010-49: medical biology
    date(2012, 3, 24),
    date(2012, 3, 28),
    date(2015, 6, 3),
    date(2017, 10, 25),
)
TURNING_DAYS = (*_OF_THE_FIELD, *_AROUND)
"""The days from which a text that bears on coordinated care holds, or holds no more: written from the texts."""

_ASIDE = (0, -1, 1, -30, 30, -365, 365, -1500, 1500)


def dates_around_law_changes() -> st.SearchStrategy[date]:
    """A day from which a text of the field holds, the day before or after it, or one months or years away."""
    return st.sampled_from([day + timedelta(days=aside) for aside in _ASIDE for day in TURNING_DAYS])
