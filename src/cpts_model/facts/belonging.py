"""Who belongs to what: one membership seen with its structure, and all those of one member."""

from datetime import date

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.exercice import AnyStructure
from cpts_model.facts.memberships import EndCause, Member, Membership
from cpts_model.facts.payments import Payment, YearOfPayments, years_of_payments
from cpts_model.facts.structures import CPTS
from cpts_model.facts.typed import Facts


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Belonging(Facts):
    """One membership and the structure it is of."""

    structure: AnyStructure = attrs.field(metadata=label("structure", "structure"))
    membership: Membership = attrs.field(metadata=label("adhésion", "membership"))

    @property
    @labelled("membre", "member")
    def member(self) -> Member:
        """Whose membership it is."""
        return self.membership.member

    @property
    @labelled("désignation", "how it is called")
    def name(self) -> str:
        """The member and the structure, as messages name them."""
        return f"{self.membership.member.id} → {self.structure.id}"

    @labelled("membre ce jour-là", "a member that day")
    def running_on(self, day: date) -> bool:
        """Whether the membership runs on a day. Raises as ``Membership.running_on`` does."""
        return self.membership.running_on(day)


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Candidature(Belonging):
    """Somebody who asks to join a structure, with the membership that they would have.

    ``earlier`` are the memberships of the same structure that they have or had, ``others``
    what they belong to elsewhere, as far as is told.
    """

    earlier: tuple[Membership, ...] | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("adhésions du candidat à la même structure", "the candidate's memberships of the structure"),
    )  # fmt: skip
    others: tuple[Belonging, ...] = attrs.field(
        default=(),
        metadata=label("appartenances du candidat à d'autres structures", "what else the candidate belongs to"),
    )  # fmt: skip


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Departure(Belonging):
    """Somebody who leaves a structure on a day, and why; the membership as it stood before."""

    leaves_on: date = attrs.field(metadata=label("départ le", "leaves on"))
    cause: EndCause = attrs.field(metadata=label("cause du départ", "cause of the departure"))


@attrs.frozen(slots=True, kw_only=True, repr=False)
class ReceivedPayment(Payment):
    """A sum that a CPTS paid, as its beneficiary sees it: which CPTS, and what they are to it."""

    cpts: str = attrs.field(metadata=label("CPTS (identifiant)", "CPTS (identifier)"))
    memberships: tuple[Membership, ...] | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("adhésions du bénéficiaire à cette CPTS", "the beneficiary's memberships of that CPTS"),
    )  # fmt: skip


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Belongings(Facts):
    """All that one member belongs to, and all that the CPTS concerned paid them."""

    id: str = attrs.field(metadata=label("identifiant du membre", "identifier of the member", personal="id"))
    held: tuple[Belonging, ...] = attrs.field(metadata=label("appartenances", "memberships held"))
    payments: tuple[ReceivedPayment, ...] | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("versements reçus de toutes les CPTS", "payments from every CPTS")
    )

    @labelled("adhésions à des CPTS ce jour-là", "memberships of CPTS that day")
    def cpts_on(self, day: date) -> tuple[Belonging, ...]:
        """The memberships of CPTS that run on a day.

        Raises:
            UnknownFact: the dates of one of them leave it open.
        """
        return tuple(one for one in self.held if isinstance(one.structure, CPTS) and one.running_on(day))

    @labelled("versements par année civile", "payments by civil year")
    def years_paid(self, first: date, last: date) -> tuple[YearOfPayments, ...]:
        """The payments of each civil year between two days. Raises as the payments do."""
        return tuple(years_of_payments(self.payments, first, last))


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Neighbours(Facts):
    """Two CPTS, to compare their territories."""

    one: CPTS = attrs.field(metadata=label("une CPTS", "one CPTS"))
    other: CPTS = attrs.field(metadata=label("une autre CPTS", "another CPTS"))

    @property
    @labelled("désignation", "how it is called")
    def name(self) -> str:
        """The two, as messages name them."""
        return f"{self.one.id} ~ {self.other.id}"
