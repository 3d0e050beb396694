"""The interview without a screen: pages and questions as data, which page comes next, answers to a case.

A :class:`Draft` is plain JSON; every function gives a new one and changes none. ``day`` is the day of filing.

>>> from datetime import date
>>> day = date(2026, 11, 22)
>>> draft = next_page(next_page(start("en"), day), day)
>>> draft.place, view(draft, day).title
('who', 'Who is filling this in?')
>>> draft, problems = answer(draft, draft.place, {"reporter.role": "self"}, day)
>>> next_page(draft, day).place
'harms'

One step of a screen::

    draft = from_json(store.get(owner, tab, now).answers)
    draft, problems = answer(draft, key, values, day)      # on every action: Next, Back, Add, Remove, language
    draft = next_page(draft, day)                          # or previous_page, go, add, remove, switch_language
    store.put(owner, tab, revision, to_json(draft), now)
    page = view(draft, day)                                # what to draw

What a form sends, by control (``value`` of a :class:`Field` has the same shape; a problem's path is that of its field,
or begins with it):

===================================== ===================================================================
control                               value
===================================== ===================================================================
line, words, story, list_of_lines     text; story and list_of_lines are long
entries                               text, one address a line: adds one entry for each new one
number                                text or a whole number
choice, country                       a code; ``""`` for none
choices, harms, did, shows            a list of codes
wishes, safe, filings, provisions     a list of codes
yes_no                                ``"yes"``, ``"no"`` or ``""``
rest                                  ``"unknown"``, ``"declined"`` or ``""``
date, day, quote, name, address       a mapping of the boxes of ``Field.boxes``: text, codes;
account, online, place, money         ``about`` and ``learned`` true or false
diagnosis, office, related            (``yes_no_unknown``: ``"yes"``, ``"no"``, ``"unknown"``, ``"declined"``)
exhibit, obtained
any that offers it                    ``{"none": "unknown"}`` or ``{"none": "declined"}``; with what stands in
                                      the boxes too, in the only one under ``""``: kept as typed until she says which
===================================== ===================================================================

Entries of lists are added with :func:`add` (``files=[…]`` for an exhibit, as ``case.FileRecord`` writes them) and taken
out with :func:`remove`; ``View.listed`` and ``Entry.at`` say where. A page of kind ``review`` draws :func:`review`,
:func:`preview` and :func:`timeline`; one of kind ``documents`` is the screen's own.
"""

from legalkit.interview._fields import Asked, Box, Field
from legalkit.interview._harms import harms
from legalkit.interview._options import Option
from legalkit.interview._questions import SECTIONS, Page, Question, page, pages, questions
from legalkit.interview.answering import answer
from legalkit.interview.blank import blank_form
from legalkit.interview.cases import from_case, to_case
from legalkit.interview.draft import Draft, from_json, start, switch_language, to_json
from legalkit.interview.flow import Place, Section, go, next_page, place_of, places, previous_page, sections
from legalkit.interview.preview import Line, Moment, Reason, preview, timeline, timeline_text
from legalkit.interview.repeat import add, remove
from legalkit.interview.review import Group, Missing, Review, Row, review
from legalkit.interview.view import Entry, View, asked, view

__all__ = [
    "Asked",
    "Box",
    "Draft",
    "Entry",
    "Field",
    "Group",
    "Line",
    "Missing",
    "Moment",
    "Option",
    "Page",
    "Place",
    "Question",
    "Reason",
    "Review",
    "Row",
    "Section",
    "SECTIONS",
    "View",
    "add",
    "answer",
    "asked",
    "blank_form",
    "from_case",
    "from_json",
    "go",
    "harms",
    "next_page",
    "page",
    "pages",
    "place_of",
    "places",
    "preview",
    "previous_page",
    "questions",
    "remove",
    "review",
    "sections",
    "start",
    "switch_language",
    "timeline",
    "timeline_text",
    "to_case",
    "to_json",
    "view",
]
