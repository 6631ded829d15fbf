"""Membership across structures and in time: the register."""

from cpts_model.register.assessment import RegisterAssessment
from cpts_model.register.change import Change, Reorganisation
from cpts_model.register.effects import Effect
from cpts_model.register.errors import UnknownMember, UnknownStructure
from cpts_model.register.register import Register
from cpts_model.register.roll import Roll

__all__ = [
    "Change",
    "Effect",
    "Register",
    "RegisterAssessment",
    "Reorganisation",
    "Roll",
    "UnknownMember",
    "UnknownStructure",
]
