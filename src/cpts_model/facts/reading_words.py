"""The words in which people write professions, roles, modes, and what casts doubt on them.

Phrases are separated by ``|`` and written with their accents; the reader looks them up
without accent, gender, number or article. Longer phrases win over shorter ones.
"""

from cpts_model.engine.text import Text
from cpts_model.facts.modes import Mode
from cpts_model.facts.professions import Profession as P  # noqa: N817
from cpts_model.facts.reading_sense import Tells

PROFESSIONS: dict[P, str] = {
    P.MEDECIN: "médecin | toubib | médecin traitant | médecin spécialiste | médecin coordonnateur | "
    "médecin scolaire | médecin PMI | médecin régulateur | médecin sapeur-pompier | médecin homéopathe | "
    "médecin acupuncteur | médecin sport | médecin nutritionniste | médecin adjoint | médecin assistant | "
    "médecin famille | médecin crèche | chirurgien",
    P.CHIRURGIEN_DENTISTE: "chirurgien-dentiste | dentiste | chirurgien-dentiste généraliste | "
    "dentiste généraliste | chir dentiste | chir-dent | chirurgien-dent | parodontiste | endodontiste | "
    "pédodontiste | parodontologue | chirurgien parodontiste",
    P.SAGE_FEMME: "sage-femme | sagefemme | SF | maïeuticien | sage-femme échographiste",
    P.PHARMACIEN: "pharmacien | pharmacien titulaire | pharmacien adjoint | pharmacien officine | "
    "pharmacien hospitalier | pharmacien gérant | pharmacien biologiste | radiopharmacien",
    P.PREPARATEUR_EN_PHARMACIE: "préparateur en pharmacie | prépa pharmacie | prépa en pharma | "
    "préparateur pharma | préparateur pharmacie hospitalière | préparateur pharmacie officine | "
    "préparateur officine | préparateur hospitalier | PPH | préparateur pharmaceutique | prép pharmacie",
    P.PHYSICIEN_MEDICAL: "physicien médical | physicien d'hôpital | radiophysicien médical",
    P.INFIRMIER: "infirmier | IDE | infirmier soins généraux | infirmier psychiatrique | infirmier psy | "
    "infirmier scolaire | infirmier coordinateur | infirmier coordonnateur | IDEC | infirmier Asalée | "
    "IDSP | infirmier délégué santé publique | infirmier santé publique | infirmier éducation nationale | "
    "infirmier sapeur-pompier | infirmier santé travail | cadre infirmier | infirmier à domicile",
    P.MASSEUR_KINESITHERAPEUTE: "masseur-kinésithérapeute | masseurkinésithérapeute | kinésithérapeute | "
    "kiné | MK | MKDE | masso-kinésithérapeute | physiothérapeute | kiné du sport | masseur-kiné",
    P.PEDICURE_PODOLOGUE: "pédicure-podologue | podologue | pédicure | pédicure-podo | podologue du sport",
    P.ERGOTHERAPEUTE: "ergothérapeute | ergo",
    P.PSYCHOMOTRICIEN: "psychomotricien | psychomot",
    P.ORTHOPHONISTE: "orthophoniste",
    P.ORTHOPTISTE: "orthoptiste",
    P.MANIPULATEUR_D_ELECTRORADIOLOGIE_MEDICALE: "manipulateur d'électroradiologie médicale | "
    "manipulateur ERM | MERM | manip radio | manipulateur radio | manipulateur en radiologie | manip ERM | "
    "manipulateur électroradiologie | manipulateur électro-radiologie médicale | "
    "manipulateur électro-radiologie | manipulateur en imagerie médicale",
    P.TECHNICIEN_DE_LABORATOIRE_MEDICAL: "technicien de laboratoire médical | technicien labo médical | "
    "technicien de laboratoire de biologie médicale",
    P.AUDIOPROTHESISTE: "audioprothésiste | audio-prothésiste",
    P.OPTICIEN_LUNETIER: "opticien-lunetier | opticien | opticien optométriste",
    P.ORTHOPROTHESISTE: "orthoprothésiste | ortho-prothésiste",
    P.PODO_ORTHESISTE: "podo-orthésiste | podoorthésiste",
    P.OCULARISTE: "oculariste",
    P.EPITHESISTE: "épithésiste",
    P.ORTHOPEDISTE_ORTHESISTE: "orthopédiste-orthésiste",
    P.DIETETICIEN: "diététicien | diététicien nutritionniste | diét | diet nutritionniste",
    P.AIDE_SOIGNANT: "aide-soignant | aidesoignant | ASDE | aide soignant à domicile",
    P.AUXILIAIRE_DE_PUERICULTURE: "auxiliaire de puériculture | auxiliaire puéricultrice | auxi puer | "
    "auxiliaire puer",
    P.AMBULANCIER: "ambulancier",
    P.ASSISTANT_DENTAIRE: "assistant dentaire",
    P.ASSISTANT_DE_REGULATION_MEDICALE: "assistant de régulation médicale | assistant régulation | "
    "assistant régulateur médical",
    P.CONSEILLER_EN_GENETIQUE: "conseiller en génétique",
    P.BIOLOGISTE_MEDICAL: "biologiste médical",
    P.OSTEOPATHE: "ostéopathe | ostéo | ostéopathe DO",
    P.CHIROPRACTEUR: "chiropracteur | chiropraticien | chiro | chiropractrice",
    P.PSYCHOLOGUE: "psychologue | psychologue clinicien | neuropsychologue | neuro-psychologue | "
    "psychologue du travail | psycho-clinicien",
    P.PSYCHOTHERAPEUTE: "psychothérapeute",
    P.ASSISTANT_DE_SERVICE_SOCIAL: "assistant de service social | assistant social | assistante sociale",
    P.VETERINAIRE: "vétérinaire | docteur vétérinaire | médecin vétérinaire | Dr vétérinaire | véto",
}

_MEDICAL_DOCTORS = (P.MEDECIN, P.CHIRURGIEN_DENTISTE, P.PHARMACIEN, P.VETERINAIRE)

AMBIGUOUS: dict[str, tuple[P, ...]] = {
    "Dr | docteur | doctoresse | Drs | Dre | docteur en": _MEDICAL_DOCTORS,
    "docteur en médecine | méd | docteur junior": (P.MEDECIN,),
    "docteur en pharmacie | Dr pharmacie | pharma": (P.PHARMACIEN,),
    "docteur en chirurgie dentaire": (P.CHIRURGIEN_DENTISTE,),
    "Pr | professeur": _MEDICAL_DOCTORS[:3],
    "praticien hospitalier | PH | chef de clinique": _MEDICAL_DOCTORS[:3],
    "profession médicale | professionnel médical": (P.MEDECIN, P.CHIRURGIEN_DENTISTE, P.SAGE_FEMME),
    "omnipraticien | implantologue": (P.MEDECIN, P.CHIRURGIEN_DENTISTE),
    "biologiste | bio médicale": (P.MEDECIN, P.PHARMACIEN),
    "AS": (P.AIDE_SOIGNANT, P.ASSISTANT_DE_SERVICE_SOCIAL),
    "ASS": (P.ASSISTANT_DE_SERVICE_SOCIAL,),
    "ARM": (P.ASSISTANT_DE_REGULATION_MEDICALE,),
    "AP": (P.AUXILIAIRE_DE_PUERICULTURE,),
    "AD": (P.ASSISTANT_DENTAIRE,),
    "CD": (P.CHIRURGIEN_DENTISTE,),
    "PP": (P.PEDICURE_PODOLOGUE,),
    "TLM | technicien de laboratoire | technicien labo | technicien de laboratoire d'analyses médicales": (
        P.TECHNICIEN_DE_LABORATOIRE_MEDICAL,
    ),
    "technicien de radiologie | manipulateur | manip | MER | MEM": (
        P.MANIPULATEUR_D_ELECTRORADIOLOGIE_MEDICALE,
    ),
    "radio": (P.MEDECIN, P.MANIPULATEUR_D_ELECTRORADIOLOGIE_MEDICALE),
    "PARM | permanencier auxiliaire de régulation médicale | régulateur": (
        P.ASSISTANT_DE_REGULATION_MEDICALE,
        P.MEDECIN,
    ),
    "auxiliaire ambulancier": (P.AMBULANCIER,),
    "préparateur | prépa": (P.PREPARATEUR_EN_PHARMACIE,),
    "physicien | radiophysicien": (P.PHYSICIEN_MEDICAL,),
    "inf | infi | infirmier auxiliaire | ISP | ISG": (P.INFIRMIER,),
    "audio": (P.AUDIOPROTHESISTE,),
    "podo": (P.PEDICURE_PODOLOGUE, P.PODO_ORTHESISTE),
    "prothésiste | orthésiste": (
        P.ORTHOPROTHESISTE,
        P.PODO_ORTHESISTE,
        P.OCULARISTE,
        P.EPITHESISTE,
        P.ORTHOPEDISTE_ORTHESISTE,
    ),
    "ortho": (P.ORTHOPHONISTE, P.ORTHOPTISTE, P.CHIRURGIEN_DENTISTE, P.MEDECIN, P.ORTHOPEDISTE_ORTHESISTE),
    "psy": (P.PSYCHOLOGUE, P.MEDECIN, P.PSYCHOTHERAPEUTE, P.PSYCHOMOTRICIEN),
    "pédopsy | neuropsy": (P.MEDECIN, P.PSYCHOLOGUE),
    "orthopédiste": (P.MEDECIN, P.ORTHOPEDISTE_ORTHESISTE),
    "chirurgien oral": (P.MEDECIN, P.CHIRURGIEN_DENTISTE),
}
"""Words that several professions use, or that only suggest one."""

QUALIFIERS: dict[str, tuple[P, ...]] = {
    "nutritionniste | nutrition": (P.MEDECIN, P.DIETETICIEN),
    "acupuncteur | homéopathe | mésothérapeute | tabacologue | addictologue | sexologue": (
        P.MEDECIN,
        P.SAGE_FEMME,
    ),
    "échographiste | échographie": (P.MEDECIN, P.SAGE_FEMME),
    "praticien": (P.MEDECIN, P.CHIRURGIEN_DENTISTE, P.PHARMACIEN),
    "kinésithérapie | masso-kinésithérapie | rééducateur | rééducation": (P.MASSEUR_KINESITHERAPEUTE,),
    "chirurgie dentaire | art dentaire | odontologie | dentisterie": (P.CHIRURGIEN_DENTISTE,),
    "orthophonie": (P.ORTHOPHONISTE,),
    "orthoptie": (P.ORTHOPTISTE,),
    "ostéopathie": (P.OSTEOPATHE,),
    "psychologie": (P.PSYCHOLOGUE,),
    "podologie | pédicurie-podologie | pédicurie": (P.PEDICURE_PODOLOGUE,),
    "ergothérapie": (P.ERGOTHERAPEUTE,),
    "diététique": (P.DIETETICIEN,),
    "psychomotricité": (P.PSYCHOMOTRICIEN,),
    "maïeutique": (P.SAGE_FEMME,),
    "soins infirmiers": (P.INFIRMIER,),
    "médecine": (P.MEDECIN,),
}
"""Words for what is done rather than for who does it: they suggest, and give way to a profession."""

LIBERALS: dict[P, str] = {
    P.INFIRMIER: "IDEL | infirmier IDEL",
    P.MASSEUR_KINESITHERAPEUTE: "MKL",
    P.SAGE_FEMME: "SFL",
}
"""Abbreviations that say the mode of exercise too."""

ROLES: dict[str, str | None] = {
    "technicien de l'intervention sociale et familiale | TISF": "319",
    "conseiller en économie sociale et familiale | CESF | conseiller ESF": "320",
    "médiateur familial": "321",
    "assistant familial": "322",
    "moniteur éducateur": "324",
    "éducateur de jeunes enfants | EJE": "325",
    "éducateur spécialisé": "326",
    "éducateur technique spécialisé": "327",
    "accompagnant éducatif et social | AES": "328",
    "coordonnateur de parcours": "330",
    "secrétaire assistant médico-administratif": "331",
    "assistant médical | assistant médical de cabinet": "332",
    "responsable de secteur": "333",
    "membre de l'équipe de soins": "353",
    "éducateur en activité physique adaptée | enseignant APA | éducateur APA | APA | enseignant activité "
    "physique adaptée | professeur APA | coach APA": "361",
    "opérateur de soins non programmés | OSNP": "370",
    "aide à domicile qualifié": "371",
    "aide à domicile": "372",
    "conseiller conjugal et familial": "375",
    "coordinateur | coordonnateur | coordinateur CPTS | coordinateur MSP | coordination": None,
    "secrétaire médical | secrétaire | secrétariat | télésecrétaire | secrétaire dentaire": None,
    "auxiliaire médical | paramédical | professionnel paramédical": None,
    "professionnel de santé | soignant | PS | professionnel": None,
    "auxiliaire de vie | auxiliaire de vie sociale | AVS | aide médico-psychologique | AMP": None,
    "psychanalyste | psychopraticien | sophrologue | hypnothérapeute | naturopathe | étiopathe | "
    "réflexologue | magnétiseur | art-thérapeute | musicothérapeute": None,
    "prothésiste dentaire | prothésiste capillaire | professeur des écoles | prothésiste ongulaire | aide dentaire | préparateur physique | préparateur mental": None,
    "cadre de santé | directeur | chargé de mission | médiateur santé | agent d'accueil | ASH": None,
    "usager | patient | élu | maire | aidant | association": None,
    "éducateur | travailleur social | assistant maternel": None,
}
"""Jobs that are no profession of the table, with their code in TRE_R85 where there is one."""

MODES: dict[Mode, str] = {
    Mode.LIBERAL: "libéral | exercice libéral | activité libérale | lib | indépendant | profession libérale",
    Mode.SALARIE: "salarié | salariat | exercice salarié | activité salariée | salarié poste fixe",
    Mode.BENEVOLE: "bénévole | bénévolat",
}

SUBSTITUTE = "remplaçant | rempla | remp | remplaçant non installé | remplaçant fixe | remplacement"

DOUBTS: dict[Tells, str] = {
    Tells.DOUBT: "ancien | anciennement | ex | retraité | retraite | retr | étudiant | élève | interne | "
    "externe | stagiaire | stage | apprenti | futur | non | pas | ni | sans | hors | sauf | jamais | "
    "honoraire | décédé | en formation | formation | faisant fonction | doctorant | thésard | aspirant | "
    "candidat | recherche | cherche | FFI | FF | peut-être | ou | radié | démissionnaire | parti | suspendu | cessation | en cours | "
    "en disponibilité | pseudo | école | IFSI | lycéen | ESI | IFAS",
    Tells.DOUBT_OF_NEXT: "secrétaire | secrétaire médical | secrétariat | assistant | aide | cabinet | ordre | "
    "URPS | syndicat | représentant | épouse | époux | conjoint | veuve | "
    "collègue | cadre | comptable | "
    "maison | centre | pôle | service | groupement | SCM | SELARL | société | "
    "visiteur | formateur | accueil | patient | usager | association | vendeur | agent",
}

NOTHING = (
    "diplômé | maître de stage | maître de stage universitaire | titulaire | associé | adjoint | collaborateur | hospitalier | clinicien | conventionné | "
    "non conventionné | pharmacie | officine | laboratoire | CPTS | MSP | SISA | hôpital | clinique | EHPAD | monsieur | madame | M | "
    "Mme| Mr | santé | soins | spécialiste | SM | SCD | SI | DE | DO | de ville | exclusif | adultes | "
    "enfants | installé | non spécialisé | secteur 1 | secteur 2 | temps plein | temps partiel | médical | MSU"
)
"""Words that are understood and tell neither profession, mode nor doubt."""

MEANINGS: dict[Tells, Text] = {
    Tells.AMBIGUOUS: Text("plusieurs lectures possibles", "several readings possible"),
    Tells.SUBSTITUTE: Text("remplaçant", "substitute"),
    Tells.ROLE: Text("fonction, non une profession de la table", "a job, not a profession of the table"),
    Tells.DOUBT: Text("n'est pas dit de la personne aujourd'hui", "not said of the person as of now"),
    Tells.DOUBT_OF_NEXT: Text("ce qui suit est dit d'un autre", "what follows is said of another"),
    Tells.NOTHING: Text("sans effet sur la lecture", "without effect on the reading"),
}
