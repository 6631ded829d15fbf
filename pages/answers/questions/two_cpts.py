"""May one join two CPTS, or that of a neighbouring commune, or from across a border?"""

from datetime import date

from cpts_model import (
    CPTS,
    Admits,
    Belonging,
    Candidature,
    College,
    LegalForm,
    Membership,
    Neighbours,
    Profession,
    Professional,
    SecondMembershipGround,
    Statutes,
    Territory,
    Text,
)
from pages.answers.people import NURSE, association, candidature, cpts, member
from pages.answers.question import Case, Group, Question, Says

_HERE = Territory(communes=("33063",), border_communes=())
_THERE = Territory(communes=("33281",), border_communes=())
_SECOND = Says(
    satisfied=Text(
        "La pratique d'une région, qui demande un motif, est satisfaite.",
        "The practice of one region, which asks for a ground, is met.",
    ),
    violated=Text(
        "La pratique d'une région demande toutefois un motif (zone frontalière entre deux CPTS, ou action spécifique) : sans lui, "
        "on peut vous le demander, mais vous n'enfreignez aucune loi.",
        "The practice of one region does ask for a ground (border zone of two CPTS, or a specific action): without one, you "
        "may be asked for it, but no law is broken.",
    ),
)


def _second(ground: SecondMembershipGround | None) -> Candidature:
    return Candidature(
        structure=CPTS(id="cpts-des-mots", legal_form=LegalForm.ASSOCIATION, territory=_HERE),
        membership=Membership(member=NURSE, consented=True, ground=ground),
        earlier=(),
        others=(Belonging(structure=CPTS(id="cpts-voisine", territory=_THERE), membership=member(NURSE)),),
    )


_ON_TERRITORY = Statutes(
    colleges=(College(name="professionnels", admits=(Admits(on_territory=True),)),),
    in_force_since=date(2021, 6, 1),
)
_ANYWHERE = Statutes(
    colleges=(College(name="professionnels", admits=(Admits(health_professionals=True),)),),
    in_force_since=date(2021, 6, 1),
)
_ELSEWHERE = Professional(
    id="infirmiere", name="Inès Chimère", professions=(Profession.INFIRMIER,), practises_in="33281"
)
_COMMUNE = Says(
    satisfied=Text(
        "Ces statuts accueillent qui exerce hors du territoire.",
        "These statutes take whoever practises outside the territory.",
    ),
    violated=Text(
        "Ces statuts demandent d'exercer sur le territoire : c'est leur choix, la loi ne le demande pas.",
        "These statutes ask members to practise on the territory: that is their choice, the law does not ask it.",
    ),
)


def _across_the_border(conditions: bool) -> CPTS:
    who = Professional(
        id="medecin",
        name="Côme Inventé",
        professions=(Profession.MEDECIN,),
        practises_abroad=True,
        meets_french_practice_conditions=conditions,
    )
    return cpts(member(who))


_BORDER = Says(
    satisfied=Text(
        "La CPTS peut associer un professionnel qui exerce de l'autre côté d'une frontière, s'il remplit les conditions "
        "françaises d'exercice.",
        "A CPTS may associate a professional who practises across a border and meets the French conditions to practise.",
    ),
    violated=Text(
        "Il lui faut d'abord remplir les conditions françaises d'exercice.",
        "They first have to meet the French conditions to practise.",
    ),
    not_applicable=Text(
        "L'article ne dit rien, ce jour-là, des professionnels qui exercent à l'étranger.",
        "On that day the article says nothing of professionals who practise abroad.",
    ),
)

TWO = Question(
    slug=Text("deux-cpts", "two-cpts"),
    group=Group.JOINING,
    asked=Text(
        "Peut-on adhérer à deux CPTS, ou à celle d'une commune voisine ?",
        "May one join two CPTS, or that of a neighbouring commune?",
    ),
    also=Text(
        "J'exerce dans deux communes. Je travaille de l'autre côté de la frontière.",
        "I practise in two communes. I work across the border.",
    ),
    cases=(
        Case(
            what=Text(
                "Une infirmière, membre d'une CPTS, en demande une seconde",
                "A nurse, member of one CPTS, asks to join a second",
            ),
            dossier=_second(None),
            rule=None,
            says=Says(
                satisfied=Text(
                    "Oui, au regard de la loi : elle ne demande que l'accord de qui adhère, et aucun texte trouvé ne limite le nombre de CPTS.",
                    "Yes, as far as the law goes: it asks only for the agreement of whoever joins, and no text found limits the number of CPTS.",
                ),
                violated=Text("La loi s'oppose à cette adhésion.", "The law stands against this membership."),
                undetermined=Text(
                    "Au regard de la loi, tout n'est pas connu.", "As to the law, not everything is known."
                ),
                not_applicable=Text(
                    "La loi ne dit rien d'une seconde CPTS.", "The law says nothing of a second CPTS."
                ),
            ),
            leads=True,
        ),
        Case(
            what=Text("Une seconde CPTS, sans motif", "A second CPTS, with no ground"),
            dossier=_second(None),
            rule="adhesion.seconde-cpts",
            says=_SECOND,
            leads=True,
        ),
        Case(
            what=Text("Une seconde CPTS, pour une action spécifique", "A second CPTS, for a specific action"),
            dossier=_second(SecondMembershipGround.SPECIFIC_ACTION),
            rule="adhesion.seconde-cpts",
            says=_SECOND,
        ),
        Case(
            what=Text(
                "Commune voisine, statuts qui demandent d'exercer sur le territoire",
                "Neighbouring commune, statutes that ask to practise on the territory",
            ),
            dossier=candidature(_ELSEWHERE, association(_ON_TERRITORY, territory=_HERE)),
            rule="statuts.college",
            says=_COMMUNE,
        ),
        Case(
            what=Text(
                "Commune voisine, statuts qui ne le demandent pas",
                "Neighbouring commune, statutes that do not ask it",
            ),
            dossier=candidature(_ELSEWHERE, association(_ANYWHERE, territory=_HERE)),
            rule="statuts.college",
            says=_COMMUNE,
        ),
        Case(
            what=Text("Deux CPTS qui ont une commune en partage", "Two CPTS that share a commune"),
            dossier=Neighbours(
                one=CPTS(id="cpts-des-mots", territory=Territory(communes=("33063", "33281"))),
                other=CPTS(id="cpts-voisine", territory=Territory(communes=("33281",))),
            ),
            rule="cpts.territoires-communs",
            says=Says(
                satisfied=Text(
                    "Deux CPTS peuvent avoir une commune en commun.", "Two CPTS may have a commune in common."
                ),
                violated=Text(
                    "Deux CPTS ne peuvent pas avoir de commune en commun.",
                    "Two CPTS may not have a commune in common.",
                ),
            ),
        ),
        Case(
            what=Text(
                "Un médecin d'un territoire frontalier étranger, qui remplit les conditions françaises",
                "A doctor of a foreign border territory, who meets the French conditions",
            ),
            dossier=_across_the_border(True),
            rule="cpts.frontalier",
            says=_BORDER,
            law_moved=True,
        ),
        Case(
            what=Text(
                "Un médecin d'un territoire frontalier étranger, qui ne les remplit pas",
                "A doctor of a foreign border territory, who does not meet them",
            ),
            dossier=_across_the_border(False),
            rule="cpts.frontalier",
            says=_BORDER,
        ),
    ),
)
