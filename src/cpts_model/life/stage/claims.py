"""What each clause claims: of which document, which step, taken or not."""

from collections.abc import Iterator, Sequence

import attrs

from cpts_model.facts.stages import Stage
from cpts_model.life.stage.clauses import Clause
from cpts_model.life.stage.items import Item, Other
from cpts_model.life.stage.marks import InDoubt, form_of, is_of_something_else, is_word, said_of
from cpts_model.life.stage.tells import Aspect, Tells, not_yet, of_step, of_thing, reached
from cpts_model.life.stage.words import Act, Doc, Form, Mark, Says, Step

_BY_NATURE = frozenset({Act.WRITE, Act.NEGOTIATE, Act.INSTRUCT})
"""Steps of which the name alone says that they are under way: "rédaction du projet"."""
_NOT_BEGUN = frozenset({Act.WRITE, Act.NEGOTIATE, Act.SEND, Act.START, Act.RENEW})
"""Steps that, awaited, have not begun."""
_LASTING = frozenset({Act.RENEW, Act.END})
"""Steps that, planned, say that what they end still lasts."""
_DECIDED_BY_ARS = frozenset({Act.VALIDATE, Act.REFUSE})


@attrs.frozen(slots=True, kw_only=True)
class Claim:
    """Something that a clause says."""

    doc: Doc
    step: Step | None
    aspect: Aspect | None
    tells: Tells
    places: tuple[int, ...]
    """Where its words stand."""
    at: int
    """Where the step stands or, where there is none, the rest."""

    @property
    def last(self) -> int:
        """Where its last word stands."""
        return max(self.places)


@attrs.frozen(slots=True)
class _Clause:
    """A clause, with what its marks are said of."""

    items: Sequence[Item]
    words: tuple[int, ...]
    """The documents, steps and sayings, in order."""
    marks: dict[int, list[int]]
    """A word, and the marks that are said of it."""
    planned: bool

    def is_(self, place: int) -> object:
        return self.items[place].is_

    def marked(self, place: int, *marks: Mark) -> bool:
        return any(self.is_(mark) in marks for mark in self.marks.get(place, ()))


def claims_of(items: Sequence[Item], clause: Clause) -> list[Claim]:
    """The claims of a clause.

    Raises:
        InDoubt: its words do not fit together.
    """
    words = tuple(place for place in clause if is_word(items, place))
    if any(is_of_something_else(items, place) for place in words):
        raise InDoubt
    read = _Clause(
        items=items,
        words=words,
        marks=said_of(items, clause, words),
        planned=any(items[place].is_ is Mark.PLANNED for place in clause),
    )
    claims = [*_claims(read)]
    if read.planned and sum(claim.step is not None for claim in claims) > 1:
        raise InDoubt
    _check_actors(items, clause, claims)
    return claims


def loosely(items: Sequence[Item], clause: Clause) -> list[Claim]:
    """What a clause may mean of which the words do not fit together: each step, of each document."""
    docs = [kind for place in clause if isinstance(kind := items[place].is_, Doc)] or [Doc.NOTHING]
    steps = [kind for place in clause if isinstance(kind := items[place].is_, Step)]
    several = (
        [of_step(doc, step.act, Aspect.OPEN) for doc in docs for step in steps]
        if steps
        else [of_thing(doc, absent=False, awaited=False) for doc in docs]
    )
    return [
        Claim(doc=Doc.NOTHING, step=None, aspect=None, tells=tells, places=tuple(clause), at=clause[0])
        for tells in several
    ]


def _claims(clause: _Clause) -> Iterator[Claim]:
    claimed: set[int] = set()
    shared: list[int] = []
    for order, place in enumerate(clause.words):
        kind = clause.is_(place)
        if isinstance(kind, Says):
            yield _saying(clause, place, kind)
        elif isinstance(kind, Step) and not _starts_another(clause, order):
            shared = _docs_of(clause, order, claimed, shared)
            claimed.update(shared)
            yield from _stepped(clause, place, kind, shared, begun=_is_begun(clause, order))
    for order, place in enumerate(clause.words):
        kind = clause.is_(place)
        if isinstance(kind, Doc) and place not in claimed and not _said_again(clause, order, kind):
            yield _thing(clause, place, kind)


def _starts_another(clause: _Clause, order: int) -> bool:
    """Whether this is the "engagée" of "négociation de l'ACI engagée"."""
    step = clause.is_(clause.words[order])
    return step == Step(Act.START, Form.DONE) and _noun_before(clause, order) is not None


def _noun_before(clause: _Clause, order: int) -> int | None:
    for place in reversed(clause.words[:order]):
        if isinstance(clause.is_(place), Step):
            return place if form_of(clause.items, place) is Form.NOUN else None
    return None


def _is_begun(clause: _Clause, order: int) -> bool:
    """Whether a step's name is followed by "engagée", "lancée"."""
    return any(
        _starts_another(clause, later) and _noun_before(clause, later) == clause.words[order]
        for later in range(order + 1, len(clause.words))
    )


def _docs_of(clause: _Clause, order: int, claimed: set[int], shared: list[int]) -> list[int]:
    """The documents that a step is said of: "projet validé", "signature de l'ACI", "LI et projet validés"."""
    place = clause.words[order]
    step = clause.is_(place)
    assert isinstance(step, Step)
    before = clause.words[order - 1] if order else None
    after = clause.words[order + 1] if order + 1 < len(clause.words) else None
    forward = step.form is not Form.DONE or step.act is Act.BE_SIGNATORY
    free_before = before is not None and isinstance(clause.is_(before), Doc) and before not in claimed
    if after is not None and isinstance(clause.is_(after), Doc):
        its_own = _has_its_own_step(clause, order + 1)
        if forward and not (free_before and its_own):
            return _group(clause, order + 1, +1)
        # "n'ayant pas signé l'ACI": a step denied is said of what follows it.
        if not its_own and (
            before is None or (clause.marked(place, Mark.NOT) and not isinstance(clause.is_(before), Doc))
        ):
            return _group(clause, order + 1, +1)
    if before is None:
        return []
    if isinstance(clause.is_(before), Doc):
        if forward and before in claimed:
            return []
        return _group(clause, order - 1, -1)
    return shared if isinstance(clause.is_(before), Step) and not forward else []


def _has_its_own_step(clause: _Clause, order: int) -> bool:
    """Whether the document at a place is followed by a step that is said of it."""
    rest = clause.words[order + 1 :]
    return bool(rest) and isinstance(clause.is_(rest[0]), Step)


def _group(clause: _Clause, order: int, way: int) -> list[int]:
    """A document, and those that "et" joins to it."""
    group = [clause.words[order]]
    while 0 <= order + way < len(clause.words):
        later = max(order, order + way)
        place = clause.words[order + way]
        if not isinstance(clause.is_(place), Doc) or not clause.items[clause.words[later]].joined:
            break
        group.append(place)
        order += way
    return group


def _stepped(clause: _Clause, place: int, step: Step, docs: Sequence[int], *, begun: bool) -> Iterator[Claim]:
    several: Sequence[int | None] = docs or (None,)
    for doc in several:
        what = Doc.NOTHING if doc is None else clause.is_(doc)
        assert isinstance(what, Doc)
        aspect = _aspect(clause, place, step, doc, begun=begun)
        places = {
            place,
            *clause.marks.get(place, ()),
            *(() if doc is None else (doc, *clause.marks.get(doc, ()))),
        }
        if any(clause.is_(one) in (Other.UNREAD, Other.NUMBER) for one in range(min(places), max(places))):
            raise InDoubt
        yield Claim(
            doc=what,
            step=step,
            aspect=aspect,
            tells=of_step(what, step.act, aspect),
            places=tuple(sorted(places)),
            at=place,
        )


def _aspect(clause: _Clause, place: int, step: Step, doc: int | None, *, begun: bool) -> Aspect:
    negations = sum(
        clause.is_(mark) is Mark.NOT
        for word in (place, doc)
        if word is not None
        for mark in clause.marks.get(word, ())
    )
    awaited = clause.marked(place, Mark.AWAITED) or (doc is not None and clause.marked(doc, Mark.AWAITED))
    pending = awaited or begun or clause.marked(place, Mark.UNDER_WAY)
    if negations + (pending and not clause.planned) + (step.form is Form.TO_DO) > 1:
        raise InDoubt
    if clause.planned:
        if negations:
            raise InDoubt
        return Aspect.UNDER_WAY if step.act in _LASTING else Aspect.NOT
    if negations or step.form is Form.TO_DO:
        return Aspect.NOT
    if step.form is Form.DONE:
        return Aspect.DONE
    return _aspect_of_noun(clause, place, step, awaited=awaited, pending=pending)


def _aspect_of_noun(clause: _Clause, place: int, step: Step, *, awaited: bool, pending: bool) -> Aspect:
    if clause.marked(place, Mark.OBTAINED):
        return Aspect.DONE
    if awaited and step.act in _NOT_BEGUN:
        return Aspect.NOT
    return Aspect.UNDER_WAY if pending or step.act in _BY_NATURE else Aspect.OPEN


def _saying(clause: _Clause, place: int, says: Says) -> Claim:
    """A claim of words that name a stage by themselves: "sous ACI", "en réflexion"."""
    single = says.stages[0] if len(says.stages) == 1 else None
    denied = clause.marked(place, Mark.NOT) or clause.planned
    if denied and single in (None, Stage.IDEA):
        raise InDoubt
    tells = Tells(may_be=frozenset(says.stages)) if single is None else reached(single)
    return Claim(
        doc=Doc.NOTHING,
        step=None,
        aspect=Aspect.NOT if denied else Aspect.DONE,
        tells=not_yet(single) if single is not None and denied else tells,
        places=tuple(sorted((place, *clause.marks.get(place, ())))),
        at=place,
    )


def _said_again(clause: _Clause, order: int, doc: Doc) -> bool:
    """Whether the next word says the same document again: "lettre d'intention (LI)"."""
    following = clause.words[order + 1 : order + 2]
    return bool(following) and clause.is_(following[0]) is doc


def _thing(clause: _Clause, place: int, doc: Doc) -> Claim:
    """A claim of a document of which no step is said."""
    marks = clause.marks.get(place, ())
    awaited = any(clause.is_(mark) is Mark.AWAITED and mark < place for mark in marks)
    denied = clause.marked(place, Mark.NOT) or clause.planned
    tells = of_thing(doc, absent=denied, awaited=awaited)
    running = clause.marked(place, Mark.UNDER_WAY) and doc is Doc.MISSIONS and not denied
    if running:
        tells = reached(Stage.MISSIONS_RUNNING)
    since = _since_a_date(clause, place)
    if since and doc is Doc.ACI and not marks and not clause.planned:
        tells = reached(Stage.ACI_SIGNED)
    return Claim(
        doc=doc,
        step=None,
        aspect=Aspect.NOT if denied or awaited else Aspect.DONE,
        tells=tells,
        places=tuple(sorted((place, *marks, *((place + 1,) if since else ())))),
        at=place,
    )


def _since_a_date(clause: _Clause, place: int) -> bool:
    following = [item.is_ for item in clause.items[place + 1 : place + 3]]
    return (
        len(following) == 2
        and following[0] is Mark.SINCE
        and not isinstance(following[1], Doc | Step | Says | Mark | Other)
    )


def _check_actors(items: Sequence[Item], clause: Clause, claims: Sequence[Claim]) -> None:
    """Refuse to read as the ARS's what somebody else did: "projet validé par l'assemblée générale".

    Raises:
        InDoubt: somebody else did it.
    """
    kinds = [items[place].is_ for place in clause]
    others = {kind for kind in kinds if kind in (Mark.OTHER_ACTOR, Mark.PAYER)}
    if not others or Mark.ARS in kinds:
        return
    by_them = Mark.BY in kinds
    for claim in claims:
        act = claim.step.act if claim.step else None
        decided = act in _DECIDED_BY_ARS and claim.doc is not Doc.ACI
        signed = (
            act in (Act.SIGN, Act.BE_SIGNATORY) and Mark.OTHER_ACTOR in others and Mark.PAYER not in others
        )
        if decided or signed or (act is Act.SEND and not by_them):
            raise InDoubt
