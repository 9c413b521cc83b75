"""Somebody was quicker: what happened meanwhile, and by whom; what was typed stays in view to be copied."""

from collections.abc import Callable
from types import TracebackType
from typing import Any

from flask import Response, abort
from wtforms import HiddenField, StringField

from pst import clock
from pst.forms.base import Form
from pst.models.audit import Event
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.review import labels
from pst.rules.steps import StepRefused
from pst.web.form_pages import AnyForm, FormPage
from pst.web.fragments import refused, told
from pst.web.navigation import WORK

Typed = list[tuple[str, str, str]]
"""(name, label, text) of what was written."""


class CasePage(FormPage[AnyForm]):
    """A form over a case, which somebody else may have moved on since the page was shown.

    A refused step that names no field cannot be mended in the form: then `overtaken` answers with why it was
    refused and the form, and the page does not come again.
    """

    def __init__(
        self,
        template: str,
        form: AnyForm,
        context: Callable[[], dict[str, Any]],
        overtaken: Callable[[str, Form], Response],
        name: str = "form",
    ):
        super().__init__(template, form, context, name)
        self.overtaken = overtaken

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if isinstance(error, StepRefused) and not error.field:
            abort(self.overtaken(str(error), self.form))
        super().__exit__(kind, error, trace)


def overtaken_in_office(submission: Submission, home: str, remark_id: int = 0) -> Callable[[str, Form], Response]:
    """How an officer hears of it: with what happened last and by whom; without any words typed, on `home` itself."""

    def answer(refusal: str, form: Form) -> Response:
        message, room = too_late(submission, refusal, remark_id), WORK[0]
        return not_kept(submission, message, home, typed_in(form), room)

    return answer


def overtaken_at_home(submission: Submission, home: str) -> Callable[[str, Form], Response]:
    """The same for an applicant, who is not told which officer it was."""

    def answer(refusal: str, form: Form) -> Response:
        return not_kept(submission, refusal, home, typed_in(form))

    return answer


def too_late(submission: Submission, refusal: str, remark_id: int = 0) -> str:
    """The refusal, and what happened last, to the submission or to its remark, and by whom."""
    told = Event.latest("submission", submission.number), Event.latest("remark", str(remark_id))
    last = max(filter(None, told), key=lambda event: event.id, default=None)
    if last is None:
        return refusal
    when = wording.long_moment(clock.local(last.at))
    return f"{refusal} Yang terakhir tercatat: {labels.verb_label(last.verb)}, oleh {last.actor_name}, {when}."


def typed_in(form: Form) -> Typed:
    """Every field that somebody wrote words into."""
    written = [field for field in form if isinstance(field, StringField) and not isinstance(field, HiddenField)]
    return [(field.name, field.label.text, field.data) for field in written if field.data]


def not_kept(
    submission: Submission,
    message: str,
    home: str,
    typed: Typed,
    room: tuple[str, str] = ("Permohonan saya", "/permohonan"),
) -> Response:
    """The message with what was typed, to be copied; on the page `home` where nothing was."""
    if not typed:
        return told(home, message)
    return refused(
        "submissions/overtaken/page.html",
        submission=submission,
        message=message,
        typed=typed,
        home=home,
        breadcrumbs=[room, (submission.number, home), ("Belum tersimpan", "")],
    )
