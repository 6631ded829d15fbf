"""May an osteopath, a psychologist or a chiropractor join, and may they be refused?"""

from datetime import date

import attrs

from cpts_model import CPTS, Admits, College, LegalForm, Profession, Professional, Statutes, Text
from pages.answers.people import OSTEOPATH, association, candidature, cpts, member
from pages.answers.question import Case, Group, Question, Says

_SINCE = date(2021, 6, 1)
_HEALTH_ONLY = Statutes(
    in_force_since=_SINCE,
    colleges=(College(name="professionnels de santé", admits=(Admits(health_professionals=True),)),),
)
_OPEN = Statutes(
    in_force_since=_SINCE,
    colleges=(
        College(name="professionnels de santé", admits=(Admits(health_professionals=True),)),
        College(name="autres professionnels", admits=(Admits(natural_persons=True),)),
    ),
)
_SILENT = Statutes(
    in_force_since=_SINCE,
    colleges=None,
    natural_persons_only=False,
    minimum_age=None,
    charter_required=False,
    admission_by=None,
    discretionary_veto=False,
)
_PHYSIO = Professional(
    id="kinesitherapeute",
    name="Noé Fictif",
    professions=(Profession.MASSEUR_KINESITHERAPEUTE, Profession.OSTEOPATHE),
    practises_abroad=False,
)
_PRIMARY_CARE = attrs.evolve(OSTEOPATH, practises_premier_recours=True)
_CHIROPRACTOR = attrs.evolve(
    OSTEOPATH, id="chiropractrice", name="Cora Supposée", professions=(Profession.CHIROPRACTEUR,)
)
_PSYCHOLOGIST = Professional(
    id="psychologue", name="Paule Inventée", professions=(Profession.PSYCHOLOGUE,), medico_social_actor=True
)

_DOOR = Says(
    satisfied=Text(
        "Oui, quand un collège de l'association lui est ouvert : aucun texte trouvé n'interdit à un ostéopathe d'adhérer.",
        "Yes, where a college of the association takes them: no text found forbids an osteopath to join.",
    ),
    violated=Text(
        "Non, quand les statuts réservent l'association aux professionnels de santé : c'est alors leur choix, et non celui de la loi.",
        "No, where the statutes keep the association for health professionals: that is then their choice, and not the law's.",
    ),
    undetermined=Text(
        "Tout dépend des statuts : demandez-les.", "Everything depends on the statutes: ask for them."
    ),
    not_applicable=Text(
        "Les statuts n'ont pas de collèges : rien n'y écarte un ostéopathe à ce titre.",
        "The statutes have no colleges: nothing in them keeps an osteopath out on that ground.",
    ),
)
_COMPONENT = Says(
    satisfied=Text(
        "La loi compte cette personne parmi les composantes admises d'une CPTS.",
        "The law counts this person among the admissible components of a CPTS.",
    ),
    violated=Text(
        "Membre ou non de l'association, cette personne n'est pas une composante de la CPTS quand elle n'est ni professionnel de santé, ni acteur médico-social ou social.",
        "A member of the association or not, this person is no component of the CPTS where they are neither a health professional nor a medico-social or social actor.",
    ),
    undetermined=Text(
        "Les textes lus ne disent pas si cette personne est une composante de la CPTS.",
        "The texts read do not say whether this person is a component of the CPTS.",
    ),
)

_REFUSAL = Says(
    satisfied=Text("L'association peut le refuser.", "The association may refuse them."),
    violated=Text(
        "Un arrêt va dans le sens du candidat : l'association ne peut pas le refuser s'il remplit les conditions. C'est discuté.",
        "A judgment goes the candidate's way: the association may not refuse whoever meets the conditions. It is disputed.",
    ),
    undetermined=Text(
        "Tant que les statuts n'ont pas été lus, on ne sait pas si l'association peut refuser.",
        "Until the statutes are read, it is not known whether the association may refuse.",
    ),
)

OSTEOPATHE = Question(
    slug=Text("osteopathe", "osteopath"),
    group=Group.WHO,
    asked=Text(
        "Un ostéopathe, un psychologue ou un chiropracteur peut-il adhérer ?",
        "May an osteopath, a psychologist or a chiropractor join?",
    ),
    also=Text(
        "La CPTS peut-elle me refuser parce que je ne suis pas professionnel de santé ?",
        "May the CPTS refuse me because I am no health professional?",
    ),
    cases=(
        Case(
            what=Text(
                "Un ostéopathe, un collège ouvert à d'autres professionnels",
                "An osteopath, a college open to other professionals",
            ),
            dossier=candidature(OSTEOPATH, association(_OPEN)),
            rule="statuts.college",
            says=_DOOR,
            leads=True,
        ),
        Case(
            what=Text(
                "Un ostéopathe, des statuts réservés aux professionnels de santé",
                "An osteopath, statutes kept for health professionals",
            ),
            dossier=candidature(OSTEOPATH, association(_HEALTH_ONLY)),
            rule="statuts.college",
            says=_DOOR,
            leads=True,
        ),
        Case(
            what=Text(
                "Un ostéopathe, compté comme composante de la CPTS",
                "An osteopath, counted as a component of the CPTS",
            ),
            dossier=cpts(member(OSTEOPATH, as_component=True)),
            rule="cpts.composantes-admissibles",
            says=_COMPONENT,
            leads=True,
        ),
        Case(
            what=Text(
                "Un ostéopathe qui déclare des soins de premier recours",
                "An osteopath who declares primary care",
            ),
            dossier=cpts(member(_PRIMARY_CARE, as_component=True)),
            rule="cpts.composantes-admissibles",
            says=_COMPONENT,
            law_moved=True,
        ),
        Case(
            what=Text(
                "Une chiropractrice, comptée comme composante de la CPTS",
                "A chiropractor, counted as a component of the CPTS",
            ),
            dossier=cpts(member(_CHIROPRACTOR, as_component=True)),
            rule="cpts.composantes-admissibles",
            says=_COMPONENT,
        ),
        Case(
            what=Text(
                "Un masseur-kinésithérapeute qui est aussi ostéopathe",
                "A physiotherapist who is an osteopath too",
            ),
            dossier=cpts(member(_PHYSIO, as_component=True)),
            rule="cpts.composantes-admissibles",
            says=_COMPONENT,
        ),
        Case(
            what=Text(
                "Une psychologue qui est un acteur médico-social",
                "A psychologist who is a medico-social actor",
            ),
            dossier=cpts(member(_PSYCHOLOGIST, as_component=True)),
            rule="cpts.composantes-admissibles",
            says=_COMPONENT,
        ),
        Case(
            what=Text(
                "Un refus, quand les statuts ne disent rien de l'admission",
                "A refusal, where the statutes say nothing of admission",
            ),
            dossier=candidature(OSTEOPATH, association(_SILENT)),
            rule="association.refus-du-candidat",
            says=_REFUSAL,
        ),
        Case(
            what=Text(
                "Un refus, quand les statuts sont réservés aux professionnels de santé",
                "A refusal, where the statutes are kept for health professionals",
            ),
            dossier=candidature(OSTEOPATH, association(_HEALTH_ONLY)),
            rule="association.refus-du-candidat",
            says=_REFUSAL,
        ),
        Case(
            what=Text(
                "Un refus, quand les statuts n'ont pas été lus", "A refusal, where the statutes were not read"
            ),
            dossier=candidature(OSTEOPATH, CPTS(id="cpts-des-mots", legal_form=LegalForm.ASSOCIATION)),
            rule="association.refus-du-candidat",
            says=_REFUSAL,
        ),
    ),
)
