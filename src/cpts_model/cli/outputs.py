"""Files that a command writes beside the one it reads: none is written over the dossier, nor over another."""

import os
from itertools import combinations
from pathlib import Path

from cpts_model.cli.files import refuse

_THERE = "it is there already; name another file, or move it away first; nothing was written"


def keep_apart(read: Path, *written: Path | None) -> None:
    """Make sure that what is written is neither the file that was read nor one file twice; else the command ends."""
    outputs = [path for path in written if path is not None]
    for path in outputs:
        if _are_one(path, read):
            refuse(f"{path}: it is the file that is read; name another to write; nothing was written")
    for one, other in combinations(outputs, 2):
        if _are_one(one, other):
            refuse(f"{other}: it is named twice; name another file; nothing was written")


def refuse_existing(*paths: Path | None) -> None:
    """Make sure that nothing has the name of what is to be written: somebody's work may be there; else the command ends."""
    there = [path for path in paths if path is not None and os.path.lexists(path)]
    if there:
        refuse(*(f"{path}: {_THERE}" for path in there))


def _are_one(one: Path, other: Path) -> bool:
    """Whether two names stand for one file, by whatever link."""
    try:
        return one.samefile(other)
    except OSError:
        return os.path.realpath(one) == os.path.realpath(other)  # Path.resolve fails on links in a ring
