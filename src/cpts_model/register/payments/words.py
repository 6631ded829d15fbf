"""The words of a payment check."""

from collections.abc import Iterable, Iterator

from cpts_model.engine.outcome import Outcome
from cpts_model.engine.text import Lang, Text

MARKS = {
    Outcome.SATISFIED: "✓",
    Outcome.VIOLATED: "✗",
    Outcome.UNDETERMINED: "?",
    Outcome.NOT_APPLICABLE: "·",
}

YEAR_2022 = Text(
    "2022 : le plafond est celui de l'année entière, faute de règle qui le réduise ; le décret, en vigueur depuis le 18 mars 2022, "
    "ne dit pas si les sommes versées plus tôt dans l'année comptent.",
    "2022: the ceiling is that of the whole year, no rule that reduces it having been found; the decree, in force since 18 March 2022, "
    "does not say whether sums paid earlier that year count.",
)
SEVERAL_CPTS = Text(
    "Plusieurs CPTS ont payé : les additionner est déduit des mots « pour chaque professionnel », l'article ne dit pas « toutes CPTS réunies ».",
    "Several CPTS paid: summing them is inferred from the words « pour chaque professionnel »; the article does not say all CPTS together.",
)
SALARIED = Text(
    "Bénéficiaire à l'exercice salarié : l'article ne distingue pas ; des CPTS demandent une convention avec l'employeur, à vérifier "
    "dans leur règlement intérieur.",
    "The beneficiary practises as an employee: the article makes no distinction; some CPTS ask for an agreement with the employer, "
    "to be checked in their internal rules.",
)
TOLD_OTHERWISE = Text(
    "Le tableau dit que le bénéficiaire n'exerce dans aucune structure adhérente ; le registre montre le contraire.",
    "The table says that the beneficiary practises in no member structure; the register shows otherwise.",
)
ALL_MAY_PASS_ON = Text(
    "Somme versée à une structure : elle peut s'ajouter au total des professionnels à qui elle est reversée.",
    "Paid to a structure: it may add to the total of the professionals to whom it is passed on.",
)
BEFORE_THE_DECREE = Text(
    "Versement antérieur au 18 mars 2022, jour où l'article D1434-44 entre en vigueur : aucune règle n'est jugée.",
    "Paid before 18 March 2022, the day article D1434-44 came into force: no rule is judged.",
)
NOT_A_CPTS = Text(
    "Cette structure n'est pas une CPTS : l'article D1434-44 ne régit que les versements des CPTS.",
    "This structure is no CPTS: article D1434-44 governs the payments of CPTS only.",
)
TABLE_ONLY = Text(
    "Ne sont additionnés que les versements de ce tableau ; le registre en tient d'autres de la même année.",
    "Only the payments of this table are summed; the register holds others of the same year.",
)

NO_ARTICLE_YET = Text(
    "L'article D1434-44 n'est en vigueur que depuis le 18 mars 2022 : cette année-là, aucun plafond n'est jugé.",
    "Article D1434-44 has been in force since 18 March 2022 only: no ceiling is judged in that year.",
)
BEYOND = Text(
    "L'article D1434-44 a été vu en vigueur le {day} : à vérifier pour l'année demandée.",
    "Article D1434-44 was seen in force on {day}: check it for the year asked.",
)

HEAD = Text(
    "Versements de l'année civile {year}, jugés au {day}",
    "Payments of the civil year {year}, judged on {day}",
)
ROW = Text(
    "Ligne {number} : versement de {payer} à {who}, {amount}, {day}, {nature}",
    "Line {number}: {who}, paid by {payer}, {amount}, {day}, {nature}",
)
OTHER_YEAR = Text(
    "D'une autre année, non jugée ici : ligne {numbers}",
    "Of another year, not judged here: line {numbers}",
)
OTHER_YEARS = Text(
    "D'une autre année, non jugées ici : lignes {numbers}",
    "Of another year, not judged here: lines {numbers}",
)
RUNNING = Text(
    "Total de l'année après ce versement : {total} ; reste sous le plafond : {left}",
    "The year's total after this payment: {total}; left below the ceiling: {left}",
)
RUNNING_ABOVE = Text(
    "Total de l'année après ce versement : {total} ; dépassement du plafond : {over}",
    "The year's total after this payment: {total}; above the ceiling by {over}",
)
RUNNING_ALONE = Text(
    "Total de l'année après ce versement : {total}", "The year's total after this payment: {total}"
)
CROSSES = Text(
    "Ce versement fait dépasser le plafond de l'année.", "This payment exceeds the ceiling of the year."
)
PERSON = Text("{who} : {total} en {year}", "{who}: {total} in {year}")
BY_STRUCTURE = Text("{structure} : {total}", "{structure}: {total}")
CEILING = Text("plafond {ceiling} ; reste {left}", "ceiling {ceiling}; left {left}")
EXCEEDED = Text(
    "plafond {ceiling} ; dépassement : {over}", "ceiling {ceiling}; exceeded by {over}"
)  # fmt: skip
PEOPLE = Text("Par bénéficiaire", "By beneficiary")
ASK = Text("À indiquer", "To be told")
NO_DAY = Text("jour inconnu", "day unknown")
NO_AMOUNT = Text("montant inconnu", "amount unknown")
NO_NATURE = Text("nature inconnue", "nature unknown")


def asked(questions: Iterable[Text], lang: Lang) -> Iterator[str]:
    """What to ask of a line or of a person, a line each."""
    for question in questions:
        yield f"  {ASK.to(lang)}{' :' if lang == 'fr' else ':'} {question.to(lang)}"
