"""What the French page on registers tells people to type does what it says."""

import base64
import re
import shlex
import shutil
from pathlib import Path

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

from cpts_model import UNKNOWN, MaisonDeSante, read_dossier
from register_file import EXAMPLE, run

ROOT = EXAMPLE.parents[1]
PAGE = (ROOT / "docs" / "fr" / "echanges.md").read_text(encoding="utf-8")
LINES = [line for fence in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in fence.splitlines()]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the copies that the page has people make, once every command of it has run."""
    folder = tmp_path_factory.mktemp("desk")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for line in LINES:
            words = shlex.split(line)
            if words[0] == "cp":
                shutil.copy(ROOT / words[1], folder / words[2])
            elif words[0] == "head":
                (folder / "cle").write_bytes(base64.b64encode(b"an invented key of the tests 012"))
            else:
                done = run(*words[1:])
                # 0 done, 1 something is missing or doubtful; never 2, bad input.
                assert done.exit_code in (0, 1), (line, done.output)
    return folder


def test_every_command_of_the_page_writes_what_it_names(desk: Path) -> None:
    assert {path.name for path in desk.iterdir()} >= {
        "structures",
        "a-completer.csv",
        "msp.fhir.json",
        "retour.json",
    }
    assert len(list((desk / "structures").iterdir())) == 4


def test_those_who_practise_there_are_members_because_one_said_so(desk: Path) -> None:
    msp = read_dossier(desk / "structures" / "finess-330990029.json")
    assert isinstance(msp, MaisonDeSante)
    assert len(msp.members) == 5
    assert {stay.joined_on for stay in msp.members} == {UNKNOWN}
    assert {stay.consented for stay in msp.members} == {UNKNOWN}


def test_what_fhir_carries_comes_back(desk: Path) -> None:
    told, back = read_dossier(desk / "msp-les-allymes.json"), read_dossier(desk / "retour.json")
    assert [stay.member.id for stay in back.members] == [stay.member.id for stay in told.members]
    assert [stay.joined_on for stay in back.members] == [stay.joined_on for stay in told.members]
    assert back.finess == told.finess


def test_nobody_is_named_in_what_goes_out_hidden(desk: Path) -> None:
    hidden = (desk / "sans-noms.json").read_text(encoding="utf-8")
    told = read_dossier(desk / "msp-les-allymes.json")
    names = [stay.member.name for stay in told.members if isinstance(stay.member.name, str)]
    assert names
    assert not [name for name in names if name in hidden]
