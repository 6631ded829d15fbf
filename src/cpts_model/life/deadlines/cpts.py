"""The dates of a CPTS: the validation of its projet, its form, the civil years of the ceiling."""

from collections.abc import Iterator
from datetime import date
from functools import partial

import attrs

from cpts_model.engine.citations import Evidence
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, Unknown, UnknownFact, any_of, both, either
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.structures import CPTS
from cpts_model.law import pass_table
from cpts_model.law.csp_d1434_44 import IN_FORCE_SINCE, PLAFOND
from cpts_model.law.csp_l1434_12.attestation import ATTESTATION, answered_in_time
from cpts_model.law.csp_l1434_12.opposition import OPPOSITION_DELAI, THE_AGENCY
from cpts_model.law.csp_l1434_12.retrait import (
    RETRAIT,
    TAKEN_ON_WHICH_DAY,
    WITHDRAWAL_DELAY,
    last_days_to_withdraw,
)
from cpts_model.law.csp_l1434_12.silence import (
    DELAY,
    SILENCE_SINCE,
    expressly_validated,
    governed_by_the_rule,
    validated_by_silence,
)
from cpts_model.law.csp_l1434_12.validation import VALIDATION
from cpts_model.law.csp_l1434_12_1 import (
    ASSOCIATION_GRACE,
    GRACE_ENDS,
    OBLIGATION_SINCE,
    REPORTED_GRACE,
)
from cpts_model.life.basis import Basis
from cpts_model.life.deadlines import contract
from cpts_model.life.deadlines.deadline import DeadlineKind
from cpts_model.life.deadlines.delay import Delay, day_before, on_the

# --- The projet de santé: two months for the agency, then deemed validated, then four months


def complete_file_received_on(cpts: CPTS) -> date | None | Unknown:
    """The day on which the agency held the complete file; none, of a projet that was never sent."""
    projet = cpts.projet
    return None if projet is None or projet.transmitted_on is None else projet.received_complete_on


def _answered_within_the_delay(projet: ProjetDeSante | Unknown, answered: date | None | Unknown) -> bool:
    """Whether the agency answered, by one decision or the other, before the end of the two months."""
    if isinstance(answered, Unknown):
        raise UnknownFact
    return answered is not None and not projet.complete_for(DELAY, answered)


def silence_may_validate(cpts: CPTS) -> bool:
    """The agency has not validated the projet in writing, under the article, before its silence could."""
    projet = cpts.projet
    return projet is not None and either(
        lambda: projet.validated_on is None or projet.validated_on < SILENCE_SINCE,
        lambda: not _answered_within_the_delay(projet, projet.validated_on),
    )


def silence_may_be_attested(cpts: CPTS) -> bool:
    """The agency has not validated the projet in writing before its silence could: there is something to attest."""
    projet = cpts.projet
    return projet is not None and not answered_in_time(projet)


def agency_did_not_answer(cpts: CPTS) -> bool:
    """Nothing but the last day of the two months ends the power to oppose.

    Raises:
        OpenQuestion: the projet was sent before silence validated.
    """
    projet = cpts.projet
    return projet is not None and both(
        lambda: not _answered_within_the_delay(projet, projet.validated_on),
        lambda: not _answered_within_the_delay(projet, projet.opposed_on),
        lambda: governed_by_the_rule(projet),
    )


def silence_has_validated(cpts: CPTS, on: date) -> bool:
    """Whether the silence of the agency validated the projet by a day; nothing is said of a withdrawal."""
    projet = cpts.projet
    return projet is not None and validated_by_silence(projet, on)


def validated_since(cpts: CPTS) -> date | None:
    """The day of the decision that validated the projet: in writing or, where it came first, by silence.

    Raises:
        NotSettled: what is told of its days does not settle it.
    """
    projet = cpts.projet
    if projet is None:
        return None
    written = projet.validated_on
    if isinstance(written, Unknown):
        raise UnknownFact
    eve = day_before(written)
    if isinstance(eve, date) and not validated_by_silence(projet, eve):
        return written if written is not None and expressly_validated(projet, written) else None
    silent = projet.first_day_past(DELAY)
    return silent if silent is not None and validated_by_silence(projet, silent) else None


def day_of_the_decision_is_certain(cpts: CPTS) -> bool:
    """The readings of « la prise de cette décision » agree on the end of the four months.

    Raises:
        OpenQuestion: they do not: the decision is that of a silence.
        UnknownFact: what is told does not say which decision it was.
    """
    projet, taken = cpts.projet, validated_since(cpts)
    if projet is not None and taken is not None:
        stricter, other = last_days_to_withdraw(projet, taken)
        if stricter < other:
            raise OpenQuestion(TAKEN_ON_WHICH_DAY)
    return True


PROJET = (
    Delay(
        key="cpts.opposition",
        rule=OPPOSITION_DELAI.id,
        starts=complete_file_received_on,
        months=DELAY,
        kind=DeadlineKind.END,
        concerns=agency_did_not_answer,
        who=THE_AGENCY,
        title=Text(
            "Dernier jour pour l'agence régionale de santé de s'opposer au projet de santé.",
            "Last day for the ARS to oppose the projet de santé.",
        ),
        note=Text(
            "Mois légaux, comptés de la réception du dossier complet. L'article ne dit pas si l'opposition doit être signée ou "
            "notifiée dans ce délai.",
            "Legal months, counted from receipt of the complete file. The article does not say whether the opposition must be "
            "signed or notified within them.",
        ),
    ),
    Delay(
        key="cpts.validation-reputee",
        rule=VALIDATION.id,
        starts=complete_file_received_on,
        months=DELAY,
        kind=DeadlineKind.EFFECT,
        concerns=silence_may_validate,
        comes=silence_has_validated,
        title=Text(
            "Le projet de santé est réputé validé par le silence de l'agence régionale de santé.",
            "The projet de santé is deemed validated by the silence of the ARS.",
        ),
        provided=Text(
            "sauf opposition de l'agence avant ce jour, pour l'un des deux motifs de l'article",
            "unless the agency opposes it before that day, on one of the two grounds of the article",
        ),
    ),
    Delay(
        key="cpts.attestation",
        rule=ATTESTATION.id,
        starts=complete_file_received_on,
        months=DELAY,
        kind=DeadlineKind.RIGHT,
        concerns=silence_may_be_attested,
        comes=silence_has_validated,
        who=Text("la CPTS", "the CPTS"),
        title=Text(
            "La CPTS peut demander à l'agence régionale de santé l'attestation de la validation par son silence.",
            "The CPTS may ask the ARS for the attestation that its silence validated the projet.",
        ),
        provided=Text("sauf opposition de l'agence avant ce jour", "unless the agency opposes it before that day"),
    ),
    Delay(
        key="cpts.retrait",
        rule=RETRAIT.id,
        starts=validated_since,
        months=WITHDRAWAL_DELAY,
        kind=DeadlineKind.END,
        concerns=day_of_the_decision_is_certain,
        title=Text(
            "Dernier jour pour l'agence régionale de santé de retirer d'elle-même une validation illégale.",
            "Last day for the ARS to withdraw an unlawful validation on its own motion.",
        ),
        note=RETRAIT.note,
    ),
)  # fmt: skip


# --- The form of association: a year for the CPTS that were there before


def formed_before_the_obligation(cpts: CPTS) -> bool:
    """Formed before 14 May 2021."""
    return cpts.formed_on < OBLIGATION_SINCE


FORM = (
    Delay(
        key="cpts.association",
        rule=ASSOCIATION_GRACE.id,
        # The duty was read; that these CPTS had a year is reported.
        basis=attrs.evolve(Basis.of(ASSOCIATION_GRACE), evidence=Evidence.SECONDARY, source=REPORTED_GRACE.where),
        starts=on_the(GRACE_ENDS),
        kind=DeadlineKind.OBLIGATION,
        concerns=formed_before_the_obligation,
        title=Text(
            "Dernier jour pour que la CPTS constituée avant le 14 mai 2021 devienne une association.",
            "Last day for a CPTS formed before 14 May 2021 to become an association.",
        ),
    ),
)  # fmt: skip


# --- The ceiling of payments: one civil year after another


def _ceiling_note(year: int) -> Text:
    try:
        amount = f"{pass_table.pass_of(year).amount:,}"
    except OpenQuestion as not_held:
        return Text(f"{_capital(not_held.reason.fr)}.", f"{_capital(not_held.reason.en)}.")
    return Text(
        f"Plafond de l'année {year} : {amount.replace(',', ' ')} €.",
        f"Ceiling of the year {year}: €{amount}.",
    )


def _capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


def _paid_in(year: int, cpts: CPTS) -> bool:
    """Whether the CPTS paid somebody in a civil year, as far as is told: without a payment nothing is summed."""
    payments = cpts.payments
    return not isinstance(payments, Unknown) and any_of(payments, lambda one: one.paid_on.year == year)


def years_of_the_ceiling(since: date, until: date) -> Iterator[Delay]:
    """The last day of each civil year in which something was paid: what each professional receives is summed over it."""
    for year in range(max(since.year, IN_FORCE_SINCE.year), until.year + 1):
        yield Delay(
            key=f"cpts.plafond-indemnites/{year}",
            rule=PLAFOND.id,
            starts=on_the(date(year, 12, 31)),
            kind=DeadlineKind.END,
            concerns=partial(_paid_in, year),
            title=Text(
                f"Fin de l'année civile {year} : les indemnités et rémunérations versées à chaque professionnel s'apprécient sur "
                "l'année entière.",
                f"End of the civil year {year}: the indemnities and remunerations paid to each professional are looked at over the "
                "whole year.",
            ),
            note=_ceiling_note(year),
        )


def delays(since: date, until: date) -> Iterator[Delay]:
    """The delays of a CPTS, those of each year within a window."""
    yield from (*PROJET, *FORM, *contract.DELAYS)
    yield from years_of_the_ceiling(since, until)
