"""Thousands of events on a register, in any order, on any day."""

import tempfile
from pathlib import Path

import attrs
from hypothesis import HealthCheck, settings

from cpts_model import Register, Structure, read_register, update_register, write_register
from cpts_model.testing.stateful.machine import MemoryStore, machine_for


@attrs.define
class FileStore(MemoryStore):
    """A store that writes each change over its file, and whose file is read again tomorrow."""

    folder: tempfile.TemporaryDirectory[str]
    path: Path

    @classmethod
    def opened(cls, structures: tuple[Structure, ...]) -> "FileStore":
        folder = tempfile.TemporaryDirectory()
        store = cls(Register(structures), folder, Path(folder.name, "register.json"))
        write_register(store.register, store.path)
        return store

    def keep(self, register: Register) -> None:
        self.register = register
        update_register(register, self.path)

    def reopened(self) -> "FileStore":
        self.register = read_register(self.path)
        return self

    def closed(self) -> None:
        self.folder.cleanup()


def of_examples(number: int) -> settings:
    return settings(
        max_examples=number,
        stateful_step_count=50,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )


TestInMemory = machine_for(MemoryStore.opened).TestCase
TestInMemory.settings = of_examples(70)

TestInAFile = machine_for(FileStore.opened).TestCase
TestInAFile.settings = of_examples(8)
