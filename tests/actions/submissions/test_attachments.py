"""Files of the form are checked against their question, written down, and never erased by being taken out."""

import pytest

from pst.actions.submissions import attachments
from pst.exchange.uploads import UploadRefused
from pst.models.audit import Event
from pst.models.files import Attachment
from pst.rules.review.workflow import Status
from pst.rules.steps import StepRefused
from tests.exchange.test_uploads import a_pdf, an_xlsx
from tests.factories import WHEN, a_draft, a_submission, an_applicant, user

pytestmark = pytest.mark.usefixtures("db")


def test_attaching_and_releasing_are_written_down_and_nothing_is_erased(store):
    draft = a_draft()
    attachment = attachments.attach_file(
        store, draft, an_applicant(), "file_berkas_pendukung", "kak.pdf", a_pdf(), WHEN
    )

    attachments.remove_attachment(attachment, draft, an_applicant(), WHEN)

    assert [item.name for item in Attachment.of(draft)] == ["instrumen.pdf"]
    assert Attachment.anywhere(draft, attachment.id).name == "kak.pdf"
    assert store.path(attachment.file_id).exists()
    verbs = [event.verb for event in Event.of("submission", draft.number)]
    assert verbs == ["start", "attach", "remove_file"]


def test_the_covering_letter_is_a_pdf(store):
    draft = a_draft()

    with pytest.raises(UploadRefused, match="PDF"):
        attachments.attach_file(store, draft, an_applicant(), "surat_permohonan", "surat.xlsx", an_xlsx(), WHEN)
    attachments.attach_file(store, draft, an_applicant(), "surat_permohonan", "surat.pdf", a_pdf(), WHEN)


def test_files_of_a_sent_form_or_of_somebody_else_are_closed(store):
    sent = a_submission(Status.SUBMITTED)

    for submission, actor in ((sent, an_applicant()), (a_draft(), user("pemohon2"))):
        with pytest.raises(StepRefused):
            attachments.attach_file(store, submission, actor, "file_berkas_pendukung", "kak.pdf", a_pdf(), WHEN)


def test_a_question_takes_only_so_many_files(store, monkeypatch):
    monkeypatch.setattr(attachments, "FILES_PER_QUESTION", 1)

    with pytest.raises(UploadRefused, match="Paling banyak 1"):
        attachments.attach_file(store, a_draft(), an_applicant(), "file_berkas_pendukung", "kak.pdf", a_pdf(), WHEN)


def test_a_question_that_is_answered_in_words_takes_no_file(store):
    draft = a_draft()

    with pytest.raises(UploadRefused, match="tidak menerima berkas"):
        attachments.attach_file(store, draft, an_applicant(), "judul_kegiatan", "kak.pdf", a_pdf(), WHEN)

    assert [item.name for item in Attachment.of(draft)] == ["instrumen.pdf"]
