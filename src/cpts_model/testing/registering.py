"""What Hypothesis is told when it is imported: how facts of each class are drawn.

With it ``st.from_type(MaisonDeSante)`` works in a suite that imports nothing from here. It
costs whoever imports Hypothesis for something else nothing: a class is registered when the
module that defines it is imported, and the strategies are imported when one is asked for.
"""

import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

_FACTS = "cpts_model.facts."
_REGISTER = "cpts_model.register.register"
_STRATEGIES = "cpts_model.testing.strategies"
_NAMES = {
    "CPTS": "cpts",
    "CentreDeSante": "centres_de_sante",
    "ContratACI": "contrats_aci",
    "DiagnosticTerritorial": "diagnostics",
    "EquipeDeSoinsPrimaires": "equipes_de_soins_primaires",
    "EquipeDeSoinsSpecialises": "equipes_de_soins_specialises",
    "MaisonDeSante": "maisons_de_sante",
    "Membership": "memberships",
    "Organisation": "organisations",
    "Person": "persons",
    "Professional": "professionals",
    "ProjetDeSante": "projets_de_sante",
    "Register": "registers",
    "SISA": "sisas",
    "Structure": "structures",
    "Territory": "territories",
}
"""The classes that have a strategy of their own; the others are drawn from their fields."""


def register_strategies() -> None:
    """Have every class of facts, and the register, drawn by ``st.from_type``: the entry point of Hypothesis."""
    for name in [name for name in sys.modules if _is_ours(name)]:
        _register_classes(sys.modules[name])
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


def _is_ours(module: str) -> bool:
    return module.startswith(_FACTS) or module == _REGISTER


def _register_classes(module: ModuleType) -> None:
    # Not at the head: whoever imports this first has Hypothesis ask for it while it is being read.
    from hypothesis import strategies as st

    for kind in _classes(module):
        st.register_type_strategy(kind, _strategy)


def _classes(module: ModuleType) -> Iterator[type[Any]]:
    """The classes of facts that a module defines, and the register."""
    for value in vars(module).values():
        if isinstance(value, type) and value.__module__ == module.__name__ and _is_drawn(value):
            yield value


def _is_drawn(kind: type[Any]) -> bool:
    if kind.__module__ == _REGISTER:
        return kind.__name__ == "Register"
    # By name: the base may be the very module that is being imported.
    return hasattr(kind, "__attrs_attrs__") and any(base.__name__ == "Facts" for base in kind.__mro__)


def _strategy(kind: type[Any]) -> "SearchStrategy[Any]":
    strategies = import_module(_STRATEGIES)
    name = _NAMES.get(kind.__name__)
    strategy: SearchStrategy[Any] = strategies.facts_of(kind) if name is None else getattr(strategies, name)()
    return strategy


class _Finder(MetaPathFinder):
    """Finds what the other finders find, and has the classes registered that it defines."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module as another finder has it; ``None`` for those that define no facts."""
        if not _is_ours(fullname):
            return None
        others = [finder for finder in sys.meta_path if not isinstance(finder, _Finder)]
        found = (finder.find_spec(fullname, path, target) for finder in others)
        spec = next((spec for spec in found if spec is not None), None)
        if spec is not None and spec.loader is not None:
            spec.loader = _Loader(spec.loader)
        return spec


class _Loader(Loader):
    """Loads as another loader does, then registers."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """The module that the other loader would create."""
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Run the module, as its own loader, then register its classes."""
        module.__loader__ = self._loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        self._loader.exec_module(module)
        _register_classes(module)
