"""How many CPTS: announced, planned, projects, contracts. Each counting is kept apart from the others."""

from functools import partial

from cpts_model.engine.citations import Evidence
from cpts_model.engine.text import Text
from pages.figures import sources as read
from pages.figures.model import Figure, Precision, Source, Unit, When, reported

VERIFIED, SECONDARY, DERIVED = Evidence.VERIFIED, Evidence.SECONDARY, Evidence.DERIVED
ABOUT, AT_LEAST, BELOW = Precision.ABOUT, Precision.AT_LEAST, Precision.BELOW

_PROJECTS = Text(
    "projets de CPTS en France, à tout stade, de l'idée au contrat signé",
    "projects of CPTS in France at any stage, from the idea to the signed contract",
)
_PROJECT = Text("projets", "projects")
_SIGNED = Text("contrats ACI signés par des CPTS en France", "ACI contracts signed by CPTS in France")
_ACI = Text("ACI signés", "ACI signed")


_projects = partial(reported, short=_PROJECT, counts=_PROJECTS)
_signed = partial(reported, short=_ACI, counts=_SIGNED)


PLANNED = (
    Figure(
        short=Text("annoncées pour 2022", "announced for 2022"),
        counts=Text(
            "CPTS à créer selon le plan « Ma santé 2022 », annoncé à l'automne 2018 : un objectif, non un compte",
            "CPTS to be created under the plan « Ma santé 2022 », announced in autumn 2018: an aim, not a count",
        ),
        number=1000,
        when=When(2022),
        source=read.PRESS_AFTER_2018,
        evidence=SECONDARY,
        note=Text(
            "l'article cité dit l'objectif ; l'année est celle du nom du plan et du titre de presse « 1000 CPTS en 2022 »",
            "the article quoted tells the aim; the year is that of the plan's name and of the press title « 1000 CPTS en 2022 »",
        ),
    ),
)
PROJECTS = (
    _projects(200, When(2018, 6, 30), read.AGENCIES_2018, precision=AT_LEAST,
              note=Text("« un peu plus de 200 projets »", "« un peu plus de 200 projets »")),
    _projects(400, When(2019, 9), read.PRESS_2019, precision=ABOUT,
              note=Text("pour 16 millions d'habitants", "for 16 million inhabitants")),
    _projects(641, When(2021, 5), read.KARETIS_2021),
    _projects(403, When(2022, 1, 20), read.ATLAS_2022,
              note=Text("moins que huit mois plus tôt : le compte n'est pas le même",
                        "fewer than eight months earlier: it is not the same count")),
    _projects(479, When(2022, 2, 14), read.PKF_2022,
              counts=Text("projets de CPTS « en cours de déploiement » en France", "projects of CPTS “in deployment” in France")),
    _projects(781, When(2023, 1), read.GENERALISTE_2023),
    _projects(738, When(2024, 2, 1), read.PLURIPRO_2024),
    _projects(821, When(2024), read.ANDEP_2024, counts=Text("CPTS en France, sans dire à quel stade", "CPTS in France, with no stage told")),
    _projects(809, When(2025, 5), read.SENATE_PRESS_2025, evidence=DERIVED,
              note=Text("somme des trois stades dits (700 + 24 + 85) ; le texte dit « plus de 800 » ; les pré-projets n'y sont pas",
                        "sum of the three stages told (700 + 24 + 85); the text says « plus de 800 »; pre-projects are not in it")),
)  # fmt: skip
VALIDATED = (
    Figure(
        short=Text("projets validés", "validated projects"),
        counts=Text("projets de CPTS définitivement validés en France", "projects of CPTS finally validated in France"),
        number=20, when=When(2018, 6, 30), source=read.AGENCIES_2018, evidence=SECONDARY, precision=ABOUT,
        note=Text("« une vingtaine » ; aucun contrat ACI n'existait encore", "« une vingtaine »; no ACI contract existed yet"),
    ),
)  # fmt: skip
ACTIVE = (
    Figure(
        short=Text("« actives »", "“active”"),
        counts=Text("CPTS dites « actives » en France, sans définition", "CPTS said to be « actives » in France, not defined"),
        number=691, when=When(2024), source=read.ANDEP_2024, evidence=SECONDARY,
    ),
)  # fmt: skip
CONTRACTS = (
    _signed(30, When(2020, 11), read.FMF_2020, precision=BELOW, note=Text("« moins de 30 »", "« moins de 30 »")),
    _signed(117, When(2021, 5), read.KARETIS_2021),
    _signed(173, When(2021, 12), read.AMELI_2021, evidence=VERIFIED),
    _signed(134, When(2022, 1, 20), read.ATLAS_2022,
            note=Text("moins qu'un mois plus tôt dans une autre source : le compte n'est pas le même",
                      "fewer than a month earlier in another source: it is not the same count")),
    _signed(233, When(2022, 2, 14), read.PKF_2022),
    _signed(388, When(2023, 1), read.GENERALISTE_2023),
    _signed(530, When(2024, 2, 1), read.PLURIPRO_2024),
    _signed(624, When(2024, 9, 30), read.UFML_2024, note=Text("dont 116 signés en 2024", "of which 116 signed in 2024")),
    _signed(700, When(2025, 5), read.SENATE_PRESS_2025),
)  # fmt: skip

# --- By stage, where a source tells every stage of one day

_STAGES = {
    "pre": Text("pré-projet", "pre-project"),
    "letter": Text("lettre d'intention validée", "letter of intent validated"),
    "validated": Text("projet validé, non signataire", "project validated, not signed"),
    "signed": Text("contrat ACI signé", "ACI contract signed"),
}


def _stages(when: When, source: Source, **numbers: int) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            short=_STAGES[stage],
            counts=Text(
                f"CPTS en France au stade : {_STAGES[stage].fr}",
                f"CPTS in France at the stage: {_STAGES[stage].en}",
            ),
            number=number,
            when=when,
            source=source,
            evidence=SECONDARY,
        )
        for stage, number in numbers.items()
    )


STAGES = (
    _stages(When(2022, 1, 20), read.ATLAS_2022, validated=37, signed=134),
    _stages(When(2023, 1), read.GENERALISTE_2023, pre=192, letter=159, validated=42, signed=388),
    _stages(When(2024, 2, 1), read.PLURIPRO_2024, pre=26, letter=137, validated=45, signed=530),
    _stages(When(2025, 5), read.SENATE_PRESS_2025, letter=85, validated=24, signed=700),
)
STAGE_NAMES = tuple(_STAGES.values())

# --- Shares of the population, and of other things

_POPULATION = Text(
    "part de la population de la France couverte par une CPTS",
    "share of the population of France covered by a CPTS",
)


_covered = partial(
    reported, short=Text("de la population", "of the population"), counts=_POPULATION, unit=Unit.PERCENT
)


COVERAGE = (
    _covered(25, When(2021, 12), read.AMELI_2021, precision=ABOUT, evidence=VERIFIED,
             short=Text("de la population (CPTS signataires)", "of the population (CPTS that signed)"),
             counts=Text("part de la population couverte par les 173 CPTS signataires d'un ACI",
                         "share of the population covered by the 173 CPTS that signed an ACI"),
             note=Text("« près d'un quart de la population »", "« près d'un quart de la population »")),
    _covered(19, When(2022, 1, 20), read.ATLAS_2022),
    _covered(84, When(2024, 2, 1), read.PLURIPRO_2024,
             note=Text("le titre dit « du territoire »", "the title says « du territoire »")),
    _covered(84, When(2024), read.ANDEP_2024, short=Text("« du territoire »", "“of the territory”"),
             counts=Text("part « du territoire » : ni surface ni population n'est dit", "share « du territoire »: neither area nor population is told")),
    _covered(82, When(2025, 5), read.SENATE_PRESS_2025,
             note=Text("5,4 millions d'habitants hors de toute CPTS", "5.4 million inhabitants outside any CPTS")),
)  # fmt: skip

MEAN_SIZE = (
    Figure(
        short=Text("moyenne, hors grandes villes", "mean, without big cities"),
        counts=Text(
            "population moyenne d'un projet de CPTS, hors grandes villes", "mean population of a project of CPTS, without big cities"
        ),
        number=71888, when=When(2019, 9), source=read.PRESS_2019, evidence=SECONDARY,
        note=Text("la plus petite 8 500, la plus grande 354 193 habitants", "the smallest 8,500, the largest 354,193 inhabitants"),
    ),
    Figure(
        short=Text("moyenne", "mean"),
        counts=Text("population moyenne d'une CPTS", "mean population of a CPTS"),
        number=82000, when=When(2024, 2, 1), source=read.PLURIPRO_2024, evidence=SECONDARY,
    ),
)  # fmt: skip
