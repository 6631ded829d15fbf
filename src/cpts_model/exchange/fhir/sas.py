"""A CPTS as the platform of the service d'accès aux soins (SAS) names it: an Organization of one number."""

import re

import attrs

from cpts_model.engine.errors import CptsModelError
from cpts_model.engine.text import Text
from cpts_model.exchange.fhir.elements_out import Json, has_form, identifier, resource_id, told_text
from cpts_model.exchange.fhir.elements_out import meta as claimed
from cpts_model.exchange.fhir.vocabulary import ID_NAT_STRUCT, SAS_ORGANISATION
from cpts_model.exchange.identifiers import finess
from cpts_model.facts.structures import CPTS, Structure

_INVARIANT = re.compile(r"1[0-9]{9}", re.ASCII)
"""What the profile asks of the number: 1, then the nine digits of the FINESS number."""
_CORSICA = Text(
    "le profil SAS n'admet que des chiffres (^1[0-9]{9}$) : il rejette le numéro FINESS de toute CPTS de Corse (2A, "
    "2B) ; la ressource est écrite comme la spécification le veut, et ne passera pas sa validation",
    "the SAS profile admits digits alone (^1[0-9]{9}$): it rejects the FINESS number of every CPTS of Corsica (2A, 2B); the "
    "resource is written as the specification has it, and will not pass its validation",
)
_KEY = Text(
    "la clé du numéro FINESS est fausse : il est écrit tel quel",
    "the key of the FINESS number is wrong: it is written as it is",
)


class NoSasForm(CptsModelError, ValueError):
    """A structure that the SAS has no Organization for; ``reason`` says why."""

    def __init__(self, structure_id: str, reason: Text) -> None:
        super().__init__(structure_id, reason)
        self.structure_id = structure_id
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.structure_id!r}: {self.reason.en}"


@attrs.frozen(slots=True, kw_only=True)
class SasOrganization:
    """The Organization of a CPTS in the SAS, and what to know of it."""

    resource: Json
    warnings: tuple[Text, ...] = ()


def sas_organization(structure: Structure) -> SasOrganization:
    """The Organization of a CPTS, as the profile ``sas-cpts-organization-aggregator`` (SAS 1.2.0) has it.

    Raises:
        NoSasForm: it is no CPTS, or no FINESS number of it is told.
    """
    if not isinstance(structure, CPTS):
        raise NoSasForm(structure.id, Text("seule une CPTS a cette forme", "only a CPTS has this form"))
    number = structure.finess
    if not has_form("finess", number):
        raise NoSasForm(
            structure.id,
            Text(
                "il faut son numéro FINESS, de neuf caractères",
                "its FINESS number is needed, of nine characters",
            ),
        )
    national = identifier(ID_NAT_STRUCT, f"1{number}", "IDNST")
    name = told_text(structure.name)
    resource = {
        "resourceType": "Organization",
        "id": resource_id(structure.id),
        "meta": claimed((SAS_ORGANISATION,)),
        "identifier": [{key: national[key] for key in ("type", "system", "value")}],
    } | ({} if name is None else {"name": name})
    remarks = ((_CORSICA, not _INVARIANT.fullmatch(f"1{number}")), (_KEY, not finess.is_valid(number)))
    return SasOrganization(resource=resource, warnings=tuple(text for text, holds in remarks if holds))
