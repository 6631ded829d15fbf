"""People counted once over all structures, with bounds where facts are unknown."""

from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import generaliste, infirmier, member, professional
from cpts_model import CPTS, MSP, SISA, UNKNOWN, Organisation, Person, Profession, Text
from cpts_model.engine.errors import CptsModelError
from cpts_model.facts.checks import BadFact
from cpts_model.facts.families import Family
from cpts_model.facts.modes import Mode
from cpts_model.register import Register, UnknownStructure
from cpts_model.register.headcount import (
    Bounds,
    Denominator,
    Headcount,
    OtherDay,
    headcount,
)

DAY = date(2026, 3, 1)
BEFORE, AFTER = date(2026, 2, 28), date(2026, 3, 2)
LIBERAUX = Text(
    "professionnels de santé libéraux du territoire", "self-employed health professionals of the area"
)


def cpts(name: str, *members: Any, **facts: Any) -> CPTS:
    return CPTS(id=name, members=members, **facts)


def counted(*structures: Any, **how: Any) -> Headcount:
    told: dict[str, Any] = {"on": DAY}
    return headcount(Register(structures), **(told | how))


def sizes(count: Headcount) -> dict[Any, tuple[int, int | None]]:
    return {group.key: (group.people.bounds.least, group.people.bounds.most) for group in count.groups}


class TestPeopleAreCountedOnce:
    def test_somebody_of_two_structures_is_one_person_and_is_shown(self) -> None:
        both = infirmier("A. Inventée")
        count = counted(cpts("a", member(both), member(infirmier("B. Inventé"))), cpts("b", member(both)))
        assert count.people.bounds == Bounds(2, 2)
        (double,) = count.doubles
        assert (double.id, double.structures, double.possible) == ("A. Inventée", ("a", "b"), ())
        assert count.lines("fr")[-2:] == (
            "Dans plusieurs structures, comptées une seule fois dans le total :",
            "  A. Inventée : a, b",
        )
        assert count.lines("en")[-2:] == (
            "In several structures, counted once in the total:",
            "  A. Inventée: a, b",
        )

    def test_doubles_stand_under_one_heading_by_name(self) -> None:
        one, other = (attrs.evolve(infirmier(key), name=name) for key, name in (("p1", "Zoé"), ("p2", "Ali")))
        structures = [CPTS(id=key, name=f"CPTS {key}", members=(member(one), member(other))) for key in "ab"]
        assert counted(*structures).lines("fr")[-3:] == (
            "Dans plusieurs structures, comptées une seule fois dans le total :",
            "  Zoé : CPTS a, CPTS b",
            "  Ali : CPTS a, CPTS b",
        )

    def test_people_of_one_name_are_told_apart_by_their_ids(self) -> None:
        same = [member(attrs.evolve(infirmier(key), name="Zoé")) for key in ("p1", "p2")]
        text = "\n".join(counted(cpts("a", *same), cpts("b", *same)).lines("fr"))
        assert "  Zoé (p1) : a, b\n  Zoé (p2) : a, b" in text

    def test_somebody_who_left_and_came_back_is_no_double(self) -> None:
        who = infirmier("A. Inventée")
        back = (
            member(who, left_on=date(2020, 1, 1)),
            member(who, joined_on=date(2024, 1, 1)),
        )
        count = counted(cpts("a", *back))
        assert count.people.sure == ("A. Inventée",)
        assert count.doubles == ()

    def test_a_member_counts_from_the_day_of_joining_to_the_eve_of_leaving(self) -> None:
        structure = cpts("a", member(infirmier("A. Inventée"), joined_on=DAY, left_on=AFTER))
        numbers = [counted(structure, on=day).people.bounds for day in (BEFORE, DAY, AFTER)]
        assert numbers == [Bounds(0, 0), Bounds(1, 1), Bounds(0, 0)]

    def test_a_partner_is_no_member(self) -> None:
        assert counted(cpts("a", member(infirmier("A. Inventée"), partner=True))).people.bounds == Bounds(
            0, 0
        )

    def test_organisations_are_counted_apart_and_make_nobody_a_member(self) -> None:
        house = MSP(id="msp", members=(member(infirmier("A. Inventée")),))
        community = cpts("a", member(Organisation(id="msp")))
        count = counted(house, community, by="structure")
        assert count.people.sure == ("A. Inventée",)
        assert count.organisations.sure == ("msp",)
        assert sizes(count) == {"a": (0, 0), "msp": (1, 1)}
        assert count.group("a").organisations.bounds == Bounds(1, 1)
        assert "1 organisation, à part" in count.lines("fr")

    def test_only_the_structures_asked_for_are_looked_at(self) -> None:
        structures = (cpts("a", member(infirmier("A. Inventée"))), cpts("b", member(infirmier("B. Inventé"))))
        assert counted(*structures, structure_ids=["b", "b"]).people.sure == ("B. Inventé",)
        assert counted(*structures, structure_ids=[]).people.bounds == Bounds(0, 0)
        with pytest.raises(UnknownStructure):
            counted(*structures, structure_ids=["c"])

    def test_a_day_and_a_way_of_sorting_are_checked(self) -> None:
        with pytest.raises(TypeError, match=r"datetime\.date"):
            headcount(Register(), on="2026-03-01")  # type: ignore[arg-type]
        with pytest.raises(ValueError, match="by= takes one of profession, college"):
            headcount(Register(), on=DAY, by="age")  # type: ignore[arg-type]


class TestGroups:
    def test_somebody_of_two_professions_is_one_person_in_two_groups(self) -> None:
        two = professional("A. Inventée", Profession.MASSEUR_KINESITHERAPEUTE, Profession.OSTEOPATHE)
        count = counted(cpts("a", member(two), member(infirmier("B. Inventé"))))
        assert count.people.bounds == Bounds(2, 2)
        assert sizes(count) == {
            "masseur-kinesitherapeute": (1, 1),
            "osteopathe": (1, 1),
            "infirmier": (1, 1),
        }
        assert count.in_several_groups == ("A. Inventée",)
        assert any("La somme des groupes dépasse le total" in line for line in count.lines("fr"))
        assert any("add up to more than the total" in line for line in count.lines("en"))

    def test_an_unknown_profession_may_be_any_of_them(self) -> None:
        unknown = infirmier("C. Inventée", professions=UNKNOWN)
        count = counted(
            cpts("a", member(infirmier("A. Inventée")), member(generaliste("B")), member(unknown))
        )
        assert count.people.bounds == Bounds(3, 3)
        assert sizes(count) == {"infirmier": (1, 2), "medecin": (1, 2)}
        assert count.unsorted == ("C. Inventée",)
        assert not count.settled
        assert any("Groupe inconnu" in line and "C. Inventée" in line for line in count.lines("fr"))
        assert any("Group unknown" in line for line in count.lines("en"))

    def test_a_profession_told_in_one_structure_is_known_in_the_other(self) -> None:
        told, untold = infirmier("A. Inventée"), infirmier("A. Inventée", professions=UNKNOWN)
        count = counted(cpts("a", member(told)), cpts("b", member(untold)))
        assert sizes(count) == {"infirmier": (1, 1)}
        assert count.settled
        assert count.contradictions == ()

    def test_contradictory_descriptions_are_told_and_taken_as_unknown(self) -> None:
        nurse, doctor = infirmier("A. Inventée"), generaliste("A. Inventée")
        count = counted(cpts("a", member(nurse)), cpts("b", member(doctor), member(infirmier("B. Inventé"))))
        assert count.people.bounds == Bounds(2, 2)
        assert sizes(count) == {"infirmier": (1, 2)}
        (contradiction,) = count.contradictions
        assert contradiction.label.fr == "professions"
        assert set(contradiction.values) == {(Profession.INFIRMIER,), (Profession.MEDECIN,)}
        assert any("Descriptions contradictoires de A. Inventée" in line for line in count.lines("fr"))
        assert any("Contradictory descriptions of A. Inventée" in line for line in count.lines("en"))

    def test_professions_in_another_order_are_the_same(self) -> None:
        one = professional("A", Profession.MASSEUR_KINESITHERAPEUTE, Profession.OSTEOPATHE)
        other = professional("A", Profession.OSTEOPATHE, Profession.MASSEUR_KINESITHERAPEUTE)
        assert counted(cpts("a", member(one)), cpts("b", member(other))).contradictions == ()

    def test_two_names_under_one_id_are_told_and_the_id_decides(self) -> None:
        one = infirmier("A")
        other = attrs.evolve(one, name="Z. Inventée")
        count = counted(cpts("a", member(one)), cpts("b", member(other)))
        assert count.people.bounds == Bounds(1, 1)
        assert [contradiction.label.fr for contradiction in count.contradictions] == ["nom"]
        assert count.doubles[0].name == "A"

    def test_users_and_elected_officials_have_no_profession(self) -> None:
        count = counted(
            cpts("a", member(Person(id="U")), member(infirmier("A")), member(Organisation(id="o")))
        )
        assert sizes(count) == {"": (1, 1), "infirmier": (1, 1)}
        assert sizes(counted(cpts("a", member(Person(id="U"))), by="mode")) == {"": (1, 1)}
        without = counted(cpts("a", member(professional("S"))))
        assert sizes(without) == {"": (1, 1)}
        assert sizes(counted(cpts("a", member(professional("S"))), by="family")) == {"": (1, 1)}

    def test_by_mode(self) -> None:
        members = (
            member(infirmier("A")),
            member(infirmier("B", mode=Mode.SALARIE)),
            member(infirmier("C", mode=UNKNOWN)),
        )
        assert sizes(counted(cpts("a", *members), by="mode")) == {"liberal": (1, 2), "salarie": (1, 2)}

    def test_by_family(self) -> None:
        aide = professional("B", Profession.AIDE_SOIGNANT)
        count = counted(
            cpts("a", member(infirmier("A")), member(aide), member(generaliste("D"))), by="family"
        )
        assert sizes(count) == {
            Family.AUXILIAIRE_MEDICAL.value: (1, 1),
            Family.TITRE_IX.value: (1, 1),
            Family.PROFESSION_MEDICALE.value: (1, 1),
        }

    def test_before_the_oldest_table_of_the_code_no_family_is_known(self) -> None:
        early = date(2001, 1, 1)
        count = counted(cpts("a", member(infirmier("A"))), by="family", on=early)
        assert sizes(count) == {}
        assert count.unsorted == ("A",)

    def test_a_family_of_which_the_first_day_was_not_found_is_open(self) -> None:
        # Aides-soignants stood outside the code in 2002 and in Title IX in 2016; the day between was not found.
        aide = cpts("a", member(professional("B", Profession.AIDE_SOIGNANT)))
        titre_ix, outside = Family.TITRE_IX.value, Family.NON_PROFESSION_DE_SANTE.value
        assert sizes(counted(aide, by="family", on=date(2010, 1, 1))) == {titre_ix: (0, 1), outside: (0, 1)}
        assert sizes(counted(aide, by="family", on=date(2016, 1, 28))) == {titre_ix: (1, 1)}

    def test_a_biologiste_medical_is_a_doctor_or_a_pharmacist(self) -> None:
        members = (member(generaliste("A")), member(professional("B", Profession.BIOLOGISTE_MEDICAL)))
        count = counted(cpts("a", *members), by="family")
        assert sizes(count) == {Family.PROFESSION_MEDICALE.value: (1, 2)}
        assert count.unsorted == ("B",)

    def test_a_college_is_one_of_its_own_association(self) -> None:
        count = counted(
            cpts("a", member(infirmier("A"), college="Libéraux"), member(infirmier("B"), college=UNKNOWN)),
            cpts("b", member(infirmier("C"), college="Libéraux"), member(infirmier("D"), college=None)),
            by="college",
        )
        assert sizes(count) == {("a", "Libéraux"): (1, 2), ("b", "Libéraux"): (1, 1), ("b", None): (1, 1)}
        assert [group.label.fr for group in count.groups] == [
            "Libéraux (a)",
            "Libéraux (b)",
            "sans collège (b)",
        ]

    def test_a_college_may_hold_organisations(self) -> None:
        count = counted(cpts("a", member(Organisation(id="o"), college="Partenaires")), by="college")
        group = count.group(("a", "Partenaires"))
        assert (group.people.bounds, group.organisations.bounds) == (Bounds(0, 0), Bounds(1, 1))
        assert any("Partenaires (a) : 0 ; 1 organisation" in line for line in count.lines("fr"))

    def test_by_kind_of_structure(self) -> None:
        count = counted(
            cpts("a", member(infirmier("A"))),
            cpts("b", member(infirmier("A"))),
            MSP(id="m", members=(member(infirmier("A")), member(infirmier("B")))),
            SISA(id="s", members=(member(infirmier("C")),)),
            by="kind",
        )
        assert sizes(count) == {"cpts": (1, 2), "maison-de-sante": (2, 3)}
        assert count.unsorted == ("C",)

    def test_a_name_stands_for_the_structure(self) -> None:
        count = counted(CPTS(id="a", name="CPTS des Deux Rives", members=()), by="structure")
        assert [group.label.fr for group in count.groups] == ["CPTS des Deux Rives"]

    def test_nobody_under_a_key_is_a_clear_error(self) -> None:
        count = counted(cpts("a", member(infirmier("A"))))
        with pytest.raises(ValueError, match="did you mean 'infirmier'"):
            count.group("infirmiere")


class TestWhatIsUnknown:
    def test_an_open_membership_is_in_the_upper_bound_only(self) -> None:
        open_ = member(infirmier("A"), left_on=UNKNOWN)
        count = counted(cpts("a", open_, member(infirmier("B"))))
        assert count.people.bounds == Bounds(1, 2)
        assert sizes(count) == {"infirmier": (1, 2)}
        sure_elsewhere = counted(cpts("a", open_), cpts("b", member(infirmier("A"))))
        assert sure_elsewhere.people.bounds == Bounds(1, 1)
        (double,) = sure_elsewhere.doubles
        assert (double.structures, double.possible) == (("b",), ("a",))
        assert any("  A : b ; peut-être a" in line for line in sure_elsewhere.lines("fr"))
        assert any("  A: b; perhaps a" in line for line in sure_elsewhere.lines("en"))

    def test_a_missing_list_leaves_the_number_open_above(self) -> None:
        count = counted(cpts("a", member(infirmier("A"))), CPTS(id="b"))
        assert count.people.bounds == Bounds(1, None)
        assert 1000 in count.people.bounds
        assert 0 not in count.people.bounds
        assert repr(count) == "<Headcount on 2026-03-01: at least 1 people>"
        assert sizes(count) == {"infirmier": (1, None)}
        assert count.untold == ("b",)
        assert not count.settled
        assert "Le 01/03/2026 : au moins 1 personne, chaque personne comptée une seule fois" in count.lines(
            "fr"
        )
        assert any("Rien ne borne le nombre par le haut" in line for line in count.lines("fr"))
        assert any("List of members unknown: b" in line for line in count.lines("en"))

    def test_what_is_open_is_told_by_name(self) -> None:
        two = professional("p1", Profession.MASSEUR_KINESITHERAPEUTE, Profession.OSTEOPATHE)
        unknown = infirmier("p2", professions=UNKNOWN)
        named = [attrs.evolve(who, name=name) for who, name in ((two, "Zoé"), (unknown, "Ali"))]
        count = counted(cpts("a", *map(member, named)), CPTS(id="b", name="CPTS des Deux Rives"))
        assert [line.split(" : ")[1].split(".")[0] for line in count.lines("fr")[-3:]] == [
            "Zoé",
            "Ali",
            "CPTS des Deux Rives",
        ]

    def test_a_missing_list_leaves_other_structures_exact(self) -> None:
        structures = (cpts("a", member(infirmier("A"), college="x")), CPTS(id="b"))
        assert sizes(counted(*structures, by="structure")) == {"a": (1, 1), "b": (0, None)}
        assert sizes(counted(*structures, by="college")) == {("a", "x"): (1, 1)}
        assert sizes(counted(*structures, MSP(id="m", members=(member(infirmier("B")),)), by="kind")) == {
            "cpts": (1, None),
            "maison-de-sante": (1, 1),
        }
        assert sizes(counted(cpts("a", member(infirmier("A"))), SISA(id="s"), by="kind")) == {
            "cpts": (1, None)
        }


class TestRate:
    count = counted(
        cpts("a", *(member(infirmier(name)) for name in "ABC"), member(generaliste("D"), left_on=UNKNOWN))
    )
    of_forty = Denominator(40, DAY, LIBERAUX, "annuaire, édition de mars 2026")

    def test_has_bounds_as_exact_fractions_and_says_day_and_denominator(self) -> None:
        rate = self.count.rate(self.of_forty)
        assert (rate.least, rate.most, rate.on) == (Fraction(3, 40), Fraction(1, 10), DAY)
        assert rate.sentence("fr") == (
            "Le 01/03/2026, de 3 à 4 personnes sur 40 professionnels de santé libéraux du territoire "
            "(source : annuaire, édition de mars 2026), soit de 7,5 % à 10,0 %."
        )
        assert rate.sentence("en").startswith("On 2026-03-01, 3 to 4 people out of 40 self-employed")
        assert rate.sentence("en").endswith(": 7.5% to 10.0%.")

    def test_of_one_group(self) -> None:
        rate = self.count.rate(self.of_forty, key="infirmier")
        assert rate.least == rate.most == Fraction(3, 40)
        assert "3 personnes (infirmier) sur 40" in rate.sentence("fr")
        assert rate.sentence("fr").endswith("soit 7,5 %.")
        third = Denominator(9, DAY, LIBERAUX, "annuaire")
        assert self.count.rate(third, key="infirmier").sentence("fr").endswith("soit environ 33,3 %.")
        assert self.count.rate(third, key="infirmier").sentence("en").endswith(": about 33.3%.")

    def test_bounds_are_rounded_outwards(self) -> None:
        said = self.count.rate(Denominator(7, DAY, LIBERAUX, "annuaire")).sentence("fr")
        assert said.endswith("soit de 42,8 % à 57,2 %.")  # 3/7 = 42,857… ; 4/7 = 57,142…

    def test_is_refused_for_a_denominator_of_another_day(self) -> None:
        for day in (BEFORE, AFTER):
            with pytest.raises(OtherDay, match=f"counted on 2026-03-01 .* that of {day}"):
                self.count.rate(attrs.evolve(self.of_forty, on=day))

    def test_an_open_number_has_no_upper_rate(self) -> None:
        rate = counted(cpts("a", member(infirmier("A"))), CPTS(id="b")).rate(self.of_forty)
        assert (rate.least, rate.most) == (Fraction(1, 40), None)
        assert rate.sentence("fr").endswith("soit au moins 2,5 %.")
        assert rate.sentence("en").endswith(": at least 2.5%.")

    def test_more_people_than_there_are_is_said(self) -> None:
        rate = self.count.rate(Denominator(2, DAY, LIBERAUX, "annuaire"))
        assert rate.above_one
        assert "ne portent pas sur les mêmes personnes" in rate.sentence("fr")
        assert "not of the same people" in rate.sentence("en")
        assert not self.count.rate(Denominator(3, DAY, LIBERAUX, "annuaire")).above_one

    @pytest.mark.parametrize(
        ("facts", "problem"),
        [
            ({"number": 0}, "nobody to divide by"),
            ({"number": True}, "nobody to divide by"),
            ({"number": 2.5}, "nobody to divide by"),
            ({"of": "libéraux"}, "write a Text"),
            ({"source": " "}, "who counted them"),
        ],
    )
    def test_a_denominator_says_how_many_of_whom_and_who_counted(self, facts: Any, problem: str) -> None:
        told: dict[str, Any] = {"number": 1, "on": DAY, "of": LIBERAUX, "source": "annuaire"}
        with pytest.raises(BadFact, match=problem):
            Denominator(**(told | facts))

    def test_a_denominator_has_a_day(self) -> None:
        with pytest.raises(TypeError):
            Denominator(1, of=LIBERAUX, source="annuaire")  # type: ignore[call-arg]
        assert issubclass(OtherDay, CptsModelError)


# --- Whatever is unknown, the bounds hold every completion, and no narrower ones do

PROFESSIONS = (Profession.INFIRMIER, Profession.MEDECIN)
WHO = ("A", "B", "C")


@st.composite
def rolls(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Memberships of three people in two structures: left long ago, still there or untold; profession told or not."""
    entries = []
    for structure, who in product(("a", "b"), WHO):
        if draw(st.booleans()):
            entries.append(
                {
                    "structure": structure,
                    "who": who,
                    "left": draw(st.sampled_from([None, date(2020, 1, 1), UNKNOWN])),
                    "professions": draw(st.sampled_from([(one,) for one in PROFESSIONS] + [UNKNOWN])),
                }
            )
    return entries


def register_of(entries: list[dict[str, Any]], *, backwards: bool = False) -> Register:
    structures = [
        CPTS(
            id=structure,
            members=tuple(
                member(professional(entry["who"], professions=entry["professions"]), left_on=entry["left"])
                for entry in entries
                if entry["structure"] == structure
            ),
        )
        for structure in ("a", "b")
    ]
    return Register(structures[::-1] if backwards else structures)


def completions(entries: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Every way to tell what is untold, one profession a person."""
    lefts = [[None, date(2020, 1, 1)] if entry["left"] is UNKNOWN else [entry["left"]] for entry in entries]
    people = sorted({entry["who"] for entry in entries})
    told = []
    for ends in product(*lefts):
        for professions in product(PROFESSIONS, repeat=len(people)):
            of = dict(zip(people, professions, strict=True))
            whole = [
                entry | {"left": left, "professions": (of[entry["who"]],)}
                for entry, left in zip(entries, ends, strict=True)
            ]
            if all(
                entry["professions"] is UNKNOWN or entry["professions"] == one["professions"]
                for entry, one in zip(entries, whole, strict=True)
            ):
                told.append(whole)
    return told


def honest(entries: list[dict[str, Any]]) -> tuple[int, dict[str, int]]:
    """The numbers, counted by hand."""
    there = {entry["who"]: entry["professions"][0].value for entry in entries if entry["left"] is None}
    values = list(there.values())
    return len(there), {profession.value: values.count(profession.value) for profession in PROFESSIONS}


@given(rolls())
def test_the_bounds_hold_every_completion(entries: list[dict[str, Any]]) -> None:
    count = headcount(register_of(entries), on=DAY)
    every = [honest(whole) for whole in completions(entries)]
    totals = [total for total, _ in every]
    groups = sizes(count)
    if totals:
        assert (min(totals), max(totals)) == (count.people.bounds.least, count.people.bounds.most)
        assert all(total in count.people.bounds for total in totals)
        assert max(totals) + 1 not in count.people.bounds
    for key, (least, most) in groups.items():
        numbers = [by[key] for _, by in every]
        if numbers:
            assert least <= min(numbers)
            assert most is not None
            assert max(numbers) <= most
    # A profession without a group is that of nobody but those whose profession is unknown.
    for profession in PROFESSIONS:
        if profession.value not in groups:
            assert all(by[profession.value] <= len(count.unsorted) for _, by in every)


@given(rolls())
def test_the_order_of_structures_does_not_matter(entries: list[dict[str, Any]]) -> None:
    assert headcount(register_of(entries), on=DAY) == headcount(register_of(entries, backwards=True), on=DAY)


@given(rolls(), st.sampled_from(["profession", "college", "structure", "kind", "mode", "family"]))
def test_people_are_the_distinct_ids_however_they_are_sorted(entries: list[dict[str, Any]], by: Any) -> None:
    count = headcount(register_of(entries), on=DAY, by=by)
    assert count.people.sure == tuple(sorted({entry["who"] for entry in entries if entry["left"] is None}))
    for group in count.groups:
        assert set(group.people.sure) <= set(count.people.sure)
    sorted_people = {one for group in count.groups for one in (*group.people.sure, *group.people.possible)}
    everybody = {*count.people.sure, *count.people.possible}
    assert sorted_people | set(count.unsorted) == everybody
    assert all(isinstance(line, str) for lang in ("fr", "en") for line in count.lines(lang))
