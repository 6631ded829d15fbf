"""Whether the quorum of a general assembly is reached."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

import attrs

from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import UNKNOWN, Count, Unknown
from cpts_model.facts.checks import BadFact
from cpts_model.facts.statutes import Quorum, Statutes
from cpts_model.law import LAW
from cpts_model.register.assembly.electors import Electorate, electors
from cpts_model.register.assembly.presence import room_of_people, room_of_so_many
from cpts_model.register.assembly.room import Room
from cpts_model.register.assembly.words import (
    NotCounted,
    Question,
    clause_question,
    quorum_words,
    statutes_words,
)

if TYPE_CHECKING:
    from cpts_model.register.register import Register


@attrs.frozen(slots=True, kw_only=True, repr=False)
class QuorumAnswer:
    """Whether the quorum is reached, with how many, and who is not counted.

    Numbers are bounds: they are exact where nothing is open. There is no truth value: ask
    ``.reached``.
    """

    electorate: Electorate
    clause: Quorum | None | Unknown
    """The quorum of the statutes; ``None`` when they have none."""
    room: Room
    not_counted: tuple[NotCounted, ...] = ()
    """People in the room, and proxies, that do not count, and why."""
    lacking: tuple[Question, ...] = attrs.field(default=(), repr=False)

    def __repr__(self) -> str:
        return f"<Quorum of {self.electorate.structure.id!r} on {self.on}: {self.reached.value}>"

    def __bool__(self) -> bool:
        raise TypeError("whether a quorum is reached may be open: ask .reached")

    @property
    def on(self) -> date:
        """The day of the assembly."""
        return self.electorate.on

    @property
    def reached(self) -> Outcome:
        """Satisfied: it is reached. Violated: it is not. Undetermined: it is open. Not applicable: there is none."""
        if self.clause is None:
            return Outcome.NOT_APPLICABLE
        missing = self.missing
        if missing is None or isinstance(missing, Unknown):
            return Outcome.UNDETERMINED
        if missing.most == 0:
            return Outcome.SATISFIED
        return Outcome.VIOLATED if missing.least else Outcome.UNDETERMINED

    @property
    def counted(self) -> Count:
        """How many count: the electors in the room, and the proxies where they do."""
        return self.room.counted

    @property
    def needed(self) -> Count | Unknown | None:
        """How many it takes; ``None`` when there is no quorum."""
        if self.clause is None:
            return None
        if isinstance(self.clause, Unknown) or not self.electorate.complete:
            return UNKNOWN
        return self.room.needed(self.clause)

    @property
    def missing(self) -> Count | Unknown | None:
        """How many more electors it takes, at least and at most; ``None`` when there is no quorum."""
        if self.clause is None:
            return None
        if isinstance(self.clause, Unknown) or not self.electorate.complete:
            return UNKNOWN
        return self.room.missing(self.clause)

    @property
    def questions(self) -> tuple[Question, ...]:
        """What to ask so that the answer be settled; nothing, once it is."""
        return self.lacking if self.reached is Outcome.UNDETERMINED else ()

    def what_if(self, more: int) -> "QuorumAnswer":
        """The answer if so many electors more came, who had given no proxy.

        Raises:
            BadFact: there are not so many; or fewer than none.
        """
        if not 0 <= more <= self.room.may_still_come:
            raise BadFact(
                "more",
                Text(
                    f"{more} : {self.room.may_still_come} électeurs au plus peuvent encore venir",
                    f"{more}: {self.room.may_still_come} electors at most may still come",
                ),
            )
        return attrs.evolve(self, room=self.room.with_more(more))

    def explain(self, lang: Lang = "fr") -> str:
        """The answer in words: the clause, the numbers, who is not counted, what to ask."""
        return "\n".join(_lines(self, lang))


@attrs.frozen(slots=True)
class QuorumStep:
    """A number of people in the room, from one to another, for which the answer is the same."""

    least: int
    most: int
    reached: Outcome


def quorum_table(answer: QuorumAnswer) -> tuple[QuorumStep, ...]:
    """How the answer changes as more electors come, from those in the room to all that there may be."""
    steps: list[QuorumStep] = []
    for more in range(answer.room.may_still_come + 1):
        reached = answer.what_if(more).reached
        there = answer.room.present + answer.room.open_present + more
        if steps and steps[-1].reached is reached:
            steps[-1] = attrs.evolve(steps[-1], most=there)
        else:
            steps.append(QuorumStep(there, there, reached))
    return tuple(steps)


def quorum(
    register: "Register",
    structure_id: str,
    *,
    present: Collection[str] | int,
    proxies: Mapping[str, str] | None = None,
    on: date,
    law: Law = LAW,
) -> QuorumAnswer:
    """Whether the quorum of the general assembly is reached.

    ``present`` are the identifiers of those in the room, or how many electors were counted
    there. ``proxies`` say who gave theirs to whom: giver and holder. Somebody in the room who
    is no elector, and a proxy that the statutes do not admit, are told and not counted.

    Raises:
        UnknownStructure: the register holds no such structure.
        UnknownMember: nobody in the register has one of these identifiers.
        BadFact: more people were counted than there may be electors; or proxies are told
            without saying who is there.
    """
    electorate = electors(register, structure_id, on=on, law=law)
    statutes = electorate.statutes
    clause = statutes.quorum if isinstance(statutes, Statutes) else statutes
    if isinstance(present, int):
        if proxies:
            raise BadFact(
                "present",
                Text(
                    "pour compter les procurations, dire qui est dans la salle, et non combien",
                    "to count proxies, tell who is in the room and not how many",
                ),
            )
        room, not_counted = room_of_so_many(electorate, present)
    else:
        room, not_counted = room_of_people(register, electorate, present, proxies or {})
    return QuorumAnswer(
        electorate=electorate,
        clause=clause,
        room=room,
        not_counted=not_counted,
        lacking=tuple(dict.fromkeys(_lacking(electorate, clause, bool(room.held)))),
    )


def _lacking(
    electorate: Electorate, clause: Quorum | None | Unknown, with_proxies: bool
) -> Iterator[Question]:
    statutes = electorate.statutes
    if isinstance(statutes, Statutes):
        structure = electorate.structure
        if isinstance(clause, Unknown):
            yield clause_question(structure, statutes, "quorum")
        if with_proxies and isinstance(clause, Quorum) and isinstance(clause.counts_proxies, Unknown):
            yield clause_question(structure, statutes, "quorum.counts_proxies")
        if with_proxies and isinstance(statutes.proxies_per_member, Unknown):
            yield clause_question(structure, statutes, "proxies_per_member")
    yield from electorate.questions


# --- In words


def _lines(answer: QuorumAnswer, lang: Lang) -> Iterator[str]:
    statutes = answer.electorate.statutes
    yield _REACHED[answer.reached].to(lang)
    if isinstance(statutes, Statutes):
        told = _CLAUSE_UNREAD if isinstance(answer.clause, Unknown) else _clause(answer.clause)
        yield f"{_CLAUSE.to(lang)} : {told.to(lang)} ({statutes_words(statutes, lang)})"
    elif answer.clause is None:
        yield _NO_STATUTES.to(lang)
    else:
        yield _UNREAD.to(lang)
    for words, number in (
        (_ELECTORS, answer.electorate.number),
        (_NEEDED, answer.needed),
        (_COUNTED, answer.counted),
        (_MISSING, answer.missing),
    ):
        if isinstance(number, Count):
            yield f"{words.to(lang)} : {number}"
    for one in answer.not_counted:
        yield f"{_NOT_COUNTED.to(lang)} : {one.member_id}, {one.why.to(lang)}"
    for question in answer.questions:
        yield f"{_ASK.to(lang)} : {question.label.to(lang)} ({question.path})"


def _clause(clause: Quorum | None) -> Text:
    return _NO_QUORUM if clause is None else quorum_words(clause)


_REACHED = {
    Outcome.SATISFIED: Text("Le quorum est atteint.", "The quorum is reached."),
    Outcome.VIOLATED: Text("Le quorum n'est pas atteint.", "The quorum is not reached."),
    Outcome.UNDETERMINED: Text(
        "On ne peut pas encore dire si le quorum est atteint.",
        "Whether the quorum is reached cannot be said yet.",
    ),
    Outcome.NOT_APPLICABLE: Text("Aucun quorum n'est exigé.", "No quorum is asked for."),
}
_CLAUSE = Text("Clause", "Clause")
_CLAUSE_UNREAD = Text("quorum non indiqué", "quorum not told")
_NO_QUORUM = Text("pas de quorum", "no quorum")
_NO_STATUTES = Text(
    "Cette structure n'a pas de statuts d'association.", "This structure has no statutes of an association."
)
_UNREAD = Text(
    "Les statuts en vigueur ce jour-là ne sont pas connus.", "The statutes in force that day are not known."
)
_ELECTORS = Text("Électeurs", "Electors")
_NEEDED = Text("Il en faut", "It takes")
_COUNTED = Text("Comptés", "Counted")
_MISSING = Text("Il en manque", "Missing")
_NOT_COUNTED = Text("Non compté", "Not counted")
_ASK = Text("À demander", "To ask")
