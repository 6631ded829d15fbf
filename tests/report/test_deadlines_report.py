"""Deadlines and the dossier to send as people read them."""

from datetime import date
from typing import Any

import attrs
import pytest

from cpts_model import UNKNOWN
from cpts_model.engine.text import LANGS, Lang
from cpts_model.facts.contracts import ContratACI
from cpts_model.facts.missions import Mission
from cpts_model.facts.projets import OppositionGround, ProjetDeSante
from cpts_model.facts.sending import Recipient
from cpts_model.facts.structures import CDS, CPTS
from cpts_model.life.deadlines import Deadlines, deadlines
from cpts_model.life.sending import checklist
from cpts_model.report.deadlines import deadlines_report
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
    lines = deadlines_report(subject, found, past, **WINDOW, lang=lang)
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
    assert "Texte : article D1434-44 du code de la santé publique (règlement" in text
    assert "Question ouverte : opposition contestable" in text
    assert "Qui : la CPTS, l'agence régionale de santé et l'assurance maladie" in text
    assert "Condition : sauf opposition de l'agence avant ce jour" in text


def test_puts_what_is_overdue_first_and_what_nobody_said_beside_it() -> None:
    found = deadlines(IT, **WINDOW)
    late = next(one for one in found if one.done is False)
    unsaid = attrs.evolve(late, done=UNKNOWN, key="autre")
    text = read(IT, Deadlines(), past=(late, unsaid))
    assert (
        text.index("En retard")
        < text.index("Échues ; le dossier ne dit pas")
        < text.index("Aucune échéance datée")
    )
    assert text.count(late.title.fr) == 2
    assert text.count("Texte :") == 1  # what nobody said is told in one line


def test_asks_for_what_would_date_the_rest_and_groups_it() -> None:
    text = read(CPTS(id="x"), deadlines(CPTS(id="x"), **WINDOW))
    assert "Sans date, faute d'un fait" in text
    assert text.count("À indiquer : contrat ACI") == 1
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
        "À confirmer, selon ce que le dossier ne dit pas : terme du contrat (premier jour hors contrat)\n"
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
    there = next(index for index, line in enumerate(lines) if line.startswith("✓"))
    assert not lines[there + 1].startswith("Demandé par")
    due = next(index for index, line in enumerate(lines) if line.startswith("! Année 1"))
    assert lines[due + 1].startswith("Demandé par")
