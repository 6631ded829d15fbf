"""Who may belong to which structure: the picture, and the page that tells each cell and its article."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from cpts_model.engine.explain import day_in_words
from cpts_model.engine.text import LANGS, Lang, Text
from pages.catalogue.places import link_to
from pages.page import Page, in_french, table, text, tidy

if TYPE_CHECKING:
    from cpts_model.engine.rule import Rule
    from cpts_model.engine.verdict import Verdict
    from cpts_model.report.belonging import Cell, Column, Row

DAY = date(2026, 11, 21)
"""The day under whose law the tables are judged."""

_TITLE = Text("Qui peut appartenir à quoi", "Who may belong to what")
_PATHS: dict[Lang, str] = {"en": "law/belonging.md", "fr": "fr/droit/appartenance.md"}
_TWIN = Text(
    "[This page in English](../../law/belonging.md){hreflang=en lang=en}",
    "[Cette page en français](../fr/droit/appartenance.md){hreflang=fr lang=fr}",
)
_PICTURES = Text("../../pictures", "../pictures")


def pages() -> Iterator[Page]:
    """The pictures and the page, in each language."""
    from cpts_model.report.pictures.belonging import belonging_svg, forms_svg

    for lang in LANGS:
        yield Page(f"pictures/belonging.{lang}.svg", partial(belonging_svg, lang, DAY))
        yield Page(f"pictures/structure-forms.{lang}.svg", partial(forms_svg, lang, DAY))
        yield Page(_PATHS[lang], partial(_page, lang), _TITLE.to(lang))


def _page(lang: Lang) -> str:
    parts = (_members, _rows, _reasons, _forms, _managers, _freedom)
    body = "\n\n".join((f"# {_TITLE.to(lang)}", _TWIN.to(lang), *(part(lang) for part in parts)))
    return in_french(tidy(body)) if lang == "fr" else tidy(body)


# --- The table

_INTRO = Text(
    """Chaque case est un verdict, rendu selon le droit au {day} sur un tout petit dossier : un candidat, une structure, toutes les
formalités faites (consentement donné, projet de santé signé, inscription à l'ordre). Seule la qualité du candidat peut donc
décider. Rien n'est écrit à la main : si une règle change, la case change.

Deux colonnes pour la CPTS, parce que ce sont deux questions. L'article L1434-12 du code de la santé publique énumère ses
**composantes** ; qui **adhère** à l'association relève de ses statuts, et aucun texte trouvé n'en exclut personne : c'est pourquoi toute cette
colonne répond « selon ». Un usager ou un élu peut donc être membre de l'association sans être une composante de la CPTS.""",
    """Each cell is a verdict, under the law of {day}, on a tiny dossier: one candidate, one structure, every formality done (consent
given, projet de santé signed, registration with the ordre). So only who the candidate is can decide. Nothing is written by hand: if
a rule changes, the cell changes.

A CPTS has two columns, because they are two questions. Article L1434-12 of the public health code lists its **components**; who
joins the **association** is for its statutes to say, and no text found excludes anybody: that is why the whole column answers “depends”.
A user or an elected official may thus be a member of the association without being a component of the CPTS.""",
)
_ALT = Text(
    "Matrice : qui peut appartenir à quelle structure ; le tableau qui suit dit les mêmes cases",
    "Matrix: who may belong to which structure; the table below tells the same cells",
)
_WHO = Text("Qui", "Who")


def _picture(alt: Text, name: str, lang: Lang) -> str:
    """A picture that opens by itself, at its own size."""
    address = f"{_PICTURES.to(lang)}/{name}.{lang}.svg"
    return f"[![{alt.to(lang)}]({address})]({address})"


def _members(lang: Lang) -> str:
    from cpts_model.report.belonging.members import COLUMNS

    return "\n\n".join(
        (
            _INTRO.to(lang).format(day=day_in_words(DAY, lang)),
            _picture(_ALT, "belonging", lang),
            _matrix(COLUMNS, _belonging(), lang),
        )
    )


def _belonging() -> "Sequence[Row]":
    from cpts_model.law import LAW
    from cpts_model.report.belonging import belonging

    return belonging(LAW, DAY)


def _matrix(columns: "Sequence[Column]", rows: "Sequence[Row]", lang: Lang) -> str:
    heads = (_WHO.to(lang), *(f"{column.structure.to(lang)} {_small(column, lang)}" for column in columns))
    return table(
        heads, ((text(row.label.to(lang)), *(_answer(cell, lang) for cell in row.cells)) for row in rows)
    )


def _small(column: "Column", lang: Lang) -> str:
    return f"<small>{text(column.relation.to(lang))}</small>"


def _answer(cell: "Cell", lang: Lang) -> str:
    """A word, and where it is written."""
    articles = {_article(rule, lang): rule for rule in reversed(cell.rules)}
    links = ", ".join(f"[{text(name)}]({link_to(rule)})" for name, rule in reversed(articles.items()))
    word = f"**{cell.standing.label.to(lang)}**"
    return f"{word}<br><small>{links}</small>" if links else word


def _article(rule: "Rule", lang: Lang) -> str:
    """The article; the kind of text where there is none."""
    return rule.cites.article if rule.authority.binds else rule.authority.label.to(lang)


# --- Who stands in each row

_ROWS = Text("Qui est dans chaque ligne", "Who stands in each row")
_ROWS_TOLD = Text(
    """Une ligne réunit ceux à qui la loi répond de la même façon ce jour-là. Les professionnels sont supposés en règle, exerçant en
France, et n'être pas par ailleurs acteurs sociaux ; les organisations sont des personnes morales, et celles « de soins » assurent
des soins de premier recours.""",
    """A row holds those to whom the law answers alike that day. Professionals are supposed in order, practising in France, and not
social actors besides; organisations are legal persons, and those “that give care” give primary care.""",
)


def _rows(lang: Lang) -> str:
    several = [row for row in _belonging() if len(row.names) > 1]
    told = "\n".join(
        f"* **{text(row.label.to(lang))}** ({len(row.names)}){_colon(lang)} "
        + text(_listed((name.to(lang) for name in row.names), lang))
        for row in several
    )
    return f"## {_ROWS.to(lang)}\n\n{_ROWS_TOLD.to(lang)}\n\n{told}"


def _colon(lang: Lang) -> str:
    return " :" if lang == "fr" else ":"


# --- What decides, column by column

_REASONS = Text("Ce qui décide, colonne par colonne", "What decides, column by column")
_TURNS = Text("À indiquer pour le dire : {facts}.", "To be told: {facts}.")
_OPEN = Text("Ce qui reste ouvert : {reason}.", "What stays open: {reason}.")


def _reasons(lang: Lang) -> str:
    from cpts_model.report.belonging.members import COLUMNS

    rows = _belonging()
    told = [f"## {_REASONS.to(lang)}"]
    for place, column in enumerate(COLUMNS):
        told.append(f"### {text(_capital(column.name(lang)))}")
        told.append("\n".join(_column([(row, row.cells[place]) for row in rows], lang)))
    return "\n\n".join(told)


def _column(cells: "Sequence[tuple[Row, Cell]]", lang: Lang) -> Iterator[str]:
    """The rules that decide, what they answer and to whom, and what has to be told or stays open."""
    from cpts_model.report.belonging import Standing

    yield from (
        f"* {_ruled(rule, lang)}" for rule in {r.id: r for _, cell in cells for r in cell.rules}.values()
    )
    yield ""
    for standing in Standing:
        alike = [row.label.to(lang) for row, cell in cells if cell.standing is standing]
        if alike:
            yield f"**{_capital(standing.label.to(lang))}**{_colon(lang)} {text(_listed(alike, lang))}.\n"
    asked = [fact.to(lang) for _, cell in cells for fact in cell.asked]
    if asked:
        yield _TURNS.to(lang).format(facts=text(_listed(asked, lang))) + "\n"
    for reason in dict.fromkeys(one.to(lang) for _, cell in cells for one in cell.left_open):
        yield _OPEN.to(lang).format(reason=text(reason)) + "\n"


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _listed(words: Iterable[str], lang: Lang) -> str:
    """Words once each, in a row."""
    return (" ; " if lang == "fr" else "; ").join(dict.fromkeys(words))


def _ruled(rule: "Rule", lang: Lang) -> str:
    known = f"{rule.authority.label.to(lang)}, {rule.evidence.label.to(lang)}"
    return f"{text(rule.title.to(lang))} <small>([{text(rule.cites.short)}]({link_to(rule)}), {text(known)})</small>"


# --- Forms, and who manages a centre

_FORMS_TITLE = Text("Sous quelle forme", "In which form")
_FORMS_TOLD = Text(
    """Aucune forme ni personnalité morale n'est demandée à une équipe de soins primaires (ESP) ou spécialisés (ESS) ; le second
tableau dit les formes qu'une ESP peut prendre. L'« ESP CLAP » des Pays de la Loire n'est nommée par aucun article : elle est jugée comme une ESP. L'article
L6323-3 du code de la santé publique veut d'une maison de santé qu'elle soit une personne morale constituée entre professionnels, et
ne nomme aucune forme. Un centre de santé n'est pas une personne morale, mais une activité de son gestionnaire.""",
    """No form and no legal personality is asked of an équipe de soins primaires (ESP) or spécialisés (ESS); the second
table tells the forms that an ESP may take. The “ESP CLAP” of Pays de la Loire is named by no article: it is judged as an ESP. Article L6323-3 of the public health
code asks a maison de santé to be a legal person constituted between professionals, and names no form. A centre de santé is no legal person, but
an activity of its managing body.""",
)
_FORMS_ALT = Text(
    "Matrice : quelle forme juridique pour quelle structure ; le tableau qui suit dit les mêmes cases",
    "Matrix: which legal form for which structure; the table below tells the same cells",
)


def _forms(lang: Lang) -> str:
    from cpts_model.law import LAW
    from cpts_model.report.belonging import forms, team_forms
    from cpts_model.report.belonging.forms import COLUMNS

    return "\n\n".join(
        (
            f"## {_FORMS_TITLE.to(lang)}",
            _FORMS_TOLD.to(lang),
            _picture(_FORMS_ALT, "structure-forms", lang),
            _matrix(COLUMNS, forms(LAW, DAY), lang),
            _one_by_one(_OF_A_TEAM, team_forms(LAW, DAY), lang),
        )
    )


_OF_A_TEAM = Text("Forme d'une ESP", "Form of an ESP")
_ANSWER = Text("Réponse", "Answer")
_BECAUSE = Text("À indiquer, ou question ouverte", "To be told, or left open")


def _one_by_one(heading: Text, rows: "Sequence[Row]", lang: Lang) -> str:
    """A table of a single question, with what its answers turn on."""
    heads = [head.to(lang) for head in (heading, _ANSWER, _BECAUSE)]
    return table(heads, ((text(row.label.to(lang)), *_answered(row.cells[0], lang)) for row in rows))


def _answered(cell: "Cell", lang: Lang) -> tuple[str, str]:
    because = _listed((one.to(lang) for one in (*cell.asked, *cell.left_open)), lang)
    return _answer(cell, lang), text(because)


_MANAGERS_TITLE = Text("Qui gère un centre de santé", "Who manages a centre de santé")
_BY_FORM = Text("Par la seule forme", "By the form alone")


def _managers(lang: Lang) -> str:
    from cpts_model.law import LAW
    from cpts_model.report.belonging import managing_bodies

    bodies = _one_by_one(_BY_FORM, managing_bodies(LAW, DAY), lang)
    return f"## {_MANAGERS_TITLE.to(lang)}\n\n{bodies}"


# --- Freely, and as often as one likes

_FREEDOM_TITLE = Text("Librement, et autant qu'on veut", "Freely, and as often as one likes")
_FREEDOM_TOLD = Text(
    "L'adhésion est volontaire, et rien dans la loi ne la limite à une structure. Ce que cela repose sur :",
    "Belonging is voluntary, and nothing in the law limits it to one structure. What this rests on:",
)
_FREE = (
    "adhesion.libre",
    "adhesion.consentement",
    "association.retrait-libre",
    "sisa.associes-de-scp-ou-sel",
)
_SEVERAL = Text(
    """**Plusieurs structures à la fois.** Un médecin déjà membre d'une CPTS demande à entrer dans une seconde, sans motif : le
{day}, {law}. {practice}""",
    """**Several structures at once.** A doctor who is already a member of one CPTS asks to join a second, without a ground: on
{day}, {law}. {practice}""",
)
_NO_BREACH = Text("aucune règle de droit n'est enfreinte", "no rule of law is broken")
_BREACH = Text("une règle de droit est enfreinte", "a rule of law is broken")
_PARTNERS = Text(
    """**Partenaire n'est pas membre.** Qui siège au comité de suivi d'une CPTS, ou participe aux actions d'une maison de santé, n'en
est pas membre pour autant ; toute personne dont la participation est prévue par le projet de santé d'une maison de santé peut le
signer (colonne « signer le projet »).""",
    """**A partner is not a member.** Whoever sits on the follow-up committee of a CPTS, or takes part in the actions of a maison de
santé, is not a member of it for that; any person whose part the projet de santé of a maison de santé provides for may sign it
(column “sign the projet”).""",
)


def _freedom(lang: Lang) -> str:
    from cpts_model.law import LAW

    rules = (LAW.find(rule_id, DAY) for rule_id in _FREE)
    listed = "\n".join(f"* {_ruled(rule, lang)}" for rule in rules if rule is not None)
    return "\n\n".join(
        (f"## {_FREEDOM_TITLE.to(lang)}", _FREEDOM_TOLD.to(lang), listed, _several(lang), _PARTNERS.to(lang))
    )


def _several(lang: Lang) -> str:
    verdicts = _second_cpts()
    law = _BREACH if any(verdict.blocking for verdict in verdicts) else _NO_BREACH
    practice = " ".join(
        f"{_ruled(verdict.rule, lang)} {text(verdict.rule.note.to(lang) if verdict.rule.note else '')}"
        for verdict in verdicts
        if verdict.warning
    )
    return _SEVERAL.to(lang).format(day=day_in_words(DAY, lang), law=law.to(lang), practice=practice)


def _second_cpts() -> "Sequence[Verdict]":
    """What is said of a doctor who belongs to one CPTS and asks to join another, in another territory."""
    from cpts_model import CPTS, LAW, LegalForm, Membership, Profession, Professional
    from cpts_model.engine.assess import assess
    from cpts_model.facts.belonging import Belonging, Candidature

    doctor = Professional(id="medecin", professions=(Profession.MEDECIN,))
    held = Membership(
        member=doctor, joined_on=date(2024, 1, 1), left_on=None, partner=False, consented=True, ground=None
    )
    first = CPTS(id="premiere", territory=None, projet=None)
    second = CPTS(
        id="seconde", legal_form=LegalForm.ASSOCIATION, seat_departement="33", territory=None, projet=None
    )
    candidature = Candidature(
        structure=second, membership=held, earlier=(), others=(Belonging(structure=first, membership=held),)
    )
    return assess(candidature, on=DAY, law=LAW).verdicts
