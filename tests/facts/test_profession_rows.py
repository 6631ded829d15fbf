"""Each row of the table that `profession_entry` shapes, against rows typed from the texts and the nomenclatures.

What the code says is in the *code de la santé publique* (CSP), with the day and the way in which it
was read; the codes are those of the health nomenclatures (NOS), which move without it.
"""

from datetime import date

import pytest

from cpts_model.engine.citations import ACTES, Evidence
from cpts_model.engine.text import Text
from cpts_model.facts.families import Family
from cpts_model.facts.nomenclature import SEEN, NomenclatureCode
from cpts_model.facts.professions import Profession

AUXILIAIRE, TITRE_IX = Family.AUXILIAIRE_MEDICAL, Family.TITRE_IX
NON, HORS = Family.NON_PROFESSION_DE_SANTE, Family.HORS_QUATRIEME_PARTIE
V, S, D = Evidence.VERIFIED, Evidence.SECONDARY, Evidence.DERIVED

OLDEST, NEXT = date(2002, 5, 4), date(2002, 5, 5)
LAW_2016, LAW_2023 = date(2016, 1, 28), date(2023, 5, 21)

Row = tuple[tuple[date, set[Family], Evidence, bool], ...]
"""From which day, the families it may be of, how that is known, and whether a note says more."""


def of_old(family: Family) -> Row:
    return ((OLDEST, {family}, D, True),)


def found_by(day: date, family: Family, evidence: Evidence) -> Row:
    """Absent from the table of 2002, and there by a day."""
    return ((OLDEST, {NON}, V, False), (NEXT, {NON, family}, D, True), (day, {family}, evidence, False))


def read_by(day: date, family: Family) -> Row:
    """Not looked for in the table of 2002, and there by a day."""
    return ((OLDEST, {NON, family}, D, True), (day, {family}, D, False))


def alike(names: str, row: Row) -> dict[str, Row]:
    return dict.fromkeys(names.split(), row)


STANDINGS: dict[str, Row] = {
    **alike("MEDECIN CHIRURGIEN_DENTISTE SAGE_FEMME", of_old(Family.PROFESSION_MEDICALE)),
    **alike("PHARMACIEN PREPARATEUR_EN_PHARMACIE", of_old(Family.PHARMACIE)),
    **alike(
        "INFIRMIER MASSEUR_KINESITHERAPEUTE PEDICURE_PODOLOGUE ERGOTHERAPEUTE PSYCHOMOTRICIEN ORTHOPHONISTE "
        "ORTHOPTISTE MANIPULATEUR_D_ELECTRORADIOLOGIE_MEDICALE AUDIOPROTHESISTE OPTICIEN_LUNETIER DIETETICIEN",
        of_old(AUXILIAIRE),
    ),
    **alike(
        "ORTHOPROTHESISTE PODO_ORTHESISTE OCULARISTE EPITHESISTE ORTHOPEDISTE_ORTHESISTE",
        read_by(date(2005, 8, 14), AUXILIAIRE),
    ),
    **alike(
        "OSTEOPATHE CHIROPRACTEUR PSYCHOLOGUE PSYCHOTHERAPEUTE ASSISTANT_DE_SERVICE_SOCIAL VETERINAIRE",
        of_old(NON),
    ),
    **alike("AIDE_SOIGNANT AUXILIAIRE_DE_PUERICULTURE AMBULANCIER", found_by(LAW_2016, TITRE_IX, D)),
    "TECHNICIEN_DE_LABORATOIRE_MEDICAL": found_by(LAW_2016, AUXILIAIRE, S),
    "CONSEILLER_EN_GENETIQUE": found_by(date(2005, 1, 1), HORS, S),
    "BIOLOGISTE_MEDICAL": read_by(date(2010, 1, 16), HORS),
    "PHYSICIEN_MEDICAL": (
        (OLDEST, {NON}, V, False),
        (date(2017, 1, 21), {Family.PHYSIQUE_MEDICALE}, V, False),
    ),
    "ASSISTANT_DENTAIRE": ((OLDEST, {NON}, V, False), (LAW_2016, {TITRE_IX}, D, True)),
    "ASSISTANT_DE_REGULATION_MEDICALE": ((OLDEST, {NON}, V, False), (LAW_2023, {TITRE_IX}, V, True)),
}


@pytest.mark.parametrize("profession", list(Profession), ids=lambda profession: profession.value)
def test_a_place_in_the_code_has_its_first_day_its_evidence_and_a_note_where_it_needs_one(
    profession: Profession,
):
    standings = profession.entry.standings
    assert STANDINGS[profession.name] == tuple(
        (standing.period.start, set(standing.possible), standing.evidence, isinstance(standing.note, Text))
        for standing in standings
    )
    assert standings[-1].period.end is None


# profession | the article, with its paragraph, and those read beside it | read in | how | whether a note says more
ARTICLES = """
medecin | L4111-1 L4131-1 | 2017-01-21 | verified |
chirurgien-dentiste | L4111-1 L4141-1 | 2002-05-04 | verified | note
sage-femme | L4111-1 L4151-1 | 2002-05-04 | verified | note
pharmacien | L4221-1 L4211-1 | 2002-05-04 | verified | note
preparateur-en-pharmacie | L4241-1 L4241-13 | 2002-05-04 | verified | note
physicien-medical | L4251-1 | 2023-05-21 | verified |
infirmier | L4311-1 | 2025-06-29 | verified | note
masseur-kinesitherapeute | L4321-1 | 2002-05-04 | verified | note
pedicure-podologue | L4322-1 | 2002-05-04 | verified | note
ergotherapeute | L4331-1 | 2002-05-04 | verified | note
psychomotricien | L4332-1 | 2002-05-04 | verified | note
orthophoniste | L4341-1 | 2002-05-04 | verified | note
orthoptiste | L4342-1 | 2002-05-04 | verified | note
manipulateur-d-electroradiologie-medicale | L4351-1 | 2002-05-04 | verified | note
technicien-de-laboratoire-medical | L4352-1 | 2023-05-21 | secondary | note
audioprothesiste | L4361-1 | 2002-05-04 | verified | note
opticien-lunetier | L4362-1 | 2002-05-04 | verified | note
orthoprothesiste | L4364-1,1° D4364-1 | 2005-08-14 | verified | note
podo-orthesiste | L4364-1,2° D4364-1 | 2005-08-14 | verified | note
oculariste | L4364-1,3° D4364-1 | 2005-08-14 | verified | note
epithesiste | L4364-1,4° D4364-1 | 2005-08-14 | verified | note
orthopediste-orthesiste | L4364-1,5° D4364-1 | 2005-08-14 | verified | note
dieteticien | L4371-1 | 2002-05-04 | verified | note
aide-soignant | L4391-1 | 2023-05-21 | verified | note
auxiliaire-de-puericulture | L4392-1 | 2023-05-21 | derived | note
ambulancier | L4393-1 | 2023-05-21 | verified |
assistant-dentaire | L4393-8 R4393-8 | 2023-05-21 | secondary |
assistant-de-regulation-medicale | L4393-19 L4393-20 L4393-21 | 2023-05-21 | verified |
conseiller-en-genetique | L1132-1 | 2023-05-21 | verified |
"""


@pytest.mark.parametrize("row", ARTICLES.strip().splitlines())
def test_the_articles_of_a_profession_and_when_they_were_read(row: str):
    slug, articles, checked_on, evidence, note = (part.strip() for part in row.split("|"))
    entry = Profession.from_slug(slug).entry
    assert entry.cites is not None
    cited = [
        ",".join(filter(None, (cites.article, cites.paragraph))) for cites in (entry.cites, *entry.also_cites)
    ]
    assert cited == articles.split()
    assert entry.checked_on == date.fromisoformat(checked_on)
    assert entry.evidence is Evidence[evidence.upper()]
    assert isinstance(entry.note, Text) is bool(note)
    assert entry.uncited is None


@pytest.mark.parametrize(
    ("profession", "article", "evidence", "noted"),
    [
        (Profession.OSTEOPATHE, "loi n° 2002-303, art. 75", S, True),
        (Profession.CHIROPRACTEUR, "loi n° 2002-303, art. 75", S, False),
        (Profession.BIOLOGISTE_MEDICAL, None, S, True),
        (Profession.PSYCHOLOGUE, None, D, False),
        (Profession.PSYCHOTHERAPEUTE, None, D, False),
        (Profession.ASSISTANT_DE_SERVICE_SOCIAL, None, D, True),
        (Profession.VETERINAIRE, None, D, False),
    ],
    ids=lambda told: told.value if isinstance(told, Profession) else "",
)
def test_what_the_code_does_not_name_cites_another_act_or_says_why_it_cites_none(
    profession: Profession, article: str | None, evidence: Evidence, noted: bool
):
    entry = profession.entry
    assert (entry.cites and (entry.cites.code, entry.cites.article)) == (article and (ACTES, article))
    assert isinstance(entry.uncited, Text) is (article is None)
    assert entry.checked_on == LAW_2023
    assert entry.evidence is evidence
    assert isinstance(entry.note, Text) is noted


def test_what_no_title_names_is_not_said_to_have_an_article_that_was_read():
    (read,) = Profession.INFIRMIER.entry.standings
    (named_nowhere,) = Profession.PSYCHOLOGUE.entry.standings
    assert read.note is not None
    assert named_nowhere.note is not None
    assert read.note.fr.startswith("article lu")
    assert named_nowhere.note.fr.startswith("aucun titre")


# slug | in French, of a man and of a woman | in English
LABELS = """
medecin | médecin | médecin | doctor
infirmier | infirmier | infirmière | nurse
masseur-kinesitherapeute | masseur-kinésithérapeute | masseuse-kinésithérapeute | physiotherapist
oculariste | oculariste | oculariste | ocularist
orthoprothesiste | orthoprothésiste | orthoprothésiste | orthoprosthetist
chiropracteur | chiropracteur | chiropractrice | chiropractor
psychologue | psychologue | psychologue | psychologist
assistant-de-service-social | assistant de service social | assistante de service social | social worker
"""


@pytest.mark.parametrize("row", LABELS.strip().splitlines())
def test_a_profession_is_called_as_people_call_it(row: str):
    slug, man, woman, english = (part.strip() for part in row.split("|"))
    profession = Profession.from_slug(slug)
    assert profession.label == Text(man, english)
    assert profession.entry.feminine == woman


# Each code and its label, "until" the day of its deprecation, "then" the code in its place.
CODES = """
medecin | G15 10 Médecin
chirurgien-dentiste | G15 40 Chirurgien-Dentiste
sage-femme | G15 50 Sage-Femme
pharmacien | G15 21 Pharmacien
preparateur-en-pharmacie | by role 317 Préparateur en pharmacie
preparateur-en-pharmacie | G15 39 Préparateur en pharmacie (officine) until 2024-12-13 then R85#317
preparateur-en-pharmacie | by role 316 Préparateur en pharmacie hospitalière
preparateur-en-pharmacie | G15 38 Préparateur en pharmacie hospitalière until 2024-12-13 then R85#316
physicien-medical | G15 32 Physicien médical
infirmier | G15 60 Infirmier
infirmier | G15 69 Infirmier psychiatrique
masseur-kinesitherapeute | G15 70 Masseur-Kinésithérapeute
pedicure-podologue | G15 80 Pédicure-Podologue
ergotherapeute | G15 94 Ergothérapeute
psychomotricien | G15 96 Psychomotricien
orthophoniste | G15 91 Orthophoniste
orthoptiste | G15 92 Orthoptiste
manipulateur-d-electroradiologie-medicale | G15 98 Manipulateur ERM
technicien-de-laboratoire-medical | G15 86 Technicien de laboratoire médical
audioprothesiste | G15 26 Audioprothésiste
opticien-lunetier | G15 28 Opticien-Lunetier
orthoprothesiste | G15 81 Orthoprothésiste
podo-orthesiste | G15 82 Podo-Orthésiste
oculariste | G15 84 Oculariste
epithesiste | G15 85 Epithésiste
orthopediste-orthesiste | G15 83 Orthopédiste-Orthésiste
dieteticien | G15 95 Diététicien
aide-soignant | by role 313 Aide-soignant
aide-soignant | G15 35 Aide-soignant until 2024-12-13 then R85#313
auxiliaire-de-puericulture | by role 315 Auxiliaire de puériculture
auxiliaire-de-puericulture | G15 37 Auxiliaire de puériculture until 2024-12-13 then R85#315
ambulancier | by role 314 Ambulancier
ambulancier | G15 36 Ambulancier until 2024-12-13 then R85#314
assistant-dentaire | G15 31 Assistant dentaire
conseiller-en-genetique | by role 329 Conseiller en génétique
conseiller-en-genetique | R95 97 Conseiller en génétique until 2024-12-13 then R85#329
conseiller-en-genetique | R95 194 Conseiller en génétique until 2020-05-29
osteopathe | R95 71 Ostéopathe
osteopathe | R95 171 Ostéopathe until 2020-05-29
chiropracteur | R95 73 Chiropracteur
chiropracteur | R95 173 Chiropracteur until 2020-05-29
psychologue | R95 93 Psychologue
psychologue | R95 193 Psychologue until 2020-05-29
psychologue | G15 93 Psychologue until 2021-12-17 then R95#93
psychotherapeute | R95 72 Psychothérapeute
psychotherapeute | R95 172 Psychothérapeute until 2020-05-29
assistant-de-service-social | R94 41 Assistant de service social
"""

SYSTEMS = {
    "G15": "TRE_G15-ProfessionSante",
    "R85": "TRE_R85-RolePriseCharge",
    "R94": "TRE_R94-ProfessionSocial",
    "R95": "TRE_R95-UsagerTitre",
    "R291": "TRE_R291-AutreProfession",
}


def said(code: NomenclatureCode) -> str:
    """A code as the table writes it."""
    short = {system: name for name, system in SYSTEMS.items()}
    if code.role is not None:
        assert (short[code.system], code.code, code.is_active) == ("R291", "99", True)
        assert (short[code.role.system], code.role.is_active) == ("R85", True)
        return f"by role {code.role.code} {code.role.label}"
    until = f" until {code.deprecated_on}" if code.deprecated_on else ""
    system, _, number = (code.replaced_by or "").partition("#")
    then = f" then {short[system]}#{number}" if code.replaced_by else ""
    return f"{short[code.system]} {code.code} {code.label}{until}{then}"


def test_each_profession_has_the_codes_of_the_nomenclatures_and_no_others():
    typed = [tuple(part.strip() for part in row.split("|")) for row in CODES.strip().splitlines()]
    assert [(profession.value, said(code)) for profession in Profession for code in profession.codes] == typed


def test_each_code_tells_the_version_of_the_nomenclature_in_which_it_was_read():
    codes = [code for profession in Profession for code in profession.codes]
    for code in (*codes, *(code.role for code in codes if code.role is not None)):
        assert code.seen == SEEN[code.system]


def test_the_row_of_one_of_the_five_of_appareillage_says_where_its_article_was_read():
    (source,) = {
        Profession.from_slug(slug).entry.source
        for slug in ("orthoprothesiste", "podo-orthesiste", "oculariste", "epithesiste", "orthopediste-orthesiste")
    }  # fmt: skip
    assert source == "juriblio.fr, article L4364-1 (3e version, sans date) ; admi.net, décret 2005-988"
