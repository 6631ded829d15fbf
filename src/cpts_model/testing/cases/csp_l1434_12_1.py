"""L1434-12-1: the CPTS is an association, of the law that governs its seat."""

from datetime import date

import attrs
from hypothesis import strategies as st

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.structures import CPTS
from cpts_model.testing.case import Build, Case
from cpts_model.testing.days import days_before, days_between
from cpts_model.testing.telling import either, telling, together

OBLIGATION = date(2021, 5, 14)
LOCAL_LAW = st.sampled_from(["67", "68", "57"])
"""Bas-Rhin, Haut-Rhin, Moselle."""
LAW_OF_1901 = st.sampled_from(["33", "75", "2A", "54", "974"])
"""Seats anywhere else: Meurthe-et-Moselle is not Moselle."""
NO_ASSOCIATION = st.sampled_from(
    [None, LegalForm.SISA, LegalForm.SCM, LegalForm.GCS, LegalForm.GIE, LegalForm.FONDATION, LegalForm.OTHER]
)

# --- « association régie par la loi du 1er juillet 1901 », or by articles 21 to 79-3 of the local civil code, by its seat

AN_ASSOCIATION = either(
    telling(seat_departement=LAW_OF_1901, legal_form=LegalForm.ASSOCIATION),
    telling(seat_departement=LOCAL_LAW, legal_form=LegalForm.ASSOCIATION_DROIT_LOCAL),
)
ANOTHER_FORM = either(
    telling(seat_departement=LAW_OF_1901, legal_form=NO_ASSOCIATION),
    telling(seat_departement=LOCAL_LAW, legal_form=NO_ASSOCIATION),
    telling(seat_departement=UNKNOWN, legal_form=NO_ASSOCIATION),
    telling(seat_departement=LAW_OF_1901, legal_form=LegalForm.ASSOCIATION_DROIT_LOCAL),
    telling(seat_departement=LOCAL_LAW, legal_form=LegalForm.ASSOCIATION),
)
FORM_NOT_SAID = either(
    telling(seat_departement=LAW_OF_1901, legal_form=UNKNOWN),
    telling(
        seat_departement=UNKNOWN,
        legal_form=st.sampled_from([LegalForm.ASSOCIATION, LegalForm.ASSOCIATION_DROIT_LOCAL]),
    ),
)


def formed_on_any_day(build: Build) -> Build:
    """Whenever the CPTS was formed: on a day told or not."""
    return together(build, telling(formed_on=lambda on: st.one_of(st.just(UNKNOWN), days_before(on))))


ASSOCIATION = Case(
    rule="cpts.association",
    in_force=since(2022, 5, 15),
    about=(CPTS,),
    satisfied=formed_on_any_day(AN_ASSOCIATION),
    violated=formed_on_any_day(ANOTHER_FORM),
    undetermined=formed_on_any_day(FORM_NOT_SAID),
)

# --- Those formed before had until 14 May 2022

FORMED_UNDER_IT = telling(formed_on=lambda on: days_between(OBLIGATION, on))
ASSOCIATION_GRACE = attrs.evolve(
    ASSOCIATION,
    in_force=since(2021, 5, 14).before(2022, 5, 15),
    satisfied=together(FORMED_UNDER_IT, AN_ASSOCIATION),
    violated=together(FORMED_UNDER_IT, ANOTHER_FORM),
    undetermined=either(
        together(FORMED_UNDER_IT, FORM_NOT_SAID), together(telling(formed_on=UNKNOWN), ANOTHER_FORM)
    ),
    not_applicable=together(telling(formed_on=days_before(OBLIGATION)), either(ANOTHER_FORM, FORM_NOT_SAID)),
)

CASES = (ASSOCIATION_GRACE, ASSOCIATION)
