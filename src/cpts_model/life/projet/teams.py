"""L6323-3 and L1411-11-1: the projet de santé of a maison de santé and of a team, which nobody validates.

That of a maison de santé is sent « pour information »; no text asks that of a team to be sent.
"""

from collections.abc import Callable, Iterator
from datetime import date

import attrs

from cpts_model.engine.citations import PRATIQUE, Authority, Citation, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.explain import format_day
from cpts_model.engine.text import Text
from cpts_model.facts.structures import SISA, MaisonDeSante
from cpts_model.law import practice_msp
from cpts_model.law.csp_l1411_11_1 import primaires, specialises
from cpts_model.law.csp_l1411_11_1.article import L1411_11_1
from cpts_model.law.csp_l1434_13 import CONTRAT_ESS, L1434_13
from cpts_model.law.csp_l6323_3.article import L6323_3
from cpts_model.law.csp_l6323_3.projet import PROJET, PROJET_TRANSMIS
from cpts_model.life.basis import Basis
from cpts_model.life.machine import Machine, Remark, State, Transition
from cpts_model.life.projet.events import (
    days_of_writing,
    projet_is_drawn_up,
    projet_is_transmitted,
    told_projet,
)

Maison = MaisonDeSante | SISA

_WRITTEN = Text(
    "les professionnels élaborent le projet de santé", "the professionals draw up the projet de santé"
)
_SENT = Text("le projet est transmis à l'agence régionale de santé", "the projet is sent to the ARS")
_NO_PROJET = Text("pas encore de projet de santé", "no projet de santé yet")
_DRAWN_UP = Text("projet de santé élaboré, non transmis", "projet de santé drawn up, not sent")

# --- « Il est transmis pour information à l'agence régionale de santé »

MSP_NO_PROJET = State(
    id="aucun-projet",
    label=_NO_PROJET,
    means=Text(
        "Depuis le 23 juillet 2009, les professionnels de la maison de santé ont à élaborer un projet de santé.",
        "Since 23 July 2009 the professionals of a maison de santé have to draw up a projet de santé.",
    ),
    cites=(L6323_3.cite(),),
)
MSP_DRAWN_UP = State(
    id="elabore",
    label=_DRAWN_UP,
    means=Text(
        "Le projet est écrit ; il reste à le transmettre, pour information, à l'agence régionale de santé.",
        "The projet is written; it remains to send it to the ARS, for information.",
    ),
    cites=(L6323_3.cite(),),
)
MSP_TRANSMITTED = State(
    id="transmis-pour-information",
    label=Text("projet de santé transmis pour information", "projet de santé sent for information"),
    means=Text(
        "La loi n'en demande pas plus : elle ne prévoit ni délai, ni opposition, ni validation, et le silence de l'agence régionale de "
        "santé ne vaut ni accord ni refus.",
        "The law asks for no more: it provides for no delay, no opposition and no validation, and the silence of the ARS is neither "
        "approval nor refusal.",
    ),
    cites=(L6323_3.cite(),),
    final=True,
)


def _if_a_maison(holds: Callable[[Maison, date], bool]) -> Callable[[Maison, date], bool]:
    """A question on a maison de santé, asked of a company that may be one."""

    def taken(structure: Maison, on: date) -> bool:
        return (not isinstance(structure, SISA) or bool(structure.is_maison_de_sante)) and holds(
            structure, on
        )

    return taken


def _msp_remarks(msp: Maison, on: date) -> Iterator[Remark]:
    projet = told_projet(msp)
    validated = None if projet is None else projet.validated_on
    if isinstance(validated, date) and validated <= on:
        yield Remark(
            text=Text(
                f"l'agence a validé le projet le {format_day(validated, 'fr')} : un usage, que les financements demandent et que la loi ne "
                "prévoit pas.",
                f"the agency validated the projet on {format_day(validated, 'en')}: a practice, which funding asks for and the law does "
                "not provide.",
            ),
            basis=Basis.of(practice_msp.VALIDATION),
        )


MSP_MACHINE = Machine(
    id="projet-de-sante.msp",
    title=Text("Projet de santé de la maison de santé", "Projet de santé of the maison de santé"),
    initial=MSP_NO_PROJET,
    transitions=(
        Transition(
            source=MSP_NO_PROJET, target=MSP_DRAWN_UP, when=_WRITTEN, taken=_if_a_maison(projet_is_drawn_up),
            basis=Basis.of(PROJET), in_force=PROJET.in_force,
        ),
        Transition(
            source=MSP_DRAWN_UP, target=MSP_TRANSMITTED, when=_SENT, taken=_if_a_maison(projet_is_transmitted),
            basis=Basis.of(PROJET_TRANSMIS), in_force=PROJET_TRANSMIS.in_force,
        ),
    ),
    days=days_of_writing,
    remarks=_msp_remarks,
)  # fmt: skip

# --- « sur la base d'un projet de santé qu'ils élaborent »

TEAM_NO_PROJET = State(
    id="aucun-projet",
    label=_NO_PROJET,
    means=Text(
        "L'équipe se constitue sur la base d'un projet de santé que ses membres élaborent.",
        "The team is constituted on the basis of a projet de santé that its members draw up.",
    ),
    cites=(L1411_11_1.cite(),),
)
TEAM_DRAWN_UP = State(
    id="elabore",
    label=Text("projet de santé élaboré", "projet de santé drawn up"),
    means=Text(
        "L'article n'en demande pas plus : aucun texte lu ne veut que l'équipe le transmette. L'agence régionale de santé en a besoin pour "
        "contracter.",
        "The article asks for no more: no text that was read has the team send it. The ARS needs it to conclude a contract.",
    ),
    cites=(L1411_11_1.cite(),),
)
TEAM_TRANSMITTED = State(
    id="transmis",
    label=Text("projet de santé transmis", "projet de santé sent"),
    means=Text(
        "L'agence régionale de santé peut conclure un contrat territorial de santé sur ce projet. Aucune validation n'est prévue : le "
        "silence de l'agence ne vaut ni accord ni refus.",
        "The ARS may conclude a contrat territorial de santé on this projet. No validation is provided for: the agency's silence is "
        "neither approval nor refusal.",
    ),
    cites=(L1411_11_1.cite(), L1434_13.cite()),
    final=True,
)

_INSTRUCTION = Basis(
    cites=Citation(PRATIQUE, "instruction DGOS/R5/2016/392 du 2 décembre 2016"),
    authority=Authority.DOCTRINE,
    evidence=Evidence.SECONDARY,
    checked_on=date(2016, 12, 2),
    source="résumés de l'instruction (ash.tm.fr, kapstone-group.com)",
)
_ESP_WRITES = Transition(
    source=TEAM_NO_PROJET, target=TEAM_DRAWN_UP, when=_WRITTEN, taken=projet_is_drawn_up, basis=Basis.of(primaires.PROJET),
    in_force=primaires.PROJET.in_force,
)  # fmt: skip
_ESP_SENDS = Transition(
    source=TEAM_DRAWN_UP, target=TEAM_TRANSMITTED, when=_SENT, taken=projet_is_transmitted, basis=_INSTRUCTION, in_force=since(2016, 1, 28)
)  # fmt: skip

ESP_MACHINE = Machine(
    id="projet-de-sante.esp",
    title=Text(
        "Projet de santé de l'équipe de soins primaires", "Projet de santé of the équipe de soins primaires"
    ),
    initial=TEAM_NO_PROJET,
    transitions=(_ESP_WRITES, _ESP_SENDS),
    days=days_of_writing,
)

ESS_MACHINE = Machine(
    id="projet-de-sante.ess",
    title=Text(
        "Projet de santé de l'équipe de soins spécialisés",
        "Projet de santé of the équipe de soins spécialisés",
    ),
    initial=TEAM_NO_PROJET,
    transitions=(
        attrs.evolve(_ESP_WRITES, basis=Basis.of(specialises.PROJET), in_force=specialises.PROJET.in_force),
        attrs.evolve(_ESP_SENDS, basis=Basis.of(CONTRAT_ESS), in_force=CONTRAT_ESS.in_force),
    ),
    days=days_of_writing,
)
