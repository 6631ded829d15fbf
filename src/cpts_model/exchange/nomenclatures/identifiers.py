"""What a national identifier begins with: the type of the identifier that follows.

The days were read in the nomenclatures themselves (ANS, *Terminologies de santé*).
"""

from cpts_model.exchange.nomenclatures.system import code_system, dated

_G07, _G08 = "TRE_G07-TypeIdentifiantStructure", "TRE_G08-TypeIdentifiantPersonne"
_SEEN = "20240329120000"

_OF_STRUCTURES = {
    "0": ("Id Cabinet ADELI", "2010-11-04"),
    "1": ("FINESS", "2010-11-04"),
    "2": ("SIREN", "2010-11-04"),
    "3": ("SIRET", "2010-11-04"),
    "4": ("Id Cabinet RPPS", "2010-11-04"),
    "5": ("FINESS EJ (entité juridique)", "2013-04-30", "2016-09-01"),
    "6": ("FINESS EG (établissement géographique)", "2013-04-30", "2016-09-01"),
    "40": ("Identifiant national de structure", "2023-03-31"),
    "41": ("Identifiant interne de l'établissement connu par l'instance ROR", "2023-03-31"),
}

_OF_PEOPLE = {
    "0": ("N° ADELI", "2010-11-04"),
    "1": ("Id Cabinet ADELI / N° de registre", "2010-11-04"),
    "2": ("N° DRASS", "2010-11-04", "2020-05-29"),
    "3": ("FINESS / N° de registre", "2010-11-04"),
    "4": ("SIREN / N° de registre", "2010-11-04"),
    "5": ("SIRET / N° de registre", "2010-11-04"),
    "6": ("Id Cabinet RPPS / N° de registre", "2010-11-04"),
    "8": ("N° RPPS", "2010-11-04"),
    "9": ("N° Etudiant", "2010-11-04", "2020-05-29"),
    "10": ("Adresse MSSante", "2013-07-22"),
    "30": ("Identifiant de la situation opérationnelle connu par l'instance ROR", "2023-03-31"),
}

G07 = code_system(_G07, _SEEN, dated(_G07, _SEEN, _OF_STRUCTURES), complete=True, oid="1.2.250.1.71.1.2.14")
"""What an idNatStruct begins with: ``1`` before a FINESS number."""

G08 = code_system(_G08, _SEEN, dated(_G08, _SEEN, _OF_PEOPLE), complete=True, oid="1.2.250.1.71.1.2.15")
"""What an idNatPS begins with: ``8`` before an RPPS number."""
