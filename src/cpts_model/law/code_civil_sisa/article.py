"""The articles of the code civil on the sociétés civiles, and where they were read."""

from datetime import date

from cpts_model.engine.citations import CODE_CIVIL, Article, ArticleVersion, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.text import Text
from cpts_model.law.sources import Source

_COPY = "code civil au 3 avril 2026 (base LEGI, copie legalize-fr)"
_READ_ON = date(2026, 4, 3)


def read(legifrance: str) -> Source:
    """Where an article was read: the code of 2026, and the one version that the base LEGI gives it."""
    return Source(f"{_COPY} ; {legifrance}, en vigueur depuis le 1er juillet 1978", _READ_ON)


def _unchanged_since_1978(number: str, title: Text, legifrance: str) -> Article:
    return Article(
        code=CODE_CIVIL,
        number=number,
        title=title,
        checked_on=_READ_ON,
        legifrance=legifrance,
        versions=(
            ArticleVersion(
                period=since(1978, 7, 1),
                evidence=Evidence.VERIFIED,
                act=Text("loi n° 78-9 du 4 janvier 1978", "act 78-9 of 4 January 1978"),
                legifrance=legifrance,
            ),
        ),
    )


C_CIV_1846_1 = _unchanged_since_1978(
    "1846-1",
    Text("Société civile dépourvue de gérant", "Société civile without a manager"),
    "LEGIARTI000006444247",
)
C_CIV_1857 = _unchanged_since_1978(
    "1857",
    Text(
        "Responsabilité des associés à l'égard des tiers", "Liability of the partners towards third parties"
    ),
    "LEGIARTI000006444321",
)
C_CIV_1869 = _unchanged_since_1978(
    "1869", Text("Retrait d'un associé", "Withdrawal of a partner"), "LEGIARTI000006444422"
)
C_CIV_1870 = _unchanged_since_1978(
    "1870", Text("Décès d'un associé", "Death of a partner"), "LEGIARTI000006444432"
)
C_CIV_1870_1 = _unchanged_since_1978(
    "1870-1",
    Text("Héritiers qui ne deviennent pas associés", "Heirs who do not become partners"),
    "LEGIARTI000006444440",
)
