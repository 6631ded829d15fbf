"""The Annuaire Santé: the open extract of the professionals (RPPS), read person by person.

The extract says who practises where. It does not say who is a member of a structure, nor
whether somebody is on the register of an ordre on a day: those facts stay UNKNOWN.
"""

from cpts_model.exchange.annuaire.merging import AnnuaireMerge, merge_annuaire
from cpts_model.exchange.annuaire.model import Activity, AnnuaireNote, RegisteredProfessional
from cpts_model.exchange.annuaire.reading import read_annuaire
from cpts_model.exchange.annuaire.writing import write_professionals

__all__ = [
    "Activity",
    "AnnuaireMerge",
    "AnnuaireNote",
    "RegisteredProfessional",
    "merge_annuaire",
    "read_annuaire",
    "write_professionals",
]
