"""L4041-1: who may be a partner of a SISA, and what company it is."""

from datetime import date

import attrs

from cpts_model.engine.citations import Authority, Evidence
from cpts_model.engine.dates import since
from cpts_model.engine.rule import Modality, Rule
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion, both, either
from cpts_model.facts.heirs import Heir
from cpts_model.facts.memberships import Membership
from cpts_model.facts.organisations import Organisation
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Family
from cpts_model.facts.structures import SISA
from cpts_model.law.csp_l4041.article import L4041_1, READ_L4041_1
from cpts_model.law.parts import memberships

DESCRIBE_THE_PERSON = Text(
    "l'organisation est une personne physique : décrire la personne qui exerce, avec sa profession",
    "the organisation is a natural person: describe the person who practises, with their profession",
)


def is_partner(member: Membership, sisa: SISA, on: date) -> bool:
    """Whether the member is a partner (« associé ») of the company on the day."""
    return both(lambda: member.associe, lambda: member.running_on(on))


def is_a_person(member: Membership | Heir) -> bool:
    """Whether the member is described as a natural person.

    Raises:
        OpenQuestion: an organisation whose legal form is that of somebody in their own name.
    """
    who = member.member
    if isinstance(who, Organisation) and who.legal_form is not None and who.legal_form.is_natural_person:
        raise OpenQuestion(DESCRIBE_THE_PERSON)
    return who.is_natural_person


def is_admissible(member: Membership | Heir, sisa: SISA, on: date) -> bool:
    """« entre des personnes physiques exerçant une profession médicale, d'auxiliaire médical ou de pharmacien »."""
    person = member.member
    return is_a_person(member) and either(
        lambda: person.is_pharmacien,
        lambda: person.qualifies(Family.PROFESSION_MEDICALE, on),
        lambda: person.qualifies(Family.AUXILIAIRE_MEDICAL, on),
        # A médecin or a pharmacien: both are admitted.
        lambda: person.is_biologiste_medical,
    )


def is_partner_of_scp_or_sel(member: Membership, sisa: SISA, on: date) -> bool:
    """« associés d'une société civile professionnelle ou d'une société d'exercice libéral »."""
    person = member.member
    return isinstance(person, Professional) and both(
        lambda: is_partner(member, sisa, on), lambda: person.partner_of_scp_or_sel
    )


def is_a_sisa(sisa: SISA, on: date) -> bool:
    """A société civile under the code civil and this title, not a company or association of another form."""
    return sisa.legal_form is not None and sisa.legal_form.is_sisa


ASSOCIES = Rule(
    id="sisa.associes-admissibles",
    cites=L4041_1.alinea(1),
    in_force=since(2011, 8, 12),
    about=SISA,
    each=memberships,
    applies=is_partner,
    holds=is_admissible,
    modality=Modality.DEFINITION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_L4041_1.seen_on,
    source=READ_L4041_1.where,
    title=Text(
        "Chaque associé de la SISA est une personne physique qui exerce une profession médicale, d'auxiliaire médical "
        "ou de pharmacien.",
        "Each partner of a SISA is a natural person who practises a medical profession, one of auxiliaire médical, "
        "or that of pharmacist.",
    ),
    remedy=Text(
        "Faire sortir cet associé du capital ; il peut contribuer au projet de santé et le signer sans être associé.",
        "Have this partner leave the company; they may contribute to the projet de santé and sign it without being one.",
    ),
)

ASSOCIES_DE_SCP_OU_SEL = attrs.evolve(
    ASSOCIES,
    id="sisa.associes-de-scp-ou-sel",
    cites=L4041_1.alinea(2),
    applies=is_partner_of_scp_or_sel,
    modality=Modality.PERMISSION,
    title=Text(
        "L'associé d'une société civile professionnelle ou d'une société d'exercice libéral peut aussi être associé d'une "
        "SISA, à titre individuel, s'il exerce une de ces professions.",
        "A partner of a SCP or SEL may also be a partner of a SISA, individually, if they practise one of these professions.",
    ),
    remedy=Text(
        "Réserver les parts aux personnes qui exercent une profession admise.",
        "Keep the shares to people who practise an admitted profession.",
    ),
    note=Text(
        "La faculté vaut pour la personne, non pour la société d'exercice elle-même.",
        "The permission is given to the person, not to the practice company itself.",
    ),
)

SOCIETE = Rule(
    id="sisa.societe",
    cites=L4041_1.cite(),
    in_force=since(2011, 8, 12),
    about=SISA,
    holds=is_a_sisa,
    modality=Modality.DEFINITION,
    authority=Authority.LAW,
    evidence=Evidence.VERIFIED,
    checked_on=READ_L4041_1.seen_on,
    source=READ_L4041_1.where,
    title=Text(
        "La SISA est une société civile, régie par le code civil et par le titre du code de la santé publique qui lui est "
        "propre.",
        "A SISA is a société civile, governed by the civil code and by its own title of the public health code.",
    ),
    remedy=Text(
        "Immatriculer la société sous la forme de SISA, ou la décrire sous la forme qui est la sienne.",
        "Register the company as a SISA, or describe it under the form it has.",
    ),
)

RULES = (ASSOCIES, ASSOCIES_DE_SCP_OU_SEL, SOCIETE)
