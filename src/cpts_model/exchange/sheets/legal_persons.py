"""Whether a name is that of an organisation, from the words in it."""

import attrs

from cpts_model.exchange.sheets.cells import word
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisation_kinds import OrganisationKind


@attrs.frozen(slots=True)
class LegalPerson:
    """What the words of a name tell of an organisation. ``sure`` where no person is called so."""

    kind: OrganisationKind | None = None
    form: LegalForm | None = None
    sure: bool = True


_ANYWHERE = {
    "sisa": LegalPerson(form=LegalForm.SISA),
    "selarl": LegalPerson(form=LegalForm.SEL),
    "selas": LegalPerson(form=LegalForm.SEL),
    "selafa": LegalPerson(form=LegalForm.SEL),
    "selca": LegalPerson(form=LegalForm.SEL),
    "gcsms": LegalPerson(form=LegalForm.GCSMS),
    "ehpad": LegalPerson(OrganisationKind.EHPAD),
    "ssiad": LegalPerson(OrganisationKind.SSIAD),
    "ccas": LegalPerson(OrganisationKind.CCAS, LegalForm.CCAS),
    "mdph": LegalPerson(OrganisationKind.MDPH),
}
"""Words that no name of a person holds. An EHPAD or SSIAD tells no legal form."""

_FIRST = {
    "scm": LegalPerson(form=LegalForm.SCM),
    "scp": LegalPerson(form=LegalForm.SCP),
    "scic": LegalPerson(form=LegalForm.SCIC),
    "gcs": LegalPerson(form=LegalForm.GCS),
    "sarl": LegalPerson(form=LegalForm.SOCIETE),
    "eurl": LegalPerson(form=LegalForm.SOCIETE),
    "association": LegalPerson(),
    "fondation": LegalPerson(form=LegalForm.FONDATION),
    "mutuelle": LegalPerson(form=LegalForm.MUTUELLE),
    "mairie": LegalPerson(OrganisationKind.COLLECTIVITE, LegalForm.COMMUNE),
    "communaute de communes": LegalPerson(OrganisationKind.COLLECTIVITE),
    "conseil departemental": LegalPerson(OrganisationKind.COLLECTIVITE, LegalForm.DEPARTEMENT),
    "centre de sante": LegalPerson(OrganisationKind.CENTRE_DE_SANTE),
    "maison de sante": LegalPerson(OrganisationKind.MAISON_DE_SANTE),
    "msp": LegalPerson(OrganisationKind.MAISON_DE_SANTE),
    "cpts": LegalPerson(OrganisationKind.CPTS),
    "pole de sante": LegalPerson(),
    "centre hospitalier": LegalPerson(),
    "chu": LegalPerson(),
    "hopital": LegalPerson(),
    "clinique": LegalPerson(),
    "polyclinique": LegalPerson(),
    "pharmacie": LegalPerson(OrganisationKind.PHARMACIE_OFFICINE),
    "laboratoire": LegalPerson(OrganisationKind.LABORATOIRE),
    "residence autonomie": LegalPerson(OrganisationKind.RESIDENCE_AUTONOMIE),
    "urps": LegalPerson(),
    "federation": LegalPerson(),
    "cabinet": LegalPerson(OrganisationKind.CABINET, sure=False),
    "residence": LegalPerson(sure=False),
    "groupe": LegalPerson(sure=False),
    "equipe": LegalPerson(sure=False),
    "societe": LegalPerson(sure=False),
    "reseau": LegalPerson(sure=False),
    "asso": LegalPerson(sure=False),
    "gie": LegalPerson(form=LegalForm.GIE, sure=False),
    "gip": LegalPerson(form=LegalForm.GIP, sure=False),
    "sel": LegalPerson(form=LegalForm.SEL, sure=False),
    "had": LegalPerson(OrganisationKind.HAD, sure=False),
    "dac": LegalPerson(OrganisationKind.DAC, sure=False),
    "pmi": LegalPerson(OrganisationKind.PMI, sure=False),
    "sas": LegalPerson(form=LegalForm.SOCIETE, sure=False),
}
"""Words that a name of an organisation begins with; those that are not sure are surnames too."""

_INSIDE_ANOTHER = frozenset({"pharmacie a usage interieur"})


def legal_person_in(name: str) -> LegalPerson | None:
    """What a name tells of an organisation; ``None`` where no word of it says one."""
    said = word(name)
    words = said.split()
    if any(said.startswith(inner) for inner in _INSIDE_ANOTHER):
        return LegalPerson(sure=False)
    found = next((meant for start, meant in _FIRST.items() if f"{said} ".startswith(f"{start} ")), None)
    within = next((_ANYWHERE[one] for one in words if one in _ANYWHERE), None)
    if found is None or within is None:
        return found or within
    return LegalPerson(found.kind or within.kind, within.form or found.form)
