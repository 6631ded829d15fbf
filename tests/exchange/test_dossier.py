"""Dossiers: JSON and TOML, one or several, read whole and written whole."""

import os
import stat
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpts_model import CPTS, SISA, MaisonDeSante, Membership, Payment, Person
from cpts_model.exchange.dossier import (
    dumps_dossier,
    from_dict,
    loads_dossier,
    read_dossier,
    read_dossiers,
    read_structures,
    to_dict,
    write_dossier,
    write_structures,
)
from cpts_model.exchange.faults import BadDossier, MissingExtra, UnknownFormat
from cpts_model.exchange.kinds import STRUCTURES, kind_of
from cpts_model.facts.contracts import ContratACI
from cpts_model.facts.envelopes import Envelope
from exchange.strategies import facts

ONE = CPTS(
    id="cpts-inventee",
    name="CPTS inventée « de l'essai »",
    formed_on=date(2020, 1, 6),
    projet=None,
    members=(Membership(member=Person(id="a", name="A. Inventée"), left_on=None, ground=None),),
    payments=(Payment(beneficiary="a", amount=Decimal("12.30")), Payment(beneficiary="a", amount=Decimal(7))),
)

JSON = """\
{
  "kind": "cpts",
  "id": "cpts-inventee",
  "name": "CPTS inventée « de l'essai »",
  "formed_on": "2020-01-06",
  "members": [
    {"member": {"kind": "person", "id": "a", "name": "A. Inventée"}, "left_on": null, "ground": null}
  ],
  "projet": null,
  "payments": [
    {"beneficiary": "a", "amount": 12.30},
    {"beneficiary": "a", "amount": 7}
  ]
}
"""

TOML = """\
kind = "cpts"
id = "cpts-inventee"
name = "CPTS inventée « de l'essai »"
formed_on = 2020-01-06
payments = [
    { beneficiary = "a", amount = 12.30 },
    { beneficiary = "a", amount = 7.0 },
]
absent = [
    "projet",
]

[[members]]
absent = [
    "left_on",
    "ground",
]

[members.member]
kind = "person"
id = "a"
name = "A. Inventée"
"""


def faults(error: BadDossier) -> list[str]:
    return [str(fault) for fault in error.faults]


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


class TestOneDossier:
    def test_as_json(self) -> None:
        assert dumps_dossier(ONE) == JSON
        assert loads_dossier(JSON) == ONE

    def test_as_toml(self) -> None:
        pytest.importorskip("tomli_w")
        assert dumps_dossier(ONE, "toml") == TOML
        assert loads_dossier(TOML, "toml") == ONE

    def test_as_plain_data(self) -> None:
        plain = to_dict(ONE)
        assert plain["payments"][0] == {"beneficiary": "a", "amount": Decimal("12.30")}
        assert from_dict(plain) == ONE

    def test_the_smallest(self) -> None:
        assert loads_dossier('{"kind": "sisa", "id": "s"}') == SISA(id="s")
        assert (
            dumps_dossier(CPTS(id="c", members=()))
            == '{\n  "kind": "cpts",\n  "id": "c",\n  "members": []\n}\n'
        )

    def test_a_sisa_within_a_maison_de_sante(self) -> None:
        msp = MaisonDeSante(id="m", sisa=SISA(id="s"))
        assert to_dict(msp)["sisa"] == {"kind": "sisa", "id": "s"}
        assert from_dict(to_dict(msp)) == msp
        assert from_dict({"kind": "msp", "id": "m", "sisa": {"id": "s"}}) == msp

    def test_from_bytes_with_a_byte_order_mark(self) -> None:
        assert loads_dossier(b"\xef\xbb\xbf" + JSON.encode()) == ONE
        assert loads_dossier("\ufeff" + JSON) == ONE

    def test_in_another_format_is_refused(self) -> None:
        with pytest.raises(
            UnknownFormat, match="the format of 'yaml' is not known here; it can be json or toml"
        ):
            loads_dossier(JSON, "yaml")  # type: ignore[arg-type]
        with pytest.raises(UnknownFormat):
            dumps_dossier(ONE, "yaml")  # type: ignore[arg-type]

    def test_names_its_source_in_the_error(self) -> None:
        with pytest.raises(BadDossier) as caught:
            loads_dossier('{"kind": "cpts"}', source="the form")
        assert (
            str(caught.value) == "the form: 1 fault\n$: the key 'id' is missing (identifier in the dossier)"
        )

    def test_says_which_kinds_there_are(self) -> None:
        with pytest.raises(BadDossier) as caught:
            from_dict({"id": "a"})
        assert (
            str(caught.value)
            == "$: the key 'kind' is missing (say which: 'cpts', 'esp', 'ess', 'msp', 'cds', 'sisa')"
        )
        with pytest.raises(BadDossier) as caught:
            from_dict({"kind": "CPTS", "id": "a"})
        assert str(caught.value) == (
            "$.kind: 'CPTS' is not the kind of a structure ('cpts', 'esp', 'ess', 'msp', 'cds', 'sisa')"
        )

    @pytest.mark.parametrize("kind", STRUCTURES.values(), ids=STRUCTURES)
    @settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(data=st.data())
    def test_reads_back_from_json_and_toml(self, kind: type[Any], data: st.DataObject) -> None:
        pytest.importorskip("tomli_w")
        told = data.draw(facts(kind))
        assert loads_dossier(dumps_dossier(told)) == told
        assert loads_dossier(dumps_dossier(told, "toml"), "toml") == told

    @pytest.mark.parametrize(
        ("told", "fault"),
        [
            (CPTS(id=" "), "$.id: it is blank (identifier in the dossier)"),
            (
                CPTS(id="a", payments=(Payment(beneficiary="a", amount=Decimal("0.005")),)),
                "$.payments[0].amount: 0.005 has more than 2 decimals",
            ),
        ],
    )  # fmt: skip
    def test_that_could_not_be_read_back_is_not_written(self, told: CPTS, fault: str, tmp_path: Path) -> None:
        for write in (dumps_dossier, lambda told: write_structures([told], tmp_path / "a.jsonl")):
            with pytest.raises(BadDossier) as caught:
                write(told)
            assert faults(caught.value) == [fault]
        assert not list(tmp_path.iterdir())

    def test_in_toml_needs_its_extra(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(sys.modules, "tomli_w", None)
        with pytest.raises(MissingExtra, match=r"this needs tomli_w: pip install 'cpts-model\[cli\]'"):
            dumps_dossier(ONE, "toml")

    def test_a_kind_of_yours_is_written_as_the_one_it_comes_from(self) -> None:
        class Local(CPTS):
            pass

        assert kind_of(Local) == "cpts"
        assert kind_of(dict) is None


class TestFiles:
    def test_are_read_by_their_names(self, tmp_path: Path) -> None:
        assert read_dossier(written(tmp_path, "a.json", JSON)) == ONE
        assert read_dossier(str(written(tmp_path, "b.TOML", TOML))) == ONE

    def test_of_another_name_are_refused(self, tmp_path: Path) -> None:
        with pytest.raises(UnknownFormat, match=r"can be \.json or \.toml$"):
            read_dossier(tmp_path / "a.jsonl")
        with pytest.raises(UnknownFormat, match=r"can be \.json or \.toml or \.jsonl$"):
            read_structures(tmp_path / "a.yaml")
        with pytest.raises(UnknownFormat):
            write_dossier(ONE, tmp_path / "a.txt")

    def test_that_do_not_exist_say_so(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            read_dossier(tmp_path / "none.json")

    def test_are_named_in_the_error(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.json", '{"kind": "cpts"}')
        with pytest.raises(BadDossier) as caught:
            read_dossier(path)
        assert caught.value.source == str(path)

    def test_are_no_longer_than_the_limit(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.json", JSON)
        assert read_dossier(path, limit=len(JSON.encode())) == ONE
        with pytest.raises(BadDossier, match=r"\$: it is longer than 20 bytes"):
            read_dossier(path, limit=20)


class TestWriting:
    @pytest.mark.parametrize("name", ["a.json", "a.toml"])
    def test_is_read_back(self, tmp_path: Path, name: str) -> None:
        pytest.importorskip("tomli_w")
        write_dossier(ONE, tmp_path / name)
        assert read_dossier(tmp_path / name) == ONE
        assert [path.name for path in tmp_path.iterdir()] == [name]

    @pytest.mark.parametrize("form", ["json", "toml"])
    def test_what_must_be_told_may_be_told_to_be_absent(self, form: Any) -> None:
        """The functioning credit is an envelope of no mission: TOML has no null to say so."""
        pytest.importorskip("tomli_w")
        credit = Envelope(exercise=date(2024, 3, 1), mission=None, fixed=Decimal("60000.00"))
        contract = ContratACI(signed_on=date(2024, 3, 1), envelopes=(credit,))
        cpts = attrs.evolve(ONE, contract=contract)
        assert loads_dossier(dumps_dossier(cpts, form), form) == cpts

    def test_what_must_be_told_and_is_not_is_a_fault(self) -> None:
        lacking = """kind = "cpts"
id = "a"
[[contract.envelopes]]
exercise = 2024-03-01
"""
        with pytest.raises(BadDossier, match=r"envelopes\[0\]: the key 'mission' is missing"):
            loads_dossier(lacking, "toml")
        with pytest.raises(BadDossier, match="'exercise' cannot be absent"):
            loads_dossier(lacking.replace("exercise = 2024-03-01", 'absent = ["exercise"]'), "toml")

    def test_takes_the_place_of_the_old_file_and_keeps_its_mode(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.json", "old")
        path.chmod(0o640)
        write_dossier(ONE, path)
        assert path.read_text("utf-8") == JSON
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_goes_through_a_link(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.json", "old")
        link = tmp_path / "link.json"
        link.symlink_to(path)
        write_dossier(ONE, link)
        assert link.is_symlink()
        assert path.read_text("utf-8") == JSON

    def test_that_fails_leaves_the_old_file(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = written(tmp_path, "a.json", "old")

        def full(_: int) -> None:
            raise OSError("no space left")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="no space left"):
            write_dossier(ONE, path)
        assert path.read_text() == "old"
        assert list(tmp_path.iterdir()) == [path]

    def test_into_no_folder_fails(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            write_dossier(ONE, tmp_path / "none" / "a.json")


class TestSeveral:
    TWO = (ONE, SISA(id="s"))

    @pytest.mark.parametrize("name", ["a.json", "a.toml", "a.jsonl"])
    def test_are_written_and_read_in_any_file(self, tmp_path: Path, name: str) -> None:
        pytest.importorskip("tomli_w")
        write_structures(self.TWO, tmp_path / name)
        assert read_structures(tmp_path / name) == self.TWO

    def test_one_dossier_is_one_structure(self, tmp_path: Path) -> None:
        assert read_structures(written(tmp_path, "a.json", JSON)) == (ONE,)

    def test_a_register_is_not_one_dossier(self) -> None:
        with pytest.raises(BadDossier) as caught:
            loads_dossier('{"kind": "register", "structures": []}')
        assert faults(caught.value) == [
            "$.kind: a register holds several structures: read it with read_structures"
        ]

    def test_a_register_has_notes_and_every_fault(self, tmp_path: Path) -> None:
        text = """{"kind": "register", "about": "Inventé.", "source": 3, "structure": [],
            "structures": [{"kind": "cpts", "id": "a", "formed_on": 1}, {"kind": "x"}, {"kind": "sisa", "id": "a", "id": "b"}]}"""
        with pytest.raises(BadDossier) as caught:
            read_structures(written(tmp_path, "a.json", text))
        assert faults(caught.value) == [
            "$.structures[2].id: this key stands twice in the same object; remove one of the two",
            "$.source: 3 is not a text (write it between quotes)",
            "$.structure: no such key here; did you mean 'structures'?",
            "$.structures[0].formed_on: 1 is not a date (write YYYY-MM-DD)",
            "$.structures[1].kind: 'x' is not the kind of a structure ('cpts', 'esp', 'ess', 'msp', 'cds', 'sisa')",
        ]

    def test_a_register_has_structures(self, tmp_path: Path) -> None:
        with pytest.raises(BadDossier) as caught:
            read_structures(written(tmp_path, "a.json", '{"kind": "register"}'))
        assert faults(caught.value) == ["$: the key 'structures' is missing (a list of dossiers)"]


class TestLines:
    def test_a_bad_line_hides_no_other(self, tmp_path: Path) -> None:
        path = written(
            tmp_path,
            "a.jsonl",
            '\ufeff{"kind": "sisa", "id": "a"}\r\n'
            '{"kind": "sisa", "id": "b"\n'
            "\n"
            '{"kind": "sisa", "id": 3, "nom": 4}\n'
            '{"kind": "sisa", "id": "c"}',
        )
        read = read_dossiers(path)
        assert (next(read), next(read)) == (SISA(id="a"), SISA(id="c"))
        with pytest.raises(BadDossier) as caught:
            next(read)
        assert faults(caught.value) == [
            "line 2, $: line 1, column 27: not JSON: Expecting ',' delimiter",
            "line 4, $.id: 3 is not a text (write it between quotes)",
            "line 4, $.nom: no such key here",
        ]
        assert caught.value.source == str(path)

    def test_are_read_as_they_are_asked_for(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.jsonl", '{"kind": "sisa", "id": "a"}\n' + "x\n" * 5)
        assert next(read_dossiers(path)) == SISA(id="a")

    def test_too_long_are_skipped_unread(self, tmp_path: Path) -> None:
        short = '{"kind": "sisa", "id": "a"}\n'
        path = written(tmp_path, "a.jsonl", f"{'x' * 300}\n{short}{'y' * 99}")
        read = read_dossiers(path, limit=len(short) - 1)
        assert next(read) == SISA(id="a")
        with pytest.raises(BadDossier) as caught:
            list(read)
        assert [(fault.line, fault.message[:25]) for fault in caught.value.faults] == [
            (1, "it is longer than 27 bytes"[:25]),
            (3, "it is longer than 27 bytes"[:25]),
        ]
        with pytest.raises(BadDossier, match="longer than 5 bytes"):
            read_structures(path, limit=5)

    def test_reading_stops_after_a_thousand_faults(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.jsonl", "x\n" * 3000)
        with pytest.raises(BadDossier) as caught:
            list(read_dossiers(path))
        assert len(caught.value.faults) == 1001
        assert str(caught.value.faults[-1]) == "$: reading stopped after 1000 faults: there may be more"


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "examples").glob("*.[jt]*")), ids=lambda path: path.name
)
def test_the_examples_are_read_and_written_back(path: Path) -> None:
    for structure in read_structures(path):
        assert loads_dossier(dumps_dossier(structure)) == structure
