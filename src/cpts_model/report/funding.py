"""What an agreement pays for a year, for people: lines that add up, and what is not known of them."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

import attrs

from cpts_model.engine.explain import describe, format_day
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.life.basis import Basis
from cpts_model.life.funding import Funding, FundingLine, FundingStatus, Instalment
from cpts_model.life.funding.money import euros
from cpts_model.report.text import Line
from cpts_model.report.words import KINDS

_WORDS = {
    "asked": Text("Financement conventionnel au {day}", "Money under an agreement on {day}"),
    "asked_year": Text(
        "Financement conventionnel au {day} : {year}", "Money under an agreement on {day}: {year}"
    ),
    "if": Text("Ces lignes supposent :", "These lines suppose:"),
    "unknown": Text("inconnu", "unknown"),
    "at_most": Text("au plus {amount}", "{amount} at most"),
    "points": Text("{points} points", "{points} points"),
    "told": Text("selon le contrat, tel que le dossier l'indique", "by the contract, as the dossier tells it"),
    "sources": Text("Sources", "Sources"),
    "missed": Text("Indicateurs non atteints, sans points : {names}.", "Indicators not reached, without points: {names}."),
    "total": Text("total", "total"),
    "none": Text("aucun montant connu ; {n} lignes inconnues", "no amount known; {n} lines unknown"),
    "none_one": Text("aucun montant connu ; 1 ligne inconnue", "no amount known; 1 line unknown"),
    "least": Text("au moins {known} connus ; {n} lignes inconnues", "at least {known} known; {n} lines unknown"),
    "least_one": Text("au moins {known} connus ; 1 ligne inconnue", "at least {known} known; 1 line unknown"),
    "least_if": Text("{known} connus, sous les conditions dites", "{known} known, under the conditions told"),
    "whole_at_most": Text("en tout, au plus {amount}", "{amount} at most in all"),
    "on_top": Text("S'y ajoute, hors total", "On top, in no total"),
    "ceiling": Text("Plafond", "Ceiling"),
    "schedule": Text("Versements", "Payments"),
    "no_day": Text("sans date fixée", "no day fixed"),
    "open_one": Text("1 montant inconnu", "1 amount unknown"),
    "open": Text("{n} montants inconnus", "{n} amounts unknown"),
    "note": Text("À savoir : ", "Note: "),
}  # fmt: skip

_BETWEEN = {"fr": " ; ", "en": "; "}
_COLON = {"fr": " :", "en": ":"}
_WIDTH = 14
"""How wide the column of amounts is."""


def funding_report(funding: Funding, lang: Lang) -> Iterator[Line]:
    """The lines of the year, their sum, when they are paid, and where each comes from."""
    sources = _Sources.of(funding, lang)
    yield from _head(funding, lang)
    if funding.lines:
        yield Line()
        yield from _table(funding, sources)
    for title, lines in (("on_top", funding.conditional), ("ceiling", _ceiling(funding))):
        if lines:
            yield Line()
            yield Line(_WORDS[title].to(lang), "article")
            yield from _lines(lines, sources)
    yield from _schedule(funding, sources)
    if funding.notes:
        yield Line()
    for note in funding.notes:
        yield Line(_WORDS["note"].to(lang) + note.to(lang))
    if sources.said:
        yield Line()
        yield Line(_WORDS["sources"].to(lang), "article")
    for number, said in enumerate(sources.said, start=1):
        yield Line(f"[{number}] {said}.", "plain", 1)


def _ceiling(funding: Funding) -> tuple[FundingLine, ...]:
    return () if funding.ceiling is None else (funding.ceiling,)


@attrs.frozen(slots=True)
class _Sources:
    """What the lines rest on, each said once and called by its number."""

    lang: Lang
    said: tuple[str, ...]

    @classmethod
    def of(cls, funding: Funding, lang: Lang) -> "_Sources":
        lines = (*funding.lines, *funding.conditional, *_ceiling(funding))
        said = dict.fromkeys(_source(line, lang) for line in lines)
        if funding.schedule is not None:
            said[_basis(funding.schedule, lang)] = None
        return cls(lang, tuple(one for one in said if one))

    def mark(self, said: str) -> str:
        """The number of a source, as it follows what rests on it."""
        return f" [{self.said.index(said) + 1}]" if said else ""


def _source(line: FundingLine, lang: Lang) -> str:
    """What a line rests on; nothing where no source was found."""
    if line.told:
        return _WORDS["told"].to(lang)
    return "" if line.basis is None else _basis(line.basis, lang)


def _basis(basis: Basis, lang: Lang) -> str:
    return f"{basis.source}{_BETWEEN[lang]}{basis.to(lang)}"


def _head(funding: Funding, lang: Lang) -> Iterator[Line]:
    kind = KINDS.get(type(funding.subject).__name__)
    name = describe(funding.subject, lang)
    yield Line(f"{name} ({kind.to(lang)})" if kind else name, "head")
    form = _WORDS["asked" if funding.exercise is None else "asked_year"].to(lang)
    year = "" if funding.exercise is None else funding.exercise.to(lang)
    yield Line(form.format(day=format_day(funding.on, lang), year=year))
    if funding.standing in (FundingStatus.NONE, FundingStatus.UNDETERMINED):
        reasons = _BETWEEN[lang].join(reason.to(lang) for reason in funding.reasons)
        said = f"{_sentence(funding.standing.label.to(lang))}{_COLON[lang]} {reasons}."
        yield Line(said, "plain" if funding.settled else "unknown")
    elif funding.reasons:
        yield Line(_WORDS["if"].to(lang), "warnings")
        for reason in funding.reasons:
            yield Line(f"- {reason.to(lang)}", "plain", 2)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _table(funding: Funding, sources: _Sources) -> Iterator[Line]:
    missed = [line for line in funding.lines if line.points == 0]
    yield from _lines([line for line in funding.lines if line not in missed], sources)
    yield Line(f"{'':─>{_WIDTH}}", "plain", 1)
    yield from _total(funding, sources.lang)
    if missed:
        yield Line()
        names = ", ".join(line.label.to(sources.lang) for line in missed)
        yield Line(_WORDS["missed"].to(sources.lang).format(names=names))


def _lines(lines: Iterable[FundingLine], sources: _Sources) -> Iterator[Line]:
    lang = sources.lang
    for line in lines:
        if isinstance(line.amount, Unknown):
            shown, style = _WORDS["unknown"].to(lang), "unknown"
        else:
            shown, style = euros(line.amount, lang), "satisfied"
        points = "" if line.points is None else f" ({_points(line.points, lang)})"
        said = f"{shown:>{_WIDTH}}  {line.label.to(lang)}{points}{sources.mark(_source(line, lang))}"
        yield Line(said, style, 1)
        for about in _about(line, lang):
            yield Line(about, "plain", _WIDTH + 5)


def _points(points: Decimal, lang: Lang) -> str:
    return _WORDS["points"].to(lang).format(points=describe(points.normalize(), lang))


def _about(line: FundingLine, lang: Lang) -> Iterator[str]:
    """Why it is unknown, what bounds it, and what else is to be said."""
    if line.reason is not None:
        at_most = _WORDS["at_most"].to(lang)
        most = "" if line.at_most is None else f" ({at_most.format(amount=euros(line.at_most, lang))})"
        yield f"{_sentence(line.reason.to(lang))}{most}."
    for note in line.notes:
        yield f"{_sentence(note.to(lang))}."


def _total(funding: Funding, lang: Lang) -> Iterator[Line]:
    known, unknown = euros(funding.known, lang), len(funding.unknown)
    if not isinstance(funding.total, Unknown):
        yield Line(f"{known:>{_WIDTH}}  {_WORDS['total'].to(lang)}", "counts", 1)
        return
    form = ("least" if funding.known else "none") + ("_one" if unknown == 1 else "")
    said = _WORDS[form if unknown else "least_if"].to(lang).format(known=known, n=unknown)
    yield Line(said, "counts", 1)
    if funding.at_most is not None:
        most = _WORDS["whole_at_most"].to(lang).format(amount=euros(funding.at_most, lang))
        yield Line(most, "counts", 1)


@attrs.frozen(slots=True, order=True)
class _Due:
    """Instalments of the same words on the same day."""

    undated: bool
    due_on: date
    when: str


def _schedule(funding: Funding, sources: _Sources) -> Iterator[Line]:
    """The payments of the year by their day, those of the same words together."""
    lang = sources.lang
    dues: dict[_Due, list[Instalment]] = {}
    for line in funding.lines:
        for one in line.instalments:
            due = _Due(one.due_on is None, one.due_on or date.max, one.when.to(lang))
            dues.setdefault(due, []).append(one)
    if not dues:
        return
    yield Line()
    mark = "" if funding.schedule is None else sources.mark(_basis(funding.schedule, lang))
    yield Line(f"{_WORDS['schedule'].to(lang)}{mark}", "article")
    for due in sorted(dues):
        day = _WORDS["no_day"].to(lang) if due.undated else format_day(due.due_on, lang)
        yield Line(f"{day}, {due.when}{_COLON[lang]} {_sum_of(dues[due], lang)}", "plain", 1)


def _sum_of(instalments: Iterable[Instalment], lang: Lang) -> str:
    amounts = [one.amount for one in instalments]
    known = [amount for amount in amounts if not isinstance(amount, Unknown)]
    unknown = len(amounts) - len(known)
    said = [euros(sum(known, Decimal(0)), lang)] if known else []
    if unknown:
        said.append(_WORDS["open_one" if unknown == 1 else "open"].to(lang).format(n=unknown))
    return " + ".join(said)
