"""Who inherits from a deceased partner."""

from datetime import date

import attrs

from cpts_model.engine.labels import label
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Person, Professional
from cpts_model.facts.typed import Facts


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Heir(Facts):
    """An heir or a legatee of a partner who died, described as a member would be."""

    member: Professional | Person | Organisation = attrs.field(
        metadata=label("héritier ou légataire", "heir or legatee")
    )
    agreed_on: date | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("agréé par les associés le", "agreed by the partners on")
    )
