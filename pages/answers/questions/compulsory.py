"""Is joining a CPTS compulsory?"""

from cpts_model import CPTS, Belongings, Departure, EndCause, LegalForm, Text
from pages.answers.people import DOCTOR, NURSE, cpts, member
from pages.answers.question import JUDGED_ON, Case, Group, Question, Says, Silence

_FREE = Says(
    satisfied=Text("Cette inscription est régulière.", "This membership is in order."),
    violated=Text(
        "Non : nul n'est membre d'une CPTS sans y avoir consenti. Qui a été inscrit sans son accord est à retirer de la liste, "
        "à moins qu'il ne le donne.",
        "No: nobody is a member of a CPTS without having consented. Whoever was entered without agreeing is to be taken off the "
        "list, unless they agree.",
    ),
    undetermined=Text(
        "On ne peut pas le dire tant qu'on ne sait pas si la personne a donné son accord : il ne se présume pas.",
        "It cannot be said until it is known whether the person agreed: agreement is never presumed.",
    ),
    not_applicable=Text(
        "Aucune règle encodée ne parle ce jour-là de l'adhésion à une CPTS.",
        "No rule encoded speaks of joining a CPTS on that day.",
    ),
)

COMPULSORY = Question(
    slug=Text("adhesion-obligatoire", "is-joining-compulsory"),
    group=Group.JOINING,
    asked=Text("L'adhésion à une CPTS est-elle obligatoire ?", "Is joining a CPTS compulsory?"),
    also=Text(
        "Peut-on m'inscrire d'office ? Suis-je en faute si je n'adhère pas ?",
        "Can I be enrolled automatically? Am I at fault if I do not join?",
    ),
    cases=(
        Case(
            what=Text("Une infirmière inscrite sans son accord", "A nurse entered without her agreement"),
            dossier=cpts(member(NURSE, consented=False)),
            rule="adhesion.libre",
            says=_FREE,
            leads=True,
            law_moved=True,
        ),
        Case(
            what=Text("Un médecin qui n'adhère à aucune CPTS", "A doctor who joins no CPTS"),
            dossier=Belongings(id=DOCTOR.id, held=(), payments=()),
            rule=None,
            says=Says(
                satisfied=Text("Qui n'adhère pas n'enfreint rien.", "Whoever does not join breaks nothing."),
                violated=Text(
                    "Attention : ne pas adhérer enfreint une règle.",
                    "Beware: not joining breaks a rule.",
                ),
                not_applicable=Text(
                    "Qui n'adhère pas n'enfreint aucune des règles encodées : aucune n'impose d'adhérer.",
                    "Whoever does not join breaks none of the rules encoded: none compels anyone to join.",
                ),
            ),
            leads=True,
        ),
        Case(
            what=Text("Une infirmière qui a donné son accord", "A nurse who agreed"),
            dossier=cpts(member(NURSE, consented=True)),
            rule="adhesion.libre",
            says=_FREE,
        ),
        Case(
            what=Text("Une infirmière dont on ignore l'accord", "A nurse whose agreement is unknown"),
            dossier=cpts(member(NURSE)),
            rule="adhesion.libre",
            says=_FREE,
        ),
        Case(
            what=Text("Un membre qui veut partir", "A member who wants to leave"),
            dossier=Departure(
                structure=CPTS(id="cpts-des-mots", legal_form=LegalForm.ASSOCIATION),
                membership=member(NURSE),
                leaves_on=JUDGED_ON,
                cause=EndCause.RESIGNATION,
            ),
            rule="association.retrait-libre",
            says=Says(
                satisfied=Text(
                    "On quitte l'association quand on le veut, même si ses statuts disent le contraire.",
                    "One leaves the association whenever one wants, even if its statutes say otherwise.",
                ),
                violated=Text(
                    "Le droit de partir à tout moment n'est pas ouvert dans ce cas.",
                    "The right to leave at any time is not open in this case.",
                ),
            ),
        ),
    ),
    silences=(
        Silence(
            Text(
                "Les sommes qu'une convention lie à un exercice coordonné.",
                "The sums that an agreement ties to coordinated practice.",
            ),
            Text("la convention nationale de votre profession", "the national agreement of your profession"),
            Text(
                "Demandez à votre caisse d'assurance maladie quelles formes d'exercice coordonné sont reconnues, et avec quelle preuve.",
                "Ask your health-insurance fund which forms of coordinated practice count, and on what proof.",
            ),
        ),
    ),
)
