"""The statutes of an association, as far as they were read: who may join, who votes, who leaves.

No clause has a default: what was not read is UNKNOWN, and every answer that turns on it is
undetermined. ``None`` says that the statutes were read and have no such clause.
"""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown, UnknownFact, any_of, both
from cpts_model.facts.checks import BadFact
from cpts_model.facts.families import Family
from cpts_model.facts.memberships import EndCause, Member
from cpts_model.facts.modes import Mode
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.organs import Organ
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.projets import Territory
from cpts_model.facts.typed import Facts


@attrs.frozen(slots=True, kw_only=True)
class Quorum(Facts):
    """How many electors must be there for an assembly to decide: a fraction of them, and a floor.

    Raises:
        BadFact: a fraction that is none.
    """

    numerator: int = attrs.field(metadata=label("numérateur de la fraction", "numerator of the fraction"))
    denominator: int = attrs.field(
        metadata=label("dénominateur de la fraction", "denominator of the fraction")
    )
    strictly_more: bool = attrs.field(
        default=False, metadata=label("plus de cette fraction", "more than the fraction")
    )
    at_least: int | None = attrs.field(
        default=None, metadata=label("nombre minimal de présents", "least number present")
    )
    counts_proxies: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("les pouvoirs comptent dans le quorum", "proxies count towards the quorum"),
    )

    def __attrs_post_init__(self) -> None:
        Facts.__attrs_post_init__(self)
        if self.denominator < 1:
            raise BadFact("denominator", f"{self.denominator}: write 4 for a quarter")
        if not 0 <= self.numerator <= self.denominator:
            raise BadFact("numerator", f"{self.numerator}/{self.denominator} is no part of a whole")

    def needed(self, electors: int) -> int:
        """How many must be there, of so many electors."""
        share = self.numerator * electors
        least = share // self.denominator + 1 if self.strictly_more else -(-share // self.denominator)
        return max(least, self.at_least or 0)


@attrs.frozen(slots=True, kw_only=True)
class Statutes(Facts):
    """The statutes of an association, or its règlement intérieur where they leave it that.

    ``in_force_since`` dates a version: the one that governs a day is the newest that had
    begun. ``None`` says that no day was told: it then governs every earlier day too.

    Raises:
        BadFact: an amount, a number of days or a month that cannot be.
    """

    in_force_since: date | None = attrs.field(
        default=None, metadata=label("statuts en vigueur depuis", "statutes in force since")
    )
    read_on: date | None = attrs.field(default=None, metadata=label("statuts lus le", "statutes read on"))
    read_at: str | None = attrs.field(
        default=None, metadata=label("où les statuts ont été lus", "where the statutes were read")
    )
    colleges: tuple[College, ...] | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("collèges", "colleges")
    )
    natural_persons_only: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("personnes physiques seulement", "natural persons only")
    )
    minimum_age: int | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("âge minimal pour adhérer", "least age to join")
    )
    charter_required: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("charte ou règlement intérieur à signer", "a charter or internal rules to sign"),
    )
    admission_by: Organ | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("admission décidée par", "admission decided by")
    )
    discretionary_veto: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("refus discrétionnaire, sans motif", "refusal at discretion, without reasons"),
    )
    fee: Decimal | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("cotisation (euros)", "fee (euros)")
    )
    period: FeePeriod | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("période couverte par la cotisation", "period covered by the fee")
    )
    season_first_month: int | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("premier mois de la saison (1 à 12)", "first month of the season (1 to 12)")
    )  # fmt: skip
    fee_refunded: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("cotisation remboursée à qui part", "fee paid back to whoever leaves"),
    )
    vote_requires_fee: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("droit de vote réservé aux membres à jour de cotisation", "only the paid up may vote"),
    )
    votes_by_college: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("vote par collège, avec pondération", "weighted votes by college")
    )
    quorum: Quorum | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("quorum de l'assemblée générale", "quorum of the general assembly")
    )
    proxies_per_member: int | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "pouvoirs qu'un membre peut porter (null : sans limite)",
            "proxies one member may hold (null: no limit)",
        ),
    )
    convening_days: int | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("délai de convocation (jours)", "notice of the assembly (days)")
    )
    end_causes: tuple[EndCause, ...] | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("causes de fin de l'adhésion", "causes that end a membership")
    )
    notice: int | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("préavis exigé de qui démissionne (jours)", "notice asked of whoever resigns (days)"),
    )
    exclusion_by: Organ | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("exclusion prononcée par", "exclusion decided by")
    )
    exclusion_requires_hearing: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("membre entendu avant l'exclusion", "a member is heard before an exclusion"),
    )
    president_is_health_professional: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("présidence réservée à un professionnel de santé", "only a health professional presides"),
    )  # fmt: skip
    signatories: int | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("membres signataires des statuts", "members who signed the statutes")
    )

    def __attrs_post_init__(self) -> None:
        Facts.__attrs_post_init__(self)
        if isinstance(self.fee, Decimal) and not (self.fee.is_finite() and self.fee >= 0):
            raise BadFact("fee", f"{self.fee} is not an amount of euros")
        for name in ("minimum_age", "proxies_per_member", "convening_days", "notice", "signatories"):
            number = getattr(self, name)
            if isinstance(number, int) and number < 0:
                raise BadFact(name, f"{number} is less than none")
        if isinstance(self.season_first_month, int) and not 1 <= self.season_first_month <= 12:
            raise BadFact("season_first_month", f"{self.season_first_month} is no month: write 1 to 12")
        if isinstance(self.colleges, tuple):
            _refuse_two_of_a_name(self.colleges)

    @labelled("collège de ce nom", "college of that name")
    def college_called(self, name: str) -> College | None:
        """The college of a name; ``None`` when the statutes have none of that name.

        Raises:
            UnknownFact: the colleges were not read.
        """
        return next((college for college in self.colleges or () if college.name == name), None)


def _refuse_two_of_a_name(colleges: tuple[College, ...]) -> None:
    names = [college.name for college in colleges]
    for index, name in enumerate(names):
        if name in names[:index]:
            raise BadFact(f"colleges[{index}].name", f"two colleges are called {name!r}")


def versions_of(told: Any) -> Any:
    """Statutes told alone as the only version."""
    return (told,) if isinstance(told, Statutes) else told


def governing(versions: tuple[Statutes, ...] | None | Unknown, on: date) -> Statutes | None:
    """The version in force on a day; ``None`` where there are no statutes.

    Raises:
        UnknownFact: the statutes are unknown, or those of so early a day were not told.
    """
    if versions is None:
        return None
    begun = [
        statutes for statutes in versions if statutes.in_force_since is None or statutes.in_force_since <= on
    ]
    if not begun:
        raise UnknownFact
    return max(begun, key=lambda statutes: statutes.in_force_since or date.min)
