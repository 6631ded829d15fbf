"""The profile of this suite: few examples, the same at every run, however slow the machine is."""

from hypothesis import settings

settings.register_profile("secretariat", max_examples=20, derandomize=True, deadline=None)
settings.load_profile("secretariat")
