"""What each article requires, in each of its versions. ``LAW`` is the whole of it."""

from cpts_model.engine.law import Law
from cpts_model.law import csp_l6323_3

_TEXTS = (csp_l6323_3,)

LAW = Law(
    rules=tuple(rule for text in _TEXTS for rule in text.RULES),
    articles=tuple(article for text in _TEXTS for article in text.ARTICLES),
)
"""Every rule encoded, in every version, in the order of the texts."""
