"""Savoir-faire: the specialities that the orders recognise (nomenclature TRE_R38)."""

from cpts_model.engine.errors import CptsModelError, did_you_mean, nearest_names

SYSTEM = "TRE_R38-SpecialiteOrdinale"
SEEN = "20260730120000"
"""The version of JDV_J107, the value set in which the codes were read."""

GENERALIST_SAVOIR_FAIRE = frozenset({"SM26", "SM53", "SM54"})
"""The three codes of general practice: qualified, specialist, and the plain one."""

IPA_SAVOIR_FAIRE = frozenset({"SI01", "SI02", "SI03", "SI04", "SI05"})
"""The codes of an infirmier en pratique avancée, by field."""

SAVOIR_FAIRE: dict[str, str] = {
    "SM01": "Anatomie et Cytologie pathologiques (SM)",
    "SM02": "Anesthésie-réanimation (SM)",
    "SM03": "Biologie médicale (SM)",
    "SM04": "Cardiologie et Maladies vasculaires (SM)",
    "SM05": "Chirurgie générale (SM)",
    "SM06": "Chirurgie maxillo-faciale (SM)",
    "SM07": "Chirurgie maxillo-faciale et Stomatologie (SM)",
    "SM08": "Chirurgie orthopédique et Traumatologie (SM)",
    "SM09": "Chirurgie infantile (SM)",
    "SM10": "Chirurgie plastique reconstructrice et esthétique (SM)",
    "SM11": "Chirurgie thoracique et cardio-vasculaire (SM)",
    "SM12": "Chirurgie urologique (SM)",
    "SM13": "Chirurgie vasculaire (SM)",
    "SM14": "Chirurgie viscérale et digestive (SM)",
    "SM15": "Dermatologie et Vénéréologie (SM)",
    "SM16": "Endocrinologie et Métabolisme (SM)",
    "SM17": "Génétique médicale (SM)",
    "SM18": "Gériatrie (SM)",
    "SM19": "Gynécologie médicale (SM)",
    "SM20": "Gynécologie-obstétrique (SM)",
    "SM21": "Hématologie (SM)",
    "SM22": "Hématologie, option Maladie du sang (SM)",
    "SM23": "Hématologie, option Onco-hématologie (SM)",
    "SM24": "Gastro-entérologie et Hépatologie (SM)",
    "SM25": "Médecine du travail (SM)",
    "SM26": "Qualifié en Médecine générale (SM)",
    "SM27": "Médecine interne (SM)",
    "SM28": "Médecine nucléaire (SM)",
    "SM29": "Médecine physique et de réadaptation (SM)",
    "SM30": "Néphrologie (SM)",
    "SM31": "Neuro-chirurgie (SM)",
    "SM32": "Neurologie (SM)",
    "SM33": "Neuro-psychiatrie (SM)",
    "SM34": "ORL et Chirurgie cervico-faciale (SM)",
    "SM35": "Oncologie, option Onco-hématologie (SM)",
    "SM36": "Oncologie, option médicale (SM)",
    "SM37": "Oncologie, option radiothérapie (SM)",
    "SM38": "Ophtalmologie (SM)",
    "SM39": "Oto-rhino-laryngologie (SM)",
    "SM40": "Pédiatrie (SM)",
    "SM41": "Pneumologie (SM)",
    "SM42": "Psychiatrie (SM)",
    "SM43": "Psychiatrie, option enfant et adolescent (SM)",
    "SM44": "Radio-diagnostic (SM)",
    "SM45": "Radio-thérapie (SM)",
    "SM46": "Médecine intensive-réanimation (SM)",
    "SM47": "Recherche médicale (SM)",
    "SM48": "Rhumatologie (SM)",
    "SM49": "Santé publique et Médecine sociale (SM)",
    "SM50": "Stomatologie (SM)",
    "SM51": "Gynéco-obstétrique et Gynéco-médicale, option Gynéco-obstétrique (SM)",
    "SM52": "Gynéco-obstétrique et Gynéco-médicale, option Gynéco-médicale (SM)",
    "SM53": "Spécialiste en Médecine générale (SM)",
    "SM54": "Médecine générale (SM)",
    "SM55": "Radio-diagnostic et Radio-thérapie (SM)",
    "SM56": "Chirurgie orale (SM)",
    "SM57": "Allergologie (SM)",
    "SM58": "Maladies infectieuses et tropicales (SM)",
    "SM59": "Médecine d'urgence (SM)",
    "SM60": "Médecine légale et expertises médicales (SM)",
    "SM61": "Médecine vasculaire (SM)",
    "SM62": "Endocrinologie, diabétologie, nutrition (SM)",
    "SM63": "Biologie médicale option biologie générale (SM)",
    "SM64": "Biologie médicale option médecine moléculaire, génétique et pharmacologie (SM)",
    "SM65": "Biologie médicale option hématologie et immunologie (SM)",
    "SM66": "Biologie médicale option agents infectieux (SM)",
    "SM67": "Biologie médicale option biologie de la reproduction (SM)",
    "SM68": "Chirurgie maxillo-faciale (réforme 2017) (SM)",
    "SM69": "Chirurgie pédiatrique option chirurgie viscérale pédiatrique (SM)",
    "SM70": "Chirurgie pédiatrique option orthopédie pédiatrique (SM)",
    "SM71": "Hématologie (réforme 2017) (SM)",
    "SM72": "Médecine interne et immunologie clinique (SM)",
    "SM73": "Médecine cardiovasculaire (SM)",
    "SM74": "Radiologie et imagerie médicale (SM)",
    "SM75": "Santé publique (SM)",
    "SM76": "Anesthésie-réanimation option anesthésie-pédiatrique (SM)",
    "SM77": "Chirurgie maxillo-faciale option orthodontie des dysmorphies maxillo-faciales (SM)",
    "SM78": "Chirurgie viscérale et digestive option endoscopie chirurgicale (SM)",
    "SM79": "Médecine cardiovasculaire option cardiologie interventionnelle (SM)",
    "SM80": "Médecine cardiovasculaire option imagerie cardio d'expert (SM)",
    "SM81": "Médecine cardiovasculaire option rythmologie interventionnelle et stimulation cardiaque (SM)",
    "SM82": "Médecine intensive-réanimation option réanimation pédiatrique (SM)",
    "SM83": "Néphrologie option soins intensifs néphrologiques (SM)",
    "SM84": "Neurologie option traitement interventionnel de l'ischémie cérébrale aigüe (SM)",
    "SM85": "Ophtalmo option chirurgie ophtalmopédiatrique et strabologique (SM)",
    "SM86": "ORL et chirurgie cervico-faciale option audiophonologie (SM)",
    "SM87": "Pédiatrie option néonatologie (SM)",
    "SM88": "Pédiatrie option neuropédiatrie (SM)",
    "SM89": "Pédiatrie option pneumopédiatrie (SM)",
    "SM90": "Pédiatrie option réanimation pédiatrique (SM)",
    "SM91": "Pneumologie option soins intensifs respiratoires (SM)",
    "SM92": "Psychiatrie option enfant et adolescent (SM)",
    "SM93": "Psychiatrie option psychiatrie personne âgée (SM)",
    "SM94": "Radiologie imagerie médicale option radiologie interventionnelle avancée (SM)",
    "SM95": "Santé publique option administration de la santé (SM)",
    "SCD01": "Orthopédie dento-faciale (SCD)",
    "SCD02": "Chirurgie orale (SCD)",
    "SCD03": "Médecine bucco-dentaire (SCD)",
    "SI01": "Exercice infirmier en pratique avancée pathologies chroniques stabilisées (SI)",
    "SI02": "Exercice infirmier en pratique avancée oncologie et hémato-oncologie (SI)",
    "SI03": "Exercice infirmier en pratique avancée maladie rénale chronique (SI)",
    "SI04": "Exercice infirmier en pratique avancée santé mentale (SI)",
    "SI05": "Exercice infirmier en pratique avancée urgences (SI)",
    "SI06": "Infirmier(ère) de bloc opératoire (SI)",
    "SI07": "Infirmier(ère) anesthésiste (SI)",
    "SI08": "Infirmier(ère) puériculteur(trice)",
}
"""Code to official French label. ``SM``: of a médecin, ``SCD``: of a dentist, ``SI``: of a nurse."""


class UnknownSavoirFaire(CptsModelError, LookupError):
    """No ordinal speciality has this code."""

    def __init__(self, code: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(code, nearest)
        self.code = code
        self.nearest = nearest

    def __str__(self) -> str:
        return f"TRE_R38 has no code {self.code!r}{did_you_mean(self.nearest)}"


def savoir_faire_label(code: str) -> str:
    """The official label of a code.

    Raises:
        UnknownSavoirFaire: no ordinal speciality has this code.
    """
    try:
        return SAVOIR_FAIRE[code]
    except KeyError:
        raise UnknownSavoirFaire(code, nearest_names(code, SAVOIR_FAIRE)) from None


def is_medical_speciality(code: str) -> bool:
    """Whether this is the code of a speciality of médecins, general practice included."""
    return code in SAVOIR_FAIRE and code.startswith("SM")


def is_general_practice(code: str) -> bool:
    """Whether this is one of the three codes of general practice."""
    return code in GENERALIST_SAVOIR_FAIRE


def is_ipa(code: str) -> bool:
    """Whether this is a field of the infirmier en pratique avancée (CSP L4301-1)."""
    return code in IPA_SAVOIR_FAIRE
