"""The part of a report that is about a whole register: what holds across its structures."""

from collections.abc import Iterable, Iterator

from cpts_model.engine.assess import Assessment
from cpts_model.engine.explain import describe
from cpts_model.engine.text import Lang, Text
from cpts_model.facts.belonging import Belongings, Departure, Neighbours
from cpts_model.facts.structures import CPTS
from cpts_model.report.digest import SECTIONS, Digest, digest
from cpts_model.report.text import Line, entry_lines

_WORDS = {
    "title": Text("Règles entre structures", "Rules across structures"),
    "none": Text(
        "Rien à signaler : aucun membre de plusieurs CPTS, aucun territoire partagé, aucune exclusion.",
        "Nothing to report: no member of several CPTS, no shared territory, no exclusion.",
    ),
    "several": Text("{name}, dans plusieurs CPTS ({structures})", "{name}, in several CPTS ({structures})"),
    "neighbours": Text("{one} et {other}, dont les territoires se recoupent", "{one} and {other}, whose territories overlap"),
    "exclusion": Text("Exclusion : {name}, {structure}", "Exclusion: {name}, {structure}"),
}  # fmt: skip


def across_report(assessments: Iterable[Assessment], lang: Lang, *, explain: bool = False) -> Iterator[Line]:
    """What holds across the structures of a register, one member or pair of CPTS after another."""
    yield Line(_WORDS["title"].to(lang), "head")
    sorted_out = [digest(assessment) for assessment in assessments]
    if not sorted_out:
        yield Line(_WORDS["none"].to(lang), "plain", 1)
    for one in sorted_out:
        yield from _one(one, lang, explain)


def _one(sorted_out: Digest, lang: Lang, explain: bool) -> Iterator[Line]:
    yield Line(called(sorted_out.assessment.subject, lang), "article", 1)
    for section in SECTIONS:
        for entry in sorted_out.section(section):
            yield from entry_lines(section, entry, lang, explain=explain)


def called(subject: Belongings | Neighbours | Departure, lang: Lang) -> str:
    """What a rule across structures looks at, as people would call it."""
    if isinstance(subject, Belongings):
        cpts = (one.structure for one in subject.held if isinstance(one.structure, CPTS))
        structures = dict.fromkeys(describe(one, lang) for one in cpts)
        name = describe(subject.held[-1].member, lang)
        return _WORDS["several"].to(lang).format(name=name, structures=", ".join(structures))
    if isinstance(subject, Neighbours):
        one, other = describe(subject.one, lang), describe(subject.other, lang)
        return _WORDS["neighbours"].to(lang).format(one=one, other=other)
    name, structure = describe(subject.member, lang), describe(subject.structure, lang)
    return _WORDS["exclusion"].to(lang).format(name=name, structure=structure)
