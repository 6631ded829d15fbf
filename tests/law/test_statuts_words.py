"""Statutes in words, and how two of them differ."""

from decimal import Decimal
from typing import Any

import pytest

from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.memberships import EndCause
from cpts_model.facts.modes import Mode
from cpts_model.facts.organs import Organ
from cpts_model.facts.statutes import Admits, College, FeePeriod, Quorum, Statutes
from cpts_model.law.statuts import clause_words, clauses, compare_statutes
from cpts_model.law.statuts.words import CLAUSES, clause_label

LIBERAL = Admits(health_professionals=True, modes=(Mode.LIBERAL,))
ACTIVE = College(name="actifs", admits=(LIBERAL,), deliberative=True)


class TestWords:
    @pytest.mark.parametrize(
        ("clause", "value", "fr", "en"),
        [
            ("fee", UNKNOWN, "non lu", "not read"),
            ("fee", None, "pas de clause", "no clause"),
            ("fee", Decimal("12.50"), "12,50 euros", "12.50 euros"),
            ("notice", 30, "30 jours", "30 days"),
            ("convening_days", 15, "15 jours", "15 days"),
            ("minimum_age", 18, "18 ans", "18 years"),
            ("season_first_month", 9, "septembre", "September"),
            ("season_first_month", UNKNOWN, "non lu", "not read"),
            ("proxies_per_member", None, "sans limite", "no limit"),
            ("proxies_per_member", 2, "2", "2"),
            ("natural_persons_only", True, "oui", "yes"),
            ("natural_persons_only", False, "non", "no"),
            ("admission_by", Organ.BUREAU, "bureau", "bureau"),
            (
                "period",
                FeePeriod.CIVIL_YEAR,
                "par année civile entière, du 1er janvier au 31 décembre",
                "by whole civil year, 1 January to 31 December",
            ),
            ("end_causes", (EndCause.RESIGNATION, EndCause.DEATH), "démission, décès", "resignation, death"),
            ("end_causes", (), "aucun", "none"),
            (
                "quorum",
                Quorum(numerator=1, denominator=4, at_least=10, counts_proxies=True),
                "1/4, nombre minimal de présents : 10, les pouvoirs comptent dans le quorum : oui",
                "1/4, least number present: 10, proxies count towards the quorum: yes",
            ),
            (
                "quorum",
                Quorum(numerator=1, denominator=2, strictly_more=True),
                "plus de 1/2, les pouvoirs comptent dans le quorum : non lu",
                "more than 1/2, proxies count towards the quorum: not read",
            ),
            ("colleges", (College(name="actifs"),), "actifs", "actifs"),
            ("colleges", (College(name="c", deliberative=True),), "c (voix délibérative)", "c (votes)"),
            (
                "colleges",
                (
                    ACTIVE,
                    College(
                        name="partenaires",
                        admits=(Admits(natural_persons=False), Admits()),
                        deliberative=False,
                        votes=0,
                        share=Decimal(40),
                    ),
                ),
                "actifs (ouvert à : professionnels de santé, modes d'exercice : libéral, indépendant ; voix délibérative) ; "
                "partenaires (ouvert à : personnes morales / toute personne ; voix consultative ; voix par membre : 0 ; "
                "40 % des voix)",
                "actifs (open to: health professionals, modes of practice: self-employed ; votes) ; "
                "partenaires (open to: legal persons / anybody ; consultative voice ; votes a member: 0 ; 40 % of the votes)",
            ),
        ],
    )
    def test_of_a_clause(self, clause: str, value: Any, fr: str, en: str) -> None:
        words = clause_words(Statutes(**{clause: value}), clause)
        assert (words.fr, words.en) == (fr, en)

    def test_a_list_read_in_part_says_so(self) -> None:
        statutes = Statutes(colleges=(College(name="actifs"),), colleges_read_in_part=True)
        assert clause_words(statutes, "colleges").fr == "actifs (liste lue en partie)"

    def test_of_all_clauses_in_the_order_of_the_statutes(self) -> None:
        table = clauses(Statutes(fee=Decimal(10), period=FeePeriod.ONCE))
        assert tuple(clause.name for clause in table) == CLAUSES
        assert tuple(clause.label for clause in table) == tuple(map(clause_label, CLAUSES))
        assert {clause.name for clause in table if clause.known} == {"fee", "period"}
        assert all(clause.known or clause.value.fr == "non lu" for clause in table)

    def test_a_label_is_of_a_clause(self) -> None:
        assert clause_label("notice").fr == "préavis exigé de qui démissionne (jours)"
        for no_clause in ("read_on", "colour"):
            with pytest.raises(
                KeyError, match=f"'{no_clause}' is no clause of statutes: {', '.join(CLAUSES)}"
            ):
                clause_label(no_clause)


class TestTwoStatutesCompared:
    ONE = Statutes(fee=Decimal(10), period=FeePeriod.ONCE, admission_by=None, notice=30)
    OTHER = Statutes(fee=Decimal(60), period=FeePeriod.ONCE, admission_by=Organ.BUREAU)

    def test_list_what_differs_in_words(self) -> None:
        found = [
            (difference.label.fr, difference.one.fr, difference.other.fr)
            for difference in compare_statutes(self.ONE, self.OTHER)
            if difference.differs
        ]
        assert found == [
            ("admission décidée par", "pas de clause", "bureau"),
            ("cotisation (euros)", "10 euros", "60 euros"),
        ]

    def test_list_what_was_not_read_as_unknown_and_never_as_a_difference(self) -> None:
        found = {difference.clause: difference for difference in compare_statutes(self.ONE, self.OTHER)}
        assert not found["notice"].differs
        assert (found["notice"].one.fr, found["notice"].other.fr) == ("30 jours", "non lu")
        assert not found["quorum"].differs

    def test_leave_out_what_is_alike(self) -> None:
        assert "period" not in {difference.clause for difference in compare_statutes(self.ONE, self.OTHER)}

    @pytest.mark.parametrize(
        ("one", "other", "differs"),
        [
            ((ACTIVE, College(name="b", admits=())), (College(name="b", admits=()), ACTIVE), False),
            ((ACTIVE,), (College(name="actifs", admits=(LIBERAL,), deliberative=False),), True),
            ((ACTIVE,), (College(name="partenaires", admits=(LIBERAL,), deliberative=True),), True),
            ((ACTIVE,), (College(name="actifs"),), False),
            ((ACTIVE,), None, True),
            ((ACTIVE,), UNKNOWN, False),
        ],
    )
    def test_compare_colleges_by_what_was_read_of_them_whatever_their_order(
        self, one: Any, other: Any, differs: bool
    ) -> None:
        for first, second in ((one, other), (other, one)):
            found = compare_statutes(Statutes(colleges=first), Statutes(colleges=second))
            assert ("colleges" in {clause.clause for clause in found if clause.differs}) is differs

    def test_a_list_read_in_part_is_compared_with_none(self) -> None:
        one = Statutes(colleges=(ACTIVE,), colleges_read_in_part=True)
        other = Statutes(colleges=(College(name="b"),))
        for found in (compare_statutes(one, other), compare_statutes(other, one)):
            assert [clause.differs for clause in found if clause.clause == "colleges"] == [False]

    def test_the_order_of_a_list_is_no_difference(self) -> None:
        one = Statutes(end_causes=(EndCause.RESIGNATION, EndCause.DEATH))
        other = Statutes(end_causes=(EndCause.DEATH, EndCause.RESIGNATION))
        assert "end_causes" not in {clause.clause for clause in compare_statutes(one, other)}
        assert "end_causes" in {
            clause.clause
            for clause in compare_statutes(one, Statutes(end_causes=(EndCause.DEATH,)))
            if clause.differs
        }
        assert "end_causes" in {
            clause.clause
            for clause in compare_statutes(Statutes(end_causes=(EndCause.DEATH,)), one)
            if clause.differs
        }
