"""Who belongs: shares that were published of members, of sizes, of professions."""

from functools import partial
from typing import Any

from cpts_model.engine.citations import Evidence
from cpts_model.engine.text import Text
from pages.figures import sources as read
from pages.figures.model import Figure, Precision, Source, Unit, When, reported

_LOIRE = When(2026, 2)


_share = partial(reported, unit=Unit.PERCENT)


# --- Rates of membership

_NO_DENOMINATOR = Text(
    "ni le dénominateur (quels professionnels) ni le jour ne sont dits",
    "neither the denominator (which professionals) nor the day is told",
)


_DOCTORS = Text("médecins généralistes", "general practitioners")
_IN_A_CPTS = Text(
    "part des médecins généralistes qui appartiennent à une CPTS en fonctionnement",
    "share of general practitioners who belong to a functioning CPTS",
)


def _loire(number: float, where: Text) -> Figure:
    return _share(
        number, _LOIRE, read.LOIRE_2026,
        short=Text(f"professionnels, {where.fr}", f"professionals, {where.en}"),
        counts=Text(
            f"part des professionnels de santé locaux membres d'une CPTS, {where.fr}, Pays de la Loire",
            f"share of local health professionals who are members of a CPTS, {where.en}, Pays de la Loire",
        ),
        note=_NO_DENOMINATOR,
    )  # fmt: skip


RATES_FRANCE = (
    _share(7, When(2019), read.DREES_2023, short=_DOCTORS, counts=_IN_A_CPTS),
    _share(20, When(2022), read.DREES_2023, short=_DOCTORS, counts=_IN_A_CPTS,
           note=Text("début 2022 ; 12 % de plus dans un projet, 48 % ni membres ni désireux de l'être",
                     "early 2022; 12% more in a project, 48% neither members nor willing to be")),
    _share(25, When(2025), read.FCPTS_PRESIDENT_2025, short=_DOCTORS, note=_NO_DENOMINATOR,
           counts=Text("part des médecins généralistes adhérents d'une CPTS", "share of general practitioners who joined a CPTS")),
    _share(65, When(2025), read.FCPTS_PRESIDENT_2025, note=_NO_DENOMINATOR,
           short=Text("professionnels, après trois ans", "professionals, after three years"),
           counts=Text("part des professionnels de santé adhérents d'une CPTS au bout de trois ans",
                       "share of health professionals who joined a CPTS, after three years")),
)  # fmt: skip
RATES_LOIRE = (
    _loire(66, Text("CPTS de taille 1", "CPTS of size 1")),
    _loire(18, Text("CPTS de taille 4", "CPTS of size 4")),
    _loire(52, Text("en zone rurale", "in rural areas")),
    _loire(39, Text("en zone urbaine", "in urban areas")),
)

# --- Size classes

_CLASSES = (
    Text("taille 1 : moins de 40 000 habitants", "size 1: under 40,000 inhabitants"),
    Text("taille 2 : de 40 000 à 80 000", "size 2: 40,000 to 80,000"),
    Text("taille 3 : de 80 000 à 175 000", "size 3: 80,000 to 175,000"),
    Text("taille 4 : plus de 175 000", "size 4: over 175,000"),
)


_fcpts = partial(
    _share,
    when=When(2025),
    source=read.FCPTS_2025,
    counts=Text(
        "part des CPTS de cette taille parmi les 310 réponses à une enquête",
        "share of CPTS of this size among the 310 answers to a survey",
    ),
)
_of_loire = partial(
    _share,
    when=_LOIRE,
    source=read.LOIRE_2026,
    counts=Text(
        "part des CPTS de cette taille, Pays de la Loire", "share of CPTS of this size, Pays de la Loire"
    ),
)

SIZES_FCPTS = tuple(
    _fcpts(share, short=size) for share, size in zip((4, 34.9, 38.6, 12.1), _CLASSES, strict=True)
)
SIZES_LOIRE = (
    *(_of_loire(share, short=size) for share, size in zip((12, 41, 38), _CLASSES[:3], strict=True)),
    _of_loire(9, short=_CLASSES[3], evidence=Evidence.DERIVED,
              note=Text("le reste : 100 − 12 − 41 − 38", "the rest: 100 − 12 − 41 − 38")),
)  # fmt: skip

# --- Maisons de santé: the one structure whose professions were published

_of_msp = partial(
    _share,
    when=When(2023),
    source=read.AVECSANTE_2025,
    counts=Text(
        "part de cette profession parmi les 39 975 professionnels des maisons de santé signataires de l'ACI",
        "share of this profession among the 39,975 professionals of maisons de santé that signed the ACI",
    ),
)
PROFESSIONS_MSP = (
    _of_msp(29, short=Text("infirmiers", "nurses")),
    _of_msp(23, short=_DOCTORS),
    _of_msp(12, short=Text("masseurs-kinésithérapeutes", "physiotherapists")),
    _of_msp(36, short=Text("autres professions, non détaillées", "other professions, not told apart"), evidence=Evidence.DERIVED,
            note=Text("le reste : 100 − 29 − 23 − 12", "the rest: 100 − 29 − 23 − 12")),
)  # fmt: skip

# --- Other structures, counted


def _count(number: float, when: When, source: Source, counts: Text, **told: Any) -> Figure:
    return reported(number, when, source, short=counts, counts=counts, **told)


_IN_MSP = Text(
    "professionnels de santé dans ces maisons de santé", "health professionals in these maisons de santé"
)

OTHERS = (
    _count(2031, When(2023), read.AVECSANTE_2025,
           Text("maisons de santé signataires de l'ACI", "maisons de santé that signed the ACI"),
           note=Text("dont 1 953 dites « actives »", "of which 1,953 said to be “active”")),
    _count(39975, When(2023), read.AVECSANTE_2025, _IN_MSP),
    _count(2800, When(2025), read.AVECSANTE_2025, Text("maisons de santé", "maisons de santé"), precision=Precision.ABOUT),
    _count(50000, When(2025), read.AVECSANTE_2025, _IN_MSP, precision=Precision.ABOUT),
    _count(3005, When(2024), read.CENTRES_2024,
           Text("centres de santé conventionnés", "centres de santé under the national agreement")),
    _count(23, When(2019, 7), read.URPS_2019,
           Text("projets d'équipes de soins primaires « ESP CLAP », Pays de la Loire",
                "projects of équipes de soins primaires “ESP CLAP”, Pays de la Loire"),
           note=Text("253 professionnels de santé ; à la mi-juillet", "253 health professionals; in mid-July")),
    _count(43, When(2026, 2, 2), read.LOIRE_2026, Text("CPTS, Pays de la Loire", "CPTS, Pays de la Loire"),
           note=Text("34 signataires de l'ACI, dit l'article, et plus loin 33", "34 that signed the ACI, says the article, and further on 33")),
)  # fmt: skip
