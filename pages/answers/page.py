"""A question's page, written from its judged cases."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from cpts_model import LAW, Authority, Law, Modality, Outcome, Period, Rule
from cpts_model.engine.explain import day_in_words, describe, outcome_words
from cpts_model.engine.observe import Fact
from cpts_model.engine.text import Lang
from pages.answers.code import doctest_of
from pages.answers.judging import Judged, judge, through_time
from pages.answers.question import JUDGED_ON, Case, Question
from pages.answers.words import cited, colon, quoted, rule_link, section, unbroken, who, words
from pages.catalogue.words import capital, last_seen, period
from pages.page import EXAMPLE, in_french, table, text, tidy

_DEEPEST = 3
"""How many levels of facts are shown: what stands deeper is in the code."""


def write(question: Question, lang: Lang, law: Law = LAW) -> str:
    """The page of a question, in a language."""
    judged = [judge(case, law) for case in question.cases]
    body = tidy("\n\n".join(_parts(question, judged, lang, law)))
    return in_french(unbroken(body)) if lang == "fr" else body


def _parts(question: Question, judged: list[Judged], lang: Lang, law: Law) -> Iterator[str]:
    yield f"# {text(question.asked.to(lang))}"
    yield _links(question, lang)
    yield f"*{words('also', lang)} {text(question.also.to(lang))}*"
    yield from _short_answer(question, judged, lang)
    yield section("cases", lang)
    yield _cases(judged, lang)
    for one in question.tables:
        yield f"## {one.title.to(lang)}"
        yield one.write(lang, law)
    yield section("texts", lang)
    yield "\n\n".join(_text(rule, lang) for rule in _rules(judged))
    yield from _other_days(question.cases, lang, law)
    yield from _silences(question, lang)
    yield section("dossiers", lang)
    yield "\n\n".join(_dossier(one, lang) for one in judged)


def _links(question: Question, lang: Lang) -> str:
    other: Lang = "fr" if lang == "en" else "en"
    back = "../fr/reponses" if lang == "en" else "../../answers"
    twin = f"[{words('twin', lang)}]({back}/{question.slug.to(other)}.md){{hreflang={other} lang={other}}}"
    return f"{twin} · [{words('all', lang)}](index.md)"


# --- The answer


def _short_answer(question: Question, judged: list[Judged], lang: Lang) -> Iterator[str]:
    yield f"## {words('short answer', lang)} {day_in_words(JUDGED_ON, lang)}"
    yield " ".join(map(text, short_answer(question, judged, lang)))
    if question.figure is not None:
        yield question.figure(lang)
    yield f"*{words('who decides', lang)} {text(_deciders(question, judged, lang))}.*"


def short_answer(question: Question, judged: Iterable[Judged], lang: Lang) -> tuple[str, ...]:
    """What the library does not settle, where that is the answer, and the sentences of the leading cases."""
    silent = (one.answer.to(lang) for one in question.silences if one.answer is not None)
    leading = (one.answer.to(lang) for one in judged if one.case.leads)
    return tuple(dict.fromkeys((*silent, *leading)))


def _deciders(question: Question, judged: Iterable[Judged], lang: Lang) -> str:
    told = list(judged)
    named = [one.who.to(lang) for one in question.silences if one.answer is not None]
    named += [who(one.rule.authority, lang) for one in told if one.rule is not None]
    silent = [words("silent", lang)] if any(one.is_left_open and one.on == JUDGED_ON for one in told) else []
    return words("between", lang).join(dict.fromkeys((*named, *silent)))


def _cases(judged: Iterable[Judged], lang: Lang) -> str:
    heads = [words(key, lang) for key in ("case", "answer", "who")]
    return table(heads, (_row(one, lang) for one in judged))


def _row(one: Judged, lang: Lang) -> tuple[str, str, str]:
    what = text(one.case.what.to(lang))
    if one.on != JUDGED_ON:
        what += f" ({words('judged on', lang)} {day_in_words(one.on, lang)})"
    return what, "<br>".join(_answer(one, lang)), _who_says(one, lang)


def _answer(one: Judged, lang: Lang) -> Iterator[str]:
    """The verdict, the sentence, and where it is open: why, or what to ask."""
    yield f"**{capital(_verdict(one, lang))}.** {text(one.answer.to(lang))}"
    if one.verdict is not None and one.verdict.reason is not None:
        yield f"*{words('open', lang)} {text(one.verdict.reason.to(lang))}.*"
    elif one.wants_a_fact:
        yield f"*{words('ask', lang)} {_to_ask(one, lang)}.*"


def _to_ask(one: Judged, lang: Lang) -> str:
    facts = () if one.verdict is None else one.verdict.unknown
    return words("between", lang).join(dict.fromkeys(quoted(_label(fact, lang), lang) for fact in facts))


def _verdict(one: Judged, lang: Lang) -> str:
    """The outcome, as it is said of the rule; what statutes ask is met or not, and warns of nothing."""
    if one.verdict is None or (one.verdict.warning and one.verdict.rule.authority is Authority.STATUTES):
        return one.outcome.label.to(lang)
    return outcome_words(one.verdict, lang)


def _who_says(one: Judged, lang: Lang) -> str:
    if one.rule is None:
        return words("no rule", lang)
    speaker = who(one.rule.authority, lang)
    if one.rule.authority is Authority.STATUTES:
        return speaker
    return f"{speaker}{colon(lang)} {text(one.rule.cites.short)}"


# --- The texts


def _rules(judged: Iterable[Judged]) -> tuple[Rule, ...]:
    """Every rule that decided, once each."""
    return tuple({one.rule.id: one.rule for one in judged if one.rule is not None}.values())


def _text(rule: Rule, lang: Lang) -> str:
    note = [] if rule.note is None else [f"{words('note', lang)} {text(rule.note.to(lang))}"]
    lines = "\n".join(f"- {line}" for line in (*_basis(rule, lang), *note))
    return f"**{text(rule.title.to(lang))}**\n\n{lines}"


def _basis(rule: Rule, lang: Lang) -> Iterator[str]:
    """Which text, of what force, how it is known, and since when."""
    if rule.authority is Authority.STATUTES:
        yield words("invented statutes", lang)
        return
    yield f"{cited(rule.cites, lang)} ({rule.authority.label.to(lang)}, {rule.modality.label.to(lang)})"
    if rule.also_cites:
        also = words("between", lang).join(cited(citation, lang) for citation in rule.also_cites)
        yield f"{words('see also', lang)} {also}"
    beyond = rule.checked_on is not None and rule.checked_on < JUDGED_ON
    told = [rule.evidence.label.to(lang), last_seen(rule, lang)]
    yield ", ".join([*told, words("unchecked", lang)] if beyond else told)
    yield f"{words('rule', lang)} {rule_link(rule, lang)}"


# --- Other days


def _other_days(cases: Iterable[Case], lang: Lang, law: Law) -> Iterator[str]:
    moving = [case for case in cases if case.law_moved]
    if moving:
        yield section("days", lang)
    for case in moving:
        yield f"**{text(case.what.to(lang))}**"
        heads = [words(key, lang) for key in ("period", "answer", "who")]
        yield table(heads, _days(tuple(through_time(case, law)), lang))


def _days(judged: tuple[Judged, ...], lang: Lang) -> Iterator[tuple[str, ...]]:
    following = [one.on for one in judged[1:]]
    for index, (one, until) in enumerate(zip_longest(judged, following)):
        days = Period(one.on if index else None, until)
        yield period(days, lang), *_row(one, lang)[1:]


# --- What is not settled


def _silences(question: Question, lang: Lang) -> Iterator[str]:
    if not question.silences:
        return
    yield section("silences", lang)
    for one in question.silences:
        yield "\n".join(
            (
                f"**{text(one.about.to(lang))}**",
                "",
                f"- {words('who decides', lang)} {text(one.who.to(lang))}.",
                f"- {text(one.ask.to(lang))}",
            )
        )
    yield words("not encoded", lang)


# --- The dossiers


def _dossier(one: Judged, lang: Lang) -> str:
    title = one.case.what.to(lang).replace('"', "")
    body = "\n\n".join((*_why(one, lang), words("code", lang), f"{EXAMPLE}\n{doctest_of(one)}\n\n```"))
    return f'??? example "{text(title)}"\n\n{_indented(body)}'


def _indented(body: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in body.splitlines())


def _why(one: Judged, lang: Lang) -> Iterator[str]:
    """What decided: the open question, what to ask, what would mend it, the facts read."""
    verdict = one.verdict
    if verdict is None:
        yield words("no facts", lang)
        return
    if verdict.reason is not None:
        yield f"**{words('open', lang)}** {text(verdict.reason.to(lang))}"
    elif one.wants_a_fact:
        yield f"**{words('ask', lang)}** {_to_ask(one, lang)}"
    if one.outcome is Outcome.VIOLATED:
        key = "to open" if verdict.rule.modality is Modality.PERMISSION else "mend"
        yield f"**{words(key, lang)}** {text(verdict.rule.remedy.to(lang))}"
    facts = list(_facts(verdict.facts, lang))
    if facts:
        yield f"{words('facts', lang)}\n\n" + "\n".join(facts)


def _facts(facts: Iterable[Fact], lang: Lang, level: int = 0) -> Iterator[str]:
    for fact in facts:
        yield f"{'    ' * level}- {_name(fact, lang)}{colon(lang)} {text(describe(fact.value, lang))}"
        if level + 1 < _DEEPEST:
            yield from _facts(fact.children, lang, level + 1)


def _name(fact: Fact, lang: Lang) -> str:
    """A fact by its label; one that a dossier holds by its place too."""
    told = fact.label is not None and "(" not in fact.path
    return f"{_label(fact, lang)} (`{fact.path}`)" if told else _label(fact, lang)


def _label(fact: Fact, lang: Lang) -> str:
    return text(fact.label.to(lang)) if fact.label else f"`{fact.path}`"
