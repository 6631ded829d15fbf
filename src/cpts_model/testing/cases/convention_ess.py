"""Convention médicale 2024-2029, articles 53 to 58: what funds an équipe de soins spécialisés."""

from decimal import Decimal

from hypothesis import strategies as st

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.structures import EquipeDeSoinsSpecialises
from cpts_model.testing.case import Case
from cpts_model.testing.telling import telling

ESS = (EquipeDeSoinsSpecialises,)
CONVENTION_SINCE = since(2024, 6, 22)
CAHIER_DES_CHARGES_SINCE = since(2025, 1, 1)

NO_ASSOCIATION = (
    None,
    LegalForm.SISA,
    LegalForm.SCM,
    LegalForm.SEL,
    LegalForm.GCS,
    LegalForm.SOCIETE,
    LegalForm.NATURAL_PERSON,
)

# --- « association loi 1901 »: of the association under local law the sources say nothing

ASSOCIATION = Case(
    rule="ess.convention-association",
    in_force=CONVENTION_SINCE,
    about=ESS,
    satisfied=telling(legal_form=LegalForm.ASSOCIATION),
    violated=telling(legal_form=st.sampled_from(NO_ASSOCIATION)),
    undetermined=telling(legal_form=st.sampled_from([UNKNOWN, LegalForm.ASSOCIATION_DROIT_LOCAL])),
)

# --- « au moins 10 % »: ten per cent is enough

SHARES = ("0.10", "0.1001", "0.5", "1")
TOO_SMALL_SHARES = ("0.0999", "0.09", "0")
PART_DES_SPECIALISTES = Case(
    rule="ess.convention-part-des-specialistes",
    in_force=CONVENTION_SINCE,
    about=ESS,
    satisfied=telling(share_of_specialists=st.sampled_from(SHARES).map(Decimal)),
    violated=telling(share_of_specialists=st.sampled_from(TOO_SMALL_SHARES).map(Decimal)),
    undetermined=telling(share_of_specialists=UNKNOWN),
)

# --- « territoire au moins départemental »

TERRITOIRE = Case(
    rule="ess.convention-territoire",
    in_force=CONVENTION_SINCE,
    about=ESS,
    satisfied=telling(covers_departement=True),
    violated=telling(covers_departement=False),
    undetermined=telling(covers_departement=UNKNOWN),
)

# --- at least ten specialists of the speciality in the territory, no other team of theirs, no single pathology

DIX_SPECIALISTES = Case(
    rule="ess.convention-dix-specialistes",
    in_force=CAHIER_DES_CHARGES_SINCE,
    about=ESS,
    satisfied=telling(specialists_in_territory=st.integers(10, 400)),
    violated=telling(specialists_in_territory=st.sampled_from([9, 8, 1, 0])),
    undetermined=telling(specialists_in_territory=UNKNOWN),
)
SEULE_EQUIPE = Case(
    rule="ess.convention-seule-equipe",
    in_force=CAHIER_DES_CHARGES_SINCE,
    about=ESS,
    satisfied=telling(other_team_on_territory=False),
    violated=telling(other_team_on_territory=True),
    undetermined=telling(other_team_on_territory=UNKNOWN),
)
PATHOLOGIES = Case(
    rule="ess.convention-pathologies",
    in_force=CAHIER_DES_CHARGES_SINCE,
    about=ESS,
    satisfied=telling(single_pathology=False),
    violated=telling(single_pathology=True),
    undetermined=telling(single_pathology=UNKNOWN),
)

# --- « médecins spécialistes libéraux », natural persons only

GOUVERNANCE = Case(
    rule="ess.convention-gouvernance",
    in_force=CONVENTION_SINCE,
    about=ESS,
    satisfied=telling(governed_by_liberal_natural_persons=True),
    violated=telling(governed_by_liberal_natural_persons=False),
    undetermined=telling(governed_by_liberal_natural_persons=UNKNOWN),
)

CASES = (
    ASSOCIATION,
    PART_DES_SPECIALISTES,
    TERRITOIRE,
    DIX_SPECIALISTES,
    SEULE_EQUIPE,
    PATHOLOGIES,
    GOUVERNANCE,
)
