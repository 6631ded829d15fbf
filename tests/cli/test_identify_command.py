"""The command that says what numbers are. The numbers of people in it are invented."""

import json

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

import typer
from typer.testing import CliRunner, Result

from cpts_model.cli import app as whole
from cpts_model.cli.numbers import identify

app = typer.Typer()
app.command("identify")(identify)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


class TestText:
    def test_says_what_a_number_is_and_what_follows(self) -> None:
        result = run("810999000002")
        assert result.exit_code == 0
        assert result.output == (
            "1. 810999000002\n"
            "   identifiant national de professionnel (idNatPS) : 810999000002 (clé juste)\n"
            "      type : 8 (RPPS)\n"
            "      numéro RPPS : 10999000002\n"
        )

    def test_in_english(self) -> None:
        assert run("10999000002", "--lang", "en").output == (
            "1. 10999000002\n"
            "   RPPS number: 10999000002 (the key holds)\n"
            "      national identifier of a professional (idNatPS): 810999000002\n"
        )

    def test_says_all_that_a_number_may_be(self) -> None:
        output = run("2a 000 001 4").output
        assert output.startswith("1. 2A0000014\n   numéro FINESS : 2A 000 001 4 (clé juste)\n")
        assert "      département d'attribution : 2A\n" in output
        assert "   numéro ADELI : 2A0000014 (sans clé)\n      le répertoire ADELI a été fermé" in output

    def test_says_which_key_would_hold(self) -> None:
        result = run("10999000003")
        assert result.exit_code == 1
        assert "(clé fausse : 2 si tous les autres chiffres sont justes)" in result.output
        assert "idNatPS" not in result.output

    def test_of_la_poste_no_single_key_would_hold(self) -> None:
        assert "numéro SIRET : 356 000 000 49836 (clé fausse)" in run("35600000049836").output

    def test_does_not_repeat_what_is_no_identifier(self) -> None:
        result = run("10009470", "299127512345612")
        assert result.exit_code == 1
        assert (
            "1. aucun identifiant reconnu\n   numéro FINESS, numéro SIREN, numéro ADELI : 8" in result.output
        )
        assert "2. aucun identifiant reconnu\n   peut-être un numéro de sécurité sociale" in result.output
        assert "10009470" not in result.output
        assert "299127512345612" not in result.output

    def test_of_what_is_nothing_sound_it_says_why_it_is_no_common_number(self) -> None:
        result = run("1099900001")
        assert result.exit_code == 1
        assert "   identifiant national de structure (idNatStruct) : 1099900001 (clé fausse" in result.output
        assert "   numéro RPPS : 10 caractères au lieu de 11 ;" in result.output
        [document] = json.loads(run("1099900001", "--format", "json").output)
        assert [one["fr"].partition(" ;")[0] for one in document["reasons"]] == [
            "numéro RPPS : 10 caractères au lieu de 11",
            "numéro FINESS : 10 caractères au lieu de 9",
            "numéro SIREN : 10 caractères au lieu de 9",
        ]

    def test_of_what_is_sound_it_says_no_such_thing(self) -> None:
        output = run("W751234567", "12A0000014").output
        assert "au lieu de" not in output

    def test_reads_several_numbers_of_one_argument(self) -> None:
        result = run("10999000002\n2A0000014, 04166;W751234567;")
        assert result.exit_code == 0
        assert result.output.startswith(
            "plusieurs numéros dans un même argument : chacun est lu à part\n\n1. 10999000002\n"
        )
        assert [line for line in result.output.splitlines() if line.startswith(("2.", "3.", "4."))] == [
            "2. 2A0000014", "3. 04166", "4. W751234567",
        ]  # fmt: skip
        assert len(json.loads(run("10999000002;04166", "--format", "json").output)) == 2

    def test_of_one_number_it_does_not_speak_of_several(self) -> None:
        assert "plusieurs" not in run("« N° RPPS : 10999000002 », ", "04166").output

    def test_offers_quotes_where_a_number_came_in_groups(self) -> None:
        assert "se met entre guillemets" in run("81", "0999", "000002").output
        assert "se met entre guillemets" not in run("ABC", "DEF").output
        assert "se met entre guillemets" not in run("10999000002", "04166").output

    @pytest.mark.parametrize(
        ("numbers", "code"),
        [
            (["10999000002", "2A0000014", "04166", "W751234567"], 0),
            (["10999000002", "10999000003"], 1),
            (["10999000002", "ABC"], 1),
            (["010009471"], 1),
            (["0011234567"], 1),
        ],
    )
    def test_ends_with_one_unless_all_are_sound(self, numbers: list[str], code: int) -> None:
        assert run(*numbers).exit_code == code
        assert run(*numbers, "--format", "json").exit_code == code

    def test_is_a_command_of_the_program(self) -> None:
        assert CliRunner().invoke(whole, ["identify", "10999000002"]).exit_code == 0
        assert CliRunner().invoke(whole, ["identify"]).exit_code == 2


class TestJson:
    def test_holds_the_same(self) -> None:
        [sound, wrong, none] = json.loads(
            run("73282932010073", "10999000003", "99109", "--format", "json").output
        )
        assert sound["sound"] is True
        siret, rang = sound["identifications"]
        assert (siret["kind"], siret["key_holds"], siret["expected_key"]) == ("siret", True, None)
        assert siret["label"] == {"fr": "numéro SIRET", "en": "SIRET number"}
        assert (siret["number"], siret["written"]) == ("73282932010073", "732 829 320 10073")
        assert {one["id"]: one["value"] for one in siret["derived"]} == {
            "siren": "732829320",
            "id_nat_struct": "373282932010073",
        }
        assert (rang["kind"], rang["key_holds"], rang["derived"]) == ("rpps_rang", False, [])
        assert wrong["sound"] is False
        assert wrong["identifications"][0]["expected_key"] == "2"
        assert none["identifications"] == []
        assert none["reasons"] == [
            {
                "fr": "code COG de commune : 99 est le code des pays étrangers ; "
                "une commune étrangère n'a pas de code COG",
                "en": "COG code of a commune: 99 is for foreign countries; a foreign commune has no COG code",
            }
        ]

    def test_says_what_a_code_means_and_what_to_know(self) -> None:
        [document] = json.loads(run("0011234567", "--format", "json").output)
        [one] = document["identifications"]
        assert one["key_holds"] is None
        assert one["note"]["en"].startswith("the ADELI register was closed")
        assert one["derived"][0]["meaning"] == {"fr": "ADELI", "en": "ADELI"}
        assert one["derived"][1]["meaning"] is None
