"""Professions as people write them. Every wording, and every name in it, is invented."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpts_model.engine.unknown import UNKNOWN
from cpts_model.facts.lexicon import GENERAL_PRACTICE
from cpts_model.facts.modes import Mode
from cpts_model.facts.professions import Profession
from cpts_model.facts.reading import LONGEST_TEXT, ProfessionReading, Word, read_profession
from cpts_model.facts.savoir_faire import SAVOIR_FAIRE

# wording | professions, or ? and the candidates, or - | what else is read
# (a mode, remplacant, ipa, gp, the codes settled, ~ the codes left open, role:code)
WORDINGS = """
Médecin | MEDECIN |
médecins | MEDECIN |
MEDECIN | MEDECIN |
médecin.e | MEDECIN |
Médecin généraliste | MEDECIN | gp SM54
Medecin Generaliste | MEDECIN | gp SM54
médecins généralistes | MEDECIN | gp SM54
MG | MEDECIN | gp SM54
Généraliste | MEDECIN | gp SM54
Généralistes libéraux | MEDECIN | gp SM54 liberal
médecin généraliste libéral | MEDECIN | gp SM54 liberal
médecin généraliste remplaçant | MEDECIN | gp SM54 remplacant
Médecin généraliste remplaçante | MEDECIN | gp SM54 remplacant
Médecine générale | MEDECIN | gp SM54
Spécialiste en Médecine générale (SM) | MEDECIN | gp SM53
Exemple, spécialiste en médecine générale | MEDECIN | gp SM53
Exemple, qualifié en médecine générale | MEDECIN | gp SM26
Qualifié en Médecine générale (SM) | MEDECIN | gp SM26
Médecine générale (SM) | MEDECIN | gp SM54
Médecin spécialiste | MEDECIN |
Médecin traitant | MEDECIN |
médecin salarié | MEDECIN | salarie
Médecin salariée en centre de santé | MEDECIN | salarie
médecin coordonnateur | MEDECIN |
médecin coordonnateur EHPAD | MEDECIN |
médecin du sport | MEDECIN |
Médecin scolaire | MEDECIN |
médecin adjoint | MEDECIN |
Dr généraliste | MEDECIN | gp SM54
Dr Exemple, médecin généraliste | MEDECIN | gp SM54
Dr Exemple - Cardiologue | MEDECIN | ~SM04,SM73
Docteur Exemple, dermatologue | MEDECIN | SM15
Cardiologue | MEDECIN | ~SM04,SM73
cardiologues | MEDECIN | ~SM04,SM73
cardio | MEDECIN | ~SM04,SM73
Dermato | MEDECIN | SM15
Endocrinologue | MEDECIN | ~SM16,SM62
Gastro-entérologue | MEDECIN | SM24
gastroentérologue | MEDECIN | SM24
Gériatre | MEDECIN | SM18
gynéco | MEDECIN | ~SM19,SM20,SM51,SM52
Gynécologue-obstétricienne | MEDECIN | ~SM20,SM51
gynécologue médicale | MEDECIN | ~SM19,SM52
ORL | MEDECIN | ~SM34,SM39
O.R.L. | MEDECIN | ~SM34,SM39
Oto-rhino-laryngologie (SM) | MEDECIN | SM39
Ophtalmo | MEDECIN | SM38
Ophtalmologiste | MEDECIN | SM38
ophtalmologues | MEDECIN | SM38
pédiatre | MEDECIN | SM40
Pédiatrie | MEDECIN | SM40
pneumologue libérale | MEDECIN | SM41 liberal
psychiatre | MEDECIN | ~SM42,SM43,SM92,SM93
pédopsychiatre | MEDECIN | ~SM43,SM92
Radiologue | MEDECIN | ~SM44,SM55,SM74
Rhumatologue | MEDECIN | SM48
Urgentiste | MEDECIN | SM59
neurologue | MEDECIN | SM32
néphrologue | MEDECIN | SM30
allergologue | MEDECIN | SM57
Angiologue | MEDECIN | SM61
médecin vasculaire | MEDECIN | SM61
médecin du travail | MEDECIN | SM25
anesthésiste | MEDECIN | SM02
MAR | MEDECIN | SM02
MPR | MEDECIN | SM29
Chirurgien | MEDECIN |
chirurgienne | MEDECIN |
Chirurgien orthopédiste | MEDECIN | SM08
chirurgien viscéral | MEDECIN | SM14
Chirurgien ORL | MEDECIN | ~SM34,SM39
Stomatologue | MEDECIN | ~SM07,SM50
médecin, Pédiatrie | MEDECIN | SM40
médecin ORL | MEDECIN | ~SM34,SM39
Médecin - SM18 | MEDECIN | SM18
médecin généraliste et gériatre | MEDECIN | gp SM18,SM54
médecin biologiste | MEDECIN | ~SM03,SM63,SM64,SM65,SM66,SM67
Médecine interne | MEDECIN | SM27
Médecine interne (SM) | MEDECIN | SM27
médecin homéopathe | MEDECIN |
médecin ostéopathe | MEDECIN+OSTEOPATHE |
Infirmière libérale | INFIRMIER | liberal
infirmiers libéraux | INFIRMIER | liberal
IDEL | INFIRMIER | liberal
IDELs | INFIRMIER | liberal
IDE | INFIRMIER |
IDEs | INFIRMIER |
I.D.E. | INFIRMIER |
I.D.E.L. | INFIRMIER | liberal
M.K.D.E. | MASSEUR_KINESITHERAPEUTE |
Infirmier diplômé d'État | INFIRMIER |
infirmière D.E. | INFIRMIER |
infirmier·ère | INFIRMIER |
infirmier·ère·s libéraux | INFIRMIER | liberal
infirmier(e) | INFIRMIER |
inﬁrmier | INFIRMIER |
Infirmier (e) | INFIRMIER |
infirmier(ère)s | INFIRMIER |
infirmier.e.s | INFIRMIER |
infirmier/ère | INFIRMIER |
infirmier / infirmière | INFIRMIER |
INFIRMIER-ERE | INFIRMIER |
Infirmière non libérale | INFIRMIER |
infirmière salariée | INFIRMIER | salarie
Infirmière bénévole | INFIRMIER | benevole
infirmière libérale remplaçante | INFIRMIER | liberal remplacant
IDEL remplaçante | INFIRMIER | liberal remplacant
Infirmière libérale et salariée | INFIRMIER |
infirmière coordinatrice | INFIRMIER |
IDEC | INFIRMIER |
infirmière Asalée | INFIRMIER |
infirmière scolaire | INFIRMIER |
Infirmier psychiatrique | INFIRMIER |
infirmière en cardiologie | INFIRMIER |
infirmière ORL | INFIRMIER |
Marie Exemple, infirmière | INFIRMIER |
infirmière AP-HP | INFIRMIER |
kiné ortho | MASSEUR_KINESITHERAPEUTE |
Exemple Pierre - IDE - 79000 Exempleville | INFIRMIER |
Pharmacie Exemple | - |
Maison de santé Exemple | - |
médecin ? | ? MEDECIN |
médecin démissionnaire | ? MEDECIN |
Dr en pharmacie | ? PHARMACIEN |
Président CPTS - médecin généraliste | MEDECIN | gp SM54
Infirmière CPTS Exemple | INFIRMIER |
3 médecins | MEDECIN |
Maire et médecin | MEDECIN |
Médecine d'urgence | MEDECIN | SM59
Cadre de santé infirmier | INFIRMIER |
Médecin non généraliste | ? MEDECIN | ~SM54
M. A. Exemple | - |
infirmière urgentiste | INFIRMIER |
infirmière d'accueil | INFIRMIER |
infirmière tabacologue | INFIRMIER |
Infirmière et sage-femme | INFIRMIER+SAGE_FEMME |
IPA | INFIRMIER | ipa ~SI01,SI02,SI03,SI04,SI05
Infirmier en pratique avancée (IPA) | INFIRMIER | ipa ~SI01,SI02,SI03,SI04,SI05
infirmières en pratique avancée | INFIRMIER | ipa ~SI01,SI02,SI03,SI04,SI05
IPA libérale | INFIRMIER | ipa liberal ~SI01,SI02,SI03,SI04,SI05
IPA santé mentale | INFIRMIER | ipa SI04
infirmière en pratique avancée urgences | INFIRMIER | ipa SI05
IPA PCS | INFIRMIER | ipa SI01
Exemple, exercice infirmier en pratique avancée urgences | INFIRMIER | ipa SI05
SI03 | INFIRMIER | ipa SI03
IADE | INFIRMIER | SI07
infirmière anesthésiste | INFIRMIER | SI07
Infirmière diplômée d'État anesthésiste | INFIRMIER | SI07
IBODE | INFIRMIER | SI06
infirmier de bloc opératoire | INFIRMIER | SI06
puéricultrice | INFIRMIER | SI08
infirmière puéricultrice | INFIRMIER | SI08
Infirmier(ère) puériculteur(trice) | INFIRMIER | SI08
Dentiste | CHIRURGIEN_DENTISTE |
dentistes | CHIRURGIEN_DENTISTE |
Chirurgien dentiste | CHIRURGIEN_DENTISTE |
chirurgiens-dentistes | CHIRURGIEN_DENTISTE |
chirurgien·ne-dentiste | CHIRURGIEN_DENTISTE |
Chirurgienne-dentiste libérale | CHIRURGIEN_DENTISTE | liberal
dentiste généraliste | CHIRURGIEN_DENTISTE |
Dr Exemple chirurgien-dentiste | CHIRURGIEN_DENTISTE |
Orthodontiste | CHIRURGIEN_DENTISTE | SCD01
Orthopédie dento-faciale (SCD) | CHIRURGIEN_DENTISTE | SCD01
Sage-femme | SAGE_FEMME |
sages-femmes | SAGE_FEMME |
Sage femme libérale | SAGE_FEMME | liberal
SF | SAGE_FEMME |
maïeuticien | SAGE_FEMME |
sage-femme échographiste | SAGE_FEMME |
Pharmacien | PHARMACIEN |
Pharmacienne titulaire | PHARMACIEN |
pharmaciens d'officine | PHARMACIEN |
pharmacien adjoint | PHARMACIEN |
pharmacien·ne | PHARMACIEN |
Pharmacien biologiste | PHARMACIEN |
Docteur Exemple, pharmacien | PHARMACIEN |
prépa en pharmacie | PREPARATEUR_EN_PHARMACIE |
Préparatrice en pharmacie | PREPARATEUR_EN_PHARMACIE |
préparateurs en pharmacie | PREPARATEUR_EN_PHARMACIE |
Préparateur en pharmacie hospitalière | PREPARATEUR_EN_PHARMACIE |
Préparateur en pharmacie (officine) | PREPARATEUR_EN_PHARMACIE |
préparateur·trice en pharmacie | PREPARATEUR_EN_PHARMACIE |
Physicienne médicale | PHYSICIEN_MEDICAL |
kiné | MASSEUR_KINESITHERAPEUTE |
Kinés | MASSEUR_KINESITHERAPEUTE |
kiné DE | MASSEUR_KINESITHERAPEUTE |
Kiné D.E. | MASSEUR_KINESITHERAPEUTE |
Kinésithérapeute | MASSEUR_KINESITHERAPEUTE |
kinesitherapeutes | MASSEUR_KINESITHERAPEUTE |
Masseur-Kinésithérapeute | MASSEUR_KINESITHERAPEUTE |
masseur kinésithérapeute D.E. | MASSEUR_KINESITHERAPEUTE |
Masseuse-kinésithérapeute | MASSEUR_KINESITHERAPEUTE |
masseur(se)-kinésithérapeute | MASSEUR_KINESITHERAPEUTE |
masseur-se kinésithérapeute | MASSEUR_KINESITHERAPEUTE |
masseurs kinés libéraux | MASSEUR_KINESITHERAPEUTE | liberal
MK | MASSEUR_KINESITHERAPEUTE |
MKDE | MASSEUR_KINESITHERAPEUTE |
MKL | MASSEUR_KINESITHERAPEUTE | liberal
MK-ostéopathe | MASSEUR_KINESITHERAPEUTE+OSTEOPATHE |
kiné-ostéo | MASSEUR_KINESITHERAPEUTE+OSTEOPATHE |
kinésithérapeute et ostéopathe D.O. | MASSEUR_KINESITHERAPEUTE+OSTEOPATHE |
kiné du sport | MASSEUR_KINESITHERAPEUTE |
kiné libéral collaborateur | MASSEUR_KINESITHERAPEUTE | liberal
Pédicure podologue | PEDICURE_PODOLOGUE |
podologue | PEDICURE_PODOLOGUE |
Pédicures-podologues | PEDICURE_PODOLOGUE |
Ergothérapeute | ERGOTHERAPEUTE |
ergo | ERGOTHERAPEUTE |
Psychomotricienne | PSYCHOMOTRICIEN |
psychomot | PSYCHOMOTRICIEN |
Orthophoniste | ORTHOPHONISTE |
orthophonistes libérales | ORTHOPHONISTE | liberal
Orthoptiste | ORTHOPTISTE |
manip radio | MANIPULATEUR_D_ELECTRORADIOLOGIE_MEDICALE |
Manipulatrice radio | MANIPULATEUR_D_ELECTRORADIOLOGIE_MEDICALE |
Manipulateur ERM | MANIPULATEUR_D_ELECTRORADIOLOGIE_MEDICALE |
Technicienne de laboratoire médical | TECHNICIEN_DE_LABORATOIRE_MEDICAL |
Audioprothésiste | AUDIOPROTHESISTE |
Opticien | OPTICIEN_LUNETIER |
opticienne-lunetière | OPTICIEN_LUNETIER |
Orthoprothésiste | ORTHOPROTHESISTE |
Podo-orthésiste | PODO_ORTHESISTE |
Oculariste | OCULARISTE |
Epithésiste | EPITHESISTE |
Orthopédiste-Orthésiste | ORTHOPEDISTE_ORTHESISTE |
Diététicienne | DIETETICIEN |
diététicienne nutritionniste | DIETETICIEN |
Aide-soignante | AIDE_SOIGNANT |
aides soignants | AIDE_SOIGNANT |
aide soignant(e) | AIDE_SOIGNANT |
Auxiliaire de puériculture | AUXILIAIRE_DE_PUERICULTURE |
Ambulancière | AMBULANCIER |
assistante dentaire | ASSISTANT_DENTAIRE |
assistant·e dentaire | ASSISTANT_DENTAIRE |
Assistant de régulation médicale | ASSISTANT_DE_REGULATION_MEDICALE |
conseillère en génétique | CONSEILLER_EN_GENETIQUE |
Biologiste médical | BIOLOGISTE_MEDICAL |
Ostéopathe | OSTEOPATHE |
ostéopathe exclusif | OSTEOPATHE |
Chiropracteur | CHIROPRACTEUR |
chiropractrice | CHIROPRACTEUR |
Psychologue clinicienne | PSYCHOLOGUE |
psychologues | PSYCHOLOGUE |
neuropsychologue | PSYCHOLOGUE |
Psychothérapeute | PSYCHOTHERAPEUTE |
psychiatre psychothérapeute | MEDECIN+PSYCHOTHERAPEUTE | ~SM42,SM43,SM92,SM93
assistante sociale | ASSISTANT_DE_SERVICE_SOCIAL |
Assistant de service social | ASSISTANT_DE_SERVICE_SOCIAL |
vétérinaire | VETERINAIRE |
Docteur vétérinaire | VETERINAIRE |
10 | MEDECIN |
60 | INFIRMIER |
70 | MASSEUR_KINESITHERAPEUTE |
35 | AIDE_SOIGNANT |
93 | PSYCHOLOGUE |
313 | AIDE_SOIGNANT |
SM54 | MEDECIN | gp SM54
sm26 | MEDECIN | gp SM26
SCD01 | CHIRURGIEN_DENTISTE | SCD01
SI07 | INFIRMIER | SI07
G15_60 | INFIRMIER |
G15#10 | MEDECIN |
TRE_G15-ProfessionSante#50 | SAGE_FEMME |
TRE_R95 71 | OSTEOPATHE |
R291#99 + R85#315 | AUXILIAIRE_DE_PUERICULTURE |
60 - Infirmier | INFIRMIER |
Exemple 60 G15#10 | MEDECIN |
10 - Médecin - SM54 | MEDECIN | gp SM54
cardiologue SM04 | MEDECIN | SM04
Dr | ? MEDECIN CHIRURGIEN_DENTISTE PHARMACIEN VETERINAIRE |
Docteur Exemple | ? MEDECIN CHIRURGIEN_DENTISTE PHARMACIEN VETERINAIRE |
Pr Exemple | ? MEDECIN CHIRURGIEN_DENTISTE PHARMACIEN |
Docteur en pharmacie | ? PHARMACIEN |
Docteur en médecine | ? MEDECIN |
Dr Exemple, cardiologie | ? MEDECIN | ~SM04,SM73
Cardiologie | ? MEDECIN | ~SM04,SM73
Chirurgie orale | ? MEDECIN CHIRURGIEN_DENTISTE | ~SM56,SCD02
chirurgiens oraux | ? MEDECIN CHIRURGIEN_DENTISTE |
Service de dermatologie | ? MEDECIN | ~SM15
Dermatologie Exempleville | ? MEDECIN | ~SM15
Exempleville dermatologie | ? MEDECIN | ~SM15
orthopédiste | ? MEDECIN ORTHOPEDISTE_ORTHESISTE |
biologiste | ? MEDECIN PHARMACIEN |
Dr biologiste | ? MEDECIN PHARMACIEN |
ortho | ? ORTHOPHONISTE ORTHOPTISTE CHIRURGIEN_DENTISTE MEDECIN ORTHOPEDISTE_ORTHESISTE |
psy | ? PSYCHOLOGUE MEDECIN PSYCHOTHERAPEUTE PSYCHOMOTRICIEN |
AS | ? AIDE_SOIGNANT ASSISTANT_DE_SERVICE_SOCIAL |
podo | ? PEDICURE_PODOLOGUE PODO_ORTHESISTE |
nutritionniste | ? MEDECIN DIETETICIEN |
prothésiste | ? ORTHOPROTHESISTE PODO_ORTHESISTE OCULARISTE EPITHESISTE ORTHOPEDISTE_ORTHESISTE |
praticien hospitalier | ? MEDECIN CHIRURGIEN_DENTISTE PHARMACIEN |
préparatrice | ? PREPARATEUR_EN_PHARMACIE |
physicien | ? PHYSICIEN_MEDICAL |
auxiliaire ambulancier | ? AMBULANCIER |
technicien de laboratoire | ? TECHNICIEN_DE_LABORATOIRE_MEDICAL |
kinésithérapie | ? MASSEUR_KINESITHERAPEUTE |
non médecin | ? MEDECIN |
pas infirmier | ? INFIRMIER |
ancien médecin | ? MEDECIN |
ex-infirmière | ? INFIRMIER |
médecin retraité | ? MEDECIN |
Infirmière retraitée | ? INFIRMIER |
étudiant infirmier | ? INFIRMIER |
élève aide-soignante | ? AIDE_SOIGNANT |
interne en médecine | ? MEDECIN |
interne en médecine générale | ? MEDECIN | ~SM54
externe en médecine | ? MEDECIN |
étudiante kiné | ? MASSEUR_KINESITHERAPEUTE |
stagiaire sage-femme | ? SAGE_FEMME |
future IPA | ? INFIRMIER | ~SI01,SI02,SI03,SI04,SI05
faisant fonction d'aide-soignant | ? AIDE_SOIGNANT |
cabinet infirmier | ? INFIRMIER |
Cabinet de kinésithérapeutes | ? MASSEUR_KINESITHERAPEUTE |
Ordre des médecins | ? MEDECIN |
URPS infirmiers | ? INFIRMIER |
épouse du médecin | ? MEDECIN |
secrétaire du cardiologue | ? MEDECIN | ~SM04,SM73
assistante du Dr Exemple, dentiste | ? CHIRURGIEN_DENTISTE |
aide-kiné | ? MASSEUR_KINESITHERAPEUTE |
recherche médecin généraliste | ? MEDECIN | ~SM54
infirmière ou sage-femme | ? INFIRMIER SAGE_FEMME |
infirmière du docteur Exemple | ? INFIRMIER MEDECIN CHIRURGIEN_DENTISTE PHARMACIEN VETERINAIRE |
infirmière cardiologue | ? INFIRMIER MEDECIN | ~SM04,SM73
10 infirmières | ? INFIRMIER MEDECIN |
10 - Exemple | ? MEDECIN |
Infirmeire | ? INFIRMIER |
infimière libérale | ? INFIRMIER | liberal
medcin | ? MEDECIN |
Kinésithérapeuthe | ? MASSEUR_KINESITHERAPEUTE |
infirmmier | ? INFIRMIER |
Infirmière libréale | INFIRMIER |
médecin intrene | ? MEDECIN |
oftalmmo | ? MEDECIN | ~SM38
ortoptisste | ? ORTHOPTISTE |
ambulensier | ? AMBULANCIER |
anbulensier | - |
pharmasein | - |
pharmacein | ? PHARMACIEN |
orthofoniste | ? ORTHOPHONISTE |
aide soingante | ? AIDE_SOIGNANT |
etudient infirmier | ? INFIRMIER |
assistant médical | - | role:332
Assistante médicale de cabinet | - | role:332
secrétaire médicale | - |
coordinatrice de CPTS | - |
coordonnateur de parcours | - | role:330
éducatrice spécialisée | - | role:326
TISF | - | role:319
enseignante APA | - | role:361
prothésiste dentaire | - |
naturopathe | - |
sophrologue | - |
paramédical | - |
professionnel de santé | - |
usager | - |
aide à domicile | - | role:372
auxiliaire de vie | - |
ostréiculteur | - |
blabla | - |
99 | - |
R291#99 | - |
G15 Exemple Exempleville 60 | - |
12345678901 | - |
 | - |
- | - |
/ | - |
(e) | - |
NC | - |
non précisé | - |
"""

ROWS = [tuple(part.strip() for part in line.rsplit("|", 2)) for line in WORDINGS.strip("\n").splitlines()]


def answer(reading: ProfessionReading) -> tuple[object, ...]:
    """All of a reading but the very letters of the input."""
    return (
        reading.professions,
        reading.candidates,
        reading.savoir_faire,
        reading.savoir_faire_candidates,
        reading.generalist,
        reading.ipa,
        reading.mode,
        reading.substitute,
        reading.roles,
        reading.certain,
        tuple(word.meaning for word in reading.words),
        len(reading.unread),
    )


def test_the_table_is_large_enough() -> None:
    assert len(ROWS) >= 200
    assert len({wording for wording, _, _ in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("wording", "expected", "extras"), ROWS, ids=[row[0] or "empty" for row in ROWS])
def test_a_wording_is_read_as_expected(wording: str, expected: str, extras: str) -> None:
    reading = read_profession(wording)

    professions: tuple[Profession, ...] = ()
    candidates: tuple[Profession, ...] = ()
    if expected.startswith("?"):
        candidates = tuple(Profession[name] for name in expected[1:].split())
    elif expected != "-":
        professions = tuple(Profession[name] for name in expected.split("+"))
    assert reading.professions == professions
    assert set(reading.candidates) == set(candidates)
    assert reading.certain is bool(professions)

    told = extras.split()
    assert reading.ipa is ("ipa" in told)
    assert reading.substitute is (True if "remplacant" in told else UNKNOWN)
    modes = [Mode(word) for word in told if word in {mode.value for mode in Mode}]
    assert reading.mode is (modes[0] if modes else UNKNOWN)
    assert reading.roles == tuple(word.removeprefix("role:") for word in told if word.startswith("role:"))
    settled = {code for word in told if word[:2] in ("SM", "SC", "SI") for code in word.split(",")}
    assert set(reading.savoir_faire) == settled
    left_open = {code for word in told if word.startswith("~") for code in word[1:].split(",")}
    assert set(reading.savoir_faire_candidates) == left_open
    if "gp" in told:
        assert reading.generalist is True
    elif reading.certain and Profession.MEDECIN not in reading.professions:
        assert reading.generalist is False
    elif reading.certain:
        assert reading.generalist is (False if settled or left_open else UNKNOWN)
    else:
        assert reading.generalist is UNKNOWN


@pytest.mark.parametrize("wording", [row[0] for row in ROWS], ids=[row[0] or "empty" for row in ROWS])
def test_accents_case_and_whitespace_never_change_the_reading(wording: str) -> None:
    expected = answer(read_profession(wording))
    bare = "".join(c for c in unicodedata.normalize("NFD", wording) if not unicodedata.combining(c))
    for variant in (
        wording.upper(),
        wording.lower(),
        wording.title(),
        bare,
        bare.upper(),
        unicodedata.normalize("NFD", wording),
        f"\t {wording.replace(' ', '   ')}\n",
        wording.replace(" ", "\u00a0"),
        wording.replace("'", "’"),
    ):
        assert answer(read_profession(variant)) == expected, variant


@given(text=st.text(max_size=350) | st.lists(st.sampled_from([r[0] for r in ROWS])).map(" ".join))
def test_any_text_is_read_without_error_and_never_with_certainty_and_doubt(text: str) -> None:
    reading = read_profession(text)
    assert reading.certain is bool(reading.professions)
    assert not (reading.professions and reading.candidates)
    assert not set(reading.savoir_faire) & set(reading.savoir_faire_candidates)
    assert read_profession(text) == reading
    for word in reading.words:
        assert word.text in text
    for word in reading.unread:
        assert word in text


@given(text=st.text(alphabet="éÉèÈçÇœŒ eEaAiImMrRnNfFdD-()·.0123456789", max_size=60))
def test_case_never_changes_the_reading_of_any_french_text(text: str) -> None:
    assert answer(read_profession(text.upper())) == answer(read_profession(text.lower()))


@pytest.mark.parametrize("profession", list(Profession))
def test_both_labels_of_a_profession_are_read_as_it(profession: Profession) -> None:
    for label in (profession.label.fr, profession.entry.feminine, profession.label.fr + "s"):
        assert read_profession(label).professions == (profession,)


@pytest.mark.parametrize("profession", [p for p in Profession if p.codes])
def test_each_code_and_each_label_of_the_nomenclatures_is_read_as_its_profession(
    profession: Profession,
) -> None:
    for code in profession.codes:
        telling = code.role or code
        assert read_profession(telling.label).professions == (profession,)
        assert read_profession(telling.token).professions == (profession,)
        assert read_profession(str(code)).professions == (profession,)
        assert read_profession(telling.code).professions == (profession,)


@pytest.mark.parametrize("code", list(SAVOIR_FAIRE))
def test_each_speciality_is_read_from_its_code_and_from_its_official_label(code: str) -> None:
    for text in (code, code.lower()):
        assert read_profession(text).savoir_faire == (code,)
    reading = read_profession(SAVOIR_FAIRE[code])
    assert reading.certain
    if code in ("SM43", "SM92"):  # two labels that only a comma tells apart
        assert reading.savoir_faire_candidates == ("SM43", "SM92")
    else:
        assert reading.savoir_faire == (code,)


def test_a_reading_shows_which_words_led_to_it() -> None:
    reading = read_profession("Infirmière  libérale à Exempleville")
    assert [word.text for word in reading.words] == ["Infirmière", "libérale"]
    assert [str(word) for word in reading.words] == [
        "« Infirmière » : infirmier",
        "« libérale » : libéral, indépendant",
    ]
    assert reading.words[0].to("en") == "'Infirmière': nurse"
    assert reading.unread == ("Exempleville",)
    assert isinstance(reading.words[0], Word)


def test_a_job_that_is_no_profession_is_noted() -> None:
    (word,) = read_profession("coordinatrice de CPTS").words
    assert word.meaning.fr == "fonction, non une profession de la table"
    assert word.text == "coordinatrice de CPTS"


def test_generaliste_stands_for_the_plain_code() -> None:
    assert SAVOIR_FAIRE[GENERAL_PRACTICE] == "Médecine générale (SM)"


@pytest.mark.parametrize("value", [None, 60, b"IDE", ["IDE"], UNKNOWN])
def test_what_is_not_a_text_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match=f"reads a str, not {type(value).__name__}; "):
        read_profession(value)  # type: ignore[arg-type]


def test_a_long_text_is_not_read() -> None:
    assert read_profession("infirmier".ljust(LONGEST_TEXT)).certain
    assert read_profession("infirmier".ljust(LONGEST_TEXT + 1)) == ProfessionReading()


@pytest.mark.parametrize(
    "text", ["medecinxxxx " * 25, "(e)" * 100, "infirmier·" * 30, "a" * 300, "sage " * 60, "é" * 300]
)
def test_the_worst_texts_are_read_at_once(text: str) -> None:
    started = time.perf_counter()
    read_profession(text)
    assert time.perf_counter() - started < 1
