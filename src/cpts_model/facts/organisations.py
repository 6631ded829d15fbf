"""Organisations: what they do, under which legal form."""

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.people import Actor


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Organisation(Actor):
    """A legal person, or an establishment of one, that takes part as such."""

    id: str = attrs.field(
        metadata=label("identifiant dans le dossier", "identifier in the dossier", personal="id")
    )
    name: str | Unknown = attrs.field(default=UNKNOWN, metadata=label("nom", "name", personal="name"))
    kind: OrganisationKind | Unknown = attrs.field(default=UNKNOWN, metadata=label("nature", "kind"))
    legal_form: LegalForm | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("forme juridique", "legal form")
    )
    finess: str | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("numéro FINESS", "FINESS number", personal="number")
    )
    siren: str | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("numéro SIREN", "SIREN number", personal="number")
    )
    siret: str | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("numéro SIRET", "SIRET number", personal="number")
    )
    finess_category: str | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("catégorie FINESS", "FINESS category")
    )
    practises_premier_recours: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("assure des soins de premier recours", "provides primary care (premier recours)"),
    )
    practises_second_recours: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("assure des soins de second recours", "provides second-line care (second recours)"),
    )
    non_profit: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("organisme à but non lucratif", "non-profit body")
    )
    manages_private_health_establishment: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("gère un établissement de santé privé", "manages a private health establishment"),
    )
    legal_person_members_admissible: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "SCIC : toutes les personnes morales associées sont de celles que l'article admet",
            "SCIC: every legal person that is a member is one the article admits",
        ),
    )
    leaders_have_conflicting_interests: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "un dirigeant a un intérêt dans une entreprise privée qui fournit l'organisme gestionnaire",
            "an executive has an interest in a private company that supplies the managing body",
        ),
    )

    @property
    @labelled("personne physique", "natural person")
    def is_natural_person(self) -> bool:
        """Never: an organisation is a legal person or an establishment of one."""
        return False

    @property
    @labelled("assure des soins de premier recours", "provides primary care")
    def gives_premier_recours(self) -> bool:
        """Whether primary care is declared (CSP, art. L1411-11)."""
        return bool(self.practises_premier_recours)

    @property
    @labelled("assure des soins de second recours", "provides second-line care")
    def gives_second_recours(self) -> bool:
        """Whether second-line care is declared (CSP, art. L1411-12)."""
        return bool(self.practises_second_recours)
