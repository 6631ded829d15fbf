"""The engine of the page: Pyodide, the library and what it stands on, put beside the page of a built site.

Nothing of it is committed: Pyodide comes from the npm registry, the libraries from the package
index, each through the tool that one has for it (``npm``, ``pip``).
"""

import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from pages.judge.examples import EXAMPLES
from pages.judge.page import PATHS
from pages.page import DOCS

ROOT = DOCS.parent
EXTRAS = "calendar,report,sheets"
"""What the library needs to write a report and a calendar, and to read a workbook."""

PYODIDE = "pyodide@314.0.7"
INTEGRITY = "0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="
"""The SHA-512 of that package: what judges a dossier is the one that was tried, or nothing."""

RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
LIBRARY = "library.zip"
MANIFEST = "manifest.json"
"""What the page reads first: the files to load and their sizes."""

_HERE = Path(__file__).parent
_LEFT_OUT = ("bin/", "pytest_cpts_model/", "cpts_model/cli/", "cpts_model/testing/")
"""What no page runs: the command line and the testing kit."""


class CannotBuild(Exception):
    """The engine cannot be put together; the site stays as it was."""


def build(site: Path) -> None:
    """Put the engine beside the pages of a built site, and tell them that it is there.

    Raises:
        CannotBuild: it is no built site, a tool is missing, or what came is not what was tried.
    """
    judge = site / "judge"
    if not all(page.exists() for page in _pages(site)):
        raise CannotBuild(f"{site} holds no judge/index.html: build the site there first")
    for tool in ("npm", "node"):
        if shutil.which(tool) is None:
            raise CannotBuild(f"{tool} is not there: install Node.js")
    with TemporaryDirectory() as folder:
        engine = Path(folder, "engine")
        engine.mkdir()
        _runtime(Path(folder), engine)
        _library(Path(folder), engine)
        _examples(engine)
        _manifest(engine)
        _put(engine, judge / "engine")
    tell(site)


def tell(site: Path) -> None:
    """Tell the pages of a built site that the engine stands beside them."""
    for page in _pages(site):
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace('data-engine=""', f'data-engine="engine/{MANIFEST}"'), encoding="utf-8")


def _pages(site: Path) -> tuple[Path, ...]:
    return tuple(site / page for page in PATHS.values())


def _put(engine: Path, place: Path) -> None:
    """Put the engine where the page looks for it, whole or not at all, in the place of the one before."""
    with TemporaryDirectory(dir=place.parent, prefix=".engine-") as beside:
        shutil.copytree(engine, Path(beside, "new"))
        if place.is_symlink() or place.is_file():
            raise CannotBuild(f"{place} is no folder: remove it first")
        if place.exists():
            place.rename(Path(beside, "old"))
        Path(beside, "new").rename(place)


def _run(*command: str | Path, cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotBuild(f"{' '.join(map(str, command[:3]))}: {done.stderr.strip()[-2000:]}")


def _runtime(folder: Path, engine: Path) -> None:
    """Pyodide, once it is sure that it is the one that was tried."""
    _run("npm", "pack", "--silent", PYODIDE, cwd=folder)
    package = next(folder.glob("pyodide-*.tgz"))
    digest = base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()
    if digest != INTEGRITY:
        raise CannotBuild(f"{PYODIDE} is not the package that was tried: its SHA-512 is {digest}")
    with tarfile.open(package) as packed:
        for name in RUNTIME:
            try:
                member = packed.extractfile(f"package/{name}")
            except KeyError:
                member = None
            if member is None:
                raise CannotBuild(f"{PYODIDE} holds no {name}")
            (engine / name).write_bytes(member.read())


def _library(folder: Path, engine: Path) -> None:
    """The library, what it stands on and what the page asks of it, compiled for the Python that will run them."""
    target = folder / "python"
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-compile")
    _run(*pip, "--target", target, f"{ROOT}[{EXTRAS}]", cwd=folder)
    for source in (ROOT / "pages" / "__init__.py", _HERE / "__init__.py", *(_HERE / "engine").glob("*.py")):
        copy = target / source.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, copy)
    plain = folder / LIBRARY
    with zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in _needed(target):
            packed.write(path, path.relative_to(target))
    _run("node", _HERE / "compile.mjs", engine, plain, engine / LIBRARY, cwd=folder)


def _needed(target: Path) -> Iterator[Path]:
    for path in sorted(target.rglob("*")):
        name = path.relative_to(target).as_posix()
        kept = path.suffix in (".py", ".jinja", ".css", ".js", ".json", ".toml", ".txt") or (
            name.endswith(".dist-info/METADATA") or "/zoneinfo/" in name
        )
        if path.is_file() and kept and not name.startswith(_LEFT_OUT) and "/tests/" not in name:
            yield path


def _examples(engine: Path) -> None:
    folder = engine / "examples"
    folder.mkdir()
    for example in EXAMPLES:
        shutil.copy(ROOT / "examples" / example.file, folder / Path(example.file).name)


def _manifest(engine: Path) -> None:
    files = {name: (engine / name).stat().st_size for name in (*RUNTIME, LIBRARY)}
    (engine / MANIFEST).write_text(json.dumps({"files": files}, indent=1) + "\n", encoding="utf-8")
