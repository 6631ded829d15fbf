"""Which page a name stands on: what a reader looks for, from the module that the name comes from."""

import ast
from enum import Enum

import attrs

from pages.reference.source import Place


@attrs.frozen(slots=True, kw_only=True)
class Chapter:
    """A page of names."""

    slug: str
    title: str
    lead: str
    """What the page is for, in Markdown."""
    modules: tuple[str, ...] = ()
    """The names of these modules, and of those inside them, stand here; the longest path decides."""

    @property
    def path(self) -> str:
        """Where it stands, from ``docs/``."""
        return f"reference/{self.slug}.md"


ENUMERATIONS = Chapter(
    slug="enumerations",
    title="Professions and enumerations",
    lead="Every word that a dossier may hold in place of free text: its slug, its label in both languages, its codes. "
    "The professions drawn by family are on [a page of their own](professions.md). A code is written with the number of its "
    "nomenclature: `TRE_G15#60` is code 60 of TRE_G15-ProfessionSante.",
    modules=(
        "cpts_model.facts.professions",
        "cpts_model.facts.families",
        "cpts_model.facts.reading",
        "cpts_model.facts.nomenclature",
        "cpts_model.facts.profession_entry",
        "cpts_model.facts.lexicon",
        "cpts_model.facts.savoir_faire",
    ),
)
ERRORS = Chapter(
    slug="errors",
    title="Errors",
    lead="A structure that breaks a rule is a result, and comes back as data. An exception is for misuse: each is a "
    "[CptsModelError](#CptsModelError), keeps what it is about as attributes, and its message says the likely mend.",
)
CHAPTERS = (
    Chapter(
        slug="judging",
        title="Judging: law, rules, verdicts",
        lead="From a subject and a day to verdicts that say why: [assess](#assess), [missing](#missing), the "
        "[Law](#Law) and its rules, what an answer is made of, and the tools that rules are written with. "
        "[Why UNKNOWN](../explanation/unknown.md) explains the choice behind it.",
        modules=(
            "cpts_model.api",
            "cpts_model.law",
            "cpts_model.engine.law",
            "cpts_model.engine.assess",
            "cpts_model.engine.verdict",
            "cpts_model.engine.outcome",
            "cpts_model.engine.missing",
            "cpts_model.engine.rule",
            "cpts_model.engine.citations",
            "cpts_model.engine.text",
            "cpts_model.engine.unknown",
            "cpts_model.engine.dates",
            "cpts_model.engine",
        ),
    ),
    Chapter(
        slug="structures",
        title="Structures",
        lead="The structures of coordinated care, as facts. A fact that nobody told is "
        "[UNKNOWN](judging.md#UNKNOWN); `None` says that there is none. How the same facts are written in a file: "
        "[How a dossier is written](dossier.md).",
        modules=("cpts_model.facts.structures",),
    ),
    Chapter(
        slug="people",
        title="People and memberships",
        lead="Who takes part, and how they belong to a structure.",
        modules=(
            "cpts_model.facts.people",
            "cpts_model.facts.organisations",
            "cpts_model.facts.memberships",
            "cpts_model.facts.belonging",
            "cpts_model.facts.exercice",
            "cpts_model.facts.heirs",
        ),
    ),
    Chapter(
        slug="projet",
        title="Projet, territory, contract",
        lead="What a structure holds besides its members: its projet de santé, its territory, its agreement and what "
        "this pays, what it sends and to whom.",
        modules=(
            "cpts_model.facts.projets",
            "cpts_model.facts.territories",
            "cpts_model.facts.contracts",
            "cpts_model.facts.payments",
            "cpts_model.facts",
        ),
    ),
    Chapter(
        slug="statutes",
        title="Statutes of an association",
        lead="What an association wrote for itself: facts that become rules of authority *statutes*, which may close "
        "what the law leaves open and never make a breach of law.",
        modules=(
            "cpts_model.facts.statutes",
            "cpts_model.facts.colleges",
            "cpts_model.facts.fees",
            "cpts_model.law.statuts",
        ),
    ),
    ENUMERATIONS,
    Chapter(
        slug="register",
        title="Register and membership",
        lead="Who belongs to what, through the years and across structures. "
        "[Keep who belongs to what](../how-to/membership.md) shows it at work.",
        modules=("cpts_model.register",),
    ),
    Chapter(
        slug="life",
        title="What follows with time",
        lead="States, deadlines, comparisons, funding. [See what is due, and when](../how-to/life.md) shows it at work.",
        modules=("cpts_model.life",),
    ),
    Chapter(
        slug="exchange",
        title="Reading and writing",
        lead="Dossiers, registers, spreadsheets, FINESS, the Annuaire Santé, FHIR, identifiers, nomenclatures, JSON "
        "Schemas. [Start from registers and FHIR](../how-to/interchange.md) shows it at work.",
        modules=("cpts_model.exchange",),
    ),
    Chapter(
        slug="report",
        title="Reports and pictures",
        lead="For people: tables, calendars, pictures drawn from the same tables that the code runs.",
        modules=("cpts_model.report",),
    ),
    ERRORS,
    Chapter(
        slug="testing",
        title="Testing kit",
        lead="`cpts_model.testing`, with the extra `testing`. [Test your own code](../how-to/testing.md) shows it at work.",
        modules=("cpts_model.testing",),
    ),
)

_BY_MODULE = {module: chapter for chapter in CHAPTERS for module in chapter.modules}


def chapter_of(place: Place) -> Chapter:
    """The page that a definition stands on.

    Raises:
        LookupError: it comes from a part of the library that no page speaks of.
    """
    if isinstance(place.node, ast.ClassDef):
        if issubclass(place.value, BaseException):
            return ERRORS
        if issubclass(place.value, Enum) and place.module.startswith("cpts_model.facts."):
            return ENUMERATIONS
    module = place.module
    while module:
        if module in _BY_MODULE:
            return _BY_MODULE[module]
        module = module.rpartition(".")[0]
    raise LookupError(f"{place.module}: name it among the modules of a page of pages/reference/chapters.py")


def order_on_page(place: Place) -> int:
    """Which of the modules of its page it comes from: what a reader looks for first is named first."""
    modules = chapter_of(place).modules
    inside = (index for index, module in enumerate(modules) if f"{place.module}.".startswith(f"{module}."))
    return next(inside, len(modules))
