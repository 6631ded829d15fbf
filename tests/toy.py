"""A sports club and its invented law: what the engine is tested on, which knows of neither."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any

import attrs
from hypothesis import strategies as st

from cpts_model.engine.citations import Article, ArticleVersion, Authority, Code, Evidence
from cpts_model.engine.dates import Period, add_years, since
from cpts_model.engine.labels import label, labelled
from cpts_model.engine.law import Law
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, OpenQuestion, Unknown, all_of, any_of, at_least, either

ON = date(2024, 3, 1)


class Level(Enum):
    BEGINNER = "beginner"
    COACH = "coach"

    @property
    def label(self) -> Text:
        return Text("débutant", "beginner") if self is Level.BEGINNER else Text("entraîneur", "coach")

    @property
    def trains_others(self) -> bool:
        return self is Level.COACH


@attrs.frozen(slots=True, kw_only=True)
class Licence:
    number: str | Unknown = attrs.field(default=UNKNOWN, metadata=label("numéro", "number"))
    valid_until: date | Unknown = attrs.field(default=UNKNOWN, metadata=label("valable jusqu'au", "until"))


@attrs.frozen(slots=True, kw_only=True)
class Player:
    id: str = attrs.field(metadata=label("identifiant", "identifier"))
    born_on: Any = attrs.field(default=UNKNOWN, metadata=label("né le", "born on"))
    level: Any = attrs.field(default=UNKNOWN, metadata=label("niveau", "level"))
    paid: Any = attrs.field(default=UNKNOWN, metadata=label("cotisation payée", "fee paid"))
    licence: Any = attrs.field(default=UNKNOWN, metadata=label("licence", "licence"))

    @labelled("majeur", "adult")
    def is_adult(self, on: date) -> bool:
        return add_years(self.born_on, 18) <= on

    @property
    @labelled("entraîneur", "coach")
    def is_coach(self) -> bool:
        return self.level.trains_others


@attrs.frozen(slots=True, kw_only=True)
class Club:
    id: str = attrs.field(metadata=label("identifiant", "identifier"))
    name: Any = attrs.field(default=UNKNOWN, metadata=label("nom", "name"))
    players: Any = attrs.field(default=UNKNOWN, metadata=label("joueurs", "players"))
    captain: Any = attrs.field(default=UNKNOWN, metadata=label("capitaine", "captain"))
    hall_booked: Any = attrs.field(default=UNKNOWN, metadata=label("salle réservée", "hall booked"))
    colours: Any = attrs.field(default=UNKNOWN, metadata=label("couleurs", "colours"))
    season: Any = UNKNOWN

    KIND = "club"

    @property
    @labelled("a un entraîneur", "has a coach")
    def has_coach(self) -> bool:
        return any_of(self.players, lambda player: player.is_coach)

    @property
    @labelled("entraîneurs", "coaches")
    def coaches(self) -> tuple[Player, ...]:
        return tuple(player for player in self.players if player.is_coach)

    @property
    def coaches_by_id(self) -> dict[str, Player]:
        return {player.id: player for player in self.players}

    @property
    def squad(self) -> list[Player]:
        return list(self.players)

    @property
    def first_player(self) -> Player:
        return self.players[0]

    @labelled("compte tel joueur", "counts this player")
    def has(self, player: Any, *, level: Level = Level.BEGINNER) -> bool:
        return any(other.id == player.id for other in self.players)

    def count_of(self, condition: Any) -> int:
        return sum(1 for player in self.players if condition(player))

    @staticmethod
    def minimum() -> int:
        return 2

    @classmethod
    def kind(cls) -> str:
        return cls.KIND


class JuniorClub(Club):
    """A club of its own sort, about which rules on clubs speak too."""


# --- its law

SPORT = Code(
    "sport", Text("code du sport", "sports code"), "C. sport", Text("du code du sport", "of the sports code")
)
L1 = Article(
    code=SPORT,
    number="L1-2",
    title=Text("Clubs", "Clubs"),
    checked_on=date(2024, 1, 1),
    legifrance="LEGIARTI000000000001",
    versions=(
        ArticleVersion(
            period=Period(None, date(2000, 1, 1)), exists=False, evidence=Evidence.SECONDARY,
            act=Text("pas encore", "not yet"),
        ),
        ArticleVersion(period=since(2000, 1, 1).before(2010, 1, 1), evidence=Evidence.VERIFIED, act=Text("loi 1", "act 1")),
        ArticleVersion(period=since(2010, 1, 1), evidence=Evidence.VERIFIED, act=Text("loi 2", "act 2")),
    ),
)  # fmt: skip

COLOURS = Text("le texte se tait sur les couleurs", "the text is silent on colours")


def one_adult(club: Club, on: date) -> bool:
    return at_least(1, club.players, lambda player: player.is_adult(on))


def two_adults(club: Club, on: date) -> bool:
    return at_least(2, club.players, lambda player: player.is_adult(on))


def hall_is_booked(club: Club, on: date) -> bool:
    return bool(club.hall_booked)


def has_coach(club: Club, on: date) -> bool:
    return club.has_coach


def every_player(club: Club, on: date) -> Iterable[Player]:
    return club.players


def every_coach(club: Club, on: date) -> Iterable[Player]:
    return club.coaches


def adult(player: Player, club: Club, on: date) -> bool:
    return player.is_adult(on)


def licensed(player: Player, club: Club, on: date) -> bool:
    return player.licence is not None and player.licence.valid_until >= on


def coach_has_paid(player: Player, club: Club, on: date) -> bool:
    return bool(player.paid)


def each_adult_or_paid(club: Club, on: date) -> bool:
    return all_of(club.players, lambda player: either(lambda: player.is_adult(on), player.paid))


def coach_and_hall(club: Club, on: date) -> bool:
    return club.has_coach and bool(club.hall_booked)


def captain_is_ours(club: Club, on: date) -> bool:
    # ``is`` decides in silence, so the captain must be read before it is looked for among nobody.
    return club.captain is None or (club.captain.id != "" and club.has(club.captain, level=Level.COACH))


def several_players(club: Club, on: date) -> bool:
    return len(club.players) >= 2


def colours_are_fitting(club: Club, on: date) -> bool:
    if club.colours is None:
        return False
    raise OpenQuestion(COLOURS)


def rule(rule_id: str, holds: Any, **changes: Any) -> Rule:
    """A rule of the sports code in force for ever, save what is said otherwise."""
    told: dict[str, Any] = {
        "id": rule_id, "about": Club, "holds": holds,
        "modality": Modality.OBLIGATION, "authority": Authority.LAW, "cites": L1.alinea(1),
        "evidence": Evidence.VERIFIED, "checked_on": date(2024, 1, 1), "source": "invented",
        "title": Text("Titre.", "Title."), "remedy": Text("Remède.", "Remedy."),
    }  # fmt: skip
    return Rule(**(told | changes))


ONE_ADULT = rule(
    "club.adults", one_adult, modality=Modality.DEFINITION, in_force=since(2000, 1, 1).before(2010, 1, 1)
)
TWO_ADULTS = rule("club.adults", two_adults, modality=Modality.DEFINITION, in_force=since(2010, 1, 1))
HALL = rule("club.hall", hall_is_booked, authority=Authority.REGULATION, in_force=since(2005, 7, 1))
LICENCE = rule("player.licence", licensed, each=every_player, applies=adult, note=Text("Note.", "Remark."))
COACH_PAID = rule("coach.paid", coach_has_paid, each=every_coach)
COACH = rule("club.coach", has_coach, authority=Authority.PRACTICE)
ADULT_OR_PAID = rule("club.minors", each_adult_or_paid, modality=Modality.PROHIBITION)
TOURNAMENT = rule("club.tournament", coach_and_hall, modality=Modality.PERMISSION)
VISIT = rule("league.visit", hall_is_booked, upon=Text("la ligue", "the league"))
CAPTAIN = rule("club.captain", captain_is_ours, authority=Authority.STATUTES)
SEVERAL = rule("club.several", several_players)
FITTING = rule("club.colours", colours_are_fitting)

SETTLEABLE = Law(
    (
        ONE_ADULT,
        TWO_ADULTS,
        HALL,
        LICENCE,
        COACH_PAID,
        COACH,
        ADULT_OR_PAID,
        TOURNAMENT,
        VISIT,
        CAPTAIN,
        SEVERAL,
    ),
    (L1,),
)
TOY = SETTLEABLE.extended(FITTING)


# --- invented clubs


def player(name: str, **facts: Any) -> Player:
    """An adult coach in order, save what is said otherwise."""
    told: dict[str, Any] = {
        "born_on": date(1990, 1, 1), "level": Level.COACH, "paid": True,
        "licence": Licence(number="1", valid_until=date(2030, 1, 1)),
    }  # fmt: skip
    return Player(id=name, **(told | facts))


def club(*players: Any, **facts: Any) -> Club:
    """A club in order, save what is said otherwise."""
    told: dict[str, Any] = {"name": "Les Merles", "captain": None, "hall_booked": True, "colours": "vert"}
    return Club(id="club", players=players, **(told | facts))


DAYS = st.sampled_from(
    [date(1980, 2, 29), date(2006, 3, 1), date(2006, 3, 2), date(2015, 1, 1), date(2030, 1, 1)]
)
LICENCES = st.none() | st.builds(Licence, number=st.just("1"), valid_until=DAYS)


@st.composite
def players(draw: st.DrawFn, name: str = "p") -> Player:
    return Player(
        id=name,
        born_on=draw(DAYS),
        level=draw(st.sampled_from(Level)),
        paid=draw(st.booleans()),
        licence=draw(LICENCES),
    )


@st.composite
def clubs(draw: st.DrawFn) -> Club:
    """Clubs of which everything is told."""
    team = tuple(draw(players(f"p{number}")) for number in range(draw(st.integers(0, 3))))
    return club(
        *team,
        captain=draw(st.none() | st.sampled_from([*team, player("stranger")])),
        hall_booked=draw(st.booleans()),
        colours=draw(st.none() | st.just("vert")),
    )


def paths(fact: Any, path: str = "") -> Iterable[str]:
    """The place of everything that is told of a fact, deepest last."""
    for field in attrs.fields(type(fact)):
        if field.name in ("id", "season"):
            continue
        where = f"{path}.{field.name}" if path else field.name
        yield where
        value = getattr(fact, field.name)
        for index, item in enumerate(value if isinstance(value, tuple) else ()):
            yield from paths(item, f"{where}[{index}]")
        if attrs.has(type(value)):
            yield from paths(value, where)


def steps(path: str) -> list[str | int]:
    """``players[0].paid`` as ``["players", 0, "paid"]``."""
    return [
        int(step) if step.isdigit() else step for step in path.replace("]", "").replace("[", ".").split(".")
    ]


def at(fact: Any, path: str) -> Any:
    """What stands at a place."""
    for step in steps(path):
        fact = fact[step] if isinstance(step, int) else getattr(fact, step)
    return fact


def put(fact: Any, path: str | list[str | int], value: Any) -> Any:
    """The same fact, with another value at a place."""
    step, *rest = steps(path) if isinstance(path, str) else path
    if isinstance(step, int):
        return (*fact[:step], put(fact[step], rest, value) if rest else value, *fact[step + 1 :])
    return attrs.evolve(fact, **{step: put(getattr(fact, step), rest, value) if rest else value})


@st.composite
def half_told(draw: st.DrawFn) -> tuple[Club, Club]:
    """A club of which some facts are not told, and the same one told in full."""
    full = draw(clubs())
    hidden = draw(st.sets(st.sampled_from(sorted(paths(full)))))
    partly = full
    for path in sorted(hidden, key=len, reverse=True):
        partly = put(partly, path, UNKNOWN)
    return partly, full
