"""FHIR in and out, on the command line. The people are invented."""

import json
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

from typer.testing import CliRunner, Result

from cpts_model import CPTS, MaisonDeSante, Membership, Person, Professional, read_dossier
from cpts_model.cli import app
from cpts_model.exchange.dossier import dumps_dossier, read_structures, write_dossier, write_structures


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(one) for one in arguments])


TOLD = CPTS(
    id="cpts",
    name="CPTS inventée",
    finess="2A0000014",
    members=(
        Membership(member=Professional(id="p", name="Ada", rpps="10999000002"), left_on=None, consented=True),
    ),
)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "cpts.json"
    write_dossier(TOLD, path)
    return path


class TestExport:
    def test_tells_what_is_written_and_what_is_not(self, dossier: Path, tmp_path: Path) -> None:
        made = tmp_path / "fhir.json"
        result = run("export", "fhir", dossier, "-o", made)
        assert result.exit_code == 0, result.output
        assert result.output.splitlines()[0] == "3 ressources FHIR R4"
        assert "  a consenti à adhérer : 1 fois (members[].consented)" in result.output.splitlines()
        assert result.output.splitlines()[-1] == f"Écrit : {made}"
        assert [one["resource"]["resourceType"] for one in json.loads(made.read_text("utf-8"))["entry"]] == [
            "Organization",
            "Practitioner",
            "PractitionerRole",
        ]

    def test_in_english_a_resource_a_line(self, dossier: Path, tmp_path: Path) -> None:
        made = tmp_path / "fhir.ndjson"
        result = run("export", "fhir", dossier, "-o", made, "--lang", "en")
        assert "To know:" in result.output
        assert "Facts that these resources do not carry (1):" in result.output
        assert "  consented to join: once (members[].consented)" in result.output.splitlines()
        assert len(made.read_text("utf-8").splitlines()) == 3

    def test_as_json(self, dossier: Path, tmp_path: Path) -> None:
        made = tmp_path / "fhir.json"
        told = json.loads(run("export", "fhir", dossier, "-o", made, "--format", "json").output)
        assert (told["output"], told["resources"]) == (str(made), 3)
        assert told["left_out"] == [
            {
                "path": "members[].consented",
                "label": {"fr": "a consenti à adhérer", "en": "consented to join"},
                "times": 1,
            }
        ]
        assert set(told["warnings"][0]) == {"fr", "en"}

    def test_nothing_to_tell(self, tmp_path: Path) -> None:
        write_dossier(CPTS(id="c"), tmp_path / "c.json")
        result = run("export", "fhir", tmp_path / "c.json", "-o", tmp_path / "f.json")
        assert result.output == f"1 ressource FHIR R4\nÉcrit : {tmp_path / 'f.json'}\n"

    def test_sas(self, dossier: Path, tmp_path: Path) -> None:
        made = tmp_path / "sas.json"
        result = run("export", "fhir", dossier, "-o", made, "--sas")
        assert result.exit_code == 0
        assert "Corse" in result.output
        (entry,) = json.loads(made.read_text("utf-8"))["entry"]
        assert entry["resource"]["identifier"][0]["value"] == "12A0000014"

    def test_sas_knows_a_cpts_alone(self, tmp_path: Path) -> None:
        write_dossier(MaisonDeSante(id="m", finess="990000010"), tmp_path / "m.json")
        result = run("export", "fhir", tmp_path / "m.json", "-o", tmp_path / "sas.json", "--sas")
        assert (result.exit_code, "only a CPTS has this form" in result.output) == (2, True)
        assert not (tmp_path / "sas.json").exists()

    def test_people_are_hidden_when_asked(self, dossier: Path, tmp_path: Path) -> None:
        (tmp_path / "key").write_bytes(b"0123456789abcdef0123456789abcdef")
        made = tmp_path / "f.json"
        assert run("export", "fhir", dossier, "-o", made, "--pseudonymise", tmp_path / "key").exit_code == 0
        assert "Ada" not in made.read_text("utf-8")
        assert "rpps.esante.gouv.fr" not in made.read_text("utf-8")

    def test_the_file_read_is_not_written_over_and_others_are_refused(
        self, dossier: Path, tmp_path: Path
    ) -> None:
        before = dossier.read_bytes()
        assert run("export", "fhir", dossier, "-o", dossier).exit_code == 2
        assert run("export", "fhir", dossier, "-o", tmp_path / "f.xml").exit_code == 2
        assert run("export", "fhir", tmp_path / "none.json", "-o", tmp_path / "f.json").exit_code == 2
        assert dossier.read_bytes() == before
        assert list(tmp_path.iterdir()) == [dossier]

    @pytest.mark.parametrize("name", ["f.json", "f.ndjson"])
    @pytest.mark.parametrize("form", [(), ("--sas",)])
    def test_an_earlier_export_is_replaced(
        self, dossier: Path, tmp_path: Path, name: str, form: tuple[str, ...]
    ) -> None:
        assert run("export", "fhir", dossier, "-o", tmp_path / name, *form).exit_code == 0
        first = (tmp_path / name).read_bytes()
        write_dossier(CPTS(id="autre", name="Autre CPTS", finess="990000010"), dossier)
        assert run("export", "fhir", dossier, "-o", tmp_path / name, *form).exit_code == 0
        assert (tmp_path / name).read_bytes() != first

    @pytest.mark.parametrize(
        "content",
        [
            dumps_dossier(CPTS(id="mien", name="Ma CPTS")),
            '{"resourceType": "Bundle", "type": "searchset", "entry": [{"fullUrl": "https://annuaire.example/1"}]}',
            '{"resourceType": "Bundle", "type": "collection", "entry": [{"fullUrl": "https://annuaire.example/1"}]}',
            '{"resourceType": "Bundle", "type": "collection", "entry": ["x"]}',
            '{"resourceType": "Organization", "identifier": [{"system": "https://sirene.fr"}]}',
            '{"resourceType": "Organization", "meta": {"tag": [{"system": "urn:x"}]}}',
            "[]",
            "{",
            "",
        ],
    )
    @pytest.mark.parametrize("name", ["f.json", "f.ndjson"])
    def test_no_other_file_is_replaced(self, dossier: Path, tmp_path: Path, name: str, content: str) -> None:
        (tmp_path / name).write_text(content, "utf-8")
        result = run("export", "fhir", dossier, "-o", tmp_path / name)
        assert (
            result.exit_code,
            "it is there already, and is no FHIR export made here" in result.output,
        ) == (
            2,
            True,
        )
        assert (tmp_path / name).read_text("utf-8") == content

    def test_an_export_with_a_line_of_somebody_else_is_none(self, dossier: Path, tmp_path: Path) -> None:
        made = tmp_path / "f.ndjson"
        run("export", "fhir", dossier, "-o", made)
        made.write_text(made.read_text("utf-8") + '{"resourceType": "Organization"}\n', "utf-8")
        assert run("export", "fhir", dossier, "-o", made).exit_code == 2

    def test_an_export_that_cannot_be_looked_through_is_not_replaced(
        self, dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("cpts_model.exchange.fhir.exported.MAX_BYTES", 200)
        for name in ("f.json", "f.ndjson"):
            assert run("export", "fhir", dossier, "-o", tmp_path / name).exit_code == 0
            before = (tmp_path / name).read_bytes()
            assert run("export", "fhir", dossier, "-o", tmp_path / name).exit_code == 2
            assert (tmp_path / name).read_bytes() == before

    def test_a_folder_is_not_replaced(self, dossier: Path, tmp_path: Path) -> None:
        (tmp_path / "f.json").mkdir()
        assert run("export", "fhir", dossier, "-o", tmp_path / "f.json").exit_code == 2

    def test_a_label_comes_before_how_often(self, tmp_path: Path) -> None:
        write_dossier(
            MaisonDeSante(
                id="m",
                members=tuple(
                    Membership(member=Professional(id=one), signed_projet_on=date(2024, 1, 2)) for one in "pq"
                ),
            ),
            tmp_path / "m.json",
        )
        result = run("export", "fhir", tmp_path / "m.json", "-o", tmp_path / "f.json")
        assert "  a signé le projet de santé le : 2 fois (members[].signed_projet_on)" in result.output


class TestImport:
    @pytest.fixture
    def resources(self, dossier: Path, tmp_path: Path) -> Path:
        run("export", "fhir", dossier, "-o", tmp_path / "fhir.json")
        return tmp_path / "fhir.json"

    def test_what_was_exported_is_brought_in(self, resources: Path, tmp_path: Path) -> None:
        made = tmp_path / "back.json"
        result = run("import", "fhir", resources, "-o", made)
        assert result.exit_code == 0, result.output
        assert result.output == f"Lu : 1 structure, 1 adhésion\nÉcrit : {made}\n"
        back = read_dossier(made)
        assert (back.id, back.finess, len(back.members)) == ("cpts", "2A0000014", 1)

    @pytest.mark.parametrize("dry_run", [(), ("--dry-run",)])
    def test_a_dossier_that_is_there_is_never_written_over(
        self, resources: Path, dossier: Path, dry_run: tuple[str, ...]
    ) -> None:
        before = dossier.read_bytes()
        result = run("import", "fhir", resources, "-o", dossier, *dry_run)
        assert (result.exit_code, "it is there already" in result.output) == (2, True)
        assert dossier.read_bytes() == before

    def test_what_is_taken_otherwise_or_in_part_is_told_apart(self, tmp_path: Path) -> None:
        nos = "https://mos.esante.gouv.fr/NOS"
        g15 = f"{nos}/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante"
        category = {"system": "TRE_R66-CategorieEtablissement", "code": "604"}
        told = [
            {"resourceType": "Organization", "id": "c", "type": [{"coding": [category]}], "telecom": []},
            {
                "resourceType": "Practitioner",
                "id": "p",
                "qualification": [{"code": {"coding": [{"system": g15, "code": "35"}]}}],
            },
            {"resourceType": "PractitionerRole", "practitioner": {"reference": "Practitioner/p"}},
        ]
        (tmp_path / "r.ndjson").write_text("\n".join(map(json.dumps, told)))
        import_them = ("import", "fhir", tmp_path / "r.ndjson", "-o", tmp_path / "c.json", "--dry-run")
        lines = run(*import_them).output.splitlines()
        assert lines[2:8] == [
            "Lu autrement :",
            "  1 × code TRE_G15#35, obsolète depuis le 13/12/2024 : lu comme aide-soignant "
            "($.qualification[0].code.coding[0].code, ligne 2)",
            "Repris en partie :",
            "  1 × situation d'exercice, qui n'est pas une adhésion : seuls le mode, le remplacement, le rôle "
            "et le numéro AM en sont repris ($, ligne 3)",
            "Lu, et non repris :",
            "  1 × élément Organization.telecom non repris ($.telecom, ligne 1)",
        ]
        notes = json.loads(run(*import_them, "--format", "json").output)["notes"]
        assert {note["outcome"] for note in notes} == {"otherwise", "in-part", "not-kept"}

    def test_an_organization_by_itself_is_read(self, tmp_path: Path) -> None:
        category = {"system": "TRE_R66-CategorieEtablissement", "code": "604"}
        told = {
            "resourceType": "Organization",
            "type": [{"coding": [category]}],
            "partOf": {"reference": "Organization/ej"},
        }
        (tmp_path / "o.json").write_text(json.dumps(told))
        result = run("import", "fhir", tmp_path / "o.json", "-o", tmp_path / "c.json")
        assert result.exit_code == 0, result.output
        assert result.output.splitlines()[2] == (
            "  1 × fait partie d'une organisation (partOf) qui n'est pas parmi ce qui a été lu : lien non repris ($.partOf)"
        )

    def test_several_structures_make_a_register_or_lines(self, tmp_path: Path) -> None:
        told = (CPTS(id="a"), CPTS(id="b", members=(Membership(member=Person(id="u")),)))
        write_structures(told, tmp_path / "r.json")
        run("export", "fhir", tmp_path / "r.json", "-o", tmp_path / "f.ndjson")
        for name in ("back.json", "back.jsonl"):
            assert run("import", "fhir", tmp_path / "f.ndjson", "-o", tmp_path / name).exit_code == 0
            assert read_structures(tmp_path / name) == told

    def test_notes_are_told_in_both_languages(self, tmp_path: Path) -> None:
        category = {"system": "TRE_R66-CategorieEtablissement", "code": "604"}
        cpts = {"resourceType": "Organization", "type": [{"coding": [category]}], "telecom": []}
        (tmp_path / "o.ndjson").write_text(json.dumps(cpts))
        (tmp_path / "p.json").write_text('{"resourceType": "Practitioner"}')
        both = (tmp_path / "o.ndjson", tmp_path / "p.json")
        result = run("import", "fhir", *both, "-o", tmp_path / "c.json", "--lang", "en", "--dry-run")
        assert result.output.splitlines() == [
            "Read: 1 structure",
            "Outside these structures, and in no dossier: 1 professional",
            "Read, and not kept:",
            f"  1 × element Organization.telecom not kept ({tmp_path / 'o.ndjson'}: $.telecom, line 1)",
            "Nothing is written (--dry-run).",
        ]
        assert not (tmp_path / "c.json").exists()
        told = json.loads(run("import", "fhir", *both, "-o", tmp_path / "c.json", "--format", "json").output)
        assert (told["structures"], told["professionals"], told["output"]) == (
            ["organization-1"],
            1,
            str(tmp_path / "c.json"),
        )
        assert told["notes"][0]["text"]["fr"] == "élément Organization.telecom non repris"

    def test_members_are_all_there_when_told_so(self, tmp_path: Path) -> None:
        category = {"system": "TRE_R66-CategorieEtablissement", "code": "604"}
        member = {"system": "http://hl7.org/fhir/organization-role", "code": "member"}
        told = [
            {"resourceType": "Organization", "id": "c", "type": [{"coding": [category]}]},
            {"resourceType": "Organization", "id": "o"},
            {
                "resourceType": "OrganizationAffiliation",
                "organization": {"reference": "Organization/c"},
                "participatingOrganization": {"reference": "Organization/o"},
                "code": [{"coding": [member]}],
            },
        ]
        (tmp_path / "r.ndjson").write_text("\n".join(map(json.dumps, told)))
        import_them = ("import", "fhir", tmp_path / "r.ndjson", "-o", tmp_path / "c.json")
        plain = run(*import_them).output
        assert plain.splitlines()[:2] == [
            "Lu : 1 structure",
            "Hors de ces structures, et dans aucun dossier : 1 organisation",
        ]
        (tmp_path / "c.json").unlink()
        assert "1 × adhésion non reprise : rien ne dit que toutes" in plain
        assert "--all-members" in plain
        assert run(*import_them, "--all-members").output.splitlines()[0] == ("Lu : 1 structure, 1 adhésion")
        assert len(read_dossier(tmp_path / "c.json").members) == 1

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ('{"resourceType": "Practitioner"}', "it holds no structure of coordinated care"),
            ("{", "not JSON"),
            ('{"resourceType": "Organization", "name": 1}', "$.name: it holds no text"),
        ],
    )
    def test_bad_input_ends_the_command(self, tmp_path: Path, text: str, said: str) -> None:
        (tmp_path / "bad.json").write_text(text)
        result = run("import", "fhir", tmp_path / "bad.json", "-o", tmp_path / "c.json")
        assert (result.exit_code, said in result.output) == (2, True), result.output
        assert not (tmp_path / "c.json").exists()

    def test_files_that_are_not_there_or_are_read_already(self, resources: Path, tmp_path: Path) -> None:
        missing = run("import", "fhir", resources, tmp_path / "none.json", "-o", tmp_path / "c.json")
        assert (missing.exit_code, "none.json" in missing.output) == (2, True)
        assert run("import", "fhir", resources, "-o", resources).exit_code == 2
        assert run("import", "fhir", resources, "-o", tmp_path / "c.xml").exit_code == 2
