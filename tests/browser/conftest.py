"""Chromium, the site and axe-core, each skipped with a reason where it is not there.

``needs.sh`` beside this file installs them on Debian. ``BROWSER`` names another Chromium, ``AXE`` says
where ``axe.min.js`` is.
"""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium, started once."""
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = os.environ.get("BROWSER") or shutil.which("chromium")
    if path is None:
        pytest.skip("there is no Chromium: bash tests/browser/needs.sh FOLDER")
    with sync.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def axe() -> Path:
    """Where axe-core is."""
    told = Path(os.environ.get("AXE", "axe.min.js"))
    if not told.exists():
        pytest.skip("AXE does not say where axe.min.js is: bash tests/browser/needs.sh FOLDER")
    return told


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built strictly."""
    pytest.importorskip("mkdocs", reason="mkdocs is not installed")
    folder = tmp_path_factory.mktemp("site")
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """A page that is left before it has come is no error."""


@pytest.fixture(scope="session")
def home(site: Path) -> Iterator[str]:
    """The address of the site, served on this machine alone."""
    server = _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    serving.join()
