"""The missions of a CPTS."""

from enum import Enum

from cpts_model.engine.text import Text


class Mission(Enum):
    """A mission of a CPTS: the six of article L1434-12-2, or another."""

    ACCES_AUX_SOINS = "acces-aux-soins"
    PARCOURS = "parcours"
    PREVENTION = "prevention"
    QUALITE = "qualite-et-pertinence"
    ACCOMPAGNEMENT = "accompagnement-des-professionnels"
    CRISE = "crise-sanitaire"
    OTHER = "autre"

    @property
    def label(self) -> Text:
        """The mission's name."""
        return _MISSIONS[self]

    @property
    def is_statutory(self) -> bool:
        """Whether article L1434-12-2 lists it."""
        return self is not Mission.OTHER


_MISSIONS = {
    Mission.ACCES_AUX_SOINS: Text("amélioration de l'accès aux soins", "better access to care"),
    Mission.PARCOURS: Text(
        "parcours associant plusieurs professionnels", "pathways of several professionals"
    ),
    Mission.PREVENTION: Text("actions territoriales de prévention", "territorial prevention"),
    Mission.QUALITE: Text("qualité et pertinence des soins", "quality and relevance of care"),
    Mission.ACCOMPAGNEMENT: Text(
        "accompagnement des professionnels sur le territoire", "support to professionals"
    ),
    Mission.CRISE: Text("réponse aux crises sanitaires", "response to health crises"),
    Mission.OTHER: Text("autre mission", "another mission"),
}
