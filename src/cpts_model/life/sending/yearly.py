"""What is asked of a CPTS for each year of its contract."""

from collections.abc import Callable, Iterator
from datetime import date

from cpts_model.engine.citations import CONVENTIONS, PRATIQUE, Authority, Citation, Evidence
from cpts_model.engine.text import Text
from cpts_model.facts.contracts import ContractYear
from cpts_model.facts.sending import DocumentKind, Recipient
from cpts_model.facts.structures import CPTS
from cpts_model.law.aci_cpts.contract import DIALOGUE, contract_of, dialogue_was_held
from cpts_model.life.basis import Basis
from cpts_model.life.sending.asked import BOTH, Asked, document_was_sent
from cpts_model.life.sending.item import Section


def of_a_year(year: ContractYear, recipient: Recipient) -> Iterator[Asked]:
    """What is asked for a year of the contract."""
    number = year.number

    def dialogue(cpts: CPTS, on: date) -> bool:
        if on <= year.last_day:
            return contract_of(cpts).dialogue_held(year.first_day, on)
        return dialogue_was_held(year, cpts, on)

    def sent(kind: DocumentKind) -> Callable[[CPTS, date], bool]:
        return lambda cpts, on: document_was_sent(cpts, on, kind, recipient, year)

    yield Asked(
        key=f"annee.rapport-d-activite/{number}",
        section=Section.YEAR,
        to=BOTH,
        title=Text(
            f"Année {number} : le rapport d'activité et ses justificatifs sont envoyés.",
            f"Year {number}: the activity report and its supporting documents are sent.",
        ),
        basis=_REPORT,
        there=sent(DocumentKind.RAPPORT_D_ACTIVITE),
    )
    yield Asked(
        key=f"annee.comptes-et-budget/{number}",
        section=Section.YEAR,
        to=BOTH,
        title=Text(
            f"Année {number} : les comptes et le budget, approuvés par l'assemblée générale, sont communiqués.",
            f"Year {number}: the accounts and the budget, approved by the general assembly, are communicated.",
        ),
        basis=_ACCOUNTS,
        there=sent(DocumentKind.COMPTES_ET_BUDGET),
        note=Text(
            "L'accord ne demande pas de justification détaillée des dépenses (Sénat, rapport n° 32 de 2025) ; c'est aux statuts de prévoir "
            "l'approbation et la communication aux financeurs.",
            "The agreement asks for no detailed justification of spending (Senate, report 32 of 2025); it is for the statutes to provide the "
            "approval and the communication to funders.",
        ),
    )
    yield Asked(
        key=f"annee.dialogue-de-gestion/{number}",
        section=Section.YEAR,
        to=BOTH,
        title=Text(
            f"Année {number} : le dialogue de gestion avec l'agence régionale de santé et l'assurance maladie est tenu.",
            f"Year {number}: the dialogue de gestion with the ARS and health insurance is held.",
        ),
        basis=Basis.of(DIALOGUE),
        there=dialogue,
    )


_REPORT = Basis(
    cites=Citation(CONVENTIONS, "rapport d'activité annuel de la CPTS"),
    authority=Authority.CONVENTION,
    evidence=Evidence.SECONDARY,
    checked_on=None,
    source="concourspluripro.fr, « ACI : qu'est-ce qu'une CPTS gagne à le signer » (2023)",
)
_ACCOUNTS = Basis(
    cites=Citation(PRATIQUE, "guide régional sur la structure juridique des CPTS (Nouvelle-Aquitaine)"),
    authority=Authority.PRACTICE,
    evidence=Evidence.VERIFIED,
    checked_on=None,
    source="cpts-na.org, structure juridique (page sans date)",
)
