"""How: what they draw up, decide, sign and pay."""

from cpts_model.engine.citations import Authority
from cpts_model.engine.text import Text
from pages.terms.term import Term

WORKINGS = (
    Term(
        Text("ACI, accord conventionnel interprofessionnel", "ACI (interprofessional agreement)"),
        Text(
            "Accord national qui rémunère l'exercice coordonné. Une structure en bénéficie par un contrat conforme au contrat type, conclu "
            "conjointement avec l'ARS et l'organisme local d'assurance maladie. Celui des CPTS date du 20 juin 2019.",
            "A national agreement that pays for coordinated care. A structure benefits from it by a contract that follows the model contract, "
            "concluded jointly with the ARS and the local health-insurance body. That of CPTS is of 20 June 2019.",
        ),
        Authority.LAW,
        "CSS, art. L162-14-1",
        "ContratACI CPTS.contract aci.structures-eligibles aci.conclu-conjointement",
    ),
    Term(
        Text("accès direct", "direct access"),
        Text(
            "Possibilité pour un patient de consulter sans prescription préalable certains professionnels, quand ils exercent dans une structure "
            "que le texte nomme. Chaque texte a sa liste de structures.",
            "A patient's right to see some professionals without a prescription, where these practise in a structure that the text names. "
            "Each text has its own list of structures.",
        ),
        Authority.LAW,
        "CSP, art. L4301-2 et L4321-1",
        "rights droit.ipa-acces-direct droit.mk-acces-direct",
    ),
    Term(
        Text("adhésion", "membership, joining"),
        Text(
            "Acte par lequel on devient membre. Les professionnels de santé « peuvent décider » de se constituer en CPTS : nul n'en est membre "
            "d'office, et chacun peut quitter une association.",
            "The act by which one becomes a member. Health professionals « peuvent décider » (may decide) to form a CPTS: nobody is a member of "
            "one by default, and everybody may leave an association.",
        ),
        Authority.LAW,
        "CSP, art. L1434-12 ; loi 1901, art. 4",
        "Membership adhesion.libre association.retrait-libre",
    ),
    Term(
        Text("agrément d'un centre de santé", "agrément of a centre de santé"),
        Text(
            "Accord du directeur général de l'ARS dont les activités dentaires, ophtalmologiques et orthoptiques d'un centre de santé ont besoin, "
            "depuis le 21 mai 2023.",
            "The approval of the head of the ARS that the dental, ophthalmological and orthoptic activities of a centre de santé need since 21 May 2023.",
        ),
        Authority.LAW,
        "CSP, art. L6323-1-11",
        "CentreDeSante.agrement_on cds.agrement",
    ),
    Term(
        Text("attestation de validation", "attestation of validation"),
        Text(
            "Document que l'administration délivre à l'intéressé qui le demande, quand son silence a valu acceptation. Aucun délai n'est fixé pour la délivrer.",
            "A document that the administration issues to the party concerned, on request, where its silence has meant acceptance. No time limit is set for issuing it.",
        ),
        Authority.LAW,
        "CRPA, art. L232-3",
        "cpts.attestation",
    ),
    Term(
        Text("contrat territorial de santé", "territorial health contract"),
        Text(
            "Contrat que l'ARS peut conclure, sur la base notamment du projet d'une équipe de soins ou du projet validé d'une CPTS ; il fixe "
            "les actions, les engagements et le financement, et il est publié.",
            "A contract that the ARS may conclude, on the basis among others of the projet of a care team or of the validated projet of a CPTS; it "
            "sets the actions, the commitments and the funding, and is published.",
        ),
        Authority.LAW,
        "CSP, art. L1434-13",
        "cpts.contrat-territorial esp.contrat-territorial ess.contrat-territorial",
    ),
    Term(
        Text("convention de missions", "agreement on missions"),
        Text(
            "Convention d'une CPTS avec l'ARS et la caisse, qui peut lui confier des missions de service public et ouvre des aides et des exonérations.",
            "The agreement of a CPTS with the ARS and the health-insurance fund, which may entrust public-service missions to it and opens aid and "
            "tax exemptions.",
        ),
        Authority.LAW,
        "CSP, art. L1434-12-2",
        "CPTS.convention_signed_on cpts.aides-et-exonerations",
    ),
    Term(
        Text("dialogue de gestion", "yearly review"),
        Text(
            "Rencontre annuelle de la CPTS, de l'ARS et de l'assurance maladie, où se règle la part variable des missions.",
            "The yearly meeting of the CPTS, the ARS and health insurance, where the variable part of the missions is settled.",
        ),
        Authority.CONVENTION,
        "ACI des CPTS, 20 juin 2019",
        "ContractYear aci-cpts.dialogue-de-gestion",
    ),
    Term(
        Text("diagnostic territorial", "territorial diagnosis"),
        Text(
            "État des besoins sur lequel un projet de santé repose : données chiffrées et retours des professionnels. Aucun article ne l'impose "
            "aux membres d'une CPTS.",
            "The state of needs that a projet de santé rests on: figures and what professionals report. No article requires it of the members of a CPTS.",
        ),
        Authority.PRACTICE,
        "",
        "DiagnosticTerritorial ProjetDeSante.diagnostic",
    ),
    Term(
        Text("engagement de conformité", "conformity commitment"),
        Text(
            "Remis à l'ARS avec le projet de santé avant l'ouverture d'un centre de santé. Le récépissé vaut autorisation de dispenser des soins "
            "aux assurés sociaux.",
            "Handed to the ARS with the projet de santé before a centre de santé opens. The receipt is an authorisation to give care to insured persons.",
        ),
        Authority.LAW,
        "CSP, art. L6323-1-11",
        "CentreDeSante.conformity_commitment_on cds.engagement-conformite cds.recepisse",
    ),
    Term(
        Text("indemnité", "indemnity"),
        Text(
            "Ce qu'une CPTS verse à un membre pour compenser la perte de revenus due aux fonctions qu'il y exerce.",
            "What a CPTS pays to a member to make up for the income lost through the functions held in it.",
        ),
        Authority.REGULATION,
        "CSP, art. D1434-44",
        "PaymentNature.INDEMNITE cpts.indemnite-perte-de-revenus",
    ),
    Term(
        Text("lettre d'intention", "letter of intent"),
        Text(
            "Premier document que des agences régionales demandent aux porteurs d'une CPTS, avant le projet de santé. Ce qu'elle contient varie "
            "d'une région à l'autre ; la loi n'en parle pas.",
            "A first document that regional agencies ask of those who prepare a CPTS, before the projet de santé. What it holds varies from one "
            "region to another; the law does not speak of it.",
        ),
        Authority.PRACTICE,
        "",
        "LetterOfIntent CPTS.letter_of_intent checklist",
    ),
    Term(
        Text("missions de service public", "public-service missions"),
        Text(
            "Les six missions que la convention peut confier à une CPTS : accès aux soins, parcours, prévention, qualité et pertinence, "
            "accompagnement des professionnels, crise sanitaire. La liste est limitative.",
            "The six missions that the agreement may entrust to a CPTS: access to care, pathways, prevention, quality and relevance, support to "
            "professionals, health crises. The list is closed.",
        ),
        Authority.LAW,
        "CSP, art. L1434-12-2",
        "Mission cpts.missions-limitatives",
    ),
    Term(
        Text("mission socle", "core mission"),
        Text(
            "Mission que l'accord des CPTS rend obligatoire : accès aux soins, parcours, prévention et, depuis l'avenant 2, crise sanitaire grave. "
            "Les autres sont facultatives.",
            "A mission that the agreement of CPTS makes compulsory: access to care, pathways, prevention and, since amendment 2, serious health "
            "crises. The others are optional.",
        ),
        Authority.CONVENTION,
        "ACI des CPTS, 20 juin 2019, et avenant 2, 20 décembre 2021",
        "MissionProgress aci-cpts.missions-socles aci-cpts.mission-demarree",
    ),
    Term(
        Text("opposition de l'agence", "opposition of the agency"),
        Text(
            "Décision du directeur général de l'ARS, dans les deux mois, contre le projet d'une CPTS. Deux motifs seulement : le non-respect des "
            "objectifs du projet régional de santé, et la pertinence du territoire d'action.",
            "A decision of the head of the ARS, within two months, against the projet of a CPTS. On two grounds only: the objectives of the regional "
            "health plan are not respected, or the relevance of the territory of action.",
        ),
        Authority.LAW,
        "CSP, art. L1434-12",
        "OppositionGround cpts.opposition-delai cpts.opposition-motifs cpts.opposition-motivee",
    ),
    Term(
        Text("parcours coordonné renforcé", "reinforced coordinated pathway"),
        Text(
            "Parcours que les structures nommées par le texte peuvent porter depuis le 3 mai 2025, dont les CPTS, les équipes de soins spécialisés, "
            "les centres de santé et les maisons de santé en SISA ; non les équipes de soins primaires.",
            "A pathway that the structures named by the text may run since 3 May 2025, among them CPTS, équipes de soins spécialisés, centres de santé "
            "and maisons de santé as a SISA; not équipes de soins primaires.",
        ),
        Authority.REGULATION,
        "CSS, art. D162-34",
        "pcr.structures-porteuses",
    ),
    Term(
        Text("PASS, plafond annuel de la sécurité sociale", "PASS (annual social-security ceiling)"),
        Text(
            "Montant annuel du plafond de la sécurité sociale. Un professionnel, membre d'une CPTS ou exerçant dans une structure qui l'est, ne peut "
            "recevoir davantage dans une année civile, indemnités et rémunérations réunies.",
            "The annual amount of the social-security ceiling. A professional who is a member of a CPTS, or practises in a structure that is one, may not "
            "receive more in a civil year, indemnities and remunerations together.",
        ),
        Authority.REGULATION,
        "CSP, art. D1434-44 ; CSS, art. L241-3",
        "payment_check cpts.plafond-indemnites",
    ),
    Term(
        Text("projet de santé", "projet de santé (health project)"),
        Text(
            "Document que les membres élaborent et sur lequel la structure repose. Celui d'une CPTS est transmis à l'ARS et précise le territoire "
            "d'action ; celui d'une maison de santé lui est transmis pour information, signé par chacun de ses professionnels de santé.",
            "A document that the members draw up and on which the structure rests. That of a CPTS is sent to the ARS and states the territory of "
            "action; that of a maison de santé is sent to it for information, signed by each of its health professionals.",
        ),
        Authority.LAW,
        "CSP, art. L1434-12, L1411-11-1, L6323-3 et L6323-1-10",
        "ProjetDeSante cpts.projet-transmis msp.projet-signe cds.projet",
    ),
    Term(
        Text("projet régional de santé", "regional health plan"),
        Text(
            "Document régional, aux objectifs duquel une CPTS concourt ; ne pas les respecter est l'un des deux motifs d'opposition à son projet.",
            "A regional document, to whose objectives a CPTS contributes; not respecting them is one of the two grounds of opposition to its projet.",
        ),
        Authority.LAW,
        "CSP, art. L1434-1 et L1434-12",
        "OppositionGround",
    ),
    Term(
        Text("rémunération des missions", "remuneration for missions"),
        Text(
            "Ce qu'une CPTS verse à un membre pour sa participation aux missions de service public.",
            "What a CPTS pays to a member for taking part in the public-service missions.",
        ),
        Authority.REGULATION,
        "CSP, art. D1434-44",
        "PaymentNature.REMUNERATION cpts.remuneration-missions",
    ),
    Term(
        Text("retrait d'une décision", "withdrawal of a decision"),
        Text(
            "L'administration peut retirer une décision illégale qui crée des droits, dans les quatre mois. Qu'une validation acquise par le silence en soit une est déduit.",
            "The administration may withdraw an unlawful decision that creates rights, within four months. That a validation gained by "
            "silence is one is inferred.",
        ),
        Authority.LAW,
        "CRPA, art. L242-1",
        "cpts.retrait",
    ),
    Term(
        Text("retrait d'un associé", "withdrawal of a partner"),
        Text(
            "Départ d'un associé de SISA : selon les statuts, sinon avec l'accord unanime des autres associés, ou par décision de justice pour justes "
            "motifs. Il a droit à la valeur de ses parts.",
            "The departure of a partner of a SISA: as the statutes say, otherwise by the unanimous agreement of the other partners, or by a court for "
            "just reasons. They have a right to the value of their shares.",
        ),
        Authority.LAW,
        "C. civ., art. 1869",
        "Departure sisa.retrait sisa.retrait-valeur-des-parts",
    ),
    Term(
        Text("schéma régional de santé", "regional health scheme"),
        Text(
            "Document de l'ARS avec les orientations duquel le projet d'une maison de santé est compatible.",
            "A document of the ARS with whose orientations the projet of a maison de santé is compatible.",
        ),
        Authority.LAW,
        "CSP, art. L6323-3",
        "ProjetDeSante.compatible_with_schema msp.projet-compatible",
    ),
    Term(
        Text("silence vaut acceptation", "silence means acceptance"),
        Text(
            "Depuis le 27 juillet 2019, le projet d'une CPTS est réputé validé si l'ARS ne s'y oppose pas dans les deux mois. Le délai court de la "
            "réception du dossier complet par l'agence compétente (application du droit commun, déduite). Cela ne vaut ni pour une maison de santé ni "
            "pour une équipe de soins primaires.",
            "Since 27 July 2019 the projet of a CPTS is deemed validated if the ARS does not oppose it within two months. The time runs from the "
            "receipt of the complete file by the competent agency (the general law applied, an inference). It holds neither of a maison de santé nor of "
            "an équipe de soins primaires.",
        ),
        Authority.LAW,
        "CSP, art. L1434-12 ; CRPA, art. L114-3",
        "ProjetDeSante.received_complete_on projet_state cpts.validation",
    ),
    Term(
        Text("statuts de l'association", "statutes of the association"),
        Text(
            "Le contrat de ses membres : qui peut adhérer, par quels collèges, avec quelle cotisation, qui vote et avec quel quorum. Aucune liste "
            "nationale de collèges n'a été trouvée.",
            "The contract of its members: who may join, by which colleges, for which fee, who votes and with which quorum. No national list of colleges "
            "was found.",
        ),
        Authority.STATUTES,
        "",
        "Statutes College Quorum who_says_no",
    ),
    Term(
        Text("taille d'une CPTS", "size of a CPTS"),
        Text(
            "Une des quatre classes de l'accord, selon la population du territoire : moins de 40 000 habitants, de 40 000 à 80 000, de 80 000 "
            "à 175 000, au-delà. Ce n'est pas une condition légale.",
            "One of the four classes of the agreement, by the population of the territory: fewer than 40,000 inhabitants, 40,000 to 80,000, 80,000 to "
            "175,000, more. It is no condition of law.",
        ),
        Authority.CONVENTION,
        "ACI des CPTS, 20 juin 2019",
        "SizeClass size_classes aci-cpts.taille",
    ),
    Term(
        Text("territoire d'action", "territory of action"),
        Text(
            "Territoire que le projet de santé d'une CPTS précise. L'article ne fixe ni taille, ni découpage, et aucun texte n'interdit que deux "
            "territoires se recouvrent.",
            "The territory that the projet de santé of a CPTS states. The article sets neither a size nor a division, and no text forbids that two "
            "territories overlap.",
        ),
        Authority.LAW,
        "CSP, art. L1434-12",
        "Territory CPTS.territory_of_action cpts.projet-territoire cpts.territoires-communs",
    ),
    Term(
        Text("zone frontalière (seconde adhésion)", "border zone (second membership)"),
        Text(
            "En Pays de la Loire, un professionnel peut adhérer à deux CPTS s'il se trouve en zone frontalière ou si une action spécifique le "
            "requiert. Aucun texte trouvé ne limite le nombre des adhésions.",
            "In Pays de la Loire, a professional may join two CPTS in a border zone, or where a specific action requires it. No text found limits "
            "the number of memberships.",
        ),
        Authority.PRACTICE,
        "Pays de la Loire",
        "SecondMembershipGround adhesion.seconde-cpts",
    ),
    Term(
        Text("inconnu", "UNKNOWN"),
        Text(
            "Se dit d'un fait que personne n'a dit au dossier. Il ne décide de rien : la règle qui en dépend reste indéterminée, et la bibliothèque "
            "dit quoi demander.",
            "Said of a fact that nobody told the dossier. It decides nothing: the rule that depends on it stays undetermined, and the library says what "
            "to ask.",
        ),
        None,
        "cpts_model",
        "UNKNOWN missing",
    ),
)
