"""May somebody on a salary join, vote, and be paid?"""

from datetime import date
from decimal import Decimal
from typing import Any

from cpts_model import (
    Belonging,
    College,
    Mode,
    Payment,
    PaymentNature,
    Profession,
    Professional,
    Statutes,
    Text,
)
from cpts_model.engine.dates import add_months
from pages.answers.people import association, cpts, member
from pages.answers.question import JUDGED_ON, Case, Group, Question, Says, Silence

_NURSE = Professional(
    id="infirmiere",
    name="Inès Chimère",
    professions=(Profession.INFIRMIER,),
    mode=Mode.SALARIE,
    practises_abroad=False,
)
_IN_TWO_COLLEGES = Statutes(
    in_force_since=date(2021, 6, 1),
    colleges=(
        College(name="salariés votants", admits=(Mode.SALARIE,), deliberative=True),
        College(name="salariés invités", admits=(Mode.SALARIE,), deliberative=False),
    ),
    vote_requires_fee=False,
)
_VOTE = Says(
    satisfied=Text(
        "Un salarié vote si les statuts donnent une voix délibérative à son collège.",
        "An employee votes where the statutes give their college a vote.",
    ),
    violated=Text(
        "Il ne vote pas s'ils ne lui donnent qu'une voix consultative.",
        "They do not vote where the statutes give it a consultative voice only.",
    ),
)


def _paid(**facts: Any) -> Payment:
    return Payment(beneficiary=_NURSE.id, paid_on=add_months(JUDGED_ON, -1), amount=Decimal(100), **facts)


_INDEMNITY = Says(
    satisfied=Text(
        "La somme compense un revenu perdu : c'est bien une indemnité.",
        "The sum makes up for lost income: it is an indemnity.",
    ),
    violated=Text(
        "S'il est établi que rien n'a été perdu, l'employeur ayant maintenu le salaire, la somme n'est pas une indemnité au sens du règlement.",
        "Where it is established that nothing was lost, the employer having kept paying the salary, the sum is no indemnity under the regulation.",
    ),
    undetermined=Text(
        "Il faut savoir si la salariée a perdu un revenu.",
        "It must be known whether the employee lost income.",
    ),
)

SALARIED = Question(
    slug=Text("salarie", "salaried-professionals"),
    group=Group.WHO,
    asked=Text(
        "Un salarié peut-il adhérer, voter, être payé par la CPTS ?",
        "May somebody on a salary join, vote, and be paid by the CPTS?",
    ),
    also=Text(
        "Je suis infirmière à l'hôpital, ou salariée d'un centre de santé.",
        "I am a hospital nurse, or employed by a centre de santé.",
    ),
    cases=(
        Case(
            what=Text(
                "Une infirmière salariée, composante de la CPTS", "A salaried nurse, component of the CPTS"
            ),
            dossier=cpts(member(_NURSE, as_component=True)),
            rule="cpts.composantes-admissibles",
            says=Says(
                satisfied=Text(
                    "Oui, si les statuts l'accueillent : la loi le compte parmi les composantes admises, sans distinguer les salariés des libéraux.",
                    "Yes, if the statutes take them: the law counts them among the admissible components, the salaried like those in private practice.",
                ),
                violated=Text(
                    "Une salariée n'est pas une composante admise de la CPTS.",
                    "An employee is no admissible component of the CPTS.",
                ),
            ),
            leads=True,
        ),
        Case(
            what=Text("Le vote, dans un collège à voix délibérative", "The vote, in a college that votes"),
            dossier=Belonging(
                structure=association(_IN_TWO_COLLEGES), membership=member(_NURSE, college="salariés votants")
            ),
            rule="statuts.droit-de-vote",
            says=_VOTE,
            leads=True,
        ),
        Case(
            what=Text(
                "Le vote, dans un collège à voix consultative",
                "The vote, in a college with a consultative voice",
            ),
            dossier=Belonging(
                structure=association(_IN_TWO_COLLEGES), membership=member(_NURSE, college="salariés invités")
            ),
            rule="statuts.droit-de-vote",
            says=_VOTE,
            leads=True,
        ),
        Case(
            what=Text(
                "Un versement de la CPTS à une salariée membre",
                "A payment by the CPTS to an employee who is a member",
            ),
            dossier=cpts(member(_NURSE), payments=(_paid(),)),
            rule="cpts.versements-aux-membres",
            says=Says(
                satisfied=Text(
                    "La CPTS peut verser à ses membres, salariés compris, une indemnité ou une rémunération : c'est une faculté.",
                    "The CPTS may pay its members, employees included, an indemnity or a remuneration: it is free to do so.",
                ),
                violated=Text(
                    "Cette personne n'est pas de celles que la CPTS peut payer à ce titre.",
                    "This person is not among those whom the CPTS may pay on this footing.",
                ),
                not_applicable=Text(
                    "Aucune règle encodée ne régit ce versement.", "No rule encoded governs this payment."
                ),
            ),
            leads=True,
        ),
        Case(
            what=Text("Une indemnité, le salaire étant maintenu", "An indemnity, the salary being kept up"),
            dossier=cpts(
                member(_NURSE),
                payments=(_paid(nature=PaymentNature.INDEMNITE, compensates_lost_income=False),),
            ),
            rule="cpts.indemnite-perte-de-revenus",
            says=_INDEMNITY,
        ),
        Case(
            what=Text(
                "Une indemnité, la salariée ayant perdu un revenu",
                "An indemnity, the employee having lost income",
            ),
            dossier=cpts(
                member(_NURSE),
                payments=(_paid(nature=PaymentNature.INDEMNITE, compensates_lost_income=True),),
            ),
            rule="cpts.indemnite-perte-de-revenus",
            says=_INDEMNITY,
        ),
    ),
    silences=(
        Silence(
            Text(
                "Le temps passé pour la CPTS sur le temps de travail, et qui reçoit la somme.",
                "Time spent for the CPTS during working hours, and who gets the sum.",
            ),
            Text("l'employeur, par convention avec la CPTS", "the employer, by agreement with the CPTS"),
            Text(
                "Demandez à l'employeur s'il autorise cette activité, s'il maintient le salaire, et s'il veut être remboursé.",
                "Ask the employer whether the activity is allowed, whether the salary is kept up, and whether a refund is wanted.",
            ),
        ),
    ),
)
