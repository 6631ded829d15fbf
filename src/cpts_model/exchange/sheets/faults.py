"""What makes a file no sheet of members at all."""

from cpts_model.engine.errors import CptsModelError
from cpts_model.engine.text import Lang, Text
from cpts_model.facts.wording import in_both


class BadSheet(CptsModelError, ValueError):
    """A file that cannot be read, or facts that cannot be written, as a sheet of members.

    ``place`` is the sheet, the line or the cell, or ``None`` for the whole file. ``problem``,
    ``mend``, ``place`` and ``str`` are in English; ``problem_words``, ``mend_words``,
    ``place_words`` and :meth:`explain` in both languages.
    """

    def __init__(
        self,
        problem: Text | str,
        mend: Text | str,
        *,
        place: Text | str | None = None,
        source: str | None = None,
    ) -> None:
        self.problem_words = in_both(problem)
        self.mend_words = in_both(mend)
        self.place_words = in_both(place) if place else None
        self.problem = self.problem_words.en
        self.mend = self.mend_words.en
        self.place = self.place_words and self.place_words.en
        self.source = source
        super().__init__(self.problem, self.mend)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuilt, (self.problem_words, self.mend_words, self.place_words, self.source))

    def explain(self, lang: Lang) -> str:
        """Where, what is wrong and what would mend it, in that language."""
        colon, semicolon = (" : ", " ; ") if lang == "fr" else (": ", "; ")
        place = self.place_words and self.place_words.to(lang)
        told = f"{self.problem_words.to(lang)}{semicolon}{self.mend_words.to(lang)}"
        return colon.join(word for word in (self.source, place, told) if word)

    def __str__(self) -> str:
        return self.explain("en")


def of_source(bad: BadSheet, source: str) -> BadSheet:
    """The same refusal, of a file that is named."""
    return BadSheet(bad.problem_words, bad.mend_words, place=bad.place_words, source=source)


def on_line(line: int) -> Text:
    """A line, as a place."""
    return Text(f"ligne {line}", f"line {line}")


def _rebuilt(problem: Text, mend: Text, place: Text | None, source: str | None) -> BadSheet:
    return BadSheet(problem, mend, place=place, source=source)
