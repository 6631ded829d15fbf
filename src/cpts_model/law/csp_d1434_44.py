"""Article D1434-44 of the code de la santé publique: what a CPTS may pay its members."""

from collections.abc import Callable, Iterable
from datetime import date

import attrs

from cpts_model.engine.citations import CSP, Article, ArticleVersion, Authority, Evidence, not_yet
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, Unknown, UnknownFact, any_of, either
from cpts_model.facts.memberships import Membership
from cpts_model.facts.payments import Payment, YearOfPayments, years_of_payments
from cpts_model.facts.structures import CPTS
from cpts_model.law import pass_table
from cpts_model.law.csp_l1434_12.validation import projet_is_validated
from cpts_model.law.csp_l1434_12_2 import L1434_12_2, convention_is_signed
from cpts_model.law.sources import CODE_COPY_2023, Source

IN_FORCE_SINCE = date(2022, 3, 18)
READ_2022 = Source(
    f"Légifrance, section LEGISCTA000045366697 ; décret n° 2022-375 (blog.landot-avocats.net) ; {CODE_COPY_2023.where}",
    CODE_COPY_2023.seen_on,
)
COMMENTARY = Source(
    "commentaire sans date du décret (medecin-occitanie.org, conditions de versement des indemnités)",
    IN_FORCE_SINCE,
)

D1434_44 = Article(
    code=CSP,
    number="D1434-44",
    title=Text("Indemnités et rémunérations versées par la CPTS", "What a CPTS pays its members"),
    checked_on=READ_2022.seen_on,
    versions=(
        not_yet(IN_FORCE_SINCE, Evidence.DERIVED),
        ArticleVersion(
            period=since(2022, 3, 18), evidence=Evidence.VERIFIED,
            act=Text("décret n° 2022-375 du 16 mars 2022", "decree 2022-375 of 16 March 2022"),
            note=Text("texte lu ; jour déduit du Journal officiel du 17 mars 2022", "text read; day inferred from the Journal officiel of 17 March 2022"),
        ),
    ),
)  # fmt: skip


def payments(cpts: CPTS, on: date) -> Iterable[Payment]:
    """Every payment told: ``applies`` says which the article governs."""
    return cpts.payments


def paid_under_the_article(payment: Payment, cpts: CPTS, on: date) -> bool:
    """A payment made since the article is in force, and by the day asked."""
    return IN_FORCE_SINCE <= payment.paid_on <= on


def _day_of(payment: Payment) -> date:
    """The day of a payment that the article governs: it is known, or no rule would bind."""
    assert isinstance(payment.paid_on, date)
    return payment.paid_on


def is_indemnite(payment: Payment, cpts: CPTS, on: date) -> bool:
    """A payment made as an indemnity."""
    return payment.nature.is_indemnite


def is_remuneration(payment: Payment, cpts: CPTS, on: date) -> bool:
    """A payment made as a remuneration."""
    return payment.nature.is_remuneration


# --- The CPTS may pay its members, or those who practise in a « structure adhérente »


def _paid_as_a_member(payment: Payment, member: Membership) -> bool:
    if member.member.id != payment.beneficiary:
        return False
    if isinstance(payment.paid_on, Unknown):
        raise UnknownFact
    return member.running_on(payment.paid_on)


def beneficiary_belongs(payment: Payment, cpts: CPTS, on: date) -> bool:
    """A member on the day of the payment, or somebody who practises in a « structure adhérente »."""
    return either(
        lambda: any_of(cpts.members, lambda member: _paid_as_a_member(payment, member)),
        lambda: payment.practises_in_member_structure,
    )


VERSEMENTS = Rule(
    id="cpts.versements-aux-membres",
    cites=D1434_44.cite(),
    in_force=since(2022, 3, 18),
    about=CPTS,
    each=payments,
    applies=paid_under_the_article,
    holds=beneficiary_belongs,
    modality=Modality.PERMISSION,
    authority=Authority.REGULATION,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2022.seen_on,
    source=READ_2022.where,
    title=Text(
        "La CPTS peut verser des indemnités ou des rémunérations à ses membres et à ceux qui exercent dans une structure adhérente.",
        "A CPTS may pay indemnities or remunerations to its members and to those who practise in a member structure.",
    ),
    remedy=Text(
        "Recueillir l'adhésion du bénéficiaire, ou fonder le versement sur un autre titre que cet article.",
        "Have the beneficiary join, or base the payment on something other than this article.",
    ),
    note=Text(
        "C'est une faculté de la CPTS, jamais une obligation. Le versement à d'autres personnes n'est pas régi par cet article.",
        "The CPTS may pay, and never must. A payment to others is not governed by this article.",
    ),
)


# --- An indemnity makes up for lost income; a remuneration pays for the public-service missions


def compensates_lost_income(payment: Payment, cpts: CPTS, on: date) -> bool:
    """An indemnity makes up for a « perte de revenus » due to functions in the CPTS."""
    return bool(payment.compensates_lost_income)


def pays_for_a_mission(payment: Payment, cpts: CPTS, on: date) -> bool:
    """A remuneration is the counterpart of taking part in the public-service missions."""
    return bool(payment.for_public_service_mission)


INDEMNITE = attrs.evolve(
    VERSEMENTS,
    id="cpts.indemnite-perte-de-revenus",
    applies=(paid_under_the_article, is_indemnite, beneficiary_belongs),
    holds=compensates_lost_income,
    modality=Modality.DEFINITION,
    title=Text(
        "L'indemnité compense une perte de revenus due aux fonctions exercées dans la CPTS.",
        "An indemnity makes up for income lost to functions held in the CPTS.",
    ),
    remedy=Text(
        "Établir la perte de revenus, ou verser la somme à un autre titre.",
        "Establish the loss of income, or pay the sum on another ground.",
    ),
    note=Text(
        "Discuté : un forfait sans lien avec le temps passé, un taux horaire unique ou une réunion tenue hors des heures de travail "
        "répondent-ils à une perte de revenus ? Aucune décision n'a été trouvée.",
        "Disputed: whether a flat sum unrelated to time spent, one hourly rate for all, or a meeting held outside working hours "
        "answers a loss of income. No decision was found.",
    ),
)

REMUNERATION = attrs.evolve(
    INDEMNITE,
    id="cpts.remuneration-missions",
    applies=(paid_under_the_article, is_remuneration, beneficiary_belongs),
    holds=pays_for_a_mission,
    title=Text(
        "La rémunération est la contrepartie d'une participation aux missions de service public.",
        "A remuneration pays for taking part in the public-service missions.",
    ),
    remedy=Text(
        "Rattacher la rémunération à une mission de service public, ou verser la somme à un autre titre.",
        "Tie the remuneration to a public-service mission, or pay the sum on another ground.",
    ),
    note=None,
)


# --- Each professional, each civil year: no more than the plafond annuel de la sécurité sociale

EARLY_2022 = Text(
    "le plafond de 2022 n'est dépassé qu'avec des sommes versées avant le 18 mars 2022, jour où le décret entre en vigueur : "
    "il ne dit pas si elles comptent",
    "the ceiling of 2022 is exceeded only with sums paid before 18 March 2022, the day the decree came into force: "
    "it does not say whether they count",
)


PER_PROFESSIONAL = Text(
    "le plafond s'apprécie par professionnel : dire à qui la structure a reversé la somme",
    "the ceiling is that of each professional: say to whom the structure passed the sum on",
)


def years_under_the_article(years: Iterable[YearOfPayments]) -> Iterable[YearOfPayments]:
    """The years in which something was paid, or may have been, since the article is in force."""
    return (
        year
        for year in years
        if year.undated or any(payment.paid_on >= IN_FORCE_SINCE for payment in year.payments)
    )


def years_paid(cpts: CPTS, on: date) -> Iterable[YearOfPayments]:
    """The payments of each beneficiary in each civil year of the article, made by the day asked."""
    return years_under_the_article(years_of_payments(cpts.payments, date(2022, 1, 1), on))


def paid_to_a_professional(payment: Payment, members: Iterable[Membership]) -> bool:
    """Whether the article governs a payment of a CPTS of these members, and a professional received it.

    Raises:
        OpenQuestion: a member organisation received it: what each professional got is not told.
    """

    def as_a_person(member: Membership) -> bool:
        if not _paid_as_a_member(payment, member):
            return False
        if not member.member.is_natural_person:
            raise OpenQuestion(PER_PROFESSIONAL)
        return True

    return either(lambda: any_of(members, as_a_person), lambda: payment.practises_in_member_structure)


def _sum_is_within_the_ceiling(year: YearOfPayments, counts: Callable[[Payment], bool]) -> bool:
    ceiling = pass_table.pass_of(year.year).amount
    if year.exceeds(ceiling, counts, since=IN_FORCE_SINCE):
        return False
    if year.exceeds(ceiling, counts):
        raise OpenQuestion(EARLY_2022)
    return True


def year_is_within_the_ceiling(year: YearOfPayments, counts: Callable[[Payment], bool]) -> bool:
    """The payments of a year that count, the article governing them, stay within its ceiling."""
    return either(
        lambda: _sum_is_within_the_ceiling(year, counts),
        # A payment of unknown day may be of no year that the article governs.
        lambda: not isinstance(year.year, Unknown) and not any_of((*year.payments, *year.undated), counts),
    )


def within_the_ceiling(year: YearOfPayments, cpts: CPTS, on: date) -> bool:
    """The sum of the indemnities and remunerations that the article governs stays within the ceiling of the year."""

    def counts(payment: Payment) -> bool:
        return paid_to_a_professional(payment, cpts.members)

    return year_is_within_the_ceiling(year, counts)


CEILINGS = ", ".join(
    f"{ceiling.year} : {ceiling.amount:,} €".replace(",", " ") for ceiling in pass_table.PASS[3:]
)
PLAFOND = attrs.evolve(
    VERSEMENTS,
    id="cpts.plafond-indemnites",
    also_cites=(pass_table.CITES,),
    each=years_paid,
    applies=None,
    holds=within_the_ceiling,
    modality=Modality.PROHIBITION,
    evidence=pass_table.EVIDENCE,
    source=f"{READ_2022.where} ; montants : {pass_table.SOURCE}",
    title=Text(
        "Pour chaque professionnel et chaque année civile, indemnités et rémunérations réunies ne dépassent pas le plafond annuel "
        "de la sécurité sociale.",
        "For each professional and each civil year, indemnities and remunerations together do not exceed the annual "
        "social-security ceiling.",
    ),
    remedy=Text(
        "Ramener le total versé dans l'année au plafond annuel de la sécurité sociale.",
        "Bring the year's total down to the annual social-security ceiling.",
    ),
    note=Text(
        "Le plafond est celui de l'année du versement ; pour 2022, celui de l'année entière, faute de règle trouvée. "
        "Ne comptent que les sommes versées à un membre, ou à qui exerce dans une structure adhérente. "
        f"Seuls les versements de cette CPTS sont additionnés ; la règle cpts.plafond-toutes-cpts additionne ceux de toutes. Plafonds : {CEILINGS}.",
        "The ceiling is that of the year of payment; for 2022, that of the whole year, no other rule having been found. "
        "Only sums paid to a member, or to somebody who practises in a member structure, count. "
        f"Only payments of this CPTS are summed; the rule cpts.plafond-toutes-cpts sums those of every CPTS. Ceilings: {CEILINGS}.",
    ),
)


# --- What commentators add to the article


def convention_was_signed(payment: Payment, cpts: CPTS, on: date) -> bool:
    """A remuneration pays for missions, which a convention entrusts."""
    return convention_is_signed(cpts, _day_of(payment))


def projet_was_validated(payment: Payment, cpts: CPTS, on: date) -> bool:
    """A commentary opens payments to CPTS whose projet de santé has been validated."""
    return projet_is_validated(cpts, _day_of(payment))


REMUNERATION_CONVENTION = attrs.evolve(
    VERSEMENTS,
    id="cpts.remuneration-convention",
    also_cites=(L1434_12_2.cite(),),
    applies=(paid_under_the_article, is_remuneration, beneficiary_belongs),
    holds=convention_was_signed,
    modality=Modality.OBLIGATION,
    authority=Authority.DOCTRINE,
    evidence=Evidence.DERIVED,
    title=Text(
        "Une rémunération suppose la convention qui confie les missions de service public.",
        "A remuneration supposes the convention that entrusts the public-service missions.",
    ),
    remedy=Text(
        "Signer la convention avant de rémunérer la participation aux missions.",
        "Sign the convention before paying for part in the missions.",
    ),
    note=Text(
        "Déduit : la rémunération est la contrepartie de missions que seule la convention confie.",
        "Inferred: the remuneration pays for missions that only the convention entrusts.",
    ),
)

VERSEMENT_PROJET_VALIDE = attrs.evolve(
    VERSEMENTS,
    id="cpts.versement-projet-valide",
    applies=(paid_under_the_article, beneficiary_belongs),
    holds=projet_was_validated,
    modality=Modality.OBLIGATION,
    authority=Authority.DOCTRINE,
    evidence=Evidence.SECONDARY,
    checked_on=COMMENTARY.seen_on,
    source=COMMENTARY.where,
    title=Text(
        "Les versements sont réservés aux CPTS dont le projet de santé est validé.",
        "Payments are kept for CPTS whose projet de santé is validated.",
    ),
    remedy=Text(
        "Attendre la validation du projet de santé pour verser indemnités et rémunérations.",
        "Wait for the validation of the projet de santé before paying indemnities and remunerations.",
    ),
    note=Text(
        "Lecture d'un commentateur : l'article lui-même ne le dit pas.",
        "A commentator's reading: the article itself does not say it.",
    ),
)

ARTICLES = (D1434_44,)
RULES = (
    VERSEMENTS,
    INDEMNITE,
    REMUNERATION,
    PLAFOND,
    REMUNERATION_CONVENTION,
    VERSEMENT_PROJET_VALIDE,
)
