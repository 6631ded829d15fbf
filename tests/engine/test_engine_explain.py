"""Verdicts in words."""

import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

import attrs
import pytest
from hypothesis import given

from cpts_model.engine.assess import assess
from cpts_model.engine.citations import Authority, Citation
from cpts_model.engine.dates import ALWAYS, Period
from cpts_model.engine.explain import day_in_words, describe, explain, fact_lines, last_seen, outcome_words
from cpts_model.engine.law import Law
from cpts_model.engine.observe import Fact
from cpts_model.engine.outcome import Outcome
from cpts_model.engine.rule import Modality
from cpts_model.engine.text import LANGS, Text
from cpts_model.engine.unknown import UNKNOWN, Count
from toy import ON, SPORT, TOY, Club, Level, club, half_told, hall_is_booked, licensed, player, rule

LICENCE_ENDED = """\
player.licence [a] : non respecté
Titre.
Texte : article L1-2, al. 1 du code du sport (loi, texte lu, vu en vigueur le 01/01/2024)
Le texte n'a pas été revu depuis : à vérifier au jour demandé.
Faits lus :
  majeur (players[0].is_adult(2024-03-01)) : oui
    né le (players[0].born_on) : 01/01/1990
  licence (players[0].licence) : néant
Pour y remédier : Remède.
À savoir : Note."""

COLOURS_OPEN = """\
club.colours : undetermined
Title.
Text: article L1-2, al. 1 of the sports code (law, text read, seen in force on 2024-01-01)
The text was not seen again since: check it for the day asked.
Open question: the text is silent on colours
Facts read:
  colours (colours) : vert"""

RIGHT_CLOSED = """\
club.tournament : right not open
Title.
Text: article L1-2, al. 1 of the sports code (law, text read, seen in force on 2024-01-01)
Facts read:
  has a coach (has_coach) : no
    players (players) : none
Where the right is not open: Remedy."""


def test_a_violation_in_french():
    (verdict,) = assess(club(player("a", licence=None)), on=ON, law=TOY).of("player.licence")
    assert verdict.explain() == verdict.explain("fr") == explain(verdict, "fr") == LICENCE_ENDED


def test_an_open_question_in_english():
    (verdict,) = assess(club(), on=ON, law=TOY).of("club.colours")
    assert verdict.explain("en") == COLOURS_OPEN


def test_a_right_not_open_on_a_day_the_text_was_seen():
    (verdict,) = assess(club(), on=date(2024, 1, 1), law=TOY).of("club.tournament")
    assert verdict.explain("en") == RIGHT_CLOSED


def test_the_other_texts_that_say_so_are_named_too():
    also = (Citation(SPORT, "L2"), Citation(SPORT, "L3"))
    law = Law((rule("a", lambda club, on: True, also_cites=also),))
    verdict = assess(club(), on=ON, law=law).verdicts[0]
    assert (
        "\nVoir aussi : article L2 du code du sport ; article L3 du code du sport\n"
        in explain(verdict, "fr") + "\n"
    )
    assert (
        "\nSee also: article L2 of the sports code; article L3 of the sports code\n"
        in explain(verdict, "en") + "\n"
    )


def test_a_text_that_nobody_dated_is_said_to_be_so():
    law = Law((rule("a", lambda club, on: True, checked_on=None),))
    verdict = assess(club(), on=ON, law=law).verdicts[0]
    assert not verdict.beyond_last_check
    assert "lu un jour qui n'est pas indiqué" in explain(verdict, "fr")


def test_a_rule_that_reads_nothing_shows_no_facts():
    law = Law((rule("a", lambda club, on: True),))
    (verdict,) = assess(club(), on=ON, law=law).verdicts
    assert "Faits lus" not in verdict.explain("fr")


@pytest.mark.parametrize(
    ("booked", "changes", "fr", "en"),
    [
        (True, {}, "respecté", "satisfied"),
        (False, {}, "non respecté", "violated"),
        (UNKNOWN, {}, "indéterminé", "undetermined"),
        (False, {"authority": Authority.PRACTICE}, "à surveiller", "warning"),
        (True, {"authority": Authority.PRACTICE}, "respecté", "satisfied"),
        (True, {"modality": Modality.PERMISSION}, "droit ouvert", "right open"),
        (False, {"modality": Modality.PERMISSION}, "droit non ouvert", "right not open"),
        (UNKNOWN, {"modality": Modality.PERMISSION}, "indéterminé", "undetermined"),
        (True, {"applies": lambda club, on: False}, "sans objet", "not applicable"),
        (
            True,
            {"applies": lambda club, on: False, "modality": Modality.PERMISSION},
            "sans objet",
            "not applicable",
        ),
        (False, {"upon": Text("la ligue", "the league")}, "à surveiller", "warning"),
    ],
)
def test_the_outcome_as_it_is_said_of_that_rule(booked, changes, fr, en):
    law = Law((rule("a", hall_is_booked, **changes),))
    (verdict,) = assess(club(hall_booked=booked), on=ON, law=law).verdicts
    assert [outcome_words(verdict, lang) for lang in LANGS] == [fr, en]
    assert verdict.explain("en").splitlines()[0] == f"a : {en}"
    assert ("Remedy." in verdict.explain("en")) is (verdict.outcome is Outcome.VIOLATED)


@given(half_told())
def test_an_explanation_agrees_with_the_outcome_and_shows_every_fact(pair):
    for verdict in assess(pair[0], on=ON, law=TOY).verdicts:
        for lang in LANGS:
            words = verdict.explain(lang)
            first, title, *_ = words.splitlines()
            assert first.startswith(verdict.rule.id)
            assert first.endswith(f" : {outcome_words(verdict, lang)}")
            assert title == verdict.rule.title.to(lang)
            for fact in verdict.facts:
                assert "\n".join(fact_lines(fact, lang, "  ")) in words


def test_a_part_is_named_in_the_language_asked_for():
    law = Law((rule("a", lambda level, club, on: True, each=lambda club, on: (Level.COACH,)),))
    (verdict,) = assess(club(), on=ON, law=law).verdicts
    assert verdict.explain("fr").startswith("a [entraîneur] : ")
    assert verdict.explain("en").startswith("a [coach] : ")


class Plain(Enum):
    WORD = "a word"


class Numbered(Enum):
    ONE = 1

    @property
    def label(self):
        return "not a Text"


@attrs.frozen
class Membership:
    member: object


@attrs.frozen
class Nameless:
    name: object = UNKNOWN


@pytest.mark.parametrize(
    ("value", "fr", "en"),
    [
        (UNKNOWN, "inconnu", "unknown"),
        (None, "néant", "none"),
        (True, "oui", "yes"),
        (False, "non", "no"),
        (0, "0", "0"),
        (1, "1", "1"),
        (2.5, "2.5", "2.5"),
        ("mot", "mot", "mot"),
        (date(2024, 3, 1), "01/03/2024", "2024-03-01"),
        (date(987, 3, 1), "01/03/0987", "0987-03-01"),
        (Text("salle", "hall"), "salle", "hall"),
        ((), "néant", "none"),
        (frozenset(), "néant", "none"),
        ((True, None, "a"), "oui, néant, a", "yes, none, a"),
        (frozenset({"b", "c", "a"}), "a, b, c", "a, b, c"),
        (frozenset({8, 1}), "1, 8", "1, 8"),
        (Decimal("1234.50"), "1234,50", "1234.50"),
        (Decimal("1E+2"), "100", "100"),
        (Level.COACH, "entraîneur", "coach"),
        (Plain.WORD, "a word", "a word"),
        (Numbered.ONE, "1", "1"),
        (Count(2, 2), "2", "2"),
        (Count(1, 3), "1–3", "1–3"),
        (Period(date(2024, 1, 1), date(2025, 1, 1)), "01/01/2024 – 31/12/2024", "2024-01-01 – 2024-12-31"),
        (Period(date(2024, 1, 1)), "01/01/2024 – …", "2024-01-01 – …"),
        (ALWAYS, "… – …", "… – …"),
        (Club(id="id", name="Les Merles"), "Les Merles", "Les Merles"),
        (Club(id="id"), "id", "id"),
        (player("a"), "a", "a"),
        (Membership(player("a")), "a", "a"),
        (Membership(3), "Membership", "Membership"),
        (Nameless(), "Nameless", "Nameless"),
    ],
    ids=repr,
)
def test_a_value_as_a_person_would_write_it(value, fr, en):
    assert [describe(value, lang) for lang in LANGS] == [fr, en]


def test_a_fact_without_a_label_is_shown_by_its_place():
    fact = Fact("a", 1, None, (Fact("a.b", UNKNOWN, Text("mot", "word")),))
    assert list(fact_lines(fact, "en")) == ["(a) : 1", "  word (a.b) : unknown"]


def test_a_part_is_named():
    law = Law((rule("a", licensed, each=lambda club, on: club.players),))
    (verdict,) = assess(club(player("Nadia")), on=ON, law=law).verdicts
    assert verdict.explain("en").startswith("a [Nadia] : satisfied\n")


SCRIPT = """
import sys
from toy import *
from cpts_model.engine.assess import assess
from cpts_model.engine.missing import missing
subject = club(player("a", licence=None), player("b", level=UNKNOWN), captain=player("c"), hall_booked=UNKNOWN)
several = frozenset({"rouge", "vert", "bleu", "noir", "blanc"})
counting = rule("club.counting", lambda club, on: club.count_of(lambda one: one.id in several) == 0)
found = assess(attrs.evolve(subject, colours=several), on=ON, law=TOY.extended(counting))
for verdict in found.verdicts:
    print(verdict.explain("fr"), verdict.explain("en"))
print(missing(subject, on=ON, law=TOY), found.law.changes)
"""


def test_the_same_bytes_in_every_process_whatever_the_hash_seed():
    here = Path(__file__).resolve().parents[1]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": str(here),
                "PYTHONIOENCODING": "utf-8",
                "TZ": zone,
            },
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Pacific/Kiritimati"), ("4242", "America/Adak"))
    }
    assert len(outputs) == 1
    assert b"count_of(<lambda>)" in outputs.pop()


@pytest.mark.parametrize("authority", Authority)
def test_what_never_comes_into_force_is_only_seen(authority: Authority):
    only_seen = authority in (Authority.CASE_LAW, Authority.DOCTRINE, Authority.PRACTICE)
    assert last_seen(ON, authority, "fr") == (
        "vu pour la dernière fois le 01/03/2024" if only_seen else "vu en vigueur le 01/03/2024"
    )
    assert last_seen(ON, authority, "en") == (
        "last seen on 2024-03-01" if only_seen else "seen in force on 2024-03-01"
    )


def test_a_text_seen_on_no_day_that_is_told_says_so():
    assert last_seen(None, Authority.LAW, "fr") == "lu un jour qui n'est pas indiqué"


def test_a_day_is_written_as_in_a_sentence():
    assert day_in_words(date(1901, 7, 1), "fr") == "1er juillet 1901"
    assert day_in_words(date(1901, 7, 1), "en") == "1 July 1901"
    assert day_in_words(date(2024, 2, 29), "fr") == "29 février 2024"
    assert day_in_words(date(2023, 12, 31), "en") == "31 December 2023"
