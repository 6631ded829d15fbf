"""The centre de santé."""

from datetime import date
from typing import ClassVar

import attrs

from cpts_model.engine.labels import label
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.structures.base import Structure


@attrs.frozen(slots=True, kw_only=True, repr=False)
class CentreDeSante(Structure):
    """A centre de santé (CSP, art. L6323-1): an activity of its manager, not a legal person."""

    _kind: ClassVar[OrganisationKind] = OrganisationKind.CENTRE_DE_SANTE

    manager: Organisation | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("gestionnaire", "managing body")
    )
    salaried_only: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "tous les professionnels sont salariés (ou bénévoles)",
            "every professional is salaried (or a volunteer)",
        ),
    )
    opened_on: date | None | Unknown = attrs.field(default=UNKNOWN, metadata=label("ouvert le", "opened on"))
    conformity_commitment_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "engagement de conformité remis à l'ARS le", "conformity commitment handed to the ARS on"
        ),
    )
    conformity_receipt_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("récépissé de l'engagement de conformité", "receipt of the conformity commitment"),
    )
    profits_distributed: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("bénéfices distribués", "profits distributed")
    )
    premier_recours: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("activités de premier recours", "primary care activities")
    )
    prevention_diagnosis_and_care: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "activités de prévention, de diagnostic et de soins à la fois",
            "prevention, diagnosis and care, all three",
        ),
    )
    diagnosis_only: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("activité exclusive de diagnostic", "diagnosis only")
    )
    accommodation: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("soins avec hébergement", "care with accommodation")
    )
    principally_reimbursable: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "à titre principal, prestations remboursables par l'assurance maladie",
            "principally services reimbursable by health insurance",
        ),
    )
    agrement_activity: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "activités dentaires, ophtalmologiques ou orthoptiques",
            "dental, ophthalmological or orthoptic activities",
        ),
    )
    agrement_activity_since: date | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "activités soumises à agrément exercées depuis le",
            "activities that need an agrément carried on since",
        ),
    )
    agrement_on: date | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("agrément de l'ARS du", "agrément of the ARS of")
    )
    agrement_filed_on: date | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("demande d'agrément déposée le", "agrément applied for on")
    )
