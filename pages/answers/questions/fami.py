"""Does joining give a right to FAMI or to the forfait structure, and on what proof?"""

from cpts_model import (
    CPTS,
    MSP,
    Belonging,
    Exercice,
    FeePayment,
    FeePeriod,
    Mode,
    Profession,
    Professional,
    Statutes,
    Text,
)
from cpts_model.engine.dates import add_months
from pages.answers.people import NURSE, association, member
from pages.answers.question import JUDGED_ON, Case, Group, Question, Says, Silence

_PHARMACIST = Professional(id="pharmacienne", name="Fanny Imaginaire", professions=(Profession.PHARMACIEN,))
_PHYSIO = Professional(
    id="kinesitherapeute",
    name="Noé Fictif",
    professions=(Profession.MASSEUR_KINESITHERAPEUTE,),
    mode=Mode.LIBERAL,
    substitute=False,
)
_DECLARED_ON = add_months(JUDGED_ON, -3)
_DIRECT = Says(
    satisfied=Text(
        "Oui : ce droit est ouvert.",
        "Yes: this right is open.",
    ),
    violated=Text(
        "Non : la seule adhésion à la CPTS n'ouvre pas ce droit.",
        "No: belonging to the CPTS alone does not open this right.",
    ),
    undetermined=Text("Il manque un fait pour le dire.", "A fact is wanting to say so."),
    not_applicable=Text(
        "Aucune règle encodée n'ouvre ce droit ce jour-là.", "No rule encoded opens this right on that day."
    ),
)

FAMI = Question(
    slug=Text("fami-forfait-structure", "fami-forfait-structure"),
    group=Group.MONEY,
    asked=Text(
        "Adhérer donne-t-il droit au FAMI ou au forfait structure, et sur quelle preuve ?",
        "Does joining give a right to the FAMI or the forfait structure, and on what proof?",
    ),
    also=Text(
        "Ma caisse me demande de prouver que je suis en exercice coordonné.",
        "My fund asks me to prove that I am in coordinated practice.",
    ),
    cases=(
        Case(
            what=Text(
                "Prouver l'adhésion : la cotisation de l'année est payée",
                "Proving membership: the fee of the year is paid",
            ),
            dossier=Belonging(
                structure=association(Statutes(period=FeePeriod.CIVIL_YEAR)),
                membership=member(NURSE, fees=(FeePayment(paid_on=add_months(JUDGED_ON, -8)),)),
            ),
            rule="statuts.cotisation-a-jour",
            says=Says(
                satisfied=Text(
                    "L'association peut attester que l'adhésion est à jour de cotisation ; c'est à la caisse de dire si cela lui suffit.",
                    "The association may state that the membership is paid up; it is for the fund to say whether that is enough.",
                ),
                violated=Text(
                    "L'association ne peut pas attester que l'adhésion est à jour de cotisation.",
                    "The association may not state that the membership is paid up.",
                ),
            ),
            leads=True,
        ),
        Case(
            what=Text(
                "Une pharmacienne titulaire, membre de la CPTS du médecin traitant : être pharmacien correspondant",
                "A pharmacy owner, member of the CPTS of the médecin traitant: being pharmacien correspondant",
            ),
            dossier=Exercice(
                professional=_PHARMACIST,
                structure=CPTS(id="cpts-des-mots", members=(member(_PHARMACIST),)),
                titulaire=True,
                same_exercise_as_medecin_traitant=True,
            ),
            rule="droit.pharmacien-correspondant",
            says=_DIRECT,
            law_moved=True,
        ),
        Case(
            what=Text(
                "Un masseur-kinésithérapeute d'une CPTS, dans un département retenu et déclaré : accès direct",
                "A physiotherapist of a CPTS, in a département on the list and declared: direct access",
            ),
            dossier=Exercice(
                professional=_PHYSIO,
                structure=CPTS(id="cpts-des-mots", members=(member(_PHYSIO),)),
                titulaire=True,
                departement="38",
                declared_to_ars_on=_DECLARED_ON,
            ),
            rule="droit.mk-acces-direct-cpts",
            says=_DIRECT,
        ),
        Case(
            what=Text(
                "Un masseur-kinésithérapeute d'une CPTS, hors de l'expérimentation : accès direct",
                "A physiotherapist of a CPTS, outside the experiment: direct access",
            ),
            dossier=Exercice(
                professional=_PHYSIO, structure=CPTS(id="cpts-des-mots", members=(member(_PHYSIO),))
            ),
            rule="droit.mk-acces-direct",
            says=_DIRECT,
        ),
        Case(
            what=Text(
                "Un masseur-kinésithérapeute d'une maison de santé : accès direct",
                "A physiotherapist of a maison de santé: direct access",
            ),
            dossier=Exercice(
                professional=_PHYSIO, structure=MSP(id="msp-des-mots", members=(member(_PHYSIO),))
            ),
            rule="droit.mk-acces-direct",
            says=_DIRECT,
        ),
    ),
    silences=(
        Silence(
            Text(
                "Le FAMI, le forfait structure et les autres sommes qu'une convention lie à l'exercice coordonné : leurs textes ne sont pas encodés.",
                "The FAMI, the forfait structure and the other sums that an agreement ties to coordinated practice: their texts are not encoded.",
            ),
            Text(
                "la convention nationale de votre profession",
                "the national agreement of your profession",
            ),
            Text(
                "Demandez à votre caisse d'assurance maladie si l'adhésion à une CPTS compte comme exercice coordonné pour votre profession, "
                "pour quelle année, et quelle pièce il faut joindre.",
                "Ask your health-insurance fund whether belonging to a CPTS counts as coordinated practice for your profession, for which year, "
                "and which document to join.",
            ),
            Text(
                "Cela dépend de la convention nationale de votre profession, que la bibliothèque n'encode pas : demandez à votre caisse.",
                "It depends on the national agreement of your profession, which the library does not encode: ask your fund.",
            ),
        ),
    ),
)
