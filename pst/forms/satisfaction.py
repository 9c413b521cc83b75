"""The form of the survey, built from its questions in `rules/satisfaction.py`."""

from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from pst.forms.base import Form
from pst.rules.satisfaction import COMMENT_LIMIT, QUESTIONS, SCALE

STEPS = [(str(step), label) for step, label in SCALE]


class _Survey(Form):
    """One radio group for each question, and a comment."""

    comment = TextAreaField(
        "Saran atau pujian",
        [Optional(), Length(max=COMMENT_LIMIT)],
        description="Jangan tuliskan data pribadi.",
    )

    @property
    def answers(self) -> dict[str, int]:
        """The steps by the code of their question."""
        return {question.code: int(self[question.code].data) for question in QUESTIONS}


SurveyForm: type[_Survey] = type(
    "SurveyForm",
    (_Survey,),
    {
        question.code: RadioField(question.text, [InputRequired("Pilih satu nilai.")], choices=STEPS)
        for question in QUESTIONS
    },
)
