"""Whether a file is an export of this library, which another export may replace."""

from pathlib import Path
from typing import Any

from cpts_model.exchange.faults import Flawed
from cpts_model.exchange.fhir import vocabulary as v
from cpts_model.exchange.files import lines_of, opened
from cpts_model.exchange.markup import MAX_BYTES, parse


def is_fhir_export(path: str | Path) -> bool:
    """Whether a file holds what :meth:`FhirExport.write` writes, and nothing else.

    A bundle of somebody else, and a file too long to be looked through, are none.

    Raises:
        OSError: it cannot be opened.
    """
    try:
        with opened(path) as file:
            if Path(path).suffix.lower() == ".ndjson":
                held = [_is_ours(_data(line)) for _, line in lines_of(file, MAX_BYTES)]
                return bool(held) and all(held)
            return _is_bundle(_data(file.read(MAX_BYTES + 1)))
    except Flawed:
        return False


def _data(text: bytes | Flawed) -> Any:
    if isinstance(text, Flawed):
        raise text
    return parse(text, "json").data


def _is_bundle(data: Any) -> bool:
    match data:
        case {"resourceType": "Bundle", "type": "collection", "entry": list(entries)}:
            return all(_is_entry(one) for one in entries)
        case _:
            return False


def _is_entry(entry: Any) -> bool:
    """Whether it stands where no other library puts its own."""
    return isinstance(entry, dict) and str(entry.get("fullUrl")).startswith(f"{v.BASE}/")


def _is_ours(resource: Any) -> bool:
    """Whether a resource by itself bears an id of a dossier, or says that no profile describes it; or is one of the SAS."""
    match resource:
        case {"resourceType": str(), "identifier": [{"system": str(system)}, *_]} if system.startswith(
            v.OWN_ID
        ):
            return True
        case {"resourceType": str(), "meta": {"tag": [{"system": v.OWN_TAG}]}}:
            return True
        case {"resourceType": "Organization", "meta": {"profile": [v.SAS_ORGANISATION]}}:
            return True
        case _:
            return False
