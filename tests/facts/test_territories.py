"""The figures of a territory, and the stages of a CPTS. Communes and figures are invented."""

import pytest

from cpts_model.engine.labels import label_of
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.checks import BadFact
from cpts_model.facts.people import Professional
from cpts_model.facts.stages import Stage
from cpts_model.facts.territories import CommuneFigure, Territory
from cpts_model.facts.territories import Territory as SameTerritory


def test_the_territory_is_found_where_it_was():
    assert SameTerritory is Territory


def test_a_masked_figure_is_not_zero():
    masked = CommuneFigure(commune="33063", masked_below=6)
    assert masked.population is UNKNOWN
    assert masked != CommuneFigure(commune="33063", population=0)


@pytest.mark.parametrize(
    ("told", "field"),
    [({"population": -1}, "population"), ({"masked_below": -1}, "masked_below")],
)
def test_a_negative_figure_is_refused(told, field):
    with pytest.raises(BadFact, match=field):
        CommuneFigure(commune="33063", **told)


def test_a_negative_total_is_refused():
    with pytest.raises(BadFact, match="population: -5 inhabitants"):
        Territory(population=-5)


def test_nothing_told_is_no_contradiction():
    assert Territory().figures is UNKNOWN
    assert CommuneFigure(commune="33063", population=0, masked_below=None).population == 0


def test_figures_are_told_as_a_tuple():
    with pytest.raises(BadFact, match="figures"):
        Territory(figures=[CommuneFigure(commune="33063")])


@pytest.mark.parametrize(
    ("kind", "field"),
    [(CommuneFigure, "masked_below"), (Territory, "figures"), (Professional, "numero_am")],
)
def test_the_new_facts_have_their_words(kind, field):
    words = label_of(kind, field)
    assert words is not None
    assert words.fr != words.en


def test_the_stages_follow_one_another_as_the_ars_practise_it():
    ranks = [
        Stage.IDEA, Stage.PRE_PROJET, Stage.LETTER_SENT, Stage.LETTER_VALIDATED, Stage.PROJET_SENT, Stage.PROJET_VALIDATED,
        Stage.ACI_NEGOTIATION, Stage.ACI_SIGNED, Stage.MISSIONS_RUNNING, Stage.RENEWED, Stage.TERMINATED,
    ]  # fmt: skip
    assert [stage.rank for stage in ranks] == sorted(stage.rank for stage in ranks)
    assert Stage.PROJET_SENT.rank < Stage.PROJET_OPPOSED.rank < Stage.PROJET_VALIDATED.rank


@pytest.mark.parametrize("stage", Stage)
def test_a_stage_has_a_name_and_says_what_it_rests_on(stage):
    assert stage.label.fr
    assert "ARS" in stage.rests_on.en or "L1" in stage.rests_on.en


def test_only_three_stages_rest_on_an_article():
    resting = [stage for stage in Stage if stage.rests_on.fr.startswith("article")]
    assert resting == [Stage.PROJET_OPPOSED, Stage.PROJET_VALIDATED, Stage.ACI_SIGNED]
