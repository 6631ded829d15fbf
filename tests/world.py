"""Invented structures of every kind, told in full or in part, drawn from one stream of choices.

The stream is Hypothesis when a test wants failures shrunk, and a seeded generator when it
wants many structures fast. Nothing here asks the library what is valid or lawful.
"""

import types
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from random import Random
from typing import Any, Protocol, get_args, get_origin

import attrs
from hypothesis import strategies as st

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.belonging import (
    Belonging,
    Belongings,
    Candidature,
    Departure,
    Neighbours,
    ReceivedPayment,
)
from cpts_model.facts.contracts import ContratACI, MissionProgress
from cpts_model.facts.envelopes import Envelope
from cpts_model.facts.exercice import Exercice
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.memberships import EndCause, Membership
from cpts_model.facts.missions import Mission
from cpts_model.facts.modes import Mode
from cpts_model.facts.payments import Payment
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.statutes import College, Quorum, Statutes
from cpts_model.facts.structures import CDS, CPTS, ESP, ESS, MSP, SISA, Structure

STRUCTURES: tuple[type[Any], ...] = (CPTS, ESP, ESS, MSP, CDS, SISA)
ACROSS: tuple[type[Any], ...] = (Candidature, Departure, Belongings, Neighbours)
"""What a register shows to the rules, beside structures."""

# Every date printed in a text of the field, written here from the texts and not from the code.
TURNING_DAYS = [
    date(2007, 12, 22), date(2009, 7, 23), date(2011, 8, 12), date(2016, 1, 28), date(2017, 1, 21), date(2018, 3, 2),
    date(2019, 3, 1), date(2019, 7, 27), date(2019, 8, 25), date(2020, 4, 15), date(2021, 5, 14), date(2021, 6, 12), date(2021, 12, 25),
    date(2022, 2, 23), date(2022, 3, 18), date(2022, 3, 31), date(2022, 5, 14), date(2022, 9, 3), date(2023, 5, 21), date(2023, 7, 20),
    date(2023, 12, 29), date(2024, 6, 22), date(2025, 5, 3), date(2025, 6, 29), date(2025, 7, 15), date(2026, 11, 21),
]  # fmt: skip
STEADY: list[tuple[tuple[Profession, ...], tuple[str, ...]]] = [
    ((Profession.MEDECIN,), ("SM54",)),
    ((Profession.MEDECIN,), ("SM54",)),
    ((Profession.MEDECIN,), ("SM04",)),
    ((Profession.INFIRMIER,), ()),
    ((Profession.INFIRMIER,), ("SI01",)),
    ((Profession.MASSEUR_KINESITHERAPEUTE,), ()),
    ((Profession.PHARMACIEN,), ()),
]
SOCLE = (Mission.ACCES_AUX_SOINS, Mission.PARCOURS, Mission.PREVENTION)
WELCOME = ["practises_premier_recours", "registered_with_ordre", "meets_practice_conditions"]
LEFT_OUT = frozenset({"members", "payments", "salaried", "sisa"})
SMALL = {
    "season_first_month": [1, 4, 9],
    "votes": [0, 1, 3],
    "share": ["0", "40", "100"],
    "for_year": [2016, 2021, 2022, 2025],
}
"""Numbers that cannot be any."""
SAVOIR_FAIRE = ["SM54", "SM26", "SM53", "SM04", "SM42", "SI01", "SI05", "SCD01"]


class Choices(Protocol):
    """A stream of choices."""

    def one_of(self, options: Sequence[Any]) -> Any: ...
    def number(self, low: int, high: int) -> int: ...


class RandomChoices:
    """Choices from a seeded generator: fast, and the same on every run."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def one_of(self, options: Sequence[Any]) -> Any:
        return self._random.choice(options)

    def number(self, low: int, high: int) -> int:
        return self._random.randint(low, high)


class DrawnChoices:
    """Choices drawn by Hypothesis, so that a failing structure shrinks."""

    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
        self._draw = draw

    def one_of(self, options: Sequence[Any]) -> Any:
        return self._draw(st.sampled_from(options))

    def number(self, low: int, high: int) -> int:
        return self._draw(st.integers(low, high))


@attrs.define
class World:
    """Draws facts; ``unknown`` and ``none`` are how often, out of ten, a fact is not told, or told to be absent."""

    choices: Choices
    unknown: int = 0
    none: int = 3
    steady: bool = False
    """Whether members are many and there to stay, as in most real structures."""
    _made: int = 0
    _beside: bool = False
    """Whether structures are drawn for what stands beside them: without their own members."""

    def day(self) -> date:
        """A day on a turn of the law, on one side of it, or anywhere."""
        turn = self.choices.one_of(TURNING_DAYS)
        return turn + timedelta(days=self.choices.one_of([-1, 0, 1, -400, -100, -30, 30, 100, 400, 1200]))

    def structure(self, kind: type[Any]) -> Any:
        """A structure of a kind, or what a register shows beside structures."""
        self._beside = kind in ACROSS
        return self.make(kind)

    def make(self, kind: type[Any]) -> Any:
        """Facts of a class, each field told or not."""
        self._made += 1
        left_out = LEFT_OUT if self._beside and issubclass(kind, Structure) else ()
        told: dict[str, Any] = {
            field.name: UNKNOWN if field.name in left_out else self._field(field)
            for field in attrs.fields(kind)
        }
        if "id" in told:
            told["id"] = f"{kind.__name__.lower()}-{self._made}"
        if self.steady:
            self._settle(kind, told)
        if self._beside:
            self._associate(kind, told)
        if kind is ContratACI:
            self._agree(told)
        _in_order(kind, told)
        _of_one_mind(kind, told)
        return kind(**told)

    def _agree(self, told: dict[str, Any]) -> None:
        """A contract often has the missions and the five years of the agreement: chance alone would not meet them."""
        if isinstance(told["missions"], tuple):
            told["missions"] = self.choices.one_of([told["missions"], SOCLE, (*SOCLE, Mission.CRISE)])
        if isinstance(told["signed_on"], date) and isinstance(told["ends_on"], date):
            signed_on = told["signed_on"]
            anniversary = signed_on.replace(year=signed_on.year + 5, day=min(signed_on.day, 28))
            told["ends_on"] = self.choices.one_of([told["ends_on"], anniversary])

    def _associate(self, kind: type[Any], told: dict[str, Any]) -> None:
        """What a register is kept for: associations, whom people join, leave, and are excluded from."""
        if issubclass(kind, Structure):
            told["legal_form"] = self.choices.one_of([LegalForm.ASSOCIATION, told["legal_form"]])
        if issubclass(kind, Belonging) and self.choices.number(0, 1):
            told["structure"] = self.make(CPTS)
        if kind is Departure:
            told["cause"] = self.choices.one_of([EndCause.RESIGNATION, EndCause.EXCLUSION, told["cause"]])
        if kind is Belongings:
            told["held"] = tuple(
                attrs.evolve(one, membership=_held_by(told["id"], one.membership)) for one in told["held"]
            )
            if isinstance(told["payments"], tuple):
                told["payments"] = tuple(_received_by(told["id"], payment) for payment in told["payments"])

    def _settle(self, kind: type[Any], told: dict[str, Any]) -> None:
        if kind is Membership:
            told |= {"joined_on": date(2007, 1, 1), "left_on": None, "listed_on": UNKNOWN, "partner": False}
            told["associe"] = self.choices.number(1, 10) > 1
        if kind is Professional:
            professions, savoir_faire = self.choices.one_of(STEADY)
            told |= {
                "professions": professions,
                "savoir_faire": savoir_faire,
                "substitute": self.choices.number(1, 10) > 8,
                "mode": self.choices.one_of([Mode.LIBERAL, Mode.LIBERAL, told["mode"]]),
            }
            told |= {name: self.choices.number(1, 10) > 1 for name in WELCOME if name in told}
        if kind is Exercice:
            told["departement"] = self.choices.one_of(["79", "79", "33", UNKNOWN])
            told["declared_to_ars_on"] = self.choices.one_of([date(2025, 7, 15), date(2025, 7, 15), None])
            told |= {
                name: self.choices.number(1, 10) > 1
                for name in ("titulaire", "gerant", "experiment_authorised")
            }
        if (
            kind is Exercice
            and attrs.has(type(told["structure"]))
            and isinstance(told["structure"].members, tuple)
        ):
            members = [
                one.member for one in told["structure"].members if isinstance(one.member, Professional)
            ]
            if members and self.choices.number(1, 10) > 2:
                told["professional"] = self.choices.one_of(members)

    def _field(self, field: Any) -> Any:
        options = _options(field.type)
        if Unknown in options and self.choices.number(1, 10) <= self.unknown:
            return UNKNOWN
        if types.NoneType in options and self.choices.number(1, 10) <= self.none:
            return None
        told = [option for option in options if option not in (Unknown, types.NoneType)]
        # A professional is what most members are.
        if Professional in told and self.choices.number(1, 10) <= 7:
            told = [Professional]
        return self._value(self.choices.one_of(told), field.name)

    def _value(self, kind: Any, name: str) -> Any:
        if get_origin(kind) is tuple:
            (inside, _) = get_args(kind)
            if name == "savoir_faire":
                return tuple(self.choices.one_of(SAVOIR_FAIRE) for _ in range(self.choices.number(0, 2)))
            if inside is Profession:
                return tuple(self._profession() for _ in range(self.choices.one_of([1, 1, 1, 2])))
            many = (
                self.choices.one_of([0, 1, 2, 3, 5])
                if inside in (Membership, Payment, ReceivedPayment)
                else self.choices.number(0, 3)
            )
            return tuple(self._value(inside, name) for _ in range(many))
        if attrs.has(kind):
            return self.make(kind)
        if issubclass(kind, Enum):
            return self.choices.one_of(list(kind))
        return self._plain(kind, name)

    def _profession(self) -> Profession:
        # Half of the time one of the professions that most rules turn on.
        usual = [Profession.MEDECIN, Profession.MEDECIN, Profession.INFIRMIER, Profession.PHARMACIEN]
        return self.choices.one_of(usual if self.choices.number(0, 1) else list(Profession))

    def _plain(self, kind: type[Any], name: str) -> Any:
        if kind is bool:
            return self.choices.one_of([False, True])
        if kind is date:
            return self.day()
        if name in SMALL:
            return kind(self.choices.one_of(SMALL[name]))
        if kind is int:
            return self.choices.one_of([0, 1, 2, 5, 9, 10, 11, 39_999, 40_000, 200_000])
        if kind is Decimal:
            return Decimal(
                self.choices.one_of(["0", "0.05", "0.09", "0.10", "0.5", "1", "40000", "41136.01", "60000"])
            )
        if name in ("seat_departement", "departement"):
            return self.choices.one_of(["33", "75", "67", "57", "79", "2A"])
        if name == "cpts":
            return self.choices.one_of(["cpts-a", "cpts-b"])
        if name == "beneficiary":
            return self.choices.one_of(["professional-3", "professional-5", "organisation-3", "ailleurs"])
        if name == "pharmacien_section":
            return self.choices.one_of(list("ABCDEGH"))
        return self.choices.one_of(["33063", "75113", "texte"])


def _options(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if isinstance(annotation, types.UnionType) else (annotation,)


# Pairs of dates of which the first cannot come after the second.
_ORDERED = {
    Membership: [("joined_on", "left_on")],
    ProjetDeSante: [("transmitted_on", "received_complete_on")],
    SISA: [("dissolution_requested_on", "dissolved_on")],
    MissionProgress: [("started_on", "deployed_on")],
}


def _in_order(kind: type[Any], told: dict[str, Any]) -> None:
    if (
        kind is MSP
        and attrs.has(type(told["sisa"]))
        and told["legal_form"] in (None, LegalForm.NATURAL_PERSON)
    ):
        told["legal_form"] = LegalForm.SISA
    for first, second in _ORDERED.get(kind, []):
        early, late = told[first], told[second]
        if isinstance(early, date) and isinstance(late, date) and late < early:
            told[first], told[second] = late, early
    if kind is Membership and isinstance(told["listed_on"], date):
        listed, joined, left = told["listed_on"], told["joined_on"], told["left_on"]
        if (isinstance(joined, date) and listed < joined) or (isinstance(left, date) and listed >= left):
            told["listed_on"] = UNKNOWN


def _of_one_mind(kind: type[Any], told: dict[str, Any]) -> None:
    """Leave out one of two facts that contradict each other."""
    if kind is SISA and told["dissolution_requested_on"] is None:
        told["dissolved_on"] = None
    if (
        kind is SISA
        and isinstance(told["members"], tuple)
        and any(membership.left_on is not None for membership in told["members"])
    ):
        # The dates of those who left tell when the minimum was lost: another day told would be wrong.
        told["below_minimum_since"] = UNKNOWN
    if kind is Membership and isinstance(told["fee_paid"], bool) and isinstance(told["fees"], tuple):
        told["fees" if len(told["fees"]) < 2 else "fee_paid"] = UNKNOWN
    if kind is College and isinstance(told["votes"], int):
        told["deliberative"] = UNKNOWN
    if kind is MissionProgress and told["started_on"] is None:
        told["deployed_on"] = None
    if kind is ContratACI and isinstance(told["progress"], tuple):
        told["progress"] = tuple({one.mission: one for one in told["progress"]}.values())
    if kind is Envelope:
        told["variable_obtained"] = UNKNOWN if told["variable_max"] is None else told["variable_max"]
    if kind is Quorum:
        told["numerator"] = min(told["numerator"], told["denominator"] + 1)
        told["denominator"] += 1
    if kind is Statutes and not isinstance(told["fee"], Unknown) and not told["fee"]:
        told["period"] = UNKNOWN
    if kind is Statutes and isinstance(told["colleges"], tuple):
        told["colleges"] = tuple({college.name: college for college in told["colleges"]}.values())
    if issubclass(kind, Structure) and isinstance(told["statutes"], tuple):
        told["statutes"] = tuple({one.in_force_since: one for one in told["statutes"]}.values())


def _held_by(member_id: str, membership: Membership) -> Membership:
    return attrs.evolve(membership, member=attrs.evolve(membership.member, id=member_id))


def _received_by(member_id: str, payment: ReceivedPayment) -> ReceivedPayment:
    held = payment.memberships
    if isinstance(held, tuple):
        held = tuple(_held_by(member_id, membership) for membership in held)
    return attrs.evolve(payment, beneficiary=member_id, memberships=held)


def masked(fact: Any, choices: Choices, how_often: int) -> Any:
    """The same facts, fewer of them told: some fields, at any depth, made UNKNOWN."""
    if isinstance(fact, tuple):
        return tuple(masked(item, choices, how_often) for item in fact)
    if not attrs.has(type(fact)):
        return fact
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(fact)):
        if Unknown in _options(field.type) and choices.number(1, 100) <= how_often:
            changes[field.name] = UNKNOWN
        else:
            changes[field.name] = masked(getattr(fact, field.name), choices, how_often)
    return attrs.evolve(fact, **changes)


def told_fields(fact: Any, path: str = "") -> Iterator[str]:
    """The path of every fact that is told."""
    if isinstance(fact, tuple):
        for index, item in enumerate(fact):
            yield from told_fields(item, f"{path}[{index}]")
    elif attrs.has(type(fact)):
        for field in attrs.fields(type(fact)):
            value = getattr(fact, field.name)
            if value is not UNKNOWN:
                yield f"{path}.{field.name}".lstrip(".")
                yield from told_fields(value, f"{path}.{field.name}".lstrip("."))


def shuffled_members(subject: Any, choices: Choices) -> Any:
    """The same subject, its members (or memberships) in another order."""
    lists = {
        name: _shuffled(getattr(subject, name), choices)
        for name in ("members", "earlier", "others", "held")
        if isinstance(getattr(subject, name, None), tuple)
    }
    return attrs.evolve(subject, **lists)


def _shuffled(items: tuple[Any, ...], choices: Choices) -> tuple[Any, ...]:
    rest, order = list(items), []
    while rest:
        order.append(rest.pop(choices.number(0, len(rest) - 1)))
    return tuple(order)
