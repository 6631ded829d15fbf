"""What a step tells of the stage, by what it is said of and by whether it is taken."""

from collections.abc import Iterable, Mapping
from enum import Enum

import attrs

from cpts_model.facts.stages import Stage
from cpts_model.life.stage.words import Act, Doc

ALL = frozenset(Stage)
S = Stage


class Aspect(Enum):
    """Whether a step is taken."""

    DONE = "taken"
    UNDER_WAY = "under way, or awaited"
    NOT = "not taken, or only planned"
    OPEN = "taken or under way: the words do not say"


@attrs.frozen(slots=True, kw_only=True)
class Tells:
    """What some words tell: a stage reached, stages of which one is meant, and stages that remain possible."""

    reached: Stage | None = None
    may_be: frozenset[Stage] = frozenset()
    within: frozenset[Stage] = ALL


def reached(stage: Stage, *, below: Stage | None = None) -> Tells:
    """A stage is reached; ``below``: and no further than before that one."""
    return Tells(reached=stage, within=ALL if below is None else before(below))


def may_be(*stages: Stage) -> Tells:
    """One of several stages is meant."""
    return Tells(may_be=frozenset(stages))


def not_yet(stage: Stage) -> Tells:
    """A stage is not reached."""
    return Tells(within=before(stage))


def before(stage: Stage) -> frozenset[Stage]:
    """The stages that come before one."""
    return frozenset(one for one in Stage if one.rank < stage.rank)


_RUNNING = (S.ACI_SIGNED, S.MISSIONS_RUNNING)
_UNTIL_SENT = (S.IDEA, S.PRE_PROJET, S.LETTER_SENT, S.LETTER_VALIDATED)

_Table = Mapping[tuple[Act, Aspect], Tells]

_LETTER: _Table = {
    (Act.VALIDATE, Aspect.DONE): reached(S.LETTER_VALIDATED),
    (Act.VALIDATE, Aspect.UNDER_WAY): reached(S.LETTER_SENT, below=S.LETTER_VALIDATED),
    (Act.VALIDATE, Aspect.NOT): not_yet(S.LETTER_VALIDATED),
    (Act.SEND, Aspect.DONE): reached(S.LETTER_SENT),
    (Act.SEND, Aspect.UNDER_WAY): reached(S.PRE_PROJET, below=S.LETTER_SENT),
    (Act.SEND, Aspect.NOT): not_yet(S.LETTER_SENT),
    (Act.INSTRUCT, Aspect.UNDER_WAY): reached(S.LETTER_SENT, below=S.LETTER_VALIDATED),
    (Act.WRITE, Aspect.DONE): may_be(S.PRE_PROJET, S.LETTER_SENT),
    (Act.WRITE, Aspect.UNDER_WAY): reached(S.PRE_PROJET, below=S.LETTER_SENT),
    (Act.WRITE, Aspect.NOT): not_yet(S.LETTER_SENT),
    (Act.SIGN, Aspect.DONE): may_be(S.LETTER_SENT, S.LETTER_VALIDATED),
    (Act.SIGN, Aspect.UNDER_WAY): may_be(S.PRE_PROJET, S.LETTER_SENT),
    (Act.SIGN, Aspect.NOT): may_be(S.IDEA, S.PRE_PROJET, S.LETTER_SENT),
    (Act.REFUSE, Aspect.DONE): Tells(
        may_be=frozenset({S.PRE_PROJET, S.LETTER_SENT}), within=ALL - {S.LETTER_VALIDATED}
    ),
    (Act.DISSOLVE, Aspect.DONE): may_be(S.PRE_PROJET, S.TERMINATED),
}
_PROJET: _Table = {
    (Act.VALIDATE, Aspect.DONE): reached(S.PROJET_VALIDATED),
    (Act.VALIDATE, Aspect.UNDER_WAY): reached(S.PROJET_SENT, below=S.PROJET_VALIDATED),
    (Act.VALIDATE, Aspect.NOT): not_yet(S.PROJET_VALIDATED),
    (Act.SEND, Aspect.DONE): reached(S.PROJET_SENT),
    (Act.SEND, Aspect.UNDER_WAY): not_yet(S.PROJET_SENT),
    (Act.SEND, Aspect.NOT): not_yet(S.PROJET_SENT),
    (Act.INSTRUCT, Aspect.UNDER_WAY): reached(S.PROJET_SENT, below=S.PROJET_VALIDATED),
    (Act.WRITE, Aspect.DONE): may_be(S.LETTER_VALIDATED, S.PROJET_SENT),
    (Act.WRITE, Aspect.UNDER_WAY): not_yet(S.PROJET_SENT),
    (Act.WRITE, Aspect.NOT): not_yet(S.PROJET_SENT),
    (Act.SIGN, Aspect.DONE): may_be(S.PROJET_SENT, S.PROJET_VALIDATED, S.ACI_SIGNED),
    (Act.SIGN, Aspect.UNDER_WAY): may_be(
        S.LETTER_VALIDATED, S.PROJET_SENT, S.PROJET_VALIDATED, S.ACI_NEGOTIATION
    ),
    (Act.SIGN, Aspect.NOT): not_yet(S.ACI_SIGNED),
    (Act.BE_SIGNATORY, Aspect.DONE): may_be(S.PROJET_SENT, S.PROJET_VALIDATED, S.ACI_SIGNED),
    (Act.BE_SIGNATORY, Aspect.NOT): not_yet(S.ACI_SIGNED),
    (Act.REFUSE, Aspect.DONE): reached(S.PROJET_OPPOSED),
    (Act.REFUSE, Aspect.NOT): may_be(S.PROJET_SENT, S.PROJET_VALIDATED),
    (Act.DISSOLVE, Aspect.DONE): reached(S.TERMINATED),
}
_ACI: _Table = {
    (Act.SIGN, Aspect.DONE): reached(S.ACI_SIGNED),
    (Act.SIGN, Aspect.UNDER_WAY): reached(S.ACI_NEGOTIATION, below=S.ACI_SIGNED),
    (Act.SIGN, Aspect.NOT): not_yet(S.ACI_SIGNED),
    (Act.BE_SIGNATORY, Aspect.DONE): reached(S.ACI_SIGNED),
    (Act.BE_SIGNATORY, Aspect.NOT): not_yet(S.ACI_SIGNED),
    (Act.BE_IN_FORCE, Aspect.DONE): reached(S.ACI_SIGNED),
    (Act.BE_IN_FORCE, Aspect.NOT): may_be(*before(S.ACI_SIGNED), S.ACI_SIGNED),
    (Act.VALIDATE, Aspect.UNDER_WAY): reached(S.ACI_NEGOTIATION, below=S.ACI_SIGNED),
    (Act.VALIDATE, Aspect.NOT): not_yet(S.ACI_SIGNED),
    (Act.NEGOTIATE, Aspect.UNDER_WAY): reached(S.ACI_NEGOTIATION, below=S.ACI_SIGNED),
    (Act.NEGOTIATE, Aspect.NOT): not_yet(S.ACI_NEGOTIATION),
    (Act.INSTRUCT, Aspect.UNDER_WAY): reached(S.ACI_NEGOTIATION, below=S.ACI_SIGNED),
    (Act.WRITE, Aspect.UNDER_WAY): reached(S.ACI_NEGOTIATION, below=S.ACI_SIGNED),
    (Act.WRITE, Aspect.NOT): not_yet(S.ACI_SIGNED),
    (Act.SEND, Aspect.NOT): not_yet(S.ACI_SIGNED),
    (Act.REFUSE, Aspect.DONE): not_yet(S.ACI_SIGNED),
    (Act.RENEW, Aspect.DONE): reached(S.RENEWED),
    (Act.RENEW, Aspect.UNDER_WAY): may_be(*_RUNNING, S.RENEWED),
    (Act.RENEW, Aspect.NOT): may_be(*_RUNNING, S.TERMINATED),
    (Act.END, Aspect.DONE): reached(S.TERMINATED),
    (Act.END, Aspect.UNDER_WAY): may_be(*_RUNNING, S.RENEWED, S.TERMINATED),
    (Act.END, Aspect.NOT): may_be(*_RUNNING, S.RENEWED),
    (Act.DISSOLVE, Aspect.DONE): may_be(S.PROJET_VALIDATED, S.TERMINATED),
}
_MISSIONS: _Table = {
    (Act.START, Aspect.DONE): reached(S.MISSIONS_RUNNING),
    (Act.START, Aspect.UNDER_WAY): may_be(*_RUNNING, S.RENEWED),
    (Act.START, Aspect.NOT): not_yet(S.MISSIONS_RUNNING),
    (Act.BE_IN_FORCE, Aspect.DONE): reached(S.MISSIONS_RUNNING),
}
_PRE_PROJET: _Table = {
    (Act.WRITE, Aspect.UNDER_WAY): reached(S.PRE_PROJET),
    (Act.WRITE, Aspect.DONE): reached(S.PRE_PROJET),
    (Act.SEND, Aspect.DONE): may_be(S.PRE_PROJET, S.LETTER_SENT),
    (Act.SEND, Aspect.UNDER_WAY): reached(S.PRE_PROJET, below=S.LETTER_SENT),
    (Act.INSTRUCT, Aspect.UNDER_WAY): may_be(S.PRE_PROJET, S.LETTER_SENT),
    (Act.VALIDATE, Aspect.UNDER_WAY): may_be(S.PRE_PROJET, S.LETTER_SENT),
    (Act.VALIDATE, Aspect.DONE): may_be(S.PRE_PROJET, S.LETTER_VALIDATED),
}
_NOTHING: _Table = {
    (Act.VALIDATE, Aspect.DONE): may_be(S.LETTER_VALIDATED, S.PROJET_VALIDATED),
    (Act.VALIDATE, Aspect.UNDER_WAY): may_be(S.LETTER_SENT, S.PROJET_SENT),
    (Act.VALIDATE, Aspect.NOT): not_yet(S.PROJET_VALIDATED),
    (Act.SEND, Aspect.DONE): may_be(S.LETTER_SENT, S.PROJET_SENT),
    (Act.SEND, Aspect.UNDER_WAY): not_yet(S.PROJET_SENT),
    (Act.SEND, Aspect.NOT): not_yet(S.PROJET_SENT),
    (Act.INSTRUCT, Aspect.UNDER_WAY): may_be(S.LETTER_SENT, S.PROJET_SENT),
    (Act.WRITE, Aspect.DONE): may_be(S.PRE_PROJET, S.LETTER_SENT, S.LETTER_VALIDATED, S.PROJET_SENT),
    (Act.WRITE, Aspect.UNDER_WAY): not_yet(S.PROJET_SENT),
    (Act.WRITE, Aspect.NOT): not_yet(S.PROJET_SENT),
    (Act.SIGN, Aspect.DONE): may_be(S.LETTER_SENT, S.LETTER_VALIDATED, S.ACI_SIGNED),
    (Act.SIGN, Aspect.UNDER_WAY): may_be(S.PRE_PROJET, S.LETTER_SENT, S.ACI_NEGOTIATION),
    (Act.SIGN, Aspect.NOT): not_yet(S.ACI_SIGNED),
    (Act.BE_SIGNATORY, Aspect.DONE): may_be(S.LETTER_SENT, S.ACI_SIGNED),
    (Act.BE_SIGNATORY, Aspect.NOT): not_yet(S.ACI_SIGNED),
    (Act.NEGOTIATE, Aspect.UNDER_WAY): may_be(S.ACI_NEGOTIATION),
    (Act.NEGOTIATE, Aspect.DONE): may_be(S.ACI_NEGOTIATION, S.ACI_SIGNED),
    (Act.REFUSE, Aspect.DONE): may_be(S.PRE_PROJET, S.LETTER_SENT, S.PROJET_OPPOSED),
    (Act.REFUSE, Aspect.NOT): may_be(S.LETTER_VALIDATED, S.PROJET_SENT, S.PROJET_VALIDATED),
    (Act.RENEW, Aspect.DONE): may_be(S.RENEWED),
    (Act.RENEW, Aspect.UNDER_WAY): may_be(*_RUNNING, S.RENEWED),
    (Act.RENEW, Aspect.NOT): may_be(*_RUNNING, S.TERMINATED),
    (Act.END, Aspect.DONE): may_be(S.TERMINATED),
    (Act.END, Aspect.NOT): may_be(*_RUNNING, S.RENEWED),
    (Act.DISSOLVE, Aspect.DONE): may_be(S.TERMINATED),
    (Act.BE_IN_FORCE, Aspect.DONE): may_be(*_RUNNING, S.RENEWED),
}

_CPTS_PROJECT: _Table = {**_NOTHING, (Act.DISSOLVE, Aspect.DONE): reached(S.TERMINATED)}

_TABLES: Mapping[Doc, _Table] = {
    Doc.LETTER: _LETTER,
    Doc.PROJET: _PROJET,
    Doc.PROJECT: _PROJET,
    Doc.CPTS_PROJECT: _CPTS_PROJECT,
    Doc.ACI: _ACI,
    Doc.MISSIONS: _MISSIONS,
    Doc.PRE_PROJET: _PRE_PROJET,
    Doc.NOTHING: _NOTHING,
}

_ALONE: Mapping[Doc, Tells] = {
    Doc.LETTER: may_be(S.PRE_PROJET, S.LETTER_SENT, S.LETTER_VALIDATED),
    Doc.PROJET: may_be(S.LETTER_VALIDATED, S.PROJET_SENT, S.PROJET_VALIDATED),
    Doc.PROJECT: may_be(*_UNTIL_SENT, S.PROJET_SENT),
    Doc.CPTS_PROJECT: may_be(*_UNTIL_SENT, S.PROJET_SENT),
    Doc.ACI: may_be(S.ACI_NEGOTIATION, S.ACI_SIGNED),
    Doc.CONTRACT: may_be(S.ACI_NEGOTIATION, S.ACI_SIGNED),
    Doc.AVENANT: may_be(*_RUNNING, S.RENEWED),
    Doc.MISSIONS: may_be(*_RUNNING, S.RENEWED),
    Doc.NOTHING: Tells(),
}

_ABSENT: Mapping[Doc, Tells] = {
    Doc.LETTER: not_yet(S.LETTER_SENT),
    Doc.PROJET: not_yet(S.PROJET_SENT),
    Doc.ACI: not_yet(S.ACI_SIGNED),
    Doc.MISSIONS: not_yet(S.MISSIONS_RUNNING),
}


def of_step(doc: Doc, act: Act, aspect: Aspect) -> Tells:
    """What a step that is said of something tells."""
    if aspect is Aspect.OPEN:
        return _one_of(of_step(doc, act, Aspect.DONE), of_step(doc, act, Aspect.UNDER_WAY))
    if doc is Doc.CONTRACT:
        return _one_of(of_step(Doc.ACI, act, aspect))
    return _TABLES.get(doc, {}).get((act, aspect)) or _ALONE.get(doc, Tells())


def of_thing(doc: Doc, *, absent: bool, awaited: bool) -> Tells:
    """What something tells of which no step is said."""
    if absent or (awaited and doc in _ABSENT and doc is not Doc.MISSIONS):
        return _ABSENT.get(doc) or _ALONE.get(doc, Tells())
    if doc is Doc.PRE_PROJET:
        return reached(S.PRE_PROJET)
    return _ALONE[doc]


def _one_of(*several: Tells) -> Tells:
    """What is left when the words do not say which: any of the stages, and no bound."""
    stages: Iterable[Stage] = (
        stage for one in several for stage in ((one.reached,) if one.reached else one.may_be)
    )
    return Tells(may_be=frozenset(stages))
