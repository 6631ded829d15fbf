"""Who raises what: the errors, with the functions and methods whose docstrings tell of them."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pages.reference.names import Entry, alphabet, entries, entry_of
from pages.reference.source import Place

_SECTION = re.compile(r"^Raises:\n((?:    .*\n?|\n)+)", re.MULTILINE)
_ERROR = re.compile(r"^    (\w+): ", re.MULTILINE)


@cache
def raisers() -> Mapping[Place, Sequence[tuple[Entry, str]]]:
    """Of each error, the names that say they raise it, and the method of a class that does."""
    found: dict[Place, list[tuple[Entry, str]]] = {}
    everything = (several[0] for several in entries().values())
    for entry in sorted(everything, key=alphabet):
        for member, doc in _docs(entry):
            for section in _SECTION.findall(doc):
                for error in _ERROR.findall(section):
                    raised = entry_of(entry.place.module, error)
                    if raised is not None:
                        found.setdefault(raised.place, []).append((entry, member))
    return found


def _docs(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "", entry.place.doc
    node = entry.place.node
    if isinstance(node, ast.ClassDef):
        for statement in node.body:
            if isinstance(statement, ast.FunctionDef) and not statement.name.startswith("_"):
                yield f".{statement.name}", ast.get_docstring(statement) or ""


def raised_by(entry: Entry) -> str:
    """A line that names them; nothing where no docstring tells."""
    links = [
        f"[`{one.name}{member}`]({one.link_from(entry.chapter)}{member})"
        for one, member in raisers().get(entry.place, ())
    ]
    return f"Raised by {', '.join(dict.fromkeys(links))}." if links else ""
