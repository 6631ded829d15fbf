"""What is said of the people of the Annuaire Santé: a table, notes, what completing a dossier does."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from cpts_model.cli.files import WRITTEN
from cpts_model.cli.plain import both
from cpts_model.engine.explain import describe
from cpts_model.engine.labels import label_of
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.annuaire import (
    Activity,
    AnnuaireMerge,
    AnnuaireNote,
    RegisteredProfessional,
)
from cpts_model.exchange.annuaire.merging import Unmatched
from cpts_model.exchange.annuaire.writing import professional_dict
from cpts_model.exchange.assessment import plain_value
from cpts_model.facts.people import Professional
from cpts_model.facts.savoir_faire import savoir_faire_label
from cpts_model.report.text import NAMES_SHOWN, Line

NO_MEMBERSHIP = Text(
    "L'Annuaire Santé dit qui exerce là ; il ne dit pas qui est membre.",
    "The Annuaire Santé says who practises there; it does not say who is a member.",
)
HEADINGS: Mapping[Lang, tuple[str, ...]] = {
    "fr": ("Nom", "Profession", "Savoir-faire", "Mode d'exercice", "Identifiant"),
    "en": ("Name", "Profession", "Savoir-faire", "Mode of practice", "Id"),
}
_WORDS = {
    "found": Text("{n} personnes trouvées dans le fichier.", "{n} people found in the file."),
    "one": Text("1 personne trouvée dans le fichier.", "1 person found in the file."),
    "nobody": Text("Personne n'a été trouvé dans le fichier.", "Nobody was found in the file."),
    "notes": Text("Remarques", "Remarks"),
    "would_write": Text(
        "Ce fichier serait écrit. Rien ne l'est (--dry-run) :",
        "This file would be written. Nothing is (--dry-run):",
    ),
    "done": Text("Dossier complété : {structure}.", "Dossier completed: {structure}."),
    "would": Text(
        "Dossier à compléter : {structure}. Rien n'est écrit (--dry-run).",
        "Dossier to complete: {structure}. Nothing is written (--dry-run).",
    ),
    "nothing": Text(
        "Rien à écrire : l'Annuaire n'apporte rien de nouveau au dossier « {structure} ».",
        "Nothing to write: the Annuaire brings nothing new to the dossier “{structure}”.",
    ),
    "completed": Text("Membres complétés ({n})", "Members completed ({n})"),
    "to_complete": Text("Membres à compléter ({n})", "Members to complete ({n})"),
    "added": Text(
        "Ajoutés comme membres, à votre demande ({n})", "Added as members, because you said so ({n})"
    ),
    "whole_list": Text(
        "Le dossier n'a pas d'autre membre, et qui le juge tient sa liste pour complète : y ajouter d'abord ceux qui manquent.",
        "The dossier has no other member, and whoever judges it takes its list to be whole: add those who are missing first.",
    ),
    "to_add": Text(
        "À ajouter comme membres, à votre demande ({n})", "To add as members, because you said so ({n})"
    ),
    "unchanged": Text("Rien de nouveau pour {n} membres", "Nothing new for {n} members"),
    "unchanged_one": Text("Rien de nouveau pour 1 membre", "Nothing new for 1 member"),
    "contradictions": Text(
        "Contradictions ({n}) : ce que dit le dossier est gardé",
        "Contradictions ({n}): what the dossier tells is kept",
    ),
    "contradiction": Text(
        "{who} : {fact} : {told} au dossier, {by_registry} à l'Annuaire",
        "{who}: {fact}: {told} in the dossier, {by_registry} in the Annuaire",
    ),
    "ended": Text(
        "Exercent là, mais leur adhésion a pris fin ({n})", "Practise there, but their membership has ended ({n})"
    ),
    "absent": Text(
        "Membres absents du fichier, ou dont le numéro RPPS n'est pas au dossier ({n})",
        "Members who are not in the file, or whose RPPS number is not in the dossier ({n})",
    ),
    "no_members": Text(
        "Trouvés, sans adhésion au dossier ({n}) : --add-members les ajoute, si vous savez qu'ils sont membres",
        "Found, without membership in the dossier ({n}): --add-members adds them, if you know that they are members",
    ),
    "namesakes": Text(
        "Portent le nom d'un membre dont le numéro RPPS n'est pas au dossier, peut-être la même personne ({n}) : "
        "indiquer ce numéro au dossier",
        "Bear the name of a member whose RPPS number is not in the dossier, maybe the same person ({n}): "
        "tell that number in the dossier",
    ),
    "clashes": Text(
        "Leur identifiant est au dossier celui de quelqu'un d'autre ({n}) : le changer au dossier",
        "Their id is that of somebody else in the dossier ({n}): change it there",
    ),
    "other_names": Text(
        "Le numéro RPPS est celui de quelqu'un d'un autre nom ({n}) : rien n'en est repris ; vérifier le numéro au dossier",
        "The RPPS number is that of somebody of another name ({n}): nothing of them is taken; check the number in the dossier",
    ),
    "all_the_same": Text(
        "Le dossier est écrit malgré tout : ce qui est à vérifier, listé ci-dessus, n'y a pas été repris.",
        "The dossier is written all the same: what is to be checked, listed above, was not taken into it.",
    ),
    "like": Text("{who} : voir le membre {member}", "{who}: see the member {member}"),
}  # fmt: skip


def doubt_lines(doubts: Iterable[Text], lang: Lang) -> Iterator[Line]:
    """What is doubtful of what was looked for."""
    yield from (Line(doubt.to(lang), "unknown") for doubt in doubts)


def with_doubts(document: dict[str, Any], doubts: Iterable[Text]) -> dict[str, Any]:
    """A document, and what is doubtful of what was looked for."""
    return {**document, "doubts": [both(doubt) for doubt in doubts]}


def opening(people: int, lang: Lang) -> Iterator[Line]:
    """How many were found, and what that does not mean."""
    yield Line(_count(people, lang), "counts")
    if people:
        yield Line(NO_MEMBERSHIP.to(lang), "mend")


def _count(people: int, lang: Lang) -> str:
    key = {0: "nobody", 1: "one"}.get(people, "found")
    return _say(key, lang, n=people)


def table(found: Iterable[RegisteredProfessional], lang: Lang) -> Iterator[tuple[str, ...]]:
    """A row for each person: name, professions, savoir-faire, mode, id; a dash where it is unknown."""
    for one in found:
        who = one.professional
        specialities = (
            UNKNOWN
            if isinstance(who.savoir_faire, Unknown)
            else tuple(f"{code} {savoir_faire_label(code)}" for code in who.savoir_faire)
        )
        facts = (who.name, who.professions, specialities, who.mode, who.id)
        yield tuple("–" if fact is UNKNOWN else describe(fact, lang) for fact in facts)


def note_lines(found: Iterable[RegisteredProfessional], lang: Lang) -> Iterator[Line]:
    """What could not become a fact, each remark once, with the people it is of."""
    of: dict[AnnuaireNote, list[str]] = {}
    for one in found:
        for note in dict.fromkeys(one.notes):
            of.setdefault(note, []).append(describe(one.professional, lang))
    if of:
        yield Line()
        yield Line(_say("notes", lang), "title.unknown")
    for note, names in of.items():
        yield Line(note.text.to(lang), "unknown", 1)
        more = len(names) - NAMES_SHOWN
        yield Line(", ".join(names[:NAMES_SHOWN]) + (f" … (+{more})" if more > 0 else ""), "plain", 4)


def document(found: Sequence[RegisteredProfessional]) -> dict[str, Any]:
    """People, what they do where, and the remarks, as plain data."""
    return {"about": both(NO_MEMBERSHIP), "people": [_person(one) for one in found]}


def _person(one: RegisteredProfessional) -> dict[str, Any]:
    return {
        "professional": professional_dict(one.professional),
        "activities": [_activity(activity) for activity in one.activities],
        "notes": [_note(note) for note in one.notes],
    }


def _activity(activity: Activity) -> dict[str, Any]:
    return {name: plain_value(value) for name, value in activity._asdict().items() if value is not UNKNOWN}


def _note(note: AnnuaireNote) -> dict[str, Any]:
    return {"fact": note.fact, **both(note.text)}


def written_lines(
    output: Path, people: int, notes: Counter[AnnuaireNote], lang: Lang, *, dry_run: bool
) -> Iterator[Line]:
    """What was written to a file, and how often each remark was made."""
    yield from opening(people, lang)
    yield Line(f"{_say('would_write', lang) if dry_run else WRITTEN.to(lang)} {output}", "satisfied")
    if notes:
        yield Line()
        yield Line(_say("notes", lang), "title.unknown")
    for note, times in notes.most_common():
        yield Line(f"{times} × {note.text.to(lang)}", "unknown", 1)


def written_document(
    output: Path, people: int, notes: Counter[AnnuaireNote], *, dry_run: bool
) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "about": both(NO_MEMBERSHIP),
        "output": str(output),
        "dry_run": dry_run,
        "people": people,
        "notes": [{**_note(note), "times": times} for note, times in notes.most_common()],
    }


def merge_lines(
    merge: AnnuaireMerge,
    found: Sequence[RegisteredProfessional],
    lang: Lang,
    *,
    absent: Sequence[Professional],
    dry_run: bool,
) -> Iterator[Line]:
    """What completing a dossier did, or would do; with the members who were looked for and not found."""
    yield from opening(len(found), lang)
    key = ("would" if dry_run else "done") if merge.changes else "nothing"
    yield Line(_say(key, lang, structure=describe(merge.structure, lang)), "satisfied")
    completed, added = ("to_complete", "to_add") if dry_run else ("completed", "added")
    yield from _listed(
        completed,
        [
            f"{_who(one.after, lang)} : {', '.join(_fact(fact, lang) for fact in one.facts)}"
            for one in merge.completed
        ],
        lang,
    )
    yield from _listed(added, [_who(one.member, lang) for one in merge.added], lang)
    if merge.is_the_whole_list:
        yield Line(_say("whole_list", lang), "counts")
    if merge.unchanged:
        yield Line()
        key = "unchanged" if len(merge.unchanged) > 1 else "unchanged_one"
        yield Line(_say(key, lang, n=len(merge.unchanged)), "plain")
    yield from _listed("contradictions", list(_contradictions(merge, lang)), lang, "warnings")
    yield from _listed("namesakes", _alike(merge.namesakes, lang), lang, "warnings")
    yield from _listed("clashes", _alike(merge.clashes, lang), lang, "warnings")
    yield from _listed("other_names", _alike(merge.other_names, lang), lang, "warnings")
    if merge.changes and merge.doubtful and not dry_run:
        yield Line()
        yield Line(_say("all_the_same", lang), "counts")
    yield from _listed("ended", list(merge.ended), lang, "warnings")
    yield from _listed("absent", [_who(one, lang) for one in absent], lang, "unknown")
    yield from _listed("no_members", [_who(one.professional, lang) for one in merge.no_members], lang)
    yield from note_lines(found, lang)


def _contradictions(merge: AnnuaireMerge, lang: Lang) -> Iterator[str]:
    for one in merge.contradictions:
        yield _say(
            "contradiction",
            lang,
            who=one.member_id,
            fact=_fact(one.fact, lang),
            told=describe(one.told, lang),
            by_registry=describe(one.by_registry, lang),
        )


def _alike(unmatched: Iterable[Unmatched], lang: Lang) -> list[str]:
    return [
        _say("like", lang, who=_who(one.found.professional, lang), member=one.member_id) for one in unmatched
    ]


def _listed(title: str, items: Sequence[str], lang: Lang, style: str = "satisfied") -> Iterator[Line]:
    if items:
        yield Line()
        yield Line(_say(title, lang, n=len(items)), f"title.{style}")
    yield from (Line(item, "plain", 1) for item in items)


def _who(who: Any, lang: Lang) -> str:
    return f"{describe(who, lang)} [{who.id}]"


def _fact(name: str, lang: Lang) -> str:
    label = label_of(Professional, name)
    return label.to(lang) if label else name


def _say(key: str, lang: Lang, **said: object) -> str:
    return _WORDS[key].to(lang).format(**said)


def merge_document(
    merge: AnnuaireMerge,
    found: Sequence[RegisteredProfessional],
    *,
    absent: Sequence[Professional],
    dry_run: bool,
) -> dict[str, Any]:
    """The same as plain data."""
    return {
        **document(found),
        "structure": merge.structure.id,
        "dry_run": dry_run,
        "changes": merge.changes,
        "completed": [{"member": one.after.id, "facts": list(one.facts)} for one in merge.completed],
        "added": [one.member.id for one in merge.added],
        "added_are_the_whole_list": merge.is_the_whole_list,
        "unchanged": list(merge.unchanged),
        "contradictions": [
            {
                "member": one.member_id,
                "fact": one.fact,
                "told": plain_value(one.told),
                "by_registry": plain_value(one.by_registry),
            }
            for one in merge.contradictions
        ],
        "absent": [one.id for one in absent],
        "no_members": [one.professional.id for one in merge.no_members],
        "ended": list(merge.ended),
        "namesakes": [{"id": one.found.professional.id, "member": one.member_id} for one in merge.namesakes],
        "clashes": [{"id": one.found.professional.id, "member": one.member_id} for one in merge.clashes],
        "other_names": [
            {"id": one.found.professional.id, "member": one.member_id} for one in merge.other_names
        ],
    }
