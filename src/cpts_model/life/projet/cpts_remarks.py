"""What a CPTS should know besides the state of its projet de santé: what is contestable, and what to do next."""

from collections.abc import Iterator
from datetime import date

from cpts_model.engine.citations import CRPA, Authority, Citation, Evidence
from cpts_model.engine.dates import add_months
from cpts_model.engine.explain import format_day
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import NotSettled
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.structures import CPTS
from cpts_model.law.csp_l1434_12 import opposition, retrait
from cpts_model.law.csp_l1434_12.article import READ_CRPA
from cpts_model.law.csp_l1434_12.attestation import ATTESTATION, answered_in_time, silence_may_be_attested
from cpts_model.law.csp_l1434_12.silence import (
    DELAY,
    SILENCE_SINCE,
    delay_is_over,
    expressly_validated,
    rests_on_a_statutory_ground,
    validated_by_silence,
)
from cpts_model.law.csp_l1434_12.validation import VALIDATION, projet_is_validated
from cpts_model.life.basis import Basis
from cpts_model.life.machine import Remark
from cpts_model.life.projet.events import known, surely, told_projet


def _crpa(article: str, evidence: Evidence = Evidence.VERIFIED) -> Basis:
    return Basis(
        cites=Citation(CRPA, article),
        authority=Authority.LAW,
        evidence=evidence,
        checked_on=READ_CRPA.seen_on,
        source=READ_CRPA.where,
    )


def remarks(cpts: CPTS, on: date) -> Iterator[Remark]:
    """What is known of the projet on a day and no transition decides."""
    projet = told_projet(cpts)
    if projet is None:
        return
    if on < SILENCE_SINCE:
        yield from _before_the_rule(projet, on)
        return
    yield from _on_the_delay(projet, on)
    yield from _on_the_opposition(projet, on)
    yield from _on_the_validation(cpts, projet, on)
    yield from _on_the_withdrawal(projet, on)


def _dated(fr: str, en: str, **days: date) -> Text:
    return Text(
        fr.format(**{name: format_day(day, "fr") for name, day in days.items()}),
        en.format(**{name: format_day(day, "en") for name, day in days.items()}),
    )


def _before_the_rule(projet: ProjetDeSante, on: date) -> Iterator[Remark]:
    if isinstance(projet.validated_on, date) and projet.validated_on <= on:
        yield Remark(
            text=_dated(
                "l'agence a validé le projet le {day} : une pratique, sans texte à cette date, dont les effets ne sont pas fixés par la loi.",
                "the agency validated the projet on {day}: a practice, without a text at that date; the law does not set its effects.",
                day=projet.validated_on,
            ),
            warns=True,
        )


def _on_the_delay(projet: ProjetDeSante, on: date) -> Iterator[Remark]:
    sent, received = projet.transmitted_on, projet.received_complete_on
    answered = surely(lambda: expressly_validated(projet, on)) or surely(lambda: projet.opposed_by(on))
    if answered or not isinstance(sent, date) or sent > on:
        return
    if received is None or (isinstance(received, date) and received > on):
        yield Remark(
            text=Text(
                "si l'agence n'a réclamé aucune pièce, le délai court du jour où elle a reçu le projet, et non d'un envoi ultérieur : "
                "demander l'accusé de réception, qui porte cette date.",
                "if the agency has asked for no further item, the delay runs from the day it received the projet, and not from a later "
                "sending: ask for the acknowledgement of receipt, which bears that date.",
            ),
            basis=_crpa("L114-3"),
        )
    elif isinstance(received, date) and not surely(lambda: delay_is_over(projet, on)):
        yield Remark(
            text=_dated(
                "dernier jour de l'agence pour s'opposer : le {last} (deux mois de date à date, et non soixante jours).",
                "the agency's last day to oppose: {last} (two calendar months, and not sixty days).",
                last=add_months(received, DELAY),
            ),
            basis=Basis.of(VALIDATION),
        )


def _on_the_opposition(projet: ProjetDeSante, on: date) -> Iterator[Remark]:
    signed, notified = projet.opposed_on, projet.opposition_notified_on
    if not isinstance(signed, date) or signed > on:
        return
    if surely(lambda: not projet.opposition_signed_within(DELAY)):
        yield _contestable(
            _dated(
                "l'opposition, signée le {day}, l'est après la fin des deux mois : contestable.",
                "the opposition, signed on {day}, was signed after the end of the two months: contestable.",
                day=signed,
            ),
            Basis.of(opposition.OPPOSITION_DELAI),
        )
    if surely(lambda: not rests_on_a_statutory_ground(projet)):
        yield _contestable(
            Text(
                "l'opposition ne repose sur aucun des deux motifs de l'article : contestable, et non nulle d'elle-même.",
                "the opposition rests on neither of the two grounds of the article: contestable, and not void of itself.",
            ),
            Basis.of(opposition.OPPOSITION_MOTIFS),
        )
    if surely(lambda: not projet.opposition_reasoned):
        yield _contestable(
            Text(
                "l'opposition n'est pas motivée : contestable ; en demander les motifs à l'agence.",
                "the opposition states no reasons: contestable; ask the agency for them.",
            ),
            Basis.of(opposition.OPPOSITION_MOTIVEE),
        )
    if notified is None or (isinstance(notified, date) and notified > on):
        yield Remark(
            text=_dated(
                "l'opposition, signée le {day}, n'est pas notifiée : elle n'est opposable à la CPTS qu'à compter de sa notification.",
                "the opposition, signed on {day}, is not notified: it can be invoked against the CPTS only from its notification on.",
                day=signed,
            ),
            basis=_crpa("L221-8"),
        )


def _contestable(text: Text, basis: Basis) -> Remark:
    return Remark(text=text, basis=basis, warns=True)


def _on_the_validation(cpts: CPTS, projet: ProjetDeSante, on: date) -> Iterator[Remark]:
    if surely(lambda: silence_may_be_attested(cpts, on)):
        yield Remark(text=_attestation(projet, on), basis=Basis.of(ATTESTATION))
    if not surely(lambda: projet_is_validated(cpts, on)):
        return
    last_days = _last_days_to_withdraw(projet, on)
    if last_days and on <= max(last_days):
        yield Remark(text=_may_be_withdrawn_until(*last_days), basis=Basis.of(retrait.RETRAIT))
        return
    latest = max(_counted_from_each(projet, on))
    if on > latest:
        yield Remark(
            text=_dated(
                "depuis la fin du {last}, l'agence ne peut plus retirer la validation de sa propre initiative, à part la fraude.",
                "since the end of {last} the agency may not withdraw the validation on its own motion any more, fraud apart.",
                last=latest,
            ),
            basis=Basis.of(retrait.RETRAIT),
        )


def _last_days_to_withdraw(projet: ProjetDeSante, on: date) -> tuple[date, ...]:
    """The last day by each reading; none where what is told leaves open when the projet was validated."""
    try:
        return retrait.last_days_to_withdraw(projet, on)
    except NotSettled:
        return ()


def _counted_from_each(projet: ProjetDeSante, on: date) -> Iterator[date]:
    """The last day by each validation that is certain: another one, if older, makes it no later."""
    written = surely(lambda: expressly_validated(projet, on))
    silent = surely(lambda: validated_by_silence(projet, on)) and not surely(lambda: answered_in_time(projet))
    decisions = (
        projet.validated_on if written else None,
        projet.first_day_past(DELAY) if silent else None,
    )
    return (add_months(day, retrait.WITHDRAWAL_DELAY) for day in known(*decisions))


def _may_be_withdrawn_until(first: date, last: date) -> Text:
    if first == last:
        return _dated(
            "l'agence peut retirer la validation jusqu'au {last}, si elle est illégale.",
            "the agency may withdraw the validation until {last}, if it is unlawful.",
            last=last,
        )
    return _dated(
        "l'agence peut retirer la validation, si elle est illégale, jusqu'au {first}, voire jusqu'au {last} : l'article ne dit pas si la "
        "décision née du silence est prise le dernier jour des deux mois ou le lendemain.",
        "the agency may withdraw the validation, if it is unlawful, until {first}, perhaps until {last}: the article does not say whether "
        "the decision that silence makes is taken on the last day of the two months or on the next.",
        first=first,
        last=last,
    )


def _attestation(projet: ProjetDeSante, on: date) -> Text:
    asked, issued = projet.attestation_requested_on, projet.attestation_issued_on
    if isinstance(issued, date) and issued <= on:
        return _dated(
            "l'agence a attesté la validation le {day}.",
            "the agency attested the validation on {day}.",
            day=issued,
        )
    if isinstance(asked, date) and asked <= on:
        return _dated(
            "attestation demandée à l'agence le {day} : elle est de droit, sans délai fixé ; relancer l'agence si elle tarde.",
            "attestation asked of the agency on {day}: it is owed, no delay being set; remind the agency if it is slow.",
            day=asked,
        )
    return Text(
        "demander une attestation à l'agence : elle est de droit, et c'est elle qui prouve la validation.",
        "ask the agency for an attestation: it is owed, and it is what proves the validation.",
    )


def _on_the_withdrawal(projet: ProjetDeSante, on: date) -> Iterator[Remark]:
    withdrawn = projet.withdrawn_on
    if not isinstance(withdrawn, date) or withdrawn > on:
        return
    if surely(lambda: not projet.withdrawn_as_unlawful):
        yield _contestable(
            _dated(
                "le retrait du {day} n'est pas fondé sur l'illégalité de la validation : contestable.",
                "the withdrawal of {day} does not rest on the validation being unlawful: contestable.",
                day=withdrawn,
            ),
            Basis.of(retrait.RETRAIT),
        )
    if surely(lambda: not retrait.withdrawn_within_the_delay(projet, withdrawn)):
        yield _contestable(
            _dated(
                "le retrait du {day} est décidé plus de quatre mois après la validation : contestable.",
                "the withdrawal of {day} was decided more than four months after the validation: contestable.",
                day=withdrawn,
            ),
            Basis.of(retrait.RETRAIT),
        )
