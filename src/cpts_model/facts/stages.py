"""The stages of a CPTS, from the first idea to the end, as the ARS and the federations count them."""

from enum import Enum

from cpts_model.engine.text import Text


class Stage(Enum):
    """A stage in the life of a CPTS, in the order in which one follows another.

    The stages are a practice of the ARS: no article lists them. Three rest on an article
    besides (:attr:`rests_on`). The stage is the last step that was taken: a CPTS whose letter
    was validated and that writes its projet de santé stands at ``LETTER_VALIDATED``.
    """

    IDEA = "idee"
    PRE_PROJET = "pre-projet"
    """Before a letter of intent was validated: the federations' word, which does not say whether one was sent."""
    LETTER_SENT = "lettre-d-intention-transmise"
    LETTER_VALIDATED = "lettre-d-intention-validee"
    PROJET_SENT = "projet-de-sante-transmis"
    PROJET_OPPOSED = "projet-de-sante-refuse"
    """The ARS opposed the projet: a branch that leads back to a new projet, or nowhere."""
    PROJET_VALIDATED = "projet-de-sante-valide"
    ACI_NEGOTIATION = "aci-en-negociation"
    """The contract is being negotiated, or awaits its signatures."""
    ACI_SIGNED = "aci-signe"
    MISSIONS_RUNNING = "missions-en-cours"
    RENEWED = "aci-renouvele"
    TERMINATED = "terminee"
    """The contract was ended, the CPTS dissolved, or the project given up."""

    @property
    def label(self) -> Text:
        """The stage's name."""
        return _LABELS[self]

    @property
    def rank(self) -> int:
        """Its place on the line of life, from 0."""
        return _RANKS[self]

    @property
    def rests_on(self) -> Text:
        """The practice, or the article, that the stage comes from."""
        return _TEXTS.get(self, _PRACTICE)


_RANKS = {stage: rank for rank, stage in enumerate(Stage)}

_LABELS = {
    Stage.IDEA: Text("idée, réflexion", "idea"),
    Stage.PRE_PROJET: Text(
        "pré-projet (lettre d'intention non validée)", "pre-project (letter of intent not validated)"
    ),
    Stage.LETTER_SENT: Text("lettre d'intention transmise", "letter of intent sent"),
    Stage.LETTER_VALIDATED: Text("lettre d'intention validée", "letter of intent validated"),
    Stage.PROJET_SENT: Text("projet de santé transmis à l'ARS", "projet de santé sent to the ARS"),
    Stage.PROJET_OPPOSED: Text(
        "opposition de l'ARS au projet de santé", "projet de santé opposed by the ARS"
    ),
    Stage.PROJET_VALIDATED: Text("projet de santé validé", "projet de santé validated"),
    Stage.ACI_NEGOTIATION: Text(
        "ACI en négociation ou en attente de signature", "ACI under negotiation or awaiting signature"
    ),
    Stage.ACI_SIGNED: Text("ACI signé", "ACI signed"),
    Stage.MISSIONS_RUNNING: Text("missions en cours", "missions running"),
    Stage.RENEWED: Text("ACI renouvelé", "ACI renewed"),
    Stage.TERMINATED: Text(
        "terminée (contrat résilié ou échu, CPTS dissoute, projet abandonné)",
        "terminated (contract ended, CPTS dissolved, project given up)",
    ),
}

_PRACTICE = Text("pratique des agences régionales de santé", "practice of the regional health agencies (ARS)")
_TEXTS = {
    Stage.PROJET_OPPOSED: Text(
        "article L1434-12 du code de la santé publique", "article L1434-12 of the code de la santé publique"
    ),
    Stage.PROJET_VALIDATED: Text(
        "article L1434-12 du code de la santé publique", "article L1434-12 of the code de la santé publique"
    ),
    Stage.ACI_SIGNED: Text(
        "article L162-14-1 du code de la sécurité sociale",
        "article L162-14-1 of the code de la sécurité sociale",
    ),
}
