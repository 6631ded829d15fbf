"""Code du travail, L1253-3, R1253-35 and R1253-36: a SISA as an employers' grouping for its partners."""

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.professions import Profession
from cpts_model.testing.case import Case
from cpts_model.testing.cases.sisa import COMPANY, employing
from cpts_model.testing.invented import professional
from cpts_model.testing.telling import either, telling, together

# --- « employant des salariés dans les conditions prévues au a du 3° de l'article L. 4041-2 »

gives_care_through_an_employee = together(
    telling(is_maison_de_sante=True, statutes_allow_employment=True),
    employing(professional("wanda", Profession.ORTHOPHONISTE, practises_premier_recours=True)),
)
GROUPEMENT = Case(
    rule="sisa.groupement-d-employeurs",
    in_force=since(2021, 5, 14),
    about=COMPANY,
    satisfied=gives_care_through_an_employee,
    violated=either(
        telling(salaried=()), telling(is_maison_de_sante=False), telling(statutes_allow_employment=False)
    ),
    undetermined=either(
        together(gives_care_through_an_employee, telling(salaried=UNKNOWN)),
        together(gives_care_through_an_employee, telling(is_maison_de_sante=UNKNOWN)),
        together(gives_care_through_an_employee, telling(statutes_allow_employment=UNKNOWN)),
    ),
)

# --- « mentionne dans ses statuts […] cette activité ainsi que la responsabilité solidaire des associés »

STATUTS = Case(
    rule="sisa.groupement-statuts",
    in_force=since(2021, 6, 12),
    about=COMPANY,
    satisfied=telling(acts_as_groupement_d_employeurs=True, statutes_mention_groupement=True),
    violated=telling(
        acts_as_groupement_d_employeurs=True,
        statutes_mention_groupement=False,
        groupement_separate_accounts=True,
    ),
    undetermined=either(
        telling(acts_as_groupement_d_employeurs=True, statutes_mention_groupement=UNKNOWN),
        telling(acts_as_groupement_d_employeurs=UNKNOWN, statutes_mention_groupement=False),
    ),
    not_applicable=telling(acts_as_groupement_d_employeurs=False),
)

# --- « la comptabilité afférente à ses opérations est séparée »

COMPTES = Case(
    rule="sisa.groupement-comptes",
    in_force=since(2021, 6, 12),
    about=COMPANY,
    satisfied=telling(acts_as_groupement_d_employeurs=True, groupement_separate_accounts=True),
    violated=telling(
        acts_as_groupement_d_employeurs=True,
        statutes_mention_groupement=True,
        groupement_separate_accounts=False,
    ),
    undetermined=either(
        telling(acts_as_groupement_d_employeurs=True, groupement_separate_accounts=UNKNOWN),
        telling(acts_as_groupement_d_employeurs=UNKNOWN, groupement_separate_accounts=False),
    ),
    not_applicable=telling(acts_as_groupement_d_employeurs=False),
)

CASES = (GROUPEMENT, STATUTS, COMPTES)
