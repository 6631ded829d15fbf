"""The communauté professionnelle territoriale de santé."""

from datetime import date
from typing import ClassVar

import attrs

from cpts_model.engine.labels import label
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.contracts import ContratACI, Mission, Payment
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.projets import Territory
from cpts_model.facts.structures.base import Structure


@attrs.frozen(slots=True, kw_only=True)
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
