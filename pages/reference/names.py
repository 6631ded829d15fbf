"""Every name that the reference speaks of, and the page and anchor where it does."""

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from functools import cache

import attrs

import cpts_model
from cpts_model import testing
from pages.reference.chapters import Chapter, chapter_of, order_on_page
from pages.reference.source import Place, defined_here, locate

_FOR_RULES = ("cpts_model.engine.dates", "cpts_model.engine.unknown")
"""What rules are written with, imported from its own module."""


@attrs.frozen(slots=True, kw_only=True)
class Entry:
    """A name of the reference."""

    name: str
    place: Place
    importable_from: str
    public: bool
    """Whether it is promised by the package, or only met in what is."""
    chapter: Chapter

    @property
    def anchor(self) -> str:
        """Its place on its page: its name, and for what is not promised the part of the library it is of."""
        return self.name if self.public else f"{self.place.module.split('.')[2]}.{self.name}"

    def link_from(self, chapter: Chapter | None) -> str:
        """Where a link from another page of the reference leads to."""
        page = "" if chapter == self.chapter else f"{self.chapter.slug}.md"
        return f"{page}#{self.anchor}"


@cache
def entries() -> Mapping[Place, Sequence[Entry]]:
    """All of them, by what they lead to: an alias is a name beside another."""
    found: dict[Place, list[Entry]] = {}
    for entry in _promised():
        found.setdefault(entry.place, []).append(entry)
    fresh = [entry.place for several in found.values() for entry in several]
    while fresh:
        fresh = [place for place in dict.fromkeys(_met(fresh)) if place not in found]
        for place in fresh:
            found[place] = [_entry(place.name, place, place.module, public=False)]
    return found


def on_page(chapter: Chapter) -> Iterator[Entry]:
    """The names of a page: the promised ones first, in the order of the modules that the page names."""
    mine = (entry for several in entries().values() for entry in several if entry.chapter == chapter)
    return iter(
        sorted(
            mine,
            key=lambda entry: (not entry.public, order_on_page(entry.place), _rank(entry), *alphabet(entry)),
        )
    )


def alphabet(entry: Entry) -> tuple[str, str, str]:
    """Where it stands in the index."""
    return entry.name.casefold(), entry.name, entry.importable_from


def public_entries() -> Iterator[Entry]:
    """Those that the package promises."""
    return (entry for several in entries().values() for entry in several if entry.public)


def entry_of(module: str, name: str) -> Entry | None:
    """What a name that a module uses leads to, when the reference speaks of it."""
    place = locate(module, name)
    several = entries().get(place) if place is not None else None
    return several[0] if several else None


@cache
def promised_as(name: str) -> Entry | None:
    """The name of the package that a docstring may speak of without its module importing it."""
    return next(
        (entry for entry in public_entries() if entry.name == name and entry.place.name == name), None
    )


def _promised() -> Iterator[Entry]:
    for package, homes in (("cpts_model", cpts_model._HOME_OF), ("cpts_model.testing", testing._HOME_OF)):
        for name, home in homes.items():
            place = locate(f"{package}.{home}", name)
            if place is None:
                raise LookupError(f"{package}.{home} does not lead to the definition of {name}")
            yield _entry(name, place, package, public=True)
    for module in _FOR_RULES:
        for name in defined_here(module):
            if name not in cpts_model._HOME_OF and Place(module, name).doc:
                yield _entry(name, Place(module, name), module, public=True)


def _entry(name: str, place: Place, importable_from: str, *, public: bool) -> Entry:
    return Entry(
        name=name,
        place=place,
        importable_from=importable_from,
        public=public,
        chapter=chapter_of(place),
    )


def _rank(entry: Entry) -> int:
    """Classes before functions before values, as a reader meets them."""
    return (ast.ClassDef, ast.FunctionDef).index(type(entry.place.node)) if not _is_value(entry) else 2


def _is_value(entry: Entry) -> bool:
    return isinstance(entry.place.node, ast.Assign | ast.AnnAssign)


def _met(places: Iterable[Place]) -> Iterator[Place]:
    """The classes of the library that these speak of in their types, and that have a docstring."""
    for place in places:
        for annotation in annotations_of(place.node):
            for name in ast.walk(annotation):
                if isinstance(name, ast.Name):
                    met = locate(place.module, name.id)
                    if met is not None and met.doc and not met.name.startswith("_"):
                        yield met


def annotations_of(node: ast.stmt) -> Iterator[ast.expr]:
    """The types that a definition shows to its readers, those in quotes too."""
    if isinstance(node, ast.FunctionDef):
        arguments = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        shown = [argument.annotation for argument in arguments] + [node.returns]
        yield from (unquoted(annotation) for annotation in shown if annotation is not None)
    elif isinstance(node, ast.ClassDef):
        for statement in node.body:
            if isinstance(statement, ast.AnnAssign) and is_shown(statement.target):
                yield unquoted(statement.annotation)
            elif isinstance(statement, ast.FunctionDef) and not statement.name.startswith("_"):
                yield from annotations_of(statement)


def is_shown(target: ast.expr) -> bool:
    """Whether an attribute is for readers."""
    return isinstance(target, ast.Name) and not target.id.startswith("_")


def unquoted(annotation: ast.expr) -> ast.expr:
    """A type without the quotes that let it name what is defined later."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return ast.parse(annotation.value, mode="eval").body
    if not any(isinstance(part, ast.Constant) and part.value is not None for part in ast.walk(annotation)):
        return annotation
    return _Unquote().visit(deepcopy(annotation))  # type: ignore[no-any-return]


class _Unquote(ast.NodeTransformer):
    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        # What stands in Literal["fr", "en"] are words, not types.
        if not (isinstance(node.value, ast.Name) and node.value.id == "Literal"):
            self.generic_visit(node)
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        return ast.parse(node.value, mode="eval").body if isinstance(node.value, str) else node
