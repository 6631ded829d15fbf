"""Article L1434-13 of the code de la santé publique: the contrat territorial de santé."""

from datetime import date

import attrs

from cpts_model.engine.citations import CSP, Article, ArticleVersion, Authority, Evidence
from cpts_model.engine.dates import Period, since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.facts.structures import CPTS, EquipeDeSoinsPrimaires, EquipeDeSoinsSpecialises
from cpts_model.law.csp_l1434_12.validation import projet_is_validated
from cpts_model.law.sources import CODE_COPY_2023

L1434_13 = Article(
    code=CSP,
    number="L1434-13",
    title=Text("Contrat territorial de santé", "Contrat territorial de santé"),
    checked_on=CODE_COPY_2023.seen_on,
    versions=(
        ArticleVersion(
            period=Period(None, date(2016, 1, 28)), exists=False, evidence=Evidence.DERIVED,
            act=Text("l'article n'existe pas encore, sous cet objet", "the article does not exist yet, on this matter"),
        ),
        ArticleVersion(
            period=since(2016, 1, 28).before(2019, 7, 27), evidence=Evidence.DERIVED, text_known=False,
            act=Text("loi n° 2016-41 du 26 janvier 2016", "act 2016-41 of 26 January 2016"),
            note=Text("texte non trouvé", "text not found"),
        ),
        ArticleVersion(
            period=since(2019, 7, 27), evidence=Evidence.DERIVED,
            act=Text("loi n° 2019-774 du 24 juillet 2019, ou après", "act 2019-774 of 24 July 2019, or later"),
            note=Text(
                "texte lu dans une copie de 2023 ; il nomme les équipes de soins spécialisés et les projets validés, "
                "qui datent de la loi de 2019 : le jour en est déduit",
                "text read in a copy of 2023; it names équipes de soins spécialisés and validated projets, which date "
                "from the act of 2019: the day is inferred from that",
            ),
        ),
    ),
)  # fmt: skip


# --- On the projet of a CPTS where it is validated; on that of a team, validated or not


def cpts_projet_is_validated(cpts: CPTS, on: date) -> bool:
    """The projet de santé of a CPTS counts where it is validated."""
    return projet_is_validated(cpts, on)


def team_has_a_projet(team: EquipeDeSoinsPrimaires | EquipeDeSoinsSpecialises, on: date) -> bool:
    """The projet de santé of an équipe counts as it is: no validation is asked for."""
    return team.projet is not None and bool(team.projet)


CONTRAT_CPTS = Rule(
    id="cpts.contrat-territorial",
    cites=L1434_13.cite(),
    in_force=since(2019, 7, 27),
    about=CPTS,
    holds=cpts_projet_is_validated,
    modality=Modality.PERMISSION,
    authority=Authority.LAW,
    evidence=Evidence.DERIVED,
    checked_on=CODE_COPY_2023.seen_on,
    source=CODE_COPY_2023.where,
    title=Text(
        "L'agence régionale de santé peut conclure un contrat territorial de santé sur le projet validé d'une CPTS.",
        "The ARS may conclude a contrat territorial de santé on the validated projet of a CPTS.",
    ),
    remedy=Text("Obtenir la validation du projet de santé.", "Have the projet de santé validated."),
    note=Text(
        "L'agence peut, et ne doit pas, conclure ce contrat. Le jour d'entrée en vigueur de ce texte est déduit.",
        "The agency may conclude this contract, and need not. The day this text came into force is inferred.",
    ),
)

CONTRAT_ESP = attrs.evolve(
    CONTRAT_CPTS,
    id="esp.contrat-territorial",
    about=EquipeDeSoinsPrimaires,
    holds=team_has_a_projet,
    title=Text(
        "L'agence régionale de santé peut conclure un contrat territorial de santé sur le projet d'une équipe de soins primaires.",
        "The ARS may conclude a contrat territorial de santé on the projet of an équipe de soins primaires.",
    ),
    remedy=Text("Élaborer un projet de santé.", "Draw up a projet de santé."),
    note=Text(
        "La validation n'est une condition que pour le projet d'une CPTS. Le jour d'entrée en vigueur de ce texte est déduit.",
        "Validation is a condition for the projet of a CPTS only. The day this text came into force is inferred.",
    ),
)

CONTRAT_ESS = attrs.evolve(
    CONTRAT_ESP,
    id="ess.contrat-territorial",
    about=EquipeDeSoinsSpecialises,
    title=Text(
        "L'agence régionale de santé peut conclure un contrat territorial de santé sur le projet d'une équipe de soins spécialisés.",
        "The ARS may conclude a contrat territorial de santé on the projet of an équipe de soins spécialisés.",
    ),
)

ARTICLES = (L1434_13,)
RULES = (CONTRAT_CPTS, CONTRAT_ESP, CONTRAT_ESS)
