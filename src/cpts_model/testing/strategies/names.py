"""Invented names. Whoever bears one of them is not meant."""

PEOPLE = (
    "agathe", "basile", "cleo", "denis", "edmee", "fanny", "gaspard", "hortense", "ines", "jules", "karim", "lucie", "marius",
    "noemie", "octave", "prune", "quentin", "rosalie", "simon", "thais", "ulysse", "violette", "wassim", "xenia", "yann", "zelie",
)  # fmt: skip

PLACES = ("des Deux Rives", "du Val Clair", "des Trois Moulins", "de la Lande", "des Vieux Ponts")


def person(number: int) -> str:
    """The name of the person of a number, from 0."""
    again, which = divmod(number, len(PEOPLE))
    return PEOPLE[which] if again == 0 else f"{PEOPLE[which]}-{again + 1}"
