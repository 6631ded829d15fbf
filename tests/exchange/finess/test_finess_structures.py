"""What an establishment of the register becomes, and what it leaves unknown."""

from datetime import date

import attrs
import pytest

from cpts_model import assess
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.exchange.dossier import from_dict
from cpts_model.exchange.finess import (
    STRUCTURE_CATEGORIES,
    FinessEngagement,
    FinessEstablishment,
    FinessFormat,
    FinessHeader,
    dossier_of,
    organisation_of,
    source_of,
    structure_of,
)
from cpts_model.exchange.nomenclatures import R400, R400_AGGREGATES
from cpts_model.facts.contracts import ContratACI
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.structures import CPTS, CentreDeSante, EquipeDeSoinsSpecialises, MaisonDeSante
from exchange.finess.finess_files import EJ, ET, SIRET, keyed

HEADER = FinessHeader(format=FinessFormat.ETALAB, extracted_on=date(2026, 5, 12))
ACI = FinessEngagement(
    kind="CONV", subkind="ACI", effective_on=date(2021, 1, 1), signed_on=date(2020, 12, 15)
)


def establishment(category="604", **told):
    return FinessEstablishment(finess=ET, header=HEADER, **({"category": category} | told))


@pytest.mark.parametrize(
    ("category", "kind"),
    [
        ("603", MaisonDeSante),
        ("604", CPTS),
        ("124", CentreDeSante),
        ("439", CentreDeSante),
        ("647", EquipeDeSoinsSpecialises),
    ],
)
def test_a_category_makes_a_kind(category, kind):
    assert type(structure_of(establishment(category))) is kind
    assert category in STRUCTURE_CATEGORIES


def test_there_are_five_categories_of_structures():
    assert STRUCTURE_CATEGORIES == ("124", "439", "603", "604", "647")


@pytest.mark.parametrize("category", ["636", "500", "606", "999", UNKNOWN])
def test_any_other_category_is_no_structure(category):
    with pytest.raises(ValueError, match="none of a structure"):
        structure_of(establishment(category))


def test_what_is_told_becomes_facts_and_nothing_else_does():
    one = establishment(
        finess_ej=EJ,
        name="CPTS 2 RIVES",
        long_name="CPTS DES DEUX RIVES",
        siret=SIRET,
        opened_on=date(2020, 6, 1),
        updated_on=date(2025, 1, 31),
        commune="33063",
        departement="33",
        postal_code="33000",
    )
    cpts = structure_of(one)
    assert cpts == CPTS(
        id=f"finess-{ET}",
        name="CPTS DES DEUX RIVES",
        finess=ET,
        finess_ej=EJ,
        siret=SIRET,
        seat_commune="33063",
        seat_departement="33",
    )
    assert structure_of(attrs.evolve(one, long_name=UNKNOWN)).name == "CPTS 2 RIVES"


@pytest.mark.parametrize("category", STRUCTURE_CATEGORIES)
def test_of_a_number_alone_all_else_is_unknown(category):
    structure = structure_of(establishment(category))
    told = {
        field.name for field in attrs.fields(type(structure)) if getattr(structure, field.name) is not UNKNOWN
    }
    assert told == {"id", "finess"}


def test_a_departement_that_the_library_does_not_know_stays_unknown():
    """Clipperton has communes of the COG, and no département of the library."""
    structure = structure_of(establishment(commune="98901", departement="989"))
    assert (structure.seat_commune, structure.seat_departement) == ("98901", UNKNOWN)


# --- The day it opened ------------------------------------------------------------------------------


@pytest.mark.parametrize("category", STRUCTURE_CATEGORIES)
@pytest.mark.parametrize("day", [date(1904, 4, 4), date(2018, 3, 1), date(2020, 6, 1), date(2099, 1, 1)])
def test_the_day_of_opening_is_a_note_and_no_fact(category, day):
    """The flows of the register differ in it: rules that turn on it would be settled by a guess."""
    one = establishment(category, opened_on=day)
    assert structure_of(one) == structure_of(establishment(category))
    assert any(f"à confirmer : ouverture le {day:%d/%m/%Y}" in line for line in source_of(one))


def test_the_opening_of_an_imported_centre_is_asked_for():
    centre = structure_of(establishment("124", opened_on=date(2020, 6, 1)))
    [commitment] = [
        one
        for one in assess(centre, on=date(2026, 11, 21)).verdicts
        if one.rule.id == "cds.engagement-conformite"
    ]
    assert "opened_on" in [fact.path for fact in commitment.unknown]


# --- The seat ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("category", ["603", "604", "647"])
def test_a_legal_entity_of_another_departement_leaves_the_seat_unknown(category):
    """Whether an association is one of local law hangs on the seat of the legal person."""
    one = establishment(category, finess_ej=keyed("67000123"), commune="33063", departement="33")
    structure = structure_of(one)
    assert (structure.seat_commune, structure.seat_departement) == (UNKNOWN, UNKNOWN)
    assert any("pas du même département" in line for line in source_of(one))


@pytest.mark.parametrize(("category", "told"), [("604", {"finess_ej": EJ}), ("604", {}), ("124", {"finess_ej": EJ}),
                                                ("124", {"finess_ej": keyed("67000123")})])  # fmt: skip
def test_the_seat_is_where_the_establishment_stands(category, told):
    """A centre de santé is no legal person: its manager may be seated anywhere."""
    one = establishment(category, commune="33063", departement="33", **told)
    structure = structure_of(one)
    assert (structure.seat_commune, structure.seat_departement) == ("33063", "33")
    assert not any("pas du même" in line for line in source_of(one))


# --- The legal entity -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "form"),
    [("60", LegalForm.ASSOCIATION), ("61", LegalForm.ASSOCIATION), ("62", LegalForm.ASSOCIATION_DROIT_LOCAL),
     ("80", LegalForm.SISA), ("89", LegalForm.GCS), ("21", UNKNOWN), ("999", UNKNOWN), (UNKNOWN, UNKNOWN)],
)  # fmt: skip
def test_the_status_of_the_legal_entity_is_the_legal_form(status, form):
    for category in ("603", "604", "647"):
        assert structure_of(establishment(category, entity_status=status)).legal_form is form


FORMS = {
    LegalForm.ASSOCIATION: "60 61",
    LegalForm.ASSOCIATION_DROIT_LOCAL: "62",
    LegalForm.SISA: "80",
    LegalForm.SCM: "79",
    LegalForm.SCP: "88",
    LegalForm.SEL: "85 86 87 91",
    LegalForm.GIE: "76",
    LegalForm.GCS: "29 89",
    LegalForm.GCSMS: "30 66",
    LegalForm.GIP: "28",
    LegalForm.FONDATION: "63",
    LegalForm.MUTUELLE: "47 49",
    LegalForm.COMMUNE: "03 07",
    LegalForm.DEPARTEMENT: "02",
    LegalForm.REGION: "04",
    LegalForm.CCAS: "08 17",
    LegalForm.ETABLISSEMENT_PUBLIC_DE_SANTE: "10 11 12 13 14 15",
    LegalForm.SOCIETE: "71 72 73 74 75 78 93 95",
    LegalForm.NATURAL_PERSON: "70",
}
"""The form of each status of the last level of TRE_R400 that has one, from the labels of TRE_R400."""


def manager_with(status):
    return structure_of(establishment("124", finess_ej=EJ, entity_name="EJ", entity_status=status)).manager


@pytest.mark.parametrize("code", R400.codes, ids=lambda code: code.code)
def test_each_code_of_finess_plus_stands_for_the_form_of_its_label_or_for_none(code):
    form = next((form for form, codes in FORMS.items() if code.code in codes.split()), UNKNOWN)
    assert manager_with(code.code).legal_form is form


@pytest.mark.parametrize("aggregate", sorted(R400_AGGREGATES))
def test_what_gathers_statuses_is_no_legal_form(aggregate):
    assert manager_with(aggregate).legal_form is UNKNOWN
    assert structure_of(establishment("604", entity_status=aggregate)).legal_form is UNKNOWN


def test_a_status_is_told_by_its_label_even_where_it_is_no_form():
    [line] = [line for line in source_of(establishment(entity_status="24")) if line.startswith("Statut")]
    assert line == (
        "Statut juridique de l'entité juridique : 24 (Office Public d'H.L.M.) ; "
        "la forme juridique de la structure reste à indiquer."
    )


@pytest.mark.parametrize("status", ["03", "02", "04", "17", "10", "47", "63", "70", "75"])
@pytest.mark.parametrize("category", ["603", "604", "647"])
def test_a_body_that_may_but_house_the_structure_does_not_give_it_its_form(category, status):
    """A commune that owns the walls of a maison de santé is not the form of the maison de santé."""
    one = establishment(category, entity_status=status)
    assert structure_of(one).legal_form is UNKNOWN
    [line] = [line for line in source_of(one) if line.startswith("Statut juridique")]
    assert line.startswith(f"Statut juridique de l'entité juridique : {status} (")
    assert line.endswith(") ; la forme juridique de la structure reste à indiquer.")


@pytest.mark.parametrize(("category", "status"), [("604", "60"), ("124", "03")])
def test_a_status_that_is_taken_is_told_without_reserve(category, status):
    [line] = [
        line for line in source_of(establishment(category, entity_status=status)) if line.startswith("Statut")
    ]
    assert "reste à indiquer" not in line


def test_a_centre_de_sante_is_an_activity_of_its_manager():
    centre = structure_of(
        establishment(
            "124", finess_ej=EJ, entity_name="MUTUELLE", entity_siren="123456782", entity_status="47"
        )
    )
    assert centre.legal_form is UNKNOWN
    manager = centre.manager
    assert (manager.id, manager.name, manager.finess, manager.siren) == (
        f"finess-{EJ}",
        "MUTUELLE",
        EJ,
        "123456782",
    )
    assert manager.legal_form is LegalForm.MUTUELLE
    assert manager.kind is UNKNOWN


@pytest.mark.parametrize("told", [{"finess_ej": EJ}, {"entity_name": "MUTUELLE"}, {}])
def test_a_manager_of_which_there_is_a_number_alone_is_unknown(told):
    assert structure_of(establishment("124", **told)).manager is UNKNOWN


# --- The ACI contract ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "engagement",
    [ACI, attrs.evolve(ACI, kind=UNKNOWN), attrs.evolve(ACI, kind="ACI", subkind=UNKNOWN)],
)
def test_an_aci_engagement_of_a_cpts_is_its_contract(engagement):
    one = establishment(engagements=(FinessEngagement(kind="ARR"), engagement))
    assert structure_of(one).contract == ContratACI(signed_on=date(2020, 12, 15))
    assert any("signé : 15/12/2020, effet : 01/01/2021" in line for line in source_of(one))


def test_a_contract_without_a_day_of_signature_is_there_all_the_same():
    one = establishment(engagements=(attrs.evolve(ACI, signed_on=UNKNOWN),))
    assert structure_of(one).contract == ContratACI()


def test_the_end_of_an_engagement_is_told_and_is_no_end_of_the_contract():
    """Whether the day is the last of the contract or the first without it is not said."""
    one = establishment(
        engagements=(attrs.evolve(ACI, ends_on=date(2026, 12, 15), lapses_on=date(2027, 1, 1)),)
    )
    assert structure_of(one).contract == ContratACI(signed_on=date(2020, 12, 15))
    assert any("fin : 15/12/2026, caducité : 01/01/2027" in line for line in source_of(one))


@pytest.mark.parametrize("end", ["ends_on", "lapses_on"])
@pytest.mark.parametrize(("day", "is_over"), [(date(2026, 5, 12), True), (date(2026, 5, 13), False)])
def test_an_engagement_that_is_over_is_no_contract(end, day, is_over):
    over = attrs.evolve(ACI, **{end: day})
    one = establishment(engagements=(over,))
    assert (structure_of(one).contract is UNKNOWN) is is_over
    assert any("n'est pas postérieure à l'extrait" in line for line in source_of(one)) is is_over
    renewed = attrs.evolve(ACI, signed_on=date(2025, 12, 15))
    if is_over:
        both = establishment(engagements=(over, renewed))
        assert structure_of(both).contract == ContratACI(signed_on=date(2025, 12, 15))


def test_without_a_day_of_extract_whether_an_end_is_to_come_is_not_known():
    header = FinessHeader(format=FinessFormat.FINESS_PLUS)
    one = establishment(engagements=(attrs.evolve(ACI, ends_on=date(2099, 1, 1)),))
    assert structure_of(attrs.evolve(one, header=header)).contract is UNKNOWN
    told = attrs.evolve(establishment(engagements=(ACI,)), header=header)
    assert structure_of(told).contract == ContratACI(signed_on=date(2020, 12, 15))


@pytest.mark.parametrize(("day", "is_taken"), [(date(2026, 5, 12), True), (date(2026, 5, 13), False)])
def test_a_contract_signed_after_the_extract_has_no_day_of_signature(day, is_taken):
    one = establishment(engagements=(attrs.evolve(ACI, signed_on=day),))
    assert structure_of(one).contract == ContratACI(signed_on=day if is_taken else UNKNOWN)
    assert any("serait postérieure" in line for line in source_of(one)) is not is_taken


def test_of_several_contracts_the_days_are_not_taken():
    one = establishment(engagements=(ACI, attrs.evolve(ACI, signed_on=date(2025, 1, 1))))
    assert structure_of(one).contract == ContratACI()
    assert "plusieurs contrats ACI sont inscrits ; leurs dates ne sont pas retenues." in source_of(one)


@pytest.mark.parametrize(
    "engagements", [UNKNOWN, (), (FinessEngagement(),), (FinessEngagement(kind="CONV", subkind="ASE"),)]
)
def test_without_an_aci_engagement_the_contract_is_unknown(engagements):
    assert structure_of(establishment(engagements=engagements)).contract is UNKNOWN


def test_an_aci_engagement_of_another_structure_is_a_note_alone():
    one = establishment("603", engagements=(ACI, ACI))
    assert structure_of(one) == structure_of(establishment("603"))
    assert sum("CONV/ACI" in line for line in source_of(one)) == 2
    assert not any("plusieurs contrats" in line for line in source_of(one))


# --- Organisations --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("category", "kind"),
    [("620", OrganisationKind.PHARMACIE_OFFICINE), ("500", OrganisationKind.EHPAD), ("606", OrganisationKind.DAC),
     ("603", OrganisationKind.MAISON_DE_SANTE), ("999", UNKNOWN), (UNKNOWN, UNKNOWN)],
)  # fmt: skip
def test_any_establishment_is_an_organisation(category, kind):
    organisation = organisation_of(establishment(category, name="EHPAD", siret=SIRET))
    assert organisation.kind is kind
    assert organisation.finess_category == category
    assert (organisation.id, organisation.name) == (f"finess-{ET}", "EHPAD")
    assert (organisation.finess, organisation.siret) == (ET, SIRET)
    assert (organisation.siren, organisation.legal_form) == (UNKNOWN, UNKNOWN)


# --- The note, and the dossier --------------------------------------------------------------------------


def test_the_note_says_where_the_facts_come_from():
    one = establishment(
        "603", finess_ej=EJ, opened_on=date(2020, 6, 1), authorised_on=date(2020, 5, 2), closed_on=date(2027, 1, 1),
        updated_on=date(2025, 1, 31),
    )  # fmt: skip
    assert source_of(one) == (
        f"Répertoire FINESS, extrait officiel des établissements (etalab) du 12/05/2026 : établissement {ET}, "
        f"entité juridique {EJ}, catégorie 603 (Maison de santé (L6223-3)).",
        "Dates du répertoire pour cet établissement, à confirmer : ouverture le 01/06/2020, première autorisation le 02/05/2020, "
        "fermeture le 01/01/2027, dernière mise à jour le 31/01/2025 (ni la constitution de la structure, ni la "
        "signature d'un contrat).",
    )


def test_a_note_of_what_tells_little_is_short():
    header = FinessHeader(format=FinessFormat.COLUMNS)
    one = FinessEstablishment(finess=ET, category="439", category_label="Centre", header=header)
    assert source_of(one) == (
        f"Répertoire FINESS, extrait à colonnes nommées : établissement {ET}, catégorie 439 (Centre).",
    )


@pytest.mark.parametrize("category", ["999", UNKNOWN])
def test_a_category_without_a_label_is_told_without_one(category):
    assert "(" not in source_of(establishment(category))[0].replace("(etalab)", "")
    assert "UNKNOWN" not in source_of(establishment(category))[0]


@pytest.mark.parametrize("category", STRUCTURE_CATEGORIES)
def test_a_dossier_reads_back_with_its_note_and_is_judged(category):
    one = establishment(
        category, finess_ej=EJ, name="NOM", opened_on=date(2020, 6, 1), departement="33", commune="33063",
        entity_name="EJ", entity_status="60", engagements=(ACI,),
    )  # fmt: skip
    dossier = dossier_of(one)
    assert list(dossier)[:3] == ["kind", "id", "source"]
    assert tuple(dossier["source"]) == source_of(one)
    assert from_dict(dossier) == structure_of(one)
    assert assess(structure_of(one), on=date(2026, 11, 21)).verdicts
