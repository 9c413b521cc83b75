"""The survey's form follows its questions: today one, and as easily nine."""

from pst.forms.frontdesk.satisfaction import SurveyForm, survey_form
from pst.rules.frontdesk.satisfaction import COMMENT_LIMIT, Rated

NINE = tuple(Rated(f"u{number}", f"Unsur {number}?") for number in range(1, 10))


def test_one_touch_is_an_answer(sent):
    errors, form = sent(SurveyForm, {"keseluruhan": "4"})

    assert (errors, form.answers, form.comment.data or "") == ({}, {"keseluruhan": 4}, "")


def test_nothing_and_something_off_the_scale_are_refused(sent):
    for given in ({}, {"keseluruhan": "5"}, {"keseluruhan": "baik"}, {"keseluruhan": "4", "lain": "1"}):
        assert sent(SurveyForm, given)[0], given
    assert sent(SurveyForm, {"keseluruhan": "4", "comment": "x" * (COMMENT_LIMIT + 1)})[0]


def test_nine_elements_make_a_form_of_nine_groups(sent):
    errors, form = sent(survey_form(NINE), {question.code: "3" for question in NINE})

    assert (errors, form.answers) == ({}, {question.code: 3 for question in NINE})
    assert sent(survey_form(NINE), {"u1": "3"})[0]
