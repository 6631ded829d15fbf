"""The dossier to send to the agency and to health insurance: what is asked, what is there, what is due."""

from cpts_model.life.sending.checklist import Checklist, checklist
from cpts_model.life.sending.item import Item, ItemState, Section
from cpts_model.life.sending.letter import Region

__all__ = ["Checklist", "Item", "ItemState", "Region", "Section", "checklist"]
