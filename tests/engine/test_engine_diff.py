"""What a law changes between two days, and what sets two laws apart."""

from datetime import date, timedelta

import attrs
import pytest

from cpts_model.engine.citations import Article, ArticleVersion, Authority, Evidence
from cpts_model.engine.dates import Period, since
from cpts_model.engine.diff import LawDiff, RuleChange, TextChange, diff_laws
from cpts_model.engine.law import Law
from cpts_model.engine.text import Text
from toy import HALL, L1, ONE_ADULT, SETTLEABLE, SPORT, TOY, TWO_ADULTS, hall_is_booked, rule

DAY = timedelta(days=1)
FIRST, SECOND, HALL_DAY = date(2000, 1, 1), date(2010, 1, 1), date(2005, 7, 1)
L9 = Article(
    code=SPORT,
    number="L9",
    title=Text("Salles", "Halls"),
    checked_on=date(2024, 1, 1),
    versions=(
        ArticleVersion(
            period=since(2003, 1, 1).before(2008, 1, 1),
            evidence=Evidence.VERIFIED,
            act=Text("loi 3", "act 3"),
        ),
        ArticleVersion(
            period=Period(date(2008, 1, 1)),
            evidence=Evidence.VERIFIED,
            act=Text("loi 4", "act 4"),
            exists=False,
        ),
    ),
)
LAW = Law(
    (*SETTLEABLE.rules, rule("hall.old", hall_is_booked, in_force=since(2001, 1, 1).before(2005, 7, 1))),
    (L1, L9),
)


def ids(steps: tuple[RuleChange, ...]) -> list[str]:
    return [step.rule_id for step in steps]


def test_from_a_day_to_itself_nothing_changes() -> None:
    diff = LAW.diff(FIRST, FIRST)
    assert diff.empty
    assert diff == LawDiff(a=FIRST, b=FIRST, rules=(), articles=())


@pytest.mark.parametrize(
    ("a", "b", "begun"),
    [
        (FIRST - DAY, FIRST, ["club.adults"]),
        (FIRST, FIRST + DAY, []),
        (HALL_DAY - DAY, HALL_DAY, ["club.hall"]),
    ],
)
def test_a_rule_begins_on_its_first_day_and_on_no_other(a: date, b: date, begun: list[str]) -> None:
    assert ids(LAW.diff(a, b).begun) == begun


def test_a_rule_that_passes_to_another_version_is_told_with_both_and_with_the_act() -> None:
    (step,) = LAW.diff(SECOND - DAY, SECOND).rules
    assert (step.rule_id, step.on, step.old, step.new) == ("club.adults", SECOND, ONE_ADULT, TWO_ADULTS)
    assert step.rule is TWO_ADULTS
    (text,) = step.texts
    assert text.article is L1
    assert text.begins is not None
    assert text.begins.act.en == "act 2"
    assert LAW.diff(SECOND - DAY, SECOND).replaced == (step,)
    assert LAW.diff(date(1990, 1, 1), date(2020, 1, 1)).replaced == (step,)


def test_a_rule_that_ceases_does_so_on_the_first_day_without_it() -> None:
    diff = LAW.diff(HALL_DAY - DAY, HALL_DAY)
    assert ids(diff.ceased) == ["hall.old"]
    assert diff.ceased[0].rule.id == "hall.old"
    assert diff.ceased[0].texts == ()
    assert not LAW.diff(HALL_DAY - 2 * DAY, HALL_DAY - DAY).rules


def test_a_rule_that_ceases_with_its_article_is_told_with_it() -> None:
    old = rule("club.old", hall_is_booked, in_force=since(2000, 1, 1).before(2010, 1, 1))
    (step,) = Law((old,), (L1, L9)).diff(SECOND - DAY, SECOND).rules
    assert (step.old, step.new) == (old, None)
    assert [(text.article, text.old, text.new) for text in step.texts] == [(L1, *L1.versions[1:])]


def test_a_rule_that_changed_twice_shows_both_steps() -> None:
    chain = LAW.diff(date(1990, 1, 1), date(2020, 1, 1)).of("club.adults")
    assert [(step.on, step.old, step.new) for step in chain] == [
        (FIRST, None, ONE_ADULT),
        (SECOND, ONE_ADULT, TWO_ADULTS),
    ]


def test_steps_come_by_day_then_in_the_order_of_the_law() -> None:
    diff = LAW.diff(date(1990, 1, 1), date(2020, 1, 1))
    assert [(step.on, step.rule_id) for step in diff.rules] == [
        (FIRST, "club.adults"), (date(2001, 1, 1), "hall.old"),
        (HALL_DAY, "club.hall"), (HALL_DAY, "hall.old"), (SECOND, "club.adults"),
    ]  # fmt: skip
    assert [text.on for text in diff.articles] == [FIRST, date(2003, 1, 1), date(2008, 1, 1), SECOND]


def test_articles_that_change_with_no_rule_of_ours_are_told_apart() -> None:
    alone = LAW.diff(date(1990, 1, 1), date(2020, 1, 1)).articles_alone
    assert [(text.article.number, text.on) for text in alone] == [
        ("L9", date(2003, 1, 1)),
        ("L9", date(2008, 1, 1)),
    ]
    assert alone[0].old is None
    assert (alone[1].old, alone[1].new) == L9.versions
    assert alone[1].begins is not None
    assert not alone[1].begins.exists


def test_a_rule_that_moves_by_itself_has_no_text() -> None:
    assert LAW.diff(HALL_DAY - DAY, HALL_DAY).of("club.hall")[0].texts == ()


def test_the_way_back_has_the_same_steps_the_other_way_round() -> None:
    forth, back = LAW.diff(date(1990, 1, 1), date(2020, 1, 1)), LAW.diff(date(2020, 1, 1), date(1990, 1, 1))
    assert [(step.on, step.rule_id, step.new, step.old) for step in reversed(back.rules)] == [
        (step.on, step.rule_id, step.old, step.new) for step in forth.rules
    ]
    assert (back.a, back.b) == (date(2020, 1, 1), date(1990, 1, 1))
    assert ids(back.ceased) == ["club.hall", "hall.old", "club.adults"]
    assert ids(back.begun) == ["hall.old"]
    assert [(text.new, text.old) for text in reversed(back.articles)] == [
        (text.old, text.new) for text in forth.articles
    ]
    assert [(text.new, text.old) for step in reversed(back.rules) for text in step.texts] == [
        (text.old, text.new) for step in forth.rules for text in step.texts
    ]
    # Whichever way one goes, it is the version that begins on that day whose act made the change.
    assert [text.begins for text in reversed(back.articles)] == [text.begins for text in forth.articles]
    assert [text.begins for step in reversed(back.rules) for text in step.texts] == [
        text.begins for step in forth.rules for text in step.texts
    ]


def test_two_differences_that_follow_each_other_make_the_whole() -> None:
    a, b, c = date(1990, 1, 1), HALL_DAY, date(2020, 1, 1)
    first, second, whole = LAW.diff(a, b), LAW.diff(b, c), LAW.diff(a, c)
    assert (*first.rules, *second.rules) == whole.rules
    assert (*first.articles, *second.articles) == whole.articles


class TestTwoLaws:
    ON = date(2024, 3, 1)

    def test_a_law_and_itself_do_not_differ(self) -> None:
        assert diff_laws(TOY, TOY, on=self.ON).empty

    def test_a_rule_that_was_added_is_in_the_second_law_alone(self) -> None:
        mine = rule("club.mine", hall_is_booked, authority=Authority.STATUTES)
        diff = diff_laws(SETTLEABLE, SETTLEABLE.extended(mine, articles=[L9]), on=self.ON)
        assert [(step.rule_id, step.old, step.new, step.on) for step in diff.rules] == [
            ("club.mine", None, mine, self.ON)
        ]
        assert [text.article for text in diff.articles] == [L9]
        back = diff_laws(SETTLEABLE.extended(mine), SETTLEABLE, on=self.ON)
        assert back.ceased[0].rule is mine

    def test_a_rule_in_another_version_has_both_and_the_article_it_cites(self) -> None:
        other = attrs.evolve(TWO_ADULTS, title=Text("Autre.", "Other."))
        mine = attrs.evolve(
            L1, versions=(*L1.versions[:-1], attrs.evolve(L1.versions[-1], act=Text("loi 5", "act 5")))
        )
        diff = diff_laws(Law((TWO_ADULTS, HALL), (L1,)), Law((other, HALL), (mine,)), on=self.ON)
        (step,) = diff.rules
        assert (step.old, step.new) == (TWO_ADULTS, other)
        (text,) = step.texts
        assert (text.on, text.old, text.new) == (self.ON, L1.versions[-1], mine.versions[-1])
        assert (diff.a, diff.b) == (self.ON, self.ON)
        assert text.begins is None  # on that day no version begins: the two laws are simply not the same

    def test_a_rule_of_one_law_alone_has_the_article_it_cites_too(self) -> None:
        mine = attrs.evolve(L1, versions=L1.versions[:1])
        with_rule, without = Law((HALL,), (L1, L9)), Law((), (mine, L9))
        for a, b in ((with_rule, without), (without, with_rule)):
            (step,) = diff_laws(a, b, on=self.ON).rules
            assert [text.article.number for text in step.texts] == [L1.number]

    def test_a_rule_not_in_force_that_day_does_not_count(self) -> None:
        later = rule("club.later", hall_is_booked, in_force=since(2030, 1, 1))
        assert diff_laws(SETTLEABLE, SETTLEABLE.extended(later), on=self.ON).empty
        assert diff_laws(SETTLEABLE.extended(later), SETTLEABLE, on=self.ON).empty
        assert not diff_laws(SETTLEABLE, SETTLEABLE.extended(later), on=date(2030, 1, 1)).empty


def test_a_change_without_any_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="a rule on one side"):
        RuleChange(on=FIRST, rule_id="x", old=None, new=None)


def test_of_two_versions_the_one_that_begins_that_day_is_told() -> None:
    older, newer = L1.versions[1:]
    assert TextChange(on=SECOND, article=L1, old=older, new=newer).begins is newer
    assert TextChange(on=SECOND, article=L1, old=newer, new=older).begins is newer


def test_what_is_printed_is_short() -> None:
    diff = TOY.diff(date(2000, 1, 1), date(2030, 1, 1))
    rules, articles = len(diff.rules), len(diff.articles)
    assert rules > 1
    assert repr(diff) == f"<LawDiff between 2000-01-01 and 2030-01-01: rules: {rules}, articles: {articles}>"
    for one in (*diff.rules, *diff.articles):
        assert len(repr(one)) < 120
    first = diff.rules[0]
    assert first.old is None
    assert repr(first) == f"<RuleChange {first.rule_id} on {first.on}>"
    text = diff.articles[0]
    assert repr(text) == f"<TextChange {text.article.number} on {text.on}>"
