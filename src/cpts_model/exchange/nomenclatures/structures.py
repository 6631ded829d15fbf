"""What structures are: FINESS categories, legal statuses, types of the ROR, engagements.

TRE_R66 and TRE_R72 are being replaced by TRE_R397 and TRE_R400, hierarchies whose last level
has codes of the same form; files use both. An équipe de soins primaires has no code in any of them.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import attrs

from cpts_model.engine.text import Text
from cpts_model.exchange.nomenclatures import categories
from cpts_model.exchange.nomenclatures.legal_statuses import AGGREGATES, OF_THE_RPPS, STATUSES
from cpts_model.exchange.nomenclatures.system import CodeSystem, code_system, dated, labelled
from cpts_model.facts.nomenclature import uri

_R66, _R397 = "TRE_R66-CategorieEtablissement", "TRE_R397-CategorieEntiteGeographiqueExercice"
_R72, _R400 = "TRE_R72-FinessStatutJuridique", "TRE_R400-FinessStatutJuridique"
_R244, _R278 = "TRE_R244-CategorieOrganisation", "TRE_R278-Engagement"
_R72_SEEN, _R400_SEEN = "20240329120000", "20260629120000"
_R397_SEEN, _R278_SEEN, _J238 = "20260601120000", "20250611120000", "20260730120000"
_SMT, _MOS = "https://smt.esante.gouv.fr/fhir", "https://mos.esante.gouv.fr/NOS"

_ENTITIES = {
    "127": "Hospitalisation à Domicile",
    "223": "Protection Maternelle et Infantile (P.M.I.)",
    "255": "Maison d'Accueil Spécialisée (M.A.S.)",
    "354": "Service de Soins Infirmiers A Domicile (S.S.I.A.D)",
}
"""Codes of TRE_R397 whose days were not read."""

_DATED_ENTITIES = {
    "445": ("Service d'accompagnement médico-social adultes handicapés", "2015-05-04"),
    "446": ("Service d'Accompagnement à la Vie Sociale (S.A.V.S.)", "1979-01-01"),
    "447": ("Entreprise Intérim Insertion", "1979-01-01", "2001-07-31"),
    "448": ("Etab.Acc.Médicalisé en tout ou partie personnes handicapées", "2018-10-26"),
    "449": ("Etab.Accueil Non Médicalisé pour personnes handicapées", "2018-10-26"),
    "450": ("Service d'Aide aux Personnes Agées", "1979-01-01", "2018-06-29"),
    "451": ("Service d'Aide aux Familles en Difficulté", "1979-01-01", "2018-06-29"),
    "452": ("Régie de Quartier", "1979-01-01", "2001-07-31"),
    "453": ("Service de Réparation Pénale", "1997-01-28", "2024-10-25"),
    "460": ("Service autonomie aide (SAA)", "2002-01-01"),
    "461": ("Centres de Ressources S.A.I. (Sans Aucune Indication)", "2002-01-01"),
    "462": ("Lieux de Vie et d’Accueil", "2002-01-01"),
    "463": ("Centres Locaux Information Coordination P.A.(C.L.I.C.)", "2002-01-01"),
    "464": ("Unités Evaluation Réentraînement et d'Orient. Soc. et Pro.", "2012-11-05"),
    "500": ("Etablissement d'hébergement pour personnes âgées dépendantes", "2015-01-01"),
    "501": ("EHPA percevant des crédits d'assurance maladie", "2015-01-01"),
    "502": ("EHPA ne percevant pas des crédits d'assurance maladie", "2015-01-01"),
    "601": ("Cabinet Libéral Médical", "1979-01-01", "1999-09-15"),
    "602": ("Cabinet de Groupe", "1979-01-01", "1999-09-15"),
    "603": ("Maison de santé (L.6223-3)", "2012-03-28"),
    "604": ("Communauté Professionnelle Territoriale de Santé (CPTS)", "2020-05-29"),
    "605": ("Cabinet d'Auxiliaires Médicaux", "1979-01-01", "1999-09-15"),
    "606": ("Dispositif d'appui à la coordination (DAC)", "2022-01-28"),
    "607": ("Groupement Régional d'Appui au Développement de la e-Santé (GRADeS)", "2022-02-25"),
    "608": ("Equipe mobile médico-sociale précarité (EMMSP)", "2022-03-25"),
    "609": ("Maison Départementale pour Personnes Handicapées (MDPH)", "2022-10-28"),
    "610": ("Laboratoire d'Analyses", "1979-01-01"),
    "611": ("Laboratoire de Biologie Médicale", "2010-07-23"),
    "612": ("Autre Laboratoire de Biologie Médicale sans FSE", "2016-01-01"),
    "614": ("Dispositif Spécifique Régional du Cancer (DSRC)", "2023-01-27"),
    "616": ("Services de Prévention et de Santé au Travail (SPST)", "2023-05-26"),
    "617": ("Lieu de soins non programmés", "2023-06-30"),
    "618": ("Autre structure de soins non programmés (SNP)", "2023-06-30"),
    "620": ("Pharmacie d'Officine", "1979-01-01"),
    "621": ("Lunetterie Médicale", "1979-01-01", "1999-09-15"),
    "622": ("Centre d'Appareillage & Prothèse", "1979-01-01", "1999-09-15"),
    "623": ("Herboristerie", "1979-01-01", "1999-09-15"),
    "624": ("Laboratoire pharmaceutique préparant délivrant allergènes", "2014-01-17"),
    "627": ("Propharmacie", "1996-09-23"),
    "628": ("Pharmacie Minière", "1996-09-23"),
    "629": ("Pharmacie Mutualiste", "1996-09-23"),
    "630": ("Installation autonome de chirurgie esthétique", "2015-06-05"),
    "631": ("Maisons de naissance", "2017-07-07"),
    "632": ("Structure Dispensatrice à domicile d'Oxygène à usage médical", "2017-07-07"),
    "633": ("Structure Expérimentale en Santé", "2020-08-28"),
    "636": ("Centre de soins et de prévention", "2018-12-14"),
    "637": ("Centre de Lutte Antituberculeuse (CLAT)", "2023-09-22"),
    "638": ("Centre gratuit d'information de dépistage et de diagnostic (CeGIDD)", "2023-09-22"),
    "639": ("Sociétés de téléconsultation (STLC)", "2023-09-22"),
    "640": ("Service d'aide et d'accompagnement à domicile aux familles (SAADF)", "2023-10-30"),
    "641": ("Antenne de Pharmacie d'officine", "2024-02-23"),
    "642": ("Services départementaux d'incendie et de secours", "2024-06-28"),
    "643": ("Serv. d'éval de la minorité de l'isolement pour les pers. se déclarant mineures", "2024-05-31"),
    "644": ("Etab. de mise à l'abri pour les pers. se déclarant mineures non accompagnées", "2024-05-31"),
    "645": ("Centre de Vaccination", "2024-09-27"),
    "646": ("Centre de Vaccination Internationale", "2024-09-27"),
    "647": ("Equipe de Soins Spécialisés", "2024-09-27"),
    "648": ("Structure qui contribue au Service d'Accès aux Soins", "2024-10-25"),
    "649": ("Centre de santé et de médiation en santé sexuelle", "2025-12-22"),
    "650": ("Dispositifs Spécifiques Régionaux en périnatalité", "2026-02-23"),
    "690": ("Etablissement de Fabrication Annexe à une Officine", "1996-09-23", "2024-02-23"),
    "695": ("Groupement de coopération sanitaire de moyens - Exploitant", "2019-05-29"),
    "696": ("Groupement de coopération sanitaire de moyens", "2011-05-04"),
    "697": ("Groupement de coopération sanitaire - Etablissement de santé", "2011-05-04"),
    "698": ("Autre Etablissement Loi Hospitalière", "1979-01-01"),
    "699": ("Entité Ayant Autorisation", "1979-01-01"),
    "700": ("Maison sport-santé", "2024-07-26"),
    "701": ("Maison des adolescents (MDA)", "2024-10-25"),
    "702": ("Point Accueil Ecoute Jeunes (PAEJ)", "2024-10-25"),
    "703": ("Espace Santé Jeunes (ESJ)", "2025-04-25"),
}
"""Codes of the last level of TRE_R397, of which 445 to 703 were read."""

_OFFERS = {
    "72": "Guichet d'accueil, écoute, conseil, orientation",
    "92": "Soins non programmés de ville",
    "99": "Maison de santé pluriprofessionnelle (MSP)",
    "255": "Communauté Professionnelle Territoriale de Santé (CPTS)",
    "303": "Cabinet de ville infirmier en pratique avancée en pathologies chroniques stabilisées",
    "315": "Equipe de Soins Spécialisés (ESS)",
    "316": "Société de téléconsultation",
}

_ENGAGEMENTS = {
    "ACI": ("Contrat tripartie CPTS/AM/ARS pour rémunération ACI", "2020-05-29"),
    "APL": ("Aide Personalisée au Logement", "2018-10-26"),
    "ARR": ("Arrêté", "2024-01-01"),
    "ASD": ("Convention aide sociale départementale", "2018-10-26"),
    "ASE": ("Convention aide sociale Etat", "2018-10-26"),
    "CPM": ("Signature d'une Convention d'Objectifs et de Moyens (CPOM)", "2018-10-26"),
    "CPP": ("PFR Plateforme de répit financée par plusieurs financeurs", "2018-10-26"),
    "CPU": ("PFR Plateforme de répit financée par l'ARS uniquement", "2018-10-26"),
    "DEA": ("Dispositif d'emploi accompagné", "2018-10-26"),
    "DIS": ("Dispositif Article 51", "2023-01-27"),
    "DIT": ("Dispositif Intégré", "2018-10-26"),
    "EMA": ("Equipe mobile d'appui pour la scolarisation jeunes handicap", "2020-01-31"),
    "EX1": ("Entrée dans l expérimentation de SPASAD seul", "2021-11-26"),
    "EX2": ("Expérimentation SSIAD et/ou SAAD + SPASAD si GCSMS", "2021-11-26"),
    "EX3": ("Expériment. SSIAD et/ou SAAD + SPASAD si conv. Coopé.", "2021-11-26"),
    "HPR": ("Hôpitaux de proximité", "2019-07-05", "2021-11-26"),
    "JUS": ("Habilitation justice", "2018-10-26"),
    "MDI": ("Membre du Dispositif Intégré", "2025-01-31"),
    "MIL": ("Conv hôpitaux militaires", "2018-10-26"),
    "PAD": ("Convention tripartite étab personnes âgées dépendantes", "2021-11-26", "2021-11-26"),
    "PAP": ("Convention tripartie partielle étab pers âgées dépendantes", "2021-11-26", "2021-11-26"),
    "PCO": ("Plateforme coord. & orientation pour enfants atteints de TND", "2020-01-31"),
    "PCP": ("Pôle de compétences et de prestations externalisées", "2018-10-26"),
    "PEN": ("Convention établissement pénitentiaire", "2018-10-26"),
    "PDI": ("Porteur du Dispositif Intégré", "2025-01-31"),
    "QAL": ("Agrément Qualité", "2018-10-26"),
    "REL": ("Equipe relais", "2018-10-26"),
    "RSE": ("SAAD intervenant uniquement au sein de la résidence services", "2019-04-26"),
    "RUR": ("Maison d'Accueil Rurale pour Personnes Âgées (MARPA)", "2021-11-26", "2021-11-26"),
    "SAD": ("Convention SSIAD/SAAD (SAD)", "2024-01-26"),
    "SID": ("Signature d'une convention de médicalisation avec un SSIAD", "2021-11-26", "2021-11-26"),
    "UEA": ("Unité d'enseignement élémentaire autisme", "2020-01-31"),
    "UEE": ("Unité d'enseignement externe hors UEM", "2018-10-26"),
    "UEM": ("Unité d'enseignement en maternelle plan autisme", "2018-10-26"),
    "UNI": ("Convention d'un CHR avec une Université", "2018-10-26"),
}

J129_RETIRED_ON = date(2026, 2, 23)
"""The day JDV_J129, the categories of the Annuaire Santé on TRE_R66, gave way to JDV_J380, on TRE_R397."""

R66 = attrs.evolve(
    code_system(
        _R66,
        categories.SEEN,
        (
            *labelled(_R66, categories.SEEN, categories.CURRENT),
            *labelled(
                _R66,
                categories.SEEN_IN_EXTRACT,
                {code: label for code, label in categories.OF_2021.items() if code not in categories.CURRENT},
            ),
        ),
        complete=False,
        read_in="JDV_J55",
    ),
    note=Text(
        "le jeu de valeurs JDV_J129 de l'Annuaire Santé, sur TRE_R66, a été retiré le 23 février 2026 et remplacé par "
        "JDV_J380, sur TRE_R397 ; le ROR (JDV_J55) et le service d'accès aux soins emploient encore TRE_R66",
        "the value set JDV_J129 of the Annuaire Santé, on TRE_R66, was retired on 23 February 2026 and replaced by "
        "JDV_J380, on TRE_R397; the ROR (JDV_J55) and the SAS still use TRE_R66",
    ),
    note_from=J129_RETIRED_ON,
)
"""Categories of establishments: 603 maison de santé, 604 CPTS, 124 centre de santé, 647 ESS.

Current labels where they were read, else those of the extract of January 2021, by ``seen``.
"""

R66_LABELS_2021: Mapping[str, str] = MappingProxyType(categories.OF_2021)
"""The label of each category in the FINESS extract of 8 January 2021."""

R72 = code_system(
    _R72, _R72_SEEN, dated(_R72, _R72_SEEN, STATUSES), complete=True, oid="1.2.250.1.213.1.6.1.44"
)
"""Legal statuses: 80 SISA, 60 and 61 associations of the law of 1901, 62 of local law."""

R72_OF_THE_RPPS = OF_THE_RPPS
"""The codes of TRE_R72, and of TRE_R400, that are none of FINESS: 000, 100 to 107, 110."""

R244 = code_system(_R244, _J238, labelled(_R244, _J238, _OFFERS), complete=False, read_in="JDV_J238")
"""Types of the ROR, of which an extract was read: 99 maison de santé, 255 CPTS, 315 ESS."""

R397 = CodeSystem(
    name=_R397,
    uri=f"{_SMT}/CodeSystem/tre-r397-categorie-entite-geographique-exercice",
    other_uris=(
        f"{_MOS}/tre_r397-categorie-entite-geographique-exercice/FHIR/tre-r397-categorie-entite-geographique-exercice",
        f"{_MOS}/tre_r397-categorie-entite-geographique-exercice/FHIR/tre_r397-categorie-entite-geographique-exercice",
    ),
    oid="1.2.250.1.213.1.6.1.378",
    version=_R397_SEEN,
    codes=(*labelled(_R397, _R397_SEEN, _ENTITIES), *dated(_R397, _R397_SEEN, _DATED_ENTITIES)),
    complete=False,
)
"""What takes the place of TRE_R66, as far as it was read; FINESS+ writes another address for it."""

R400 = CodeSystem(
    name=_R400,
    uri=f"{_SMT}/CodeSystem/tre-r400-finess-statut-juridique",
    other_uris=(f"{_MOS}/tre_r400-finess-statut-juridique/FHIR/tre-r400-finess-statut-juridique",),
    oid="1.2.250.1.213.1.6.1.379",
    version=_R400_SEEN,
    codes=dated(_R400, _R400_SEEN, STATUSES | AGGREGATES),
    complete=True,
)
"""What takes the place of TRE_R72: its statuses, under the same codes, and what gathers them."""

R400_AGGREGATES = frozenset(AGGREGATES)
"""The codes of TRE_R400 that gather statuses: 2160, associations, is the legal status of nobody."""

R278 = CodeSystem(
    name=_R278,
    uri=f"{_SMT}/CodeSystem/tre-r278-engagement",
    other_uris=(uri("TRE_R278-FinessConvention"),),
    oid="1.2.250.1.213.1.6.1.131",
    version=_R278_SEEN,
    codes=dated(_R278, _R278_SEEN, _ENGAGEMENTS),
    complete=True,
)
"""Engagements of FINESS+: ``ACI`` is the contract of a CPTS. Of a maison de santé's ACI, or an ESP, there is none."""
