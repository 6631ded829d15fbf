"""The articles on the SISA, their versions, and where they were read."""

from datetime import date

from cpts_model.engine.citations import CSP, Article, ArticleVersion, Evidence, not_yet
from cpts_model.engine.dates import since
from cpts_model.engine.text import Text
from cpts_model.law.sources import Source

READ_L4041_1 = Source(
    "articles L4041-1 s., version de 2011 (codes-et-lois.fr) ; compilation postérieure où L4041-1 n'a qu'une version (cdosf13.fr)",
    date(2021, 5, 14),
)
READ_2011 = Source("articles L4041-1 s., version de 2011 (codes-et-lois.fr)", date(2021, 5, 13))
READ_2023 = Source("copie du code de la santé publique (french-business-law.com)", date(2023, 5, 21))
READ_L4041_4 = Source(
    "LEGIARTI000024460246 et versions suivantes, lues sur doctrine.fr avec leur chronologie "
    "(page qui porte un commentaire du 22 février 2024)",
    date(2024, 2, 22),
)
READ_L4041_4_2021 = Source(READ_L4041_4.where, date(2023, 12, 28))
REPORTED_CURE = Source("amendement sénatorial COM-4 et presse, sur l'article de 2011", date(2021, 5, 13))
REPORTED_L4041_7 = Source(
    "cdosf13.fr et fiche SISA de l'ordre national des pharmaciens (ordre.pharmacien.fr)", date(2021, 5, 14)
)
READ_R4041 = Source(
    "Légifrance, section LEGISCTA000025563177, version au 18 avril 2024 ; décret n° 2012-407",
    date(2024, 4, 18),
)

LOI_2011 = Text("loi n° 2011-940 du 10 août 2011, art. 1er", "act 2011-940 of 10 August 2011, art. 1")
ORDONNANCE_2021 = Text("ordonnance n° 2021-584 du 12 mai 2021", "ordinance 2021-584 of 12 May 2021")
DECRET_2012 = Text("décret n° 2012-407 du 23 mars 2012", "decree 2012-407 of 23 March 2012")


L4041_1 = Article(
    code=CSP,
    number="L4041-1",
    title=Text("Qui peut constituer une SISA", "Who may form a SISA"),
    checked_on=READ_L4041_1.seen_on,
    versions=(
        not_yet(date(2011, 8, 12), Evidence.VERIFIED),
        ArticleVersion(period=since(2011, 8, 12), evidence=Evidence.VERIFIED, act=LOI_2011),
    ),
)

L4041_2 = Article(
    code=CSP,
    number="L4041-2",
    title=Text("Objet de la SISA", "Object of a SISA"),
    checked_on=READ_2023.seen_on,
    versions=(
        not_yet(date(2011, 8, 12), Evidence.VERIFIED),
        ArticleVersion(period=since(2011, 8, 12).before(2021, 5, 14), evidence=Evidence.VERIFIED, act=LOI_2011),
        ArticleVersion(
            period=since(2021, 5, 14), evidence=Evidence.VERIFIED, act=ORDONNANCE_2021,
            note=Text("jour d'entrée en vigueur déduit de la publication", "day of entry into force derived from publication"),
        ),
    ),
)  # fmt: skip

L4041_3 = Article(
    code=CSP,
    number="L4041-3",
    title=Text("Conditions d'exercice des associés", "Conditions of practice of the partners"),
    checked_on=READ_2023.seen_on,
    versions=(
        not_yet(date(2011, 8, 12), Evidence.VERIFIED),
        ArticleVersion(period=since(2011, 8, 12).before(2021, 5, 14), evidence=Evidence.VERIFIED, act=LOI_2011),
        ArticleVersion(
            period=since(2021, 5, 14), evidence=Evidence.VERIFIED, act=ORDONNANCE_2021,
            note=Text(
                "une troisième version est signalée, dont la date n'a pas été lue",
                "a third version is reported, whose date was not read",
            ),
        ),
    ),
)  # fmt: skip

L4041_4 = Article(
    code=CSP,
    number="L4041-4",
    title=Text("Nombre minimal d'associés, salariés", "Least number of partners, employees"),
    checked_on=READ_L4041_4.seen_on,
    versions=(
        not_yet(date(2011, 8, 12), Evidence.VERIFIED),
        ArticleVersion(
            period=since(2011, 8, 12).before(2021, 5, 14), evidence=Evidence.VERIFIED, act=LOI_2011,
            legifrance="LEGIARTI000024460246",
            note=Text("lu en partie", "read in part"),
        ),
        ArticleVersion(
            period=since(2021, 5, 14).before(2023, 12, 29), evidence=Evidence.VERIFIED, act=ORDONNANCE_2021
        ),
        ArticleVersion(
            period=since(2023, 12, 29), evidence=Evidence.VERIFIED,
            act=Text("loi n° 2023-1268 du 27 décembre 2023, art. 13", "act 2023-1268 of 27 December 2023, art. 13"),
        ),
    ),
)  # fmt: skip

L4041_7 = Article(
    code=CSP,
    number="L4041-7",
    title=Text("Statuts de la SISA", "Statutes of a SISA"),
    checked_on=REPORTED_L4041_7.seen_on,
    versions=(
        not_yet(date(2011, 8, 12), Evidence.VERIFIED),
        ArticleVersion(
            period=since(2011, 8, 12), evidence=Evidence.SECONDARY, act=LOI_2011, text_known=False,
            note=Text(
                "rapporté par deux ordres ; le numéro de l'article est plausible et n'a pas été lu",
                "reported by two ordres; the article number is plausible and was not read",
            ),
        ),
    ),
)  # fmt: skip

R4041_1 = Article(
    code=CSP,
    number="R4041-1",
    title=Text("Activités exercées en commun", "Activities exercised jointly"),
    checked_on=READ_R4041.seen_on,
    versions=(
        not_yet(date(2012, 3, 26), Evidence.VERIFIED),
        ArticleVersion(period=since(2012, 3, 26), evidence=Evidence.VERIFIED, act=DECRET_2012),
    ),
)

R4041_2 = Article(
    code=CSP,
    number="R4041-2",
    title=Text("Mentions obligatoires des statuts", "Compulsory mentions of the statutes"),
    checked_on=READ_R4041.seen_on,
    versions=(
        not_yet(date(2012, 3, 26), Evidence.VERIFIED),
        ArticleVersion(
            period=since(2012, 3, 26), evidence=Evidence.VERIFIED, act=DECRET_2012,
            note=Text(
                "ce que le décret n° 2021-747 du 9 juin 2021 change ici n'a pas été trouvé",
                "what decree 2021-747 of 9 June 2021 changes here was not found",
            ),
        ),
    ),
)  # fmt: skip
