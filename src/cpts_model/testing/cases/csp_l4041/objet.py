"""L4041-2: what a SISA is for; L4041-3: the formalities that it is spared."""

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.testing.case import Case
from cpts_model.testing.cases.sisa import COMPANY
from cpts_model.testing.telling import either, telling

# --- « 1° La mise en commun de moyens […] 2° L'exercice en commun […] d'activités de coordination thérapeutique »

OBJET = Case(
    rule="sisa.objet",
    in_force=since(2011, 8, 12),
    about=COMPANY,
    satisfied=telling(pools_means=True, joint_activities=True),
    violated=telling(pools_means=False, joint_activities=False),
    undetermined=either(
        telling(pools_means=UNKNOWN, joint_activities=True),
        telling(pools_means=True, joint_activities=UNKNOWN),
        telling(pools_means=UNKNOWN, joint_activities=False),
        # What was read does not say whether one of the two is enough.
        telling(pools_means=True, joint_activities=False),
        telling(pools_means=False, joint_activities=True),
    ),
)

# --- « 3° Lorsque la société est une maison de santé et que ses statuts le prévoient »

SOINS_PAR_SALARIES = Case(
    rule="sisa.soins-par-salaries",
    in_force=since(2021, 5, 14),
    about=COMPANY,
    satisfied=telling(is_maison_de_sante=True, statutes_allow_employment=True),
    violated=either(
        telling(statutes_allow_employment=False),
        telling(is_maison_de_sante=False),
    ),
    undetermined=either(
        telling(is_maison_de_sante=UNKNOWN, statutes_allow_employment=True),
        telling(is_maison_de_sante=True, statutes_allow_employment=UNKNOWN),
    ),
)
REDISTRIBUTION = Case(
    rule="sisa.redistribution",
    in_force=since(2021, 5, 14),
    about=COMPANY,
    satisfied=telling(
        is_maison_de_sante=True, statutes_allow_redistribution=True, pay_recipients_signed_projet=True
    ),
    violated=either(
        telling(statutes_allow_redistribution=False),
        telling(is_maison_de_sante=False),
        telling(pay_recipients_signed_projet=False),
    ),
    undetermined=either(
        telling(
            is_maison_de_sante=UNKNOWN, statutes_allow_redistribution=True, pay_recipients_signed_projet=True
        ),
        telling(
            is_maison_de_sante=True, statutes_allow_redistribution=UNKNOWN, pay_recipients_signed_projet=True
        ),
        telling(
            is_maison_de_sante=True, statutes_allow_redistribution=True, pay_recipients_signed_projet=UNKNOWN
        ),
    ),
)

# --- L4041-3: the company « dont l'objet social ne comprend pas » care by employees

DISPENSE = (
    Case(
        rule="sisa.dispense-de-formalites",
        in_force=since(2021, 5, 14),
        about=COMPANY,
        satisfied=telling(statutes_allow_employment=False),
        violated=telling(statutes_allow_employment=True),
        undetermined=telling(statutes_allow_employment=UNKNOWN),
    ),
)

CASES = (OBJET, SOINS_PAR_SALARIES, REDISTRIBUTION)
