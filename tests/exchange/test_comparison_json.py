"""Comparisons for programs: plain data, the same each time."""

import json
from datetime import date
from typing import Any

import attrs

import toy
from builders import generaliste, member
from cpts_model import CPTS, LAW, LegalForm
from cpts_model.engine.diff import diff_laws
from cpts_model.exchange.comparison import comparison_to_dict, law_diff_to_dict
from cpts_model.life.compare import compare

CPTS_X = CPTS(
    id="c", formed_on=date(2020, 1, 1), legal_form=LegalForm.GIP, seat_departement="33",
    members=(member(generaliste("Anne"), joined_on=date(2022, 5, 15)),),
)  # fmt: skip


def of_rule(document: dict[str, Any], rule_id: str) -> dict[str, Any]:
    (found,) = (change for change in document["changes"] if change["rule"] == rule_id)
    return found


def test_each_change_has_its_sides_its_steps_and_their_causes() -> None:
    document = comparison_to_dict(compare(CPTS_X, a=date(2022, 5, 14), b=date(2022, 5, 15)))
    assert json.loads(json.dumps(document)) == document
    assert (document["format"], document["version"]) == ("cpts-model/comparison", 1)
    assert (document["a"], document["b"], document["between"]) == ("2022-05-14", "2022-05-15", "days")
    broken = of_rule(document, "cpts.association")
    assert (broken["before"]["outcome"], broken["after"]["outcome"]) == ("not_applicable", "violated")
    assert (broken["causes"], broken["breaks"], broken["part"]) == (["law"], True, None)
    (step,) = broken["steps"]
    assert (step["on"], step["law"], step["time"]) == ("2022-05-15", [], None)
    joined = of_rule(document, "adhesion.libre")
    assert (joined["place"], joined["part"]["name"], joined["causes"]) == ("members[0]", "Anne", ["time"])
    (turned,) = joined["steps"][0]["time"]["turned"]
    assert (turned["before"], turned["after"], turned["label"]["fr"]) == (False, True, "membre ce jour-là")
    assert turned["dates"][0] == {
        "path": "members[0].joined_on", "label": {"fr": "date d'adhésion", "en": "joined on"}, "value": "2022-05-15",
    }  # fmt: skip
    assert sum(document["unchanged"].values()) > 0


def test_words_in_one_language_where_one_is_asked_for() -> None:
    document = comparison_to_dict(compare(CPTS_X, a=date(2021, 5, 13), b=date(2022, 5, 15)), "en")
    step = of_rule(document, "cpts.association")["steps"][0]
    assert step["law"][0]["new"]["act"] == "ordinance 2021-584 of 12 May 2021, art. 1"
    assert step["law"][0]["old"]["exists"] is False
    assert document["passing"] == []
    assert isinstance(of_rule(document, "cpts.association")["explained"], str)


def test_two_laws() -> None:
    mine = toy.rule("club.mine", toy.several_players)
    club = toy.club(toy.player("a"))
    document = comparison_to_dict(
        compare(club, a=toy.SETTLEABLE, b=toy.SETTLEABLE.extended(mine), on=date(2024, 3, 1))
    )
    assert document["between"] == "laws"
    assert of_rule(document, "club.mine")["before"] == {"outcome": "not_applicable", "rule": None}


def test_what_the_law_changed() -> None:
    document = law_diff_to_dict(LAW.diff(date(2023, 12, 28), date(2023, 12, 29)))
    assert json.loads(json.dumps(document)) == document
    assert document["format"] == "cpts-model/law-diff"
    (step,) = (one for one in document["rules"] if one["rule"] == "sisa.dissolution")
    assert step["old"]["in_force"]["until"] == "2023-12-28"
    assert step["new"]["in_force"]["from"] == "2023-12-29"
    assert [text["article"] for text in step["texts"]] == ["L4041-4"]
    assert "L4042-4" in [text["article"] for text in document["articles_alone"]]


def test_an_article_that_one_law_alone_declares() -> None:
    other = attrs.evolve(toy.TOY, articles=())
    (text,) = law_diff_to_dict(diff_laws(toy.TOY, other, on=date(2024, 3, 1)))["articles_alone"]
    assert text["new"] is None
    assert text["old"]["act"] == {"fr": "loi 2", "en": "act 2"}
