"""French coordinated care, judged under the law of a day.

Every public name can be imported from here. Each is loaded when first asked for, so that
``import cpts_model`` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cpts_model.api import assess as assess
    from cpts_model.api import missing as missing
    from cpts_model.engine.assess import Assessment as Assessment
    from cpts_model.engine.citations import STATUTS as STATUTS
    from cpts_model.engine.citations import Article as Article
    from cpts_model.engine.citations import Authority as Authority
    from cpts_model.engine.citations import Citation as Citation
    from cpts_model.engine.citations import Evidence as Evidence
    from cpts_model.engine.dates import Period as Period
    from cpts_model.engine.diff import LawDiff as LawDiff
    from cpts_model.engine.diff import diff_laws as diff_laws
    from cpts_model.engine.errors import CptsModelError as CptsModelError
    from cpts_model.engine.errors import MissingExtra as MissingExtra
    from cpts_model.engine.errors import RuleConflict as RuleConflict
    from cpts_model.engine.errors import RuleFailed as RuleFailed
    from cpts_model.engine.errors import UnknownRule as UnknownRule
    from cpts_model.engine.law import Law as Law
    from cpts_model.engine.missing import MissingFact as MissingFact
    from cpts_model.engine.observe import Fact as Fact
    from cpts_model.engine.outcome import Outcome as Outcome
    from cpts_model.engine.rule import Modality as Modality
    from cpts_model.engine.rule import Rule as Rule
    from cpts_model.engine.text import Text as Text
    from cpts_model.engine.unknown import UNKNOWN as UNKNOWN
    from cpts_model.engine.unknown import OpenQuestion as OpenQuestion
    from cpts_model.engine.unknown import Unknown as Unknown
    from cpts_model.engine.unknown import UnknownFact as UnknownFact
    from cpts_model.engine.verdict import Verdict as Verdict
    from cpts_model.exchange.annuaire import AnnuaireMerge as AnnuaireMerge
    from cpts_model.exchange.annuaire import RegisteredProfessional as RegisteredProfessional
    from cpts_model.exchange.annuaire import merge_annuaire as merge_annuaire
    from cpts_model.exchange.annuaire import read_annuaire as read_annuaire
    from cpts_model.exchange.annuaire import write_professionals as write_professionals
    from cpts_model.exchange.assessment import assessment_to_dict as assessment_to_dict
    from cpts_model.exchange.communes import CommuneTable as CommuneTable
    from cpts_model.exchange.communes import TerritoryReading as TerritoryReading
    from cpts_model.exchange.communes import read_cog as read_cog
    from cpts_model.exchange.comparison import comparison_to_dict as comparison_to_dict
    from cpts_model.exchange.comparison import law_diff_to_dict as law_diff_to_dict
    from cpts_model.exchange.conformance import Concern as Concern
    from cpts_model.exchange.conformance import Conformance as Conformance
    from cpts_model.exchange.conformance import Nonconformity as Nonconformity
    from cpts_model.exchange.conformance import conformance as conformance
    from cpts_model.exchange.conformance import conformance_of_codings as conformance_of_codings
    from cpts_model.exchange.conformance import conformance_of_fhir as conformance_of_fhir
    from cpts_model.exchange.converter import configure_converter as configure_converter
    from cpts_model.exchange.converter import make_converter as make_converter
    from cpts_model.exchange.dossier import dumps_dossier as dumps_dossier
    from cpts_model.exchange.dossier import loads_dossier as loads_dossier
    from cpts_model.exchange.dossier import read_dossier as read_dossier
    from cpts_model.exchange.dossier import read_dossiers as read_dossiers
    from cpts_model.exchange.dossier import read_structures as read_structures
    from cpts_model.exchange.dossier import write_dossier as write_dossier
    from cpts_model.exchange.extracts import BadExtract as BadExtract
    from cpts_model.exchange.extracts import ExtractFault as ExtractFault
    from cpts_model.exchange.faults import BadDossier as BadDossier
    from cpts_model.exchange.faults import Fault as Fault
    from cpts_model.exchange.fhir import FhirExport as FhirExport
    from cpts_model.exchange.fhir import FhirReading as FhirReading
    from cpts_model.exchange.fhir import NoSasForm as NoSasForm
    from cpts_model.exchange.fhir import SasOrganization as SasOrganization
    from cpts_model.exchange.fhir import from_fhir as from_fhir
    from cpts_model.exchange.fhir import loads_fhir as loads_fhir
    from cpts_model.exchange.fhir import read_fhir as read_fhir
    from cpts_model.exchange.fhir import sas_organization as sas_organization
    from cpts_model.exchange.fhir import to_fhir as to_fhir
    from cpts_model.exchange.finess import FinessEstablishment as FinessEstablishment
    from cpts_model.exchange.finess import FinessImport as FinessImport
    from cpts_model.exchange.finess import import_finess as import_finess
    from cpts_model.exchange.finess import read_finess as read_finess
    from cpts_model.exchange.identifiers import BadIdentifier as BadIdentifier
    from cpts_model.exchange.identifiers import Identification as Identification
    from cpts_model.exchange.identifiers import identify as identify
    from cpts_model.exchange.nomenclatures import CodeSystem as CodeSystem
    from cpts_model.exchange.nomenclatures import is_substitute as is_substitute
    from cpts_model.exchange.nomenclatures import system_of as system_of
    from cpts_model.exchange.pseudonyms import Pseudonyms as Pseudonyms
    from cpts_model.exchange.pseudonyms import WeakKey as WeakKey
    from cpts_model.exchange.registers import dumps_register as dumps_register
    from cpts_model.exchange.registers import loads_register as loads_register
    from cpts_model.exchange.registers import read_register as read_register
    from cpts_model.exchange.registers import update_register as update_register
    from cpts_model.exchange.registers import write_register as write_register
    from cpts_model.exchange.schema import assessment_schema as assessment_schema
    from cpts_model.exchange.schema import comparison_schema as comparison_schema
    from cpts_model.exchange.schema import dossier_schema as dossier_schema
    from cpts_model.exchange.schema import law_diff_schema as law_diff_schema
    from cpts_model.exchange.schema import register_schema as register_schema
    from cpts_model.exchange.sheets import BadSheet as BadSheet
    from cpts_model.exchange.sheets import MemberSheet as MemberSheet
    from cpts_model.exchange.sheets import SheetMerge as SheetMerge
    from cpts_model.exchange.sheets import dumps_members as dumps_members
    from cpts_model.exchange.sheets import loads_members as loads_members
    from cpts_model.exchange.sheets import merge_members as merge_members
    from cpts_model.exchange.sheets import read_members as read_members
    from cpts_model.exchange.sheets import write_members as write_members
    from cpts_model.facts.belonging import Belonging as Belonging
    from cpts_model.facts.belonging import Belongings as Belongings
    from cpts_model.facts.belonging import Candidature as Candidature
    from cpts_model.facts.belonging import Departure as Departure
    from cpts_model.facts.belonging import Neighbours as Neighbours
    from cpts_model.facts.belonging import ReceivedPayment as ReceivedPayment
    from cpts_model.facts.checks import BadFact as BadFact
    from cpts_model.facts.contracts import ContractYear as ContractYear
    from cpts_model.facts.contracts import ContratACI as ContratACI
    from cpts_model.facts.contracts import MissionProgress as MissionProgress
    from cpts_model.facts.contracts import SizeClass as SizeClass
    from cpts_model.facts.envelopes import Envelope as Envelope
    from cpts_model.facts.exercice import Exercice as Exercice
    from cpts_model.facts.families import Family as Family
    from cpts_model.facts.heirs import Heir as Heir
    from cpts_model.facts.indicateurs_msp import IndicateursMSP as IndicateursMSP
    from cpts_model.facts.legal_forms import LegalForm as LegalForm
    from cpts_model.facts.memberships import EndCause as EndCause
    from cpts_model.facts.memberships import Exclusion as Exclusion
    from cpts_model.facts.memberships import ExclusionGround as ExclusionGround
    from cpts_model.facts.memberships import FeePayment as FeePayment
    from cpts_model.facts.memberships import Membership as Membership
    from cpts_model.facts.memberships import SecondMembershipGround as SecondMembershipGround
    from cpts_model.facts.memberships import WithdrawalBasis as WithdrawalBasis
    from cpts_model.facts.missions import Mission as Mission
    from cpts_model.facts.modes import Mode as Mode
    from cpts_model.facts.organisation_kinds import OrganisationKind as OrganisationKind
    from cpts_model.facts.organisations import Organisation as Organisation
    from cpts_model.facts.organs import Organ as Organ
    from cpts_model.facts.payments import Payment as Payment
    from cpts_model.facts.payments import PaymentNature as PaymentNature
    from cpts_model.facts.payments import YearOfPayments as YearOfPayments
    from cpts_model.facts.people import Person as Person
    from cpts_model.facts.people import PersonRole as PersonRole
    from cpts_model.facts.people import Professional as Professional
    from cpts_model.facts.professions import Profession as Profession
    from cpts_model.facts.projets import DiagnosticTerritorial as DiagnosticTerritorial
    from cpts_model.facts.projets import OppositionGround as OppositionGround
    from cpts_model.facts.projets import ProjetDeSante as ProjetDeSante
    from cpts_model.facts.reading import ProfessionReading as ProfessionReading
    from cpts_model.facts.reading import read_profession as read_profession
    from cpts_model.facts.sending import DocumentKind as DocumentKind
    from cpts_model.facts.sending import LetterOfIntent as LetterOfIntent
    from cpts_model.facts.sending import Recipient as Recipient
    from cpts_model.facts.sending import SentDocument as SentDocument
    from cpts_model.facts.stages import Stage as Stage
    from cpts_model.facts.statutes import Admits as Admits
    from cpts_model.facts.statutes import College as College
    from cpts_model.facts.statutes import FeePeriod as FeePeriod
    from cpts_model.facts.statutes import Quorum as Quorum
    from cpts_model.facts.statutes import Statutes as Statutes
    from cpts_model.facts.structures import CDS as CDS
    from cpts_model.facts.structures import CPTS as CPTS
    from cpts_model.facts.structures import ESP as ESP
    from cpts_model.facts.structures import ESS as ESS
    from cpts_model.facts.structures import MSP as MSP
    from cpts_model.facts.structures import SISA as SISA
    from cpts_model.facts.structures import CentreDeSante as CentreDeSante
    from cpts_model.facts.structures import DeathClause as DeathClause
    from cpts_model.facts.structures import EquipeDeSoinsPrimaires as EquipeDeSoinsPrimaires
    from cpts_model.facts.structures import EquipeDeSoinsSpecialises as EquipeDeSoinsSpecialises
    from cpts_model.facts.structures import MaisonDeSante as MaisonDeSante
    from cpts_model.facts.structures import Structure as Structure
    from cpts_model.facts.structures import TeamForm as TeamForm
    from cpts_model.facts.territories import CommuneFigure as CommuneFigure
    from cpts_model.facts.territories import Territory as Territory
    from cpts_model.law import LAW as LAW
    from cpts_model.law.rights import rights as rights
    from cpts_model.law.statuts import ClauseDifference as ClauseDifference
    from cpts_model.law.statuts import Closing as Closing
    from cpts_model.law.statuts import WhoSaysNo as WhoSaysNo
    from cpts_model.law.statuts import closings as closings
    from cpts_model.law.statuts import compare_statutes as compare_statutes
    from cpts_model.law.statuts import law_with_statutes as law_with_statutes
    from cpts_model.law.statuts import statute_rules as statute_rules
    from cpts_model.law.statuts import who_says_no as who_says_no
    from cpts_model.life.ahead import NextChange as NextChange
    from cpts_model.life.ahead import next_change as next_change
    from cpts_model.life.associates import AssociatesList as AssociatesList
    from cpts_model.life.associates import associates_on as associates_on
    from cpts_model.life.associates import associates_on_31_december as associates_on_31_december
    from cpts_model.life.basis import Basis as Basis
    from cpts_model.life.compare import Comparison as Comparison
    from cpts_model.life.compare import compare as compare
    from cpts_model.life.contract import Clock as Clock
    from cpts_model.life.contract import ContractCalendar as ContractCalendar
    from cpts_model.life.contract import contract_calendar as contract_calendar
    from cpts_model.life.deadlines import Deadline as Deadline
    from cpts_model.life.deadlines import DeadlineKind as DeadlineKind
    from cpts_model.life.deadlines import Deadlines as Deadlines
    from cpts_model.life.deadlines import deadlines as deadlines
    from cpts_model.life.deadlines import next_due as next_due
    from cpts_model.life.diversity import Diversity as Diversity
    from cpts_model.life.diversity import diversity as diversity
    from cpts_model.life.funding import Funding as Funding
    from cpts_model.life.funding import FundingLine as FundingLine
    from cpts_model.life.funding import FundingStatus as FundingStatus
    from cpts_model.life.funding import Instalment as Instalment
    from cpts_model.life.funding import funding as funding
    from cpts_model.life.machine import Machine as Machine
    from cpts_model.life.machine import Standing as Standing
    from cpts_model.life.machine import State as State
    from cpts_model.life.population import PopulationBounds as PopulationBounds
    from cpts_model.life.population import population_bounds as population_bounds
    from cpts_model.life.population import read_figure as read_figure
    from cpts_model.life.population import size_classes as size_classes
    from cpts_model.life.projet import NoProjetOfItsOwn as NoProjetOfItsOwn
    from cpts_model.life.projet import projet_machine as projet_machine
    from cpts_model.life.projet import projet_state as projet_state
    from cpts_model.life.sending import Checklist as Checklist
    from cpts_model.life.sending import Region as Region
    from cpts_model.life.sending import checklist as checklist
    from cpts_model.life.sisa import SISA_BELOW_MINIMUM as SISA_BELOW_MINIMUM
    from cpts_model.life.sisa import dissolution_clock as dissolution_clock
    from cpts_model.life.sisa import sisa_state as sisa_state
    from cpts_model.life.stage import StageReading as StageReading
    from cpts_model.life.stage import stage_of as stage_of
    from cpts_model.life.stage import tally as tally
    from cpts_model.register import Change as Change
    from cpts_model.register import Effect as Effect
    from cpts_model.register import Register as Register
    from cpts_model.register import RegisterAssessment as RegisterAssessment
    from cpts_model.register import Reorganisation as Reorganisation
    from cpts_model.register import Roll as Roll
    from cpts_model.register import UnknownMember as UnknownMember
    from cpts_model.register import UnknownStructure as UnknownStructure
    from cpts_model.register.assembly import Elector as Elector
    from cpts_model.register.assembly import Electorate as Electorate
    from cpts_model.register.assembly import QuorumAnswer as QuorumAnswer
    from cpts_model.register.headcount import Denominator as Denominator
    from cpts_model.register.headcount import Headcount as Headcount
    from cpts_model.register.headcount import OtherDay as OtherDay
    from cpts_model.register.headcount import Rate as Rate
    from cpts_model.register.payments import PaidBy as PaidBy
    from cpts_model.register.payments import PaymentReport as PaymentReport
    from cpts_model.register.payments import payment_check as payment_check
    from cpts_model.register.status import MembershipStatus as MembershipStatus
    from cpts_model.report.associates import associates_csv as associates_csv
    from cpts_model.report.associates import diversity_csv as diversity_csv
    from cpts_model.report.calendar import calendar_of as calendar_of
    from cpts_model.report.chronology import chronology as chronology
    from cpts_model.report.document import html_report as html_report
    from cpts_model.report.document import markdown_report as markdown_report
    from cpts_model.report.pictures.belonging import belonging_svg as belonging_svg
    from cpts_model.report.pictures.belonging import forms_svg as forms_svg
    from cpts_model.report.pictures.mermaid import states_mermaid as states_mermaid
    from cpts_model.report.pictures.mermaid import timeline_mermaid as timeline_mermaid
    from cpts_model.report.pictures.states import states_svg as states_svg
    from cpts_model.report.pictures.timeline import timeline_svg as timeline_svg
    from cpts_model.report.pictures.versions import versions_svg as versions_svg

_HOMES = {
    "api": "assess missing",
    "engine.assess": "Assessment",
    "engine.citations": "STATUTS Article Authority Citation Evidence",
    "engine.dates": "Period",
    "engine.diff": "LawDiff diff_laws",
    "engine.errors": "CptsModelError MissingExtra RuleConflict RuleFailed UnknownRule",
    "engine.law": "Law",
    "engine.missing": "MissingFact",
    "engine.observe": "Fact",
    "engine.outcome": "Outcome",
    "engine.rule": "Modality Rule",
    "engine.text": "Text",
    "engine.unknown": "UNKNOWN OpenQuestion Unknown UnknownFact",
    "engine.verdict": "Verdict",
    "exchange.annuaire": "AnnuaireMerge RegisteredProfessional merge_annuaire read_annuaire write_professionals",
    "exchange.assessment": "assessment_to_dict",
    "exchange.communes": "CommuneTable TerritoryReading read_cog",
    "exchange.comparison": "comparison_to_dict law_diff_to_dict",
    "exchange.conformance": "Concern Conformance Nonconformity conformance conformance_of_codings conformance_of_fhir",
    "exchange.converter": "configure_converter make_converter",
    "exchange.dossier": "dumps_dossier loads_dossier read_dossier read_dossiers read_structures write_dossier",
    "exchange.extracts": "BadExtract ExtractFault",
    "exchange.faults": "BadDossier Fault",
    "exchange.fhir": "FhirExport FhirReading NoSasForm SasOrganization from_fhir loads_fhir read_fhir sas_organization to_fhir",
    "exchange.finess": "FinessEstablishment FinessImport import_finess read_finess",
    "exchange.identifiers": "BadIdentifier Identification identify",
    "exchange.nomenclatures": "CodeSystem is_substitute system_of",
    "exchange.pseudonyms": "Pseudonyms WeakKey",
    "exchange.registers": "dumps_register loads_register read_register update_register write_register",
    "exchange.schema": "assessment_schema comparison_schema dossier_schema law_diff_schema register_schema",
    "exchange.sheets": "BadSheet MemberSheet SheetMerge dumps_members loads_members merge_members read_members write_members",
    "facts.belonging": "Belonging Belongings Candidature Departure Neighbours ReceivedPayment",
    "facts.checks": "BadFact",
    "facts.contracts": "ContractYear ContratACI MissionProgress SizeClass",
    "facts.envelopes": "Envelope",
    "facts.exercice": "Exercice",
    "facts.families": "Family",
    "facts.heirs": "Heir",
    "facts.indicateurs_msp": "IndicateursMSP",
    "facts.legal_forms": "LegalForm",
    "facts.memberships": "EndCause Exclusion ExclusionGround FeePayment Membership SecondMembershipGround WithdrawalBasis",
    "facts.missions": "Mission",
    "facts.modes": "Mode",
    "facts.organisation_kinds": "OrganisationKind",
    "facts.organisations": "Organisation",
    "facts.organs": "Organ",
    "facts.payments": "Payment PaymentNature YearOfPayments",
    "facts.people": "Person PersonRole Professional",
    "facts.professions": "Profession",
    "facts.projets": "DiagnosticTerritorial OppositionGround ProjetDeSante",
    "facts.reading": "ProfessionReading read_profession",
    "facts.sending": "DocumentKind LetterOfIntent Recipient SentDocument",
    "facts.stages": "Stage",
    "facts.statutes": "Admits College FeePeriod Quorum Statutes",
    "facts.structures": "CDS CPTS ESP ESS MSP SISA CentreDeSante DeathClause EquipeDeSoinsPrimaires EquipeDeSoinsSpecialises MaisonDeSante Structure TeamForm",
    "facts.territories": "CommuneFigure Territory",
    "law": "LAW",
    "law.rights": "rights",
    "law.statuts": "ClauseDifference Closing WhoSaysNo closings compare_statutes law_with_statutes statute_rules who_says_no",
    "life.ahead": "NextChange next_change",
    "life.associates": "AssociatesList associates_on associates_on_31_december",
    "life.basis": "Basis",
    "life.compare": "Comparison compare",
    "life.contract": "Clock ContractCalendar contract_calendar",
    "life.deadlines": "Deadline DeadlineKind Deadlines deadlines next_due",
    "life.diversity": "Diversity diversity",
    "life.funding": "Funding FundingLine FundingStatus Instalment funding",
    "life.machine": "Machine Standing State",
    "life.population": "PopulationBounds population_bounds read_figure size_classes",
    "life.projet": "NoProjetOfItsOwn projet_machine projet_state",
    "life.sending": "Checklist Region checklist",
    "life.sisa": "SISA_BELOW_MINIMUM dissolution_clock sisa_state",
    "life.stage": "StageReading stage_of tally",
    "register": "Change Effect Register RegisterAssessment Reorganisation Roll UnknownMember UnknownStructure",
    "register.assembly": "Elector Electorate QuorumAnswer",
    "register.headcount": "Denominator Headcount OtherDay Rate",
    "register.payments": "PaidBy PaymentReport payment_check",
    "register.status": "MembershipStatus",
    "report.associates": "associates_csv diversity_csv",
    "report.calendar": "calendar_of",
    "report.chronology": "chronology",
    "report.document": "html_report markdown_report",
    "report.pictures.belonging": "belonging_svg forms_svg",
    "report.pictures.mermaid": "states_mermaid timeline_mermaid",
    "report.pictures.states": "states_svg",
    "report.pictures.timeline": "timeline_svg",
    "report.pictures.versions": "versions_svg",
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME_OF})
