"""Bringing a table's figures into a dossier: nothing that is told is overwritten, nothing uncertain is written."""

from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpts_model import UNKNOWN, Territory
from cpts_model.exchange.communes import CommuneTable, fill
from cpts_model.facts.territories import CommuneFigure
from cpts_model.life.population import population_bounds
from exchange.communes.cog_tables import table

TOLD = ("23901", "23907")
SUM = 1240


@pytest.fixture
def cog(tmp_path: Path) -> CommuneTable:
    return table(tmp_path)


def figure(code: str, population: int) -> CommuneFigure:
    return CommuneFigure(commune=code, population=population)


@pytest.mark.parametrize("before", [None, UNKNOWN, Territory(), Territory(communes=TOLD)])
def test_what_is_not_told_is_added(cog: CommuneTable, before: Territory | None) -> None:
    filling = fill(before, cog.territory(TOLD))
    assert filling.territory == Territory(
        communes=TOLD, figures=(figure("23901", 1200), figure("23907", 40)), population=SUM
    )
    told = before is not None and before != UNKNOWN and before.communes != UNKNOWN
    assert filling.added == (("figures", "population") if told else ("communes", "figures", "population"))
    assert filling.contradictions == ()


def test_what_is_told_stays_and_agrees(cog: CommuneTable) -> None:
    before = Territory(communes=TOLD, population=SUM, border_communes=("23902",))
    filling = fill(before, cog.territory(TOLD))
    assert filling.added == ("figures",)
    assert filling.territory.population == SUM
    assert filling.territory.border_communes == ("23902",)
    assert fill(filling.territory, cog.territory(TOLD)).added == ()


def test_a_figure_that_says_nothing_is_completed_in_its_place(cog: CommuneTable) -> None:
    empty = CommuneFigure(commune="23901")
    filling = fill(Territory(communes=TOLD, figures=(empty,)), cog.territory(TOLD))
    assert filling.territory.figures == (figure("23901", 1200), figure("23907", 40))
    kept = fill(
        Territory(communes=("23905",), figures=(CommuneFigure(commune="23905"),)), cog.territory(["23905"])
    )
    assert kept.added == ()
    assert kept.territory.figures == (CommuneFigure(commune="23905"),)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (Territory(communes=TOLD, population=SUM + 1), "population : 1241 au dossier, 1240 d'après la table"),
        (Territory(communes=TOLD, figures=(figure("23901", 7),)), "population de 23901 : 7 au dossier, 1200 dans la table (peut-être un autre millésime)"),
        (Territory(communes=TOLD, figures=(CommuneFigure(commune="23901", masked_below=6),)), "population de 23901 : moins de 6 au dossier, 1200 dans la table (peut-être un autre millésime)"),
        (Territory(communes=("23901",)), "communes : le dossier en donne d'autres que celles qui sont demandées (23907)"),
        (Territory(communes=()), "communes : le dossier en donne d'autres que celles qui sont demandées (23901, 23907)"),
        (Territory(communes=TOLD, figures=(figure("23902", 1),)), "les chiffres du dossier ne s'accordent pas entre eux : figures[0].commune: '23902' is no commune of the territory; add it to communes, or remove its figure"),
    ],
)  # fmt: skip
def test_where_the_dossier_tells_something_else_nothing_is_added(
    cog: CommuneTable, before: Territory, said: str
) -> None:
    filling = fill(before, cog.territory(TOLD))
    assert [one.fr for one in filling.contradictions] == [said]
    assert filling.territory == before
    assert filling.added == ()


def test_a_masked_figure_that_the_table_agrees_with_stays(tmp_path: Path) -> None:
    cog = table(tmp_path, "COM;PMUN\n23901;4\n23902;10\n")
    masked = CommuneFigure(commune="23901", masked_below=6)
    filling = fill(
        Territory(communes=("23901", "23902"), figures=(masked,)), cog.territory(["23901", "23902"])
    )
    assert filling.contradictions == ()
    assert filling.territory.figures == (masked, figure("23902", 10))
    assert filling.territory.population == 14


class TestWhereSomethingIsToBeConfirmed:
    def test_only_the_figures_of_communes_given_by_their_own_code_are_added(self, cog: CommuneTable) -> None:
        told = ("23903", "23907")
        filling = fill(Territory(communes=told), cog.territory(told))
        assert filling.territory == Territory(communes=told, figures=(figure("23907", 40),))
        assert filling.added == ("figures",)

    def test_a_homonym_leaves_the_population_to_be_confirmed(self, cog: CommuneTable) -> None:
        told = ("19901", "23902", "23907")
        filling = fill(Territory(communes=told), cog.territory(told))
        assert filling.added == ("figures",)

    def test_a_city_and_its_arrondissement_are_not_added_up(self, cog: CommuneTable) -> None:
        told = ("75056", "75101")
        filling = fill(Territory(communes=told), cog.territory(told))
        assert filling.territory.figures == (figure("75056", 600),)
        assert filling.territory.population is UNKNOWN

    def test_no_commune_is_told_of_codes_that_were_left_out(self, cog: CommuneTable) -> None:
        filling = fill(UNKNOWN, cog.territory(["23907", "23195"]))
        assert filling.territory == Territory()
        assert filling.added == ()

    @pytest.mark.parametrize(
        ("told", "population", "said"),
        [
            (("23903",), 801, "population : 801 au dossier, de 0 à 800 d'après la table"),
            (("23905", "23907"), 39, "population : 39 au dossier, au moins 40 d'après la table"),
        ],
    )
    def test_a_total_out_of_the_bounds_is_told(
        self, cog: CommuneTable, told: tuple[str, ...], population: int, said: str
    ) -> None:
        filling = fill(Territory(communes=told, population=population), cog.territory(told))
        assert [one.fr for one in filling.contradictions] == [said]
        inside = population - 1 if population > 40 else population + 1
        assert fill(Territory(communes=told, population=inside), cog.territory(told)).contradictions == ()

    def test_all_the_former_codes_give_the_sum_and_no_figure_to_a_code_of_which_the_year_is_not_sure(
        self, cog: CommuneTable
    ) -> None:
        told = ("23902", "23903", "23904")
        filling = fill(Territory(communes=told), cog.territory(told))
        assert filling.territory == Territory(communes=told, population=800)

    def test_told_communes_of_today_are_those_asked_for_by_former_codes(self, cog: CommuneTable) -> None:
        reading = cog.territory(["23902", "23903", "23904"])
        filling = fill(Territory(communes=("23902",)), reading)
        assert filling.contradictions == ()
        assert filling.territory.population == 800


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> CommuneTable:
    return table(tmp_path_factory.mktemp("cog"))


CODES = st.sampled_from(["23901", "23902", "23903", "23905", "23906", "23907", "19901", "2A901", "75056", "75101", "23195", "99134"])  # fmt: skip


@st.composite
def told_territories(draw: st.DrawFn) -> Territory:
    codes = tuple(draw(st.lists(CODES, min_size=1, max_size=5, unique=True)))
    some = draw(st.lists(st.sampled_from(codes), unique=True))
    return Territory(
        communes=codes,
        population=draw(st.one_of(st.just(UNKNOWN), st.integers(0, 3000))),
        figures=draw(
            st.sampled_from([UNKNOWN, tuple(CommuneFigure(commune=code, masked_below=2000) for code in some)])
        ),
    )


@settings(max_examples=300, deadline=None)
@given(before=told_territories())
def test_nothing_told_is_lost_and_what_is_written_agrees(whole: CommuneTable, before: Territory) -> None:
    reading = whole.territory(before.communes)
    after = fill(before, reading).territory
    for field in attrs.fields(Territory):
        told, now = getattr(before, field.name), getattr(after, field.name)
        if field.name == "figures" and told != UNKNOWN:
            assert now[: len(told)] == told
        elif told != UNKNOWN:
            assert now == told
    if after != before:
        found = population_bounds(after)
        if not reading.bounds.exact and before.population == UNKNOWN:
            assert not found.exact or all(line.commune.most == 0 for line in reading.lines if line.partial)
