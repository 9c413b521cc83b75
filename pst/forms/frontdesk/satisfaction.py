"""The form of the survey, built from its questions in `rules/frontdesk/satisfaction.py`."""

from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from pst.forms.base import Form, choices
from pst.rules.frontdesk.satisfaction import COMMENT_LIMIT, QUESTIONS, SCALE, Rated

STEPS = choices(SCALE)


class Survey(Form):
    """A comment, and, where `survey_form` put them, one radio group for each question."""

    comment = TextAreaField(
        "Saran atau pujian", [Optional(), Length(max=COMMENT_LIMIT)], description="Jangan tuliskan data pribadi."
    )
    asked: tuple[Rated, ...] = ()

    @property
    def answers(self) -> dict[str, int]:
        """The steps by the code of their question."""
        return {question.code: int(self[question.code].data) for question in self.asked}


def survey_form(questions: tuple[Rated, ...]) -> type[Survey]:
    """The form of a survey with these questions."""
    groups = {
        question.code: RadioField(question.text, [InputRequired("Pilih satu nilai.")], choices=STEPS)
        for question in questions
    }
    return type("SurveyForm", (Survey,), {**groups, "asked": questions})


SurveyForm = survey_form(QUESTIONS)
