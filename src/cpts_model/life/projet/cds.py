"""L6323-1-10 and L6323-1-11: the projet de santé of a centre de santé, handed in with its conformity commitment.

The guards are the functions of the rules on the receipt: the two never disagree.
"""

from collections.abc import Iterable
from datetime import date

import attrs

from cpts_model.engine.dates import since
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import either
from cpts_model.facts.structures import CentreDeSante
from cpts_model.law.csp_l6323_1.article import CONFORMITY_DEADLINE, L6323_1_10, L6323_1_11, REGIME_2018
from cpts_model.law.csp_l6323_1.ouverture import (
    ENGAGEMENT_CONFORMITE,
    RECEPISSE,
    RECEPISSE_2018,
    has_receipt,
    has_receipt_or_agrement,
)
from cpts_model.law.csp_l6323_1.projet import PROJET
from cpts_model.life.basis import Basis
from cpts_model.life.machine import Machine, Remark, State, Transition
from cpts_model.life.projet.events import days_of_writing, known, projet_is_drawn_up, projet_is_transmitted

CDS_NO_PROJET = State(
    id="aucun-projet",
    label=Text("pas encore de projet de santé", "no projet de santé yet"),
    means=Text(
        "Le centre de santé a à élaborer un projet de santé, et à le remettre avec un engagement de conformité avant d'ouvrir.",
        "The centre de santé has to draw up a projet de santé, and to hand it in with a conformity commitment before it opens.",
    ),
    cites=(L6323_1_10.cite(),),
)
CDS_DRAWN_UP = State(
    id="elabore",
    label=Text("projet de santé élaboré, non remis", "projet de santé drawn up, not handed in"),
    means=Text(
        "Le projet est écrit ; il reste à le remettre à l'agence régionale de santé avec l'engagement de conformité, avant l'ouverture.",
        "The projet is written; it remains to hand it to the ARS with the conformity commitment, before opening.",
    ),
    cites=(L6323_1_10.cite(),),
)
CDS_SENT = State(
    id="remis-sans-engagement",
    label=Text(
        "projet de santé remis, sans l'engagement de conformité",
        "projet de santé handed in, without the conformity commitment",
    ),
    means=Text(
        "Le dossier n'est pas complet : l'engagement de conformité doit accompagner le projet.",
        "The file is not complete: the conformity commitment must come with the projet.",
    ),
    cites=(L6323_1_11.cite(),),
)
CDS_COMMITTED = State(
    id="engagement-remis",
    label=Text(
        "projet de santé et engagement de conformité remis",
        "projet de santé and conformity commitment handed in",
    ),
    means=Text(
        "L'agence régionale de santé a le dossier ; sans son récépissé, le centre n'est pas autorisé à dispenser des soins aux assurés "
        "sociaux. Aucun silence ne vaut récépissé dans les textes lus.",
        "The ARS has the file; without its receipt the centre is not authorised to give care to insured persons. In the texts that were "
        "read no silence stands for a receipt.",
    ),
    cites=(L6323_1_11.cite(),),
)
CDS_AUTHORISED = State(
    id="recepisse",
    label=Text(
        "récépissé de l'engagement de conformité délivré", "receipt of the conformity commitment issued"
    ),
    means=Text(
        "Le récépissé vaut autorisation de dispenser des soins aux assurés sociaux. Ce n'est pas une validation du projet de santé ; les "
        "activités dentaires, ophtalmologiques ou orthoptiques demandent de plus un agrément depuis le 21 mai 2023.",
        "The receipt is an authorisation to give care to insured persons. It is no validation of the projet de santé; dental, "
        "ophthalmological or orthoptic activities need an agrément besides since 21 May 2023.",
    ),
    cites=(L6323_1_11.cite(),),
    final=True,
)


def commitment_is_handed_in(cds: CentreDeSante, on: date) -> bool:
    """Whether the conformity commitment was handed in: what has a receipt was."""
    return either(
        lambda: cds.conformity_commitment_on is not None and cds.conformity_commitment_on <= on,
        lambda: has_receipt(cds, on),
    )


_ENGAGEMENT = Basis.of(ENGAGEMENT_CONFORMITE)
_COMMIT = Transition(
    source=CDS_NO_PROJET, target=CDS_COMMITTED, taken=commitment_is_handed_in, basis=_ENGAGEMENT, in_force=since(2018, 3, 2),
    when=Text("le représentant légal remet le projet et l'engagement de conformité", "the legal representative hands in the projet and the conformity commitment"),
)  # fmt: skip
_DRAW_UP = attrs.evolve(
    _COMMIT, target=CDS_DRAWN_UP, taken=projet_is_drawn_up, basis=Basis.of(PROJET),
    when=Text("le projet de santé est élaboré", "the projet de santé is drawn up"),
)  # fmt: skip
_SEND = attrs.evolve(
    _COMMIT, source=CDS_DRAWN_UP, target=CDS_SENT, taken=projet_is_transmitted,
    when=Text("le projet est remis à l'agence régionale de santé", "the projet is handed to the ARS"),
)  # fmt: skip
_AUTHORISE_2018 = attrs.evolve(
    _COMMIT, target=CDS_AUTHORISED, taken=has_receipt, basis=Basis.of(RECEPISSE_2018), in_force=RECEPISSE_2018.in_force,
    when=Text("l'agence délivre le récépissé", "the agency issues the receipt"),
)  # fmt: skip
_AUTHORISE = attrs.evolve(
    _AUTHORISE_2018, taken=has_receipt_or_agrement, basis=Basis.of(RECEPISSE), in_force=RECEPISSE.in_force
)


def _from(source: State, *ways: Transition) -> tuple[Transition, ...]:
    return tuple(attrs.evolve(one, source=source) for one in ways)


# A receipt first: it stands whatever else is told.
TRANSITIONS = (
    *_from(CDS_NO_PROJET, _AUTHORISE_2018, _AUTHORISE, _COMMIT, _DRAW_UP),
    *_from(CDS_DRAWN_UP, _AUTHORISE_2018, _AUTHORISE, _COMMIT, _SEND),
    *_from(CDS_SENT, _AUTHORISE_2018, _AUTHORISE, _COMMIT),
    *_from(CDS_COMMITTED, _AUTHORISE_2018, _AUTHORISE),
)


def days(cds: CentreDeSante) -> Iterable[date]:
    """Every known day on which the state of the projet may change."""
    yield from days_of_writing(cds)
    yield from known(cds.conformity_commitment_on, cds.conformity_receipt_on, cds.agrement_on)


def remarks(cds: CentreDeSante, on: date) -> Iterable[Remark]:
    """That centres open before the regime had a year."""
    if (
        isinstance(cds.opened_on, date)
        and cds.opened_on < REGIME_2018
        and REGIME_2018 <= on <= CONFORMITY_DEADLINE
    ):
        yield Remark(
            text=Text(
                "centre ouvert avant le 2 mars 2018 : il a jusqu'au 1er mars 2019 pour remettre l'engagement de conformité.",
                "centre open before 2 March 2018: it has until 1 March 2019 to hand in the conformity commitment.",
            ),
            basis=_ENGAGEMENT,
        )


CDS_MACHINE = Machine(
    id="projet-de-sante.cds",
    title=Text("Projet de santé du centre de santé", "Projet de santé of the centre de santé"),
    initial=CDS_NO_PROJET,
    transitions=TRANSITIONS,
    days=days,
    remarks=remarks,
)
