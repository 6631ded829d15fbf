"""The two teams of article L1411-11-1 that break no law, condition by condition."""

from datetime import date

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.facts.professions import Profession
from cpts_model.facts.projets import ProjetDeSante
from cpts_model.facts.structures import EquipeDeSoinsPrimaires, EquipeDeSoinsSpecialises
from cpts_model.facts.structures.teams import TeamForm
from cpts_model.testing.invented import cardiologue, generaliste, infirmier, pharmacien, professional, running

FURTHER = (infirmier("cleo"), pharmacien("denis"), professional("edmee", Profession.SAGE_FEMME))
"""Who may come on top: health professionals, of whatever profession."""


def lawful_equipe_de_soins_primaires(draw: DrawFn, on: date) -> EquipeDeSoinsPrimaires:
    """« un ensemble de professionnels de santé constitué autour de médecins généralistes de premier recours »…

    On the basis of a projet de santé that they draw up and that has the object the law
    gives it. They help structure pathways, under a form of their own, or under none.
    """
    people = (
        generaliste("agathe", practises_premier_recours=True),
        generaliste("basile", practises_premier_recours=True),
        *FURTHER[: draw(st.integers(0, len(FURTHER)))],
    )
    return EquipeDeSoinsPrimaires(
        id="esp",
        form=draw(st.sampled_from([None, TeamForm.MAISON_DE_SANTE, TeamForm.CENTRE_DE_SANTE])),
        members=tuple(running(one, draw, on) for one in people),
        projet=ProjetDeSante(drawn_up_by_members=True, statutory_object=True),
        structures_pathways=True,
    )


def lawful_equipe_de_soins_specialises(draw: DrawFn, on: date) -> EquipeDeSoinsSpecialises:
    """« constitué autour de médecins spécialistes d'une ou plusieurs spécialités hors médecine générale »…

    In coordination with the actors of a territory, on the basis of a projet de santé that
    they draw up together; they help structure pathways.
    """
    people = (
        cardiologue("agathe"),
        professional("basile", Profession.MEDECIN, savoir_faire=(draw(st.sampled_from(["SM04", "SM15"])),)),
        *FURTHER[: draw(st.integers(0, len(FURTHER)))],
    )
    return EquipeDeSoinsSpecialises(
        id="ess",
        members=tuple(running(one, draw, on) for one in people),
        projet=ProjetDeSante(drawn_up_by_members=True),
        coordinates_with_territory=True,
        structures_pathways=True,
    )
