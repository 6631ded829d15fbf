"""The table of professions: what each is called, which article opens it, how it is coded.

One row a profession, in the order of the code, what is outside its fourth part last.
"""

from datetime import date

import attrs

from cpts_model.engine.citations import ACTES, Citation
from cpts_model.engine.text import Text
from cpts_model.facts.families import Family
from cpts_model.facts.nomenclature import G15, R94, R95, active, deprecated
from cpts_model.facts.profession_entry import (
    AUXILIAIRE,
    BOOK_III_2023,
    BOOKS_2002,
    HORS,
    MEDICALE,
    NOS_2020,
    NOT_FOUND,
    PHARMACIE,
    TITLES_2023,
    TITRE_IX,
    D,
    ProfessionEntry,
    S,
    V,
    after_gap,
    always,
    appareillage,
    book,
    csp,
    entering,
    outside,
    role,
    usager,
)

ENTRIES: dict[str, ProfessionEntry] = {
    "medecin": attrs.evolve(
        book(Text("médecin", "doctor"), "médecin", "L4111-1", MEDICALE, active(G15, "10", "Médecin")),
        also_cites=(csp("L4131-1"),),
        checked_on=date(2017, 1, 21),
        source=f"{BOOKS_2002} ; git.tricoteuses.fr, ordonnance 2017-48",
        note=None,
    ),
    "chirurgien-dentiste": attrs.evolve(
        book(
            Text("chirurgien-dentiste", "dentist"),
            "chirurgienne-dentiste",
            "L4111-1",
            MEDICALE,
            active(G15, "40", "Chirurgien-Dentiste"),
        ),
        also_cites=(csp("L4141-1"),),
    ),
    "sage-femme": attrs.evolve(
        book(
            Text("sage-femme", "midwife"), "sage-femme", "L4111-1", MEDICALE, active(G15, "50", "Sage-Femme")
        ),
        also_cites=(csp("L4151-1"),),
    ),
    "pharmacien": attrs.evolve(
        book(
            Text("pharmacien", "pharmacist"),
            "pharmacienne",
            "L4221-1",
            PHARMACIE,
            active(G15, "21", "Pharmacien"),
        ),
        also_cites=(csp("L4211-1"),),
    ),
    "preparateur-en-pharmacie": ProfessionEntry(
        label=Text("préparateur en pharmacie", "pharmacy technician"),
        feminine="préparatrice en pharmacie",
        cites=csp("L4241-1"),
        also_cites=(csp("L4241-13"),),
        standings=always(PHARMACIE),
        source=f"{BOOKS_2002} ; L4241-13 : {BOOK_III_2023}",
        note=Text(
            "une profession, deux articles : officine (L4241-1) et pharmacie hospitalière (L4241-13) ; "
            "ce n'est pas un pharmacien",
            "one profession, two articles: community (L4241-1) and hospital pharmacy (L4241-13); "
            "not a pharmacist",
        ),
        codes=(
            *role("317", "Préparateur en pharmacie", G15, "39", "Préparateur en pharmacie (officine)"),
            *role(
                "316",
                "Préparateur en pharmacie hospitalière",
                G15,
                "38",
                "Préparateur en pharmacie hospitalière",
            ),
        ),
    ),
    "physicien-medical": ProfessionEntry(
        label=Text("physicien médical", "medical physicist"),
        feminine="physicienne médicale",
        cites=csp("L4251-1"),
        standings=entering(date(2017, 1, 21), Family.PHYSIQUE_MEDICALE, V),
        checked_on=TITLES_2023,
        source="git.tricoteuses.fr, ordonnance 2017-48 ; juriblio.fr, rapport relatif à l'ordonnance 2017-48",
        codes=(active(G15, "32", "Physicien médical"),),
    ),
    "infirmier": attrs.evolve(
        book(Text("infirmier", "nurse"), "infirmière", "L4311-1", AUXILIAIRE, active(G15, "60", "Infirmier")),
        checked_on=date(2025, 6, 29),
        source=f"{BOOKS_2002} ; loi 2025-581 (lexbase.fr)",
        note=Text(
            "l'infirmier en pratique avancée (L4301-1) est un infirmier, non une autre profession ; L4311-1 "
            "est récrit le 29 juin 2025, la famille reste la même",
            "an infirmier en pratique avancée (L4301-1) is an infirmier, not another profession; L4311-1 was "
            "rewritten on 29 June 2025, the family stays the same",
        ),
        codes=(active(G15, "60", "Infirmier"), active(G15, "69", "Infirmier psychiatrique")),
    ),
    "masseur-kinesitherapeute": book(
        Text("masseur-kinésithérapeute", "physiotherapist"),
        "masseuse-kinésithérapeute",
        "L4321-1",
        AUXILIAIRE,
        active(G15, "70", "Masseur-Kinésithérapeute"),
    ),
    "pedicure-podologue": book(
        Text("pédicure-podologue", "podiatrist"),
        "pédicure-podologue",
        "L4322-1",
        AUXILIAIRE,
        active(G15, "80", "Pédicure-Podologue"),
    ),
    "ergotherapeute": book(
        Text("ergothérapeute", "occupational therapist"),
        "ergothérapeute",
        "L4331-1",
        AUXILIAIRE,
        active(G15, "94", "Ergothérapeute"),
    ),
    "psychomotricien": book(
        Text("psychomotricien", "psychomotor therapist"),
        "psychomotricienne",
        "L4332-1",
        AUXILIAIRE,
        active(G15, "96", "Psychomotricien"),
    ),
    "orthophoniste": book(
        Text("orthophoniste", "speech therapist"),
        "orthophoniste",
        "L4341-1",
        AUXILIAIRE,
        active(G15, "91", "Orthophoniste"),
    ),
    "orthoptiste": book(
        Text("orthoptiste", "orthoptist"),
        "orthoptiste",
        "L4342-1",
        AUXILIAIRE,
        active(G15, "92", "Orthoptiste"),
    ),
    "manipulateur-d-electroradiologie-medicale": book(
        Text("manipulateur d'électroradiologie médicale", "radiographer"),
        "manipulatrice d'électroradiologie médicale",
        "L4351-1",
        AUXILIAIRE,
        active(G15, "98", "Manipulateur ERM"),
    ),
    "technicien-de-laboratoire-medical": ProfessionEntry(
        label=Text("technicien de laboratoire médical", "medical laboratory technician"),
        feminine="technicienne de laboratoire médical",
        cites=csp("L4352-1"),
        standings=after_gap(AUXILIAIRE, date(2016, 1, 28), S, NOT_FOUND),
        evidence=S,
        checked_on=TITLES_2023,
        source="liste d'une fédération d'organisations coordonnées ; texte de l'article non trouvé",
        note=Text(
            "en 2002, L4352-1 portait sur les manipulateurs ; son texte actuel n'a pas été trouvé",
            "in 2002 L4352-1 was about radiographers; its present text was not found",
        ),
        codes=(active(G15, "86", "Technicien de laboratoire médical"),),
    ),
    "audioprothesiste": book(
        Text("audioprothésiste", "hearing-aid audiologist"),
        "audioprothésiste",
        "L4361-1",
        AUXILIAIRE,
        active(G15, "26", "Audioprothésiste"),
    ),
    "opticien-lunetier": book(
        Text("opticien-lunetier", "dispensing optician"),
        "opticienne-lunetière",
        "L4362-1",
        AUXILIAIRE,
        active(G15, "28", "Opticien-Lunetier"),
    ),
    "orthoprothesiste": appareillage(
        Text("orthoprothésiste", "orthoprosthetist"),
        "orthoprothésiste",
        1,
        active(G15, "81", "Orthoprothésiste"),
    ),
    "podo-orthesiste": appareillage(
        Text("podo-orthésiste", "podo-orthotist"), "podo-orthésiste", 2, active(G15, "82", "Podo-Orthésiste")
    ),
    "oculariste": appareillage(
        Text("oculariste", "ocularist"), "oculariste", 3, active(G15, "84", "Oculariste")
    ),
    "epithesiste": appareillage(
        Text("épithésiste", "epithesist"), "épithésiste", 4, active(G15, "85", "Epithésiste")
    ),
    "orthopediste-orthesiste": appareillage(
        Text("orthopédiste-orthésiste", "orthotist"),
        "orthopédiste-orthésiste",
        5,
        active(G15, "83", "Orthopédiste-Orthésiste"),
    ),
    "dieteticien": book(
        Text("diététicien", "dietitian"),
        "diététicienne",
        "L4371-1",
        AUXILIAIRE,
        active(G15, "95", "Diététicien"),
    ),
    "aide-soignant": ProfessionEntry(
        label=Text("aide-soignant", "nursing auxiliary"),
        feminine="aide-soignante",
        cites=csp("L4391-1"),
        standings=after_gap(TITRE_IX, date(2016, 1, 28), D, NOT_FOUND),
        checked_on=TITLES_2023,
        source=BOOK_III_2023,
        note=Text(
            "L4391-4 a été lu, L4391-1 par son intitulé ; ce n'est pas un auxiliaire médical (L4383-1)",
            "L4391-4 was read, L4391-1 by its heading; not an auxiliaire médical (L4383-1)",
        ),
        codes=role("313", "Aide-soignant", G15, "35", "Aide-soignant"),
    ),
    "auxiliaire-de-puericulture": ProfessionEntry(
        label=Text("auxiliaire de puériculture", "childcare auxiliary"),
        feminine="auxiliaire de puériculture",
        cites=csp("L4392-1"),
        standings=after_gap(TITRE_IX, date(2016, 1, 28), D, NOT_FOUND),
        evidence=D,
        checked_on=TITLES_2023,
        source=BOOK_III_2023,
        note=Text(
            "l'intitulé a été lu, non le numéro de l'article",
            "the heading was read, not the article's number",
        ),
        codes=role("315", "Auxiliaire de puériculture", G15, "37", "Auxiliaire de puériculture"),
    ),
    "ambulancier": ProfessionEntry(
        label=Text("ambulancier", "ambulance technician"),
        feminine="ambulancière",
        cites=csp("L4393-1"),
        standings=after_gap(TITRE_IX, date(2016, 1, 28), D, NOT_FOUND),
        checked_on=TITLES_2023,
        source=BOOK_III_2023,
        codes=role("314", "Ambulancier", G15, "36", "Ambulancier"),
    ),
    "assistant-dentaire": ProfessionEntry(
        label=Text("assistant dentaire", "dental assistant"),
        feminine="assistante dentaire",
        cites=csp("L4393-8"),
        also_cites=(csp("R4393-8"),),
        standings=entering(
            date(2016, 1, 28),
            TITRE_IX,
            D,
            Text(
                "loi 2016-41, publiée le 27 janvier 2016 ; seul l'article R4393-8 a été lu",
                "act 2016-41, published on 27 January 2016; only article R4393-8 was read",
            ),
        ),
        evidence=S,
        checked_on=TITLES_2023,
        source="editionscdp.fr, Clinic n° 345 ; legal.tricoteuses.fr, JORFARTI000033519368",
        codes=(active(G15, "31", "Assistant dentaire"),),
    ),
    "assistant-de-regulation-medicale": ProfessionEntry(
        label=Text("assistant de régulation médicale", "emergency call handler"),
        feminine="assistante de régulation médicale",
        cites=csp("L4393-19"),
        also_cites=(csp("L4393-20"), csp("L4393-21")),
        standings=entering(
            date(2023, 5, 21), TITRE_IX, V, Text("loi 2023-379, art. 14", "act 2023-379, art. 14")
        ),
        checked_on=TITLES_2023,
        source=f"{BOOK_III_2023} ; vie-publique.fr, conseil des ministres du 10 décembre 2025",
    ),
    "conseiller-en-genetique": ProfessionEntry(
        label=Text("conseiller en génétique", "genetic counsellor"),
        feminine="conseillère en génétique",
        cites=csp("L1132-1"),
        standings=after_gap(
            HORS,
            date(2005, 1, 1),
            S,
            Text(
                "profession créée en 2004 ; le jour n'a pas été lu ; "
                "d'aucun des deux côtés elle n'est dans la quatrième partie",
                "created in 2004; the day was not read, and neither standing is Part 4",
            ),
        ),
        checked_on=TITLES_2023,
        source="juridique-biomedecine.fr, L1132-1 ; nosdeputes.fr, intervention 15/1110412",
        codes=(
            *role("329", "Conseiller en génétique", R95, "97", "Conseiller en génétique"),
            deprecated(R95, "194", "Conseiller en génétique", NOS_2020),
        ),
    ),
    "biologiste-medical": ProfessionEntry(
        label=Text("biologiste médical", "medical biologist"),
        feminine="biologiste médicale",
        uncited=Text("l'article L6213-1 n'a pas été trouvé", "article L6213-1 was not found"),
        standings=after_gap(
            HORS,
            date(2010, 1, 16),
            D,
            Text(
                "ordonnance 2010-49 (JO du 15 janvier 2010) sur la biologie médicale ; article non lu",
                "ordinance 2010-49 (JO of 15 January 2010) on medical biology; article not read",
            ),
            absent_in_2002=False,
        ),
        evidence=S,
        checked_on=TITLES_2023,
        source="lucas-baloup.com sur l'ordonnance 2023-77",
        note=Text(
            "façon d'exercer d'un médecin ou d'un pharmacien (sixième partie du code) : "
            "dire aussi lequel des deux",
            "a way of practising of a doctor or a pharmacist (Part 6 of the code): say also which of the two",
        ),
    ),
    "osteopathe": outside(
        "ostéopathe",
        "osteopath",
        "ostéopathe",
        cites=Citation(ACTES, "loi n° 2002-303, art. 75"),
        evidence=S,
        source="deuxsevres.ordremk.fr, sur une décision du Conseil d'État",
        note=Text(
            "titre réglementé ; qui n'est qu'ostéopathe n'est pas professionnel de santé (Conseil d'État), "
            "un masseur-kinésithérapeute ostéopathe l'est à ce premier titre",
            "a regulated title; who is only an osteopath is no health professional (Conseil d'État), a "
            "physiotherapist and osteopath is one on the first ground",
        ),
        codes=usager("71", "171", "Ostéopathe"),
    ),
    "chiropracteur": outside(
        "chiropracteur",
        "chiropractor",
        "chiropractrice",
        cites=Citation(ACTES, "loi n° 2002-303, art. 75"),
        evidence=S,
        source="deuxsevres.ordremk.fr, sur une décision du Conseil d'État",
        codes=usager("73", "173", "Chiropracteur"),
    ),
    "psychologue": outside(
        "psychologue",
        "psychologist",
        "psychologue",
        codes=(
            *usager("93", "193", "Psychologue"),
            deprecated(G15, "93", "Psychologue", date(2021, 12, 17), f"{R95}#93"),
        ),
    ),
    "psychotherapeute": outside(
        "psychothérapeute",
        "psychotherapist",
        "psychothérapeute",
        codes=usager("72", "172", "Psychothérapeute"),
    ),
    "assistant-de-service-social": outside(
        "assistant de service social",
        "social worker",
        "assistante de service social",
        note=Text(
            "acteur social ; l'article du code de l'action sociale et des familles n'a pas été trouvé",
            "a social actor; the article of the code of social action was not found",
        ),
        codes=(active(R94, "41", "Assistant de service social"),),
    ),
    "veterinaire": outside(
        "vétérinaire",
        "veterinary surgeon",
        "vétérinaire",
        uncited=Text(
            "profession du code rural, article non lu", "profession of the code rural, article not read"
        ),
    ),
}
"""Slug to entry, in the order of the code, what is outside the fourth part last."""
