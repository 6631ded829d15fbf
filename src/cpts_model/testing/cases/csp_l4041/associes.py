"""L4041-1 and L4041-3: who may be a partner, and what company a SISA is."""

from hypothesis import strategies as st

from cpts_model.engine.dates import since
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, PersonRole
from cpts_model.facts.professions import Profession
from cpts_model.testing.case import Case
from cpts_model.testing.cases.sisa import ADMITTED, COMPANY, NOT_ADMITTED, UNTOLD, WITH_AN_ORDRE, somebody_of
from cpts_model.testing.invented import ended, generaliste, not_running, professional, to_come
from cpts_model.testing.telling import either, joined_by, nobody, telling, where_untold, with_only

PARTICULIER = Organisation(id="zoe", legal_form=LegalForm.NATURAL_PERSON)
"""Somebody in their own name, described as an organisation: with no profession."""
CANNOT_PRACTISE = st.sampled_from(
    [
        Person(id="zoe", role=PersonRole.USAGER),
        Person(id="zoe", role=PersonRole.ELU),
        Organisation(id="clinique", legal_form=LegalForm.SEL),
        Organisation(id="clinique", legal_form=LegalForm.ASSOCIATION),
    ]
)
"""Somebody of no profession, or no natural person."""
NOT_ADMITTED_PRACTISING = somebody_of(
    NOT_ADMITTED, meets_practice_conditions=True, registered_with_ordre=True
)

# --- « entre des personnes physiques exerçant une profession médicale, d'auxiliaire médical ou de pharmacien »

no_partner_that_day = either(
    nobody,
    with_only(NOT_ADMITTED_PRACTISING, associe=False),
    with_only(NOT_ADMITTED_PRACTISING, how=not_running, associe=True),
)
not_admitted = joined_by(NOT_ADMITTED_PRACTISING, associe=True)

ADMISSIBLES = Case(
    rule="sisa.associes-admissibles",
    in_force=since(2011, 8, 12),
    about=COMPANY,
    satisfied=joined_by(somebody_of(ADMITTED), associe=True),
    violated=where_untold(
        "members", either(not_admitted, joined_by(CANNOT_PRACTISE, associe=True)), not_admitted
    ),
    undetermined=either(
        telling(members=UNKNOWN),
        joined_by(UNTOLD, associe=True),
        joined_by(PARTICULIER, associe=True),
        joined_by(NOT_ADMITTED_PRACTISING, associe=UNKNOWN),
        joined_by(NOT_ADMITTED_PRACTISING, associe=True, left_on=UNKNOWN),
    ),
    not_applicable=no_partner_that_day,
)

# --- « Peuvent également être associés […] les associés d'une société civile professionnelle ou d'exercice libéral »

DE_SCP_OU_SEL = Case(
    rule="sisa.associes-de-scp-ou-sel",
    in_force=since(2011, 8, 12),
    about=COMPANY,
    satisfied=with_only(somebody_of(ADMITTED, partner_of_scp_or_sel=True), associe=True),
    violated=joined_by(
        somebody_of(
            NOT_ADMITTED,
            partner_of_scp_or_sel=True,
            meets_practice_conditions=True,
            registered_with_ordre=True,
        ),
        associe=True,
    ),
    undetermined=either(
        joined_by(professional("zoe", Profession.OSTEOPATHE), associe=True),
        with_only(professional("zoe", Profession.MEDECIN), associe=True),
        with_only(UNTOLD, associe=True),
        telling(members=UNKNOWN),
    ),
    not_applicable=either(
        nobody,
        with_only(generaliste("zoe", partner_of_scp_or_sel=False), associe=True),
        with_only(generaliste("zoe", partner_of_scp_or_sel=True), associe=False),
        with_only(generaliste("zoe", partner_of_scp_or_sel=True), how=not_running, associe=True),
        with_only(Organisation(id="sel", legal_form=LegalForm.SEL), associe=True),
    ),
    together=("sisa.associes-admissibles",),
    together_why=Text(
        "le second alinéa n'ouvre la société qu'aux professions du premier",
        "the second paragraph opens the company to the professions of the first one only",
    ),
)

# --- the société civile itself

OTHER_FORMS = [
    None,
    LegalForm.ASSOCIATION,
    LegalForm.SCM,
    LegalForm.SCP,
    LegalForm.SEL,
    LegalForm.SOCIETE,
    LegalForm.GCS,
    LegalForm.GIE,
    LegalForm.SCIC,
    LegalForm.NATURAL_PERSON,
]
SOCIETE = Case(
    rule="sisa.societe",
    in_force=since(2011, 8, 12),
    about=COMPANY,
    satisfied=telling(legal_form=LegalForm.SISA),
    violated=telling(legal_form=st.sampled_from(OTHER_FORMS)),
    undetermined=telling(legal_form=UNKNOWN),
)

# --- L4041-3: « remplissant toutes les conditions exigées […] et, le cas échéant, inscrites au tableau de l'ordre »

HAS_NO_ORDRE = professional(
    "zoe", Profession.ORTHOPHONISTE, meets_practice_conditions=True, registered_with_ordre=False
)
may_not_practise = either(
    joined_by(
        somebody_of(WITH_AN_ORDRE, meets_practice_conditions=True, registered_with_ordre=False), associe=True
    ),
    joined_by(
        somebody_of(ADMITTED, meets_practice_conditions=False, registered_with_ordre=True), associe=True
    ),
)
EXERCICE = Case(
    rule="sisa.associes-exercice",
    in_force=since(2011, 8, 12),
    about=COMPANY,
    satisfied=either(
        joined_by(
            somebody_of(ADMITTED, meets_practice_conditions=True, registered_with_ordre=True), associe=True
        ),
        joined_by(HAS_NO_ORDRE, associe=True),
    ),
    violated=where_untold(
        "members", either(may_not_practise, joined_by(CANNOT_PRACTISE, associe=True)), may_not_practise
    ),
    undetermined=either(
        joined_by(
            somebody_of(ADMITTED, meets_practice_conditions=UNKNOWN, registered_with_ordre=True), associe=True
        ),
        joined_by(
            somebody_of(WITH_AN_ORDRE, meets_practice_conditions=True, registered_with_ordre=UNKNOWN),
            associe=True,
        ),
        joined_by(generaliste("zoe", meets_practice_conditions=False), associe=UNKNOWN),
        telling(members=UNKNOWN),
    ),
    not_applicable=either(
        nobody,
        with_only(generaliste("zoe", meets_practice_conditions=False), associe=False),
        with_only(generaliste("zoe", meets_practice_conditions=False), how=ended, associe=True),
        with_only(generaliste("zoe", meets_practice_conditions=False), how=to_come, associe=True),
    ),
)

L4041_1 = (ADMISSIBLES, DE_SCP_OU_SEL, SOCIETE)
L4041_3 = (EXERCICE,)
