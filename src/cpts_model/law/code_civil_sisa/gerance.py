"""Code civil, article 1846-1: a company without a gérant."""

from datetime import date

from cpts_model.engine.citations import CSP, Authority, Citation, Evidence
from cpts_model.engine.dates import months_elapsed, since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.facts.structures import SISA
from cpts_model.law.code_civil_sisa.article import C_CIV_1846_1, read

READ = read("LEGIARTI000006444247")
MONTHS_WITHOUT_GERANT = 12
"""« plus d'un an »."""


def without_gerant_for_over_a_year(sisa: SISA, on: date) -> bool:
    """« lorsqu'elle est dépourvue de gérant depuis plus d'un an »."""
    since_when = sisa.without_gerant_since
    if since_when is None or since_when > on:
        return False
    assert isinstance(since_when, date)
    return months_elapsed(since_when, MONTHS_WITHOUT_GERANT, on)


GERANCE = Rule(
    id="sisa.gerance",
    cites=C_CIV_1846_1.cite(),
    also_cites=(Citation(CSP, "L4041-1"),),
    in_force=since(2011, 8, 12),
    about=SISA,
    holds=without_gerant_for_over_a_year,
    modality=Modality.PERMISSION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ.seen_on,
    source=READ.where,
    upon=Text("tout intéressé", "anyone interested"),
    title=Text(
        "Quand la société est dépourvue de gérant depuis plus d'un an, tout intéressé peut demander au tribunal sa dissolution "
        "anticipée.",
        "When the company has had no manager for over a year, anyone interested may ask the court to dissolve it.",
    ),
    remedy=Text(
        "La demande n'est pas ouverte tant que la société a un gérant, ou n'en manque pas depuis plus d'un an.",
        "The request is not open as long as the company has a manager, or has not lacked one for over a year.",
    ),
    note=Text(
        "Le gérant n'est pas forcément un associé (code civil, art. 1846).",
        "The manager need not be a partner (civil code, art. 1846).",
    ),
)

RULES = (GERANCE,)
