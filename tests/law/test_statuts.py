"""The statutes of an association as rules: what each clause asks, in which version, and of whom."""

import pickle
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import generaliste, infirmier, member, professional
from cpts_model import LAW
from cpts_model.engine.assess import Assessment, assess
from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.errors import RuleConflict
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.belonging import Belonging, Candidature, Departure
from cpts_model.facts.memberships import EndCause, Exclusion, ExclusionGround, FeePayment, Membership
from cpts_model.facts.modes import Mode
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.organs import Organ
from cpts_model.facts.people import Person, PersonRole
from cpts_model.facts.professions import Profession
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.statutes import Admits, College, FeePeriod, Statutes
from cpts_model.facts.structures import CPTS, ESP
from cpts_model.facts.territories import Territory
from cpts_model.law.statuts import law_with_statutes, statute_rules
from cpts_model.law.statuts.rules import PATTERNS
from world import DrawnChoices, RandomChoices, masked

DAY = date(2025, 6, 1)
NURSE = infirmier("Nina", practises_in="33281")
EHPAD = Organisation(id="ehpad", kind=OrganisationKind.EHPAD)
NURSES = College(name="infirmiers", admits=(Admits(professions=(Profession.INFIRMIER,)),), votes=1)
PARTNERS = College(name="partenaires", admits=(Admits(natural_persons=False),), votes=0)

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
UNDETERMINED, NOT_APPLICABLE = Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE


def association(**clauses: Any) -> CPTS:
    return CPTS(id="c", name="CPTS d'exemple", statutes=(Statutes(**clauses),))


def judged(subject: Belonging, on: date = DAY) -> Assessment:
    return assess(subject, on=on, law=law_with_statutes(subject.structure, Law(())))


def candidature(who: Any, clauses: dict[str, Any], **facts: Any) -> Candidature:
    return Candidature(structure=association(**clauses), membership=Membership(member=who, **facts))


def of_candidature(rule: str, who: Any, clauses: dict[str, Any], **facts: Any) -> Outcome:
    return judged(candidature(who, clauses, **facts)).outcome_of(f"statuts.{rule}")


def of_member(rule: str, clauses: dict[str, Any], on: date = DAY, **facts: Any) -> Outcome:
    belonging = Belonging(structure=association(**clauses), membership=member(NURSE, **facts))
    return judged(belonging, on).outcome_of(f"statuts.{rule}")


def of_departure(rule: str, cause: EndCause, clauses: dict[str, Any], **facts: Any) -> Outcome:
    departure = Departure(
        structure=association(**clauses), membership=member(NURSE, **facts), leaves_on=DAY, cause=cause
    )
    return judged(departure).outcome_of(f"statuts.{rule}")


class TestNaturalPersonsOnly:
    @pytest.mark.parametrize(
        ("clause", "who", "outcome"),
        [
            (True, NURSE, SATISFIED),
            (True, EHPAD, VIOLATED),
            (UNKNOWN, EHPAD, UNDETERMINED),
            (False, EHPAD, NOT_APPLICABLE),
        ],
    )
    def test_shuts_out_organisations_where_the_statutes_say_so(
        self, clause: Any, who: Any, outcome: Outcome
    ) -> None:
        assert of_candidature("personnes-physiques", who, {"natural_persons_only": clause}) is outcome


class TestAge:
    @pytest.mark.parametrize(
        ("clause", "of_age", "outcome"),
        [
            (18, True, SATISFIED),
            (18, False, VIOLATED),
            (1, False, VIOLATED),
            (18, UNKNOWN, UNDETERMINED),
            (UNKNOWN, False, UNDETERMINED),
            (None, False, NOT_APPLICABLE),
            (0, False, NOT_APPLICABLE),
        ],
    )
    def test_is_asked_where_the_statutes_say_so(self, clause: Any, of_age: Any, outcome: Outcome) -> None:
        assert of_candidature("age", NURSE, {"minimum_age": clause}, of_required_age=of_age) is outcome

    def test_an_organisation_has_none(self) -> None:
        assert of_candidature("age", EHPAD, {"minimum_age": 18}) is NOT_APPLICABLE


class TestCharter:
    @pytest.mark.parametrize(
        ("clause", "signed", "outcome"),
        [
            (True, True, SATISFIED),
            (True, False, VIOLATED),
            (True, UNKNOWN, UNDETERMINED),
            (UNKNOWN, True, UNDETERMINED),
            (False, False, NOT_APPLICABLE),
        ],
    )
    def test_is_signed_where_the_statutes_say_so(self, clause: Any, signed: Any, outcome: Outcome) -> None:
        assert of_candidature("charte", NURSE, {"charter_required": clause}, charter_signed=signed) is outcome


class TestColleges:
    TWO: Any = {"colleges": (NURSES, PARTNERS)}  # noqa: RUF012

    @pytest.mark.parametrize(
        ("clauses", "who", "outcome"),
        [
            (TWO, NURSE, SATISFIED),
            (TWO, EHPAD, SATISFIED),
            (TWO, generaliste("Géraud"), VIOLATED),
            (TWO | {"colleges_read_in_part": True}, generaliste("Géraud"), UNDETERMINED),
            ({}, NURSE, UNDETERMINED),
            ({"colleges": (College(name="c"),)}, NURSE, UNDETERMINED),
            ({"colleges": None}, NURSE, NOT_APPLICABLE),
        ],
    )
    def test_one_of_them_takes_the_candidate(self, clauses: Any, who: Any, outcome: Outcome) -> None:
        assert of_candidature("college", who, clauses) is outcome

    @pytest.mark.parametrize(
        ("clauses", "asked", "outcome"),
        [
            (TWO, "infirmiers", SATISFIED),
            (TWO, "partenaires", VIOLATED),
            (TWO, "bienfaiteurs", VIOLATED),
            (TWO | {"colleges_read_in_part": True}, "bienfaiteurs", UNDETERMINED),
            (TWO, UNKNOWN, UNDETERMINED),
            ({}, "infirmiers", UNDETERMINED),
            (TWO, None, NOT_APPLICABLE),
            (TWO, "", NOT_APPLICABLE),
            ({"colleges": (College(name="A", admits=()),)}, "A", VIOLATED),
            ({"colleges": None}, "infirmiers", NOT_APPLICABLE),
        ],
    )
    def test_the_one_asked_for_is_one_of_theirs_and_takes_the_candidate(
        self, clauses: Any, asked: Any, outcome: Outcome
    ) -> None:
        assert of_candidature("college-demande", NURSE, clauses, college=asked) is outcome

    def test_a_profession_counts_in_the_college_asked_for_from_its_day(self) -> None:
        health = {"colleges": (College(name="c", admits=(Admits(health_professionals=True),)),)}
        assistant = professional("Aline", Profession.ASSISTANT_DE_REGULATION_MEDICALE)
        asks = candidature(assistant, health, college="c")
        assert judged(asks, date(2023, 5, 20)).outcome_of("statuts.college-demande") is VIOLATED
        assert judged(asks, date(2023, 5, 21)).outcome_of("statuts.college-demande") is SATISFIED

    def test_the_territory_is_that_of_the_cpts(self) -> None:
        here = Statutes(colleges=(College(name="c", admits=(Admits(on_territory=True),)),))
        for communes, outcome in ((("33281",), SATISFIED), (("75113",), VIOLATED)):
            cpts = CPTS(id="c", statutes=(here,), territory=Territory(communes=communes))
            asks = Candidature(structure=cpts, membership=Membership(member=NURSE, college="c"))
            assert judged(asks).outcome_of("statuts.college") is outcome
            assert judged(asks).outcome_of("statuts.college-demande") is outcome
        # A CPTS told to have no territory of its own acts on that of its projet de santé.
        projet = ProjetDeSante(territory=Territory(communes=("33281",)))
        of_the_projet = CPTS(id="c", statutes=(here,), territory=None, projet=projet)
        asks = Candidature(structure=of_the_projet, membership=Membership(member=NURSE))
        assert judged(asks).outcome_of("statuts.college") is SATISFIED
        asks = Candidature(structure=ESP(id="e", statutes=(here,)), membership=Membership(member=NURSE))
        (verdict,) = judged(asks).of("statuts.college")
        assert verdict.outcome is UNDETERMINED
        assert verdict.reason is not None


class TestAdmissionByAnOrgan:
    BUREAU: Any = {"admission_by": Organ.BUREAU}  # noqa: RUF012

    @pytest.mark.parametrize(
        ("clauses", "admitted_on", "admitted_by", "outcome"),
        [
            (BUREAU, DAY, Organ.BUREAU, SATISFIED),
            (BUREAU, DAY + timedelta(days=1), Organ.BUREAU, VIOLATED),
            (BUREAU, None, UNKNOWN, VIOLATED),
            (BUREAU, UNKNOWN, Organ.ASSEMBLEE_GENERALE, VIOLATED),
            (BUREAU, DAY, None, VIOLATED),
            (BUREAU, DAY, UNKNOWN, UNDETERMINED),
            (BUREAU, UNKNOWN, Organ.BUREAU, UNDETERMINED),
            ({}, DAY, Organ.BUREAU, UNDETERMINED),
            ({"admission_by": None}, None, None, NOT_APPLICABLE),
        ],
    )
    def test_is_told_of_the_organ_the_statutes_name_and_by_the_day(
        self, clauses: Any, admitted_on: Any, admitted_by: Any, outcome: Outcome
    ) -> None:
        told = {"admitted_on": admitted_on, "admitted_by": admitted_by}
        assert of_candidature("admission-decidee", NURSE, clauses, **told) is outcome


class TestFee:
    YEARLY: Any = {"fee": Decimal(60), "period": FeePeriod.CIVIL_YEAR}  # noqa: RUF012
    PAID = FeePayment(paid_on=date(2025, 11, 20), for_year=None)

    @pytest.mark.parametrize(
        ("on", "outcome"),
        [
            (date(2024, 12, 31), VIOLATED),
            (date(2025, 1, 1), SATISFIED),
            (date(2025, 12, 31), SATISFIED),
            (date(2026, 1, 1), VIOLATED),
        ],
    )
    def test_makes_up_to_date_over_its_whole_civil_year(self, on: date, outcome: Outcome) -> None:
        assert of_member("cotisation-a-jour", self.YEARLY, on, fees=(self.PAID,)) is outcome

    @pytest.mark.parametrize(
        ("clauses", "facts", "outcome"),
        [
            (YEARLY, {}, UNDETERMINED),
            (YEARLY, {"fee_paid": True}, SATISFIED),
            (YEARLY, {"fee_paid": False}, VIOLATED),
            ({}, {"fee_paid": True}, UNDETERMINED),
            ({"fee": None}, {"fee_paid": False}, NOT_APPLICABLE),
            (YEARLY, {"fee_paid": False, "left_on": DAY}, NOT_APPLICABLE),
            (YEARLY, {"fee_paid": False, "partner": True}, NOT_APPLICABLE),
        ],
    )
    def test_is_asked_of_members_where_the_statutes_say_so(
        self, clauses: Any, facts: Any, outcome: Outcome
    ) -> None:
        assert of_member("cotisation-a-jour", clauses, **facts) is outcome

    def test_the_verdict_shows_the_clause_and_the_days_covered(self) -> None:
        belonging = Belonging(
            structure=association(**self.YEARLY), membership=member(NURSE, fees=(self.PAID,))
        )
        (verdict,) = judged(belonging).of("statuts.cotisation-a-jour")
        said = verdict.explain()
        assert (
            "jours couverts par cette cotisation (structure.statutes[0].period_covered(membership.fees[0])) : "
            "01/01/2025 – 31/12/2025" in said
        )
        assert "par année civile entière" in said

    def test_a_fee_unpaid_is_a_warning_and_breaks_no_law(self) -> None:
        belonging = Belonging(structure=association(**self.YEARLY), membership=member(NURSE, fee_paid=False))
        assessment = judged(belonging)
        assert assessment.ok
        assert [verdict.rule.id for verdict in assessment.warnings] == ["statuts.cotisation-a-jour"]


class TestVote:
    ALL: Any = {"colleges": (NURSES, PARTNERS), "fee": Decimal(60), "vote_requires_fee": True}  # noqa: RUF012

    @pytest.mark.parametrize(
        ("clauses", "facts", "outcome"),
        [
            (ALL, {"college": "infirmiers", "fee_paid": True}, SATISFIED),
            (ALL, {"college": "partenaires", "fee_paid": True}, VIOLATED),
            (ALL, {"college": "infirmiers", "fee_paid": False}, VIOLATED),
            (ALL | {"vote_requires_fee": False}, {"college": "infirmiers", "fee_paid": False}, SATISFIED),
            (ALL, {"college": None, "fee_paid": True}, UNDETERMINED),
            (ALL, {"college": None, "fee_paid": False}, VIOLATED),
            ({}, {"fee_paid": True}, UNDETERMINED),
            ({"colleges": None, "fee": None}, {}, SATISFIED),
            (ALL, {"college": "infirmiers", "fee_paid": True, "left_on": DAY}, NOT_APPLICABLE),
        ],
    )
    def test_is_for_up_to_date_members_of_a_college_that_votes(
        self, clauses: Any, facts: Any, outcome: Outcome
    ) -> None:
        assert of_member("droit-de-vote", clauses, **facts) is outcome

    @pytest.mark.parametrize(
        ("paid_on", "outcome"),
        [
            (DAY - timedelta(days=1), SATISFIED),
            (DAY, SATISFIED),
            (DAY + timedelta(days=1), VIOLATED),
            (UNKNOWN, UNDETERMINED),
        ],
    )
    def test_is_not_given_after_the_assembly_by_a_fee_of_the_year_paid_later(
        self, paid_on: Any, outcome: Outcome
    ) -> None:
        clauses = self.ALL | {"period": FeePeriod.CIVIL_YEAR}
        facts: Any = {"college": "infirmiers", "fees": (FeePayment(paid_on=paid_on, for_year=DAY.year),)}
        assert of_member("droit-de-vote", clauses, **facts) is outcome
        assert of_member("cotisation-a-jour", clauses, **facts) is SATISFIED

    def test_not_having_it_is_no_failing(self) -> None:
        belonging = Belonging(
            structure=association(**self.ALL), membership=member(NURSE, college="partenaires", fee_paid=True)
        )
        assert not judged(belonging).warnings


class TestEndOfMembership:
    @pytest.mark.parametrize(
        ("clauses", "cause", "outcome"),
        [
            ({"end_causes": (EndCause.EXCLUSION,)}, EndCause.EXCLUSION, SATISFIED),
            ({"end_causes": (EndCause.EXCLUSION,)}, EndCause.FEE_UNPAID, VIOLATED),
            ({"end_causes": ()}, EndCause.LOSS_OF_STATUS, VIOLATED),
            ({}, EndCause.FEE_UNPAID, UNDETERMINED),
            ({"end_causes": ()}, EndCause.RESIGNATION, NOT_APPLICABLE),
            ({"end_causes": ()}, EndCause.DEATH, NOT_APPLICABLE),
            ({"end_causes": ()}, EndCause.REORGANISATION, NOT_APPLICABLE),
        ],
    )
    def test_is_for_a_cause_they_list_save_resigning_and_death_which_nothing_closes(
        self, clauses: Any, cause: EndCause, outcome: Outcome
    ) -> None:
        assert of_departure("causes-de-fin", cause, clauses) is outcome

    @pytest.mark.parametrize(
        ("ground", "outcome"),
        [
            (ExclusionGround.GRAVE, SATISFIED),
            (ExclusionGround.OTHER, VIOLATED),
            (ExclusionGround.STATUTORY, VIOLATED),
            (UNKNOWN, UNDETERMINED),
        ],
    )
    def test_an_exclusion_on_a_grave_ground_needs_no_clause(self, ground: Any, outcome: Outcome) -> None:
        silent: Any = {"end_causes": (EndCause.RESIGNATION,)}
        told = Exclusion(ground=ground)
        assert of_departure("causes-de-fin", EndCause.EXCLUSION, silent, exclusion=told) is outcome
        assert of_departure("causes-de-fin", EndCause.EXCLUSION, silent, exclusion=None) is VIOLATED
        assert of_departure("causes-de-fin", EndCause.FEE_UNPAID, silent, exclusion=told) is VIOLATED

    BOARD: Any = {"exclusion_by": Organ.CONSEIL_D_ADMINISTRATION}  # noqa: RUF012

    @pytest.mark.parametrize(
        ("clauses", "exclusion", "outcome"),
        [
            (BOARD, Exclusion(decided_by=Organ.CONSEIL_D_ADMINISTRATION), SATISFIED),
            (BOARD, Exclusion(decided_by=Organ.BUREAU), VIOLATED),
            (BOARD, None, VIOLATED),
            (BOARD, Exclusion(), UNDETERMINED),
            (BOARD, UNKNOWN, UNDETERMINED),
            ({}, Exclusion(decided_by=Organ.BUREAU), UNDETERMINED),
            ({"exclusion_by": None}, Exclusion(decided_by=Organ.BUREAU), NOT_APPLICABLE),
        ],
    )
    def test_an_exclusion_is_decided_by_the_organ_they_name(
        self, clauses: Any, exclusion: Any, outcome: Outcome
    ) -> None:
        assert of_departure("exclusion-organe", EndCause.EXCLUSION, clauses, exclusion=exclusion) is outcome

    @pytest.mark.parametrize(
        ("clause", "exclusion", "outcome"),
        [
            (True, Exclusion(heard=True), SATISFIED),
            (True, Exclusion(heard=False), VIOLATED),
            (True, None, VIOLATED),
            (True, Exclusion(), UNDETERMINED),
            (UNKNOWN, Exclusion(heard=True), UNDETERMINED),
            (False, Exclusion(heard=False), NOT_APPLICABLE),
        ],
    )
    def test_the_member_is_heard_first_where_they_say_so(
        self, clause: Any, exclusion: Any, outcome: Outcome
    ) -> None:
        clauses = {"exclusion_requires_hearing": clause}
        assert of_departure("exclusion-audition", EndCause.EXCLUSION, clauses, exclusion=exclusion) is outcome

    def test_a_resignation_is_no_exclusion(self) -> None:
        clauses = self.BOARD | {"exclusion_requires_hearing": True}
        for rule in ("exclusion-organe", "exclusion-audition"):
            assert of_departure(rule, EndCause.RESIGNATION, clauses) is NOT_APPLICABLE


class TestWhomTheRulesAreAbout:
    def test_voting_is_not_asked_of_who_asks_to_join_or_leaves(self) -> None:
        clauses: dict[str, Any] = {"colleges": None, "fee": Decimal(10), "period": FeePeriod.ONCE}
        asks = judged(candidature(NURSE, clauses))
        leaves = judged(
            Departure(
                structure=association(**clauses),
                membership=member(NURSE),
                leaves_on=DAY,
                cause=EndCause.DEATH,
            )
        )
        for assessment in (asks, leaves):
            for rule in ("statuts.cotisation-a-jour", "statuts.droit-de-vote"):
                assert assessment.outcome_of(rule) is NOT_APPLICABLE

    def test_of_a_structure_without_statutes_they_say_nothing(self) -> None:
        law = law_with_statutes(association(natural_persons_only=True), Law(()))
        for statutes in (None, UNKNOWN):
            asks = Candidature(structure=CPTS(id="c", statutes=statutes), membership=Membership(member=EHPAD))
            outcome = assess(asks, on=DAY, law=law).outcome_of("statuts.personnes-physiques")
            assert outcome is UNDETERMINED


class TestVersions:
    SINCE = date(2022, 5, 5)
    CPTS = CPTS(
        id="c",
        name="CPTS d'exemple",
        statutes=(
            Statutes(in_force_since=SINCE, natural_persons_only=False, read_on=date(2026, 11, 21)),
            Statutes(in_force_since=date(2019, 3, 1), natural_persons_only=True, read_at="préfecture"),
        ),
    )

    @pytest.mark.parametrize(
        ("on", "outcome"),
        [
            (date(2019, 2, 28), UNDETERMINED),
            (date(2019, 3, 1), VIOLATED),
            (date(2022, 5, 4), VIOLATED),
            (date(2022, 5, 5), NOT_APPLICABLE),
        ],
    )
    def test_a_candidature_is_judged_by_the_statutes_of_its_day(self, on: date, outcome: Outcome) -> None:
        asks = Candidature(structure=self.CPTS, membership=Membership(member=EHPAD))
        assert judged(asks, on).outcome_of("statuts.personnes-physiques") is outcome

    def test_before_the_earliest_told_the_answer_says_what_to_ask_for(self) -> None:
        asks = Candidature(structure=self.CPTS, membership=Membership(member=EHPAD))
        (verdict,) = judged(asks, date(2019, 2, 28)).of("statuts.personnes-physiques")
        assert verdict.reason is not None
        assert "demander la version antérieure" in verdict.reason.fr

    def test_each_rule_has_a_version_for_each_and_no_day_has_two(self) -> None:
        law = law_with_statutes(self.CPTS, Law(()))
        for pattern in PATTERNS:
            old, new = law.versions(pattern.id)
            assert (old.in_force.start, old.in_force.end) == (None, self.SINCE)
            assert (new.in_force.start, new.in_force.end) == (self.SINCE, None)

    def test_each_cites_its_own_version_and_says_when_it_was_last_seen(self) -> None:
        old, new = law_with_statutes(self.CPTS, Law(())).versions("statuts.age")
        assert old.cites.to("fr") == "statuts de l'association « CPTS d'exemple » (version du 01/03/2019)"
        assert (old.checked_on, old.evidence, old.source) == (
            date(2019, 3, 1),
            Evidence.VERIFIED,
            "préfecture",
        )
        assert (new.checked_on, new.evidence) == (date(2026, 11, 21), Evidence.SECONDARY)
        assert new.cites.to("fr") == "statuts de l'association « CPTS d'exemple » (version du 05/05/2022)"
        (pattern,) = (pattern for pattern in PATTERNS if pattern.id == "statuts.age")
        assert new.source == pattern.source

    def test_a_version_read_late_was_last_seen_on_its_last_day_at_the_latest(self) -> None:
        statutes = (Statutes(read_on=date(2025, 1, 1)), Statutes(in_force_since=self.SINCE))
        old, _ = statute_rules(CPTS(id="c", statutes=statutes))[:: len(PATTERNS)]
        assert old.checked_on == date(2022, 5, 4)

    def test_statutes_read_nobody_knows_when_were_seen_on_no_known_day(self) -> None:
        rule = statute_rules(CPTS(id="c", statutes=(Statutes(),)))[0]
        assert rule.checked_on is None
        assert rule.cites.to("fr") == "statuts de l'association « c »"
        asks = Candidature(
            structure=CPTS(id="c", statutes=(Statutes(),)), membership=Membership(member=EHPAD)
        )
        told = [
            verdict.explain("fr")
            for verdict in judged(asks).verdicts
            if verdict.rule.id.startswith("statuts.")
        ]
        assert told
        assert all("lu un jour qui n'est pas indiqué" in words for words in told)

    def test_two_versions_that_begin_with_the_calendar_are_one(self) -> None:
        statutes = (Statutes(), Statutes(in_force_since=date.min))
        assert len(statute_rules(CPTS(id="c", statutes=statutes))) == len(PATTERNS)


class TestTheLawWithThem:
    def test_holds_both_and_never_lets_statutes_block(self) -> None:
        law = law_with_statutes(association())
        assert set(LAW.rules) < set(law.rules)
        assert all(rule.authority is Authority.STATUTES for rule in statute_rules(association()))
        assert not any(rule.blocking for rule in statute_rules(association()))

    def test_is_made_once_for_the_same_statutes(self) -> None:
        assert law_with_statutes(association()) is law_with_statutes(evolve(association(), members=()))

    @pytest.mark.parametrize("statutes", [None, UNKNOWN, ()])
    def test_is_the_law_where_there_are_none_or_they_are_unknown(self, statutes: Any) -> None:
        cpts = CPTS(id="c", statutes=statutes)
        assert statute_rules(cpts) == ()
        assert law_with_statutes(cpts) is LAW

    def test_takes_them_once(self) -> None:
        with pytest.raises(RuleConflict):
            law_with_statutes(association(), law_with_statutes(association()))

    def test_its_verdicts_survive_pickling(self) -> None:
        assessment = judged(candidature(EHPAD, {"natural_persons_only": True}))
        assert pickle.loads(pickle.dumps(assessment)).verdicts == assessment.verdicts


# --- What must hold of every rule of statutes, whatever they say

MEMBERS = [
    NURSE,
    infirmier("Sam", mode=Mode.SALARIE),
    generaliste("Géraud"),
    EHPAD,
    Organisation(id="mairie", kind=OrganisationKind.COLLECTIVITE),
    Person(id="usager", role=PersonRole.USAGER, medico_social_actor=False),
]
CRITERIA = [
    Admits(natural_persons=True),
    Admits(natural_persons=False),
    Admits(health_professionals=True, modes=(Mode.LIBERAL,)),
    Admits(social_actors=True),
    Admits(on_territory=True),
    Admits(roles=(PersonRole.USAGER,)),
    Admits(organisation_kinds=(OrganisationKind.COLLECTIVITE,)),
    Admits(professions=(Profession.INFIRMIER,)),
]
NAMES = ["actifs", "partenaires", "usagers"]
DAYS = [date(2024, 12, 31), date(2025, 1, 1), date(2025, 6, 1), date(2025, 8, 31), date(2025, 9, 1)]


def some_statutes(choices: Any, since: date | None) -> Statutes:
    one = choices.one_of
    fee = one([None, Decimal(0), Decimal(30), Decimal(30), UNKNOWN])
    is_due = fee is UNKNOWN or bool(fee)
    return Statutes(
        in_force_since=since,
        colleges=one([None, *[_colleges(choices)] * 4]),
        colleges_read_in_part=one([False, False, True]),
        natural_persons_only=one([True, False]),
        minimum_age=one([None, 0, 18]),
        charter_required=one([True, False]),
        admission_by=one([None, *Organ]),
        fee=fee,
        period=one(list(FeePeriod)) if is_due else None,
        season_first_month=one([1, 9, 12]),
        vote_requires_fee=one([True, False]),
        end_causes=tuple(cause for cause in EndCause if one([True, False])),
        exclusion_by=one([None, *Organ]),
        exclusion_requires_hearing=one([True, False]),
    )


def _colleges(choices: Any) -> tuple[College, ...]:
    one = choices.one_of
    return tuple(
        College(
            name=name,
            admits=tuple(one(CRITERIA) for _ in range(choices.number(0, 2))),
            **one([{"votes": 0}, {"votes": 2}, {"deliberative": True}, {"deliberative": False}]),
        )
        for name in NAMES[: choices.number(0, 3)]
    )


def some_membership(choices: Any) -> Membership:
    one = choices.one_of
    fees = tuple(
        FeePayment(paid_on=one(DAYS), for_year=one([None, 2024, 2025])) for _ in range(choices.number(0, 2))
    )
    return Membership(
        member=one(MEMBERS),
        joined_on=date(2020, 1, 1),
        left_on=one([None, None, date(2025, 1, 1)]),
        partner=one([False, False, False, True]),
        college=one([None, "ailleurs", *NAMES, *NAMES]),
        admitted_on=one([None, *DAYS]),
        admitted_by=one([None, *Organ]),
        charter_signed=one([True, False]),
        of_required_age=one([True, False]),
        exclusion=one([None, Exclusion(decided_by=one(list(Organ)), heard=one([True, False]))]),
        **one([{"fees": fees}, {"fee_paid": True}, {"fee_paid": False}]),
    )


def some_subject(choices: Any) -> Belonging:
    one = choices.one_of
    versions = tuple(some_statutes(choices, since) for since in (None, date(2025, 1, 1)))
    cpts = CPTS(
        id="c",
        name="CPTS d'exemple",
        statutes=versions[one([0, 0, 1]) :],
        territory=one([None, Territory(communes=("33281",)), Territory(communes=())]),
    )
    told: dict[str, Any] = {"structure": cpts, "membership": some_membership(choices)}
    kind = one([Belonging, Candidature, Departure])
    if kind is Departure:
        told |= {"leaves_on": DAY, "cause": one(list(EndCause))}
    return kind(**told)


def outcomes(subject: Belonging, law: Law, on: date) -> dict[str, Outcome]:
    return {finding.rule.id: finding.outcome for finding in assess(subject, on=on, law=law).findings}


def flipped(whole: Belonging, part: Belonging, on: date) -> dict[str, tuple[Outcome, Outcome]]:
    """The rules settled of a part of the facts, and otherwise of all of them."""
    law = law_with_statutes(whole.structure, Law(()))
    before, after = outcomes(part, law, on), outcomes(whole, law, on)
    return {
        rule: (before[rule], after[rule])
        for rule in before
        if before[rule] is not UNDETERMINED and before[rule] is not after[rule]
    }


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_telling_more_never_flips_a_settled_verdict(data: st.DataObject) -> None:
    choices = DrawnChoices(data.draw)
    whole = some_subject(choices)
    part = masked(whole, choices, choices.one_of([2, 10, 40]))
    assert not flipped(whole, part, choices.one_of(DAYS))


def test_telling_more_never_flips_a_settled_verdict_over_many() -> None:
    for seed in range(800):
        choices = RandomChoices(seed)
        whole = some_subject(choices)
        part = masked(whole, choices, choices.one_of([2, 10, 40]))
        assert not flipped(whole, part, choices.one_of(DAYS)), seed


def test_every_rule_can_come_out_every_way() -> None:
    seen: dict[str, set[Outcome]] = defaultdict(set)
    for seed in range(800):
        choices = RandomChoices(seed)
        whole = some_subject(choices)
        subject = masked(whole, choices, choices.one_of([0, 10]))
        law = law_with_statutes(whole.structure, Law(()))
        for rule, outcome in outcomes(subject, law, choices.one_of(DAYS)).items():
            seen[rule].add(outcome)
    assert seen == {pattern.id: set(Outcome) for pattern in PATTERNS}


def test_an_open_verdict_says_what_to_ask_for() -> None:
    for seed in range(200):
        choices = RandomChoices(seed)
        whole = some_subject(choices)
        subject = masked(whole, choices, 20)
        law = law_with_statutes(whole.structure, Law(()))
        for verdict in assess(subject, on=choices.one_of(DAYS), law=law).undetermined:
            assert verdict.reason or verdict.unknown, (seed, verdict.rule.id)
            assert verdict.rule.title.fr in verdict.explain("fr")


def test_every_rule_says_what_it_asks_and_what_would_mend_it() -> None:
    for pattern in PATTERNS:
        assert pattern.title.fr.endswith(".")
        assert pattern.remedy.fr.endswith(".")
        assert pattern.holds.__doc__
