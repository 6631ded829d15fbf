"""The missions: which are socle, and by when each one is started and deployed."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum

import attrs

from cpts_model.engine.citations import Evidence
from cpts_model.engine.dates import Period, add_months, since
from cpts_model.engine.rule import Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, Unknown, both, either
from cpts_model.facts.contracts import ContratACI
from cpts_model.facts.missions import Mission
from cpts_model.facts.structures import CPTS
from cpts_model.law.aci_cpts.article import (
    AMELI_2021,
    AVENANT_2_FROM,
    AVIS_2022,
    CRISIS_DUE_FROM,
    IN_FORCE,
    MISSIONS_2025,
)
from cpts_model.law.aci_cpts.contract import (
    PROJET_VALIDE,
    contract_of,
    day_of_signature,
    is_under_the_agreement,
)


class MissionKind(Enum):
    """Whether the agreement makes a mission part of every contract."""

    SOCLE = "socle"
    OPTIONAL = "optionnelle"

    @property
    def label(self) -> Text:
        """The kind, in words."""
        return _KINDS[self]


_KINDS = {
    MissionKind.SOCLE: Text("mission socle", "socle mission"),
    MissionKind.OPTIONAL: Text("mission optionnelle", "optional mission"),
}

SOCLE_OF_2019 = (Mission.ACCES_AUX_SOINS, Mission.PARCOURS, Mission.PREVENTION)
OPTIONAL = (Mission.QUALITE, Mission.ACCOMPAGNEMENT)
MONTHS_TO_START: Mapping[Mission, int] = {
    Mission.ACCES_AUX_SOINS: 6,
    Mission.PARCOURS: 12,
    Mission.PREVENTION: 12,
    Mission.CRISE: 6,
}
"""Legal months « après la signature du contrat »; a mission that is not here starts when the CPTS chooses."""
MONTHS_TO_DEPLOY: Mapping[Mission, int] = {
    Mission.ACCES_AUX_SOINS: 18,
    Mission.PARCOURS: 24,
    Mission.PREVENTION: 24,
    Mission.CRISE: 18,
}

CRISIS_IN_BETWEEN = Text(
    "du 31 mars au 2 septembre 2022, l'avenant 2 est publié et la mission de réponse aux crises sanitaires n'est pas encore en vigueur, selon "
    "la source trouvée : les textes lus ne disent pas si le contrat doit déjà la compter ; interroger la caisse d'assurance maladie",
    "from 31 March to 2 September 2022 avenant 2 is published and the mission of response to health crises is not yet in force, says the "
    "source found: the texts read do not say whether a contract must count it already; ask the health-insurance fund",
)
CRISIS_CLOCK = Text(
    "contrat signé avant l'avenant 2 de l'accord : le jour d'où courent les délais de sa mission de réponse aux crises sanitaires n'a pas été "
    "trouvé (au plus tôt la signature du contrat, au plus tard celle de l'avenant au contrat ou le 3 septembre 2022) ; demander à la caisse "
    "d'assurance maladie celui qu'elle retient",
    "contract signed before avenant 2 of the agreement: the day from which the delays of its mission of response to health crises run was "
    "not found (at the earliest the signature of the contract, at the latest that of its amendment or 3 September 2022); ask the "
    "health-insurance fund which one it retains",
)


def kind_of(mission: Mission, on: date) -> MissionKind | None:
    """Whether the agreement makes a mission socle or optional, on a day; ``None`` where it does not know it.

    Raises:
        OpenQuestion: the crisis mission, between avenant 2 and the day given for its entry into force.
    """
    if on < IN_FORCE:
        return None
    if mission is Mission.CRISE and AVENANT_2_FROM <= on < CRISIS_DUE_FROM:
        raise OpenQuestion(CRISIS_IN_BETWEEN)
    if mission in SOCLE_OF_2019 or (mission is Mission.CRISE and on >= CRISIS_DUE_FROM):
        return MissionKind.SOCLE
    return MissionKind.OPTIONAL if mission in OPTIONAL else None


# --- Three socle missions, then four


def is_bound_by_avenant_2(contract: ContratACI, on: date) -> bool:
    """A contract signed since avenant 2, or into which an amendment brought it by the day."""
    return either(
        lambda: contract.signed_on is not None and contract.signed_on >= AVENANT_2_FROM,
        lambda: contract.avenant_2_signed_on is not None and contract.avenant_2_signed_on <= on,
    )


def has_the_three_socle_missions(cpts: CPTS, on: date) -> bool:
    """Access to care, pathways, prevention: the socle missions of 2019."""
    missions = contract_of(cpts).missions
    return all(mission in missions for mission in SOCLE_OF_2019)


def _has_the_crisis_mission_if_bound(cpts: CPTS, on: date) -> bool:
    contract = contract_of(cpts)
    return either(lambda: Mission.CRISE in contract.missions, lambda: not is_bound_by_avenant_2(contract, on))


def _was_over_before_the_crisis_mission(contract: ContratACI) -> bool:
    """Over by the day given for its entry into force; a contract signed since then was not."""
    signed_on = day_of_signature(contract)
    return both(
        signed_on is not None and signed_on < CRISIS_DUE_FROM, lambda: contract.over_by(CRISIS_DUE_FROM)
    )


def has_the_socle_missions_of_the_months_in_between(cpts: CPTS, on: date) -> bool:
    """The three of 2019; of the fourth nothing is settled before 3 September 2022.

    Raises:
        OpenQuestion: the contract is bound by avenant 2 and does not count the crisis mission.
    """
    if not has_the_three_socle_missions(cpts, on):
        return False
    if not _has_the_crisis_mission_if_bound(cpts, on):
        raise OpenQuestion(CRISIS_IN_BETWEEN)
    return True


def has_the_four_socle_missions(cpts: CPTS, on: date) -> bool:
    """The three of 2019, and the response to serious health crises in a contract that avenant 2 binds and that saw it come into force."""
    return has_the_three_socle_missions(cpts, on) and either(
        lambda: _has_the_crisis_mission_if_bound(cpts, on),
        lambda: _was_over_before_the_crisis_mission(contract_of(cpts)),
    )


SOCLES_2019 = attrs.evolve(
    PROJET_VALIDE,
    id="aci-cpts.missions-socles",
    in_force=Period(IN_FORCE, AVENANT_2_FROM),
    applies=is_under_the_agreement,
    holds=has_the_three_socle_missions,
    checked_on=AMELI_2021.seen_on,
    source=AMELI_2021.where,
    title=Text(
        "Le contrat compte les trois missions socles : accès aux soins, parcours pluriprofessionnels, prévention.",
        "The contract counts the three socle missions: access to care, multi-professional pathways, prevention.",
    ),
    remedy=Text(
        "Ajouter au contrat, par avenant, la mission socle qui lui manque.",
        "Add to the contract, by an amendment, the socle mission that it lacks.",
    ),
    note=None,
)

SOCLES_IN_BETWEEN = attrs.evolve(
    SOCLES_2019,
    in_force=Period(AVENANT_2_FROM, CRISIS_DUE_FROM),
    holds=has_the_socle_missions_of_the_months_in_between,
    evidence=Evidence.DERIVED,
    checked_on=AVIS_2022.seen_on,
    source=AVIS_2022.where,
    note=Text(
        "L'avenant 2 y ajoute la réponse aux crises sanitaires graves, qui n'entre en vigueur que le 3 septembre 2022 selon la source trouvée.",
        "Avenant 2 adds the response to serious health crises, which comes into force on 3 September 2022 only, says the source found.",
    ),
)

SOCLES_2022 = attrs.evolve(
    SOCLES_2019,
    in_force=since(2022, 9, 3),
    holds=has_the_four_socle_missions,
    evidence=Evidence.SECONDARY,
    checked_on=MISSIONS_2025.seen_on,
    source=MISSIONS_2025.where,
    title=Text(
        "Le contrat compte les quatre missions socles : accès aux soins, parcours pluriprofessionnels, prévention, réponse aux crises sanitaires.",
        "The contract counts the four socle missions: access to care, multi-professional pathways, prevention, response to health crises.",
    ),
    note=Text(
        "Un contrat signé avant le 31 mars 2022 en compte trois tant qu'un avenant n'y a pas intégré l'avenant 2 de l'accord.",
        "A contract signed before 31 March 2022 counts three as long as no amendment has brought avenant 2 of the agreement into it.",
    ),
)


# --- « après la signature du contrat »: by when each mission is started and deployed


def missions_of(cpts: CPTS, on: date) -> tuple[Mission, ...]:
    """The missions of the contract, each once; none of a contract that is known not to be under the agreement."""
    if cpts.contract is None:
        return ()
    contract = contract_of(cpts)
    if not isinstance(contract.signed_on, Unknown) and not is_under_the_agreement(cpts, on):
        return ()
    return tuple(dict.fromkeys(contract.missions))


def has_limits(mission: Mission, cpts: CPTS, on: date) -> bool:
    """A mission that does not start when the CPTS chooses, in a contract under the agreement."""
    return mission in MONTHS_TO_START and is_under_the_agreement(cpts, on)


def _limit(contract: ContratACI, mission: Mission, months: Mapping[Mission, int]) -> date | None:
    signed_on = day_of_signature(contract)
    if signed_on is None or mission not in months:
        return None
    if mission is Mission.CRISE and signed_on < AVENANT_2_FROM:
        raise OpenQuestion(CRISIS_CLOCK)
    return add_months(signed_on, months[mission])


def start_limit(contract: ContratACI, mission: Mission) -> date | None:
    """The last day on which a mission is started in time; ``None`` where the agreement sets none.

    Raises:
        UnknownFact: the day of signature is unknown.
        OpenQuestion: the crisis mission of a contract signed before avenant 2.
    """
    return _limit(contract, mission, MONTHS_TO_START)


def deployment_limit(contract: ContratACI, mission: Mission) -> date | None:
    """The last day on which a mission is deployed in time. Raises as :func:`start_limit` does."""
    return _limit(contract, mission, MONTHS_TO_DEPLOY)


def _is_in_time(contract: ContratACI, limit: date | None, done_by: Callable[[date], bool], on: date) -> bool:
    """Whether it was done by its last day, that day being past; a contract that was over by then leaves nothing due."""
    return limit is None or either(on <= limit, lambda: done_by(limit), lambda: contract.over_by(limit))


def is_started_in_time(mission: Mission, cpts: CPTS, on: date) -> bool:
    """Started within its months « après la signature du contrat ».

    Raises:
        OpenQuestion: the crisis mission of a contract signed before avenant 2.
    """
    contract = contract_of(cpts)
    return _is_in_time(
        contract, start_limit(contract, mission), lambda limit: contract.started_by(mission, limit), on
    )


def is_deployed_in_time(mission: Mission, cpts: CPTS, on: date) -> bool:
    """Deployed within its months « après la signature du contrat ».

    Raises:
        OpenQuestion: the crisis mission of a contract signed before avenant 2.
    """
    contract = contract_of(cpts)
    return _is_in_time(
        contract, deployment_limit(contract, mission), lambda limit: contract.deployed_by(mission, limit), on
    )


DEMARREE: Rule = attrs.evolve(
    PROJET_VALIDE,
    id="aci-cpts.mission-demarree",
    each=missions_of,
    applies=has_limits,
    holds=is_started_in_time,
    title=Text(
        "Chaque mission socle du contrat démarre dans les mois qui suivent la signature : six pour l'accès aux soins et la réponse aux crises "
        "sanitaires, douze pour les parcours et la prévention.",
        "Each socle mission of the contract starts within months of the signature: six for access to care and the response to health crises, "
        "twelve for pathways and prevention.",
    ),
    remedy=Text(
        "Démarrer la mission et en informer l'agence régionale de santé et la caisse d'assurance maladie sans attendre le dialogue de gestion.",
        "Start the mission, and tell the ARS and the health-insurance fund without waiting for the dialogue de gestion.",
    ),
    note=Text(
        "Les missions optionnelles démarrent quand la CPTS le choisit. Les suites d'un retard, hors la résiliation, n'ont pas été trouvées.",
        "Optional missions start when the CPTS chooses. What follows a delay, termination aside, was not found.",
    ),
)

DEPLOYEE = attrs.evolve(
    DEMARREE,
    id="aci-cpts.mission-deployee",
    holds=is_deployed_in_time,
    title=Text(
        "Chaque mission socle du contrat est déployée dans les mois qui suivent la signature : dix-huit pour l'accès aux soins et la réponse aux "
        "crises sanitaires, vingt-quatre pour les parcours et la prévention.",
        "Each socle mission of the contract is deployed within months of the signature: eighteen for access to care and the response to health "
        "crises, twenty-four for pathways and prevention.",
    ),
    remedy=Text(
        "Achever le déploiement de la mission et en informer l'agence régionale de santé et la caisse d'assurance maladie.",
        "Complete the deployment of the mission, and tell the ARS and the health-insurance fund.",
    ),
    note=None,
)

RULES = (SOCLES_2019, SOCLES_IN_BETWEEN, SOCLES_2022, DEMARREE, DEPLOYEE)
