"""ACI of the maisons de santé: points for indicators, and the euros of a point.

What is held here is the table of the first avenant, applied to civil years from 2022. It was
not read in the text of the agreement: rows that a report of the agreement confirms count,
the others say why they do not. The table of 2017 and that of the second avenant were not
found.
"""

from cpts_model.law.aci_msp.points import TABLE, Axis, PointsRow, RowKind, Scale, most_points, points_of
from cpts_model.law.aci_msp.regime import PREREQUISITES, table_of

__all__ = [
    "PREREQUISITES",
    "TABLE",
    "Axis",
    "PointsRow",
    "RowKind",
    "Scale",
    "most_points",
    "points_of",
    "table_of",
]
