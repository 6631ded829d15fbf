"""Assessments as JSON: the schema, the words, the same bytes everywhere."""

import json
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs
import pytest

from builders import generaliste, infirmier, member
from cpts_model import (
    CPTS,
    LAW,
    SISA,
    UNKNOWN,
    LegalForm,
    MaisonDeSante,
    Membership,
    Mode,
    Period,
    Person,
    ProjetDeSante,
    Text,
    assess,
)
from cpts_model.engine.citations import CSP, Article, Authority, Evidence
from cpts_model.engine.law import Law
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.unknown import Count, OpenQuestion
from cpts_model.exchange.assessment import assessment_to_dict, plain_value, reference
from cpts_model.exchange.schema import assessment_schema

ON = date(2022, 6, 1)
ARTICLE = Article(
    code=CSP, number="L1", title=Text("t", "t"), checked_on=date(2020, 1, 1), legifrance="LEGIARTI1"
)


def named(subject: Any, on: date) -> bool:
    return bool(subject.name)


def disputed(subject: Any, on: date) -> bool:
    raise OpenQuestion(Text("les textes se taisent", "the texts are silent"))


def rule(rule_id: str, holds: Any, **facts: Any) -> Rule:
    told: dict[str, Any] = {
        "id": rule_id,
        "about": CPTS,
        "holds": holds,
        "modality": Modality.OBLIGATION,
        "authority": Authority.LAW,
        "cites": ARTICLE.alinea(2),
        "also_cites": (ARTICLE.cite(),),
        "in_force": Period(date(2019, 1, 1), date(2023, 1, 1)),
        "evidence": Evidence.VERIFIED,
        "checked_on": date(2020, 1, 1),
        "source": "inventée",
        "title": Text("titre", "title"),
        "remedy": Text("remède", "remedy"),
    }
    return Rule(**(told | facts))


def msp() -> MaisonDeSante:
    return MaisonDeSante(
        id="msp-inventee",
        name="Maison inventée",
        legal_form=LegalForm.SISA,
        members=(
            member(generaliste("A. Inventé"), signed_projet_on=date(2020, 1, 1)),
            member(infirmier("B. Inventée"), signed_projet_on=None),
            Membership(member=Person(id="C. Inventé")),
        ),
        projet=ProjetDeSante(transmitted_on=date(2020, 2, 1)),
    )


def assessed(**options: Any) -> dict[str, Any]:
    return assessment_to_dict(assess(msp(), on=ON), **options)


def test_a_verdict_in_full() -> None:
    law = Law((rule("x.nom", named, note=Text("note", "note"), upon=Text("l'agence", "the agency")),))
    assert assessment_to_dict(assess(CPTS(id="a"), on=ON, law=law), explain=True) == {
        "format": "cpts-model/assessment",
        "version": 1,
        "subject": {"kind": "cpts", "id": "a", "name": {"unknown": True}},
        "on": "2022-06-01",
        "ok": True,
        "settled": False,
        "verdicts": [
            {
                "rule": "x.nom",
                "title": {"fr": "titre", "en": "title"},
                "outcome": "undetermined",
                "modality": "obligation",
                "authority": "law",
                "evidence": "verified",
                "blocking": False,
                "warning": False,
                "place": "",
                "part": None,
                "citation": {
                    "code": "csp",
                    "article": "L1",
                    "paragraph": "al. 2",
                    "legifrance": "LEGIARTI1",
                    "url": "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI1",
                    "text": {
                        "fr": "article L1, al. 2 du code de la santé publique",
                        "en": "article L1, al. 2 of the French public health code",
                    },
                },
                "also_cites": [
                    {
                        "code": "csp",
                        "article": "L1",
                        "paragraph": None,
                        "legifrance": "LEGIARTI1",
                        "url": "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI1",
                        "text": {
                            "fr": "article L1 du code de la santé publique",
                            "en": "article L1 of the French public health code",
                        },
                    }
                ],
                "in_force": {"from": "2019-01-01", "until": "2022-12-31"},
                "checked_on": "2020-01-01",
                "source": "inventée",
                "beyond_last_check": True,
                "remedy": {"fr": "remède", "en": "remedy"},
                "upon": {"fr": "l'agence", "en": "the agency"},
                "note": {"fr": "note", "en": "note"},
                "reason": None,
                "facts": [
                    {
                        "path": "name",
                        "label": {"fr": "nom", "en": "name"},
                        "value": {"unknown": True},
                        "children": [],
                    }
                ],
            }
        ],
        "missing": [
            {"path": "name", "label": {"fr": "nom", "en": "name"}, "rules": ["x.nom"], "blocking": False}
        ],
    }


def test_in_one_language() -> None:
    law = Law((rule("x.dispute", disputed),))
    assessment = assess(CPTS(id="a"), on=ON, law=law)
    (french,) = assessment_to_dict(assessment, "fr")["verdicts"]
    (english,) = assessment_to_dict(assessment, "en")["verdicts"]
    assert (french["title"], english["title"]) == ("titre", "title")
    assert (french["reason"], english["reason"]) == ("les textes se taisent", "the texts are silent")
    assert french["citation"]["text"] == "article L1, al. 2 du code de la santé publique"
    assert "facts" not in french


def test_says_which_part() -> None:
    verdicts = [verdict for verdict in assessed()["verdicts"] if verdict["rule"] == "msp.projet-signe"]
    assert [(verdict["place"], verdict["outcome"]) for verdict in verdicts[:2]] == [
        ("members[0]", "satisfied"),
        ("members[1]", "violated"),
    ]
    assert verdicts[1]["part"] == {"kind": "membership", "id": "B. Inventée", "name": "B. Inventée"}
    assert verdicts[1]["blocking"]


@pytest.mark.parametrize("lang", [None, "fr", "en"])
@pytest.mark.parametrize("explain", [False, True])
def test_keeps_to_the_schema(lang: Any, explain: bool) -> None:
    check = pytest.importorskip("fastjsonschema").compile(assessment_schema())
    bare = (kind(id="a") for kind in (CPTS, SISA, MaisonDeSante))
    for subject in (msp(), *bare):
        for on in (date(2010, 1, 1), ON, date(2026, 11, 21)):
            check(json.loads(json.dumps(assessment_to_dict(assess(subject, on=on), lang, explain=explain))))


def test_the_schema_refuses_what_is_no_assessment() -> None:
    check = pytest.importorskip("fastjsonschema").compile(assessment_schema())
    for wrong in ({"version": 2}, {"ok": None}, {"on": "1/1/2022"}, {"subject": {}}, {"more": 1}):
        with pytest.raises(ValueError):  # noqa: PT011
            check(assessed() | wrong)


def test_counts_agree_with_the_assessment() -> None:
    assessment = assess(msp(), on=ON)
    written = assessment_to_dict(assessment)
    assert len(written["verdicts"]) == len(assessment.verdicts)
    assert sum(verdict["blocking"] for verdict in written["verdicts"]) == len(assessment.breaches)
    assert sum(verdict["warning"] for verdict in written["verdicts"]) == len(assessment.warnings)
    assert {verdict["rule"] for verdict in written["verdicts"]} <= set(LAW.ids)


SCRIPT = """
import json, sys
sys.path.insert(0, "tests")
from exchange.test_assessment_json import assessed
print(json.dumps(assessed(explain=True)))
"""


def test_gives_the_same_bytes_under_any_hash_seed() -> None:
    here = json.dumps(assessed(explain=True))
    for seed in ("0", "4242"):
        run = subprocess.run(
            [sys.executable, "-c", SCRIPT.replace('"tests"', repr(os.path.dirname(os.path.dirname(__file__))))],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert run.stdout.strip() == here


class Numbered(Enum):
    ONE = 1


@attrs.frozen
class Bare:
    pass


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (UNKNOWN, {"unknown": True}),
        (None, None),
        (True, True),
        (3, 3),
        ("a", "a"),
        (date(2020, 1, 1), "2020-01-01"),
        (Mode.LIBERAL, "liberal"),
        (Numbered.ONE, 1),
        (Decimal("1E+3"), "1000"),
        (Decimal("12.30"), "12.30"),
        ((1, UNKNOWN), [1, {"unknown": True}]),
        (frozenset({"b", "a"}), ["a", "b"]),
        (Period(date(2020, 1, 1), None), {"from": "2020-01-01", "until": None}),
        (Text("oui", "yes"), {"fr": "oui", "en": "yes"}),
        (Count(least=1, most=2), {"least": 1, "most": 2}),
        (Person(id="a", name="A"), {"kind": "person", "id": "a", "name": "A"}),
        (Membership(member=Person(id="a")), {"kind": "membership", "id": "a", "name": {"unknown": True}}),
        (Bare(), {"kind": "bare", "id": None, "name": None}),
    ],
)
def test_values_of_facts_are_plain(value: Any, plain: Any) -> None:
    assert plain_value(value) == plain


def test_a_reference_of_what_has_no_name() -> None:
    assert reference(ProjetDeSante()) == {"kind": "projetdesante", "id": None, "name": None}
