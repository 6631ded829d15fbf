"""The navigation of the site: what a person wrote, and every page that a program wrote."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from pages.written import pages

NAVIGATION = Path(__file__).resolve().parents[1] / "mkdocs.yml"
"""The file whose last part is the navigation."""


@attrs.frozen(slots=True)
class Written:
    """All pages whose path begins so, in the order in which they are written, but for some."""

    under: str
    but: tuple[str, ...] = ()


Entry = tuple[str, "str | Sequence[Entry]"] | Written

_LAW = ("law/index.md", "law/days.md", "law/belonging.md", "law/outcomes.md")
_DROIT = ("fr/droit/index.md", "fr/droit/jours.md", "fr/droit/appartenance.md", "fr/droit/resultats.md")

SITE: Sequence[Entry] = (
    ("Home", "index.md"),
    ("Tutorial", "tutorial.md"),
    ("Judge a dossier", "judge/index.html"),
    (
        "How to",
        (
            ("Validate a dossier in a web service", "how-to/web-service.md"),
            ("Judge many dossiers", "how-to/many-dossiers.md"),
            ("Keep who belongs to what", "how-to/membership.md"),
            ("See what is due, and when", "how-to/life.md"),
            ("Start from registers and FHIR", "how-to/interchange.md"),
            ("Extend with your statutes", "how-to/statutes.md"),
            ("Test your own code", "how-to/testing.md"),
            ("Judge in the page", "how-to/judge-in-the-page.md"),
            ("Add an article", "how-to/add-an-article.md"),
        ),
    ),
    (
        "Explanation",
        (
            ("Why UNKNOWN", "explanation/unknown.md"),
            ("How the law moves in time", "explanation/law-in-time.md"),
            ("Authority and evidence", "explanation/authority-and-evidence.md"),
            ("What is deliberately not decided", "explanation/not-decided.md"),
            ("Why not another engine", "explanation/other-engines.md"),
            ("What mistakes would be noticed", "explanation/mutation.md"),
            ("Benchmark", "explanation/benchmark.md"),
        ),
    ),
    (
        "Reference",
        (
            Written("reference/index.md"),
            ("How a dossier is written", "reference/dossier.md"),
            ("JSON Schemas", "reference/schema.md"),
            ("Professions", "reference/professions.md"),
            Written("reference/", but=("reference/index.md",)),
            Written("glossary.md"),
            Written("changelog.md"),
        ),
    ),
    (
        "The law",
        (
            *map(Written, _LAW),
            ("What is not encoded, and why", "law/not-encoded.md"),
            Written("figures.md"),
            ("Article by article", (Written("law/", but=_LAW),)),
        ),
    ),
    ("Answers", (Written("answers/"),)),
    (
        "Français",
        (
            ("Accueil", "fr/index.md"),
            ("Tutoriel", "fr/tutoriel.md"),
            ("Juger un dossier", "judge/juger.html"),
            ("Questions et réponses", (Written("fr/reponses/"),)),
            ("Adhésion et registre", "fr/adhesion.md"),
            ("Échéances, états, financement", "fr/echeances.md"),
            ("Partir des registres", "fr/echanges.md"),
            (
                "Le droit",
                (
                    *map(Written, _DROIT),
                    ("Ce qui n'est pas encodé, et pourquoi", "fr/droit/non-encode.md"),
                    ("Article par article", (Written("fr/droit/", but=_DROIT),)),
                ),
            ),
            Written("fr/chiffres.md"),
            Written("fr/glossaire.md"),
            Written("fr/commandes.md"),
        ),
    ),
)


def with_navigation(config: str) -> str:
    """The configuration of the site, with the navigation of today."""
    head, _, _ = config.partition("\nnav:\n")
    return "\n".join((head, "nav:", *_lines(SITE, 2), ""))


def _lines(entries: Sequence[Entry], indent: int) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, Written):
            yield from (
                f'{" " * indent}- "{page.title}": {page.path}'
                for page in pages()
                if page.title and page.path.startswith(entry.under) and page.path not in entry.but
            )
        elif isinstance(entry[1], str):
            yield f'{" " * indent}- "{entry[0]}": {entry[1]}'
        else:
            yield f'{" " * indent}- "{entry[0]}":'
            yield from _lines(entry[1], indent + 4)
