"""The Annuaire Santé on the command line: who practises where, as a table, a file, or into a dossier."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import attrs
import typer

from cpts_model.cli.console import show, show_json, show_table
from cpts_model.cli.files import (
    check_written,
    read,
    read_one_register,
    refuse,
    save,
    save_register,
    structure_called,
    with_structure,
)
from cpts_model.cli.importing import annuaire_words as words
from cpts_model.cli.importing.annuaire_asked import (
    check_number,
    doubt_of_commune,
    doubt_of_number,
    parse_profession,
)
from cpts_model.cli.options import BREACH, FINE, DryRun, Format, Format_, Lang_, Language
from cpts_model.cli.outputs import keep_apart, refuse_existing
from cpts_model.engine.text import Text
from cpts_model.exchange.annuaire import (
    AnnuaireNote,
    RegisteredProfessional,
    merge_annuaire,
    read_annuaire,
    write_professionals,
)
from cpts_model.exchange.annuaire.people import check_extract
from cpts_model.exchange.files import LINES
from cpts_model.exchange.identifiers import rpps
from cpts_model.exchange.sheets import write_members
from cpts_model.facts.memberships import Membership
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import CPTS, Structure
from cpts_model.register import Register

_SHEETS = (".csv", ".xlsx")


def import_annuaire(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="The open extract: PS_LibreAcces_Personne_activite….txt."),
    ],
    *,
    structure: Annotated[
        str | None,
        typer.Option(
            "--structure",
            metavar="NUMBER",
            help="Who practises in it: its FINESS number (site or legal entity) or its SIRET number.",
        ),
    ] = None,
    commune: Annotated[
        str | None,
        typer.Option(
            "--commune",
            metavar="COG",
            help="Who practises in this commune (its INSEE code, of the COG: no postal code).",
        ),
    ] = None,
    departement: Annotated[
        str | None,
        typer.Option("--departement", metavar="CODE", help="Who practises in this département: 04, 2A, 974."),
    ] = None,
    profession: Annotated[
        Profession | None,
        typer.Option(
            "--profession",
            parser=parse_profession,
            metavar="PROFESSION",
            help="Who holds this profession, as people write it: infirmière, kiné, médecin…",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="OUTPUT",
            help="Write them: .jsonl, a professional a line; .csv or .xlsx, a sheet to complete and bring in by members import.",
        ),
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option(
            "--into",
            metavar="DOSSIER",
            help="Complete the members of this dossier who are the same people, by their RPPS number.",
        ),
    ] = None,
    of: Annotated[
        str | None,
        typer.Option("--of", metavar="ID", help="The structure; needed where the dossier holds several."),
    ] = None,
    add_members: Annotated[
        bool,
        typer.Option(
            "--add-members",
            help="With --into and --structure: you say that whoever practises there is a member. The Annuaire does not.",
        ),
    ] = False,
    dry_run: DryRun = False,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Say who practises in a structure, by the Annuaire Santé; write them; or complete the members of a dossier.

    The Annuaire says who practises somewhere; it does not say who is a member. Without -o and --into, they are shown. With --into and no filter, the members of the dossier are looked for.

    Exit code: 0 fine, 1 nobody was found, or something of the dossier is to be looked at (it is told), 2 input that cannot be read.
    """  # fmt: skip
    asked = _Asked(file, structure, commune, departement, profession)
    if output is not None and into is not None:
        refuse("-o writes a file of its own and --into completes a dossier: say one of them")
    if add_members and (into is None or structure is None):
        refuse("--add-members goes with --into (the dossier) and --structure (where they practise)")
    if of is not None and into is None:
        refuse("--of says which structure of the dossier: say --into")
    read(file, check_extract)
    if into is not None:
        keep_apart(file, into)
        _bring_in(asked, into, of, lang, format, add_members=add_members, dry_run=dry_run)
    elif output is not None:
        keep_apart(file, output)
        refuse_existing(output)
        _write(asked, output, lang, format, dry_run=dry_run)
    else:
        _show(asked, lang, format)


@attrs.frozen(slots=True)
class _Asked:
    """Whom the options ask for."""

    file: Path
    structure: str | None
    commune: str | None
    departement: str | None
    profession: Profession | None
    rpps: frozenset[str] | None = None

    @property
    def is_anybody(self) -> bool:
        return (self.structure, self.commune, self.departement, self.profession, self.rpps) == (None,) * 5

    def people(self) -> Iterator[RegisteredProfessional]:
        """Those of the file."""
        return read_annuaire(
            self.file,
            structure=self.structure,
            commune=self.commune,
            departement=self.departement,
            profession=self.profession,
            rpps=self.rpps,
        )

    def listed(self) -> list[RegisteredProfessional]:
        """Those of the file, all at once; if it is bad, the command ends."""
        return read(self.file, lambda _: [*self.people()])

    def doubts(self, *, found: bool) -> list[Text]:
        """What is doubtful of the number of the structure, and of the commune where nobody was found."""
        return [
            *doubt_of_number(self.structure),
            *([] if found else doubt_of_commune(self.file, self.commune)),
        ]


_WHOM = "say whom to look for: --structure, --commune, --departement or --profession"


def _show(asked: _Asked, lang: Language, format: Format) -> None:
    if asked.is_anybody:
        refuse(f"{_WHOM}; or -o FILE{LINES} to have everybody")
    found = asked.listed()
    doubts = asked.doubts(found=bool(found))
    if format is Format.json:
        show_json(words.with_doubts(words.document(found), doubts))
    else:
        show(words.doubt_lines(doubts, lang.value))
        show(words.opening(len(found), lang.value))
        if found:
            show_table("", words.HEADINGS[lang.value], words.table(found, lang.value))
        show(words.note_lines(found, lang.value))
    raise typer.Exit(FINE if found else BREACH)


def _write(asked: _Asked, output: Path, lang: Language, format: Format, *, dry_run: bool) -> None:
    ending = output.suffix.lower()
    if ending not in (LINES, *_SHEETS):
        refuse(f"{output}: name it {LINES}, {' or '.join(_SHEETS)}")
    if ending != LINES and asked.is_anybody:
        refuse(f"a sheet holds the people of a structure, not of a country: {_WHOM}; or name it {LINES}")
    tally = _Tally()
    if ending == LINES:
        _write_lines(tally.of(asked.people()), asked.file, output, dry_run)
    else:
        members = [Membership(member=one.professional) for one in tally.of(iter(asked.listed()))]
        if not dry_run:
            sheet = CPTS(id="annuaire", members=tuple(members))
            save(output, lambda: write_members(sheet, output))
    doubts = asked.doubts(found=bool(tally.people))
    if format is Format.json:
        written = words.written_document(output, tally.people, tally.notes, dry_run=dry_run)
        show_json(words.with_doubts(written, doubts))
    else:
        show(words.doubt_lines(doubts, lang.value))
        show(words.written_lines(output, tally.people, tally.notes, lang.value, dry_run=dry_run))
    raise typer.Exit(FINE if tally.people else BREACH)


def _write_lines(found: Iterator[RegisteredProfessional], file: Path, output: Path, dry_run: bool) -> None:
    professionals = (one.professional for one in found)
    if dry_run:
        read(file, lambda _: sum(1 for _ in professionals))
    else:
        save(output, lambda: _discard(write_professionals(professionals, output)))


def _discard(_: Any) -> None:
    """What was written is counted already."""


class _Tally:
    """How many people went by, and how many had each note."""

    def __init__(self) -> None:
        self.people = 0
        self.notes: Counter[AnnuaireNote] = Counter()

    def of(self, found: Iterator[RegisteredProfessional]) -> Iterator[RegisteredProfessional]:
        """The same people, counted as they go by."""
        for one in found:
            self.people += 1
            self.notes.update(one.notes)
            yield one


def _bring_in(
    asked: _Asked,
    into: Path,
    of: str | None,
    lang: Language,
    format: Format,
    *,
    add_members: bool,
    dry_run: bool,
) -> None:
    register = read_one_register(into)
    chosen = _chosen(register, of)
    unchecked = check_number(asked.structure, chosen, register, into)
    by_number = asked.is_anybody
    if by_number:
        asked = attrs.evolve(asked, rpps=_numbers_of(chosen))
    found = asked.listed()
    absent = _absent(chosen, found) if by_number else []
    doubts = [*asked.doubts(found=bool(found)), *unchecked]
    merge = merge_annuaire(chosen, found, add_members=add_members)
    if merge.changes:
        changed = with_structure(register, merge.structure, into)
        if dry_run:
            check_written(changed, {chosen.id})
        else:
            save_register(changed, into, before=register)
    if format is Format.json:
        document = words.merge_document(merge, found, absent=absent, dry_run=dry_run)
        show_json(words.with_doubts(document, doubts))
    else:
        show(words.doubt_lines(doubts, lang.value))
        show(words.merge_lines(merge, found, lang.value, absent=absent, dry_run=dry_run))
    raise typer.Exit(FINE if found and not merge.doubtful else BREACH)


def _chosen(register: Register, structure_id: str | None) -> Structure:
    if structure_id is not None:
        return structure_called(register, structure_id)
    if len(register) == 1:
        return register.structures[0]
    ids = ", ".join(repr(structure.id) for structure in register)
    refuse(f"the dossier holds several structures: say --of with one of {ids}")


def _numbers_of(structure: Structure) -> frozenset[str]:
    """The RPPS numbers of the members, to look for them and nobody else."""
    numbers = frozenset(number for one in _professionals(structure) if (number := _number(one)))
    if not numbers:
        refuse(f"no member of {structure.id!r} has a RPPS number to look for: {_WHOM}")
    return numbers


def _absent(structure: Structure, found: list[RegisteredProfessional]) -> list[Professional]:
    """The members, each once, who are none of those found by their numbers."""
    numbers = {one.professional.rpps for one in found}
    return [*dict.fromkeys(one for one in _professionals(structure) if _number(one) not in numbers)]


def _professionals(structure: Structure) -> Iterator[Professional]:
    members = structure.members if isinstance(structure.members, tuple) else ()
    yield from (one.member for one in members if isinstance(one.member, Professional))


def _number(member: Professional) -> str | None:
    """The RPPS number of a member; ``None`` where none is told that could be looked for."""
    told = member.rpps
    return rpps.compact(told) if isinstance(told, str) and rpps.is_valid(told, strict=False) else None
