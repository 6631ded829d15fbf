"""The examples that are one click away, and the day on which each says most."""

import attrs

from cpts_model.engine.text import Text


@attrs.frozen(slots=True)
class Example:
    """A file of ``examples/``, what it shows, and a day to look at it."""

    file: str
    title: Text
    on: str = ""
    """A day, ``2026-11-30``; nothing for today."""

    @property
    def name(self) -> str:
        """What an address calls it."""
        return self.file.rpartition("/")[2].partition(".")[0]


EXAMPLES = (
    Example("cpts-ouest-gironde.json", Text("Une CPTS sous contrat", "A CPTS under contract")),
    Example("cpts-en-creation.json", Text("Une CPTS en création, que l'agence instruit", "A CPTS being created, which the agency examines"), "2026-11-22"),
    Example("cpts-paris-13.json", Text("Une CPTS de ville", "A CPTS of a city")),
    Example("msp-les-allymes.json", Text("Une maison de santé", "A maison de santé")),
    Example("msp-sous-contrat.json", Text("Une maison de santé sous contrat", "A maison de santé under contract")),
    Example("sisa-sous-le-minimum.json", Text("Une SISA qui n'a plus assez d'associés", "A SISA with too few partners")),
    Example("cds-beaudesert.json", Text("Un centre de santé", "A centre de santé")),
    Example("esp-sans-generaliste.toml", Text("Une équipe de soins primaires sans généraliste", "An équipe de soins primaires without a GP")),
    Example("ess-cardiologie.json", Text("Une équipe de soins spécialisés", "An équipe de soins spécialisés")),
    Example("registre-deux-cpts.json", Text("Un registre : deux CPTS voisines et leurs équipes", "A register: two neighbouring CPTS and their teams")),
)  # fmt: skip
