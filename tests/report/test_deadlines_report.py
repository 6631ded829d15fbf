"""Deadlines and the dossier to send as people read them."""

from datetime import date
from typing import Any

import attrs
import pytest

from cpts_model import UNKNOWN
from cpts_model.engine.observe import Fact
from cpts_model.engine.text import LANGS, Lang, Text
from cpts_model.facts.contracts import ContratACI
from cpts_model.facts.missions import Mission
from cpts_model.facts.projets import OppositionGround, ProjetDeSante
from cpts_model.facts.sending import Recipient
from cpts_model.facts.structures import CDS, CPTS
from cpts_model.life.deadlines import DeadlineKind, Deadlines, deadlines
from cpts_model.life.sending import checklist
from cpts_model.report.deadlines import deadlines_report, is_overdue
from cpts_model.report.sending import checklist_report

WINDOW = {"since": date(2024, 1, 1), "until": date(2025, 12, 31)}
CONTRACT = ContratACI(
    signed_on=date(2024, 1, 31),
    signed_by_ars=True,
    ends_on=None,
    terminated_on=None,
    missions=(Mission.ACCES_AUX_SOINS,),
    progress=(),
    dialogues_held_on=(date(2024, 12, 1),),
)
PROJET = ProjetDeSante(
    transmitted_on=date(2024, 1, 10),
    received_complete_on=date(2024, 1, 15),
    validated_on=None,
    opposed_on=date(2024, 2, 1),
    opposition_notified_on=date(2024, 2, 1),
    opposition_ground=OppositionGround.OTHER,
    opposition_reasoned=True,
)
IT = CPTS(
    id="cpts-a",
    name="CPTS inventée",
    formed_on=date(2023, 1, 1),
    projet=PROJET,
    contract=CONTRACT,
    documents=(),
)


def read(subject: Any, found: Deadlines, lang: Lang = "fr", past: Any = ()) -> str:
    lines = deadlines_report(subject, found, past, **WINDOW, on=WINDOW["since"], lang=lang)
    return "\n".join(" " * line.indent + line.text for line in lines)


def test_says_the_day_what_it_is_and_on_what_text() -> None:
    text = read(IT, deadlines(IT, **WINDOW))
    assert text.startswith("CPTS inventée\nÉchéances du 01/01/2024 au 31/12/2025\n")
    assert (
        " 31/07/2024  à faire au plus tard\n   Dernier jour pour démarrer la mission « amélioration de l'accès aux soins »."
        in text
    )
    assert "Fait : non" in text
    assert "Fait : oui" in text  # the dialogue of the first year
    assert "Texte : article L1434-12 du code de la santé publique (loi, texte lu" in text
    assert "Question ouverte : opposition contestable" in text
    assert "Qui : la CPTS, l'agence régionale de santé et l'assurance maladie" in text
    assert "Condition : sauf opposition de l'agence avant ce jour" in text


def test_puts_what_is_overdue_first_and_what_nobody_said_beside_it() -> None:
    found = deadlines(IT, **WINDOW)
    late = next(one for one in found if one.done is False)
    late = attrs.evolve(late, day=date(2023, 12, 31))
    unsaid = attrs.evolve(late, done=UNKNOWN, key="autre")
    text = read(IT, Deadlines(), past=(late, unsaid))
    assert (
        text.index("En retard")
        < text.index("Échues ; on ne peut pas dire")
        < text.index("Aucune échéance datée")
    )
    assert text.count(late.title.fr) == 2
    assert text.count("Texte :") == 1  # what nobody said is told in one line


def test_does_not_hold_for_overdue_what_may_not_have_been_due() -> None:
    told = next(one for one in deadlines(IT, **WINDOW) if one.done is False)
    day = date(2024, 7, 31)
    assert told.day == day
    assert [is_overdue(told, on) for on in (day, date(2024, 8, 1))] == [False, True]
    for doubtful in (
        attrs.evolve(told, depends_on=(Fact("contract.missions", UNKNOWN, Text("missions", "missions")),)),
        attrs.evolve(told, reason=Text("question ouverte", "open question")),
    ):
        assert not is_overdue(doubtful, date(2024, 8, 1))
        text = read(IT, Deadlines(), past=(attrs.evolve(doubtful, day=date(2023, 12, 31)),))
        assert "En retard" not in text
        assert (
            "À indiquer : missions [contract.missions]" in text
            or "Question ouverte : question ouverte" in text
        )
    assert not is_overdue(attrs.evolve(told, kind=DeadlineKind.END), date(2024, 8, 1))
    assert not is_overdue(attrs.evolve(told, day=UNKNOWN), date(2024, 8, 1))


def test_says_what_is_overdue_within_the_window() -> None:
    lines = deadlines_report(IT, deadlines(IT, **WINDOW), (), **WINDOW, on=date(2024, 8, 1), lang="fr")
    assert [line.text for line in lines if "en retard" in line.text] == [
        "31/07/2024  à faire au plus tard, en retard"
    ]


def test_asks_for_what_would_date_the_rest_and_groups_it() -> None:
    text = read(CPTS(id="x"), deadlines(CPTS(id="x"), **WINDOW))
    assert "Sans date, faute d'un fait" in text
    assert text.count("À indiquer : contrat ACI [contract]\n") == 1
    assert "et 12 autres" in text
    open_question = attrs.evolve(
        IT, contract=attrs.evolve(CONTRACT, signed_on=date(2021, 1, 1), missions=(Mission.CRISE,))
    )
    assert "? Question ouverte : contrat signé avant l'avenant 2" in read(
        open_question, deadlines(open_question, **WINDOW)
    )


def test_names_a_fact_once_however_many_it_is_asked_of() -> None:
    it = attrs.evolve(IT, contract=attrs.evolve(CONTRACT, ends_on=UNKNOWN))
    text = read(it, deadlines(it, **WINDOW))
    assert (
        "À confirmer, selon ce que le dossier ne dit pas : terme du contrat (premier jour hors contrat) [contract.ends_on]\n"
        in text
    )


@pytest.mark.parametrize("lang", LANGS)
def test_speaks_both_languages(lang: Lang) -> None:
    for subject in (IT, CPTS(id="x"), CDS(id="y", opened_on=date(2010, 1, 1))):
        found = deadlines(subject, **WINDOW)
        text = read(subject, found, lang)
        for one in found:
            assert one.title.to(lang) in text
        for recipient in Recipient:
            if isinstance(subject, CPTS):
                asked = checklist(subject, recipient=recipient, on=date(2024, 6, 1))
                shown = "\n".join(line.text for line in checklist_report(subject, asked, lang))
                for item in asked.items:
                    assert item.title.to(lang) in shown


def test_a_checklist_counts_what_is_missing_first_and_details_what_is_not_there() -> None:
    asked = checklist(IT, recipient=Recipient.ARS, on=date(2024, 6, 1))
    lines = [line.text for line in checklist_report(IT, asked, "fr")]
    assert lines[:2] == ["CPTS inventée", "Dossier pour l'agence régionale de santé, au 01/06/2024"]
    assert lines[3].startswith("! 3 à faire   ? ")
    assert "manquants" not in lines[3]
    there = next(index for index, line in enumerate(lines) if line.startswith("✓"))
    assert not lines[there + 1].startswith("Demandé par")
    due = next(index for index, line in enumerate(lines) if line.startswith("! Année 1"))
    assert lines[due + 1].startswith("Demandé par")


def test_a_checklist_says_once_what_several_things_have_in_common() -> None:
    before = attrs.evolve(IT, projet=None, contract=None, seat_departement="33", letter_of_intent=None)
    asked = checklist(before, recipient=Recipient.ARS, on=date(2023, 6, 1))
    lines = [line.text for line in checklist_report(before, asked, "fr")]
    assert " manquants" in lines[3]
    assert "… 2 en attente" in lines[3]
    assert sum(line.startswith("✗ Nouvelle-Aquitaine") for line in lines) == 5
    assert sum("contenu de la lettre d'intention en Nouvelle-Aquitaine" in line for line in lines) == 1
