"""A rule as a value."""

import pickle

import attrs
import pytest

from cpts_model.engine.citations import Authority
from cpts_model.engine.rule import Modality
from cpts_model.engine.text import Text
from toy import HALL, LICENCE, ONE_ADULT, TOURNAMENT, VISIT, Club, JuniorClub, Player, hall_is_booked, rule


@pytest.mark.parametrize("rule_id", ["club", "club.hall", "a.b-c.d1", "l6323-3.al-2", "1.2"])
def test_an_id_is_dotted_kebab_case(rule_id):
    assert rule(rule_id, hall_is_booked).id == rule_id


@pytest.mark.parametrize(
    "rule_id",
    ["", ".", "club.", ".hall", "club..hall", "Club", "clubé", "club hall", "club_hall", "-", "-a", "a-", "a--b",
     "a.-b", "a-.b", "club.hall\n", "club/hall"],
)  # fmt: skip
def test_anything_else_is_no_id(rule_id):
    with pytest.raises(ValueError, match="is not a rule id"):
        rule(rule_id, hall_is_booked)


@pytest.mark.parametrize("authority", Authority)
@pytest.mark.parametrize("modality", Modality)
@pytest.mark.parametrize("upon", [None, Text("la ligue", "the league")])
def test_what_blocks(authority, modality, upon):
    of_that_sort = rule("a", hall_is_booked, authority=authority, modality=modality, upon=upon)
    expected = authority.value in ("law", "regulation") and modality.value != "permission" and not upon
    assert of_that_sort.blocking is expected


def test_every_modality_has_words_of_its_own():
    assert len({modality.label for modality in Modality}) == len(Modality)


def test_a_version_is_named_by_its_period_and_its_text():
    assert ONE_ADULT.version == "club.adults (2000-01-01 to 2009-12-31, C. sport, art. L1-2, al. 1)"


def test_a_rule_concerns_a_class_and_those_that_descend_from_it():
    assert HALL.concerns(Club)
    assert HALL.concerns(JuniorClub)
    assert not HALL.concerns(Player)
    either = attrs.evolve(HALL, about=(Club, Player))
    assert either.concerns(Player)
    assert not either.concerns(int)
    assert not attrs.evolve(HALL, about=JuniorClub).concerns(Club)


@pytest.mark.parametrize("value", [HALL, LICENCE, TOURNAMENT, VISIT])
def test_a_rule_is_a_value(value):
    again = pickle.loads(pickle.dumps(value))
    assert again == value == attrs.evolve(value)
    assert hash(again) == hash(value)
    assert again.holds is value.holds
    assert repr(value).startswith(f"Rule(id='{value.id}'")
    assert attrs.evolve(value, source="other") != value
    with pytest.raises(AttributeError):
        value.id = "other"
