"""The maison de santé."""

from datetime import date
from typing import ClassVar

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown, either
from cpts_model.facts.checks import BadFact
from cpts_model.facts.contracts import ContratACI
from cpts_model.facts.indicateurs_msp import IndicateursMSP
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.structures.base import Structure
from cpts_model.facts.structures.sisa import SISA


@attrs.frozen(slots=True, kw_only=True, repr=False)
class MaisonDeSante(Structure):
    """A maison de santé (CSP, art. L6323-3): a legal person, whatever its form."""

    _kind: ClassVar[OrganisationKind] = OrganisationKind.MAISON_DE_SANTE

    sisa: SISA | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("SISA qui la porte", "SISA that carries it")
    )
    contract: ContratACI | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("contrat ACI", "ACI contract")
    )
    indicateurs: tuple[IndicateursMSP, ...] | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("indicateurs de l'ACI, par année civile", "indicators of the ACI, by civil year"),
    )
    accommodation: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("soins avec hébergement", "care with accommodation")
    )
    public_health_actions: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "actions de santé publique, de prévention, d'éducation pour la santé ou sociales",
            "public health, prevention, health education or social actions",
        ),
    )
    universitaire: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("se dit universitaire", "calls itself a university maison de santé")
    )
    university_convention_signed_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "convention tripartite (ARS, et établissement public d'enseignement supérieur doté d'une UFR de médecine, de pharmacie "
            "ou d'odontologie) signée le",
            "tripartite convention (ARS, and a public higher-education establishment with a faculty of medicine, pharmacy or dentistry) "
            "signed on",
        ),
    )
    child_obesity_pathway: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "parcours surpoids ou obésité de l'enfant", "pathway for overweight or obese children"
        ),
    )
    child_obesity_pathway_prescribed: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "parcours sur prescription médicale, pour des enfants de trois à douze ans",
            "pathway on medical prescription, for children aged three to twelve",
        ),
    )

    def __attrs_post_init__(self) -> None:
        Structure.__attrs_post_init__(self)
        form = self.legal_form
        if form in (None, LegalForm.NATURAL_PERSON) and isinstance(self.sisa, SISA):
            raise BadFact(
                "sisa",
                Text(
                    "portée par une SISA, qui est une personne morale : on ne peut pas la dire sans forme juridique",
                    "carried by a SISA, which is a legal person: its legal form cannot be none",
                ),
            )

    @property
    @labelled("constituée sous forme de SISA", "constituted as a SISA")
    def is_constituted_as_sisa(self) -> bool:
        """Whether the maison de santé is a SISA: by its legal form, or by the SISA that carries it.

        Raises:
            UnknownFact: neither is told, or the one told does not settle it.
        """
        return either(
            lambda: self.legal_form is not None and self.legal_form.is_sisa,
            lambda: self.sisa is not None and bool(self.sisa.id),
        )
