"""Names in a cell: surname and first name apart where capitals tell them apart, and identifiers made of them."""

import attrs

from cpts_model.exchange.sheets.cells import clean
from cpts_model.facts.reading_tokens import fold

_TITLES = frozenset(
    [
        "m",
        "mr",
        "mme",
        "mlle",
        "madame",
        "monsieur",
        "mademoiselle",
        "dr",
        "docteur",
        "docteure",
        "pr",
        "professeur",
    ]
)
_PARTICLES = frozenset(
    ["de", "du", "des", "la", "le", "d", "von", "van", "der", "den", "di", "da", "el", "al", "ben"]
)
_ODD = frozenset('()[]{}/\\;:,&+"0123456789@')
_LONGEST_SLUG = 60


@attrs.frozen(slots=True)
class PersonName:
    """A name: whole, and in two parts where they can be told apart."""

    whole: str
    surname: str | None = None
    first: str | None = None
    problem: str | None = None
    """The code of a remark that says why the two parts could not be told apart."""

    @property
    def key(self) -> tuple[str, ...]:
        """The name to compare by: the same whatever its order, case, accents and dashes."""
        return name_key(self.whole)


def name_key(name: str) -> tuple[str, ...]:
    """The words of a name in one form, in alphabetical order."""
    return tuple(sorted("".join(c if c.isalnum() else " " for c in fold(name)).split()))


def of_two(surname: str, first: str) -> PersonName:
    """The name told by two cells."""
    return PersonName(f"{first} {surname}", surname, first)


def without_titles(text: str) -> str:
    """A name without « Mme », « Dr »… in front."""
    words = clean(text).split()
    while len(words) > 1 and fold(words[0]).rstrip(".") in _TITLES:
        words = words[1:]
    return " ".join(words)


def split_name(text: str) -> PersonName:
    """A name told by one cell: its words in capitals are the surname, when they stand together at an end."""
    whole = without_titles(text)
    words = whole.split()
    if len(words) < 2:
        return PersonName(whole, problem="name-alone")
    if any(letter in _ODD for letter in whole):
        return PersonName(whole, problem="name-odd")
    capitals = [_in_capitals(word) for word in words]
    first, last = 0, len(words)
    while first < len(words) and (capitals[first] or _leads(words, capitals, first)):
        first += 1
    while last > 0 and (capitals[last - 1] or (last < len(words) and fold(words[last - 1]) in _PARTICLES)):
        last -= 1
    if 0 < first < len(words) and not any(capitals[first:]):
        return _apart(words[:first], words[first:])
    if 0 < last < len(words) and not any(capitals[:last]):
        return _apart(words[last:], words[:last])
    return PersonName(whole, problem="name-order")


def _apart(surname: list[str], first: list[str]) -> PersonName:
    return of_two(" ".join(surname), " ".join(first))


def _leads(words: list[str], capitals: list[bool], place: int) -> bool:
    """Whether a small word belongs to a surname in capitals that follows it."""
    if fold(words[place]) not in _PARTICLES:
        return False
    following = place + 1
    while following < len(words) and fold(words[following]) in _PARTICLES and not capitals[following]:
        following += 1
    return following < len(words) and capitals[following]


def _in_capitals(word: str) -> bool:
    elided = word.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").rpartition("'")[2]
    letters = [letter for letter in elided if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def slug(text: str) -> str:
    """A text as an identifier: small letters and digits, joined by dashes."""
    return "-".join("".join(c if c.isalnum() else " " for c in fold(text)).split())[:_LONGEST_SLUG].strip("-")
