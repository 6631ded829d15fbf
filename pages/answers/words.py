"""The words of the pages of answers, and the links to texts and to rules."""

import re
from decimal import Decimal

from cpts_model import Citation, Rule, Text
from cpts_model.engine.citations import Authority
from cpts_model.engine.text import Lang
from cpts_model.life.basis import Basis
from pages.catalogue.places import FOLDERS, link_to
from pages.catalogue.words import seen_as
from pages.page import text

NBSP = "\N{NO-BREAK SPACE}"

_WORDS = {
    "text": Text("Texte", "Text"),
    "rule": Text("Règle", "Rule"),
    "day": Text("Jour", "Day"),
    "what happens": Text("Ce qui se passe", "What happens"),
    "what is asked": Text("Ce qui est demandé", "What is asked"),
    "signed": Text("Pour un contrat inventé, signé le", "For an invented contract, signed on"),
    "to whom": Text("À qui", "To whom"),
    "and": Text(" et ", " and "),
    "ceiling of": Text("Plafond de", "Ceiling of"),
    "for the dialogue": Text("Pour le dialogue de gestion de l'année", "For the dialogue de gestion of the year"),
    "at the latest": Text("au plus tard le", "at the latest on"),
    "period": Text("Jours", "Days"),
    "what the statutes say": Text("Ce que disent les statuts", "What the statutes say"),
    "paid on": Text("Payée le", "Paid on"),
    "days covered": Text("Jours couverts", "Days covered"),
    "civil year": Text("Année civile", "Civil year"),
    "ceiling": Text("Plafond", "Ceiling"),
    "inhabitants": Text("Habitants", "Inhabitants"),
    "from on": Text("à partir de", "from"),
    "size": Text("Taille", "Size"),
    "or": Text(" ou ", " or "),
    "not settled": Text("les textes lus ne tranchent pas", "the texts read do not settle it"),
    "case": Text("Le cas", "The case"),
    "answer": Text("Le verdict, et la réponse", "The verdict, and the answer"),
    "who": Text("Qui le dit", "Who says so"),
    "no rule": Text("aucune règle encodée", "no rule encoded"),
    "unchecked": Text("non revu depuis", "not seen again since"),
    "twin": Text("This page in English", "Cette page en français"),
    "all": Text("Toutes les questions", "All the questions"),
    "also": Text("On le demande aussi ainsi :", "People also ask:"),
    "short answer": Text("Réponse au", "Answer on"),
    "who decides": Text("Qui décide :", "Who decides:"),
    "silent": Text("sur un point au moins, les textes lus ne tranchent pas", "on one point at least, the texts read do not settle it"),
    "open": Text("Question ouverte :", "Open question:"),
    "ask": Text("Il manque :", "Missing:"),
    "mend": Text("Pour y remédier :", "What would mend it:"),
    "to open": Text("Si le droit n'est pas ouvert :", "Where the right is not open:"),
    "note": Text("À savoir :", "Note:"),
    "facts": Text("Les faits lus pour en décider :", "The facts read to decide it:"),
    "no facts": Text("Aucun fait n'a été lu : aucune règle ne s'applique.", "No fact was read: no rule applies."),
    "code": Text("Le même dossier, à copier :", "The same dossier, to copy:"),
    "judged on": Text("jugé le", "judged on"),
    "not encoded": Text(
        "Voir [ce qui n'est pas encodé, et pourquoi](../droit/non-encode.md).",
        "See [what is not encoded, and why](../law/not-encoded.md).",
    ),
    "between": Text(" ; ", "; "),
    "invented statutes": Text(
        "statuts inventés pour l'exemple : ceux de votre association en décident",
        "statutes invented for the example: those of your association decide",
    ),
    "see also": Text("voir aussi :", "see also:"),
}  # fmt: skip

_SECTIONS = {
    "cases": Text("Les cas jugés", "The cases judged"),
    "texts": Text("Les textes", "The texts"),
    "days": Text("Le même cas, un autre jour", "The same case, on another day"),
    "dossiers": Text("Les dossiers jugés", "The dossiers judged"),
    "silences": Text("Ce que la bibliothèque ne tranche pas", "What the library does not settle"),
}


def words(key: str, lang: Lang) -> str:
    """The words of a heading or a lead."""
    return _WORDS[key].to(lang)


def section(key: str, lang: Lang) -> str:
    """The title of a part of a page."""
    return f"## {_SECTIONS[key].to(lang)}"


def colon(lang: Lang) -> str:
    """The colon, with the space that French puts before it."""
    return " :" if lang == "fr" else ":"


def quoted(words: str, lang: Lang) -> str:
    """Words between the quotation marks of the language."""
    return f"« {words} »" if lang == "fr" else f"“{words}”"


_CODE = re.compile(r"(```.*?```|`[^`\n]*`)", re.DOTALL)
_BREAKS = re.compile(r"(?<=\S) (?=[:;?!»](?:[\s.,)*<]|$))|(?<=«) ")


def unbroken(body: str) -> str:
    """French whose double signs stay on the line of their word; code is left as it is."""
    parts = _CODE.split(body)
    return "".join(part if index % 2 else _BREAKS.sub(NBSP, part) for index, part in enumerate(parts))


def number(figure: Decimal | int, lang: Lang) -> str:
    """A whole number, as the language writes it."""
    return f"{figure:,.0f}".replace(",", NBSP if lang == "fr" else ",")


def euros(amount: Decimal, lang: Lang) -> str:
    """An amount of whole euros, as the language writes it."""
    return f"{number(amount, lang)}{NBSP}€" if lang == "fr" else f"€{number(amount, lang)}"


def cited(citation: Citation, lang: Lang) -> str:
    """A citation, with a link to Légifrance where the version read has one."""
    named = text(citation.to(lang))
    return named if citation.url is None else f"[{named}]({citation.url})"


def basis(of: Basis, lang: Lang) -> str:
    """The text behind a statement, its authority and when it was last seen."""
    return f"{cited(of.cites, lang)} ({of.authority.label.to(lang)}, {seen_as(of.authority, of.checked_on, lang)})"


def rule_link(rule: Rule, lang: Lang) -> str:
    """The id of a rule of the law, with a link to its place in the catalogue."""
    folder = FOLDERS[lang].removeprefix("fr/")
    return f"[`{rule.id}`](../{folder}/{link_to(rule)})"


_WHO = {
    Authority.LAW: Text("la loi", "the law"),
    Authority.REGULATION: Text("le règlement", "the regulation"),
    Authority.CONVENTION: Text("l'accord conventionnel", "the national agreement"),
    Authority.CASE_LAW: Text("la jurisprudence", "case law"),
    Authority.DOCTRINE: Text("la doctrine", "doctrine"),
    Authority.PRACTICE: Text("la pratique", "practice"),
    Authority.STATUTES: Text("les statuts de l'association", "the statutes of the association"),
}


def who(authority: Authority, lang: Lang) -> str:
    """Who speaks, as the subject of a sentence."""
    return _WHO[authority].to(lang)
