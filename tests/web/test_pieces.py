"""What a person wrote is shown as it is, and does nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalkit.errors import Problem
from legalkit.interview import add, answer, asked, start, view
from legalkit.web import pieces
from legalkit.web.widgets import forms, plan
from legalkit.web.words import answer_words
from tests.web.serving import DAY


@given(st.text())
def it_lets_no_mark_through_and_no_blank_line(text):
    shown = pieces.esc(text)
    assert "\n\n" not in shown
    assert shown.replace("<br>", "").count("<") == 0
    assert '"' not in shown


@pytest.mark.parametrize("act", ['to:x"><img src=x>', "to:<b>"])
def it_lets_no_act_out_of_its_attribute(act):
    assert "<img" not in pieces.button(act, "words")
    assert "<b>" not in pieces.button(act, "words")


def it_leads_from_each_problem_to_its_question(language="en"):
    drawn = plan(view(start("en"), DAY, "victim").fields, answer_words("en"))
    shown = pieces.summary([Problem("E-INTERVIEW-DATE-YEAR", "victim.birth")], drawn, "en")
    own = next(each.widgets for each in drawn if each.field.path == "victim.who")
    assert f'href="#{next(each.id for each in own if each.box == "birth.year")}"' in shown


def and_it_says_all_that_is_wrong_with_a_question_in_one_place():
    drawn = plan(view(start("en"), DAY, "contact").fields, answer_words("en"))[0]
    wrong = [Problem("E-CASE-ONE-LINE", "contact.phone"), Problem("E-CASE-ONE-LINE", "contact.email")]
    shown = pieces.question(drawn, wrong, "en")
    assert (shown.count(f'id="{drawn.id}-error"'), shown.count('class="error"')) == (1, 2)


def it_reads_back_what_it_drew():
    """Each page's boxes, as they are drawn, give the answers they were drawn from."""
    drawn = plan(view(start("ko"), DAY, "victim").fields, answer_words("ko"))
    read = forms([each.field for each in drawn], {widget.id: widget.value for each in drawn for widget in each.widgets})
    assert read["victim.address"] == {"text": "", "postcode": "", "region": "", "country": ""}
    assert read["victim.disability"] == ""


def and_of_what_is_asked_at_once_each_part_that_was_drawn():
    draft = add(start("ko"), "accused")[0].put("accused[0].relation.kind", "former_dating")
    key = "accused_relation@accused[0]"
    drawn = plan(view(draft, DAY, key).fields, answer_words("ko"))
    values = {widget.id: widget.value for each in drawn for widget in each.widgets}
    half = {id_: each for id_, each in values.items() if id_ != drawn[0].widgets[0].id}
    read, left = (forms(asked(draft, key), each)["accused[0].relation.about"] for each in (values, half))
    assert {box.partition(".")[0] for box in read} == {"start", "end", "lived"}
    assert {box.partition(".")[0] for box in left} == {"end", "lived"}


def but_nothing_of_a_question_of_which_no_part_was_drawn():
    draft = start("ko").put("contact.phone", "010-0000-0000")
    drawn = plan(view(draft, DAY, "contact").fields, answer_words("ko"))[0]
    none = {each.id: ["unknown"] for each in drawn.widgets if each.box == "none"}
    assert none and forms(asked(draft, "contact"), none) == {}
    assert answer(draft, "contact", {"contact.reach": {}}, DAY)[0].answers == draft.answers


def and_what_is_ticked_under_them_is_said_of_what_is_empty():
    draft = start("ko").put("contact.phone", "010-0000-0000")
    drawn = plan(view(draft, DAY, "contact").fields, answer_words("ko"))
    values = {w.id: ["unknown"] if w.box == "none" else w.value for each in drawn for w in each.widgets}
    after, _ = answer(draft, "contact", forms(asked(draft, "contact"), values), DAY)
    assert after.read("contact") | {"text_ok": 0, "voicemail_ok": 0, "no_post": 0} == {
        "phone": "010-0000-0000", "hours": "unknown", "email": "unknown", "text_ok": 0, "voicemail_ok": 0, "no_post": 0
    }  # fmt: skip


def it_takes_what_is_ticked_under_the_boxes_for_the_answer():
    drawn = plan(view(start("ko"), DAY, "victim").fields, answer_words("ko"))
    values = {w.id: ["declined"] if w.box == "none" else w.value for each in drawn for w in each.widgets}
    assert forms([each.field for each in drawn], values)["victim.address"] == {"none": "declined"}


def but_it_leaves_out_nothing_that_stands_in_them():
    drawn = plan(view(start("ko"), DAY, "victim").fields, answer_words("ko"))
    values = {w.id: ["declined"] if w.box == "none" else "3" for each in drawn for w in each.widgets}
    read = forms([each.field for each in drawn], values)["victim.address"]
    assert read == {"text": "3", "postcode": "3", "region": "3", "country": "3", "none": "declined"}


def it_gives_a_box_an_id_that_stays_and_does_not_tell_what_is_asked():
    ids = [each.id for each in plan(view(start("ko"), DAY, "victim").fields, answer_words("ko"))]
    again = [each.id for each in plan(view(start("en"), DAY, "victim").fields[::-1], answer_words("en"))]
    assert ids == again[::-1]
    assert not [each for each in ids if "birth" in each or "name" in each]
