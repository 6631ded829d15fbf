"""The questions, in the order of the index."""

from pages.answers.question import Question
from pages.answers.questions.ceiling import CEILING
from pages.answers.questions.compulsory import COMPULSORY
from pages.answers.questions.fami import FAMI
from pages.answers.questions.legal_form import LEGAL_FORM
from pages.answers.questions.legal_persons import LEGAL_PERSONS
from pages.answers.questions.meeting import MEETING
from pages.answers.questions.osteopath import OSTEOPATHE
from pages.answers.questions.period import PERIOD
from pages.answers.questions.population import POPULATION
from pages.answers.questions.salaried import SALARIED
from pages.answers.questions.sending import SENDING
from pages.answers.questions.silence import SILENCE
from pages.answers.questions.structures import STRUCTURES
from pages.answers.questions.two_cpts import TWO
from pages.answers.questions.who import WHO

QUESTIONS: tuple[Question, ...] = (
    COMPULSORY,
    TWO,
    PERIOD,
    WHO,
    OSTEOPATHE,
    SALARIED,
    LEGAL_PERSONS,
    FAMI,
    MEETING,
    CEILING,
    STRUCTURES,
    POPULATION,
    LEGAL_FORM,
    SILENCE,
    SENDING,
)
