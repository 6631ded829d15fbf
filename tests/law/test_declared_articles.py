"""What is declared of articles, orders and judgments that share a form: article.py of each, pass_table, points."""

from datetime import date

import pytest

from cpts_model.engine.citations import (
    ACTES,
    CODE_CIVIL,
    CODE_DU_TRAVAIL,
    CSP,
    Article,
    ArticleVersion,
    Evidence,
)
from cpts_model.engine.dates import Period
from cpts_model.engine.text import Text
from cpts_model.law import code_du_travail_l1253_3 as travail
from cpts_model.law.aci_msp.points import TABLE, Axis, RowKind
from cpts_model.law.code_civil_sisa import article as civil
from cpts_model.law.csp_l6323_1 import article as centres
from cpts_model.law.loi_1901.article import judgment
from cpts_model.law.pass_table import PASS
from cpts_model.law.sources import Source

CIVIL_READ_ON = date(2026, 4, 3)


@pytest.mark.parametrize(
    ("article", "number", "fr", "en", "legifrance"),
    [
        (civil.C_CIV_1846_1, "1846-1", "Société civile dépourvue de gérant", "Société civile without a manager", "LEGIARTI000006444247"),
        (civil.C_CIV_1869, "1869", "Retrait d'un associé", "Withdrawal of a partner", "LEGIARTI000006444422"),
        (civil.C_CIV_1870, "1870", "Décès d'un associé", "Death of a partner", "LEGIARTI000006444432"),
    ],
)  # fmt: skip
def test_the_articles_of_the_code_civil_are_unchanged_since_1978(
    article: Article, number: str, fr: str, en: str, legifrance: str
) -> None:
    assert (article.code, article.number, article.title) == (CODE_CIVIL, number, Text(fr, en))
    assert (article.checked_on, article.legifrance) == (CIVIL_READ_ON, legifrance)
    (version,) = article.versions
    assert version == ArticleVersion(
        period=Period(date(1978, 7, 1)),
        act=Text("loi n° 78-9 du 4 janvier 1978", "act 78-9 of 4 January 1978"),
        evidence=Evidence.VERIFIED,
        legifrance=legifrance,
    )
    where = f"code civil au 3 avril 2026 (base LEGI, copie legalize-fr) ; {legifrance}, en vigueur depuis le 1er juillet 1978"
    assert civil.read(legifrance) == Source(where, CIVIL_READ_ON)


ACT_UNREAD = Text("acte modificatif non lu", "amending act not read")
UNREAD = Text("dates lues ; cette rédaction n'a pas été lue", "dates read; this wording was not read")


@pytest.mark.parametrize(
    ("article", "number", "fr", "en", "before", "after"),
    [
        (
            travail.R1253_35, "R1253-35", "Mention dans les statuts", "Mention in the statutes",
            "LEGIARTI000018537206", "LEGIARTI000043645922",
        ),
        (
            travail.R1253_36, "R1253-36", "Comptabilité séparée", "Separate accounts",
            "LEGIARTI000018537204", "LEGIARTI000043645919",
        ),
    ],
)  # fmt: skip
def test_the_regulatory_articles_of_the_code_du_travail_were_rewritten_on_12_june_2021(
    article: Article, number: str, fr: str, en: str, before: str, after: str
) -> None:
    assert (article.code, article.number, article.title) == (CODE_DU_TRAVAIL, number, Text(fr, en))
    assert (article.checked_on, article.legifrance) == (date(2026, 3, 27), after)
    nothing, older, newer = article.versions
    assert (nothing.exists, nothing.period) == (False, Period(None, date(2008, 5, 1)))
    assert older == ArticleVersion(
        period=Period(date(2008, 5, 1), date(2021, 6, 12)),
        act=ACT_UNREAD,
        evidence=Evidence.VERIFIED,
        text_known=False,
        legifrance=before,
        note=UNREAD,
    )
    assert newer == ArticleVersion(
        period=Period(date(2021, 6, 12)),
        act=Text("décret n° 2021-747 du 9 juin 2021, art. 1er", "decree 2021-747 of 9 June 2021, art. 1"),
        evidence=Evidence.VERIFIED,
        legifrance=after,
    )


def test_an_article_on_centres_de_sante_is_of_the_public_health_code_with_its_versions() -> None:
    article = centres.L6323_1_4
    assert (article.code, article.number) == (CSP, "L6323-1-4")
    assert article.title == Text("Bénéfices du centre de santé", "Profits of a centre de santé")
    assert article.checked_on == centres.READ_2023.seen_on
    assert [version.exists for version in article.versions] == [False, True]


def test_a_judgment_is_cited_by_its_court_its_day_and_its_number() -> None:
    cited = judgment("Cass. 1re civ.", "25 juin 2002", "01-01.093")
    assert (cited.code, cited.article) == (ACTES, "Cass. 1re civ., 25 juin 2002, n° 01-01.093")
    assert (cited.paragraph, cited.legifrance) == (None, None)


@pytest.mark.parametrize(
    ("year", "order", "reference", "url"),
    [
        (2019, "arrêté du 11 décembre 2018", "JORFARTI000037814805", None),
        (2020, "arrêté du 2 décembre 2019", "SSAS1934384A", None),
        (2021, "arrêté du 22 décembre 2020", "JORFTEXT000042748904", "JORFTEXT000042748904"),
        (2022, "arrêté du 15 décembre 2021", "JORFTEXT000044514684", "JORFTEXT000044514684"),
        (2023, "arrêté du 9 décembre 2022", "JORFTEXT000046745084", "JORFTEXT000046745084"),
        (2024, "arrêté du 19 décembre 2023", "JORFARTI000048708695", None),
        (2025, "arrêté du 19 décembre 2024", "JORFTEXT000050854392", "JORFTEXT000050854392"),
        (2026, "arrêté du 22 décembre 2025", "JORFTEXT000053143451", "JORFTEXT000053143451"),
    ],
)
def test_the_order_of_each_annual_ceiling_has_its_page_where_it_is_a_text_of_its_own(
    year: int, order: str, reference: str, url: str | None
) -> None:
    (ceiling,) = (one for one in PASS if one.year == year)
    assert ceiling.reference == reference
    assert (ceiling.act.code, ceiling.act.article, ceiling.act.paragraph) == (ACTES, order, None)
    assert ceiling.act.legifrance == url


def test_what_only_calculators_tell_of_is_an_optional_indicator_without_points() -> None:
    (row,) = (row for row in TABLE if row.key == "formation-stages")
    assert (row.axis, row.kind, row.fact) == (Axis.EQUIPE, RowKind.OPTIONNEL, "interns")
    assert row.label == Text("formation des stagiaires", "training placements")
