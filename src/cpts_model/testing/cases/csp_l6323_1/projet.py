"""L6323-1-10: the projet de santé of a centre de santé."""

from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.testing.case import Case
from cpts_model.testing.cases.csp_l6323_1.activites import CDS, REGIME
from cpts_model.testing.cases.csp_l6323_1.gestion import managed_by
from cpts_model.testing.telling import either, telling, together, with_projet

# --- « élaborent un projet de santé, portant, en particulier, sur l'accessibilité et la continuité des soins »

PROJET = Case(
    rule="cds.projet",
    in_force=REGIME,
    about=CDS,
    satisfied=with_projet(covers_accessibility=True),
    violated=either(with_projet(covers_accessibility=False), telling(projet=None)),
    undetermined=either(telling(projet=UNKNOWN), with_projet(covers_accessibility=UNKNOWN)),
)

# --- « Le règlement de fonctionnement du centre de santé est annexé au projet de santé. »

REGLEMENT = Case(
    rule="cds.reglement-de-fonctionnement",
    in_force=REGIME,
    about=CDS,
    satisfied=with_projet(reglement_de_fonctionnement_annexed=True),
    violated=with_projet(reglement_de_fonctionnement_annexed=False),
    undetermined=either(telling(projet=UNKNOWN), with_projet(reglement_de_fonctionnement_annexed=UNKNOWN)),
    not_applicable=telling(projet=None),
)

# --- « Le projet de santé du centre de santé géré par un établissement de santé est distinct »

BY_A_HEALTH_ESTABLISHMENT = either(
    managed_by(LegalForm.ETABLISSEMENT_PUBLIC_DE_SANTE, kind=OrganisationKind.HOPITAL_PUBLIC),
    managed_by(LegalForm.SOCIETE, manages_private_health_establishment=True),
    managed_by(LegalForm.ASSOCIATION, manages_private_health_establishment=True),
)
BY_NO_HEALTH_ESTABLISHMENT = either(managed_by(LegalForm.ASSOCIATION), managed_by(LegalForm.COMMUNE))
THE_SAME_PROJET = with_projet(distinct_from_hospital_projet=False)

PROJET_DISTINCT = Case(
    rule="cds.projet-distinct",
    in_force=REGIME,
    about=CDS,
    satisfied=together(BY_A_HEALTH_ESTABLISHMENT, with_projet(distinct_from_hospital_projet=True)),
    violated=together(BY_A_HEALTH_ESTABLISHMENT, THE_SAME_PROJET),
    undetermined=either(
        together(BY_A_HEALTH_ESTABLISHMENT, with_projet(distinct_from_hospital_projet=UNKNOWN)),
        together(BY_A_HEALTH_ESTABLISHMENT, telling(projet=UNKNOWN)),
        together(telling(manager=UNKNOWN), THE_SAME_PROJET),
        together(
            managed_by(LegalForm.ASSOCIATION, manages_private_health_establishment=UNKNOWN), THE_SAME_PROJET
        ),
    ),
    not_applicable=either(
        together(BY_A_HEALTH_ESTABLISHMENT, telling(projet=None)),
        together(BY_NO_HEALTH_ESTABLISHMENT, THE_SAME_PROJET),
    ),
)

CASES = (PROJET, REGLEMENT, PROJET_DISTINCT)
