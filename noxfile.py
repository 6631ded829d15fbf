"""What a contributor runs by name: ``nox -s tests``, ``nox -s lint types docs``, ``nox -s mutation -- engine``.

CI runs ``.ci/run``, which needs nothing installed beforehand; the versions of the tools are
those of the dependency groups in both.
"""

import os
from pathlib import Path

import nox

nox.options.sessions = ["lint", "types", "docs", "tests"]
nox.options.reuse_existing_virtualenvs = True

PROJECT = nox.project.load_toml("pyproject.toml")

LAYERS = {
    "engine": ["tests/engine"],
    "facts": ["tests/facts", "tests/law"],
    "law": ["tests/law"],
}
"""The layers whose mutants are killed, and the tests that have to."""

SLOW = [
    "tests/engine/test_engine_dates.py::test_two_hundred_thousand_delays_end_where_the_standard_calendar_says",
    "tests/engine/test_engine_explain.py::test_the_same_bytes_in_every_process_whatever_the_hash_seed",
    "tests/law/test_law_properties.py",
    "tests/law/test_statuts.py::test_every_rule_can_come_out_every_way",
    "tests/law/test_statuts.py::test_telling_more_never_flips_a_settled_verdict",
    "tests/law/test_statuts.py::test_telling_more_never_flips_a_settled_verdict_over_many",
    "tests/law/test_aci_amounts.py::TestTheTable::test_no_draft_of_a_crisis_or_start_up_amount_is_written_anywhere_in_the_library",
]
"""Tests that would be run too often for what they cost; a mutant is to fall to a plain example."""


def install(session: nox.Session, *groups: str) -> None:
    """The library with its extras, and the tools of some dependency groups."""
    requirements = nox.project.dependency_groups(PROJECT, *groups)
    session.install("-e", ".[cli,testing]", *requirements)


@nox.session(python=["3.11", "3.12", "3.13"])
def tests(session: nox.Session) -> None:
    """The whole suite, or what is named after ``--``."""
    install(session, "test")
    session.run("pytest", "-q", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Style and format."""
    install(session, "lint")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Both type checkers."""
    install(session, "lint")
    session.run("mypy")
    session.run("pyright", "--pythonpath", str(Path(session.bin) / "python"))


@nox.session
def docs(session: nox.Session) -> None:
    """The site: what programs write of it, then all of it, built strictly by both builders."""
    install(session, "docs")
    session.run("python", "-m", "pages")
    session.run(
        "mkdocs", "build", "--strict", "--site-dir", str(Path(session.create_tmp()).resolve() / "site")
    )
    session.run("zensical", "build", "--strict")


@nox.session
def site(session: nox.Session) -> None:
    """The site in ``site/``, with the engine of the page that judges in the browser; needs Node.js."""
    install(session, "docs")
    session.run("mkdocs", "build", "--strict", "--site-dir", "site")
    session.run("python", "-m", "pages.judge", "site")


@nox.session
def browser(session: nox.Session) -> None:
    """The site and a report in headless Chromium, which is installed on Debian where it is not there."""
    install(session, "docs", "browser")
    axe = Path(session.create_tmp()).resolve() / "axe"
    session.run("bash", "tests/browser/needs.sh", str(axe), external=True)
    session.run("pytest", "-q", "tests/browser", env={"AXE": str(axe / "axe.min.js"), "THOROUGH": "1"})


@nox.session
def mutation(session: nox.Session) -> None:
    """Kill the mutants of each layer, or of those named after ``--``; fails on one that lives and is not listed.

    ``MUTATION_CHILDREN`` says how many run at a time: as many as there are cores, unless told.
    """
    install(session, "test", "mutation")
    root, tools = Path.cwd(), Path.cwd() / "tests" / "mutation"
    for layer in session.posargs or LAYERS:
        copy = Path(session.create_tmp()).resolve() / layer
        session.run("python", str(tools / "mutated_copy.py"), str(root), str(copy), layer)
        results = copy / "results.json"
        with session.chdir(copy):
            session.run(
                *("python", "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", "-p", "no:logging"),
                *("-p", "mutation.killing", "--assert=plain", "--tb=native"),
                *LAYERS[layer],
                *(f"--deselect={test}" for test in SLOW),
                env={
                    "MUTANT_UNDER_TEST": "stats",
                    "MUTATION_RESULTS": str(results),
                    "MUTATION_CHILDREN": os.environ.get("MUTATION_CHILDREN", str(os.cpu_count() or 1)),
                    "PYTHONPATH": os.pathsep.join(("src", "tests")),
                },
            )
        session.run("python", str(tools / "survivors.py"), str(copy), str(results), layer)
