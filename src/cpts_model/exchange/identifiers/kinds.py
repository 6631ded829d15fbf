"""The kinds of identifiers that are read here, and what people call them."""

from enum import Enum

from cpts_model.engine.text import Text


class Kind(Enum):
    """A kind of identifier."""

    RPPS = "rpps"
    RPPS_RANG = "rpps_rang"
    ADELI = "adeli"
    FINESS = "finess"
    SIREN = "siren"
    SIRET = "siret"
    ID_NAT_PS = "id_nat_ps"
    ID_NAT_STRUCT = "id_nat_struct"
    COG = "cog"
    RNA = "rna"

    @property
    def label(self) -> Text:
        """What people call it."""
        return _LABELS[self]


_LABELS = {
    Kind.RPPS: Text("numéro RPPS", "RPPS number"),
    Kind.RPPS_RANG: Text("numéro RPPS-rang", "RPPS-rang number"),
    Kind.ADELI: Text("numéro ADELI", "ADELI number"),
    Kind.FINESS: Text("numéro FINESS", "FINESS number"),
    Kind.SIREN: Text("numéro SIREN", "SIREN number"),
    Kind.SIRET: Text("numéro SIRET", "SIRET number"),
    Kind.ID_NAT_PS: Text(
        "identifiant national de professionnel (idNatPS)", "national identifier of a professional (idNatPS)"
    ),
    Kind.ID_NAT_STRUCT: Text(
        "identifiant national de structure (idNatStruct)", "national identifier of a structure (idNatStruct)"
    ),
    Kind.COG: Text("code COG de commune", "COG code of a commune"),
    Kind.RNA: Text("numéro RNA d'association", "RNA number of an association"),
}
