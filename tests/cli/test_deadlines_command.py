"""The commands that tell what is due, and the dossier to send."""

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

import typer
from typer.testing import CliRunner, Result

from cpts_model.cli import dates
from golden import EXAMPLES

ON = ("--on", "2026-11-21")
GIRONDE, PARIS = str(EXAMPLES / "cpts-ouest-gironde.json"), str(EXAMPLES / "cpts-paris-13.json")
SISA, REGISTER = str(EXAMPLES / "sisa-sous-le-minimum.json"), str(EXAMPLES / "registre-deux-cpts.json")

CONTRACT: dict[str, Any] = {
    "signed_on": "2024-01-31", "ends_on": None, "terminated_on": None,
    "missions": ["acces-aux-soins"], "progress": [], "dialogues_held_on": [],
}  # fmt: skip

app = typer.Typer()
app.command("deadlines")(dates.deadlines)
app.command("checklist")(dates.checklist)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def dossier(folder: Path, **facts: object) -> str:
    path = folder / "cpts.json"
    path.write_text(json.dumps({"kind": "cpts", "id": "cpts-a", **facts}), encoding="utf-8")
    return str(path)


class TestDeadlines:
    def test_are_told_from_the_day_asked_to_the_last(self) -> None:
        result = run("deadlines", GIRONDE, "--until", "2027-06-30", *ON)
        assert result.exit_code == 0, result.output
        assert "Échéances du 21/11/2026 au 30/06/2027" in result.output
        assert "14/06/2027" in result.output
        # The last payment told is of 2025: only that civil year has a ceiling to look at.
        assert "31/12/2026" not in result.output
        before = run("deadlines", GIRONDE, "--since", "2025-07-01", "--until", "2025-12-31", *ON)
        assert "31/12/2025" in before.output

    def test_of_the_past_can_be_asked(self) -> None:
        result = run("deadlines", GIRONDE, "--since", "2022-01-01", "--until", "2022-01-31", *ON)
        assert "Dernier jour pour l'agence régionale de santé de s'opposer" in result.output
        assert "22/01/2022" in result.output

    def test_say_what_is_overdue_and_end_with_one(self, tmp_path: Path) -> None:
        contract = {
            "signed_on": "2024-01-31", "ends_on": None, "terminated_on": None,
            "missions": ["acces-aux-soins"], "progress": [], "dialogues_held_on": ["2024-06-01", "2025-06-01"],
        }  # fmt: skip
        file = dossier(tmp_path, projet=None, contract=contract, formed_on="2023-01-01")
        result = run("deadlines", file, "--until", "2026-12-31", *ON)
        assert result.exit_code == 1
        assert "En retard" in result.output
        early = run("deadlines", file, "--until", "2024-12-31", "--on", "2024-07-31")
        assert early.exit_code == 0
        assert "En retard" not in early.output

    def test_overdue_within_a_window_of_the_past_end_with_one_too(self, tmp_path: Path) -> None:
        file = dossier(tmp_path, projet=None, contract=CONTRACT, formed_on="2023-01-01")
        window = ("--since", "2024-01-01", "--until", "2027-12-31")
        result = run("deadlines", file, *window, *ON)
        assert result.exit_code == 1
        assert "31/07/2024  à faire au plus tard, en retard" in result.output
        assert "30/01/2027  à faire au plus tard\n" in result.output
        [document] = json.loads(run("deadlines", file, *window, *ON, "--format", "json").output)
        overdue = [one["day"] for one in document["deadlines"] if one["overdue"]]
        assert overdue == ["2024-07-31", "2025-01-30", "2025-07-31", "2026-01-30"]
        # The very last day is not past yet.
        last = run("deadlines", file, "--since", "2024-01-01", "--until", "2024-12-31", "--on", "2024-07-31")
        assert last.exit_code == 0
        assert "en retard" not in last.output

    def test_to_come_before_a_later_window_are_not_overdue(self) -> None:
        # The dialogue of the fifth year may be held until 14 June 2027.
        window = ("--since", "2027-07-01", "--until", "2027-12-31")
        result = run("deadlines", GIRONDE, *window, *ON)
        assert result.exit_code == 0
        assert "En retard" not in result.output
        assert "14/06/2027" not in result.output
        after = run("deadlines", GIRONDE, *window, "--on", "2027-06-15")
        assert after.exit_code == 1
        assert "14/06/2027  à faire au plus tard, en retard" in after.output

    def test_of_missions_that_nobody_told_are_not_said_to_be_overdue(self, tmp_path: Path) -> None:
        contract = {key: told for key, told in CONTRACT.items() if key != "missions"}
        contract["dialogues_held_on"] = ["2024-06-01", "2025-06-01", "2026-06-01"]
        file = dossier(tmp_path, projet=None, contract=contract, formed_on="2023-01-01")
        result = run("deadlines", file, "--until", "2026-12-31", *ON)
        assert result.exit_code == 0, result.output
        assert "Échues ; on ne peut pas dire" in result.output
        assert "À indiquer : " in result.output
        assert "[contract.missions]" in result.output

    def test_that_practice_alone_asks_for_is_not_overdue(self, tmp_path: Path) -> None:
        contract = {"signed_on": "2023-01-10", "ends_on": None, "terminated_on": None}
        told = {"kind": "msp", "id": "m", "legal_form": "association", "sisa": None, "contract": contract}
        file = tmp_path / "msp.json"
        file.write_text(json.dumps(told), encoding="utf-8")
        for since in ((), ("--since", "2023-01-01")):
            result = run("deadlines", str(file), *since, "--until", "2026-12-31", *ON)
            assert result.exit_code == 0
            assert "10/07/2023  à faire au plus tard\n" in result.output
            assert "n retard" not in result.output
            assert ("Échues, non tenues ; demandées par l'usage" in result.output) == (not since)

    def test_of_an_almost_unknown_dossier_say_what_to_ask(self) -> None:
        result = run("deadlines", PARIS, "--until", "2027-12-31", *ON)
        assert result.exit_code == 0
        assert "? À indiquer : contrat ACI" in result.output
        assert "? À indiquer : projet de santé" in result.output

    def test_of_a_register_are_those_of_each_structure(self) -> None:
        result = run("deadlines", REGISTER, "--until", "2027-12-31", *ON)
        assert result.output.count("Échéances du 21/11/2026") > 2

    def test_of_a_team_say_that_no_text_read_gives_it_any(self) -> None:
        team = run("deadlines", str(EXAMPLES / "ess-cardiologie.json"), "--until", "2027-12-31", *ON).output
        assert "Aucune échéance : aucun texte lu n'en donne" in team
        centre = run("deadlines", str(EXAMPLES / "cds-beaudesert.json"), "--until", "2027-12-31", *ON).output
        assert "Aucune échéance datée sur cette période." in centre

    def test_as_json(self) -> None:
        [document] = json.loads(
            run("deadlines", SISA, "--until", "2027-12-31", *ON, "--format", "json").output
        )
        assert document["subject"] == "sisa-des-tilleuls"
        [right] = document["deadlines"]
        assert (right["uid"], right["day"]) == ("sisa-des-tilleuls/sisa.dissolution/trois-ans", "2027-02-02")
        assert right["basis"]["rule"] == "sisa.dissolution"
        assert right["title"]["fr"].startswith("Tout intéressé")
        [unknown] = json.loads(
            run("deadlines", PARIS, "--until", "2027-12-31", *ON, "--format", "json").output
        )
        assert all(one["day"] == {"unknown": True} for one in unknown["undated"])

    @pytest.mark.parametrize(
        "window", [("--since", "2027-01-01", "--until", "2026-12-31"), ("--until", "2020-01-01")]
    )
    def test_of_a_window_that_ends_before_it_begins_are_refused(self, window: tuple[str, ...]) -> None:
        result = run("deadlines", GIRONDE, *window, *ON)
        assert result.exit_code == 2
        assert "comes before" in result.stderr

    def test_reach_to_the_ends_of_the_calendar(self) -> None:
        result = run("deadlines", SISA, "--since", "0001-01-01", "--until", "2027-12-31")
        assert result.exit_code == 0, result.output

    def test_of_a_missing_file_are_bad_input(self, tmp_path: Path) -> None:
        assert run("deadlines", str(tmp_path / "rien.json"), "--until", "2027-01-01").exit_code == 2


class TestChecklist:
    CREATION = str(EXAMPLES / "cpts-en-creation.json")

    def test_of_a_projet_that_the_agency_examines_misses_nothing(self) -> None:
        result = run("checklist", self.CREATION, "--to", "ars", *ON)
        assert result.exit_code == 0, result.output
        assert "✗" not in result.output
        assert "… Le projet de santé est validé." in result.output
        assert "Le 01/01/2027 (sauf opposition de l'agence avant ce jour" in result.output
        [document] = json.loads(
            run("checklist", self.CREATION, "--to", "ars", *ON, "--format", "json").output
        )
        waiting = {
            item["key"]: item["awaited"] for item in document["items"] if item["state"] == "en-attente"
        }
        assert waiting == {"contrat.projet-valide": "2027-01-01", "contrat.signature-ars": None}

    def test_shows_the_letter_that_the_dossier_tells_when_its_region_is_named(self) -> None:
        named = run("checklist", self.CREATION, "--to", "ars", "--region", "nouvelle-aquitaine", *ON).output
        assert named.count("✓ Nouvelle-Aquitaine : la lettre indique") == 5
        assert "✓ La lettre d'intention est envoyée" in named
        other = run("checklist", self.CREATION, "--to", "ars", "--region", "normandie", *ON)
        assert other.output.count("✓ Normandie : la lettre indique") == 2

    def test_of_a_seat_in_another_region_asks_for_no_letter_of_elsewhere(self) -> None:
        asked = run("checklist", PARIS, "--to", "ars", *ON).output
        assert "la lettre indique" not in asked
        assert "? La lettre d'intention est envoyée" in asked

    def test_is_that_of_a_recipient(self) -> None:
        ars = run("checklist", GIRONDE, "--to", "ars", *ON)
        assert ars.exit_code == 0, ars.output
        assert "Dossier pour l'agence régionale de santé, au 21/11/2026" in ars.output
        assert "pièces justificatives" not in ars.output
        fund = run("checklist", GIRONDE, "--to", "cpam", *ON)
        assert "Dossier pour l'assurance maladie" in fund.output
        assert "pièces justificatives" in fund.output

    def test_ends_with_one_where_something_is_missing(self, tmp_path: Path) -> None:
        file = dossier(tmp_path, projet=None, contract=None, letter_of_intent=None, documents=[])
        result = run("checklist", file, "--to", "ars", "--region", "normandie", *ON)
        assert result.exit_code == 1
        assert "Normandie : la lettre indique les moyens." in result.output
        assert "Nouvelle-Aquitaine" not in result.output.replace("En Nouvelle-Aquitaine l'agence", "")

    def test_as_json(self, tmp_path: Path) -> None:
        letter = {"territory": True}
        sent = [{"kind": "lettre-d-intention", "recipient": "ars", "sent_on": "2026-01-05"}]
        file = dossier(tmp_path, projet=None, letter_of_intent=letter, documents=sent)
        [document] = json.loads(run("checklist", file, "--to", "ars", *ON, "--format", "json").output)
        states = {item["key"]: item["state"] for item in document["items"]}
        assert states["lettre.envoyee"] == "la"
        assert states["lettre.normandie/territory"] == "la"
        assert states["lettre.normandie/means"] == "a-verifier"
        [gironde] = json.loads(run("checklist", GIRONDE, "--to", "ars", *ON, "--format", "json").output)
        assert [one["day"] for one in gironde["deadlines"]] == ["2026-06-14", "2027-06-14"]
        assert {item["due"] for item in gironde["items"]} == {None, "2026-06-14", "2027-06-14"}

    def test_of_a_register_is_that_of_each_cpts(self) -> None:
        assert (
            run("checklist", REGISTER, "--to", "cpam", *ON).output.count("Dossier pour l'assurance maladie")
            == 2
        )

    def test_is_of_no_other_structure(self) -> None:
        result = run("checklist", SISA, "--to", "ars", *ON)
        assert result.exit_code == 2
        assert "holds no CPTS" in result.stderr
