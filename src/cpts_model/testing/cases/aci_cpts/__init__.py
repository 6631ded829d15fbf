"""The ACI of CPTS: the contract, its missions and their calendar, its size."""

from cpts_model.testing.cases.aci_cpts import contract, missions, sizes

CASES = (*contract.CASES, *missions.CASES, *sizes.CASES)
