"""Who: the structures, the professions, the agencies, the registers that name them."""

from cpts_model.engine.citations import Authority
from cpts_model.engine.text import Text
from pages.terms.term import Term

ACTORS = (
    Term(
        Text("acteur médico-social ou social", "medico-social or social actor"),
        Text(
            "Composante possible d'une CPTS à côté des professionnels de santé. L'article ne renvoie pas à la liste des établissements et "
            "services de l'article L312-1 du code de l'action sociale et des familles : le terme est plus large.",
            "A possible component of a CPTS beside health professionals. The article does not refer to the list of establishments and services "
            "of article L312-1 of the code of social action: the term is wider.",
        ),
        Authority.LAW,
        "CSP, art. L1434-12",
        "OrganisationKind.is_medico_social_or_social cpts.composantes-admissibles",
    ),
    Term(
        Text("ADELI", "ADELI"),
        Text(
            "Ancien répertoire de professionnels, fermé par vagues d'octobre 2021 à fin 2024. Son numéro se lit encore ; il ne se demande plus.",
            "A former register of professionals, closed in waves from October 2021 to the end of 2024. Its number is still read, and no longer asked for.",
        ),
        None,
        "Agence du numérique en santé, annuaire santé ; dates rapportées",
        "identify",
    ),
    Term(
        Text("ARS, agence régionale de santé", "ARS (regional health agency)"),
        Text(
            "Elle reçoit le projet de santé d'une CPTS, peut s'y opposer dans les deux mois, et signe avec elle et la caisse la convention qui "
            "lui confie des missions. Le projet d'une maison de santé lui est transmis pour information.",
            "It receives the projet de santé of a CPTS, may oppose it within two months, and signs with it and the health-insurance fund the "
            "agreement that entrusts missions to it. It is sent the projet of a maison de santé for information.",
        ),
        Authority.LAW,
        "CSP, art. L1434-12, L1434-12-2 et L6323-3",
        "ProjetDeSante.opposed_on cpts.validation msp.projet-transmis",
    ),
    Term(
        Text("associé", "partner (of a SISA)"),
        Text(
            "Membre d'une SISA : une personne physique qui exerce une profession médicale, d'auxiliaire médical ou de pharmacien et remplit "
            "les conditions pour l'exercer.",
            "A member of a SISA: a natural person who practises a medical profession, that of an auxiliaire médical or of a pharmacist, and meets "
            "the conditions to practise it.",
        ),
        Authority.LAW,
        "CSP, art. L4041-1 et L4041-3",
        "Membership.associe sisa.associes-admissibles sisa.associes-exercice",
    ),
    Term(
        Text("association de droit local", "association under local law"),
        Text(
            "Association des articles 21 à 79-3 du code civil local : forme d'une CPTS qui a son siège dans le Haut-Rhin, le Bas-Rhin ou la Moselle.",
            "An association under articles 21 to 79-3 of the local civil code: the form of a CPTS whose seat is in Haut-Rhin, Bas-Rhin or Moselle.",
        ),
        Authority.LAW,
        "CSP, art. L1434-12-1",
        "LegalForm.ASSOCIATION_DROIT_LOCAL Structure.in_alsace_moselle cpts.association",
    ),
    Term(
        Text("auxiliaire médical", "auxiliaire médical (allied health professional)"),
        Text(
            "Professionnel des titres Ier à VII du livre III de la quatrième partie du code de la santé publique : infirmier, "
            "masseur-kinésithérapeute, orthophoniste… L'aide-soignant, l'ambulancier ou l'assistant dentaire n'en sont pas.",
            "A professional of titles I to VII of book III of the fourth part of the public health code: nurse, physiotherapist, speech "
            "therapist… An aide-soignant, an ambulancier or an assistant dentaire is none.",
        ),
        Authority.LAW,
        "CSP, art. L4311-1 à L4371-1 s. et L4383-1",
        "Profession.is_auxiliaire_medical Professional.is_auxiliaire_medical",
    ),
    Term(
        Text("caisse (CPAM)", "health-insurance fund (CPAM)"),
        Text(
            "Organisme local d'assurance maladie : il signe avec l'ARS et la CPTS la convention de missions.",
            "The local body of health insurance: it signs the agreement on missions with the ARS and the CPTS.",
        ),
        Authority.LAW,
        "CSP, art. L1434-12-2",
        "CPTS.convention_signed_on cpts.missions-service-public",
    ),
    Term(
        Text("centre de santé", "centre de santé (health centre)"),
        Text(
            "Structure de proximité qui dispense des soins de premier recours et, le cas échéant, de second recours, par des professionnels "
            "salariés. Elle n'est pas une personne morale : c'est une activité de son gestionnaire.",
            "A local structure that gives primary care and, where applicable, second-line care, by salaried professionals. It is no legal person: "
            "it is an activity of its manager.",
        ),
        Authority.LAW,
        "CSP, art. L6323-1 et L6323-1-5",
        "CentreDeSante cds.salaries",
    ),
    Term(
        Text("comité de suivi", "follow-up committee"),
        Text(
            "Réunion où peuvent siéger les partenaires et les financeurs d'une CPTS. Y siéger ne rend pas membre. Aucun texte ne l'impose.",
            "A meeting on which the partners and funders of a CPTS may sit. Sitting on it makes nobody a member. No text "
            "requires it.",
        ),
        Authority.PRACTICE,
        "Pays de la Loire",
        "Membership.partner",
    ),
    Term(
        Text(
            "CPTS, communauté professionnelle territoriale de santé",
            "CPTS (territorial health professional community)",
        ),
        Text(
            "Communauté de professionnels de santé, d'acteurs des premier et deuxième recours, de services de prévention et de santé au travail et "
            "d'acteurs médico-sociaux et sociaux, autour d'un projet de santé pour un territoire. Elle est constituée en association.",
            "A community of health professionals, of actors of primary and second-line care, of occupational-health services and of medico-social and "
            "social actors, around a projet de santé for a territory. It is formed as an association.",
        ),
        Authority.LAW,
        "CSP, art. L1434-12 et L1434-12-1",
        "CPTS cpts.composantes-admissibles cpts.association",
    ),
    Term(
        Text("ESP, équipe de soins primaires", "ESP (primary care team)"),
        Text(
            "Ensemble de professionnels de santé constitué autour de médecins généralistes de premier recours, sur la base d'un projet de santé "
            "qu'ils élaborent. Elle peut prendre la forme d'un centre ou d'une maison de santé.",
            "Health professionals gathered around general practitioners of primary care, on the basis of a projet de santé that they draw up. It may "
            "take the form of a centre or a maison de santé.",
        ),
        Authority.LAW,
        "CSP, art. L1411-11-1",
        "EquipeDeSoinsPrimaires esp.medecins-generalistes esp.projet",
    ),
    Term(
        Text("ESS, équipe de soins spécialisés", "ESS (specialist care team)"),
        Text(
            "Ensemble de professionnels de santé constitué autour de médecins spécialistes d'une ou plusieurs spécialités hors médecine générale. "
            "Ce n'est pas une équipe de soins primaires.",
            "Health professionals gathered around specialist doctors of one or more specialities other than general practice. It is not an "
            "équipe de soins primaires.",
        ),
        Authority.LAW,
        "CSP, art. L1411-11-1",
        "EquipeDeSoinsSpecialises ess.specialistes",
    ),
    Term(
        Text("exercice coordonné", "coordinated practice"),
        Text(
            "Expression courante, sans définition commune à tous les textes : chacun a sa propre liste de structures. La CPTS n'est pas dans celle de "
            "l'accès direct à l'infirmier en pratique avancée ; elle est dans celle des accords conventionnels.",
            "A common phrase without a definition shared by all texts: each has its own list of structures. The CPTS is not in that of direct access "
            "to advanced practice nurses; it is in that of the national agreements.",
        ),
        Authority.LAW,
        "CSP, art. L4301-2 ; CSS, art. L162-14-1 et D162-34",
        "Exercice rights",
    ),
    Term(
        Text("FINESS", "FINESS"),
        Text(
            "Répertoire des établissements : un numéro de neuf caractères pour l'entité juridique, un autre pour chaque site. Catégories : 603 maison "
            "de santé, 604 CPTS, 124 centre de santé, 647 équipe de soins spécialisés ; aucune pour l'équipe de soins primaires.",
            "The register of establishments: a number of nine characters for the legal entity, another for each site. Categories: 603 maison de "
            "santé, 604 CPTS, 124 centre de santé, 647 équipe de soins spécialisés; none for the équipe de soins primaires.",
        ),
        None,
        "nomenclature FINESS",
        "Structure.finess Structure.finess_ej read_finess",
    ),
    Term(
        Text("gestionnaire d'un centre de santé", "manager of a centre de santé"),
        Text(
            "Personne morale dont le centre est une activité. La liste de celles qui peuvent l'être est limitative ; les bénéfices ne sont pas distribués.",
            "The legal person that the centre is an activity of. The list of those that may be one is closed; profits are not distributed.",
        ),
        Authority.LAW,
        "CSP, art. L6323-1-3 et L6323-1-4",
        "CentreDeSante.manager cds.gestionnaire cds.benefices",
    ),
    Term(
        Text("infirmier en pratique avancée (IPA)", "advanced practice nurse (IPA)"),
        Text(
            "Infirmier qui exerce en pratique avancée : ce n'est pas une autre profession. Il ne compte qu'une fois.",
            "A nurse in advanced practice: it is not another profession. They count once.",
        ),
        Authority.LAW,
        "CSP, art. L4301-2",
        "Professional.is_ipa droit.ipa-acces-direct",
    ),
    Term(
        Text("maison de santé (MSP)", "maison de santé (multi-professional practice)"),
        Text(
            "Personne morale constituée entre des professionnels médicaux, auxiliaires médicaux ou pharmaciens, qui assurent des soins de premier "
            "recours sans hébergement. Chacun de ses professionnels de santé signe le projet de santé.",
            "A legal person formed between medical professionals, auxiliaires médicaux or pharmacists, who give primary care without accommodation. "
            "Each of its health professionals signs the projet de santé.",
        ),
        Authority.LAW,
        "CSP, art. L6323-3",
        "MaisonDeSante msp.personne-morale msp.constituants msp.projet-signe",
    ),
    Term(
        Text("maison de santé universitaire", "university maison de santé"),
        Text(
            "Maison de santé qui a signé avec l'ARS et un établissement d'enseignement supérieur une convention tripartite sur la formation et la "
            "recherche en soins primaires.",
            "A maison de santé that has signed, with the ARS and an establishment of higher education, a three-party agreement on training and "
            "research in primary care.",
        ),
        Authority.LAW,
        "CSP, art. L6323-3",
        "MaisonDeSante.university_convention_signed_on msp.universitaire",
    ),
    Term(
        Text("pharmacien correspondant", "pharmacien correspondant"),
        Text(
            "Pharmacien titulaire d'officine, ou gérant d'une pharmacie mutualiste ou minière, qui participe au même exercice coordonné que le médecin traitant du patient.",
            "A pharmacist who owns a pharmacy, or manages that of a mutual society or of the mines, and takes part in the same coordinated practice as the patient's usual doctor.",
        ),
        Authority.REGULATION,
        "CSP, art. L5125-1-1 A, 7° ; décret n° 2021-685 du 28 mai 2021",
        "droit.pharmacien-correspondant",
    ),
    Term(
        Text("premier recours (soins de)", "primary care (soins de premier recours)"),
        Text(
            "Prévention, dépistage, diagnostic, traitement et suivi ; dispensation des produits et conseil pharmaceutique ; orientation ; éducation "
            "pour la santé. C'est une nature de soins, non une liste de professions.",
            "Prevention, screening, diagnosis, treatment and follow-up; dispensing and pharmaceutical advice; orientation; health education. It is a "
            "kind of care, not a list of professions.",
        ),
        Authority.LAW,
        "CSP, art. L1411-11",
        "Professional.gives_premier_recours esp.premier-recours msp.premier-recours",
    ),
    Term(
        Text("profession médicale", "medical profession"),
        Text(
            "Médecin, chirurgien-dentiste ou sage-femme.",
            "Médecin (doctor), chirurgien-dentiste (dental surgeon) or sage-femme (midwife).",
        ),
        Authority.LAW,
        "CSP, art. L4111-1",
        "Profession.is_profession_medicale Professional.is_profession_medicale",
    ),
    Term(
        Text("professionnel de santé", "health professional"),
        Text(
            "Celui qui exerce une profession de la quatrième partie du code de la santé publique, au jour demandé. Le psychologue et "
            "l'ostéopathe exclusif n'en sont pas.",
            "One who practises a profession of the fourth part of the public health code, on the day asked. A psychologist and somebody who is an "
            "osteopath only are none.",
        ),
        Authority.LAW,
        "CSP, quatrième partie",
        "Professional.is_health_professional Family.is_health_profession",
    ),
    Term(
        Text("RPPS", "RPPS"),
        Text(
            "Répertoire partagé des professionnels de santé : un numéro de onze chiffres, le dernier étant une clé, pour toute la vie professionnelle.",
            "The shared register of health professionals: a number of eleven digits, the last one a key, for the whole of a working life.",
        ),
        None,
        "Agence du numérique en santé, modèle des objets de santé (MOS)",
        "Professional.rpps identify read_annuaire",
    ),
    Term(
        Text("second recours (soins de)", "second-line care (soins de second recours)"),
        Text(
            "Soins que l'article L1411-12 vise. Son texte n'a pas été lu pour la bibliothèque : c'est un fait que l'on déclare, jamais déduit de la profession.",
            "The care that article L1411-12 speaks of. Its text was not read for the library: it is a fact that is declared, never inferred from the "
            "profession.",
        ),
        Authority.LAW,
        "CSP, art. L1411-12",
        "Professional.gives_second_recours cpts.composantes-admissibles",
    ),
    Term(
        Text(
            "SISA, société interprofessionnelle de soins ambulatoires",
            "SISA (interprofessional company of ambulatory care)",
        ),
        Text(
            "Société civile de professionnels de santé, qui met en commun des moyens et exerce en commun des activités. Elle compte parmi ses associés "
            "au moins deux médecins et un auxiliaire médical.",
            "A civil company of health professionals, who pool means and carry out activities together. Its partners include at least two doctors and one "
            "auxiliaire médical.",
        ),
        Authority.LAW,
        "CSP, art. L4041-1, L4041-2 et L4041-4",
        "SISA sisa.deux-medecins-un-auxiliaire sisa.objet",
    ),
)
