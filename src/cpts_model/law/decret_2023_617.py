"""Décret 2023-617 of 18 July 2023: registration of a SISA with the ordre before it employs a professional."""

from collections.abc import Iterable
from datetime import date

import attrs

from cpts_model.engine.citations import ACTES, CSP, PRATIQUE, Article, Authority, Citation, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, any_of, either
from cpts_model.facts.people import Professional
from cpts_model.facts.structures import SISA
from cpts_model.law.csp_l4041.l4041_3 import has_an_ordre
from cpts_model.law.sources import Source

IN_FORCE = date(2023, 7, 20)
"""The decree enters into force the day after its publication (JO of 19 July 2023)."""

REPORTED = Source(
    "présentation du décret par l'ordre national des pharmaciens (ordre.pharmacien.fr), lequotidiendupharmacien.fr, "
    "houdart.org ; entrée en vigueur lue sur la copie du JO du 19 juillet 2023 (cdosf13.fr)",
    IN_FORCE,
)
ANSWER_4317 = Source("réponse ministérielle à la question écrite n° 4317", date(2023, 7, 19))

EMPLOYED_BEFORE_THE_DECREE = Text(
    "ce professionnel a été employé avant le décret, quand aucune inscription n'était possible ; aucune règle transitoire n'a "
    "été trouvée : interroger l'ordre",
    "this professional was employed before the decree, when no registration was possible; no transitional rule was found: "
    "ask the ordre",
)
SAME_DAY = Text(
    "société inscrite le jour du premier emploi : les dates ne disent pas lequel a précédé l'autre",
    "company registered on the day of the first employment: the dates do not tell which came first",
)
OVERSEAS_SECTION = Text(
    "la section E réunit tous les pharmaciens d'outre-mer : vérifier qu'il est adjoint ou biologiste, et non titulaire",
    "section E holds all the pharmacists overseas: check that this one is an adjoint or a biologist, not a titulaire",
)


def employs_a_profession_with_an_ordre(sisa: SISA, on: date) -> bool:
    """A company that employs professionals whose profession has an ordre: one of the employees told, or it is declared."""
    return either(lambda: any_of(sisa.salaried, has_an_ordre), lambda: sisa.employs_profession_with_ordre)


def employs_no_profession_with_an_ordre(sisa: SISA, on: date) -> bool:
    """Before the decree, only professions without an ordre could be employed for care."""
    return not employs_a_profession_with_an_ordre(sisa, on)


def is_registered_before_employing(sisa: SISA, on: date) -> bool:
    """The company itself is registered with the ordre, and was before it employed.

    Raises:
        OpenQuestion: it employed before the decree, or on the very day of its registration.
    """
    registered, employed = sisa.registered_with_ordre_on, sisa.first_employment_on
    if employed is not None and employed < IN_FORCE:
        raise OpenQuestion(EMPLOYED_BEFORE_THE_DECREE)
    if registered is None or registered > on:
        return False
    if employed is None or registered < employed:
        return True
    if registered > employed:
        return False
    raise OpenQuestion(SAME_DAY)


def employees(sisa: SISA, on: date) -> Iterable[Professional]:
    """The professionals the company employs."""
    return sisa.salaried


def is_pharmacien(employee: Professional, sisa: SISA, on: date) -> bool:
    """An employee who is a pharmacien."""
    return employee.is_pharmacien


def is_adjoint_or_biologiste(employee: Professional, sisa: SISA, on: date) -> bool:
    """An adjoint (sections D or E) or a biologist (sections G or E), not a titulaire."""
    section = employee.pharmacien_section.upper()
    if section == "E":
        raise OpenQuestion(OVERSEAS_SECTION)
    return section in ("D", "G")


INSCRIPTION = Rule(
    id="sisa.inscription-ordre",
    cites=Citation(ACTES, "décret n° 2023-617 du 18 juillet 2023"),
    also_cites=(Citation(CSP, "L4041-3", "al. 2"), Citation(CSP, "R4041-6", "I")),
    in_force=since(2023, 7, 20),
    about=SISA,
    applies=employs_a_profession_with_an_ordre,
    holds=is_registered_before_employing,
    modality=Modality.OBLIGATION,
    authority=Authority.REGULATION,
    evidence=Evidence.SECONDARY,
    checked_on=REPORTED.seen_on,
    source=REPORTED.where,
    title=Text(
        "La SISA qui salarie des professionnels dont la profession a un ordre est elle-même inscrite à cet ordre avant de les "
        "employer.",
        "A SISA that employs professionals whose profession has an ordre is itself registered with that ordre before it "
        "employs them.",
    ),
    remedy=Text(
        "Demander l'inscription de la société au tableau de l'ordre, par le mandataire commun, avant tout emploi.",
        "Apply for the company's registration with the ordre, through the common agent, before employing anyone.",
    ),
    note=Text(
        "Les professions sans ordre ne sont pas concernées (déduit). Quand des salariés sont décrits, leur profession compte, même "
        "si le dossier déclare n'en employer aucune qui ait un ordre.",
        "Professions without an ordre are not concerned (derived). Where employees are described their profession counts, even if "
        "the dossier declares that none has an ordre.",
    ),
)

EMPLOI_AVANT_DECRET = attrs.evolve(
    INSCRIPTION,
    id="sisa.emploi-avant-decret",
    cites=Citation(PRATIQUE, ANSWER_4317.where),
    also_cites=(Citation(CSP, "L4041-2", "3° a"), Citation(CSP, "L4041-3", "al. 2")),
    in_force=since(2021, 5, 14).before(2023, 7, 20),
    applies=None,
    holds=employs_no_profession_with_an_ordre,
    modality=Modality.PROHIBITION,
    authority=Authority.DOCTRINE,
    checked_on=ANSWER_4317.seen_on,
    source=ANSWER_4317.where,
    title=Text(
        "Tant que le décret sur l'inscription à l'ordre n'est pas pris, la SISA ne peut salarier, pour donner des soins, des "
        "professionnels dont la profession a un ordre.",
        "Until the decree on registration with the ordre is made, a SISA cannot employ, to give care, professionals whose "
        "profession has an ordre.",
    ),
    remedy=Text(
        "Attendre le décret, ou ne salarier que des professions sans ordre.",
        "Wait for the decree, or employ only professions without an ordre.",
    ),
    note=Text(
        "Salarier pour les activités du 2° de l'article L4041-2 (coordination, éducation thérapeutique, coopération) était déjà permis : "
        "le dossier ne dit pas à quoi un salarié est employé, qui est donc lu comme donnant des soins.",
        "Employing for the activities of 2° of article L4041-2 (coordination, therapeutic education, cooperation) was allowed already: "
        "the dossier does not tell what an employee is employed for, who is therefore read as giving care.",
    ),
)

PHARMACIENS = attrs.evolve(
    INSCRIPTION,
    id="sisa.pharmaciens-salaries",
    cites=Citation(ACTES, "décret n° 2023-617 du 18 juillet 2023"),
    also_cites=(
        Citation(PRATIQUE, "présentation du décret n° 2023-617 par l'ordre national des pharmaciens"),
    ),
    each=employees,
    applies=is_pharmacien,
    holds=is_adjoint_or_biologiste,
    modality=Modality.PROHIBITION,
    authority=Authority.DOCTRINE,
    title=Text(
        "Les seuls pharmaciens que la SISA peut salarier sont les adjoints d'officine (sections D ou E) et les biologistes médicaux "
        "(sections G ou E).",
        "The only pharmacists a SISA may employ are pharmacy adjoints (sections D or E) and medical biologists (sections G or E).",
    ),
    remedy=Text(
        "Ne pas salarier un pharmacien titulaire, ni un pharmacien de toute autre section que D, E et G ; il peut être associé de "
        "la société.",
        "Do not employ a pharmacien titulaire, nor one of any other section than D, E and G; they may be a partner of the company.",
    ),
    note=Text(
        "L'ordre national des pharmaciens rapporte ainsi le décret, dont le texte n'a pas été lu sur ce point.",
        "So the ordre of pharmacists reports the decree, whose text was not read on this point.",
    ),
)

ARTICLES: tuple[Article, ...] = ()
RULES = (INSCRIPTION, EMPLOI_AVANT_DECRET, PHARMACIENS)
