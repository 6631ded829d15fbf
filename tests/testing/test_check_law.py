"""``check_law`` finds what is wrong with anybody's rules, says of which and shows it small; of sound ones it says nothing."""

import inspect
import pickle
import random
import time
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from itertools import count
from typing import Any

import attrs
import pytest
from hypothesis import strategies as st

import toy
from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.errors import UnknownRule
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, OpenQuestion, Unknown, any_of
from cpts_model.facts.belonging import Candidature
from cpts_model.facts.memberships import Membership
from cpts_model.facts.people import Person
from cpts_model.facts.statutes import Statutes
from cpts_model.facts.structures import CPTS
from cpts_model.law.statuts import statute_rules
from cpts_model.testing.check import (
    CannotDraw,
    LawCheckFailed,
    check_answers,
    check_asked_for,
    check_changes_nothing,
    check_deterministic,
    check_explained,
    check_free_of_order,
    check_languages,
    check_law,
    check_monotone,
    check_pickles,
    check_pure,
    check_reached,
    check_sources,
    check_versions,
)

# --- the subjects: a garden and its invented by-laws, of classes that know nothing of the library


class Kind(Enum):
    TREE = "tree"
    HEDGE = "hedge"

    @property
    def is_tree(self) -> bool:
        return self is Kind.TREE


@attrs.frozen(slots=True, kw_only=True)
class Plant:
    kind: Kind | Unknown = UNKNOWN
    planted_on: date | Unknown = UNKNOWN
    height: int | None | Unknown = UNKNOWN


@attrs.frozen(slots=True, kw_only=True)
class Garden:
    id: str
    plants: tuple[Plant, ...] | Unknown = UNKNOWN
    fenced: bool | Unknown = UNKNOWN
    owner: str | None | Unknown = UNKNOWN
    plots: int | Unknown = UNKNOWN
    stages: frozenset[str] = frozenset()

    @property
    def is_fenced_today(self) -> bool:
        return date.today() > date(2000, 1, 1) and bool(self.fenced)  # noqa: DTZ011


@attrs.define(slots=True, kw_only=True)
class Ledger:
    """Facts that are not frozen, so that a rule can write on them."""

    visits: int | Unknown = UNKNOWN


# --- sound rules


def fenced(garden: Garden, on: date) -> bool:
    """« tout jardin est clos »"""
    return bool(garden.fenced)


def every_plant(garden: Garden, on: date) -> Iterable[Plant]:
    return garden.plants  # type: ignore[return-value]


def a_tree(plant: Plant, garden: Garden, on: date) -> bool:
    return plant.kind.is_tree  # type: ignore[union-attr]


def low_enough(plant: Plant, garden: Garden, on: date) -> bool:
    """« aucun arbre ne dépasse deux mètres »"""
    return plant.height is None or plant.height <= 200


def owned(garden: Garden, on: date) -> bool:
    """« le jardin a un propriétaire »"""
    return garden.owner is not None and len(garden.owner) >= 0


def planted(garden: Garden, on: date) -> bool:
    """« un arbre au moins y est planté »"""
    return any_of(garden.plants, lambda plant: plant.kind.is_tree and plant.planted_on <= on)


def rule(rule_id: str, holds: Any, **changes: Any) -> Rule:
    told: dict[str, Any] = {
        "id": rule_id, "about": Garden, "holds": holds,
        "modality": Modality.OBLIGATION, "authority": Authority.LAW, "cites": toy.L1.alinea(1),
        "evidence": Evidence.VERIFIED, "checked_on": date(2024, 1, 1), "source": "invented",
        "title": Text("Le jardin est clos.", "The garden is fenced."), "remedy": Text("Le clore.", "Fence it."),
    }  # fmt: skip
    return Rule(**(told | changes))


FENCED = rule("garden.fenced", fenced)
LOW = rule("tree.low", low_enough, each=every_plant, applies=a_tree)
OWNED = rule("garden.owned", owned)
PLANTED = rule("garden.planted", planted)
SOUND = Law((FENCED, LOW, OWNED, PLANTED))


# --- broken ones


def equals_unknown(garden: Garden, on: date) -> bool:
    """« == »"""
    return garden.fenced == True  # noqa: E712


def none_of_unknown(garden: Garden, on: date) -> bool:
    """« is not None »"""
    return bool(garden.fenced) and garden.owner is not None


def is_nobodys(garden: Garden, on: date) -> bool:
    """« is None »"""
    return garden.owner is None


def kind_among(plant: Plant, garden: Garden, on: date) -> bool:
    """« in »"""
    return plant.kind in (Kind.TREE, Kind.HEDGE)


def first_is_a_tree(garden: Garden, on: date) -> bool:
    """« le premier »"""
    return len(garden.plants) > 0 and garden.plants[0].kind.is_tree


def at_random(garden: Garden, on: date) -> bool:
    """« au hasard »"""
    return bool(garden.fenced) and random.random() < 0.5


TURNS = count()


def in_turn(garden: Garden, on: date) -> bool:
    """« à tour de rôle »"""
    return bool(garden.fenced) and next(TURNS) % 2 == 0


def answers_one(garden: Garden, on: date) -> Any:
    """« 1 »"""
    return 1 if garden.fenced else 0


def answers_nothing(garden: Garden, on: date) -> Any:
    """« »"""
    if garden.fenced:
        return True


def stumbles(garden: Garden, on: date) -> bool:
    """« la hauteur »"""
    return all(plant.height > 0 for plant in garden.plants)


def joins(garden: Garden, on: date) -> bool:
    """« le nom »"""
    return "-".join(["x", garden.owner]) != "x-x"  # type: ignore[list-item]


def counts_visits(ledger: Ledger, on: date) -> bool:
    """« les visites »"""
    ledger.visits = ledger.visits + 1  # type: ignore[operator]
    return ledger.visits > 3


def empties(garden: Garden, on: date) -> bool:
    """« le nom »"""
    fenced = bool(garden.fenced)
    object.__setattr__(garden, "owner", "personne")
    return fenced


def reads_no_fact(garden: Garden, on: date) -> bool:
    """« le jour »"""
    return on.day > 1


def of_this_very_class(garden: Garden, on: date) -> bool:
    """« jardin »"""
    return type(garden) is Garden and bool(garden.fenced)


def raises_by_itself(garden: Garden, on: date) -> bool:
    """« des questions »"""
    if garden.owner is None:
        return bool(garden.fenced)
    raise OpenQuestion(Text("le texte se tait", "the text is silent"))


def asks_another(garden: Garden, on: date) -> bool:
    """« une autre question »"""
    owner = object.__getattribute__(garden, "_of").owner if type(garden) is not Garden else garden.owner
    return len(owner or "") > 1


def never_broken(garden: Garden, on: date) -> bool:
    """« toujours »"""
    return bool(garden.fenced) or not garden.fenced


def dead_branch(garden: Garden, on: date) -> bool:
    """« jamais »"""
    return on.year > 9000 and bool(garden.fenced)


def binds_all(garden: Garden, on: date) -> bool:
    return garden.fenced or not garden.fenced  # type: ignore[return-value]


def by_the_clock(garden: Garden, on: date) -> bool:
    """« aujourd'hui »"""
    return bool(garden.fenced) and on <= date.today() + timedelta(days=365_000)  # noqa: DTZ011


def by_another_that_reads_the_clock(garden: Garden, on: date) -> bool:
    """« aujourd'hui »"""
    return by_the_clock(garden, on)


def by_a_property_that_reads_the_clock(garden: Garden, on: date) -> bool:
    """« aujourd'hui »"""
    return garden.is_fenced_today


def by_the_time(garden: Garden, on: date) -> bool:
    """« l'heure »"""
    return bool(garden.fenced) and time.time() > 0


def by_a_file(garden: Garden, on: date) -> bool:
    """« un fichier »"""
    with open("/dev/null", encoding="utf-8") as file:
        return bool(garden.fenced) and not file.read()


def undocumented(garden: Garden, on: date) -> bool:
    return bool(garden.fenced)


THEIRS: dict[str, dict[str, Any]] = {"counts_visits": {"about": Ledger}}
FINDS: list[tuple[Any, str]] = [
    (equals_unknown, "monotone"),
    (none_of_unknown, "monotone"),
    (is_nobodys, "monotone"),
    (first_is_a_tree, "free of order"),
    (at_random, "deterministic"),
    (in_turn, "deterministic"),
    (answers_one, "answers"),
    (answers_nothing, "answers"),
    (stumbles, "answers"),
    (joins, "answers"),
    (counts_visits, "changes nothing"),
    (empties, "changes nothing"),
    (reads_no_fact, "explained"),
    (of_this_very_class, "explained"),
    (raises_by_itself, "asked for"),
    (asks_another, "explained"),
    (never_broken, "reached"),
    (dead_branch, "reached"),
    (by_the_clock, "pure"),
    (by_another_that_reads_the_clock, "pure"),
    (by_a_property_that_reads_the_clock, "pure"),
    (by_the_time, "pure"),
    (by_a_file, "pure"),
    (at_random, "pure"),
    (undocumented, "who says so"),
    (lambda garden, on: bool(garden.fenced), "pickles"),
]


def told_of(law: Law, **options: Any) -> LawCheckFailed:
    with pytest.raises(LawCheckFailed) as failed:
        check_law(law, **options)
    return failed.value


def _broken(holds: Any) -> Rule:
    name = holds.__name__.replace("_", "-").replace("<lambda>", "lambda")
    return rule(f"broken.{name}", holds, **THEIRS.get(holds.__name__, {}))


@pytest.fixture(scope="module")
def found() -> LawCheckFailed:
    """What is found of all the broken rules at once, among sound ones: none hides another."""
    return told_of(SOUND.extended(*{_broken(holds).id: _broken(holds) for holds, _ in FINDS}.values()))


@pytest.mark.parametrize(
    ("holds", "claim"), FINDS, ids=[f"{holds.__name__}-{claim}" for holds, claim in FINDS]
)
def test_a_broken_rule_is_found_among_sound_ones(found, holds, claim):
    broken = _broken(holds).version
    assert claim in {problem.claim.name for problem in found.problems if problem.rule == broken}


def test_no_sound_rule_is_taken_for_a_broken_one(found):
    assert not {problem.rule for problem in found.problems} & {one.version for one in SOUND}


def test_a_broken_law_is_told_in_one_message_with_rule_example_and_mend():
    broken = rule("garden.broken", none_of_unknown, in_force=since(2010, 1, 1))
    assert str(told_of(Law((LOW, broken)), max_examples=60)) == (
        "what must hold of every rule of a law does not hold of this one\n"
        "\n"
        "monotone: ==, is and in answer False in silence of what is UNKNOWN: ask a property of the fact, bool(), <, "
        "or at_least, any_of, either, both\n"
        "  garden.broken (since 2010-01-01, C. sport, art. L1-2, al. 1)\n"
        "    without owner it is satisfied; told, it is violated\n"
        "    on 2010-01-01, of Garden(id='', fenced=True, owner=None)"
    )


def test_the_failure_says_it_all_as_data_and_pickles():
    failed = told_of(
        Law((FENCED, rule("garden.broken", is_nobodys), rule("garden.worse", answers_one))), max_examples=25
    )
    claims = {(problem.claim.name, problem.rule.split()[0]) for problem in failed.problems}
    assert claims == {
        ("monotone", "garden.broken"), ("reached", "garden.broken"), ("answers", "garden.worse"),
        ("reached", "garden.worse"),
    }  # fmt: skip
    assert isinstance(failed, AssertionError)
    again = pickle.loads(pickle.dumps(failed))
    assert str(again) == str(failed)


def test_the_same_law_fails_in_the_same_words_each_time():
    law = Law((rule("garden.broken", none_of_unknown),))
    assert str(told_of(law, max_examples=60)) == str(told_of(law, max_examples=25))


def test_of_any_subject_drawn_only_what_matters_is_shown():
    """Even of strategies that tell everything."""
    gardens = st.builds(
        Garden, id=st.just("potager"), plants=st.just(()), fenced=st.booleans(), owner=st.none() | st.just("agathe"),
        plots=st.integers(1, 9),
    )  # fmt: skip
    (problem,) = told_of(Law((rule("garden.broken", none_of_unknown),)), subjects={Garden: gardens}).problems
    assert problem.example == "on 2026-01-01, of Garden(id='potager', fenced=True, owner=None)"


# --- words, versions, sources


def changed(**facts: Any) -> Law:
    return Law((rule("garden.broken", fenced, **facts),), (toy.L1,))


READ: list[tuple[str, str, Law]] = [
    ("one language alone", "both languages", changed(title="Le jardin est clos.")),
    ("no remedy", "both languages", changed(remedy=None)),
    ("one phrase in both languages", "both languages", changed(title=Text("Le jardin.", "Le jardin."))),
    ("languages the wrong way round", "both languages", changed(remedy=Text("Fence it with the hedge.", "Clore le jardin."))),
    ("spaces left over", "both languages", changed(note=Text("Une haie  suffit.", "A hedge will do."))),
    ("a space at the end", "both languages", changed(upon=Text("la commune", "the town "))),
    ("no source", "who says so", changed(source=" ")),
    ("seen in force after its end", "who says so", changed(in_force=since(2005, 1, 1).before(2024, 1, 1))),
    ("before its article", "versions", changed(in_force=since(1999, 12, 31))),
    (
        "a day between two versions", "versions",
        Law((
            rule("garden.fenced", fenced, in_force=since(2001, 1, 1).before(2009, 12, 31), checked_on=None),
            rule("garden.fenced", fenced, in_force=since(2010, 1, 1)),
        )),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "law"), [pytest.param(c, law, id=name) for name, c, law in READ])
def test_what_is_badly_written_is_found(claim, law):
    assert {problem.claim.name for problem in told_of(law, max_examples=25).problems} == {claim}


def test_versions_that_share_a_day_never_make_a_law():
    with pytest.raises(ValueError, match="in force on the same day"):
        Law((FENCED, FENCED))


# --- every outcome


LEAGUE = rule("garden.league", never_broken)
REASON = {Outcome.VIOLATED: "the league sees to it"}


@attrs.frozen
class Example:
    """A case, told by hand."""

    subject: Any
    on: date
    rule: str
    outcome: Outcome


def test_an_outcome_that_the_text_leaves_no_room_for_is_excused_by_id_or_by_version():
    law = Law((LEAGUE,))
    check_law(law, unreachable={"garden.league": REASON}, max_examples=25)
    check_law(law, unreachable={LEAGUE.version: REASON}, max_examples=25)


def test_an_excuse_that_is_none_is_found():
    case = Example(Garden(id="g", fenced=False), date(2020, 1, 1), "garden.fenced", Outcome.VIOLATED)
    (problem,) = told_of(
        Law((FENCED,)), cases=[case], unreachable={"garden.fenced": REASON}, max_examples=25
    ).problems
    assert problem.claim.name == "reached"
    assert problem.what == "it comes out violated, which was said to be unreachable"


def test_an_excuse_for_no_rule_is_refused():
    with pytest.raises(UnknownRule, match=r"garden\.fense.*garden\.fenced"):
        check_law(Law((FENCED,)), unreachable={"garden.fense": REASON})


def rarely_broken(garden: Garden, on: date) -> bool:
    """« cent vingt-trois mille parcelles »"""
    return not 123_456 <= garden.plots < 123_457


def test_what_chance_does_not_reach_a_case_does():
    rare = rule("garden.rare", rarely_broken)
    law = Law((rare,))
    many = Garden(id="g", plots=123_456)
    case = Example(many, date(2020, 1, 1), "garden.rare", Outcome.VIOLATED)
    check_law(law, cases=[case], max_examples=25)
    (problem,) = told_of(law, max_examples=25).problems
    assert problem.what == "it never came out violated"


def test_a_case_that_comes_out_otherwise_is_found():
    case = Example(Garden(id="g", fenced=True), date(2020, 1, 1), "garden.fenced", Outcome.VIOLATED)
    (problem,) = told_of(Law((FENCED,)), cases=[case], max_examples=25).problems
    assert problem.claim.name == "as its case says"
    assert problem.what == "it should be violated, and is satisfied"
    assert problem.example == "on 2020-01-01, of Garden(id='g', fenced=True)"


# --- subjects


@attrs.frozen(slots=True, kw_only=True)
class Untyped:
    plots: Any = UNKNOWN


class NoAttrs:
    """A class that declares no fields."""


@attrs.frozen(slots=True, kw_only=True)
class Told:
    """Facts that are always told: nothing is ever open."""

    fenced: bool
    sides: frozenset[str] = frozenset()
    wall: Plant | None = None


def told_fenced(garden: Told, on: date) -> bool:
    """« clos »"""
    return garden.fenced


def test_nothing_need_be_open_where_everything_is_always_told():
    check_law(Law((rule("garden.told", told_fenced, about=Told),)), max_examples=25)


@pytest.mark.parametrize(
    ("kind", "why"), [(Untyped, "Untyped.plots declares no type"), (NoAttrs, "NoAttrs is no attrs class")]
)
def test_how_to_draw_a_class_that_does_not_say_is_asked_for(kind, why):
    with pytest.raises(
        CannotDraw, match=rf"{why}; say how to draw it: subjects={{{kind.__name__}: a strategy}}"
    ):
        check_law(Law((rule("garden.fenced", fenced, about=kind),)))


# --- sound laws


@pytest.mark.parametrize("seed", [0, 1])
def test_nothing_is_said_of_sound_rules_whatever_is_drawn(seed: int):
    # What a seed draws depends on what is imported: enough is drawn for each outcome to come about in any case.
    check_law(SOUND, seed=seed, max_examples=400)


HALF_TOLD = {toy.Club: toy.half_told().map(lambda pair: pair[0])}
WHOLE_AND_HALF = {**HALF_TOLD, toy.JuniorClub: toy.clubs().map(lambda club: toy.JuniorClub(**_told(club)))}


def _told(club: toy.Club) -> dict[str, Any]:
    return {field.name: getattr(club, field.name) for field in attrs.fields(toy.Club)}


@pytest.mark.parametrize(
    "check",
    [
        check_versions, check_languages, check_pickles, check_pure, check_reached, check_answers, check_asked_for,
        check_changes_nothing, check_deterministic, check_explained, check_free_of_order, check_monotone,
    ],
)  # fmt: skip
def test_each_check_alone_says_nothing_of_a_sound_law(check):
    drawn = "subjects" in inspect.signature(check).parameters
    check(toy.SETTLEABLE, **({"subjects": WHOLE_AND_HALF, "max_examples": 20} if drawn else {}))


def test_each_check_alone_finds_what_is_its_own():
    broken = Law((rule("garden.broken", none_of_unknown),))
    with pytest.raises(LawCheckFailed, match="monotone"):
        check_monotone(broken)
    check_free_of_order(broken)
    with pytest.raises(LawCheckFailed, match="one_adult has no docstring"):
        check_sources(toy.SETTLEABLE)
    with pytest.raises(LawCheckFailed, match="reached"):
        check_reached(Law((LEAGUE,)), max_examples=25)


def test_a_text_that_is_silent_on_a_fact_that_would_settle_it_is_found():
    """The colours of a club: nobody asks for them, and telling that there are none settles the rule."""
    with pytest.raises(LawCheckFailed, match="asked for"):
        check_asked_for(Law((toy.FITTING,)), subjects={toy.Club: toy.clubs()})


def test_the_statutes_of_an_association_are_rules_like_others():
    """Each clause is read through the structure judged: here, of one association, whoever asks to join it."""
    association = CPTS(
        id="c", name="CPTS d'exemple", statutes=(Statutes(fee=Decimal(20), minimum_age=18, charter_required=True),)
    )  # fmt: skip
    memberships = st.builds(
        Membership,
        member=st.just(Person(id="agathe")),
        of_required_age=st.sampled_from([UNKNOWN, True, False]),
        charter_signed=st.sampled_from([UNKNOWN, True, False]),
        fee_paid=st.sampled_from([UNKNOWN, True, False]),
    )
    candidatures = st.builds(Candidature, structure=st.just(association), membership=memberships)
    law = Law(tuple(one for one in statute_rules(association) if one.concerns(Candidature)))
    subjects = {Candidature: candidatures}
    for check in (check_monotone, check_deterministic, check_asked_for, check_explained, check_answers):
        check(law, subjects=subjects, max_examples=10)
    for check in (check_languages, check_versions, check_sources, check_pickles, check_pure):
        check(law)


def test_a_rule_that_reads_one_fact_of_a_large_class_is_found_out_without_subjects_of_its_own() -> None:
    """« is not False » of what nobody told: seldom decisive among the hundreds of facts of a CPTS."""

    def memberships(cpts: CPTS, on: date) -> Any:
        return cpts.members

    def runs(membership: Membership, cpts: CPTS, on: date) -> bool:
        return membership.running_on(on)

    def is_not_late(membership: Membership, cpts: CPTS, on: date) -> bool:
        """« à jour de sa cotisation »."""
        return membership.fee_paid is not False

    fee = attrs.evolve(
        rule("rive.cotisation", is_not_late),
        about=CPTS,
        each=memberships,
        applies=runs,
        in_force=since(2022, 1, 1),
    )
    with pytest.raises(LawCheckFailed) as failed:
        check_law(Law((fee,)), max_examples=40)
    assert any(
        problem.claim.name == "monotone" and "fee_paid it is satisfied; told, it is violated" in problem.what
        for problem in failed.value.problems
    )
