"""The clauses of statutes in words, for tables and comparisons."""

from collections.abc import Iterable
from decimal import Decimal

import attrs

from cpts_model.engine.explain import MONTHS, describe
from cpts_model.engine.labels import label_of
from cpts_model.engine.text import LANGS, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.colleges import Admits, College
from cpts_model.facts.statutes import Quorum, Statutes

NOT_READ = Text("non lu", "not read")
NO_CLAUSE = Text("pas de clause", "no clause")
_NO_LIMIT = Text("sans limite", "no limit")
_NONE = Text("aucun", "none")
_ANYBODY = Text("toute personne", "anybody")
_IN_PART = Text("liste lue en partie", "list read in part")

_ABOUT_THE_READING = frozenset({"in_force_since", "read_on", "read_at", "colleges_read_in_part"})
CLAUSES = tuple(field.name for field in attrs.fields(Statutes) if field.name not in _ABOUT_THE_READING)
"""The fields of ``Statutes`` that are clauses, in their order."""

_UNITS = {
    "fee": Text("euros", "euros"),
    "notice": Text("jours", "days"),
    "convening_days": Text("jours", "days"),
    "minimum_age": Text("ans", "years"),
}
_VOICES = {
    True: Text("voix délibérative", "votes"),
    False: Text("voix consultative", "consultative voice"),
}
_CONDITIONS = {
    ("natural_persons", True): Text("personnes physiques", "natural persons"),
    ("natural_persons", False): Text("personnes morales", "legal persons"),
    ("health_professionals", True): Text("professionnels de santé", "health professionals"),
    ("health_professionals", False): Text("hors professionnels de santé", "no health professionals"),
    ("social_actors", True): Text("acteurs médico-sociaux ou sociaux", "medico-social or social actors"),
    ("social_actors", False): Text("hors acteurs médico-sociaux ou sociaux", "no medico-social or social actors"),
    ("on_territory", True): Text("exerçant sur le territoire", "practising on the territory"),
    ("on_territory", False): Text("exerçant hors du territoire", "practising outside the territory"),
}  # fmt: skip


@attrs.frozen(slots=True)
class Clause:
    """A clause of statutes: its field, what it is called, what it says, and whether it was read."""

    name: str
    label: Text
    value: Text
    known: bool


def clauses(statutes: Statutes) -> tuple[Clause, ...]:
    """Every clause of the statutes, in words."""
    return tuple(
        Clause(
            name,
            clause_label(name),
            clause_words(statutes, name),
            not isinstance(getattr(statutes, name), Unknown),
        )
        for name in CLAUSES
    )


def clause_label(name: str) -> Text:
    """What a clause is called.

    Raises:
        KeyError: statutes have no clause of that name.
    """
    found = label_of(Statutes, name) if name in CLAUSES else None
    if found is None:
        raise KeyError(f"{name!r} is no clause of statutes: {', '.join(CLAUSES)}")
    return found


def clause_words(statutes: Statutes, name: str) -> Text:
    """What a clause says: « non lu » where nobody told, « pas de clause » where there is none."""
    value = getattr(statutes, name)
    if value is None and name == "proxies_per_member":
        return _NO_LIMIT
    if name == "season_first_month" and isinstance(value, int):
        return MONTHS[value - 1]
    words = words_of(value)
    if isinstance(value, Unknown) or value is None:
        return words
    if name in _UNITS:
        return _joined((words, _UNITS[name]), " ")
    return _followed(words, _IN_PART) if name == "colleges" and statutes.colleges_read_in_part else words


def words_of(value: object) -> Text:
    """A value of a clause in both languages."""
    match value:
        case Unknown():
            return NOT_READ
        case None:
            return NO_CLAUSE
        case ():
            return _NONE
        case tuple():
            return _joined(map(words_of, value), _between(value))
        case College():
            return _college(value)
        case Admits():
            return _admits(value)
        case Quorum():
            return _quorum(value)
        case _:
            return Text(*(describe(value, lang) for lang in LANGS))


def _college(college: College) -> Text:
    name = Text(college.name, college.name)
    told = []
    if isinstance(college.admits, tuple):
        told = [_named(College, "admits", college.admits)]
    if isinstance(college.deliberative, bool):
        told = [*told, _VOICES[college.deliberative]]
    if isinstance(college.votes, int):
        told = [*told, Text(f"voix par membre : {college.votes}", f"votes a member: {college.votes}")]
    if isinstance(college.share, Decimal):
        share = words_of(college.share)
        told = [*told, Text(f"{share.fr} % des voix", f"{share.en} % of the votes")]
    return _followed(name, _joined(told, " ; ")) if told else name


def _admits(criterion: Admits) -> Text:
    told = [
        _CONDITIONS[name, value] if isinstance(value, bool) else _named(Admits, name, value)
        for name, value in ((field.name, getattr(criterion, field.name)) for field in attrs.fields(Admits))
        if value is not None
    ]
    return _joined(told, ", ") if told else _ANYBODY


def _between(items: tuple[object, ...]) -> str:
    """What stands between the items of a list, some of which are lists themselves."""
    if isinstance(items[0], College):
        return " ; "
    return " / " if isinstance(items[0], Admits) else ", "


def _quorum(quorum: Quorum) -> Text:
    share = f"{quorum.numerator}/{quorum.denominator}"
    more = quorum.strictly_more
    parts = [Text(f"plus de {share}" if more else share, f"more than {share}" if more else share)]
    if quorum.at_least is not None:
        parts = [*parts, _named(Quorum, "at_least", quorum.at_least)]
    return _joined([*parts, _named(Quorum, "counts_proxies", quorum.counts_proxies)], ", ")


def _named(kind: type[object], name: str, value: object) -> Text:
    """A value after its label: « voix délibérative : oui »."""
    label, words = label_of(kind, name) or Text(name, name), words_of(value)
    return Text(f"{label.fr} : {words.fr}", f"{label.en}: {words.en}")


def _joined(texts: Iterable[Text], by: str) -> Text:
    listed = tuple(texts)
    return Text(by.join(text.fr for text in listed), by.join(text.en for text in listed))


def _followed(text: Text, more: Text) -> Text:
    return Text(f"{text.fr} ({more.fr})", f"{text.en} ({more.en})")
