"""The applicant's side of a submission: begin, see how far it is, check, send, answer remarks, withdraw."""

from flask import (
    Blueprint,
    Response,
    abort,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_login import current_user

from pst import clock
from pst.actions.review import remarks
from pst.actions.submissions import duties, messages, submissions
from pst.actions.submissions.clocks import expected_due
from pst.actions.submissions.progress import may_write
from pst.exchange.uploads import UploadRefused
from pst.forms.base import key_in
from pst.forms.submissions.submissions import MessageForm, NoteForm, ResultsForm
from pst.models.submissions.submissions import Revision, Submission
from pst.rules.review.workflow import WITH_APPLICANT
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from pst.rules.submissions import deadlines
from pst.views.submissions import copies, own_case
from pst.views.submissions.overtaken import Typed, applicant_overtaken, typed_in
from pst.web import filters
from pst.web.access import roles
from pst.web.downloads import pdf_answer
from pst.web.fragments import fragment_or_redirect, refused, saved, told
from pst.web.instance import the_config, the_office, the_store
from pst.web.querying import page_links, place_asked

blueprint = Blueprint("submissions", __name__, url_prefix="/permohonan")
applicants = roles(Role.APPLICANT)
writers = roles(Role.APPLICANT, Role.OFFICER)
REPLY = "tanggapan-"
"""How the field of an answer begins; the number of its remark follows."""


@blueprint.get("")
@applicants
def index() -> str:
    """My submissions, newest first."""
    page = Submission.page_of_applicant(current_user, place_asked())
    return render_template("submissions/submissions/index.html", rows=page.rows, **page_links(".index", page))


@blueprint.get("/baru")
@applicants
def new() -> str:
    """The service at a glance, and the start: empty, or from an earlier submission."""
    earlier = Submission.page_of_applicant(current_user)
    options = [(row.number, f"{row.title or 'Tanpa judul'} ({row.number})") for row in earlier.rows]
    return render_template("submissions/submissions/new.html", earlier=options)


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
        submissions.copy_as_draft(earlier, current_user, now) if earlier else submissions.start_draft(current_user, now)
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
    if section not in dict(own_case.SECTIONS):
        abort(404)
    return render_template("submissions/submissions/show.html", **own_case.page(submission, section))


@blueprint.get("/<number>/periksa")
@writers
def check(number: str) -> Response | str:
    """All answers once more before sending, and what is still missing."""
    submission = _find(number)
    if submission.status not in WITH_APPLICANT or not may_write(submission, current_user):
        return told(url_for(".show", number=number), "Permohonan sudah dikirim.")
    return render_template("submissions/submissions/check.html", **own_case.checked(submission))


@blueprint.post("/<number>/langkah/submit")
@writers
def submit(number: str) -> Response:
    """Send the form to the office."""
    submission = _find(number)
    try:
        submissions.submit(submission, current_user, clock.now())
    except submissions.Incomplete:
        return refused("submissions/submissions/check.html", **own_case.checked(submission, insist=True))
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
        "submissions/submissions/sent.html",
        submission=submission,
        expected=expected_due(submission, clock.now()),
        dropped=own_case.dropped_of(submission),
        rule=deadlines.rule_in_words(submission.sent_rule),
        counting=deadlines.counting_in_words(submission.sent_rule),
    )


@blueprint.get("/<number>/langkah/withdraw")
@writers
def ask_withdraw(number: str) -> Response | str:
    """Why should it be withdrawn?"""
    submission = _find(number)
    return render_template("submissions/submissions/withdraw.html", submission=submission, form=NoteForm())


@blueprint.post("/<number>/langkah/withdraw")
@writers
def withdraw(number: str) -> Response:
    """Withdraw, with a reason."""
    submission = _find(number)
    form = NoteForm()
    if not form.validate_on_submit():
        return refused("submissions/submissions/withdraw.html", submission=submission, form=form)
    try:
        submissions.withdraw(submission, current_user, clock.now(), form.note.data)
    except StepRefused as refusal:
        return _too_late(submission, refusal, typed_in(form))
    return saved(url_for(".show", number=number), "Permohonan dibatalkan.", number)


@blueprint.post("/<number>/tanggapan")
@writers
def reply(number: str) -> Response:
    """Keep the answers to remarks."""
    submission = _find(number)
    replies = _typed_replies()
    if any(len(text) > 4000 for text in replies.values()):
        problem = "Satu tanggapan paling panjang 4.000 huruf."
        page = own_case.page(submission, "catatan", typed=replies, problem=problem)
        return refused("submissions/submissions/show.html", **page)
    try:
        remarks.save_replies(submission, current_user, replies, clock.now())
    except StepRefused as refusal:
        if request.headers.get("X-Autosave"):
            return _plain(str(refusal), 409)
        typed = [(f"{REPLY}{key}", "Tanggapan", text) for key, text in replies.items() if text.strip()]
        return _too_late(submission, refusal, typed)
    if request.headers.get("X-Autosave"):
        return _plain(f"Tersimpan {filters.hour(clock.now())}")
    return saved(url_for(".show", number=number, lihat="catatan"), "Tanggapan tersimpan.", number)


@blueprint.post("/<number>/pesan")
@writers
def message(number: str) -> Response:
    """Write to the officers."""
    submission = _find(number)
    form = MessageForm()
    if not form.validate_on_submit():
        return refused("submissions/submissions/show.html", **own_case.page(submission, "pesan", form=form))
    try:
        messages.send_message(submission, current_user, form.text.data, clock.now())
    except StepRefused as refusal:
        return _too_late(submission, refusal, typed_in(form))
    here = url_for(".show", number=number, lihat="pesan")
    shown = own_case.page(submission, "pesan")
    return fragment_or_redirect("submissions/submissions/_messages.html", here, "Pesan terkirim.", **shown)


@blueprint.post("/<number>/hasil")
@applicants
def results(number: str) -> Response:
    """Hand in the results of the activity: a link, a file, or both."""
    submission = _find(number)
    form, upload = ResultsForm(), _upload(request.files.get("berkas"))
    if form.validate_on_submit() and not (upload or form.link.data):
        form.link.errors = ["Tuliskan alamat lengkap hasil kegiatan (https://…) atau unggah berkasnya."]
    if form.errors:
        return _refused_results(submission, form)
    try:
        duties.record_results(
            submission,
            current_user,
            clock.now(),
            the_store(),
            link=form.link.data or "",
            note=form.note.data or "",
            upload=upload,
        )
    except UploadRefused as refusal:
        return _refused_results(submission, form, str(refusal))
    except StepRefused as refusal:
        return _too_late(submission, refusal, typed_in(form))
    return saved(url_for(".show", number=number), "Hasil kegiatan diterima; terima kasih.", number)


@blueprint.get("/<number>/isian.pdf")
@writers
def copy_pdf(number: str) -> Response:
    """The last revision on paper."""
    submission = _find(number)
    revision = Revision.latest(submission) or abort(404)
    return pdf_answer(copies.filled_form(submission, revision, the_office(), the_config().site), f"{number}-isian.pdf")


@blueprint.get("/<number>/tanda-terima.pdf")
@writers
def receipt_pdf(number: str) -> Response:
    """The receipt on paper."""
    submission = _find(number)
    revision = Revision.of(submission).first() or abort(404)
    return pdf_answer(
        copies.receipt(submission, revision, the_office(), the_config().site), f"{number}-tanda-terima.pdf"
    )


def _find(number: str) -> Submission:
    """One's own submission, or one that an officer entered; officers read the others on their own page."""
    submission = Submission.find(current_user, number) or abort(404)
    if not may_write(submission, current_user):
        abort(404)
    return submission


def _typed_replies() -> dict[int, str]:
    """The answers by the number of their remark."""
    named = ((key_in(name.removeprefix(REPLY)), text) for name, text in request.form.items() if name.startswith(REPLY))
    return {key: text for key, text in named if key is not None}


def _refused_results(submission: Submission, form: ResultsForm, file_problem: str = "") -> Response:
    problems = [(name, messages[0]) for name, messages in form.errors.items()]
    problems += [("berkas", file_problem)] if file_problem else []
    more = {"results_form": form, "file_problem": file_problem, "results_problems": problems}
    return refused("submissions/submissions/show.html", **own_case.page(submission, "ringkasan", **more))


def _too_late(submission: Submission, refusal: StepRefused, typed: Typed) -> Response:
    """It stands otherwise by now than the page showed; what was typed stays in view."""
    return applicant_overtaken(submission, str(refusal), url_for(".show", number=submission.number), typed)


def _upload(upload) -> tuple[str, bytes] | None:
    return (upload.filename, upload.read()) if upload and upload.filename else None


def _plain(text: str, status: int = 200) -> Response:
    answer = make_response(text, status)
    answer.mimetype = "text/plain"
    return answer
