"""The dossier to send: what a recipient asks of a CPTS on a day, what is there, missing, due or to check."""

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from cpts_model.engine.dates import add_years
from cpts_model.engine.explain import format_day
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.facts.contracts import ContractYear
from cpts_model.facts.sending import Recipient
from cpts_model.facts.structures import CPTS
from cpts_model.law.aci_cpts.contract import DIALOGUE, contract_of, contract_years, day_of_signature
from cpts_model.law.csp_l1434_12.projet import projet_is_transmitted
from cpts_model.life.deadlines import Deadline, Deadlines, deadlines
from cpts_model.life.deadlines.asking import Answer, ask
from cpts_model.life.sending import asked as tables
from cpts_model.life.sending.asked import Asked
from cpts_model.life.sending.item import Item, ItemState, Section
from cpts_model.life.sending.letter import Region
from cpts_model.life.sending.yearly import of_a_year

_AROUND = 1
"""How many years before and after the day are looked at: the delays of a projet are of months, and a year of the contract ends within one."""


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Checklist:
    """What one recipient asks of a CPTS, on a day."""

    subject_id: str
    recipient: Recipient
    on: date
    region: Region | None
    items: tuple[Item, ...]
    deadlines: Deadlines
    """Those to put in a calendar: of what is to do, and of what the recipient has to answer."""

    def __repr__(self) -> str:
        return f"<Checklist of {self.subject_id} for {self.recipient.value} on {self.on}: {len(self.items)} items>"

    def _with(self, state: ItemState) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.state is state)

    @property
    def there(self) -> tuple[Item, ...]:
        """What is in place."""
        return self._with(ItemState.THERE)

    @property
    def due(self) -> tuple[Item, ...]:
        """What is not there, and has a day that is still to come."""
        return self._with(ItemState.DUE)

    @property
    def pending(self) -> tuple[Item, ...]:
        """What is not there and is not for now: an answer is awaited, or a step before it."""
        return self._with(ItemState.PENDING)

    @property
    def missing(self) -> tuple[Item, ...]:
        """What is not there, its day being past or there being none."""
        return self._with(ItemState.MISSING)

    @property
    def unknown(self) -> tuple[Item, ...]:
        """What cannot be said, for want of a fact or of a clear text."""
        return self._with(ItemState.UNKNOWN)

    def of(self, section: Section) -> tuple[Item, ...]:
        """What is asked at one step."""
        return tuple(item for item in self.items if item.section is section)

    def lines(self, lang: Lang = "fr") -> tuple[str, ...]:
        """The checklist in words, step by step."""
        return tuple(self._lines(lang))

    def _lines(self, lang: Lang) -> Iterator[str]:
        yield self.title(lang)
        for section in Section:
            items = self.of(section)
            if items:
                yield f"{section.label.to(lang)}"
            for item in items:
                yield f"  {item.title.to(lang)} [{item.state.label.to(lang)}]"
                yield from (f"    {line}" for line in item.details(lang))

    def title(self, lang: Lang) -> str:
        """For whom, and of which day."""
        return _TITLE.to(lang).format(self.recipient.label.to(lang), format_day(self.on, lang))


_TITLE = Text("Dossier pour {}, au {}", "Dossier for {}, on {}")


def checklist(cpts: CPTS, *, recipient: Recipient, on: date, region: Region | None = None) -> Checklist:
    """What is asked of a CPTS by the texts, by the agreement or by practice, and where each thing stands.

    ``region`` tells which letter of intent is asked for, and shows it even once the projet is sent.
    Without it the letter is that of the region where the CPTS has its seat, as far as the page of
    that region was read; of a seat that is not told, those of all the regions read, to be checked.
    A step that is past is left out: no letter once the projet is sent, no projet once the contract
    is signed.

    Raises:
        TypeError: the structure is no CPTS, or the recipient is no ``Recipient``.
    """
    if not isinstance(cpts, CPTS):
        raise TypeError(f"the checklist is that of a CPTS, not of a {type(cpts).__name__}")
    if not isinstance(recipient, Recipient):
        raise TypeError(f"recipient= takes Recipient.ARS or Recipient.ASSURANCE_MALADIE, not {recipient!r}")
    around = deadlines(cpts, since=add_years(on, -_AROUND), until=add_years(on, _AROUND))
    items = tuple(_items(cpts, recipient, on, region, around))
    owed = [item.due for item in items if item.due is not None]
    if recipient is Recipient.ARS:
        owed += [one for one in around if one.key in _ANSWERS and not _is_past(one, on)]
    return Checklist(
        subject_id=cpts.id,
        recipient=recipient,
        on=on,
        region=region,
        items=items,
        deadlines=Deadlines({one.uid: one for one in owed}.values()),
    )


_ANSWERS = ("cpts.opposition", "cpts.validation-reputee")
"""What the agency answers to a projet, in words or by its silence."""


def _is_past(deadline: Deadline, on: date) -> bool:
    return isinstance(deadline.day, Unknown) or deadline.day < on


def _items(
    cpts: CPTS, recipient: Recipient, on: date, region: Region | None, around: Deadlines
) -> Iterator[Item]:
    signed = ask(lambda seen: tables.contract_is_signed(seen, on), cpts).value is True
    sent = signed or ask(lambda seen: projet_is_transmitted(seen, on), cpts).value is True
    for one in (
        *(() if sent and region is None else _letter(region)),
        *(() if signed else tables.PROJET),
        *tables.CONTRACT,
    ):
        if recipient in one.to:
            yield from _item(one, cpts, on, around=around)
    for year, due in _years(cpts, on, around):
        for one in of_a_year(year, recipient):
            yield from _item(one, cpts, on, due)


def _letter(region: Region | None) -> tuple[Asked, ...]:
    """What a letter states for a region that is chosen, or for each of those known."""
    regions = tuple(Region) if region is None else (region,)
    stated = (one for each in regions for one in tables.of_a_letter(each, chosen=region is not None))
    return (*stated, tables.LETTER)


def _years(cpts: CPTS, on: date, around: Deadlines) -> Iterator[tuple[ContractYear, Deadline]]:
    """The year of the contract that runs and the one before, as far as the contract ran through them."""
    last_days = {one.key: one for one in around if one.key.startswith(f"{DIALOGUE.id}/")}
    signed_on = ask(lambda seen: seen.contract and day_of_signature(contract_of(seen)), cpts).value
    for year in contract_years(signed_on) if isinstance(signed_on, date) else ():
        due = last_days.get(f"{DIALOGUE.id}/{year.number}")
        if due is not None and year.first_day <= on:
            yield year, due


def _item(
    asked: Asked, cpts: CPTS, on: date, due: Deadline | None = None, around: Iterable[Deadline] = ()
) -> Iterator[Item]:
    """The line of something asked for; none where no text asks for it that day, or not of this CPTS."""
    there = ask(lambda seen: asked.there(seen, on), cpts)
    concerned = _YES if asked.concerns is None else ask(asked.concerns, cpts)
    if there.value is None or concerned.value is False:
        return
    answers = (there, concerned, _too_early(asked, cpts, on, there))
    state = _state(*answers, on, due)
    pending = state is ItemState.PENDING
    doubts = answers if state is ItemState.UNKNOWN else ()
    yield Item(
        key=asked.key,
        section=asked.section,
        title=asked.title,
        state=state,
        basis=asked.basis,
        due=None if state is ItemState.THERE else due,
        awaits=asked.awaits if pending else None,
        awaited=next((one for one in around if one.key == asked.comes_with), None) if pending else None,
        depends_on=tuple({fact.path: fact for answer in doubts for fact in answer.open}.values()),
        reason=next((answer.reason for answer in doubts if answer.reason is not None), None),
        note=asked.note,
    )


_YES, _NO = Answer(value=True), Answer(value=False)


def _too_early(asked: Asked, cpts: CPTS, on: date, there: Answer) -> Answer:
    """Whether it cannot be there yet, of what is not there."""
    early = asked.too_early
    return _NO if early is None or there.value is not False else ask(lambda seen: early(seen, on), cpts)


def _state(there: Answer, concerned: Answer, early: Answer, on: date, due: Deadline | None) -> ItemState:
    if there.value is True:
        return ItemState.THERE
    if any(answer.doubt is not None for answer in (there, concerned, early)):
        return ItemState.UNKNOWN
    if early.value:
        return ItemState.PENDING
    return ItemState.MISSING if due is None or _is_past(due, on) else ItemState.DUE
