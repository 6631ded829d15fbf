"""What is written for each kind of structure and member: elements, systems and codes of the French profiles.

The addresses stand here as the profiles of the Annuaire Santé (1.2.0-snapshot-2), FR Core (2.2.0) and the
SAS (1.2.0) give them. The people, the structures and their numbers are invented.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cpts_model import (
    CPTS,
    ESP,
    SISA,
    CentreDeSante,
    EquipeDeSoinsSpecialises,
    LegalForm,
    MaisonDeSante,
    Membership,
    Mode,
    Organisation,
    OrganisationKind,
    Person,
    Profession,
    Professional,
)
from cpts_model.exchange.faults import BadDossier, UnknownFormat
from cpts_model.exchange.fhir import NoSasForm, from_fhir, sas_organization, to_fhir
from cpts_model.exchange.pseudonyms import Pseudonyms
from cpts_model.facts.people import PersonRole
from cpts_model.facts.structures import Structure

NOS = "https://mos.esante.gouv.fr/NOS/"
G15 = f"{NOS}TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante"
R04 = f"{NOS}TRE_R04-TypeSavoirFaire/FHIR/TRE-R04-TypeSavoirFaire"
R13 = f"{NOS}TRE_R13-Commune/FHIR/TRE-R13-Commune"
R23 = f"{NOS}TRE_R23-ModeExercice/FHIR/TRE-R23-ModeExercice"
R38 = f"{NOS}TRE_R38-SpecialiteOrdinale/FHIR/TRE-R38-SpecialiteOrdinale"
R66 = f"{NOS}TRE_R66-CategorieEtablissement/FHIR/TRE-R66-CategorieEtablissement"
R397 = "https://smt.esante.gouv.fr/fhir/CodeSystem/tre-r397-categorie-entite-geographique-exercice"
R72 = f"{NOS}TRE_R72-FinessStatutJuridique/FHIR/TRE-R72-FinessStatutJuridique"
R85 = f"{NOS}TRE_R85-RolePriseCharge/FHIR/TRE-R85-RolePriseCharge"
R291 = f"{NOS}TRE_R291-AutreProfession/FHIR/TRE-R291-AutreProfession"
V2_3307 = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-3307"
V2_0203 = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203"
ANNUAIRE = "https://interop.esante.gouv.fr/ig/fhir/annuaire/StructureDefinition/"
CORE = "https://hl7.fr/ig/fhir/core/StructureDefinition/"
RPPS_NUMBER = "10999000002"


def resources(structure: Any, kind: str) -> list[dict[str, Any]]:
    return [one for one in to_fhir(structure).resources if one["resourceType"] == kind]


def codes(concepts: list[dict[str, Any]]) -> list[list[tuple[str, str]]]:
    return [[(one["system"], one["code"]) for one in concept["coding"]] for concept in concepts]


def numbers(resource: dict[str, Any]) -> list[tuple[str, str, str | None]]:
    return [
        (one["system"], one["value"], one["type"]["coding"][0]["code"] if "type" in one else None)
        for one in resource["identifier"]
    ]


def slices(resource: dict[str, Any]) -> list[str | None]:
    return [one["extension"][0]["valueCode"] if "extension" in one else None for one in resource["type"]]


class TestStructures:
    def test_a_cpts_is_an_establishment_part_of_its_legal_entity(self) -> None:
        told = CPTS(
            id="cpts-1",
            name="CPTS inventée",
            legal_form=LegalForm.ASSOCIATION_DROIT_LOCAL,
            finess="990000010",
            finess_ej="990000028",
            siret="85375643500014",
            seat_commune="67482",
            seat_departement="67",
            formed_on=date(2020, 5, 4),
        )
        entity, cpts = resources(told, "Organization")
        assert cpts["partOf"] == {"reference": f"Organization/{entity['id']}"}
        assert cpts["meta"]["profile"] == [
            f"{ANNUAIRE}as-dp-organization|1.2.0-snapshot-2",
            f"{CORE}fr-core-organization|2.2.0",
        ]
        assert (cpts["id"], cpts["active"], cpts["name"], cpts["language"]) == (
            "cpts-1",
            True,
            "CPTS inventée",
            "fr",
        )
        assert numbers(cpts) == [
            ("urn:cpts-model:id:structure", "cpts-1", None),
            ("urn:oid:1.2.250.1.71.4.2.2", "1990000010", "IDNST"),
            ("https://finess.esante.gouv.fr", "990000010", "FINEG"),
            ("https://sirene.fr", "85375643500014", "SIRET"),
        ]
        assert cpts["identifier"][1]["type"]["coding"][0]["system"] == V2_0203
        assert codes(cpts["type"])[0] == [(V2_3307, "GEOGRAPHICAL-ENTITY")]
        # The profile wants one coding in its categorieEtablissementRASS: the other nomenclature stands apart.
        assert codes(cpts["type"])[1:] == [[(R66, "604")], [(R397, "604")]]
        assert slices(cpts) == ["organizationType", None, None]
        assert cpts["type"][0]["extension"][0]["url"] == f"{ANNUAIRE}as-ext-organization-types"
        assert cpts["address"] == [
            {
                "extension": [
                    {
                        "url": f"{CORE}fr-core-address-insee-code",
                        "valueCoding": {"system": R13, "code": "67482"},
                    }
                ],
                "district": "67",
            }
        ]
        assert cpts["extension"] == [
            {
                "url": "http://hl7.org/fhir/StructureDefinition/organization-period",
                "valuePeriod": {"start": "2020-05-04"},
            }
        ]
        assert numbers(entity)[1:] == [
            ("urn:oid:1.2.250.1.71.4.2.2", "1990000028", "IDNST"),
            ("https://finess.esante.gouv.fr", "990000028", "FINEJ"),
        ]
        assert codes(entity["type"]) == [[(V2_3307, "LEGAL-ENTITY")], [(R72, "62")]]
        assert slices(entity) == ["organizationType", "statutJuridiqueINSEE"]

    @pytest.mark.parametrize(
        ("kind", "category", "sector"),
        [
            (MaisonDeSante, "603", "SA52"),
            (CentreDeSante, "124", "SA05"),
            (EquipeDeSoinsSpecialises, "647", None),
            (CPTS, "604", None),
        ],
    )
    def test_a_structure_has_its_finess_category(self, kind: Any, category: str, sector: str | None) -> None:
        (made,) = resources(kind(id="s"), "Organization")
        assert [code for concept in codes(made["type"]) for system, code in concept if system == R66] == [
            category
        ]
        told = [code for concept in codes(made["type"]) for system, code in concept if "TRE-R02" in system]
        assert told == ([] if sector is None else [sector])

    def test_no_profile_is_claimed_without_number_or_name(self) -> None:
        for told in (
            CPTS(id="s", name="CPTS"),
            CPTS(id="s", finess="990000010"),
            CPTS(id="s", name="C", finess="?"),
        ):
            assert "meta" not in resources(told, "Organization")[0]

    def test_an_association_is_60_or_61_so_neither_is_written(self) -> None:
        entity, _ = resources(CPTS(id="s", legal_form=LegalForm.ASSOCIATION), "Organization")
        assert codes(entity["type"])[1:] == [[("urn:cpts-model:legal-form", "association")]]
        assert any(
            "60 ou 61" in warning.fr
            for warning in to_fhir(CPTS(id="s", legal_form=LegalForm.ASSOCIATION)).warnings
        )
        assert to_fhir(CPTS(id="s", legal_form=LegalForm.GIE)).warnings == ()

    def test_an_esp_has_no_official_code_and_says_so(self) -> None:
        export = to_fhir(ESP(id="esp", name="Équipe", finess=None))
        (made,) = export.resources
        assert codes(made["type"]) == [[("urn:cpts-model:structure-kind", "esp")]]
        assert "aucune nomenclature" in made["type"][0]["text"]
        assert made["meta"] == {
            "tag": [
                {
                    "system": "urn:cpts-model:tag",
                    "code": "non-official",
                    "display": "Profil non officiel de cpts-model : aucun profil français ne décrit cette ressource",
                }
            ]
        }
        assert made["extension"] == [{"url": "urn:cpts-model:extension:known-absent", "valueCode": "finess"}]
        assert [warning.en[:36] for warning in export.warnings] == ["an équipe de soins primaires has no "]

    def test_a_sisa_is_a_legal_entity_of_status_80(self) -> None:
        doctor = Professional(id="p", mode=Mode.SALARIE)
        told = SISA(id="s", finess_ej="990000028", name="SISA", salaried=(doctor,))
        (made,) = resources(told, "Organization")
        assert codes(made["type"]) == [[(V2_3307, "LEGAL-ENTITY")], [(R72, "80")]]
        assert numbers(made)[2] == ("https://finess.esante.gouv.fr", "990000028", "FINEJ")
        (role,) = resources(told, "PractitionerRole")
        assert codes(role["code"]) == [[("urn:cpts-model:belonging", "salarie")], [(R23, "S")]]

    def test_a_maison_de_sante_is_part_of_the_sisa_that_carries_it(self) -> None:
        sisa, msp = resources(MaisonDeSante(id="m", sisa=SISA(id="s")), "Organization")
        assert (msp["partOf"]["reference"], codes(sisa["type"])[1]) == ("Organization/s", [(R72, "80")])

    def test_a_centre_de_sante_is_part_of_its_manager(self) -> None:
        manager = Organisation(
            id="g", name="Mutuelle", legal_form=LegalForm.CCAS, siren="123456782", finess="990000036"
        )
        told = CentreDeSante(id="c", manager=manager, finess_ej="990000028", opened_on=date(2021, 1, 2))
        gestionnaire, centre = resources(told, "Organization")
        assert centre["partOf"]["reference"] == "Organization/g"
        assert numbers(gestionnaire) == [
            ("urn:cpts-model:id:organisation", "g", None),
            ("urn:oid:1.2.250.1.71.4.2.2", "1990000028", "IDNST"),
            ("https://finess.esante.gouv.fr", "990000036", None),
            ("https://finess.esante.gouv.fr", "990000028", "FINEJ"),
            ("https://sirene.fr", "123456782", "SIREN"),
        ]
        assert codes(gestionnaire["type"]) == [
            [(V2_3307, "LEGAL-ENTITY")],
            [("urn:cpts-model:legal-form", "ccas")],
        ]
        assert centre["extension"][0]["valuePeriod"] == {"start": "2021-01-02"}


class TestMembers:
    def cpts(self, member: Any, **told: Any) -> CPTS:
        return CPTS(id="c", members=(Membership(member=member, **told),))

    def test_a_professional_has_both_numbers_professions_and_savoir_faire(self) -> None:
        doctor = Professional(
            id="p",
            name="Ada Inventée",
            rpps=RPPS_NUMBER,
            numero_am="331234567",
            professions=(
                Profession.MEDECIN,
                Profession.INFIRMIER,
                Profession.AIDE_SOIGNANT,
                Profession.PREPARATEUR_EN_PHARMACIE,
            ),
            savoir_faire=("SM54",),
            mode=Mode.LIBERAL,
        )
        (made,) = resources(self.cpts(doctor), "Practitioner")
        # The profile takes one exercicePro: of two professions or more, none is claimed.
        assert "meta" not in made
        assert numbers(made) == [
            ("urn:cpts-model:id:professional", "p", None),
            ("urn:oid:1.2.250.1.71.4.2.1", f"8{RPPS_NUMBER}", "IDNPS"),
            ("https://rpps.esante.gouv.fr", RPPS_NUMBER, "RPPS"),
            ("https://www.ameli.fr", "331234567", None),
        ]
        assert made["active"] is True
        assert made["name"] == [{"use": "usual", "text": "Ada Inventée"}]
        # Two roles of TRE_R85 stand for a préparateur: which of the two is not guessed.
        assert codes([one["code"] for one in made["qualification"]]) == [
            [(G15, "10")],
            [(G15, "60")],
            [(R291, "99")],
            [(R85, "313")],
            [("urn:cpts-model:profession", "preparateur-en-pharmacie")],
            [(R04, "S"), (R38, "SM54")],
        ]

    @pytest.mark.parametrize(
        ("profession", "written"),
        [
            (Profession.MEDECIN, [[(G15, "10")]]),
            # Profession and role apart: the profile takes no code of TRE_R85 beside that of the profession.
            (Profession.AIDE_SOIGNANT, [[(R291, "99")], [(R85, "313")]]),
            (Profession.PSYCHOLOGUE, [[(f"{NOS}TRE_R95-UsagerTitre/FHIR/TRE-R95-UsagerTitre", "93")]]),
        ],
    )
    def test_the_profile_is_claimed_of_one_official_profession(
        self, profession: Profession, written: Any
    ) -> None:
        told = Professional(id="p", name="Ada", rpps=RPPS_NUMBER, professions=(profession,))
        (made,) = resources(self.cpts(told), "Practitioner")
        assert made["meta"]["profile"] == [
            f"{ANNUAIRE}as-dp-practitioner|1.2.0-snapshot-2",
            f"{CORE}fr-core-practitioner|2.2.0",
        ]
        assert codes([one["code"] for one in made["qualification"]]) == written

    @pytest.mark.parametrize(
        "profession", [Profession.PREPARATEUR_EN_PHARMACIE, Profession.BIOLOGISTE_MEDICAL]
    )
    def test_a_profession_without_official_code_claims_nothing(self, profession: Profession) -> None:
        told = Professional(id="p", name="Ada", rpps=RPPS_NUMBER, professions=(profession,))
        (made,) = resources(self.cpts(told), "Practitioner")
        assert "meta" not in made
        assert codes([made["qualification"][0]["code"]]) == [
            [("urn:cpts-model:profession", profession.value)]
        ]

    def test_no_deprecated_code_is_ever_written(self) -> None:
        everybody = Professional(id="p", professions=tuple(Profession))
        (made,) = resources(self.cpts(everybody), "Practitioner")
        written = {one for code in made["qualification"] for one in codes([code["code"]])[0]}
        assert not written & {(G15, str(code)) for code in (35, 36, 37, 38, 39, 93)}
        assert {(G15, "10"), (R85, "313"), (R291, "99")} <= written

    def test_what_has_not_the_form_of_a_number_stands_under_no_official_system(self) -> None:
        """Pseudonyms, first of all."""
        key = bytes(range(32))
        members = (
            Membership(
                member=Professional(
                    id="p",
                    name="Ada",
                    rpps=RPPS_NUMBER,
                    numero_am="331234567",
                    professions=(Profession.MEDECIN,),
                )
            ),
            Membership(
                member=Organisation(
                    id="o", name="Cabinet", finess="990000010", siren="123456782", siret="85375643500014"
                )
            ),
        )
        hidden = Pseudonyms(key).structure(CPTS(id="c", members=members))
        export = to_fhir(hidden)
        person = next(one for one in export.resources if one["resourceType"] == "Practitioner")
        cabinet = [one for one in export.resources if one["resourceType"] == "Organization"][1]
        assert [system for system, _, _ in numbers(person)] == [
            "urn:cpts-model:id:professional",
            "urn:cpts-model:number:rpps",
            "urn:cpts-model:number:numero-am",
        ]
        assert [system for system, _, _ in numbers(cabinet)] == [
            "urn:cpts-model:id:organisation",
            *(f"urn:cpts-model:number:{one}" for one in ("finess", "siren", "siret")),
        ]
        assert not any("use" in one for one in (*person["identifier"], *cabinet["identifier"]))
        assert "meta" not in person
        assert "5 numbers have not the form of their registers" in export.warnings[-1].en
        assert from_fhir(export.bundle).structures == (hidden,)

    @pytest.mark.parametrize("written", ["10 999 000 002", " 10999000002", "1099900000", "\u0661" * 11])
    def test_a_number_written_otherwise_is_not_official(self, written: str) -> None:
        export = to_fhir(self.cpts(Professional(id="p", rpps=written)))
        (made,) = (one for one in export.resources if one["resourceType"] == "Practitioner")
        assert numbers(made)[1:] == [("urn:cpts-model:number:rpps", written, None)]
        assert export.left_out == ()

    def test_national_identifiers_that_were_made_here_are_told(self) -> None:
        told = to_fhir(self.cpts(Professional(id="p", rpps=RPPS_NUMBER)))
        assert any("(idNatPS) est composé ici" in warning.fr for warning in told.warnings)
        assert not any("idNatStruct" in warning.fr for warning in told.warnings)
        structure = to_fhir(CPTS(id="c", finess="990000010"))
        assert any("(idNatStruct) est composé ici" in warning.fr for warning in structure.warnings)
        assert not any("idNatPS" in warning.fr for warning in structure.warnings)
        none = to_fhir(self.cpts(Professional(id="p", numero_am="331234567")))
        assert not any("Annuaire Santé" in warning.fr for warning in none.warnings)

    @pytest.mark.parametrize(
        "told", [{"rpps": "1"}, {"rpps": RPPS_NUMBER}, {"rpps": RPPS_NUMBER, "name": "Ada"}]
    )
    def test_no_profile_is_claimed_that_is_not_met(self, told: dict[str, Any]) -> None:
        (made,) = resources(self.cpts(Professional(id="p", **told)), "Practitioner")
        assert "meta" not in made
        assert any("IDNPS" in str(one) for one in made["identifier"]) == (told["rpps"] == RPPS_NUMBER)

    def test_numbers_that_are_not_valid_are_counted_and_not_quoted(self) -> None:
        export = to_fhir(self.cpts(Professional(id="p", rpps="10999000003")))
        assert (
            export.warnings[-1].en
            == "1 RPPS, FINESS, SIREN or SIRET number is not valid (key, département): it is written as it is"
        )

    def test_a_savoir_faire_that_is_none_is_not_written_and_neither_are_the_others(self) -> None:
        export = to_fhir(self.cpts(Professional(id="p", savoir_faire=("SM54", "XX99"))))
        assert "qualification" not in export.resources[1]
        assert [lost.path for lost in export.left_out] == ["members[].member.savoir_faire"]

    @pytest.mark.parametrize(
        ("partner", "code"),
        [({"partner": False}, "adherent"), ({"partner": True}, "partenaire"), ({}, "non-precise")],
    )
    def test_a_membership_is_a_role_of_no_official_profile(self, partner: dict[str, Any], code: str) -> None:
        doctor = Professional(id="p", mode=Mode.LIBERAL)
        (role,) = resources(self.cpts(doctor, associe=True, **partner), "PractitionerRole")
        assert role["meta"]["tag"][0]["code"] == "non-official"
        assert "profile" not in role["meta"]
        assert (role["practitioner"], role["organization"]) == (
            {"reference": "Practitioner/p"},
            {"reference": "Organization/c"},
        )
        own = "urn:cpts-model:belonging"
        assert codes(role["code"]) == [[(own, code)], [(own, "associe")], [(R23, "L")]]

    def test_an_organisation_is_affiliated(self) -> None:
        member = Organisation(id="o", kind=OrganisationKind.EHPAD, finess_category="500", finess="990000010")
        (made,) = resources(self.cpts(member, partner=False), "OrganizationAffiliation")
        assert (made["organization"]["reference"], made["participatingOrganization"]["reference"]) == (
            "Organization/c",
            "Organization/o",
        )
        assert codes(made["code"])[0] == [("http://hl7.org/fhir/organization-role", "member")]
        organisation = resources(self.cpts(member), "Organization")[1]
        assert codes(organisation["type"])[:2] == [[(R66, "500")], [(R397, "500")]]
        assert codes(organisation["type"])[2:] == [[("urn:cpts-model:organisation-kind", "ehpad")]]

    def test_a_mere_partner_has_no_code_of_a_member(self) -> None:
        (made,) = resources(self.cpts(Organisation(id="o"), partner=True), "OrganizationAffiliation")
        assert codes(made["code"]) == [[("urn:cpts-model:belonging", "partenaire")]]

    def test_somebody_who_is_no_professional_is_marked(self) -> None:
        told = self.cpts(Person(id="u", name="Usagère inventée", role=PersonRole.USAGER))
        (made,) = resources(told, "Practitioner")
        assert (made["meta"]["tag"][0]["code"], "qualification" in made) == ("non-official", False)
        (role,) = resources(told, "PractitionerRole")
        assert codes(role["code"])[-1] == [("urn:cpts-model:person-role", "usager")]


class TestSas:
    def test_the_organization_of_a_cpts(self) -> None:
        made = sas_organization(CPTS(id="c", name="CPTS inventée", finess="990000010"))
        assert made.resource == {
            "resourceType": "Organization",
            "id": "c",
            "meta": {
                "profile": [
                    "https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/sas-cpts-organization-aggregator"
                ]
            },
            "identifier": [
                {
                    "type": {"coding": [{"system": V2_0203, "code": "IDNST"}]},
                    "system": "urn:oid:1.2.250.1.71.4.2.2",
                    "value": "1990000010",
                }
            ],
            "name": "CPTS inventée",
        }

    def test_a_number_of_corsica_is_written_and_warned_about(self) -> None:
        for number in ("2A0000014", "2B0000012"):
            made = sas_organization(CPTS(id="c", finess=number))
            assert made.resource["identifier"][0]["value"] == f"1{number}"
            assert "Corsica" in made.warnings[0].en
            assert "Corse" in made.warnings[0].fr

    def test_a_wrong_key_is_warned_about(self) -> None:
        made = sas_organization(CPTS(id="c", finess="010012962"))
        assert [warning.en for warning in made.warnings] == [
            "the key of the FINESS number is wrong: it is written as it is"
        ]
        assert sas_organization(CPTS(id="c", finess="010012961")).warnings == ()

    @pytest.mark.parametrize(
        ("told", "why"),
        [
            (MaisonDeSante(id="m", finess="990000010"), "only a CPTS"),
            (CPTS(id="c"), "FINESS number is needed"),
            (CPTS(id="c", finess=None), "FINESS number is needed"),
            (CPTS(id="c", finess="12"), "FINESS number is needed"),
        ],
    )
    def test_others_have_no_such_form(self, told: Any, why: str) -> None:
        with pytest.raises(NoSasForm, match=why) as raised:
            sas_organization(told)
        assert raised.value.structure_id == told.id


class TestWriting:
    def test_a_bundle_is_a_collection_whose_references_resolve(self) -> None:
        bundle = to_fhir(CPTS(id="c", members=(Membership(member=Person(id="u")),))).bundle
        assert (bundle["resourceType"], bundle["type"]) == ("Bundle", "collection")
        addresses = [entry["fullUrl"] for entry in bundle["entry"]]
        assert addresses[:2] == [
            f"https://cpts-model.invalid/fhir/{one}" for one in ("Organization/c", "Practitioner/u")
        ]

    def test_a_file_of_another_name_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(UnknownFormat):
            to_fhir(CPTS(id="c")).write(tmp_path / "c.xml")
        assert list(tmp_path.iterdir()) == []

    def test_what_is_no_structure_is_refused(self) -> None:
        with pytest.raises(TypeError, match="not a Person"):
            to_fhir([Person(id="p")])  # type: ignore[list-item]
        with pytest.raises(TypeError, match="not a Structure"):
            to_fhir(Structure(id="s"))

    def test_a_text_of_several_lines_is_left_out_and_told(self) -> None:
        export = to_fhir(CPTS(id="c", name="CPTS\ninventée"))
        assert ["name" in one for one in export.resources] == [False]
        assert [lost.path for lost in export.left_out] == ["name"]

    def test_an_id_that_no_dossier_holds_is_refused(self) -> None:
        with pytest.raises(BadDossier, match="invisible character"):
            to_fhir(CPTS(id="c\u200b"))
        with pytest.raises(BadDossier, match="blank"):
            to_fhir(CPTS(id=" "))

    def test_two_structures_of_one_id_are_refused(self) -> None:
        with pytest.raises(BadDossier, match="has this id already") as raised:
            to_fhir([CPTS(id="c"), CPTS(id="d"), CPTS(id="c")])
        assert [fault.path for fault in raised.value.faults] == ["$[2].id"]

    def test_nothing_is_nothing(self) -> None:
        assert from_fhir(to_fhir([]).bundle).structures == ()
