"""JSON Schemas (2020-12) of what is read and written here.

Those of dossiers and registers are drawn from the classes of facts, and are no stricter
than the reader. Each has an ``$id`` with a version, which goes up when a document that kept
to it would not any more.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from cpts_model.engine.text import Lang
from cpts_model.exchange.schemas.assessment import assessment_schema
from cpts_model.exchange.schemas.comparison import comparison_schema, law_diff_schema, rules_schema
from cpts_model.exchange.schemas.dossier import DOSSIER_VERSION, dossier_schema, register_schema
from cpts_model.exchange.schemas.life import checklist_schema, deadlines_schema, funding_schema
from cpts_model.exchange.schemas.parts import DIALECT, Schema

__all__ = [
    "ANSWERS",
    "DIALECT",
    "DOSSIERS",
    "DOSSIER_VERSION",
    "Schema",
    "assessment_schema",
    "checklist_schema",
    "comparison_schema",
    "deadlines_schema",
    "dossier_schema",
    "funding_schema",
    "law_diff_schema",
    "register_schema",
    "rules_schema",
]

DOSSIERS: Mapping[str, Callable[[Lang], Schema]] = MappingProxyType(
    {"dossier": dossier_schema, "register": register_schema}
)
"""The schemas of what is read, whose titles are in a language, by their names."""

ANSWERS: Mapping[str, Callable[[], Schema]] = MappingProxyType(
    {
        "assessment": assessment_schema,
        "comparison": comparison_schema,
        "law-diff": law_diff_schema,
        "rules": rules_schema,
        "deadlines": deadlines_schema,
        "checklist": checklist_schema,
        "funding": funding_schema,
    }
)
"""The schemas of what is answered, by their names."""
