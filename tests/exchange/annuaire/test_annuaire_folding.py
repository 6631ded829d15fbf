"""The facts that the rows of one person tell, and those that they leave unknown."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cpts_model.engine.unknown import UNKNOWN
from cpts_model.exchange.annuaire import Activity, RegisteredProfessional
from cpts_model.exchange.annuaire.columns import Row
from cpts_model.exchange.annuaire.folding import fold
from cpts_model.exchange.identifiers import rpps
from cpts_model.facts.modes import Mode
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from exchange.annuaire.extract_file import ENTITY, ODILE, OTHER_SITE, SIRET, SITE

EMPTY = Row(*[""] * len(Row._fields))
NURSE = EMPTY._replace(
    identification=f"8{ODILE}",
    surname="RÊVÉE",
    first_name="Odile",
    profession="60",
    category="C",
    mode="L",
    genre="GENR01",
    fonction="FON-01",
    finess=SITE,
    commune="04166",
)


def of(*rows: Row, structure: str | None = None) -> Professional:
    return fold(rows, structure=structure).professional


def notes(*rows: Row, structure: str | None = None) -> list[str]:
    return [note.fact for note in fold(rows, structure=structure).notes]


def test_what_a_row_tells_and_nothing_else():
    found = fold([NURSE])
    assert found.professional == Professional(
        id=f"rpps-{ODILE}",
        name="Odile RÊVÉE",
        professions=(Profession.INFIRMIER,),
        mode=Mode.LIBERAL,
        substitute=False,
        rpps=ODILE,
        practises_in="04166",
    )
    assert found.activities == (
        Activity(
            mode=Mode.LIBERAL,
            genre="GENR01",
            fonction="FON-01",
            finess=SITE,
            commune="04166",
            departement="04",
        ),
    )
    assert found.notes == ()


def test_whoever_has_no_activity_has_no_mode_nor_place():
    found = fold([NURSE._replace(mode="", genre="", fonction="", finess="", commune="")])
    assert found.activities == ()
    assert found.professional == Professional(
        id=f"rpps-{ODILE}", name="Odile RÊVÉE", professions=(Profession.INFIRMIER,), rpps=ODILE
    )
    assert found.notes == ()


class TestIdentity:
    def test_a_key_that_does_not_hold_is_a_doubt(self):
        row = NURSE._replace(identification="810999000003")
        assert (of(row).id, of(row).rpps) == ("rpps-10999000003", "10999000003")
        assert notes(row) == ["rpps"]

    @given(st.integers(0, 10**11 - 1).map("{:011}".format))
    @example("00000000000")
    @example(ODILE)
    def test_the_key_is_that_of_rpps_numbers(self, number):
        doubted = notes(NURSE._replace(identification=f"8{number}")) == ["rpps"]
        assert doubted == (not rpps.is_valid(number))

    @pytest.mark.parametrize(
        ("identification", "id"),
        [
            ("0049999999", "adeli-049999999"),
            ("81099900000", "idnatps-81099900000"),
            ("8109990000020", "idnatps-8109990000020"),
            ("81099900000A", "idnatps-81099900000A"),
            ("3040000010/12", "idnatps-3040000010/12"),
            ("012345", "idnatps-012345"),
        ],
    )
    def test_what_is_no_rpps_number_stays_in_the_id(self, identification, id):
        row = NURSE._replace(identification=identification)
        assert of(row).id == id
        assert of(row).rpps is UNKNOWN
        assert notes(row) == ["rpps"]


class TestName:
    @pytest.mark.parametrize(
        ("surname", "first", "name"),
        [
            ("RÊVÉE", "Odile", "Odile RÊVÉE"),
            ("RÊVÉE", "", "RÊVÉE"),
            ("", "Odile", "Odile"),
            ("RÊVÉE  SONGE", "Odile\x07", "Odile RÊVÉE SONGE"),
            ("", "", UNKNOWN),
            ("\x07", "", UNKNOWN),
        ],
    )
    def test_first_name_then_surname(self, surname, first, name):
        assert of(NURSE._replace(surname=surname, first_name=first)).name == name

    def test_two_names_are_none(self):
        rows = NURSE, NURSE._replace(surname="SONGE")
        assert of(*rows).name is UNKNOWN
        assert notes(*rows) == ["name"]

    def test_one_name_in_two_spellings_is_one(self):
        rows = NURSE, NURSE._replace(surname="Revee")
        assert of(*rows).name in ("Odile RÊVÉE", "Odile Revee")
        assert notes(*rows) == []


class TestProfessions:
    @pytest.mark.parametrize(
        ("code", "profession"),
        [
            ("10", Profession.MEDECIN),
            ("21", Profession.PHARMACIEN),
            ("40", Profession.CHIRURGIEN_DENTISTE),
            ("50", Profession.SAGE_FEMME),
            ("69", Profession.INFIRMIER),
            ("41", Profession.ASSISTANT_DE_SERVICE_SOCIAL),
            ("71", Profession.OSTEOPATHE),
            ("93", Profession.PSYCHOLOGUE),
        ],
    )
    def test_codes_of_every_nomenclature(self, code, profession):
        assert of(NURSE._replace(profession=code)).professions == (profession,)
        assert notes(NURSE._replace(profession=code)) == []

    @pytest.mark.parametrize(
        ("code", "profession", "instead"),
        [
            ("35", Profession.AIDE_SOIGNANT, "TRE_R85#313"),
            ("36", Profession.AMBULANCIER, "TRE_R85#314"),
            ("37", Profession.AUXILIAIRE_DE_PUERICULTURE, "TRE_R85#315"),
            ("38", Profession.PREPARATEUR_EN_PHARMACIE, "TRE_R85#316"),
            ("39", Profession.PREPARATEUR_EN_PHARMACIE, "TRE_R85#317"),
            ("97", Profession.CONSEILLER_EN_GENETIQUE, "TRE_R85#329"),
        ],
    )
    def test_a_deprecated_code_is_the_same_profession_in_law(self, code, profession, instead):
        found = fold([NURSE._replace(profession=code)])
        assert found.professional.professions == (profession,)
        (note,) = found.notes
        assert "13/12/2024" in note.text.fr
        assert "2024-12-13" in note.text.en
        # The same words as those of the conformance of codes.
        assert f"obsolète depuis le 13/12/2024 : écrire TRE_R291#99, avec le rôle {instead}." in note.text.fr
        assert f"write TRE_R291#99, with the role {instead}." in note.text.en

    def test_a_deprecated_code_with_no_successor(self):
        found = fold([NURSE._replace(profession="193")])
        assert found.professional.professions == (Profession.PSYCHOLOGUE,)
        assert "remplacé" not in found.notes[0].text.fr

    @pytest.mark.parametrize(
        ("role", "profession"),
        [("313", Profession.AIDE_SOIGNANT), ("317", Profession.PREPARATEUR_EN_PHARMACIE)],
    )
    def test_code_99_tells_the_profession_by_the_role(self, role, profession):
        row = NURSE._replace(profession="99", fonction=role)
        assert of(row).professions == (profession,)
        assert notes(row) == []

    @pytest.mark.parametrize("role", ["", "332", "330", "FON-01"])
    def test_code_99_with_a_role_that_is_no_profession(self, role):
        row = NURSE._replace(profession="99", fonction=role)
        assert of(row).professions is UNKNOWN
        assert notes(row) == ["professions"]

    @pytest.mark.parametrize("code", ["", "77", "950", "313", "52", "RÊVÉE"])
    def test_a_code_that_is_not_known_is_no_guess(self, code):
        row = NURSE._replace(profession=code)
        assert of(row).professions is UNKNOWN
        assert notes(row) == ["professions"]

    def test_two_professions_are_held_together(self):
        rows = NURSE._replace(profession="70"), NURSE._replace(profession="71")
        assert set(of(*rows).professions) == {Profession.MASSEUR_KINESITHERAPEUTE, Profession.OSTEOPATHE}

    def test_one_that_is_not_known_leaves_them_all_unknown(self):
        rows = NURSE, NURSE._replace(profession="77")
        assert of(*rows).professions is UNKNOWN
        assert notes(*rows) == ["professions"]

    def test_what_is_no_code_is_not_repeated(self):
        (note,) = fold([NURSE._replace(profession="RÊVÉE Odile")]).notes
        assert "RÊVÉE" not in note.text.fr + note.text.en

    def test_a_student_does_not_hold_the_profession_that_they_study(self):
        row = NURSE._replace(profession="10", category="E", savoir_faire_type="S", savoir_faire="SM54")
        assert of(row).professions is UNKNOWN
        assert of(row).savoir_faire is UNKNOWN
        assert notes(row) == ["professions"]
        assert "étudi" in fold([row]).notes[0].text.fr

    def test_whoever_studies_for_another_profession_holds_the_first(self):
        rows = NURSE, NURSE._replace(profession="10", category="E")
        assert of(*rows).professions == (Profession.INFIRMIER,)
        assert notes(*rows) == ["professions"]

    @pytest.mark.parametrize("category", ["", "X"])
    def test_without_a_known_category_they_may_be_a_student(self, category):
        row = NURSE._replace(category=category)
        assert of(row).professions is UNKNOWN
        assert notes(row) == ["professions"]

    def test_a_public_agent_may_be_of_the_army(self):
        row = NURSE._replace(category="M")
        assert of(row).professions == (Profession.INFIRMIER,)
        assert of(row).service_de_sante_des_armees is UNKNOWN
        assert notes(row) == ["service_de_sante_des_armees"]

    @pytest.mark.parametrize("category", ["C", "F"])
    def test_a_civilian_may_be_of_it_too(self, category):
        assert of(NURSE._replace(category=category)).service_de_sante_des_armees is UNKNOWN
        assert of(NURSE._replace(category=category)).professions == (Profession.INFIRMIER,)


class TestSavoirFaire:
    def told(self, *pairs: tuple[str, str]) -> RegisteredProfessional:
        return fold([NURSE._replace(savoir_faire_type=kind, savoir_faire=code) for kind, code in pairs])

    def test_specialities_of_the_order(self):
        assert self.told(("S", "SI04"), ("S", "SI01")).professional.savoir_faire == ("SI01", "SI04")
        assert self.told(("S", "SI04")).notes == ()

    def test_an_empty_cell_is_unknown(self):
        found = self.told(("", ""))
        assert found.professional.savoir_faire is UNKNOWN
        assert found.notes == ()

    def test_a_row_that_tells_none_takes_nothing_away(self):
        assert self.told(("S", "SI04"), ("", "")).professional.savoir_faire == ("SI04",)

    @pytest.mark.parametrize("kind", ["CAPA", "OP", "C", "DEC", "FQ", "PAC"])
    def test_other_kinds_are_told_and_not_taken(self, kind):
        found = self.told(("S", "SM54"), (kind, "X12"))
        assert found.professional.savoir_faire == ("SM54",)
        (note,) = found.notes
        assert (note.fact, kind in note.text.fr, "X12" in note.text.fr) == ("savoir_faire", True, True)

    def test_other_kinds_alone_do_not_say_that_there_is_no_speciality(self):
        assert self.told(("CAPA", "CAPA01")).professional.savoir_faire is UNKNOWN

    @pytest.mark.parametrize("pair", [("S", "SM99"), ("S", ""), ("", "SM54"), ("Z", "SM54")])
    def test_one_that_is_not_known_leaves_all_of_it_unknown(self, pair):
        found = self.told(("S", "SM54"), pair)
        assert found.professional.savoir_faire is UNKNOWN
        assert [note.fact for note in found.notes] == ["savoir_faire"]


ELSEWHERE = NURSE._replace(finess=OTHER_SITE, mode="S", commune="04209", genre="GENR02")


class TestActivities:
    def test_all_of_them_are_kept(self):
        found = fold([NURSE, ELSEWHERE])
        assert {one.finess for one in found.activities} == {SITE, OTHER_SITE}
        assert {one.mode for one in found.activities} == {Mode.LIBERAL, Mode.SALARIE}

    def test_several_modes_are_none(self):
        assert of(NURSE, ELSEWHERE).mode is UNKNOWN
        assert "mode" in notes(NURSE, ELSEWHERE)

    @pytest.mark.parametrize(("site", "mode"), [(SITE, Mode.LIBERAL), (OTHER_SITE, Mode.SALARIE)])
    def test_in_a_structure_its_mode_counts(self, site, mode):
        assert of(NURSE, ELSEWHERE, structure=site).mode is mode
        assert of(NURSE, ELSEWHERE, structure=site).substitute is (site == OTHER_SITE)

    def test_two_modes_in_the_structure_are_none(self):
        rows = NURSE, NURSE._replace(mode="S")
        assert of(*rows, structure=SITE).mode is UNKNOWN

    @pytest.mark.parametrize("mode", ["", "X"])
    def test_one_activity_of_unknown_mode_leaves_it_unknown(self, mode):
        assert of(NURSE, ELSEWHERE._replace(mode=mode)).mode is UNKNOWN

    @pytest.mark.parametrize(
        ("code", "mode"),
        [("L", Mode.LIBERAL), ("S", Mode.SALARIE), ("B", Mode.BENEVOLE), ("I", Mode.INDIRECT)],
    )
    def test_modes(self, code, mode):
        assert of(NURSE._replace(mode=code)).mode is mode

    def test_a_mode_that_is_not_known_is_told(self):
        assert of(NURSE._replace(mode="Z")).mode is UNKNOWN
        assert notes(NURSE._replace(mode="Z")) == ["mode"]

    @pytest.mark.parametrize(
        ("genre", "fonction", "answer"),
        [
            ("GENR02", "", True),
            ("GENR03", "FON-01", True),
            ("GENR01", "FON-22", True),
            ("GENR01", "FON-01", False),
            ("GENR01", "", UNKNOWN),
            ("", "FON-01", UNKNOWN),
        ],
    )
    def test_substitutes(self, genre, fonction, answer):
        assert of(NURSE._replace(genre=genre, fonction=fonction)).substitute is answer

    def test_a_substitute_here_and_not_there(self):
        assert of(NURSE, ELSEWHERE).substitute is UNKNOWN
        assert "substitute" in notes(NURSE, ELSEWHERE)

    def test_a_substitute_here_and_maybe_there(self):
        rows = ELSEWHERE, NURSE._replace(genre="")
        assert of(*rows).substitute is UNKNOWN
        assert "substitute" not in notes(*rows)

    def test_several_communes_are_none(self):
        assert of(NURSE, ELSEWHERE).practises_in is UNKNOWN
        assert "practises_in" in notes(NURSE, ELSEWHERE)
        assert of(NURSE, ELSEWHERE, structure=SITE).practises_in is UNKNOWN

    def test_an_activity_without_commune_leaves_it_unknown(self):
        assert of(NURSE, ELSEWHERE._replace(commune="")).practises_in is UNKNOWN

    @pytest.mark.parametrize("commune", ["4166", "99109", "00000", "04 166", "Riez"])
    def test_what_is_no_french_commune_is_told(self, commune):
        assert of(NURSE._replace(commune=commune)).practises_in is UNKNOWN
        assert notes(NURSE._replace(commune=commune)) == ["practises_in"]
        assert fold([NURSE._replace(commune=commune)]).activities[0].commune == commune

    @pytest.mark.parametrize(
        ("commune", "column", "departement"),
        [
            ("04166", "", "04"),
            ("04166", "13", "04"),
            ("2A004", "", "2A"),
            ("97411", "", "974"),
            ("", "13", "13"),
            ("", "20", UNKNOWN),
            ("", "", UNKNOWN),
        ],
    )
    def test_the_departement_is_that_of_the_commune(self, commune, column, departement):
        (activity,) = fold([NURSE._replace(commune=commune, departement=column)]).activities
        assert activity.departement == departement

    @pytest.mark.parametrize("number", [SITE, ENTITY, SIRET])
    def test_a_structure_is_known_by_any_of_its_numbers(self, number):
        found = fold([NURSE._replace(finess_ej=ENTITY, siret=SIRET), ELSEWHERE])
        assert [one.finess for one in found.activities_at(number)] == [SITE]

    @pytest.mark.parametrize("section", list("ABCDEGH"))
    def test_the_section_of_a_pharmacien(self, section):
        row = NURSE._replace(profession="21", section=section)
        assert of(row).pharmacien_section == section

    def test_an_activity_without_section_says_nothing_against_it(self):
        rows = NURSE._replace(profession="21", section="A"), ELSEWHERE._replace(profession="21")
        assert of(*rows).pharmacien_section == "A"

    def test_several_sections_are_none(self):
        rows = NURSE._replace(section="A"), ELSEWHERE._replace(section="D")
        assert of(*rows).pharmacien_section is UNKNOWN
        assert "pharmacien_section" in notes(*rows)
        assert of(*rows, structure=SITE).pharmacien_section == "A"

    def test_a_section_that_is_none(self):
        assert of(NURSE._replace(section="Z")).pharmacien_section is UNKNOWN
        assert notes(NURSE._replace(section="Z")) == ["pharmacien_section"]
