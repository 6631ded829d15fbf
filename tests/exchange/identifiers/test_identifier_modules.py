"""Each identifier by itself: its length, its parts, its key, and what a wrong one is taken for."""

import csv
from types import ModuleType

import pytest

from cpts_model.exchange.identifiers import (
    BadComponent,
    BadFormat,
    BadIdentifier,
    BadKey,
    BadLength,
    Kind,
    adeli,
    cog,
    finess,
    id_nat_ps,
    id_nat_struct,
    rna,
    rpps,
    rpps_rang,
    siren,
    siret,
)
from exchange.identifiers.numbers_made import with_key
from shared_data import shared

# Invented numbers; the last digit is their Luhn key.
RPPS = "10999000002"
RPPS_RANG = with_key(RPPS + "01")
SIREN = "732829320"


def error_of(module: ModuleType, number: str, *, strict: bool = True) -> BadIdentifier:
    with pytest.raises(BadIdentifier) as caught:
        module.validate(number, strict=strict)
    return caught.value


def finess_rows() -> list[dict[str, str]]:
    [path] = shared("finess").glob("finess_603_*.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


class TestRpps:
    @pytest.mark.parametrize("number", [RPPS, "10999000010", "10 999 000 002", "10.999.000-002"])
    def test_good(self, number: str) -> None:
        assert rpps.is_valid(number)

    @pytest.mark.parametrize("number", ["10005678901", "10102727017"])
    def test_examples_of_official_guides_fail_their_key(self, number: str) -> None:
        assert not rpps.is_valid(number)
        assert rpps.validate(number, strict=False) == number

    @pytest.mark.parametrize(
        ("number", "mend"),
        [
            (f"8{RPPS}", "if it is an idNatPS, leave out the leading 8"),
            (f"9{RPPS}", "compare each character"),
            ("011234567", "it may be an ADELI number"),
            ("2A1234567", "it may be an ADELI number"),
            (RPPS_RANG, "it may be an RPPS-rang number"),
            ("1099900000", "compare each character"),
        ],
    )
    def test_another_length_is_told_what_it_may_be(self, number: str, mend: str) -> None:
        error = error_of(rpps, number, strict=False)
        assert isinstance(error, BadLength)
        assert str(error).startswith(f"RPPS number: {len(number)} characters instead of 11; {mend}")

    @pytest.mark.parametrize("number", ["1099900000O", "109990000/2", "+1099900000"])
    def test_has_digits_alone(self, number: str) -> None:
        assert isinstance(error_of(rpps, number), BadFormat)

    def test_rounded_by_a_spreadsheet(self) -> None:
        assert "a spreadsheet may have rounded it" in str(error_of(rpps, "10999200000"))

    def test_error_in_french(self) -> None:
        assert error_of(rpps, "10999000003").to("fr") == (
            "numéro RPPS : la clé de contrôle est fausse ; comparer chaque caractère avec la source du numéro"
        )

    @pytest.mark.parametrize("character", ["\N{ZERO WIDTH SPACE}", "\ufeff", "\N{SOFT HYPHEN}"])
    def test_hidden_characters_are_told(self, character: str) -> None:
        assert "a hidden character" in str(error_of(rpps, RPPS + character))


@pytest.mark.parametrize(
    ("module", "length"), [(rpps, 11), (siren, 9), (siret, 14), (rpps_rang, 14), (finess, 9), (cog, 5)]
)
def test_zeros_alone_stand_for_nothing(module: ModuleType, length: int) -> None:
    error = error_of(module, "0" * length, strict=False)
    assert str(error).endswith("nothing but zeros; leave empty what is not known")


@pytest.mark.parametrize(("module", "length"), [(finess, 9), (siren, 9), (adeli, 9), (siret, 14), (cog, 5)])
def test_a_leading_zero_that_a_spreadsheet_dropped_is_never_put_back(module: ModuleType, length: int) -> None:
    error = error_of(module, "1" * (length - 1), strict=False)
    assert isinstance(error, BadLength)
    assert "a spreadsheet probably dropped the leading zero" in str(error)
    assert "un tableur a sans doute effacé le zéro du début" in error.to("fr")


class TestFiness:
    def test_every_number_of_the_register_is_valid(self) -> None:
        rows = finess_rows()
        assert len(rows) > 2000
        for row in rows:
            for number in (row["nofinesset"], row["nofinessej"]):
                assert finess.validate(number) == number

    def test_every_number_of_the_register_tells_its_departement(self) -> None:
        for row in finess_rows():
            code = finess.departement(row["nofinesset"])
            postal = row["code_postal"]
            expected = postal[:3] if postal.startswith("97") else postal[:2]
            assert code is not None
            assert code.replace("2A", "20").replace("2B", "20") == expected

    # 2A counts as 21 and 2B as 22: 4 + 1·2 + 1 + 2·2 - 1 and 2 + 1·2 + 2 + 2·2 are tens.
    @pytest.mark.parametrize("number", ["2A0000014", "2B0000012", "2a0000014", "2A 000 001 4"])
    def test_of_corsica(self, number: str) -> None:
        assert finess.is_valid(number)
        assert finess.validate(number) == number.upper().replace(" ", "")
        assert finess.departement(number) == number[:2].upper()

    @pytest.mark.parametrize("number", ["2A0000012", "2B0000014"])
    def test_of_corsica_is_not_valid_with_the_key_of_the_other(self, number: str) -> None:
        error = error_of(finess, number)
        assert isinstance(error, BadKey)
        assert error.expected == {"2A": "4", "2B": "2"}[number[:2]]

    @pytest.mark.parametrize(
        ("start", "code"),
        [
            ("9701", "971"),
            ("9702", "972"),
            ("9703", "973"),
            ("9704", "974"),
            ("9705", "975"),
            ("9706", None),
            ("9805", "976"),
            ("9806", "986"),
            ("9801", None),
            ("9501", "95"),
            ("0100", "01"),
        ],
    )
    def test_of_the_overseas(self, start: str, code: str | None) -> None:
        number = with_key(f"{start}0000")
        assert finess.is_valid(number)
        assert finess.departement(number) == code

    @pytest.mark.parametrize("prefix", ["00", "20", "96", "99", "2C", "9A"])
    def test_begins_with_a_departement(self, prefix: str) -> None:
        error = error_of(finess, f"{prefix}0000001")
        assert isinstance(error, BadComponent)
        assert "01 to 95, 2A or 2B, 97 or 98 overseas" in str(error)
        # Official examples are numbered in départements that do not exist.
        assert finess.is_valid(f"{prefix}0000001", strict=False)
        assert finess.departement(f"{prefix}0000001") is None

    @pytest.mark.parametrize("number", ["A10000014", "0100000A4", "2AA000014", "01000094/"])
    def test_has_a_letter_second_at_most(self, number: str) -> None:
        assert isinstance(error_of(finess, number, strict=False), BadFormat)

    @pytest.mark.parametrize(
        ("number", "mend"),
        [
            ("1010009470", "leave out the leading 1"),
            ("12A0000014", "leave out the leading 1"),
            ("2010009470", "compare each character"),
            ("79006930600013", "it may be a SIRET number"),
        ],
    )
    def test_another_length_is_told_what_it_may_be(self, number: str, mend: str) -> None:
        assert mend in str(error_of(finess, number))

    def test_written(self) -> None:
        assert finess.format("2a0000014") == "2A 000 001 4"


class TestSirenAndSiret:
    def test_written(self) -> None:
        assert siren.format(SIREN) == "732 829 320"
        assert siret.format("73282932000074") == "732 829 320 00074"

    def test_siren_of_a_siret(self) -> None:
        assert siret.siren_of("732 829 320 00074") == SIREN

    @pytest.mark.parametrize(
        ("module", "number", "mend"),
        [
            (siren, "73282932000074", "the SIREN is its first nine digits"),
            (siret, SIREN, "it may be a SIREN, or a FINESS number"),
        ],
    )
    def test_one_is_taken_for_the_other(self, module: ModuleType, number: str, mend: str) -> None:
        assert mend in str(error_of(module, number))

    def test_places_of_la_poste_have_digits_that_add_up_to_a_multiple_of_five(self) -> None:
        assert siret.is_valid("35600000049837")  # 3+5+6+4+9+8+3+7 = 45
        error = error_of(siret, "35600000049836")
        assert isinstance(error, BadKey)
        assert error.expected is None
        assert siret.is_valid("35600000049836", strict=False)

    def test_the_seat_of_la_poste_has_a_common_key(self) -> None:
        assert siret.is_valid("35600000000048")

    def test_the_siren_in_a_siret_has_a_key_too(self) -> None:
        number = with_key("7328293210007")
        error = error_of(siret, number)
        assert isinstance(error, BadKey)
        assert error.expected is None

    def test_of_the_finess_register_are_valid(self) -> None:
        numbers = [row["siret"] for row in finess_rows() if row["siret"]]
        assert len(numbers) > 1500
        assert all(siret.is_valid(number) for number in numbers)


class TestAdeli:
    @pytest.mark.parametrize("number", ["011234567", "2A1234567", "2b1234567", "9D1234567", "971234567"])
    def test_begins_with_its_departement(self, number: str) -> None:
        assert adeli.validate(number) == number.upper()

    @pytest.mark.parametrize("number", ["001234567", "991234567", "0B1234567"])
    def test_of_no_departement(self, number: str) -> None:
        assert isinstance(error_of(adeli, number), BadComponent)
        assert adeli.is_valid(number, strict=False)

    @pytest.mark.parametrize("number", ["01123456X", "1099900000", "A11234567"])
    def test_of_another_shape(self, number: str) -> None:
        assert not adeli.is_valid(number, strict=False)

    def test_has_no_key(self) -> None:
        assert all(adeli.is_valid(f"01123456{digit}") for digit in "0123456789")

    def test_of_eleven_digits_may_be_of_the_rpps(self) -> None:
        assert "it may be an RPPS number" in str(error_of(adeli, RPPS))


class TestIdNatPs:
    @pytest.mark.parametrize(
        ("number", "parts"),
        [
            (f"8{RPPS}", ("8", RPPS, None, Kind.RPPS)),
            ("8 10 999 000 002", ("8", RPPS, None, Kind.RPPS)),
            ("0011234567", ("0", "011234567", None, Kind.ADELI)),
            ("1011234567/12", ("1", "011234567", "12", None)),
            ("3010009470/a-b.c d".replace(" ", ""), ("3", "010009470", "a-b.cd", Kind.FINESS)),
            ("32a0000014/x/y", ("3", "2A0000014", "x/y", Kind.FINESS)),
            ("3010009470/a@b.fr", ("3", "010009470", "a@b.fr", Kind.FINESS)),
            (f"4{SIREN}/7", ("4", SIREN, "7", Kind.SIREN)),
            ("573282932000074/7", ("5", "73282932000074", "7", Kind.SIRET)),
            (f"6{RPPS_RANG}/7", ("6", RPPS_RANG, "7", Kind.RPPS_RANG)),
            ("10alix@exemple.mssante.fr", ("10", "alix@exemple.mssante.fr", None, None)),
        ],
    )
    def test_and_its_parts(self, number: str, parts: tuple[str, str, str | None, Kind | None]) -> None:
        found = id_nat_ps.parts(number)
        assert (found.type, found.number, found.register, found.kind) == parts
        assert id_nat_ps.validate(number) == str(found)

    @pytest.mark.parametrize(
        ("number", "error", "message"),
        [
            ("910999000002", BadComponent, "it begins with no type read here (TRE_G08)"),
            ("2123456", BadComponent, "it begins with no type read here (TRE_G08)"),
            ("/", BadComponent, "it begins with no type read here (TRE_G08)"),
            ("alix@exemple.mssante.fr", BadComponent, "in it an address follows 10"),
            ("10alix@exemple", BadFormat, "the address cannot be read"),
            ("10@exemple.fr", BadFormat, "the address cannot be read"),
            (RPPS, BadFormat, "in it an RPPS number comes after an 8"),
            ("3010009470", BadFormat, "type 3 takes a slash and a register number"),
            (f"8{RPPS}/1", BadFormat, "type 8 has no register number; leave out the slash"),
            ("3010009470/", BadFormat, "the register number is missing or unreadable"),
            ("3010009470/Zoé", BadFormat, "a hidden character, or one that is neither"),
            ("3010009470/1 2", BadFormat, "the register number is missing or unreadable"),
            ("1012/3", BadFormat, "what follows the type is no ADELI number of a place of practice"),
            ("810999000003", BadKey, "the RPPS number in it: the check digit does not hold"),
            ("81099900000", BadLength, "the RPPS number in it: 10 characters instead of 11"),
            ("0001234567", BadComponent, "the ADELI number in it: it begins with no département"),
            ("3010009471/1", BadKey, "the FINESS number in it: the check digit does not hold"),
        ],
    )
    def test_wrong(self, number: str, error: type[BadIdentifier], message: str) -> None:
        found = error_of(id_nat_ps, number)
        assert isinstance(found, error)
        assert found.kind is Kind.ID_NAT_PS
        assert message in str(found)

    def test_the_key_in_it_is_told(self) -> None:
        assert error_of(id_nat_ps, "810999000003").expected == "2"
        assert id_nat_ps.is_valid("810999000003", strict=False)

    def test_rpps_of_another_type_is_none(self) -> None:
        assert id_nat_ps.rpps_of("3010009470/1") is None
        assert id_nat_ps.rpps_of("810005678901", strict=False) == "10005678901"

    def test_of_a_bad_rpps_is_not_made(self) -> None:
        with pytest.raises(BadKey, match="RPPS number: the check digit does not hold"):
            id_nat_ps.of_rpps("10999000003")
        assert id_nat_ps.of_rpps("10999000003", strict=False) == "810999000003"


class TestIdNatStruct:
    @pytest.mark.parametrize(
        ("number", "parts"),
        [
            ("1010009470", ("1", "010009470", Kind.FINESS)),
            ("1 2a 000 001 4", ("1", "2A0000014", Kind.FINESS)),
            (f"2{SIREN}", ("2", SIREN, Kind.SIREN)),
            ("373282932000074", ("3", "73282932000074", Kind.SIRET)),
            (f"4{RPPS_RANG}", ("4", RPPS_RANG, Kind.RPPS_RANG)),
            ("5010009470", ("5", "010009470", Kind.FINESS)),
            ("6010009470", ("6", "010009470", Kind.FINESS)),
            ("001123456789", ("0", "01123456789", None)),
        ],
    )
    def test_and_its_parts(self, number: str, parts: tuple[str, str, Kind | None]) -> None:
        found = id_nat_struct.parts(number)
        assert (found.type, found.number, found.kind) == parts

    @pytest.mark.parametrize(
        ("number", "error", "message"),
        [
            (
                "7010009470",
                BadComponent,
                "a FINESS, SIREN, SIRET or RPPS-rang number comes after 1, 2, 3 or 4",
            ),
            ("W751234567", BadComponent, "it begins with no type read here (TRE_G07)"),
            ("010009470", BadFormat, "what follows the type is no ADELI number of a place of practice"),
            ("1010009471", BadKey, "the FINESS number in it: the check digit does not hold"),
            ("110009470", BadLength, "a spreadsheet probably dropped the leading zero"),
            ("1", BadLength, "the FINESS number in it: nothing is written"),
        ],
    )
    def test_wrong(self, number: str, error: type[BadIdentifier], message: str) -> None:
        found = error_of(id_nat_struct, number)
        assert isinstance(found, error)
        assert found.kind is Kind.ID_NAT_STRUCT
        assert message in str(found)

    def test_finess_in_it(self) -> None:
        assert id_nat_struct.finess_of("1010009470") == "010009470"
        assert id_nat_struct.finess_of("5010009470") == "010009470"
        assert id_nat_struct.finess_of(f"2{SIREN}") is None
        assert id_nat_struct.finess_of("1010009471", strict=False) == "010009471"

    def test_types_that_are_given_no_longer(self) -> None:
        assert {code for code, one in id_nat_struct.TYPES.items() if one.ended} == {"0", "5", "6"}

    def test_types_are_those_of_the_nomenclature(self) -> None:
        for module, table in ((id_nat_struct, "TRE_G07"), (id_nat_ps, "TRE_G08")):
            [path] = shared("nos").glob(f"{table}-*.csv")
            with path.open(encoding="utf-8", newline="") as file:
                codes = {row["code"] for row in csv.DictReader(file, delimiter=";")}
            assert module.TYPES.keys() <= codes
            assert (
                codes - module.TYPES.keys() == {"TRE_G07": {"40", "41"}, "TRE_G08": {"2", "9", "30"}}[table]
            )


class TestRppsRang:
    @pytest.mark.parametrize("rank", [-1, 100, True, "01", 1.0])
    def test_the_rank_has_two_digits(self, rank: int) -> None:
        with pytest.raises(BadComponent, match="give a number from 0 to 99"):
            rpps_rang.of(RPPS, rank)

    @pytest.mark.parametrize("rank", [0, 99])
    def test_ranks_at_the_bounds(self, rank: int) -> None:
        assert rpps_rang.parts(rpps_rang.of(RPPS, rank)).rank == rank

    def test_the_key_of_the_rpps_in_it_must_hold(self) -> None:
        number = with_key("1099900000301")
        error = error_of(rpps_rang, number)
        assert isinstance(error, BadKey)
        assert (error.kind, error.expected) == (Kind.RPPS_RANG, None)
        assert rpps_rang.parts(number, strict=False).rpps == "10999000003"

    def test_without_a_rank(self) -> None:
        assert "it may be an RPPS number, without a rank" in str(error_of(rpps_rang, RPPS))


class TestCog:
    @pytest.mark.parametrize(
        ("code", "departement"),
        [
            ("04166", "04"),
            ("2a004", "2A"),
            ("2B033", "2B"),
            ("97411", "974"),
            ("97502", "975"),
            ("97701", "977"),
            ("98735", "987"),
            ("98901", "989"),
            ("75056", "75"),
            ("75120", "75"),
            ("69381", "69"),
            ("13201", "13"),
        ],
    )
    def test_and_its_departement(self, code: str, departement: str) -> None:
        assert cog.validate(code) == code.upper()
        assert cog.departement(code) == departement

    @pytest.mark.parametrize("code", ["20004", "96001", "97001", "97901", "98001", "98501", "00123"])
    def test_of_no_departement(self, code: str) -> None:
        error = error_of(cog, code, strict=False)
        assert isinstance(error, BadComponent)
        assert "give the INSEE code of the commune, not its postal code" in str(error)

    def test_of_a_foreign_country(self) -> None:
        error = error_of(cog, "99109", strict=False)
        assert isinstance(error, BadComponent)
        assert "99 is for foreign countries" in str(error)

    @pytest.mark.parametrize("code", ["2C004", "A1001", "0416A"])
    def test_of_another_shape(self, code: str) -> None:
        assert isinstance(error_of(cog, code), BadFormat)

    def test_every_commune_and_arrondissement_of_the_table(self) -> None:
        with (shared("cog") / "communes_2026.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter=";"))
        assert len(rows) > 35_000
        assert all(cog.departement(row["code"]) == row["departement"] for row in rows)


class TestRna:
    @pytest.mark.parametrize("number", ["W751234567", "w2A1234567", "W9R1234567"])
    def test_good(self, number: str) -> None:
        assert rna.validate(number) == number.upper()

    @pytest.mark.parametrize("number", ["751234567", "W75123456", "W7512345678", "X751234567", "WA51234567"])
    def test_of_another_shape(self, number: str) -> None:
        assert not rna.is_valid(number, strict=False)
