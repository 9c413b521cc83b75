"""One complaint at the desk: what it says, the dialogue, its steps, who may know of it, the identity, publication.

Whatever a person does that shuts him or her out leads back to the register without a word about why.
"""

from typing import Any

from flask import Blueprint, Response, abort, current_app, render_template, url_for
from flask_login import current_user

from pst import clock
from pst.actions import complaint_dialogue as dialogue
from pst.actions import complaint_steps as steps
from pst.actions import complaints, identities, publications
from pst.actions.complaint_papers import answer_pdf, referral_pdf
from pst.actions.steps import NoteMissing, StepRefused
from pst.exchange.uploads import UploadRefused
from pst.forms.accounts import PlainForm
from pst.forms.base import choices
from pst.forms.complaint_desk import (
    BoardForm,
    ComplaintStepForm,
    HandlerForm,
    IdentityForm,
    PublicationForm,
    ReplyForm,
    SubjectsForm,
)
from pst.models.audit import Event
from pst.models.complaints import (
    Complaint,
    ComplaintFile,
    ComplaintMessage,
    ComplaintSubject,
    Identity,
    IdentityOpening,
    Publication,
)
from pst.models.office import HolidayRow
from pst.models.users import User
from pst.rules import complaint_words as words
from pst.rules import numbering
from pst.rules.complaints import Hat, Step
from pst.views import complaint_codes as codes
from pst.views.complaint_desk import badge_of, desk
from pst.views.complaint_dialogue import pdf_answer, send_file, track_of
from pst.views.complaints import keep_nowhere
from pst.views.fragments import refused, saved, told

blueprint = Blueprint("complaint_case", __name__, url_prefix="/petugas/pengaduan/<number>")
blueprint.after_request(keep_nowhere)

CONSEQUENCES = {
    "verify": "Pengaduan masuk tindak lanjut, dan hari kelasnya mulai berlaku.",
    "ask_more": "Pertanyaan Anda tampil pada percakapan pelapor. Tanpa balasan selama 30 hari, pengaduan dianggap ditarik.",
    "supply": "Keterangan yang disampaikan pelapor di luar percakapan dicatat, dan verifikasi dimulai lagi.",
    "pass_on": "Sebutkan instansi tujuan dan caranya; pelapor membaca keterangan ini.",
    "refuse": "Pengaduan berakhir; pelapor membaca alasannya.",
    "mark_duplicate": "Pengaduan ini berakhir; pelapor membaca keterangan Anda, bukan nomor pengaduan yang lain.",
    "answer": "Jawaban tampil pada percakapan pelapor, yang lalu menyatakan selesai atau belum.",
    "escalate": "Pengaduan dinaikkan; keterangan ini hanya dibaca petugas.",
    "resume": "Tindak lanjut berjalan lagi.",
    "not_resolved": "Pengaduan dibuka kembali atas permintaan pelapor.",
}
NOTE_LABELS = {
    "ask_more": "Apa yang perlu dilengkapi",
    "supply": "Keterangan dari pelapor",
    "answer": "Jawaban untuk pelapor",
    "escalate": "Keterangan internal",
}


@blueprint.get("")
@desk
def show(number: str) -> str:
    """Everything about one complaint but who complained."""
    return render_template("complaint_desk/show.html", **_shown(_find(number)))


@blueprint.get("/langkah/<verb>")
@desk
def ask(number: str, verb: str) -> Response | str:
    """Say what the step does and ask for what it needs."""
    complaint = _find(number)
    step = _step(complaint, verb)
    if step is None:
        return told(_home(number), "Langkah ini tidak dapat dilakukan sekarang.")
    return render_template(
        "complaint_desk/step.html", form=_step_form(complaint, None), **_asked(complaint, step)
    )


@blueprint.post("/langkah/<verb>")
@desk
def take(number: str, verb: str) -> Response:
    """Take the step."""
    complaint = _find(number)
    form = _step_form(complaint)
    step = _step(complaint, verb)
    if step is None:
        return told(_home(number), "Langkah ini tidak dapat dilakukan sekarang.")
    if not form.validate_on_submit():
        return refused("complaint_desk/step.html", form=form, **_asked(complaint, step))
    try:
        _do(complaint, verb, form)
    except NoteMissing as missing:
        form.note.errors = [str(missing)]
        return refused("complaint_desk/step.html", form=form, **_asked(complaint, step))
    except StepRefused as refusal:
        form.form_errors = [str(refusal)]
        return refused("complaint_desk/step.html", form=form, **_asked(complaint, step))
    return _saved(number, f"{words.verb_label(verb)}.")


@blueprint.post("/pesan")
@desk
def reply(number: str) -> Response:
    """Write to the complainant, or a note for the office."""
    complaint, form = _find(number), ReplyForm()
    if not form.validate_on_submit():
        return refused("complaint_desk/show.html", **_shown(complaint, reply=form))
    side, at = ("internal" if form.internal.data else "office"), clock.now()
    try:
        if form.file.data:
            file = form.file.data
            dialogue.attach(
                complaint,
                side,
                file.filename,
                file.read(),
                at,
                current_app.extensions["pst_files"],
                current_user,
            )
        act = complaints.add_note if form.internal.data else dialogue.reply
        act(complaint, current_user, form.text.data, at)
    except UploadRefused as refusal:
        form.file.errors = [str(refusal)]
        return refused("complaint_desk/show.html", **_shown(complaint, reply=form))
    return _saved(number, "Catatan tersimpan." if form.internal.data else "Pesan terkirim.")


@blueprint.get("/berkas/<int:file_id>")
@desk
def file(number: str, file_id: int) -> Response:
    """A file of the dialogue."""
    found = ComplaintFile.find(_find(number), file_id, internal=True)
    return send_file(found or abort(404))


@blueprint.post("/petugas")
@desk
def assign(number: str) -> Response:
    """Give it to somebody."""
    complaint = _find(number)
    form = _handler_form(complaint)
    if not form.validate_on_submit():
        return refused("complaint_desk/show.html", **_shown(complaint, handler=form))
    return _try(
        number,
        lambda: steps.assign(complaint, _colleague(form.handler.data), current_user, clock.now()),
        "Petugas ditunjuk.",
    )


@blueprint.get("/terlapor")
@desk
def ask_subjects(number: str) -> str:
    """Who of the office is it about?"""
    complaint = _find(number)
    return render_template(
        "complaint_desk/subjects.html", form=_subjects_form(complaint, None), **_placed(complaint, "Terlapor")
    )


@blueprint.post("/terlapor")
@desk
def name_subjects(number: str) -> Response:
    """Shut these accounts out."""
    complaint = _find(number)
    form = _subjects_form(complaint)
    if not form.validate_on_submit():
        return refused("complaint_desk/subjects.html", form=form, **_placed(complaint, "Terlapor"))
    try:
        complaints.name_subjects(
            complaint,
            form.subjects.data or [],
            form.about_head.data,
            current_user,
            form.note.data or "",
            clock.now(),
        )
    except StepRefused as refusal:
        form.note.errors = [str(refusal)]
        return refused("complaint_desk/subjects.html", form=form, **_placed(complaint, "Terlapor"))
    return _saved(number, "Akses diperbarui.")


@blueprint.get("/identitas")
@desk
def ask_identity(number: str) -> Response | str:
    """Why must it be opened?"""
    complaint = _find(number)
    if not _may_open(complaint):
        return told(
            _home(number), "Identitas tidak ada, atau hanya dapat dibuka oleh petugas yang menangani."
        )
    return render_template(
        "complaint_desk/identity.html", form=IdentityForm(formdata=None), **_placed(complaint, "Identitas")
    )


@blueprint.post("/identitas")
@desk
def open_identity(number: str) -> Response | str:
    """Open it, once, on this page alone; that it was opened is written down first."""
    complaint, form = _find(number), IdentityForm()
    placed = _placed(complaint, "Identitas")
    if not form.validate_on_submit():
        return refused("complaint_desk/identity.html", form=form, **placed)
    try:
        identity = identities.open_identity(
            complaint,
            current_user,
            steps.hats_on(complaint, current_user),
            form.why.data,
            clock.now(),
            codes.the_vault(),
        )
    except StepRefused as refusal:
        return told(_home(number), str(refusal))
    except identities.Unreadable:
        return told(
            _home(number), "Identitas disegel dengan kunci yang tidak ada di sini. Hubungi administrator."
        )
    return render_template(
        "complaint_desk/identity.html", form=None, identity=identity, why=form.why.data, **placed
    )


@blueprint.post("/kode")
@desk
def reissue(number: str) -> Response:
    """A new code for somebody at the desk."""
    complaint, code = _find(number), numbering.new_code()
    try:
        complaints.reissue_code(complaint, current_user, numbering.hash_code(code), clock.now())
    except StepRefused as refusal:
        return told(_home(number), str(refusal))
    codes.show_code(complaint.number, code)
    return saved(
        url_for("complaint_desk.receipt"),
        "Kode baru dibuat; kode lama tidak berlaku lagi.",
        complaint.number,
        code,
    )


@blueprint.post("/papan")
@desk
def post_on_board(number: str) -> Response:
    """Neutral words on the notice board."""
    complaint, form = _find(number), BoardForm()
    if not form.validate_on_submit():
        return refused("complaint_desk/show.html", **_shown(complaint, board=form))
    words_ = form.board.data or ""
    return _try(
        number,
        lambda: complaints.post_on_board(complaint, current_user, words_, clock.now()),
        "Dipasang pada daftar papan.",
    )


@blueprint.get("/publikasi")
@desk
def ask_publication(number: str) -> Response | str:
    """The draft for the public, or a new one."""
    complaint = _find(number)
    if not publications.may_publish(complaint):
        return told(_home(number), "Pengaduan ini tidak dapat dipublikasikan.")
    draft = Publication.of(complaint)
    data = (
        {"title": draft.title, "text": draft.text, "answer": draft.answer}
        if draft
        else {"title": complaint.title, "text": complaint.text}
    )
    return render_template(
        "complaint_desk/publication.html",
        form=PublicationForm(formdata=None, data=data),
        **_published(complaint, draft),
    )


@blueprint.post("/publikasi")
@desk
def prepare(number: str) -> Response:
    """Write the draft."""
    complaint, form = _find(number), PublicationForm()
    shown = _published(complaint, Publication.of(complaint))
    if not form.validate_on_submit():
        return refused("complaint_desk/publication.html", form=form, **shown)
    try:
        publications.prepare(
            complaint,
            current_user,
            form.title.data,
            form.text.data,
            form.answer.data,
            clock.now(),
            codes.the_vault(),
        )
    except StepRefused as refusal:
        form.form_errors = [str(refusal)]
        return refused("complaint_desk/publication.html", form=form, **shown)
    return saved(
        url_for(".ask_publication", number=number),
        "Naskah disimpan; orang kedua perlu menyetujuinya.",
        number,
    )


@blueprint.post("/publikasi/setuju")
@desk
def approve(number: str) -> Response:
    """A second person agrees."""
    complaint = _find(number)
    return _try(number, lambda: publications.approve(complaint, current_user, clock.now()), "Dipublikasikan.")


@blueprint.post("/publikasi/tarik")
@desk
def unpublish(number: str) -> Response:
    """Take it away again."""
    complaint = _find(number)
    return _try(
        number, lambda: publications.unpublish(complaint, current_user, clock.now()), "Publikasi ditarik."
    )


@blueprint.get("/jawaban.pdf")
@desk
def letter(number: str) -> Response:
    """The answer as a letter."""
    complaint = _find(number)
    return pdf_answer(answer_pdf(complaint, clock.now()) or abort(404), f"jawaban-{number}.pdf")


@blueprint.get("/rujukan.pdf")
@desk
def referral(number: str) -> Response:
    """The letter to the office above, for a complaint about the head or one that was escalated."""
    complaint = _find(number)
    if not (complaint.about_head or complaint.escalated_to):
        abort(404)
    return pdf_answer(referral_pdf(complaint, clock.now()), f"penerusan-{number}.pdf")


def _find(number: str) -> Complaint:
    return Complaint.find(current_user, number) or abort(404)


def _home(number: str) -> str:
    """Its page, or the register for whoever may not know of it any more."""
    if Complaint.find(current_user, number) is None:
        return url_for("complaint_desk.index")
    return url_for(".show", number=number)


def _saved(number: str, message: str) -> Response:
    return saved(_home(number), message, number)


def _try(number: str, act, message: str) -> Response:
    try:
        act()
    except StepRefused as refusal:
        return told(_home(number), str(refusal))
    return _saved(number, message)


def _do(complaint: Complaint, verb: str, form: ComplaintStepForm) -> None:
    at, note = clock.now(), form.note.data or ""
    if verb == "verify":
        steps.verify(
            complaint, current_user, form.kind.data, form.topic.data or "", _colleague(form.handler.data), at
        )
    elif verb == "escalate":
        if not form.to.data:
            raise StepRefused("Pilih dinaikkan ke mana.")
        steps.escalate(complaint, current_user, form.to.data, note, at)
    elif verb == "mark_duplicate":
        steps.mark_duplicate(complaint, current_user, (form.other.data or "").strip().upper(), note, at)
    else:
        steps.take(complaint, verb, current_user, note, at)


def _step(complaint: Complaint, verb: str) -> Step | None:
    return next((step for step in steps.steps_for(complaint, current_user) if step.verb == verb), None)


def _colleague(key: str) -> User:
    user = next((user for user in User.colleagues() if str(user.id) == key), None)
    if user is None:
        raise StepRefused("Pilih petugas yang menangani.")
    return user


def _step_form(complaint: Complaint, formdata: Any = ...) -> ComplaintStepForm:
    kept = {"topic": complaint.topic, "handler": str(current_user.id)}
    form = ComplaintStepForm() if formdata is ... else ComplaintStepForm(formdata=formdata, data=kept)
    form.handler.choices = _people(complaint, "Pilih …")
    return form


def _handler_form(complaint: Complaint, formdata: Any = ...) -> HandlerForm:
    kept = {"handler": str(complaint.assignee_id or "")}
    form = HandlerForm() if formdata is ... else HandlerForm(formdata=formdata, data=kept)
    form.handler.choices = _people(complaint, "Pilih …")
    return form


def _subjects_form(complaint: Complaint, formdata: Any = ...) -> SubjectsForm:
    kept = {
        "subjects": [row.user_id for row in ComplaintSubject.of(complaint)],
        "about_head": complaint.about_head,
    }
    form = SubjectsForm() if formdata is ... else SubjectsForm(formdata=formdata, data=kept)
    form.subjects.choices = choices((user.id, user.name) for user in User.colleagues())
    return form


def _people(complaint: Complaint, empty: str) -> list:
    return choices(((user.id, user.name) for user in Complaint.handlers_if_given(complaint)), empty)


def _may_open(complaint: Complaint) -> bool:
    hats = steps.hats_on(complaint, current_user)
    return Identity.of(complaint) is not None and identities.may_open(complaint, hats)


def _placed(complaint: Complaint, here: str = "") -> dict[str, Any]:
    trail = [
        ("Pengaduan", url_for("complaint_desk.index")),
        (complaint.number, url_for(".show", number=complaint.number)),
    ]
    return {"complaint": complaint, "breadcrumbs": [*trail, (here, "")] if here else trail}


def _asked(complaint: Complaint, step: Step) -> dict[str, Any]:
    return {
        "step": step,
        "consequence": CONSEQUENCES.get(step.verb, ""),
        "note_label": NOTE_LABELS.get(step.verb, "Keterangan"),
        **_placed(complaint, step.label),
    }


def _published(complaint: Complaint, draft: Publication | None) -> dict[str, Any]:
    may_approve = (
        draft is not None and draft.approved_by_id is None and draft.prepared_by_id != current_user.id
    )
    return {
        "draft": draft,
        "may_approve": may_approve,
        "plain": PlainForm(formdata=None),
        **_placed(complaint, "Publikasi"),
    }


def _shown(complaint: Complaint, **forms: Any) -> dict[str, Any]:
    today, calendar, hats = clock.today(), HolidayRow.calendar(), steps.hats_on(complaint, current_user)
    return {
        **_placed(complaint),
        "badge": badge_of(complaint.limit_on, today, calendar),
        "status_label": words.STATUS_LABELS[complaint.status],
        "status_tone": words.STATUS_TONES[complaint.status],
        "track": track_of(complaint),
        "facts": _facts(complaint),
        "steps": steps.steps_for(complaint, current_user),
        "messages": list(ComplaintMessage.of(complaint, internal=True)),
        "files": list(ComplaintFile.of(complaint, internal=True)),
        "events": [(e.at, words.verb_label(e.verb), e.actor_name if e.actor_id else "", e.note)
                   for e in Event.of("complaint", complaint.number)],
        "openings": list(IdentityOpening.of(complaint)),
        "subjects": list(ComplaintSubject.of(complaint)),
        "unread": dialogue.unread_days(complaint, today),
        "may_open": _may_open(complaint),
        "may_reissue": bool(hats & {Hat.HANDLER, Hat.MANAGER}),
        "may_publish": publications.may_publish(complaint),
        "has_referral": complaint.about_head or bool(complaint.escalated_to),
        "reply": ReplyForm(formdata=None),
        "handler": _handler_form(complaint, None),
        "board": BoardForm(formdata=None, data={"board": complaint.board_text}),
        "wide": True,
        **forms,
    }  # fmt: skip


def _facts(complaint: Complaint) -> list[tuple[str, str]]:
    """What was told, without empty lines."""
    told_ = (
        ("Saluran", " · ".join(part for part in (words.CHANNEL_LABELS[complaint.channel], complaint.outside_number) if part)),
        ("Kelas", words.KIND_LABELS[complaint.kind]),
        ("Topik", words.TOPIC_LABELS.get(complaint.topic, "")),
        ("Identitas", words.PRIVACY_LABELS[complaint.privacy]),
        ("Kapan", complaint.happened),
        ("Di mana", complaint.place),
        ("Layanan", complaint.service),
        ("Siapa", complaint.who),
        ("Harapan", complaint.hope),
        ("Permohonan atau kunjungan", complaint.case_number),
        ("Dinaikkan ke", words.ESCALATION_LABELS.get(complaint.escalated_to, "")),
        ("Kode di papan", complaint.board_code or ""),
        ("Penilaian pelapor", f"{complaint.rating} dari 5. {complaint.rating_note}" if complaint.rating else ""),
    )  # fmt: skip
    return [(label, value) for label, value in told_ if value]
