"""A practice within a structure, and an organisation: no law or regulation that is encoded can be broken by them."""

from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.facts.exercice import Exercice
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.modes import Mode
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.structures import CPTS, EquipeDeSoinsPrimaires, MaisonDeSante
from cpts_model.testing.days import days_until
from cpts_model.testing.invented import infirmier, kinesitherapeute, pharmacien, running


def lawful_exercice(draw: DrawFn, on: date) -> Exercice:
    """Of a member of the structure, told in full."""
    who = draw(st.sampled_from([infirmier, kinesitherapeute, pharmacien]))(
        "agathe", mode=Mode.LIBERAL, substitute=False
    )
    kind = draw(st.sampled_from([MaisonDeSante, EquipeDeSoinsPrimaires, CPTS]))
    return Exercice(
        professional=who,
        structure=kind(id="structure", members=(running(who, draw, on),)),
        titulaire=True,
        collaborateur=False,
        gerant=False,
        declared_to_ars_on=draw(days_until(on)),
        departement="33",
        same_exercise_as_medecin_traitant=True,
        experiment_authorised=False,
    )


def lawful_organisation(draw: DrawFn, on: date) -> Organisation:
    """An organisation of the field, and its legal form."""
    kinds = [OrganisationKind.HOPITAL_PUBLIC, OrganisationKind.CCAS, OrganisationKind.DAC]
    return Organisation(
        id="organisation",
        kind=draw(st.sampled_from(kinds)),
        legal_form=LegalForm.ETABLISSEMENT_PUBLIC_DE_SANTE,
    )
