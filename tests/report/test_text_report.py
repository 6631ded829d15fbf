"""The report for people: breaches first, who says so, what would mend it, what to ask."""

from datetime import date
from typing import Any

import pytest

from builders import generaliste, infirmier, member, professional
from cpts_model import (
    CPTS,
    LAW,
    EquipeDeSoinsPrimaires,
    Law,
    LegalForm,
    MaisonDeSante,
    Membership,
    Organisation,
    Profession,
    Professional,
    ProjetDeSante,
    assess,
)
from cpts_model.report.digest import SECTIONS, by_article, digest
from cpts_model.report.law import law_lines, period, rule_lines
from cpts_model.report.text import questions_report, text_report

DAY = date(2026, 11, 21)


def lines(subject: Any, lang: Any = "fr", **options: Any) -> list[str]:
    return [line.text for line in text_report(assess(subject, on=DAY), lang, **options)]


def msp(*names: str) -> MaisonDeSante:
    members = tuple(member(infirmier(name), signed_projet_on=None) for name in names)
    return MaisonDeSante(
        id="m", name="MSP inventée", legal_form=LegalForm.SISA, members=members, projet=ProjetDeSante()
    )


def test_sections_come_in_the_order_of_their_gravity() -> None:
    styles = [line.style for line in text_report(assess(msp("A. Inventée"), on=DAY), "fr")]
    titles = [style.removeprefix("title.") for style in styles if style.startswith("title.")]
    shown = [name for name in SECTIONS if name in titles]
    assert list(dict.fromkeys(titles)) == shown
    assert titles[0] == "breaches"


def test_a_breach_says_who_says_so_whom_it_concerns_and_what_would_mend_it() -> None:
    text = "\n".join(lines(msp("A. Inventée", "B. Inventé")))
    assert "Chaque professionnel de santé membre de la maison de santé signe le projet de santé." in text
    assert "article L6323-3, al. 3 du code de la santé publique (loi, texte lu" in text
    assert "Concerne : A. Inventée ; B. Inventé" in text
    assert "a signé le projet de santé le : néant" in text
    assert "Pour y remédier : Faire signer le projet de santé par ce membre." in text


def test_a_rule_met_by_some_members_and_not_by_others_is_not_told_as_met() -> None:
    signed = member(infirmier("A. Inventée"), signed_projet_on=date(2020, 1, 1))
    not_signed = member(infirmier("B. Inventé"), signed_projet_on=None)
    both = MaisonDeSante(id="m", legal_form=LegalForm.SISA, members=(signed, not_signed))
    sorted_out = digest(assess(both, on=DAY))
    assert "msp.projet-signe" in {entry.rule.id for entry in sorted_out.section("breaches")}
    assert "msp.projet-signe" not in {entry.rule.id for entry in sorted_out.section("satisfied")}


def test_long_lists_are_cut_and_counted() -> None:
    text = "\n".join(lines(msp(*(f"P{number} inventé" for number in range(9)))))
    assert "P5 inventé et 3 autres" in text
    assert "P6 inventé" not in text


def test_an_open_question_says_why() -> None:
    team = EquipeDeSoinsPrimaires(id="e", members=(member(generaliste("A. Inventée")),))
    text = "\n".join(lines(team))
    assert "Questions que les textes laissent ouvertes" in text
    assert "Pourquoi : " in text


def test_questions_that_differ_by_an_index_are_put_together() -> None:
    members = tuple(Membership(member=Professional(id=f"p{number}")) for number in range(3))
    found = [line.text for line in questions_report(assess(CPTS(id="c", members=members), on=DAY), "en")]
    assert any("× 3" in line for line in found)
    assert any("members[].joined_on" in line for line in found)


def test_nothing_missing_is_said_so() -> None:
    found = [line.text for line in questions_report(assess(CPTS(id="c"), on=DAY, law=Law(())), "en")]
    assert "No fact is missing." in found
    assert not [
        line
        for line in text_report(assess(CPTS(id="c"), on=DAY, law=Law(())), "en")
        if "do not apply" in line.text
    ]


def test_many_facts_are_counted_rather_than_listed() -> None:
    who = professional("A. Inventée", Profession.PSYCHOLOGUE, medico_social_actor=False)
    cpts = CPTS(id="c", members=(member(who, other_cpts=True, ground=None),))
    assert any("faits lus" in line or "Constaté" in line for line in lines(cpts))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_explained_reports_show_every_fact_read(lang: Any) -> None:
    text = "\n".join(lines(msp("A. Inventée"), lang, explain=True))
    assert "members[0].signed_projet_on" in text
    assert "Constaté" not in text


def test_every_verdict_stands_in_one_section_or_does_not_apply() -> None:
    assessment = assess(msp("A. Inventée"), on=DAY)
    sorted_out = digest(assessment)
    shown = {entry.rule.id for name in SECTIONS for entry in sorted_out.section(name)}
    idle = {verdict.rule.id for verdict in assessment.not_applicable}
    assert shown | idle == {verdict.rule.id for verdict in assessment.verdicts}
    assert sorted_out.section("nothing of the kind") == ()


def test_an_article_is_told_once_in_a_section() -> None:
    entries = digest(assess(msp("A. Inventée"), on=DAY)).section("satisfied")
    articles = [article for article, _ in by_article(entries)]
    assert len(articles) == len(set(articles))


def test_the_law_is_told_rule_by_rule() -> None:
    text = "\n".join(line.text for line in law_lines(LAW.citing("L6323-3"), DAY, "fr"))
    assert "msp.projet-signe, obligation, loi, texte lu, depuis le 12/08/2011" in text
    newest_first = [line.text for line in rule_lines(LAW.versions("msp.constituants"), "fr")]
    assert "depuis le 12/08/2011" in newest_first[1]
    everything = "\n".join(line.text for rule in LAW for line in rule_lines((rule,), "fr"))
    assert "Légifrance : https://www.legifrance.gouv.fr/" in everything
    assert "À la charge de : l'agence régionale de santé" in everything


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_subject_that_is_no_kind_of_structure_is_called_by_a_word_too(lang: Any) -> None:
    assert lines(Organisation(id="o", name="Les Érables"), lang)[0] == "Les Érables (organisation)"
    carriers = "\n".join(line.text for line in rule_lines(LAW.versions("pcr.structures-porteuses"), lang))
    assert "structure, organisation" in carriers


def test_periods_are_told_with_their_last_day() -> None:
    from cpts_model import Period

    assert period(Period(date(2020, 1, 1), date(2021, 1, 1)), "fr") == "du 01/01/2020 au 31/12/2020"
    assert period(Period(None, date(2021, 1, 1)), "en") == "until 2020-12-31"
    assert period(Period(), "fr") == "sans limite de date"
