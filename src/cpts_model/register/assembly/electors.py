"""Who votes at the general assembly of a day, as the statutes have it."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from cpts_model.engine.assess import assess
from cpts_model.engine.citations import Authority
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import UNKNOWN, Count, NotSettled, Unknown
from cpts_model.engine.verdict import Verdict
from cpts_model.facts.belonging import Belonging
from cpts_model.facts.colleges import College
from cpts_model.facts.memberships import Member, Membership
from cpts_model.facts.statutes import Statutes
from cpts_model.facts.structures import Structure
from cpts_model.law import LAW
from cpts_model.law.statuts import law_with_statutes
from cpts_model.register.assembly.weights import weights
from cpts_model.register.assembly.words import Question, clause_question
from cpts_model.register.events import as_kind
from cpts_model.register.names import lookup_key, name_of, sorted_as_people

if TYPE_CHECKING:
    from cpts_model.register.register import Register

VOTE = "statuts.droit-de-vote"
"""The rule that decides whether a member votes."""


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Elector:
    """A member seen by the assembly: whether they vote, with how many votes, and why."""

    member: Member
    membership: Membership
    college: str | None | Unknown
    """The college they were told to be in; it may be one that the statutes do not have."""
    votes: int | Unknown
    """The votes of each member of their college; none for whoever does not vote."""
    outcome: Outcome
    """Satisfied: they vote. Violated: they do not. Undetermined: it is open."""
    why: tuple[Text, ...] = ()
    """What keeps them from voting, or leaves it open, in a few words each."""
    verdicts: tuple[Verdict, ...] = ()
    """What each clause of the statutes says of this membership."""

    def __repr__(self) -> str:
        return f"<Elector {self.id!r}, {self.votes} votes: {self.outcome.value}>"

    @property
    def id(self) -> str:
        """The identifier of the member."""
        return self.member.id

    @property
    def name(self) -> str:
        """The name of the member as it was told, or their identifier."""
        return name_of(self.member)

    def said(self, lang: Lang = "fr") -> str:
        """Whether they vote, and what stands in the way, in one line."""
        why = " ; ".join(reason.to(lang) for reason in self.why)
        return f"{self.name} : {_SAID[self.outcome].to(lang)}{f' ({why})' if why else ''}"

    def explain(self, lang: Lang = "fr") -> str:
        """Whether they vote, and which clause says so, with the facts that were read."""
        told = (verdict.explain(lang) for verdict in self.verdicts if verdict.rule.id == VOTE)
        return "\n\n".join([self.said(lang), *told])


_SAID = {
    Outcome.SATISFIED: Text("vote à l'assemblée générale", "votes at the general assembly"),
    Outcome.VIOLATED: Text("ne vote pas à l'assemblée générale", "does not vote at the general assembly"),
    Outcome.UNDETERMINED: Text("droit de vote à vérifier", "right to vote to be checked"),
}


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Electorate:
    """The members of a structure on a day, sorted by whether they vote; by name within each.

    Nobody is called an elector while the statutes are unknown: all are open. Mere partners
    are none. A structure without statutes is no association, and has no such assembly: ask
    ``.applies``. There is no truth value and no order: ask for what you need.
    """

    structure: Structure
    on: date
    statutes: Statutes | None | Unknown
    """The version that governs the day."""
    electors: tuple[Elector, ...]
    open: tuple[Elector, ...]
    without_vote: tuple[Elector, ...]
    complete: bool
    """Whether the members of the structure are told."""

    def __repr__(self) -> str:
        return (
            f"<Electorate of {self.structure.id!r} on {self.on}: {len(self.electors)} electors, "
            f"{len(self.open)} open, {len(self.without_vote)} without vote>"
        )

    @property
    def applies(self) -> bool:
        """Whether the structure is one that statutes govern."""
        return self.statutes is not None

    @property
    def settled(self) -> bool:
        """Whether it is known of each member whether they vote."""
        return not self.applies or (self.complete and not self.open)

    @property
    def everybody(self) -> tuple[Elector, ...]:
        """All the members, whether they vote or not, by name."""
        return sorted_as_people((*self.electors, *self.open, *self.without_vote), lambda one: one.member)

    @property
    def number(self) -> Count | Unknown:
        """How many electors there are; unknown while nobody told the members."""
        if not self.complete:
            return UNKNOWN
        return Count(len(self.electors), len(self.electors) + len(self.open))

    @property
    def votes(self) -> Count | Fraction | Unknown:
        """How many votes the electors have together: a share of the whole where votes are by college."""
        return weights(self).total

    @cached_property
    def of(self) -> dict[str, Elector]:
        """Each member by identifier."""
        return {one.id: one for one in self.everybody}

    def by_college(self) -> dict[str | None | Unknown, tuple[Elector, ...]]:
        """The electors of each college, in the order of the statutes; those of none, or of none known, come last."""
        return self.in_colleges(self.electors)

    def in_colleges(self, people: Iterable[Elector]) -> dict[str | None | Unknown, tuple[Elector, ...]]:
        """The same of any of the members. A college of the statutes is there even when nobody is in it."""
        found: dict[str | None | Unknown, list[Elector]] = {college.name: [] for college in self.colleges}
        told = sorted(people, key=lambda one: _college_key(one.college))
        for one in told:
            found.setdefault(one.college, []).append(one)
        return {college: sorted_as_people(those, lambda one: one.member) for college, those in found.items()}

    @property
    def colleges(self) -> tuple[College, ...]:
        """The colleges of the statutes, as far as they were read."""
        statutes = self.statutes
        if not isinstance(statutes, Statutes) or not isinstance(statutes.colleges, tuple):
            return ()
        return statutes.colleges

    @property
    def questions(self) -> tuple[Question, ...]:
        """What to ask so that it be known who votes."""
        return tuple(dict.fromkeys(self._questions()))

    def _questions(self) -> Iterator[Question]:
        if not self.applies:
            return
        if isinstance(self.statutes, Unknown):
            yield clause_question(self.structure, self.statutes, "")
        if isinstance(self.structure.members, Unknown):
            yield Question("members", _MEMBERS)
            return
        places = {id(membership): place for place, membership in enumerate(self.structure.members)}
        for one in self.open:
            for verdict in one.verdicts:
                if verdict.rule.id == VOTE:
                    yield from _asked(verdict, places[id(one.membership)])

    def explain(self, lang: Lang = "fr") -> str:
        """Who votes, who does not, of whom it is open: the numbers, then each of those who do not surely vote."""
        if not self.applies:
            return _NO_ASSOCIATION.to(lang)
        head = _HEAD.to(lang).format(
            electors=len(self.electors), open=len(self.open), without=len(self.without_vote)
        )
        return "\n".join([head, *(one.said(lang) for one in (*self.open, *self.without_vote))])


_MEMBERS = Text("membres", "members")
_HEAD = Text(
    "Électeurs : {electors} ; droit de vote à vérifier : {open} ; sans droit de vote : {without}.",
    "Electors: {electors}; right to vote to be checked: {open}; without a vote: {without}.",
)
_NO_ASSOCIATION = Text(
    "Sans objet : cette structure n'a pas de statuts d'association.",
    "Not applicable: this structure has no statutes of an association.",
)


def _college_key(college: str | None | Unknown) -> tuple[int, str, str]:
    if isinstance(college, str):
        return 0, lookup_key(college), college
    return (1 if college is None else 2), "", ""


def _asked(verdict: Verdict, place: int) -> Iterator[Question]:
    """What a verdict on one membership lacks, as places in the dossier of the structure."""
    for fact in verdict.unknown:
        path = fact.path.replace("membership.", f"members[{place}].", 1).removeprefix("structure.")
        if "(" not in path:  # what is worked out from other facts cannot be told
            yield Question(path, fact.label or Text(path, path))


def electors(register: "Register", structure_id: str, *, on: date, law: Law = LAW) -> Electorate:
    """Judge, of each member of a structure on a day, whether they vote at its general assembly.

    Whoever may be a member that day, their dates being open, is judged too.

    Raises:
        UnknownStructure: the register holds no such structure.
        TypeError: ``on`` is not a plain date.
        RuleConflict: the law holds rules of statutes already.
    """
    structure = register.structure(structure_id)
    roll = register.members_of(structure_id, on=on)  # refuses what is no plain day
    statutes = _governing(structure, on)
    in_force = law_with_statutes(structure, law)
    judged = (
        ()
        if statutes is None
        else sorted_as_people(
            (_judged(structure, one, on, statutes, in_force) for one in (*roll, *roll.uncertain)),
            lambda one: one.member,
        )
    )
    return Electorate(
        structure=structure,
        on=on,
        statutes=statutes,
        electors=_with(judged, Outcome.SATISFIED),
        open=_with(judged, Outcome.UNDETERMINED),
        without_vote=_with(judged, Outcome.VIOLATED),
        complete=roll.complete,
    )


def _with(judged: Iterable[Elector], outcome: Outcome) -> tuple[Elector, ...]:
    return tuple(one for one in judged if one.outcome is outcome)


def _governing(structure: Structure, on: date) -> Statutes | None | Unknown:
    try:
        return structure.statutes_on(on)
    except NotSettled:
        return UNKNOWN


def _judged(
    structure: Structure, membership: Membership, on: date, statutes: Statutes | Unknown, law: Law
) -> Elector:
    belonging = Belonging(structure=as_kind(structure), membership=membership)
    verdicts = tuple(
        verdict
        for verdict in assess(belonging, on=on, law=law).verdicts
        if verdict.rule.authority is Authority.STATUTES
    )
    vote = next((verdict for verdict in verdicts if verdict.rule.id == VOTE), None)
    outcome = Outcome.UNDETERMINED if vote is None else vote.outcome
    return Elector(
        member=membership.member,
        membership=membership,
        college=membership.college,
        votes=0 if outcome is Outcome.VIOLATED else _votes(statutes, membership),
        outcome=outcome,
        why=tuple(_why(vote, statutes, membership)),
        verdicts=verdicts,
    )


def _votes(statutes: Statutes | Unknown, membership: Membership) -> int | Unknown:
    """The votes of each member of a college. Where the statutes have neither colleges nor weights, one."""
    if isinstance(statutes, Unknown):
        return UNKNOWN
    try:
        college = statutes.college_of(membership)
    except NotSettled:
        return UNKNOWN
    if college is not None:
        return college.votes
    return 1 if statutes.votes_by_college is False else UNKNOWN


def _why(vote: Verdict | None, statutes: Statutes | Unknown, membership: Membership) -> Iterator[Text]:
    if vote is None:
        yield _STATUTES_UNKNOWN
    elif vote.reason is not None:
        yield vote.reason
    elif vote.outcome is Outcome.UNDETERMINED:
        labels = tuple(dict.fromkeys(question.label for question in _asked(vote, 0)))
        yield Text(
            f"à demander : {', '.join(label.fr for label in labels)}",
            f"to ask: {', '.join(label.en for label in labels)}",
        )
    elif vote.outcome is Outcome.VIOLATED:
        yield _CONSULTATIVE if _has_no_voice(statutes, membership) else _FEE_UNPAID


def _has_no_voice(statutes: Statutes | Unknown, membership: Membership) -> bool:
    try:
        return not statutes.college_votes(membership)
    except NotSettled:
        return False


_STATUTES_UNKNOWN = Text("statuts inconnus", "statutes not known")
_CONSULTATIVE = Text("collège à voix consultative", "college with a consultative voice")
_FEE_UNPAID = Text("cotisation non à jour", "fee not paid up")
