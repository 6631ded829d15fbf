"""Members in spreadsheets on the command line: check, import, export."""

import json
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

from cpts_model import read_register
from register_file import AMONT, EXAMPLE, RIVE, copied, run

HEAD = "Nom;Prénom;Profession;N° RPPS;Date d'adhésion;Collège\n"
CLEAN = HEAD + "RÊVÉE;Odile;Infirmière;10101010105;12/03/2026;professionnels de santé\n"
DOUBTFUL = CLEAN + "SONGE;Paul;kiné ou ostéo;;31/02/2026;partenaires\n"
HEADING = DOUBTFUL + ";;MG;;;\n"
"""A line that holds a profession and nobody."""


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return copied(tmp_path)


def sheet(folder: Path, text: str) -> str:
    path = folder / "liste.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def into(register: Path, structure: str = RIVE) -> tuple[str, ...]:
    return ("--into", str(register), "--structure", structure)


class TestCheck:
    def test_a_clear_sheet_is_fine(self, tmp_path: Path) -> None:
        result = run("members", "check", sheet(tmp_path, CLEAN))
        assert result.exit_code == 0, result.output
        assert "numéro RPPS" in result.output
        assert "Aucun doute." in result.output

    def test_each_doubt_is_told_with_its_cell(self, tmp_path: Path) -> None:
        result = run("members", "check", sheet(tmp_path, DOUBTFUL))
        assert result.exit_code == 1
        assert "C3" in result.output
        assert "E3" in result.output
        assert "31/02/2026" in result.output

    def test_a_line_that_cannot_be_read_is_told(self, tmp_path: Path) -> None:
        result = run("members", "check", sheet(tmp_path, CLEAN + ";;MG;;;\n"))
        assert result.exit_code == 1
        assert "C3" in result.output

    def test_it_says_what_importing_would_do_and_writes_nothing(self, tmp_path: Path, register: Path) -> None:
        before = register.read_bytes()
        result = run("members", "check", sheet(tmp_path, CLEAN), *into(register))
        assert result.exit_code == 0, result.output
        assert "À ajouter (1)" in result.output
        assert register.read_bytes() == before

    def test_what_is_no_sheet_of_members(self, tmp_path: Path) -> None:
        result = run("members", "check", sheet(tmp_path, "a;b\n1;2\n"))
        assert result.exit_code == 2
        assert "liste.csv" in result.stderr

    def test_a_file_that_is_not_there(self) -> None:
        result = run("members", "check", "nowhere.xlsx")
        assert result.exit_code == 2
        assert "nowhere.xlsx" in result.stderr

    def test_json_for_programs(self, tmp_path: Path, register: Path) -> None:
        document = json.loads(
            run("members", "check", sheet(tmp_path, DOUBTFUL), *into(register), "--format", "json").stdout
        )
        assert document["members"] == 2
        assert {doubt["cell"] for doubt in document["doubts"]} == {"C3", "E3"}
        assert document["merge"]["added"] == ["rpps-10101010105", "paul-songe"]

    def test_what_a_cell_holds_cannot_command_the_terminal(self, tmp_path: Path, register: Path) -> None:
        text = HEAD + "\x1b[2JRÊVÉE;Odile\u202e;\x1b]0;x\x07kiné ou ostéo;;31/02/2026;\n"
        for command in (("check",), ("import", *into(register), "--dry-run")):
            result = run("members", command[0], sheet(tmp_path, text), *command[1:])
            assert "\x1b" not in result.output
            assert "\u202e" not in result.output

    def test_in_english(self, tmp_path: Path) -> None:
        assert "No doubt." in run("members", "check", sheet(tmp_path, CLEAN), "--lang", "en").output

    def test_month_first(self, tmp_path: Path, register: Path) -> None:
        text = HEAD + "RÊVÉE;Odile;Infirmière;;03/12/2026;\n"
        run("members", "import", sheet(tmp_path, text), *into(register), "--month-first")
        assert read_register(register).history("odile-revee")[0].membership.joined_on == date(2026, 3, 12)


class TestImport:
    def test_the_members_are_in_the_register_afterwards(self, tmp_path: Path, register: Path) -> None:
        result = run("members", "import", sheet(tmp_path, CLEAN), *into(register))
        assert result.exit_code == 0, result.output
        assert "Ajoutés (1)" in result.output
        (held,) = read_register(register).history("rpps-10101010105")
        assert (held.structure.id, held.membership.joined_on) == (RIVE, date(2026, 3, 12))

    def test_one_line_that_cannot_be_taken_and_none_is(self, tmp_path: Path, register: Path) -> None:
        before = register.read_bytes()
        result = run("members", "import", sheet(tmp_path, HEADING), *into(register))
        assert result.exit_code == 1
        assert "ligne 4 : " in result.output
        assert "--keep-going" in result.output
        assert "À ajouter (2)" in result.output
        assert register.read_bytes() == before

    def test_the_others_are_when_asked(self, tmp_path: Path, register: Path) -> None:
        result = run("members", "import", sheet(tmp_path, HEADING), *into(register), "--keep-going")
        assert result.exit_code == 1
        assert "ligne 4" in result.output
        assert "Ajoutés (2)" in result.output
        assert "2 à vérifier" in result.output
        assert len(read_register(register).history("paul-songe")) == 1

    def test_a_line_that_is_not_taken_is_told_with_its_name(self, tmp_path: Path, register: Path) -> None:
        path = sheet(tmp_path, HEAD + "FACTICE;Élise;pharmacienne;;;\n")
        output = run("members", "import", path, *into(register)).output
        assert "ligne 2 (Élise FACTICE) : porte le nom d'un membre déjà inscrit, « p-05 »" in output

    def test_once_more_tells_nothing_new(self, tmp_path: Path, register: Path) -> None:
        run("members", "import", sheet(tmp_path, CLEAN), *into(register))
        before = register.read_bytes()
        result = run("members", "import", sheet(tmp_path, CLEAN), *into(register))
        assert result.exit_code == 0
        assert "Rien à écrire" in result.output
        assert register.read_bytes() == before

    def test_a_line_matched_by_the_name_alone_is_told_to_be_checked(
        self, tmp_path: Path, register: Path
    ) -> None:
        said = "rapproché par le nom seulement : à vérifier"
        run("members", "import", sheet(tmp_path, "Nom;Prénom\nSONGE;Paul\n"), *into(register))
        more = sheet(tmp_path, "Nom;Prénom;Profession\nSONGE;Paul;Infirmier\n")
        assert said in run("members", "check", more, *into(register), "--same-names").output
        document = json.loads(
            run(
                "members", "import", more, *into(register), "--same-names", "--dry-run", "--format", "json"
            ).stdout
        )
        assert [one["by_name"] for one in document["completed"]] == [True]
        asked = run("members", "import", more, *into(register))
        assert asked.exit_code == 1
        assert "peut-être la même personne" in asked.output
        assert "--same-names" in asked.output
        result = run("members", "import", more, *into(register), "--same-names")
        assert result.exit_code == 0
        assert said in result.output
        told = "Identifiant dans le dossier;Nature du membre;Nom;Date d'adhésion\n"
        told += "paul-songe;professionnel;Paul SONGE;2026-03-12\n"
        result = run("members", "import", sheet(tmp_path, told), *into(register))
        assert "Complétés (1)" in result.output
        assert said not in result.output

    def test_a_sheet_completes_and_never_overwrites(self, tmp_path: Path, register: Path) -> None:
        text = "Identifiant dans le dossier;Nature du membre;Nom;Numéro RPPS;Date d'adhésion\n"
        completing = text + "p-01;professionnel;Apolline Fictive;10101010105;2020-01-15\n"
        result = run("members", "import", sheet(tmp_path, completing), *into(register))
        assert result.exit_code == 0, result.output
        assert "Complétés (1)" in result.output
        assert "numéro RPPS" in result.output
        contradicting = text + "p-01;professionnel;Apolline Fictive;10101010105;2020-01-16\n"
        before = register.read_bytes()
        result = run("members", "import", sheet(tmp_path, contradicting), *into(register), "--keep-going")
        assert result.exit_code == 1
        assert "date d'adhésion : 15/01/2020 au dossier, 16/01/2020 sur la feuille" in result.output
        assert "aucune ligne n'apporte" in result.output
        assert register.read_bytes() == before

    def test_a_dry_run_writes_nothing(self, tmp_path: Path, register: Path) -> None:
        before = register.read_bytes()
        result = run("members", "import", sheet(tmp_path, CLEAN), *into(register), "--dry-run")
        assert result.exit_code == 0
        assert "Rien n'est écrit" in result.output
        assert register.read_bytes() == before

    def test_the_day_of_the_list_proves_membership_that_day(self, tmp_path: Path, register: Path) -> None:
        text = "Nom;Prénom;Profession\nRÊVÉE;Odile;Infirmière\n"
        run("members", "import", sheet(tmp_path, text), *into(register), "--listed-on", "2026-06-30")
        roll = read_register(register).members_of(RIVE, on=date(2026, 6, 30))
        assert "odile-revee" in {one.member.id for one in roll}

    def test_a_namesake_of_another_structure_is_told_and_not_merged(
        self, tmp_path: Path, register: Path
    ) -> None:
        text = HEAD + "CHIMÈRE;Inès;Médecin;;12/03/2026;\n"
        result = run("members", "import", sheet(tmp_path, text), *into(register))
        assert result.exit_code == 0
        assert "Inès Chimère [p-09], CPTS Amont-Fictif" in result.output

    def test_an_id_of_another_structure_is_the_same_person_and_said_so(
        self, tmp_path: Path, register: Path
    ) -> None:
        text = HEAD + "RÊVÉE;Odile;Infirmière;10101010105;12/03/2026;\n"
        run("members", "import", sheet(tmp_path, text), *into(register))
        result = run("members", "import", sheet(tmp_path, text), *into(register, AMONT))
        assert result.exit_code == 0
        assert "tenus pour la même personne (1)" in result.output
        assert len(read_register(register).history("rpps-10101010105")) == 2

    def test_a_person_under_the_id_of_an_organisation_is_refused(
        self, tmp_path: Path, register: Path
    ) -> None:
        text = "Identifiant dans le dossier;Nature du membre;Nom\nmsp-quai;professionnel;Odile Rêvée\n"
        before = register.read_bytes()
        result = run("members", "import", sheet(tmp_path, text), *into(register, AMONT))
        assert result.exit_code == 2
        assert "nothing was written" in result.stderr
        assert register.read_bytes() == before

    def test_of_several_structures_one_is_named(self, tmp_path: Path, register: Path) -> None:
        result = run("members", "import", sheet(tmp_path, CLEAN), "--into", str(register))
        assert result.exit_code == 2
        assert "say --structure with one of 'cpts-rive'" in result.stderr

    def test_the_only_structure_needs_no_name(self, tmp_path: Path) -> None:
        dossier = tmp_path / "cpts.json"
        dossier.write_text('{"kind": "cpts", "id": "c", "about": "inventé", "members": []}', encoding="utf-8")
        assert run("members", "import", sheet(tmp_path, CLEAN), "--into", str(dossier)).exit_code == 0
        written = json.loads(dossier.read_text(encoding="utf-8"))
        assert written["about"] == "inventé"
        assert len(written["members"]) == 1

    def test_json_for_programs(self, tmp_path: Path, register: Path) -> None:
        result = run("members", "import", sheet(tmp_path, HEADING), *into(register), "--format", "json")
        document = json.loads(result.stdout)
        assert document["done"] is False
        assert [one["line"] for one in document["refused"]] == [4]


class TestExport:
    @pytest.mark.parametrize("name", ["membres.csv", "membres.xlsx"])
    def test_what_is_written_reads_back_as_the_same_members(
        self, name: str, tmp_path: Path, register: Path
    ) -> None:
        if name.endswith("xlsx"):
            pytest.importorskip("openpyxl")
        out = tmp_path / name
        result = run("members", "export", str(register), "--structure", RIVE, "-o", str(out))
        assert result.exit_code == 0, result.output
        assert str(out) in result.output.replace("\n", "")
        empty = tmp_path / "empty.json"
        empty.write_text('{"kind": "cpts", "id": "cpts-rive", "members": []}', encoding="utf-8")
        assert run("members", "import", str(out), "--into", str(empty)).exit_code == 0
        told = {one.id: one for one in read_register(EXAMPLE)}
        assert read_register(empty).structure(RIVE).members == told[RIVE].members

    def test_only_the_members_of_a_day(self, tmp_path: Path) -> None:
        out = tmp_path / "membres.csv"
        run("members", "export", str(EXAMPLE), "--structure", AMONT, "--on", "2024-06-17", "-o", str(out))
        text = out.read_text(encoding="utf-8")
        assert "Inès Chimère" in text
        assert "Katell Fabulée" not in text  # excluded that day

    def test_a_name_that_is_a_formula_is_written_as_text(self, tmp_path: Path) -> None:
        dossier = tmp_path / "cpts.json"
        dossier.write_text(
            '{"kind": "cpts", "id": "c", "members": [{"member": {"kind": "person", "id": "u", "name": "=1+1"}}]}',
            encoding="utf-8",
        )
        out = tmp_path / "membres.csv"
        assert run("members", "export", str(dossier), "-o", str(out)).exit_code == 0
        assert '"\'=1+1"' in out.read_text(encoding="utf-8")

    @pytest.mark.parametrize("name", ["membres.pdf", "absent/membres.csv"])
    def test_a_sheet_that_cannot_be_written(self, name: str, tmp_path: Path) -> None:
        result = run("members", "export", str(EXAMPLE), "--structure", RIVE, "-o", str(tmp_path / name))
        assert result.exit_code == 2
        assert "nothing was written" in result.stderr

    def test_members_that_nobody_told_make_no_sheet(self, tmp_path: Path) -> None:
        dossier = tmp_path / "cpts.json"
        dossier.write_text('{"kind": "cpts", "id": "c"}', encoding="utf-8")
        assert run("members", "export", str(dossier), "-o", str(tmp_path / "m.csv")).exit_code == 2
