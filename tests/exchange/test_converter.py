"""The strict converter: nothing is coerced, every fault is named, what is written is read back."""

import pickle
import sys
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest
from cattrs import Converter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpts_model import (
    CPTS,
    UNKNOWN,
    Membership,
    Mode,
    Organisation,
    OrganisationKind,
    Payment,
    Person,
    Profession,
    Professional,
    Unknown,
)
from cpts_model.exchange.converter import configure_converter, make_converter
from cpts_model.exchange.faults import BadDossier, Fault
from cpts_model.exchange.shape import DECIMALS, shape_of
from cpts_model.facts.memberships import Member
from cpts_model.facts.structures import Structure
from exchange.strategies import facts, subjects

CONVERTER = make_converter()
ID = {"id": "a"}
HUGE = 10**15


def faults(data: Any, kind: Any) -> list[tuple[str, str]]:
    with pytest.raises(BadDossier) as caught:
        CONVERTER.structure(data, kind)
    return [(fault.path, fault.message) for fault in caught.value.faults]


BOOL = "is not a truth value (write true or false, without quotes)"
INT = "is not a whole number (write digits alone, without quotes)"
TEXT = "is not a text (write it between quotes)"
DATE = "is not a date (write YYYY-MM-DD)"
BIG = "is too big (numbers here stay below 10^15)"
NULL = "null is no value for this key (leave the key out if it is unknown)"
WORD = "is not a word of the list"
KINDS = "'professional', 'person', 'organisation'"

REFUSED: list[tuple[Any, dict[str, Any], str, str]] = [
    (Professional, {"substitute": "false"}, "$.substitute", f"'false' {BOOL}"),
    (Professional, {"substitute": "oui"}, "$.substitute", f"'oui' {BOOL}"),
    (Professional, {"substitute": 0}, "$.substitute", f"0 {BOOL}"),
    (Professional, {"substitute": 1}, "$.substitute", f"1 {BOOL}"),
    (Professional, {"substitute": ""}, "$.substitute", f"'' {BOOL}"),
    (Professional, {"substitute": []}, "$.substitute", f"a list {BOOL}"),
    (Professional, {"substitute": None}, "$.substitute", NULL),
    (Professional, {"name": 1}, "$.name", f"1 {TEXT}"),
    (Professional, {"name": True}, "$.name", f"true {TEXT}"),
    (Professional, {"name": ["A"]}, "$.name", f"a list {TEXT}"),
    (Professional, {"name": "\ud800"}, "$.name", "'\\ud800' holds half a character (a lone surrogate)"),
    (Professional, {"rpps": 10001234567}, "$.rpps", f"10001234567 {TEXT}"),
    (Professional, {"id": ""}, "$.id", "it is blank (identifier in the dossier)"),
    (Professional, {"id": None}, "$.id", NULL),
    (Professional, {"mode": "Liberal"}, "$.mode", f"'Liberal' {WORD}; did you mean 'liberal'?"),
    (Professional, {"mode": "LIBERAL"}, "$.mode", f"'LIBERAL' {WORD} (write 'liberal' or 'salarie' or 'benevole' or 'indirect')"),
    (Professional, {"mode": 1}, "$.mode", f"1 {WORD} (write 'liberal' or 'salarie' or 'benevole' or 'indirect')"),
    (Professional, {"mode": Mode.LIBERAL}, "$.mode", f"Mode.LIBERAL {WORD} (write 'liberal' or 'salarie' or 'benevole' or 'indirect')"),
    (Professional, {"professions": "medecin"}, "$.professions", "'medecin' is not a list (write it between [ and ])"),
    (Professional, {"professions": {"medecin": True}}, "$.professions", "an object is not a list (write it between [ and ])"),
    (Professional, {"professions": ["medcin"]}, "$.professions[0]", "no profession is 'medcin'; did you mean 'medecin'?"),
    (Professional, {"professions": ["medecin", "IDEL"]}, "$.professions[1]", "no profession is 'IDEL'; write 'infirmier'"),
    (Professional, {"professions": ["zzz"]}, "$.professions[0]", "no profession is 'zzz'"),
    (Professional, {"professions": ["z" * 90]}, "$.professions[0]", f"no profession is '{'z' * 60}…'"),
    (Professional, {"professions": [None]}, "$.professions[0]", "null is not a word of the list (write 'medecin' or 'chirurgien-dentiste' or 'sage-femme' or 'pharmacien' or 'preparateur-en-pharmacie' or 'physicien-medical' or 'infirmier' or 'masseur-kinesitherapeute' …)"),
    (Professional, {"savoirfaire": []}, "$.savoirfaire", "no such key here; did you mean 'savoir_faire'?"),
    (Professional, {"Name": "A"}, "$.Name", "no such key here; did you mean 'name'?"),
    (Professional, {3: "A"}, "$[3]", "no such key here"),
    (Professional, {"left on": "A"}, "$['left on']", "no such key here"),
    (Professional, {"kind": "person"}, "$.kind", "'person' stands where only 'professional' can"),
    (Organisation, {"kind": "ehpad"}, "$.kind", "'ehpad' stands where only 'organisation' can"),
    (Organisation, {"organisation_kind": "casf-99"}, "$.organisation_kind", f"'casf-99' {WORD}; did you mean 'casf-9' or 'casf-8' or 'casf-7'?"),
    (Organisation, {"organisation_kind": "xyzzy"}, "$.organisation_kind", f"'xyzzy' {WORD}"),
    (CPTS, {"formed_on": 20200101}, "$.formed_on", f"20200101 {DATE}"),
    (CPTS, {"formed_on": "20200101"}, "$.formed_on", f"'20200101' {DATE}"),
    (CPTS, {"formed_on": "2026-13-01"}, "$.formed_on", f"'2026-13-01' {DATE}"),
    (CPTS, {"formed_on": "2026-02-30"}, "$.formed_on", f"'2026-02-30' {DATE}"),
    (CPTS, {"formed_on": "2026-W01-1"}, "$.formed_on", f"'2026-W01-1' {DATE}"),
    (CPTS, {"formed_on": "2026-01-01T00:00:00"}, "$.formed_on", f"'2026-01-01T00:00:00' {DATE}"),
    (CPTS, {"formed_on": "01/02/2026"}, "$.formed_on", f"'01/02/2026' {DATE}"),
    (CPTS, {"formed_on": " 2026-01-01"}, "$.formed_on", f"' 2026-01-01' {DATE}"),
    (CPTS, {"formed_on": "٢٠٢٦-٠١-٠١"}, "$.formed_on", f"'٢٠٢٦-٠١-٠١' {DATE}"),
    (CPTS, {"formed_on": datetime(2026, 1, 1)}, "$.formed_on", f"2026-01-01 00:00:00 {DATE}"),  # noqa: DTZ001
    (CPTS, {"formed_on": None}, "$.formed_on", NULL),
    (CPTS, {"territory": {"population": 3.9}}, "$.territory.population", f"3.9 {INT}"),
    (CPTS, {"territory": {"population": 4.0}}, "$.territory.population", f"4.0 {INT}"),
    (CPTS, {"territory": {"population": True}}, "$.territory.population", f"true {INT}"),
    (CPTS, {"territory": {"population": "12000"}}, "$.territory.population", f"'12000' {INT}"),
    (CPTS, {"territory": {"population": HUGE}}, "$.territory.population", f"{HUGE} {BIG}"),
    (CPTS, {"territory": {"population": 10**5000}}, "$.territory.population", f"a huge number {BIG}"),
    (CPTS, {"territory": {"population": -1}}, "$.territory.population", "-1 inhabitants"),
    (CPTS, {"territory": "Paris"}, "$.territory", "'Paris' is not an object (write { … })"),
    (CPTS, {"members": [[]]}, "$.members[0]", "a list is not an object (write { … })"),
    (CPTS, {"members": [{}]}, "$.members[0]", "the key 'member' is missing (member)"),
    (CPTS, {"members": [{"member": "A"}]}, "$.members[0].member", "'A' is not an object (write { … })"),
    (CPTS, {"members": [{"member": ID}]}, "$.members[0].member", f"the key 'kind' is missing (say which: {KINDS})"),
    (CPTS, {"members": [{"member": {"kind": "person"}}]}, "$.members[0].member", "the key 'id' is missing (identifier in the dossier)"),
    (CPTS, {"members": [{"member": ID | {"kind": []}}]}, "$.members[0].member.kind", f"a list is not the kind of a member ({KINDS})"),
    (
        CPTS,
        {"members": [{"member": ID | {"kind": "ehpad"}}]},
        "$.members[0].member.kind",
        f"""'ehpad' is not the kind of a member ({KINDS}); write "kind": "organisation", "organisation_kind": "ehpad\"""",
    ),
    (Payment, {"amount": 12.5}, "$.amount", "12.5 is a float, which cannot hold cents exactly (give a Decimal)"),
    (Payment, {"amount": float("nan")}, "$.amount", "nan is a float, which cannot hold cents exactly (give a Decimal)"),
    (Payment, {"amount": "12.50"}, "$.amount", "'12.50' is not a number (write digits, without quotes)"),
    (Payment, {"amount": True}, "$.amount", "true is not a number (write digits, without quotes)"),
    (Payment, {"amount": Decimal("NaN")}, "$.amount", "NaN is not a number (write digits, without quotes)"),
    (Payment, {"amount": Decimal("sNaN")}, "$.amount", "sNaN is not a number (write digits, without quotes)"),
    (Payment, {"amount": Decimal("Infinity")}, "$.amount", f"Infinity {BIG}"),
    (Payment, {"amount": Decimal("1E+30")}, "$.amount", f"1E+30 {BIG}"),
    (Payment, {"amount": Decimal("1.005")}, "$.amount", "1.005 has more than 2 decimals"),
    (Payment, {"amount": -1}, "$.amount", "-1 is not an amount of euros"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "told", "place", "message"), REFUSED)
def test_refuses_and_says_where_and_why(kind: Any, told: dict[str, Any], place: str, message: str) -> None:
    required = {"beneficiary": "a"} if kind is Payment else ID
    assert faults(required | told, kind) == [(place, message)]


@pytest.mark.parametrize("kind", [Professional, CPTS, Structure, Member, Membership])
@pytest.mark.parametrize("data", [None, "x", 3, []])
def test_refuses_what_is_no_object(kind: Any, data: Any) -> None:
    ((place, message),) = faults(data, kind)
    assert place == "$"
    assert message.endswith("is not an object (write { … })")


def test_takes_what_is_written_as_it_should_be() -> None:
    data = {
        "id": "cpts",
        "formed_on": date(2020, 1, 1),
        "payments": [{"beneficiary": "a", "amount": 3}],
        "projet": None,
    }
    assert CONVERTER.structure(data, CPTS) == CPTS(
        id="cpts", formed_on=date(2020, 1, 1), payments=(Payment(beneficiary="a", amount=Decimal(3)),), projet=None
    )  # fmt: skip


def test_takes_as_many_decimals_as_the_field_says() -> None:
    @attrs.frozen
    class Share:
        exact: Decimal = attrs.field(metadata={DECIMALS: 4})

    assert CONVERTER.structure({"exact": Decimal("0.3333")}, Share) == Share(Decimal("0.3333"))
    assert faults({"exact": Decimal("0.33333")}, Share) == [("$.exact", "0.33333 has more than 4 decimals")]


class TestEveryFault:
    def test_of_every_part_is_found_at_once(self) -> None:
        data = {
            "id": "cpts",
            "members": [
                {"member": {"kind": "professional", "id": "a", "mode": "x"}, "joined_on": "x"},
                {"member": {"kind": "nobody"}, "fee_paid": "x"},
                {"member": {"kind": "person", "id": "b"}, "left_on": "2020-01-01", "joined_on": "2021-01-01"},
            ],
            "nom": 3,
            "formed_on": 3,
        }
        assert [place for place, _ in faults(data, CPTS)] == [
            "$.members[0].member.mode",
            "$.members[0].joined_on",
            "$.members[1].member.kind",
            "$.members[1].fee_paid",
            "$.members[2].left_on",
            "$.nom",
            "$.formed_on",
        ]

    def test_a_contradiction_is_found_beside_other_faults(self) -> None:
        data = {
            "member": {"kind": "person", "id": "b", "role": 3},
            "left_on": "2020-01-01",
            "joined_on": "2021-01-01",
        }
        assert faults(data, Membership) == [
            ("$.member.role", "3 is not a word of the list (write 'usager' or 'elu' or 'autre')"),
            ("$.left_on", "left on 2020-01-01, before joining on 2021-01-01"),
        ]

    def test_two_contradictions_are_both_found(self) -> None:
        data = {
            "member": {"kind": "person", "id": "b"},
            "left_on": "2020-01-01", "joined_on": "2021-01-01", "listed_on": "2020-06-01",
        }  # fmt: skip
        assert [place for place, _ in faults(data, Membership)] == ["$.left_on", "$.listed_on"]

    def test_a_member_twice_is_found_beside_other_faults(self) -> None:
        member = {"member": {"kind": "person", "id": "b"}}
        assert faults({"id": "cpts", "members": [member, member | {"fee_paid": 3}]}, CPTS) == [
            ("$.members[1].fee_paid", f"3 {BOOL}"),
            (
                "$.members[1]",
                "'b' is a member already (members[0]); say when the earlier membership ended, or remove one of the two",
            ),
        ]

    def test_of_a_required_field_leaves_nothing_to_build(self) -> None:
        assert faults({"beneficiary": " ", "amount": -1}, Payment) == [
            ("$.beneficiary", "it is blank (beneficiary (identifier))")
        ]

    def test_stops_after_a_thousand(self) -> None:
        assert len(faults({"id": "a"} | {f"x{n}": n for n in range(5000)}, CPTS)) == 1000
        assert len(faults({"id": "a", "members": [3] * 5000}, CPTS)) == 1000
        assert len(faults({"id": "a", "absent": ["x"] * 5000}, CPTS)) == 1000
        assert (
            len(faults({"id": "a", "members": [], "every_member": {f"x{n}": n for n in range(5000)}}, CPTS))
            == 1000
        )

    def test_blames_the_key_that_stands_for_a_renamed_field(self) -> None:
        from cpts_model.facts.checks import BadFact

        @attrs.frozen
        class Odd(Organisation):
            problem: str = ""

            def __attrs_post_init__(self) -> None:
                raise BadFact(self.problem, "odd")

        assert faults({"id": "a", "problem": "kind"}, Odd) == [("$.organisation_kind", "odd")]
        assert faults({"id": "a", "problem": "[0]"}, Odd) == [("$.[0]", "odd")]


class TestAbsent:
    def test_lists_the_keys_that_are_null(self) -> None:
        told = CONVERTER.structure({"id": "a", "absent": ["rpps"]}, Professional)
        assert told == Professional(id="a", rpps=None)

    @pytest.mark.parametrize(
        ("absent", "place", "message"),
        [
            ("rpps", "$.absent", "'rpps' is not a list of keys"),
            ([3], "$.absent[0]", "no key is called 3"),
            (["rpp"], "$.absent[0]", "no key is called 'rpp'; did you mean 'rpps'?"),
            (["name"], "$.absent[0]", "'name' is told as well; remove one of the two"),
            (["rpps", "rpps"], "$.absent[1]", "'rpps' is listed twice"),
            (["mode"], "$.absent[0]", "'mode' cannot be absent (leave it out if it is unknown)"),
        ],
    )
    def test_is_checked(self, absent: Any, place: str, message: str) -> None:
        assert faults({"id": "a", "name": "A", "absent": absent}, Professional) == [(place, message)]


class TestEveryMember:
    def structure(self, said: Any, *members: Any) -> CPTS:
        return CONVERTER.structure({"id": "cpts", "every_member": said, "members": list(members)}, CPTS)

    def test_is_said_of_each_unless_it_says_otherwise(self) -> None:
        one, two, three = self.structure(
            {"consented": True, "left_on": "2030-01-01"},
            {"member": {"kind": "person", "id": "a"}},
            {"member": {"kind": "person", "id": "b"}, "left_on": None, "consented": False},
            {"member": {"kind": "person", "id": "c"}, "absent": ["left_on"]},
        ).members  # fmt: skip
        assert one == Membership(member=Person(id="a"), consented=True, left_on=date(2030, 1, 1))
        assert two == Membership(member=Person(id="b"), consented=False, left_on=None)
        assert three == Membership(member=Person(id="c"), consented=True, left_on=None)

    def test_may_list_what_is_absent(self) -> None:
        (one,) = self.structure({"absent": ["left_on"]}, {"member": {"kind": "person", "id": "a"}}).members
        assert one.left_on is None

    @pytest.mark.parametrize(
        ("said", "place", "message"),
        [
            ([], "$.every_member", "a list is not an object (write { … })"),
            ({"left": 1}, "$.every_member.left", "no such key here; did you mean 'left_on'?"),
            ({"kind": "x"}, "$.every_member.kind", "no such key here"),
            ({"left_on": 1}, "$.every_member.left_on", f"1 {DATE}"),
            (
                {"absent": ["fee_payed"]},
                "$.every_member.absent[0]",
                "no key is called 'fee_payed'; did you mean 'fee_paid'?",
            ),
            ({"member": {}}, "$.every_member.member", "this is told of each member by itself"),
        ],
    )
    def test_its_faults_are_told_once(self, said: Any, place: str, message: str) -> None:
        members = [{"member": {"kind": "person", "id": name}} for name in "ab"]
        assert faults({"id": "a", "every_member": said, "members": members}, CPTS) == [(place, message)]

    def test_contradicts_a_member_at_that_member(self) -> None:
        data = {
            "id": "cpts",
            "every_member": {"left_on": "2020-01-01"},
            "members": [{"member": {"kind": "person", "id": "a"}, "joined_on": "2021-01-01"}, "x"],
        }
        assert [place for place, _ in faults(data, CPTS)] == ["$.members[0].left_on", "$.members[1]"]

    def test_needs_members(self) -> None:
        data = {"id": "cpts", "every_member": {}}
        assert faults(data, CPTS) == [("$.every_member", "there is no key 'members' for it to speak of")]
        assert [place for place, _ in faults(data | {"members": "x"}, CPTS)] == ["$.members"]

    def test_is_of_structures_alone(self) -> None:
        assert faults({"id": "a", "every_member": {}, "about": "x"}, Person) == [
            ("$.every_member", "no such key here"),
            ("$.about", "no such key here"),
        ]


class TestNotes:
    def test_are_not_kept(self) -> None:
        notes = {"about": ["Personnes inventées.", "Deux."], "source": "aucune", "$schema": "x"}
        assert CONVERTER.structure({"id": "a"} | notes, CPTS) == CPTS(id="a")

    def test_are_words(self) -> None:
        assert faults({"id": "a", "about": ["x", 3], "source": {}}, CPTS) == [
            ("$.about[1]", f"3 {TEXT}"),
            ("$.source", f"an object {TEXT}"),
        ]


class TestKinds:
    def test_an_organisation_says_what_it_is_under_a_key_of_its_own(self) -> None:
        told = Organisation(id="a", kind=OrganisationKind.EHPAD)
        assert CONVERTER.unstructure(told) == {
            "kind": "organisation",
            "id": "a",
            "organisation_kind": "ehpad",
        }

    def test_a_union_of_facts_needs_a_word_for_each(self) -> None:
        with pytest.raises(
            TypeError, match="no word in a dossier stands for Payment, so a union cannot hold it"
        ):
            CONVERTER.get_structure_hook(Payment | Person)

    def test_a_union_of_structures_is_told_apart(self) -> None:
        from cpts_model import SISA, MaisonDeSante

        assert CONVERTER.structure({"kind": "sisa", "id": "a"}, MaisonDeSante | SISA) == SISA(id="a")
        assert faults({"kind": "person", "id": "a"}, MaisonDeSante | SISA) == [
            ("$.kind", "'person' is not the kind of a structure ('msp', 'sisa')")
        ]

    def test_null_is_read_where_the_type_has_it(self) -> None:
        assert CONVERTER.structure(None, Person | None | Unknown) is None
        assert CONVERTER.structure("2020-01-01", date | None) == date(2020, 1, 1)
        assert faults(None, date | Unknown) == [("$", f"null {DATE}")]


class TestProfessionsWithoutTheReader:
    def test_still_offer_the_nearest(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "cpts_model.facts.reading", None)
        assert faults(["medcin", "IDEL"], tuple[Profession, ...]) == [
            ("$[0]", "no profession is 'medcin'; did you mean 'medecin'?"),
            ("$[1]", "no profession is 'IDEL'"),
        ]


def test_what_people_write_may_mean_several_professions() -> None:
    ((_, message),) = faults(["docteur"], tuple[Profession, ...])
    assert message.startswith("no profession is 'docteur'; did you mean 'medecin' or ")


@pytest.mark.parametrize("kind", subjects(), ids=lambda kind: kind.__name__)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_what_is_written_is_read_back(kind: type[Any], data: st.DataObject) -> None:
    told = data.draw(facts(kind))
    plain = CONVERTER.unstructure(told)
    assert CONVERTER.structure(plain, kind) == told
    unknown = {key for key, field in shape_of(kind).items() if getattr(told, field.name) is UNKNOWN}
    assert not unknown & plain.keys()


def test_every_class_of_facts_is_tried() -> None:
    names = {kind.__name__ for kind in subjects()}
    assert {
        "CPTS",
        "SISA",
        "Membership",
        "Professional",
        "Person",
        "Organisation",
        "Payment",
        "Territory",
    } <= names


def test_a_converter_of_yours_learns_the_facts() -> None:
    @attrs.frozen
    class Visit:
        of: Person
        on: date

    converter = Converter()
    configure_converter(converter)
    visit = Visit(Person(id="a"), date(2020, 1, 1))
    plain = {"of": {"kind": "person", "id": "a"}, "on": "2020-01-01"}
    assert converter.unstructure(visit) == plain
    assert converter.structure(plain, Visit) == visit


def test_amounts_are_written_without_exponent() -> None:
    paid = Payment(beneficiary="a", amount=Decimal("1E+3"))
    assert str(CONVERTER.unstructure(paid)["amount"]) == "1000"


class TestBadDossier:
    def test_lists_the_first_fifty(self) -> None:
        bad = BadDossier(Fault(f"$.x{number}", "wrong") for number in range(52))
        lines = str(bad).splitlines()
        assert lines[0] == "$.x0: wrong"
        assert lines[-1] == "and 2 more"
        assert len(lines) == 51

    def test_names_its_source(self) -> None:
        assert str(BadDossier([Fault("$.id", "wrong")], "a.json")) == "a.json: 1 fault\n$.id: wrong"
        two = BadDossier([Fault("$.id", "wrong"), Fault("$", "bad", line=3)], "a.jsonl")
        assert str(two) == "a.jsonl: 2 faults\n$.id: wrong\nline 3, $: bad"

    def test_pickles(self) -> None:
        bad = BadDossier([Fault("$.id", "wrong", line=2)], "a.json")
        again = pickle.loads(pickle.dumps(bad))
        assert (again.faults, again.source, str(again)) == (bad.faults, bad.source, str(bad))

    def test_pickles_as_a_converter_raises_it(self) -> None:
        with pytest.raises(BadDossier) as caught:
            CONVERTER.structure({"id": "a", "nom": 3}, Person)
        again = pickle.loads(pickle.dumps(caught.value))
        assert again.faults == caught.value.faults
        assert again.best == Person(id="a")
