"""The publications that the figures were read in, by the names they give themselves."""

from cpts_model.engine.text import Text
from pages.figures.model import Source

PRESS_AFTER_2018 = Source(
    Text(
        "article de presse postérieur à l'automne 2018, dont le titre n'a pas été conservé",
        "press article later than autumn 2018, whose title was not kept",
    )
)
AGENCIES_2018 = Source(
    Text(
        "agences régionales de santé, citées avec le rapport de l'Igas d'août 2018 par un article de presse postérieur à l'automne 2018, "
        "dont le titre n'a pas été conservé",
        "regional health agencies, quoted with the Igas report of August 2018 by a press article later than autumn 2018, whose title was "
        "not kept",
    )
)
PRESS_2019 = Source(
    Text(
        "Le Quotidien du médecin, « repères », 21 novembre 2019 ; Egora, « 1000 CPTS en 2022, où en est-on »",
        "Le Quotidien du médecin, « repères », 21 November 2019; Egora, « 1000 CPTS en 2022, où en est-on »",
    )
)
FMF_2020 = Source(Text("fmfpro.org, novembre 2020", "fmfpro.org, November 2020"), "http://fmfpro.org/?p=2134")
KARETIS_2021 = Source(Text("karetis.com, 2021", "karetis.com, 2021"))
AMELI_2021 = Source(
    Text(
        "Assurance maladie, ameli.fr, actualité sur la signature d'un avenant à l'ACI (décembre 2021)",
        "Health insurance, ameli.fr, news on the signature of an amendment to the ACI (December 2021)",
    )
)
ATLAS_2022 = Source(
    Text(
        "atlas du ministère de la santé, cité par Le Quotidien du médecin, 21 janvier 2022",
        "atlas of the ministry of health, quoted by Le Quotidien du médecin, 21 January 2022",
    )
)
PKF_2022 = Source(Text("pkf-arsilon.com, 1er mars 2022", "pkf-arsilon.com, 1 March 2022"))
GENERALISTE_2023 = Source(
    Text(
        "Le Généraliste, « CPTS : 7 ans, déjà l'âge de raison »",
        "Le Généraliste, « CPTS : 7 ans, déjà l'âge de raison »",
    )
)
PLURIPRO_2024 = Source(
    Text(
        "Concours pluripro, « 84 % du territoire couvert, 738 CPTS, 530 ACI »",
        "Concours pluripro, « 84 % du territoire couvert, 738 CPTS, 530 ACI »",
    )
)
UFML_2024 = Source(
    Text(
        "Cnam, citée par Concours pluripro à propos d'une enquête de l'UFML-S",
        "Cnam, quoted by Concours pluripro about a survey of the union UFML-S",
    )
)
ANDEP_2024 = Source(Text("andep.fr, 2024", "andep.fr, 2024"))
SENATE_PRESS_2025 = Source(
    Text(
        "rapport d'information du Sénat n° 32, cité par Egora et Concours pluripro (octobre 2025)",
        "Senate information report no. 32, quoted by Egora and Concours pluripro (October 2025)",
    )
)
SENATE_2025 = Source(
    Text(
        "Sénat, rapport d'information n° 32, 15 octobre 2025",
        "Senate, information report no. 32, 15 October 2025",
    ),
    "https://www.senat.fr/rap/r25-032/r25-0321.html",
)
LOIRE_2026 = Source(
    Text(
        "Concours pluripro, « 43 CPTS et 700 actions » (février 2026)",
        "Concours pluripro, « 43 CPTS et 700 actions » (February 2026)",
    )
)
FCPTS_2025 = Source(
    Text(
        "Egora, sur la grande enquête 2025 de la fédération nationale (FCPTS)",
        "Egora, on the 2025 survey of the national federation (FCPTS)",
    )
)
FCPTS_PRESIDENT_2025 = Source(
    Text(
        "Le Quotidien du médecin, entretien avec le président de la FCPTS (2025)",
        "Le Quotidien du médecin, interview of the president of the FCPTS (2025)",
    )
)
DREES_2023 = Source(
    Text("Drees, citée par Egora, 25 mai 2023", "Drees, quoted by Egora, 25 May 2023"),
)
AVECSANTE_2025 = Source(
    Text(
        "avecsantena.fr, état des négociations (décembre 2024 et 2025)",
        "avecsantena.fr, state of the negotiations (December 2024 and 2025)",
    )
)
PAPS_2017 = Source(
    Text(
        "portail PAPS Hauts-de-France, « Accord conventionnel interprofessionnel (ACI) »",
        "PAPS Hauts-de-France portal, « Accord conventionnel interprofessionnel (ACI) »",
    ),
    "https://hauts-de-france.paps.sante.fr/Accord-conventionnel-interprofessionnel-ACI.42204.0.html",
)
CENTRES_2024 = Source(
    Text(
        "Le Quotidien du médecin, « centres de santé : des négociations au pas de charge »",
        "Le Quotidien du médecin, « centres de santé : des négociations au pas de charge »",
    )
)
URPS_2019 = Source(Text("urpsml-centre.org, juillet 2019", "urpsml-centre.org, July 2019"))
