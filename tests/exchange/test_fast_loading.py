"""The swift way of loading says what the strict one says: the same facts, the same faults, or nothing at all."""

import gc
import json
import pickle
import random
import sys
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpts_model import CPTS, UNKNOWN, Membership, Organisation, Payment, Person, Professional
from cpts_model.exchange import dossier, swift, swift_json
from cpts_model.exchange.building import builder_of
from cpts_model.exchange.faults import BadDossier
from cpts_model.exchange.kinds import STRUCTURES
from cpts_model.exchange.swift import Doubt, Tally
from cpts_model.exchange.writing import json_text
from cpts_model.facts.checks import BadFact
from cpts_model.facts.structures import Structure
from cpts_model.facts.typed import check_types
from exchange.strategies import facts, subjects

EXAMPLES = Path(__file__).parents[2] / "examples"
PARSERS = ("standard", "msgspec")
STRUCTURE = st.sampled_from(sorted(STRUCTURES.values(), key=str)).flatmap(facts)
FULL = {
    "kind": "cpts",
    "id": "c",
    "about": ["Inventé : tout.", "“Oui”"],
    "source": "x",
    "$schema": "y",
    "legal_form": "association",
    "formed_on": "2020-02-29",
    "territory": {"communes": ["33063"], "population": 12},
    "payments": [{"beneficiary": "p", "amount": Decimal("12.50")}],
    "every_member": {"left_on": None, "partner": False},
    "members": [
        {
            "member": {
                "kind": "professional",
                "id": "p",
                "name": "Invenée\xa0Née",
                "professions": ["medecin"],
            },
            "joined_on": "2021-01-01",
        },
        {
            "member": {"kind": "organisation", "id": "o", "organisation_kind": "ehpad"},
            "joined_on": "2021-01-01",
            "left_on": "2022-01-01",
            "fees": [],
        },
    ],
}


@pytest.fixture(params=PARSERS)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each parser in turn, whatever is installed or imported already."""
    use(request.param, monkeypatch)
    return request.param


def use(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if name == "msgspec":
        pytest.importorskip("msgspec")
        monkeypatch.setattr(swift_json, "_LONG", 0)
    else:
        monkeypatch.setattr(swift_json, "_fast_decoder", lambda: None)


def outcome(read: Callable[[], Any]) -> Any:
    """What is read, or every fault of it."""
    try:
        return read()
    except BadDossier as bad:
        return bad.faults


def strictly(read: Callable[[], Any]) -> Any:
    """The same, with the swift way closed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dossier, "_swiftly", lambda swift_read: None)
        return outcome(read)


def swiftly(read: Callable[..., Any], *given: Any) -> Any:
    """What the swift way reads, or ``Doubt``."""
    try:
        return read(*given)
    except Doubt:
        return Doubt


def agree(read: Callable[[], Any]) -> Any:
    found, expected = outcome(read), strictly(read)
    assert found == expected
    assert repr(found) == repr(expected)  # 1 == True == Decimal(1): the same words are the same types too
    return found


def everything_in(told: Any) -> Iterator[Any]:
    if isinstance(told, tuple):
        for one in told:
            yield from everything_in(one)
    elif attrs.has(type(told)):
        yield told
        for field in attrs.fields(type(told)):
            yield from everything_in(getattr(told, field.name))


def keys_in(data: Any) -> int:
    if isinstance(data, dict):
        return len(data) + sum(map(keys_in, data.values()))
    return sum(map(keys_in, data)) if isinstance(data, list) else 0


class TestWhatIsValid:
    @settings(max_examples=150, deadline=None)
    @given(STRUCTURE)
    def test_is_read_swiftly_and_alike(self, structure: Structure) -> None:
        plain = dossier.to_dict(structure)
        assert swift.structure(plain, Tally()) == structure
        assert strictly(lambda: dossier.from_dict(plain)) == structure

    @settings(max_examples=100, deadline=None)
    @given(STRUCTURE)
    def test_is_of_the_types_that_its_classes_declare(self, structure: Structure) -> None:
        """Those classes whose types are not looked at again when they are read swiftly."""
        for one in everything_in(swift.structure(dossier.to_dict(structure), Tally())):
            check_types(one)

    @pytest.mark.parametrize("name", PARSERS)
    @settings(max_examples=60, deadline=None)
    @given(st.lists(STRUCTURE, min_size=1, max_size=2), st.booleans(), st.booleans())
    def test_texts(self, name: str, structures: list[Structure], compact: bool, as_bytes: bool) -> None:
        register = dossier.register_dict(map(dossier.to_dict, structures))
        text: Any = json_text(register, compact=compact)
        with pytest.MonkeyPatch.context() as patch:
            use(name, patch)
            read = swiftly(swift_json.structures, text.encode() if as_bytes else text, 10**9)
            # Only a text that begins by a colon, or holds one after a quotation mark, may look like a key.
            assert read == tuple(structures) or (read is Doubt and text.count(":") > keys_in(register))
            assert agree(lambda: dossier.loads_structures(text)) == tuple(structures)

    @pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.name)
    def test_examples(self, path: Path, parser: str) -> None:
        text = path.read_bytes()
        assert swift_json.structures(text, len(text)) == strictly(lambda: dossier.read_structures(path))

    def test_all_that_a_dossier_may_hold(self, parser: str) -> None:
        text = json_text(FULL)
        found = swift_json.structure(text, len(text))
        assert found == agree(lambda: dossier.loads_dossier(text))
        assert found.members[0].left_on is None
        assert found.members[1].left_on == date(2022, 1, 1)
        assert repr(found.payments[0].amount) == "Decimal('12.50')"

    @pytest.mark.parametrize(
        "text",
        [
            '\N{ZERO WIDTH NO-BREAK SPACE}{"kind": "cpts", "id": "a"}',
            ' \n\r\t{"kind" :\t"cpts"\n,\r"id"  :  "a"} ',
            '{"kind": "cpts", "id": "a:b", "about": "a : b, \\":"}',
            '{"kind": "cpts", "id": "\\u0061", "name": "\\ud83d\\ude00"}',
            '{"\\u006bind": "cpts", "id": "a", "members": []}',
            '{"kind": "cpts", "id": "a", "territory": {"population": -0}}',
        ],
    )
    def test_however_it_is_written(self, text: str, parser: str) -> None:
        assert isinstance(agree(lambda: dossier.loads_dossier(text)), CPTS)
        assert isinstance(agree(lambda: dossier.loads_dossier(text.encode())), CPTS)


JUNK: list[Any] = [None, True, False, 0, 1, -5, 10**15, 10**50, Decimal("1.234"), Decimal("NaN"), 1.5, "", " ", " a", "a\u200b", "a\n", "\ud800", "a\xa0b", "oui", "2020-01-01", "20200101", "2020-02-30", "2020-W01-1", [], {}, [None], [[]], [1, "a"], ["medecin"], ["medecin", "medecin"], {"kind": "cpts"}, {"kind": "professional", "id": "z"}, {"kind": ["cpts"]}, date(2020, 1, 1), ("a",), b"a"]  # fmt: skip
KEYS = ["absent", "every_member", "kind", "about", "source", "$schema", "id", "members", "left_on", "joined_on", "member", "structures", "Kind", "", "?", 3, None, ("a",)]  # fmt: skip


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    for key, value in (
        data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    ):
        yield from places(value, (*path, key))


def mutated(data: Any, chance: random.Random) -> Any:
    """The data with something wrong in it, or something odd that is right."""
    path = chance.choice(list(places(data)))
    if not path:
        return copied(chance.choice(JUNK)) if chance.random() < 0.1 else odd(data, chance)
    inside = data
    for step in path[:-1]:
        inside = inside[step]
    what = chance.random()
    if what < 0.15:
        del inside[path[-1]]
    elif what < 0.5:
        inside[path[-1]] = copied(chance.choice(JUNK))
    elif isinstance(inside[path[-1]], list) and what < 0.7 and inside[path[-1]]:
        inside[path[-1]].append(copied(chance.choice(inside[path[-1]])))
    else:
        inside[path[-1]] = odd(inside[path[-1]], chance)
    return data


def odd(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict):
        return value | {
            chance.choice(KEYS): copied(chance.choice([*JUNK, ["left_on"], ["projet"], {"left_on": None}]))
        }
    return [value, copied(chance.choice(JUNK))]


def copied(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: copied(value) for key, value in data.items()}
    return [copied(item) for item in data] if isinstance(data, list) else data


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.just(FULL), STRUCTURE.map(dossier.to_dict)), st.integers(0, 2**32), st.integers(1, 4))
def test_data_that_is_wrong_is_refused_in_the_same_words(plain: Any, seed: int, times: int) -> None:
    chance = random.Random(seed)
    data = copied(plain)
    for _ in range(times):
        data = mutated(data, chance)
    agree(lambda: dossier.from_dict(data))
    register = {"kind": "register", "structures": [plain, data]}
    assert swiftly(swift.structures, register, Tally()) in (
        Doubt,
        outcome(lambda: (dossier.from_dict(plain), dossier.from_dict(data))),
    )


PIECES = ['"', "\\", ":", ",", "{", "}", "[", "]", "null", "true", "NaN", "-Infinity", "1e3", "1.0", "0.1234", "9" * 50, "9" * 5000, "-0.0", "01", "\\ud800", "\\u0000", "\ufeff", "\x00", "\x7f", "\t", '"id": "a", ', '"kind" : "cpts", ', '"a": 1,', '{"a": 1, "a": 1}', "[" * 70 + "]" * 70, "[" * 3000, " ", "\n", "é", "\u2028"]  # fmt: skip
BYTES = [b"\xff", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\xc3", b"\x80"]


def damaged(text: bytes, chance: random.Random) -> bytes:
    at, length = chance.randrange(len(text) + 1), chance.choice([0, 0, 0, 1, 1, 2, 10])
    if chance.random() < 0.25:  # something of it once more, which may double a key
        start = chance.randrange(len(text) + 1)
        piece = text[start : start + chance.randrange(60)]
    else:
        piece = chance.choice([*(one.encode() for one in PIECES), *BYTES])
    return text[:at] + piece + text[at + length :]


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=400, deadline=None)
@given(st.one_of(st.just(FULL), STRUCTURE.map(dossier.to_dict)), st.integers(0, 2**32), st.integers(1, 3))
def test_texts_that_are_damaged_are_refused_in_the_same_words(
    name: str, plain: Any, seed: int, times: int
) -> None:
    chance = random.Random(seed)
    text = json_text(plain, compact=chance.random() < 0.5).encode()
    for _ in range(times):
        text = damaged(text, chance)
    with pytest.MonkeyPatch.context() as patch:
        use(name, patch)
        agree(lambda: dossier.loads_dossier(text))
        agree(lambda: dossier.loads_structures(text))
        agree(lambda: dossier.loads_dossier(text.decode(errors="surrogateescape")))


DOUBLED = [
    '{"kind": "cpts", "id": "a", "id": "a"}',
    '{"kind": "cpts", "kind": "cpts", "id": "a"}',
    '{"kind": "cpts", "id": "a", "\\u0069d": "a"}',
    '{"kind": "cpts", "id": "a", "id" : "a"}',
    '{"kind": "cpts", "id": "a", "territory": {"population": 1, "population"\n:1}}',
    '{"kind": "cpts", "id": "a", "every_member": {"partner": true, "partner": true}, "members": []}',
    '{"kind": "cpts", "id": "a", "members": [{"member": {"kind": "person", "id": "b", "id": "b"}}]}',
    '{"kind": "register", "kind": "register", "structures": [{"kind": "cpts", "id": "a"}]}',
    '{"kind": "register", "structures": [], "structures": [{"kind": "cpts", "id": "a"}]}',
]


@pytest.mark.parametrize("text", DOUBLED)
def test_keys_that_stand_twice_are_found(text: str, parser: str) -> None:
    assert swiftly(swift_json.structures, text, 1000) is Doubt
    faults = agree(lambda: dossier.loads_structures(text))
    assert any("stands twice" in fault.message for fault in faults)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"kind": "cpts", "id": "a", "about": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"kind": "cpts", "id": "a", "members": ' + "[" * 65 + "]" * 65 + "}",
        '{"kind": "cpts", "id": "a", "territory": {"population": ' + "9" * 5000 + "}}",
        '{"kind": "cpts", "id": "a", "territory": {"population": ' + "9" * 41 + "}}",
        '{"kind": "cpts", "id": "a", "territory": {"population": 1.0}}',
        '{"kind": "cpts", "id": "a", "territory": {"population": NaN}}',
        '{"kind": "cpts", "id": "a", "payments": [{"beneficiary": "b", "amount": 1e2}]}',
        '{"kind": "cpts", "id": "a", "payments": [{"beneficiary": "b", "amount": 1E400}]}',
        '{"kind": "cpts", "id": "a", "payments": [{"beneficiary": "b", "amount": "1.5"}]}',
        '{"kind": "cpts", "id": "a", "name": "\\ud83d"}',
        '{"kind": "cpts", "id": "a", "name": "\ud83d"}',
        '{"kind": "cpts", "id": "a", "name": "\\u0000"}',
        '{"kind": "cpts", "id": "a", "formed_on": "2020-01-01T00:00:00"}',
        '{"kind": "cpts", "id": "a", "formed_on": "２０２０-01-01"}',
        '{"kind": "register", "structures": []}',
        '{"kind": "register", "structures": {}}',
        '{"kind": "register", "structures": [{"kind": "cpts", "id": "a"}], "more": 1}',
        '{"kind": "register"}',
        "\N{ZERO WIDTH NO-BREAK SPACE}" * 2 + '{"kind": "cpts", "id": "a"}',
        "",
    ],
    ids=range(21),
)
def test_what_is_hostile_is_refused_in_the_same_words(text: str, parser: str) -> None:
    assert swiftly(swift_json.structures, text, 10**7) is Doubt
    assert isinstance(agree(lambda: dossier.loads_structures(text)), tuple)


def test_a_register_with_words_for_the_reader(parser: str) -> None:
    text = '{"about": "two", "kind": "register", "structures": [{"kind": "cpts", "id": "a"}]}'
    assert swift_json.structures(text, 1000) == agree(lambda: dossier.loads_structures(text))
    assert swiftly(swift_json.structure, text, 1000) is Doubt  # it is no dossier
    agree(lambda: dossier.loads_dossier(text))


@pytest.mark.parametrize("read", [dossier.loads_dossier, dossier.loads_structures])
def test_a_text_as_long_as_the_limit_is_read_and_none_that_is_longer(read: Any, parser: str) -> None:
    text = '{"kind": "cpts", "id": "é"}'
    assert swift_json.structure(text, len(text)).id == "é"
    assert swiftly(swift_json.structure, text, len(text) - 1) is Doubt
    assert swiftly(swift_json.structure, text.encode(), len(text)) is Doubt


@pytest.mark.parametrize("text", [None, 3, bytearray(b'{"kind": "cpts", "id": "a"}')])
def test_what_is_no_text_is_left_to_the_strict_reader(text: Any) -> None:
    assert swiftly(swift_json.structure, text, 1000) is Doubt


def test_lines(tmp_path: Path, parser: str) -> None:
    path = tmp_path / "several.jsonl"
    path.write_text(
        '{"kind": "cpts", "id": "a"}\n{"kind": "cpts"}\n\n{"kind": "cpts", "id": "b", "id": "c"}\n', "utf-8"
    )
    faults = agree(lambda: tuple(dossier.read_dossiers(path)))
    assert [fault.line for fault in faults] == [2, 4]


def test_long_files_of_lines_are_worth_an_import(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(swift_json, "_fast_decoder", lambda: asked.append(True))
    swift_json.expect(999_999)
    assert not asked
    swift_json.expect(1_000_000)
    assert asked


@pytest.mark.parametrize("works", [True, False])
def test_the_garbage_collector_waits_while_a_long_text_is_read(
    works: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def read(data: Any, tally: Tally) -> Any:
        seen.append(gc.isenabled())
        raise Doubt

    monkeypatch.setattr(swift, "structure", read)
    worked = gc.isenabled()
    try:
        (gc.enable if works else gc.disable)()
        for text in ("{}", "{}" + " " * 1_000_000):
            assert swiftly(swift_json.structure, text, 10**9) is Doubt
            assert gc.isenabled() is works
    finally:
        (gc.enable if worked else gc.disable)()
    assert seen == [works, False]


def test_without_msgspec_the_standard_parser_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    swift_json._fast_decoder.cache_clear()
    monkeypatch.setitem(sys.modules, "msgspec", None)
    try:
        assert swift_json._fast_decoder() is None
        assert swift_json.structure(b'{"kind": "cpts", "id": "a"}', 100).id == "a"
    finally:
        swift_json._fast_decoder.cache_clear()


class TestBuilding:
    told: ClassVar[dict[str, Any]] = {
        "member": Person(id="a"),
        "joined_on": date(2020, 1, 1),
        "left_on": None,
    }

    @pytest.mark.parametrize("kind", subjects(), ids=lambda kind: kind.__name__)
    @settings(max_examples=15, deadline=None)
    @given(st.data())
    def test_makes_what_the_class_makes(self, kind: type[Any], data: st.DataObject) -> None:
        expected = data.draw(facts(kind))
        fields = attrs.fields(kind)
        found = builder_of(kind)({field.name: getattr(expected, field.name) for field in fields})
        assert type(found) is kind
        assert found == expected
        assert repr(found) == repr(expected)
        if kind.__hash__ is not None:
            assert hash(found) == hash(expected)
        told = {
            field.name: getattr(expected, field.name) for field in fields if field.default is attrs.NOTHING
        }
        assert builder_of(kind)(told) == kind(**told)

    def test_what_it_makes_is_a_fact_like_any_other(self) -> None:
        found = builder_of(Membership)(self.told)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            found.left_on = UNKNOWN
        assert attrs.evolve(found, left_on=date(2021, 1, 1)).left_on == date(2021, 1, 1)
        assert pickle.loads(pickle.dumps(found)) == found
        assert not found.running_on(date(2019, 1, 1))
        assert isinstance(found, Membership)

    def test_contradictions_are_refused(self) -> None:
        with pytest.raises(BadFact, match="before joining"):
            builder_of(Membership)(self.told | {"left_on": date(2019, 1, 1)})
        with pytest.raises(BadFact, match="not an amount"):
            builder_of(Payment)({"beneficiary": "a", "amount": Decimal(-1)})

    @pytest.mark.parametrize("kind", [Membership, Professional, Person, Organisation])
    def test_what_a_register_holds_most_of_is_made_fast(self, kind: type[Any]) -> None:
        assert builder_of(kind).__closure__ is not None
        assert "twin" in builder_of(kind).__code__.co_freevars

    def test_a_class_of_yours_is_built_as_it_builds_itself(self) -> None:
        @attrs.frozen(slots=True, kw_only=True)
        class Mine:
            a: int = attrs.field(validator=attrs.validators.instance_of(int))

        assert builder_of(Mine)({"a": 1}) == Mine(a=1)
        with pytest.raises(TypeError):
            builder_of(Mine)({"a": "1"})

    def test_nor_one_that_is_laid_out_otherwise(self) -> None:
        from cpts_model.facts.typed import Facts

        @attrs.frozen(kw_only=True, slots=False)
        class Loose(Facts):
            a: int

        assert builder_of(Loose)({"a": 1}) == Loose(a=1)
        assert type(builder_of(Loose)({"a": 1})) is Loose


def test_a_key_that_is_written_in_json_is_counted_however_many_colons_texts_hold() -> None:
    words = json.dumps({"a": ":", 'b":': "::", "c": {'":': []}}).encode()
    with pytest.raises(Doubt):  # there may be doubles: whoever cannot be sure says so
        swift_json._insist_on_single_keys(words, 4)
    swift_json._insist_on_single_keys(b'{"a" : "x:y", "b"\n:"x : y"}', 2)
