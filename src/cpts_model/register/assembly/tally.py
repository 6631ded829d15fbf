"""Counting a vote. What majority it takes is for the statutes: a tally decides nothing."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

import attrs

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.register.assembly.electors import Elector, Electorate
from cpts_model.register.assembly.weights import Weight, Weights, weights
from cpts_model.register.assembly.words import NO_MEMBER, WITHOUT_VOTE, NotCounted


@attrs.frozen(slots=True)
class Line:
    """An option: how many ballots it had, and what they weigh together."""

    option: str
    ballots: int
    weight: Weight


@attrs.frozen(slots=True, kw_only=True)
class Tally:
    """A vote counted, exactly."""

    options: tuple[Line, ...]
    """Each option that had a ballot, in alphabetical order."""
    blank: Line
    """The ballots left blank."""
    abstentions: tuple[Elector, ...]
    """The electors of whom there is no ballot, in the room or not."""
    open: tuple[NotCounted, ...]
    """Ballots kept apart: whether they count is open."""
    refused: tuple[NotCounted, ...]
    """Ballots that do not count, and why."""
    weights: Weights = attrs.field(repr=False)

    @property
    def cast(self) -> int:
        """How many ballots count, blank ones too."""
        return sum(line.ballots for line in (*self.options, self.blank))

    @property
    def weight_cast(self) -> Weight:
        """What the ballots that count weigh together."""
        return _sum(line.weight for line in (*self.options, self.blank))

    def of(self, option: str) -> Line:
        """The line of an option; an empty one when nobody chose it."""
        return next((line for line in self.options if line.option == option), Line(option, 0, Fraction(0)))


def tally(electorate: Electorate, ballots: Mapping[str, str], weighed: Weights | None = None) -> Tally:
    """Count ballots: the option each elector chose, by identifier; an empty one is blank.

    A ballot cast by proxy stands under the identifier of whoever gave the proxy. ``weighed``
    are the weights to count with, those of :func:`weights` unless told: where the share of a
    college is split among those who vote, ``weights(electorate, among=ballots)``.
    """
    weighed = weighed or weights(electorate)
    chosen: dict[str, list[Elector]] = {}
    for one in electorate.electors:
        if one.id in ballots:
            chosen.setdefault(ballots[one.id].strip(), []).append(one)
    return Tally(
        options=tuple(_line(option, chosen[option], weighed) for option in sorted(chosen) if option),
        blank=_line("", chosen.get("", []), weighed),
        abstentions=tuple(one for one in electorate.electors if one.id not in ballots),
        open=tuple(NotCounted(one.id, _OPEN) for one in electorate.open if one.id in ballots),
        refused=tuple(_refused(electorate, ballots)),
        weights=weighed,
    )


_OPEN = Text("droit de vote à vérifier", "right to vote to be checked")


def _line(option: str, who: list[Elector], weighed: Weights) -> Line:
    return Line(option, len(who), _sum(weighed.vote_weight(one) for one in who))


def _sum(parts: Iterable[Weight]) -> Weight:
    total = Fraction(0)
    for part in parts:
        if isinstance(part, Unknown):
            return UNKNOWN
        total += part
    return total


def _refused(electorate: Electorate, ballots: Mapping[str, str]) -> Iterator[NotCounted]:
    voting = {one.id for one in (*electorate.electors, *electorate.open)}
    for member_id in sorted(ballots):
        if member_id not in voting:
            yield NotCounted(member_id, WITHOUT_VOTE if member_id in electorate.of else NO_MEMBER)
