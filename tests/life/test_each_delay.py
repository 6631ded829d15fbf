"""Each delay of the table by two of its days: one that no month end disturbs, and one that falls on one."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from builders import generaliste, infirmier, member
from cpts_model.facts.contracts import ContratACI
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.missions import Mission
from cpts_model.facts.payments import Payment
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.structures import CDS, CPTS, MSP, SISA
from cpts_model.life.deadlines import DeadlineKind, deadlines
from cpts_model.life.deadlines.due import _OF_A_KIND

DAY = timedelta(days=1)
OBLIGATION, EFFECT, RIGHT, END = DeadlineKind
SINCE, UNTIL = date(2007, 1, 1), date(2040, 12, 31)


def sent(day: date) -> CPTS:
    """A CPTS whose complete file was received on a day, and never answered."""
    projet = ProjetDeSante(
        transmitted_on=day, received_complete_on=day, validated_on=None, opposed_on=None, withdrawn_on=None
    )
    return CPTS(id="it", projet=projet, contract=None, formed_on=day)


def validated(day: date) -> CPTS:
    """A CPTS whose projet was validated in writing on a day, long before the two months ended."""
    sent_on = day - 10 * DAY
    projet = ProjetDeSante(
        transmitted_on=sent_on,
        received_complete_on=sent_on,
        validated_on=day,
        opposed_on=None,
        withdrawn_on=None,
    )
    return CPTS(id="it", projet=projet, contract=None, formed_on=sent_on)


def formed(day: date) -> CPTS:
    return CPTS(id="it", projet=None, contract=None, formed_on=day, legal_form=LegalForm.GIP)


def _contract(day: date, ends_on: date | None = None) -> ContratACI:
    return ContratACI(
        signed_on=day,
        ends_on=ends_on,
        terminated_on=None,
        missions=tuple(Mission),
        progress=(),
        dialogues_held_on=(),
    )


def signed(day: date) -> CPTS:
    return CPTS(id="it", projet=None, contract=_contract(day), formed_on=day)


def paid(day: date) -> CPTS:
    return CPTS(id="c", contract=None, projet=None, payments=(Payment(beneficiary="p", paid_on=day),))


def below(day: date, **facts: Any) -> SISA:
    """A company left below its minimum on a day; it has one doctor and one nurse since."""
    told: dict[str, Any] = {
        "members": (
            member(generaliste("a"), associe=True),
            member(generaliste("c"), associe=True, left_on=day),
            member(infirmier("b"), associe=True),
        ),
        "salaried": (),
        "below_minimum_since": day,
        "delay_extended_until": None,
        "dissolution_requested_on": None,
        "dissolved_on": None,
    }
    return SISA(id="it", **(told | facts))


def helped(day: date) -> SISA:
    """The same, of which a salaried doctor makes up for the missing one."""
    return below(day, salaried=(generaliste("d"),))


def extended(day: date) -> SISA:
    return below(date(2024, 2, 1), delay_extended_until=day)


def without_gerant(day: date) -> SISA:
    return SISA(id="it", without_gerant_since=day)


def registered(day: date) -> SISA:
    return SISA(id="it", registered_on=day, statutes_sent_on=None)


def statutes_sent(day: date) -> SISA:
    return SISA(id="it", registered_on=None, statutes_sent_on=day)


def employing(day: date) -> SISA:
    return SISA(
        id="it", first_employment_on=day, employs_profession_with_ordre=True, registered_with_ordre_on=None
    )


def under_contract(day: date) -> MSP:
    return MSP(id="it", contract=_contract(day), legal_form=LegalForm.SCM, sisa=None)


def ending(day: date) -> MSP:
    return MSP(
        id="it", contract=_contract(date(2022, 1, 1), ends_on=day), legal_form=LegalForm.SISA, sisa=None
    )


def opened(day: date) -> CDS:
    told: dict[str, Any] = {"conformity_commitment_on": None, "agrement_on": None, "agrement_filed_on": None}
    return CDS(id="it", opened_on=day, agrement_activity=True, agrement_activity_since=day, **told)


Case = tuple[str, DeadlineKind, Callable[[date], Any], tuple[date, date | None], tuple[date, date | None]]

CASES: tuple[Case, ...] = (
    # CSP, art. L1434-12: « dans un délai de deux mois »; validated from the day after.
    ("cpts.opposition", END, sent,
     (date(2024, 1, 15), date(2024, 3, 15)), (date(2024, 12, 31), date(2025, 2, 28))),
    ("cpts.validation-reputee", EFFECT, sent,
     (date(2024, 1, 15), date(2024, 3, 16)), (date(2024, 12, 31), date(2025, 3, 1))),
    ("cpts.attestation", RIGHT, sent,
     (date(2024, 1, 15), date(2024, 3, 16)), (date(2023, 12, 31), date(2024, 3, 1))),
    # CRPA, art. L242-1: four months from the decision.
    ("cpts.retrait", END, validated,
     (date(2024, 2, 1), date(2024, 6, 1)), (date(2023, 10, 31), date(2024, 2, 29))),
    # Ordonnance 2021-584, art. 9: a year for those that were there before 14 May 2021.
    ("cpts.association", OBLIGATION, formed,
     (date(2021, 5, 13), date(2022, 5, 14)), (date(2021, 5, 14), None)),
    # The ceiling counts by civil year, those in which something was paid.
    ("cpts.plafond-indemnites/2024", END, paid,
     (date(2024, 2, 29), date(2024, 12, 31)), (date(2023, 12, 31), None)),
    # The agreement of 2019: legal months after the signature, then years by anniversary, five in all.
    ("aci-cpts.mission-demarree/acces-aux-soins", OBLIGATION, signed,
     (date(2023, 1, 10), date(2023, 7, 10)), (date(2023, 8, 31), date(2024, 2, 29))),
    ("aci-cpts.mission-demarree/crise-sanitaire", OBLIGATION, signed,
     (date(2023, 1, 10), date(2023, 7, 10)), (date(2022, 8, 31), date(2023, 2, 28))),
    ("aci-cpts.mission-demarree/parcours", OBLIGATION, signed,
     (date(2023, 1, 10), date(2024, 1, 10)), (date(2024, 2, 29), date(2025, 2, 28))),
    ("aci-cpts.mission-demarree/prevention", OBLIGATION, signed,
     (date(2023, 1, 10), date(2024, 1, 10)), (date(2024, 2, 29), date(2025, 2, 28))),
    ("aci-cpts.mission-deployee/acces-aux-soins", OBLIGATION, signed,
     (date(2023, 1, 10), date(2024, 7, 10)), (date(2022, 8, 31), date(2024, 2, 29))),
    ("aci-cpts.mission-deployee/crise-sanitaire", OBLIGATION, signed,
     (date(2023, 1, 10), date(2024, 7, 10)), (date(2023, 8, 31), date(2025, 2, 28))),
    ("aci-cpts.mission-deployee/parcours", OBLIGATION, signed,
     (date(2023, 1, 10), date(2025, 1, 10)), (date(2024, 2, 29), date(2026, 2, 28))),
    ("aci-cpts.mission-deployee/prevention", OBLIGATION, signed,
     (date(2023, 1, 10), date(2025, 1, 10)), (date(2024, 2, 29), date(2026, 2, 28))),
    ("aci-cpts.dialogue-de-gestion/1", OBLIGATION, signed,
     (date(2023, 1, 10), date(2024, 1, 9)), (date(2024, 2, 29), date(2025, 2, 27))),
    ("aci-cpts.dialogue-de-gestion/2", OBLIGATION, signed,
     (date(2023, 1, 10), date(2025, 1, 9)), (date(2024, 2, 29), date(2026, 2, 27))),
    ("aci-cpts.dialogue-de-gestion/3", OBLIGATION, signed,
     (date(2023, 1, 10), date(2026, 1, 9)), (date(2024, 2, 29), date(2027, 2, 27))),
    ("aci-cpts.dialogue-de-gestion/4", OBLIGATION, signed,
     (date(2023, 1, 10), date(2027, 1, 9)), (date(2024, 2, 29), date(2028, 2, 28))),
    ("aci-cpts.dialogue-de-gestion/5", OBLIGATION, signed,
     (date(2023, 1, 10), date(2028, 1, 9)), (date(2024, 2, 29), date(2029, 2, 27))),
    ("aci-cpts.anniversaire/2", EFFECT, signed,
     (date(2023, 1, 10), date(2024, 1, 10)), (date(2024, 2, 29), date(2025, 2, 28))),
    ("aci-cpts.anniversaire/3", EFFECT, signed,
     (date(2023, 1, 10), date(2025, 1, 10)), (date(2024, 2, 29), date(2026, 2, 28))),
    ("aci-cpts.anniversaire/4", EFFECT, signed,
     (date(2023, 1, 10), date(2026, 1, 10)), (date(2024, 2, 29), date(2027, 2, 28))),
    ("aci-cpts.anniversaire/5", EFFECT, signed,
     (date(2023, 1, 10), date(2027, 1, 10)), (date(2024, 2, 29), date(2028, 2, 29))),
    ("aci-cpts.terme", END, signed,
     (date(2023, 1, 10), date(2028, 1, 9)), (date(2024, 2, 29), date(2029, 2, 27))),
    # CSP, art. L4041-4 as of 2021 (six months), then of 2023 (three years), each with its year by right.
    ("sisa.dissolution/six-mois", RIGHT, below,
     (date(2022, 1, 10), date(2022, 7, 11)), (date(2021, 8, 31), date(2022, 3, 1))),
    ("sisa.dissolution/six-mois-et-un-an", RIGHT, helped,
     (date(2022, 1, 10), date(2023, 7, 11)), (date(2021, 8, 31), date(2023, 3, 1))),
    ("sisa.dissolution/six-mois-depuis-le-changement", RIGHT, below,
     (date(2021, 5, 13), date(2021, 11, 15)), (date(2021, 5, 14), None)),
    ("sisa.dissolution/six-mois-depuis-le-changement-et-un-an", RIGHT, helped,
     (date(2021, 5, 13), date(2022, 11, 15)), (date(2021, 5, 14), None)),
    ("sisa.dissolution/trois-ans", RIGHT, below,
     (date(2024, 1, 10), date(2027, 1, 11)), (date(2024, 2, 29), date(2027, 3, 1))),
    ("sisa.dissolution/trois-ans-et-un-an", RIGHT, helped,
     (date(2024, 1, 10), date(2028, 1, 11)), (date(2024, 2, 29), date(2028, 3, 1))),
    ("sisa.dissolution/trois-ans-depuis-le-changement", RIGHT, below,
     (date(2023, 12, 28), date(2026, 12, 30)), (date(2023, 12, 29), None)),
    ("sisa.dissolution/trois-ans-depuis-le-changement-et-un-an", RIGHT, helped,
     (date(2023, 12, 28), date(2027, 12, 30)), (date(2023, 12, 29), None)),
    ("sisa.dissolution/apres-prolongation", RIGHT, extended,
     (date(2027, 8, 1), date(2027, 8, 2)), (date(2028, 2, 29), date(2028, 3, 1))),
    ("sisa.prolongation-du-tribunal", END, extended,
     (date(2027, 8, 1), date(2027, 8, 1)), (date(2028, 2, 29), date(2028, 2, 29))),
    # Code civil, art. 1846-1: « depuis plus d'un an ».
    ("sisa.gerance", RIGHT, without_gerant,
     (date(2024, 1, 10), date(2025, 1, 11)), (date(2024, 2, 29), date(2025, 3, 1))),
    # CSP, art. L4041-7: a month before registration.
    ("sisa.statuts-transmis", OBLIGATION, registered,
     (date(2024, 1, 15), date(2023, 12, 15)), (date(2024, 2, 29), date(2024, 1, 31))),
    ("sisa.immatriculation", RIGHT, statutes_sent,
     (date(2024, 1, 15), date(2024, 2, 15)), (date(2024, 1, 31), date(2024, 2, 29))),
    # Décret 2023-617, in force on 20 July 2023: registered with the ordre before employing.
    ("sisa.inscription-ordre", OBLIGATION, employing,
     (date(2023, 7, 21), date(2023, 7, 20)), (date(2023, 7, 19), None)),
    # The practice of the ACI of the maisons de santé.
    ("msp.pratique-sisa", OBLIGATION, under_contract,
     (date(2023, 1, 10), date(2023, 7, 10)), (date(2023, 8, 31), date(2024, 2, 29))),
    ("aci-msp.liste-des-associes/2024", END, ending,
     (date(2025, 1, 1), date(2024, 12, 31)), (date(2024, 12, 31), None)),
    # CSP, art. L6323-1-11: before opening; a year for the centres that were open.
    ("cds.engagement-conformite", OBLIGATION, opened,
     (date(2024, 3, 1), date(2024, 2, 29)), (date(2018, 3, 1), None)),
    ("cds.engagement-conformite/centres-deja-ouverts", OBLIGATION, opened,
     (date(2018, 3, 1), date(2019, 3, 1)), (date(2018, 3, 2), None)),
    ("cds.engagement-conformite/centres-deja-ouverts-au-plus-tard", OBLIGATION, opened,
     (date(2018, 3, 1), date(2019, 4, 1)), (date(2018, 3, 2), None)),
    # CSP, art. L6323-1-12 as of 21 May 2023, with six months for the activities carried on already.
    ("cds.agrement", OBLIGATION, opened,
     (date(2024, 3, 1), date(2024, 2, 29)), (date(2023, 5, 20), None)),
    ("cds.agrement/demande", OBLIGATION, opened,
     (date(2023, 5, 20), date(2023, 11, 20)), (date(2023, 5, 21), None)),
)  # fmt: skip


def _each_case() -> Iterator[Any]:
    for key, kind, make, *days in CASES:
        for start, day in days:
            yield pytest.param(key, kind, make(start), day, id=f"{key} from {start}")


@pytest.mark.parametrize(("key", "kind", "subject", "day"), list(_each_case()))
def test_falls_on_its_day_and_on_no_other(
    key: str, kind: DeadlineKind, subject: Any, day: date | None
) -> None:
    found = [one for one in deadlines(subject, since=SINCE, until=UNTIL) if one.key == key]
    assert [(one.day, one.kind) for one in found] == ([] if day is None else [(day, kind)])
    if day is not None:
        assert found == [one for one in deadlines(subject, since=day, until=day) if one.key == key]
        for since, until in ((SINCE, day - DAY), (day + DAY, UNTIL)):
            assert key not in {one.key for one in deadlines(subject, since=since, until=until)}


def test_no_delay_of_the_table_is_without_its_two_days() -> None:
    of_2024 = date(2024, 1, 1), date(2024, 12, 31)
    keys = [delay.key for delays in _OF_A_KIND.values() for delay in delays(*of_2024)]
    assert len(keys) == len(set(keys))
    assert sorted(keys) == sorted(key for key, *_ in CASES)
