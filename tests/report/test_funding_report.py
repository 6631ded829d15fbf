"""The report on money: a column that adds up, what is unknown said as such, sources told once."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from cpts_model import CPTS, ESP, MSP, UNKNOWN
from cpts_model.engine.text import Lang
from cpts_model.facts.contracts import ContratACI, MissionProgress, SizeClass
from cpts_model.facts.envelopes import Envelope
from cpts_model.facts.indicateurs_msp import IndicateursMSP
from cpts_model.facts.missions import Mission
from cpts_model.life.funding import funding
from cpts_model.report.funding import funding_report

SIGNED, FIFTH, ON = date(2022, 4, 15), date(2026, 4, 15), date(2026, 11, 21)


def cpts(**told: Any) -> CPTS:
    facts: dict[str, Any] = {
        "signed_on": SIGNED,
        "ends_on": None,
        "terminated_on": None,
        "size_class": SizeClass.T3,
        "missions": (Mission.PARCOURS, Mission.CRISE),
        "progress": tuple(
            MissionProgress(mission=one, started_on=SIGNED) for one in (Mission.PARCOURS, Mission.CRISE)
        ),
        "envelopes": (),
    }
    return CPTS(id="c", name="CPTS Rive-Fictive", contract=ContratACI(**(facts | told)))


def text(subject: Any, on: date = ON, lang: Lang = "fr") -> str:
    return "\n".join(" " * line.indent + line.text for line in funding_report(funding(subject, on=on), lang))


def column(report: str) -> list[Decimal]:
    """The amounts of the table, above its rule."""
    table = report.split("─", maxsplit=1)[0]
    found = re.findall(r"^ +([\d ]+,\d\d) €  ", table, re.MULTILINE)
    return [Decimal(one.replace(" ", "").replace(",", ".")) for one in found]


def test_the_column_adds_up_to_what_is_said_below_it() -> None:
    report = text(cpts())
    assert column(report) == [75_000, 45_000, 22_500]
    assert "au moins 142 500,00 € connus ; 1 ligne inconnue" in report
    assert "en tout, au plus 187 500,00 €" in report


def test_an_unknown_line_says_why_and_what_bounds_it() -> None:
    report = text(cpts())
    after = report.split("inconnu  parcours associant plusieurs professionnels : part variable")[1]
    assert after.split("\n")[1].strip() == (
        "Connue seulement après le dialogue de gestion, selon les indicateurs atteints (au plus 45 000,00 €)."
    )


def test_every_unknown_line_is_counted() -> None:
    report = text(cpts(size_class=SizeClass.T1))
    assert "au moins 50 000,00 € connus ; 3 lignes inconnues" in report
    assert len(re.findall(r"^ +inconnu  ", report.split("─", maxsplit=1)[0], re.MULTILINE)) == 3
    assert "en tout, au plus" not in report


def test_crisis_money_and_the_ceiling_stand_below_the_total() -> None:
    total, rest = text(cpts()).split("au moins", 1)
    assert "crise grave" not in total
    assert "S'y ajoute, hors total" in rest
    assert "Plafond" in rest


def test_sources_are_told_once_and_called_by_their_number() -> None:
    report = text(cpts())
    assert report.count("Le Concours médical, novembre 2020") == 1
    assert report.count("transcription publique d'un contrat") == 1
    assert "crédit de fonctionnement [1]" in report
    assert "part fixe [2]" in report
    assert "Versements [3]" in report
    assert "[1] Le Concours médical" in report
    assert "convention, source secondaire" in report


def test_payments_are_told_by_day() -> None:
    report = text(cpts())
    # 75 % of 75 000, 45 000 and 22 500; a quarter of the two last at the next anniversary.
    assert "15/04/2026, avance de 75 % à l'anniversaire : 106 875,00 €" in report
    assert "15/04/2027, solde à l'anniversaire suivant : 16 875,00 €" in report
    assert "sans date fixée, après le dialogue de gestion : 1 montant inconnu" in report
    several = text(cpts(size_class=SizeClass.T1))
    assert "15/04/2026, avance de 75 % à l'anniversaire : 37 500,00 € + 2 montants inconnus" in several


def test_a_contract_told_in_full_has_a_total() -> None:
    envelope = Envelope(
        exercise=FIFTH,
        mission=Mission.PARCOURS,
        fixed=Decimal(40_000),
        variable_max=Decimal(9_000),
        variable_obtained=Decimal("8999.99"),
    )
    report = text(cpts(missions=(Mission.PARCOURS,), envelopes=(envelope,)))
    assert re.search(r"123 999,99 €  total$", report, re.MULTILINE)
    assert "selon le contrat, tel que le dossier l'indique" in report
    assert "s'écarte de l'accord, qui donne 45 000,00 €" in report


def test_conditions_come_before_the_lines() -> None:
    report = text(cpts(ends_on=UNKNOWN))
    assert report.index("Ces lignes supposent :") < report.index("crédit de fonctionnement")
    assert "- que le contrat coure toute l'année" in report
    alone = text(cpts(ends_on=UNKNOWN, missions=()))
    assert "75 000,00 € connus, sous les conditions dites" in alone


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (CPTS(id="c", contract=None), "Aucun financement conventionnel ce jour-là : aucun contrat ACI."),
        (CPTS(id="c"), "On ne peut pas encore le dire : le dossier ne dit pas"),
        (ESP(id="e"), "Aucun financement conventionnel ce jour-là : aucun accord"),
    ],
)
def test_where_nothing_is_paid_or_nothing_known_the_reason_is_told(subject: Any, words: str) -> None:
    report = text(subject)
    assert words in report
    assert "Versements" not in report
    assert "Sources" not in report


class TestMaisonDeSante:
    def of(self, **told: Any) -> MSP:
        reached = {
            "opening_hours": True,
            "crisis_plan": True,
            "coordination": True,
            "information_system": True,
        }
        contract = ContratACI(signed_on=date(2020, 1, 1), ends_on=None, terminated_on=None)
        indicators = IndicateursMSP(year=2025, patientele=4000, **(reached | told))
        return MSP(id="m", name="Maison Fictive", contract=contract, indicateurs=(indicators,))

    def test_points_stand_beside_the_euros(self) -> None:
        report = text(self.of(), date(2025, 6, 1))
        assert "18 900,00 €  fonction de coordination (2700 points)" in report
        assert column(report) == [700, 18_900]

    def test_indicators_not_reached_are_named_together(self) -> None:
        report = text(self.of(services_level=0, protocoles=0), date(2025, 6, 1))
        assert "Indicateurs non atteints, sans points : diversité de services, protocoles pluri" in report
        assert "0,00 €  diversité" not in report

    def test_where_nothing_is_known_no_sum_is_shown(self) -> None:
        assert "aucun montant connu ; 1 ligne inconnue" in text(self.of(), date(2024, 6, 1))
        assert "au moins 0,00" not in text(self.of(), date(2024, 6, 1))


def test_speaks_english() -> None:
    report = text(cpts(), lang="en")
    assert "€75,000.00  functioning credit [1]" in report
    assert "at least €142,500.00 known; 1 line unknown" in report
    assert "inconnu" not in report


def test_french_keeps_its_space_before_double_punctuation_and_no_sentence_is_doubly_ended() -> None:
    for subject in (cpts(), cpts(ends_on=UNKNOWN, size_class=SizeClass.T1), CPTS(id="c")):
        report = text(subject)
        assert not re.search(r"\w[;:!?](\s|$)", report)
        assert not re.search(r"\.\.", report)
