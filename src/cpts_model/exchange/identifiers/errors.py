"""What is wrong with a number: never with the number in it, since messages end in logs."""

from stdnum.exceptions import InvalidChecksum, InvalidComponent, InvalidFormat, InvalidLength, ValidationError

from cpts_model.engine.errors import CptsModelError
from cpts_model.engine.text import Lang, Text
from cpts_model.exchange.identifiers.kinds import Kind


class BadIdentifier(CptsModelError, ValidationError):
    """A number that is not what it should be.

    ``kind`` is what it should be, ``problem`` what is wrong, ``mend`` what would probably put it
    right, ``expected`` the key that would hold if every other character is right. None of them
    holds the number. It is a :class:`stdnum.exceptions.ValidationError` too, hence a ``ValueError``.
    """

    def __init__(
        self, kind: Kind, problem: Text, mend: Text | None = None, expected: str | None = None
    ) -> None:
        super().__init__(kind, problem, mend, expected)
        self.kind = kind
        self.problem = problem
        self.mend = mend
        self.expected = expected

    def to(self, lang: Lang) -> str:
        """The message in that language."""
        colon, semicolon = (" : ", " ; ") if lang == "fr" else (": ", "; ")
        said = f"{self.kind.label.to(lang)}{colon}{self.problem.to(lang)}"
        return said if self.mend is None else f"{said}{semicolon}{self.mend.to(lang)}"

    def __str__(self) -> str:
        return self.to("en")


class NotText(BadIdentifier, TypeError):
    """Something that is no text: a number of a program has lost its leading zeros already."""


class BadLength(BadIdentifier, InvalidLength):
    """Too few characters, or too many."""


class BadFormat(BadIdentifier, InvalidFormat):
    """A character that cannot stand where it stands, or a number that a spreadsheet rewrote."""


class BadComponent(BadIdentifier, InvalidComponent):
    """A part that stands for nothing: a département, a type of identifier, a rank."""


class BadKey(BadIdentifier, InvalidChecksum):
    """The key does not agree with the other characters."""
