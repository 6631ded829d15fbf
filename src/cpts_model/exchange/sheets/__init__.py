"""Spreadsheets of members: read as they are, with every doubt and its cell; merged; written to be read back."""

from cpts_model.exchange.sheets.faults import BadSheet
from cpts_model.exchange.sheets.merging import Completion, Conflict, Refusal, SheetMerge, merge_members
from cpts_model.exchange.sheets.model import (
    Dialect,
    Double,
    Doubt,
    How,
    MemberSheet,
    SheetColumn,
    SheetFault,
    SheetRow,
)
from cpts_model.exchange.sheets.reading import loads_members, read_members
from cpts_model.exchange.sheets.roles import Role
from cpts_model.exchange.sheets.writing import dumps_members, write_members

__all__ = [
    "BadSheet",
    "Completion",
    "Conflict",
    "Dialect",
    "Double",
    "Doubt",
    "How",
    "MemberSheet",
    "Refusal",
    "Role",
    "SheetColumn",
    "SheetFault",
    "SheetMerge",
    "SheetRow",
    "dumps_members",
    "loads_members",
    "merge_members",
    "read_members",
    "write_members",
]
