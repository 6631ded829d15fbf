"""What was paid, by the year it was paid for."""

from functools import partial

from cpts_model.engine.citations import Evidence
from cpts_model.engine.text import Text
from pages.figures import sources as read
from pages.figures.model import Unit, When, reported

_to_msp = partial(
    reported,
    source=read.AVECSANTE_2025,
    short=Text("aux maisons de santé", "to maisons de santé"),
    counts=Text("versé aux maisons de santé au titre de l'ACI", "paid to maisons de santé under the ACI"),
    unit=Unit.MILLION_EUROS,
)
_to_cpts = partial(
    reported,
    source=read.SENATE_2025,
    short=Text("aux CPTS", "to CPTS"),
    counts=Text("versé aux CPTS au titre de l'ACI", "paid to CPTS under the ACI"),
    unit=Unit.MILLION_EUROS,
    evidence=Evidence.VERIFIED,
)
_mean = partial(
    reported,
    short=Text("moyenne par maison de santé", "mean by maison de santé"),
    counts=Text(
        "rémunération moyenne d'une maison de santé au titre de l'ACI",
        "mean payment of a maison de santé under the ACI",
    ),
    unit=Unit.EUROS,
)

PAID_MSP = (_to_msp(46.6, When(2018)), _to_msp(153.5, When(2023)))
PAID_CPTS = (_to_cpts(105.8, When(2022)), _to_cpts(121, When(2023)))
MEAN_MSP = (
    _mean(66000, When(2016), read.PAPS_2017, evidence=Evidence.VERIFIED),
    _mean(72415, When(2022), read.AVECSANTE_2025),
    _mean(80040, When(2023), read.AVECSANTE_2025),
)
