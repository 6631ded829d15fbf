"""The points of the ACI of maisons de santé, row by row, as its first avenant has them."""

from datetime import date
from decimal import Decimal
from enum import Enum

import attrs

from cpts_model.engine.citations import Evidence
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, Unknown
from cpts_model.facts.indicateurs_msp import IndicateursMSP

BASE = 4000
"""The number of patients for which a variable amount of points is written."""


class Axis(Enum):
    """The three axes of the agreement."""

    ACCES = "acces"
    EQUIPE = "equipe"
    SYSTEME_D_INFORMATION = "systeme-d-information"

    @property
    def label(self) -> Text:
        """The axis's name."""
        return _AXES[self]


_AXES = {
    Axis.ACCES: Text("accès aux soins", "access to care"),
    Axis.EQUIPE: Text("travail en équipe", "teamwork"),
    Axis.SYSTEME_D_INFORMATION: Text("système d'information", "information system"),
}


class RowKind(Enum):
    """What an indicator is in the pay of the year."""

    PREREQUIS = "socle-prerequis"
    SOCLE = "socle"
    OPTIONNEL = "optionnel"

    @property
    def label(self) -> Text:
        """The kind's name."""
        return _KINDS[self]


_KINDS = {
    RowKind.PREREQUIS: Text("socle et prérequis", "base and required"),
    RowKind.SOCLE: Text("socle", "base"),
    RowKind.OPTIONNEL: Text("optionnel", "optional"),
}


@attrs.frozen(slots=True)
class Scale:
    """Points as a source gives them: some fixed, some for every 4 000 patients."""

    fixed: Decimal = Decimal(0)
    variable: Decimal = Decimal(0)

    def at(self, patients: int | Unknown) -> Decimal:
        """The points for that many patients.

        Raises:
            UnknownFact: they vary with the patients, whose number is unknown.
        """
        return self.fixed if not self.variable else self.fixed + self.variable * patients / BASE


CALCULATORS = Text(
    "points vus seulement dans des calculateurs de tiers : à lire dans le contrat ou dans l'annexe de l'accord",
    "points seen in calculators of third parties only: read them in the contract or in the annex of the agreement",
)
EXISTENCE = Text(
    "l'indicateur est confirmé, non ses points : à lire dans le contrat ou dans l'annexe de l'accord",
    "the indicator is confirmed, its points are not: read them in the contract or in the annex of the agreement",
)
FLAT_OR_NOT = Text(
    "les sources divergent : points fixes, ou proportionnels à la patientèle (les deux se rejoignent à 4 000 patients)",
    "sources differ: flat points, or in proportion to the patients (the two meet at 4,000 patients)",
)
BEYOND_8000 = Text(
    "au-delà de 8 000 patients la pente n'est confirmée par aucune publication : au moins 4 400 points (ceux de 8 000 patients) sont rapportés",
    "beyond 8,000 patients no publication confirms the slope: at least 4,400 points (those of 8,000 patients) are reported",
)


@attrs.frozen(slots=True, kw_only=True)
class PointsRow:
    """A row of the table: an indicator, and the points of each time that it is reached.

    ``scales`` are the readings that sources give: none where no report of the agreement
    confirms the points, several where reports differ. What several agree on for the facts at
    hand is settled. ``doubt`` says why points are open where they are.
    """

    key: str
    axis: Axis
    kind: RowKind
    fact: str
    """The field of :class:`IndicateursMSP` that says whether, or how often, it is reached."""
    label: Text
    scales: tuple[Scale, ...] = ()
    cap: int = 1
    """How often it counts at most."""
    confirmed_up_to: int | None = None
    """The number of patients beyond which the scale is confirmed by no report."""
    doubt: Text = CALCULATORS
    evidence: Evidence | None = None
    """``None`` where nothing that counts here was read."""
    source: str = ""
    checked_on: date | None = None
    """The day of the source, when it is told."""


CONCOURS_PLURIPRO = (
    "Concours pluripro, « IPA, formation, soins non programmés : l'avenant 1 à l'ACI MSP est signé » (2022)"
)
QUOTIDIEN = "Le Quotidien du médecin, 13 avril 2022"
ESSORT = "Essort, « Nouvel avenant à l'ACI MSP »"
FEMASIF = "Femasif, page sur l'ACI"

_QUOTIDIEN_DAY = date(2022, 4, 13)


def _only_calculators(key: str, axis: Axis, fact: str, fr: str, en: str) -> PointsRow:
    return PointsRow(key=key, axis=axis, kind=RowKind.OPTIONNEL, fact=fact, label=Text(fr, en))


_ACCES = (
    PointsRow(
        key="horaires-et-snp",
        axis=Axis.ACCES,
        kind=RowKind.PREREQUIS,
        fact="opening_hours",
        label=Text("horaires d'ouverture et soins non programmés", "opening hours and unscheduled care"),
    ),
    PointsRow(
        key="crise-plan",
        axis=Axis.ACCES,
        kind=RowKind.PREREQUIS,
        fact="crisis_plan",
        label=Text("plan de réponse aux crises sanitaires", "plan for health crises"),
        scales=(Scale(fixed=Decimal(100)),),
        evidence=Evidence.SECONDARY,
        source=CONCOURS_PLURIPRO,
    ),
    PointsRow(
        key="crise-actions",
        axis=Axis.ACCES,
        kind=RowKind.SOCLE,
        fact="crisis_actions",
        label=Text("actions lors d'une crise sanitaire", "actions in a health crisis"),
        scales=(Scale(variable=Decimal(350)), Scale(fixed=Decimal(350))),
        doubt=FLAT_OR_NOT,
        evidence=Evidence.SECONDARY,
        source=CONCOURS_PLURIPRO,
    ),
    _only_calculators("diversite-services", Axis.ACCES, "services_level", "diversité de services", "diversity of services"),
    _only_calculators("vacataires", Axis.ACCES, "vacataires_level", "vacataires", "visiting practitioners"),
    _only_calculators("medecin-cstm", Axis.ACCES, "medecin_cstm", "médecin en CSTM", "médecin under a CSTM"),
    _only_calculators(
        "missions-sante-publique", Axis.ACCES, "public_health_missions", "missions de santé publique", "public-health missions"
    ),
    PointsRow(
        key="missions-sante-publique-ipa",
        axis=Axis.ACCES,
        kind=RowKind.OPTIONNEL,
        fact="public_health_ipa",
        label=Text(
            "missions de santé publique avec un infirmier en pratique avancée",
            "public-health missions with an advanced-practice nurse",
        ),
        scales=(Scale(fixed=Decimal(200)),),
        evidence=Evidence.SECONDARY,
        source=QUOTIDIEN,
        checked_on=_QUOTIDIEN_DAY,
    ),
    _only_calculators("implication-usagers", Axis.ACCES, "users_level", "implication des usagers", "involvement of users"),
    _only_calculators(
        "snp-sas", Axis.ACCES, "snp_sas_level", "soins non programmés avec le SAS", "unscheduled care with the SAS"
    ),
)  # fmt: skip

_EQUIPE = (
    PointsRow(
        key="coordination",
        axis=Axis.EQUIPE,
        kind=RowKind.PREREQUIS,
        fact="coordination",
        label=Text("fonction de coordination", "coordination function"),
        scales=(Scale(fixed=Decimal(1000), variable=Decimal(1700)),),
        confirmed_up_to=8000,
        doubt=BEYOND_8000,
        evidence=Evidence.SECONDARY,
        source=ESSORT,
    ),
    PointsRow(
        key="protocoles",
        axis=Axis.EQUIPE,
        kind=RowKind.SOCLE,
        fact="protocoles",
        label=Text("protocoles pluriprofessionnels", "multi-professional protocols"),
        scales=(Scale(fixed=Decimal(100)),),
        cap=8,
        evidence=Evidence.SECONDARY,
        source=FEMASIF,
    ),
    PointsRow(
        key="protocoles-ipa",
        axis=Axis.EQUIPE,
        kind=RowKind.SOCLE,
        fact="protocoles_ipa",
        label=Text(
            "protocoles avec un infirmier en pratique avancée", "protocols with an advanced-practice nurse"
        ),
        scales=(Scale(fixed=Decimal(40)),),
        cap=8,
        evidence=Evidence.SECONDARY,
        source=QUOTIDIEN,
        checked_on=_QUOTIDIEN_DAY,
    ),
    PointsRow(
        key="concertation",
        axis=Axis.EQUIPE,
        kind=RowKind.SOCLE,
        fact="concertation",
        label=Text("concertation pluriprofessionnelle", "multi-professional meetings"),
    ),
    PointsRow(
        key="concertation-ipa",
        axis=Axis.EQUIPE,
        kind=RowKind.SOCLE,
        fact="concertation_ipa",
        label=Text(
            "concertation avec un infirmier en pratique avancée", "meetings with an advanced-practice nurse"
        ),
        scales=(Scale(variable=Decimal(200)), Scale(fixed=Decimal(200))),
        doubt=FLAT_OR_NOT,
        evidence=Evidence.SECONDARY,
        source=QUOTIDIEN,
        checked_on=_QUOTIDIEN_DAY,
    ),
    _only_calculators("formation-stages", Axis.EQUIPE, "interns", "formation des stagiaires", "training placements"),
    _only_calculators(
        "coordination-externe", Axis.EQUIPE, "external_coordination", "coordination externe", "external coordination"
    ),
    _only_calculators("demarche-qualite", Axis.EQUIPE, "quality_level", "démarche qualité", "quality approach"),
    _only_calculators(
        "protocoles-nationaux",
        Axis.EQUIPE,
        "national_protocols",
        "protocoles nationaux de coopération de soins non programmés",
        "national cooperation protocols for unscheduled care",
    ),
    PointsRow(
        key="parcours-insuffisance-cardiaque",
        axis=Axis.EQUIPE,
        kind=RowKind.OPTIONNEL,
        fact="heart_failure_pathway",
        label=Text("parcours insuffisance cardiaque", "heart-failure pathway"),
        doubt=EXISTENCE,
        source=ESSORT,
    ),
    PointsRow(
        key="parcours-obesite-enfant",
        axis=Axis.EQUIPE,
        kind=RowKind.OPTIONNEL,
        fact="child_obesity_pathway",
        label=Text("parcours surpoids ou obésité de l'enfant", "child overweight or obesity pathway"),
        doubt=EXISTENCE,
        source=ESSORT,
    ),
)  # fmt: skip

_SYSTEME = (
    PointsRow(
        key="systeme-standard",
        axis=Axis.SYSTEME_D_INFORMATION,
        kind=RowKind.PREREQUIS,
        fact="information_system",
        label=Text("système d'information standard", "standard information system"),
    ),
    _only_calculators(
        "systeme-avance",
        Axis.SYSTEME_D_INFORMATION,
        "information_system_advanced",
        "système d'information avancé",
        "advanced information system",
    ),
)

TABLE = (*_ACCES, *_EQUIPE, *_SYSTEME)
"""Every row of the table of the first avenant, in its order."""


def points_of(row: PointsRow, indicators: IndicateursMSP) -> Decimal:
    """The points of an indicator for what was reached; none where nothing was.

    Raises:
        UnknownFact: whether it was reached, or the number of patients, is unknown.
        OpenQuestion: no reading of the points is confirmed, or two differ for these facts.
    """
    times = _times(row, indicators)
    if not times:
        return Decimal(0)
    if not row.scales or _beyond(row, indicators):
        raise OpenQuestion(row.doubt)
    readings = {scale.at(indicators.patientele) for scale in row.scales}
    if len(readings) > 1:
        raise OpenQuestion(row.doubt)
    return times * readings.pop()


def most_points(row: PointsRow, indicators: IndicateursMSP) -> Decimal | None:
    """The most that an indicator can bring, by every reading; ``None`` where nothing bounds it.

    Raises:
        UnknownFact: it varies with the patients, whose number is unknown.
    """
    told = getattr(indicators, row.fact)
    times = row.cap if isinstance(told, Unknown) else _times(row, indicators)
    if not times:
        return Decimal(0)
    if not row.scales or _beyond(row, indicators):
        return None
    return times * max(scale.at(indicators.patientele) for scale in row.scales)


def _times(row: PointsRow, indicators: IndicateursMSP) -> int:
    """How often an indicator counts."""
    return min(int(getattr(indicators, row.fact)), row.cap)


def _beyond(row: PointsRow, indicators: IndicateursMSP) -> bool:
    """Whether there are more patients than the scale is confirmed for."""
    return row.confirmed_up_to is not None and indicators.patientele > row.confirmed_up_to
