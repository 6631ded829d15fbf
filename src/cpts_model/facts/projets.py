"""The projet de santé and its territorial diagnosis."""

from datetime import date
from enum import Enum

import attrs

from cpts_model.engine.dates import add_months, first_day_after, months_elapsed
from cpts_model.engine.labels import label, labelled
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown, UnknownFact
from cpts_model.facts.checks import BadFact
from cpts_model.facts.territories import Territory
from cpts_model.facts.typed import Facts


class OppositionGround(Enum):
    """On what ground the ARS opposed a projet de santé of a CPTS."""

    PRS_OBJECTIVES = "objectifs-du-prs"
    TERRITORY = "pertinence-du-territoire"
    OTHER = "autre"

    @property
    def label(self) -> Text:
        """The ground's name."""
        return _GROUNDS[self]

    @property
    def is_statutory(self) -> bool:
        """Whether it is one of the two grounds of article L1434-12."""
        return self is not OppositionGround.OTHER


_GROUNDS = {
    OppositionGround.PRS_OBJECTIVES: Text(
        "non-respect des objectifs du projet régional de santé",
        "disregard of the regional health plan's objectives",
    ),
    OppositionGround.TERRITORY: Text(
        "pertinence du territoire d'action", "relevance of the territory of action"
    ),
    OppositionGround.OTHER: Text("autre motif", "another ground"),
}


@attrs.frozen(slots=True, kw_only=True, repr=False)
class DiagnosticTerritorial(Facts):
    """The diagnosis a projet rests on: quantitative and qualitative (practice, no article)."""

    done_on: date | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("date du diagnostic", "date of the diagnosis")
    )
    quantitative: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "données quantitatives (ARS, assurance maladie, Insee…)",
            "quantitative data (ARS, health insurance, Insee…)",
        ),
    )
    qualitative: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("retours qualitatifs des professionnels", "qualitative input from professionals"),
    )
    needs: tuple[str, ...] | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("besoins relevés", "needs found")
    )


@attrs.frozen(slots=True, kw_only=True, repr=False)
class ProjetDeSante(Facts):
    """The projet de santé of a structure and what became of it.

    Raises:
        BadFact: a complete file received before the projet was transmitted.
    """

    drawn_up_by_members: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("projet élaboré par les membres", "drawn up by the members")
    )
    drawn_up_on: date | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("projet élaboré le", "drawn up on")
    )
    statutory_object: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "projet ayant l'objet que donne la loi (coordination, prévention, santé, réduction des inégalités)",
            "has the object the law gives it (coordination, prevention, health, fewer inequalities)",
        ),
    )
    transmitted_on: date | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("projet transmis à l'ARS le", "sent to the ARS on")
    )
    received_complete_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("dossier complet reçu par l'ARS le", "complete file received by the ARS on"),
    )
    validated_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("projet expressément validé par l'ARS le", "expressly validated by the ARS on"),
    )
    opposed_on: date | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("opposition de l'ARS le", "opposed by the ARS on")
    )
    opposition_notified_on: date | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("opposition notifiée le", "opposition notified on")
    )
    opposition_ground: OppositionGround | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("motif de l'opposition", "ground of the opposition")
    )
    opposition_reasoned: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("opposition motivée", "opposition states its reasons")
    )
    attestation_requested_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("attestation d'acceptation demandée le", "attestation of acceptance asked for on"),
    )
    attestation_issued_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("attestation d'acceptation délivrée le", "attestation of acceptance issued on"),
    )
    withdrawn_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("validation retirée par l'ARS le", "validation withdrawn by the ARS on"),
    )
    withdrawn_as_unlawful: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "retrait motivé par l'illégalité de la validation",
            "withdrawn on the ground that the validation was unlawful",
        ),
    )
    territory: Territory | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "territoire d'action précisé par le projet", "territory of action stated by the projet"
        ),
    )
    diagnostic: DiagnosticTerritorial | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("diagnostic territorial", "territorial diagnosis")
    )
    compatible_with_schema: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "compatible avec les orientations des schémas régionaux",
            "compatible with the orientations of the regional plans",
        ),
    )
    conform_to_schema: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "conforme aux orientations des schémas régionaux",
            "conforms to the orientations of the regional plans",
        ),
    )
    follows_cahier_des_charges: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("respecte le cahier des charges ministériel", "follows the ministerial specification"),
    )
    covers_accessibility: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "tend à l'accessibilité, à la continuité et à la coordination des soins",
            "aims at accessible, continuous and coordinated care",
        ),
    )
    reglement_de_fonctionnement_annexed: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("règlement de fonctionnement annexé", "operating rules annexed")
    )
    distinct_from_hospital_projet: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "distinct du projet de l'établissement de santé", "distinct from the hospital's own project"
        ),
    )

    def __attrs_post_init__(self) -> None:
        Facts.__attrs_post_init__(self)
        sent, received = self.transmitted_on, self.received_complete_on
        if isinstance(sent, date) and isinstance(received, date) and received < sent:
            raise BadFact(
                "received_complete_on",
                Text(
                    f"dossier complet reçu le {received}, avant la transmission le {sent}",
                    f"received complete on {received}, before it was sent on {sent}",
                ),
            )

    @labelled(
        "dossier complet depuis plus de ce nombre de mois", "file complete for more than so many months"
    )
    def complete_for(self, months: int, day: date) -> bool:
        """Whether the ARS has held the complete file for more than so many legal months.

        A file cannot have been received before it was sent: one never sent, or sent too
        lately, settles it, even where the day it was complete is unknown.
        """
        return self.transmitted_on is not None and self.past_the_delay(months, day)

    @labelled("dernier jour du délai", "last day of the delay")
    def last_day_of(self, months: int) -> date | None:
        """The last day of the delay that runs from the complete file; ``None`` without a complete file.

        Raises:
            UnknownFact: the day of the complete file is unknown.
        """
        received = self.received_complete_on
        if isinstance(received, Unknown):
            raise UnknownFact
        return None if received is None else add_months(received, months)

    @labelled("premier jour après le délai", "first day past the delay")
    def first_day_past(self, months: int) -> date | None:
        """The day after the last day of the delay. Raises as ``last_day_of`` does."""
        last = self.last_day_of(months)
        return None if last is None else first_day_after(last, 0)

    @labelled("projet transmis à l'ARS avant ce jour", "sent to the ARS before that day")
    def sent_before(self, day: date) -> bool:
        """Whether the projet was sent to the ARS before a day.

        Where the day it was sent is unknown, a complete file received before tells it.

        Raises:
            UnknownFact: neither day settles it.
        """
        sent, received = self.transmitted_on, self.received_complete_on
        if isinstance(sent, Unknown):
            if isinstance(received, date) and received < day:
                return True
            raise UnknownFact
        return sent is not None and sent < day

    @labelled("opposition de l'ARS intervenue", "opposed by the ARS")
    def opposed_by(self, day: date) -> bool:
        """Whether the ARS has opposed the projet, on a day or before."""
        return self.opposed_on is not None and self.opposed_on <= day

    @labelled("opposition signée dans ce nombre de mois", "opposition signed within so many months")
    def opposition_signed_within(self, months: int) -> bool:
        """Whether the opposition was signed within so many months of the complete file."""
        return self.opposed_on is not None and not self.past_the_delay(months, self.opposed_on)

    @labelled("opposition notifiée dans ce nombre de mois", "opposition notified within so many months")
    def opposition_notified_within(self, months: int) -> bool:
        """Whether the opposition was notified within so many months of the complete file."""
        notified = self.opposition_notified_on
        return notified is not None and not self.past_the_delay(months, notified)

    @labelled("délai passé depuis le dossier complet", "past the delay that runs from the complete file")
    def past_the_delay(self, months: int, day: date | Unknown) -> bool:
        """Whether a day is past the delay that runs from the complete file; no file, no delay.

        Where the day of the complete file is unknown, that of sending may settle it: no file
        is received before it is sent.

        Raises:
            UnknownFact: the day is unknown, or what is told of the file does not settle it.
        """
        received = self.received_complete_on
        if isinstance(day, Unknown):
            raise UnknownFact
        if isinstance(received, Unknown):
            if _sent_too_lately(self.transmitted_on, months, day):
                return False
            raise UnknownFact
        return received is not None and months_elapsed(received, months, day)


def _sent_too_lately(sent: date | None | Unknown, months: int, day: date) -> bool:
    """Whether a projet was sent so lately that no delay from its complete file can be over on a day."""
    return isinstance(sent, date) and not months_elapsed(sent, months, day)
