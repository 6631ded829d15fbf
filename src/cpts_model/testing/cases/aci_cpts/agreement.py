"""The agreement that the contracts of CPTS are under, and days of signature."""

from datetime import date

from hypothesis import strategies as st

from cpts_model.engine.dates import since
from cpts_model.testing.contracting import contract
from cpts_model.testing.days import days_between

IN_FORCE = date(2019, 8, 25)
SINCE_2019 = since(2019, 8, 25)
BEFORE_THE_AGREEMENT = contract(signed_on=date(2019, 8, 24))
"""Whatever was signed before is no contract under this agreement."""


def signed(on: date) -> st.SearchStrategy[date]:
    """A day of signature under the agreement: that day first."""
    return days_between(IN_FORCE, on)
