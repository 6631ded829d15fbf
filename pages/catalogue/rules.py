"""A rule of the catalogue: what it says, of whom, since when, what it reads, and what comes of it."""

import inspect
import re
import textwrap
from collections.abc import Iterator
from functools import cache

import attrs

from cpts_model import LAW, Article, Citation, Law, Modality, Outcome, Rule, Text, assess
from cpts_model.engine.explain import day_in_words
from cpts_model.engine.observe import Fact
from cpts_model.engine.text import Lang
from cpts_model.testing import Impossible, Within, case_of
from cpts_model.testing.case import BINDS_ALWAYS
from pages.catalogue.conditions import cases_of, each_of
from pages.catalogue.places import anchor_of, place_of, places, slug_of
from pages.catalogue.stored import SHOWN, Example, examples_of, laid_out
from pages.catalogue.words import last_seen, outcome_name, period, subjects_of
from pages.page import EXAMPLE, text

_WIDTH = 92

_WORDS = {
    "colon": Text(" :", ":"),
    "modality": Text("Nature", "Modality"),
    "authority": Text("Autorité", "Authority"),
    "warns": Text("y manquer n'enfreint aucune loi", "failing it breaks no law"),
    "evidence": Text("Connaissance du texte", "How the text is known"),
    "source": Text("Lu dans", "Read in"),
    "about": Text("Porte sur", "About"),
    "each": Text("Se juge pour", "Judged for"),
    "when": Text("S'applique lorsque", "Binds where"),
    "and": Text(" ; et ", "; and "),
    "binds": Text("S'applique", "Binds"),
    "always": Text("toujours", "always"),
    "upon": Text("À la charge de", "Upon"),
    "open_to": Text("Qui agit", "Who acts"),
    "in_force": Text("En vigueur", "In force"),
    "period": Text("Période", "Period"),
    "by": Text("{act}", "{act}"),
    "within": Text("rédaction du {day} : {act}", "wording of {day}: {act}"),
    "other_versions": Text("Autres versions", "Other versions"),
    "cites": Text("Texte", "Text"),
    "also": Text("Voir aussi", "See also"),
    "remedy": Text("Pour y remédier", "What would mend a breach"),
    "open_it": Text("Si le droit n'est pas ouvert", "Where the right is not open"),
    "note": Text("À savoir", "Note"),
    "binding": Text("Faits lus pour savoir si la règle s'applique", "Facts read to know whether the rule binds"),
    "judging": Text("Faits lus pour juger", "Facts read to judge"),
    "the": Text("le {day}", "on {day}"),
    "no_example": Text("sans exemple", "no example"),
    "only": Text("seulement {period}", "only {period}"),
    "until_then": Text("Version antérieure", "Earlier version"),
}  # fmt: skip

_INDEX = re.compile(r"\[\d+\]")
_ARGUMENTS = re.compile(r"\([^()]*\)")


def section(rule_id: str, lang: Lang) -> Iterator[str]:
    """A rule, in each of its versions, the newest first."""
    newest, *older = reversed(LAW.versions(rule_id))
    yield f"## {text(newest.title.to(lang))} {{#{anchor_of(newest)}}}"
    yield from _version(newest, lang)
    for rule in older:
        yield f"### {_say('until_then', lang)}, {period(rule.in_force, lang)} {{#{anchor_of(rule)}}}"
        if rule.title != newest.title:
            yield f"**{text(rule.title.to(lang))}**"
        yield from _version(rule, lang)


def _say(word: str, lang: Lang) -> str:
    return _WORDS[word].to(lang)


def _version(rule: Rule, lang: Lang) -> Iterator[str]:
    quoted = quotes(rule)
    if quoted:
        yield f"> {' ; '.join(map(text, quoted))}"
    yield "\n".join(f"- **{name}**{_say('colon', lang)} {value}" for name, value in _fields(rule, lang))
    if rule.note is not None:
        yield f'!!! note "{_say("note", lang)}"\n\n    {text(rule.note.to(lang))}'
    yield from _facts(rule, lang)
    for example in examples_of(rule):
        yield _example(rule, example, lang)
    without = [f"- {line}" for line in _without(rule, lang)]
    if without:
        yield "\n".join(without)


def quotes(rule: Rule) -> list[str]:
    """The words of the text that decide."""
    found = re.findall("« (.*?) »", " ".join((inspect.getdoc(rule.holds) or "").split()))
    return [f"«\N{NO-BREAK SPACE}{words}\N{NO-BREAK SPACE}»" for words in found]


def _fields(rule: Rule, lang: Lang) -> Iterator[tuple[str, str]]:
    right = rule.modality is Modality.PERMISSION
    yield _say("cites", lang), f"{_linked(rule.cites, lang)} (`{rule.id}`)"
    warns = "" if rule.blocking or right or rule.upon else f" ; {_say('warns', lang)}"
    warns = warns if lang == "fr" else warns.replace(" ;", ";")
    yield _say("modality", lang), rule.modality.label.to(lang)
    yield _say("authority", lang), f"{rule.authority.label.to(lang)}{warns}"
    yield _say("in_force" if rule.authority.comes_into_force else "period", lang), _in_force(rule, lang)
    others = [one for one in reversed(LAW.versions(rule.id)) if one != rule]
    if others:
        links = ", ".join(f"[{period(one.in_force, lang)}](#{anchor_of(one)})" for one in others)
        yield _say("other_versions", lang), links
    yield _say("evidence", lang), f"{rule.evidence.label.to(lang)}, {last_seen(rule, lang)}"
    yield _say("source", lang), text(rule.source)
    yield _say("about", lang), subjects_of(rule, lang)
    if rule.each is not None:
        yield _say("each", lang), each_of(rule, lang)
    cases = _say("and", lang).join(cases_of(rule, lang))
    yield (_say("when", lang), cases) if cases else (_say("binds", lang), _say("always", lang))
    if rule.upon is not None:
        yield _say("open_to" if right else "upon", lang), text(rule.upon.to(lang))
    also = ", ".join(_linked(cites, lang) for cites in rule.also_cites)
    if also:
        yield _say("also", lang), also
    yield _say("open_it" if right else "remedy", lang), text(rule.remedy.to(lang))


def _in_force(rule: Rule, lang: Lang) -> str:
    """The period of a version, and the act that its wording comes from."""
    told = period(rule.in_force, lang)
    article = place_of(rule).article
    start = rule.in_force.start
    version = article.at(start) if article and start else None
    if version is None or not version.exists:
        return told
    name = "by" if version.period.start in (start, None) else "within"
    day = day_in_words(version.period.start, lang) if version.period.start else ""
    return f"{told} ({_say(name, lang).format(day=day, act=text(version.act.to(lang)))})"


def _linked(cites: Citation, lang: Lang) -> str:
    """A citation, linked to Légifrance where the version read is known there, and to its page here."""
    words = text(cites.to(lang))
    url = cites.url or _newest_url(cites)
    return f"[{words}]({url})" if url else words


def _newest_url(cites: Citation) -> str | None:
    slug = slug_of(cites)
    article = next((place.article for place in places() if place.slug == slug), None)
    return url_of(article) if article else None


def url_of(article: Article) -> str | None:
    """The newest version of an article on Légifrance, when its identifier is known."""
    newest = article.versions[-1].legifrance if article.versions else None
    return Citation(article.code, article.number, None, newest or article.legifrance).url


# --- The facts that it reads, found by watching it read the examples


def _facts(rule: Rule, lang: Lang) -> Iterator[str]:
    for serving, facts in zip(("binding", "judging"), facts_of(rule), strict=True):
        if facts:
            yield f"**{_say(serving, lang)}**"
            yield "\n".join(f"- {_named(fact, path, lang)}" for path, fact in facts.items())


@cache
def facts_of(rule: Rule) -> tuple[dict[str, Fact], dict[str, Fact]]:
    """The facts that a rule reads of its examples, by their place: to know whether it binds, and to judge."""
    binding: dict[str, Fact] = {}
    judging: dict[str, Fact] = {}
    # Of a rule that asks for nothing, all that is read is what tells whether it binds.
    asking_nothing = Law((attrs.evolve(rule, holds=_met),))
    for example in examples_of(rule):
        for verdict in assess(example.subject, on=example.on, law=asking_nothing).of(rule.id):
            binding |= _leaves(verdict.facts)
        for verdict in example.verdicts:
            if verdict.outcome in (Outcome.SATISFIED, Outcome.VIOLATED):
                judging |= _leaves(verdict.grounds)
            judging |= {path: fact for path, fact in _leaves(verdict.facts).items() if path not in binding}
    return binding, judging


def _met(*_: object) -> bool:
    return True


def _leaves(facts: tuple[Fact, ...]) -> dict[str, Fact]:
    return {_pattern(leaf.path): leaf for fact in facts for leaf in fact.leaves()}


def _pattern(path: str) -> str:
    """A path with no number of a member in it, and no argument of a method."""
    return _ARGUMENTS.sub("()", _INDEX.sub("[]", path))


def _named(fact: Fact, path: str, lang: Lang) -> str:
    return f"{text(fact.label.to(lang))} (`{path}`)" if fact.label else f"`{path}`"


# --- The examples


def _example(rule: Rule, example: Example, lang: Lang) -> str:
    name = outcome_name(rule, example.outcome, lang, is_open=example.open)
    day = _say("the", lang).format(day=day_in_words(example.on, lang))
    lines = "\n".join(code(example, lang))
    return f'??? example "{name}, {day}"\n\n{textwrap.indent(lines, "    ")}'


def code(example: Example, lang: Lang) -> Iterator[str]:
    """An example as Python, and what the engine says of it."""
    on = example.on
    first, *rest = laid_out(example)
    yield EXAMPLE
    yield f">>> facts = {first}"
    yield from (f"... {line}" for line in rest)
    yield f'>>> for verdict in assess(facts, on=date({on.year}, {on.month}, {on.day})).of("{example.rule}"):'
    yield f'...     print(verdict.explain("{lang}"))'
    for verdict in example.verdicts:
        for line in verdict.explain(lang).splitlines():
            yield from _wrapped(line)
    yield ""  # ends what is expected, for those who run it
    yield "```"


def _wrapped(line: str) -> list[str]:
    """A line of an explanation, broken where it is too long for a page."""
    if len(line) <= _WIDTH:
        return [line]
    indent = " " * (len(line) - len(line.lstrip()) + 4)
    return textwrap.wrap(
        line, _WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _without(rule: Rule, lang: Lang) -> Iterator[str]:
    """The outcomes that cannot be had, or on some days only, and why."""
    case = case_of(rule.id, rule.in_force.start or rule.in_force.last_day or examples_of(rule)[0].on)
    for outcome in SHOWN if case else ():
        assert case is not None
        making = case.making(outcome)
        name = outcome_name(rule, outcome, lang)
        colon = _say("colon", lang)
        if isinstance(making, Impossible) and making is not BINDS_ALWAYS:
            yield f"**{name}**, {_say('no_example', lang)}{colon} {text(making.why.to(lang))}."
        elif isinstance(making, Within):
            only = _say("only", lang).format(period=period(making.days, lang))
            yield f"**{name}**, {only}{colon} {text(making.why.to(lang))}."
