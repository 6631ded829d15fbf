"""Facts are shown as the Python that builds them, and nothing is shown that nobody told."""

import ast
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, get_args, get_origin

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter, pretty

import cpts_model
import cpts_model.facts
from cpts_model import (
    CPTS,
    UNKNOWN,
    Membership,
    Mode,
    Person,
    Profession,
    Professional,
    Quorum,
    Register,
    Territory,
)
from cpts_model.exchange.dossier import read_structures
from cpts_model.facts.typed import Facts
from exchange.strategies import facts, of_type
from golden import examples

MODULES = [
    import_module(found.name) for found in walk_packages(cpts_model.facts.__path__, "cpts_model.facts.")
]
NAMES: dict[str, Any] = {
    name: value
    for module in [*MODULES, cpts_model]
    for name, value in ((name, getattr(module, name)) for name in dir(module))
    if not name.startswith("_")
} | {"date": date, "Decimal": Decimal}
KINDS = sorted(
    {
        kind
        for kind in NAMES.values()
        if isinstance(kind, type) and issubclass(kind, Facts) and attrs.has(kind)
    },
    key=lambda kind: kind.__name__,
)
MEMBER = Membership(
    member=Professional(id="agathe", professions=(Profession.MEDECIN,), mode=Mode.LIBERAL),
    joined_on=date(2016, 1, 28),
    left_on=None,
)


def read(text: str) -> Any:
    return eval(text, dict(NAMES))


def drawn(kind: Any) -> st.SearchStrategy[Any]:
    """Facts of a class, whether or not it has fields that may be left out."""
    fields = attrs.fields(attrs.resolve_types(kind))
    if kind.__module__ != "cpts_model.facts.belonging" and any(field.default is UNKNOWN for field in fields):
        return facts(kind)
    return st.builds(kind, **{field.name: of_field(field.type) for field in fields})


def of_field(kind: Any) -> st.SearchStrategy[Any]:
    """Values of the type of a field that may hold a belonging."""
    if kind in KINDS:
        return st.deferred(lambda: drawn(kind))
    if get_origin(kind) is tuple:
        return st.lists(of_field(get_args(kind)[0]), max_size=2).map(tuple)
    return of_type(kind)


def unknown_and_required(one: object) -> int:
    """How often UNKNOWN must be written, where a class asks for the field."""
    if isinstance(one, tuple):
        return sum(map(unknown_and_required, one))
    if not isinstance(one, Facts):
        return 0
    fields = [(getattr(one, field.name), field.default) for field in attrs.fields(type(one))]
    return sum(
        default is attrs.NOTHING if value is UNKNOWN else unknown_and_required(value)
        for value, default in fields
    )


def test_every_class_of_facts_is_looked_at() -> None:
    assert len(KINDS) == 38
    assert {"CPTS", "Membership", "Professional", "Statutes", "YearOfPayments"} <= {
        kind.__name__ for kind in KINDS
    }


@pytest.mark.wide
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_is_shown_builds_it_again(kind: type[Facts]) -> None:
    @settings(max_examples=25)
    @given(drawn(kind))
    def check(one: Facts) -> None:
        assert read(repr(one)) == one
        assert read(pretty(one)) == one
        assert repr(one).count("UNKNOWN") == unknown_and_required(one)
        assert ast.dump(ast.parse(pretty(one))) == ast.dump(ast.parse(repr(one)))

    check()


@pytest.mark.parametrize("path", examples(), ids=lambda path: path.name)
def test_the_examples_too(path: Path) -> None:
    for one in read_structures(path):
        assert read(repr(one)) == one == read(pretty(one))
        assert "UNKNOWN" not in repr(one)
        assert max(map(len, pretty(one).splitlines())) < 160


def test_only_what_was_told_in_the_order_of_the_fields() -> None:
    assert repr(CPTS(id="rive", members=(MEMBER,))) == (
        "CPTS(id='rive', members=(Membership(member=Professional(id='agathe', "
        "professions=(Profession.MEDECIN,), mode=Mode.LIBERAL), joined_on=date(2016, 1, 28), left_on=None),))"
    )
    assert repr(Territory()) == pretty(Territory()) == "Territory()"
    assert repr(CPTS(id="rive", members=())) == "CPTS(id='rive', members=())"


def test_other_defaults_are_left_out_as_well() -> None:
    plain = Quorum(numerator=1, denominator=2)
    assert repr(plain) == "Quorum(numerator=1, denominator=2)"
    strict = attrs.evolve(plain, strictly_more=True)
    assert repr(strict) == repr(plain).replace("2)", "2, strictly_more=True)")


def test_what_does_not_fit_on_a_line_is_broken_over_several() -> None:
    assert pretty(Person(id="basile", name="Basile")) == "Person(id='basile', name='Basile')"
    assert pretty(Register([CPTS(id="rive", members=(MEMBER,)), CPTS(id="val")])) == (
        """\
Register((
    CPTS(
        id='rive',
        members=(
            Membership(
                member=Professional(
                    id='agathe',
                    professions=(Profession.MEDECIN,),
                    mode=Mode.LIBERAL
                ),
                joined_on=date(2016, 1, 28),
                left_on=None
            ),
        )
    ),
    CPTS(id='val')
))"""
    )


@settings(max_examples=25)
@given(st.lists(facts(CPTS), max_size=3, unique_by=lambda one: one.id))
def test_registers_are_laid_out_as_python_too(structures: list[CPTS]) -> None:
    try:
        register = Register(structures)
    except cpts_model.BadFact:
        return
    assert read(pretty(register)).structures == tuple(structures)


class Narrow:
    """A printer that shows two items at most, and breaks no line."""

    max_seq_length = 2

    def __init__(self) -> None:
        self.said: list[str] = []

    def text(self, text: str, /) -> None:
        self.said.append(text)

    breakable = text

    def group(self, indent: int, opening: str, closing: str, /) -> AbstractContextManager[None]:
        raise AssertionError

    def indent(self, indent: int, /) -> AbstractContextManager[None]:
        return nullcontext()


def test_a_register_that_nobody_would_read_is_not_written_out() -> None:
    people = [attrs.evolve(MEMBER, member=Person(id=name)) for name in ("agathe", "basile", "cleo")]
    printer = Narrow()
    register = Register([CPTS(id="rive", members=tuple(people))])
    register._repr_pretty_(printer, False)
    assert printer.said == [repr(register)] == ["<Register of 1 structures, 3 members>"]


def test_a_class_of_ones_own_is_shown_alike() -> None:
    @attrs.frozen(slots=True, kw_only=True, repr=False)
    class Mine(CPTS):
        beds: int | cpts_model.Unknown = UNKNOWN

    assert repr(Mine(id="rive", beds=3)) == pretty(Mine(id="rive", beds=3)) == "Mine(id='rive', beds=3)"


def test_a_class_of_facts_is_printed_by_its_name() -> None:
    """Hypothesis asks whatever it prints for the method, the class itself too."""
    assert pretty(CPTS) == "CPTS"


def test_ipython_takes_the_method_from_the_class() -> None:
    printer = RepresentationPrinter()
    CPTS._repr_pretty_(CPTS(id="cpts"), printer, False)
    assert printer.getvalue() == "CPTS(id='cpts')"


def test_what_equals_the_default_of_a_class_of_ones_own_is_not_shown() -> None:
    @attrs.frozen(slots=True, kw_only=True, repr=False)
    class OurCPTS(CPTS):
        motto: str = "en commun"

    assert repr(OurCPTS(id="c", motto=" ".join(("en", "commun")))) == "OurCPTS(id='c')"
    assert repr(OurCPTS(id="c", motto="chacun")) == "OurCPTS(id='c', motto='chacun')"
