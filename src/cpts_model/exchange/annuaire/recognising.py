"""Whether a file may be the open extract at all, by its beginning; and else what it is."""

from pathlib import Path

from cpts_model.exchange.extracts import BadExtract, ExtractFault, check_beginning
from cpts_model.exchange.faults import Flawed
from cpts_model.exchange.files import first_bytes
from cpts_model.exchange.signatures import LONGEST, Wrapping, wrapping_of

FIRST = "Type d'identifiant PP"
"""The first column of the open extract."""
EXTRACT = "PS_LibreAcces_Personne_activite"

_WORKBOOK = (
    f"it is {{}}: read the extract as it was downloaded, {EXTRACT}….txt "
    "(a sheet of members is read by: members import)"
)
_ARCHIVE = f"it is a zip archive: unpack it, and read the file of persons and activities ({EXTRACT}….txt)"
NO_EXTRACT = (
    f'it is not the extract {EXTRACT}: its first column should be "{FIRST}", '
    "and its cells stand between bars (|); name the file as it was downloaded"
)


def refuse_other_files(path: str | Path) -> None:
    """Refuse what is surely no extract, in one line that says what it is. An empty file is left to its reader.

    Raises:
        BadExtract: it is no text of cells between bars, or not a regular file.
        OSError: the file cannot be opened.
    """
    try:
        beginning = first_bytes(path, LONGEST)
    except Flawed as flawed:
        raise BadExtract([ExtractFault(fault.message) for fault in flawed.faults], str(path)) from None
    wrapping = wrapping_of(beginning)
    if wrapping is Wrapping.ARCHIVE:
        raise BadExtract([ExtractFault(_ARCHIVE)], str(path))
    if wrapping is not None and wrapping.is_workbook:
        raise BadExtract([ExtractFault(_WORKBOOK.format(wrapping.value))], str(path))
    check_beginning(beginning, path)
    first = beginning.lstrip().partition(b"\n")[0]
    if first and b"|" not in first:
        raise BadExtract([ExtractFault(NO_EXTRACT)], str(path))
