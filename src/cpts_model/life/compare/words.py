"""Changes in words: what is said on either side, and each step with its day, its cause and its text."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from cpts_model.engine.citations import ArticleVersion, Authority
from cpts_model.engine.diff import RuleChange, TextChange
from cpts_model.engine.explain import describe, format_day, outcome_words
from cpts_model.engine.observe import Fact
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Rule
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.verdict import Places, Verdict
from cpts_model.life.compare.changes import Cause, Change, Side, Step
from cpts_model.life.compare.why import TurnedFact

SHOWN = 3
"""How many facts that time turned a step names."""

_DAY = timedelta(days=1)
_BETWEEN = {"fr": " ; ", "en": "; "}
_COLON = {"fr": " : ", "en": ": "}
_FOLLOWED = (Authority.PRACTICE, Authority.DOCTRINE, Authority.CASE_LAW)
"""What is known from a day on, and does not come into force."""

_WORDS = {
    "on_day": Text("au {day}", "on {day}"),
    "first_law": Text("sous le premier droit", "under the first law"),
    "second_law": Text("sous le second droit", "under the second law"),
    "not_yet": Text("règle pas encore en vigueur", "rule not yet in force"),
    "no_more": Text("règle qui n'est plus en vigueur", "rule no longer in force"),
    "not_now": Text("règle qui n'est pas en vigueur", "rule not in force"),
    "absent": Text("règle absente de ce droit", "rule that this law does not have"),
    "then": Text("{before}, puis {after}", "{before}, then {after}"),
    "since": Text("À compter du {day}", "From {day} on"),
    "because": Text("parce que {cause}", "because {cause}"),
    "no_effect": Text("sans changer le verdict ce jour-là, {rule}", "with no change in the verdict on that day, {rule}"),
    "text": Text("Texte : ", "Text: "),
    "reason": Text("Question ouverte : ", "Open question: "),
    "begins": Text("la règle entre en vigueur", "the rule comes into force"),
    "ceases": Text("la règle cesse d'être en vigueur", "the rule ceases to be in force"),
    "replaced": Text("la règle change de version", "another version of the rule comes into force"),
    "known": Text("la règle est connue à compter de ce jour", "the rule is known from that day on"),
    "known_no_more": Text("la règle n'est plus tenue pour suivie", "the rule is not held to be followed any more"),
    "added": Text("la règle n'est que dans le second droit", "the second law alone has the rule"),
    "removed": Text("la règle n'est que dans le premier droit", "the first law alone has the rule"),
    "apart": Text("les deux droits n'ont pas la même version de la règle", "the two laws have different versions of the rule"),
    "wording": Text("{article}, nouvelle rédaction ({act} ; {evidence})", "{article}, new wording ({act}; {evidence})"),
    "first_wording": Text("{article}, première rédaction ({act} ; {evidence})", "{article}, first wording ({act}; {evidence})"),
    "unread": Text(
        "{article}, première rédaction lue ({act} ; {evidence}), celle d'avant ne l'ayant pas été",
        "{article}, first wording that was read ({act}; {evidence}), as the one before was not",
    ),
    "abolished": Text("{article}, qui cesse d'exister ({act} ; {evidence})", "{article}, which ceases to exist ({act}; {evidence})"),
    "no_wording": Text("{article}, sans nouvelle rédaction connue ce jour-là", "{article}, with no new wording known on that day"),
    "until_then": Text("{told} ; jusque-là : « {note} »", "{told}; until then: “{note}”"),
    "that_day": Text("« {fact} », {before} la veille et {after} ce jour-là", "“{fact}”, {before} the day before and {after} that day"),
    "of_whom": Text("{name}, {fact}", "{name}, {fact}"),
    "aside": Text("{told} ({dates})", "{told} ({dates})"),
    "more": Text("et {n} autres", "and {n} more"),
}  # fmt: skip


def explain(change: Change, lang: Lang) -> str:
    """A change in words, one idea a line."""
    return "\n".join(_lines(change, lang))


def _lines(change: Change, lang: Lang) -> Iterator[str]:
    part = f" [{describe(change.part, lang)}]" if change.place else ""
    yield f"{change.rule_id}{part} : {sides_words(change, lang)}"
    yield change.rule.title.to(lang)
    yield _WORDS["text"].to(lang) + change.rule.cites.to(lang)
    for step in change.steps:
        yield step_words(change, step, lang)
    if change.now is not None and change.now.reason is not None:
        yield _WORDS["reason"].to(lang) + change.now.reason.to(lang)


def sides_words(change: Change, lang: Lang) -> str:
    """What is said on the one side and on the other: « au 22/01/2022, droit non ouvert ; au 23/01/2022, droit ouvert »."""
    before = said(change, change.old, change.before, change.a.on, lang)
    after = said(change, change.new, change.after, change.b.on, lang)
    sides = (side_words(change.a, change.b, second, lang) for second in (False, True))
    return _BETWEEN[lang].join(f"{side}, {words}" for side, words in zip(sides, (before, after), strict=True))


def side_words(a: Side, b: Side, second: bool, lang: Lang) -> str:
    """How one of two sides is called: by its day or, of two laws, by its rank."""
    if a.law is not b.law:
        return _WORDS["second_law" if second else "first_law"].to(lang)
    return _WORDS["on_day"].to(lang).format(day=format_day((b if second else a).on, lang))


def said(change: Change, rule: Rule | None, outcome: Outcome, on: date, lang: Lang) -> str:
    """An outcome as it should be said of a version of a rule, or that there is none."""
    if rule is None:
        return _WORDS[_absence(change, on)].to(lang)
    places = Places(rule, change.subject, on)
    verdict = Verdict(rule=rule, outcome=outcome, subject=change.subject, on=on, places=places)
    return outcome_words(verdict, lang)


def _absence(change: Change, on: date) -> str:
    if change.between_laws:
        return "absent"
    periods = [rule.in_force for rule in change.b.law.versions(change.rule_id)]
    to_come = any(period.start is not None and period.start > on for period in periods)
    over = any(period.end is not None and period.end <= on for period in periods)
    return "not_now" if to_come and over else "not_yet" if to_come else "no_more"


def step_words(change: Change, step: Step, lang: Lang) -> str:
    """A step in words: its day, what the verdict becomes where there are several steps, its causes."""
    why = _why(change, step, lang)
    if change.between_laws:
        return f"{why[:1].upper()}{why[1:]}."
    day = _WORDS["since"].to(lang).format(day=format_day(step.on, lang))
    if len(change.steps) == 1 or step.before is step.after:
        return f"{day}, {why}."
    passage = _WORDS["then"].to(lang).format(
        before=said(change, step.old, step.before, step.on - _DAY, lang),
        after=said(change, step.new, step.after, step.on, lang),
    )  # fmt: skip
    return f"{day} ({passage}), {why}."


def _why(change: Change, step: Step, lang: Lang) -> str:
    if step.before is step.after:
        return _WORDS["no_effect"].to(lang).format(rule=_by_law(change, step, lang))
    details = {Cause.LAW: _by_law, Cause.TIME: _by_time}
    causes = (details[cause](change, step, lang) for cause in step.causes)
    return _BETWEEN[lang].join(_WORDS["because"].to(lang).format(cause=cause) for cause in causes)


def _by_law(change: Change, step: Step, lang: Lang) -> str:
    found = change.law_change(step)
    assert found is not None, "another version of the rule stands in the difference of the law"
    return law_words(found, lang, between_laws=change.between_laws)


def law_words(change: RuleChange, lang: Lang, *, between_laws: bool = False) -> str:
    """What the law did to a rule, and by which texts."""
    texts = [text_words(text, lang) for text in change.texts]
    if not texts:
        bare = change.rule.cites.to(lang)
        # A whole act has no wordings, and nobody expects any of a practice.
        worded = change.rule.authority.binds and change.rule.cites.code.short and not between_laws
        texts = [_no_wording(change, bare, lang) if worded else bare]
    return f"{_WORDS[_kind(change, between_laws)].to(lang)}{_COLON[lang]}{_BETWEEN[lang].join(texts)}"


def _no_wording(change: RuleChange, article: str, lang: Lang) -> str:
    """No act made it: what was said of the version that ends, as of a year of grace, is why."""
    told = _WORDS["no_wording"].to(lang).format(article=article)
    ends, begins = change.old, change.new
    if ends is None or begins is None or ends.note is None or ends.note == begins.note:
        return told
    return _WORDS["until_then"].to(lang).format(told=told, note=ends.note.to(lang).removesuffix("."))


def _kind(change: RuleChange, between_laws: bool) -> str:
    if between_laws:
        names = ("added", "removed", "apart")
    elif change.rule.authority in _FOLLOWED or any(_is_unread(text) for text in change.texts):
        names = ("known", "known_no_more", "replaced")
    else:
        names = ("begins", "ceases", "replaced")
    return names[0 if change.old is None else 1 if change.new is None else 2]


def text_words(text: TextChange, lang: Lang) -> str:
    """Which wording of an article begins, and by which act."""
    begins, before = _versions(text)
    if not begins.exists:
        name = "abolished"
    elif before is None or not before.exists:
        name = "first_wording"
    else:
        name = "unread" if _is_unread(text) else "wording"
    return _WORDS[name].to(lang).format(
        article=text.article.cite().to(lang), act=begins.act.to(lang), evidence=begins.evidence.label.to(lang)
    )  # fmt: skip


def _versions(text: TextChange) -> tuple[ArticleVersion, ArticleVersion | None]:
    """The version that begins, and the one before it."""
    begins = text.begins or text.new or text.old
    assert begins is not None, "a change of an article has a version on one side at least"
    return begins, text.new if begins is text.old else text.old


def _is_unread(text: TextChange) -> bool:
    """Whether the wording is the first that was read of an article that existed already."""
    begins, before = _versions(text)
    return before is not None and before.exists and begins.text_known and not before.text_known


def _by_time(change: Change, step: Step, lang: Lang) -> str:
    passed = Cause.TIME.label.to(lang)
    turned = change.turned(step)
    if turned:
        return (
            f"{passed}{_COLON[lang]}{_listed([_turned_words(change, fact, lang) for fact in turned], lang)}"
        )
    dates = change.dates(step)
    return _with_dates(passed, [_told(change, fact, lang) for fact in dates], lang)


def _listed(words: list[str], lang: Lang) -> str:
    """The first few, and how many more there are."""
    more = [_WORDS["more"].to(lang).format(n=len(words) - SHOWN)] if len(words) > SHOWN else []
    return ", ".join([*words[:SHOWN], *more])


def _turned_words(change: Change, turned: TurnedFact, lang: Lang) -> str:
    told = _WORDS["that_day"].to(lang).format(
        fact=_of_whom(change, turned.path, turned.label, lang),
        before=describe(turned.before, lang),
        after=describe(turned.after, lang),
    )  # fmt: skip
    return _with_dates(told, [_told(change, fact, lang, turned.path) for fact in turned.dates], lang)


def _with_dates(told: str, dates: list[str], lang: Lang) -> str:
    return _WORDS["aside"].to(lang).format(told=told, dates=_listed(dates, lang)) if dates else told


def _told(change: Change, fact: Fact, lang: Lang, whose: str = "") -> str:
    """A date of the dossier with its label, and with whose it is where that is not said already."""
    name = _of_whom(change, fact.path, fact.label, lang, whose)
    return f"{name}{' ' if name.endswith((' le', ' on')) else _COLON[lang]}{describe(fact.value, lang)}"


def _of_whom(change: Change, path: str, label: Text | None, lang: Lang, whose: str = "") -> str:
    name = label.to(lang) if label else path
    owner = re.match(r"(\w+)\[(\d+)\]", path)
    if owner is None or any(known.startswith(owner[0]) for known in (change.place, whose)):
        return name
    of = getattr(change.subject, owner[1])[int(owner[2])]
    return _WORDS["of_whom"].to(lang).format(name=describe(of, lang), fact=name)
