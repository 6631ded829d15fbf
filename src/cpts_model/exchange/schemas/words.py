"""What the schemas call things: titles and descriptions, in French and in English."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from cpts_model.engine.text import Text

About = tuple[Text, Text | None]
"""A title and, where the title does not say enough, a description."""

DOSSIER_EXAMPLES: tuple[dict[str, Any], ...] = (
    {
        "kind": "cpts",
        "id": "cpts-1",
        "about": "Structure inventée.",
        "legal_form": "association",
        "members": [
            {
                "member": {
                    "kind": "professional",
                    "id": "p-1",
                    "professions": ["medecin"],
                    "mode": "liberal",
                },
                "joined_on": "2026-01-31",
                "left_on": None,
            }
        ],
    },
)

_NOT_TOLD = Text(
    "Une clé omise est un fait inconnu ; null dit que la chose n'existe pas, et qu'on le sait.",
    "A key left out is an unknown fact; null says that there is known to be none.",
)

ABOUT: Mapping[str, About] = MappingProxyType(
    {
        "dossier": (
            Text("dossier d'une structure de soins coordonnés", "dossier of a coordinated-care structure"),
            _NOT_TOLD,
        ),
        "register": (
            Text("registre : une ou plusieurs structures", "register: one or several structures"),
            _NOT_TOLD,
        ),
        "structures": (Text("structures du registre", "structures of the register"), None),
        "kind": (Text("nature de l'objet", "kind of the object"), None),
        "absent": (
            Text("clés pour lesquelles on sait qu'il n'y a rien", "keys whose value is null"),
            Text(
                "Remplace null là où le format n'en a pas, comme TOML ; une clé citée ici n'est pas donnée ailleurs.",
                "What null says where there is none, as in TOML: these keys are not told elsewhere.",
            ),
        ),
        "every_member": (
            Text("ce qui vaut pour chaque adhésion", "what is said of every membership"),
            Text(
                "Une adhésion qui dit autre chose l'emporte.",
                "Goes for each member, unless that member says otherwise.",
            ),
        ),
        "notes": (
            Text(
                "notes pour le lecteur ; ce ne sont pas des faits", "notes for the reader, which are no facts"
            ),
            None,
        ),
    }
)

CLASSES: Mapping[str, About] = MappingProxyType(
    {
        # Structures
        "CPTS": (
            Text(
                "communauté professionnelle territoriale de santé (CPTS)",
                "territorial health community (CPTS)",
            ),
            Text(
                "Code de la santé publique, article L1434-12.", "French public health code, article L1434-12."
            ),
        ),
        "EquipeDeSoinsPrimaires": (
            Text("équipe de soins primaires (ESP)", "primary-care team (ESP)"),
            Text(
                "Code de la santé publique, article L1411-11-1. La personnalité morale n'est pas exigée.",
                "French public health code, article L1411-11-1. It needs no legal personality.",
            ),
        ),
        "EquipeDeSoinsSpecialises": (
            Text("équipe de soins spécialisés (ESS)", "specialist-care team (ESS)"),
            Text(
                "Code de la santé publique, article L1411-11-1. Ce n'est pas une équipe de soins primaires.",
                "French public health code, article L1411-11-1. It is no primary-care team.",
            ),
        ),
        "MaisonDeSante": (
            Text("maison de santé (MSP)", "multi-professional health house (MSP)"),
            Text(
                "Code de la santé publique, article L6323-3.", "French public health code, article L6323-3."
            ),
        ),
        "CentreDeSante": (
            Text("centre de santé (CDS)", "health centre (CDS)"),
            Text(
                "Code de la santé publique, article L6323-1. C'est une activité de son gestionnaire, non une personne morale.",
                "French public health code, article L6323-1. An activity of its manager, not a legal person.",
            ),
        ),
        "SISA": (
            Text(
                "société interprofessionnelle de soins ambulatoires (SISA)",
                "interprofessional company for out-patient care (SISA)",
            ),
            Text(
                "Code de la santé publique, articles L4041-1 et suivants. Ses associés sont les membres dont la clé « associe » vaut true.",
                "French public health code, articles L4041-1 ff. Its partners are the members told as “associe”.",
            ),
        ),
        # Who takes part
        "Professional": (
            Text("professionnel", "professional"),
            Text(
                "Une personne physique et les professions qu'elle exerce, de santé ou non.",
                "A natural person and the professions they hold, of health or not.",
            ),
        ),
        "Person": (
            Text("autre personne physique", "other natural person"),
            Text(
                "Elle participe à un autre titre qu'une profession : usager, élu.",
                "Who takes part otherwise than by a profession: user, elected official.",
            ),
        ),
        "Organisation": (
            Text("organisation", "organisation"),
            Text(
                "Une personne morale, ou l'un de ses établissements, qui participe en cette qualité.",
                "A legal person, or an establishment of one, that takes part as such.",
            ),
        ),
        "Membership": (
            Text("adhésion", "membership"),
            Text(
                "Une seule adhésion, sans interruption, du jour où elle commence à la veille du départ.",
                "One uninterrupted membership of one person: from the day of joining to the eve of leaving.",
            ),
        ),
        "Heir": (Text("héritier ou légataire d'un associé", "heir or legatee of a partner"), None),
        "Exclusion": (Text("exclusion d'un membre", "exclusion of a member"), None),
        "FeePayment": (Text("cotisation payée, en euros", "fee that was paid, in euros"), None),
        # Statutes
        "Statutes": (
            Text(
                "une version des statuts, ou du règlement intérieur",
                "one version of the statutes, or of the internal rules",
            ),
            None,
        ),
        "College": (Text("collège de membres", "college (category of members)"), None),
        "Admits": (
            Text("membres que le collège admet", "whom a college takes"),
            Text(
                "Toutes les conditions données doivent être remplies ; celle qui est omise n'est pas exigée.",
                "All the conditions given must be met; a condition left out is none.",
            ),
        ),
        "Quorum": (
            Text("quorum d'une assemblée", "quorum of an assembly"),
            Text(
                "Une fraction des électeurs et, s'il y en a un, un nombre minimal.",
                "A fraction of the electors, and a floor.",
            ),
        ),
        # Project and territory
        "ProjetDeSante": (
            Text("projet de santé", "projet de santé"),
            Text("Le projet, et ce qu'il est devenu.", "And what became of it."),
        ),
        "DiagnosticTerritorial": (Text("diagnostic territorial", "diagnosis of the territory"), None),
        "Territory": (Text("territoire d'action", "territory of action"), None),
        "CommuneFigure": (
            Text("population d'une commune", "population of a commune"),
            Text(
                "Un nombre, ou ce que le secret statistique en laisse connaître.",
                "Or what a masked table lets know of it.",
            ),
        ),
        "LetterOfIntent": (Text("lettre d'intention", "letter of intent"), None),
        "SentDocument": (
            Text("document envoyé, ou préparé pour l'être", "document sent, or drawn up to be"),
            None,
        ),
        # Contracts and money
        "ContratACI": (
            Text(
                "contrat relevant d'un accord conventionnel interprofessionnel (ACI)",
                "contract under the interprofessional agreement (ACI)",
            ),
            Text(
                "Code de la sécurité sociale, article L162-14-1.",
                "French social security code, article L162-14-1.",
            ),
        ),
        "MissionProgress": (Text("avancement d'une mission du contrat", "progress of a mission"), None),
        "Envelope": (
            Text(
                "enveloppe accordée pour un exercice, en euros", "what is granted for one exercise, in euros"
            ),
            Text(
                "Celle d'une mission ; celle du fonctionnement, si la mission vaut null.",
                "For a mission; for functioning, where the mission is null.",
            ),
        ),
        "IndicateursMSP": (
            Text("indicateurs d'une maison de santé pour une année civile", "indicators of one civil year"),
            None,
        ),
        "Payment": (
            Text("versement d'une CPTS à un professionnel, en euros", "payment by a CPTS, in euros"),
            None,
        ),
        # Lists of words
        "LegalForm": (Text("forme juridique", "legal form"), None),
        "OrganisationKind": (Text("nature d'une organisation", "kind of organisation"), None),
        "Profession": (Text("profession", "profession"), None),
        "Family": (Text("famille de professions", "family of professions"), None),
        "Mode": (Text("mode d'exercice", "mode of exercise"), None),
        "PersonRole": (Text("qualité d'une personne", "role of a person"), None),
        "Organ": (Text("organe de l'association", "organ of the association"), None),
        "EndCause": (Text("cause de la fin d'une adhésion", "cause of the end of a membership"), None),
        "ExclusionGround": (Text("motif d'exclusion", "ground of exclusion"), None),
        "SecondMembershipGround": (
            Text("motif de l'adhésion à une seconde CPTS", "ground of a second membership"),
            None,
        ),
        "WithdrawalBasis": (Text("comment un associé se retire", "way a partner withdraws"), None),
        "DeathClause": (
            Text("au décès d'un associé, selon les statuts, la société…", "clause on the death of a partner"),
            None,
        ),
        "FeePeriod": (Text("période couverte par la cotisation", "period that a fee covers"), None),
        "OppositionGround": (
            Text("motif de l'opposition de l'ARS", "ground on which the ARS opposed"),
            None,
        ),
        "Mission": (Text("mission d'une CPTS", "mission of a CPTS"), None),
        "SizeClass": (Text("taille d'une CPTS, au sens de l'accord", "size of a CPTS"), None),
        "TeamForm": (Text("forme de l'équipe", "form of the team"), None),
        "DocumentKind": (Text("nature d'un document", "kind of document"), None),
        "Recipient": (Text("destinataire", "recipient"), None),
        "PaymentNature": (Text("nature d'un versement", "nature of a payment"), None),
    }
)
