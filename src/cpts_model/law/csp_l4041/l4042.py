"""L4042-3 and L4042-4: how a partner leaves, and for how much they answer; articles cited by other rules."""

from datetime import date

from cpts_model.engine.citations import CSP, Article, ArticleVersion, Evidence, not_yet
from cpts_model.engine.dates import since
from cpts_model.engine.text import Text
from cpts_model.law.csp_l4041.article import LOI_2011, READ_L4041_4

L4042_3 = Article(
    code=CSP,
    number="L4042-3",
    title=Text("Retrait d'un associé", "Withdrawal of a partner"),
    checked_on=date(2011, 9, 17),
    versions=(
        not_yet(date(2011, 8, 12), Evidence.VERIFIED),
        ArticleVersion(
            period=since(2011, 8, 12), evidence=Evidence.VERIFIED, act=LOI_2011,
            note=Text(
                "cité mot pour mot par onb-france.com le 17 septembre 2011 et par houdart.org (page sans date)",
                "quoted word for word by onb-france.com on 17 September 2011 and by houdart.org (undated page)",
            ),
        ),
    ),
)  # fmt: skip

L4042_4 = Article(
    code=CSP,
    number="L4042-4",
    title=Text(
        "Responsabilité des associés à l'égard des tiers", "Liability of the partners towards third parties"
    ),
    checked_on=READ_L4041_4.seen_on,
    versions=(
        not_yet(date(2023, 12, 29), Evidence.VERIFIED),
        ArticleVersion(
            period=since(2023, 12, 29), evidence=Evidence.VERIFIED, text_known=False,
            act=Text("loi n° 2023-1268 du 27 décembre 2023, art. 14", "act 2023-1268 of 27 December 2023, art. 14"),
            note=Text(
                "seuls les premiers mots ont été lus : la limite elle-même n'a pas été trouvée",
                "only the first words were read: the limit itself was not found",
            ),
        ),
    ),
)  # fmt: skip
