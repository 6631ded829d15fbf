"""Writing to a terminal, to a pipe, to the error output: nothing that a file says can command them."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as RichText
from rich.theme import Theme

from cpts_model.report.text import Line
from cpts_model.report.visible import visible

NARROWEST = 40
"""The narrowest a report is folded."""

PIPED_WIDTH = 200
"""The width of a table that goes to a pipe."""

_THEME = Theme(
    {
        "head": "bold",
        "counts": "bold",
        "article": "underline",
        "title.breaches": "bold red",
        "title.warnings": "bold yellow",
        "title.unknown": "bold cyan",
        "title.open": "bold cyan",
        "title.rights_open": "bold green",
        "title.rights_closed": "bold",
        "title.satisfied": "bold green",
        "breaches": "red",
        "warnings": "yellow",
        "unknown": "cyan",
        "open": "cyan",
        "rights_open": "green",
        "rights_closed": "none",
        "satisfied": "green",
        "mend": "italic",
        "plain": "none",
    }
)


class _Console(Console):
    """A console whose reader may stop reading, which is no failure."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console(*, stderr: bool = False) -> Console:
    """The console of a stream, wide enough to read."""
    made = _Console(theme=_THEME, highlight=False, stderr=stderr)
    made.width = max(made.width, NARROWEST)
    return made


def say(problem: object) -> None:
    """Tell a problem on the error output, a line at a time."""
    for line in str(problem).split("\n"):
        console(stderr=True).print(RichText(visible(line)), soft_wrap=True)


def show(lines: Iterable[Line]) -> None:
    """Print the lines of a report, folded on a terminal."""
    out = console()
    for line in lines:
        text = RichText(visible(line.text), style=line.style)
        if out.is_terminal:
            out.print(Padding(text, (0, 0, 0, line.indent)))
        else:
            # A report that is piped is not folded to the width of a terminal it does not go to.
            out.print(RichText(" " * line.indent) + text, soft_wrap=True)


def show_json(data: Any) -> None:
    """Print plain data as JSON."""
    # Escapes of JSON's own where the output has no room for every character.
    ascii_only = not (sys.stdout.encoding or "").lower().startswith("utf")
    text = json.dumps(data, ensure_ascii=ascii_only, indent=2)
    sys.stdout.write(visible(text, keep="\n") + "\n")


Cell = str | tuple[str, str]
"""What stands in a table: a text, or a text and its style."""


def show_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Print a table. Cells may hold several lines."""
    table = Table(title=title, title_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*map(_cell, row))
    out = console()
    if not out.is_terminal:
        out.width = PIPED_WIDTH
    out.print(table)


def _cell(cell: Cell) -> RichText:
    text, style = (cell, "") if isinstance(cell, str) else cell
    return RichText(visible(text, keep="\n"), style=style)
