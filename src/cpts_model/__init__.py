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
    from cpts_model.engine.errors import CptsModelError as CptsModelError
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
    from cpts_model.exchange.assessment import assessment_to_dict as assessment_to_dict
    from cpts_model.exchange.converter import configure_converter as configure_converter
    from cpts_model.exchange.converter import make_converter as make_converter
    from cpts_model.exchange.dossier import dumps_dossier as dumps_dossier
    from cpts_model.exchange.dossier import loads_dossier as loads_dossier
    from cpts_model.exchange.dossier import read_dossier as read_dossier
    from cpts_model.exchange.dossier import read_dossiers as read_dossiers
    from cpts_model.exchange.dossier import read_structures as read_structures
    from cpts_model.exchange.dossier import write_dossier as write_dossier
    from cpts_model.exchange.faults import BadDossier as BadDossier
    from cpts_model.exchange.faults import Fault as Fault
    from cpts_model.exchange.registers import dumps_register as dumps_register
    from cpts_model.exchange.registers import loads_register as loads_register
    from cpts_model.exchange.registers import read_register as read_register
    from cpts_model.exchange.registers import update_register as update_register
    from cpts_model.exchange.registers import write_register as write_register
    from cpts_model.exchange.schema import assessment_schema as assessment_schema
    from cpts_model.exchange.schema import dossier_schema as dossier_schema
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
    from cpts_model.facts.checks import BadFact as BadFact
    from cpts_model.facts.contracts import ContratACI as ContratACI
    from cpts_model.facts.contracts import Mission as Mission
    from cpts_model.facts.contracts import Payment as Payment
    from cpts_model.facts.contracts import PaymentNature as PaymentNature
    from cpts_model.facts.exercice import Exercice as Exercice
    from cpts_model.facts.families import Family as Family
    from cpts_model.facts.legal_forms import LegalForm as LegalForm
    from cpts_model.facts.memberships import EndCause as EndCause
    from cpts_model.facts.memberships import Exclusion as Exclusion
    from cpts_model.facts.memberships import ExclusionGround as ExclusionGround
    from cpts_model.facts.memberships import FeePayment as FeePayment
    from cpts_model.facts.memberships import Membership as Membership
    from cpts_model.facts.memberships import SecondMembershipGround as SecondMembershipGround
    from cpts_model.facts.modes import Mode as Mode
    from cpts_model.facts.organisation_kinds import OrganisationKind as OrganisationKind
    from cpts_model.facts.organisations import Organisation as Organisation
    from cpts_model.facts.organs import Organ as Organ
    from cpts_model.facts.people import Person as Person
    from cpts_model.facts.people import PersonRole as PersonRole
    from cpts_model.facts.people import Professional as Professional
    from cpts_model.facts.professions import Profession as Profession
    from cpts_model.facts.projets import DiagnosticTerritorial as DiagnosticTerritorial
    from cpts_model.facts.projets import OppositionGround as OppositionGround
    from cpts_model.facts.projets import ProjetDeSante as ProjetDeSante
    from cpts_model.facts.projets import Territory as Territory
    from cpts_model.facts.reading import ProfessionReading as ProfessionReading
    from cpts_model.facts.reading import read_profession as read_profession
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
    from cpts_model.facts.structures import EquipeDeSoinsPrimaires as EquipeDeSoinsPrimaires
    from cpts_model.facts.structures import EquipeDeSoinsSpecialises as EquipeDeSoinsSpecialises
    from cpts_model.facts.structures import MaisonDeSante as MaisonDeSante
    from cpts_model.facts.structures import Structure as Structure
    from cpts_model.facts.structures import TeamForm as TeamForm
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

_HOMES = {
    "api": "assess missing",
    "engine.assess": "Assessment",
    "engine.citations": "STATUTS Article Authority Citation Evidence",
    "engine.dates": "Period",
    "engine.errors": "CptsModelError RuleConflict RuleFailed UnknownRule",
    "engine.law": "Law",
    "engine.missing": "MissingFact",
    "engine.observe": "Fact",
    "engine.outcome": "Outcome",
    "engine.rule": "Modality Rule",
    "engine.text": "Text",
    "engine.unknown": "UNKNOWN OpenQuestion Unknown UnknownFact",
    "engine.verdict": "Verdict",
    "exchange.assessment": "assessment_to_dict",
    "exchange.converter": "configure_converter make_converter",
    "exchange.dossier": "dumps_dossier loads_dossier read_dossier read_dossiers read_structures write_dossier",
    "exchange.faults": "BadDossier Fault",
    "exchange.registers": "dumps_register loads_register read_register update_register write_register",
    "exchange.schema": "assessment_schema dossier_schema",
    "exchange.sheets": "BadSheet MemberSheet SheetMerge dumps_members loads_members merge_members read_members write_members",
    "facts.belonging": "Belonging Belongings Candidature Departure Neighbours",
    "facts.checks": "BadFact",
    "facts.contracts": "ContratACI Mission Payment PaymentNature",
    "facts.exercice": "Exercice",
    "facts.families": "Family",
    "facts.legal_forms": "LegalForm",
    "facts.memberships": "EndCause Exclusion ExclusionGround FeePayment Membership SecondMembershipGround",
    "facts.modes": "Mode",
    "facts.organisation_kinds": "OrganisationKind",
    "facts.organisations": "Organisation",
    "facts.organs": "Organ",
    "facts.people": "Person PersonRole Professional",
    "facts.professions": "Profession",
    "facts.projets": "DiagnosticTerritorial OppositionGround ProjetDeSante Territory",
    "facts.reading": "ProfessionReading read_profession",
    "facts.statutes": "Admits College FeePeriod Quorum Statutes",
    "facts.structures": "CDS CPTS ESP ESS MSP SISA CentreDeSante EquipeDeSoinsPrimaires EquipeDeSoinsSpecialises MaisonDeSante Structure TeamForm",
    "law": "LAW",
    "law.rights": "rights",
    "law.statuts": "ClauseDifference Closing WhoSaysNo closings compare_statutes law_with_statutes statute_rules who_says_no",
    "register": "Change Effect Register RegisterAssessment Reorganisation Roll UnknownMember UnknownStructure",
    "register.assembly": "Elector Electorate QuorumAnswer",
    "register.headcount": "Denominator Headcount OtherDay Rate",
    "register.payments": "PaidBy PaymentReport payment_check",
    "register.status": "MembershipStatus",
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
