"""Somebody was quicker: what happened meanwhile, and by whom; what was typed stays in view to be copied."""

from flask import Response
from wtforms import HiddenField, StringField

from pst import clock
from pst.forms.base import Form
from pst.models.audit import Event
from pst.models.submissions.submissions import Submission
from pst.rules import wording
from pst.rules.review import labels
from pst.web.fragments import refused, told

Typed = list[tuple[str, str, str]]
"""(name, label, text) of what was written."""


def overtaken(submission: Submission, refusal: str, home: str, form: Form | None, remark_id: int = 0) -> Response:
    """Say that nothing was done and why, with the words of `form`; without any, on the page `home` itself."""
    typed = typed_in(form) if form else []
    return _kept(submission, too_late(submission, refusal, remark_id), home, typed, ("Pekerjaan", "/petugas"))


def applicant_overtaken(submission: Submission, refusal: str, home: str, typed: Typed) -> Response:
    """The same for an applicant, who is not told which officer it was."""
    return _kept(submission, refusal, home, typed, ("Permohonan saya", "/permohonan"))


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


def _kept(submission: Submission, message: str, home: str, typed: Typed, room: tuple[str, str]) -> Response:
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
