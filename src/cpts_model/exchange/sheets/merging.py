"""Bringing a list of members into a structure: matched, completed, added, and nothing overwritten."""

from datetime import date
from typing import Any

import attrs

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import Unknown
from cpts_model.exchange.sheets.model import MemberSheet, SheetFault, SheetRow
from cpts_model.exchange.sheets.names import name_key
from cpts_model.facts.checks import BadFact
from cpts_model.facts.memberships import FeePayment, Membership
from cpts_model.facts.structures import Structure


@attrs.frozen(slots=True, kw_only=True)
class Completion:
    """A membership that a row completes, and the paths of the facts that it adds."""

    line: int
    before: Membership
    after: Membership
    facts: tuple[str, ...]
    by_name: bool = False
    """Whether nothing but the name says that the row is of this member."""


@attrs.frozen(slots=True, kw_only=True)
class Conflict:
    """A fact that is told already, and that a row tells otherwise. Nothing of the row was taken."""

    line: int
    member_id: str
    fact: str
    """The path of the fact: ``joined_on``, ``member.professions``."""
    told: Any
    by_sheet: Any


@attrs.frozen(slots=True, kw_only=True)
class Refusal:
    """A row that was not taken, and why. ``fault`` where it could not be read in the first place."""

    line: int
    why: Text
    mend: Text
    fault: SheetFault | None = None


@attrs.frozen(slots=True, kw_only=True)
class SheetMerge:
    """What merging a sheet does, or would do.

    Where ``done`` is false, ``structure`` is the one that was given, and the rest tells what
    the merge would have done.
    """

    structure: Structure
    done: bool
    added: tuple[Membership, ...] = ()
    completed: tuple[Completion, ...] = ()
    unchanged: tuple[int, ...] = ()
    """The lines that tell nothing new."""
    conflicts: tuple[Conflict, ...] = ()
    refused: tuple[Refusal, ...] = ()


_SAME_NAME = (
    Text("porte le nom d'un membre déjà inscrit, « {who} » : peut-être la même personne", "bears the name of a member already there, \"{who}\": maybe the same person"),
    Text(
        "indiquer le même numéro RPPS des deux côtés, ou compléter la feuille qu'écrit « members export », où la colonne "
        "« Identifiant dans le dossier » dit de qui il s'agit ; si chaque nom de la feuille est bien celui du membre inscrit, "
        "recommencer en disant qu'un même nom est une même personne (--same-names)",
        "tell the same RPPS number on both sides, or complete the sheet that \"members export\" writes, whose column "
        "\"Identifiant dans le dossier\" says who is who; if every name of the sheet is that of the member there, "
        "start again, saying that one name is one person (--same-names)",
    ),
)  # fmt: skip
_OTHER_RPPS = (
    Text("l'identifiant « {who} » est celui d'un membre qui a un autre numéro RPPS", "the identifier \"{who}\" is that of a member with another RPPS number"),
    Text("corriger le numéro, ou donner un autre identifiant", "mend the number, or give another identifier"),
)  # fmt: skip
_WHICH = (
    Text("« {who} » a plusieurs adhésions : rien ne dit laquelle la ligne complète", "\"{who}\" has several memberships: nothing says which one the line completes"),
    Text("indiquer la date d'adhésion", "tell the day of joining"),
)  # fmt: skip
_TWICE = (
    Text(
        "même numéro RPPS que la ligne {who} de la feuille", "the same RPPS number as line {who} of the sheet"
    ),
    Text("retirer la ligne en double", "remove the double line"),
)
_CONTRADICTS = (
    Text("les faits de « {who} » se contrediraient", 'the facts of "{who}" would contradict one another'),
    Text("corriger la ligne ou le dossier", "mend the line or the dossier"),
)


def merge_members(
    structure: Structure, sheet: MemberSheet, *, keep_going: bool = False, same_names: bool = False
) -> SheetMerge:
    """Bring the rows of a sheet into a structure: all of them, or none.

    A row is matched to a member by RPPS number, else by the identifier that the sheet tells. A
    name alone matches nobody, and is refused, to be asked about; with ``same_names`` whoever
    calls says that one name is one person, and each match is told by ``by_name``. A match
    completes what was unknown; where it contradicts a told fact, nothing of the row is taken.
    With ``keep_going`` the rows that can be taken are, and the others are listed.
    """
    merge = _Merge(structure, same_names=same_names)
    for fault in sheet.faults:
        merge.refused.append(Refusal(line=fault.line, why=fault.why, mend=fault.mend, fault=fault))
    for row in sheet.rows:
        if row.membership is not None:
            merge.take(row, row.membership)
    blocked = bool(merge.refused or merge.conflicts) and not keep_going
    changed = bool(merge.added or merge.completed)
    done = changed and not blocked
    return SheetMerge(
        structure=attrs.evolve(structure, members=tuple(merge.members)) if done else structure,
        done=done,
        added=tuple(merge.added),
        completed=tuple(merge.completed),
        unchanged=tuple(merge.unchanged),
        conflicts=tuple(merge.conflicts),
        refused=tuple(sorted(merge.refused, key=lambda refusal: refusal.line)),
    )


class _Merge:
    """The members as they come to be, row after row."""

    def __init__(self, structure: Structure, *, same_names: bool) -> None:
        self._same_names = same_names
        self.members: list[Membership] = (
            list(structure.members) if isinstance(structure.members, tuple) else []
        )
        self.added: list[Membership] = []
        self.completed: list[Completion] = []
        self.unchanged: list[int] = []
        self.conflicts: list[Conflict] = []
        self.refused: list[Refusal] = []
        self._by_id: dict[str, list[int]] = {}
        self._by_rpps: dict[str, str] = {}
        self._by_name: dict[tuple[str, ...], str] = {}
        self._lines: dict[str, int] = {}
        for place, membership in enumerate(self.members):
            self._index(place, membership, named=True)

    def _index(self, place: int, membership: Membership, *, named: bool) -> None:
        member = membership.member
        self._by_id.setdefault(member.id, []).append(place)
        rpps = _rpps(membership)
        if rpps is not None:
            self._by_rpps.setdefault(rpps, member.id)
        if named and isinstance(member.name, str):
            self._by_name.setdefault(name_key(member.name), member.id)

    def take(self, row: SheetRow, told: Membership) -> None:
        """Match a row, and add it, complete somebody by it, or say why not."""
        rpps = _rpps(told)
        if rpps is not None and not row.told_id:
            if rpps in self._lines:
                self._refuse(row, _TWICE, self._lines[rpps])
                return
            self._lines[rpps] = row.line
        known, by_name = self._known(row, told, rpps)
        if known is None:
            self._add(told)
            return
        theirs = [self.members[place] for place in self._by_id[known]]
        if rpps is not None and any(_rpps(one) not in (None, rpps) for one in theirs):
            self._refuse(row, _OTHER_RPPS, known)
            return
        if known != told.member.id:
            if by_name and not self._same_names:
                self._refuse(row, _SAME_NAME, known)
                return
            told = attrs.evolve(told, member=attrs.evolve(told.member, id=known))
        place = _place(theirs, self._by_id[known], told)
        if place is None:
            self._refuse(row, _WHICH, known)
        elif place != _NEW:
            self._complete(row, place, told, by_name=by_name)
        elif by_name and not self._same_names:
            self._refuse(row, _SAME_NAME, known)
        else:
            self._add(told)

    def _known(self, row: SheetRow, told: Membership, rpps: str | None) -> tuple[str | None, bool]:
        """The member that a row is of, and whether nothing but the name says so."""
        if rpps is not None and rpps in self._by_rpps:
            return self._by_rpps[rpps], False
        if told.member.id in self._by_id:
            return told.member.id, rpps is None and not row.told_id
        name = told.member.name
        like = self._by_name.get(name_key(name)) if isinstance(name, str) else None
        alike = like is not None and not self._told_apart(like, told)
        return (like, True) if alike else (None, False)

    def _told_apart(self, like: str, told: Membership) -> bool:
        """Whether two RPPS numbers say that two people bear one name."""
        theirs = _rpps(self.members[self._by_id[like][0]])
        return None not in (theirs, _rpps(told)) and theirs != _rpps(told)

    def _add(self, told: Membership) -> None:
        self.members.append(told)
        self.added.append(told)
        # The names of one sheet are no proposal against one another: its doubles are.
        self._index(len(self.members) - 1, told, named=False)

    def _complete(self, row: SheetRow, place: int, told: Membership, *, by_name: bool) -> None:
        before = self.members[place]
        conflicts = [*_conflicts(row, before, told)]
        if conflicts:
            self.conflicts.extend(conflicts)
            return
        try:
            after, facts = _completed(before, told)
        except BadFact:
            self._refuse(row, _CONTRADICTS, before.member.id)
            return
        if not facts:
            self.unchanged.append(row.line)
            return
        if by_name and not self._same_names:
            self._refuse(row, _SAME_NAME, before.member.id)
            return
        for other in self._by_id[before.member.id]:
            self.members[other] = attrs.evolve(self.members[other], member=after.member)
        self.members[place] = after
        self._index(place, after, named=False)
        self._by_id[before.member.id] = list(dict.fromkeys(self._by_id[before.member.id]))
        self.completed.append(
            Completion(line=row.line, before=before, after=after, facts=tuple(facts), by_name=by_name)
        )

    def _refuse(self, row: SheetRow, said: tuple[Text, Text], who: object) -> None:
        why, mend = (Text(text.fr.format(who=who), text.en.format(who=who)) for text in said)
        self.refused.append(Refusal(line=row.line, why=why, mend=mend))


_NEW = -1


def _place(theirs: list[Membership], places: list[int], told: Membership) -> int | None:
    """The membership that a row speaks of: :data:`_NEW` for another one, ``None`` where it is not said."""
    joined = told.joined_on
    if isinstance(joined, date):
        same = [place for one, place in zip(theirs, places, strict=True) if one.joined_on == joined]
        if same:
            return same[0]
        if all(_ended_by(one, joined) for one in theirs):
            return _NEW
        if isinstance(told.left_on, date) and all(_begun_from(one, told.left_on) for one in theirs):
            return _NEW
    return places[0] if len(places) == 1 else None


def _ended_by(membership: Membership, day: date) -> bool:
    return isinstance(membership.left_on, date) and membership.left_on <= day


def _begun_from(membership: Membership, day: date) -> bool:
    return isinstance(membership.joined_on, date) and membership.joined_on >= day


def _rpps(membership: Membership) -> str | None:
    rpps = getattr(membership.member, "rpps", None)
    return rpps if isinstance(rpps, str) else None


def _facts(membership: Membership) -> dict[str, Any]:
    """Every fact of a membership and of its member that is told, by its path."""
    member = attrs.asdict(membership.member, recurse=False)
    own = attrs.asdict(membership, recurse=False)
    found = {f"member.{name}": value for name, value in member.items()} | own
    return {path: value for path, value in found.items() if path not in ("member", "member.id") and not isinstance(value, Unknown)}  # fmt: skip


def _conflicts(row: SheetRow, before: Membership, told: Membership) -> list[Conflict]:
    if type(before.member) is not type(told.member):
        kinds = (type(one.member).__name__ for one in (before, told))
        return [Conflict(line=row.line, member_id=before.member.id, fact="member", told=next(kinds), by_sheet=next(kinds))]  # fmt: skip
    known, new = _facts(before), _facts(told)
    pairs = [(path, known[path], new[path]) for path in new if path in known]
    # Fees are told in one of two ways, and each contradicts the other.
    pairs += [
        (a, known[b], new[a])
        for a, b in (("fees", "fee_paid"), ("fee_paid", "fees"))
        if a in new and b in known
    ]
    return [
        Conflict(line=row.line, member_id=before.member.id, fact=path, told=one, by_sheet=other)
        for path, one, other in pairs
        if not _agree(path, one, other)
    ]


def _agree(path: str, told: Any, by_sheet: Any) -> bool:
    if path == "member.name":
        return name_key(told) == name_key(by_sheet)
    if path == "fees" and isinstance(told, tuple):
        # Another payment is no contradiction; one that may be the same is.
        return all(fee in told or not any(_may_be_one(fee, other) for other in told) for fee in by_sheet)
    if path == "listed_on":
        return True  # of two lists that somebody stands on, the later one says more
    return bool(told == by_sheet)


def _may_be_one(fee: FeePayment, other: FeePayment) -> bool:
    pairs = [(fee.paid_on, other.paid_on), (fee.amount, other.amount), (fee.for_year, other.for_year)]
    return all(a == b or not _are_told(a, b) for a, b in pairs)


def _are_told(*values: object) -> bool:
    return not any(value is None or isinstance(value, Unknown) for value in values)


def _completed(before: Membership, told: Membership) -> tuple[Membership, list[str]]:
    """The membership with what a row adds, and the paths of what it adds.

    Raises:
        BadFact: the facts cannot be true together.
    """
    known, new = _facts(before), _facts(told)
    added = {path: value for path, value in new.items() if path not in known}
    if "fees" in known and "fees" in new:
        more = tuple(fee for fee in new["fees"] if fee not in known["fees"])
        if more:
            added["fees"] = known["fees"] + more
    if "listed_on" in known and "listed_on" in new and new["listed_on"] > known["listed_on"]:
        added["listed_on"] = new["listed_on"]
    member = {
        path.removeprefix("member."): value for path, value in added.items() if path.startswith("member.")
    }
    own = {path: value for path, value in added.items() if not path.startswith("member.")}
    return attrs.evolve(before, member=attrs.evolve(before.member, **member), **own), list(added)
