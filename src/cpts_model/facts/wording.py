"""Sentences in two languages, put together from parts: what the messages about facts are made of."""

from collections.abc import Iterable

from cpts_model.engine.errors import did_you_mean
from cpts_model.engine.text import Text


def in_both(words: Text | str) -> Text:
    """Words as they are in both languages; a plain ``str`` says the same in the two."""
    return words if isinstance(words, Text) else Text(words, words)


def joined(*parts: Text | None) -> Text:
    """Parts written one after the other, without those that there are not."""
    told = [part for part in parts if part is not None]
    return Text("".join(part.fr for part in told), "".join(part.en for part in told))


def one_of(words: Iterable[str]) -> Text:
    """What may be written: this word, or that one."""
    quoted = [repr(word) for word in words]
    return Text(" ou ".join(quoted), " or ".join(quoted))


def meant(nearest: tuple[str, ...]) -> Text | None:
    """The tail of a message that offers the nearest names; ``None`` where there is none."""
    return Text(f" : vouliez-vous dire {one_of(nearest).fr} ?", did_you_mean(nearest)) if nearest else None
