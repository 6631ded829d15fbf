"""The service of the how-to page: what it answers, and what it refuses before any work is done."""

import asyncio
import io
import json
import re
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any
from wsgiref.util import setup_testing_defaults
from wsgiref.validate import validator

import pytest

ROOT = Path(__file__).resolve().parents[1]
SERVICES = ROOT / "examples" / "services"
DOSSIER = (ROOT / "examples" / "cpts-en-creation.json").read_bytes()

Answer = tuple[int, dict[str, str], dict[str, Any]]
Post = Callable[..., Answer]


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(SERVICES))
    monkeypatch.delitem(sys.modules, "wsgi_service", raising=False)
    return import_module("wsgi_service")


@pytest.fixture
def post(service: ModuleType) -> Post:
    """Send a request as a server would, with the checks of the standard library on both sides."""

    def send(body: bytes, query: str = "on=2026-11-21", **changed: Any) -> Answer:
        environ: dict[str, Any] = {
            "SCRIPT_NAME": "",
            "REQUEST_METHOD": "POST", "PATH_INFO": "/assess", "QUERY_STRING": query, "CONTENT_TYPE": "application/json",
            "CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body),
        } | changed  # fmt: skip
        setup_testing_defaults(environ)
        told: list[Any] = []

        def start_response(status: str, headers: list[tuple[str, str]], error: Any = None) -> Any:
            told.extend((int(status[:3]), dict(headers)))
            return told.append

        answered: Any = validator(service.application)(environ, start_response)
        content = b"".join(answered)
        answered.close()
        assert int(told[1]["Content-Length"]) == len(content)
        return told[0], told[1], json.loads(content)

    return send


def test_a_dossier_gets_its_assessment(post: Post) -> None:
    status, headers, told = post(DOSSIER)
    assert status == 200
    assert (told["format"], told["on"], told["ok"]) == ("cpts-model/assessment", "2026-11-21", True)
    assert headers["Cache-Control"] == "no-store"


def test_the_day_of_the_law_is_the_caller_s(post: Post) -> None:
    wrong_form = b'{"kind": "cpts", "id": "a", "legal_form": "sisa", "seat_departement": "33"}'
    assert post(wrong_form)[2]["ok"] is False
    assert post(wrong_form, "on=2020-11-21")[2]["ok"] is True
    for query in ("", "on=", "on=demain", "on=2026-02-30"):
        assert post(DOSSIER, query)[0] == 400


def test_a_breach_is_a_result_and_not_an_error(post: Post) -> None:
    assert post(b'{"kind": "cpts", "id": "a", "legal_form": "sisa", "seat_departement": "33"}')[0] == 200


def test_every_fault_is_told_with_its_place(post: Post) -> None:
    status, _, told = post(b'{"kind": "cpts", "id": "a", "formed_on": "2026-13-01", "nam": "x"}')
    assert status == 422
    assert [fault["place"] for fault in told["faults"]] == ["$.formed_on", "$.nam"]


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[1]", b"{", b"\xff\xfe", b"[" * 5000, b'{"a":' * 5000, b'{"kind": "cpts", "id": NaN}'],
    ids=lambda body: body[:6].decode("latin-1") + f" ({len(body)})",
)
def test_what_is_no_dossier_is_refused_and_breaks_nothing(post: Post, body: bytes) -> None:
    status, _, told = post(body)
    assert status == 422
    assert told["faults"]


def test_a_body_too_long_is_not_read(service: ModuleType, post: Post) -> None:
    class Unread(io.BytesIO):
        def read(self, *_: Any) -> bytes:
            raise AssertionError("it was read")

    for length in (str(service.LARGEST + 1), "9" * 40):
        assert post(b"", **{"CONTENT_LENGTH": length, "wsgi.input": Unread()})[0] == 413


@pytest.mark.parametrize("name", ["members", "payments"])
def test_what_takes_time_is_bounded(
    service: ModuleType, post: Post, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    dossier = json.loads(DOSSIER) | {"payments": [{"beneficiary": "a"}, {"beneficiary": "b"}]}
    assert post(json.dumps(dossier).encode())[0] == 200
    monkeypatch.setitem(service.MOST, name, 1)
    status, _, told = post(json.dumps(dossier).encode())
    assert (status, told["faults"][0]["place"]) == (422, f"$.{name}")


def test_a_media_type_has_no_case(post: Post) -> None:
    assert post(DOSSIER, CONTENT_TYPE="Application/JSON; charset=utf-8")[0] == 200


def test_other_requests_are_told_what_to_send(post: Post) -> None:
    assert post(DOSSIER, PATH_INFO="/")[0] == 404
    status, headers, _ = post(DOSSIER, REQUEST_METHOD="PUT")
    assert (status, headers["Allow"]) == (405, "POST")
    assert post(DOSSIER, CONTENT_TYPE="text/plain")[0] == 415
    assert post(DOSSIER, CONTENT_LENGTH="")[0] == 411
    assert post(DOSSIER, CONTENT_LENGTH="٣")[0] == 411


def test_names_are_told_as_they_are_in_json(post: Post) -> None:
    told = post(b'{"kind": "cpts", "id": "a", "name": "<script>alert(1)</script>"}')[2]
    assert told["subject"]["name"] == "<script>alert(1)</script>"


def asked_of(app: Any, body: bytes, query: str) -> tuple[int, dict[str, Any]]:
    """Ask an ASGI application as a server would: the body comes in two pieces."""
    half = len(body) // 2
    pieces = [
        {"type": "http.request", "body": body[:half], "more_body": True},
        {"type": "http.request", "body": body[half:], "more_body": False},
    ]
    told: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return pieces.pop(0)

    async def send(message: dict[str, Any]) -> None:
        told.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/assess",
        "query_string": query.encode(),
        "headers": [],
    }
    asyncio.run(app(scope, receive, send))
    return told[0]["status"], json.loads(b"".join(message.get("body", b"") for message in told))


def test_the_starlette_service_answers_the_same(service: ModuleType, post: Post) -> None:
    pytest.importorskip("starlette", reason="Starlette is not installed")
    app = import_module("starlette_service").app
    for body, query in ((DOSSIER, "on=2026-11-21"), (b"{}", "on=2026-11-21"), (DOSSIER, "on=x")):
        status, _, told = post(body, query)
        assert asked_of(app, body, query) == (status, told)
    assert asked_of(app, b" " * (service.LARGEST + 1), "on=2026-11-21")[0] == 413


def test_the_page_shows_the_service_as_it_is() -> None:
    page = (ROOT / "docs" / "how-to" / "web-service.md").read_text(encoding="utf-8")
    shown = re.findall(r"```python3\n(.*?)```", page, re.DOTALL)
    files = [
        (SERVICES / name).read_text(encoding="utf-8") for name in ("wsgi_service.py", "starlette_service.py")
    ]
    assert len(shown) == 2
    for fence, file in zip(shown, files, strict=True):
        assert fence in file
