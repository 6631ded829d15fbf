"""Am I paid for a meeting in the evening if I lost no patient?"""

from decimal import Decimal
from typing import Any

from cpts_model import CPTS, Payment, PaymentNature, Text
from cpts_model.engine.dates import add_months
from pages.answers.people import NURSE, cpts, member
from pages.answers.question import JUDGED_ON, Case, Group, Question, Says, Silence

_ON = add_months(JUDGED_ON, -1)


def _with(*, convention: bool = True, **facts: Any) -> CPTS:
    payment = Payment(beneficiary=NURSE.id, paid_on=_ON, amount=Decimal(100), **facts)
    signed_on = add_months(JUDGED_ON, -24) if convention else None
    return cpts(member(NURSE), payments=(payment,), convention_signed_on=signed_on)


_INDEMNITY = Says(
    satisfied=Text(
        "La réunion peut être payée comme indemnité, si elle vous a fait perdre un revenu.",
        "The meeting may be paid as an indemnity, if it made you lose income.",
    ),
    violated=Text(
        "Non comme indemnité, s'il est établi que vous n'avez rien perdu : le règlement la définit comme la compensation d'une perte "
        "de revenus.",
        "Not as an indemnity, if it is established that you lost nothing: the regulation defines it as making up for lost income.",
    ),
    undetermined=Text(
        "C'est discuté : une réunion tenue le soir, hors des consultations, fait-elle perdre un revenu ? Le règlement ne le dit pas, et "
        "aucune décision n'a été trouvée.",
        "It is disputed: does a meeting held in the evening, outside consultations, make one lose income? The regulation does not say, "
        "and no decision was found.",
    ),
    not_applicable=Text(
        "Aucune règle encodée ne régit cette indemnité ce jour-là.",
        "No rule encoded governs this indemnity on that day.",
    ),
)
_PAY = Says(
    satisfied=Text(
        "La réunion peut être payée comme rémunération, si elle est une participation aux missions de service public de la CPTS : aucune perte n'est "
        "alors demandée.",
        "The meeting may be paid as a remuneration, if it is part of the public-service missions of the CPTS: no loss is then asked for.",
    ),
    violated=Text(
        "Non comme rémunération, si la réunion ne relève pas de ces missions.",
        "Not as a remuneration, if the meeting is no part of these missions.",
    ),
    undetermined=Text(
        "Comme rémunération, il faut savoir si la réunion relève des missions de service public.",
        "As a remuneration, it must be known whether the meeting is part of the public-service missions.",
    ),
)
_INDEMNITE, _REMUNERATION = PaymentNature.INDEMNITE, PaymentNature.REMUNERATION

MEETING = Question(
    slug=Text("reunion-le-soir", "evening-meeting"),
    group=Group.MONEY,
    asked=Text(
        "Suis-je payé pour une réunion le soir si je n'ai perdu aucun patient ?",
        "Am I paid for a meeting in the evening if I lost no patient?",
    ),
    also=Text(
        "Un forfait par réunion est-il permis ? Le même taux horaire pour tous ?",
        "Is a flat sum for each meeting allowed? One hourly rate for all?",
    ),
    cases=(
        Case(
            what=Text(
                "Une indemnité, sans savoir si un revenu a été perdu",
                "An indemnity, not knowing whether income was lost",
            ),
            dossier=_with(nature=_INDEMNITE),
            rule="cpts.indemnite-perte-de-revenus",
            says=_INDEMNITY,
            leads=True,
        ),
        Case(
            what=Text("Une indemnité, un revenu ayant été perdu", "An indemnity, income having been lost"),
            dossier=_with(nature=_INDEMNITE, compensates_lost_income=True),
            rule="cpts.indemnite-perte-de-revenus",
            says=_INDEMNITY,
        ),
        Case(
            what=Text("Une indemnité, rien n'ayant été perdu", "An indemnity, nothing having been lost"),
            dossier=_with(nature=_INDEMNITE, compensates_lost_income=False),
            rule="cpts.indemnite-perte-de-revenus",
            says=_INDEMNITY,
        ),
        Case(
            what=Text(
                "Une rémunération, pour une mission de service public",
                "A remuneration, for a public-service mission",
            ),
            dossier=_with(nature=_REMUNERATION, for_public_service_mission=True),
            rule="cpts.remuneration-missions",
            says=_PAY,
            leads=True,
        ),
        Case(
            what=Text(
                "Une rémunération, pour une réunion étrangère à ces missions",
                "A remuneration, for a meeting outside these missions",
            ),
            dossier=_with(nature=_REMUNERATION, for_public_service_mission=False),
            rule="cpts.remuneration-missions",
            says=_PAY,
        ),
        Case(
            what=Text(
                "Une rémunération, sans la convention avec l'agence et la caisse",
                "A remuneration, without the convention with the agency and the fund",
            ),
            dossier=_with(convention=False, nature=_REMUNERATION, for_public_service_mission=True),
            rule="cpts.remuneration-convention",
            says=Says(
                satisfied=Text(
                    "La convention est signée : la rémunération a son fondement.",
                    "The convention is signed: the remuneration has its ground.",
                ),
                violated=Text(
                    "Sans la convention, il n'y a pas de mission confiée, donc rien à rémunérer à ce titre : c'est une lecture du règlement, non sa lettre.",
                    "Without the convention no mission is entrusted, hence nothing to pay for on that footing: a reading of the regulation, not its letter.",
                ),
            ),
        ),
    ),
    silences=(
        Silence(
            Text(
                "Le montant d'une réunion, le forfait, le taux horaire de chacun.",
                "The amount for a meeting, the flat sum, the hourly rate of each.",
            ),
            Text(
                "l'association, par son règlement intérieur ou son conseil d'administration",
                "the association, by its internal rules or its board",
            ),
            Text(
                "Demandez à la CPTS à quel titre la somme est versée (indemnité ou rémunération), et ce qui prouve la perte ou la mission.",
                "Ask the CPTS on what footing the sum is paid (indemnity or remuneration), and what proves the loss or the mission.",
            ),
        ),
    ),
)
