"""The diversity of the partners of a maison de santé or of a SISA, on which a part of its ACI rests.

What is encoded was read in the calculator « calculette ACI », version 6, of May 2022, and
nowhere else: see :data:`SOURCE`.
"""

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from cpts_model.engine.explain import describe, format_day
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Count, NotSettled, OpenQuestion, Unknown
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from cpts_model.facts.structures import MSP, SISA
from cpts_model.life.associates import (
    INCOMPLETE,
    PROFESSION_UNKNOWN,
    ToCheck,
    associates_on,
    name_of,
)

PARAMEDICAL_PROFESSIONS = 3
"""How many different paramedical professions the second condition asks for."""

SOURCE = Text(
    "d'après la « calculette ACI », version 6, mai 2022 ; d'autres calculettes posent d'autres conditions au niveau 2 : à confirmer "
    "auprès de la caisse d'assurance maladie",
    "as read in the « calculette ACI », version 6, May 2022; other calculators set other conditions for level 2: to be confirmed "
    "with the health-insurance fund",
)

_SPECIALIST = Text(
    "médecin d'une autre spécialité : la source dit « une profession médicale ou pharmacien en dehors de la médecine générale » sans "
    "dire si une autre spécialité de médecin suffit ; interroger la caisse d'assurance maladie",
    "doctor of another speciality: the source says one medical profession or pharmacist besides general medicine, and not whether "
    "another speciality of doctor is enough; ask the health-insurance fund",
)
_PARAMEDICAL = Text(
    "profession de santé qui n'est pas d'auxiliaire médical : la source ne dit pas si elle est « paramédicale » ; interroger la caisse "
    "d'assurance maladie",
    "a health profession that is no auxiliaire médical: the source does not say whether it is paramedical; ask the "
    "health-insurance fund",
)
_WORDS = {
    "diversity": Text(
        "Diversité des associés au {day} : {structure}", "Diversity of the partners on {day}: {structure}"
    ),
    "level": Text("Niveau atteint : {level}", "Level reached: {level}"),
    "level_open": Text("Niveau atteint : de {least} à {most}", "Level reached: between {least} and {most}"),
    "met": Text("remplie", "met"),
    "not_met": Text("non remplie", "not met"),
    "open": Text("à vérifier", "to be checked"),
    "counted": Text("comptés", "counted"),
    "next": Text("Pour le niveau {level} : {what}", "For level {level}: {what}"),
    "or": Text(" ; ou ", "; or "),
}
_MEDICAL_TITLE = Text(
    "une profession médicale ou un pharmacien, en dehors de la médecine générale",
    "one medical profession or pharmacist, besides general medicine",
)
_PARAMEDICAL_TITLE = Text(
    "trois professions paramédicales différentes", "three different paramedical professions"
)


@attrs.frozen(slots=True, kw_only=True)
class Counted:
    """Somebody who counts towards a condition, and the profession by which they do."""

    professional: Professional
    profession: Profession

    @property
    def name(self) -> str:
        """The name, or the identifier where it is not told."""
        return name_of(self.professional)


@attrs.frozen(slots=True, kw_only=True)
class Condition:
    """One of the two conditions of diversity, and who counts towards it."""

    title: Text
    count: Count
    """How many count: people for the first condition, different professions for the second."""
    needed: int
    counted: tuple[Counted, ...]
    to_check: tuple[ToCheck, ...]

    @property
    def met(self) -> bool:
        """Whether it is met.

        Raises:
            NotSettled: it depends on those who are to be checked.
        """
        return self.count >= self.needed

    @property
    def surely(self) -> bool:
        """Whether it is met whatever is found of those who are to be checked."""
        return self.count.least >= self.needed

    @property
    def possibly(self) -> bool:
        """Whether it is met, or may be."""
        return self.count.most >= self.needed

    def lines(self, lang: Lang) -> Iterator[str]:
        """The condition in words: met or not, by whom."""
        state = "met" if self.surely else "open" if self.possibly else "not_met"
        colon = " : " if lang == "fr" else ": "
        title = self.title.to(lang)
        yield f"{title[:1].upper()}{title[1:]}{colon}{_WORDS[state].to(lang)}"
        if self.counted:
            who = ", ".join(f"{one.name} ({one.profession.label.to(lang)})" for one in self.counted)
            yield f"  {_WORDS['counted'].to(lang)}{colon}{who}"
        for one in self.to_check:
            yield f"  {_WORDS['open'].to(lang)}{colon}{one.name} ({one.why.to(lang)})"


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Diversity:
    """The diversity of the partners: level 1 where one of the two conditions is met, level 2 where both are."""

    structure: MSP | SISA
    on: date
    medical: Condition
    paramedical: Condition
    complete: bool
    """Whether every list of members that could hold one more is told."""

    def __repr__(self) -> str:
        return f"<Diversity of {self.structure.id} on {self.on}: level {self.level}>"

    @property
    def level(self) -> Count:
        """The level, 0 to 2, as bounds."""
        conditions = (self.medical, self.paramedical)
        return Count(
            least=sum(condition.surely for condition in conditions),
            most=sum(condition.possibly for condition in conditions),
        )

    @property
    def missing(self) -> tuple[Text, ...]:
        """What would lead to the next level: any one of these; nothing at level 2."""
        return tuple(_lack(one) for one in (self.medical, self.paramedical) if not one.surely)

    def lines(self, lang: Lang) -> Iterator[str]:
        """The level, the two conditions, what leads further, and where the conditions were read."""
        level = self.level
        day = format_day(self.on, lang)
        yield _WORDS["diversity"].to(lang).format(day=day, structure=describe(self.structure, lang))
        words = _WORDS["level" if level.least == level.most else "level_open"].to(lang)
        yield words.format(level=level.least, least=level.least, most=level.most)
        if not self.complete:
            yield INCOMPLETE.to(lang)
        yield from self.medical.lines(lang)
        yield from self.paramedical.lines(lang)
        if self.missing:
            what = _WORDS["or"].to(lang).join(text.to(lang) for text in self.missing)
            yield _WORDS["next"].to(lang).format(level=level.least + 1, what=what)
        source = SOURCE.to(lang)
        yield source[0].upper() + source[1:]


def _lack(condition: Condition) -> Text:
    if condition.needed == 1:
        return Text(f"{condition.title.fr}, parmi les associés", f"{condition.title.en}, among the partners")
    more = condition.needed - condition.count.least
    return Text(
        f"{more} profession{'s' if more > 1 else ''} paramédicale{'s' if more > 1 else ''} de plus parmi les associés",
        f"{more} more paramedical profession{'s' if more > 1 else ''} among the partners",
    )


def diversity(structure: MSP | SISA, *, on: date) -> Diversity:
    """The diversity of the health professionals who are partners on a day.

    Level 1 asks for one medical profession or pharmacist besides general medicine, or for three
    different paramedical professions; level 2 asks for both. Read in the « calculette ACI »,
    version 6, May 2022 (SECONDARY: the agreement itself was not read); the conditions of level 2
    differ from one calculator to another. A sage-femme, a chirurgien-dentiste and a pharmacien
    count for the first; whether a doctor of another speciality does is an open question of
    the source. The paramedical professions are those of the auxiliaires médicaux; an
    infirmier en pratique avancée is an infirmier, counted once; whether another health
    profession (aide-soignant, préparateur en pharmacie…) is paramedical is left open too.
    """
    listed = associates_on(structure, on=on)
    sure = [one.professional for one in listed.associates]
    unsure = [(one.member, one.why) for one in listed.to_check if isinstance(one.member, Professional)]
    return Diversity(
        structure=structure,
        on=on,
        medical=_medical(sure, unsure, complete=listed.complete),
        paramedical=_paramedical(sure, unsure, on, complete=listed.complete),
        complete=listed.complete,
    )


_Unsure = Iterable[tuple[Professional, Text]]


def _medical(sure: Iterable[Professional], unsure: _Unsure, *, complete: bool) -> Condition:
    counted: list[Counted] = []
    to_check: list[ToCheck] = []
    for one in sure:
        try:
            profession = _other_medical(one)
        except NotSettled as doubt:
            to_check.append(ToCheck(member=one, why=_reason(doubt)))
        else:
            counted += [] if profession is None else [Counted(professional=one, profession=profession)]
    for one, why in unsure:
        if _may_be_other_medical(one):
            to_check.append(ToCheck(member=one, why=why))
    most = len(counted) + len(to_check) + (0 if complete else 1)
    return Condition(
        title=_MEDICAL_TITLE,
        count=Count(least=len(counted), most=most, doubt=_doubt(to_check, complete=complete)),
        needed=1,
        counted=tuple(counted),
        to_check=tuple(to_check),
    )


def _other_medical(one: Professional) -> Profession | None:
    """The profession by which a partner is medical or pharmacist besides general medicine.

    Raises:
        NotSettled: the profession or the speciality is unknown, or the source is silent on it.
    """
    for profession in one.professions_held:
        if profession.is_pharmacien or (profession.is_profession_medicale and not profession.is_medecin):
            return profession
    if one.is_medecin and not one.is_generaliste:
        raise OpenQuestion(_SPECIALIST)
    return None


def _may_be_other_medical(one: Professional) -> bool:
    try:
        return _other_medical(one) is not None
    except NotSettled:
        return True


def _doubt(to_check: Iterable[ToCheck], *, complete: bool) -> OpenQuestion | None:
    """What the source is silent on, where no fact is left to be told."""
    reasons = [one.why for one in to_check]
    silent = complete and reasons and all(why in (_SPECIALIST, _PARAMEDICAL) for why in reasons)
    return OpenQuestion(reasons[0]) if silent else None


def _reason(doubt: NotSettled) -> Text:
    return doubt.reason if isinstance(doubt, OpenQuestion) else PROFESSION_UNKNOWN


def _paramedical(sure: Iterable[Professional], unsure: _Unsure, on: date, *, complete: bool) -> Condition:
    counted: dict[Profession, Counted] = {}
    possible: set[Profession] = set()
    to_check: list[ToCheck] = []
    unbounded = not complete
    for one in sure:
        surely, open_, why = _paramedical_of(one, on)
        for profession in surely:
            counted.setdefault(profession, Counted(professional=one, profession=profession))
        possible |= open_
        if why is not None:
            to_check.append(ToCheck(member=one, why=why))
            unbounded = unbounded or not open_
    for one, doubt in unsure:
        surely, open_, why = _paramedical_of(one, on)
        possible |= surely | open_
        if surely or open_ or why is not None:
            to_check.append(ToCheck(member=one, why=doubt))
            unbounded = unbounded or not (surely | open_)
    most = max(PARAMEDICAL_PROFESSIONS, len(counted)) if unbounded else len(counted.keys() | possible)
    return Condition(
        title=_PARAMEDICAL_TITLE,
        count=Count(least=len(counted), most=most, doubt=_doubt(to_check, complete=complete)),
        needed=PARAMEDICAL_PROFESSIONS,
        counted=tuple(counted.values()),
        to_check=tuple(to_check),
    )


def _paramedical_of(one: Professional, on: date) -> tuple[set[Profession], set[Profession], Text | None]:
    """The professions of a partner that are paramedical, those that may be, and what keeps it open."""
    if isinstance(one.professions, Unknown):
        return set(), set(), PROFESSION_UNKNOWN
    surely: set[Profession] = set()
    open_: set[Profession] = set()
    why: Text | None = None
    for profession in one.professions:
        try:
            if profession.is_auxiliaire_medical_on(on):
                surely.add(profession)
            elif _may_be_paramedical(profession, on):
                raise OpenQuestion(_PARAMEDICAL)
        except OpenQuestion as doubt:
            open_.add(profession)
            why = doubt.reason
    return surely, open_, why


def _may_be_paramedical(profession: Profession, on: date) -> bool:
    """Whether it is a health profession that is neither medical nor that of pharmacien."""
    if (
        profession.is_profession_medicale
        or profession.is_pharmacien
        or profession is Profession.BIOLOGISTE_MEDICAL
    ):
        return False
    return profession.is_health_profession_on(on)
