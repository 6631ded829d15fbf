"""Start from a public register: FINESS, the Annuaire Santé, or resources of FHIR, brought in as dossiers."""

import typer

from cpts_model.cli.importing import annuaire, fhir, finess

app = typer.Typer(
    help="Bring in what public registers say: FINESS, Annuaire Santé, FHIR.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.command("finess")(finess.import_finess)
app.command("annuaire")(annuaire.import_annuaire)
app.command("fhir")(fhir.import_fhir)
