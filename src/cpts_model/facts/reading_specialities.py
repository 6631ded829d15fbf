"""The words in which people write specialities, and the codes of TRE_R38 they stand for.

A word that fits one code gives it; a word that fits several gives them all, as candidates:
"cardiologue" is of the speciality before the reform or after it, and the word does not say.
"""

GENERALIST = (
    "généraliste | médecin généraliste | MG | médecin MG | med gé | med gen | médecin gé | méd généraliste | "
    "docteur généraliste"
)
"""People's words for general practice. They are read as SM54, the plain "Médecine générale"."""

DOCTORS: dict[str, str] = {
    "anatomopathologiste | anapath | médecin pathologiste": "SM01",
    "anesthésiste | anesthésiste-réanimateur | MAR | médecin anesthésiste": "SM02",
    "médecin biologiste": "SM03 SM63 SM64 SM65 SM66 SM67",
    "cardiologue | cardio | médecin cardiologue | médecin cardiovasculaire": "SM04 SM73",
    "rythmologue": "SM81",
    "chirurgien général | chirurgien généraliste": "SM05",
    "chirurgien maxillo-facial": "SM06 SM07 SM68",
    "chirurgien orthopédiste | chirurgien orthopédique | chirurgien traumatologue | chir ortho": "SM08",
    "chirurgien infantile | chirurgien pédiatrique | chirurgien pédiatre": "SM09 SM69 SM70",
    "chirurgien plasticien | chirurgien esthétique | chirurgien plastique": "SM10",
    "chirurgien thoracique | chirurgien cardiaque | chirurgien cardio-vasculaire": "SM11",
    "urologue | uro | chirurgien urologue": "SM12",
    "chirurgien vasculaire": "SM13",
    "chirurgien viscéral | chirurgien digestif | chirurgien viscéral et digestif": "SM14",
    "dermatologue | dermato | dermato-vénérologue | dermatologue-vénérologue": "SM15",
    "endocrinologue | endocrino | diabétologue | endocrinologue-diabétologue | endocrino-diabéto": "SM16 SM62",
    "médecin généticien | généticien": "SM17",
    "gériatre | médecin gériatre | gérontologue": "SM18",
    "gynécologue | gynéco": "SM19 SM20 SM51 SM52",
    "gynécologue médical | gynéco médical": "SM19 SM52",
    "gynécologue-obstétricien | gynéco-obstétricien | obstétricien | gynéco-obst": "SM20 SM51",
    "hématologue | hémato": "SM21 SM22 SM71",
    "gastro-entérologue | gastro | gastroentérologue | hépatologue | hépato-gastro-entérologue | "
    "gastro-entérologue hépatologue | hépato-gastro": "SM24",
    "médecin du travail": "SM25",
    "interniste | médecin interniste": "SM27 SM72",
    "médecin nucléaire": "SM28",
    "médecin rééducateur | MPR | médecin MPR | médecin physique et de réadaptation": "SM29",
    "néphrologue | néphro": "SM30",
    "neurochirurgien | neuro-chirurgien": "SM31",
    "neurologue | neuro": "SM32",
    "neuropsychiatre | neuro-psychiatre": "SM33",
    "ORL | oto-rhino | oto-rhino-laryngologiste | chirurgien ORL | médecin ORL | otorhino": "SM34 SM39",
    "oncologue | onco | cancérologue": "SM35 SM36 SM37",
    "oncologue médical": "SM36",
    "oncologue radiothérapeute | radiothérapeute": "SM37 SM45",
    "ophtalmologue | ophtalmologiste | ophtalmo | ophtalmologue médical | oculiste | chirurgien ophtalmologue": "SM38",
    "pédiatre | médecin pédiatre": "SM40",
    "néonatologue | néonatalogiste": "SM87",
    "neuropédiatre | neuro-pédiatre": "SM88",
    "pneumologue | pneumo": "SM41",
    "psychiatre | médecin psychiatre": "SM42 SM43 SM92 SM93",
    "pédopsychiatre | psychiatre enfant adolescent | pédo-psychiatre": "SM43 SM92",
    "géronto-psychiatre | psychiatre de la personne âgée": "SM93",
    "radiologue | médecin radiologue": "SM44 SM55 SM74",
    "réanimateur | médecin réanimateur | intensiviste": "SM02 SM46",
    "rhumatologue | rhumato": "SM48",
    "médecin santé publique": "SM49 SM75",
    "stomatologue | stomato": "SM07 SM50",
    "allergologue | allergo": "SM57",
    "infectiologue": "SM58",
    "urgentiste | médecin urgentiste | médecin urgences": "SM59",
    "médecin légiste | légiste": "SM60",
    "angiologue | médecin vasculaire | médecin angiologue": "SM61",
    "phlébologue": "SM13 SM61",
}
"""Words for a médecin of a speciality, and the codes they may stand for."""

GIVES_WAY = (
    "généraliste | cardio | uro | dermato | endocrino | gynéco | hémato | gastro | hépato-gastro | néphro | "
    "neuro | ORL | oto-rhino | otorhino | onco | ophtalmo | pneumo | rhumato | stomato | allergo | urgentiste | "
    "réanimateur | MPR | MAR | médecin du travail | médecin physique et de réadaptation | "
    "AP | AD | CD | PP | radio | ortho | psy | audio | podo"
)
"""Those that beside another profession are where it is practised: "infirmière ORL"."""

DENTISTS: dict[str, str] = {
    "orthodontiste | chirurgien-dentiste orthodontiste | orthodontiste exclusif | dentiste ODF | "
    "orthopédiste dento-facial | chirurgien-dentiste ODF": "SCD01",
    "chirurgien-dentiste spécialiste chirurgie orale": "SCD02",
}

NURSES: dict[str, str] = {
    "infirmier de bloc opératoire | infirmier de bloc | IBODE | IBO | IDE bloc | IDE bloc opératoire": "SI06",
    "infirmier anesthésiste | IADE | infirmier en anesthésie | IDE anesthésiste": "SI07",
    "puériculteur | infirmier puériculteur | infirmier en puériculture | IPDE | IPUER | IDE puériculteur": "SI08",
}

IPA: dict[str, str] = {
    "infirmier en pratique avancée | IPA | pratique avancée | infirmier de pratique avancée": (
        "SI01 SI02 SI03 SI04 SI05"
    ),
    "IPA pathologies chroniques stabilisées | IPA PCS | IPA pathologies chroniques": "SI01",
    "IPA onco | IPA oncologie | IPA oncologie hémato-oncologie": "SI02",
    "IPA néphro | IPA néphrologie | IPA maladie rénale chronique | IPA dialyse": "SI03",
    "IPA santé mentale | IPA psychiatrie | IPA psychiatrie santé mentale | IPA psy | IPSM": "SI04",
    "IPA urgences | IPA urgence": "SI05",
}
"""Words for an infirmier en pratique avancée, and the fields they may stand for."""

FIELDS: dict[str, str] = {
    "cardiologie | cardiologie et maladies vasculaires": "SM04 SM73",
    "endocrinologie | diabétologie | endocrinologie-diabétologie": "SM16 SM62",
    "gynécologie": "SM19 SM20 SM51 SM52",
    "gastro-entérologie | hépato-gastro-entérologie": "SM24",
    "dermatologie": "SM15",
    "radiologie | imagerie médicale | imagerie": "SM44 SM55 SM74",
    "psychiatrie": "SM42 SM43 SM92 SM93",
    "pédopsychiatrie": "SM43 SM92",
    "anesthésie | anesthésie-réanimation": "SM02",
    "réanimation": "SM02 SM46",
    "urgences": "SM59",
    "oncologie | cancérologie": "SM35 SM36 SM37",
    "hématologie": "SM21 SM71",
    "chirurgie": "",
    "orthopédie | chirurgie orthopédique": "SM08",
    "biologie médicale": "SM03 SM63 SM64 SM65 SM66 SM67",
    "médecine du sport": "",
    "infectiologie | maladies infectieuses": "SM58",
    "urologie": "SM12",
    "médecine physique": "SM29",
}
"""Fields, beside the official labels of the table, and the codes they may stand for."""
