"""The timeline of a dossier on the command line."""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")
pytest.importorskip("icalendar", reason="calendars need the extra cpts-model[calendar]")
pytest.importorskip("defusedxml", reason="pictures are read back by defusedxml")

import typer
from icalendar import Calendar
from typer.testing import CliRunner, Result

from cpts_model.cli.timeline import timeline
from golden import EXAMPLES
from timelines import drawn, words_of

CPTS = str(EXAMPLES / "cpts-ouest-gironde.json")
REGISTER = str(EXAMPLES / "registre-deux-cpts.json")
ON = ("--on", "2026-11-21")


def run(*arguments: str) -> Result:
    app = typer.Typer(pretty_exceptions_enable=False)
    app.command()(timeline)
    return CliRunner().invoke(app, list(arguments))


def picture(path: Path) -> Element:
    return drawn(path.read_text(encoding="utf-8"))


class TestLines:
    def test_the_days_come_in_order_with_the_day_asked_among_them(self) -> None:
        result = run(CPTS, *ON, "--since", "2021-09-01", "--until", "2026-12-31")
        assert result.exit_code == 0, result.output
        head, *lines = result.output.splitlines()
        assert head == "CPTS Ouest Gironde : du 01/09/2021 au 31/12/2026"
        days = ["-".join(reversed(line.strip()[:10].split("/"))) for line in lines if line[:1] == " "]
        assert days == sorted(days)
        assert any("15/11/2021  fait" in line and "projet transmis à l'ARS" in line for line in lines)
        assert any("23/01/2022  état" in line and "réputé validé" in line for line in lines)
        assert any("31/03/2022  droit" in line and "L1434-12" in line for line in lines)
        assert any("21/11/2026 ── jour de référence ──" in line for line in lines)
        assert " 05/09/2022  fait      amélioration de l'accès aux soins : mission démarrée" in lines

    def test_what_is_to_be_confirmed_says_why(self) -> None:
        result = run(str(EXAMPLES / "cpts-en-creation.json"), *ON, "--until", "2027-12-31")
        (line,) = [line for line in result.output.splitlines() if line.startswith(" 01/05/2027")]
        assert "à confirmer, " in line
        assert line.endswith("un conseil")

    def test_in_english(self) -> None:
        result = run(CPTS, *ON, "--lang", "en")
        assert "2026-11-21 ── day looked from ──" in result.output

    def test_what_depends_on_an_unknown_day_comes_last(self, tmp_path: Path) -> None:
        path = tmp_path / "cpts.json"
        path.write_text(json.dumps({"kind": "cpts", "id": "c"}), encoding="utf-8")
        result = run(str(path), *ON)
        assert "Échéances dont la date reste à déterminer" in result.output
        assert "dépend de : " in result.output

    def test_mermaid(self) -> None:
        result = run(CPTS, *ON, "--mermaid")
        assert result.stdout.startswith("gantt\n    title CPTS Ouest Gironde")


def sequences(path: Path) -> dict[str, int]:
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return {str(event["UID"]): int(event["SEQUENCE"]) for event in events}


class TestFiles:
    def test_of_two_calendars_of_one_day_the_second_is_the_later(self, tmp_path: Path) -> None:
        dossier, out = tmp_path / "c.json", tmp_path / "c.ics"
        told = json.loads(Path(CPTS).read_text(encoding="utf-8"))
        dossier.write_text(json.dumps(told), encoding="utf-8")
        assert run(str(dossier), *ON, "--ics", str(out)).exit_code == 0
        first, drawn_first = sequences(out), out.read_bytes()
        assert run(str(dossier), *ON, "--ics", str(out)).exit_code == 0
        assert out.read_bytes() == drawn_first
        told["projet"]["received_complete_on"] = "2021-11-29"
        dossier.write_text(json.dumps(told), encoding="utf-8")
        assert run(str(dossier), *ON, "--ics", str(out)).exit_code == 0
        second = sequences(out)
        assert set(second) == set(first)
        assert min(second.values()) > max(first.values())

    def test_a_picture_and_a_calendar(self, tmp_path: Path) -> None:
        svg, ics = tmp_path / "frise.svg", tmp_path / "echeances.ics"
        result = run(CPTS, *ON, "--svg", str(svg), "--ics", str(ics))
        assert result.exit_code == 0, result.output
        assert f"Écrit : {svg}" in result.output.replace("\n", "")
        assert "le 21/11/2026" in words_of(picture(svg))
        calendar: Any = Calendar.from_ical(ics.read_bytes())
        days = [event["dtstart"].dt.isoformat() for event in calendar.walk("VEVENT")]
        assert "2022-01-23" in days
        assert days == sorted(days)

    def test_the_diagram_alone_goes_to_the_output(self, tmp_path: Path) -> None:
        result = run(CPTS, *ON, "--mermaid", "--svg", str(tmp_path / "frise.svg"))
        assert "Écrit" not in result.stdout
        assert "Écrit" in result.stderr

    def test_deadlines_of_no_known_day_are_counted(self, tmp_path: Path) -> None:
        path = tmp_path / "cpts.json"
        path.write_text(json.dumps({"kind": "cpts", "id": "c"}), encoding="utf-8")
        result = run(str(path), *ON, "--ics", str(tmp_path / "c.ics"))
        assert re.search(r"Échéances sans date connue, non portées au calendrier : \d+\n", result.output)

    @pytest.mark.parametrize("option", ["--svg", "--ics"])
    def test_what_cannot_be_written_leaves_the_old_file(self, option: str, tmp_path: Path) -> None:
        out = tmp_path / "absent" / "a"
        result = run(CPTS, *ON, option, str(out))
        assert result.exit_code == 2
        assert "nothing was written" in result.stderr
        old = tmp_path / "old"
        old.write_text("before", encoding="utf-8")
        old.chmod(0o444)
        assert run(CPTS, *ON, option, str(old)).exit_code == 2
        assert old.read_text(encoding="utf-8") == "before"


class TestBadInput:
    @pytest.mark.parametrize("option", ["--svg", "--ics"])
    def test_the_dossier_itself_is_not_written_over(self, option: str, tmp_path: Path) -> None:
        file = tmp_path / "cpts.json"
        file.write_bytes(Path(CPTS).read_bytes())
        link = tmp_path / "lien"
        link.symlink_to(file)
        for name in (file, link, tmp_path / "." / "cpts.json"):
            result = run(str(file), *ON, option, str(name))
            assert result.exit_code == 2
            assert "it is the file that is read" in result.stderr
        assert file.read_bytes() == Path(CPTS).read_bytes()

    def test_two_outputs_are_not_one_file(self, tmp_path: Path) -> None:
        out = tmp_path / "frise"
        result = run(CPTS, *ON, "--svg", str(out), "--ics", str(out))
        assert result.exit_code == 2
        assert "it is named twice" in result.stderr
        assert not out.exists()

    def test_of_several_structures_one_is_to_be_named(self) -> None:
        result = run(REGISTER, *ON)
        assert result.exit_code == 2
        assert "say --structure cpts-rive or " in result.stderr
        assert run(REGISTER, *ON, "--structure", "msp-quai").exit_code == 0
        assert run(REGISTER, *ON, "--structure", "msp-quay").exit_code == 2

    def test_a_window_that_ends_before_it_begins(self) -> None:
        result = run(CPTS, *ON, "--since", "2026-01-02", "--until", "2026-01-01")
        assert result.exit_code == 2
        assert "--until 2026-01-01 comes before --since 2026-01-02" in result.stderr

    def test_a_file_that_cannot_be_read(self, tmp_path: Path) -> None:
        assert run(str(tmp_path / "absent.json"), *ON).exit_code == 2
