"""Judging a dossier on a day, and showing it: the parts of the library's own report."""

from datetime import date
from functools import lru_cache
from importlib import metadata
from typing import Any, cast

from cpts_model.api import assess
from cpts_model.engine.assess import Assessment
from cpts_model.engine.text import Lang
from cpts_model.exchange.dossier import loads_dossier, loads_structures
from cpts_model.facts.structures import Structure
from cpts_model.law.statuts import law_with_statutes
from cpts_model.register import Register, RegisterAssessment
from cpts_model.report.document import Fragment, html_fragment
from cpts_model.report.document.model import Judged, report_of
from cpts_model.report.document.words import say

PREFIX = "s1"
"""What the anchors of the parts begin with."""


@lru_cache(maxsize=4)
def structure_of(dossier: str) -> Structure:
    """The structure of a dossier, read once while somebody looks at it on one day after another."""
    return loads_dossier(dossier)


@lru_cache(maxsize=8)
def assessed(dossier: str, on: str) -> Assessment:
    """The assessment of a dossier on a day, its own statutes included."""
    structure = structure_of(dossier)
    return assess(structure, on=date.fromisoformat(on), law=law_with_statutes(structure))


@lru_cache(maxsize=4)
def _judged(dossier: str, on: str, lang: Lang) -> Judged:
    return Judged(assessment=assessed(dossier, on), lang=lang, prefix=PREFIX)


@lru_cache(maxsize=2)
def assessed_register(register: str, on: str) -> RegisterAssessment:
    """The assessment of a register on a day."""
    return assess(Register(loads_structures(register)), on=date.fromisoformat(on))


def about(lang: Lang) -> dict[str, Any]:
    """What judges: its version."""
    return {"version": metadata.version("cpts-model")}


def summary(dossier: str, on: str, lang: Lang) -> dict[str, Any]:
    """The head of the report: the verdict of the whole, and when the texts that it rests on were last seen."""
    judged = _judged(dossier, on, lang)
    report = report_of(judged.assessment, lang)
    beyond = f" {say('beyond_seen', lang)}" if report.beyond else ""
    return {
        "headline": judged.headline,
        "html": html_fragment(judged.assessment, "summary", lang=lang, prefix=PREFIX),
        "seen": f"{report.made_by}.{beyond}",
    }


def part(dossier: str, on: str, lang: Lang, part: str) -> str:
    """One part of the report, as HTML; empty where there is nothing to say."""
    return html_fragment(assessed(dossier, on), cast(Fragment, part), lang=lang, prefix=PREFIX)


def questions(dossier: str, on: str, lang: Lang) -> list[dict[str, Any]]:
    """What to ask next, the most useful first: each fact with the places where it is missing, and the rules that wait for it."""
    titles = {finding.rule.id: finding.rule.title.to(lang) for finding in assessed(dossier, on).findings}
    return [
        {
            "about": group.title,
            "label": question.label,
            "waits": question.waits,
            "rules": [{"id": rule, "title": titles[rule]} for rule in question.rules],
            "blocking": question.blocking,
            "asked": [{"whom": one.whom, "path": one.path} for one in question.asked],
        }
        for group in _judged(dossier, on, lang).questionnaire
        for question in group.questions
    ]


def across(register: str, on: str, lang: Lang) -> list[dict[str, Any]]:
    """What holds across the structures of a register, each with its verdicts as HTML."""
    found = assessed_register(register, on).across
    return [
        {
            "name": Judged(assessment=one, lang=lang, prefix=f"x{place}").name,
            "html": "".join(
                html_fragment(one, part, lang=lang, prefix=f"x{place}") for part in ("summary", "verdicts")
            ),
        }
        for place, one in enumerate(found, start=1)
    ]
