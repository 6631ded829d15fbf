"""A headcount in words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from cpts_model.engine.explain import describe, format_day
from cpts_model.engine.text import Lang, Text
from cpts_model.register.headcount.bounds import Bounds, Tally

if TYPE_CHECKING:
    from cpts_model.register.headcount.count import Headcount

_WAYS = {
    "profession": Text("Par profession", "By profession"),
    "college": Text("Par collège", "By college"),
    "structure": Text("Par structure", "By structure"),
    "kind": Text("Par nature de structure", "By kind of structure"),
    "mode": Text("Par mode d'exercice", "By mode of practice"),
    "family": Text("Par famille de professions", "By family of professions"),
}
_PEOPLE = (Text("personne", "person"), Text("personnes", "people"))
_ORGANISATIONS = (Text("organisation", "organisation"), Text("organisations", "organisations"))


def lines(count: "Headcount", lang: Lang) -> Iterator[str]:
    """The count, its groups, and what is open in it."""
    day = format_day(count.on, lang)
    people = _counted(count.people, _PEOPLE, lang)
    yield (
        f"Le {day} : {people}, chaque personne comptée une seule fois"
        if lang == "fr"
        else f"On {day}: {people}, each counted once"
    )
    if count.organisations.bounds != Bounds(0, 0):
        said = _counted(count.organisations, _ORGANISATIONS, lang)
        yield f"{said}, à part" if lang == "fr" else f"{said}, apart"
    yield f"{_WAYS[count.by].to(lang)} :" if lang == "fr" else f"{_WAYS[count.by].to(lang)}:"
    for group in count.groups:
        said = group.people.bounds.to(lang)
        if group.organisations.bounds != Bounds(0, 0):
            said += f" ; {_counted(group.organisations, _ORGANISATIONS, lang)}"
        yield f"  {group.label.to(lang)} : {said}"
    yield from _doubts(count, lang)


def _counted(tally: Tally, words: tuple[Text, Text], lang: Lang) -> str:
    bounds = tally.bounds
    # French counts 0 and 1 in the singular, English 1 alone.
    several = (bounds.most or 0) > 1 or bounds.least > 1 or (lang == "en" and bounds == Bounds(0, 0))
    return f"{bounds.to(lang)} {words[several].to(lang)}"


def _doubts(count: "Headcount", lang: Lang) -> Iterator[str]:
    french = lang == "fr"
    if count.in_several_groups:
        who = _named(count.in_several_groups, count.member_names)
        yield (
            f"Dans plusieurs groupes à la fois : {who}. La somme des groupes dépasse le total."
            if french
            else f"In several groups at once: {who}. The groups add up to more than the total."
        )
    if count.unsorted:
        who = _named(count.unsorted, count.member_names)
        yield (
            f"Groupe inconnu, peut-être l'un ou l'autre de ceux-ci : {who}."
            if french
            else f"Group unknown, perhaps one of these: {who}."
        )
    yield from _doubles(count, lang)
    for one in count.contradictions:
        values = " / ".join(describe(value, lang) for value in one.values)
        who = _called(one.name, one.id)
        yield (
            f"Descriptions contradictoires de {who} : {one.label.fr} ({values}). Tenu pour inconnu."
            if french
            else f"Contradictory descriptions of {who}: {one.label.en} ({values}). Taken as unknown."
        )
    if count.untold:
        where = _named(count.untold, count.structure_names)
        yield (
            f"Liste des membres inconnue : {where}. Rien ne borne le nombre par le haut."
            if french
            else f"List of members unknown: {where}. Nothing bounds the number above."
        )


def _doubles(count: "Headcount", lang: Lang) -> Iterator[str]:
    french = lang == "fr"
    if count.doubles:
        yield (
            "Dans plusieurs structures, comptées une seule fois dans le total :"
            if french
            else "In several structures, counted once in the total:"
        )
    for double in count.doubles:
        where = [_named(double.structures, count.structure_names)] if double.structures else []
        if double.possible:
            maybe = _named(double.possible, count.structure_names)
            where.append(f"{'peut-être' if french else 'perhaps'} {maybe}")
        colon, between = (" : ", " ; ") if french else (": ", "; ")
        yield f"  {count.member_names[double.id]}{colon}{between.join(where)}"


def _named(ids: Iterable[str], names: Mapping[str, str]) -> str:
    return ", ".join(names[one] for one in ids)


def _called(name: str, member_id: str) -> str:
    return name if name == member_id else f"{name} ({member_id})"
