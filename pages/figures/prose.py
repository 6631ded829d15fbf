"""The words of the page of figures."""

from cpts_model.engine.text import Text

TITLE = Text("Les CPTS en chiffres", "CPTS in figures")
TWIN = Text(
    "[This page in English](../figures.md){hreflang=en lang=en}",
    "[Cette page en français](fr/chiffres.md){hreflang=fr lang=fr}",
)
ALT = Text(
    "{title} : les chiffres sont dans le tableau qui suit", "{title}: the figures are in the table below"
)

INTRODUCTION = Text(
    """Combien y a-t-il de CPTS, qui en est membre, combien coûtent-elles ? Des chiffres circulent, souvent sans dire ce qu'ils
comptent, ni quel jour. Chacun de ceux-ci porte ce qu'il compte, le jour dont il parle, qui le dit et comment il est connu. Aucun n'est
estimé ni prolongé : ce qui n'a pas été trouvé reste vide. Aucune règle de la bibliothèque ne s'en sert.""",
    """How many CPTS are there, who belongs to them, what do they cost? Figures go round, often without what they count, or on
which day. Each one here carries what it counts, the day it speaks of, who says so and how it is known. None is estimated or carried
forward: what was not found is left empty. No rule of the library uses them.""",
)

CHAPTERS: dict[str, tuple[Text, Text]] = {
    "growth": (
        Text("Combien de CPTS", "How many CPTS"),
        Text(
            """La loi du 26 janvier 2016 les crée. À l'été 2018, les agences en comptent un peu plus de deux cents, presque toutes à
l'état de projet ; à l'automne, un plan en annonce mille. Les contrats avec l'assurance maladie n'existent que depuis l'accord
interprofessionnel (ACI) de 2019. « Projets », « CPTS », « CPTS actives » et « contrats signés » sont quatre comptes : un même mois peut
en donner deux, et d'une source à l'autre un compte peut baisser sans que rien n'ait fermé.""",
            """The act of 26 January 2016 created them. In summer 2018 the agencies counted a little over two hundred, nearly all of
them projects; in autumn a plan announced a thousand. Contracts with health insurance exist only since the interprofessional agreement
(ACI) of 2019. “Projects”, “CPTS”, “active CPTS” and “contracts signed” are four countings: one month may give two of them, and from one
source to the next a count may fall though nothing closed.""",
        ),
    ),
    "stages": (
        Text("À quel stade", "At which stage"),
        Text(
            """Le pré-projet, la lettre d'intention et la validation du projet de santé précèdent le contrat. Peu de sources disent tous
les stades d'un même jour.""",
            """The pre-project, the letter of intent and the validation of the projet de santé come before the contract. Few sources tell
every stage of one day.""",
        ),
    ),
    "coverage": (
        Text("Quelle part de la population", "What share of the population"),
        Text(
            """Les parts ne se comparent pas d'une source à l'autre : 84 % en février 2024, 82 % en mai 2025. « Du territoire » n'est pas « de la
population », et aucune source lue ne dit ce que « couvrir » veut dire : qu'un habitant vive dans le territoire d'action d'une CPTS ne
dit pas combien de professionnels y adhèrent.""",
            """Shares of two sources do not compare: 84% in February 2024, 82% in May 2025. “Of the territory” is not “of the population”, and
no source read says what “to cover” means: that somebody lives in the territory of action of a CPTS does not tell how many professionals
joined it.""",
        ),
    ),
    "rates": (
        Text("Combien de professionnels adhèrent", "How many professionals join"),
        Text(
            """De 18 % à 66 %, et de 20 % à 65 % : ces taux semblent se contredire parce qu'ils ne disent pas de qui ils sont la part.
Un taux demande un jour, une liste de membres ce jour-là et un dénominateur : tous les professionnels de santé du territoire, les seuls
libéraux, une profession ? La bibliothèque refuse d'en calculer un sans cela
([compter les membres](adhesion.md)).""",
            """From 18% to 66%, and from 20% to 65%: these rates seem to contradict one another because they do not say of whom they are the
share. A rate needs a day, a list of the members that day, and a denominator: all health professionals of the territory, those in private
practice only, one profession? The library refuses to compute one without them ([count members](how-to/membership.md)).""",
        ),
    ),
    "members": (
        Text("De quelles professions", "Of which professions"),
        Text(
            """Aucune source lue ne donne les professions des membres des CPTS. Elles sont connues pour les maisons de santé signataires
de l'ACI ; cela ne dit rien des CPTS.""",
            """No source read gives the professions of the members of CPTS. They are known of the maisons de santé that signed the ACI;
this says nothing of CPTS.""",
        ),
    ),
    "sizes": (
        Text("De quelle taille", "Of which size"),
        Text(
            """L'ACI distingue quatre classes d'après la population du territoire. Une enquête (310 réponses) et une région en donnent la
répartition ; la première ne totalise pas 100 %.""",
            """The ACI has four classes by the population of the territory. A survey (310 answers) and one region give their shares; the
former do not add up to 100%.""",
        ),
    ),
    "money": (
        Text("Combien d'argent", "How much money"),
        Text(
            """Les sommes versées au titre des accords interprofessionnels. Celles des CPTS et celles des maisons de santé relèvent de
deux accords distincts et ne s'additionnent pas en un coût de l'exercice coordonné : les crédits des agences n'y sont pas.""",
            """What was paid under the interprofessional agreements. Those of CPTS and of maisons de santé come from two distinct
agreements, and do not add up to a cost of coordinated care: the money of the agencies is not in them.""",
        ),
    ),
    "others": (
        Text("Les autres structures", "The other structures"),
        Text(
            "Aucun compte des SISA ni des équipes de soins spécialisés n'a été trouvé.",
            "No count of SISA nor of équipes de soins spécialisés was found.",
        ),
    ),
}

CANNOT = Text(
    """## Ce que ces chiffres ne peuvent pas dire

* **Combien de membres ont les CPTS.** Aucun registre national ne le dit, et qui adhère à deux CPTS compterait deux fois.
* **Qui sont ces membres.** Ni par profession, ni libéraux ou salariés.
* **Une courbe.** Deux points de sources différentes ne font pas une évolution : relier les contrats de décembre 2021 (173) et de
  janvier 2022 (134) ferait disparaître trente-neuf contrats que personne n'a résiliés.
* **Ce que l'argent a produit.** Le Sénat a constaté en 2025 que ni l'assurance maladie ni le ministère ne pouvaient en donner la nature.
* **Ce qu'il en est aujourd'hui.** Le dernier compte national trouvé est de mai 2025.""",
    """## What these figures cannot say

* **How many members CPTS have.** No national register tells, and whoever joined two CPTS would count twice.
* **Who these members are.** Neither by profession, nor in private practice or salaried.
* **A curve.** Two points of different sources are no trend: joining the contracts of December 2021 (173) and of January 2022 (134) would
  make thirty-nine contracts vanish that nobody ended.
* **What the money bought.** The Senate found in 2025 that neither health insurance nor the ministry could tell what it was spent on.
* **How things stand today.** The last national count found is of May 2025.""",
)
