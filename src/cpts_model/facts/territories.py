"""The territory of a structure: communes, and the people who live there."""

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.unknown import UNKNOWN, Unknown, either
from cpts_model.facts.checks import BadFact, inhabitants
from cpts_model.facts.typed import Facts


@attrs.frozen(slots=True, kw_only=True, repr=False)
class CommuneFigure(Facts):
    """The population of one commune, or what a masked table lets know of it.

    A cell that is masked "below 6" says that fewer than six people were counted, and perhaps
    nobody: it is not zero.

    Raises:
        BadFact: a negative population, or a table that would mask below a negative number.
    """

    commune: str = attrs.field(metadata=label("commune (code COG)", "commune (COG code)"))
    population: int | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("population (habitants)", "population (inhabitants)")
    )
    masked_below: int | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "chiffre masqué au-dessous de (secret statistique)", "figure masked below (statistical secrecy)"
        ),
    )

    def __attrs_post_init__(self) -> None:
        Facts.__attrs_post_init__(self)
        _refuse_negative("population", self.population)
        _refuse_negative("masked_below", self.masked_below)


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Territory(Facts):
    """A territory of action: a set of communes and the people who live there.

    Raises:
        BadFact: a negative population.
    """

    communes: tuple[str, ...] | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("communes (codes COG)", "communes (COG codes)")
    )
    population: int | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("population (habitants)", "population (inhabitants)")
    )
    figures: tuple[CommuneFigure, ...] | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("population par commune", "population by commune")
    )
    border_communes: tuple[str, ...] | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "communes limitrophes d'un autre territoire (codes COG)",
            "communes that border another territory (COG codes)",
        ),
    )

    def __attrs_post_init__(self) -> None:
        Facts.__attrs_post_init__(self)
        _refuse_negative("population", self.population)

    @labelled("partage une commune avec l'autre territoire", "shares a commune with the other territory")
    def overlaps(self, other: "Territory | Unknown") -> bool:
        """Whether a commune belongs to both territories.

        Raises:
            UnknownFact: the communes of one of them are unknown.
        """
        return any(commune in other.communes for commune in self.communes)

    @labelled("recouvre ou borde l'autre territoire", "overlaps or borders the other territory")
    def touches(self, other: "Territory | Unknown") -> bool:
        """Whether the two overlap or are neighbours, by the communes that they declare.

        They are neighbours where a border commune of one is a commune, or a border commune, of the other.

        Raises:
            UnknownFact: what is told of the two does not make them touch, and more may be told.
        """
        return either(
            lambda: self.overlaps(other),
            lambda: any(commune in other.communes for commune in self.border_communes),
            lambda: any(commune in self.communes for commune in other.border_communes),
            lambda: any(commune in other.border_communes for commune in self.border_communes),
        )


def _refuse_negative(field: str, number: int | None | Unknown) -> None:
    if isinstance(number, int) and number < 0:
        raise BadFact(field, inhabitants(number))
