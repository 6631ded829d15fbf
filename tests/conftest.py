"""How hard the property tests look: few examples where one waits for them, more and the same ones in CI."""

import os

from hypothesis import settings

# Downstream is a project of its own, whose suite runs where the wheel is installed.
collect_ignore = ["downstream"]

settings.register_profile("dev", max_examples=20, deadline=None)
settings.register_profile(
    "ci", max_examples=100, deadline=None, derandomize=True, database=None, print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))
