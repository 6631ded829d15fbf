"""L1434-12: the projet de santé, formalised, transmitted, stating its territory of action."""

from hypothesis import strategies as st

from cpts_model.engine.dates import since
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.structures import CPTS
from cpts_model.facts.territories import Territory
from cpts_model.testing.case import Case
from cpts_model.testing.days import days_until, not_yet
from cpts_model.testing.telling import either, telling, together, with_projet

ABOUT = (CPTS,)
NOT_SAID = telling(projet=UNKNOWN)
SOMEWHERE = st.sampled_from([Territory(communes=("33063",)), Territory(communes=("33063", "33281"))])

# --- « Les membres […] formalisent, à cet effet, un projet de santé… »

# A CPTS without any projet breaks the three rules at once: each is broken by what is its own here.
FORMALISE = Case(
    rule="cpts.projet-formalise",
    in_force=since(2016, 1, 28),
    about=ABOUT,
    satisfied=with_projet(drawn_up_by_members=True),
    violated=with_projet(drawn_up_by_members=False),
    undetermined=either(NOT_SAID, with_projet(drawn_up_by_members=UNKNOWN)),
)

# --- « …qu'ils transmettent à l'agence régionale de santé. »

TRANSMIS = Case(
    rule="cpts.projet-transmis",
    in_force=since(2016, 1, 28),
    about=ABOUT,
    satisfied=with_projet(transmitted_on=days_until, received_complete_on=UNKNOWN),
    violated=with_projet(transmitted_on=not_yet, received_complete_on=UNKNOWN),
    undetermined=either(NOT_SAID, with_projet(transmitted_on=UNKNOWN, received_complete_on=UNKNOWN)),
)

# --- « Le projet de santé précise en particulier le territoire d'action… »

TERRITOIRE = Case(
    rule="cpts.projet-territoire",
    in_force=since(2016, 1, 28),
    about=ABOUT,
    satisfied=with_projet(territory=SOMEWHERE),
    # That the CPTS has a territory does not put it into the projet.
    violated=either(
        with_projet(territory=None),
        together(telling(territory=SOMEWHERE), with_projet(territory=None)),
    ),
    undetermined=either(
        NOT_SAID,
        with_projet(territory=UNKNOWN),
        together(telling(territory=SOMEWHERE), with_projet(territory=UNKNOWN)),
    ),
)

CASES = (FORMALISE, TRANSMIS, TERRITOIRE)
