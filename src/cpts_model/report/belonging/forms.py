"""Which legal form a structure of coordinated care may take, and that of whoever manages a centre de santé."""

from collections.abc import Iterator
from datetime import date

from cpts_model.engine.law import Law
from cpts_model.engine.text import Text
from cpts_model.facts.legal_forms import LegalForm
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.structures import CPTS, SISA, CentreDeSante, EquipeDeSoinsPrimaires, MaisonDeSante
from cpts_model.facts.structures.teams import TeamForm
from cpts_model.report.belonging.cells import Candidate, Column, Row, table

# --- The columns

_LONG_AGO = date(1990, 1, 1)


def _cpts(form: LegalForm | None) -> CPTS:
    """Formed so long ago that no time to become an association is left."""
    return CPTS(id="cpts", legal_form=form, seat_departement="33", formed_on=_LONG_AGO)


def _cpts_in_alsace_moselle(form: LegalForm | None) -> CPTS:
    return CPTS(id="cpts", legal_form=form, seat_departement="67", formed_on=_LONG_AGO)


def _maison(form: LegalForm | None) -> MaisonDeSante:
    return MaisonDeSante(id="maison", legal_form=form, sisa=None)


def _sisa(form: LegalForm | None) -> SISA:
    return SISA(id="sisa", legal_form=form)


def _managed(form: LegalForm | None) -> CentreDeSante:
    body = Organisation(id="gestionnaire", kind=OrganisationKind.OTHER, legal_form=form)
    return CentreDeSante(id="centre", manager=body)


def _team(form: TeamForm) -> EquipeDeSoinsPrimaires:
    return EquipeDeSoinsPrimaires(id="esp", form=form)


_SEAT = Text("en Alsace-Moselle", "in Alsace-Moselle")
_ELSEWHERE = Text("ailleurs", "elsewhere")
_FORM = Text("forme", "form")

COLUMNS = (
    Column(Text("CPTS", "CPTS"), _ELSEWHERE, "cpts.association", _cpts),
    Column(Text("CPTS", "CPTS"), _SEAT, "cpts.association", _cpts_in_alsace_moselle),
    Column(Text("maison de santé", "maison de santé"), _FORM, "msp.personne-morale", _maison),
    Column(Text("SISA", "SISA"), _FORM, "sisa.societe", _sisa),
)
MANAGING_BODY = Column(
    Text("centre de santé", "centre de santé"), Text("le gérer", "manage it"), "cds.gestionnaire", _managed
)
TEAM_FORM = Column(Text("ESP", "ESP"), _FORM, "esp.forme", _team)


# --- The rows

_FORMS = Text("Formes juridiques", "Legal forms")
_NO_PERSON = Text("aucune personne morale", "no legal person")
_PRIVATE: dict[Text, tuple[LegalForm, ...]] = {
    Text("associations", "associations"): (LegalForm.ASSOCIATION, LegalForm.ASSOCIATION_DROIT_LOCAL),
    LegalForm.SISA.label: (LegalForm.SISA,),
    Text("autres sociétés", "other companies"): (
        LegalForm.SCM, LegalForm.SCP, LegalForm.SEL, LegalForm.SCIC, LegalForm.SOCIETE,
    ),
    Text("groupements", "groupings"): (LegalForm.GIE, LegalForm.GCS, LegalForm.GCSMS, LegalForm.GIP),
    Text("fondations et mutuelles", "foundations and mutual societies"): (LegalForm.FONDATION, LegalForm.MUTUELLE),
    LegalForm.OTHER.label: (LegalForm.OTHER,),
    LegalForm.NATURAL_PERSON.label: (LegalForm.NATURAL_PERSON,),
}  # fmt: skip
_PUBLIC = Text("collectivités et établissements publics", "local authorities and public bodies")


def _private() -> Iterator[Candidate]:
    for among, alike in _PRIVATE.items():
        yield from (Candidate(_FORMS, among, form.label, form) for form in alike)


def _public() -> Iterator[Candidate]:
    """Every form that is none of the private ones."""
    private = {form for alike in _PRIVATE.values() for form in alike}
    yield from (Candidate(_FORMS, _PUBLIC, form.label, form) for form in LegalForm if form not in private)


def forms(law: Law, on: date) -> tuple[Row, ...]:
    """Which form may be taken on a day, one cell for each of ``COLUMNS``."""
    return table(COLUMNS, (*_private(), Candidate(_FORMS, _NO_PERSON, _NO_PERSON, None)), law, on)


def managing_bodies(law: Law, on: date) -> tuple[Row, ...]:
    """Bodies of which form may manage a centre de santé on a day: one cell, by the form alone."""
    bodies = (form for form in (*_private(), *_public()) if form.who is not LegalForm.NATURAL_PERSON)
    return table((MANAGING_BODY,), bodies, law, on)


def team_forms(law: Law, on: date) -> tuple[Row, ...]:
    """Which form an équipe de soins primaires may take on a day: one cell each."""
    candidates = (Candidate(_FORMS, form.label, form.label, form) for form in TeamForm)
    return table((TEAM_FORM,), candidates, law, on)
