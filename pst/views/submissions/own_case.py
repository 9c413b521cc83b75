"""What the applicant's page of one submission shows: sections, tasks, answers, and what is missing."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import request, url_for
from flask_login import current_user

from pst import clock
from pst.actions.catalogue.fieldwork import met_by
from pst.actions.catalogue.likeness import alike_to
from pst.actions.submissions import completeness, designs, duties, form_files, messages, replies, together
from pst.actions.submissions.activity import differing_agency
from pst.actions.submissions.clocks import expected_due
from pst.actions.submissions.progress import steps_for
from pst.actions.submissions.resumption import may_be_mailed
from pst.forms.submissions.submissions import MessageForm, ResultsForm
from pst.models.audit import Event
from pst.models.files import Attachment
from pst.models.letters.letters import Letter
from pst.models.review.remarks import Remark
from pst.models.submissions.duties import Duty
from pst.models.submissions.messages import Message
from pst.models.submissions.submissions import Revision, Submission
from pst.models.submissions.together import Invited
from pst.questionnaires import shelf
from pst.questionnaires.answers import BlockState, asked, block_state, keep_asked
from pst.questionnaires.kinds import Block, Questionnaire
from pst.rules.catalogue.beside import read_beside
from pst.rules.catalogue.design_checks import violations
from pst.rules.review import labels
from pst.rules.review.workflow import DECIDED, FINAL, WITH_APPLICANT, Status
from pst.rules.submissions.duties import RESULTS
from pst.views.submissions import corrections
from pst.views.submissions.progress import progress_of
from pst.web.filters import file_size
from pst.web.instance import the_calendar, the_office

BLOCK_WORDS = {
    BlockState.EMPTY: ("Belum diisi", "neutral"),
    BlockState.PARTIAL: ("Sebagian", "info"),
    BlockState.COMPLETE: ("Lengkap", "success"),
    BlockState.UNDECIDED: ("Tergantung cara pengumpulan", "neutral"),
    BlockState.NOT_ASKED: ("Tidak perlu diisi", "neutral"),
}
SECTIONS = (
    ("ringkasan", "Ringkasan"),
    ("isian", "Isian"),
    ("catatan", "Catatan"),
    ("pesan", "Pesan"),
    ("jam", "Hitungan hari kerja"),
    ("riwayat", "Riwayat"),
)
ONCE_SENT = ("catatan", "pesan", "jam")
"""What a draft has nothing of yet."""


@dataclass(frozen=True)
class Task:
    """One line of the task list."""

    label: str
    url: str
    status: str
    tone: str
    hint: str = ""


def page(submission: Submission, section: str, **more: Any) -> dict:
    """Everything the page shows with this section open; `more` wins over it (a refused form)."""
    return {"section": section, **_shown(submission), **_SHOW[section](submission), **more}


def _shown(submission: Submission) -> dict:
    """What every section of the page shows."""
    open_remarks, letter = Remark.count_open(submission), Letter.shown_of(submission)
    return {
        "submission": submission,
        "sections": _sections(submission, open_remarks),
        "progress": progress_of(submission),
        "next_for_applicant": labels.next_for_applicant(
            submission.status, submission.outcome, letter.state if letter else ""
        ),
        "asked_for": _covering_note(submission) if submission.status == Status.INCOMPLETE else "",
        "outcome": _outcome(submission, letter),
        "writing": submission.status in WITH_APPLICANT,
        "verbs": [step.verb for step in steps_for(submission, current_user)],
        "letter": letter,
        "revoked": letter is not None and letter.state == "revoked",
        "in_force": letter is not None and letter.state == "issued",
        "asks_for_work": submission.status in WITH_APPLICANT - {Status.DRAFT},
        "days_count": submission.status not in FINAL | DECIDED,
        "open_remarks": open_remarks,
        "next_task": None,
        "assisted": submission.applicant_id != current_user.id,
        "begins_anew": submission.outcome == "ditolak"
        and submission.status in DECIDED
        and submission.applicant_id == current_user.id,
    }


def _covering_note(submission: Submission) -> str:
    """What the officer wrote when returning the form last."""
    return Event.last_note(submission.number, ("return_for_revision", "return_incomplete"))


def _outcome(submission: Submission, letter: Letter | None) -> str:
    """What was decided, in a word, and whether it still counts; nothing before the letter is out."""
    decided = submission.status in DECIDED
    revoked = " (surat dicabut)" if letter and letter.state == "revoked" else ""
    return labels.outcome_label(submission.outcome) + revoked if decided else ""


def _sections(submission: Submission, open_remarks: int) -> list[tuple[str, str, bool]]:
    """(label, address, whether it is shown) of the page's sections, with what waits in each."""
    here = request.args.get("lihat", "ringkasan")
    waiting = {"pesan": Message.unread(submission, by_office=False), "catatan": open_remarks}
    return [
        (
            f"{label} ({waiting[key]})" if waiting.get(key) else label,
            url_for("submissions.show", number=submission.number, lihat=key),
            key == here,
        )
        for key, label in SECTIONS
        if submission.status != Status.DRAFT or key not in ONCE_SENT
    ]


def _show_summary(submission: Submission) -> dict:
    tasks, owed = tasks_of(submission), list(Duty.of(submission))
    own = submission.applicant_id == current_user.id
    return {
        "tasks": tasks,
        "objections": Invited.objections(submission) if submission.status in WITH_APPLICANT else [],
        "next_task": _next_task(tasks) if submission.status == Status.DRAFT else None,
        "duties": [duties.in_words(duty, submission) for duty in owed],
        "results_owed": own and any(duty.kind == RESULTS and not duty.done_at for duty in owed),
        "results_form": ResultsForm(),
        "results_from": _results_from(submission),
        "form_file": form_files.form_file_of(submission),
        "may_be_mailed": may_be_mailed(submission, current_user),
    }


def _results_from(submission: Submission) -> date | None:
    """The day before which there can be no results; None once it is there."""
    begins = duties.collection_begins_on(submission)
    return begins if begins and begins > clock.today() else None


def _show_answers(submission: Submission) -> dict:
    return {"blocks": answered(submission), "details": read_beside(submission.beside)}


def _show_remarks(submission: Submission) -> dict:
    return {
        **corrections.page(submission),
        "note": _covering_note(submission),
        "save_url": url_for("submissions.reply", number=submission.number),
    }


def _show_messages(submission: Submission) -> dict:
    messages.mark_read(submission, by_office=False, at=clock.now())
    return {
        "messages": list(Message.of(submission)),
        "form": MessageForm(formdata=None),
        "may_write_message": submission.status != Status.DRAFT,
    }


def _show_clock(submission: Submission) -> dict:
    return {"expected": expected_due(submission, clock.now())}


def _show_history(submission: Submission) -> dict:
    public = [event for event in Event.of("submission", submission.number) if event.verb not in labels.PRIVATE_VERBS]
    return {"events": public, "revisions": list(Revision.of(submission))}


_SHOW = {
    "ringkasan": _show_summary,
    "isian": _show_answers,
    "catatan": _show_remarks,
    "pesan": _show_messages,
    "jam": _show_clock,
    "riwayat": _show_history,
}


def tasks_of(submission: Submission) -> list[Task]:
    """The blocks with their states; only those that may be written now lead to a form."""
    form = shelf.find(submission.questionnaire)
    files = completeness.files_of(submission)
    writable = replies.writable_codes(submission, current_user)
    remarked = Remark.open_texts(submission)
    tasks = []
    for block in form.blocks:
        word, tone = BLOCK_WORDS[
            block_state(form, block, submission.answers, files, the_office().metadata_required == "ya")
        ]
        if any(block.asks(code) for code in remarked):
            word, tone = "Ada catatan", "warning"
        opened = [question for question in asked(form, submission.answers, block) if question.code in writable]
        url = url_for("answers.show", number=submission.number, block_number=block.number) if opened else ""
        tasks.append(Task(block.title, url, word, tone, block.intro if submission.status == Status.DRAFT else ""))
    return tasks


def _next_task(tasks: list[Task]) -> Task | None:
    """The first block of a draft that is not complete; None once all are, and only sending is left."""
    complete, _ = BLOCK_WORDS[BlockState.COMPLETE]
    return next((task for task in tasks if task.url and task.status != complete), None)


def answered(submission: Submission) -> list[tuple]:
    """(block, [(question, value, attachments)]) as it is now, only what is asked."""
    form = shelf.find(submission.questionnaire)
    attached = list(Attachment.of(submission))
    found = []
    for block in form.blocks:
        rows = [
            (question, submission.answers.get(question.code), _files(submission, attached, question.code))
            for question in asked(form, submission.answers, block)
            if not question.staff_only or submission.answers.get(question.code)
        ]
        if rows:
            found.append((block, rows))
    return found


def _files(submission: Submission, attached: list[Attachment], code: str) -> list[tuple]:
    return [
        (
            item.name,
            url_for("answers.download", number=submission.number, file_id=item.id),
            file_size(item.file.size),
            item.id,
        )
        for item in attached
        if item.code == code
    ]


def checked(submission: Submission, insist: bool = False) -> dict:
    """What the check page shows; `insist` puts the missing answers into the error summary."""
    form = shelf.find(submission.questionnaire)
    missing = completeness.what_is_missing(submission, the_office())
    links = [(item, _address(submission, item.block, item.code)) for item in missing]
    _, dropped = keep_asked(form, submission.answers)
    return {
        "submission": submission,
        "missing": links,
        **_findings(submission, form, {item.code for item in missing}),
        "insist": insist,
        "alike": alike_to(submission, the_office().everyday_words),
        "alike_from": "periksa",
        "met": met_by(submission),
        "dropped": dropped,
        "agencies": differing_agency(submission),
        "send_label": next((s.label for s in steps_for(submission, current_user) if s.verb == "submit"), ""),
        "blocks": answered(submission),
        "details": read_beside(submission.beside),
        "awaited": together.awaited(submission),
        "objections": Invited.objections(submission),
        "open_remarks": Remark.count_open(submission),
        "unanswered_remarks": Remark.count_open(submission, unanswered=True),
        "assisted": submission.applicant_id != current_user.id,
    }


def _findings(submission: Submission, form: Questionnaire, missing: set[str]) -> dict:
    """What the rules advise, each with its question's address, and what the activity costs; gaps are told apart."""
    names = [item.name for item in Attachment.of(submission)]
    design = designs.design_of(submission, submission.answers, names, clock.now(), the_office(), the_calendar())
    codes = {question.code for question in asked(form, submission.answers)}
    places = [
        (finding.message, finding.place(codes) or finding.rule.codes[0])
        for finding in violations(design)
        if not missing.intersection(finding.rule.codes)
    ]
    advice = [
        (message, form.question(code).title, _address(submission, form.block_of(code), code))
        for message, code in places
    ]
    return {"advice": advice, "burden": designs.burden_lines(design)}


def _address(submission: Submission, block: Block, code: str) -> str:
    """Of a question in its form, which leads back to its place on the page of all answers."""
    return url_for("answers.show", number=submission.number, block_number=block.number, kembali=code) + f"#{code}"


def dropped_of(submission: Submission) -> list[str]:
    """Titles of the answers that were left out of the last revision."""
    form = shelf.find(submission.questionnaire)
    revision = Revision.latest(submission)
    return [form.question(code).title for code in (revision.dropped if revision else [])]
