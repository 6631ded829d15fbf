"""What is wrong with a dossier is told in French as well as in English, and both tell the same."""

import ast
import json
import pickle
import random
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cpts_model
from cpts_model import BadDossier, Fault, loads_dossier, loads_register
from cpts_model.engine.text import Text
from cpts_model.exchange import dossier
from cpts_model.exchange.complaints import json_complaint, toml_complaint
from cpts_model.exchange.converter import make_converter
from cpts_model.exchange.faults import UnknownFormat, quoted, shown
from cpts_model.exchange.kinds import KIND
from cpts_model.exchange.shape import ABSENT, EVERY_MEMBER, shape_of
from cpts_model.exchange.sheets import BadSheet, loads_members, read_members, rows
from cpts_model.facts.checks import BadFact
from exchange.strategies import subjects
from exchange.test_fast_loading import FULL, STRUCTURE, copied, damaged, mutated
from facts.test_refusals import REFUSED
from test_two_languages import is_the_wrong_way_round

SRC = Path(cpts_model.__file__).parent
QUOTED = re.compile(r"""(?<!\w)(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")""")
NUMBER = re.compile(r"\d+(?:[-/.]\d+)*")
ENGLISH_MARKS = re.compile(r"\w[:;?!](?: |$)")


def wrong(words: Text) -> str:
    """What is wrong with a message in two languages; nothing if all is well."""
    fr, en = (QUOTED.sub("…", one) for one in (words.fr, words.en))
    if not words.fr.strip() or not words.en.strip() or fr == en:
        return f"it is not told in both: {words!r}"
    if not set(QUOTED.findall(words.en)) <= set(QUOTED.findall(words.fr)):
        return f"the French does not quote what the English does: {words!r}"
    if not Counter(NUMBER.findall(en)) <= Counter(NUMBER.findall(fr)):
        return f"the French does not hold the numbers of the English: {words!r}"
    if is_the_wrong_way_round(fr, en) or ENGLISH_MARKS.search(fr):
        return f"the French is not written as French is: {words!r}"
    return ""


def all_wrong(faults: Iterable[Fault]) -> list[str]:
    faults = tuple(faults)
    for fault in faults:
        assert fault.message == fault.words.en
        assert str(fault) == fault.to("en") == f"{fault.path}: {fault.message}"
        assert fault.to("fr") == f"{fault.path} : {fault.words.fr}"
    return [said for fault in faults if (said := wrong(fault.words))]


def faults_of(text: str | bytes | dict[Any, Any], form: Any = "json") -> tuple[Fault, ...]:
    try:
        if isinstance(text, dict):
            dossier.from_dict(text)
        else:
            loads_register(text, form)
    except BadDossier as bad:
        return bad.faults
    return ()


# --- Read aloud

PROFESSIONAL: dict[str, Any] = {"kind": "professional", "id": "p"}


def cpts(**facts: Any) -> str:
    return json.dumps({"kind": "cpts", "id": "c", **facts})


def member(**facts: Any) -> str:
    return cpts(members=[{"member": PROFESSIONAL, "joined_on": "2026-01-01", **facts}])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (cpts(membres=[]), "$.membres : la clé 'membres' n'existe pas ici : vouliez-vous dire 'members' ?"),
        (cpts(formed_on="31/02/2026"), "$.formed_on : '31/02/2026' n'est pas une date (écrire AAAA-MM-JJ)"),
        (cpts(name=3), "$.name : 3 n'est pas un texte (l'écrire entre guillemets)"),
        (cpts(name=None), "$.name : null n'est pas une valeur de cette clé (ne pas écrire la clé si on ne sait pas)"),
        (cpts(id=" c"), "$.id : ' c' commence ou finit par un espace"),
        (cpts(id=" "), "$.id : le texte est vide (identifiant dans le dossier)"),
        (cpts(id="a\u200b"), "$.id : 'a\\u200b' contient un caractère invisible (U+200B)"),
        (cpts(projet=[]), "$.projet : une liste n'est pas un objet (écrire { … })"),
        (cpts(members={}), "$.members : un objet n'est pas une liste (l'écrire entre [ et ])"),
        (cpts(seat_departement="333"), "$.seat_departement : '333' n'est pas un code de département : écrire 01 à 95 (Corse : 2A, 2B), ou 971 à 988 outre-mer"),
        (cpts(contract={"population": -1}), "$.contract.population : -1 habitants : le nombre ne peut pas être négatif"),
        (cpts(contract={"population": 10**15}), "$.contract.population : 1000000000000000 est trop grand (les nombres restent ici en dessous de 10^15)"),
        (cpts(contract={"population": 1.5}), "$.contract.population : 1.5 n'est pas un nombre entier (écrire des chiffres seuls, sans guillemets)"),
        (cpts(absent=["nam"]), "$.absent[0] : aucune clé ne s'appelle 'nam' : vouliez-vous dire 'name' ?"),
        (cpts(absent=["id"]), "$.absent[0] : 'id' est aussi renseigné : retirer l'un des deux"),
        (cpts(every_member={"partner": True}), "$.every_member : il n'y a pas de clé 'members' à laquelle l'appliquer"),
        (member(left_on="2025-12-31"), "$.members[0].left_on : départ le 2025-12-31, avant l'adhésion du 2026-01-01"),
        (member(partner="oui"), "$.members[0].partner : 'oui' n'est ni vrai ni faux (écrire true ou false, sans guillemets)"),
        (member(member={"kind": "ehpad"}), "$.members[0].member.kind : 'ehpad' n'est la nature d'aucun membre ('professional', 'person', 'organisation') : écrire \"kind\": \"organisation\", \"organisation_kind\": \"ehpad\""),
        (member(member={"kind": "professional"}), "$.members[0].member : la clé 'id' manque (identifiant dans le dossier)"),
        (member(member={**PROFESSIONAL, "professions": ["medecn"]}), "$.members[0].member.professions[0] : aucune profession ne s'appelle 'medecn' : vouliez-vous dire 'medecin' ?"),
        (member(member={**PROFESSIONAL, "professions": ["IDE"]}), "$.members[0].member.professions[0] : aucune profession ne s'appelle 'IDE' : écrire 'infirmier'"),
        ('{"id": "c"}', "$ : la clé 'kind' manque (indiquer l'une de ces natures : 'cpts', 'esp', 'ess', 'msp', 'cds', 'sisa')"),
        ('{"kind": "cpts", "id": "c", "id": "d"}', "$.id : cette clé figure deux fois dans le même objet : retirer l'une des deux"),
        ('{"kind": "register"}', "$ : la clé 'structures' manque (une liste de dossiers)"),
        ('{"kind": "register", "structures": []}', "$.structures : aucune structure n'y figure"),
        (json.dumps({"kind": "register", "structures": [json.loads(cpts())] * 2}), "$.structures[1].id : 'c' est déjà structures[0]"),
        ('{"kind": "cpts",}', "$ : ligne 1, colonne 17, ce n'est pas du JSON : une clé est attendue, entre guillemets droits"),
        (" ", "$ : il n'y a rien à lire (un objet est attendu : { … })"),
        (b"\xff\xfe{", "$ : c'est de l'UTF-16, et non de l'UTF-8 : enregistrer en UTF-8"),
        ("[" * 70 + "]" * 70, "$" + "[0]" * 65 + " : objets ou listes imbriqués sur plus de 64 niveaux"),
    ],
)  # fmt: skip
def test_a_fault_of_json_in_french(text: str | bytes, said: str) -> None:
    with pytest.raises(BadDossier) as refused:
        loads_register(text)
    assert refused.value.explain("fr") == said
    assert not all_wrong(refused.value.faults)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("formed_on = 31/12/2025", "il y a autre chose après la valeur (ligne 1, colonne 15) : 'formed_on = 31/12/2025' (écrire une date ainsi : 2025-12-31)"),
        ("commune = Bordeaux", "valeur illisible (ligne 1, colonne 11) : 'commune = Bordeaux' (mettre les mots entre guillemets : \"…\")"),
        ("members = [1", "une liste n'est pas refermée par ']' (ligne 1, à la fin) : 'members = [1'"),
        ("[a]\n[a]", "'a' figure deux fois (ligne 2, colonne 3) : '[a]'"),
        ("a = 1\na = 2", "cette clé figure déjà plus haut (ligne 2, colonne 6) : 'a = 2'"),
    ],
)  # fmt: skip
def test_a_fault_of_toml_in_french(text: str, said: str) -> None:
    with pytest.raises(BadDossier) as refused:
        loads_dossier(text, "toml")
    assert refused.value.explain("fr") == f"$ : ce n'est pas du TOML : {said}"
    assert not all_wrong(refused.value.faults)


def test_a_dossier_is_explained_in_either_language() -> None:
    words = Text("c'est faux", "it is wrong")
    bad = BadDossier([Fault("$.id", words, line=2)] * 52, "a.jsonl")
    french = bad.explain("fr").split("\n")
    assert french[:2] == ["a.jsonl : 52 erreurs", "ligne 2, $.id : c'est faux"]
    assert french[-1] == "et 2 autres"
    assert BadDossier(bad.faults[:51]).explain("fr").endswith("\net 1 autre")
    assert bad.explain("en") == str(bad)
    assert str(bad).startswith("a.jsonl: 52 faults\nline 2, $.id: it is wrong\n")
    assert BadDossier([Fault("$", words)], "a").explain("fr") == "a : 1 erreur\n$ : c'est faux"
    assert pickle.loads(pickle.dumps(bad)).explain("fr") == bad.explain("fr")


def test_a_format_that_is_not_known_is_told_in_french() -> None:
    with pytest.raises(UnknownFormat) as refused:
        dossier.read_dossier("a.odt")
    assert (
        refused.value.explain("fr")
        == "le format de 'a.odt' n'est pas connu ici ; il peut être .json ou .toml"
    )


def test_a_fault_of_ones_own_may_be_told_in_one_language() -> None:
    fault = Fault("$.id", "wrong")
    assert fault.words == Text("wrong", "wrong")
    assert fault.to("fr") == "$.id : wrong"


def test_lines_and_files(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text('{"kind": "cpts", "id": "c"}\n{"kind": "cpts"}\n', encoding="utf-8")
    with pytest.raises(BadDossier) as refused:
        tuple(dossier.read_dossiers(lines))
    assert refused.value.explain("fr").split("\n") == [
        f"{lines} : 1 erreur",
        "ligne 2, $ : la clé 'id' manque (identifiant dans le dossier)",
    ]
    with pytest.raises(BadDossier) as refused:
        tuple(dossier.read_dossiers(lines, limit=10))
    assert [fault.words.fr for fault in refused.value.faults] == ["la longueur dépasse 10 octets"] * 2
    lines.write_text("\n", encoding="utf-8")
    with pytest.raises(BadDossier) as refused:
        tuple(dossier.read_dossiers(lines))
    assert refused.value.faults[0].words.fr == "aucune structure n'y figure (en écrire une par ligne)"
    with pytest.raises(BadDossier, match="regular file") as refused:
        tuple(dossier.read_dossiers(tmp_path))
    assert not wrong(refused.value.faults[0].words)


# --- Whatever is wrong

VALUES: tuple[Any, ...] = (
    None, True, -1, 0, 13, 101, 0.5, Decimal("-0.01"), Decimal("1.005"), Decimal("NaN"), 10**15, 10**60, "", " a", "\x1b",
    "a\u200b", "\ud800", "2024-02-30", "33000", "medecn", "ide", [], ["a"], [None], {}, {"kind": "odd"}, {"kind": "ehpad"}, {5: 1},
)  # fmt: skip


@pytest.mark.parametrize("kind", subjects(), ids=lambda kind: kind.__name__)
def test_every_value_of_every_key_is_refused_in_both(kind: type[Any]) -> None:
    converter = make_converter()
    faults: list[Fault] = []
    for key in (KIND, ABSENT, EVERY_MEMBER, "about", "nom", "", 7, *shape_of(kind)):
        for value in (*VALUES, *([value] for value in VALUES)):
            try:
                converter.structure({key: value}, kind)
            except BadDossier as bad:
                faults += bad.faults
    assert not all_wrong(faults)
    assert len({fault.words.fr for fault in faults}) > 5


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.just(FULL), STRUCTURE.map(dossier.to_dict)), st.integers(0, 2**32), st.integers(1, 4))
def test_data_that_is_wrong_is_refused_in_both(plain: Any, seed: int, times: int) -> None:
    chance, data = random.Random(seed), copied(plain)
    for _ in range(times):
        data = mutated(data, chance)
    if isinstance(data, dict):
        assert not all_wrong(faults_of(data))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 3), st.sampled_from(["json", "toml"]))
def test_texts_that_are_damaged_are_refused_in_both(seed: int, times: int, form: Any) -> None:
    chance = random.Random(seed)
    toml = 'kind = "cpts"\nid = "c"\n[territory]\ncommunes = ["33063"]\n[[members]]\njoined_on = 2021-01-01\n'
    text = json.dumps(FULL, default=str).encode() if form == "json" else toml.encode()
    for _ in range(times):
        text = damaged(text, chance)
    # What a text says may stand in the message, in any words: only what is said of it is looked at.
    assert all(fault.words.fr != fault.words.en for fault in faults_of(text, form))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=60) | st.text(max_size=60), st.sampled_from(["json", "toml"]))
def test_any_text_is_refused_in_both(text: str | bytes, form: Any) -> None:
    assert all(fault.words.fr != fault.words.en for fault in faults_of(text, form))


# --- What the parsers complain of


@pytest.mark.parametrize(
    "text",
    ["{", "[", '{"a"', '{"a":', '{"a":1', "[1", '{"a":1 "b"', "[1 2]", "{} {}", '"a', '"\x01"', r'"\q"', r'"\u12"',
     "{1:2}", '{"a":1,}', "[1,]"],
)  # fmt: skip
def test_each_complaint_of_the_reader_of_json_is_known(text: str) -> None:
    with pytest.raises(json.JSONDecodeError) as refused:
        json.loads(text)
    words = json_complaint(refused.value.msg)
    assert words.en == refused.value.msg
    assert words.fr not in (words.en, json_complaint("anything else").fr)


def complaints_of_toml() -> Iterator[str]:
    """The complaints that stand in the reader of TOML itself."""
    import tomllib._parser as parser  # type: ignore[import-not-found, unused-ignore]

    for node in ast.walk(ast.parse(Path(parser.__file__).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("suffixed_err", "TOMLDecodeError"):
            for given in node.args:
                if isinstance(given, ast.Constant) and isinstance(given.value, str):
                    yield given.value
                elif isinstance(given, ast.JoinedStr) and isinstance(given.values[0], ast.Constant):
                    yield "".join(
                        str(part.value) if isinstance(part, ast.Constant) else "'a'" for part in given.values
                    )


def test_each_complaint_of_the_reader_of_toml_is_known() -> None:
    found = set(complaints_of_toml())
    assert len(found) > 15
    unknown = toml_complaint("anything else (at line 1, column 1)").fr
    assert unknown == "texte illisible (ligne 1, colonne 1)"
    assert [one for one in found if toml_complaint(f"{one} (at line 1, column 1)").fr == unknown] == []


def test_a_complaint_without_a_place_is_told_whole() -> None:
    assert toml_complaint("odd") == Text("texte illisible", "odd")
    assert (
        toml_complaint("Invalid value (at line 2, at its end)").fr == "valeur illisible (ligne 2, à la fin)"
    )


# --- Facts, values and sheets


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({}, Text("un objet", "an object")), ([], Text("une liste", "a list")), (None, Text("null", "null")),
        (10**60, Text("un nombre démesuré", "a huge number")), ("é", Text("'é'", "'é'")),
    ],
)  # fmt: skip
def test_values_are_named_in_both(value: Any, words: Text) -> None:
    assert quoted(value) == words
    assert shown(value) == words.en


@pytest.mark.parametrize("build", [build for build, _ in REFUSED], ids=range(len(REFUSED)))
def test_whatever_a_fact_refuses_is_told_in_both(build: Callable[[], Any]) -> None:
    with pytest.raises(BadFact) as refused:
        build()
    assert not wrong(refused.value.words)


def test_a_fact_says_what_it_refuses_in_both() -> None:
    bad = BadFact("left_on", Text("c'est faux", "it is wrong"))
    assert (bad.field, bad.problem, str(bad)) == ("left_on", "it is wrong", "left_on: it is wrong")
    assert bad.told() == Text("left_on : c'est faux", "left_on: it is wrong")
    assert pickle.loads(pickle.dumps(bad)).words == bad.words
    assert BadFact("x", "wrong").words == Text("wrong", "wrong")


@pytest.mark.parametrize(
    ("value", "mend"),
    [
        (None, "; ne pas le donner si personne ne sait"),
        (["a"], "; écrire un tuple : (…,)"),
        ("a", "; écrire un tuple, même d'un seul : (…,)"),
    ],
)
def test_a_fact_of_the_wrong_type_is_told_in_both(value: Any, mend: str) -> None:
    with pytest.raises(BadFact) as refused:
        cpts_model.CPTS(id="c", members=value)
    assert refused.value.words.fr.endswith(mend)
    assert "n'est pas du type tuple" in refused.value.words.fr


def test_a_word_for_a_member_of_a_list_is_told_in_both() -> None:
    for value, mend in (
        ("association", " ; écrire LegalForm.ASSOCIATION"),
        ("asociation", "ou 'association-droit-local' ?"),
    ):
        with pytest.raises(BadFact) as refused:
            cpts_model.CPTS(id="c", legal_form=value)  # type: ignore[arg-type]
        assert refused.value.words.fr.endswith(mend)
    with pytest.raises(BadFact, match="is not of type date") as refused:
        cpts_model.CPTS(id="c", formed_on="2026-01-01")  # type: ignore[arg-type]
    assert refused.value.words.fr == "'2026-01-01' n'est pas du type date"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("a;b\n1;2\n", "aucune colonne de noms n'a été trouvée ; on lit sur les premières lignes : 'a', 'b' ; nommer une colonne Nom, ou Nom et Prénom, sur la ligne des titres"),
        ("\0", "le fichier contient des caractères nuls : ce n'est pas un texte ; enregistrer la liste en .xlsx ou en .csv, et lire ce fichier"),
        ("Nom\n" + "a" * 40_000, "ligne 2 : une cellule contient plus de 32767 caractères ; chercher un guillemet qui n'est jamais refermé"),
        (b"\xd0\xcf\x11\xe0", "c'est un fichier .xls, ou un classeur protégé par un mot de passe ; sans mot de passe, l'enregistrer en .xlsx (Excel : Fichier, Enregistrer sous, Classeur Excel), et lire ce fichier"),
    ],
)  # fmt: skip
def test_a_bad_sheet_in_french(data: str | bytes, said: str) -> None:
    with pytest.raises(BadSheet) as refused:
        loads_members(data)
    assert refused.value.explain("fr") == said
    assert refused.value.explain("en") == str(refused.value)
    assert pickle.loads(pickle.dumps(refused.value)).explain("fr") == said


def test_a_bad_sheet_of_a_file_names_it(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"Nom\n" + b"a" * 40_000)
    with pytest.raises(BadSheet) as refused:
        read_members(path)
    assert refused.value.explain("fr").startswith(f"{path} : ligne 2 : une cellule")
    assert str(refused.value).startswith(f"{path}: line 2: a cell")


def test_a_line_whose_facts_contradict_one_another_is_told_in_french(monkeypatch: pytest.MonkeyPatch) -> None:
    def contradicted(**_: object) -> None:
        raise BadFact("left_on", Text("départ avant l'arrivée", "left before joining"))

    monkeypatch.setattr(rows, "Membership", contradicted)
    (fault,) = loads_members("Nom;Prénom\nNoma;Zoé\n").faults
    assert fault.why.fr.endswith(" se contredisent : left_on : départ avant l'arrivée")
    assert fault.why.en.endswith(" one another: left_on: left before joining")


# --- No message of one language comes in again

TELLERS = {"BadFact": (1,), "BadSheet": (0, 1), "Fault": (1,), "refuse": (0,), "unfit": (1,), "note": (1,)}


def told_in_one_language(source: str, names: Collection[str] = frozenset(TELLERS)) -> list[int]:
    """The lines where a fault is told by a plain text."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
            places = TELLERS.get(name, ()) if name in names else ()
            told = [node.args[place] for place in places if place < len(node.args)]
            if any(isinstance(one, ast.JoinedStr | ast.Constant | ast.BinOp) for one in told):
                found.append(node.lineno)
    return found


def test_whatever_refuses_a_dossier_does_so_in_both() -> None:
    modules = [*(SRC / "facts").rglob("*.py"), *(SRC / "exchange").glob("*.py"), *(SRC / "exchange" / "sheets").rglob("*.py")]  # fmt: skip
    assert len(modules) > 80
    found = {path.name: told_in_one_language(path.read_text(encoding="utf-8")) for path in modules}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize("layer", ["register", "life"])
def test_whatever_a_register_refuses_is_told_in_both(layer: str) -> None:
    for path in (SRC / layer).rglob("*.py"):
        assert not told_in_one_language(path.read_text(encoding="utf-8"), {"BadFact"}), path.name


def test_whatever_refuses_a_resource_of_fhir_does_so_in_both() -> None:
    for path in (SRC / "exchange" / "fhir").rglob("*.py"):
        assert not told_in_one_language(path.read_text(encoding="utf-8"), {"Fault", "refuse"}), path.name


def test_one_that_did_not_would_be_seen() -> None:
    assert told_in_one_language('raise BadFact("x", f"{x} is odd")\nrefuse("no")\nledger.note("", "no")') == [
        1,
        2,
        3,
    ]
