"""COG tables to read: an invented one, and the one of the reference data, when it is there."""

import csv
from functools import cache
from pathlib import Path

from cpts_model.exchange.communes import CommuneTable, read_cog
from shared_data import shared

HEADER = "code;nom;type;departement;region;epci_siren;siren;codes_postaux;population;zone;commune_parente;anciens_codes"
INVENTED = f"""{HEADER}
23901;Vaubaume;commune-actuelle;23;75;200000008;;23190,23199;1200;metro;;
23902;L'Isle-Fictive;commune-actuelle;23;75;200000008;;23190;800;metro;;23903,23904
23905;Saint-Imaginaire;commune-actuelle;23;75;;;23195;;metro;;
23906;Le Songe;commune-actuelle;23;75;;;23906;<6;metro;;
23907;Chimère-le-Bas;commune-actuelle;23;75;;;23198;40;metro;;23999
23908;Chimère-le-Haut;commune-actuelle;23;75;;;23198;60;metro;;23999
19901;Vaubaume;commune-actuelle;19;75;;;19195;10;metro;;
19902;Mirage;commune-actuelle;19;75;;;23901;5;metro;;
2A901;Songaccio;commune-actuelle;2A;94;;;20190;300;metro;;20901
2A902;Mirazzu;commune-actuelle;2A;94;;;20191;100;metro;;20902,20903
97190;Anse-Rêvée;commune-actuelle;971;01;;;97199;70;drom;;
75056;Paris;commune-actuelle;75;11;;;75001,75002,75003;600;metro;;
75101;Paris 1er Arrondissement;arrondissement-municipal;75;11;;;75001;100;metro;75056;
75102;Paris 2e Arrondissement;arrondissement-municipal;75;11;;;75002;200;metro;75056;
"""
"""Every commune is invented, save the city and its two arrondissements; so is every figure."""

INSEE = """TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT
"COM","23901","75","23","23D","231","0","VAUBAUME","Vaubaume","Vaubaume","2301",""
"COM","23902","75","23","23D","231","5","ISLE FICTIVE","Isle-Fictive","L'Isle-Fictive","2301",""
"COMD","23902","","","","","5","ISLE","Isle","L'Isle","","23902"
"COMD","23903","","","","","0","FICTIVE","Fictive","Fictive","","23902"
"COMA","23904","","","","","0","FABLE","Fable","Fable","","23902"
"COM","75056","11","75","75C","751","0","PARIS","Paris","Paris","",""
"ARM","75101","11","75","75C","751","0","PARIS 1","Paris 1","Paris 1er Arrondissement","","75056"
"""
LEGALES = """REG;Région;DEP;CODARR;CODCAN;CODCOM;COM;Commune;PMUN;PCAP;PTOT
75;Invention;23;1;01;901;23901;Vaubaume;1 200;12;1212
75;Invention;23;1;01;902;23902;L'Isle-Fictive;800;8;808
11;Invention;75;1;01;056;75056;Paris;600;0;600
"""
OLDER = """CODREG;REG;CODDEP;CODARR;CODCAN;CODCOM;COM;PMUN;PCAP;PTOT
75;Invention;23;1;01;901;Vaubaume;1200;12;1212
01;Invention;971;1;01;190;Anse-Rêvée;70;0;70
94;Invention;2A;1;01;901;Songaccio;300;0;300
"""
ETALAB = """[
{"code":"23901","nom":"Vaubaume","typeLiaison":0,"zone":"metro","arrondissement":"231","departement":"23","region":"75",
 "type":"commune-actuelle","rangChefLieu":0,"siren":"200000016","codesPostaux":["23190"],"population":1200},
{"code":"23902","nom":"L'Isle-Fictive","departement":"23","region":"75","type":"commune-actuelle",
 "anciensCodes":["23903","23904"],"codesPostaux":["23190"],"population":800},
{"code":"23903","nom":"Fictive","type":"commune-deleguee","chefLieu":"23902"},
{"code":"75056","nom":"Paris","departement":"75","region":"11","type":"commune-actuelle","population":600},
{"code":"75101","nom":"Paris 1er Arrondissement","commune":"75056","departement":"75","region":"11",
 "type":"arrondissement-municipal","codesPostaux":["75001"],"population":100},
{"code":"98411","nom":"Îles Saint-Paul et Nouvelle-Amsterdam","type":"commune-actuelle",
 "collectiviteOutremer":{"code":"984","nom":"Terres australes et antarctiques françaises"},"population":null}
]"""


def table(folder: Path, text: str | bytes = INVENTED, name: str = "communes_2031.csv") -> CommuneTable:
    """A table, read from a file that holds a text."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_cog(path)


@cache
def real_rows() -> tuple[dict[str, str], ...]:
    """The lines of the reference table, read by the standard library alone."""
    with (shared("cog") / "communes_2026.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter=";"))


@cache
def real_table() -> CommuneTable:
    """The reference table, as it is read here."""
    return read_cog(shared("cog") / "communes_2026.csv")
