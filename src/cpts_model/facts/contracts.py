"""The ACI contract: its parties, its days, its missions and how they progress."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from enum import Enum

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown, UnknownFact, any_of, either
from cpts_model.facts.checks import BadFact, inhabitants
from cpts_model.facts.envelopes import Envelope
from cpts_model.facts.missions import Mission
from cpts_model.facts.typed import Facts


class SizeClass(Enum):
    """The four sizes of CPTS of the agreement, by the population of the territory."""

    T1 = "taille-1"
    T2 = "taille-2"
    T3 = "taille-3"
    T4 = "taille-4"

    @property
    def label(self) -> Text:
        """The class, in words."""
        number = self.value.removeprefix("taille-")
        return Text(f"taille {number}", f"size {number}")

    def among(self, classes: Collection["SizeClass"]) -> bool:
        """Whether it is one of these."""
        return self in classes


@attrs.frozen(slots=True, kw_only=True, repr=False)
class MissionProgress(Facts):
    """How far a mission of the contract has come.

    Raises:
        BadFact: it was deployed before it was started, or without being started.
    """

    mission: Mission = attrs.field(metadata=label("mission", "mission"))
    started_on: date | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("mission démarrée le", "mission started on")
    )
    deployed_on: date | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("mission déployée le", "mission deployed on")
    )

    @property
    @labelled("désignation", "how it is called")
    def name(self) -> str:
        """The mission, as messages name it."""
        return self.mission.value

    def __attrs_post_init__(self) -> None:
        Facts.__attrs_post_init__(self)
        started, deployed = self.started_on, self.deployed_on
        if isinstance(deployed, date) and (
            started is None or (isinstance(started, date) and deployed < started)
        ):
            began = (
                Text("sans avoir démarré", "without being started")
                if started is None
                else Text(f"avant son démarrage le {started}", f"before it was started on {started}")
            )
            raise BadFact(
                "deployed_on",
                Text(f"déployée le {deployed}, {began.fr}", f"deployed on {deployed}, {began.en}"),
            )

    @labelled("démarrée à ce jour", "started by that day")
    def started_by(self, day: date) -> bool:
        """Whether the mission had started, on a day or before.

        Where the day it started is unknown, its deployment by then tells it.

        Raises:
            UnknownFact: neither day settles it.
        """
        started, deployed = self.started_on, self.deployed_on
        if isinstance(started, Unknown):
            if isinstance(deployed, date) and deployed <= day:
                return True
            raise UnknownFact
        return started is not None and started <= day

    @labelled("déployée à ce jour", "deployed by that day")
    def deployed_by(self, day: date) -> bool:
        """Whether the mission was deployed, on a day or before: one not started by then was not.

        Raises:
            UnknownFact: what is told of its days does not settle it.
        """
        started = self.started_on
        if started is None or (isinstance(started, date) and started > day):
            return False
        return self.deployed_on is not None and self.deployed_on <= day


@attrs.frozen(slots=True, kw_only=True, repr=False)
class ContractYear(Facts):
    """A year of a contract, from one anniversary of its signature to the next (« exercice »)."""

    number: int = attrs.field(metadata=label("rang de l'année de contrat", "number of the contract year"))
    first_day: date = attrs.field(metadata=label("premier jour", "first day"))
    last_day: date = attrs.field(metadata=label("dernier jour", "last day"))

    @property
    @labelled("désignation", "how it is called")
    def name(self) -> str:
        """The number and the days, as messages name them."""
        return f"{self.number} ({self.first_day} – {self.last_day})"

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


@attrs.frozen(slots=True, kw_only=True, repr=False)
class ContratACI(Facts):
    """A contract under an accord conventionnel interprofessionnel (CSS, art. L162-14-1).

    ``progress`` is told of every mission that has started: one that is not in it has not.
    ``dialogues_held_on`` likewise holds every dialogue de gestion that took place.

    Raises:
        BadFact: a negative population; the progress of a mission told twice.
    """

    signed_on: date | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("contrat signé le", "contract signed on")
    )
    ends_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "terme du contrat (premier jour hors contrat)", "end of the contract (first day without it)"
        ),
    )
    terminated_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "contrat résilié (premier jour hors contrat)", "contract terminated (first day without it)"
        ),
    )
    signed_by_ars: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("contrat signé par l'ARS", "signed by the ARS")
    )
    signed_by_assurance_maladie: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "contrat signé par l'organisme local d'assurance maladie",
            "signed by the local health-insurance body",
        ),
    )
    conforms_to_contrat_type: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("conforme au contrat type de l'accord", "conforms to the agreement's model contract"),
    )
    agreement_concluded_on: date | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("accord national conclu le", "national agreement concluded on")
    )
    agreement_in_force_on: date | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("accord national entré en vigueur le", "national agreement in force on"),
    )
    agreement_ends_on: date | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("terme de l'accord national", "end of the national agreement")
    )
    agreement_replaced_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "nouvel accord ou règlement arbitral publié le",
            "new agreement or arbitral settlement published on",
        ),
    )
    avenant_2_signed_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "avenant au contrat intégrant l'avenant 2 de l'accord, signé le",
            "amendment bringing avenant 2 of the agreement into the contract, signed on",
        ),
    )
    missions: tuple[Mission, ...] | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("missions du contrat", "missions of the contract")
    )
    progress: tuple[MissionProgress, ...] | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "avancement des missions démarrées (celle qui n'y figure pas n'a pas démarré)",
            "progress of the missions started (one that is not listed has not started)",
        ),
    )
    dialogues_held_on: tuple[date, ...] | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("dialogues de gestion tenus le", "dialogues de gestion held on")
    )
    population: int | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("population retenue par le contrat", "population retained by the contract"),
    )
    size_class: SizeClass | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("taille retenue par le contrat", "size class retained by the contract"),
    )
    envelopes: tuple[Envelope, ...] | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "montants que le contrat accorde, par année contractuelle",
            "amounts that the contract grants, by year of the contract",
        ),
    )

    def __attrs_post_init__(self) -> None:
        Facts.__attrs_post_init__(self)
        if isinstance(self.population, int) and self.population < 0:
            raise BadFact("population", inhabitants(self.population))
        if isinstance(self.progress, tuple):
            twice = [
                mission
                for mission, times in Counter(told.mission for told in self.progress).items()
                if times > 1
            ]
            if twice:
                word = twice[0].value
                raise BadFact("progress", Text(f"{word} figure deux fois", f"{word} is told twice"))

    def progress_of(self, mission: Mission) -> MissionProgress | Unknown:
        """How far a mission has come; one that is not told of has not started."""
        if isinstance(self.progress, Unknown):
            return self.progress
        told = (one for one in self.progress if one.mission is mission)
        return next(told, MissionProgress(mission=mission, started_on=None, deployed_on=None))

    @labelled("mission démarrée à ce jour", "mission started by that day")
    def started_by(self, mission: Mission, day: date) -> bool:
        """Whether a mission had started, on a day or before.

        Raises:
            UnknownFact: what is told of its progress does not settle it.
        """
        return any_of(self.progress, lambda told: told.mission is mission and told.started_by(day))

    @labelled("mission déployée à ce jour", "mission deployed by that day")
    def deployed_by(self, mission: Mission, day: date) -> bool:
        """Whether a mission was deployed, on a day or before.

        Raises:
            UnknownFact: what is told of its progress does not settle it.
        """
        return any_of(self.progress, lambda told: told.mission is mission and told.deployed_by(day))

    @labelled(
        "dialogue de gestion tenu entre ces deux jours", "dialogue de gestion held between the two days"
    )
    def dialogue_held(self, first: date, last: date) -> bool:
        """Whether a dialogue de gestion took place between two days, both included.

        Raises:
            UnknownFact: the dialogues are unknown.
        """
        return any(first <= held <= last for held in self.dialogues_held_on)

    @labelled("contrat terminé à ce jour", "contract over by that day")
    def over_by(self, day: date) -> bool:
        """Whether the contract has come to its end, or was terminated, on a day or before.

        Raises:
            UnknownFact: one of the two days is unknown, and the other does not settle it.
        """
        return either(
            lambda: self.terminated_on is not None and self.terminated_on <= day,
            lambda: self.ends_on is not None and self.ends_on <= day,
        )
