"""From names at the door to numbers: who is there, and which proxies stand."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from cpts_model.engine.errors import nearest_names
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Count, Unknown
from cpts_model.facts.checks import BadFact
from cpts_model.facts.statutes import Quorum, Statutes
from cpts_model.register.assembly.electors import Electorate
from cpts_model.register.assembly.room import Held, Room
from cpts_model.register.assembly.words import NO_MEMBER, WITHOUT_VOTE, NotCounted
from cpts_model.register.errors import UnknownMember, several_ids
from cpts_model.register.names import lookup_key

if TYPE_CHECKING:
    from cpts_model.register.register import Register

SURE, OPEN = Outcome.SATISFIED, Outcome.UNDETERMINED

GIVER_NO_ELECTOR = Text(
    "pouvoir donné par quelqu'un qui ne vote pas ce jour-là",
    "proxy given by somebody who does not vote that day",
)
GIVER_PRESENT = Text("pouvoir donné par quelqu'un qui est présent", "proxy given by somebody who is there")
HOLDER_ABSENT = Text(
    "pouvoir donné à quelqu'un qui n'est pas présent", "proxy given to somebody who is not there"
)
HOLDER_NO_ELECTOR = Text(
    "pouvoir donné à quelqu'un qui ne vote pas ce jour-là",
    "proxy given to somebody who does not vote that day",
)
TOO_MANY = Text(
    "porte {held} pouvoirs, et les statuts en admettent {limit} : {beyond} de trop",
    "holds {held} proxies, and the statutes admit {limit}: {beyond} too many",
)


def room_of_so_many(electorate: Electorate, present: int) -> tuple[Room, tuple[NotCounted, ...]]:
    """A room in which so many electors were counted.

    Raises:
        BadFact: there are not so many, or fewer than none.
    """
    known, doubtful = len(electorate.electors), len(electorate.open)
    if present < 0 or (electorate.complete and present > known + doubtful):
        raise BadFact(
            "present",
            Text(
                f"{present} électeurs présents, sur {known + doubtful} au plus",
                f"{present} electors present, of {known + doubtful} at most",
            ),
        )
    electors = max(known, present)
    open_absent = max(0, known + doubtful - electors)
    return Room(electors=electors, present=present, open_present=0, open_absent=open_absent), ()


def room_of_people(
    register: "Register", electorate: Electorate, present: Collection[str], proxies: Mapping[str, str]
) -> tuple[Room, tuple[NotCounted, ...]]:
    """A room with these people in it, and who of them is not counted.

    Raises:
        UnknownMember: nobody in the register has one of these identifiers.
        TypeError: one identifier stands for the collection of them.
    """
    there = tuple(dict.fromkeys(several_ids(present)))
    for member_id in (*there, *proxies, *proxies.values()):
        _refuse_stranger(register, electorate, member_id)
    if not electorate.complete:
        # Nobody told the members: any of these may be one.
        return Room(electors=0, present=0, open_present=len(there), open_absent=0), ()
    standing, refused = _sorted_out(electorate, frozenset(there), proxies)
    sure = sum(_outcome(electorate, one) is SURE for one in there)
    doubtful = sum(_outcome(electorate, one) is OPEN for one in there)
    room = Room(
        electors=len(electorate.electors),
        present=sure,
        open_present=doubtful,
        open_absent=len(electorate.open) - doubtful,
        held=tuple(_held(electorate, holder, givers) for holder, givers in standing.items()),
        counted_each=_counted_each(electorate, len(proxies)),
    )
    return room, (
        *_not_electors(electorate, there),
        *refused,
        *_too_many(electorate, standing),
    )


def _refuse_stranger(register: "Register", electorate: Electorate, member_id: str) -> None:
    """An identifier that nobody has is a slip: of the keyboard, or of a name told for an identifier."""
    if member_id in electorate.of or register.history(member_id):
        return
    known = {one.id: one.id for one in electorate.everybody}
    named = {lookup_key(one.name): one.id for one in electorate.everybody}
    near = [named[name] for name in nearest_names(lookup_key(member_id), named)]
    near += [known[name] for name in nearest_names(member_id, known)]
    raise UnknownMember(member_id, electorate.structure.id, tuple(dict.fromkeys(near)))


def _outcome(electorate: Electorate, member_id: str) -> Outcome | None:
    """Whether somebody votes; ``None`` for who is no member that day."""
    one = electorate.of.get(member_id)
    return None if one is None else one.outcome


def _not_electors(electorate: Electorate, there: Collection[str]) -> Iterator[NotCounted]:
    for member_id in there:
        outcome = _outcome(electorate, member_id)
        if outcome is None or outcome is Outcome.VIOLATED:
            yield NotCounted(member_id, NO_MEMBER if outcome is None else WITHOUT_VOTE)


# --- Proxies


def _sorted_out(
    electorate: Electorate, there: frozenset[str], proxies: Mapping[str, str]
) -> tuple[dict[str, list[str]], list[NotCounted]]:
    """By holder, those whose proxies they hold; and the proxies that do not stand."""
    standing: defaultdict[str, list[str]] = defaultdict(list)
    refused: list[NotCounted] = []
    for giver, holder in proxies.items():
        fault = _fault(electorate, there, giver, holder)
        if fault is None:
            standing[holder].append(giver)
        else:
            refused.append(NotCounted(giver, fault))
    return standing, refused


def _fault(electorate: Electorate, there: frozenset[str], giver: str, holder: str) -> Text | None:
    if _outcome(electorate, giver) not in (SURE, OPEN):
        return GIVER_NO_ELECTOR
    if giver in there:
        return GIVER_PRESENT
    if holder not in there:
        return HOLDER_ABSENT
    if _outcome(electorate, holder) not in (SURE, OPEN):
        return HOLDER_NO_ELECTOR
    return None


def _held(electorate: Electorate, holder: str, givers: list[str]) -> Held:
    sure = sum(_outcome(electorate, giver) is SURE for giver in givers)
    return Held(holder_open=_outcome(electorate, holder) is OPEN, sure=sure, open=len(givers) - sure)


def _counted_each(electorate: Electorate, given: int) -> Count:
    """How many of the proxies that one person holds count towards the quorum."""
    statutes = electorate.statutes
    limit = statutes.proxies_per_member if isinstance(statutes, Statutes) else statutes
    clause = statutes.quorum if isinstance(statutes, Statutes) else statutes
    count = clause.counts_proxies if isinstance(clause, Quorum) else clause
    least = 0 if isinstance(limit, Unknown) else given if limit is None else min(limit, given)
    most = given if isinstance(limit, Unknown) else least
    if isinstance(count, Unknown):
        return Count(0, most)
    return Count(least, most) if count else Count(0, 0)


def _too_many(electorate: Electorate, standing: Mapping[str, list[str]]) -> Iterator[NotCounted]:
    """Who holds more proxies than the statutes admit, whatever is open."""
    statutes = electorate.statutes
    limit = statutes.proxies_per_member if isinstance(statutes, Statutes) else None
    if not isinstance(limit, int):
        return
    for holder, givers in standing.items():
        held = sum(_outcome(electorate, giver) is SURE for giver in givers)
        if held > limit:
            numbers = {"held": held, "limit": limit, "beyond": held - limit}
            yield NotCounted(holder, Text(TOO_MANY.fr.format(**numbers), TOO_MANY.en.format(**numbers)))
