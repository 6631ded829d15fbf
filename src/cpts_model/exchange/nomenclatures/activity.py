"""How, as what and where somebody practises: mode, genre, sector, fonction, category.

Whether somebody is a substitute stands in two of them: :func:`is_substitute`.
"""

from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.exchange.nomenclatures.system import code_system, dated, labelled

_R23, _J95 = "TRE_R23-ModeExercice", "20260202120000"
_R22, _J94 = "TRE_R22-GenreActivite", "20240329120000"
_R02, _J101 = "TRE_R02-SecteurActivite", "20260223120000"
_R21, _J108 = "TRE_R21-Fonction", "20260505120000"
_R09, _R09_SEEN = "TRE_R09-CategorieProfessionnelle", "20260223120000"

_MODES = {
    "S": "Salarié",
    "L": "Libéral, indépendant, artisan, commerçant",
    "B": "Bénévole",
    "I": "Indirect",
}
_GENRES = {
    "GENR01": "Activité de soin et de pharmacie",
    "GENR02": "Activité de soins ou de pharmacien en tant que remplaçant",
    "GENR03": "Remplacement dans une activité de soins",
    "GENR04": "Activité non soignante",
    "GENR06": "Délégation de responsabilité pour continuité de service",
    "GENR08": "Activité de coordination et d'orientation",
    "GENR09": "Activité de professionnel du secteur social et médico-social exerçant des fonctions administratives ou d'appui à l'organisation de l'accompagnement",
    "GENR10": "Activité de professionnel du secteur social et médico-social exerçant des fonctions d'accompagnement à la vie sociale, professionnelle et éducative",
    "GENR11": "Activité de professionnel du secteur social et médico-social exerçant des fonctions d'accompagnement au soin",
    "GENR12": "Activité de professionnel du social et médico-social exerçant des fonctions d'encadrement et d'organisation de l'accompagnement",
    "GENR13": "Activité médico-administrative",
    "GENR99": "Autre activité",
}
_SECTORS = {
    "SA01": "Etablissement public de santé",
    "SA02": "Hôpital militaire du Service de santé des armées",
    "SA03": "Etablissement privé PSPH",
    "SA04": "Etablissement privé non PSPH",
    "SA05": "Centre de santé",
    "SA06": "Autre structure du Service de santé des armées",
    "SA07": "Cabinet individuel",
    "SA08": "Cabinet de groupe",
    "SA09": "Exercice en société",
    "SA10": "Transporteur sanitaire",
    "SA11": "Entreprise d'intérim",
    "SA12": "Etablissement de soins et prévention",
    "SA13": "Prévention et soins en entreprise",
    "SA14": "Etablissements scolaires, universitaires et de formation hors champ FINESS",
    "SA15": "PMI et Planification familiale",
    "SA16": "Etablissement pour personnes handicapées",
    "SA17": "Etablissement pour personnes âgées",
    "SA18": "Etablissement aide à la famille",
    "SA19": "Etablissements FINESS de formation aux professions sanitaires et sociales",
    "SA20": "Etablissement pour la protection de l'enfance",
    "SA21": "Etablissement d'hébergement et de réadaptation",
    "SA22": "Recherche",
    "SA23": "Assurance privée",
    "SA24": "Organisme de sécurité sociale",
    "SA25": "Laboratoire de biologie médicale",
    "SA26": "Ministère ou Service déconcentré",
    "SA27": "Collectivité territoriale",
    "SA28": "Association ou organisme humanitaire",
    "SA29": "Laboratoire d'analyses et de biologie médicale",
    "SA30": "Autre établissement sanitaire",
    "SA31": "Répartition et Distribution de médicaments et dispositifs médicaux",
    "SA32": "Fabrication, Exploitation et Importation de médicaments et dispositifs médicaux",
    "SA33": "Pharmacie d'officine",
    "SA34": "Centre de dialyse",
    "SA35": "Para-pharmacie",
    "SA36": "Centre anti-cancer",
    "SA37": "Centre de transfusion sanguine",
    "SA38": "Pharmacie minière",
    "SA39": "Pharmacie mutualiste",
    "SA40": "Secteur privé, praticien hospitalier",
    "SA41": "Autre établissement du domaine social ou médico-social",
    "SA42": "Appareillage médical",
    "SA43": "Secteur non défini",
    "SA44": "Recrutement ou Gestion RH",
    "SA45": "Communication, Marketing, Consulting, Média",
    "SA46": "Fabrication, Exploitation, Importation, Répartition, Distribution médicaments et dispositifs médicaux",
    "SA47": "Incendie et secours",
    "SA48": "Entreprise industrielle et tertiaire hors industrie pharmaceutique",
    "SA49": "Entité Outre-Mer",
    "SA50": "Permanence des soins ambulatoires hors cabinet",
    "SA51": "Structure de coopération avec autorisation de soins",
    "SA52": "Maison de santé ou Pôle de santé",
    "SA53": "Siège administratif d'un établissement de santé",
    "SA54": "Centre de dépistage et de prévention",
    "SA55": "Laboratoire pharmaceutique préparant et délivrant des allergènes",
    "SA56": "Propharmacie",
    "SA57": "Structure de coopération avec mission de coordination de soins",
    "SA58": "Entreprise de taxis",
    "SA59": "Laboratoire de biologie médicale hors catégorie standard",
    "SA60": "Centres médicaux SNCF",
    "SA61": "Structure Dispensatrice à domicile d'Oxygène à usage médical",
    "SA62": "Ordre professionnel de santé",
    "SA63": "Structures de coordination et d'orientation",
    "SA64": "Société de téléconsultation",
    "SA65": "Antenne de pharmacie",
    "SA66": "Services de Prévention et de Santé au Travail (SPST)",
    "SA67": "Maisons médicales de garde (MMG)",
    "SA68": "Services départementaux d'incendie et de secours",
    "SA69": "Maisons de naissance",
}
_FUNCTIONS = {
    "FON-01": "Titulaire de cabinet",
    "FON-02": "Associé dans une société d'exercice (SEL ou SCP)",
    "FON-03": "Titulaire d'officine",
    "FON-05": "Adjoint",
    "FON-17": "Collaborateur",
    "FON-18": "Assistant",
    "FON-22": "Remplaçant, intérimaire, intermittent",
    "FON-32": "Régulateur libéral",
    "FON-33": "Salarié en poste fixe",
    "FON-42": "Assistant collaborateur",
    "FON-48": "Interne",
    "FON-57": "Docteur junior",
    "FON-62": "Consultations de solidarité territoriale",
    "FON-63": "Coordonnateur en EHPAD",
    "FON-AU": "Fonction non définie",
}

_CATEGORIES = {
    "C": ("Civil", "2007-07-25"),
    "E": ("Etudiant", "2015-12-21"),
    "F": ("Fonctionnaire d'Etat ou de collectivité locale", "2007-07-25", "2026-02-23"),
    "M": ("Agent public", "2007-07-25"),
}

R23 = code_system(_R23, _J95, labelled(_R23, _J95, _MODES), complete=True, read_in="JDV_J95")
"""Modes of practice: ``L``, libéral; ``S``, salarié; ``B``, bénévole; ``I``, indirect."""

R22 = code_system(_R22, _J94, labelled(_R22, _J94, _GENRES), complete=True, read_in="JDV_J94")
"""Kinds of activity; ``GENR02`` and ``GENR03`` are of substitutes."""

R02 = code_system(_R02, _J101, labelled(_R02, _J101, _SECTORS), complete=True, read_in="JDV_J101")
"""Sectors; which of them the RPPS gives to a CPTS was not found."""

R21 = code_system(_R21, _J108, labelled(_R21, _J108, _FUNCTIONS), complete=False, read_in="JDV_J108")
"""Functions, of which an extract was read; ``FON-22`` is the substitute's."""

R09 = code_system(
    _R09, _R09_SEEN, dated(_R09, _R09_SEEN, _CATEGORIES), complete=True, oid="1.2.250.1.213.1.6.1.10"
)
"""Professional categories: civilian, student, public agent."""

SUBSTITUTE_GENRES = frozenset({"GENR02", "GENR03"})
"""The codes of TRE_R22 that say: as a substitute."""

SUBSTITUTE_FUNCTIONS = frozenset({"FON-22"})
"""The code of TRE_R21 that says: remplaçant, intérimaire, intermittent."""

_OTHER_GENRES = frozenset(_GENRES) - SUBSTITUTE_GENRES
_OTHER_FUNCTIONS = frozenset(_FUNCTIONS) - SUBSTITUTE_FUNCTIONS - {"FON-AU"}


def is_substitute(genre: str | None | Unknown, fonction: str | None | Unknown) -> bool | Unknown:
    """Whether an activity is a substitute's (remplaçant), by its genre (TRE_R22) and its fonction (TRE_R21).

    Yes as soon as one of the two says so. No only where both are told and both say something
    else. Unknown otherwise: what is empty, unknown, not defined (``FON-AU``), or a code whose
    meaning was not read may hide a substitute.
    """
    if genre in SUBSTITUTE_GENRES or fonction in SUBSTITUTE_FUNCTIONS:
        return True
    return False if genre in _OTHER_GENRES and fonction in _OTHER_FUNCTIONS else UNKNOWN
