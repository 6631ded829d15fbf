"""L1434-12: validation by silence, opposition, and what the CRPA adds: withdrawal, attestation."""

from datetime import date

from hypothesis import strategies as st

from cpts_model.engine.dates import Period, since
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.projets import OppositionGround
from cpts_model.facts.structures import CPTS
from cpts_model.testing.case import Case, Within
from cpts_model.testing.cases.csp_l1434_12 import sending as projets
from cpts_model.testing.cases.csp_l1434_12.sending import (
    LATE_AFTER_SILENCE,
    LATE_WITHDRAWAL,
    SCHEME,
    SILENCE,
    WITHDRAWAL,
    of_projet,
)
from cpts_model.testing.days import days_between, not_yet
from cpts_model.testing.telling import either, either_since, telling

ABOUT = (CPTS,)
NOT_SAID = telling(projet=UNKNOWN)
NO_PROJET = telling(projet=None)


def under_the_article(on: date) -> st.SearchStrategy[date]:
    """A day from which on the article knows of validation and opposition."""
    return days_between(SCHEME, on)


# --- « …réputé validé »

# A CPTS without any projet, or that sent none, breaks other rules too: here the projet was sent.
VALIDATED = either_since(
    (SCHEME, of_projet(projets.written)),
    (SILENCE, of_projet(projets.silent)),
    (SILENCE, of_projet(projets.silent, validated_on=UNKNOWN)),
    (WITHDRAWAL + projets.DAY, of_projet(projets.validated_anew)),
)
NOT_VALIDATED = either_since(
    (SCHEME, of_projet(projets.incomplete)),
    (SCHEME, of_projet(projets.pending)),
    (SCHEME, of_projet(projets.just_sent)),
    (SCHEME, of_projet(projets.opposed)),
    (SCHEME, of_projet(projets.opposed_just_sent)),
    (WITHDRAWAL, of_projet(projets.withdrawn)),
    (SILENCE, of_projet(projets.silence_withdrawn)),
)
SILENCE_IS_OPEN = either_since(
    (SCHEME, NOT_SAID),
    # No transitional provision was found.
    (SCHEME, of_projet(projets.sent_before)),
    (SCHEME, of_projet(projets.opposed_before)),
    (SCHEME, of_projet(projets.opposed_late_sent_before)),
    (SILENCE, of_projet(projets.silent, received_complete_on=UNKNOWN)),
    (SILENCE, of_projet(projets.silent, transmitted_on=UNKNOWN)),
    (SILENCE, of_projet(projets.silent, opposed_on=UNKNOWN)),
    (SILENCE, of_projet(projets.silent, withdrawn_on=UNKNOWN)),
    (SILENCE, of_projet(projets.opposed_when_over, opposed_on=UNKNOWN)),
    (SILENCE, of_projet(projets.opposed_when_over, opposition_notified_on=UNKNOWN)),
    # Contestable is not void: late, on another ground, without reasons.
    (SILENCE, of_projet(projets.opposed_late)),
    (SILENCE, of_projet(projets.notified_late)),
    (
        SILENCE,
        of_projet(
            projets.opposed_when_over,
            opposition_ground=st.sampled_from([OppositionGround.OTHER, None, UNKNOWN]),
        ),
    ),
    (
        SILENCE,
        of_projet(projets.opposed_when_over, opposition_reasoned=st.sampled_from([False, UNKNOWN])),
    ),
    (
        SILENCE,
        of_projet(projets.silence_withdrawn, withdrawn_as_unlawful=st.sampled_from([False, UNKNOWN])),
    ),
    (SILENCE, of_projet(projets.nothing_to_withdraw)),
    (LATE_AFTER_SILENCE, of_projet(projets.silence_withdrawn_late)),
    (LATE_AFTER_SILENCE, of_projet(projets.withdrawn_between_two_readings)),
)
LETTER_IS_OPEN = either_since(
    (SCHEME, of_projet(projets.incomplete, validated_on=UNKNOWN)),
    (SCHEME, of_projet(projets.pending, validated_on=UNKNOWN)),
    (SCHEME, of_projet(projets.written_before)),
    (SCHEME, of_projet(projets.written, withdrawn_on=UNKNOWN)),
    (SCHEME, of_projet(projets.same_day)),
    (WITHDRAWAL, of_projet(projets.withdrawn, withdrawn_as_unlawful=st.sampled_from([False, UNKNOWN]))),
    (LATE_WITHDRAWAL, of_projet(projets.withdrawn_late)),
)
VALIDATION_IS_OPEN = either(SILENCE_IS_OPEN, LETTER_IS_OPEN)

VALIDATION = Case(
    rule="cpts.validation",
    in_force=since(2019, 7, 27),
    about=ABOUT,
    satisfied=VALIDATED,
    violated=NOT_VALIDATED,
    undetermined=VALIDATION_IS_OPEN,
)

# --- The agency may oppose, within « deux mois », only on two grounds, and states its reasons

UNOPPOSED = either_since(
    (SCHEME, of_projet(projets.pending)),
    (SCHEME, NO_PROJET),
    (SCHEME, of_projet(projets.opposed_before)),
    (SILENCE, of_projet(projets.silent)),
)
NOTHING_LATE_YET = Text(
    "le projet transmis le premier jour du régime ne pouvait être l'objet d'une opposition tardive que deux mois après",
    "a projet sent on the first day of the scheme could be opposed too late two months later only",
)

OPPOSITION_DELAI = Case(
    rule="cpts.opposition-delai",
    in_force=since(2019, 7, 27),
    about=ABOUT,
    satisfied=either(
        of_projet(projets.opposed),
        of_projet(projets.opposed_incomplete),
        of_projet(projets.opposed_just_sent),
    ),
    violated=Within(days=Period(SILENCE), build=of_projet(projets.opposed_late), why=NOTHING_LATE_YET),
    undetermined=either_since(
        (SCHEME, NOT_SAID),
        (SCHEME, of_projet(projets.opposed, received_complete_on=UNKNOWN, transmitted_on=UNKNOWN)),
        (SCHEME, of_projet(projets.opposed_late_sent_before)),
        (SILENCE, of_projet(projets.opposed_late, opposed_on=UNKNOWN)),
        (SILENCE, of_projet(projets.opposed_late, received_complete_on=UNKNOWN)),
        (SILENCE, of_projet(projets.notified_late)),
        (SILENCE, of_projet(projets.opposed_when_over, opposition_notified_on=UNKNOWN)),
    ),
    not_applicable=UNOPPOSED,
)
ANOTHER_GROUND = st.sampled_from([OppositionGround.OTHER, None])
OPPOSITION_MOTIFS = Case(
    rule="cpts.opposition-motifs",
    in_force=since(2019, 7, 27),
    about=ABOUT,
    satisfied=either(of_projet(projets.opposed), of_projet(projets.opposed_incomplete)),
    violated=of_projet(projets.opposed, opposition_ground=ANOTHER_GROUND),
    undetermined=either(
        NOT_SAID,
        of_projet(projets.opposed, opposition_ground=UNKNOWN),
        of_projet(projets.opposed, opposition_ground=ANOTHER_GROUND, opposed_on=UNKNOWN),
    ),
    not_applicable=UNOPPOSED,
)
OPPOSITION_MOTIVEE = Case(
    rule="cpts.opposition-motivee",
    in_force=since(2019, 7, 27),
    about=ABOUT,
    satisfied=either(of_projet(projets.opposed), of_projet(projets.opposed_incomplete)),
    violated=of_projet(projets.opposed, opposition_reasoned=False),
    undetermined=either(
        NOT_SAID,
        of_projet(projets.opposed, opposition_reasoned=UNKNOWN),
        of_projet(projets.opposed, opposition_reasoned=False, opposed_on=UNKNOWN),
    ),
    not_applicable=UNOPPOSED,
)

# --- « L'administration ne peut […] retirer une décision créatrice de droits de sa propre initiative […] que si elle est illégale et si […] le retrait intervient dans le délai de quatre mois »

NOTHING_WITHDRAWN_YET = Text(
    "une validation du premier jour du régime n'a pu être retirée que le lendemain",
    "a validation of the first day of the scheme could be withdrawn on the next only",
)
RETRAIT = Case(
    rule="cpts.retrait",
    in_force=since(2019, 7, 27),
    about=ABOUT,
    satisfied=Within(
        days=Period(WITHDRAWAL),
        build=either_since(
            (WITHDRAWAL, of_projet(projets.withdrawn)), (SILENCE, of_projet(projets.silence_withdrawn))
        ),
        why=NOTHING_WITHDRAWN_YET,
    ),
    violated=Within(
        days=Period(WITHDRAWAL),
        build=either_since(
            (WITHDRAWAL, of_projet(projets.withdrawn, withdrawn_as_unlawful=False)),
            (SILENCE, of_projet(projets.silence_withdrawn, withdrawn_as_unlawful=False)),
            (LATE_WITHDRAWAL, of_projet(projets.withdrawn_late)),
            (LATE_AFTER_SILENCE, of_projet(projets.silence_withdrawn_late)),
        ),
        why=NOTHING_WITHDRAWN_YET,
    ),
    undetermined=either_since(
        (SCHEME, NOT_SAID),
        (SCHEME, of_projet(projets.written, withdrawn_on=UNKNOWN)),
        (
            SCHEME,
            of_projet(
                projets.incomplete,
                validated_on=UNKNOWN,
                withdrawn_on=under_the_article,
                withdrawn_as_unlawful=False,
            ),
        ),
        (
            SCHEME,
            of_projet(projets.written_before, withdrawn_on=under_the_article, withdrawn_as_unlawful=False),
        ),
        (WITHDRAWAL, of_projet(projets.withdrawn, withdrawn_as_unlawful=UNKNOWN)),
        (SILENCE, of_projet(projets.silence_withdrawn, withdrawn_as_unlawful=UNKNOWN)),
        (SILENCE, of_projet(projets.silence_withdrawn, received_complete_on=UNKNOWN)),
        (LATE_AFTER_SILENCE, of_projet(projets.withdrawn_between_two_readings)),
    ),
    not_applicable=either_since(
        (SCHEME, of_projet(projets.written)),
        (SCHEME, NO_PROJET),
        (SCHEME, of_projet(projets.incomplete, withdrawn_on=under_the_article)),
        (SCHEME, of_projet(projets.pending, withdrawn_on=under_the_article)),
        (SCHEME, of_projet(projets.opposed, withdrawn_on=not_yet)),
    ),
)

# --- « La décision implicite d'acceptation fait l'objet, à la demande de l'intéressé, d'une attestation »

ATTESTATION = Case(
    rule="cpts.attestation",
    in_force=since(2019, 7, 27),
    about=ABOUT,
    satisfied=Within(
        days=Period(SILENCE),
        build=either(of_projet(projets.silent), of_projet(projets.confirmed)),
        why=Text(
            "aucun silence de deux mois n'était possible avant sous ce régime",
            "no silence of two months was possible before under this scheme",
        ),
    ),
    violated=either_since(
        (SCHEME, of_projet(projets.incomplete)),
        (SCHEME, of_projet(projets.pending)),
        (SCHEME, of_projet(projets.just_sent)),
        (SCHEME, of_projet(projets.opposed)),
        # The letter came first: it is the decision, and proves itself.
        (SCHEME, of_projet(projets.answered_in_time)),
        (SILENCE, of_projet(projets.silence_withdrawn)),
    ),
    undetermined=either_since(
        (SCHEME, SILENCE_IS_OPEN), (SILENCE, of_projet(projets.silent, validated_on=UNKNOWN))
    ),
)

CASES = (
    VALIDATION,
    OPPOSITION_DELAI,
    OPPOSITION_MOTIFS,
    OPPOSITION_MOTIVEE,
    RETRAIT,
    ATTESTATION,
)
