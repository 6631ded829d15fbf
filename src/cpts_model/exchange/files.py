"""Files: read no further than a limit, written whole or not at all."""

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, BufferedWriter
from pathlib import Path

from cpts_model.engine.text import Text
from cpts_model.exchange.faults import Flawed, UnknownFormat, refuse
from cpts_model.exchange.markup import Format, too_long
from cpts_model.facts.wording import joined

LINES = ".jsonl"
"""How the name of a file ends that holds a dossier a line."""

_SKIPPED = 16
"""How many times the longest line is read of a longer one, to come to the next."""

_ONLY_REGULAR = Text(
    "ce n'est pas un fichier ordinaire (répertoire, tube, périphérique…) : seul un fichier ordinaire se lit",
    "it is not a regular file (a folder, a pipe, a device…): only a regular file is read",
)
_STOPPED = Text(" ; la lecture s'y est arrêtée", "; reading stopped in it")
_NOT_REGULAR = "not a regular file (a folder, a pipe, a device…)"


def format_of(path: str | Path, *others: str) -> Format:
    """The format that a file's name tells. ``others`` are endings that would do as well.

    Raises:
        UnknownFormat: it is neither ``.json`` nor ``.toml``.
    """
    match Path(path).suffix.lower():
        case ".json":
            return "json"
        case ".toml":
            return "toml"
        case _:
            raise UnknownFormat(str(path), (".json", ".toml", *others))


def holds_lines(path: str | Path) -> bool:
    """Whether a file's name says that it holds a dossier a line."""
    return Path(path).suffix.lower() == LINES


def first_bytes(path: str | Path, most: int) -> bytes:
    """The beginning of a file: all of it, when it is no longer than that, or ``most`` is -1."""
    with opened(path) as file:
        return file.read(most)


def opened(path: str | Path) -> BufferedReader:
    """A file to read.

    Raises:
        Flawed: it is not a regular file. A pipe would wait for its writer, a device never ends.
        OSError: it cannot be opened.
    """
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise refuse(_ONLY_REGULAR)
    return open(path, "rb")


def lines_of(file: BufferedReader, longest: int) -> Iterator[tuple[int, bytes | Flawed]]:
    """The numbered lines of a file that are not blank; a fault for one that is too long.

    The lines after it are read, unless it is so long that its end is not looked for.
    """
    number = 0
    while line := file.readline(longest + 1):
        number += 1
        if len(line) > longest and not line.endswith(b"\n"):
            if not _skipped(file, longest):
                yield number, refuse(joined(too_long(longest), _STOPPED))
                return
            yield number, refuse(too_long(longest))
        elif line.strip():
            yield number, line.rstrip(b"\r\n")
        else:
            number += _passed_blank_lines(file)


def _passed_blank_lines(file: BufferedReader) -> int:
    """Go on over blank lines in bulk, as far as the buffer shows them; how many they were."""
    ahead = file.peek()
    blank = ahead[: len(ahead) - len(ahead.lstrip())]
    file.read(blank.rfind(b"\n") + 1)
    return blank.count(b"\n")


def _skipped(file: BufferedReader, longest: int) -> bool:
    """Go to the end of a line that is too long; whether it was found near enough."""
    for _ in range(_SKIPPED):
        rest = file.readline(longest + 1)
        if not rest or rest.endswith(b"\n"):
            return True
    return False


def replace_file(path: str | Path, content: str | bytes) -> None:
    """Write a text, in UTF-8, or bytes to a new file beside, and put it in the place of the old one.

    A file that could not be written whole is removed, and the old one stays.

    Raises:
        OSError: it cannot be written, or what stands in its place is not a regular file.
    """
    with replacing(path) as file:
        file.write(content.encode() if isinstance(content, str) else content)


@contextmanager
def replacing(path: str | Path) -> Iterator[BufferedWriter]:
    """A new file to write to piece by piece, which takes the place of the old one when the block ends.

    If the block raises, the new file is removed and the old one stays.

    Raises:
        OSError: it cannot be written, or what stands in its place is not a regular file.
    """
    target = Path(os.path.realpath(path))  # Path.resolve raises no OSError of links in a ring
    mode = _mode_of(target)
    beside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with open(beside, "xb") as file:
            if mode is not None:
                beside.chmod(
                    mode & 0o777
                )  # before anything of a file that not everybody may read stands in it
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _mode_of(target: Path) -> int | None:
    """The mode of a file that may be replaced; ``None`` where there is no file yet."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, f"{_NOT_REGULAR}, so it is not replaced", str(target))
    return mode
