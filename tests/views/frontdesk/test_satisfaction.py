"""The survey's pages: one touch and a word, once, and never a name."""

import re

import pytest

from pst.forms.frontdesk.satisfaction import survey_form
from pst.models.frontdesk.satisfaction import Rating
from pst.rules.frontdesk import satisfaction as rules
from pst.views.frontdesk import satisfaction as pages
from tests.factories_desk import GUEST, a_guest, served

pytestmark = pytest.mark.usefixtures("db", "monday")


@pytest.fixture
def token() -> str:
    """The code of a survey whose visit ended this morning."""
    return Rating.get(Rating.visit == served(a_guest().ticket).visit_id).token


def rating() -> Rating:
    return Rating.select().order_by(Rating.id.desc()).get()


def test_one_touch_and_a_word_are_kept_and_thanked_for(anyone, token):
    form = anyone.get(f"/survei/{token}").forms["survey"]
    form["keseluruhan"], form["comment"] = "4", "Ramah sekali."
    page = form.submit(status=303).follow()

    assert (page.html.main["data-result"], "Terima kasih" in page.text) == ("saved", True)
    assert (rating().overall, rating().comment, rating().token) == (4, "Ramah sekali.", "")


def test_the_page_names_nobody(anyone, token):
    page = anyone.get(f"/survei/{token}")

    assert [said for said in (GUEST["name"], GUEST["phone"], GUEST["email"], "KUN-") if said in page.text] == []


def test_without_a_choice_the_comment_stays_typed(anyone, token):
    form = anyone.get(f"/survei/{token}").forms["survey"]
    form["comment"] = "Tunggu dulu."
    page = form.submit(status=422)

    assert page.html.select_one("#error-summary a")["href"] == "#keseluruhan"
    assert page.forms["survey"]["comment"].value == "Tunggu dulu."
    assert rating().answered_at is None


def test_a_second_answer_changes_nothing(anyone, token):
    first, second = (anyone.get(f"/survei/{token}").forms["survey"] for _ in range(2))
    first["keseluruhan"], second["keseluruhan"] = "4", "1"
    first.submit(status=303)

    assert "sudah kami terima" in second.submit(status=409).text
    assert "sudah kami terima" in anyone.get(f"/survei/{token}").text
    assert rating().overall == 4


def test_an_unknown_code_does_not_exist(anyone):
    for code in ("7KMP-2QXA-W9DT-3HFB", "x"):
        assert anyone.get(f"/survei/{code}", status=404).status_int == 404


def test_nine_elements_take_the_place_of_the_one_question(anyone, token, monkeypatch):
    nine = tuple(rules.Rated(f"u{number}", f"Unsur {number}?") for number in range(1, 10))
    monkeypatch.setattr(rules, "QUESTIONS", nine)
    monkeypatch.setattr(pages, "QUESTIONS", nine)
    monkeypatch.setattr(pages, "SurveyForm", survey_form(nine))

    page = anyone.get(f"/survei/{token}")
    form = page.forms["survey"]
    for question in nine:
        form[question.code] = "3" if question.code < "u6" else "4"
    form.submit(status=303)

    assert len(re.findall("<fieldset", page.text)) == 9
    assert rating().answers == {f"u{number}": 3 if number < 6 else 4 for number in range(1, 10)}
    assert rating().overall == 3
