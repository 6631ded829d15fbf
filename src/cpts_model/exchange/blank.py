"""A commented dossier to fill in, generated from the facts themselves."""

import textwrap
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, get_args

import attrs

from cpts_model.engine.text import Lang, Text
from cpts_model.exchange.kinds import STRUCTURES, kind_of
from cpts_model.exchange.shape import FieldShape, alternatives, is_many, shape_of
from cpts_model.facts.memberships import Membership
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, Professional
from cpts_model.facts.structures import Structure

_INTRODUCTION = Text(
    """Dossier à compléter. Chaque ligne commentée est un fait : retirer le « # » pour le dire.
Un fait qu'on ne dit pas reste inconnu, et le jugement le dira.
Ce qu'on sait ne pas exister se met dans la liste « absent » : absent = ["left_on"].""",
    """A dossier to fill in. Each commented line is a fact: take the "#" away to tell it.
A fact that is not told stays unknown, and the judgement will say so.
What is known not to exist goes into the list "absent": absent = ["left_on"].""",
)
_EVERY_MEMBER = Text(
    "Ce qui est vrai de chaque membre, sauf s'il en dit autrement.",
    "What is true of each member, unless that member says otherwise.",
)
_EACH_MEMBER = Text("Une section [[members]] par membre.", "One [[members]] section for each member.")
_ORGANISATION = Text(
    "Un membre qui est une organisation (EHPAD, CCAS…).", "A member that is an organisation (care home…)."
)
_PERSON = Text("Un membre qui est un usager, un élu…", "A member who is a user, an elected official…")


def blank_dossier(kind: str, lang: Lang) -> str:
    """A TOML dossier of a kind in which every fact is a comment to complete.

    Raises:
        KeyError: there is no such kind of structure.
    """
    return "\n".join(_lines(kind, STRUCTURES[kind], lang)) + "\n"


def _lines(kind: str, structure: type[Structure], lang: Lang) -> Iterator[str]:
    yield from (f"# {line}" for line in _INTRODUCTION.to(lang).splitlines())
    yield f'\nkind = "{kind}"'
    yield f'id = "{kind}-1"'
    yield from _fields(structure, lang, "", skip=("id", "members"))
    yield f"\n# {_EVERY_MEMBER.to(lang)}"
    yield "#[every_member]"
    yield "#partner = false"
    yield '#absent = ["left_on"]'
    yield f"\n# {_EACH_MEMBER.to(lang)}"
    yield "#[[members]]"
    yield from _fields(Membership, lang, "members", skip=("member",))
    yield "\n#[members.member]"
    yield '#kind = "professional"'
    yield '#id = "p-1"'
    yield from _fields(Professional, lang, "members.member", skip=("id",))
    for title, member, facts in ((_ORGANISATION, "organisation", Organisation), (_PERSON, "person", Person)):
        yield f"\n# {title.to(lang)}"
        yield "#[[members]]"
        yield "#joined_on = 2026-01-01"
        yield "#[members.member]"
        yield f'#kind = "{member}"'
        yield f'#id = "{member}-1"'
        yield from _fields(facts, lang, "members.member", skip=("id",))


def _fields(fact: type[Any], lang: Lang, path: str, skip: tuple[str, ...] = ()) -> Iterator[str]:
    """The facts of a class, a comment each; those that hold facts come last, as TOML wants."""
    tables: list[tuple[FieldShape, type[Any]]] = []
    for shape in shape_of(fact).values():
        if shape.name in skip:
            continue
        # Of several kinds of person, the first is shown.
        kind = get_args(shape.of)[0] if is_many(shape.of) else alternatives(shape.of)[0]
        if attrs.has(kind):
            tables.append((shape, kind))
            continue
        yield f"# {shape.label.to(lang) if shape.label else shape.key}"
        yield from _choices(kind)
        yield f"#{shape.key} = {_SAMPLES.get(shape.name) or _example(kind, is_many(shape.of))}"
    for shape, kind in tables:
        where = f"{path}.{shape.key}" if path else shape.key
        yield f"\n# {shape.label.to(lang) if shape.label else shape.key}"
        yield f"#[[{where}]]" if is_many(shape.of) else f"#[{where}]"
        if kind_of(kind):
            yield f'#kind = "{kind_of(kind)}"'
        # A structure inside another one lists its members as the outer one does, shown once.
        yield from _fields(kind, lang, where, skip=("members",))


def _choices(kind: type[Any]) -> Iterator[str]:
    """Every word that may be written, folded."""
    if issubclass(kind, Enum):
        words = ", ".join(str(member.value) for member in kind)
        yield from (f"#   {line}" for line in textwrap.wrap(words, 100, break_on_hyphens=False))


_SAMPLES = {
    "seat_departement": '"33"',
    "votes": "1",
    "fee": "20.00",
    "season_first_month": "9",
    "for_year": "2026",
    "numerator": "1",
    "denominator": "4",
}
_EXAMPLES: dict[type[Any], str] = {bool: "true", int: "0", str: '"…"', date: "2026-01-01", Decimal: "0.0"}


def _example(kind: type[Any], many: bool) -> str:
    example = f'"{next(iter(kind)).value}"' if issubclass(kind, Enum) else _EXAMPLES[kind]
    return f"[{example}]" if many else example
