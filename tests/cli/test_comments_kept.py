"""A TOML file is written back without its comments: the file as it was is kept beside, and that is told."""

import os
from pathlib import Path

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")
pytest.importorskip("tomli_w", reason="writing TOML needs the extra cpts-model[cli]")

from cpts_model import read_register
from register_file import run

PLAIN = """kind = "cpts"
id = "n"
name = "CPTS n# 1"

[[members]]
member = {kind = "professional", id = "Ada", name = "Ada RÊVÉE"}
"""
COMMENTED = f"# Ce que chaque mot veut dire :\n{PLAIN}"


def _leave(path: Path) -> tuple[int, str]:
    result = run("leave", str(path), "n", "Ada", "--on", "2026-01-01")
    return result.exit_code, result.stderr


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "n.toml"
    path.write_text(COMMENTED, "utf-8")
    return path


def test_the_file_with_its_comments_is_kept_beside(path: Path) -> None:
    exit_code, told = _leave(path)
    assert exit_code == 0, told
    kept = path.with_name("n.toml.bak")
    assert kept.read_text("utf-8") == COMMENTED
    assert "#" not in path.read_text("utf-8").replace("n# 1", "")
    assert f"{path} : réécrit sans ses commentaires ; le fichier d'avant est gardé : {kept}" in told
    assert f"{path}: written anew without its comments; the file as it was is kept: {kept}" in told


def test_no_backup_is_written_over(path: Path) -> None:
    for name in ("n.toml.bak", "n.toml.bak2"):
        path.with_name(name).write_text("of somebody")
    assert _leave(path)[0] == 0
    assert path.with_name("n.toml.bak3").read_text("utf-8") == COMMENTED
    assert {path.with_name(name).read_text() for name in ("n.toml.bak", "n.toml.bak2")} == {"of somebody"}


@pytest.mark.parametrize("name", ["n.toml", "n.json"])
def test_where_nothing_is_lost_nothing_is_kept(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(
        PLAIN
        if name == "n.toml"
        else '{"kind": "cpts", "id": "n", "about": "# 1", "members": [{"member": {"kind": "professional", "id": "Ada"}}]}',
        "utf-8",
    )
    exit_code, told = _leave(path)
    assert (exit_code, told) == (0, "")
    assert [*tmp_path.iterdir()] == [path]


def test_what_changes_nothing_keeps_nothing(path: Path) -> None:
    result = run("leave", str(path), "n", "Ada", "--on", "2026-01-01", "--dry-run")
    assert result.exit_code == 0, result.output
    assert [*path.parent.iterdir()] == [path]


def test_a_file_that_cannot_be_written_leaves_no_backup(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    exit_code, told = _leave(path)
    assert exit_code == 2
    assert "nothing was written" in told
    assert [*path.parent.iterdir()] == [path]
    assert path.read_text("utf-8") == COMMENTED


def test_a_backup_goes_where_the_file_could_not_be_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(self: Path, target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", denied)
    exit_code, told = _leave(path)
    assert exit_code == 2
    assert "Permission denied; nothing was written" in told
    assert [*path.parent.iterdir()] == [path]


@pytest.mark.skipif(os.name == "nt", reason="no such permissions there")
def test_whoever_may_not_read_the_file_may_not_read_its_backup(path: Path) -> None:
    path.chmod(0o600)
    assert _leave(path)[0] == 0
    assert path.with_name("n.toml.bak").stat().st_mode & 0o777 == 0o600


def test_the_file_that_was_kept_still_reads(path: Path) -> None:
    before = read_register(path)
    _leave(path)
    kept = path.with_name("n.toml.bak").rename(path.with_name("k.toml"))
    assert read_register(kept) == before
