"""What is asserted of the law fails with its explanation."""

from datetime import date

import pytest

from cpts_model import (
    CPTS,
    LAW,
    Law,
    LegalForm,
    MaisonDeSante,
    Membership,
    Outcome,
    Profession,
    Professional,
    Register,
    UnknownRule,
)
from cpts_model.testing.assertions import assert_compliant, assert_outcome
from cpts_model.testing.dossiers import example_dossiers

DAY = date(2026, 11, 21)
UNTOLD = CPTS(id="rive")
COMPANY = CPTS(id="rive", legal_form=LegalForm.SOCIETE)
"""A CPTS is constituted as an association (CSP, art. L1434-12)."""


def test_what_breaks_no_law_passes() -> None:
    assert_compliant(example_dossiers()["msp-les-allymes"], on=DAY)


def test_what_nobody_told_breaks_no_law() -> None:
    assert_compliant(UNTOLD, on=DAY)


def test_a_breach_is_explained_with_its_text_its_facts_and_what_would_mend_it() -> None:
    with pytest.raises(AssertionError) as caught:
        assert_compliant(COMPANY, on=DAY)
    head, breach = str(caught.value).split("\n\n")
    assert head == "CPTS 'rive' is not compliant on 2026-11-21:"
    assert breach.startswith("cpts.association : violated\n")
    assert "L1434-12" in breach
    assert "(legal_form)" in breach
    assert "What would mend it: " in breach


def test_it_is_explained_in_french_to_whoever_asks() -> None:
    with pytest.raises(AssertionError, match="n'est pas conforme au 2026-11-21") as caught:
        assert_compliant(COMPANY, on=DAY, lang="fr")
    assert "cpts.association : non respecté" in str(caught.value)
    assert "Pour y remédier : " in str(caught.value)


def test_every_breach_is_told_and_nothing_else() -> None:
    house = example_dossiers()["sisa-sous-le-minimum"]
    with pytest.raises(AssertionError) as caught:
        assert_compliant(house, on=DAY)
    head, *breaches = str(caught.value).split("\n\n")
    assert head == f"SISA {house.id!r} is not compliant on 2026-11-21:"
    assert [breach.partition(" ")[0] for breach in breaches] == ["sisa.deux-medecins-un-auxiliaire"]


def test_a_register_is_asked_of_all_its_structures() -> None:
    assert_compliant(Register([UNTOLD]), on=DAY)
    with pytest.raises(AssertionError, match=r"^Register is not compliant on 2026-11-21:") as caught:
        assert_compliant(Register([CPTS(id="val"), COMPANY]), on=DAY)
    assert "cpts.association : violated" in str(caught.value)


def test_the_law_is_the_one_that_is_asked_for() -> None:
    assert_compliant(COMPANY, on=DAY, law=Law(tuple(rule for rule in LAW if rule.id != "cpts.association")))


def test_the_traceback_ends_where_the_assertion_was_made() -> None:
    with pytest.raises(AssertionError) as caught:
        assert_compliant(COMPANY, on=DAY)
    assert caught.traceback[-1].ishidden(caught)
    assert not caught.traceback[0].ishidden(caught)


@pytest.mark.parametrize("subject", ["rive", {}, None], ids=repr)
def test_what_no_rule_is_about_is_a_slip_and_no_failure(subject: object) -> None:
    with pytest.raises(TypeError):
        assert_compliant(subject, on=DAY)


@pytest.mark.parametrize(
    ("subject", "outcome"),
    [
        (COMPANY, Outcome.VIOLATED),
        (UNTOLD, Outcome.UNDETERMINED),
        (CPTS(id="rive", legal_form=LegalForm.ASSOCIATION, seat_departement="33"), Outcome.SATISFIED),
    ],
    ids=["violated", "undetermined", "satisfied"],
)
def test_an_outcome_is_the_one_expected_and_no_other(subject: CPTS, outcome: Outcome) -> None:
    assert_outcome(subject, "cpts.association", outcome, on=DAY)
    for other in set(Outcome) - {outcome}:
        with pytest.raises(AssertionError) as caught:
            assert_outcome(subject, "cpts.association", other, on=DAY)
        head, verdict = str(caught.value).split("\n\n")
        assert head == (
            f"cpts.association is {outcome.value} and not {other.value} on 2026-11-21, of CPTS 'rive':"
        )
        assert verdict.startswith(f"cpts.association : {outcome.value}\n")


def test_a_rule_that_never_was_is_a_slip() -> None:
    with pytest.raises(UnknownRule):
        assert_outcome(UNTOLD, "cpts.asociation", Outcome.SATISFIED, on=DAY)


def test_only_the_parts_that_came_out_so_are_explained() -> None:
    joined = date(2024, 1, 8)
    members = tuple(
        Membership(
            member=Professional(id=name, professions=(Profession.MEDECIN,)),
            joined_on=joined,
            left_on=None,
            partner=False,
            signed_projet_on=signed,
        )
        for name, signed in (("agathe", joined), ("basile", None))
    )
    with pytest.raises(AssertionError) as caught:
        assert_outcome(
            MaisonDeSante(id="allee", members=members), "msp.projet-signe", Outcome.SATISFIED, on=DAY
        )
    head, verdict = str(caught.value).split("\n\n")
    assert head.startswith(
        "msp.projet-signe is violated and not satisfied on 2026-11-21, of MaisonDeSante 'allee'"
    )
    assert "members[1]" in verdict
    assert "members[0].signed_projet_on" not in verdict
