"""The strategies of facts: valid by construction, as much told as is asked for, and varied."""

import pickle
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from cpts_model import LAW, LegalForm, Profession
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.identifiers import finess, rpps, siren, siret
from cpts_model.facts.contracts import ContratACI
from cpts_model.facts.families import Family
from cpts_model.facts.memberships import Membership
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, Professional
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.structures import CPTS, SISA, MaisonDeSante
from cpts_model.testing import strategies as s
from cpts_model.testing.strategies.days import TURNING_DAYS
from cpts_model.testing.strategies.professions import of_family
from testing.told import every_class, told, untold

CLASSES = every_class()
# What the other facts leave no room for: one of two ways to tell a thing, or a day that there is not.
NO_ROOM = {
    "Membership.fees",
    "Membership.fee_paid",
    "Membership.listed_on",
    "SISA.below_minimum_since",
    "Payment.paid_on",  # of those that are undated
}
# Beside one membership of a structure, the others and what it paid are not told.
BESIDE = {"members", "payments"}
DAY = date(2026, 1, 1)
STRUCTURES = (
    s.cpts,
    s.equipes_de_soins_primaires,
    s.equipes_de_soins_specialises,
    s.maisons_de_sante,
    s.centres_de_sante,
    s.sisas,
)
few = settings(max_examples=15, deadline=None)
# Far fewer examples than a search for the simplest asks for are enough to see that there is one.
look = settings(max_examples=2000, deadline=None, phases=[Phase.generate], database=None)


def some(strategy: st.SearchStrategy[Any], condition: Any) -> Any:
    return find(strategy, condition, settings=look, random=Random(1))


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
class TestEveryClass:
    def test_facts_are_valid_whatever_is_told(self, kind: type[Any]) -> None:
        @few
        @given(s.facts_of(kind))
        def built(facts: Any) -> None:
            assert type(facts) is kind
            assert pickle.loads(pickle.dumps(facts)) == facts

        built()

    def test_nothing_is_told_that_need_not_be(self, kind: type[Any]) -> None:
        @few
        @given(s.facts_of(kind, known=0.0))
        def built(facts: Any) -> None:
            assert told(facts) == set()

        built()

    def test_everything_is_told_that_can_be(self, kind: type[Any]) -> None:
        @settings(
            few,
            suppress_health_check=[
                HealthCheck.too_slow,
                HealthCheck.data_too_large,
                HealthCheck.large_base_example,
            ],
        )
        @given(s.facts_of(kind, known=1.0))
        def built(facts: Any) -> None:
            left = {name for name in untold(facts) if name not in NO_ROOM}
            assert {name.partition(".")[2] for name in left} <= BESIDE

        built()


class TestShares:
    @pytest.mark.parametrize("strategy", STRUCTURES, ids=lambda strategy: strategy.__name__)
    def test_identity_alone(self, strategy: Any) -> None:
        @few
        @given(strategy(known=0.0))
        def built(structure: Any) -> None:
            assert structure == type(structure)(id=structure.id)

        built()

    @pytest.mark.parametrize("known", [-0.1, 1.1])
    def test_a_share_is_from_none_to_all(self, known: float) -> None:
        with pytest.raises(s.BadArgument, match="known"):
            s.cpts(known=known)

    def test_more_is_told_of_a_greater_share(self) -> None:
        counts: dict[float, list[int]] = {0.2: [], 0.8: []}

        @settings(max_examples=50, deadline=None, derandomize=True)
        @given(s.projets_de_sante(known=0.2), s.projets_de_sante(known=0.8))
        def counted(few_told: ProjetDeSante, many_told: ProjetDeSante) -> None:
            counts[0.2].append(len(told(few_told)))
            counts[0.8].append(len(told(many_told)))

        counted()
        few_told, many_told = (sum(all_of) / len(all_of) for all_of in counts.values())
        assert 2 < few_told < 10 < many_told < 19


class TestWhatIsAskedFor:
    def test_a_value(self) -> None:
        structure = some(s.cpts(known=0.0, legal_form=LegalForm.ASSOCIATION), lambda _: True)
        assert told(structure) == {"legal_form"}

    def test_a_strategy(self) -> None:
        @few
        @given(s.maisons_de_sante(known=0.0, members=st.tuples(s.memberships(running=True, on=DAY))))
        def built(structure: MaisonDeSante) -> None:
            assert len(structure.members_on(DAY)) == 1

        built()

    def test_what_is_not_asked_for_agrees_with_what_is(self) -> None:
        @few
        @given(s.memberships(left_on=date(2020, 1, 1), fees=(), known=1.0))
        def built(membership: Membership) -> None:
            assert isinstance(membership.joined_on, date)
            assert membership.joined_on <= date(2020, 1, 1)
            assert membership.fee_paid is UNKNOWN

        built()

    def test_a_maison_that_a_sisa_carries_is_a_legal_person(self) -> None:
        @few
        @given(s.maisons_de_sante(sisa=SISA(id="sisa"), known=0.9))
        def built(structure: MaisonDeSante) -> None:
            assert structure.legal_form not in (None, LegalForm.NATURAL_PERSON)

        built()

    def test_no_such_field(self) -> None:
        with pytest.raises(s.BadArgument, match=r"CPTS has no such field.*legal_form"):
            s.cpts(legal_from=LegalForm.SISA)

    def test_no_class_of_facts(self) -> None:
        with pytest.raises(s.BadArgument, match="int is no class of facts"):
            s.facts_of(int)

    @pytest.mark.parametrize(("least", "most"), [(-1, 3), (3, 2)])
    def test_sizes_that_cannot_be(self, least: int, most: int) -> None:
        with pytest.raises(s.BadArgument, match="_members"):
            s.cpts(min_members=least, max_members=most)

    def test_sizes(self) -> None:
        @few
        @given(s.cpts(min_members=2, max_members=3))
        def built(structure: CPTS) -> None:
            assert isinstance(structure.members, tuple)
            assert 2 <= len(structure.members) <= 3

        built()

    def test_an_argument_that_is_refused_pickles(self) -> None:
        refused = s.BadArgument("known", "2 is no share")
        assert str(pickle.loads(pickle.dumps(refused))) == str(refused)


class TestDays:
    def test_every_day_on_which_the_law_changes_is_among_those_read_in_the_texts(self) -> None:
        assert set(LAW.changes) <= set(TURNING_DAYS)

    @pytest.mark.parametrize("aside", [0, -1, 1])
    def test_a_change_and_both_its_sides(self, aside: int) -> None:
        created = date(2016, 1, 28).toordinal() + aside
        assert some(s.dates_around_law_changes(), lambda day: day.toordinal() == created)

    @few
    @given(s.projets_de_sante(known=0.9))
    def test_things_happen_in_order(self, projet: ProjetDeSante) -> None:
        days = [projet.drawn_up_on, projet.transmitted_on, projet.received_complete_on, projet.opposed_on, projet.opposition_notified_on]  # fmt: skip
        passed = [day for day in days if isinstance(day, date)]
        assert passed == sorted(passed)
        never = days.index(None) if None in days else len(days)
        assert not any(isinstance(day, date) for day in days[never:])

    @few
    @given(s.contrats_aci(known=0.9))
    def test_a_contract_ends_after_it_was_signed(self, contract: ContratACI) -> None:
        for end in (contract.ends_on, contract.terminated_on):
            if isinstance(end, date) and isinstance(contract.signed_on, date):
                assert contract.signed_on <= end

    def test_things_happen_around_the_day_asked_for(self) -> None:
        def near(membership: Membership) -> bool:
            return isinstance(membership.joined_on, date) and abs((membership.joined_on - DAY).days) <= 1

        assert some(s.memberships(on=DAY), near)


class TestProfessions:
    @pytest.mark.parametrize("family", Family, ids=lambda family: family.name)
    @pytest.mark.parametrize(
        "day", [*TURNING_DAYS, date(2016, 1, 27), date(2017, 1, 20), date(2023, 5, 20)], ids=str
    )
    def test_the_lists_of_the_texts_are_those_of_the_table(self, family: Family, day: date) -> None:
        # The table keeps open the days on which the texts read do not settle the family.
        def settled(profession: Profession) -> bool:
            return profession.standing_on(day).possible == (family,)

        table = (
            {profession for profession in Profession if settled(profession)}
            if day >= date(2002, 5, 4)
            else set()
        )
        assert set(of_family(family, day)) <= table
        # Of those not listed, the day before which they were none was not read.
        assert not table - set(of_family(family, day)) or day <= date(2002, 5, 4)

    def test_none_before_it_was_made(self) -> None:
        with pytest.raises(s.BadArgument, match="PHYSIQUE_MEDICALE"):
            s.professions(Family.PHYSIQUE_MEDICALE, on=date(2017, 1, 20))
        assert some(s.professions(Family.PHYSIQUE_MEDICALE, on=date(2017, 1, 21)), lambda _: True)

    def test_professionals_of_a_family(self) -> None:
        @few
        @given(s.professionals(family=Family.AUXILIAIRE_MEDICAL, on=DAY))
        def built(somebody: Professional) -> None:
            assert somebody.qualifies(Family.AUXILIAIRE_MEDICAL, DAY)

        built()

    def test_a_professional_of_a_profession(self) -> None:
        @few
        @given(s.professionals(Profession.SAGE_FEMME, known=0.0))
        def built(somebody: Professional) -> None:
            assert somebody == Professional(id=somebody.id, professions=(Profession.SAGE_FEMME,))

        built()


class TestMembershipsOfADay:
    @settings(max_examples=60, deadline=None)
    @given(s.memberships(on=DAY, running=True))
    def test_one_that_runs(self, membership: Membership) -> None:
        assert membership.running_on(DAY)

    @settings(max_examples=60, deadline=None)
    @given(s.memberships(on=DAY, running=False))
    def test_one_that_does_not(self, membership: Membership) -> None:
        assert not membership.running_on(DAY)

    def test_on_no_day(self) -> None:
        with pytest.raises(s.BadArgument, match="say which"):
            s.memberships(running=True)

    def test_of_somebody(self) -> None:
        who = Professional(id="agathe")
        assert some(s.memberships(who), lambda _: True).member == who


class TestNumbers:
    @given(s.rpps_numbers())
    def test_rpps(self, number: str) -> None:
        assert rpps.is_valid(number)

    @given(s.finess_numbers())
    def test_finess(self, number: str) -> None:
        assert finess.is_valid(number)

    @given(s.siren_numbers())
    def test_siren(self, number: str) -> None:
        assert siren.is_valid(number)

    @given(s.siret_numbers())
    def test_siret(self, number: str) -> None:
        assert siret.is_valid(number)

    @few
    @given(s.organisations(known=1.0))
    def test_a_siret_is_of_the_siren(self, organisation: Organisation) -> None:
        if isinstance(organisation.siret, str) and isinstance(organisation.siren, str):
            assert organisation.siret.startswith(organisation.siren)


def members(structure: Any) -> tuple[Membership, ...]:
    return structure.members if isinstance(structure.members, tuple) else ()


class TestVariety:
    def test_a_substitute_doctor(self) -> None:
        def is_one(who: Professional) -> bool:
            return who.professions == (Profession.MEDECIN,) and who.substitute is True

        assert some(s.professionals(known=0.9), is_one)

    def test_two_professions(self) -> None:
        assert some(
            s.professionals(known=0.9),
            lambda who: isinstance(who.professions, tuple) and len(who.professions) == 2,
        )

    def test_an_advanced_practice_nurse(self) -> None:
        assert some(
            s.professionals(Profession.INFIRMIER, known=0.9), lambda who: who.savoir_faire == ("SI01",)
        )

    def test_a_former_member(self) -> None:
        assert some(s.cpts(), lambda cpts: any(isinstance(one.left_on, date) for one in members(cpts)))

    def test_somebody_who_came_back(self) -> None:
        def came_back(cpts: CPTS) -> bool:
            ids = [one.member.id for one in members(cpts)]
            return len(ids) > len(set(ids))

        assert some(s.cpts(known=0.9, min_members=3), came_back)

    @pytest.mark.parametrize("kind", [Professional, Person, Organisation], ids=lambda kind: kind.__name__)
    def test_members_of_every_kind(self, kind: type[Any]) -> None:
        assert some(s.cpts(), lambda cpts: any(type(one.member) is kind for one in members(cpts)))

    @pytest.mark.parametrize("start", ["2A", "2B", "33", "974"])
    def test_a_commune_of_corsica_of_the_mainland_and_overseas(self, start: str) -> None:
        assert some(s.communes(), lambda commune: commune.startswith(start))

    def test_a_sisa_whose_partners_are_members_of_the_maison(self) -> None:
        def shares(maison: MaisonDeSante) -> bool:
            return isinstance(maison.sisa, SISA) and bool(
                {one.member.id for one in members(maison)} & {one.member.id for one in members(maison.sisa)}
            )

        assert some(s.maisons_de_sante(known=0.9, min_members=1), shares)

    def test_territories_that_meet(self) -> None:
        def meet(two: Any) -> bool:
            one, other = two.one.territory_of_action, two.other.territory_of_action
            if None in (one, other) or isinstance(one, Unknown) or isinstance(other, Unknown):
                return False
            known = isinstance(one.communes, tuple) and isinstance(other.communes, tuple)
            return known and one.overlaps(other)

        territory = s.territories(known=1.0)
        pair = s.neighbours(
            known=0.0,
            one=s.cpts(known=0.0, territory=territory),
            other=s.cpts(known=0.0, territory=territory),
        )
        assert some(pair, meet)


class TestPeopleAreTheSameWherever:
    @settings(max_examples=40, deadline=None)
    @given(s.registers(known=0.6, min_structures=2, kinds=(CPTS, MaisonDeSante)))
    def test_one_id_is_one_person(self, register: Any) -> None:
        people: dict[str, Any] = {}
        for structure in register.structures:
            carrier = getattr(structure, "sisa", None)
            for one in (*members(structure), *(members(carrier) if isinstance(carrier, SISA) else ())):
                assert people.setdefault(one.member.id, one.member) == one.member

    def test_somebody_belongs_to_several_structures(self) -> None:
        def several(register: Any) -> bool:
            ids = [{one.member.id for one in members(structure)} for structure in register.structures]
            return bool(set.intersection(*ids))

        assert some(s.registers(known=0.6, min_structures=2, max_structures=2), several)

    @few
    @given(s.registers(min_structures=1, max_structures=2, kinds=(SISA,), max_members=1))
    def test_sizes_and_kinds(self, register: Any) -> None:
        assert 1 <= len(register.structures) <= 2
        for structure in register.structures:
            assert isinstance(structure, SISA)
            assert len(members(structure)) <= 1

    def test_no_kind_at_all(self) -> None:
        with pytest.raises(s.BadArgument, match="kinds"):
            s.registers(kinds=())
