"""The headers people write, and what each says that its column holds."""

import re
from functools import cache

from cpts_model.exchange.sheets.roles import Role
from cpts_model.facts.reading_tokens import fold

_IDLE = frozenset(
    [
        "n",
        "no",
        "num",
        "numero",
        "nr",
        "de",
        "d",
        "du",
        "des",
        "la",
        "le",
        "l",
        "les",
        "en",
        "of",
        "the",
        "on",
        "votre",
        "vos",
        "your",
    ]
)
_AT_EASE = re.compile(
    r"\(\s*(jj|dd|aaaa|yyyy|mm|obligatoire|facultatif|merci|si connu|si possible|onze chiffres|11 chiffres"
    r"|en majuscules|d.usage|d.exercice|euros?|€|oui ?/ ?non|o ?/ ?n)[^()]*\)",
    re.IGNORECASE,
)
"""What people add between brackets without changing what the column holds."""
_YEARS = re.compile(r"(?:19|20)\d\d")

_SPELLINGS = {
    Role.SURNAME: "nom|nom de famille|nom d'usage|nom d'exercice|nom du membre|nom de l'adhérent|nom adhérent"
    "|nom du professionnel|surname|last name|lastname|family name",
    Role.FIRST_NAME: "prénom|prénoms|prénom d'exercice|prénom usuel|prénom du membre|prénom de l'adhérent"
    "|prénom adhérent|prénom du professionnel|first name|firstname|given name|forename",
    Role.FULL_NAME: "nom prénom|nom et prénom|nom & prénom|nom/prénom|prénom nom|prénom et nom|noms et prénoms"
    "|nom complet|professionnel|professionnels|professionnel de santé|PS|adhérent|adhérents|membre|membres"
    "|identité|nom et prénom de l'adhérent|nom prénom du professionnel|full name|name|member"
    "|nom ou raison sociale|nom prénom ou raison sociale",
    Role.ORGANISATION: "raison sociale|organisation|organisme|dénomination|personne morale|nom de la structure"
    "|structure adhérente|nom de l'organisation|organization|company",
    Role.NATURE: "nature du membre|type de membre|type d'adhérent|personne physique ou morale|member type",
    Role.TITLE: "civilité|civ|titre|title|genre|sexe|gender",
    Role.PROFESSION: "profession|professions|métier|profession exercée|profession de santé|qualité|fonction"
    "|profession/spécialité|profession ou spécialité|profession et spécialité|profession spécialité"
    "|libellé profession|code profession|métier/spécialité|job|occupation",
    Role.SPECIALITY: "spécialité|spécialités|spécialité médicale|savoir-faire|discipline|speciality|specialty",
    Role.RPPS: "rpps|n° rpps|numéro rpps|identifiant rpps|rpps number|code rpps|id rpps",
    Role.RPPS_OR_ADELI: "rpps/adeli|rpps ou adeli|adeli/rpps|adeli ou rpps|n° rpps ou adeli|rpps adeli"
    "|n° rpps ou n° adeli|numéro rpps/adeli",
    Role.ADELI: "adeli|n° adeli|numéro adeli",
    Role.FINESS: "finess|n° finess|numéro finess|finess géographique|finess juridique",
    Role.JOINED: "date d'adhésion|adhésion le|adhésion|adhère depuis|adhérent depuis|adhérent depuis le"
    "|membre depuis|membre depuis le|date d'entrée|entrée|entrée le|date d'inscription|inscription"
    "|inscription le|inscrit le|date d'arrivée|arrivée|date adhésion cpts|date d'adhésion à la cpts"
    "|joined|joined on|date joined|join date|membership date|date of joining|member since",
    Role.LEFT: "date de départ|départ|départ le|parti le|date de sortie|sortie|sortie le|date de démission"
    "|démission|démission le|date de radiation|left|left on|date left|departure date|leaving date",
    Role.ENDED: "date de fin|fin|fin le|fin d'adhésion|date de fin d'adhésion|end date|end of membership",
    Role.ADMITTED: "date de décision|décision|décision le|date de décision du bureau|date de décision du ca"
    "|date de décision bureau/ca|date de décision (bureau/CA)|décision du bureau|décision du ca|admis le"
    "|admission|date d'admission|admission le|validation du bureau|validé par le bureau le"
    "|date de validation|validé le|date du bureau|date du ca|date de validation du bureau"
    "|admitted|admitted on|date admitted",
    Role.COLLEGE: "collège|collège électoral|catégorie|catégorie de membre|catégorie d'adhérent|college|category"
    "|collège/catégorie|collège ou catégorie",
    Role.CONSENT: "consentement|a consenti|a consenti à adhérer|consentement à adhérer|consented"
    "|consented to join|accord pour adhérer",
    Role.MODE: "mode d'exercice|mode exercice|exercice|statut|statut d'exercice|statut professionnel|activité"
    "|libéral/salarié|libéral ou salarié|type d'exercice|mode of practice|practice mode|status",
    Role.FEE: "cotisation|cotisations|cotisation annuelle|fee|fees|membership fee",
    Role.FEE_PAID: "cotisation à jour|à jour|à jour de cotisation|à jour de sa cotisation|cotisation payée"
    "|cotisation réglée|cotisation versée|cotisation acquittée|payé|payée|réglé|réglée|cotisation ok"
    "|fee paid|paid|up to date",
    Role.FEE_AMOUNT: "montant|montant cotisation|montant de la cotisation|montant payé|montant réglé"
    "|montant versé|montant de la cotisation payée|amount|amount paid|fee amount",
    Role.FEE_DATE: "date de paiement|date de règlement|date de versement|payé le|payée le|réglé le|réglée le"
    "|date de cotisation|date de paiement de la cotisation|date de règlement de la cotisation"
    "|cotisation payée le|cotisation réglée le|date paiement cotisation|payment date|paid on|date paid",
    Role.YEAR: "année|année de cotisation|saison|exercice de cotisation|année cotisation|campagne|year|season",
    Role.ORDER: "référence commande|référence de la commande|n° de commande|numéro de commande",
    Role.ORDER_DATE: "date de la commande|date commande",
    Role.ORDER_STATUS: "statut de la commande|statut commande|statut du paiement|état de la commande",
    Role.TARIFF: "tarif|formule|formule d'adhésion",
    Role.TARIFF_AMOUNT: "montant tarif|montant du tarif|tarif montant",
    Role.PAYER: "email payeur|e-mail payeur|email du payeur|nom payeur|nom du payeur|prénom payeur"
    "|prénom du payeur|raison sociale payeur|société payeur|adresse payeur|code postal payeur|ville payeur"
    "|pays payeur|téléphone payeur",
    Role.EMAIL: "email|e-mail|mail|courriel|adresse mail|adresse email|adresse e-mail|adresse électronique"
    "|mèl|email facilement joignable|email adhérent|email de l'adhérent|email address",
    Role.PHONE: "téléphone|tél|tel|tél.|portable|mobile|n° de téléphone|numéro de téléphone|téléphone portable"
    "|tél portable|téléphone fixe|tél fixe|gsm|phone|phone number|telephone",
    Role.PLACE: "commune|ville|adresse|lieu d'exercice|commune d'exercice|lieu|adresse professionnelle|city|town"
    "|address|cabinet",
    Role.POSTCODE: "code postal|cp|postcode|postal code|zip|zip code",
}

_ORGANS = {"bureau": "bureau", "ca": "conseil-d-administration"}


def header_key(header: str) -> str:
    """A header without case, accents, punctuation, small words and plurals."""
    opened = "".join(letter if letter.isalnum() else " " for letter in fold(header))
    return " ".join(
        word.rstrip("s") if len(word) > 3 else word for word in opened.split() if word not in _IDLE
    )


@cache
def _roles() -> dict[str, Role]:
    return {
        header_key(spelling): role for role, listed in _SPELLINGS.items() for spelling in listed.split("|")
    }


def role_of(header: str) -> tuple[Role | None, int | None]:
    """What a header says that its column holds, and the year that it names, if any."""
    bare = _AT_EASE.sub(" ", header)
    for text in (header, bare):
        role = _roles().get(header_key(text))
        if role is not None:
            return role, None
    years = _YEARS.findall(bare)
    role = _roles().get(header_key(_YEARS.sub(" ", bare))) if years else None
    # A season is named by the year it begins in; only a fee is of a year.
    if role in (Role.FEE, Role.FEE_PAID) and len(years) <= 2:
        return role, int(years[0])
    return None, None


def organ_in(header: str) -> str | None:
    """The one organ that the header of a decision names, as dossiers write it."""
    named = {_ORGANS[word] for word in header_key(header).split() if word in _ORGANS}
    return named.pop() if len(named) == 1 else None
