"""The pytest plugin of cpts_model: its law, its example dossiers, and an assertion that explains.

A package of its own, whose head imports nothing but pytest: loading it costs next to nothing
and leaves the library to be imported by the tests, once coverage is being measured.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from cpts_model import Law
    from cpts_model.testing.assertions import AssertCompliant
    from cpts_model.testing.dossiers import Dossier


@pytest.fixture(scope="session")
def law() -> "Law":
    """The law that the library holds, in all its versions."""
    from cpts_model import LAW

    return LAW


@pytest.fixture(scope="session")
def law_on(law: "Law") -> "Callable[[date], Law]":
    """The law of a day: ``law_on(date(2019, 7, 27))``. Override ``law`` to have your own."""
    return law.at


@pytest.fixture(scope="session")
def example_dossiers() -> "Mapping[str, Dossier]":
    """The project's example dossiers by name, each a structure or a register; the people are invented."""
    from cpts_model.testing.dossiers import example_dossiers

    return example_dossiers()


@pytest.fixture(scope="session")
def assert_compliant() -> "AssertCompliant":
    """``assert_compliant(subject, on=day)``: fails with the explanation of each breach."""
    from cpts_model.testing.assertions import assert_compliant

    return assert_compliant
