"""D162-34 of the code de la sécurité sociale: who may carry a parcours coordonné renforcé."""

from datetime import date
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.structures import (
    CPTS,
    SISA,
    CentreDeSante,
    EquipeDeSoinsPrimaires,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
)
from cpts_model.testing.case import Build, Case, Impossible
from cpts_model.testing.cases.named import ITS_KIND, NAMED, NOT_NAMED
from cpts_model.testing.telling import as_it_is, either, telling

MAISON = OrganisationKind.MAISON_DE_SANTE
CARRIERS = [
    OrganisationKind.HOPITAL_PUBLIC,
    OrganisationKind.CENTRE_DE_SANTE,
    OrganisationKind.EQUIPE_DE_SOINS_SPECIALISES,
    OrganisationKind.CPTS,
    OrganisationKind.DAC,
    OrganisationKind.MDPH,
    OrganisationKind.PMI,
]
OTHERS = [
    OrganisationKind.PHARMACIE_OFFICINE,
    OrganisationKind.EQUIPE_DE_SOINS_PRIMAIRES,
    OrganisationKind.CABINET,
]
IN_PART = [OrganisationKind.ETABLISSEMENT_DE_SANTE_PRIVE, OrganisationKind.EHPAD, OrganisationKind.SSIAD]
"""Of these the article means some only: those that give care paid within certain spending targets."""


def organisation(*kinds: OrganisationKind, forms: tuple[Any, ...] = (UNKNOWN,)) -> Build:
    """An organisation of one of these kinds, under one of these forms."""

    def build(base: Organisation, draw: DrawFn, on: date) -> Organisation:
        return attrs.evolve(base, kind=draw(st.sampled_from(kinds)), legal_form=draw(st.sampled_from(forms)))

    return build


# --- « une maison de santé » constituted as a SISA, and the others named

PORTEUSES = Case(
    rule="pcr.structures-porteuses",
    in_force=since(2025, 5, 3),
    about=(Organisation,),
    satisfied=either(organisation(*CARRIERS), organisation(MAISON, forms=(LegalForm.SISA,))),
    violated=either(organisation(*OTHERS), organisation(MAISON, forms=(LegalForm.ASSOCIATION, None))),
    undetermined=either(
        telling(kind=UNKNOWN, legal_form=UNKNOWN),
        organisation(*IN_PART),
        organisation(MAISON, forms=(UNKNOWN,)),
    ),
)
OF_MAISONS_DE_SANTE = attrs.evolve(
    PORTEUSES,
    about=(MaisonDeSante,),
    satisfied=either(
        telling(legal_form=LegalForm.SISA, sisa=UNKNOWN), telling(legal_form=UNKNOWN, sisa=SISA(id="sisa"))
    ),
    violated=telling(legal_form=LegalForm.ASSOCIATION, sisa=None),
    undetermined=telling(legal_form=UNKNOWN, sisa=UNKNOWN),
)
OF_SISA = attrs.evolve(
    PORTEUSES,
    about=(SISA,),
    satisfied=telling(is_maison_de_sante=True),
    violated=telling(is_maison_de_sante=False),
    undetermined=telling(is_maison_de_sante=UNKNOWN),
)
OF_THOSE_NAMED = attrs.evolve(
    PORTEUSES,
    about=(CPTS, EquipeDeSoinsSpecialises, CentreDeSante),
    satisfied=as_it_is,
    violated=Impossible(NAMED),
    undetermined=Impossible(ITS_KIND),
)
OF_THE_OTHER = attrs.evolve(
    PORTEUSES,
    about=(EquipeDeSoinsPrimaires,),
    satisfied=Impossible(NOT_NAMED),
    violated=as_it_is,
    undetermined=Impossible(ITS_KIND),
)

CASES = (PORTEUSES, OF_MAISONS_DE_SANTE, OF_SISA, OF_THOSE_NAMED, OF_THE_OTHER)
