"""Who may belong to what: the cells against the articles, and the pictures against the cells."""

import re
import xml.etree.ElementTree as ET
from datetime import date
from functools import cache
from math import cos, radians, sin

import attrs
import pytest

from cpts_model import LAW, LegalForm, Profession
from cpts_model.engine.law import Law
from cpts_model.engine.text import LANGS, Lang
from cpts_model.facts.organisation_kinds import OrganisationKind
from cpts_model.facts.people import PersonRole
from cpts_model.facts.structures.teams import TeamForm
from cpts_model.report.belonging import Cell, Standing, belonging, forms, managing_bodies, team_forms
from cpts_model.report.belonging.forms import COLUMNS as FORMS
from cpts_model.report.belonging.members import COLUMNS as MEMBERS
from cpts_model.report.pictures.belonging import belonging_svg, forms_svg
from cpts_model.report.pictures.svg import width_of

ON = date(2026, 11, 21)
SVG = "{http://www.w3.org/2000/svg}"
YES, NO, DEPENDS, OPEN, SILENT, NOT_YET = Standing

COMPONENT, ASSOCIATION, ESP, ESS, MSP, SIGNS, SISA, PRACTISES, MANAGES = range(9)
DOCTOR, NURSE, PHARMACIST = Profession.MEDECIN, Profession.INFIRMIER, Profession.PHARMACIEN
ORDERLY, TECHNICIAN = Profession.AIDE_SOIGNANT, Profession.PREPARATEUR_EN_PHARMACIE
Who = Profession | PersonRole | OrganisationKind


rows_of = cache(belonging)


def cell(who: Who, column: int, on: date = ON, law: Law = LAW) -> Cell:
    (row,) = (row for row in rows_of(law, on) if who.label in row.names)
    return row.cells[column]


# --- What the articles say, written from their words and not from the code

BY_HAND = [
    # L1434-12: professionnels de santé, acteurs du premier et du deuxième recours, services de prévention et de santé
    # au travail, acteurs médico-sociaux et sociaux; users and elected officials are none of these
    (DOCTOR, COMPONENT, YES, "L1434-12"),
    (ORDERLY, COMPONENT, YES, "L1434-12"),
    (OrganisationKind.EHPAD, COMPONENT, YES, "L1434-12"),
    (OrganisationKind.SERVICE_DE_SANTE_AU_TRAVAIL, COMPONENT, YES, "L1434-12"),
    (OrganisationKind.EQUIPE_DE_SOINS_PRIMAIRES, COMPONENT, YES, "L1434-12"),
    (PersonRole.USAGER, COMPONENT, NO, "L1434-12"),
    (PersonRole.ELU, COMPONENT, NO, "L1434-12"),
    (OrganisationKind.FINANCEUR, COMPONENT, NO, "L1434-12"),
    (OrganisationKind.DAC, COMPONENT, OPEN, "L1434-12"),
    (Profession.CONSEILLER_EN_GENETIQUE, COMPONENT, OPEN, "L1434-12"),
    (Profession.PSYCHOLOGUE, COMPONENT, DEPENDS, "L1434-12"),
    # the association: its statutes say, of everybody
    (DOCTOR, ASSOCIATION, DEPENDS, "25 juin 2002"),
    (PersonRole.USAGER, ASSOCIATION, DEPENDS, "25 juin 2002"),
    (OrganisationKind.HOPITAL_PUBLIC, ASSOCIATION, DEPENDS, "25 juin 2002"),
    # L1411-11-1: « un ensemble de professionnels de santé »
    (ORDERLY, ESP, YES, "L1411-11-1"),
    (Profession.OSTEOPATHE, ESP, NO, "L1411-11-1"),
    (PersonRole.USAGER, ESS, NO, "L1411-11-1"),
    (OrganisationKind.CABINET, ESP, OPEN, "L1411-11-1"),
    # L6323-3: « entre des professionnels médicaux, auxiliaires médicaux ou pharmaciens »; signed by others too
    (NURSE, MSP, YES, "L6323-3"),
    (PHARMACIST, MSP, YES, "L6323-3"),
    (TECHNICIAN, MSP, NO, "L6323-3"),
    (ORDERLY, MSP, NO, "L6323-3"),
    (PersonRole.ELU, SIGNS, YES, "L6323-3"),
    # L4041-1: natural persons who practise as médecin…, auxiliaire médical or pharmacien
    (PHARMACIST, SISA, YES, "L4041-1"),
    (ORDERLY, SISA, NO, "L4041-1"),
    (OrganisationKind.CABINET, SISA, NO, "L4041-1"),
    # L6323-1-5: salaried, or volunteers; L6323-1-3: the bodies that manage
    (DOCTOR, PRACTISES, DEPENDS, "L6323-1-5"),
    (DOCTOR, MANAGES, NO, "L6323-1-3"),
    (OrganisationKind.HOPITAL_PUBLIC, MANAGES, YES, "L6323-1-3"),
    (OrganisationKind.CABINET, MANAGES, DEPENDS, "L6323-1-3"),
]


@pytest.mark.parametrize(
    ("who", "column", "standing", "article"),
    BY_HAND,
    ids=[f"{type(who).__name__}-{who.value}-{column}" for who, column, *_ in BY_HAND],
)
def test_a_cell_says_what_the_article_says(who: Who, column: int, standing: Standing, article: str) -> None:
    found = cell(who, column)
    assert found.standing is standing
    assert article in found.cites


@pytest.mark.parametrize(
    ("who", "column", "on", "standing"),
    [
        (
            OrganisationKind.SERVICE_DE_SANTE_AU_TRAVAIL,
            COMPONENT,
            date(2022, 3, 30),
            NO,
        ),  # named since 31 March 2022
        (OrganisationKind.SERVICE_DE_SANTE_AU_TRAVAIL, COMPONENT, date(2022, 3, 31), YES),
        (DOCTOR, ESS, date(2019, 7, 26), NOT_YET),  # the équipe de soins spécialisés came on 27 July 2019
        (DOCTOR, ESS, date(2019, 7, 27), YES),
        (DOCTOR, SISA, date(2011, 8, 11), NOT_YET),
        (PHARMACIST, MSP, date(2010, 6, 1), NO),  # pharmacists joined on 12 August 2011
        (PHARMACIST, MSP, date(2011, 8, 12), YES),
        (DOCTOR, COMPONENT, date(2016, 1, 27), NOT_YET),
        (DOCTOR, ASSOCIATION, date(2016, 1, 27), NOT_YET),
    ],
)
def test_the_table_moves_with_the_law(who: Who, column: int, on: date, standing: Standing) -> None:
    assert cell(who, column, on).standing is standing


def test_a_change_of_a_rule_changes_the_table() -> None:
    closed = Law(
        tuple(
            attrs.evolve(rule, holds=lambda *_: False) if rule.id == "esp.professionnels-de-sante" else rule
            for rule in LAW.rules
        ),
        LAW.articles,
    )
    assert cell(DOCTOR, ESP, law=closed).standing is NO
    assert cell(DOCTOR, ESS, law=closed).standing is YES


def test_everybody_stands_in_one_row() -> None:
    names = [name for row in rows_of(LAW, ON) for name in row.names]
    everybody = (*Profession, *OrganisationKind)
    assert [who.label for who in everybody if names.count(who.label) != 1] == []


def test_what_it_turns_on_and_what_is_open_are_told() -> None:
    assert [fact.en for fact in cell(DOCTOR, PRACTISES).asked] == ["mode of practice"]
    (reason,) = cell(OrganisationKind.DAC, COMPONENT).left_open
    assert "coordination" in reason.fr
    assert not cell(DOCTOR, COMPONENT).asked
    assert not cell(DOCTOR, COMPONENT).left_open


# --- Forms


@pytest.mark.parametrize(
    ("form", "standings"),
    [
        # L1434-12-1: an association of the law of 1901, under local law in Alsace-Moselle; L6323-3: a legal person
        (LegalForm.ASSOCIATION, (YES, NO, YES, NO)),
        (LegalForm.ASSOCIATION_DROIT_LOCAL, (NO, YES, YES, NO)),
        (LegalForm.SISA, (NO, NO, YES, YES)),
        (LegalForm.SCM, (NO, NO, YES, NO)),
        (LegalForm.NATURAL_PERSON, (NO, NO, NO, NO)),
    ],
)
def test_the_forms_of_structures(form: LegalForm, standings: tuple[Standing, ...]) -> None:
    (row,) = (row for row in forms(LAW, ON) if form.label in row.names)
    assert tuple(cell.standing for cell in row.cells) == standings


@pytest.mark.parametrize(
    ("form", "standing"),
    [
        (LegalForm.ASSOCIATION, YES),
        (LegalForm.MUTUELLE, YES),
        (LegalForm.COMMUNE, YES),
        (LegalForm.DEPARTEMENT, YES),
        (LegalForm.REGION, DEPENDS),  # left the list in 2022
        (LegalForm.CCAS, OPEN),
        (LegalForm.SEL, DEPENDS),
    ],
)
def test_who_manages_a_centre(form: LegalForm, standing: Standing) -> None:
    (row,) = (row for row in managing_bodies(LAW, ON) if form.label in row.names)
    assert row.cells[0].standing is standing


@pytest.mark.parametrize(
    ("form", "standing"),
    [(TeamForm.CENTRE_DE_SANTE, YES), (TeamForm.MAISON_DE_SANTE, YES), (TeamForm.OTHER, OPEN)],
)
def test_the_forms_of_an_equipe_de_soins_primaires(form: TeamForm, standing: Standing) -> None:
    (row,) = (row for row in team_forms(LAW, ON) if form.label in row.names)
    assert row.cells[0].standing is standing
    assert "L1411-11-1" in row.cells[0].cites


# --- The pictures

SIZES = {
    "big": 22.6,
    "heading": 17,
    "head": 15.8,
    "how": 13.5,
    "row": 15,
    "key": 14.5,
    "small": 11.5,
    "asked": 0,
}
DRAWINGS = [(belonging_svg, rows_of, MEMBERS), (forms_svg, forms, FORMS)]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("draw", "table", "columns"), DRAWINGS, ids=["members", "forms"])
@pytest.mark.parametrize("on", [ON, date(2010, 6, 1)])
def test_the_description_tells_every_cell(draw, table, columns, lang: Lang, on: date) -> None:
    root = ET.fromstring(draw(lang, on))
    assert root.attrib["role"] == "img"
    assert root.attrib["lang"] == lang
    assert root.findtext(f"{SVG}title")
    described = (root.findtext(f"{SVG}desc") or "").splitlines()
    rows = table(LAW, on)
    assert len(described) == 1 + len(rows) * len(columns)
    for row in rows:
        for column, cell in zip(columns, row.cells, strict=True):
            start = f"{row.label.to(lang)} — {column.name(lang)}"
            (line,) = (line for line in described if line.startswith(start))
            assert cell.standing.label.to(lang) in line[len(start) :]
            assert cell.cites in line
    tips = [tip.text for tip in root.iter(f"{SVG}title")][1:]
    assert tips == described[1:]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("draw", [belonging_svg, forms_svg])
@pytest.mark.parametrize("on", [ON, date(2010, 6, 1)])
def test_nothing_leaves_the_picture(draw, lang: Lang, on: date) -> None:
    root = ET.fromstring(draw(lang, on))
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    assert width <= 660  # narrow, so that it can be read on a telephone
    for rect in root.iter(f"{SVG}rect"):
        assert 0 <= float(rect.attrib["x"]) <= width - float(rect.attrib["width"])
        assert 0 <= float(rect.attrib["y"]) <= height - float(rect.attrib["height"])
    for text in root.iter(f"{SVG}text"):
        x, y = float(text.attrib["x"]), float(text.attrib["y"])
        length = width_of(text.text or "", SIZES[text.attrib["class"]])
        turned = re.match(r"rotate\((-\d+) ", text.attrib.get("transform", ""))
        angle = radians(int(turned[1]) if turned else 0)
        assert 0 <= x + length * cos(angle) <= width
        assert 0 <= y + length * sin(angle) <= height


def test_no_answer_is_told_by_colour_alone() -> None:
    root = ET.fromstring(belonging_svg("en", ON))
    signs = {}
    for cell in root.iter(f"{SVG}g"):
        square, *sign = [node for node in cell if node.tag != f"{SVG}title"]
        shape = tuple((node.tag, node.text) for node in sign)
        signs.setdefault(square.attrib["class"], set()).add(shape)
    assert len(signs) == len(
        {standing for row in rows_of(LAW, ON) for standing in (c.standing for c in row.cells)}
    )
    assert all(len(shapes) == 1 for shapes in signs.values())
