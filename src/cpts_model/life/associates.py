"""The list of the partners of a maison de santé or of a SISA that the health insurance asks for.

« Liste des professionnels de santé associés de la structure au 31 décembre de l'année indiquant :
nom, prénom, numéro AM, numéro RPPS, profession ou spécialité » (« calculette ACI », version 6,
May 2022).
"""

from collections.abc import Iterable, Iterator
from datetime import MAXYEAR, MINYEAR, date

import attrs

from cpts_model.engine.explain import describe, format_day
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import NotSettled, OpenQuestion, Unknown, both, either
from cpts_model.facts.memberships import Member, Membership
from cpts_model.facts.people import Professional
from cpts_model.facts.reading_tokens import fold
from cpts_model.facts.savoir_faire import SAVOIR_FAIRE
from cpts_model.facts.structures import MSP, SISA

INCOMPLETE = Text(
    "La liste des membres n'est pas entièrement connue : il peut y avoir d'autres associés.",
    "The list of members is not wholly known: there may be other partners.",
)
PROFESSION_UNKNOWN = Text("profession à préciser", "profession to be told")
_WORDS = {
    "partner_unknown": Text("qualité d'associé non renseignée", "not told whether a partner"),
    "presence_unknown": Text(
        "présence comme associé le {day} non établie", "not established whether a partner on {day}"
    ),
    "title": Text(
        "Professionnels de santé associés au {day} : {structure}",
        "Health professionals, partners on {day}: {structure}",
    ),
    "check": Text("À vérifier", "To be checked"),
    "left_out": Text(
        "Associés qui ne sont pas des professionnels de santé", "Partners who are no health professionals"
    ),
    "nobody": Text("personne", "nobody"),
    "lacks": Text("à compléter : {fields}", "to be completed: {fields}"),
}
_FIELDS = {
    "name": Text("nom et prénom", "surname and first name"),
    "numero_am": Text("numéro AM", "AM number"),
    "rpps": Text("numéro RPPS", "RPPS number"),
    "professions": Text("profession ou spécialité", "profession or speciality"),
}


@attrs.frozen(slots=True, kw_only=True)
class Associate:
    """A partner, as the list of the health insurance asks for them."""

    professional: Professional

    @property
    def name(self) -> str:
        """Surname and first name, as told in one field; the identifier where they are not told."""
        return name_of(self.professional)

    def profession(self, lang: Lang) -> str:
        """The professions and, where they are told, the specialities; nothing, where nobody told."""
        professions, specialities = self.professional.professions, self.professional.savoir_faire
        said = [] if isinstance(professions, Unknown) else [one.label.to(lang) for one in professions]
        codes = () if isinstance(specialities, Unknown) else specialities
        return ", ".join([*said, *(SAVOIR_FAIRE.get(code, code) for code in codes)])

    @property
    def lacks(self) -> tuple[Text, ...]:
        """The cells of the list that cannot be filled: the fact is not told, or told to be absent."""
        who = self.professional
        cells = (
            (_FIELDS["name"], who.name),
            (_FIELDS["numero_am"], who.numero_am),
            (_FIELDS["rpps"], who.rpps),
            (
                _FIELDS["professions"],
                who.professions or None if isinstance(who.professions, tuple) else who.professions,
            ),
        )
        return tuple(text for text, value in cells if value is None or isinstance(value, Unknown))


@attrs.frozen(slots=True, kw_only=True)
class ToCheck:
    """Somebody who may have to be listed or counted, and what keeps it open."""

    member: Member
    why: Text

    @property
    def name(self) -> str:
        """The name, or the identifier where it is not told."""
        return name_of(self.member)


@attrs.frozen(slots=True, kw_only=True, repr=False)
class AssociatesList:
    """The health professionals who are partners on a day."""

    structure: MSP | SISA
    on: date
    associates: tuple[Associate, ...]
    to_check: tuple[ToCheck, ...]
    left_out: tuple[Member, ...]
    """Partners who are no health professionals: the list does not ask for them."""
    complete: bool
    """Whether every list of members that could hold one more is told."""

    def __repr__(self) -> str:
        counts = f"{len(self.associates)} partners, {len(self.to_check)} to check"
        return f"<AssociatesList of {self.structure.id} on {self.on}: {counts}>"

    def lines(self, lang: Lang) -> Iterator[str]:
        """The list in words."""
        day = format_day(self.on, lang)
        yield _WORDS["title"].to(lang).format(day=day, structure=describe(self.structure, lang))
        if not self.complete:
            yield INCOMPLETE.to(lang)
        for one in self.associates:
            who = one.professional
            cells = (one.name, _told(who.numero_am), _told(who.rpps), one.profession(lang))
            yield "  " + ", ".join(cell for cell in cells if cell) + _lacking(one, lang)
        if not self.associates:
            yield "  " + _WORDS["nobody"].to(lang)
        if self.to_check:
            yield _WORDS["check"].to(lang)
            yield from (f"  {one.name} ({one.why.to(lang)})" for one in self.to_check)
        if self.left_out:
            yield _WORDS["left_out"].to(lang)
            yield from (f"  {name_of(member)}" for member in self.left_out)


def _told(number: str | None | Unknown) -> str:
    return number if isinstance(number, str) else ""


def _lacking(one: Associate, lang: Lang) -> str:
    if not one.lacks:
        return ""
    fields = ", ".join(text.to(lang) for text in one.lacks)
    return f" [{_WORDS['lacks'].to(lang).format(fields=fields)}]"


def associates_on_31_december(structure: MSP | SISA, *, year: int) -> AssociatesList:
    """The list that the health insurance asks for: the health professionals who are partners on 31 December.

    Of a maison de santé, the partners of the SISA that carries it and the members told to be
    its partners. Somebody of whom it is open whether they were a partner that day, or a health
    professional, is kept apart.

    Raises:
        ValueError: the year is none of the calendar.
    """
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"{year} is no year of the calendar: write 2026")
    return associates_on(structure, on=date(year, 12, 31))


def associates_on(structure: MSP | SISA, *, on: date) -> AssociatesList:
    """The same list, on any day."""
    people = _people(structure)
    found: dict[bool, list[Member]] = {True: [], False: []}
    to_check: list[ToCheck] = []
    for held in people:
        member = held[-1].member
        try:
            if _is_partner(held, on):
                found[_is_health_professional(member, on)].append(member)
        except NotSettled as doubt:
            to_check.append(ToCheck(member=member, why=_why(held, on, doubt)))
    associates = (
        Associate(professional=member) for member in found[True] if isinstance(member, Professional)
    )
    return AssociatesList(
        structure=structure,
        on=on,
        associates=tuple(sorted(associates, key=lambda one: _order(one.professional))),
        to_check=tuple(sorted(to_check, key=lambda one: _order(one.member))),
        left_out=tuple(sorted(found[False], key=_order)),
        complete=_is_complete(structure),
    )


def _people(structure: MSP | SISA) -> list[tuple[Membership, ...]]:
    """The memberships that may make somebody a partner, by person."""
    lists = [structure.members]
    if isinstance(structure, MSP) and isinstance(structure.sisa, SISA):
        lists.append(structure.sisa.members)
    held: dict[str, list[Membership]] = {}
    for members in lists:
        for membership in members if isinstance(members, tuple) else ():
            held.setdefault(membership.member.id, []).append(membership)
    return [tuple(memberships) for memberships in held.values()]


def _is_complete(structure: MSP | SISA) -> bool:
    if isinstance(structure.members, Unknown):
        return False
    if isinstance(structure, SISA) or structure.sisa is None:
        return True
    return isinstance(structure.sisa, SISA) and isinstance(structure.sisa.members, tuple)


def _is_partner(held: Iterable[Membership], on: date) -> bool:
    """Whether one of somebody's memberships makes them a partner that day. Raises NotSettled where it is open."""

    def claim(membership: Membership) -> bool:
        return both(membership.associe, lambda: membership.running_on(on))

    return either(*(lambda one=membership: claim(one) for membership in held))


def _is_health_professional(member: Member, on: date) -> bool:
    return member.is_health_professional(on)


def _why(held: Iterable[Membership], on: date, doubt: NotSettled) -> Text:
    """What keeps open whether somebody belongs on the list."""
    try:
        _is_partner(held, on)
    except NotSettled:
        if any(isinstance(membership.associe, Unknown) for membership in held):
            return _WORDS["partner_unknown"]
    else:
        return doubt.reason if isinstance(doubt, OpenQuestion) else PROFESSION_UNKNOWN
    words = _WORDS["presence_unknown"]
    return Text(words.fr.format(day=format_day(on, "fr")), words.en.format(day=format_day(on, "en")))


def name_of(member: Member) -> str:
    """The name of a member, or the identifier of one who has none."""
    return member.name if isinstance(member.name, str) and member.name.strip() else member.id


def _order(member: Member) -> tuple[str, str]:
    return fold(name_of(member)), member.id
