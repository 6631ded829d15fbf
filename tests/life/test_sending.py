"""The dossier to send: what each recipient asks of a CPTS on a day, and where each thing stands."""

from datetime import date
from typing import Any

import attrs
import pytest

from cpts_model import UNKNOWN, Authority, Evidence
from cpts_model.engine.text import LANGS
from cpts_model.facts.contracts import ContratACI
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.projets import DiagnosticTerritorial, OppositionGround, ProjetDeSante
from cpts_model.facts.sending import DocumentKind, LetterOfIntent, Recipient, SentDocument
from cpts_model.facts.structures import CPTS
from cpts_model.facts.territories import Territory
from cpts_model.life.sending import Checklist, Item, ItemState, Region, Section, checklist
from world import RandomChoices, World, masked

ARS, FUND = Recipient.ARS, Recipient.ASSURANCE_MALADIE
THERE, DUE, MISSING, OPEN = ItemState.THERE, ItemState.DUE, ItemState.MISSING, ItemState.UNKNOWN
PENDING = ItemState.PENDING


def projet(**facts: Any) -> ProjetDeSante:
    told: dict[str, Any] = {
        "drawn_up_by_members": True,
        "transmitted_on": date(2024, 1, 10),
        "received_complete_on": date(2024, 1, 15),
        "validated_on": None,
        "opposed_on": None,
        "withdrawn_on": None,
        "territory": Territory(communes=("33063",)),
        "diagnostic": DiagnosticTerritorial(done_on=date(2023, 10, 1), quantitative=True, qualitative=True),
    }
    return ProjetDeSante(**(told | facts))


def contract(**facts: Any) -> ContratACI:
    told: dict[str, Any] = {
        "signed_on": date(2024, 6, 15),
        "signed_by_ars": True,
        "signed_by_assurance_maladie": False,
        "ends_on": None,
        "terminated_on": None,
        "missions": (),
        "progress": (),
        "dialogues_held_on": (),
    }
    return ContratACI(**(told | facts))


def cpts(**facts: Any) -> CPTS:
    told: dict[str, Any] = {
        "formed_on": date(2023, 5, 1),
        "legal_form": LegalForm.ASSOCIATION,
        "seat_departement": "33",
        "projet": projet(),
        "contract": None,
        "letter_of_intent": None,
        "documents": (),
    }
    return CPTS(id="cpts-a", **(told | facts))


def ask(it: CPTS, on: date, to: Recipient = ARS, region: Region | None = None) -> Checklist:
    return checklist(it, recipient=to, on=on, region=region)


def states(found: Checklist) -> dict[str, ItemState]:
    return {item.key: item.state for item in found.items}


def item(found: Checklist, key: str) -> Item:
    return next(one for one in found.items if one.key == key)


class TestTheLetterOfIntent:
    BEFORE = date(2023, 6, 1)

    @pytest.mark.parametrize(("region", "asked"), [(Region.NOUVELLE_AQUITAINE, 5), (Region.NORMANDIE, 7)])
    def test_states_five_things_in_one_region_and_seven_in_the_other(
        self, region: Region, asked: int
    ) -> None:
        found = ask(cpts(), self.BEFORE, region=region)
        of_the_region = [
            one for one in found.of(Section.LETTER) if one.key.startswith(f"lettre.{region.value}/")
        ]
        assert len(of_the_region) == asked
        assert len(found.of(Section.LETTER)) == asked + 1  # and it is sent
        assert all(one.state is MISSING for one in of_the_region)
        assert {one.basis.authority for one in of_the_region} == {Authority.PRACTICE}

    @pytest.mark.parametrize(
        ("seat", "region", "asked"),
        [
            ("33", Region.NOUVELLE_AQUITAINE, 5),
            ("79", Region.NOUVELLE_AQUITAINE, 5),
            ("14", Region.NORMANDIE, 7),
            ("75", None, 0),  # no page of its region was read: that of another is not held against it
        ],
    )
    def test_is_that_of_the_region_of_the_seat(self, seat: str, region: Region | None, asked: int) -> None:
        found = ask(cpts(seat_departement=seat), self.BEFORE).of(Section.LETTER)
        assert len(found) == asked + 1
        assert all(one.state is MISSING for one in found)
        assert {one.key.split("/")[0] for one in found[:-1]} == (
            {f"lettre.{region.value}"} if region else set()
        )

    def test_of_a_seat_that_is_not_told_is_to_be_checked_not_missing(self) -> None:
        it = cpts(seat_departement=UNKNOWN, letter_of_intent=LetterOfIntent(territory=True, calendar=False))
        found = ask(it, self.BEFORE)
        assert len(found.of(Section.LETTER)) == 5 + 7 + 1
        for region in Region:
            assert states(found)[f"lettre.{region.value}/territory"] is THERE
            calendar = item(found, f"lettre.{region.value}/calendar")
            assert calendar.state is OPEN
            assert [fact.path for fact in calendar.depends_on] == ["seat_departement"]
        unsaid = item(found, "lettre.normandie/means").depends_on
        assert [fact.path for fact in unsaid] == ["letter_of_intent.means", "seat_departement"]

    def test_of_a_region_that_is_chosen_is_shown_even_once_the_projet_is_sent(self) -> None:
        it = cpts(letter_of_intent=LetterOfIntent(territory=True))
        found = states(ask(it, date(2024, 1, 20), region=Region.NOUVELLE_AQUITAINE))
        assert found["lettre.nouvelle-aquitaine/territory"] is THERE
        assert not ask(it, date(2024, 1, 20)).of(Section.LETTER)

    def test_no_departement_is_of_two_regions(self) -> None:
        assert not Region.NOUVELLE_AQUITAINE.departements & Region.NORMANDIE.departements
        assert [len(region.departements) for region in Region] == [12, 5]

    def test_is_read_item_by_item(self) -> None:
        it = cpts(letter_of_intent=LetterOfIntent(territory=True, calendar=False))
        found = states(ask(it, self.BEFORE, region=Region.NOUVELLE_AQUITAINE))
        assert found["lettre.nouvelle-aquitaine/territory"] is THERE
        assert found["lettre.nouvelle-aquitaine/calendar"] is MISSING
        assert found["lettre.nouvelle-aquitaine/actors"] is OPEN

    @pytest.mark.parametrize(
        ("document", "state"),
        [
            (
                SentDocument(kind=DocumentKind.LETTRE_D_INTENTION, recipient=ARS, sent_on=date(2023, 6, 1)),
                THERE,
            ),
            (
                SentDocument(kind=DocumentKind.LETTRE_D_INTENTION, recipient=ARS, sent_on=date(2023, 6, 2)),
                MISSING,
            ),
            (SentDocument(kind=DocumentKind.LETTRE_D_INTENTION, recipient=ARS, sent_on=None), MISSING),
            (
                SentDocument(kind=DocumentKind.LETTRE_D_INTENTION, recipient=FUND, sent_on=date(2023, 1, 1)),
                MISSING,
            ),
            (SentDocument(kind=DocumentKind.OTHER, recipient=ARS, sent_on=date(2023, 1, 1)), MISSING),
            (SentDocument(kind=DocumentKind.LETTRE_D_INTENTION, recipient=ARS), OPEN),
            (SentDocument(recipient=ARS, sent_on=date(2023, 1, 1)), OPEN),
            (SentDocument(kind=DocumentKind.LETTRE_D_INTENTION, sent_on=date(2023, 1, 1)), OPEN),
        ],
    )
    def test_is_sent_or_not(self, document: SentDocument, state: ItemState) -> None:
        assert states(ask(cpts(documents=(document,)), self.BEFORE))["lettre.envoyee"] is state

    def test_is_for_the_agency_and_for_the_time_before_the_projet(self) -> None:
        assert not ask(cpts(), self.BEFORE, to=FUND).of(Section.LETTER)
        assert ask(cpts(), date(2024, 1, 9)).of(Section.LETTER)
        assert not ask(cpts(), date(2024, 1, 10)).of(Section.LETTER)
        assert not ask(cpts(projet=UNKNOWN, contract=contract()), date(2024, 7, 1)).of(Section.LETTER)
        assert ask(cpts(projet=UNKNOWN, contract=UNKNOWN), date(2024, 7, 1)).of(Section.LETTER)


class TestTheProjet:
    def test_is_asked_for_by_law_and_its_diagnosis_by_practice(self) -> None:
        found = ask(cpts(), date(2024, 1, 20))
        assert [one.state for one in found.of(Section.PROJET)] == [THERE] * 5
        authorities = {one.key: one.basis.authority for one in found.of(Section.PROJET)}
        assert authorities["cpts.projet-transmis"] is Authority.LAW
        assert authorities["projet.diagnostic"] is Authority.PRACTICE
        assert "à vérifier à la main" in item(found, "projet.diagnostic").note.fr  # type: ignore[union-attr]

    def test_is_asked_of_the_agency_alone_and_until_the_contract_is_signed(self) -> None:
        assert not ask(cpts(), date(2024, 1, 20), to=FUND).of(Section.PROJET)
        assert ask(cpts(contract=contract()), date(2024, 6, 14)).of(Section.PROJET)
        assert not ask(cpts(contract=contract()), date(2024, 6, 15)).of(Section.PROJET)

    def test_lacks_what_is_not_there(self) -> None:
        bare = projet(
            drawn_up_by_members=False,
            territory=None,
            diagnostic=None,
            received_complete_on=None,
            transmitted_on=None,
        )
        found = states(ask(cpts(projet=bare), date(2024, 1, 20)))
        assert {key for key, state in found.items() if state is MISSING} >= {
            "cpts.projet-formalise",
            "cpts.projet-territoire",
            "cpts.projet-transmis",
            "projet.diagnostic",
            "projet.dossier-complet",
        }
        assert set(states(ask(cpts(projet=None), date(2024, 1, 20))).values()) == {MISSING, PENDING, THERE}

    def test_puts_the_two_months_of_the_agency_in_the_calendar(self) -> None:
        found = ask(cpts(), date(2024, 1, 20))
        assert [(one.key, one.day) for one in found.deadlines] == [
            ("cpts.opposition", date(2024, 3, 15)),
            ("cpts.validation-reputee", date(2024, 3, 16)),
        ]
        assert [one.key for one in ask(cpts(), date(2024, 3, 16)).deadlines] == ["cpts.validation-reputee"]
        assert not ask(cpts(), date(2024, 3, 17)).deadlines
        assert not ask(cpts(), date(2024, 1, 20), to=FUND).deadlines

    def test_of_before_the_law_is_asked_for_by_practice_alone(self) -> None:
        found = states(ask(cpts(), date(2015, 1, 1)))
        assert "cpts.projet-transmis" not in found
        assert "cpts.association" not in found
        assert "contrat.projet-valide" not in found


class TestTheContract:
    def test_supposes_a_validated_projet_and_an_association(self) -> None:
        for on, state in ((date(2024, 3, 15), PENDING), (date(2024, 3, 16), THERE)):
            assert states(ask(cpts(), on))["contrat.projet-valide"] is state
        assert states(ask(cpts(legal_form=LegalForm.SISA), date(2024, 4, 1)))["cpts.association"] is MISSING
        older = cpts(formed_on=date(2020, 1, 1), legal_form=None)
        assert "cpts.association" not in states(ask(older, date(2022, 5, 14)))
        assert states(ask(older, date(2022, 5, 15)))["cpts.association"] is MISSING

    @pytest.mark.parametrize(
        ("told", "state"),
        [
            ({}, PENDING),
            ({"transmitted_on": None, "received_complete_on": None}, PENDING),
            ({"received_complete_on": date(2024, 3, 1)}, PENDING),
            ({"validated_on": date(2024, 2, 1)}, THERE),
            (
                {
                    "validated_on": date(2024, 2, 1),
                    "withdrawn_on": date(2024, 2, 2),
                    "withdrawn_as_unlawful": True,
                },
                MISSING,
            ),
            (
                {
                    "opposed_on": date(2024, 2, 1),
                    "opposition_notified_on": date(2024, 2, 1),
                    "opposition_ground": OppositionGround.PRS_OBJECTIVES,
                    "opposition_reasoned": True,
                },
                MISSING,
            ),
            ({"opposed_on": UNKNOWN}, OPEN),
            ({"validated_on": UNKNOWN}, OPEN),
        ],
    )
    def test_waits_for_the_agency_while_its_two_months_may_run(
        self, told: dict[str, Any], state: ItemState
    ) -> None:
        found = ask(cpts(projet=projet(**told)), date(2024, 2, 20))
        assert item(found, "contrat.projet-valide").state is state
        assert found.pending == tuple(one for one in found.items if one.state is PENDING)

    def test_says_from_which_day_the_silence_of_the_agency_validates(self) -> None:
        waiting = item(ask(cpts(), date(2024, 1, 20)), "contrat.projet-valide")
        assert waiting.awaited is not None
        assert waiting.awaited.day == date(2024, 3, 16)
        assert any(line.startswith("Le 16/03/2024 (sauf opposition") for line in waiting.details("fr"))
        unsent = item(ask(cpts(projet=None), date(2024, 1, 20)), "contrat.projet-valide")
        assert unsent.awaited is None
        assert any(line.startswith("En attente : l'agence") for line in unsent.details("fr"))

    @pytest.mark.parametrize(("to", "key"), [(ARS, "contrat.signature-ars"), (FUND, "contrat.pieces")])
    def test_is_not_missing_before_the_projet_is_validated(self, to: Recipient, key: str) -> None:
        for on, state in ((date(2024, 3, 15), PENDING), (date(2024, 3, 16), MISSING)):
            assert states(ask(cpts(), on, to=to))[key] is state
        unsure = item(ask(cpts(projet=UNKNOWN), date(2024, 3, 16), to=to), key)
        assert unsure.state is OPEN
        assert [fact.path for fact in unsure.depends_on] == ["projet"]

    def test_is_a_choice(self) -> None:
        note = item(ask(cpts(), date(2024, 4, 1)), "contrat.signature-ars").note
        assert note is not None
        assert "une faculté, non une obligation" in note.fr

    def test_is_signed_by_each_on_its_side(self) -> None:
        it = cpts(contract=contract())
        assert states(ask(it, date(2024, 7, 1)))["contrat.signature-ars"] is THERE
        assert states(ask(it, date(2024, 7, 1), to=FUND))["contrat.signature-assurance-maladie"] is MISSING
        assert states(ask(it, date(2024, 6, 14)))["contrat.signature-ars"] is MISSING
        assert states(ask(cpts(), date(2024, 7, 1)))["contrat.signature-ars"] is MISSING

    def test_comes_with_documents_of_which_the_list_was_not_found(self) -> None:
        sent = SentDocument(kind=DocumentKind.PIECES_DU_CONTRAT, recipient=FUND, sent_on=date(2024, 6, 20))
        it = cpts(contract=contract(), documents=(sent,))
        found = ask(it, date(2024, 6, 20), to=FUND)
        assert item(found, "contrat.pieces").state is THERE
        assert states(ask(it, date(2024, 6, 19), to=FUND))["contrat.pieces"] is MISSING
        assert "contrat.pieces" not in states(ask(it, date(2024, 6, 20)))
        assert "n'a pas été trouvée" in item(found, "contrat.pieces").note.fr  # type: ignore[union-attr]


def report(**facts: Any) -> SentDocument:
    told: dict[str, Any] = {
        "kind": DocumentKind.RAPPORT_D_ACTIVITE,
        "recipient": ARS,
        "sent_on": date(2025, 5, 1),
        "exercise": date(2024, 6, 15),
    }
    return SentDocument(**(told | facts))


class TestEachYear:
    def test_what_is_asked_is_to_do_until_the_anniversary_and_missing_after(self) -> None:
        it = cpts(contract=contract())
        for on, state in ((date(2025, 6, 14), DUE), (date(2025, 6, 15), MISSING)):
            found = states(ask(it, on))
            assert found["annee.rapport-d-activite/1"] is state
            assert found["annee.comptes-et-budget/1"] is state
        assert item(ask(it, date(2025, 6, 14)), "annee.rapport-d-activite/1").due.day == date(2025, 6, 14)  # type: ignore[union-attr]

    def test_the_report_is_of_the_year_and_for_the_recipient(self) -> None:
        it = cpts(contract=contract(), documents=(report(),))
        found = ask(it, date(2025, 6, 1))
        assert item(found, "annee.rapport-d-activite/1").state is THERE
        assert item(found, "annee.rapport-d-activite/1").due is None
        assert item(found, "annee.rapport-d-activite/1").basis.evidence is Evidence.SECONDARY
        assert states(ask(it, date(2025, 6, 1), to=FUND))["annee.rapport-d-activite/1"] is DUE
        assert states(ask(it, date(2025, 4, 30)))["annee.rapport-d-activite/1"] is DUE
        assert states(ask(it, date(2025, 7, 1)))["annee.rapport-d-activite/2"] is DUE
        unsaid = cpts(contract=contract(), documents=(report(exercise=UNKNOWN),))
        assert states(ask(unsaid, date(2025, 6, 1)))["annee.rapport-d-activite/1"] is OPEN
        for other in (None, date(2024, 6, 14), date(2025, 6, 15)):
            elsewhere = cpts(contract=contract(), documents=(report(exercise=other),))
            assert states(ask(elsewhere, date(2025, 6, 1)))["annee.rapport-d-activite/1"] is DUE

    def test_the_accounts_are_those_of_the_financial_year_that_begins_in_it(self) -> None:
        accounts = report(kind=DocumentKind.COMPTES_ET_BUDGET, exercise=date(2025, 1, 1))
        it = cpts(contract=contract(), documents=(accounts,))
        found = ask(it, date(2025, 6, 1))
        assert item(found, "annee.comptes-et-budget/1").state is THERE
        assert item(found, "annee.comptes-et-budget/1").basis.authority is Authority.PRACTICE

    def test_the_dialogue_is_held_in_the_year(self) -> None:
        it = cpts(contract=contract(dialogues_held_on=(date(2025, 6, 14),)))
        assert states(ask(it, date(2025, 6, 13)))["annee.dialogue-de-gestion/1"] is DUE
        assert states(ask(it, date(2025, 6, 14)))["annee.dialogue-de-gestion/1"] is THERE
        assert states(ask(it, date(2025, 6, 15)))["annee.dialogue-de-gestion/1"] is THERE
        late = cpts(contract=contract(dialogues_held_on=(date(2025, 9, 1),)))
        found = item(ask(late, date(2025, 9, 1)), "annee.dialogue-de-gestion/1")
        assert found.state is OPEN
        assert found.reason is not None
        assert any(line.startswith("Question ouverte : aucun dialogue") for line in found.details("fr"))

    def test_shows_the_year_that_runs_and_the_one_before(self) -> None:
        it = cpts(contract=contract())
        for on, years in (
            (date(2024, 6, 14), set()),
            (date(2024, 6, 15), {"1"}),
            (date(2026, 1, 1), {"1", "2"}),
            (date(2026, 6, 15), {"2", "3"}),
        ):
            shown = {one.key.partition("/")[2] for one in ask(it, on).of(Section.YEAR)}
            assert shown == years, on

    def test_leaves_out_the_years_after_the_end(self) -> None:
        it = cpts(contract=contract(terminated_on=date(2025, 9, 1)))
        assert {one.key.partition("/")[2] for one in ask(it, date(2025, 10, 1)).of(Section.YEAR)} == {"1"}

    def test_gives_the_calendar_its_dialogue_once(self) -> None:
        found = ask(cpts(contract=contract()), date(2025, 1, 1))
        assert [one.key for one in found.deadlines] == ["aci-cpts.dialogue-de-gestion/1"]


class TestTheChecklist:
    def test_sorts_everything_by_its_state(self) -> None:
        found = ask(cpts(contract=contract(), documents=UNKNOWN), date(2025, 6, 1), to=FUND)
        assert found.items == tuple(
            one for one in found.items if one in (*found.there, *found.due, *found.missing, *found.unknown)
        )
        assert len(found.items) == len(found.there) + len(found.due) + len(found.missing) + len(found.unknown)
        assert [fact.path for fact in item(found, "contrat.pieces").depends_on] == ["documents"]
        assert found.unknown

    def test_names_what_to_tell_with_its_key_in_the_dossier(self) -> None:
        asked = item(ask(cpts(legal_form=UNKNOWN), date(2024, 4, 1)), "cpts.association")
        assert "À indiquer : forme juridique [legal_form]" in list(asked.details("fr"))

    @pytest.mark.parametrize("lang", LANGS)
    def test_says_it_in_words(self, lang: Any) -> None:
        found = ask(cpts(contract=contract(ends_on=UNKNOWN)), date(2025, 6, 1))
        text = "\n".join(found.lines(lang))
        for one in found.items:
            assert one.title.to(lang) in text
            assert one.basis.to(lang) in text
            assert f"[{one.state.label.to(lang)}]" in text
        assert ("jour à confirmer" if lang == "fr" else "day to be confirmed") in text

    def test_of_one_of_whom_nothing_is_told_asks_everything(self) -> None:
        found = ask(CPTS(id="x"), date(2026, 1, 1))
        assert {one.state for one in found.items} == {OPEN}
        assert all(one.depends_on for one in found.items)

    @pytest.mark.wide
    def test_telling_more_never_flips_what_was_said(self) -> None:
        seen = 0
        for seed in range(150):
            choices = RandomChoices(seed)
            world = World(choices, steady=choices.one_of([False, True]))
            whole, on = world.structure(CPTS), world.day()
            if choices.number(0, 1):
                whole = attrs.evolve(whole, projet=projet(), contract=contract(), documents=(report(),))
                on = date(2025, 6, 1)
            part = masked(whole, choices, choices.one_of([2, 10, 40]))
            for recipient in Recipient:
                after = states(ask(whole, on, to=recipient))
                for key, state in states(ask(part, on, to=recipient)).items():
                    if state is not OPEN and key in after:
                        seen += 1
                        assert after[key] is state, (seed, key)
        assert seen > 300


@pytest.mark.parametrize("enum", [Recipient, DocumentKind, Section, ItemState, Region])
def test_every_name_has_its_words(enum: Any) -> None:
    for one in enum:
        assert one.label.fr
        assert one.label.en
