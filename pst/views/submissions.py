"""The applicant's side of a submission: begin, see how far it is, check, send, answer remarks, withdraw."""

from dataclasses import dataclass

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_login import current_user

from pst import clock
from pst.actions import duties, messages, remarks, submissions
from pst.actions.steps import StepRefused, may_write, steps_for
from pst.forms.submissions import MessageForm, NoteForm, ResultsForm
from pst.models.audit import Event
from pst.models.files import Attachment
from pst.models.letters import Letter
from pst.models.messages import Message
from pst.models.office import HolidayRow, the_office
from pst.models.remarks import Remark
from pst.models.submissions import Duty, Revision, Submission
from pst.questionnaires import shelf
from pst.questionnaires.answers import BlockState, asked, block_state, keep_asked
from pst.rules import deadlines, labels
from pst.rules.roles import Role
from pst.rules.workflow import WITH_APPLICANT, Status
from pst.views import copies
from pst.views.access import roles
from pst.views.fragments import fragment_or_redirect, refused, saved, told
from pst.views.progress import progress_of

blueprint = Blueprint("submissions", __name__, url_prefix="/permohonan")
applicants = roles(Role.APPLICANT)
writers = roles(Role.APPLICANT, Role.OFFICER)

BLOCK_WORDS = {
    BlockState.EMPTY: ("Belum diisi", "neutral"),
    BlockState.PARTIAL: ("Sebagian", "info"),
    BlockState.COMPLETE: ("Lengkap", "success"),
    BlockState.NOT_ASKED: ("Tidak perlu diisi", "neutral"),
}
SECTIONS = (
    ("ringkasan", "Ringkasan"),
    ("isian", "Isian"),
    ("catatan", "Catatan"),
    ("pesan", "Pesan"),
    ("jam", "Jam layanan"),
    ("riwayat", "Riwayat"),
)


@dataclass(frozen=True)
class Task:
    """One line of the task list."""

    label: str
    url: str
    status: str
    tone: str
    hint: str = ""


@blueprint.get("")
@applicants
def index() -> str:
    """My submissions, newest first."""
    before = request.args.get("sebelum", type=int)
    rows, older = Submission.page_of_applicant(current_user, before)
    return render_template("submissions/index.html", rows=rows, older=older, before=before)


@blueprint.get("/baru")
@applicants
def new() -> str:
    """The service at a glance, and the start: empty, or from an earlier submission."""
    earlier, _ = Submission.page_of_applicant(current_user, None)
    options = [(row.number, f"{row.title or 'Tanpa judul'} ({row.number})") for row in earlier]
    return render_template("submissions/new.html", earlier=options)


@blueprint.post("/baru")
@applicants
def start() -> Response:
    """Begin a draft."""
    source = request.form.get("salin", "")
    earlier = Submission.find(current_user, source) if source else None
    if source and earlier is None:
        return told(url_for(".new"), "Permohonan yang ingin disalin tidak ditemukan.")
    now = clock.now()
    draft = (
        submissions.copy_as_draft(earlier, current_user, now)
        if earlier
        else submissions.start_draft(current_user, now)
    )
    return saved(
        url_for(".show", number=draft.number),
        "Draf dibuat. Isilah bagian demi bagian.",
        draft.number,
        draft.code,
    )


@blueprint.get("/<number>")
@writers
def show(number: str) -> str:
    """One submission: what to do now, how far it is, and everything that belongs to it."""
    submission = _find(number)
    section = request.args.get("lihat", "ringkasan")
    if section not in dict(SECTIONS):
        abort(404)
    return render_template(
        "submissions/show.html", section=section, **_shown(submission), **_SHOW[section](submission)
    )


@blueprint.get("/<number>/periksa")
@writers
def check(number: str) -> Response | str:
    """All answers once more before sending, and what is still missing."""
    submission = _find(number)
    if submission.status not in WITH_APPLICANT or not may_write(submission, current_user):
        return told(url_for(".show", number=number), "Permohonan sudah dikirim.")
    return render_template("submissions/check.html", **_checked(submission))


@blueprint.post("/<number>/langkah/submit")
@writers
def submit(number: str) -> Response:
    """Send the form to the office."""
    submission = _find(number)
    try:
        submissions.submit(submission, current_user, clock.now())
    except submissions.Incomplete:
        return refused("submissions/check.html", **_checked(submission, insist=True))
    except remarks.RemarksUnanswered as waiting:
        return told(url_for(".show", number=number, lihat="catatan"), str(waiting))
    except StepRefused as refusal:
        return told(url_for(".show", number=number), str(refusal))
    return saved(url_for(".sent", number=number), "", submission.number, submission.code)


@blueprint.get("/<number>/terkirim")
@writers
def sent(number: str) -> Response | str:
    """It has arrived: the number, the code, what happens next and by when."""
    submission = _find(number)
    if submission.submitted_at is None:
        return redirect(url_for(".show", number=number), 303)
    return render_template(
        "submissions/sent.html", submission=submission, expected=_expected_due(submission),
        dropped=_dropped(submission), rule=deadlines.rule_in_words(submission.clock_rule),
        counting=deadlines.counting_in_words(submission.clock_rule),
    )  # fmt: skip


@blueprint.get("/<number>/langkah/withdraw")
@writers
def ask_withdraw(number: str) -> Response | str:
    """Why should it be withdrawn?"""
    submission = _find(number)
    return render_template("submissions/withdraw.html", submission=submission, form=NoteForm())


@blueprint.post("/<number>/langkah/withdraw")
@writers
def withdraw(number: str) -> Response:
    """Withdraw, with a reason."""
    submission = _find(number)
    form = NoteForm()
    if not form.validate_on_submit():
        return refused("submissions/withdraw.html", submission=submission, form=form)
    try:
        submissions.take(submission, "withdraw", current_user, clock.now(), form.note.data)
    except StepRefused as refusal:
        return told(url_for(".show", number=number), str(refusal))
    return saved(url_for(".show", number=number), "Permohonan dibatalkan.", number)


@blueprint.post("/<number>/tanggapan")
@writers
def reply(number: str) -> Response:
    """Keep the answers to remarks."""
    submission = _find(number)
    replies = {
        int(name.removeprefix("tanggapan-")): value
        for name, value in request.form.items()
        if name.startswith("tanggapan-") and name.removeprefix("tanggapan-").isdecimal()
    }
    if any(len(text) > 4000 for text in replies.values()):
        return refused(
            "submissions/show.html", section="catatan", **_shown(submission),
            **{**_show_remarks(submission), "typed": replies, "problem": "Satu tanggapan paling panjang 4.000 huruf."},
        )  # fmt: skip
    try:
        remarks.save_replies(submission, current_user, replies, clock.now())
    except StepRefused as refusal:
        return told(url_for(".show", number=number), str(refusal))
    if request.headers.get("X-Autosave"):
        return _plain(f"Tersimpan {clock.local(clock.now()):%H.%M} WIB")
    return saved(url_for(".show", number=number, lihat="catatan"), "Tanggapan tersimpan.", number)


@blueprint.post("/<number>/pesan")
@writers
def message(number: str) -> Response:
    """Write to the officers."""
    submission = _find(number)
    form = MessageForm()
    if not form.validate_on_submit():
        context = {**_shown(submission), **_show_messages(submission), "form": form}
        return refused("submissions/show.html", section="pesan", **context)
    try:
        messages.send_message(submission, current_user, form.text.data, clock.now())
    except StepRefused as refusal:
        return told(url_for(".show", number=number), str(refusal))
    here = url_for(".show", number=number, lihat="pesan")
    return fragment_or_redirect("submissions/_messages.html", here, "Pesan terkirim.",
                                **{**_shown(submission), **_show_messages(submission)})  # fmt: skip


@blueprint.post("/<number>/hasil")
@applicants
def results(number: str) -> Response:
    """Hand in the results of the activity: a link, a file, or both."""
    submission = _find(number)
    form = ResultsForm()
    if not form.validate_on_submit():
        return refused("submissions/show.html", section="ringkasan", **{**_shown(submission), **_show_summary(submission)},
                       results_form=form)  # fmt: skip
    upload = request.files.get("berkas")
    try:
        duties.record_results(
            submission, current_user, clock.now(), current_app.extensions["pst_files"],
            link=form.link.data or "", note=form.note.data or "", upload=_upload(upload),
        )  # fmt: skip
    except (StepRefused, duties.UploadRefused) as refusal:
        return told(url_for(".show", number=number), str(refusal))
    return saved(url_for(".show", number=number), "Hasil kegiatan diterima; terima kasih.", number)


@blueprint.get("/<number>/isian.pdf")
@writers
def copy_pdf(number: str) -> Response:
    """The last revision on paper."""
    submission = _find(number)
    revision = Revision.latest(submission) or abort(404)
    return _pdf(copies.filled_form(submission, revision, the_office(), _site()), f"{number}-isian.pdf")


@blueprint.get("/<number>/tanda-terima.pdf")
@writers
def receipt_pdf(number: str) -> Response:
    """The receipt on paper."""
    submission = _find(number)
    revision = Revision.of(submission).first() or abort(404)
    return _pdf(copies.receipt(submission, revision, the_office(), _site()), f"{number}-tanda-terima.pdf")


def _find(number: str) -> Submission:
    """One's own submission, or one that an officer entered; officers read the others on their own page."""
    submission = Submission.find(current_user, number) or abort(404)
    if not may_write(submission, current_user):
        abort(404)
    return submission


def _shown(submission: Submission) -> dict:
    """What every section of the page shows."""
    return {
        "submission": submission,
        "sections": _sections(submission),
        "progress": progress_of(submission),
        "next_for_applicant": labels.NEXT_FOR_APPLICANT[submission.status],
        "writing": submission.status in WITH_APPLICANT,
        "verbs": [step.verb for step in steps_for(submission, current_user)],
        "letter": Letter.issued_of(submission),
        "open_remarks": Remark.count_open(submission),
        "assisted": submission.applicant_id != current_user.id,
    }


def _sections(submission: Submission) -> list[tuple[str, str, bool]]:
    """(label, address, whether it is shown) of the page's sections, with what waits in each."""
    here = request.args.get("lihat", "ringkasan")
    waiting = {"pesan": Message.unread(submission, by_office=False), "catatan": Remark.count_open(submission)}
    return [
        (f"{label} ({waiting[key]})" if waiting.get(key) else label,
         url_for("submissions.show", number=submission.number, lihat=key), key == here)
        for key, label in SECTIONS
    ]  # fmt: skip


def _show_summary(submission: Submission) -> dict:
    return {"tasks": _tasks(submission), "duties": list(Duty.of(submission)), "results_form": ResultsForm()}


def _show_answers(submission: Submission) -> dict:
    return {"blocks": _answered(submission)}


def _show_remarks(submission: Submission) -> dict:
    form = shelf.find(submission.questionnaire)
    sent_remarks = list(Remark.sent_of(submission))
    return {
        "remarks": [(remark, _question_link(submission, form, remark.code)) for remark in sent_remarks],
        "note": Event.last_note(submission.number, ("return_for_revision", "return_incomplete")),
        "typed": {},
        "problem": "",
    }


def _show_messages(submission: Submission) -> dict:
    messages.mark_read(submission, by_office=False, at=clock.now())
    return {"messages": list(Message.of(submission)), "form": MessageForm(formdata=None)}


def _show_clock(submission: Submission) -> dict:
    return {"expected": _expected_due(submission)}


def _show_history(submission: Submission) -> dict:
    public = [
        event for event in Event.of("submission", submission.number) if event.verb not in labels.PRIVATE_VERBS
    ]
    return {"events": public, "revisions": list(Revision.of(submission))}


_SHOW = {
    "ringkasan": _show_summary,
    "isian": _show_answers,
    "catatan": _show_remarks,
    "pesan": _show_messages,
    "jam": _show_clock,
    "riwayat": _show_history,
}


def _tasks(submission: Submission) -> list[Task]:
    """The blocks with their states; only those that may be written now lead to a form."""
    form = shelf.find(submission.questionnaire)
    files = submissions.files_of(submission)
    writable = remarks.writable_codes(submission, current_user)
    tasks = []
    for block in form.blocks:
        word, tone = BLOCK_WORDS[block_state(form, block, submission.answers, files)]
        opened = [
            question for question in asked(form, submission.answers, block) if question.code in writable
        ]
        url = url_for("answers.show", number=submission.number, block_number=block.number) if opened else ""
        tasks.append(
            Task(block.title, url, word, tone, block.intro if submission.status == Status.DRAFT else "")
        )
    return tasks


def _answered(submission: Submission) -> list[tuple]:
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
    from pst.views.filters import file_size

    return [
        (item.name, url_for("answers.download", number=submission.number, file_id=item.id),
         f"{file_size(item.file.size)}, SHA-256 {item.file_id[:12]}…", item.id)
        for item in attached
        if item.code == code
    ]  # fmt: skip


def _checked(submission: Submission, insist: bool = False) -> dict:
    """What the check page shows; `insist` puts the missing answers into the error summary."""
    form = shelf.find(submission.questionnaire)
    missing = submissions.what_is_missing(submission, the_office())
    links = [
        (
            item,
            url_for("answers.show", number=submission.number, block_number=item.block.number)
            + f"#{item.code}",
        )
        for item in missing
    ]
    _, dropped = keep_asked(form, submission.answers)
    return {
        "submission": submission,
        "missing": links,
        "insist": insist,
        "dropped": dropped,
        "blocks": _answered(submission),
        "open_remarks": Remark.count_open(submission),
        "unanswered_remarks": Remark.count_open(submission, unanswered=True),
        "assisted": submission.applicant_id != current_user.id,
    }


def _question_link(submission: Submission, form, code: str) -> tuple[str, str]:
    """Title and address of the question a remark is about."""
    if not code or code not in form:
        return "Permohonan secara keseluruhan", ""
    block = form.block_of(code)
    url = url_for("answers.show", number=submission.number, block_number=block.number) + f"#{code}"
    return form.question(code).title, url if submission.status in WITH_APPLICANT else ""


def _expected_due(submission: Submission):
    """The last day as it would be if the submission were declared complete today; None once it is known."""
    if submission.clock_started or submission.clock_rule is None:
        return None
    today = deadlines.Clock(submission.clock_rule, clock.local(clock.now()))
    return deadlines.due_on(today, HolidayRow.calendar())


def _dropped(submission: Submission) -> list[str]:
    """Titles of the answers that were left out of the last revision."""
    form = shelf.find(submission.questionnaire)
    revision = Revision.latest(submission)
    return [form.question(code).title for code in (revision.dropped if revision else [])]


def _upload(upload) -> tuple[str, bytes] | None:
    return (upload.filename, upload.read()) if upload and upload.filename else None


def _site() -> str:
    return current_app.extensions["pst_config"].site


def _pdf(content: bytes, name: str) -> Response:
    answer = make_response(content)
    answer.mimetype = "application/pdf"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _plain(text: str) -> Response:
    answer = make_response(text)
    answer.mimetype = "text/plain"
    return answer
