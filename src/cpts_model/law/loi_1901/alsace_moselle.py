"""Associations seated in Alsace-Moselle: the local civil code."""

from datetime import date

from cpts_model.engine.citations import CODE_CIVIL_LOCAL, Authority, Citation, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import any_of
from cpts_model.facts.structures import (
    CPTS,
    EquipeDeSoinsPrimaires,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
    Structure,
)
from cpts_model.law.sources import Source

FOUNDERS = 7
REPORTED = Source(
    "maif.fr, « Alsace-Moselle : les associations inscrites », mars 2023 ; bas-rhin.gouv.fr", date(2023, 3, 1)
)


def is_an_association(structure: Structure, on: date) -> bool:
    """An association, whatever law it names."""
    return structure.legal_form is not None and structure.legal_form.is_association


def is_seated_in_alsace_moselle(structure: Structure, on: date) -> bool:
    """The seat, and not the territory, says which law governs."""
    return structure.in_alsace_moselle


def seven_members_signed(structure: Structure, on: date) -> bool:
    """Seven members at least signed the statutes, in a version that had begun.

    Raises:
        NotSettled: who signed it is unknown, or those of so early a day were not told.
    """
    if structure.statutes_on(on) is None:
        return False
    begun = (
        version
        for version in structure.statutes or ()
        if version.in_force_since is None or version.in_force_since <= on
    )
    return any_of(begun, lambda version: version.signatories >= FOUNDERS)


SEPT_MEMBRES = Rule(
    id="association.alsace-moselle-sept-membres",
    cites=Citation(CODE_CIVIL_LOCAL, "56"),
    in_force=since(1924, 6, 1),
    about=(CPTS, EquipeDeSoinsPrimaires, EquipeDeSoinsSpecialises, MaisonDeSante),
    applies=(is_an_association, is_seated_in_alsace_moselle),
    holds=seven_members_signed,
    modality=Modality.PERMISSION,
    authority=Authority.LAW,
    evidence=Evidence.SECONDARY,
    checked_on=REPORTED.seen_on,
    source=REPORTED.where,
    title=Text(
        "Une association qui a son siège en Alsace-Moselle peut être inscrite au registre des associations : sept membres au "
        "moins ont signé ses statuts.",
        "An association seated in Alsace-Moselle may be entered in the register of associations: at least seven members signed "
        "its statutes.",
    ),
    remedy=Text(
        "Faire signer les statuts par sept membres au moins avant de demander l'inscription.",
        "Have the statutes signed by at least seven members before asking for registration.",
    ),
    note=Text(
        "Condition de l'inscription, qui donne la capacité juridique. C'est le siège qui compte, et non le territoire d'action. "
        "L'article est plus ancien ; la date est celle de la loi du 1er juin 1924, qui l'a maintenu en vigueur.",
        "A condition of registration, which gives legal capacity. The seat decides, not the territory of action. The article is "
        "older; the date is that of the law of 1 June 1924, which kept it in force.",
    ),
)

RULES = (SEPT_MEMBRES,)
