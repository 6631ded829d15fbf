"""L4041-4, I, al. 2 and 3: what follows when a médecin or the auxiliaire médical is missing."""

from datetime import date

import attrs

from cpts_model.engine.citations import Evidence
from cpts_model.engine.dates import months_elapsed, since
from cpts_model.engine.rule import Modality
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, at_least, both, either
from cpts_model.facts.memberships import Membership
from cpts_model.facts.people import Professional
from cpts_model.facts.structures import SISA
from cpts_model.law.csp_l4041.article import (
    L4041_4,
    READ_2011,
    READ_L4041_4,
    READ_L4041_4_2021,
    REPORTED_CURE,
)
from cpts_model.law.csp_l4041.l4041_1 import is_partner
from cpts_model.law.csp_l4041.l4041_4 import (
    MINIMUM,
    has_one_auxiliaire,
    has_two_medecins,
    has_two_medecins_and_one_auxiliaire,
    is_auxiliaire,
)
from cpts_model.law.csp_l4041.minimum import known_loss

MONTHS_OF_2021 = 6
DELAY_SINCE = date(2021, 5, 14)
MONTHS_OF_2023 = 36
"""« pendant trois ans »."""
LONGER_SINCE = date(2023, 12, 29)
MONTHS_BY_RIGHT = 12
"""What employees who make up for the missing partners add to the delay."""

DELAY_IN_TRANSITION = Text(
    "la société était déjà sous le minimum quand le délai a changé : aucun texte trouvé ne dit quel délai s'applique ; "
    "consulter un avocat",
    "the company was below the minimum already when the delay changed: no text was found that says which delay applies; "
    "ask a lawyer",
)
ONE_MORE_YEAR = Text(
    "des salariés remplacent les associés manquants : la prolongation d'un an est de droit ; qu'elle joue sans décision du "
    "tribunal n'est pas tranché ; consulter un avocat",
    "employees make up for the missing partners: the extension of one year is by right; whether it plays without a decision "
    "of the court is not settled; ask a lawyer",
)
CONTRADICTORY_FACTS = Text(
    "les faits se contredisent : d'après ses associés la société est sous le minimum ce jour-là, et le jour depuis lequel elle "
    "l'est est donné comme absent ou postérieur ; corriger l'un ou l'autre",
    "the facts contradict each other: by its partners the company is below the minimum that day, and the day since which it is "
    "is told to be none, or a later one; mend one or the other",
)
CONTRADICTORY_DAYS = Text(
    "les faits se contredisent : le jour depuis lequel la société serait sous le minimum n'est pas celui "
    "qui résulte des dates de ses associés ; c'est le départ lui-même qui compte, non son préavis ; corriger l'un ou l'autre",
    "the facts contradict each other: the day since which the company is said to be below the minimum is not the one "
    "that follows from the dates of its partners; it is the departure itself that counts, not its notice; mend one or the other",
)
ONE_GAP_FILLED_OF_TWO = Text(
    "il manque un médecin et un auxiliaire parmi les associés, et la société n'en remplace qu'un par des salariés : l'article "
    "ne dit pas si la prolongation est alors de droit",
    "both a médecin and an auxiliaire are missing among the partners, and employees make up for one only: the article does "
    "not say whether the extension is then by right",
)

# --- I, al. 2: « tout intéressé peut demander la dissolution de la société »


def is_below_the_minimum(sisa: SISA, on: date) -> bool:
    """« Lorsque la société ne remplit plus […] la condition prévue au premier alinéa »."""
    return not has_two_medecins_and_one_auxiliaire(sisa, on)


def below_since(sisa: SISA, on: date) -> date:
    """The day from which the condition is unmet, of a company that is below the minimum.

    Raises:
        NotSettled: nobody told it and the dates of the partners do not, or the two disagree.
    """
    lost = known_loss(sisa, on)
    if lost is not None:
        if sisa.said_below_since_other_than(lost, on):
            raise OpenQuestion(CONTRADICTORY_DAYS)
        return lost
    below = sisa.below_minimum_since
    if below is None or below > on:
        raise OpenQuestion(CONTRADICTORY_FACTS)
    assert isinstance(below, date)
    return below


@attrs.frozen(slots=True, kw_only=True)
class Delay:
    """For how many months the condition must be unmet, in one version of the article and in the one before."""

    older: int
    newer: int
    change: date

    def is_over(self, below: date, on: date) -> bool:
        """Whether the delay of a company that has been below the minimum since a day is over.

        One that was below the minimum before the delay changed has three readings: the older
        delay, the newer one, and the newer one counted from the change.

        Raises:
            OpenQuestion: the three readings disagree.
        """
        readings = {months_elapsed(start, self.newer, on) for start in (below, self.latest(below))}
        if below < self.change:
            readings.add(self.older == 0 or months_elapsed(below, self.older, on))
        if len(readings) > 1:
            raise OpenQuestion(DELAY_IN_TRANSITION)
        return readings.pop()

    def leaves_the_year_by_right(self, below: date, on: date) -> bool:
        """Whether the year that employees may open by right is not over."""
        return not months_elapsed(self.latest(below), self.newer + MONTHS_BY_RIGHT, on)

    def latest(self, below: date) -> date:
        """The latest day from which the delay may be counted."""
        return max(below, self.change)


SIX_MONTHS = Delay(older=0, newer=MONTHS_OF_2021, change=DELAY_SINCE)
THREE_YEARS = Delay(older=MONTHS_OF_2021, newer=MONTHS_OF_2023, change=LONGER_SINCE)


def delay_on(on: date) -> Delay:
    """The delay of the article on a day, from 14 May 2021 on."""
    return THREE_YEARS if on >= THREE_YEARS.change else SIX_MONTHS


def delay_is_over(sisa: SISA, on: date) -> bool:
    """Whether the delay of the article is over, whatever may extend it. Raises as ``Delay.is_over`` does."""
    return delay_on(on).is_over(below_since(sisa, on), on)


def is_extended_by_the_court(sisa: SISA, on: date) -> bool:
    """« Le tribunal […] peut prolonger »: it did so, up to this day or a later one."""
    return sisa.delay_extended_until is not None and sisa.delay_extended_until >= on


def year_by_right_runs(sisa: SISA, on: date) -> bool:
    """Whether the delay is over, and not the year that employees who replace the missing partners open."""
    return _year_by_right_runs(delay_on(on), sisa, on)


def _year_by_right_runs(delay: Delay, sisa: SISA, on: date) -> bool:
    return both(
        lambda: employees_make_up_for_the_missing(sisa, on),
        lambda: delay.is_over(below_since(sisa, on), on),
        lambda: delay.leaves_the_year_by_right(below_since(sisa, on), on),
    )


def _has_run_out(delay: Delay, sisa: SISA, on: date) -> bool:
    if not delay.is_over(below_since(sisa, on), on):
        return False
    if _year_by_right_runs(delay, sisa, on):
        raise OpenQuestion(ONE_MORE_YEAR)
    return True


def _may_be_asked(delay: Delay, sisa: SISA, on: date) -> bool:
    # The delay is that of the version, whatever the day: what the law changed can be told only so.
    return both(
        lambda: is_below_the_minimum(sisa, on),
        lambda: _has_run_out(delay, sisa, on),
        lambda: not is_extended_by_the_court(sisa, on),
    )


def unmet_at_all(sisa: SISA, on: date) -> bool:
    """Any interested person may ask, as soon as the condition is unmet (2011)."""
    return both(lambda: is_below_the_minimum(sisa, on), lambda: below_since(sisa, on) <= on)


def unmet_for_six_months(sisa: SISA, on: date) -> bool:
    """The condition has been unmet for six months (2021), and the court has not extended that delay."""
    return _may_be_asked(SIX_MONTHS, sisa, on)


def unmet_for_three_years(sisa: SISA, on: date) -> bool:
    """« Lorsque la société ne remplit plus pendant trois ans la condition prévue au premier alinéa »."""
    return _may_be_asked(THREE_YEARS, sisa, on)


DISSOLUTION_2011 = attrs.evolve(
    MINIMUM,
    id="sisa.dissolution",
    cites=L4041_4.cite(),
    in_force=since(2011, 8, 12).before(2021, 5, 14),
    holds=unmet_at_all,
    modality=Modality.PERMISSION,
    checked_on=READ_2011.seen_on,
    source=READ_2011.where,
    upon=Text("tout intéressé", "anyone interested"),
    title=Text(
        "Tout intéressé peut demander au tribunal la dissolution de la société qui n'a plus deux médecins et un auxiliaire "
        "médical parmi ses associés.",
        "Anyone interested may ask the court to dissolve a company that no longer has two médecins and one auxiliaire médical "
        "among its partners.",
    ),
    remedy=Text(
        "La demande n'est pas ouverte tant que la société remplit la condition.",
        "The request is not open as long as the company meets the condition.",
    ),
    note=Text(
        "Le tribunal peut accorder six mois au plus pour régulariser et ne dissout pas si la condition est remplie le jour où il "
        "statue.",
        "The court may grant up to six months to put things in order, and does not dissolve if the condition is met on the day "
        "it rules.",
    ),
)

DISSOLUTION_2021 = attrs.evolve(
    DISSOLUTION_2011,
    in_force=since(2021, 5, 14).before(2023, 12, 29),
    holds=unmet_for_six_months,
    checked_on=READ_L4041_4_2021.seen_on,
    source=READ_L4041_4_2021.where,
    title=Text(
        "Quand la condition n'est plus remplie pendant six mois, tout intéressé peut demander la dissolution de la société.",
        "When the condition has been unmet for six months, anyone interested may ask for the dissolution of the company.",
    ),
    remedy=Text(
        "La demande n'est pas ouverte tant que les six mois ne sont pas écoulés.",
        "The request is not open until the six months are over.",
    ),
    note=Text(
        "Le délai court du jour où la condition cesse d'être remplie (le départ) ; un commentaire le fait courir du préavis. Le "
        "tribunal peut le prolonger : de six mois au plus, ou un an de droit si des salariés remplacent les associés manquants.",
        "The delay runs from the day the condition ceases to be met (the departure); one commentary counts from the notice. The "
        "court may extend it: by six months at most, or by one year, by right, if employees replace the missing partners.",
    ),
)

DISSOLUTION = attrs.evolve(
    DISSOLUTION_2021,
    cites=L4041_4.cite("I, al. 2"),
    in_force=since(2023, 12, 29),
    holds=unmet_for_three_years,
    checked_on=READ_L4041_4.seen_on,
    source=READ_L4041_4.where,
    title=Text(
        "Quand la condition n'est plus remplie pendant trois ans, tout intéressé peut demander la dissolution de la société.",
        "When the condition has been unmet for three years, anyone interested may ask for the dissolution of the company.",
    ),
    remedy=Text(
        "La demande n'est pas ouverte tant que les trois ans ne sont pas écoulés.",
        "The request is not open until the three years are over.",
    ),
)


# --- I, al. 3: « Le tribunal […] peut prolonger […] Ce délai est porté de droit à un an… »


def _enough_medecins_with_employees(sisa: SISA, on: date) -> bool:
    """Two médecins in all: a partner whom the company also employs is one, and replaces nobody."""

    def is_medecin(one: Professional | Membership) -> bool:
        if isinstance(one, Professional):
            return one.is_medecin
        return both(lambda: is_partner(one, sisa, on), lambda: one.member.is_medecin)

    def two_in_all() -> bool:
        employed = {employee.id: employee for employee in sisa.salaried}
        others = (member for member in sisa.members if member.member.id not in employed)
        persons: tuple[Professional | Membership, ...] = (*employed.values(), *others)
        return at_least(2, persons, is_medecin)

    return either(lambda: has_two_medecins(sisa, on), two_in_all)


def _some_auxiliaire_with_employees(sisa: SISA, on: date) -> bool:
    return either(
        lambda: has_one_auxiliaire(sisa, on),
        lambda: at_least(1, sisa.salaried, lambda employee: is_auxiliaire(employee, on)),
    )


def employees_make_up_for_the_missing(sisa: SISA, on: date) -> bool:
    """« si la société emploie un nombre de médecins au moins égal au nombre de médecins associés manquants »."""
    if both(
        lambda: _enough_medecins_with_employees(sisa, on), lambda: _some_auxiliaire_with_employees(sisa, on)
    ):
        return True
    if both(
        lambda: not has_two_medecins(sisa, on),
        lambda: not has_one_auxiliaire(sisa, on),
        lambda: either(
            lambda: _enough_medecins_with_employees(sisa, on),
            lambda: _some_auxiliaire_with_employees(sisa, on),
        ),
    ):
        raise OpenQuestion(ONE_GAP_FILLED_OF_TWO)
    return False


PROLONGATION_DE_DROIT = attrs.evolve(
    MINIMUM,
    id="sisa.prolongation-de-droit",
    cites=L4041_4.cite("I, al. 3"),
    in_force=since(2021, 5, 14),
    applies=is_below_the_minimum,
    holds=employees_make_up_for_the_missing,
    modality=Modality.PERMISSION,
    title=Text(
        "La prolongation du délai est d'un an, de droit, si la société salarie autant de médecins qu'il en manque parmi les "
        "associés, ou un auxiliaire médical quand c'est lui qui manque.",
        "The extension of the delay is of one year, by right, if the company employs as many médecins as are missing among the "
        "partners, or an auxiliaire médical when that is the one missing.",
    ),
    remedy=Text(
        "Salarier autant de médecins qu'il en manque, ou l'auxiliaire médical qui manque.",
        "Employ as many médecins as are missing, or the auxiliaire médical who is missing.",
    ),
    note=Text(
        "Sans cela, le tribunal peut prolonger le délai de six mois au plus.",
        "Failing that, the court may extend the delay by six months at most.",
    ),
)

REGULARISATION_2011 = attrs.evolve(
    MINIMUM,
    id="sisa.regularisation",
    cites=L4041_4.cite(),
    in_force=since(2011, 8, 12).before(2021, 5, 14),
    modality=Modality.PERMISSION,
    evidence=Evidence.SECONDARY,
    checked_on=REPORTED_CURE.seen_on,
    source=REPORTED_CURE.where,
    upon=Text("le tribunal", "the court"),
    title=Text(
        "Le tribunal ne peut prononcer la dissolution si la condition est remplie le jour où il statue sur le fond.",
        "The court may not dissolve the company if the condition is met on the day it rules on the merits.",
    ),
    note=Text(
        "À demander pour le jour où le tribunal statue.",
        "To be asked for the day on which the court rules.",
    ),
)

REGULARISATION = attrs.evolve(
    REGULARISATION_2011,
    cites=L4041_4.cite("I, al. 3"),
    in_force=since(2021, 5, 14),
    evidence=Evidence.VERIFIED,
    checked_on=READ_L4041_4.seen_on,
    source=READ_L4041_4.where,
)


RULES = (
    DISSOLUTION_2011,
    DISSOLUTION_2021,
    DISSOLUTION,
    PROLONGATION_DE_DROIT,
    REGULARISATION_2011,
    REGULARISATION,
)
