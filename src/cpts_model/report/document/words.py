"""The words that only the report of a dossier is written with, in French and in English."""

from datetime import date
from typing import Any

from cpts_model.engine.text import Lang, Text
from cpts_model.report.assembly_words import long_day

WORDS = {
    "report": Text("Rapport : {name}", "Report: {name}"),
    "report_many": Text("Rapport sur {n} structures", "Report on {n} structures"),
    "report_day": Text("Jugement selon le droit du {day}", "Judged under the law of {day}"),
    "made_by": Text("Jugé par cpts_model {version}", "Judged by cpts_model {version}"),
    "law_seen": Text(
        "textes vus pour la dernière fois, selon la règle, entre le {first} et le {last}",
        "texts last seen, depending on the rule, between {first} and {last}",
    ),
    "law_seen_once": Text("textes vus pour la dernière fois le {last}", "texts last seen on {last}"),
    "no_advice": Text(
        "Ce rapport n'est pas un avis juridique : il dit ce que donnent les faits indiqués, rapprochés de "
        "chaque article. Chaque article est cité pour être lu.",
        "This report is no legal advice: it says what the facts that were told come to, article by article. "
        "Each article is cited so that it can be read.",
    ),
    "beyond_seen": Text(
        "Le jour demandé est postérieur à la dernière lecture d'un ou de plusieurs textes : là où il est écrit "
        "«\N{NO-BREAK SPACE}non revu depuis\N{NO-BREAK SPACE}», relire l'article.",
        "The day asked is later than the last reading of one or several texts: where it says “not seen again "
        "since”, read the article again.",
    ),
    "skip": Text("Aller au contenu", "Skip to the content"),
    "contents": Text("Sommaire", "Contents"),
    "back": Text("Retour au sommaire", "Back to the contents"),
    "counts": Text("Décompte des règles", "Count of the rules"),
    "index_caption": Text("Une ligne par structure ; chaque nom mène à son détail.", "A row a structure; each name leads to its details."),
    "sort": Text("Trier par {column}", "Sort by {column}"),
    "open_questions": Text("questions ouvertes", "open questions"),
    "across": Text("Règles entre structures", "Rules across structures"),
    "across_none": Text(
        "Rien à signaler entre structures : aucun membre de plusieurs CPTS, aucun territoire partagé, aucune exclusion.",
        "Nothing to report across structures: no member of several CPTS, no shared territory, no exclusion.",
    ),
    "not_applicable_title": Text("Règles sans objet ce jour-là", "Rules that do not apply that day"),
    "not_applicable": Text("sans objet", "not applicable"),
    "verdict_breach": Text("{n} manquements à la loi ou au règlement.", "{n} breaches of law or regulation."),
    "verdict_breach_one": Text("Un manquement à la loi ou au règlement.", "One breach of law or regulation."),
    "verdict_settled": Text(
        "Aucun manquement à la loi ou au règlement, et rien ne reste à déterminer.",
        "No breach of law or regulation, and nothing is left undetermined.",
    ),
    "verdict_none": Text(
        "Aucun manquement à la loi ou au règlement dans ce qui est connu.",
        "No breach of law or regulation in what is known.",
    ),
    "verdict_unknown": Text(
        "{n} règles ne peuvent être jugées, faute de faits.", "{n} rules cannot be judged, for want of facts."
    ),
    "verdict_unknown_one": Text(
        "Une règle ne peut être jugée, faute de faits.", "One rule cannot be judged, for want of facts."
    ),
    "verdict_open": Text("Les textes laissent {n} questions ouvertes.", "The texts leave {n} questions open."),
    "verdict_open_one": Text("Les textes laissent une question ouverte.", "The texts leave one question open."),
    "of": Text("{n} structures : {breach} avec manquement, {incomplete} à compléter, {ok} sans manquement et entièrement jugées.",
               "{n} structures: {breach} with a breach, {incomplete} incomplete, {ok} without any breach and wholly judged."),
    "across_breach": Text(
        "Entre structures : {n} manquements à la loi ou au règlement.", "Across structures: {n} breaches of law or regulation."
    ),
    "across_breach_one": Text(
        "Entre structures : un manquement à la loi ou au règlement.", "Across structures: one breach of law or regulation."
    ),
    "text": Text("Texte", "Text"),
    "source": Text("Lu dans", "Read in"),
    "met_for": Text("Respectée pour", "Met by"),
    "concerned": Text("Concerne", "Concerns"),
    "facts_read": Text("Faits lus pour en juger", "Facts read to judge it"),
    "facts_left": Text(
        "… et {n} autres faits lus, que donne le format JSON.", "… and {n} more facts read, which the JSON format gives."
    ),
    "parts_left": Text(
        "… et {n} autres, jugés de même : le format JSON donne les faits lus de chacun.",
        "… and {n} others, judged likewise: the JSON format gives the facts read of each.",
    ),
    "lean": Text(
        "Au-delà de {n} structures, ce rapport ne montre ni le texte et les faits lus des règles où il n'y a rien à faire, ni "
        "les frises, ni les faits indiqués : un rapport sur une seule structure les montre.",
        "Beyond {n} structures this report shows neither the text and the facts read of rules that ask for nothing, nor "
        "timelines, nor the facts told: a report on one structure alone shows them.",
    ),
    "questionnaire": Text("Questionnaire : ce qu'il faut indiquer", "Questionnaire: what is to be told"),
    "questionnaire_lead": Text(
        "{n} faits attendus ; les plus utiles d'abord. Un fait que nul n'a indiqué ne décide de rien : y répondre "
        "permet de juger les règles nommées.",
        "{n} facts awaited, the most useful first. A fact nobody told decides nothing: answering lets the rules named "
        "be judged.",
    ),
    "questionnaire_one": Text(
        "Un seul fait attendu. Un fait que nul n'a indiqué ne décide de rien : y répondre permet de juger les règles nommées.",
        "One fact awaited. A fact nobody told decides nothing: answering lets the rules named be judged.",
    ),
    "filled_by": Text("Rempli par", "Filled in by"),
    "filled_on": Text("le", "on"),
    "about_structure": Text("La structure", "The structure"),
    "law_needs": Text("attendu par la loi ou le règlement", "needed by law or regulation"),
    "waits": Text("{n} règles l'attendent", "{n} rules wait for it"),
    "waits_one": Text("une règle l'attend", "one rule waits for it"),
    "yes": Text("oui", "yes"),
    "no": Text("non", "no"),
    "none": Text("néant", "none"),
    "day_blank": Text("__ / __ / ____", "____-__-__"),
    "attached": Text("liste jointe", "list attached"),
    "described": Text("oui, à décrire", "yes, to be described"),
    "several": Text("plusieurs réponses possibles", "several answers possible"),
    "amount": Text("nombre ou montant", "number or amount"),
    "deadlines": Text("Échéances", "Deadlines"),
    "overdue": Text("En retard", "Overdue"),
    "coming": Text("Du {since} au {until}", "From {since} to {until}"),
    "undated": Text("Sans date connue, et ce qu'il faut indiquer pour la connaître", "Of no known day, and what must be told to know it"),
    "no_deadline": Text("Aucune échéance datée d'ici au {until}.", "No dated deadline until {until}."),
    "day": Text("Jour", "Day"),
    "what": Text("Quoi", "What"),
    "confirm": Text("à confirmer", "to be confirmed"),
    "done": Text("fait", "done"),
    "depends": Text("dépend de : {facts}", "depends on: {facts}"),
    "provided": Text("condition : {said}", "provided: {said}"),
    "who": Text("qui : {said}", "who: {said}"),
    "timeline": Text("Frise", "Timeline"),
    "timeline_hint": Text("Image large : elle se fait défiler.", "A wide picture: it scrolls."),
    "told": Text("Faits indiqués dans le dossier", "Facts told in the dossier"),
    "told_lead": Text(
        "Ce sur quoi ce rapport repose. Ce qui n'y est pas n'a pas été indiqué.",
        "What this report rests on. What is not there was not told.",
    ),
    "fact": Text("Fait", "Fact"),
    "value": Text("Valeur", "Value"),
    "colon": Text("\N{NO-BREAK SPACE}: ", ": "),
    "show_them": Text("Les voir", "Show them"),
    "warnings_short": Text("alertes", "warnings"),
    "sep": Text("\N{NO-BREAK SPACE}; ", "; "),
}  # fmt: skip


def say(word: str, lang: Lang, **named: Any) -> str:
    """A word, with what it names put in it."""
    return WORDS[word].to(lang).format(**named)


def counted(word: str, n: int, lang: Lang) -> str:
    """A word that counts something, in the singular where there is one."""
    return say(word if n > 1 else f"{word}_one", lang, n=n)


def day_words(day: date, lang: Lang) -> str:
    """A day in words, without that of the week."""
    return long_day(day, lang).partition(" ")[2]


def capital(words: str) -> str:
    """Words as a title begins."""
    return words[:1].upper() + words[1:]
