"""The register brought in as dossiers: all written or nothing, nothing replaced, nothing lost in silence."""

import errno
import json
import os
import tracemalloc
from datetime import date
from pathlib import Path

import pytest

from cpts_model import assess
from cpts_model.exchange.dossier import read_dossier, read_dossiers
from cpts_model.exchange.extracts import BadExtract
from cpts_model.exchange.faults import UnknownFormat
from cpts_model.exchange.finess import NotWritten, import_finess, writing
from cpts_model.exchange.identifiers import finess
from cpts_model.exchange.registers import read_register
from exchange.finess.finess_files import ET, HEADER, keyed, official, official_file, published, written
from shared_data import shared

NUMBERS = [keyed(f"3300012{index}") for index in range(4)]


def extract(folder: Path, *lines: str) -> Path:
    return official_file(folder, *(lines or [official(nofinesset=number) for number in NUMBERS]))


def left_in(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_a_dossier_a_line(tmp_path):
    output = tmp_path / "dossiers.jsonl"
    result = import_finess(extract(tmp_path), output)
    assert (result.read, result.taken_count, dict(result.taken)) == (4, 4, {"604": 4})
    assert [one.finess for one in read_dossiers(output)] == NUMBERS
    assert left_in(tmp_path) == ["dossiers.jsonl", "extrait"]


def test_a_register(tmp_path):
    output = tmp_path / "registre.JSON"
    import_finess(extract(tmp_path), output)
    renamed = output.rename(tmp_path / "registre.json")
    assert [one.finess for one in read_register(renamed)] == NUMBERS


def test_a_folder(tmp_path):
    output = tmp_path / "dossiers"
    import_finess(extract(tmp_path), output)
    assert left_in(output) == [f"finess-{number}.json" for number in NUMBERS]
    assert read_dossier(output / f"finess-{ET}.json").finess == ET
    assert "Répertoire FINESS" in json.loads((output / f"finess-{ET}.json").read_text("utf-8"))["source"][0]
    assert left_in(tmp_path) == ["dossiers", "extrait"]


def test_a_folder_that_holds_other_files_keeps_them(tmp_path):
    output = tmp_path / "dossiers.2026"
    output.mkdir()
    (output / "autre.json").write_text("x")
    import_finess(extract(tmp_path), output)
    assert len(left_in(output)) == 5
    assert (output / "autre.json").read_text() == "x"


@pytest.mark.parametrize("broken", [False, True])
def test_nothing_that_is_there_is_replaced(tmp_path, broken):
    output = tmp_path / "dossiers"
    output.mkdir()
    there = output / f"finess-{NUMBERS[3]}.json"
    if broken:
        there.symlink_to(tmp_path / "nowhere")
    else:
        there.write_text("mine")
    with pytest.raises(NotWritten, match="it is there already"):
        import_finess(extract(tmp_path), output)
    assert left_in(output) == [there.name]
    assert left_in(tmp_path) == ["dossiers", "extrait"]


@pytest.mark.parametrize("name", ["dossiers.jsonl", "registre.json"])
def test_no_file_is_replaced(tmp_path, name):
    output = tmp_path / name
    output.write_text("mine")
    with pytest.raises(NotWritten, match="it is there already"):
        import_finess(extract(tmp_path), output)
    assert output.read_text() == "mine"


@pytest.mark.parametrize("name", ["dossiers", "dossiers.jsonl", "registre.json"])
@pytest.mark.parametrize("there", [False, True])
def test_a_bad_file_leaves_nothing(tmp_path, name, there):
    output = tmp_path / name
    if there and not output.suffix:
        output.mkdir()
    with pytest.raises(BadExtract, match="line 3"):
        import_finess(extract(tmp_path, official(), official() + ";"), output)
    assert left_in(tmp_path) == sorted(["extrait", *([name] if there and not output.suffix else [])])
    assert not output.is_dir() or left_in(output) == []


@pytest.mark.parametrize("name", ["dossiers", "dossiers.jsonl", "registre.json"])
def test_without_a_structure_nothing_is_written(tmp_path, name):
    with pytest.raises(NotWritten, match="no structure to write"):
        import_finess(extract(tmp_path, official(categetab="500")), tmp_path / name)
    assert left_in(tmp_path) == ["extrait"]


@pytest.mark.parametrize("name", ["dossiers", "dossiers.jsonl", "registre.json"])
def test_a_dry_run_writes_nothing_and_says_the_same(tmp_path, name):
    path = extract(tmp_path)
    output = tmp_path / name
    dry = import_finess(path, output, dry_run=True)
    assert left_in(tmp_path) == ["extrait"]
    assert dry == import_finess(path, output) == import_finess(path)


def test_a_dossier_that_appears_meanwhile_is_not_replaced(tmp_path, monkeypatch):
    output = tmp_path / "dossiers"
    output.mkdir()
    put = writing._put

    def late(beside: Path, target: Path) -> None:
        (target / f"finess-{NUMBERS[2]}.json").write_text("mine")
        put(beside, target)

    monkeypatch.setattr(writing, "_put", late)
    with pytest.raises(FileExistsError):
        import_finess(extract(tmp_path), output)
    assert left_in(output) == [f"finess-{NUMBERS[2]}.json"]
    assert (output / f"finess-{NUMBERS[2]}.json").read_text() == "mine"


def test_of_two_runs_at_once_the_slower_replaces_nothing(tmp_path, monkeypatch):
    output = tmp_path / "dossiers"
    become = writing._become

    def late(beside: Path, target: Path) -> None:
        target.mkdir()
        (target / "theirs.json").write_text("theirs")
        become(beside, target)

    monkeypatch.setattr(writing, "_become", late)
    with pytest.raises(NotWritten, match="it is there already"):
        import_finess(extract(tmp_path), output)
    assert left_in(output) == ["theirs.json"]
    assert left_in(tmp_path) == ["dossiers", "extrait"]


def test_a_folder_that_cannot_get_its_name_is_not_left(tmp_path, monkeypatch):
    def fails(beside: Path, target: Path) -> None:
        raise OSError(errno.EIO, "trouble")

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(OSError, match="trouble"):
        import_finess(extract(tmp_path), tmp_path / "dossiers")
    assert left_in(tmp_path) == ["extrait"]


def test_a_file_is_no_folder(tmp_path):
    output = tmp_path / "dossiers"
    output.write_text("mine")
    with pytest.raises(NotWritten, match="it is there already"):
        import_finess(extract(tmp_path), output)
    assert output.read_text() == "mine"


def test_nothing_is_made_beside_a_folder_that_is_there(tmp_path):
    """The folder may be all that its user may write to."""
    output = tmp_path / "dossiers"
    output.mkdir()
    made: list[Path] = []
    mkdir = Path.mkdir

    def watched(path: Path) -> None:
        made.append(path)
        mkdir(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "mkdir", watched)
        import_finess(extract(tmp_path), output)
    assert [one.parent for one in made] == [output]
    assert left_in(output) == [f"finess-{number}.json" for number in NUMBERS]


@pytest.mark.parametrize("there", [False, True])
def test_a_disk_full_midway_leaves_nothing(tmp_path, monkeypatch, there):
    output = tmp_path / "dossiers"
    if there:
        output.mkdir()
    path = extract(tmp_path)
    writes = iter(range(3))

    def full(path: Path, *args: object, **kwargs: object) -> None:
        if next(writes) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        path.write_bytes(b"{}")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space left"):
        import_finess(path, output)
    assert left_in(tmp_path) == (["dossiers", "extrait"] if there else ["extrait"])
    assert not there or left_in(output) == []


def test_an_output_of_another_kind_is_refused(tmp_path):
    with pytest.raises(UnknownFormat):
        import_finess(extract(tmp_path), tmp_path / "dossiers.toml")


def test_a_folder_of_a_folder_that_is_not_there_is_refused(tmp_path):
    for name in ("non/dossiers", "non/dossiers.jsonl"):
        with pytest.raises(NotWritten, match="does not exist"):
            import_finess(extract(tmp_path), tmp_path / name)


def test_a_register_that_would_not_be_read_back_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "MAX_BYTES", 1500)
    with pytest.raises(NotWritten, match=r"write \.jsonl"):
        import_finess(extract(tmp_path), tmp_path / "registre.json")
    assert left_in(tmp_path) == ["extrait"]


def test_a_category_of_no_structure_is_counted_and_not_written(tmp_path):
    path = extract(tmp_path, official(categetab="500"), official())
    with pytest.raises(ValueError, match="only these categories become dossiers"):
        import_finess(path, tmp_path / "x.jsonl", categories=["500"])
    result = import_finess(path, categories=["500"])
    assert dict(result.taken) == {"500": 1}
    assert dict(result.other_categories) == {"604": 1}


def test_all_that_is_left_out_is_counted(tmp_path):
    document = published()
    [entity] = document["pmej"]
    [told] = entity["ege"]

    def one(
        number: str, commune: str = "33063", state: str = "A", category: str = "604"
    ) -> dict[str, object]:
        return told | {
            "informationsGeneralesEGE": told["informationsGeneralesEGE"] | {"numFinessEge": number},
            "adresse": [{"cogCommune": commune, "codePostal": "33000"}],
            "etatObjet": state,
            "categorieentiteGeographiqueExercice": category,
        }

    entity["ege"] = [
        one(NUMBERS[0]),
        one(NUMBERS[0]),
        one(NUMBERS[1], state="I"),
        one(NUMBERS[2], commune="24322"),
        one(NUMBERS[3], commune="?"),
        one(keyed("33000130"), category="500"),
        one(keyed("33000131"), category="?"),
    ]
    path = written(tmp_path, document)
    result = import_finess(path, tmp_path / "x.jsonl", departements=["33"])
    assert result.read == 7
    assert dict(result.taken) == {"604": 1}
    assert dict(result.other_categories) == {"500": 1, "": 1}
    assert (result.elsewhere, result.nowhere, result.closed, result.twice) == (1, 1, 1, 1)
    [doubt] = result.doubts
    assert doubt.where("en") == "$.pmej[0].ege[1]"
    assert "déjà plus haut" in doubt.problem.fr
    everywhere = import_finess(path)
    assert (everywhere.taken_count, everywhere.elsewhere, everywhere.nowhere) == (3, 0, 0)


def test_numbers_that_differ_by_a_key_are_two(tmp_path):
    other = NUMBERS[0][:8] + str((int(NUMBERS[0][8]) + 1) % 10)
    result = import_finess(extract(tmp_path, official(nofinesset=NUMBERS[0]), official(nofinesset=other)))
    assert (result.taken_count, result.twice, result.doubt_count) == (2, 0, 1)


def test_numbers_that_lie_far_apart_take_little_memory(tmp_path):
    numbers = [keyed(f"{office:04}0001") for office in range(100, 9600, 2)]
    path = extract(tmp_path, *(official(nofinesset=number) for number in numbers))
    tracemalloc.start()
    try:
        assert import_finess(path).taken_count == len(numbers)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000  # it was sixty millions
    finally:
        tracemalloc.stop()


def test_doubts_are_kept_up_to_a_number_and_counted_beyond(tmp_path):
    result = import_finess(extract(tmp_path, *[official()] * 1502))
    assert (result.taken_count, result.twice, result.doubt_count) == (1, 1501, 1501)
    assert len(result.doubts) == 1000


def test_a_small_document_cannot_take_much_memory(tmp_path):
    """A hundred thousand of what is no establishment: reading stops at the first ones."""
    pytest.importorskip("ijson", reason="FINESS+ needs the extra cpts-model[registries]")
    document = published()
    for key in ("ege", "adresse"):
        [entity] = published()["pmej"]
        held = entity if key == "ege" else entity["ege"][0]
        held[key] = [{}] * 100_000
        path = written(tmp_path, document | {"pmej": [entity]})
        tracemalloc.start()
        try:
            with pytest.raises(BadExtract, match="reading stopped"):
                import_finess(path)
            assert tracemalloc.get_traced_memory()[1] < 30_000_000  # it was a hundred millions
        finally:
            tracemalloc.stop()


# --- Memory, and the real cut ---------------------------------------------------------------------------


def peak_of(path: Path, output: Path) -> int:
    tracemalloc.start()
    try:
        import_finess(path, output)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def big_extract(folder: Path, lines: int) -> Path:
    path = folder / f"extrait-{lines}"
    with path.open("w", encoding="utf-8") as file:
        file.write(f"{HEADER}\n")
        file.writelines(f"{official(nofinesset=keyed(f'33{index:06}'))}\n" for index in range(lines))
    return path


def big_document(folder: Path, entities: int) -> Path:
    pytest.importorskip("ijson", reason="FINESS+ needs the extra cpts-model[registries]")
    document = published()
    [entity] = document.pop("pmej")
    text = json.dumps(entity)
    path = folder / f"flux-{entities}"
    with path.open("w", encoding="utf-8") as file:
        file.write(json.dumps(document)[:-1] + ', "pmej": [')
        file.write(",".join(text.replace(ET, keyed(f"33{index:06}")) for index in range(entities)))
        file.write("]}")
    return path


@pytest.mark.parametrize("big", [big_extract, big_document])
def test_memory_does_not_grow_with_the_file(tmp_path, big):
    small = peak_of(big(tmp_path, 100), tmp_path / "small.jsonl")  # warms what is made once
    small = peak_of(big(tmp_path, 100), tmp_path / "again.jsonl")
    large = peak_of(big(tmp_path, 1600), tmp_path / "large.jsonl")
    assert os.path.getsize(tmp_path / "large.jsonl") > 15 * os.path.getsize(tmp_path / "small.jsonl")
    assert large < small + 400_000  # 1,500 establishments kept would be some millions


def test_the_whole_real_cut_becomes_dossiers_that_are_judged(tmp_path):
    """867 maisons de santé, 61 CPTS, 1,252 centres de santé; 56 centres de soins et de prévention are no structures."""
    path = next(shared("finess").glob("finess_603_*.csv"))
    output = tmp_path / "dossiers.jsonl"
    result = import_finess(path, output)
    assert result.read == 2236
    assert dict(result.taken) == {"603": 867, "604": 61, "124": 1252}
    assert dict(result.other_categories) == {"636": 56}
    assert result.doubt_count == 1  # a maison de santé whose legal entity is of another département
    found = list(read_dossiers(output))
    assert len(found) == 2180
    for structure in found:
        assert finess.is_valid(structure.finess)
        assert finess.is_valid(structure.finess_ej)
        assert assess(structure, on=date(2026, 11, 21)).verdicts
    folder = tmp_path / "dossiers"
    import_finess(path, folder)
    assert {read_dossier(one) for one in folder.iterdir()} == set(found)
