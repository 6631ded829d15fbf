"""The conditions of being an up-to-date member, one by one: membership, admission, fee."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

import attrs

from cpts_model.engine.assess import judge
from cpts_model.engine.citations import Authority, Citation
from cpts_model.engine.dates import Period
from cpts_model.engine.explain import describe
from cpts_model.engine.labels import label_of
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Rule
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import UNKNOWN, NotSettled, OpenQuestion, Unknown
from cpts_model.engine.verdict import Verdict
from cpts_model.facts.belonging import Belonging, Candidature
from cpts_model.facts.exercice import AnyStructure
from cpts_model.facts.fees import FeePeriod
from cpts_model.facts.memberships import FeePayment, Membership
from cpts_model.facts.statutes import Statutes, governing
from cpts_model.law.registre import KEEPING
from cpts_model.law.statuts import law_with_statutes
from cpts_model.law.statuts.admission import ADMISSION_DECIDEE
from cpts_model.law.statuts.vote import COTISATION_A_JOUR

SATISFIED, VIOLATED = Outcome.SATISFIED, Outcome.VIOLATED
NOT_APPLICABLE, UNDETERMINED = Outcome.NOT_APPLICABLE, Outcome.UNDETERMINED

_MARKS = {SATISFIED: "✓", VIOLATED: "✗", UNDETERMINED: "?", NOT_APPLICABLE: "·"}

RUNS = Text("L'adhésion court ce jour-là.", "The membership runs on that day.")
NO_MEMBERSHIP = Text(
    "sans adhésion, la question ne se pose pas", "without a membership there is nothing to ask"
)
NO_STATUTES = Text(
    "cette structure n'a pas de statuts d'association", "this structure has no statutes of an association"
)
NO_ORGAN = Text(
    "les statuts ne soumettent l'admission à aucun organe", "the statutes put admission before no organ"
)
NO_FEE = Text("les statuts ne demandent pas de cotisation", "the statutes ask for no fee")
NO_STATUTES_READ = Text(
    "les statuts de ce jour-là ne sont pas connus", "the statutes of that day are not known"
)
SAID_PAID = Text(
    "le dossier dit la cotisation à jour, sans dire quels jours elle couvre",
    "the dossier says that the fee is paid, without saying which days it covers",
)
SAID_UNPAID = Text("le dossier dit la cotisation non payée", "the dossier says that the fee is not paid")
FEE_OPEN = Text(
    "ce qui est dit des statuts et des cotisations laisse la question ouverte",
    "what is told of the statutes and of the fees leaves the question open",
)
NO_COVER = Text("aucune cotisation enregistrée ne couvre ce jour", "no recorded fee covers the day")
ASK_STATUTES = Text(
    "les statuts de l'association, dans la version en vigueur ce jour-là",
    "the statutes of the association, in the version in force that day",
)  # fmt: skip


@attrs.frozen(slots=True, kw_only=True)
class Step:
    """One of the conditions of being an up-to-date member: what came of it, and who asks for it."""

    outcome: Outcome
    title: Text
    said: Text
    """Why, in words."""
    cites: Citation
    authority: Authority
    questions: tuple[Text, ...] = ()
    """What to ask, when it is open."""
    verdict: Verdict | None = None
    """The verdict of the statutes, where a rule of theirs was judged."""

    def line(self, lang: Lang = "fr") -> str:
        """The step in one line: condition, outcome, reason, clause."""
        colon = " : " if lang == "fr" else ": "
        return (
            f"{_MARKS[self.outcome]} {self.title.to(lang)} {self.outcome.label.to(lang).capitalize()}{colon}"
            f"{self.said.to(lang)} ({self.cites.to(lang)}, {self.authority.label.to(lang)})."
        )


@attrs.frozen(slots=True, kw_only=True)
class Cover:
    """A fee and the days over which it makes its payer up to date."""

    payment: FeePayment
    days: Period


def said(fr: str, en: str, **values: Any) -> Text:
    """A phrase in both languages, with values as each language writes them."""
    return Text(
        fr.format(**{name: describe(value, "fr") for name, value in values.items()}),
        en.format(**{name: describe(value, "en") for name, value in values.items()}),
    )


def settled(ask: Callable[[], bool]) -> tuple[Outcome, Text | None]:
    """What came of a question, and the reason where the texts themselves leave it open."""
    try:
        return (SATISFIED if ask() else VIOLATED), None
    except OpenQuestion as open_:
        return UNDETERMINED, open_.reason
    except NotSettled:
        return UNDETERMINED, None


# --- The membership


def of_the_register(outcome: Outcome, why: Text, *questions: Text) -> Step:
    """What the register itself says of a membership."""
    return Step(
        outcome=outcome,
        title=RUNS,
        said=why,
        cites=KEEPING,
        authority=Authority.PRACTICE,
        questions=questions,
    )


def running_step(structure: AnyStructure, membership: Membership, on: date) -> Step:
    """Whether a membership makes its holder a member on a day."""
    outcome, _ = settled(lambda: membership.running_on(on))
    untold = [
        name
        for name in ("joined_on", "left_on", "partner")
        if outcome is UNDETERMINED and isinstance(getattr(membership, name), Unknown)
    ]
    asked = (_question(_place(structure, membership, name), label_of(Membership, name)) for name in untold)
    return of_the_register(outcome, _dates(membership, on), *asked)


def _dates(membership: Membership, on: date) -> Text:
    joined, left, cause = membership.joined_on, membership.left_on, membership.end_cause
    if membership.partner is True:
        return Text("simple partenaire, non membre", "a partner only, not a member")
    if isinstance(left, date) and left <= on:
        if cause is None or isinstance(cause, Unknown):
            return said("l'adhésion a pris fin le {left}", "the membership ended on {left}", left=left)
        return said(
            "l'adhésion a pris fin le {left} ({cause})",
            "the membership ended on {left} ({cause})",
            left=left,
            cause=cause,
        )
    return said(
        "date d'adhésion : {joined} ; date de départ : {left}",
        "joined on: {joined}; left on: {left}",
        joined=joined,
        left=left,
    )


def _place(structure: AnyStructure, membership: Membership, field: str) -> str:
    """Where a field of a membership stands in the structure's dossier."""
    assert isinstance(structure.members, tuple)
    return f"members[{structure.members.index(membership)}].{field}"


def _question(path: str, label: Text | None) -> Text:
    called = label or Text(path, path)
    return Text(f"{called.fr} ({path})", f"{called.en} ({path})")


def without_membership(rule: Rule) -> Step:
    """A condition that is asked of members only."""
    return _of_statutes(rule, NOT_APPLICABLE, NO_MEMBERSHIP)


def _of_statutes(
    rule: Rule, outcome: Outcome, why: Text, *questions: Text, verdict: Verdict | None = None
) -> Step:
    return Step(
        outcome=outcome,
        title=rule.title,
        said=why,
        cites=rule.cites,
        authority=rule.authority,
        questions=questions if outcome is UNDETERMINED else (),
        verdict=verdict,
    )


def _judged(subject: Belonging, rule_id: str, on: date, law: Law) -> Verdict:
    """The verdict of the one rule of statutes that a step turns on."""
    rule = law_with_statutes(subject.structure, law).find(rule_id, on)
    assert rule is not None  # each version of the statutes makes one
    return next(judge(rule, subject, on).verdicts(subject, on))


def _untold(verdict: Verdict, structure: AnyStructure, membership: Membership) -> Iterable[Text]:
    """What to tell for a verdict to be settled, placed in the structure's dossier."""
    for fact in verdict.unknown:
        first, _, rest = fact.path.partition(".")
        if rest == "fee_paid" and isinstance(membership.fees, tuple):
            continue  # the fees are told one by one, and nothing else may be
        path = _place(structure, membership, rest) if first == "membership" else rest
        yield _question(path, fact.label)


# --- Admission: the statutes of the day of joining say who decides it


def admission_step(structure: AnyStructure, membership: Membership, on: date, law: Law) -> Step:
    """Whether the admission is decided, where the statutes in force at joining ask for that."""
    if structure.statutes is None:
        return _of_statutes(ADMISSION_DECIDEE, NOT_APPLICABLE, NO_STATUTES)
    versions = _at_joining(structure, membership, on)
    if not versions:
        return _of_statutes(ADMISSION_DECIDEE, UNDETERMINED, NO_STATUTES_READ, ASK_STATUTES)
    steps = [_admission_under(version, structure, membership, on, law) for version in versions]
    if len({step.outcome for step in steps}) == 1:
        return steps[-1]
    when = _question(_place(structure, membership, "joined_on"), label_of(Membership, "joined_on"))
    why = Text(
        "les statuts ont changé, et le jour de l'adhésion n'est pas connu",
        "the statutes changed, and the day of joining is not known",
    )
    return attrs.evolve(steps[-1], outcome=UNDETERMINED, said=why, questions=(when,))


def _at_joining(structure: AnyStructure, membership: Membership, on: date) -> tuple[Statutes, ...]:
    """The statutes of the day of joining: every version it may have been under, when that day is unknown."""
    versions, joined = structure.statutes, membership.joined_on
    if not isinstance(versions, tuple):
        return ()
    if isinstance(joined, Unknown):
        return tuple(one for one in versions if one.in_force_since is None or one.in_force_since <= on)
    try:
        found = governing(versions, joined)
    except NotSettled:
        return ()
    return () if found is None else (found,)


def _admission_under(
    version: Statutes, structure: AnyStructure, membership: Membership, on: date, law: Law
) -> Step:
    under = attrs.evolve(structure, statutes=(version,))
    verdict = _judged(Candidature(structure=under, membership=membership), ADMISSION_DECIDEE.id, on, law)
    if verdict.outcome is NOT_APPLICABLE:
        return _of_statutes(verdict.rule, NOT_APPLICABLE, NO_ORGAN, verdict=verdict)
    why = said(
        "admission confiée à : {organ} ; décision enregistrée le : {day}, par : {by}",
        "admission is for: {organ}; decision recorded on: {day}, by: {by}",
        organ=version.admission_by,
        day=membership.admitted_on,
        by=membership.admitted_by,
    )
    questions = _untold(verdict, structure, membership)
    return _of_statutes(verdict.rule, verdict.outcome, why, *questions, verdict=verdict)


# --- Fee: the statutes of the day asked say over which days it counts


def fee_step(
    structure: AnyStructure, membership: Membership, on: date, law: Law
) -> tuple[Step, Cover | None]:
    """Whether a fee covers a day, where one is due; and which."""
    if structure.statutes is None:
        return _of_statutes(COTISATION_A_JOUR, NOT_APPLICABLE, NO_STATUTES), None
    try:
        statutes = structure.statutes_on(on)
    except NotSettled:
        return _without_statutes(membership), None
    assert statutes is not None
    if settled(lambda: statutes.asks_a_fee)[0] is VIOLATED:
        return _of_statutes(COTISATION_A_JOUR, NOT_APPLICABLE, NO_FEE), None
    outcome, reason = settled(lambda: statutes.up_to_date(membership, on))
    cover = max(_covers(statutes, membership, on), key=_lasts, default=None) if outcome is SATISFIED else None
    why = reason or _fee_said(outcome, cover, statutes, membership)
    asked = (
        (reason,)
        if reason
        else _untold(_judged_fee(structure, _there(membership, on), on, law), structure, membership)
    )
    verdict = _judged_fee(structure, membership, on, law)
    return _of_statutes(verdict.rule, outcome, why, *asked, verdict=verdict), cover


def _judged_fee(structure: AnyStructure, membership: Membership, on: date, law: Law) -> Verdict:
    return _judged(Belonging(structure=structure, membership=membership), COTISATION_A_JOUR.id, on, law)


def _there(membership: Membership, on: date) -> Membership:
    """The membership as if it surely ran: what else keeps the fee open is asked even when that is open too."""
    return attrs.evolve(membership, joined_on=on, left_on=None, listed_on=UNKNOWN, partner=False)


def _without_statutes(membership: Membership) -> Step:
    """Whatever the statutes are, who is said to be paid up is."""
    if membership.fee_paid is True:
        return _of_statutes(COTISATION_A_JOUR, SATISFIED, SAID_PAID)
    return _of_statutes(COTISATION_A_JOUR, UNDETERMINED, NO_STATUTES_READ, ASK_STATUTES)


def _covers(statutes: Statutes, membership: Membership, on: date) -> Iterator[Cover]:
    for fee in membership.fees if isinstance(membership.fees, tuple) else ():
        try:
            days = statutes.period_covered(fee)
        except NotSettled:
            continue  # another fee covers the day
        if on in days:
            yield Cover(payment=fee, days=days)


def _lasts(cover: Cover) -> date:
    return cover.days.last_day or date.max


def _fee_said(outcome: Outcome, cover: Cover | None, statutes: Statutes, membership: Membership) -> Text:
    if outcome is UNDETERMINED:
        return FEE_OPEN
    if cover is None and isinstance(membership.fee_paid, bool):
        return SAID_PAID if membership.fee_paid else SAID_UNPAID
    if cover is None:
        return NO_COVER
    assert isinstance(statutes.period, FeePeriod)
    return said(
        "cotisation payée le : {paid} ; jours couverts : {days} ({period})",
        "fee paid on: {paid}; days covered: {days} ({period})",
        paid=cover.payment.paid_on,
        days=cover.days,
        period=statutes.period,
    )
