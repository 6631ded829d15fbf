"""Who says no: the law, or the statutes of the association."""

from collections.abc import Iterable
from enum import Enum

import attrs

from cpts_model.engine.assess import Assessment, judge
from cpts_model.engine.citations import Authority
from cpts_model.engine.errors import RuleFailed
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown
from cpts_model.engine.verdict import Verdict
from cpts_model.facts.belonging import Belonging


class Refusal(Enum):
    """Who says no to somebody who asks to join, or to another step of a membership."""

    LAW = "loi"
    STATUTES = "statuts"
    BOTH = "loi-et-statuts"
    NOBODY = "personne"
    OPEN = "indetermine"

    @property
    def label(self) -> Text:
        """Who, in words."""
        return _WHO[self][0]

    @property
    def answer(self) -> Text:
        """The answer, as a sentence."""
        return _WHO[self][1]


_WHO = {
    Refusal.LAW: (
        Text("la loi", "the law"),
        Text("La loi s'y oppose ; les statuts, non.", "The law says no; the statutes do not."),
    ),
    Refusal.STATUTES: (
        Text("les statuts", "the statutes"),
        Text(
            "La loi ne s'y oppose pas : ce sont les statuts de l'association qui s'y opposent.",
            "The law does not say no: the statutes of the association do.",
        ),
    ),
    Refusal.BOTH: (
        Text("la loi et les statuts", "the law and the statutes"),
        Text(
            "La loi et les statuts de l'association s'y opposent.",
            "The law and the statutes of the association both say no.",
        ),
    ),
    Refusal.NOBODY: (
        Text("personne", "nobody"),
        Text("Ni la loi ni les statuts ne s'y opposent.", "Neither the law nor the statutes say no."),
    ),
    Refusal.OPEN: (
        Text("on ne peut pas encore le dire", "cannot be said yet"),
        Text(
            "Rien de connu ne s'y oppose, mais tout n'est pas connu.",
            "Nothing known says no, but not everything is known.",
        ),
    ),
}

_LAW_ALONE_SO_FAR = Text(
    "La loi s'y oppose ; ce que disent les statuts n'est pas entièrement connu.",
    "The law says no; what the statutes say is not wholly known.",
)
_STATUTES_ALONE_SO_FAR = Text(
    "Les statuts de l'association s'y opposent ; au regard de la loi, tout n'est pas connu.",
    "The statutes of the association say no; as to the law, not everything is known.",
)
_NOT_READ = Text(
    "Rien de connu ne s'y oppose, mais les statuts de l'association n'ont pas été lus : les demander.",
    "Nothing known says no, but the statutes of the association were not read: ask for them.",
)


@attrs.frozen(slots=True, kw_only=True)
class WhoSaysNo:
    """Who says no, and the verdicts behind the answer."""

    who: Refusal
    text: Text
    """The answer, as a sentence."""
    law: tuple[Verdict, ...]
    """The rules of law or regulation that say no."""
    statutes: tuple[Verdict, ...]
    """The clauses that say no."""
    open: tuple[Verdict, ...]
    """The rules of either that may say no, once more is known."""
    warnings: tuple[Verdict, ...]
    """What warns and stops nothing: agreements, case law, doctrine, practice."""
    statutes_known: bool
    """Whether the statutes were read, or there are none."""


def who_says_no(assessment: Assessment) -> WhoSaysNo:
    """Who says no to a candidature (or to a departure), by the rules it was judged under.

    A right that is not open, and a duty that is somebody else's, are no refusal. A rule that is
    open and could only be met is none either.

    Raises:
        TypeError: the assessment is of a structure, and not of somebody's membership.
        ValueError: it was made without the statutes of the structure, which are known.
    """
    subject = assessment.subject
    if not isinstance(subject, Belonging):
        raise TypeError(
            f"who_says_no() takes the assessment of a Candidature, not of a {type(subject).__name__}"
        )
    statutes = subject.structure.statutes
    if isinstance(statutes, tuple) and statutes and not any(map(_is_of_statutes, assessment.law)):
        raise ValueError("assess under law_with_statutes(structure): the statutes were left out")
    law = tuple(verdict for verdict in assessment.violated if verdict.blocking)
    refusing = tuple(verdict for verdict in assessment.violated if _is_a_clause(verdict.rule))
    may_refuse = tuple(verdict for verdict in assessment.undetermined if _may_refuse(verdict))
    known = not isinstance(statutes, Unknown)
    who = _who(bool(law), bool(refusing), not known or bool(may_refuse))
    return WhoSaysNo(
        who=who,
        text=_said(who, may_refuse, known),
        law=law,
        statutes=refusing,
        open=may_refuse,
        warnings=tuple(verdict for verdict in assessment.warnings if verdict not in refusing),
        statutes_known=known,
    )


def _is_of_statutes(rule: Rule) -> bool:
    return rule.authority is Authority.STATUTES


def _is_a_clause(rule: Rule) -> bool:
    """Whether this is a clause that binds: a right that statutes give refuses nobody."""
    return _is_of_statutes(rule) and rule.modality is not Modality.PERMISSION and rule.upon is None


def _may_refuse(verdict: Verdict) -> bool:
    """Whether a rule that is left open may say no: not if, were it to bind, it would be met."""
    rule = verdict.rule
    if not (rule.blocking or _is_a_clause(rule)):
        return False
    binding = attrs.evolve(rule, applies=None)
    try:
        outcomes = judge(binding, verdict.subject, verdict.on).outcomes
    except RuleFailed:  # it cannot be asked of what it does not bind
        return True
    return outcomes[verdict.index or 0] is not Outcome.SATISFIED


def _who(law: bool, statutes: bool, undecided: bool) -> Refusal:
    if law:
        return Refusal.BOTH if statutes else Refusal.LAW
    if statutes:
        return Refusal.STATUTES
    return Refusal.OPEN if undecided else Refusal.NOBODY


def _said(who: Refusal, may_refuse: Iterable[Verdict], known: bool) -> Text:
    clauses_open = not known or any(_is_of_statutes(verdict.rule) for verdict in may_refuse)
    law_open = any(verdict.rule.blocking for verdict in may_refuse)
    if who is Refusal.LAW and clauses_open:
        return _LAW_ALONE_SO_FAR
    if who is Refusal.STATUTES and law_open:
        return _STATUTES_ALONE_SO_FAR
    if who is Refusal.OPEN and not known:
        return _NOT_READ
    return who.answer
