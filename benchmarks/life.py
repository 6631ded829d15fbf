"""What follows with time, of CPTS of 20, 200 and 1,000 members: each question as a multiple of one judgement.

All sizes are asked in turn within one run, so that what is read is a ratio: the deadlines of five years beside
``assess`` on one day, ``compare`` over five years beside two of them, a timeline beside both.
"""

import argparse
import gc
import json
import statistics
import time
from collections.abc import Callable
from datetime import date

from people import cpts

from cpts_model import (
    CPTS,
    LAW,
    assess,
    compare,
    contract_calendar,
    deadlines,
    funding,
    next_due,
    projet_state,
    timeline_svg,
)

A, B = date(2021, 6, 1), date(2026, 6, 1)
SIZES = (20, 200, 1_000)


def two_judgements(subject: CPTS) -> object:
    return assess(subject, on=A).breaches, assess(subject, on=B).breaches


def changes(subject: CPTS) -> object:
    comparison = compare(subject, a=A, b=B)
    found = comparison.changes
    assert found
    return found


ONE = "assess, one day"
ASKED: dict[str, tuple[Callable[[CPTS], object], int]] = {
    ONE: (lambda it: assess(it, on=B).breaches, 20),
    "assess, two days": (two_judgements, 10),
    "compare, five years": (changes, 1),
    "compare, one day to the next": (lambda it: compare(it, a=date(2026, 5, 31), b=B).changes, 3),
    "LAW.diff, five years": (lambda it: LAW.diff(A, B), 20),
    "projet_state": (lambda it: projet_state(it, on=B).state, 10),
    "deadlines, five years": (lambda it: deadlines(it, since=A, until=B), 3),
    "next_due": (lambda it: next_due(it, on=A), 3),
    "contract_calendar": (lambda it: contract_calendar(it).dues, 10),
    "funding": (lambda it: funding(it, on=B).lines, 10),
    "timeline_svg, five years": (lambda it: timeline_svg(it, on=B, since=A, until=B), 1),
}


def timed(ask: Callable[[CPTS], object], subject: CPTS, times: int) -> float:
    """Milliseconds for one, the mean of a few in a row."""
    start = time.perf_counter()
    for _ in range(times):
        ask(subject)
    return (time.perf_counter() - start) / times * 1e3


def main() -> None:
    """Ask everything of every size in turn, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    subjects = [cpts(1, members) for members in options.sizes]
    for ask, _ in ASKED.values():
        ask(subjects[0])  # what is loaded or looked up once is not of the question
    gc.collect()
    gc.freeze()
    found: dict[str, list[list[float]]] = {name: [[] for _ in subjects] for name in ASKED}
    for _ in range(options.rounds):
        for name, (ask, times) in ASKED.items():
            for index, subject in enumerate(subjects):
                found[name][index].append(timed(ask, subject, times))
    median = {name: [statistics.median(one) for one in columns] for name, columns in found.items()}
    ratios = {
        name: [one / judged for one, judged in zip(columns, median[ONE], strict=True)]
        for name, columns in median.items()
    }
    if options.json:
        print(json.dumps({"milliseconds": median, "ratios": ratios}, indent=2))
        return
    print(f"{'ms, median of ' + str(options.rounds) + ' (× one judgement)':32}", end="")
    print("".join(f"{n:>13,} members" for n in options.sizes))
    for name, columns in median.items():
        shown = (
            f"{value:11,.2f} ({ratio:6,.1f})" for value, ratio in zip(columns, ratios[name], strict=True)
        )
        print(f"{name:32}" + " ".join(shown))


if __name__ == "__main__":
    main()
