"""Article L1411-11-1 of the code de la santé publique and its two versions."""

from datetime import date

from cpts_model.engine.citations import CSP, Article, ArticleVersion, Evidence, not_yet
from cpts_model.engine.dates import since
from cpts_model.engine.text import Text
from cpts_model.law.sources import Source

# The page has no date of its own; it knows that a CPTS must be an association, which dates from this day.
READ_ESP = Source(
    "article cité par une page régionale non datée du portail des ARS (bretagne.paps.sante.fr), postérieure à l'obligation de "
    "forme associative des CPTS",
    date(2021, 5, 14),
)
READ_ESS = Source("article cité par ameli.fr (28 novembre 2024)", date(2024, 11, 28))

L1411_11_1 = Article(
    code=CSP,
    number="L1411-11-1",
    title=Text(
        "Équipe de soins primaires, équipe de soins spécialisés",
        "Équipe de soins primaires, équipe de soins spécialisés",
    ),
    checked_on=READ_ESS.seen_on,
    versions=(
        not_yet(date(2016, 1, 28), Evidence.DERIVED),
        ArticleVersion(
            period=since(2016, 1, 28).before(2019, 7, 27), evidence=Evidence.DERIVED,
            act=Text("loi n° 2016-41 du 26 janvier 2016", "act 2016-41 of 26 January 2016"),
            note=Text(
                "dates déduites des lois ; l'équipe de soins spécialisés n'y figure pas encore",
                "dates inferred from the acts; the équipe de soins spécialisés is not in it yet",
            ),
        ),
        ArticleVersion(
            period=since(2019, 7, 27), evidence=Evidence.SECONDARY,
            act=Text("loi n° 2019-774 du 24 juillet 2019", "act 2019-774 of 24 July 2019"),
        ),
    ),
)  # fmt: skip
