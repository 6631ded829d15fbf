"""The printed statement of membership says what the register tells, and no more."""

import pickle
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import attrs
import pytest

from builders import infirmier, member
from cpts_model import CPTS, UNKNOWN, Organisation
from cpts_model.facts.fees import FeePeriod
from cpts_model.facts.memberships import FeePayment
from cpts_model.facts.organs import Organ
from cpts_model.facts.statutes import Statutes
from cpts_model.register import Register
from cpts_model.register.status import MembershipStatus, status_on
from cpts_model.report.membership import Attestation, NothingToState, attestation

DAY, DRAWN_UP = date(2026, 3, 1), date(2026, 3, 15)
NURSE = infirmier("Camille Inventé")
STATUTES = Statutes(fee=Decimal(10), period=FeePeriod.FROM_PAYMENT, admission_by=None)
PAID = (FeePayment(paid_on=date(2026, 2, 2), amount=Decimal(10)),)


def status(who: Any = NURSE, *, on: date = DAY, statutes: Any = STATUTES, **facts: Any) -> MembershipStatus:
    told: dict[str, Any] = {"joined_on": date(2024, 1, 12), "fees": PAID}
    one = member(who, **(told | facts))
    cpts = CPTS(id="cpts", name="La CPTS des Deux Rives", members=(one,), statutes=statutes)
    return status_on(Register([cpts]), who.id, "cpts", on=on)


def stated(who: Any = NURSE, *, lang: Any = "fr", drawn_up_on: date = DRAWN_UP, **facts: Any) -> Attestation:
    return attestation(status(who, **facts), drawn_up_on=drawn_up_on, lang=lang)


class TestWhatItSays:
    def test_of_an_up_to_date_member(self) -> None:
        one = attestation(
            status(college="Libéraux"), drawn_up_on=DRAWN_UP, place="Deux-Rives", signatory="La présidence"
        )
        assert one.text == (
            "ATTESTATION D'ADHÉSION\n\n"
            "La CPTS des Deux Rives atteste ce qui suit.\n\n"
            "Le 1er mars 2026, Camille Inventé avait la qualité de membre de cette structure, "
            "depuis le 12 janvier 2024, au titre du collège « Libéraux ».\n\n"
            "La cotisation, payée le 2 février 2026, couvre la période du 2 février 2026 au 31 décembre 2026 inclus.\n\n"
            "Fait à Deux-Rives, le 15 mars 2026.\n\n"
            "La présidence\n\n"
            "Établie d'après le registre des membres, pour le seul jour indiqué.\n"
        )

    def test_in_english(self) -> None:
        one = attestation(status(college="Libéraux"), drawn_up_on=DRAWN_UP, place="Deux-Rives", lang="en")
        assert one.paragraphs == (
            "La CPTS des Deux Rives states the following.",
            "On 1 March 2026, Camille Inventé was a member of this structure, since 12 January 2024, in the college “Libéraux”.",
            "The fee, paid on 2 February 2026, covers the period from 2 February 2026 to 31 December 2026 inclusive.",
            "Drawn up in Deux-Rives on 15 March 2026.",
            "Name, office and signature:",
        )

    def test_leaves_room_to_sign_where_nobody_is_named(self) -> None:
        assert "Fait le 15 mars 2026.\n\nNom, qualité et signature :\n" in stated().text
        assert stated().paragraphs[-1] == "Nom, qualité et signature :"

    def test_in_the_present_on_the_very_day(self) -> None:
        assert "Camille Inventé a la qualité de membre" in stated(drawn_up_on=DAY).text
        assert "Camille Inventé is a member" in stated(drawn_up_on=DAY, lang="en").text

    def test_leaves_out_what_is_not_told(self) -> None:
        listed = stated(joined_on=UNKNOWN, listed_on=DAY, college=UNKNOWN)
        assert "la qualité de membre de cette structure.\n" in listed.text
        english = stated(joined_on=UNKNOWN, listed_on=DAY, lang="en")
        assert "a member of this structure.\n" in english.text
        assert "RPPS" not in stated().text
        assert "RPPS" not in stated(attrs.evolve(NURSE, rpps=None)).text
        unnamed = stated(attrs.evolve(NURSE, name=UNKNOWN))
        assert "la personne enregistrée sous l'identifiant « Camille Inventé »" in unnamed.text

    def test_gives_the_rpps_number_that_is_told(self) -> None:
        one = attrs.evolve(NURSE, rpps="10000000001")
        assert "Camille Inventé (numéro RPPS 10000000001) avait" in stated(one).text
        assert "Camille Inventé (RPPS number 10000000001) was" in stated(one, lang="en").text

    def test_of_a_fee_that_does_not_cover_the_day(self) -> None:
        unpaid = stated(fees=())
        assert "avait la qualité de membre" in unpaid.text
        assert "À cette date, la cotisation n'était pas à jour." in unpaid.text
        assert "la cotisation n'est pas à jour" in stated(fees=(), drawn_up_on=DAY).text
        assert "On that day the fee was not up to date." in stated(fees=(), lang="en").text

    def test_of_a_fee_whose_days_are_not_told(self) -> None:
        said = stated(fees=UNKNOWN, fee_paid=True)
        assert "enregistrée comme à jour ; les jours qu'elle couvre ne sont pas indiqués" in said.text
        assert "the days that it covers are not stated" in stated(fees=UNKNOWN, fee_paid=True, lang="en").text

    def test_of_a_fee_paid_once(self) -> None:
        once = attrs.evolve(STATUTES, period=FeePeriod.ONCE)
        assert (
            "La cotisation, payée le 2 février 2026, vaut sans limite de durée." in stated(statutes=once).text
        )
        assert (
            "The fee, paid on 2 February 2026, holds without limit" in stated(statutes=once, lang="en").text
        )

    def test_of_a_fee_for_a_year_paid_on_no_known_day(self) -> None:
        years = attrs.evolve(STATUTES, period=FeePeriod.CIVIL_YEAR)
        fees = (FeePayment(for_year=2026),)
        assert "La cotisation couvre la période du 1er janvier 2026" in stated(statutes=years, fees=fees).text
        assert (
            "The fee covers the period from 1 January 2026"
            in stated(statutes=years, fees=fees, lang="en").text
        )

    def test_where_no_fee_is_asked_for(self) -> None:
        free = attrs.evolve(STATUTES, fee=None, period=None)
        assert "Aucune cotisation n'est demandée." in stated(statutes=free).text
        assert "No fee is asked for." in stated(statutes=free, lang="en").text

    def test_of_who_is_no_member(self) -> None:
        gone = {"left_on": DAY}
        assert "Le 1er mars 2026, Camille Inventé n'avait pas la qualité de membre" in stated(**gone).text
        assert "Camille Inventé n'a pas la qualité" in stated(drawn_up_on=DAY, **gone).text
        assert "was not a member" in stated(lang="en", **gone).text
        assert "cotisation" not in stated(**gone).text
        nobody = status_on(Register([CPTS(id="cpts", members=())]), "zzz", "cpts", on=DAY)
        said = attestation(nobody, drawn_up_on=DRAWN_UP).text
        assert "la personne enregistrée sous l'identifiant « zzz » n'avait pas" in said

    def test_of_an_admission_that_is_not_decided(self) -> None:
        bureau = attrs.evolve(STATUTES, admission_by=Organ.BUREAU)
        said = stated(statutes=bureau, admitted_on=None).text
        assert (
            "une adhésion de Camille Inventé à cette structure était enregistrée, mais l'admission n'était pas décidée"
            in said
        )
        assert "la qualité de membre" not in said
        today = stated(statutes=bureau, admitted_on=None, drawn_up_on=DAY).text
        assert "est enregistrée, mais l'admission n'est pas décidée" in today
        assert (
            "was recorded, but the admission was not decided"
            in stated(statutes=bureau, admitted_on=None, lang="en").text
        )

    def test_of_an_organisation(self) -> None:
        house = Organisation(id="msp", name="MSP des Deux Rives")
        assert "MSP des Deux Rives avait la qualité de membre" in stated(house).text


class TestWhatItRefuses:
    @pytest.mark.parametrize(
        ("facts", "asked"),
        [
            ({"left_on": UNKNOWN}, "left on"),
            ({"fees": UNKNOWN}, "fees paid"),
            ({"statutes": attrs.evolve(STATUTES, admission_by=Organ.BUREAU)}, "admission decided on"),
            # That the fee is not paid settles the answer, and still nobody can write "a member".
            ({"left_on": UNKNOWN, "fees": ()}, "left on"),
        ],
    )
    def test_what_is_not_known_with_what_to_ask(self, facts: dict[str, Any], asked: str) -> None:
        with pytest.raises(NothingToState, match=asked) as refused:
            stated(**facts)
        assert refused.value.questions
        assert str(pickle.loads(pickle.dumps(refused.value))) == str(refused.value)

    def test_a_day_to_come(self) -> None:
        assert stated(on=DRAWN_UP).paragraphs
        with pytest.raises(ValueError, match="ask the status of a day that has come"):
            stated(on=date(2026, 3, 16))

    def test_what_is_no_day(self) -> None:
        with pytest.raises(TypeError, match=r"datetime\.date"):
            attestation(status(), drawn_up_on="2026-03-15")  # type: ignore[arg-type]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


class TestPage:
    def read(self, one: Attestation) -> _Page:
        page = _Page()
        page.feed(one.html)
        return page

    def test_stands_alone_and_says_the_same(self) -> None:
        one = stated()
        page = self.read(one)
        assert one.html.startswith('<!DOCTYPE html>\n<html lang="fr">')
        assert {"script", "link", "img", "iframe"}.isdisjoint(page.tags)
        assert page.tags.count("p") == len(one.paragraphs)
        assert all(paragraph in page.words for paragraph in one.paragraphs)

    def test_escapes_what_the_register_holds(self) -> None:
        wicked = attrs.evolve(NURSE, name='<script>alert("x")</script>\x1b[2J & \n{lang}')
        one = attestation(
            status(wicked, college="<b>"), drawn_up_on=DRAWN_UP, place="<i>", signatory="<u>\u202e"
        )
        assert {"script", "b", "i", "u"}.isdisjoint(self.read(one).tags)
        assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;\\u001b[2J &amp; \\u000a{lang}" in one.html
        assert "\x1b" not in one.text
        assert "\u202e" not in one.text
