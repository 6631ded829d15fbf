"""The golden files: what others rely on, written down so that a change is seen in the diff.

What is committed of the documentation is held by ``tests/pages``. Run ``python tests/golden.py`` to write them anew when a change is meant.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parent
FILES = ROOT / "golden_files"
EXAMPLES = ROOT.parent / "examples"
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


def golden() -> dict[Path, Callable[[], str]]:
    """Each golden file and how it is made."""
    told = {
        "rule_ids.tsv": rule_ids,
        "public_names.txt": public_names,
        "testing_names.txt": testing_names,
        **dict(_reports()),
    }
    return {FILES / name: make for name, make in told.items()}


if __name__ == "__main__":
    for path, make in golden().items():
        path.write_text(make(), encoding="utf-8")
