"""What a number may be, and why a text is none."""

import pickle

import pytest

from cpts_model.exchange.identifiers import (
    Identification,
    Kind,
    identify,
    near_misses,
    rpps_rang,
    several,
    why_none,
)
from exchange.identifiers.numbers_made import with_key

RPPS = "10999000002"  # invented


def kinds(text: str) -> list[tuple[Kind, bool | None]]:
    return [(one.kind, one.key_holds) for one in identify(text)]


def only(text: str) -> Identification:
    [one] = identify(text)
    return one


def derived(one: Identification) -> dict[str, str]:
    return {derived.id: derived.value for derived in one.derived}


class TestWhatItMayBe:
    def test_nine_digits_may_be_three_things(self) -> None:
        assert kinds("010009470") == [(Kind.FINESS, True), (Kind.SIREN, True), (Kind.ADELI, None)]

    def test_a_finess_number_has_a_zero_third_or_is_a_siren_rather(self) -> None:
        assert kinds("732829320") == [(Kind.SIREN, True), (Kind.FINESS, True), (Kind.ADELI, None)]
        assert identify("732829320")[1].note is not None
        assert identify("010009470")[0].note is None

    def test_whose_key_does_not_hold_come_last(self) -> None:
        assert kinds("010009471") == [(Kind.ADELI, None), (Kind.FINESS, False), (Kind.SIREN, False)]
        assert [one.expected for one in identify("010009471")] == [None, "0", "0"]

    def test_of_no_departement_is_a_siren_alone(self) -> None:
        assert kinds(with_key("99123456")) == [(Kind.SIREN, True)]

    def test_a_corsican_finess_is_no_siren(self) -> None:
        assert kinds("2A0000014") == [(Kind.FINESS, True), (Kind.ADELI, None)]

    def test_fourteen_digits_may_be_two(self) -> None:
        assert kinds(with_key("7328293201007")) == [(Kind.SIRET, True), (Kind.RPPS_RANG, False)]
        assert kinds(rpps_rang.of(RPPS, 1)) == [(Kind.RPPS_RANG, True), (Kind.SIRET, False)]

    def test_a_siren_and_zeros_are_a_siret_rather(self) -> None:
        """Two zeros after a SIREN leave Luhn's sum right: the digits pass for an RPPS number."""
        assert kinds("73282932000074") == [(Kind.SIRET, True), (Kind.RPPS_RANG, True)]
        assert [one.note is None for one in identify("73282932000074")] == [True, False]

    def test_a_phone_number_is_no_place_of_practice(self) -> None:
        assert kinds("0612345678") == [(Kind.ID_NAT_PS, None)]
        assert not only("0612345678").sound

    @pytest.mark.parametrize("text", ["10999000018/2", "10999000002/10999000010", "1 0612345678/7"])
    def test_a_place_of_practice_proves_nothing(self, text: str) -> None:
        """Two numbers beside a slash have the shape of a former identifier that nobody can check."""
        assert kinds(text) == [(Kind.ID_NAT_PS, None)]
        assert not only(text).sound

    @pytest.mark.parametrize(
        "pasted",
        [
            "N° RPPS : {}",
            "n°RPPS {}",
            "No {}",
            "Numéro RPPS: {}",
            "rpps\N{NO-BREAK SPACE}: {}",
            "RPPS{}",
            "RPPS n° {}",
            "RPPS={}",
            "({})",
            "« {} »",
            '"{}"',
            "'{}",
            "{},",
            "{} ;",
            "{}.",
            "10 999\N{NO-BREAK SPACE}0000\N{NARROW NO-BREAK SPACE}02",
        ],
    )
    def test_what_stands_around_a_pasted_number_is_left_out(self, pasted: str) -> None:
        assert only(pasted.format(RPPS)) == only(RPPS)

    @pytest.mark.parametrize(
        ("pasted", "number"),
        [
            ("FINESS ET : 010009470", "010009470"),
            ("Finess EJ 2A0000014", "2A0000014"),
            ("SIRET : 732 829 320 00074", "73282932000074"),
            ("code INSEE 2a004", "2A004"),
            ("RNA w2a1234567", "W2A1234567"),
            ("idNatPS: 810999000002", "810999000002"),
            ("idNatPS : 3010009470/7)", "3010009470/7)"),
        ],
    )
    def test_every_kind_may_be_named_before_its_number(self, pasted: str, number: str) -> None:
        assert identify(pasted)
        assert identify(pasted) == identify(number)

    @pytest.mark.parametrize(
        "text", ["RPPS", "N° RPPS :", "rppsx 10999000002", "TVA 10999000002", "N° " * 200]
    )
    def test_a_name_alone_or_another_is_no_number(self, text: str) -> None:
        assert identify(text) == ()
        assert why_none(text)

    def test_one_answer_survives_pickling(self) -> None:
        for text in ("010009470", "0612345678", "04166"):
            found = identify(text)
            again = pickle.loads(pickle.dumps(found))
            assert again == found
            assert [one.sound for one in again] == [one.sound for one in found]


class TestWhatFollows:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (RPPS, {"id_nat_ps": f"8{RPPS}"}),
            (f"8{RPPS}", {"type": "8", "rpps": RPPS}),
            ("810999000003", {"type": "8", "rpps": "10999000003"}),
            ("10999000003", {}),
            ("3010009470/12", {"type": "3", "finess": "010009470", "register": "12"}),
            ("1011234567/12", {"type": "1", "number": "011234567", "register": "12"}),
            ("10alix@exemple.mssante.fr", {"type": "10", "number": "alix@exemple.mssante.fr"}),
            ("6010009470", {"type": "6", "finess": "010009470"}),
            ("04166", {"departement": "04"}),
            ("97411", {"departement": "974"}),
            ("W751234567", {}),
        ],
    )
    def test_from_what_is_one_thing(self, text: str, expected: dict[str, str]) -> None:
        assert derived(only(text)) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("010009470", {"departement": "01", "id_nat_struct": "1010009470"}),
            (with_key("97060000"), {"id_nat_struct": "1" + with_key("97060000")}),
            ("73282932000074", {"siren": "732829320", "id_nat_struct": "373282932000074"}),
            (
                rpps_rang.of(RPPS, 7),
                {"rpps": RPPS, "rank": "7", "id_nat_struct": "4" + rpps_rang.of(RPPS, 7)},
            ),
            ("732829320", {"id_nat_struct": "2732829320"}),
        ],
    )
    def test_from_the_likeliest_thing(self, text: str, expected: dict[str, str]) -> None:
        assert derived(identify(text)[0]) == expected

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("04166", "un code postal a la même"),
            ("W751234567", "la forme seule"),
            ("0011234567", "le répertoire ADELI a été fermé"),
            ("011234567", "le répertoire ADELI a été fermé"),
            ("1011234567/12", "n'est plus attribué"),
            ("5010009470", "n'est plus attribué"),
            ("10alix@exemple.mssante.fr", "la forme seule"),
        ],
    )
    def test_notes(self, text: str, words: str) -> None:
        notes = [one.note.fr for one in identify(text) if one.note is not None]
        assert any(words in note for note in notes)

    @pytest.mark.parametrize(
        ("text", "sound"),
        [
            (RPPS, True),
            ("10999000003", False),
            ("04166", True),
            ("W751234567", True),
            ("10alix@exemple.mssante.fr", True),
            ("0011234567", False),
        ],
    )
    def test_soundness(self, text: str, sound: bool) -> None:
        assert only(text).sound is sound


class TestWhyItIsNone:
    @pytest.mark.parametrize(
        ("text", "reasons"),
        [
            ("", ["nothing is written"]),
            ("8,5E13", ["the scientific notation of a spreadsheet"]),
            ("10999000002.0", ["a decimal number of a spreadsheet"]),
            ("２３４", ["a hidden character"]),
            ("10999000002\0", ["a hidden character"]),
            ("10999\x1b[2J", ["a hidden character"]),
            (
                "N° FINESS : 10009470",
                ["FINESS number, SIREN number, ADELI number: 8 characters instead of 9"],
            ),
            (
                "10009470",
                ["FINESS number, SIREN number, ADELI number: 8 characters instead of 9; a spreadsheet"],
            ),
            ("7328293200007", ["SIRET number: 13 characters instead of 14; a spreadsheet probably dropped"]),
            ("99109", ["COG code of a commune: 99 is for foreign countries"]),
            (
                "2C0000012",
                ["FINESS number: it begins with no", "SIREN number: something", "ADELI number: it begins"],
            ),
            ("ABC", ["no identifier read here has this shape: 5 characters for a commune"]),
            (f"8{RPPS}/1", ["national identifier of a professional (idNatPS): type 8 has no register"]),
            ("299127512345612", ["it may be a social security number (NIR)"]),
            ("1 99 12 2A 123 456 12", ["it may be a social security number (NIR)"]),
            ("2991275123456", ["it may be a social security number (NIR)", "SIRET number: 13 characters"]),
        ],
    )
    def test_reasons(self, text: str, reasons: list[str]) -> None:
        assert identify(text) == ()
        told = [reason.en for reason in why_none(text)]
        assert len(told) == len(reasons)
        for said, expected in zip(told, reasons, strict=True):
            assert said.startswith(expected)

    @pytest.mark.parametrize("text", ["10009470", "ABCDEFGHI", "299127512345612", "8,5E13", "3010009471/"])
    def test_it_is_never_quoted(self, text: str) -> None:
        assert all(text not in reason.to(lang) for reason in why_none(text) for lang in ("fr", "en"))

    def test_in_french(self) -> None:
        assert [reason.fr for reason in why_none("99109")] == [
            "code COG de commune : 99 est le code des pays étrangers ; une commune étrangère n'a pas de code COG"
        ]


class TestNearMisses:
    @pytest.mark.parametrize(
        ("number", "said"),
        [
            ("1099900001", ["RPPS : 10 caractères au lieu de 11", "FINESS : 10 caractères au lieu de 9", "SIREN : 10 caractères au lieu de 9"]),
            ("N° RPPS : 10 99 90 00 01", ["RPPS : 10 caractères au lieu de 11", "FINESS : 10 caractères au lieu de 9", "SIREN : 10 caractères au lieu de 9"]),
            ("109990000021", ["RPPS : 12 caractères au lieu de 11"]),
            ("732829320100731", ["SIRET : 15 caractères au lieu de 14"]),
            ("7328293201007", ["SIRET : 13 caractères au lieu de 14"]),
            ("12345678", ["FINESS, numéro SIREN : 8 caractères au lieu de 9"]),
        ],
    )  # fmt: skip
    def test_a_character_too_many_or_too_few(self, number: str, said: list[str]) -> None:
        texts = [reason.fr.partition(" ;")[0] for reason in near_misses(number)]
        assert texts == [f"numéro {one}" for one in said]

    @pytest.mark.parametrize(
        "number",
        ["", "10999000003", "123456789", "1234567", "W75123456", "8109/12345678", "x" * 400, "1" * 20],
    )
    def test_else_there_is_none(self, number: str) -> None:
        assert near_misses(number) == ()

    def test_where_nothing_is_found_they_say_more_than_the_list_of_lengths(self) -> None:
        (reason,) = why_none("109990000021")
        assert reason.en.startswith("RPPS number: 12 characters instead of 11")


class TestSeveral:
    @pytest.mark.parametrize(
        ("text", "numbers"),
        [
            ("10999000002", ["10999000002"]),
            (
                "10999000002,04166;2A0000014\r\nW751234567",
                ["10999000002", "04166", "2A0000014", "W751234567"],
            ),
            ("10999000002, 00000", ["10999000002", " 00000"]),
            ("10999000002,2A0000014", ["10999000002", "2A0000014"]),
            ("1,9E1234567", ["1,9E1234567"]),  # as a spreadsheet shortens a number
            ("04166,9E1234567", ["04166", "9E1234567"]),
            ("8,5E+13;8,1E+11", ["8,5E+13", "8,1E+11"]),
            ("10999000002,0", ["10999000002,0"]),
            ("10999000002,00;04166", ["10999000002,00", "04166"]),
            ("(10999000002),;\n", ["(10999000002)"]),
            ("3010009470/a,b;c\n04166", ["3010009470/a,b;c", "04166"]),
            (",;", [",;"]),
            ("", [""]),
        ],
    )
    def test_are_parted(self, text: str, numbers: list[str]) -> None:
        assert list(several(text)) == numbers
