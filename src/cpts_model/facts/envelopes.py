"""Envelopes: what a contract itself grants to a CPTS, exercise by exercise."""

from datetime import date
from decimal import Decimal

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.checks import BadFact, not_euros
from cpts_model.facts.missions import Mission
from cpts_model.facts.typed import Facts


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Envelope(Facts):
    """What the contract grants for one exercise, in euros: to a mission, or for functioning.

    An exercise is a year of the contract, named by its first day: the day of signature or an
    anniversary of it. The functioning credit is fixed; a mission has a fixed part and a
    variable one, of which the contract writes the most, and of which what was obtained is
    known only after the yearly dialogue de gestion: it stays UNKNOWN until then. ``None`` is
    for a part that the contract does not have.

    Raises:
        BadFact: an amount is negative, or no Decimal (a float cannot hold cents exactly); more
            was obtained than the contract's most.
    """

    exercise: date = attrs.field(
        metadata=label("premier jour de l'année contractuelle", "first day of the year of the contract")
    )
    mission: Mission | None = attrs.field(
        metadata=label("mission (néant : crédit de fonctionnement)", "mission (none: the functioning credit)")
    )
    fixed: Decimal | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("part fixe (euros)", "fixed part (euros)")
    )
    variable_max: Decimal | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("part variable, au plus (euros)", "variable part, at most (euros)"),
    )
    variable_obtained: Decimal | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "part variable obtenue après le dialogue de gestion (euros)",
            "variable part obtained after the dialogue de gestion (euros)",
        ),
    )

    @property
    @labelled("désignation", "how it is called")
    def name(self) -> str:
        """The mission and the exercise, as messages name them."""
        return f"{'fonctionnement' if self.mission is None else self.mission.value} ({self.exercise})"

    def __attrs_post_init__(self) -> None:
        Facts.__attrs_post_init__(self)
        for name in ("fixed", "variable_max", "variable_obtained"):
            amount = getattr(self, name)
            if isinstance(amount, Decimal) and not (amount.is_finite() and amount >= 0):
                raise BadFact(name, not_euros(amount))
        most, obtained = self.variable_max, self.variable_obtained
        if isinstance(most, Unknown) or isinstance(obtained, Unknown):
            return
        if obtained > (most or 0):
            raise BadFact(
                "variable_obtained",
                Text(
                    f"{obtained} dépasse le maximum du contrat, {most or 0}",
                    f"{obtained} is more than the contract's most, {most or 0}",
                ),
            )
