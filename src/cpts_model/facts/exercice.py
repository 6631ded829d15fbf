"""Somebody's practice within a structure: what the rights that belonging opens turn on."""

from datetime import date

import attrs

from cpts_model.engine.labels import label, labelled
from cpts_model.engine.unknown import UNKNOWN, Unknown, UnknownFact, any_of, either
from cpts_model.facts.checks import departement
from cpts_model.facts.people import Professional
from cpts_model.facts.structures import (
    CPTS,
    SISA,
    CentreDeSante,
    EquipeDeSoinsPrimaires,
    EquipeDeSoinsSpecialises,
    MaisonDeSante,
)
from cpts_model.facts.typed import Facts

AnyStructure = CPTS | EquipeDeSoinsPrimaires | EquipeDeSoinsSpecialises | MaisonDeSante | CentreDeSante | SISA
"""The structures of coordinated care somebody can practise in."""


@attrs.frozen(slots=True, kw_only=True, repr=False)
class Exercice(Facts):
    """The practice of one professional within one structure.

    Raises:
        BadFact: the place of practice is in no département.
    """

    professional: Professional = attrs.field(metadata=label("professionnel", "professional"))
    structure: AnyStructure = attrs.field(metadata=label("structure", "structure"))
    titulaire: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label("titulaire (du cabinet ou de l'officine)", "holder of the practice or pharmacy"),
    )
    collaborateur: bool | Unknown = attrs.field(
        default=UNKNOWN, metadata=label("collaborateur libéral", "associate (collaborateur libéral)")
    )
    gerant: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "gérant d'une pharmacie mutualiste ou de secours minière",
            "manager of a mutual or miners' relief pharmacy",
        ),
    )
    declared_to_ars_on: date | None | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "participation à l'expérimentation déclarée à l'ARS le",
            "participation in the experiment declared to the ARS on",
        ),
    )
    departement: str | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "département d'un lieu d'exercice (code)", "département of a place of practice (code)"
        ),
    )
    same_exercise_as_medecin_traitant: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "participe au même exercice coordonné que le médecin traitant du patient",
            "takes part in the same coordinated practice as the patient's médecin traitant",
        ),
    )
    experiment_authorised: bool | Unknown = attrs.field(
        default=UNKNOWN,
        metadata=label(
            "expérimentation autorisée par l'État dans le département d'exercice",
            "experiment authorised by the State in the département of practice",
        ),
    )

    def __attrs_post_init__(self) -> None:
        Facts.__attrs_post_init__(self)
        departement("departement", self.departement)

    @labelled("appartient à la structure ce jour-là", "belongs to the structure that day")
    def belongs_on(self, day: date) -> bool:
        """Whether the professional is a member of the structure on a day, or employed by the SISA it is.

        A maison de santé that a SISA carries has the members and the employees of the SISA.

        Raises:
            UnknownFact: the members are unknown, or the dates of the membership leave it open.
        """
        return either(
            lambda: self._is_member_of(self.structure, day),
            lambda: isinstance(self.structure, SISA) and self._is_employed_by(self.structure),
            lambda: (
                isinstance(self.structure, MaisonDeSante) and self._belongs_to_sisa_of(self.structure, day)
            ),
        )

    def _is_member_of(self, structure: AnyStructure, day: date) -> bool:
        return any_of(
            structure.members,
            lambda membership: membership.member.id == self.professional.id and membership.running_on(day),
        )

    def _is_employed_by(self, sisa: SISA) -> bool:
        return any(salaried.id == self.professional.id for salaried in sisa.salaried)

    def _belongs_to_sisa_of(self, msp: MaisonDeSante, day: date) -> bool:
        # Read here and not handed over, so that what is unknown is the SISA, and not this question.
        sisa = msp.sisa
        if isinstance(sisa, Unknown):
            raise UnknownFact
        return sisa is not None and either(
            lambda: self._is_member_of(sisa, day), lambda: self._is_employed_by(sisa)
        )
