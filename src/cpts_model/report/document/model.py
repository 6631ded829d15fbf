"""What a report says, before it is written as HTML or as Markdown: the two cannot differ in what they tell."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from importlib import metadata

import attrs

from cpts_model.engine.assess import Assessment
from cpts_model.engine.citations import Authority
from cpts_model.engine.explain import describe
from cpts_model.engine.text import Lang, Text
from cpts_model.facts.structures import Structure
from cpts_model.life.deadlines import Deadlines
from cpts_model.register import RegisterAssessment
from cpts_model.report.chronology import Chronology
from cpts_model.report.digest import Digest, digest
from cpts_model.report.document.dates import DatesView, dates_view, found_deadlines, timeline
from cpts_model.report.document.entries import IdleRule, Section, idle_rules, sections
from cpts_model.report.document.names import brief
from cpts_model.report.document.questionnaire import QuestionGroup, questionnaire
from cpts_model.report.document.told import ToldGroup, told_facts
from cpts_model.report.document.words import counted, day_words, say
from cpts_model.report.registers import called
from cpts_model.report.words import COUNTS, KINDS, SHORT_KINDS, WORDS

MOST_IN_FULL = 12
"""How many structures a report shows with pictures, facts told and the facts read of what is met."""

Assessed = Assessment | RegisterAssessment
"""What a report can be made of."""


@attrs.frozen(slots=True)
class CountView:
    """How many rules came out in one way."""

    key: str
    number: int
    words: str
    target: str
    """The anchor of the section that lists them; nothing where none does."""


@attrs.frozen(slots=True, kw_only=True)
class Judged:
    """An assessment as a report shows it. Each part is found when it is first wanted."""

    assessment: Assessment
    lang: Lang
    prefix: str
    """What its anchors begin with."""
    lean: bool = False

    @cached_property
    def sorted_out(self) -> Digest:
        """The assessment, sorted."""
        return digest(self.assessment)

    @property
    def name(self) -> str:
        """What the structure is called, or what is looked at across structures."""
        subject = self.assessment.subject
        return brief(describe(subject, self.lang) if self.is_structure else called(subject, self.lang))

    @property
    def id(self) -> str:
        """Its identifier in the dossier, where that is not its name already."""
        said = str(getattr(self.assessment.subject, "id", "")) if self.is_structure else ""
        return "" if said == self.name else brief(said)

    @property
    def is_structure(self) -> bool:
        """Whether this is a structure, and not something across several."""
        return isinstance(self.assessment.subject, Structure)

    @property
    def kind(self) -> str:
        """What kind of structure it is."""
        name = type(self.assessment.subject).__name__
        return KINDS[name].to(self.lang) if name in KINDS else ""

    @property
    def short_kind(self) -> str:
        """Its kind as a table can hold it."""
        return SHORT_KINDS.get(type(self.assessment.subject).__name__) or self.kind

    @property
    def status(self) -> str:
        """``breach``, ``incomplete`` or ``ok``: what the words and the colour say."""
        if not self.assessment.ok:
            return "breach"
        return "ok" if self.assessment.settled else "incomplete"

    @property
    def status_words(self) -> str:
        """The status in two words."""
        return WORDS[self.status].to(self.lang)

    @property
    def headline(self) -> str:
        """The verdict of the whole."""
        breaches, unknown, left_open = (self.number(key) for key in ("breaches", "unknown", "open"))
        if breaches:
            said = [counted("verdict_breach", breaches, self.lang)]
        else:
            said = [say("verdict_none" if unknown or left_open else "verdict_settled", self.lang)]
        said += [counted("verdict_unknown", unknown, self.lang)] if unknown else []
        said += [counted("verdict_open", left_open, self.lang)] if left_open else []
        return " ".join(said)

    def number(self, key: str) -> int:
        """How many rules a section holds."""
        return len(self.sorted_out.section(key))

    @property
    def counts(self) -> tuple[CountView, ...]:
        """How many rules came out in each way, and how many do not apply."""
        found = [
            self._count(key, self._of(words[0], words[1], self.number(key))) for key, words in COUNTS.items()
        ]
        idle = len(self.not_applicable)
        target = f"{self.prefix}-not-applicable" if idle else ""
        return (*found, CountView("not_applicable", idle, say("not_applicable", self.lang), target))

    def _count(self, key: str, words: str) -> CountView:
        number = self.number(key)
        return CountView(key, number, words, f"{self.prefix}-{key}" if number else "")

    def _of(self, one: Text, many: Text, number: int) -> str:
        """A noun as its number wants it: French has no plural for nothing."""
        return (many if number > 1 or (number == 0 and self.lang == "en") else one).to(self.lang)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The verdicts, breaches first."""
        return tuple(sections(self.sorted_out, self.lang, self.prefix, lean=self.lean))

    @cached_property
    def not_applicable(self) -> tuple[IdleRule, ...]:
        """The rules that do not apply to any part of it."""
        return tuple(idle_rules(self.assessment, self.lang, lean=self.lean))

    @cached_property
    def questionnaire(self) -> tuple[QuestionGroup, ...]:
        """What is missing, as questions."""
        return tuple(questionnaire(self.sorted_out.questions, self.assessment.subject, self.lang))

    @property
    def asked(self) -> int:
        """How many facts are asked for."""
        return sum(len(question.paths) for question in self.sorted_out.questions)

    @property
    def questionnaire_lead(self) -> str:
        """How many facts are asked for, and what for."""
        word = "questionnaire_lead" if self.asked > 1 else "questionnaire_one"
        return say(word, self.lang, n=self.asked)

    @cached_property
    def _due(self) -> Deadlines:
        return found_deadlines(self.assessment.subject, self.assessment.on)

    @cached_property
    def dates(self) -> DatesView:
        """The deadlines that come."""
        return dates_view(self.assessment.subject, self._due, self.assessment.on, self.lang)

    @cached_property
    def timeline(self) -> Chronology | None:
        """The days of the dossier, where there is something to draw and room for it."""
        if self.lean:
            return None
        return timeline(self.assessment.subject, self._due, self.assessment.on, self.lang)

    @cached_property
    def told(self) -> tuple[ToldGroup, ...]:
        """The facts as they were told."""
        return () if self.lean else tuple(told_facts(self.assessment.subject, self.lang))


@attrs.frozen(slots=True, kw_only=True)
class Report:
    """A report on one structure or on several, and on what holds across them."""

    lang: Lang
    structures: tuple[Judged, ...]
    across: tuple[Judged, ...] | None
    """``None`` where nothing was looked at across structures."""
    on: date

    @property
    def single(self) -> Judged | None:
        """The structure, where there is only one and nothing across."""
        return self.structures[0] if len(self.structures) == 1 and self.across is None else None

    @property
    def title(self) -> str:
        """What the report is on."""
        if len(self.structures) == 1:
            return say("report", self.lang, name=self.structures[0].name)
        return say("report_many", self.lang, n=len(self.structures))

    @property
    def day(self) -> str:
        """The day judged, in words."""
        return say("report_day", self.lang, day=day_words(self.on, self.lang))

    @property
    def headline(self) -> str:
        """The verdict of all the structures."""
        states = [one.status for one in self.structures]
        numbers = {state: states.count(state) for state in ("breach", "incomplete", "ok")}
        said = say("of", self.lang, n=len(states), **numbers)
        across = sum(one.number("breaches") for one in self.across or ())
        return f"{said} {counted('across_breach', across, self.lang)}" if across else said

    @property
    def status(self) -> str:
        """The worst status of all that was judged."""
        states = {one.status for one in self.every}
        return next(state for state in ("breach", "incomplete", "ok") if state in states or state == "ok")

    @property
    def made_by(self) -> str:
        """By what it was judged, and when the law was last seen."""
        version = say("made_by", self.lang, version=metadata.version("cpts-model"))
        seen = sorted(self._days_seen())
        if not seen:
            return version
        first, last = day_words(seen[0], self.lang), day_words(seen[-1], self.lang)
        word = "law_seen_once" if first == last else "law_seen"
        return f"{version}{say('sep', self.lang)}{say(word, self.lang, first=first, last=last)}"

    @property
    def beyond(self) -> bool:
        """Whether the day asked is later than the last one on which some text was seen."""
        return any(day < self.on for day in self._days_seen())

    def _days_seen(self) -> set[date]:
        rules = (finding.rule for one in self.every for finding in one.assessment.findings)
        return {
            rule.checked_on
            for rule in rules
            if rule.checked_on is not None and rule.authority is not Authority.STATUTES
        }

    @property
    def every(self) -> tuple[Judged, ...]:
        """All that was judged: structures first."""
        return (*self.structures, *(self.across or ()))

    @property
    def lean(self) -> str:
        """What a report on many structures leaves out, in words; nothing where it leaves out nothing."""
        lean = any(one.lean for one in self.structures)
        return say("lean", self.lang, n=MOST_IN_FULL) if lean else ""


def report_of(assessed: Assessed | Iterable[Assessed], lang: Lang) -> Report:
    """A report on an assessment, on several, or on a register.

    Raises:
        ValueError: there is nothing to report on, or not all of it was judged on one day.
    """
    every = (assessed,) if isinstance(assessed, Assessment | RegisterAssessment) else tuple(assessed)
    days = {one.on for one in every}
    if len(days) != 1:
        said = "on no assessment" if not days else "on several days: judge all of it on one"
        raise ValueError(f"there is no report {said}")
    structures = [one for each in every for one in _structures(each)]
    across = [one for each in every if isinstance(each, RegisterAssessment) for one in each.across]
    lean = len(structures) > MOST_IN_FULL
    is_register = any(isinstance(each, RegisterAssessment) for each in every)
    return Report(
        lang=lang,
        structures=tuple(_judged(one, lang, f"s{n}", lean) for n, one in enumerate(structures, 1)),
        across=tuple(_judged(one, lang, f"x{n}", lean) for n, one in enumerate(across, 1))
        if is_register
        else None,
        on=days.pop(),
    )


def _judged(assessment: Assessment, lang: Lang, prefix: str, lean: bool) -> Judged:
    return Judged(assessment=assessment, lang=lang, prefix=prefix, lean=lean)


def _structures(assessed: Assessed) -> tuple[Assessment, ...]:
    return (assessed,) if isinstance(assessed, Assessment) else assessed.structures
