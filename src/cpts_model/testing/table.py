"""The table of the documentation: which outcome of which version of which rule has examples."""

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from cpts_model.engine.citations import Citation
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Lang, Text
from cpts_model.law import LAW
from cpts_model.report.law import period
from cpts_model.report.words import KINDS
from cpts_model.testing.case import BINDS_ALWAYS, Case, Impossible, Within
from cpts_model.testing.cases import CASES

INTRODUCTION = Text(
    "Chaque ligne est une version d'une règle : ✓ dit que `cpts_model.testing` fabrique des exemples de ce résultat tous les jours "
    "où elle est en vigueur, des dates qu'il n'en existe que ces jours-là, et – que le texte n'en permet aucun. Les raisons, et les "
    "règles qui ne peuvent être enfreintes l'une sans l'autre, sont sous chaque tableau ; une règle qui n'est jamais sans objet et "
    "dont rien n'est dit lie toujours ce qu'elle vise.",
    "Each row is one version of a rule: ✓ says that `cpts_model.testing` makes examples of the outcome on every day on which it is in "
    "force, days that there are some on those days only, and – that the text leaves no room for any. The reasons, and the rules "
    "that cannot be broken one without the other, stand below each table; a rule that is never not applicable and of which nothing "
    "is said always binds what it is about.",
)
RULE = Text("règle", "rule")
BROKEN_WITH = Text("enfreinte avec", "broken together with")
COLON = Text(" :", ":")
COLUMNS = (Outcome.SATISFIED, Outcome.VIOLATED, Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE)


def outcome_table(lang: Lang) -> str:
    """Every version of every rule, and which of its outcomes there are examples of, in Markdown.

    One table a text, in the order of the law; below it why an outcome cannot be had, or on
    some days only, and what is broken together.

    Raises:
        ValueError: the library does not speak that language.
    """
    blocks = [INTRODUCTION.to(lang)]
    for text, cases in _by_text().items():
        blocks += [f"## {_heading(text, lang)}", "\n".join(_table(cases, lang))]
        notes = [note for case in cases for note in _notes(case, lang)]
        if notes:
            blocks.append("\n".join(notes))
    return "\n\n".join(blocks) + "\n"


def _by_text() -> dict[Citation, list[Case]]:
    found: dict[Citation, list[Case]] = {}
    for case in CASES:
        found.setdefault(_text_of(case), []).append(case)
    return found


def _text_of(case: Case) -> Citation:
    """The article that the rule cites, or the act: whatever paragraph or copy of it."""
    rule = LAW.find(case.rule, case.in_force.start)
    assert rule is not None, case
    return attrs.evolve(rule.cites, paragraph=None, legifrance=None)


def _heading(text: Citation, lang: Lang) -> str:
    words = text.to(lang)
    return words[0].upper() + words[1:]


def _table(cases: Iterable[Case], lang: Lang) -> Iterator[str]:
    yield _row([RULE.to(lang), *(outcome.label.to(lang) for outcome in COLUMNS)])
    yield _row(["---", *(":-:" for _ in COLUMNS)])
    for case in cases:
        yield _row([_version(case, "<br>", lang), *(_cell(case, outcome, lang) for outcome in COLUMNS)])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _version(case: Case, between: str, lang: Lang) -> str:
    """The rule and its period; and the subjects, where the version has another case for others."""
    parts = [f"`{case.rule}`", period(case.in_force, lang)]
    if any(case is not other and case.version == other.version for other in CASES):
        parts.append(", ".join(_kind(kind, lang) for kind in case.about))
    return between.join(parts)


def _kind(kind: type[Any], lang: Lang) -> str:
    name = KINDS.get(kind.__name__)
    return name.to(lang) if name else kind.__name__


def _cell(case: Case, outcome: Outcome, lang: Lang) -> str:
    making = case.making(outcome)
    if isinstance(making, Impossible):
        return "–"
    return period(making.days, lang) if isinstance(making, Within) else "✓"


def _notes(case: Case, lang: Lang) -> Iterator[str]:
    reasons: dict[Text, list[str]] = {}
    for outcome in COLUMNS:
        making = case.making(outcome)
        if isinstance(making, Impossible | Within) and making is not BINDS_ALWAYS:
            reasons.setdefault(making.why, []).append(outcome.label.to(lang))
    if case.together_why is not None:
        others = ", ".join(f"`{other}`" for other in case.together)
        reasons.setdefault(case.together_why, []).append(f"{BROKEN_WITH.to(lang)} {others}")
    for why, what in reasons.items():
        yield f"- {_version(case, ', ', lang)}, {', '.join(what)}{COLON.to(lang)} {why.to(lang)}."
