"""Who says no: the law or the statutes; and what statutes close, open, or ask to no effect."""

from datetime import date
from typing import Any

import attrs
import pytest

from builders import infirmier, member
from cpts_model.engine.assess import Assessment, assess
from cpts_model.engine.citations import Authority
from cpts_model.engine.law import Law
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.belonging import Belonging, Candidature
from cpts_model.facts.memberships import EndCause, Membership
from cpts_model.facts.modes import Mode
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import PersonRole
from cpts_model.facts.professions import Family, Profession
from cpts_model.facts.statutes import Admits, College, Statutes
from cpts_model.facts.structures import CPTS
from cpts_model.law.statuts import Refusal, Sense, WhoSaysNo, closings, law_with_statutes, who_says_no
from cpts_model.law.statuts.rules import PATTERNS

DAY = date(2025, 6, 1)
NURSE = infirmier("Nina")
EHPAD = Organisation(id="ehpad", kind=OrganisationKind.EHPAD)
SILENT: dict[str, Any] = {
    "colleges": None,
    "natural_persons_only": False,
    "minimum_age": None,
    "charter_required": False,
    "admission_by": None,
}


def consents(candidature: Candidature, on: date) -> bool:
    """Nobody joins without consent."""
    return bool(candidature.membership.consented)


def counts_as_a_component(membership: Membership, candidature: Candidature, on: date) -> bool:
    """A question on each of the earlier memberships."""
    return bool(membership.as_component)


def the_earlier(candidature: Candidature, on: date) -> tuple[Membership, ...]:
    """The earlier memberships, one by one."""
    return tuple(candidature.earlier)


def breaks_down(candidature: Candidature, on: date) -> bool:
    """A question that makes no sense of whoever it does not bind."""
    raise ValueError("no sense")


CONSENT: Rule = attrs.evolve(
    PATTERNS[0], id="loi.consentement", applies=None, holds=consents, authority=Authority.LAW
)
DOCTRINE = attrs.evolve(CONSENT, id="doctrine.consentement", authority=Authority.DOCTRINE)
RIGHT = attrs.evolve(CONSENT, id="loi.droit", modality=Modality.PERMISSION)
SOMEBODY_ELSE_S = attrs.evolve(CONSENT, id="loi.ars", upon=Text("l'ARS", "the ARS"))
EARLIER = attrs.evolve(CONSENT, id="loi.anciennes", each=the_earlier, holds=counts_as_a_component)
NO_SENSE = attrs.evolve(CONSENT, id="loi.sans-sens", applies=consents, holds=breaks_down)


def asked(
    who: Any, clauses: dict[str, Any] | None, *rules: Rule, earlier: Any = (), **facts: Any
) -> WhoSaysNo:
    statutes: Any = UNKNOWN if clauses is None else (Statutes(**(SILENT | clauses)),)
    cpts = CPTS(id="c", statutes=statutes)
    candidature = Candidature(structure=cpts, membership=Membership(member=who, **facts), earlier=earlier)
    return who_says_no(assess(candidature, on=DAY, law=law_with_statutes(cpts, Law(rules))))


class TestWhoSaysNo:
    def test_the_statutes_alone(self) -> None:
        answer = asked(EHPAD, {"natural_persons_only": True}, CONSENT, consented=True)
        assert answer.who is Refusal.STATUTES
        assert [verdict.rule.id for verdict in answer.statutes] == ["statuts.personnes-physiques"]
        assert answer.law == ()
        assert answer.text.fr == (
            "La loi ne s'y oppose pas : ce sont les statuts de l'association qui s'y opposent."
        )

    def test_the_law_alone(self) -> None:
        answer = asked(NURSE, {}, CONSENT, consented=False)
        assert answer.who is Refusal.LAW
        assert [verdict.rule.id for verdict in answer.law] == ["loi.consentement"]
        assert answer.text.fr == "La loi s'y oppose ; les statuts, non."

    def test_both(self) -> None:
        assert asked(EHPAD, {"natural_persons_only": True}, CONSENT, consented=False).who is Refusal.BOTH

    def test_nobody(self) -> None:
        answer = asked(NURSE, {}, CONSENT, consented=True)
        assert answer.who is Refusal.NOBODY
        assert (answer.open, answer.statutes_known) == ((), True)

    def test_nobody_yet_where_something_is_open(self) -> None:
        answer = asked(NURSE, {}, CONSENT)
        assert answer.who is Refusal.OPEN
        assert [verdict.rule.id for verdict in answer.open] == ["loi.consentement"]
        assert answer.text.fr == "Rien de connu ne s'y oppose, mais tout n'est pas connu."

    def test_the_law_whatever_the_statutes_say_that_is_not_known(self) -> None:
        for clauses in (None, {"charter_required": UNKNOWN}):
            answer = asked(NURSE, clauses, CONSENT, consented=False)
            assert answer.who is Refusal.LAW
            assert "n'est pas entièrement connu" in answer.text.fr

    def test_the_statutes_whatever_the_law_says_that_is_not_known(self) -> None:
        answer = asked(EHPAD, {"natural_persons_only": True}, CONSENT)
        assert answer.who is Refusal.STATUTES
        assert "tout n'est pas connu" in answer.text.fr

    def test_statutes_that_nobody_read_leave_it_open(self) -> None:
        answer = asked(NURSE, None, CONSENT, consented=True)
        assert (answer.who, answer.statutes_known) == (Refusal.OPEN, False)
        assert "n'ont pas été lus" in answer.text.fr

    def test_a_structure_without_statutes_is_refused_by_the_law_or_by_nobody(self) -> None:
        candidature = Candidature(
            structure=CPTS(id="c", statutes=None), membership=Membership(member=NURSE, consented=True)
        )
        assert who_says_no(assess(candidature, on=DAY, law=Law((CONSENT,)))).who is Refusal.NOBODY

    def test_a_clause_that_could_only_be_met_leaves_nothing_open(self) -> None:
        """Whether they take natural persons only was not read: a natural person is let in either way."""
        unread = {"natural_persons_only": UNKNOWN}
        assert asked(NURSE, unread).who is Refusal.NOBODY
        assert asked(EHPAD, unread).who is Refusal.OPEN

    def test_a_rule_that_could_only_be_met_on_the_day_leaves_nothing_open(self) -> None:
        def on_the_day(candidature: Candidature, on: date) -> bool:
            return on == DAY

        met = attrs.evolve(CONSENT, id="loi.jour", applies=consents, holds=on_the_day)
        assert asked(NURSE, {}, met).who is Refusal.NOBODY

    def test_a_rule_on_parts_is_open_of_the_part_that_is(self) -> None:
        old = member(NURSE, as_component=UNKNOWN)
        answer = asked(NURSE, {}, EARLIER, earlier=(member(NURSE), old))
        assert [verdict.index for verdict in answer.open] == [1]
        assert asked(NURSE, {}, EARLIER, earlier=UNKNOWN).who is Refusal.OPEN

    def test_a_rule_that_cannot_be_asked_of_whom_it_does_not_bind_stays_open(self) -> None:
        assert asked(NURSE, {}, NO_SENSE).who is Refusal.OPEN

    def test_neither_doctrine_nor_a_right_nor_a_duty_of_others_says_no(self) -> None:
        answer = asked(NURSE, {}, DOCTRINE, RIGHT, SOMEBODY_ELSE_S, consented=False)
        assert answer.who is Refusal.NOBODY
        assert {verdict.rule.id for verdict in answer.warnings} == {"doctrine.consentement", "loi.ars"}
        assert asked(NURSE, {}, DOCTRINE, RIGHT, SOMEBODY_ELSE_S).who is Refusal.NOBODY

    def test_statutes_are_no_mere_warning_here(self) -> None:
        assert asked(EHPAD, {"natural_persons_only": True}).warnings == ()

    def test_a_vote_that_is_not_open_refuses_nothing(self) -> None:
        cpts = CPTS(
            id="c", statutes=(Statutes(colleges=(College(name="c", votes=0),), vote_requires_fee=False),)
        )
        belonging = Belonging(structure=cpts, membership=member(NURSE, college="c", fee_paid=True))
        answer = who_says_no(assess(belonging, on=DAY, law=law_with_statutes(cpts, Law(()))))
        assert answer.statutes == ()

    def test_is_asked_of_a_candidature_judged_under_the_statutes(self) -> None:
        cpts = CPTS(id="c", statutes=(Statutes(),))
        with pytest.raises(TypeError, match="Candidature, not of a CPTS"):
            who_says_no(assess(cpts, on=DAY, law=Law(())))
        candidature = Candidature(structure=cpts, membership=Membership(member=NURSE))
        without: Assessment = assess(candidature, on=DAY, law=Law((CONSENT,)))
        said = r"^assess under law_with_statutes\(structure\): the statutes were left out$"
        with pytest.raises(ValueError, match=said):
            who_says_no(without)

    def test_says_so_in_both_languages(self) -> None:
        assert [who.label.en for who in Refusal] == [
            "the law", "the statutes", "the law and the statutes", "nobody", "cannot be said yet",
        ]  # fmt: skip
        for who in Refusal:
            assert who.answer.en.endswith(".")
        assert {sense.label.fr.split()[0] for sense in Sense} == {"ferme", "ouvre", "sans"}


def said(**clauses: Any) -> list[tuple[str, Sense]]:
    return [(closing.clause, closing.sense) for closing in closings(Statutes(**clauses))]


def of_colleges(*criteria: Any, **clauses: Any) -> str:
    """What the statutes close or open by their colleges, in French."""
    statutes = Statutes(colleges=(College(name="c", admits=criteria),), **clauses)
    return " ".join(closing.text.fr for closing in closings(statutes))


class TestWhatStatutesClose:
    def test_natural_persons_only_a_president_of_health_and_a_refusal_without_reasons(self) -> None:
        assert said(
            natural_persons_only=True, president_is_health_professional=True, discretionary_veto=True
        ) == [
            ("natural_persons_only", Sense.CLOSES),
            ("president_is_health_professional", Sense.CLOSES),
            ("discretionary_veto", Sense.CLOSES),
        ]
        persons, president, veto = closings(
            Statutes(
                natural_persons_only=True, president_is_health_professional=True, discretionary_veto=True
            )
        )
        assert persons.text.fr.startswith("Seules les personnes physiques peuvent adhérer.")
        assert president.text.fr.startswith("Seul un professionnel de santé peut présider.")
        assert veto.text.fr.startswith("Une candidature peut être refusée sans motif.")

    def test_each_college_closed_is_told_of_the_colleges_with_the_article(self) -> None:
        of_nurses = College(
            name="c", admits=(Admits(professions=(Profession.INFIRMIER,), modes=(Mode.LIBERAL,)),)
        )
        found = closings(Statutes(colleges=(of_nurses,)))
        assert {closing.text.fr.split(".")[0] for closing in found} == {
            "Aucun collège n'est ouvert aux organisations",
            "Aucun collège n'est ouvert aux professionnels salariés",
        }
        for closing in found:
            assert (closing.clause, closing.sense) == ("colleges", Sense.CLOSES)
            assert closing.cites is not None
            assert closing.cites.short == "CSP, art. L1434-12"

    def test_nothing_that_was_not_read_or_that_they_leave_open(self) -> None:
        assert said() == []
        assert (
            said(
                natural_persons_only=False,
                president_is_health_professional=False,
                discretionary_veto=False,
                colleges=None,
                notice=None,
            )
            == []
        )

    @pytest.mark.parametrize(
        "criterion",
        [
            Admits(natural_persons=True),
            Admits(health_professionals=True),
            Family.AUXILIAIRE_MEDICAL,
            Profession.INFIRMIER,
            Mode.SALARIE,
            PersonRole.USAGER,
        ],
    )
    def test_organisations_where_every_college_asks_for_a_person(self, criterion: Any) -> None:
        assert "Aucun collège n'est ouvert aux organisations" in of_colleges(criterion)
        assert "aux organisations" not in of_colleges(criterion, OrganisationKind.EHPAD)

    @pytest.mark.parametrize(
        "criterion",
        [
            Admits(natural_persons=False),
            Admits(health_professionals=False),
            OrganisationKind.EHPAD,
            PersonRole.OTHER,
            Mode.LIBERAL,
        ],
    )
    def test_the_salaried_where_every_college_leaves_them_out(self, criterion: Any) -> None:
        assert "Aucun collège n'est ouvert aux professionnels salariés" in of_colleges(criterion)
        assert "salariés" not in of_colleges(criterion, Mode.SALARIE)

    @pytest.mark.parametrize(
        "criterion",
        [
            Admits(health_professionals=True),
            Admits(social_actors=False),
            Family.PHARMACIE,
            OrganisationKind.HAD,
            PersonRole.USAGER,
        ],
    )
    def test_social_actors_whom_the_law_names(self, criterion: Any) -> None:
        assert "acteurs médico-sociaux et sociaux, que l'article L1434-12 nomme" in of_colleges(criterion)
        for open_to_them in (
            Admits(),
            OrganisationKind.EHPAD,
            PersonRole.OTHER,
            Family.NON_PROFESSION_DE_SANTE,
        ):
            assert "médico-sociaux" not in of_colleges(criterion, open_to_them)

    def test_nothing_by_colleges_read_in_part(self) -> None:
        assert of_colleges(Mode.LIBERAL, colleges_read_in_part=True) == ""
        assert said(colleges=(College(name="a", admits=(Mode.LIBERAL,)), College(name="b"))) == []
        assert said(colleges=()) == []

    def test_each_says_what_the_law_says_where_a_text_speaks_of_it(self) -> None:
        cited = {
            closing.clause: closing.cites and closing.cites.short
            for closing in closings(
                Statutes(natural_persons_only=True, president_is_health_professional=True, notice=30)
            )
        }
        assert cited == {
            "natural_persons_only": "CSP, art. L1434-12",
            "president_is_health_professional": None,
            "notice": "loi 1901, art. 4",
        }


class TestWhatStatutesOpen:
    @pytest.mark.parametrize(
        ("criterion", "words"),
        [
            (PersonRole.USAGER, "aux usagers"),
            (OrganisationKind.ASSOCIATION_D_USAGERS, "aux usagers"),
            (PersonRole.ELU, "aux élus"),
            (OrganisationKind.COLLECTIVITE, "aux élus"),
            (OrganisationKind.FINANCEUR, "aux financeurs"),
            (OrganisationKind.HOPITAL_PUBLIC, "aux établissements de santé"),
            (OrganisationKind.ETABLISSEMENT_DE_SANTE_PRIVE, "aux établissements de santé"),
        ],
    )
    def test_users_elected_officials_and_hospitals_are_members_and_not_components(
        self, criterion: Any, words: str
    ) -> None:
        statutes = Statutes(
            colleges=(College(name="a"), College(name="b", admits=(criterion, Admits()))),
            colleges_read_in_part=True,
        )
        (closing,) = closings(statutes)
        assert (closing.clause, closing.sense) == ("colleges", Sense.OPENS)
        assert closing.cites is not None
        assert closing.cites.short == "CSP, art. L1434-12"
        assert f"Un collège est ouvert {words}" in closing.text.fr
        assert "L1434-12 ne les nomme pas" in closing.text.fr

    def test_nothing_by_those_the_law_names(self) -> None:
        assert said(colleges=(College(name="a", admits=(Admits(),)),)) == []


class TestClausesWithoutEffect:
    def test_a_notice_asked_of_whoever_resigns(self) -> None:
        (closing,) = closings(Statutes(notice=30))
        assert closing.sense is Sense.WITHOUT_EFFECT
        assert "nonobstant toute clause contraire" in closing.text.fr
        assert "des guides admettent un préavis court" in closing.text.fr
        assert "Alsace-Moselle" in closing.text.fr
        assert said(notice=0) == []
        assert said(notice=1) == [("notice", Sense.WITHOUT_EFFECT)]

    def test_a_list_of_causes_that_forgets_resignation(self) -> None:
        assert said(end_causes=(EndCause.DEATH,)) == [("end_causes", Sense.WITHOUT_EFFECT)]
        assert said(end_causes=(EndCause.RESIGNATION,)) == []
        (closing,) = closings(Statutes(end_causes=(EndCause.DEATH,)))
        assert closing.text.fr.startswith("La démission manque à la liste des causes de fin.")
        assert closing.cites is not None
        assert closing.cites.short == "loi 1901, art. 4"
