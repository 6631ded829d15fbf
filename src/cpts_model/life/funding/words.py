"""The words of an answer about money."""

from typing import Any

from cpts_model.engine.explain import describe
from cpts_model.engine.text import Text


def filled(form: Text, **values: Any) -> Text:
    """A form of words with its blanks filled, each value as the language says it."""
    fr = {name: describe(value, "fr") for name, value in values.items()}
    en = {name: describe(value, "en") for name, value in values.items()}
    return Text(form.fr.format(**fr), form.en.format(**en))


NO_CONTRACT = Text("aucun contrat ACI", "no ACI contract")
CONTRACT_UNKNOWN = Text(
    "le dossier ne dit pas s'il y a un contrat ACI : l'indiquer",
    "the dossier does not say whether there is an ACI contract: tell it",
)
NOT_SIGNED = Text("le contrat ACI n'est pas signé ce jour-là", "the ACI contract is not signed that day")
SIGNATURE_UNKNOWN = Text(
    "la date de signature du contrat ACI n'est pas indiquée",
    "the day on which the ACI contract was signed is not told",
)
BEFORE_THE_AGREEMENT = Text(
    "le contrat est signé avant l'entrée en vigueur de l'accord (25/08/2019)",
    "the contract was signed before the agreement came into force (2019-08-25)",
)
END_OF_CALENDAR = Text(
    "l'année du contrat irait au-delà du calendrier (31/12/9999)",
    "the year of the contract would run beyond the calendar (9999-12-31)",
)
OVER = Text("le contrat ACI est terminé ce jour-là", "the ACI contract is over that day")
TERMINATED = Text(
    "le contrat ACI est résilié ; la CPTS rembourse les avances prorata temporis (principe rapporté par des sources secondaires, montant "
    "non calculé ici)",
    "the ACI contract is terminated; the CPTS repays advances prorata temporis (a principle that secondary sources report; the amount is "
    "not computed here)",
)
RUNS_ALL_YEAR = Text(
    "que le contrat coure toute l'année : son terme ou une éventuelle résiliation ne sont pas indiqués",
    "that the contract runs all year: its end, or a termination, are not told",
)
ANNEX_UNTOLD = Text(
    "que l'annexe du contrat, qui n'est pas indiquée, ne donne pas d'autres montants que ceux de l'accord",
    "that the annex of the contract, which is not told, gives no other amounts than those of the agreement",
)
PARTS_UNTOLD = Text(
    "que, pour les parts de l'année qui ne sont pas indiquées, l'annexe du contrat ne donne pas d'autres montants que ceux de l'accord",
    "that, for the parts of the year that are not told, the annex of the contract gives no other amounts than those of the agreement",
)
FIVE_YEARS_PAST = Text(
    "que le contrat ait été renouvelé : cinq ans ont passé depuis sa signature, et la règle de renouvellement n'a pas été trouvée",
    "that the contract was renewed: five years have passed since its signature, and the rule of renewal was not found",
)
SIZE_OF_THE_POPULATION = Text(
    "que le contrat ne retienne pas une autre taille que celle de la population indiquée",
    "that the contract retains no other size than that of the population told",
)
SIZE_UNKNOWN = Text(
    "la taille n'est pas connue : indiquer la taille ou la population que le contrat retient",
    "the size is not known: tell the size, or the population, that the contract retains",
)
PARTIAL_YEAR = Text(
    "le contrat se termine en cours d'année : la part de l'année n'est pas calculée ici",
    "the contract ends in the course of the year: the share of the year is not computed here",
)
TOLD_TWICE = Text(
    "le dossier donne deux fois le montant de cette année : n'en garder qu'un",
    "the dossier gives the amount of that year twice: keep one",
)
TOLD_OTHERWISE = Text(
    "le contrat, selon le dossier, s'écarte de l'accord, qui donne {amount} ({source})",
    "the contract, as told, differs from the agreement, which gives {amount} ({source})",
)
NOT_AN_ANNIVERSARY = Text(
    "montants indiqués pour une année qui commencerait le {day}, qui n'est pas un anniversaire de la signature : ils ne sont pas repris",
    "amounts told for a year that would begin on {day}, which is no anniversary of the signature: they are left out",
)
NOT_A_MISSION = Text(
    "montants indiqués pour « {mission} », qui n'est pas parmi les missions indiquées du contrat : ils ne sont pas repris",
    "amounts told for “{mission}”, which is not among the missions told of the contract: they are left out",
)
MISSIONS_UNKNOWN = Text(
    "les missions du contrat ne sont pas indiquées", "the missions of the contract are not told"
)
START_UNKNOWN = Text(
    "la date de démarrage de la mission n'est pas indiquée : l'année du démarrage, la part fixe est calculée au prorata",
    "the day the mission started is not told: in the year of the start, the fixed part is in proportion",
)
STARTS_WITHIN = Text(
    "la mission démarre en cours d'année : la part fixe est au prorata jusqu'à l'anniversaire, et la méthode de calcul (jours ou mois) n'a "
    "pas été trouvée",
    "the mission starts in the course of the year: the fixed part is in proportion up to the anniversary, and how that is counted (days or "
    "months) was not found",
)
NOT_STARTED = Text(
    "la mission n'a pas démarré : sa part fixe est versée à partir du démarrage",
    "the mission has not started: its fixed part is paid from its start on",
)
FIRST_PLAN_OR_UPDATE = Text(
    "première année du plan de crise, ou mise à jour : la mission a démarré depuis moins d'une année contractuelle entière",
    "first year of the crisis plan, or its update: the mission started less than a whole year of the contract before",
)
AFTER_THE_DIALOGUE = Text(
    "connue seulement après le dialogue de gestion, selon les indicateurs atteints",
    "known only after the dialogue de gestion, according to the indicators reached",
)
IF_A_CRISIS = Text(
    "due seulement si une crise sanitaire grave est reconnue, et selon l'action menée",
    "due only where a serious health crisis is recognised, and according to the action taken",
)
TELL_THE_ANNEX = Text(
    "Les montants de l'annexe du contrat, une fois indiqués pour l'année, remplacent ceux de l'accord et complètent ceux qui manquent.",
    "The amounts of the annex of the contract, once told for the year, replace those of the agreement and complete those that are missing.",
)
START_UP_AID = Text(
    "Première année : une aide renforcée à la création existe depuis l'avenant 2 de l'accord ; ses montants n'ont pas été trouvés, et elle "
    "n'est pas comptée ici.",
    "First year: reinforced support at creation exists since the second avenant of the agreement; its amounts were not found, and it is "
    "not counted here.",
)
CONTRACT_YEAR = Text(
    "{number}e année du contrat, du {first} au {last}", "year {number} of the contract, {first} to {last}"
)
FIRST_CONTRACT_YEAR = Text(
    "1re année du contrat, du {first} au {last}", "first year of the contract, {first} to {last}"
)
CIVIL_YEAR = Text("année civile {year}", "civil year {year}")

AT_SIGNATURE = Text(
    "à la signature, en entier, si le dossier est complet",
    "at signature, in full, if the dossier is complete",
)
AT_THE_ANNIVERSARY = Text("avance de 75 % à l'anniversaire", "advance of 75% at the anniversary")
AT_THE_START = Text("avance de 75 % au démarrage de la mission", "advance of 75% when the mission starts")
AT_THE_START_OR_ANNIVERSARY = Text(
    "avance de 75 % à l'anniversaire, ou au démarrage s'il vient plus tard",
    "advance of 75% at the anniversary, or at the start if that comes later",
)
BALANCE_OF_FUNCTIONING = Text(
    "solde, avec celui de la rémunération de l'année précédente",
    "balance, with that of the pay of the year before",
)
BALANCE_AT_NEXT = Text("solde à l'anniversaire suivant", "balance at the next anniversary")
VARIABLE_PAID = Text("après le dialogue de gestion", "after the dialogue de gestion")

FUNCTIONING = Text("crédit de fonctionnement", "functioning credit")
MISSIONS = Text("missions du contrat", "missions of the contract")
FIXED_OF = Text("{mission} : part fixe", "{mission}: fixed part")
VARIABLE_OF = Text("{mission} : part variable", "{mission}: variable part")
CRISIS_OF = Text(
    "{mission} : en cas de crise grave reconnue", "{mission}: where a serious crisis is recognised"
)
CEILING_OF_AVENANT_2 = Text(
    "ce plafond est celui de l'avenant 2 de l'accord : le contrat a été signé avant, et rien n'indique qu'un avenant le lui ait appliqué dès le "
    "début de l'année",
    "this ceiling is that of avenant 2 of the agreement: the contract was signed before it, and nothing tells that an amendment applied it "
    "from the beginning of the year",
)
CEILING = Text("plafond de la taille, toutes parts réunies", "ceiling of the size, all parts together")

# Maisons de santé
CONTRACT_PART_OF_YEAR = Text(
    "le contrat ne court pas toute l'année civile : ce qui est dû pour une partie d'année n'a pas été trouvé",
    "the contract does not run for the whole civil year: what is due for a part of a year was not found",
)
MSP_OVER = Text(
    "le contrat ACI est terminé ce jour-là ; le solde de l'année entamée n'est pas calculé ici",
    "the ACI contract is over that day; the balance of the year begun is not computed here",
)
INDICATORS_UNKNOWN = Text(
    "les indicateurs de l'année {year} ne sont pas indiqués", "the indicators of the year {year} are not told"
)
INDICATORS_TWICE = Text(
    "les indicateurs de l'année {year} sont donnés deux fois : n'en garder qu'un jeu",
    "the indicators of the year {year} are given twice: keep one set",
)
PREREQUISITE_MISSED = Text(
    "prérequis non atteint ({names}) : rien n'est versé pour l'année",
    "required indicator not reached ({names}): nothing is paid for the year",
)
NEW_STRUCTURE = Text(
    "une structure nouvelle (projet déposé moins d'un an avant la signature du contrat) relève d'un régime dérogatoire, dont le contenu n'a "
    "pas été trouvé",
    "a new structure (projet lodged less than a year before the contract was signed) is under a derogatory regime, of which the content "
    "was not found",
)
PREREQUISITES_REACHED = Text(
    "que les prérequis soient atteints ({names}) : sans eux, rien n'est versé",
    "that the required indicators are reached ({names}): without them nothing is paid",
)
TELL_THE_INDICATOR = Text("à indiquer : {fact}", "to be told: {fact}")
YEAR_S_PAY = Text("rémunération de l'année civile", "pay of the civil year")
MSP_PAID = Text(
    "par une avance, puis le règlement annuel", "by an advance, then the yearly settlement"
)  # fmt: skip
POINT = Text("Un point vaut {value} € ({source}).", "A point is worth €{value} ({source}).")
MSP_ADVANCE = Text(
    "L'avance est de 60 % de ce que donneraient tous les indicateurs du socle, et d'au moins 12 000 € (sources secondaires) ; son montant "
    "n'est pas calculé, faute de connaître tous les points du socle.",
    "The advance is 60% of what all the base indicators would give, €12,000 at least (secondary sources); its amount is not computed, as not all "
    "the points of the base are known.",
)

# The other structures
NO_ACI_FOR_ESP = Text(
    "aucun accord conventionnel n'a été vu pour les équipes de soins primaires : elles n'ont pas de rémunération ACI ; une aide régionale "
    "(FIR) relève de l'ARS",
    "no agreement was seen for équipes de soins primaires: they have no ACI pay; regional money (FIR) is a matter for the ARS",
)
CDS_AMOUNTS = Text(
    "montants de l'accord national des centres de santé non trouvés (en euros depuis l'accord du 28 août 2025, en points avant)",
    "amounts of the national agreement of the centres de santé not found (in euros since that of 28 August 2025, in points before)",
)
CDS_PAY = Text(
    "rémunération de l'accord national des centres de santé",
    "pay under the national agreement of the centres de santé",
)
ESS_BEFORE_2025 = Text(
    "le financement conventionnel des équipes de soins spécialisés commence le 01/01/2025",
    "money under the agreement for équipes de soins spécialisés begins on 2025-01-01",
)
ESS_AMOUNTS = Text(
    "montants rapportés différemment d'une source à l'autre : à demander à la caisse d'assurance maladie",
    "amounts reported differently from one source to the next: ask the health-insurance fund",
)
ESS_PAY = Text(
    "aide de la convention médicale 2024-2029 (articles 53 à 58)",
    "aid of the convention médicale 2024-2029 (articles 53 to 58)",
)
ASK_THE_MAISON = Text(
    "la rémunération ACI est celle de la maison de santé que la SISA porte : interroger son dossier",
    "the ACI pays the maison de santé that the SISA carries: ask its dossier",
)
