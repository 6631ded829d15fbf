"""Registers on the command line: judging one, joining, leaving, and what is written."""

import json
import os
import stat
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

from cpts_model import UNKNOWN, Register, read_register, write_register
from register_file import AMONT, ESP, EXAMPLE, MSP, ON, RIVE, SISA, copied, run

DAY = date(2026, 11, 21)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return copied(tmp_path)


def members(path: Path, structure: str, on: date = DAY) -> set[str]:
    return {one.member.id for one in read_register(path).members_of(structure, on=on)}


class TestAssess:
    def test_each_structure_is_a_row_and_what_holds_across_them_follows(self) -> None:
        result = run("assess", str(EXAMPLE), *ON)
        assert result.exit_code == 0, result.output
        table, across = result.output.split("Règles entre structures")
        for name in ("CPTS Rive-Fictive", "CPTS Amont-Fictif", "SISA du Quai-Fictif"):
            assert name in table
        assert "Élise Factice, dans plusieurs CPTS" in across
        assert "territoires se recoupent" in across
        assert "Exclusion : Katell Fabulée" in across
        assert "association.exclusion-audition" in across

    def test_a_member_of_a_cpts_and_of_a_team_is_not_of_several_cpts(self) -> None:
        across = run("assess", str(EXAMPLE), *ON).output.split("Règles entre structures")[1]
        assert "Inès Chimère" not in across

    def test_one_sum_too_many_over_the_two_cpts_is_a_breach(self, register: Path) -> None:
        text = register.read_text(encoding="utf-8")
        register.write_text(text.replace('"amount": 23200', '"amount": 23900'), encoding="utf-8")
        result = run("assess", str(register), *ON)
        assert result.exit_code == 1
        assert "cpts.plafond-toutes-cpts" in result.output

    def test_the_ceiling_itself_is_no_breach(self, register: Path) -> None:
        # 12,500 and 11,800 euros from one, 23,760 from the other: 48,060, the ceiling of 2026.
        text = register.read_text(encoding="utf-8")
        register.write_text(text.replace('"amount": 23200', '"amount": 23760'), encoding="utf-8")
        assert run("assess", str(register), *ON).exit_code == 0

    def test_explained_it_shows_each_report(self) -> None:
        output = run("assess", str(EXAMPLE), *ON, "--explain").output
        assert "Règles respectées" in output
        assert "held[0].membership" in output

    def test_json_lists_the_structures_then_what_is_across(self) -> None:
        documents = json.loads(run("assess", str(EXAMPLE), *ON, "--format", "json").stdout)
        kinds = [document["subject"]["kind"] for document in documents]
        assert kinds[:5] == ["cpts", "cpts", "msp", "sisa", "esp"]
        assert set(kinds[5:]) == {"belongings", "neighbours", "departure"}

    def test_with_other_files_each_row_says_its_file(self, register: Path) -> None:
        other = str(EXAMPLE.parent / "cpts-ouest-gironde.json")
        output = run("assess", str(register), other, *ON).output
        assert "registre.json" in output
        assert "cpts-ouest-gironde.json" in output
        assert "Règles entre structures" in output

    def test_nothing_across_is_said_so(self, tmp_path: Path) -> None:
        path = tmp_path / "two.json"
        path.write_text(
            '{"kind": "register", "structures": [{"kind": "sisa", "id": "a"}, {"kind": "esp", "id": "b"}]}',
            encoding="utf-8",
        )
        assert "aucune exclusion" in run("assess", str(path), *ON).output

    def test_the_lines_of_a_jsonl_file_have_nothing_to_do_with_one_another(self, tmp_path: Path) -> None:
        path = tmp_path / "many.jsonl"
        path.write_text('{"kind": "sisa", "id": "a"}\n{"kind": "sisa", "id": "a"}\n', encoding="utf-8")
        result = run("assess", str(path), *ON)
        assert result.exit_code == 0
        assert "Règles entre structures" not in result.output

    def test_one_id_for_two_structures_of_a_register_is_bad_input(self, tmp_path: Path) -> None:
        path = tmp_path / "twice.json"
        path.write_text(
            '{"kind": "register", "structures": [{"kind": "sisa", "id": "a"}, {"kind": "esp", "id": "a"}]}',
            encoding="utf-8",
        )
        result = run("assess", str(path), *ON)
        assert result.exit_code == 2
        assert "structures[1].id" in result.stderr

    def test_the_statutes_of_a_dossier_are_judged_with_it(self, tmp_path: Path) -> None:
        (cpts,) = [one for one in read_register(EXAMPLE) if one.id == RIVE]
        from cpts_model import write_dossier

        write_dossier(cpts, tmp_path / "cpts.json")
        document = json.loads(run("assess", str(tmp_path / "cpts.json"), *ON, "--format", "json").stdout)
        assert document["subject"]["id"] == RIVE

    def test_missing_asks_structure_by_structure(self) -> None:
        output = run("missing", str(EXAMPLE), *ON).output
        assert "Équipe de soins primaires des Coteaux-Fictifs" in output
        assert "numéro FINESS" in output


class TestJoin:
    def test_without_consent_nobody_joins(self, register: Path) -> None:
        before = register.read_bytes()
        result = run("join", str(register), AMONT, "--id", "p-13", *ON)
        assert result.exit_code == 1
        assert "Non fait" in result.output
        assert "adhesion.consentement" in result.output
        assert register.read_bytes() == before

    def test_a_refusal_of_consent_is_a_no_of_the_law(self, register: Path) -> None:
        result = run("join", str(register), AMONT, "--id", "p-13", "--not-consented", *ON)
        assert result.exit_code == 1
        assert "La loi s'y oppose" in result.output
        assert "p-13" not in members(register, AMONT)

    def test_somebody_of_the_register_joins_by_their_id(self, register: Path) -> None:
        result = run("join", str(register), AMONT, "--id", "p-13", "--consented", *ON)
        assert result.exit_code == 0, result.output
        assert "Fait." in result.output
        assert "Maud Utopie" in result.output
        assert "p-13" in members(register, AMONT)
        assert "p-13" not in members(register, AMONT, date(2026, 11, 20))

    def test_what_stands_elsewhere_in_the_file_stays(self, register: Path) -> None:
        before = json.loads(register.read_text(encoding="utf-8"))
        run("join", str(register), AMONT, "--id", "p-13", "--consented", *ON)
        after = json.loads(register.read_text(encoding="utf-8"))
        assert after["about"] == before["about"]
        assert after["structures"][0] == before["structures"][0]
        assert after["structures"][2:] == before["structures"][2:]

    @pytest.mark.parametrize(
        ("options", "kind"),
        [
            (("--profession", "IDEL"), "professional"),
            (("--profession", "MG", "--mode", "salarie"), "professional"),
            (("--organisation", "ehpad"), "organisation"),
            (("--role", "usager"), "person"),
        ],
    )
    def test_somebody_new_is_told_by_options(
        self, options: tuple[str, ...], kind: str, register: Path
    ) -> None:
        told = ("--id", "n-1", "--name", "Odile Nouvelle", *options, "--consented")
        result = run("join", str(register), RIVE, *told, *ON)
        assert result.exit_code == 0, result.output
        assert "Ce qui reste ouvert" in result.output  # the bureau has not decided yet
        written = json.loads(register.read_text(encoding="utf-8"))
        (member,) = [
            one["member"] for one in written["structures"][0]["members"] if one["member"]["id"] == "n-1"
        ]
        assert member["kind"] == kind
        if "MG" in options:
            assert (member["professions"], member["savoir_faire"], member["mode"]) == (
                ["medecin"],
                ["SM54"],
                "salarie",
            )
        if "IDEL" in options:
            assert (member["professions"], member["mode"]) == (["infirmier"], "liberal")

    def test_once_the_organ_has_decided_nothing_stays_open(self, register: Path) -> None:
        decided = (
            "--admitted-on",
            "2026-11-17",
            "--admitted-by",
            "bureau",
            "--college",
            "professionnels de santé",
        )
        new = ("--id", "n-1", "--name", "Odile Nouvelle", "--profession", "sage-femme", "--consented")
        result = run("join", str(register), RIVE, *new, *decided, *ON)
        assert result.exit_code == 0, result.output
        assert "Ni la loi ni les statuts ne s'y opposent." in result.output
        assert "statuts.admission-decidee" not in result.output

    def test_the_statutes_say_no_and_not_the_law(self, register: Path) -> None:
        result = run("join", str(register), AMONT, "--id", MSP, "--consented", *ON)
        assert result.exit_code == 1
        assert "La loi ne s'y oppose pas : ce sont les statuts" in result.output
        assert "statuts.personnes-physiques" in result.output
        assert "Pour y remédier" in result.output

    def test_colleges_that_close_what_the_law_leaves_open_are_told(self, tmp_path: Path) -> None:
        path = tmp_path / "closed.json"
        path.write_text(
            json.dumps(
                {
                    "kind": "cpts",
                    "id": "c",
                    "members": [],
                    "statutes": [
                        {"colleges": [{"name": "libéraux", "admits": [{"modes": ["liberal"]}], "votes": 1}]}
                    ],
                }
            ),
            encoding="utf-8",
        )
        new = ("--id", "n-1", "--profession", "infirmier", "--mode", "salarie", "--consented")
        result = run("join", str(path), "c", *new, *ON)
        assert result.exit_code == 1
        assert "Les statuts et la loi" in result.output
        assert "professionnels salariés" in result.output

    def test_a_profession_in_doubt_is_no_fact_to_write_down(self, register: Path) -> None:
        before = register.read_bytes()
        result = run(
            "join", str(register), RIVE, "--id", "n-1", "--profession", "kiné ou ostéo", "--consented", *ON
        )
        assert result.exit_code == 2
        assert "'masseur-kinesitherapeute' or 'osteopathe'" in result.stderr
        assert register.read_bytes() == before
        result = run("join", str(register), RIVE, "--id", "n-1", "--profession", "xyzzy", *ON)
        assert "no profession was read" in result.stderr

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (("--id", "p-01", "--name", "Quelqu'un"), "is in the register already (Apolline Fictive)"),
            (("--id", "n-1", "--name", "Quelqu'un"), "--profession, --organisation and --role"),
            (("--id", "n-1", "--profession", "IDE", "--role", "usager"), "not --profession and --role"),
            (("--id", "n-1", "--role", "usager", "--mode", "liberal"), "say --profession"),
            (("--id", "n-1", "--organisation", "hopital"), "none of"),
            (
                ("--id", "n-1", "--profession", "IDE", "--ground", "ailleurs"),
                "zone-frontaliere, action-specifique",
            ),
            (("--id", "", "--profession", "IDE", "--consented"), "id"),
        ],
    )
    def test_options_that_do_not_say_who_are_refused(
        self, options: tuple[str, ...], said: str, register: Path
    ) -> None:
        before = register.read_bytes()
        result = run("join", str(register), RIVE, *options, *ON)
        assert result.exit_code == 2, result.output
        assert said in " ".join(result.output.split())
        assert register.read_bytes() == before

    def test_a_dry_run_says_what_would_be_written_and_writes_nothing(self, register: Path) -> None:
        before = register.read_bytes()
        result = run("join", str(register), AMONT, "--id", "p-13", "--consented", "--dry-run", *ON)
        assert result.exit_code == 0
        assert "Rien n'est écrit" in result.output
        assert "+ Maud Utopie, CPTS Amont-Fictif : à compter du 21/11/2026" in result.output
        assert register.read_bytes() == before

    @pytest.mark.parametrize("dry", [(), ("--dry-run",)])
    def test_an_id_that_no_file_can_hold_is_refused(self, dry: tuple[str, ...], register: Path) -> None:
        before = register.read_bytes()
        result = run(
            "join", str(register), RIVE, "--id", "n\u200b1", "--role", "usager", "--consented", *dry, *ON
        )
        assert result.exit_code == 2
        assert "id" in result.stderr
        assert register.read_bytes() == before

    def test_what_the_texts_leave_open_is_told_with_its_reason(self, register: Path) -> None:
        told = register.read_text(encoding="utf-8")
        document = json.loads(told)
        (member,) = [
            one["member"]
            for structure in document["structures"]
            for one in structure["members"]
            if structure["id"] == AMONT and one["member"]["id"] == "p-14"
        ]
        member |= {
            "professions": ["ergotherapeute"],
            "registered_with_ordre": False,
            "meets_practice_conditions": True,
        }
        register.write_text(json.dumps(document), encoding="utf-8")
        result = run("join", str(register), SISA, "--id", "p-14", "--associe", "--consented", *ON)
        assert "Pourquoi : l'inscription n'est demandée que « le cas échéant »" in result.output

    def test_the_law_says_who_may_be_a_partner_of_a_sisa(self, register: Path) -> None:
        new = ("--id", "n-1", "--profession", "psychologue", "--associe", "--consented")
        result = run("join", str(register), SISA, *new, *ON)
        assert result.exit_code == 1
        assert "sisa.candidat-admissible" in result.output
        assert "La loi s'y oppose" in result.output

    def test_before_the_statutes_that_are_known_nobody_is_refused_by_them(self, register: Path) -> None:
        result = run("join", str(register), RIVE, "--id", "p-09", "--consented", "--on", "2019-12-31")
        assert "Les statuts et la loi" not in result.output

    def test_json_for_programs(self, register: Path) -> None:
        result = run("join", str(register), AMONT, "--id", "p-13", "--consented", "--format", "json", *ON)
        document = json.loads(result.stdout)
        assert document["done"] is True
        assert document["memberships"][0]["joined_on"] == "2026-11-21"
        assert document["assessment"]["subject"]["id"] == "p-13"
        again = run("join", str(register), AMONT, "--id", "p-13", "--consented", "--format", "json", *ON)
        assert again.exit_code == 1
        assert json.loads(again.stdout)["obstacles"] == ["registre.une-seule-adhesion"]

    def test_the_dead_do_not_join(self, register: Path) -> None:
        result = run("join", str(register), RIVE, "--id", "p-10", "--consented", *ON)
        assert result.exit_code == 1
        assert "registre.personne-decedee" in result.output


class TestLeave:
    def test_a_member_leaves_and_the_history_stays(self, register: Path) -> None:
        result = run("leave", str(register), RIVE, "p-04", *ON)
        assert result.exit_code == 0, result.output
        assert "- Désiré Inventé, CPTS Rive-Fictive : du 01/03/2024 au 21/11/2026" in result.output
        held = [one.membership for one in read_register(register).history("p-04") if one.structure.id == RIVE]
        assert [one.left_on for one in held] == [date(2022, 5, 1), DAY]

    def test_a_clause_that_defers_a_resignation_stops_nothing(self, register: Path) -> None:
        result = run("leave", str(register), AMONT, "p-05", *ON)
        assert result.exit_code == 0
        assert "préavis" in result.output
        assert "p-05" not in members(register, AMONT)
        assert "p-05" in members(register, RIVE)

    def test_what_the_departure_breaks_is_told_before(self, register: Path) -> None:
        before = register.read_bytes()
        result = run("leave", str(register), SISA, "p-02", "--dry-run", *ON)
        assert result.exit_code == 0
        assert "manquement à la loi" in result.output
        assert "sisa.deux-medecins-un-auxiliaire" in result.output
        assert result.output.index("manquement à la loi") < result.output.index("Départ le")
        assert register.read_bytes() == before

    def test_a_departure_that_breaks_nothing_says_so(self, register: Path) -> None:
        assert "ne change aucun verdict" in run("leave", str(register), RIVE, "p-12", "--dry-run", *ON).output

    def test_an_exclusion_that_the_statutes_forbid_is_refused(self, register: Path) -> None:
        before = register.read_bytes()
        result = run("leave", str(register), RIVE, "p-07", "--excluded", "--not-heard", *ON)
        assert result.exit_code == 1
        assert "statuts.exclusion-audition" in result.output
        assert register.read_bytes() == before

    def test_an_exclusion_with_all_that_is_asked_is_done(self, register: Path) -> None:
        facts = (
            "--heard",
            "--ground",
            "motif-grave",
            "--grievances",
            "--decided-by",
            "conseil-d-administration",
        )
        result = run("leave", str(register), RIVE, "p-07", "--excluded", *facts, *ON)
        assert result.exit_code == 0, result.output
        written = read_register(register).history("p-07")[-1].membership
        assert written.exclusion is not None
        assert (written.exclusion.heard, written.exclusion.decided_on) == (True, DAY)

    def test_a_death_ends_every_membership(self, register: Path) -> None:
        result = run("leave", str(register), AMONT, "p-09", "--died", *ON)
        assert result.exit_code == 0, result.output
        assert "Décès le 21/11/2026 : Inès Chimère" in result.output
        assert "esp.medecins-generalistes" in result.output
        assert not read_register(register).memberships_of("p-09", on=DAY)

    def test_an_organisation_does_not_die(self, register: Path) -> None:
        result = run("leave", str(register), RIVE, MSP, "--died", *ON)
        assert result.exit_code == 2
        assert "organisation" in result.stderr

    @pytest.mark.parametrize(
        "options", [("--excluded", "--died"), ("--heard",), ("--ground", "motif-grave"), ("--no-grievances",)]
    )
    def test_options_that_contradict_one_another_are_refused(
        self, options: tuple[str, ...], register: Path
    ) -> None:
        before = register.read_bytes()
        assert run("leave", str(register), RIVE, "p-01", *options, *ON).exit_code == 2
        assert register.read_bytes() == before

    def test_leaving_before_joining_is_refused(self, register: Path) -> None:
        result = run("leave", str(register), RIVE, "p-13", "--on", "2026-08-31")
        assert result.exit_code == 1
        assert "registre.membre-ce-jour" in result.output

    def test_json_for_programs(self, register: Path) -> None:
        document = json.loads(run("leave", str(register), SISA, "p-02", "--format", "json", *ON).stdout)
        assert document["done"] is True
        assert {"structure", "rule", "before", "after", "breaks"} == set(document["effects"][0])
        assert any(effect["breaks"] for effect in document["effects"])

    def test_in_english(self, register: Path) -> None:
        output = run("leave", str(register), SISA, "p-02", "--lang", "en", *ON).output
        assert "What this departure changes" in output
        assert "Done." in output


class TestNames:
    @pytest.mark.parametrize("command", ["join", "leave"])
    def test_a_structure_nobody_knows_offers_the_nearest(self, command: str, register: Path) -> None:
        who = ("--id", "p-01") if command == "join" else ("p-01",)
        result = run(command, str(register), "cpts-rives", *who, *ON)
        assert result.exit_code == 2
        assert "did you mean 'cpts-rive'" in result.stderr

    def test_a_structure_told_by_its_name_is_found_for_the_reader(self, register: Path) -> None:
        assert (
            "did you mean 'cpts-amont'"
            in run("leave", str(register), "CPTS Amont-fictif", "p-01", *ON).stderr
        )

    def test_a_word_like_nothing_lists_what_there_is(self, register: Path) -> None:
        result = run("leave", str(register), "?", "p-01", *ON)
        for structure in (RIVE, AMONT, MSP, SISA, ESP):
            assert repr(structure) in result.stderr

    def test_a_member_nobody_knows_offers_the_nearest_of_the_structure(self, register: Path) -> None:
        result = run("leave", str(register), AMONT, "Elise Factice", *ON)
        assert result.exit_code == 2
        assert "did you mean 'p-05'" in result.stderr

    def test_an_empty_structure_offers_nobody(self, tmp_path: Path) -> None:
        path = tmp_path / "empty.json"
        path.write_text('{"kind": "cpts", "id": "c", "members": []}', encoding="utf-8")
        assert run("leave", str(path), "c", "p-01", *ON).stderr == "'c' holds no member 'p-01'\n"


class TestWriting:
    def join(self, path: Path) -> Any:
        return run("join", str(path), AMONT, "--id", "p-13", "--consented", *ON)

    def test_an_interrupted_write_leaves_the_old_file(
        self, register: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = register.read_bytes()

        def fail(*arguments: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "replace", fail)
        monkeypatch.setattr(Path, "replace", fail)
        result = self.join(register)
        assert result.exit_code == 2
        assert "No space left on device; nothing was written" in result.stderr
        assert "Fait." not in result.output
        assert register.read_bytes() == before
        assert [path.name for path in register.parent.iterdir()] == [register.name]

    def test_a_read_only_file_is_not_written_over(self, register: Path) -> None:
        before = register.read_bytes()
        register.chmod(stat.S_IRUSR | stat.S_IRGRP)
        result = self.join(register)
        assert result.exit_code == 2
        assert "the file is read-only" in result.stderr
        assert register.read_bytes() == before

    def test_a_file_that_vanished_is_told(self, register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        from cpts_model.cli import files

        read = files.read_register

        def read_then_lost(path: Path) -> Any:
            found = read(path)
            path.unlink()
            return found

        monkeypatch.setattr(files, "read_register", read_then_lost)
        result = run("leave", str(register), RIVE, "p-01", *ON)
        assert result.exit_code == 2
        assert "registre.json" in result.stderr
        assert not register.exists()

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        result = run("leave", str(tmp_path / "none.json"), RIVE, "p-01", *ON)
        assert result.exit_code == 2
        assert "none.json" in result.stderr

    @pytest.mark.parametrize("name", ["registre.toml", "registre.jsonl"])
    def test_other_formats_are_kept_as_they_are(self, name: str, tmp_path: Path) -> None:
        pytest.importorskip("tomli_w")
        path = tmp_path / name
        write_register(read_register(EXAMPLE), path)
        assert self.join(path).exit_code == 0
        assert "p-13" in members(path, AMONT)
        assert members(path, RIVE) == members(EXAMPLE, RIVE)

    def test_what_a_name_holds_cannot_command_the_terminal(self, register: Path) -> None:
        hostile = "\x1b[2J\u202eOdile\nFait."
        result = run("join", str(register), RIVE, "--id", "n-1", "--name", hostile, "--role", "usager", *ON)
        assert "\x1b" not in result.output
        assert "\u202e" not in result.output
        assert "Odile\nFait." not in result.output


class TestWhatACoordinatorReads:
    """Each screen says what is so, of whom, and what to do next."""

    def test_who_is_a_member_already_is_stopped_by_the_register_and_by_no_law(self, register: Path) -> None:
        output = run("join", str(register), RIVE, "--id", "p-01", "--consented", *ON).output
        assert "Ni la loi ni les statuts ne sont en cause" in output
        assert "Rien de connu ne s'y oppose" not in output
        assert "Apolline Fictive : à compter du 15/01/2020" in output
        assert "statuts.admission-decidee" not in output

    def test_a_departure_between_two_memberships_shows_them_both_and_no_unpaid_fee(
        self, register: Path
    ) -> None:
        output = run("leave", str(register), RIVE, "p-04", "--on", "2023-01-01").output
        assert "du 01/06/2020 au 01/05/2022" in output
        assert "à compter du 01/03/2024" in output
        assert "cotisation" not in output

    def test_a_new_id_for_a_name_that_is_known_is_told(self, register: Path) -> None:
        told = ("--name", "factice Elise", "--profession", "pharmacien", "--consented")
        result = run("join", str(register), RIVE, "--id", "p-99", *told, *ON, "--dry-run")
        assert result.exit_code == 0
        assert "Élise Factice est déjà au registre sous l'identifiant « p-05 »" in result.stderr
        assert (
            "déjà au registre"
            not in run("join", str(register), AMONT, "--id", "p-13", "--consented", *ON).stderr
        )

    def test_whoever_has_no_name_is_nobodys_namesake(self, register: Path) -> None:
        told = ("--organisation", "ehpad", "--consented", "--college", "partenaires")
        assert run("join", str(register), RIVE, "--id", "e", *told, *ON, "--dry-run").stderr == ""

    def test_many_facts_are_shown_one_by_one_when_asked(self, register: Path) -> None:
        told = ("--name", "Zoé Mythe", "--profession", "ostéopathe", "--consented")
        college = ("--college", "professionnels de santé")
        options = ("join", str(register), RIVE, "--id", "z", *told, *college, *ON)
        assert "--explain" in run(*options).output
        explained = run(*options, "--explain").output
        assert "professions (membership.member.professions) : ostéopathe" in explained
        assert run("leave", str(register), RIVE, "p-01", *ON, "--dry-run", "--explain").exit_code == 0

    def test_a_clause_of_the_statutes_is_known_by_its_version_alone(self, register: Path) -> None:
        output = run("join", str(register), RIVE, "--id", "p-09", "--consented", *ON, "--dry-run").output
        assert "(version du 15/01/2020) (statuts)  [" in output

    def test_a_member_of_another_structure_is_named_with_theirs(self, register: Path) -> None:
        result = run("leave", str(register), RIVE, "p-09", *ON)
        assert result.exit_code == 2
        assert "'p-09' (Inès Chimère), who is of 'cpts-amont', 'esp-coteaux'" in result.stderr

    def test_the_table_leaves_room_for_names(self) -> None:
        table = run("assess", str(EXAMPLE), *ON).output.split("Règles entre structures")[0]
        assert "│ CPTS Rive-Fictive" in table
        assert "│ maison de santé" in table
        assert "communauté professionnelle" not in table

    def test_ids_are_offered_with_the_names_that_people_know(self, register: Path) -> None:
        assert "'p-05' (Élise Factice)" in run("status", str(register), RIVE, "Élise Factis", *ON).stderr

    def test_what_is_missing_of_a_member_names_them(self, tmp_path: Path) -> None:
        register = read_register(EXAMPLE)
        rive = register.structure(RIVE)
        members = tuple(
            attrs.evolve(one, consented=UNKNOWN) if one.member.id == "p-05" else one for one in rive.members
        )
        path = tmp_path / "registre.json"
        write_register(register.with_structure(attrs.evolve(rive, members=members)), path)
        output = run("missing", str(path), *ON).output
        assert "a consenti à adhérer\n    Concerne : Élise Factice\n" in output

    def test_a_second_cpts_whose_border_the_register_sees_is_asked_nothing(self) -> None:
        assert "seconde CPTS" not in run("missing", str(EXAMPLE), *ON).output

    def test_a_structure_without_statutes_of_an_association_has_no_quorum_to_miss(self) -> None:
        result = run("electors", str(EXAMPLE), SISA, "--present", "2", *ON)
        assert result.exit_code == 0
        assert "Sans objet" in result.output


class TestSomebodyElseAtWork:
    """An edit made between the reading and the writing of a command."""

    COMMANDS = (
        ("join", AMONT, "--id", "n-1", "--name", "Odile Rêvée", "--profession", "IDEL", "--consented", "--on", "2026-11-21"),
        ("leave", RIVE, "p-05", "--on", "2026-11-21"),
        ("import",),
    )  # fmt: skip

    @pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
    def test_is_kept_and_the_command_writes_nothing(
        self, register: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
    ) -> None:
        def read_then_edited(path: Path) -> Register:
            found = read_register(path)
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("CPTS Amont-Fictif", "CPTS Amont-Renommé"), encoding="utf-8")
            return found

        monkeypatch.setattr("cpts_model.cli.files.read_register", read_then_edited)
        name, *options = command
        if name == "import":
            sheet = register.with_name("liste.csv")
            sheet.write_text("Nom;Prénom\nRÊVÉE;Odile\n", encoding="utf-8")
            result = run("members", "import", str(sheet), "--into", str(register), "--structure", RIVE)
        else:
            result = run(name, str(register), *options)
        assert result.exit_code == 2, result.output
        assert "the file changed since it was read" in result.stderr
        assert "nothing was written" in result.stderr
        held = read_register(register)
        assert held.structure(AMONT).name == "CPTS Amont-Renommé"
        edited = attrs.evolve(read_register(EXAMPLE).structure(AMONT), name="CPTS Amont-Renommé")
        assert held == read_register(EXAMPLE).with_structure(edited)
