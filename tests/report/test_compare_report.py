"""A comparison as a coordinator reads it, in French and in English."""

from datetime import date

import attrs
import pytest

import toy
from builders import generaliste, infirmier, member
from cpts_model import CPTS, LAW, LegalForm
from cpts_model.engine.citations import Article, ArticleVersion, Authority, Evidence
from cpts_model.engine.dates import Period, since
from cpts_model.engine.law import Law
from cpts_model.engine.text import Lang, Text
from cpts_model.life.compare import Comparison, compare
from cpts_model.report.compare import comparison_report, comparisons_report, law_diff_report


def page(comparison: Comparison, lang: Lang = "fr") -> str:
    return "\n".join(" " * line.indent + line.text for line in comparison_report(comparison, lang))


def law_page(law: Law, a: date, b: date, lang: Lang = "fr") -> str:
    return "\n".join(" " * line.indent + line.text for line in law_diff_report(law.diff(a, b), lang))


NO_ASSOCIATION = CPTS(
    id="c",
    name="CPTS X",
    formed_on=date(2021, 5, 14),
    legal_form=LegalForm.GIP,
    seat_departement="33",
    members=(),
)


def test_a_new_breach_comes_first_with_its_day_its_article_and_its_act() -> None:
    text = page(compare(NO_ASSOCIATION, a=date(2021, 5, 13), b=date(2021, 5, 14)))
    assert text.startswith(
        "CPTS X (communauté professionnelle territoriale de santé)\nComparaison : au 13/05/2021, puis au 14/05/2021\n"
    )
    assert "✗ 1 manquement de plus" in text
    assert "Manquements au 14/05/2021, et non au 13/05/2021" in text
    assert "Au 13/05/2021, règle pas encore en vigueur ; au 14/05/2021, non respecté." in text
    assert (
        "À compter du 14/05/2021, parce que la règle entre en vigueur : article L1434-12-1 du code de la santé publique, "
        "première rédaction (ordonnance n° 2021-584 du 12 mai 2021, art. 1er ; texte lu)."
    ) in text
    assert "Pour y remédier : Constituer la CPTS en association" in text
    assert "[cpts.association]" in text


def test_the_way_back_mends_it() -> None:
    text = page(compare(NO_ASSOCIATION, a=date(2021, 5, 14), b=date(2021, 5, 13)), "en")
    assert "no further breach   ✓ 1 breach less" in text
    assert "Breaches on 2021-05-14, and not on 2021-05-13" in text


def test_nothing_changes() -> None:
    day = date(2024, 1, 1)
    text = page(compare(NO_ASSOCIATION, a=day, b=day))
    assert "Aucun verdict ne change." in text
    assert "Sans changement : " in text
    assert "Qui le dit" not in text
    no_law = compare(NO_ASSOCIATION, a=day, b=day, law=Law((), ()))
    assert "Sans changement" not in page(no_law)


def test_members_to_whom_the_same_happened_stand_together_and_who_came_and_went_apart() -> None:
    members = (
        member(generaliste("Anne"), joined_on=date(2020, 3, 1)),
        member(infirmier("Béa"), joined_on=date(2020, 3, 1)),
        member(infirmier("Cléo"), joined_on=date(2020, 3, 1), left_on=date(2020, 4, 1)),
    )
    text = page(compare(CPTS(id="c", members=members), a=date(2020, 1, 1), b=date(2020, 6, 1)))
    assert text.count("Concerne : Anne ; Béa") == 2
    assert (
        "À compter du 01/03/2020, parce que le temps a passé, à droit constant : « membre ce jour-là », non la veille et oui "
        "ce jour-là (date d'adhésion : 01/03/2020)."
    ) in text
    assert "Ce qui a changé dans l'intervalle, puis est revenu" in text
    assert text.count("Concerne : Cléo") == 2
    assert "À compter du 01/04/2020 (respecté, puis sans objet), parce que le temps a passé" in text


def test_of_many_facts_the_first_are_told() -> None:
    club = toy.club(*(toy.player(f"p{index}", born_on=date(2006, 3, 1)) for index in range(5)))
    two_adults = Law((attrs.evolve(toy.TWO_ADULTS, in_force=Period()),), ())
    text = page(compare(club, a=date(2024, 2, 29), b=date(2024, 3, 1), law=two_adults))
    assert "« p0, majeur », non la veille et oui ce jour-là (né le 01/03/2006), « p1, majeur »" in text
    assert "p3, majeur" not in text
    assert "et 2 autres" in text


def test_what_becomes_open_tells_why_and_what_to_ask() -> None:
    club = toy.club(toy.player("a", licence=toy.Licence(number="1")), colours="vert")
    begins = since(2024, 3, 1)
    rules = (attrs.evolve(toy.FITTING, in_force=begins), attrs.evolve(toy.LICENCE, in_force=begins))
    text = page(compare(club, a=date(2024, 2, 29), b=date(2024, 3, 1), law=Law(rules, (toy.L1,))))
    assert "? 2 verdicts à compléter" in text
    assert f"Pourquoi : {toy.COLOURS.fr}" in text
    assert "À indiquer : valable jusqu'au" in text


def test_rights_and_warnings_have_their_place() -> None:
    begins = since(2024, 3, 1)
    rules = tuple(attrs.evolve(rule, in_force=begins) for rule in (toy.TOURNAMENT, toy.CAPTAIN, toy.SEVERAL))
    law = Law(rules, ())
    poor = toy.club(captain=toy.player("stranger"), hall_booked=False)
    rich = toy.club(toy.player("a"), toy.player("b"))
    closed, opened = (
        page(compare(club, a=date(2024, 2, 29), b=date(2024, 3, 1), law=law)) for club in (poor, rich)
    )
    assert "À surveiller au 01/03/2024" in closed
    assert "Facultés et droits non ouverts au 01/03/2024" in closed
    assert "Si le droit n'est pas ouvert : " in closed
    assert "Facultés et droits ouverts au 01/03/2024" in opened
    assert "Règles respectées au 01/03/2024" in opened
    ended = page(compare(rich, a=date(2024, 3, 1), b=date(2024, 2, 29), law=law))
    assert "Règles sans objet au 29/02/2024" in ended


def test_two_laws_are_called_the_first_and_the_second() -> None:
    club = toy.club(toy.player("a"))
    mine = toy.rule("club.mine", toy.several_players)
    text = page(compare(club, a=toy.SETTLEABLE, b=toy.SETTLEABLE.extended(mine), on=date(2024, 3, 1)))
    assert "Comparaison : sous le premier droit, puis sous le second droit" in text
    assert "seul change le droit" in text
    assert "Parce que la règle n'est que dans le second droit : article L1-2, al. 1 du code du sport." in text


def test_of_several_structures_each_stands_by_itself_and_that_is_said() -> None:
    comparisons = [compare(NO_ASSOCIATION, a=date(2021, 5, 13), b=date(2021, 5, 14))] * 2
    lines = [line.text for line in comparisons_report(comparisons, "fr")]
    assert sum(line.startswith("CPTS X") for line in lines) == 2
    assert "Chaque structure est comparée seule" in lines[-1]


class TestTheLawItself:
    def test_day_by_day_with_article_and_act(self) -> None:
        text = law_page(LAW, date(2023, 12, 28), date(2023, 12, 29))
        assert text.startswith("Ce que le droit change : 28/12/2023, puis 29/12/2023\n\nLe 29/12/2023\n")
        assert (
            "La règle change de version : article L4041-4 du code de la santé publique, nouvelle rédaction "
            "(loi n° 2023-1268 du 27 décembre 2023, art. 13 ; texte lu)."
        ) in text
        assert "Articles qui changent, sans qu'aucune règle suivie ici ne change avec eux" in text
        assert "Le 29/12/2023, article L4042-4 du code de la santé publique, première rédaction" in text

    def test_a_version_with_no_new_wording_says_so_and_what_held_until_then(self) -> None:
        text = law_page(LAW, date(2022, 5, 14), date(2022, 5, 15))
        told = "article L1434-12-1 du code de la santé publique, sans nouvelle rédaction connue ce jour-là ; jusque-là : « "
        assert told in text
        assert (
            "constituée avant le 14 mai 2021 a jusqu'au 14 mai 2022"
            in text.partition(told)[2].partition("». ")[0]
        )

    @pytest.mark.parametrize(
        ("note", "told"), [(None, False), ("now", False), ("a year is left.", True), ("a year is left", True)]
    )
    def test_what_held_until_then_is_told_where_it_is_no_longer_so(
        self, note: str | None, told: bool
    ) -> None:
        before = toy.rule(
            "club.coach",
            toy.has_coach,
            in_force=since(2000, 1, 1).before(2010, 1, 1),
            note=note and Text(note, note),
        )
        after = attrs.evolve(before, in_force=since(2010, 1, 1), note=Text("now", "now"))
        text = law_page(Law((before, after), ()), date(2009, 12, 31), date(2010, 1, 1), "en")
        assert ("; until then: “a year is left”." in text) == told
        assert ("until then" in text) == told

    def test_what_was_not_read_before_is_not_said_to_be_new(self) -> None:
        text = law_page(LAW, date(2023, 12, 27), date(2023, 12, 28), "en")
        assert "the rule is known from that day on" in text.lower()
        assert "first wording that was read" in text
        assert "comes into force" not in text

    def test_a_practice_is_known_and_does_not_come_into_force(self) -> None:
        rules = (
            toy.rule(
                "club.habit",
                toy.has_coach,
                authority=Authority.PRACTICE,
                in_force=since(2024, 1, 1).before(2025, 1, 1),
            ),
        )
        text = law_page(Law(rules, ()), date(2023, 1, 1), date(2026, 1, 1))
        assert "La règle est connue à compter de ce jour : article L1-2" in text
        assert "La règle n'est plus tenue pour suivie : article L1-2" in text

    def test_an_article_that_ceases_to_exist(self) -> None:
        gone = Article(
            code=toy.SPORT, number="L9", title=Text("Salles", "Halls"), checked_on=date(2024, 1, 1),
            versions=(
                ArticleVersion(period=since(2003, 1, 1).before(2008, 1, 1), evidence=Evidence.VERIFIED, act=Text("loi 3", "act 3")),
                ArticleVersion(period=since(2008, 1, 1), evidence=Evidence.VERIFIED, act=Text("loi 4", "act 4"), exists=False),
            ),
        )  # fmt: skip
        text = law_page(Law((), (gone,)), date(2003, 1, 1), date(2009, 1, 1))
        assert "Le 01/01/2008, article L9 du code du sport, qui cesse d'exister (loi 4 ; texte lu)." in text

    def test_a_rule_that_ceases(self) -> None:
        rules = (attrs.evolve(toy.HALL, in_force=since(2005, 7, 1).before(2010, 1, 1)),)
        text = law_page(Law(rules, (toy.L1,)), date(2009, 1, 1), date(2010, 1, 1))
        assert (
            "La règle cesse d'être en vigueur : article L1-2 du code du sport, nouvelle rédaction (loi 2 ; texte lu)."
            in text
        )

    def test_nothing(self) -> None:
        assert "Le droit suivi ici ne change pas." in law_page(LAW, date(2024, 1, 1), date(2024, 1, 1))


def test_between_two_times_in_force_a_rule_is_simply_not_in_force() -> None:
    first = attrs.evolve(toy.HALL, in_force=since(2005, 1, 1).before(2006, 1, 1))
    second = attrs.evolve(toy.HALL, in_force=since(2008, 1, 1))
    law = Law((first, second), ())
    text = page(compare(toy.club(), a=date(2007, 1, 1), b=date(2008, 1, 1), law=law))
    assert "Au 01/01/2007, règle qui n'est pas en vigueur ; au 01/01/2008, respecté." in text
    ended = page(compare(toy.club(), a=date(2005, 6, 1), b=date(2006, 6, 1), law=Law((first,), ())))
    assert "au 01/06/2006, règle qui n'est plus en vigueur." in ended
