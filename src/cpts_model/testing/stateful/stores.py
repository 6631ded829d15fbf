"""What keeps a register: what the machine asks of it, and the plainest one there is."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol

import attrs

from cpts_model.engine.unknown import Unknown
from cpts_model.exchange.registers import dumps_register, loads_register
from cpts_model.facts.memberships import Member
from cpts_model.facts.structures import Structure
from cpts_model.register.change import Change, Reorganisation
from cpts_model.register.register import Register

Answer = Change | bool
"""Whether an event was done. A :class:`~cpts_model.Change` says more, which is looked at too."""


class Store(Protocol):
    """What keeps memberships: a variable, a file, the tables of a database.

    It need not be built on our register. It keeps of each membership: whose it is, of what
    structure, its first day, the first day on which it is over (or none), why it ended, and
    that it was consented to; and gives them back as a :class:`~cpts_model.Register`. An event
    answers with a :class:`~cpts_model.Change`, or with True when it was done and False when it
    was refused. What is refused, or raises, leaves everything as it was.
    """

    @property
    def register(self) -> Register:
        """What is kept, as it is now: a value, which later events do not change.

        Its structures are those given when the store was opened, each with the tuple of its
        memberships (``joined_on``, ``left_on``, ``end_cause``, ``consented``, ``partner=False``),
        in any order: ``Register(attrs.evolve(structure, members=...) for structure in ...)``.
        A membership admitted with ``left_on`` has no ``end_cause`` (UNKNOWN or None) as long as
        no event ends it: nobody told why it will end.
        """
        ...

    def admit(
        self,
        candidate: Member,
        structure_id: str,
        *,
        on: date,
        consented: bool | Unknown,
        left_on: date | None,
    ) -> Answer:
        """Make somebody a member from a day on, up to ``left_on`` and without it where one is given.

        It is refused unless ``consented`` is True: consent is never presumed; where it would
        share a day with another membership of theirs in that structure; and from the day they
        died on. One that begins before another that is told already, and ends by then, may be
        done or refused.

        Days that contradict one another raise BadFact; where there is a reason to refuse as well
        (no consent, a day shared), a refusal will do. Nobody is admitted of whom a death was
        recorded that ended no membership: see :meth:`record_death`.

        Raises:
            BadFact: it would begin before their death and not end by it.
        """
        ...

    def withdraw(self, member_id: str, structure_id: str, *, on: date) -> Answer:
        """Record that a member leaves of their own will (``EndCause.RESIGNATION``).

        ``on`` is the first day they are no member. It is done whenever a membership runs that
        day, even if it was to end later or begins that very day (it then lasts no day, and is
        kept); and refused when none does.

        Raises:
            UnknownMember: nobody of this id ever had a membership there.
        """
        ...

    def exclude(self, member_id: str, structure_id: str, *, on: date, heard: bool) -> Answer:
        """Record that a structure excludes a member (``EndCause.EXCLUSION``): as :meth:`withdraw` for the rest.

        Whoever was not heard is excluded all the same: it is for a court to undo it.

        Raises:
            UnknownMember: nobody of this id ever had a membership there.
        """
        ...

    def record_death(self, member_id: str, *, on: date) -> Answer:
        """Record a death (``EndCause.DEATH``), which is always done.

        Every membership, in every structure, that is not over by that day ends on it; one
        that was to begin later begins and ends that day, and so never runs.

        Where all of them are over already, it ends none, and our
        :meth:`~cpts_model.Register.record_death` keeps no trace of it. A store may remember it or
        not: such a person is never admitted again, so that neither is found wrong.

        Raises:
            UnknownMember: nobody of this id ever had a membership anywhere.
            BadFact: an organisation does not die.
        """
        ...

    def reopened(self) -> "Store":
        """The same store, as somebody finds it who opens it tomorrow."""
        ...

    def closed(self) -> None:
        """Nobody will use it any more: an example is over."""
        ...


class ReorganisingStore(Store, Protocol):
    """A store that merges and splits structures too.

    Every membership of an old structure that is not over ends that day
    (``EndCause.REORGANISATION``), as :meth:`Store.record_death` ends them. Whoever consented to
    one of the new structures is a member of it from that day, up to the day on which the old
    membership was to end; the later one where they had two. Nobody else is. What is given
    back is a :class:`~cpts_model.Reorganisation`, which is looked at too, or None.
    """

    def merge(
        self, structure_ids: Iterable[str], into: Structure, *, on: date, consents: Iterable[str]
    ) -> Reorganisation | None:
        """Merge structures into a new one; ``consents`` are the ids of those who consented to join it."""
        ...

    def split(
        self, structure_id: str, into: Iterable[Structure], *, on: date, consents: Mapping[str, str]
    ) -> Reorganisation | None:
        """Split a structure; ``consents`` gives, by member, the new structure that each consented to join."""
        ...


@attrs.define
class MemoryStore:
    """The plainest store: a variable that holds our register. Tomorrow it is read from its JSON."""

    register: Register

    @classmethod
    def opened(cls, structures: tuple[Structure, ...]) -> "MemoryStore":
        """A store on structures."""
        return cls(Register(structures))

    def keep(self, register: Register) -> None:
        """Keep a register from now on."""
        self.register = register

    def admit(
        self,
        candidate: Member,
        structure_id: str,
        *,
        on: date,
        consented: bool | Unknown,
        left_on: date | None,
    ) -> Change:
        """Make somebody a member from a day on."""
        return self._kept(
            self.register.admit(candidate, structure_id, on=on, consented=consented, left_on=left_on)
        )

    def withdraw(self, member_id: str, structure_id: str, *, on: date) -> Change:
        """Record that a member leaves of their own will."""
        return self._kept(self.register.withdraw(member_id, structure_id, on=on))

    def exclude(self, member_id: str, structure_id: str, *, on: date, heard: bool) -> Change:
        """Record that a structure excludes a member."""
        return self._kept(self.register.exclude(member_id, structure_id, on=on, heard=heard))

    def record_death(self, member_id: str, *, on: date) -> Change:
        """Record a death."""
        return self._kept(self.register.record_death(member_id, on=on))

    def merge(
        self, structure_ids: Iterable[str], into: Structure, *, on: date, consents: Iterable[str]
    ) -> Reorganisation:
        """Merge structures into a new one."""
        return self._reorganised(self.register.merge(structure_ids, into, on=on, consents=consents))

    def split(
        self, structure_id: str, into: Iterable[Structure], *, on: date, consents: Mapping[str, str]
    ) -> Reorganisation:
        """Split a structure into new ones."""
        return self._reorganised(self.register.split(structure_id, into, on=on, consents=consents))

    def reopened(self) -> "MemoryStore":
        """The same register, written as JSON and read again."""
        self.register = loads_register(dumps_register(self.register))
        return self

    def closed(self) -> None:
        """There is nothing to tidy up."""

    def _kept(self, change: Change) -> Change:
        self.keep(change.register)
        return change

    def _reorganised(self, done: Reorganisation) -> Reorganisation:
        self.keep(done.register)
        return done
