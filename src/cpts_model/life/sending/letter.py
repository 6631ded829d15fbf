"""The letter of intent: what it states, which no article sets and each region asks for in its way."""

from enum import Enum

import attrs

from cpts_model.engine.citations import PRATIQUE, Authority, Citation, Evidence
from cpts_model.engine.text import Text
from cpts_model.life.basis import Basis


class Region(Enum):
    """The regions of which the page that says what a letter states was read."""

    NOUVELLE_AQUITAINE = "nouvelle-aquitaine"
    NORMANDIE = "normandie"

    @property
    def label(self) -> Text:
        """The region's name."""
        return _REGIONS[self].name

    @property
    def basis(self) -> Basis:
        """Where what it asks for was read."""
        return _REGIONS[self].basis

    @property
    def departements(self) -> frozenset[str]:
        """The départements of the region (loi n° 2015-29 du 16 janvier 2015)."""
        return _REGIONS[self].departements

    @property
    def items(self) -> tuple[tuple[str, Text], ...]:
        """What it asks for, in its order: the field of the letter, and its words."""
        return _REGIONS[self].items


@attrs.frozen(slots=True)
class _Regional:
    name: Text
    departements: frozenset[str]
    basis: Basis
    items: tuple[tuple[str, Text], ...]


def _practice(region: str, page: str) -> Basis:
    return Basis(
        cites=Citation(PRATIQUE, f"contenu de la lettre d'intention en {region}"),
        authority=Authority.PRACTICE,
        evidence=Evidence.VERIFIED,
        checked_on=None,
        source=page,
    )


_REGIONS = {
    Region.NOUVELLE_AQUITAINE: _Regional(
        Text("Nouvelle-Aquitaine", "Nouvelle-Aquitaine"),
        frozenset(("16", "17", "19", "23", "24", "33", "40", "47", "64", "79", "86", "87")),
        _practice("Nouvelle-Aquitaine", "cpts-na.org, « comment monter une CPTS » (page sans date)"),
        (
            ("territory", Text("le territoire envisagé", "the territory planned")),
            ("first_diagnosis", Text("les premiers éléments de diagnostic", "the first elements of diagnosis")),
            ("actors", Text("les acteurs et partenaires déjà associés et à associer", "the actors and partners already associated and to associate")),
            ("orientations", Text("les orientations en lien avec les missions socles", "the orientations linked to the socle missions")),
            ("calendar", Text("le calendrier prévisionnel", "the planned calendar")),
        ),
    ),
    Region.NORMANDIE: _Regional(
        Text("Normandie", "Normandie"),
        frozenset(("14", "27", "50", "61", "76")),
        _practice("Normandie", "urps-mk-normandie.fr, « comment créer une CPTS » (page sans date)"),
        (
            ("professionals_and_structures", Text("la liste des professionnels et des structures", "the list of the professionals and structures")),
            ("access_problem", Text("la problématique d'accès ou de continuité des soins", "the problem of access to care or of its continuity")),
            ("means", Text("les moyens", "the means")),
            ("aim", Text("l'objectif", "the aim")),
            ("territory", Text("le territoire", "the territory")),
            ("calendar", Text("le calendrier", "the calendar")),
            ("other_projects", Text("l'articulation avec les autres projets", "the articulation with other projects")),
        ),
    ),
}  # fmt: skip
