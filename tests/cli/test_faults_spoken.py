"""What is wrong with a file is told in the language that the command was asked for."""

import json
from pathlib import Path

import pytest

pytest.importorskip("typer", reason="the command line needs the extra cpts-model[cli]")

from cpts_model.cli.hiding import unquoted
from cpts_model.cli.options import SPOKEN
from register_file import run

WRONG = {
    "kind": "cpts",
    "id": "c",
    "membres": [],
    "members": [{"member": {"kind": "person", "id": "p", "Zzimaginaire": 1}, "joined_on": "Zzimaginaire"}],
}
ENGLISH = [
    "{path}: 3 faults",
    "$.membres: no such key here; did you mean 'members'?",
    "$.members[0].member.Zzimaginaire: no such key here",
    "$.members[0].joined_on: 'Zzimaginaire' is not a date (write YYYY-MM-DD)",
]
FRENCH = [
    "{path} : 3 erreurs",
    "$.membres : la clé 'membres' n'existe pas ici : vouliez-vous dire 'members' ?",
    "$.members[0].member.Zzimaginaire : la clé 'Zzimaginaire' n'existe pas ici",
    "$.members[0].joined_on : 'Zzimaginaire' n'est pas une date (écrire AAAA-MM-JJ)",
]


@pytest.fixture
def wrong(tmp_path: Path) -> str:
    path = tmp_path / "faux.json"
    path.write_text(json.dumps(WRONG), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("command", ["assess", "missing", "timeline", "report"])
@pytest.mark.parametrize(
    ("asked", "said"), [((), ENGLISH), (("--lang", "en"), ENGLISH), (("--lang=fr",), FRENCH)]
)
def test_a_bad_dossier(command: str, asked: tuple[str, ...], said: list[str], wrong: str) -> None:
    done = run(command, wrong, *asked)
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [line.format(path=wrong) for line in said]


@pytest.mark.parametrize(
    ("asked", "said"), [((), "is not known here"), (("--lang", "fr"), "n'est pas connu ici")]
)
def test_a_format_that_is_not_known(asked: tuple[str, ...], said: str) -> None:
    assert said in run("assess", "a.odt", *asked).stderr


def test_the_language_is_of_one_command(wrong: str) -> None:
    run("assess", wrong, "--lang", "fr")
    assert SPOKEN.get() == "en"
    assert "3 faults" in run("assess", wrong).stderr


@pytest.mark.parametrize(
    ("lang", "said"),
    [("fr", "n'est pas cité avec --pseudonymise"), ("en", "is not quoted with --pseudonymise")],
)
def test_nobody_is_quoted_in_either_language(lang: str, said: str, wrong: str, tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_bytes(bytes(range(33, 65)))
    done = run("assess", wrong, "--lang", lang, "--pseudonymise", str(key))
    assert done.exit_code == 2
    assert "Zzimaginaire" not in done.stderr
    assert "membres" not in done.stderr
    assert said in done.stderr
    assert "$.members[0].member.…" in done.stderr


def test_a_key_that_is_missing_hides_no_place() -> None:
    assert unquoted("$.members[0].member : la clé 'id' manque").startswith(
        "$.members[0].member : la clé '…' manque"
    )


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((), "member_id: 'o' is an organisation: end its memberships with withdraw()"),
        (
            ("--lang", "fr"),
            "member_id : 'o' est une personne morale : mettre fin à ses adhésions avec withdraw()",
        ),
    ],
)
def test_what_a_register_refuses(asked: tuple[str, ...], said: str, tmp_path: Path) -> None:
    member = {"kind": "organisation", "id": "o", "name": "Clinique inventée"}
    dossier = {"kind": "cpts", "id": "c", "members": [{"member": member, "joined_on": "2024-01-01"}]}
    path = tmp_path / "registre.json"
    path.write_text(json.dumps(dossier), encoding="utf-8")
    done = run("leave", str(path), "c", "o", "--on", "2025-01-01", "--died", *asked)
    assert done.exit_code == 2
    assert done.stderr.splitlines() == [said]
