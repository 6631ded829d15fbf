"""Which population counts for the size of a CPTS?"""

from cpts_model import CPTS, ContratACI, SizeClass, Text
from cpts_model.engine.dates import add_months
from cpts_model.engine.unknown import UNKNOWN, Unknown
from cpts_model.law.aci_cpts.sizes import BETWEEN_SECOND_AND_THIRD, SECOND_FROM
from pages.answers.question import JUDGED_ON, Case, Group, Question, Says, Silence, Table
from pages.answers.tables import sizes


def _contract(population: int | Unknown, size: SizeClass) -> CPTS:
    return CPTS(
        id="cpts-des-mots",
        contract=ContratACI(signed_on=add_months(JUDGED_ON, -18), population=population, size_class=size),
    )


_SIZE = Says(
    satisfied=Text(
        "La taille du contrat s'accorde avec la population que le contrat retient.",
        "The size of the contract agrees with the population that the contract retains.",
    ),
    violated=Text(
        "La taille du contrat ne s'accorde pas avec la population qu'il retient : à voir avec la caisse d'assurance maladie.",
        "The size of the contract does not agree with the population that it retains: to be taken up with the health-insurance fund.",
    ),
    undetermined=Text(
        "Tant que la population retenue par le contrat n'est pas connue, rien ne se déduit de la taille.",
        "Until the population that the contract retains is known, nothing follows from the size.",
    ),
)

POPULATION = Question(
    slug=Text("population", "population"),
    group=Group.FOUNDING,
    asked=Text(
        "Quelle population compte pour la taille de la CPTS ?",
        "Which population counts for the size of a CPTS?",
    ),
    also=Text(
        "Et les personnes hébergées, les demandeurs d'asile, les estivants ?",
        "What of people in shelters, asylum seekers, summer visitors?",
    ),
    cases=(
        Case(
            what=Text(
                "Une population juste sous le seuil, pour la plus petite taille",
                "A population just below the threshold, for the smallest size",
            ),
            dossier=_contract(SECOND_FROM - 1, SizeClass.T1),
            rule="aci-cpts.taille",
            says=Says(
                satisfied=Text(
                    "C'est la population que votre contrat retient qui compte, et c'est avec elle que la taille doit s'accorder.",
                    "The population that your contract retains is what counts, and the size must agree with it.",
                ),
                violated=_SIZE.violated,
            ),
            leads=True,
        ),
        Case(
            what=Text(
                "La population du seuil, pour la plus petite taille",
                "The population of the threshold, for the smallest size",
            ),
            dossier=_contract(SECOND_FROM, SizeClass.T1),
            rule="aci-cpts.taille",
            says=_SIZE,
        ),
        Case(
            what=Text(
                "La population du seuil entre la deuxième et la troisième taille",
                "The population of the threshold between the second and the third size",
            ),
            dossier=_contract(BETWEEN_SECOND_AND_THIRD, SizeClass.T3),
            rule="aci-cpts.taille",
            says=_SIZE,
        ),
        Case(
            what=Text("Une population que personne n'a dite", "A population that nobody told"),
            dossier=_contract(UNKNOWN, SizeClass.T2),
            rule="aci-cpts.taille",
            says=_SIZE,
        ),
    ),
    silences=(
        Silence(
            Text(
                "Quel recensement, quel millésime ; les personnes hébergées, les demandeurs d'asile, la population d'été : les textes lus n'en disent rien.",
                "Which census, which year; people in shelters, asylum seekers, the summer population: the texts read say nothing of them.",
            ),
            Text("votre contrat, que la caisse applique", "your contract, which the fund applies"),
            Text(
                "Demandez à la caisse d'assurance maladie quelle population elle retient, de quelle année, et quand elle la révise.",
                "Ask the health-insurance fund which population it retains, of which year, and when it revises it.",
            ),
            Text(
                "Les textes lus ne disent ni quel recensement compte, ni s'il faut y ajouter des habitants de passage.",
                "The texts read say neither which census counts, nor whether to add people who are passing through.",
            ),
        ),
    ),
    tables=(Table(title=Text("Les tailles", "The sizes"), write=sizes),),
)
