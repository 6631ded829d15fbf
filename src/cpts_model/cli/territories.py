"""What a territory adds up to, in words and as plain data."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from cpts_model.cli.plain import both, either_way
from cpts_model.engine.explain import describe
from cpts_model.engine.text import LANGS, Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.exchange.assessment import plain_value, reference
from cpts_model.exchange.communes import CommuneLine, CommuneTable, Filling, Remark, TerritoryReading
from cpts_model.exchange.communes.regions import REGIONS
from cpts_model.facts.contracts import ContratACI, SizeClass
from cpts_model.facts.structures import CPTS, Structure
from cpts_model.law.aci_cpts.sizes import BETWEEN_SECOND_AND_THIRD, EIGHTY_THOUSAND, TAILLE
from cpts_model.life.population import size_classes
from cpts_model.report.text import Line

_WORDS = {
    "territory": Text("territoire", "territory"),
    "projet.territory": Text("territoire du projet de santé", "territory of the projet de santé"),
    "no_structure": Text("Territoire", "Territory"),
    "communes": Text("Communes ({n})", "Communes ({n})"),
    "figure": Text("{commune} : {figure}", "{commune}: {figure}"),
    "at_most": Text("{figure} au plus, la commune entière", "{figure} at most, the whole commune"),
    "masked": Text("masqué au-dessous de {figure}", "masked below {figure}"),
    "unknown": Text("inconnue", "unknown"),
    "population": Text("Population", "Population"),
    "by_contract": Text("Population retenue par le contrat : {figure}", "Population retained by the contract: {figure}"),
    "size": Text("Taille au sens de l'accord : {sizes}", "Size under the agreement: {sizes}"),
    "reserve": Text("{sizes}, sous réserve des points à confirmer", "{sizes}, subject to what is to be confirmed"),
    "or": Text(" ou ", " or "),
    "or_the": Text(" ou la ", " or "),
    "departement": Text("Département : {held}", "Département: {held}"),
    "departements": Text("Départements : {held}", "Départements: {held}"),
    "region": Text("Région : {held}", "Région: {held}"),
    "regions": Text("Régions : {held}", "Régions: {held}"),
    "epci": Text("EPCI (SIREN) : {held}", "EPCI (SIREN): {held}"),
    "one_commune": Text("1 commune", "1 commune"),
    "some_communes": Text("{n} communes", "{n} communes"),
    "doubts": Text("À confirmer ({n})", "To be confirmed ({n})"),
    "information": Text("Pour information", "For information"),
    "no_doubt": Text("Rien à confirmer.", "Nothing to confirm."),
    "year_alone": Text(
        "Rien d'autre à confirmer que le millésime de la table : --vintage le dit.",
        "Nothing to confirm but the year of the table: --vintage tells it.",
    ),
    "contradictions": Text("Le dossier dit autre chose : rien n'est écrit de ce territoire", "The dossier tells something else: nothing is written of this territory"),
    "written": Text("Écrit : {path} ({what})", "Written: {path} ({what})"),
    "would": Text("Serait écrit : {path} ({what})", "Would be written: {path} ({what})"),
    "as_it_is": Text("Écrit tel quel : {path} ; {reason}", "Written as it is: {path}; {reason}"),
    "would_as_it_is": Text("Serait écrit tel quel : {path} ; {reason}", "Would be written as it is: {path}; {reason}"),
    "nothing": Text("Rien n'a été écrit : {reason}", "Nothing was written: {reason}"),
    "contradicted": Text(
        "le dossier dit autre chose que ce qui est demandé, ou que la table ; ce qui est marqué d'un « ! » le détaille.",
        "the dossier tells something else than what is asked for, or than the table; the lines marked \"!\" say what.",
    ),
    "nothing_certain": Text("il n'y a rien de certain à ajouter.", "there is nothing certain to add."),
    "nothing_new": Text("le dossier dit déjà tout ce que la table apprend.", "the dossier tells already all that the table does."),
    "no_size": Text("non déterminée", "not determined"),
    "retained": Text(
        "le contrat retient la {retained}, la table donne la {sizes} ; vérifier avec la caisse d'assurance maladie la population et la taille retenues",
        "the contract retains {retained}, the table gives {sizes}; check with the health-insurance fund the population and the size retained",
    ),
}  # fmt: skip
_FIELDS = {
    "communes": Text("communes", "communes"),
    "figures": Text("population par commune", "population by commune"),
    "population": Text("population", "population"),
}


@attrs.frozen(slots=True, kw_only=True)
class Answer:
    """A territory of a structure, or of none, as a table knows it."""

    structure: Structure | None
    places: tuple[str, ...]
    """Where the structure tells it."""
    reading: TerritoryReading
    fillings: tuple[Filling, ...] = ()
    """What the table adds, place by place."""

    @property
    def classes(self) -> tuple[SizeClass, ...]:
        """The size classes that follow; none for what is no CPTS."""
        of_cpts = self.structure is None or isinstance(self.structure, CPTS)
        return size_classes(self.reading.bounds) if of_cpts else ()

    @property
    def contradictions(self) -> tuple[Text, ...]:
        """Where the dossier tells something else, each once."""
        return tuple(dict.fromkeys(one for filling in self.fillings for one in filling.contradictions))

    @property
    def by_contract(self) -> int | None:
        """The population that the contract retains, where it says one."""
        population = None if self._contract is None else self._contract.population
        return population if isinstance(population, int) else None

    @property
    def retained(self) -> Text | None:
        """What to say where the contract retains a size that does not follow from the table."""
        size = None if self._contract is None else self._contract.size_class
        if not isinstance(size, SizeClass) or size.among(self.classes):
            return None
        fr, en = (
            _WORDS["retained"]
            .to(lang)
            .format(retained=size.label.to(lang), sizes=_sizes(self.classes, lang, "or_the"))
            for lang in LANGS
        )
        return Text(fr, en)

    @property
    def _contract(self) -> ContratACI | None:
        contract = self.structure.contract if isinstance(self.structure, CPTS) else None
        return contract if isinstance(contract, ContratACI) else None

    def doubts(self, lang: Lang) -> list[str]:
        """What is to be confirmed, in words."""
        said = (self.reading.table.vintage_doubt, self.retained)
        return [
            *(remark.text(lang) for remark in self.reading.doubts),
            *(one.to(lang) for one in said if one is not None),
        ]

    @property
    def clear(self) -> bool:
        """Whether there is nothing to confirm."""
        return not (self.doubts("fr") or self.contradictions)


def lines(
    answers: Sequence[Answer], written: Path | None, lang: Lang, *, dry_run: bool, asked_to_write: bool
) -> Iterator[Line]:
    """What each territory adds up to, then what was written, and why nothing was added."""
    for note in answers[0].reading.table.notes:
        yield Line(note.to(lang), "dim")
    for answer in answers:
        yield Line()
        yield from _answer(answer, lang)
    if TAILLE.note is not None and any(answer.classes for answer in answers):
        yield Line()
        yield Line(TAILLE.note.to(lang), "dim")
    if not asked_to_write:
        return
    yield Line()
    added = dict.fromkeys(name for answer in answers for filling in answer.fillings for name in filling.added)
    words, what = ("would" if dry_run else "written"), ", ".join(_FIELDS[name].to(lang) for name in added)
    if not added:
        words = "nothing" if written is None else "would_as_it_is" if dry_run else "as_it_is"
    reason = _WORDS[_why_nothing(answers)].to(lang)
    yield Line(_WORDS[words].to(lang).format(path=written, what=what, reason=reason))


def _why_nothing(answers: Sequence[Answer]) -> str:
    """Why the table adds nothing, where it does not."""
    if any(answer.contradictions for answer in answers):
        return "contradicted"
    told = all(answer.reading.bounds.exact and not answer.doubts("fr") for answer in answers)
    return "nothing_new" if told else "nothing_certain"


def _answer(answer: Answer, lang: Lang) -> Iterator[Line]:
    reading = answer.reading
    yield Line(_title(answer, lang), "head")
    for note in reading.notes:
        yield Line(note.to(lang), "dim", 1)
    yield Line(_WORDS["communes"].to(lang).format(n=len(reading.lines)), "counts", 1)
    for line in reading.lines:
        figure = _WORDS["figure"].to(lang).format(commune=line.commune, figure=_figure(line, lang))
        yield Line(figure, "plain" if not isinstance(line.population, Unknown) else "unknown", 3)
    yield Line(_WORDS["population"].to(lang), "counts", 1)
    for text in reading.bounds.lines(lang):
        yield Line(text, "plain", 3)
    if answer.by_contract is not None:
        figure = _number(answer.by_contract, lang)
        yield Line(_WORDS["by_contract"].to(lang).format(figure=figure), "plain", 1)
    if answer.classes:
        yield from _size(answer, lang)
    for one, several, codes in (
        ("departement", "departements", reading.departements),
        ("region", "regions", _named(reading.regions)),
        ("epci", "epci", reading.epci),
    ):
        if codes:
            name = one if len(codes) == 1 else several
            yield Line(_WORDS[name].to(lang).format(held=_counted(codes, lang)), "plain", 1)
    yield from _to_confirm(answer, lang)


def _title(answer: Answer, lang: Lang) -> str:
    if answer.structure is None:
        return _WORDS["no_structure"].to(lang)
    places = ", ".join(_WORDS[place].to(lang) for place in answer.places)
    return f"{describe(answer.structure, lang)} ({places})"


def _size(answer: Answer, lang: Lang) -> Iterator[Line]:
    sizes = _sizes(answer.classes, lang)
    if answer.doubts(lang):
        sizes = _WORDS["reserve"].to(lang).format(sizes=sizes)
    yield Line(_WORDS["size"].to(lang).format(sizes=sizes), "counts", 1)
    bounds = answer.reading.bounds
    if bounds.exact and bounds.least == BETWEEN_SECOND_AND_THIRD:
        yield Line(EIGHTY_THOUSAND.to(lang), "unknown", 3)


def _to_confirm(answer: Answer, lang: Lang) -> Iterator[Line]:
    doubts = answer.doubts(lang)
    if doubts:
        yield Line(_WORDS["doubts"].to(lang).format(n=len(doubts)), "title.unknown", 1)
        yield from (Line(f"? {doubt}", "unknown", 3) for doubt in doubts)
    if answer.contradictions:
        yield Line(_WORDS["contradictions"].to(lang), "title.warnings", 1)
        yield from (Line(f"! {one.to(lang)}", "warnings", 3) for one in answer.contradictions)
    if answer.clear:
        year_told = not isinstance(answer.reading.table.vintage, Unknown)
        yield Line(_WORDS["no_doubt" if year_told else "year_alone"].to(lang), "satisfied", 1)
    told = [remark.text(lang) for remark in answer.reading.remarks if not remark.is_doubt]
    if told:
        yield Line(_WORDS["information"].to(lang), "counts", 1)
        yield from (Line(one, "plain", 3) for one in told)


def _figure(line: CommuneLine, lang: Lang) -> str:
    if isinstance(line.population, int):
        return _number(line.population, lang)
    most = line.commune.most
    if most is None:
        return _WORDS["unknown"].to(lang)
    words, shown = ("at_most", most) if line.partial else ("masked", most + 1)
    return _WORDS[words].to(lang).format(figure=_number(shown, lang))


def _number(number: int, lang: Lang) -> str:
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}") if lang == "fr" else f"{number:,}"


def _sizes(classes: Sequence[SizeClass], lang: Lang, between: str = "or") -> str:
    if len(classes) == len(SizeClass):
        return _WORDS["no_size"].to(lang)
    return _WORDS[between].to(lang).join(size.label.to(lang) for size in classes)


def _named(regions: Mapping[str, int]) -> Mapping[str, int]:
    return {f"{REGIONS[code]} ({code})" if code in REGIONS else code: n for code, n in regions.items()}


def _counted(codes: Mapping[str, int], lang: Lang) -> str:
    counts = {
        code: _WORDS["one_commune" if n == 1 else "some_communes"].to(lang).format(n=n)
        for code, n in sorted(codes.items())
    }
    return " ; ".join(f"{code}, {n}" for code, n in counts.items())


def document(
    answers: Sequence[Answer], table: CommuneTable, written: Path | None, *, dry_run: bool
) -> dict[str, Any]:
    """The same as plain data."""
    return {
        "table": {
            "source": table.source,
            "vintage": plain_value(table.vintage),
            "vintage_hint": table.vintage_hint,
            "vintage_doubt": either_way(table.vintage_doubt),
            "population": table.population_kind.value,
            "notes": [both(note) for note in table.notes],
        },
        "territories": [_document(answer) for answer in answers],
        "written": None if written is None else str(written),
        "dry_run": dry_run,
    }


def _document(answer: Answer) -> dict[str, Any]:
    reading = answer.reading
    bounds = reading.bounds
    return {
        "subject": None if answer.structure is None else reference(answer.structure),
        "places": list(answer.places),
        "clear": answer.clear,
        "given": list(reading.given),
        "left_out": list(reading.left_out),
        "communes": [_line(line) for line in reading.lines],
        "population": {"least": bounds.least, "most": bounds.most, "exact": bounds.exact},
        "size_classes": [size.value for size in answer.classes],
        "departements": dict(reading.departements),
        "regions": dict(reading.regions),
        "epci": dict(reading.epci),
        "remarks": [_remark(remark) for remark in reading.remarks],
        "contract": {"population": answer.by_contract, "problem": either_way(answer.retained)},
        "contradictions": [both(one) for one in answer.contradictions],
        "adds": {place: list(one.added) for place, one in zip(answer.places, answer.fillings, strict=True)},
        "notes": [both(note) for note in reading.notes],
    }


def _line(line: CommuneLine) -> dict[str, Any]:
    return {
        "code": line.commune.code,
        "name": plain_value(line.commune.name),
        "given": list(line.given),
        "population": plain_value(line.population),
        "at_most": line.commune.most,
        "partial": line.partial,
    }


def _remark(remark: Remark) -> dict[str, Any]:
    return {
        "kind": remark.kind.value,
        "doubt": remark.is_doubt,
        "given": list(remark.given),
        "communes": [commune.code for commune in remark.communes],
        "text": {"fr": remark.text("fr"), "en": remark.text("en")},
    }
