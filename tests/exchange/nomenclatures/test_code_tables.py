"""The tables of codes, against the nomenclatures that were saved beside the project, and by themselves."""

import csv
import re
from datetime import date

import attrs
import pytest

from cpts_model.exchange.nomenclatures import (
    CODE_SYSTEMS,
    G07,
    G08,
    G15,
    R02,
    R04,
    R09,
    R13,
    R21,
    R22,
    R23,
    R38,
    R66,
    R66_LABELS_2021,
    R72,
    R72_OF_THE_RPPS,
    R85,
    R94,
    R95,
    R244,
    R278,
    R291,
    R397,
    R400,
    R400_AGGREGATES,
    CodeSystem,
    system_of,
)
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.nomenclature import SEEN
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.professions import Profession
from cpts_model.facts.savoir_faire import SAVOIR_FAIRE
from shared_data import shared

READ_WHOLE = {
    "TRE_G07-TypeIdentifiantStructure.csv": G07,
    "TRE_G08-TypeIdentifiantPersonne.csv": G08,
    "TRE_G15-ProfessionSante.csv": G15,
    "TRE_R02-SecteurActivite.csv": R02,
    "TRE_R04-TypeSavoirFaire.csv": R04,
    "TRE_R21-Fonction_extrait.csv": R21,
    "TRE_R22-GenreActivite.csv": R22,
    "TRE_R23-ModeExercice.csv": R23,
    "TRE_R244-CategorieOrganisation_extrait_JDV_J238.csv": R244,
    "TRE_R291-AutreProfession.csv": R291,
    "TRE_R38-SpecialiteOrdinale.csv": R38,
    "TRE_R85-RolePriseCharge_extrait.csv": R85,
    "TRE_R94-ProfessionSocial.csv": R94,
    "TRE_R95-UsagerTitre.csv": R95,
}
"""Files whose codes are those of a table, no more and no fewer (but for R94, see below)."""

SOCIAL_BEFORE_2020 = {str(code) for code in range(200, 214)}
"""Codes of TRE_R94 that left it in 2019 and 2020: the file beside the project has none of them."""


def rows(folder: str, name: str) -> list[dict[str, str]]:
    with open(shared(folder) / name, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


@pytest.mark.parametrize(("name", "system"), READ_WHOLE.items(), ids=lambda one: getattr(one, "label", None))
def test_a_table_has_the_codes_of_its_file_and_no_others(name: str, system: CodeSystem) -> None:
    told = {row["code"]: row["libelle_fr"] for row in rows("nos", name)}
    held = {code.code: code.label for code in system.codes}
    if system is R94:
        held = {code: label for code, label in held.items() if code not in SOCIAL_BEFORE_2020}
    assert held == told


@pytest.mark.parametrize(("name", "system"), READ_WHOLE.items(), ids=lambda one: getattr(one, "label", None))
def test_a_code_is_deprecated_where_the_file_says_so_and_on_that_day(name: str, system: CodeSystem) -> None:
    for row in rows("nos", name):
        code = system.get(row["code"])
        assert code is not None
        assert code.is_active == (row["statut"] == "active"), row["code"]
        day = re.search(r"(?:fin|obsolète) (\d{4}-\d{2}-\d{2})", row["note"])
        if day:
            assert code.deprecated_on == date.fromisoformat(day[1]), row["code"]
        successor = re.search(r"(?:->|=) (?:TRE_)?(R\d+)#(\d+)", row["note"])
        if successor:
            replaced_by = f"{system_of(successor[1]).name}#{successor[2]}"  # type: ignore[union-attr]
            assert code.replaced_by == replaced_by, row["code"]


def test_the_categories_of_today_are_those_of_the_file() -> None:
    told = {
        row["code"]: row["libelle_fr"]
        for row in rows("nos", "TRE_R66-CategorieEtablissement_soins-primaires.csv")
    }
    assert {code.code: code.label for code in R66.codes if code.seen == R66.version} == told


def test_the_other_categories_are_those_of_the_extract_of_2021() -> None:
    told = {
        row["categetab"]: row["libcategetab"] for row in rows("finess", "finess_categories_2021-01-08.csv")
    }
    assert told == R66_LABELS_2021
    older = {code.code: code.label for code in R66.codes if code.seen == "20210108"}
    assert older == {code: label for code, label in told.items() if code in older}
    assert {code.code for code in R66.codes} >= set(told)


def test_a_category_may_have_had_another_label() -> None:
    saas = R66.get("209")
    assert saas is not None
    assert saas.label == "Service autonomie aide et soins (SAAS)"
    assert R66_LABELS_2021["209"] == "Service Polyvalent Aide et Soins A Domicile (S.P.A.S.A.D.)"


@pytest.mark.parametrize("system", CODE_SYSTEMS, ids=lambda system: system.label)
def test_a_table_is_sound(system: CodeSystem) -> None:
    assert len({code.code for code in system.codes}) == len(system.codes)
    for code in system.codes:
        assert code.system == system.name
        assert code.label.strip() == code.label != ""
        assert re.fullmatch(r"\d{8}(\d{6})?", code.seen)
        assert code.valid_from is None or code.deprecated_on is None or code.valid_from <= code.deprecated_on
        assert system.get(code.code) is code
    assert system.get("no such code") is None


def test_what_replaces_a_code_is_a_code_that_is_active() -> None:
    replaced = [code for system in CODE_SYSTEMS for code in system.codes if code.replaced_by]
    assert len(replaced) == 16  # 5 of G15 and its psychologue, 9 of R94, 1 of R95
    for code in replaced:
        name, _, successor = str(code.replaced_by).partition("#")
        found = system_of(name)
        assert found is not None
        held = found.get(successor)
        assert held is not None
        assert held.is_active
        assert held.label.startswith(code.label.partition(" (")[0]), code.token


@pytest.mark.parametrize(
    ("system", "count"),
    [
        (G15, 30),
        (R02, 69),
        (R04, 12),
        (R09, 4),
        (R22, 12),
        (R23, 4),
        (R38, 106),
        (R72, 79),
        (R94, 26),
        (R278, 35),
        (R400, 109),
    ],
    ids=lambda one: getattr(one, "label", None),
)
def test_what_was_read_whole_says_so(system: CodeSystem, count: int) -> None:
    assert system.complete
    assert len(system.codes) == count


@pytest.mark.parametrize("system", [R13, R21, R66, R85, R244, R397], ids=lambda system: system.label)
def test_an_extract_says_that_it_is_one(system: CodeSystem) -> None:
    assert not system.complete


def test_of_one_nomenclature_the_name_alone_is_known() -> None:
    assert (R13.codes, R13.version, R13.seen_on) == ((), None, None)


def test_the_statuses_of_a_file_are_in_their_table() -> None:
    told = {row["code"]: row["libelle_fr"] for row in rows("nos", "TRE_R72-FinessStatutJuridique.csv")}
    assert len(told) == 58
    assert told.items() <= {code.code: code.label for code in R72.codes}.items()


def test_of_legal_statuses_the_versions_are_those_that_were_read() -> None:
    assert (R72.version, R72.read_in, R72.oid) == ("20240329120000", None, "1.2.250.1.213.1.6.1.44")
    assert (R400.version, R400.read_in, R400.oid) == ("20260629120000", None, "1.2.250.1.213.1.6.1.379")


@pytest.mark.parametrize("system", [R72, R400], ids=["R72", "R400"])
@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("02", "Département"),
        ("03", "Commune"),
        ("08", "Centre Intercommunal d'Action Sociale"),
        ("17", "Centre Communal d'Action Sociale"),
        ("28", "Groupement d'Intérêt Public (G.I.P.)"),
        ("29", "Groupement de Coopération Sanitaire public"),
        ("30", "Groupement de Coopération Sociale ou Médico-Sociale public"),
        ("47", "Société Mutualiste"),
        ("60", "Association Loi 1901 non Reconnue d'Utilité Publique"),
        ("61", "Association Loi 1901 Reconnue d'Utilité Publique"),
        ("62", "Association de Droit Local"),
        ("63", "Fondation"),
        ("66", "Groupement de Coopération Sociale ou Médico-Sociale privé"),
        ("70", "Personne Physique"),
        ("76", "Groupement d'Intérêt Economique (G.I.E.)"),
        ("79", "Société Civile de Moyens (S.C.M.)"),
        ("80", "Société Interprofessionnelle Soins Ambulatoires (S.I.S.A.)"),
        ("85", "Soc. Exercice Libéral Responsabilité Limitée (S.E.L.A.R.L.)"),
        ("88", "Société Civile Professionnelle (S.C.P.)"),
        ("89", "Groupement de Coopération Sanitaire Privé"),
        ("91", "Société Exercice Libéral par Actions Simplifiée (S.E.L.A.S.)"),
        ("24", "Office Public d'H.L.M."),
        ("000", "En cours de vérification"),
        ("101", "Société d'exercice libéral par actions simplifiée (SELAS)"),
    ],
)
def test_a_legal_status_means_the_same_in_both_nomenclatures(
    system: CodeSystem, code: str, label: str
) -> None:
    found = system.get(code)
    assert found is not None
    assert (found.label, found.deprecated_on) == (label, None)


def test_the_successor_has_every_status_and_what_gathers_them() -> None:
    before, after = ({code.code: code for code in system.codes} for system in (R72, R400))
    assert set(after) - set(before) == R400_AGGREGATES
    assert set(before) <= set(after)
    assert len(R400_AGGREGATES) == 3 + 5 + 22
    assert all(re.fullmatch(r"[123]\d\d0", code) for code in R400_AGGREGATES)
    for code, status in before.items():
        assert (after[code].label, after[code].valid_from) == (status.label, status.valid_from), code


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("1000", "Organismes et Etablissements Publics"),
        ("1110", "Etat"),
        ("2120", "Organisme Mutualiste"),
        ("2160", "Association"),
        ("2170", "Fondation"),
        ("2210", "Personne Physique"),
        ("3000", "Personne Morale de Droit Etranger"),
    ],
)
def test_what_gathers_statuses_is_told_apart(code: str, label: str) -> None:
    found = R400.get(code)
    assert found is not None
    assert (found.label, found.valid_from) == (label, date(1979, 1, 1))
    assert code in R400_AGGREGATES
    assert R72.get(code) is None


def test_ten_statuses_are_none_of_finess() -> None:
    assert sorted(R72_OF_THE_RPPS) == ["000", "100", "101", "102", "103", "104", "105", "106", "107", "110"]
    for code in R72_OF_THE_RPPS:
        status = R72.get(code)
        assert status is not None
        assert status.valid_from == date(2017, 10, 13)
    assert not any(R72_OF_THE_RPPS & set(form.finess_codes) for form in LegalForm)


@pytest.mark.parametrize("profession", Profession, ids=lambda profession: profession.value)
def test_every_code_of_a_profession_is_in_its_table(profession: Profession) -> None:
    for code in profession.codes:
        for one in filter(None, (code, code.role)):
            system = system_of(one.system)
            assert system is not None
            held = system.get(one.code)
            assert held is not None
            assert attrs.evolve(held, valid_from=None) == attrs.evolve(one, role=None)
            assert system.version == SEEN[one.system]


def test_the_tables_of_the_facts_agree_with_the_nomenclatures() -> None:
    assert {code.code: code.label for code in R38.codes} == SAVOIR_FAIRE
    for form in LegalForm:
        assert all(R72.get(code) for code in form.finess_codes), form
    for kind in OrganisationKind:
        assert all(R66.get(code) for code in kind.finess_categories), kind


@pytest.mark.parametrize(
    ("system", "code", "label"),
    [
        (R66, "603", "Maison de santé (L6223-3)"),
        (R66, "604", "Communauté Professionnelle Territoriale de Santé (CPTS)"),
        (R397, "604", "Communauté Professionnelle Territoriale de Santé (CPTS)"),
        (R66, "124", "Centre de santé"),
        (R66, "647", "Equipe de Soins Spécialisés"),
        (R72, "80", "Société Interprofessionnelle Soins Ambulatoires (S.I.S.A.)"),
        (R72, "60", "Association Loi 1901 non Reconnue d'Utilité Publique"),
        (R72, "61", "Association Loi 1901 Reconnue d'Utilité Publique"),
        (R72, "62", "Association de Droit Local"),
        (R244, "255", "Communauté Professionnelle Territoriale de Santé (CPTS)"),
        (R278, "ACI", "Contrat tripartie CPTS/AM/ARS pour rémunération ACI"),
        (R38, "SM54", "Médecine générale (SM)"),
        (G07, "1", "FINESS"),
        (G08, "8", "N° RPPS"),
    ],
)
def test_the_codes_of_coordinated_care(system: CodeSystem, code: str, label: str) -> None:
    found = system.get(code)
    assert found is not None
    assert found.label == label
    assert found.active_on(date(2026, 6, 1))


@pytest.mark.parametrize("code", ["35", "36", "37", "38", "39"])
def test_five_codes_end_on_13_december_2024(code: str) -> None:
    found = G15.get(code)
    assert found is not None
    assert found.active_on(date(2024, 12, 12))
    assert not found.active_on(date(2024, 12, 13))


@pytest.mark.parametrize(
    ("system", "code", "first"),
    [
        (R95, "93", date(2020, 5, 29)),
        (R291, "99", date(2019, 7, 5)),
        (R278, "ACI", date(2020, 5, 29)),
        (R397, "647", date(2024, 9, 27)),
        (R09, "E", date(2015, 12, 21)),
        (R72, "80", date(2012, 4, 3)),
        (R400, "08", date(2019, 5, 29)),
        (R400, "76", date(2007, 7, 25)),
    ],
    ids=str,
)
def test_a_code_begins_on_its_day(system: CodeSystem, code: str, first: date) -> None:
    found = system.get(code)
    assert found is not None
    assert not found.active_on(date.fromordinal(first.toordinal() - 1))
    assert found.active_on(first)


def test_the_psychologist_was_never_to_be_coded_in_g15() -> None:
    found = G15.get("93")
    assert found is not None
    assert not any(found.active_on(date(year, month, 17)) for year in range(2015, 2027) for month in (6, 12))


MOS = "https://mos.esante.gouv.fr/NOS"


@pytest.mark.parametrize(
    ("name", "system"),
    [
        (f"{MOS}/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante", G15),
        ("http://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante", G15),
        (f"{MOS}/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante/", G15),
        (f"{MOS}/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante|20250328120000", G15),
        ("TRE_G15-ProfessionSante", G15),
        ("TRE-G15-ProfessionSante", G15),
        ("TRE_G15", G15),
        (" g15 ", G15),
        ("urn:oid:1.2.250.1.71.1.2.7", G15),
        ("1.2.250.1.71.1.2.7", G15),
        (f"{MOS}/TRE_R66-CategorieEtablissement/FHIR/TRE-R66-CategorieEtablissement", R66),
        ("https://smt.esante.gouv.fr/fhir/CodeSystem/tre-r397-categorie-entite-geographique-exercice", R397),
        (
            f"{MOS}/tre_r397-categorie-entite-geographique-exercice/FHIR/"
            "tre_r397-categorie-entite-geographique-exercice",
            R397,
        ),
        (f"{MOS}/tre_r400-finess-statut-juridique/FHIR/tre-r400-finess-statut-juridique", R400),
        (f"{MOS}/TRE_R13-Commune/FHIR/TRE-R13-Commune", R13),
        (f"{MOS}/TRE_R13-CommuneOM/FHIR/TRE-R13-CommuneOM", R13),
        (f"{MOS}/TRE_R278-FinessConvention/FHIR/TRE-R278-FinessConvention", R278),
    ],
)
def test_a_nomenclature_is_found_by_any_of_its_names(name: str, system: CodeSystem) -> None:
    assert system_of(name) is system


@pytest.mark.parametrize("name", ["", "http://loinc.org", "TRE_G1", f"{MOS}/TRE_G15-ProfessionSante"])
def test_what_names_none_finds_none(name: str) -> None:
    assert system_of(name) is None


def test_no_name_stands_for_two_nomenclatures() -> None:
    for system in CODE_SYSTEMS:
        assert all(system_of(name) is system for name in system.names)
