"""What the Annuaire Santé tells of one person: the professional, where and how they practise, and what stays open."""

from typing import NamedTuple

import attrs

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.modes import Mode
from cpts_model.facts.people import Professional


class Activity(NamedTuple):
    """One activity of a person (a « situation d'exercice »), as the extract tells it.

    Codes are those of the extract, whether or not they are known here. An empty cell is UNKNOWN.
    """

    fonction: str | Unknown = UNKNOWN
    """The function (TRE_R21) or the role (TRE_R85) held in it."""
    mode: Mode | Unknown = UNKNOWN
    """How it is exercised (TRE_R23)."""
    genre: str | Unknown = UNKNOWN
    """What kind of activity it is, a code of TRE_R22."""
    section: str | Unknown = UNKNOWN
    """Of a pharmacien, the section of the register of the ordre."""
    secteur: str | Unknown = UNKNOWN
    """The sector of activity, a code of TRE_R02."""
    finess: str | Unknown = UNKNOWN
    """The FINESS number of the site."""
    finess_ej: str | Unknown = UNKNOWN
    """The FINESS number of the legal entity."""
    siret: str | Unknown = UNKNOWN
    siren: str | Unknown = UNKNOWN
    structure_id: str | Unknown = UNKNOWN
    """The « identifiant technique de la structure », which cabinets have too."""
    raison_sociale: str | Unknown = UNKNOWN
    enseigne: str | Unknown = UNKNOWN
    commune: str | Unknown = UNKNOWN
    """The commune of the structure's address (COG code)."""
    departement: str | Unknown = UNKNOWN
    """The département of the structure's address, by the commune where it is told."""

    def is_at(self, structure: str) -> bool:
        """Whether the activity is told to be in the structure of a FINESS number (of site or legal entity) or a SIRET number."""
        return structure in (self.finess, self.finess_ej, self.siret)


@attrs.frozen(slots=True)
class AnnuaireNote:
    """What an extract says that could not become a fact, or became one with a doubt."""

    fact: str
    """The fact of the professional that it is about: ``professions``, ``mode``…"""
    text: Text


@attrs.frozen(slots=True, kw_only=True)
class RegisteredProfessional:
    """One person of the Annuaire Santé.

    Whatever the registry does not hold is UNKNOWN in ``professional``. That somebody practises
    in a structure does not make them a member of it.
    """

    professional: Professional
    activities: tuple[Activity, ...]
    """Every activity that the extract tells, in an order that does not depend on its rows."""
    notes: tuple[AnnuaireNote, ...] = ()

    def activities_at(self, structure: str) -> tuple[Activity, ...]:
        """The activities in the structure of a FINESS or SIRET number."""
        return tuple(activity for activity in self.activities if activity.is_at(structure))
