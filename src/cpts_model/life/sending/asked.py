"""What is asked of a CPTS at each step, by law, by the agreement or by practice, as tables."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

import attrs

from cpts_model.engine.citations import PRATIQUE, Authority, Citation, Evidence
from cpts_model.engine.rule import Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UnknownFact, any_of, both
from cpts_model.facts.contracts import ContractYear
from cpts_model.facts.sending import DocumentKind, Recipient
from cpts_model.facts.structures import CPTS
from cpts_model.law import LAW
from cpts_model.law.aci_cpts.article import ACI_CPTS
from cpts_model.law.aci_cpts.contract import PROJET_VALIDE, contract_of
from cpts_model.law.csp_l1434_12.projet import PROJET_FORMALISE, PROJET_TERRITOIRE, PROJET_TRANSMIS
from cpts_model.law.csp_l1434_12.silence import DELAY
from cpts_model.law.csp_l1434_12.validation import projet_is_validated
from cpts_model.law.csp_l1434_12_1 import ASSOCIATION
from cpts_model.law.css_l162_14_1 import CONCLU_CONJOINTEMENT
from cpts_model.life.basis import Basis
from cpts_model.life.sending.item import Section
from cpts_model.life.sending.letter import Region

_ARS = frozenset({Recipient.ARS})
_FUND = frozenset({Recipient.ASSURANCE_MALADIE})
BOTH = _ARS | _FUND


@attrs.frozen(slots=True, kw_only=True)
class Asked:
    """Something asked for: by whom, on what ground, and how to see that it is there."""

    key: str
    section: Section
    to: frozenset[Recipient]
    title: Text
    basis: Basis
    there: Callable[[Any, date], bool | None]
    """Whether it is there on a day, ``None`` where no text asks for it that day; raises where that is not known."""
    concerns: Callable[[Any], bool] | None = None
    """Whether it is asked of this CPTS, where it is not asked of all; raises where that is not known."""
    too_early: Callable[[Any, date], bool] | None = None
    """Whether it cannot be there yet, because of a step before it; raises where that is not known."""
    awaits: Text | None = None
    """What is waited for, where it is too early."""
    comes_with: str | None = None
    """The key of the deadline that brings it about by itself."""
    note: Text | None = None


def _by_rule(rule: Rule, section: Section, to: frozenset[Recipient], note: Text | None = None) -> Asked:
    """What a rule of law asks for, in the words of the rule."""

    def there(cpts: CPTS, on: date) -> bool | None:
        version = LAW.find(rule.id, on)
        if version is None or not all(condition(cpts, on) for condition in version.conditions):
            return None
        return bool(version.holds(cpts, on))

    return Asked(
        key=rule.id, section=section, to=to, title=rule.title, basis=Basis.of(rule), there=there, note=note
    )


# --- The letter of intent


def letter_was_sent(cpts: CPTS, on: date) -> bool:
    """A letter of intent was sent to the agency."""
    return document_was_sent(cpts, on, DocumentKind.LETTRE_D_INTENTION, Recipient.ARS)


def document_was_sent(
    cpts: CPTS, on: date, kind: DocumentKind, recipient: Recipient, year: ContractYear | None = None
) -> bool:
    """Whether a document was sent to somebody by a day, for a year where one is given.

    Raises:
        UnknownFact: what is told of the documents does not settle it.
    """
    return any_of(
        cpts.documents,
        lambda document: both(
            lambda: document.is_a(kind),
            lambda: document.is_for(recipient),
            lambda: document.sent_by(on),
            lambda: year is None or document.accounts_for(year.first_day, year.last_day),
        ),
    )


def of_a_letter(region: Region, *, chosen: bool) -> Iterator[Asked]:
    """What a letter of intent states in a region: asked of a CPTS that has its seat there, of any where it is chosen."""
    for name, words in region.items:
        yield Asked(
            key=f"lettre.{region.value}/{name}",
            section=Section.LETTER,
            to=_ARS,
            title=Text(
                f"{region.label.fr} : la lettre indique {words.fr}.",
                f"{region.label.en}: the letter states {words.en}.",
            ),
            basis=region.basis,
            there=partial(_letter_states, name),
            concerns=None if chosen else partial(_has_its_seat_in, region),
        )


def _has_its_seat_in(region: Region, cpts: CPTS) -> bool:
    if not isinstance(cpts.seat_departement, str):
        raise UnknownFact
    return cpts.seat_departement in region.departements


def _letter_states(name: str, cpts: CPTS, on: date) -> bool:
    letter = cpts.letter_of_intent
    return letter is not None and bool(getattr(letter, name))


LETTER = Asked(
    key="lettre.envoyee",
    section=Section.LETTER,
    to=_ARS,
    title=Text(
        "La lettre d'intention est envoyée à l'agence régionale de santé.",
        "The letter of intent is sent to the ARS.",
    ),
    basis=Basis(
        cites=Citation(PRATIQUE, "lettre d'intention d'une CPTS"),
        authority=Authority.PRACTICE,
        evidence=Evidence.VERIFIED,
        checked_on=None,
        source="cpts-na.org et urps-mk-normandie.fr (pages sans date)",
    ),
    there=letter_was_sent,
    note=Text(
        "Usage, non loi : aucun article ne demande de lettre d'intention. Ce qu'elle indique change d'une région à l'autre, et deux "
        "régions seulement ont été lues : le demander à l'agence régionale de santé. En Nouvelle-Aquitaine l'agence, les caisses et "
        "les unions régionales l'examinent ensemble.",
        "Practice, not law: no article asks for a letter of intent. What it states changes from one region to another, and two "
        "regions alone were read: ask the ARS. In Nouvelle-Aquitaine the agency, the funds and the regional unions look at it together.",
    ),
)


# --- The projet de santé


def rests_on_a_diagnosis(cpts: CPTS, on: date) -> bool:
    """A territorial diagnosis, with figures and with what professionals say."""
    projet = cpts.projet
    if projet is None or projet.diagnostic is None:
        return False
    diagnostic = projet.diagnostic
    return both(
        lambda: diagnostic.done_on is not None and diagnostic.done_on <= on,
        lambda: diagnostic.quantitative,
        lambda: diagnostic.qualitative,
    )


def complete_file_was_received(cpts: CPTS, on: date) -> bool:
    """The agency holds the complete file: its two months run."""
    projet = cpts.projet
    return (
        projet is not None and projet.received_complete_on is not None and projet.received_complete_on <= on
    )


PROJET = (
    _by_rule(PROJET_FORMALISE, Section.PROJET, _ARS),
    _by_rule(PROJET_TERRITOIRE, Section.PROJET, _ARS),
    Asked(
        key="projet.diagnostic",
        section=Section.PROJET,
        to=_ARS,
        title=Text(
            "Le projet de santé repose sur un diagnostic territorial, chiffré et nourri des retours des professionnels.",
            "The projet de santé rests on a territorial diagnosis, in figures and with what professionals say.",
        ),
        basis=Basis(
            cites=Citation(PRATIQUE, "contenu d'un projet de santé de CPTS"),
            authority=Authority.PRACTICE,
            evidence=Evidence.VERIFIED,
            checked_on=None,
            source="urps-mk-normandie.fr et cpts-centrevaldeloire.fr, étapes du projet (pages sans date)",
        ),
        there=rests_on_a_diagnosis,
        note=Text(
            "L'usage y attend aussi la structure juridique et ses acteurs, un cadrage financier et des fiches d'action : aucun fait du dossier "
            "ne les décrit, à vérifier à la main.",
            "Practice expects there too the legal structure and its actors, a financial frame and action sheets: no fact of the dossier "
            "describes them, check them by hand.",
        ),
    ),
    _by_rule(PROJET_TRANSMIS, Section.PROJET, _ARS),
    Asked(
        key="projet.dossier-complet",
        section=Section.PROJET,
        to=_ARS,
        title=Text(
            "L'agence régionale de santé a reçu le dossier complet : ses deux mois courent de ce jour.",
            "The ARS has received the complete file: its two months run from that day.",
        ),
        basis=Basis(
            cites=Citation(PROJET_TRANSMIS.cites.code, PROJET_TRANSMIS.cites.article),
            authority=Authority.LAW,
            evidence=Evidence.DERIVED,
            checked_on=PROJET_TRANSMIS.checked_on,
            source=PROJET_TRANSMIS.source,
            rule_id="cpts.validation",
        ),
        there=complete_file_was_received,
        note=Text(
            "Demander à l'agence l'accusé de réception du dossier complet : c'est lui qui date le départ du délai.",
            "Ask the agency to acknowledge receipt of the complete file: that is what dates the start of the delay.",
        ),
    ),
)


# --- The contract


def supporting_documents_were_sent(cpts: CPTS, on: date) -> bool:
    """The supporting documents of the contract went to the fund."""
    return document_was_sent(cpts, on, DocumentKind.PIECES_DU_CONTRAT, Recipient.ASSURANCE_MALADIE)


def contract_is_signed(cpts: CPTS, on: date) -> bool:
    """A contract is signed by a day."""
    contract = cpts.contract
    return contract is not None and contract.signed_on is not None and contract.signed_on <= on


def signed_by_the_agency(cpts: CPTS, on: date) -> bool:
    """The agency signed the contract."""
    return both(lambda: contract_is_signed(cpts, on), lambda: contract_of(cpts).signed_by_ars)


def signed_by_the_fund(cpts: CPTS, on: date) -> bool:
    """The fund signed the contract."""
    return both(lambda: contract_is_signed(cpts, on), lambda: contract_of(cpts).signed_by_assurance_maladie)


def validation_is_to_come(cpts: CPTS, on: date) -> bool:
    """The agency may still validate the projet, in writing or by its silence: its two months run, or have yet to begin."""
    projet = cpts.projet
    return projet is None or both(
        lambda: not projet.opposed_by(on),
        lambda: projet.validated_on is None or projet.validated_on > on,
        lambda: not projet.complete_for(DELAY, on),
    )


def projet_is_not_validated(cpts: CPTS, on: date) -> bool:
    """No validated projet: the contract cannot be signed yet."""
    return not projet_is_validated(cpts, on)


_AFTER_VALIDATION = Text(
    "le contrat se signe une fois le projet de santé validé",
    "the contract is signed once the projet de santé is validated",
)
_A_CHOICE = Text(
    "Conclure un contrat est une faculté, non une obligation : il ne manque qu'à la CPTS qui veut signer.",
    "To conclude a contract is a choice, not a duty: it is missing only of a CPTS that wants to sign.",
)


def _signature(
    key: str, to: frozenset[Recipient], fr: str, en: str, there: Callable[[Any, date], bool]
) -> Asked:
    return Asked(
        key=key,
        section=Section.CONTRACT,
        to=to,
        title=Text(f"Le contrat est signé par {fr}.", f"The contract is signed by {en}."),
        basis=Basis.of(CONCLU_CONJOINTEMENT),
        there=there,
        too_early=projet_is_not_validated,
        awaits=_AFTER_VALIDATION,
        note=_A_CHOICE,
    )


def _validated_where_the_agreement_is_in_force(cpts: CPTS, on: date) -> bool | None:
    return projet_is_validated(cpts, on) if on in PROJET_VALIDE.in_force else None


CONTRACT = (
    Asked(
        key="contrat.projet-valide",
        section=Section.CONTRACT,
        to=BOTH,
        title=Text("Le projet de santé est validé.", "The projet de santé is validated."),
        basis=Basis.of(PROJET_VALIDE),
        there=_validated_where_the_agreement_is_in_force,
        too_early=validation_is_to_come,
        awaits=Text(
            "l'agence régionale de santé répond, par écrit ou par son silence, dans les deux mois du dossier complet",
            "the ARS answers, in writing or by its silence, within two months of the complete file",
        ),
        comes_with="cpts.validation-reputee",
    ),
    _by_rule(ASSOCIATION, Section.CONTRACT, BOTH),
    Asked(
        key="contrat.pieces",
        section=Section.CONTRACT,
        to=_FUND,
        title=Text(
            "Les pièces justificatives du contrat sont remises à la caisse, qui les vérifie avant le premier versement.",
            "The supporting documents of the contract are handed to the fund, which checks them before the first payment.",
        ),
        basis=Basis(
            cites=ACI_CPTS.cite(),
            authority=Authority.CONVENTION,
            evidence=Evidence.VERIFIED,
            checked_on=None,
            source="annexe de l'arrêté du 21 août 2019, fin de l'article 8 et article 9 (juriblio.fr)",
        ),
        there=supporting_documents_were_sent,
        too_early=projet_is_not_validated,
        awaits=_AFTER_VALIDATION,
        note=Text(
            "La liste de ces pièces (article 4 de l'accord) n'a pas été trouvée : la demander à la caisse d'assurance maladie.",
            "The list of these documents (article 4 of the agreement) was not found: ask the health-insurance fund for it.",
        ),
    ),
    _signature("contrat.signature-ars", _ARS, "l'agence régionale de santé", "the ARS", signed_by_the_agency),
    _signature(
        "contrat.signature-assurance-maladie",
        _FUND,
        "l'organisme local d'assurance maladie",
        "the local health-insurance body",
        signed_by_the_fund,
    ),
)
