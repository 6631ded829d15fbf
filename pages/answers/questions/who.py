"""Who may join a CPTS?"""

from datetime import date

from cpts_model import (
    Admits,
    College,
    Organisation,
    OrganisationKind,
    PersonRole,
    Profession,
    Professional,
    Statutes,
    Text,
)
from pages.answers.people import COUNCILLOR, EHPAD, NURSE, association, candidature, cpts, member
from pages.answers.question import Case, Group, Question, Says

COMPONENT = Says(
    satisfied=Text(
        "La loi compte ce membre parmi les composantes admises d'une CPTS.",
        "The law counts this member among the admissible components of a CPTS.",
    ),
    violated=Text(
        "La loi ne nomme pas ce membre parmi les composantes d'une CPTS ; les statuts peuvent l'accueillir dans l'association, ou "
        "comme partenaire.",
        "The law does not name this member among the components of a CPTS; the statutes may take them into the association, or as a "
        "partner.",
    ),
    undetermined=Text(
        "Les textes lus ne disent pas si la loi compte ce membre parmi les composantes d'une CPTS.",
        "The texts read do not say whether the law counts this member among the components of a CPTS.",
    ),
)
_SERVICE = Organisation(
    id="spst",
    name="Service de santé au travail des Mots",
    kind=OrganisationKind.SERVICE_DE_SANTE_AU_TRAVAIL,
    practises_premier_recours=False,
    practises_second_recours=False,
)
_DAC = Organisation(
    id="dac",
    name="DAC des Mots",
    kind=OrganisationKind.DAC,
    practises_premier_recours=False,
    practises_second_recours=False,
)
_ARMY_DOCTOR = Professional(
    id="medecin",
    name="Côme Inventé",
    professions=(Profession.MEDECIN,),
    service_de_sante_des_armees=True,
    ministerial_authorisation=False,
)
_WITH_A_COLLEGE_FOR_OFFICIALS = Statutes(
    colleges=(
        College(name="professionnels", admits=(Admits(health_professionals=True),)),
        College(name="territoire", admits=(PersonRole.ELU, PersonRole.USAGER)),
    ),
    in_force_since=date(2021, 6, 1),
)

WHO = Question(
    slug=Text("qui-peut-adherer", "who-may-join"),
    group=Group.WHO,
    asked=Text("Qui peut adhérer à une CPTS ?", "Who may join a CPTS?"),
    also=Text(
        "Infirmiers, EHPAD, élus, usagers, santé au travail, militaires : qui en fait partie ?",
        "Nurses, care homes, elected officials, users, occupational health, the army: who is in it?",
    ),
    cases=(
        Case(
            what=Text("Une infirmière libérale", "A nurse in private practice"),
            dossier=cpts(member(NURSE, as_component=True)),
            rule="cpts.composantes-admissibles",
            says=Says(
                satisfied=Text(
                    "Un professionnel de santé peut être composante d'une CPTS, et adhérer si ses statuts l'accueillent.",
                    "A health professional may be a component of a CPTS, and join if its statutes take them.",
                ),
                violated=Text(
                    "Une infirmière n'est pas une composante admise d'une CPTS.",
                    "A nurse is no admissible component of a CPTS.",
                ),
            ),
            leads=True,
        ),
        Case(
            what=Text("Un EHPAD", "A care home (EHPAD)"),
            dossier=cpts(member(EHPAD, as_component=True)),
            rule="cpts.composantes-admissibles",
            says=Says(
                satisfied=Text(
                    "Un établissement médico-social ou social peut l'être aussi.",
                    "A medico-social or social establishment may be one too.",
                ),
                violated=Text(
                    "Un établissement médico-social n'en est pas une.",
                    "A medico-social establishment is none.",
                ),
            ),
            leads=True,
        ),
        Case(
            what=Text("Un service de prévention et de santé au travail", "An occupational health service"),
            dossier=cpts(member(_SERVICE, as_component=True)),
            rule="cpts.composantes-admissibles",
            says=COMPONENT,
            law_moved=True,
        ),
        Case(
            what=Text(
                "Une élue locale comptée comme composante", "An elected official counted as a component"
            ),
            dossier=cpts(member(COUNCILLOR, as_component=True)),
            rule="cpts.composantes-admissibles",
            says=COMPONENT,
        ),
        Case(
            what=Text(
                "Une élue locale, candidate dans une association qui a un collège pour les élus",
                "An elected official, a candidate where the association has a college for officials",
            ),
            dossier=candidature(COUNCILLOR, association(_WITH_A_COLLEGE_FOR_OFFICIALS)),
            rule="statuts.college",
            says=Says(
                satisfied=Text(
                    "Les statuts peuvent accueillir d'autres membres dans l'association, comme un élu ou un usager.",
                    "The statutes may take other members into the association, such as an elected official or a user.",
                ),
                violated=Text(
                    "Les statuts n'ouvrent aucun collège à cette personne.",
                    "The statutes open no college to this person.",
                ),
            ),
            leads=True,
        ),
        Case(
            what=Text("Un dispositif d'appui à la coordination (DAC)", "A coordination support scheme (DAC)"),
            dossier=cpts(member(_DAC, as_component=True)),
            rule="cpts.composantes-admissibles",
            says=COMPONENT,
        ),
        Case(
            what=Text(
                "Un médecin du service de santé des armées, sans autorisation",
                "A doctor of the army medical service, with no authorisation",
            ),
            dossier=cpts(member(_ARMY_DOCTOR)),
            rule="cpts.armees-autorisation",
            says=Says(
                satisfied=Text("Il peut entrer dans la CPTS.", "They may enter the CPTS."),
                violated=Text(
                    "Il lui faut d'abord l'autorisation du ministre de la défense.",
                    "They first need the authorisation of the minister of defence.",
                ),
                undetermined=Text(
                    "Le jour où la loi a demandé une autorisation n'est pas connu.",
                    "The day on which the law began to ask for an authorisation is not known.",
                ),
            ),
            law_moved=True,
        ),
    ),
)
