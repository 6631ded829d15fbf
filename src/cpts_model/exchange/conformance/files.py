"""The codes and numbers of a file: dossiers, a register, or a FHIR resource."""

from datetime import date
from pathlib import Path
from typing import Any

from cpts_model.exchange.conformance.codings import conformance_of_fhir
from cpts_model.exchange.conformance.dossiers import conformance
from cpts_model.exchange.conformance.model import Conformance
from cpts_model.exchange.dossier import read_structures
from cpts_model.exchange.faults import BadDossier, Flawed, bounded
from cpts_model.exchange.files import first_bytes, holds_lines
from cpts_model.exchange.markup import LONGEST, parse
from cpts_model.exchange.registers import read_register

_RESOURCE = "resourceType"


def conformance_of_file(path: str | Path, *, on: date) -> tuple[Conformance, ...]:
    """Whether the codes and numbers of a file may stand on a day.

    One answer for a dossier, a register, or a FHIR resource in JSON (``resourceType`` tells
    it); one a dossier for a ``.jsonl`` file.

    Raises:
        BadDossier: with every fault found.
        UnknownFormat: the file is not named ``.json``, ``.toml`` or ``.jsonl``.
        OSError: the file cannot be opened.
    """
    if holds_lines(path):
        return tuple(conformance(structure, on=on) for structure in read_structures(path))
    resource = _resource(path) if Path(path).suffix.lower() == ".json" else None
    if resource is not None:
        return (conformance_of_fhir(resource, on=on),)
    register = read_register(path)
    return (conformance(register if len(register) > 1 else register.structures[0], on=on),)


def _resource(path: str | Path) -> dict[str, Any] | None:
    """The FHIR resource that a file holds; ``None`` where it is something else."""
    try:
        parsed = parse(first_bytes(path, LONGEST["json"] + 1), "json")
    except Flawed as flawed:
        raise BadDossier(flawed.faults, str(path)) from None
    if not isinstance(parsed.data, dict) or _RESOURCE not in parsed.data:
        return None
    if parsed.faults:
        raise BadDossier(bounded(parsed.faults), str(path))
    return parsed.data
