"""A centre de santé that breaks no law: articles L6323-1 and following, condition by condition."""

from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.modes import Mode
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.structures import CentreDeSante
from cpts_model.testing.days import days_until
from cpts_model.testing.invented import generaliste, infirmier, kinesitherapeute, running

FORMS = (
    LegalForm.ASSOCIATION,
    LegalForm.MUTUELLE,
    LegalForm.COMMUNE,
    LegalForm.DEPARTEMENT,
    LegalForm.ETABLISSEMENT_PUBLIC_DE_SANTE,
)
"""Forms of managing bodies that every version of article L6323-1-3 admits."""
KINDS = {LegalForm.ETABLISSEMENT_PUBLIC_DE_SANTE: OrganisationKind.HOPITAL_PUBLIC}
PEOPLE = (generaliste, infirmier, kinesitherapeute)
NAMES = ("agathe", "basile", "cleo")


def lawful_centre_de_sante(draw: DrawFn, on: date) -> CentreDeSante:
    """« des structures sanitaires de proximité, dispensant des soins de premier recours »…

    Of an admitted managing body, with salaried professionals or volunteers, and a projet
    of its own. What had to be handed in was: before the opening, and within the year that
    older centres had.
    """
    form = draw(st.sampled_from(FORMS))
    opened_on = draw(days_until(on))
    handed_on = opened_on - timedelta(days=1) if opened_on >= date(2018, 3, 2) else date(2019, 3, 1)
    needs_agrement = draw(st.booleans())
    modes = st.sampled_from([Mode.SALARIE, Mode.BENEVOLE])
    return CentreDeSante(
        id="cds",
        manager=Organisation(
            id="gestionnaire",
            kind=KINDS.get(form, OrganisationKind.OTHER),
            legal_form=form,
            manages_private_health_establishment=False,
            leaders_have_conflicting_interests=False,
        ),
        members=tuple(
            running(person(name, mode=draw(modes)), draw, on)
            for person, name in zip(PEOPLE[: draw(st.integers(1, 3))], NAMES, strict=False)
        ),
        salaried_only=True,
        profits_distributed=False,
        premier_recours=True,
        prevention_diagnosis_and_care=True,
        accommodation=False,
        principally_reimbursable=True,
        projet=ProjetDeSante(
            covers_accessibility=True,
            reglement_de_fonctionnement_annexed=True,
            distinct_from_hospital_projet=True,
        ),
        opened_on=opened_on,
        conformity_commitment_on=handed_on,
        conformity_receipt_on=handed_on,
        agrement_activity=needs_agrement,
        agrement_activity_since=opened_on,
        agrement_on=draw(days_until(on)) if needs_agrement else None,
    )
