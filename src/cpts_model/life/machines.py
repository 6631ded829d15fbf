"""The state machines of the library, by id."""

from collections.abc import Mapping
from types import MappingProxyType

from cpts_model.life.machine import Machine
from cpts_model.life.projet import PROJET_MACHINES
from cpts_model.life.sisa import SISA_BELOW_MINIMUM

MACHINES: Mapping[str, Machine] = MappingProxyType(
    {machine.id: machine for machine in (*PROJET_MACHINES.values(), SISA_BELOW_MINIMUM)}
)
"""Every machine of the library."""
