"""How somebody exercises: liberal, salaried, voluntary, indirect."""

from enum import Enum

from cpts_model.engine.text import Text


class Mode(Enum):
    """The mode of exercise of an activity, as the nomenclature TRE_R23 divides them."""

    LIBERAL = "liberal"
    SALARIE = "salarie"
    BENEVOLE = "benevole"
    INDIRECT = "indirect"

    @property
    def label(self) -> Text:
        """The mode, in words."""
        return _MODES[self][1]

    @property
    def code(self) -> str:
        """Its code in TRE_R23-ModeExercice: ``L``, ``S``, ``B`` or ``I``."""
        return _MODES[self][0]

    @property
    def is_liberal(self) -> bool:
        """Whether the activity is liberal, or otherwise self-employed."""
        return self is Mode.LIBERAL

    @property
    def is_salarie(self) -> bool:
        """Whether the activity is salaried."""
        return self is Mode.SALARIE

    @property
    def is_benevole(self) -> bool:
        """Whether the activity is unpaid."""
        return self is Mode.BENEVOLE

    @property
    def is_indirect(self) -> bool:
        """Whether the activity is « indirect » in the nomenclature, which does not say how it is paid."""
        return self is Mode.INDIRECT


_MODES = {
    Mode.LIBERAL: ("L", Text("libéral, indépendant", "self-employed")),
    Mode.SALARIE: ("S", Text("salarié", "salaried")),
    Mode.BENEVOLE: ("B", Text("bénévole", "voluntary")),
    Mode.INDIRECT: ("I", Text("indirect", "indirect")),
}
