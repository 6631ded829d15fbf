"""What is said of the mutants that no test kills, held beside what a run found.

    python survivors.py COPY RESULTS LAYER

A mutant is known by its function, by the lines it takes out and by those it puts in, so that
it stays the same one when lines move. Each that survives is listed in ``survivors.toml`` with
a reason; the run fails when one survives that is not listed, and when one is listed that was
killed or is no longer made. The words of a Text that stands in a function are told apart: no
test repeats a sentence to hold it, and those that survive need no listing.
"""

import ast
import difflib
import json
import sys
import textwrap
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

LIST = Path(__file__).with_name("survivors.toml")
KINDS = {
    "equivalent": "does the same, whatever is asked of it",
    "unread": "gives up an argument that the function called does not read",
    "unreachable": "differs only where nothing of the library ever goes",
    "cost": "does the same, slower or faster",
}
"""Why a mutant may live."""

ALIVE = {"survived", "not entered"}
WORDS = "survived, words of a Text alone"

Mutant = tuple[str, str, str]
"""A function, what was there, what is there instead."""


def listed() -> dict[Mutant, str]:
    """The mutants that may live, and why: one of ``KINDS``."""
    groups = tomllib.loads(LIST.read_text(encoding="utf-8")).get("survivor", [])
    return {
        (group["function"], group["was"].strip(), becomes.strip()): group["kind"]
        for group in groups
        for becomes in group["becomes"]
    }


def both_functions(copy: Path, mutant: str) -> tuple[str, str]:
    """The source of a function as it is, and as a mutant of a copy has it; both are called ``_``."""
    module, _, name = mutant.rpartition(".")
    path = copy / "src" / module.replace(".", "/")
    path = path.with_suffix(".py") if path.with_suffix(".py").exists() else path / "__init__.py"
    functions = _functions(path)
    original, changed = (
        functions[one].replace(f"def {one}(", "def _(", 1)
        for one in (f"{name.partition('__mutmut_')[0]}__mutmut_orig", name)
    )
    return original, changed


@cache
def _functions(path: Path) -> dict[str, str]:
    """The source of each function of a module, less its indentation, by its name."""
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    return {
        node.name: textwrap.dedent("\n".join(lines[node.lineno - 1 : node.end_lineno]))
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
    }


def difference(copy: Path, mutant: str) -> Mutant:
    """What a mutant of a copy changes."""
    module, _, name = mutant.rpartition(".")
    original, changed = both_functions(copy, mutant)
    lines = [*difflib.ndiff(original.splitlines(), changed.splitlines())]
    out, put = ("\n".join(line[2:].strip() for line in lines if line[:2] == sign) for sign in ("- ", "+ "))
    return f"{module.removeprefix('cpts_model.')}.{_spoken(name)}", out, put


def changes_words_alone(original: str, changed: str) -> bool:
    """Whether two functions differ in the words of a Text, and in nothing else."""
    one, other = (
        ast.dump(_Wordless().visit(ast.parse(textwrap.dedent(source)))) for source in (original, changed)
    )
    return one == other


class _Wordless(ast.NodeTransformer):
    """Takes the words out of each ``Text("…", "…")``."""

    def visit_Call(self, node: ast.Call) -> ast.Call:
        if isinstance(node.func, ast.Name) and node.func.id == "Text":
            node.args = [ast.Constant("") if _is_words(argument) else argument for argument in node.args]
        self.generic_visit(node)
        return node


def _is_words(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Constant) and isinstance(argument.value, str)


def _spoken(name: str) -> str:
    """``Law.find`` for ``xǁLawǁfind__mutmut_3``, ``judge`` for ``x_judge__mutmut_1``."""
    return name.partition("__mutmut_")[0].removeprefix("xǁ").removeprefix("x_").replace("ǁ", ".")


def main(copy: Path, results: Path, layer: str) -> int:
    """Tell the figures of a run, and what of the list does not agree with it; the exit code."""
    found = {mutant: outcome for mutant, (outcome, _) in json.loads(results.read_text()).items()}
    for mutant, outcome in found.items():
        if outcome in ALIVE and changes_words_alone(*both_functions(copy, mutant)):
            found[mutant] = WORDS
    alive = {difference(copy, mutant) for mutant, outcome in found.items() if outcome in ALIVE}
    may_live = {mutant: kind for mutant, kind in listed().items() if mutant[0].startswith(f"{layer}.")}
    print(f"mutants of {layer}: {len(found)}")
    for counted in (Counter(found.values()), Counter(f"listed: {kind}" for kind in may_live.values())):
        for words, number in sorted(counted.items()):
            print(f"  {words}: {number}")
    unlisted, stale = sorted(alive - may_live.keys()), sorted(may_live.keys() - alive)
    for words, mutants in (("lives and is not listed", unlisted), ("is listed and does not live", stale)):
        for function, was, becomes in mutants:
            print(
                f"\n{words}: {function}\n{textwrap.indent(was, '  - ')}\n{textwrap.indent(becomes, '  + ')}"
            )
    return 1 if unlisted or stale else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
