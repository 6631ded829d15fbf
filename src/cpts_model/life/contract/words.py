"""The words of a contract's calendar."""

from datetime import date

from cpts_model.engine.explain import format_day
from cpts_model.engine.text import Text
from cpts_model.facts.contracts import ContractYear, SizeClass
from cpts_model.facts.missions import Mission

NO_CONTRACT = Text(
    "La CPTS n'a pas de contrat ACI : aucune échéance n'en découle.",
    "The CPTS has no ACI contract: nothing falls due under one.",
)
NOT_SIGNED = Text(
    "Le contrat ACI n'est pas signé : aucun délai ne court encore.",
    "The ACI contract is not signed: no delay runs yet.",
)
CONTRACT_UNTOLD = Text(
    "Le dossier ne dit pas si la CPTS a un contrat ACI.",
    "The dossier does not say whether the CPTS has an ACI contract.",
)
SIGNATURE_UNTOLD = Text(
    "Le jour de signature du contrat manque : tous les délais en partent.",
    "The day on which the contract was signed is missing: every delay runs from it.",
)
SIGNED_BEFORE_THE_AGREEMENT = Text(
    "Le contrat est daté d'avant le 25 août 2019, jour de l'entrée en vigueur de l'accord : aucun délai de l'accord ne peut en être compté.",
    "The contract is dated before 25 August 2019, when the agreement came into force: no delay of the agreement can be counted from it.",
)
AGREEMENT_GOES_ON = Text(
    "L'accord national de 2019 est conclu pour cinq ans au plus ; arrivé à échéance, il continue de produire ses effets jusqu'à la publication "
    "de celui qui le remplace (CSS, art. L162-15-2). Sa fin n'est pas celle du contrat.",
    "The national agreement of 2019 is for five years at most; once expired it keeps its effects until the one that replaces it is published "
    "(CSS, art. L162-15-2). Its end is not that of the contract.",
)
END_UNTOLD = Text(
    "Le terme écrit au contrat, ou l'absence de résiliation, n'est pas dit : seul le terme de cinq ans est connu.",
    "The term written in the contract, or that it was not terminated, is not told: only the term of five years is known.",
)


def replaced(day: date) -> Text:
    """The national agreement was replaced."""
    return Text(
        f"L'accord national a été remplacé le {format_day(day, 'fr')} : se reporter au texte qui le remplace, qui n'est pas connu ici.",
        f"The national agreement was replaced on {format_day(day, 'en')}: see the text that replaces it, which is not known here.",
    )


def another_term(told: date, of_five_years: date) -> Text:
    """The term told is not five years from signature."""
    return Text(
        f"Le dossier donne au contrat un terme (premier jour hors contrat : {format_day(told, 'fr')}) qui n'est pas à cinq ans de la signature "
        f"({format_day(of_five_years, 'fr')}) : c'est celui du dossier qui est retenu, à vérifier au contrat.",
        f"The dossier gives the contract an end (first day without it: {format_day(told, 'en')}) that is not five years from its signature "
        f"({format_day(of_five_years, 'en')}): that of the dossier is kept, to be checked in the contract.",
    )


def terminated(day: date) -> Text:
    """The contract was terminated."""
    return Text(
        f"Le contrat est résilié : premier jour hors contrat, le {format_day(day, 'fr')}. La procédure de résiliation n'a pas été trouvée.",
        f"The contract is terminated: first day without it, {format_day(day, 'en')}. The procedure of termination was not found.",
    )


def missions_untold(day: date | None) -> Text:
    """The missions of the contract are not told; the day that a mission would have."""
    fr = "" if day is None else f" ; si elle y figure, le {format_day(day, 'fr')}"
    en = "" if day is None else f"; if it does, {format_day(day, 'en')}"
    return Text(
        f"Le dossier ne dit pas si le contrat compte cette mission{fr}.",
        f"The dossier does not say whether the contract counts this mission{en}.",
    )


def size_untold(by_population: tuple[SizeClass, ...]) -> Text:
    """The size that the contract retains, or the population, is not told."""
    if len(by_population) == len(SizeClass):
        return Text(
            "Ni la taille retenue par le contrat ni la population qui la donnerait ne sont dites.",
            "Neither the size that the contract retains nor the population that would give it is told.",
        )
    fr, en = (
        " ou ".join(size.label.fr for size in by_population),
        " or ".join(size.label.en for size in by_population),
    )
    return Text(
        f"Le dossier ne dit pas si le contrat retient une taille ; la population connue donnerait : {fr}.",
        f"The dossier does not say whether the contract retains a size; the population known would give: {en}.",
    )


def start_of(mission: Mission) -> Text:
    """The start of a mission."""
    return Text(
        f"Démarrage de la mission « {mission.label.fr} »", f"Start of the mission “{mission.label.en}”"
    )


def deployment_of(mission: Mission) -> Text:
    """The deployment of a mission."""
    return Text(
        f"Déploiement de la mission « {mission.label.fr} »", f"Deployment of the mission “{mission.label.en}”"
    )


def dialogue_of(year: ContractYear | None) -> Text:
    """The dialogue de gestion of a year of the contract, or of each."""
    if year is None:
        return Text(
            "Dialogue de gestion de chaque année de contrat", "Dialogue de gestion of each contract year"
        )
    return Text(
        f"Dialogue de gestion de l'année {year.number} du contrat",
        f"Dialogue de gestion of year {year.number} of the contract",
    )


TERM = Text("Terme des cinq ans du contrat", "End of the five years of the contract")
END = Text("Fin du contrat", "End of the contract")
