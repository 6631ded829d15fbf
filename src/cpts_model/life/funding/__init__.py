"""Money: what an agreement pays a structure for a year, in lines that add up."""

from cpts_model.life.funding.answer import funding
from cpts_model.life.funding.money import Funding, FundingLine, FundingStatus, Instalment

__all__ = ["Funding", "FundingLine", "FundingStatus", "Instalment", "funding"]
