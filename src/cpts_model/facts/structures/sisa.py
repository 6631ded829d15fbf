"""The société interprofessionnelle de soins ambulatoires."""

from datetime import date

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.memberships import Membership
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.people import Professional
from cpts_model.facts.structures.base import Structure


@attrs.frozen(slots=True, kw_only=True)
class SISA(Structure):
    """A société interprofessionnelle de soins ambulatoires (CSP, art. L4041-1 s.).

    The members with ``associe=True`` are its partners.
    """

    salaried: tuple[Professional, ...] | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("professionnels de santé salariés", "salaried health professionals")
    )
    is_maison_de_sante: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("la SISA est une maison de santé", "the SISA is a maison de santé")
    )
    pools_means: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("objet : mise en commun de moyens", "object: pooling of means")
    )
    joint_activities: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "objet : coordination thérapeutique, éducation thérapeutique ou coopération exercées en commun",
            "object: joint therapeutic coordination, therapeutic education or cooperation",
        ),
    )
    statutes_allow_employment: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "statuts prévoyant des soins par des professionnels salariés",
            "statutes provide for care by salaried professionals",
        ),
    )
    statutes_allow_redistribution: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "statuts prévoyant l'encaissement et la redistribution des rémunérations",
            "statutes provide for collecting and redistributing pay",
        ),
    )
    pay_recipients_signed_projet: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "tous les professionnels rémunérés sont signataires du projet de santé",
            "all the professionals paid have signed the projet de santé",
        ),
    )
    statutes_written: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("statuts écrits", "statutes in writing")
    )
    statutes_sent_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "statuts transmis aux ordres et à l'ARS le", "statutes sent to the ordres and the ARS on"
        ),
    )
    statutes_have_required_mentions: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "statuts comportant les mentions obligatoires", "statutes hold the compulsory mentions"
        ),
    )
    registered_on: date | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("immatriculée le", "registered on")
    )
    below_minimum_since: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "sous le minimum de deux médecins et un auxiliaire depuis le",
            "below the minimum of two doctors and one auxiliaire since",
        ),
    )
    without_gerant_since: date | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("dépourvue de gérant depuis le", "without a manager since")
    )
    employs_profession_with_ordre: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("emploie une profession dotée d'un ordre", "employs a profession that has an ordre"),
    )
    registered_with_ordre_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "inscrite au tableau de chacun des ordres concernés, en dernier lieu le",
            "registered with each ordre concerned, last on",
        ),
    )
    first_employment_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "premier salarié d'une profession à ordre employé le",
            "first employed a profession with an ordre on",
        ),
    )
    acts_as_groupement_d_employeurs: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "agit comme groupement d'employeurs pour ses associés",
            "acts as an employers' grouping for its partners",
        ),
    )
    statutes_mention_groupement: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "statuts mentionnant le groupement d'employeurs et la responsabilité solidaire",
            "statutes mention the employers' grouping and the joint liability",
        ),
    )
    groupement_separate_accounts: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "comptabilité séparée du groupement d'employeurs", "separate accounts of the employers' grouping"
        ),
    )

    @property
    @labelled("nature de la structure", "kind of structure")
    def organisation_kind(self) -> OrganisationKind:
        """A maison de santé, when the company is one; otherwise a company and nothing else."""
        return OrganisationKind.MAISON_DE_SANTE if self.is_maison_de_sante else OrganisationKind.OTHER

    @labelled("associés ce jour-là", "partners that day")
    def partners_on(self, day: date) -> tuple[Membership, ...]:
        """The memberships of its partners on a day. Raises as ``members_on`` does."""
        return tuple(
            membership for membership in self.members if membership.associe and membership.running_on(day)
        )
