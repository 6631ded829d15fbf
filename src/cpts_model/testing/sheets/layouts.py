"""The columns of each layout, and their headings."""

from cpts_model.testing.sheets.kinds import Column, Layout

HEADINGS: dict[Layout, dict[Column, str]] = {
    Layout.USUAL: {
        Column.SURNAME: "Nom",
        Column.FIRST_NAME: "Prénom",
        Column.PROFESSION: "Profession",
        Column.RPPS: "N° RPPS",
        Column.JOINED: "Date d'adhésion",
        Column.LEFT: "Date de départ",
        Column.FEE: "Montant réglé",
        Column.PHONE: "Téléphone",
    },
    Layout.OWN: {
        Column.IDENTIFIER: "Identifiant dans le dossier",
        Column.NATURE: "Nature du membre",
        Column.OWN_NAME: "Nom",
        Column.PROFESSION: "Professions",
        Column.RPPS: "Numéro RPPS",
        Column.JOINED: "Date d'adhésion",
        Column.LEFT: "Date de départ (premier jour hors de la structure)",
    },
    Layout.HELLOASSO: {
        Column.ORDER: "Référence commande",
        Column.FEE_PAID_ON: "Date de la commande",
        Column.STATUS: "Statut de la commande",
        Column.SURNAME: "Nom adhérent",
        Column.FIRST_NAME: "Prénom adhérent",
        Column.PAYER: "Nom payeur",
        Column.FEE: "Montant tarif",
        Column.PHONE: "Numéro de téléphone",
        Column.EMAIL: "Email facilement joignable ",
        Column.PROFESSION: "Profession",
    },
    Layout.HEADERLESS: {
        Column.NAME: "Professionnel",
        Column.PROFESSION: "",
        Column.EMAIL: "Email",
        Column.PHONE: "Téléphone",
    },
}

MERGED = "Nom et prénom"
"""The heading of both names together, where they usually have a column each."""
PAID = "Validé"
UNPAID = ("Remboursé", "Annulé", "Refusé", "")
"""What HelloAsso says of orders."""


def headings_of(layout: Layout, *, merged: bool) -> dict[Column, str]:
    """The columns of a layout; with surname and first name merged, where they are not anyway."""
    if not merged:
        return HEADINGS[layout]
    return {
        (Column.NAME if column is Column.SURNAME else column): (
            MERGED if column is Column.SURNAME else heading
        )
        for column, heading in HEADINGS[layout].items()
        if column is not Column.FIRST_NAME
    }
