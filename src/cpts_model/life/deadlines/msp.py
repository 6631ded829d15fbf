"""The dates of a maison de santé: the SISA that its contract supposes, the civil years of the ACI."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from cpts_model.engine.citations import PRATIQUE, Authority, Citation, Evidence
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown, UnknownFact, both
from cpts_model.facts.structures import MaisonDeSante
from cpts_model.law.aci_msp.regime import FIRST_YEAR, SECOND_AVENANT_FROM
from cpts_model.law.practice_msp import MONTHS_TO_BECOME_A_SISA, SISA_POUR_L_ACI
from cpts_model.life.basis import Basis
from cpts_model.life.deadlines.deadline import DeadlineKind
from cpts_model.life.deadlines.delay import Delay, on_the


def contract_signed_on(msp: MaisonDeSante) -> date | None | Unknown:
    """The day the ACI contract was signed; none, without a contract."""
    return None if msp.contract is None else msp.contract.signed_on


BECOME_A_SISA = Delay(
    key=SISA_POUR_L_ACI.id,
    rule=SISA_POUR_L_ACI.id,
    starts=contract_signed_on,
    months=MONTHS_TO_BECOME_A_SISA,
    kind=DeadlineKind.OBLIGATION,
    title=Text(
        "Dernier jour pour que la maison de santé soit une SISA, six mois après la signature du contrat interprofessionnel.",
        "Last day for the maison de santé to be a SISA, six months after the interprofessional contract was signed.",
    ),
    note=SISA_POUR_L_ACI.note,
)

LIST_ASKED = Basis(
    cites=Citation(PRATIQUE, "pièces que les caisses demandent pour l'ACI des maisons de santé"),
    authority=Authority.PRACTICE,
    evidence=Evidence.SECONDARY,
    checked_on=date(2022, 5, 1),
    source="calculette de l'ACI des maisons de santé, version 6, mai 2022 (liste des pièces)",
    rule_id=None,
)
_NOT_READ = Text(
    "Un deuxième avenant est signalé à compter du 14 juillet 2026 ; son texte n'a pas été lu : vérifier auprès de la caisse.",
    "A second avenant is reported from 14 July 2026; its text was not read: check with the health-insurance fund.",
)
_COLUMNS = Text(
    "Cinq colonnes : nom, prénom, numéro d'assurance maladie, numéro RPPS, profession ou spécialité. Le jour auquel la liste doit parvenir "
    "à la caisse n'a pas été trouvé.",
    "Five columns: surname, first name, health-insurance number, RPPS number, profession or speciality. The day by which the list must "
    "reach the fund was not found.",
)


def _contract_runs(day: date, msp: MaisonDeSante) -> bool:
    contract = msp.contract
    if contract is None:
        return False
    if isinstance(contract, Unknown):
        raise UnknownFact
    return both(
        lambda: contract.signed_on is not None and contract.signed_on <= day,
        lambda: not contract.over_by(day),
    )


def years_of_the_aci(since: date, until: date) -> Iterator[Delay]:
    """The last day of each civil year of the first avenant, on which the list of the partners is drawn up."""
    for year in range(max(since.year, FIRST_YEAR), until.year + 1):
        yield Delay(
            key=f"aci-msp.liste-des-associes/{year}",
            rule=SISA_POUR_L_ACI.id,
            basis=LIST_ASKED,
            starts=on_the(date(year, 12, 31)),
            kind=DeadlineKind.END,
            concerns=partial(_contract_runs, date(year, 12, 31)),
            title=Text(
                f"Fin de l'année civile {year} de l'ACI : la liste des professionnels de santé associés est arrêtée à ce jour.",
                f"End of the civil year {year} of the ACI: the list of the partners who are health professionals is drawn up as of that day.",
            ),
            note=_COLUMNS if year < SECOND_AVENANT_FROM.year else _NOT_READ,
        )


def delays(since: date, until: date) -> Iterator[Delay]:
    """The delays of a maison de santé, those of each year within a window."""
    yield BECOME_A_SISA
    yield from years_of_the_aci(since, until)
