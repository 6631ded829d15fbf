"""Territories on the command line: a dossier, or communes, against a table that the user names."""

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

from cpts_model import read_register
from exchange.communes.cog_tables import INSEE, INVENTED, LEGALES
from golden import EXAMPLES
from register_file import run
from shared_data import shared

TOLD = ["23901", "23907"]


@pytest.fixture
def cog(tmp_path: Path) -> str:
    return saved(tmp_path / "communes_2031.csv", INVENTED)


def saved(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def dossier(folder: Path, *structures: dict[str, Any], name: str = "dossier.json") -> str:
    told = structures[0] if len(structures) == 1 else {"kind": "register", "structures": list(structures)}
    return saved(folder / name, json.dumps(told))


def cpts(id: str = "cpts-songe", **facts: Any) -> dict[str, Any]:
    return {"kind": "cpts", "id": id, "name": "CPTS du Songe (inventée)", **facts}


def answer(*arguments: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(run("territory", *arguments, "--format", "json").stdout)
    return document


class TestWithoutDossier:
    def test_communes_on_the_line(self, cog: str) -> None:
        result = run("territory", "--communes", "23901,23907", "--cog", cog)
        assert result.exit_code == 0, result.output
        for line in (
            "millésime de la table : non dit (2031 d'après le nom du fichier, à confirmer)",
            "23901 Vaubaume : 1\N{NARROW NO-BREAK SPACE}200",
            "1\N{NARROW NO-BREAK SPACE}240 habitants",
            "Taille au sens de l'accord : taille 1\n",
            " Département : 23, 2 communes\n",
            " Région : Nouvelle-Aquitaine (75), 2 communes\n",
            " EPCI (SIREN) : 200000008, 1 commune\n",
            "Rien d'autre à confirmer que le millésime de la table : --vintage le dit.",
            "La population à prendre (millésime, municipale ou totale)",
        ):
            assert line in result.stdout

    def test_with_its_year_nothing_remains_to_be_confirmed(self, cog: str) -> None:
        result = run("territory", "--communes", "23901,23907", "--cog", cog, "--vintage", "2031")
        assert result.exit_code == 0
        assert " Rien à confirmer.\n" in result.stdout
        assert "à confirmer)" not in result.stdout

    def test_another_year_than_the_file_s_name_is_a_doubt(self, cog: str, tmp_path: Path) -> None:
        path = dossier(tmp_path, cpts(territory={"communes": TOLD}))
        before = Path(path).read_bytes()
        result = run("territory", path, "--cog", cog, "--vintage", "1999", "--write")
        assert result.exit_code == 1
        assert "? millésime : 1999 est demandé, et le nom du fichier dit 2031" in result.stdout
        assert "Rien n'a été écrit : il n'y a rien de certain à ajouter." in result.stdout
        assert Path(path).read_bytes() == before
        table = answer("--communes", "23901", "--cog", cog, "--vintage", "1999")["table"]
        assert table["vintage_doubt"]["en"].startswith("year of the table: 1999 is told")
        assert (
            answer("--communes", "23901", "--cog", cog, "--vintage", "2031")["table"]["vintage_doubt"] is None
        )

    def test_of_several_years_in_the_name_one_may_be_told(self, tmp_path: Path) -> None:
        cog = saved(tmp_path / "population_2023_cog_2026.csv", INVENTED)
        for year, code in (("2023", 0), ("2026", 0), ("2024", 1)):
            assert (
                run("territory", "--communes", "23901,23907", "--cog", cog, "--vintage", year).exit_code
                == code
            )

    def test_several_regions_and_departements(self, cog: str) -> None:
        shown = run("territory", "--communes", "23901,23907,75101,97190", "--cog", cog, "--lang", "fr").stdout
        assert " Départements : 23, 2 communes ; 75, 1 commune ; 971, 1 commune\n" in shown
        assert (
            " Régions : Guadeloupe (01), 1 commune ; Nouvelle-Aquitaine (75), 2 communes ; Île-de-France (11), 1 commune\n"
            in shown
        )

    def test_a_region_that_is_none_of_today_s_has_no_name(self, tmp_path: Path) -> None:
        cog = saved(tmp_path / "v.csv", "COM;REG;PMUN\n23901;74;9\n")
        assert " Région : 74, 1 commune\n" in run("territory", "--communes", "23901", "--cog", cog).stdout

    def test_of_nobody_known_the_population_is_unknown(self, cog: str) -> None:
        result = run("territory", "--communes", "23905", "--cog", cog)
        assert "   population inconnue\n   communes sans chiffre : 23905\n" in result.stdout
        assert "0 habitants" not in result.stdout

    @pytest.mark.parametrize(
        "text",
        ["23901,23907", "23901; 23907", "23901 23907", "23901,,23907,", "23901 Vaubaume, 23907 Chimère"],
    )
    def test_separators(self, cog: str, text: str) -> None:
        assert answer("--communes", text, "--cog", cog)["territories"][0]["given"] == TOLD

    def test_names_are_not_split_nor_chosen(self, cog: str) -> None:
        result = run("territory", "--communes", "23907, Le Songe", "--cog", cog)
        assert result.exit_code == 1
        assert "« Le Songe » n'est pas un code INSEE" in result.stdout
        assert "peut-être 23906 Le Songe" in result.stdout

    @pytest.mark.parametrize(
        "text", ["23901\n23907\n", "code;nom\n23901;Vaubaume\n\n23907;Chimère\n", '"23901"\t1\n"23907"\n', "INSEE\n23901\n23907", "23901 Vaubaume\n23907 Chimère-le-Bas 2", "23 901 Vaubaume\n23907, Chimère\n", "'23901' x\n23907\tx\n"]
    )  # fmt: skip
    def test_a_file_of_communes(self, cog: str, tmp_path: Path, text: str) -> None:
        listed = saved(tmp_path / "liste.csv", text)
        assert answer("--communes-file", listed, "--cog", cog)["territories"][0]["given"] == TOLD

    def test_a_name_alone_on_its_line_is_told_whole(self, cog: str, tmp_path: Path) -> None:
        listed = saved(tmp_path / "liste.txt", "23907 Chimère\nLe Songe\n2901 Vaubaume\n")
        given = answer("--communes-file", listed, "--cog", cog)["territories"][0]["given"]
        assert given == ["23907", "Le Songe", "2901"]

    def test_doubts_in_english(self, cog: str) -> None:
        result = run("territory", "--communes", "23903 23906 23905 23901 23901", "--cog", cog, "--lang", "en")
        assert result.exit_code == 1
        for line in (
            "To be confirmed (3)",
            "23902 L'Isle-Fictive: 800 at most, the whole commune",
            "23906 Le Songe: masked below 6",
            "23905 Saint-Imaginaire: unknown",
            "at least 1,200 inhabitants",
            "Size under the agreement: not determined, subject to what is to be confirmed",
            "For information",
            "23901 is given several times: counted once",
        ):
            assert line in result.stdout

    def test_two_sizes_and_eighty_thousand_exactly(self, tmp_path: Path) -> None:
        cog = saved(
            tmp_path / "c.csv", "COM;PMUN;anciens_codes\n23901;80000;\n23902;20;23903\n23904;79990;\n"
        )
        exact = run("territory", "--communes", "23901", "--cog", cog)
        assert exact.exit_code == 0
        assert "taille 2 ou taille 3" in exact.stdout
        assert "à 80 000 habitants exactement, les textes lus ne disent pas" in exact.stdout
        around = run("territory", "--communes", "23904,23903", "--cog", cog)
        assert around.exit_code == 1
        assert "taille 2 ou taille 3, sous réserve des points à confirmer" in around.stdout
        assert "exactement, les textes" not in around.stdout
        at_least = run("territory", "--communes", "23901,23905", "--cog", cog)
        assert "taille 2 ou taille 3 ou taille 4" in at_least.stdout
        assert "exactement, les textes" not in at_least.stdout

    def test_which_population(self, tmp_path: Path) -> None:
        cog = saved(tmp_path / "donnees_communes.csv", LEGALES)
        first = answer("--communes", "23901", "--cog", cog)
        assert first["table"]["population"] == "municipale"
        assert first["territories"][0]["population"] == {"least": 1200, "most": 1200, "exact": True}
        other = answer("--communes", "23901", "--cog", cog, "--population", "totale", "--vintage", "2026")
        assert other["territories"][0]["population"]["least"] == 1212
        assert other["table"]["vintage"] == 2026

    def test_a_table_without_population(self, tmp_path: Path) -> None:
        result = run("territory", "--communes", "23901", "--cog", saved(tmp_path / "v.csv", INSEE))
        assert result.exit_code == 1
        assert "la table ne donne aucune population" in result.stdout


class TestDossier:
    def test_it_is_clear(self, cog: str, tmp_path: Path) -> None:
        path = dossier(tmp_path, cpts(territory={"communes": TOLD, "population": 1240}))
        result = run("territory", path, "--cog", cog)
        assert result.exit_code == 0, result.output
        assert "CPTS du Songe (inventée) (territoire)" in result.stdout

    def test_the_same_communes_of_the_projet_are_told_once(self, cog: str, tmp_path: Path) -> None:
        path = dossier(
            tmp_path, cpts(territory={"communes": TOLD}, projet={"territory": {"communes": TOLD[::-1]}})
        )
        found = answer(path, "--cog", cog)["territories"]
        assert [one["places"] for one in found] == [["territory", "projet.territory"]]

    def test_other_communes_of_the_projet_are_told_apart(self, cog: str, tmp_path: Path) -> None:
        path = dossier(
            tmp_path, cpts(territory={"communes": TOLD}, projet={"territory": {"communes": ["23902"]}})
        )
        found = answer(path, "--cog", cog)["territories"]
        assert [(one["places"], one["population"]["least"]) for one in found] == [
            (["territory"], 1240),
            (["projet.territory"], 800),
        ]

    def test_what_is_no_cpts_has_no_size(self, cog: str, tmp_path: Path) -> None:
        msp = {"kind": "msp", "id": "msp-songe", "projet": {"territory": {"communes": TOLD}}}
        path = dossier(tmp_path, msp, cpts(territory={"communes": ["23901"]}))
        found = {
            one["subject"]["id"]: one["size_classes"] for one in answer(path, "--cog", cog)["territories"]
        }
        assert found == {"msp-songe": [], "cpts-songe": ["taille-1"]}
        alone = run("territory", path, "--cog", cog, "--structure", "msp-songe")
        assert "Taille" not in alone.stdout
        assert "La population à prendre" not in alone.stdout

    def test_the_size_that_the_contract_retains(self, cog: str, tmp_path: Path) -> None:
        def told(size: str | None) -> int:
            contract = {"size_class": size}
            path = dossier(tmp_path, cpts(territory={"communes": TOLD}, contract=contract))
            result = run("territory", path, "--cog", cog)
            said = "le contrat retient la taille 3, la table donne la taille 1 ;"
            assert (said in result.stdout) == (size == "taille-3")
            return result.exit_code

        assert [told("taille-1"), told(None), told("taille-3")] == [0, 0, 1]

    def test_the_population_that_the_contract_retains_is_shown(self, cog: str, tmp_path: Path) -> None:
        path = dossier(tmp_path, cpts(territory={"communes": TOLD}, contract={"population": 41_000}))
        shown = run("territory", path, "--cog", cog, "--lang", "en").stdout
        assert "Population retained by the contract: 41,000" in shown
        assert answer(path, "--cog", cog)["territories"][0]["contract"] == {
            "population": 41_000,
            "problem": None,
        }

    def test_the_dossier_tells_another_population(self, cog: str, tmp_path: Path) -> None:
        path = dossier(tmp_path, cpts(territory={"communes": TOLD, "population": 1239}))
        before = Path(path).read_bytes()
        result = run("territory", path, "--cog", cog, "--write")
        assert result.exit_code == 1
        assert "population : 1239 au dossier, 1240 d'après la table" in result.stdout
        assert (
            "Rien n'a été écrit : le dossier dit autre chose que ce qui est demandé, ou que la table"
            in result.stdout
        )
        assert "Taille au sens de l'accord : taille 1\n" in result.stdout  # no point to confirm is listed
        assert Path(path).read_bytes() == before

    def test_the_dossier_tells_other_communes(self, cog: str, tmp_path: Path) -> None:
        path = dossier(tmp_path, cpts(territory={"communes": TOLD}))
        result = run("territory", path, "--cog", cog, "--communes", "23901", "--write", "--lang", "en")
        assert result.exit_code == 1
        assert "Nothing was written: the dossier tells something else than what is asked for" in result.stdout
        assert "! communes: the dossier tells others than those asked for (23907)" in result.stdout

    def test_two_sizes_that_the_table_leaves_open(self, tmp_path: Path) -> None:
        cog = saved(tmp_path / "c.csv", "COM;PMUN\n23901;80000\n")
        path = dossier(tmp_path, cpts(territory={"communes": ["23901"]}, contract={"size_class": "taille-1"}))
        shown = run("territory", path, "--cog", cog).stdout
        assert "le contrat retient la taille 1, la table donne la taille 2 ou la taille 3 ;" in shown


class TestWriting:
    def test_over_the_dossier(self, cog: str, tmp_path: Path) -> None:
        path = dossier(tmp_path, cpts(about="gardé", territory={"communes": TOLD}, projet={"territory": {"communes": TOLD}}))  # fmt: skip
        result = run("territory", path, "--cog", cog, "--write")
        assert result.exit_code == 0
        assert f"Écrit : {path} (population par commune, population)" in result.stdout
        (one,) = read_register(path)
        assert one.territory.population == 1240
        assert [figure.population for figure in one.territory.figures] == [1200, 40]
        assert one.projet.territory == one.territory
        assert "gardé" in Path(path).read_text(encoding="utf-8")
        again = run("territory", path, "--cog", cog, "--write")
        assert again.exit_code == 0
        assert "Rien n'a été écrit : le dossier dit déjà tout ce que la table apprend." in again.stdout

    def test_a_dry_run_writes_nothing(self, cog: str, tmp_path: Path) -> None:
        path = dossier(tmp_path, cpts(territory={"communes": TOLD}))
        before = Path(path).read_bytes()
        result = run("territory", path, "--cog", cog, "--write", "--dry-run")
        assert f"Serait écrit : {path}" in result.stdout
        assert Path(path).read_bytes() == before

    def test_to_another_file(self, cog: str, tmp_path: Path) -> None:
        path = dossier(tmp_path, cpts(territory={"communes": TOLD}), cpts("autre"))
        before = Path(path).read_bytes()
        other = tmp_path / "autre.json"
        found = answer(path, "--cog", cog, "-o", str(other))
        assert found["written"] == str(other)
        assert found["territories"][0]["adds"] == {"territory": ["figures", "population"]}
        assert Path(path).read_bytes() == before
        assert read_register(other).structure("cpts-songe").territory.population == 1240
        assert "autre" in read_register(other)

    def test_one_dossier_stays_a_dossier(self, cog: str, tmp_path: Path) -> None:
        path = dossier(tmp_path, cpts(territory={"communes": TOLD}))
        other = tmp_path / "autre.json"
        assert run("territory", path, "--cog", cog, "-o", str(other)).exit_code == 0
        written = json.loads(other.read_text(encoding="utf-8"))
        assert (written["kind"], written["territory"]["population"]) == ("cpts", 1240)
        lines = tmp_path / "autre.jsonl"
        assert run("territory", path, "--cog", cog, "-o", str(lines)).exit_code == 0
        assert json.loads(lines.read_text(encoding="utf-8"))["kind"] == "cpts"

    def test_another_file_is_written_though_nothing_is_added(self, cog: str, tmp_path: Path) -> None:
        figures = [{"commune": "23901", "population": 1200}, {"commune": "23907", "population": 40}]
        told = {"communes": TOLD, "figures": figures, "population": 1240}
        path = dossier(tmp_path, cpts(territory=told))
        other = tmp_path / "autre.json"
        dry = run("territory", path, "--cog", cog, "-o", str(other), "--dry-run")
        assert (
            f"Serait écrit tel quel : {other} ; le dossier dit déjà tout ce que la table apprend."
            in dry.stdout
        )
        assert not other.exists()
        result = run("territory", path, "--cog", cog, "-o", str(other))
        assert result.exit_code == 0
        assert (
            f"Écrit tel quel : {other} ; le dossier dit déjà tout ce que la table apprend." in result.stdout
        )
        assert read_register(other) == read_register(path)

    def test_a_file_that_is_there_is_not_written_over(self, cog: str, tmp_path: Path) -> None:
        path = dossier(tmp_path, cpts(territory={"communes": TOLD}))
        other = Path(saved(tmp_path / "autre.json", "quelque chose"))
        result = run("territory", path, "--cog", cog, "-o", str(other))
        assert result.exit_code == 2
        assert "autre.json: it is there already" in result.output
        assert other.read_text(encoding="utf-8") == "quelque chose"

    def test_communes_that_the_dossier_does_not_tell(self, cog: str, tmp_path: Path) -> None:
        path = dossier(tmp_path, cpts(), cpts("autre"))
        arguments = ("--cog", cog, "--communes", "23901,23907", "--write")
        assert run("territory", path, *arguments).exit_code == 2
        assert run("territory", path, *arguments, "--structure", "cpts-songe").exit_code == 0
        register = read_register(path)
        assert register.structure("cpts-songe").territory.communes == tuple(TOLD)
        assert (
            run("territory", path, "--cog", cog, "--communes", "23901", "--structure", "cpts-songe").exit_code
            == 1
        )

    def test_communes_of_a_projet(self, cog: str, tmp_path: Path) -> None:
        for structure in ({"kind": "msp", "id": "a", "projet": {}}, cpts("a", territory=None, projet={})):
            path = dossier(tmp_path, structure)
            assert run("territory", path, "--cog", cog, "--communes", "23901,23907", "--write").exit_code == 0
            assert read_register(path).structure("a").projet.territory.population == 1240

    def test_doubtful_communes_are_not_written(self, cog: str, tmp_path: Path) -> None:
        path = dossier(tmp_path, cpts())
        before = Path(path).read_bytes()
        assert run("territory", path, "--cog", cog, "--communes", "23903", "--write").exit_code == 1
        assert Path(path).read_bytes() == before


class TestInputThatCannotBeRead:
    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ((), "say a dossier, --communes or --communes-file"),
            (("--communes", " , "), "no commune is given"),
            (("--communes", "23901", "--write"), "--write, -o and --structure are for a dossier"),
            (("--communes", "23901", "-o", "x.json"), "--write, -o and --structure are for a dossier"),
            (("--communes", "23901", "--structure", "x"), "--write, -o and --structure are for a dossier"),
            (("--communes", "23901", "--communes-file", "x"), "say one of them"),
            (("--communes", "23901", "--write", "-o", "x.json"), "say one of them"),
            (("--communes-file", "nowhere.csv"), "nowhere.csv"),
            (("nowhere.json",), "nowhere.json"),
            (("--communes", "23901", "--population", "entiere"), "neither municipale nor totale"),
            (("--communes", "23901", "--population", "totale"), "it is the population totale"),
        ],
    )
    def test_options(self, cog: str, arguments: tuple[str, ...], said: str) -> None:
        result = run("territory", *arguments, "--cog", cog)
        assert result.exit_code == 2
        assert said in " ".join(result.output.replace("│", " ").split())

    def test_a_bad_table(self, tmp_path: Path) -> None:
        result = run("territory", "--communes", "23901", "--cog", saved(tmp_path / "t.csv", "COM\nx\n"))
        assert result.exit_code == 2
        assert "line 2, column 'COM'" in result.output

    def test_a_dossier_without_communes(self, cog: str, tmp_path: Path) -> None:
        for facts in ({}, {"territory": {"communes": []}}, {"territory": {"population": 3}, "projet": None}):
            result = run("territory", dossier(tmp_path, cpts(**facts)), "--cog", cog)
            assert result.exit_code == 2
            assert "no territory of the file tells its communes" in result.output

    def test_a_structure_that_can_hold_no_territory(self, cog: str, tmp_path: Path) -> None:
        path = dossier(tmp_path, {"kind": "msp", "id": "msp-songe"})
        result = run("territory", path, "--cog", cog, "--communes", "23901")
        assert result.exit_code == 2
        assert "it tells no projet de santé" in result.output

    def test_neither_the_table_nor_the_dossier_is_written_over(self, cog: str, tmp_path: Path) -> None:
        path = dossier(tmp_path, cpts(territory={"communes": TOLD}))
        listed = saved(tmp_path / "liste.csv", "23901\n23907\n")
        for target in (cog, path, listed):
            before = Path(target).read_bytes()
            result = run("territory", path, "--cog", cog, "--communes-file", listed, "-o", target)
            assert result.exit_code == 2
            assert "it is the file that is read" in result.output
            assert Path(target).read_bytes() == before


@pytest.mark.parametrize(
    ("example", "population", "size"),
    [("cpts-ouest-gironde", 163_101, "taille-3"), ("cpts-paris-13", 181_271, "taille-4")],
)
def test_the_examples_agree_with_the_reference_table(example: str, population: int, size: str) -> None:
    cog = str(shared("cog") / "communes_2026.csv")
    result = run("territory", str(EXAMPLES / f"{example}.json"), "--cog", cog, "--format", "json")
    assert result.exit_code == 0
    (found,) = json.loads(result.stdout)["territories"]
    assert found["population"] == {"least": population, "most": population, "exact": True}
    assert found["size_classes"] == [size]
