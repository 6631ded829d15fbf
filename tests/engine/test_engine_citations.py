"""Codes, articles and citations."""

import pickle
from datetime import date

import pytest

from cpts_model.engine import citations
from cpts_model.engine.citations import LOI_1901, Article, ArticleVersion, Authority, Citation, Code, Evidence
from cpts_model.engine.dates import Period, since
from cpts_model.engine.text import Text
from toy import L1, SPORT

ACT = Text("loi", "act")


def version(*period: date | None) -> ArticleVersion:
    return ArticleVersion(period=Period(*period), act=ACT, evidence=Evidence.VERIFIED)


def article(*versions: ArticleVersion) -> Article:
    return Article(code=SPORT, number="L9", title=ACT, checked_on=date(2024, 1, 1), versions=versions)


def test_only_law_and_regulation_bind():
    assert {authority for authority in Authority if authority.binds} == {Authority.LAW, Authority.REGULATION}


@pytest.mark.parametrize("words", [Authority, Evidence])
def test_every_member_has_words_of_its_own(words):
    assert len({member.label for member in words}) == len(words)
    for member in words:
        assert pickle.loads(pickle.dumps(member)) is member


def test_a_citation_in_lawyers_notation_and_spelt_out():
    cited = L1.alinea(3)
    assert cited.short == str(cited) == "C. sport, art. L1-2, al. 3"
    assert cited.to("fr") == "article L1-2, al. 3 du code du sport"
    assert cited.to("en") == "article L1-2, al. 3 of the sports code"
    assert L1.cite().short == "C. sport, art. L1-2"
    assert L1.cite().to("fr") == "article L1-2 du code du sport"
    assert L1.cite("3° a").paragraph == "3° a"


@pytest.mark.parametrize("number", ["4", "L6323-3", "R. 4", "D1434-44", "L 12", "A1"])
def test_an_article_has_a_number(number):
    assert Citation(SPORT, number).to("fr") == f"article {number} du code du sport"
    assert Citation(SPORT, number).short == f"C. sport, art. {number}"


@pytest.mark.parametrize("act", ["Loi du 1er juillet 1901", "ACI du 20 juin 2019", "", "Rapport", "X 3"])
def test_a_whole_act_is_named(act):
    assert Citation(SPORT, act).to("fr") == f"{act} (code du sport)"
    assert "art." not in Citation(SPORT, act).short


def test_what_has_no_abbreviation_is_named_by_its_article_alone():
    practice = Code("practice", ACT, "", ACT)
    assert Citation(practice, "Guide", "p. 3").short == "Guide, p. 3"
    assert Citation(practice, "Guide").to("fr") == Citation(practice, "Guide").to("en") == "Guide"


def test_a_citation_knows_its_address():
    assert L1.cite().url == "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000000000001"
    assert Citation(SPORT, "x", None, "JORFTEXT1").url == "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT1"
    assert Citation(SPORT, "4").url is None


def test_citations_are_values():
    assert L1.alinea(1) == L1.alinea(1) != L1.alinea(2)
    assert len({L1.alinea(1), L1.alinea(1)}) == 1
    for value in (L1, L1.alinea(1), SPORT):
        assert pickle.loads(pickle.dumps(value)) == value
        assert hash(pickle.loads(pickle.dumps(value))) == hash(value)
    with pytest.raises(AttributeError):
        L1.number = "L2"
    assert repr(L1.cite()).startswith("Citation(code=Code(slug='sport'")


def test_the_version_of_a_day():
    assert [L1.at(day).exists for day in (date(1999, 12, 31), date(2000, 1, 1))] == [False, True]
    assert [L1.at(day).act.fr for day in (date(2009, 12, 31), date(2010, 1, 1))] == ["loi 1", "loi 2"]
    assert list(L1.changes) == [date(2000, 1, 1), date(2010, 1, 1)]


def test_no_version_before_the_first_declared():
    later = article(ArticleVersion(period=since(2020, 1, 1), act=ACT, evidence=Evidence.VERIFIED))
    assert later.at(date(2019, 12, 31)) is None
    assert later.at(date(2020, 1, 1)) is later.versions[0]
    assert article().at(date(2020, 1, 1)) is None
    assert list(article().changes) == []


A, B, C = date(2020, 1, 1), date(2021, 1, 1), date(2022, 1, 1)


@pytest.mark.parametrize(
    "versions",
    [
        (version(None, A), version(B, None)),
        (version(None, B), version(A, None)),
        (version(A, B), version(None, None)),
        (version(None, None), version(A, None)),
        (version(A, None), version(B, None)),
        (version(B, C), version(A, B)),
        (version(A, B), version(B, C), version(date(2022, 1, 2), None)),
    ],
)
def test_versions_follow_one_another_without_gap_or_overlap(versions):
    with pytest.raises(ValueError, match=r"L9: the version .* is not followed at once by"):
        article(*versions)


def test_two_versions_open_on_the_side_where_they_meet_are_refused():
    """The older one has no end and the newer no start: both are in force for ever."""
    with pytest.raises(ValueError, match="L9"):
        article(version(A, None), version(None, B))


def test_versions_that_meet_are_accepted():
    assert len(article(version(None, A), version(A, B), version(B, None)).versions) == 3


def test_the_codes_are_told_apart_by_their_slugs():
    codes = [value for value in vars(citations).values() if isinstance(value, Code)]
    assert len({code.slug for code in codes}) == len(codes) > 5
    assert citations.CSP.of == Text("du code de la santé publique", "of the French public health code")


def test_the_first_article_is_read_aloud_as_people_say_it():
    first = Citation(LOI_1901, "1")
    assert first.to("fr") == "article 1er de la loi du 1er juillet 1901"
    assert first.to("en").startswith("article 1 of the law")
    assert first.short == "loi 1901, art. 1"


@pytest.mark.parametrize(
    ("code", "slug", "short", "fr", "en"),
    [
        (citations.CSS, "css", "CSS", "article 4 du code de la sécurité sociale", "French social security code"),
        (citations.CODE_CIVIL, "code-civil", "C. civ.", "article 4 du code civil", "French civil code"),
        (LOI_1901, "loi-1901", "loi 1901", "article 4 de la loi du 1er juillet 1901", "law of 1 July 1901 on associations"),
    ],
)  # fmt: skip
def test_a_code_is_named_by_itself_and_after_its_articles(code, slug, short, fr, en):
    assert (code.slug, code.short) == (slug, short)
    assert Citation(code, "4").to("fr") == fr
    assert Citation(code, "4").to("en") == f"article 4 of the {en}"
    assert code.name.en == en
    assert fr.endswith(code.name.fr)


def test_the_time_before_an_article_is_a_declared_absence():
    before = citations.not_yet(A, Evidence.DERIVED)
    assert before == ArticleVersion(
        period=Period(None, A),
        act=Text("l'article n'existe pas encore", "the article does not exist yet"),
        evidence=Evidence.DERIVED,
        exists=False,
    )
