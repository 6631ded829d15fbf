"""Who decides in an association."""

from enum import Enum

from cpts_model.engine.text import Text


class Organ(Enum):
    """An organ of an association, as statutes name them."""

    BUREAU = "bureau"
    CONSEIL_D_ADMINISTRATION = "conseil-d-administration"
    ASSEMBLEE_GENERALE = "assemblee-generale"
    OTHER = "autre"

    @property
    def label(self) -> Text:
        """The organ's name."""
        return _ORGANS[self]


_ORGANS = {
    Organ.BUREAU: Text("bureau", "bureau"),
    Organ.CONSEIL_D_ADMINISTRATION: Text("conseil d'administration", "board of directors"),
    Organ.ASSEMBLEE_GENERALE: Text("assemblée générale", "general assembly"),
    Organ.OTHER: Text("autre organe", "another organ"),
}
