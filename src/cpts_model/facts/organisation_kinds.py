"""What organisations do: health, medico-social, social, coordination."""

from enum import Enum

import attrs

from cpts_model.engine.text import Text


class Sector(Enum):
    """The field an organisation works in."""

    SANTE = "sante"
    MEDICO_SOCIAL = "medico-social"
    SANTE_AU_TRAVAIL = "sante-au-travail"
    COORDINATION = "coordination"
    AUTRE = "autre"

    @property
    def label(self) -> Text:
        """The sector's name."""
        return _SECTORS[self]


_SECTORS = {
    Sector.SANTE: Text("santé", "health"),
    Sector.MEDICO_SOCIAL: Text("médico-social ou social", "medico-social or social"),
    Sector.SANTE_AU_TRAVAIL: Text("prévention et santé au travail", "occupational health"),
    Sector.COORDINATION: Text("coordination", "coordination"),
    Sector.AUTRE: Text("autre", "other"),
}


class OrganisationKind(Enum):
    """What an organisation is, as the sources of the field name it.

    Establishments and services of article L312-1, I, of the code de l'action sociale et
    des familles have one kind for each of its first sixteen numbers, and a few of their own
    where people say them daily (EHPAD, SSIAD). ``acteurs médico-sociaux et sociaux`` is
    wider than that article: a CCAS or an independent social worker is one too.
    """

    CABINET = "cabinet"
    MAISON_DE_SANTE = "maison-de-sante"
    CENTRE_DE_SANTE = "centre-de-sante"
    CPTS = "cpts"
    EQUIPE_DE_SOINS_PRIMAIRES = "equipe-de-soins-primaires"
    EQUIPE_DE_SOINS_SPECIALISES = "equipe-de-soins-specialises"
    PHARMACIE_OFFICINE = "pharmacie-officine"
    LABORATOIRE = "laboratoire"
    HOPITAL_PUBLIC = "hopital-public"
    ETABLISSEMENT_DE_SANTE_PRIVE = "etablissement-de-sante-prive"
    HAD = "had"
    PMI = "pmi"
    EHPAD = "ehpad"
    SSIAD = "ssiad"
    SERVICE_AUTONOMIE = "service-autonomie"
    RESIDENCE_AUTONOMIE = "residence-autonomie"
    CASF_1 = "casf-1"
    CASF_2 = "casf-2"
    CASF_3 = "casf-3"
    CASF_4 = "casf-4"
    CASF_5 = "casf-5"
    CASF_6 = "casf-6"
    CASF_7 = "casf-7"
    CASF_8 = "casf-8"
    CASF_9 = "casf-9"
    CASF_10 = "casf-10"
    CASF_11 = "casf-11"
    CASF_12 = "casf-12"
    CASF_13 = "casf-13"
    CASF_14 = "casf-14"
    CASF_15 = "casf-15"
    CASF_16 = "casf-16"
    CCAS = "ccas"
    TRAVAILLEUR_SOCIAL_INDEPENDANT = "travailleur-social-independant"
    AUTRE_ACTEUR_SOCIAL = "autre-acteur-social"
    MDPH = "mdph"
    DAC = "dac"
    SERVICE_DE_SANTE_AU_TRAVAIL = "service-de-sante-au-travail"
    COLLECTIVITE = "collectivite"
    ASSOCIATION_D_USAGERS = "association-d-usagers"
    FINANCEUR = "financeur"
    OTHER = "autre"

    @property
    def label(self) -> Text:
        """The kind's name."""
        return _KINDS[self].label

    @property
    def sector(self) -> Sector:
        """The field it works in."""
        return _KINDS[self].sector

    @property
    def finess_categories(self) -> tuple[str, ...]:
        """Its categories in the FINESS register; an équipe de soins primaires has none."""
        return _KINDS[self].finess

    @property
    def casf_number(self) -> int | None:
        """Its number in article L312-1, I, of the CASF, where it has one."""
        return _KINDS[self].casf

    @property
    def is_medico_social_or_social(self) -> bool:
        """Whether it is a medico-social or social actor."""
        return self.sector is Sector.MEDICO_SOCIAL

    @property
    def is_occupational_health(self) -> bool:
        """Whether it is a service de prévention et de santé au travail."""
        return self.sector is Sector.SANTE_AU_TRAVAIL

    @property
    def is_health(self) -> bool:
        """Whether it gives care."""
        return self.sector is Sector.SANTE

    @property
    def is_public_hospital(self) -> bool:
        """Whether it is a public health establishment."""
        return self is OrganisationKind.HOPITAL_PUBLIC

    @property
    def is_equipe_de_soins_primaires(self) -> bool:
        """Whether it is an équipe de soins primaires, the one grouping that article L1434-12 names."""
        return self is OrganisationKind.EQUIPE_DE_SOINS_PRIMAIRES

    @property
    def is_coordination(self) -> bool:
        """Whether it supports coordination without giving care."""
        return self.sector is Sector.COORDINATION

    @classmethod
    def from_finess(cls, category: str) -> "OrganisationKind | None":
        """The kind that a FINESS category stands for, when one does."""
        return next((kind for kind in cls if category in kind.finess_categories), None)


@attrs.frozen(slots=True)
class _Kind:
    label: Text
    sector: Sector
    finess: tuple[str, ...] = ()
    casf: int | None = None


def _health(fr: str, en: str, *finess: str) -> _Kind:
    return _Kind(Text(fr, en), Sector.SANTE, finess)


def _social(fr: str, en: str, *finess: str, casf: int | None = None) -> _Kind:
    return _Kind(Text(fr, en), Sector.MEDICO_SOCIAL, finess, casf)


_KINDS = {
    OrganisationKind.CABINET: _health("cabinet libéral, individuel ou de groupe", "private practice, single or group"),
    OrganisationKind.MAISON_DE_SANTE: _health("maison de santé", "maison de santé", "603"),
    OrganisationKind.CENTRE_DE_SANTE: _health("centre de santé", "centre de santé", "124", "439"),
    OrganisationKind.CPTS: _Kind(
        Text("communauté professionnelle territoriale de santé", "CPTS"), Sector.COORDINATION, ("604",)
    ),
    OrganisationKind.EQUIPE_DE_SOINS_PRIMAIRES: _health("équipe de soins primaires", "équipe de soins primaires"),
    OrganisationKind.EQUIPE_DE_SOINS_SPECIALISES: _health(
        "équipe de soins spécialisés", "équipe de soins spécialisés", "647"
    ),
    OrganisationKind.PHARMACIE_OFFICINE: _health("pharmacie d'officine", "community pharmacy", "620", "627", "629", "641"),
    OrganisationKind.LABORATOIRE: _health("laboratoire de biologie médicale", "medical laboratory", "611", "610"),
    OrganisationKind.HOPITAL_PUBLIC: _health("établissement de santé public", "public hospital", "101", "355", "106", "292"),
    OrganisationKind.ETABLISSEMENT_DE_SANTE_PRIVE: _health(
        "établissement de santé privé", "private health establishment", "109", "131", "365"
    ),
    OrganisationKind.HAD: _health("hospitalisation à domicile", "hospital at home", "127"),
    OrganisationKind.PMI: _health("protection maternelle et infantile", "maternal and child protection service", "223"),
    OrganisationKind.EHPAD: _social(
        "établissement d'hébergement pour personnes âgées dépendantes (EHPAD)", "care home (EHPAD)", "500", casf=6
    ),
    OrganisationKind.SSIAD: _social(
        "service de soins infirmiers à domicile (SSIAD)", "home nursing service (SSIAD)", "354", casf=6
    ),
    OrganisationKind.SERVICE_AUTONOMIE: _social(
        "service autonomie à domicile (aide, ou aide et soins)", "home autonomy service", "460", "209", casf=6
    ),
    OrganisationKind.RESIDENCE_AUTONOMIE: _social("résidence autonomie", "sheltered housing", "202", casf=6),
    OrganisationKind.CASF_1: _social(
        "protection de l'enfance : prise en charge habituelle de mineurs et de jeunes majeurs",
        "child protection: usual care of minors and young adults", casf=1,
    ),
    OrganisationKind.CASF_2: _social(
        "enseignement et éducation adaptés d'enfants ou de jeunes handicapés ou inadaptés",
        "adapted teaching of disabled or maladjusted children and young people", "182", "183", "186", "188", "189", casf=2,
    ),
    OrganisationKind.CASF_3: _social(
        "centre d'action médico-sociale précoce (CAMSP)", "early medico-social action centre (CAMSP)", "190", casf=3
    ),
    OrganisationKind.CASF_4: _social(
        "mesures éducatives ordonnées par le juge", "educational measures ordered by a judge", casf=4
    ),
    OrganisationKind.CASF_5: _social(
        "aide par le travail (ESAT), réadaptation et orientation professionnelles",
        "sheltered work (ESAT), vocational rehabilitation and guidance", "246", casf=5,
    ),
    OrganisationKind.CASF_6: _social(
        "personnes âgées : accueil, aide à domicile, soins, insertion",
        "elderly people: reception, home help, care, integration", "207", "501", "502", casf=6,
    ),
    OrganisationKind.CASF_7: _social(
        "adultes handicapés ou atteints de pathologies chroniques : accueil, aide, soins",
        "adults with disabilities or chronic illness: reception, help, care", "255", "437", "445", "446", "448", "449", casf=7,
    ),
    OrganisationKind.CASF_8: _social(
        "personnes ou familles en difficulté : accueil, soutien, insertion",
        "people or families in distress: reception, support, integration", "214", casf=8,
    ),
    OrganisationKind.CASF_9: _social(
        "difficultés spécifiques : CSAPA, CAARUD, lits halte soins santé, appartements thérapeutiques",
        "specific difficulties: addiction care, harm reduction, respite beds, therapeutic flats",
        "165", "178", "180", "197", "213", casf=9,
    ),
    OrganisationKind.CASF_10: _social("foyer de jeunes travailleurs", "young workers' hostel", casf=10),
    OrganisationKind.CASF_11: _social(
        "centre de ressources, d'information ou de coordination (CLIC…)",
        "resource, information or coordination centre (CLIC…)", "463", casf=11,
    ),
    OrganisationKind.CASF_12: _social("établissement ou service expérimental", "experimental establishment or service", casf=12),
    OrganisationKind.CASF_13: _social(
        "centre d'accueil pour demandeurs d'asile (CADA)", "reception centre for asylum seekers (CADA)", casf=13
    ),
    OrganisationKind.CASF_14: _social("protection judiciaire des majeurs", "judicial protection of adults", casf=14),
    OrganisationKind.CASF_15: _social(
        "aide judiciaire à la gestion du budget familial", "judicial help with the family budget", casf=15
    ),
    OrganisationKind.CASF_16: _social(
        "aide à domicile aux familles en difficulté temporaire", "help at home to families in passing difficulty", casf=16
    ),
    OrganisationKind.CCAS: _social("centre communal d'action sociale (CCAS)", "municipal social action centre (CCAS)"),
    OrganisationKind.TRAVAILLEUR_SOCIAL_INDEPENDANT: _social("travailleur social indépendant", "independent social worker"),
    OrganisationKind.AUTRE_ACTEUR_SOCIAL: _social("autre acteur médico-social ou social", "other medico-social or social actor"),
    OrganisationKind.MDPH: _social("maison départementale des personnes handicapées", "département disability office", "609"),
    OrganisationKind.DAC: _Kind(
        Text("dispositif d'appui à la coordination (DAC)", "coordination support scheme (DAC)"), Sector.COORDINATION, ("606",)
    ),
    OrganisationKind.SERVICE_DE_SANTE_AU_TRAVAIL: _Kind(
        Text("service de prévention et de santé au travail", "occupational health service"),
        Sector.SANTE_AU_TRAVAIL, ("616",),
    ),
    OrganisationKind.COLLECTIVITE: _Kind(Text("collectivité territoriale", "local authority"), Sector.AUTRE),
    OrganisationKind.ASSOCIATION_D_USAGERS: _Kind(
        Text("association d'usagers du système de santé", "association of users of the health system"), Sector.AUTRE
    ),
    OrganisationKind.FINANCEUR: _Kind(
        Text("financeur (ARS, assurance maladie, collectivité)", "funder (ARS, health insurance, local authority)"), Sector.AUTRE
    ),
    OrganisationKind.OTHER: _Kind(Text("autre organisation", "other organisation"), Sector.AUTRE),
}  # fmt: skip
