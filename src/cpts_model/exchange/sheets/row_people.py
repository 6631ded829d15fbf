"""Who a row tells of: a professional, another person, or an organisation."""

import re
from typing import Any

import attrs

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.sheets.cells import (
    clean,
    is_blank_name,
    is_error,
    is_formula,
    is_mangled,
    is_none,
    is_total,
    rpps_digits,
    rpps_key_holds,
    rpps_problem,
    word,
)
from cpts_model.exchange.sheets.grid import GridRow, Void
from cpts_model.exchange.sheets.legal_persons import LegalPerson, legal_person_in
from cpts_model.exchange.sheets.names import PersonName, of_two, split_name, without_titles
from cpts_model.exchange.sheets.roles import Role
from cpts_model.exchange.sheets.row_professions import ProfessionRead, read_professions
from cpts_model.exchange.sheets.sight import Sight
from cpts_model.facts.memberships import Member
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, PersonRole, Professional

_NAME_ROLES = (Role.SURNAME, Role.FULL_NAME, Role.FIRST_NAME, Role.ORGANISATION)
_LONGEST_NAME = 200
_MORAL = frozenset(
    {"personne morale", "morale", "pm", "organisation", "structure", "etablissement", "legal person"}
)
_NATURAL = frozenset(
    {"personne physique", "physique", "pp", "professionnel", "autre personne", "individuel", "natural person"}
)
_ROLES = {
    "usager": PersonRole.USAGER,
    "representant des usagers": PersonRole.USAGER,
    "representante des usagers": PersonRole.USAGER,
    "elu": PersonRole.ELU,
    "elue": PersonRole.ELU,
    "elu local": PersonRole.ELU,
    "elue locale": PersonRole.ELU,
}
_FINESS = re.compile(r"[0-9][0-9AB][0-9]{7}")


@attrs.frozen(slots=True, kw_only=True)
class Told:
    """Who a row tells of, without an identifier yet."""

    kind: type[Professional] | type[Person] | type[Organisation]
    name: str
    facts: dict[str, Any]
    index: int
    """The column of the name."""
    rpps: str | None = None

    def member(self, identifier: str) -> Member:
        """The member, under an identifier."""
        return self.kind(id=identifier, name=self.name, **self.facts)


def read_who(sight: Sight, row: GridRow) -> Told | None:
    """Who a row tells of; ``None`` when it does not say, which is noted as a fault."""
    index = _name_index(sight, row)
    if _unreadable(sight, row):
        return None
    surname = _name_cell(sight, row, Role.SURNAME) or _name_cell(sight, row, Role.FULL_NAME)
    first = _name_cell(sight, row, Role.FIRST_NAME)
    called = _name_cell(sight, row, Role.ORGANISATION)
    if surname is None and first is None:
        if called is None:
            sight.notes.fault("name-missing", row.line, index, row.text(index))
            return None
        return _organisation(sight, row, called, sight.places[Role.ORGANISATION])
    return _somebody(sight, row, surname, first, index)


def _somebody(sight: Sight, row: GridRow, surname: str | None, first: str | None, index: int) -> Told | None:
    whole = " ".join(part for part in (surname, first) if part)
    job = read_professions(sight, row)
    is_moral = _nature(sight, row)
    if is_moral is None:
        is_moral = _by_words(sight, row, surname, first, job)
    if is_moral is None:
        sight.notes.fault("who", row.line, index, whole)
        return None
    if is_moral:
        return _organisation(sight, row, whole, index)
    name = of_two(without_titles(surname), first) if surname and first else split_name(whole)
    if name.problem is None and surname and first and split_name(surname).problem == "name-odd":
        name = attrs.evolve(name, problem="name-odd")
    if name.problem == "name-odd" and len(sight.places) > 1 and _alone(row):
        sight.notes.fault("line-other", row.line, index, whole)
        return None
    return _person(sight, row, name, index, job)


def _person(sight: Sight, row: GridRow, name: PersonName, index: int, job: ProfessionRead) -> Told:
    if name.problem is not None:
        sight.notes.doubt(name.problem, row.line, index, name.whole)
    if is_mangled(name.whole):
        sight.notes.doubt("name-mangled", row.line, index, name.whole)
    rpps = _rpps(sight, row)
    role = _ROLES.get(word(job.text))
    if role is not None and not isinstance(rpps, str):
        return Told(kind=Person, name=name.whole, facts={"role": role}, index=index)
    job.note(sight, row)
    facts = {**job.facts(sight, row), "rpps": rpps}
    return Told(
        kind=Professional,
        name=name.whole,
        facts=facts,
        index=index,
        rpps=rpps if isinstance(rpps, str) else None,
    )


def _organisation(sight: Sight, row: GridRow, name: str, index: int) -> Told:
    facts: dict[str, Any] = {}
    profession = sight.told(row, Role.PROFESSION) or ""
    named, described = (legal_person_in(text) or LegalPerson() for text in (name, profession))
    kind, form = named.kind or described.kind, named.form or described.form
    if kind is not None:
        facts["kind"] = kind
    if form is not None:
        facts["legal_form"] = form
    facts["finess"] = _finess(sight, row)
    for role in (Role.RPPS, Role.RPPS_OR_ADELI):
        if sight.told(row, role) is not None:
            sight.doubt("rpps-organisation", row, role)
    if is_mangled(name):
        sight.notes.doubt("name-mangled", row.line, index, name)
    return Told(kind=Organisation, name=clean(name), facts=facts, index=index)


def _by_words(
    sight: Sight, row: GridRow, surname: str | None, first: str | None, job: ProfessionRead
) -> bool | None:
    """Whether the words of the row make it an organisation; ``None`` when they leave it open."""
    named = legal_person_in(surname or "")
    is_job = bool(job.reading.professions or job.reading.candidates) or word(job.text) in _ROLES
    apart = first is not None or split_name(surname or "").problem is None
    if named is None:
        described = legal_person_in(job.text)
        return None if described is not None and described.sure and not is_job and not apart else False
    if named.sure:
        return None if first is not None or job.reading.professions else True
    return False if first is not None or is_job else None


def _nature(sight: Sight, row: GridRow) -> bool | None:
    """Whether a column says that the member is a legal person."""
    text = sight.told(row, Role.NATURE)
    if text is None:
        return None
    if word(text) in _MORAL | _NATURAL:
        return word(text) in _MORAL
    sight.doubt("nature-other", row, Role.NATURE)
    return None


def _rpps(sight: Sight, row: GridRow) -> str | None | Unknown:
    role = Role.RPPS if sight.has(Role.RPPS) else Role.RPPS_OR_ADELI
    text = sight.told(row, role)
    if text is None:
        return UNKNOWN
    if is_none(text):
        return None
    problem = rpps_problem(text)
    if problem is not None:
        sight.doubt(problem, row, role)
        return UNKNOWN
    digits = rpps_digits(text)
    if not rpps_key_holds(digits):
        sight.doubt("rpps-key", row, role)
    return digits


def _finess(sight: Sight, row: GridRow) -> str | None | Unknown:
    text = sight.told(row, Role.FINESS)
    if text is None:
        return UNKNOWN
    if is_none(text):
        return None
    number = text.replace(" ", "").upper()
    if not _FINESS.fullmatch(number):
        sight.doubt("finess-other", row, Role.FINESS)
        return UNKNOWN
    return number


def _name_index(sight: Sight, row: GridRow) -> int:
    places = [sight.places[role] for role in _NAME_ROLES if sight.has(role)]
    return next((index for index in places if row.text(index).strip()), places[0])


def _name_cell(sight: Sight, row: GridRow, role: Role) -> str | None:
    if not sight.has(role):
        return None
    text = clean(row.text(sight.places[role]))
    return None if is_blank_name(text) else text


def total_in(sight: Sight, row: GridRow) -> int | None:
    """The column of the words that make a line one of totals or counts; ``None`` where it may be of somebody.

    Nobody is called « 8 adhérents », and who has an RPPS number may well be called Total.
    """
    names = [sight.places[role] for role in _NAME_ROLES if sight.has(role)]
    if any(_is_a_name(row.text(index)) for index in names) or _has_rpps(sight, row):
        return None
    first = next(index for index, text in enumerate(row.texts) if text.strip())
    return next((index for index in (first, *names) if is_total(row.text(index))), None)


def _is_a_name(text: str) -> bool:
    said = clean(text)
    return not (is_blank_name(said) or is_total(said) or any(letter.isdigit() for letter in said))


def _has_rpps(sight: Sight, row: GridRow) -> bool:
    numbers = [row.text(sight.places[role]) for role in (Role.RPPS, Role.RPPS_OR_ADELI) if sight.has(role)]
    return any(rpps_problem(number) is None for number in numbers)


def _unreadable(sight: Sight, row: GridRow) -> bool:
    """Whether a cell of the name holds what is no name at all; that is a fault."""
    for role in _NAME_ROLES:
        if not sight.has(role):
            continue
        index = sight.places[role]
        value, text = row.value(index), row.text(index)
        if is_error(text) or value is Void.FORMULA or is_formula(text):
            sight.notes.fault("name-error", row.line, index, text)
            return True
        if len(text) > _LONGEST_NAME:
            sight.notes.fault("text-long", row.line, index, text)
            return True
    return False


def _alone(row: GridRow) -> bool:
    return sum(bool(text.strip()) for text in row.texts) == 1
