"""Text in two languages: every word a person reads comes from here."""

from typing import Literal

import attrs

Lang = Literal["fr", "en"]
"""The languages the library speaks. French is authoritative."""

LANGS: tuple[Lang, ...] = ("fr", "en")


@attrs.frozen(slots=True)
class Text:
    """A phrase in French and in English. The French one is authoritative.

    Raises:
        ValueError: one of the two is empty.
    """

    fr: str
    en: str

    def __attrs_post_init__(self) -> None:
        if not self.fr.strip() or not self.en.strip():
            raise ValueError(f"a Text needs both languages, not {self.fr!r} and {self.en!r}")

    def to(self, lang: Lang) -> str:
        """The phrase in that language.

        Raises:
            ValueError: the library does not speak it.
        """
        if lang == "fr":
            return self.fr
        if lang == "en":
            return self.en
        raise ValueError(f"{lang!r} is not a language of the library: {', '.join(LANGS)}")

    def __str__(self) -> str:
        return self.fr
