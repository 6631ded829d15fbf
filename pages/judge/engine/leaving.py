"""What somebody takes away: the report, the verdicts as data, the deadlines as a calendar."""

import json
from datetime import date
from typing import Any

from cpts_model.engine.explain import describe
from cpts_model.engine.text import Lang
from cpts_model.exchange.assessment import assessment_to_dict
from cpts_model.report.calendar import calendar_of
from cpts_model.report.document import html_report
from cpts_model.report.document.dates import found_deadlines
from cpts_model.report.visible import visible
from pages.judge.engine.judging import assessed, assessed_register


def html(dossier: str, on: str, lang: Lang, *, register: bool = False) -> str:
    """The report as a file of its own."""
    return html_report(assessed_register(dossier, on) if register else assessed(dossier, on), lang=lang)


def verdicts(dossier: str, on: str, lang: Lang, *, register: bool = False) -> str:
    """The verdicts as ``cpts-model assess --format json --explain`` gives them: the words in both languages."""
    every = assessed_register(dossier, on).assessments if register else (assessed(dossier, on),)
    documents = [assessment_to_dict(one, explain=True) for one in every]
    data: Any = documents if register else documents[0]
    return visible(json.dumps(data, ensure_ascii=False, indent=2), keep="\n") + "\n"


def calendar(dossier: str, on: str, lang: Lang, *, stamped_on: str, register: bool = False) -> str:
    """The deadlines of the report as a calendar (iCalendar)."""
    every = assessed_register(dossier, on).structures if register else (assessed(dossier, on),)
    due = [one for judged in every for one in found_deadlines(judged.subject, judged.on)]
    name = ", ".join(describe(judged.subject, lang) for judged in every)
    return calendar_of(due, name=name, stamped_on=date.fromisoformat(stamped_on), lang=lang).decode()
