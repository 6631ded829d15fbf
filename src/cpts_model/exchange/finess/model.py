"""What the FINESS register says of an establishment (ET: établissement, entité géographique), as it says it."""

from datetime import date
from enum import Enum
from typing import NamedTuple

import attrs

from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import UNKNOWN, Unknown

ACI = "ACI"
"""TRE_R278#ACI: the three-party contract of a CPTS with the ARS and health insurance."""


class FinessFormat(Enum):
    """The forms in which the register is published."""

    ETALAB = "etalab"
    COLUMNS = "columns"
    FINESS_PLUS = "finess-plus"

    @property
    def label(self) -> Text:
        """The form, in words."""
        return _FORMATS[self]


_FORMATS = {
    FinessFormat.ETALAB: Text(
        "extrait officiel des établissements (etalab)", "official extract of establishments (etalab)"
    ),
    FinessFormat.COLUMNS: Text("extrait à colonnes nommées", "extract with named columns"),
    FinessFormat.FINESS_PLUS: Text("flux « structures » de FINESS+", "FINESS+ flow “structures”"),
}


@attrs.frozen(slots=True, kw_only=True)
class FinessHeader:
    """What a file of the register says of itself: its form, the day it was drawn up, its version."""

    format: FinessFormat
    extracted_on: date | Unknown = UNKNOWN
    version: str | Unknown = UNKNOWN


class Place(NamedTuple):
    """Where something stands in a file: a line, or the path of an object of a JSON document (``$.pmej[3].ege[0]``)."""

    line: int | None = None
    path: str | None = None

    def to(self, lang: Lang) -> str:
        """The place, in words."""
        if self.line is None:
            return self.path or "FINESS"
        return f"ligne {self.line}" if lang == "fr" else f"line {self.line}"


NOWHERE = Place()
"""The place of what was not read in a file."""


@attrs.frozen(slots=True, kw_only=True)
class FinessDoubt:
    """What the register says and is probably wrong, or could not become a fact. It quotes no value."""

    problem: Text
    place: Place
    column: str | None = None

    def where(self, lang: Lang) -> str:
        """The place: line and column, or the path of a value."""
        place = self.place.to(lang)
        if self.column is None:
            return place
        return f"{place}, {_COLUMN.to(lang)} {self.column}" if self.place.line else f"{place}.{self.column}"

    def to(self, lang: Lang) -> str:
        """The doubt with its place."""
        return f"{self.where(lang)}{' : ' if lang == 'fr' else ': '}{self.problem.to(lang)}"


_COLUMN = Text("colonne", "column")


@attrs.frozen(slots=True, kw_only=True)
class FinessEngagement:
    """An engagement of an establishment (FINESS+): a contract, an order, a label."""

    kind: str | Unknown = UNKNOWN
    """Code of its type: ``CONV``, ``ARR``, ``CPOM``…"""
    subkind: str | Unknown = UNKNOWN
    """Code of its sub-type (TRE_R278): ``ACI``, ``ASE``, ``DIT``…"""
    effective_on: date | Unknown = UNKNOWN
    signed_on: date | Unknown = UNKNOWN
    ends_on: date | Unknown = UNKNOWN
    lapses_on: date | Unknown = UNKNOWN

    @property
    def is_aci(self) -> bool:
        """Whether it is an ACI contract: the code tells it by itself, as a type or as a sub-type."""
        return ACI in (self.kind, self.subkind)


@attrs.frozen(slots=True, kw_only=True)
class FinessEstablishment:
    """An establishment of the register. What its form of publication does not tell is UNKNOWN.

    ``commune`` is a COG code, ``departement`` the code of its département; both are those of the
    place where it stands. Days are the register's: ``opened_on`` is the day it says the
    establishment opened, which is neither the day an association was formed nor the day a
    contract was signed.
    """

    finess: str
    """FINESS number of the establishment (ET)."""
    finess_ej: str | Unknown = UNKNOWN
    """FINESS number of its legal entity (EJ)."""
    name: str | Unknown = UNKNOWN
    """Raison sociale, on 38 characters."""
    long_name: str | Unknown = UNKNOWN
    """Raison sociale longue."""
    category: str | Unknown = UNKNOWN
    """FINESS category, on three digits (TRE_R66, TRE_R397)."""
    category_label: str | Unknown = UNKNOWN
    siret: str | Unknown = UNKNOWN
    opened_on: date | Unknown = UNKNOWN
    authorised_on: date | Unknown = UNKNOWN
    closed_on: date | Unknown = UNKNOWN
    updated_on: date | Unknown = UNKNOWN
    active: bool | Unknown = UNKNOWN
    """The state that FINESS+ tells (TRE_R386)."""
    commune: str | Unknown = UNKNOWN
    departement: str | Unknown = UNKNOWN
    postal_code: str | Unknown = UNKNOWN
    entity_name: str | Unknown = UNKNOWN
    """Name of the legal entity."""
    entity_siren: str | Unknown = UNKNOWN
    entity_status: str | Unknown = UNKNOWN
    """Legal status of the legal entity (TRE_R72, TRE_R400)."""
    engagements: tuple[FinessEngagement, ...] | Unknown = UNKNOWN
    doubts: tuple[FinessDoubt, ...] = ()
    place: Place = NOWHERE
    header: FinessHeader

    @property
    def is_closed(self) -> bool:
        """Whether the register says that it is closed: by its state, or by a day no later than the extract's."""
        if isinstance(self.active, bool):
            return not self.active
        if isinstance(self.closed_on, Unknown):
            return False
        extracted_on = self.header.extracted_on
        return isinstance(extracted_on, Unknown) or self.closed_on <= extracted_on
