"""Bringing people of the registry into a structure: by number, never by name alone, and nothing overwritten."""

import json
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpts_model.engine.unknown import UNKNOWN
from cpts_model.exchange.annuaire import RegisteredProfessional, merge_annuaire, write_professionals
from cpts_model.exchange.annuaire.naming import are_surely_two
from cpts_model.exchange.annuaire.writing import professional_dict
from cpts_model.facts.memberships import Membership
from cpts_model.facts.modes import Mode
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import CPTS
from exchange.annuaire.extract_file import ODILE, PAUL

WHO = Professional(
    id=f"rpps-{ODILE}",
    name="Odile RÊVÉE",
    professions=(Profession.INFIRMIER,),
    savoir_faire=("SI01", "SI04"),
    mode=Mode.LIBERAL,
    rpps=ODILE,
    practises_in="04166",
)
FOUND = RegisteredProfessional(professional=WHO, activities=())
OTHER = RegisteredProfessional(
    professional=Professional(id=f"rpps-{PAUL}", name="Paul SONGE", rpps=PAUL), activities=()
)


def cpts(*members: object) -> CPTS:
    return CPTS(
        id="cpts-inventee",
        members=tuple(one if isinstance(one, Membership) else Membership(member=one) for one in members),
    )


def members(structure: CPTS) -> list[object]:
    return [one.member for one in structure.members]


def test_what_was_unknown_is_completed_and_the_rest_of_the_membership_stays():
    known = Membership(
        member=Professional(id="p-1", rpps=ODILE, registered_with_ordre=True), joined_on=date(2024, 1, 1)
    )
    merge = merge_annuaire(cpts(known), [FOUND])
    assert merge.structure.members == (
        attrs.evolve(known, member=attrs.evolve(WHO, id="p-1", registered_with_ordre=True)),
    )
    (completed,) = merge.completed
    assert completed.facts == ("name", "professions", "savoir_faire", "mode", "practises_in")
    assert (completed.before, completed.after) == (known.member, members(merge.structure)[0])
    assert merge.changes
    assert (merge.contradictions, merge.no_members, merge.added) == ((), (), ())


def test_doing_it_twice_does_nothing_more():
    once = merge_annuaire(cpts(Professional(id="p-1", rpps=ODILE)), [FOUND]).structure
    merge = merge_annuaire(once, [FOUND])
    assert (merge.structure, merge.unchanged, merge.changes) == (once, ("p-1",), False)


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("name", "Odile SONGE"),
        ("professions", (Profession.MEDECIN,)),
        ("professions", ()),
        ("savoir_faire", ()),
        ("mode", Mode.SALARIE),
        ("practises_in", "13001"),
    ],
)
def test_what_was_told_otherwise_stays_and_is_listed(fact, told):
    before = Professional(id="p-1", rpps=ODILE, **{fact: told})
    merge = merge_annuaire(cpts(before), [FOUND])
    (one,) = merge.contradictions
    assert (one.member_id, one.fact, one.told, one.by_registry) == ("p-1", fact, told, getattr(WHO, fact))
    assert getattr(members(merge.structure)[0], fact) == told
    assert merge.completed[0].facts  # the other facts are completed all the same


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("name", "REVEE Odile"),
        ("savoir_faire", ("SI04", "SI01")),
        ("rpps", "10 999 000 002"),
        ("rpps", ODILE),
    ],
)
def test_the_same_in_other_words_is_no_contradiction(fact, told):
    before = attrs.evolve(WHO, id="p-1", **{fact: told})
    merge = merge_annuaire(cpts(before), [FOUND])
    assert (merge.contradictions, merge.unchanged) == ((), ("p-1",))
    assert members(merge.structure) == [before]


def test_somebody_is_known_by_the_id_made_of_their_number():
    merge = merge_annuaire(cpts(Professional(id=f"rpps-{ODILE}")), [FOUND])
    assert members(merge.structure) == [WHO]


def test_a_number_known_to_be_absent_is_contradicted():
    merge = merge_annuaire(cpts(Professional(id=f"rpps-{ODILE}", rpps=None)), [FOUND])
    assert [one.fact for one in merge.contradictions] == ["rpps"]
    assert members(merge.structure)[0].rpps is None


def test_every_membership_of_theirs_is_completed_and_told_once():
    first = Membership(
        member=Professional(id="p-1", rpps=ODILE), joined_on=date(2020, 1, 1), left_on=date(2021, 1, 1)
    )
    merge = merge_annuaire(
        cpts(first, attrs.evolve(first, joined_on=date(2022, 1, 1), left_on=None)), [FOUND]
    )
    assert members(merge.structure) == [attrs.evolve(WHO, id="p-1")] * 2
    assert len(merge.completed) == 1
    assert merge.ended == ()


class TestAnotherName:
    """A number that is of somebody else, mistyped, must not bring that person's facts."""

    @pytest.mark.parametrize("identity", [{"id": "p-1", "rpps": ODILE}, {"id": f"rpps-{ODILE}"}])
    @pytest.mark.parametrize("add", [False, True])
    def test_nothing_is_taken_of_whoever_is_surely_somebody_else(self, identity, add):
        before = cpts(Professional(name="Marc INVENTÉ", **identity))
        merge = merge_annuaire(before, [FOUND], add_members=add)
        assert [(one.found, one.member_id) for one in merge.other_names] == [(FOUND, identity["id"])]
        assert (merge.structure, merge.changes, merge.doubtful) == (before, False, True)
        assert (merge.contradictions, merge.completed, merge.unchanged, merge.ended) == ((), (), (), ())

    def test_of_two_members_with_one_number_the_one_of_the_name_is_completed(self):
        before = cpts(
            Professional(id="p-1", name="Marc INVENTÉ", rpps=ODILE),
            Professional(id="p-2", name="Odile RÊVÉE", rpps=ODILE),
        )
        merge = merge_annuaire(before, [FOUND])
        assert [one.member_id for one in merge.other_names] == ["p-1"]
        assert [one.after.id for one in merge.completed] == ["p-2"]
        assert members(merge.structure)[0] == before.members[0].member

    def test_twice_a_member_is_told_once(self):
        who = Professional(id="p-1", name="Marc INVENTÉ", rpps=ODILE)
        first = Membership(member=who, joined_on=date(2020, 1, 1), left_on=date(2021, 1, 1))
        merge = merge_annuaire(
            cpts(first, attrs.evolve(first, joined_on=date(2022, 1, 1), left_on=None)), [FOUND]
        )
        assert [one.member_id for one in merge.other_names] == ["p-1"]

    @pytest.mark.parametrize("name", ["Odile SONGE", "ODILE", "RÊVÉE", "O. R.", "Mme Revee-Songe"])
    def test_who_may_be_the_same_is_completed_and_contradicted(self, name):
        merge = merge_annuaire(cpts(Professional(id="p-1", name=name, rpps=ODILE)), [FOUND])
        assert merge.other_names == ()
        assert [one.fact for one in merge.contradictions] == ["name"]
        assert merge.completed

    def test_a_name_that_is_not_told_is_no_other_name(self):
        merge = merge_annuaire(cpts(Professional(id="p-1", rpps=ODILE)), [FOUND])
        assert merge.other_names == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Odile RÊVÉE", "RÊVÉE Odile"),
        ("Odile RÊVÉE", "odile revee"),
        ("Odile RÊVÉE", "Odile SONGE"),  # married
        ("Odile RÊVÉE ép. SONGE", "Odile SONGE"),
        ("Jean-Pierre SONGE", "Jeanpierre D'INVENTE"),
        ("Mariejeanne SONGE", "Marie-Jeanne INVENTÉE"),
        ("O. R.", "Odile RÊVÉE"),
        ("Alex D.", "Alexandre FICTIF"),
        ("Katia MUELLER", "Katja MULLER"),
        ("Paul Songe", "Paule SONGES"),
        ("Dr SONGE", "Paul SONGE"),
        ("?", "Paul SONGE"),
        ("Mme De La", "Paul SONGE"),
    ],
)
def test_names_that_may_be_of_one_person(one, other):
    assert not are_surely_two(one, other)
    assert not are_surely_two(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Odile RÊVÉE", "Marc INVENTÉ"),
        ("Dr Odile RÊVÉE", "Dr Marc INVENTÉ"),
        ("Marie DE LA RÊVÉE", "Paul DE LA SONGE"),
        ("Paul S.", "Sophie MARTIN"),
        ("Léa SONGE", "Cléante FICTIF"),
    ],
)
def test_names_that_are_surely_of_two(one, other):
    assert are_surely_two(one, other)
    assert are_surely_two(other, one)


@given(
    st.lists(st.sampled_from(["Odile", "Marc", "Jean-Pierre", "RÊVÉE", "D'INVENTÉ", "de", "la"]), min_size=1)
)
def test_a_name_in_any_order_and_case_is_of_one_person(words):
    name = " ".join(words)
    assert not are_surely_two(name, " ".join(reversed(words)).upper())


class TestThoseWhoAreNoMembers:
    def test_they_are_listed_and_made_members_by_nobody(self):
        before = cpts(Professional(id="p-1", rpps=ODILE))
        merge = merge_annuaire(before, [FOUND, OTHER])
        assert merge.no_members == (OTHER,)
        assert len(merge.structure.members) == 1

    def test_unless_the_caller_says_so(self):
        merge = merge_annuaire(cpts(), [FOUND, OTHER], add_members=True)
        assert merge.structure.members == (Membership(member=WHO), Membership(member=OTHER.professional))
        assert merge.added == merge.structure.members
        assert merge.no_members == ()

    def test_a_structure_of_unknown_members(self):
        before = CPTS(id="c")
        assert merge_annuaire(before, [FOUND]).structure.members is UNKNOWN
        assert merge_annuaire(before, [FOUND], add_members=True).structure.members == (
            Membership(member=WHO),
        )

    @pytest.mark.parametrize("add", [False, True])
    def test_whoever_left_is_told_and_not_made_a_member_again(self, add):
        gone = Membership(member=WHO, left_on=date(2024, 5, 1))
        merge = merge_annuaire(cpts(gone), [FOUND], add_members=add)
        assert (merge.ended, merge.added, merge.no_members) == ((WHO.id,), (), ())
        assert merge.structure.members == (gone,)

    @pytest.mark.parametrize("add", [False, True])
    @pytest.mark.parametrize("kind", [Professional, Person])
    def test_a_name_alone_is_nobody(self, add, kind):
        before = cpts(kind(id="odile", name="Revee Odile"))
        merge = merge_annuaire(before, [FOUND], add_members=add)
        assert [(one.found, one.member_id) for one in merge.namesakes] == [(FOUND, "odile")]
        assert (merge.structure, merge.changes) == (before, False)

    def test_a_namesake_with_another_number_is_somebody_else(self):
        before = cpts(Professional(id="p-1", name="Odile RÊVÉE", rpps=PAUL))
        merge = merge_annuaire(before, [FOUND])
        assert (merge.namesakes, merge.no_members) == ((), (FOUND,))

    @pytest.mark.parametrize(
        "holder", [Organisation(id=f"rpps-{ODILE}"), Professional(id=f"rpps-{ODILE}", rpps=PAUL)]
    )
    @pytest.mark.parametrize("add", [False, True])
    def test_an_id_that_is_of_somebody_else(self, holder, add):
        merge = merge_annuaire(cpts(holder), [FOUND], add_members=add)
        assert [one.member_id for one in merge.clashes] == [f"rpps-{ODILE}"]
        assert merge.structure == cpts(holder)

    def test_an_organisation_is_no_namesake(self):
        merge = merge_annuaire(cpts(Organisation(id="o", name="Odile RÊVÉE")), [FOUND])
        assert merge.no_members == (FOUND,)

    def test_somebody_without_number_nor_name(self):
        nobody = RegisteredProfessional(professional=Professional(id="adeli-049999999"), activities=())
        merge = merge_annuaire(cpts(WHO), [nobody])
        assert merge.no_members == (nobody,)


def test_a_professional_a_line(tmp_path):
    path = tmp_path / "gens.jsonl"
    assert write_professionals([WHO, OTHER.professional], path) == 2
    first, second = map(json.loads, path.read_text("utf-8").splitlines())
    assert first == professional_dict(WHO)
    assert first["kind"] == "professional"
    assert second == {"kind": "professional", "id": f"rpps-{PAUL}", "name": "Paul SONGE", "rpps": PAUL}


def test_a_file_that_cannot_be_finished_is_not_begun(tmp_path):
    def failing():
        yield WHO
        raise ValueError("no more")

    path = tmp_path / "gens.jsonl"
    path.write_text("before")
    with pytest.raises(ValueError, match="no more"):
        write_professionals(failing(), path)
    assert path.read_text() == "before"
    assert [*tmp_path.iterdir()] == [path]
