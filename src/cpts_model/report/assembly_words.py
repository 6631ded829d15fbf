"""The words of the general-assembly pack, in French and in English."""

from datetime import date

from cpts_model.engine.explain import day_in_words
from cpts_model.engine.text import Lang, Text
from cpts_model.engine.unknown import Unknown
from cpts_model.report.visible import visible

WORDS = {
    "assembly": Text("Assemblée générale", "General assembly"),
    "of_day": Text("Assemblée générale du {day}", "General assembly of {day}"),
    "desk": Text(
        "Synthèse à l'usage du bureau — ne pas faire circuler avec la feuille de présence",
        "Summary for the bureau: do not pass it round with the attendance sheet",
    ),
    "electors_by_college": Text("Électeurs par collège", "Electors by college"),
    "college": Text("Collège", "College"),
    "electors": Text("Électeurs", "Electors"),
    "to_check": Text("À vérifier", "To check"),
    "without_vote": Text("Sans droit de vote", "Without a vote"),
    "votes_each": Text("Voix par membre", "Votes of each member"),
    "share": Text("Part des voix", "Share of the votes"),
    "total": Text("Ensemble", "All"),
    "no_college": Text("Sans collège", "No college"),
    "college_unknown": Text("Collège à préciser", "College to be told"),
    "members": Text("Membres", "Members"),
    "quorum": Text("Quorum", "Quorum"),
    "if_present": Text("Si sont présents", "If there are"),
    "if_represented": Text("Si sont présents ou représentés", "If, there or by proxy, there are"),
    "electors_present": Text("{n} électeurs", "{n} electors"),
    "elector_present": Text("{n} électeur", "{n} elector"),
    "from_to": Text("de {least} à {most} électeurs", "{least} to {most} electors"),
    "or_more": Text("{least} électeurs ou plus", "{least} electors or more"),
    "then_quorum": Text("le quorum est", "the quorum is"),
    "reached": Text("atteint", "reached"),
    "not_reached": Text("non atteint", "not reached"),
    "cannot_say": Text("à confirmer : cela dépend des points à vérifier", "open: it depends on what is to be checked"),
    "proxies": Text("Pouvoirs", "Proxies"),
    "proxies_unknown": Text(
        "Le nombre de pouvoirs qu'un membre peut porter n'est pas indiqué : le lire dans les statuts.",
        "How many proxies one member may hold is not told: read it in the statutes.",
    ),
    "proxies_free": Text(
        "Les statuts ne limitent pas le nombre de pouvoirs qu'un membre peut porter.",
        "The statutes set no limit to the proxies one member may hold.",
    ),
    "proxies_none": Text("Les statuts n'admettent pas de pouvoir.", "The statutes admit no proxy."),
    "proxies_one": Text("Un membre peut porter un seul pouvoir.", "One member may hold a single proxy."),
    "proxies_many": Text(
        "Un membre peut porter jusqu'à {n} pouvoirs.", "One member may hold up to {n} proxies."
    ),
    "proxies_counted": Text(
        "Les pouvoirs comptent dans le quorum.", "Proxies count towards the quorum."
    ),
    "proxies_not_counted": Text(
        "Les pouvoirs ne comptent pas dans le quorum.", "Proxies do not count towards the quorum."
    ),
    "proxies_counted_unknown": Text(
        "Que les pouvoirs comptent ou non dans le quorum n'est pas indiqué : le lire dans les statuts.",
        "Whether proxies count towards the quorum is not told: read it in the statutes.",
    ),
    "check_before": Text("À vérifier avant l'assemblée", "To be checked before the assembly"),
    "nobody_without": Text("Personne.", "Nobody."),
    "sheet": Text("Feuille de présence", "Attendance sheet"),
    "number": Text("N°", "No."),
    "name": Text("Nom", "Name"),
    "profession": Text("Profession ou nature", "Profession or kind"),
    "votes": Text("Voix", "Votes"),
    "right": Text("Droit de vote", "Right to vote"),
    "signature": Text("Signature", "Signature"),
    "proxy_to": Text("Pouvoir donné à", "Proxy given to"),
    "yes": Text("oui", "yes"),
    "no": Text("non", "no"),
    "check": Text("à vérifier", "to check"),
    "closing": Text("Clôture de la feuille", "Closing of the sheet"),
    "opened_at": Text("Ouverte à", "Opened at"),
    "closed_at": Text("Close à", "Closed at"),
    "present": Text("Présents", "Present"),
    "represented": Text("Représentés", "Represented"),
    "votes_in_all": Text("Voix", "Votes"),
    "chair": Text("Président(e) de séance : nom et signature", "Chair of the meeting: name and signature"),
    "secretary": Text(
        "Secrétaire de séance : nom et signature", "Secretary of the meeting: name and signature"
    ),
    "proxy": Text("Pouvoir", "Proxy"),
    "i": Text("Je soussigné(e)", "I, the undersigned,"),
    "member_of": Text("membre de l'association", "member of the association"),
    "in_college": Text("collège", "college"),
    "give_to": Text("donne pouvoir à", "give my proxy to"),
    "to_vote": Text(
        "pour me représenter et voter en mon nom à l'assemblée générale du {day}.",
        "to represent me and vote in my name at the general assembly of {day}.",
    ),
    "done_at": Text("Fait à", "Done at"),
    "done_on": Text("le", "on"),
    "not_applicable": Text(
        "Sans objet : cette structure n'a pas de statuts d'association.",
        "Not applicable: this structure has no statutes of an association.",
    ),
    "no_members": Text(
        "La liste des membres de cette structure n'est pas connue.",
        "The members of this structure are not told.",
    ),
    "statutes_unknown": Text(
        "Les statuts en vigueur ce jour-là ne sont pas connus : personne ne peut encore être dit électeur.",
        "The statutes in force that day are not known: nobody can be called an elector yet.",
    ),
    "after_statutes": Text("D'après : {statutes}.", "After: {statutes}."),
    "needed": Text("Il faut que soient présents : {n}.", "There must be present: {n}."),
    "needed_represented": Text(
        "Il faut que soient présents ou représentés : {n}.", "There must be present, or by proxy: {n}."
    ),
    "no_quorum": Text("Les statuts ne prévoient pas de quorum.", "The statutes have no quorum."),
    "quorum_unknown": Text(
        "Le quorum n'est pas indiqué : le lire dans les statuts.",
        "The quorum is not told: read it in the statutes.",
    ),
}  # fmt: skip

_DAYS = Text(
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
)


def say(word: str, lang: Lang, **told: object) -> str:
    """One of the words, with what it speaks of."""
    return WORDS[word].to(lang).format(**told)


def long_day(day: date, lang: Lang) -> str:
    """A day as a convening letter writes it: « samedi 1er mars 2025 »."""
    return f"{_DAYS.to(lang).split()[day.weekday()]} {day_in_words(day, lang)}"


def college_name(college: str | None | Unknown, lang: Lang) -> str:
    """A college by its name, or that there is none, or that it is not known."""
    if isinstance(college, Unknown):
        return say("college_unknown", lang)
    return say("no_college", lang) if college is None else visible(college)
