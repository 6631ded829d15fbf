"""A pytest plugin that runs the tests against each mutant of a copy, from one collection.

The suite is collected once, and run once to note which functions each test enters. Then, for
each mutant, a forked child takes the mutant on and runs the tests that enter its function,
until one fails: first those that killed others of the function, then those that enter the
fewest functions, properties last. Nothing of a mutant outlives its child, and no cache that
another test has filled hides it.

What runs while modules are imported has run already by then: such mutants, if they live, are
tried once more, each in a fresh interpreter.

The plugin does so where ``MUTATION_RESULTS`` names the file to write; ``MUTATION_CHILDREN``
says how many children run at a time. Results that are there already are kept.
"""

import gc
import json
import os
import pickle
import re
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, is_hypothesis_test, settings

# A failing example need not be the smallest one here, and every run must find the same.
settings.register_profile(
    "mutation",
    phases=(Phase.explicit, Phase.generate),
    max_examples=25,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=tuple(HealthCheck),
)
settings.load_profile("mutation")

KILLED, TIMEOUT, SURVIVED, NOT_ENTERED = "killed", "timeout", "survived", "not entered"
"""What becomes of a mutant: a test failed, ran for ever, or none noticed; or none came near."""

GRACE = 10
"""Seconds of processor time that a mutant has, beyond three times what its tests take."""

Tests = Sequence[pytest.Item]
Result = tuple[str, str]
"""What became of a mutant, and the test that killed it."""


def pytest_configure(config: pytest.Config) -> None:
    """Take the place of pytest's own loop, where asked to."""
    results = os.environ.get("MUTATION_RESULTS")
    if results:
        config.pluginmanager.register(Killing(Path(results), int(os.environ.get("MUTATION_CHILDREN", "1"))))


class Killing:
    """The loop that goes through mutants instead of tests."""

    def __init__(self, file: Path, children: int) -> None:
        self.file = file
        self.children = children
        self.results: dict[str, Result] = json.loads(file.read_text()) if file.exists() else {}
        self.killers: dict[str, list[str]] = defaultdict(list)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Kill what can be killed, and write what became of each mutant."""
        if session.testsfailed:
            raise session.Interrupted(f"{session.testsfailed} errors during collection")
        mutants = json.loads(Path("mutants.json").read_text())
        at_import = _entered()
        tests_of = _tests_by_function(session.items)
        gc.freeze()  # what is there already is then shared with every child
        self._run([mutant for mutant in mutants if mutant not in self.results], tests_of)
        for mutant in mutants:
            if self.results[mutant][0] in (SURVIVED, NOT_ENTERED) and _function(mutant) in at_import:
                self.results[mutant] = _in_a_fresh_interpreter(mutant, session.config.invocation_params.args)
                self._save()
        self._save()
        return True

    def _run(self, mutants: Sequence[str], tests_of: dict[str, Tests]) -> None:
        running: dict[str, Child] = {}
        for mutant in mutants:
            tests = tests_of.get(_function(mutant), ())
            if not tests:
                self.results[mutant] = NOT_ENTERED, ""
                continue
            if len(running) == self.children:
                self._end(running)
            tests = self._killers_first(_function(mutant), tests)
            running[mutant] = Child(lambda mutant=mutant, tests=tests: _tried(mutant, tests), _limit(tests))
        while running:
            self._end(running)

    def _end(self, running: dict[str, "Child"]) -> None:
        mutant = next(iter(running))
        outcome, test = self.results[mutant] = running.pop(mutant).result()
        if outcome == KILLED and test not in self.killers[_function(mutant)]:
            self.killers[_function(mutant)].insert(0, test)
        if len(self.results) % 100 == 0:
            self._save()

    def _killers_first(self, function: str, tests: Tests) -> Tests:
        killers = self.killers[function]
        return sorted(
            tests, key=lambda test: killers.index(test.nodeid) if test.nodeid in killers else len(killers)
        )

    def _save(self) -> None:
        written = self.file.with_suffix(".part")
        written.write_text(json.dumps(self.results, indent=0))
        written.replace(self.file)


class Child:
    """A forked child that does some work, and answers through a pipe."""

    def __init__(self, work: Callable[[], Any], seconds: int | None = None) -> None:
        self._pipe, end = os.pipe()
        self._pid = os.fork()
        if self._pid == 0:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(1, 2)
            if seconds is not None:
                resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
            with os.fdopen(end, "wb") as pipe:
                pickle.dump(work(), pipe)
            os._exit(0)
        os.close(end)

    def answer(self) -> Any:
        """What it answered; ``None`` when it was ended before."""
        with os.fdopen(self._pipe, "rb") as pipe:
            said = pipe.read()
        os.waitpid(self._pid, 0)
        return pickle.loads(said) if said else None

    def result(self) -> Result:
        """What became of the mutant that it tried."""
        answer = self.answer()
        return (TIMEOUT, "") if answer is None else answer


def _tests_by_function(items: Tests) -> dict[str, Tests]:
    """For each function the tests that enter it, in the order in which they are best run.

    What one test alone of a file enters may stand behind a fixture that it filled for the tests
    after it: the others of the file come after those that enter.
    """
    entered, took = Child(lambda: _noted(items)).answer()
    _seconds.update(took)
    by_file: dict[str, list[pytest.Item]] = defaultdict(list)
    for item in items:
        by_file[_file(item.nodeid)].append(item)
    by_id = {item.nodeid: item for item in items}
    breadth = Counter(test for tests in entered.values() for test in tests)

    def cost(item: pytest.Item) -> tuple[bool, int, float]:
        chance = is_hypothesis_test(getattr(item, "function", None))
        return chance, breadth[item.nodeid], took[item.nodeid]

    found: dict[str, Tests] = {}
    for name, tests in entered.items():
        alone = [file for file, number in Counter(map(_file, tests)).items() if number == 1]
        beside = [item for file in alone for item in by_file[file] if item.nodeid not in tests]
        found[name] = [*sorted((by_id[test] for test in tests), key=cost), *sorted(beside, key=cost)]
    return found


def _file(test: str) -> str:
    return test.partition("::")[0]


_seconds: dict[str, float] = {}
"""How long each test takes, by its id."""


def _noted(items: Tests) -> tuple[dict[str, set[str]], dict[str, float]]:
    entered: dict[str, set[str]] = defaultdict(set)
    took: dict[str, float] = {}

    def note(item: pytest.Item, seconds: float) -> None:
        took[item.nodeid] = seconds
        for name in _entered():
            entered[name].add(item.nodeid)

    failed = _first_failure(items, note, caches=_caches())
    if failed:
        raise RuntimeError(f"{failed} fails without any mutant")
    return dict(entered), took


def _tried(mutant: str, tests: Tests) -> Result:
    from mutmut.mutation.trampoline import set_mutant_under_test

    for cache in _caches():
        cache.cache_clear()
    set_mutant_under_test(mutant)
    failed = _first_failure(tests)
    return (KILLED, failed) if failed else (SURVIVED, "")


def _caches() -> list[Any]:
    """The functions of the library that remember what they answered."""
    found = [thing for thing in gc.get_objects() if isinstance(thing, _lru_cache_wrapper)]
    return [cache for cache in found if str(cache.__module__).startswith("cpts_model")]


def _first_failure(
    tests: Tests, note: Callable[[pytest.Item, float], None] | None = None, caches: Sequence[Any] = ()
) -> str:
    """Run tests until one fails, each with these caches empty; its id, or nothing."""
    failed: list[str] = []

    class Watching:
        def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
            if report.failed:
                failed.append(report.nodeid)

    tests[0].config.pluginmanager.register(Watching())
    for item, following in zip(tests, [*tests[1:], None], strict=True):
        for cache in caches:
            cache.cache_clear()
        began = time.process_time()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if failed:
            return failed[0]
        if note is not None:
            note(item, time.process_time() - began)
    return ""


def _in_a_fresh_interpreter(mutant: str, arguments: Sequence[str]) -> Result:
    environment = {name: value for name, value in os.environ.items() if name != "MUTATION_RESULTS"}
    options = [argument for argument in arguments if not argument.startswith("tests/")]
    selected = [argument for argument in arguments if argument.startswith("tests/")]
    for tests in (_files_that_name(mutant, selected), selected):
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-x", "-q", *options, *tests],
            env=environment | {"MUTANT_UNDER_TEST": mutant},
            capture_output=True,
            check=False,
        )
        if tests and done.returncode:
            return KILLED, "at import"
    return SURVIVED, ""


def _files_that_name(mutant: str, selected: Sequence[str]) -> list[str]:
    """The selected files of tests that name the module of a mutant, or its package: they fail soonest."""
    names = set(mutant.split(".")[2:-1])
    files = [file for named in selected for file in sorted(Path(named).rglob("test_*.py")) or [Path(named)]]
    return [str(file) for file in files if names & set(re.findall(r"\w+", file.read_text()))]


def _entered() -> set[str]:
    """The functions entered since this was last asked."""
    from mutmut.state import state

    entered = set(state()._stats)
    state()._stats.clear()
    return entered


def _function(mutant: str) -> str:
    return mutant.partition("__mutmut_")[0]


def _limit(tests: Tests) -> int:
    return GRACE + int(3 * sum(_seconds[test.nodeid] for test in tests))
