"""The words in which the stage of a CPTS is written, and what each of them tells.

Written without regard to accents, case, gender or number: "validée", "VALIDES" and
"Validé(e)" are one word here (see :mod:`cpts_model.facts.reading_tokens`).
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache

import attrs

from cpts_model.engine.text import Text
from cpts_model.facts.reading_tokens import phrase
from cpts_model.facts.stages import Stage


class Doc(Enum):
    """What a step is said of."""

    LETTER = "lettre d'intention"
    PROJET = "projet de santé"
    PROJECT = "projet"
    """The bare word: the projet de santé where it is validated or sent, or the whole undertaking."""
    CPTS_PROJECT = "projet de CPTS"
    """The undertaking: validated, it may be the letter or the projet de santé that was."""
    PRE_PROJET = "pré-projet"
    ACI = "contrat ACI"
    CONTRACT = "contrat ou convention"
    """Of which kind is not said."""
    AVENANT = "avenant"
    MISSIONS = "missions"
    NOTHING = "rien de précis"


class Act(Enum):
    """A step that is taken, or is not."""

    VALIDATE = "validation"
    SEND = "transmission"
    INSTRUCT = "instruction"
    WRITE = "rédaction"
    SIGN = "signature"
    BE_SIGNATORY = "qualité de signataire"
    NEGOTIATE = "négociation"
    REFUSE = "refus"
    RENEW = "renouvellement"
    END = "fin du contrat"
    DISSOLVE = "dissolution ou abandon"
    START = "démarrage"
    BE_IN_FORCE = "en vigueur"


class Form(Enum):
    """How a step is said."""

    DONE = "done"
    """"validé": it is taken."""
    NOUN = "noun"
    """"validation": whether it is taken depends on the words beside."""
    TO_DO = "to do"
    """"valider", "à valider": it is still to be taken."""


class Mark(Enum):
    """A word that changes what the others tell."""

    NOT = "négation"
    UNDER_WAY = "en cours"
    AWAITED = "en attente"
    PLANNED = "prévision"
    OBTAINED = "fait acquis"
    SINCE = "depuis"
    DOUBT = "doute"
    ARS = "agence régionale de santé"
    PAYER = "assurance maladie"
    OTHER_ACTOR = "autre que l'ARS"
    ASIDE = "date autre que celle de l'étape"
    BY = "par"
    FILLER = "sans effet sur la lecture"


@attrs.frozen(slots=True)
class Step:
    """A step, and the form it is said in."""

    act: Act
    form: Form


@attrs.frozen(slots=True)
class Says:
    """Words that name a stage by themselves, or several of which one is meant."""

    stages: tuple[Stage, ...]


Sense = Doc | Step | Says | Mark

_DOCS: dict[Doc, str] = {
    Doc.LETTER: "LI | LDI | lettre d'intention | lettre intention | courrier d'intention | déclaration d'intention",
    Doc.PROJET: "projet de santé | PS | PDS | projet de santé territorial | projet territorial de santé | "
    "projet de santé CPTS",
    Doc.PROJECT: "projet",
    Doc.CPTS_PROJECT: "projet de CPTS | projet de communauté professionnelle | projet de communauté professionnelle territoriale de santé | "
    "projet de création",
    Doc.PRE_PROJET: "pré-projet | préprojet | avant-projet | pré-projet de santé | avant-projet de santé",
    Doc.ACI: "ACI | accord conventionnel interprofessionnel | accord conventionnel | accord interprofessionnel | contrat ACI | "
    "convention ACI | contrat tripartite | convention tripartite ACI | contrat tripartite ACI | ACI CPTS | contrat ACI CPTS",
    Doc.CONTRACT: "contrat | convention | conventionnement | convention tripartite",
    Doc.AVENANT: "avenant",
    Doc.MISSIONS: "mission | mission socle | mission obligatoire | mission de l'ACI | mission ACI",
}

_STEPS: dict[Act, dict[Form, str]] = {
    Act.VALIDATE: {
        Form.DONE: "validé | approuvé | accepté | agréé | entériné | validation tacite | validé tacitement | tacitement validé | "
        "réputé validé | valable",
        Form.NOUN: "validation | approbation | agrément | acceptation",
        Form.TO_DO: "valider | approuver | accepter",
    },
    Act.SEND: {
        Form.DONE: "déposé | transmis | transmise | envoyé | adressé | remis | reçu | soumis | soumise | réceptionné",
        Form.NOUN: "dépôt | envoi | transmission | réception | remise",
        Form.TO_DO: "déposer | transmettre | envoyer | adresser | remettre | soumettre",
    },
    Act.INSTRUCT: {
        Form.NOUN: "instruction | examen | instruction ARS",
        Form.TO_DO: "instruire | examiner",
    },
    Act.WRITE: {
        Form.DONE: "rédigé | finalisé | écrit | élaboré | formalisé",
        Form.NOUN: "rédaction | élaboration | écriture | finalisation | formalisation | préparation",
        Form.TO_DO: "rédiger | écrire | élaborer | finaliser | formaliser | préparer",
    },
    Act.SIGN: {
        Form.DONE: "signé | conclu | contractualisé | co-signé | cosigné",
        Form.NOUN: "signature | contractualisation | conclusion",
        Form.TO_DO: "signer | contractualiser | conclure",
    },
    Act.BE_SIGNATORY: {Form.DONE: "signataire"},
    Act.NEGOTIATE: {
        Form.DONE: "négocié",
        Form.NOUN: "négociation | pourparlers",
        Form.TO_DO: "négocier",
    },
    Act.REFUSE: {
        Form.DONE: "refusé | rejeté | retoqué | opposé | invalidé | refus | rejet | opposition",
    },
    Act.RENEW: {
        Form.DONE: "renouvelé | reconduit",
        Form.NOUN: "renouvellement | reconduction",
        Form.TO_DO: "renouveler | reconduire",
    },
    Act.END: {
        Form.DONE: "résilié | dénoncé | échu | expiré | rompu | arrivé à échéance | arrivé à terme | arrivé à son terme",
        Form.NOUN: "résiliation | dénonciation | rupture",
        Form.TO_DO: "résilier | dénoncer",
    },
    Act.DISSOLVE: {
        Form.DONE: "dissous | dissoute | liquidé | abandonné",
        Form.NOUN: "dissolution | liquidation | abandon",
        Form.TO_DO: "dissoudre | abandonner | liquider",
    },
    Act.START: {
        Form.DONE: "démarré | lancé | déployé | engagé | débuté | mis en œuvre | entamé | ouvert",
        Form.NOUN: "démarrage | lancement | déploiement | mise en œuvre | début",
        Form.TO_DO: "démarrer | lancer | déployer | engager | débuter",
    },
    Act.BE_IN_FORCE: {Form.DONE: "en vigueur | entré en vigueur | effectif | effective"},
}

_EARLY = (Stage.IDEA, Stage.PRE_PROJET, Stage.LETTER_SENT, Stage.LETTER_VALIDATED, Stage.PROJET_SENT)
_WORKING = (Stage.PROJET_VALIDATED, Stage.ACI_SIGNED, Stage.MISSIONS_RUNNING, Stage.RENEWED)

_SAYINGS: dict[tuple[Stage, ...], str] = {
    (Stage.ACI_SIGNED,): "sous ACI | sous contrat ACI | adhérent à l'ACI | adhéré à l'ACI | adhère à l'ACI",
    (Stage.IDEA,): "idée | réflexion | émergence | émergent | phase d'idée",
    _EARLY: "préfiguration | construction | création | constitution | structuration | gestation | maturation | à l'étude | étude | "
    "en devenir | montage | amorçage",
    _WORKING: "opérationnel | opérationnelle | fonctionnement | fonctionnel | fonctionnelle | actif | active | activité | en exercice | en service | en place | installé",
    (
        Stage.LETTER_SENT,
        Stage.LETTER_VALIDATED,
        Stage.PROJET_SENT,
        Stage.PROJET_VALIDATED,
    ): "avis favorable | favorable | favorablement",
    (
        Stage.PRE_PROJET,
        Stage.LETTER_SENT,
        Stage.PROJET_SENT,
        Stage.PROJET_OPPOSED,
    ): "avis défavorable | défavorable",
    (Stage.ACI_SIGNED, Stage.MISSIONS_RUNNING, Stage.RENEWED): "conventionné",
    (
        Stage.ACI_SIGNED,
        Stage.MISSIONS_RUNNING,
        Stage.RENEWED,
        Stage.TERMINATED,
    ): "ACI terminé | contrat terminé | contrat ACI terminé | fin ACI | fin contrat | fin contrat ACI",
}

_MARKS: dict[Mark, str] = {
    Mark.NOT: "non | pas | ni | sans | aucun | aucune | jamais | hors | absence | zéro | nul | nulle | néant | no | ko | false",
    Mark.UNDER_WAY: "cours | voie",
    Mark.AWAITED: "attente | instance",
    Mark.PLANNED: "prévu | prévue | prévision | prévisionnel | prévisionnelle | prévoit | envisagé | programmé | planifié | visé | objectif | horizon | ici | bientôt | "
    "prochain | prochainement | imminent | futur | venir | projeté | cible | calendrier | souhaite | souhaité | sera | seront | "
    "va | vont | doit | devra | devrait | estimé | espéré | attendu | attendue | reste | faire | échéancier",
    Mark.OBTAINED: "obtenu | effectué | réalisé | acquis | acquise | fait",
    Mark.SINCE: "depuis",
    Mark.DOUBT: "n | so | s o | sans objet | nc | nd | nsp | sait | précisé | renseigné | renseigner | communiqué | connu | projet de lettre d'intention | projet de LI | projet d'ACI | projet de contrat | projet de convention | projet d'avenant | projet régional de santé | PRS | "
    "peut-être | ou | presque | quasi | quasiment | éventuel | éventuelle | éventuellement | probable | probablement | si | réserve | "
    "condition | conditionnel | conditionnelle | partiel | partielle | partiellement | plus | ancien | anciennement | ex | nouveau | nouvel | nouvelle | second | "
    "deuxième | troisième | 2e | 2ème | 2nd | être | inconnu | annulé | annulation | retiré | retrait | suspendu | suspension | pause | sommeil | arrêt | "
    "bloqué | gelé | demande | demandé | avant | sauf | loin | faux | erreur | contesté | recours | terminé | achevé | fini | abouti | "
    "caduc | caduque | révisé | réviser | révision | modifié | pluriel | remplacé | prolongé | prorogé | relance | relancé | complet | complétude | impossible | MSP | maison de santé | ESP | "
    "équipe de soins primaires | ESS | équipe de soins spécialisés | centre de santé | CDS | CLS | contrat local de santé | CPOM | CAQES | DAC | SISA | fusion | fusionné | "
    "scission | vérifier | confirmer | préciser | compléter | ajourné | reporté | report | sursis | moitié | cas | lorsque | quand | dès | faute | manque | manquant | plusieurs | deux | trois | chaque | tous | toutes | certains | certaines | autre",
    Mark.ARS: "ARS | agence régionale de santé | agence | directeur général | DGARS | DG ARS",
    Mark.PAYER: "CPAM | assurance maladie | MSA | AM | caisse | CGSS | ELSM",
    Mark.OTHER_ACTOR: "AG | AGE | assemblée générale | assemblée | CA | conseil d'administration | bureau | membre | adhérent | interne | URPS | "
    "élu | porteur | fédération | COPIL | comité | commission | équipe | professionnel | professionnel de santé | mairie | préfecture | association | "
    "président | conseil | collectif | partenaire | acteur",
    Mark.BY: "par",
    Mark.ASIDE: "jusque | jusqu | après | échéance | terme | expire | situation | mise à jour | maj | bilan",
    Mark.FILLER: "CPTS | communauté professionnelle territoriale de santé | communauté professionnelle | communauté | statut | état | état "
    "d'avancement | relatif | relative | concernant | cadre | avancement | stade | étape | phase | niveau | ne | est | sont | été | ayant | ont | encore | toujours | déjà | bien | enfin | "
    "mais | puis | avec | dont | pour | sur | qui | que | oui | cette | son | sa | ce | notre | officiellement | définitivement | "
    "expressément | expresse | exprès | tacitement | tacite | réputé | officiel | officielle | trimestre | semestre | 1er trimestre | 2e trimestre | 3e trimestre | 4e trimestre | 2ème trimestre | "
    "3ème trimestre | 4ème trimestre | 1er semestre | 2e semestre | 2ème semestre | fin | mi | courant | hiver | "
    "automne | printemps | année | mois | jour | date | date de | entre | récemment | formellement | tripartite | le | sous | dans | "
    "conventionnel | conventionnelle | territorial | définitif | définitive | santé | soins | y compris | territoire | dossier | favorable ARS | suite",
}


@cache
def lexicon() -> Mapping[tuple[str, ...], Sense]:
    """Every phrase that the reader knows, and what it tells."""
    return dict(_entries())


@cache
def longest() -> int:
    """How many words the longest phrase has."""
    return max(map(len, lexicon()))


def _entries() -> Iterator[tuple[tuple[str, ...], Sense]]:
    senses: list[tuple[str, Sense]] = [(spelt, mark) for mark, spelt in _MARKS.items()]
    senses += [(spelt, Says(stages)) for stages, spelt in _SAYINGS.items()]
    senses += [(spelt, Step(act, form)) for act, forms in _STEPS.items() for form, spelt in forms.items()]
    senses += [(spelt, doc) for doc, spelt in _DOCS.items()]
    for spelt, sense in senses:
        yield from ((phrase(one), sense) for one in spelt.split("|") if phrase(one))


def meaning(sense: Sense) -> Text:
    """What a word was taken for."""
    if isinstance(sense, Says):
        labels = [stage.label for stage in sense.stages]
        return Text(" ou ".join(label.fr for label in labels), " or ".join(label.en for label in labels))
    word = sense.act if isinstance(sense, Step) else sense
    return Text(str(word.value), _ENGLISH[word])


_ENGLISH: dict[Doc | Act | Mark, str] = {
    Doc.LETTER: "letter of intent",
    Doc.PROJET: "projet de santé",
    Doc.PROJECT: "project",
    Doc.CPTS_PROJECT: "project of a CPTS",
    Doc.PRE_PROJET: "pre-project",
    Doc.ACI: "ACI contract",
    Doc.CONTRACT: "contract or convention",
    Doc.AVENANT: "amendment",
    Doc.MISSIONS: "missions",
    Doc.NOTHING: "nothing in particular",
    Act.VALIDATE: "validation",
    Act.SEND: "sending",
    Act.INSTRUCT: "examination",
    Act.WRITE: "drafting",
    Act.SIGN: "signature",
    Act.BE_SIGNATORY: "being a signatory",
    Act.NEGOTIATE: "negotiation",
    Act.REFUSE: "refusal",
    Act.RENEW: "renewal",
    Act.END: "end of the contract",
    Act.DISSOLVE: "dissolution or giving up",
    Act.START: "start",
    Act.BE_IN_FORCE: "in force",
    Mark.NOT: "negation",
    Mark.UNDER_WAY: "under way",
    Mark.AWAITED: "awaited",
    Mark.PLANNED: "planned",
    Mark.OBTAINED: "obtained",
    Mark.SINCE: "since",
    Mark.DOUBT: "doubt",
    Mark.ARS: "regional health agency",
    Mark.PAYER: "health insurance",
    Mark.OTHER_ACTOR: "other than the ARS",
    Mark.ASIDE: "a date other than the step's",
    Mark.BY: "by",
    Mark.FILLER: "without effect on the reading",
}
