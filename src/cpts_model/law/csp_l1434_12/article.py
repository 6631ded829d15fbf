"""Article L1434-12 of the code de la santé publique and its four versions."""

from datetime import date

from cpts_model.engine.citations import CSP, Article, ArticleVersion, Evidence
from cpts_model.engine.dates import Period, since
from cpts_model.engine.text import Text
from cpts_model.law.sources import CODE_COPY_2023, LEGIFRANCE_L1434_12, Source

READ_2023 = Source(f"{LEGIFRANCE_L1434_12.where} ; {CODE_COPY_2023.where}", CODE_COPY_2023.seen_on)
QUOTED_2016 = Source(
    "composition d'origine, citée par la fédération Fécop (fecop.fr, page sans date)",
    date(2022, 2, 22),
)
READ_CRPA = Source(
    "code des relations entre le public et l'administration au 3 avril 2026 (base LEGI, copie legalize-fr)",
    date(2026, 4, 3),
)

L1434_12 = Article(
    code=CSP,
    number="L1434-12",
    title=Text(
        "Communauté professionnelle territoriale de santé", "Communauté professionnelle territoriale de santé"
    ),
    checked_on=READ_2023.seen_on,
    versions=(
        ArticleVersion(
            period=Period(None, date(2016, 1, 28)), exists=False, evidence=Evidence.DERIVED,
            act=Text("l'article n'existe pas encore, sous cet objet", "the article does not exist yet, on this matter"),
        ),
        ArticleVersion(
            period=since(2016, 1, 28).before(2019, 7, 27), evidence=Evidence.SECONDARY,
            act=Text("loi n° 2016-41 du 26 janvier 2016", "act 2016-41 of 26 January 2016"),
            note=Text(
                "jour déduit ; texte rapporté : le projet est transmis, sans régime de validation",
                "day inferred; text as reported: the projet is transmitted, with no validation scheme",
            ),
        ),
        ArticleVersion(
            period=since(2019, 7, 27).before(2022, 2, 23), evidence=Evidence.SECONDARY,
            act=Text("loi n° 2019-774 du 24 juillet 2019", "act 2019-774 of 24 July 2019"),
            note=Text(
                "ajoute la validation par le silence, lue dans la version de 2022",
                "adds validation by silence, read in the version of 2022",
            ),
        ),
        ArticleVersion(
            period=since(2022, 2, 23).before(2022, 3, 31), evidence=Evidence.DERIVED,
            act=Text("loi n° 2022-217 du 21 février 2022", "act 2022-217 of 21 February 2022"),
            note=Text(
                "ajoute les professionnels des territoires frontaliers étrangers ; jour déduit",
                "adds the professionals of foreign border territories; day inferred",
            ),
        ),
        ArticleVersion(
            period=since(2022, 3, 31), evidence=Evidence.VERIFIED,
            act=Text("loi n° 2021-1018 du 2 août 2021", "act 2021-1018 of 2 August 2021"),
            note=Text(
                "ajoute les services de prévention et de santé au travail",
                "adds the occupational health services",
            ),
        ),
    ),
)  # fmt: skip
