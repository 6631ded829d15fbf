"""The articles on centres de santé, since the ordinance of 12 January 2018.

The day of the regime is inferred: the ordinance applies from its decree on, at the latest
on 1 April 2018; the decree of 27 February 2018 was published on 1 March. Légifrance opens
these versions on the latest day, 1 April.
"""

from datetime import date

from cpts_model.engine.citations import CSP, Article, ArticleVersion, Evidence
from cpts_model.engine.dates import Period, since
from cpts_model.engine.text import Text
from cpts_model.law.sources import CODE_COPY_2023, Source

REGIME_2018 = date(2018, 3, 2)
CONFORMITY_DEADLINE = date(2019, 3, 1)
"""The last day for centres open before the regime to hand in their conformity commitment."""
CONFORMITY_DEADLINE_AT_LATEST = date(2019, 4, 1)
"""The end of that year if the regime began on 1 April 2018, as one source has it."""
REFORM_2023 = date(2023, 5, 21)
AGREMENT_FILED_BEFORE = date(2023, 11, 21)
"""Centres open before the reform had to apply for their agrément before this day."""

READ_2018 = Source(
    "ordonnance n° 2018-17, art. 1er, et LEGIARTI000036494903 (L6323-1-11, version de 2018)",
    date(2018, 4, 1),
)
READ_2022 = Source(
    "LEGIARTI000045212770 (L6323-1-3, version de 2022), lue sur doctrine.fr", date(2023, 5, 20)
)
READ_2023 = CODE_COPY_2023

DATE_INFERRED = Text(
    "Régime de 2018 : son premier jour (2 mars 2018) est déduit du décret n° 2018-143 ; la chronologie lue sur doctrine.fr retient le 1er avril 2018.",
    "Regime of 2018: its first day (2 March 2018) is inferred from decree 2018-143; the chronology read on doctrine.fr has 1 April 2018.",
)

_ORDONNANCE = Text("ordonnance n° 2018-17 du 12 janvier 2018", "ordinance 2018-17 of 12 January 2018")
_LOI_2023 = Text("loi n° 2023-378 du 19 mai 2023", "act 2023-378 of 19 May 2023")

_BEFORE_2018 = ArticleVersion(
    period=Period(None, REGIME_2018), text_known=False, evidence=Evidence.SECONDARY,
    act=Text("rédactions antérieures à l'ordonnance de 2018", "wordings before the ordinance of 2018"),
    note=Text(
        "seule la rédaction de 2002 a été lue ; celle de 2009 ne l'a pas été",
        "only the wording of 2002 was read; that of 2009 was not",
    ),
)  # fmt: skip
_NOT_YET = ArticleVersion(
    period=Period(None, REGIME_2018), exists=False, evidence=Evidence.DERIVED,
    act=Text("le régime de 2018 n'existe pas encore", "the regime of 2018 does not exist yet"),
)  # fmt: skip
_2018_ON = ArticleVersion(
    period=since(2018, 3, 2), act=_ORDONNANCE, evidence=Evidence.DERIVED, note=DATE_INFERRED
)
_2023_ON = ArticleVersion(period=since(2023, 5, 21), act=_LOI_2023, evidence=Evidence.VERIFIED)


def _article(number: str, fr: str, en: str, *versions: ArticleVersion) -> Article:
    return Article(
        code=CSP, number=number, title=Text(fr, en), checked_on=READ_2023.seen_on, versions=versions
    )


L6323_1 = _article("L6323-1", "Centre de santé", "Centre de santé", _BEFORE_2018, _2018_ON)
L6323_1_3 = _article(
    "L6323-1-3",
    "Gestionnaire du centre de santé",
    "Managing body of a centre de santé",
    _NOT_YET,
    ArticleVersion(
        period=since(2018, 3, 2).before(2022, 2, 23), act=_ORDONNANCE, evidence=Evidence.DERIVED, note=DATE_INFERRED
    ),
    ArticleVersion(
        period=since(2022, 2, 23).before(2023, 5, 21), evidence=Evidence.VERIFIED, legifrance="LEGIARTI000045212770",
        act=Text("loi n° 2022-217 du 21 février 2022, art. 128", "act 2022-217 of 21 February 2022, art. 128"),
    ),
    _2023_ON,
)  # fmt: skip
L6323_1_4 = _article(
    "L6323-1-4", "Bénéfices du centre de santé", "Profits of a centre de santé", _NOT_YET, _2018_ON
)
L6323_1_5 = _article(
    "L6323-1-5", "Professionnels du centre de santé", "Professionals of a centre de santé", _NOT_YET, _2018_ON
)
L6323_1_10 = _article(
    "L6323-1-10",
    "Projet de santé du centre de santé",
    "Projet de santé of a centre de santé",
    _NOT_YET,
    _2018_ON,
)
L6323_1_11 = _article(
    "L6323-1-11",
    "Ouverture du centre de santé, engagement de conformité et agrément",
    "Opening of a centre de santé, conformity commitment and agrément",
    _NOT_YET,
    ArticleVersion(
        period=since(2018, 3, 2).before(2023, 5, 21), act=_ORDONNANCE, evidence=Evidence.DERIVED,
        note=DATE_INFERRED, legifrance="LEGIARTI000036494903",
    ),
    ArticleVersion(
        period=since(2023, 5, 21), act=_LOI_2023, evidence=Evidence.VERIFIED, legifrance="LEGIARTI000047567907"
    ),
)  # fmt: skip

ARTICLES = (L6323_1, L6323_1_3, L6323_1_4, L6323_1_5, L6323_1_10, L6323_1_11)
