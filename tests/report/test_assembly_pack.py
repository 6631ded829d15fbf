"""The general-assembly pack: who signs, what the bureau must know, and names that stay names."""

import base64
import csv
import hashlib
import io
import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assemblies import DAY, actif, register, statutes
from builders import infirmier, member, professional
from cpts_model import UNKNOWN, Organisation, OrganisationKind, Person, PersonRole, Profession
from cpts_model.facts.statutes import Quorum
from cpts_model.register import UnknownStructure
from cpts_model.report.assembly import AssemblyPack, assembly_pack, cell
from cpts_model.report.assembly_words import WORDS, long_day

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>",
    "=cmd|' /C calc'!A0",
    "+1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "Tom\u202eelbat",
    'a";b',
    "\ud800",
]


def packed(*members: Any, lang: Any = "fr", rules: Any = None, **facts: Any) -> AssemblyPack:
    book = register(*members, rules=statutes() if rules is None else rules, **facts)
    return assembly_pack(book, "c", on=DAY, lang=lang)


def table(pack: AssemblyPack) -> list[list[str]]:
    return list(csv.reader(io.StringIO(pack.csv.decode("utf-8-sig"), newline=""), delimiter=";"))


class Page(HTMLParser):
    """The elements and the words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


MEMBERS = (
    actif("Zoé Abadie"),
    actif("élodie Ravel", college="Partenaires"),
    actif("Bea Roux", fee_paid=False),
    actif("Cleo Vidal", fee_paid=UNKNOWN),
    member(
        Organisation(id="o", name="Les Tilleuls", kind=OrganisationKind.EHPAD), college="Partenaires", fee_paid=True
    ),
    member(Person(id="u", name="Ugo Test", role=PersonRole.USAGER), college="Invités", fee_paid=True),
)  # fmt: skip


class TestSheet:
    def test_the_table_of_who_signs(self) -> None:
        assert table(packed(*MEMBERS)) == [
            ["N°", "Nom", "Profession ou nature", "Collège", "Droit de vote", "Voix", "Signature", "Pouvoir donné à"],
            ["1", "Cleo Vidal", "infirmier", "Actifs", "à vérifier", "", "", ""],
            ["2", "Zoé Abadie", "infirmier", "Actifs", "oui", "1", "", ""],
            ["3", "élodie Ravel", "infirmier", "Partenaires", "oui", "1", "", ""],
            [
                "4", "Les Tilleuls", "établissement d'hébergement pour personnes âgées dépendantes (EHPAD)",
                "Partenaires", "oui", "1", "", "",
            ],
            ["5", "Bea Roux", "infirmier", "Actifs", "non", "0", "", ""],
            ["6", "Ugo Test", "usager ou représentant des usagers", "Invités", "non", "0", "", ""],
        ]  # fmt: skip

    def test_it_opens_in_a_french_spreadsheet(self) -> None:
        written = packed(*MEMBERS).csv
        assert written.startswith(b"\xef\xbb\xbf")
        assert written.endswith(b"\r\n")

    def test_in_english(self) -> None:
        assert table(packed(actif("Ana"), lang="en")) == [
            ["No.", "Name", "Profession or kind", "College", "Right to vote", "Votes", "Signature", "Proxy given to"],
            ["1", "Ana", "nurse", "Actifs", "yes", "1", "", ""],
        ]  # fmt: skip

    def test_what_is_not_told_is_left_to_be_written_by_hand(self) -> None:
        people = (
            member(professional("Ana", professions=UNKNOWN), college=None, fee_paid=True),
            member(infirmier("Bea"), fee_paid=True),
        )
        told = table(packed(*people))
        assert told[1] == ["1", "Ana", "", "Sans collège", "à vérifier", "", "", ""]
        assert told[2] == ["2", "Bea", "infirmier", "Collège à préciser", "à vérifier", "", "", ""]

    def test_somebody_without_a_profession_has_none_to_tell(self) -> None:
        assert table(packed(member(professional("Ana"), college="Actifs", fee_paid=True)))[1][2] == ""

    def test_without_colleges_there_is_none_to_tell(self) -> None:
        people = (member(infirmier("Ana"), fee_paid=True), actif("Bea"))
        rules = statutes(colleges=None, votes_by_college=UNKNOWN)
        assert [row[3:6] for row in table(packed(*people, rules=rules))[1:]] == [
            ["Actifs", "oui", ""],
            ["", "oui", ""],
        ]
        text = Page(packed(*people, rules=rules).html).text
        assert "Actifs 1 0 0 — Membres 1 0 0 — Ensemble 2 0 0" in text

    def test_it_tells_nothing_else_of_anybody(self) -> None:
        known = professional("Ana", Profession.MEDECIN, rpps="10101010101", practises_in="21231")
        pack = packed(member(known, college="Actifs", fee_paid=True, joined_on=date(1999, 9, 9)))
        for written in (pack.csv.decode("utf-8-sig"), pack.html):
            assert not re.search("10101010101|21231|1999", written)

    @pytest.mark.parametrize("name", HOSTILE)
    def test_no_cell_is_a_formula(self, name: str) -> None:
        row = table(packed(actif(name)))[1]
        assert len(row) == 8
        assert row[1].lstrip()[:1] not in tuple("=+-@\t\r")
        assert row[1].isprintable()

    @pytest.mark.parametrize(
        "sign",
        [
            "=",
            "+",
            "-",
            "@",
            "\t",
            "\r",
            "\n",
            " =",
            "\xa0=",
            "＝",
            "|",
            "%",
            "\N{MINUS SIGN}",
            "\N{ZERO WIDTH SPACE}=",
        ],
    )
    def test_what_begins_like_a_formula_gets_an_apostrophe(self, sign: str) -> None:
        assert cell(f"{sign}1") == f"'{sign}1"

    def test_a_name_with_such_a_sign_within_is_left_as_it_is(self) -> None:
        assert cell("Le-Goff + fils") == "Le-Goff + fils"
        assert cell("") == ""


class TestPage:
    @pytest.mark.parametrize("lang", ["fr", "en"])
    def test_one_page_with_nothing_that_runs_or_is_fetched(self, lang: str) -> None:
        html = packed(*MEMBERS, lang=lang).html
        page = Page(html)
        assert set(page.tags).isdisjoint({"script", "link", "img", "iframe", "object", "form", "base", "a"})
        assert not any(
            name in ("style", "src", "href") or name.startswith("on") for name, _ in page.attributes
        )
        assert ("lang", lang) in page.attributes

    def test_its_policy_allows_its_own_style_and_nothing_else(self) -> None:
        html = packed(*MEMBERS).html
        style = re.search("<style>(.*?)</style>", html, re.DOTALL)
        assert style is not None
        digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
        policy = next(
            value
            for name, value in Page(html).attributes
            if name == "content" and "default-src" in (value or "")
        )
        assert policy == (
            f"default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-{digest}'"
        )

    @pytest.mark.parametrize("name", HOSTILE)
    def test_a_hostile_name_stays_text(self, name: str) -> None:
        quiet = Page(packed(actif("Ana")).html)
        loud = Page(packed(actif(name), name=name, rules=statutes(read_at=name)).html)
        assert loud.tags == quiet.tags
        assert [kind for kind, _ in loud.attributes] == [kind for kind, _ in quiet.attributes]

    def test_the_head_of_a_table_comes_back_on_every_page(self) -> None:
        html = packed(*MEMBERS).html
        assert "thead { display: table-header-group; }" in html
        assert "size: A4" in html
        assert html.count("CPTS du Val d&#x27;Essai — samedi 1er mars 2025</th>") == 3

    def test_the_public_sheet_does_not_say_why_somebody_has_no_vote(self) -> None:
        summary, sheet, _ = packed(*MEMBERS).html.split("</section>\n<section>")
        assert "cotisation" in summary
        assert "cotisation" not in sheet
        assert "Bea Roux" in sheet

    def test_the_quorum_and_from_how_many_on(self) -> None:
        text = Page(packed(*MEMBERS).html).text
        assert "Au moins la moitié des électeurs." in text
        assert "Il faut que soient présents ou représentés : 2 électeurs." in text
        assert "de 0 à 1 électeurs non atteint 2 électeurs ou plus atteint" in text

    @pytest.mark.parametrize(
        ("clauses", "words"),
        [
            ({"quorum": None}, "Les statuts ne prévoient pas de quorum."),
            ({"quorum": UNKNOWN}, "Le quorum n'est pas indiqué : le lire dans les statuts."),
            (
                {"quorum": Quorum(numerator=1, denominator=1)},
                "Il faut que soient présents : de 3 à 4 électeurs.",
            ),
            (
                {"quorum": Quorum(numerator=1, denominator=1)},
                "Que les pouvoirs comptent ou non dans le quorum",
            ),
            (
                {"quorum": Quorum(numerator=1, denominator=4, counts_proxies=False)},
                "Il faut que soient présents : 1 électeur.",
            ),
            (
                {"quorum": Quorum(numerator=1, denominator=4, counts_proxies=False)},
                "Les pouvoirs ne comptent pas dans le quorum.",
            ),
            ({"proxies_per_member": 0}, "Les statuts n'admettent pas de pouvoir."),
            ({"proxies_per_member": 1}, "Un membre peut porter un seul pouvoir."),
            ({"proxies_per_member": 2}, "Un membre peut porter jusqu'à 2 pouvoirs."),
            ({"proxies_per_member": None}, "Les statuts ne limitent pas le nombre de pouvoirs"),
            ({"proxies_per_member": UNKNOWN}, "n'est pas indiqué : le lire dans les statuts."),
            ({"votes_by_college": True}, "Partenaires 2 0 0 1 40 %"),
            ({"in_force_since": DAY}, "D'après : statuts de l'association, en vigueur depuis le 01/03/2025."),
        ],
    )
    def test_the_clauses_in_words(self, clauses: dict[str, Any], words: str) -> None:
        assert words in Page(packed(*MEMBERS, rules=statutes(**clauses)).html).text

    def test_shares_that_do_not_add_up_are_told_to_the_bureau(self) -> None:
        pack = packed(actif("Ana"), rules=statutes(votes_by_college=True))
        assert "sa part (40 %) n'est portée par personne" in Page(pack.html).text

    def test_no_form_where_the_statutes_admit_no_proxy(self) -> None:
        assert "donne pouvoir à" in Page(packed(*MEMBERS).html).text
        assert "donne pouvoir à" not in Page(packed(*MEMBERS, rules=statutes(proxies_per_member=0)).html).text

    def test_statutes_unknown_make_nobody_an_elector(self) -> None:
        book = register(actif("Ana"), rules=UNKNOWN)
        text = Page(assembly_pack(book, "c", on=DAY).html).text
        assert "personne ne peut encore être dit électeur" in text
        assert "Ana — statuts inconnus" in text
        assert "donne pouvoir à" not in text

    def test_a_structure_that_is_no_association_has_no_assembly(self) -> None:
        pack = assembly_pack(register(actif("Ana"), rules=None, name=UNKNOWN), "c", on=DAY)
        assert "Sans objet" in Page(pack.html).text
        assert table(pack) == [table(packed())[0]]

    def test_members_that_nobody_told(self) -> None:
        pack = assembly_pack(register(rules=statutes(), members=UNKNOWN), "c", on=DAY)
        assert "La liste des membres de cette structure n'est pas connue." in Page(pack.html).text


def test_a_structure_that_the_register_does_not_hold() -> None:
    with pytest.raises(UnknownStructure):
        assembly_pack(register(), "d", on=DAY)


def test_a_language_that_the_library_does_not_speak() -> None:
    with pytest.raises(ValueError, match="not a language"):
        packed(lang="de")


def test_days_are_written_as_in_a_letter() -> None:
    assert long_day(date(2025, 3, 1), "fr") == "samedi 1er mars 2025"
    assert long_day(date(2025, 8, 12), "fr") == "mardi 12 août 2025"
    assert long_day(date(2025, 3, 1), "en") == "Saturday 1 March 2025"


def test_every_word_is_used_in_both_languages() -> None:
    for words in WORDS.values():
        assert re.findall(r"\{\w+\}", words.fr) == re.findall(r"\{\w+\}", words.en)


@given(st.lists(st.text(), unique=True, max_size=4))
def test_whatever_the_names_the_sheet_has_a_line_for_each(names: list[str]) -> None:
    pack = packed(*(actif(name) for name in names))
    assert len(table(pack)) == len(names) + 1
    assert all(len(row) == 8 for row in table(pack))
    pack.html.encode("utf-8")


def test_the_same_members_in_another_order_give_the_same_pack() -> None:
    assert packed(*MEMBERS).csv == packed(*reversed(MEMBERS)).csv
    assert packed(*MEMBERS).html == packed(*reversed(MEMBERS)).html
