"""What each elector's ballot weighs."""

from collections.abc import Collection, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import UNKNOWN, Count, Unknown
from cpts_model.facts.colleges import College
from cpts_model.facts.statutes import Statutes

if TYPE_CHECKING:
    from cpts_model.register.assembly.electors import Elector, Electorate

Weight = Fraction | Unknown


@attrs.frozen(slots=True, kw_only=True)
class Weights:
    """What each elector's ballot weighs: votes or, where votes are by college, a part of the whole (1)."""

    by_college: bool | Unknown
    """Whether the statutes have votes by college."""
    total: Count | Fraction | Unknown
    """The votes of all the electors; bounds while it is open who they are."""
    of: dict[str, Weight]
    """The weight of each elector, and of each member of whom it is open, by identifier."""
    remarks: tuple[Text, ...] = ()
    """What does not add up in the shares of the colleges."""

    def vote_weight(self, elector: "Elector") -> Weight:
        """What an elector's ballot weighs; unknown while it is open, nothing for whoever does not vote."""
        return self.of.get(elector.id, Fraction(0))


def weights(electorate: "Electorate", among: Collection[str] | None = None) -> Weights:
    """The weight of each elector's ballot.

    Where votes are by college, the share of a college is split evenly among its electors, in
    the room or not. Where statutes split it among those who vote, tell who does: ``among``
    are their identifiers. A weight stays unknown while anybody may prove an elector of the
    college.
    """
    voting = [one for one in electorate.electors if among is None or one.id in among]
    doubtful = [one for one in electorate.open if among is None or one.id in among]
    statutes = electorate.statutes
    by_college = statutes.votes_by_college if isinstance(statutes, Statutes) else UNKNOWN
    if isinstance(by_college, Unknown):
        return Weights(
            by_college=UNKNOWN, total=UNKNOWN, of={one.id: UNKNOWN for one in (*voting, *doubtful)}
        )
    if by_college:
        return _by_share(electorate, voting, doubtful)
    return Weights(
        by_college=False,
        total=_sum_of_votes(voting, doubtful) if electorate.complete else UNKNOWN,
        of={one.id: _votes(one) for one in (*voting, *doubtful)},
    )


def _votes(one: "Elector") -> Weight:
    return UNKNOWN if isinstance(one.votes, Unknown) else Fraction(one.votes)


def _sum_of_votes(voting: "list[Elector]", doubtful: "list[Elector]") -> Count | Unknown:
    least = more = 0
    for one in voting:
        if isinstance(one.votes, Unknown):
            return UNKNOWN
        least += one.votes
    for one in doubtful:
        if isinstance(one.votes, Unknown):
            return UNKNOWN
        more += one.votes
    return Count(least, least + more)


def _by_share(electorate: "Electorate", voting: "list[Elector]", doubtful: "list[Elector]") -> Weights:
    each = {college.name: _weight_in(college, voting, doubtful) for college in _voting_colleges(electorate)}
    return Weights(
        by_college=True,
        total=_sum_of_shares(electorate, voting, doubtful),
        of={
            one.id: each.get(one.college, UNKNOWN) if isinstance(one.college, str) else UNKNOWN
            for one in (*voting, *doubtful)
        },
        remarks=tuple(_remarks(electorate, voting, doubtful)),
    )


def _voting_colleges(electorate: "Electorate") -> tuple[College, ...]:
    """The colleges that vote, or may: one with a consultative voice has no share."""
    return tuple(
        college for college in electorate.colleges if college.deliberative is not False and college.votes != 0
    )


def _weight_in(college: College, voting: "list[Elector]", doubtful: "list[Elector]") -> Weight:
    """What a ballot weighs in a college: its share, split among those who vote in it."""
    members = sum(one.college == college.name for one in voting)
    if not isinstance(college.share, Decimal) or not members or _doubts(college, doubtful):
        return UNKNOWN
    return Fraction(college.share) / 100 / members


def _doubts(college: College, doubtful: "list[Elector]") -> bool:
    """Whether one more elector of the college may be found."""
    return any(isinstance(one.college, Unknown) or one.college == college.name for one in doubtful)


def _sum_of_shares(
    electorate: "Electorate", voting: "list[Elector]", doubtful: "list[Elector]"
) -> Fraction | Unknown:
    """The shares of the colleges in which somebody votes."""
    total = Fraction(0)
    if not electorate.complete or not _voting_colleges(electorate):
        return UNKNOWN
    for college in _voting_colleges(electorate):
        if any(one.college == college.name for one in voting):
            if not isinstance(college.share, Decimal):
                return UNKNOWN
            total += Fraction(college.share) / 100
        elif _doubts(college, doubtful):
            return UNKNOWN
    return total


def _remarks(electorate: "Electorate", voting: "list[Elector]", doubtful: "list[Elector]") -> Iterator[Text]:
    colleges = _voting_colleges(electorate)
    if not colleges:
        yield Text(
            "les statuts font voter par collège, et leurs collèges ne sont pas indiqués",
            "the statutes have votes by college, and their colleges are not told",
        )
    shares = [college.share for college in colleges if isinstance(college.share, Decimal)]
    for college in colleges:
        if not isinstance(college.share, Decimal):
            yield Text(
                f"collège « {college.name} » : la part de ses voix n'est pas indiquée",
                f"college “{college.name}”: its share of the votes is not told",
            )
        elif (
            college.share > 0
            and not any(one.college == college.name for one in voting)
            and not _doubts(college, doubtful)
        ):
            yield Text(
                f"collège « {college.name} » : personne n'y vote, et sa part ({_percent(college.share, 'fr')} %) n'est portée par personne",
                f"college “{college.name}”: nobody votes in it, and its share ({_percent(college.share, 'en')}%) falls to nobody",
            )
    whole = isinstance(electorate.statutes, Statutes) and not electorate.statutes.colleges_read_in_part
    if whole and colleges and len(shares) == len(colleges) and (total := sum(shares, Decimal(0))) != 100:
        yield Text(
            f"les parts des collèges font {_percent(total, 'fr')} %, et non 100 %",
            f"the shares of the colleges make {_percent(total, 'en')}%, and not 100%",
        )


def _percent(share: Decimal, lang: Lang) -> str:
    return f"{share.normalize():f}".replace(".", "," if lang == "fr" else ".")
