"""The states of a SISA with regard to its minimum of partners."""

from cpts_model.engine.text import Text
from cpts_model.law.csp_l4041.article import L4041_4
from cpts_model.life.machine import State

_MINIMUM = (L4041_4.cite("I, al. 1"),)
_DISSOLUTION = (L4041_4.cite("I, al. 2"),)
_COURT = (L4041_4.cite("I, al. 3"),)

NO_PARTNER = State(
    id="sans-associe",
    label=Text("pas encore d'associé", "no partner yet"),
    means=Text(
        "Aucun associé n'est entré dans la société : la question du minimum ne se pose pas encore.",
        "No partner has joined the company: the question of the minimum does not arise yet.",
    ),
)
AT_MINIMUM = State(
    id="minimum-atteint",
    label=Text("minimum atteint", "minimum met"),
    means=Text(
        "La société compte au moins deux médecins et un auxiliaire médical parmi ses associés.",
        "The company has at least two médecins and one auxiliaire médical among its partners.",
    ),
    cites=_MINIMUM,
)
BELOW = State(
    id="sous-le-minimum",
    label=Text("sous le minimum, délai en cours", "below the minimum, the delay running"),
    means=Text(
        "Il manque un médecin ou un auxiliaire médical ; personne ne peut encore demander la dissolution pour cela.",
        "A médecin or an auxiliaire médical is missing; nobody may ask for dissolution on that ground yet.",
    ),
    cites=_DISSOLUTION,
)
EXTENDED_OF_RIGHT = State(
    id="delai-prolonge-de-droit",
    label=Text("délai prolongé d'un an, de droit", "delay extended by a year, by right"),
    means=Text(
        "Des salariés remplacent les associés manquants : le délai est prolongé d'un an.",
        "Employees make up for the missing partners: the delay is extended by a year.",
    ),
    cites=_COURT,
)
EXTENDED_BY_COURT = State(
    id="delai-prolonge-par-le-tribunal",
    label=Text("délai accordé par le tribunal", "time given by the court"),
    means=Text(
        "Le tribunal a donné du temps à la société pour remplir de nouveau la condition.",
        "The court has given the company time to meet the condition again.",
    ),
    cites=_COURT,
)
MAY_BE_ASKED = State(
    id="dissolution-peut-etre-demandee",
    label=Text("la dissolution peut être demandée", "dissolution may be asked"),
    means=Text(
        "Tout intéressé peut demander au tribunal la dissolution de la société ; rien n'est automatique.",
        "Anyone interested may ask the court to dissolve the company; nothing is automatic.",
    ),
    cites=_DISSOLUTION,
)
ASKED = State(
    id="dissolution-demandee",
    label=Text("dissolution demandée, devant le tribunal", "dissolution asked, before the court"),
    means=Text(
        "Le tribunal est saisi. Il ne peut pas dissoudre la société si elle remplit la condition le jour où il statue sur le fond.",
        "The court is seised. It may not dissolve the company if the condition is met on the day it rules on the merits.",
    ),
    cites=_COURT,
)
DISSOLVED = State(
    id="dissoute",
    label=Text("dissoute par le tribunal", "dissolved by the court"),
    means=Text("Le tribunal a prononcé la dissolution.", "The court has pronounced the dissolution."),
    cites=_DISSOLUTION,
    final=True,
)
