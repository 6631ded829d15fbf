"""The project's example dossiers, for whoever needs one to try something on."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from cpts_model.exchange.dossier import read_structures
from cpts_model.facts.structures import Structure
from cpts_model.register import Register

Dossier = Structure | Register
"""What a dossier holds: a structure, or a register of several."""

_INSTALLED = Path(__file__).parent / "examples"
_CHECKOUT = Path(__file__).parents[3] / "examples"


@cache
def example_dossiers() -> Mapping[str, Dossier]:
    """The example dossiers by the name of their file, without its suffix.

    Real structures as public sources tell of them, and invented ones; every person in them
    is invented. Read once: what they hold is frozen, and so is the mapping.
    """
    return MappingProxyType({path.stem: _read(path) for path in _files()})


def _files() -> Iterator[Path]:
    folder = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    yield from sorted(path for path in folder.iterdir() if path.suffix in {".json", ".toml"})


def _read(path: Path) -> Dossier:
    structures = read_structures(path)
    return structures[0] if len(structures) == 1 else Register(structures)
