"""Who may carry a parcours coordonné renforcé: code de la sécurité sociale, D162-34."""

from datetime import date
from typing import Any

import pytest

from cpts_model.engine.assess import assess
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.structures import CDS, CPTS, ESP, ESS, MSP, SISA
from cpts_model.law import css_d162_34 as code

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED
LAW = Law(rules=code.RULES, articles=code.ARTICLES)
RULE = "pcr.structures-porteuses"


def outcome(subject: Any, on: date = date(2025, 6, 1)) -> Outcome:
    return assess(subject, on=on, law=LAW).outcome_of(RULE)


@pytest.mark.parametrize(
    ("structure", "expected"),
    [
        (CDS(id="x"), SATISFIED),
        (ESS(id="x"), SATISFIED),
        (CPTS(id="x"), SATISFIED),
        (ESP(id="x"), VIOLATED),
        (MSP(id="x", legal_form=LegalForm.SISA), SATISFIED),
        (MSP(id="x", sisa=SISA(id="s")), SATISFIED),
        (MSP(id="x", legal_form=LegalForm.ASSOCIATION, sisa=None), VIOLATED),
        (MSP(id="x", legal_form=None, sisa=None), VIOLATED),
        (MSP(id="x", legal_form=LegalForm.ASSOCIATION), UNDETERMINED),
        (MSP(id="x"), UNDETERMINED),
        (SISA(id="x", is_maison_de_sante=True), SATISFIED),
        (SISA(id="x", is_maison_de_sante=False), VIOLATED),
        (SISA(id="x"), UNDETERMINED),
    ],
)
def test_trap_19_cds_msp_as_sisa_ess_and_cpts_and_not_the_esp(structure: Any, expected: Outcome) -> None:
    assert outcome(structure) is expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (OrganisationKind.DAC, SATISFIED),
        (OrganisationKind.MDPH, SATISFIED),
        (OrganisationKind.PMI, SATISFIED),
        (OrganisationKind.HOPITAL_PUBLIC, SATISFIED),
        (OrganisationKind.CPTS, SATISFIED),
        (OrganisationKind.EQUIPE_DE_SOINS_PRIMAIRES, VIOLATED),
        (OrganisationKind.CABINET, VIOLATED),
        (OrganisationKind.PHARMACIE_OFFICINE, VIOLATED),
        (OrganisationKind.ETABLISSEMENT_DE_SANTE_PRIVE, UNDETERMINED),
        (OrganisationKind.EHPAD, UNDETERMINED),
        (OrganisationKind.CASF_13, UNDETERMINED),
        (OrganisationKind.OTHER, UNDETERMINED),
        (UNKNOWN, UNDETERMINED),
    ],
)
def test_the_other_actors_it_names(kind: Any, expected: Outcome) -> None:
    assert outcome(Organisation(id="o", kind=kind)) is expected


def test_a_maison_de_sante_told_as_an_organisation_is_one_as_a_sisa_only() -> None:
    def of(form: Any) -> Outcome:
        return outcome(Organisation(id="o", kind=OrganisationKind.MAISON_DE_SANTE, legal_form=form))

    assert of(LegalForm.SISA) is SATISFIED
    assert of(LegalForm.ASSOCIATION) is VIOLATED
    assert of(None) is VIOLATED
    assert of(UNKNOWN) is UNDETERMINED


def test_from_3_may_2025() -> None:
    assert outcome(CPTS(id="x"), date(2025, 5, 2)) is NOT_APPLICABLE
    assert outcome(CPTS(id="x"), date(2025, 5, 3)) is SATISFIED


def test_who_is_not_in_the_list_breaks_nothing() -> None:
    assert assess(ESP(id="x"), on=date(2025, 6, 1), law=LAW).ok
