"""What ceiling, over which year, over how many structures?"""

from datetime import date
from decimal import Decimal

from cpts_model import CPTS, Belonging, Belongings, Payment, ReceivedPayment, Text
from cpts_model.law.pass_table import pass_of
from pages.answers.people import NURSE, cpts, member
from pages.answers.question import JUDGED_ON, Case, Group, Question, Says, Silence, Table
from pages.answers.tables import ceiling_of_the_year, ceilings

_YEAR = JUDGED_ON.year
_CEILING = pass_of(_YEAR).amount
_EURO = Decimal(1)
_MARCH, _DECEMBER = date(_YEAR, 3, 2), date(_YEAR - 1, 12, 15)
_NEXT_JANUARY = date(_YEAR + 1, 1, 20)
_MEMBER = member(NURSE)


def _paid(*payments: tuple[date, Decimal]) -> CPTS:
    return cpts(
        _MEMBER,
        payments=tuple(Payment(beneficiary=NURSE.id, paid_on=day, amount=amount) for day, amount in payments),
    )


def _by_two(each: Decimal) -> Belongings:
    names = ("cpts-des-mots", "cpts-voisine")
    return Belongings(
        id=NURSE.id,
        held=tuple(Belonging(structure=CPTS(id=name), membership=_MEMBER) for name in names),
        payments=tuple(
            ReceivedPayment(
                beneficiary=NURSE.id, paid_on=_MARCH, amount=each, cpts=name, memberships=(_MEMBER,)
            )
            for name in names
        ),
    )


_ONE = Says(
    satisfied=Text(
        "Le total de l'année civile reste dans le plafond annuel de la sécurité sociale.",
        "The total of the civil year stays within the annual social-security ceiling.",
    ),
    violated=Text(
        "Le total de l'année civile dépasse le plafond annuel de la sécurité sociale : il doit y être ramené.",
        "The total of the civil year exceeds the annual social-security ceiling: it must be brought down to it.",
    ),
    undetermined=Text(
        "Le plafond de cette année-là n'a pas encore été lu : celui de l'année d'avant n'en tient pas lieu.",
        "The ceiling of that year was not read yet: that of the year before does not stand in for it.",
    ),
)
_ALL = Says(
    satisfied=Text(
        "Les sommes de toutes les CPTS réunies restent dans le plafond.",
        "The sums of all CPTS together stay within the ceiling.",
    ),
    violated=Text(
        "Les sommes de toutes les CPTS s'additionnent, et le plafond vaut pour leur total : c'est déduit du règlement, qui "
        "compte par professionnel.",
        "The sums of all CPTS add up, and the ceiling holds for their total: it is inferred from the regulation, which counts by professional.",
    ),
    not_applicable=Text(
        "Aucune règle encodée n'additionne les sommes de plusieurs CPTS.",
        "No rule encoded adds up the sums of several CPTS.",
    ),
)

CEILING = Question(
    slug=Text("plafond", "ceiling"),
    group=Group.MONEY,
    asked=Text(
        "Quel plafond, sur quelle année, et pour combien de structures ?",
        "What ceiling, over which year, and over how many structures?",
    ),
    also=Text(
        "Combien la CPTS peut-elle me verser dans l'année ? Et si j'en ai deux ?",
        "How much may the CPTS pay me in a year? And if I have two?",
    ),
    cases=(
        Case(
            what=Text(
                "Une CPTS verse, dans l'année, exactement le plafond",
                "One CPTS pays, in the year, the ceiling exactly",
            ),
            dossier=_paid((_MARCH, _CEILING)),
            rule="cpts.plafond-indemnites",
            says=_ONE,
        ),
        Case(
            what=Text(
                "Une CPTS verse un euro de plus que le plafond",
                "One CPTS pays one euro more than the ceiling",
            ),
            dossier=_paid((_MARCH, _CEILING + _EURO)),
            rule="cpts.plafond-indemnites",
            says=Says(
                satisfied=_ONE.satisfied,
                violated=Text(
                    "Le plafond annuel de la sécurité sociale, pour chaque professionnel et chaque année civile : un euro de plus, et le "
                    "total doit y être ramené.",
                    "The annual social-security ceiling, for each professional and each civil year: one euro more, and the total must be "
                    "brought down to it.",
                ),
                undetermined=_ONE.undetermined,
            ),
            leads=True,
        ),
        Case(
            what=Text(
                "Autant en décembre qu'en mars suivant : deux années civiles",
                "As much in December as in the March after: two civil years",
            ),
            dossier=_paid((_DECEMBER, pass_of(_YEAR - 1).amount), (_MARCH, _CEILING)),
            rule="cpts.plafond-indemnites",
            says=_ONE,
        ),
        Case(
            what=Text(
                "Deux CPTS versent chacune les deux tiers du plafond",
                "Two CPTS each pay two thirds of the ceiling",
            ),
            dossier=_by_two(_CEILING * 2 // 3),
            rule="cpts.plafond-toutes-cpts",
            says=_ALL,
            leads=True,
        ),
        Case(
            what=Text(
                "Deux CPTS versent chacune le tiers du plafond", "Two CPTS each pay a third of the ceiling"
            ),
            dossier=_by_two(_CEILING // 3),
            rule="cpts.plafond-toutes-cpts",
            says=_ALL,
        ),
        Case(
            what=Text("Un versement de l'an prochain", "A payment of next year"),
            dossier=_paid((_NEXT_JANUARY, _EURO)),
            rule="cpts.plafond-indemnites",
            says=_ONE,
            on=_NEXT_JANUARY,
        ),
    ),
    silences=(
        Silence(
            Text(
                "Les sommes versées par une maison de santé, une équipe ou un centre.",
                "Sums paid by a maison de santé, a team or a centre.",
            ),
            Text(
                "d'autres textes : le plafond jugé ici est celui des versements des CPTS",
                "other texts: the ceiling judged here is that of payments by CPTS",
            ),
            Text(
                "Demandez à un expert-comptable à quel titre chaque somme est versée.",
                "Ask an accountant on what footing each sum is paid.",
            ),
        ),
    ),
    figure=ceiling_of_the_year,
    tables=(
        Table(
            title=Text("Le plafond de chaque année civile", "The ceiling of each civil year"), write=ceilings
        ),
    ),
)
