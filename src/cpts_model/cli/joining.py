"""Joining a structure."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Annotated, Any, TypeVar

import attrs
import typer

from cpts_model.cli.changing import conclude
from cpts_model.cli.console import say
from cpts_model.cli.files import read_one_register, refuse, structure_called
from cpts_model.cli.options import (
    DryRun,
    Explain,
    Format,
    Format_,
    Lang_,
    Language,
    RegisterFile,
    Since,
    StructureId,
    day_asked,
    parse_day,
)
from cpts_model.engine.errors import shortened
from cpts_model.engine.explain import describe
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.exchange.sheets.names import name_key
from cpts_model.facts.memberships import Member, SecondMembershipGround
from cpts_model.facts.modes import Mode
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.organs import Organ
from cpts_model.facts.people import Person, PersonRole, Professional
from cpts_model.facts.reading import read_profession
from cpts_model.register import Register

Slug = TypeVar("Slug", bound=Enum)


def choice(kind: type[Slug], name: str, help: str) -> Any:
    """An option that takes one of the slugs of an enumeration."""

    def read(text: str) -> Slug:
        try:
            return kind(text)
        except ValueError:
            known = ", ".join(str(one.value) for one in kind)
            raise typer.BadParameter(f"{shortened(text)} is none of {known}") from None

    return typer.Option(name, parser=read, metavar=name.lstrip("-").upper(), help=help)


Ground = Annotated[
    SecondMembershipGround | None,
    choice(
        SecondMembershipGround,
        "--ground",
        "Why a second CPTS: zone-frontaliere or action-specifique.",
    ),
]


def join(
    file: RegisterFile,
    structure: StructureId,
    *,
    id: Annotated[str, typer.Option("--id", help="The id of the candidate, in the register already or new.")],
    name: Annotated[str | None, typer.Option("--name", help="Their name, if they are new.")] = None,
    profession: Annotated[
        str | None,
        typer.Option(
            "--profession", help="Their profession as people write it: IDEL, MG, kiné… if they are new."
        ),
    ] = None,
    mode: Annotated[
        Mode | None, choice(Mode, "--mode", "How they practise: liberal, salarie, benevole or indirect.")
    ] = None,
    organisation: Annotated[
        OrganisationKind | None,
        choice(
            OrganisationKind, "--organisation", "What kind of organisation it is: maison-de-sante, ehpad…"
        ),
    ] = None,
    role: Annotated[
        PersonRole | None,
        choice(PersonRole, "--role", "What brings somebody who is no professional: usager, elu or autre."),
    ] = None,
    consented: Annotated[
        bool | None,
        typer.Option(
            "--consented/--not-consented",
            help="Whether they consented. Left out: unknown, and then nobody joins.",
        ),
    ] = None,
    ground: Ground = None,
    college: Annotated[str | None, typer.Option("--college", help="The college they ask for.")] = None,
    admitted_on: Annotated[
        date | None,
        typer.Option(
            "--admitted-on", metavar="DAY", parser=parse_day, help="The day their admission was decided."
        ),
    ] = None,
    admitted_by: Annotated[
        Organ | None,
        choice(
            Organ,
            "--admitted-by",
            "Which organ decided: bureau, conseil-d-administration, assemblee-generale.",
        ),
    ] = None,
    charter: Annotated[
        bool | None,
        typer.Option("--charter/--no-charter", help="Whether they signed the charter or the internal rules."),
    ] = None,
    associe: Annotated[
        bool | None,
        typer.Option(
            "--associe/--not-associe", help="Of a SISA: whether they become a partner (associé) of it."
        ),
    ] = None,
    on: Since = None,
    dry_run: DryRun = False,
    explain: Explain = False,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Make somebody a member of a structure, unless the law or its statutes say no.

    Whoever is in the register already is named by --id alone; of anybody else, say --name and one of --profession, --organisation or --role.

    Exit code: 0 done, 1 not done (the report says who says no, and what would mend it), 2 input that cannot be read.
    """  # fmt: skip
    day = day_asked(on)
    register = read_one_register(file)
    structure_called(register, structure)
    told = _Told(id, name, profession, mode, organisation, role)
    terms: dict[str, Any] = {
        "consented": consented,
        "ground": ground,
        "college": college,
        "admitted_on": admitted_on,
        "admitted_by": admitted_by,
        "charter_signed": charter,
        "associe": associe,
    }
    terms = {key: value for key, value in terms.items() if value is not None}
    candidate = _candidate(register, told)
    change = register.admit(candidate, structure, on=day, **terms)
    for line in _namesakes(register, candidate, lang.value):
        say(line)
    conclude(change, register, file, lang.value, format, dry_run=dry_run, explain=explain)


@attrs.frozen(slots=True)
class _Told:
    """The candidate as the options tell them."""

    id: str
    name: str | None
    profession: str | None
    mode: Mode | None
    organisation: OrganisationKind | None
    role: PersonRole | None

    @property
    def described(self) -> list[str]:
        """The options that describe the candidate, other than the id."""
        return [
            f"--{name}"
            for name in ("name", "profession", "mode", "organisation", "role")
            if getattr(self, name)
        ]


def _candidate(register: Register, told: _Told) -> Member:
    known = register.history(told.id)
    if known:
        if told.described:
            refuse(
                f"{shortened(told.id)} is in the register already ({_name(known[-1].member)}): "
                f"leave out {', '.join(told.described)}, or choose another --id for somebody else"
            )
        return known[-1].member
    kinds = [name for name in ("profession", "organisation", "role") if getattr(told, name) is not None]
    if len(kinds) != 1:
        refuse(
            f"the register holds nobody called {shortened(told.id)}: say --name and one of --profession, "
            "--organisation and --role"
            + (f" (not {' and '.join(f'--{kind}' for kind in kinds)})" if kinds else "")
        )
    if told.mode is not None and told.profession is None:
        refuse("--mode is how a professional practises: say --profession")
    if told.profession is not None:
        return _professional(told, told.profession)
    common: dict[str, Any] = {"id": told.id} | ({} if told.name is None else {"name": told.name})
    if told.organisation is not None:
        return Organisation(**common, kind=told.organisation)
    return Person(**common, role=told.role or UNKNOWN)


_NAMESAKE = Text(
    "{name} est déjà au registre sous l'identifiant « {id} » ({structures}) : "
    "si c'est la même personne, reprendre --id {id}, sans la décrire à nouveau.",
    '{name} is in the register already under the id "{id}" ({structures}): '
    "if they are the same person, say --id {id} and describe them no more.",
)


def _namesakes(register: Register, candidate: Member, lang: Lang) -> Iterator[str]:
    """Members of the register who bear the name of the candidate under another id: maybe the same person."""
    if not isinstance(candidate.name, str):
        return
    wanted = name_key(candidate.name)
    for member_id in register.member_ids:
        held = register.history(member_id)
        name = held[-1].member.name
        if member_id != candidate.id and isinstance(name, str) and name_key(name) == wanted:
            structures = ", ".join(dict.fromkeys(describe(one.structure, lang) for one in held))
            yield _NAMESAKE.to(lang).format(name=name, id=member_id, structures=structures)


def _name(member: Member) -> str:
    return member.name if isinstance(member.name, str) else "no name told"


def _professional(told: _Told, profession: str) -> Professional:
    """A professional whose profession is certain: a doubt is no fact to write down."""
    reading = read_profession(profession)
    if not reading.certain:
        candidates = " or ".join(repr(one.value) for one in reading.candidates)
        refuse(
            f"--profession {shortened(profession)} is not certain"
            + (f": is it {candidates}? Write that word" if candidates else ": no profession was read in it")
        )
    facts: dict[str, Any] = {"id": told.id, "name": told.name, "mode": told.mode or reading.mode}
    facts |= {"savoir_faire": reading.savoir_faire or None, "substitute": reading.substitute}
    return Professional(
        professions=reading.professions, **{key: fact for key, fact in facts.items() if fact is not None}
    )
