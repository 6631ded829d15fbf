"""Keeping a file as it was, beside the one that takes its place."""

import os
from io import BufferedWriter
from pathlib import Path

_ENDING = ".bak"


def keep_beside(path: str | Path, content: bytes) -> Path:
    """Write what a file holds to a new file beside it, and say which: ``n.toml.bak``, or ``.bak2``, ``.bak3``…

    Nothing that is there already is written over. Whoever may not read the file may not read
    what is kept of it.

    Raises:
        OSError: it cannot be written; nothing is left of it then.
    """
    kept, file = _new_beside(Path(path))
    try:
        with file:
            kept.chmod(os.stat(path).st_mode & 0o777)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        kept.unlink(missing_ok=True)
        raise
    return kept


def _new_beside(path: Path) -> tuple[Path, BufferedWriter]:
    number = 1
    while True:
        kept = path.with_name(f"{path.name}{_ENDING}{number if number > 1 else ''}")
        try:
            return kept, open(kept, "xb")
        except FileExistsError:
            number += 1
