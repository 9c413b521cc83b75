"""The survey's form follows its questions: today one, and as easily nine."""

from werkzeug.datastructures import MultiDict

from pst.forms.frontdesk.satisfaction import SurveyForm, survey_form
from pst.rules.frontdesk.satisfaction import COMMENT_LIMIT, Rated

NINE = tuple(Rated(f"u{number}", f"Unsur {number}?") for number in range(1, 10))


def filled(app, form, **given):
    with app.test_request_context(method="POST", data=given):
        shown = form(formdata=MultiDict(given), meta={"csrf": False})
        return shown.validate(), shown


def test_one_touch_is_an_answer(app):
    sound, form = filled(app, SurveyForm, keseluruhan="4")

    assert (sound, form.answers, form.comment.data or "") == (True, {"keseluruhan": 4}, "")


def test_nothing_and_something_off_the_scale_are_refused(app):
    for given in ({}, {"keseluruhan": "5"}, {"keseluruhan": "baik"}, {"keseluruhan": "4", "lain": "1"}):
        assert not filled(app, SurveyForm, **given)[0], given
    assert not filled(app, SurveyForm, keseluruhan="4", comment="x" * (COMMENT_LIMIT + 1))[0]


def test_nine_elements_make_a_form_of_nine_groups(app):
    answers = {question.code: "3" for question in NINE}

    sound, form = filled(app, survey_form(NINE), **answers)

    assert (sound, form.answers) == (True, {question.code: 3 for question in NINE})
    assert not filled(app, survey_form(NINE), u1="3")[0]
