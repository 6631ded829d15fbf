"""Whether the codes and the numbers of a dossier, or of a FHIR resource, may stand on a day.

A code is held against the nomenclatures as they were read (:mod:`cpts_model.exchange.nomenclatures`):
what is deprecated, not valid yet or not there is named with its place, since when and by what it was
replaced, and the version that says so. Numbers are held against their shape and key; none is quoted.
"""

from cpts_model.exchange.conformance.codings import conformance_of_codings as conformance_of_codings
from cpts_model.exchange.conformance.codings import conformance_of_fhir as conformance_of_fhir
from cpts_model.exchange.conformance.dossiers import conformance as conformance
from cpts_model.exchange.conformance.files import conformance_of_file as conformance_of_file
from cpts_model.exchange.conformance.model import Concern as Concern
from cpts_model.exchange.conformance.model import Conformance as Conformance
from cpts_model.exchange.conformance.model import Nonconformity as Nonconformity
from cpts_model.exchange.conformance.model import Note as Note
from cpts_model.exchange.conformance.model import conformance_to_dict as conformance_to_dict
