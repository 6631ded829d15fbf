"""What a word of a profession, as people write it, can tell."""

from enum import Enum

import attrs

from cpts_model.engine.text import Text
from cpts_model.facts.modes import Mode
from cpts_model.facts.professions import Profession


class Tells(Enum):
    """The kinds of things that a word tells."""

    PROFESSION = "profession"
    """A profession, and perhaps its savoir-faire."""
    DISCIPLINE = "discipline"
    """A field ("cardiologie"): of a médecin when there is one, else where somebody works."""
    AMBIGUOUS = "ambiguous"
    """One of several professions ("Dr"), or one that the word suggests only."""
    MODE = "mode"
    SUBSTITUTE = "substitute"
    ROLE = "role"
    """A job that is no profession of the table ("assistant médical")."""
    DOUBT = "doubt"
    """What keeps the rest from being said of the person: "ancien", "étudiant", "non"."""
    DOUBT_OF_NEXT = "doubt of next"
    """The same, of what follows: "secrétaire du médecin", "cabinet infirmier"."""
    NOTHING = "nothing"
    """Understood, and beside the point."""


@attrs.frozen(slots=True, kw_only=True)
class Sense:
    """What one word, or one phrase, tells."""

    tells: Tells
    meaning: Text
    professions: tuple[Profession, ...] = ()
    savoir_faire: tuple[str, ...] = ()
    """One code: that one. Several: one of them."""
    mode: Mode | None = None
    role: str | None = None
    """The code in TRE_R85 of a role, where there is one."""
    ipa: bool = False
    gives_way: bool = False
    """Whether it is only a field beside another profession: "infirmière ORL"."""
