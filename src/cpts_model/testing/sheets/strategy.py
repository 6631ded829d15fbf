"""Lists of members, tidy or not."""

from collections.abc import Collection
from typing import Literal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from cpts_model.testing.sheets.files import csv_bytes, workbook_library, xlsx_bytes
from cpts_model.testing.sheets.hand import Hand
from cpts_model.testing.sheets.kinds import Dirt, Layout
from cpts_model.testing.sheets.layouts import headings_of
from cpts_model.testing.sheets.lines import write_line
from cpts_model.testing.sheets.page import Page
from cpts_model.testing.sheets.people import NAMES, Somebody, somebody
from cpts_model.testing.sheets.truth import MemberSheet, Value
from cpts_model.testing.strategies.errors import BadArgument

_NAMES_APART = (Layout.USUAL, Layout.HELLOASSO)


def member_sheets(
    dirty: Collection[Dirt] | Literal["all"] = (),
    *,
    layout: Layout | Collection[Layout] = Layout.USUAL,
    suffix: Literal["csv", "xlsx"] = "csv",
    most_rows: int = 6,
) -> SearchStrategy[MemberSheet]:
    """Lists of members, each with its truth: what an importer must read in it, and must not.

    ``dirty`` names the kinds of dirt that may be met, or ``"all"`` of them: each list has some
    of these, and tells which (``.dirt``). The simplest list is clean and tells of one person.

    Args:
        dirty: the kinds of dirt that may be met.
        layout: the columns, or several sets of them to choose from.
        suffix: the format of the file.
        most_rows: how many people it tells of at most.

    Raises:
        BadArgument: ``dirty`` names something else than members of :class:`Dirt`.
        MissingExtra: workbooks are asked for, and openpyxl is not there.
    """
    if suffix == "xlsx":
        workbook_library()
    kinds = tuple(Dirt) if dirty == "all" else _in_order(dirty)
    layouts = (layout,) if isinstance(layout, Layout) else tuple(layout)
    return _sheets(kinds, layouts, suffix, most_rows)


def _in_order(dirty: Collection[object]) -> tuple[Dirt, ...]:
    """The kinds asked for, in the order in which they are declared."""
    named = (dirty,) if isinstance(dirty, str | Dirt) else tuple(dirty)
    strange = [kind for kind in named if not isinstance(kind, Dirt)]
    if strange or named == (dirty,):
        given = ", ".join(map(repr, strange)) or f"{dirty} alone"
        members = ", ".join(map(str, Dirt))
        raise BadArgument("dirty", f'{given} was given: give "all", or a set of {members}')
    return tuple(kind for kind in Dirt if kind in named)


@st.composite
def _sheets(
    draw: DrawFn,
    kinds: tuple[Dirt, ...],
    layouts: tuple[Layout, ...],
    suffix: Literal["csv", "xlsx"],
    most_rows: int,
) -> MemberSheet:
    layout = draw(st.sampled_from(layouts))
    here = [kind for kind in kinds if draw(st.booleans())]
    hand = Hand(draw, here, is_text=suffix == "csv")
    merged = layout in _NAMES_APART and hand.slips(Dirt.MERGED_NAMES)
    headings = headings_of(layout, merged=merged)
    columns = tuple(headings)
    page = Page(hand, columns)
    page.begin(tuple(headings.values()))
    people: list[Somebody] = []
    while not people or (len(people) < most_rows and draw(st.booleans())):
        people.append(_next(draw, hand, people, Dirt.SUBSTITUTES in here))
        page.add(write_line(hand, columns, people[-1]))
    page.end()
    return MemberSheet(
        content=_content(hand, page.rows, suffix),
        suffix=suffix,
        layout=layout,
        columns=columns,
        rows=tuple(page.rows),
        members=tuple(page.members),
        doubts=tuple(page.doubts),
        dirt=frozenset(hand.left),
    )


def _content(hand: Hand, rows: list[tuple[Value, ...]], suffix: str) -> bytes:
    if suffix == "xlsx":
        return xlsx_bytes(rows)
    separator = hand.one_of((",", "\t")) if hand.slips(Dirt.SEPARATORS) else ";"
    encoding = hand.one_of(("cp1252", "utf-8-sig")) if hand.slips(Dirt.ENCODING) else "utf-8"
    return csv_bytes(rows, separator=separator, encoding=encoding)


def _next(draw: DrawFn, hand: Hand, people: list[Somebody], substitutes: bool) -> Somebody:
    """Whom the next line tells of: somebody else, of a name of their own, but for the dirt."""
    if people and hand.slips(Dirt.DUPLICATES):
        return hand.one_of(people)
    names = [one.both_names for one in people]
    if people and hand.slips(Dirt.HOMONYMS):
        name = hand.one_of(names)
    else:
        name = draw(st.sampled_from([name for name in NAMES if name not in names]))
    return draw(somebody(len(people), *name, substitutes=substitutes))
