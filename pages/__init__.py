"""The pages of the site that are drawn from the library itself, and how each is written.

``python -m pages`` writes them all; they are committed, and a test fails where one is stale.
"""
