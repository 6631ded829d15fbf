"""The same service for Starlette (FastAPI takes such a route as it is).

From the folder of the project:

pip install starlette uvicorn
uvicorn --app-dir examples/services starlette_service:app
"""

from datetime import date

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from wsgi_service import LARGEST, Refused, structure_of

from cpts_model import assess, assessment_to_dict


async def body_of(request: Request) -> bytes:
    """The body, given up as soon as it is too long: an announced length proves nothing."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise Refused(413, ("body", f"at most {LARGEST} bytes"))
    return bytes(body)


def judged(body: bytes, asked: str) -> dict[str, object]:
    """What is answered when nothing is refused."""
    try:
        on = date.fromisoformat(asked)
    except ValueError:
        raise Refused(400, ("on", "write ?on=YYYY-MM-DD")) from None
    return assessment_to_dict(assess(structure_of(body), on=on), "fr")


async def assess_dossier(request: Request) -> JSONResponse:
    """Judging is work for the processor: in a thread it holds up no other request."""
    try:
        body = await body_of(request)
        asked = request.query_params.get("on", "")
        told = await run_in_threadpool(judged, body, asked)
    except Refused as refused:
        return JSONResponse(refused.to_dict(), refused.status)
    return JSONResponse(told, headers={"Cache-Control": "no-store"})


app = Starlette(routes=[Route("/assess", assess_dossier, methods=["POST"])])
