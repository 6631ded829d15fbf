"""The reference speaks of every public name, in its own place, as the source has it."""

import ast
import inspect
import re
from enum import Enum
from typing import Any

import attrs
import pytest

import cpts_model
from cpts_model import testing
from cpts_model.engine.text import Text
from cpts_model.facts.statutes import Statutes
from pages.page import DOCS, text
from pages.reference import pages
from pages.reference.chapters import CHAPTERS, chapter_of
from pages.reference.names import Entry, entries, on_page, public_entries
from pages.reference.prose import Voice
from pages.reference.signatures import function_call
from pages.reference.source import Place, locate

WRITTEN = {page.path: page.write() for page in pages()}
PUBLIC = sorted(public_entries(), key=lambda entry: (entry.importable_from, entry.name))
PROMISED = [("cpts_model", name) for name in cpts_model._HOME_OF] + [
    ("cpts_model.testing", name) for name in testing._HOME_OF
]


def told(entry: Entry) -> str:
    """All that its page says of a name."""
    page = WRITTEN[entry.chapter.path]
    heading = re.search(rf"^(##+) .*{{#{re.escape(entry.anchor)}}}$", page, re.MULTILINE)
    assert heading, f"{entry.chapter.path} has no heading for {entry.name}"
    after = page[heading.end() :]
    return re.split(r"^##+ ", after, maxsplit=1, flags=re.MULTILINE)[0]


def is_class(entry: Entry) -> bool:
    return isinstance(entry.place.node, ast.ClassDef)


def signature(entry: Entry) -> str:
    found = re.search(r"```pyi\n(.*?)\n```", told(entry), re.DOTALL)
    assert found, f"{entry.name} shows no signature"
    return found[1]


def test_every_promised_name_is_told() -> None:
    spoken_of = {(entry.importable_from, entry.name) for entry in PUBLIC}
    assert set(PROMISED) <= spoken_of
    for entry in PUBLIC:
        assert f"from {entry.importable_from} import {entry.name}`" in told(entry)


def test_every_name_that_is_told_can_be_imported_from_where_it_says() -> None:
    for several in entries().values():
        for entry in several:
            module = __import__(entry.importable_from, fromlist=[entry.name])
            assert getattr(module, entry.name) is entry.place.value


def test_the_index_leads_to_every_public_name_with_a_line() -> None:
    index = WRITTEN["reference/index.md"]
    for entry in PUBLIC:
        line = re.search(
            rf"^\| \[`{entry.name}`\]\({re.escape(entry.link_from(None))}\) \| (.*?)(?: From `([\w.]+)`\.)? \|$",
            index,
            re.MULTILINE,
        )
        assert line, entry.name
        assert line[1].strip(), f"{entry.name} has no docstring to begin a line with"
        assert (line[2] or "cpts_model") == entry.importable_from


def test_the_index_is_in_the_order_of_the_alphabet() -> None:
    names = re.findall(r"^\| \[`(\w+)`\]", WRITTEN["reference/index.md"], re.MULTILINE)
    assert names == sorted(names, key=str.casefold)


@pytest.mark.parametrize(
    "entry",
    [
        entry
        for entry in PUBLIC
        if inspect.isfunction(entry.place.value) or (is_class(entry) and attrs.has(entry.place.value))
    ],
    ids=lambda entry: f"{entry.importable_from}.{entry.name}",
)
def test_a_signature_has_the_parameters_that_python_takes(entry: Entry) -> None:
    real = inspect.signature(entry.place.value).parameters.values()
    call = signature(entry).partition(") ->")[0].removesuffix(")")
    function = ast.parse(f"def {call}): ...").body[0]
    assert isinstance(function, ast.FunctionDef)
    takes = function.args
    shown = [
        *((argument.arg, inspect.Parameter.POSITIONAL_ONLY) for argument in takes.posonlyargs),
        *((argument.arg, inspect.Parameter.POSITIONAL_OR_KEYWORD) for argument in takes.args),
        *([(takes.vararg.arg, inspect.Parameter.VAR_POSITIONAL)] if takes.vararg else []),
        *((argument.arg, inspect.Parameter.KEYWORD_ONLY) for argument in takes.kwonlyargs),
        *([(takes.kwarg.arg, inspect.Parameter.VAR_KEYWORD)] if takes.kwarg else []),
    ]
    assert shown == [(one.name, one.kind) for one in real]
    optional = len(takes.defaults) + sum(default is not None for default in takes.kw_defaults)
    assert optional == sum(one.default is not inspect.Parameter.empty for one in real)


def test_every_field_and_every_fact_of_a_class_is_told_or_led_to() -> None:
    for entry in PUBLIC:
        kind = entry.place.value
        if is_class(entry) and attrs.has(kind):
            page = told(entry)
            for field in attrs.fields(kind):
                if not field.name.startswith("_"):
                    assert f'id="{entry.anchor}.{field.name}"' in page or f"`{field.name}`" in page
        if is_class(entry):
            page = told(entry)
            for name, member in vars(kind).items():
                if not name.startswith("_") and (inspect.isfunction(member) or isinstance(member, property)):
                    assert f'id="{entry.anchor}.{name}"' in page, f"{entry.name}.{name}"


def test_every_member_of_an_enumeration_is_told_with_its_slug_and_its_labels() -> None:
    found = 0
    for entry in PUBLIC:
        kind = entry.place.value
        if isinstance(kind, type) and issubclass(kind, Enum):
            page = told(entry)
            for member in kind:
                row = next(line for line in page.splitlines() if f'id="{entry.anchor}.{member.name}"' in line)
                found += 1
                if isinstance(member.value, str):
                    assert f"<code>{text(member.value)}</code>" in row.replace("<wbr>", "")
                label: Any = getattr(member, "label", None)
                if isinstance(label, Text):
                    assert f'{text(label.en)} · <span lang="fr">*{text(label.fr)}*</span>' in row
    assert found > 250


def test_the_codes_of_a_profession_are_told() -> None:
    row = next(
        line
        for line in WRITTEN["reference/enumerations.md"].splitlines()
        if 'id="Profession.AIDE_SOIGNANT"' in line
    )
    assert "aide-soignant" in row
    assert "`TRE_R291#99` with `TRE_R85#313`<br>`TRE_G15#35` (until 2024-12-13)" in row


def test_what_is_not_promised_and_is_met_in_what_is_has_its_own_part() -> None:
    for chapter in CHAPTERS:
        here = list(on_page(chapter))
        page = WRITTEN[chapter.path]
        assert ("{#met}" in page) == any(not entry.public for entry in here)
        anchors = re.findall(r"^##+ .*{#(\S+)}$", page, re.MULTILINE)
        assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("path", [path for path in WRITTEN if not path.startswith("fr/")])
def test_links_lead_to_a_page_and_a_place_on_it(path: str) -> None:
    for target in re.findall(r"\]\((?!https?://)([^)]+)\)", WRITTEN[path]):
        page, _, anchor = target.partition("#")
        file = (DOCS / path).parent / page if page else DOCS / path
        body = WRITTEN.get(file.resolve().relative_to(DOCS).as_posix())
        if body is None:
            body = file.read_text(encoding="utf-8")
        assert not anchor or f"{{#{anchor}}}" in body or f'id="{anchor}"' in body, f"{path}: {target}"


def test_a_new_name_lands_somewhere_by_itself() -> None:
    for name, home in cpts_model._HOME_OF.items():
        place = locate(f"cpts_model.{home}", name)
        assert place is not None
        assert chapter_of(place) in CHAPTERS
    new_fact = Place("cpts_model.facts.stages", "Stage")
    assert chapter_of(new_fact).slug == "enumerations"
    assert chapter_of(Place("cpts_model.report.law", "rule_lines")).slug == "report"


@pytest.mark.parametrize(
    "name", ["at_least", "any_of", "all_of", "either", "both", "count", "since", "add_months"]
)
def test_what_rules_are_written_with_is_told_from_its_own_module(name: str) -> None:
    entry = next(entry for entry in PUBLIC if entry.name == name)
    assert entry.importable_from in ("cpts_model.engine.unknown", "cpts_model.engine.dates")
    assert f"](judging.md#{name})" in WRITTEN["reference/index.md"]


def test_a_key_of_a_dossier_is_told_where_it_differs() -> None:
    people = WRITTEN["reference/people.md"].splitlines()
    assert "| `organisation_kind` |" in next(line for line in people if 'id="Organisation.kind"' in line)
    assert not any("In a dossier" in line for line in WRITTEN["reference/structures.md"].splitlines())


def test_a_page_begins_with_what_a_reader_looks_for() -> None:
    judging, people = (next(one for one in CHAPTERS if one.slug == slug) for slug in ("judging", "people"))
    assert [entry.name for entry in on_page(judging)][:2] == ["assess", "missing"]
    assert [entry.name for entry in on_page(people)][:3] == ["Person", "Professional", "Organisation"]


def test_a_part_of_the_library_that_no_page_speaks_of_is_refused() -> None:
    with pytest.raises(LookupError, match="name it among the modules of a page"):
        chapter_of(Place("pytest_cpts_model", "law"))


def test_the_name_of_a_class_met_twice_leads_to_the_one_of_its_module() -> None:
    ours = {entry.importable_from: entry for entry in PUBLIC if entry.name == "MemberSheet"}
    assert ours["cpts_model"].chapter.slug == "exchange"
    assert ours["cpts_model.testing"].chapter.slug == "testing"


def test_a_docstring_becomes_markdown() -> None:
    voice = Voice(Statutes.__module__, None)
    doc = (
        "Who may ``join``, of *this* [list], as :class:`Membership` tells.\n\n    >>> x\n\nRaises:\n"
        "    BadFact: it is\n        long.\n    UnknownFact: or not told."
    )
    assert voice.prose(doc) == (
        "Who may `join`, of *this* &#91;list&#93;, as [`Membership`](people.md#Membership) tells.\n\n```python3\n>>> x\n```\n\n"
        "* Raises [`BadFact`](errors.md#BadFact): it is long.\n* Raises [`UnknownFact`](errors.md#UnknownFact): or not told."
    )


@pytest.mark.parametrize(
    ("doc", "first"),
    [
        (
            "A centre (CSP, art. L6323-1): an activity. Not a person.",
            "A centre (CSP, art. L6323-1): an activity.",
        ),
        ("One line\nof two.\n\nMore.", "One line of two."),
        ("It ends so::\n\n    x = 1", "It ends so"),
    ],
)
def test_an_index_says_the_first_sentence(doc: str, first: str) -> None:
    assert Voice("cpts_model.api", None).first_sentence(doc) == first


def test_a_type_leads_to_what_it_names_and_its_words_are_no_names() -> None:
    voice = Voice("cpts_model.api", None)
    written = voice.type(ast.parse("'Assessment' | None", mode="eval").body)
    assert written == "<code>[Assessment](judging.md#Assessment) &#124; None</code>"
    words = voice.type(ast.parse("Literal['Law', 'en']", mode="eval").body)
    assert words == "<code>Literal&#91;'Law', 'en'&#93;</code>"


def test_a_signature_takes_the_lines_it_needs() -> None:
    short = ast.parse("def f(a: int, /, b: 'str' = 'x', *c: int, d: int = 1, **e: int) -> 'str': ...").body[0]
    assert isinstance(short, ast.FunctionDef)
    assert function_call(short) == "f(a: int, /, b: str = 'x', *c: int, d: int = 1, **e: int) -> str"
    long = ast.parse(f"def f(*, {'a' * 40}: int, {'b' * 40}: int): ...").body[0]
    assert isinstance(long, ast.FunctionDef)
    assert function_call(long) == f"f(\n    *,\n    {'a' * 40}: int,\n    {'b' * 40}: int,\n)"


def test_the_types_of_a_function_lead_to_what_they_name() -> None:
    assess = next(entry for entry in PUBLIC if entry.name == "assess")
    assert (
        "Types: [Law](#Law), [Assessment](#Assessment), [RegisterAssessment](register.md#RegisterAssessment)."
        in told(assess)
    )


def test_an_error_says_who_raises_it() -> None:
    page = WRITTEN["reference/errors.md"].partition("{#UnknownRule}")[2].partition("\n## ")[0]
    assert "Raised by" in page
    assert "[`Law.find`](judging.md#Law.find)" in page


def test_the_fixtures_of_the_plugin_are_told() -> None:
    page = WRITTEN["reference/pytest.md"]
    for fixture in ("law", "law_on", "example_dossiers", "assert_compliant"):
        assert f'id="{fixture}"' in page
