"""What a strategy cannot be asked for."""

from cpts_model.engine.errors import CptsModelError


class BadArgument(CptsModelError, ValueError):
    """A strategy was asked for something that it cannot give."""

    def __init__(self, argument: str, problem: str) -> None:
        super().__init__(argument, problem)
        self.argument = argument
        self.problem = problem

    def __str__(self) -> str:
        return f"{self.argument}: {self.problem}"
