"""The statutes of six associations, as far as their public pages can be read: those clauses, and no other."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from builders import infirmier, member
from cpts_model.engine.assess import assess
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.exchange.dossier import dumps_dossier, loads_dossier, read_structures
from cpts_model.facts.belonging import Belonging, Candidature
from cpts_model.facts.memberships import EndCause, FeePayment, Membership
from cpts_model.facts.modes import Mode
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.organs import Organ
from cpts_model.facts.statutes import Admits, College, FeePeriod, Statutes
from cpts_model.facts.structures import CPTS
from cpts_model.law.statuts import Refusal, Sense, closings, compare_statutes, law_with_statutes, who_says_no
from golden import EXAMPLES

PATHS = sorted((EXAMPLES / "statuts").glob("*.json"))
READ_ON = date(2026, 11, 21)
READING = {"in_force_since", "read_on", "read_at", "colleges_read_in_part"}

CLAUSES: dict[str, dict[str, Any]] = {
    "cpts-centre-saone-et-loire": {
        "colleges": (
            College(
                name="actifs/adhérents",
                admits=(Admits(natural_persons=True, health_professionals=True, modes=(Mode.LIBERAL,)),),
            ),
            College(
                name="partenaires",
                admits=(
                    Admits(natural_persons=False),
                    Admits(health_professionals=True, modes=(Mode.SALARIE,)),
                    Admits(social_actors=True),
                ),
            ),
        ),
        "natural_persons_only": False,
        "fee": Decimal(10),
        "period": FeePeriod.ONCE,
        "end_causes": (EndCause.RESIGNATION, EndCause.DEATH, EndCause.EXCLUSION),
        "exclusion_by": Organ.CONSEIL_D_ADMINISTRATION,
        "exclusion_requires_hearing": True,
    },
    "cpts-tmn": {
        "admission_by": Organ.CONSEIL_D_ADMINISTRATION,
        "discretionary_veto": True,
        "fee": Decimal(30),
        "fee_refunded": False,
        "vote_requires_fee": True,
    },
    "cpts-perche-emeraude": {
        "colleges": (
            College(
                name="membres adhérents",
                admits=(
                    Admits(health_professionals=True, on_territory=True),
                    Admits(natural_persons=False, on_territory=True),
                ),
                deliberative=True,
            ),
        ),
        "natural_persons_only": False,
        "charter_required": True,
        "admission_by": Organ.BUREAU,
        "period": FeePeriod.CIVIL_YEAR,
        "fee_refunded": False,
    },
    "cpts-nestes-pyrenees": {"colleges": (College(name="fondateurs"), College(name="adhérents"))},
    "cpts-bassin-de-thau": {"natural_persons_only": False},
    "cpts-mont-blanc": {"colleges": (College(name="adhérents"),)},
}
IN_PART = {"cpts-perche-emeraude", "cpts-nestes-pyrenees", "cpts-mont-blanc"}


def read(stem: str) -> CPTS:
    (cpts,) = read_structures(EXAMPLES / "statuts" / f"{stem}.json")
    assert isinstance(cpts, CPTS)
    return cpts


def statutes_of(stem: str) -> Statutes:
    statutes = read(stem).statutes_on(READ_ON)
    assert statutes is not None
    return statutes


def test_there_are_six() -> None:
    assert {path.stem for path in PATHS} == set(CLAUSES)


@pytest.mark.parametrize("stem", CLAUSES)
def test_holds_the_clauses_that_were_read_and_leaves_every_other_unknown(stem: str) -> None:
    statutes = statutes_of(stem)
    told = {
        field.name: getattr(statutes, field.name)
        for field in attrs.fields(Statutes)
        if field.name not in READING and getattr(statutes, field.name) is not UNKNOWN
    }
    assert told == CLAUSES[stem]
    assert statutes.colleges_read_in_part is (stem in IN_PART)


@pytest.mark.parametrize("stem", CLAUSES)
def test_says_where_and_when_it_was_read(stem: str) -> None:
    statutes = statutes_of(stem)
    assert statutes.read_on == READ_ON
    assert statutes.in_force_since is None
    assert statutes.read_at is not None
    assert str(read(stem).name) in statutes.read_at


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_names_nobody_and_tells_nothing_else_of_the_association(path: Path) -> None:
    cpts = read(path.stem)
    told = {
        field.name
        for field in attrs.fields(CPTS)
        if getattr(cpts, field.name) not in (UNKNOWN,) and field.name not in ("id", "name")
    }
    assert told == {"legal_form", "statutes"}
    assert "Aucune personne n'est nommée" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("stem", CLAUSES)
def test_survives_being_written_and_read_again(stem: str) -> None:
    assert loads_dossier(dumps_dossier(read(stem))) == read(stem)


def outcome(stem: str, rule: str, who: Any, on: date = READ_ON, **facts: Any) -> Outcome:
    cpts = read(stem)
    belonging = Belonging(structure=cpts, membership=member(who, **facts))
    return assess(belonging, on=on, law=law_with_statutes(cpts)).outcome_of(f"statuts.{rule}")


def candidate(stem: str, who: Any, **facts: Any) -> Any:
    cpts = read(stem)
    told = {"consented": True, "college": None, **facts}
    subject = Candidature(structure=cpts, membership=Membership(member=who, **told))
    return assess(subject, on=READ_ON, law=law_with_statutes(cpts))


NURSE = infirmier("Nina Exemple")


class TestWhatTheySay:
    def test_in_centre_saone_et_loire_a_fee_paid_at_joining_holds_for_ever(self) -> None:
        stem, paid = "cpts-centre-saone-et-loire", (FeePayment(paid_on=date(2022, 3, 1), for_year=None),)
        for day, found in (
            (date(2022, 2, 28), Outcome.VIOLATED),
            (date(2022, 3, 1), Outcome.SATISFIED),
            (READ_ON, Outcome.SATISFIED),
        ):
            assert outcome(stem, "cotisation-a-jour", NURSE, day, fees=paid) is found

    def test_in_perche_emeraude_it_holds_for_its_civil_year(self) -> None:
        paid = (FeePayment(paid_on=date(2025, 11, 20), for_year=None),)
        for day, found in (
            (date(2025, 1, 1), Outcome.SATISFIED),
            (date(2025, 12, 31), Outcome.SATISFIED),
            (date(2026, 1, 1), Outcome.VIOLATED),
        ):
            assert outcome("cpts-perche-emeraude", "cotisation-a-jour", NURSE, day, fees=paid) is found

    def test_of_tmn_the_period_was_not_read_and_the_answer_stays_open(self) -> None:
        paid = (FeePayment(paid_on=date(2026, 1, 5), for_year=None),)
        assert outcome("cpts-tmn", "cotisation-a-jour", NURSE, fees=paid) is Outcome.UNDETERMINED
        assert outcome("cpts-tmn", "cotisation-a-jour", NURSE, fees=()) is Outcome.VIOLATED

    def test_in_tmn_nobody_votes_whose_fee_is_unpaid(self) -> None:
        assert outcome("cpts-tmn", "droit-de-vote", NURSE, fee_paid=False) is Outcome.VIOLATED

    def test_in_centre_saone_et_loire_the_salaried_are_partners(self) -> None:
        salaried = infirmier("Sam Exemple", mode=Mode.SALARIE)
        for college, found in (
            ("partenaires", Outcome.SATISFIED),
            ("actifs/adhérents", Outcome.VIOLATED),
        ):
            assessment = candidate("cpts-centre-saone-et-loire", salaried, college=college)
            assert assessment.outcome_of("statuts.college-demande") is found

    def test_in_perche_emeraude_an_organisation_waits_for_the_bureau(self) -> None:
        answer = who_says_no(
            candidate(
                "cpts-perche-emeraude",
                Organisation(id="ehpad-exemple"),
                charter_signed=True,
                admitted_on=None,
            )
        )
        assert answer.who is Refusal.STATUTES
        assert [verdict.rule.id for verdict in answer.statutes] == ["statuts.admission-decidee"]

    def test_tmn_may_refuse_without_reasons_which_the_law_does_not(self) -> None:
        assert [(closing.clause, closing.sense) for closing in closings(statutes_of("cpts-tmn"))] == [
            ("discretionary_veto", Sense.CLOSES)
        ]

    def test_compared_they_differ_on_what_was_read_of_both_and_on_nothing_else(self) -> None:
        found = compare_statutes(
            statutes_of("cpts-centre-saone-et-loire"), statutes_of("cpts-perche-emeraude")
        )
        assert {difference.clause for difference in found if difference.differs} == {"period"}
        found = compare_statutes(statutes_of("cpts-tmn"), statutes_of("cpts-perche-emeraude"))
        assert {difference.clause for difference in found if difference.differs} == {"admission_by"}
