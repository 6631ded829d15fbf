"""What communes that somebody gives become: nothing is guessed, and what is not certain leaves the population unknown."""

import random
from pathlib import Path

import pytest

from cpts_model import UNKNOWN, Territory
from cpts_model.engine.unknown import Unknown
from cpts_model.exchange.communes import CommuneTable, RemarkKind
from cpts_model.exchange.communes.names import of_commune
from cpts_model.facts.contracts import SizeClass
from cpts_model.facts.territories import CommuneFigure
from cpts_model.life.population import population_bounds, size_classes
from exchange.communes.cog_tables import INSEE, LEGALES, table


@pytest.fixture
def cog(tmp_path: Path) -> CommuneTable:
    return table(tmp_path)


def kinds(cog: CommuneTable, *codes: str) -> dict[RemarkKind, tuple[str, ...]]:
    return {remark.kind: remark.given for remark in cog.territory(codes).remarks}


def bounds(cog: CommuneTable, *codes: str) -> tuple[int, int | None]:
    found = cog.territory(codes).bounds
    return found.least, found.most


def test_communes_add_up(cog: CommuneTable) -> None:
    reading = cog.territory(["23901", "19901"])
    assert reading.territory == Territory(
        communes=("23901", "19901"),
        figures=(
            CommuneFigure(commune="23901", population=1200),
            CommuneFigure(commune="19901", population=10),
        ),
        population=1210,
    )
    assert reading.territory.border_communes is UNKNOWN
    assert (reading.remarks, reading.doubts, reading.left_out) == ((), (), ())
    assert reading.departements == {"23": 1, "19": 1}
    assert reading.regions == {"75": 2}
    assert reading.epci == {"200000008": 1}


@pytest.mark.parametrize("code", ["2a901", " 2A901 ", "2A 901"])
def test_spaces_and_small_letters_are_no_matter(cog: CommuneTable, code: str) -> None:
    assert cog.territory([code]).territory.communes == ("2A901",)


def test_a_code_twice_counts_once(cog: CommuneTable) -> None:
    reading = cog.territory(["23907", "23907", "23 907"])
    assert reading.territory.population == 40
    assert kinds(cog, "23907", "23907") == {RemarkKind.DUPLICATE: ("23907",)}
    assert reading.doubts == ()


class TestFormerCodes:
    def test_one_former_code_is_a_part_of_the_commune_of_today(self, cog: CommuneTable) -> None:
        reading = cog.territory(["23903", "23901"])
        assert reading.territory.communes == ("23902", "23901")
        assert reading.territory.population is UNKNOWN
        assert reading.lines[0].partial
        assert (reading.bounds.least, reading.bounds.most) == (1200, 2000)
        assert reading.bounds.unknown == ("23902",)
        (remark,) = reading.doubts
        assert remark.kind is RemarkKind.FORMER_PART
        assert "23903" in remark.text("fr")
        assert "23902 L'Isle-Fictive" in remark.text("fr")

    def test_two_former_codes_of_one_commune_count_once(self, cog: CommuneTable) -> None:
        assert cog.territory(["23903", "23904"]).territory.communes == ("23902",)
        assert bounds(cog, "23903", "23904") == (0, 800)
        assert kinds(cog, "23903", "23904") == {RemarkKind.FORMER_PART: ("23903", "23904")}

    def test_all_the_codes_are_the_whole_commune(self, cog: CommuneTable) -> None:
        reading = cog.territory(["23903", "23902", "23904"])
        assert reading.territory.population == 800
        assert reading.doubts == ()
        assert [one.kind for one in reading.remarks] == [RemarkKind.FORMER_WHOLE]

    def test_the_code_of_today_with_some_of_the_former_ones_may_be_an_old_list(
        self, cog: CommuneTable
    ) -> None:
        assert kinds(cog, "23902", "23903") == {RemarkKind.FORMER_MIXED: ("23902", "23903")}
        assert bounds(cog, "23902", "23903") == (0, 800)

    def test_the_code_of_today_alone_is_the_commune_of_today_and_a_note_says_so(
        self, cog: CommuneTable
    ) -> None:
        reading = cog.territory(["23902", "2A901"])
        assert reading.territory.population == 1100
        (note,) = reading.notes
        assert note.fr.startswith(
            "une commune en a absorbé d'autres et a gardé son code ; elle est comptée entière"
        )
        (several,) = cog.territory(["23902", "2A902"]).notes
        assert several.fr.startswith("2 communes en ont absorbé d'autres et ont gardé leur code ; elles sont")
        assert several.en.startswith("2 communes took others in and kept their code")
        assert cog.territory(["23901", "2A901"]).notes == ()

    def test_a_former_code_of_several_communes_is_not_chosen(self, cog: CommuneTable) -> None:
        reading = cog.territory(["23999"])
        (remark,) = reading.remarks
        assert remark.kind is RemarkKind.FORMER_SEVERAL
        assert [one.code for one in remark.communes] == ["23907", "23908"]
        assert reading.territory == Territory(figures=())
        assert bounds(cog, "23999") == (0, None)

    def test_communes_deleguees_and_associees_are_parts_too(self, tmp_path: Path) -> None:
        cog = table(tmp_path, INSEE)
        assert kinds(cog, "23904")[RemarkKind.FORMER_PART] == ("23904",)
        assert RemarkKind.FORMER_WHOLE in kinds(cog, "23902", "23903", "23904")
        assert cog.territory(["23902", "23903", "23904"]).territory.population is UNKNOWN

    def test_corsica_before_1976_is_the_same_commune(self, cog: CommuneTable) -> None:
        reading = cog.territory(["20901"])
        assert reading.territory.communes == ("2A901",)
        assert reading.territory.population == 300
        assert kinds(cog, "20901") == {RemarkKind.RENUMBERED: ("20901",)}
        assert cog.territory(["20901", "2A901"]).territory.population == 300

    def test_in_corsica_too_a_commune_of_another_number_was_merged(self, cog: CommuneTable) -> None:
        assert kinds(cog, "20903") == {RemarkKind.FORMER_PART: ("20903",)}


class TestCities:
    def test_arrondissements_are_codes_of_their_own(self, cog: CommuneTable) -> None:
        reading = cog.territory(["75101", "75102"])
        assert reading.territory.communes == ("75101", "75102")
        assert reading.territory.population == 300
        assert reading.remarks == ()

    @pytest.mark.parametrize("codes", [("75056", "75101", "75102"), ("75101", "75102", "75056")])
    def test_a_city_and_its_arrondissements_count_once(
        self, cog: CommuneTable, codes: tuple[str, ...]
    ) -> None:
        reading = cog.territory(codes)
        assert reading.territory.communes == ("75056",)
        assert reading.bounds.count.least == reading.bounds.count.most == 600
        (remark,) = reading.doubts
        assert (remark.kind, remark.given) == (RemarkKind.CITY_AND_ARRONDISSEMENTS, ("75101", "75102"))

    def test_an_arrondissement_that_the_table_does_not_hold_has_no_figure(self, tmp_path: Path) -> None:
        cog = table(tmp_path, LEGALES)
        reading = cog.territory(["75113", "23901"])
        assert reading.territory.communes == ("75113", "23901")
        assert reading.territory.population is UNKNOWN
        assert (reading.bounds.least, reading.bounds.most) == (1200, None)
        assert kinds(cog, "75113") == {RemarkKind.NO_SUCH_LINE: ("75113",)}
        assert bounds(cog, "75113", "75056") == (600, 600)


class TestCodesThatStandForNothing:
    @pytest.mark.parametrize(
        ("code", "kind", "maybe"),
        [
            ("23195", RemarkKind.POSTAL, ["23905"]),
            ("23190", RemarkKind.POSTAL, ["23901", "23902"]),
            ("99134", RemarkKind.FOREIGN, []),
            ("97799", RemarkKind.OVERSEAS, []),
            ("98735", RemarkKind.OVERSEAS, []),
            ("97180", RemarkKind.UNKNOWN_CODE, ["97190"]),
            ("23910", RemarkKind.UNKNOWN_CODE, ["23901"]),
            ("23O01", RemarkKind.UNKNOWN_CODE, ["23901"]),
            ("239O1", RemarkKind.UNKNOWN_CODE, ["23901"]),
            ("2390", RemarkKind.UNKNOWN_CODE, []),
            ("00000", RemarkKind.UNKNOWN_CODE, []),
            ("123456", RemarkKind.UNKNOWN_CODE, []),
            ("Vaubaume", RemarkKind.NAME, ["23901", "19901"]),
            ("Isle-Fictive", RemarkKind.NAME, ["23902"]),
            ("Nulle-Part", RemarkKind.NAME, []),
            ("", RemarkKind.NAME, []),
            ("x" * 400, RemarkKind.NAME, []),
        ],
    )
    def test_are_told_with_what_may_be_meant_and_never_chosen(
        self, cog: CommuneTable, code: str, kind: RemarkKind, maybe: list[str]
    ) -> None:
        reading = cog.territory(["23907", code])
        (remark,) = reading.remarks
        assert (remark.kind, remark.is_doubt) == (kind, True)
        assert [one.code for one in remark.communes] == maybe
        assert reading.left_out == (code,)
        assert reading.territory == Territory(figures=(CommuneFigure(commune="23907", population=40),))
        assert (reading.bounds.least, reading.bounds.most) == (40, None)
        for lang in ("fr", "en"):
            assert code[:40] in remark.text(lang)
            assert len(remark.text(lang)) < 400

    def test_a_lost_zero(self, tmp_path: Path) -> None:
        cog = table(tmp_path, "COM;PMUN\n01901;7\n")
        (remark,) = cog.territory(["1901"]).remarks
        assert [one.code for one in remark.communes] == ["01901"]

    def test_the_departements_of_the_territory_come_first_among_the_nearest(self, cog: CommuneTable) -> None:
        reading = cog.territory(["19902", "29901"])
        assert reading.remarks[0].communes[0].code == "19901"

    def test_corsica_without_its_letter(self, tmp_path: Path) -> None:
        cog = table(tmp_path, "COM;PMUN\n2A004;7\n2B004;8\n")
        (remark,) = cog.territory(["20004"]).remarks
        assert [one.code for one in remark.communes] == ["2A004", "2B004"]


class TestPostalCodes:
    def test_among_postal_codes_a_code_that_is_one_too_is_not_taken(self, cog: CommuneTable) -> None:
        reading = cog.territory(["23195", "23901", "23902"])
        assert reading.left_out == ("23195", "23901")
        told = {remark.given: [one.code for one in remark.communes] for remark in reading.remarks}
        assert told == {("23195",): ["23905"], ("23901",): ["23901", "19902"]}
        assert (reading.bounds.least, reading.bounds.most) == (800, None)

    def test_where_every_code_may_be_one_that_is_asked(self, cog: CommuneTable) -> None:
        assert kinds(cog, "23901") == {RemarkKind.ALL_POSTAL_TOO: ("23901",)}
        assert kinds(cog, "23901", "23902") == {}

    def test_a_code_that_serves_its_own_commune_is_no_doubt(self, cog: CommuneTable) -> None:
        assert RemarkKind.ALL_POSTAL_TOO not in kinds(cog, "23906")

    def test_a_former_code_that_is_a_postal_code_is_not_taken(self, tmp_path: Path) -> None:
        cog = table(
            tmp_path,
            "COM;PMUN;code_postal;anciens_codes\n93901;7;93350;75913\n75901;900;75913;\n23901;1;23190;\n",
        )
        reading = cog.territory(["23901", "75913"])
        (remark,) = reading.remarks
        assert (remark.kind, remark.given, remark.is_doubt) == (RemarkKind.FORMER_OR_POSTAL, ("75913",), True)
        assert [one.code for one in remark.communes] == ["93901", "75901"]
        assert (reading.bounds.least, reading.bounds.most) == (1, None)
        assert kinds(cog, "75913") == {RemarkKind.FORMER_OR_POSTAL: ("75913",)}
        assert remark.text("fr") == (
            "75913 : code postal de 75901, ou ancien code INSEE de 93901 : donner le code INSEE de la bonne commune"
        )

    def test_each_commune_is_told_with_what_its_code_would_be(self, tmp_path: Path) -> None:
        cog = table(
            tmp_path,
            "code;nom;type;code_postal;anciens_codes;commune_parente\n"
            "93901;Le Rêve;COM;93350;75913;\n75056;Paris;COM;75913,75914;;\n75101;Paris 1er;ARM;75913;;75056\n"
            "01905;Arboysie;COM;01190;01915;\n01906;Éphémère;COM;01915;;\n01907;Les Songes;COM;01915;;\n",
        )
        texts = {remark.given: remark.text("fr") for remark in cog.territory(["75913", "01915"]).remarks}
        assert texts["75913",] == (
            "75913 : code postal de Paris 1er (75101), de Paris (75056), ou ancien code INSEE du Rêve (93901) : "
            "donner le code INSEE de la bonne commune"
        )
        assert texts["01915",] == (
            "01915 : ancien code INSEE d'Arboysie (01905), ou code postal d'Éphémère (01906), des Songes (01907) : "
            "donner le code INSEE de la bonne commune"
        )
        (remark,) = cog.territory(["01915"]).remarks
        assert remark.text("en").startswith(
            "01915: former INSEE code of Arboysie (01905), or postal code of Éphémère (01906), Les Songes (01907): give"
        )

    def test_among_postal_codes_the_commune_of_the_code_and_those_it_serves_are_told_apart(
        self, cog: CommuneTable
    ) -> None:
        _, remark = sorted(cog.territory(["23195", "23901"]).remarks, key=lambda one: one.given)
        assert (
            "celui-ci peut en être un : code INSEE de Vaubaume (23901), ou code postal de Mirage (19902) ;"
            in remark.text("fr")
        )

    @pytest.mark.parametrize(
        ("name", "of"),
        [
            ("Vaubaume", "de Vaubaume"), ("Attignat", "d'Attignat"), ("Éphémère", "d'Éphémère"), ("Le Bourget", "du Bourget"),
            ("Les Songes", "des Songes"), ("La Rochelle", "de la Rochelle"), ("L'Isle", "de l'Isle"), ("Lens", "de Lens"), ("Le", "de Le"),
        ],
    )  # fmt: skip
    def test_of_a_commune_in_french(self, name: str, of: str) -> None:
        assert of_commune(name) == of


class TestHomonyms:
    def test_alone_in_its_departement_where_another_of_its_name_would_not_be(self, cog: CommuneTable) -> None:
        reading = cog.territory(["19901", "23902", "23907"])
        (remark,) = reading.doubts
        assert (remark.kind, remark.given) == (RemarkKind.HOMONYM, ("19901",))
        assert [one.code for one in remark.communes] == ["23901"]
        assert reading.territory.population == 850

    @pytest.mark.parametrize("codes", [("19901", "19902", "23902", "23907"), ("19901", "23901", "23902"), ("19901", "23902"), ("19901",)])  # fmt: skip
    def test_else_it_is_not_asked(self, cog: CommuneTable, codes: tuple[str, ...]) -> None:
        assert RemarkKind.HOMONYM not in kinds(cog, *codes)


class TestFiguresThatAreNotTold:
    def test_an_absent_figure_is_not_zero(self, cog: CommuneTable) -> None:
        reading = cog.territory(["23905", "23907"])
        assert reading.territory.population is UNKNOWN
        assert (reading.bounds.least, reading.bounds.most) == (40, None)
        assert [(one.kind, one.is_doubt) for one in reading.remarks] == [(RemarkKind.NO_FIGURE, True)]

    def test_a_masked_figure_is_not_zero(self, cog: CommuneTable) -> None:
        reading = cog.territory(["23906", "23907"])
        assert reading.territory.population is UNKNOWN
        assert (reading.bounds.least, reading.bounds.most, reading.bounds.masked) == (40, 45, ("23906",))
        assert reading.territory.figures[0] == CommuneFigure(commune="23906", masked_below=6)
        assert kinds(cog, "23906", "23907") == {RemarkKind.MASKED: ("23906",)}


def test_a_part_of_a_masked_commune_is_below_the_threshold_too(tmp_path: Path) -> None:
    reading = table(tmp_path, "COM;PMUN;anciens_codes\n23901;<6;23902\n").territory(["23902"])
    assert (reading.bounds.least, reading.bounds.most) == (0, 5)
    assert (reading.bounds.masked, reading.bounds.unknown) == ((), ("23901",))
    assert reading.territory.figures == (CommuneFigure(commune="23901"),)


def test_a_part_of_a_commune_of_nobody_is_of_nobody(tmp_path: Path) -> None:
    reading = table(tmp_path, "COM;PMUN;anciens_codes\n23901;0;23902\n").territory(["23902"])
    assert reading.territory.population == 0
    assert reading.doubts


def test_one_size_or_several_follow(tmp_path: Path) -> None:
    cog = table(tmp_path, "COM;PMUN;anciens_codes\n23901;39990;\n23902;20;23903\n23904;80000;\n23905;<20;\n")
    assert size_classes(cog.territory(["23901"]).bounds) == (SizeClass.T1,)
    assert size_classes(cog.territory(["23901", "23902"]).bounds) == (SizeClass.T2,)
    assert size_classes(cog.territory(["23901", "23903"]).bounds) == (SizeClass.T1, SizeClass.T2)
    assert size_classes(cog.territory(["23901", "23905"]).bounds) == (SizeClass.T1, SizeClass.T2)
    assert size_classes(cog.territory(["23904"]).bounds) == (SizeClass.T2, SizeClass.T3)


@pytest.mark.parametrize("communes", ["23901", ["23901", 23902]])
def test_a_text_alone_and_a_number_are_slips_of_a_program(cog: CommuneTable, communes: object) -> None:
    with pytest.raises(TypeError):
        cog.territory(communes)  # type: ignore[arg-type]


def test_no_commune_makes_no_territory_of_nobody(cog: CommuneTable) -> None:
    with pytest.raises(ValueError, match="no commune is given"):
        cog.territory([])


def test_whatever_is_given_the_facts_are_no_surer_than_the_reading(cog: CommuneTable) -> None:
    chance = random.Random(5)
    codes = [one.code for one in cog.communes] + ["23903", "23904", "23999", "20901", "20903", "23195", "23190", "99134", "97799", "75113", "Mirage"]  # fmt: skip
    for _ in range(400):
        given = chance.sample(codes, chance.randint(1, 6))
        reading = cog.territory(given)
        facts = population_bounds(reading.territory)
        assert facts.least <= reading.bounds.least
        assert facts.most is None or (reading.bounds.most is not None and reading.bounds.most <= facts.most)
        if reading.left_out or any(isinstance(line.population, Unknown) for line in reading.lines):
            assert reading.territory.population is UNKNOWN
            assert not facts.exact
        else:
            assert reading.territory.population == facts.least == facts.most
