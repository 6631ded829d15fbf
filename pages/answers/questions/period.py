"""From when to when is one a member, having paid in November?"""

from datetime import date

from cpts_model import CPTS, Belonging, Departure, EndCause, FeePayment, FeePeriod, LegalForm, Statutes, Text
from cpts_model.engine.dates import add_months
from pages.answers.people import NURSE, association, member
from pages.answers.question import JUDGED_ON, Case, Group, Question, Says, Table
from pages.answers.tables import days_covered

_PAID_ON = add_months(JUDGED_ON, -12)
_PAID = FeePayment(paid_on=_PAID_ON)
_IN_THE_WINTER = date(JUDGED_ON.year, 1, 15)
_BEFORE_PAYING = date(_PAID_ON.year, 10, 15)
_SEPTEMBER = 9


def _statutes(period: FeePeriod) -> Statutes:
    """Statutes of which only the period of the fee is told, and the month its season begins."""
    if period is FeePeriod.SEASON:
        return Statutes(period=period, season_first_month=_SEPTEMBER)
    return Statutes(period=period)


def _fee(what: Text, period: FeePeriod, on: date, leads: bool = False) -> Case:
    return Case(
        what=what,
        dossier=Belonging(structure=association(_statutes(period)), membership=member(NURSE, fees=(_PAID,))),
        rule="statuts.cotisation-a-jour",
        says=Says(
            satisfied=Text(
                "Ce jour-là, la cotisation payée en novembre couvre l'adhésion.",
                "On that day, the fee paid in November covers the membership.",
            ),
            violated=Text(
                "Ce jour-là, la cotisation payée en novembre ne couvre pas l'adhésion.",
                "On that day, the fee paid in November does not cover the membership.",
            ),
        ),
        on=on,
        leads=leads,
    )


PERIOD = Question(
    slug=Text("periode-d-adhesion", "membership-period"),
    group=Group.JOINING,
    asked=Text(
        "De quand à quand suis-je membre ? J'ai payé en novembre.",
        "From when to when am I a member? I paid in November.",
    ),
    also=Text(
        "Ma cotisation vaut-elle pour l'année suivante ? Suis-je membre avant d'avoir payé ?",
        "Does my fee hold for the year after? Am I a member before I have paid?",
    ),
    cases=(
        Case(
            what=Text("Les statuts n'ont pas été lus", "The statutes were not read"),
            dossier=Belonging(structure=association(Statutes()), membership=member(NURSE, fees=(_PAID,))),
            rule="statuts.cotisation-a-jour",
            says=Says(
                satisfied=Text(
                    "La cotisation payée en novembre couvre ce jour.",
                    "The fee paid in November covers the day.",
                ),
                violated=Text(
                    "La cotisation payée en novembre ne couvre pas ce jour.",
                    "The fee paid in November does not cover the day.",
                ),
                undetermined=Text(
                    "Cela dépend des statuts de votre association : la loi ne dit pas quels jours couvre une cotisation. Demandez à l'association ce que prévoient ses statuts.",
                    "It depends on the statutes of your association: the law does not say which days a fee covers. Ask the association what its statutes provide.",
                ),
                not_applicable=Text("Aucune cotisation n'est due.", "No fee is due."),
            ),
            leads=True,
        ),
        _fee(
            Text(
                "Par année civile, un jour d'octobre qui précède le paiement",
                "By civil year, a day in October before the payment",
            ),
            FeePeriod.CIVIL_YEAR,
            _BEFORE_PAYING,
        ),
        _fee(
            Text(
                "Du paiement à la fin de l'année, le même jour d'octobre",
                "From the payment to the end of the year, the same day in October",
            ),
            FeePeriod.FROM_PAYMENT,
            _BEFORE_PAYING,
        ),
        _fee(
            Text("Par année civile, le mois de janvier qui suit", "By civil year, the January after"),
            FeePeriod.CIVIL_YEAR,
            _IN_THE_WINTER,
        ),
        _fee(
            Text(
                "Du paiement à la fin de l'année, le mois de janvier qui suit",
                "From the payment to the end of the year, the January after",
            ),
            FeePeriod.FROM_PAYMENT,
            _IN_THE_WINTER,
        ),
        _fee(
            Text(
                "Par saison commencée en septembre, le mois de janvier qui suit",
                "By season begun in September, the January after",
            ),
            FeePeriod.SEASON,
            _IN_THE_WINTER,
        ),
        _fee(
            Text(
                "Par saison commencée en septembre, un an après le paiement",
                "By season begun in September, a year after the payment",
            ),
            FeePeriod.SEASON,
            JUDGED_ON,
        ),
        _fee(Text("Une seule fois, à l'adhésion", "Once only, at joining"), FeePeriod.ONCE, JUDGED_ON),
        Case(
            what=Text("Un membre qui part en cours d'année", "A member who leaves during the year"),
            dossier=Departure(
                structure=CPTS(id="cpts-des-mots", legal_form=LegalForm.ASSOCIATION),
                membership=member(NURSE, fees=(_PAID,)),
                leaves_on=JUDGED_ON,
                cause=EndCause.RESIGNATION,
            ),
            rule="association.retrait-libre",
            says=Says(
                satisfied=Text(
                    "L'adhésion dure jusqu'au départ, que l'on choisit librement : la fin de la période payée n'est pas une démission.",
                    "Membership lasts until one leaves, which one freely chooses: the end of the period paid is no resignation.",
                ),
                violated=Text("On ne peut pas partir à tout moment.", "One may not leave at any time."),
            ),
        ),
    ),
    tables=(
        Table(
            title=Text(
                "Les jours que couvre la cotisation payée en novembre",
                "The days that the fee paid in November covers",
            ),
            write=days_covered({period: _statutes(period) for period in FeePeriod}, _PAID),
        ),
    ),
)
