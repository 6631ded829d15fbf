"""The stage of a CPTS, read from the words in which an administration writes it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import attrs

from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.reading_tokens import fold
from cpts_model.facts.stages import Stage
from cpts_model.life.stage.claims import Claim, claims_of, loosely
from cpts_model.life.stage.clauses import clauses_of
from cpts_model.life.stage.dates import ReadDate
from cpts_model.life.stage.items import Item, Other, items_of
from cpts_model.life.stage.marks import InDoubt
from cpts_model.life.stage.tells import ALL, Aspect, of_step
from cpts_model.life.stage.words import Act, Doc, Form, Mark, Says, Step, meaning

LONGEST_TEXT = 300
"""A longer text is no cell of a table: it is not read."""

_DOUBTFUL_SIGNS = frozenset("?%~¿؟‽❓❔ø")
_SYMBOLS = frozenset({"Sm", "So", "Me"})
"""The Unicode categories of what may deny or colour what stands beside it: ✗, ☐, ⏳, ≠, a ring."""
_HARMLESS = frozenset("+=<>|−°©®™→⇒➔➜►▶▪■●◆★✓✔✅☑👍🟢")
"""Symbols that part, list or confirm."""
_STRUCK_OUT = re.compile("[\u0334-\u0338\u20d2\u20d3\u20d8-\u20da\u20e5\u20e6\u20eb]")
"""Letters struck out, as in a draft."""
_BLANKS = (*":=/-–—_…\\", "..")
"""What stands last where a value was left out: "ACI signé :"."""
_NOUNS_IN_MENT = (
    "developpement",
    "departement",
    "financement",
    "etablissement",
    "groupement",
    "recrutement",
    "reglement",
)
_BRANCHES = (
    frozenset({Stage.PROJET_OPPOSED, Stage.PROJET_VALIDATED}),
    frozenset({Stage.PROJET_OPPOSED, Stage.ACI_NEGOTIATION}),
    frozenset({Stage.PROJET_OPPOSED, Stage.ACI_SIGNED}),
    frozenset({Stage.RENEWED, Stage.TERMINATED}),
)
"""Stages that cannot both have been reached unless in an order that the words do not tell."""


@attrs.frozen(slots=True)
class StageWord:
    """Words of the text, and what they were taken for."""

    text: str
    meaning: Text

    def to(self, lang: Lang) -> str:
        """The words and their meaning in one line."""
        said = f"« {self.text} »" if lang == "fr" else repr(self.text)
        return f"{said} : {self.meaning.fr}" if lang == "fr" else f"{said}: {self.meaning.en}"


@attrs.frozen(slots=True, kw_only=True)
class StageReading:
    """What a text says of the stage of a CPTS.

    Where the words do not settle it, ``stage`` is UNKNOWN and ``candidates`` holds the
    stages that they may mean, in the order of the line of life; none where they mean nothing.
    """

    text: str
    stage: Stage | Unknown = UNKNOWN
    candidates: tuple[Stage, ...] = ()
    date: ReadDate | Unknown = UNKNOWN
    """The date that stands beside the words of the stage."""
    other_dates: tuple[ReadDate, ...] = ()
    """The other dates: of other steps, of plans, of reference."""
    words: tuple[StageWord, ...] = ()
    """The words that decided or, where none did, those that were understood."""
    unread: tuple[str, ...] = ()
    """The words that were not understood: names, places, anything else."""

    @property
    def settled(self) -> bool:
        """Whether the words settle the stage."""
        return isinstance(self.stage, Stage)


def stage_of(text: str) -> StageReading:
    """Reads the stage of a CPTS as the ARS, the federations and map makers write it, in French.

    The letter of intent and the projet de santé are kept apart; "non signataire", "en attente
    de signature", "en cours de rédaction" and "prévu en 2027" are no step that was taken. The
    stage is the last step taken that the words name. A text of more than 300 characters is
    not read.

    Raises:
        TypeError: the argument is not a ``str``.
    """
    if not isinstance(text, str):
        raise TypeError(f"stage_of reads a str, not {type(text).__name__}; write '' for an empty cell")
    if len(text) > LONGEST_TEXT:
        return StageReading(text=text)
    items = items_of(text)
    claims, doubtful = _claims(items)
    doubtful = doubtful or _in_doubt(items) or _looks_doubtful(text)
    stage, candidates = _conclude(claims, doubtful=doubtful)
    deciding = [claim for claim in claims if isinstance(stage, Stage) and claim.tells.reached is stage]
    date, others = _dates(items, claims, deciding)
    return StageReading(
        text=text,
        stage=stage,
        candidates=candidates,
        date=date,
        other_dates=others,
        words=tuple(_words(items, deciding)),
        unread=tuple(item.text for item in items if isinstance(item.is_, Other)),
    )


def _looks_doubtful(text: str) -> bool:
    if text.isascii():
        return not _DOUBTFUL_SIGNS.isdisjoint(text) or text.rstrip().endswith(_BLANKS)
    shown = unicodedata.normalize("NFKC", text).casefold()
    return (
        not _DOUBTFUL_SIGNS.isdisjoint(shown)
        or any(unicodedata.category(sign) in _SYMBOLS for sign in {*text} - _HARMLESS)
        or _STRUCK_OUT.search(unicodedata.normalize("NFD", text)) is not None
        or text.rstrip().endswith(_BLANKS)
    )


def _claims(items: Sequence[Item]) -> tuple[list[Claim], bool]:
    """What the clauses claim, and whether one of them is in doubt."""
    claims: list[Claim] = []
    doubtful = False
    for clause in clauses_of(items):
        try:
            claims += claims_of(items, clause)
        except InDoubt:
            doubtful = True
            claims += loosely(items, clause)
    claims = [_of_the_projet(claim, claims) for claim in claims]
    return [_in_context(claim, claims[:place], claims) for place, claim in enumerate(claims)], doubtful


def _of_the_projet(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """A bare "validé" beside "non signataire": only of a validated projet do people say so, as federations count."""
    if claim.doc is not Doc.NOTHING or claim.step is None or claim.aspect is not Aspect.DONE:
        return claim
    unsigned = any(
        one.step is not None and one.step.act is Act.BE_SIGNATORY and one.aspect is Aspect.NOT
        for one in claims
    )
    if unsigned and claim.step.act is Act.VALIDATE:
        return attrs.evolve(claim, tells=of_step(Doc.PROJET, Act.VALIDATE, Aspect.DONE))
    return claim


def _in_context(claim: Claim, before: Sequence[Claim], claims: Sequence[Claim]) -> Claim:
    """A step that is said of nothing in particular, seen with the other claims."""
    if claim.doc is not Doc.NOTHING or claim.step is None or claim.aspect is None:
        return claim
    act, awaited = claim.step.act, claim.aspect is Aspect.UNDER_WAY
    # Once the projet is validated, or the ACI spoken of, what is left to sign is the ACI.
    validated = any(one.tells.reached is Stage.PROJET_VALIDATED or one.doc is Doc.ACI for one in claims)
    if validated and (act is Act.BE_SIGNATORY or (act is Act.SIGN and awaited)):
        return attrs.evolve(claim, tells=of_step(Doc.ACI, act, claim.aspect))
    # Only a contract is renewed, or ended.
    if act in (Act.RENEW, Act.END) and any(one.doc is Doc.ACI for one in before):
        return attrs.evolve(claim, tells=of_step(Doc.ACI, act, claim.aspect))
    # "Projet déposé, validé": what was sent is what is examined, validated or refused.
    sent = before[-1] if before and before[-1].step == Step(Act.SEND, Form.DONE) else None
    if sent is not None and act in (Act.VALIDATE, Act.INSTRUCT, Act.REFUSE):
        return attrs.evolve(claim, tells=of_step(sent.doc, act, claim.aspect))
    return claim


def _in_doubt(items: Sequence[Item]) -> bool:
    return (
        any(item.is_ is Mark.DOUBT or _is_strange_adverb(item) for item in items)
        or any(_is_choice(one, other) or _is_count(one, other) for one, other in pairwise(items))
    )  # fmt: skip


def _is_strange_adverb(item: Item) -> bool:
    """An adverb that is not known may deny what stands beside it: "théoriquement"."""
    word = fold(item.text)
    return item.is_ is Other.UNREAD and word.endswith("ment") and not word.endswith(_NOUNS_IN_MENT)


def _is_choice(one: Item, other: Item) -> bool:
    """Whether a slash between two words of a kind may mean "or": "LI / projet validé"."""
    if not other.slashed:
        return False
    docs = isinstance(one.is_, Doc) and isinstance(other.is_, Doc) and one.is_ is not other.is_
    return docs or (
        isinstance(one.is_, Step) and isinstance(other.is_, Step) and one.is_.form is other.is_.form
    )


def _is_count(one: Item, other: Item) -> bool:
    """Whether a number counts what follows, "3 LI validées", or answers what stands before, "ACI signé : 0"."""
    words = Doc | Step | Says
    counts = one.is_ is Other.NUMBER and isinstance(other.is_, words) and not other.parted
    return counts or (other.is_ is Other.NUMBER and isinstance(one.is_, words))


def _conclude(claims: Sequence[Claim], *, doubtful: bool) -> tuple[Stage | Unknown, tuple[Stage, ...]]:
    """Weighs what the words tell against one another."""
    steps = {claim.tells.reached for claim in claims if claim.tells.reached is not None}
    meant = frozenset[Stage]().union(*(claim.tells.may_be for claim in claims))
    within = ALL.intersection(*(claim.tells.within for claim in claims))
    furthest = max(steps, key=lambda stage: stage.rank, default=None)
    if furthest is None:
        bounded = within if claims and within != ALL else frozenset[Stage]()
        return UNKNOWN, _ordered((meant & within) or meant or bounded)
    further = {stage for stage in meant if stage.rank > furthest.rank}
    if furthest not in within or doubtful or any(branch <= steps for branch in _BRANCHES):
        return UNKNOWN, _ordered(steps | meant)
    if further & within:
        return UNKNOWN, _ordered({furthest, *(further & within)})
    return furthest, ()


def _ordered(stages: Iterable[Stage]) -> tuple[Stage, ...]:
    return tuple(sorted(stages, key=lambda stage: stage.rank))


def _words(items: Sequence[Item], deciding: Sequence[Claim]) -> Iterator[StageWord]:
    chosen = sorted({place for claim in deciding for place in claim.places})
    for place, item in enumerate(items):
        what = item.is_
        if isinstance(what, ReadDate | Other) or what is Mark.FILLER or (chosen and place not in chosen):
            continue
        yield StageWord(item.text, meaning(what))


def _dates(
    items: Sequence[Item], claims: Sequence[Claim], deciding: Sequence[Claim]
) -> tuple[ReadDate | Unknown, tuple[ReadDate, ...]]:
    """The date of the stage, and the others."""
    places = [place for place, item in enumerate(items) if isinstance(item.is_, ReadDate)]
    own = [place for place in places if deciding and _is_of(place, items, claims, deciding)]
    date = items[own[0]].is_ if len(own) == 1 else UNKNOWN
    others = (items[place].is_ for place in places if len(own) != 1 or place != own[0])
    return (
        date if isinstance(date, ReadDate) else UNKNOWN,
        tuple(one for one in others if isinstance(one, ReadDate)),
    )


def _is_of(place: int, items: Sequence[Item], claims: Sequence[Claim], deciding: Sequence[Claim]) -> bool:
    """Whether a date is that of a deciding claim: the one that stands before it or, in a list led by dates, after."""
    if items[place].as_of or (place and items[place - 1].is_ in (Mark.ASIDE, Mark.PLANNED)):
        return False
    first_date = next(at for at, item in enumerate(items) if isinstance(item.is_, ReadDate))
    around = [claim for claim in claims if claim.places[0] < place < claim.last]
    if around:  # "signé le 15/06/2022 (ACI)", but not "projet 2023 validé"
        return any(claim.at < place for claim in around if claim in deciding)
    after = [claim.places[0] for claim in claims if claim.places[0] > place]
    if after and first_date < min(claim.places[0] for claim in claims):
        return any(claim.places[0] == min(after) for claim in deciding)
    last = max((claim.last for claim in claims if claim.last < place), default=-1)
    return any(claim.last == last for claim in deciding)
