"""The example of a register on the command line: a copy to change, and what runs on it."""

import shutil
from pathlib import Path

from typer.testing import CliRunner, Result

from cpts_model.cli import app
from golden import EXAMPLES

EXAMPLE = EXAMPLES / "registre-deux-cpts.json"
ON = ("--on", "2026-11-21")
RIVE, AMONT, MSP, SISA, ESP = "cpts-rive", "cpts-amont", "msp-quai", "sisa-quai", "esp-coteaux"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def copied(folder: Path) -> Path:
    """A copy of the example, to be changed."""
    return Path(shutil.copy(EXAMPLE, folder / "registre.json"))
