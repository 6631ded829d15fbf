"""Checks of a law: what must hold of every rule, whatever it says and whoever wrote it."""

from cpts_model.testing.check.problems import Claim, LawCheckFailed, Problem
from cpts_model.testing.check.subjects import CannotDraw
from cpts_model.testing.check.suite import (
    check_answers,
    check_asked_for,
    check_changes_nothing,
    check_deterministic,
    check_explained,
    check_free_of_order,
    check_languages,
    check_law,
    check_monotone,
    check_pickles,
    check_pure,
    check_reached,
    check_sources,
    check_versions,
)

__all__ = [
    "CannotDraw",
    "Claim",
    "LawCheckFailed",
    "Problem",
    "check_answers",
    "check_asked_for",
    "check_changes_nothing",
    "check_deterministic",
    "check_explained",
    "check_free_of_order",
    "check_languages",
    "check_law",
    "check_monotone",
    "check_pickles",
    "check_pure",
    "check_reached",
    "check_sources",
    "check_versions",
]
