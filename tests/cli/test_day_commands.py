"""What a register says of a day, on the command line: status, electors, headcount."""

import json
from pathlib import Path

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

from register_file import AMONT, ESP, EXAMPLE, MSP, ON, RIVE, run

REGISTER = str(EXAMPLE)


class TestStatus:
    @pytest.mark.parametrize(
        ("member", "day", "code"),
        [
            ("p-04", "2022-04-30", 0),  # their last day, before they left
            ("p-04", "2022-05-01", 1),
            ("p-04", "2024-02-29", 1),
            ("p-04", "2025-03-01", 0),  # back, and the fee of 2025 paid
            ("p-07", "2025-12-31", 0),
            ("p-07", "2026-01-01", 1),  # the fee of 2026 is not paid
        ],
    )
    def test_an_up_to_date_member_that_day_or_not(self, member: str, day: str, code: int) -> None:
        result = run("status", REGISTER, RIVE, member, "--on", day)
        assert result.exit_code == code, result.output

    def test_what_is_not_known_is_not_a_yes(self) -> None:
        result = run("status", REGISTER, ESP, "p-09", *ON)
        assert result.exit_code == 1
        assert "on ne peut pas encore le dire" in result.output
        assert "À indiquer" in result.output

    def test_somebody_of_the_register_who_never_was_of_the_structure_is_no_member(self) -> None:
        result = run("status", REGISTER, AMONT, "p-01", *ON)
        assert result.exit_code == 1
        assert "n'est pas membre (aucune adhésion enregistrée)" in result.output
        assert result.output.startswith("Apolline Fictive")

    def test_somebody_nobody_knows_is_bad_input(self) -> None:
        result = run("status", REGISTER, AMONT, "p-99", *ON)
        assert result.exit_code == 2
        assert "did you mean" in result.stderr

    def test_json_for_programs(self) -> None:
        document = json.loads(run("status", REGISTER, RIVE, "p-07", *ON, "--format", "json").stdout)
        assert document["up_to_date"] == "violated"
        assert document["member_that_day"] == "satisfied"
        assert [step["outcome"] for step in document["steps"]] == ["satisfied", "satisfied", "violated"]

    def test_a_statement_of_membership(self) -> None:
        result = run("status", REGISTER, RIVE, "p-04", "--on", "2026-03-01", "--statement")
        assert result.exit_code == 0
        assert "ATTESTATION D'ADHÉSION" in result.output
        assert "Le 1er mars 2026, Désiré Inventé" in result.output

    @pytest.mark.parametrize(("name", "mark"), [("a.html", "<!DOCTYPE html>"), ("a.txt", "ATTESTATION")])
    def test_a_statement_is_written_to_a_file(self, name: str, mark: str, tmp_path: Path) -> None:
        out = tmp_path / name
        result = run("status", REGISTER, RIVE, "p-04", "--on", "2026-03-01", "--statement", "-o", str(out))
        assert result.exit_code == 0
        assert out.read_text(encoding="utf-8").startswith(mark)

    def test_nothing_is_stated_of_what_is_not_known(self, tmp_path: Path) -> None:
        out = tmp_path / "a.txt"
        result = run("status", REGISTER, ESP, "p-09", "--on", "2026-03-01", "--statement", "-o", str(out))
        assert result.exit_code == 1
        assert "Aucune attestation" in result.stderr
        assert "À demander d'abord : " in result.output
        assert not out.exists()

    def test_nobody_states_what_is_to_come(self) -> None:
        result = run("status", REGISTER, MSP, "p-01", "--on", "9999-01-01", "--statement")
        assert result.exit_code == 2

    @pytest.mark.parametrize("options", [("-o", "a.html"), ("--statement", "-o", "a.pdf")])
    def test_a_file_is_for_a_statement_and_named_so(self, options: tuple[str, ...]) -> None:
        assert run("status", REGISTER, RIVE, "p-04", *ON, *options).exit_code == 2


class TestElectors:
    def test_who_votes_college_by_college(self) -> None:
        result = run("electors", REGISTER, RIVE, *ON)
        assert result.exit_code == 0
        electors, without = result.output.split("Sans droit de vote (2)")
        assert "Électeurs (10)" in electors
        assert "professionnels de santé (6)" in electors
        assert "Garance Rêvée" in without
        assert without.count("cotisation non à jour (2)") == 1

    def test_an_association_without_colleges(self) -> None:
        output = run("electors", REGISTER, AMONT, *ON).output
        assert "Électeurs (4)" in output
        assert "collège" not in output

    def test_a_structure_that_is_no_association(self) -> None:
        result = run("electors", REGISTER, MSP, *ON)
        assert result.exit_code == 0
        assert "Sans objet" in result.output

    def test_while_the_statutes_are_unknown_nobody_is_called_an_elector(self) -> None:
        output = run("electors", REGISTER, ESP, *ON).output
        assert "Électeurs (0)" in output
        assert "Droit de vote à vérifier (3)" in output

    def test_a_list_of_members_nobody_told(self, tmp_path: Path) -> None:
        path = tmp_path / "cpts.json"
        path.write_text('{"kind": "cpts", "id": "c", "statutes": [{"colleges": null}]}', encoding="utf-8")
        assert "il peut y avoir d'autres électeurs" in run("electors", str(path), "c", *ON).output

    @pytest.mark.parametrize(
        ("present", "code", "said"),
        [
            ("3", 0, "Le quorum est atteint."),  # a quarter of ten, rounded up
            ("2", 1, "Le quorum n'est pas atteint."),
            ("p-01,p-02,p-03", 0, "Le quorum est atteint."),
            ("p-01,p-07,p-13", 1, "Le quorum n'est pas atteint."),  # two of them may not vote
        ],
    )
    def test_the_quorum(self, present: str, code: int, said: str) -> None:
        result = run("electors", REGISTER, RIVE, *ON, "--present", present)
        assert result.exit_code == code
        assert said in result.output

    def test_how_many_more_it_takes(self) -> None:
        output = run("electors", REGISTER, RIVE, *ON, "--present", "1").output
        assert "de 1 à 2 présents : non atteint" in output
        assert "de 3 à 10 présents : atteint" in output

    def test_where_the_statutes_ask_for_none_there_is_no_quorum(self) -> None:
        result = run("electors", REGISTER, AMONT, *ON, "--present", "1")
        assert result.exit_code == 0
        assert "Aucun quorum n'est exigé." in result.output

    def test_whether_it_is_reached_may_not_be_known(self) -> None:
        result = run("electors", REGISTER, ESP, *ON, "--present", "p-09")
        assert result.exit_code == 1
        assert "On ne peut pas encore dire" in result.output

    def test_proxies_count_within_limits(self) -> None:
        given = [f"--proxy=p-0{giver}=p-01" for giver in (2, 3)]
        assert run("electors", REGISTER, RIVE, *ON, "--present", "p-01", *given).exit_code == 0
        result = run("electors", REGISTER, RIVE, *ON, "--present", "p-01", *given, "--proxy=p-04=p-02")
        assert "pouvoir donné à quelqu'un qui n'est pas présent" in result.output

    def test_those_present_in_a_file(self, tmp_path: Path) -> None:
        path = tmp_path / "presents.txt"
        path.write_text("\ufeffp-01\r\np-02\n\np-03;p-04\n", encoding="utf-8")
        result = run("electors", REGISTER, RIVE, *ON, "--present", f"@{path}", "--format", "json")
        assert json.loads(result.stdout)["quorum"]["counted"] == {"least": 4, "most": 4}
        assert run("electors", REGISTER, RIVE, *ON, "--present", f"@{tmp_path}/none").exit_code == 2

    @pytest.mark.parametrize(
        "options",
        [
            ("--present", "11"),
            ("--present", "p-99"),
            ("--present", "p-01", "--proxy", "p-02"),
            ("--present", "2", "--proxy", "p-02=p-01"),
            ("--proxy", "p-02=p-01"),
        ],
    )
    def test_a_room_that_cannot_be_is_bad_input(self, options: tuple[str, ...]) -> None:
        assert run("electors", REGISTER, RIVE, *ON, *options).exit_code == 2

    def test_an_id_made_of_figures_is_an_id(self, tmp_path: Path) -> None:
        path = tmp_path / "cpts.json"
        path.write_text(
            '{"kind": "cpts", "id": "c", "statutes": [{"colleges": null, "vote_requires_fee": false, "votes_by_college": false,'
            ' "quorum": {"numerator": 1, "denominator": 1}}], "members": [{"joined_on": "2020-01-01", "left_on": null,'
            ' "partner": false, "member": {"kind": "person", "id": "12"}}]}',
            encoding="utf-8",
        )
        result = run("electors", str(path), "c", *ON, "--present", "12")
        assert result.exit_code == 0, result.output

    def test_the_pack_is_written(self, tmp_path: Path) -> None:
        folder = tmp_path / "ag" / "2026"
        result = run("electors", REGISTER, RIVE, *ON, "--pack", str(folder))
        assert result.exit_code == 0, result.output
        assert {path.name for path in folder.iterdir()} == {
            "feuille-de-presence.csv",
            "dossier-assemblee.html",
        }
        assert "Apolline Fictive" in (folder / "feuille-de-presence.csv").read_text(encoding="utf-8")
        assert "Écrit :" in result.output

    def test_a_pack_that_cannot_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "taken").write_text("", encoding="utf-8")
        result = run("electors", REGISTER, RIVE, *ON, "--pack", str(tmp_path / "taken"))
        assert result.exit_code == 2
        assert "nothing was written" in result.stderr

    def test_json_for_programs(self) -> None:
        document = json.loads(run("electors", REGISTER, RIVE, *ON, "--format", "json").stdout)
        assert len(document["electors"]) == 10
        assert document["quorum"] is None
        assert document["without_vote"][0]["outcome"] == "violated"

    def test_in_english(self) -> None:
        output = run("electors", REGISTER, RIVE, *ON, "--present", "2", "--lang", "en").output
        assert "Electors (10)" in output
        assert "3 to 10 present : reached" in output


class TestHeadcount:
    def test_each_person_is_counted_once_over_all_structures(self) -> None:
        result = run("headcount", REGISTER, *ON)
        assert result.exit_code == 0
        assert "13 personnes, chaque personne comptée une seule fois" in result.output
        assert "médecin : 4" in result.output
        assert "Élise Factice : CPTS Amont-Fictif, CPTS Rive-Fictive" in result.output

    def test_by_college_of_one_structure(self) -> None:
        output = run("headcount", REGISTER, *ON, "--by", "college", "--structure", RIVE).output
        assert "professionnels de santé (CPTS Rive-Fictive) : 8" in output
        assert "Amont" not in output

    def test_json_for_programs(self) -> None:
        document = json.loads(
            run("headcount", REGISTER, *ON, "--by", "college", "--structure", RIVE, "--format", "json").stdout
        )
        assert document["people"] == {"least": 10, "most": 10}
        assert [RIVE, "partenaires"] in [group["key"] for group in document["groups"]]

    def test_a_list_nobody_told_bounds_nothing_above(self, tmp_path: Path) -> None:
        path = tmp_path / "cpts.json"
        path.write_text('{"kind": "cpts", "id": "c"}', encoding="utf-8")
        document = json.loads(run("headcount", str(path), *ON, "--format", "json").stdout)
        assert document["people"] == {"least": 0, "most": None}

    @pytest.mark.parametrize("options", [("--by", "age"), ("--structure", "nowhere")])
    def test_what_cannot_be_counted_is_bad_input(self, options: tuple[str, ...]) -> None:
        assert run("headcount", REGISTER, *ON, *options).exit_code == 2
