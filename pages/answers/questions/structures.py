"""What tells an ESP, a maison de santé, a CPTS and a centre de santé apart?"""

from cpts_model import CDS, CPTS, ESP, MSP, LegalForm, Mode, Profession, Professional, ProjetDeSante, Text
from pages.answers.people import NURSE, member
from pages.answers.question import JUDGED_ON, Case, Group, Question, Says, Table
from pages.answers.tables import what_each_is

_FREELANCE = Professional(
    id="infirmiere", name="Inès Chimère", professions=(Profession.INFIRMIER,), mode=Mode.LIBERAL
)

STRUCTURES = Question(
    slug=Text("msp-esp-cpts-centre", "what-tells-them-apart"),
    group=Group.FOUNDING,
    asked=Text(
        "Quelle différence entre une équipe de soins primaires, une maison de santé, une CPTS et un centre de santé ?",
        "What tells an équipe de soins primaires, a maison de santé, a CPTS and a centre de santé apart?",
    ),
    also=Text("MSP, ESP, CPTS, centre : lequel sommes-nous ?", "MSP, ESP, CPTS, centre: which one are we?"),
    cases=(
        Case(
            what=Text(
                "Une équipe de soins primaires sans médecin généraliste",
                "An équipe de soins primaires with no general practitioner",
            ),
            dossier=ESP(id="esp-des-mots", members=(member(NURSE),)),
            rule="esp.medecins-generalistes",
            says=Says(
                satisfied=Text(
                    "L'équipe de soins primaires peut se passer de médecins généralistes.",
                    "An équipe de soins primaires can do without general practitioners.",
                ),
                violated=Text(
                    "L'équipe de soins primaires se réunit autour de médecins généralistes, sans lesquels ce n'en est pas une.",
                    "An équipe de soins primaires gathers around general practitioners, without whom it is none.",
                ),
            ),
            leads=True,
        ),
        Case(
            what=Text(
                "Une maison de santé qui n'est pas une personne morale",
                "A maison de santé that is no legal person",
            ),
            dossier=MSP(id="msp-des-mots", legal_form=None),
            rule="msp.personne-morale",
            says=Says(
                satisfied=Text(
                    "La maison de santé n'a pas besoin d'être une personne morale.",
                    "A maison de santé need not be a legal person.",
                ),
                violated=Text(
                    "La maison de santé est une personne morale, à défaut de quoi ce n'en est pas une.",
                    "A maison de santé is a legal person, failing which it is none.",
                ),
            ),
            leads=True,
            law_moved=True,
        ),
        Case(
            what=Text("Une CPTS constituée en société", "A CPTS constituted as a company"),
            dossier=CPTS(id="cpts-des-mots", legal_form=LegalForm.SISA, seat_departement="33"),
            rule="cpts.association",
            says=Says(
                satisfied=Text("La CPTS peut être une société.", "A CPTS may be a company."),
                violated=Text(
                    "La CPTS est une association, et aucune autre forme ne convient.",
                    "A CPTS is an association, and no other form will do.",
                ),
            ),
            leads=True,
        ),
        Case(
            what=Text(
                "Un centre de santé où une infirmière exerce en libéral",
                "A centre de santé where a nurse is in private practice",
            ),
            dossier=CDS(id="cds-des-mots", members=(member(_FREELANCE),)),
            rule="cds.membres-salaries",
            says=Says(
                satisfied=Text(
                    "On peut exercer en libéral dans un centre de santé.",
                    "One may be in private practice in a centre de santé.",
                ),
                violated=Text(
                    "Dans un centre de santé, les professionnels sont salariés ou bénévoles.",
                    "In a centre de santé, professionals are salaried or volunteers.",
                ),
            ),
            leads=True,
        ),
        Case(
            what=Text(
                "Une maison de santé dont une infirmière n'a pas signé le projet",
                "A maison de santé where a nurse did not sign the projet",
            ),
            dossier=MSP(
                id="msp-des-mots",
                members=(member(NURSE, signed_projet_on=None),),
                projet=ProjetDeSante(drawn_up_by_members=True, transmitted_on=JUDGED_ON),
            ),
            rule="msp.projet-signe",
            says=Says(
                satisfied=Text(
                    "Chaque professionnel de santé a signé le projet.",
                    "Each health professional signed the projet.",
                ),
                violated=Text(
                    "Dans une maison de santé, chaque professionnel de santé signe le projet ; rien de tel n'est demandé dans une CPTS.",
                    "In a maison de santé each health professional signs the projet; nothing of the kind is asked in a CPTS.",
                ),
            ),
        ),
    ),
    tables=(
        Table(
            title=Text("Ce que les textes demandent à chacune", "What the texts ask of each"),
            write=what_each_is,
        ),
    ),
)
