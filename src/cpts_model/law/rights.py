"""What belonging to a structure opens: each text has its own list of structures.

There is no one set of "coordinated practice": the CPTS opens some of these rights, the équipe
de soins spécialisés others, and no two lists are the same by chance or by right.
"""

from datetime import date
from typing import Any

import attrs

from cpts_model.engine.assess import assess
from cpts_model.engine.citations import (
    ACTES,
    CSP,
    Article,
    ArticleVersion,
    Authority,
    Citation,
    Evidence,
    not_yet,
)
from cpts_model.engine.dates import since
from cpts_model.engine.law import Law
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import any_of, both, either
from cpts_model.engine.verdict import Verdict
from cpts_model.facts.exercice import AnyStructure, Exercice
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from cpts_model.law.css_d162_34 import PORTEUSES
from cpts_model.law.sources import Source

READ_L4301_2 = Source(
    "loi n° 2023-379 du 19 mai 2023, art. 1er (JORFARTI000047561957, legal.tricoteuses.fr)", date(2023, 5, 21)
)
ARS_KINE = Source("ARS Provence-Alpes-Côte d'Azur et Pays de la Loire, accès direct", date(2025, 6, 6))
DGOS_FORM = Source(
    "ARS Nouvelle-Aquitaine et Bretagne ; formulaire « Accès direct en CPTS » (demarches-simplifiees.fr), qui donne la liste",
    date(2025, 9, 15),
)
READ_CORRESPONDANT = Source(
    "Légifrance, section LEGISCTA000006190691, version au 15 avril 2024 ; JO du 30 mai 2021",
    date(2024, 4, 15),
)
READ_2025_581 = Source("loi n° 2025-581 du 27 juin 2025, art. 6 (lexbase.fr)", date(2025, 6, 29))

L4301_2 = Article(
    code=CSP,
    number="L4301-2",
    title=Text("Accès direct aux infirmiers en pratique avancée", "Direct access to advanced practice nurses"),
    checked_on=READ_L4301_2.seen_on,
    versions=(
        not_yet(date(2023, 5, 21), Evidence.VERIFIED),
        ArticleVersion(
            period=since(2023, 5, 21), evidence=Evidence.VERIFIED,
            act=Text("loi n° 2023-379 du 19 mai 2023, art. 1er", "act 2023-379 of 19 May 2023, art. 1"),
        ),
    ),
)  # fmt: skip

_ESP, _ESS = OrganisationKind.EQUIPE_DE_SOINS_PRIMAIRES, OrganisationKind.EQUIPE_DE_SOINS_SPECIALISES
_CDS, _MSP = OrganisationKind.CENTRE_DE_SANTE, OrganisationKind.MAISON_DE_SANTE
_CPTS = OrganisationKind.CPTS

# « les structures d'exercice coordonné mentionnées aux articles L. 1411-11-1, L. 6323-1 et L. 6323-3 »
OF_L4301_2 = frozenset({_ESP, _ESS, _CDS, _MSP})
OF_L4321_1 = frozenset({_ESP, _ESS, _CDS, _MSP})
OF_2025_581 = frozenset({_ESP, _ESS, _CDS, _MSP})
# « participant au même exercice coordonné », for a pharmacien correspondant
OF_CORRESPONDANT = frozenset({_ESP, _CPTS, _CDS, _MSP})

EXPERIMENT_DEPARTEMENTS = frozenset(
    {
        "11", "22", "2B", "32", "38", "45", "54", "59", "68", "69",
        "76", "78", "79", "81", "83", "85", "89", "972", "974", "976",
    }
)  # fmt: skip
"""The twenty départements of the arrêté of 6 June 2025."""


def _in_one_of(kinds: frozenset[OrganisationKind], exercice: Exercice, on: date) -> bool:
    return both(
        lambda: exercice.structure.organisation_kind in kinds,
        lambda: exercice.belongs_on(on),
    )


# --- CSP L4301-2: infirmier en pratique avancée


def is_ipa(exercice: Exercice, on: date) -> bool:
    """« les infirmiers exerçant en pratique avancée »."""
    return exercice.professional.is_ipa


def ipa_in_a_listed_structure(exercice: Exercice, on: date) -> bool:
    """« dans le cadre des structures […] mentionnées aux articles L. 1411-11-1, L. 6323-1 et L. 6323-3 »."""
    return _in_one_of(OF_L4301_2, exercice, on)


IPA = Rule(
    id="droit.ipa-acces-direct",
    cites=Citation(CSP, "L4301-2", "II"),
    in_force=since(2023, 5, 21),
    about=Exercice,
    applies=is_ipa,
    holds=ipa_in_a_listed_structure,
    modality=Modality.PERMISSION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_L4301_2.seen_on,
    source=READ_L4301_2.where,
    title=Text(
        "Dans une équipe de soins primaires ou spécialisés, un centre de santé ou une maison de santé, l'infirmier en pratique avancée "
        "peut prendre en charge directement les patients.",
        "In an équipe de soins primaires or spécialisés, a centre de santé or a maison de santé, an advanced practice nurse may take "
        "patients directly.",
    ),
    remedy=Text(
        "Exercer dans une de ces structures ; l'adhésion à une CPTS n'ouvre pas ce droit.",
        "Practise in one of these structures; belonging to a CPTS does not open this right.",
    ),
    note=Text(
        "L'article vise aussi les établissements de santé et médico-sociaux. La loi prévoit à part une expérimentation de cinq ans en "
        "CPTS, dont les conditions n'ont pas été lues. Un compte rendu est adressé au médecin traitant.",
        "The article also means health and medico-social establishments. The act provides apart for a five-year experiment in CPTS, "
        "whose conditions were not read. A report goes to the médecin traitant.",
    ),
)


# --- CSP L4321-1: masseur-kinésithérapeute


def is_masseur_kinesitherapeute(exercice: Exercice, on: date) -> bool:
    """A masseur-kinésithérapeute."""
    return any_of(
        exercice.professional.professions,
        lambda profession: profession is Profession.MASSEUR_KINESITHERAPEUTE,
    )


def mk_in_a_listed_structure(exercice: Exercice, on: date) -> bool:
    """In an équipe de soins primaires or spécialisés, a centre de santé or a maison de santé."""
    return _in_one_of(OF_L4321_1, exercice, on)


MK = attrs.evolve(
    IPA,
    id="droit.mk-acces-direct",
    cites=Citation(CSP, "L4321-1"),
    in_force=since(2023, 8, 22),
    applies=is_masseur_kinesitherapeute,
    holds=mk_in_a_listed_structure,
    evidence=Evidence.SECONDARY,
    checked_on=ARS_KINE.seen_on,
    source=ARS_KINE.where,
    title=Text(
        "Dans une équipe de soins primaires ou spécialisés, un centre de santé ou une maison de santé, le masseur-kinésithérapeute peut "
        "prendre en charge un patient sans prescription, dans la limite de huit séances sans diagnostic médical préalable.",
        "In an équipe de soins primaires or spécialisés, a centre de santé or a maison de santé, a physiotherapist may treat a patient "
        "without prescription, up to eight sessions without a prior medical diagnosis.",
    ),
    remedy=Text(
        "Exercer dans une de ces structures ; en CPTS, l'accès direct n'est qu'expérimental, dans vingt départements.",
        "Practise in one of these structures; in a CPTS direct access is only an experiment, in twenty départements.",
    ),
    note=Text(
        "Le droit vaut aussi dans les établissements de santé et médico-sociaux.",
        "The right also holds in health and medico-social establishments.",
    ),
)


# --- Décret 2024-618: the same in a CPTS, as an experiment


def is_masseur_kinesitherapeute_in_a_cpts(exercice: Exercice, on: date) -> bool:
    """A masseur-kinésithérapeute, in a CPTS."""
    return both(
        lambda: exercice.structure.organisation_kind is _CPTS,
        lambda: is_masseur_kinesitherapeute(exercice, on),
    )


def mk_takes_part_in_the_experiment(exercice: Exercice, on: date) -> bool:
    """A private-practice member in one of the twenty départements, declared, titulaire or collaborateur, no remplaçant."""
    return both(
        lambda: exercice.departement.upper() in EXPERIMENT_DEPARTEMENTS,
        lambda: exercice.belongs_on(on),
        lambda: exercice.declared_to_ars_on is not None and exercice.declared_to_ars_on <= on,
        lambda: either(lambda: exercice.titulaire, lambda: exercice.collaborateur),
        lambda: not exercice.professional.substitute,
        lambda: exercice.professional.mode.is_liberal,
    )


MK_CPTS = attrs.evolve(
    MK,
    id="droit.mk-acces-direct-cpts",
    cites=Citation(ACTES, "décret n° 2024-618 du 27 juin 2024"),
    also_cites=(
        Citation(ACTES, "article 3 de la loi n° 2023-379 du 19 mai 2023"),
        Citation(ACTES, "arrêté du 6 juin 2025"),
    ),
    in_force=since(2025, 7, 15).before(2030, 7, 15),
    applies=is_masseur_kinesitherapeute_in_a_cpts,
    holds=mk_takes_part_in_the_experiment,
    authority=Authority.REGULATION,
    checked_on=DGOS_FORM.seen_on,
    source=DGOS_FORM.where,
    title=Text(
        "À titre expérimental, dans vingt départements, le masseur-kinésithérapeute libéral membre d'une CPTS, titulaire ou collaborateur et "
        "déclaré à l'agence régionale de santé, peut prendre en charge un patient sans prescription, dans la limite de huit séances sans diagnostic "
        "médical préalable.",
        "As an experiment, in twenty départements, a physiotherapist in private practice, a member of a CPTS, titulaire or collaborateur and "
        "declared to the ARS, may treat a patient without prescription, up to eight sessions without a prior medical diagnosis.",
    ),
    remedy=Text(
        "Avoir un lieu d'exercice dans un département retenu, adhérer à la CPTS et déclarer sa participation à l'agence ; un remplaçant ne le "
        "peut pas.",
        "Have a place of practice in a département on the list, join the CPTS and declare one's participation to the agency; a substitute "
        "cannot.",
    ),
    note=Text(
        "L'expérimentation dure cinq ans à compter du 15 juillet 2025. Elle est ouverte aux professionnels libéraux. Le territoire de la "
        "CPTS doit couvrir un département retenu, ce que le dossier ne permet pas de vérifier.",
        "The experiment lasts five years from 15 July 2025. It is open to professionals in private practice. The territory of the CPTS "
        "must cover a département on the list, which the dossier does not allow to check.",
    ),
)


# --- CSP L5125-1-1 A, 7°: pharmacien correspondant


def is_pharmacien(exercice: Exercice, on: date) -> bool:
    """A pharmacien."""
    return exercice.professional.is_pharmacien


def may_be_correspondant(exercice: Exercice, on: date) -> bool:
    """« pharmacien titulaire d'officine, ou gérant […], participant au même exercice coordonné »."""
    return both(
        lambda: _in_one_of(OF_CORRESPONDANT, exercice, on),
        lambda: exercice.same_exercise_as_medecin_traitant,
        lambda: either(lambda: exercice.titulaire, lambda: exercice.gerant),
    )


CORRESPONDANT = attrs.evolve(
    IPA,
    id="droit.pharmacien-correspondant",
    cites=Citation(ACTES, "décret n° 2021-685 du 28 mai 2021"),
    also_cites=(Citation(CSP, "L5125-1-1 A", "7°"),),
    evidence=Evidence.SECONDARY,
    in_force=since(2021, 5, 31),
    applies=is_pharmacien,
    holds=may_be_correspondant,
    authority=Authority.REGULATION,
    checked_on=READ_CORRESPONDANT.seen_on,
    source=READ_CORRESPONDANT.where,
    title=Text(
        "Un patient peut désigner comme correspondant le pharmacien titulaire d'officine, ou gérant d'une pharmacie mutualiste ou minière, qui "
        "participe au même exercice coordonné que son médecin traitant : équipe de soins primaires, CPTS, centre ou maison de santé.",
        "A patient may designate as correspondant the pharmacist who holds a pharmacy, or manages a mutual or miners' one, and takes part in "
        "the same coordinated practice as their médecin traitant: équipe de soins primaires, CPTS, centre or maison de santé.",
    ),
    remedy=Text(
        "Participer au même exercice coordonné que le médecin traitant du patient, comme titulaire ou gérant.",
        "Take part in the same coordinated practice as the patient's médecin traitant, as holder or manager of the pharmacy.",
    ),
    note=Text(
        "L'accord du pharmacien est nécessaire ; un pharmacien de la même officine peut le suppléer.",
        "The pharmacist must agree; another pharmacist of the same pharmacy may stand in.",
    ),
)


# --- Loi 2025-581, art. 6: infirmier, as an experiment


def is_infirmier(exercice: Exercice, on: date) -> bool:
    """« les infirmiers », in advanced practice or not."""
    return any_of(exercice.professional.professions, lambda profession: profession.is_infirmier)


def infirmier_in_an_authorised_experiment(exercice: Exercice, on: date) -> bool:
    """« dans cinq départements […] l'Etat peut autoriser les infirmiers »."""
    return both(
        lambda: _in_one_of(OF_2025_581, exercice, on),
        lambda: exercice.experiment_authorised,
    )


INFIRMIER = attrs.evolve(
    IPA,
    id="droit.infirmier-acces-direct",
    cites=Citation(ACTES, "article 6 de la loi n° 2025-581 du 27 juin 2025"),
    in_force=since(2025, 6, 29).before(2028, 6, 29),
    applies=is_infirmier,
    holds=infirmier_in_an_authorised_experiment,
    checked_on=READ_2025_581.seen_on,
    source=READ_2025_581.where,
    title=Text(
        "À titre expérimental, pour trois ans et dans cinq départements, l'État peut autoriser les infirmiers d'une équipe de soins primaires "
        "ou spécialisés, d'un centre ou d'une maison de santé à prendre en charge directement les patients pour des actes hors de leur rôle "
        "propre.",
        "As an experiment, for three years and in five départements, the State may authorise the nurses of an équipe de soins primaires or "
        "spécialisés, of a centre or a maison de santé to take patients directly for acts outside their own role.",
    ),
    remedy=Text(
        "Exercer dans une de ces structures, dans un département où l'expérimentation est autorisée ; la CPTS n'est pas dans la liste.",
        "Practise in one of these structures, in a département where the experiment is authorised; the CPTS is not in the list.",
    ),
    note=Text(
        "Les cinq départements n'ont pas été trouvés. Les trois ans sont comptés de l'entrée en vigueur de la loi (déduit).",
        "The five départements were not found. The three years are counted from the act's entry into force (derived).",
    ),
)

ARTICLES = (L4301_2,)
RULES = (IPA, MK, MK_CPTS, CORRESPONDANT, INFIRMIER)


def rights(
    professional: Professional, structure: AnyStructure, *, on: date, law: Law | None = None, **facts: Any
) -> tuple[Verdict, ...]:
    """What belonging to a structure opens to a professional on a day, and to the structure itself.

    ``facts`` are further fields of :class:`~cpts_model.facts.exercice.Exercice`
    (``titulaire``, ``departement``…); what is not told is unknown. A right is open when its
    verdict is satisfied, closed when it is violated: that is never a breach.

    Raises:
        TypeError: ``on`` is not a plain ``datetime.date``, or a fact is not one of an Exercice.
        RuleFailed: a rule's function raised, or answered neither true nor false.
    """
    if law is None:
        from cpts_model.law import LAW

        law = LAW
    exercice = Exercice(professional=professional, structure=structure, **facts)
    of_structure = Law(tuple(rule for rule in law if rule.id == PORTEUSES.id))
    return (
        *assess(exercice, on=on, law=law).verdicts,
        *assess(structure, on=on, law=of_structure).verdicts,
    )
