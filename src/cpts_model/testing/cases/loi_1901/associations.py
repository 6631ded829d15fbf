"""Which associations: those of the law of 1901; of local law, the text was not found."""

from datetime import date
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.structures import CPTS, EquipeDeSoinsPrimaires, MaisonDeSante
from cpts_model.testing.case import Build
from cpts_model.testing.telling import drawn

NO_ASSOCIATION = st.sampled_from([None, LegalForm.GCS, LegalForm.SOCIETE, LegalForm.FONDATION])
NOT_SETTLED_FORM = st.sampled_from([UNKNOWN, LegalForm.ASSOCIATION_DROIT_LOCAL])
KINDS = st.sampled_from([CPTS, MaisonDeSante, EquipeDeSoinsPrimaires])


def in_association(form: Any = LegalForm.ASSOCIATION, statutes: Any = UNKNOWN) -> Build:
    """The structure that is joined or left: an association, unless another form is told, of these statutes."""

    def build(base: Any, draw: DrawFn, on: date) -> Any:
        structure = draw(KINDS)(
            id="association", legal_form=drawn(form, draw, on), statutes=drawn(statutes, draw, on)
        )
        return attrs.evolve(base, structure=structure)

    return build
