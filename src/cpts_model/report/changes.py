"""What came of an event of a register: done or not, who says no, what stays open, what it changes."""

from collections.abc import Iterable, Iterator
from datetime import date

from cpts_model.engine.explain import describe, format_day
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown, UnknownFact
from cpts_model.facts.belonging import Belonging, Belongings, Candidature, Departure
from cpts_model.facts.memberships import EndCause, Membership
from cpts_model.facts.statutes import Statutes
from cpts_model.facts.structures import CPTS
from cpts_model.law.statuts import Refusal, Sense, closings, who_says_no
from cpts_model.register import Change, Effect
from cpts_model.register.change import KEEPING
from cpts_model.report.digest import Entry, digest
from cpts_model.report.text import MARKS, Line, authority, entry_lines, shortened
from cpts_model.report.words import WORDS

_WORDS = {
    "joins": Text("Adhésion le {day} : {name}, {structure}", "Joining on {day}: {name}, {structure}"),
    "leaves": Text("Départ le {day} : {name}, {structure}", "Leaving on {day}: {name}, {structure}"),
    "excluded": Text("Exclusion le {day} : {name}, {structure}", "Exclusion on {day}: {name}, {structure}"),
    "dies": Text("Décès le {day} : {name}", "Death on {day}: {name}"),
    "done": Text("Fait.", "Done."),
    "would_be_done": Text("Ce serait fait. Rien n'est écrit (--dry-run).", "It would be done. Nothing is written (--dry-run)."),
    "not_done": Text("Non fait : le registre reste tel quel.", "Not done: the register stays as it is."),
    "out_of_place": Text(
        "Ni la loi ni les statuts ne sont en cause : c'est le registre qui dit déjà autre chose.",
        "Neither the law nor the statutes are at stake: the register already tells otherwise.",
    ),
    "told_already": Text("Ce que dit le registre", "What the register tells"),
    "obstacles": Text("Ce qui s'y oppose : règles non respectées", "What stands in the way: rules that are not met"),
    "warnings": Text("À surveiller (sans empêcher)", "Warnings (they stop nothing)"),
    "unknown": Text("Ce qui reste ouvert (sans empêcher)", "What stays open (it stops nothing)"),
    "stops_unknown": Text("Ce qu'il faut savoir d'abord", "What must be known first"),
    "beside_the_law": Text("Les statuts et la loi", "The statutes and the law"),
    "memberships": Text("Adhésions touchées", "Memberships concerned"),
    "begins": Text("à compter du {day}", "from {day} on"),
    "ended": Text("du {joined} au {left} (premier jour hors de la structure), {cause}", "{joined} to {left} (first day out), {cause}"),
    "ended_since_unknown": Text("jusqu'au {left} (premier jour hors de la structure), {cause}", "until {left} (first day out), {cause}"),
    "effects": Text("Ce que ce départ change", "What this departure changes"),
    "no_effect": Text("Ce départ ne change aucun verdict.", "This departure changes no verdict."),
    "breaks": Text("manquement à la loi ou au règlement", "breach of law or regulation"),
    "right_open": Text("ouvert", "open"),
    "right_closed": Text("non ouvert", "not open"),
    "before_after": Text("avant : {before} ; après : {after}", "before: {before}; after: {after}"),
}  # fmt: skip


def change_report(
    change: Change, lang: Lang, *, dry_run: bool = False, explain: bool = False
) -> Iterator[Line]:
    """What came of an event: done or not, and why, rule by rule; what it writes.

    ``explain`` adds to each verdict the facts that were read, as a tree.
    """
    yield Line(_title(change, lang), "head")
    yield Line(_answer(change, dry_run).to(lang), "satisfied" if change.done else "breaches")
    yield from _who(change, lang)
    sorted_out = digest(change.assessment)
    stopping = {verdict.rule.id for verdict in change.obstacles}
    entries = [
        (name, entry)
        for name in ("breaches", "warnings", "unknown", "open")
        for entry in sorted_out.section(name)
        # A right that may or may not be open keeps nobody from joining or from leaving.
        if entry.rule.modality is not Modality.PERMISSION
    ]
    told, asked = (_sorted(entries, stopping, told=known) for known in (True, False))
    yield from _titled("obstacles", "title.breaches", told, lang, explain)
    yield from _titled("stops_unknown", "title.breaches", asked, lang, explain)
    if _out_of_place(change):
        # What the law and the statutes say of an event that cannot be is no news: what is so already is.
        yield from _told_already(change, lang)
        return
    others = [(name, entry) for name, entry in entries if entry.rule.id not in stopping]
    yield from _titled(
        "warnings", "title.warnings", [one for one in others if _is_told(one[0])], lang, explain
    )
    yield from _open("unknown", [entry for name, entry in others if not _is_told(name)], lang)
    for name in ("rights_open", "rights_closed"):
        rights = [(name, entry) for entry in sorted_out.section(name)]
        yield from _titled(name, f"title.{name}", rights, lang, explain)
    yield from _beside_the_law(change, lang)
    yield from _memberships(change, lang)


def _sorted(entries: Iterable[tuple[str, Entry]], ids: set[str], *, told: bool) -> list[tuple[str, Entry]]:
    return [(name, entry) for name, entry in entries if entry.rule.id in ids and _is_told(name) is told]


def _is_told(section: str) -> bool:
    """Whether a section holds what is known, and not what is open."""
    return section in ("breaches", "warnings")


def _titled(
    title: str, style: str, entries: Iterable[tuple[str, Entry]], lang: Lang, explain: bool
) -> Iterator[Line]:
    listed = list(entries)
    if listed:
        yield Line()
        yield Line((_WORDS.get(title) or WORDS[title]).to(lang), style)
    for name, entry in listed:
        yield from entry_lines(name, entry, lang, explain=explain)


def _open(title: str, entries: Iterable[Entry], lang: Lang) -> Iterator[Line]:
    """What is open and stops nothing, in short: the rule, and what would settle it."""
    listed = list(entries)
    if listed:
        yield Line()
        yield Line(_WORDS[title].to(lang), "title.unknown")
    for entry in listed:
        yield Line(f"{MARKS['unknown']} {entry.rule.title.to(lang)}", "unknown", 2)
        yield Line(
            f"{WORDS['says'].to(lang)} : {authority(entry.rule, entry, lang)}  [{entry.rule.id}]", "dim", 4
        )
        for reason in entry.reasons:
            yield Line(f"{WORDS['why_open'].to(lang)} : {reason.to(lang)}", "plain", 4)
        asked = dict.fromkeys(
            fact.label.to(lang) if fact.label else fact.path
            for verdict in entry.verdicts
            for fact in verdict.unknown
        )
        if asked:
            yield Line(f"{WORDS['ask'].to(lang)} : {shortened(list(asked), lang)}", "mend", 4)


def _title(change: Change, lang: Lang) -> str:
    subject, day = change.assessment.subject, format_day(change.assessment.on, lang)
    if isinstance(subject, Belongings):
        name = describe(subject.held[-1].member, lang)
        return _WORDS["dies"].to(lang).format(name=name, day=day)
    words = "joins"
    if isinstance(subject, Departure):
        words = "excluded" if subject.cause is EndCause.EXCLUSION else "leaves"
    return _WORDS[words].to(lang).format(
        name=describe(subject.member, lang), structure=describe(subject.structure, lang), day=day
    )  # fmt: skip


def _answer(change: Change, dry_run: bool) -> Text:
    if not change.done:
        return _WORDS["not_done"]
    return _WORDS["would_be_done" if dry_run else "done"]


def _who(change: Change, lang: Lang) -> Iterator[Line]:
    """Who says no: the law, or the statutes; of a withdrawal nobody can."""
    if _out_of_place(change):
        yield Line(_WORDS["out_of_place"].to(lang))
    elif isinstance(change.assessment.subject, Candidature):
        yield Line(who_says_no(change.assessment).text.to(lang))


def _out_of_place(change: Change) -> bool:
    """Whether all that stands in the way is what the register already tells: a member already, or not yet."""
    stopping = change.obstacles
    return bool(stopping) and all(
        verdict.rule.id.startswith(KEEPING) and verdict.outcome is Outcome.VIOLATED for verdict in stopping
    )


def _told_already(change: Change, lang: Lang) -> Iterator[Line]:
    """The memberships of that person in that structure, as the register has them."""
    subject = change.assessment.subject
    members = subject.structure.members if isinstance(subject, Belonging) else ()
    held = (
        [one for one in members if one.member.id == subject.member.id] if isinstance(members, tuple) else []
    )
    if held:
        yield Line()
        yield Line(_WORDS["told_already"].to(lang), "article")
    for one in held:
        yield Line(f"{describe(one.member, lang)} : {_days(one, lang)}", "plain", 2)


def _beside_the_law(change: Change, lang: Lang) -> Iterator[Line]:
    """Where the colleges of a CPTS that refuses somebody close what the law leaves open."""
    subject = change.assessment.subject
    if change.done or not isinstance(subject, Candidature) or not isinstance(subject.structure, CPTS):
        return
    refusal = who_says_no(change.assessment)
    statutes = _statutes_of(subject.structure, change.assessment.on)
    if statutes is None or refusal.who not in (Refusal.STATUTES, Refusal.BOTH):
        return
    told = [one for one in closings(statutes) if one.sense is Sense.CLOSES and one.clause == "colleges"]
    if told:
        yield Line()
        yield Line(_WORDS["beside_the_law"].to(lang), "title.warnings")
    for closing in told:
        yield Line(f"{MARKS['warnings']} {closing.text.to(lang)}", "warnings", 2)
        if closing.cites is not None:
            yield Line(f"{WORDS['says'].to(lang)} : {closing.cites.to(lang)}", "dim", 4)


def _statutes_of(cpts: CPTS, on: date) -> Statutes | None:
    """The statutes in force on a day, where they are told."""
    try:
        return cpts.statutes_on(on)
    except UnknownFact:
        return None


def _memberships(change: Change, lang: Lang) -> Iterator[Line]:
    if change.memberships:
        yield Line()
        yield Line(_WORDS["memberships"].to(lang), "article")
    for one in change.memberships:
        name, structure = describe(one.member, lang), describe(one.structure, lang)
        mark = "-" if one.membership.left_on else "+"
        yield Line(f"{mark} {name}, {structure} : {_days(one.membership, lang)}", "plain", 2)


def _days(membership: Membership, lang: Lang) -> str:
    joined, left, cause = membership.joined_on, membership.left_on, membership.end_cause
    running = left is None or isinstance(left, Unknown)
    words = "begins" if running else "ended_since_unknown" if isinstance(joined, Unknown) else "ended"
    return (
        _WORDS[words]
        .to(lang)
        .format(
            day=describe(joined, lang),
            joined=describe(joined, lang),
            left=describe(left, lang),
            cause=describe(cause, lang),
        )
    )


def effects_report(effects: Iterable[Effect], names: dict[str, str], lang: Lang) -> Iterator[Line]:
    """What a departure changes, breaches first; ``names`` are those of the structures by their ids."""
    told = sorted(effects, key=lambda effect: (not effect.breaks, effect.structure_id))
    if not told:
        yield Line(_WORDS["no_effect"].to(lang))
        return
    yield Line(_WORDS["effects"].to(lang), "title.breaches" if told[0].breaks else "title.warnings")
    for effect in told:
        section = "breaches" if effect.breaks else _section_of(effect)
        yield Line(
            f"{MARKS[section]} {names[effect.structure_id]} : {effect.rule.title.to(lang)}", section, 2
        )
        before, after = (_said(effect.rule, one).to(lang) for one in (effect.before, effect.after))
        said = _WORDS["before_after"].to(lang).format(before=before, after=after)
        broken = f" ({_WORDS['breaks'].to(lang)})" if effect.breaks else ""
        yield Line(f"{said}{broken}  [{effect.rule.id}, {effect.rule.cites.to(lang)}]", "dim", 4)
        if effect.after is Outcome.VIOLATED and effect.rule.modality is not Modality.PERMISSION:
            yield Line(f"{WORDS['mend'].to(lang)} : {effect.rule.remedy.to(lang)}", "mend", 4)


def _said(rule: Rule, outcome: Outcome) -> Text:
    """An outcome as it is said of a rule: a permission is open, or not."""
    words = {Outcome.SATISFIED: "right_open", Outcome.VIOLATED: "right_closed"}
    if rule.modality is Modality.PERMISSION and outcome in words:
        return _WORDS[words[outcome]]
    return outcome.label


def _section_of(effect: Effect) -> str:
    match effect.after:
        case Outcome.VIOLATED:
            return "rights_closed" if effect.rule.modality is Modality.PERMISSION else "warnings"
        case Outcome.UNDETERMINED:
            return "unknown"
        case _:
            return "satisfied"
