"""What every structure of coordinated care has in common."""

from bisect import bisect_left
from collections import Counter
from datetime import date
from itertools import pairwise
from typing import ClassVar, NamedTuple

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown, UnknownFact
from cpts_model.facts.checks import BadFact, departement
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.memberships import Membership
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.statutes import Statutes, governing, versions_of
from cpts_model.facts.typed import Facts

ALSACE_MOSELLE = frozenset({"57", "67", "68"})
"""Moselle, Bas-Rhin, Haut-Rhin: the départements of local law."""


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Structure(Facts):
    """What every structure of coordinated care has.

    Raises:
        BadFact: one person is a member twice at the same time, or the seat is in no département.
    """

    _kind: ClassVar[OrganisationKind] = OrganisationKind.OTHER

    id: str = attrs.field(metadata=label("identifiant dans le dossier", "identifier in the dossier"))
    name: str | Unknown = attrs.field(default=UNKNOWN, metadata=label("nom", "name"))
    formed_on: date | Unknown = attrs.field(default=UNKNOWN, metadata=label("constituée le", "formed on"))
    legal_form: LegalForm | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("forme juridique", "legal form")
    )
    seat_departement: str | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("département du siège (code)", "département of the seat (code)")
    )
    members: tuple[Membership, ...] | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("membres", "members")
    )
    projet: ProjetDeSante | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("projet de santé", "projet de santé")
    )
    finess: str | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("numéro FINESS", "FINESS number")
    )
    finess_ej: str | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "numéro FINESS de l'entité juridique", "FINESS number of the legal entity (entité juridique)"
        ),
    )
    siret: str | None | Unknown = attrs.field(default=UNKNOWN, metadata=label("numéro SIRET", "SIRET number"))
    seat_commune: str | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("commune du siège (code COG)", "commune of the seat (COG code)")
    )
    statutes: tuple[Statutes, ...] | None | Unknown = attrs.field(
        default=UNKNOWN,
        converter=versions_of,
        metadata=label("statuts de l'association, par versions", "statutes of the association, by versions"),
    )

    def __attrs_post_init__(self) -> None:
        Facts.__attrs_post_init__(self)
        departement("seat_departement", self.seat_departement)
        if isinstance(self.members, tuple):
            _refuse_doubles(self.members)
        if isinstance(self.statutes, tuple):
            _refuse_two_versions_of_a_day(self.statutes)

    @labelled("membres ce jour-là", "members that day")
    def members_on(self, day: date) -> tuple[Membership, ...]:
        """The memberships that run on a day; mere partners are none.

        Raises:
            UnknownFact: the members are unknown, or the dates of one of them leave it open.
        """
        return tuple(membership for membership in self.members if membership.running_on(day))

    @labelled("statuts en vigueur ce jour-là", "statutes in force that day")
    def statutes_on(self, day: date) -> Statutes | None:
        """The statutes in force on a day; ``None`` where the structure has none.

        Raises:
            UnknownFact: they are unknown, or those of so early a day were not told.
        """
        return governing(self.statutes, day)

    @property
    @labelled("nature de la structure", "kind of structure")
    def organisation_kind(self) -> OrganisationKind:
        """What the structure is: each text has its own list of the kinds it speaks of.

        Raises:
            UnknownFact: whether a SISA is a maison de santé is unknown.
        """
        return self._kind

    @property
    @labelled("siège en Alsace-Moselle", "seat in Alsace-Moselle")
    def in_alsace_moselle(self) -> bool:
        """Whether the seat is in Haut-Rhin, Bas-Rhin or Moselle, where local law governs associations."""
        if not isinstance(self.seat_departement, str):
            raise UnknownFact
        return self.seat_departement in ALSACE_MOSELLE


def _refuse_two_versions_of_a_day(versions: tuple[Statutes, ...]) -> None:
    days = [statutes.in_force_since for statutes in versions]
    for index, day in enumerate(days):
        if day in days[:index]:
            raise BadFact(
                f"statutes[{index}].in_force_since",
                Text("une autre version commence le même jour", "another version begins on the same day")
                if day
                else Text(
                    "indiquer depuis quel jour chaque version est en vigueur",
                    "say from which day each version is in force",
                ),
            )


def _refuse_doubles(members: tuple[Membership, ...]) -> None:
    """Refuse two memberships of one person that run at the same time, as far as is told."""
    ids = [membership.member.id for membership in members]
    if len(set(ids)) == len(ids):
        return
    times = Counter(ids)
    again = [index for index, membership in enumerate(members) if times[membership.member.id] > 1]
    stays = [stay for stay in (_stay(members[index], index) for index in again) if stay.start < stay.end]
    if not _overlap(stays):
        return
    # Of the shortest beginning of the list that holds a double, the last member is the first double.
    first = bisect_left(range(len(stays)), True, key=lambda end: _overlap(stays[: end + 1]))
    double = stays[first]
    earlier = next(stay for stay in stays if stay.who == double.who and _overlap([stay, double]))
    raise BadFact(
        f"members[{double.place}]",
        Text(
            f"{double.who!r} est déjà membre (members[{earlier.place}]) ; "
            "indiquer quand l'adhésion précédente a pris fin, ou retirer l'une des deux",
            f"{double.who!r} is a member already (members[{earlier.place}]); "
            "say when the earlier membership ended, or remove one of the two",
        ),
    )


class _Stay(NamedTuple):
    """A membership as days in a row, in the order in which one person's memberships follow."""

    who: str
    start: int
    end: int
    place: int


def _stay(membership: Membership, index: int) -> _Stay:
    """A membership with an unknown beginning has always run, one with no known end runs for ever."""
    joined, left = membership.joined_on, membership.left_on
    return _Stay(
        membership.member.id,
        joined.toordinal() if isinstance(joined, date) else 0,
        left.toordinal() if isinstance(left, date) else date.max.toordinal() + 1,
        index,
    )


def _overlap(stays: list[_Stay]) -> bool:
    """Whether two are of one person and run at the same time: then two do that follow each other."""
    return any(one.who == other.who and one.end > other.start for one, other in pairwise(sorted(stays)))
