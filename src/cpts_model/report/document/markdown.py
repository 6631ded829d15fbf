"""The report as Markdown, to paste into a wiki or a message."""

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from cpts_model.engine.text import Lang
from cpts_model.report.document.dates import DueView
from cpts_model.report.document.entries import Detail, IdleRule, Node, RuleView, Section, Tree
from cpts_model.report.document.model import Assessed, Judged, Report, report_of
from cpts_model.report.document.questionnaire import Asked, QuestionGroup
from cpts_model.report.document.words import capital, say
from cpts_model.report.visible import visible
from cpts_model.report.words import COUNTS, WORDS


def markdown_report(assessed: Assessed | Iterable[Assessed], *, lang: Lang = "fr") -> str:
    """A report as Markdown (CommonMark with tables): it says what the page says, without the picture.

    Raises:
        ValueError: there is nothing to report on, or not all of it was judged on one day.
    """
    lines = _Writer(report_of(assessed, lang), lang).lines()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


_SIGNS = re.compile(
    r"[\\`*_{}\[\]|<>&#~$!@^=]"
    r"|:(?=//)|/(?=/)|(?<=[wW]{3})\.|(?<=[fF]tp)\.|(?<=\S)\.(?=[^\W\d]{2})"  # an address, even without its scheme
    r"|^[-+?:]|^\d(?=\d*[.)])"  # an item of a list, at the start of a line
    r"|^\s|\s$"  # a block of code, or bold that neither begins nor ends
)


def plain(words: str) -> str:
    """Words that Markdown and HTML leave as they are: no name is a link, a heading, an item of a list or a tag."""
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", visible(words))


def _code(words: str) -> str:
    """A key or a place; as plain words where it holds what would end it."""
    said = visible(words)
    return plain(said) if "`" in said or "|" in said else f"`{said}`"


@attrs.frozen(slots=True)
class _Writer:
    """Writes one report, line by line."""

    report: Report
    lang: Lang

    def lines(self) -> Iterator[str]:
        report, lang = self.report, self.lang
        yield f"# {plain(report.title)}"
        yield ""
        yield f"{plain(report.day)}."
        yield ""
        if report.single is not None:
            yield from self.structure(report.single, 2)
        else:
            yield f"**{plain(report.headline)}**"
            yield from self.index()
            for one in report.structures:
                yield from ["", f"## {plain(one.name)}", ""]
                yield from self.structure(one, 3)
            if report.across is not None:
                yield from self.across(report.across)
        yield from ["", "---", "", f"{plain(report.made_by)}. {plain(say('no_advice', lang))}"]
        if report.beyond:
            yield plain(say("beyond_seen", lang))
        if report.lean:
            yield plain(report.lean)

    def index(self) -> Iterator[str]:
        lang = self.lang
        heads = [WORDS["structure"].to(lang), WORDS["kind"].to(lang), WORDS["verdict"].to(lang)]
        heads += [words[1].to(lang) for words in COUNTS.values()]
        rows = (
            [plain(one.name), plain(one.short_kind), plain(one.status_words)]
            + [str(one.number(key)) for key in COUNTS]
            for one in self.report.structures
        )
        yield ""
        yield from _table([plain(capital(head)) for head in heads], rows)

    def structure(self, one: Judged, level: int) -> Iterator[str]:
        lang = self.lang
        said = [one.kind, one.id]
        yield plain(", ".join(part for part in said if part))
        yield ""
        yield f"**{plain(one.headline)}**"
        yield ""
        for count in one.counts:
            yield f"- {count.number} {plain(count.words)}"
        for section in one.sections:
            yield from self.section(section, level)
        if one.not_applicable:
            yield from _heading(say("not_applicable_title", lang), level)
            for idle in one.not_applicable:
                yield f"- {plain(idle.article)}{say('colon', lang)}{plain(idle.title)} ({_code(idle.id)})"
                yield from self.facts_read(idle)
        if one.questionnaire:
            yield from _heading(say("questionnaire", lang), level)
            yield plain(one.questionnaire_lead)
            for group in one.questionnaire:
                yield from self.questions(group, level + 1)
        yield from self.dates(one, level)
        if one.told:
            yield from _heading(say("told", lang), level)
            yield plain(say("told_lead", lang))
            for told in one.told:
                yield from ["", f"**{plain(told.title)}**", ""]
                for row in told.rows:
                    yield f"- **{plain(row.name)}**{say('colon', lang)}{plain(row.value)}"

    def across(self, found: Sequence[Judged]) -> Iterator[str]:
        yield from _heading(say("across", self.lang), 2)
        if not found:
            yield plain(say("across_none", self.lang))
        for one in found:
            yield from _heading(one.name, 3)
            yield f"**{plain(one.headline)}**"
            for section in one.sections:
                yield from self.section(section, 4)

    def section(self, section: Section, level: int) -> Iterator[str]:
        yield from _heading(f"{section.title} ({section.rules})", level)
        for article in section.articles:
            name = plain(article.name)
            yield from ["", f"**{f'[{name}](<{article.url}>)' if article.url else name}**", ""]
            for rule in article.rules:
                yield from self.rule(rule)

    def rule(self, rule: RuleView) -> Iterator[str]:
        standing = " · ".join(map(plain, rule.standing))
        yield f"- **{plain(rule.title)}**  "
        yield f"  {plain(capital(rule.outcome))} · {_code(rule.id)} · {standing}"
        for detail in rule.details:
            yield f"    - {self.detail(detail)}"
        yield from self.facts_read(rule)

    def facts_read(self, rule: RuleView | IdleRule) -> Iterator[str]:
        for tree in rule.trees:
            if tree.nodes:
                yield from self.tree(tree)
        if rule.parts_left:
            yield f"    - {plain(say('parts_left', self.lang, n=rule.parts_left))}"

    def detail(self, detail: Detail) -> str:
        words = say("sep", self.lang).join(map(plain, detail.words))
        words = f"[{words}](<{detail.url}>)" if detail.url else words
        return f"{plain(detail.name)}{say('colon', self.lang)}{words}"

    def tree(self, tree: Tree) -> Iterator[str]:
        of = f" ({plain(tree.part)}{say('colon', self.lang)}{plain(tree.outcome)})" if tree.part else ""
        yield f"    - {plain(say('facts_read', self.lang))}{of}"
        for node in tree.nodes:
            yield from self.node(node, "        ")
        if tree.left_out:
            yield f"        - {plain(say('facts_left', self.lang, n=tree.left_out))}"

    def node(self, node: Node, indent: str) -> Iterator[str]:
        name = f"{plain(node.name)} ({_code(node.path)})" if node.name else _code(node.path)
        yield f"{indent}- {name}{say('colon', self.lang)}{plain(node.value)}"
        for child in node.children:
            yield from self.node(child, f"{indent}    ")

    def questions(self, group: QuestionGroup, level: int) -> Iterator[str]:
        yield from _heading(group.title, level)
        for question in group.questions:
            rules = ", ".join(map(_code, question.rules))
            law = f", {plain(say('law_needs', self.lang))}" if question.blocking else ""
            yield f"- **{plain(question.label)}** ({plain(question.waits)}{law}{say('colon', self.lang)}{rules})"
            for asked in question.asked:
                yield f"    - {self.asked(asked)}"

    def asked(self, asked: Asked) -> str:
        whom = f"{plain(asked.whom)}{say('colon', self.lang)}" if asked.whom else ""
        boxes = "  ".join(f"☐ {plain(box)}" for box in asked.blank.boxes)
        lines = {"yes_no": "", "choice": "", "choices": "", "day": "…… / …… / …………  "}
        line = lines.get(asked.blank.kind, "…………  ")
        return f"{whom}{line}{boxes} ({_code(asked.path)})"

    def dates(self, one: Judged, level: int) -> Iterator[str]:
        lang, dates = self.lang, one.dates
        yield from _heading(say("deadlines", lang), level)
        if not dates.coming:
            yield plain(say("no_deadline", lang, until=dates.until))
        titles = (
            (say("overdue", lang), dates.overdue),
            (dates.coming_title, dates.coming),
        )
        for title, listed in titles:
            if listed:
                yield from ["", f"**{plain(title)}**", ""]
                yield from (self.due(due) for due in listed)
        if dates.awaiting:
            yield from ["", f"**{plain(say('undated', lang))}**", ""]
        for group in dates.awaiting:
            yield f"- {plain(group.why)}"
            yield from (f"    {self.due(due)}" for due in group.due)

    def due(self, due: DueView) -> str:
        day = f"{plain(due.day)}, " if due.day else ""
        notes = f" — {plain(' ; '.join(due.notes))}" if due.day and due.notes else ""
        return (
            f"- {day}{plain(due.kind)}{say('colon', self.lang)}{plain(due.title)} ({plain(due.cites)}){notes}"
        )


def _heading(title: str, level: int) -> list[str]:
    return ["", f"{'#' * min(level, 6)} {plain(title)}", ""]


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"| {' | '.join('---' for _ in heads)} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"
