"""Décret 2023-617: a SISA is registered with the ordre before it employs; and who could be employed before it."""

from datetime import date, timedelta
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cpts_model.engine.dates import since
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.people import Professional
from cpts_model.facts.professions import Profession
from cpts_model.testing.case import Build, Case, Within
from cpts_model.testing.cases.sisa import COMPANY, WITH_AN_ORDRE, days_from, employing, somebody_of
from cpts_model.testing.days import days_after, days_before
from cpts_model.testing.invented import infirmier, pharmacien, professional
from cpts_model.testing.telling import either, telling, together

IN_FORCE = date(2023, 7, 20)
DAY = timedelta(days=1)

# --- A company that employs professionals whose profession has an ordre

ORTHOPHONISTE = professional("wanda", Profession.ORTHOPHONISTE)
"""Of a profession without an ordre."""
employs_one_with_an_ordre = either(
    together(employing(), telling(employs_profession_with_ordre=True)),
    employing(somebody_of(WITH_AN_ORDRE, "wanda")),
    employing(professional("victor", Profession.ORTHOPHONISTE), somebody_of(WITH_AN_ORDRE, "wanda")),
)
employs_none_with_an_ordre = either(
    together(employing(), telling(employs_profession_with_ordre=False)),
    together(employing(ORTHOPHONISTE), telling(employs_profession_with_ordre=False)),
)
perhaps_employs_one = either(
    telling(salaried=UNKNOWN, employs_profession_with_ordre=UNKNOWN),
    together(employing(), telling(employs_profession_with_ordre=UNKNOWN)),
    together(employing(Professional(id="wanda")), telling(employs_profession_with_ordre=UNKNOWN)),
)

# --- « inscrite à cet ordre avant de les employer »


def registered_then_employing(base: Any, draw: DrawFn, on: date) -> Any:
    """Registered since the decree, and employing from a later day: the next one first."""
    registered = draw(days_from(IN_FORCE, on - DAY))
    employed = draw(days_from(registered + DAY, on))
    return attrs.evolve(base, registered_with_ordre_on=registered, first_employment_on=employed)


def employing_since_the_decree(**facts: Any) -> Build:
    """Employing from a day on, no earlier than the decree, and what else is told."""
    return telling(first_employment_on=lambda on: days_from(IN_FORCE, on), **facts)


def employing_then_registered(base: Any, draw: DrawFn, on: date) -> Any:
    """Employing since the decree, and registered only later: the day after first."""
    employed = draw(days_from(IN_FORCE, on))
    return attrs.evolve(
        base, first_employment_on=employed, registered_with_ordre_on=draw(days_after(employed))
    )


def registered_on_the_very_day(base: Any, draw: DrawFn, on: date) -> Any:
    """Which of the two came first, the dates do not tell."""
    day = draw(days_from(IN_FORCE, on))
    return attrs.evolve(base, first_employment_on=day, registered_with_ordre_on=day)


INSCRIPTION = Case(
    rule="sisa.inscription-ordre",
    in_force=since(2023, 7, 20),
    about=COMPANY,
    satisfied=Within(
        days=since(2023, 7, 21),
        build=together(employs_one_with_an_ordre, registered_then_employing),
        why=Text(
            "avant le décret aucune société ne pouvait être inscrite",
            "before the decree no company could be registered",
        ),
    ),
    violated=together(
        employs_one_with_an_ordre,
        either(
            employing_since_the_decree(registered_with_ordre_on=None),
            employing_then_registered,
            employing_since_the_decree(registered_with_ordre_on=days_after),
        ),
    ),
    undetermined=either(
        together(perhaps_employs_one, employing_since_the_decree(registered_with_ordre_on=None)),
        together(
            employs_one_with_an_ordre,
            either(
                employing_since_the_decree(registered_with_ordre_on=UNKNOWN),
                telling(
                    first_employment_on=UNKNOWN, registered_with_ordre_on=lambda on: days_from(IN_FORCE, on)
                ),
                registered_on_the_very_day,
                # No transitional rule was found for those employed before the decree.
                telling(
                    first_employment_on=lambda _: days_before(IN_FORCE),
                    registered_with_ordre_on=lambda on: st.one_of(st.none(), days_from(IN_FORCE, on)),
                ),
            ),
        ),
    ),
    not_applicable=employs_none_with_an_ordre,
)

AVANT_DECRET = Case(
    rule="sisa.emploi-avant-decret",
    in_force=since(2021, 5, 14).before(2023, 7, 20),
    about=COMPANY,
    satisfied=employs_none_with_an_ordre,
    violated=employs_one_with_an_ordre,
    undetermined=perhaps_employs_one,
)

# --- The adjoints (sections D and E) and the biologists (sections G and E)


def pharmacien_of(*sections: Any) -> st.SearchStrategy[Professional]:
    """An employee who is a pharmacien of one of these sections of the register."""
    return st.sampled_from([pharmacien("wanda", pharmacien_section=section) for section in sections])


PHARMACIENS = Case(
    rule="sisa.pharmaciens-salaries",
    in_force=since(2023, 7, 20),
    about=COMPANY,
    satisfied=employing(pharmacien_of("D", "G")),
    violated=employing(pharmacien_of("A", "B", "C", "H")),
    undetermined=either(
        telling(salaried=UNKNOWN),
        employing(pharmacien_of(UNKNOWN)),
        employing(Professional(id="wanda")),
        # The section of those overseas: adjoints and biologists, and titulaires too.
        employing(pharmacien_of("E")),
    ),
    not_applicable=either(employing(), employing(ORTHOPHONISTE), employing(infirmier("wanda"))),
)

CASES = (INSCRIPTION, AVANT_DECRET, PHARMACIENS)
