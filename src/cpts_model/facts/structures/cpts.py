"""The communauté professionnelle territoriale de santé."""

from datetime import date
from typing import ClassVar

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.contracts import ContratACI
from cpts_model.facts.missions import Mission
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.payments import Payment
from cpts_model.facts.sending import LetterOfIntent, SentDocument
from cpts_model.facts.structures.base import Structure
from cpts_model.facts.territories import Territory


@attrs.frozen(slots=True, kw_only=True, repr=False)
class CPTS(Structure):
    """A communauté professionnelle territoriale de santé (CSP, art. L1434-12)."""

    _kind: ClassVar[OrganisationKind] = OrganisationKind.CPTS

    territory: Territory | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("territoire", "territory")
    )
    contract: ContratACI | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("contrat ACI", "ACI contract")
    )
    convention_signed_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "convention avec l'ARS et la caisse signée le",
            "convention with the ARS and the health-insurance fund signed on",
        ),
    )
    public_service_missions: tuple[Mission, ...] | Unknown | None = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "missions de service public confiées par la convention",
            "public-service missions entrusted by the convention",
        ),
    )
    payments: tuple[Payment, ...] | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("versements aux professionnels", "payments to professionals")
    )
    letter_of_intent: LetterOfIntent | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("lettre d'intention", "letter of intent")
    )
    documents: tuple[SentDocument, ...] | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "documents envoyés à l'ARS et à l'assurance maladie",
            "documents sent to the ARS and to health insurance",
        ),
    )

    @property
    @labelled("territoire d'action", "territory of action")
    def territory_of_action(self) -> Territory | None | Unknown:
        """Its territory or, where it is told to have none of its own, that which its projet de santé states."""
        if self.territory is not None:
            return self.territory
        projet = self.projet
        if isinstance(projet, Unknown):
            return projet
        return None if projet is None else projet.territory

    @labelled("a une commune en partage avec cette CPTS", "shares a commune with this CPTS")
    def shares_territory_with(self, other: "CPTS") -> bool:
        """Whether a commune belongs to the territories of both.

        Raises:
            UnknownFact: one of the territories is unknown.
        """
        one, two = self.territory_of_action, other.territory_of_action
        return one is not None and two is not None and one.overlaps(two)

    @labelled("territoires voisins ou communs", "neighbouring or common territories")
    def borders_on(self, other: "CPTS") -> bool:
        """Whether the territories of the two overlap or are neighbours, as they declare.

        Raises:
            UnknownFact: what is told of them does not settle it.
        """
        one, two = self.territory_of_action, other.territory_of_action
        return one is not None and two is not None and one.touches(two)
