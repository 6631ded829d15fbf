"""What the rules of statutes have in common: they read the clause through the structure that is judged."""

from datetime import date

from cpts_model.engine.citations import STATUTS, Authority, Citation, Evidence
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown, UnknownFact
from cpts_model.facts.belonging import Belonging, Candidature, Departure
from cpts_model.facts.organs import Organ
from cpts_model.facts.statutes import Statutes

NOT_SAID_WHERE = "statuts communiqués, sans dire où ils ont été lus"
STATUTES_OF_AN_ASSOCIATION = Citation(STATUTS, "statuts de l'association")


def statutes_of(belonging: Belonging, on: date) -> Statutes:
    """The statutes that govern a day.

    Raises:
        NotSettled: they are not known. Where there are none, no rule is made of them.
    """
    statutes = belonging.structure.statutes_on(on)
    if statutes is None:
        raise UnknownFact
    return statutes


def is_a_membership(belonging: Belonging, on: date) -> bool:
    """A membership that is there, and not the wish to join or to leave."""
    return not isinstance(belonging, Candidature | Departure)


def is_the_organ(told: Organ | Unknown | None, named: Organ | Unknown | None) -> bool:
    """Whether the organ that decided is the one that the statutes name."""
    if isinstance(told, Unknown) or isinstance(named, Unknown):
        raise UnknownFact
    return told is named


PATTERN = Rule(
    id="statuts",
    cites=STATUTES_OF_AN_ASSOCIATION,
    about=Candidature,
    holds=is_a_membership,
    modality=Modality.OBLIGATION,
    authority=Authority.STATUTES,
    evidence=Evidence.SECONDARY,
    checked_on=None,
    source=NOT_SAID_WHERE,
    title=Text("Les statuts de l'association.", "The statutes of the association."),
    remedy=Text("Demander les statuts à l'association.", "Ask the association for its statutes."),
)
"""What every rule of statutes is evolved from; the version read gives its citation, source and days."""
