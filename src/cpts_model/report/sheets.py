"""What a spreadsheet of members was read as: what was detected, what was read, and every doubt with its cell."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

from cpts_model.engine.explain import format_day
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.memberships import Membership
from cpts_model.report.text import Line

_WORDS = {
    "no_source": Text("Liste de membres", "List of members"),
    "written": Text("Fichier", "File"),
    "sheet": Text("feuille « {name} »", "sheet \"{name}\""),
    "other_sheets": Text("autres feuilles, non lues : {names}", "other sheets, not read: {names}"),
    "separator": Text("séparateur « {name} »", "separator \"{name}\""),
    "tab": Text("séparé par des tabulations", "separated by tabs"),
    "encoding": Text("encodage {name}", "encoding {name}"),
    "header_line": Text("en-têtes à la ligne {n}", "headers on line {n}"),
    "days": Text("dates écrites : {styles}", "days written: {styles}"),
    "day_first": Text("jour en premier", "day first"),
    "month_first": Text("mois en premier", "month first"),
    "campaign": Text("Campagne : {name} (une campagne n'est pas une année civile)", "Campaign: {name} (a campaign is no civil year)"),
    "listed_on": Text("Liste arrêtée le {day}", "List drawn up on {day}"),
    "columns": Text("Colonnes", "Columns"),
    "no_header": Text("(sans en-tête)", "(no header)"),
    "not_kept": Text("non conservé", "not kept"),
    "read": Text("Lu", "Read"),
    "members": Text("membres : {n} (personnes : {people} ; organisations : {organisations})", "members: {n} (people: {people}; organisations: {organisations})"),
    "not_counted": Text("lignes qui ne comptent ni membre ni paiement : {n}", "lines that count neither a member nor a payment: {n}"),
    "told": Text("{fact} : {n} sur {all}", "{fact}: {n} of {all}"),
    "undated_fees": Text(
        "cotisations sans date de paiement : {n} ; si les statuts demandent la cotisation pour voter, le droit de vote reste à vérifier",
        "fees without a day of payment: {n}; where the statutes ask for the fee to vote, the right to vote stays open",
    ),
    "faults": Text("Lignes non lues ({n})", "Lines not read ({n})"),
    "doubts": Text("Doutes ({n})", "Doubts ({n})"),
    "no_doubt": Text("Aucun doute.", "No doubt."),
    "doubles": Text("Doublons possibles ({n}) : rien n'a été fusionné", "Possible doubles ({n}): nothing was merged"),
    "double": Text("lignes {one} et {other} : {names}", "lines {one} and {other}: {names}"),
    "cell": Text("« {text} »", "\"{text}\""),
    "quoted": Text("« {text} » : {why}", "\"{text}\": {why}"),
}  # fmt: skip

_TOLD = {
    "joined_on": Text("date d'adhésion", "joined on"),
    "left_on": Text("date de départ", "left on"),
    "college": Text("collège", "college"),
    "professions": Text("profession", "profession"),
    "rpps": Text("numéro RPPS", "RPPS number"),
}
_DAYS = (
    ("serial", "nombre du tableur"),
    ("date", "cellules de date"),
    ("month", "mois en lettres"),
    ("yyyy", "aaaa"),
    ("yy", "aa"),
    ("d", "j"),
)
"""How a style of date is said in French, part by part."""

SHOWN_ONE_BY_ONE = 3
"""Up to so many remarks that say the same are each told whole; more are told once, with all their cells."""

_OF_MEMBERSHIP = frozenset({"joined_on", "left_on", "college"})


class _Labelled(Protocol):
    @property
    def label(self) -> Text: ...


class _Column(Protocol):
    @property
    def letter(self) -> str: ...
    @property
    def header(self) -> str: ...
    @property
    def role(self) -> _Labelled | None: ...
    @property
    def how(self) -> _Labelled: ...
    @property
    def fact(self) -> str | None: ...
    @property
    def kept(self) -> bool: ...


class _Remark(Protocol):
    @property
    def place(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def why(self) -> Text: ...
    @property
    def mend(self) -> Text: ...


class _Double(Protocol):
    @property
    def lines(self) -> tuple[int, int]: ...
    @property
    def names(self) -> tuple[str, str]: ...
    @property
    def why(self) -> tuple[Text, ...]: ...


class _Dialect(Protocol):
    @property
    def format(self) -> str: ...
    @property
    def header_line(self) -> int: ...
    @property
    def sheet(self) -> str | None: ...
    @property
    def other_sheets(self) -> tuple[str, ...]: ...
    @property
    def separator(self) -> str | None: ...
    @property
    def encoding(self) -> str | None: ...
    @property
    def date_styles(self) -> tuple[str, ...]: ...
    @property
    def day_first(self) -> bool: ...


class _Sheet(Protocol):
    """A list of members as it was read: what this report needs of it."""

    @property
    def dialect(self) -> _Dialect: ...
    @property
    def columns(self) -> Sequence[_Column]: ...
    @property
    def rows(self) -> Sequence[Any]: ...
    @property
    def memberships(self) -> Sequence[Membership]: ...
    @property
    def doubts(self) -> Sequence[_Remark]: ...
    @property
    def faults(self) -> Sequence[_Remark]: ...
    @property
    def doubles(self) -> Sequence[_Double]: ...
    @property
    def campaign(self) -> str | None: ...
    @property
    def source(self) -> str | None: ...
    @property
    def listed_on(self) -> date | None: ...


def sheet_lines(sheet: _Sheet, lang: Lang) -> list[Line]:
    """What was detected in a sheet of members, what was read of it, and what is left to a person."""
    return [
        *_file(sheet, lang),
        *_columns(sheet, lang),
        *_read(sheet, lang),
        *_remarks("faults", "breaches", sheet.faults, lang),
        *_remarks("doubts", "unknown", sheet.doubts, lang),
        *_doubles(sheet, lang),
    ]


def _say(key: str, lang: Lang, **words: object) -> str:
    return _WORDS[key].to(lang).format(**words)


def _file(sheet: _Sheet, lang: Lang) -> list[Line]:
    dialect = sheet.dialect
    told = [dialect.format.upper()]
    if dialect.sheet is not None:
        told.append(_say("sheet", lang, name=dialect.sheet))
    if dialect.separator is not None:
        tab = dialect.separator == "\t"
        told.append(_say("tab" if tab else "separator", lang, name=dialect.separator))
    if dialect.encoding is not None:
        told.append(_say("encoding", lang, name=dialect.encoding))
    told.append(_say("header_line", lang, n=dialect.header_line))
    lines = [Line(sheet.source or _say("no_source", lang), "head"), Line(", ".join(told), "dim")]
    if dialect.other_sheets:
        lines.append(Line(_say("other_sheets", lang, names=", ".join(dialect.other_sheets)), "warnings"))
    if dialect.date_styles:
        order = _say("day_first" if dialect.day_first else "month_first", lang)
        styles = ", ".join(_style(style, lang) for style in dialect.date_styles)
        lines.append(Line(f"{_say('days', lang, styles=styles)} ({order})", "dim"))
    if sheet.campaign:
        lines.append(Line(_say("campaign", lang, name=sheet.campaign), "dim"))
    if sheet.listed_on is not None:
        lines.append(Line(_say("listed_on", lang, day=format_day(sheet.listed_on, lang)), "dim"))
    return lines


def _style(style: str, lang: Lang) -> str:
    """A style of date as people call it: ``jj/mm/aaaa``."""
    if lang == "en":
        return style
    whole = dict(_DAYS)
    return whole.get(style) or re.sub("|".join(whole), lambda part: whole[part[0]], style)


def _columns(sheet: _Sheet, lang: Lang) -> list[Line]:
    lines = [Line(), Line(_say("columns", lang), "title.satisfied")]
    for column in sheet.columns:
        header = column.header or _say("no_header", lang)
        if column.role is not None:
            kept = "" if column.kept else f", {_say('not_kept', lang)}"
            meant = f"{column.role.label.to(lang)} ({column.how.label.to(lang)}{kept})"
        else:
            meant = column.how.label.to(lang)
        lines.append(Line(f"{column.letter}  {header} → {meant}", "plain" if column.kept else "dim", 1))
    return lines


def _read(sheet: _Sheet, lang: Lang) -> list[Line]:
    members = [membership.member for membership in sheet.memberships]
    people = sum(member.is_natural_person for member in members)
    lines = [
        Line(),
        Line(_say("read", lang), "title.satisfied"),
        Line(_say("members", lang, n=len(members), people=people, organisations=len(members) - people), "plain", 1),
    ]  # fmt: skip
    idle = len(sheet.rows) - len(members)
    if idle:
        lines.append(Line(_say("not_counted", lang, n=idle), "plain", 1))
    for name, label in _TOLD.items():
        told = sum(_tells(membership, name) for membership in sheet.memberships)
        if told:
            lines.append(Line(_say("told", lang, fact=label.to(lang), n=told, all=len(members)), "plain", 1))
    undated = sum(_pays_without_a_day(membership) for membership in sheet.memberships)
    if undated:
        lines.append(Line(_say("undated_fees", lang, n=undated), "unknown", 1))
    return lines


def _pays_without_a_day(membership: Membership) -> bool:
    fees = membership.fees if isinstance(membership.fees, tuple) else ()
    return any(isinstance(fee.paid_on, Unknown) for fee in fees)


def _tells(membership: Membership, name: str) -> bool:
    owner: Any = membership if name in _OF_MEMBERSHIP else membership.member
    value = getattr(owner, name, None)
    return value is not None and not isinstance(value, Unknown)


def _remarks(title: str, style: str, remarks: Sequence[_Remark], lang: Lang) -> list[Line]:
    if not remarks:
        return [Line(), Line(_say("no_doubt", lang), "satisfied")] if title == "doubts" else []
    lines = [Line(), Line(_say(title, lang, n=len(remarks)), f"title.{style}")]
    alike: dict[tuple[Text, Text], list[_Remark]] = {}
    for remark in remarks:
        alike.setdefault((remark.why, remark.mend), []).append(remark)
    for (why, mend), group in alike.items():
        if len(group) > SHOWN_ONE_BY_ONE:
            cells = ", ".join(_quoted(remark, lang) for remark in group)
            lines += [
                Line(why.to(lang), style, 1),
                Line(cells, style, 4),
                Line(f"→ {mend.to(lang)}", "mend", 4),
            ]
            continue
        for remark in group:
            said = _say("quoted", lang, text=remark.text, why=why.to(lang)) if remark.text else why.to(lang)
            lines += [Line(f"{remark.place}  {said}", style, 1), Line(f"→ {mend.to(lang)}", "mend", 4)]
    return lines


def _quoted(remark: _Remark, lang: Lang) -> str:
    return f"{remark.place} {_say('cell', lang, text=remark.text)}" if remark.text else remark.place


def _doubles(sheet: _Sheet, lang: Lang) -> list[Line]:
    if not sheet.doubles:
        return []
    lines = [Line(), Line(_say("doubles", lang, n=len(sheet.doubles)), "title.warnings")]
    for double in sheet.doubles:
        one, other = double.lines
        names = " / ".join(dict.fromkeys(double.names))
        why = ", ".join(reason.to(lang) for reason in double.why)
        lines.append(
            Line(f"{_say('double', lang, one=one, other=other, names=names)} ({why})", "warnings", 1)
        )
    return lines
