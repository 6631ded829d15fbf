"""Article L1434-12-1 of the code de la santé publique: the CPTS is an association."""

from datetime import date

import attrs

from cpts_model.engine.citations import (
    CODE_CIVIL_LOCAL,
    CSP,
    Article,
    ArticleVersion,
    Authority,
    Citation,
    Evidence,
    not_yet,
)
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import both, either
from cpts_model.facts.structures import CPTS
from cpts_model.law.sources import CODE_COPY_2023, Source

READ_2021 = Source(
    f"ordonnance n° 2021-584, art. 1er (JORFTEXT000043496493, Légifrance) ; {CODE_COPY_2023.where}",
    CODE_COPY_2023.seen_on,
)
REPORTED_GRACE = Source(
    "délai rapporté par lemediasocial.fr (la forme associative imposée aux CPTS par ordonnance)",
    date(2022, 5, 14),
)
OBLIGATION_SINCE = date(2021, 5, 14)
GRACE_ENDS = date(2022, 5, 14)
"""The last day that CPTS formed before the obligation had to become an association."""

L1434_12_1 = Article(
    code=CSP,
    number="L1434-12-1",
    title=Text("Forme associative de la CPTS", "A CPTS is an association"),
    checked_on=READ_2021.seen_on,
    versions=(
        not_yet(OBLIGATION_SINCE, Evidence.VERIFIED),
        ArticleVersion(
            period=since(2021, 5, 14), evidence=Evidence.VERIFIED,
            act=Text("ordonnance n° 2021-584 du 12 mai 2021, art. 1er", "ordinance 2021-584 of 12 May 2021, art. 1"),
        ),
    ),
)  # fmt: skip


# --- An association of the law of 1 July 1901; under local law in Haut-Rhin, Bas-Rhin and Moselle


def is_an_association_of_its_seat(cpts: CPTS, on: date) -> bool:
    """An association of the law of 1 July 1901 or, by its seat, of the local civil code."""
    form = cpts.legal_form
    return form is not None and either(
        lambda: both(lambda: cpts.in_alsace_moselle, lambda: form.is_association_droit_local),
        lambda: both(lambda: not cpts.in_alsace_moselle, lambda: form.is_association_1901),
    )


def formed_under_the_obligation(cpts: CPTS, on: date) -> bool:
    """Those formed before 14 May 2021 had a year: until 14 May 2022."""
    return cpts.formed_on >= OBLIGATION_SINCE


ASSOCIATION = Rule(
    id="cpts.association",
    cites=L1434_12_1.cite(),
    also_cites=(Citation(CODE_CIVIL_LOCAL, "21"),),
    in_force=since(2022, 5, 15),
    about=CPTS,
    holds=is_an_association_of_its_seat,
    modality=Modality.OBLIGATION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_2021.seen_on,
    source=READ_2021.where,
    title=Text(
        "La CPTS est une association de la loi du 1er juillet 1901 ; si son siège est dans le Haut-Rhin, le Bas-Rhin ou la Moselle, "
        "une association de droit local (articles 21 à 79-3 du code civil local).",
        "A CPTS is an association of the law of 1 July 1901; with its seat in Haut-Rhin, Bas-Rhin or Moselle, "
        "an association under local law (articles 21 to 79-3 of the local civil code).",
    ),
    remedy=Text(
        "Constituer la CPTS en association de la loi de 1901, ou de droit local si son siège est en Alsace-Moselle.",
        "Constitute the CPTS as an association, under the law of its seat.",
    ),
    note=Text(
        "C'est le siège qui compte, et non le territoire d'action.",
        "The seat decides, not the territory of action.",
    ),
)

ASSOCIATION_GRACE = attrs.evolve(
    ASSOCIATION,
    in_force=since(2021, 5, 14).before(2022, 5, 15),
    applies=formed_under_the_obligation,
    checked_on=REPORTED_GRACE.seen_on,
    source=f"{READ_2021.where} ; {REPORTED_GRACE.where}",
    note=Text(
        "L'obligation est lue dans l'ordonnance ; une CPTS constituée avant le 14 mai 2021 a jusqu'au 14 mai 2022 pour devenir une "
        "association, selon une source secondaire.",
        "The duty was read in the ordinance; a CPTS formed before 14 May 2021 has until 14 May 2022 to become an association, "
        "according to a secondary source.",
    ),
)

ARTICLES = (L1434_12_1,)
RULES = (ASSOCIATION_GRACE, ASSOCIATION)
