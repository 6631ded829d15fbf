"""200,000 memberships loaded from JSON: this library, hand-written code, pydantic and msgspec side by side.

One register of CPTS of 300 invented members each, in the shape of the examples, is held as bytes and loaded by each in
turn, round by round, so that what is read is a ratio within one run. The garbage collector works as it does for everybody
(this library pauses it by itself while it reads a long text) or, in the second table, is paused for all of them; before each
turn what the one before has left is collected. Peak memory is that of a process that loads the file once.

What each column checks:

- ours: types, unknown keys, doubled keys, words, days, exact amounts, controls and lone surrogates in texts, blank ids,
  facts that contradict each other (dates, people who are members twice); at a fault it tells all of them with their places.
  With the parser of the standard library, and with msgspec's.
- by hand: what somebody writes who trusts the file: parse, look up the keys, call the constructors of this library, which
  check types and contradictions. Unknown and doubled keys pass, a missing one is a KeyError.
- pydantic: models of the same fields, strict, that forbid unknown keys. No doubled keys, no controls, no contradictions.
- pydantic, as strict: the same with validators in Python that refuse controls in texts, blank ids, a membership that
  contradicts itself and people who are members twice. Doubled keys still pass.
- msgspec: structs of the same fields that forbid unknown keys: a floor. No law can be asked of them, and they check
  no more than pydantic's.
"""

import argparse
import gc
import json
import multiprocessing
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args

import attrs
import msgspec
import orjson
import pydantic
from people import member

from cpts_model import CPTS, LegalForm, Membership, Mode, Profession, Professional
from cpts_model.exchange import swift_json
from cpts_model.exchange.dossier import loads_structures, to_dict
from cpts_model.exchange.kinds import KIND, kind_of
from cpts_model.exchange.shape import is_many, is_union, shape_of
from cpts_model.exchange.writing import json_text

MEMBERS = 300
HAND = "by hand, orjson"


def register(memberships: int) -> bytes:
    """A register of so many memberships, as JSON."""
    structures = [structure(place, memberships) for place in range(0, memberships, MEMBERS)]
    return json_text({"kind": "register", "structures": structures}, compact=True).encode()


def structure(first: int, memberships: int) -> dict[str, Any]:
    """One CPTS of 300 memberships, or of those that are left."""
    return to_dict(
        CPTS(
            id=f"cpts-{first}",
            name=f"CPTS inventée {first}",
            formed_on=date(2020, 1, 1),
            legal_form=LegalForm.ASSOCIATION,
            seat_departement="33",
            members=tuple(member(number) for number in range(first, min(first + MEMBERS, memberships))),
        )
    )


def ours(text: bytes) -> object:
    """As everybody loads it; the limit of a file's size is lifted."""
    return swift_json.structures(text, len(text))


def ours_standard(text: bytes) -> object:
    """The same without msgspec."""
    fast, swift_json._fast_decoder = swift_json._fast_decoder, lambda: None
    try:
        return ours(text)
    finally:
        swift_json._fast_decoder = fast


def by_hand(parse: Callable[[bytes], Any]) -> Callable[[bytes], object]:
    """Parse, look up the keys, build."""

    def day(text: str | None) -> date | None:
        return None if text is None else date.fromisoformat(text)

    def professional(told: Any) -> Professional:
        return Professional(
            id=told["id"],
            name=told["name"],
            professions=tuple(Profession(word) for word in told["professions"]),
            savoir_faire=tuple(told["savoir_faire"]),
            mode=Mode(told["mode"]),
            practises_premier_recours=told["practises_premier_recours"],
            practises_second_recours=told["practises_second_recours"],
            medico_social_actor=told["medico_social_actor"],
            service_de_sante_des_armees=told["service_de_sante_des_armees"],
            ministerial_authorisation=told["ministerial_authorisation"],
            practises_abroad=told["practises_abroad"],
            meets_french_practice_conditions=told["meets_french_practice_conditions"],
        )

    def membership(told: Any) -> Membership:
        return Membership(
            member=professional(told["member"]),
            joined_on=date.fromisoformat(told["joined_on"]),
            left_on=day(told["left_on"]),
            consented=told["consented"],
            other_cpts=told["other_cpts"],
            ground=told["ground"],
            partner=told["partner"],
            as_component=told["as_component"],
        )

    def load(text: bytes) -> object:
        return tuple(
            CPTS(
                id=told["id"],
                name=told["name"],
                formed_on=date.fromisoformat(told["formed_on"]),
                legal_form=LegalForm(told["legal_form"]),
                seat_departement=told["seat_departement"],
                members=tuple(membership(one) for one in told["members"]),
            )
            for told in parse(text)["structures"]
        )

    return load


UNTOLD = None
"""What a model holds of a key left out. (It cannot tell this from null, which the library does.)"""


def mirrored(of: Any, model: Callable[[type[Any]], Any], one_of: Callable[[tuple[Any, ...]], Any]) -> Any:
    """The type of a field with the models of another library in the place of the classes of this one."""
    if is_many(of):
        return tuple[mirrored(get_args(of)[0], model, one_of), ...]
    if is_union(of):
        return one_of(tuple(model(kind) for kind in get_args(of)))
    return model(of) if isinstance(of, type) and attrs.has(of) else of


def printable(text: str) -> str:
    if not text.isprintable():
        raise ValueError("a control character")
    return text


def naming(text: str) -> str:
    if not text.isprintable() or not text or text.strip() != text:
        raise ValueError("blank, or a control character")
    return text


def consistent(one: Any) -> Any:
    """What a membership refuses, in the words of a model."""
    joined, left, listed = one.joined_on, one.left_on, one.listed_on
    if one.fee_paid is not None and one.fees is not None:
        raise ValueError("fees told twice")
    if joined is not None and left is not None and left < joined:
        raise ValueError("left before joining")
    if listed is not None and (
        (joined is not None and listed < joined) or (left is not None and left <= listed)
    ):
        raise ValueError("listed outside of the membership")
    return one


def each_once(one: Any) -> Any:
    """What a structure refuses: those who come twice would have to be looked at more closely."""
    ids = [membership.member.id for membership in one.members or ()]
    if len(set(ids)) != len(ids):
        raise ValueError("a member twice")
    return one


CHECKS: dict[type[Any], Callable[[Any], Any]] = {Membership: consistent, CPTS: each_once}


@cache
def pydantic_model(kind: type[Any], as_strict: bool) -> Any:
    """A strict model of the fields of a class."""
    fields: dict[str, Any] = {}
    if word := kind_of(kind):
        fields[KIND] = (Literal[word], ...)
    for key, field in shape_of(kind).items():
        of = mirrored(
            field.of,
            lambda inner: pydantic_model(inner, as_strict),
            lambda models: Annotated[Union[models], pydantic.Field(discriminator=KIND)],  # noqa: UP007
        )
        if as_strict and of is str:
            of = Annotated[str, pydantic.AfterValidator(naming if field.required else printable)]
        if as_strict and of == tuple[str, ...]:
            of = tuple[Annotated[str, pydantic.AfterValidator(printable)], ...]
        fields[key] = (of, ...) if field.required else (of | None, UNTOLD)
    check = CHECKS.get(kind) if as_strict else None
    return pydantic.create_model(
        kind.__name__,
        __config__=pydantic.ConfigDict(strict=True, extra="forbid", frozen=True),
        __validators__={"check": pydantic.model_validator(mode="after")(check)} if check else {},
        **fields,
    )


@cache
def msgspec_struct(kind: type[Any]) -> Any:
    """A struct of the fields of a class."""
    fields: list[Any] = []
    for key, field in shape_of(kind).items():
        of = mirrored(field.of, msgspec_struct, lambda structs: Union[structs])  # noqa: UP007
        fields.append((key, of) if field.required else (key, of | None, UNTOLD))
    word = kind_of(kind)
    tagged = {"tag_field": KIND, "tag": word} if word else {}
    return msgspec.defstruct(
        kind.__name__, fields, frozen=True, kw_only=True, forbid_unknown_fields=True, **tagged
    )


def by_pydantic(as_strict: bool = False) -> Callable[[bytes], object]:
    held = pydantic.create_model(
        "Register",
        __config__=pydantic.ConfigDict(strict=True, extra="forbid"),
        kind=(Literal["register"], ...),
        structures=(tuple[pydantic_model(CPTS, as_strict), ...], ...),
    )
    return held.model_validate_json


def by_msgspec() -> Callable[[bytes], object]:
    held = msgspec.defstruct(
        "Register",
        [("structures", tuple[msgspec_struct(CPTS), ...])],
        forbid_unknown_fields=True,
        tag_field=KIND,
        tag="register",
    )
    return msgspec.json.Decoder(held).decode


LOADERS: dict[str, Callable[[], Callable[[bytes], object]]] = {
    "ours, standard json": lambda: ours_standard,
    "ours, msgspec parsing": lambda: ours,
    HAND: lambda: by_hand(orjson.loads),
    "by hand, standard json": lambda: by_hand(json.loads),
    "pydantic": by_pydantic,
    "pydantic, as strict": lambda: by_pydantic(as_strict=True),
    "msgspec structs": by_msgspec,
}


def timed(load: Callable[[bytes], object], text: bytes, collecting: bool) -> float:
    """Seconds of the processor for one load, by a process in which nothing else was just thrown away."""
    gc.collect()
    if not collecting:
        gc.disable()
    start = time.process_time()
    loaded = load(text)
    taken = time.process_time() - start
    gc.enable()
    del loaded
    return taken


def peaks(text: bytes) -> dict[str, float]:
    """Megabytes at the highest, of each."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "register.json"
        path.write_bytes(text)
        return {name: peak(name, str(path)) for name in LOADERS}


def peak(name: str, path: str) -> float:
    """Megabytes at the highest, of a process of its own that loads the file."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_peak_here, (name, path))


def _peak_here(name: str, path: str) -> float:
    loaded = LOADERS[name]()(Path(path).read_bytes())
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    del loaded
    return int(status["VmHWM"].split()[0]) / 1000


def check(text: bytes) -> None:
    """All load the same: the columns would not be comparable otherwise."""
    expected = by_hand(orjson.loads)(text)
    assert ours(text) == ours_standard(text) == loads_structures(text) == expected
    for load in (by_pydantic(), by_pydantic(as_strict=True), by_msgspec()):
        loaded: Any = load(text)
        for found, wanted in zip(loaded.structures, expected, strict=True):
            assert [one.member.id for one in found.members] == [one.member.id for one in wanted.members]
            assert [one.left_on for one in found.members] == [one.left_on for one in wanted.members]


def main() -> None:
    """Load the register by each in turn, and print two tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--memberships", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-memory", action="store_true")
    options = parser.parse_args()
    check(register(2 * MEMBERS))
    text = register(options.memberships)
    loaders = {name: make() for name, make in LOADERS.items()}
    gc.collect()
    gc.freeze()
    memory = {} if options.no_memory else peaks(text)
    print(
        f"{options.memberships:,} memberships, {len(text) / 1e6:.0f} MB of JSON, "
        f"median of {options.rounds} rounds, Python {sys.version.split()[0]}"
    )
    for collecting in (True, False):
        print(
            f"\n{'collector at work' if collecting else 'collector paused':24}"
            f"{'seconds':>9}{'µs each':>9}{'to hand':>9}{'peak MB':>9}"
        )
        seconds: dict[str, list[float]] = {name: [] for name in loaders}
        for _ in range(options.rounds):
            for name, load in loaders.items():
                seconds[name].append(timed(load, text, collecting))
        for name, taken in seconds.items():
            median = statistics.median(taken)
            ratio = statistics.median(one / hand for one, hand in zip(taken, seconds[HAND], strict=True))
            each = median / options.memberships * 1e6
            print(f"{name:24}{median:9.2f}{each:9.1f}{ratio:9.2f}{memory.get(name, 0):9.0f}")


if __name__ == "__main__":
    main()
