"""The golden files: what others rely on, written down so that a change is seen in the diff.

Run ``python tests/golden.py`` to write them anew when a change is meant.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parent
FILES = ROOT / "golden_files"
EXAMPLES = ROOT.parent / "examples"
PICTURES = ROOT.parent / "docs" / "pictures"
SCHEMAS = ROOT.parent / "docs" / "schema"
DOCS = ROOT.parent / "docs"
DAY = date(2026, 11, 21)


def examples() -> list[Path]:
    """Every example dossier, by name."""
    return sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".json", ".toml", ".jsonl"})


def rule_ids() -> str:
    """Every rule id, its versions and who says so."""
    from cpts_model import LAW

    lines = (
        f"{rule.id}\t{rule.in_force}\t{rule.cites.short}\t{rule.modality.value}\t{rule.authority.value}"
        for rule in LAW
    )
    return "\n".join(sorted(lines)) + "\n"


def public_names() -> str:
    """Every name that can be imported from the package itself."""
    import cpts_model

    return "\n".join(sorted(cpts_model._HOME_OF)) + "\n"


def testing_names() -> str:
    """Every name that can be imported from what is for test suites."""
    from cpts_model import testing

    return "\n".join(sorted(testing._HOME_OF)) + "\n"


def outcomes(lang: Literal["fr", "en"]) -> str:
    """The page of every rule and the outcomes that there are examples of."""
    from cpts_model.testing import outcome_table

    title = {"fr": "Chaque règle et ses résultats", "en": "Every rule and its outcomes"}[lang]
    return f"# {title}\n\n{outcome_table(lang)}"


def report(path: Path, lang: str) -> str:
    """The text report of an example."""
    from cpts_model import assess, read_register
    from cpts_model.report.registers import across_report
    from cpts_model.report.text import text_report

    spoken: Literal["fr", "en"] = "fr" if lang == "fr" else "en"
    register = read_register(path)
    judged = assess(register, on=DAY)
    reports = [text_report(assessment, spoken) for assessment in judged.structures]
    if len(register) > 1:
        reports.append(across_report(judged.across, spoken))
    lines = [(" " * line.indent + line.text).rstrip() for one in reports for line in one]
    return "\n".join(lines) + "\n"


def _reports() -> Iterator[tuple[str, Callable[[], str]]]:
    for path in examples():
        yield f"report-{path.stem}.fr.txt", lambda path=path: report(path, "fr")
    yield "report-cpts-ouest-gironde.en.txt", lambda: report(EXAMPLES / "cpts-ouest-gironde.json", "en")


def timeline(lang: Literal["fr", "en"]) -> str:
    """The picture of an example over time."""
    from cpts_model import read_dossier, timeline_svg

    return timeline_svg(read_dossier(EXAMPLES / "cpts-ouest-gironde.json"), on=DAY, lang=lang)


def _pictures() -> Iterator[tuple[str, Callable[[], str]]]:
    from cpts_model import states_svg
    from cpts_model.life.projet.cpts import CPTS_MACHINE
    from cpts_model.life.sisa import SISA_BELOW_MINIMUM

    langs: tuple[Literal["fr", "en"], ...] = ("fr", "en")
    for lang in langs:
        yield f"states-projet-cpts.{lang}.svg", lambda lang=lang: states_svg(CPTS_MACHINE, lang=lang)
        yield f"states-sisa-minimum.{lang}.svg", lambda lang=lang: states_svg(SISA_BELOW_MINIMUM, lang=lang)
        yield f"timeline-cpts-ouest-gironde.{lang}.svg", lambda lang=lang: timeline(lang)


def _schemas() -> Iterator[tuple[str, Callable[[], str]]]:
    from cpts_model.exchange.schema import ANSWERS, dossier_schema
    from cpts_model.exchange.writing import json_text

    langs: tuple[Literal["fr", "en"], ...] = ("fr", "en")
    for lang in langs:
        yield f"dossier.{lang}.json", lambda lang=lang: json_text(dossier_schema(lang))
    for name, draw in ANSWERS.items():
        yield f"{name}.json", lambda draw=draw: json_text(draw())


def golden() -> dict[Path, Callable[[], str]]:
    """Each golden file and how it is made; the pictures and schemas of the documentation are of them."""
    told = {
        "rule_ids.tsv": rule_ids,
        "public_names.txt": public_names,
        "testing_names.txt": testing_names,
        **dict(_reports()),
    }
    pages = {"outcomes.md": lambda: outcomes("en"), "fr/resultats.md": lambda: outcomes("fr")}
    return (
        {FILES / name: make for name, make in told.items()}
        | {PICTURES / name: make for name, make in _pictures()}
        | {SCHEMAS / name: make for name, make in _schemas()}
        | {DOCS / name: make for name, make in pages.items()}
    )


if __name__ == "__main__":
    for path, make in golden().items():
        path.write_text(make(), encoding="utf-8")
