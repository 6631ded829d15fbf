"""In which case a rule binds, in words: one phrase for each function that says so.

The functions tell it to Python; these phrases tell it to people, in both languages. A test
refuses a rule one of whose functions has none.
"""

from collections.abc import Iterator

from cpts_model import Rule, Text
from cpts_model.engine.text import Lang


def cases_of(rule: Rule, lang: Lang) -> Iterator[str]:
    """What must be so for a rule to bind: all of it."""
    return (WHEN[name_of(condition)].to(lang) for condition in rule.conditions)


def each_of(rule: Rule, lang: Lang) -> str:
    """What the rule is judged of, one by one; nothing when it is the subject as a whole."""
    return EACH[name_of(rule.each)].to(lang) if rule.each else ""


def name_of(function: object) -> str:
    """Where a function of the law stands: ``csp_l6323_3.projet.has_signed``."""
    module, name = (getattr(function, attribute) for attribute in ("__module__", "__name__"))
    return f"{module.removeprefix('cpts_model.law.')}.{name}"


EACH = {
    "parts.memberships": Text("chaque adhésion", "each membership"),
    "csp_d1434_44.payments": Text("chaque versement", "each payment"),
    "csp_d1434_44.years_paid": Text(
        "chaque bénéficiaire et chaque année civile de versements",
        "each beneficiary and each civil year of payments",
    ),
    "plusieurs_structures.years_paid": Text(
        "chaque année civile de versements reçus", "each civil year of payments received"
    ),
    "registre.memberships_held": Text("chaque adhésion d'une même personne", "each membership of one person"),
    "csp_l4041.heritier.heirs": Text(
        "chaque héritier ou légataire d'un associé décédé", "each heir or legatee of a partner who died"
    ),
    "decret_2023_617.employees": Text(
        "chaque professionnel salarié de la société", "each professional that the company employs"
    ),
    "aci_cpts.contract.years_ended": Text(
        "chaque année du contrat qui est achevée", "each year of the contract that is over"
    ),
    "aci_cpts.missions.missions_of": Text("chaque mission du contrat", "each mission of the contract"),
}

WHEN = {
    "parts.is_member": Text("l'adhésion court ce jour-là", "the membership runs on that day"),
    "parts.holder_is_health_professional": Text(
        "son titulaire est professionnel de santé ce jour-là",
        "its holder is a health professional on that day",
    ),
    "csp_l1411_11_1.primaires.takes_a_form": Text(
        "l'équipe prend une forme : elle n'y est pas tenue", "the team takes a form: it need not"
    ),
    "csp_l1411_11_1.primaires.has_projet": Text("il y a un projet de santé", "there is a projet de santé"),
    "csp_l1434_12.composition.concerned_in_2016": Text(
        "le membre est de ceux que l'article nomme, ou compte parmi les composantes",
        "the member is one of those whom the article names, or counts among the components",
    ),
    "csp_l1434_12.composition.concerned_in_february_2022": Text(
        "le membre est de ceux que l'article nomme, ou compte parmi les composantes",
        "the member is one of those whom the article names, or counts among the components",
    ),
    "csp_l1434_12.composition.concerned": Text(
        "le membre est de ceux que l'article nomme, ou compte parmi les composantes",
        "the member is one of those whom the article names, or counts among the components",
    ),
    "csp_l1434_12.composition.practises_across_the_border": Text(
        "le membre exerce dans un territoire frontalier étranger",
        "the member practises in a foreign border territory",
    ),
    "csp_l1434_12.composition.belongs_to_army_medical_service": Text(
        "le membre relève du service de santé des armées",
        "the member belongs to the service de santé des armées",
    ),
    "csp_l1434_12.opposition.ars_opposed": Text(
        "l'agence s'est opposée au projet de santé depuis que l'article le permet",
        "the agency has opposed the projet de santé since the article allows it",
    ),
    "csp_l1434_12.retrait.a_validation_was_withdrawn": Text(
        "une validation acquise a été retirée", "a validation that there was has been withdrawn"
    ),
    "csp_l1434_12_1.formed_under_the_obligation": Text(
        "la CPTS s'est formée depuis le 14 mai 2021 : les plus anciennes avaient un an, jusqu'au 14 mai 2022",
        "the CPTS was formed since 14 May 2021: the older ones had a year, until 14 May 2022",
    ),
    "csp_l1434_12_2.names_its_missions": Text(
        "la convention de la CPTS lui confie des missions",
        "the convention of the CPTS entrusts it with missions",
    ),
    "csp_d1434_44.paid_under_the_article": Text(
        "le versement a été fait depuis que l'article est en vigueur, et au plus tard ce jour-là",
        "the payment was made since the article is in force, and by that day",
    ),
    "csp_d1434_44.is_indemnite": Text("il l'a été comme indemnité", "it was made as an indemnity"),
    "csp_d1434_44.is_remuneration": Text("il l'a été comme rémunération", "it was made as a remuneration"),
    "csp_d1434_44.beneficiary_belongs": Text(
        "le bénéficiaire était membre le jour du versement, ou exerce dans une structure adhérente",
        "the beneficiary was a member on the day of the payment, or practises in a structure that is one",
    ),
    "adhesion.belongs_to_another_cpts": Text(
        "le membre adhère aussi à une autre CPTS", "the member belongs to another CPTS too"
    ),
    "plusieurs_structures.to_a_cpts": Text("la candidature vise une CPTS", "the candidature is to a CPTS"),
    "plusieurs_structures.of_a_professional": Text(
        "le candidat est un professionnel", "the candidate is a professional"
    ),
    "plusieurs_structures.belongs_to_another_cpts": Text(
        "le candidat est membre d'une autre CPTS ce jour-là",
        "the candidate is a member of another CPTS on that day",
    ),
    "plusieurs_structures.of_several_cpts": Text(
        "un professionnel est membre d'au moins deux CPTS ce jour-là",
        "a professional is a member of at least two CPTS on that day",
    ),
    "plusieurs_structures.share_a_commune": Text(
        "une commune figure dans les deux territoires", "a commune belongs to both territories"
    ),
    "plusieurs_structures.paid_by_several_cpts": Text(
        "au moins deux CPTS ont versé dans l'année", "at least two CPTS paid in the year"
    ),
    "loi_1901.article.governed_by_the_law_of_1901": Text(
        "la structure est une association de la loi du 1er juillet 1901",
        "the structure is an association under the law of 1 July 1901",
    ),
    "loi_1901.retrait.is_a_resignation": Text(
        "le membre part de son propre gré", "the member leaves of their own will"
    ),
    "loi_1901.exclusion.is_an_exclusion": Text(
        "l'association exclut le membre", "the association excludes the member"
    ),
    "loi_1901.alsace_moselle.is_an_association": Text(
        "la structure est une association", "the structure is an association"
    ),
    "loi_1901.alsace_moselle.is_seated_in_alsace_moselle": Text(
        "son siège est en Alsace-Moselle : c'est lui, et non le territoire, qui en décide",
        "its seat is in Alsace-Moselle: the seat decides, and not the territory",
    ),
    "inscription.candidate_is_a_natural_person": Text(
        "le candidat est une personne physique", "the candidate is a human being"
    ),
    "registre.a_death_is_recorded": Text(
        "une adhésion a pris fin par le décès de son titulaire",
        "a membership ended by the death of its holder",
    ),
    "csp_l6323_3.constitution.runs_public_health_actions": Text(
        "la maison de santé participe à des actions de santé publique, de prévention ou d'éducation pour la santé",
        "the maison de santé takes part in public-health, prevention or health-education actions",
    ),
    "csp_l6323_3.projet.has_signed": Text(
        "l'intéressé a signé le projet de santé", "the person has signed the projet de santé"
    ),
    "csp_l6323_3.projet.need_not_sign": Text(
        "il n'est pas professionnel de santé membre", "the person is no health professional who is a member"
    ),
    "csp_l6323_3.universitaire.claims_to_be_universitaire": Text(
        "la maison de santé se dit universitaire", "the maison de santé calls itself universitaire"
    ),
    "csp_l6323_3.universitaire.runs_child_obesity_pathway": Text(
        "la maison de santé met en œuvre un parcours pour des enfants en surpoids ou obèses, ou qui risquent de l'être",
        "the maison de santé runs a pathway for children who are overweight or obese, or at risk of it",
    ),
    "practice_msp.has_signed_a_contract": Text(
        "un contrat relevant de l'accord conventionnel interprofessionnel est signé",
        "a contract under the accord conventionnel interprofessionnel is signed",
    ),
    "csp_l6323_1.gestion.is_professional_of_the_centre": Text(
        "le membre est un professionnel qui exerce au sein du centre",
        "the member is a professional who practises in the centre",
    ),
    "csp_l6323_1.projet.has_projet": Text("il y a un projet de santé", "there is a projet de santé"),
    "csp_l6323_1.projet.has_projet_and_a_health_establishment_as_manager": Text(
        "il y a un projet de santé, et un établissement de santé gère le centre",
        "there is a projet de santé, and a health establishment manages the centre",
    ),
    "csp_l6323_1.ouverture.commitment_is_due": Text(
        "le centre est ouvert : avant l'ouverture rien n'est tardif, et les centres plus anciens avaient un an",
        "the centre is open: before the opening nothing is late, and older centres had one year",
    ),
    "csp_l6323_1.ouverture.regime_of_2018_governs": Text(
        "le régime de 2018 gouverne le centre : ceux qu'il a trouvés ouverts avaient un an",
        "the regime of 2018 governs the centre: those open before it had one year",
    ),
    "csp_l6323_1.ouverture.agrement_is_due": Text(
        "le centre a une activité dentaire, ophtalmologique ou orthoptique ; les plus anciennes avaient six mois pour demander l'agrément",
        "the centre has a dental, ophthalmological or orthoptic activity; older ones had six months to apply",
    ),
    "csp_l4041.l4041_1.is_partner": Text(
        "le membre est associé de la société ce jour-là", "the member is a partner of the company on that day"
    ),
    "csp_l4041.l4041_1.is_partner_of_scp_or_sel": Text(
        "il est associé d'une société civile professionnelle ou d'une société d'exercice libéral",
        "the partner is a partner of a société civile professionnelle or a société d'exercice libéral",
    ),
    "csp_l4041.candidature.to_a_sisa": Text("la candidature vise une SISA", "the candidature is to a SISA"),
    "csp_l4041.candidature.as_a_partner": Text(
        "le candidat entre comme associé", "the candidate joins as a partner"
    ),
    "csp_l4041.l4041_4.employs_somebody": Text(
        "la société compte des professionnels de santé salariés", "the company employs health professionals"
    ),
    "csp_l4041.dissolution.is_below_the_minimum": Text(
        "la société ne compte plus les associés que le premier alinéa exige",
        "the company no longer has the partners that the first paragraph asks for",
    ),
    "csp_l4041.l4041_7.is_registered": Text(
        "la société est immatriculée", "the company is on the register of companies"
    ),
    "decret_2023_617.employs_a_profession_with_an_ordre": Text(
        "la société emploie un professionnel dont la profession a un ordre",
        "the company employs a professional whose profession has an ordre",
    ),
    "decret_2023_617.is_pharmacien": Text("le salarié est pharmacien", "the employee is a pharmacien"),
    "code_civil_sisa.retrait.has_withdrawn": Text(
        "un associé s'est retiré de son gré, ce jour-là au plus tard",
        "a partner has left of their own will, on that day at the latest",
    ),
    "code_civil_sisa.retrait.from_a_sisa": Text("le départ est d'une SISA", "the departure is from a SISA"),
    "code_civil_sisa.retrait.of_a_partner": Text(
        "celui qui part est un associé", "whoever leaves is a partner"
    ),
    "code_civil_sisa.retrait.of_their_own_will": Text(
        "il part de son propre gré", "they leave of their own will"
    ),
    "csp_l4041.heritier.is_a_deceased_partner": Text(
        "un associé est décédé, ce jour-là au plus tard", "a partner has died, on that day at the latest"
    ),
    "code_civil_sisa.deces.company_goes_on": Text(
        "le décès ne dissout pas la société", "the death does not dissolve the company"
    ),
    "code_du_travail_l1253_3.acts_as_a_grouping": Text(
        "la société entend développer l'activité de groupement d'employeurs",
        "the company means to act as a groupement d'employeurs",
    ),
    "css_l162_14_1.has_a_running_contract": Text(
        "un contrat est signé, et n'a ni pris fin ni été résilié",
        "a contract is signed, and has neither ended nor been terminated",
    ),
    "css_l162_14_1.has_a_signed_contract": Text(
        "un contrat relevant d'un accord est signé", "a contract under an agreement is signed"
    ),
    "css_l162_14_1.agreement_has_expired": Text(
        "l'accord est arrivé à échéance, ou a été résilié", "the agreement has expired, or was terminated"
    ),
    "aci_cpts.contract.is_under_the_agreement": Text(
        "un contrat est signé, l'accord étant en vigueur",
        "a contract is signed, the agreement being in force",
    ),
    "aci_cpts.contract.tells_its_term": Text(
        "un contrat relevant de l'accord est signé, et son terme est indiqué",
        "a contract under the agreement is signed, and its term is told",
    ),
    "aci_cpts.missions.has_limits": Text(
        "l'accord fixe des délais à cette mission", "the agreement sets time limits to the mission"
    ),
    "aci_cpts.sizes.retains_a_size": Text(
        "le contrat relevant de l'accord retient une taille",
        "the contract under the agreement retains a size",
    ),
    "rights.is_ipa": Text(
        "le professionnel est infirmier en pratique avancée",
        "the professional is an infirmier en pratique avancée",
    ),
    "rights.is_masseur_kinesitherapeute": Text(
        "le professionnel est masseur-kinésithérapeute", "the professional is a masseur-kinésithérapeute"
    ),
    "rights.is_masseur_kinesitherapeute_in_a_cpts": Text(
        "le professionnel est masseur-kinésithérapeute, et la structure une CPTS",
        "the professional is a masseur-kinésithérapeute, and the structure a CPTS",
    ),
    "rights.is_pharmacien": Text("le professionnel est pharmacien", "the professional is a pharmacien"),
    "rights.is_infirmier": Text(
        "le professionnel est infirmier, en pratique avancée ou non",
        "the professional is an infirmier, in advanced practice or not",
    ),
}
