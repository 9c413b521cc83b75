"""Taking a step with a complaint at the desk: what it does and needs is said before it is taken."""

from functools import partial
from typing import Any

from flask import Blueprint, Response
from flask_login import current_user

from pst import clock
from pst.actions.complaints import complaint_steps as steps
from pst.forms.base import choices
from pst.forms.complaints.desk import ComplaintStepForm
from pst.models.complaints.complaints import Complaint
from pst.rules.complaints import words
from pst.rules.complaints.complaints import Step
from pst.views.complaints.finding import around, colleague, find, possible_handlers, saved_on, way_back
from pst.views.complaints.secrecy import desk, keep_nowhere
from pst.web.form_pages import FormPage
from pst.web.fragments import told
from pst.web.instance import the_office

blueprint = Blueprint("complaint_step", __name__, url_prefix="/petugas/pengaduan/<number>/langkah")
blueprint.after_request(keep_nowhere)

PAGE = "complaints/desk/step.html"
CONSEQUENCES = {
    "verify": "Pengaduan masuk tindak lanjut, dan hari kelasnya mulai berlaku.",
    "ask_more": "Pertanyaan Anda tampil pada percakapan pelapor. Tanpa balasan selama {supply} hari, pengaduan dianggap "
    "ditarik.",
    "supply": "Keterangan yang disampaikan pelapor di luar percakapan dicatat, dan verifikasi dimulai lagi.",
    "pass_on": "Sebutkan instansi tujuan dan caranya; pelapor membaca keterangan ini.",
    "refuse": "Pengaduan berakhir; pelapor membaca alasannya.",
    "mark_duplicate": "Pengaduan ini berakhir; pelapor membaca keterangan Anda, bukan nomor pengaduan yang lain.",
    "answer": "Jawaban tampil pada percakapan pelapor, yang lalu menyatakan selesai atau belum. Tanpa tanggapan selama "
    "{silence} hari kerja, pengaduan ditutup sendiri.",
    "escalate": "Pengaduan dinaikkan; keterangan ini hanya dibaca petugas.",
    "resume": "Tindak lanjut berjalan lagi.",
    "not_resolved": "Pengaduan dibuka kembali atas permintaan pelapor.",
}
NOTE_LABELS = {
    "ask_more": "Apa yang perlu dilengkapi",
    "supply": "Keterangan dari pelapor",
    "pass_on": "Disalurkan ke mana dan bagaimana",
    "refuse": "Alasan",
    "answer": "Jawaban untuk pelapor",
    "escalate": "Keterangan internal",
}
NEEDED = {
    "verify": (("kind", "Pilih kelas pengaduan."), ("handler", "Pilih petugas yang menangani.")),
    "escalate": (("to", "Pilih dinaikkan ke mana."),),
    "mark_duplicate": (("other", "Isi nomor pengaduan yang sama."),),
}
"""Fields that a step cannot do without, beside its note."""
ENDING = ("refuse", "pass_on", "mark_duplicate")
GONE = "Langkah ini tidak dapat dilakukan sekarang."


@blueprint.get("/<verb>")
@desk
def ask(number: str, verb: str) -> Response | str:
    """Say what the step does and ask for what it needs."""
    complaint = find(number)
    step = _open_step(complaint, verb)
    if step is None:
        return told(way_back(number), GONE)
    return FormPage(PAGE, _form(complaint, None), partial(_asked, complaint, step)).show()


@blueprint.post("/<verb>")
@desk
def take(number: str, verb: str) -> Response:
    """Take the step, or say at its fields what it lacks."""
    complaint = find(number)
    step = _open_step(complaint, verb)
    if step is None:
        return told(way_back(number), GONE)
    page = FormPage(PAGE, _form(complaint), partial(_asked, complaint, step))
    with page as form:
        if _is_lacking(form, verb):
            return page.again()
        _do(complaint, verb, form)
    return saved_on(number, f"{words.verb_label(verb)}.")


def _is_lacking(form: ComplaintStepForm, verb: str) -> bool:
    """Says at each field that is needed and empty what to do."""
    lacking = [(name, message) for name, message in NEEDED.get(verb, ()) if not form[name].data]
    for name, message in lacking:
        form[name].errors = [message]
    return bool(lacking)


def _do(complaint: Complaint, verb: str, form: ComplaintStepForm) -> None:
    at, note = clock.now(), form.note.data or ""
    if verb == "verify":
        handler = colleague(form.handler.data)
        steps.verify(complaint, current_user, form.kind.data, form.topic.data or "", handler, at)
    elif verb == "escalate":
        steps.escalate(complaint, current_user, form.to.data, note, at)
    elif verb == "mark_duplicate":
        steps.mark_duplicate(complaint, current_user, (form.other.data or "").strip().upper(), note, at)
    else:
        steps.take(complaint, verb, current_user, note, at)


def _open_step(complaint: Complaint, verb: str) -> Step | None:
    return next((step for step in steps.steps_for(complaint, current_user) if step.verb == verb), None)


def _form(complaint: Complaint, formdata: Any = ...) -> ComplaintStepForm:
    known = {"topic": complaint.topic, "handler": str(current_user.id)}
    form = ComplaintStepForm() if formdata is ... else ComplaintStepForm(formdata=formdata, data=known)
    form.handler.choices = choices(possible_handlers(complaint), "Pilih …")
    levels = ((key, label) for key, label in words.ESCALATION_LABELS.items() if _is_above(complaint, key))
    form.to.choices = choices(levels, "Pilih …")
    return form


def _is_above(complaint: Complaint, level: str) -> bool:
    """What is about the head does not go to the head."""
    return not (complaint.about_head and level == "head")


def _asked(complaint: Complaint, step: Step) -> dict[str, Any]:
    office = the_office()
    days = {"supply": office.complaint_days_supply, "silence": office.complaint_days_silence}
    return {
        "step": step,
        "consequence": CONSEQUENCES.get(step.verb, "").format(**days),
        "note_label": NOTE_LABELS.get(step.verb, "Keterangan"),
        "danger": step.verb in ENDING,
        "status_label": words.STATUS_LABELS[complaint.status],
        "status_tone": words.STATUS_TONES[complaint.status],
        **around(complaint, step.label),
    }
