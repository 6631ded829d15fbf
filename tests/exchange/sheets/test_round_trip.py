"""Writing and reading back gives the same facts; whatever is read gives a result or a refusal."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import attrs
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpts_model import CPTS, Membership, Mode, Organisation, Person, Profession, Professional
from cpts_model.engine.cells import starts_formula
from cpts_model.exchange.faults import UnknownFormat
from cpts_model.exchange.sheets import BadSheet, dumps_members, loads_members, read_members, write_members
from cpts_model.exchange.sheets.guard import guarded, unguarded
from cpts_model.exchange.sheets.own_facts import cell_of, own_facts
from cpts_model.facts.checks import BadFact
from cpts_model.facts.memberships import Exclusion, FeePayment
from exchange.sheets.told import doubts, faults, xlsx
from exchange.strategies import NAMES, of_type


@st.composite
def told(draw: st.DrawFn, kind: type[Any], **known: Any) -> Any:
    """Facts of a class, most of them told. What would contradict the rest is left unknown."""
    fields = attrs.fields(attrs.resolve_types(kind))
    drawn = {field.name: draw(of_type(field.type)) for field in fields if field.default is not attrs.NOTHING}
    while True:
        try:
            return kind(**(drawn | known))
        except BadFact as bad:
            del drawn[bad.field.partition("[")[0]]


@st.composite
def cpts(draw: st.DrawFn) -> CPTS:
    members = []
    for identifier in draw(st.lists(NAMES, max_size=3, unique=True)):
        kind = draw(st.sampled_from([Professional, Person, Organisation]))
        members.append(draw(told(Membership, member=draw(told(kind, id=identifier)))))
    return CPTS(id="cpts-inventee", members=tuple(members))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(cpts())
def test_a_csv_reads_back_as_the_same_facts(structure: CPTS) -> None:
    sheet = loads_members(dumps_members(structure))
    assert sheet.memberships == structure.members
    assert doubts(sheet) == faults(sheet) == set()


@settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    max_examples=40,
    deadline=None,
)
@given(cpts())
def test_a_workbook_reads_back_as_the_same_facts(tmp_path: Path, structure: CPTS) -> None:
    write_members(structure, tmp_path / "membres.xlsx")
    sheet = read_members(tmp_path / "membres.xlsx")
    assert sheet.memberships == structure.members
    assert doubts(sheet) == faults(sheet) == set()


HOSTILE = [
    "=1+1", "+33612345678", "-1", "@SUM(A1)", "\N{FULLWIDTH EQUALS SIGN}1+1", "  =cmd|' /C calc'!A0", "\N{NO-BREAK SPACE}+1",
    "\N{ZERO WIDTH SPACE}=1", "\N{FULLWIDTH HYPHEN-MINUS}1", "|x", "%x",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_no_cell_that_is_written_runs_as_a_formula(tmp_path: Path, text: str, ending: str) -> None:
    structure = CPTS(
        id="c", members=(Membership(member=Professional(id="a", name=text, rpps=text), college=text),)
    )
    path = tmp_path / f"membres{ending}"
    write_members(structure, path)
    if ending == ".csv":
        cells = [
            cell for row in csv.reader(StringIO(path.read_text("utf-8-sig")), delimiter=";") for cell in row
        ]
    else:
        page = openpyxl.load_workbook(path).active
        assert page is not None
        assert not any(cell.data_type == "f" for row in page.iter_rows() for cell in row)
        cells = [str(cell.value or "") for row in page.iter_rows() for cell in row]
    assert not any(map(starts_formula, cells))
    assert f"'{text}" in cells
    assert read_members(path).memberships == structure.members


@given(st.text(), st.booleans())
def test_a_guard_is_undone(text: str, untyped: bool) -> None:
    assert unguarded(guarded(text, untyped=untyped)) == text
    assert not starts_formula(guarded(text, untyped=untyped))


def test_numbers_that_a_spreadsheet_would_eat_are_guarded_in_csv() -> None:
    structure = CPTS(
        id="c",
        members=(
            Membership(member=Professional(id="a", practises_in="01004"), college="1-2"),
            Membership(member=Organisation(id="b", finess="010000123")),
        ),
    )
    text = dumps_members(structure)
    assert '"\'01004"' in text
    assert '"\'1-2"' in text
    assert '"\'010000123"' in text
    assert loads_members(text).memberships == structure.members


@pytest.mark.parametrize(
    ("amount", "said"),
    [("20", "20 €"), ("20.0", "20 €"), ("20.00", "20 €"), ("20.5", "20,50 €"), ("20.05", "20,05 €"), ("0", "0 €"),
     ("100", "100 €"), ("1E+2", "100 €"), ("0.125", "0,125 €"), ("20.50", "20,50 €")],
)  # fmt: skip
def test_an_amount_is_written_as_people_write_it(amount: str, said: str) -> None:
    fees = (FeePayment(amount=Decimal(amount)),)
    structure = CPTS(id="c", members=(Membership(member=Professional(id="a"), fees=fees),))
    assert f'"{said}"' in dumps_members(structure)
    assert loads_members(dumps_members(structure)).memberships[0].fees == fees


def test_an_amount_read_of_a_workbook_is_written_without_a_lone_decimal() -> None:
    read = loads_members(xlsx(["Nom", "Prénom", "Montant de la cotisation"], ["Noma", "Zoé", 20.0], ["Nomb", "Ana", 12.5]), "xlsx")  # fmt: skip
    text = dumps_members(CPTS(id="c", members=read.memberships))
    assert "20,0 €" not in text
    assert '"20 €"' in text
    assert '"12,50 €"' in text
    assert loads_members(text).memberships == read.memberships


def test_a_value_of_another_class_has_no_cell() -> None:
    with pytest.raises(TypeError, match="float has no cell"):
        cell_of(1.5)


def test_every_fact_has_a_header_of_its_own() -> None:
    headers = [fact.header for fact in own_facts()]
    assert len(headers) == len(set(headers))


def test_somebody_who_came_back_has_two_lines_of_one_identifier() -> None:
    who = Professional(id="a", name="Zoé Noma")
    stays = (
        Membership(member=who, joined_on=date(2019, 1, 1), left_on=date(2020, 1, 1), partner=False),
        Membership(member=who, joined_on=date(2021, 1, 1), left_on=None, partner=False),
    )
    structure = CPTS(id="c", members=stays)
    sheet = loads_members(dumps_members(structure))
    assert sheet.memberships == stays
    assert sheet.doubles == ()
    assert loads_members(dumps_members(structure, on=date(2019, 5, 5))).memberships == stays[:1]
    assert loads_members(dumps_members(structure, on=date(2020, 1, 1))).memberships == ()


class TestASheetCompletedByHand:
    HEAD = (
        "Identifiant dans le dossier;Nature du membre;Nom;Professions;Mode d'exercice;Numéro RPPS;Date d'adhésion;"
        "Date de départ (premier jour hors de la structure);Cotisation à jour;Email;Cotisations payées;Savoir-faire (codes TRE_R38)\n"
    )

    def read(self, *lines: str) -> Any:
        return loads_members(self.HEAD + "".join(f"{line}\n" for line in lines))

    def test_is_read_as_people_write(self) -> None:
        sheet = self.read(
            "a;Professionnel;Zoé Noma;IDEL;libéral, indépendant;;12/03/2024;aucun;Oui;z@exemple.test;;"
        )
        assert sheet.memberships == (
            Membership(
                member=Professional(
                    id="a", name="Zoé Noma", professions=(Profession.INFIRMIER,), mode=Mode.LIBERAL
                ),
                joined_on=date(2024, 3, 12),
                left_on=None,
                fee_paid=True,
            ),
        )
        assert doubts(sheet) == set()

    def test_what_a_profession_says_besides_is_told_where_no_column_does(self) -> None:
        sheet = self.read(
            "a;professionnel;Zoé;infirmier remplaçant;;;;;;;;",
            "b;professionnel;Ana;médecin généraliste libéral;;;;;;;;",
            "c;professionnel;Ida;médecin généraliste libéral;salarié;;;;;;;SM04",
            "d;organisation;Les Érables;infirmier remplaçant;;;;;;;;",
        )
        assert [membership.member for membership in sheet.memberships] == [
            Professional(id="a", name="Zoé", professions=(Profession.INFIRMIER,), substitute=True),
            Professional(
                id="b",
                name="Ana",
                professions=(Profession.MEDECIN,),
                savoir_faire=("SM54",),
                mode=Mode.LIBERAL,
            ),
            Professional(
                id="c",
                name="Ida",
                professions=(Profession.MEDECIN,),
                savoir_faire=("SM04",),
                mode=Mode.SALARIE,
            ),
            Organisation(id="d", name="Les Érables"),
        ]
        assert doubts(sheet) == {("D5", "fact-elsewhere")}

    def test_a_line_without_identifier_is_one_of_any_list(self) -> None:
        sheet = self.read(
            "zoe-noma;professionnel;Zoé Noma;;;;;;;;;", ";;NOMA Zoé;MK;libéral;;12/03/2024;;oui;;;"
        )
        assert [membership.member.id for membership in sheet.memberships] == ["zoe-noma", "zoe-noma-2"]
        assert sheet.memberships[1] == Membership(
            member=Professional(
                id="zoe-noma-2",
                name="Zoé NOMA",
                professions=(Profession.MASSEUR_KINESITHERAPEUTE,),
                mode=Mode.LIBERAL,
            ),
            joined_on=date(2024, 3, 12),
            fee_paid=True,
        )
        assert doubts(sheet) == {("C3", "homonym")}
        assert [double.lines for double in sheet.doubles] == [(2, 3)]

    def test_what_cannot_be_read_is_a_doubt(self) -> None:
        sheet = self.read(
            "a;professionnel;Zoé;ortho;mixte;1,01E+10;bientôt;;peut-être;;n'importe;[1",
            "b;organisation;Les Érables;Infirmier;;;NC;;;;;",
            "c;professionnel;Ana;;;;2024-02-30;;;;-;[1]",
        )
        assert [membership.member for membership in sheet.memberships] == [
            Professional(id="a", name="Zoé"),
            Organisation(id="b", name="Les Érables"),
            Professional(id="c", name="Ana"),
        ]
        assert doubts(sheet) == {
            ("D2", "fact-unread"),
            ("E2", "fact-unread"),
            ("F2", "rpps-scientific"),
            ("G2", "fact-unread"),
            ("I2", "fact-unread"),
            ("K2", "fact-unread"),
            ("L2", "fact-unread"),
            ("D3", "fact-elsewhere"),
            ("G4", "fact-unread"),
            ("L4", "fact-unread"),
        }

    def test_what_contradicts_itself_or_names_nobody_is_a_fault(self) -> None:
        sheet = self.read(
            "a;professionnel;Zoé;;;;2024-03-12;2023-01-01;;;;",
            "b\u200b;professionnel;Ana;;;;;;;;;",
        )
        assert sheet.memberships == ()
        assert faults(sheet) == {("A2", "facts-contradict"), ("A3", "id-bad")}


class TestWhatCannotBeWritten:
    def test_unknown_members(self) -> None:
        with pytest.raises(BadSheet, match="the members are unknown"):
            dumps_members(CPTS(id="c"))

    @pytest.mark.parametrize("text", ["a\nb", "a\0b", "\ud800", "x" * 40_000])
    def test_a_text_that_no_cell_holds(self, text: str) -> None:
        with pytest.raises(BadSheet, match=r"'a', member\.name"):
            dumps_members(CPTS(id="c", members=(Membership(member=Professional(id="a", name=text)),)))

    def test_another_format(self, tmp_path: Path) -> None:
        with pytest.raises(UnknownFormat, match=r"\.csv or \.xlsx"):
            write_members(CPTS(id="c", members=()), tmp_path / "membres.ods")

    def test_leaves_the_old_file(self, tmp_path: Path) -> None:
        path = tmp_path / "membres.csv"
        write_members(CPTS(id="c", members=()), path)
        before = path.read_bytes()
        assert before.startswith(b"\xef\xbb\xbf")
        with pytest.raises(BadSheet):
            write_members(CPTS(id="c"), path)
        assert path.read_bytes() == before
        assert list(tmp_path.iterdir()) == [path]


def test_an_exclusion_and_fees_are_written_in_full() -> None:
    structure = CPTS(
        id="c",
        members=(
            Membership(
                member=Person(id="a"),
                exclusion=Exclusion(decided_on=date(1850, 1, 1), heard=True),
                fees=(
                    FeePayment(),
                    FeePayment(amount=Decimal("10.50"), paid_on=date(2024, 1, 2), for_year=None),
                ),
            ),
            Membership(member=Person(id="b"), exclusion=None, fees=()),
        ),
    )
    text = dumps_members(structure)
    assert "payée ; 10,50 € le 2024-01-02" in text
    assert loads_members(text).memberships == structure.members


HEADED = st.lists(
    st.lists(st.sampled_from(["Nom", "Prénom", "Profession", "RPPS", "Date d'adhésion", "Cotisation", "x", "12/03/2024", "=1", "NC", '"', "TEST Zoé", "Statut de la commande", "Identifiant dans le dossier", "oui", "1E9", "9" * 400, ""]), max_size=6),
    max_size=6,
).map(lambda rows: "\n".join(";".join(row) for row in rows))  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200), st.text(max_size=200), HEADED, HEADED.map(lambda text: "Nom;Prénom\n" + text)
    )
)
def test_whatever_is_read_gives_a_result_or_a_refusal(data: str | bytes) -> None:
    try:
        sheet = loads_members(data)
    except BadSheet:
        return
    made = [row.membership.member.id for row in sheet.rows if row.membership is not None and not row.told_id]
    assert len(set(made)) == len(made)
    assert all(remark.why.fr and remark.mend.fr for remark in (*sheet.doubts, *sheet.faults))
