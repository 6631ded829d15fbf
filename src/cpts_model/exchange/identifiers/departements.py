"""The départements and overseas territories, as identifiers write them."""

MAINLAND = frozenset(f"{number:02}" for number in range(1, 96) if number != 20) | {"2A", "2B"}
"""Codes of the official geographical code (COG) for metropolitan France."""

OVERSEAS = frozenset(
    {"971", "972", "973", "974", "975", "976", "977", "978", "984", "986", "987", "988", "989"}
)
"""Codes of the COG for the overseas départements and territories, Clipperton included."""
