"""Korean and English in words: particles, dates, numbers, names, exhibit numbers and the catalogues.

The room knows two languages and nothing of cases, laws or documents.
"""

from .catalogue import field_name, problem_text, text, ui_language
from .dates import Moment, before_learned, clock, day, ends, in_words, long_day, noun, partial, period, span, unknown
from .exhibits import STYLES, Style, citation, label, listing
from .names import country, language_name, phone, romanise
from .numbers import UNITS, count, duration, formal_won, money, reading, won
from .particles import attach, particle
from .sounds import Sound, is_sure
from .words import EMPTY, LANGUAGES, NBSP, Bilingual, Language, join, plain, unbroken

__all__ = [
    "EMPTY",
    "LANGUAGES",
    "NBSP",
    "STYLES",
    "UNITS",
    "Bilingual",
    "Language",
    "Moment",
    "Sound",
    "Style",
    "attach",
    "before_learned",
    "citation",
    "clock",
    "count",
    "country",
    "day",
    "duration",
    "ends",
    "field_name",
    "formal_won",
    "in_words",
    "is_sure",
    "join",
    "label",
    "language_name",
    "listing",
    "long_day",
    "money",
    "noun",
    "partial",
    "particle",
    "period",
    "phone",
    "plain",
    "problem_text",
    "reading",
    "romanise",
    "span",
    "text",
    "ui_language",
    "unbroken",
    "unknown",
    "won",
]
