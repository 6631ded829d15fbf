"""The statutes of an association, as far as they were read: who may join, who votes, who leaves.

No clause has a default: what was not read is UNKNOWN, and every answer that turns on it is
undetermined. ``None`` says that the statutes were read and have no such clause.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from cpts_model.engine.dates import Period
from cpts_model.engine.labels import label, labelled
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, OpenQuestion, Unknown, UnknownFact, any_of, both, either
from cpts_model.facts.checks import BadFact, less_than_none, not_euros
from cpts_model.facts.colleges import Admits, College, Criterion
from cpts_model.facts.fees import NO_PERIOD, FeePeriod, days_covered
from cpts_model.facts.memberships import EndCause, FeePayment, Member, Membership
from cpts_model.facts.organs import Organ
from cpts_model.facts.territories import Territory
from cpts_model.facts.typed import Facts

__all__ = [
    "Admits",
    "College",
    "Criterion",
    "FeePeriod",
    "Quorum",
    "Statutes",
    "governing",
    "versions_of",
]

OTHER_COLLEGES = Text(
    "la liste des collèges n'a été lue qu'en partie : demander si un autre collège est ouvert à cette personne",
    "the list of colleges was read in part only: ask whether another college takes this person",
)
NO_COLLEGE = Text(
    "les statuts répartissent les membres en collèges, et ce membre n'en a aucun : demander lequel est le sien",
    "the statutes sort members into colleges, and this member has none: ask which one is theirs",
)
NO_SUCH_COLLEGE = Text(
    "les statuts lus ne connaissent pas le collège indiqué pour ce membre : vérifier son nom",
    "the statutes as read have no college of the name told for this member: check the name",
)
EARLIER_STATUTES = Text(
    "les statuts en vigueur à cette date n'ont pas été communiqués : demander la version antérieure",
    "the statutes in force on that day were not told: ask for the earlier version",
)


@attrs.frozen(slots=True, kw_only=True, repr=False)
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
            raise BadFact(
                "denominator",
                Text(
                    f"{self.denominator} : écrire 4 pour un quart",
                    f"{self.denominator}: write 4 for a quarter",
                ),
            )
        if not 0 <= self.numerator <= self.denominator:
            part = f"{self.numerator}/{self.denominator}"
            raise BadFact(
                "numerator", Text(f"{part} n'est pas une part d'un tout", f"{part} is no part of a whole")
            )

    def needed(self, electors: int) -> int:
        """How many must be there, of so many electors."""
        share = self.numerator * electors
        least = share // self.denominator + 1 if self.strictly_more else -(-share // self.denominator)
        return max(least, self.at_least or 0)


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Statutes(Facts):
    """The statutes of an association, or its règlement intérieur where they leave it that.

    ``in_force_since`` dates a version: the one that governs a day is the newest that had
    begun. ``None`` says that no day was told: it then governs every earlier day too.

    Raises:
        BadFact: an amount, a number of days or a month that cannot be; a period without a fee.
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
    colleges_read_in_part: bool = attrs.field(
        default=False,
        metadata=label("liste des collèges lue en partie seulement", "list of colleges read in part only"),
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
            raise BadFact("fee", not_euros(self.fee))
        if isinstance(self.period, FeePeriod) and not isinstance(self.fee, Unknown) and not self.fee:
            raise BadFact(
                "period",
                Text(
                    "il n'y a pas de cotisation pour la couvrir : ne pas indiquer de période",
                    "there is no fee to cover it: leave the period out",
                ),
            )
        for name in ("minimum_age", "proxies_per_member", "convening_days", "notice", "signatories"):
            number = getattr(self, name)
            if isinstance(number, int) and number < 0:
                raise BadFact(name, less_than_none(number))
        if isinstance(self.season_first_month, int) and not 1 <= self.season_first_month <= 12:
            raise BadFact(
                "season_first_month",
                Text(
                    f"{self.season_first_month} n'est pas un mois : écrire de 1 à 12",
                    f"{self.season_first_month} is no month: write 1 to 12",
                ),
            )
        if isinstance(self.colleges, tuple):
            _refuse_two_of_a_name(self.colleges)

    @property
    @labelled("désignation", "how they are called")
    def name(self) -> str:
        """The version, as messages name it."""
        return "statuts" if self.in_force_since is None else f"statuts du {self.in_force_since}"

    # --- Colleges

    @labelled("collège de ce nom", "college of that name")
    def college_called(self, name: str | Unknown | None) -> College | None:
        """The college of a name; ``None`` when the statutes have none of that name.

        Raises:
            UnknownFact: the name is unknown, or the colleges were not read.
        """
        if isinstance(name, Unknown):
            raise UnknownFact
        return next((college for college in self.colleges or () if college.name == name), None)

    @labelled("collège du membre", "the member's college")
    def college_of(self, membership: Membership) -> College | None:
        """The college somebody is in; ``None`` where the statutes have no colleges.

        Raises:
            NotSettled: the colleges were not read, or the member has none of them.
        """
        if not self.colleges:
            return None
        if membership.college is None:
            raise OpenQuestion(NO_COLLEGE)
        college = self.college_called(membership.college)
        if college is None:
            raise OpenQuestion(NO_SUCH_COLLEGE)
        return college

    @labelled("un collège est ouvert à cette personne", "a college takes this person")
    def some_college_takes(self, candidate: Member, territory: Territory | Unknown | None, on: date) -> bool:
        """Whether one of the colleges takes somebody.

        Raises:
            NotSettled: none surely does, and one might; or the list was read in part only.
        """
        if any_of(self.colleges or (), lambda college: college.takes(candidate, territory, on)):
            return True
        if self.colleges_read_in_part:
            raise OpenQuestion(OTHER_COLLEGES)
        return False

    # --- Fees

    @property
    @labelled("une cotisation est due", "a fee is due")
    def asks_a_fee(self) -> bool:
        """Whether members owe a fee: its amount says so, or that it covers a period.

        Raises:
            UnknownFact: neither was read.
        """
        if isinstance(self.period, FeePeriod):
            return True
        return self.fee is not None and self.fee > 0

    @labelled("jours couverts par cette cotisation", "days that this fee covers")
    def period_covered(self, fee: FeePayment) -> Period:
        """The days over which a fee makes its payer up to date.

        Its amount is not looked at: who records a fee says that it was the fee due.

        Raises:
            NotSettled: the statutes do not say, or were not read, or a day is unknown.
        """
        if isinstance(self.period, Unknown):
            raise UnknownFact
        if self.period is None:
            raise OpenQuestion(NO_PERIOD)
        first_month = self.season_first_month if self.period is FeePeriod.SEASON else 1
        return days_covered(fee, self.period, first_month)

    @labelled("une cotisation payée couvre ce jour", "a fee that was paid covers the day")
    def fee_covers(self, membership: Membership, on: date) -> bool:
        """Whether the dossier says that the fee is paid or, told one by one, a fee covers the day.

        Raises:
            NotSettled: neither is told, or none surely covers the day and one might.
        """
        if isinstance(membership.fee_paid, bool):
            return membership.fee_paid
        return any_of(membership.fees, lambda fee: on in self.period_covered(fee))

    @labelled("cotisation payée ce jour-là au plus tard", "a fee paid by that day covers it")
    def fee_paid_by(self, membership: Membership, on: date) -> bool:
        """Whether, as ``fee_covers`` has it, a fee covers the day, and was paid by then.

        Raises:
            NotSettled: as ``fee_covers`` does, or the day of payment is unknown.
        """
        if isinstance(membership.fee_paid, bool):
            return membership.fee_paid
        return any_of(
            membership.fees,
            lambda fee: both(lambda: on in self.period_covered(fee), lambda: fee.paid_on <= on),
        )

    @labelled("à jour de cotisation", "up to date with the fee")
    def up_to_date(self, membership: Membership, on: date) -> bool:
        """Whether somebody owes no fee on a day: none is due, or one covers the day.

        A fee of the civil year or of the season covers its first days too, though it be paid later.

        Raises:
            NotSettled: what is told of the statutes or of the fees leaves it open.
        """
        return either(lambda: not self.asks_a_fee, lambda: self.fee_covers(membership, on))

    # --- Votes

    @labelled("le collège du membre a voix délibérative", "the member's college votes")
    def college_votes(self, membership: Membership) -> bool:
        """Whether the college somebody is in votes; without colleges every member does.

        Raises:
            NotSettled: the college, or whether it votes, is not known.
        """
        college = self.college_of(membership)
        return college is None or college.has_vote

    @labelled("les statuts lui donnent le droit de vote", "the statutes give them a vote")
    def give_a_vote_to(self, membership: Membership, on: date) -> bool:
        """Whether a member may vote on a day: in a college that votes, and up to date where that is asked.

        A fee paid after an assembly covers the day it was held, and gives no vote there.

        Raises:
            NotSettled: one of the two is not settled, and none fails.
        """
        return both(
            lambda: self.college_votes(membership),
            lambda: either(
                lambda: not self.vote_requires_fee,
                lambda: not self.asks_a_fee,
                lambda: self.fee_paid_by(membership, on),
            ),
        )


def _refuse_two_of_a_name(colleges: tuple[College, ...]) -> None:
    names = [college.name for college in colleges]
    for index, name in enumerate(names):
        if name in names[:index]:
            raise BadFact(
                f"colleges[{index}].name",
                Text(f"deux collèges s'appellent {name!r}", f"two colleges are called {name!r}"),
            )


def versions_of(told: Any) -> Any:
    """Statutes told alone as the only version."""
    return (told,) if isinstance(told, Statutes) else told


def governing(versions: tuple[Statutes, ...] | None | Unknown, on: date) -> Statutes | None:
    """The version in force on a day; ``None`` where there are no statutes.

    Raises:
        NotSettled: the statutes are unknown, or those of so early a day were not told.
    """
    if versions is None:
        return None
    begun = [
        statutes for statutes in versions if statutes.in_force_since is None or statutes.in_force_since <= on
    ]
    if not begun:
        raise OpenQuestion(EARLIER_STATUTES)
    return max(begun, key=lambda statutes: statutes.in_force_since or date.min)
