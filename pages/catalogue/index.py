"""The first page of the catalogue: how to read a rule, and every article by the text it belongs to."""

from collections.abc import Iterator

from cpts_model import LAW, Authority, Evidence, Modality, Text
from cpts_model.engine.text import Lang
from pages.catalogue.places import FOLDERS, UP, Place, grouped
from pages.page import in_french, table, text, tidy

TITLE = Text("Le catalogue du droit", "The catalogue of the law")

_INTRODUCTION = Text(
    "Toutes les règles que la bibliothèque connaît, article par article : **{rules} règles en {versions} versions**, tirées de "
    "{places} articles et textes. Ces pages sont écrites d'après les règles elles-mêmes, celles qui jugent un dossier : elles ne "
    "peuvent dire autre chose que ce qu'elles font. Le français fait foi.",
    "Every rule that the library knows, article by article: **{rules} rules in {versions} versions**, drawn from {places} articles "
    "and texts. These pages are written from the rules themselves, those that judge a dossier: they cannot say anything else than "
    "what the rules do. French is authoritative.",
)  # fmt: skip
_ELSEWHERE = Text(
    "Voir aussi [les jours où le droit change](jours.md), [chaque règle et ses résultats](resultats.md), et "
    "[ce qui n'est pas encodé, et pourquoi](non-encode.md).",
    "See also [the days on which the law moves](days.md), [every rule and its outcomes](outcomes.md), and "
    "[what is not encoded, and why](not-encoded.md).",
)
_DISCLAIMER = Text(
    "C'est un modèle du droit, et non une consultation : chaque réponse nomme son article, pour qu'on le vérifie. "
    "Une règle paraît fausse ? [La contester](../tutoriel.md#contester-une-regle).",
    "This is a model of the law, and not legal advice: each answer names its article so that it can be checked. "
    "A rule looks wrong? [Dispute it](../how-to/add-an-article.md#when-a-rule-is-wrong).",
)
_HOW = Text("Comment lire une règle", "How to read a rule")
_HOW_ID = Text("comment-lire-une-regle", "how-to-read-a-rule")
_STEPS = Text(
    """- **Les mots du texte** viennent d'abord, entre guillemets, lorsqu'ils ont été lus : ceux qui décident, et eux seuls.
- **En vigueur** dit les jours que la règle gouverne, le dernier compris ; une décision, une doctrine, une pratique n'entrent pas en vigueur : on dit leur **période**. Une règle peut avoir plusieurs versions ; on juge toujours sous celle du jour demandé.
- **Se juge pour** : certaines règles se jugent pour chaque adhésion, chaque versement, chaque mission ; un seul manquement suffit à ce que la règle ne soit pas respectée.
- **S'applique lorsque** dit le cas que la règle vise. Hors de ce cas elle est *sans objet*.
- **Faits lus** : les faits que la règle a réellement consultés dans les exemples de la page, observés pendant qu'elle jugeait. Un fait que personne n'a donné est inconnu : il ne décide de rien, et la règle reste *indéterminée*.
- **Les exemples** sont inventés, aussi petits que possible, et exécutés à chaque vérification du projet. Chacun se déplie : le dossier en Python, le jour, puis l'explication que donne le moteur.""",
    """- **The words of the text** come first, quoted in French, where they were read: those that decide, and only those.
- **In force** tells the days that the rule governs, the last one included; a decision, a doctrine, a practice do not come into force: their **period** is told. A rule may have several versions; judging is always under the one of the day asked.
- **Judged for**: some rules are judged of each membership, each payment, each mission; one failing is enough for the rule not to be satisfied.
- **Binds where** tells the case that the rule is about. Outside it the rule is *not applicable*.
- **Facts read** are those that the rule really looked at in the examples of the page, found by watching it judge. A fact that nobody told is unknown: it decides nothing, and the rule stays *undetermined*.
- **The examples** are invented, as small as can be, and run whenever the project is tested. Each unfolds: the dossier in Python, the day, then the explanation that the engine gives.""",
)  # fmt: skip

_MODALITIES = {
    Modality.DEFINITION: Text("ce qu'il faut être : qui n'y répond pas n'en est pas un", "what one must be: who does not meet it is not one"),
    Modality.OBLIGATION: Text("ce qu'il faut faire", "what must be done"),
    Modality.PROHIBITION: Text("ce qu'il ne faut pas faire", "what must not be done"),
    Modality.PERMISSION: Text(
        "ce qui est permis sous condition : un droit qui n'est pas ouvert n'est jamais un manquement",
        "what is allowed on a condition: a right that is not open is never a breach",
    ),
}  # fmt: skip
_AUTHORITIES = {
    Authority.LAW: Text("y manquer est un manquement", "failing it is a breach"),
    Authority.REGULATION: Text("y manquer est un manquement", "failing it is a breach"),
    Authority.CONVENTION: Text("lie les signataires ; la bibliothèque avertit, sans dire que la loi est enfreinte", "binds those who signed; the library warns, and does not say that the law is broken"),
    Authority.CASE_LAW: Text("ce qu'un juge a décidé ; la bibliothèque avertit", "what a court decided; the library warns"),
    Authority.DOCTRINE: Text("ce que l'administration ou un commentaire en disent ; la bibliothèque avertit", "what the administration or a commentary says of it; the library warns"),
    Authority.PRACTICE: Text("ce qui s'observe, et qu'aucun article n'impose ; la bibliothèque avertit", "what is observed, and no article imposes; the library warns"),
    Authority.STATUTES: Text("propres à une association : aucun n'est dans ce catalogue, chacune ajoute les siens", "an association's own: none is in this catalogue, each association adds its own"),
}  # fmt: skip
_EVIDENCES = {
    Evidence.VERIFIED: Text(
        "le texte lui-même a été lu sur ce point", "the text itself was read on the point"
    ),
    Evidence.SECONDARY: Text("un autre le rapporte", "somebody else reports it"),
    Evidence.DERIVED: Text("c'est la conséquence de textes lus", "it follows from texts that were read"),
}
_DAY_SEEN = Text(
    "Le **dernier jour où le texte a été vu en vigueur** borne ce qu'on sait. Au-delà, la réponse le dit : le texte n'a pas été revu, "
    "et il faut le vérifier au jour demandé.",
    "The **last day on which the text was seen in force** bounds what is known. Beyond it the answer says so: the text was not seen "
    "again, and has to be checked for the day asked.",
)  # fmt: skip
_HEADS = {
    "modality": Text("Nature|Sens|Règles", "Modality|Meaning|Rules"),
    "authority": Text("Autorité|Effet|Règles", "Authority|Effect|Rules"),
    "evidence": Text("Connaissance du texte|Sens|Règles", "How the text is known|Meaning|Rules"),
    "articles": Text("Article|Objet|Règles", "Article|About|Rules"),
}
_PICTURE = Text("Versions de chaque article au fil du temps", "Versions of each article over time")
_PICTURE_ALT = Text(
    "Frise : une ligne par article, une barre par version, des années en abscisse", "Timeline: a lane for each article, a bar for each version, years along it"
)  # fmt: skip
_ARTICLES = Text("Les articles", "The articles")
_TWIN = Text("This page in English", "Cette page en français")


def page(lang: Lang) -> str:
    """The first page, in a language."""
    body = tidy("\n\n".join(_blocks(lang)))
    return in_french(body) if lang == "fr" else body


def _blocks(lang: Lang) -> Iterator[str]:
    twin: Lang = "en" if lang == "fr" else "fr"
    groups = tuple(grouped(lang))
    number = sum(bool(place.rules) for _, places in groups for place in places)
    yield f"# {TITLE.to(lang)}"
    yield f"[{_TWIN.to(lang)}]({UP[lang]}{FOLDERS[twin]}/index.md)"
    yield _INTRODUCTION.to(lang).format(rules=len(LAW.ids), versions=len(LAW), places=number)
    yield _ELSEWHERE.to(lang)
    yield _DISCLAIMER.to(lang)
    yield f"## {_HOW.to(lang)} {{#{_HOW_ID.to(lang)}}}"
    yield _STEPS.to(lang)
    yield _explained(
        "modality", [(one.label, words, _of("modality", one)) for one, words in _MODALITIES.items()], lang
    )
    yield _explained(
        "authority", [(one.label, words, _of("authority", one)) for one, words in _AUTHORITIES.items()], lang
    )
    yield _explained(
        "evidence", [(one.label, words, _of("evidence", one)) for one, words in _EVIDENCES.items()], lang
    )
    yield _DAY_SEEN.to(lang)
    yield f"## {_ARTICLES.to(lang)}"
    for name, places in groups:
        yield f"### {text(name)}"
        yield table(_HEADS["articles"].to(lang).split("|"), (_row(place, lang) for place in places))
    yield f"## {_PICTURE.to(lang)}"
    picture = f"{UP[lang]}pictures/versions-articles.{lang}.svg"
    yield f"[![{_PICTURE_ALT.to(lang)}]({picture})]({picture})"


def _explained(heads: str, rows: list[tuple[Text, Text, int]], lang: Lang) -> str:
    return table(
        _HEADS[heads].to(lang).split("|"),
        ([f"**{name.to(lang)}**", words.to(lang), str(count)] for name, words, count in rows),
    )


def _of(kind: str, wanted: object) -> int:
    """How many rules are of a kind, in their newest version."""
    return sum(getattr(LAW.find(rule_id), kind) is wanted for rule_id in LAW.ids)


def _row(place: Place, lang: Lang) -> list[str]:
    named = place.cites.article if place.cites.code.short else place.cites.to(lang)
    title = place.article.title if place.article else place.rules[0].title
    return [f"[{text(named)}]({place.slug}.md)", text(title.to(lang)), str(len(place.ids))]
