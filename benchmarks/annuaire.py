"""The Annuaire Santé out of generated files of invented people: rows per second, peak memory, beside a plain split.

Each reading has a process of its own, so that its peak memory is its own; all of them are of one run, in turn, so that
what is read is a ratio. The floor is ``str.split`` of every line, after which nothing is known yet. Memory is the
highest resident size of the process, of which the library itself takes a part: look at what 100,000 and 1,000,000
rows have in common.
"""

import argparse
import csv
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from stdnum import luhn

from cpts_model.exchange.annuaire import read_annuaire

SIZES = (100_000, 1_000_000)
STRUCTURE = "040000010"
"""An invented FINESS number."""
NAMED = {
    "Type d'identifiant PP": "8",
    "Code catégorie professionnelle": "C",
    "Libellé catégorie professionnelle": "Civil",
    "Code mode exercice": "L",
    "Libellé mode exercice": "Libéral, indépendant, artisan, commerçant",
    "Raison sociale site": "Maison de santé inventée",
    "Libellé Voie (coord. structure)": "DES LILAS INVENTES",
    "Code postal (coord. structure)": "04500",
    "Code commune (coord. structure)": "04166",
    "Libellé commune (coord. structure)": "Riez",
    "Code département (coord. structure)": "04",
    "Libellé département (coord. structure)": "Alpes-de-Haute-Provence",
    "Code secteur d'activité": "SA52",
    "Libellé secteur d'activité": "Maison de santé ou Pôle de santé",
    "Code fonction": "FON-01",
    "Libellé fonction": "Titulaire de cabinet",
    "Code genre d'activité": "GENR01",
    "Libellé genre d'activité": "Activité de soin et de pharmacie",
}
HEADER = (
    "Type d'identifiant PP|Identifiant PP|Identification nationale PP|Code civilité d'exercice|Libellé civilité d'exercice|"
    "Code civilité|Libellé civilité|Nom d'exercice|Prénom d'exercice|Code profession|Libellé profession|"
    "Code catégorie professionnelle|Libellé catégorie professionnelle|Code type savoir-faire|Libellé type savoir-faire|"
    "Code savoir-faire|Libellé savoir-faire|Code mode exercice|Libellé mode exercice|Numéro SIRET site|Numéro SIREN site|"
    "Numéro FINESS site|Numéro FINESS établissement juridique|Identifiant technique de la structure|Raison sociale site|"
    "Enseigne commerciale site|Complément destinataire (coord. structure)|Complément point géographique (coord. structure)|"
    "Numéro Voie (coord. structure)|Indice répétition voie (coord. structure)|Code type de voie (coord. structure)|"
    "Libellé type de voie (coord. structure)|Libellé Voie (coord. structure)|Mention distribution (coord. structure)|"
    "Bureau cedex (coord. structure)|Code postal (coord. structure)|Code commune (coord. structure)|"
    "Libellé commune (coord. structure)|Code pays (coord. structure)|Libellé pays (coord. structure)|"
    "Téléphone (coord. structure)|Téléphone 2 (coord. structure)|Télécopie (coord. structure)|"
    "Adresse e-mail (coord. structure)|Code département (coord. structure)|Libellé département (coord. structure)|"
    "Ancien identifiant de la structure|Autorité d'enregistrement|Code secteur d'activité|Libellé secteur d'activité|"
    "Code section tableau pharmaciens|Libellé section tableau pharmaciens|Code fonction|Libellé fonction|"
    "Code genre d'activité|Libellé genre d'activité"
)
COLUMNS = HEADER.split("|")
JOBS = [
    {"Code profession": "10", "Libellé profession": "Médecin"}
    | {"Code type savoir-faire": "S", "Libellé type savoir-faire": "Spécialité ordinale"}
    | {"Code savoir-faire": "SM54", "Libellé savoir-faire": "Médecine générale (SM)"},
    {"Code profession": "60", "Libellé profession": "Infirmier"},
    {"Code profession": "70", "Libellé profession": "Masseur-Kinésithérapeute"},
    {"Code profession": "21", "Libellé profession": "Pharmacien", "Code section tableau pharmaciens": "A"},
]


def generate(path: Path, rows: int, *, scattered: bool = False) -> None:
    """Write a file of invented people, who have one, two or three rows each; or come back far from where they were."""
    random = Random(rows)
    written, number = 0, 0
    order: list[tuple[int, int]] = []
    while written < rows:
        here = min(1 + number % 3, rows - written)
        order += [(number, activity) for activity in range(here)]
        written, number = written + here, number + 1
    if scattered:
        random.shuffle(order)
    with path.open("w", encoding="utf-8") as file:
        file.write("|".join(COLUMNS) + "|\n")
        for who, activity in order:
            base = f"1099{who:06}"
            rpps = base + luhn.calc_check_digit(base)
            told = NAMED | JOBS[who % len(JOBS)]
            told |= {"Identifiant PP": rpps, "Identification nationale PP": f"8{rpps}"}
            told |= {"Nom d'exercice": f"INVENTE{who}", "Prénom d'exercice": "Odile"}
            told |= {"Numéro FINESS site": f"04{(who * 7 + activity) % 20_000:06}0"}
            file.write("|".join(told.get(column, "") for column in COLUMNS) + "|\n")


def split_lines(path: Path) -> int:
    with path.open(encoding="utf-8") as file:
        return sum(len(line.split("|")) > 1 for line in file)


def dict_reader(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))


def kept_in_memory(path: Path) -> int:
    """What one writes first: a dictionary of every person and their rows."""
    people: dict[str, list[list[str]]] = {}
    with path.open(encoding="utf-8") as file:
        for line in file:
            cells = line.split("|")
            people.setdefault(cells[2], []).append(cells)
    return len(people)


def count(people: Iterator[object]) -> int:
    return sum(1 for _ in people)


FLOOR = "str.split, every line"
READINGS: dict[str, Callable[[Path], int]] = {
    FLOOR: split_lines,
    "csv.DictReader": dict_reader,
    "dict of split rows": kept_in_memory,
    "read_annuaire, everybody": lambda path: count(read_annuaire(path)),
    "read_annuaire, structure=": lambda path: count(read_annuaire(path, structure=STRUCTURE)),
}
SCATTERED = "read_annuaire, everybody, out of order"


def reading(name: str, path: Path) -> None:
    """Do one reading, in a process of its own, and print what it took."""
    start = time.process_time()  # of this process alone, whatever else runs on the machine
    found = READINGS["read_annuaire, everybody" if name == SCATTERED else name](path)
    seconds = time.process_time() - start
    print(json.dumps({"seconds": seconds, "found": found, "peak": peak()}))


def peak() -> float:
    """The highest resident size of this process, in megabytes."""
    status = Path("/proc/self/status")
    if status.exists():  # the other figure counts the size of the process that started this one
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def in_a_process(name: str, path: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, __file__, "--reading", name, str(path)], check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout)


def main() -> None:
    """Read everything in every way in turn, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--reading", nargs=2, metavar=("NAME", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.reading:
        reading(options.reading[0], Path(options.reading[1]))
        return
    names = [*READINGS, SCATTERED]
    found: dict[str, dict[int, list[dict[str, float]]]] = {name: {} for name in names}
    with tempfile.TemporaryDirectory() as folder:
        for rows in options.sizes:
            files = {scattered: Path(folder, f"{rows}-{scattered}.txt") for scattered in (False, True)}
            for scattered, path in files.items():
                generate(path, rows, scattered=scattered)
            for _ in range(options.rounds):
                for name in names:
                    found[name].setdefault(rows, []).append(in_a_process(name, files[name == SCATTERED]))
    table = {
        name: {
            rows: {
                "rows per second": rows / statistics.median(one["seconds"] for one in times),
                "peak, MB": statistics.median(one["peak"] for one in times),
                "people": times[0]["found"],
            }
            for rows, times in of.items()
        }
        for name, of in found.items()
    }
    if options.json:
        print(json.dumps(table, indent=2))
        return
    for rows in options.sizes:
        floor = table[FLOOR][rows]["rows per second"]
        print(f"{f'{rows:,} rows, median of {options.rounds}':42}    rows/s  × floor   peak MB")
        for name in names:
            one = table[name][rows]
            speed = one["rows per second"]
            print(f"{name:42}{speed:10,.0f}  {floor / speed:6.1f}  {one['peak, MB']:9,.0f}")


if __name__ == "__main__":
    main()
