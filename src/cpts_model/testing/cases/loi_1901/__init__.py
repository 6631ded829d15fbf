"""The law of associations: joining, being refused, leaving, being excluded; and local law in Alsace-Moselle."""

from cpts_model.testing.cases.loi_1901 import adhesion, alsace_moselle, exclusion, retrait

CASES = (*adhesion.CASES, *retrait.CASES, *exclusion.CASES, *alsace_moselle.CASES)
