"""The pictures of figures: which figures each shows, and under which words."""

from collections.abc import Callable, Mapping
from functools import partial

from cpts_model.engine.text import Lang, Text
from pages.figures import growth, membership, money
from pages.figures.bars import Bar, Part, bars_svg
from pages.figures.model import Figure
from pages.figures.points import Series, points_svg
from pages.figures.stack import stack_svg


def _bars(figures: tuple[Figure, ...], *, dated: bool = True) -> tuple[Bar, ...]:
    return tuple(Bar(figure.short, figure, dated) for figure in figures)


SERIES = (
    Series(Text("objectif annoncé (aucun compte)", "aim announced (no count)"), "diamond", "m4", growth.PLANNED),
    Series(Text("projets, à tout stade", "projects, at any stage"), "circle", "m2", growth.PROJECTS),
    Series(Text("contrats ACI signés", "ACI contracts signed"), "square", "m1", growth.CONTRACTS),
    Series(Text("projets validés, avant tout contrat", "projects validated, before any contract"), "triangle", "m3", growth.VALIDATED),
    Series(Text("CPTS dites « actives », sans définition", "CPTS said to be “active”, not defined"), "cross", "m5", growth.ACTIVE),
)  # fmt: skip


def _growth(lang: Lang) -> str:
    return points_svg(
        Text("Combien de CPTS ?", "How many CPTS?"),
        Text(
            "France, depuis la loi du 26 janvier 2016. Rien ne relie les points : ils ne comptent pas la même chose. Un trait couvre l'année quand le jour "
            "n'est pas dit.",
            "France, since the act of 26 January 2016. Nothing joins the points: they do not count the same thing. A line covers the year where the day is "
            "not told.",
        ),
        SERIES,
        years=(2016, 2026),
        scale_of=(1000, 200),
        lang=lang,
    )


def _stages(lang: Lang) -> str:
    return stack_svg(
        Text("À quel stade ?", "At which stage?"),
        Text(
            "CPTS en France par stade, aux jours où une source dit plusieurs stades à la fois.",
            "CPTS in France by stage, on the days when one source tells several stages at once.",
        ),
        growth.STAGES,
        growth.STAGE_NAMES,
        lang,
    )


def _coverage(lang: Lang) -> str:
    return bars_svg(
        Text("Quelle part couverte ?", "What share is covered?"),
        Text(
            "Parts publiées : toutes n'ont pas le même dénominateur.",
            "Shares as published: not all have the same denominator.",
        ),
        (Part(None, _bars(growth.COVERAGE)),),
        100,
        lang,
    )


def _rates(lang: Lang) -> str:
    return bars_svg(
        Text("Combien adhèrent ?", "How many join?"),
        Text(
            "Taux publiés qui se contredisent : le jour ou le dénominateur manque. Ils ne se comparent pas entre eux.",
            "Published rates that contradict one another: the day or the denominator is missing. They do not compare.",
        ),
        (
            Part(Text("En France", "In France"), _bars(membership.RATES_FRANCE)),
            Part(Text("En Pays de la Loire", "In Pays de la Loire"), _bars(membership.RATES_LOIRE)),
        ),
        100,
        lang,
    )


def _sizes(lang: Lang) -> str:
    return bars_svg(
        Text("De quelle taille ?", "Of which size?"),
        Text(
            "Part des CPTS dans chaque classe de taille de l'ACI.",
            "Share of CPTS in each size class of the ACI.",
        ),
        (
            Part(
                Text(
                    "Enquête FCPTS, 2025 (310 réponses ; total 89,6 %)",
                    "FCPTS survey, 2025 (310 answers; total 89.6%)",
                ),
                (
                    *_bars(membership.SIZES_FCPTS, dated=False),
                    Bar(Text("sans taille dite", "no size told"), None),
                ),
            ),
            Part(
                Text("Pays de la Loire, février 2026", "Pays de la Loire, February 2026"),
                _bars(membership.SIZES_LOIRE, dated=False),
            ),
        ),
        100,
        lang,
    )


def _members(lang: Lang) -> str:
    return bars_svg(
        Text("Qui sont les membres ?", "Who are the members?"),
        Text(
            "Professions, là où elles ont été publiées : les maisons de santé, non les CPTS.",
            "Professions, where they were published: of maisons de santé, not of CPTS.",
        ),
        (
            Part(Text("Maisons de santé sous ACI, 2023", "Maisons de santé under the ACI, 2023"),
                 _bars(membership.PROFESSIONS_MSP, dated=False)),
            Part(Text("CPTS", "CPTS"), (Bar(Text("professions des membres", "professions of the members"), None),)),
        ),
        100,
        lang,
    )  # fmt: skip


def _money(lang: Lang) -> str:
    return bars_svg(
        Text("Combien versé ?", "How much was paid?"),
        Text(
            "Au titre des accords interprofessionnels (ACI), par année ; les années non trouvées restent vides.",
            "Under the interprofessional agreements (ACI), by year; years not found are left empty.",
        ),
        (
            Part(Text("Aux maisons de santé", "To maisons de santé"), _years(money.PAID_MSP), beside=True),
            Part(Text("Aux CPTS", "To CPTS"), _years(money.PAID_CPTS), beside=True),
        ),
        160,
        lang,
    )


def _years(figures: tuple[Figure, ...]) -> tuple[Bar, ...]:
    """A bar for each year, and a gap where none was found."""
    found = {figure.when.year: figure for figure in figures}
    return tuple(Bar(Text(str(year), str(year)), found.get(year), dated=False) for year in range(2018, 2026))


PICTURES: Mapping[str, Callable[[Lang], str]] = {
    "growth": _growth,
    "stages": _stages,
    "coverage": _coverage,
    "rates": _rates,
    "sizes": _sizes,
    "members": _members,
    "money": _money,
}


def drawing(name: str, lang: Lang) -> Callable[[], str]:
    """How a picture is drawn in a language."""
    return partial(PICTURES[name], lang)
