"""L1434-12: the projet de santé of a CPTS, from its writing to its validation and after.

The guards are the functions that the rule on validation is made of: the two never disagree.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

import attrs

from cpts_model.engine.dates import first_day_after, since
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown, both
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.structures import CPTS
from cpts_model.law.csp_l1434_12 import opposition, validation
from cpts_model.law.csp_l1434_12.projet import PROJET_FORMALISE, PROJET_TRANSMIS
from cpts_model.law.csp_l1434_12.retrait import RETRAIT, WITHDRAWAL_DELAY, validation_is_withdrawn
from cpts_model.law.csp_l1434_12.silence import (
    DELAY,
    SILENCE_SINCE,
    delay_is_over,
    expressly_validated,
    governed_by_the_rule,
    opposition_stands,
)
from cpts_model.life.basis import Basis
from cpts_model.life.machine import Machine, State, Transition
from cpts_model.life.projet.cpts_remarks import remarks
from cpts_model.life.projet.cpts_states import (
    DEEMED_VALIDATED,
    DRAWN_UP,
    EXPRESSLY_VALIDATED,
    INCOMPLETE,
    NO_PROJET,
    OPPOSED,
    RUNNING,
    TRANSMITTED,
    WITHDRAWN,
)
from cpts_model.life.projet.events import (
    days_of_writing,
    known,
    projet_is_drawn_up,
    projet_is_transmitted,
    told_projet,
)

_Of = Callable[[ProjetDeSante | Unknown, date], bool]


def _of_the_projet(holds: _Of) -> Callable[[CPTS, date], bool]:
    """A function of the law on a projet, asked of a CPTS."""

    def taken(cpts: CPTS, on: date) -> bool:
        return cpts.projet is not None and holds(cpts.projet, on)

    return taken


def _received_complete(projet: ProjetDeSante | Unknown, on: date) -> bool:
    return projet.received_complete_on is not None and projet.received_complete_on <= on


def _governed(projet: ProjetDeSante | Unknown, on: date) -> bool:
    return governed_by_the_rule(projet)


def _validated_anew(projet: ProjetDeSante | Unknown, on: date) -> bool:
    return both(lambda: expressly_validated(projet, on), lambda: not validation_is_withdrawn(projet, on))


_WRITTEN = Text("les membres élaborent le projet de santé", "the members draw up the projet de santé")
_SENT = Text(
    "les membres transmettent le projet à l'agence régionale de santé",
    "the members send the projet to the ARS",
)
_COMPLETE = Text(
    "l'agence régionale de santé compétente reçoit le dossier complet",
    "the competent ARS receives the complete file",
)
_OPPOSES = Text(
    "l'agence s'oppose dans les deux mois, sur l'un des deux motifs",
    "the agency opposes within the two months, on one of the two grounds",
)
_OPPOSES_LATE = Text(
    "l'agence s'oppose après la fin des deux mois : contestable",
    "the agency opposes after the end of the two months: contestable",
)
_SILENCE = Text(
    "les deux mois se terminent sans opposition de l'agence",
    "the two months end without opposition of the agency",
)
_VALIDATES = Text("l'agence valide le projet par écrit", "the agency validates the projet in writing")
_WITHDRAWS = Text(
    "l'agence retire, dans les quatre mois, une validation illégale",
    "the agency withdraws an unlawful validation within four months",
)
_NEW_LAW = Text(
    "le régime du 27 juillet 2019 s'applique au projet déjà transmis : la question est ouverte",
    "the scheme of 27 July 2019 applies to a projet sent before: the question is open",
)

_VALIDATION = Basis.of(validation.VALIDATION)
_FIRST = since(2016, 1, 28)
_BEFORE_2019 = _FIRST.before(2019, 7, 27)
_SINCE_2019 = since(2019, 7, 27)

_DRAW_UP = Transition(
    source=NO_PROJET, target=DRAWN_UP, when=_WRITTEN, taken=projet_is_drawn_up, basis=Basis.of(PROJET_FORMALISE), in_force=_FIRST
)  # fmt: skip
_SEND = Transition(
    source=DRAWN_UP, target=TRANSMITTED, when=_SENT, taken=projet_is_transmitted, basis=Basis.of(PROJET_TRANSMIS), in_force=_BEFORE_2019
)  # fmt: skip
_COMPLETE_FILE = Transition(
    source=INCOMPLETE, target=RUNNING, when=_COMPLETE, taken=_of_the_projet(_received_complete), basis=_VALIDATION, in_force=_SINCE_2019
)  # fmt: skip
_OPPOSE = attrs.evolve(
    _COMPLETE_FILE, source=RUNNING, target=OPPOSED, when=_OPPOSES, taken=_of_the_projet(opposition_stands),
    basis=Basis.of(opposition.OPPOSITION_MOTIFS),
)  # fmt: skip


def _validate_from(source: State) -> Transition:
    return attrs.evolve(
        _COMPLETE_FILE, source=source, target=EXPRESSLY_VALIDATED, when=_VALIDATES,
        taken=_of_the_projet(_validated_anew if source == WITHDRAWN else expressly_validated),
    )  # fmt: skip


def _withdraw_from(source: State) -> Transition:
    return attrs.evolve(
        _COMPLETE_FILE, source=source, target=WITHDRAWN, when=_WITHDRAWS, taken=_of_the_projet(validation_is_withdrawn),
        basis=Basis.of(RETRAIT),
    )  # fmt: skip


TRANSITIONS = (
    _DRAW_UP,
    _SEND,
    attrs.evolve(_SEND, target=INCOMPLETE, in_force=_SINCE_2019),
    attrs.evolve(_COMPLETE_FILE, source=TRANSMITTED, target=INCOMPLETE, when=_NEW_LAW, taken=_of_the_projet(_governed)),
    attrs.evolve(_OPPOSE, source=INCOMPLETE),
    _COMPLETE_FILE,
    _OPPOSE,
    attrs.evolve(_COMPLETE_FILE, source=RUNNING, target=DEEMED_VALIDATED, when=_SILENCE, taken=_of_the_projet(delay_is_over)),
    attrs.evolve(_OPPOSE, source=DEEMED_VALIDATED, when=_OPPOSES_LATE),
    _withdraw_from(DEEMED_VALIDATED),
    _withdraw_from(EXPRESSLY_VALIDATED),
    # From wherever the projet stands: it settles what an opposition or a withdrawal leaves open.
    _validate_from(NO_PROJET),
    _validate_from(DRAWN_UP),
    _validate_from(TRANSMITTED),
    _validate_from(INCOMPLETE),
    _validate_from(RUNNING),
    _validate_from(OPPOSED),
    _validate_from(DEEMED_VALIDATED),
    _validate_from(WITHDRAWN),
)  # fmt: skip


def days(cpts: CPTS) -> Iterable[date]:
    """Every known day on which the state of the projet may change, and the ends of the delays."""
    yield from days_of_writing(cpts)
    projet = told_projet(cpts)
    if projet is not None:
        yield from _days_of_the_agency(projet)


def _days_of_the_agency(projet: ProjetDeSante) -> Iterator[date]:
    yield SILENCE_SINCE
    yield from known(
        projet.received_complete_on,
        projet.opposed_on,
        projet.opposition_notified_on,
        projet.validated_on,
        projet.withdrawn_on,
    )
    for sent in known(projet.transmitted_on):  # before this day nothing sent then can be validated
        yield first_day_after(sent, DELAY)
    for validated in known(projet.validated_on):
        yield first_day_after(validated, WITHDRAWAL_DELAY)
    for received in known(projet.received_complete_on):
        deemed = first_day_after(received, DELAY)
        yield deemed
        yield first_day_after(deemed, WITHDRAWAL_DELAY)


CPTS_MACHINE = Machine(
    id="projet-de-sante.cpts",
    title=Text("Projet de santé de la CPTS", "Projet de santé of the CPTS"),
    initial=NO_PROJET,
    transitions=TRANSITIONS,
    days=days,
    remarks=remarks,
)
