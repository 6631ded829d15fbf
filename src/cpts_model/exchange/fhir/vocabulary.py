"""The names that FHIR resources use: systems, extensions, profiles, and those of this library.

The French ones are those of the Annuaire Santé (AS-DP 1.2.0-snapshot-2), of FR Core 2.2.0 and
of the SAS (1.2.0). What begins with ``urn:cpts-model:`` is of this library and official nowhere.
"""

from collections.abc import Mapping
from types import MappingProxyType

from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.structures import (
    CPTS,
    CentreDeSante,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
    Structure,
)

# --- Identifiers

ID_NAT_PS = "urn:oid:1.2.250.1.71.4.2.1"
ID_NAT_STRUCT = "urn:oid:1.2.250.1.71.4.2.2"
RPPS = "https://rpps.esante.gouv.fr"
FINESS = "https://finess.esante.gouv.fr"
SIRENE = "https://sirene.fr"
AMELI = "https://www.ameli.fr"
RPPS_RANG = "https://rppsrang.esante.gouv.fr"

IDENTIFIER_TYPES = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203"

OWN_ID = "urn:cpts-model:id:"
"""What the systems of dossier ids begin with: the word after says what the resource is."""
STRUCTURE, LEGAL_ENTITY_OF = "structure", "legal-entity-of"
ORGANISATION, PROFESSIONAL, PERSON = "organisation", "professional", "person"

OWN_NUMBER = "urn:cpts-model:number:"
"""What the systems begin with of numbers that have not the form of the national ones: a pseudonym, a slip of the pen."""
OWN_NUMBERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "rpps": (RPPS, "RPPS"),
        "numero-am": (AMELI, ""),
        "finess": (FINESS, ""),
        "finess-eg": (FINESS, "FINEG"),
        "finess-ej": (FINESS, "FINEJ"),
        "siren": (SIRENE, "SIREN"),
        "siret": (SIRENE, "SIRET"),
    }
)
"""The word after, and the national system and type that it stands in for."""

# --- Codes

ORGANISATION_TYPES = "https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-3307"
LEGAL_ENTITY, GEOGRAPHICAL_ENTITY = "LEGAL-ENTITY", "GEOGRAPHICAL-ENTITY"
AFFILIATION_ROLES = "http://hl7.org/fhir/organization-role"
MEMBER = "member"

OWN_STRUCTURE_KIND = "urn:cpts-model:structure-kind"
OWN_LEGAL_FORM = "urn:cpts-model:legal-form"
OWN_ORGANISATION_KIND = "urn:cpts-model:organisation-kind"
OWN_PROFESSION = "urn:cpts-model:profession"
OWN_PERSON_ROLE = "urn:cpts-model:person-role"
OWN_BELONGING = "urn:cpts-model:belonging"
OWN_TAG = "urn:cpts-model:tag"

ADHERENT, PARTENAIRE, NON_PRECISE, SALARIE, ASSOCIE = (
    "adherent",
    "partenaire",
    "non-precise",
    "salarie",
    "associe",
)
"""How somebody belongs to a structure: a member, a mere partner, one or the other, an employee; a partner of the SISA."""

STATUS_OF_SISA = "80"
CATEGORIES: Mapping[type[Structure], str] = MappingProxyType(
    {CPTS: "604", MaisonDeSante: "603", CentreDeSante: "124", EquipeDeSoinsSpecialises: "647"}
)
"""The FINESS category that a structure is written with; an équipe de soins primaires has none."""
SECTORS: Mapping[type[Structure], str] = MappingProxyType({MaisonDeSante: "SA52", CentreDeSante: "SA05"})
"""The sector of activity (TRE_R02) that names the structure. Which one a CPTS has was not found."""

_CLASSES: Mapping[OrganisationKind, type[Structure]] = MappingProxyType(
    {
        OrganisationKind.CPTS: CPTS,
        OrganisationKind.MAISON_DE_SANTE: MaisonDeSante,
        OrganisationKind.CENTRE_DE_SANTE: CentreDeSante,
        OrganisationKind.EQUIPE_DE_SOINS_SPECIALISES: EquipeDeSoinsSpecialises,
    }
)


def class_of_category(category: str) -> type[Structure] | None:
    """The structure of coordinated care that a FINESS category stands for, where it does."""
    kind = OrganisationKind.from_finess(category)
    return None if kind is None else _CLASSES.get(kind)


# --- Extensions

TYPE_SLICE = "https://interop.esante.gouv.fr/ig/fhir/annuaire/StructureDefinition/as-ext-organization-types"
INSEE_CODE = "https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-address-insee-code"
ORGANISATION_PERIOD = "http://hl7.org/fhir/StructureDefinition/organization-period"
DATA_ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
KNOWN_ABSENT = "urn:cpts-model:extension:known-absent"
"""Names a fact of which it is known that there is none (``null`` in a dossier), or a list known to be empty."""
WHOLE_LISTS: Mapping[str, str] = MappingProxyType(
    {name: f"urn:cpts-model:extension:{name}" for name in ("members", "salaried")}
)
"""Say that a list is whole, and how many are on it: resources that came without the others are then seen to be missing."""

# --- Profiles

_ANNUAIRE = "https://interop.esante.gouv.fr/ig/fhir/annuaire/StructureDefinition/"
_FR_CORE = "https://hl7.fr/ig/fhir/core/StructureDefinition/"
_AS_VERSION, _CORE_VERSION = "1.2.0-snapshot-2", "2.2.0"


def _profiles(annuaire: str, core: str) -> tuple[str, str]:
    return (f"{_ANNUAIRE}{annuaire}|{_AS_VERSION}", f"{_FR_CORE}{core}|{_CORE_VERSION}")


ORGANISATION_PROFILES = _profiles("as-dp-organization", "fr-core-organization")
PRACTITIONER_PROFILES = _profiles("as-dp-practitioner", "fr-core-practitioner")
SAS_ORGANISATION = (
    "https://interop.esante.gouv.fr/ig/fhir/sas/StructureDefinition/sas-cpts-organization-aggregator"
)

BASE = "https://cpts-model.invalid/fhir"
"""Where the resources of a bundle stand: nowhere. Names in ``.invalid`` belong to nobody, and references resolve all the same."""
