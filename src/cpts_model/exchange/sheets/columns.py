"""Which line holds the headers, and what each column holds: by its header, or by its contents."""

import re
from collections.abc import Callable, Sequence

import attrs

from cpts_model.exchange.sheets.cells import clean, is_blank, rpps_problem, yes_or_no
from cpts_model.exchange.sheets.grid import Grid, GridRow, letter_of
from cpts_model.exchange.sheets.headers import header_key, role_of
from cpts_model.exchange.sheets.model import How, SheetColumn
from cpts_model.exchange.sheets.roles import Role
from cpts_model.exchange.sheets.says import Notes
from cpts_model.facts.modes import Mode
from cpts_model.facts.reading import ProfessionReading, read_profession

_LOOKED_AT = 30
"""How far down the line of headers is looked for, below titles and blank lines."""
_SAMPLE = 200
_NAMES = frozenset({Role.SURNAME, Role.FULL_NAME, Role.ORGANISATION})
_SEVERAL = frozenset(
    {Role.EMAIL, Role.PHONE, Role.PLACE, Role.PAYER, Role.TARIFF, Role.TITLE, Role.ORDER, Role.POSTCODE}
)
"""What several columns may hold without any question, for nothing of it is kept."""
_LOOSE = frozenset(
    map(
        header_key,
        ("Statut", "Status", "Activité", "Fonction", "Qualité", "Exercice", "Catégorie", "Category"),
    )
)
"""Headers that mean the profession, the mode of practice or the college in one list, and something else in another."""
_NAMELESS = re.compile(r"(?:(?:unnamed|colonne|column|champ) ?\d*)?")
"""The headers, as keys, that programs give to columns without one."""


@attrs.frozen(slots=True)
class Headers:
    """The line of headers, and what each cell of it says."""

    row: GridRow
    roles: tuple[tuple[Role | None, int | None], ...]

    @property
    def names_somebody(self) -> bool:
        """Whether a column of names is among them."""
        return any(role in _NAMES for role, _ in self.roles)

    @property
    def known(self) -> int:
        """How many different things are recognised."""
        return len({pair for pair in self.roles if pair[0] is not None})


def find_headers(rows: Sequence[GridRow]) -> Headers | None:
    """The line, among the first, that reads most like headers and names a column of names."""
    found = [Headers(row, tuple(map(role_of, row.texts))) for row in rows[:_LOOKED_AT]]
    best = max(
        (headers for headers in found if headers.names_somebody), key=lambda one: one.known, default=None
    )
    return best


def headers_met(rows: Sequence[GridRow]) -> list[str]:
    """The texts of the first line that has several, for the message when no name is found."""
    for row in rows[:_LOOKED_AT]:
        texts = [clean(text) for text in row.texts if text.strip()]
        if len(texts) > 1:
            return texts
    return [clean(text) for row in rows[:1] for text in row.texts if text.strip()]


def find_columns(grid: Grid, headers: Headers, notes: Notes) -> tuple[SheetColumn, ...]:
    """What each column was taken for. Says in the notes what was set aside."""
    body = [row for row in grid.rows if row.line > headers.row.line]
    found: list[tuple[str, Role | None, int | None]] = []
    for index in range(grid.width):
        header = clean(headers.row.text(index))
        role, year = headers.roles[index] if index < len(headers.roles) else (None, None)
        role = _unless_contradicted(role, index, header, headers.row.line, body=body, notes=notes)
        found.append((header, role, year))
    taken: dict[tuple[Role, int | None], int] = {}
    for index, (header, role, year) in enumerate(found):
        if (
            role is not None and header_key(header) not in _LOOSE
        ):  # « Profession » settles it before « Fonction »
            taken.setdefault((role, year), index)
    columns: list[SheetColumn] = []
    for index, (header, role, year) in enumerate(found):
        first = index
        if role is not None and role not in _SEVERAL:
            first = taken.setdefault((role, year), index)
        if role is None or first != index:
            columns.append(SheetColumn(letter=letter_of(index), header=header))
        else:
            columns.append(
                SheetColumn(letter=letter_of(index), header=header, role=role, how=How.HEADER, year=year)
            )
        if role is not None and first != index:
            notes.doubt(
                "column-twice", headers.row.line, index, header, letter=letter_of(first), role=role.label
            )
    return tuple(_by_contents(_agreed(columns), body, headers.row.line, notes))


def _agreed(columns: list[SheetColumn]) -> list[SheetColumn]:
    """Columns of which one header settles what another means."""
    roles = {column.role for column in columns}
    if Role.FIRST_NAME not in roles and Role.FULL_NAME not in roles:
        return [
            attrs.evolve(column, role=Role.FULL_NAME) if column.role is Role.SURNAME else column for column in columns
        ]  # fmt: skip
    if Role.SURNAME in roles and Role.FULL_NAME in roles:
        # « Membre » beside « Nom » is something else: a yes, a number…
        return [
            attrs.evolve(column, role=None, how=How.UNUSED) if column.role is Role.FULL_NAME else column
            for column in columns
        ]
    return columns


def _unless_contradicted(
    role: Role | None, index: int, header: str, line: int, *, body: list[GridRow], notes: Notes
) -> Role | None:
    """The role of a header whose word has several meanings, when the cells bear it out."""
    cells = _sample(index, body)
    if role is Role.FULL_NAME and _most(cells, _says_profession):
        return Role.PROFESSION
    if role is Role.CONSENT and header_key(header) == "consentement":
        notes.doubt("column-consent", line, index, header)
        return None
    checks: dict[Role, Callable[[str], bool]] = {
        Role.MODE: _says_mode,
        Role.PROFESSION: _says_job,
        Role.COLLEGE: lambda text: not _says_profession(text),
    }
    ambiguous = header_key(header) in _LOOSE
    if role in checks and ambiguous and cells and not _most(cells, checks[role]):
        notes.doubt("column-unclear", line, index, header, role=role.label)
        return None
    if role is Role.JOINED and cells and all(yes_or_no(text) is not None for text in cells):
        notes.doubt("column-unclear", line, index, header, role=role.label)
        return None
    return role


def _by_contents(
    columns: list[SheetColumn], body: list[GridRow], line: int, notes: Notes
) -> list[SheetColumn]:
    """The columns whose header says nothing, taken for what most of their cells are.

    Under a header that says something else, a profession may be somebody else's: that is a doubt.
    """
    roles = {column.role for column in columns}
    tests: list[tuple[Role, Callable[[str], bool]]] = [
        (Role.PROFESSION, _says_profession),
        (Role.RPPS, _looks_rpps),
        (Role.EMAIL, lambda text: "@" in text),
    ]
    for role, test in tests:
        if role in roles or (role is Role.RPPS and Role.RPPS_OR_ADELI in roles):
            continue
        for place, column in enumerate(columns):
            key = header_key(column.header)
            nameless = _NAMELESS.fullmatch(key) or (role is Role.PROFESSION and key in _LOOSE)
            if column.role is not None or not (nameless or role is Role.PROFESSION):
                continue
            if not _most(_sample(place, body), test):
                continue
            if not nameless:
                notes.doubt("column-guess", line, place, column.header, role=role.label)
            else:
                columns[place] = attrs.evolve(column, role=role, how=How.CONTENTS)
                break
    return columns


def _sample(index: int, body: list[GridRow]) -> list[str]:
    found = (row.text(index) for row in body)
    return [text for text in found if not is_blank(text)][:_SAMPLE]


def _most(cells: list[str], test: Callable[[str], bool]) -> bool:
    return len(cells) > 0 and sum(map(test, cells)) * 5 >= len(cells) * 3


def _read(text: str) -> ProfessionReading:
    return read_profession(clean(text[:300]))


def _says_profession(text: str) -> bool:
    """Whether a cell reads as a profession; a number alone may be a count."""
    reading = _read(text)
    return (
        bool(reading.professions or reading.candidates) and not reading.unread and not clean(text).isdigit()
    )


def _says_job(text: str) -> bool:
    reading = _read(text)
    return bool(reading.professions or reading.candidates or reading.roles)


def _says_mode(text: str) -> bool:
    reading = _read(text)
    return isinstance(reading.mode, Mode) or reading.substitute is True or "mixte" in text.casefold()


def _looks_rpps(text: str) -> bool:
    return rpps_problem(text) is None
