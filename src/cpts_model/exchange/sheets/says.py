"""What is said of a place of a sheet: why it is in doubt, and what would mend it."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from cpts_model.engine.text import Text
from cpts_model.exchange.faults import cut
from cpts_model.exchange.sheets.cells import clean
from cpts_model.exchange.sheets.grid import letter_of
from cpts_model.exchange.sheets.model import Doubt, SheetFault

_SHOWN = 60

_WRITE_DAY = Text("écrire le jour en entier : 12/03/2024", "write the whole day: 12/03/2024")
_COMPLETE = Text("compléter la cellule, ou la laisser ainsi", "complete the cell, or leave it so")
_WRITE_ELEVEN = Text(
    "mettre la colonne au format texte et recopier les onze chiffres",
    "format the column as text and copy the eleven digits again",
)
_TWO_COLUMNS = Text(
    "écrire le nom en capitales, ou faire deux colonnes : Nom et Prénom",
    "write the surname in capitals, or make two columns: Nom and Prénom",
)
_NOTHING_TO_DO = Text("rien à faire si c'est bien le cas", "nothing to do if so")
_SAY_WHO = Text(
    "dire qui est membre : la personne (nom et prénom) ou l'organisation (colonne « Raison sociale »)",
    'say who the member is: the person (surname and first name) or the organisation (column "Raison sociale")',
)
_ONE_COLUMN = Text("renommer l'une des deux colonnes", "rename one of the two columns")

SAYS: Mapping[str, tuple[Text, Text]] = MappingProxyType(
    {
        "name-alone": (
            Text("un seul mot pour le nom : le prénom manque peut-être", "a single word as name: the first name may be missing"),
            Text("ajouter le prénom", "add the first name"),
        ),
        "name-odd": (
            Text("le nom contient autre chose qu'un nom et un prénom : gardé tel quel", "the name holds more than a surname and a first name: kept whole"),
            Text("ne laisser que le nom et le prénom", "leave the surname and the first name alone"),
        ),
        "name-order": (
            Text("rien ne distingue le nom du prénom : gardés ensemble", "nothing tells the surname from the first name: kept together"),
            _TWO_COLUMNS,
        ),
        "name-mangled": (
            Text("des lettres accentuées ont été abîmées", "accented letters were damaged"),
            Text("exporter de nouveau le fichier, en UTF-8", "export the file again, in UTF-8"),
        ),
        "name-missing": (
            Text("aucun nom sur cette ligne", "no name on this line"),
            Text("écrire le nom, ou supprimer la ligne", "write the name, or remove the line"),
        ),
        "name-error": (
            Text("la cellule du nom affiche une erreur du tableur", "the cell of the name shows an error of the spreadsheet"),
            Text("corriger la formule, ou écrire le nom", "mend the formula, or write the name"),
        ),
        "title-line": (
            Text("cette ligne ne porte qu'une profession : c'est peut-être un intertitre, non un nom", "this line holds nothing but a profession: a heading maybe, and no name"),
            Text("écrire la profession sur la ligne de chaque personne", "write the profession on the line of each person"),
        ),
        "line-other": (
            Text("cette ligne ne porte qu'un texte qui n'est pas un nom", "this line holds nothing but a text that is no name"),
            Text("supprimer la ligne, ou écrire le nom et le prénom", "remove the line, or write the surname and the first name"),
        ),
        "total-line": (
            Text("ligne de total ou de compte : elle n'est lue comme aucun membre", "a line of totals or counts: it is read as no member"),
            _NOTHING_TO_DO,
        ),
        "header-again": (
            Text("les en-têtes sont répétés sur cette ligne : elle n'est lue comme aucun membre", "the headers stand again on this line: it is read as no member"),
            _NOTHING_TO_DO,
        ),
        "who": (
            Text("cette ligne peut désigner une personne ou une organisation", "this line may name a person or an organisation"),
            _SAY_WHO,
        ),
        "nature-other": (
            Text("ce mot ne dit pas si le membre est une personne ou une organisation", "this word does not say whether the member is a person or an organisation"),
            Text("écrire « personne physique » ou « personne morale »", "write \"personne physique\" or \"personne morale\""),
        ),
        "profession-unread": (
            Text("aucune profession n'a été reconnue", "no profession was recognised"),
            Text("écrire la profession en toutes lettres", "write the profession in full"),
        ),
        "profession-candidates": (
            Text("plusieurs lectures possibles, ou un doute : {candidates}", "several readings, or a doubt: {candidates}"),
            Text("écrire la profession en toutes lettres", "write the profession in full"),
        ),
        "profession-words": (
            Text("des mots n'ont pas été compris ({words}) ; la profession lue est {read}", "some words were not understood ({words}); the profession read is {read}"),
            Text("vérifier la profession lue", "check the profession read"),
        ),
        "speciality-open": (
            Text("la spécialité répond à plusieurs codes de savoir-faire ({codes}) : elle reste inconnue", "the speciality answers to several codes ({codes}): it stays unknown"),
            Text("écrire le code ou le libellé exact du savoir-faire", "write the code or the exact label of the savoir-faire"),
        ),
        "speciality-unread": (
            Text("la spécialité ne s'accorde pas avec la profession, ou n'a pas été reconnue", "the speciality does not agree with the profession, or was not recognised"),
            Text("écrire le code ou le libellé exact du savoir-faire", "write the code or the exact label of the savoir-faire"),
        ),
        "mode-unread": (
            Text("ce mode d'exercice n'est pas de ceux d'une seule sorte (libéral, salarié, bénévole) : il reste inconnu", "this mode of practice is not of one sort (liberal, salaried, voluntary): it stays unknown"),
            Text("écrire « libéral » ou « salarié » ; un exercice mixte se dit hors du tableau", "write \"libéral\" or \"salarié\"; mixed practice is told outside the sheet"),
        ),
        "mode-differs": (
            Text("la profession dit « {profession} », cette colonne dit « {mode} » : le mode reste inconnu", "the profession says \"{profession}\", this column says \"{mode}\": the mode stays unknown"),
            Text("corriger l'une des deux cellules", "mend one of the two cells"),
        ),
        "rpps-scientific": (
            Text("le tableur a arrondi le numéro : ses derniers chiffres sont perdus", "the spreadsheet rounded the number: its last digits are lost"),
            _WRITE_ELEVEN,
        ),
        "rpps-rounded": (
            Text("ce numéro finit par tant de zéros qu'il a sans doute été arrondi", "this number ends in so many zeros that it was probably rounded"),
            _WRITE_ELEVEN,
        ),
        "rpps-prefixed": (
            Text("douze chiffres qui commencent par 8 : l'identifiant national, qui est « 8 » suivi du numéro RPPS", "twelve digits that begin by 8: the national identifier, \"8\" and the RPPS number"),
            Text("retirer le 8 si c'est bien cela", "remove the 8 if so"),
        ),
        "rpps-adeli": (
            Text("neuf chiffres : un numéro ADELI, non un numéro RPPS", "nine digits: an ADELI number, no RPPS number"),
            Text("demander le numéro RPPS (onze chiffres)", "ask for the RPPS number (eleven digits)"),
        ),
        "rpps-length": (
            Text("un numéro RPPS a onze chiffres", "an RPPS number has eleven digits"),
            Text("recopier le numéro en entier", "copy the whole number"),
        ),
        "rpps-other": (
            Text("ce n'est pas un numéro RPPS", "this is no RPPS number"),
            Text("écrire les onze chiffres, ou laisser la cellule vide", "write the eleven digits, or leave the cell empty"),
        ),
        "rpps-key": (
            Text("la clé de ce numéro RPPS n'est pas celle attendue ; le numéro est gardé", "the key of this RPPS number is not the expected one; the number is kept"),
            Text("vérifier le numéro", "check the number"),
        ),
        "rpps-organisation": (
            Text("un numéro RPPS sur la ligne d'une organisation", "an RPPS number on the line of an organisation"),
            _SAY_WHO,
        ),
        "finess-other": (
            Text("un numéro FINESS a neuf caractères ; s'il manque un zéro au début, il a été perdu", "a FINESS number has nine characters; if a zero is missing in front, it was lost"),
            Text("recopier le numéro en entier, au format texte", "copy the whole number, as text"),
        ),
        "day-none": (Text("ce n'est pas une date", "this is no day"), _WRITE_DAY),
        "day-error": (Text("la cellule affiche une erreur du tableur", "the cell shows an error of the spreadsheet"), _WRITE_DAY),
        "day-epoch": (
            Text("c'est le jour zéro des tableurs : une cellule vide mise au format date", "this is the day zero of spreadsheets: an empty cell formatted as a date"),
            Text("vider la cellule, ou écrire la date", "empty the cell, or write the day"),
        ),
        "day-far": (Text("cette date est trop ancienne ou trop lointaine", "this day is too long ago or too far ahead"), _WRITE_DAY),
        "day-year-alone": (Text("une année seule n'est pas une date", "a year alone is no day"), _WRITE_DAY),
        "day-serial": (
            Text("un nombre de jours de tableur, dont le point de départ n'est pas dit ici", "a spreadsheet's count of days, whose beginning is not told here"),
            Text("mettre la colonne au format date avant d'exporter", "format the column as dates before exporting"),
        ),
        "day-century": (Text("l'année en deux chiffres laisse le siècle en doute", "a year in two digits leaves the century in doubt"), Text("écrire l'année en quatre chiffres", "write the year in four digits")),
        "day-either": (
            Text("dans une feuille où les deux ordres se rencontrent : {one} ou {other}", "in a sheet where both orders are met: {one} or {other}"),
            Text("écrire le mois en lettres, ou la date sous la forme 2024-03-12", "write the month in letters, or the day as 2024-03-12"),
        ),
        "day-other-way": (
            Text("cette date ne se comprend que dans l'autre ordre que le reste ({day})", "this day makes sense only in the other order than asked ({day})"),
            Text("corriger la date, ou relire le fichier avec day_first={other}", "mend the day, or read the file again with day_first={other}"),
        ),
        "column-orders": (
            Text("des dates de cette colonne ne se comprennent que dans l'autre ordre (jour et mois) : celles qui se lisent dans les deux sens restent inconnues", "days of this column make sense only in the other order (day and month): those that can be read both ways stay unknown"),
            Text("écrire toutes les dates de la même façon, ou relire le fichier avec day_first={other}", "write all days in one way, or read the file again with day_first={other}"),
        ),
        "column-end": (
            Text("un jour de fin est lu comme le premier jour hors de la structure", "an end is read as the first day no longer a member"),
            Text("si c'est le dernier jour comme membre, écrire le lendemain", "if it is the last day as a member, write the day after"),
        ),
        "column-amounts": (
            Text("les montants de cette colonne sont lus comme payés, ce que l'en-tête ne dit pas", "the amounts of this column are read as paid, which the header does not say"),
            Text("si ce sont des montants dus, retirer la colonne ou dire dans une autre qui a payé", "if they are amounts due, remove the column or say in another who paid"),
        ),
        "column-twice": (
            Text("une autre colonne ({letter}) est déjà lue pour la même chose : {role}", "another column ({letter}) is already read for the same thing: {role}"),
            _ONE_COLUMN,
        ),
        "column-unclear": (
            Text("l'en-tête laisse attendre « {role} », le contenu est autre chose : colonne non utilisée", "the header announces \"{role}\", the contents are something else: column not used"),
            Text("renommer la colonne, ou corriger son contenu", "rename the column, or mend what it holds"),
        ),
        "column-consent": (
            Text("consentement à quoi : adhérer, ses données, son image ? Colonne non utilisée", "consent to what: joining, the use of data or pictures? Column not used"),
            Text("si c'est bien à l'adhésion, renommer la colonne « A consenti à adhérer »", "if it is to joining, rename the column \"A consenti à adhérer\""),
        ),
        "column-guess": (
            Text("le contenu se lit comme « {role} », l'en-tête dit autre chose : colonne non utilisée", "the contents read as \"{role}\", the header says something else: column not used"),
            Text("si c'est bien cela, renommer la colonne", "if it is so, rename the column"),
        ),
        "sheet-others": (
            Text("d'autres feuilles nomment aussi des personnes ({sheets}) : seule celle-ci est lue", "other sheets name people too ({sheets}): this one alone is read"),
            Text("dire quelle feuille lire", "say which sheet to read"),
        ),
        "orders-without-status": (
            Text("des commandes sans colonne « Statut de la commande » : aucun paiement n'est compté", "orders without a column \"Statut de la commande\": no payment is counted"),
            Text("exporter de nouveau la campagne avec le statut des commandes", "export the campaign again with the status of orders"),
        ),
        "order-not-paid": (
            Text("la commande n'est pas validée : la ligne ne compte ni membre ni paiement", "the order is not valid: the line counts neither a member nor a payment"),
            Text("si la personne a payé autrement, le dire dans le tableau des membres", "if they paid otherwise, say so in the list of members"),
        ),
        "left-before": (
            Text("le départ précède l'adhésion : les deux dates restent inconnues", "the departure comes before joining: both days stay unknown"),
            Text("corriger l'une des deux dates", "mend one of the two days"),
        ),
        "joined-after-list": (
            Text("l'adhésion suit le jour de la liste ({day}) : la liste ne prouve rien pour cette ligne", "joining comes after the day of the list ({day}): the list proves nothing for this line"),
            Text("corriger la date, ou le jour de la liste", "mend the day, or the day of the list"),
        ),
        "listed-otherwise": (
            Text("ces mots laissent penser que la personne n'est pas, ou n'est plus, membre : la liste ne prouve rien pour cette ligne", "these words suggest somebody who is not, or no longer, a member: the list proves nothing for this line"),
            Text("écrire le départ dans une colonne « Date de départ », ou retirer la ligne", "tell the departure in a column \"Date de départ\", or remove the line"),
        ),
        "answer-other": (
            Text("ce n'est ni oui ni non", "this is neither yes nor no"),
            Text("écrire oui ou non", "write oui or non"),
        ),
        "fee-unread": (
            Text("la cotisation n'a pas été comprise", "the fee was not understood"),
            Text("écrire oui ou non, un montant (10,00) ou la date du paiement", "write oui or non, an amount (10,00) or the day it was paid"),
        ),
        "fee-zero": (
            Text("zéro : dispensé, ou rien payé ?", "zero: exempt, or nothing paid?"),
            Text("écrire oui ou non, et le montant à part", "write oui or non, and the amount apart"),
        ),
        "fee-contradicts": (
            Text("la cotisation est dite non payée, et un paiement est indiqué : rien n'est retenu", "the fee is told as not paid, and a payment is told: nothing is kept"),
            Text("corriger l'une des deux cellules", "mend one of the two cells"),
        ),
        "fee-of-year": (
            Text("« non » pour une année ne dit rien des autres : rien n'est retenu des cotisations non payées", "\"no\" for one year says nothing of the others: nothing is kept of fees not paid"),
            Text("dire dans une colonne « À jour de cotisation » qui l'est au jour de la liste", "say in a column \"À jour de cotisation\" who is, on the day of the list"),
        ),
        "year-unread": (
            Text("ce n'est ni une année ni une saison", "this is neither a year nor a season"),
            Text("écrire 2024, ou 2024-2025", "write 2024, or 2024-2025"),
        ),
        "formula": (
            Text("une formule enregistrée sans son résultat", "a formula that was saved without its result"),
            Text("ouvrir le fichier dans le tableur, l'enregistrer, ou écrire la valeur", "open the file in the spreadsheet and save it, or write the value"),
        ),
        "error": (
            Text("la cellule affiche une erreur du tableur", "the cell shows an error of the spreadsheet"),
            Text("corriger la formule, ou écrire la valeur", "mend the formula, or write the value"),
        ),
        "text-long": (
            Text("ce texte est trop long pour ce que la colonne contient", "this text is too long for what the column holds"),
            Text("vérifier les guillemets du fichier, et raccourcir", "check the quotation marks of the file, and shorten"),
        ),
        "phone-zero": (
            Text("neuf chiffres : le tableur a retiré le zéro du début (le numéro n'est pas gardé)", "nine digits: the spreadsheet removed the leading zero (the number is not kept)"),
            Text("mettre la colonne au format texte", "format the column as text"),
        ),
        "postcode-zero": (
            Text("quatre chiffres : le tableur a sans doute retiré le zéro du début (le code n'est pas gardé)", "four digits: the spreadsheet probably removed the leading zero (the code is not kept)"),
            Text("mettre la colonne au format texte", "format the column as text"),
        ),
        "homonym": (
            Text("même nom qu'à la ligne {other_line} : l'identifiant {id} les distingue", "the same name as on line {other_line}: the identifier {id} tells them apart"),
            Text("ajouter le numéro RPPS de chacun, ou retirer la ligne en double", "add the RPPS number of each, or remove the double line"),
        ),
        "rpps-again": (
            Text("même numéro RPPS qu'à la ligne {other_line} : l'identifiant {id} les distingue", "the same RPPS number as on line {other_line}: the identifier {id} tells them apart"),
            Text("retirer la ligne en double, ou corriger le numéro", "remove the double line, or mend the number"),
        ),
        "id-bad": (
            Text("cet identifiant ne peut pas servir", "this identifier cannot serve"),
            Text("écrire un mot sans caractère caché, ou vider la cellule", "write a word without hidden characters, or empty the cell"),
        ),
        "fact-unread": (
            Text("cette valeur n'est pas de celles que la colonne « {fact} » admet", "this value is none that the column \"{fact}\" takes"),
            Text("reprendre une valeur écrite par l'export, ou vider la cellule", "take a value as the export writes it, or empty the cell"),
        ),
        "fact-elsewhere": (
            Text("« {fact} » ne se dit pas d'un membre de cette nature", "\"{fact}\" is not said of a member of this kind"),
            Text("vider la cellule, ou corriger la nature du membre", "empty the cell, or mend the kind of member"),
        ),
        "facts-contradict": (
            Text("les valeurs de cette ligne se contredisent : {problem}", "the values of this line contradict one another: {problem}"),
            Text("corriger la ligne", "mend the line"),
        ),
    }
)  # fmt: skip


@attrs.define(slots=True)
class Notes:
    """The remarks on a sheet, while it is read."""

    sheet: str | None = None
    doubts: list[Doubt] = attrs.Factory(list)
    faults: list[SheetFault] = attrs.Factory(list)
    _seen: set[tuple[str, int, int | None]] = attrs.Factory(set)

    def doubt(self, code: str, line: int, index: int | None, text: str, **words: object) -> None:
        """Note a doubt on a cell, or on a line where there is no column; once, however often it is read."""
        if (code, line, index) in self._seen:
            return
        self._seen.add((code, line, index))
        why, mend = said(code, **words)
        self.doubts.append(
            Doubt(
                sheet=self.sheet, cell=cell_name(line, index), line=line, text=short(text), code=code, why=why, mend=mend
            )
        )  # fmt: skip

    def fault(self, code: str, line: int, index: int | None, text: str, **words: object) -> None:
        """Note that a line was not read."""
        why, mend = said(code, **words)
        self.faults.append(
            SheetFault(
                sheet=self.sheet, cell=cell_name(line, index), line=line, text=short(text), code=code, why=why, mend=mend
            )
        )  # fmt: skip


def said(code: str, **words: object) -> tuple[Text, Text]:
    """A remark in both languages. A word may be a ``Text`` itself."""
    why, mend = SAYS[code]
    return _filled(why, words), _filled(mend, words)


def _filled(text: Text, words: Mapping[str, object]) -> Text:
    if not words:
        return text
    french = {key: value.fr if isinstance(value, Text) else value for key, value in words.items()}
    english = {key: value.en if isinstance(value, Text) else value for key, value in words.items()}
    return Text(text.fr.format(**french), text.en.format(**english))


def short(text: str) -> str:
    """A cell's text as a remark shows it."""
    return cut(clean(text[: _SHOWN * 4]), _SHOWN)


def cell_name(line: int, index: int | None) -> str | None:
    """A cell as spreadsheets name it."""
    return None if index is None else f"{letter_of(index)}{line}"
