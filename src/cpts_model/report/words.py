"""The words that reports are written with, in French and in English."""

from cpts_model.engine.text import Text

WORDS = {
    "judged": Text("Jugement selon le droit du", "Judged under the law of"),
    "today": Text("aujourd'hui", "today"),
    "breaches": Text("Manquements à la loi ou au règlement", "Breaches of law or regulation"),
    "warnings": Text(
        "À surveiller (pratiques, conventions, statuts : aucun manquement à la loi)",
        "Warnings (practice, agreements, statutes: no breach of law)",
    ),
    "unknown": Text("Ce qu'on ne peut pas dire encore", "What cannot be said yet"),
    "open": Text("Questions que les textes laissent ouvertes", "Questions the texts leave open"),
    "rights_open": Text("Facultés et droits ouverts", "Rights and permissions open"),
    "rights_closed": Text("Facultés et droits non ouverts", "Rights and permissions not open"),
    "satisfied": Text("Règles respectées", "Rules satisfied"),
    "says": Text("Qui le dit", "Who says so"),
    "concerns": Text("Concerne", "Concerns"),
    "read": Text("Constaté", "Found"),
    "mend": Text("Pour y remédier", "What would mend it"),
    "open_it": Text("Si le droit n'est pas ouvert", "Where the right is not open"),
    "ask": Text("À indiquer", "To be told"),
    "why_open": Text("Pourquoi", "Why"),
    "note": Text("À savoir", "Note"),
    "beyond": Text("non revu depuis", "not seen again since"),
    "many_facts": Text(
        "{n} faits lus, que --explain montre un à un", "{n} facts read, which --explain shows one by one"
    ),
    "and_more": Text("et {n} autres", "and {n} more"),
    "not_applicable": Text(
        "{n} règles sans objet ce jour-là pour cette structure.",
        "{n} rules do not apply to this structure that day.",
    ),
    "not_applicable_one": Text(
        "Une règle sans objet ce jour-là pour cette structure.",
        "One rule does not apply to this structure that day.",
    ),
    "ask_first": Text("À demander d'abord", "Ask first"),
    "needed_by": Text("pour {n} règles", "for {n} rules"),
    "needed_by_one": Text("pour une règle", "for one rule"),
    "nothing_missing": Text("Il ne manque aucun fait.", "No fact is missing."),
    "all_fine": Text("Aucun manquement constaté", "No breach found"),
    "file": Text("fichier", "file"),
    "structure": Text("structure", "structure"),
    "verdict": Text("verdict", "verdict"),
    "kind": Text("type", "kind"),
    "ok": Text("aucun manquement", "no breach"),
    "settled": Text("tout est dit", "all settled"),
    "incomplete": Text("à compléter", "incomplete"),
    "breach": Text("manquement", "breach"),
    "breaches_short": Text("manquements", "breaches"),
    "unknown_short": Text("à compléter", "incomplete"),
    "in_force": Text("En vigueur", "In force"),
    "modality": Text("Nature", "Modality"),
    "source": Text("Lu dans", "Read in"),
    "about": Text("Porte sur", "About"),
    "see_also": Text("À rapprocher de", "See also"),
    "near_articles": Text(
        "Articles cités dont le numéro s'en approche : {names}",
        "Articles cited with a number like it: {names}",
    ),
    "link": Text("Légifrance", "Légifrance"),
    "open_to": Text("Ouvert à", "Open to"),
    "upon": Text("À la charge de", "Upon"),
    "asks": Text("Le texte dit", "The text says"),
    "rules_on": Text("Règles en vigueur le", "Rules in force on"),
    "no_rule": Text("Aucune règle.", "No rule."),
    "since": Text("depuis le {start}", "since {start}"),
    "between": Text("du {start} au {end}", "{start} to {end}"),
    "until": Text("jusqu'au {end}", "until {end}"),
    "always": Text("sans limite de date", "at any date"),
}

COUNTS = {
    "breaches": (Text("manquement", "breach"), Text("manquements", "breaches")),
    "warnings": (Text("alerte", "warning"), Text("alertes", "warnings")),
    "unknown": (
        Text("règle à compléter", "rule to complete"),
        Text("règles à compléter", "rules to complete"),
    ),
    "open": (Text("question ouverte", "open question"), Text("questions ouvertes", "open questions")),
    "satisfied": (Text("règle respectée", "rule satisfied"), Text("règles respectées", "rules satisfied")),
}

SHORT_KINDS = {"CPTS": "CPTS", "SISA": "SISA"}
"""Kinds that a table calls by the letters everybody knows, to leave its columns room for names."""

KINDS = {
    "CPTS": Text("communauté professionnelle territoriale de santé", "CPTS"),
    "EquipeDeSoinsPrimaires": Text("équipe de soins primaires", "équipe de soins primaires"),
    "EquipeDeSoinsSpecialises": Text("équipe de soins spécialisés", "équipe de soins spécialisés"),
    "MaisonDeSante": Text("maison de santé", "maison de santé"),
    "CentreDeSante": Text("centre de santé", "centre de santé"),
    "SISA": Text("société interprofessionnelle de soins ambulatoires", "SISA"),
    "Structure": Text("structure", "structure"),
    "Organisation": Text("organisation", "organisation"),
}
