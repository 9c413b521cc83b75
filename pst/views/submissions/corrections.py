"""The round of corrections on one page: per remark the question, what was sent, the field to mend, and the reply."""

from dataclasses import dataclass
from typing import Any

from flask_login import current_user

from pst.actions.review.evaluations import may_be_refused_from
from pst.actions.submissions import completeness
from pst.actions.submissions.progress import steps_for
from pst.actions.submissions.replies import open_codes
from pst.forms.submissions.blocks import BlockInput
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Revision, Submission
from pst.questionnaires import shelf
from pst.questionnaires.kinds import Block, Question, Questionnaire, Table
from pst.rules.review.workflow import WITH_APPLICANT
from pst.views.submissions.asking import Asked, drawn
from pst.web.instance import the_office

REPLY = "tanggapan-"
"""How the field of an answer begins; the number of its remark follows."""

ROUND = -1
"""The number of the block that no form has: what a round of corrections asks."""

SEVERITIES = {"must": "Wajib diperbaiki", "advice": "Saran"}
STATES = {
    "open": ("Menunggu tanggapan Anda", "warning"),
    "answered": ("Sudah ditanggapi", "info"),
    "settled": ("Selesai", "success"),
}
DONE = ("Sudah Anda tanggapi, belum dikirim", "info")


@dataclass
class Correction:
    """One remark as its reader sees it. `asked` is the field to mend; None where it is drawn with another remark."""

    remark: Remark
    title: str
    question: Question | None
    sent: Any
    asked: Asked | None
    reply: str
    error: str
    is_open: bool
    done: bool

    @property
    def urgency(self) -> str:
        """Whether it must be mended."""
        return SEVERITIES[self.remark.severity]

    @property
    def state(self) -> tuple[str, str]:
        """Where it stands, and the tone of the word."""
        return DONE if self.done else STATES[self.remark.state]

    @property
    def folded(self) -> bool:
        """What was sent is shown at once, unless it is a table."""
        return isinstance(self.question, Table)


def page(
    submission: Submission,
    given: BlockInput | None = None,
    typed: dict[int, str] | None = None,
    wrong: dict[str, str] | None = None,
) -> dict:
    """All remarks with what can be done about them; `given` and `typed` were just entered, `wrong` found in them."""
    typed, wrong = typed or {}, wrong or {}
    remarks, form = remarks_of(submission), shelf.find(submission.questionnaire)
    writing = submission.status in WITH_APPLICANT and any(
        step.verb == "submit" for step in steps_for(submission, current_user)
    )
    shown = drawn(submission, form, round_of(submission, remarks if writing else []), given)
    revision = Revision.latest(submission)
    sent: dict[str, Any] = revision.answers if revision else {}
    waiting = {item.question.code: item for item in shown["questions"]}
    for code, why in wrong.items():
        if code in waiting:
            waiting[code].error = why
    corrections = [_correction(remark, form, sent, waiting, typed, wrong, writing) for remark in remarks]
    wanted = [item for item in corrections if item.is_open]
    return {
        **shown,
        "summary": list({**dict(shown["summary"]), **wrong}.items()),
        "corrections": corrections,
        "others": list(waiting.values()),
        "correcting": bool(wanted) and writing,
        "done": sum(item.done for item in wanted),
        "wanted": len(wanted),
        "refusal_from": may_be_refused_from(submission, the_office()),
    }


def remarks_of(submission: Submission) -> list[Remark]:
    """The remarks that the applicant reads, in the order of the questions."""
    return shelf.find(submission.questionnaire).in_order(Remark.sent_of(submission))


def round_of(submission: Submission, remarks: list[Remark] | None = None) -> Block:
    """What this round asks: the questions remarked on, those that depend on them, and what else is missing by now."""
    form = shelf.find(submission.questionnaire)
    remarks = Remark.open_of(submission) if remarks is None else remarks
    codes = {remark.code for remark in remarks if remark.state == "open"}
    if codes:
        codes |= open_codes(submission) - set(form.always_open) if codes - {""} else set()
        codes |= {item.code for item in completeness.what_is_missing(submission, the_office())}
    return Block(ROUND, "perbaikan", "Perbaikan", "", tuple(q for q in form.questions if q.code in codes))


def what_is_wrong(submission: Submission) -> dict[str, str]:
    """What keeps the corrections from being sent, by the field it is mended in."""
    return {
        **{item.code: f"{item.label}: {item.why}" for item in completeness.what_is_missing(submission, the_office())},
        **{
            f"{REPLY}{remark.id}": f"Catatan {number} belum Anda tanggapi."
            for number, remark in enumerate(remarks_of(submission), 1)
            if remark.state == "open" and not remark.reply
        },
    }


def _correction(
    remark: Remark,
    form: Questionnaire,
    sent: dict[str, Any],
    waiting: dict[str, Asked],
    typed: dict[int, str],
    wrong: dict[str, str],
    writing: bool,
) -> Correction:
    question = form.question(remark.code) if remark.code in form else None
    is_open, reply = remark.state == "open", typed.get(remark.id, remark.reply)
    asked = waiting.pop(remark.code, None) if is_open and writing else None
    if asked:
        asked.remark = ""
    return Correction(
        remark=remark,
        title=question.title if question else "Permohonan secara keseluruhan",
        question=question,
        sent=sent.get(remark.code),
        asked=asked,
        reply=reply,
        error=wrong.get(f"{REPLY}{remark.id}", ""),
        is_open=is_open,
        done=is_open and bool(reply.strip()),
    )
