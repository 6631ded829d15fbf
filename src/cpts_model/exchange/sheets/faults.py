"""What makes a file no sheet of members at all."""

from cpts_model.engine.errors import CptsModelError


class BadSheet(CptsModelError, ValueError):
    """A file that cannot be read, or facts that cannot be written, as a sheet of members.

    ``place`` is the sheet, the line or the cell, or ``None`` for the whole file.
    """

    def __init__(
        self, problem: str, mend: str, *, place: str | None = None, source: str | None = None
    ) -> None:
        super().__init__(problem, mend)
        self.problem = problem
        self.mend = mend
        self.place = place
        self.source = source

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuilt, (self.problem, self.mend, self.place, self.source))

    def __str__(self) -> str:
        there = ": ".join(word for word in (self.source, self.place) if word)
        return f"{there + ': ' if there else ''}{self.problem}; {self.mend}"


def _rebuilt(problem: str, mend: str, place: str | None, source: str | None) -> BadSheet:
    return BadSheet(problem, mend, place=place, source=source)
