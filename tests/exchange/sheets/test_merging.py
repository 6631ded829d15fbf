"""Bringing a list into a structure: all or none, nothing overwritten, nobody matched by a name alone."""

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import attrs

from cpts_model import CPTS, Membership, Organisation, Profession, Professional
from cpts_model.exchange.sheets import dumps_members, loads_members, merge_members
from cpts_model.facts.memberships import FeePayment

merge_named = partial(merge_members, same_names=True)
"""Merging where whoever merges says that one name is one person."""

RPPS_1, RPPS_2 = "10001234565", "10107654328"
JOINED = date(2020, 1, 1)


def cpts(*members: Membership) -> CPTS:
    return CPTS(id="c", members=members)


def member(id: str, name: str = "Zoé Noma", **facts: Any) -> Professional:
    return Professional(id=id, name=name, **facts)


def sheet(*lines: str, head: str = "Nom;Prénom;RPPS;Profession;Adhésion le;Départ le;Cotisation à jour"):
    return loads_members("\n".join((head, *lines)))


class TestAdding:
    def test_to_a_structure_of_unknown_members(self) -> None:
        merge = merge_members(CPTS(id="c"), sheet("Noma;Zoé;;IDE;01/01/2020;;", "Nomb;Zoé;;;;;"))
        assert merge.done
        assert merge.structure.members == merge.added
        assert [one.member.id for one in merge.added] == ["zoe-noma", "zoe-nomb"]

    def test_the_same_list_twice_changes_nothing(self) -> None:
        read = sheet("Noma;Zoé;;IDE;01/01/2020;;oui", f"Nomb;Zoé;{RPPS_1};MK;;;")
        once = merge_members(CPTS(id="c"), read)
        twice = merge_members(once.structure, read)
        assert not twice.done
        assert twice.structure is once.structure
        assert twice.unchanged == (2, 3)
        assert twice.added == twice.completed == twice.refused == twice.conflicts == ()

    def test_what_was_exported_changes_nothing(self) -> None:
        structure = cpts(
            Membership(member=member("a"), joined_on=JOINED, left_on=date(2021, 1, 1)),
            Membership(member=member("a"), joined_on=date(2022, 1, 1)),
            Membership(member=Organisation(id="b", name="Les Érables")),
        )
        merge = merge_members(structure, loads_members(dumps_members(structure)))
        assert (merge.done, merge.unchanged, merge.refused, merge.conflicts) == (False, (2, 3, 4), (), ())

    def test_orders_that_do_not_count_add_nobody(self) -> None:
        merge = merge_members(
            cpts(), sheet("Noma;Zoé;Annulé", head="Nom adhérent;Prénom adhérent;Statut de la commande")
        )
        assert (merge.done, merge.added, merge.refused) == (False, (), ())


class TestMatching:
    def test_by_rpps_keeps_the_identifier_that_was_there(self) -> None:
        structure = cpts(Membership(member=member("z", "Zoé NOMA", rpps=RPPS_1)))
        merge = merge_members(structure, sheet(f"Noma;Zoé;{RPPS_1};IDE;01/01/2020;;oui"))
        assert merge.done
        assert merge.structure.members == (
            Membership(
                member=member("z", "Zoé NOMA", rpps=RPPS_1, professions=(Profession.INFIRMIER,)),
                joined_on=JOINED,
                fee_paid=True,
            ),
        )
        assert merge.completed[0].facts == ("member.professions", "joined_on", "fee_paid")
        assert structure.members == (merge.completed[0].before,)

    def test_by_an_identifier_made_of_the_name_is_told_as_such(self) -> None:
        by_name = {
            "no number on either side": (member("zoe-noma"), "Noma;Zoé;;IDE;;;", True),
            "a number in the dossier alone": (member("zoe-noma", rpps=RPPS_1), "Noma;Zoé;;IDE;;;", True),
            "one number on both sides": (member("zoe-noma", rpps=RPPS_1), f"Noma;Zoé;{RPPS_1};IDE;;;", False),
            "an identifier that is the number": (
                member(f"rpps-{RPPS_1}"),
                f"Noma;Zoé;{RPPS_1};IDE;;;",
                False,
            ),
        }
        for case, (held, line, expected) in by_name.items():
            (one,) = merge_named(cpts(Membership(member=held)), sheet(line)).completed
            assert one.by_name is expected, case
            asked = merge_members(cpts(Membership(member=held)), sheet(line))
            assert asked.done is not expected, case
            assert ["maybe the same person" in one.why.en for one in asked.refused] == [True] * expected, case

    def test_by_another_identifier_is_taken_where_one_name_is_said_to_be_one_person(self) -> None:
        structure = cpts(Membership(member=member("z", "NOMA Zoé")))
        (one,) = merge_named(structure, sheet("Noma;Zoé;;IDE;;;")).completed
        assert one.by_name
        assert one.after.member.id == "z"

    def test_a_name_that_brings_nothing_new_is_no_question(self) -> None:
        merge = merge_members(cpts(Membership(member=member("zoe-noma", "Zoé Noma"))), sheet("Noma;Zoé;;;;;"))
        assert (merge.refused, merge.unchanged) == ((), (2,))

    def test_by_an_identifier_that_the_sheet_tells_is_not_by_name(self) -> None:
        told = "Identifiant dans le dossier;Nature du membre;Nom;Date d'adhésion"
        read = sheet("zoe-noma;professionnel;Zoé Noma;2020-01-01", head=told)
        (one,) = merge_members(cpts(Membership(member=member("zoe-noma"))), read).completed
        assert not one.by_name

    def test_the_mend_of_a_name_alone_names_the_column(self) -> None:
        merge = merge_members(cpts(Membership(member=member("z"))), sheet("Noma;Zoé;;;;;"))
        assert "« Identifiant dans le dossier »" in merge.refused[0].mend.fr
        assert "Identifiant dans le dossier" in merge.refused[0].mend.en

    def test_by_name_alone_is_refused_to_be_asked(self) -> None:
        structure = cpts(Membership(member=member("z", "NOMA Zoé")))
        merge = merge_members(structure, sheet("Noma;Zoé;;;;;", "Nomb;Zoé;;;;;"))
        assert not merge.done
        assert merge.structure is structure
        assert [(one.line, "maybe the same person" in one.why.en) for one in merge.refused] == [(2, True)]
        kept = merge_members(structure, sheet("Noma;Zoé;;;;;", "Nomb;Zoé;;;;;"), keep_going=True)
        assert kept.done
        assert [one.member.id for one in kept.structure.members or ()] == ["z", "zoe-nomb"]  # type: ignore[union-attr]

    def test_one_name_and_two_rpps_numbers_are_two_people(self) -> None:
        structure = cpts(Membership(member=member("z", rpps=RPPS_1)))
        merge = merge_members(structure, sheet(f"Noma;Zoé;{RPPS_2};;;;"))
        assert merge.done
        assert [one.member.id for one in merge.added] == [f"rpps-{RPPS_2}"]

    def test_an_identifier_of_somebody_with_another_rpps_is_refused(self) -> None:
        structure = cpts(Membership(member=member("z", rpps=RPPS_1)))
        told = attrs.evolve(structure, members=(Membership(member=member("z", rpps=RPPS_2)),))
        merge = merge_members(structure, loads_members(dumps_members(told)))
        assert not merge.done
        assert "another RPPS number" in merge.refused[0].why.en

    def test_the_same_rpps_twice_in_a_sheet_is_taken_once(self) -> None:
        merge = merge_members(
            cpts(), sheet(f"Noma;Zoé;{RPPS_1};;;;", f"Nomb;Ana;{RPPS_1};;;;"), keep_going=True
        )
        assert [one.member.name for one in merge.added] == ["Zoé Noma"]
        assert [one.line for one in merge.refused] == [3]


class TestConflicts:
    STRUCTURE = cpts(
        Membership(member=member("zoe-noma", professions=(Profession.MEDECIN,)), joined_on=JOINED),
    )  # fmt: skip

    def test_overwrite_nothing_and_take_nothing_of_the_row(self) -> None:
        read = sheet("Noma;Zoé;;IDE;02/01/2020;;oui", "Nomb;Zoé;;;;;")
        merge = merge_members(self.STRUCTURE, read)
        assert (merge.done, merge.structure) == (False, self.STRUCTURE)
        assert {(one.line, one.fact) for one in merge.conflicts} == {
            (2, "member.professions"),
            (2, "joined_on"),
        }
        kept = merge_members(self.STRUCTURE, read, keep_going=True)
        assert kept.structure.members == (*self.STRUCTURE.members, *kept.added)  # type: ignore[misc]
        assert [one.member.id for one in kept.added] == ["zoe-nomb"]

    def test_a_person_is_no_organisation(self) -> None:
        structure = cpts(Membership(member=Organisation(id="zoe-noma")))
        assert [one.fact for one in merge_members(structure, sheet("Noma;Zoé;;;;;")).conflicts] == ["member"]

    def test_rows_that_could_not_be_read_stop_all_or_are_listed(self) -> None:
        read = sheet("#REF!;Zoé;;;;;", "Nomb;Zoé;;;;;")
        assert not merge_members(cpts(), read).done
        kept = merge_members(cpts(), read, keep_going=True)
        assert kept.done
        assert [one.fault.code for one in kept.refused if one.fault] == ["name-error"]


class TestStays:
    def test_somebody_who_came_back_has_a_second_membership(self) -> None:
        structure = cpts(Membership(member=member("zoe-noma"), joined_on=JOINED, left_on=date(2021, 1, 1)))
        merge = merge_named(structure, sheet("Noma;Zoé;;IDE;01/02/2022;;"))
        assert [(one.joined_on, one.left_on) for one in merge.structure.members] == [  # type: ignore[union-attr]
            (JOINED, date(2021, 1, 1)),
            (date(2022, 2, 1), merge.added[0].left_on),
        ]

    def test_an_earlier_stay_is_another_one(self) -> None:
        structure = cpts(Membership(member=member("zoe-noma"), joined_on=JOINED))
        assert len(merge_named(structure, sheet("Noma;Zoé;;;01/02/2012;01/02/2013;")).added) == 1

    def test_a_departure_completes_the_stay_of_that_day(self) -> None:
        structure = cpts(Membership(member=member("zoe-noma"), joined_on=JOINED))
        merge = merge_named(structure, sheet("Noma;Zoé;;;01/01/2020;31/12/2022;"))
        assert merge.completed[0].after.left_on == date(2022, 12, 31)

    def test_which_of_two_stays_is_asked(self) -> None:
        structure = cpts(
            Membership(member=member("zoe-noma"), joined_on=JOINED, left_on=date(2021, 1, 1)),
            Membership(member=member("zoe-noma"), joined_on=date(2022, 1, 1)),
        )
        merge = merge_named(structure, sheet("Noma;Zoé;;IDE;;;"))
        assert "several memberships" in merge.refused[0].why.en

    def test_facts_of_the_person_complete_all_their_stays(self) -> None:
        structure = cpts(
            Membership(member=member("zoe-noma"), joined_on=JOINED, left_on=date(2021, 1, 1)),
            Membership(member=member("zoe-noma"), joined_on=date(2022, 1, 1)),
        )
        merge = merge_named(structure, sheet("Noma;Zoé;;IDE;01/01/2022;;"))
        assert {one.member.professions for one in merge.structure.members} == {(Profession.INFIRMIER,)}  # type: ignore[union-attr]

    def test_two_stays_that_overlap_are_refused(self) -> None:
        told = "Identifiant dans le dossier;Nature du membre;Nom;Date d'adhésion"
        rows = ("a;professionnel;Zoé;2020-01-01", "a;professionnel;Zoé;2021-01-01")
        merge = merge_named(cpts(), sheet(*rows, head=told), keep_going=True)
        assert len(merge.added) == 1
        assert [one.fact for one in merge.conflicts] == ["joined_on"]

    def test_a_completion_that_would_overlap_is_refused(self) -> None:
        structure = cpts(
            Membership(member=member("zoe-noma"), joined_on=date(2022, 1, 1)),
            Membership(member=member("zoe-noma"), left_on=date(2021, 1, 1)),
        )
        merge = merge_named(structure, sheet("Noma;Zoé;;;01/01/2019;01/01/2023;"))
        assert not merge.done
        assert merge.refused


class TestFees:
    HEAD = "Référence commande;Date de la commande;Statut de la commande;Nom adhérent;Prénom adhérent;Montant tarif"
    PAID = FeePayment(paid_on=date(2023, 9, 1), amount=Decimal(10))

    def merge(self, *fees: FeePayment, line: str) -> Any:
        structure = cpts(Membership(member=member("zoe-noma"), fees=fees))
        return merge_named(structure, sheet(line, head=self.HEAD))

    def test_of_a_new_campaign_are_added(self) -> None:
        merge = self.merge(self.PAID, line="1;02/09/2024;Validé;Noma;Zoé;10")
        assert merge.structure.members[0].fees == (
            self.PAID,
            FeePayment(paid_on=date(2024, 9, 2), amount=Decimal(10)),
        )

    def test_that_were_there_are_not_added_again(self) -> None:
        assert self.merge(self.PAID, line="1;01/09/2023;Validé;Noma;Zoé;10").unchanged == (2,)

    def test_that_may_be_there_already_are_asked_about(self) -> None:
        merge = self.merge(FeePayment(amount=Decimal(10)), line="1;01/09/2023;Validé;Noma;Zoé;10")
        assert [one.fact for one in merge.conflicts] == ["fees"]

    def test_told_in_another_way_are_asked_about(self) -> None:
        structure = cpts(Membership(member=member("zoe-noma"), fee_paid=True))
        merge = merge_named(structure, sheet("1;02/09/2024;Validé;Noma;Zoé;10", head=self.HEAD))
        assert [one.fact for one in merge.conflicts] == ["fees"]
        assert merge.structure is structure


def test_a_completion_that_contradicts_itself_is_refused() -> None:
    structure = cpts(Membership(member=member("zoe-noma"), left_on=date(2019, 1, 1)))
    merge = merge_named(structure, sheet("Noma;Zoé;;;01/01/2020;;"))
    assert [one.joined_on for one in merge.added] == [JOINED], "they came back"
    listed = cpts(Membership(member=member("zoe-noma"), listed_on=date(2019, 1, 1)))
    merge = merge_named(listed, sheet("Noma;Zoé;;;01/01/2020;;"))
    assert "contradict one another" in merge.refused[0].why.en
    assert merge.structure is listed


def test_a_second_stay_that_overlaps_one_of_unknown_beginning_is_refused() -> None:
    structure = cpts(
        Membership(member=member("zoe-noma"), joined_on=date(2010, 1, 1), left_on=date(2011, 1, 1)),
        Membership(member=member("zoe-noma"), joined_on=date(2012, 1, 1)),
    )
    merge = merge_named(structure, sheet("Noma;Zoé;;;01/01/2009;01/01/2010;"))
    assert len(merge.added) == 1
    late = merge_named(structure, sheet("Noma;Zoé;;;01/06/2010;01/01/2012;"))
    assert "several memberships" in late.refused[0].why.en


def test_of_two_lists_the_later_day_is_kept() -> None:
    head, line = "Nom;Prénom", "Noma;Zoé"
    first = merge_named(cpts(), loads_members(f"{head}\n{line}", listed_on=date(2022, 12, 31))).structure
    later = merge_named(first, loads_members(f"{head}\n{line}", listed_on=date(2023, 12, 31)))
    assert later.structure.members[0].listed_on == date(2023, 12, 31)  # type: ignore[index, union-attr]
    earlier = merge_named(later.structure, loads_members(f"{head}\n{line}", listed_on=date(2021, 12, 31)))
    assert earlier.structure is later.structure
