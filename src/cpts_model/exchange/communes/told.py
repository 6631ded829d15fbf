"""Bringing what a table tells into a territory that a dossier holds: nothing that is told is overwritten."""

from collections.abc import Iterator

import attrs

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.communes.codes import bare_code
from cpts_model.exchange.communes.reading import TerritoryReading
from cpts_model.facts.checks import BadFact
from cpts_model.facts.territories import CommuneFigure, Territory
from cpts_model.life.population import population_bounds

_COMMUNES = Text(
    "communes : le dossier en donne d'autres que celles qui sont demandées ({codes})",
    "communes: the dossier tells others than those asked for ({codes})",
)
_FIGURE = Text(
    "population de {code} : {told} au dossier, {read} dans la table (peut-être un autre millésime)",
    "population of {code}: {told} in the dossier, {read} in the table (maybe another year)",
)
_TOTAL = Text(
    "population : {told} au dossier, {read} d'après la table",
    "population: {told} in the dossier, {read} by the table",
)
_AT_LEAST = Text("au moins {least}", "at least {least}")
_BETWEEN = Text("de {least} à {most}", "from {least} to {most}")
_INCONSISTENT = Text(
    "les chiffres du dossier ne s'accordent pas entre eux : {problem}",
    "the figures of the dossier do not agree with one another: {problem}",
)


@attrs.frozen(slots=True, kw_only=True)
class Filling:
    """A territory of a dossier with what a table adds to it."""

    territory: Territory
    """As it would be written: as it was told, where the table contradicts it."""
    contradictions: tuple[Text, ...]
    """Where the dossier tells something else: nothing is written then."""
    added: tuple[str, ...]
    """The fields that the table adds to."""


def fill(told: Territory | None | Unknown, reading: TerritoryReading) -> Filling:
    """A territory, with the facts that a reading adds to it.

    Communes are added where none are told and each code was read without a doubt; figures where
    none is told, of communes given by their own code; the population where none is told and
    nothing is to be confirmed. Nothing is, where the year of the table is in doubt.
    """
    before = told if isinstance(told, Territory) else Territory()
    contradictions = tuple(_contradictions(before, reading))
    if contradictions or reading.table.vintage_doubt is not None:
        return Filling(territory=before, contradictions=contradictions, added=())
    after = _filled(before, reading)
    try:
        population_bounds(after)
    except BadFact as bad:
        problem = _INCONSISTENT.fr.format(problem=bad), _INCONSISTENT.en.format(problem=bad)
        return Filling(territory=before, contradictions=(Text(*problem),), added=())
    changed = tuple(
        name
        for name in ("communes", "figures", "population")
        if getattr(before, name) != getattr(after, name)
    )
    return Filling(territory=after, contradictions=(), added=changed)


def _filled(before: Territory, reading: TerritoryReading) -> Territory:
    found = reading.territory
    sure = not reading.doubts
    communes = found.communes if isinstance(before.communes, Unknown) and sure else before.communes
    new = {figure.commune: figure for figure in _new_figures(before, reading, communes)}
    kept = (new.pop(figure.commune, figure) for figure in _figures(before))
    figures = (*kept, *new.values())
    return attrs.evolve(
        before,
        communes=communes,
        figures=figures or before.figures,
        population=found.population if isinstance(before.population, Unknown) and sure else before.population,
    )


def _new_figures(
    before: Territory, reading: TerritoryReading, communes: tuple[str, ...] | Unknown
) -> Iterator[CommuneFigure]:
    """The figures that the table tells of communes that the territory is told to have, by their own code alone."""
    held = {figure.commune for figure in _figures(before) if _top(figure) is not None}
    if isinstance(communes, Unknown):
        return
    for line in reading.lines:
        code = line.commune.code
        if line.given == (code,) and code in communes and code not in held and _top(line.figure) is not None:
            yield line.figure


def _figures(territory: Territory) -> tuple[CommuneFigure, ...]:
    return () if isinstance(territory.figures, Unknown) else territory.figures


def _top(figure: CommuneFigure) -> int | None:
    """The most inhabitants that a figure allows for; ``None`` where it says nothing."""
    if isinstance(figure.population, int):
        return figure.population
    return figure.masked_below - 1 if isinstance(figure.masked_below, int) else None


def _contradictions(before: Territory, reading: TerritoryReading) -> Iterator[Text]:
    if isinstance(before.communes, tuple):
        told = {bare_code(code) for code in before.communes}
        read = set() if reading.left_out else {line.commune.code for line in reading.lines}
        if told not in (set(reading.given), read):
            yield _said(_COMMUNES, codes=", ".join(sorted(told ^ set(reading.given))))
            return
    by_code = {line.commune.code: line.population for line in reading.lines}
    for figure in _figures(before):
        figure_read, top = by_code.get(figure.commune, UNKNOWN), _top(figure)
        if isinstance(figure_read, Unknown) or top is None:
            continue
        masked = isinstance(figure.population, Unknown)
        if figure_read > top if masked else figure_read != top:
            told_words = Text(f"moins de {top + 1}", f"fewer than {top + 1}") if masked else _number(top)
            yield _combined(_FIGURE, figure.commune, told_words, _number(figure_read))
    yield from _against_total(before, reading)


def _against_total(before: Territory, reading: TerritoryReading) -> Iterator[Text]:
    total, bounds = before.population, reading.bounds
    if not isinstance(total, int) or (
        bounds.least <= total and (bounds.most is None or total <= bounds.most)
    ):
        return
    if bounds.exact:
        read = _number(bounds.least)
    elif bounds.most is None:
        read = _said(_AT_LEAST, least=str(bounds.least))
    else:
        read = _said(_BETWEEN, least=str(bounds.least), most=str(bounds.most))
    yield _combined(_TOTAL, "", _number(total), read)


def _number(number: int) -> Text:
    return Text(str(number), str(number))


def _combined(words: Text, code: str, told: Text, read: Text) -> Text:
    return Text(
        words.fr.format(code=code, told=told.fr, read=read.fr),
        words.en.format(code=code, told=told.en, read=read.en),
    )


def _said(words: Text, **values: str) -> Text:
    return Text(words.fr.format(**values), words.en.format(**values))
