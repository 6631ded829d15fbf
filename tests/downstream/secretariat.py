"""The secretariat of an invented CPTS: who is a member, kept in SQLite, and what to write to whom."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

from cpts_model import (
    CPTS,
    LAW,
    STATUTS,
    Authority,
    Change,
    Citation,
    Evidence,
    Membership,
    Modality,
    Organisation,
    Period,
    Person,
    Professional,
    Register,
    Rule,
    Structure,
    Text,
    Unknown,
    assess,
    dumps_register,
    loads_register,
)


def memberships(cpts: CPTS, on: date) -> Iterable[Membership]:
    """Whoever is told to be a member, of whenever."""
    return cpts.members


def runs(membership: Membership, cpts: CPTS, on: date) -> bool | Unknown:
    """« les membres »."""
    return membership.running_on(on)


def fee_is_paid(membership: Membership, cpts: CPTS, on: date) -> bool | Unknown:
    """« à jour de leur cotisation »."""
    return membership.fee_paid


FEE = Rule(
    id="secretariat.cotisation",
    about=CPTS,
    each=memberships,
    applies=runs,
    holds=fee_is_paid,
    modality=Modality.OBLIGATION,
    authority=Authority.STATUTES,
    evidence=Evidence.VERIFIED,
    cites=Citation(STATUTS, "7"),
    in_force=Period(date(2022, 1, 1)),
    checked_on=date(2026, 1, 1),
    source="nos statuts (inventés)",
    title=Text("Le membre est à jour de sa cotisation.", "The member has paid the fee."),
    remedy=Text("Régler la cotisation.", "Pay the fee."),
)
OUR_LAW = LAW.extended(FEE)


def letters(structure: Structure, on: date) -> list[str]:
    """What to write to a structure: what would mend each breach and each failing, in French."""
    assessment = assess(structure, on=on, law=OUR_LAW)
    found = (*assessment.breaches, *assessment.warnings)
    return sorted(
        {f"{verdict.rule.id} : {verdict.rule.remedy.fr}" for verdict in found if verdict.rule.remedy}
    )


class Office:
    """The register, in the one row of a SQLite file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rows = sqlite3.connect(path)
        self.rows.execute("CREATE TABLE IF NOT EXISTS kept (told TEXT)")

    @classmethod
    def opened(cls, structures: tuple[Structure, ...]) -> "Office":
        """A new file that holds these structures."""
        office = cls(Path(mkdtemp()) / "office.sqlite")
        office.keep(Register(structures))
        return office

    def keep(self, register: Register) -> None:
        """Write the register over what was there."""
        with self.rows:
            self.rows.execute("DELETE FROM kept")
            self.rows.execute("INSERT INTO kept VALUES (?)", [dumps_register(register)])

    def done(self, change: Change) -> Change:
        """Keep what an event made of the register; a refusal has made nothing of it."""
        self.keep(change.register)
        return change

    @property
    def register(self) -> Register:
        """What the file holds."""
        (told,) = self.rows.execute("SELECT told FROM kept").fetchone()
        return loads_register(told)

    def admit(
        self,
        candidate: Professional | Person | Organisation,
        structure_id: str,
        *,
        on: date,
        consented: bool | Unknown,
        left_on: date | None = None,
    ) -> Change:
        """Somebody joins."""
        return self.done(
            self.register.admit(candidate, structure_id, on=on, consented=consented, left_on=left_on)
        )

    def withdraw(self, member_id: str, structure_id: str, *, on: date) -> Change:
        """Somebody leaves."""
        return self.done(self.register.withdraw(member_id, structure_id, on=on))

    def exclude(self, member_id: str, structure_id: str, *, on: date, heard: bool) -> Change:
        """Somebody is excluded."""
        return self.done(self.register.exclude(member_id, structure_id, on=on, heard=heard))

    def record_death(self, member_id: str, *, on: date) -> Change:
        """Somebody has died."""
        return self.done(self.register.record_death(member_id, on=on))

    def reopened(self) -> "Office":
        """The office of tomorrow, on the same file."""
        self.rows.close()
        return Office(self.path)

    def closed(self) -> None:
        """The file is thrown away."""
        self.rows.close()
        self.path.unlink()
        self.path.parent.rmdir()
