"""Answers are run: the outcome chooses the sentence, the text and the day, in both languages alike."""

import re

import attrs
import pytest

from cpts_model import LAW, Admits, Authority, College, Law, Outcome, Person, Statutes, Text
from cpts_model.engine.explain import describe
from cpts_model.engine.text import LANGS, Lang
from pages.answers import pages
from pages.answers.index import write_index
from pages.answers.judging import judge, through_time
from pages.answers.page import write
from pages.answers.people import association, candidature
from pages.answers.question import NO_RULE, UNTOLD, Case, Group, Question, Says
from pages.answers.questions import QUESTIONS
from pages.page import text


def is_of_the_law(case: Case) -> bool:
    return case.rule is not None and case.rule in LAW


EACH_QUESTION = [pytest.param(question, id=question.slug.en) for question in QUESTIONS]
CASES = [(question, place) for question in QUESTIONS for place in range(len(question.cases))]
EACH_CASE = [
    pytest.param(question.cases[place], id=f"{question.slug.en}-{place}") for question, place in CASES
]
OF_THE_LAW = [
    pytest.param(question.cases[place], id=f"{question.slug.en}-{place}")
    for question, place in CASES
    if is_of_the_law(question.cases[place])
]
VERDICTS: dict[Lang, dict[str, Outcome]] = {
    "fr": {
        "Respecté": Outcome.SATISFIED,
        "Droit ouvert": Outcome.SATISFIED,
        "Non respecté": Outcome.VIOLATED,
        "Droit non ouvert": Outcome.VIOLATED,
        "À surveiller": Outcome.VIOLATED,
        "Indéterminé": Outcome.UNDETERMINED,
        "Sans objet": Outcome.NOT_APPLICABLE,
    },
    "en": {
        "Satisfied": Outcome.SATISFIED,
        "Right open": Outcome.SATISFIED,
        "Violated": Outcome.VIOLATED,
        "Right not open": Outcome.VIOLATED,
        "Warning": Outcome.VIOLATED,
        "Undetermined": Outcome.UNDETERMINED,
        "Not applicable": Outcome.NOT_APPLICABLE,
    },
}
SECTIONS: dict[str, dict[Lang, str]] = {
    "cases": {"fr": "Les cas jugés", "en": "The cases judged"},
    "texts": {"fr": "Les textes", "en": "The texts"},
}


def written(question: Question, lang: Lang) -> str:
    """The page, its unbreakable spaces plain."""
    return write(question, lang).replace("\N{NO-BREAK SPACE}", " ")


def section(page: str, name: str, lang: Lang) -> str:
    return page.partition(f"\n## {SECTIONS[name][lang]}\n")[2].partition("\n## ")[0]


def rows(page: str, lang: Lang) -> list[list[str]]:
    lines = [line for line in section(page, "cases", lang).splitlines() if line.startswith("| ")]
    return [line.strip("| ").split(" | ") for line in lines[2:]]


def sentences(question: Question) -> list[Text]:
    """Every phrase that somebody wrote for a question."""
    of_cases = [
        phrase
        for case in question.cases
        for phrase in (case.what, *(case.says.of(outcome) for outcome in Outcome))
    ]
    of_silences = [
        phrase for one in question.silences for phrase in (one.about, one.who, one.ask, one.answer) if phrase
    ]
    return [question.asked, question.also, *of_cases, *of_silences, *(one.title for one in question.tables)]


# --- What a page says is what was judged


@pytest.mark.parametrize("question", EACH_QUESTION)
@pytest.mark.parametrize("lang", LANGS)
def test_a_page_tells_each_outcome_its_sentence_and_who_says_so(question: Question, lang: Lang) -> None:
    told = rows(written(question, lang), lang)
    assert len(told) == len(question.cases)
    for case, (_, answer, who) in zip(question.cases, told, strict=True):
        judged = judge(case)
        verdict = re.match(r"\*\*(.+?)\.\*\*", answer)
        assert verdict
        assert VERDICTS[lang][verdict[1]] is judged.outcome
        assert text(judged.answer.to(lang)) in answer
        if judged.rule is not None and judged.rule.authority is not Authority.STATUTES:
            assert who.endswith(text(judged.rule.cites.short))


@pytest.mark.parametrize("question", EACH_QUESTION)
def test_both_languages_tell_the_same(question: Question) -> None:
    told = {
        lang: [
            VERDICTS[lang][answer.split(".**")[0].strip("*")]
            for _, answer, _ in rows(written(question, lang), lang)
        ]
        for lang in LANGS
    }
    assert told["fr"] == told["en"]


@pytest.mark.parametrize("question", EACH_QUESTION)
@pytest.mark.parametrize("lang", LANGS)
def test_the_texts_of_a_page_are_those_of_its_verdicts(question: Question, lang: Lang) -> None:
    judged = [judge(case) for case in question.cases]
    texts = section(written(question, lang), "texts", lang)
    rules = {one.rule.id: one.rule for one in judged if one.rule is not None}
    assert texts.count("\n**") == len(rules)
    named = set(re.findall(r"\[`([^`]+)`\]\(", texts))
    assert named == {one for one, rule in rules.items() if rule.authority is not Authority.STATUTES}
    for name in named:
        for citation in (rules[name].cites, *rules[name].also_cites):
            assert text(citation.to(lang)) in texts


@pytest.mark.parametrize("question", EACH_QUESTION)
def test_a_page_asks_what_is_missing_and_says_what_the_texts_leave_open(question: Question) -> None:
    page = write(question, "en")
    for judged in map(judge, question.cases):
        verdict = judged.verdict
        if judged.outcome is Outcome.UNDETERMINED and verdict is not None:
            if verdict.reason is not None:
                assert f"Open question: {text(verdict.reason.en)}" in page
            else:
                assert verdict.unknown
                assert all(text(fact.label.en) in page for fact in verdict.unknown if fact.label)


@pytest.mark.parametrize("question", EACH_QUESTION)
@pytest.mark.parametrize("lang", LANGS)
def test_each_case_can_be_copied_and_links_to_its_twin(question: Question, lang: Lang) -> None:
    page = write(question, lang)
    other: Lang = "en" if lang == "fr" else "fr"
    assert page.count("``` { .pycon") == len(question.cases)
    assert page.count(">>> dossier = ") == len(question.cases)
    assert f"/{question.slug.to(other)}.md){{hreflang={other} lang={other}}}" in page


@pytest.mark.parametrize("question", EACH_QUESTION)
@pytest.mark.parametrize("lang", LANGS)
def test_the_facts_that_were_read_are_shown(question: Question, lang: Lang) -> None:
    page = written(question, lang)
    colon = " :" if lang == "fr" else ":"
    for judged in map(judge, question.cases):
        for fact in judged.verdict.facts if judged.verdict else ():
            assert fact.label is not None
            place = "" if "(" in fact.path else f" (`{fact.path}`)"
            shown = text(describe(fact.value, lang)).replace("\N{NO-BREAK SPACE}", " ")
            assert f"- {text(fact.label.to(lang))}{place}{colon} {shown}\n" in page


# --- A change of law changes the page


def without(rule_id: str) -> Law:
    return Law(tuple(rule for rule in LAW if rule.id != rule_id), LAW.articles)


def with_rule(rule_id: str, **changes: object) -> Law:
    return Law(
        tuple(attrs.evolve(rule, **changes) if rule.id == rule_id else rule for rule in LAW), LAW.articles
    )


@pytest.mark.parametrize("case", OF_THE_LAW)
def test_a_rule_that_is_dropped_decides_no_more(case: Case) -> None:
    assert case.rule is not None
    before, after = judge(case), judge(case, without(case.rule))
    assert (after.outcome, after.rule) == (Outcome.NOT_APPLICABLE, None)
    assert after.answer == case.says.not_applicable != before.answer


@pytest.mark.parametrize("case", OF_THE_LAW)
def test_a_rule_that_turns_round_turns_the_answer(case: Case) -> None:
    assert case.rule is not None
    turned = Outcome.VIOLATED if judge(case).outcome is Outcome.SATISFIED else Outcome.SATISFIED
    holds = turned is Outcome.SATISFIED
    after = judge(case, with_rule(case.rule, holds=lambda *facts: holds))
    assert after.outcome is turned
    assert after.answer == case.says.of(turned)


@pytest.mark.parametrize("question", EACH_QUESTION)
def test_a_page_and_the_index_follow_the_law(question: Question) -> None:
    rule_id = next(case.rule for case in question.cases if is_of_the_law(case))
    assert rule_id is not None
    law = without(rule_id)
    leads = any(case.leads and case.rule == rule_id for case in question.cases)
    for lang in LANGS:
        assert write(question, lang, law) != write(question, lang)
        assert (write_index(lang, law) != write_index(lang)) >= leads


def test_a_text_told_otherwise_is_told_so() -> None:
    question = QUESTIONS[0]
    law = with_rule("adhesion.libre", note=Text("Une autre note.", "Another note."))
    assert "Another note." in write(question, "en", law)
    assert "Une autre note." in write(question, "fr", law)


def test_another_day_gives_another_answer() -> None:
    case = next(case for question in QUESTIONS for case in question.cases if case.law_moved)
    days = list(through_time(case))
    assert len({one.answer for one in days}) > 1
    assert all(one.on in LAW.changes for one in days[1:])


def test_a_new_duty_to_join_would_be_told() -> None:
    """The case that names no rule hears of any rule that can be broken."""
    case = next(case for case in QUESTIONS[0].cases if case.rule is None)
    libre = LAW.versions("adhesion.libre")[0]
    duty = attrs.evolve(
        libre,
        id="adhesion.obligatoire",
        about=type(case.dossier),
        each=None,
        applies=None,
        holds=lambda *facts: False,
    )
    judged = judge(case, LAW.extended(duty))
    assert judged.outcome is Outcome.VIOLATED
    assert judged.answer == case.says.violated


# --- The sentences


@pytest.mark.parametrize("case", EACH_CASE)
def test_there_is_a_sentence_for_every_outcome(case: Case) -> None:
    said = [case.says.of(outcome) for outcome in Outcome]
    for lang in LANGS:
        assert len({one.to(lang) for one in said}) == len(said), "two outcomes say the same"


@pytest.mark.parametrize("question", EACH_QUESTION)
def test_no_figure_is_typed(question: Question) -> None:
    for phrase in (*sentences(question), UNTOLD, NO_RULE):
        for words in (phrase.fr, phrase.en):
            assert not re.search(r"\d", re.sub(r"loi de 1901|law of 1901", "", words)), words
            assert "art." not in words


ENGLISH = re.compile(r"\b(the|of|is|are|and|with|which|meeting|feedback|process|team)\b", re.IGNORECASE)


@pytest.mark.parametrize("question", EACH_QUESTION)
def test_french_is_french_and_english_is_english(question: Question) -> None:
    for phrase in sentences(question):
        assert not ENGLISH.search(phrase.fr), phrase.fr
        assert not re.search(r"[^\s][:;?!]", phrase.fr), phrase.fr
        assert not re.search(r'["“”’]|\s,|  |\ble 1 ', phrase.fr), phrase.fr
        assert not re.search(r"\s[:;?!,.]|  ", phrase.en), phrase.en


@pytest.mark.parametrize("question", EACH_QUESTION)
def test_answers_are_whole_sentences(question: Question) -> None:
    for case in question.cases:
        for outcome in Outcome:
            for words in (case.says.of(outcome).fr, case.says.of(outcome).en):
                assert words[0].isupper()
                assert words.endswith((".", "?"))


@pytest.mark.parametrize("question", EACH_QUESTION)
def test_some_case_leads(question: Question) -> None:
    assert question.leading


def test_what_is_said_not_to_be_encoded_is_not() -> None:
    titles = " ".join(rule.title.fr for rule in LAW)
    for words in ("FAMI", "forfait structure", "recensement", "taux horaire"):
        assert words not in titles, f"{words} is encoded now: judge it"


# --- The index


@pytest.mark.parametrize("lang", LANGS)
def test_the_index_has_every_question_in_its_group(lang: Lang) -> None:
    index = write_index(lang).replace("\N{NO-BREAK SPACE}", " ")
    heads = re.findall(r"^## (.+)$", index, re.MULTILINE)
    assert heads == [group.label.to(lang) for group in Group]
    for question in QUESTIONS:
        assert f"({question.slug.to(lang)}.md)" in index
        assert text(judge(question.leading[0]).answer.to(lang)) in index


def test_every_page_has_its_own_place() -> None:
    paths = [page.path for page in pages()]
    assert len(set(paths)) == len(paths) == 2 * (len(QUESTIONS) + 1)


# --- Names told by others stay text


def test_a_hostile_name_is_inert() -> None:
    name = "<script>alert(1)</script> | **x** {{ y }}"
    anybody = Statutes(colleges=(College(name=name, admits=(Admits(natural_persons=True),)),))
    case = Case(
        what=Text(name, name),
        dossier=candidature(Person(id="x", name=name), association(anybody, name=name)),
        rule="statuts.college",
        says=Says(Text(name, name), Text(name, name)),
        leads=True,
    )
    question = Question(
        slug=Text("x", "x"), group=Group.WHO, asked=Text(name, name), also=Text(name, name), cases=(case,)
    )
    page = re.sub(r"``` \{ \.pycon.*?```", "", write(question, "en"), flags=re.DOTALL)
    assert page.count(text(name)) > 4
    assert "<script>" not in page
    assert "**x**" not in page
    assert len(rows(page, "en")) == 1
