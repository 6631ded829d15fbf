"""What do we send, to whom, when?"""

from cpts_model import CPTS, ContratACI, LegalForm, ProjetDeSante, Text
from cpts_model.engine.dates import add_months
from pages.answers.question import JUDGED_ON, Case, Group, Question, Says, Table
from pages.answers.tables import what_to_send

_SENT_ON = add_months(JUDGED_ON, -6)
_SIGNED_ON = add_months(JUDGED_ON, -18)
_STARTING = CPTS(
    id="cpts-des-mots",
    legal_form=LegalForm.ASSOCIATION,
    projet=ProjetDeSante(drawn_up_by_members=True, transmitted_on=None),
    contract=None,
)
_UNDER_CONTRACT = CPTS(
    id="cpts-des-mots",
    legal_form=LegalForm.ASSOCIATION,
    seat_departement="33",
    projet=ProjetDeSante(
        transmitted_on=add_months(JUDGED_ON, -30),
        received_complete_on=add_months(JUDGED_ON, -30),
        validated_on=add_months(JUDGED_ON, -28),
        withdrawn_on=None,
    ),
    contract=ContratACI(
        signed_on=_SIGNED_ON, terminated_on=None, ends_on=add_months(_SIGNED_ON, 60), dialogues_held_on=()
    ),
)
_SIGNED_TOO_EARLY = CPTS(
    id="cpts-des-mots",
    projet=ProjetDeSante(transmitted_on=None, received_complete_on=None, validated_on=None),
    contract=ContratACI(signed_on=_SIGNED_ON),
)
_TRANSMITTED = Says(
    satisfied=Text(
        "Le projet de santé est bien transmis à l'agence régionale de santé.",
        "The projet de santé was sent to the ARS.",
    ),
    violated=Text(
        "Le projet de santé est à transmettre à l'agence régionale de santé : c'est la loi qui le demande.",
        "The projet de santé is to be sent to the ARS: the law asks for it.",
    ),
)

SENDING = Question(
    slug=Text("que-faut-il-envoyer", "what-to-send"),
    group=Group.STAGES,
    asked=Text("Que faut-il envoyer, à qui, et quand ?", "What do we send, to whom, and when?"),
    also=Text(
        "Lettre d'intention, projet, contrat, rapport d'activité, comptes : qui demande quoi ?",
        "Letter of intent, projet, contract, activity report, accounts: who asks for what?",
    ),
    cases=(
        Case(
            what=Text(
                "Une CPTS dont le projet est écrit et n'est pas envoyé",
                "A CPTS whose projet is written and not sent",
            ),
            dossier=_STARTING,
            rule="cpts.projet-transmis",
            says=_TRANSMITTED,
            leads=True,
        ),
        Case(
            what=Text("Une CPTS qui a envoyé son projet", "A CPTS that sent its projet"),
            dossier=CPTS(id="cpts-des-mots", projet=ProjetDeSante(transmitted_on=_SENT_ON)),
            rule="cpts.projet-transmis",
            says=_TRANSMITTED,
        ),
        Case(
            what=Text("Un contrat signé sans projet validé", "A contract signed with no validated projet"),
            dossier=_SIGNED_TOO_EARLY,
            rule="aci-cpts.projet-valide-avant-contrat",
            says=Says(
                satisfied=Text(
                    "Le contrat vient bien après le projet validé.",
                    "The contract does come after the validated projet.",
                ),
                violated=Text(
                    "Le contrat avec l'agence et l'assurance maladie vient ensuite : il se signe une fois le projet validé.",
                    "The contract with the agency and health insurance comes next: it is signed once the projet is validated.",
                ),
            ),
            leads=True,
        ),
        Case(
            what=Text(
                "Sous contrat depuis plus d'un an, aucun dialogue de gestion",
                "Under contract for more than a year, no dialogue de gestion",
            ),
            dossier=_UNDER_CONTRACT,
            rule="aci-cpts.dialogue-de-gestion",
            says=Says(
                satisfied=Text(
                    "Le dialogue de gestion de chaque année a eu lieu.",
                    "The dialogue de gestion of each year took place.",
                ),
                violated=Text(
                    "Chaque année de contrat, un dialogue de gestion réunit la CPTS, l'agence et l'assurance maladie.",
                    "Each year of the contract, a dialogue de gestion brings together the CPTS, the agency and health insurance.",
                ),
            ),
            leads=True,
        ),
    ),
    tables=(
        Table(
            title=Text("Ce qui est demandé, étape par étape", "What is asked, step by step"),
            write=what_to_send(_STARTING, _UNDER_CONTRACT),
        ),
    ),
)
