"""What every structure of coordinated care has in common."""

from datetime import date
from typing import ClassVar

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.unknown import UNKNOWN, Unknown, UnknownFact
from cpts_model.facts.checks import BadFact, departement
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.memberships import Membership
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.typed import Facts

ALSACE_MOSELLE = frozenset({"57", "67", "68"})
"""Moselle, Bas-Rhin, Haut-Rhin: the départements of local law."""


@attrs.frozen(slots=True, kw_only=True)
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

    def __attrs_post_init__(self) -> None:
        Facts.__attrs_post_init__(self)
        departement("seat_departement", self.seat_departement)
        if isinstance(self.members, tuple):
            _refuse_doubles(self.members)

    @labelled("membres ce jour-là", "members that day")
    def members_on(self, day: date) -> tuple[Membership, ...]:
        """The memberships that run on a day; mere partners are none.

        Raises:
            UnknownFact: the members are unknown, or the dates of one of them leave it open.
        """
        return tuple(membership for membership in self.members if membership.running_on(day))

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


def _refuse_doubles(members: tuple[Membership, ...]) -> None:
    """Refuse two memberships of one person that run at the same time, as far as is told."""
    seen: dict[str, list[int]] = {}
    for index, membership in enumerate(members):
        earlier = seen.setdefault(membership.member.id, [])
        for other in earlier:
            if not _apart(members[other], membership):
                raise BadFact(
                    f"members[{index}]",
                    f"{membership.member.id!r} is a member already (members[{other}]); "
                    "say when the earlier membership ended, or remove one of the two",
                )
        earlier.append(index)


def _apart(one: Membership, other: Membership) -> bool:
    return _ends_before(one, other) or _ends_before(other, one)


def _ends_before(one: Membership, other: Membership) -> bool:
    return (
        isinstance(one.left_on, date) and isinstance(other.joined_on, date) and one.left_on <= other.joined_on
    )
