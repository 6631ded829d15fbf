"""The examples: one of each kind, two in breach, one mostly unknown, none of them out of date."""

from collections import Counter
from datetime import date
from typing import Any

import pytest

from cpts_model import Outcome, assess, missing, read_register
from cpts_model.exchange.dossier import dumps_dossier, loads_dossier, read_structures
from cpts_model.facts.structures import CDS, CPTS, ESP, ESS, MSP, SISA
from cpts_model.register.payments import payment_check
from golden import EXAMPLES, examples

DAY = date(2026, 11, 21)


def judged(stem: str) -> Any:
    (path,) = [path for path in examples() if path.stem == stem]
    (structure,) = read_structures(path)
    return assess(structure, on=DAY)


def test_there_is_one_of_each_kind() -> None:
    kinds = {type(structure) for path in examples() for structure in read_structures(path)}
    assert kinds == {CPTS, ESP, ESS, MSP, CDS, SISA}


def test_two_are_in_breach_and_why() -> None:
    broken = {
        path.stem: {verdict.rule.id for verdict in assess(structure, on=DAY).breaches}
        for path in examples()
        for structure in read_structures(path)
    }
    assert {stem: rules for stem, rules in broken.items() if rules} == {
        "esp-sans-generaliste": {"esp.medecins-generalistes"},
        "sisa-sous-le-minimum": {"sisa.deux-medecins-un-auxiliaire"},
    }


@pytest.mark.parametrize("stem", ["msp-les-allymes", "cds-beaudesert", "ess-cardiologie"])
def test_the_others_break_no_law_and_leave_no_fact_untold(stem: str) -> None:
    assessment = judged(stem)
    assert assessment.ok
    assert not missing(assessment.subject, on=DAY)


def test_the_one_of_ouest_gironde_breaks_no_law_and_lacks_only_the_terms_of_the_national_agreement() -> None:
    assessment = judged("cpts-ouest-gironde")
    assert assessment.ok
    assert not assessment.warnings
    assert {fact.path.split(".")[0] for fact in missing(assessment.subject, on=DAY)} == {"contract"}


def test_one_is_mostly_unknown() -> None:
    counted = Counter(verdict.outcome for verdict in judged("cpts-paris-13").verdicts)
    assert counted[Outcome.UNDETERMINED] > sum(counted.values()) / 2
    assert counted[Outcome.VIOLATED] == 0


def test_the_register_breaks_no_law_and_one_of_its_members_nears_the_ceiling_over_two_cpts() -> None:
    register = read_register(EXAMPLES / "registre-deux-cpts.json")
    assessment = assess(register, on=DAY)
    assert assessment.ok
    assert {verdict.rule.id for verdict in assessment.of("cpts.plafond-toutes-cpts")}
    assert {one.structure.id for one in register.memberships_of("p-05", on=DAY)} == {
        "cpts-rive",
        "cpts-amont",
    }
    paid = payment_check(register, year=2026).of("p-05")
    assert paid.remaining is not None
    assert 0 < paid.remaining.least < 1000


def test_somebody_of_the_register_left_and_came_back() -> None:
    register = read_register(EXAMPLES / "registre-deux-cpts.json")
    stays = [one.membership for one in register.history("p-04") if one.structure.id == "cpts-rive"]
    assert [stay.left_on for stay in stays] == [date(2022, 5, 1), None]


@pytest.mark.parametrize("path", examples(), ids=lambda path: path.name)
def test_survives_being_written_and_read_again(path: Any) -> None:
    for structure in read_structures(path):
        assert loads_dossier(dumps_dossier(structure)) == structure


@pytest.mark.parametrize("path", examples(), ids=lambda path: path.name)
def test_says_that_its_people_are_invented(path: Any) -> None:
    if path.stem != "cpts-paris-13":
        assert "inventé" in path.read_text(encoding="utf-8")
