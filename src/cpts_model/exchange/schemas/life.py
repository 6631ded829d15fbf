"""The JSON Schemas of what the command line answers of deadlines, checklists and funding.

A command that looks at a file of several structures lists an answer for each.
"""

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.text import LANGS
from cpts_model.exchange.schemas.assessment import DAY_OR_NULL, answer, shared
from cpts_model.exchange.schemas.parts import (
    BOOL,
    DAY,
    NULL,
    TEXT,
    TEXT_OR_NULL,
    Schema,
    closed,
    either,
    many,
    or_null,
    ref,
    words,
)
from cpts_model.facts.sending import Recipient
from cpts_model.life.deadlines import DeadlineKind
from cpts_model.life.funding import FundingStatus
from cpts_model.life.sending import ItemState, Section

VERSION = 1

_ON = dict(DAY)
_DAY_OR_UNKNOWN = either(_ON, ref("unknown"))
_AMOUNT: Schema = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
_SOME_TEXT = or_null(ref("text"))
_OPEN: dict[str, Schema] = {
    "depends_on": many(ref("asked")),
    "reason": _SOME_TEXT,
    "note": _SOME_TEXT,
    "basis": ref("basis"),
}


def deadlines_schema() -> Schema:
    """The JSON Schema of what ``cpts-model deadlines --format json`` prints."""
    one = closed(
        {
            "subject": TEXT,
            "on": _ON,
            "since": _ON,
            "until": _ON,
            "past": many(ref("dated")),
            "deadlines": many(ref("dated")),
            "undated": many(ref("deadline")),
        }
    )
    dated = closed({**_deadline(), "overdue": BOOL})
    return answer("deadlines", VERSION, many(one), dated=dated, **_of_deadlines())


def checklist_schema() -> Schema:
    """The JSON Schema of what ``cpts-model checklist --format json`` prints."""
    item = closed(
        {
            "key": TEXT,
            "section": words(Section),
            "title": ref("text"),
            "state": words(ItemState),
            "due": or_null(_DAY_OR_UNKNOWN),
            "awaits": _SOME_TEXT,
            "awaited": or_null(_DAY_OR_UNKNOWN),
            **_OPEN,
        }
    )
    one = closed(
        {
            "subject": TEXT,
            "recipient": words(Recipient),
            "on": _ON,
            "items": many(item),
            "deadlines": many(ref("deadline")),
        }
    )
    return answer("checklist", VERSION, many(one), **_of_deadlines())


def funding_schema() -> Schema:
    """The JSON Schema of what ``cpts-model funding --format json`` prints: an answer, or a list of them."""
    exercise = {"label": _SOME_TEXT, "first_day": DAY_OR_NULL, "last_day": DAY_OR_NULL}
    one = closed(
        {
            "subject": ref("reference"),
            "on": _ON,
            "standing": words(FundingStatus),
            "settled": BOOL,
            "reasons": many(ref("text")),
            "exercise": closed(exercise),
            "lines": many(ref("line")),
            "known": _AMOUNT,
            "total": either(_AMOUNT, ref("unknown")),
            "unknown": many(TEXT),
            "at_most": or_null(_AMOUNT),
            "conditional": many(ref("line")),
            "ceiling": or_null(ref("line")),
            "schedule": or_null(ref("basis")),
            "notes": many(ref("text")),
        }
    )
    whole = either(ref("answer"), many(ref("answer")))
    return answer(
        "funding",
        VERSION,
        whole,
        answer=one,
        line=_line(),
        **shared("text", "unknown", "reference"),
        **_basis(),
    )


def _of_deadlines() -> dict[str, Schema]:
    asked = closed({"path": TEXT, "label": _SOME_TEXT})
    return {**shared("text", "unknown"), "deadline": closed(_deadline()), "asked": asked, **_basis()}


def _deadline() -> dict[str, Schema]:
    return {
        "uid": TEXT,
        "day": _DAY_OR_UNKNOWN,
        "kind": words(DeadlineKind),
        "title": ref("text"),
        "certain": BOOL,
        "done": either(BOOL, NULL, ref("unknown")),
        "done_asks": many(ref("asked")),
        "done_reason": _SOME_TEXT,
        "who": _SOME_TEXT,
        "provided": _SOME_TEXT,
        **_OPEN,
    }


def _line() -> Schema:
    instalment = {"when": ref("text"), "due_on": DAY_OR_NULL, "amount": either(_AMOUNT, ref("unknown"))}
    return closed(
        {
            "key": TEXT,
            "label": ref("text"),
            "amount": either(_AMOUNT, ref("unknown")),
            "reason": _SOME_TEXT,
            "at_most": or_null(_AMOUNT),
            "points": or_null(_AMOUNT),
            "told": BOOL,
            "basis": or_null(ref("basis")),
            "instalments": many(closed(instalment)),
            "notes": many(ref("text")),
        }
    )


def _basis() -> dict[str, Schema]:
    basis = {
        "rule": TEXT_OR_NULL,
        "cites": TEXT,
        "citation": closed(dict.fromkeys(LANGS, TEXT)),
        "authority": words(Authority),
        "evidence": words(Evidence),
        "checked_on": DAY_OR_NULL,
        "source": TEXT,
    }
    return {"basis": closed(basis)}
