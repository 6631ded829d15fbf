"""What bringing a sheet of members into a structure does, told row by row."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, get_args

from cpts_model.cli.plain import both
from cpts_model.engine.explain import describe
from cpts_model.engine.labels import label_of
from cpts_model.engine.text import Lang, Text
from cpts_model.exchange.assessment import plain_value
from cpts_model.exchange.sheets import Completion, Conflict, MemberSheet, SheetMerge
from cpts_model.exchange.sheets.names import name_key
from cpts_model.facts.memberships import Member, Membership
from cpts_model.register import Register
from cpts_model.report.text import Line

_WORDS = {
    "done": Text("Membres importés dans {structure}.", "Members imported into {structure}."),
    "would": Text(
        "Import possible dans {structure}. Rien n'est écrit (--dry-run).",
        "They can be imported into {structure}. Nothing is written (--dry-run).",
    ),
    "not_done": Text(
        "Rien n'a été écrit : les lignes ci-dessous ne peuvent pas être prises. --keep-going prend les autres.",
        "Nothing was written: the lines below cannot be taken. --keep-going takes the others.",
    ),
    "none_left": Text(
        "Rien n'a été écrit : aucune ligne n'apporte de fait qui puisse être pris.",
        "Nothing was written: no line brings a fact that can be taken.",
    ),
    "nothing_new": Text(
        "Rien à écrire : la feuille ne dit rien de nouveau.",
        "Nothing to write: the sheet tells nothing new.",
    ),
    "added": Text("Ajoutés ({n})", "Added ({n})"),
    "completed": Text("Complétés ({n})", "Completed ({n})"),
    "by_name": Text("rapproché par le nom seulement : à vérifier", "matched by the name alone: to check"),
    "to_add": Text("À ajouter ({n})", "To add ({n})"),
    "to_complete": Text("À compléter ({n})", "To complete ({n})"),
    "unchanged": Text("Lignes qui ne disent rien de nouveau : {n}", "Lines that tell nothing new: {n}"),
    "conflicts": Text(
        "Contradictions ({n}) : rien de ces lignes n'est pris",
        "Contradictions ({n}): nothing of these lines is taken",
    ),
    "refused": Text("Lignes non prises ({n})", "Lines not taken ({n})"),
    "known": Text(
        "Déjà au registre sous le même identifiant, donc tenus pour la même personne ({n})",
        "In the register already under the same id, hence taken for the same person ({n})",
    ),
    "namesakes": Text(
        "Même nom dans une autre structure, sous un autre identifiant : peut-être la même personne ({n})",
        "The same name in another structure, under another id: maybe the same person ({n})",
    ),
    "line": Text("ligne {n}", "line {n}"),
    "conflict": Text("{fact} : {told} au dossier, {by_sheet} sur la feuille", "{fact}: {told} in the dossier, {by_sheet} on the sheet"),
    "from": Text("à compter du {day}", "from {day} on"),
    "doubts": Text(
        "{n} à vérifier sur la feuille (doutes, doublons possibles) : « members check » les montre, cellule par cellule.",
        "{n} to check on the sheet (doubts, possible doubles): \"members check\" shows them, cell by cell.",
    ),
}  # fmt: skip


def has_refusals(merge: SheetMerge) -> bool:
    """Whether some row of the sheet was not taken."""
    return bool(merge.refused or merge.conflicts)


def merge_lines(
    merge: SheetMerge, sheet: MemberSheet, register: Register, lang: Lang, *, dry_run: bool
) -> Iterator[Line]:
    """What was done with the rows of a sheet: taken, completing, refused and why."""
    yield _head(merge, lang, dry_run)
    written = merge.done and not dry_run
    added, completed = ("added", "completed") if written else ("to_add", "to_complete")
    yield from _listed(added, [_added(one, lang) for one in merge.added], "satisfied", lang)
    yield from _completions(completed, merge.completed, lang)
    if merge.unchanged:
        yield Line(_say("unchanged", lang, n=len(merge.unchanged)), "dim")
    yield from _listed("known", list(_known_elsewhere(merge, register, lang)), "warnings", lang)
    yield from _listed("namesakes", list(_namesakes(merge, register, lang)), "warnings", lang)
    yield from _listed("conflicts", [_conflict(one, lang) for one in merge.conflicts], "breaches", lang)
    yield from _refused(merge, sheet, lang)
    to_check = len(sheet.doubts) + len(sheet.doubles)
    if to_check:
        yield Line()
        yield Line(_say("doubts", lang, n=to_check), "unknown")


def _say(key: str, lang: Lang, **words: object) -> str:
    return _WORDS[key].to(lang).format(**words)


def _head(merge: SheetMerge, lang: Lang, dry_run: bool) -> Line:
    if merge.done:
        words = "would" if dry_run else "done"
        return Line(_say(words, lang, structure=describe(merge.structure, lang)), "satisfied")
    if merge.added or merge.completed:
        return Line(_say("not_done", lang), "breaches")
    return Line(_say("none_left" if has_refusals(merge) else "nothing_new", lang), "counts")


def _listed(title: str, items: list[str], style: str, lang: Lang) -> Iterator[Line]:
    if items:
        yield Line()
        yield Line(_say(title, lang, n=len(items)), f"title.{style}")
    yield from (Line(item, "plain", 1) for item in items)


def _added(membership: Membership, lang: Lang) -> str:
    joined = membership.joined_on
    begun = f", {_say('from', lang, day=describe(joined, lang))}" if isinstance(joined, date) else ""
    return f"{describe(membership.member, lang)} [{membership.member.id}]{begun}"


def _completions(title: str, completed: Sequence[Completion], lang: Lang) -> Iterator[Line]:
    if completed:
        yield Line()
        yield Line(_say(title, lang, n=len(completed)), "title.satisfied")
    for one in completed:
        yield Line(_completed(one, lang), "plain", 1)
        if one.by_name:
            yield Line(_say("by_name", lang), "unknown", 4)


def _completed(one: Completion, lang: Lang) -> str:
    facts = ", ".join(_fact(path, lang) for path in one.facts)
    who = f"{describe(one.after.member, lang)} [{one.after.member.id}]"
    return f"{_say('line', lang, n=one.line)} : {who} : {facts}"


def _fact(path: str, lang: Lang) -> str:
    """A fact by its label, of the member or of the membership."""
    owners = get_args(Member) if path.startswith("member.") else (Membership,)
    labels = (label_of(owner, path.removeprefix("member.")) for owner in owners)
    return next((label.to(lang) for label in labels if label), path)


def _conflict(one: Conflict, lang: Lang) -> str:
    told, by_sheet = describe(one.told, lang), describe(one.by_sheet, lang)
    said = _say("conflict", lang, fact=_fact(one.fact, lang), told=told, by_sheet=by_sheet)
    return f"{_say('line', lang, n=one.line)} : {one.member_id} : {said}"


def _refused(merge: SheetMerge, sheet: MemberSheet, lang: Lang) -> Iterator[Line]:
    names = {row.line: describe(row.membership.member, lang) for row in sheet.rows if row.membership}
    if merge.refused:
        yield Line()
        yield Line(_say("refused", lang, n=len(merge.refused)), "title.breaches")
    for one in merge.refused:
        who = f" ({names[one.line]})" if one.line in names else ""
        yield Line(f"{_say('line', lang, n=one.line)}{who} : {one.why.to(lang)}", "breaches", 1)
        yield Line(f"→ {one.mend.to(lang)}", "mend", 4)


def _known_elsewhere(merge: SheetMerge, register: Register, lang: Lang) -> Iterator[str]:
    for membership in merge.added:
        held = [
            one for one in register.history(membership.member.id) if one.structure.id != merge.structure.id
        ]
        if held:
            who = f"{describe(membership.member, lang)} [{membership.member.id}]"
            names = ", ".join(dict.fromkeys(describe(one.structure, lang) for one in held))
            yield f"{who} : {describe(held[-1].member, lang)}, {names}"


def _namesakes(merge: SheetMerge, register: Register, lang: Lang) -> Iterator[str]:
    """Those who are added while somebody of another structure bears their name under another id."""
    added = {name_key(one.member.name): one.member for one in merge.added if isinstance(one.member.name, str)}
    for structure in register:
        if structure.id == merge.structure.id or not isinstance(structure.members, tuple):
            continue
        for other in {one.member.id: one.member for one in structure.members}.values():
            like = added.get(name_key(other.name)) if isinstance(other.name, str) else None
            if like is not None and like.id != other.id:
                who = f"{describe(like, lang)} [{like.id}]"
                yield f"{who} : {describe(other, lang)} [{other.id}], {describe(structure, lang)}"


def merge_document(merge: SheetMerge, *, dry_run: bool) -> dict[str, Any]:
    """What was done with the rows of a sheet, as plain data."""
    return {
        "done": merge.done,
        "dry_run": dry_run,
        "structure": merge.structure.id,
        "added": [membership.member.id for membership in merge.added],
        "completed": [
            {
                "line": one.line,
                "member": one.after.member.id,
                "facts": list(one.facts),
                "by_name": one.by_name,
            }
            for one in merge.completed
        ],
        "unchanged": list(merge.unchanged),
        "conflicts": [
            {
                "line": one.line,
                "member": one.member_id,
                "fact": one.fact,
                "told": plain_value(one.told),
                "by_sheet": plain_value(one.by_sheet),
            }
            for one in merge.conflicts
        ],
        "refused": [
            {"line": one.line, "why": both(one.why), "mend": both(one.mend)} for one in merge.refused
        ],
    }


def sheet_document(sheet: MemberSheet) -> dict[str, Any]:
    """What a sheet was read as, as plain data."""

    def places(remarks: Iterable[Any]) -> list[dict[str, Any]]:
        return [
            {
                "line": one.line,
                "cell": one.cell,
                "text": one.text,
                "code": one.code,
                "why": both(one.why),
                "mend": both(one.mend),
            }
            for one in remarks
        ]

    return {
        "format": sheet.dialect.format,
        "sheet": sheet.dialect.sheet,
        "header_line": sheet.dialect.header_line,
        "columns": [
            {
                "letter": column.letter,
                "header": column.header,
                "role": column.role and column.role.value,
                "how": column.how.value,
            }
            for column in sheet.columns
        ],
        "members": len(sheet.memberships),
        "doubts": places(sheet.doubts),
        "faults": places(sheet.faults),
        "doubles": [
            {"lines": list(one.lines), "names": list(one.names), "why": [both(why) for why in one.why]}
            for one in sheet.doubles
        ],
    }
