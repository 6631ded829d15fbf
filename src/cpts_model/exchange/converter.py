"""The converter: cattrs, made strict, for every class of facts.

Nothing is coerced: ``"false"`` is no truth value, ``3.9`` no whole number, ``20200101`` no
date. A key left out is UNKNOWN, ``null`` is known to be absent, a key that no class has is
a fault. Every fault is found in one reading, each with its place, and a fact that
contradicts itself (``left_on`` before ``joined_on``) is a fault like any other.

The classes say themselves what they hold: a field added to one is read and written with no
change here.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Any, get_args

import attrs
from cattrs import Converter
from cattrs.converters import BaseConverter

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.exchange.facts_reader import FactsReader
from cpts_model.exchange.faults import NO_OBJECT, Flawed, Ledger, refuse, step_to, unfit
from cpts_model.exchange.kinds import KIND, MEMBERS, STRUCTURES, kind_of
from cpts_model.exchange.scalars import SCALARS, Reader, decimal_reader, enum_reader, read_id
from cpts_model.exchange.shape import IDS, FieldShape, alternatives, is_many, is_union, known_type, shape_of
from cpts_model.facts.memberships import Membership
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.structures import Structure
from cpts_model.facts.wording import joined

Hook = Callable[[Any, Any], Any]

_NO_LIST = Text("n'est pas une liste (l'écrire entre [ et ])", "is not a list (write it between [ and ])")
_NO_STRUCTURE = Text("n'est la nature d'aucune structure", "is not the kind of a structure")
_NO_MEMBER = Text("n'est la nature d'aucun membre", "is not the kind of a member")


def make_converter() -> Converter:
    """A strict converter between facts and plain data.

    ``structure`` raises :class:`~cpts_model.exchange.faults.BadDossier` with every fault;
    ``unstructure`` leaves out what is UNKNOWN, writes days as ISO texts and keeps amounts as
    ``Decimal``.
    """
    converter = Converter()
    configure_converter(converter)
    return converter


def configure_converter(converter: Converter) -> None:
    """Teach a converter of yours the facts of this library.

    Strictness is of the whole converter: from then on it refuses for every class what it
    refuses for facts. It then reads attrs classes of yours in the same way.
    """
    for matches, factory in (
        (lambda kind: isinstance(kind, type) and attrs.has(kind), _facts),
        (lambda kind: kind is Structure, _structures),
        (is_union, _choice),
        (is_many, _many),
        (lambda kind: isinstance(kind, type) and issubclass(kind, Enum), _words),
    ):
        converter.register_structure_hook_factory(matches, factory)
    for scalar, read in SCALARS.items():  # by class: cattrs asks its own coercing hooks before any predicate
        converter.register_structure_hook(scalar, _hook(read))
    converter.register_unstructure_hook_func(attrs.has, partial(_plain, converter))
    converter.register_unstructure_hook_func(lambda kind: kind is date, date.isoformat)
    converter.register_unstructure_hook_func(lambda kind: kind is Decimal, _exactly)


def _hook(read: Reader) -> Hook:
    """A reader as cattrs calls it."""
    return lambda value, _: read(value)


def _reader(converter: BaseConverter, kind: Any) -> Reader:
    """A hook of cattrs as a reader."""
    hook = converter.get_structure_hook(kind)
    return lambda value: hook(value, kind)


def _words(kind: Any) -> Hook:
    return _hook(enum_reader(kind))


def _many(kind: Any, converter: BaseConverter) -> Hook:
    read_one = _reader(converter, get_args(kind)[0])

    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise unfit(value, _NO_LIST)
        ledger = Ledger()
        items: list[Any] = []
        for index, item in enumerate(value):
            try:
                items.append(read_one(item))
            except Flawed as flawed:
                ledger.take(step_to(index), flawed)
                items.append(flawed.best)
                if ledger.full:
                    break
        if not ledger.faults:
            return tuple(items)
        whole = len(items) == len(value) and all(item is not UNKNOWN for item in items)
        raise Flawed(ledger.faults, tuple(items) if whole else UNKNOWN)

    return _hook(read)


def _choice(kind: Any, converter: BaseConverter) -> Hook:
    """A reader of a union: of unknown or absent values, or of objects that say their kind."""
    nullable = type(None) in alternatives(kind)
    of = known_type(kind)
    if is_union(of):
        kinds = {_kind_word(one): one for one in get_args(of)}
        structures = all(issubclass(one, Structure) for one in kinds.values())
        read_known = _by_kind(converter, kinds, _NO_STRUCTURE if structures else _NO_MEMBER)
    else:
        read_known = _reader(converter, of)

    def read(value: Any) -> Any:
        return None if value is None and nullable else read_known(value)

    return _hook(read)


def _kind_word(kind: type[Any]) -> str:
    word = kind_of(kind)
    if word is None:
        raise TypeError(f"no word in a dossier stands for {kind.__name__}, so a union cannot hold it")
    return word


def _structures(_: Any, converter: BaseConverter) -> Hook:
    return _hook(_by_kind(converter, STRUCTURES, _NO_STRUCTURE))


def _by_kind(converter: BaseConverter, kinds: Mapping[str, type[Any]], none: Text) -> Reader:
    """A reader of objects that say which of several classes they are."""
    words = ", ".join(map(repr, kinds))

    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise unfit(value, NO_OBJECT)
        if KIND not in value:
            raise refuse(
                Text(
                    f"la clé 'kind' manque (indiquer l'une de ces natures : {words})",
                    f"the key 'kind' is missing (say which: {words})",
                )
            )
        word = value[KIND]
        if not isinstance(word, str) or word not in kinds:
            listed = Text(f" ({words})", f" ({words})")
            raise unfit(word, joined(none, listed, _mend(word, kinds)), ".kind")
        return converter.structure(value, kinds[word])

    return read


def _mend(word: object, kinds: Mapping[str, type[Any]]) -> Text | None:
    """What to write where somebody gave what an organisation is for the kind of member."""
    if kinds.keys() == MEMBERS.keys() and word in [kind.value for kind in OrganisationKind]:
        entry = f'"kind": "organisation", "organisation_kind": "{word}"'
        return Text(f" : écrire {entry}", f"; write {entry}")
    return None


def _facts(kind: Any, converter: BaseConverter) -> Hook:
    each = _facts_reader(Membership, converter) if issubclass(kind, Structure) else None
    return _hook(_facts_reader(kind, converter, each).read)


def _facts_reader(kind: Any, converter: BaseConverter, each: FactsReader | None = None) -> FactsReader:
    readers = {key: _field_reader(field, converter) for key, field in shape_of(kind).items()}
    return FactsReader(kind, readers, each)


def _field_reader(field: FieldShape, converter: BaseConverter) -> Reader:
    if field.of is Decimal:
        return decimal_reader(field.decimals)
    return read_id if field.of is str and field.name in IDS else _reader(converter, field.of)


def _plain(converter: BaseConverter, facts: Any) -> dict[str, Any]:
    """Facts as plain data, without what is unknown, or what leaving the key out says already."""
    word = kind_of(type(facts))
    written: dict[str, Any] = {} if word is None else {KIND: word}
    for key, field in shape_of(type(facts)).items():
        value = getattr(facts, field.name)
        if value is UNKNOWN or value is field.default:
            continue
        if isinstance(value, tuple):
            written[key] = [converter.unstructure(item) for item in value]
        else:
            written[key] = converter.unstructure(value)
    return written


def _exactly(amount: Decimal) -> Decimal:
    """An amount without exponent: ``1E+2`` is 100."""
    return Decimal(f"{amount:f}") if amount.is_finite() and 0 < amount.adjusted() < 20 else amount
