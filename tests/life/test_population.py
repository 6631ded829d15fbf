"""Populations as bounds: a masked figure is not zero. Communes and figures are invented."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpts_model.engine.unknown import UNKNOWN, Count, UnknownFact
from cpts_model.facts.checks import BadFact
from cpts_model.facts.contracts import SizeClass
from cpts_model.facts.territories import CommuneFigure, Territory
from cpts_model.life.population import (
    PopulationBounds,
    population_bounds,
    read_figure,
    size_classes,
)

A, B, C = "33063", "33281", "33318"


def figure(commune, population=UNKNOWN, masked_below=UNKNOWN):
    return CommuneFigure(commune=commune, population=population, masked_below=masked_below)


def territory(*figures, communes=(A, B), population=UNKNOWN):
    return Territory(communes=communes, figures=figures, population=population)


def test_told_figures_add_up():
    bounds = population_bounds(territory(figure(A, 100), figure(B, 23)))
    assert (bounds.least, bounds.most) == (123, 123)
    assert bounds.exact
    assert bounds.masked == bounds.unknown == ()


def test_fewer_than_six_is_between_none_and_five():
    bounds = population_bounds(territory(figure(A, 100), figure(B, masked_below=6)))
    assert (bounds.least, bounds.most) == (100, 105)
    assert bounds.masked == (B,)
    assert bounds.count == Count(least=100, most=105)


def test_a_figure_masked_below_one_is_nobody():
    assert population_bounds(territory(figure(A, 100), figure(B, masked_below=1))).exact


@pytest.mark.parametrize("masked_below", [UNKNOWN, None])
def test_a_figure_that_nobody_told_bounds_nothing_above(masked_below):
    bounds = population_bounds(territory(figure(A, 100), figure(B, masked_below=masked_below)))
    assert (bounds.least, bounds.most) == (100, None)
    assert bounds.unknown == (B,)
    with pytest.raises(UnknownFact):
        _ = bounds.count


def test_a_commune_without_a_figure_bounds_nothing_above():
    bounds = population_bounds(territory(figure(A, 100)))
    assert (bounds.least, bounds.most, bounds.unknown) == (100, None, (B,))


def test_where_the_communes_are_unknown_there_may_be_others():
    bounds = population_bounds(territory(figure(A, 100), communes=UNKNOWN))
    assert (bounds.least, bounds.most) == (100, None)


def test_the_told_total_wins_over_bounds_that_hold_it():
    bounds = population_bounds(territory(figure(A, 100), figure(B, masked_below=6), population=103))
    assert bounds.exact
    assert bounds.least == 103
    assert population_bounds(Territory(population=80_000)).least == 80_000


def test_nothing_told_is_no_zero():
    bounds = population_bounds(Territory())
    assert (bounds.least, bounds.most) == (0, None)


@pytest.mark.parametrize(
    ("told", "where"),
    [
        (territory(figure(A, 100), figure(B, 20), population=119), "population: 119 .* add up to 120;"),
        (territory(figure(A, 100), figure(B, masked_below=6), population=99), "100 to 105"),
        (territory(figure(A, 100), figure(B, masked_below=6), population=106), "100 to 105"),
        (territory(figure(A, 100), population=99), "at least 100"),
        (territory(figure(A, 100), figure(A, 100)), r"figures\[1\].commune: '33063' has a figure already"),
        (territory(figure(C, 100)), r"figures\[0\].commune: '33318' is no commune"),
        (territory(figure(A, 6, masked_below=6)), r"figures\[0\].population"),
        (territory(figure(A, masked_below=0)), r"figures\[0\].masked_below"),
    ],
)  # fmt: skip
def test_figures_that_contradict_each_other_are_told(told, where):
    with pytest.raises(BadFact, match=where):
        population_bounds(told)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (territory(figure(A, 100), figure(B, 20), population=119), "119 habitants en tout, quand les communes en font 120 : corriger"),
        (territory(figure(A, 100), figure(B, masked_below=6), population=99), "quand les communes en font de 100 à 105 : corriger"),
        (territory(figure(A, 100), population=99), "quand les communes en font au moins 100 : corriger l'un des deux"),
        (territory(figure(A, 100), figure(A, 100)), "'33063' a déjà un chiffre : retirer l'un des deux"),
        (territory(figure(C, 100)), "'33318' n'est pas une commune du territoire : l'ajouter aux communes, ou retirer son chiffre"),
        (territory(figure(A, 6, masked_below=6)), "6 habitants, dans une case masquée en dessous de 6 : ne pas écrire masked_below"),
        (territory(figure(A, masked_below=0)), "aucun chiffre n'est inférieur à 0 : écrire le seuil du tableau"),
    ],
)  # fmt: skip
def test_and_so_they_are_in_french(told, words):
    with pytest.raises(BadFact) as caught:
        population_bounds(told)
    assert words in caught.value.words.fr


def test_a_figure_below_its_threshold_is_known_all_the_same():
    assert population_bounds(territory(figure(A, 5, masked_below=6), communes=(A,))).exact


@pytest.mark.parametrize(
    ("least", "most", "number", "answer"),
    [
        (100, 105, 100, True),
        (100, 105, 106, False),
        (100, 105, 101, None),
        (100, None, 100, True),
        (100, None, 101, None),
    ],
)
def test_so_many_live_there(least, most, number, answer):
    bounds = PopulationBounds(least=least, most=most)
    if answer is None:
        with pytest.raises(UnknownFact):
            bounds.is_at_least(number)
    else:
        assert bounds.is_at_least(number) is answer


T1, T2, T3, T4 = SizeClass


@pytest.mark.parametrize(
    ("least", "most", "classes"),
    [
        (0, 39_999, (T1,)), (39_999, 39_999, (T1,)), (40_000, 40_000, (T2,)), (39_999, 40_000, (T1, T2)), (79_999, 79_999, (T2,)),
        (80_000, 80_000, (T2, T3)), (80_001, 80_001, (T3,)), (79_990, 79_999, (T2,)), (79_999, 80_001, (T2, T3)),
        (175_000, 175_000, (T3,)), (175_001, 175_001, (T4,)), (174_999, 175_001, (T3, T4)), (0, None, (T1, T2, T3, T4)),
        (80_001, None, (T3, T4)), (175_001, None, (T4,)), (300_000, None, (T4,)), (10, 200_000, (T1, T2, T3, T4)),
    ],
)  # fmt: skip
def test_the_size_classes_that_bounds_leave_open(least, most, classes):
    assert size_classes(PopulationBounds(least=least, most=most)) == classes


def test_the_bounds_in_words():
    bounds = population_bounds(
        territory(figure(A, 12_345), figure(B, masked_below=6), figure(C), communes=(A, B, C))
    )
    assert list(bounds.lines("fr")) == [
        "au moins 12\N{NARROW NO-BREAK SPACE}345 habitants",
        "chiffres masqués : 33281",
        "communes sans chiffre : 33318",
    ]
    assert next(iter(bounds.lines("en"))) == "at least 12,345 inhabitants"
    assert list(PopulationBounds(least=3, most=3).lines("fr")) == ["3 habitants"]
    assert list(PopulationBounds(least=3, most=8).lines("fr")) == ["de 3 à 8 habitants"]


@given(
    st.lists(st.tuples(st.integers(0, 300), st.sampled_from([None, 6, 11])), min_size=1, max_size=6),
    st.data(),
)
def test_masking_a_figure_widens_the_bounds_and_never_moves_them(people, data):
    """What is known with fewer figures holds with all of them."""
    communes = tuple(f"330{place:02}" for place in range(len(people)))
    told, masked = [], []
    for commune, (population, below) in zip(communes, people, strict=True):
        fits = below is not None and population < below
        told.append(figure(commune, population))
        how = data.draw(st.sampled_from(["told", "masked", "unknown", "absent"]))
        if how == "masked" and fits:
            masked.append(figure(commune, masked_below=below))
        elif how == "unknown":
            masked.append(figure(commune))
        elif how != "absent":
            masked.append(figure(commune, population))
    whole = population_bounds(territory(*told, communes=communes))
    part = population_bounds(territory(*masked, communes=data.draw(st.sampled_from([communes, UNKNOWN]))))
    assert whole.exact
    assert part.least <= whole.least
    assert part.most is None or part.most >= whole.least
    assert set(size_classes(whole)) <= set(size_classes(part))


@pytest.mark.parametrize(
    ("cell", "least", "most"),
    [
        ("0", 0, 0), ("7", 7, 7), (" 7 ", 7, 7), ("1 234", 1234, 1234), ("1\u202f234", 1234, 1234), ("1\u00a0234", 1234, 1234),
        ("12 345 678", 12_345_678, 12_345_678), ("1234 hab.", 1234, 1234), ("6 habitants", 6, 6), ("<6", 0, 5), ("< 6", 0, 5),
        ("moins de 6", 0, 5), ("Moins de 10 habitants", 0, 9), ("MOINS DE 11", 0, 10), ("inférieur à 6", 0, 5), ("inf. à 11", 0, 10),
        ("inf 6", 0, 5), ("≤ 5", 0, 5), ("<=5", 0, 5), ("au plus 5", 0, 5), ("5 ou moins", 0, 5), ("inférieur ou égal à 5", 0, 5),
        ("1 à 5", 1, 5), ("de 1 à 5", 1, 5), ("entre 1 et 5", 1, 5), ("1-5", 1, 5), ("1 – 5", 1, 5), ("<1", 0, 0),
    ],
)  # fmt: skip
def test_a_cell_is_read(cell, least, most):
    read = read_figure(cell)
    assert isinstance(read, Count)
    assert (read.least, read.most) == (least, most)


@pytest.mark.parametrize(
    "cell",
    ["", " ", "n.c.", "nc", "NC", "s", "S", "secret", "nd", "n.d.", "n/a", "-", "…", "*", "///", "abc", "-3", "<0", "> 5", "plus de 5",
     "5 à 1", "1,5", "1.234", "1,234", "12 34", "1 2345", "env. 1200", "~1200", "٣", "1e3", "0x10", "9" * 40, "9" * 41, "1" * 10],
)  # fmt: skip
def test_what_is_no_figure_is_unknown_and_not_zero(cell):
    assert read_figure(cell) is UNKNOWN


@pytest.mark.parametrize("value", [None, 6, 6.5, b"7", UNKNOWN])
def test_a_cell_that_is_no_text_is_refused(value):
    with pytest.raises(TypeError, match="read_figure reads a str"):
        read_figure(value)


@given(st.text(max_size=60))
def test_any_cell_gives_bounds_or_nothing(cell):
    read = read_figure(cell)
    assert read is UNKNOWN or 0 <= read.least <= read.most


@given(st.integers(0, 999_999_999))
def test_a_number_is_read_with_or_without_its_spaces(number):
    exact = Count(least=number, most=number)
    assert read_figure(str(number)) == exact
    assert read_figure(f"{number:,}".replace(",", " ")) == exact


def test_a_territory_of_very_many_communes_is_added_up_at_once():
    """There are 35 000 communes: looking each up among all the others would take a minute."""
    communes = tuple(f"{number:05}" for number in range(20_000))
    figures = tuple(figure(commune, 1) for commune in communes)
    begun = time.process_time()
    bounds = population_bounds(territory(*figures, communes=communes))
    assert (bounds.least, bounds.most) == (20_000, 20_000)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("text", ["12\u00b3", "1 234\u00b9", "\u00b2", "\u2460 12", "5\u2070", "1\u00bd"])
def test_a_raised_figure_calls_a_footnote_and_is_no_digit(text):
    assert read_figure(text) is UNKNOWN


@pytest.mark.parametrize("text", ["1\n234", "1\r\n234", "1\t234", "1\u2028234", "1\x0b234"])
def test_two_lines_or_two_columns_are_not_one_number(text):
    assert read_figure(text) is UNKNOWN


def test_a_line_break_around_a_number_parts_nothing():
    assert read_figure("\t1 234\r\n") == Count(least=1234, most=1234)
