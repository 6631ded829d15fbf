"""The words in which people write professions: labels of the nomenclature of health, and usage.

Only what a colleague would read without asking stands among the abbreviations.
"""

import attrs

from cpts_model.facts.professions import Profession


@attrs.frozen(slots=True)
class Wording:
    """A profession's words. ``vague`` are those that leave another profession open."""

    masculine: str
    feminine: str
    abbreviations: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()


WORDINGS: dict[Profession, Wording] = {
    Profession.INFIRMIER: Wording("Infirmier", "Infirmière", ("IDE", "IDEL", "infirmier DE"), ()),
    Profession.MEDECIN: Wording(
        "Médecin", "Médecin", ("MG", "méd. généraliste", "médecin gé."), ("Dr", "psy", "docteur")
    ),
    Profession.MASSEUR_KINESITHERAPEUTE: Wording(
        "Masseur-kinésithérapeute", "Masseuse-kinésithérapeute", ("MK", "MKDE", "kiné", "kinésithérapeute")
    ),
    Profession.PHARMACIEN: Wording("Pharmacien", "Pharmacienne", ("pharmacien titulaire",), ("Dr",)),
    Profession.CHIRURGIEN_DENTISTE: Wording(
        "Chirurgien-dentiste", "Chirurgienne-dentiste", ("dentiste", "chir. dentiste"), ("Dr", "docteur")
    ),
    Profession.SAGE_FEMME: Wording("Sage-femme", "Sage-femme", ("SF",)),
    Profession.PEDICURE_PODOLOGUE: Wording("Pédicure-podologue", "Pédicure-podologue", ("podologue",)),
    Profession.ERGOTHERAPEUTE: Wording("Ergothérapeute", "Ergothérapeute", ("ergo",)),
    Profession.PSYCHOMOTRICIEN: Wording("Psychomotricien", "Psychomotricienne", ("psychomot",), ("psy",)),
    Profession.ORTHOPHONISTE: Wording("Orthophoniste", "Orthophoniste", (), ("ortho",)),
    Profession.ORTHOPTISTE: Wording("Orthoptiste", "Orthoptiste", (), ("ortho",)),
    Profession.MANIPULATEUR_D_ELECTRORADIOLOGIE_MEDICALE: Wording(
        "Manipulateur d'électroradiologie médicale",
        "Manipulatrice d'électroradiologie médicale",
        ("MERM", "manip radio"),
    ),
    Profession.AUDIOPROTHESISTE: Wording("Audioprothésiste", "Audioprothésiste"),
    Profession.OPTICIEN_LUNETIER: Wording("Opticien-lunetier", "Opticienne-lunetière", ("opticien",)),
    Profession.DIETETICIEN: Wording("Diététicien", "Diététicienne"),
    Profession.AIDE_SOIGNANT: Wording("Aide-soignant", "Aide-soignante", (), ("AS",)),
    Profession.AUXILIAIRE_DE_PUERICULTURE: Wording(
        "Auxiliaire de puériculture", "Auxiliaire de puériculture", ("aux. de puériculture",)
    ),
    Profession.AMBULANCIER: Wording("Ambulancier", "Ambulancière"),
    Profession.PREPARATEUR_EN_PHARMACIE: Wording(
        "Préparateur en pharmacie", "Préparatrice en pharmacie", ("prép. en pharmacie",)
    ),
    Profession.ASSISTANT_DENTAIRE: Wording("Assistant dentaire", "Assistante dentaire"),
    Profession.PSYCHOLOGUE: Wording("Psychologue", "Psychologue", (), ("psy",)),
    Profession.OSTEOPATHE: Wording("Ostéopathe", "Ostéopathe", ("ostéo",)),
    Profession.ASSISTANT_DE_SERVICE_SOCIAL: Wording(
        "Assistant de service social", "Assistante de service social", ("assistante sociale",), ("AS",)
    ),
}
