"""The stage of a CPTS, as people write it, on the command line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from cpts_model.cli.console import show, show_json
from cpts_model.cli.files import read, refuse
from cpts_model.cli.options import BREACH, FINE, Format, Format_, Lang_, Language
from cpts_model.cli.plain import both
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.life.stage import StageReading, stage_of, tally
from cpts_model.report.text import Line

MOST_BYTES = 5_000_000
"""The longest file of wordings that is read."""

_WORDS = {
    "unknown": Text("indéterminé", "undetermined"),
    "among": Text("peut-être : ", "maybe: "),
    "read": Text("lu : ", "read: "),
    "unread": Text("non lu : ", "not read: "),
    "said": Text("« {text} » : {name}{day}", "“{text}”: {name}{day}"),
}


def stage(
    wordings: Annotated[
        list[str] | None, typer.Argument(metavar="WORDING...", help="The stage, as it is written.")
    ] = None,
    *,
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FILE", help="A text file, one wording a line; their count follows."),
    ] = None,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
) -> None:
    """Read the stage of a CPTS as people write it: « LI validée le 12/03/2025 », « validé non signataire ».

    Nothing is guessed: a wording that does not tell gives the stages that it may mean.

    Exit code: 0 every wording tells a stage, 1 one does not, 2 input that cannot be read.
    """
    texts = [*(wordings or ()), *(_lines_of(file) if file else ())]
    if not texts:
        refuse("no wording was given: write it after the command, or name a file with --file")
    readings = [stage_of(text) for text in texts]
    if format is Format.json:
        show_json([_document(reading) for reading in readings])
    else:
        show(line for reading in readings for line in _lines(reading, lang.value))
        if len(readings) > 1:
            show([Line(), *map(Line, tally(readings).lines(lang.value))])
    raise typer.Exit(FINE if all(reading.settled for reading in readings) else BREACH)


def _lines_of(path: Path) -> list[str]:
    def wordings(path: Path) -> list[str]:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            refuse(f"{path}: longer than {MOST_BYTES:,} bytes; cut it into parts")
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as bad:
            refuse(f"{path}: not UTF-8 (byte {bad.start}); save it as UTF-8")
        # Ends of lines alone: splitlines() would cut a wording at a form feed too.
        return [line for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line.strip()]

    return read(path, wordings)


def _lines(reading: StageReading, lang: Lang) -> Iterator[Line]:
    found = reading.stage
    name = _WORDS["unknown"].to(lang) if isinstance(found, Unknown) else found.label.to(lang)
    day = "" if isinstance(reading.date, Unknown) else f" ({reading.date.to(lang)})"
    said = _WORDS["said"].to(lang).format(text=reading.text.strip(), name=name, day=day)
    yield Line(said, "unknown" if isinstance(found, Unknown) else "plain")
    if isinstance(found, Unknown) and reading.candidates:
        names = ", ".join(candidate.label.to(lang) for candidate in reading.candidates)
        yield Line(_WORDS["among"].to(lang) + names, indent=2)
    if reading.words:
        yield Line(_WORDS["read"].to(lang) + ", ".join(word.to(lang) for word in reading.words), indent=2)
    if reading.unread:
        yield Line(_WORDS["unread"].to(lang) + ", ".join(reading.unread), indent=2)


def _document(reading: StageReading) -> dict[str, Any]:
    return {
        "text": reading.text,
        "stage": None if isinstance(reading.stage, Unknown) else _stage(reading.stage),
        "candidates": [_stage(candidate) for candidate in reading.candidates],
        "date": None if isinstance(reading.date, Unknown) else str(reading.date.to("en")),
        "words": [{"text": word.text, "meaning": both(word.meaning)} for word in reading.words],
        "unread": list(reading.unread),
    }


def _stage(stage: Any) -> dict[str, Any]:
    return {"id": stage.value, "label": both(stage.label)}
