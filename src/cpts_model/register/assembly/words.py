"""What an assembly's answers are said with: questions to ask, people not counted, clauses in words."""

from fractions import Fraction

import attrs

from cpts_model.engine.explain import format_day
from cpts_model.engine.labels import label_of
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.statutes import Quorum, Statutes
from cpts_model.facts.structures import Structure


@attrs.frozen(slots=True)
class Question:
    """A fact to ask for: where it stands in the structure's dossier, and what it is called."""

    path: str
    label: Text


@attrs.frozen(slots=True)
class NotCounted:
    """Somebody who is not counted, or a ballot or proxies that are not, and why."""

    member_id: str
    why: Text


NO_MEMBER = Text("n'est pas membre ce jour-là", "no member that day")
WITHOUT_VOTE = Text("membre sans droit de vote ce jour-là", "a member without a vote that day")


def clause_question(structure: Structure, statutes: Statutes | Unknown, name: str) -> Question:
    """The question that asks for one clause, of the version that governs; for the statutes, where none is known."""
    if isinstance(statutes, Unknown) or not isinstance(structure.statutes, tuple):
        return Question("statutes", _STATUTES)
    part, _, clause = name.rpartition(".")
    label = label_of(Quorum if part else Statutes, clause)
    assert label is not None  # each field of facts has one
    return Question(f"statutes[{structure.statutes.index(statutes)}].{name}", label)


_STATUTES = Text("statuts de l'association", "statutes of the association")

# --- The statutes, and their quorum


def statutes_words(statutes: Statutes, lang: Lang) -> str:
    """Which statutes: « statuts de l'association, en vigueur depuis le 01/09/2024, lus le 02/09/2024 »."""
    parts = [_STATUTES.to(lang)]
    if statutes.in_force_since:
        parts.append(_SINCE.to(lang).format(day=format_day(statutes.in_force_since, lang)))
    if statutes.read_on:
        parts.append(_READ.to(lang).format(day=format_day(statutes.read_on, lang)))
    if statutes.read_at:
        parts.append(statutes.read_at)
    return ", ".join(parts)


_SINCE = Text("en vigueur depuis le {day}", "in force since {day}")
_READ = Text("lus le {day}", "read on {day}")

_PARTS = {
    Fraction(1, 2): Text("la moitié", "half"),
    Fraction(1, 3): Text("le tiers", "a third"),
    Fraction(2, 3): Text("les deux tiers", "two thirds"),
    Fraction(1, 4): Text("le quart", "a quarter"),
    Fraction(3, 4): Text("les trois quarts", "three quarters"),
    Fraction(1, 5): Text("le cinquième", "a fifth"),
}
_OF = {"la": "de la", "le": "du", "les": "des"}


def quorum_words(clause: Quorum) -> Text:
    """A quorum in words: « plus du quart des électeurs, et au moins 10 »."""
    parts = [words for words in (_fraction_words(clause), _floor_words(clause)) if words]
    if not parts:
        return Text("aucun nombre minimal de présents", "no least number present")
    return Text(", et ".join(part.fr for part in parts), ", and ".join(part.en for part in parts))


def _fraction_words(clause: Quorum) -> Text | None:
    fraction = Fraction(clause.numerator, clause.denominator)
    if fraction == 0 and not clause.strictly_more:
        return None
    if fraction == 1 and not clause.strictly_more:
        return Text("tous les électeurs", "all the electors")
    named = _PARTS.get(fraction)
    if named is None:
        lead = Text("plus de", "more than") if clause.strictly_more else Text("au moins", "at least")
        return Text(f"{lead.fr} {fraction} des électeurs", f"{lead.en} {fraction} of the electors")
    if clause.strictly_more:
        article, _, noun = named.fr.partition(" ")
        return Text(f"plus {_OF[article]} {noun} des électeurs", f"more than {named.en} of the electors")
    return Text(f"au moins {named.fr} des électeurs", f"at least {named.en} of the electors")


def _floor_words(clause: Quorum) -> Text | None:
    if not clause.at_least:
        return None
    return Text(f"au moins {clause.at_least}", f"at least {clause.at_least}")
