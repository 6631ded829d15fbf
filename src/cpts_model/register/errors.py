"""What a register refuses to be asked."""

from cpts_model.engine.errors import CptsModelError, did_you_mean, shortened


class UnknownStructure(CptsModelError, LookupError):
    """The register holds no structure of this id."""

    def __init__(self, structure_id: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(structure_id, nearest)
        self.structure_id = structure_id
        self.nearest = nearest

    def __str__(self) -> str:
        return f"the register holds no structure {shortened(self.structure_id)}{did_you_mean(self.nearest)}"


class UnknownMember(CptsModelError, LookupError):
    """Nobody of this id was ever told to be a member of the structure."""

    def __init__(self, member_id: str, structure_id: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(member_id, structure_id, nearest)
        self.member_id = member_id
        self.structure_id = structure_id
        self.nearest = nearest

    def __str__(self) -> str:
        return (
            f"nobody called {shortened(self.member_id)} was ever a member of {self.structure_id!r}"
            f"{did_you_mean(self.nearest)}"
        )
