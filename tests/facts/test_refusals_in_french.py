"""What facts refuse, in French: the sentences that are put together from what was told, and how they are."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from cpts_model import CPTS, SISA, UNKNOWN, LegalForm, Membership, Professional
from cpts_model.engine.text import Text
from cpts_model.facts.checks import BadFact, departement
from cpts_model.facts.colleges import College
from cpts_model.facts.envelopes import Envelope
from cpts_model.facts.missions import Mission
from cpts_model.facts.nomenclature import by_role
from cpts_model.facts.wording import in_both, joined, meant, one_of

ANA = Professional(id="ana", name="Ana Inventée")


def doubled() -> CPTS:
    twice = (
        Membership(member=ANA, joined_on=date(2020, 1, 1)),
        Membership(member=ANA, joined_on=date(2021, 1, 1)),
    )
    return CPTS(id="c", members=twice)


def dissolved(**asked: Any) -> SISA:
    return SISA(id="s", dissolved_on=date(2024, 5, 2), **asked)


@pytest.mark.parametrize(
    ("build", "said"),
    [
        (lambda: departement("seat_departement", "20"), "'20' n'est pas un code de département : écrire 01 à 95 (Corse : 2A, 2B), ou 971 à 988 outre-mer"),
        (lambda: departement("seat_departement", "1"), "'1' n'est pas un code de département : écrire 01"),
        (lambda: College(name="usagers", deliberative=True, votes=0), "avec voix délibérative, mais 0 voix : n'indiquer que l'un des deux"),
        (lambda: College(name="usagers", deliberative=False, votes=3), "sans voix délibérative, mais 3 voix : n'indiquer que l'un des deux"),
        (lambda: Envelope(mission=Mission.ACCES_AUX_SOINS, exercise=date(2024, 1, 1), variable_max=Decimal(10), variable_obtained=Decimal(11)), "11 dépasse le maximum du contrat, 10"),
        (lambda: Envelope(mission=Mission.ACCES_AUX_SOINS, exercise=date(2024, 1, 1), variable_max=None, variable_obtained=Decimal(1)), "1 dépasse le maximum du contrat, 0"),
        (doubled, "'ana' est déjà membre (members[0]) ; indiquer quand l'adhésion précédente a pris fin, ou retirer l'une des deux"),
        (lambda: dissolved(dissolution_requested_on=None), "dissoute le 2024-05-02, et dissolution jamais demandée : indiquer quel jour, antérieur, elle a été demandée, ou ne pas l'indiquer"),
        (lambda: dissolved(dissolution_requested_on=date(2024, 5, 3)), "dissoute le 2024-05-02, et dissolution demandée le 2024-05-03 : indiquer quel jour, antérieur, elle a été demandée, ou ne pas l'indiquer"),
        (lambda: CPTS(id="c", legal_form=4), "4 n'est pas du type LegalForm"),  # type: ignore[arg-type]
        (lambda: Membership(member=4), "4 n'est pas du type Organisation ou Person ou Professional"),  # type: ignore[arg-type]
    ],
    ids=[str(place) for place in range(11)],
)  # fmt: skip
def test_what_is_refused_is_said_in_french(build: Callable[[], object], said: str) -> None:
    with pytest.raises(BadFact) as refused:
        build()
    assert refused.value.words.fr == said


def test_a_fact_that_every_such_thing_has_is_never_unknown() -> None:
    with pytest.raises(BadFact):
        Professional(id=UNKNOWN)  # type: ignore[arg-type]
    assert CPTS(id="c", legal_form=UNKNOWN).legal_form is UNKNOWN
    assert CPTS(id="c", legal_form=LegalForm.SISA).legal_form is LegalForm.SISA


def test_a_profession_recorded_by_its_role_is_an_actor_by_role() -> None:
    assert by_role("x", "y").label == "Acteur participant au système de santé caractérisé par rôle"


def test_words_are_put_together_in_both_languages() -> None:
    assert in_both("INSEE") == Text("INSEE", "INSEE")
    assert in_both(Text("a", "b")) == Text("a", "b")
    assert joined(Text("a", "b"), None, Text(" c", " d")) == Text("a c", "b d")
    assert one_of(["x", "y"]) == Text("'x' ou 'y'", "'x' or 'y'")
    assert meant(()) is None
    assert meant(("x", "y")) == Text(" : vouliez-vous dire 'x' ou 'y' ?", "; did you mean 'x' or 'y'?")
