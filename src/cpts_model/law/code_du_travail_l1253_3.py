"""Code du travail, L1253-3, R1253-35 and R1253-36: a SISA as an employers' grouping for its partners."""

from datetime import date

import attrs

from cpts_model.engine.citations import CODE_DU_TRAVAIL, Article, ArticleVersion, Authority, Evidence
from cpts_model.engine.dates import Period, since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import both
from cpts_model.facts.structures import SISA
from cpts_model.law.csp_l4041.l4041_2 import may_give_care_through_employees
from cpts_model.law.sources import Source

READ_2026 = Source("code du travail au 27 mars 2026 (base LEGI, copie legi-data 2.513.0)", date(2026, 3, 27))

_NOT_YET = ArticleVersion(
    period=Period(None, date(2008, 5, 1)),
    exists=False,
    evidence=Evidence.VERIFIED,
    act=Text(
        "l'article n'existe pas encore sous ce numéro", "the article does not exist yet under this number"
    ),
)
_ACT_UNREAD = Text("acte modificatif non lu", "amending act not read")
_UNREAD = Text("dates lues ; cette rédaction n'a pas été lue", "dates read; this wording was not read")


def _unread(period: Period, legifrance: str) -> ArticleVersion:
    return ArticleVersion(
        period=period,
        evidence=Evidence.VERIFIED,
        text_known=False,
        legifrance=legifrance,
        act=_ACT_UNREAD,
        note=_UNREAD,
    )


L1253_3 = Article(
    code=CODE_DU_TRAVAIL,
    number="L1253-3",
    title=Text(
        "Sociétés tenues pour des groupements d'employeurs", "Companies held to be employers' groupings"
    ),
    checked_on=READ_2026.seen_on,
    legifrance="LEGIARTI000043499922",
    versions=(
        _NOT_YET,
        _unread(since(2008, 5, 1).before(2010, 5, 8), "LEGIARTI000006901336"),
        _unread(since(2010, 5, 8).before(2016, 8, 10), "LEGIARTI000022234366"),
        _unread(since(2016, 8, 10).before(2021, 5, 14), "LEGIARTI000033024674"),
        ArticleVersion(
            period=since(2021, 5, 14),
            evidence=Evidence.VERIFIED,
            legifrance="LEGIARTI000043499922",
            act=Text(
                "ordonnance n° 2021-584 du 12 mai 2021, art. 3", "ordinance 2021-584 of 12 May 2021, art. 3"
            ),
        ),
    ),
)


def _regulatory(number: str, title: Text, before: str, after: str) -> Article:
    return Article(
        code=CODE_DU_TRAVAIL,
        number=number,
        title=title,
        checked_on=READ_2026.seen_on,
        legifrance=after,
        versions=(
            _NOT_YET,
            _unread(since(2008, 5, 1).before(2021, 6, 12), before),
            ArticleVersion(
                period=since(2021, 6, 12),
                evidence=Evidence.VERIFIED,
                legifrance=after,
                act=Text(
                    "décret n° 2021-747 du 9 juin 2021, art. 1er", "decree 2021-747 of 9 June 2021, art. 1"
                ),
            ),
        ),
    )


R1253_35 = _regulatory(
    "R1253-35",
    Text("Mention dans les statuts", "Mention in the statutes"),
    "LEGIARTI000018537206",
    "LEGIARTI000043645922",
)
R1253_36 = _regulatory(
    "R1253-36",
    Text("Comptabilité séparée", "Separate accounts"),
    "LEGIARTI000018537204",
    "LEGIARTI000043645919",
)


def employs_under_its_statutes(sisa: SISA, on: date) -> bool:
    """« employant des salariés dans les conditions prévues au a du 3° de l'article L. 4041-2 »."""
    return both(lambda: may_give_care_through_employees(sisa, on), lambda: bool(sisa.salaried))


def acts_as_a_grouping(sisa: SISA, on: date) -> bool:
    """A company « qui entend développer l'activité de groupement d'employeurs »."""
    return bool(sisa.acts_as_groupement_d_employeurs)


def statutes_mention_the_grouping(sisa: SISA, on: date) -> bool:
    """« mentionne dans ses statuts […] cette activité ainsi que la responsabilité solidaire des associés »."""
    return bool(sisa.statutes_mention_groupement)


def accounts_are_separate(sisa: SISA, on: date) -> bool:
    """« la comptabilité afférente à ses opérations est séparée »."""
    return bool(sisa.groupement_separate_accounts)


GROUPEMENT = Rule(
    id="sisa.groupement-d-employeurs",
    cites=L1253_3.cite("2°"),
    in_force=since(2021, 5, 14),
    about=SISA,
    holds=employs_under_its_statutes,
    modality=Modality.PERMISSION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2026.seen_on,
    source=READ_2026.where,
    title=Text(
        "La SISA qui salarie des professionnels pour donner des soins peut être le groupement d'employeurs de tout ou partie de "
        "ses associés.",
        "A SISA that employs professionals to give care may be the employers' grouping of all or some of its partners.",
    ),
    remedy=Text(
        "Être une maison de santé dont les statuts prévoient des soins par des salariés, et en employer.",
        "Be a maison de santé whose statutes provide for care by employees, and employ some.",
    ),
)

GROUPEMENT_STATUTS = attrs.evolve(
    GROUPEMENT,
    id="sisa.groupement-statuts",
    cites=R1253_35.cite(),
    in_force=since(2021, 6, 12),
    applies=acts_as_a_grouping,
    holds=statutes_mention_the_grouping,
    modality=Modality.OBLIGATION,
    authority=Authority.REGULATION,
    title=Text(
        "Avant d'agir comme groupement d'employeurs, la SISA mentionne dans ses statuts cette activité et la responsabilité "
        "solidaire des associés concernés.",
        "Before it acts as an employers' grouping, a SISA mentions in its statutes this activity and the joint liability of the "
        "partners concerned.",
    ),
    remedy=Text("Modifier les statuts avant cette activité.", "Amend the statutes before this activity."),
)

GROUPEMENT_COMPTES = attrs.evolve(
    GROUPEMENT_STATUTS,
    id="sisa.groupement-comptes",
    cites=R1253_36.cite(),
    holds=accounts_are_separate,
    title=Text(
        "La comptabilité des opérations du groupement d'employeurs est séparée.",
        "The accounts of the employers' grouping are kept apart.",
    ),
    remedy=Text(
        "Tenir une comptabilité séparée du groupement d'employeurs.",
        "Keep separate accounts of the employers' grouping.",
    ),
)

ARTICLES = (L1253_3, R1253_35, R1253_36)
RULES = (GROUPEMENT, GROUPEMENT_STATUTS, GROUPEMENT_COMPTES)
