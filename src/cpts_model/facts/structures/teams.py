"""The équipe de soins primaires and the équipe de soins spécialisés."""

from decimal import Decimal
from enum import Enum
from typing import ClassVar

import attrs

from cpts_model.engine.labels import label
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.structures.base import Structure


class TeamForm(Enum):
    """The form that an équipe de soins primaires takes, when it takes one."""

    CENTRE_DE_SANTE = "centre-de-sante"
    MAISON_DE_SANTE = "maison-de-sante"
    OTHER = "autre"

    @property
    def label(self) -> Text:
        """The form's name."""
        return _TEAM_FORMS[self]

    @property
    def is_named_by_law(self) -> bool:
        """Whether article L1411-11-1 names it."""
        return self is not TeamForm.OTHER


_TEAM_FORMS = {
    TeamForm.CENTRE_DE_SANTE: Text("centre de santé", "centre de santé"),
    TeamForm.MAISON_DE_SANTE: Text("maison de santé", "maison de santé"),
    TeamForm.OTHER: Text("autre forme", "another form"),
}


@attrs.frozen(slots=True, kw_only=True, repr=False)
class EquipeDeSoinsPrimaires(Structure):
    """An équipe de soins primaires (CSP, art. L1411-11-1). It needs no legal personality."""

    _kind: ClassVar[OrganisationKind] = OrganisationKind.EQUIPE_DE_SOINS_PRIMAIRES

    form: TeamForm | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("forme prise par l'équipe", "form the team takes")
    )
    structures_pathways: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("contribue à la structuration des parcours de santé", "helps structure care pathways"),
    )


@attrs.frozen(slots=True, kw_only=True, repr=False)
class EquipeDeSoinsSpecialises(Structure):
    """An équipe de soins spécialisés (CSP, art. L1411-11-1): not an équipe de soins primaires."""

    _kind: ClassVar[OrganisationKind] = OrganisationKind.EQUIPE_DE_SOINS_SPECIALISES

    coordinates_with_territory: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "travaille de façon coordonnée avec les acteurs du territoire, dont les équipes de soins primaires",
            "works in coordination with the actors of the territory, équipes de soins primaires among them",
        ),
    )
    structures_pathways: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "contribue à la structuration des parcours avec le premier recours",
            "helps structure care pathways with primary care",
        ),
    )
    share_of_specialists: Decimal | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "part des libéraux de la spécialité du territoire (de 0 à 1)",
            "share of the territory's private specialists (0 to 1)",
        )
        | {"cpts_model.decimals": 4},
    )
    specialists_in_territory: int | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "spécialistes de la spécialité présents sur le territoire",
            "specialists of the speciality in the territory",
        ),
    )
    covers_departement: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("territoire au moins départemental", "territory of a département at least"),
    )
    other_team_on_territory: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "autre équipe de la spécialité sur le territoire",
            "another team of the speciality on the territory",
        ),
    )
    single_pathology: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("limitée à une seule pathologie", "limited to a single pathology")
    )
    governed_by_liberal_natural_persons: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "gouvernance de médecins libéraux personnes physiques",
            "governed by private doctors, natural persons",
        ),
    )
