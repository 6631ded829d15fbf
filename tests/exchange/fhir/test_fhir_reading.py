"""Resources of others: the examples, the codes and addresses of the field, and everything that can be wrong.

The people and the numbers are invented.
"""

import copy
import gzip
import io
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest

from cpts_model import (
    CPTS,
    ESP,
    SISA,
    UNKNOWN,
    BadDossier,
    CentreDeSante,
    LegalForm,
    MaisonDeSante,
    Membership,
    Mode,
    Organisation,
    OrganisationKind,
    Profession,
    Professional,
)
from cpts_model.exchange.fhir import FhirReading, Outcome, from_fhir, loads_fhir, read_fhir, to_fhir
from shared_data import shared

NOS = "https://mos.esante.gouv.fr/NOS/"
G15 = f"{NOS}TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante"
R02 = f"{NOS}TRE_R02-SecteurActivite/FHIR/TRE-R02-SecteurActivite"
R04 = f"{NOS}TRE_R04-TypeSavoirFaire/FHIR/TRE-R04-TypeSavoirFaire"
R09 = f"{NOS}TRE_R09-CategorieProfessionnelle/FHIR/TRE-R09-CategorieProfessionnelle"
R13 = f"{NOS}TRE_R13-Commune/FHIR/TRE-R13-Commune"
R21 = f"{NOS}TRE_R21-Fonction/FHIR/TRE-R21-Fonction"
R22 = f"{NOS}TRE_R22-GenreActivite/FHIR/TRE-R22-GenreActivite"
R23 = f"{NOS}TRE_R23-ModeExercice/FHIR/TRE-R23-ModeExercice"
R38 = f"{NOS}TRE_R38-SpecialiteOrdinale/FHIR/TRE-R38-SpecialiteOrdinale"
R66 = f"{NOS}TRE_R66-CategorieEtablissement/FHIR/TRE-R66-CategorieEtablissement"
R72 = f"{NOS}TRE_R72-FinessStatutJuridique/FHIR/TRE-R72-FinessStatutJuridique"
R85 = f"{NOS}TRE_R85-RolePriseCharge/FHIR/TRE-R85-RolePriseCharge"
R291 = f"{NOS}TRE_R291-AutreProfession/FHIR/TRE-R291-AutreProfession"
R397 = "https://smt.esante.gouv.fr/fhir/CodeSystem/tre-r397-categorie-entite-geographique-exercice"
V2_3307 = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-3307"
V2_0203 = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203"
MEMBER = ("http://hl7.org/fhir/organization-role", "member")
FINESS, SIRENE = "https://finess.esante.gouv.fr", "https://sirene.fr"


def concept(*codes: tuple[str, str]) -> dict[str, Any]:
    return {"coding": [{"system": system, "code": code} for system, code in codes]}


def number(system: str, value: str, kind: str | None = None) -> dict[str, Any]:
    return {"system": system, "value": value} | ({"type": concept((V2_0203, kind))} if kind else {})


def organization(*types: tuple[str, str], id: str = "o", **told: Any) -> dict[str, Any]:
    return {"resourceType": "Organization", "id": id, "type": [concept(one) for one in types]} | told


def practitioner(*qualifications: dict[str, Any], id: str = "p", **told: Any) -> dict[str, Any]:
    held = [{"code": one} for one in qualifications]
    return {"resourceType": "Practitioner", "id": id, "qualification": held} | told


def role(*codes: tuple[str, str], **told: Any) -> dict[str, Any]:
    return {
        "resourceType": "PractitionerRole",
        "practitioner": {"reference": "Practitioner/p"},
        "code": [concept(one) for one in codes],
    } | told


def affiliation(*codes: tuple[str, str], **told: Any) -> dict[str, Any]:
    return {
        "resourceType": "OrganizationAffiliation",
        "organization": {"reference": "Organization/c"},
        "participatingOrganization": {"reference": "Organization/o"},
        "code": [concept(one) for one in codes],
    } | told


def read(*resources: Any, all_members: bool = False) -> FhirReading:
    """The resources as one bundle of a server, that have been through JSON."""
    entries = [{"resource": one} for one in resources]
    bundle = {"resourceType": "Bundle", "type": "searchset", "entry": entries}
    return from_fhir(json.loads(json.dumps(bundle)), all_members=all_members)


def zipped(*names: str) -> bytes:
    """A zip archive that holds files of these names."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return held.getvalue()


def notes(found: FhirReading) -> list[str]:
    return [note.text.en for note in found.notes]


def faults(*resources: Any) -> list[tuple[str, str]]:
    with pytest.raises(BadDossier) as raised:
        read(*resources)
    return [(fault.path, fault.message) for fault in raised.value.faults]


CPTS_TYPES = ((V2_3307, "GEOGRAPHICAL-ENTITY"), (R66, "604"))


class TestExamples:
    def test_the_example_of_a_cpts_by_itself(self) -> None:
        found = read_fhir(shared("fhir") / "Organization-ex-cpts.json")
        (cpts,) = found.structures
        assert (cpts.name, cpts.finess, cpts.finess_ej) == ("CPTS DU VERDON", "040006280", UNKNOWN)
        assert "$.partOf" in [note.path for note in found.notes]

    def test_the_six_examples_together(self) -> None:
        found = read_fhir(*sorted(shared("fhir").glob("*.json")), all_members=True)
        msp = Organisation(
            id="ex-msp",
            name="MSP FICTIVE",
            kind=OrganisationKind.MAISON_DE_SANTE,
            finess="990000010",
            finess_category="603",
        )
        joined = Membership(member=msp, joined_on=date(2024, 1, 1), partner=False)
        assert found.structures == (
            CPTS(
                id="ex-cpts",
                name="CPTS DU VERDON",
                legal_form=LegalForm.ASSOCIATION,
                finess="040006280",
                finess_ej="040006272",
                siret="85375643500014",
                members=(joined,),
            ),
            MaisonDeSante(id="ex-msp", name="MSP FICTIVE", finess="990000010"),
        )
        (doctor,) = found.professionals
        assert isinstance(doctor, Professional)
        assert doctor == Professional(
            id="ex-medecin-generaliste",
            name="Camille EXEMPLE",
            professions=(Profession.MEDECIN,),
            savoir_faire=("SM54",),
            mode=Mode.LIBERAL,
            rpps="10002909371",
        )
        assert found.organisations == ()
        assert "situation of practice, which is no membership" in " ".join(notes(found))

    def test_an_example_that_refers_elsewhere_says_so(self) -> None:
        with pytest.raises(BadDossier) as raised:
            read_fhir(shared("fhir") / "PractitionerRole-ex-situation-exercice.json")
        assert [fault.path for fault in raised.value.faults] == ["$.practitioner", "$.organization"]
        assert raised.value.source is not None

    @pytest.mark.parametrize("name", ["Practitioner-ex-medecin-generaliste", "Organization-ex-msp"])
    def test_an_example_that_stands_alone(self, name: str) -> None:
        found = read_fhir(shared("fhir") / f"{name}.json")
        assert len(found.structures) + len(found.professionals) == 1

    def test_what_was_read_is_written_and_read_alike(self) -> None:
        found = read_fhir(*sorted(shared("fhir").glob("*.json")), all_members=True)
        assert from_fhir(to_fhir(found.structures).bundle).structures == found.structures


class TestOrganizations:
    @pytest.mark.parametrize(
        ("category", "kind"),
        [("604", CPTS), ("603", MaisonDeSante), ("124", CentreDeSante), ("439", CentreDeSante)],
    )
    @pytest.mark.parametrize(
        "system", [R66, R397, R66.replace("https", "http"), R66.upper(), f"{R66}|20260505"]
    )
    def test_a_category_is_a_structure_however_its_address_is_written(
        self, system: str, category: str, kind: Any
    ) -> None:
        assert read(organization((system, category))).structures == (kind(id="o"),)

    def test_another_category_is_an_organisation(self) -> None:
        found = read(organization((R66, "500"), name="EHPAD inventé"))
        assert found.organisations == (
            Organisation(id="o", name="EHPAD inventé", kind=OrganisationKind.EHPAD, finess_category="500"),
        )
        assert found.structures == ()

    def test_two_categories_are_a_fault(self) -> None:
        assert [path for path, _ in faults(organization((R66, "604"), (R397, "603")))] == [
            "$.entry[0].resource.type[1].coding[0].code"
        ]

    def test_a_category_that_is_no_code_is_noted(self) -> None:
        found = read(organization((R66, "CPTS")))
        assert found.organisations == (Organisation(id="o"),)
        assert notes(found) == [f"code that stands for nothing here, not kept ({R66!r})"]

    def test_a_sisa_is_told_by_its_status_as_a_legal_entity(self) -> None:
        sisa = organization(
            (V2_3307, "LEGAL-ENTITY"), (R72, "80"), identifier=[number(FINESS, "990000028", "FINEJ")]
        )
        assert read(sisa).structures == (SISA(id="o", legal_form=LegalForm.SISA, finess_ej="990000028"),)
        assert read(organization((R72, "80"))).structures == ()

    def test_the_sisa_above_a_maison_de_sante_carries_it(self) -> None:
        sisa = organization((V2_3307, "LEGAL-ENTITY"), (R72, "80"), id="s", name="SISA inventée")
        msp = organization((R66, "603"), id="m", partOf={"reference": "Organization/s"})
        assert read(sisa, msp).structures == (
            MaisonDeSante(id="m", sisa=SISA(id="s", name="SISA inventée", legal_form=LegalForm.SISA)),
        )

    def test_two_maisons_de_sante_of_one_sisa_and_the_numbers_of_an_entity(self) -> None:
        sisa = organization((V2_3307, "LEGAL-ENTITY"), (R72, "80"), id="s")
        above = {"reference": "Organization/s"}
        told = SISA(id="s", legal_form=LegalForm.SISA)
        found = read(sisa, *(organization((R66, "603"), id=one, partOf=above) for one in "mn"))
        assert found.structures == (MaisonDeSante(id="m", sisa=told), MaisonDeSante(id="n", sisa=told))
        entity = organization((V2_3307, "LEGAL-ENTITY"), id="e", identifier=[number(SIRENE, "123456782")])
        found = read(entity, organization(*CPTS_TYPES, id="c", partOf={"reference": "Organization/e"}))
        assert notes(found) == ["SIREN or SIRET number of the legal entity not kept"]

    def test_the_legal_entity_of_a_centre_de_sante_is_its_manager(self) -> None:
        entity = organization(
            (V2_3307, "LEGAL-ENTITY"), (R72, "47"), id="g", identifier=[number(FINESS, "990000028", "FINEJ")]
        )
        centre = organization((R66, "124"), id="c", partOf={"reference": "Organization/g"})
        manager = Organisation(id="g", legal_form=LegalForm.MUTUELLE, finess="990000028")
        assert read(centre, entity).structures == (
            CentreDeSante(id="c", manager=manager, finess_ej="990000028"),
        )

    def test_a_legal_entity_far_above_is_found_and_another_part_is_noted(self) -> None:
        entity = organization((V2_3307, "LEGAL-ENTITY"), (R72, "62"), id="e")
        between = organization(id="b", partOf={"reference": "Organization/e"})
        cpts = organization(*CPTS_TYPES, id="c", partOf={"reference": "Organization/b"})
        found = read(cpts, between, entity)
        assert found.structures == (CPTS(id="c", legal_form=LegalForm.ASSOCIATION_DROIT_LOCAL),)
        assert [one.id for one in found.organisations] == ["b"]
        alone = read(cpts, organization(id="b"))
        assert notes(alone) == ["part of an organization that is not told to be a legal entity"]
        assert alone.structures == (CPTS(id="c"),)

    def test_an_esp_is_told_by_the_code_of_this_library_alone(self) -> None:
        assert read(organization(("urn:cpts-model:structure-kind", "esp"))).structures == (ESP(id="o"),)

    @pytest.mark.parametrize(
        ("identifier", "told"),
        [
            (
                [number(FINESS, "990000010", "FINEG"), number(FINESS, "990000028", "FINEJ")],
                ("990000010", "990000028"),
            ),
            ([number(FINESS, "990000010")], ("990000010", UNKNOWN)),
            ([number("http://FINESS.esante.gouv.fr/", "990000010")], ("990000010", UNKNOWN)),
            ([number("urn:oid:1.2.250.1.71.4.2.2", "1990000010", "IDNST")], ("990000010", UNKNOWN)),
            ([number("URN:OID:1.2.250.1.71.4.2.2", "1990000010")], ("990000010", UNKNOWN)),
            (
                [number("urn:oid:1.2.250.1.71.4.2.2", "1990000010"), number(FINESS, "990000010", "FINEG")],
                ("990000010", UNKNOWN),
            ),
            ([], (UNKNOWN, UNKNOWN)),
        ],
    )
    def test_finess_numbers(self, identifier: Any, told: tuple[Any, Any]) -> None:
        (found,) = read(organization((R66, "604"), identifier=identifier)).structures
        assert (found.finess, found.finess_ej) == told

    @pytest.mark.parametrize(
        ("identifier", "siren", "siret"),
        [
            ([number(SIRENE, "123456782")], "123456782", UNKNOWN),
            ([number(SIRENE, "85375643500014")], UNKNOWN, "85375643500014"),
            ([number(SIRENE, "12", "SIREN"), number(SIRENE, "34", "SIRET")], "12", "34"),
            ([number("urn:oid:1.2.250.1.71.4.2.2", "2123456782")], "123456782", UNKNOWN),
            ([number("urn:oid:1.2.250.1.71.4.2.2", "385375643500014")], UNKNOWN, "85375643500014"),
        ],
    )
    def test_sirene_numbers(self, identifier: Any, siren: Any, siret: Any) -> None:
        (found,) = read(organization(identifier=identifier)).organisations
        assert (found.siren, found.siret) == (siren, siret)

    def test_a_siren_of_a_structure_is_noted(self) -> None:
        found = read(organization(*CPTS_TYPES, identifier=[number(SIRENE, "123456782")]))
        assert notes(found) == ["SIREN number of a structure not kept"]

    @pytest.mark.parametrize(
        ("identifier", "note"),
        [
            ({"value": "1"}, "identifier without system, not kept"),
            ({"system": FINESS}, "identifier without value, not kept"),
            (number("urn:example", "1"), "system not known here, not kept: 'urn:example'"),
            (number(SIRENE, "12"), "identifier of another type, not kept"),
            (number("https://rppsrang.esante.gouv.fr", "1"), "identifier of another type, not kept"),
            (number("urn:oid:1.2.250.1.71.4.2.2", "412345"), "national identifier of another type, not kept"),
        ],
    )
    def test_identifiers_that_are_no_facts_are_noted(self, identifier: Any, note: str) -> None:
        assert notes(read(organization(identifier=[identifier]))) == [note]

    def test_two_numbers_of_one_kind_are_a_fault(self) -> None:
        told = [number(FINESS, "990000010", "FINEG"), number(FINESS, "990000028", "FINEG")]
        assert [path for path, _ in faults(organization(identifier=told))] == [
            "$.entry[0].resource.identifier[1].value"
        ]

    @pytest.mark.parametrize(
        ("code", "form", "said"),
        [
            (
                "60",
                LegalForm.ASSOCIATION,
                ["several legal statuses are of this form: the code itself is not kept"],
            ),
            ("62", LegalForm.ASSOCIATION_DROIT_LOCAL, []),
            ("64", LegalForm.OTHER, ["several legal statuses are of this form: the code itself is not kept"]),
            ("999", UNKNOWN, [f"code that stands for nothing here, not kept ({R72!r})"]),
            ("000", UNKNOWN, [f"code that stands for nothing here, not kept ({R72!r})"]),
            ("100", UNKNOWN, [f"code that stands for nothing here, not kept ({R72!r})"]),
        ],
    )
    def test_legal_status(self, code: str, form: Any, said: list[str]) -> None:
        found = read(organization((R72, code)))
        assert (found.organisations[0].legal_form, notes(found)) == (form, said)

    def test_the_sector_is_noted_unless_the_category_says_the_same(self) -> None:
        assert notes(read(organization((R66, "603"), (R02, "SA52")))) == []
        assert notes(read(organization((R66, "604"), (R02, "SA57")))) == [
            "sector of activity (TRE_R02) not kept"
        ]

    def commune(self, *codes: str) -> list[dict[str, Any]]:
        url = "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-address-insee-code"
        return [{"extension": [{"url": url, "valueCoding": {"system": R13, "code": code}}]} for code in codes]

    def test_the_commune_of_the_seat(self) -> None:
        found = read(organization(*CPTS_TYPES, address=self.commune("33063", "33063")))
        assert found.structures == (CPTS(id="o", seat_commune="33063"),)
        several = read(organization(*CPTS_TYPES, address=self.commune("33063", "33281")))
        assert (several.structures, notes(several)) == (
            (CPTS(id="o"),),
            ["addresses in several communes, not kept"],
        )
        none = read(organization(*CPTS_TYPES, address=self.commune("Bordeaux")))
        assert notes(none) == ["code of a commune that is none, not kept"]

    def test_an_old_address_is_not_the_seat(self) -> None:
        (old,) = self.commune("33063")
        found = read(organization(*CPTS_TYPES, address=[old | {"use": "old"}, *self.commune("33281")]))
        assert found.structures == (CPTS(id="o", seat_commune="33281"),)
        assert notes(found) == ["address: old, or that ends, not kept"]

    def test_what_others_call_a_district_is_not_a_departement(self) -> None:
        found = read(organization(*CPTS_TYPES, address=[{"district": "13", "city": "Paris"}]))
        assert found.structures == (CPTS(id="o"),)
        assert notes(found) == [
            "element Organization.address.district not kept",
            "element Organization.address.city not kept",
        ]

    def opened(self, category: str, **period: str) -> FhirReading:
        url = "http://hl7.org/fhir/StructureDefinition/organization-period"
        return read(organization((R66, category), extension=[{"url": url, "valuePeriod": period}]))

    def test_a_period_that_tells_none(self) -> None:
        url = "http://hl7.org/fhir/StructureDefinition/organization-period"
        assert read(organization((R66, "124"), extension=[{"url": url}])).structures == (
            CentreDeSante(id="o"),
        )

    def test_the_opening_of_a_centre_de_sante_in_a_register_is_no_fact(self) -> None:
        found = self.opened("124", start="1904-04-04")
        assert found.structures == (CentreDeSante(id="o"),)
        assert notes(found) == [
            "opening date of the centre de santé not kept: in registers it may be a filler, and rules "
            "turn on it; to be told in the dossier"
        ]

    def test_the_opening_of_a_centre_de_sante_of_our_own_is_a_fact(self) -> None:
        told = CentreDeSante(id="o", opened_on=date(2024, 5, 6))
        found = read(*to_fhir(told).resources)
        assert (found.structures, notes(found)) == ((told,), [])

    def test_an_opening_is_not_the_day_of_formation(self) -> None:
        found = self.opened("604", start="2024-05-06", end="2025-01-01")
        assert found.structures == (CPTS(id="o"),)
        assert notes(found) == [
            "closing date not kept",
            "opening date not kept: it is not the day of formation",
        ]


class TestPractitioners:
    def one(self, *told: Any, **others: Any) -> tuple[Professional, list[str]]:
        found = read(practitioner(*told, **others))
        (made,) = found.professionals
        assert isinstance(made, Professional)
        return made, notes(found)

    @pytest.mark.parametrize(
        ("code", "profession"),
        [
            ((G15, "10"), Profession.MEDECIN),
            ((G15.replace("https", "http"), "60"), Profession.INFIRMIER),
            (("TRE_G15-ProfessionSante", "26"), Profession.AUDIOPROTHESISTE),
            ((f"{NOS}TRE_R95-UsagerTitre/FHIR/TRE-R95-UsagerTitre", "93"), Profession.PSYCHOLOGUE),
        ],
    )
    def test_professions(self, code: tuple[str, str], profession: Profession) -> None:
        assert self.one(concept(code, (R09, "C"))) == (Professional(id="p", professions=(profession,)), [])

    def test_a_deprecated_code_is_mapped_and_told(self) -> None:
        made, said = self.one(concept((G15, "35")))
        assert made.professions == (Profession.AIDE_SOIGNANT,)
        assert said == [
            f"code TRE_G15#35, deprecated since 2024-12-13: read as {Profession.AIDE_SOIGNANT.label.en}"
        ]
        (note,) = read(practitioner(concept((G15, "35")))).notes
        assert note.text.fr == "code TRE_G15#35, obsolète depuis le 13/12/2024 : lu comme aide-soignant"
        assert note.outcome is Outcome.OTHERWISE

    def test_a_profession_not_understood_leaves_them_all_unknown(self) -> None:
        made, said = self.one(concept((G15, "10")), concept((G15, "00")))
        assert made.professions is UNKNOWN
        assert said == [f"code that stands for nothing here, not kept ({G15!r})"]

    def test_a_student_holds_no_profession_yet(self) -> None:
        made, said = self.one(concept((G15, "10"), (R09, "E")))
        assert (made.professions, said) == (UNKNOWN, ["profession of a student, not kept"])

    def test_a_profession_that_ends_is_not_kept(self) -> None:
        told = practitioner()
        told["qualification"] = [{"code": concept((G15, "10")), "period": {"end": "2020-01-01"}}, {}]
        found = read(told)
        assert (found.professionals, notes(found)) == (
            (Professional(id="p"),),
            ["qualification: old, or that ends, not kept"],
        )

    def test_a_profession_by_role_is_told_by_a_situation_of_practice(self) -> None:
        alone, said = self.one(concept((R291, "99")))
        assert alone.professions is UNKNOWN
        assert said == ["profession told by a role (TRE_R291#99), and the role is not told"]
        together = read(practitioner(concept((R291, "99"))), role((R85, "314")))
        assert together.professionals == (Professional(id="p", professions=(Profession.AMBULANCIER,)),)

    def test_savoir_faire(self) -> None:
        general = concept((R04, "S"), (R38, "SM54"))
        assert self.one(general)[0].savoir_faire == ("SM54",)
        assert self.one(concept((R38, "SI01")))[0].savoir_faire == ("SI01",)
        assert self.one(general, concept((R38, "SM00")))[0].savoir_faire is UNKNOWN
        made, said = self.one(concept((R04, "CAPA"), (R38, "SM18")))
        assert (made.savoir_faire, said) == (
            UNKNOWN,
            ["savoir-faire other than a speciality of the order, not kept"],
        )

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            ({"text": "Ada Inventée", "family": "X"}, "Ada Inventée"),
            ({"prefix": ["DR"], "given": ["Ada", "Eve"], "family": "INVENTÉE"}, "Ada Eve INVENTÉE"),
            ({"family": "INVENTÉE"}, "INVENTÉE"),
            ({"prefix": ["DR"]}, UNKNOWN),
        ],
    )
    def test_names(self, name: Any, told: Any) -> None:
        assert self.one(name=[name])[0].name == told

    def test_the_usual_name_is_taken_and_the_others_are_told(self) -> None:
        names = [
            {"use": "old", "text": "Ada Ancienne"},
            {"use": "maiden", "text": "Ada Née"},
            {"use": "usual", "text": "Ada Inventée"},
            {"text": "Ada Passée", "period": {"end": "2020-01-01"}},
        ]
        made, said = self.one(name=names)
        assert made.name == "Ada Inventée"
        assert said == ["name: old, or that ends, not kept", "another name, not kept"]
        assert self.one(name=[names[0]])[0].name is UNKNOWN

    def test_an_old_number_is_not_the_number(self) -> None:
        old = number("https://rpps.esante.gouv.fr", "10999000010") | {"use": "old"}
        ended = number("https://rpps.esante.gouv.fr", "10999000028") | {"period": {"end": "2020-01-01"}}
        now = number("https://rpps.esante.gouv.fr", "10999000002")
        made, said = self.one(identifier=[old, ended, now])
        assert (made.rpps, said) == ("10999000002", ["identifier: old, or that ends, not kept"])
        assert self.one(identifier=[old])[0].rpps is UNKNOWN

    def test_the_rpps_number_may_be_told_by_the_national_one_alone(self) -> None:
        told = [number("urn:oid:1.2.250.1.71.4.2.1", "810999000002", "IDNPS")]
        assert self.one(identifier=told)[0].rpps == "10999000002"
        both = [*told, number("https://rpps.esante.gouv.fr", "10999000010")]
        assert self.one(identifier=both)[0].rpps == "10999000010"

    def test_elements_that_are_not_read_are_noted(self) -> None:
        assert self.one(gender="female", birthDate="1970-01-01")[1] == [
            "element Practitioner.gender not kept",
            "element Practitioner.birthDate not kept",
        ]


class TestSituations:
    def read(self, *roles: Any) -> tuple[Professional, list[str]]:
        found = read(practitioner(), *roles)
        (made,) = found.professionals
        assert isinstance(made, Professional)
        return made, [note for note in notes(found) if not note.startswith("situation of practice")]

    def test_how_somebody_practises(self) -> None:
        told = role((R23, "S"), (R22, "GENR02"), identifier=[number("https://www.ameli.fr", "331234567")])
        made, said = self.read(told)
        assert (made.mode, made.substitute, made.numero_am, said) == (Mode.SALARIE, True, "331234567", [])

    @pytest.mark.parametrize("code", [(R22, "GENR02"), (R22, "GENR03"), (R21, "FON-22")])
    def test_who_substitutes(self, code: tuple[str, str]) -> None:
        assert self.read(role(code))[0].substitute is True
        assert self.read(role((R22, "GENR01")))[0].substitute is UNKNOWN
        made, said = self.read(role(code), role((R22, "GENR01")))
        assert (made.substitute, said) == (
            UNKNOWN,
            ["substitute in one situation of practice and not in another, not kept"],
        )

    @pytest.mark.parametrize("over", [{"active": False}, {"period": {"end": "2015-12-31"}}])
    def test_a_situation_that_is_over_says_nothing_of_now(self, over: dict[str, Any]) -> None:
        made, said = self.read(role((R23, "S"), (R22, "GENR02"), **over), role((R23, "L")))
        assert (made.mode, made.substitute) == (Mode.LIBERAL, UNKNOWN)
        assert "situation inactive, or that ends, not kept" in said

    def test_two_modes_leave_it_unknown(self) -> None:
        made, said = self.read(role((R23, "S")), role((R23, "L")))
        assert (made.mode, said) == (
            UNKNOWN,
            ["several values from one situation to another (mode), not kept"],
        )
        made, said = self.read(role((R23, "S"), (R23, "L")))
        assert (made.mode, said) == (UNKNOWN, ["several modes of practice, not kept"])
        made, said = self.read(role((R23, "X")))
        assert (made.mode, said) == (UNKNOWN, [f"code that stands for nothing here, not kept ({R23!r})"])

    def test_a_situation_makes_nobody_a_member(self) -> None:
        found = read(
            organization(*CPTS_TYPES, id="c"),
            practitioner(),
            role(organization={"reference": "Organization/c"}),
        )
        assert found.structures == (CPTS(id="c"),)
        assert found.professionals == (Professional(id="p"),)


class TestMemberships:
    def period(self, active: bool | None = True, **period: Any) -> tuple[Any, Any, list[str]]:
        told = affiliation(MEMBER, period=period) | ({} if active is None else {"active": active})
        found = read(organization(*CPTS_TYPES, id="c"), organization(), told, all_members=True)
        (structure,) = found.structures
        (one,) = structure.members
        return one.joined_on, one.left_on, notes(found)

    def test_members_of_others_may_not_be_all(self) -> None:
        told = (organization(*CPTS_TYPES, id="c"), organization(), affiliation(MEMBER))
        found = read(*told)
        assert found.structures == (CPTS(id="c"),)
        assert [(note.text.en, note.path, note.times) for note in found.notes] == [
            (
                "membership not kept: nothing says that all those of the structure are here (if they all are: --all-members)",
                "$.entry[2].resource",
                1,
            )
        ]
        assert found.organisations == (Organisation(id="o"),)

    def test_whoever_calls_may_say_that_all_members_are_there(self) -> None:
        told = (organization(*CPTS_TYPES, id="c"), organization(), affiliation(MEMBER))
        found = read(*told, all_members=True)
        assert found.structures[0].members == (Membership(member=Organisation(id="o"), partner=False),)
        assert (found.organisations, found.notes) == ((), ())
        # A structure of which no member is there may have some all the same.
        assert read(told[0], all_members=True).structures == (CPTS(id="c"),)

    @pytest.mark.parametrize("left_out", range(3))
    @pytest.mark.parametrize("all_members", [False, True])
    def test_a_list_that_misses_somebody_is_not_the_list(self, left_out: int, *, all_members: bool) -> None:
        members = tuple(Membership(member=Professional(id=one), left_on=None) for one in "pqr")
        resources = to_fhir(CPTS(id="c", members=members)).resources
        gone = [one for one in resources if one["resourceType"] == "PractitionerRole"][left_out]
        found = read(*(one for one in resources if one is not gone), all_members=all_members)
        assert found.structures == (CPTS(id="c"),)
        assert len(found.professionals) == 3
        assert notes(found) == [
            "list told to be whole of which resources are missing (or too many), not kept"
        ]

    def test_a_list_known_to_be_empty_is_not_an_unknown_one(self) -> None:
        for told in (SISA(id="s", members=()), SISA(id="s", salaried=()), SISA(id="s")):
            assert read(*to_fhir(told).resources).structures == (told,)

    def test_another_link_of_organisations_is_no_membership(self) -> None:
        found = read(organization(*CPTS_TYPES, id="c"), organization(), affiliation((MEMBER[0], "payer")))
        assert found.structures == (CPTS(id="c"),)
        assert notes(found) == ["link of organisations other than a membership, not kept"]

    def test_a_member_of_what_is_no_structure_is_noted(self) -> None:
        found = read(organization(id="c"), organization(), affiliation(MEMBER))
        assert notes(found) == [
            "memberships of an organisation that is no structure of coordinated care, not kept"
        ]

    def test_a_period_lasts_through_its_last_day(self) -> None:
        assert self.period(start="2024-01-01", end="2024-02-29") == (date(2024, 1, 1), date(2024, 3, 1), [])
        assert self.period(start="2024-01-01", end="2024-01-01") == (date(2024, 1, 1), date(2024, 1, 2), [])

    def test_a_period_without_end_does_not_say_that_it_still_runs(self) -> None:
        """By FHIR's definition no end was known or planned when the resource was written: no word on the days after."""
        assert self.period(start="2024-01-01")[1] is UNKNOWN
        assert self.period(None, start="2024-01-01")[1] is UNKNOWN
        assert self.period(False, start="2024-01-01")[1:] == (
            UNKNOWN,
            ["resource told to be inactive (active: false)"],
        )
        assert self.period()[:2] == (UNKNOWN, UNKNOWN)

    @pytest.mark.parametrize("partial", ["2024", "2024-05"])
    def test_a_year_or_a_month_is_no_day(self, partial: str) -> None:
        note = "date without a day (a year, a month), not kept"
        assert self.period(start=partial, end="2024-06-30") == (UNKNOWN, date(2024, 7, 1), [note])
        assert self.period(start="2024-01-01", end=partial) == (date(2024, 1, 1), UNKNOWN, [note])

    def test_an_instant_in_local_time_is_the_day_written_in_it(self) -> None:
        start, end, said = self.period(start="2024-05-01T00:00:00+02:00", end="2024-05-31T23:59:59.999+02:00")
        assert (start, end, said) == (date(2024, 5, 1), date(2024, 6, 1), [])
        assert self.period(start="2024-05-01", end="2024-06-01T00:00:00+02:00")[1] == date(2024, 6, 1)
        assert self.period(start="2024-05-01", end="2024-06-01T00:00:00.5-04:00")[1] == date(2024, 6, 2)

    @pytest.mark.parametrize("zone", ["Z", "+00:00", "-00:00"])
    def test_an_instant_in_universal_time_is_no_sure_day(self, zone: str) -> None:
        start, _, said = self.period(start=f"2024-04-30T22:00:00{zone}")
        assert (start, said) == (
            UNKNOWN,
            ["instant in universal time, of which the day in France is not sure, not kept"],
        )

    def test_the_last_day_of_the_calendar_has_no_morrow(self) -> None:
        assert self.period(start="2024-01-01", end="9999-12-31") == (
            date(2024, 1, 1),
            UNKNOWN,
            ["end that no day of the calendar follows, not kept"],
        )
        assert self.period(start="2024-01-01", end="9999-12-30")[1] == date(9999, 12, 31)

    def test_an_employee_of_what_is_no_sisa_is_noted(self) -> None:
        employed = role(("urn:cpts-model:belonging", "salarie"), organization={"reference": "Organization/c"})
        found = read(organization(*CPTS_TYPES, id="c"), practitioner(), employed)
        assert found.structures == (CPTS(id="c"),)
        assert notes(found) == ["employed by a structure that is no SISA, not kept"]


class TestReferences:
    def linked(self, reference: Any, **entry: Any) -> FhirReading:
        cpts = organization(*CPTS_TYPES, id="c", partOf=reference)
        entity = organization(
            (V2_3307, "LEGAL-ENTITY"), (R72, "62"), id="e", identifier=[number(FINESS, "990000028", "FINEJ")]
        )
        entries = [{"resource": cpts}, {"resource": entity} | entry]
        return from_fhir({"resourceType": "Bundle", "entry": entries})

    @pytest.mark.parametrize(
        "reference",
        [
            {"reference": "Organization/e"},
            {"reference": "Organization/e/_history/3"},
            {"reference": "https://server.example/fhir/Organization/e"},
            {"reference": "urn:uuid:7f8ba9b8-2f36-4a40-9d9c-0d4b7cf1a8f1"},
            {"identifier": {"system": "http://finess.esante.gouv.fr", "value": "990000028"}},
            {
                "reference": "https://server.example/fhir/Organization/77",
                "identifier": {"system": FINESS, "value": "990000028"},
            },
        ],
    )
    def test_references_of_every_form(self, reference: Any) -> None:
        found = self.linked(reference, fullUrl="urn:uuid:7f8ba9b8-2f36-4a40-9d9c-0d4b7cf1a8f1")
        assert found.structures == (
            CPTS(id="c", legal_form=LegalForm.ASSOCIATION_DROIT_LOCAL, finess_ej="990000028"),
        )

    @pytest.mark.parametrize(
        "reference",
        [
            {"reference": "Organization/z"},
            {"reference": "Organization/" + "e" * 3000},
            {"reference": "https://server.example/fhir/Organization/z"},
            {"reference": "https://server.example/Organisation"},
            {"display": "e"},
            {"identifier": {"system": FINESS, "value": "000000000"}},
        ],
    )
    def test_part_of_what_was_not_read_is_told_and_is_no_fault(self, reference: Any) -> None:
        found = self.linked(reference)
        assert found.structures == (CPTS(id="c"),)
        (note,) = found.notes
        assert (note.path, note.outcome) == ("$.entry[0].resource.partOf", Outcome.NOT_KEPT)
        assert note.text.en == (
            "part of an organization (partOf) that is not among what was read: link not kept"
        )

    @pytest.mark.parametrize("reference", [{"reference": "Practitioner/z"}, {"reference": 3}])
    def test_part_of_what_can_be_none_is_a_fault(self, reference: Any) -> None:
        with pytest.raises(BadDossier) as raised:
            self.linked(reference)
        assert {fault.path for fault in raised.value.faults} <= {
            "$.entry[0].resource.partOf",
            "$.entry[0].resource.partOf.reference",
        }

    @pytest.mark.parametrize("all_members", [False, True])
    @pytest.mark.parametrize("element", ["organization", "participatingOrganization"])
    def test_a_membership_of_somebody_not_read_is_a_fault(self, element: str, *, all_members: bool) -> None:
        """Without it the list of members could not be told from a whole one."""
        told = affiliation(MEMBER, **{element: {"reference": "Organization/z"}})
        with pytest.raises(BadDossier, match="no resource read here") as raised:
            read(organization(*CPTS_TYPES, id="c"), organization(), told, all_members=all_members)
        assert [fault.path for fault in raised.value.faults] == [f"$.entry[2].resource.{element}"]

    def test_a_reference_to_a_contained_resource_says_what_to_do(self) -> None:
        with pytest.raises(BadDossier, match="contained resource, and those are not read"):
            self.linked({"reference": "#e"})

    def test_an_identifier_of_two_resources_refers_to_neither(self) -> None:
        same = [number(FINESS, "990000028")]
        reference = {"identifier": number(FINESS, "990000028")}
        told = [
            organization(id="a", identifier=same),
            organization(id="b", identifier=same),
            organization(partOf=reference),
        ]
        assert [path for path, _ in faults(*told)] == ["$.entry[2].resource.partOf"]

    def test_a_role_of_nobody_and_a_reference_to_another_type_are_faults(self) -> None:
        nobody = {"resourceType": "PractitionerRole"}
        wrong = role(practitioner={"reference": "Organization/o"})
        assert faults(organization(), nobody, wrong) == [
            (
                "$.entry[1].resource.practitioner",
                "it refers to nothing (a reference to Practitioner is needed)",
            ),
            ("$.entry[2].resource.practitioner", "it refers to another type of resource than Practitioner"),
        ]
        assert (
            faults(organization(), affiliation(MEMBER, organization={}))[0][0]
            == "$.entry[1].resource.organization"
        )

    def test_two_resources_of_one_id_are_a_fault(self) -> None:
        assert [path for path, _ in faults(organization(), organization())] == ["$.entry[1].resource.id"]

    def test_two_structures_of_one_dossier_id_are_a_fault(self) -> None:
        """A register that held both could not be read again."""
        own = [number("urn:cpts-model:id:structure", "x")]
        told = [organization(*CPTS_TYPES, id=one, identifier=own) for one in "ab"]
        assert [path for path, _ in faults(*told)] == ["$.entry[1].resource.identifier"]

    def test_circles_are_faults(self) -> None:
        itself = organization(partOf={"reference": "Organization/o"})
        assert [path for path, _ in faults(itself)] == ["$.entry[0].resource.partOf"]
        ring = [
            organization(
                *CPTS_TYPES, id=f"r{place}", partOf={"reference": f"Organization/r{(place + 1) % 3}"}
            )
            for place in range(3)
        ]
        assert len(faults(*ring)) == 1
        tail = organization(*CPTS_TYPES, partOf={"reference": "Organization/r0"})
        assert len(faults(tail, *ring)) == 1

    def test_ids_that_two_types_share_are_told_apart(self) -> None:
        found = read(organization(id="1"), practitioner(id="1"), practitioner(id="organization-1"))
        assert [one.id for one in found.organisations] == ["1"]
        assert [one.id for one in found.professionals] == ["practitioner-1", "organization-1"]

    def test_resources_without_id_have_one_of_their_place(self) -> None:
        found = read({"resourceType": "Practitioner"}, organization(*CPTS_TYPES, id="x") | {"id": None})
        assert (found.professionals[0].id, found.structures[0].id) == ("practitioner-1", "organization-2")


SOUND = to_fhir(
    SISA(
        id="s",
        name="SISA",
        legal_form=LegalForm.SISA,
        finess=None,
        members=(
            Membership(
                member=Professional(id="p", name="Ada", rpps=None), joined_on=date(2024, 1, 1), left_on=None
            ),
            Membership(member=Organisation(id="o", kind=OrganisationKind.DAC)),
        ),
    )
).resources


def broken(kind: str, change: dict[str, Any]) -> list[dict[str, Any]]:
    told = copy.deepcopy(list(SOUND))
    next(one for one in told if one["resourceType"] == kind).update(change)
    return told


class TestFaults:
    @pytest.mark.parametrize(
        ("kind", "change", "place", "message"),
        [
            ("Organization", {"name": 3}, "name", "it holds no text"),
            ("Organization", {"name": "a\nb"}, "name", "it holds a control character"),
            (
                "Organization",
                {"name": "a\ud800"},
                "name",
                "it holds a control character, or half a character",
            ),
            ("Organization", {"name": " "}, "name", "it is blank"),
            ("Organization", {"active": "true"}, "active", "true or false stands here"),
            ("Organization", {"id": "a b"}, "id", "an id of FHIR is 1 to 64"),
            ("Organization", {"type": {}}, "type", "a list stands here in FHIR"),
            ("Organization", {"type": ["x"]}, "type[0]", "an object stands here in FHIR"),
            (
                "Organization",
                {"modifierExtension": []},
                "modifierExtension",
                "it changes what the resource means",
            ),
            ("Organization", {"implicitRules": "x"}, "implicitRules", "it changes what the resource means"),
            ("Organization", {"partOf": "x"}, "partOf", "an object stands here in FHIR"),
            ("Practitioner", {"name": [{"given": "Ada"}]}, "name[0].given", "a list of texts stands here"),
            ("Practitioner", {"name": [{"given": [1]}]}, "name[0].given", "one of its texts"),
            (
                "Organization",
                {"type": [concept(("urn:cpts-model:structure-kind", "cpts"))]},
                "type[0].coding[0].code",
                "it is no word of this library",
            ),
            (
                "Organization",
                {"type": [concept(("urn:cpts-model:legal-form", "club"))]},
                "type[0].coding[0].code",
                "it is no word of this library",
            ),
            (
                "Organization",
                {"type": [concept(("urn:cpts-model:organisation-kind", "club"))]},
                "type[0].coding[0].code",
                "it is no word of this library",
            ),
            (
                "PractitionerRole",
                {"code": [concept(("urn:cpts-model:belonging", "ami"))]},
                "code[0].coding[0].code",
                "it is no word of this library",
            ),
            (
                "PractitionerRole",
                {"code": [concept(("urn:cpts-model:person-role", "ami"))]},
                "code[0].coding[0].code",
                "it is no word of this library",
            ),
            (
                "Organization",
                {"extension": [{"url": "urn:cpts-model:extension:known-absent", "valueCode": "name"}]},
                "extension[0].valueCode",
                "no fact that could be absent is called so here",
            ),
            (
                "Organization",
                {"extension": [{"url": "urn:cpts-model:extension:known-absent", "valueCode": "legal_form"}]},
                "extension",
                "a fact is told here, and told to be absent",
            ),
            (
                "Organization",
                {"extension": [{"url": "urn:cpts-model:extension:members", "valueUnsignedInt": "2"}]},
                "extension[0].valueUnsignedInt",
                "a whole number stands here",
            ),
            (
                "Organization",
                {"extension": [{"url": "urn:cpts-model:extension:members", "valueUnsignedInt": -1}]},
                "extension[0].valueUnsignedInt",
                "a whole number stands here",
            ),
            (
                "Organization",
                {
                    "extension": [
                        {"url": "urn:cpts-model:extension:members", "valueUnsignedInt": one} for one in (2, 3)
                    ]
                },
                "extension[1]",
                "another count of the same list",
            ),
            (
                "Practitioner",
                {"identifier": [number("https://rpps.esante.gouv.fr", "1")]},
                "extension",
                "a fact is told here, and told to be absent",
            ),
            (
                "Organization",
                {"identifier": [number("urn:cpts-model:id:structure", one) for one in "ab"]},
                "identifier[1]",
                "a second id of a dossier",
            ),
            (
                "Organization",
                {"identifier": [number("urn:cpts-model:id:structure", "a ")]},
                "identifier[0].value",
                "it begins or ends with a space",
            ),
            (
                "PractitionerRole",
                {"period": {"start": "2024-13-01"}},
                "period.start",
                "it is not a date of FHIR",
            ),
            (
                "PractitionerRole",
                {"period": {"start": "1/2/2024"}},
                "period.start",
                "it is not a date of FHIR",
            ),
            (
                "PractitionerRole",
                {"period": {"start": "2024-02-01", "end": "2024-01-01"}},
                "period.end",
                "the period ends before it begins",
            ),
        ],
    )
    def test_a_fault_names_its_place_and_quotes_nothing(
        self, kind: str, change: dict[str, Any], place: str, message: str
    ) -> None:
        told = broken(kind, change)
        position = next(index for index, one in enumerate(told) if one["resourceType"] == kind)
        found = faults(*told)
        assert (f"$.entry[{position}].resource.{place}") in [path for path, _ in found]
        said = next(text for path, text in found if path.endswith(f".{place}"))
        assert said.startswith(message)

    def test_two_stays_of_one_member_at_the_same_time(self) -> None:
        again = next(one for one in SOUND if one["resourceType"] == "PractitionerRole") | {"id": "again"}
        whole = {"url": "urn:cpts-model:extension:members", "valueUnsignedInt": 3}
        told = broken("Organization", {"extension": [whole]})
        ((path, message),) = faults(*told, again)
        assert path == f"$.entry[{len(SOUND)}].resource"
        assert "run at the same time" in message
        assert "Ada" not in message

    def test_facts_that_contradict_one_another(self) -> None:
        sisa = to_fhir(MaisonDeSante(id="m", sisa=SISA(id="s"))).resources
        absent = [{"url": "urn:cpts-model:extension:known-absent", "valueCode": "legal_form"}]
        ((path, message),) = faults(sisa[0], sisa[1] | {"extension": absent})
        assert (path, message) == ("$.entry[1].resource", "what is told of sisa contradicts the rest")

    @pytest.mark.parametrize("data", [None, [], "Bundle", 3, {}, {"resourceType": 3}, {"resourceType": ""}])
    def test_what_is_no_resource(self, data: Any) -> None:
        with pytest.raises(BadDossier):
            from_fhir(data)

    def test_what_holds_itself_or_is_too_deep(self) -> None:
        ring: dict[str, Any] = {"resourceType": "Bundle"}
        ring["entry"] = [ring]
        with pytest.raises(BadDossier, match="levels deep"):
            from_fhir(ring)
        with pytest.raises(BadDossier, match="levels deep"):
            loads_fhir('{"resourceType":' + "[" * 100 + "]" * 100 + "}")

    def test_no_more_than_a_thousand_kinds_of_notes(self) -> None:
        found = read({"resourceType": "Organization"} | {f"k{place}": 1 for place in range(1500)})
        assert len(found.notes) == 1001
        assert (found.notes[-1].text.en[:27], found.notes[-1].times) == ("other elements not kept, to", 500)

    def test_what_may_be_a_name_is_not_quoted(self) -> None:
        """A text that has slipped into the place of a type or of a system."""
        found = read({"resourceType": "Ada Inventée"}, organization(("Ada Inventée", "x")))
        assert notes(found) == [
            "resource of a type that FHIR has not, not kept",
            "system that is no address, not kept",
        ]

    def test_other_resources_and_codes_are_noted(self) -> None:
        found = read(
            {"resourceType": "HealthcareService"},
            {"resourceType": "HealthcareService"},
            organization(("urn:example", "x")),
        )
        assert [(note.text.en, note.times) for note in found.notes] == [
            ("resource HealthcareService not kept", 2),
            ("system not known here, not kept: 'urn:example'", 1),
        ]
        half = organization() | {"type": [{"coding": [{"code": "x"}]}]}
        assert notes(read(half)) == ["code without system, or system without code"]
        empty = from_fhir({"resourceType": "Bundle", "entry": [{"fullUrl": "urn:x"}]})
        assert notes(empty) == ["entry without resource"]


class TestFiles:
    def test_lines_have_numbers(self, tmp_path: Path) -> None:
        lines = ['{"resourceType": "Basic"}', "", "{", '{"resourceType": "Organization", "name": 1}', "[]"]
        (tmp_path / "r.ndjson").write_text("\n".join(lines))
        for read_them in (
            lambda: read_fhir(tmp_path / "r.ndjson"),
            lambda: loads_fhir("\n".join(lines), "ndjson"),
        ):
            with pytest.raises(BadDossier) as raised:
                read_them()
            assert [(fault.line, fault.path) for fault in raised.value.faults] == [
                (3, "$"),
                (4, "$.name"),
                (5, "$"),
            ]

    def test_notes_name_the_line(self) -> None:
        found = loads_fhir('\n{"resourceType": "Basic"}\n', "ndjson")
        assert [(note.line, note.times) for note in found.notes] == [(2, 1)]

    def test_several_files_are_named(self, tmp_path: Path) -> None:
        for name in "ab":
            (tmp_path / f"{name}.json").write_text('{"resourceType": "Organization", "name": 1}')
        with pytest.raises(BadDossier) as raised:
            read_fhir(tmp_path / "a.json", tmp_path / "b.json")
        assert [fault.path for fault in raised.value.faults] == [
            f"{tmp_path / name}: $.name" for name in ("a.json", "b.json")
        ]

    def test_keys_that_stand_twice(self) -> None:
        with pytest.raises(BadDossier, match="stands twice"):
            loads_fhir('{"resourceType": "Basic", "id": "a", "id": "b"}')

    def test_a_line_that_is_too_long(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("cpts_model.exchange.fhir.reading.MAX_BYTES", 30)
        (tmp_path / "r.ndjson").write_text(f'{{"resourceType": "{"x" * 60}"}}\n{{"resourceType": "Basic"}}')
        with pytest.raises(BadDossier, match=r"line 1.*longer than 30 bytes"):
            read_fhir(tmp_path / "r.ndjson")

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (zipped("xl/workbook.xml"), "it is an Excel workbook"),
            (zipped("docProps/app.xml", "word/document.xml"), "it is a Word document"),
            (zipped("membres.json"), "it is a zip archive: decompress it first"),
            (gzip.compress(b"{}"), "it is compressed with gzip: decompress it first"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "it is an older Excel workbook"),
            (b"%PDF-1.7\n", "it is a PDF document"),
        ],
    )
    @pytest.mark.parametrize("form", ["json", "ndjson"])
    def test_what_is_no_text_is_named_once(
        self, content: bytes, said: str, form: Literal["json", "ndjson"], tmp_path: Path
    ) -> None:
        file = tmp_path / f"r.{form}"
        file.write_bytes(content)
        for read_it in (lambda: read_fhir(file), lambda: loads_fhir(content, form)):
            with pytest.raises(BadDossier) as raised:
                read_it()
            ((path, message),) = [(fault.path, fault.message) for fault in raised.value.faults]
            assert (path, said in message) == ("$", True), message

    def test_of_several_files_the_one_that_is_no_text_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").write_text('{"resourceType": "Basic"}')
        (tmp_path / "b.json").write_bytes(zipped("xl/workbook.xml"))
        with pytest.raises(BadDossier) as raised:
            read_fhir(tmp_path / "a.json", tmp_path / "b.json")
        assert [fault.path for fault in raised.value.faults] == [f"{tmp_path / 'b.json'}: $"]

    def test_a_folder_is_no_file(self, tmp_path: Path) -> None:
        with pytest.raises(BadDossier, match="only a regular file"):
            read_fhir(tmp_path)

    def test_no_more_than_a_thousand_faults(self) -> None:
        told = [organization(id="a b") for _ in range(1500)]
        found = faults(*told)
        assert len(found) == 1001
        assert "reading stopped after 1000 faults" in found[-1][1]
