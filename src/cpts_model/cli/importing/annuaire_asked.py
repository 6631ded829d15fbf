"""Whom the Annuaire Santé is asked for: a profession in people's words, the number of the structure of a dossier."""

from pathlib import Path

import typer

from cpts_model.cli.files import read, refuse
from cpts_model.engine.errors import shortened
from cpts_model.engine.text import LANGS, Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.exchange.annuaire.places import CodeKind, kind_of_code
from cpts_model.exchange.annuaire.sought import doubt_about, structure_number
from cpts_model.exchange.identifiers import cog, finess, siret
from cpts_model.facts.professions import Profession
from cpts_model.facts.reading import ProfessionReading, read_profession
from cpts_model.facts.structures import Structure
from cpts_model.register import Register

_SIRET_LENGTH = 14
_AS_IT_IS = Text("{doubt}. Le numéro est cherché tel quel.", "{doubt}. The number is looked for as it is.")
_UNCHECKED = Text(
    "Le dossier ne dit pas le numéro {kind} de « {structure} » : rien ne vérifie que c'est la structure demandée.",
    "The dossier does not tell the {kind} number of “{structure}”: nothing checks that it is the structure asked for.",
)
_POSTAL_CODE = Text(
    "{code} est un code postal dans ce fichier : --commune prend le code INSEE (COG) de la commune.",
    "{code} is a postal code in this file: --commune takes the INSEE code (COG) of the commune.",
)
_NO_COMMUNE = Text(
    "Aucune activité du fichier n'est dans la commune {code} : --commune prend le code INSEE (COG), qui n'est pas le code postal.",
    "No activity of the file is in the commune {code}: --commune takes the INSEE code (COG), which is not the postal code.",
)


def parse_profession(text: str) -> Profession:
    """A profession as people write it: its slug, or the words for it where they settle it and say nothing else.

    Raises:
        typer.BadParameter: they leave it open, or say more than the profession.
    """
    try:
        return Profession(text)
    except ValueError:
        found = read_profession(text)
    if found.certain and len(found.professions) == 1 and not _says_more(found):
        return found.professions[0]
    near = found.professions or found.candidates
    if not near:
        known = ", ".join(one.value for one in Profession)
        raise typer.BadParameter(f"{shortened(text)} is none of {known}")
    problem = "says more than a profession" if found.certain else "may be several professions"
    raise typer.BadParameter(f"{shortened(text)} {problem}: write {' or '.join(one.value for one in near)}")


def _says_more(found: ProfessionReading) -> bool:
    """Whether words tell what whoever holds the profession need not be: a speciality, a mode, a place."""
    told = (found.savoir_faire, found.savoir_faire_candidates, found.ipa, found.roles, found.unread)
    return any(told) or found.mode is not UNKNOWN or found.substitute is not UNKNOWN


def doubt_of_number(structure: str | None) -> list[Text]:
    """That the number of the structure that is looked for is doubtful, where it is."""
    doubt = None if structure is None else doubt_about(structure)
    if doubt is None:
        return []
    said = Text(*(_AS_IT_IS.to(lang).format(doubt=doubt.to(lang)) for lang in LANGS))
    return [Text(said.fr[:1].upper() + said.fr[1:], said.en)]


def doubt_of_commune(file: Path, commune: str | None) -> list[Text]:
    """Why nobody may have been found in a commune: the code is none of the extract, or a postal code."""
    if commune is None:
        return []
    code = cog.compact(commune)
    kind = read(file, lambda path: kind_of_code(path, code))
    words = {CodeKind.POSTAL_CODE: [_POSTAL_CODE], CodeKind.NEITHER: [_NO_COMMUNE]}.get(kind, [])
    return [Text(one.fr.format(code=code), one.en.format(code=code)) for one in words]


def check_number(asked: str | None, chosen: Structure, register: Register, dossier: Path) -> list[Text]:
    """Make sure that the structure asked for is that of the dossier; else the command ends.

    That the dossier does not tell it is given back, to be told.
    """
    if asked is None:
        return []
    number = read(dossier, lambda _: structure_number(asked))
    kind = "SIRET" if len(number) == _SIRET_LENGTH else "FINESS"
    told = _numbers(chosen, kind)
    if number in told:
        return []
    if not told:
        return [Text(*(_UNCHECKED.to(lang).format(kind=kind, structure=chosen.id) for lang in LANGS))]
    others = [one.id for one in register if number in _numbers(one, kind)]
    of = (
        f"say --of {' or '.join(map(repr, others))}"
        if others
        else "say --of ID for another structure of the file"
    )
    refuse(
        f"{dossier}: --structure asks for another structure than {chosen.id!r}, which has another {kind} number: "
        f"correct the number here or in the dossier, or {of}; without --structure, "
        "the members are looked for by their RPPS numbers; nothing was written"
    )


def _numbers(structure: Structure, kind: str) -> set[str]:
    """The numbers of a kind that a dossier tells of a structure."""
    if kind == "SIRET":
        return {siret.compact(one) for one in (structure.siret,) if isinstance(one, str)}
    return {finess.compact(one) for one in (structure.finess, structure.finess_ej) if isinstance(one, str)}
