"""What changes for a dossier between two days or two laws: against a walk from day to day that knows no shortcut."""

import pickle
from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
import pytest

import toy
from builders import generaliste, infirmier, member
from cpts_model import (
    CPTS,
    LAW,
    SISA,
    UNKNOWN,
    Authority,
    LegalForm,
    Outcome,
    ProjetDeSante,
    Register,
    UnknownRule,
    assess,
)
from cpts_model.engine.law import Law
from cpts_model.engine.rule import Rule
from cpts_model.engine.turning import judge_watching
from cpts_model.engine.unknown import UnknownFact
from cpts_model.facts.payments import Payment
from cpts_model.life.compare import Cause, Change, Comparison, compare
from world import STRUCTURES, RandomChoices, World, masked, shuffled_members

DAY = timedelta(days=1)
SAT, VIO, NA, UND = Outcome.SATISFIED, Outcome.VIOLATED, Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
Key = tuple[str, str]


def told(kind: type[Any], **facts: Any) -> Any:
    """Facts of a class of which all that can be told to be absent is."""
    absent = {field.name: None for field in attrs.fields(kind) if "None" in str(field.type)}
    return kind(**(absent | facts))


def projet(**facts: Any) -> ProjetDeSante:
    return told(ProjetDeSante, **facts)


def by_the_silence(received: date) -> CPTS:
    return CPTS(id="c", projet=projet(transmitted_on=received - 7 * DAY, received_complete_on=received))


def sisa(**facts: Any) -> SISA:
    """A SISA of one doctor and one nurse."""
    partners = tuple(member(who, associe=True) for who in (generaliste("a"), infirmier("b")))
    return told(SISA, id="s", **({"members": partners, "salaried": ()} | facts))


def one(comparison: Comparison, rule_id: str) -> Change:
    (change,) = comparison.of(rule_id)
    return change


# --- the law's own dates, on both sides


@pytest.mark.parametrize(("a", "b", "after"), [
    (date(2022, 1, 21), date(2022, 1, 22), VIO),
    (date(2022, 1, 22), date(2022, 1, 23), SAT),
])  # fmt: skip
def test_silence_validates_the_day_after_the_two_months_by_time_alone(
    a: date, b: date, after: Outcome
) -> None:
    """« réputé validé » two months after the complete file of 22 November 2021: the last day is 22 January 2022."""
    comparison = compare(by_the_silence(date(2021, 11, 22)), a=a, b=b)
    if after is VIO:
        assert comparison.empty
        assert comparison.of("cpts.validation") == ()
        return
    change = one(comparison, "cpts.validation")
    assert (change.before, change.after, change.causes) == (VIO, SAT, (Cause.TIME,))
    (step,) = change.steps
    assert step.on == date(2022, 1, 23)
    assert change.law_change(step) is None
    (turned,) = change.turned(step)
    assert (turned.before, turned.after) == (False, True)
    assert [(fact.path, fact.value) for fact in turned.dates] == [
        ("projet.received_complete_on", date(2021, 11, 22))
    ]
    assert not change.breaks
    assert not change.mends


def test_the_very_day_is_found_however_far_the_two_days_lie_apart() -> None:
    change = one(
        compare(by_the_silence(date(2021, 12, 31)), a=date(2000, 1, 1), b=date(2030, 1, 1)), "cpts.validation"
    )
    assert [(step.on, step.before, step.after, step.causes) for step in change.steps] == [
        (date(2019, 7, 27), NA, VIO, (Cause.LAW,)),
        (
            date(2022, 3, 1),
            VIO,
            SAT,
            (Cause.TIME,),
        ),  # 31 December and two months: the last day is 28 February
    ]
    assert change.causes == (Cause.LAW, Cause.TIME)


@pytest.mark.parametrize(
    ("formed", "first_day"), [(date(2021, 5, 14), date(2021, 5, 14)), (date(2021, 5, 13), date(2022, 5, 15))]
)
def test_a_cpts_that_is_no_association_breaks_the_law_from_the_ordinance_or_after_the_year_of_grace(
    formed: date, first_day: date
) -> None:
    cpts = CPTS(id="c", formed_on=formed, legal_form=LegalForm.GIP, seat_departement="33")
    assert compare(cpts, a=first_day - 2 * DAY, b=first_day - DAY).new_breaches == ()
    comparison = compare(cpts, a=first_day - DAY, b=first_day)
    change = one(comparison, "cpts.association")
    assert comparison.new_breaches == (change,)
    assert (change.before, change.after, change.causes) == (NA, VIO, (Cause.LAW,))
    found = change.law_change(change.steps[0])
    assert found is not None
    acts = [text.begins.act.fr for text in found.texts if text.begins]
    # The article did not change the day the grace ended.
    assert acts == (["ordonnance n° 2021-584 du 12 mai 2021, art. 1er"] if formed == first_day else [])


def test_the_law_of_december_2023_closes_what_six_months_had_opened() -> None:
    """A SISA below its minimum since 1 May 2023: open from 2 November, and unsettled once the delay is three years."""
    below = sisa(below_minimum_since=date(2023, 5, 1))
    assert compare(below, a=date(2023, 12, 27), b=date(2023, 12, 28)).of("sisa.dissolution") == ()
    change = one(compare(below, a=date(2023, 12, 28), b=date(2023, 12, 29)), "sisa.dissolution")
    assert (change.before, change.after, change.causes) == (SAT, UND, (Cause.LAW,))
    found = change.law_change(change.steps[0])
    assert found is not None
    (text,) = found.texts
    assert (text.article.number, text.on) == ("L4041-4", date(2023, 12, 29))
    assert "loi n° 2023-1268 du 27 décembre 2023" in change.explain("fr")
    assert change.now is not None
    assert change.now.reason is not None
    assert change.now.reason.fr in change.explain("fr")
    longer = one(compare(below, a=date(2023, 11, 1), b=date(2023, 12, 29)), "sisa.dissolution")
    assert [(step.on, step.causes) for step in longer.steps] == [
        (date(2023, 11, 2), (Cause.TIME,)), (date(2023, 12, 29), (Cause.LAW,)),
    ]  # fmt: skip


def test_both_on_one_day() -> None:
    """Below since 28 June 2023: six months end with 28 December, and on the 29th they are not the delay any more."""
    change = one(
        compare(sisa(below_minimum_since=date(2023, 6, 28)), a=date(2023, 12, 28), b=date(2023, 12, 29)),
        "sisa.dissolution",
    )
    assert (change.before, change.after) == (VIO, UND)
    assert change.steps[0].causes == (Cause.LAW, Cause.TIME)
    assert len(change.explain("fr").splitlines()) == 5


def test_a_version_that_changes_nothing_that_day_is_still_told() -> None:
    left = member(generaliste("c"), associe=True, left_on=date(2024, 2, 1))
    below = sisa(below_minimum_since=date(2024, 2, 1))
    below = attrs.evolve(below, members=(*below.members, left))
    change = one(compare(below, a=date(2023, 1, 1), b=date(2027, 2, 2)), "sisa.dissolution")
    assert [(step.on, step.before, step.after, step.causes) for step in change.steps] == [
        (date(2023, 12, 29), VIO, VIO, ()),
        (date(2027, 2, 2), VIO, SAT, (Cause.TIME,)),  # three years: the last day is 1 February 2027
    ]
    assert "sans changer le verdict ce jour-là, la règle change de version" in change.explain("fr")
    assert change.causes == (Cause.TIME,)
    assert date(2024, 2, 1) in {fact.value for fact in change.dates(change.steps[-1])}


def test_what_the_law_alone_changed_has_no_facts_that_time_turned() -> None:
    cpts = CPTS(id="c", formed_on=date(2021, 5, 14), legal_form=LegalForm.GIP, seat_departement="33")
    change = one(compare(cpts, a=date(2021, 5, 13), b=date(2021, 5, 14)), "cpts.association")
    assert (change.turned(change.steps[0]), change.dates(change.steps[0])) == ((), ())


def test_the_calendar_may_be_walked_from_end_to_end() -> None:
    comparison = compare(by_the_silence(date(2021, 11, 22)), a=date.min, b=date.max)
    assert one(comparison, "cpts.validation").steps[-1].on == date(2022, 1, 23)


def test_a_rule_that_came_before_the_member_did_is_one_of_the_two_causes() -> None:
    cpts = CPTS(id="c", members=(member(generaliste("a"), joined_on=date(2020, 3, 1)),))
    change = one(compare(cpts, a=date(2016, 1, 27), b=date(2020, 3, 1)), "adhesion.libre")
    assert [(step.on, step.causes) for step in change.steps] == [
        (date(2016, 1, 28), (Cause.LAW,)), (date(2020, 3, 1), (Cause.TIME,)),
    ]  # fmt: skip
    assert change.causes == (Cause.LAW, Cause.TIME)


def _versions_with_an_end() -> list[Rule]:
    return [rule for rule in LAW if rule.in_force.end is not None]


@pytest.mark.wide
@pytest.mark.parametrize("rule", _versions_with_an_end(), ids=lambda rule: rule.version)
def test_no_version_of_a_rule_looks_whether_the_next_one_has_come(rule: Rule) -> None:
    """Asked of a day beyond its own, a version still says what it says: what is left is what the law changed."""
    end = rule.in_force.end
    assert end is not None
    kinds = rule.about if isinstance(rule.about, tuple) else (rule.about,)
    looked = bound = 0
    for seed in range(100):
        subject = World(RandomChoices(seed), steady=seed % 2 == 1, none=1).structure(kinds[seed % len(kinds)])
        finding, turn = judge_watching(rule, subject, end - DAY)
        bound += finding.outcome is not NA
        looked += finding.outcome is not NA and turn == end
    # A date of the dossier may fall on that very day, now and then.
    assert looked <= bound / 4, f"{rule.version} reads the day to know that {end} has come"


@pytest.mark.parametrize("received", [date(2021, 11, 22), date(2021, 12, 31)])
def test_of_the_dates_behind_a_change_those_from_which_the_delay_ran_out_are_told(received: date) -> None:
    comparison = compare(by_the_silence(received), a=received, b=date(2022, 6, 1))
    change = one(comparison, "cpts.validation")
    paths = [fact.path for fact in change.dates(change.steps[0])]
    assert paths == ["projet.received_complete_on"]
    assert "transmitted_on" not in change.explain("en")


def test_who_joins_and_leaves_is_compared_with_themselves_wherever_they_stand() -> None:
    stays, leaves = (
        member(generaliste("a")),
        member(infirmier("b"), joined_on=date(2020, 3, 1), left_on=date(2020, 9, 1)),
    )
    cpts = CPTS(id="c", members=(stays, leaves))
    comparison = compare(cpts, a=date(2020, 1, 1), b=date(2020, 6, 1))
    change = one(comparison, "adhesion.libre")
    assert (change.place, change.part, change.before, change.after) == ("members[1]", leaves, NA, SAT)
    assert compare(cpts, a=date(2020, 1, 1), b=date(2020, 9, 1)).of("adhesion.libre")[0].lasting is False
    back = compare(cpts, a=date(2020, 1, 1), b=date(2020, 9, 1))
    assert [(step.on, step.after) for step in back.of("adhesion.libre")[0].steps] == [
        (date(2020, 3, 1), SAT), (date(2020, 9, 1), NA),
    ]  # fmt: skip
    assert [change.part for change in back.passing if change.rule_id == "adhesion.libre"] == [leaves]


def test_parts_that_a_rule_makes_up_are_compared_as_a_whole() -> None:
    payment = Payment(beneficiary="a", paid_on=date(2023, 5, 1), amount=UNKNOWN)
    cpts = CPTS(id="c", members=(member(generaliste("a")),), payments=(payment,))
    change = one(compare(cpts, a=date(2023, 4, 30), b=date(2023, 5, 1)), "cpts.plafond-indemnites")
    assert (change.place, change.part, change.before, change.after) == ("", None, NA, UND)
    assert change.now is not None
    assert change.now.outcome is UND


# --- against an oracle


def table(subject: Any, on: date, law: Law = LAW) -> dict[Key, Outcome]:
    """Every verdict of a day, by rule and place; of a rule that makes its parts up, that of the rule."""
    found: dict[Key, Outcome] = {}
    assessment = assess(subject, on=on, law=law)
    for verdict in assessment.verdicts:
        rule_id = verdict.rule.id
        key = (rule_id, verdict.place)
        found[key] = verdict.outcome if verdict.place else assessment.outcome_of(rule_id)
    return found


def differences(before: dict[Key, Outcome], after: dict[Key, Outcome]) -> dict[Key, tuple[Outcome, Outcome]]:
    pairs = {key: (before.get(key, NA), after.get(key, NA)) for key in before | after}
    return {key: pair for key, pair in pairs.items() if pair[0] is not pair[1]}


def told_by(changes: tuple[Change, ...]) -> dict[Key, tuple[Outcome, Outcome]]:
    return {(change.rule_id, change.place): (change.before, change.after) for change in changes}


def situation(seed: int, unknown: int = 0) -> tuple[Any, date]:
    choices = RandomChoices(seed)
    world = World(choices, unknown=unknown, steady=choices.one_of([False, True]))
    return world.structure(STRUCTURES[seed % len(STRUCTURES)]), world.day()


@pytest.mark.wide
@pytest.mark.parametrize("seed", range(60))
def test_every_step_stands_on_the_day_that_a_walk_from_day_to_day_finds(seed: int) -> None:
    subject, day = situation(seed, unknown=seed % 3)
    first, last = day - 60 * DAY, day + 60 * DAY
    days = [first + index * DAY for index in range(121)]
    tables = [table(subject, one_day) for one_day in days]
    steps = {
        (key, on, *pair)
        for on, before, after in zip(days[1:], tables, tables[1:], strict=False)
        for key, pair in differences(before, after).items()
    }
    comparison = compare(subject, a=first, b=last)
    assert {
        ((change.rule_id, change.place), step.on, step.before, step.after)
        for change in comparison.moves
        for step in change.steps
        if step.before is not step.after
    } == steps
    assert told_by(comparison.changes) == differences(tables[0], tables[-1])
    assert {(change.rule_id, change.place) for change in comparison.moves} == {key for key, *_ in steps}


@pytest.mark.parametrize("seed", range(100))
def test_a_comparison_says_of_both_days_what_assess_says(seed: int) -> None:
    subject, day = situation(seed, unknown=seed % 4)
    other = RandomChoices(-seed).one_of(
        [day - 3000 * DAY, day + 400 * DAY, date(2011, 8, 12), date(2024, 1, 1)]
    )
    comparison = compare(subject, a=day, b=other)
    before, after = table(subject, day), table(subject, other)
    assert told_by(comparison.changes) == differences(before, after)
    assert {(change.rule_id, change.place) for change in comparison.new_breaches} == {
        (change.rule_id, change.place)
        for change in comparison.changes
        if change.now is not None and change.now.blocking
    }
    for change in comparison.changes:
        assert change.was is None or change.was.outcome is change.before
        assert change.now is None or change.now.outcome is change.after
        assert change.was is not None or change.now is not None
        assert change.rule.id == change.rule_id


@pytest.mark.parametrize("seed", range(80))
def test_steps_lead_from_one_side_to_the_other_and_each_has_its_cause(seed: int) -> None:
    subject, day = situation(seed)
    a, b = sorted((day, RandomChoices(-seed).one_of([date(2010, 1, 1), date(2026, 1, 1), day + 200 * DAY])))
    for change in compare(subject, a=a, b=b).moves:
        outcomes = [change.before, *(step.after for step in change.steps)]
        assert outcomes[:-1] == [step.before for step in change.steps]
        assert outcomes[-1] is change.after
        assert [step.on for step in change.steps] == sorted({step.on for step in change.steps})
        assert all(a < step.on <= b for step in change.steps)
        assert change.causes
        for step in change.steps:
            assert step.causes or step.before is step.after
            if Cause.LAW in step.causes:
                found = change.law_change(step)
                assert found is not None
                # On that day a version of the rule begins, or one ends.
                assert step.on in {
                    end
                    for rule in LAW.versions(change.rule_id)
                    for end in (rule.in_force.start, rule.in_force.end)
                }
            if step.causes == (Cause.TIME,):
                assert step.old == step.new or change.law_change(step) is not None


@pytest.mark.parametrize("seed", range(80))
def test_from_a_to_b_and_from_b_to_c_explain_from_a_to_c(seed: int) -> None:
    subject, day = situation(seed, unknown=seed % 3)
    choices = RandomChoices(-seed)
    a, b, c = sorted(
        (
            day,
            choices.one_of([date(2016, 1, 1), day + DAY, day + 90 * DAY]),
            choices.one_of([date(2023, 12, 29), day]),
        )
    )
    first, second, whole = compare(subject, a=a, b=b), compare(subject, a=b, b=c), compare(subject, a=a, b=c)
    assert first.then(second) == whole
    assert first.then(second).changes == whole.changes
    assert compare(subject, a=c, b=b).then(compare(subject, a=b, b=a)) == compare(subject, a=c, b=a)
    # Nothing in the whole comes from nowhere.
    steps = {
        (change.rule_id, change.place, step.on)
        for part in (first, second)
        for change in part.moves
        for step in change.steps
    }
    for change in whole.changes:
        assert {
            (change.rule_id, change.place, step.on) for step in change.steps if step.before is not step.after
        } <= steps


@pytest.mark.parametrize("seed", range(60))
def test_a_day_and_itself_do_not_differ_and_the_way_back_swaps_the_sides(seed: int) -> None:
    subject, day = situation(seed, unknown=seed % 3)
    same = compare(subject, a=day, b=day)
    assert same.empty
    assert same.moves == ()
    assert same.law.empty
    forth, back = compare(subject, a=day, b=day + 900 * DAY), compare(subject, a=day + 900 * DAY, b=day)
    assert told_by(back.changes) == {
        key: (after, before) for key, (before, after) in told_by(forth.changes).items()
    }
    assert [change.steps for change in back.changes] == [change.steps for change in forth.changes]
    assert back.unchanged == forth.unchanged


@pytest.mark.parametrize("seed", range(100))
def test_what_is_not_told_never_makes_a_settled_outcome_another_one(seed: int) -> None:
    subject, day = situation(seed)
    part = masked(subject, RandomChoices(seed), [2, 10, 40][seed % 3])
    a, b = day, day + [30, 400, -2000][seed % 3] * DAY
    sides = [table(subject, on) for on in (a, b)]
    for change in compare(part, a=a, b=b).changes:
        for outcome, whole in zip((change.before, change.after), sides, strict=True):
            assert outcome in (UND, whole.get((change.rule_id, change.place), NA)), change


@pytest.mark.parametrize("seed", range(40))
def test_the_order_of_members_makes_no_difference(seed: int) -> None:
    subject, day = situation(seed)
    ways = [
        compare(one, a=day, b=day + 700 * DAY).changes
        for one in (subject, shuffled_members(subject, RandomChoices(seed)))
    ]
    first, second = (
        sorted((change.rule_id, repr(change.part), change.before.value, change.after.value) for change in way)
        for way in ways
    )
    assert first == second


@pytest.mark.parametrize("seed", range(24))
def test_every_change_can_be_said_in_both_languages(seed: int) -> None:
    subject, day = situation(seed, unknown=1)
    comparison = compare(subject, a=date(2010, 1, 1), b=day)
    for change in comparison.moves:
        for lang in ("fr", "en"):
            words = change.explain(lang)
            assert change.rule.title.to(lang) in words
            assert change.rule.cites.to(lang) in words
            assert "UNKNOWN" not in words
    assert comparison.explain("en").count("\n\n") == max(len(comparison.changes) - 1, 0)
    assert pickle.loads(pickle.dumps(comparison)) == comparison


# --- two laws


class TestTwoLaws:
    ON = date(2024, 3, 1)
    CLUB = toy.club(toy.player("a"))

    def test_the_same_law_twice_changes_nothing(self) -> None:
        assert compare(self.CLUB, a=toy.TOY, b=toy.TOY, on=self.ON).moves == ()

    def test_a_rule_that_one_law_alone_has(self) -> None:
        mine = toy.rule("club.mine", toy.several_players)
        comparison = compare(self.CLUB, a=toy.SETTLEABLE, b=toy.SETTLEABLE.extended(mine), on=self.ON)
        (change,) = comparison.changes
        assert (change.rule_id, change.before, change.after, change.causes) == (
            "club.mine",
            NA,
            VIO,
            (Cause.LAW,),
        )
        assert (change.old, change.new, change.was) == (None, mine, None)
        assert comparison.new_breaches == (change,)
        assert [step.rule_id for step in comparison.law.begun] == ["club.mine"]
        assert (
            "sous le premier droit, règle absente de ce droit ; sous le second droit, non respecté"
            in change.explain("fr")
        )
        assert "la règle n'est que dans le second droit" in change.explain("fr").lower()
        back = compare(self.CLUB, a=toy.SETTLEABLE.extended(mine), b=toy.SETTLEABLE, on=self.ON)
        assert back.mended == back.changes
        assert "the first law alone has the rule" in back.changes[0].explain("en")
        assert comparison.of("club.mine") == (change,)
        assert back.of("club.mine") == back.changes

    def test_a_rule_of_which_each_law_has_its_version(self) -> None:
        rules = tuple(rule for rule in toy.SETTLEABLE.rules if rule is not toy.TWO_ADULTS)
        softer = Law((*rules, attrs.evolve(toy.TWO_ADULTS, holds=toy.one_adult)), toy.SETTLEABLE.articles)
        comparison = compare(self.CLUB, a=toy.SETTLEABLE, b=softer, on=self.ON)
        (change,) = comparison.changes
        assert (change.rule_id, change.before, change.after) == ("club.adults", VIO, SAT)
        assert "different versions" in change.explain("en")
        assert comparison.mended == (change,)
        assert comparison.new_breaches == ()

    def test_both_sides_must_be_laws_and_have_a_day(self) -> None:
        with pytest.raises(TypeError, match="give on="):
            compare(self.CLUB, a=toy.TOY, b=toy.TOY)  # type: ignore[call-overload]
        with pytest.raises(TypeError, match="two days"):
            compare(self.CLUB, a=toy.TOY, b=self.ON)  # type: ignore[call-overload]
        with pytest.raises(TypeError, match="two days"):
            compare(self.CLUB, a=self.ON, b=self.ON, on=self.ON)  # type: ignore[call-overload]


# --- rules whose parts come and go, on the sports club


def some_players(club: toy.Club, on: date) -> Any:
    if club.season == "unknown before 2024" and on.year < 2024:
        raise UnknownFact
    return club.players[: on.year - 2022]


class TestPartsThatComeAndGo:
    PAID = toy.rule("player.paid", toy.coach_has_paid, each=some_players)
    LAW = Law((PAID,), ())

    def test_parts_that_were_not_known_were_undetermined_one_by_one(self) -> None:
        club = toy.club(toy.player("a"), toy.player("b", paid=False), season="unknown before 2024")
        comparison = compare(club, a=date(2023, 12, 31), b=date(2024, 1, 1), law=self.LAW)
        assert told_by(comparison.changes) == {
            ("player.paid", "players[0]"): (UND, SAT),
            ("player.paid", "players[1]"): (UND, VIO),
        }
        assert all(change.was is not None and change.was.outcome is UND for change in comparison.changes)

    def test_a_part_that_was_not_gone_through_was_not_concerned(self) -> None:
        club = toy.club(toy.player("a"), toy.player("b", paid=False))
        comparison = compare(club, a=date(2023, 12, 31), b=date(2024, 1, 1), law=self.LAW)
        (change,) = comparison.changes
        assert (change.place, change.was, change.before, change.after) == ("players[1]", None, NA, VIO)
        assert change.part.id == "b"
        assert change.turned(change.steps[0]) == ()
        assert change.dates(change.steps[0]) == ()
        assert "au 31/12/2023, sans objet" in change.explain("fr")
        gone = compare(club, a=date(2024, 1, 1), b=date(2023, 12, 31), law=self.LAW).changes[0]
        assert (gone.now, gone.part.id) == (None, "b")


# --- what is asked amiss


def test_two_comparisons_that_do_not_follow_each_other_are_not_one() -> None:
    cpts, other = CPTS(id="c"), CPTS(id="d")
    a, b, c = date(2020, 1, 1), date(2021, 1, 1), date(2022, 1, 1)
    with pytest.raises(ValueError, match="does not go on"):
        compare(cpts, a=a, b=b).then(compare(cpts, a=c, b=b))
    with pytest.raises(ValueError, match="does not go on"):
        compare(cpts, a=a, b=b).then(compare(other, a=b, b=c))
    with pytest.raises(ValueError, match="turns back"):
        compare(cpts, a=a, b=c).then(compare(cpts, a=c, b=b))


def test_days_are_plain_dates_and_subjects_are_those_of_some_rule() -> None:
    day = date(2024, 1, 1)
    with pytest.raises(TypeError, match="a day is a"):
        compare(CPTS(id="c"), a=day, b=datetime(2024, 1, 1, tzinfo=UTC))
    with pytest.raises(TypeError, match="a day is a"):
        compare(CPTS(id="c"), a="2024-01-01", b=day)  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="structure by structure"):
        compare(Register(), a=day, b=day)
    with pytest.raises(UnknownRule):
        compare(CPTS(id="c"), a=day, b=day).of("cpts.nothing")


def test_a_comparison_and_a_change_say_in_short_what_they_are() -> None:
    comparison = compare(by_the_silence(date(2021, 11, 22)), a=date(2022, 1, 22), b=date(2022, 1, 23))
    assert repr(comparison).startswith("<Comparison of CPTS between 2022-01-22 and 2022-01-23: ")
    assert (
        repr(one(comparison, "cpts.validation")) == "<Change cpts.validation: violated → satisfied, by time>"
    )
    cpts = CPTS(id="c", members=(member(generaliste("a"), joined_on=date(2020, 3, 1)),))
    change = one(compare(cpts, a=date(2020, 2, 29), b=date(2020, 3, 1)), "adhesion.libre")
    assert repr(change) == "<Change adhesion.libre [members[0]]: not_applicable → satisfied, by time>"


def test_a_breach_that_cannot_be_told_any_more_is_not_mended() -> None:
    statutes_rule = toy.rule("club.licences", toy.licensed, each=toy.every_player, authority=Authority.LAW)
    player = toy.player("a", licence=toy.Licence(valid_until=date(2024, 1, 1)))
    comparison = compare(
        toy.club(player), a=date(2024, 1, 1), b=date(2024, 1, 2), law=Law((statutes_rule,), ())
    )
    (broken,) = comparison.new_breaches
    assert broken.steps[0].on == date(2024, 1, 2)
    assert (
        compare(
            toy.club(player), a=date(2024, 1, 2), b=date(2024, 1, 1), law=Law((statutes_rule,), ())
        ).mended
        != ()
    )
    unsaid = attrs.evolve(broken, new=None, old=statutes_rule, before=VIO, after=UND)
    assert not unsaid.mends


def test_a_comparison_can_be_a_key() -> None:
    subject, a, b = by_the_silence(date(2021, 11, 22)), date(2021, 6, 1), date(2022, 6, 1)
    first, again, back = compare(subject, a=a, b=b), compare(subject, a=a, b=b), compare(subject, a=b, b=a)
    assert len({first, again, back}) == 2
    assert first.changes
    assert set(first.changes) == set(again.changes)


def test_what_was_in_force_on_neither_day_is_not_counted_as_unchanged() -> None:
    """No CPTS, no rule of the CPTS: the article came with the law of 26 January 2016."""
    before = compare(CPTS(id="c"), a=date(1990, 1, 1), b=date(1990, 1, 2))
    assert sum(before.unchanged.values()) == len(assess(CPTS(id="c"), on=date(1990, 1, 1)).verdicts)
