"""May a legal person join, and with which vote?"""

from datetime import date

from cpts_model import (
    Admits,
    Belonging,
    College,
    LegalForm,
    Organisation,
    OrganisationKind,
    Statutes,
    Text,
)
from pages.answers.people import EHPAD, association, candidature, cpts, member
from pages.answers.question import Case, Group, Question, Says

_SINCE = date(2021, 6, 1)
_PERSONS_ONLY = Statutes(in_force_since=_SINCE, natural_persons_only=True)
_COLLEGES = Statutes(
    in_force_since=_SINCE,
    natural_persons_only=False,
    colleges=(
        College(name="établissements", admits=(Admits(natural_persons=False),), deliberative=True),
        College(name="partenaires", admits=(Admits(natural_persons=False),), deliberative=False),
    ),
    vote_requires_fee=False,
)
_CENTRE = Organisation(
    id="centre",
    name="Centre de santé des Mots",
    kind=OrganisationKind.CENTRE_DE_SANTE,
    practises_premier_recours=True,
)
_SISA = Organisation(
    id="sisa",
    name="Maison de santé des Mots",
    kind=OrganisationKind.MAISON_DE_SANTE,
    legal_form=LegalForm.SISA,
    practises_premier_recours=True,
)
_COMPONENT = Says(
    satisfied=Text(
        "La loi l'admet parmi les composantes d'une CPTS.",
        "The law admits it among the components of a CPTS.",
    ),
    violated=Text(
        "La loi ne l'admet pas parmi les composantes d'une CPTS.",
        "The law does not admit it among the components of a CPTS.",
    ),
)
_VOTE = Says(
    satisfied=Text("Elle vote si son collège a voix délibérative.", "It votes where its college has a vote."),
    violated=Text(
        "Elle ne vote pas si son collège n'a qu'une voix consultative.",
        "It does not vote where its college has a consultative voice only.",
    ),
)

LEGAL_PERSONS = Question(
    slug=Text("personne-morale", "legal-persons"),
    group=Group.WHO,
    asked=Text(
        "Une personne morale peut-elle adhérer, et avec quel vote ?",
        "May a legal person join, and with which vote?",
    ),
    also=Text(
        "Notre centre de santé, notre EHPAD, notre SISA peuvent-ils être membres ?",
        "May our centre de santé, our care home, our SISA be members?",
    ),
    cases=(
        Case(
            what=Text(
                "Un EHPAD, des statuts ouverts aux organisations",
                "A care home (EHPAD), statutes open to organisations",
            ),
            dossier=candidature(EHPAD, association(_COLLEGES)),
            rule="statuts.college",
            says=Says(
                satisfied=Text(
                    "Oui, quand un collège de l'association est ouvert aux organisations.",
                    "Yes, where a college of the association is open to organisations.",
                ),
                violated=Text(
                    "Non, quand aucun collège n'est ouvert aux organisations.",
                    "No, where no college is open to organisations.",
                ),
            ),
            leads=True,
        ),
        Case(
            what=Text(
                "Un EHPAD, des statuts réservés aux personnes physiques",
                "A care home (EHPAD), statutes kept for natural persons",
            ),
            dossier=candidature(EHPAD, association(_PERSONS_ONLY)),
            rule="statuts.personnes-physiques",
            says=Says(
                satisfied=Text("Ces statuts l'admettent.", "These statutes take it."),
                violated=Text(
                    "Non, quand les statuts n'admettent que des personnes physiques : il reste la convention de partenariat.",
                    "No, where the statutes take natural persons only: a partnership agreement remains.",
                ),
                not_applicable=Text(
                    "Ces statuts n'écartent pas les personnes morales.",
                    "These statutes do not keep legal persons out.",
                ),
            ),
            leads=True,
        ),
        Case(
            what=Text(
                "Un EHPAD, comme composante de la CPTS", "A care home (EHPAD), as a component of the CPTS"
            ),
            dossier=cpts(member(EHPAD, as_component=True)),
            rule="cpts.composantes-admissibles",
            says=_COMPONENT,
        ),
        Case(
            what=Text(
                "Un centre de santé qui assure des soins de premier recours",
                "A centre de santé that gives primary care",
            ),
            dossier=cpts(member(_CENTRE, as_component=True)),
            rule="cpts.composantes-admissibles",
            says=_COMPONENT,
        ),
        Case(
            what=Text(
                "Une maison de santé constituée en SISA, qui assure des soins de premier recours",
                "A maison de santé constituted as a SISA, that gives primary care",
            ),
            dossier=cpts(member(_SISA, as_component=True)),
            rule="cpts.composantes-admissibles",
            says=_COMPONENT,
        ),
        Case(
            what=Text("Le vote, dans un collège à voix délibérative", "The vote, in a college that votes"),
            dossier=Belonging(
                structure=association(_COLLEGES), membership=member(EHPAD, college="établissements")
            ),
            rule="statuts.droit-de-vote",
            says=_VOTE,
            leads=True,
        ),
        Case(
            what=Text(
                "Le vote, dans un collège à voix consultative",
                "The vote, in a college with a consultative voice",
            ),
            dossier=Belonging(
                structure=association(_COLLEGES), membership=member(EHPAD, college="partenaires")
            ),
            rule="statuts.droit-de-vote",
            says=_VOTE,
            leads=True,
        ),
    ),
)
