"""Invented CPTS for the benchmarks: told in full, so that every engine can answer everything."""

from datetime import date, timedelta
from decimal import Decimal

from cpts_model import (
    CPTS,
    ContratACI,
    LegalForm,
    Membership,
    Mission,
    Mode,
    Payment,
    PaymentNature,
    Profession,
    Professional,
    ProjetDeSante,
    Territory,
)

PROFESSIONS = [
    (Profession.MEDECIN, ("SM54",)),
    (Profession.INFIRMIER, ()),
    (Profession.MASSEUR_KINESITHERAPEUTE, ()),
    (Profession.PHARMACIEN, ()),
    (Profession.SAGE_FEMME, ()),
    (Profession.ORTHOPHONISTE, ()),
    (Profession.PSYCHOLOGUE, ()),
    (Profession.MEDECIN, ("SM04",)),
]


def member(number: int) -> Membership:
    """One invented member; one in fifty has no consent told as true, one in ten has left."""
    profession, savoir_faire = PROFESSIONS[number % len(PROFESSIONS)]
    joined = date(2019, 1, 1) + timedelta(days=number * 7 % 2000)
    who = Professional(
        id=f"p-{number}",
        name=f"Personne inventée {number}",
        professions=(profession,),
        savoir_faire=savoir_faire,
        mode=Mode.LIBERAL if number % 3 else Mode.SALARIE,
        practises_premier_recours=profession is not Profession.PSYCHOLOGUE,
        practises_second_recours=False,
        medico_social_actor=profession is Profession.PSYCHOLOGUE,
        service_de_sante_des_armees=number % 40 == 0,
        ministerial_authorisation=number % 80 == 0,
        practises_abroad=number % 60 == 0,
        meets_french_practice_conditions=number % 120 == 0,
    )
    return Membership(
        member=who,
        joined_on=joined,
        left_on=joined + timedelta(days=900) if number % 10 == 0 else None,
        partner=False,
        consented=number % 50 != 1,
        other_cpts=number % 25 == 0,
        ground=None,
        as_component=True,
    )


def cpts(number: int, members: int) -> CPTS:
    """One invented CPTS."""
    return CPTS(
        id=f"cpts-{number}",
        name=f"CPTS inventée {number}",
        formed_on=date(2020, 1, 1),
        legal_form=LegalForm.SISA if number % 30 == 0 else LegalForm.ASSOCIATION,
        seat_departement="33",
        projet=ProjetDeSante(
            drawn_up_by_members=True,
            transmitted_on=date(2020, 6, 1),
            received_complete_on=date(2020, 6, 15),
            validated_on=date(2020, 8, 1),
            opposed_on=None,
            territory=None if number % 20 == 0 else Territory(communes=("33063",), population=90_000),
        ),
        convention_signed_on=date(2022, 6, 15),
        contract=ContratACI(
            signed_on=date(2022, 6, 15),
            signed_by_ars=True,
            signed_by_assurance_maladie=True,
            conforms_to_contrat_type=True,
            missions=(Mission.ACCES_AUX_SOINS, Mission.PARCOURS, Mission.PREVENTION, Mission.CRISE),
        ),
        members=tuple(member(number * 7 + index) for index in range(members)),
        payments=tuple(
            Payment(
                beneficiary=f"p-{number * 7 + index}",
                paid_on=date(2025, 12, 15),
                amount=Decimal(1200),
                nature=PaymentNature.INDEMNITE,
                compensates_lost_income=True,
            )
            for index in range(3)
        ),
    )
