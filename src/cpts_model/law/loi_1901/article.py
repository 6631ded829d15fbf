"""The law of 1 July 1901 on associations: its article 4, what was read, which associations it governs."""

from datetime import date

from cpts_model.engine.citations import ACTES, LOI_1901, Article, ArticleVersion, Citation, Evidence
from cpts_model.engine.dates import Period, since
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion
from cpts_model.facts.belonging import Belonging
from cpts_model.law.sources import Source

READ = Source(
    "loi du 1er juillet 1901, copie de Légifrance au 2 août 2014 (scribd.com) ; article 4 cité mot pour mot par "
    "eyschen-avocat.fr, 15 janvier 2019",
    date(2019, 1, 15),
)

ARTICLE_4 = Article(
    code=LOI_1901,
    number="4",
    title=Text("Retrait d'un membre", "Withdrawal of a member"),
    checked_on=READ.seen_on,
    versions=(
        ArticleVersion(
            period=Period(None, date(2012, 3, 24)), evidence=Evidence.SECONDARY,
            act=Text("loi du 1er juillet 1901, rédaction d'origine", "law of 1 July 1901, as first enacted"),
            note=Text(
                "ne vaut que pour les associations qui ne sont pas formées pour un temps déterminé (associations.gouv.fr)",
                "holds only of associations that are not formed for a limited time (associations.gouv.fr)",
            ),
        ),
        ArticleVersion(
            period=since(2012, 3, 24), evidence=Evidence.VERIFIED,
            act=Text("loi n° 2012-387 du 22 mars 2012, art. 125", "act 2012-387 of 22 March 2012, art. 125"),
            note=Text(
                "jour déduit du Journal officiel du 23 mars 2012",
                "day inferred from the Journal officiel of 23 March 2012",
            ),
        ),
    ),
)  # fmt: skip


def judgment(court: str, day: str, number: str) -> Citation:
    """A judgment of the Cour de cassation."""
    return Citation(ACTES, f"{court}, {day}, n° {number}")


LOCAL_LAW = Text(
    "l'association a son siège en Alsace-Moselle : le droit local la régit, et le texte n'a pas été trouvé ; "
    "demander au greffe du registre des associations",
    "the association is seated in Alsace-Moselle: local law governs it, and the text was not found; ask the "
    "clerk of the register of associations",
)


def governed_by_the_law_of_1901(belonging: Belonging, on: date) -> bool:
    """Whether the structure is an association under the law of 1 July 1901.

    Raises:
        OpenQuestion: it is an association under local law, whose text on this was not found.
    """
    form = belonging.structure.legal_form
    if form is None:
        return False
    if form.is_association_droit_local:
        raise OpenQuestion(LOCAL_LAW)
    return form.is_association_1901
