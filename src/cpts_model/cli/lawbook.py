"""Reading the law: its rules on a day, one rule, a blank dossier."""

import sys
from typing import Annotated

import typer

from cpts_model.cli.console import say, show, show_json
from cpts_model.cli.options import BAD_INPUT, Format, Format_, Lang_, Language, On, day_asked
from cpts_model.engine.errors import UnknownRule
from cpts_model.exchange.assessment import rule_to_dict
from cpts_model.exchange.blank import blank_dossier
from cpts_model.exchange.kinds import STRUCTURES
from cpts_model.law import LAW
from cpts_model.report.law import law_lines, near_articles, rule_lines
from cpts_model.report.text import Line
from cpts_model.report.words import WORDS


def law(
    on: On = None,
    article: Annotated[
        str | None, typer.Option("--article", help="Only the rules that cite this article: L6323-3.")
    ] = None,
    lang: Lang_ = Language.fr,
    format: Format_ = Format.text,
    all_versions: Annotated[
        bool, typer.Option("--all", help="Every version, not only those in force that day.")
    ] = False,
) -> None:
    """List the rules in force on a day, article by article."""
    day = day_asked(on)
    rules = [
        rule
        for rule in (LAW if article is None else LAW.citing(article))
        if all_versions or day in rule.in_force
    ]
    if format is Format.json:
        show_json([rule_to_dict(rule) for rule in rules])
        return
    show(law_lines(rules, day, lang.value))
    if article is not None and not LAW.citing(article):
        near = near_articles(article, LAW)
        if near:
            show([Line(WORDS["near_articles"].to(lang.value).format(names=", ".join(near)))])
        raise typer.Exit(BAD_INPUT)


def explain(rule_id: Annotated[str, typer.Argument(metavar="RULE_ID")], lang: Lang_ = Language.fr) -> None:
    """Tell all that is known of a rule, version by version."""
    try:
        versions = LAW.versions(rule_id)
    except UnknownRule as unknown:
        say(unknown)
        raise typer.Exit(BAD_INPUT) from None
    show(rule_lines(versions, lang.value))


def new(
    kind: Annotated[str, typer.Argument(help="cpts, esp, ess, msp, cds or sisa.")],
    lang: Lang_ = Language.fr,
) -> None:
    """Print a commented dossier (TOML) to fill in."""
    try:
        sys.stdout.write(blank_dossier(kind, lang.value))
    except KeyError:
        kinds = ", ".join(sorted(STRUCTURES))
        raise typer.BadParameter(f"{kind!r} is not a kind of structure: {kinds}") from None
