"""Who takes part: professionals and other persons."""

import re
from datetime import date
from enum import Enum

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import (
    UNKNOWN,
    OpenQuestion,
    Unknown,
    UnknownFact,
    any_of,
    both,
    either,
)
from cpts_model.facts.modes import Mode
from cpts_model.facts.professions import Family, Profession
from cpts_model.facts.savoir_faire import is_general_practice, is_ipa, is_medical_speciality
from cpts_model.facts.typed import Facts


class PersonRole(Enum):
    """What brings somebody who is no professional to the table."""

    USAGER = "usager"
    ELU = "elu"
    OTHER = "autre"

    @property
    def label(self) -> Text:
        """The role's name."""
        return _ROLES[self]

    @property
    def may_be_social_actor(self) -> bool:
        """Whether somebody in this role may be a medico-social or social actor: a user or an elected official sits as such."""
        return self is PersonRole.OTHER


_ROLES = {
    PersonRole.USAGER: Text(
        "usager ou représentant des usagers", "user of the health system, or their representative"
    ),
    PersonRole.ELU: Text("élu local", "local elected official"),
    PersonRole.OTHER: Text("autre personne", "other person"),
}


_MEDECIN = Profession.MEDECIN
_BIOLOGISTE = Profession.BIOLOGISTE_MEDICAL
_FRENCH_COMMUNE = re.compile(r"(?!99)([0-9]{2}|2[AB])[0-9]{3}")
WHICH_BIOLOGISTE = Text(
    "un biologiste médical est médecin ou pharmacien : dire lequel",
    "a biologiste médical is a doctor or a pharmacist: say which",
)


class Actor(Facts):
    """Whoever can be a member: what a rule may ask of any of them."""

    __slots__ = ()

    @property
    @labelled("personne physique", "natural person")
    def is_natural_person(self) -> bool:
        """Whether this is a human being and not an organisation."""
        return True

    @labelled("professionnel de santé", "health professional")
    def is_health_professional(self, on: date) -> bool:
        """Whether they practise a profession of Part 4 of the code de la santé publique."""
        return False

    @labelled("exerce une profession de la famille", "practises a profession of the family")
    def qualifies(self, family: Family, on: date) -> bool:
        """Whether one of their professions belongs to the family on that day."""
        return False

    @property
    @labelled("médecin", "doctor (médecin)")
    def is_medecin(self) -> bool:
        """Whether they are a médecin."""
        return False

    @property
    @labelled("médecin généraliste", "general practitioner")
    def is_generaliste(self) -> bool:
        """Whether they are a médecin généraliste."""
        return False

    @property
    @labelled("médecin spécialiste hors médecine générale", "specialist doctor, not a general practitioner")
    def is_specialiste(self) -> bool:
        """Whether they are a médecin of a speciality other than general practice."""
        return False

    @property
    @labelled("pharmacien", "pharmacist")
    def is_pharmacien(self) -> bool:
        """Whether they are a pharmacien; a préparateur en pharmacie is not."""
        return False

    @property
    @labelled("biologiste médical", "medical biologist (biologiste médical)")
    def is_biologiste_medical(self) -> bool:
        """Whether they are a biologiste médical, who is a médecin or a pharmacien."""
        return False

    @property
    @labelled("assure des soins de premier recours", "provides primary care")
    def gives_premier_recours(self) -> bool:
        """Whether they provide primary care: a kind of act, declared and not inferred (CSP, art. L1411-11)."""
        return False

    @property
    @labelled("assure des soins de second recours", "provides second-line care")
    def gives_second_recours(self) -> bool:
        """Whether they provide second-line care: declared, not inferred (CSP, art. L1411-12)."""
        return False

    @property
    @labelled(
        "exerce en France, ou remplit les conditions françaises d'exercice",
        "practises in France, or meets its conditions",
    )
    def practises_on_french_conditions(self) -> bool:
        """Whether they practise in France or, across the border, meet the French conditions to practise."""
        return False

    @property
    @labelled("acteur médico-social ou social", "medico-social or social actor")
    def is_social_actor(self) -> bool:
        """Whether they are a medico-social or social actor: declared, for a person."""
        return False


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Professional(Actor):
    """A natural person and the professions they hold: of health, or not.

    Somebody may hold several professions: every question asks whether *one of them*
    qualifies (a masseur-kinésithérapeute who is also an ostéopathe is a health
    professional).
    """

    id: str = attrs.field(
        metadata=label("identifiant dans le dossier", "identifier in the dossier", personal="id")
    )
    name: str | Unknown = attrs.field(default=UNKNOWN, metadata=label("nom", "name", personal="name"))
    professions: tuple[Profession, ...] | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("professions", "professions")
    )
    savoir_faire: tuple[str, ...] | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("savoir-faire (codes TRE_R38)", "specialities (TRE_R38 codes)")
    )
    mode: Mode | Unknown = attrs.field(default=UNKNOWN, metadata=label("mode d'exercice", "mode of practice"))
    substitute: bool | Unknown = attrs.field(default=UNKNOWN, metadata=label("remplaçant", "substitute"))
    rpps: str | None | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("numéro RPPS", "RPPS number", personal="number")
    )
    numero_am: str | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "numéro d'assurance maladie (AM)", "number with the health insurance (AM)", personal="number"
        ),
    )
    registered_with_ordre: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "inscrit au tableau de l'ordre, quand la profession en a un",
            "registered with the ordre, where the profession has one",
        ),
    )
    meets_practice_conditions: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "remplit toutes les conditions d'exercice de sa profession",
            "meets every condition to practise the profession",
        ),
    )
    practises_in: str | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("commune d'exercice (code COG)", "commune of practice (COG code)")
    )
    practises_premier_recours: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("assure des soins de premier recours", "provides primary care (premier recours)"),
    )
    practises_second_recours: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("assure des soins de second recours", "provides second-line care (second recours)"),
    )
    medico_social_actor: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("acteur médico-social ou social", "medico-social or social actor")
    )
    service_de_sante_des_armees: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("relève du service de santé des armées", "belongs to the army medical service"),
    )
    ministerial_authorisation: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("autorisation du ministre de la défense", "authorisation of the minister of defence"),
    )
    practises_abroad: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "exerce dans un territoire frontalier étranger", "practises in a foreign border territory"
        ),
    )
    meets_french_practice_conditions: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "remplit les conditions françaises d'exercice", "meets the French conditions to practise"
        ),
    )
    partner_of_scp_or_sel: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("associé d'une SCP ou d'une SEL", "partner of a SCP or SEL")
    )
    pharmacien_section: str | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("section du tableau des pharmaciens (A à H)", "section of the register of pharmacists (A to H)")
    )  # fmt: skip

    @property
    @labelled("professions exercées", "professions held")
    def professions_held(self) -> tuple[Profession, ...]:
        """The professions, when they say what their holder is.

        Raises:
            NotSettled: they are unknown, or say biologiste médical and nothing else: that is
                a médecin or a pharmacien, and which one decides.
        """
        professions = self.professions
        if isinstance(professions, Unknown):
            raise UnknownFact
        if _BIOLOGISTE in professions and not any(
            profession.is_medecin or profession.is_pharmacien for profession in professions
        ):
            raise OpenQuestion(WHICH_BIOLOGISTE)
        return professions

    @labelled("professionnel de santé", "health professional")
    def is_health_professional(self, on: date) -> bool:
        """Whether one of the professions is of Part 4 of the code de la santé publique that day.

        Raises:
            NotSettled: the professions are unknown, or the day a profession entered Part 4
                was not found.

        A biologiste médical is a médecin or a pharmacien, of Part 4 both: which one is not asked.
        """
        professions = self.professions
        # Nearly everybody holds one profession, and this is asked of everybody by most rules.
        if isinstance(professions, tuple) and len(professions) == 1 and professions[0] is not _BIOLOGISTE:
            return professions[0].is_health_profession_on(on)
        return any_of(
            professions,
            lambda profession: (
                _MEDECIN if profession is _BIOLOGISTE else profession
            ).is_health_profession_on(on),
        )

    @labelled("exerce une profession de la famille", "practises a profession of the family")
    def qualifies(self, family: Family, on: date) -> bool:
        """Whether one of the professions belongs to the family on that day."""
        return any_of(self.professions_held, lambda profession: profession.is_of(family, on))

    @property
    @labelled("médecin", "doctor (médecin)")
    def is_medecin(self) -> bool:
        """Whether they are a médecin (CSP, art. L4131-1)."""
        return any(profession.is_medecin for profession in self.professions_held)

    @property
    @labelled("médecin généraliste", "general practitioner")
    def is_generaliste(self) -> bool:
        """Whether they are a médecin qualified in general practice (SM26, SM53 or SM54).

        Raises:
            NotSettled: the savoir-faire is unknown, or holds no medical speciality at all:
                registries leave it empty for some general practitioners, not only for them.
        """
        return self.is_medecin and self.speciality_is_general

    @property
    @labelled("médecin spécialiste hors médecine générale", "specialist doctor, not a general practitioner")
    def is_specialiste(self) -> bool:
        """Whether they are a médecin of another speciality. Raises as ``is_generaliste`` does."""
        return self.is_medecin and not self.speciality_is_general

    @property
    @labelled("spécialité de médecine générale", "speciality of general practice")
    def speciality_is_general(self) -> bool:
        """Whether the savoir-faire is general practice. Raises as ``is_generaliste`` does."""
        if any(is_general_practice(code) for code in self.savoir_faire):
            return True
        if any(is_medical_speciality(code) for code in self.savoir_faire):
            return False
        raise OpenQuestion(
            Text(
                "aucune spécialité médicale n'est indiquée pour ce médecin : demander son savoir-faire (SM26, SM53 ou SM54 pour la médecine générale)",
                "no medical speciality is told for this doctor: ask for the savoir-faire (SM26, SM53 or SM54 for general practice)",
            )
        )

    @property
    @labelled("profession médicale", "medical profession")
    def is_profession_medicale(self) -> bool:
        """Whether one of the professions is médecin, chirurgien-dentiste or sage-femme (CSP, Part 4, Book I)."""
        return any(profession.is_profession_medicale for profession in self.professions_held)

    @property
    @labelled("auxiliaire médical", "auxiliaire médical")
    def is_auxiliaire_medical(self) -> bool:
        """Whether one of the professions is of Titles I to VII of Book III (CSP, art. L4383-1)."""
        return any(profession.is_auxiliaire_medical for profession in self.professions_held)

    @property
    @labelled("pharmacien", "pharmacist")
    def is_pharmacien(self) -> bool:
        """Whether they are a pharmacien (CSP, art. L4221-1); a préparateur is not."""
        return any(profession.is_pharmacien for profession in self.professions_held)

    @property
    @labelled("biologiste médical", "medical biologist (biologiste médical)")
    def is_biologiste_medical(self) -> bool:
        """Whether they are a biologiste médical (CSP, art. L6213-1): a médecin or a pharmacien, which is not asked."""
        return any(profession is _BIOLOGISTE for profession in self.professions)

    @property
    @labelled("infirmier en pratique avancée", "advanced practice nurse")
    def is_ipa(self) -> bool:
        """Whether they are an infirmier of a pratique avancée (CSP, art. L4301-1), counted once."""
        return any(profession.is_infirmier for profession in self.professions_held) and any(
            is_ipa(code) for code in self.savoir_faire
        )

    @property
    @labelled("exerce en France", "practises in France")
    def practises_in_france(self) -> bool:
        """Whether they practise in France: in a French commune, or nowhere abroad.

        Raises:
            UnknownFact: whoever practises across the border may practise in a French commune too.
        """
        return either(lambda: not self.practises_abroad, lambda: self.practises_in_a_french_commune)

    @property
    @labelled("commune d'exercice française", "commune of practice in France")
    def practises_in_a_french_commune(self) -> bool:
        """Whether the commune of practice is a French one, by its COG code (those of foreign countries begin by 99)."""
        if isinstance(self.practises_in, Unknown):
            raise UnknownFact
        return _FRENCH_COMMUNE.fullmatch(self.practises_in) is not None

    @property
    @labelled(
        "exerce en France, ou remplit les conditions françaises d'exercice",
        "practises in France, or meets its conditions",
    )
    def practises_on_french_conditions(self) -> bool:
        """Whether they practise in France or, across the border, meet the French conditions to practise."""
        # Nearly everybody practises in France, and this is asked of everybody.
        return self.practises_abroad is False or either(
            lambda: self.practises_in_france, lambda: bool(self.meets_french_practice_conditions)
        )

    @property
    @labelled("assure des soins de premier recours", "provides primary care")
    def gives_premier_recours(self) -> bool:
        """Whether primary care is declared (CSP, art. L1411-11)."""
        return bool(self.practises_premier_recours)

    @property
    @labelled("assure des soins de second recours", "provides second-line care")
    def gives_second_recours(self) -> bool:
        """Whether second-line care is declared (CSP, art. L1411-12)."""
        return bool(self.practises_second_recours)

    @property
    @labelled("acteur médico-social ou social", "medico-social or social actor")
    def is_social_actor(self) -> bool:
        """Whether they are declared a medico-social or social actor."""
        return bool(self.medico_social_actor)


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Person(Actor):
    """A natural person who takes part otherwise than by a profession: user, elected official."""

    id: str = attrs.field(
        metadata=label("identifiant dans le dossier", "identifier in the dossier", personal="id")
    )
    name: str | Unknown = attrs.field(default=UNKNOWN, metadata=label("nom", "name", personal="name"))
    role: PersonRole | Unknown = attrs.field(default=UNKNOWN, metadata=label("qualité", "role"))
    medico_social_actor: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("acteur médico-social ou social", "medico-social or social actor")
    )

    @property
    @labelled("acteur médico-social ou social", "medico-social or social actor")
    def is_social_actor(self) -> bool:
        """Whether they are declared a medico-social or social actor; a user or an elected official is none."""
        return both(lambda: self.role.may_be_social_actor, lambda: self.medico_social_actor)
