"""COG tables: the files that publishers give, by the names of their columns; anything else refused with its place."""

import json
from pathlib import Path

import pytest

from cpts_model import UNKNOWN, Unknown
from cpts_model.exchange.communes import CommuneKind, CommuneTable, PopulationKind, files, gathering, read_cog
from cpts_model.exchange.extracts import BadExtract
from exchange.communes.cog_tables import ETALAB, HEADER, INSEE, INVENTED, LEGALES, OLDER, table


def faults(folder: Path, text: str | bytes, name: str = "t.csv") -> list[str]:
    with pytest.raises(BadExtract) as caught:
        table(folder, text, name)
    assert caught.value.source == str(folder / name)
    return [str(fault) for fault in caught.value.faults]


def populations(found: CommuneTable) -> dict[str, int | Unknown]:
    return {one.code: one.population for one in found.communes if not one.kind.is_part}


def test_the_columns_of_the_cut_of_etalab(tmp_path: Path) -> None:
    found = table(tmp_path)
    one = found.get("23902")
    assert one is not None
    assert (one.name, one.kind, one.region, one.epci) == (
        "L'Isle-Fictive",
        CommuneKind.COMMUNE,
        "75",
        "200000008",
    )
    assert one.population == 800
    assert one.former_codes == ("23903", "23904")
    assert one.postal_codes == ("23190",)
    assert one.departement == "23"
    assert str(one) == "23902 L'Isle-Fictive"
    assert found.get("23901").postal_codes == ("23190", "23199")
    assert found.get("75101").parent == "75056"
    assert found.get("75101").kind is CommuneKind.ARRONDISSEMENT
    assert found.get("23905").population is UNKNOWN
    assert (found.get("23906").population, found.get("23906").masked_below) == (UNKNOWN, 6)
    assert [found.get(code).departement for code in ("2A901", "97190", "19901")] == ["2A", "971", "19"]
    assert found.population_kind is PopulationKind.UNSAID


def test_what_a_column_does_not_tell_is_unknown(tmp_path: Path) -> None:
    one = table(tmp_path, "COM\n23901\n").get("23901")
    assert one is not None
    assert (one.name, one.region, one.epci, one.population, one.parent) == (UNKNOWN,) * 5
    assert str(one) == "23901"


def test_the_communes_of_the_insee_have_no_population(tmp_path: Path) -> None:
    found = table(tmp_path, INSEE, "v_commune_2031.csv")
    assert set(populations(found).values()) == {UNKNOWN}
    assert not found.has_populations
    assert found.get("23902").name == "L'Isle-Fictive"
    assert [one.code for one in found.formerly("23903")] == ["23902"]
    assert [one.code for one in found.formerly("23904")] == ["23902"]
    assert found.parts_of("23902") == {"23902", "23903", "23904"}
    assert found.get("75101").parent == "75056"


def test_the_legal_populations_tell_two_and_the_municipal_one_is_taken(tmp_path: Path) -> None:
    found = table(tmp_path, LEGALES, "donnees_communes.csv")
    assert populations(found) == {"23901": 1200, "23902": 800, "75056": 600}
    assert found.population_kind is PopulationKind.MUNICIPALE
    assert found.other_population
    assert found.get("23902").name == "L'Isle-Fictive"
    assert found.get("23902").region == "75"
    whole = read_cog(tmp_path / "donnees_communes.csv", population=PopulationKind.TOTALE)
    assert populations(whole) == {"23901": 1212, "23902": 808, "75056": 600}
    assert whole.population_kind is PopulationKind.TOTALE


def test_the_older_layout_tells_a_code_in_two_columns_and_calls_the_name_com(tmp_path: Path) -> None:
    found = table(tmp_path, OLDER.encode("latin-1"), "donnees_communes.csv")
    assert populations(found) == {"23901": 1200, "97190": 70, "2A901": 300}
    assert found.get("97190").name == "Anse-Rêvée"


@pytest.mark.parametrize(
    ("departement", "commune", "code"),
    [("23", "901", "23901"), ("23", "1", "23001"), ("2a", "4", "2A004"), ("971", "01", "97101"), ("971", "101", "97101"), ("976", "611", "97611")],
)  # fmt: skip
def test_a_code_in_two_columns(tmp_path: Path, departement: str, commune: str, code: str) -> None:
    found = table(tmp_path, f"DEP;COM;PMUN\n{departement};{commune};7\n")
    assert populations(found) == {code: 7}


def test_the_layout_of_mayotte_has_no_name_and_a_code_in_two_columns(tmp_path: Path) -> None:
    text = "CODREG;REG;DEP;CODARR;CODCAN;CODCOM;COM;PMUN;PCAP;PTOT\n06;;976;;;611;;7;1;8\n"
    found = table(tmp_path, text)
    assert populations(found) == {"97611": 7}
    assert found.get("97611").name is UNKNOWN


def test_a_city_told_by_its_arrondissements_alone_is_their_sum(tmp_path: Path) -> None:
    lyon = "".join(f"{code};{code - 69380}\n" for code in range(69381, 69390))
    found = table(tmp_path, f"COM;PMUN\n23901;7\n75101;1\n{lyon}")
    assert found.get("69123").population == 45
    assert found.summed_cities == ("69123",)
    assert "69123" in found.notes[-1].fr
    assert found.get("75056") is None
    assert found.territory(["69123", "69381"]).bounds.count.most == 45
    unknown = table(tmp_path, f"COM;PMUN\n{lyon}".replace("69389;9", "69389;"))
    assert unknown.get("69123").population is UNKNOWN
    told = table(tmp_path, f"COM;PMUN\n69123;99\n{lyon}")
    assert (told.get("69123").population, told.summed_cities) == (99, ())


def test_the_year_behind_the_name_of_a_population_is_no_matter(tmp_path: Path) -> None:
    assert populations(table(tmp_path, "CODGEO\tLIBGEO\tPMUN2023\n23901\tVaubaume\t7\n")) == {"23901": 7}


def test_an_arrondissement_is_known_by_its_code_where_no_column_tells_types(tmp_path: Path) -> None:
    found = table(
        tmp_path, "COM;PMUN\n75056;600\n75101;1\n75121;1\n69381;1\n69390;1\n13216;1\n13217;1\n2A001;1\n"
    )
    kinds = {one.code: one.parent for one in found.communes if one.kind is CommuneKind.ARRONDISSEMENT}
    assert kinds == {"75101": "75056", "69381": "69123", "13216": "13055"}


def test_the_json_of_etalab(tmp_path: Path) -> None:
    found = table(tmp_path, ETALAB, "communes.json")
    assert populations(found) == {"23901": 1200, "23902": 800, "75056": 600, "75101": 100, "98411": UNKNOWN}
    assert [one.code for one in found.formerly("23903")] == ["23902"]
    assert found.get("75101").parent == "75056"
    assert found.get("98411").departement == "984"
    assert found.population_kind is PopulationKind.UNSAID


def test_utf_8_with_a_mark_and_latin_1_read_the_same(tmp_path: Path) -> None:
    assert table(tmp_path, b"\xef\xbb\xbf" + INVENTED.encode()).communes == table(tmp_path).communes
    assert table(tmp_path, INVENTED.encode("latin-1")).communes == table(tmp_path).communes
    assert (
        table(tmp_path, b"\xef\xbb\xbf" + ETALAB.encode(), "c.json").communes
        == table(tmp_path, ETALAB).communes
    )


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_separators(tmp_path: Path, separator: str) -> None:
    text = 'COM;LIBELLE;PMUN\n23901;"Vaubaume, le; bas";12\n'.replace(";", separator, 2)
    text = text.replace("23901;", f"23901{separator}").replace('";12', f'"{separator}12')
    assert table(tmp_path, text).get("23901").name == "Vaubaume, le; bas"


def test_a_separator_at_the_end_of_the_lines(tmp_path: Path) -> None:
    assert populations(table(tmp_path, "COM;PMUN\n23901;12;\n")) == {"23901": 12}


@pytest.mark.parametrize(
    ("cell", "population", "masked_below"),
    [("12", 12, UNKNOWN), ("1 234", 1234, UNKNOWN), ("0", 0, UNKNOWN), ("", UNKNOWN, UNKNOWN), ("n.c.", UNKNOWN, UNKNOWN), ("s", UNKNOWN, UNKNOWN), ("< 6", UNKNOWN, 6), ("1 à 5", UNKNOWN, 6)],
)  # fmt: skip
def test_figures(tmp_path: Path, cell: str, population: int | Unknown, masked_below: int | Unknown) -> None:
    found = table(tmp_path, f"COM;PMUN\n23901;{cell}\n")
    one = found.get("23901")
    assert (one.population, one.masked_below) == (population, masked_below)
    assert found.unread_figures == (cell in ("n.c.", "s"))


class TestVintage:
    def test_a_year_in_the_name_of_the_file_is_a_hint(self, tmp_path: Path) -> None:
        found = table(tmp_path)
        assert (found.vintage, found.vintage_hint) == (UNKNOWN, 2031)
        assert (
            found.notes[0].fr
            == "millésime de la table : non dit (2031 d'après le nom du fichier, à confirmer)"
        )

    def test_no_hint(self, tmp_path: Path) -> None:
        found = table(tmp_path, name="communes.csv")
        assert found.vintage_hint is None
        assert found.notes[0].en == "year of the table: not told"

    def test_told(self, tmp_path: Path) -> None:
        table(tmp_path)
        found = read_cog(tmp_path / "communes_2031.csv", vintage=2026)
        assert found.vintage == 2026
        assert found.notes[0].fr == "millésime de la table : 2026"


class TestNotes:
    def test_which_population(self, tmp_path: Path) -> None:
        assert "ne dit pas si elle est municipale ou totale" in table(tmp_path).notes[1].fr
        legal = table(tmp_path, LEGALES)
        assert legal.notes[1].fr.startswith(
            "chiffres : population municipale ; la table donne aussi la population totale"
        )
        alone = table(tmp_path, "COM;PTOT\n23901;12\n")
        assert alone.notes[1].fr == "chiffres : population totale"

    def test_no_population_at_all(self, tmp_path: Path) -> None:
        assert "ne donne aucune population" in table(tmp_path, INSEE).notes[1].fr

    def test_words_in_the_place_of_figures_are_counted(self, tmp_path: Path) -> None:
        found = table(tmp_path, "COM;PMUN\n23901;s\n23902;secret\n23905;\n23906;4\n")
        assert (
            found.notes[-1].fr
            == "cellules de population qui ne sont pas des chiffres, lues comme inconnues : 2"
        )


NO_CODES = (
    "line 1: no column of commune codes was found; the first line must name the columns, and one of them be called "
    "COM, code, CODGEO, code_insee or code_commune"
)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", NO_CODES),
        ("\n\n", NO_CODES),
        ("23901;Vaubaume\n", NO_CODES),
        (b"\xff\xfeC\x00O\x00M\x00", "it is in UTF-16 (what Excel calls 'Unicode Text', 'Texte Unicode'): save it as 'CSV UTF-8'"),
        (b"PK\x03\x04\x00\x00", "it is a zip archive: decompress it first"),
        ("COM;PMUN\n", "it holds no commune"),
        ("COM;COM\n23901;23902\n", "line 1, column 'COM': two columns of this name (code); remove one of them"),
        ("COM;DATE_FIN\n23901;\n", "line 1: it is a history of the communes; name the table of one year (v_commune_AAAA.csv)"),
        ("COM;PMUN\n23901\n", "line 2: 1 cells, where the first line has 2"),
        ("COM;PMUN\n23901;1;2;3\n", "line 2: 4 cells, where the first line has 2"),
        ("COM;PMUN\n23901;12\n\n\"23902;3\n", "line 4: a quotation mark is left open, or stands within a cell"),
        ("COM;PMUN\n1901;12\n", "line 2, column 'COM': four digits: a leading zero was lost; save the column as text"),
        ("COM;PMUN\nVaubaume;12\n", "line 2, column 'COM': it is no COG code (five characters, 2A and 2B for Corsica)"),
        ("COM;PMUN\n99134;12\n", "line 2, column 'COM': it is no COG code (five characters, 2A and 2B for Corsica)"),
        ("COM;PMUN\n239.01;12\n", "line 2, column 'COM': it is no COG code (five characters, 2A and 2B for Corsica)"),
        ("DEP;COM;PMUN\n971;801;12\n", "line 2, column 'COM': it is no COG code (five characters, 2A and 2B for Corsica)"),
        ("COM;PMUN\n23901;12\n23901;13\n", "line 3, column 'COM': this code stands on another line already; remove one of the two"),
        ("COM;PMUN\n23901;12.5\n", "line 2, column 'PMUN': it is no whole number of inhabitants; write it without point or sign"),
        ("COM;PMUN\n23901;-5\n", "line 2, column 'PMUN': it is no whole number of inhabitants; write it without point or sign"),
        ("COM;TYPECOM\n23901;VILLE\n", "line 2, column 'TYPECOM': it is none of the types known: COM, ARM, COMD, COMA, commune-actuelle, arrondissement-municipal, commune-deleguee, commune-associee"),
        ("COM;REG\n23901;Limousin\n", "line 2, column 'REG': it is no code of a région (two or three digits)"),
        ("COM;EPCI\n23901;12\n", "line 2, column 'EPCI': it is no SIREN number (nine digits)"),
        ("COM;code_postal\n23901;12\n", "line 2, column 'code_postal': a postal code has five digits"),
        ("COM;anciens_codes\n23901;23902 239\n", "line 2, column 'anciens_codes': a former code is no COG code"),
        ("COM;anciens_codes\n23901;1902\n", "line 2, column 'anciens_codes': four digits: a leading zero was lost; save the column as text"),
        ("DEP;COM\n01;1901\n", "line 2, column 'COM': four digits: a leading zero was lost; save the column as text"),
        ("DEP;COM\n1;1901\n", "line 2, column 'COM': four digits: a leading zero was lost; save the column as text"),
        ("COM;code_postal\n01901;1190\n", "line 2, column 'code_postal': four digits: a leading zero was lost; save the column as text"),
        ("COM;REG\n97190;1\n", "line 2, column 'REG': one digit: a leading zero was lost; save the column as text"),
        ("COM;TYPECOM;COMPARENT\n23901;COMD;2390\n", "line 2, column 'COMPARENT': it is no COG code"),
        (f"COM;LIBELLE\n23901;{'x' * 201}\n", "line 2, column 'LIBELLE': a name of more than 200 characters"),
        ("COM;" + "x" * 70_000 + "\n", None),
        ("[", None),
        ("{}", "$: a list of communes is expected: [ … ]"),
        ("[]", "it holds no commune"),
        ("[1]", "$[0]: an object is expected: { … }"),
        ("[{}]", "$[0]: it is no COG code (five characters, 2A and 2B for Corsica)"),
        ('[{"code": 23901}]', "$[0].code: not what the key holds (a text, a list of texts, a whole number)"),
        ('[{"code": "23901", "population": true}]', "$[0].population: not what the key holds (a text, a list of texts, a whole number)"),
        ('[{"code": "23901", "population": -1}]', "$[0]: it is no whole number of inhabitants; write it without point or sign"),
        ('[{"code": "23901", "anciensCodes": "23902"}]', "$[0].anciensCodes: not what the key holds (a text, a list of texts, a whole number)"),
        ('[{"code": "23901", "code": "23902"}]', "$[0].code: this key stands twice in the same object; remove one of the two"),
        ("[" * 5000, None),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_with_its_place(
    tmp_path: Path, text: str | bytes, fault: str | None
) -> None:
    found = faults(tmp_path, text)
    assert len(found) == 1
    if fault is not None:
        assert found == [fault]


def test_every_line_is_told(tmp_path: Path) -> None:
    assert faults(tmp_path, "COM;PMUN\n1;1\n23901;x1\n23902;3\n2;2\n") == [
        "line 2, column 'COM': it is no COG code (five characters, 2A and 2B for Corsica)",
        "line 3, column 'PMUN': it is no whole number of inhabitants; write it without point or sign",
        "line 5, column 'COM': it is no COG code (five characters, 2A and 2B for Corsica)",
    ]


def test_no_message_holds_what_stands_in_a_cell(tmp_path: Path) -> None:
    secret = "SECRETSECRET1"
    for column in ("COM", "PMUN", "TYPECOM", "REG", "EPCI", "code_postal", "anciens_codes"):
        header, line = ("COM", secret) if column == "COM" else (f"COM;{column}", f"23901;{secret}")
        assert secret not in "".join(faults(tmp_path, f"{header}\n{line}\n"))
    assert secret not in "".join(faults(tmp_path, json.dumps([{"code": secret}])))


def test_a_population_that_no_column_tells_cannot_be_asked_for(tmp_path: Path) -> None:
    for text in ("COM;PMUN\n23901;1\n", ETALAB):
        table(tmp_path, text)
        with pytest.raises(BadExtract, match="it is the population totale"):
            read_cog(tmp_path / "communes_2031.csv", population=PopulationKind.TOTALE)


def test_reading_stops_where_it_is_something_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = faults(tmp_path, "COM\n" + "x\n" * 500)
    assert len(found) == gathering.MAX_FAULTS + 1
    assert found[-1] == "reading stopped after 100 faults"
    monkeypatch.setattr(gathering, "MAX_COMMUNES", 2)
    assert faults(tmp_path, "COM\n23901\n23902\n23903\n23904\n") == [
        "line 4: more than 2 communes: it is no table of one year"
    ]
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    assert faults(tmp_path, "COM\n23901\n23902\n") == ["it is longer than 10 bytes"]


def test_a_folder_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(BadExtract, match="not a regular file"):
        read_cog(tmp_path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_cog(tmp_path / "none.csv")


def test_communes_are_found_by_name_and_by_postal_code(tmp_path: Path) -> None:
    found = table(tmp_path)
    assert [one.code for one in found.named("VAUBAUME")] == ["23901", "19901"]
    assert [one.code for one in found.named("Isle Fictive")] == ["23902"]
    assert [one.code for one in found.named("l’isle-fictive")] == ["23902"]
    assert [one.code for one in found.named("St Imaginaire")] == ["23905"]
    assert found.named("Nulle-Part") == ()
    assert [one.code for one in found.with_postal_code("23190")] == ["23901", "23902"]
    assert found.with_postal_code("00000") == ()


def test_a_part_of_a_commune_that_the_table_does_not_hold_leads_nowhere(tmp_path: Path) -> None:
    found = table(tmp_path, "TYPECOM,COM,COMPARENT\nCOMD,23903,23902\nCOMD,23904,\nCOM,23901,\n")
    assert found.formerly("23903") == found.formerly("23904") == ()
    assert HEADER
