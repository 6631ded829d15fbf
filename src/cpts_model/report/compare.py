"""A comparison for people: what changed between two days, why, and by which text; what the law itself changed."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

import attrs

from cpts_model.engine.diff import LawDiff, RuleChange
from cpts_model.engine.explain import describe, format_day
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Modality
from cpts_model.engine.text import Lang, Text
from cpts_model.life.compare import Change, Comparison
from cpts_model.life.compare.words import law_words, side_words, sides_words, step_words, text_words
from cpts_model.report.digest import Entry
from cpts_model.report.text import Line, authority, shortened
from cpts_model.report.words import KINDS, WORDS

_WORDS = {
    "compared": Text("Comparaison : {a}, puis {b}", "Comparison: {a}, then {b}"),
    "same_dossier": Text(
        "Le dossier est le même des deux côtés : seuls changent le jour et le droit.",
        "The dossier is the same on both sides: only the day and the law change.",
    ),
    "between_laws": Text("Le dossier et le jour sont les mêmes : seul change le droit.", "Dossier and day are the same: only the law changes."),
    "nothing": Text("Aucun verdict ne change.", "No verdict changes."),
    "one": Text("1 verdict change", "1 verdict changes"),
    "many": Text("{n} verdicts changent", "{n} verdicts change"),
    "no_new_breach": Text("aucun manquement de plus", "no further breach"),
    "breaks": Text("Manquements {b}, et non {a}", "Breaches {b}, and not {a}"),
    "mends": Text("Manquements {a}, et non {b}", "Breaches {a}, and not {b}"),
    "unknown": Text("Ce qu'on ne peut pas dire {b}", "What cannot be said {b}"),
    "warnings": Text("À surveiller {b}", "Warnings {b}"),
    "rights_open": Text("Facultés et droits ouverts {b}", "Rights and permissions open {b}"),
    "rights_closed": Text("Facultés et droits non ouverts {b}", "Rights and permissions not open {b}"),
    "satisfied": Text("Règles respectées {b}", "Rules satisfied {b}"),
    "idle": Text("Règles sans objet {b}", "Rules that do not apply {b}"),
    "passing": Text("Ce qui a changé dans l'intervalle, puis est revenu", "What changed in between, and came back"),
    "unchanged": Text("Sans changement : {told}.", "Unchanged: {told}."),
    "verdicts": Text("{outcome} ({n})", "{outcome} ({n})"),
    "alone": Text(
        "Chaque structure est comparée seule : ce que disent les règles entre structures (adhésions à plusieurs CPTS, "
        "territoires communs, plafond toutes CPTS réunies) n'est pas comparé.",
        "Each structure is compared by itself: what the rules across structures say (members of several CPTS, shared "
        "territories, the ceiling over all CPTS) is not compared.",
    ),
    "law_head": Text("Ce que le droit change : {a}, puis {b}", "What the law changes: {a}, then {b}"),
    "law_nothing": Text("Le droit suivi ici ne change pas.", "The law followed here does not change."),
    "law_alone": Text(
        "Articles qui changent, sans qu'aucune règle suivie ici ne change avec eux",
        "Articles that change, with no rule followed here that changes with them",
    ),
    "day": Text("Le {day}", "On {day}"),
}  # fmt: skip

_SECTIONS = (
    "breaks",
    "mends",
    "unknown",
    "warnings",
    "rights_closed",
    "rights_open",
    "satisfied",
    "idle",
)
"""The sections of a comparison, in the order a coordinator reads them."""
_COUNTED = {
    "breaks": (Text("manquement de plus", "further breach"), Text("manquements de plus", "further breaches")),
    "mends": (Text("manquement de moins", "breach less"), Text("manquements de moins", "breaches less")),
    "unknown": (Text("verdict à compléter", "verdict to complete"), Text("verdicts à compléter", "verdicts to complete")),
}  # fmt: skip
_STYLES = {
    "breaks": ("✗", "breaches"),
    "mends": ("✓", "satisfied"),
    "unknown": ("?", "unknown"),
    "warnings": ("!", "warnings"),
    "rights_closed": ("-", "rights_closed"),
    "rights_open": ("+", "rights_open"),
    "satisfied": ("✓", "satisfied"),
    "idle": ("·", "plain"),
}


@attrs.frozen(slots=True)
class _Entry:
    """The changes of one rule that came about alike, of one part or of many."""

    changes: tuple[Change, ...]

    @property
    def first(self) -> Change:
        return self.changes[0]


def comparison_report(comparison: Comparison, lang: Lang) -> Iterator[Line]:
    """What changed for one structure, breaches first; each change with its day, its cause and its text."""
    yield from _head(comparison, lang)
    entries = _entries(comparison.changes, lang)
    for section in _SECTIONS:
        found = [entry for entry in entries if _section(entry.first) == section]
        if not found:
            continue
        yield Line()
        yield Line(_titled(section, comparison, lang), f"title.{_STYLES[section][1]}")
        for entry in found:
            yield from _entry_lines(section, entry, lang)
    yield from _passing(comparison, lang)
    yield Line()
    told = [
        _WORDS["verdicts"].to(lang).format(outcome=outcome.label.to(lang), n=comparison.unchanged[outcome])
        for outcome in Outcome
        if comparison.unchanged[outcome]
    ]
    if told:
        yield Line(_WORDS["unchanged"].to(lang).format(told=", ".join(told)), "dim")


def comparisons_report(comparisons: Iterable[Comparison], lang: Lang) -> Iterator[Line]:
    """What changed for several structures, one after the other, each by itself."""
    for comparison in comparisons:
        yield from comparison_report(comparison, lang)
        yield Line()
    yield Line(_WORDS["alone"].to(lang), "dim")


def _head(comparison: Comparison, lang: Lang) -> Iterator[Line]:
    kind = KINDS.get(type(comparison.subject).__name__)
    name = describe(comparison.subject, lang)
    yield Line(f"{name} ({kind.to(lang)})" if kind else name, "head")
    a, b = _sides(comparison, lang)
    yield Line(_WORDS["compared"].to(lang).format(a=a, b=b), "dim")
    same = "between_laws" if comparison.a.law is not comparison.b.law else "same_dossier"
    yield Line(_WORDS[same].to(lang), "dim")
    yield Line()
    number = len(comparison.changes)
    if not number:
        yield Line(_WORDS["nothing"].to(lang), "counts")
        return
    counts = [_WORDS["one" if number == 1 else "many"].to(lang).format(n=number)]
    for section, words in _COUNTED.items():
        many = sum(_section(change) == section for change in comparison.changes)
        if many:
            counts.append(f"{_STYLES[section][0]} {many} {words[many > 1].to(lang)}")
        elif section == "breaks":
            counts.append(_WORDS["no_new_breach"].to(lang))
    yield Line("   ".join(counts), "counts")


def _sides(comparison: Comparison, lang: Lang) -> tuple[str, str]:
    a, b = (side_words(comparison.a, comparison.b, second, lang) for second in (False, True))
    return a, b


def _titled(section: str, comparison: Comparison, lang: Lang) -> str:
    a, b = _sides(comparison, lang)
    return _WORDS[section].to(lang).format(a=a, b=b)


def _entries(changes: Iterable[Change], lang: Lang) -> list[_Entry]:
    """The changes of one rule that are told in the same words, put together."""
    alike: dict[tuple[str, str, tuple[str, ...]], list[Change]] = {}
    for change in changes:
        steps = tuple(step_words(change, step, lang) for step in change.steps)
        alike.setdefault((change.rule_id, sides_words(change, lang), steps), []).append(change)
    return [_Entry(tuple(found)) for found in alike.values()]


def _section(change: Change) -> str:
    if change.breaks:
        return "breaks"
    if change.mends:
        return "mends"
    permission = change.rule.modality is Modality.PERMISSION
    match change.after:
        case Outcome.UNDETERMINED:
            return "unknown"
        case Outcome.VIOLATED:
            return "rights_closed" if permission else "warnings"
        case Outcome.SATISFIED:
            return "rights_open" if permission else "satisfied"
        case Outcome.NOT_APPLICABLE:
            return "idle"


def _entry_lines(section: str, entry: _Entry, lang: Lang) -> Iterator[Line]:
    """One rule: of whom, what is said on either side, why, who says so, and what would mend it."""
    mark, style = _STYLES[section]
    change = entry.first
    rule = change.rule
    yield Line(f"{mark} {rule.title.to(lang)}", style, 2)
    yield from _concerned(entry, lang)
    yield Line(_sentence(sides_words(change, lang)), "plain", 4)
    for step in change.steps:
        yield Line(step_words(change, step, lang), "plain", 4)
    yield Line(f"{WORDS['says'].to(lang)} : {_says(change, lang)}  [{rule.id}]", "dim", 4)
    now = change.now
    if section == "unknown" and now is not None:
        if now.reason is not None:
            yield Line(f"{WORDS['why_open'].to(lang)} : {now.reason.to(lang)}", "plain", 4)
        asked = dict.fromkeys(fact.label.to(lang) if fact.label else fact.path for fact in now.unknown)
        if asked:
            yield Line(f"{WORDS['ask'].to(lang)} : {shortened(list(asked), lang)}", "mend", 4)
    if change.after is Outcome.VIOLATED:
        lead = "open_it" if rule.modality is Modality.PERMISSION else "mend"
        yield Line(f"{WORDS[lead].to(lang)} : {rule.remedy.to(lang)}", "mend", 4)


def _concerned(entry: _Entry, lang: Lang) -> Iterator[Line]:
    parts = [describe(change.part, lang) for change in entry.changes if change.place]
    if parts:
        yield Line(f"{WORDS['concerns'].to(lang)} : {shortened(parts, lang)}", "plain", 4)


def _says(change: Change, lang: Lang) -> str:
    verdict = change.now or change.was
    return (
        authority(change.rule, Entry(change.rule, (verdict,)), lang)
        if verdict
        else change.rule.cites.to(lang)
    )


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _passing(comparison: Comparison, lang: Lang) -> Iterator[Line]:
    entries = _entries(comparison.passing, lang)
    if not entries:
        return
    yield Line()
    yield Line(_WORDS["passing"].to(lang), "title.open")
    for entry in entries:
        yield Line(f"~ {entry.first.rule.title.to(lang)}  [{entry.first.rule_id}]", "plain", 2)
        yield from _concerned(entry, lang)
        for step in entry.first.steps:
            yield Line(step_words(entry.first, step, lang), "dim", 4)


def law_diff_report(diff: LawDiff, lang: Lang) -> Iterator[Line]:
    """What the law changed between two days: day by day, rule by rule, with article and act."""
    a, b = (format_day(day, lang) for day in (diff.a, diff.b))
    yield Line(_WORDS["law_head"].to(lang).format(a=a, b=b), "head")
    if diff.empty:
        yield Line(_WORDS["law_nothing"].to(lang))
    for day, steps in groupby(diff.rules, key=_day):
        yield Line()
        yield Line(_WORDS["day"].to(lang).format(day=format_day(day, lang)), "article")
        for step in steps:
            yield Line(f"{step.rule.title.to(lang)}  [{step.rule_id}]", "plain", 2)
            yield Line(_sentence(law_words(step, lang)), "dim", 4)
    if diff.articles_alone:
        yield Line()
        yield Line(_WORDS["law_alone"].to(lang), "article")
        for text in diff.articles_alone:
            when = _WORDS["day"].to(lang).format(day=format_day(text.on, lang))
            yield Line(f"{when}, {text_words(text, lang)}.", "plain", 2)


def _day(step: RuleChange) -> date:
    return step.on
