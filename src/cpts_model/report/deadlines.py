"""Deadlines as a coordinator reads them: what comes, what is overdue, what must be told to date the rest."""

from collections.abc import Iterable, Iterator
from datetime import date

from cpts_model.engine.citations import Authority
from cpts_model.engine.explain import describe, format_day
from cpts_model.engine.observe import Fact
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.structures import Structure
from cpts_model.life.deadlines import Deadline, DeadlineKind, Deadlines
from cpts_model.life.deadlines.asking import names_of
from cpts_model.life.deadlines.due import is_given_delays
from cpts_model.report.text import NAMES_SHOWN, Line, shortened
from cpts_model.report.words import WORDS

_STYLES = {
    DeadlineKind.OBLIGATION: "warnings",
    DeadlineKind.EFFECT: "plain",
    DeadlineKind.RIGHT: "rights_open",
    DeadlineKind.END: "plain",
}


_CUSTOM = (Authority.PRACTICE, Authority.DOCTRINE)
"""What is asked for and binds nobody."""


def is_overdue(one: Deadline, on: date) -> bool:
    """Whether an obligation of law or of an agreement is past on a day, and surely was not met.

    One that may not be due at all, for want of a fact or of a clear text, is not said to be, nor
    one that practice alone asks for.
    """
    return _was_not_met(one, on) and one.basis.authority not in _CUSTOM


def _was_not_met(one: Deadline, on: date) -> bool:
    past = not isinstance(one.day, Unknown) and one.day < on
    return one.kind is DeadlineKind.OBLIGATION and past and one.done is False and one.certain


def deadlines_report(
    structure: Structure,
    found: Deadlines,
    past: Iterable[Deadline],
    *,
    since: date,
    until: date,
    on: date,
    lang: Lang,
) -> Iterator[Line]:
    """The deadlines of a structure within a window, after those of before that nobody said were met.

    ``past`` are the obligations of before the window, past ``on`` the day of the report, that were
    not met or of which nobody said that they were.
    """
    yield Line(describe(structure, lang), "head")
    window = _WORDS["window"].to(lang)
    yield Line(window.format(format_day(since, lang), format_day(until, lang)), "dim")
    late = tuple(past)
    yield from _section("overdue", (one for one in late if is_overdue(one, on)), "breaches", on, lang)
    customary = (one for one in late if _was_not_met(one, on) and not is_overdue(one, on))
    yield from _section("customary", customary, "warnings", on, lang)
    unsaid = (one for one in late if not _was_not_met(one, on))
    yield from _section("unsaid", unsaid, "unknown", on, lang, brief=True)
    if not found:
        yield Line()
        yield Line(_WORDS["none" if is_given_delays(structure) else "no_text"].to(lang))
    for one in found:
        yield Line()
        yield from deadline_lines(one, lang, late=is_overdue(one, on))
    yield from _undated(found.undated, lang)


def _section(
    name: str, deadlines: Iterable[Deadline], style: str, on: date, lang: Lang, *, brief: bool = False
) -> Iterator[Line]:
    listed = tuple(deadlines)
    if not listed:
        return
    yield Line()
    yield Line(_WORDS[name].to(lang), f"title.{style}")
    for one in listed:
        yield from _brief(one, style, lang) if brief else deadline_lines(one, lang, late=is_overdue(one, on))


def _brief(one: Deadline, style: str, lang: Lang) -> Iterator[Line]:
    """An obligation in a line, and what would settle it where that is known."""
    yield Line(f"{describe(one.day, lang)}  {one.title.to(lang)}", style, 1)
    asked = (*one.depends_on, *one.done_asks)
    if asked:
        yield Line(f"{_WORDS['tell'].to(lang)} : {_facts(asked, lang)}", "mend", 5)
    for reason in dict.fromkeys((one.reason, one.done_reason)):
        if reason is not None:
            yield Line(f"{_WORDS['open'].to(lang)} : {reason.to(lang)}", "mend", 5)


def deadline_lines(one: Deadline, lang: Lang, *, late: bool = False) -> Iterator[Line]:
    """One deadline: its day, what happens, who acts, on what text, and what it depends on."""
    day = _WORDS["undated"].to(lang) if isinstance(one.day, Unknown) else format_day(one.day, lang)
    state = f", {_WORDS['late'].to(lang)}" if late else ""
    yield Line(f"{day}  {one.kind.label.to(lang)}{state}", "article", 1)
    met = "satisfied" if one.done is True else _STYLES[one.kind]
    yield Line(one.title.to(lang), "breaches" if late else met, 3)
    for name, text in _details(one, lang):
        yield Line(f"{_WORDS[name].to(lang)} : {text}", "mend" if name in ("confirm", "open") else "dim", 5)


def _details(one: Deadline, lang: Lang) -> Iterator[tuple[str, str]]:
    if one.who is not None:
        yield "who", one.who.to(lang)
    if one.kind is DeadlineKind.OBLIGATION:
        yield "done", describe(one.done, lang)
        if one.done_asks:
            yield "tell", _facts(one.done_asks, lang)
        if one.done_reason not in (None, one.reason):
            yield "open", one.done_reason.to(lang)
    if one.provided is not None:
        yield "provided", one.provided.to(lang)
    if one.depends_on:
        yield "confirm", _facts(one.depends_on, lang)
    if one.reason is not None:
        yield "open", one.reason.to(lang)
    yield "text", one.basis.to(lang)
    if one.note is not None:
        yield "note", one.note.to(lang)


def _facts(facts: Iterable[Fact], lang: Lang) -> str:
    """Facts by their names, once each: the same one of several members is one question."""
    return shortened(names_of(facts, lang), lang)


def _undated(undated: Iterable[Deadline], lang: Lang) -> Iterator[Line]:
    """What has no known day: grouped by what must be told to date it."""
    by_question: dict[str, list[Deadline]] = {}
    for one in undated:
        question = one.reason.to(lang) if one.reason is not None else _facts(one.depends_on, lang)
        by_question.setdefault(question, []).append(one)
    if by_question:
        yield Line()
        yield Line(_WORDS["to_date"].to(lang), "title.unknown")
    for question, waiting in by_question.items():
        lead = "open" if waiting[0].reason is not None else "tell"
        yield Line(f"? {_WORDS[lead].to(lang)} : {question}", "unknown", 1)
        waiting.sort(key=_obligations_first)
        for one in waiting[:NAMES_SHOWN]:
            yield Line(one.title.to(lang), "plain", 5)
        if len(waiting) > NAMES_SHOWN:
            yield Line(WORDS["and_more"].to(lang).format(n=len(waiting) - NAMES_SHOWN), "dim", 5)


def _obligations_first(one: Deadline) -> bool:
    return one.kind is not DeadlineKind.OBLIGATION


_WORDS = {
    "window": Text("Échéances du {} au {}", "Deadlines from {} to {}"),
    "none": Text("Aucune échéance datée sur cette période.", "No dated deadline over this period."),
    "no_text": Text(
        "Aucune échéance : aucun texte lu n'en donne à une équipe de soins primaires ou spécialisés.",
        "No deadline: no text that was read gives any to an équipe de soins primaires or spécialisés.",
    ),
    "undated": Text("jour inconnu", "day unknown"),
    "overdue": Text("En retard", "Overdue"),
    "customary": Text(
        "Échues, non tenues ; demandées par l'usage, et non par un texte",
        "Past, not met; asked for by practice, and not by a text",
    ),
    "late": Text("en retard", "overdue"),
    "unsaid": Text(
        "Échues ; on ne peut pas dire si elles étaient dues, ou si elles ont été tenues",
        "Past; it cannot be said whether they were due, or whether they were met",
    ),
    "to_date": Text("Sans date, faute d'un fait", "Undated, for want of a fact"),
    "who": Text("Qui", "Who"),
    "done": Text("Fait", "Done"),
    "provided": Text("Condition", "Provided"),
    "confirm": Text("À confirmer, selon ce que le dossier ne dit pas", "To be confirmed, depending on what is not told"),
    "open": Text("Question ouverte", "Open question"),
    "text": Text("Texte", "Text"),
    "note": Text("À savoir", "Note"),
    "tell": Text("À indiquer", "To tell"),
}  # fmt: skip
