"""Answers as plain data, for programs."""

from typing import Any

from cpts_model.engine.text import LANGS, Text
from cpts_model.exchange.assessment import plain_value
from cpts_model.life.basis import Basis


def both(text: Text) -> dict[str, str]:
    """A text in French and in English."""
    return {lang: text.to(lang) for lang in LANGS}


def either_way(text: Text | None) -> dict[str, str] | None:
    """A text in both languages, where there is one."""
    return None if text is None else both(text)


def plain_basis(basis: Basis) -> dict[str, Any]:
    """The text that a statement rests on, the same way whatever the command."""
    return {
        "rule": basis.rule_id,
        "cites": basis.cites.short,
        "citation": {lang: basis.cites.to(lang) for lang in LANGS},
        "authority": basis.authority.value,
        "evidence": basis.evidence.value,
        "checked_on": plain_value(basis.checked_on),
        "source": basis.source,
    }


def told(value: Any) -> Any:
    """A number of which the bounds may be all that is known, or ``None`` where nothing is."""
    least = getattr(value, "least", None)
    return None if least is None else {"least": least, "most": value.most}
