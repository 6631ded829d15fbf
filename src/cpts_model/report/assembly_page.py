"""The general-assembly pack as one HTML page to print on A4."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

from cpts_model.engine.explain import describe
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Lang
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.colleges import College
from cpts_model.facts.statutes import Quorum, Statutes
from cpts_model.register.assembly import Elector, QuorumStep, quorum_table, weights
from cpts_model.register.assembly.words import quorum_words, statutes_words
from cpts_model.report.assembly_words import college_name, long_day, say
from cpts_model.report.visible import visible

if TYPE_CHECKING:
    from cpts_model.report.assembly import AssemblyPack, Row

STYLE = """
@page { size: A4; margin: 14mm 12mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #555; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 186mm; font: 10.5pt/1.4 "Liberation Sans", Arial, Helvetica, sans-serif; color: #111; }
header { border-bottom: 1.5pt solid #111; margin-bottom: 4mm; padding-bottom: 2mm; }
h1 { font-size: 17pt; line-height: 1.2; margin: 0; }
h2 { font-size: 12.5pt; margin: 6mm 0 2mm; break-after: avoid; }
p { margin: 0 0 1.5mm; }
.of { font-size: 12pt; margin: 1mm 0 0; }
.desk { font-style: italic; color: #444; }
.answer { font-weight: bold; }
section + section { break-before: page; }
table { border-collapse: collapse; width: 100%; margin-bottom: 4mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.6pt solid #666; padding: 1.2mm 2mm; text-align: left; vertical-align: middle; overflow-wrap: anywhere; }
thead th { background: #eee; font-size: 9.5pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
thead .college { background: #fff; border: 0; border-bottom: 0.6pt solid #666; font-size: 12pt; padding: 3mm 0 1.5mm; }
.n { text-align: right; white-space: nowrap; }
.total th, .total td { font-weight: bold; border-top: 1.2pt solid #111; }
.sheet { table-layout: fixed; margin-bottom: 2mm; }
.sheet tbody td, .sheet tbody th { height: 11mm; }
thead .running { background: #fff; border: 0; border-bottom: 0.6pt solid #666; font-size: 8.5pt; font-weight: normal; padding: 3mm 0 1.5mm; text-align: right; vertical-align: bottom; }
.no { width: 10mm; }
.who { width: 46mm; }
.what { width: 36mm; }
.votes { width: 17mm; }
.proxy { width: 35mm; }
td.what { font-size: 9pt; line-height: 1.2; }
td.votes, th.votes { text-align: center; }
.check { font-size: 8.5pt; font-style: italic; }
.closing { break-inside: avoid; }
.closing td { height: 13mm; vertical-align: top; }
.closing .sign { height: 26mm; }
ul { margin: 0 0 3mm; padding-left: 5mm; }
li { margin-bottom: 0.8mm; break-inside: avoid; }
.form { border: 0.6pt solid #666; padding: 7mm 8mm 8mm; margin-bottom: 10mm; break-inside: avoid; }
.form h2 { margin-top: 0; text-align: center; font-size: 14pt; }
.form p { line-height: 2.3; }
.form .small { line-height: 1.4; font-size: 9pt; color: #444; margin-top: 4mm; }
.line { border-bottom: 0.6pt dotted #333; display: inline-block; min-width: 62mm; }
.line.short { min-width: 34mm; }
.sign-here { height: 18mm; }
@media screen { body { padding: 8mm; } section { margin-bottom: 15mm; } }
"""

_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    f"style-src 'sha256-{base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()}'"
)


def page(pack: "AssemblyPack") -> str:
    """The whole page."""
    lang = pack.lang
    title = say("of_day", lang, day=long_day(pack.electorate.on, lang))
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{lang}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{_text(title)} — {_text(_association(pack))}</title>",
            f"<style>{STYLE}</style>",
            "</head>",
            "<body>",
            *_sections(pack),
            "</body>",
            "</html>",
            "",
        ]
    )


def _sections(pack: "AssemblyPack") -> Iterator[str]:
    yield from _section(pack, "assembly", _summary(pack))
    if pack.rows:
        yield from _section(pack, "sheet", _sheet(pack))
    statutes = pack.electorate.statutes
    if isinstance(statutes, Statutes) and statutes.proxies_per_member != 0:
        yield "<section>"
        yield from [*_proxy_form(pack, statutes)] * 2
        yield "</section>"


def _section(pack: "AssemblyPack", title: str, body: Iterable[str]) -> Iterator[str]:
    lang = pack.lang
    yield "<section>"
    yield f"<header><h1>{_text(say(title, lang))}</h1>"
    day = long_day(pack.electorate.on, lang)
    day = day if title == "assembly" else say("of_day", lang, day=day)
    yield f'<p class="of">{_text(_association(pack))} — {_text(day)}</p></header>'
    yield from body
    yield "</section>"


def _association(pack: "AssemblyPack") -> str:
    structure = pack.electorate.structure
    return structure.id if isinstance(structure.name, Unknown) else structure.name


def _text(words: str) -> str:
    """Words as text: no name is ever markup, and none hides a sign."""
    return escape(visible(words))


# --- For the bureau


def _summary(pack: "AssemblyPack") -> Iterator[str]:
    lang, electorate = pack.lang, pack.electorate
    if not electorate.applies:
        yield f"<p>{say('not_applicable', lang)}</p>"
        return
    yield f'<p class="desk">{_text(say("desk", lang))}</p>'
    statutes = electorate.statutes
    if isinstance(statutes, Statutes):
        told = _text(statutes_words(statutes, lang))
        yield f"<p>{say('after_statutes', lang, statutes=told)}</p>"
    else:
        yield f"<p>{_text(say('statutes_unknown', lang))}</p>"
    if not electorate.complete:
        yield f"<p>{_text(say('no_members', lang))}</p>"
        return
    yield from _colleges(pack)
    if isinstance(statutes, Statutes):
        yield from _quorum(pack)
        yield from _proxies(statutes, lang)
    yield from _people("check_before", electorate.open, lang)
    yield from _people("without_vote", electorate.without_vote, lang)


def _colleges(pack: "AssemblyPack") -> Iterator[str]:
    lang, electorate = pack.lang, pack.electorate
    weighed = weights(electorate)
    heads = ["college", "electors", "to_check", "without_vote", "votes_each"]
    heads += ["share"] if weighed.by_college is True else []
    groups = (electorate.electors, electorate.open, electorate.without_vote)
    each = [electorate.in_colleges(group) for group in groups]
    named = {college.name: college for college in electorate.colleges}
    yield f"<h2>{_text(say('electors_by_college', lang))}</h2>"
    yield f"<table><thead>{_heads(heads, lang)}</thead><tbody>"
    for name in dict.fromkeys(name for group in each for name in group):
        numbers = [str(len(group.get(name, ()))) for group in each]
        college = named.get(name) if isinstance(name, str) else None
        told = [_told(college, "votes", lang)]
        told += [_told(college, "share", lang)] if weighed.by_college is True else []
        yield _line(_college_words(pack, name), [*numbers, *told])
    totals = [str(len(group)) for group in groups]
    totals += [""] * (len(heads) - 4)
    yield _line(say("total", lang), totals, "total")
    yield "</tbody></table>"
    for remark in weighed.remarks:
        yield f"<p>{_text(remark.to(lang))}</p>"


def _college_words(pack: "AssemblyPack", name: str | None | Unknown) -> str:
    if not pack.electorate.colleges and not isinstance(name, str):
        return say("members", pack.lang)
    return college_name(name, pack.lang)


def _told(college: College | None, clause: str, lang: Lang) -> str:
    value = None if college is None else getattr(college, clause)
    if value is None or isinstance(value, Unknown):
        return "—"
    return f"{describe(value, lang)} %" if clause == "share" else describe(value, lang)


def _heads(words: Iterable[str], lang: Lang, kind: str = "n") -> str:
    cells = (
        f'<th scope="col" class="{kind if place else ""}">{_text(say(word, lang))}</th>'
        for place, word in enumerate(words)
    )
    return f"<tr>{''.join(cells)}</tr>"


def _line(head: str, cells: Iterable[str], kind: str = "") -> str:
    inside = "".join(f'<td class="n">{_text(one)}</td>' for one in cells)
    return f'<tr{f" class={kind}" if kind else ""}><th scope="row">{_text(head)}</th>{inside}</tr>'


def _quorum(pack: "AssemblyPack") -> Iterator[str]:
    lang, answer = pack.lang, pack.quorum
    yield f"<h2>{say('quorum', lang)}</h2>"
    if answer.clause is None:
        yield f"<p>{_text(say('no_quorum', lang))}</p>"
    elif not isinstance(answer.clause, Quorum):
        yield f"<p>{_text(say('quorum_unknown', lang))}</p>"
    else:
        clause = quorum_words(answer.clause).to(lang)
        yield f"<p>{_text(clause[:1].upper() + clause[1:])}.</p>"
        by_proxy = answer.clause.counts_proxies is True
        needed = answer.room.needed(answer.clause)
        number = _span(needed.least, needed.most, lang)
        word = "needed_represented" if by_proxy else "needed"
        yield f'<p class="answer">{_text(say(word, lang, n=number))}</p>'
        heads = ["if_represented" if by_proxy else "if_present", "then_quorum"]
        yield f"<table><thead>{_heads(heads, lang, '')}</thead><tbody>"
        steps = quorum_table(answer)
        for step in steps:
            yield f'<tr><th scope="row">{_text(_step(step, step is steps[-1], lang))}</th>'
            yield f"<td>{_text(say(_REACHED[step.reached], lang))}</td></tr>"
        yield "</tbody></table>"


_REACHED = {
    Outcome.SATISFIED: "reached",
    Outcome.VIOLATED: "not_reached",
    Outcome.UNDETERMINED: "cannot_say",
}


def _step(step: QuorumStep, last: bool, lang: Lang) -> str:
    if last and step.least != step.most:
        return say("or_more", lang, least=step.least)
    return _span(step.least, step.most, lang)


def _span(least: int, most: int, lang: Lang) -> str:
    if least != most:
        return say("from_to", lang, least=least, most=most)
    return say("electors_present" if most > 1 else "elector_present", lang, n=most)


def _proxies(statutes: Statutes, lang: Lang) -> Iterator[str]:
    yield f"<h2>{say('proxies', lang)}</h2>"
    yield f"<p>{_text(proxy_limit(statutes, lang))}</p>"
    clause = statutes.quorum
    if isinstance(clause, Quorum) and statutes.proxies_per_member != 0:
        counts = clause.counts_proxies
        word = "proxies_counted" if counts is True else "proxies_not_counted"
        yield f"<p>{_text(say('proxies_counted_unknown' if isinstance(counts, Unknown) else word, lang))}</p>"


def proxy_limit(statutes: Statutes, lang: Lang) -> str:
    """How many proxies one member may hold, in words."""
    limit = statutes.proxies_per_member
    if isinstance(limit, Unknown):
        return say("proxies_unknown", lang)
    if limit is None:
        return say("proxies_free", lang)
    return say({0: "proxies_none", 1: "proxies_one"}.get(limit, "proxies_many"), lang, n=limit)


def _people(title: str, people: tuple[Elector, ...], lang: Lang) -> Iterator[str]:
    if people:
        yield f"<h2>{_text(say(title, lang))}</h2><ul>"
        for one in people:
            why = " ; ".join(reason.to(lang) for reason in one.why)
            yield f"<li>{_text(one.name)}{f' — {_text(why)}' if why else ''}</li>"
        yield "</ul>"


# --- To sign


def _sheet(pack: "AssemblyPack") -> Iterator[str]:
    lang = pack.lang
    groups: dict[str, list[Row]] = {}
    for row in pack.rows:
        without = row.outcome is Outcome.VIOLATED
        groups.setdefault(say("without_vote", lang) if without else row.college, []).append(row)
    running = f"{_association(pack)} — {long_day(pack.electorate.on, lang)}"
    for name, rows in groups.items():
        yield from _sheet_table(name, running, rows, lang)
    yield from _closing(lang)


_COLUMNS = {
    "no": "number",
    "who": "name",
    "what": "profession",
    "votes": "votes",
    "sign": "signature",
    "proxy": "proxy_to",
}


def _sheet_table(name: str, running: str, rows: "list[Row]", lang: Lang) -> Iterator[str]:
    """The members of a college. Its head comes back on every page, and says of which assembly a loose page is."""
    yield f'<table class="sheet"><colgroup>{"".join(f"<col class={kind}>" for kind in _COLUMNS)}</colgroup><thead>'
    title = f"{_text(name or say('members', lang))} ({len(rows)})"
    yield f'<tr><th class="college" colspan="3">{title}</th><th class="running" colspan="3">{_text(running)}</th></tr>'
    cells = (
        f'<th scope="col" class="{kind}">{_text(say(word, lang))}</th>' for kind, word in _COLUMNS.items()
    )
    yield f"<tr>{''.join(cells)}</tr></thead><tbody>"
    for row in rows:
        votes = _text(row.votes)
        if row.outcome is Outcome.UNDETERMINED:
            votes = f'<span class="check">{_text(row.right)}</span>'
        yield (
            f'<tr><td class="n">{row.number}</td><th scope="row">{_text(row.name)}</th>'
            f'<td class="what">{_text(row.profession)}</td><td class="votes">{votes}</td><td></td><td></td></tr>'
        )
    yield "</tbody></table>"


def _closing(lang: Lang) -> Iterator[str]:
    yield f'<div class="closing"><h2>{_text(say("closing", lang))}</h2><table><tbody><tr>'
    for word in ("opened_at", "closed_at", "present", "represented", "votes_in_all"):
        yield f"<td>{_text(say(word, lang))}{_colon(lang)}</td>"
    yield "</tr></tbody></table><table><tbody><tr>"
    for word in ("chair", "secretary"):
        yield f'<td class="sign">{_text(say(word, lang))}</td>'
    yield "</tr></tbody></table></div>"


def _proxy_form(pack: "AssemblyPack", statutes: Statutes) -> Iterator[str]:
    lang, electorate = pack.lang, pack.electorate
    line, short = '<span class="line"></span>', '<span class="line short"></span>'
    day = long_day(electorate.on, lang)
    college = f" ({_text(say('in_college', lang))}{_colon(lang)} {short})" if electorate.colleges else ""
    yield f'<div class="form"><h2>{_text(say("proxy", lang))}</h2>'
    yield f"<p>{_text(say('i', lang))} {line}{college},</p>"
    yield f"<p>{_text(say('member_of', lang))} {_text(_association(pack))},</p>"
    yield f"<p>{_text(say('give_to', lang))} {line}</p>"
    yield f"<p>{_text(say('to_vote', lang, day=day))}</p>"
    yield f"<p>{_text(say('done_at', lang))} {short} {_text(say('done_on', lang))} {short}</p>"
    yield f'<p class="sign-here">{_text(say("signature", lang))}{_colon(lang)}</p>'
    yield f'<p class="small">{_text(proxy_limit(statutes, lang))}</p>'
    yield "</div>"


def _colon(lang: Lang) -> str:
    return "\N{NO-BREAK SPACE}:" if lang == "fr" else ":"
