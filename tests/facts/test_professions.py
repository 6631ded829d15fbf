"""The taxonomy, against a table typed from the code and not from the library."""

import copy
import csv
import pickle
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from cpts_model.engine.citations import CSP, Citation, Evidence
from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion
from cpts_model.facts.families import Standing
from cpts_model.facts.modes import Mode
from cpts_model.facts.nomenclature import G15, R85, R94, R95, R291, NomenclatureCode, active
from cpts_model.facts.profession_entry import ProfessionEntry, always
from cpts_model.facts.profession_table import ENTRIES
from cpts_model.facts.professions import (
    FAMILY_CHANGES,
    GENERALIST_SAVOIR_FAIRE,
    IPA_SAVOIR_FAIRE,
    KNOWN_FROM,
    Family,
    Profession,
    UnknownProfession,
)
from cpts_model.facts.savoir_faire import (
    SAVOIR_FAIRE,
    UnknownSavoirFaire,
    is_general_practice,
    is_ipa,
    is_medical_speciality,
    savoir_faire_label,
)

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "nos"
DAY = timedelta(days=1)

# Typed from the code de la santé publique: Book I; Book II Titles I-IV; Book II Title V;
# Book III Titles I-VII; Book III Title IX; other Parts; and what is no health profession.
LAW = {
    Family.PROFESSION_MEDICALE: "MEDECIN CHIRURGIEN_DENTISTE SAGE_FEMME",
    Family.PHARMACIE: "PHARMACIEN PREPARATEUR_EN_PHARMACIE",
    Family.PHYSIQUE_MEDICALE: "PHYSICIEN_MEDICAL",
    Family.AUXILIAIRE_MEDICAL: (
        "INFIRMIER MASSEUR_KINESITHERAPEUTE PEDICURE_PODOLOGUE ERGOTHERAPEUTE PSYCHOMOTRICIEN ORTHOPHONISTE "
        "ORTHOPTISTE MANIPULATEUR_D_ELECTRORADIOLOGIE_MEDICALE TECHNICIEN_DE_LABORATOIRE_MEDICAL "
        "AUDIOPROTHESISTE OPTICIEN_LUNETIER ORTHOPROTHESISTE PODO_ORTHESISTE OCULARISTE EPITHESISTE "
        "ORTHOPEDISTE_ORTHESISTE DIETETICIEN"
    ),
    Family.TITRE_IX: (
        "AIDE_SOIGNANT AUXILIAIRE_DE_PUERICULTURE AMBULANCIER ASSISTANT_DENTAIRE "
        "ASSISTANT_DE_REGULATION_MEDICALE"
    ),
    Family.HORS_QUATRIEME_PARTIE: "CONSEILLER_EN_GENETIQUE BIOLOGISTE_MEDICAL",
    Family.NON_PROFESSION_DE_SANTE: (
        "OSTEOPATHE CHIROPRACTEUR PSYCHOLOGUE PSYCHOTHERAPEUTE ASSISTANT_DE_SERVICE_SOCIAL VETERINAIRE"
    ),
}
ROWS = [(Profession[name], family) for family, names in LAW.items() for name in names.split()]

ARTICLES = {
    "MEDECIN": "L4111-1",
    "CHIRURGIEN_DENTISTE": "L4111-1",
    "SAGE_FEMME": "L4111-1",
    "PHARMACIEN": "L4221-1",
    "PREPARATEUR_EN_PHARMACIE": "L4241-1",
    "PHYSICIEN_MEDICAL": "L4251-1",
    "INFIRMIER": "L4311-1",
    "MASSEUR_KINESITHERAPEUTE": "L4321-1",
    "PEDICURE_PODOLOGUE": "L4322-1",
    "ERGOTHERAPEUTE": "L4331-1",
    "PSYCHOMOTRICIEN": "L4332-1",
    "ORTHOPHONISTE": "L4341-1",
    "ORTHOPTISTE": "L4342-1",
    "MANIPULATEUR_D_ELECTRORADIOLOGIE_MEDICALE": "L4351-1",
    "TECHNICIEN_DE_LABORATOIRE_MEDICAL": "L4352-1",
    "AUDIOPROTHESISTE": "L4361-1",
    "OPTICIEN_LUNETIER": "L4362-1",
    "ORTHOPROTHESISTE": "L4364-1",
    "PODO_ORTHESISTE": "L4364-1",
    "OCULARISTE": "L4364-1",
    "EPITHESISTE": "L4364-1",
    "ORTHOPEDISTE_ORTHESISTE": "L4364-1",
    "DIETETICIEN": "L4371-1",
    "AIDE_SOIGNANT": "L4391-1",
    "AUXILIAIRE_DE_PUERICULTURE": "L4392-1",
    "AMBULANCIER": "L4393-1",
    "ASSISTANT_DENTAIRE": "L4393-8",
    "ASSISTANT_DE_REGULATION_MEDICALE": "L4393-19",
    "CONSEILLER_EN_GENETIQUE": "L1132-1",
}


def test_every_profession_is_in_one_family() -> None:
    assert sorted(profession.name for profession, _ in ROWS) == sorted(Profession.__members__)


@pytest.mark.parametrize(("profession", "family"), ROWS)
def test_the_family_of_today(profession: Profession, family: Family) -> None:
    day = date(2026, 1, 1)
    assert profession.family is family
    assert profession.family_on(day) is family
    assert profession.is_of(family, day)
    assert profession.is_health_profession_on(day) is (
        family not in (Family.HORS_QUATRIEME_PARTIE, Family.NON_PROFESSION_DE_SANTE)
    )
    assert profession.is_auxiliaire_medical is (family is Family.AUXILIAIRE_MEDICAL)
    assert profession.is_auxiliaire_medical_on(day) is profession.is_auxiliaire_medical
    assert profession.is_profession_medicale is (family is Family.PROFESSION_MEDICALE)
    assert profession.standing_on(day).family is family
    assert day in profession.standing_on(day).period


@pytest.mark.parametrize(
    ("name", "day", "before", "after"),
    [
        ("PHYSICIEN_MEDICAL", date(2017, 1, 21), False, True),
        ("ASSISTANT_DENTAIRE", date(2016, 1, 28), False, True),
        ("ASSISTANT_DE_REGULATION_MEDICALE", date(2023, 5, 21), False, True),
        ("AIDE_SOIGNANT", date(2002, 5, 5), False, None),
        ("AIDE_SOIGNANT", date(2016, 1, 28), None, True),
        ("AUXILIAIRE_DE_PUERICULTURE", date(2002, 5, 5), False, None),
        ("AUXILIAIRE_DE_PUERICULTURE", date(2016, 1, 28), None, True),
        ("AMBULANCIER", date(2002, 5, 5), False, None),
        ("AMBULANCIER", date(2016, 1, 28), None, True),
        ("TECHNICIEN_DE_LABORATOIRE_MEDICAL", date(2002, 5, 5), False, None),
        ("TECHNICIEN_DE_LABORATOIRE_MEDICAL", date(2016, 1, 28), None, True),
        ("ORTHOPROTHESISTE", date(2005, 8, 14), None, True),
        ("PODO_ORTHESISTE", date(2005, 8, 14), None, True),
        ("OCULARISTE", date(2005, 8, 14), None, True),
        ("EPITHESISTE", date(2005, 8, 14), None, True),
        ("ORTHOPEDISTE_ORTHESISTE", date(2005, 8, 14), None, True),
        ("CONSEILLER_EN_GENETIQUE", date(2002, 5, 5), False, False),
        ("CONSEILLER_EN_GENETIQUE", date(2005, 1, 1), False, False),
        ("BIOLOGISTE_MEDICAL", date(2010, 1, 16), False, False),
        ("MEDECIN", date(2002, 5, 4), None, True),
        ("PSYCHOLOGUE", date(2002, 5, 4), None, False),
    ],
)
def test_both_sides_of_every_day_on_which_the_answer_moves(
    name: str, day: date, before: bool | None, after: bool | None
) -> None:
    profession = Profession[name]
    assert day in FAMILY_CHANGES
    for when, expected in ((day - DAY, before), (day, after)):
        if expected is None:
            with pytest.raises(OpenQuestion):
                profession.is_health_profession_on(when)
            with pytest.raises(OpenQuestion):
                profession.family_on(when)
        else:
            assert profession.is_health_profession_on(when) is expected


@pytest.mark.parametrize("profession", list(Profession))
def test_each_standing_begins_on_its_first_day_and_ends_before_the_next(profession: Profession) -> None:
    for standing in profession.entry.standings:
        first = standing.period.start
        assert first is not None
        assert profession.standing_on(first) is standing
        if first != KNOWN_FROM:
            assert profession.standing_on(first - DAY) is not standing


@pytest.mark.parametrize("profession", list(Profession))
def test_nothing_is_said_of_the_days_before_the_oldest_table(profession: Profession) -> None:
    for ask in (
        profession.family_on,
        profession.is_health_profession_on,
        profession.is_auxiliaire_medical_on,
    ):
        with pytest.raises(OpenQuestion) as caught:
            ask(KNOWN_FROM - DAY)
        assert "4 mai 2002" in caught.value.reason.fr


def test_the_open_question_names_the_profession_and_the_gap() -> None:
    with pytest.raises(OpenQuestion) as caught:
        Profession.AIDE_SOIGNANT.family_on(date(2010, 1, 1))
    assert caught.value.reason.fr.startswith("aide-soignant : ")
    assert caught.value.reason.en.startswith("nursing auxiliary: ")
    note = Profession.AIDE_SOIGNANT.standing_on(date(2010, 1, 1)).note
    assert note is not None
    assert caught.value.reason.fr == f"aide-soignant : {note.fr}"
    assert caught.value.reason.en == f"nursing auxiliary: {note.en}"


def test_a_gap_settles_what_all_its_possible_families_answer_alike() -> None:
    gap = date(2010, 1, 1)
    assert Profession.AIDE_SOIGNANT.is_auxiliaire_medical_on(gap) is False
    with pytest.raises(OpenQuestion):
        Profession.TECHNICIEN_DE_LABORATOIRE_MEDICAL.is_auxiliaire_medical_on(gap)
    assert Profession.CONSEILLER_EN_GENETIQUE.is_health_profession_on(date(2003, 1, 1)) is False
    with pytest.raises(OpenQuestion):
        Profession.CONSEILLER_EN_GENETIQUE.family_on(date(2003, 1, 1))


def answer(profession: Profession, day: date) -> Family | None:
    try:
        return profession.family_on(day)
    except OpenQuestion:
        return None


def test_the_changes_are_those_days_and_no_others() -> None:
    assert FAMILY_CHANGES[0] == KNOWN_FROM
    for day in FAMILY_CHANGES:
        assert any(answer(p, day) is not answer(p, day - DAY) for p in Profession), day
    moves = [date(2002, 1, 1) + n * DAY for n in range(9200)]
    before = [None] * len(Profession)
    for day in moves:
        now = [answer(p, day) for p in Profession]
        assert (now == before) or day in FAMILY_CHANGES, day
        before = now


def test_each_one_is_what_its_name_says_and_nothing_else() -> None:
    asked = {
        "is_medecin": "MEDECIN",
        "is_chirurgien_dentiste": "CHIRURGIEN_DENTISTE",
        "is_sage_femme": "SAGE_FEMME",
        "is_pharmacien": "PHARMACIEN",
        "is_infirmier": "INFIRMIER",
    }
    for question, name in asked.items():
        assert [p.name for p in Profession if getattr(p, question)] == [name]


@pytest.mark.parametrize("profession", list(Profession))
def test_every_row_is_sourced(profession: Profession) -> None:
    entry = profession.entry
    assert profession.label == entry.label
    assert profession.cites == entry.cites
    assert entry.feminine
    assert entry.source
    assert entry.checked_on >= KNOWN_FROM
    assert isinstance(entry.evidence, Evidence)
    assert (entry.cites is None) == (entry.uncited is not None)
    if profession.name in ARTICLES:
        assert entry.cites is not None
        assert (entry.cites.code, entry.cites.article) == (CSP, ARTICLES[profession.name])
    standings = entry.standings
    assert standings[0].period.start == KNOWN_FROM
    assert standings[-1].period.end is None
    for older, newer in pairwise(standings):
        assert older.period.end == newer.period.start


@pytest.mark.parametrize("profession", list(Profession))
def test_slug_and_name_are_one(profession: Profession) -> None:
    assert profession.value == profession.name.lower().replace("_", "-")
    assert Profession.from_slug(profession.value) is profession
    assert pickle.loads(pickle.dumps(profession)) is profession
    assert copy.deepcopy(profession) is profession


def test_the_table_has_the_order_of_the_enum() -> None:
    assert list(ENTRIES) == [profession.value for profession in Profession]


def test_an_unknown_slug_names_the_nearest() -> None:
    with pytest.raises(UnknownProfession, match="did you mean 'infirmier'") as caught:
        Profession.from_slug("infirmiere")
    assert caught.value.args == ("infirmiere", ("infirmier",))
    assert pickle.loads(pickle.dumps(caught.value)).nearest == caught.value.nearest
    assert isinstance(caught.value, LookupError)


def test_an_entry_without_article_says_why() -> None:
    with pytest.raises(ValueError, match="cite an article"):
        ProfessionEntry(
            label=Text("essai", "trial"), feminine="essai", standings=always(Family.TITRE_IX), source="essai"
        )


FAMILIES = {
    Family.PROFESSION_MEDICALE: ("professions médicales", "L4111-1"),
    Family.PHARMACIE: ("professions de la pharmacie", "L4211-1"),
    Family.PHYSIQUE_MEDICALE: ("physique médicale", "L4251-1"),
    Family.AUXILIAIRE_MEDICAL: ("auxiliaires médicaux", "L4383-1"),
    Family.TITRE_IX: ("autres professions du livre III", "L4383-1"),
    Family.HORS_QUATRIEME_PARTIE: ("réglementées hors de la quatrième partie", None),
    Family.NON_PROFESSION_DE_SANTE: ("pas des professions de santé", None),
}


@pytest.mark.parametrize("family", list(Family))
def test_a_family_is_called_and_shown_by_an_article_as_in_the_code(family: Family) -> None:
    name, article = FAMILIES[family]
    assert family.label.fr == name
    assert family.cites == (None if article is None else Citation(CSP, article))


def test_families() -> None:
    for family in Family:
        assert isinstance(family.label, Text)
        assert isinstance(family.place, Text)
        assert (family.cites is not None) is family.is_health_profession
    standing = Standing(
        period=always(Family.TITRE_IX)[0].period,
        possible=(Family.TITRE_IX, Family.PHARMACIE),
        evidence=Evidence.DERIVED,
    )
    assert standing.family is None


# nomenclatures


def rows(name: str) -> list[dict[str, str]]:
    path = DATA / f"{name}.csv"
    if not path.exists():
        pytest.skip(f"the reference data {path.name} is not here")
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def codes() -> dict[tuple[str, str], NomenclatureCode]:
    return {
        (telling.system, telling.code): telling
        for profession in Profession
        for code in profession.codes
        for telling in (code.role or code,)
    }


@pytest.mark.parametrize("system", [G15, R95])
def test_every_code_of_the_nomenclature_is_in_the_table(system: str) -> None:
    for row in rows(system):
        code = codes()[system, row["code"]]
        assert code.label == row["libelle_fr"]
        assert code.is_active is (row["statut"] == "active")
        if not code.is_active:
            assert code.deprecated_on is not None
            assert code.deprecated_on.isoformat() in row["note"]


@pytest.mark.parametrize(("system", "file"), [(R94, R94), (R85, f"{R85}_extrait"), (R291, R291)])
def test_every_code_of_the_table_is_in_the_nomenclature(system: str, file: str) -> None:
    known = {row["code"]: row for row in rows(file)}
    outer = [code for p in Profession for c in p.codes for code in (c, c.role) if code is not None]
    mine = [code for code in outer if code.system == system]
    assert mine
    for code in mine:
        assert code.label == known[code.code]["libelle_fr"]
        assert known[code.code]["statut"] == "active"


def test_the_specialities_are_those_of_the_nomenclature() -> None:
    assert {row["code"]: row["libelle_fr"] for row in rows("TRE_R38-SpecialiteOrdinale")} == SAVOIR_FAIRE


def test_the_modes_are_those_of_the_nomenclature() -> None:
    assert {row["code"] for row in rows("TRE_R23-ModeExercice")} == {mode.code for mode in Mode}


def test_a_profession_by_role_is_two_codes() -> None:
    role, former = Profession.AIDE_SOIGNANT.codes
    assert str(role) == "TRE_R291-AutreProfession#99 + TRE_R85-RolePriseCharge#313"
    assert former.replaced_by == "TRE_R85-RolePriseCharge#313"
    assert str(former) == "TRE_G15-ProfessionSante#35"
    assert former.uri == "https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante"


def test_a_code_is_active_until_the_day_of_its_deprecation() -> None:
    former = Profession.AIDE_SOIGNANT.codes[1]
    assert former.active_on(date(2024, 12, 12))
    assert not former.active_on(date(2024, 12, 13))
    dated = NomenclatureCode(system=G15, code="0", label="essai", valid_from=date(2020, 1, 1), seen="essai")
    assert not dated.active_on(date(2019, 12, 31))
    assert dated.active_on(date(2020, 1, 1))
    assert active(G15, "10", "Médecin").active_on(date(1990, 1, 1))


def test_the_law_outlives_the_nomenclature() -> None:
    day = date(2025, 1, 1)
    assert not Profession.AMBULANCIER.codes[1].active_on(day)
    assert Profession.AMBULANCIER.is_health_profession_on(day)


@pytest.mark.parametrize("profession", list(Profession))
def test_every_code_leads_to_its_profession(profession: Profession) -> None:
    for code in profession.codes:
        telling = code.role or code
        assert Profession.with_code(telling.system, telling.code) is profession
        assert Profession.with_code(telling.uri, telling.code) is profession


@pytest.mark.parametrize(("system", "code"), [(R291, "99"), (G15, "0"), ("TRE_R38", "SM54")])
def test_a_code_that_tells_no_profession(system: str, code: str) -> None:
    with pytest.raises(UnknownProfession, match=f"{system}#{code}"):
        Profession.with_code(system, code)


# savoir-faire and modes


def test_savoir_faire() -> None:
    assert len(SAVOIR_FAIRE) == 106
    assert {code for code in SAVOIR_FAIRE if is_general_practice(code)} == {"SM26", "SM53", "SM54"}
    assert {code for code in SAVOIR_FAIRE if is_ipa(code)} == {"SI01", "SI02", "SI03", "SI04", "SI05"}
    assert set(SAVOIR_FAIRE) >= GENERALIST_SAVOIR_FAIRE | IPA_SAVOIR_FAIRE
    assert is_medical_speciality("SM04")
    assert not is_medical_speciality("SCD01")
    assert not is_medical_speciality("SM96")
    assert savoir_faire_label("SM40") == "Pédiatrie (SM)"
    with pytest.raises(UnknownSavoirFaire, match="no code 'SM540'; did you mean 'SM54'") as caught:
        savoir_faire_label("SM540")
    assert caught.value.args == ("SM540", caught.value.nearest)
    assert pickle.loads(pickle.dumps(caught.value)).code == "SM540"


def test_modes() -> None:
    assert "".join(mode.code for mode in Mode) == "LSBI"
    assert [mode for mode in Mode if mode.is_liberal] == [Mode.LIBERAL]
    assert [mode for mode in Mode if mode.is_salarie] == [Mode.SALARIE]
    assert [mode for mode in Mode if mode.is_benevole] == [Mode.BENEVOLE]
    assert Mode.INDIRECT.label.fr == "indirect"


@pytest.mark.parametrize(
    "profession",
    [
        Profession.ORTHOPROTHESISTE,
        Profession.PODO_ORTHESISTE,
        Profession.OCULARISTE,
        Profession.EPITHESISTE,
        Profession.ORTHOPEDISTE_ORTHESISTE,
    ],
)
def test_the_place_of_the_five_of_appareillage_is_derived(profession: Profession) -> None:
    assert {standing.evidence for standing in profession.entry.standings} == {Evidence.DERIVED}


def test_a_code_is_active_until_the_day_it_is_deprecated_and_some_never_are() -> None:
    codes = [code for profession in Profession for code in profession.codes]
    assert any(code.is_active for code in codes)
    assert any(not code.is_active for code in codes)
