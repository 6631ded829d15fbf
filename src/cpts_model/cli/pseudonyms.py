"""The option that hides people, on every command that tells of them."""

import functools
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from cpts_model.cli.files import read, refuse
from cpts_model.cli.hiding import ASKED, unquoting
from cpts_model.exchange.faults import Flawed
from cpts_model.exchange.files import first_bytes
from cpts_model.exchange.pseudonyms import Pseudonyms

LONGEST_KEY = 4096

KeyFile = Annotated[
    Path | None,
    typer.Option(
        "--pseudonymise",
        metavar="KEYFILE",
        help="Hide who people are, by a secret key: a file of 16 bytes or more. The same key gives the same pseudonyms.",
    ),
]


def pseudonymising(command: Callable[..., None]) -> Callable[..., None]:
    """The command, with ``--pseudonymise``: then people are hidden in what it reads, before it tells anything."""

    @functools.wraps(command)
    def with_pseudonyms(*args: Any, pseudonymise: Path | None = None, **options: Any) -> None:
        if pseudonymise is None:
            command(*args, **options)
            return
        before = ASKED.set(_with_key_of(pseudonymise))
        try:
            with unquoting():
                command(*args, **options)
        finally:
            ASKED.reset(before)

    signature = inspect.signature(command)
    option = inspect.Parameter(
        "pseudonymise", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=KeyFile
    )
    shown: Any = with_pseudonyms  # typer reads both
    shown.__signature__ = signature.replace(parameters=[*signature.parameters.values(), option])
    shown.__annotations__ = {**command.__annotations__, "pseudonymise": KeyFile}
    return with_pseudonyms


def _beginning(path: Path) -> bytes:
    try:
        return first_bytes(path, LONGEST_KEY + 1)
    except Flawed as flawed:
        refuse(*(f"{path}: {fault.message}" for fault in flawed.faults))


def _with_key_of(path: Path) -> Pseudonyms:
    key = read(path, _beginning)
    if len(key) > LONGEST_KEY:
        # The beginning of a document or a picture is the same in many others.
        refuse(f"{path}: a key has at most {LONGEST_KEY} bytes: is it the right file?")
    return read(path, lambda _: Pseudonyms(key.strip()))
