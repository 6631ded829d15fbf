"""Amounts of the ACI of the CPTS, each with its days, its evidence and its source.

The annexes of the agreement were not read: what is held here is what others report of them.
Two kinds of days are kept apart. ``in_force`` are the days for which a text is reported to
give the amount; ``observed`` those of a contract in which somebody saw it, which says nothing
of another year. What was not found is UNKNOWN with its reason: it is never the amount of
another size, of another year, or of a proposal in negotiation.
"""

from datetime import date
from decimal import Decimal
from enum import Enum

import attrs

from cpts_model.engine.citations import Citation, Evidence
from cpts_model.engine.dates import Period
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, OpenQuestion, Unknown
from cpts_model.facts.contracts import SizeClass
from cpts_model.facts.missions import Mission
from cpts_model.law.aci_cpts.article import ACI_CPTS, AVENANT_2_FROM, IN_FORCE, SENAT_2025

_CITES = ACI_CPTS.cite()
_FROM_2019 = Period(IN_FORCE)
_UNTIL_AVENANT_2 = Period(IN_FORCE, AVENANT_2_FROM)
_SINCE_AVENANT_2 = Period(AVENANT_2_FROM)
_YEAR_SEEN = Period(date(2026, 4, 15), date(2027, 4, 15))
"""The fifth year of the one contract that was transcribed."""

ADVANCE = Decimal("0.75")
"""The share of a year's functioning credit, or of a fixed part, that is paid in advance."""
SCHEDULE_SOURCE = "contrat type, article 6 (copie de l'arrêté du 21 août 2019, juriblio.fr) ; Sénat, rapport d'information n° 32"
SCHEDULE_CHECKED_ON = SENAT_2025.seen_on


class Part(Enum):
    """What an amount pays."""

    FUNCTIONING = "fonctionnement"
    FIXED = "part-fixe"
    FIRST_PLAN = "redaction-du-plan"
    """The crisis plan in the year it is written; its yearly update is the fixed part of the mission."""
    VARIABLE = "part-variable"
    CRISIS = "crise-survenue"
    """What a crisis adds, when one is recognised: never part of what a year brings by itself."""
    CEILING = "plafond"

    @property
    def label(self) -> Text:
        """The part's name."""
        return _PARTS[self]


_PARTS = {
    Part.FUNCTIONING: Text("crédit de fonctionnement", "functioning credit"),
    Part.FIXED: Text("part fixe", "fixed part"),
    Part.FIRST_PLAN: Text("rédaction du plan, première année", "writing of the plan, first year"),
    Part.VARIABLE: Text("part variable", "variable part"),
    Part.CRISIS: Text("en cas de crise sanitaire grave reconnue", "where a serious health crisis is recognised"),
    Part.CEILING: Text("plafond, toutes parts réunies", "ceiling, all parts together"),
}  # fmt: skip


@attrs.frozen(slots=True, kw_only=True)
class Figure:
    """An amount of a year, in euros, for a size of CPTS.

    Raises:
        ValueError: a known amount with neither days in force nor days observed, or an
            unknown one without its reason.
    """

    part: Part
    size: SizeClass | None
    mission: Mission | None = None
    amount: Decimal | Unknown
    in_force: Period | None = None
    """The days for which a text is reported to give it."""
    observed: Period | None = None
    """The days of the contract in which it was seen."""
    evidence: Evidence | None = None
    """``None`` where no source was found."""
    source: str = ""
    checked_on: date | None = None
    """The day of the source, when it is told."""
    cites: Citation = _CITES
    note: Text | None = None
    reason: Text | None = None
    """Why the amount is unknown."""

    def __attrs_post_init__(self) -> None:
        if (self.in_force is None) is (self.observed is None):
            raise ValueError(f"{self.key}: a figure is either in force or observed, and says from when")
        if isinstance(self.amount, Unknown) is (self.reason is None):
            raise ValueError(f"{self.key}: an amount is known, or has the reason why it is not")

    @property
    def key(self) -> str:
        """What it is the amount of: ``part-fixe/parcours/taille-3``."""
        of = (self.part.value, self.mission and self.mission.value, self.size and self.size.value)
        return "/".join(word for word in of if word)

    @property
    def euros(self) -> Decimal:
        """The amount.

        Raises:
            OpenQuestion: it was not found.
        """
        if self.reason is not None:
            raise OpenQuestion(self.reason)
        assert isinstance(self.amount, Decimal)  # the constructor saw to it
        return self.amount

    @property
    def days(self) -> Period:
        """The days it can be used for."""
        found = self.in_force or self.observed
        assert found is not None  # the constructor saw to it
        return found

    def covers(self, first: date, last: date) -> bool:
        """Whether it can be used for every day of a year, from its first to its last."""
        return first in self.days and last in self.days


CONCOURS_MEDICAL = "Le Concours médical, novembre 2020 (montant par taille) ; fourchette de 50 000 à 90 000 € : Sénat, rapport d'information n° 32, 15 octobre 2025"
QUOTIDIEN_2019 = "Le Quotidien du médecin, 21 novembre 2019"
PHARMACIEN_2022 = "Le Pharmacien de France, 6 janvier 2022 ; Syndicat des médecins libéraux"
TRANSCRIBED = (
    "transcription publique d'un contrat de CPTS, cinquième année (15/04/2026 au 14/04/2027) ; sa taille n'y est pas écrite : la taille 3 "
    "est déduite, et corroborée par la présidence d'une CPTS qui se dit de taille 3"
)

NOT_FOUND = Text(
    "montant non trouvé pour cette taille",
    "amount not found for this size",
)
CEILING_AFTER = Text(
    "plafond de cette taille non trouvé depuis l'avenant 2 de l'accord",
    "ceiling of this size not found since the second avenant of the agreement",
)
NO_FIRST_PLAN = Text(
    "montant de la première année du plan de crise non trouvé",
    "amount of the first year of the crisis plan not found",
)
NO_OTHER_MISSION = Text(
    "mission que l'accord ne connaît pas",
    "a mission that the agreement does not have",
)
NO_AGREEMENT_YET = Text(
    "l'accord n'est en vigueur que depuis le 25/08/2019",
    "the agreement has been in force since 2019-08-25 only",
)
STRADDLES = Text(
    "l'année contractuelle est à cheval sur le 31/03/2022, jour de l'avenant 2 de l'accord : aucun montant trouvé ne vaut pour toute l'année",
    "the year of the contract lies on both sides of 2022-03-31, the day of avenant 2 of the agreement: no amount found holds for the whole of it",
)


def _functioning(size: SizeClass, amount: int) -> Figure:
    # The month of the review is told, not the day: only the first of its days is certain.
    return Figure(
        part=Part.FUNCTIONING,
        size=size,
        amount=Decimal(amount),
        in_force=_FROM_2019,
        evidence=Evidence.SECONDARY,
        source=CONCOURS_MEDICAL,
        checked_on=date(2020, 11, 1),
    )


def _ceiling_2019(size: SizeClass, amount: int) -> Figure:
    return Figure(
        part=Part.CEILING,
        size=size,
        amount=Decimal(amount),
        in_force=_UNTIL_AVENANT_2,
        evidence=Evidence.SECONDARY,
        source=QUOTIDIEN_2019,
        checked_on=date(2019, 11, 21),
        note=Text(
            "comprend les sommes propres aux soins non programmés ; le dernier jour est déduit de la publication de l'avenant 2",
            "includes the money for unscheduled care; the last day is derived from the publication of the second avenant",
        ),
    )


def _seen(mission: Mission, part: Part, amount: int, note: Text | None = None) -> Figure:
    return Figure(
        part=part,
        size=SizeClass.T3,
        mission=mission,
        amount=Decimal(amount),
        observed=_YEAR_SEEN,
        evidence=Evidence.SECONDARY,
        source=TRANSCRIBED,
        note=note,
    )


def _not_found(
    part: Part, size: SizeClass, mission: Mission | None, reason: Text, days: Period = _FROM_2019
) -> Figure:
    return Figure(part=part, size=size, mission=mission, amount=UNKNOWN, in_force=days, reason=reason)


FUNCTIONING = (
    _functioning(SizeClass.T1, 50_000),
    _functioning(SizeClass.T2, 60_000),
    _functioning(SizeClass.T3, 75_000),
    _functioning(SizeClass.T4, 90_000),
)

CEILINGS = (
    _ceiling_2019(SizeClass.T1, 220_000),
    _ceiling_2019(SizeClass.T2, 287_000),
    _ceiling_2019(SizeClass.T3, 370_000),
    _ceiling_2019(SizeClass.T4, 450_000),
    *(
        _not_found(Part.CEILING, size, None, CEILING_AFTER, _SINCE_AVENANT_2)
        for size in (SizeClass.T1, SizeClass.T2, SizeClass.T3)
    ),
    Figure(
        part=Part.CEILING,
        size=SizeClass.T4,
        amount=Decimal(580_000),
        in_force=_SINCE_AVENANT_2,
        evidence=Evidence.SECONDARY,
        source=PHARMACIEN_2022,
        checked_on=date(2022, 1, 6),
        note=Text(
            "argent de crise et totalité des parts variables compris ; le premier jour est déduit de la publication de l'avenant 2",
            "crisis money and the whole of the variable parts included; the first day is derived from the publication of the second avenant",
        ),
    ),
)

_UPDATE = Text("année de mise à jour du plan", "year in which the plan is updated")

MISSIONS = (
    _seen(Mission.ACCES_AUX_SOINS, Part.FIXED, 90_000),
    _seen(Mission.ACCES_AUX_SOINS, Part.VARIABLE, 35_000),
    _seen(Mission.PARCOURS, Part.FIXED, 45_000),
    _seen(Mission.PARCOURS, Part.VARIABLE, 45_000),
    _seen(Mission.PREVENTION, Part.FIXED, 17_500),
    _seen(Mission.PREVENTION, Part.VARIABLE, 17_500),
    _seen(Mission.CRISE, Part.FIXED, 22_500, _UPDATE),
    _seen(Mission.CRISE, Part.CRISIS, 67_500),
    _seen(Mission.QUALITE, Part.FIXED, 15_000),
    _seen(Mission.QUALITE, Part.VARIABLE, 15_000),
    _seen(Mission.ACCOMPAGNEMENT, Part.FIXED, 10_000),
    _seen(Mission.ACCOMPAGNEMENT, Part.VARIABLE, 10_000),
)

AMOUNTS = (
    *FUNCTIONING,
    *CEILINGS,
    *MISSIONS,
    *(
        _not_found(figure.part, size, figure.mission, NOT_FOUND)
        for figure in MISSIONS
        for size in (SizeClass.T1, SizeClass.T2, SizeClass.T4)
    ),
    *(_not_found(Part.FIRST_PLAN, size, Mission.CRISE, NO_FIRST_PLAN) for size in SizeClass),
)
"""Every figure held, and every one that was looked for and not found."""


def figures_of(part: Part, size: SizeClass, mission: Mission | None = None) -> tuple[Figure, ...]:
    """What is held of an amount for a size, oldest first; nothing for a mission of no agreement."""
    return tuple(
        figure for figure in AMOUNTS if (figure.part, figure.size, figure.mission) == (part, size, mission)
    )


def figure_of(
    part: Part, size: SizeClass, mission: Mission | None = None, *, first: date, last: date
) -> Figure:
    """The figure of an amount for a year, from its first day to its last; its amount is known.

    Raises:
        OpenQuestion: it was not found, or not for all the days of that year.
    """
    held = figures_of(part, size, mission)
    found = next((figure for figure in held if figure.covers(first, last)), None)
    if found is None:
        raise OpenQuestion(_why_none(held, first))
    if found.reason is not None:
        raise OpenQuestion(found.reason)
    return found


def _why_none(held: tuple[Figure, ...], first: date) -> Text:
    if not held:
        return NO_OTHER_MISSION
    seen = held[0].observed
    if seen is not None:
        return _seen_elsewhere(held[0])
    return NO_AGREEMENT_YET if not any(first in figure.days for figure in held) else STRADDLES


def _seen_elsewhere(figure: Figure) -> Text:
    """That an amount was seen, of another year: told for what it is, and not used."""
    seen = f"{figure.euros:,f}"
    return Text(
        f"vu dans un seul contrat, de taille 3, du 15/04/2026 au 14/04/2027 ({seen.replace(',', ' ')} €) ; non repris pour une autre année",
        f"seen in one contract only, of size 3, from 2026-04-15 to 2027-04-14 (€{seen}); not used for another year",
    )
