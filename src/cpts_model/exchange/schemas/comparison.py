"""The JSON Schemas of comparisons: of a dossier on two days, of the law on two days."""

from cpts_model.engine.citations import Evidence
from cpts_model.engine.outcome import Outcome
from cpts_model.exchange.comparison import FORMAT, LAW_FORMAT, VERSION
from cpts_model.exchange.schemas.assessment import PERIOD, SHARED, advice, answer, shared, sources, standing
from cpts_model.exchange.schemas.parts import (
    BOOL,
    DAY,
    TEXT,
    TEXT_OR_NULL,
    Schema,
    closed,
    many,
    or_null,
    ref,
    words,
)
from cpts_model.life.compare import Cause

_ON = dict(DAY)


def comparison_schema() -> Schema:
    """The JSON Schema of what :func:`~cpts_model.exchange.comparison.comparison_to_dict` gives."""
    holds: dict[str, Schema] = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "subject": ref("reference"),
        "a": _ON,
        "b": _ON,
        "between": {"enum": ["days", "laws"]},
        "changes": many(ref("change")),
        "passing": many(ref("change")),
        "unchanged": closed({outcome.value: {"type": "integer", "minimum": 0} for outcome in Outcome}),
    }
    defined = {"change": _change(), "side": _side(), "step": _step(), "turned": _turned(), "fact": _fact()}
    return answer("comparison", VERSION, closed(holds), **shared(*SHARED), **defined, **_law())


def law_diff_schema() -> Schema:
    """The JSON Schema of what :func:`~cpts_model.exchange.comparison.law_diff_to_dict` gives."""
    step = {
        "on": _ON,
        "rule": TEXT,
        "old": or_null(ref("rule")),
        "new": or_null(ref("rule")),
        "texts": many(ref("text-change")),
    }
    holds: dict[str, Schema] = {
        "format": {"const": LAW_FORMAT},
        "version": {"const": VERSION},
        "a": _ON,
        "b": _ON,
        "rules": many(closed(step)),
        "articles_alone": many(ref("text-change")),
    }
    return answer("law-diff", VERSION, closed(holds), **shared("text", "citation"), **_law())


def rules_schema() -> Schema:
    """The JSON Schema of a list of what :func:`~cpts_model.exchange.assessment.rule_to_dict` gives."""
    return answer("rules", VERSION, many(ref("rule")), **shared("text", "citation"), rule=_rule())


def _law() -> dict[str, Schema]:
    wording = {
        "act": or_null(ref("text")),
        "in_force": PERIOD,
        "evidence": words(Evidence),
        "exists": BOOL,
        "text_known": BOOL,
        "legifrance": TEXT_OR_NULL,
        "note": or_null(ref("text")),
    }
    change = {
        "on": _ON,
        "code": TEXT,
        "article": TEXT,
        "old": or_null(ref("wording")),
        "new": or_null(ref("wording")),
    }
    return {"rule": _rule(), "text-change": closed(change), "wording": closed(wording)}


def _rule() -> Schema:
    return closed(
        {
            "id": TEXT,
            "title": ref("text"),
            "about": many(TEXT),
            **standing(),
            "blocking": BOOL,
            **sources(),
            **advice(),
        }
    )


def _change() -> Schema:
    return closed(
        {
            "rule": TEXT,
            "place": TEXT,
            "part": or_null(ref("reference")),
            "before": ref("side"),
            "after": ref("side"),
            "causes": many(words(Cause)),
            "breaks": BOOL,
            "mends": BOOL,
            "steps": many(ref("step")),
            "explained": ref("text"),
        }
    )


def _side() -> Schema:
    return closed({"outcome": words(Outcome), "rule": or_null(ref("rule"))})


def _step() -> Schema:
    time = closed({"turned": many(ref("turned")), "dates": many(ref("fact"))})
    return closed(
        {
            "on": _ON,
            "before": words(Outcome),
            "after": words(Outcome),
            "causes": many(words(Cause)),
            "law": or_null(many(ref("text-change"))),
            "time": or_null(time),
        }
    )


def _turned() -> Schema:
    return closed(
        {
            "path": TEXT,
            "label": or_null(ref("text")),
            "before": {},
            "after": {},
            "dates": many(ref("fact")),
        }
    )


def _fact() -> Schema:
    return closed({"path": TEXT, "label": or_null(ref("text")), "value": {}})
