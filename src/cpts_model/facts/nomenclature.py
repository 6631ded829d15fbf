"""Codes of the health nomenclatures (NOS), each with the days on which it may be used.

What a nomenclature says and what the law says are independent: five professions of the
public health code left TRE_G15 in 2024 and are health professions all the same.
"""

from datetime import date

import attrs

G15 = "TRE_G15-ProfessionSante"
R85 = "TRE_R85-RolePriseCharge"
R94 = "TRE_R94-ProfessionSocial"
R95 = "TRE_R95-UsagerTitre"
R291 = "TRE_R291-AutreProfession"

SEEN = {
    G15: "20250328120000",
    R85: "20260505120000",
    R94: "20241213120000",
    R95: "20241213120000",
    R291: "20231215120000",
}
"""The version of each nomenclature in which its codes were read (for TRE_R85, of JDV_J108)."""


def uri(system: str) -> str:
    """The address that names a nomenclature in FHIR."""
    return f"https://mos.esante.gouv.fr/NOS/{system}/FHIR/{system.replace('_', '-', 1)}"


@attrs.frozen(slots=True, kw_only=True)
class NomenclatureCode:
    """A code of a nomenclature.

    ``role`` is the second code that makes the first one say something: a profession that
    is recorded by its role is TRE_R291#99 combined with a code of TRE_R85.
    ``valid_from`` is ``None`` where the day was not read, ``deprecated_on`` where the
    code is active in the version ``seen``.
    """

    system: str
    code: str
    label: str
    """The label in the nomenclature, which is French and may differ from the law's word."""
    valid_from: date | None = None
    deprecated_on: date | None = None
    replaced_by: str | None = None
    """The code that took its place: ``TRE_R85-RolePriseCharge#313``."""
    role: "NomenclatureCode | None" = None
    seen: str
    """The version of the nomenclature in which this was read."""

    @property
    def uri(self) -> str:
        """The address that names the nomenclature in FHIR."""
        return uri(self.system)

    @property
    def is_active(self) -> bool:
        """Whether the code was active in the version read."""
        return self.deprecated_on is None

    def active_on(self, day: date) -> bool:
        """Whether the code may be used for a day; not from the day of its deprecation on."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.deprecated_on is None or day < self.deprecated_on
        )

    @property
    def token(self) -> str:
        """System and code, as one writes them: ``TRE_G15-ProfessionSante#60``."""
        return f"{self.system}#{self.code}"

    def __str__(self) -> str:
        return self.token if self.role is None else f"{self.token} + {self.role.token}"


def active(system: str, code: str, label: str) -> NomenclatureCode:
    """A code that is active in the version read."""
    return NomenclatureCode(system=system, code=code, label=label, seen=SEEN[system])


def deprecated(
    system: str, code: str, label: str, on: date, replaced_by: str | None = None
) -> NomenclatureCode:
    """A code that is not to be used from a day on."""
    return NomenclatureCode(
        system=system, code=code, label=label, deprecated_on=on, replaced_by=replaced_by, seen=SEEN[system]
    )


def by_role(code: str, label: str) -> NomenclatureCode:
    """A profession recorded by its role: TRE_R291#99 combined with a code of TRE_R85."""
    return NomenclatureCode(
        system=R291,
        code="99",
        label="Acteur participant au système de santé caractérisé par rôle",
        role=active(R85, code, label),
        seen=SEEN[R291],
    )
