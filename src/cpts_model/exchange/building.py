"""Building facts of values whose types are sure already.

A class of facts looks at the type of every value, whoever builds it. A reader that takes each value by what its field
declares has done so before; and the look, and the setting of frozen fields one by one, cost three times what the rest
does. So facts are made here as a twin of their class, which has the same fields and can be set, and then become what
they are: of their class, frozen. What a class refuses besides wrong types it refuses here too.
"""

from collections.abc import Callable
from typing import Any

import attrs

from cpts_model.facts.typed import Facts


def builder_of(kind: Any) -> Callable[[dict[str, Any]], Any]:
    """What makes facts of a class, of values by their names.

    Each value has to be of a type that its field declares: that is not looked at again, unless the class
    has a way of its own to be built.

    Raises:
        BadFact: the built function does, where the facts contradict each other.
    """
    twin = _twin(kind) if _is_plain(kind) else None
    if twin is None:
        return lambda told: kind(**told)

    def build(told: dict[str, Any]) -> Any:
        facts = twin(**told)
        facts.__class__ = kind
        return facts

    return build


def _is_plain(kind: Any) -> bool:
    """Whether nothing happens when facts of a class are built but what every class of facts does."""
    return (
        issubclass(kind, Facts)
        and kind.__attrs_post_init__ is Facts.__attrs_post_init__
        and not any(attrs.has(base) for base in kind.__mro__[1:])
        and not any(field.converter or field.validator or not field.init for field in attrs.fields(kind))
    )


def _twin(kind: Any) -> type[Any] | None:
    """A class of the same fields that can be set; ``None`` where its objects cannot become of the other."""
    # Those without a default first: arguments that have a place are taken faster than those that have only a name.
    fields = sorted(
        attrs.fields(attrs.resolve_types(kind)), key=lambda field: field.default is not attrs.NOTHING
    )
    twin = attrs.make_class(
        kind.__name__,
        {
            field.name: attrs.field(default=field.default, type=field.type, metadata=field.metadata)
            for field in fields
        },
        bases=kind.__bases__,
        class_body={"__attrs_post_init__": kind._refuse_contradictions},
        slots=True,
        eq=False,
        repr=False,
    )
    try:
        object.__new__(twin).__class__ = kind
    except TypeError:  # they are laid out otherwise in memory
        return None
    return twin
