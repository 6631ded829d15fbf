"""Thousands of events on a register, in any order, on any day."""

import pickle
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import attrs
from hypothesis import HealthCheck, settings

from cpts_model import (
    Change,
    Register,
    Reorganisation,
    Structure,
    dumps_register,
    loads_register,
    read_register,
    update_register,
    write_register,
)
from register.machine import Member, Store, machine_for


@attrs.define
class InMemory:
    """The plainest store: a variable."""

    register: Register

    def closed(self) -> None:
        """There is nothing to tidy up."""

    def _kept(self, change: Change) -> Change:
        assert change.done or change.register is self.register, "refused: the very same register"
        self.register = change.register
        return change

    def _reorganised(self, done: Reorganisation) -> Reorganisation:
        self.register = done.register
        return done

    def admit(
        self, candidate: Member, structure_id: str, *, on: date, consented: Any, **terms: Any
    ) -> Change:
        return self._kept(self.register.admit(candidate, structure_id, on=on, consented=consented, **terms))

    def withdraw(self, member_id: str, structure_id: str, *, on: date) -> Change:
        return self._kept(self.register.withdraw(member_id, structure_id, on=on))

    def exclude(self, member_id: str, structure_id: str, *, on: date, heard: bool) -> Change:
        return self._kept(self.register.exclude(member_id, structure_id, on=on, heard=heard))

    def record_death(self, member_id: str, *, on: date) -> Change:
        return self._kept(self.register.record_death(member_id, on=on))

    def merge(
        self, structure_ids: Iterable[str], into: Structure, *, on: date, consents: Iterable[str]
    ) -> Reorganisation:
        return self._reorganised(self.register.merge(structure_ids, into, on=on, consents=consents))

    def split(
        self, structure_id: str, into: Iterable[Structure], *, on: date, consents: Mapping[str, str]
    ) -> Reorganisation:
        return self._reorganised(self.register.split(structure_id, into, on=on, consents=consents))

    def reopened(self) -> "InMemory":
        copied = pickle.loads(pickle.dumps(self.register))
        assert copied == self.register
        return InMemory(loads_register(dumps_register(copied)))


@attrs.define
class InAFile(InMemory):
    """A store that writes each change over its file, and whose file is read again tomorrow."""

    folder: tempfile.TemporaryDirectory[str]
    path: Path

    @classmethod
    def opened(cls, structures: tuple[Structure, ...]) -> Store:
        folder = tempfile.TemporaryDirectory()
        store = cls(Register(structures), folder, Path(folder.name, "register.json"))
        write_register(store.register, store.path)
        return store

    def _kept(self, change: Change) -> Change:
        InMemory._kept(self, change)
        update_register(self.register, self.path)
        return change

    def _reorganised(self, done: Reorganisation) -> Reorganisation:
        InMemory._reorganised(self, done)
        update_register(self.register, self.path)
        return done

    def reopened(self) -> "InAFile":
        self.register = read_register(self.path)
        return self

    def closed(self) -> None:
        self.folder.cleanup()


def in_memory(structures: tuple[Structure, ...]) -> Store:
    return InMemory(Register(structures))


def settled(examples: int) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=50,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )


TestInMemory = machine_for(in_memory).TestCase
TestInMemory.settings = settled(70)

TestInAFile = machine_for(InAFile.opened).TestCase
TestInAFile.settings = settled(8)
