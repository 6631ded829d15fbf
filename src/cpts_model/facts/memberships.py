"""Belonging to a structure: from when, until when, on what terms."""

from datetime import MAXYEAR, MINYEAR, date
from decimal import Decimal
from enum import Enum

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown, UnknownFact
from cpts_model.facts.checks import BadFact, not_euros
from cpts_model.facts.heirs import Heir
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.organs import Organ
from cpts_model.facts.people import Person, Professional
from cpts_model.facts.typed import Facts

Member = Professional | Person | Organisation
"""Who can be a member: a natural or a legal person."""


class EndCause(Enum):
    """Why a membership ended."""

    RESIGNATION = "demission"
    DEATH = "deces"
    EXCLUSION = "exclusion"
    FEE_UNPAID = "cotisation-impayee"
    LOSS_OF_STATUS = "perte-de-la-qualite"
    REORGANISATION = "fusion-ou-scission"
    OTHER = "autre"

    @property
    def label(self) -> Text:
        """The cause's name."""
        return _END_CAUSES[self]


_END_CAUSES = {
    EndCause.RESIGNATION: Text("démission", "resignation"),
    EndCause.DEATH: Text("décès", "death"),
    EndCause.EXCLUSION: Text("exclusion, ou radiation", "exclusion"),
    EndCause.FEE_UNPAID: Text("cotisation impayée", "fee not paid"),
    EndCause.LOSS_OF_STATUS: Text(
        "perte de la qualité requise (cessation d'activité…)",
        "loss of what membership asks (end of activity…)",
    ),
    EndCause.REORGANISATION: Text("fusion ou scission de la structure", "merger or split of the structure"),
    EndCause.OTHER: Text("autre cause", "other cause"),
}


class SecondMembershipGround(Enum):
    """On what ground somebody belongs to a second CPTS, as regional doctrine has it."""

    BORDER_ZONE = "zone-frontaliere"
    SPECIFIC_ACTION = "action-specifique"

    @property
    def label(self) -> Text:
        """The ground's name."""
        return _GROUNDS[self]


_GROUNDS = {
    SecondMembershipGround.BORDER_ZONE: Text("zone frontalière entre deux CPTS", "border zone of two CPTS"),
    SecondMembershipGround.SPECIFIC_ACTION: Text(
        "action spécifique qui requiert l'adhésion", "a specific action that requires it"
    ),
}


class ExclusionGround(Enum):
    """On what ground an association excluded a member."""

    STATUTORY = "motif-prevu-par-les-statuts"
    GRAVE = "motif-grave"
    OTHER = "autre"

    @property
    def label(self) -> Text:
        """The ground's name."""
        return _EXCLUSION_GROUNDS[self]

    @property
    def is_admissible(self) -> bool:
        """Whether an exclusion may rest on it: a ground that the statutes give, or a grave one."""
        return self is not ExclusionGround.OTHER

    @property
    def is_grave(self) -> bool:
        """Whether it is a grave reason, on which an exclusion rests though the statutes be silent."""
        return self is ExclusionGround.GRAVE


_EXCLUSION_GROUNDS = {
    ExclusionGround.STATUTORY: Text("motif prévu par les statuts", "a ground the statutes give"),
    ExclusionGround.GRAVE: Text("motif grave", "a grave reason"),
    ExclusionGround.OTHER: Text("autre motif", "another ground"),
}


class WithdrawalBasis(Enum):
    """By what way a partner leaves a société civile of their own will."""

    STATUTES = "conditions-des-statuts"
    UNANIMITY = "decision-unanime-des-associes"
    COURT = "decision-de-justice"
    ASSIGNMENT = "cession-des-parts"

    @property
    def label(self) -> Text:
        """The way out, in words."""
        return _WITHDRAWALS[self]

    @property
    def is_assignment(self) -> bool:
        """Whether the shares go to somebody else, who pays for them."""
        return self is WithdrawalBasis.ASSIGNMENT

    @property
    def is_unanimity(self) -> bool:
        """Whether it rests on a unanimous decision of the other partners."""
        return self is WithdrawalBasis.UNANIMITY


_WITHDRAWALS = {
    WithdrawalBasis.STATUTES: Text("aux conditions des statuts", "on the terms of the statutes"),
    WithdrawalBasis.UNANIMITY: Text(
        "par décision unanime des autres associés", "by unanimous decision of the other partners"
    ),
    WithdrawalBasis.COURT: Text(
        "autorisé en justice, pour justes motifs", "authorised by the court, for just reasons"
    ),
    WithdrawalBasis.ASSIGNMENT: Text("par cession de ses parts", "by assigning the shares"),
}


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Exclusion(Facts):
    """How a member was excluded: ground, grievances, hearing."""

    decided_on: date | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("exclusion décidée le", "exclusion decided on")
    )
    decided_by: Organ | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("exclusion décidée par", "exclusion decided by")
    )
    ground: ExclusionGround | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("motif de l'exclusion", "ground of the exclusion")
    )
    precise_grievances: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "griefs précis énoncés dans la convocation", "precise grievances stated in the summons"
        ),
    )
    heard: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "membre entendu, ou mis à même de s'expliquer", "member heard, or given the occasion to explain"
        ),
    )
    impartial: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("organe impartial", "impartial body")
    )


@attrs.frozen(slots=True, kw_only=True, repr=False)
class FeePayment(Facts):
    """A fee that was paid, in euros.

    Where it was paid for no year in particular, the day it was paid says which period it covers.

    Raises:
        BadFact: the amount is negative, or no number; the year is none of the calendar.
    """

    paid_on: date | Unknown = attrs.field(default=UNKNOWN, metadata=label("payée le", "paid on"))
    amount: Decimal | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("montant (euros)", "amount (euros)")
    )
    for_year: int | None = attrs.field(
        default=None,
        metadata=label(
            "au titre de l'année (ou de la saison qui y commence)", "for the year (or the season that begins in it)"
        ),
    )  # fmt: skip

    def __attrs_post_init__(self) -> None:
        Facts.__attrs_post_init__(self)
        if isinstance(self.amount, Decimal) and not (self.amount.is_finite() and self.amount >= 0):
            raise BadFact("amount", not_euros(self.amount))
        if self.for_year is not None and not MINYEAR <= self.for_year <= MAXYEAR:
            raise BadFact(
                "for_year",
                Text(
                    f"{self.for_year} n'est pas une année du calendrier : écrire 2026",
                    f"{self.for_year} is no year of the calendar: write 2026",
                ),
            )


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Membership(Facts):
    """One uninterrupted membership of one person in one structure.

    It runs from ``joined_on`` on, and no longer on ``left_on``. Somebody who comes back
    has a second membership.

    Raises:
        BadFact: it would end before it begins, a list of members contradicts its dates, or
            its fees are told both one by one and by ``fee_paid``.
    """

    member: Member = attrs.field(metadata=label("membre", "member"))
    joined_on: date | Unknown = attrs.field(default=UNKNOWN, metadata=label("date d'adhésion", "joined on"))
    left_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "date de départ (premier jour hors de la structure)", "left on (first day no longer a member)"
        ),
    )
    listed_on: date | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "figure sur la liste des membres arrêtée le", "stands on the list of members drawn up on"
        ),
    )
    end_cause: EndCause | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("cause de la fin", "cause of the end")
    )
    consented: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("a consenti à adhérer", "consented to join")
    )
    signed_projet_on: date | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("a signé le projet de santé le", "signed the projet de santé on")
    )
    college: str | None | Unknown = attrs.field(default=UNKNOWN, metadata=label("collège", "college"))
    admitted_on: date | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("admission décidée le", "admission decided on")
    )
    admitted_by: Organ | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("admission décidée par", "admission decided by")
    )
    charter_signed: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("charte ou règlement intérieur signé", "charter or internal rules signed"),
    )
    of_required_age: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("a l'âge que les statuts exigent", "of the age the statutes ask")
    )
    fee_paid: bool | Unknown = attrs.field(default=UNKNOWN, metadata=label("cotisation à jour", "fee paid"))
    fees: tuple[FeePayment, ...] | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("cotisations payées", "fees paid")
    )
    exclusion: Exclusion | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("exclusion", "exclusion")
    )
    other_cpts: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("adhère aussi à une autre CPTS", "also belongs to another CPTS")
    )
    ground: SecondMembershipGround | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("motif de l'adhésion à une seconde CPTS", "ground of the second membership"),
    )
    partner: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "simple partenaire, non membre (comité de suivi…)",
            "partner only, not a member (comité de suivi…)",
        ),
    )
    as_component: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "compte parmi les composantes de la CPTS (article L1434-12)",
            "counts among the components of the CPTS (article L1434-12)",
        ),
    )
    projet_foresees_participation: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "participation explicitement prévue par le projet de santé",
            "participation explicitly provided for in the projet de santé",
        ),
    )
    adheres_to_projet: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("adhère au projet de santé", "adheres to the projet de santé")
    )
    associe: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("associé de la SISA", "partner of the SISA")
    )
    withdrawal: WithdrawalBasis | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("retrait de l'associé : à quel titre", "withdrawal of the partner: on what footing"),
    )
    heirs: tuple[Heir, ...] | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("héritiers et légataires de l'associé", "heirs and legatees of the partner"),
    )

    def _refuse_contradictions(self) -> None:
        if isinstance(self.fee_paid, bool) and isinstance(self.fees, tuple):
            raise BadFact(
                "fee_paid",
                Text(
                    "les cotisations sont indiquées une par une : ne pas indiquer fee_paid",
                    "the fees are told one by one: leave fee_paid out",
                ),
            )
        joined, left, listed = self.joined_on, self.left_on, self.listed_on
        if isinstance(joined, date) and isinstance(left, date) and left < joined:
            raise BadFact(
                "left_on",
                Text(
                    f"départ le {left}, avant l'adhésion du {joined}",
                    f"left on {left}, before joining on {joined}",
                ),
            )
        if isinstance(listed, date):
            if isinstance(joined, date) and listed < joined:
                raise BadFact(
                    "listed_on",
                    Text(
                        f"sur la liste des membres le {listed}, avant l'adhésion du {joined}",
                        f"listed as a member on {listed}, before joining on {joined}",
                    ),
                )
            if isinstance(left, date) and left <= listed:
                raise BadFact(
                    "listed_on",
                    Text(
                        f"sur la liste des membres le {listed}, après le départ du {left}",
                        f"listed as a member on {listed}, after leaving on {left}",
                    ),
                )

    @property
    @labelled("a pris fin par le décès", "ended by a death")
    def ended_by_death(self) -> bool:
        """Whether it ended, and its holder's death is why.

        Raises:
            UnknownFact: whether it ended, or why, is unknown.
        """
        return self._ended_by(EndCause.DEATH)

    @property
    @labelled("a pris fin par un retrait", "ended by a withdrawal")
    def ended_by_withdrawal(self) -> bool:
        """Whether it ended, and of the holder's own will. Raises as ``ended_by_death`` does."""
        return self._ended_by(EndCause.RESIGNATION)

    @labelled("a pris fin pour cette cause", "ended for that cause")
    def _ended_by(self, wanted: EndCause) -> bool:
        left, cause = self.left_on, self.end_cause
        if left is None or (isinstance(cause, EndCause) and cause is not wanted):
            return False
        if isinstance(left, Unknown) or isinstance(cause, Unknown):
            raise UnknownFact
        return cause is wanted

    @labelled("membre ce jour-là", "a member that day")
    def running_on(self, day: date) -> bool:
        """Whether this makes its holder a member on a day; a mere partner never is.

        A list of members proves membership on its own day: after it, somebody may have
        left; before it, somebody may not have joined yet.

        Raises:
            UnknownFact: what is told leaves it open.
        """
        joined, left = self.joined_on, self.left_on
        try:
            # With both dates told, as most are, nothing else has to be looked at.
            if joined > day or (left is not None and left <= day):
                return False
            return not self.partner
        except UnknownFact:
            return self._running_by_list(day)

    @labelled("membre ce jour-là, d'après une liste", "a member that day, by a list")
    def _running_by_list(self, day: date) -> bool:
        joined, left = self.joined_on, self.left_on
        if (isinstance(left, date) and left <= day) or self.partner:
            return False
        begun = isinstance(joined, date) or self._listed(until=day)
        lasts = left is None or isinstance(left, date) or self._listed(since=day)
        if not (begun and lasts):
            raise UnknownFact
        return True

    @labelled("figure sur une liste de la bonne date", "stands on a list of the right day")
    def _listed(self, *, since: date = date.min, until: date = date.max) -> bool:
        return isinstance(self.listed_on, date) and since <= self.listed_on <= until
