"""Docstrings as Markdown, and types with links to what they name."""

import ast
import re
from collections.abc import Iterator

import attrs

from pages.page import text
from pages.reference.chapters import Chapter
from pages.reference.names import Entry, entry_of, promised_as, unquoted

_ROLE = re.compile(r":\w+:`~?([\w.]+)`")
_CODE = re.compile(r"``(.+?)``|`([^`]+)`", re.DOTALL)
_STRESSED = re.compile(r"(?<![\w*])\*(\w(?:[^*\n]*\w)?)\*(?![\w*])")
_RAISED = re.compile(r"(\w+): (.*)", re.DOTALL)
_SENTENCE = re.compile(r"(?<=[.])(?<!art\.)(?<!al\.)(?<! s\.)\s(?=[A-Z«`])")


@attrs.frozen(slots=True)
class Voice:
    """Who speaks, and where: the module whose names the words use, the page they are written on."""

    module: str
    chapter: Chapter | None

    def link(self, name: str) -> str:
        """A name as code, that leads to where the reference speaks of it."""
        kind, _, member = name.rpartition(".")
        entry = self._entry(name) or (self._entry(kind) if kind else None)
        if entry is None:
            return f"`{name}`"
        member = f".{member}" if entry.name != name and member else ""
        return f"[`{name}`]({entry.link_from(self.chapter)}{member})"

    def prose(self, doc: str) -> str:
        """A docstring: paragraphs, what it takes and what it raises, examples."""
        if not doc:
            return ""
        body, *sections = re.split(r"\n\n(?=(?:Raises|Args):\n)", doc)
        return "\n\n".join([self._paragraphs(body), *(self._section(section) for section in sections)])

    def line(self, words: str) -> str:
        """Words in one line, with their code and their links."""
        words = _ROLE.sub(lambda role: f"``{role[1]}``", words)
        parts, end = [], 0
        for code in _CODE.finditer(words):
            parts.append(_plain(words[end : code.start()]))
            parts.append(self._code(code[1] or code[2]))
            end = code.end()
        return " ".join("".join([*parts, _plain(words[end:])]).split())

    def first_sentence(self, doc: str) -> str:
        """What an index says of it."""
        words = " ".join(doc.partition("\n\n")[0].split())
        return self.line(_SENTENCE.split(words)[0].rstrip(":"))

    def first_sentence_plain(self, doc: str) -> str:
        """The same on a page that stands elsewhere: code, and no links."""
        return re.sub(r"\[(`[^`]+`)\]\([^)]+\)", r"\1", self.first_sentence(doc))

    def type(self, annotation: ast.expr) -> str:
        """A type, each name of it leading to where the reference speaks of it."""
        written = ast.unparse(unquoted(annotation))
        parts = re.split(r"([A-Za-z_][\w.]*|'[^']*')", written)
        return f"<code>{''.join(self._type_part(part) for part in parts)}</code>"

    def _entry(self, name: str) -> Entry | None:
        return entry_of(self.module, name) or promised_as(name)

    def _type_part(self, part: str) -> str:
        entry = entry_of(self.module, part) if part.isidentifier() else None
        return text(part) if entry is None else f"[{text(part)}]({entry.link_from(self.chapter)})"

    def _code(self, words: str) -> str:
        words = " ".join(words.split())
        name = words.removesuffix("()")
        entry = entry_of(self.module, name) if re.fullmatch(r"[A-Za-z_]\w+", name) else None
        return f"`{words}`" if entry is None else f"[`{words}`]({entry.link_from(self.chapter)})"

    def _paragraphs(self, body: str) -> str:
        return "\n\n".join(self._paragraph(part) for part in re.split(r"\n\s*\n", body))

    def _paragraph(self, part: str) -> str:
        if part.startswith("    "):
            return f"```python3\n{re.sub(r'^    ', '', part, flags=re.MULTILINE)}\n```"
        if part.endswith("::"):
            return self.line(part.removesuffix(":"))
        return self.line(part)

    def _section(self, section: str) -> str:
        head, _, body = section.partition("\n")
        items = re.split(r"\n(?=    \S)", body)
        return "\n".join(self._item(head, " ".join(item.split())) for item in items)

    def _item(self, head: str, item: str) -> str:
        said = _RAISED.fullmatch(item)
        if said is None:
            return f"* {self.line(item)}"
        if head == "Args:":
            return f"* `{said[1]}`: {self.line(said[2])}"
        return f"* Raises {self.link(said[1])}: {self.line(said[2])}"


def _plain(words: str) -> str:
    """Words without code: as they are, save what is stressed."""
    return "".join(
        f"*{text(part)}*" if odd else text(part) for odd, part in _alternating(_STRESSED.split(words))
    )


def _alternating(parts: list[str]) -> Iterator[tuple[int, str]]:
    return ((index % 2, part) for index, part in enumerate(parts))
