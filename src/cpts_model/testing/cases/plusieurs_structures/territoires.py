"""Overlapping territories: the article asks for a territory of action, and for none of one's own."""

from datetime import date
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import since
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.belonging import Neighbours
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.territories import Territory
from cpts_model.testing.case import Build, Case, Impossible
from cpts_model.testing.telling import either

IN_BORDEAUX = Territory(communes=("33063",))


def beside(one: Any, other: Any) -> Build:
    """Two CPTS of which these facts are told, in one order or the other."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        first, second = draw(st.sampled_from([(one, other), (other, one)]))
        return attrs.evolve(
            base, one=attrs.evolve(base.one, **first), other=attrs.evolve(base.other, **second)
        )

    return build


def stated(territory: Any) -> dict[str, Any]:
    """A territory that the projet de santé alone states."""
    return {"territory": None, "projet": ProjetDeSante(territory=territory)}


HERE: dict[str, Any] = {"territory": IN_BORDEAUX}
TERRITOIRES_COMMUNS = Case(
    rule="cpts.territoires-communs",
    in_force=since(2016, 1, 28),
    about=(Neighbours,),
    satisfied=either(
        beside(HERE, HERE),
        beside(HERE, {"territory": Territory(communes=("33281", "33063"))}),
        beside(HERE, stated(IN_BORDEAUX)),
    ),
    violated=Impossible(
        Text(
            "aucun texte n'interdit que deux CPTS aient des communes en commun",
            "no text forbids two CPTS to have communes in common",
        )
    ),
    undetermined=either(
        beside(HERE, {"territory": UNKNOWN}),
        beside(HERE, {"territory": Territory()}),
        beside(HERE, stated(UNKNOWN)),
        beside(HERE, {"territory": None, "projet": UNKNOWN}),
    ),
    not_applicable=either(
        beside(HERE, {"territory": Territory(communes=("33281",))}),
        beside(HERE, {"territory": None, "projet": None}),
        beside({"territory": UNKNOWN}, stated(None)),
    ),
)

CASES = (TERRITOIRES_COMMUNS,)
