"""Article L6323-3 of the code de la santé publique and its six versions."""

from datetime import date

from cpts_model.engine.citations import CSP, Article, ArticleVersion, Evidence, not_yet
from cpts_model.engine.dates import since
from cpts_model.engine.text import Text
from cpts_model.law.sources import Source

READ_2023 = Source(
    "copie du code de la santé publique (french-business-law.com) ; chronologie lue sur doctrine.fr",
    date(2023, 5, 21),
)
READ_2011 = Source("LEGIARTI000024462532 (version de 2011), lue sur doctrine.fr", date(2016, 1, 27))
READ_2009 = Source("JORFARTI000020879493 (loi 2009-879), lue sur legal.tricoteuses.fr", date(2011, 8, 11))
REPORTED_2007 = Source(
    "texte de 2007 rapporté par l'ordre des masseurs-kinésithérapeutes (Deux-Sèvres)", date(2009, 7, 22)
)

L6323_3 = Article(
    code=CSP,
    number="L6323-3",
    title=Text("Maison de santé", "Maison de santé"),
    checked_on=READ_2023.seen_on,
    versions=(
        not_yet(date(2007, 12, 22), Evidence.SECONDARY),
        ArticleVersion(
            period=since(2007, 12, 22).before(2009, 7, 23), evidence=Evidence.SECONDARY,
            act=Text("loi de financement de la sécurité sociale pour 2008", "social security financing act for 2008"),
        ),
        ArticleVersion(
            period=since(2009, 7, 23).before(2011, 8, 12), evidence=Evidence.VERIFIED,
            act=Text("loi n° 2009-879 du 21 juillet 2009 (HPST)", "act 2009-879 of 21 July 2009"),
        ),
        ArticleVersion(
            period=since(2011, 8, 12).before(2016, 1, 28), evidence=Evidence.VERIFIED, legifrance="LEGIARTI000024462532",
            act=Text("loi n° 2011-940 du 10 août 2011, art. 2", "act 2011-940 of 10 August 2011, art. 2"),
        ),
        ArticleVersion(
            period=since(2016, 1, 28).before(2019, 7, 27), evidence=Evidence.VERIFIED, text_known=False,
            act=Text("loi n° 2016-41 du 26 janvier 2016", "act 2016-41 of 26 January 2016"),
            note=Text("dates lues ; ce qui change n'a pas été trouvé", "dates read; what changed was not found"),
        ),
        ArticleVersion(
            period=since(2019, 7, 27).before(2021, 12, 25), evidence=Evidence.VERIFIED, text_known=False,
            act=Text("loi n° 2019-774 du 24 juillet 2019", "act 2019-774 of 24 July 2019"),
            note=Text("dates lues ; ce qui change n'a pas été trouvé", "dates read; what changed was not found"),
        ),
        ArticleVersion(
            period=since(2021, 12, 25), evidence=Evidence.VERIFIED,
            act=Text("loi n° 2021-1754 du 23 décembre 2021", "act 2021-1754 of 23 December 2021"),
        ),
    ),
)  # fmt: skip
