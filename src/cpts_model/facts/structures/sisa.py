"""The société interprofessionnelle de soins ambulatoires."""

from datetime import date
from enum import Enum

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.checks import BadFact
from cpts_model.facts.memberships import Membership
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.people import Professional
from cpts_model.facts.structures.base import Structure


class DeathClause(Enum):
    """What the statutes of a société civile say of the death of a partner (code civil, art. 1870)."""

    HEIRS = "heritiers-ou-legataires"
    HEIRS_IF_AGREED = "heritiers-agrees"
    DESIGNATED = "conjoint-certains-heritiers-ou-personne-designee"
    SURVIVORS = "seuls-associes-survivants"
    DISSOLUTION = "dissolution"

    @property
    def label(self) -> Text:
        """The clause, in words."""
        return _DEATH_CLAUSES[self]

    @property
    def asks_agreement(self) -> bool:
        """Whether heirs join only if the partners agree them."""
        return self is DeathClause.HEIRS_IF_AGREED

    @property
    def chooses_who_joins(self) -> bool:
        """Whether the company goes on with the spouse, with some of the heirs, or with whom the statutes name."""
        return self is DeathClause.DESIGNATED

    @property
    def keeps_heirs_out(self) -> bool:
        """Whether the survivors go on alone."""
        return self is DeathClause.SURVIVORS

    @property
    def dissolves(self) -> bool:
        """Whether the death dissolves the company."""
        return self is DeathClause.DISSOLUTION


_DEATH_CLAUSES = {
    DeathClause.HEIRS: Text(
        "continue avec les héritiers ou légataires", "goes on with the heirs or legatees"
    ),
    DeathClause.HEIRS_IF_AGREED: Text(
        "continue avec les héritiers ou légataires que les associés agréent",
        "goes on with the heirs or legatees whom the partners agree",
    ),
    DeathClause.DESIGNATED: Text(
        "continue avec le conjoint survivant, certains des héritiers ou une personne désignée",
        "goes on with the surviving spouse, some of the heirs or a person named",
    ),
    DeathClause.SURVIVORS: Text(
        "continue avec les seuls associés survivants", "goes on with the surviving partners alone"
    ),
    DeathClause.DISSOLUTION: Text("est dissoute", "is dissolved"),
}


@attrs.frozen(slots=True, kw_only=True, repr=False)
class SISA(Structure):
    """A société interprofessionnelle de soins ambulatoires (CSP, art. L4041-1 s.).

    The members with ``associe=True`` are its partners.

    Raises:
        BadFact: a court would have dissolved it without, or before, being asked to.
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
    statutes_on_withdrawal: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "statuts réglant le retrait d'un associé", "statutes provide for a partner's withdrawal"
        ),
    )
    statutes_on_death: DeathClause | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "au décès d'un associé, d'après les statuts, la société",
            "at the death of a partner, by the statutes, the company",
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
    dissolution_requested_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "dissolution demandée au tribunal, faute du minimum, le",
            "dissolution asked of the court, for want of the minimum, on",
        ),
    )
    delay_extended_until: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "délai prolongé par le tribunal jusqu'au (dernier jour)",
            "delay extended by the court until (last day)",
        ),
    )
    dissolved_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "dissolution prononcée par le tribunal, faute du minimum, le",
            "dissolved by the court, for want of the minimum, on",
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

    def __attrs_post_init__(self) -> None:
        Structure.__attrs_post_init__(self)
        asked, dissolved = self.dissolution_requested_on, self.dissolved_on
        if isinstance(dissolved, date) and (asked is None or (isinstance(asked, date) and dissolved < asked)):
            raise BadFact(
                "dissolved_on",
                Text(
                    f"dissoute le {dissolved}, et dissolution {f'demandée le {asked}' if asked else 'jamais demandée'} : "
                    "indiquer quel jour, antérieur, elle a été demandée, ou ne pas l'indiquer",
                    f"dissolved on {dissolved}, and dissolution asked {asked or 'never'}: "
                    "say on which earlier day it was asked, or leave that out",
                ),
            )

    @property
    @labelled("nature de la structure", "kind of structure")
    def organisation_kind(self) -> OrganisationKind:
        """A maison de santé, when the company is one; otherwise a company and nothing else."""
        return OrganisationKind.MAISON_DE_SANTE if self.is_maison_de_sante else OrganisationKind.OTHER

    @labelled("dite sous le minimum depuis un autre jour", "said to be below the minimum since another day")
    def said_below_since_other_than(self, day: date, on: date) -> bool:
        """Whether another day up to ``on`` is told to be the one since which it is below the minimum.

        A later day, or none, says nothing of a time that began before it was told.
        """
        told = self.below_minimum_since
        return isinstance(told, date) and told <= on and told != day

    @labelled("associés ce jour-là", "partners that day")
    def partners_on(self, day: date) -> tuple[Membership, ...]:
        """The memberships of its partners on a day. Raises as ``members_on`` does."""
        return tuple(
            membership for membership in self.members if membership.associe and membership.running_on(day)
        )
