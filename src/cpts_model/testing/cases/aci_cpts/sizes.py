"""The size that a contract retains, and the population."""

from datetime import date
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.contracts import SizeClass
from cpts_model.facts.structures import CPTS
from cpts_model.facts.territories import Territory
from cpts_model.testing.case import Build, Case
from cpts_model.testing.cases.aci_cpts.agreement import SINCE_2019, signed
from cpts_model.testing.contracting import NO_CONTRACT, contract
from cpts_model.testing.telling import either, telling, with_projet

# --- « moins de 40 000 habitants », up to 80 000, up to 175 000, and above

SIZES = {
    SizeClass.T1: (0, 39_999),
    SizeClass.T2: (40_000, 79_999),
    SizeClass.T3: (80_001, 175_000),
    SizeClass.T4: (175_001, 400_000),
}
AGREEING = [(size, population) for size, ends in SIZES.items() for population in ends]
"""Each size with the ends of its populations; whether 80 000 is of the second or the third is not said."""
DISAGREEING = [
    (size, population) for size in SIZES for other, population in AGREEING if other is not size
] + [(SizeClass.T1, 80_000), (SizeClass.T4, 80_000)]


def retaining(pairs: list[tuple[SizeClass, int]]) -> Build:
    """A contract that retains a size and a population, or the size only: the territory tells the population."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        size, population = draw(st.sampled_from(pairs))
        if draw(st.booleans()):
            territory = Territory(communes=("33063",), population=population)
            base = with_projet(territory=territory)(attrs.evolve(base, territory=territory), draw, on)
            return contract(signed_on=signed, size_class=size, population=None)(base, draw, on)
        return contract(signed_on=signed, size_class=size, population=population)(base, draw, on)

    return build


TAILLE = Case(
    rule="aci-cpts.taille",
    in_force=SINCE_2019,
    about=(CPTS,),
    satisfied=retaining([*AGREEING, (SizeClass.T2, 80_000), (SizeClass.T3, 80_000)]),
    violated=retaining(DISAGREEING),
    undetermined=either(
        contract(signed_on=signed, size_class=UNKNOWN, population=20_000),
        contract(signed_on=signed, size_class=SizeClass.T1, population=UNKNOWN),
        telling(contract=UNKNOWN),
    ),
    not_applicable=either(NO_CONTRACT, contract(signed_on=signed, size_class=None, population=20_000)),
)
CASES = (TAILLE,)
