"""A page read back, to see what is in it: elements, texts, anchors, and whether it is well formed."""

from collections.abc import Iterator
from html.parser import HTMLParser

import attrs

_VOID = frozenset({"meta", "br", "img", "link", "base", "input", "hr"})


@attrs.define
class Element:
    """An element, its attributes, and what stands in it."""

    tag: str
    attributes: dict[str, str]
    inside: "list[Element | str]" = attrs.Factory(list)

    def walk(self) -> "Iterator[Element]":
        yield self
        for one in self.inside:
            if isinstance(one, Element):
                yield from one.walk()

    @property
    def text(self) -> str:
        if self.tag in ("style", "script"):
            return ""
        return "".join(one if isinstance(one, str) else one.text for one in self.inside)

    @property
    def codes(self) -> list[str]:
        return [one.text for one in self.all("code")]

    def children(self, *tags: str) -> "list[Element]":
        return [one for one in self.inside if isinstance(one, Element) and one.tag in tags]

    def all(self, *tags: str) -> "list[Element]":
        return [one for one in self.walk() if one.tag in tags]

    def find(self, tag: str) -> "Element":
        return next(one for one in self.walk() if one.tag == tag)

    def with_class(self, name: str) -> "list[Element]":
        return [one for one in self.walk() if name in one.attributes.get("class", "").split()]


@attrs.define
class Page(Element):
    """A whole page."""

    faults: list[str] = attrs.Factory(list)

    @property
    def tags(self) -> set[str]:
        return {one.tag for one in self.walk()}

    @property
    def names(self) -> set[str]:
        return {name for one in self.walk() for name in one.attributes}

    def values(self, name: str) -> list[str]:
        return [one.attributes[name] for one in self.walk() if name in one.attributes]

    @property
    def ids(self) -> list[str]:
        return self.values("id")

    @property
    def targets(self) -> list[str]:
        """The anchors that something in the page points to."""
        links = [link[1:] for link in self.values("href") if link.startswith("#")]
        return links + [name for said in self.values("aria-labelledby") for name in said.split()]

    @property
    def headings(self) -> list[int]:
        return [int(one.tag[1]) for one in self.all("h1", "h2", "h3", "h4", "h5", "h6")]

    def raw(self, tag: str) -> list[str]:
        return ["".join(str(part) for part in one.inside) for one in self.all(tag) if one.inside]

    def text_of(self, anchor: str) -> str:
        return next(one.text for one in self.walk() if one.attributes.get("id") == anchor)

    @property
    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """Its elements and the names of their attributes, save those of pictures, whose labels are cut to fit."""
        return [(one.tag, tuple(one.attributes)) for one in self._outside_pictures(self)]

    def _outside_pictures(self, of: Element) -> Iterator[Element]:
        yield of
        for one in of.inside if of.tag != "svg" else []:
            if isinstance(one, Element):
                yield from self._outside_pictures(one)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page("", {})
        self.open: list[Element] = [self.page]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        if len(made.attributes) < len(attrs):
            self.page.faults.append(f"<{tag}> has an attribute twice")
        self.open[-1].inside.append(made)
        if tag not in _VOID:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag == tag:
            self.open.pop()
        else:
            self.page.faults.append(f"</{tag}> ends <{self.open[-1].tag}>")

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        self.page.faults.append(f"a comment: {data}")


def parsed(source: str) -> Page:
    """A page, or a part of one."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    left = [one.tag for one in reader.open[1:]]
    return attrs.evolve(reader.page, faults=[*reader.page.faults, *(f"<{tag}> has no end" for tag in left)])
