"""The words of the form: what is known of a fact, what can be done, what is wrong with what was typed.

What the fields are called is in the JSON Schema, not here.
"""

from collections.abc import Mapping
from types import MappingProxyType

from cpts_model.engine.text import Text

FORM: Mapping[str, Text] = MappingProxyType(
    {
        "form.identity": Text("La structure", "The structure"),
        "form.unknown": Text("Inconnu", "Unknown"),
        "form.none": Text("Néant", "None"),
        "form.known": Text("Connu", "Known"),
        "form.needed": Text("À indiquer", "To be told"),
        "form.yes": Text("Oui", "Yes"),
        "form.no": Text("Non", "No"),
        "form.empty": Text("Aucun élément", "No item"),
        "form.listed": Text("Énuméré", "Listed"),
        "form.described": Text("Décrit ci-dessous", "Described below"),
        "form.what_is_known": Text("Ce qu'on en sait", "What is known"),
        "form.state_of": Text("{name} : ce qu'on en sait", "{name}: what is known"),
        "form.kind": Text("Nature", "Kind"),
        "form.told": Text("{n} renseignés", "{n} told"),
        "form.told_one": Text("{n} renseigné", "{n} told"),
        "form.unknown_n": Text("{n} inconnus", "{n} unknown"),
        "form.unknown_one": Text("{n} inconnu", "{n} unknown"),
        "form.item": Text("{n} élément", "{n} item"),
        "form.items": Text("{n} éléments", "{n} items"),
        "form.add": Text("Ajouter", "Add"),
        "form.add_to": Text("Ajouter : {name}", "Add: {name}"),
        "form.remove": Text("Retirer", "Remove"),
        "form.remove_one": Text("Retirer : {name}", "Remove: {name}"),
        "form.removed": Text("Retiré : {name}.", "Removed: {name}."),
        "form.emptied": Text(
            "Ce qui était dit ici est effacé : {name}.", "What was told here is cleared: {name}."
        ),
        "form.turned": Text(
            "Ce que cette autre nature ne prévoit pas est effacé.",
            "What this other kind does not have is cleared.",
        ),
        "form.undo": Text("Annuler", "Undo"),
        "form.more": Text("Afficher {n} de plus", "Show {n} more"),
        "form.filter": Text("Chercher par nom", "Find by name"),
        "form.wrong_one": Text("1 point à corriger", "1 point to correct"),
        "form.wrong": Text("{n} points à corriger", "{n} points to correct"),
        "form.needed_here": Text(
            "Ce champ doit être rempli : la valeur précédente est conservée.",
            "This field must be filled in: the value it had is kept.",
        ),
        "form.unfit": Text(
            "Le dossier contient ici « {n} », qui ne convient pas : choisissez ou écrivez une autre valeur.",
            "The dossier holds “{n}” here, which does not fit: choose or write another value.",
        ),
        "form.no_day": Text(
            "Ce jour n'existe pas, ou n'est pas complet.", "There is no such day, or it is not complete."
        ),
        "form.year": Text("Écrivez l'année avec quatre chiffres.", "Write the year with four digits."),
        "form.no_number": Text(
            "Ce n'est pas un nombre : écrivez des chiffres.", "This is not a number: write digits."
        ),
        "form.no_whole": Text(
            "Écrivez un nombre entier, sans décimales.", "Write a whole number, without decimals."
        ),
        "form.decimals": Text("Écrivez {n} décimales au plus.", "Write at most {n} decimals."),
        "form.too_big": Text(
            "Ce nombre a trop de chiffres pour être conservé exactement.",
            "This number has too many digits to be kept exactly.",
        ),
        "form.at_least": Text("Écrivez un nombre d'au moins {n}.", "Write a number of at least {n}."),
        "form.at_most": Text("Écrivez un nombre d'au plus {n}.", "Write a number of at most {n}."),
        "form.hidden": Text(
            "Ce texte contient un caractère invisible ou un saut de ligne : écrivez-le de nouveau.",
            "This text holds a hidden character or a line break: type it again.",
        ),
        "form.edges": Text(
            "Un identifiant ne commence ni ne finit par une espace.",
            "An identifier neither begins nor ends with a space.",
        ),
        "form.blank": Text("Écrivez au moins un caractère visible.", "Write at least one visible character."),
    }
)
"""Each key and its words; a place is written ``{n}`` or ``{name}``."""
