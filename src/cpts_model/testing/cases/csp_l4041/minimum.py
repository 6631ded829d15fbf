"""L4041-4, I, al. 1, and II: two médecins and one auxiliaire médical; fewer employees than liberal partners."""

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.modes import Mode
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from cpts_model.testing.case import Case
from cpts_model.testing.cases.sisa import (
    AUXILIAIRES,
    COMPANY,
    PRACTICE,
    XENIA,
    YVAIN,
    ZOE,
    employing,
    lacks_a_medecin,
    lacks_an_auxiliaire,
    meets_the_minimum,
    somebody_of,
    with_partners,
)
from cpts_model.testing.invented import not_running, pharmacien, professional
from cpts_model.testing.telling import (
    either,
    joined_by,
    nobody,
    perhaps_joined_by,
    telling,
    together,
    where_untold,
)

# --- « doit compter parmi ses associés au moins deux médecins et un auxiliaire médical »

NO_MEDECIN = somebody_of(
    (Profession.SAGE_FEMME, Profession.CHIRURGIEN_DENTISTE, Profession.PHARMACIEN), "yvain", **PRACTICE
)
NO_AUXILIAIRE = somebody_of((Profession.PHARMACIEN, Profession.SAGE_FEMME), "xenia", **PRACTICE)
BOTH_AT_ONCE = professional("yvain", Profession.MEDECIN, Profession.INFIRMIER, **PRACTICE)

below_the_minimum = either(
    lacks_a_medecin,
    lacks_an_auxiliaire,
    with_partners(ZOE, NO_MEDECIN, XENIA),
    with_partners(ZOE, YVAIN, NO_AUXILIAIRE),
    together(lacks_a_medecin, joined_by(YVAIN, associe=False)),
    together(lacks_a_medecin, joined_by(YVAIN, how=not_running, associe=True)),
    together(lacks_an_auxiliaire, joined_by(XENIA, associe=False)),
    together(lacks_an_auxiliaire, joined_by(XENIA, how=not_running, associe=True)),
)
"""One is missing: nobody is in their place, or somebody of another profession, who is no partner, or is one no longer."""
far_below_the_minimum = either(
    nobody,
    with_partners(ZOE),
    with_partners(XENIA),
    # An employee is no partner.
    together(lacks_a_medecin, employing(YVAIN)),
    together(lacks_an_auxiliaire, employing(XENIA)),
)
perhaps_the_minimum = either(
    telling(members=UNKNOWN),
    with_partners(ZOE, Professional(id="yvain"), XENIA),
    with_partners(ZOE, YVAIN, Professional(id="xenia")),
    together(lacks_a_medecin, joined_by(YVAIN, associe=UNKNOWN)),
    together(lacks_a_medecin, perhaps_joined_by(YVAIN, associe=True)),
    together(lacks_an_auxiliaire, perhaps_joined_by(XENIA, associe=True)),
    # Whether somebody who is both counts twice, the article does not say.
    with_partners(ZOE, BOTH_AT_ONCE),
)

MINIMUM = Case(
    rule="sisa.deux-medecins-un-auxiliaire",
    in_force=since(2011, 8, 12),
    about=COMPANY,
    satisfied=either(
        meets_the_minimum,
        together(meets_the_minimum, joined_by(pharmacien("wanda", **PRACTICE), associe=True)),
    ),
    violated=where_untold("members", either(below_the_minimum, far_below_the_minimum), below_the_minimum),
    undetermined=perhaps_the_minimum,
)

# --- II: « est inférieur au nombre des professionnels de santé libéraux associés »


def carer(name: str, **facts: bool) -> Professional:
    """An employee who gives care: of a profession without an ordre, so that no other rule speaks of them."""
    care = facts or {"practises_premier_recours": True}
    return professional(name, Profession.ORTHOPHONISTE, **care)


SECOND_RECOURS = {"practises_premier_recours": False, "practises_second_recours": True}
NO_CARE = {"practises_premier_recours": False, "practises_second_recours": False}
THREE = (carer("wanda"), carer("victor"), carer("ursule", **SECOND_RECOURS))

three_liberal = with_partners(ZOE, YVAIN, XENIA)
two_liberal = with_partners(
    ZOE, YVAIN, somebody_of(AUXILIAIRES, "xenia", **(PRACTICE | {"mode": Mode.SALARIE}))
)
perhaps_three_liberal = with_partners(
    ZOE, YVAIN, somebody_of(AUXILIAIRES, "xenia", **(PRACTICE | {"mode": UNKNOWN}))
)
SALARIES = Case(
    rule="sisa.salaries-moins-que-associes",
    in_force=since(2021, 5, 14),
    about=COMPANY,
    satisfied=either(
        together(three_liberal, employing(carer("wanda"))),
        together(three_liberal, employing(*THREE[1:])),
        together(two_liberal, employing(carer("wanda", **SECOND_RECOURS))),
        together(three_liberal, employing(*THREE[:2], carer("ursule", **NO_CARE))),
        together(
            three_liberal,
            employing(*THREE[:2], somebody_of((Profession.PSYCHOLOGUE, Profession.OSTEOPATHE), "ursule")),
        ),
    ),
    violated=either(
        together(three_liberal, employing(*THREE)),
        together(two_liberal, employing(*THREE[1:])),
        together(three_liberal, employing(*THREE, carer("tristan"))),
    ),
    undetermined=either(
        together(three_liberal, telling(salaried=UNKNOWN)),
        together(telling(members=UNKNOWN), employing(carer("wanda"))),
        together(three_liberal, employing(*THREE[:2], professional("ursule", Profession.ORTHOPHONISTE))),
        together(perhaps_three_liberal, employing(*THREE[1:])),
        together(lacks_a_medecin, perhaps_joined_by(YVAIN, associe=True), employing(*THREE[1:])),
    ),
    not_applicable=employing(),
)

CASES = (MINIMUM, SALARIES)
