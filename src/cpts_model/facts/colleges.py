"""The colleges (categories of members) of an association: whom they take, and how they vote."""

from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, OpenQuestion, Unknown, UnknownFact, any_of, both, either
from cpts_model.facts.checks import BadFact
from cpts_model.facts.families import Family
from cpts_model.facts.memberships import Member
from cpts_model.facts.modes import Mode
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, PersonRole, Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.territories import Territory
from cpts_model.facts.typed import Facts

WHERE_THEY_ACT = Text(
    "les statuts demandent d'exercer sur le territoire, et aucun fait ne dit où agit une organisation "
    "ou une personne qui n'est pas un professionnel : le lui demander",
    "the statutes ask members to practise on the territory, and no fact says where an organisation, or "
    "a person who is no professional, acts: ask them",
)
NO_TERRITORY = Text(
    "les statuts demandent d'exercer sur le territoire, et la structure n'en a pas : demander lequel",
    "the statutes ask members to practise on the territory, and the structure has none: ask which one",
)


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Admits(Facts):
    """Whom a college takes: all the conditions given must be met; a condition left out is none."""

    natural_persons: bool | None = attrs.field(
        default=None,
        metadata=label("personnes physiques (sinon morales)", "natural persons (or else legal ones)"),
    )
    health_professionals: bool | None = attrs.field(
        default=None, metadata=label("professionnels de santé", "health professionals")
    )
    social_actors: bool | None = attrs.field(
        default=None, metadata=label("acteurs médico-sociaux ou sociaux", "medico-social or social actors")
    )
    families: tuple[Family, ...] | None = attrs.field(
        default=None, metadata=label("familles de professions", "families of professions")
    )
    professions: tuple[Profession, ...] | None = attrs.field(
        default=None, metadata=label("professions", "professions")
    )
    modes: tuple[Mode, ...] | None = attrs.field(
        default=None, metadata=label("modes d'exercice", "modes of practice")
    )
    organisation_kinds: tuple[OrganisationKind, ...] | None = attrs.field(
        default=None, metadata=label("natures d'organisation", "kinds of organisation")
    )
    roles: tuple[PersonRole, ...] | None = attrs.field(
        default=None,
        metadata=label("qualités (usagers, élus…)", "roles (users, elected officials…)"),
    )
    on_territory: bool | None = attrs.field(
        default=None, metadata=label("exerçant sur le territoire", "practising on the territory")
    )

    @labelled("répond aux conditions", "meets the conditions")
    def fits(self, candidate: Member, territory: Territory | Unknown | None, on: date) -> bool:
        """Whether somebody meets every condition given.

        Raises:
            NotSettled: one is not settled, and none fails.
        """
        return both(
            lambda: self.natural_persons is None or candidate.is_natural_person == self.natural_persons,
            lambda: (
                self.health_professionals is None
                or candidate.is_health_professional(on) == self.health_professionals
            ),
            lambda: self.social_actors is None or _is_social_actor(candidate) == self.social_actors,
            lambda: self.families is None or _is_of_a_family(candidate, self.families, on),
            lambda: self.professions is None or _holds_one(candidate, self.professions),
            lambda: self.modes is None or _exercises_so(candidate, self.modes),
            lambda: self.organisation_kinds is None or _is_one_of(candidate, self.organisation_kinds),
            lambda: self.roles is None or _comes_as(candidate, self.roles),
            lambda: self.on_territory is None or _practises_on(candidate, territory) == self.on_territory,
        )


def _is_social_actor(candidate: Member) -> bool:
    """Whether this is a medico-social or social actor: by its kind, for an organisation."""
    if isinstance(candidate, Organisation):
        return candidate.kind.is_medico_social_or_social
    return candidate.is_social_actor


def _is_of_a_family(candidate: Member, families: tuple[Family, ...], on: date) -> bool:
    return any_of(families, lambda family: candidate.qualifies(family, on))


def _holds_one(candidate: Member, professions: tuple[Profession, ...]) -> bool:
    """Whether one of the professions is on the list; a biologiste médical is a médecin or a pharmacien too."""
    return isinstance(candidate, Professional) and either(
        lambda: any(profession in professions for profession in candidate.professions),
        lambda: any(profession in professions for profession in candidate.professions_held),
    )


def _exercises_so(candidate: Member, modes: tuple[Mode, ...]) -> bool:
    return isinstance(candidate, Professional) and _is_among(candidate.mode, modes)


def _is_one_of(candidate: Member, kinds: tuple[OrganisationKind, ...]) -> bool:
    return isinstance(candidate, Organisation) and _is_among(candidate.kind, kinds)


def _comes_as(candidate: Member, roles: tuple[PersonRole, ...]) -> bool:
    return isinstance(candidate, Person) and _is_among(candidate.role, roles)


def _is_among(told: object, listed: tuple[object, ...]) -> bool:
    if isinstance(told, Unknown):
        raise UnknownFact
    return told in listed


def _practises_on(candidate: Member, territory: Territory | Unknown | None) -> bool:
    """Whether somebody practises in a commune of the territory; where organisations act is not told."""
    if not isinstance(candidate, Professional):
        raise OpenQuestion(WHERE_THEY_ACT)
    if territory is None:
        raise OpenQuestion(NO_TERRITORY)
    return _is_among(candidate.practises_in, tuple(territory.communes))


Criterion = Admits | Family | Profession | Mode | OrganisationKind | PersonRole


def _criteria(told: Any) -> Any:
    """Criteria as conditions: a family, a profession, a mode, a kind or a role stands for that one condition."""
    return tuple(map(_condition, told)) if isinstance(told, list | tuple) else told


def _condition(told: Any) -> Any:
    match told:
        case Family():
            return Admits(families=(told,))
        case Profession():
            return Admits(professions=(told,))
        case Mode():
            return Admits(modes=(told,))
        case OrganisationKind():
            return Admits(organisation_kinds=(told,))
        case PersonRole():
            return Admits(roles=(told,))
        case _:
            return told


@attrs.frozen(slots=True, kw_only=True, repr=False)
class College(Facts):
    """A college (category of members) of an association, as its statutes define it.

    ``admits`` lists whom it takes: one of them fits. A bare family, profession, mode, kind of
    organisation or role may stand for the condition of that name.

    Raises:
        BadFact: no name, negative votes, votes in a college that has none, or a share that is no percentage.
    """

    name: str = attrs.field(metadata=label("nom du collège", "name of the college"))
    admits: tuple[Admits, ...] | Unknown = attrs.field(
        default=UNKNOWN,
        converter=_criteria,
        metadata=label("ouvert à", "open to"),
    )
    deliberative: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("voix délibérative (sinon consultative)", "votes (or else a consultative voice)"),
    )
    votes: int | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "voix de chaque membre en assemblée (0 : voix consultative)",
            "votes of each member in assembly (0: consultative)",
        ),
    )
    share: Decimal | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "part des voix du collège, en pour cent, quand on vote par collège",
            "the college's share of the votes, in per cent, where votes are by college",
        ),
    )

    def __attrs_post_init__(self) -> None:
        Facts.__attrs_post_init__(self)
        if not self.name.strip():
            raise BadFact("name", Text("un collège a un nom", "a college has a name"))
        if isinstance(self.votes, int):
            if self.votes < 0:
                raise BadFact(
                    "votes",
                    Text(f"{self.votes} voix : le nombre ne peut pas être négatif", f"{self.votes} votes"),
                )
            if isinstance(self.deliberative, bool) and self.deliberative != (self.votes > 0):
                raise BadFact(
                    "deliberative",
                    Text(
                        f"{'avec' if self.deliberative else 'sans'} voix délibérative, mais {self.votes} voix : "
                        "n'indiquer que l'un des deux",
                        f"{self.deliberative}, with {self.votes} votes: leave one of them out",
                    ),
                )
        if isinstance(self.share, Decimal) and not (self.share.is_finite() and 0 <= self.share <= 100):
            raise BadFact(
                "share",
                Text(
                    f"{self.share} n'est pas un pourcentage : écrire un nombre de 0 à 100",
                    f"{self.share} is no percentage: write a number from 0 to 100",
                ),
            )

    @property
    @labelled("le collège a voix délibérative", "the college votes")
    def has_vote(self) -> bool:
        """Whether its members vote in assembly.

        Raises:
            UnknownFact: neither that nor their number of votes was read.
        """
        return self.deliberative if isinstance(self.deliberative, bool) else self.votes > 0

    @labelled("le collège est ouvert à cette personne", "the college takes this person")
    def takes(self, candidate: Member, territory: Territory | Unknown | None, on: date) -> bool:
        """Whether somebody fits one of the criteria.

        Raises:
            NotSettled: the criteria, or what they turn on, is unknown.
        """
        return any_of(self.admits, lambda criterion: criterion.fits(candidate, territory, on))
