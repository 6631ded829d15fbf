"""Registers as files: what is written reads back, what did not change stays as it stood."""

import json
import os
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import cpts_model.exchange.registers as registers
from builders import generaliste, infirmier, member
from cpts_model import (
    CPTS,
    SISA,
    UNKNOWN,
    BadDossier,
    Register,
    dumps_register,
    loads_register,
    read_register,
    update_register,
    write_register,
)
from cpts_model.exchange.faults import UnknownFormat
from cpts_model.exchange.markup import LONGEST

JANUARY = date(2024, 1, 1)
TWO = Register(
    [
        CPTS(id="nord", members=(member(generaliste("Ada")), member(infirmier("Ben")))),
        SISA(id="sud", members=(member(generaliste("Ada")),)),
    ]
)


@pytest.mark.parametrize("format", ["json", "toml"])
def test_a_register_reads_back_from_its_text(format):
    assert loads_register(dumps_register(TWO, format), format) == TWO


@pytest.mark.parametrize("name", ["r.json", "r.toml", "r.jsonl"])
def test_a_register_reads_back_from_its_file(tmp_path, name):
    write_register(TWO, tmp_path / name)
    assert read_register(tmp_path / name) == TWO


def test_the_dossier_of_one_structure_is_a_register_of_one():
    assert loads_register('{"kind": "cpts", "id": "nord", "members": []}') == Register(
        [CPTS(id="nord", members=())]
    )


def test_an_empty_register_is_not_written():
    with pytest.raises(BadDossier, match="no structure"):
        dumps_register(Register())


def test_an_unknown_format_is_refused():
    with pytest.raises(UnknownFormat):
        dumps_register(TWO, "yaml")  # type: ignore[arg-type]


def test_two_structures_of_one_id_are_refused_with_their_place():
    text = '{"kind": "register", "structures": [{"kind": "cpts", "id": "a"}, {"kind": "cpts", "id": "a"}]}'
    with pytest.raises(BadDossier) as refused:
        loads_register(text, source="liste.json")
    assert [fault.path for fault in refused.value.faults] == ["$.structures[1].id"]
    assert refused.value.source == "liste.json"


def test_one_id_for_a_person_and_an_organisation_is_refused_with_its_place():
    text = json.dumps(
        {
            "kind": "register",
            "structures": [
                {"kind": "cpts", "id": "a", "members": [{"member": {"kind": "person", "id": "x"}}]},
                {"kind": "cpts", "id": "b", "members": [{"member": {"kind": "organisation", "id": "x"}}]},
            ],
        }
    )
    with pytest.raises(BadDossier) as refused:
        loads_register(text)
    assert [fault.path for fault in refused.value.faults] == ["$.structures[1].members[0].member.id"]


HELD = {
    "kind": "register",
    "about": "Registre inventé.",
    "structures": [
        {
            "about": "Une CPTS inventée.",
            "kind": "cpts",
            "id": "nord",
            "every_member": {"left_on": None, "consented": True, "partner": False},
            "members": [
                {"joined_on": "2020-01-01", "member": {"id": "Ada", "kind": "person"}},
                {"joined_on": "2021-01-01", "member": {"id": "Ben", "kind": "person"}},
            ],
        },
        {"kind": "sisa", "id": "sud", "source": "inventée", "members": []},
    ],
}


def _file(folder: Path, name: str = "registre.json") -> Path:
    path = folder / name
    if name.endswith(".jsonl"):
        path.write_text("\n".join(json.dumps(one) for one in HELD["structures"]) + "\n\n", encoding="utf-8")
    else:
        path.write_text(json.dumps(HELD), encoding="utf-8")
    return path


def test_what_did_not_change_is_written_back_as_it_stood(tmp_path):
    path = _file(tmp_path)
    change = read_register(path).withdraw("Ben", "nord", on=JANUARY)
    update_register(change.register, path)
    written = json.loads(path.read_text(encoding="utf-8"))
    assert written["about"] == HELD["about"]
    assert written["structures"][1] == HELD["structures"][1]
    nord = written["structures"][0]
    assert list(nord) == list(HELD["structures"][0])
    assert nord["members"][0] == HELD["structures"][0]["members"][0]
    assert nord["members"][1]["left_on"] == "2024-01-01"
    assert read_register(path) == change.register


def test_what_is_said_of_every_member_is_not_said_of_one_who_joins_later(tmp_path):
    path = _file(tmp_path)
    register = read_register(path)
    structure = register.structure("nord")
    newcomer = member(infirmier("Cleo"), left_on=JANUARY)
    silent = evolve(newcomer, consented=UNKNOWN)
    changed = register.with_structure(evolve(structure, members=(*structure.members, silent)))
    update_register(changed, path)
    assert read_register(path) == changed
    assert json.loads(path.read_text(encoding="utf-8"))["structures"][0]["about"] == "Une CPTS inventée."


def test_a_file_of_lines_keeps_its_lines(tmp_path):
    path = _file(tmp_path, "registre.jsonl")
    change = read_register(path).withdraw("Ada", "nord", on=JANUARY)
    update_register(change.register, path)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[1]) == HELD["structures"][1]
    assert read_register(path) == change.register


def test_a_second_structure_makes_a_dossier_a_register(tmp_path):
    path = tmp_path / "un.toml"
    path.write_text('kind = "cpts"\nid = "nord"\nmembers = []\nabout = "inventée"\n', encoding="utf-8")
    both = read_register(path).with_structure(SISA(id="sud", members=()))
    update_register(both, path)
    assert read_register(path) == both
    assert 'about = "inventée"' in path.read_text(encoding="utf-8")


def test_members_that_become_known_are_written_with_the_words_of_the_file(tmp_path):
    path = tmp_path / "un.json"
    path.write_text('{"about": "inventée", "kind": "cpts", "id": "nord"}', encoding="utf-8")
    told = read_register(path).with_structure(CPTS(id="nord", members=()))
    update_register(told, path)
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "about": "inventée",
        "kind": "cpts",
        "id": "nord",
        "members": [],
    }


def test_a_file_that_cannot_be_replaced_keeps_what_it_held(tmp_path, monkeypatch):
    path = _file(tmp_path)
    before = path.read_bytes()
    change = read_register(path).withdraw("Ben", "nord", on=JANUARY)
    monkeypatch.setattr(Path, "replace", _fail)
    with pytest.raises(OSError, match="full"):
        update_register(change.register, path)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["registre.json"]


def _edited(path: Path) -> bytes:
    """Somebody else gives the SISA a name, meanwhile."""
    data = json.loads(path.read_text(encoding="utf-8"))
    data["structures"][1]["name"] = "SISA du Sud"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path.read_bytes()


def test_what_somebody_else_wrote_meanwhile_is_not_lost(tmp_path):
    path = _file(tmp_path)
    before = read_register(path)
    edited = _edited(path)
    change = before.withdraw("Ben", "nord", on=JANUARY)
    with pytest.raises(BadDossier, match=r"registre\.json.*\n.*changed since it was read: read it again"):
        update_register(change.register, path, before=before)
    assert path.read_bytes() == edited
    again = read_register(path)
    update_register(again.withdraw("Ben", "nord", on=JANUARY).register, path, before=again)
    assert read_register(path).structure("sud").name == "SISA du Sud"


def test_what_somebody_else_writes_while_the_text_is_made_is_not_lost(tmp_path, monkeypatch):
    path = _file(tmp_path)
    before = read_register(path)
    make = registers._updated
    edited = []

    def made_slowly(*given):
        edited.append(_edited(path))
        return make(*given)

    monkeypatch.setattr(registers, "_updated", made_slowly)
    with pytest.raises(BadDossier, match="changed since it was read"):
        update_register(before, path)
    assert path.read_bytes() == edited[0]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("r.json", "[]"),
        ("r.json", '{"kind": "register"}'),
        ("r.json", '{"kind": "register", "structures": {}}'),
        ("r.json", '{"kind": "register", "structures": [1]}'),
        ("r.json", '{"kind": "register", "structures": [{"kind": "cpts", "id": ["a"]}]}'),
        ("r.json", json.dumps({"kind": "register", "structures": [HELD["structures"][1]] * 2})),
        ("r.json", '{"kind": "register", "structures": [], "structures": []}'),
        ("r.json", ""),
        ("r.toml", "x ="),
        ("r.jsonl", '{"kind": "sisa", "id": "sud"}\n[]\n'),
        ("r.jsonl", '{"kind": "sisa", "id": "sud"}\n{"kind": "sisa", "id": "sud"}\n'),
    ],
)
def test_a_file_that_became_something_else_is_refused_and_left(tmp_path, name, words):
    path = tmp_path / name
    path.write_text(words, encoding="utf-8")
    with pytest.raises(BadDossier) as refused:
        update_register(TWO, path)
    assert refused.value.source == str(path)
    assert path.read_text(encoding="utf-8") == words
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_the_faults_of_lines_tell_which(tmp_path):
    path = tmp_path / "r.jsonl"
    path.write_text('{"kind": "sisa", "id": "sud"}\n\n[]\n', encoding="utf-8")
    with pytest.raises(BadDossier) as refused:
        update_register(TWO, path)
    assert [fault.line for fault in refused.value.faults] == [3]


def test_an_empty_register_is_not_written_over_a_file(tmp_path):
    path = _file(tmp_path)
    with pytest.raises(BadDossier, match="no structure"):
        update_register(Register(), path)
    assert json.loads(path.read_text(encoding="utf-8")) == HELD


def test_a_file_of_lines_may_be_longer_than_the_longest_line(tmp_path, monkeypatch):
    path = _file(tmp_path, "registre.jsonl")
    longest = max(map(len, path.read_bytes().splitlines()))
    change = read_register(path).withdraw("Ada", "nord", on=JANUARY)
    monkeypatch.setitem(LONGEST, "json", longest)
    update_register(change.register, path)
    assert read_register(path) == change.register
    assert '"source": "inventée"' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["registre.json", "registre.jsonl"])
def test_a_file_read_with_another_limit_is_updated_with_it(tmp_path, name):
    path = _file(tmp_path, name)
    with pytest.raises(BadDossier, match="longer than 20 bytes"):
        update_register(read_register(path), path, limit=20)
    change = read_register(path).withdraw("Ada", "nord", on=JANUARY)
    update_register(change.register, path, limit=10**6)
    assert read_register(path) == change.register


@pytest.mark.skipif(os.name == "nt", reason="no such permissions there")
def test_what_only_its_owner_may_read_nobody_else_may_read_meanwhile(tmp_path, monkeypatch):
    path = _file(tmp_path)
    path.chmod(0o600)
    modes = []
    sync = os.fsync

    def look(descriptor: int) -> None:
        modes.append(os.fstat(descriptor).st_mode & 0o777)
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", look)
    update_register(read_register(path), path)
    assert modes == [0o600]
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name == "nt", reason="links ask for a privilege there")
def test_a_link_stays_a_link(tmp_path):
    path = _file(tmp_path)
    link = tmp_path / "lien.json"
    link.symlink_to(path)
    change = read_register(link).withdraw("Ben", "nord", on=JANUARY)
    update_register(change.register, link)
    assert link.is_symlink()
    assert read_register(path) == change.register


def _fail(*_: object) -> None:
    raise OSError("the disk is full")


@given(st.permutations(TWO.structures))
def test_the_order_of_structures_makes_no_other_register(structures):
    assert loads_register(dumps_register(Register(structures))) == TWO
