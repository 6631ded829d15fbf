"""Who votes at a general assembly, college by college, and how far its quorum is."""

from collections.abc import Iterable, Iterator

from cpts_model.engine.explain import describe, format_day
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.register.assembly import Elector, Electorate, QuorumAnswer, QuorumStep, quorum_table
from cpts_model.report.assembly import college_name, profession
from cpts_model.report.text import Line

_WORDS = {
    "title": Text("Assemblée générale le {day} : {structure}", "General assembly on {day}: {structure}"),
    "not_applicable": Text(
        "Sans objet : cette structure n'a pas de statuts d'association.",
        "Not applicable: this structure has no statutes of an association.",
    ),
    "incomplete": Text(
        "La liste des membres n'est pas connue : il peut y avoir d'autres électeurs.",
        "The list of members is not known: there may be other electors.",
    ),
    "electors": Text("Électeurs", "Electors"),
    "open": Text("Droit de vote à vérifier", "Right to vote to be checked"),
    "without_vote": Text("Sans droit de vote", "Without a vote"),
    "nobody": Text("personne", "nobody"),
    "votes": Text("{n} voix", "{n} votes"),
    "votes_one": Text("1 voix", "1 vote"),
    "quorum": Text("Quorum", "Quorum"),
    "if": Text("Selon le nombre de présents", "By the number present"),
    "from_to": Text("de {least} à {most} présents", "{least} to {most} present"),
    "exactly": Text("{least} présents", "{least} present"),
    "exactly_one": Text("1 présent", "1 present"),
}  # fmt: skip

_REACHED = {
    Outcome.SATISFIED: Text("atteint", "reached"),
    Outcome.VIOLATED: Text("non atteint", "not reached"),
    Outcome.UNDETERMINED: Text("on ne peut pas encore le dire", "cannot be said yet"),
    Outcome.NOT_APPLICABLE: Text("aucun quorum n'est exigé", "no quorum is asked for"),
}
_STYLES = {Outcome.SATISFIED: "satisfied", Outcome.VIOLATED: "breaches", Outcome.UNDETERMINED: "unknown"}


def electors_report(electorate: Electorate, lang: Lang) -> Iterator[Line]:
    """The members of that day: who votes, by college; of whom it is open; who does not."""
    structure = describe(electorate.structure, lang)
    yield Line(
        _WORDS["title"].to(lang).format(day=format_day(electorate.on, lang), structure=structure), "head"
    )
    if not electorate.applies:
        yield Line(_WORDS["not_applicable"].to(lang))
        return
    if not electorate.complete:
        yield Line(_WORDS["incomplete"].to(lang), "unknown")
    yield Line()
    yield Line(f"{_WORDS['electors'].to(lang)} ({len(electorate.electors)})", "title.satisfied")
    for college, people in electorate.by_college().items():
        if electorate.colleges or isinstance(college, str):
            yield Line(f"{college_name(college, lang)} ({len(people)})", "article", 1)
        yield from _people(people, lang)
    yield from _others("open", electorate.open, lang)
    yield from _others("without_vote", electorate.without_vote, lang)


def _others(title: str, people: tuple[Elector, ...], lang: Lang) -> Iterator[Line]:
    if people:
        yield Line()
        yield Line(
            f"{_WORDS[title].to(lang)} ({len(people)})", "title.unknown" if title == "open" else "counts"
        )
    by_reason: dict[str, list[Elector]] = {}
    for one in people:
        by_reason.setdefault(" ; ".join(reason.to(lang) for reason in one.why), []).append(one)
    for why, group in by_reason.items():
        if why:
            yield Line(f"{why} ({len(group)})", "article", 1)
        yield from _people(group, lang)


def _people(people: Iterable[Elector], lang: Lang) -> Iterator[Line]:
    for one in people:
        what = profession(one.member, lang)
        said = ", ".join(word for word in (one.name, what, _votes(one, lang)) if word)
        yield Line(f"{said} [{one.id}]", "plain", 2)


def _votes(one: Elector, lang: Lang) -> str:
    if isinstance(one.votes, Unknown) or one.outcome is not Outcome.SATISFIED:
        return ""
    return _WORDS["votes_one" if one.votes == 1 else "votes"].to(lang).format(n=one.votes)


def quorum_report(answer: QuorumAnswer, lang: Lang) -> Iterator[Line]:
    """Whether the quorum is reached, with how many, and how the answer changes as others come."""
    yield Line(_WORDS["quorum"].to(lang), "head")
    first, *rest = answer.explain(lang).splitlines()
    yield Line(first, _STYLES.get(answer.reached, "plain"), 1)
    yield from (Line(line, "plain", 1) for line in rest)
    steps = quorum_table(answer)
    if answer.reached is not Outcome.NOT_APPLICABLE and len(steps) > 1:
        yield Line(f"{_WORDS['if'].to(lang)} :" if lang == "fr" else f"{_WORDS['if'].to(lang)}:", "plain", 1)
        for step in steps:
            yield Line(
                f"{_span(step, lang)} : {_REACHED[step.reached].to(lang)}",
                _STYLES.get(step.reached, "plain"),
                2,
            )


def _span(step: QuorumStep, lang: Lang) -> str:
    words = "from_to" if step.least < step.most else "exactly_one" if step.least == 1 else "exactly"
    return _WORDS[words].to(lang).format(least=step.least, most=step.most)
