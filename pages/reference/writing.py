"""A page of names, and the index of them all."""

import ast
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import groupby

from pages.page import table, tidy
from pages.reference.chapters import CHAPTERS, Chapter
from pages.reference.classes import bases, class_text
from pages.reference.names import Entry, alphabet, annotations_of, entry_of, on_page, public_entries
from pages.reference.prose import Voice
from pages.reference.signatures import function_call, written


def chapter_page(chapter: Chapter) -> str:
    """The page of a chapter."""
    shown = list(on_page(chapter))
    promised = [entry for entry in shown if entry.public]
    parts = [f"# {chapter.title}", chapter.lead]
    parts += [_contents(promised, chapter)]
    for entry in promised:
        parts += _told(entry)
    met = [entry for entry in shown if not entry.public]
    if met:
        parts += ["## Met in these {#met}", _MET]
        for entry in met:
            parts += _told(entry, level=3)
    return tidy("\n\n".join(part for part in parts if part))


_MET = (
    "Classes that the names above give or take. They are imported from the module named, "
    "which may change from one version to the next; the attributes are promised as those above."
)


def index_page() -> str:
    """Every name, in the order of the alphabet, with a line on each."""
    names = sorted(public_entries(), key=alphabet)
    parts = [
        "# Every name",
        "All that the library promises, in the order of the alphabet. Each name leads to its signature, its fields and "
        "what it means. Unless another module is named, it is imported from `cpts_model`.",
        "\n".join(f"* [{title}]({page})" for title, page in (*_chapters(), *_BESIDE)),
    ]
    for letter, several in groupby(names, key=lambda entry: entry.name[0].upper()):
        parts += [f"## {letter}", table(("Name", "In one line"), map(_line, several))]
    return tidy("\n\n".join(parts))


def _chapters() -> Iterator[tuple[str, str]]:
    return ((chapter.title, f"{chapter.slug}.md") for chapter in CHAPTERS)


_BESIDE = (
    ("pytest plugin", "pytest.md"),
    ("Commands", "commands.md"),
    ("How a dossier is written", "dossier.md"),
    ("The JSON Schemas", "schema.md"),
    ("Professions", "professions.md"),
)


def _line(entry: Entry) -> tuple[str, str]:
    where = "" if entry.importable_from == "cpts_model" else f" From `{entry.importable_from}`."
    return f"[`{entry.name}`]({entry.link_from(None)})", f"{_in_one_line(entry, None)}{where}"


def _in_one_line(entry: Entry, chapter: Chapter | None) -> str:
    if entry.place.other is not None:
        return Voice(entry.place.module, chapter).line(f"Another name of ``{entry.place.other.name}``.")
    if not entry.place.doc:
        return Voice(entry.place.module, chapter).line(f"A ``{type(entry.place.value).__name__}``.")
    return Voice(entry.place.module, chapter).first_sentence(entry.place.doc)


def _contents(promised: Sequence[Entry], chapter: Chapter) -> str:
    return table(
        ("Name", "In one line"),
        ((f"[`{entry.name}`](#{entry.anchor})", _in_one_line(entry, chapter)) for entry in promised),
    )


def _told(entry: Entry, level: int = 2) -> Iterator[str]:
    yield f"{'#' * level} {entry.name.replace('_', chr(92) + '_')} {{#{entry.anchor}}}"
    yield _imported(entry)
    node = entry.place.node
    if isinstance(node, ast.ClassDef):
        yield from class_text(entry)
    elif isinstance(node, ast.FunctionDef):
        yield f"```pyi\n{function_call(node)}\n```"
        yield Voice(entry.place.module, entry.chapter).prose(entry.place.doc)
        yield _types(entry, node)
    else:
        yield from _value(entry, node)


def _types(entry: Entry, node: ast.FunctionDef) -> str:
    """The types of a signature that the reference speaks of, since code holds no links."""
    named = {
        found.name: f"[{found.name}]({found.link_from(entry.chapter)})"
        for annotation in annotations_of(node)
        for part in ast.walk(annotation)
        if isinstance(part, ast.Name) and (found := entry_of(entry.place.module, part.id)) is not None
    }
    return f"Types: {', '.join(named.values())}." if named else ""


def _imported(entry: Entry) -> str:
    what = _kind(entry)
    parents = bases(entry) if isinstance(entry.place.node, ast.ClassDef) else ()
    of = f" · extends {', '.join(parents)}" if parents else ""
    return f"`from {entry.importable_from} import {entry.name}` · {what}{of}"


def _kind(entry: Entry) -> str:
    node = entry.place.node
    if isinstance(node, ast.FunctionDef):
        return "function"
    if not isinstance(node, ast.ClassDef):
        return "value"
    kind = entry.place.value
    return (
        "enumeration" if issubclass(kind, Enum) else "error" if issubclass(kind, BaseException) else "class"
    )


def _value(entry: Entry, node: ast.Assign | ast.AnnAssign) -> Iterator[str]:
    voice = Voice(entry.place.module, entry.chapter)
    if entry.place.other is not None:
        yield _in_one_line(entry, entry.chapter)
        return
    if node.value is not None:
        shown = written(node.value)
        if len(shown) < 200:
            yield f"```pyi\n{entry.name} = {shown}\n```"
    yield voice.prose(entry.place.doc) or _in_one_line(entry, entry.chapter)
