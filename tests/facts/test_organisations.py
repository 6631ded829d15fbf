"""Organisations: every actor of the field has a place, a sector and its FINESS codes."""

import csv

import pytest

from cpts_model import LegalForm, OpenQuestion, OrganisationKind
from cpts_model.facts.organisation_kinds import Sector
from shared_data import shared

K, F = OrganisationKind, LegalForm


@pytest.mark.parametrize(
    ("category", "kind"),
    [
        ("603", K.MAISON_DE_SANTE), ("604", K.CPTS), ("124", K.CENTRE_DE_SANTE), ("647", K.EQUIPE_DE_SOINS_SPECIALISES),
        ("606", K.DAC), ("500", K.EHPAD), ("354", K.SSIAD), ("620", K.PHARMACIE_OFFICINE), ("616", K.SERVICE_DE_SANTE_AU_TRAVAIL),
        ("190", K.CASF_3), ("246", K.CASF_5), ("000", None),
    ],
)  # fmt: skip
def test_category_of_the_register(category: str, kind: K | None) -> None:
    assert K.from_finess(category) is kind


def test_a_primary_care_team_has_no_code() -> None:
    assert K.EQUIPE_DE_SOINS_PRIMAIRES.finess_categories == ()


def test_no_category_belongs_to_two_kinds() -> None:
    codes = [code for kind in K for code in kind.finess_categories]
    assert len(codes) == len(set(codes))


def test_each_of_the_first_sixteen_numbers_of_the_casf_article_is_a_kind() -> None:
    numbered = {kind.casf_number for kind in K if kind.value.startswith("casf-")}
    assert numbered == set(range(1, 17))
    assert all(kind.is_medico_social_or_social for kind in K if kind.casf_number)


@pytest.mark.parametrize("kind", [K.CCAS, K.TRAVAILLEUR_SOCIAL_INDEPENDANT, K.EHPAD])
def test_social_actors_are_wider_than_that_article(kind: K) -> None:
    assert kind.is_medico_social_or_social


@pytest.mark.parametrize(
    ("kind", "sector"),
    [
        (K.SERVICE_DE_SANTE_AU_TRAVAIL, Sector.SANTE_AU_TRAVAIL), (K.DAC, Sector.COORDINATION), (K.HOPITAL_PUBLIC, Sector.SANTE),
        (K.FINANCEUR, Sector.AUTRE),
    ],
)  # fmt: skip
def test_sector(kind: K, sector: Sector) -> None:
    assert kind.sector is sector
    assert sector.label.fr
    assert (kind.is_occupational_health, kind.is_coordination, kind.is_health) == (
        sector is Sector.SANTE_AU_TRAVAIL,
        sector is Sector.COORDINATION,
        sector is Sector.SANTE,
    )


@pytest.mark.parametrize(
    ("code", "form"),
    [
        ("60", F.ASSOCIATION), ("61", F.ASSOCIATION), ("62", F.ASSOCIATION_DROIT_LOCAL), ("80", F.SISA), ("79", F.SCM), ("88", F.SCP),
        ("85", F.SEL), ("91", F.SEL), ("29", F.GCS), ("89", F.GCS), ("30", F.GCSMS), ("66", F.GCSMS), ("28", F.GIP), ("76", F.GIE),
        ("63", F.FONDATION), ("47", F.MUTUELLE), ("03", F.COMMUNE), ("04", F.REGION), ("02", F.DEPARTEMENT), ("17", F.CCAS), ("70", F.NATURAL_PERSON),
        ("13", F.ETABLISSEMENT_PUBLIC_DE_SANTE), ("110", F.OTHER),
    ],
)  # fmt: skip
def test_legal_status_of_the_register(code: str, form: F) -> None:
    assert F.from_finess(code) is form


def test_whether_a_form_is_a_legal_person() -> None:
    assert F.SISA.is_legal_person
    assert not F.NATURAL_PERSON.is_legal_person
    with pytest.raises(OpenQuestion):
        F.OTHER.is_legal_person  # noqa: B018


def test_an_association_is_of_one_law_or_of_the_other() -> None:
    assert F.ASSOCIATION.is_association_1901
    assert not F.ASSOCIATION.is_association_droit_local
    assert F.ASSOCIATION_DROIT_LOCAL.is_association
    assert not F.SISA.is_association
    assert F.SISA.is_sisa
    assert F.SCIC.is_scic
    assert {form for form in F if form.is_collectivite} == {F.COMMUNE, F.DEPARTEMENT, F.REGION}
    assert {form for form in F if form.is_region} == {F.REGION}
    assert {form for form in F if form.is_ccas} == {F.CCAS}
    assert {form for form in F if form.is_natural_person} == {F.NATURAL_PERSON}
    assert {form for form in F if form.is_non_profit} == {
        F.ASSOCIATION,
        F.ASSOCIATION_DROIT_LOCAL,
        F.FONDATION,
        F.MUTUELLE,
    }
    assert F.ETABLISSEMENT_PUBLIC_DE_SANTE.is_etablissement_public_de_sante


def test_codes_exist_in_the_register() -> None:
    with (shared("nos") / "TRE_R72-FinessStatutJuridique.csv").open(encoding="utf-8") as table:
        known = {row["code"] for row in csv.DictReader(table, delimiter=";")}
    assert {code for form in F for code in form.finess_codes} <= known
    with (shared("nos") / "TRE_R66-CategorieEtablissement_soins-primaires.csv").open(
        encoding="utf-8"
    ) as table:
        known = {row["code"] for row in csv.DictReader(table, delimiter=";")}
    with (shared("finess") / "finess_categories_2021-01-08.csv").open(encoding="utf-8") as table:
        known |= {row["categetab"] for row in csv.DictReader(table, delimiter=";")}
    assert {code for kind in K for code in kind.finess_categories} <= known


def test_the_sixteenth_is_help_at_home_to_families() -> None:
    assert K.CASF_16.label.fr == "aide à domicile aux familles en difficulté temporaire"


def test_the_public_hospital_is_one_kind() -> None:
    assert {kind for kind in K if kind.is_public_hospital} == {K.HOPITAL_PUBLIC}
