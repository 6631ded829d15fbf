"""The activities of a person, and what they say together of how that person practises."""

from collections.abc import Iterable, Set
from functools import lru_cache

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.annuaire.model import Activity, AnnuaireNote
from cpts_model.exchange.annuaire.notes import note, shown_code
from cpts_model.exchange.identifiers import cog
from cpts_model.exchange.nomenclatures import is_substitute
from cpts_model.facts.checks import DEPARTEMENTS
from cpts_model.facts.modes import Mode

Cells = tuple[str, ...]
"""The cells of a row that tell an activity (:attr:`Row.activity`), or the first of them."""
Notes = list[AnnuaireNote]
Practice = tuple[Mode | Unknown, bool | Unknown, str | Unknown, tuple[AnnuaireNote, ...]]
"""The mode, whether they are a substitute, the section of the register of pharmacists."""

NO_ACTIVITY: Cells = ("",) * len(Activity._fields)
_MODE, _COMMUNE, _DEPARTEMENT = map(Activity._fields.index, ("mode", "commune", "departement"))
_CODES = slice(4)
"""Of the cells of an activity, those of :func:`practice_of`: few combinations make up a country."""
_MODES = {mode.code: mode for mode in Mode}
_SECTIONS = frozenset("ABCDEFGH")


def activity_of(cells: Cells) -> Activity:
    """The activity that these cells tell."""
    told: list[object] = [cell or UNKNOWN for cell in cells]
    told[_MODE] = _MODES.get(cells[_MODE], UNKNOWN)
    told[_DEPARTEMENT] = _departement(cells[_COMMUNE], cells[_DEPARTEMENT])
    return Activity._make(told)


def is_commune(code: str) -> bool:
    """Whether it is a code that a French commune may have."""
    return _departement_of(code) is not None


def _departement(commune: str, told: str) -> str | Unknown:
    by_commune = _departement_of(commune)
    if by_commune is not None:
        return by_commune
    return told if told in DEPARTEMENTS else UNKNOWN


@lru_cache(maxsize=65_536)  # there are 35,000 communes
def _departement_of(commune: str) -> str | None:
    # Nothing is stripped: what is written otherwise is not the code that other facts hold.
    return cog.departement(commune) if cog.is_valid(commune) and cog.compact(commune) == commune else None


def practice_of(activities: Iterable[Cells], counting: Iterable[Cells]) -> Practice:
    """How somebody practises, by those of their activities that count, where they agree."""
    return _practice(
        frozenset([cells[_CODES] for cells in activities]), frozenset([cells[_CODES] for cells in counting])
    )


@lru_cache(maxsize=4096)
def _practice(activities: Set[Cells], counting: Set[Cells]) -> Practice:
    notes = _unknown_modes(activities)
    return _mode(counting, notes), _substitute(counting, notes), _section(counting, notes), tuple(notes)


def _unknown_modes(activities: Set[Cells]) -> Notes:
    codes = sorted({mode for _, mode, _, _ in activities} - _MODES.keys() - {""})
    return [
        note(
            "mode",
            f"Le mode d'exercice {shown.fr} n'est pas connu ici : celui de l'activité reste inconnu.",
            f"The mode of practice {shown.en} is not known here: that of the activity stays unknown.",
        )
        for shown in map(shown_code, codes)
    ]


def _mode(counting: Set[Cells], notes: Notes) -> Mode | Unknown:
    modes = {_MODES.get(mode, UNKNOWN) for _, mode, _, _ in counting}
    if len(modes) == 1:
        return modes.pop()
    told = [mode for mode in Mode if mode in modes]
    if len(told) > 1:
        fr, en = (", ".join(mode.label.to(lang) for mode in told) for lang in ("fr", "en"))
        notes.append(
            note(
                "mode",
                f"Plusieurs modes d'exercice selon les activités ({fr}) : le mode reste inconnu.",
                f"Several modes of practice among the activities ({en}): the mode stays unknown.",
            )
        )
    return UNKNOWN


def _substitute(counting: Set[Cells], notes: Notes) -> bool | Unknown:
    answers = {is_substitute(genre, fonction) for fonction, _, genre, _ in counting}
    if {True, False} <= answers:
        notes.append(_PARTLY_SUBSTITUTE)
    return answers.pop() if len(answers) == 1 else UNKNOWN


def _section(counting: Set[Cells], notes: Notes) -> str | Unknown:
    told = sorted({section for _, _, _, section in counting} - {""})
    if len(told) > 1:
        notes.append(_SECTIONS_DIFFER)
    elif told and told[0] not in _SECTIONS:
        shown = shown_code(told[0])
        notes.append(
            note(
                "pharmacien_section",
                f"La section {shown.fr} n'est pas l'une des sections A à H du tableau des pharmaciens : la section reste inconnue.",
                f"The section {shown.en} is none of the sections A to H of the register of pharmacists: the section stays unknown.",
            )
        )
    elif told:
        return told[0]
    return UNKNOWN


_PARTLY_SUBSTITUTE = note(
    "substitute",
    "Remplacement dans une activité et non dans une autre : la qualité de remplaçant reste inconnue.",
    "A substitute in one activity and not in another: whether they are a substitute stays unknown.",
)
_SECTIONS_DIFFER = note(
    "pharmacien_section",
    "Plusieurs sections du tableau des pharmaciens selon les activités : la section reste inconnue.",
    "Several sections of the register of pharmacists among the activities: the section stays unknown.",
)
