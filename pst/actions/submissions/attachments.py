"""Files that answer questions of the form: attached, and taken out again."""

from datetime import datetime

from pst.actions import audit
from pst.actions.files import FileStore, keep_file
from pst.actions.steps import refresh
from pst.actions.submissions.replies import writable_codes
from pst.exchange.uploads import UploadRefused, check_upload
from pst.models.accounts.users import User
from pst.models.base import write
from pst.models.files import Attachment
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.questionnaires.questions import Files
from pst.rules.steps import StepRefused

FILES_PER_QUESTION = 20


def attach_file(
    store: FileStore, submission: Submission, actor: User, code: str, name: str, content: bytes, at: datetime
) -> Attachment:
    """Attach a checked file to a question of a form that is open for writing.

    Raises `UploadRefused` for the file, `StepRefused` when the question is not open.
    """
    name, mime, content = check_upload(name, content)
    _fits_question(submission, code, name)
    store.examine(content)
    with write():
        _may_attach(submission, actor, code)
        if Attachment.of(submission).where(Attachment.code == code).count() >= FILES_PER_QUESTION:
            raise UploadRefused(f"Paling banyak {FILES_PER_QUESTION} berkas untuk satu isian.")
        file = keep_file(store, content, mime, at)
        attachment = Attachment.create(submission=submission, code=code, file=file, name=name, by=actor, at=at)
        facts = {"code": code, "name": name, "sha256": file.sha256}
        audit.record("submission", submission.number, "attach", actor, at, facts=facts)
    return attachment


def remove_attachment(attachment: Attachment, submission: Submission, actor: User, at: datetime) -> None:
    """Take a file out of the form; its bytes and the fact that it was there remain."""
    with write():
        _may_attach(submission, actor, attachment.code)
        attachment.removed_at = at
        attachment.save()
        facts = {"code": attachment.code, "name": attachment.name, "sha256": attachment.file_id}
        audit.record("submission", submission.number, "remove_file", actor, at, facts=facts)


def _may_attach(submission: Submission, actor: User, code: str) -> None:
    refresh(submission)
    if code not in writable_codes(submission, actor):
        raise StepRefused("Berkas pada isian itu tidak dapat diubah sekarang.")


def _fits_question(submission: Submission, code: str, name: str) -> None:
    """Some questions take only some kinds of file, e.g. the covering letter a PDF."""
    question = shelf.find(submission.questionnaire).question(code)
    if not isinstance(question, Files):
        raise UploadRefused("Isian ini tidak menerima berkas.")
    suffix = name.rpartition(".")[2]
    if suffix not in question.extensions:
        raise UploadRefused(
            f"Isian ini menerima {', '.join(question.extensions).upper()}. Simpan ulang lalu unggah lagi."
        )
