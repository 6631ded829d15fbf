"""Registers of 3,000, 30,000 and 300,000 memberships: what an answer and an event cost in each.

All three are held at once and asked in turn, so that what is read is a ratio within one run. Beside them a plain scan
of every membership, and a plain copy of the two dictionaries that the register would keep if it were not persistent.
"""

import argparse
import gc
import json
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from random import Random

from people import PROFESSIONS

from cpts_model import (
    CPTS,
    LegalForm,
    Membership,
    Mode,
    Payment,
    PaymentNature,
    Professional,
    Register,
    Territory,
)

ON = date(2025, 6, 1)
MEMBERS = 300
OWN = 200
"""Of the members of a structure, so many belong to no other first; the rest come from the two next ones."""
SIZES = (3_000, 30_000, 300_000)


@cache
def person(number: int) -> Professional:
    """One invented professional, the same in every structure."""
    profession, savoir_faire = PROFESSIONS[number % len(PROFESSIONS)]
    return Professional(
        id=f"p-{number}",
        name=f"Personne inventée {number}",
        professions=(profession,),
        savoir_faire=savoir_faire,
        mode=Mode.LIBERAL,
    )


def membership(number: int, structure: int, index: int) -> Membership:
    """One membership of the last ten years; one in five has ended."""
    joined = date(2015, 1, 1) + timedelta(days=(number * 7 + index) % 3600)
    return Membership(
        member=person(number),
        joined_on=joined,
        left_on=joined + timedelta(days=700) if index % 5 == 0 else None,
        partner=False,
        consented=True,
    )


def structure(place: int, structures: int) -> CPTS:
    """One CPTS of 300 memberships: people of its own, and some of the next two (so that people belong to one to three)."""
    shared = [((place + 1) % structures) * OWN + index for index in range(80)]
    shared += [((place + 2) % structures) * OWN + index for index in range(20)]
    numbers = [*range(place * OWN, place * OWN + OWN), *shared]
    return CPTS(
        id=f"cpts-{place}",
        name=f"CPTS inventée {place}",
        legal_form=LegalForm.ASSOCIATION,
        seat_departement="33",
        statutes=None,
        territory=Territory(communes=(f"{33000 + place}",), population=90_000, border_communes=()),
        members=tuple(membership(number, place, index) for index, number in enumerate(numbers)),
        payments=tuple(
            Payment(
                beneficiary=f"p-{place * OWN + index}",
                paid_on=date(2024, 12, 15),
                amount=Decimal(1200),
                nature=PaymentNature.INDEMNITE,
            )
            for index in range(10)
        ),
    )


class Size:
    """A register of one size, and what is asked of it."""

    def __init__(self, memberships: int, seed: int) -> None:
        count = memberships // MEMBERS
        self.structures = [structure(place, count) for place in range(count)]
        self.register = Register(self.structures)
        self.random = Random(seed)
        self.count = count
        self.joining = Professional(id="nouvelle", professions=(PROFESSIONS[0][0],), savoir_faire=("SM54",))
        self.where = {f"p-{number}": () for number in range(count * OWN)}
        self.places = {one.id: one for one in self.structures}

    def place(self) -> str:
        return f"cpts-{self.random.randrange(self.count)}"

    def somebody(self) -> str:
        return f"p-{self.random.randrange(self.count * OWN)}"

    def present(self) -> tuple[str, str]:
        """Somebody who is a member on the day, and where."""
        place = self.random.randrange(self.count)
        return f"p-{place * OWN + self.random.randrange(OWN // 5) * 5 + 1}", f"cpts-{place}"

    def build(self) -> object:
        return Register(self.structures)

    def members_of(self) -> object:
        return self.register.members_of(self.place(), on=ON)

    def memberships_of(self) -> object:
        return self.register.memberships_of(self.somebody(), on=ON)

    def structures_of(self) -> object:
        return self.register.structures_of(self.somebody(), on=ON)

    def admit(self) -> object:
        change = self.register.admit(self.joining, self.place(), on=ON, consented=True)
        assert change.done
        return change

    def withdraw(self) -> object:
        change = self.register.withdraw(*self.present(), on=ON)
        assert change.done
        return change

    def record_death(self) -> object:
        return self.register.record_death(self.somebody(), on=ON)

    def what_if_leaves(self) -> object:
        return self.register.what_if_leaves(*self.present(), on=ON)

    def scan(self) -> object:
        """Whose memberships, by looking at every one."""
        who = self.somebody()
        return [
            one
            for structure in self.structures
            for one in structure.members
            if one.member.id == who and one.running_on(ON)
        ]

    def copy(self) -> object:
        """An event as dictionaries would have it: both copied, one entry changed."""
        return {**self.places, "x": None}, {**self.where, "x": ()}


ASKED: dict[str, tuple[Callable[[Size], object], int]] = {
    "members_of": (Size.members_of, 200),
    "memberships_of": (Size.memberships_of, 200),
    "structures_of": (Size.structures_of, 200),
    "admit": (Size.admit, 100),
    "withdraw": (Size.withdraw, 100),
    "record_death": (Size.record_death, 60),
    "what_if_leaves": (Size.what_if_leaves, 20),
    "a scan for one person": (Size.scan, 3),
    "a copy of the index": (Size.copy, 5),
    "building the register": (Size.build, 1),
}


def timed(ask: Callable[[Size], object], size: Size, times: int) -> float:
    """Microseconds for one, the mean of a few in a row."""
    start = time.perf_counter()
    for _ in range(times):
        ask(size)
    return (time.perf_counter() - start) / times * 1e6


def main() -> None:
    """Ask everything of every size in turn, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    sizes = [Size(memberships, seed) for seed, memberships in enumerate(options.sizes)]
    gc.collect()
    gc.freeze()
    found: dict[str, list[list[float]]] = {name: [[] for _ in sizes] for name in ASKED}
    for _ in range(options.rounds):
        for name, (ask, times) in ASKED.items():
            for index, size in enumerate(sizes):
                found[name][index].append(timed(ask, size, times))
    median = {name: [statistics.median(one) for one in columns] for name, columns in found.items()}
    ratios = {name: columns[-1] / columns[0] for name, columns in median.items()}
    if options.json:
        print(json.dumps({"microseconds": median, "ratios": ratios}, indent=2))
        return
    print(
        f"{'microseconds, median of ' + str(options.rounds):28}"
        + "".join(f"{n:>13,}" for n in options.sizes)
        + f"{'ratio':>9}"
    )
    for name, columns in median.items():
        print(f"{name:28}" + "".join(f"{value:13,.1f}" for value in columns) + f"{ratios[name]:9.1f}")


if __name__ == "__main__":
    main()
