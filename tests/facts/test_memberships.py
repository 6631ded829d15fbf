"""Belonging to a structure: what dates, lists and partners say of a day."""

import copy
import pickle
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import generaliste, member, professional
from cpts_model import (
    CPTS,
    SISA,
    UNKNOWN,
    LegalForm,
    Membership,
    OrganisationKind,
    Person,
    Professional,
    UnknownFact,
)
from cpts_model.facts.checks import BadFact
from cpts_model.facts.memberships import EndCause, ExclusionGround, SecondMembershipGround
from cpts_model.facts.people import PersonRole

DAY = date(2024, 6, 15)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
WHO = Professional(id="p")


def on_the_day(**facts: Any) -> bool | str:
    try:
        return Membership(member=WHO, **facts).running_on(DAY)
    except UnknownFact:
        return "unknown"


@pytest.mark.parametrize(
    ("joined", "left", "listed", "partner", "expected"),
    [
        (DAY, None, UNKNOWN, False, True),
        (AFTER, None, UNKNOWN, False, False),
        (AFTER, UNKNOWN, UNKNOWN, UNKNOWN, False),
        (BEFORE, AFTER, UNKNOWN, False, True),
        (BEFORE, DAY, UNKNOWN, False, False),
        (UNKNOWN, DAY, UNKNOWN, UNKNOWN, False),
        (BEFORE, UNKNOWN, UNKNOWN, False, "unknown"),
        (UNKNOWN, None, UNKNOWN, False, "unknown"),
        (UNKNOWN, AFTER, UNKNOWN, False, "unknown"),
        (BEFORE, None, UNKNOWN, UNKNOWN, "unknown"),
        (UNKNOWN, UNKNOWN, UNKNOWN, True, False),
        (BEFORE, None, UNKNOWN, True, False),
        # A list proves membership on its own day; before it somebody may not have joined, after it may have left.
        (UNKNOWN, UNKNOWN, DAY, False, True),
        (UNKNOWN, UNKNOWN, BEFORE, False, "unknown"),
        (UNKNOWN, None, BEFORE, False, True),
        (UNKNOWN, UNKNOWN, AFTER, False, "unknown"),
        (BEFORE, UNKNOWN, AFTER, False, True),
    ],
)
def test_who_is_a_member_on_a_day(joined: Any, left: Any, listed: Any, partner: Any, expected: Any) -> None:
    assert on_the_day(joined_on=joined, left_on=left, listed_on=listed, partner=partner) == expected


days = st.dates(date(2020, 1, 1), date(2020, 1, 12))
maybe = days | st.just(UNKNOWN)


@given(
    joined=maybe,
    left=maybe | st.none(),
    listed=maybe,
    partner=st.booleans() | st.just(UNKNOWN),
    day=days,
    data=st.data(),
)
def test_telling_more_never_changes_whether_somebody_was_a_member(
    joined: Any, left: Any, listed: Any, partner: Any, day: date, data: st.DataObject
) -> None:
    told = {"joined_on": joined, "left_on": left, "listed_on": listed, "partner": partner}
    try:
        whole = Membership(member=WHO, **told)
    except BadFact:
        return
    hidden = data.draw(st.sets(st.sampled_from(sorted(told))))
    part = Membership(member=WHO, **{name: value for name, value in told.items() if name not in hidden})
    try:
        before = part.running_on(day)
    except UnknownFact:
        return
    assert whole.running_on(day) is before


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"joined_on": DAY, "left_on": BEFORE}, "left_on"),
        ({"joined_on": DAY, "listed_on": BEFORE}, "listed_on"),
        ({"left_on": DAY, "listed_on": DAY}, "listed_on"),
        ({"joined_on": datetime(2024, 1, 1)}, "joined_on"),  # noqa: DTZ001
        ({"left_on": "2024-01-01"}, "left_on"),
    ],
)
def test_dates_that_cannot_be_true_together_are_refused(facts: dict[str, Any], field: str) -> None:
    with pytest.raises(BadFact) as refused:
        Membership(member=WHO, **facts)
    assert refused.value.field == field
    assert str(pickle.loads(pickle.dumps(refused.value))) == str(refused.value)


@pytest.mark.parametrize("words", [EndCause, ExclusionGround, SecondMembershipGround])
def test_every_cause_and_ground_has_a_name_of_its_own_in_both_languages(words: Any) -> None:
    for lang in ("fr", "en"):
        assert len({one.label.to(lang) for one in words}) == len(words)


class TestInAStructure:
    def test_a_membership_called_off_before_it_began_is_no_double_of_one_that_runs(self) -> None:
        called_off = member(WHO, joined_on=DAY, left_on=DAY)
        cpts = CPTS(id="c", members=(member(WHO, joined_on=BEFORE), called_off))
        assert len(cpts.members_on(DAY)) == 1

    def test_somebody_who_comes_back_is_a_member_twice_in_turn(self) -> None:
        first = member(WHO, joined_on=date(2020, 1, 1), left_on=date(2021, 1, 1))
        again = member(WHO, joined_on=date(2021, 1, 1))
        cpts = CPTS(id="c", members=(again, first))
        assert cpts.members_on(date(2020, 12, 31)) == (first,)
        assert cpts.members_on(date(2021, 1, 1)) == (again,)

    @pytest.mark.parametrize("left", [UNKNOWN, None, date(2021, 1, 2)])
    def test_nobody_is_a_member_twice_at_once(self, left: Any) -> None:
        first = member(WHO, joined_on=date(2020, 1, 1), left_on=left)
        with pytest.raises(BadFact, match="'p' is a member already"):
            CPTS(id="c", members=(first, member(WHO, joined_on=date(2021, 1, 1))))

    def test_members_of_whom_too_little_is_told_leave_it_unknown(self) -> None:
        with pytest.raises(UnknownFact):
            CPTS(id="c", members=(Membership(member=WHO),)).members_on(DAY)
        with pytest.raises(UnknownFact):
            CPTS(id="c").members_on(DAY)

    def test_a_partner_of_the_comite_de_suivi_is_no_member(self) -> None:
        assert CPTS(id="c", members=(member(WHO, partner=True),)).members_on(DAY) == ()


def test_the_partners_of_a_sisa_are_its_associates_and_nobody_else() -> None:
    associate, other = member(WHO, associe=True), member(Professional(id="q"), associe=False)
    gone = member(Professional(id="r"), associe=True, left_on=BEFORE)
    assert SISA(id="s", members=(associate, other, gone)).partners_on(DAY) == (associate,)


@pytest.mark.parametrize(
    "words",
    [EndCause, SecondMembershipGround, PersonRole, LegalForm, OrganisationKind],
    ids=lambda words: words.__name__,
)
def test_every_word_has_a_label_in_both_languages_and_a_slug(words: Any) -> None:
    labels = [word.label for word in words]
    assert len(set(labels)) == len(labels)
    for word in words:
        assert word.value == word.value.lower()
        assert word.value.isascii()


@pytest.mark.parametrize(
    "fact", [generaliste("A. Inventée"), member(Person(id="u")), CPTS(id="c", members=(member(WHO),))]
)
def test_facts_are_frozen_values(fact: Any) -> None:
    assert pickle.loads(pickle.dumps(fact)) == fact == copy.deepcopy(fact)
    assert hash(copy.copy(fact)) == hash(fact)
    with pytest.raises(AttributeError):
        fact.name = "x"


def test_unfinished_membership_is_of_somebody() -> None:
    with pytest.raises(TypeError):
        Membership()  # type: ignore[call-arg]
    assert professional("X. Inventé").professions == ()
