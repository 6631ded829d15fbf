"""Was this person an up-to-date member that day, and why."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import attrs

from cpts_model.engine.dates import Period
from cpts_model.engine.errors import nearest_names
from cpts_model.engine.explain import format_day
from cpts_model.engine.labels import label_of
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.exercice import AnyStructure
from cpts_model.facts.memberships import FeePayment, Membership
from cpts_model.facts.structures import Structure
from cpts_model.law import LAW
from cpts_model.law.statuts.admission import ADMISSION_DECIDEE
from cpts_model.law.statuts.vote import COTISATION_A_JOUR
from cpts_model.register.errors import check_day
from cpts_model.register.events import as_kind
from cpts_model.register.names import name_among, name_of
from cpts_model.register.steps import (
    NOT_APPLICABLE,
    SATISFIED,
    UNDETERMINED,
    VIOLATED,
    Cover,
    Step,
    admission_step,
    fee_step,
    of_the_register,
    running_step,
    said,
    without_membership,
)

if TYPE_CHECKING:
    from cpts_model.register.register import Register

_BEST_FIRST = (SATISFIED, NOT_APPLICABLE, UNDETERMINED, VIOLATED)


@attrs.frozen(slots=True, kw_only=True, repr=False)
class MembershipStatus:
    """Whether somebody was an up-to-date member of a structure on a day, and why.

    There is no truth value: ask ``.up_to_date``, which may be undetermined.
    """

    member_id: str
    name: str
    """The member's name, or the id where the register does not tell it."""
    structure: AnyStructure
    on: date
    membership: Membership | None
    """The membership concerned; ``None`` when the register holds none."""
    running: Step
    """Whether the membership runs."""
    admission: Step
    """Whether the admission is decided, where the statutes ask for that."""
    fee: Step
    """Whether a fee covers the day, where one is due."""
    cover: Cover | None = None

    def __repr__(self) -> str:
        return (
            f"<MembershipStatus of {self.member_id!r} in {self.structure.id!r} "
            f"on {self.on}: {self.up_to_date.value}>"
        )

    def __bool__(self) -> bool:
        raise TypeError("a status has no truth value: ask .up_to_date, which may be undetermined")

    @property
    def steps(self) -> tuple[Step, ...]:
        """The three conditions, in order."""
        return self.running, self.admission, self.fee

    @property
    def member(self) -> Outcome:
        """Whether the membership ran, up to date or not."""
        return self.running.outcome

    @property
    def up_to_date(self) -> Outcome:
        """Whether every condition is met; violated as soon as one is not."""
        return Outcome.of_all(step.outcome for step in self.steps)

    @property
    def settled(self) -> bool:
        """Whether the answer is known."""
        return self.up_to_date is not UNDETERMINED

    @property
    def payment(self) -> FeePayment | None:
        """The fee that covers the day, where one is told."""
        return self.cover.payment if self.cover else None

    @property
    def covered(self) -> Period | None:
        """The days that this fee covers."""
        return self.cover.days if self.cover else None

    @property
    def questions(self) -> tuple[Text, ...]:
        """What to ask for the answer to be known; nothing when it is."""
        if self.settled:
            return ()
        return tuple(dict.fromkeys(question for step in self.steps for question in step.questions))

    @property
    def structure_name(self) -> str:
        """The structure's name, or its id where it is not told."""
        return name_of(self.structure)

    def explain(self, lang: Lang = "fr") -> str:
        """The answer, its three steps, and what to ask."""
        return "\n".join(_lines(self, lang))


_UP_TO_DATE = Text("membre à jour", "an up-to-date member")
_OPEN = Text("on ne peut pas encore le dire", "it cannot be said yet")
_NOT_ADMITTED = Text(
    "admission non conforme aux statuts", "the admission is not as the statutes have it"
)  # fmt: skip
_NOT_PAID = Text("cotisation non à jour", "the fee is not paid up")
_NEVER = Text("aucune adhésion enregistrée", "no membership is recorded")
_PARTNER = Text("simple partenaire", "a partner only")
_ASK = Text("À indiquer", "To be told")


def _lines(status: MembershipStatus, lang: Lang) -> Iterator[str]:
    colon = " :" if lang == "fr" else ":"
    answer = _answer(status).to(lang)
    yield f"{status.name}, {status.structure_name}, {format_day(status.on, lang)}{colon} {answer}"
    for step in status.steps:
        yield f"  {step.line(lang)}"
    if status.questions:
        yield f"{_ASK.to(lang)}{colon}"
        for question in status.questions:
            yield f"  - {question.to(lang)}"


def _answer(status: MembershipStatus) -> Text:
    """The answer in a few words; where it is no, which condition is not met."""
    if status.up_to_date is not VIOLATED:
        return _UP_TO_DATE if status.up_to_date is SATISFIED else _OPEN
    if status.member is VIOLATED:
        why = _why_no_member(status.membership, status.on)
        return Text(f"n'est pas membre ({why.fr})", f"no member ({why.en})")
    steps = ((status.admission, _NOT_ADMITTED), (status.fee, _NOT_PAID))
    unmet = [words for step, words in steps if step.outcome is VIOLATED]
    fr, en = " et ".join(one.fr for one in unmet), " and ".join(one.en for one in unmet)
    if status.member is SATISFIED:
        return Text(f"membre, mais {fr}", f"a member, but {en}")
    return Text(f"pas membre à jour ({fr})", f"no up-to-date member ({en})")


def _why_no_member(membership: Membership | None, on: date) -> Text:
    if membership is None:
        return _NEVER
    if membership.partner is True:
        return _PARTNER
    left = membership.left_on
    if isinstance(left, date) and left <= on:
        return said("adhésion terminée le {left}", "the membership ended on {left}", left=left)
    joined = membership.joined_on
    return said("adhésion à compter du {joined}", "the membership begins on {joined}", joined=joined)


def status_on(
    register: "Register", member_id: str, structure_id: str, *, on: date, law: Law = LAW
) -> MembershipStatus:
    """Whether somebody was an up-to-date member of a structure on a day.

    Of several memberships of one person in the structure, the one that makes them most of a
    member is told. The statutes of the day of joining say who decides on admission; those of
    the day asked say which days a fee covers.

    Raises:
        TypeError: ``on`` is not a plain date.
        UnknownStructure: the register holds no such structure.
    """
    check_day(on)
    structure = as_kind(register.structure(structure_id))
    held = register.history(member_id)
    here = [one.membership for one in held if one.structure.id == structure_id]
    if not here:
        name = name_among(held, member_id)
        known = name if held else None
        return _without_more(structure, member_id, name, on, _nobody(structure, member_id, known))
    statuses = [_of_membership(structure, membership, on, law) for membership in here]
    # Among equals the last membership comes first: it is the one that people remember.
    return min(reversed(statuses), key=lambda one: (_rank(one.up_to_date), _rank(one.member)))


def _rank(outcome: Outcome) -> int:
    return _BEST_FIRST.index(outcome)


def _of_membership(structure: AnyStructure, membership: Membership, on: date, law: Law) -> MembershipStatus:
    member_id, name = membership.member.id, name_of(membership.member)
    running = running_step(structure, membership, on)
    if running.outcome is VIOLATED:
        return attrs.evolve(_without_more(structure, member_id, name, on, running), membership=membership)
    fee, cover = fee_step(structure, membership, on, law)
    return MembershipStatus(
        member_id=member_id,
        name=name,
        structure=structure,
        on=on,
        membership=membership,
        running=running,
        admission=admission_step(structure, membership, on, law),
        fee=fee,
        cover=cover,
    )


def _without_more(
    structure: AnyStructure, member_id: str, name: str, on: date, running: Step
) -> MembershipStatus:
    """The status of who is no member, or of whom nothing is told: nothing else is asked."""
    return MembershipStatus(
        member_id=member_id,
        name=name,
        structure=structure,
        on=on,
        membership=None,
        running=running,
        admission=without_membership(ADMISSION_DECIDEE),
        fee=without_membership(COTISATION_A_JOUR),
    )


def _nobody(structure: AnyStructure, member_id: str, known: str | None) -> Step:
    """What is told of who has no membership there: the ids like theirs, unless the register knows them."""
    if isinstance(structure.members, Unknown):
        unlisted = Text("la liste des membres n'est pas connue", "the list of members is not known")
        label = label_of(Structure, "members")
        return of_the_register(UNDETERMINED, unlisted, *([label] if label else []))
    if known is not None:
        none = Text(
            f"aucune adhésion n'est enregistrée dans cette structure pour {known}",
            f"no membership is recorded in this structure for {known}",
        )
        return of_the_register(VIOLATED, none)
    near = nearest_names(member_id, {membership.member.id for membership in structure.members})
    return of_the_register(
        VIOLATED,
        Text(
            f"aucune adhésion de « {member_id} » à cette structure n'est enregistrée"
            + (f" ; identifiants proches : {', '.join(near)}" if near else ""),
            f"no membership of {member_id!r} in this structure is recorded"
            + (f"; ids like it: {', '.join(near)}" if near else ""),
        ),
    )
