"""FHIR R4: structures and their members as resources, and resources as structures.

The resources follow the profiles of the Annuaire Santé and of FR Core where there is one; the
membership of a structure has none, and says so.
"""

from cpts_model.exchange.fhir.export import FhirExport as FhirExport
from cpts_model.exchange.fhir.export import to_fhir as to_fhir
from cpts_model.exchange.fhir.exported import is_fhir_export as is_fhir_export
from cpts_model.exchange.fhir.findings import Note as Note
from cpts_model.exchange.fhir.findings import Outcome as Outcome
from cpts_model.exchange.fhir.reading import FhirReading as FhirReading
from cpts_model.exchange.fhir.reading import from_fhir as from_fhir
from cpts_model.exchange.fhir.reading import loads_fhir as loads_fhir
from cpts_model.exchange.fhir.reading import read_fhir as read_fhir
from cpts_model.exchange.fhir.remarks import LeftOut as LeftOut
from cpts_model.exchange.fhir.sas import NoSasForm as NoSasForm
from cpts_model.exchange.fhir.sas import SasOrganization as SasOrganization
from cpts_model.exchange.fhir.sas import sas_organization as sas_organization
