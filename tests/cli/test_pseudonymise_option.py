"""``--pseudonymise``: no command that tells of people names them, and all say the same as without."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

from cpts_model import Professional, read_register
from cpts_model.cli import app
from cpts_model.cli.hiding import Untold, unquoted, unquoting
from cpts_model.engine.errors import CptsModelError
from register_file import EXAMPLE, MSP, ON, RIVE, run

REGISTER = str(EXAMPLE)
YEAR = ("--year", "2025")
TELLING = {
    "assess": (REGISTER, *ON, "--explain"),
    "missing": (REGISTER, *ON),
    "report": (REGISTER, *ON),
    "status": (REGISTER, RIVE, "p-04", "--on", "2025-03-01"),
    "electors": (REGISTER, RIVE, *ON),
    "payments": (REGISTER, *YEAR, "--explain"),
    "headcount": (REGISTER, *ON),
    "timeline": (REGISTER, "--structure", RIVE, *ON),
    "deadlines": (REGISTER, "--until", "2028-01-01", *ON),
    "checklist": (REGISTER, "--to", "ars", *ON),
    "compare": (REGISTER, "--on", "2024-01-01", "--and", "2026-01-01"),
    "funding": (REGISTER, *ON),
    "associates": (REGISTER, "--structure", MSP, *ON),
}
"""Every command that tells of people, as one asks it."""

NOT_TELLING = {
    "conformance",
    "join",
    "leave",
    "territory",
    "stage",
    "law",
    "explain",
    "new",
    "identify",
    "schema",
}
"""Those that write the dossier itself, or tell of nobody: places in it, codes, communes."""


@pytest.fixture
def key(tmp_path: Path) -> str:
    path = tmp_path / "key"
    path.write_text("an invented key of the tests 012\n")
    return str(path)


def people() -> set[str]:
    register = read_register(EXAMPLE)
    words = set()
    for one in register.member_ids:
        for belonging in register.history(one):
            member = belonging.member
            if isinstance(member, Professional):
                words |= {word for word in (member.id, member.name, member.rpps) if isinstance(word, str)}
    return words


def test_every_command_is_said_to_tell_of_people_or_not() -> None:
    names = {command.name for command in app.registered_commands}
    assert names == TELLING.keys() | NOT_TELLING


@pytest.mark.parametrize("command", TELLING)
def test_nobody_is_named(command: str, key: str) -> None:
    plain = run(command, *TELLING[command])
    hidden = run(command, *TELLING[command], "--pseudonymise", key)
    assert hidden.exit_code == plain.exit_code, hidden.output
    assert plain.exit_code in (0, 1), plain.output
    assert [word for word in people() if word in hidden.output] == []
    assert hidden.output == run(command, *TELLING[command], "--pseudonymise", key).output


@pytest.mark.parametrize("command", ["status", "electors", "assess"])
def test_somebody_is_named_without_it(command: str) -> None:
    output = run(command, *TELLING[command]).output
    assert [word for word in people() if word in output]


def test_ids_given_to_a_command_are_those_of_the_file(key: str) -> None:
    asked = ("electors", REGISTER, RIVE, *ON, "--format", "json")
    ids = [one["id"] for one in json.loads(run(*asked).stdout)["electors"] if one.get("id")][:2]
    assert ids, "the example has electors"
    there = run(*asked, "--present", ",".join(ids), "--pseudonymise", key)
    plain = run(*asked, "--present", ",".join(ids))
    assert there.exit_code == plain.exit_code, there.output
    assert not [word for word in people() if word in there.output]
    assert json.loads(there.stdout)["quorum"]["reached"] == json.loads(plain.stdout)["quorum"]["reached"]


def test_a_table_of_payments_finds_its_people(key: str, tmp_path: Path) -> None:
    name = next(iter(read_register(EXAMPLE).history("p-01"))).member.name
    assert isinstance(name, str)
    table = tmp_path / "p.csv"
    table.write_text(
        f"Structure;Bénéficiaire;Date;Montant;Nature\n{RIVE};{name};03/02/2025;120,00;indemnité\n{RIVE};Somebody Unlisted;03/02/2025;10,00;indemnité\n"
    )
    hidden = run("payments", REGISTER, str(table), *YEAR, "--explain", "--pseudonymise", key)
    plain = run("payments", REGISTER, str(table), *YEAR, "--explain")
    assert hidden.exit_code == plain.exit_code
    assert name in plain.output
    assert name not in hidden.output
    assert "Somebody Unlisted" not in hidden.output
    assert hidden.output.count("120") == plain.output.count("120")


def test_a_payer_that_is_no_structure_may_be_somebody(key: str, tmp_path: Path) -> None:
    """Whoever swaps two columns of the table names people as payers."""
    table = tmp_path / "p.csv"
    table.write_text(
        "Structure;Bénéficiaire;Date;Montant;Nature\nSomebody Unlisted;p-01;03/02/2025;10,00;indemnité\n"
    )
    hidden = run("payments", REGISTER, str(table), *YEAR, "--explain", "--pseudonymise", key)
    assert "Somebody Unlisted" in run("payments", REGISTER, str(table), *YEAR, "--explain").output
    assert "Somebody" not in hidden.output


def test_a_list_of_members_goes_out_without_names(key: str, tmp_path: Path) -> None:
    sheet = tmp_path / "m.csv"
    done = run("members", "export", REGISTER, "--structure", RIVE, "-o", str(sheet), "--pseudonymise", key)
    assert done.exit_code == 0, done.output
    text = sheet.read_text(encoding="utf-8-sig")
    assert "pseudonyme-" in text or "Personne " in text
    assert [word for word in people() if word in text] == []


def test_a_short_key_ends_the_command(tmp_path: Path) -> None:
    weak = tmp_path / "weak"
    weak.write_text("short")
    done = run("assess", REGISTER, *ON, "--pseudonymise", str(weak))
    assert done.exit_code == 2
    assert "less than 16 bytes" in done.stderr
    assert done.stdout == ""


def test_no_key_ends_the_command(tmp_path: Path) -> None:
    done = run("assess", REGISTER, *ON, "--pseudonymise", str(tmp_path / "none"))
    assert done.exit_code == 2
    assert done.stdout == ""


def test_a_document_taken_for_the_key_ends_the_command(tmp_path: Path) -> None:
    """Its beginning alone would be the key, and many documents begin alike."""
    long = tmp_path / "long"
    long.write_bytes(bytes(range(256)) * 16 + b"!")
    done = run("assess", REGISTER, *ON, "--pseudonymise", str(long))
    assert done.exit_code == 2
    assert "at most 4096 bytes" in done.stderr
    long.write_bytes(bytes(range(1, 256)) * 16)
    assert run("assess", REGISTER, *ON, "--pseudonymise", str(long)).exit_code in (0, 1)


SOMEBODY = "Zénobie Zzimaginaire"
Change = Callable[[dict[str, Any], dict[str, Any]], None]


def _is_told(**facts: Any) -> Change:
    return lambda register, member: member.update(facts)


def _is_an_organisation_elsewhere(register: dict[str, Any], member: dict[str, Any]) -> None:
    member["id"] = SOMEBODY
    other = {"member": {"kind": "organisation", "id": SOMEBODY}}
    register["structures"][1]["members"].append(other)


def _has_a_payment(register: dict[str, Any], member: dict[str, Any]) -> None:
    paid = {"beneficiary": member["id"], "paid_on": SOMEBODY, "amount": SOMEBODY}
    register["structures"][0]["payments"].append(paid)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(_is_told(professions=[SOMEBODY]), id="profession"),
        pytest.param(_is_told(id=f"{SOMEBODY}\0"), id="control character"),
        pytest.param(_is_told(id=f"{SOMEBODY}\ud800"), id="half a character"),
        pytest.param(_is_told(name=f"{SOMEBODY}\x1b[2J"), id="escape"),
        pytest.param(_is_told(name=[SOMEBODY]), id="list"),
        pytest.param(_is_told(rpps=10999000018), id="number"),
        pytest.param(_is_told(**{SOMEBODY: 1}), id="key in quotes"),
        pytest.param(_is_told(Zzimaginaire=1), id="key"),
        _is_an_organisation_elsewhere,
        _has_a_payment,
    ],
)
@pytest.mark.parametrize("command", ["assess", "status"])
def test_what_is_wrong_with_a_file_quotes_nobody(
    change: Change, command: str, key: str, tmp_path: Path
) -> None:
    register = copy.deepcopy(json.loads(EXAMPLE.read_text(encoding="utf-8")))
    change(register, register["structures"][0]["members"][0]["member"])
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps(register))
    asked = (command, str(bad), *TELLING[command][1:])
    hidden = run(*asked, "--pseudonymise", key)
    assert hidden.exit_code == run(*asked).exit_code == 2
    assert "structures[" in hidden.stderr
    assert not [one for one in (*SOMEBODY.split(), "10999000018") if one in hidden.output + hidden.stderr]


def test_what_is_wrong_with_a_table_quotes_nobody(key: str, tmp_path: Path) -> None:
    table = tmp_path / "p.csv"
    table.write_text(f"Structure;Bénéficiaire;Date;Montant;Nature\n{RIVE};p-01;{SOMEBODY};{SOMEBODY};x\n")
    asked = ("payments", REGISTER, str(table), *YEAR)
    assert SOMEBODY in run(*asked).stderr
    hidden = run(*asked, "--pseudonymise", key)
    assert hidden.exit_code == 2
    assert "C2: '…' is not a day" in hidden.stderr
    assert "Zz" not in hidden.stderr
    assert "run the command without it" in hidden.stderr


def test_a_misspelt_id_of_a_structure_still_has_its_neighbours(key: str) -> None:
    hidden = run("status", REGISTER, RIVE[:-1], "p-04", "--pseudonymise", key)
    assert f"did you mean {RIVE!r}" in hidden.stderr


@pytest.mark.parametrize("given", ["p-04=", "Zzimaginaire"])
def test_a_bad_option_quotes_nobody(given: str, key: str) -> None:
    hidden = run("electors", REGISTER, RIVE, *ON, "--present", "3", "--proxy", given, "--pseudonymise", key)
    assert hidden.exit_code == 2
    assert "is no proxy" in hidden.stderr
    assert given not in hidden.stderr


def test_an_id_that_is_no_unicode_is_no_failure(key: str) -> None:
    """A terminal hands over the bytes that it cannot read as halves of characters."""
    done = run("status", REGISTER, RIVE, "p-\udcff", "--pseudonymise", key)
    assert done.exit_code == 2
    assert "holds no member" in done.stderr


def test_a_key_that_is_a_folder_is_named(tmp_path: Path) -> None:
    done = run("status", REGISTER, RIVE, "p-inconnue", "--pseudonymise", str(tmp_path))
    assert done.exit_code == 2
    assert done.stderr.startswith(f"{tmp_path}: it is not a regular file")


def test_a_failure_quotes_nobody() -> None:
    with pytest.raises(Untold) as told, unquoting():
        raise CptsModelError(f"{SOMEBODY!r} breaks something")
    assert str(told.value).startswith("'…' breaks something")


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("nothing is quoted of the person's file", None),
        ("no member 'p-abcdefgh234567ij'", None),
        ('its "L\'Inventé" is', "its '…' is"),
        ("'L\\'\"Inventé' is", "'…' is"),
        ("its 'Inventé is cut…", "its '…'"),
        ("« Inventé » n'est rien", "'…' n'est rien"),
        ("10 999 000 018 is", "… is"),
    ],
)
def test_messages_without_their_quotations(message: str, told: str | None) -> None:
    assert unquoted(message).split("\n")[0] == (message if told is None else told)
