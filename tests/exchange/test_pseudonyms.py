"""Pseudonyms: nobody is named, the judgement is the same, and the key alone leads back to a word."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpts_model import (
    CPTS,
    UNKNOWN,
    LegalForm,
    Membership,
    Organisation,
    OrganisationKind,
    Person,
    Professional,
    Register,
    assess,
)
from cpts_model.engine.labels import PERSONAL
from cpts_model.exchange.dossier import dumps_dossier, loads_dossier, read_structures
from cpts_model.exchange.pseudonyms import Pseudonyms, WeakKey
from cpts_model.facts.payments import Payment
from cpts_model.facts.typed import Facts
from world import STRUCTURES, RandomChoices, World

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
KEY = b"an invented key of the tests 012"
HIDE = Pseudonyms(KEY)
ON = date(2026, 11, 21)

SAY_NOBODY = {
    # Fields of facts that hold a text and tell nobody: places, codes, names of structures and of their colleges.
    ("Belonging", "name"), ("Structure", "id"), ("Structure", "name"), ("Structure", "seat_departement"),
    ("Structure", "finess"), ("Structure", "finess_ej"), ("Structure", "siret"), ("Structure", "seat_commune"),
    ("Professional", "savoir_faire"), ("Professional", "practises_in"), ("Professional", "pharmacien_section"),
    ("Organisation", "finess_category"), ("Membership", "college"), ("Exercice", "departement"),
    ("CommuneFigure", "commune"), ("Territory", "communes"), ("Territory", "border_communes"),
    ("College", "name"), ("Statutes", "read_at"), ("DiagnosticTerritorial", "needs"), ("ReceivedPayment", "cpts"),
}  # fmt: skip


def everything_in(facts: Any) -> Iterator[Any]:
    if isinstance(facts, tuple):
        for item in facts:
            yield from everything_in(item)
    elif isinstance(facts, Facts):
        yield facts
        for field in attrs.fields(type(facts)):
            yield from everything_in(getattr(facts, field.name))


def of_people(structure: Any) -> set[str]:
    """Every word that says who a natural person of a structure is."""
    told = (
        (one.id, one.name, getattr(one, "rpps", None), getattr(one, "numero_am", None))
        for one in everything_in(structure)
        if isinstance(one, Professional | Person)
    )
    return {word for words in told for word in words if isinstance(word, str)}


def classes_of_facts(of: Any = Facts) -> Iterator[Any]:
    for kind in of.__subclasses__():
        if attrs.has(kind) and kind.__module__.startswith("cpts_model"):
            yield kind
        yield from classes_of_facts(kind)


def texts_of(kind: Any) -> set[Any]:
    """The types within the type of a field."""
    return {kind}.union(*(texts_of(one) for one in get_args(kind)))


def test_every_text_of_a_class_of_facts_is_said_to_tell_who_somebody_is_or_not() -> None:
    """A field that is added to the facts is added to one of the two."""
    for kind in classes_of_facts():
        for field in attrs.fields(attrs.resolve_types(kind)):
            holder = next(
                base.__name__ for base in reversed(kind.__mro__) if field.name in getattr(base, "__annotations__", {})
            )  # fmt: skip
            if str in texts_of(field.type) and (holder, field.name) not in SAY_NOBODY:
                assert PERSONAL in field.metadata, (kind.__name__, field.name)


def same_code(one: str, other: str) -> bool:
    return bool(set(re.findall(r"[a-z2-7]{8}", one.lower())) & set(re.findall(r"[a-z2-7]{8}", other.lower())))


def hidden_member(member: Any) -> Any:
    return HIDE.structure(CPTS(id="c", members=(Membership(member=member),))).members[0].member


def test_a_professional_is_no_more_than_a_code() -> None:
    told = Professional(id="p-1", name="Ada Inventée", rpps="10999000018", numero_am="339900001")
    one = hidden_member(told)
    assert re.fullmatch(r"p-[a-z2-7]{16}", one.id)
    assert re.fullmatch(r"Personne [A-Z2-7]{8}", one.name)
    assert one.rpps.startswith("pseudonyme-")
    assert one.numero_am.startswith("pseudonyme-")
    assert one.rpps != one.numero_am
    assert same_code(one.id, one.name)


def test_what_is_unknown_or_absent_stays_so() -> None:
    member = Professional(id="p-1", rpps=None)
    one = hidden_member(member)
    assert one.name is UNKNOWN
    assert one.rpps is None
    assert one.numero_am is UNKNOWN


def test_the_same_key_gives_the_same_pseudonym_and_another_key_another() -> None:
    assert Pseudonyms(KEY).identifier("p-1") == HIDE.identifier("p-1")
    assert Pseudonyms(KEY[::-1]).identifier("p-1") != HIDE.identifier("p-1")
    assert HIDE.identifier("p-1") != HIDE.identifier("p-2")


def test_two_people_whose_ids_look_alike_stay_two() -> None:
    """A register holds them as two: an accent may be one sign or two."""
    one, other = "\N{LATIN SMALL LETTER E WITH ACUTE}", "e\N{COMBINING ACUTE ACCENT}"
    members = (Membership(member=Professional(id=one)), Membership(member=Professional(id=other)))
    masked = HIDE.register(Register((CPTS(id="c", members=members),)))
    assert len(masked.member_ids) == 2


@given(st.lists(st.text(st.characters(codec=None)), unique=True, max_size=20))
def test_no_two_words_share_a_pseudonym(words: list[str]) -> None:
    assert len({HIDE.identifier(word) for word in words}) == len(words)


def test_a_short_key_is_refused_and_a_key_is_never_shown() -> None:
    with pytest.raises(WeakKey, match="less than 16 bytes"):
        Pseudonyms(KEY[:15])
    with pytest.raises(WeakKey, match="repeats"):
        Pseudonyms(b"01234" * 20)
    assert Pseudonyms(KEY[:16])
    assert Pseudonyms(b"012345" * 3)
    assert "invented" not in repr(HIDE)


@pytest.mark.parametrize(
    ("told", "hidden"),
    [
        ({"kind": OrganisationKind.EHPAD}, False),
        ({"legal_form": LegalForm.ASSOCIATION}, False),
        ({"kind": OrganisationKind.PHARMACIE_OFFICINE, "legal_form": LegalForm.SEL}, True),
        ({"kind": OrganisationKind.CABINET}, True),
        ({"kind": OrganisationKind.CABINET, "legal_form": LegalForm.ASSOCIATION}, True),
        ({"kind": OrganisationKind.TRAVAILLEUR_SOCIAL_INDEPENDANT}, True),
        ({"legal_form": LegalForm.NATURAL_PERSON}, True),
        ({"legal_form": None}, True),
        ({"kind": OrganisationKind.PHARMACIE_OFFICINE}, True),
        ({"kind": OrganisationKind.PHARMACIE_OFFICINE, "legal_form": LegalForm.SOCIETE}, True),
        ({"kind": OrganisationKind.OTHER}, True),
        ({"kind": OrganisationKind.OTHER, "legal_form": LegalForm.ASSOCIATION}, False),
        ({"kind": OrganisationKind.AUTRE_ACTEUR_SOCIAL, "legal_form": LegalForm.SOCIETE}, True),
        ({"kind": OrganisationKind.EHPAD, "legal_form": LegalForm.SOCIETE}, False),
        ({"legal_form": LegalForm.SOCIETE}, True),
        ({"legal_form": LegalForm.OTHER}, True),
        ({}, True),
    ],
)
def test_an_organisation_that_may_be_one_persons_is_hidden(told: dict[str, Any], hidden: bool) -> None:
    member = Organisation(id="o", name="Nom inventé", finess="330000001", siren="1", siret="2", **told)
    one = hidden_member(member)
    if not hidden:
        assert one == member
    else:
        assert not {"o", "Nom inventé", "330000001", "1", "2"} & set(attrs.astuple(one))
        assert one.name.startswith("Organisation ")


def test_who_was_paid_is_the_member_still() -> None:
    cpts = CPTS(
        id="c",
        members=(Membership(member=Professional(id="p-1")), Membership(member=Organisation(id="o", kind=OrganisationKind.EHPAD))),
        payments=(Payment(beneficiary="p-1"), Payment(beneficiary="o"), Payment(beneficiary="nobody known")),
    )  # fmt: skip
    masked = HIDE.structure(cpts)
    assert [paid.beneficiary for paid in masked.payments] == [
        masked.members[0].member.id,
        "o",
        HIDE.identifier("nobody known"),
    ]


def test_an_organisation_that_is_a_structure_of_the_register_keeps_its_name() -> None:
    msp, cpts = (
        CPTS(id="msp-1", members=()),
        CPTS(id="c", members=(Membership(member=Organisation(id="msp-1")),)),
    )
    assert [one.id for one in HIDE.register(Register((msp, cpts)))] == ["msp-1", "c"]
    assert HIDE.register(Register((msp, cpts))).structure("c").members[0].member.id == "msp-1"
    named = HIDE.identifiers_of(Register((msp, cpts)))
    assert (named("msp-1"), named("p-1")) == ("msp-1", HIDE.identifier("p-1"))


def test_somebody_named_like_a_structure_is_hidden() -> None:
    """What names a structure stays; that it names somebody too does not keep them named."""
    named = Professional(id="Inventé", name="Inventé", rpps="10999000018")
    others = Organisation(id="o", name="10999000018", finess="Inventé")
    cpts = CPTS(id="Inventé", members=(Membership(member=named), Membership(member=others)))
    paid = CPTS(id="10999000018", members=(), payments=(Payment(beneficiary="Inventé"),))
    masked = HIDE.register(Register((cpts, paid)))
    one, other = (belonging.member for belonging in masked.structure("Inventé").members)
    assert isinstance(one, Professional)
    assert isinstance(other, Organisation)
    assert one.id == HIDE.identifier("Inventé")
    assert not {"Inventé", "10999000018"} & {one.name, one.rpps, other.name, other.finess}
    payer: Any = masked.structure("10999000018")
    assert payer.payments[0].beneficiary == one.id


def test_an_organisation_that_is_one_persons_somewhere_is_hidden_everywhere() -> None:
    told = (
        Organisation(id="o", kind=OrganisationKind.EHPAD, name="Nom inventé"),
        Organisation(id="o", kind=OrganisationKind.CABINET, name="Nom inventé"),
    )
    register = Register(CPTS(id=f"c{i}", members=(Membership(member=one),)) for i, one in enumerate(told))
    masked = HIDE.register(register)
    assert [one.members[0].member.id for one in masked] == [HIDE.identifier("o")] * 2
    assert [one.members[0].member.name for one in masked] != ["Nom inventé"] * 2


@pytest.mark.parametrize(
    "path", sorted([*EXAMPLES.glob("*.json"), *EXAMPLES.glob("*.toml")]), ids=lambda path: path.name
)
def test_of_no_example_anybody_can_be_named_and_each_is_judged_the_same(path: Path) -> None:
    for structure in read_structures(path):
        masked = HIDE.structure(structure)
        written = dumps_dossier(masked)
        assert loads_dossier(written) == masked
        words = {word for word in of_people(structure) if len(word) > 3}
        assert [word for word in words if word in written] == []
        before, after = assess(structure, on=ON), assess(masked, on=ON)
        assert [(one.rule.id, one.outcome) for one in after.verdicts] == [
            (one.rule.id, one.outcome) for one in before.verdicts
        ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10**6), kind=st.sampled_from(STRUCTURES))
def test_hiding_people_changes_no_verdict(seed: int, kind: type[Any]) -> None:
    structure = World(RandomChoices(seed), unknown=2).structure(kind)
    masked = HIDE.structure(structure)
    assert not of_people(structure) & of_people(masked)
    assert [one.outcome for one in assess(masked, on=ON).verdicts] == [
        one.outcome for one in assess(structure, on=ON).verdicts
    ]
    assert HIDE.structure(structure) == masked
