"""What a column of a sheet of members can hold."""

from enum import Enum

from cpts_model.engine.text import Text


class Role(Enum):
    """What a column is taken for."""

    SURNAME = "surname"
    FIRST_NAME = "first-name"
    FULL_NAME = "full-name"
    ORGANISATION = "organisation"
    NATURE = "nature"
    TITLE = "title"
    PROFESSION = "profession"
    SPECIALITY = "speciality"
    RPPS = "rpps"
    RPPS_OR_ADELI = "rpps-or-adeli"
    ADELI = "adeli"
    FINESS = "finess"
    JOINED = "joined"
    LEFT = "left"
    ENDED = "ended"
    ADMITTED = "admitted"
    COLLEGE = "college"
    CONSENT = "consent"
    MODE = "mode"
    FEE = "fee"
    FEE_PAID = "fee-paid"
    FEE_AMOUNT = "fee-amount"
    FEE_DATE = "fee-date"
    YEAR = "year"
    ORDER = "order"
    ORDER_DATE = "order-date"
    ORDER_STATUS = "order-status"
    TARIFF = "tariff"
    TARIFF_AMOUNT = "tariff-amount"
    PAYER = "payer"
    EMAIL = "email"
    PHONE = "phone"
    PLACE = "place"
    POSTCODE = "postcode"

    @property
    def label(self) -> Text:
        """What the column holds, in words."""
        return _LABELS[self]

    @property
    def kept(self) -> bool:
        """Whether its cells become facts of a dossier."""
        return self not in _NOT_KEPT


_NOT_KEPT = frozenset(
    {
        Role.NATURE,
        Role.TITLE,
        Role.ADELI,
        Role.ORDER,
        Role.ORDER_STATUS,
        Role.TARIFF,
        Role.PAYER,
        Role.EMAIL,
        Role.PHONE,
        Role.PLACE,
        Role.POSTCODE,
    }
)

_LABELS = {
    Role.SURNAME: Text("nom de famille", "surname"),
    Role.FIRST_NAME: Text("prénom", "first name"),
    Role.FULL_NAME: Text("nom et prénom", "surname and first name"),
    Role.ORGANISATION: Text("organisation", "organisation"),
    Role.NATURE: Text(
        "nature du membre (personne ou organisation)", "kind of member (person or organisation)"
    ),
    Role.TITLE: Text("civilité", "title"),
    Role.PROFESSION: Text("profession", "profession"),
    Role.SPECIALITY: Text("spécialité", "speciality"),
    Role.RPPS: Text("numéro RPPS", "RPPS number"),
    Role.RPPS_OR_ADELI: Text("numéro RPPS ou ADELI", "RPPS or ADELI number"),
    Role.ADELI: Text("numéro ADELI", "ADELI number"),
    Role.FINESS: Text("numéro FINESS d'une organisation", "FINESS number of an organisation"),
    Role.JOINED: Text("date d'adhésion", "joined on"),
    Role.LEFT: Text("date de départ", "left on"),
    Role.ENDED: Text("date de fin d'adhésion", "end of the membership"),
    Role.ADMITTED: Text("date de la décision d'admission", "admission decided on"),
    Role.COLLEGE: Text("collège", "college"),
    Role.CONSENT: Text("consentement à adhérer", "consent to join"),
    Role.MODE: Text("mode d'exercice", "mode of practice"),
    Role.FEE: Text("cotisation", "fee"),
    Role.FEE_PAID: Text("cotisation payée ou non", "fee paid or not"),
    Role.FEE_AMOUNT: Text("montant de la cotisation", "amount of the fee"),
    Role.FEE_DATE: Text("date de paiement de la cotisation", "day the fee was paid"),
    Role.YEAR: Text("année ou saison de la cotisation", "year or season of the fee"),
    Role.ORDER: Text("référence de la commande", "reference of the order"),
    Role.ORDER_DATE: Text("date de la commande (paiement)", "date of the order (payment)"),
    Role.ORDER_STATUS: Text("statut de la commande", "status of the order"),
    Role.TARIFF: Text("nom du tarif", "name of the tariff"),
    Role.TARIFF_AMOUNT: Text("montant du tarif", "amount of the tariff"),
    Role.PAYER: Text("payeur, qui n'est pas le membre", "payer, who is not the member"),
    Role.EMAIL: Text("adresse électronique, lue pour les doublons", "e-mail, read to find doubles"),
    Role.PHONE: Text("téléphone, lu pour les zéros perdus", "telephone, read for lost zeros"),
    Role.PLACE: Text("commune ou adresse", "town or address"),
    Role.POSTCODE: Text("code postal (n'est pas un code COG)", "postcode (is no COG code)"),
}
