"""A line of a checklist: what is asked, by which text or practice, and whether it is there."""

from collections.abc import Iterator
from enum import Enum

import attrs

from cpts_model.engine.explain import describe
from cpts_model.engine.observe import Fact
from cpts_model.engine.text import Lang, Text
from cpts_model.life.basis import Basis
from cpts_model.life.deadlines import Deadline
from cpts_model.life.deadlines.asking import names_of


class Section(Enum):
    """The step at which something is asked, in the order of a project's life."""

    LETTER = "lettre-d-intention"
    PROJET = "projet-de-sante"
    CONTRACT = "contrat"
    YEAR = "chaque-annee"

    @property
    def label(self) -> Text:
        """What the step is called."""
        return _SECTIONS[self]


_SECTIONS = {
    Section.LETTER: Text("Lettre d'intention", "Letter of intent"),
    Section.PROJET: Text("Projet de santé", "Projet de santé"),
    Section.CONTRACT: Text("Contrat ACI", "ACI contract"),
    Section.YEAR: Text("Chaque année de contrat", "Each year of the contract"),
}


class ItemState(Enum):
    """Where something asked for stands on a day."""

    THERE = "la"
    DUE = "a-faire"
    PENDING = "en-attente"
    """Not there and not for now: an answer is awaited, or a step before it."""
    MISSING = "manquant"
    UNKNOWN = "a-verifier"

    @property
    def label(self) -> Text:
        """The state, in words."""
        return _STATES[self]


_STATES = {
    ItemState.THERE: Text("en place", "there"),
    ItemState.DUE: Text("à faire", "to do"),
    ItemState.PENDING: Text("en attente", "pending"),
    ItemState.MISSING: Text("manquant", "missing"),
    ItemState.UNKNOWN: Text("à vérifier", "to check"),
}


@attrs.frozen(slots=True, kw_only=True)
class Item:
    """Something a recipient asks for, and where it stands."""

    key: str
    section: Section
    title: Text
    state: ItemState
    basis: Basis
    due: Deadline | None = None
    """The dialogue de gestion that it is for; ``None`` where no text read gives a day."""
    awaits: Text | None = None
    """What it waits for, where it is pending."""
    awaited: Deadline | None = None
    """What brings it about by itself, where it is pending and its day is known."""
    depends_on: tuple[Fact, ...] = ()
    """The facts nobody has told, which keep it from being known."""
    reason: Text | None = None
    """Why the texts leave it open."""
    note: Text | None = None

    def details(self, lang: Lang) -> Iterator[str]:
        """What stands under its line: who asks, by when, what to tell, what to know."""
        yield f"{_WORDS['by'].to(lang)} : {self.basis.to(lang)}"
        if self.due is not None:
            sure = "" if self.due.certain else f" ({_WORDS['unsure'].to(lang)})"
            yield f"{_WORDS['due'].to(lang)} {describe(self.due.day, lang)}{sure}"
        if self.awaits is not None:
            yield f"{_WORDS['awaits'].to(lang)} : {self.awaits.to(lang)}"
        if self.awaited is not None:
            yield _awaited(self.awaited, lang)
        if self.depends_on:
            yield f"{_WORDS['tell'].to(lang)} : {' ; '.join(names_of(self.depends_on, lang))}"
        if self.reason is not None:
            yield f"{_WORDS['open'].to(lang)} : {self.reason.to(lang)}"
        if self.note is not None:
            yield f"{_WORDS['note'].to(lang)} : {self.note.to(lang)}"


def _awaited(deadline: Deadline, lang: Lang) -> str:
    provided = f" ({deadline.provided.to(lang)})" if deadline.provided is not None else ""
    return (
        f"{_WORDS['awaited'].to(lang)} {describe(deadline.day, lang)}{provided} : {deadline.title.to(lang)}"
    )


_WORDS = {
    "by": Text("Demandé par", "Asked by"),
    "due": Text(
        "Pour le dialogue de gestion de l'année, au plus tard le",
        "For the dialogue de gestion of the year, at the latest on",
    ),
    "awaits": Text("En attente", "Pending"),
    "awaited": Text("Le", "On"),
    "unsure": Text("jour à confirmer", "day to be confirmed"),
    "tell": Text("À indiquer", "To tell"),
    "open": Text("Question ouverte", "Open question"),
    "note": Text("À savoir", "Note"),
}
