"""POST a dossier (JSON), get its assessment: a WSGI application of the standard library.

From the folder of the project:

    python examples/services/wsgi_service.py
    curl --data-binary @examples/cpts-en-creation.json -H "Content-Type: application/json" \
        "http://127.0.0.1:8000/assess?on=2026-11-21"
"""

import json
from collections.abc import Callable, Iterable
from datetime import date
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs
from wsgiref.simple_server import make_server

from cpts_model import (
    BadDossier,
    Structure,
    assess,
    assessment_to_dict,
    loads_dossier,
)

Start = Callable[..., Any]

LARGEST = 256 * 1024
"""The longest body, in bytes: it is never read beyond."""

MOST = {"members": 1000, "payments": 300}
"""Telling verdicts takes time for each of these: this bounds the work of a request."""


class Refused(Exception):
    """A request that gets an error, and what to tell of it."""

    def __init__(self, status: int, *faults: tuple[str, str]) -> None:
        super().__init__(status, *faults)
        self.status = status
        self.faults = faults

    def to_dict(self) -> dict[str, Any]:
        """The faults, each with its place: for JSON."""
        return {"faults": [{"place": place, "message": told} for place, told in self.faults]}


def body_of(environ: dict[str, Any]) -> bytes:
    """The body, never more than is allowed."""
    kind, _, _ = environ.get("CONTENT_TYPE", "").partition(";")
    if kind.strip().lower() != "application/json":
        raise Refused(415, ("Content-Type", "send application/json"))
    length = environ.get("CONTENT_LENGTH", "")
    if not (length.isascii() and length.isdigit()):
        raise Refused(411, ("Content-Length", "say how long the body is"))
    if len(length) > 9 or int(length) > LARGEST:
        raise Refused(413, ("Content-Length", f"at most {LARGEST} bytes"))
    return environ["wsgi.input"].read(int(length))


def day_of(environ: dict[str, Any]) -> date:
    """The day whose law applies: the caller's to give, so that an answer can be had again."""
    asked = parse_qs(environ.get("QUERY_STRING", "")).get("on", [""])[0]
    try:
        return date.fromisoformat(asked)
    except ValueError:
        raise Refused(400, ("on", "write ?on=YYYY-MM-DD")) from None


def structure_of(body: bytes) -> Structure:
    """The structure, or every fault of the dossier with its place."""
    try:
        structure = loads_dossier(body)
    except BadDossier as bad:
        faults = ((fault.path, fault.message) for fault in bad.faults)
        raise Refused(422, *faults) from None
    for name, most in MOST.items():
        told = getattr(structure, name, ())
        if isinstance(told, tuple) and len(told) > most:
            raise Refused(422, (f"$.{name}", f"at most {most} here"))
    return structure


def answer(environ: dict[str, Any]) -> dict[str, Any]:
    """What is answered when nothing is refused."""
    if environ["PATH_INFO"] != "/assess":
        raise Refused(404, ("path", "POST to /assess"))
    if environ["REQUEST_METHOD"] != "POST":
        raise Refused(405, ("method", "POST to /assess"))
    on = day_of(environ)
    return assessment_to_dict(assess(structure_of(body_of(environ)), on=on), "fr")


def application(environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
    """200 with the assessment, 422 with the faults of the dossier, or another 4xx."""
    try:
        status, told = 200, answer(environ)
    except Refused as refused:
        status, told = refused.status, refused.to_dict()
    content = json.dumps(told, ensure_ascii=False).encode()
    headers = [
        ("Content-Type", "application/json; charset=utf-8"),
        ("Content-Length", str(len(content))),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
    ]
    if status == 405:
        headers.append(("Allow", "POST"))
    start_response(f"{status} {HTTPStatus(status).phrase}", headers)
    return [content]


if __name__ == "__main__":
    with make_server("127.0.0.1", 8000, application) as server:
        server.serve_forever()
