"""Who may belong to which structure of coordinated care, and in which legal form: tables of verdicts."""

from cpts_model.report.belonging.cells import Candidate, Cell, Column, Row, Standing
from cpts_model.report.belonging.forms import forms, managing_bodies, team_forms
from cpts_model.report.belonging.members import belonging

__all__ = [
    "Candidate",
    "Cell",
    "Column",
    "Row",
    "Standing",
    "belonging",
    "forms",
    "managing_bodies",
    "team_forms",
]
