"""Professions, and the roles by which some are recorded.

The codes of the professions that the library knows come from its own table
(:mod:`cpts_model.facts.profession_table`); the others are those of social workers. The days
were read in the nomenclatures themselves (ANS, *Terminologies de santé*), which tell no
successor of a code: those of TRE_R94 have the role of TRE_R85 of the same label.
"""

from collections.abc import Iterable
from datetime import date

import attrs

from cpts_model.exchange.nomenclatures.system import code_system, dated, labelled
from cpts_model.facts.nomenclature import G15 as _G15
from cpts_model.facts.nomenclature import R85 as _R85
from cpts_model.facts.nomenclature import R94 as _R94
from cpts_model.facts.nomenclature import R95 as _R95
from cpts_model.facts.nomenclature import R291 as _R291
from cpts_model.facts.nomenclature import SEEN, NomenclatureCode
from cpts_model.facts.professions import Profession

_FIRST, _MAY_2020 = date(2017, 10, 13), date(2020, 5, 29)

_VALID_FROM = {
    (_G15, "93"): date(2021, 12, 17),
    (_R291, "99"): date(2019, 7, 5),
    (_R94, "41"): _FIRST,
    **dict.fromkeys([(_R95, "171"), (_R95, "172"), (_R95, "173"), (_R95, "193")], _FIRST),
    (_R95, "194"): date(2019, 3, 29),
    **dict.fromkeys([(_R95, "71"), (_R95, "72"), (_R95, "73"), (_R95, "93"), (_R95, "97")], _MAY_2020),
}
"""The first day of codes of the table of professions, where it was read.

TRE_G15#93 was created on the day of its own deprecation: it was never to be used.
"""

_FORMER_SOCIAL = {
    "42": ("Auxiliaire de vie sociale", "2017-10-13", "2024-12-13"),
    "43": ("Technicien de l'intervention sociale et familiale", "2017-10-13", "2024-12-13"),
    "44": ("Conseiller en économie sociale et familiale", "2017-10-13", "2024-12-13"),
    "45": ("Médiateur familial", "2017-10-13", "2024-12-13"),
    "46": ("Assistant familial", "2017-10-13", "2024-12-13"),
    "47": ("Aide médico-psychologique", "2017-10-13", "2024-12-13"),
    "48": ("Moniteur éducateur", "2017-10-13", "2024-12-13"),
    "49": ("Educateur de jeunes enfants", "2017-10-13", "2024-12-13"),
    "51": ("Educateur spécialisé", "2017-10-13", "2024-12-13"),
    "52": ("Educateur technique spécialisé", "2017-10-13", "2024-12-13"),
    "53": ("Accompagnant éducatif et social", "2019-03-29", "2024-12-13"),
    "200": ("Assistant de service social", "2017-10-13", "2020-05-29"),
    "201": ("Auxiliaire de vie sociale", "2017-10-13", "2020-05-29"),
    "202": ("Technicien de l'intervention sociale et familiale", "2017-10-13", "2020-05-29"),
    "203": ("Conseiller en économie sociale et familiale", "2017-10-13", "2020-05-29"),
    "204": ("Médiateur familial", "2017-10-13", "2020-05-29"),
    "205": ("Assistant familial", "2017-10-13", "2020-05-29"),
    "206": ("Aide médico-psychologique", "2017-10-13", "2020-05-29"),
    "207": ("Moniteur éducateur", "2017-10-13", "2020-05-29"),
    "208": ("Educateur de jeunes enfants", "2017-10-13", "2020-05-29"),
    "209": ("Educateur spécialisé", "2017-10-13", "2020-05-29"),
    "210": ("Educateur technique spécialisé", "2017-10-13", "2020-05-29"),
    "211": ("Aide à domicile", "2017-10-13", "2019-03-29"),
    "212": ("Assistant(e) maternel(le)", "2017-10-13", "2019-03-29"),
    "213": ("Accompagnant éducatif et social", "2019-03-29", "2020-05-29"),
}

_NOW_ROLES = {
    "43": "319",
    "44": "320",
    "45": "321",
    "46": "322",
    "48": "324",
    "49": "325",
    "51": "326",
    "52": "327",
    "53": "328",
}
"""Codes of TRE_R94 that left it for a role of TRE_R85."""

_ROLES = {
    "319": "Technicien de l'intervention sociale et familiale",
    "320": "Conseiller en économie sociale et familiale",
    "321": "Médiateur familial",
    "322": "Assistant familial",
    "324": "Moniteur éducateur",
    "325": "Educateur de jeunes enfants",
    "326": "Educateur spécialisé",
    "327": "Educateur technique spécialisé",
    "328": "Accompagnant éducatif et social",
    "330": "Coordonnateur de parcours",
    "331": "Secrétaire assistante médico-administrative",
    "332": "Assistant médical",
    "333": "Responsable de secteur",
    "353": "Membre de l'équipe de soins",
    "361": "Educateur en activité physique adaptée",
    "370": "Opérateur de Soins Non Programmés",
    "371": "Aide à domicile qualifié(e)",
    "372": "Aide à domicile",
    "375": "Conseiller conjugal et familial",
}
"""The roles that are of no profession the library knows."""


def _of_professions(system: str) -> set[NomenclatureCode]:
    """The codes of a nomenclature in the table of professions, with their first days."""
    told = [code for profession in Profession for code in profession.codes]
    roles = [code.role for code in told if code.role is not None]
    return {
        attrs.evolve(code, role=None, valid_from=_VALID_FROM.get((system, code.code)))
        for code in (*told, *roles)
        if code.system == system
    }


def _in_order(codes: Iterable[NomenclatureCode]) -> list[NomenclatureCode]:
    return sorted(codes, key=lambda code: int(code.code))


def _with_role(code: NomenclatureCode) -> NomenclatureCode:
    role = _NOW_ROLES.get(code.code)
    return code if role is None else attrs.evolve(code, replaced_by=f"{_R85}#{role}")


G15 = code_system(_G15, SEEN[_G15], _in_order(_of_professions(_G15)), complete=True, oid="1.2.250.1.71.1.2.7")
"""Professions of health. Five left it on 13 December 2024, for roles of TRE_R85."""

R95 = code_system(
    _R95, SEEN[_R95], _in_order(_of_professions(_R95)), complete=True, oid="1.2.250.1.213.1.6.1.109"
)
"""Titles that are no profession of health: ostéopathe, psychologue…"""

R94 = code_system(
    _R94,
    SEEN[_R94],
    (*_of_professions(_R94), *map(_with_role, dated(_R94, SEEN[_R94], _FORMER_SOCIAL))),
    complete=True,
    oid="1.2.250.1.213.1.6.1.4",
)
"""Professions of social work, of which one code is left: 41, assistant de service social."""

R291 = code_system(
    _R291,
    SEEN[_R291],
    (
        *_of_professions(_R291),
        *dated(_R291, SEEN[_R291], {"950": ("Acteur caractérisé par son rôle", "2019-07-05", "2020-05-29")}),
    ),
    complete=True,
    oid="1.2.250.1.213.1.6.1.140",
)
"""Those whom their role describes: code 99 comes with a role of TRE_R85."""

R85 = code_system(
    _R85,
    SEEN[_R85],
    _in_order((*_of_professions(_R85), *labelled(_R85, SEEN[_R85], _ROLES))),
    complete=False,
    read_in="JDV_J108",
)
"""Roles in care, of which an extract was read."""
