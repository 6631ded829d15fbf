"""What a fact refuses to be, whoever builds it."""

from datetime import datetime

from cpts_model.engine.errors import CptsModelError


class BadFact(CptsModelError, ValueError):
    """Facts that cannot be true together, or a value of the wrong kind."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(field, problem)
        self.field = field
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.field}: {self.problem}"


def plain_date(field: str, value: object) -> None:
    """Refuse a datetime: it is a date to Python, and cannot be compared with one.

    Raises:
        BadFact: the value is a datetime or a string.
    """
    if isinstance(value, datetime | str):
        raise BadFact(field, f"{value!r} is not a datetime.date")
