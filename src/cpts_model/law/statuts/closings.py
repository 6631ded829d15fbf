"""What statutes close that the law leaves open, open that it does not name, or ask to no effect."""

from collections.abc import Callable, Iterator
from enum import Enum

import attrs

from cpts_model.engine.citations import LOI_1901, Citation
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.families import Family
from cpts_model.facts.memberships import EndCause
from cpts_model.facts.modes import Mode
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.people import PersonRole
from cpts_model.facts.statutes import Admits, Statutes
from cpts_model.law.csp_l1434_12.article import L1434_12


class Sense(Enum):
    """What a clause does beside the law."""

    CLOSES = "ferme"
    OPENS = "ouvre"
    WITHOUT_EFFECT = "sans-effet"

    @property
    def label(self) -> Text:
        """The sense, in words."""
        return _SENSES[self]


_SENSES = {
    Sense.CLOSES: Text("ferme ce que la loi laisse ouvert", "closes what the law leaves open"),
    Sense.OPENS: Text("ouvre à qui la loi ne nomme pas", "opens to whom the law does not name"),
    Sense.WITHOUT_EFFECT: Text("sans effet sur le droit de partir", "without effect on the right to leave"),
}

COMPOSITION = L1434_12.cite()
WITHDRAWAL = Citation(LOI_1901, "4")


@attrs.frozen(slots=True, kw_only=True)
class Closing:
    """A clause that says more, or less, than the law, and what the law says."""

    clause: str
    """The field of ``Statutes`` it stands in."""
    sense: Sense
    text: Text
    cites: Citation | None = None
    """What the law says of it; ``None`` where no text speaks of it."""


def closings(statutes: Statutes) -> tuple[Closing, ...]:
    """The clauses of the statutes of a CPTS that close or open more than the law does, or have no effect.

    Only what was read speaks: a clause that is UNKNOWN is passed over, and so is a list of
    colleges read in part where it would have to be whole.
    """
    return (*_closing(statutes), *_opening(statutes), *_without_effect(statutes))


# --- Closing what the law leaves open

_NATURAL_PERSONS = Text(
    "Seules les personnes physiques peuvent adhérer. L'article L1434-12 nomme aussi des équipes, des acteurs et des "
    "services, sans écarter les personnes morales : c'est un choix de ces statuts.",
    "Only natural persons may join. Article L1434-12 names teams, actors and services too, and shuts out no legal "
    "person: these statutes chose so.",
)
_PRESIDENT = Text(
    "Seul un professionnel de santé peut présider. Aucun texte ne le demande : c'est un choix de ces statuts.",
    "Only a health professional may preside. No text asks for it: these statutes chose so.",
)
_AT_DISCRETION = Text(
    "Une candidature peut être refusée sans motif. Une telle clause est licite, mais ne permet pas un refus discriminatoire ; "
    "la loi, elle, ne refuse personne ainsi.",
    "A candidature may be refused without reasons. Such a clause is lawful, but allows no refusal that discriminates; the law "
    "itself refuses nobody so.",
)
_NO_ORGANISATION = Text(
    "Aucun collège n'est ouvert aux organisations. L'article L1434-12 nomme aussi des équipes, des acteurs et des "
    "services, sans écarter les personnes morales : c'est un choix de ces statuts.",
    "No college takes organisations. Article L1434-12 names teams, actors and services too, and shuts out no legal "
    "person: these statutes chose so.",
)
_NO_SALARIED = Text(
    "Aucun collège n'est ouvert aux professionnels salariés. L'article L1434-12 dit « des professionnels de santé », "
    "sans condition de mode d'exercice : c'est un choix de ces statuts.",
    "No college takes salaried professionals. Article L1434-12 says « des professionnels de santé », whatever their "
    "mode of practice: these statutes chose so.",
)
_NO_SOCIAL_ACTOR = Text(
    "Aucun collège n'est ouvert aux acteurs médico-sociaux et sociaux, que l'article L1434-12 nomme : "
    "c'est un choix de ces statuts.",
    "No college takes medico-social and social actors, whom article L1434-12 names: these statutes chose so.",
)


def _closing(statutes: Statutes) -> Iterator[Closing]:
    if statutes.natural_persons_only is True:
        yield Closing(
            clause="natural_persons_only", sense=Sense.CLOSES, text=_NATURAL_PERSONS, cites=COMPOSITION
        )
    if statutes.president_is_health_professional is True:
        yield Closing(
            clause="president_is_health_professional",
            sense=Sense.CLOSES,
            text=_PRESIDENT,
        )
    if statutes.discretionary_veto is True:
        yield Closing(clause="discretionary_veto", sense=Sense.CLOSES, text=_AT_DISCRETION)
    criteria = _every_criterion(statutes)
    if criteria is not None:
        for shut_out, text in _SHUT_OUT:
            if all(map(shut_out, criteria)):
                yield Closing(clause="colleges", sense=Sense.CLOSES, text=text, cites=COMPOSITION)


def _every_criterion(statutes: Statutes) -> tuple[Admits, ...] | None:
    """What the colleges ask, all together; ``None`` where some of it was not read, or there are none."""
    if not isinstance(statutes.colleges, tuple) or not statutes.colleges or statutes.colleges_read_in_part:
        return None
    criteria: list[Admits] = []
    for college in statutes.colleges:
        if isinstance(college.admits, Unknown):
            return None
        criteria = [*criteria, *college.admits]
    return tuple(criteria)


_OF_HEALTH = frozenset(family for family in Family if family.is_health_profession)


def _asks_for_a_person(criterion: Admits) -> bool:
    return criterion.natural_persons is True or bool(
        criterion.health_professionals
        or criterion.families is not None
        or criterion.professions is not None
        or criterion.modes is not None
        or criterion.roles is not None
    )


def _leaves_out_the_salaried(criterion: Admits) -> bool:
    return (
        criterion.natural_persons is False
        or criterion.health_professionals is False
        or criterion.organisation_kinds is not None
        or criterion.roles is not None
        or (criterion.modes is not None and Mode.SALARIE not in criterion.modes)
    )


def _leaves_out_social_actors(criterion: Admits) -> bool:
    return (
        criterion.health_professionals is True
        or criterion.social_actors is False
        or (criterion.families is not None and _OF_HEALTH.issuperset(criterion.families))
        or (
            criterion.organisation_kinds is not None
            and not any(kind.is_medico_social_or_social for kind in criterion.organisation_kinds)
        )
        or (criterion.roles is not None and PersonRole.OTHER not in criterion.roles)
    )


_SHUT_OUT: tuple[tuple[Callable[[Admits], bool], Text], ...] = (
    (_asks_for_a_person, _NO_ORGANISATION),
    (_leaves_out_the_salaried, _NO_SALARIED),
    (_leaves_out_social_actors, _NO_SOCIAL_ACTOR),
)


# --- Opening to whom the law does not name

_USERS = Text(
    "Un collège est ouvert aux usagers. L'article L1434-12 ne les nomme pas : ils sont membres de l'association, "
    "sans être pour autant une composante de la CPTS.",
    "A college takes users of the health system. Article L1434-12 does not name them: they are members of the "
    "association, and not thereby a component of the CPTS.",
)
_ELECTED = Text(
    "Un collège est ouvert aux élus ou aux collectivités. L'article L1434-12 ne les nomme pas : ils sont membres de "
    "l'association, sans être pour autant une composante de la CPTS.",
    "A college takes elected officials or local authorities. Article L1434-12 does not name them: they are members "
    "of the association, and not thereby a component of the CPTS.",
)
_FUNDERS = Text(
    "Un collège est ouvert aux financeurs. L'article L1434-12 ne les nomme pas ; ils peuvent aussi être de simples "
    "partenaires, sans adhérer.",
    "A college takes funders. Article L1434-12 does not name them; they may also be mere partners, without joining.",
)
_HOSPITALS = Text(
    "Un collège est ouvert aux établissements de santé. L'article L1434-12 ne les nomme pas ; ils y entrent s'ils "
    "assurent des soins de premier ou de second recours, ou par ces seuls statuts.",
    "A college takes health establishments. Article L1434-12 does not name them; they come in if they provide "
    "primary or second-line care, or by these statutes alone.",
)

_BEYOND: tuple[tuple[frozenset[PersonRole | OrganisationKind], Text], ...] = (
    (frozenset({PersonRole.USAGER, OrganisationKind.ASSOCIATION_D_USAGERS}), _USERS),
    (frozenset({PersonRole.ELU, OrganisationKind.COLLECTIVITE}), _ELECTED),
    (frozenset({OrganisationKind.FINANCEUR}), _FUNDERS),
    (
        frozenset({OrganisationKind.HOPITAL_PUBLIC, OrganisationKind.ETABLISSEMENT_DE_SANTE_PRIVE}),
        _HOSPITALS,
    ),
)


def _opening(statutes: Statutes) -> Iterator[Closing]:
    named = _named(statutes)
    for beyond, text in _BEYOND:
        if named & beyond:
            yield Closing(clause="colleges", sense=Sense.OPENS, text=text, cites=COMPOSITION)


def _named(statutes: Statutes) -> frozenset[PersonRole | OrganisationKind]:
    """The roles and kinds of organisation that the colleges name."""
    colleges = statutes.colleges if isinstance(statutes.colleges, tuple) else ()
    criteria = [
        criterion
        for college in colleges
        for criterion in (college.admits if isinstance(college.admits, tuple) else ())
    ]
    roles = frozenset(role for criterion in criteria for role in criterion.roles or ())
    return roles | frozenset(kind for criterion in criteria for kind in criterion.organisation_kinds or ())


# --- Without effect on the right to leave

_NOTICE = Text(
    "Ces statuts demandent un préavis à qui démissionne. Tout membre peut se retirer en tout temps, après paiement des "
    "cotisations échues et de l'année courante, nonobstant toute clause contraire : la jurisprudence écarte la clause qui "
    "retarde le départ. Discuté : des guides admettent un préavis court. Une association dont le siège est en Alsace-Moselle relève du droit local, qui n'est pas lu ici.",
    "These statutes ask for notice of whoever resigns. Any member may withdraw at any time, after paying the fees due and "
    "that of the current year, notwithstanding any clause to the contrary: case law sets aside the clause that puts the "
    "departure off. Disputed: guides accept a short notice. An association seated in Alsace-Moselle is under local law, which is not read here.",
)
_NO_RESIGNATION = Text(
    "La démission manque à la liste des causes de fin. Elle reste possible en tout temps, nonobstant toute clause "
    "contraire. Une association dont le siège est en Alsace-Moselle relève du droit local, qui n'est pas lu ici.",
    "Resignation is missing from the list of causes of end. It remains possible at any time, notwithstanding any "
    "clause to the contrary. An association seated in Alsace-Moselle is under local law, which is not read here.",
)


def _without_effect(statutes: Statutes) -> Iterator[Closing]:
    if isinstance(statutes.notice, int) and statutes.notice > 0:
        yield Closing(clause="notice", sense=Sense.WITHOUT_EFFECT, text=_NOTICE, cites=WITHDRAWAL)
    if isinstance(statutes.end_causes, tuple) and EndCause.RESIGNATION not in statutes.end_causes:
        yield Closing(clause="end_causes", sense=Sense.WITHOUT_EFFECT, text=_NO_RESIGNATION, cites=WITHDRAWAL)
