"""What each command does, in a French sentence, and an example of it."""

import attrs


@attrs.frozen(slots=True)
class Words:
    """What is written by hand of a command."""

    french: str
    example: str
    """A line that runs at the root of a checkout."""


COMMANDS = {
    "assess": Words(
        "Juge des dossiers ou des registres sous le droit d'un jour et en rend compte, les manquements d'abord.",
        "cpts-model assess examples/cpts-ouest-gironde.json --on 2026-11-21",
    ),
    "missing": Words(
        "Dit quels faits inconnus demander, les plus utiles d'abord.",
        "cpts-model missing examples/cpts-paris-13.json --on 2026-11-21",
    ),
    "report": Words(
        "Écrit le rapport d'un dossier : une page HTML qui se suffit, ou du Markdown, ou du JSON.",
        "cpts-model report examples/cpts-ouest-gironde.json --on 2026-11-21 -o rapport.html",
    ),
    "join": Words(
        "Fait entrer quelqu'un dans une structure, sauf si la loi ou les statuts s'y opposent ; dit qui s'y oppose.",
        'cpts-model join examples/registre-deux-cpts.json cpts-rive --id zoe --name "Zoé Mythe" --profession ostéopathe '
        '--consented --college "professionnels de santé" --on 2026-11-21 --dry-run',
    ),
    "leave": Words(
        "Enregistre le départ d'un membre (retrait, exclusion, décès) et dit ce que ce départ rompt.",
        "cpts-model leave examples/registre-deux-cpts.json sisa-quai p-03 --on 2026-11-21 --dry-run",
    ),
    "status": Words(
        "Dit si quelqu'un était membre à jour ce jour-là, et pourquoi ; dresse au besoin son attestation d'adhésion.",
        "cpts-model status examples/registre-deux-cpts.json cpts-rive p-05 --on 2026-06-30",
    ),
    "electors": Words(
        "Dit qui vote à l'assemblée générale de ce jour et, selon les présents, si le quorum est atteint.",
        "cpts-model electors examples/registre-deux-cpts.json cpts-rive --on 2026-11-21",
    ),
    "payments": Words(
        "Juge chaque versement d'une année, et ce que chacun a reçu de toutes les CPTS réunies.",
        "cpts-model payments examples/registre-deux-cpts.json --year 2026",
    ),
    "headcount": Words(
        "Compte les membres de ce jour, chaque personne une seule fois pour toutes les structures.",
        "cpts-model headcount examples/registre-deux-cpts.json --on 2026-11-21 --by college",
    ),
    "timeline": Words(
        "Raconte les jours d'un dossier dans l'ordre : ses faits, ses états, ses échéances, les versions du droit.",
        "cpts-model timeline examples/cpts-ouest-gironde.json --on 2026-11-21",
    ),
    "deadlines": Words(
        "Dit ce que chaque structure d'un fichier doit faire et pour quand ; d'abord ce qui est passé sans qu'on le sache fait.",
        "cpts-model deadlines examples/cpts-en-creation.json --on 2026-11-21 --until 2027-06-30",
    ),
    "checklist": Words(
        "Dit ce qu'un destinataire (ARS, assurance maladie) demande à chaque CPTS : ce qui y est, ce qui manque, ce qui est dû.",
        "cpts-model checklist examples/cpts-ouest-gironde.json --to cpam --on 2026-11-21",
    ),
    "compare": Words(
        "Dit ce qui change entre deux jours : dans le droit ou, pour un dossier, dans ce qu'il en résulte.",
        "cpts-model compare examples/sisa-sous-le-minimum.json --on 2023-12-28 --and 2024-02-01",
    ),
    "funding": Words(
        "Dit ce que l'accord conventionnel paie à chaque structure d'un fichier, ligne par ligne, avec la source de chaque montant.",
        "cpts-model funding examples/cpts-ouest-gironde.json --on 2026-11-21",
    ),
    "associates": Words(
        "Dresse la liste des associés d'une maison de santé au jour demandé, ou compte leurs professions.",
        "cpts-model associates examples/msp-sous-contrat.json --on 2025-12-31 --diversity",
    ),
    "stage": Words(
        "Lit l'état d'avancement d'une CPTS comme on l'écrit dans les tableaux de suivi.",
        'cpts-model stage "LI validée le 12/03/2025" "Projet validé, non signataire"',
    ),
    "territory": Words(
        "Dit combien de personnes vivent sur un territoire, et de quelle taille conventionnelle est alors la CPTS.",
        "cpts-model territory examples/cpts-ouest-gironde.json --cog examples/registres/communes.csv --vintage 2026",
    ),
    "conformance": Words(
        "Dit quels codes et quels numéros d'un fichier ne valent pas ce jour-là, et quoi écrire à la place.",
        "cpts-model conformance examples/msp-les-allymes.json --on 2026-11-22",
    ),
    "identify": Words(
        "Dit ce que sont des numéros : RPPS, ADELI, FINESS, SIREN, SIRET, COG, RNA, RPPS-rang.",
        "cpts-model identify 10999000010 330990029",
    ),
    "schema": Words(
        "Imprime le schéma JSON d'un dossier, ou d'une autre forme JSON lue ou écrite.",
        "cpts-model schema register",
    ),
    "law": Words(
        "Liste les règles en vigueur un jour donné, article par article.",
        "cpts-model law --article L6323-3 --on 2010-06-01",
    ),
    "explain": Words(
        "Dit tout ce qui est su d'une règle, version par version.",
        "cpts-model explain msp.projet-signe",
    ),
    "new": Words(
        "Imprime un dossier vierge et commenté (TOML), à remplir.",
        "cpts-model new cpts",
    ),
    "members check": Words(
        "Dit comment une liste de membres est lue : colonnes, lignes, chaque doute avec sa cellule, doublons possibles.",
        "cpts-model members check membres.csv",
    ),
    "members import": Words(
        "Fait entrer les membres d'une liste dans un dossier : tous ou aucun, sans rien écraser de ce qui est dit.",
        "cpts-model members import membres.csv --into examples/registre-deux-cpts.json --structure cpts-rive --dry-run",
    ),
    "members export": Words(
        "Écrit les membres d'une structure dans une feuille, que `members import` relit.",
        "cpts-model members export examples/registre-deux-cpts.json --structure cpts-rive -o membres.csv",
    ),
    "import finess": Words(
        "Fait des dossiers à partir du FINESS : ce que ce répertoire ne contient pas reste inconnu.",
        "cpts-model import finess examples/registres/finess-invente.csv",
    ),
    "import annuaire": Words(
        "Dit qui exerce dans une structure d'après l'Annuaire Santé ; l'écrit, ou complète les membres d'un dossier.",
        "cpts-model import annuaire examples/registres/annuaire-invente.txt --structure 330990029",
    ),
    "import fhir": Words(
        "Fait un dossier ou un registre à partir de ressources FHIR R4 : ce qu'aucune ne dit reste inconnu.",
        "cpts-model import fhir msp.fhir.json -o retour.json",
    ),
    "export fhir": Words(
        "Écrit des structures et leurs membres en ressources FHIR R4, et dit quels faits elles ne portent pas.",
        "cpts-model export fhir examples/msp-les-allymes.json -o msp.fhir.json",
    ),
}
"""By the words that follow ``cpts-model``."""
