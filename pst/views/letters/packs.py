"""The after-care pack: everything an agency shows when it evaluates its own statistics (EPSS), in one file.

The form as it was sent, how it was examined, the letter, the metadata, what is owed, and the days.
"""

import io
from collections.abc import Iterator

from flask import Blueprint, Response, abort
from flask_login import current_user

from pst import clock
from pst.actions import audit
from pst.actions.catalogue.descriptions import described, indah_of
from pst.actions.submissions import duties
from pst.actions.submissions.activity import table_of
from pst.actions.submissions.progress import may_write
from pst.exchange.ddi import write_ddi
from pst.exchange.ics import Span, write_ics
from pst.exchange.xlsx_table import Sheet, write_book
from pst.models.audit import Event
from pst.models.catalogue.catalogue import Activity
from pst.models.letters.letters import Letter
from pst.models.letters.signed_copies import SignedCopy
from pst.models.review.remarks import Remark
from pst.models.submissions.duties import Duty
from pst.models.submissions.submissions import Revision, Submission
from pst.questionnaires import shelf
from pst.rules import wording
from pst.rules.calendar import read_day
from pst.rules.review import labels
from pst.rules.roles import STAFF, Role
from pst.rules.submissions.duties import SENTENCES
from pst.views.submissions.copies import filled_form
from pst.web.access import roles
from pst.web.downloads import zip_answer
from pst.web.instance import the_config, the_office, the_store

blueprint = Blueprint("packs", __name__)

Part = tuple[str, str, bytes]
"""The name of a file in the pack, what it is, and its content."""
CONTENTS = "daftar-isi.txt"


@blueprint.get("/permohonan/<number>/paket.zip")
@roles(Role.APPLICANT, Role.OFFICER, Role.HEAD)
def pack(number: str) -> Response:
    """The pack, for its applicant and for the office, once the letter is out."""
    submission = Submission.find(current_user, number) or abort(404)
    own = may_write(submission, current_user)
    if not own and not current_user.has(*STAFF):
        abort(404)
    letter = Letter.issued_of(submission) or abort(404)
    if not own:
        audit.record_look(current_user, f"submission {number}", clock.now(), "Mengunduh paket bukti")
    parts = list(_parts(submission, letter))
    files: list[tuple[str, str | bytes]] = [(CONTENTS, _contents(submission, parts))]
    files += [(name, content) for name, _, content in parts]
    return zip_answer(files, f"{number}-paket.zip")


def _contents(submission: Submission, parts: list[Part]) -> str:
    made = wording.long_moment(clock.local(clock.now()))
    lines = [f"{submission.title} ({submission.number})", f"Dibuat {made} oleh {the_office().office_name}", ""]
    return "\r\n".join([*lines, *(f"{name}: {what}" for name, what, _ in parts), ""])


def _parts(submission: Submission, letter: Letter) -> Iterator[Part]:
    site, office = the_config().site, the_office()
    copy = SignedCopy.taken_of(letter.id)
    yield "surat.pdf", f"surat nomor {letter.number}", the_store().read(copy.file_id if copy else letter.file_id)
    if revision := Revision.latest(submission):
        yield "isian.pdf", "isian terakhir yang dikirim", filled_form(submission, revision, office, site)
    yield "pemeriksaan.xlsx", "catatan, riwayat, dan kewajiban", _book(_history(submission))
    yield "metadata.xlsx", "MS-Keg, MS-Var, dan MS-Ind untuk INDAH", _book(indah_of(submission, contacts=True))
    activity = Activity.of_submission(submission)
    if activity and activity.in_force:
        yield "ddi.xml", "DDI-Codebook 2.5", write_ddi(described(activity, site, office.office_name))
    yield "jadwal.ics", "jadwal dan batas waktu untuk kalender", write_ics(_days(submission), clock.now()).encode()


def _book(sheets: list[Sheet]) -> bytes:
    file = io.BytesIO()
    write_book(file, sheets)
    return file.getvalue()


def _history(submission: Submission) -> list[Sheet]:
    """What the applicant may read of the examination, and what is owed after it."""
    form = shelf.find(submission.questionnaire)
    remarks = [
        (
            clock.day_of(remark.sent_at),
            form.question(remark.code).title if remark.code in form else "Seluruh permohonan",
            labels.SEVERITY_LABELS[remark.severity],
            remark.text,
            remark.reply,
            labels.REMARK_STATE_LABELS[remark.state],
        )
        for remark in Remark.sent_of(submission)
    ]
    events = [
        (clock.day_of(event.at), labels.verb_label(event.verb), event.note)
        for event in Event.of("submission", submission.number)
        if event.verb not in labels.PRIVATE_VERBS
    ]
    owed = [(duties.in_words(duty, submission),) for duty in Duty.of(submission)]
    return [
        Sheet("Catatan", ("Tanggal", "Isian", "Jenis", "Catatan petugas", "Tanggapan", "Keadaan"), remarks),
        Sheet("Riwayat", ("Tanggal", "Peristiwa", "Keterangan"), events),
        Sheet("Kewajiban", ("Kewajiban",), owed),
    ]


def _days(submission: Submission) -> Iterator[Span]:
    """The stages of the schedule (3.3), and the days by which something is owed."""
    table = table_of(submission, "jadwal")
    for place, row in table.filled_rows(submission.answers.get("jadwal")):
        first, last = read_day(row.get("awal")), read_day(row.get("akhir"))
        if first and last and first <= last:
            stage = table.column("tahap").show(row.get("tahap"))
            yield Span(f"{submission.number}-{place}@pst", f"{stage}: {submission.title}", first, last)
    for duty in Duty.of(submission):
        if duty.due_on:
            what = SENTENCES[duty.kind].format(identity=submission.identity_number)
            key = f"{submission.number}-{duty.kind}@pst"
            yield Span(key, f"Paling lambat: {what} ({submission.title})", duty.due_on, duty.due_on)
