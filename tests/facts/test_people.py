"""What somebody is, by their professions, on a day."""

from datetime import date
from typing import Any

import pytest

from builders import generaliste, infirmier, professional, specialiste
from cpts_model import (
    UNKNOWN,
    Family,
    OpenQuestion,
    Organisation,
    Person,
    PersonRole,
    Profession,
    Professional,
    UnknownFact,
)
from cpts_model.engine.unknown import NotSettled

DAY = date(2024, 6, 15)
P = Profession


class TestSeveralProfessions:
    @pytest.mark.parametrize(
        "professions",
        [(P.OSTEOPATHE, P.MASSEUR_KINESITHERAPEUTE), (P.MASSEUR_KINESITHERAPEUTE, P.OSTEOPATHE)],
    )
    def test_one_that_qualifies_is_enough(self, professions: Any) -> None:
        who = professional("A. Inventée", *professions)
        assert who.is_health_professional(DAY)
        assert who.qualifies(Family.AUXILIAIRE_MEDICAL, DAY)
        assert who.is_auxiliaire_medical

    def test_an_exclusive_osteopath_is_no_health_professional(self) -> None:
        assert not professional("A. Inventée", P.OSTEOPATHE).is_health_professional(DAY)

    def test_two_professions_of_which_neither_is_of_health_make_no_health_professional(self) -> None:
        assert not professional("agathe", P.OSTEOPATHE, P.PSYCHOLOGUE).is_health_professional(DAY)

    def test_nobody_without_a_profession_is_one(self) -> None:
        assert not professional("A. Inventée").is_health_professional(DAY)

    def test_a_profession_whose_first_day_is_not_known_does_not_hide_another(self) -> None:
        nurse = professional("A. Inventée", P.AIDE_SOIGNANT, P.INFIRMIER)
        assert nurse.is_health_professional(date(2010, 1, 1))
        with pytest.raises(OpenQuestion):
            professional("A. Inventée", P.AIDE_SOIGNANT).is_health_professional(date(2010, 1, 1))


class TestBiologist:
    """A biologiste médical is a médecin or a pharmacien: which one has to be told."""

    def test_whichever_it_is_it_is_a_health_professional(self) -> None:
        assert professional("A. Inventée", P.BIOLOGISTE_MEDICAL).is_health_professional(DAY)
        both = professional("A. Inventée", P.BIOLOGISTE_MEDICAL, P.OSTEOPATHE)
        assert both.is_health_professional(date(2002, 5, 4))
        with pytest.raises(OpenQuestion):
            professional("A. Inventée", P.BIOLOGISTE_MEDICAL).is_health_professional(date(2002, 5, 3))

    @pytest.mark.parametrize(
        "ask",
        [
            lambda who: who.is_medecin,
            lambda who: who.is_pharmacien,
            lambda who: who.qualifies(Family.PROFESSION_MEDICALE, DAY),
        ],
        ids=["médecin", "pharmacien", "profession médicale"],
    )
    def test_alone_it_leaves_the_question_open(self, ask: Any) -> None:
        with pytest.raises(OpenQuestion, match="say which"):
            ask(professional("A. Inventée", P.BIOLOGISTE_MEDICAL))

    def test_told_it_is_what_it_is(self) -> None:
        assert professional("A. Inventée", P.BIOLOGISTE_MEDICAL, P.PHARMACIEN).is_pharmacien
        assert not professional("A. Inventée", P.PHARMACIEN, P.BIOLOGISTE_MEDICAL).is_medecin


class TestDoctors:
    @pytest.mark.parametrize("code", ["SM26", "SM53", "SM54"])
    def test_a_generalist_by_savoir_faire(self, code: str) -> None:
        doctor = professional("A. Inventée", P.MEDECIN, savoir_faire=(code,))
        assert doctor.is_generaliste
        assert not doctor.is_specialiste

    def test_a_specialist_is_no_generalist(self) -> None:
        assert specialiste("A. Inventée").is_specialiste
        assert not specialiste("A. Inventée").is_generaliste

    @pytest.mark.parametrize("savoir_faire", [(), ("SI01",)])
    def test_a_doctor_without_any_speciality_may_be_either(self, savoir_faire: tuple[str, ...]) -> None:
        doctor = professional("A. Inventée", P.MEDECIN, savoir_faire=savoir_faire)
        for ask in (lambda: doctor.is_generaliste, lambda: doctor.is_specialiste):
            with pytest.raises(OpenQuestion):
                ask()

    def test_somebody_who_is_no_doctor_is_neither_whatever_is_unknown(self) -> None:
        nurse = Professional(id="n", professions=(P.INFIRMIER,))
        assert not nurse.is_generaliste
        assert not nurse.is_specialiste
        with pytest.raises(UnknownFact):
            Professional(id="d", professions=(P.MEDECIN,)).is_generaliste  # noqa: B018

    def test_a_midwife_and_a_dentist_are_medical_and_no_doctors(self) -> None:
        for profession in (P.SAGE_FEMME, P.CHIRURGIEN_DENTISTE):
            who = professional("A. Inventée", profession)
            assert who.is_profession_medicale
            assert not who.is_medecin


class TestNurses:
    def test_an_ipa_is_a_nurse_counted_once(self) -> None:
        ipa = infirmier("A. Inventée", savoir_faire=("SI01",))
        assert ipa.is_ipa
        assert ipa.professions == (P.INFIRMIER,)

    def test_another_nurse_is_no_ipa(self) -> None:
        assert not infirmier("A. Inventée", savoir_faire=("SI07",)).is_ipa
        assert not generaliste("A. Inventée").is_ipa


def test_a_preparateur_is_no_pharmacist() -> None:
    assert not professional("A. Inventée", P.PREPARATEUR_EN_PHARMACIE).is_pharmacien


@pytest.mark.parametrize("actor", [Person(id="u"), Organisation(id="o")])
def test_users_and_organisations_hold_no_profession(actor: Any) -> None:
    assert not actor.is_health_professional(DAY)
    assert not actor.qualifies(Family.PROFESSION_MEDICALE, DAY)
    assert not any((actor.is_medecin, actor.is_generaliste, actor.is_specialiste, actor.is_pharmacien))


def test_only_organisations_are_legal_persons() -> None:
    assert Person(id="u").is_natural_person
    assert Professional(id="p").is_natural_person
    assert not Organisation(id="o").is_natural_person


def test_care_given_is_declared_and_not_inferred() -> None:
    assert not Person(id="u").gives_premier_recours
    assert not Person(id="u").gives_second_recours
    assert not Person(id="u").practises_on_french_conditions
    assert not Organisation(id="o").is_social_actor
    assert professional("A. Inventée", P.MEDECIN).gives_premier_recours
    assert Organisation(id="o", practises_second_recours=True).gives_second_recours
    for actor in (Professional(id="p", professions=(P.MEDECIN,)), Organisation(id="o")):
        for ask in (
            lambda actor=actor: actor.gives_premier_recours,
            lambda actor=actor: actor.gives_second_recours,
        ):
            with pytest.raises(NotSettled):
                ask()


def test_unknown_professions_decide_nothing() -> None:
    who = Professional(id="p")
    assert who.professions is UNKNOWN
    with pytest.raises(UnknownFact):
        who.is_health_professional(DAY)


class TestPlaceOfPractice:
    @pytest.mark.parametrize("commune", ["33063", "2A004", "2B033", "01004", "97411", "75113"])
    def test_a_french_commune_is_in_france(self, commune: str) -> None:
        who = Professional(id="p", practises_in=commune)
        assert who.practises_in_a_french_commune
        assert who.practises_in_france
        assert who.practises_on_french_conditions

    @pytest.mark.parametrize(
        "place", ["99140", "Genève", "3306", "330633", "2C004", "33O63", "３３０６３", ""]
    )
    def test_anything_else_is_not(self, place: str) -> None:
        who = Professional(
            id="p", practises_in=place, practises_abroad=True, meets_french_practice_conditions=False
        )
        assert not who.practises_in_a_french_commune
        assert not who.practises_in_france
        assert not who.practises_on_french_conditions

    def test_whoever_practises_abroad_may_practise_in_france_too(self) -> None:
        abroad = Professional(id="p", practises_abroad=True, meets_french_practice_conditions=False)
        for ask in (lambda: abroad.practises_in_france, lambda: abroad.practises_on_french_conditions):
            with pytest.raises(UnknownFact):
                ask()


class TestSocialActor:
    @pytest.mark.parametrize("role", [PersonRole.USAGER, PersonRole.ELU])
    def test_a_user_or_an_elected_official_is_none_and_nothing_is_asked(self, role: PersonRole) -> None:
        assert not role.may_be_social_actor
        assert not Person(id="u", role=role).is_social_actor

    def test_another_person_is_one_if_declared(self) -> None:
        assert Person(id="u", role=PersonRole.OTHER, medico_social_actor=True).is_social_actor
        assert not Person(id="u", role=PersonRole.OTHER, medico_social_actor=False).is_social_actor
        assert not Person(id="u", medico_social_actor=False).is_social_actor
        for unsure in (Person(id="u"), Person(id="u", medico_social_actor=True)):
            with pytest.raises(UnknownFact):
                unsure.is_social_actor  # noqa: B018
