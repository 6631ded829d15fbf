"""Which legal form, and can the association of the pre-project stay?"""

from datetime import date

from cpts_model import CPTS, LegalForm, Text
from pages.answers.question import Case, Group, Question, Says, Silence

_FORMED_ON = date(2018, 9, 3)


def _of(form: LegalForm, seat: str = "33") -> CPTS:
    return CPTS(id="cpts-des-mots", legal_form=form, seat_departement=seat, formed_on=_FORMED_ON)


_FORM = Says(
    satisfied=Text(
        "Cette forme est celle que la loi demande.", "This form is the one that the law asks for."
    ),
    violated=Text(
        "Cette forme n'est pas celle que la loi demande à une CPTS ayant ce siège.",
        "This form is not the one that the law asks of a CPTS with this seat.",
    ),
    undetermined=Text("Il faut connaître la forme et le siège.", "The form and the seat must be known."),
    not_applicable=Text(
        "Ce jour-là, la loi n'impose pas encore de forme à cette CPTS.",
        "On that day the law does not yet impose a form on this CPTS.",
    ),
)

LEGAL_FORM = Question(
    slug=Text("forme-juridique", "legal-form"),
    group=Group.FOUNDING,
    asked=Text(
        "Quelle forme juridique ? L'association du pré-projet peut-elle rester ?",
        "Which legal form? Can the association of the pre-project stay?",
    ),
    also=Text(
        "Peut-on être une SISA, un groupement, une association de droit local ?",
        "Can we be a SISA, a grouping, an association under local law?",
    ),
    cases=(
        Case(
            what=Text(
                "L'association de la loi de 1901 qui a porté le pré-projet",
                "The association of the law of 1901 that carried the pre-project",
            ),
            dossier=_of(LegalForm.ASSOCIATION),
            rule="cpts.association",
            says=Says(
                satisfied=Text(
                    "Une association : celle qui a porté le pré-projet peut donc rester.",
                    "An association: the one that carried the pre-project may thus stay.",
                ),
                violated=Text(
                    "L'association du pré-projet ne peut pas rester : la loi demande une autre forme.",
                    "The association of the pre-project cannot stay: the law asks for another form.",
                ),
                undetermined=_FORM.undetermined,
                not_applicable=Text(
                    "La loi n'impose aucune forme : l'association peut rester.",
                    "The law imposes no form: the association may stay.",
                ),
            ),
            leads=True,
        ),
        Case(
            what=Text("Une SISA", "A SISA"),
            dossier=_of(LegalForm.SISA),
            rule="cpts.association",
            says=Says(
                satisfied=Text("Une société convient aussi.", "A company will do too."),
                violated=Text(
                    "Ni une société ni un groupement ne conviennent.",
                    "Neither a company nor a grouping will do.",
                ),
                undetermined=_FORM.undetermined,
                not_applicable=_FORM.not_applicable,
            ),
            leads=True,
            law_moved=True,
        ),
        Case(
            what=Text(
                "Un groupement de coopération sociale ou médico-sociale",
                "A grouping of social or medico-social cooperation",
            ),
            dossier=_of(LegalForm.GCSMS),
            rule="cpts.association",
            says=_FORM,
        ),
        Case(
            what=Text(
                "En Alsace-Moselle, une association de droit local",
                "In Alsace-Moselle, an association under local law",
            ),
            dossier=_of(LegalForm.ASSOCIATION_DROIT_LOCAL, "67"),
            rule="cpts.association",
            says=_FORM,
        ),
        Case(
            what=Text(
                "En Alsace-Moselle, une association de la loi de 1901",
                "In Alsace-Moselle, an association of the law of 1901",
            ),
            dossier=_of(LegalForm.ASSOCIATION, "67"),
            rule="cpts.association",
            says=Says(
                satisfied=Text(
                    "Cette association convient même si le siège est en Alsace-Moselle.",
                    "This association will do even with a seat in Alsace-Moselle.",
                ),
                violated=Text(
                    "Si le siège est en Alsace-Moselle, c'est une association de droit local qu'il faut.",
                    "With a seat in Alsace-Moselle, it takes an association under local law.",
                ),
                undetermined=_FORM.undetermined,
                not_applicable=_FORM.not_applicable,
            ),
            leads=True,
        ),
    ),
    silences=(
        Silence(
            Text(
                "Ce que l'association du pré-projet doit changer pour devenir la CPTS.",
                "What the association of the pre-project must change to become the CPTS.",
            ),
            Text(
                "ses statuts, et la pratique de l'agence régionale de santé",
                "its statutes, and the practice of the ARS",
            ),
            Text(
                "Demandez à l'agence régionale de santé si elle accepte que l'association change de nom et d'objet, et à un conseil quelles clauses revoir.",
                "Ask the ARS whether it accepts that the association change its name and object; ask a lawyer which clauses to review.",
            ),
        ),
    ),
)
