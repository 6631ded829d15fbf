"""What holds of every identifier, whatever the number."""

import pickle
import time
from types import ModuleType
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from stdnum.exceptions import ValidationError

from cpts_model import UNKNOWN, CptsModelError
from cpts_model.engine.text import LANGS
from cpts_model.exchange.identifiers import (
    BadIdentifier,
    BadKey,
    Kind,
    NotText,
    finess,
    id_nat_ps,
    id_nat_struct,
    identify,
    rpps,
    rpps_rang,
    siren,
    siret,
    why_none,
)
from exchange.identifiers.numbers_made import (
    ALL,
    FINESS_DIGITS,
    GOOD,
    RPPS,
    RPPS_RANG,
    SEPARATORS,
    SIREN,
    SIRET,
    luhn_sum,
)

every_module = pytest.mark.parametrize("module", ALL, ids=lambda module: module.__name__.rpartition(".")[2])
keyed = pytest.mark.parametrize(
    ("module", "numbers"),
    [(rpps, RPPS), (siren, SIREN), (siret, SIRET), (finess, FINESS_DIGITS), (rpps_rang, RPPS_RANG)],
    ids=["rpps", "siren", "siret", "finess", "rpps_rang"],
)

NEAR_NUMBERS = st.text("0123456789ABab-./@ W\u00a0\u202f\u2013+,eE", max_size=40)
ANYTHING = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.binary(max_size=30)
    | st.text(max_size=60)
    | NEAR_NUMBERS
    | st.lists(st.text(), max_size=2)
    | st.sampled_from([UNKNOWN, object(), Kind.RPPS, str])
)


def bad(module: ModuleType, number: Any, *, strict: bool = True) -> BadIdentifier:
    with pytest.raises(BadIdentifier) as caught:
        module.validate(number, strict=strict)
    return caught.value


@every_module
class TestEveryIdentifier:
    @given(st.data())
    def test_takes_good_numbers_as_they_are(self, module: ModuleType, data: st.DataObject) -> None:
        number = data.draw(GOOD[module])
        assert module.validate(number) == number
        assert module.is_valid(number)

    @given(st.data())
    def test_takes_them_without_looking_at_the_key_too(self, module: ModuleType, data: st.DataObject) -> None:
        number = data.draw(GOOD[module] | NEAR_NUMBERS)
        if module.is_valid(number):
            assert module.is_valid(number, strict=False)
            assert module.validate(number) == module.validate(number, strict=False)

    @given(st.data())
    def test_is_formatted_and_read_back(self, module: ModuleType, data: st.DataObject) -> None:
        number = data.draw(GOOD[module])
        assert module.compact(module.format(number)) == number
        assert module.validate(module.format(number)) == number

    @given(st.text(max_size=40) | NEAR_NUMBERS)
    def test_is_compacted_once_for_all(self, module: ModuleType, text: str) -> None:
        once = module.compact(text)
        assert module.compact(once) == once

    @given(st.text(max_size=40) | NEAR_NUMBERS)
    def test_that_is_valid_is_compact(self, module: ModuleType, text: str) -> None:
        if module.is_valid(text, strict=False):
            found = module.validate(text, strict=False)
            assert found == module.compact(text)
            assert found.isascii()
            assert module.validate(found, strict=False) == found

    @given(ANYTHING)
    def test_answers_whatever_it_is_asked(self, module: ModuleType, thing: object) -> None:
        for strict in (True, False):
            valid = module.is_valid(thing, strict=strict)
            assert valid in (True, False)
            if not valid:
                bad(module, thing, strict=strict)

    @pytest.mark.parametrize("thing", [None, 10999000002, 8.5e13, b"8109", UNKNOWN, True])
    @pytest.mark.parametrize("verb", ["compact", "validate", "format"])
    def test_is_a_text(self, module: ModuleType, thing: Any, verb: str) -> None:
        with pytest.raises(NotText, match="a text is expected, not a value of type") as caught:
            getattr(module, verb)(thing)
        assert isinstance(caught.value, TypeError)

    @pytest.mark.parametrize("number", ["", " ", "\N{NO-BREAK SPACE}", " - . "])
    def test_is_not_empty(self, module: ModuleType, number: str) -> None:
        assert str(bad(module, number)).endswith(": nothing is written")

    @pytest.mark.parametrize("number", ["8,5E+13", "8.5e+13", "1,0999E+10", "1e+09", "1.0999E10"])
    def test_in_scientific_notation_is_told_from_others(self, module: ModuleType, number: str) -> None:
        assert "the scientific notation of a spreadsheet; take the number again" in str(bad(module, number))

    @pytest.mark.parametrize(
        "number", ["10009470.0", "7900693060001.0", "1099900000,00", "100094.0", "0416.0"]
    )
    def test_with_the_decimals_of_a_spreadsheet_is_refused(self, module: ModuleType, number: str) -> None:
        # Without its point, the last zero would make up for a lost digit.
        assert "a decimal number of a spreadsheet" in str(bad(module, number, strict=False))

    @given(st.data())
    def test_has_digits_of_ascii_alone(self, module: ModuleType, data: st.DataObject) -> None:
        number = data.draw(GOOD[module])
        place = data.draw(st.integers(0, len(number) - 1))
        assume(number[place].isdecimal())
        other = "٠١٢٣٤٥٦٧٨٩"[int(number[place])]
        assert not module.is_valid(number[:place] + other + number[place + 1 :], strict=False)

    @given(st.data())
    def test_is_never_quoted(self, module: ModuleType, data: st.DataObject) -> None:
        number = data.draw(GOOD[module])
        cut = data.draw(st.sampled_from([number[:-1], number + "7", "é" + number, number[1:] + "Z"]))
        if not module.is_valid(cut):
            error = bad(module, cut)
            said = " ".join([str(error), repr(error), *(error.to(lang) for lang in LANGS)])
            assert number[1:-1] not in said
            assert cut not in said
            assert error.__cause__ is None
            assert error.__suppress_context__ or error.__context__ is None

    @given(st.data())
    def test_errors_keep_their_fields(self, module: ModuleType, data: st.DataObject) -> None:
        error = bad(module, data.draw(st.sampled_from(["", "1", "ABCDEFGHI", "00000000000", None])))
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is type(error)
        for name in ("kind", "problem", "mend", "expected"):
            assert getattr(again, name) == getattr(error, name)
        assert str(again) == str(error) == error.to("en")
        assert isinstance(error, CptsModelError)
        assert isinstance(error, ValidationError)
        assert error.to("fr").startswith(error.kind.label.fr + " : ")

    @pytest.mark.parametrize("character", ["1", " ", ".", "W", "/", "@", "é", "8@", "1/", "3 "])
    def test_of_any_length_takes_no_time(self, module: ModuleType, character: str) -> None:
        text = character * 1_000_000
        begun = time.perf_counter()
        assert not module.is_valid(text)
        assert time.perf_counter() - begun < 1


@keyed
class TestKeys:
    @given(st.data())
    def test_appended_makes_the_number_valid(
        self, module: ModuleType, numbers: st.SearchStrategy[str], data: st.DataObject
    ) -> None:
        number = data.draw(numbers)
        assert luhn_sum(number) % 10 == 0
        assert module.is_valid(number)

    @given(st.data())
    def test_catches_any_digit_mistyped(
        self, module: ModuleType, numbers: st.SearchStrategy[str], data: st.DataObject
    ) -> None:
        number = data.draw(numbers)
        place = data.draw(st.integers(0, len(number) - 1))
        other = data.draw(st.sampled_from("0123456789").filter(lambda digit: digit != number[place]))
        mistyped = number[:place] + other + number[place + 1 :]
        assume(not mistyped.startswith(siret.LA_POSTE) and mistyped.strip("0"))
        assert not module.is_valid(mistyped)
        assert module.is_valid(mistyped, strict=False)

    @given(st.data())
    def test_catches_two_digits_swapped(
        self, module: ModuleType, numbers: st.SearchStrategy[str], data: st.DataObject
    ) -> None:
        """Save 09 and 90, which Luhn's sum counts the same."""
        number = data.draw(numbers)
        place = data.draw(st.integers(0, len(number) - 2))
        one, two = number[place], number[place + 1]
        assume(one != two and {one, two} != {"0", "9"})
        swapped = number[:place] + two + one + number[place + 2 :]
        assume(not swapped.startswith(siret.LA_POSTE))
        assert not module.is_valid(swapped)

    @given(st.data())
    def test_that_do_not_hold_are_told_with_the_one_that_would(
        self, module: ModuleType, numbers: st.SearchStrategy[str], data: st.DataObject
    ) -> None:
        number = data.draw(numbers)
        other = data.draw(st.sampled_from("0123456789").filter(lambda digit: digit != number[-1]))
        error = bad(module, number[:-1] + other)
        assert isinstance(error, BadKey)
        assert error.expected == number[-1]

    @given(st.data())
    def test_hold_however_the_digits_are_grouped(
        self, module: ModuleType, numbers: st.SearchStrategy[str], data: st.DataObject
    ) -> None:
        number = data.draw(numbers)
        place = data.draw(st.integers(1, len(number) - 3))
        separator = data.draw(st.sampled_from(SEPARATORS))
        written = f" {number[:place]}{separator}{number[place:]}\n"
        assert module.validate(written) == number


class TestWhatOneIsMadeOf:
    @given(RPPS)
    def test_rpps_and_id_nat_ps(self, number: str) -> None:
        made = id_nat_ps.of_rpps(number)
        assert id_nat_ps.rpps_of(made) == number
        assert str(id_nat_ps.parts(made)) == made == f"8{number}"

    @given(GOOD[id_nat_ps])
    def test_id_nat_ps_and_its_parts(self, number: str) -> None:
        assert str(id_nat_ps.parts(number)) == number

    @given(GOOD[id_nat_struct])
    def test_id_nat_struct_and_its_parts(self, number: str) -> None:
        found = id_nat_struct.parts(number)
        make = {
            Kind.FINESS: id_nat_struct.of_finess,
            Kind.SIREN: id_nat_struct.of_siren,
            Kind.SIRET: id_nat_struct.of_siret,
            Kind.RPPS_RANG: id_nat_struct.of_rpps_rang,
        }
        assert found.kind is not None
        assert str(found) == make[found.kind](found.number) == number

    @given(RPPS, st.integers(0, 99))
    def test_rpps_rang_and_its_parts(self, number: str, rank: int) -> None:
        found = rpps_rang.parts(rpps_rang.of(number, rank))
        assert (found.rpps, found.rank) == (number, rank)


class TestIdentification:
    @given(ANYTHING)
    @settings(max_examples=300)
    def test_finds_something_or_says_why_not(self, thing: Any) -> None:
        found = identify(thing)
        if not found:
            assert why_none(thing)
        for one in found:
            assert one.number.isascii()

    @given(st.data())
    @pytest.mark.parametrize("module", ALL, ids=lambda module: module.__name__.rpartition(".")[2])
    def test_finds_what_each_number_is(self, module: ModuleType, data: st.DataObject) -> None:
        number = data.draw(GOOD[module])
        found = {one.kind.value: one for one in identify(number)}
        one = found[module.__name__.rpartition(".")[2]]
        assert one.number == number
        assert one.written == module.format(number)
        assert one.key_holds in (True, None)
