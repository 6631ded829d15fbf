"""What a CPTS sends to the agency and to health insurance: its letter of intent, its documents."""

from datetime import date
from enum import Enum

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN, Unknown, UnknownFact
from cpts_model.facts.typed import Facts


class Recipient(Enum):
    """To whom a CPTS sends a document."""

    ARS = "ars"
    ASSURANCE_MALADIE = "assurance-maladie"

    @property
    def label(self) -> Text:
        """The recipient's name."""
        return _RECIPIENTS[self]


_RECIPIENTS = {
    Recipient.ARS: Text("l'agence régionale de santé", "the ARS"),
    Recipient.ASSURANCE_MALADIE: Text("l'assurance maladie", "health insurance"),
}


class DocumentKind(Enum):
    """What a document is."""

    LETTRE_D_INTENTION = "lettre-d-intention"
    PROJET_DE_SANTE = "projet-de-sante"
    PIECES_DU_CONTRAT = "pieces-du-contrat"
    CONTRAT = "contrat"
    RAPPORT_D_ACTIVITE = "rapport-d-activite"
    COMPTES_ET_BUDGET = "comptes-et-budget"
    COMPTE_RENDU_DU_DIALOGUE = "compte-rendu-du-dialogue-de-gestion"
    OTHER = "autre"

    @property
    def label(self) -> Text:
        """The kind's name."""
        return _DOCUMENTS[self]


_DOCUMENTS = {
    DocumentKind.LETTRE_D_INTENTION: Text("lettre d'intention", "letter of intent"),
    DocumentKind.PROJET_DE_SANTE: Text("projet de santé", "projet de santé"),
    DocumentKind.PIECES_DU_CONTRAT: Text(
        "pièces justificatives du contrat (article 4 de l'accord)",
        "supporting documents of the contract (article 4 of the agreement)",
    ),
    DocumentKind.CONTRAT: Text("contrat signé", "contract signed"),
    DocumentKind.RAPPORT_D_ACTIVITE: Text("rapport d'activité annuel", "yearly activity report"),
    DocumentKind.COMPTES_ET_BUDGET: Text(
        "comptes et budget approuvés par l'assemblée générale",
        "accounts and budget approved by the general assembly",
    ),
    DocumentKind.COMPTE_RENDU_DU_DIALOGUE: Text(
        "compte rendu du dialogue de gestion", "record of the dialogue de gestion"
    ),
    DocumentKind.OTHER: Text("autre document", "another document"),
}


@attrs.frozen(slots=True, kw_only=True, repr=False)
class SentDocument(Facts):
    """A document sent to the agency or to health insurance, or drawn up to be.

    ``exercise`` names the year that a yearly document accounts for by its first day: that of a
    year of the contract, or that of a financial year.
    """

    kind: DocumentKind | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("nature du document", "what the document is")
    )
    recipient: Recipient | Unknown = attrs.field(default=UNKNOWN, metadata=label("destinataire", "recipient"))
    sent_on: date | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("document envoyé le", "document sent on")
    )
    exercise: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "premier jour de l'année dont le document rend compte",
            "first day of the year that the document accounts for",
        ),
    )

    @labelled("est de cette nature", "is of this kind")
    def is_a(self, kind: DocumentKind) -> bool:
        """Whether the document is of a kind.

        Raises:
            UnknownFact: what it is was not told.
        """
        if isinstance(self.kind, Unknown):
            raise UnknownFact
        return self.kind is kind

    @labelled("est adressé à ce destinataire", "is addressed to this recipient")
    def is_for(self, recipient: Recipient) -> bool:
        """Whether the document is addressed to somebody.

        Raises:
            UnknownFact: its recipient was not told.
        """
        if isinstance(self.recipient, Unknown):
            raise UnknownFact
        return self.recipient is recipient

    @labelled("envoyé à ce jour", "sent by that day")
    def sent_by(self, day: date) -> bool:
        """Whether it was sent, on a day or before.

        Raises:
            UnknownFact: the day it was sent is unknown.
        """
        return self.sent_on is not None and self.sent_on <= day

    @labelled(
        "rend compte d'une année commencée entre ces deux jours",
        "accounts for a year begun between the two days",
    )
    def accounts_for(self, first: date, last: date) -> bool:
        """Whether the year it accounts for begins between two days, both included.

        Raises:
            UnknownFact: that year is unknown.
        """
        return self.exercise is not None and first <= self.exercise <= last


@attrs.frozen(slots=True, kw_only=True, repr=False)
class LetterOfIntent(Facts):
    """What a letter of intent states, item by item, as regions ask for it (practice, no article).

    Nouvelle-Aquitaine asks for five of these items and Normandie for seven; two are common.
    """

    territory: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("lettre d'intention : territoire", "letter of intent: territory")
    )
    calendar: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("lettre d'intention : calendrier prévisionnel", "letter of intent: planned calendar"),
    )
    first_diagnosis: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "lettre d'intention : premiers éléments de diagnostic",
            "letter of intent: first elements of diagnosis",
        ),
    )
    actors: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "lettre d'intention : acteurs et partenaires déjà associés et à associer",
            "letter of intent: actors and partners already associated and to associate",
        ),
    )
    orientations: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "lettre d'intention : orientations en lien avec les missions socles",
            "letter of intent: orientations linked to the core missions",
        ),
    )
    professionals_and_structures: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "lettre d'intention : liste des professionnels et des structures",
            "letter of intent: list of the professionals and structures",
        ),
    )
    access_problem: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "lettre d'intention : problématique d'accès aux soins ou de continuité",
            "letter of intent: problem of access to care or of its continuity",
        ),
    )
    means: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("lettre d'intention : moyens", "letter of intent: means")
    )
    aim: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("lettre d'intention : objectif", "letter of intent: aim")
    )
    other_projects: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "lettre d'intention : articulation avec les autres projets",
            "letter of intent: articulation with other projects",
        ),
    )
