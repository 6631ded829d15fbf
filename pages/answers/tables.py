"""The tables that the library computes for some questions."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from itertools import groupby, product, zip_longest

from cpts_model import (
    CDS,
    CPTS,
    ESP,
    MSP,
    FeePayment,
    FeePeriod,
    Law,
    Modality,
    Recipient,
    Rule,
    SizeClass,
    Statutes,
    Structure,
    Text,
    Unknown,
    checklist,
    deadlines,
)
from cpts_model.engine.explain import day_in_words, describe
from cpts_model.engine.text import Lang
from cpts_model.law.aci_cpts.contract import contract_of
from cpts_model.law.aci_cpts.sizes import BETWEEN_SECOND_AND_THIRD, SECOND_FROM, THIRD_UP_TO, possible_classes
from cpts_model.law.csp_d1434_44 import D1434_44
from cpts_model.law.pass_table import PASS, pass_of
from cpts_model.law.statuts.words import clause_words
from cpts_model.life.sending.item import Item, Section
from pages.answers.question import JUDGED_ON
from pages.answers.words import basis, cited, colon, euros, number, rule_link, words
from pages.catalogue.words import capital, period
from pages.page import table, text

Written = Callable[[Lang, Law], str]


def _day(day: date | Unknown | None, lang: Lang) -> str:
    return day_in_words(day, lang) if isinstance(day, date) else describe(day, lang)


def days_covered(regimes: Mapping[FeePeriod, Statutes], fee: FeePayment) -> Written:
    """The days that a fee covers, under the statutes of each regime."""
    return partial(_days_covered, regimes, fee)


def _days_covered(regimes: Mapping[FeePeriod, Statutes], fee: FeePayment, lang: Lang, law: Law) -> str:
    heads = words("what the statutes say", lang), words("paid on", lang), words("days covered", lang)
    paid_on = _day(fee.paid_on, lang)
    rows = (
        (_regime(regime, statutes, lang), paid_on, period(statutes.period_covered(fee), lang))
        for regime, statutes in regimes.items()
    )
    return table(heads, rows)


def _regime(regime: FeePeriod, statutes: Statutes, lang: Lang) -> str:
    label = text(regime.label.to(lang))
    if regime is not FeePeriod.SEASON:
        return label
    return f"{label} ({clause_words(statutes, 'season_first_month').to(lang)})"


def ceilings(lang: Lang, law: Law) -> str:
    """The annual ceiling of each year held since payments have one, and the order that sets it."""
    heads = words("civil year", lang), words("ceiling", lang), words("text", lang)
    first = next(version.period.start for version in D1434_44.versions if version.exists)
    caps = (one for one in PASS if first is None or one.year >= first.year)
    return table(heads, ((str(one.year), euros(one.amount, lang), cited(one.act, lang)) for one in caps))


_STARTS = (0, SECOND_FROM, BETWEEN_SECOND_AND_THIRD, BETWEEN_SECOND_AND_THIRD + 1, THIRD_UP_TO + 1)
"""The populations at which the size may change."""


def sizes(lang: Lang, law: Law) -> str:
    """The size classes, by the populations that they take."""
    heads = words("inhabitants", lang), words("size", lang)
    ranges = zip_longest(_STARTS, (start - 1 for start in _STARTS[1:]))
    return table(heads, ((_range(least, most, lang), _sizes(least, lang)) for least, most in ranges))


def _range(least: int, most: int | None, lang: Lang) -> str:
    if most is None:
        return f"{words('from on', lang)} {number(least, lang)}"
    return number(least, lang) if least == most else f"{number(least, lang)} – {number(most, lang)}"


def _sizes(population: int, lang: Lang) -> str:
    classes = possible_classes(population)
    named = words("or", lang).join(one.label.to(lang) for one in SizeClass if one in classes)
    return named if len(classes) == 1 else f"{named} ({words('not settled', lang)})"


_KINDS: tuple[tuple[type[Structure], Text], ...] = (
    (ESP, Text("Équipe de soins primaires", "Équipe de soins primaires")),
    (MSP, Text("Maison de santé", "Maison de santé")),
    (CPTS, Text("CPTS", "CPTS")),
    (CDS, Text("Centre de santé", "Centre de santé")),
)


def what_each_is(lang: Lang, law: Law) -> str:
    """Of each kind of structure, the definitions and obligations of law in force."""
    return "\n\n".join(_what_it_is(kind, name, lang, law) for kind, name in _KINDS)


def _what_it_is(kind: type[Structure], name: Text, lang: Lang, law: Law) -> str:
    rules = (rule for rule in law.about(kind, JUDGED_ON) if _tells(rule, kind))
    rows = ((text(rule.title.to(lang)), cited(rule.cites, lang), rule_link(rule, lang)) for rule in rules)
    heads = words("what is asked", lang), words("text", lang), words("rule", lang)
    return f"### {name.to(lang)}\n\n{table(heads, rows)}"


def _tells(rule: Rule, kind: type[Structure]) -> bool:
    """Whether a rule of law says of this kind alone what it is, or must do."""
    return (
        rule.about is kind and rule.blocking and rule.modality in (Modality.DEFINITION, Modality.OBLIGATION)
    )


def dates_of(cpts: CPTS, since: date, until: date) -> Written:
    """What is due, opens or ends for a CPTS between two days."""
    return partial(_dates_of, cpts, since, until)


def _dates_of(cpts: CPTS, since: date, until: date, lang: Lang, law: Law) -> str:
    heads = words("day", lang), words("what happens", lang), words("text", lang)
    found = deadlines(cpts, since=since, until=until)
    of_the_projet = (one for one in found if (one.basis.rule_id or "") in law)
    rows = ((_day(one.day, lang), text(one.title.to(lang)), basis(one.basis, lang)) for one in of_the_projet)
    return table(heads, rows)


def what_to_send(starting: CPTS, running: CPTS) -> Written:
    """What the agency and the fund ask at each step, of a CPTS that starts and of one that runs."""
    return partial(_what_to_send, starting, running)


def _what_to_send(starting: CPTS, running: CPTS, lang: Lang, law: Law) -> str:
    asked: dict[str, tuple[Item, list[Recipient]]] = {}
    for cpts, recipient in product((starting, running), Recipient):
        for item in checklist(cpts, recipient=recipient, on=JUDGED_ON).items:
            yearly = item.section is Section.YEAR
            if yearly == (cpts is running) and not (yearly and _is_past(item)):
                asked.setdefault(item.key, (item, []))[1].append(recipient)
    signed = f"{words('signed', lang)} {_day(contract_of(running).signed_on, lang)}{colon(lang)}"
    return "\n\n".join(
        _step(step, asked.values(), signed if step is Section.YEAR else "", lang) for step in Section
    )


def _is_past(item: Item) -> bool:
    return item.due is None or item.due.day <= JUDGED_ON


def _step(step: Section, asked: Iterable[tuple[Item, list[Recipient]]], lead: str, lang: Lang) -> str:
    heads = [words(key, lang) for key in ("what is asked", "to whom", "text")]
    of_the_step = (one for one in asked if one[0].section is step)
    # What one text asks of one recipient stands in one row.
    by_text = groupby(of_the_step, key=lambda one: (one[0].basis, one[1]))
    rows = (
        (
            "<br>".join(_asked(item, lang) for item, _ in group),
            words("and", lang).join(one.label.to(lang) for one in to),
            basis(text_behind, lang),
        )
        for (text_behind, to), group in by_text
    )
    return f"### {step.label.to(lang)}\n\n{lead}\n\n{table(heads, rows)}"


def _asked(item: Item, lang: Lang) -> str:
    """An item. The last day is that of the dialogue: no text gives one to what is sent for it."""
    title = text(item.title.to(lang))
    if item.due is None:
        return title
    if item.due.basis.rule_id != item.basis.rule_id:
        return f"{title}<br>{words('for the dialogue', lang)}"
    return f"{title}<br>{capital(words('at the latest', lang))} {_day(item.due.day, lang)}"


def ceiling_of_the_year(lang: Lang) -> str:
    """The ceiling of the year judged, in one line."""
    one = pass_of(JUDGED_ON.year)
    return f"{words('ceiling of', lang)} {one.year}{colon(lang)} {euros(one.amount, lang)} ({cited(one.act, lang)})."
