"""Savoir-faire: their types, and the specialities that the orders recognise."""

from cpts_model.exchange.nomenclatures.system import code_system, labelled
from cpts_model.facts.savoir_faire import SAVOIR_FAIRE, SEEN, SYSTEM

_R04, _J91 = "TRE_R04-TypeSavoirFaire", "20251016120000"

_TYPES = {
    "C": "Compétence de médecine",
    "CAPA": "Capacité",
    "CEX": "Compétence exclusive",
    "CM": "Compétence métier",
    "DEC": "Droit d'exercice complémentaire",
    "DNQ": "DESC non qualifiant",
    "FQ": "Fonction qualifiée",
    "OP": "Orientation particulière",
    "PAC": "Qualification Praticien adjoint contractuel (PAC)",
    "S": "Spécialité ordinale",
    "SH": "Spécialité de concours hospitalier",
    "SST": "Surspécialité acquise à l'issue d'une Formation Spécialisée Transversale (FST)",
}

R04 = code_system(_R04, _J91, labelled(_R04, _J91, _TYPES), complete=True, read_in="JDV_J91")
"""The types of savoir-faire; ``S`` is a speciality of the order."""

R38 = code_system(SYSTEM, SEEN, labelled(SYSTEM, SEEN, SAVOIR_FAIRE), complete=True, read_in="JDV_J107")
"""The specialities of the orders, general practice (SM26, SM53, SM54) and pratique avancée (SI01 to SI05) included."""
