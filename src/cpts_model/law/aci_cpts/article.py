"""The agreement itself: its days, those of its avenant 2, and where it was read."""

from datetime import date

from cpts_model.engine.citations import CONVENTIONS, Article, ArticleVersion, Evidence
from cpts_model.engine.dates import Period, since
from cpts_model.engine.text import Text
from cpts_model.law.sources import Source

IN_FORCE = date(2019, 8, 25)
"""The day after the Journal officiel of 24 August 2019."""
AVENANT_2_SIGNED = date(2021, 12, 20)
AVENANT_2_FROM = date(2022, 3, 31)
"""The day of the avis in the Journal officiel; the avenant's own day of application was not found."""
CRISIS_DUE_FROM = date(2022, 9, 3)
"""The day given for the entry into force of the mission of response to health crises."""

CALENDAR_READ = Source(
    "page du portail d'accompagnement des professionnels de santé des Hauts-de-France sur le financement des CPTS "
    "(hauts-de-france.paps.sante.fr), mise à jour le 30 novembre 2023",
    date(2023, 11, 30),
)
AMELI_2021 = Source(
    "annonce de la signature de l'avenant 2 par l'assurance maladie (ameli.fr), 20 décembre 2021",
    date(2021, 12, 20),
)
AVIS_2022 = Source(
    "avis relatif à l'avenant 2, JORFTEXT000045443303 ; son application au jour de la publication est déduite",
    date(2022, 3, 31),
)
MISSIONS_2025 = Source(
    "Sénat, commission des affaires sociales, compte rendu du 7 octobre 2025 (les missions) ; cptsduval.fr (le jour d'entrée en vigueur "
    "de la quatrième)",
    date(2025, 10, 7),
)
SENAT_2025 = Source("Sénat, rapport d'information n° 32 (2025-2026) du 15 octobre 2025", date(2025, 10, 15))

ACI_CPTS = Article(
    code=CONVENTIONS,
    number="accord conventionnel interprofessionnel en faveur des CPTS du 20 juin 2019",
    title=Text("Accord conventionnel interprofessionnel (ACI) des CPTS", "National agreement (ACI) on the CPTS"),
    checked_on=SENAT_2025.seen_on,
    versions=(
        ArticleVersion(
            period=Period(None, IN_FORCE), exists=False, evidence=Evidence.VERIFIED,
            act=Text("l'accord n'existe pas encore", "the agreement does not exist yet"),
        ),
        ArticleVersion(
            period=Period(IN_FORCE, AVENANT_2_FROM), evidence=Evidence.VERIFIED,
            act=Text(
                "accord du 20 juin 2019, approuvé par l'arrêté du 21 août 2019 (JO du 24 août 2019)",
                "agreement of 20 June 2019, approved by the order of 21 August 2019 (JO of 24 August 2019)",
            ),
            note=Text(
                "la date et le contenu de l'avenant 1 n'ont pas été trouvés",
                "the date and the content of avenant 1 were not found",
            ),
        ),
        ArticleVersion(
            period=since(2022, 3, 31), evidence=Evidence.SECONDARY, legifrance="JORFTEXT000045443303",
            act=Text(
                "avenant 2, signé le 20 décembre 2021 (avis au JO du 31 mars 2022)",
                "avenant 2, signed on 20 December 2021 (avis in the JO of 31 March 2022)",
            ),
            note=Text(
                "la mission de réponse aux crises sanitaires graves « entrera en vigueur à compter du 3 septembre 2022 », selon une "
                "CPTS (cptsduval.fr)",
                "the mission of response to serious health crises comes into force on 3 September 2022, says a CPTS (cptsduval.fr)",
            ),
        ),
    ),
)  # fmt: skip
