"""L6323-1-3, L6323-1-4, L6323-1-5: the managing body of a centre de santé, its profits, its professionals."""

from typing import Any

from hypothesis import strategies as st

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.modes import Mode
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, PersonRole
from cpts_model.testing.case import Build, Case
from cpts_model.testing.cases.csp_l6323_1.activites import CDS, REGIME
from cpts_model.testing.invented import generaliste, infirmier, not_running, osteopathe
from cpts_model.testing.telling import (
    either,
    joined_by,
    nobody,
    perhaps_joined_by,
    telling,
    telling_within,
    together,
    with_only,
)

# --- « Les centres de santé sont créés et gérés soit par […] »: a closed list


def managed_by(legal_form: Any, **facts: Any) -> Build:
    """The centre, managed by a body of that form, of which nothing else of the list is true, save what is told."""
    told: dict[str, Any] = {
        "kind": OrganisationKind.OTHER,
        "non_profit": False,
        "manages_private_health_establishment": False,
        "legal_person_members_admissible": UNKNOWN,
    }
    return telling_within("manager", Organisation, id="gestionnaire", legal_form=legal_form, **(told | facts))


NON_PROFIT = (
    LegalForm.ASSOCIATION,
    LegalForm.ASSOCIATION_DROIT_LOCAL,
    LegalForm.FONDATION,
    LegalForm.MUTUELLE,
)
"""« organismes à but non lucratif », by their form alone."""
LISTED_IN_2022 = (
    *NON_PROFIT,
    LegalForm.DEPARTEMENT,
    LegalForm.COMMUNE,
    LegalForm.ETABLISSEMENT_PUBLIC_DE_SANTE,
)
LISTED_IN_2018 = (*LISTED_IN_2022, LegalForm.REGION)
"""« des collectivités territoriales »: every one of them, until 2022."""
COMPANIES = (LegalForm.SOCIETE, LegalForm.SEL, LegalForm.SISA, LegalForm.GIE)
NOT_LISTED_IN_2018 = (*COMPANIES, LegalForm.NATURAL_PERSON, None)
NOT_LISTED_IN_2022 = (*NOT_LISTED_IN_2018, LegalForm.REGION)

LISTED_IN_OTHER_WAYS = either(
    managed_by(st.sampled_from([LegalForm.GIP, LegalForm.GCS, LegalForm.OTHER]), non_profit=True),
    managed_by(UNKNOWN, kind=OrganisationKind.HOPITAL_PUBLIC),
    # « gestionnaires d'établissements de santé privés, à but non lucratif ou à but lucratif »
    managed_by(st.sampled_from(COMPANIES), manages_private_health_establishment=True),
    managed_by(LegalForm.SCIC, legal_person_members_admissible=True),
)
SCIC_OF_OTHERS = managed_by(LegalForm.SCIC, legal_person_members_admissible=False)
MANAGER_IS_OPEN = either(
    telling(manager=UNKNOWN),
    managed_by(UNKNOWN),
    managed_by(LegalForm.GIP, non_profit=UNKNOWN),
    managed_by(st.sampled_from(COMPANIES), manages_private_health_establishment=UNKNOWN),
    managed_by(LegalForm.SCIC),
    # A public body of a commune, which the list does not name; a form of which nothing is known.
    managed_by(st.sampled_from([LegalForm.CCAS, LegalForm.OTHER])),
)

GESTIONNAIRE = (
    Case(
        rule="cds.gestionnaire",
        in_force=REGIME.before(2022, 2, 23),
        about=CDS,
        satisfied=either(managed_by(st.sampled_from(LISTED_IN_2018)), LISTED_IN_OTHER_WAYS),
        violated=either(managed_by(st.sampled_from(NOT_LISTED_IN_2018)), SCIC_OF_OTHERS),
        undetermined=MANAGER_IS_OPEN,
    ),
    Case(
        rule="cds.gestionnaire",
        in_force=since(2022, 2, 23),
        about=CDS,
        satisfied=either(managed_by(st.sampled_from(LISTED_IN_2022)), LISTED_IN_OTHER_WAYS),
        violated=either(managed_by(st.sampled_from(NOT_LISTED_IN_2022)), SCIC_OF_OTHERS),
        undetermined=MANAGER_IS_OPEN,
    ),
)

# --- « lorsqu'il a un intérêt direct ou indirect dans des entreprises privées »


def with_leaders(conflicting_interests: Any) -> Build:
    """The centre, of whose managing body it is told whether its leaders have such an interest."""
    return telling_within(
        "manager",
        Organisation,
        id="gestionnaire",
        leaders_have_conflicting_interests=conflicting_interests,
    )


DIRIGEANTS_INTERETS = Case(
    rule="cds.dirigeants-interets",
    in_force=since(2023, 5, 21),
    about=CDS,
    satisfied=with_leaders(conflicting_interests=False),
    violated=with_leaders(conflicting_interests=True),
    undetermined=either(telling(manager=UNKNOWN), with_leaders(conflicting_interests=UNKNOWN)),
)

# --- « Les bénéfices […] ne peuvent pas être distribués. »

BENEFICES = Case(
    rule="cds.benefices",
    in_force=REGIME,
    about=CDS,
    satisfied=telling(profits_distributed=False),
    violated=telling(profits_distributed=True),
    undetermined=telling(profits_distributed=UNKNOWN),
)

# --- « Les professionnels qui exercent au sein des centres de santé sont salariés. » Volunteers may take part.

SALARIES = Case(
    rule="cds.salaries",
    in_force=REGIME,
    about=CDS,
    satisfied=telling(salaried_only=True),
    # Who of them is not salaried is not told: of each one it is another rule that speaks.
    violated=telling(salaried_only=False, members=UNKNOWN),
    undetermined=telling(salaried_only=UNKNOWN),
)


def practising(**facts: Any) -> st.SearchStrategy[Any]:
    """A professional of the centre, of health or not: « les professionnels qui exercent au sein »."""
    return st.sampled_from([person("zoe", **facts) for person in (infirmier, generaliste, osteopathe)])


LIBERAL = practising(mode=Mode.LIBERAL)


TOLD_ONE_BY_ONE = telling(salaried_only=UNKNOWN)
"""It is not told of all the professionals at once."""

MEMBRES_SALARIES = Case(
    rule="cds.membres-salaries",
    in_force=REGIME,
    about=CDS,
    satisfied=joined_by(
        st.sampled_from([Mode.SALARIE, Mode.BENEVOLE]).flatmap(lambda mode: practising(mode=mode))
    ),
    violated=together(joined_by(LIBERAL), TOLD_ONE_BY_ONE),
    undetermined=together(
        either(
            joined_by(practising()),
            # A mode of the nomenclature that does not say who pays.
            joined_by(practising(mode=Mode.INDIRECT)),
            perhaps_joined_by(LIBERAL),
            telling(members=UNKNOWN),
        ),
        TOLD_ONE_BY_ONE,
    ),
    not_applicable=either(
        nobody,
        with_only(LIBERAL, how=not_running),
        with_only(LIBERAL, partner=True),
        with_only(st.sampled_from([Person(id="zoe", role=PersonRole.USAGER), Organisation(id="cabinet")])),
    ),
)

CASES = (*GESTIONNAIRE, DIRIGEANTS_INTERETS, BENEFICES, SALARIES, MEMBRES_SALARIES)
