"""A register driven through random events, beside a plain book of who was a member on which day."""

from cpts_model.testing.stateful.machine import RegisterMachine, machine_for
from cpts_model.testing.stateful.setting import first_structures
from cpts_model.testing.stateful.stores import Answer, MemoryStore, ReorganisingStore, Store

__all__ = [
    "Answer",
    "MemoryStore",
    "RegisterMachine",
    "ReorganisingStore",
    "Store",
    "first_structures",
    "machine_for",
]
