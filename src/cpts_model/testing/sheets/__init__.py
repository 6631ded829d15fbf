"""Lists of members as people keep them, with the truth beside: for testing what reads such files."""

from cpts_model.testing.sheets.kinds import Column, Dirt, Layout
from cpts_model.testing.sheets.strategy import member_sheets
from cpts_model.testing.sheets.truth import MemberSheet, OpenCell, SheetMember

__all__ = ["Column", "Dirt", "Layout", "MemberSheet", "OpenCell", "SheetMember", "member_sheets"]
