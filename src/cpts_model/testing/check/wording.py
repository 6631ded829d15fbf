"""What must hold of the words of a rule, of its versions and of its sources: read, without any subject."""

import pickle
import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import combinations, pairwise
from typing import Any

from cpts_model.engine.law import Law
from cpts_model.engine.rule import Rule
from cpts_model.engine.text import Text
from cpts_model.testing.check.problems import Claim, Problem, of_each

VERSIONS = Claim(
    name="versions",
    mend="a period ends on the first day it is out of force: end the older one on the very day the newer begins",
)
LANGUAGES = Claim(name="both languages", mend="write Text(fr=…, en=…), one phrase in each language")
SOURCED = Claim(
    name="who says so",
    mend="say where the text was read and when, and quote in the docstring of `holds` the words that decide",
)
PICKLES = Claim(
    name="pickles",
    mend="write each function of a rule at the top of a module: no lambda, none within another",
)

_DAY = timedelta(days=1)
_ENGLISH = re.compile(r"\b(the|of|and|is|are|by|which|from|with|was|were|it|not|or|for|to)\b", re.IGNORECASE)
_FRENCH = re.compile(
    r"\b(le|les|des|est|du|et|une|pour|qui|dans|sur|au|aux|ne|sont|par|avec|ou|un)\b", re.IGNORECASE
)


def versions(law: Law) -> Iterator[Problem]:
    """Versions share no day, leave out no single day between two of them, and are of an article that exists."""
    for rule_id in law.ids:
        for older, newer in combinations(law.versions(rule_id), 2):
            if older.in_force.overlaps(newer.in_force):
                yield _of_version(newer, f"it shares a day with {older.version}")
        for older, newer in pairwise(law.versions(rule_id)):
            if older.in_force.end is not None and newer.in_force.start == older.in_force.end + _DAY:
                yield _of_version(newer, f"no version is in force on {older.in_force.end}, that day alone")
    articles = {(article.code, article.number): article for article in law.articles}
    for rule in law:
        article, start = articles.get((rule.cites.code, rule.cites.article)), rule.in_force.start
        if article is not None and start is not None:
            version = article.at(start)
            if version is None or not version.exists:
                yield _of_version(rule, f"its article does not exist yet on {start}")


def _of_version(rule: Rule, what: str) -> Problem:
    return Problem(claim=VERSIONS, rule=rule.version, what=what)


def languages(law: Law) -> Iterator[Problem]:
    """Title, remedy, note and who must comply are told in French and in English."""
    return of_each(LANGUAGES, law, _badly_told)


def _badly_told(rule: Rule) -> Iterator[str]:
    for name, needed in (("title", True), ("remedy", True), ("note", False), ("upon", False)):
        text: Any = getattr(rule, name)
        if text is not None or needed:
            yield from (f"its {name} {what}" for what in _ill(text))


def told_in_texts(rule: Rule) -> bool:
    """Whether what an explanation writes of a rule is there to be written."""
    told: tuple[Any, ...] = (rule.title, rule.remedy)
    return all(isinstance(text, Text) for text in told)


def _ill(text: Any) -> Iterator[str]:
    if not isinstance(text, Text):
        yield f"is {text!r}, which is no Text"
        return
    for lang, said in (("fr", text.fr), ("en", text.en)):
        if said != said.strip() or "  " in said or "\n" in said:
            yield f"has spaces too many in {lang!r}: {said!r}"
    if text.fr == text.en:
        yield f"says the same in both languages: {text.fr!r}"
    if _more(_ENGLISH, _FRENCH, text.fr) or _more(_FRENCH, _ENGLISH, text.en):
        yield f"seems to have its languages the wrong way round: fr={text.fr!r}, en={text.en!r}"


def _more(these: re.Pattern[str], than: re.Pattern[str], said: str) -> bool:
    return len(these.findall(said)) > len(than.findall(said))


def sourced(law: Law) -> Iterator[Problem]:
    """Each rule says which text asks for it, where that was read, and in which words."""
    return of_each(SOURCED, law, _unsourced)


def _unsourced(rule: Rule) -> Iterator[str]:
    if not rule.source.strip():
        yield "it does not say where its text was seen"
    if not rule.cites.article.strip():
        yield "it cites no article"
    if not (rule.holds.__doc__ or "").strip():
        yield f"{getattr(rule.holds, '__name__', 'its function')} has no docstring"
    end = rule.in_force.end
    if end is not None and rule.checked_on is not None and rule.checked_on >= end:
        yield f"its text was last seen in force on {rule.checked_on}, after its last day"


def pickles(law: Law) -> Iterator[Problem]:
    """Each rule goes to another process and comes back the same."""
    return of_each(PICKLES, law, _lost)


def _lost(rule: Rule) -> Iterable[str]:
    try:
        same = pickle.loads(pickle.dumps(rule)) == rule
    except (pickle.PicklingError, AttributeError, TypeError) as failure:
        return (f"it cannot be pickled: {failure}",)
    return () if same else ("it comes back from pickling another one",)
