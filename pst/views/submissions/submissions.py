"""The applicant's side of a submission: begin, see how far it is, check, send, answer remarks, withdraw."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.datastructures import MultiDict

from pst import clock
from pst.actions import audit
from pst.actions.catalogue.descriptions import design_answers
from pst.actions.submissions import duties, messages, submissions
from pst.actions.submissions.clocks import expected_due
from pst.actions.submissions.progress import may_write
from pst.actions.submissions.replies import RemarksUnanswered, save_replies
from pst.forms.base import key_in
from pst.forms.submissions.submissions import CoveringLetterForm, MessageForm, NoteForm, ResultsForm
from pst.models.catalogue.catalogue import Activity
from pst.models.submissions.submissions import Revision, Submission
from pst.models.submissions.together import Invited
from pst.questionnaires import shelf
from pst.rules.refusals import Refusal
from pst.rules.review.workflow import WITH_APPLICANT, Status
from pst.rules.roles import Role
from pst.rules.steps import StepRefused
from pst.rules.submissions import deadlines
from pst.rules.submissions.hats import MAY
from pst.views.submissions import copies, corrections, own_case
from pst.views.submissions.asking import WRONG, autosaved, keep
from pst.views.submissions.cases import find_to_write, own_page
from pst.views.submissions.corrections import REPLY
from pst.views.submissions.overtaken import CasePage, not_kept, overtaken_at_home
from pst.web.access import roles
from pst.web.downloads import pdf_answer
from pst.web.form_pages import AnyForm
from pst.web.fragments import fragment_or_redirect, page_or_fragment, saved, told, wants_fragment
from pst.web.instance import the_config, the_office, the_store
from pst.web.querying import page_links, place_asked, text_of

blueprint = Blueprint("submissions", __name__, url_prefix="/permohonan")
applicants = roles(Role.APPLICANT)
writers = roles(Role.APPLICANT, Role.OFFICER)
REPLY_LIMIT = 4000
REPLY_TOO_LONG = "Satu tanggapan paling panjang 4.000 huruf."


@blueprint.get("")
@applicants
def index() -> str:
    """My submissions, newest first."""
    page = Submission.page_of_applicant(current_user, place_asked())
    shared = Invited.shared_with(current_user)
    return render_template(
        "submissions/submissions/index.html", rows=page.rows, shared=shared, may=MAY, **page_links(".index", page)
    )


@blueprint.get("/baru")
@applicants
def new() -> str:
    """The service at a glance, and the start: empty, or from an earlier submission."""
    earlier = Submission.page_of_applicant(current_user)
    options = [(row.number, f"{row.title or 'Tanpa judul'} ({row.number})") for row in earlier.rows]
    form = shelf.CURRENT
    return render_template(
        "submissions/submissions/new.html",
        earlier=options,
        example=Activity.in_catalogue(text_of("contoh")),
        parts=len(form.blocks),
        questions=sum(not question.staff_only for question in form.questions),
    )


@blueprint.post("/baru")
@applicants
def start() -> Response:
    """Begin a draft: an empty one with its first part, a copy with the list of its parts."""
    source = request.form.get("salin", "")
    earlier = Submission.find(current_user, source) if source else None
    if source and earlier is None:
        return told(url_for(".new"), "Permohonan yang ingin disalin tidak ditemukan.")
    now, example = clock.now(), Activity.in_catalogue(request.form.get("contoh", ""))
    if earlier:
        draft = submissions.copy_as_draft(earlier, current_user, now)
    else:
        begun_with = design_answers(example) if example else {}
        draft = submissions.start_draft(current_user, now, answers=begun_with)
    first = url_for("answers.show", number=draft.number, block_number=0)
    here = url_for(".show", number=draft.number) if earlier else first
    return saved(here, "Draf dibuat. Isilah bagian demi bagian.", draft.number, draft.code)


@blueprint.get("/<number>")
@writers
def show(number: str) -> str:
    """One submission: what to do now, how far it is, and everything that belongs to it."""
    submission = find_to_write(number)
    section = request.args.get("lihat", "ringkasan")
    if section not in dict(own_case.SECTIONS):
        abort(404)
    return render_template("submissions/submissions/show.html", **own_case.page(submission, section))


@blueprint.get("/<number>/periksa")
@writers
def check(number: str) -> Response | str:
    """All answers once more before sending, and what is still missing."""
    submission = find_to_write(number)
    if submission.status not in WITH_APPLICANT or not may_write(submission, current_user):
        return told(url_for(".show", number=number), "Permohonan sudah dikirim.")
    return _sending(submission, CoveringLetterForm(formdata=None, obj=submission)).show()


@blueprint.post("/<number>/langkah/submit")
@writers
def submit(number: str) -> Response:
    """Send the form to the office."""
    submission, form = find_to_write(number), CoveringLetterForm()
    if not form.validate_on_submit():
        return _sending(submission, form).again()
    return _send(submission, form, form.letter)


@blueprint.get("/<number>/terkirim")
@writers
def sent(number: str) -> Response | str:
    """It has arrived: the number, the code, what happens next and by when."""
    submission = find_to_write(number)
    if submission.submitted_at is None:
        return redirect(url_for(".show", number=number), 303)
    return render_template(
        "submissions/submissions/sent.html",
        submission=submission,
        title=_what_was_sent(submission),
        mailed=bool(the_config().smtp),
        corrected=submission.status == Status.REVISED,
        expected=expected_due(submission, clock.now()),
        dropped=own_case.dropped_of(submission),
        rule=deadlines.rule_in_words(submission.sent_rule),
        counting=deadlines.counting_in_words(submission.sent_rule),
    )


@blueprint.get("/<number>/langkah/withdraw")
@writers
def ask_withdraw(number: str) -> Response | str:
    """Why should it be withdrawn?"""
    return _withdrawal(find_to_write(number)).show()


@blueprint.post("/<number>/langkah/withdraw")
@writers
def withdraw(number: str) -> Response:
    """Withdraw, with a reason."""
    submission = find_to_write(number)
    with _withdrawal(submission) as form:
        submissions.withdraw(submission, current_user, clock.now(), form.note.data)
    return saved(own_page(number), "Permohonan dibatalkan.", number)


@blueprint.post("/<number>/tanggapan")
@writers
def reply(number: str) -> Response:
    """The round of corrections: keep what was mended and replied, and with its button send all of it."""
    submission, typed = find_to_write(number), _typed_replies()
    mended = MultiDict([pair for pair in request.form.items(multi=True) if not pair[0].startswith(REPLY)])
    wrong = {f"{REPLY}{key}": REPLY_TOO_LONG for key, text in typed.items() if len(text) > REPLY_LIMIT}
    try:
        given, marks = keep(submission, corrections.round_of(submission), mended)
        if not wrong:
            save_replies(submission, current_user, typed, clock.now())
    except StepRefused as refusal:
        return _too_late(submission, typed, str(refusal))
    if request.headers.get("X-Autosave"):
        given.refused.update(wrong)  # a reply that is too long was not stored
        return autosaved(given, marks, corrections.what_is_wrong(submission))
    if "_send" in request.form and not (wrong or given.refused):
        wrong = corrections.what_is_wrong(submission)
        if not wrong:
            return _send(submission, CoveringLetterForm(formdata=None, obj=submission))
    if wrong or given.refused or given.pressed or wants_fragment():
        return _corrected(submission, corrections.page(submission, given, typed, wrong))
    return saved(url_for(".show", number=number, lihat="catatan"), "Perbaikan tersimpan.", number)


@blueprint.post("/<number>/pesan")
@writers
def message(number: str) -> Response:
    """Write to the officers."""
    submission = find_to_write(number)
    with _page(submission, MessageForm(), lambda: own_case.page(submission, "pesan")) as form:
        messages.send_message(submission, current_user, form.text.data, clock.now())
    here = url_for(".show", number=number, lihat="pesan")
    shown = own_case.page(submission, "pesan")
    return fragment_or_redirect("submissions/submissions/_messages.html", here, "Pesan terkirim.", **shown)


@blueprint.post("/<number>/hasil")
@applicants
def results(number: str) -> Response:
    """Hand in the results of the activity: a link, a file, or both."""
    submission, form = find_to_write(number), ResultsForm()
    page = _page(submission, form, lambda: own_case.page(submission, "ringkasan", results_form=form))
    with page:
        duties.record_results(
            submission,
            current_user,
            clock.now(),
            the_store(),
            link=form.link.data or "",
            note=form.note.data or "",
            upload=form.upload,
        )
    return saved(own_page(number), "Hasil kegiatan diterima; terima kasih.", number)


@blueprint.get("/<number>/isian.pdf")
@writers
def copy_pdf(number: str) -> Response:
    """The last revision on paper."""
    submission = find_to_write(number)
    revision = Revision.latest(submission) or abort(404)
    return pdf_answer(copies.filled_form(submission, revision, the_office(), the_config().site), f"{number}-isian.pdf")


@blueprint.get("/<number>/tanda-terima.pdf")
@writers
def receipt_pdf(number: str) -> Response:
    """The receipt on paper."""
    submission = find_to_write(number)
    revision = Revision.of(submission).first() or abort(404)
    return pdf_answer(
        copies.receipt(submission, revision, the_office(), the_config().site), f"{number}-tanda-terima.pdf"
    )


def _what_was_sent(submission: Submission) -> str:
    """A first form, an incomplete one once more, or the correction of what was remarked on."""
    if submission.revision == 1:
        return "Permohonan terkirim"
    return "Permohonan terkirim kembali" if submission.status == Status.SUBMITTED else "Perbaikan terkirim"


def _typed_replies() -> dict[int, str]:
    """The answers by the number of their remark."""
    named = ((key_in(name.removeprefix(REPLY)), text) for name, text in request.form.items() if name.startswith(REPLY))
    return {key: text for key, text in named if key is not None}


def _sending(submission: Submission, form: CoveringLetterForm, insist: bool = False) -> CasePage[CoveringLetterForm]:
    template = "submissions/submissions/check.html"
    return _page(submission, form, lambda: own_case.checked(submission, insist), template)


def _send(submission: Submission, form: CoveringLetterForm, letter: tuple[str, Any] | None = None) -> Response:
    number = submission.number
    try:
        audit.refuse_wrong_day(clock.now())
        submissions.submit(submission, current_user, clock.now(), letter)
    except submissions.Incomplete:
        return _sending(submission, form, insist=True).again()
    except Refusal as refusal:
        section = "catatan" if isinstance(refusal, RemarksUnanswered) else None
        return told(url_for(".show", number=number, lihat=section), str(refusal))
    return saved(url_for(".sent", number=number), "", number, submission.code)


def _too_late(submission: Submission, typed: dict[int, str], why: str) -> Response:
    """The matter went on meanwhile; what was written stays in view."""
    if request.headers.get("X-Autosave"):
        return Response(why, 409, mimetype="text/plain")
    written = [(f"{REPLY}{key}", "Tanggapan", text) for key, text in typed.items() if text.strip()]
    return not_kept(submission, why, own_page(submission.number), written)


def _corrected(submission: Submission, round_: dict[str, Any]) -> Response:
    """The round once more, with everything typed: for htmx only itself."""
    refused_now = bool(round_["summary"])
    around = {"save_url": url_for(".reply", number=submission.number), "submission": submission}
    page = around if wants_fragment() else own_case.page(submission, "catatan")
    answer = page_or_fragment(
        "submissions/submissions/show.html",
        "submissions/submissions/_corrections.html",
        422 if refused_now else 200,
        **{**page, **round_, "result": "refused" if refused_now else "saved"},
    )
    answer.headers[WRONG] = " ".join(code for code, _ in round_["summary"])
    return answer


def _withdrawal(submission: Submission) -> CasePage[NoteForm]:
    return _page(submission, NoteForm(), lambda: {"submission": submission}, "submissions/submissions/withdraw.html")


def _page(
    submission: Submission,
    form: AnyForm,
    context: Callable[[], dict[str, Any]],
    template: str = "submissions/submissions/show.html",
) -> CasePage[AnyForm]:
    """A form on the applicant's side; where it stands otherwise by now, what was typed stays in view."""
    return CasePage(template, form, context, overtaken_at_home(submission, own_page(submission.number)))
