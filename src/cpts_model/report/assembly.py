"""The general-assembly pack: what a secretary prints before an assembly, and the sheet that is signed."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from cpts_model.engine.cells import starts_formula
from cpts_model.engine.explain import describe
from cpts_model.engine.law import Law
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Lang
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.memberships import Member
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Professional
from cpts_model.law import LAW
from cpts_model.register.assembly import Elector, Electorate, QuorumAnswer, quorum
from cpts_model.report.assembly_page import page
from cpts_model.report.assembly_words import college_name, say
from cpts_model.report.visible import visible

if TYPE_CHECKING:
    from cpts_model.register import Register

__all__ = ["AssemblyPack", "Row", "assembly_pack", "cell", "college_name", "profession"]

RIGHT = {Outcome.SATISFIED: "yes", Outcome.UNDETERMINED: "check", Outcome.VIOLATED: "no"}


@attrs.frozen(slots=True, kw_only=True)
class AssemblyPack:
    """The pack of one assembly: who votes, the quorum before anybody came, and the sheets to print."""

    electorate: Electorate
    quorum: QuorumAnswer
    lang: Lang

    @cached_property
    def rows(self) -> tuple["Row", ...]:
        """The lines of the attendance sheet: electors and those to check by college, then those without a vote."""
        return tuple(_rows(self.electorate, self.lang))

    @property
    def csv(self) -> bytes:
        """The attendance sheet for a spreadsheet: UTF-8 with its mark, semicolons, no cell that is a formula."""
        written = io.StringIO()
        writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
        writer.writerow(
            say(word, self.lang)
            for word in ("number", "name", "profession", "college", "right", "votes", "signature", "proxy_to")
        )
        for row in self.rows:
            cells = (row.number, row.name, row.profession, row.college, row.right, row.votes, "", "")
            writer.writerow(map(cell, cells))
        return written.getvalue().encode("utf-8-sig")

    @property
    def html(self) -> str:
        """The pack as one page to print: no script, nothing fetched, every name as text."""
        return page(self)


@attrs.frozen(slots=True, kw_only=True)
class Row:
    """A line of the attendance sheet. It says nothing of a person that the sheet has no use for."""

    number: str
    name: str
    profession: str
    college: str
    right: str
    votes: str
    outcome: Outcome


def assembly_pack(
    register: "Register", structure_id: str, *, on: date, lang: Lang = "fr", law: Law = LAW
) -> AssemblyPack:
    """The pack of a structure's general assembly.

    Raises:
        UnknownStructure: the register holds no such structure.
        ValueError: the library does not speak the language.
    """
    say("assembly", lang)
    answer = quorum(register, structure_id, present=(), on=on, law=law)
    return AssemblyPack(electorate=answer.electorate, quorum=answer, lang=lang)


def _rows(electorate: Electorate, lang: Lang) -> Iterator[Row]:
    voting = electorate.in_colleges((*electorate.electors, *electorate.open))
    ordered = [one for people in voting.values() for one in people]
    for number, one in enumerate((*ordered, *electorate.without_vote), start=1):
        yield Row(
            number=str(number),
            name=visible(one.name),
            profession=visible(profession(one.member, lang)),
            college=college_name(one.college, lang) if _in_colleges(electorate, one) else "",
            right=say(RIGHT[one.outcome], lang),
            votes=_votes(one),
            outcome=one.outcome,
        )


def _in_colleges(electorate: Electorate, one: Elector) -> bool:
    return bool(electorate.colleges) or isinstance(one.college, str)


def _votes(one: Elector) -> str:
    """The votes, or nothing: the place to write them by hand."""
    return "" if isinstance(one.votes, Unknown) or one.outcome is Outcome.UNDETERMINED else str(one.votes)


def profession(member: Member, lang: Lang) -> str:
    """What a member is: their professions, their role, or the kind of organisation; nothing, where nobody told."""
    what: object
    if isinstance(member, Professional):
        what = member.professions
    elif isinstance(member, Organisation):
        what = member.kind
    else:
        what = member.role
    return "" if isinstance(what, Unknown) or what == () else describe(what, lang)


def cell(text: str) -> str:
    """A cell that a spreadsheet shows as text: what would begin a formula gets an apostrophe."""
    return f"'{text}" if starts_formula(text) else text
