"""The JSON Schema of assessments, and the parts that other answers share with it."""

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Modality
from cpts_model.engine.text import LANGS
from cpts_model.exchange.assessment import FORMAT, VERSION
from cpts_model.exchange.schemas.parts import (
    BOOL,
    DAY,
    DIALECT,
    TEXT,
    TEXT_OR_NULL,
    Schema,
    closed,
    either,
    keyed,
    many,
    or_null,
    ref,
    words,
)

DAY_OR_NULL: Schema = or_null(dict(DAY))
PERIOD: Schema = closed({"from": DAY_OR_NULL, "until": DAY_OR_NULL})


def assessment_schema() -> Schema:
    """The JSON Schema of what :func:`~cpts_model.exchange.assessment.assessment_to_dict` gives."""
    holds: dict[str, Schema] = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "subject": ref("reference"),
        "on": dict(DAY),
        "ok": BOOL,
        "settled": BOOL,
        "verdicts": many(ref("verdict")),
        "missing": many(ref("missing")),
    }
    defined = {"verdict": _verdict(), "fact": _fact(), "missing": _missing()}
    return answer("assessment", VERSION, closed(holds), **shared(*SHARED), **defined)


def answer(name: str, version: int, holds: Schema, **defined: Schema) -> Schema:
    """The schema of an answer, and what it defines."""
    return {
        "$schema": DIALECT,
        "$id": f"urn:cpts-model:{name}:{version}",
        "title": f"cpts-model/{name}",
        **holds,
        "$defs": defined,
    }


SHARED = ("text", "unknown", "reference", "citation")


def shared(*names: str) -> dict[str, Schema]:
    """Definitions that several answers have, by their names."""
    told_or_not = either(TEXT_OR_NULL, ref("unknown"))
    every = {
        "text": either(TEXT, closed(dict.fromkeys(LANGS, TEXT))),
        "unknown": closed({"unknown": {"const": True}}),
        "reference": closed({"kind": TEXT, "id": told_or_not, "name": told_or_not}),
        "citation": closed(
            {
                "code": TEXT,
                "article": TEXT,
                "paragraph": TEXT_OR_NULL,
                "legifrance": TEXT_OR_NULL,
                "url": TEXT_OR_NULL,
                "text": ref("text"),
            }
        ),
    }
    return {name: every[name] for name in names}


def standing() -> dict[str, Schema]:
    """How strong a rule is, and how it is known."""
    return {"modality": words(Modality), "authority": words(Authority), "evidence": words(Evidence)}


def sources() -> dict[str, Schema]:
    """Where a rule comes from."""
    return {
        "citation": ref("citation"),
        "also_cites": many(ref("citation")),
        "in_force": PERIOD,
        "checked_on": DAY_OR_NULL,
        "source": TEXT,
    }


def advice() -> dict[str, Schema]:
    """What to do about a rule."""
    return {
        "remedy": ref("text"),
        "upon": or_null(ref("text")),
        "note": or_null(ref("text")),
    }


def _verdict() -> Schema:
    told = {
        "rule": TEXT,
        "title": ref("text"),
        "outcome": words(Outcome),
        **standing(),
        "blocking": BOOL,
        "warning": BOOL,
        "place": TEXT,
        "part": or_null(ref("reference")),
        **sources(),
        "beyond_last_check": BOOL,
        **advice(),
        "reason": or_null(ref("text")),
    }
    return keyed(told | {"facts": many(ref("fact"))}, *told)


def _fact() -> Schema:
    return closed({"path": TEXT, "label": or_null(ref("text")), "value": {}, "children": many(ref("fact"))})


def _missing() -> Schema:
    return closed({"path": TEXT, "label": or_null(ref("text")), "rules": many(TEXT), "blocking": BOOL})
