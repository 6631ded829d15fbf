"""Not knowing: UNKNOWN decides nothing, and counting goes as far as every completion agrees."""

import copy
import itertools
import math
import operator
import pickle
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import (
    UNKNOWN,
    Count,
    NotSettled,
    OpenQuestion,
    Unknown,
    UnknownFact,
    all_of,
    any_of,
    at_least,
    both,
    count,
    either,
    is_known,
)

REASON = Text("le texte se tait", "the text is silent")

TWO_SIDED = (
    operator.lt, operator.le, operator.gt, operator.ge, operator.add, operator.sub, operator.mul, operator.matmul,
    operator.truediv, operator.floordiv, operator.mod, operator.pow, operator.lshift, operator.rshift,
    operator.and_, operator.or_, operator.xor, divmod,
)  # fmt: skip


@pytest.mark.parametrize("apply", TWO_SIDED, ids=lambda apply: apply.__name__)
@pytest.mark.parametrize("other", [2, 2.5, "text", date(2024, 1, 1), None, (1,), UNKNOWN], ids=repr)
def test_no_operator_decides_on_either_side(apply, other):
    with pytest.raises(UnknownFact):
        apply(UNKNOWN, other)
    if apply is operator.mod and isinstance(other, str):
        return  # formatting a text is the text's business
    with pytest.raises(UnknownFact):
        apply(other, UNKNOWN)


def _unpack():
    first, *rest = UNKNOWN
    return first, rest


DECISIONS = {
    "if": lambda: 1 if UNKNOWN else 2,
    "not": lambda: not UNKNOWN,
    "and": lambda: UNKNOWN and True,
    "or": lambda: UNKNOWN or True,
    "assert": lambda: operator.truth(UNKNOWN),
    "neg": lambda: -UNKNOWN,
    "pos": lambda: +UNKNOWN,
    "invert": lambda: ~UNKNOWN,
    "abs": lambda: abs(UNKNOWN),
    "int": lambda: int(UNKNOWN),
    "float": lambda: float(UNKNOWN),
    "complex": lambda: complex(UNKNOWN),
    "index": lambda: [1, 2][UNKNOWN],
    "slice": lambda: [1, 2][UNKNOWN:],
    "range": lambda: range(UNKNOWN),
    "date": lambda: date(UNKNOWN, 1, 1),
    "bytes": lambda: bytes(UNKNOWN),
    "round": lambda: round(UNKNOWN),
    "round to": lambda: round(UNKNOWN, 2),
    "floor": lambda: math.floor(UNKNOWN),
    "ceil": lambda: math.ceil(UNKNOWN),
    "trunc": lambda: math.trunc(UNKNOWN),
    "three-way pow": lambda: pow(UNKNOWN, 2, 5),
    "len": lambda: len(UNKNOWN),
    "in it": lambda: 2 in UNKNOWN,
    "not in it": lambda: 2 not in UNKNOWN,
    "item": lambda: UNKNOWN[0],
    "call": UNKNOWN,
    "call with": lambda: UNKNOWN(1, 2),
    "attribute": lambda: UNKNOWN.joined_on,
    "private attribute": lambda: UNKNOWN._log,
    "hasattr": lambda: hasattr(UNKNOWN, "joined_on"),
    "getattr with default": lambda: getattr(UNKNOWN, "joined_on", None),
    "for": lambda: [item for item in UNKNOWN],  # noqa: C416
    "reversed": lambda: reversed(UNKNOWN),
    "unpack": _unpack,
    "spread": lambda: print(*UNKNOWN),
    "join": lambda: ",".join(UNKNOWN),
    "any": lambda: any(UNKNOWN),
    "all": lambda: all(UNKNOWN),
    "sum": lambda: sum(UNKNOWN),
    "min": lambda: min(UNKNOWN),
    "max of": lambda: max(UNKNOWN, 3),
    "sorted": lambda: sorted(UNKNOWN),
    "tuple": lambda: tuple(UNKNOWN),
    "enumerate": lambda: list(enumerate(UNKNOWN)),
    "zip": lambda: list(zip(UNKNOWN, strict=False)),
    "date format": lambda: f"{UNKNOWN:%d/%m/%Y}",
    "number format": lambda: f"{UNKNOWN:.2f}",
    "percent format": lambda: "%d" % UNKNOWN,  # noqa: UP031
    "mapping": lambda: {**UNKNOWN},
}


@pytest.mark.parametrize("decide", DECISIONS.values(), ids=DECISIONS)
def test_nothing_can_be_decided_on_it(decide):
    with pytest.raises(UnknownFact):
        decide()


def test_every_operator_python_has_is_refused():
    """All the special names of the data model that a value can be decided by, exhaustively."""
    numeric = [
        "add",
        "sub",
        "mul",
        "matmul",
        "truediv",
        "floordiv",
        "mod",
        "divmod",
        "pow",
        "lshift",
        "rshift",
        "and",
        "xor",
        "or",
    ]
    names = [*numeric, *(f"r{name}" for name in numeric)]
    names += [
        "lt",
        "le",
        "gt",
        "ge",
        "bool",
        "neg",
        "pos",
        "abs",
        "invert",
        "int",
        "float",
        "complex",
        "index",
        "round",
        "trunc",
        "floor",
        "ceil",
    ]
    names += ["len", "iter", "contains", "getitem", "call"]
    for name in names:
        with pytest.raises(UnknownFact):
            getattr(Unknown, f"__{name}__")(UNKNOWN, *[0] * (name in (*numeric, "lt", "contains")))


def test_two_operators_cannot_complain():
    assert (UNKNOWN == 2) is False
    assert (UNKNOWN != 2) is True
    assert UNKNOWN == UNKNOWN
    assert UNKNOWN not in (1, 2)
    assert UNKNOWN in {UNKNOWN}


def test_it_can_be_shown():
    assert repr(UNKNOWN) == str(UNKNOWN) == f"{UNKNOWN}" == format(UNKNOWN) == "UNKNOWN"


def test_there_is_one_of_it():
    assert Unknown() is UNKNOWN
    assert copy.copy(UNKNOWN) is UNKNOWN
    assert copy.deepcopy({"a": [UNKNOWN]})["a"][0] is UNKNOWN
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps((UNKNOWN, Unknown()), protocol)) == (UNKNOWN, UNKNOWN)
    assert hash(UNKNOWN) == hash(UNKNOWN)


def test_it_is_frozen_and_says_no_to_pythons_own_questions():
    with pytest.raises(AttributeError):
        UNKNOWN.known = True
    with pytest.raises(AttributeError, match=r"^__wrapped__$"):
        UNKNOWN.__wrapped__  # noqa: B018
    assert not hasattr(UNKNOWN, "__array__")


def test_is_known():
    assert not is_known(UNKNOWN)
    assert all(is_known(value) for value in (None, False, 0, "", ()))


# --- Kleene's reasoning, against every completion of what is unknown

CLAIMS = st.lists(st.sampled_from([True, False, UNKNOWN]), max_size=6)


def itself(value):
    return value


def completions(claims):
    return itertools.product(*((True, False) if claim is UNKNOWN else (claim,) for claim in claims))


def agrees(ask, answer_of, *claims):
    """The question has an answer when every completion gives it; else it stays open."""
    answers = {answer_of(*told) for told in itertools.product(*map(completions, claims))}
    if len(answers) == 1:
        assert ask() is answers.pop()
    else:
        with pytest.raises(UnknownFact):
            ask()


@given(CLAIMS, st.integers(-1, 7))
def test_at_least_and_every_comparison_of_a_count(claims, number):
    agrees(lambda: at_least(number, claims, itself), lambda told: sum(told) >= number, claims)
    found = count(claims, itself)
    for compare in (operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne):
        agrees(lambda: compare(found, number), lambda told: compare(sum(told), number), claims)  # noqa: B023
        agrees(lambda: compare(number, found), lambda told: compare(number, sum(told)), claims)  # noqa: B023
    agrees(lambda: bool(found), lambda told: sum(told) > 0, claims)


@given(CLAIMS)
def test_any_all_either_both(claims):
    agrees(lambda: any_of(claims, itself), any, claims)
    agrees(lambda: all_of(claims, itself), all, claims)
    agrees(lambda: either(*claims), any, claims)
    agrees(lambda: both(*claims), all, claims)
    agrees(lambda: either(*((lambda value=claim: value) for claim in claims)), any, claims)
    agrees(lambda: both(*((lambda value=claim: value) for claim in claims)), all, claims)


@given(CLAIMS, CLAIMS)
def test_fewer_than(some, others):
    one, other = count(some, itself), count(others, itself)
    agrees(lambda: one.fewer_than(other), lambda a, b: sum(a) < sum(b), some, others)


def test_the_items_themselves_may_be_unknown():
    with pytest.raises(UnknownFact):
        any_of(UNKNOWN, itself)


def test_a_mistake_is_not_taken_for_ignorance():
    with pytest.raises(ZeroDivisionError):
        any_of([1, 0], lambda number: 1 / number > 0)
    with pytest.raises(ZeroDivisionError):
        either(False, lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        both(True, lambda: 1 / 0)


def test_what_follows_a_settled_claim_is_not_asked():
    assert either(UNKNOWN, True, lambda: 1 / 0)
    assert not both(UNKNOWN, False, lambda: 1 / 0)


def raises(doubt):
    def claim():
        raise doubt

    return claim


def test_what_keeps_a_count_open_is_the_fact_that_can_be_told_before_the_text_that_is_silent():
    silent, untold = OpenQuestion(REASON), UnknownFact()
    for claims in ([silent, untold], [untold, silent], [silent, untold, silent]):
        with pytest.raises(UnknownFact):
            either(*map(raises, claims))
        with pytest.raises(UnknownFact):
            both(*map(raises, claims))
        assert isinstance(count(claims, lambda claim: raises(claim)()).doubt, UnknownFact)
    with pytest.raises(OpenQuestion) as caught:
        both(raises(silent), raises(OpenQuestion(Text("b", "b"))), True)
    assert caught.value.reason == Text("b", "b")
    assert either(raises(silent), True)


def test_fewer_than_says_whose_doubt_it_is():
    sure, silent = Count(1, 1), Count(0, 2, OpenQuestion(REASON))
    for ask in (lambda: sure.fewer_than(silent), lambda: silent.fewer_than(sure)):
        with pytest.raises(OpenQuestion):
            ask()
    for one, other in ((silent, Count(0, 2, UnknownFact())), (Count(0, 2, UnknownFact()), silent)):
        with pytest.raises(UnknownFact):
            one.fewer_than(other)
    with pytest.raises(UnknownFact):
        Count(0, 2).fewer_than(sure)
    with pytest.raises(UnknownFact):
        Count(0, 2).__ge__(1)


def is_none_or_some(told, _):
    return bool(told)


@pytest.mark.parametrize(
    "compare", [operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne, is_none_or_some]
)
def test_a_count_compares_as_all_the_numbers_it_may_be(compare):
    for least, most, number in itertools.product(range(4), range(4), range(-1, 5)):
        answers = {compare(told, number) for told in range(least, most + 1)}
        if len(answers) == 1:
            assert compare(Count(least, most), number) is answers.pop()
        elif answers:
            with pytest.raises(UnknownFact):
                compare(Count(least, most), number)


def test_a_count_is_a_value():
    assert Count(1, 2) == Count(1, 2, UnknownFact()) != Count(1, 3)
    assert Count(2, 2) == 2 == Count(2, 2)
    assert hash(Count(2, 2)) == hash(2)
    assert len({hash(Count(1, most)) for most in range(1, 9)}) == 8
    assert len({Count(1, 2), Count(1, 2, UnknownFact()), Count(2, 2), 2}) == 2
    assert Count(1, 2) != "1–2"
    assert (str(Count(2, 2)), str(Count(1, 3))) == ("2", "1–3")
    assert pickle.loads(pickle.dumps(Count(1, 2, OpenQuestion(REASON)))) == Count(1, 2)
    with pytest.raises(AttributeError):
        Count(1, 2).least = 0


def test_the_doubt_of_a_count_is_kept_as_raised():
    found = count([1, 2], lambda number: raises(OpenQuestion(REASON))())
    assert (found.least, found.most) == (0, 2)
    assert isinstance(found.doubt, NotSettled)
    assert count(MappingProxyType({1: 2}), bool).doubt is None


@pytest.mark.parametrize("reason", [None, "the text is silent"])
def test_an_open_question_says_why_in_both_languages(reason):
    with pytest.raises(TypeError, match=f"a Text, in both languages, not {reason!r}$"):
        OpenQuestion(reason)
