"""Membership across structures and in time: the register, and what can be asked of it."""

from cpts_model.register.assembly import Elector, Electorate, QuorumAnswer
from cpts_model.register.assessment import RegisterAssessment
from cpts_model.register.change import Change, Reorganisation
from cpts_model.register.effects import Effect
from cpts_model.register.errors import UnknownMember, UnknownStructure
from cpts_model.register.headcount import Denominator, Headcount, OtherDay, Rate
from cpts_model.register.payments import PaidBy, PaymentReport, payment_check
from cpts_model.register.register import Register
from cpts_model.register.roll import Roll
from cpts_model.register.status import MembershipStatus

__all__ = [
    "Change",
    "Denominator",
    "Effect",
    "Elector",
    "Electorate",
    "Headcount",
    "MembershipStatus",
    "OtherDay",
    "PaidBy",
    "PaymentReport",
    "QuorumAnswer",
    "Rate",
    "Register",
    "RegisterAssessment",
    "Reorganisation",
    "Roll",
    "UnknownMember",
    "UnknownStructure",
    "payment_check",
]
