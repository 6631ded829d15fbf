"""The indicators of a maison de santé under its ACI: what it reached in a civil year."""

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.checks import BadFact, less_than_none
from cpts_model.facts.typed import Facts

_COUNTS = (
    "patientele",
    "associated_professionals",
    "services_level",
    "vacataires_level",
    "public_health_missions",
    "users_level",
    "snp_sas_level",
    "protocoles",
    "protocoles_ipa",
    "interns",
    "quality_level",
    "national_protocols",
)


@attrs.frozen(slots=True, kw_only=True, repr=False)
class IndicateursMSP(Facts):
    """What a maison de santé reached in one civil year, indicator by indicator.

    The names follow the table of the first avenant of the ACI (applied from 2022). Only the
    patients of the médecins who are partners of the SISA count.

    Raises:
        BadFact: a number is negative.
    """

    year: int = attrs.field(metadata=label("année civile", "civil year"))
    second_avenant: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "a adhéré au deuxième avenant de l'ACI (rapporté en 2026)",
            "joined the second avenant of the ACI (reported in 2026)",
        ),
    )
    patientele: int | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "patientèle médecin traitant des médecins associés",
            "patients who declared an associate médecin as médecin traitant",
        ),
    )
    associated_professionals: int | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("professionnels de santé associés", "associated professionals")
    )
    # Accès aux soins
    opening_hours: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "horaires d'ouverture et soins non programmés (prérequis)",
            "opening hours and unscheduled care (required)",
        ),
    )
    crisis_plan: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "plan de réponse aux crises sanitaires rédigé (prérequis)",
            "plan for health crises written (required)",
        ),
    )
    crisis_actions: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "actions menées lors d'une crise sanitaire grave",
            "actions carried out in a serious health crisis",
        ),
    )
    services_level: int | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("diversité de services, niveau atteint", "diversity of services, level reached"),
    )
    vacataires_level: int | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("vacataires, niveau atteint", "visiting practitioners, level reached"),
    )
    medecin_cstm: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "au moins un médecin en contrat de solidarité territoriale (CSTM)",
            "at least one médecin under a territorial-solidarity contract (CSTM)",
        ),
    )
    public_health_missions: int | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("missions de santé publique, nombre", "public-health missions, number"),
    )
    public_health_ipa: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "deux missions de santé publique avec un infirmier en pratique avancée",
            "two public-health missions with an advanced-practice nurse",
        ),
    )
    users_level: int | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("implication des usagers, niveau atteint", "involvement of users, level reached"),
    )
    snp_sas_level: int | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "soins non programmés avec le SAS, niveau atteint", "unscheduled care with the SAS, level reached"
        ),
    )
    # Travail en équipe
    coordination: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("fonction de coordination (prérequis)", "coordination function (required)"),
    )
    protocoles: int | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("protocoles pluriprofessionnels, nombre", "multi-professional protocols, number"),
    )
    protocoles_ipa: int | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "protocoles pluriprofessionnels avec un infirmier en pratique avancée, nombre",
            "multi-professional protocols with an advanced-practice nurse, number",
        ),
    )
    concertation: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("concertation pluriprofessionnelle", "multi-professional meetings on patients"),
    )
    concertation_ipa: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "concertation avec un infirmier en pratique avancée", "meetings with an advanced-practice nurse"
        ),
    )
    interns: int | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("stages de formation, nombre", "training placements, number")
    )
    external_coordination: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("coordination externe", "external coordination")
    )
    quality_level: int | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("démarche qualité, niveau atteint", "quality approach, level reached")
    )
    national_protocols: int | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "protocoles nationaux de coopération de soins non programmés, nombre",
            "national cooperation protocols for unscheduled care, number",
        ),
    )
    heart_failure_pathway: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("parcours insuffisance cardiaque", "heart-failure pathway")
    )
    child_obesity_pathway: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("parcours surpoids ou obésité de l'enfant", "child overweight or obesity pathway"),
    )
    # Système d'information
    information_system: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "système d'information de niveau standard (prérequis)",
            "information system, standard level (required)",
        ),
    )
    information_system_advanced: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("système d'information de niveau avancé", "information system, advanced level"),
    )

    @property
    @labelled("désignation", "how it is called")
    def name(self) -> str:
        """The year, as messages name it."""
        return f"{self.year}"

    def __attrs_post_init__(self) -> None:
        Facts.__attrs_post_init__(self)
        for name in _COUNTS:
            number = getattr(self, name)
            if isinstance(number, int) and number < 0:
                raise BadFact(name, less_than_none(number))
