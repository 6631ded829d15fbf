"""Where the texts were read, and the last day each reading speaks for.

``seen_on`` is the last day for which the source shows the text in force. Beyond it a
verdict says that the text was not seen again.
"""

from datetime import date

import attrs


@attrs.frozen(slots=True)
class Source:
    """A place where a text was read."""

    where: str
    seen_on: date


# An undated copy of the code, made between 2023-05-21 and 2023-12-28 (it holds the law of
# 19 May 2023 and not that of 27 December 2023): only the first of these days is certain.
CODE_COPY_2023 = Source("copie du code de la santé publique (french-business-law.com)", date(2023, 5, 21))
LEGIFRANCE_L1434_12 = Source(
    "Légifrance, section LEGISCTA000031917906, version au 30 juin 2022", date(2022, 6, 30)
)
