"""The statement of membership that a structure hands out: plain text, and a page to print."""

from collections.abc import Iterator
from datetime import date, datetime
from html import escape

import attrs

from cpts_model.engine.errors import CptsModelError
from cpts_model.engine.explain import day_in_words
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Lang, Text
from cpts_model.facts.people import Professional
from cpts_model.register.status import MembershipStatus
from cpts_model.report.visible import visible

_PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font-family: serif; font-size: 12pt; line-height: 1.5; max-width: 42em; margin: 4em auto; padding: 0 1em; }}
h1 {{ font-size: 16pt; text-align: center; margin-bottom: 2em; }}
footer {{ font-size: 9pt; margin-top: 6em; }}
@page {{ margin: 2.5cm; }}
</style>
</head>
<body>
<h1>{title}</h1>
{body}
<footer>{footer}</footer>
</body>
</html>
"""

_TITLE = Text("Attestation d'adhésion", "Statement of membership")
_TO_SIGN = Text("Nom, qualité et signature :", "Name, office and signature:")
_FOOTER = Text(
    "Établie d'après le registre des membres, pour le seul jour indiqué.",
    "Drawn up from the register of members, for the day stated and no other.",
)


class NothingToState(CptsModelError):
    """A statement was asked of what is not known: the questions say what to tell first."""

    def __init__(self, who: str, on: date, questions: tuple[Text, ...]) -> None:
        super().__init__(who, on, questions)
        self.who = who
        self.on = on
        self.questions = questions

    def __str__(self) -> str:
        asked = "; ".join(question.en for question in self.questions)
        return f"what to state of {self.who} on {self.on} is not wholly known; tell first: {asked}"


@attrs.frozen(slots=True, kw_only=True)
class Attestation:
    """A statement of membership: what it says, line by line, in one language."""

    lang: Lang
    paragraphs: tuple[str, ...]
    """The body, safe to print in a terminal; :attr:`html` escapes it."""

    @property
    def title(self) -> str:
        """What the statement is called."""
        return _TITLE.to(self.lang)

    @property
    def text(self) -> str:
        """The statement as plain text."""
        return "\n\n".join((self.title.upper(), *self.paragraphs, _FOOTER.to(self.lang))) + "\n"

    @property
    def html(self) -> str:
        """The statement as a page that stands alone, to print; what comes from the register is escaped."""
        return _PAGE.format(
            lang=self.lang,
            title=escape(self.title),
            body="\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in self.paragraphs),
            footer=escape(_FOOTER.to(self.lang)),
        )


def attestation(
    status: MembershipStatus,
    *,
    drawn_up_on: date,
    place: str | None = None,
    signatory: str | None = None,
    lang: Lang = "fr",
) -> Attestation:
    """State in writing whether somebody was an up-to-date member on a day.

    It says what the register tells and no more: a date, a college, an RPPS number or a
    period that is not told is left out.

    Raises:
        TypeError: ``drawn_up_on`` is not a plain date.
        NothingToState: membership, admission or fee is undetermined; the questions say what to ask.
        ValueError: the day of the status comes after the one the statement is drawn up on.
    """
    if not isinstance(drawn_up_on, date) or isinstance(drawn_up_on, datetime):
        raise TypeError(f"drawn_up_on= takes a datetime.date, not {drawn_up_on!r}")
    open_steps = [step for step in status.steps if step.outcome is Outcome.UNDETERMINED]
    if open_steps:
        asked = dict.fromkeys(question for step in open_steps for question in step.questions)
        raise NothingToState(status.name, status.on, tuple(asked))
    if status.on > drawn_up_on:
        raise ValueError(
            f"nobody can state on {drawn_up_on} what will be so on {status.on}: "
            "ask the status of a day that has come"
        )
    say = _french if lang == "fr" else _english
    signed = _signed(drawn_up_on, place, signatory, lang)
    return Attestation(
        lang=lang, paragraphs=tuple(visible(said) for said in (*say(status, drawn_up_on), *signed))
    )


def _who(status: MembershipStatus, lang: Lang) -> str:
    """The name as it is told, and the RPPS number where one is."""
    member = status.membership.member if status.membership else None
    if member is None or not isinstance(member.name, str):
        called = Text(
            "la personne enregistrée sous l'identifiant", "whoever is recorded under the identifier"
        )
        return f"{called.to(lang)} « {status.member_id} »"
    rpps = member.rpps if isinstance(member, Professional) else None
    number = Text(f"numéro RPPS {rpps}", f"RPPS number {rpps}")
    return f"{member.name} ({number.to(lang)})" if isinstance(rpps, str) else member.name


def _signed(drawn_up_on: date, place: str | None, signatory: str | None, lang: Lang) -> Iterator[str]:
    day = day_in_words(drawn_up_on, lang)
    if lang == "fr":
        yield f"Fait à {place}, le {day}." if place else f"Fait le {day}."
    else:
        yield f"Drawn up in {place} on {day}." if place else f"Drawn up on {day}."
    yield signatory or _TO_SIGN.to(lang)


def _decided(status: MembershipStatus) -> bool:
    return status.admission.outcome is not Outcome.VIOLATED


# --- In French


def _french(status: MembershipStatus, drawn_up_on: date) -> Iterator[str]:
    past = status.on < drawn_up_on
    day, who = day_in_words(status.on, "fr"), _who(status, "fr")
    yield f"{status.structure_name} atteste ce qui suit."
    membership = status.membership
    if membership is None or status.member is Outcome.VIOLATED:
        has = "n'avait" if past else "n'a"
        yield f"Le {day}, {who} {has} pas la qualité de membre de cette structure."
        return
    if not _decided(status):
        been = "n'était" if past else "n'est"
        yield (
            f"Le {day}, une adhésion de {who} à cette structure {'était' if past else 'est'} enregistrée, "
            f"mais l'admission {been} pas décidée comme les statuts le prévoient."
        )
        return
    since = (
        f", depuis le {day_in_words(membership.joined_on, 'fr')}"
        if isinstance(membership.joined_on, date)
        else ""
    )
    college = f", au titre du collège « {membership.college} »" if isinstance(membership.college, str) else ""
    yield f"Le {day}, {who} {'avait' if past else 'a'} la qualité de membre de cette structure{since}{college}."
    yield _fee_fr(status, past)


def _fee_fr(status: MembershipStatus, past: bool) -> str:
    if status.fee.outcome is Outcome.NOT_APPLICABLE:
        return "Aucune cotisation n'est demandée."
    if status.fee.outcome is Outcome.VIOLATED:
        been = "n'était" if past else "n'est"
        return f"À cette date, la cotisation {been} pas à jour."
    if status.cover is None:
        return "La cotisation est enregistrée comme à jour ; les jours qu'elle couvre ne sont pas indiqués."
    paid, days = status.cover.payment.paid_on, status.cover.days
    when = f", payée le {day_in_words(paid, 'fr')}," if isinstance(paid, date) else ""
    if days.start is None or days.last_day is None:
        return f"La cotisation{when} vaut sans limite de durée."
    return f"La cotisation{when} couvre la période du {day_in_words(days.start, 'fr')} au {day_in_words(days.last_day, 'fr')} inclus."


# --- In English


def _english(status: MembershipStatus, drawn_up_on: date) -> Iterator[str]:
    been = "was" if status.on < drawn_up_on else "is"
    day, who = day_in_words(status.on, "en"), _who(status, "en")
    yield f"{status.structure_name} states the following."
    membership = status.membership
    if membership is None or status.member is Outcome.VIOLATED:
        yield f"On {day}, {who} {been} not a member of this structure."
        return
    if not _decided(status):
        yield (
            f"On {day}, a membership of {who} in this structure {been} recorded, "
            f"but the admission {been} not decided as the statutes provide."
        )
        return
    since = (
        f", since {day_in_words(membership.joined_on, 'en')}"
        if isinstance(membership.joined_on, date)
        else ""
    )
    college = f", in the college “{membership.college}”" if isinstance(membership.college, str) else ""
    yield f"On {day}, {who} {been} a member of this structure{since}{college}."
    yield _fee_en(status, been)


def _fee_en(status: MembershipStatus, been: str) -> str:
    if status.fee.outcome is Outcome.NOT_APPLICABLE:
        return "No fee is asked for."
    if status.fee.outcome is Outcome.VIOLATED:
        return f"On that day the fee {been} not up to date."
    if status.cover is None:
        return "The fee is recorded as paid up; the days that it covers are not stated."
    paid, days = status.cover.payment.paid_on, status.cover.days
    when = f", paid on {day_in_words(paid, 'en')}," if isinstance(paid, date) else ""
    if days.start is None or days.last_day is None:
        return f"The fee{when} holds without limit of time."
    return f"The fee{when} covers the period from {day_in_words(days.start, 'en')} to {day_in_words(days.last_day, 'en')} inclusive."
