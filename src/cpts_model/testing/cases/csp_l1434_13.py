"""L1434-13: on whose projet the agency may conclude a contrat territorial de santé."""

import attrs

from cpts_model.engine.dates import since
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.structures import CPTS, EquipeDeSoinsPrimaires, EquipeDeSoinsSpecialises
from cpts_model.testing.case import Case
from cpts_model.testing.cases.csp_l1434_12.silence import NOT_VALIDATED, VALIDATED, VALIDATION_IS_OPEN
from cpts_model.testing.days import not_yet
from cpts_model.testing.telling import either, telling, with_projet

# --- The projet of a CPTS where it is validated; that of an équipe as it is

CONTRAT_CPTS = Case(
    rule="cpts.contrat-territorial",
    in_force=since(2019, 7, 27),
    about=(CPTS,),
    satisfied=VALIDATED,
    violated=NOT_VALIDATED,
    undetermined=VALIDATION_IS_OPEN,
)
NO_PROJET = Text(
    "sans projet de santé, l'équipe n'est pas non plus une équipe de l'article L1411-11-1",
    "without a projet de santé, the équipe is not one of article L1411-11-1 either",
)
CONTRAT_ESP = Case(
    rule="esp.contrat-territorial",
    in_force=since(2019, 7, 27),
    about=(EquipeDeSoinsPrimaires,),
    satisfied=either(
        with_projet(drawn_up_by_members=True), with_projet(transmitted_on=not_yet, validated_on=not_yet)
    ),
    violated=telling(projet=None),
    undetermined=telling(projet=UNKNOWN),
    together=("esp.projet",),
    together_why=NO_PROJET,
)
CONTRAT_ESS = attrs.evolve(
    CONTRAT_ESP,
    rule="ess.contrat-territorial",
    about=(EquipeDeSoinsSpecialises,),
    together=("ess.projet",),
)

CASES = (CONTRAT_CPTS, CONTRAT_ESP, CONTRAT_ESS)
