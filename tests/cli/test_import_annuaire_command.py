"""The Annuaire Santé on the command line: who practises where, written, or brought into a dossier."""

import json
from pathlib import Path

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

from typer.testing import Result

from cpts_model import CPTS, Membership, Professional, Register, read_dossier, write_dossier, write_register
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.modes import Mode
from cpts_model.facts.professions import Profession
from exchange.annuaire.extract_file import (
    ENTITY,
    NAMES,
    ODILE,
    OTHER_SITE,
    PAUL,
    RITA,
    SIRET,
    SITE,
    cells,
    extract,
)
from register_file import copied, run
from shared_data import shared

SENTENCE = "L'Annuaire Santé dit qui exerce là ; il ne dit pas qui est membre."
HERE = {"finess": SITE, "commune": "04166"}
ROWS = (
    cells(ODILE, **HERE),
    cells(PAUL, profession="70", nom="SONGE", prenom="Paul", **HERE),
    cells(PAUL, profession="70", nom="SONGE", prenom="Paul", mode="S", finess=SITE, commune="04209"),
    cells(RITA, profession="10", nom="FICTIVE", prenom="Rita", finess=OTHER_SITE, commune="04209"),
)


@pytest.fixture
def annuaire(tmp_path: Path) -> Path:
    return extract(tmp_path, *ROWS)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "cpts.json"
    write_dossier(CPTS(id="cpts-inventee", members=(_member("p-1", rpps=ODILE, mode=Mode.SALARIE),)), path)
    return path


def _member(id: str, **facts: object) -> Membership:
    return Membership(member=Professional(id=id, **facts))


def members(path: Path) -> list[Professional]:
    return [one.member for one in read_dossier(path).members]


class TestShow:
    def test_who_practises_there(self, annuaire: Path) -> None:
        result = run("import", "annuaire", str(annuaire), "--structure", SITE)
        assert result.exit_code == 0, result.output
        assert "2 personnes trouvées" in result.output
        assert SENTENCE in result.output
        for word in ("Odile RÊVÉE", "infirmier", "libéral", f"rpps-{ODILE}", "Paul SONGE"):
            assert word in result.output
        assert "FICTIVE" not in result.output

    def test_what_stays_open_is_told_with_whose_it_is(self, annuaire: Path) -> None:
        result = run("import", "annuaire", str(annuaire), "--structure", SITE)
        at = result.output.splitlines().index(
            " Plusieurs modes d'exercice selon les activités (libéral, indépendant, salarié) : le mode reste inconnu."
        )
        assert result.output.splitlines()[at + 1].strip() == "Paul SONGE"

    def test_a_remark_of_many_names_some_of_them(self, tmp_path: Path) -> None:
        rows = [cells(f"109990000{place:02}", categorie="M", nom=f"N{place}", **HERE) for place in range(8)]
        result = run("import", "annuaire", str(extract(tmp_path, *rows)), "--commune", "04166")
        assert "Odile N5 … (+2)" in result.output

    @pytest.mark.parametrize(
        ("asked", "people"),
        [
            (("--commune", "04209"), 2),
            (("--departement", "04"), 3),
            (("--profession", "medecin"), 1),
            (("--structure", SITE, "--profession", "infirmier"), 1),
        ],
    )
    def test_filters(self, annuaire: Path, asked: tuple[str, ...], people: int) -> None:
        result = run("import", "annuaire", str(annuaire), *asked, "--format", "json")
        assert result.exit_code == 0
        assert len(json.loads(result.stdout)["people"]) == people

    def test_json_holds_the_activities_and_the_remarks(self, annuaire: Path) -> None:
        document = json.loads(
            run("import", "annuaire", str(annuaire), "--structure", SITE, "--format", "json").stdout
        )
        assert document["about"]["fr"] == SENTENCE
        odile, paul = document["people"]
        assert odile["professional"]["mode"] == "liberal"
        assert odile["activities"] == [
            {"mode": "liberal", "finess": SITE, "commune": "04166", "departement": "04"}
        ]
        assert odile["notes"] == []
        assert {note["fact"] for note in paul["notes"]} == {"mode", "practises_in"}

    def test_in_english(self, annuaire: Path) -> None:
        result = run("import", "annuaire", str(annuaire), "--structure", OTHER_SITE, "--lang", "en")
        assert "1 person found" in result.output
        assert "does not say who is a member" in result.output

    def test_nobody(self, annuaire: Path) -> None:
        result = run("import", "annuaire", str(annuaire), "--departement", "2A")
        assert result.exit_code == 1
        assert "Personne n'a été trouvé" in result.output
        assert SENTENCE not in result.output

    @pytest.mark.parametrize("number", ["990000010", "040000011"])
    def test_a_number_whose_key_or_departement_is_wrong_is_looked_for_and_doubted(
        self, tmp_path: Path, number: str
    ) -> None:
        path = extract(tmp_path, cells(finess=number))
        result = run("import", "annuaire", str(path), "--structure", number)
        assert result.exit_code == 0, result.output
        assert "1 personne trouvée" in result.output
        assert "Numéro FINESS : " in result.output
        assert "Le numéro est cherché tel quel." in result.output
        document = json.loads(
            run("import", "annuaire", str(path), "--structure", number, "--format", "json").stdout
        )
        assert len(document["doubts"]) == 1

    def test_a_number_that_holds_is_not_doubted(self, annuaire: Path) -> None:
        asked = "import", "annuaire", str(annuaire), "--structure", SITE
        assert "cherché tel quel" not in run(*asked).output
        assert json.loads(run(*asked, "--format", "json").stdout)["doubts"] == []

    def test_the_invented_rows_of_the_reference_data_hold_no_structure(self) -> None:
        path = shared("annuaire_sante") / "PS_LibreAcces_Personne_activite_SYNTHETIQUE.txt"
        result = run("import", "annuaire", str(path), "--structure", "990000010")
        assert result.exit_code == 1
        assert "cherché tel quel" in result.output
        assert "Personne n'a été trouvé" in result.output

    @pytest.mark.parametrize(
        ("written", "who"), [("infirmière", ODILE), ("Kiné", PAUL), ("médecins", RITA), ("medecin", RITA)]
    )
    def test_a_profession_as_people_write_it(self, annuaire: Path, written: str, who: str) -> None:
        result = run("import", "annuaire", str(annuaire), "--profession", written, "--format", "json")
        assert [one["professional"]["rpps"] for one in json.loads(result.stdout)["people"]] == [who]

    @pytest.mark.parametrize(
        ("written", "mend"),
        [
            ("psy", "psychologue or medecin"),
            ("cardiologue", "write medecin"),
            ("IDEL", "write infirmier"),
            ("IPA", "write infirmier"),
            ("infirmière Bordeaux", "write infirmier"),
            ("MK-ostéo", "masseur-kinesitherapeute or osteopathe"),
            ("blah", "none of"),
        ],
    )
    def test_words_that_leave_the_profession_open_or_say_more(
        self, annuaire: Path, written: str, mend: str
    ) -> None:
        result = run("import", "annuaire", str(annuaire), "--profession", written)
        assert result.exit_code == 2
        assert mend in " ".join(result.stderr.replace("│", " ").split())

    def test_what_a_cell_holds_cannot_command_the_terminal(self, tmp_path: Path) -> None:
        path = extract(tmp_path, cells(nom="R\x1b[2JV", **HERE))
        assert "\x1b" not in run("import", "annuaire", str(path), "--commune", "04166").output


class TestCommune:
    @pytest.fixture
    def extract_of_a_town(self, tmp_path: Path) -> Path:
        return extract(tmp_path, cells(ODILE, finess=SITE, commune="04166", postal="04800"))

    def asked(self, path: Path, code: str, *options: str) -> tuple[int, str]:
        result = run("import", "annuaire", str(path), "--commune", code, *options)
        return result.exit_code, result.output

    def test_a_postal_code_is_told_to_be_one(self, extract_of_a_town: Path) -> None:
        exit_code, output = self.asked(extract_of_a_town, "04800")
        assert exit_code == 1
        assert "Personne n'a été trouvé" in output
        assert "04800 est un code postal dans ce fichier : --commune prend le code INSEE" in output

    def test_a_code_of_nobody_is_maybe_a_postal_code(self, extract_of_a_town: Path) -> None:
        _, output = self.asked(extract_of_a_town, "04999")
        assert "qui n'est pas le code postal" in output
        assert "04999 est un code postal" not in output

    def test_an_extract_without_postal_codes(self, tmp_path: Path) -> None:
        names = [name for name in NAMES if not name.startswith("Code postal")]
        path = extract(tmp_path, cells(commune="04166", raison="04800"), names=names)
        assert "qui n'est pas le code postal" in self.asked(path, "04800")[1]

    def test_nothing_is_said_of_the_code_of_a_commune(self, extract_of_a_town: Path) -> None:
        assert "INSEE" not in self.asked(extract_of_a_town, "04166")[1]
        nobody = self.asked(extract_of_a_town, "04166", "--profession", "medecin")
        assert nobody[0] == 1
        assert "INSEE" not in nobody[1]

    def test_in_json_and_where_a_file_is_written(self, extract_of_a_town: Path, tmp_path: Path) -> None:
        _, shown = self.asked(extract_of_a_town, "04800", "--format", "json")
        assert "postal code" in json.loads(shown)["doubts"][0]["en"]
        output = str(tmp_path / "gens.jsonl")
        assert "est un code postal" in self.asked(extract_of_a_town, "04800", "-o", output)[1]


class TestRefusals:
    @pytest.mark.parametrize(
        "asked",
        [
            (),
            ("--structure", "04000001"),
            ("--commune", "4166"),
            ("--departement", "20"),
            ("-o", "gens.txt"),
            ("-o", "gens.csv"),
            ("--structure", SITE, "-o", "gens.csv", "--into", "cpts.json"),
            ("--structure", SITE, "--add-members"),
            ("--into", "cpts.json", "--add-members"),
            ("--structure", SITE, "--of", "cpts-inventee"),
            ("--profession", "psy"),
        ],
    )
    def test_options_that_ask_for_nothing_sensible(
        self, annuaire: Path, asked: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        before = sorted(tmp_path.iterdir())
        result = run("import", "annuaire", str(annuaire), *asked)
        assert result.exit_code == 2, result.output
        assert result.stderr
        assert sorted(tmp_path.iterdir()) == before

    def test_what_is_no_extract(self, tmp_path: Path) -> None:
        path = extract(tmp_path, *ROWS, names=[name for name in NAMES if name != "Code profession"])
        result = run("import", "annuaire", str(path), "--structure", SITE)
        assert result.exit_code == 2
        assert "Code profession" in result.stderr

    @pytest.mark.parametrize("asked", [(), ("--structure", SITE)])
    def test_the_file_is_looked_at_before_whom_to_look_for(
        self, tmp_path: Path, asked: tuple[str, ...]
    ) -> None:
        path = tmp_path / "membres.csv"
        path.write_text("nom;prénom\nRÊVÉE;Odile\n", "utf-8")
        result = run("import", "annuaire", str(path), *asked)
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1
        assert 'its first column should be "Type d\'identifiant PP"' in result.stderr

    def test_a_file_that_is_not_there(self) -> None:
        result = run("import", "annuaire", "nowhere.txt", "--structure", SITE)
        assert result.exit_code == 2
        assert "nowhere.txt" in result.stderr


class TestWrite:
    def test_a_professional_a_line(self, annuaire: Path, tmp_path: Path) -> None:
        output = tmp_path / "gens.jsonl"
        result = run("import", "annuaire", str(annuaire), "-o", str(output))
        assert result.exit_code == 0, result.output
        found = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
        assert [one["rpps"] for one in found] == [ODILE, PAUL, RITA]
        assert {one["kind"] for one in found} == {"professional"}
        assert SENTENCE in result.output
        assert " 1 × Plusieurs modes d'exercice" in result.output

    @pytest.mark.parametrize("name", ["gens.csv", "gens.xlsx"])
    def test_a_sheet_that_is_completed_and_brought_in(
        self, annuaire: Path, tmp_path: Path, dossier: Path, name: str
    ) -> None:
        output = tmp_path / name
        assert (
            run("import", "annuaire", str(annuaire), "--structure", OTHER_SITE, "-o", str(output)).exit_code
            == 0
        )
        assert run("members", "import", str(output), "--into", str(dossier)).exit_code == 0
        assert members(dossier)[1] == Professional(
            id=f"rpps-{RITA}",
            name="Rita FICTIVE",
            professions=(Profession.MEDECIN,),
            mode=Mode.LIBERAL,
            rpps=RITA,
            practises_in="04209",
        )

    @pytest.mark.parametrize("name", ["gens.jsonl", "gens.csv"])
    def test_dry_run_writes_nothing(self, annuaire: Path, tmp_path: Path, name: str) -> None:
        output = tmp_path / name
        result = run("import", "annuaire", str(annuaire), "--structure", SITE, "-o", str(output), "--dry-run")
        assert result.exit_code == 0
        assert "serait écrit" in result.output
        assert not output.exists()

    def test_json_says_how_many(self, annuaire: Path, tmp_path: Path) -> None:
        output = tmp_path / "gens.jsonl"
        result = run("import", "annuaire", str(annuaire), "-o", str(output), "--format", "json")
        document = json.loads(result.stdout)
        assert (document["people"], document["output"], document["dry_run"]) == (3, str(output), False)
        assert {note["times"] for note in document["notes"]} == {1}

    @pytest.mark.parametrize("dry", [(), ("--dry-run",)])
    def test_an_extract_that_is_bad_further_down_leaves_no_file(
        self, annuaire: Path, tmp_path: Path, dry: tuple[str, ...]
    ) -> None:
        annuaire.write_text(annuaire.read_text("utf-8") + "cut|\n", "utf-8")
        output = tmp_path / "gens.jsonl"
        result = run("import", "annuaire", str(annuaire), "-o", str(output), *dry)
        assert result.exit_code == 2
        assert "line 6" in result.stderr
        assert [*tmp_path.iterdir()] == [annuaire]

    @pytest.mark.parametrize("name", ["gens.jsonl", "gens.csv"])
    @pytest.mark.parametrize("dry", [(), ("--dry-run",)])
    def test_never_over_a_file_that_is_there(
        self, annuaire: Path, tmp_path: Path, name: str, dry: tuple[str, ...]
    ) -> None:
        """A sheet that somebody completed would be lost."""
        output = tmp_path / name
        output.write_text("completed")
        result = run("import", "annuaire", str(annuaire), "--structure", SITE, "-o", str(output), *dry)
        assert result.exit_code == 2
        assert (
            "it is there already; name another file, or move it away first; nothing was written"
            in result.stderr
        )
        assert output.read_text() == "completed"

    def test_never_over_the_extract(self, annuaire: Path, tmp_path: Path) -> None:
        linked = tmp_path / "gens.jsonl"
        linked.symlink_to(annuaire)
        before = annuaire.read_bytes()
        assert run("import", "annuaire", str(annuaire), "-o", str(linked)).exit_code == 2
        assert annuaire.read_bytes() == before


class TestInto:
    def asked(self, annuaire: Path, dossier: Path, *options: str) -> tuple[str, ...]:
        return ("import", "annuaire", str(annuaire), "--into", str(dossier), *options)

    def test_members_are_completed_and_the_others_listed(self, annuaire: Path, dossier: Path) -> None:
        result = run(*self.asked(annuaire, dossier, "--structure", SITE))
        assert result.exit_code == 1  # the mode is told otherwise
        assert members(dossier) == [
            Professional(
                id="p-1",
                name="Odile RÊVÉE",
                rpps=ODILE,
                mode=Mode.SALARIE,
                professions=(Profession.INFIRMIER,),
                practises_in="04166",
            )
        ]
        assert "mode d'exercice : salarié au dossier, libéral, indépendant à l'Annuaire" in result.output
        assert f"Paul SONGE [rpps-{PAUL}]" in result.output
        assert SENTENCE in result.output
        assert "Le dossier est écrit malgré tout" in result.output

    def test_with_no_filter_the_members_are_looked_for(self, annuaire: Path, dossier: Path) -> None:
        result = run(*self.asked(annuaire, dossier))
        assert "1 personne trouvée" in result.output
        assert members(dossier)[0].name == "Odile RÊVÉE"

    def test_members_who_are_not_found_are_told(self, annuaire: Path, tmp_path: Path) -> None:
        path = tmp_path / "c.json"
        told = (
            _member("p-1", rpps=ODILE),
            _member("p-2", rpps="10999000036"),
            _member("p-3", name="Zoé SONGE"),
        )
        write_dossier(CPTS(id="c", members=told), path)
        lines = run(*self.asked(annuaire, path)).output.splitlines()
        at = next(place for place, line in enumerate(lines) if line.startswith("Membres absents du fichier"))
        assert "(2)" in lines[at]
        assert [line.split()[-1] for line in lines[at + 1 : at + 3]] == ["[p-2]", "[p-3]"]
        assert json.loads(run(*self.asked(annuaire, path), "--format", "json").stdout)["absent"] == [
            "p-2",
            "p-3",
        ]
        with_a_filter = run(*self.asked(annuaire, path, "--structure", SITE), "--format", "json")
        assert json.loads(with_a_filter.stdout)["absent"] == []

    def test_members_without_number_cannot_be_looked_for(self, annuaire: Path, tmp_path: Path) -> None:
        path = tmp_path / "c.json"
        write_dossier(CPTS(id="c"), path)
        result = run(*self.asked(annuaire, path))
        assert result.exit_code == 2
        assert "--structure" in result.stderr

    def test_add_members(self, annuaire: Path, dossier: Path) -> None:
        result = run(*self.asked(annuaire, dossier, "--structure", SITE, "--add-members"))
        assert "Ajoutés comme membres, à votre demande (1)" in result.output
        assert "tient sa liste pour complète" not in result.output  # the dossier had a member of its own
        added = read_dossier(dossier).members[1]
        assert added.member.rpps == PAUL
        assert (added.joined_on, added.consented, added.member.mode) == (UNKNOWN, UNKNOWN, UNKNOWN)

    def test_those_added_may_not_be_all_and_that_is_said(self, annuaire: Path, tmp_path: Path) -> None:
        path = tmp_path / "c.json"
        write_dossier(CPTS(id="c"), path)
        asked = self.asked(annuaire, path, "--structure", SITE, "--add-members")
        planned = json.loads(run(*asked, "--dry-run", "--format", "json").stdout)
        assert planned["added_are_the_whole_list"] is True
        assert "tient sa liste pour complète : y ajouter d'abord ceux qui manquent" in run(*asked).output

    def test_dry_run(self, annuaire: Path, dossier: Path) -> None:
        before = dossier.read_bytes()
        result = run(*self.asked(annuaire, dossier, "--structure", SITE, "--add-members", "--dry-run"))
        assert "Rien n'est écrit (--dry-run)" in result.output
        assert "malgré tout" not in result.output
        assert "Membres à compléter (1)" in result.output
        assert "À ajouter" in result.output
        assert dossier.read_bytes() == before

    def test_twice_is_once(self, annuaire: Path, dossier: Path) -> None:
        run(*self.asked(annuaire, dossier, "--structure", SITE))
        before = dossier.read_bytes()
        result = run(*self.asked(annuaire, dossier, "--structure", SITE))
        assert "Rien à écrire" in result.output
        assert "Rien de nouveau pour 1 membre\n" in result.output
        assert "malgré tout" not in result.output  # nothing was written
        assert dossier.read_bytes() == before

    def test_a_name_alone_is_asked_about(self, annuaire: Path, tmp_path: Path) -> None:
        path = tmp_path / "c.json"
        write_dossier(CPTS(id="c", members=(_member("odile", name="RÊVÉE Odile"),)), path)
        result = run(*self.asked(annuaire, path, "--structure", SITE, "--add-members"))
        assert result.exit_code == 1
        assert "voir le membre odile" in result.output
        assert [one.id for one in members(path)] == ["odile", f"rpps-{PAUL}"]

    def test_json(self, annuaire: Path, dossier: Path) -> None:
        document = json.loads(
            run(*self.asked(annuaire, dossier, "--structure", SITE, "--format", "json", "--dry-run")).stdout
        )
        assert document["structure"] == "cpts-inventee"
        assert document["completed"] == [{"member": "p-1", "facts": ["name", "professions", "practises_in"]}]
        assert document["contradictions"] == [
            {"member": "p-1", "fact": "mode", "told": "salarie", "by_registry": "liberal"}
        ]
        assert document["no_members"] == [f"rpps-{PAUL}"]
        assert (document["added"], document["namesakes"], document["clashes"]) == ([], [], [])

    def test_which_structure_of_a_register(self, annuaire: Path, tmp_path: Path) -> None:
        register = copied(tmp_path)
        several = run(*self.asked(annuaire, register, "--structure", SITE))
        assert several.exit_code == 2
        assert "cpts-rive" in several.stderr
        result = run(
            *self.asked(annuaire, register, "--structure", SITE, "--of", "cpts-rive", "--add-members")
        )
        assert result.exit_code == 0, result.output
        assert f"rpps-{ODILE}" in register.read_text("utf-8")

    def test_the_extract_is_no_dossier(self, annuaire: Path) -> None:
        assert run(*self.asked(annuaire, annuaire)).exit_code == 2


class TestWhoseNumber:
    """The people of a structure are brought into its dossier, and into no other."""

    def dossier(self, folder: Path, **numbers: object) -> Path:
        path = folder / "c.json"
        write_dossier(CPTS(id="c", members=(_member("p-1", rpps=ODILE),), **numbers), path)
        return path

    def asked(self, annuaire: Path, dossier: Path, *options: str) -> Result:
        return run("import", "annuaire", str(annuaire), "--into", str(dossier), "--add-members", *options)

    @pytest.mark.parametrize(
        ("numbers", "number"),
        [
            ({"finess": OTHER_SITE}, SITE),
            ({"finess_ej": OTHER_SITE}, SITE),
            ({"finess": OTHER_SITE, "finess_ej": ENTITY, "siret": SIRET}, SITE),
            ({"siret": SIRET}, "12345678200028"),
        ],
    )
    @pytest.mark.parametrize("dry", [(), ("--dry-run",)])
    def test_a_number_of_another_structure_writes_nothing(
        self, annuaire: Path, tmp_path: Path, numbers: dict[str, str], number: str, dry: tuple[str, ...]
    ) -> None:
        path = self.dossier(tmp_path, **numbers)
        before = path.read_bytes()
        result = self.asked(annuaire, path, "--structure", number, *dry)
        assert result.exit_code == 2
        assert "--of ID" in result.stderr
        assert number not in result.stderr
        assert path.read_bytes() == before

    @pytest.mark.parametrize(
        "numbers",
        [{"finess": SITE}, {"finess": "04 000 001 0"}, {"finess": OTHER_SITE, "finess_ej": SITE}],
    )
    def test_a_number_of_the_dossier_goes_without_a_word(
        self, annuaire: Path, tmp_path: Path, numbers: dict[str, str]
    ) -> None:
        path = self.dossier(tmp_path, **numbers)
        result = self.asked(annuaire, path, "--structure", SITE)
        assert result.exit_code == 0, result.output
        assert len(members(path)) == 2
        assert "ne dit pas le numéro" not in result.output

    @pytest.mark.parametrize("numbers", [{}, {"finess": None}, {"siret": SIRET}])
    def test_that_the_dossier_tells_no_such_number_is_told(
        self, annuaire: Path, tmp_path: Path, numbers: dict[str, object]
    ) -> None:
        path = self.dossier(tmp_path, **numbers)
        result = self.asked(annuaire, path, "--structure", SITE)
        assert result.exit_code == 0, result.output
        assert "Le dossier ne dit pas le numéro FINESS de « c »" in result.output
        assert len(members(path)) == 2

    def test_the_structure_of_the_file_that_has_the_number_is_named(
        self, annuaire: Path, tmp_path: Path
    ) -> None:
        path = tmp_path / "r.json"
        write_register(Register((CPTS(id="a", finess=OTHER_SITE), CPTS(id="b", finess=SITE))), path)
        result = self.asked(annuaire, path, "--structure", SITE, "--of", "a")
        assert result.exit_code == 2
        assert "say --of 'b'" in result.stderr


def test_a_member_of_another_name_takes_nothing_of_whoever_has_the_number(
    annuaire: Path, tmp_path: Path
) -> None:
    path = tmp_path / "c.json"
    write_dossier(CPTS(id="c", members=(_member("p-1", name="Marc INVENTÉ", rpps=ODILE),)), path)
    before = path.read_bytes()
    result = run("import", "annuaire", str(annuaire), "--into", str(path))
    assert result.exit_code == 1
    assert "Le numéro RPPS est celui de quelqu'un d'un autre nom (1)" in result.output
    assert f"Odile RÊVÉE [rpps-{ODILE}] : voir le membre p-1" in result.output
    assert path.read_bytes() == before
    document = json.loads(
        run("import", "annuaire", str(annuaire), "--into", str(path), "--format", "json").stdout
    )
    assert document["other_names"] == [{"id": f"rpps-{ODILE}", "member": "p-1"}]


def test_nothing_new_for_several(annuaire: Path, tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    write_dossier(CPTS(id="c", members=(_member("p-1", rpps=ODILE), _member("p-2", rpps=PAUL))), path)
    run("import", "annuaire", str(annuaire), "--into", str(path))
    result = run("import", "annuaire", str(annuaire), "--into", str(path))
    assert "Rien de nouveau pour 2 membres" in result.output
