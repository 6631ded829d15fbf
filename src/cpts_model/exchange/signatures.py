"""Files that are no text, by their first bytes: what they are."""

import codecs
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from cpts_model.engine.text import Text

LONGEST = 8192
"""How many bytes at the beginning of a file tell what it is."""

GZIP = b"\x1f\x8b"
"""How a file begins that is compressed with gzip."""

_ZIP = b"PK\x03\x04"


class Wrapping(Enum):
    """What holds data in a way that no reader of texts can see; the value is what it is called."""

    WORKBOOK = "an Excel workbook (.xlsx)"
    OLD_OFFICE = "an older Excel workbook or Word document (.xls, .doc)"
    LIBRE_WORKBOOK = "a LibreOffice workbook (.ods)"
    DOCUMENT = "a Word document (.docx)"
    LIBRE_DOCUMENT = "a LibreOffice document (.odt)"
    ARCHIVE = "a zip archive"
    GZIP = "compressed with gzip"
    PDF = "a PDF document"
    UTF_16 = "in UTF-16 (what Excel calls 'Unicode Text', 'Texte Unicode')"

    @property
    def words(self) -> Text:
        """What it is called, in both languages."""
        return Text(_FRENCH[self], self.value)

    @property
    def is_workbook(self) -> bool:
        """Whether it holds sheets of cells."""
        return self in (Wrapping.WORKBOOK, Wrapping.OLD_OFFICE, Wrapping.LIBRE_WORKBOOK)


_FRENCH: Mapping[Wrapping, str] = MappingProxyType(
    {
        Wrapping.WORKBOOK: "un classeur Excel (.xlsx)",
        Wrapping.OLD_OFFICE: "un ancien classeur Excel ou document Word (.xls, .doc)",
        Wrapping.LIBRE_WORKBOOK: "un classeur LibreOffice (.ods)",
        Wrapping.DOCUMENT: "un document Word (.docx)",
        Wrapping.LIBRE_DOCUMENT: "un document LibreOffice (.odt)",
        Wrapping.ARCHIVE: "une archive zip",
        Wrapping.GZIP: "un fichier compressé par gzip",
        Wrapping.PDF: "un document PDF",
        Wrapping.UTF_16: "un texte en UTF-16 (ce qu'Excel appelle « Texte Unicode »)",
    }
)

_BEGINNINGS = {
    GZIP: Wrapping.GZIP,
    b"\xd0\xcf\x11\xe0": Wrapping.OLD_OFFICE,
    b"%PDF": Wrapping.PDF,
    codecs.BOM_UTF16_LE: Wrapping.UTF_16,
    codecs.BOM_UTF16_BE: Wrapping.UTF_16,
}
_WITHIN_A_ZIP = {
    b"xl/": Wrapping.WORKBOOK,
    b"word/": Wrapping.DOCUMENT,
    b"opendocument.spreadsheet": Wrapping.LIBRE_WORKBOOK,
    b"opendocument.text": Wrapping.LIBRE_DOCUMENT,
}
"""What a zip archive is, by a name that stands in it."""


def wrapping_of(beginning: bytes) -> Wrapping | None:
    """What a file is that begins so; ``None`` where it may be a text."""
    head = beginning[:LONGEST]
    if head.startswith(_ZIP):
        return next((one for name, one in _WITHIN_A_ZIP.items() if name in head), Wrapping.ARCHIVE)
    return next((one for sign, one in _BEGINNINGS.items() if head.startswith(sign)), None)
