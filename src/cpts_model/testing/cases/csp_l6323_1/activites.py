"""L6323-1: what a centre de santé does."""

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.structures import CentreDeSante
from cpts_model.testing.case import Case
from cpts_model.testing.telling import either, telling

CDS = (CentreDeSante,)
REGIME = since(2018, 3, 2)

# --- « dispensant des soins de premier recours »

PREMIER_RECOURS = Case(
    rule="cds.premier-recours",
    in_force=REGIME,
    about=CDS,
    satisfied=telling(premier_recours=True),
    violated=telling(premier_recours=False, diagnosis_only=False),
    undetermined=either(
        telling(premier_recours=UNKNOWN, diagnosis_only=False),
        # « par dérogation »: from this condition too? It is not said.
        telling(premier_recours=False, diagnosis_only=True),
        telling(premier_recours=False, diagnosis_only=UNKNOWN),
    ),
)

# --- « pratiquant à la fois des activités de prévention, de diagnostic et de soins »; diagnosis alone « par dérogation »

ACTIVITES = Case(
    rule="cds.activites",
    in_force=REGIME,
    about=CDS,
    satisfied=either(
        telling(prevention_diagnosis_and_care=True, diagnosis_only=False),
        telling(prevention_diagnosis_and_care=False, diagnosis_only=True),
    ),
    violated=telling(prevention_diagnosis_and_care=False, diagnosis_only=False),
    undetermined=either(
        telling(prevention_diagnosis_and_care=UNKNOWN, diagnosis_only=False),
        telling(prevention_diagnosis_and_care=False, diagnosis_only=UNKNOWN),
    ),
)

# --- « au sein du centre, sans hébergement, ou au domicile du patient »

SANS_HEBERGEMENT = Case(
    rule="cds.sans-hebergement",
    in_force=REGIME,
    about=CDS,
    satisfied=telling(accommodation=False),
    violated=telling(accommodation=True),
    undetermined=telling(accommodation=UNKNOWN),
)

# --- « à titre principal, des prestations remboursables par l'assurance maladie »

PRESTATIONS_REMBOURSABLES = Case(
    rule="cds.prestations-remboursables",
    in_force=REGIME,
    about=CDS,
    satisfied=telling(principally_reimbursable=True),
    violated=telling(principally_reimbursable=False),
    undetermined=telling(principally_reimbursable=UNKNOWN),
)

CASES = (PREMIER_RECOURS, ACTIVITES, SANS_HEBERGEMENT, PRESTATIONS_REMBOURSABLES)
